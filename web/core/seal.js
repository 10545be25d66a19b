/**
 * A seal on something of two: it opens only when both said yes at nearly the same time, and one yes alone opens nothing and says nothing of whose it was.
 * A promise of the app: what is sealed this way is on both phones.
 */

/** Both yes: within this of each other, as two people who sit together press. */
export const TOGETHER_MS = 3 * 60_000;
/** Opened, it closes by itself, unless both leave it open. */
export const READING_MS = 60 * 60_000;
export const REST_MS = 7 * 24 * 60 * 60_000;

/**
 * @typedef {object} Said what one person wrote about the seal
 * @property {number} seal how often this person sealed it, counted through both: the greatest of both is the seal in force; 0 none
 * @property {readonly [number, number]|null} yes to which seal, and when @property {number} leave the seal this person leaves open for good; 0 none
 * @typedef {{state: 'none'|'sealed'|'asked'|'open'|'resting', seal: number, until: number}} SealView `until`: ms when that state ends by itself, 0 never
 */

/** @param {Readonly<Record<string, any>>} fields @returns {Said} */
export function readSaid(fields) {
  const [seal, yes, leave] = [fields['seal'], fields['yes'], fields['leave']];
  const isYes = Array.isArray(yes) && yes.length === 2 && yes.every(Number.isSafeInteger);
  return {
    seal: Number.isSafeInteger(seal) ? seal : 0,
    yes: isYes ? /** @type {[number, number]} */ (yes) : null,
    leave: Number.isSafeInteger(leave) ? leave : 0,
  };
}

/**
 * @param {Said} mine @param {Said} theirs @param {number} now ms
 * @returns {SealView} the same for both persons
 */
export function sealView(mine, theirs, now) {
  const seal = Math.max(mine.seal, theirs.seal);
  if (seal === 0 || (mine.leave === seal && theirs.leave === seal)) return { state: 'none', seal, until: 0 };
  const times = [mine.yes, theirs.yes].flatMap((yes) => (yes?.[0] === seal ? [yes[1]] : [])).sort((a, b) => a - b);
  const latest = times.at(-1);
  if (latest === undefined) return { state: 'sealed', seal, until: 0 };
  const isTogether = times.length === 2 && latest - /** @type {number} */ (times[0]) <= TOGETHER_MS;
  if (isTogether) {
    const until = latest + READING_MS;
    return now < until ? { state: 'open', seal, until } : { state: 'sealed', seal, until: 0 };
  }
  if (now <= latest + TOGETHER_MS) return { state: 'asked', seal, until: latest + TOGETHER_MS };
  return now < latest + REST_MS ? { state: 'resting', seal, until: latest + REST_MS } : { state: 'sealed', seal, until: 0 };
}
