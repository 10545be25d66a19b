import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64url, compare, concat, equal, hex, unbase64url, unhex } from '../../web/core/bytes.js';
import { CodecError, decode, encode } from '../../web/core/codec.js';
import { CLOSE, CODE, decodeFrame, encodeFrame } from '../../web/core/frames.js';
import { helloBytes } from '../../web/core/hello.js';
import { Chance } from './support/seeded.js';

const id16 = new Uint8Array(16).fill(1);
const id32 = new Uint8Array(32).fill(2);
const sig = new Uint8Array(64).fill(3);
const bin = Uint8Array.of(9, 9);

/** One of each frame of section 7: name, its fields, and the whole as the page writes it. @type {Array<[string, any[], any[]]>} */
const FRAMES = [
  ['hello', ['https://a.b', id32, id32, sig], [1, 1, 'https://a.b', id32, id32, sig]],
  ['chain', [0, [bin]], [2, 0, [bin]]],
  ['open', [5, id32, 2], [3, 5, id32, 2]],
  ['append', [7, 1, [bin, bin]], [4, 7, 1, [bin, bin]]],
  ['pull', [[id32]], [5, [id32]]],
  ['whisper', [bin], [6, bin]],
  ['ping', [1], [7, 1]],
  ['meet', [id16, 0], [8, 1, id16, 0]],
  ['post', [0, bin], [9, 0, bin]],
  ['want_pass', [], [10]],
  ['challenge', [id32], [64, 1, id32]],
  ['need_chain', [0], [65, 0]],
  ['welcome', [id16, 3, id32, 1, id32], [66, id16, 3, id32, 1, id32]],
  ['entries', [1, [bin]], [67, 1, [bin]]],
  ['opened', [true, 3, id32], [68, true, 3, id32]],
  ['ops', [1, [bin]], [69, 1, [bin]]],
  ['listed', [1, [id32]], [70, 1, [id32]]],
  ['pulled', [false, []], [71, false, []]],
  ['ack', [7, [1, 2]], [72, 7, [1, 2]]],
  ['chain_ack', [2, id32], [73, 2, id32]],
  ['whispered', [bin], [74, bin]],
  ['pong', [1], [75, 1]],
  ['mailbox', [0, [bin], 86400], [76, 0, [bin], 86400]],
  ['posted', [0], [77, 0]],
  ['error', [9, 7, 0, 0], [78, 9, 7, 0, 0]],
  ['pass', [bin, 600], [79, bin, 600]],
];

test('section 7: each frame is written as the page says and reads back', () => {
  for (const [name, fields, whole] of FRAMES) {
    const bytes = encodeFrame(name, ...fields);
    assert.equal(hex(bytes), hex(encode(whole)), name);
    const { name: read, ...values } = decodeFrame(bytes);
    assert.equal(read, name);
    assert.deepEqual(Object.values(values), whole.slice(1), name);
  }
});

test('E4: a frame with a part too few, too many, or of another type is no frame', () => {
  for (const [name, , whole] of FRAMES) {
    const bad = [whole.slice(0, -1), [...whole, 0]];
    for (let i = 1; i < whole.length; i += 1) {
      bad.push(whole.with(i, null));
      if (whole[i] instanceof Uint8Array && whole[i].length >= 16) bad.push(whole.with(i, whole[i].subarray(1)));
      if (Array.isArray(whole[i])) bad.push(whole.with(i, [null]));
    }
    for (const parts of bad) assert.throws(() => decodeFrame(encode(parts)), CodecError, `${name} ${parts.length}`);
  }
  for (const parts of [[], [0], [11], [80], ['hello'], 1, null])
    assert.throws(() => decodeFrame(encode(/** @type {any} */ (parts))), CodecError);
});

test('W1, W8: another version, a mode that is none, an empty append or pull is no frame', () => {
  assert.throws(() => decodeFrame(encode([1, 2, 'https://a.b', id32, id32, sig])), CodecError);
  assert.throws(() => decodeFrame(encode([4, 1, 2, [bin]])), CodecError);
  assert.throws(() => decodeFrame(encode([4, 1, 0, []])), CodecError);
  assert.throws(() => decodeFrame(encode([5, []])), CodecError);
  assert.throws(() => encodeFrame('append', 1, 2, [bin]), TypeError);
  assert.throws(() => encodeFrame('pull', []), TypeError);
  assert.throws(() => encodeFrame('nothing'), TypeError);
});

test('W14: codes and close codes are those of the table, each once', () => {
  assert.deepEqual(
    Object.values(CODE),
    Array.from({ length: 24 }, (_, i) => i + 1).filter((code) => code !== 18), // reserved
  );
  assert.equal(new Set(Object.values(CLOSE)).size, Object.keys(CLOSE).length);
});

test('W2: what hello signs is bound to origin, version, space, device and nonce', () => {
  const parts = { origin: 'https://a.b', space: id32, device: id32, nonce: id32 };
  assert.deepEqual(decode(helloBytes(parts)), ['attune/hello/1', 'https://a.b', 1, id32, id32, id32]);
});

test('mutated frames by the thousand are read whole or not at all', () => {
  const chance = new Chance(11);
  const samples = FRAMES.map(([name, fields]) => encodeFrame(name, ...fields));
  for (let i = 0; i < 10_000; i += 1) {
    const bytes = chance.is(0.1) ? chance.bytes(chance.below(60)) : chance.one(samples).slice();
    for (let n = chance.below(4); n > 0 && bytes.length > 0; n -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
    try {
      const { name, ...values } = decodeFrame(bytes);
      const fields = Object.entries(values).flatMap(([field, value]) => (field === 'version' ? [] : [value]));
      if (values['version'] === undefined || values['version'] === 1) assert.equal(hex(encodeFrame(name, ...fields)), hex(bytes));
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
});

test('bytes: compare orders as memcmp does; hex and base64url read back and refuse what is not theirs', () => {
  const sorted = ['', '00', '0001', '01', '7f', '80', 'ff00', 'ff01'].map(unhex);
  for (const [i, a] of sorted.entries()) for (const [j, b] of sorted.entries()) assert.equal(Math.sign(compare(a, b)), Math.sign(i - j));
  const chance = new Chance(3);
  for (let length = 0; length < 70; length += 1) {
    const bytes = chance.bytes(length);
    assert.ok(equal(unhex(hex(bytes)), bytes));
    assert.equal(base64url(bytes), Buffer.from(bytes).toString('base64url'));
    assert.ok(equal(unbase64url(base64url(bytes)), bytes));
  }
  for (const bad of ['0', 'zz', 'AB', '0x']) assert.throws(() => unhex(bad), TypeError, bad);
  for (const bad of ['A', 'AB=', 'A+', 'A/', 'AB CD', 'AB\n', 'AAB']) assert.throws(() => unbase64url(bad), TypeError, bad);
  assert.equal(hex(concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))), '010203');
});
