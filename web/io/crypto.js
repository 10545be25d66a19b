/**
 * Every primitive Attune uses, behind one object. WebCrypto where it has an answer; noble for Ed25519 where it has not, and always for the
 * question "is this key in the prime-order subgroup", which WebCrypto cannot be asked; HPKE with X-Wing from @hpke. Libraries are loaded
 * when first needed.
 */

import { CryptoError, createAes, own, remember } from './aes.js';

export { CryptoError };

const PKCS8_ED25519 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);
/** L, the order of the prime subgroup, little-endian (RFC 8032, 5.1). */
const L = Uint8Array.from(
  [0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14].concat(Array(15).fill(0), [0x10]),
);

/** The identity, encoded. As R it tells the secret key away; libsodium refuses it, OpenSSL does not, so all must (K1). */
const IDENTITY = Uint8Array.from([1].concat(Array(31).fill(0)));

/** @param {Uint8Array} s 32 bytes little-endian */
function isReduced(s) {
  for (let i = 31; i >= 0; i -= 1) {
    const a = s[i] ?? 0;
    const b = L[i] ?? 0;
    if (a !== b) return a < b;
  }
  return false;
}

/**
 * @typedef {object} Crypto
 * @property {'webcrypto'|'noble'} implementation of Ed25519
 * @property {(length: number) => Uint8Array} random
 * @property {(bytes: Uint8Array) => Promise<Uint8Array>} sha256
 * @property {(key: Uint8Array, info: Uint8Array, length?: number) => Promise<Uint8Array>} hkdf HKDF-SHA256, empty salt
 * @property {(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} seal AES-256-GCM
 * @property {(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} open throws CryptoError
 * @property {() => Promise<CryptoKey>} generateLocalKey non-extractable AES-256-GCM
 * @property {(key: CryptoKey, nonce: Uint8Array, aad: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} sealWithKey
 * @property {(key: CryptoKey, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} openWithKey
 * @property {() => Promise<{signSeed: Uint8Array, signPk: Uint8Array}>} signKeypair
 * @property {(seed: Uint8Array, message: Uint8Array) => Promise<Uint8Array>} sign
 * @property {(signPk: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>} verify strict (protocol K1), for a key that passed isValidSigningKey
 * @property {(signPk: Uint8Array) => Promise<boolean>} isValidSigningKey canonical, prime-order, not the identity
 * @property {() => Promise<{kemSeed: Uint8Array, kemPk: Uint8Array}>} kemKeypair X-Wing
 * @property {(kemPk: Uint8Array, info: Uint8Array, plaintext: Uint8Array) => Promise<Uint8Array>} hpkeSeal enc | ciphertext
 * @property {(kemSeed: Uint8Array, info: Uint8Array, sealed: Uint8Array) => Promise<Uint8Array>} hpkeOpen throws CryptoError
 */

/**
 * @param {{ed25519?: 'auto'|'webcrypto'|'noble'}} [options] `auto` takes WebCrypto when it signs and verifies here
 * @returns {Promise<Crypto>}
 */
export async function createCrypto({ ed25519 = 'auto' } = {}) {
  const subtle = globalThis.crypto.subtle;
  const noble = once(() => import('../vendor/noble-ed25519.js').then((module) => module.ed25519));
  const hpke = once(loadHpke);
  const useWebCrypto = ed25519 === 'webcrypto' || (ed25519 === 'auto' && (await hasEd25519(subtle)));

  /** @type {WeakMap<Uint8Array, Promise<CryptoKey>>} an imported key for each raw key in use */
  const signKeys = new WeakMap();
  /** @type {Map<string, Promise<CryptoKey>>} a handful of devices */
  const verifyKeys = new Map();

  /** @param {Uint8Array} seed */
  const signKey = (seed) =>
    remember(signKeys, seed, () => subtle.importKey('pkcs8', own(joined(PKCS8_ED25519, seed)), 'Ed25519', false, ['sign']));
  /** @param {Uint8Array} signPk */
  const verifyKey = (signPk) => {
    const name = signPk.join();
    if (!verifyKeys.has(name)) verifyKeys.set(name, subtle.importKey('raw', own(signPk), 'Ed25519', false, ['verify']));
    return /** @type {Promise<CryptoKey>} */ (verifyKeys.get(name));
  };
  /** @type {Crypto} */
  const crypto = {
    ...createAes(),
    implementation: useWebCrypto ? 'webcrypto' : 'noble',
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', own(bytes))),
    async hkdf(key, info, length = 32) {
      const base = await subtle.importKey('raw', own(key), 'HKDF', false, ['deriveBits']);
      return new Uint8Array(
        await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: own(info) }, base, 8 * length),
      );
    },
    async signKeypair() {
      const signSeed = crypto.random(32);
      if (!useWebCrypto) return { signSeed, signPk: (await noble()).getPublicKey(signSeed) };
      const key = await subtle.importKey('pkcs8', own(joined(PKCS8_ED25519, signSeed)), 'Ed25519', true, ['sign']);
      const { x } = await subtle.exportKey('jwk', key);
      return { signSeed, signPk: Uint8Array.from(atob((x ?? '').replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)) };
    },
    async sign(seed, message) {
      if (!useWebCrypto) return (await noble()).sign(message, seed);
      return new Uint8Array(await subtle.sign('Ed25519', await signKey(seed), own(message)));
    },
    async verify(signPk, message, signature) {
      if (signature.length !== 64 || !isReduced(signature.subarray(32)) || IDENTITY.every((byte, i) => byte === signature[i])) return false;
      try {
        if (useWebCrypto) return await subtle.verify('Ed25519', await verifyKey(signPk), own(signature), own(message));
        const ed = await noble();
        // noble's verify is cofactored even with zip215 off: an R with torsion must be refused by hand, as WebCrypto does
        return ed.verify(signature, message, signPk, { zip215: false }) && ed.Point.fromBytes(signature.subarray(0, 32)).isTorsionFree();
      } catch {
        return false;
      }
    },
    async isValidSigningKey(signPk) {
      try {
        const point = (await noble()).Point.fromBytes(signPk, false);
        return signPk.length === 32 && point.isTorsionFree() && !point.is0();
      } catch {
        return false;
      }
    },

    async kemKeypair() {
      const { suite } = await hpke();
      const pair = await suite.kem.generateKeyPair();
      return {
        kemSeed: new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)),
        kemPk: new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey)),
      };
    },
    async hpkeSeal(kemPk, info, plaintext) {
      const { suite } = await hpke();
      const recipientPublicKey = await suite.kem.deserializePublicKey(buffer(kemPk));
      const sender = await suite.createSenderContext({ recipientPublicKey, info: buffer(info) });
      return joined(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(buffer(plaintext))));
    },
    async hpkeOpen(kemSeed, info, sealed) {
      const { suite } = await hpke();
      try {
        const recipientKey = await suite.kem.deserializePrivateKey(buffer(kemSeed));
        const enc = buffer(sealed.subarray(0, suite.kem.encSize));
        const recipient = await suite.createRecipientContext({ recipientKey, enc, info: buffer(info) });
        return new Uint8Array(await recipient.open(buffer(sealed.subarray(suite.kem.encSize))));
      } catch (error) {
        throw new CryptoError(error);
      }
    },
  };
  return crypto;
}

async function loadHpke() {
  const { Aes256Gcm, CipherSuite, HkdfSha256, XWing } = await import('../vendor/hpke.js');
  return { suite: new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() }) };
}

/** @param {SubtleCrypto} subtle */
async function hasEd25519(subtle) {
  try {
    const pair = /** @type {CryptoKeyPair} */ (await subtle.generateKey('Ed25519', false, ['sign', 'verify']));
    const message = new Uint8Array(1);
    return await subtle.verify('Ed25519', pair.publicKey, await subtle.sign('Ed25519', pair.privateKey, message), message);
  } catch {
    return false;
  }
}

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} */
function once(make) {
  /** @type {Promise<T>|undefined} */ let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined; // the network failed: the next call tries again
      throw error;
    });
    return made;
  };
}

/** A buffer of exactly these bytes. @param {Uint8Array} bytes @returns {ArrayBuffer} */
const buffer = (bytes) => /** @type {ArrayBuffer} */ (bytes.slice().buffer);

/** @param {Uint8Array} a @param {Uint8Array} b */
function joined(a, b) {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
