/** The memory map on Today: a place somebody keeps, both pieces of a stone, one stone a month. Never a sealed one, and nothing in a hard week. */
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

const RANK = { two: 30, kept: 70, month: 75 };
/** They wait in their place; on Today stands the newest. */
const MOST = 1;

/** @typedef {import('../../app/memories.js').Stone} Stone */

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function memoryCards(app) {
  const { attune } = app;
  const { memories, pair, preferences } = attune;
  if (!pair || memories.isQuiet) return [];
  const ofMonth = preferences.stoneAMonth ? memories.ofMonth() : null;
  const act = (/** @type {() => Promise<void>} */ step) => () => void attune.attempt(step);
  /** @param {Stone} stone */
  const read = async ({ id }) => {
    await attune.attempt(() => memories.look(id));
    if (!attune.trouble) app.go(`#/memories/${id}`);
  };
  return [
    ...memories
      .twoPieces()
      .slice(0, MOST)
      .map((stone) => ({
        rank: RANK.two,
        body: card(t('memories-two-pieces', { title: titleOf(stone) }), link(stone, t('memories-read'))),
      })),
    ...memories.kept().map((stone) => ({
      rank: RANK.kept,
      body: card(
        t('memories-place-for-you', { title: titleOf(stone) }),
        html`${link(stone, t('open'))}<button class="btn text" @click=${act(() => memories.notThis(stone))}>${t('memories-not-this')}</button>`,
      ),
    })),
    ...(ofMonth
      ? [
          {
            rank: RANK.month,
            body: card(
              t('memories-of-month', { title: titleOf(ofMonth) }),
              html`<button class="btn line" @click=${() => void read(ofMonth)}>${t('memories-read')}</button>
                <button class="btn text" @click=${act(() => memories.look(ofMonth.id))}>${t('memories-another-month')}</button>
                <button class="btn text" @click=${act(() => attune.setPreference('stoneAMonth', false))}>${t('memories-no-more')}</button>`,
            ),
          },
        ]
      : []),
  ];
}

/** @param {Stone} stone */
const titleOf = ({ title }) => title || t('memories-untitled');

/** @param {Stone} stone @param {string} action */
const link = (stone, action) =>
  html`<a class="btn line" href="#/memories/${stone.id}" aria-label=${`${action}: ${titleOf(stone)}`}>${action}</a>`;

/** @param {string} title @param {unknown} buttons */
const card = (title, buttons) => html`<article class="card flat stack"><h2>${title}</h2><div class="line wrap">${buttons}</div></article>`;
