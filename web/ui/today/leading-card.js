import { html, nothing } from '../../vendor/lit.js';

/**
 * A card of Today that leads somewhere.
 * @param {{title: string, small?: string, words?: string, place: string, action: string, isCalm?: boolean}} data `words`: somebody's own
 */
export const leadingCard = ({ title, small = '', words = '', place, action, isCalm = false }) => html`
  <article class="card ${isCalm ? 'calm' : 'flat'} ritual">
    <div class="stack"><h2>${title}</h2>${words ? html`<p class="said">${words}</p>` : nothing}${small ? html`<p class="label soft">${small}</p>` : nothing}</div>
    <a class="btn ${isCalm ? 'primary' : 'line'} push" href=${place} aria-label=${`${action}: ${title}`}>${action}</a>
  </article>
`;
