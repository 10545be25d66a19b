/** A moment as a calendar file (RFC 5545), with nothing in it but a neutral title. */

const LINE = '\r\n';

/** @param {number} ms @returns {string} `20261126T190000Z` */
const utc = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Commas, semicolons, backslashes and line ends mean something in a calendar. @param {string} words */
const escaped = (words) => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** @param {{at: number, minutes: number}|{day: string}} when */
const spanOf = (when) =>
  'day' in when
    ? [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
    : [`DTSTART:${utc(when.at)}`, `DTEND:${utc(when.at + when.minutes * 60_000)}`];

/**
 * @param {{at: number, minutes: number}|{day: string}} when time in ms, or the label of a whole day @param {{title: string, now: number}} event
 * @returns {string} whose lines are shorter than 75 bytes as long as the title is short
 */
export const calendarFile = (when, { title, now }) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${'day' in when ? when.day : when.at.toString(36)}-${now.toString(36)}`,
    `DTSTAMP:${utc(now)}`,
    ...spanOf(when),
    `SUMMARY:${escaped(title)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(LINE);
