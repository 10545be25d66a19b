import { equal } from '../core/bytes.js';

/**
 * Keys are used once before anything rests on them: sign and verify, wrap and open.
 * @param {import('../core/ids.js').Crypto} crypto @param {import('../core/chain.js').DeviceKeys} keys
 * @throws {Error} this browser computes something else
 */
export async function selfTest(crypto, keys) {
  const probe = crypto.random(32);
  const signature = await crypto.sign(keys.signSeed, probe);
  const isSigned = (await crypto.isValidSigningKey(keys.signPk)) && (await crypto.verify(keys.signPk, probe, signature));
  const opened = await crypto.hpkeOpen(keys.kemSeed, probe, await crypto.hpkeSeal(keys.kemPk, probe, probe));
  if (!isSigned || !equal(opened, probe)) throw new Error('key self-test failed');
}
