import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mirrorOf } from '../../web/app/inventory.js';

const NOW = 1_780_000_000_000;
const DAY_MS = 86_400_000;
/** @param {number} daysAgo @param {Record<string, any>} own */
const page = (daysAgo, own) => /** @type {any} */ ({ id: String(daysAgo), at: NOW - daysAgo * DAY_MS, own });

test('the mirror of a week names needs, the most frequent first, own words too, and no number', () => {
  const pages = [
    page(0, { need: ['rest'], 'need-own': 'slowness' }),
    page(2, { need: ['to-matter', 'rest'] }),
    page(6, { need: ['quiet'] }),
  ];
  assert.deepEqual(mirrorOf(pages, NOW)?.[0], 'rest');
  assert.deepEqual(new Set(mirrorOf(pages, NOW)), new Set(['rest', 'slowness', 'to-matter', 'quiet']));
});

test('it knows this week only, and one page is no picture', () => {
  assert.equal(mirrorOf([page(0, { need: ['rest'] })], NOW), null);
  assert.equal(mirrorOf([page(0, { need: ['rest'] }), page(8, { need: ['quiet'] })], NOW), null);
  assert.deepEqual(mirrorOf([page(1, {}), page(2, {})], NOW), []);
});
