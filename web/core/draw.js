/** Drawing from lists so that two phones draw alike and nothing comes back before the list is through. */

/** @param {number} seed @returns {() => number} whole numbers below 2^32 (mulberry32) */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** @template T @param {readonly T[]} list @param {number} seed @returns {T[]} */
export function shuffled(list, seed) {
  const numbers = numbersFrom(seed);
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = numbers() % (i + 1);
    [copy[i], copy[j]] = [/** @type {T} */ (copy[j]), /** @type {T} */ (copy[i])];
  }
  return copy;
}

/** Days since 1970-01-01. @param {string} day `YYYY-MM-DD` */
export const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) || 0;

/** One a day, each once before any comes again. @template T @param {readonly T[]} list @param {number} seed of the pair @param {string} day @returns {T|undefined} */
export const ofDay = (list, seed, day) => shuffled(list, seed)[((dayNumber(day) % list.length) + list.length) % list.length];

/** @template T @param {readonly T[]} list @param {number} seed @param {number} count @param {number} times how often others were asked for @returns {T[]} */
export function handOf(list, seed, count, times) {
  const order = shuffled(list, seed);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => /** @type {T} */ (order[(times * count + i) % order.length]));
}
