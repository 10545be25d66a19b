/** The board of two stories: for each, what its teller meant and what arrived in the other. What was kept leaves no empty place. */
import { html, nothing } from '../../vendor/lit.js';
import { who } from '../parts/icon.js';
import { shownText } from './shown-lines.js';

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function gapPart({ view, screen }) {
  const { reading } = screen;
  const told = /** @type {const} */ ([0, 1]).flatMap((person) => {
    const lines = view.shown.filter((each) => (each.field === 'meant' ? each.person === person : each.person === 1 - person));
    return lines.length > 0 ? [{ person, lines }] : [];
  });
  if (told.length === 0) return nothing;
  return html`<div class="gap">${told.map(({ person, lines }) => {
    const { whose, name } = reading.personOf(person);
    return html`<section><h2 class="small soft">${who(whose, name)}</h2>${lines.map(
      (line) =>
        html`<article class="card"><p class="small soft">${line.label ? reading.say(line.label) : nothing}</p><p class="said">${shownText(line, reading)}</p></article>`,
    )}</section>`;
  })}</div>`;
}
