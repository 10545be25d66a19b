import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSurprise, markAt } from '../../web/app/acts.js';

const at = (/** @type {string} */ local) => new Date(local).getTime();
/** @param {string} chosen local time @param {Record<string, any>} own */
const act = (chosen, own) => /** @type {any} */ ({ id: 'a1', at: at(chosen), isMine: true, isShared: false, own, mine: {}, theirs: {} });

test('the quiet mark comes at the first such hour after the act was chosen, and only when one was wanted', () => {
  const mark = (/** @type {Record<string, any>} */ own) => markAt(act('2026-11-24T20:10:00', own));
  assert.equal(mark({ 'mark-at': 0 }), at('2026-11-25T08:00:00'));
  assert.equal(mark({ 'mark-at': 1 }), at('2026-11-25T12:00:00'));
  assert.equal(mark({ 'mark-at': 2 }), at('2026-11-25T19:00:00'));
  assert.equal(mark({ 'mark-at': 3, 'mark-time': '21:30' }), at('2026-11-24T21:30:00'));
  for (const own of [{}, { 'mark-at': 4 }, { 'mark-at': 3 }, { 'mark-at': 3, 'mark-time': 'soon' }, { 'mark-at': 3, 'mark-time': '31:00' }])
    assert.equal(mark(own), null);
});

test('an act to be shown after it is done is a surprise until it is shown', () => {
  assert.equal(isSurprise(act('2026-11-24T20:10:00', { sees: 2 })), true);
  assert.equal(isSurprise({ ...act('2026-11-24T20:10:00', { sees: 2 }), isShared: true }), false);
  assert.equal(isSurprise(act('2026-11-24T20:10:00', { sees: 0 })), false);
});
