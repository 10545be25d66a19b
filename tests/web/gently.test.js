import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWord } from '../../web/core/gently.js';

test('a word is found whole, in any case and beside any sign, and several words in a row', () => {
  const words = 'deliberately, because, of course';
  for (const text of ['Because!', 'you did it deliberately.', 'Of  course, yes', 'so (because) it was'])
    assert.equal(hasWord(text, words), true, text);
  for (const text of ['', 'of the course', 'becausee', 'a deliberate step']) assert.equal(hasWord(text, words), false, text);
});
