/** A way to help that nobody else sees, on a screen that asks for courage. */
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

export const afraidPart = () => html`<p class="label soft"><a class="quietlink" href="#/help">${t('practice-afraid')}</a></p>`;
