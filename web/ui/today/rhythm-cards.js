/** Breathing or moving in one rhythm, at the place in the day that this person tied it to: a quiet card, gone at midnight. */
import { isSlotHere } from '../../core/slot.js';
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

const RANK = 59;
/** The day on which this person said "not today". */
const NOT_TODAY = 'rhythm';

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function rhythmCards({ attune }) {
  const [last] = attune.entries.list('rhythm');
  const { drafts } = attune;
  const today = attune.today();
  if (!last || drafts.get(NOT_TODAY) === today || !isSlotHere(last.own['slot'], new Date(attune.now()))) return [];
  const leave = () => {
    drafts.set(NOT_TODAY, today);
    attune.changed();
  };
  const body = html`<article class="card flat ritual"><div class="stack"><h2>${t('today-rhythm')}</h2></div>
    <a class="btn line push" href="#/live/physical-synchrony" aria-label=${`${t('open')}: ${t('today-rhythm')}`}>${t('open')}</a>
    <button class="btn text" @click=${leave}>${t('today-rhythm-not')}</button></article>`;
  return [{ rank: RANK, body }];
}
