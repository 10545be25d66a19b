/** Looking again, on Today: offered some days after a pause, how a try was, what the other gave to read or would read together. */
import { tryOf } from '../../app/revisits.js';
import { html } from '../../vendor/lit.js';
import { whyThis } from '../parts/why-this.js';
import { t } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = { ask: 22, theirs: 24, asked: 30, offer: 35 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function revisitCards(app) {
  const { attune } = app;
  const { revisits, pair } = attune;
  const name = pair?.them.name ?? '';
  const { offer, asked, theirAsk } = revisits;
  const putOff = (/** @type {boolean} */ isForGood) => () => void (offer && attune.attempt(() => revisits.putOff(offer.id, isForGood)));
  return [
    ...(theirAsk
      ? [
          {
            rank: RANK.ask,
            body: html`<article class="card calm"><h2>${t('revisits-ask', { name })}</h2><div class="line">
              <a class="btn primary" href="#/revisits/together" aria-label=${`${t('open')}: ${t('revisits-ask', { name })}`}>${t('open')}</a>
              <button class="btn text" @click=${() => void attune.attempt(() => revisits.closeAsk())}>${t('revisits-not-this-one')}</button></div></article>`,
          },
        ]
      : []),
    ...revisits.here().map((entry) => ({
      rank: RANK.theirs,
      body: leadingCard({
        title: t('revisits-from', { name }),
        words: tryOf(entry),
        place: `#/revisits/try/${entry.id}`,
        action: t('open'),
        isCalm: true,
      }),
    })),
    ...(asked
      ? [
          {
            rank: RANK.asked,
            body: leadingCard({
              title: t('revisits-your-try'),
              words: tryOf(asked),
              small: t('revisits-how-was-it'),
              place: `#/revisits/try/${asked.id}`,
              action: t('open'),
            }),
          },
        ]
      : []),
    ...(offer && attune.offers.isWelcome('revisit')
      ? [
          {
            rank: RANK.offer,
            body: html`<article class="card flat"><h2>${t('revisits-offer')}</h2><div class="line">
              <a class="btn line" href="#/live/growth-revisit" aria-label=${`${t('open')}: ${t('revisits-offer')}`}>${t('open')}</a>
              <button class="btn text" @click=${putOff(false)}>${t('revisits-later')}</button>
              <button class="btn text" @click=${putOff(true)}>${t('revisits-leave')}</button></div>
              ${whyThis(app, [{ id: 'revisit', title: t('revisits-offer') }])}</article>`,
          },
        ]
      : []),
  ];
}
