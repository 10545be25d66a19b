/** What a person carried on for themselves, offered where it is meant for: it can be used, or put down, and waits without a word otherwise. */
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';

/** Where what was carried on is offered, by what it is for. */
export const CARRIED_PLACES = Object.freeze(
  /** @type {Record<string, string>} */ ({
    act: '#/live/empathy-in-action',
    moment: '#/moments/new',
    memory: '#/memory/new',
    request: '#/requests',
    retreat: '#/retreat',
    revisit: '#/revisits',
    'check-in': '#/check-in',
    summary: '#/page/new',
    card: '#/decks',
    again: '#/moments',
    sign: '#/known',
  }),
);

/**
 * @param {import('../../app/shell.js').Shell} app @param {string} kind what it was carried on for
 * @param {((text: string) => void|Promise<void>)|null} use once it is written there, it is put down here; null: it is read here and no more
 */
export const carriedOffers = ({ attune }, kind, use) =>
  attune.sessions
    .carried()
    .filter((each) => each.kind === kind && each.text)
    .slice(0, 3)
    .map((each) => {
      const putDown = () => void attune.attempt(() => attune.sessions.putDown(each.id));
      const take = async () => {
        await use?.(each.text);
        await attune.keepDrafts(); // written where it is used, before it is put down here
        if (!attune.trouble) putDown();
      };
      return html`<article class="card mine">
        <p class="label soft">${t('carried-by-you')}</p>
        <p class="said">${each.text}</p>
        <div class="line">${use ? html`<button type="button" class="chip" aria-label=${t('carried-use-this', { text: each.text })} @click=${() => void take()}>${t('carried-use')}</button>` : nothing}
          <button type="button" class="chip" aria-label=${t('carried-put-down-this', { text: each.text })} @click=${putDown}>${t('carried-put-down')}</button></div>
      </article>`;
    });
