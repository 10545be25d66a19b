/** The rolling hash of a server's log (W4). */
import { concat } from './bytes.js';
import { hash } from './ids.js';

/** R0. @param {import('./ids.js').Crypto} crypto @param {Uint8Array} space @param {Uint8Array} logId */
export const firstR = (crypto, space, logId) => hash(crypto, 'attune/log/1', space, logId);

/** R(i) from R(i−1) and the op id of seq i. @param {import('./ids.js').Crypto} crypto @param {Uint8Array} R @param {Uint8Array} opId */
export const nextR = (crypto, R, opId) => crypto.sha256(concat(R, opId));
