/** The lines of one's own page as one sheet, to read from. */
import { html, nothing } from '../../vendor/lit.js';

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function pagePart({ view, screen }) {
  const lines = view.shown.filter(({ isInPart }) => isInPart);
  if (lines.length === 0) return nothing;
  return html`<article class="card mine sheet-page">${lines.map(({ field, label, value }) =>
    field.startsWith('when')
      ? html`<p class="said aside">${value}</p>`
      : html`<p class="small soft">${label ? screen.reading.say(label) : nothing}</p><p class="said">${value}</p>`,
  )}</article>`;
}
