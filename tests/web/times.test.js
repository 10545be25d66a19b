/** Times that another wrote: legal on the wire, and yet no date. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOf } from '../../web/core/day.js';
import { placeOf } from '../../web/core/record-index.js';

test('a time beyond every calendar, or none at all, counts as the beginning of time', () => {
  for (const value of [2 ** 53 - 1, -1, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined]) assert.equal(timeOf(value), 0);
  for (const value of [0, 1, 8.64e15]) assert.equal(new Date(timeOf(value)).getTime(), value);
  const fields = new Map([['at', { value: 2 ** 53 - 1 }]]);
  assert.equal(placeOf(/** @type {any} */ ({ type: 'entry', byPerson: new Map([[1, fields]]) })).at, 0);
});
