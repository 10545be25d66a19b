/** Which of the other's lines this phone has shown: only those are missed, and marked, when they are taken back. */
import { LINES } from '../core/check-in.js';

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {string[]} */
export const seenLines = (attune, day) => attune.drafts.get(`seen/${day}`) ?? [];

/** @param {import('../app/attune.js').Attune} attune @param {string} day whose lines are on the screen now */
export function noteSeenLines(attune, day) {
  const { theirs } = attune.checkIns.day(day);
  const seen = seenLines(attune, day);
  const fresh = LINES.filter((line) => theirs && theirs[line] !== null && !seen.includes(line));
  if (fresh.length > 0) attune.drafts.set(`seen/${day}`, [...seen, ...fresh]);
}
