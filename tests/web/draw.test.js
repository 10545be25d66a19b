import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber, handOf, ofDay, shuffled } from '../../web/core/draw.js';

const LIST = Array.from({ length: 21 }, (_, i) => i);

test('a shuffle loses nothing and is the same for the same seed', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const once = shuffled(LIST, seed);
    assert.deepEqual(once, shuffled(LIST, seed));
    assert.deepEqual(
      [...once].sort((a, b) => a - b),
      LIST,
    );
  }
  assert.notDeepEqual(shuffled(LIST, 1), shuffled(LIST, 2));
});

test('hands of three go through the list before anything returns', () => {
  const seen = Array.from({ length: 7 }, (_, times) => handOf(LIST, 9, 3, times)).flat();
  assert.equal(new Set(seen).size, 21);
  assert.deepEqual(handOf(LIST, 9, 3, 7), handOf(LIST, 9, 3, 0));
  assert.deepEqual(handOf(['only'], 9, 3, 4), ['only']);
});

test('one a day, also across the turn of a year and before 1970; an odd label draws something', () => {
  assert.equal(dayNumber('2026-12-31') + 1, dayNumber('2027-01-01'));
  assert.ok(LIST.includes(ofDay(LIST, 3, '1969-12-30') ?? -1));
  assert.ok(LIST.includes(ofDay(LIST, 3, 'someday') ?? -1));
});
