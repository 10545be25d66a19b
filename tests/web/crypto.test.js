import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, hex, unhex } from '../../web/core/bytes.js';
import { CryptoError, createCrypto } from '../../web/io/crypto.js';
import { ed25519 } from '../../web/vendor/noble-ed25519.js';

const native = await createCrypto({ ed25519: 'webcrypto' });
const noble = await createCrypto({ ed25519: 'noble' });
const BOTH = /** @type {const} */ ([
  ['WebCrypto', native],
  ['noble', noble],
]);
const { Point } = ed25519;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
/** A point of order eight (RFC 7748 lists its kin). */
const TORSION = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');

/** @param {bigint} n @returns {Uint8Array} 32 bytes little-endian */
const little = (n) => unhex(n.toString(16).padStart(64, '0')).reverse();
/** @param {Uint8Array} bytes */
const number = (bytes) => BigInt(`0x${hex(bytes.slice().reverse())}`);
/** @param {...Uint8Array} parts */
const challenge = async (...parts) =>
  number(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-512', concat(...parts).slice()))) % ORDER;

const secret = 7n ** 80n % ORDER;
const publicKey = Point.BASE.multiply(secret).toBytes();
const message = new TextEncoder().encode('attune');

/** A signature by the schoolbook, with any R. @param {any} R @param {bigint} r @param {Uint8Array} [encodedR] */
async function signWith(R, r, encodedR = R.toBytes()) {
  const k = await challenge(encodedR, publicKey, message);
  return concat(encodedR, little((r + k * secret) % ORDER));
}

test('K1: `auto` takes WebCrypto where it signs and verifies', async () => {
  assert.equal((await createCrypto()).implementation, 'webcrypto');
  assert.deepEqual([native.implementation, noble.implementation], ['webcrypto', 'noble']);
});

test('K1: RFC 8032 test 2, signed and verified by both', async () => {
  const seed = unhex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const expected =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
  const pk = unhex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  for (const [name, crypto] of BOTH) {
    const signature = await crypto.sign(seed, Uint8Array.of(0x72));
    assert.equal(hex(signature), expected, name);
    assert.equal(await crypto.verify(pk, Uint8Array.of(0x72), signature), true, name);
    assert.equal(await crypto.verify(pk, Uint8Array.of(0x73), signature), false, name);
  }
});

test('K1: what one signs, the other verifies; any one bit changed is refused by both', async () => {
  for (const [, signer] of BOTH) {
    const { signSeed, signPk } = await signer.signKeypair();
    const signature = await signer.sign(signSeed, message);
    for (const [name, verifier] of BOTH) {
      assert.equal(await verifier.verify(signPk, message, signature), true, name);
      for (let bit = 0; bit < 512; bit += 37) {
        const changed = signature.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        assert.equal(await verifier.verify(signPk, message, changed), false, `${name} bit ${bit}`);
      }
    }
  }
});

test('K1: a signature by the schoolbook verifies; s + L, an R with torsion, not canonical or the identity do not', async () => {
  const r = 12345678901234567890n;
  const R = Point.BASE.multiply(r);
  const good = await signWith(R, r);
  const tooBig = concat(good.subarray(0, 32), little(number(good.subarray(32)) + ORDER));
  const torsioned = await signWith(R.add(TORSION), r);
  // R = the identity (r = 0), once as it is written and once as y = p + 1
  const identity = await signWith(Point.ZERO, 0n);
  const twisted = await signWith(Point.ZERO, 0n, little(2n ** 255n - 19n + 1n));
  for (const [name, crypto] of BOTH) {
    assert.equal(await crypto.verify(publicKey, message, good), true, name);
    assert.equal(await crypto.verify(publicKey, message, tooBig), false, `${name}: s ≥ L`);
    assert.equal(await crypto.verify(publicKey, message, torsioned), false, `${name}: R with torsion`);
    assert.equal(await crypto.verify(publicKey, message, twisted), false, `${name}: R not canonical`);
    assert.equal(await crypto.verify(publicKey, message, identity), false, `${name}: R the identity`);
    assert.equal(await crypto.verify(publicKey, message, good.subarray(0, 63)), false, `${name}: short`);
    assert.equal(await crypto.verify(publicKey, message, concat(good, new Uint8Array(1))), false, `${name}: long`);
  }
  assert.equal(ed25519.verify(torsioned, message, publicKey, { zip215: false }), true, 'noble alone would have taken it');
});

test('K1: keys of small order, with torsion, not canonical or not on the curve are no signing keys, whoever verifies', async () => {
  const bad = [Point.ZERO.toBytes()];
  for (let i = 1n; i < 8n; i += 1n) bad.push(TORSION.multiply(i).toBytes());
  bad.push(Point.BASE.multiply(secret).add(TORSION).toBytes());
  bad.push(
    little(2n ** 255n - 19n + 1n),
    little(2n ** 255n - 19n),
    new Uint8Array(32).fill(0xff),
    concat(Uint8Array.of(2), new Uint8Array(31)),
  );
  const minusZero = Point.ZERO.toBytes();
  minusZero[31] = 0x80;
  bad.push(minusZero, publicKey.slice(1), concat(publicKey, new Uint8Array(1)), new Uint8Array());
  for (const [name, crypto] of BOTH) {
    assert.equal(await crypto.isValidSigningKey(publicKey), true, name);
    for (const key of bad) assert.equal(await crypto.isValidSigningKey(key), false, `${name} ${hex(key)}`);
  }
});

test('K5: X-Wing wraps: 1216 byte keys, 32 byte seeds, 1136 bytes on top; nothing else opens them', async () => {
  const { kemSeed, kemPk } = await native.kemKeypair();
  assert.deepEqual([kemSeed.length, kemPk.length], [32, 1216]);
  const info = Uint8Array.of(1, 2, 3);
  const sealed = await native.hpkeSeal(kemPk, info, new Uint8Array(32));
  assert.equal(sealed.length, 1168);
  assert.deepEqual(await native.hpkeOpen(kemSeed, info, sealed), new Uint8Array(32));
  const changed = sealed.slice();
  changed[1160] = (changed[1160] ?? 0) ^ 1;
  await assert.rejects(native.hpkeOpen(kemSeed, info, changed), CryptoError);
  await assert.rejects(native.hpkeOpen(kemSeed, Uint8Array.of(1), sealed), CryptoError);
  await assert.rejects(native.hpkeOpen((await native.kemKeypair()).kemSeed, info, sealed), CryptoError);
  await assert.rejects(native.hpkeOpen(kemSeed, info, sealed.subarray(0, 100)), CryptoError);
});

test('AES-256-GCM and HKDF-SHA256 are the standard’s', async () => {
  const key = new Uint8Array(32);
  const sealed = await native.seal(key, new Uint8Array(12), new Uint8Array(), new Uint8Array(16));
  assert.equal(hex(sealed), 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919'); // GCM test case 14
  await assert.rejects(native.open(key, new Uint8Array(12), Uint8Array.of(1), sealed), CryptoError);
  const derived = await native.hkdf(new Uint8Array(22).fill(0x0b), new Uint8Array(), 42); // RFC 5869, A.3
  assert.equal(hex(derived), '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8');
});

test('a local key seals and opens and cannot be taken out', async () => {
  const key = await native.generateLocalKey();
  const nonce = native.random(12);
  const aad = new Uint8Array(3);
  const sealed = await native.sealWithKey(key, nonce, aad, message);
  assert.deepEqual(await native.openWithKey(key, nonce, aad, sealed), message);
  await assert.rejects(globalThis.crypto.subtle.exportKey('raw', key));
});
