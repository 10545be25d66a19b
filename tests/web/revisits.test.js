import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedAfter, offeredAfter } from '../../web/app/revisits.js';

const HOUR_MS = 3_600_000;
const AT = 1_780_000_000_000;
/** @param {Partial<import('../../web/app/pauses.js').Pause>} [more] */
const pause = (more = {}) => /** @type {any} */ ({ id: 'p', at: AT, untilMs: AT + HOUR_MS, isOver: false, areBothReady: true, ...more });
/** @param {number} at @param {Record<string, any>} [own] */
const attempt = (at, own = {}) => /** @type {any} */ ({ id: 't', at, isMine: true, own: { try: 'Sit down', ...own } });

test('a revisit is offered one to three days after a pause, never at once, and only after the last one', () => {
  const at = (/** @type {number} */ hours) => offeredAfter([pause()], AT + hours * HOUR_MS)?.id ?? null;
  assert.deepEqual([at(0), at(2), at(24), at(25), at(72), at(74)], [null, null, null, 'p', 'p', null]);
  const newer = pause({ id: 'q', at: AT + 30 * HOUR_MS, untilMs: AT + 31 * HOUR_MS });
  assert.equal(offeredAfter([newer, pause()], AT + 40 * HOUR_MS), null);
  assert.equal(offeredAfter([], AT), null);
});

test('how a try was is asked once, after a pause that was called later than the try and is through', () => {
  const after = (/** @type {any} */ entry, hours = 2, more = {}) => askedAfter(entry, [pause(more)], AT + hours * HOUR_MS)?.id ?? null;
  assert.equal(after(attempt(AT - HOUR_MS)), 'p');
  assert.equal(after(attempt(AT + HOUR_MS)), null, 'made after the pause');
  assert.equal(after(attempt(AT - HOUR_MS), 0.5, { areBothReady: false }), null, 'the pause still holds');
  assert.equal(after(attempt(AT - HOUR_MS), 0.5), 'p', 'both came back early');
  assert.equal(after(attempt(AT - HOUR_MS, { asked: 'p' })), null);
  assert.equal(after(attempt(AT - HOUR_MS, { gone: true })), null);
  assert.equal(after(attempt(AT - HOUR_MS), 100), null, 'it rests by itself');
});
