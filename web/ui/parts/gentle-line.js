/** Beneath a line that was left: one question about it, and [Leave it so]. It stops nobody. */
import { questionAbout } from '../../core/gentle.js';
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';

/** What a screen remembers of a line: its writer left it, or said that it stays. */
export const LEFT = 'left';
export const LEFT_SO = 'left-so';

/** @param {unknown} state before @returns {string} what it is once the line was left */
export const leftState = (state) => (state === LEFT_SO ? LEFT_SO : LEFT);

/**
 * @param {{rules: readonly import('../../core/gentle.js').Rule[], text: string, state: unknown, say?: (id: string) => string, leaveSo: () => void}} data
 */
export function gentleLine({ rules, text, state, say = t, leaveSo }) {
  const id = state === LEFT ? questionAbout(rules, text) : null;
  if (id === null) return nothing;
  return html`<div class="gentle" role="status"><p class="label">${say(`gentle-${id}`)}</p>
    <button type="button" class="chip" @click=${leaveSo}>${t('gentle-leave-so')}</button></div>`;
}
