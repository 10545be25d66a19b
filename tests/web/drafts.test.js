import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../../web/app/drafts.js';
import { Vault } from '../../web/app/vault.js';
import { encode } from '../../web/core/codec.js';
import { createCrypto } from '../../web/io/crypto.js';
import { Disk, MemoryDatabase } from './support/memory-database.js';

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

test('a draft that does not open keeps nobody from the others, and stays where it is', async () => {
  const crypto = await createCrypto();
  const disk = new Disk();
  const vault = new Vault(/** @type {any} */ (new MemoryDatabase(disk)), crypto, crypto.random(32), true);
  await vault.put('draft/page/new', ['', 'A page']);
  await vault.put('draft/act/new', 'torn');
  const row = disk.stores['sealed']?.get('draft/act/new');
  row.bytes[0] ^= 1;
  const drafts = new Drafts(vault, { setTimer: () => 0, clearTimer: () => {} }, () => {});
  await drafts.load();
  assert.deepEqual([drafts.get('page/new'), drafts.get('act/new')], [['', 'A page'], undefined]);
  assert.equal(disk.stores['sealed']?.get('draft/act/new'), row);
  await assert.rejects(vault.list('draft/'));
});
