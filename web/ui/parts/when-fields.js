/** A day and a time, and a calendar file of it that says nothing. */
import { calendarFile } from '../../core/calendar.js';
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

const MINUTES = 30;
const FILE_NAME = 'half-an-hour.ics';
const DAY_FILE_NAME = 'a-plan.ics';

/** @typedef {{day: string, time: string}} When as inputs give them: `YYYY-MM-DD`, `HH:MM` */

/** @param {When} when @returns {number} ms; NaN until both are there */
export const atOf = ({ day, time }) => new Date(`${day}T${time}`).getTime();

/** @param {string} id @param {When} when @param {(when: When) => void} set */
export function whenFields(id, when, set) {
  const input = (/** @type {'day'|'time'} */ name, /** @type {string} */ label) => html`<div class="entryfield">
    <label class="label" for="${id}-${name}">${label}</label>
    <input id="${id}-${name}" class="field box" type=${name === 'day' ? 'date' : 'time'} .value=${when[name]} @input=${(
      /** @type {Event} */ event,
    ) => set({ ...when, [name]: /** @type {HTMLInputElement} */ (event.target).value })} /></div>`;
  return html`<div class="whens">${input('day', t('retreat-day'))}${input('time', t('retreat-time'))}</div>`;
}

/** A file that any calendar reads, with a title that says nothing. @param {import('../../app/shell.js').Shell} app @param {number|string} when ms, for half an hour; or the label of a whole day */
export function intoCalendar({ attune, saveFile }, when) {
  const isDay = typeof when === 'string';
  const title = t(isDay ? 'calendar-day' : 'calendar-half-hour');
  const content = calendarFile(isDay ? { day: when } : { at: when, minutes: MINUTES }, { title, now: attune.now() });
  saveFile(new File([content], isDay ? DAY_FILE_NAME : FILE_NAME, { type: 'text/calendar' }));
}
