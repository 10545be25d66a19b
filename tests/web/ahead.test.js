import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ahead } from '../../web/io/ahead.js';

const rows = (/** @type {string} */ nonce) => ({ nonce, parts: null, pages: [] });

/** A worker that says what it is told to, and the timer of those who wait for it. */
function ahead() {
  /** @type {any} */ const worker = { isEnded: false, terminate: () => (worker.isEnded = true) };
  /** @type {() => void} */ let wake = () => {};
  const made = new Ahead(worker, (callback) => (wake = callback));
  const says = (/** @type {any} */ data) => worker.onmessage({ data });
  return { made, worker, says, wake: () => wake() };
}

test('what the worker read is taken once, whether it comes before it is asked for or after', async () => {
  const { made, says, worker } = ahead();
  says({ id: 'a', rows: rows('1') });
  const [a, b] = [made.take('a'), made.take('b')];
  assert.equal((await a)?.nonce, '1');
  says({ id: 'b', rows: rows('2') });
  assert.equal((await b)?.nonce, '2');
  says(null);
  assert.deepEqual([await made.take('a'), await made.take('c'), worker.isEnded], [null, null, true]);
});

test('a worker that fails, or says nothing, is not waited for, and nothing it said is kept', async () => {
  for (const fail of ['onerror', 'onmessageerror', 'silence']) {
    const { made, worker, says, wake } = ahead();
    says({ id: 'other', rows: rows('3') });
    const taken = made.take('a');
    if (fail === 'silence') wake();
    else worker[fail]({});
    assert.deepEqual([await taken, worker.isEnded], [null, true], fail);
    wake();
    assert.equal(await made.take('other'), null);
  }
});
