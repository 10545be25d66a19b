/** Where two people are on the way from a problem to a trial: which step of how many. */
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';

/** The steps of the board with the phases in which each is lit. */
const STEPS = [
  ['name', 'topic'],
  ['concerns'],
  ['restate-1', 'missing-1', 'restate-2', 'missing-2', 'gate'],
  ['options', 'options-table'],
  ['marks', 'opened', 'opened-table'],
  ['give', 'give-table'],
  ['trial', 'agree'],
  ['thanks'],
];

/** @param {{view: import('../../core/practice-view.js').View}} data */
export function boardPart({ view }) {
  const step = STEPS.findIndex((phases) => phases.includes(view.phase)) + 1;
  if (step === 0) return nothing;
  return html`<div class="board">
    <p class="small soft">${t('shared-problem-solving-step', { step, of: STEPS.length, title: t(`shared-problem-solving-step-${step}`) })}</p>
    <div class="steps" aria-hidden="true">${STEPS.map((_, i) => html`<i class=${i + 1 === step ? 'on' : i + 1 < step ? 'past' : ''}></i>`)}</div>
  </div>`;
}
