/**
 * The Crypto object on Node's own synchronous primitives, with chance given: every run of a simulation is repeatable, and nothing waits for
 * a thread. The KEM is a toy of the right sizes (X-Wing is tested in crypto.test.js); all else is real, and a second implementation of it.
 */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import { CryptoError } from '../../../web/io/crypto.js';

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** @param {Uint8Array} data */
const sha256 = (data) => new Uint8Array(createHash('sha256').update(data).digest());
/** @param {Uint8Array} seed */
const privateKey = (seed) => createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
/** @param {Uint8Array} seed */
const kemPkOf = (seed) => new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), 'toy kem', 1216));

/** @param {Uint8Array} key @param {Uint8Array} nonce @param {Uint8Array} aad @param {Uint8Array} plaintext */
function seal(key, nonce, aad, plaintext) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  return new Uint8Array(Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]));
}

/** @param {Uint8Array} key @param {Uint8Array} nonce @param {Uint8Array} aad @param {Uint8Array} sealed */
function open(key, nonce, aad, sealed) {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(-16));
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]));
  } catch (error) {
    throw new CryptoError(error);
  }
}

/** @param {Uint8Array} kemPk @param {Uint8Array} info @param {Uint8Array} enc */
const toyKey = (kemPk, info, enc) => sha256(Buffer.concat([kemPk, info, enc]));

/**
 * @param {(length: number) => Uint8Array} random
 * @returns {import('../../../web/io/crypto.js').Crypto}
 */
export function nodeCrypto(random) {
  const none = async () => {
    throw new Error('not in simulations');
  };
  return {
    implementation: 'webcrypto',
    random,
    sha256: async (bytes) => sha256(bytes),
    hkdf: async (key, info, length = 32) => new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), info, length)),
    seal: async (key, nonce, aad, plaintext) => seal(key, nonce, aad, plaintext),
    open: async (key, nonce, aad, sealed) => open(key, nonce, aad, sealed),
    generateLocalKey: none,
    sealWithKey: none,
    openWithKey: none,
    async signKeypair() {
      const signSeed = random(32);
      const spki = createPublicKey(privateKey(signSeed)).export({ format: 'der', type: 'spki' });
      return { signSeed, signPk: new Uint8Array(spki.subarray(SPKI.length)) };
    },
    sign: async (seed, message) => new Uint8Array(sign(null, message, privateKey(seed))),
    verify: async (signPk, message, signature) =>
      verify(null, message, createPublicKey({ key: Buffer.concat([SPKI, signPk]), format: 'der', type: 'spki' }), signature),
    isValidSigningKey: async (signPk) => signPk.length === 32,
    async kemKeypair() {
      const kemSeed = random(32);
      return { kemSeed, kemPk: kemPkOf(kemSeed) };
    },
    async hpkeSeal(kemPk, info, plaintext) {
      const enc = random(1120);
      return new Uint8Array(Buffer.concat([enc, seal(toyKey(kemPk, info, enc), new Uint8Array(12), new Uint8Array(), plaintext)]));
    },
    async hpkeOpen(kemSeed, info, sealed) {
      const enc = sealed.subarray(0, 1120);
      return open(toyKey(kemPkOf(kemSeed), info, enc), new Uint8Array(12), new Uint8Array(), sealed.subarray(1120));
    },
  };
}
