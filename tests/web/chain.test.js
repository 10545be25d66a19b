import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, equal, hex } from '../../web/core/bytes.js';
import {
  ChainError,
  countersign,
  emptyChain,
  headOf,
  openEpochs,
  proposeAdd,
  readEntry,
  SPACE,
  subkey,
  TYPE,
} from '../../web/core/chain.js';
import { decode, encode } from '../../web/core/codec.js';
import { deviceId, entryId, spaceId, Z32 } from '../../web/core/ids.js';
import { createCrypto } from '../../web/io/crypto.js';
import { makeKeys, makeSpace } from './support/keys.js';

const crypto = await createCrypto();
const TRANSCRIPT = crypto.random(32);
const [keysA, keysB, keysC] = [await makeKeys(crypto), await makeKeys(crypto), await makeKeys(crypto)];
const us = await makeSpace(crypto, { keys: keysA });
const me = await makeSpace(crypto, { keys: keysA, kind: SPACE.me });
/** @param {import('../../web/core/chain.js').DeviceKeys} keys */
const idOf = (keys) => deviceId(crypto, keys.signPk, keys.kemPk);

/**
 * The next entry, added and countersigned.
 * @param {{chain: import('../../web/core/chain.js').Chain, epochKey: Uint8Array}} before
 * @param {import('../../web/core/chain.js').DeviceKeys} actor @param {import('../../web/core/chain.js').DeviceKeys} added @param {Uint8Array} [transcript]
 */
async function extend(before, actor, added, transcript) {
  const proof = transcript ? { transcript } : {};
  const { body, signature, epochKey } = await proposeAdd(crypto, before.chain, {
    keys: actor,
    added,
    previousKey: before.epochKey,
    ...proof,
  });
  return { ...(await countersign(crypto, before.chain, { body, signature, keys: added, ...proof })), epochKey };
}

const pair = await extend(us, keysA, keysB, TRANSCRIPT);
const three = await extend(pair, keysB, keysC);

const AT = { space: 1, n: 2, prev: 3, actor: 4, type: 5, devices: 6, adds: 7, wraps: 8, kcv: 9, previous: 10, extra: 11 };

/**
 * A true entry with one fault, signed as its body now says.
 * @param {Uint8Array} entry @param {(parts: any[]) => void} spoil @param {Array<import('../../web/core/chain.js').DeviceKeys>} signers
 */
async function spoiled(entry, spoil, signers) {
  const parts = decode(decode(entry)[0]);
  spoil(parts);
  return sign(parts, signers);
}

/** @param {any[]} parts @param {Array<import('../../web/core/chain.js').DeviceKeys>} signers */
async function sign(parts, signers) {
  const body = encode(parts);
  const signatures = [];
  for (const keys of signers) signatures.push([await idOf(keys), await crypto.sign(keys.signSeed, body)]);
  return encode([body, signatures]);
}

/** @param {import('../../web/core/chain.js').Chain} before @param {Uint8Array} entry */
async function ruleOf(before, entry) {
  try {
    const { chain, verdict, rule } = await readEntry(crypto, before, entry);
    assert.equal(chain.entries.length, before.entries.length + 1, 'kept, hashed');
    if (verdict !== 'effective') {
      assert.deepEqual([chain.epoch, chain.persons, chain.members.size], [before.epoch, before.persons, before.members.size], 'no effect');
      assert.equal(hex(headOf(chain)), hex(await entryId(crypto, entry)));
    }
    return `${verdict} ${rule}`;
  } catch (error) {
    assert.ok(error instanceof ChainError, String(error));
    return `refused ${error.rule}`;
  }
}

test('C1–C13: create, add person and add are effective, and list who is in force', async () => {
  assert.deepEqual([us.chain.kind, us.chain.epoch, us.chain.persons, us.chain.members.size], [SPACE.us, 0, 1, 1]);
  assert.deepEqual([three.chain.epoch, three.chain.persons, three.chain.members.size], [2, 2, 3]);
  const persons = new Map([...three.chain.members].map(([device, member]) => [device, member.person]));
  assert.deepEqual(
    [persons.get(hex(await idOf(keysA))), persons.get(hex(await idOf(keysB))), persons.get(hex(await idOf(keysC)))],
    [1, 2, 2],
  );
  const atPair = three.chain.membersAt.get(hex(headOf(pair.chain)));
  assert.equal(atPair?.size, 2, 'O7: the set in force at an earlier entry');
});

test('C1: what is not an entry is refused', async () => {
  const entry = pair.entry;
  const [body, signatures] = decode(entry);
  const bad = [
    new Uint8Array(),
    Uint8Array.of(...entry, 0),
    entry.slice(0, -1),
    encode([body]),
    encode([body, signatures, null]),
    encode([body, [[Z32]]]),
  ];
  bad.push(encode([new Uint8Array([0x80]), signatures]), encode([encode(['attune/chain/2', ...decode(body).slice(1)]), signatures]));
  bad.push(
    encode([body, [[Z32, new Uint8Array(63)]]]),
    await sign(decode(body).slice(0, 11), [keysA, keysB]),
    await sign([...decode(body), 0], [keysA, keysB]),
  );
  bad.push(await spoiled(entry, (parts) => parts.splice(AT.extra, 1, Z32), [keysA, keysB]), new Uint8Array(33 * 1024));
  bad.push(await sign([...decode(body).slice(0, 12), new Uint8Array(32 * 1024)], [keysA, keysB]));
  for (const [i, bytes] of bad.entries()) assert.equal(await ruleOf(us.chain, bytes), 'refused C1', String(i));
});

test('C2, C3: an entry of another space, number or past is refused', async () => {
  assert.equal(await ruleOf(us.chain, await spoiled(pair.entry, (parts) => parts.splice(AT.space, 1, Z32), [keysA, keysB])), 'refused C2');
  assert.equal(await ruleOf(us.chain, await spoiled(pair.entry, (parts) => parts.splice(AT.n, 1, 2), [keysA, keysB])), 'refused C3');
  assert.equal(await ruleOf(us.chain, await spoiled(pair.entry, (parts) => parts.splice(AT.prev, 1, Z32), [keysA, keysB])), 'refused C3');
  assert.equal(await ruleOf(three.chain, pair.entry), 'refused C3');
});

test('C4, C5, C13: the actor is a member and signs first; the added device signs too; nobody else', async () => {
  const idB = await idOf(keysB);
  const spoil = (/** @type {(parts: any[]) => void} */ change, /** @type {any[]} */ signers) =>
    spoiled(pair.entry, change, signers).then((entry) => ruleOf(us.chain, entry));
  const asIs = () => {};
  assert.equal(await spoil((parts) => parts.splice(AT.actor, 1, idB), [keysB, keysB]), 'void C4');
  assert.equal(await spoil(asIs, []), 'void C5');
  assert.equal(await spoil(asIs, [keysB, keysA]), 'void C5');
  assert.equal(await spoil(asIs, [keysA]), 'void C13');
  assert.equal(await spoil(asIs, [keysA, keysC]), 'void C13');
  assert.equal(await spoil(asIs, [keysA, keysB, keysC]), 'void C13');
  const [body, [first, second]] = decode(pair.entry);
  const flipped = (/** @type {Uint8Array} */ signature) => signature.map((byte, i) => (i === 5 ? byte ^ 1 : byte));
  assert.equal(await ruleOf(us.chain, encode([body, [[first[0], flipped(first[1])], second]])), 'void C5');
  assert.equal(await ruleOf(us.chain, encode([body, [first, [second[0], flipped(second[1])]]])), 'void C13');
  const create = /** @type {Uint8Array} */ (us.chain.entries[0]);
  const empty = emptyChain(us.chain.space);
  assert.equal(await ruleOf(empty, await spoiled(create, (parts) => parts.splice(AT.actor, 1, idB), [keysB])), 'void C4');
  assert.equal(await ruleOf(empty, await spoiled(create, asIs, [])), 'void C5');
  assert.equal(await ruleOf(empty, await spoiled(create, asIs, [keysA, keysB])), 'void C13');
});

test('C6, C11, C12: devices and wraps are exactly the resulting set in order; sizes are exact', async () => {
  const spoil = (/** @type {(parts: any[]) => void} */ change) =>
    spoiled(pair.entry, change, [keysA, keysB]).then((entry) => ruleOf(us.chain, entry));
  assert.equal(await spoil((parts) => parts[AT.devices].reverse()), 'void C6');
  assert.equal(await spoil((parts) => parts[AT.devices].pop()), 'void C6');
  assert.equal(await spoil((parts) => parts[AT.devices].push(parts[AT.devices][1])), 'void C6');
  assert.equal(await spoil((parts) => parts[AT.wraps].reverse()), 'void C11');
  assert.equal(await spoil((parts) => parts[AT.wraps].pop()), 'void C11');
  assert.equal(await spoil((parts) => parts[AT.wraps][0].splice(1, 1, new Uint8Array(1167))), 'void C11');
  assert.equal(await spoil((parts) => parts.splice(AT.kcv, 1, new Uint8Array(31))), 'void C12');
  assert.equal(await spoil((parts) => parts.splice(AT.previous, 1, new Uint8Array(0))), 'void C12');
  const create = /** @type {Uint8Array} */ (us.chain.entries[0]);
  const withPrevious = await spoiled(create, (parts) => parts.splice(AT.previous, 1, new Uint8Array(48)), [keysA]);
  assert.equal(await ruleOf(emptyChain(us.chain.space), withPrevious), 'void C12');
});

test('C7: the added keys are valid, new, and of role 0', async () => {
  const spoil = (/** @type {(add: any[]) => void} */ change) =>
    spoiled(three.entry, (parts) => change(parts[AT.adds][0]), [keysB, keysC]).then((entry) => ruleOf(pair.chain, entry));
  assert.equal(await spoil((add) => add.splice(1, 1, new Uint8Array(1215))), 'void C7');
  assert.equal(await spoil((add) => add.splice(3, 1, 1)), 'void C7');
  assert.equal(await spoil((add) => add.splice(0, 2, keysA.signPk, keysA.kemPk)), 'void C7');
  const identity = new Uint8Array(32);
  identity[0] = 1;
  assert.equal(await spoil((add) => add.splice(0, 1, identity)), 'void C7', 'K1: the identity');
  assert.equal(await spoil((add) => add.splice(0, 1, new Uint8Array(32).fill(0xff))), 'void C7', 'K1: not canonical');
});

test('C8: create is the first entry, adds person 1, and its inputs give the space id', async () => {
  const create = /** @type {Uint8Array} */ (us.chain.entries[0]);
  const spoil = (/** @type {(parts: any[]) => void} */ change) =>
    spoiled(create, change, [keysA]).then((entry) => ruleOf(emptyChain(us.chain.space), entry));
  assert.equal(await spoil((parts) => parts[AT.extra].splice(1, 1, Z32)), 'void C8');
  assert.equal(await spoil((parts) => parts[AT.extra].splice(0, 1, 0)), 'void C8');
  assert.equal(await spoil((parts) => parts[AT.extra].splice(0, 1, 2)), 'void C8');
  assert.equal(await spoil((parts) => parts[AT.extra].push(0)), 'void C8');
  assert.equal(await spoil((parts) => parts[AT.adds][0].splice(2, 1, 2)), 'void C8');
  assert.equal(await spoil((parts) => parts[AT.adds].push(parts[AT.adds][0])), 'void C8');
  assert.equal(await spoil((parts) => parts.splice(AT.type, 1, TYPE.add)), 'void C8');
  assert.equal(
    await ruleOf(us.chain, await spoiled(pair.entry, (parts) => parts.splice(AT.type, 1, TYPE.create), [keysA, keysB])),
    'void C8',
  );
});

test('C9, C10: a person adds own devices alone, and one other person to an `us`', async () => {
  const add = (/** @type {(parts: any[]) => void} */ change) =>
    spoiled(three.entry, change, [keysB, keysC]).then((entry) => ruleOf(pair.chain, entry));
  assert.equal(await add((parts) => parts[AT.adds][0].splice(2, 1, 1)), 'void C9', 'for the other person');
  assert.equal(await add((parts) => parts[AT.extra].push(Z32)), 'void C9');
  assert.equal(await add((parts) => parts[AT.adds].push(parts[AT.adds][0])), 'void C9');
  const asPerson = (/** @type {any[]} */ parts) => {
    parts[AT.type] = TYPE.addPerson;
    parts[AT.extra] = [Z32];
  };
  assert.equal(await add(asPerson), 'void C10', 'a second person is there');
  const person = (/** @type {(parts: any[]) => void} */ change) =>
    spoiled(pair.entry, change, [keysA, keysB]).then((entry) => ruleOf(us.chain, entry));
  assert.equal(await person((parts) => parts[AT.adds][0].splice(2, 1, 3)), 'void C10');
  assert.equal(await person((parts) => parts[AT.extra].splice(0)), 'void C10');
  assert.equal(await person((parts) => parts[AT.extra].splice(0, 1, new Uint8Array(31))), 'void C10');
  const own = await extend(me, keysA, keysB);
  const inMe = await spoiled(own.entry, (parts) => parts.splice(AT.type, 1, TYPE.addPerson) && parts.splice(AT.extra, 1, [Z32]), [
    keysA,
    keysB,
  ]);
  assert.equal(await ruleOf(me.chain, inMe), 'void C10', 'nobody else belongs in `me`');
});

test('C14: an entry of tomorrow is kept, hashed, and authorises nothing; one that is not signed by a member is void', async () => {
  const parts = (/** @type {number} */ type) => [
    'attune/chain/1',
    pair.chain.space,
    2,
    headOf(pair.chain),
    decode(decode(pair.entry)[0])[AT.actor],
    type,
  ];
  for (const type of [3, 4, 9, 200]) {
    const entry = await sign([...parts(type), 'anything', ['at', 'all']], [keysA]);
    assert.equal(await ruleOf(pair.chain, entry), 'kept null');
    const { chain } = await readEntry(crypto, pair.chain, entry);
    const after = await extend({ chain, epochKey: pair.epochKey }, keysB, keysC);
    assert.deepEqual([after.chain.epoch, after.chain.members.size], [3, 3], 'life goes on after it');
    assert.equal((await openEpochs(crypto, after.chain, keysC, await idOf(keysC))).size, 3);
  }
  assert.equal(await ruleOf(pair.chain, await sign(parts(3), [keysB])), 'void C5');
  assert.equal(await ruleOf(pair.chain, await sign(parts(3), [])), 'void C5');
  const stranger = parts(3);
  stranger[AT.actor] = await idOf(keysC);
  assert.equal(await ruleOf(pair.chain, await sign(stranger, [keysC])), 'void C4');
});

test('C14: a void entry stays in the chain without effect, and what follows builds on it', async () => {
  const bad = await spoiled(pair.entry, (parts) => parts[AT.devices].reverse(), [keysA, keysB]);
  const { chain } = await readEntry(crypto, us.chain, bad);
  const after = await extend({ chain, epochKey: us.epochKey }, keysA, keysB, TRANSCRIPT);
  assert.deepEqual([after.chain.epoch, after.chain.effective, after.chain.members.size], [2, [0, 2], 2]);
  assert.equal((await openEpochs(crypto, after.chain, keysB, await idOf(keysB))).size, 2);
});

test('I1, I2: a space and a device are named by their keys', async () => {
  const create = decode(decode(/** @type {Uint8Array} */ (us.chain.entries[0]))[0]);
  const [kind, random] = create[AT.extra];
  assert.deepEqual(us.chain.space, await spaceId(crypto, kind, random, keysA.signPk, keysA.kemPk));
  assert.notDeepEqual(us.chain.space, await spaceId(crypto, 0, random, keysA.signPk, keysA.kemPk));
  assert.ok(equal(us.device, await idOf(keysA)));
});

test('K2–K7: every device in force opens every epoch, the newest by its wrap and the ones before by walking back', async () => {
  const all = [];
  for (const keys of [keysA, keysB, keysC]) {
    const opened = await openEpochs(crypto, three.chain, keys, await idOf(keys));
    all.push([...opened].sort(([a], [b]) => a - b).map(([n, key]) => `${n} ${hex(key)}`));
  }
  assert.deepEqual(
    all[0],
    [us, pair, three].map(({ epochKey }, n) => `${n} ${hex(epochKey)}`),
  );
  assert.deepEqual(all[1], all[0]);
  assert.deepEqual(all[2], all[0]);
});

test('K7: keys known before are not opened again, and grow by the new epoch', async () => {
  let wraps = 0;
  const counting = {
    ...crypto,
    hpkeOpen: (/** @type {Parameters<typeof crypto.hpkeOpen>} */ ...args) => {
      wraps += 1;
      return crypto.hpkeOpen(...args);
    },
  };
  const known = await openEpochs(counting, pair.chain, keysA, await idOf(keysA));
  assert.equal(wraps, 1);
  await openEpochs(counting, pair.chain, keysA, await idOf(keysA), known);
  assert.equal(wraps, 1);
  const more = await openEpochs(counting, three.chain, keysA, await idOf(keysA), known);
  assert.deepEqual([wraps, more.size], [2, 3]);
});

test('K7: a wrap, check value or previous key that is not what the chain says is not accepted', async () => {
  const idB = await idOf(keysB);
  const faults = {
    wrap: (/** @type {any[]} */ parts) => parts[AT.wraps].find((/** @type {any} */ [device]) => equal(device, idB))[1].set([1, 2, 3], 1150),
    kcv: (/** @type {any[]} */ parts) => parts[AT.kcv].set([1, 2, 3]),
    previous: (/** @type {any[]} */ parts) => parts[AT.previous].set([1, 2, 3]),
  };
  const rules = { wrap: 'K5', kcv: 'K4', previous: 'K6' };
  for (const [what, fault] of /** @type {Array<[keyof typeof rules, (parts: any[]) => void]>} */ (Object.entries(faults))) {
    const entry = await spoiled(pair.entry.slice(), (parts) => fault(parts), [keysA, keysB]);
    const { chain, verdict } = await readEntry(crypto, us.chain, entry);
    assert.equal(verdict, 'effective', 'nobody can see it from outside');
    await assert.rejects(openEpochs(crypto, chain, keysB, idB), { rule: rules[what] }, what);
  }
  await assert.rejects(openEpochs(crypto, pair.chain, keysC, await idOf(keysC)), { rule: 'K7' }, 'no wrap for a stranger');
});

test('K3: sub-keys differ by label, space and epoch', async () => {
  const key = us.epochKey;
  const made = await Promise.all([
    subkey(crypto, key, 'ops', us.chain.space, 0),
    subkey(crypto, key, 'whispers', us.chain.space, 0),
    subkey(crypto, key, 'ops', me.chain.space, 0),
    subkey(crypto, key, 'ops', us.chain.space, 1),
  ]);
  assert.equal(new Set(made.map(hex)).size, 4);
});

test('C7, C10: a countersigner signs only what adds exactly itself, for the transcript it saw', async () => {
  const { body, signature } = await proposeAdd(crypto, us.chain, {
    keys: keysA,
    added: keysB,
    previousKey: us.epochKey,
    transcript: TRANSCRIPT,
  });
  await assert.rejects(countersign(crypto, us.chain, { body, signature, keys: keysC, transcript: TRANSCRIPT }), ChainError);
  await assert.rejects(countersign(crypto, us.chain, { body, signature, keys: keysB, transcript: Z32 }), ChainError);
  await assert.rejects(countersign(crypto, us.chain, { body, signature, keys: keysB }), ChainError);
  await assert.rejects(countersign(crypto, pair.chain, { body, signature, keys: keysB, transcript: TRANSCRIPT }), ChainError);
});

test('C6: sixteen devices, not seventeen', async () => {
  let { chain } = await makeSpace(crypto, { keys: keysA, kind: SPACE.me });
  // wraps of random bytes: the chain’s public rules do not open them
  for (let count = 2; count <= 17; count += 1) {
    const added = { ...(await crypto.signKeypair()), kemSeed: Z32, kemPk: crypto.random(1216) };
    const device = await idOf(added);
    const devices = [...[...chain.members.values()].map((member) => member.device), device].sort(compare);
    const wraps = devices.map((id) => [id, new Uint8Array(1168)]);
    const parts = ['attune/chain/1', chain.space, chain.entries.length, headOf(chain), await idOf(keysA), TYPE.add, devices];
    const entry = await sign([...parts, [[added.signPk, added.kemPk, 1, 0]], wraps, Z32, new Uint8Array(48), []], [keysA, added]);
    if (count === 17) assert.equal(await ruleOf(chain, entry), 'void C6');
    else ({ chain } = await readEntry(crypto, chain, entry));
  }
  assert.equal(chain.members.size, 16);
});
