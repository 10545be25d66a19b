/** A way to somebody outside, at the foot of every page; no word that is written ever brings it up. */
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

export const someonePart = () => html`<p class="label soft"><a href="#/help">${t('practice-someone')}</a></p>`;
