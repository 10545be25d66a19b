/** Names and meanings of values, by id: from the cards of this language, or as somebody wrote them. */
import { OWN } from '../../core/values.js';
import { text } from '../text.js';

/** @typedef {import('../../core/values.js').Card} Card */

/** @type {ReadonlyMap<string, Card>} once they were loaded */
let cards = new Map();

/** @returns {Promise<ReadonlyMap<string, Card>>} in the order of the file */
export async function loadValues() {
  if (cards.size === 0) {
    const { values } = await text().content('values');
    cards = new Map(values.map((/** @type {Card} */ card) => [card.id, card]));
  }
  return cards;
}

/** @returns {readonly string[]} */
export const valueIds = () => [...cards.keys()];

/** @param {string} id @param {readonly Card[]} [own] @returns {Card} */
export const valueCard = (id, own = []) =>
  own.find((card) => card.id === id) ?? cards.get(id) ?? { id, name: id.startsWith(OWN) ? id.slice(OWN.length) : id, meaning: '' };
