import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../../web/app/drafts.js';
import { encode } from '../../web/core/codec.js';

test('half of a character in one draft keeps no other from being written', async () => {
  /** @type {Map<string, any>} */ const kept = new Map();
  const vault = /** @type {any} */ ({
    put: async (/** @type {string} */ name, /** @type {any} */ value) => kept.set(name, encode(value)),
    remove: async (/** @type {string} */ name) => kept.delete(name),
  });
  /** @type {unknown[]} */ const troubles = [];
  const drafts = new Drafts(vault, { setTimer: () => 0, clearTimer: () => {} }, (error) => troubles.push(error));
  drafts.set('check-in/today', [2, [['mattered', 'x\ud83d y']]]);
  drafts.set('page/new', ['', 'A page']);
  await drafts.flush();
  assert.deepEqual(troubles, []);
  assert.deepEqual([...kept.keys()], ['draft/check-in/today', 'draft/page/new']);
  assert.deepEqual(drafts.get('check-in/today'), [2, [['mattered', 'x\ufffd y']]]);
});
