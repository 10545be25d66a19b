import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon } from './icon.js';

const PLACES = /** @type {const} */ ([
  ['today', 'place-today', 'nav-today'],
  ['days', 'place-story', 'nav-days'],
  ['journal', 'place-journal', 'nav-journal'],
  ['settings', 'place-us', 'nav-us'],
]);

/** The places there are; a rail when the window is wide. @param {'today'|'days'|'journal'|'settings'} here */
export const dock = (here) => html`
  <nav class="dock" aria-label=${t('nav-places')}>
    <div class="places">
      ${PLACES.map(
        ([place, name, label]) =>
          html`<a href="#/${place}" aria-current=${place === here ? 'page' : nothing}>${icon(name)}<span>${t(label)}</span></a>`,
      )}
    </div>
  </nav>
`;
