import { html, nothing, svg } from '../../vendor/lit.js';
import { SKY_ART } from '../sky-art.js';
import { fieldOf } from './skies.js';

const RADIUS = 140;

/** @param {number} fraction 0…1 of the half circle @param {boolean} isBelow */
function walkerAt(fraction, isBelow) {
  const angle = Math.PI * Math.min(1, Math.max(0, fraction));
  const x = 195 - RADIUS * Math.cos(angle);
  const y = 150 + (isBelow ? 1 : -1) * RADIUS * Math.sin(angle);
  return { x: x.toFixed(1), y: y.toFixed(1) };
}

/**
 * The turn: the sun walks over theirs or under yours; it never counts down. The horizon runs on through it.
 * @param {object} data @param {'you'|'they'} data.turn whose turn it is @param {number|null} data.fraction null: no timer
 * @param {string|null} data.above sky id @param {string|null} data.below @param {string} data.label what it says when asked
 */
export function ring({ turn, fraction, above, below, label }) {
  const isBelow = turn === 'you';
  const { x, y } = walkerAt(fraction ?? 0, isBelow);
  const half = (/** @type {string|null} */ sky, /** @type {boolean} */ isLower) => svg`
    <g data-sky=${fieldOf(sky)} clip-path=${isLower ? 'url(#ring-lower)' : 'url(#ring-upper)'} opacity=${isLower === isBelow ? '1' : '0.5'}>
      <rect x="67" y=${isLower ? '150' : '22'} width="256" height="128" fill="var(--sky-low)" />
      <g transform=${isLower ? 'translate(35 312.8) scale(.74 -.74)' : 'translate(35 -12.8) scale(.74)'}>
        ${SKY_ART[fieldOf(sky)] ?? nothing}${SKY_ART['land']}
      </g>
    </g>`;
  return html`
    <svg class="turn" data-turn=${turn} viewBox="0 0 390 300" role="img" aria-label=${label}>
      <clipPath id="ring-upper"><path d="M67 150a128 128 0 0 1 256 0z" /></clipPath>
      <clipPath id="ring-lower"><path d="M67 150a128 128 0 0 0 256 0z" /></clipPath>
      ${half(above, false)}${half(below, true)}
      <circle class="track" cx="195" cy="150" r=${RADIUS} />
      <path class="ground" d="M-3000 150H3400" vector-effect="non-scaling-stroke" />
      ${
        fraction === null
          ? nothing
          : svg`<path class="gone" d="M55 150A140 140 0 0 ${isBelow ? '0' : '1'} ${x} ${y}" /><circle class="walker" cx=${x} cy=${y} r="9" />`
      }
    </svg>
  `;
}
