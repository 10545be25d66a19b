/** What “a good moment” asks, before a heavier practice: three sentences to read, and a way to help that nobody else sees. */
import { html } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { t } from '../text.js';

export const fitPart = () => html`
  <ul class="lines fit">${['practice-fit-1', 'practice-fit-2', 'practice-fit-3'].map((id) => html`<li class="card flat">${icon('check', 's')}<span>${t(id)}</span></li>`)}</ul>
  <p class="label soft"><a class="quietlink" href="#/help">${t('practice-afraid')}</a></p>
`;
