/** What to notice while the other tells: one picture and its words at a time, then the screen is dark. What either left out does not come. */
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { WATCH_PICTURES } from './watch-pictures.js';

/** @typedef {import('../../core/practice-view.js').View} View @typedef {{picture: string, message: string, place: string}} Notice */

const EACH_MS = 8000;
const [EYES, FACE, HANDS, BREATH, POSTURE, VOICE] = [1, 2, 3, 4, 5, 6].map((n) => `nonverbal-attunement-place-${n}`);
const LEFT_OUT = 3;
const BY_VOICE = 1;

/** @param {'sight'|'voice'} sense @param {readonly (readonly [string, string|undefined])[]} pictures each with the place it looks at @returns {Notice[]} */
const noticesOf = (sense, pictures) =>
  pictures.map(([picture, place], i) => ({ picture, message: `nonverbal-attunement-${sense}-${i + 1}`, place: place ?? '' }));

const SIGHT = noticesOf('sight', [
  ['breath', BREATH],
  ['jaw', FACE],
  ['shoulders', POSTURE],
  ['hands', HANDS],
  ['pace', VOICE],
  ['eyes', EYES],
]);
const BY_EAR = noticesOf('voice', [
  ['pitch', VOICE],
  ['volume', VOICE],
  ['pace', VOICE],
  ['pauses', VOICE],
  ['breath', BREATH],
  ['warmth', VOICE],
]);

/** @param {View} view @returns {Notice[]} that nobody left out */
function noticesFor(view) {
  const isByEar = view.shown.some(({ field, value }) => field === 'sense' && value === BY_VOICE);
  const spared = /** @type {readonly (readonly [string, number])[]} */ (view.results['spare'] ?? []);
  const out = new Set(spared.flatMap(([place, group]) => (group === LEFT_OUT ? [place] : [])));
  return (isByEar ? BY_EAR : SIGHT).filter(({ place }) => !out.has(place));
}

/** @param {{view: View, screen: import('./parts.js').PartScreen}} data */
export function picturesPart({ view, screen }) {
  const isTable = screen.app.attune.live.session?.mode === 'one-phone';
  if (view.hasFloor && !isTable) return nothing;
  const notices = noticesFor(view);
  const shown = notices[Math.floor(view.elapsedMs / EACH_MS)];
  if (notices.length === 0) return html`<p class="lead">${t('nonverbal-attunement-be-there')}</p>`;
  if (!shown && isTable) return html`<p class="lead">${t('nonverbal-attunement-face-down')}</p>`;
  return html`
    <div class="pictures" data-state=${shown ? 'shown' : 'dark'}>
      ${
        shown
          ? html`<svg class="picture" viewBox="0 0 96 96" aria-hidden="true">${WATCH_PICTURES[shown.picture]}</svg>
              <p class="lead">${t(shown.message)}</p>`
          : html`<p class="lead">${t('nonverbal-attunement-be-there')}</p>`
      }
      <details class="card flat"><summary>${t('nonverbal-attunement-all')}</summary>
        <ul class="plain-list label">${notices.map(({ message }) => html`<li>${t(message)}</li>`)}</ul></details>
    </div>
  `;
}
