import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon } from './icon.js';

const PLACES = /** @type {const} */ ([
  ['today', 'place-today', 'nav-today'],
  ['practices', 'place-practice', 'nav-practices'],
  ['journal', 'place-journal', 'nav-journal'],
  ['days', 'place-story', 'nav-days'],
  ['settings', 'place-us', 'nav-us'],
]);

/** The places there are, and a pause, set apart; a rail when the window is wide. @param {'today'|'practices'|'days'|'journal'|'settings'} here */
export const dock = (here) => html`
  <nav class="dock" aria-label=${t('nav-places')}>
    <div class="places">
      ${PLACES.map(
        ([place, name, label]) =>
          html`<a href="#/${place}" aria-current=${place === here ? 'page' : nothing}>${icon(name)}<span>${t(label)}</span></a>`,
      )}
    </div>
    <a class="pause" href="#/pause" aria-label=${t('nav-pause')}>${icon('place-pause')}<span>${t('nav-pause')}</span></a>
  </nav>
`;
