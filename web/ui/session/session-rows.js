/** Sessions that were, as rows that lead to them. */
import { html } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { longDate, t } from '../text.js';

/** @param {readonly import('../../app/sessions.js').Past[]} past @param {(practice: string) => string} titleOf @param {string} [place] */
export const sessionRows = (past, titleOf, place = 'session') => html`
  <ul class="rows">${past.map(
    ({ id, practice, at, mode }) => html`<li><a class="what" href="#/${place}/${id}"><b>${titleOf(practice)}</b>
      <span class="label soft">${longDate(at)} · ${t(`sessions-mode-${mode}`)}</span></a>${icon('chevron-right', 's')}</li>`,
  )}</ul>
`;
