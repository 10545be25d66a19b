/** Weaving: the stone a turn is about with the words of whoever has the floor, the two stones a sentence leads between, and the way with what was said on it. */
import { TOLD } from '../../app/memories.js';
import { html, nothing } from '../../vendor/lit.js';
import { mark } from '../parts/icon.js';
import { photoOf } from '../parts/photo.js';
import { t } from '../text.js';

/** @typedef {import('../../core/practice-view.js').View} View @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../app/memories.js').Stone} Stone */

/** Names of the stones both chose, in the order of the path. @param {View} view @returns {string[]} */
const chosenIn = ({ results }) => /** @type {[string, number][]} */ (results['stones'] ?? []).map(([name]) => name);

/** The title of a stone of this weaving: laid before, or named in it. @param {number} n from 1 @param {View} view @param {PartScreen} screen */
function titleOf(n, view, screen) {
  const chosen = chosenIn(view)[n - 1];
  if (chosen) return screen.reading.say(chosen);
  const { live } = screen.app.attune;
  return String(live.shared(`title-${n}`) ?? '');
}

/** @param {{view: View, screen: PartScreen}} data */
export function stonePart({ view, screen }) {
  const [, kind, number] = /^(tell|join)-(\d)/.exec(view.phase) ?? [];
  const n = Number(number);
  if (kind === 'join') return between(titleOf(n, view, screen), titleOf(n + 1, view, screen));
  const { attune } = screen.app;
  if (view.isVoice) return onThisPhone(screen);
  const stone = attune.memories.dealtStone(chosenIn(view)[n - 1] ?? '');
  if (!stone) return nothing;
  return html`<article class="card stack stone"><h2 class="said">${stone.title}</h2>${view.hasFloor ? words(stone, view.person === attune.live.me, screen) : nothing}</article>`;
}

/** Between which stones the sentence leads. @param {string} from @param {string} to */
const between = (from, to) =>
  from || to ? html`<p class="between"><b class="said">${from}</b><span aria-hidden="true">…</span><b class="said">${to}</b></p>` : nothing;

/** The piece of whoever speaks; what was covered is not uncovered here. @param {Stone} stone @param {boolean} isMine @param {PartScreen} screen */
function words(stone, isMine, screen) {
  const piece = isMine ? stone.mine : stone.isCovered ? null : stone.theirs;
  if (!piece) return nothing;
  const { when, where, piece: told, photo, place } = piece;
  return html`${when || where ? html`<p class="label soft">${[when, where].filter(Boolean).join(' · ')}</p>` : nothing}
    ${photo && screen.app.attune.photos ? photoOf(screen.app, { place, photo, isMine }) : nothing}
    ${told ? html`<p class="said">${told}</p>` : nothing}`;
}

/** With no network no result came of what both marked: every stone is at hand, folded. @param {PartScreen} screen */
function onThisPhone(screen) {
  const { memories, live } = screen.app.attune;
  const stones = live.dealt('stones').flatMap((name) => memories.dealtStone(name) ?? []);
  if (stones.length === 0) return nothing;
  return html`<div class="stack" role="group" aria-label=${t('memory-map-on-this-phone')}>${stones.map(
    (stone) => html`<details class="card flat"><summary>${stone.title}</summary>${words(stone, true, screen)}</details>`,
  )}</div>`;
}

/** @param {{view: View, screen: PartScreen}} data */
export function wayPart({ view, screen }) {
  if (view.phase === 'way') {
    if (view.isVoice) return onThisPhone(screen);
    return way(chosenIn(view).map((name) => html`<li><b class="said">${screen.reading.say(name)}</b></li>`));
  }
  if (view.step?.startsWith('line-')) return nothing; // one line alone, to be changed
  const most = screen.app.attune.live.session?.length === 'long' ? TOLD.long : TOLD.usual;
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  const last = numbers.findLast((n) => titleOf(n, view, screen) || lines(`join-${n}`, view, screen).length > 0) ?? 0;
  const told = numbers.slice(0, last);
  const today = lines('today', view, screen);
  return html`${way(
    told.map((n) => {
      const led = lines(`join-${n}`, view, screen);
      return html`<li><b class="said">${titleOf(n, view, screen) || t('memories-untitled')}</b>
        ${led.length > 0 ? led : n < told.length ? html`<span class="label soft">${t('memory-map-without-words')}</span>` : nothing}</li>`;
    }),
  )}${today.length > 0 ? html`<section class="stack"><h2 class="section">${t('memories-join-today')}</h2>${today}</section>` : nothing}`;
}

/** @param {readonly unknown[]} steps */
const way = (steps) => (steps.length === 0 ? nothing : html`<ol class="woven" role="list">${steps}</ol>`);

/** What each said there, with the mark of whoever did. @param {string} field @param {View} view @param {PartScreen} screen */
const lines = (field, view, screen) =>
  view.shown.flatMap((each) => {
    if (each.field !== field || each.person === null) return [];
    const { whose, name } = screen.reading.personOf(each.person);
    return [html`<span class="joined">${mark(whose)}<span class="vh">${name}:</span><span>${String(each.value)}</span></span>`];
  });
