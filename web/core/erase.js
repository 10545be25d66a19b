/** Erase keys and tags (O9). The tag is in every op from the first, so that what was written today can be erased by any later release. */
import { derive } from './ids.js';

/**
 * @param {import('./ids.js').Crypto} crypto @param {Uint8Array} secret 32 bytes kept in the author's `me`
 * @param {Uint8Array} space @param {Uint8Array} intent @returns {Promise<Uint8Array>} 32 bytes
 */
export async function eraseTag(crypto, secret, space, intent) {
  return crypto.sha256(await derive(crypto, secret, 'attune/erase/1', space, intent));
}
