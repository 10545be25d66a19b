/** Identifiers and hashes (protocol section 2). */
import { encode } from './codec.js';

/**
 * @typedef {import('../io/crypto.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 */

export const Z32 = new Uint8Array(32);

/** H(label, parts…). @param {Crypto} crypto @param {string} label @param {...Value} parts @returns {Promise<Uint8Array>} 32 bytes */
export const hash = (crypto, label, ...parts) => crypto.sha256(encode([label, ...parts]));

/** HKDF(key, info…). @param {Crypto} crypto @param {Uint8Array} key @param {...Value} info @returns {Promise<Uint8Array>} 32 bytes */
export const derive = (crypto, key, ...info) => crypto.hkdf(key, encode(info));

/** I1. @param {Crypto} crypto @param {number} kind @param {Uint8Array} random @param {Uint8Array} signPk @param {Uint8Array} kemPk */
export const spaceId = (crypto, kind, random, signPk, kemPk) => hash(crypto, 'attune/space/1', kind, random, signPk, kemPk);

/** I2. @param {Crypto} crypto @param {Uint8Array} signPk @param {Uint8Array} kemPk */
export const deviceId = (crypto, signPk, kemPk) => hash(crypto, 'attune/device/1', signPk, kemPk);

/** I3. @param {Crypto} crypto @param {Uint8Array} entry */
export const entryId = (crypto, entry) => hash(crypto, 'attune/entry/1', entry);

/** I4. @param {Crypto} crypto @param {Uint8Array} signed @param {Uint8Array} signature */
export const opId = (crypto, signed, signature) => hash(crypto, 'attune/opid/1', signed, signature);

/**
 * I5, where two phones must meet on one record.
 * @param {Crypto} crypto @param {Uint8Array} space @param {string} practice @param {number} person 0 the pair
 * @param {string} date `YYYY-MM-DD` or empty @param {string} slot
 */
export async function recordId(crypto, space, practice, person, date, slot) {
  return (await hash(crypto, 'attune/record/1', space, practice, person, date, slot)).slice(0, 16);
}
