import { addDays, noonOf } from '../../core/day.js';
import { html } from '../../vendor/lit.js';
import { ICONS } from '../icons.js';
import { longDate, t, weekday } from '../text.js';
import { phraseText, skyName } from '../words.js';

/** @param {string|null} sky */
const cell = (sky) => html`<i data-sky=${sky && sky !== 'changing' && sky !== 'cannot-tell' ? sky : 'none'}>
  ${sky ? html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[`sky-${sky}`]}</svg>` : ''}
</i>`;

/** @param {string} last label @returns {string[]} the seven days that end with it */
export const stripDays = (last) => Array.from({ length: 7 }, (_, i) => addDays(last, i - 6));

/**
 * Seven days, each a small horizon: theirs above, yours below. Arrow keys move between days.
 * @param {object} data @param {string} data.last the newest day label @param {(day: string) => import('../../core/check-in.js').Day} data.read
 * @param {import('../words.js').Vocabulary|null} data.vocabulary @param {(day: string) => void} data.open
 */
export function dayStrip({ last, read, vocabulary, open }) {
  const labels = stripDays(last);
  return html`
    <div class="weeks" @keydown=${moveDay}>
      ${labels.map((label) => html`<span class="dow" aria-hidden="true">${weekday(noonOf(label))}</span>`)}
      ${labels.map((label) => {
        const day = read(label);
        const mine = day.shared?.sky ?? null;
        const theirs = day.theirs?.sky ?? null;
        const own = day.mine?.sky ?? null;
        const phrase = phraseText(vocabulary, theirs, mine) || skyName(vocabulary, own ?? theirs) || t('day-none');
        return html`<button class="day" aria-label=${t('day-strip-label', { date: longDate(noonOf(label)), phrase })} @click=${() => open(label)}>
          ${cell(theirs)}${cell(own)}
        </button>`;
      })}
    </div>
  `;
}

/** @param {KeyboardEvent} event */
function moveDay(event) {
  const days = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('.day')]);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = step ? days[days.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
