import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, equal, hex } from '../../web/core/bytes.js';
import { subkey } from '../../web/core/chain.js';
import { decode, encode } from '../../web/core/codec.js';
import { eraseTag } from '../../web/core/erase.js';
import { recordId, Z32 } from '../../web/core/ids.js';
import { firstR, nextR } from '../../web/core/log.js';
import { decodePayload, encodeSet, encodeWithdraw, KIND, makeOp, OpError, openOp, readHeader, sealOp } from '../../web/core/op.js';
import { pad, paddedLength, unpad } from '../../web/core/padding.js';
import { Verifier } from '../../web/core/verifier.js';
import { createCrypto } from '../../web/io/crypto.js';
import { makeKeys, makeSpace } from './support/keys.js';
import { Chance } from './support/seeded.js';

const crypto = await createCrypto();
const us = await makeSpace(crypto);
const other = await makeKeys(crypto);
const SPACE = us.chain.space;
const opsKey = await subkey(crypto, us.epochKey, 'ops', SPACE, 0);
const HEAD = /** @type {Uint8Array} */ (us.chain.heads[0]);
const SEAL = { space: SPACE, epoch: 0, opsKey };
const membersAt = (/** @type {string} */ head) => us.chain.membersAt.get(head);

/** @param {Partial<Parameters<typeof makeOp>[1]>} [parts] */
const make = (parts = {}) =>
  makeOp(crypto, {
    space: SPACE,
    signSeed: us.keys.signSeed,
    intent: crypto.random(16),
    eraseTag: crypto.random(32),
    device: us.device,
    incarnation: new Uint8Array(16),
    counter: 0,
    ownPrevious: Z32,
    chainHead: HEAD,
    parents: [],
    record: crypto.random(16),
    kind: KIND.set,
    base: [],
    depth: 1,
    payload: encodeSet('entry', [['text', 'hello']]),
    ...parts,
  });

/** @param {import('../../web/core/op.js').MadeOp} made */
const reopen = async (made) => openOp(crypto, SPACE, opsKey, readHeader(await sealOp(crypto, SEAL, made)));

/** A chain of ops of one device. @param {number} length @param {Partial<Parameters<typeof makeOp>[1]>} [parts] */
async function run(length, parts = {}) {
  const ops = [];
  /** @type {Uint8Array} */ let ownPrevious = Z32;
  for (let counter = 0; counter < length; counter += 1) {
    const made = await make({ ...parts, counter, ownPrevious });
    ownPrevious = made.opId;
    ops.push(await reopen(made));
  }
  return ops;
}

test('O1: an op opens to what was signed, and its id and header are those it was made with', async () => {
  const base = [crypto.random(32), crypto.random(32)];
  const parents = [crypto.random(32), crypto.random(32), crypto.random(32)];
  const made = await make({ base: [...base, ...base], parents: [...parents, ...parents], depth: 3 });
  const op = await reopen(made);
  assert.equal(op.id, hex(made.opId));
  assert.deepEqual(op.base, base.sort(compare));
  assert.deepEqual(op.parents, parents.sort(compare));
  assert.deepEqual([op.kind, op.depth, op.counter], [1, 3, 0]);
  assert.deepEqual(decodePayload(op.kind, op.payload)?.values, [['text', 'hello']]);
});

test('O1: any byte changed, another key, space, id or tag does not open', async () => {
  const made = await make();
  const bytes = await sealOp(crypto, SEAL, made);
  const header = readHeader(bytes);
  const opens = (/** @type {object} */ change, space = SPACE, key = opsKey) => openOp(crypto, space, key, { ...header, ...change });
  await opens({});
  const changed = header.sealed.slice();
  changed[30] = (changed[30] ?? 0) ^ 1;
  for (const change of [{ sealed: changed }, { opId: crypto.random(32) }, { eraseTag: crypto.random(32) }, { epoch: 1 }])
    await assert.rejects(opens(change), { rule: 'O1' });
  await assert.rejects(opens({}, crypto.random(32)), { rule: 'O1' });
  await assert.rejects(opens({}, SPACE, crypto.random(32)), { rule: 'O1' });
  await assert.rejects(opens({ version: 2 }), { rule: 'O12' });
});

test('O1: one who holds the key cannot give an op another id, space or erase tag', async () => {
  const made = await make();
  const foreign = await make({ space: crypto.random(32) });
  const lies = [
    { ...made, opId: crypto.random(32) },
    { ...made, eraseTag: crypto.random(32) },
    foreign,
    { ...made, signature: new Uint8Array(64) },
  ];
  for (const [i, lie] of lies.entries()) await assert.rejects(reopen(lie), { rule: 'O1' }, String(i));
});

test('O1, E4: what is not exactly an op of section 5 is refused for its rule', async () => {
  const made = await make();
  const AT = { label: 0, counter: 7, previous: 8, head: 9, parents: 10, record: 11, kind: 12, base: 13, depth: 14, payload: 15 };
  const [low, high] = [new Uint8Array(32), new Uint8Array(32).fill(1)];
  /** @type {Array<[string, (parts: any[]) => void]>} */
  const faults = [
    ['O1', (parts) => parts.pop()],
    ['O1', (parts) => parts.push(0)],
    ['O1', (parts) => parts.splice(AT.label, 1, 'attune/op/2')],
    ['O1', (parts) => parts.splice(AT.record, 1, new Uint8Array(15))],
    ['O1', (parts) => parts.splice(AT.payload, 1, 'text')],
    ['O1', (parts) => parts.splice(AT.kind, 1, null)],
    ['O4', (parts) => parts.splice(AT.counter, 1, 1)],
    ['O4', (parts) => parts.splice(AT.previous, 1, high)],
    ['O6', (parts) => parts.splice(AT.parents, 1, [high, low])],
    ['O6', (parts) => parts.splice(AT.parents, 1, [low, low])],
    [
      'O6',
      (parts) =>
        parts.splice(
          AT.parents,
          1,
          Array.from({ length: 33 }, (_, i) => new Uint8Array(32).fill(i)),
        ),
    ],
    ['O8', (parts) => parts.splice(AT.base, 1, [high, low])],
    [
      'O8',
      (parts) =>
        parts.splice(
          AT.base,
          1,
          Array.from({ length: 65 }, (_, i) => new Uint8Array(32).fill(i)),
        ),
    ],
    ['O8', (parts) => parts.splice(AT.depth, 1, 0)],
  ];
  for (const [i, [rule, fault]] of faults.entries()) {
    const parts = decode(made.signed);
    fault(parts);
    const signed = encode(parts);
    const signature = await crypto.sign(us.keys.signSeed, signed);
    const id = await crypto.sha256(encode(['attune/opid/1', signed, signature]));
    await assert.rejects(reopen({ opId: id, eraseTag: made.eraseTag, signed, signature }), { rule }, `${i} ${rule}`);
  }
});

test('O1, E4: a header that is not exactly five parts of their sizes is refused', async () => {
  const good = decode(await sealOp(crypto, SEAL, await make()));
  const bad = [
    good.slice(0, 4),
    [...good, 0],
    good.with(0, 'x'),
    good.with(1, null),
    good.with(2, new Uint8Array(31)),
    good.with(3, null),
    good.with(4, 'x'),
    7,
  ];
  for (const parts of bad) assert.throws(() => readHeader(encode(parts)), OpError);
  assert.throws(() => readHeader(new Uint8Array([0x91])));
});

test('O2: padding hides lengths in few sizes, costs at most 12 % beyond 512 bytes, and reads back', () => {
  const sizes = new Set();
  for (let length = 0; length < 70_000; length += length < 1100 ? 1 : 97) {
    const message = new Uint8Array(length).fill(0x80);
    const padded = pad(message);
    sizes.add(padded.length);
    assert.ok(padded.length >= 512 && padded.length <= Math.max(512, 1.12 * (length + 1)), String(length));
    assert.deepEqual(unpad(padded), message);
  }
  assert.ok(sizes.size < 120, `${sizes.size} sizes`);
  assert.deepEqual([1, 512, 513, 1024, 1025, 5000, 65_536, 65_537].map(paddedLength), [512, 512, 544, 1024, 1088, 5120, 65_536, 67_584]);
});

test('O2: any other padding is refused', () => {
  const padded = pad(new Uint8Array(100).fill(1));
  const longer = new Uint8Array(1024);
  longer.set(padded.subarray(0, 101));
  const noMark = padded.slice();
  noMark[100] = 0;
  for (const bad of [longer, noMark, padded.subarray(0, 511), new Uint8Array(512), new Uint8Array(0), new Uint8Array([0x80])])
    assert.equal(unpad(bad), null);
  const misplaced = padded.slice();
  misplaced[511] = 1;
  assert.equal(unpad(misplaced), null);
});

test('O3: sealing again under another epoch keeps the op id', async () => {
  const made = await make();
  const key = await subkey(crypto, crypto.random(32), 'ops', SPACE, 5);
  const again = readHeader(await sealOp(crypto, { space: SPACE, epoch: 5, opsKey: key }, made));
  const op = await openOp(crypto, SPACE, key, again);
  assert.deepEqual([hex(op.opId), again.epoch], [hex(made.opId), 5]);
});

test('O3: sealing is a function: the same op under the same epoch is the same bytes', async () => {
  const made = await make();
  assert.deepEqual(await sealOp(crypto, SEAL, made), await sealOp(crypto, SEAL, made));
});

test('O9: an erase tag is bound to space and intent, and tells nothing of the secret', async () => {
  const secret = crypto.random(32);
  const [intent, intent2] = [crypto.random(16), crypto.random(16)];
  const tag = await eraseTag(crypto, secret, SPACE, intent);
  assert.equal(tag.length, 32);
  assert.deepEqual(tag, await eraseTag(crypto, secret, SPACE, intent));
  assert.notDeepEqual(tag, await eraseTag(crypto, secret, SPACE, intent2));
  assert.notDeepEqual(tag, await eraseTag(crypto, secret, crypto.random(32), intent));
});

test('O11: payloads are written in order of UTF-8 bytes and read only so', () => {
  const values = /** @type {Array<[string, any]>} */ ([
    ['\u{1f95b}', 1],
    ['\uffee', 2],
    ['a', null],
  ]);
  const read = decodePayload(KIND.set, encodeSet('entry', values));
  assert.deepEqual(read?.names, ['a', '\uffee', '\u{1f95b}'], 'JavaScript would sort the milk first');
  assert.deepEqual(decodePayload(KIND.withdraw, encodeWithdraw('entry', ['b', 'a']))?.names, ['a', 'b']);
  const bad = [['entry'], ['entry', []], ['entry', [['b', 1], ['a', 1]]], ['entry', [['a', 1], ['a', 1]]], ['entry', [['a']]], [7, [['a', 1]]], ['entry', [[1, 1]]], 'x', ['entry', [['a', 1]], 0]]; // biome-ignore format: a table
  for (const parts of bad)
    assert.throws(() => decodePayload(KIND.set, encode(/** @type {any} */ (parts))), { rule: 'O11' }, JSON.stringify(parts));
  for (const parts of [
    ['entry', []],
    ['entry', ['b', 'a']],
    ['entry', ['a', 'a']],
    ['entry', [['a', 1]]],
  ])
    assert.throws(() => decodePayload(KIND.withdraw, encode(parts)), { rule: 'O11' });
  assert.throws(() => decodePayload(KIND.set, new Uint8Array([0x80])), { rule: 'O11' });
  assert.equal(decodePayload(2, new Uint8Array()), null, 'O10: kinds of tomorrow are not judged');
});

/** Garbage for a signature, yet an id and seal that hold: only its author can do so. @param {Partial<Parameters<typeof makeOp>[1]>} parts */
async function unsigned(parts) {
  const { signed, eraseTag: tag } = await make(parts);
  const signature = crypto.random(64);
  return { opId: await crypto.sha256(encode(['attune/opid/1', signed, signature])), eraseTag: tag, signed, signature };
}

/** How many signatures are checked. */
function counting() {
  const counted = {
    ...crypto,
    checks: 0,
    verify: (/** @type {Parameters<typeof crypto.verify>} */ ...args) => {
      counted.checks += 1;
      return crypto.verify(...args);
    },
  };
  return counted;
}

test('O4: one signature authenticates an unbroken run', async () => {
  const ops = await run(20);
  const counted = counting();
  const { good, bad } = await new Verifier().verify(counted, new Chance(1).shuffle(ops), membersAt);
  assert.deepEqual([good.length, bad.length, counted.checks], [20, 0, 1]);
  const gap = counting();
  assert.equal(
    (
      await new Verifier().verify(
        gap,
        ops.filter((_, i) => i !== 7 && i !== 12),
        membersAt,
      )
    ).good.length,
    18,
  );
  assert.equal(gap.checks, 3, 'a run ends at a gap');
});

test('O4: a run whose last op is forged falls back to the ops before it', async () => {
  const ops = await run(5);
  const forged = await reopen(await unsigned({ counter: 5, ownPrevious: /** @type {any} */ (ops[4]).opId }));
  const { good, bad } = await new Verifier().verify(crypto, [...ops, forged], membersAt);
  assert.deepEqual([good.length, bad.map((op) => op.id)], [5, [forged.id]]);
});

test('O4: nobody writes in another’s name: not with their own signature, not as a predecessor of their own ops', async () => {
  const [mine] = await run(1);
  const inMyName = await reopen(await make({ signSeed: other.signSeed, counter: 1, ownPrevious: /** @type {any} */ (mine).opId }));
  const { good, bad } = await new Verifier().verify(crypto, [/** @type {any} */ (mine), inMyName], membersAt);
  assert.deepEqual([good.map((op) => op.id), bad.map((op) => op.id)], [[mine?.id], [inMyName.id]]);
  // a member names a forgery of another member’s op as its own predecessor
  const { chain, device } = await makeSpace(crypto, { keys: other });
  const both = new Map([...us.chain.members, ...chain.members]);
  const vouching = await reopen(await make({ signSeed: other.signSeed, device, counter: 2, ownPrevious: inMyName.opId }));
  const after = await new Verifier().verify(crypto, [inMyName, vouching], () => both);
  assert.deepEqual([after.good.map((op) => op.id), after.bad.map((op) => op.id)], [[vouching.id], [inMyName.id]]);
});

test('O4: whether an op is good depends on the set of ops, not on the order or the batches they come in', async () => {
  // an author whose own signatures are garbage here and there, and a forked incarnation of a restored phone
  const all = [];
  /** @type {Uint8Array} */ let ownPrevious = Z32;
  for (let counter = 0; counter < 9; counter += 1) {
    const parts = { counter, ownPrevious };
    const made = [1, 2, 5, 8].includes(counter) ? await unsigned(parts) : await make(parts);
    all.push(await reopen(made));
    if (counter === 4) all.push(await reopen(await make(parts)), await reopen(await unsigned(parts)));
    ownPrevious = made.opId;
  }
  const verdict = async (/** @type {import('../../web/core/op.js').Op[][]} */ batches) => {
    const verifier = new Verifier();
    const good = new Set();
    for (const batch of batches) for (const op of (await verifier.verify(crypto, batch, membersAt)).good) good.add(op.id);
    return [...good].sort();
  };
  const expected = await verdict([all]);
  assert.equal(expected.length, 9, 'all but the last, which is garbage, and the fork’s garbage');
  for (let seed = 0; seed < 200; seed += 1) {
    const chance = new Chance(seed);
    /** @type {import('../../web/core/op.js').Op[][]} */ const batches = [[]];
    for (const op of chance.shuffle([...all, ...all.filter(() => chance.is(0.3))])) {
      if (chance.is(0.4)) batches.push([]);
      batches.at(-1)?.push(op);
    }
    assert.deepEqual(await verdict(batches), expected, `seed ${seed}`);
  }
});

test('O4: what was good before on this phone is remembered without its signature', async () => {
  const ops = await run(3);
  const verifier = new Verifier();
  verifier.trust([/** @type {any} */ (ops[2])]);
  const counted = counting();
  const { good } = await verifier.verify(counted, ops.slice(0, 2), membersAt);
  assert.deepEqual([good.length, counted.checks], [2, 0]);
});

test('O7: an op under a chain entry not known yet is parked; one of a device not in force there is bad', async () => {
  const early = await reopen(await make({ chainHead: crypto.random(32) }));
  const stranger = await reopen(await make({ device: crypto.random(32) }));
  const { good, parked, bad } = await new Verifier().verify(crypto, [early, stranger], membersAt);
  assert.deepEqual([good.length, parked.map((op) => op.id), bad.map((op) => op.id)], [0, [early.id], [stranger.id]]);
});

test('I5: where two phones must meet, the record id follows from what it is about', async () => {
  const id = await recordId(crypto, SPACE, 'check-in', 0, '2026-11-24', '');
  assert.equal(id.length, 16);
  assert.ok(equal(id, await recordId(crypto, SPACE, 'check-in', 0, '2026-11-24', '')));
  const others = [
    await recordId(crypto, SPACE, 'check-in', 1, '2026-11-24', ''),
    await recordId(crypto, SPACE, 'check-in', 0, '2026-11-25', ''),
    await recordId(crypto, crypto.random(32), 'check-in', 0, '2026-11-24', ''),
  ];
  for (const another of others) assert.ok(!equal(id, another));
});

test('W4: the rolling hash starts at the log and moves with every op id', async () => {
  const R0 = await firstR(crypto, SPACE, new Uint8Array(16));
  assert.deepEqual(R0, await crypto.sha256(encode(['attune/log/1', SPACE, new Uint8Array(16)])));
  const R1 = await nextR(crypto, R0, Z32);
  assert.deepEqual(R1, await crypto.sha256(Uint8Array.of(...R0, ...Z32)));
});

test('1,000 ops open and verify fast enough for a phone', async () => {
  const ops = await run(1000);
  const sealed = await Promise.all(ops.map((op) => sealOp(crypto, SEAL, { ...op, eraseTag: decode(op.signed)[4] })));
  const start = performance.now();
  const opened = [];
  for (const bytes of sealed) opened.push(await openOp(crypto, SPACE, opsKey, readHeader(bytes)));
  const { good } = await new Verifier().verify(crypto, opened, membersAt);
  assert.equal(good.length, 1000);
  const took = performance.now() - start;
  assert.ok(took < 3000, `${took} ms`);
});
