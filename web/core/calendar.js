/** A moment as a calendar file (RFC 5545), with nothing in it but a neutral title. */

const LINE = '\r\n';

/** @param {number} ms @returns {string} `20261126T190000Z` */
const utc = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Commas, semicolons, backslashes and line ends mean something in a calendar. @param {string} words */
const escaped = (words) => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/**
 * @param {{at: number, minutes: number, title: string, now: number}} event times in ms
 * @returns {string} whose lines are shorter than 75 bytes as long as the title is short
 */
export const calendarFile = ({ at, minutes, title, now }) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${at.toString(36)}-${now.toString(36)}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(at + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(LINE);
