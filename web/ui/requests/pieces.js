/** What the pages of a request have in common. */
import { noonOf } from '../../core/day.js';
import { html, nothing } from '../../vendor/lit.js';
import { who } from '../parts/icon.js';
import { textField } from '../parts/page-parts.js';
import { listed, longDate, t } from '../text.js';

/**
 * @typedef {import('../../app/requests.js').Item} Item @typedef {import('../../app/requests.js').Words} Words
 * @typedef {Words & {mode: string, step: string, left: readonly string[], no: string, text: string, kind: string, by: string, reflection: string}} Form what is being
 *   written on this screen; it survives everything. `left`: lines whose gentle question was left; `mode`: what is being done, empty: nothing
 *
 * @typedef {object} AskScreen the screen, as its pages see it
 * @property {import('../../app/shell.js').Shell} app @property {string} name of the other @property {Form} form @property {any} needs content of needs.json @property {boolean} isConnected still shown
 * @property {(change: Partial<Form>) => void} fill @property {() => void} clear
 * @property {(step: () => Promise<unknown>, place?: string) => Promise<void>} end does it, and when the phone has it clears what was written and goes to a place
 */

/** @type {Form} */
export const EMPTY = Object.freeze({
  mode: '',
  step: '',
  need: '',
  when: '',
  why: '',
  words: [],
  left: [],
  no: '',
  text: '',
  kind: '',
  by: '',
  reflection: '',
});

/** What is written for one pair is shown beside no other. @param {import('../../app/attune.js').Attune} attune @param {string} id of the request, `new`, or empty */
export const draftKey = ({ pairName }, id) => `request/${pairName}/${id}`;

/** @param {string} label @param {() => unknown} act @param {'primary'|'line'|'text'} [kind] @param {boolean} [isOff] */
export const button = (label, act, kind = 'line', isOff = false) =>
  html`<button type="button" class="btn ${kind} big wide" ?disabled=${isOff} @click=${() => void act()}>${label}</button>`;

/** One screen of words and buttons. @param {unknown} body @param {unknown} foot */
export const sheet = (body, foot) => html`<div class="body stack">${body}</div><div class="foot">${foot}</div>`;

/** @param {AskScreen} screen @param {string} label @param {number} max @param {string} [placeholder] */
export const lineField = (screen, label, max, placeholder = '') =>
  textField({
    id: 'request-text',
    label,
    value: screen.form.text,
    max,
    isLong: max > 80,
    placeholder,
    input: (text) => screen.fill({ text }),
  });

/** The words of a request as a page. @param {Words} words @param {{whose: 'you'|'they', name: string, needs: any, small?: unknown, isPrivate?: boolean}} how */
export const requestPage = ({ need, when, why, words }, { whose, name, needs, small = nothing, isPrivate = false }) => html`
  <article class="card ask ${isPrivate ? 'mine' : ''}">
    <p class="small soft">${who(whose, name)}</p>
    <p class="said need">${need}</p>
    ${when ? html`<p class="small soft">${t('responsive-reach-when-label')}</p><p class="said">${when}</p>` : nothing}
    ${why || words.length > 0 ? html`<p class="small soft">${t('responsive-reach-why-label')}</p>` : nothing}
    ${why ? html`<p class="said">${why}</p>` : nothing}
    ${words.length > 0 ? html`<p class="said"><i>${needNames(words, needs)}</i></p>` : nothing}
    ${small}
  </article>
`;

/** @param {readonly string[]} ids @param {any} needs */
const needNames = (ids, needs) => listed(ids.map((id) => needs?.needs.find((/** @type {any} */ need) => need.id === id)?.word ?? id));

/** Somebody's line. @param {'you'|'they'} whose @param {string} name @param {string} words @param {string} [label] */
export const saidCard = (whose, name, words, label = '') =>
  words
    ? html`<article class="card shown"><p class="small soft">${who(whose, name)}${label ? html`<span>${label}</span>` : nothing}</p><p class="said">${words}</p></article>`
    : nothing;

/** @param {string} day `YYYY-MM-DD` */
export const dayText = (day) => longDate(noonOf(day));

/** One line that says where it is, in words, for a list. @param {Item} item @param {string} name of the other @returns {string} */
export function whereText(item, name) {
  const { request, isMine, isDraft, own, sentence } = item;
  if (item.isTakenBack) return isMine ? t('requests-taken-back', { name }) : t('requests-line-taken-back');
  if (isDraft) return own['queued'] === undefined ? t('requests-draft') : t('requests-queued');
  switch (request.step) {
    case 'not-now':
      if (!request.by) return isMine ? t('requests-with', { name }) : t('requests-reaching', { name });
      return t(isMine ? 'requests-answers-by' : 'requests-you-answer-by', { name, date: dayText(request.by) });
    case 'no':
      return isMine ? t('requests-says-no', { name }) : t('requests-you-said-no');
    case 'proposal':
      if (request.waitsFor !== (isMine ? 'asker' : 'other')) return t('requests-with', { name });
      return isMine && request.version?.n === 1 ? t('requests-says-change', { name }) : t('requests-says-other', { name });
    case 'sentence':
      if (request.confirmed.includes(isMine ? 'asker' : 'other')) return t('requests-you-confirmed');
      return isMine && request.version === null ? t('requests-says-yes', { name }) : t('requests-one-sentence');
    case 'left':
      return t('requests-not-today');
    case 'changed':
      return isMine ? t('requests-has-changed-by', { name }) : t('requests-you-changed');
    case 'agreed':
      return isMine ? t('requests-both-mean-it') : t('requests-you-said-yes', { act: sentence });
    case 'done':
      return isMine ? t('requests-they-did', { name, act: sentence }) : t('requests-you-told', { name });
    case 'gone':
      return isMine ? t('requests-they-let-go', { name, act: sentence }) : t('requests-you-told', { name });
    default:
      return isMine ? t('requests-with', { name }) : t('requests-reaching', { name });
  }
}
