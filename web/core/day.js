/**
 * The day is each person's own: it ends at 04:00 local, so that a check-in after midnight still belongs to the evening before.
 * A day label is `YYYY-MM-DD`.
 */
export const DAY_ENDS_HOUR = 4;

/** @param {number} nowMs @returns {string} the label of the day that is now, in the phone's own time zone */
export function dayLabel(nowMs) {
  const local = new Date(nowMs);
  // Calendar arithmetic, not minus four hours: on the night the clocks change the two differ.
  if (local.getHours() < DAY_ENDS_HOUR) local.setDate(local.getDate() - 1);
  return labelOf(local.getFullYear(), local.getMonth() + 1, local.getDate());
}

/** @param {number} year @param {number} month 1…12 @param {number} day */
const labelOf = (year, month, day) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The last moment of which there is a date, in ms. */
const LAST_MS = 8.64e15;

/** A time that somebody wrote: what is none, or lies beyond every calendar, counts as the beginning of time. @param {unknown} value @returns {number} ms */
export const timeOf = (value) => (typeof value === 'number' && value >= 0 && value <= LAST_MS ? value : 0);

/** @param {string} label @param {number} nowMs @returns {boolean} whether that day is over for the person holding this phone */
export const isDayOver = (label, nowMs) => dayLabel(nowMs) > label;

/** @param {string} label @returns {number} ms of that day's noon, local: for showing its date */
export function noonOf(label) {
  const [year = 0, month = 1, day = 1] = label.split('-').map(Number);
  return new Date(year, month - 1, day, 12).getTime();
}

/** @param {string} label @param {number} days @returns {string} */
export function addDays(label, days) {
  const date = new Date(noonOf(label));
  date.setDate(date.getDate() + days);
  return labelOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** @param {number} nowMs @returns {number} ms until this day ends, to look again then */
export function untilDayEnds(nowMs) {
  const end = new Date(nowMs);
  if (end.getHours() >= DAY_ENDS_HOUR) end.setDate(end.getDate() + 1);
  end.setHours(DAY_ENDS_HOUR, 0, 0, 0);
  return Math.max(1000, end.getTime() - nowMs);
}

/** @param {string} text @returns {boolean} */
export const isDayLabel = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
