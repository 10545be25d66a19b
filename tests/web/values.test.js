import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jointValue } from '../../web/core/joint.js';
import { boardOf, moved, ownLine, readOwn, readTable, stackOf, tableLine } from '../../web/core/values.js';
import { valuesAlignment } from '../../web/practices/values-alignment.js';

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
