/** What of the other's lines this phone has shown: only those are missed when they are taken back, and marked when they change. */
import { LINES } from '../core/check-in.js';

/** @typedef {import('../core/check-in.js').Line} Line */

/** Of a month together: a start reads every draft. @param {import('../app/attune.js').Attune} attune @param {string} day */
const seenKey = (attune, day) => `seen/${attune.pairName}/${day.slice(0, 'yyyy-mm'.length)}`;

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {Map<string, Array<[Line, string]>>} day of its month -> line and what it said when it was first shown */
const seenDays = (attune, day) => new Map(attune.drafts.get(seenKey(attune, day)) ?? []);

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {Map<Line, string>} line -> what it said when it was first shown */
export const seenLines = (attune, day) => new Map(seenDays(attune, day).get(day) ?? []);

/** Days that are over are open without a tap, so of the last few it is enough to know. */
const MOST_REVEALED = 7;

/** @param {import('../app/attune.js').Attune} attune */
const revealedKey = (attune) => `revealed/${attune.pairName}`;

/** @param {import('../app/attune.js').Attune} attune @returns {readonly string[]} days that were opened here, newest last */
const revealedDays = (attune) => attune.drafts.get(revealedKey(attune)) ?? [];

/**
 * A day as it may be shown before and after this person opened it: both skies rise together, at their tap.
 * @param {import('../app/attune.js').Attune} attune @param {string} label
 * @returns {import('../core/check-in.js').Day & {isSealed: boolean}}
 */
export function openedDay(attune, label) {
  const day = attune.checkIns.day(label);
  const isSealed = day.isOpen && !day.isOver && !revealedDays(attune).includes(label);
  return { ...day, isSealed, ...(isSealed ? { theirs: null } : {}) };
}

/** @param {import('../app/attune.js').Attune} attune @param {string} label */
export function openDay(attune, label) {
  if (openedDay(attune, label).isSealed) attune.drafts.set(revealedKey(attune), [...revealedDays(attune), label].slice(-MOST_REVEALED));
}

/** @param {import('../core/check-in.js').SharedSide} side @param {Line} line */
const saidBy = (side, line) => JSON.stringify(side[line]);

/** @param {import('../app/attune.js').Attune} attune @param {string} day whose lines are on the screen now @param {readonly Line[]} [shown] */
export function noteSeenLines(attune, day, shown = LINES) {
  const { theirs } = attune.checkIns.day(day);
  if (!theirs) return;
  const seen = seenLines(attune, day);
  const fresh = shown.filter((line) => theirs[line] !== null && !seen.has(line));
  for (const line of fresh) seen.set(line, saidBy(theirs, line));
  if (fresh.length === 0) return;
  const days = seenDays(attune, day).set(day, [...seen]);
  attune.drafts.set(
    seenKey(attune, day),
    [...days].map((each) => [...each]),
  );
}

/**
 * @param {import('../app/attune.js').Attune} attune @param {string} day @param {import('../core/check-in.js').SharedSide} theirs
 * @returns {{missed: Line[], changed: Line[]}}
 */
export function sinceSeen(attune, day, theirs) {
  const seen = seenLines(attune, day);
  return {
    missed: theirs.takenBack.filter((line) => seen.has(line)),
    changed: [...seen].flatMap(([line, said]) => (theirs[line] !== null && saidBy(theirs, line) !== said ? [line] : [])),
  };
}
