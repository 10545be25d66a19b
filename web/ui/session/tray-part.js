/** Words at hand, to take over with a tap into the words that are chosen here: from one's own tray, or from what was heard. */
import { html, nothing } from '../../vendor/lit.js';
import { icon, who } from '../parts/icon.js';
import { lockLine } from '../parts/page-parts.js';
import { t } from '../text.js';
import { asChosen } from './field-inputs.js';

/** @typedef {import('../../core/practice-view.js').View} View */

/** @param {View} view */
const trayOf = ({ shown }) => shown.find(({ kind }) => kind === 'words');

/** @param {View} view words lie at hand here */
export const hasTrayNow = (view) => view.part === 'tray' && trayOf(view) !== undefined;

/** @param {{view: View, screen: import('./parts.js').PartScreen}} data */
export function trayPart({ view, screen }) {
  const { vocabulary } = screen.reading;
  const field = view.fields.find(({ kind }) => kind === 'words');
  const from = trayOf(view);
  if (!field || !from || !Array.isArray(from.value) || !vocabulary) return nothing;
  const chosen = Array.isArray(field.value) ? field.value.map(String) : [];
  const toggle = (/** @type {string} */ token) => {
    if (chosen.includes(token))
      screen.write(
        field.name,
        chosen.filter((each) => each !== token),
      );
    else if (chosen.length < field.max) screen.write(field.name, [...chosen, token]);
  };
  const by = screen.reading.personOf(from.person ?? view.person);
  return html`<div class="card tray">
    <p class="small soft">${who(by.whose, by.name)}</p>
    <div class="words" role="group" aria-label=${by.name}>${from.value.map(String).map(
      (token) => html`<button type="button" aria-pressed=${chosen.includes(token) ? 'true' : 'false'} @click=${() => toggle(token)}>
        <span class="dot">${chosen.includes(token) ? icon('check') : nothing}</span>${asChosen(vocabulary, token).text}</button>`,
    )}</div>
    ${from.isShared ? nothing : lockLine(t('practice-only-you'))}
  </div>`;
}
