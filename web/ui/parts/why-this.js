/** Beneath what is offered: why it comes, and that it need not come again. */
import { html } from '../../vendor/lit.js';
import { OFFERS } from '../offers.js';
import { t } from '../text.js';

/**
 * @param {import('../../app/shell.js').Shell} app
 * @param {readonly {id: string, title: string}[]} offers of ../offers.js, by the names under which they stand here @param {() => void} [then] once one was declined
 */
export function whyThis(app, offers, then = () => {}) {
  const { attune } = app;
  const decline = async (/** @type {string} */ id) => {
    await attune.attempt(() => attune.offers.decline(id));
    if (attune.trouble) return;
    app.announce(t('offer-declined'));
    then();
  };
  const reasons = new Set(offers.flatMap(({ id }) => OFFERS[id]?.why ?? []));
  return html`<details class="why">
    <summary class="small soft">${t('offer-why')}<span class="vh"> ${offers.map(({ title }) => title).join(', ')}</span></summary>
    ${[...reasons].map((why) => html`<p class="small soft">${t(why, { name: attune.pair?.them.name ?? '' })}</p>`)}
    ${offers.map(
      ({ id, title }) =>
        html`<button type="button" class="btn text" aria-label=${`${t('offer-not-again')}: ${title}`} @click=${() => void decline(id)}>${offers.length > 1 ? t('offer-not-again-this', { title }) : t('offer-not-again')}</button>`,
    )}
  </details>`;
}
