import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Decks, poolFrom } from '../../web/app/decks.js';
import { suggestions } from '../../web/core/suggestions.js';
import { loadPractice } from '../../web/practices/registry.js';
import { threefold } from '../../web/ui/cover.js';

const { questions } = JSON.parse(readFileSync(new URL('../../web/text/en/content/questions.json', import.meta.url), 'utf8'));
const TODAY = 20_000;
const HOW = { deck: 'curiosity', least: 6, seen: new Map(), own: [], depth: 2, kind: '', today: TODAY, seed: 7 };

test('what was seen within a year does not come back while there is anything else', () => {
  const all = poolFrom(questions, HOW);
  const seen = new Map(all.slice(0, 10).map((id, i) => [id, TODAY - 364 + i]));
  const pool = poolFrom(questions, { ...HOW, seen });
  assert.equal(pool.length, all.length - 10);
  assert.ok(pool.every((id) => !seen.has(id)));
  const yearLater = poolFrom(questions, { ...HOW, seen, today: TODAY + 1 });
  assert.equal(yearLater.filter((id) => seen.has(id)).length, 1);
});

test('when a deck is through, those seen longest ago join, and just enough of them', () => {
  const all = poolFrom(questions, HOW);
  const seen = new Map(all.map((id, i) => [id, TODAY - 200 + i]));
  assert.deepEqual(poolFrom(questions, { ...HOW, seen }), all.slice(0, 6));
});

test('cards of depth 3 only where both are willing; cards for one kind of pair only there; own cards first', () => {
  const depthOf = (/** @type {string} */ id) => questions.find((/** @type {any} */ each) => each.id === id)?.depth;
  for (const deck of ['curiosity', 'storytelling']) {
    assert.ok(poolFrom(questions, { ...HOW, deck }).every((id) => depthOf(id) < 3));
    assert.ok(poolFrom(questions, { ...HOW, deck, depth: 3 }).some((id) => depthOf(id) === 3));
  }
  for (const { id, deck, audience } of questions.filter((/** @type {any} */ each) => each.audience)) {
    assert.ok(!poolFrom(questions, { ...HOW, deck, depth: 3 }).includes(id), id);
    assert.ok(poolFrom(questions, { ...HOW, deck, depth: 3, kind: audience }).includes(id), id);
  }
  const own = [{ id: 'own.a', deck: 'curiosity', text: 'x', isMine: true }];
  assert.equal(poolFrom(questions, { ...HOW, own })[0], 'own.a');
  assert.ok(!poolFrom(questions, { ...HOW, own, deck: 'storytelling' }).includes('own.a'));
});

test('what the library offers comes from what is true today; in a pause, nothing that needs two', () => {
  const none = {
    underWay: null,
    invited: null,
    waiting: [],
    pausedUntilMs: null,
    turnOwed: null,
    topic: null,
    hasSky: true,
    hasPair: true,
    isWelcome: () => true,
  };
  assert.deepEqual(suggestions(none), []);
  assert.deepEqual(
    suggestions({ ...none, hasSky: false }).map(({ practice }) => practice),
    ['daily-check-in'],
  );
  const busy = {
    ...none,
    hasSky: false,
    turnOwed: { at: 1 },
    topic: 'The garage',
    waiting: [{ practice: 'deep-listening', record: 'ab' }],
  };
  assert.deepEqual(
    suggestions(busy).map(({ place }) => place),
    ['#/live/own/ab', '#/live/deep-listening'],
  );
  assert.deepEqual(
    suggestions({ ...busy, pausedUntilMs: 5, waiting: [] }).map(({ practice }) => practice),
    ['pause-in-conflict', 'daily-check-in'],
  );
  assert.deepEqual(
    suggestions({ ...busy, isWelcome: (id) => id === 'topic', pausedUntilMs: null }).map(({ offer }) => offer),
    [null, 'topic'],
    'what waits comes from the other, and is no offer',
  );
});

test('three in a row within a second and a half, and not otherwise', () => {
  let now = 0;
  const isThird = threefold(() => now);
  const tapAt = (/** @type {number} */ ms) => {
    now = ms;
    return isThird();
  };
  assert.deepEqual([0, 500, 1500, 1600, 1700, 5000, 6000, 7000, 7400, 7500].map(tapAt), [
    false,
    false,
    true,
    false,
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
});

test('far apart, cards that need one room stay away', () => {
  const near = questions.filter((/** @type {any} */ card) => card.isNear).map((/** @type {any} */ card) => card.id);
  assert.equal(near.length, 5);
  const [here, far] = ['together', 'together-far'].map((deck) => poolFrom(questions, { ...HOW, deck }));
  for (const id of near) assert.deepEqual([here?.includes(id), far?.includes(id)], [true, false], id);
  assert.equal(far?.length, (here?.length ?? 0) - near.length);
});

test('a deck that both phones draw from deals no card that was seen while there are enough that were not', async () => {
  const practice = /** @type {any} */ (await loadPractice('praise-plus-together'));
  const together = questions
    .filter((/** @type {any} */ card) => card.deck === 'together' && !card.audience)
    .map((/** @type {any} */ card) => card.id);
  const fresh = together.slice(0, 4);
  const fields = new Map(together.slice(4).map((/** @type {string} */ id) => [`seen.${id}`, { value: '2026-11-20', isWithdrawn: false }]));
  const space = /** @type {any} */ ({
    name: 'us',
    person: 1,
    meetAt: async () => 'decks',
    record: () => ({ byPerson: new Map([[2, fields]]) }),
  });
  const crypto = /** @type {any} */ ({ random: (/** @type {number} */ length) => new Uint8Array(length).fill(7) });
  const decks = new Decks({ me: () => null, pair: () => space, crypto, today: () => '2026-11-26' });
  const { dealt } = await decks.draw(practice, questions, null, 'live');
  assert.deepEqual(dealt['together']?.toSorted(), fresh.toSorted());
});
