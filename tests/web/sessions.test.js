/** What sessions that were say afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningRow, Sessions } from '../../web/app/sessions.js';
import { Values } from '../../web/app/values.js';

/** @param {string} id @param {number} at @param {Record<string, any>} first fields of person 1 @param {Record<string, any>} [second] */
function record(id, at, first, second = {}) {
  const begun = beginningRow({
    at,
    day: '2026-11-20',
    length: 'usual',
    starter: 0,
    mode: 'live',
    practice: 'praise-plus-together',
    version: 1,
    variant: '',
    dealt: {},
  });
  const fields = (/** @type {Record<string, any>} */ values) =>
    new Map(
      Object.entries(values).map(([name, value]) => [name, { value, isWithdrawn: name === 'f.idea' && value.length === 0, also: [] }]),
    );
  return /** @type {any} */ ({
    id,
    type: 'session',
    byPerson: new Map([
      [1, fields({ invite: begun, ...first })],
      [2, fields(second)],
    ]),
  });
}

test('what both would do together again comes up once more: cards by name, an idea in its writer’s words; what one wants alone does not', () => {
  const records = [
    record('a1', 1, { 'r.marks': [3, 'together-tea'], 'r.again': [9, 0] }),
    record('b2', 2, { 'r.marks': [3, '1/0'], 'r.again': [9, 0] }, { 'f.idea': ['Fly a kite'] }),
    record('c3', 3, { 'r.marks': [3, 'together-soup'], 'r.again': [9, 'none'] }),
    record('d4', 4, { 'r.marks': [3, 'idea/b2'], 'r.again': [9, 0] }),
    record('e5', 5, { 'r.marks': [3, 'none'], 'r.again': [9, 0] }),
  ];
  const space = /** @type {any} */ ({
    person: 1,
    newest: () => records,
    record: (/** @type {string} */ id) => records.find((each) => each.id === id) ?? null,
  });
  const sessions = new Sessions({ me: () => null, pair: () => space, crypto: /** @type {any} */ ({}), now: () => 9 });
  assert.deepEqual(sessions.repeats(), ['idea/b2', 'together-tea']);
  assert.equal(sessions.ideaOf('idea/b2'), 'Fly a kite');
  assert.deepEqual([sessions.ideaOf('idea/zz'), sessions.ideaOf('together-tea')], [null, null]);
});

test('what both try comes back on the day they named, another day when it is put off, and never where one of them did not say yes', async () => {
  const DAY = 86_400_000;
  let now = 10 * DAY;
  const past = (/** @type {string} */ id, /** @type {string} */ end) => ({
    id,
    practice: 'shared-problem-solving',
    end,
    at: 4 * DAY,
    lines: [
      { name: 'trial', value: 'I wake you at seven', isWithdrawn: false },
      { name: 'review', value: 0, isWithdrawn: false },
    ],
  });
  /** @type {any[]} */ const seen = [];
  const entries = /** @type {any} */ ({
    list: () => seen,
    keep: async (/** @type {any} */ _, /** @type {any} */ own) => seen.unshift({ own }),
  });
  const values = (/** @type {string} */ end) =>
    new Values({ entries, sessions: /** @type {any} */ ({ newest: () => [past('a1', end)] }), now: () => now });
  assert.equal(values('no-agreement').trial(), null);
  assert.deepEqual(values('end').trial(), { session: 'a1', text: 'I wake you at seven', at: 11 * DAY, isDue: false });
  now = 11 * DAY;
  assert.equal(values('end').trial()?.isDue, true);
  await values('end').putLookAway('a1', false, 7);
  assert.deepEqual([values('end').trial()?.isDue, values('end').trial()?.at], [false, 18 * DAY]);
  await values('end').putLookAway('a1', true);
  assert.equal(values('end').trial(), null);
});
