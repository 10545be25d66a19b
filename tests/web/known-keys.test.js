import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSpace, loadSpace } from '../../web/app/space.js';
import { Vault } from '../../web/app/vault.js';
import { hex } from '../../web/core/bytes.js';
import { countersign, createChain, proposeAdd, SPACE } from '../../web/core/chain.js';
import { decode, encode } from '../../web/core/codec.js';
import { deviceId } from '../../web/core/ids.js';
import { createCrypto } from '../../web/io/crypto.js';
import { makeKeys } from './support/keys.js';
import { Disk, MemoryDatabase } from './support/memory-database.js';

const crypto = await createCrypto();
/** @type {string[]} */ const asked = [];
const listening = {
  ...crypto,
  isValidSigningKey: (/** @type {Uint8Array} */ key) => {
    asked.push(hex(key));
    return crypto.isValidSigningKey(key);
  },
};
/** Canonical, and no key: the identity. */
const IDENTITY = Uint8Array.of(1, ...new Uint8Array(31));

/** A pair, on the disk of the first, with an entry that adds what is no key when `bad` is given. @param {Uint8Array} [bad] */
async function pairOnDisk(bad) {
  const [keys, added] = [await makeKeys(crypto), await makeKeys(crypto)];
  const disk = new Disk();
  const vault = new Vault(/** @type {any} */ (new MemoryDatabase(disk)), crypto, crypto.random(32), true);
  const { chain, device, epochKey } = await createChain(crypto, { kind: SPACE.us, keys });
  const space = await createSpace(vault, crypto, { chain, keys, device });
  const proof = { transcript: crypto.random(32) };
  const { body, signature } = await proposeAdd(crypto, chain, { keys, added, previousKey: epochKey, ...proof });
  let { entry } = await countersign(crypto, chain, { body, signature, keys: added, ...proof });
  if (bad) {
    const parts = decode(body);
    parts[7][0][0] = bad;
    const spoiled = encode(parts);
    const signatures = [];
    for (const signer of [keys, added]) {
      signatures.push([await deviceId(crypto, signer.signPk, signer.kemPk), await crypto.sign(signer.signSeed, spoiled)]);
    }
    entry = encode([spoiled, signatures]);
  }
  await space.addEntries(1, [entry]);
  asked.length = 0;
  return { again: () => loadSpace(vault, listening, space.name) };
}

test('C7: of the keys a phone has found valid it keeps that they are, and a start does not ask again', async () => {
  const { again } = await pairOnDisk();
  const { chain } = await again();
  assert.deepEqual([chain.members.size, asked], [2, []]);
});

test('C7: what was no key is asked about at each start, and its entry stays void', async () => {
  const { again } = await pairOnDisk(IDENTITY);
  const { chain } = await again();
  assert.deepEqual([chain.entries.length, chain.members.size, asked], [2, 1, [hex(IDENTITY)]]);
});
