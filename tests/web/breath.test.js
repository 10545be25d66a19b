import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathAt } from '../../web/core/breath.js';

test('a breath is in for its seconds, out for its seconds, and the same on every phone that began alike', () => {
  assert.deepEqual(breathAt(0, 5, 5), { isIn: true, fullness: 0 });
  assert.equal(breathAt(5000, 5, 5).fullness, 1);
  assert.equal(breathAt(4999, 5, 5).isIn, true);
  assert.equal(breathAt(5000, 5, 5).isIn, false);
  for (const ms of [0, 1234, 6000, 9999]) assert.deepEqual(breathAt(ms, 4, 6), breathAt(ms + 70_000, 4, 6));
  assert.deepEqual(breathAt(-10_000, 5, 5), breathAt(0, 5, 5));
});
