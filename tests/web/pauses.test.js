import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pauses, pauseOf } from '../../web/app/pauses.js';

const AT = 1_780_000_000_000;
const MINUTE = 60_000;
const UNTIL = AT + 30 * MINUTE;

/** @param {Record<string, any>} first fields of person 1 @param {Record<string, any>} [second] */
function record(first, second = {}) {
  const fields = (/** @type {Record<string, any>} */ values) =>
    new Map(Object.entries(values).map(([name, value]) => [name, { value, isWithdrawn: false, also: [] }]));
  return /** @type {any} */ ({
    id: 'a1',
    byPerson: new Map([
      [1, fields(first)],
      [2, fields(second)],
    ]),
  });
}

test('a call by either holds for both, until the later of two that were called apart', () => {
  const one = pauseOf(record({ call: [AT, UNTIL] }), 2, true);
  assert.deepEqual([one?.untilMs, one?.isCalledHere, one?.isOver], [UNTIL, false, false]);
  const both = pauseOf(record({ call: [AT, UNTIL] }, { call: [AT + MINUTE, UNTIL + 30 * MINUTE] }), 1, true);
  assert.deepEqual([both?.at, both?.untilMs], [AT, UNTIL + 30 * MINUTE]);
});

test('both phones read the same pause, whoever called', () => {
  const shared = record({ call: [AT, UNTIL] }, { call: [AT, UNTIL] });
  const [mine, theirs] = [pauseOf(shared, 1, true), pauseOf(shared, 2, true)];
  assert.deepEqual(mine, theirs);
});

test('a time under twenty minutes, over a day, or not a time at all calls nothing', () => {
  for (const call of [[AT, AT + 5 * MINUTE], [AT, AT + 25 * 60 * MINUTE], [AT], ['x', UNTIL], null])
    assert.equal(pauseOf(record({ call }), 1, true), null);
});

test('each makes it longer once; a later time counts and an absurd one does not', () => {
  const longer = pauseOf(record({ call: [AT, UNTIL], longer: UNTIL + 20 * MINUTE }), 1, true);
  assert.deepEqual([longer?.untilMs, longer?.canLonger], [UNTIL + 20 * MINUTE, false]);
  assert.equal(pauseOf(record({ call: [AT, UNTIL], longer: UNTIL + 20 * MINUTE }), 2, true)?.canLonger, true);
  assert.equal(pauseOf(record({ call: [AT, UNTIL], longer: AT * 2 }), 1, true)?.untilMs, UNTIL);
});

test('it goes on when both are ready; alone, when one is; a pause left for today is over for both', () => {
  const half = record({ call: [AT, UNTIL], ready: UNTIL });
  assert.deepEqual(
    [pauseOf(half, 1, true)?.isReady, pauseOf(half, 1, true)?.areBothReady, pauseOf(half, 2, true)?.isReady],
    [true, false, false],
  );
  assert.equal(pauseOf(half, 1, false)?.areBothReady, true);
  assert.equal(pauseOf(record({ call: [AT, UNTIL], ready: UNTIL }, { ready: UNTIL + 1 }), 1, true)?.areBothReady, true);
  assert.equal(pauseOf(record({ call: [AT, UNTIL] }, { over: true }), 1, true)?.isOver, true);
});

test('a time that went by a day ago is offered once more for a week, unless it was left or come back from', () => {
  const DAY = 24 * 60 * MINUTE;
  const passedAt = (/** @type {number} */ now, /** @type {Record<string, any>} */ more = {}) => {
    const pause = record({ call: [AT, UNTIL], ...more }, { call: [AT, UNTIL] });
    const space = /** @type {any} */ ({ person: 1, places: () => [{ id: pause.id, at: AT }], record: () => pause });
    return (
      new Pauses({ me: () => null, pair: () => space, now: () => now, today: () => '2026-05-28', drafts: () => /** @type {any} */ ({}) })
        .passed?.id ?? null
    );
  };
  assert.equal(passedAt(UNTIL + DAY - 1), null, 'still asked about');
  assert.equal(passedAt(UNTIL + DAY), 'a1');
  assert.equal(passedAt(UNTIL + DAY, { over: true }), null);
  assert.equal(passedAt(UNTIL + 8 * DAY), null);
});

test('notes of a pause are left until the talk after it has asked about them; of one that holds now nothing is left yet', async () => {
  const fields = (/** @type {Record<string, any>} */ values) => record(values, {}).byPerson;
  const pauses = [
    { id: 'a1', byPerson: fields({ call: [AT, UNTIL], ready: UNTIL }) },
    { id: 'b2', byPerson: fields({ call: [AT + 60 * MINUTE, UNTIL + 60 * MINUTE] }) },
  ];
  /** @type {Map<string, any>} */ const drafts = new Map([
    [
      'pause/a1',
      [
        ['note', 'not for sending'],
        ['body', ' '],
        ['feeling', 'cornered'],
      ],
    ],
    ['pause/b2', [['feeling', 'calmer']]],
  ]);
  let now = UNTIL + 61 * MINUTE;
  const space = /** @type {any} */ ({
    person: 1,
    places: () => pauses.map(({ id }) => ({ id, at: AT })),
    record: (/** @type {string} */ id) => pauses.find((each) => each.id === id) ?? null,
  });
  const kept = /** @type {any} */ ({
    get: (/** @type {string} */ key) => drafts.get(key),
    clear: async (/** @type {string} */ key) => drafts.delete(key),
  });
  const all = new Pauses({ me: () => null, pair: () => space, now: () => now, today: () => '2026-05-28', drafts: () => kept });
  pauses[0]?.byPerson.set(2, pauses[0].byPerson.get(1));
  assert.deepEqual(all.given(), { notes: ['cornered', 'not for sending'] });
  await all.putDown();
  assert.deepEqual([all.given(), all.notesOf('b2')], [{}, { feeling: 'calmer' }]);
  now += 3 * 24 * 60 * MINUTE;
  assert.deepEqual(all.given(), { notes: ['calmer'] });
});
