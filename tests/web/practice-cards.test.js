/** What practices with cards and blind marks ask of the engine, on a practice made for this; and decks of one depth. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { poolFrom } from '../../web/app/decks.js';
import { checkPractice } from '../../web/core/practice-schema.js';
import { structuredListening } from '../../web/practices/structured-listening.js';
import { Pair } from './support/session.js';

const WORDS = { floor: 'structured-listening-ask' };
/** @type {(floor: string, more: object) => any} */
const phase = (floor, more) => ({ floor, seconds: null, role: { floor: null }, prompt: WORDS, ...more });
/** @type {(event: string, more?: object) => any} */
const tap = (event, more = {}) => ({ event, by: 'floor', does: 'next', message: 'live-said', ...more });
const LIGHT = Array.from({ length: 9 }, (_, i) => `light-${i + 1}`);

/** Both say how deep, mark three cards, and look at what suits both. */
const practice = /** @type {import('../../web/core/practice-schema.js').Practice} */ ({
  ...structuredListening,
  variants: [{ id: 'near', message: 'live-begin', minutes: [1, 2, 3] }],
  phases: {
    depth: phase('each', { fields: ['depth'], actions: [tap('deep', { does: 'ready' })] }),
    cards: phase('each', {
      cards: {
        list: 'light',
        count: 3,
        to: 'both',
        instead: [
          { when: 'depth=1', list: 'some' },
          { when: 'depth=2', list: 'deep' },
        ],
      },
      fields: ['marks', 'spare'],
      actions: [tap('marked', { does: 'ready' })],
    }),
    chosen: phase('both', {
      shows: [{ field: 'marks', of: 'both', when: ['!marks=none'] }],
      actions: [
        tap('others', { does: 'goto', to: 'cards' }),
        tap('slower', { does: 'flag', flag: 'slower', when: ['!slower'] }),
        tap('quicker', { does: 'flag', flag: 'quicker', isEach: true }),
        tap('this', {}),
      ],
    }),
    end: phase('both', { isFinal: true, actions: [tap('close', { does: 'close' })] }),
  },
  flows: { live: [{ phase: 'depth' }, { phase: 'cards' }, { phase: 'chosen' }, { phase: 'end' }] },
  modes: ['live'],
  lists: {
    depths: ['d-1', 'd-2', 'd-3'],
    light: LIGHT,
    some: ['some-1', 'some-2', 'some-3'],
    deep: ['deep-1', 'deep-2', 'deep-3'],
    three: ['gladly', 'fine', 'not-today'],
    places: ['hands', 'eyes'],
  },
  fields: [
    {
      name: 'depth',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'choice',
      options: 'depths',
      max: 1,
      share: false,
      joint: 'least',
      otherwise: 0,
    },
    {
      name: 'marks',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      from: 'light',
      options: 'three',
      max: 3,
      share: false,
      joint: 'best',
    },
    {
      name: 'spare',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      from: 'light',
      options: 'three',
      max: 9,
      share: false,
      joint: 'groups',
    },
  ],
});

/** @param {number|null} mine @param {number|null} theirs */
function toCards(mine, theirs) {
  const pair = new Pair({ practice });
  for (const [person, value] of /** @type {Array<[0|1, number|null]>} */ ([
    [0, mine],
    [1, theirs],
  ])) {
    if (value !== null) pair.say(person, 'write', { field: 'depth', value });
    pair.say(person, 'deep');
  }
  return pair;
}

test('the practice of this test is well made; what is said wrongly is refused', () => {
  assert.deepEqual(checkPractice(practice), []);
  const { cards } = practice.phases;
  const withInstead = (/** @type {object} */ instead) => ({
    ...practice,
    phases: { ...practice.phases, cards: { ...cards, cards: { ...cards?.cards, instead } } },
  });
  assert.ok(checkPractice(withInstead([{ when: 'depth=1', list: 'nowhere' }])).length > 0);
  assert.ok(checkPractice(withInstead([{ when: 'weight=1', list: 'some' }])).length > 0);
  assert.ok(checkPractice({ ...practice, variants: [{ id: 'near', message: 'live-begin', minutes: [3, 2, 1] }] }).length > 0);
});

test('cards follow what both want: the lighter wish holds, and nobody asked is the lightest', () => {
  const kinds = (/** @type {Pair} */ pair) => new Set(pair.view(0).cards.map((id) => id.replace(/-\d$/, '')));
  assert.deepEqual(kinds(toCards(2, 2)), new Set(['deep']));
  assert.deepEqual(kinds(toCards(2, 1)), new Set(['some']));
  assert.deepEqual(kinds(toCards(0, 2)), new Set(['light']));
  assert.deepEqual(kinds(toCards(2, null)), new Set(['light']));
});

test('nothing marked is an answer: what one marked still counts, and both see the same cards', () => {
  const pair = toCards(0, 0);
  const [first = ''] = pair.view(0).cards;
  assert.deepEqual(pair.view(0).cards, pair.view(1).cards);
  pair.say(1, 'write', { field: 'spare', value: [[first, 2]] });
  pair.say(0, 'marked');
  assert.deepEqual(pair.view(0).cards, [], 'no cards while waiting');
  pair.say(1, 'marked');
  for (const person of /** @type {const} */ ([0, 1])) {
    assert.deepEqual(pair.view(person).results['spare'], [[first, 3]]);
    assert.equal(pair.view(person).results['marks'], 'none');
    assert.deepEqual(pair.view(person).shown, []);
  }
});

test('back at the cards there are others until the list is through; the one that suits both is shown as its card', () => {
  const pair = toCards(0, 0);
  /** @type {string[]} */ const seen = [];
  for (let visit = 0; visit < 3; visit += 1) {
    seen.push(...pair.view(0).cards);
    const [, second = ''] = pair.view(0).cards;
    for (const person of /** @type {const} */ ([0, 1])) {
      pair.say(person, 'write', { field: 'marks', value: [[second, person]] });
      pair.say(person, 'marked');
    }
    assert.deepEqual(
      pair.view(1).shown.map(({ message }) => message),
      [second],
    );
    if (visit < 2) pair.say(1, 'others');
  }
  assert.equal(new Set(seen).size, 9);
});

test('a part of the screen knows when its place began, and which flags are set', () => {
  const pair = toCards(0, 0);
  pair.say(0, 'marked');
  pair.wait(7).say(1, 'marked');
  const began = pair.clock(0);
  pair.wait(3);
  assert.equal(pair.view(0).startedAt, began);
  assert.equal(pair.view(0).elapsedMs, 3000);
  assert.deepEqual(pair.view(0).flags, []);
  pair.say(0, 'slower');
  pair.say(1, 'quicker');
  assert.deepEqual(pair.view(0).flags, ['slower', 'my:slower', 'quicker']);
  assert.deepEqual(pair.view(1).flags, ['slower', 'quicker', 'my:quicker']);
});

test('a deck with a depth behind it has cards of that depth alone, and those the pair wrote', () => {
  const cards = [1, 2, 3, 3].map((depth, i) => ({ id: `story-${i}`, deck: 'story', depth, text: '' }));
  const own = [{ id: 'mine', deck: 'story', text: '', isMine: true }];
  const from = (/** @type {string} */ deck) =>
    poolFrom(cards, { deck, least: 3, seen: new Map(), own, depth: 2, kind: '', today: 20_000, seed: 1 }).sort();
  assert.deepEqual(from('story'), ['mine', 'story-0', 'story-1']);
  assert.deepEqual(from('story-2'), ['mine', 'story-1']);
  assert.deepEqual(from('story-3'), ['mine', 'story-2', 'story-3']);
});
