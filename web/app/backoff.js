/**
 * Full-jitter back-off (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
 *
 * @param {number} attempt 0, 1, 2, …
 * @param {() => number} random 0 ≤ x < 1
 * @returns {number} ms to wait: between a quarter and the whole of 0.5 s · 2^attempt, at most 30 s
 */
export function backoffMs(attempt, random) {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6));
  return Math.round(ceiling * (0.25 + 0.75 * random()));
}
