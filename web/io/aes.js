/** AES-256-GCM by WebCrypto, and randomness: what everything at rest and on its way is sealed with. */

/** Something did not open. What, is the caller's to say. */
export class CryptoError extends Error {
  /** @param {unknown} [cause] */
  constructor(cause) {
    super('does not open', { cause });
    this.name = 'CryptoError';
  }
}

/** WebCrypto wants ArrayBuffer-backed views. @param {Uint8Array} bytes @returns {Uint8Array<ArrayBuffer>} */
export const own = (bytes) => /** @type {Uint8Array<ArrayBuffer>} */ (bytes);

/** @template V @param {WeakMap<Uint8Array, V>} map @param {Uint8Array} key @param {() => V} make @returns {V} */
export function remember(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** @param {Uint8Array} nonce @param {Uint8Array} aad */
const gcm = (nonce, aad) => ({ name: 'AES-GCM', iv: own(nonce), additionalData: own(aad) });

/**
 * The part of `Crypto` (crypto.js) that seals and opens; a vault needs no more.
 * @typedef {Pick<import('./crypto.js').Crypto, 'random'|'seal'|'open'|'generateLocalKey'|'sealWithKey'|'openWithKey'>} Aes
 * @returns {Aes}
 */
export function createAes() {
  const { subtle } = globalThis.crypto;
  /** @type {WeakMap<Uint8Array, Promise<CryptoKey>>} an imported key for each raw key in use */
  const keys = new WeakMap();
  /** @param {Uint8Array} raw */
  const keyOf = (raw) => remember(keys, raw, () => subtle.importKey('raw', own(raw), 'AES-GCM', false, ['encrypt', 'decrypt']));

  /** @type {Aes} */
  const aes = {
    random: (length) => globalThis.crypto.getRandomValues(new Uint8Array(length)),
    seal: async (key, nonce, aad, plaintext) => aes.sealWithKey(await keyOf(key), nonce, aad, plaintext),
    open: async (key, nonce, aad, sealed) => aes.openWithKey(await keyOf(key), nonce, aad, sealed),
    generateLocalKey: () => subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    sealWithKey: async (key, nonce, aad, plaintext) => new Uint8Array(await subtle.encrypt(gcm(nonce, aad), key, own(plaintext))),
    async openWithKey(key, nonce, aad, sealed) {
      try {
        return new Uint8Array(await subtle.decrypt(gcm(nonce, aad), key, own(sealed)));
      } catch (error) {
        throw new CryptoError(error);
      }
    },
  };
  return aes;
}
