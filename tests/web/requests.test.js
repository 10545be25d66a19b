import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Entries } from '../../web/app/entries.js';
import { AGAIN_MS, Requests, STILL_TRUE_MS } from '../../web/app/requests.js';
import { FIRST_KEY } from '../../web/core/request.js';
import { counting, space } from './support/plain-space.js';

const NOON = new Date('2026-11-24T12:00:00').getTime();
const DAY_MS = 86_400_000;
const WORDS = { need: 'Tea at nine', when: 'Today', why: '', words: ['rest'] };

/** Noor and Sam, with one clock and one space between them. */
function two() {
  const clock = { now: NOON };
  const us = new Map();
  const own = [new Map(), new Map()];
  const crypto = counting();
  const [noor, sam] = /** @type {[Requests, Requests]} */ (
    [1, 2].map((person) => {
      const parts = {
        me: () => space('me', 1, /** @type {any} */ (own[person - 1])),
        pair: () => space('us', person, us),
        crypto,
        now: () => clock.now,
      };
      return new Requests({ ...parts, entries: new Entries(parts) });
    })
  );
  const between = () => JSON.stringify([...us.values()].map(({ byPerson }) => [...byPerson].map(([who, fields]) => [who, [...fields]])));
  return { noor, sam, clock, between };
}

/** @param {Requests} requests */
const only = (requests) => {
  const [item] = requests.all();
  assert.ok(item);
  return item;
};

/** @param {Requests} noor @param {object} [more] */
async function ask(noor, more = {}) {
  await noor.send(await noor.keep({ ...WORDS, ...more }), true);
}

test('a draft, whether one could live with a no, that somebody looked and that it was put off: nothing of it is between them', async () => {
  const { noor, sam, between } = two();
  const id = await noor.keep({ ...WORDS, no: 'not-yet' });
  assert.equal(between(), '[]');
  assert.equal(noor.isFirst, true);
  await noor.send(id, true);
  assert.deepEqual([noor.isFirst, between().includes('not-yet')], [false, false]);
  const before = between();
  await sam.open(only(sam));
  await sam.later(only(sam));
  assert.equal(between(), before);
});

test('later puts it off; after two days it rises once, and then it rests in its place', async () => {
  const { noor, sam, clock } = two();
  await ask(noor);
  assert.equal(sam.isHere(only(sam)), true);
  await sam.later(only(sam));
  assert.equal(sam.isHere(only(sam)), false);
  clock.now += AGAIN_MS;
  assert.deepEqual([sam.isHere(only(sam)), sam.isAgain(only(sam)), noor.isAgain(only(noor))], [true, true, true]);
  await sam.later(only(sam));
  await noor.rest(only(noor));
  clock.now += 30 * DAY_MS;
  assert.deepEqual([sam.isHere(only(sam)), noor.isAgain(only(noor)), only(sam).request.step], [false, false, 'asked']);
});

test('other words after it was opened are said to be changed; before that only the new ones are there', async () => {
  const { noor, sam } = two();
  await ask(noor);
  const { id } = only(noor);
  await noor.keep({ ...WORDS, need: 'Tea at ten' }, id);
  assert.equal(only(sam).words.need, 'Tea at nine', 'not sent yet');
  await noor.send(id, true);
  assert.deepEqual([only(sam).words.need, sam.isChanged(only(sam))], ['Tea at ten', false]);
  await sam.open(only(sam));
  await noor.keep({ ...WORDS, need: 'Tea at eleven' }, id);
  await noor.send(id, true);
  assert.equal(sam.isChanged(only(sam)), true);
});

test('without a network it waits; within a day it goes by itself, and after that its writer says first whether it is true', async () => {
  const { noor, sam, clock } = two();
  await noor.send(await noor.keep(WORDS), false);
  assert.deepEqual(sam.all(), []);
  clock.now += STILL_TRUE_MS - 1;
  await noor.travel();
  assert.equal(only(sam).writtenAt, NOON);
  const { noor: late, sam: other, clock: later } = two();
  const id = await late.keep(WORDS);
  await late.send(id, false);
  later.now += STILL_TRUE_MS;
  await late.travel();
  assert.deepEqual([other.all(), late.isStillAsked(only(late))], [[], true]);
  await late.confirmTrue(id, true);
  assert.equal(only(other).request.step, 'asked');
  assert.equal(late.isStillAsked(only(late)), false);
});

test('kept for oneself after all, it does not travel', async () => {
  const { noor, sam } = two();
  const id = await noor.keep(WORDS);
  await noor.send(id, false);
  await noor.stay(id);
  await noor.travel();
  assert.deepEqual([sam.all(), noor.drafts().length], [[], 1]);
});

test('taken back, its words are gone from the other phone; taken up again, an earlier answer is no answer', async () => {
  const { noor, sam, between } = two();
  await ask(noor);
  await sam.answer(only(sam), { kind: 'yes' });
  await noor.takeBack(only(noor));
  assert.deepEqual([only(sam).isTakenBack, only(sam).words.need, between().includes('Tea')], [true, '', false]);
  assert.deepEqual([noor.drafts(), sam.received()], [[], []]);
  await noor.keep(WORDS, only(noor).id);
  await noor.send(only(noor).id, true);
  assert.deepEqual([only(sam).request.step, only(sam).isTakenBack], ['asked', false]);
});

test('one topic is open once: until it was answered in full, or taken back', async () => {
  const { noor, sam } = two();
  await ask(noor, { need: 'Sit with me before you fix it' });
  assert.ok(noor.openLike('sit with me, before you fix it'));
  assert.equal(noor.openLike('sit with me, before you fix it', only(noor).id), null, 'the same one, changed');
  assert.equal(noor.openLike('Call when you leave work'), null);
  await sam.answer(only(sam), { kind: 'not-now', by: '2026-11-26' });
  assert.ok(noor.openLike('sit with me, before you fix it'));
  await sam.answer(only(sam), { kind: 'no' });
  assert.equal(noor.openLike('sit with me, before you fix it'), null);
});

test('the day that was named: on it its owner is reminded, after it nothing is said of it', async () => {
  const { noor, sam, clock } = two();
  await ask(noor);
  await sam.answer(only(sam), { kind: 'not-now', by: '2026-11-26' });
  const now = () => [sam.isAnswerDay(only(sam)), noor.isAnswerAhead(only(noor))];
  assert.deepEqual(now(), [false, true]);
  clock.now += 2 * DAY_MS;
  assert.deepEqual(now(), [true, true]);
  clock.now += DAY_MS;
  assert.deepEqual([...now(), only(noor).request.step], [false, false, 'not-now']);
});

test('whether it helped is asked of the asker, a day after, and stays with them unless they share it', async () => {
  const { noor, sam, clock, between } = two();
  await ask(noor);
  await sam.answer(only(sam), { kind: 'yes' });
  for (const each of [sam, noor]) await each.confirm(only(each));
  assert.deepEqual([only(noor).request.step, only(noor).sentence], ['agreed', 'Tea at nine']);
  clock.now += DAY_MS - 1;
  assert.equal(noor.isHelpAsked(only(noor)), false);
  clock.now += 1;
  assert.deepEqual([noor.isHelpAsked(only(noor)), sam.isHelpAsked(only(sam))], [true, false]);
  await noor.help(only(noor), 2, 'It was late');
  assert.deepEqual([noor.isHelpAsked(only(noor)), between().includes('It was late')], [false, false]);
  await noor.shareHelp(only(noor), 2, 'It was late');
  assert.deepEqual(only(sam).request.helped, { choice: 2, text: 'It was late' });
});

test('done, changed or let go is told only by the one who did it', async () => {
  const { noor, sam } = two();
  await ask(noor);
  await sam.answer(only(sam), { kind: 'change', change: 'Tea at ten', reflection: 'You need warmth' });
  await noor.accept(only(noor));
  for (const each of [sam, noor]) await each.confirm(only(each));
  await sam.come(only(sam), 'gone', '', false);
  assert.equal(only(noor).request.step, 'agreed');
  await sam.come(only(sam), 'done', 'Light', true);
  assert.equal(only(noor).request.outcome?.text, 'Light');
  await noor.reach(only(noor), '');
  assert.equal(only(sam).request.reached, '');
});

test('face to face: each writes their own part, whichever arrives first; only the yes to this very sentence is written', async () => {
  const asked = { need: 'Tea', when: 'at nine', why: '' };
  const said = { reflection: 'Warmth', answer: 1, change: 'Tea at ten' };
  for (const isSamFirst of [true, false])
    for (const [mine, theirs, step] of /** @type {const} */ ([
      [['agreed-1'], ['agreed-1'], 'agreed'],
      [['agreed-0'], ['agreed-1'], 'proposal'],
      [['agreed-1'], [], 'sentence'],
      [[], [], 'proposal'],
    ])) {
      const { noor, sam } = two();
      const part = (/** @type {any} */ fields, /** @type {readonly string[]} */ flags) => ({
        fields,
        shared: Object.keys(fields),
        hasSaid: (/** @type {string} */ flag) => flags.includes(flag),
      });
      const noorLeaves = () => noor.fromTalk({ session: 'a1', isAsker: true, mine: part(asked, mine), theirs: said });
      const samLeaves = () => sam.fromTalk({ session: 'a1', isAsker: false, mine: part(said, theirs), theirs: asked });
      for (const leave of isSamFirst ? [samLeaves, noorLeaves] : [noorLeaves, samLeaves]) await leave();
      assert.deepEqual([only(noor).request.step, only(sam).request.step], [step, step]);
      assert.deepEqual([only(noor).isMine, only(sam).isMine, only(sam).request.versions[0]?.by], [true, false, 'other']);
      if (step === 'agreed') assert.notEqual(only(sam).request.key, FIRST_KEY);
    }
});

test('face to face and not read aloud: it stays a draft, and the one it was read from is the same one', async () => {
  const { noor, sam } = two();
  const id = await noor.keep(WORDS);
  await noor.note(only(noor), { reading: 'a1' });
  const mine = { fields: { need: 'Tea, and a talk' }, shared: [], hasSaid: () => false };
  await noor.fromTalk({ session: 'a1', isAsker: true, mine, theirs: {} });
  assert.deepEqual([only(noor).id, only(noor).words.need, only(noor).words.words, sam.all()], [id, 'Tea, and a talk', ['rest'], []]);
  await noor.fromTalk({ session: 'a1', isAsker: true, mine: { ...mine, shared: ['need'] }, theirs: {} });
  assert.deepEqual([noor.all().length, only(noor).isDraft, only(sam).request.step], [1, false, 'asked']);
});
