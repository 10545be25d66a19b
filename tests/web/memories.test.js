import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder } from '../../web/app/memories.js';
import { READING_MS, REST_MS, readSaid, sealView, TOGETHER_MS } from '../../web/core/seal.js';

const T = 1_780_000_000_000;
const said = (/** @type {Record<string, any>} */ fields) => readSaid(fields);

/** Both persons see the same. @param {Record<string, any>} a @param {Record<string, any>} b @param {number} now */
function seen(a, b, now) {
  const view = sealView(said(a), said(b), now);
  assert.deepEqual(sealView(said(b), said(a), now), view);
  return view.state;
}

test('a sealed stone opens only with a yes of both, at nearly the same time', () => {
  assert.equal(seen({}, {}, T), 'none');
  assert.equal(seen({ seal: 1 }, {}, T), 'sealed');
  assert.equal(seen({ seal: 1, yes: [1, T] }, {}, T), 'asked');
  assert.equal(seen({ seal: 1, yes: [1, T] }, { yes: [1, T + TOGETHER_MS] }, T + TOGETHER_MS), 'open');
  assert.equal(seen({ seal: 1, yes: [1, T] }, { yes: [1, T + TOGETHER_MS + 1] }, T + TOGETHER_MS + 1), 'asked', 'the later one asks again');
  assert.equal(seen({ seal: 1, yes: [0, T] }, { yes: [1, T] }, T), 'asked', 'a yes to an earlier seal counts nothing');
});

test('a yes alone rests for a week and then is as if it had not been; silence never becomes yes', () => {
  const one = { seal: 1, yes: [1, T] };
  assert.equal(seen(one, {}, T + TOGETHER_MS + 1), 'resting');
  assert.equal(seen(one, {}, T + REST_MS - 1), 'resting');
  assert.equal(seen(one, {}, T + REST_MS), 'sealed');
  assert.equal(seen(one, { yes: [1, T + REST_MS] }, T + REST_MS), 'asked');
});

test('open, either closes it at once; it closes by itself; it stays open only when both leave it so', () => {
  const both = [{ seal: 1, yes: [1, T] }, { yes: [1, T + 10] }];
  assert.equal(seen(both[0] ?? {}, both[1] ?? {}, T + 20), 'open');
  assert.equal(seen(both[0] ?? {}, { ...both[1], seal: 2 }, T + 20), 'sealed');
  assert.equal(seen(both[0] ?? {}, both[1] ?? {}, T + 10 + READING_MS), 'sealed');
  assert.equal(seen({ ...both[0], leave: 1 }, both[1] ?? {}, T + 10 + READING_MS), 'sealed');
  assert.equal(seen({ ...both[0], leave: 1 }, { ...both[1], leave: 1 }, T + REST_MS), 'none');
  assert.equal(seen({ ...both[0], leave: 1, seal: 2 }, { ...both[1], leave: 1 }, T), 'sealed', 'until it is sealed anew');
});

test('what is no answer is none', () => {
  assert.deepEqual(said({ seal: 'x', yes: [1], leave: null }), { seal: 0, yes: null, leave: 0 });
  assert.deepEqual(said({ yes: [1, 'now'] }).yes, null);
});

test('the path goes by the years that were named, then by when a stone was laid', () => {
  const stone = (/** @type {string} */ id, /** @type {string} */ when, /** @type {number} */ at) =>
    /** @type {any} */ ({ id, at, mine: { when }, theirs: null });
  const stones = [
    stone('c', 'this month', T),
    stone('b', 'summer 2019, the coast', T + 5),
    stone('a', 'spring 2019', T + 9),
    stone('d', '', T + 1),
  ];
  assert.deepEqual(
    inOrder(stones).map(({ id }) => id),
    ['b', 'a', 'c', 'd'],
  );
});
