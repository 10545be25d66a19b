/** The board of values: what both hold, what is one word with two meanings, what one of them holds. In the order of the alphabet. */
import { boardOf, readTable } from '../../core/values.js';
import { html, nothing } from '../../vendor/lit.js';
import { valueCard } from '../session/value-names.js';
import { t } from '../text.js';
import { mark, who } from './icon.js';

/** @typedef {import('../../core/values.js').Held} Held @typedef {import('../../core/values.js').OnTable} OnTable */

/** @param {{mine: unknown, theirs: unknown, meaning: unknown}} tables lines of each @returns {import('../../core/values.js').Board} */
export const boardFrom = ({ mine, theirs, meaning }) => boardOf(readTable(mine), readTable(theirs), meaning);

/** What one of them put beside a word. @param {'you'|'they'} whose @param {OnTable|null} each @param {string} name */
const side = (whose, each, name) => {
  if (!each || !(each.shows || each.missing || each.meaning)) return nothing;
  return html`<div class="side ${whose}"><span class="who">${mark(whose)}<span class="vh">${name}</span></span>
    ${each.meaning ? html`<p>${each.meaning}</p>` : nothing}${each.shows ? html`<p>${each.shows}</p>` : nothing}
    ${each.missing ? html`<p class="small">${t('values-alignment-sign', { words: each.missing })}</p>` : nothing}</div>`;
};

/** A word with both sides of it. @param {Held} held @param {string} name of the other @param {unknown} [more] */
export function heldWord({ id, mine, theirs }, name, more = nothing) {
  const hasWords = [mine, theirs].some((each) => each && (each.shows || each.missing || each.meaning));
  return html`<div class="held"><p class="big">${valueCard(id).name}</p>
    ${hasWords ? html`<div class="pair">${side('they', theirs, name)}${side('you', mine, t('you'))}</div>` : mine && theirs ? html`<p class="label soft">${t('values-alignment-say-aloud')}</p>` : nothing}
    ${more}</div>`;
}

/** @param {import('../../core/values.js').Board} board @param {string} name of the other @param {(held: Held) => unknown} [ask] beneath a word that both hold */
export function valuesBoard({ both, differ, one }, name, ask = () => nothing) {
  const area = (/** @type {unknown} */ title, /** @type {unknown} */ content) => html`<section>${title}${content}</section>`;
  return html`<div class="values">
    ${
      both.length > 0
        ? area(
            html`<h2 class="small">${who('both', t('values-alignment-both-hold'))}</h2>`,
            both.map((held) => heldWord(held, name, ask(held))),
          )
        : nothing
    }
    ${
      differ.length > 0
        ? area(
            html`<h2 class="small">${t('values-alignment-same-word')}</h2>`,
            differ.map((held) => heldWord(held, name, ask(held))),
          )
        : nothing
    }
    ${both.length + differ.length === 0 && one.length > 0 ? html`<p class="lead">${t('values-alignment-no-common')}</p>` : nothing}
    ${
      one.length > 0
        ? area(
            html`<h2 class="small">${t('values-alignment-one-holds')}</h2>`,
            one.map(
              (held) =>
                html`<div class="side ${held.mine ? 'you' : 'they'}"><span class="who">${mark(held.mine ? 'you' : 'they')}<span class="vh">${held.mine ? t('you') : name}</span></span>
                  <p class="big">${valueCard(held.id).name}</p>${oneSaid(held.mine ?? held.theirs)}</div>`,
            ),
          )
        : nothing
    }
  </div>`;
}

/** @param {OnTable|null} each */
const oneSaid = (
  each,
) => html`${each?.meaning ? html`<p>${each.meaning}</p>` : nothing}${each?.shows ? html`<p>${each.shows}</p>` : nothing}
  ${each?.missing ? html`<p class="small">${t('values-alignment-sign', { words: each.missing })}</p>` : nothing}`;
