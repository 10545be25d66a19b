/** The calm shape of a practice: on both phones the same, from the moment this place began. One phone may lead by sound. */
import { BREATH_SECONDS } from '../../core/breath.js';
import { html, nothing } from '../../vendor/lit.js';
import { breath } from '../parts/breath.js';
import { t } from '../text.js';

/** The words stand for so many breaths; then the shape is enough. */
const BREATHS_WITH_WORDS = 4;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function breathingPart({ view, screen }) {
  if (view.step !== null && view.step !== 'breathe') return nothing;
  const { attune } = screen.app;
  const isAlone = view.isVoice || ['one-phone', 'alone'].includes(attune.live.session?.mode ?? '');
  const has = (/** @type {string} */ flag) => view.flags.includes(flag);
  const isQuick = has(isAlone ? 'my:quicker' : 'both:quicker');
  const seconds = has('slower') ? BREATH_SECONDS.slow : isQuick ? BREATH_SECONDS.quick : BREATH_SECONDS.usual;
  const isLeading = has('my:lead');
  const chosen = { ...attune.preferences, ...(isLeading ? { sound: true } : {}) };
  return html`
    <div class="breathing-part">
      ${breath({
        nowMs: screen.now(),
        startedAtMs: view.startedAt,
        inSeconds: seconds,
        outSeconds: seconds,
        wordsFor: BREATHS_WITH_WORDS,
        turned: (isIn) => screen.app.cues.play(isIn ? 'breath-in' : 'breath-out', chosen),
      })}
      ${note(view, isLeading, isAlone)}
    </div>
  `;
}

/** @param {import('../../core/practice-view.js').View} view @param {boolean} isLeading @param {boolean} isAlone */
function note(view, isLeading, isAlone) {
  const mayLead = view.buttons.some(({ id }) => id === 'lead');
  const line = isLeading
    ? t('breath-leads')
    : view.isVoice && mayLead
      ? t('breath-one-leads')
      : view.flags.includes('my:quicker') && !view.flags.includes('both:quicker') && !view.flags.includes('slower') && !isAlone
        ? t('breath-quicker-when-both')
        : null;
  return line ? html`<p class="label soft">${line}</p>` : nothing;
}
