/** Padmé lengths (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019): at most 12 % more, and few distinct sizes. */

export const LEAST = 512;

/** @param {number} length at least 1 @returns {number} the padded length (O2) */
export function paddedLength(length) {
  const exponent = Math.floor(Math.log2(length));
  const bits = exponent > 0 ? Math.floor(Math.log2(exponent)) + 1 : 1;
  const unit = 2 ** Math.max(0, exponent - bits);
  return Math.max(LEAST, Math.ceil(length / unit) * unit);
}

/** @param {Uint8Array} message */
export function pad(message) {
  const padded = new Uint8Array(paddedLength(message.length + 1));
  padded.set(message);
  padded[message.length] = 0x80;
  return padded;
}

/** @param {Uint8Array} padded @returns {Uint8Array|null} null when it is not the one padding of anything */
export function unpad(padded) {
  let end = padded.length - 1;
  while (end > 0 && padded[end] === 0) end -= 1;
  if (padded[end] !== 0x80 || paddedLength(end + 1) !== padded.length) return null;
  return padded.subarray(0, end);
}
