import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Acts } from '../../web/app/acts.js';
import { Entries } from '../../web/app/entries.js';
import { ANSWER, PRACTICE, Wishes } from '../../web/app/wishes.js';
import { counting, space } from './support/plain-space.js';

const NOW = 1_780_000_000_000;
const DAY_MS = 86_400_000;
const WISH = 'ten minutes on the balcony';

/** Sam wished in a session that both have left, and Noor answered. @param {number} answer */
function two(answer) {
  const clock = { now: NOW };
  const us = new Map();
  const crypto = counting();
  /** What stands in the record, as person 1 sees it. */
  const said = { wish: /** @type {string|null} */ (WISH), answer };
  const make = (/** @type {1|2} */ person) => {
    const me = space('me', 1, new Map());
    const pair = space('us', person, us);
    const entries = new Entries({ me: () => me, pair: () => pair, crypto, now: () => clock.now });
    /** @type {any[]} */ let carried = [];
    const sessions = /** @type {any} */ ({
      past: () => [
        {
          id: 'f0'.repeat(16),
          practice: PRACTICE,
          mode: 'live',
          at: NOW,
          day: '2026-11-24',
          isLeft: true,
          lines: [
            { name: 'wish', value: said.wish, isMine: person === 2, isWithdrawn: said.wish === null },
            { name: 'answer', value: said.answer, isMine: person === 1, isWithdrawn: false },
            { name: 'star-1', value: 'The bus driver waited.', isMine: person === 2, isWithdrawn: false },
          ],
        },
      ],
      awake: () => sessions.past(),
      get: (/** @type {string} */ id) => sessions.past().find((/** @type {any} */ each) => each.id === id) ?? null,
      answer: (/** @type {string} */ _session, /** @type {string} */ _name, /** @type {number} */ choice) => {
        said.answer = choice;
      },
      carried: () => carried,
      carry: (/** @type {any} */ one) => carried.push({ id: String(carried.length), ...one }),
      putDown: (/** @type {string} */ id) => {
        carried = carried.filter((each) => each.id !== id);
      },
    });
    return { wishes: new Wishes({ entries, sessions, now: () => clock.now }), acts: new Acts({ entries, now: () => clock.now }), sessions };
  };
  return { noor: make(1), sam: make(2), clock, said };
}

test('a yes becomes one act of the one who said it; the asker reads: yes, then nothing until it is done and shown', async () => {
  const { noor, sam } = two(ANSWER.yes);
  await noor.wishes.settle();
  await noor.wishes.settle();
  assert.deepEqual(
    noor.acts.open().map(({ own }) => own['act']),
    [WISH],
  );
  const [granted] = sam.wishes.granted();
  assert.equal(granted?.act.theirs['act'], WISH);
  await sam.wishes.close(/** @type {any} */ (granted).act);
  assert.deepEqual(sam.wishes.granted(), []);
  await noor.acts.come(/** @type {any} */ (noor.acts.open()[0]), 'done', { isShared: true });
  assert.equal(sam.wishes.granted()[0]?.act.theirs['outcome'], 'done');
  await sam.acts.reach(/** @type {any} */ (sam.wishes.granted()[0]).act.id);
  assert.deepEqual([sam.wishes.granted().length, noor.acts.reached().length], [0, 1]);
});

test('let me think lies on the list at once, is asked about after three days, and is no yes until it is said', async () => {
  const { noor, sam, clock } = two(ANSWER.think);
  await noor.wishes.settle();
  await noor.wishes.settle();
  await sam.wishes.settle();
  assert.deepEqual(
    noor.sessions.carried().map((/** @type {any} */ { kind, text }) => [kind, text]),
    [['retreat', WISH]],
  );
  assert.deepEqual([noor.wishes.toThink(), noor.acts.open(), sam.wishes.granted()], [[], [], []]);
  clock.now += 30 * DAY_MS;
  await noor.wishes.settle();
  assert.deepEqual([noor.wishes.toThink().length, noor.acts.open().length], [1, 0]);
  await noor.wishes.answer(/** @type {any} */ (noor.wishes.toThink()[0]), ANSWER.talk);
  assert.deepEqual([noor.wishes.toThink(), noor.sessions.carried(), noor.acts.open()], [[], [], []]);
  assert.equal(sam.wishes.answeredLater().length, 1);
  await sam.wishes.hear(/** @type {any} */ (sam.wishes.answeredLater()[0]));
  assert.deepEqual(sam.wishes.answeredLater(), []);
});

test('nothing comes of a wish that was taken back, and no star of one’s own is in the jar', async () => {
  const { noor, sam, said } = two(ANSWER.yes);
  said.wish = null;
  await noor.wishes.settle();
  assert.deepEqual(noor.acts.open(), []);
  assert.deepEqual([noor.wishes.stars().map(({ page }) => page['star']), sam.wishes.stars()], [['The bus driver waited.'], []]);
});
