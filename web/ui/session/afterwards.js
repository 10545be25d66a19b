/** After a session: carry one thing on, or nothing. What is carried is this person's own, in their own space. */
import { html, nothing } from '../../vendor/lit.js';
import { afterOffer, OFFERS } from '../offers.js';
import { bar, textField } from '../parts/page-parts.js';
import { troubleNotice } from '../parts/trouble.js';
import { whyThis } from '../parts/why-this.js';
import { t } from '../text.js';

const CARRIED_CHARS = 200;

/**
 * @param {object} data
 * @param {import('../../app/shell.js').Shell} data.app @param {readonly {message: string, to: string}[]} data.rows @param {string} data.chosen kind, or empty
 * @param {string} data.text @param {(id: string) => string} data.say
 * @param {(kind: string) => void} data.choose @param {(text: string) => void} data.type @param {() => void} data.carry @param {() => void} data.leave @param {() => void} data.declined one of the rows
 */
export function afterwards({ app, rows, chosen, text, say, choose, type, carry, leave, declined }) {
  const offered = rows.flatMap(({ message, to }) => (OFFERS[afterOffer(to)] ? [{ id: afterOffer(to), title: say(message) }] : []));
  return html`
  <main class="screen live">
    ${bar({})}
    <div class="say">
      <h1 class="prompt">${t('practice-carry')}</h1>
      <div class="choices">${rows.map(
        ({ message, to }) =>
          html`<button type="button" class="choice" aria-pressed=${chosen === to ? 'true' : 'false'} @click=${() => choose(to)}>${say(message)}</button>`,
      )}</div>
      ${
        chosen
          ? textField({ id: 'carry-words', label: t('practice-carry-words'), value: text, max: CARRIED_CHARS, isLong: true, input: type })
          : nothing
      }
      ${troubleNotice(app)}
      ${offered.length > 0 ? whyThis(app, offered, declined) : nothing}
    </div>
    <div class="line-only"><hr class="horizon" /></div>
    <div class="foot">
      ${chosen ? html`<button class="btn primary big wide" @click=${carry}>${t('practice-carry-on')}</button>` : nothing}
      <button class="btn ${chosen ? 'line' : 'primary'} big wide" @click=${leave}>${t('practice-nothing-more')}</button>
    </div>
  </main>
`;
}
