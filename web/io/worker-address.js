/** The addresses of workers, as Trusted Types want them: these two, and no other. */

export const SERVICE_WORKER = '/sw.js';
export const AHEAD_WORKER = '/packs/ahead-worker.js';

const factory = /** @type {any} */ (globalThis).trustedTypes;
const policy = factory?.createPolicy('attune-worker', { createScriptURL: (/** @type {string} */ address) => own(address) });

/** @param {string} address */
function own(address) {
  if (address !== SERVICE_WORKER && address !== AHEAD_WORKER) throw new TypeError('not a worker of this app');
  return address;
}

/** @param {string} address one of the two @returns {string} */
export const workerAddress = (address) => policy?.createScriptURL(address) ?? own(address);
