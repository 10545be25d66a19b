/**
 * Sorting one's values, alone: one card at a time; a few are kept, and put in order; how each would show; which of them come to the table. All by
 * buttons, so that keys and screen readers reach it. Nothing of it is seen by anybody else.
 */
import {
  FIRST,
  KEPT,
  MEANING_CHARS,
  moved,
  NAME_CHARS,
  OWN,
  ownLine,
  readOwn,
  SHOWS_CHARS,
  SORTS,
  STACK,
  seasonOf,
  stackOf,
  tableLine,
} from '../../core/values.js';
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { switchRow, textField } from '../parts/page-parts.js';
import { t } from '../text.js';
import { valueCard, valueIds } from './value-names.js';

/** @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../core/practice-view.js').View} View */

const OWN_DRAFT = 'values/own';
const LINE = '\n';

/** @param {{view: View, screen: PartScreen}} data */
export function sortPart({ view, screen }) {
  if (valueIds().length === 0) return nothing;
  const sorting = new Sorting(view, screen);
  switch (view.step) {
    case 'sort':
      return oneCard(sorting);
    case 'keep':
      return keepSome(sorting);
    case 'rank':
      return rank(sorting);
    case 'show':
      return sorting.first.map((id, i) => show(sorting, id, i));
    case 'table':
      return table(sorting);
    default:
      return nothing;
  }
}

/** What the fields of a sorting hold, read and written by name. */
class Sorting {
  /** @param {View} view @param {PartScreen} screen */
  constructor(view, screen) {
    this.view = view;
    this.screen = screen;
    this.own = readOwn(screen.valueOf('own-cards'));
  }

  // read anew by each tap: the one before may not be drawn yet

  /** @returns {Map<string, number>} */
  get sorted() {
    return new Map(this.screen.valueOf('sorted') ?? []);
  }

  /** @returns {string[]} in this person's order */
  get kept() {
    return this.screen.valueOf('five') ?? [];
  }

  /** @returns {string[]} */
  get off() {
    return this.screen.valueOf('off') ?? [];
  }

  /** @returns {Map<string, [string, string]>} what shows, and a sign that it is missing */
  get words() {
    return new Map(
      /** @type {string[]} */ (this.screen.valueOf('words') ?? []).map((line) => {
        const [id = '', shows = '', missing = ''] = line.split(LINE);
        return [id, [shows, missing]];
      }),
    );
  }

  get isTable() {
    return this.screen.app.attune.live.session?.mode === 'one-phone';
  }

  get most() {
    return this.isTable ? KEPT.table : KEPT.usual;
  }

  /** Those that come first, in this person's order. */
  get first() {
    return this.kept.slice(0, FIRST);
  }

  /** @param {string} id */
  card = (id) => valueCard(id, this.own);

  /** The cards of this sorting, each person in an order of their own, with those one wrote at the end. */
  get stack() {
    const { attune } = this.screen.app;
    const number = (/** @type {string} */ hex) => Number.parseInt(hex.slice(0, 8) || '0', 16);
    const count = this.screen.state['values/more'] ? STACK.long : this.isTable ? STACK.table : STACK[attune.preferences.timers];
    return stackOf(valueIds(), {
      count,
      pairSeed: number(attune.pairName) + seasonOf(attune.now()),
      ownSeed: number(attune.live.session?.record ?? '') + this.view.person,
    });
  }

  /** @param {string} id @param {number|null} sort null takes it back onto the stack */
  put(id, sort) {
    const marks = new Map(this.sorted);
    if (sort === null) marks.delete(id);
    else marks.set(id, sort);
    this.screen.write('sorted', [...marks]);
  }

  /** @param {string} id @param {0|1} which what shows, or a sign that it is missing @param {string} words */
  say(id, which, words) {
    const [shows, missing] = this.words.get(id) ?? ['', ''];
    const flat = words.replaceAll(LINE, ' ');
    const all = new Map(this.words).set(id, which === 0 ? [flat, missing] : [shows, flat]);
    this.screen.type(
      'words',
      [...all].filter(([each]) => this.kept.includes(each)).map(([each, said]) => [each, ...said].join(LINE)),
    );
  }

  /** What comes onto the table: all of the first that is not switched off, in the order of the alphabet. @returns {string[]} lines */
  get laid() {
    return this.first
      .filter((id) => !this.off.includes(id))
      .sort()
      .map((id) => {
        const [shows, missing] = this.words.get(id) ?? ['', ''];
        return tableLine({ id, meaning: id.startsWith(OWN) ? this.card(id).meaning : '', shows, missing });
      });
  }
}

/** @param {Sorting} sorting */
function oneCard(sorting) {
  const { stack, sorted } = sorting;
  const id = stack.find((each) => !sorted.has(each));
  const before = [...sorted.keys()].filter((each) => !each.startsWith(OWN)).at(-1);
  const answers = /** @type {[number, string][]} */ ([
    [SORTS.much, 'values-alignment-sort-1'],
    [SORTS.some, 'values-alignment-sort-2'],
    [SORTS.notNow, 'values-alignment-sort-3'],
  ]);
  const { name, meaning } = id ? sorting.card(id) : { name: t('values-alignment-through'), meaning: '' };
  const mayTakeMore = !id && stack.length < valueIds().length;
  return html`<div class="sort">
    <div class="card value" aria-live="polite"><p class="big">${name}</p>${meaning ? html`<p class="lead">${meaning}</p>` : nothing}</div>
    ${id ? html`<div class="answers">${answers.map(([sort, label]) => html`<button type="button" class="btn line big" @click=${() => sorting.put(id, sort)}>${t(label)}</button>`)}</div>` : nothing}
    <div class="line">
      ${before ? html`<button type="button" class="btn text" @click=${() => sorting.put(before, null)}>${t('values-alignment-back')}</button>` : nothing}
      ${mayTakeMore ? html`<button type="button" class="btn text" @click=${() => sorting.screen.setState('values/more', true)}>${t('values-alignment-more-cards')}</button>` : nothing}
    </div>
    ${ownCard(sorting)}
  </div>`;
}

/** A card of one's own matters a lot, or one would not write it. @param {Sorting} sorting */
function ownCard(sorting) {
  const { drafts } = sorting.screen.app.attune;
  const [name = '', meaning = ''] = drafts.get(OWN_DRAFT) ?? [];
  const type = (/** @type {string} */ newName, /** @type {string} */ newMeaning) => {
    drafts.set(OWN_DRAFT, newName || newMeaning ? [newName, newMeaning] : null);
    sorting.screen.setState('values/typed', [newName, newMeaning]);
  };
  const add = () => {
    if (!name.trim()) return;
    const card = ownLine({ name, meaning });
    sorting.screen.write('own-cards', [...(sorting.screen.valueOf('own-cards') ?? []), card]);
    sorting.put(`${OWN}${card.split(LINE)[0]}`, SORTS.much);
    type('', '');
  };
  return html`<details class="card flat"><summary>${t('values-alignment-my-own')}</summary><div class="stack">
    ${textField({ id: 'own-value', label: t('values-alignment-own-name'), value: name, max: NAME_CHARS, input: (words) => type(words, meaning) })}
    ${textField({ id: 'own-meaning', label: t('values-alignment-own-meaning'), value: meaning, max: MEANING_CHARS, input: (words) => type(name, words) })}
    <button type="button" class="btn line" ?disabled=${!name.trim()} @click=${add}>${t('values-alignment-own-add')}</button></div></details>`;
}

/** @param {Sorting} sorting */
function keepSome(sorting) {
  const { sorted, kept, most, screen, card } = sorting;
  const of = (/** @type {number} */ sort) => [...sorted].filter(([, each]) => each === sort).map(([id]) => id);
  const offered = [...of(SORTS.much), ...of(SORTS.some)];
  const isFull = kept.length >= most;
  const toggle = (/** @type {string} */ id) => {
    const now = sorting.kept;
    if (now.includes(id) || now.length < most) screen.write('five', now.includes(id) ? now.filter((each) => each !== id) : [...now, id]);
  };
  return html`<div class="words" role="group" aria-label=${t(most === KEPT.table ? 'values-alignment-keep-three' : 'values-alignment-keep-seven')}>${offered.map(
    (id) => {
      const isKept = kept.includes(id);
      return html`<button type="button" aria-pressed=${isKept ? 'true' : 'false'} ?disabled=${isFull && !isKept} @click=${() => toggle(id)}>
      <span class="dot">${isKept ? icon('check') : nothing}</span>${card(id).name}</button>`;
    },
  )}</div>`;
}

/** The order is said to nobody; it moves by buttons, and the focus goes with the word. @param {Sorting} sorting */
function rank(sorting) {
  const { kept, screen, card } = sorting;
  const move = (/** @type {string} */ id, /** @type {1|-1} */ by) => {
    const order = moved(sorting.kept, id, by);
    screen.write('five', order);
    screen.setState('values/moved', order);
    screen.app.announce(`${card(id).name}, ${order.indexOf(id) + 1}`);
    requestAnimationFrame(() => {
      const [up, down] = ['up', 'down'].map((way) => /** @type {HTMLButtonElement|null} */ (document.getElementById(`${way}-${id}`)));
      const [wanted, other] = by < 0 ? [up, down] : [down, up];
      (wanted?.disabled ? other : wanted)?.focus();
    });
  };
  return html`<ol class="lines ranked" aria-label=${t('values-alignment-order')}>${kept.map(
    (id, i) => html`<li class="card ${i < FIRST ? '' : 'flat'}"><p class="said">${card(id).name}</p>
      <span class="line push"><button type="button" class="btn square" id="up-${id}" ?disabled=${i === 0} aria-label=${t('values-alignment-up', { value: card(id).name })} @click=${() => move(id, -1)}>${icon('arrow-up')}</button>
      <button type="button" class="btn square" id="down-${id}" ?disabled=${i === kept.length - 1} aria-label=${t('values-alignment-down', { value: card(id).name })} @click=${() => move(id, 1)}>${icon('arrow-down')}</button></span></li>`,
  )}</ol>`;
}

/** @param {Sorting} sorting @param {string} id @param {number} i */
function show(sorting, id, i) {
  const { name } = sorting.card(id);
  const [shows, missing] = sorting.words.get(id) ?? ['', ''];
  return html`<section class="stack valueshow"><h2>${name}</h2>
    ${textField({ id: `shows-${i}`, label: t('values-alignment-shows-label', { value: name }), value: shows, max: SHOWS_CHARS, placeholder: i === 0 ? t('values-alignment-shows-placeholder') : '', input: (words) => sorting.say(id, 0, words) })}
    ${textField({ id: `missing-${i}`, label: t('values-alignment-missing-label'), value: missing, max: SHOWS_CHARS, placeholder: i === 0 ? t('values-alignment-missing-placeholder') : '', input: (words) => sorting.say(id, 1, words) })}</section>`;
}

/** @param {Sorting} sorting */
function table(sorting) {
  const { first, off, screen, card, words } = sorting;
  // the table follows what was written and switched, whichever way this step was reached
  const { laid } = sorting;
  if (JSON.stringify(laid) !== JSON.stringify(screen.valueOf('table') ?? [])) queueMicrotask(() => screen.write('table', laid));
  const toggle = (/** @type {string} */ id) =>
    screen.write('off', sorting.off.includes(id) ? sorting.off.filter((each) => each !== id) : [...sorting.off, id]);
  return html`<div class="rows switches">${first.map((id, i) => {
    const isOn = !off.includes(id);
    return switchRow({
      id: `table-${i}`,
      label: card(id).name,
      small: isOn ? (words.get(id)?.[0] ?? '') : t('values-alignment-stays'),
      isOn,
      toggle: () => toggle(id),
    });
  })}</div>`;
}
