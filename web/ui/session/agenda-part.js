/** The agenda of a retreat: the same list on both phones, with the same step lit. */
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { breathingPart } from './breathing-part.js';

/** The steps with the phases in which each is lit. */
const STEPS = [
  ['breathe'],
  ['thanks'],
  ['last', 'last-open', 'fate'],
  ['working', 'tea', 'tea-time'],
  ['not-working-1', 'said-back-1', 'not-working-2', 'said-back-2'],
  ['threads', 'picked'],
  ['change', 'agree', 'no-change'],
  ['thank', 'next'],
];

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function agendaPart({ view, screen }) {
  const lit = STEPS.findIndex((phases) => phases.includes(view.phase));
  if (lit < 0 || screen.app.attune.live.session?.mode === 'own-time') return nothing;
  return html`<ol class="agenda" aria-label=${t('weekly-retreat-agenda')}>${STEPS.map(
    (_, i) =>
      html`<li class=${i < lit ? 'past' : ''} aria-current=${i === lit ? 'step' : nothing}>${t(`weekly-retreat-step-${i + 1}`)}</li>`,
  )}</ol>
  ${view.phase === 'breathe' ? breathingPart({ view, screen }) : nothing}`;
}
