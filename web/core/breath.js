/** Where a breath is, as a function of the clock: two phones that share a beginning breathe alike. No holds. */

/**
 * @param {number} elapsedMs since the beginning @param {number} inSeconds @param {number} outSeconds
 * @returns {{isIn: boolean, fullness: number}} `fullness` 0 to 1, eased
 */
export function breathAt(elapsedMs, inSeconds, outSeconds) {
  const whole = (inSeconds + outSeconds) * 1000;
  const at = ((elapsedMs % whole) + whole) % whole;
  const isIn = at < inSeconds * 1000;
  const part = isIn ? at / (inSeconds * 1000) : 1 - (at - inSeconds * 1000) / (outSeconds * 1000);
  return { isIn, fullness: (1 - Math.cos(Math.PI * part)) / 2 };
}
