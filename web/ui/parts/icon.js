import { html } from '../../vendor/lit.js';
import { ICONS } from '../icons.js';

/** A drawing beside words, hidden from screen readers. @param {string} name @param {''|'s'|'l'} [size] */
export const icon = (name, size = '') => html`<svg class="icon ${size}" viewBox="0 0 24 24" aria-hidden="true">${ICONS[name]}</svg>`;

/** Circle is you, diamond is they, circle in diamond is both. @param {'you'|'they'|'both'} who */
export const mark = (who) => html`<svg class="mark" data-who=${who} viewBox="0 0 24 24" aria-hidden="true">${ICONS[`mark-${who}`]}</svg>`;

/** A mark with a name. @param {'you'|'they'|'both'} who @param {string} name */
export const who = (who, name) => html`<span class="who">${mark(who)}${name}</span>`;
