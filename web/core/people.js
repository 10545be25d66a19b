/** What a person says of themselves when two meet: a name, and what the other is to them. */

/** What two people are to each other, in the order of their numbers in the protocol, from 1. */
export const RELATIONSHIPS = Object.freeze(['partner', 'friend', 'family']);

/** Code points. */
export const NAME_CHARS = 40;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Control and format characters, the two joiners apart: emoji and several scripts need those. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A name as it may stand in a sentence: one line, no direction marks, nothing invisible. @param {unknown} given @returns {string} empty when nothing of it can be seen */
export function plainName(given) {
  if (typeof given !== 'string') return '';
  const line = given.toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim();
  return VISIBLE.test(line) ? [...line].slice(0, NAME_CHARS).join('').trim() : '';
}
