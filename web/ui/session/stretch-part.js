/** One of the stretching set: the shape grows on the way there and shrinks on the way back, half of the time each. */
import { html } from '../../vendor/lit.js';
import { breath } from '../parts/breath.js';
import { t } from '../text.js';

const HALF_WITHOUT_TIMER_S = 15;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function stretchPart({ view, screen }) {
  const half = view.timer ? view.timer.lengthMs / 2000 : HALF_WITHOUT_TIMER_S;
  return html`
    <div class="breathing-part">
      ${breath({
        nowMs: screen.now(),
        startedAtMs: view.startedAt,
        inSeconds: half,
        outSeconds: half,
        words: [t('breath-there'), t('breath-and-back')],
      })}
    </div>
  `;
}
