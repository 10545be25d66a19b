import { html, render } from '../../vendor/lit.js';
import { notice } from '../parts/page-parts.js';
import { t } from '../text.js';

/** The phone's storage does not open. @param {HTMLElement} root @param {'full'|'lost'|'refused'|'newer'|'unknown'} reason */
export async function showTrouble(root, reason) {
  render(
    html`<main class="screen"><div class="page">
      <h1>${t('app-name')}</h1>
      ${notice('circle-alert', t(`trouble-${reason}`), 'error')}
      <button class="btn primary big wide" @click=${() => location.reload()}>${t('open-anew')}</button>
    </div></main>`,
    root,
  );
}
