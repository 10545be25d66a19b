import { encode } from './codec.js';

/** What a device signs to be let in (W2). @param {{origin: string, space: Uint8Array, device: Uint8Array, nonce: Uint8Array}} parts */
export const helloBytes = ({ origin, space, device, nonce }) => encode(['attune/hello/1', origin, 1, space, device, nonce]);
