/**
 * The vocabulary of feelings: two taps to a precise word. Pure functions over the content data (web/text/<language>/content/feelings.json
 * and skies.json).
 */

/**
 * @typedef {'soft'|'medium'|'strong'} Strength
 * @typedef {{id: string, name: string, definition: string, skies: string[]}} Family
 * @typedef {{id: string, family: string, word: string, definition: string, intensity: Strength, near: string[], storyWord: boolean, suggests?: string[], audience?: string[]}} Word
 * @typedef {{families: Family[], words: Word[]}} Feelings
 * @typedef {{id: string, kind: 'sky'|'open', name: string, caption: string, meaning: string, spoken: string, families: string[]}} Sky
 * @typedef {{id: string, text: string, family: string, strength: Strength}} Chosen `id` empty: an own word, in `text`
 */

export const MOST_WORDS = 3;
export const OWN_WORD_CHARS = 40;
export const STRENGTHS = /** @type {readonly Strength[]} */ (Object.freeze(['soft', 'medium', 'strong']));

/** All families, those the sky suggests first. @param {Feelings} feelings @param {Sky|undefined} sky @returns {Array<Family & {isSuggested: boolean}>} */
export function familiesFor(feelings, sky) {
  const first = sky?.families ?? [];
  const rank = (/** @type {Family} */ family) => (first.includes(family.id) ? first.indexOf(family.id) : first.length);
  return feelings.families
    .map((family, i) => ({ ...family, isSuggested: first.includes(family.id), i }))
    .sort((a, b) => rank(a) - rank(b) || a.i - b.i);
}

/** The words of a family, soft to strong as the data has them. @param {Feelings} feelings @param {string} family @param {boolean} isPartners both chose partner @returns {Word[]} */
export const wordsOf = (feelings, family, isPartners) =>
  feelings.words.filter((word) => word.family === family && isOffered(word, isPartners));

/** @param {Word} word @param {boolean} isPartners */
const isOffered = (word, isPartners) => !word.audience || (isPartners && word.audience.includes('partners'));

/** @param {Feelings} feelings @param {string} id @returns {Word|undefined} */
export const wordById = (feelings, id) => feelings.words.find((word) => word.id === id);

/** Words like this one, soft to strong. @param {Feelings} feelings @param {Word} word @param {boolean} isPartners @returns {Word[]} */
export const nearWords = (feelings, word, isPartners) =>
  word.near.flatMap((id) => wordById(feelings, id) ?? []).filter((near) => isOffered(near, isPartners));

/** For a story word: what it may have felt like inside. @param {Feelings} feelings @param {Word} word @returns {Word[]} */
export const insideWords = (feelings, word) => (word.storyWord ? (word.suggests ?? []).flatMap((id) => wordById(feelings, id) ?? []) : []);

/** @param {string} text without case and accents */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * Words whose beginning, then any part, then definition holds what was typed.
 * @param {Feelings} feelings @param {string} query @param {boolean} isPartners @returns {Word[]} at most 12
 */
export function searchWords(feelings, query, isPartners) {
  const wanted = folded(query);
  if (!wanted) return [];
  const rank = (/** @type {Word} */ { word, definition }) => {
    const name = folded(word);
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return folded(definition).includes(wanted) ? 2 : 3;
  };
  return feelings.words
    .filter((word) => isOffered(word, isPartners))
    .map((word, i) => ({ word, i, rank: rank(word) }))
    .filter(({ rank: r }) => r < 3)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, 12)
    .map(({ word }) => word);
}

/**
 * @param {Chosen[]} chosen @param {Chosen} word
 * @returns {Chosen[]} with the word, or without it if it was there; unchanged when three are there already
 */
export function toggleWord(chosen, word) {
  const isSame = (/** @type {Chosen} */ other) => (word.id ? other.id === word.id : !other.id && folded(other.text) === folded(word.text));
  if (chosen.some(isSame)) return chosen.filter((other) => !isSame(other));
  return chosen.length >= MOST_WORDS ? chosen : [...chosen, word];
}

/** @param {Chosen[]} chosen @param {number} index @param {Strength} strength @returns {Chosen[]} */
export const withStrength = (chosen, index, strength) => chosen.map((word, i) => (i === index ? { ...word, strength } : word));
