import { html } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon } from './icon.js';

/** Quiet and true: where the words are, and how many wait. @param {import('../../app/attune.js').SyncView} sync */
export function syncLine({ state, waiting }) {
  const [name, sentence] = lookOf(state, waiting);
  return html`<span class="quietly">${icon(name)}${sentence}</span>`;
}

/** @param {string} state @param {number} waiting @returns {[string, string]} icon and sentence */
function lookOf(state, waiting) {
  if (state === 'synced') return ['check', t('sync-synced')];
  if (state === 'offline') return ['cloud-off', waiting > 0 ? t('sync-offline-waiting', { count: waiting }) : t('sync-offline')];
  if (state === 'connecting' && waiting === 0) return ['ellipsis', t('sync-connecting')];
  return ['smartphone', waiting > 0 ? t('sync-here-waiting', { count: waiting }) : t('sync-here')];
}
