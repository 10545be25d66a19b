import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { notice } from './page-parts.js';

/** What went wrong on this phone, what happened to the words, what to do. @param {import('../../app/shell.js').Shell} app */
export function troubleNotice(app) {
  const { trouble } = app.attune;
  if (!trouble) return nothing;
  return notice(
    'circle-alert',
    html`<p>${t(`trouble-${trouble}`)}</p>
      <button class="btn text" @click=${() => void app.attune.attempt(() => app.attune.drafts.flush())}>${t('try-again')}</button>
      <button class="btn text" @click=${() => location.reload()}>${t('open-anew')}</button>`,
    'error',
  );
}

/** What the server said that a person should know. @param {import('../../app/attune.js').SyncView} sync */
export const syncNotice = ({ message }) =>
  message && message !== 'rate-limited' ? notice('info', html`<p>${t(`sync-${message}`)}</p>`) : nothing;

/** Offered, never forced. @param {import('../../app/shell.js').Shell} app */
export const updateNotice = (app) =>
  app.updates.ready()
    ? notice(
        'info',
        html`<p>${t('update-ready')}</p>
        <button class="btn text" @click=${() => void app.attune.drafts.flush().then(() => app.updates.apply())}>${t('update-now')}</button>`,
      )
    : nothing;
