/** What listening practices ask of the engine, on a practice made for this: agreement, flags of a hand, piles, steps and the tray of one person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribution, localOf, receive, setVoice } from '../../web/core/practice.js';
import { checkPractice } from '../../web/core/practice-schema.js';
import { perspectiveFirst } from '../../web/practices/perspective-first.js';
import { structuredListening } from '../../web/practices/structured-listening.js';
import { Pair } from './support/session.js';

const WORDS = { floor: 'structured-listening-ask', other: 'structured-listening-ask-small' };
/** @type {(more: object) => any} */
const phase = (more) => ({ floor: 'listener', seconds: null, role: { floor: null }, prompt: WORDS, ...more });
/** @type {(event: string, more?: object) => any} */
const tap = (event, more = {}) => ({ event, by: 'floor', does: 'next', message: 'live-said', ...more });

/** One asks, writes what is new, and the other says whether it stays. */
const practice = /** @type {import('../../web/core/practice-schema.js').Practice} */ ({
  ...structuredListening,
  phases: {
    ask: phase({
      urges: 'floor',
      cards: { list: 'third', count: 1, piles: ['first', 'second'] },
      stages: [{ when: ['passed'], prompt: { floor: 'structured-listening-passed' } }],
      actions: [
        tap('others', { does: 'draw' }),
        tap('pass', { by: 'other', does: 'flag', flag: 'passed', scope: 'hand' }),
        tap('on', { does: 'on' }),
      ],
    }),
    write: phase({
      steps: [
        { id: 'write', prompt: 'structured-listening-write', fields: ['learned'], when: ['!voice'] },
        { id: 'aloud', prompt: 'structured-listening-say-back' },
      ],
      actions: [tap('send', { does: 'on' })],
    }),
    keep: phase({ floor: 'teller', actions: [tap('yes', { flag: 'kept', scope: 'turn' }), tap('no')] }),
    both: phase({
      floor: 'both',
      actions: [
        tap('both', { does: 'ready', flag: 'ours', scope: 'turn' }),
        tap('mine', { does: 'ready' }),
        tap('erase', { does: 'clear-on', fields: ['word'] }),
      ],
    }),
    end: phase({ floor: 'both', isFinal: true, actions: [tap('close', { does: 'close' })] }),
  },
  flows: {
    live: [{ phase: 'ask', turn: 0 }, { phase: 'write', turn: 0 }, { phase: 'keep', turn: 0 }, { phase: 'both' }, { phase: 'end' }],
  },
  modes: ['live'],
  lists: { first: ['a-1', 'a-2'], second: ['b-1', 'b-2'], third: ['c-1', 'c-2'] },
  fields: [
    { name: 'learned', writer: 'listener', privateUntil: 'ready', max: 90, share: true, staysIf: 'kept' },
    { name: 'word', writer: 'each', privateUntil: 'ready', max: 40, share: true, staysIf: 'both:ours', keeps: true },
  ],
});

const learned = (/** @type {Pair} */ pair) => contribution(pair.states[1]).fields['learned'];

/** To the place where it is asked whether it stays. */
function toKeep() {
  const pair = new Pair({ practice });
  pair.say(1, 'on');
  pair.say(1, 'write', { field: 'learned', value: 'You never liked the sea.' });
  pair.say(1, 'send');
  pair.say(1, 'send');
  return pair;
}

test('the practice of this test is well made', () => assert.deepEqual(checkPractice(practice), []));

test('one card of each pile, then of the list; a pass stands until other cards are drawn', () => {
  const pair = new Pair({ practice });
  assert.deepEqual(
    pair.view(1).cards.map((id) => id[0]),
    ['a', 'b', 'c'],
  );
  pair.say(0, 'pass');
  assert.equal(pair.view(1).prompt?.id, 'structured-listening-passed');
  assert.equal(pair.say(0, 'pass'), false);
  pair.say(1, 'others');
  assert.equal(pair.view(1).prompt?.id, 'structured-listening-ask');
  assert.equal(pair.say(0, 'pass'), true);
  assert.equal(pair.view(1).prompt?.id, 'structured-listening-passed');
});

test('a tray for the one who asks, and for nobody else', () => {
  const pair = new Pair({ practice });
  assert.deepEqual([pair.view(0).urges, pair.view(1).urges !== null], [null, true]);
  assert.equal(pair.tap(0, 'urge', { urge: 'mine' }), false);
  assert.equal(pair.tap(1, 'urge', { urge: 'mine' }), true);
});

test('steps are for the one whose phase it is; the other keeps their own words', () => {
  const pair = new Pair({ practice });
  pair.say(1, 'on');
  assert.deepEqual([pair.view(1).step, pair.view(1).prompt?.id], ['write', 'structured-listening-write']);
  assert.deepEqual([pair.view(0).step, pair.view(0).prompt?.id], [null, 'structured-listening-ask-small']);
  assert.deepEqual(pair.view(0).fields, []);
});

test('what was shared to be agreed on stays after a yes', () => {
  const pair = toKeep();
  assert.equal(learned(pair), 'You never liked the sea.');
  pair.say(0, 'yes');
  assert.equal(learned(pair), 'You never liked the sea.');
});

test('it is taken back after a no, a skip, or a close without an answer, and by nobody else’s yes', () => {
  const refused = toKeep();
  refused.say(0, 'no');
  assert.equal(learned(refused), undefined);
  assert.equal(localOf(refused.states[1]).fields[1]['learned'], undefined);
  const skipped = toKeep();
  skipped.tap(0, 'pause');
  skipped.say(0, 'skip');
  assert.equal(learned(skipped), undefined);
  const stopped = toKeep();
  stopped.say(0, 'stop');
  assert.equal(learned(stopped), 'You never liked the sea.');
  stopped.say(1, 'close');
  assert.equal(learned(stopped), undefined);
  const own = toKeep();
  own.states[1] = receive(own.states[1], { marks: [] });
  own.states[1] = { ...own.states[1], marks: [own.states[1].marks[0], [...own.states[1].marks[1], ['turn/kept/0', 1]]] };
  own.say(0, 'no');
  assert.equal(learned(own), undefined);
});

test('of two words one each: only a yes of both leaves them shared; else each has their own, or has erased it', () => {
  const words = (/** @type {Pair} */ pair) => pair.states.map((state) => contribution(state).fields['word']);
  const toBoth = () => {
    const pair = new Pair({ practice });
    for (const person of /** @type {const} */ ([0, 1])) {
      const state = pair.states[person];
      /** @type {any} */ const fields = [{}, {}];
      /** @type {any} */ const shared = [[], []];
      fields[person] = { word: `word ${person}` };
      shared[person] = ['word'];
      pair.states[person] = { ...state, local: { ...state.local, fields, shared } };
    }
    pair.say(1, 'on');
    pair.say(1, 'send');
    pair.say(1, 'send');
    pair.say(0, 'no');
    return pair;
  };
  const agreed = toBoth();
  agreed.say(0, 'both');
  agreed.say(1, 'both');
  assert.deepEqual(words(agreed), ['word 0', 'word 1']);
  const apart = toBoth();
  apart.say(0, 'both');
  apart.say(1, 'mine');
  assert.deepEqual(words(apart), [undefined, undefined]);
  assert.deepEqual([localOf(apart.states[0]).fields[0], localOf(apart.states[1]).fields[1]], [{ word: 'word 0' }, { word: 'word 1' }]);
  const erased = toBoth();
  erased.say(0, 'both');
  erased.say(1, 'erase');
  assert.deepEqual(localOf(erased.states[1]).fields[1], {});
  const byVoice = toBoth();
  byVoice.states = [setVoice(byVoice.states[0], true), setVoice(byVoice.states[1], true)];
  byVoice.tap(0, 'both');
  byVoice.tap(1, 'mine');
  assert.deepEqual(words(byVoice), ['word 0', undefined]);
});

test('what was sent and is written again is a draft until one goes on', () => {
  const { local } = toKeep().states[1];
  const back = new Pair({ practice });
  back.states[1] = { ...back.states[1], local: { ...local, serial: 0, steps: [0, 0] } };
  back.say(1, 'on');
  back.tap(1, 'write', { field: 'learned', value: 'You like the sea.' });
  assert.equal(learned(back), undefined);
  back.say(1, 'send');
  back.say(1, 'send');
  assert.equal(learned(back), 'You like the sea.');
});

for (const [name, spoil, reason] of /** @type {Array<[string, (p: any) => void, RegExp]>} */ ([
  ['agreement that nothing sets', (p) => (p.fields[0].staysIf = 'both:thunder'), /nothing agrees to it/],
  ['agreement on what is never shown', (p) => Object.assign(p.fields[0], { privateUntil: 'always', share: false }), /nothing agrees to it/],
  ['a pile that is not there', (p) => p.phases.ask.cards.piles.push('fourth'), /no such pile/],
  ['a tray of nobody', (p) => (p.phases.ask.urges = 'teller'), /urges: of whom/],
  ['a scope nobody knows', (p) => (p.phases.ask.actions[1].scope = 'week'), /unknown scope/],
  ['a flag beside a draw', (p) => (p.phases.ask.actions[0].flag = 'drawn'), /sets no flag/],
  ['clearing a field that is not there', (p) => (p.phases.both.actions[2].fields = ['moon']), /clears nothing/],
  ['a sentence in place of who sees it', (p) => (p.fields[0].says = 'Only you.'), /says: not a message/],
]))
  test(`a malformed practice is refused: ${name}`, () => {
    const spoilt = structuredClone(practice);
    spoil(spoilt);
    assert.match(checkPractice(spoilt).join('\n'), reason);
  });

test('a no at the question of the moment holds when the other had gone on by voice', () => {
  const pair = new Pair({ practice: /** @type {any} */ (perspectiveFirst), mode: 'live' });
  for (const person of /** @type {const} */ ([0, 1])) pair.states[person] = setVoice(pair.states[person], true);
  for (const person of /** @type {const} */ ([0, 1])) pair.tap(person, 'we-said-it');
  assert.deepEqual([pair.view(0).phase, pair.view(1).phase], ['fit', 'fit']);
  pair.tap(0, 'yes-all-three');
  assert.notEqual(pair.view(0).phase, 'fit');
  pair.tap(1, 'not-today');
  assert.equal(pair.view(1).phase, 'another-time');
  for (const person of /** @type {const} */ ([0, 1])) pair.states[person] = setVoice(pair.states[person], false);
  pair.meet();
  assert.deepEqual([pair.view(0).phase, pair.view(1).phase], ['another-time', 'another-time']);
});
