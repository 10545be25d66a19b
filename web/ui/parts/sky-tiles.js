import { html, nothing } from '../../vendor/lit.js';
import { ICONS } from '../icons.js';
import { icon } from './icon.js';
import { moveRadio } from './page-parts.js';
import { skyArt } from './skies.js';

/**
 * The picker: eight skies, and two without a field.
 * @param {object} data @param {import('../../core/feelings.js').Sky[]} data.skies @param {string|null} data.value @param {string} data.label @param {(sky: string) => void} data.pick
 */
export const skyTiles = ({ skies, value, label, pick }) => html`
  <div role="radiogroup" aria-label=${label} class="skypicker" @keydown=${moveRadio}>
    <div class="tiles" role="presentation">
      ${skies
        .filter(({ kind }) => kind === 'sky')
        .map(
          (
            sky,
            i,
          ) => html`<button type="button" class="tile" role="radio" data-sky=${sky.id} aria-checked=${sky.id === value ? 'true' : 'false'}
            aria-label=${`${sky.name}. ${sky.spoken}`} tabindex=${sky.id === value || (value === null && i === 0) ? '0' : '-1'} @click=${() => pick(sky.id)}>
            ${skyArt(sky.id, false)}
            <b><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[`sky-${sky.id}`]}</svg>${sky.name}</b><span>${sky.caption}</span>
            ${sky.id === value ? html`<span class="tick">${icon('check')}</span>` : nothing}
          </button>`,
        )}
    </div>
    <div class="line more" role="presentation">
      ${skies
        .filter(({ kind }) => kind === 'open')
        .map(
          (
            sky,
          ) => html`<button type="button" class="chip" role="radio" aria-checked=${sky.id === value ? 'true' : 'false'} aria-label=${`${sky.name}. ${sky.spoken}`}
            tabindex=${sky.id === value ? '0' : '-1'} @click=${() => pick(sky.id)}>${icon(`sky-${sky.id}`)}${sky.name}${sky.id === value ? icon('check', 's') : nothing}</button>`,
        )}
    </div>
  </div>
`;
