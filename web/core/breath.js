/** A breath on a clock: whoever knows when it began is at the same place of it. Nothing is ever held. */

/** How long one half may last, in seconds. */
export const BREATH_SECONDS = Object.freeze({ quick: 4, usual: 5, slow: 6 });

/**
 * @typedef {object} Breath
 * @property {boolean} isIn @property {number} index how many breaths were before this one @property {number} fraction 0…1 of this half that is gone
 * @property {number} level 0…1 how full, slow at both turns @property {number} turnsInMs until the other half begins
 */

/**
 * @param {number} nowMs @param {number} startedAtMs before it, the first breath has not begun @param {number} inSeconds @param {number} outSeconds
 * @returns {Breath}
 */
export function breathAt(nowMs, startedAtMs, inSeconds, outSeconds) {
  const inMs = inSeconds * 1000;
  const wholeMs = inMs + outSeconds * 1000;
  const elapsed = Math.max(0, nowMs - startedAtMs);
  const index = Math.floor(elapsed / wholeMs);
  const within = elapsed - index * wholeMs;
  const isIn = within < inMs;
  const halfMs = isIn ? inMs : wholeMs - inMs;
  const gone = isIn ? within : within - inMs;
  const fraction = gone / halfMs;
  const rise = (1 - Math.cos(Math.PI * fraction)) / 2;
  return { isIn, index, fraction, level: isIn ? rise : 1 - rise, turnsInMs: halfMs - gone };
}
