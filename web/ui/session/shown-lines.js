/** What was written and may be read here: a person's words with their mark, in the order of the practice. */
import { html, nothing } from '../../vendor/lit.js';
import { icon, who } from '../parts/icon.js';
import { listed, t } from '../text.js';
import { asChosen } from './field-inputs.js';

/**
 * @typedef {import('../../core/practice-view.js').ShownView} ShownView
 * @typedef {object} Reading
 * @property {(id: string) => string} say @property {(person: 0|1) => {whose: 'you'|'they', name: string}} personOf
 * @property {import('../words.js').Vocabulary|null} vocabulary @property {any} needs
 */

/** @param {Omit<ShownView, 'label'|'field'|'isShared'|'isInPart'>} shown @param {Reading} reading @returns {string} */
export function shownText({ kind, value, message }, { say, vocabulary, needs }) {
  if (message) return say(message);
  if (kind === 'marks' && typeof value === 'string') return say(value); // a card
  if (!Array.isArray(value)) return String(value);
  if (kind === 'words') return listed(value.map((token) => (vocabulary ? asChosen(vocabulary, String(token)).text : String(token))));
  if (kind === 'needs')
    return listed(value.map((id) => needs?.needs.find((/** @type {any} */ need) => need.id === id)?.word ?? String(id)));
  return value.map(String).join('\n');
}

/** @param {readonly ShownView[]} shown @param {Reading} reading */
export function shownLines(shown, reading) {
  const here = shown.filter(({ isInPart }) => !isInPart);
  if (here.length === 0) return nothing;
  return html`<div class="shownlines">${cardsOf(here).map((card) => {
    const [first] = card;
    if (!first) return nothing;
    if (first.kind === 'groups') return groupLists(/** @type {any} */ (first.value), reading);
    const by = first.person === null ? null : reading.personOf(first.person);
    return html`<article class="card shown">
      ${card.map((each) => {
        const name = each !== first ? nothing : by ? who(by.whose, by.name) : who('both', t('live-role-both'));
        const text = shownText(each, reading);
        const lines = each.kind === 'lines' ? text.split('\n') : [text];
        return html`${name === nothing && !each.label ? nothing : html`<p class="small soft">${name}${each.label ? html` <span>${reading.say(each.label)}</span>` : nothing}</p>`}
          ${lines.map((line) => html`<p class="said">${line}</p>`)}`;
      })}
      ${first.isShared ? nothing : html`<p class="small soft lockline">${icon('lock', 's')}${t('practice-only-you')}</p>`}
    </article>`;
  })}</div>`;
}

/** One card for what one person said in a row. @param {readonly ShownView[]} shown @returns {ShownView[][]} */
function cardsOf(shown) {
  const cards = /** @type {ShownView[][]} */ ([]);
  for (const each of shown) {
    const last = cards.at(-1)?.[0];
    const isMore =
      last && last.kind !== 'groups' && each.kind !== 'groups' && last.person === each.person && last.isShared === each.isShared;
    if (isMore) cards.at(-1)?.push(each);
    else cards.push([each]);
  }
  return cards;
}

/**
 * What both marked, by what comes of it. Of a refusal nobody is named; now it is said who wrote each line.
 * @param {readonly {message: string, isFolded: boolean, entries: readonly {message: string|null, text: string|null, person: 0|1|null}[]}[]} groups @param {Reading} reading
 */
export function groupLists(groups, { say, personOf }) {
  const line = (/** @type {any} */ { message, text, person }) => {
    const by = person === null ? null : personOf(person);
    return html`<li class="card flat"><p class="said">${message ? say(message) : text}</p>${by ? html`<p class="small soft">${who(by.whose, by.name)}</p>` : nothing}</li>`;
  };
  return groups.map(({ message, isFolded, entries }) => {
    const list = html`<ul class="lines" aria-label=${say(message)}>${entries.map(line)}</ul>`;
    return isFolded
      ? html`<details class="card flat"><summary>${say(message)}</summary>${list}</details>`
      : html`<section class="stack"><h2 class="section">${say(message)}</h2>${list}</section>`;
  });
}
