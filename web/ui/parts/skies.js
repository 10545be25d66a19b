import { html, nothing } from '../../vendor/lit.js';
import { SKY_ART } from '../sky-art.js';

/**
 * @typedef {object} SkyText
 * @property {'you'|'they'} who @property {string} name the person's @property {string|null} sky its name @property {string} [words]
 * @property {unknown} [more] below the words
 */

/** The weather of one sky and the land before it. @param {string} sky id, or none @param {boolean} isBelow */
export const skyArt = (sky, isBelow) => html`
  ${
    SKY_ART[sky]
      ? html`<svg class="art weather" viewBox="0 0 390 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">${SKY_ART[sky]}</svg>`
      : nothing
  }
  <svg class="art" viewBox="0 0 390 220" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    ${SKY_ART['land']}${isBelow ? SKY_ART['ripples'] : nothing}
  </svg>
`;

/** Skies without a field of their own are paper. @param {string|null|undefined} sky */
export const fieldOf = (sky) => (sky && SKY_ART[sky] ? sky : 'none');

/**
 * Two skies over one horizon; yours is below.
 * @param {object} data
 * @param {string|null} data.above sky id @param {string|null} data.below
 * @param {unknown} [data.aboveText] @param {unknown} [data.belowText] @param {unknown} [data.bead] words on the horizon
 * @param {unknown} [data.top] @param {string} [data.state] sealed, rising, open: for motion
 * @param {string} [data.label] what a screen reader hears of the whole
 */
export const skies = ({ above, below, aboveText, belowText, bead, top, state = 'open', label }) => html`
  <div class="skies" data-state=${state} role="group" aria-label=${label ?? nothing}>
    ${top ? html`<div class="top">${top}</div>` : nothing}
    <section class="sky" data-sky=${fieldOf(above)} data-place="above">
      ${skyArt(fieldOf(above), false)}
      ${aboveText ? html`<div class="text">${aboveText}</div>` : nothing}
    </section>
    <section class="sky" data-sky=${fieldOf(below)} data-place="below">
      ${skyArt(fieldOf(below), true)}
      ${belowText ? html`<div class="text">${belowText}</div>` : nothing}
    </section>
    ${bead ? html`<span class="onhorizon">${bead}</span>` : nothing}
  </div>
`;
