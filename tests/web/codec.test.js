import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, unhex } from '../../web/core/bytes.js';
import { CodecError, decode, encode, MAX_DEPTH } from '../../web/core/codec.js';
import { Chance } from './support/seeded.js';

const RUNS = 2000;

/** @param {Chance} chance @param {number} depth @returns {any} */
function anyValue(chance, depth = 1) {
  switch (chance.below(depth > MAX_DEPTH ? 6 : 8)) {
    case 0:
      return null;
    case 1:
      return chance.is(0.5);
    case 2:
      return chance.below(chance.one([2, 0x80, 0x100, 0x1_0000, 2 ** 32, 2 ** 53]));
    case 3:
      return chance.one([0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1]);
    case 4:
      return chance.bytes(chance.one([0, 1, 31, 32, 255, 256, 300]));
    case 5:
      return Array.from({ length: chance.one([0, 1, 31, 32, 255, 256]) }, () =>
        chance.one(['a', 'é', '🥛', '\u0000', '\ufeff', 'ש', '\u200d']),
      ).join('');
    default:
      return Array.from({ length: chance.one([0, 1, 2, 15, 16, 17]) }, () => anyValue(chance, chance.is(0.2) ? depth + 1 : MAX_DEPTH + 1));
  }
}

test('E1: what is written reads back the same, for every kind of value', () => {
  for (let seed = 0; seed < RUNS; seed += 1) {
    const value = anyValue(new Chance(seed));
    assert.deepEqual(decode(encode(value)), value, `seed ${seed}`);
  }
});

test('E1: maps, floats, negatives, extensions, undefined, lone surrogates are never written', () => {
  for (const value of [
    {},
    new Map(),
    1.5,
    -1,
    -0,
    Number.NaN,
    2 ** 53,
    1n,
    undefined,
    [undefined],
    Symbol.iterator,
    new Date(0),
    '\ud800',
    'a\udc00b',
  ])
    assert.throws(() => encode(/** @type {any} */ (value)), CodecError, String(value));
});

test('E1: maps, floats, negatives, extensions, timestamps are never read', () => {
  for (const bytes of [
    '80',
    '8100c0',
    'de0000',
    'ca3f800000',
    'cb3ff0000000000000',
    'ff',
    'd0ff',
    'd1ffff',
    'd20000ffff',
    'd3ffffffffffffffff',
  ])
    assert.throws(() => decode(unhex(bytes)), CodecError, bytes);
  for (const bytes of ['d40000', 'd6ff00000000', 'c70000', 'c1']) assert.throws(() => decode(unhex(bytes)), CodecError, bytes);
});

test('E1: integers beyond 2^53 − 1 and text that is not UTF-8 are refused', () => {
  for (const bytes of [
    'cf0020000000000000',
    'cf0020000000000001',
    'cfffffffffffffffff',
    'a1ff',
    'a2c080',
    'a3eda080',
    'a6eda0bdedb080',
    'a4f4908080',
  ])
    assert.throws(() => decode(unhex(bytes)), CodecError, bytes);
  assert.equal(decode(unhex('cf001fffffffffffff')), 2 ** 53 - 1);
});

test('E2: every longer form of a value is refused', () => {
  const longer = ['cc7f', 'cd00ff', 'ce0000ffff', 'cf00000000ffffffff', 'd90161', 'da000161', 'db0000000161', 'c5000161', 'c60000000161'];
  longer.push(
    'dc0000',
    'dd00000000',
    `d91f${'61'.repeat(31)}`,
    `da00ff${'61'.repeat(255)}`,
    'dc000100',
    'cd0001',
    'cc00',
    'd900',
    'c50000',
  );
  for (const bytes of longer) assert.throws(() => decode(unhex(bytes)), CodecError, bytes);
});

test('E2: bytes that end early or go on are refused', () => {
  const whole = encode(['attune', 7, new Uint8Array(40), [null, true, 300]]);
  for (let length = 0; length < whole.length; length += 1) assert.throws(() => decode(whole.subarray(0, length)), CodecError);
  assert.throws(() => decode(Uint8Array.of(...whole, 0)), CodecError);
});

test('E2: whatever bytes are read are the bytes that would be written', () => {
  const chance = new Chance(1);
  let read = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const bytes = encode(anyValue(chance));
    for (let n = chance.below(3); n > 0 && bytes.length > 0; n -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
    try {
      assert.equal(hex(encode(decode(bytes))), hex(bytes));
      read += 1;
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
    }
  }
  assert.ok(read > 1000, `only ${read} read`);
});

test('E3: eight arrays deep is read and written, nine is not', () => {
  const deep = (/** @type {number} */ levels) => unhex(`${'91'.repeat(levels - 1)}90`);
  assert.equal(hex(encode(decode(deep(8)))), hex(deep(8)));
  assert.throws(() => decode(deep(9)), CodecError);
  assert.throws(() => decode(deep(100_000)), CodecError);
  assert.throws(() => encode([[[[[[[[[]]]]]]]]]), CodecError);
});

test('a text that begins with a byte order mark survives, however long', () => {
  for (const length of [0, 10, 199, 200, 300, 70_000]) {
    const text = `\ufeff${'a'.repeat(length)}`;
    assert.equal(decode(encode(text)), text);
  }
});

test('a header that claims more than is there costs nothing', () => {
  const before = process.memoryUsage().rss;
  const bytes = unhex('dd01ffffff'.repeat(6));
  for (let i = 0; i < 100; i += 1) assert.throws(() => decode(bytes), CodecError);
  for (const claim of ['dbffffffff', 'c6ffffffff', 'ddffffffff']) assert.throws(() => decode(unhex(claim)), CodecError);
  assert.ok(process.memoryUsage().rss - before < 200e6);
});
