import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Entries } from '../../web/app/entries.js';
import { answerTo, firstLine, pageOf, Thanks } from '../../web/app/thanks.js';
import { counting, space } from './support/plain-space.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-24T18:00:00').getTime();

/** Two people over the same pair, each with a place of their own; one clock. */
function two() {
  const clock = { now: NOW };
  const us = new Map();
  const crypto = counting();
  const people = [1, 2].map((person) => {
    const me = space('me', 1, new Map());
    const pair = space('us', person, us);
    const entries = new Entries({ me: () => me, pair: () => pair, crypto, now: () => clock.now });
    return new Thanks({ entries, crypto, now: () => clock.now });
  });
  const [noor, sam] = /** @type {[Thanks, Thanks]} */ (people);
  return { noor, sam, clock, us };
}

/** @param {import('../../web/app/entries.js').Entry[]} entries */
const lines = (entries) => entries.map(firstLine);
const first = (/** @type {import('../../web/app/entries.js').Entry[]} */ entries) =>
  /** @type {import('../../web/app/entries.js').Entry} */ (entries[0]);

test('what was noticed is on one phone until it is given; it is answered once, and complete', async () => {
  const { noor, sam, us } = two();
  await noor.keep({ noticed: 'you turned the radio down', felt: 'I could think' });
  assert.deepEqual([lines(noor.mine()), us.size], [['you turned the radio down'], 0]);
  await noor.give(first(noor.mine()));
  assert.deepEqual(lines(sam.here()), ['you turned the radio down']);
  await sam.answer(first(sam.here()), 1);
  await sam.answer(first(sam.theirs()), 0);
  assert.deepEqual([sam.here(), answerTo(first(noor.answered()))], [[], 1]);
  await noor.putAway(first(noor.answered()));
  assert.deepEqual(noor.answered(), []);
});

test('three pages go one a day, and what was stopped never leaves', async () => {
  const { noor, sam, clock, us } = two();
  await noor.giveDaily([{ deed: 'one' }, { deed: 'two' }, { deed: '  ' }, { deed: 'three' }]);
  assert.deepEqual([lines(sam.theirs()), us.size], [['one'], 1]);
  await noor.deliver();
  assert.equal(us.size, 1);
  clock.now += 3 * DAY_MS;
  await noor.deliver();
  await noor.deliver();
  assert.deepEqual(lines(sam.theirs()).sort(), ['one', 'two']);
  await noor.stop();
  clock.now += DAY_MS;
  await noor.deliver();
  assert.equal(us.size, 2);
  assert.deepEqual(lines(noor.mine()).sort(), ['one', 'three', 'two']);
});

test('whoever looks after days sees one page a day', async () => {
  const { noor, sam, clock } = two();
  await noor.giveDaily([{ deed: 'one' }, { deed: 'two' }]);
  clock.now += DAY_MS;
  await noor.deliver();
  assert.deepEqual(lines(sam.here()), ['one']);
  await sam.answer(first(sam.here()), 0);
  assert.deepEqual(sam.here(), []);
  clock.now += DAY_MS;
  assert.deepEqual(lines(sam.here()), ['two']);
});

test('tell me more brings one more line, and then it rests', async () => {
  const { noor, sam } = two();
  await noor.giveDaily([{ deed: 'You called my mother', meant: 'I could sit down' }]);
  await sam.answer(first(sam.here()), 2);
  assert.deepEqual([sam.here(), noor.isMoreAsked(first(noor.answered()))], [[], true]);
  await noor.tellMore(first(noor.answered()), 'It was the third call that day');
  assert.deepEqual(noor.answered(), []);
  assert.equal(pageOf(first(sam.here()))['more'], 'It was the third call that day');
  await sam.putAway(first(sam.here()));
  assert.deepEqual(sam.here(), []);
});

test('the jar gives what was received and looked at, another each time, and nothing that was taken back', async () => {
  const { noor, sam } = two();
  assert.equal(sam.draw(), null);
  for (const noticed of ['one', 'two']) {
    const id = await noor.keep({ noticed });
    await noor.give(/** @type {any} */ (noor.find(id)));
  }
  assert.equal(sam.draw(), null);
  for (const entry of sam.here()) await sam.answer(entry, 0);
  const a = sam.draw();
  const b = sam.draw([], a?.id);
  assert.notEqual(a?.id, b?.id);
  for (const entry of noor.mine()) await noor.takeBack(entry);
  assert.equal(sam.draw(), null);
  assert.deepEqual(sam.draw([{ id: 's', page: { star: 'The bus driver waited.' }, at: NOW }])?.page, { star: 'The bus driver waited.' });
});
