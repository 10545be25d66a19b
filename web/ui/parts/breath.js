/** The calm shape over the horizon, growing and sinking with the breath; with reduced motion the words alone change. */
import { breathAt } from '../../core/breath.js';
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

const SMALLEST = 0.86;

/** @param {{nowMs: number, startedAtMs: number, inSeconds: number, outSeconds: number}} how */
export function breath({ nowMs, startedAtMs, inSeconds, outSeconds }) {
  const { isIn, fullness } = breathAt(nowMs - startedAtMs, inSeconds, outSeconds);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scale = isStill ? 1 : SMALLEST + (1 - SMALLEST) * fullness;
  return html`<div class="breathing">
    <svg class="breath" viewBox="0 0 390 340" aria-hidden="true">
      <g transform="translate(195 170) scale(${scale.toFixed(4)}) translate(-195 -170)" fill="var(--primary)">
        <circle cx="195" cy="170" r="150" opacity=".07" /><circle cx="195" cy="170" r="122" opacity=".1" /><circle cx="195" cy="170" r="92" opacity=".16" />
        <circle cx="195" cy="170" r="122" fill="none" stroke="var(--primary)" stroke-width="1.5" opacity=".5" />
      </g>
      <path d="M0 170H390" stroke="var(--ink)" stroke-width="1.5" />
    </svg>
    <span class="in">${t(isIn ? 'pause-breathe-in' : 'pause-breathe-out')}</span>
  </div>`;
}
