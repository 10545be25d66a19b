/** What of the other's lines this phone has shown: only those are missed when they are taken back, and marked when they change. */
import { LINES } from '../core/check-in.js';

/** @typedef {import('../core/check-in.js').Line} Line */

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {Map<Line, string>} line -> what it said when it was first shown */
export const seenLines = (attune, day) => new Map(attune.drafts.get(`seen/${attune.pairName}/${day}`) ?? []);

/**
 * A day as it may be shown before and after this person opened it: both skies rise together, at their tap.
 * @param {import('../app/attune.js').Attune} attune @param {string} label
 * @returns {import('../core/check-in.js').Day & {isSealed: boolean}}
 */
export function openedDay(attune, label) {
  const day = attune.checkIns.day(label);
  const isSealed = day.isOpen && !day.isOver && attune.drafts.get(`revealed/${attune.pairName}/${label}`) !== true;
  return { ...day, isSealed, ...(isSealed ? { theirs: null } : {}) };
}

/** @param {import('../app/attune.js').Attune} attune @param {string} label */
export function openDay(attune, label) {
  if (openedDay(attune, label).isSealed) attune.drafts.set(`revealed/${attune.pairName}/${label}`, true);
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
  if (fresh.length > 0)
    attune.drafts.set(
      `seen/${attune.pairName}/${day}`,
      [...seen].map((each) => [...each]),
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
