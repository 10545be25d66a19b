import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jointValue } from '../../web/core/joint.js';
import { contribution } from '../../web/core/practice.js';
import { boardOf, moved, ownLine, readOwn, readTable, stackOf, tableLine } from '../../web/core/values.js';
import { valuesAlignment } from '../../web/practices/values-alignment.js';
import { Pair } from './support/session.js';

const onTable = (/** @type {string} */ id, shows = '') => ({ id, meaning: '', shows, missing: '' });

test('the board has three areas in the order of the alphabet, and knows the word on a card and the word somebody wrote as one', () => {
  const mine = [onTable('wonder', 'stars'), onTable('home'), onTable('own/Tea'), onTable('own/Calm')];
  const theirs = [onTable('calm'), onTable('order'), onTable('own/tea '), onTable('wonder', 'books')];
  const board = boardOf(mine, theirs, [['wonder', 1]]);
  assert.deepEqual(
    board.both.map(({ id }) => id),
    ['calm', 'own/Tea'],
  );
  assert.deepEqual(
    board.differ.map(({ id, mine: own, theirs: other }) => [id, own?.shows, other?.shows]),
    [['wonder', 'stars', 'books']],
  );
  assert.deepEqual(
    board.one.map(({ id, mine: own }) => [id, own !== null]),
    [
      ['home', true],
      ['order', false],
    ],
  );
  assert.deepEqual(Object.keys(board), ['both', 'differ', 'one'], 'and nothing that says how alike two people are');
  const swapped = boardOf(theirs, mine, [['wonder', 1]]);
  assert.deepEqual(
    swapped.both.map(({ id }) => id),
    board.both.map(({ id }) => id),
    'both phones name a shared word alike',
  );
});

test('different from either moves a word, and nothing says from whom', () => {
  const field = /** @type {any} */ (valuesAlignment.fields.find(({ name }) => name === 'meaning'));
  const say = (/** @type {[string, number][]} */ ...marks) => /** @type {any} */ (marks);
  for (const [a, b] of [
    [say(['home', 1]), say()],
    [say(), say(['home', 1])],
    [say(['home', 0]), say(['home', 1])],
  ])
    assert.deepEqual(jointValue(field, a, b, 1), [['home', 1]]);
  assert.deepEqual(jointValue(field, say(['home', 0]), say(), 1), [['home', 0]]);
});

test('what is written beside a card stays one line, and reads back', () => {
  const each = { id: 'own/Tea', meaning: 'a\nquiet cup', shows: ' four o’clock ', missing: '' };
  assert.deepEqual(readTable([tableLine(each), 7, '\n', null]), [{ ...each, meaning: 'a quiet cup', shows: 'four o’clock' }]);
  assert.deepEqual(readOwn([ownLine({ name: 'Tea', meaning: 'a cup' })]), [{ id: 'own/Tea', name: 'Tea', meaning: 'a cup' }]);
  assert.deepEqual([readTable(undefined), readOwn('x')], [[], []]);
});

test('both draw the same cards, each in an order of their own', () => {
  const ids = Array.from({ length: 65 }, (_, i) => `card-${i}`);
  const of = (/** @type {number} */ ownSeed) => stackOf(ids, { count: 30, pairSeed: 5, ownSeed });
  assert.deepEqual([...of(1)].sort(), [...of(2)].sort());
  assert.notDeepEqual(of(1), of(2));
  assert.equal(new Set(of(1)).size, 30);
});

test('a word moves one place, and not beyond the ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 'c', -1), ['a', 'c', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'a', -1), ['a', 'b', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 'x', 1), ['a', 'b', 'c']);
});

/** One person's way through the sorting, with these words on the table. @param {Pair} pair @param {0|1} phone @param {0|1} by @param {string[]} words */
function sort(pair, phone, by, words) {
  const write = (/** @type {string} */ field, /** @type {any} */ value) => pair.tap(phone, 'write', { field, value, by });
  const tap = (/** @type {string} */ type) => assert.ok(pair.tap(phone, type, { by }), type);
  write(
    'sorted',
    words.map((word) => [word, 0]),
  );
  tap('enough');
  write('five', words);
  const isTable = pair.states[phone].mode === 'one-phone';
  tap(isTable ? 'kept-three' : 'kept');
  if (!isTable) tap('ranked');
  tap('shown');
  write(
    'table',
    words.map((word) => tableLine({ id: word, meaning: '', shows: `${word} of ${by}`, missing: '' })),
  );
  tap('table-ready');
}

/** @param {Pair} pair @param {string} phase until there, by what leads on */
function to(pair, phase) {
  for (let step = 0; step < 120 && pair.view(0).phase !== phase; step += 1) {
    for (const person of /** @type {const} */ ([0, 1])) {
      const { buttons } = pair.view(person);
      const on = buttons.find(
        ({ primary, id }) => (primary && id !== 'close') || ['nothing-today', 'keep-open', 'leave-heard'].includes(id),
      );
      if (on && pair.view(0).phase !== phase) pair.say(person, on.event.type, { by: person });
    }
  }
  assert.equal(pair.view(0).phase, phase);
}

test('a table leaves the phone when its owner opens it, and is taken back where only one keeps the board', () => {
  const pair = new Pair({ practice: valuesAlignment });
  to(pair, 'sort');
  for (const person of /** @type {const} */ ([0, 1])) sort(pair, person, person, ['home', 'wonder']);
  pair.meet();
  assert.equal(pair.view(0).phase, 'reveal');
  assert.deepEqual(contribution(pair.states[0]).fields, {});
  pair.say(0, 'open');
  assert.equal(pair.view(1).shown.length, 0, 'not shown before both have opened');
  pair.say(1, 'open');
  assert.deepEqual(
    pair.view(1).shown.map(({ field, value }) => [field, /** @type {string[]} */ (value).length]),
    [
      ['table', 2],
      ['table', 2],
    ],
  );
  to(pair, 'close');
  pair.say(0, 'keep-board');
  pair.say(1, 'not-now');
  for (const person of /** @type {const} */ ([0, 1])) assert.equal(contribution(pair.states[person]).fields['table'], undefined);
  to(pair, 'end');
  assert.equal(pair.view(0).prompt?.id, 'values-alignment-closed');
});

test('on one phone both tables open, and of the guest nothing else is kept', () => {
  const pair = new Pair({ practice: valuesAlignment, mode: 'one-phone' });
  pair.tap(0, 'we-said-it');
  pair.tap(0, 'begin');
  assert.equal(pair.view(0).phase, 'sort');
  pair.tap(0, 'uncover');
  sort(pair, 0, 0, ['home']);
  pair.tap(0, 'uncover', { by: 1 });
  sort(pair, 0, 1, ['wonder', 'calm']);
  assert.equal(pair.view(0).phase, 'reveal');
  const { fields, shared } = pair.states[0].local;
  assert.deepEqual(shared, [['table'], ['table']]);
  assert.deepEqual(Object.keys(fields[1]), ['table']);
  pair.tap(0, 'open');
  pair.tap(0, 'uncover');
  assert.deepEqual(
    pair.view(0).shown.map(({ person, value }) => [person, /** @type {string[]} */ (value).length]),
    [
      [0, 1],
      [1, 2],
    ],
  );
});
