/** Beneath a line of a request: one gentle question where its words may be heard as blame, and moments to choose from. Nothing here stops anybody. */
import { questionAbout } from '../../core/gentle.js';
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { notice } from '../parts/page-parts.js';
import { t, text } from '../text.js';

/** @type {readonly import('../../core/gentle.js').Rule[]} */
let rules = [];
/** @type {Promise<void>|null} */
let loading = null;

/** The words of this language, once. Without them nothing is asked. */
export function loadKinds() {
  loading ??= text()
    .content('gentle')
    .then(
      (words) => {
        rules = words.request;
      },
      () => {
        loading = null;
      },
    );
  return loading;
}

/** @param {string} line @returns {string|null} what is asked about in it */
export const kindIn = (line) => questionAbout(rules, line);

/**
 * @param {object} data
 * @param {string} data.line @param {boolean} data.isLeft it was asked already, and left so @param {string} data.name of the other @param {() => void} data.leave
 */
export function gentleQuestion({ line, isLeft, name, leave }) {
  const kind = isLeft ? null : kindIn(line);
  if (!kind) return html`<div role="status"></div>`;
  return html`<div role="status">${notice(
    'info',
    html`<p class="said">${t(`responsive-reach-help-${kind}`, { name })}</p>
      <button type="button" class="btn text" @click=${leave}>${t('responsive-reach-leave-so')}</button>`,
  )}</div>`;
}

const TIMES = ['responsive-reach-times-1', 'responsive-reach-times-2', 'responsive-reach-times-3', 'responsive-reach-times-4'];

/** @param {{label: string, value: string, pick: (words: string) => void}} data moments to choose from; own words do as well */
export const momentChips = ({ label, value, pick }) => html`
  <div class="chips" role="group" aria-label=${label}>
    ${TIMES.map((id) => t(id)).map(
      (words) =>
        html`<button type="button" class="chip tick" aria-pressed=${value === words ? 'true' : 'false'} @click=${() => pick(words)}>${value === words ? icon('check', 's') : nothing}${words}</button>`,
    )}
  </div>
`;

/**
 * A day to choose.
 * @param {{id: string, label: string, value: string, least: string, pick: (day: string) => void}} data `YYYY-MM-DD`
 */
export const dayField = ({ id, label, value, least, pick }) => html`
  <div class="entryfield"><label class="label" for=${id}>${label}</label>
    <input type="date" id=${id} class="field box" min=${least} .value=${value} @input=${(/** @type {Event} */ event) => pick(/** @type {HTMLInputElement} */ (event.target).value)} /></div>
`;
