/** Device keys for tests, made once for each run: X-Wing keys are slow to make. */
import { createChain, SPACE } from '../../../web/core/chain.js';

/** @typedef {import('../../../web/core/ids.js').Crypto} Crypto */

/** @param {Crypto} crypto @returns {Promise<import('../../../web/core/chain.js').DeviceKeys>} */
export const makeKeys = async (crypto) => ({ ...(await crypto.signKeypair()), ...(await crypto.kemKeypair()) });

/** @param {Crypto} crypto @param {{kind?: number, keys?: import('../../../web/core/chain.js').DeviceKeys}} [parts] */
export async function makeSpace(crypto, { kind = SPACE.us, keys } = {}) {
  const own = keys ?? (await makeKeys(crypto));
  return { keys: own, ...(await createChain(crypto, { kind, keys: own })) };
}
