/** The phones rest: only the time at which to come back. */
import { html, nothing } from '../../vendor/lit.js';
import { clockTime, t } from '../text.js';

/** @param {{view: import('../../core/practice-view.js').View}} data */
export const awayPart = ({ view }) =>
  view.timer
    ? html`<p class="away">${t('praise-plus-together-see-you', { time: clockTime(view.timer.startedAt + view.timer.lengthMs) })}</p>`
    : nothing;
