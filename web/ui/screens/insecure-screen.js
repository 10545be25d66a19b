import { html, render } from '../../vendor/lit.js';
import { t, text } from '../text.js';

/** Why Attune cannot work at this address, and what to do. @param {HTMLElement} root */
export async function showInsecure(root) {
  await text().load('first-run');
  render(
    html`<main class="screen"><div class="page"><h1>${t('welcome-insecure-title')}</h1><p class="lead">${t('welcome-insecure-body')}</p><p>${t('welcome-insecure-what')}</p></div></main>`,
    root,
  );
}
