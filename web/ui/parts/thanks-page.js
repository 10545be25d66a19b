/** The lines of a page or of what was noticed, each under the words it continues. */
import { LINES } from '../../app/thanks.js';
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

/** @type {Readonly<Record<string, readonly [label: string, placeholder: string, max: number]>>} */
export const FORM = Object.freeze({
  deed: ['three-appreciations-deed-label', 'three-appreciations-deed-placeholder', 240],
  shows: ['three-appreciations-shows-label', 'three-appreciations-shows-placeholder', 160],
  meant: ['three-appreciations-meant-label', 'three-appreciations-meant-placeholder', 160],
  when: ['three-appreciations-when-label', 'three-appreciations-when-placeholder', 40],
  noticed: ['thanks-noticed-label', 'thanks-noticed-placeholder', 160],
  felt: ['thanks-felt-label', 'thanks-felt-placeholder', 160],
});

/** @param {Readonly<Record<string, string>>} page @param {'mine'|'shown'} kind whose @param {unknown} [head] */
export const thanksPage = (page, kind, head = '') => html`
  <article class="card ${kind} sheet-page">
    ${head}
    ${[...LINES, 'more']
      .filter((name) => page[name])
      .map((name) =>
        name === 'when'
          ? html`<p class="said aside">${page[name]}</p>`
          : html`<p class="small soft">${t(FORM[name]?.[0] ?? 'thanks-more-given')}</p><p class="said">${page[name]}</p>`,
      )}
    ${page['star'] ? html`<p class="said">${page['star']}</p>` : ''}
  </article>
`;
