/** Turning check-in data into words a person reads. */
import { pairPhrase } from '../core/check-in.js';
import { wordById } from '../core/feelings.js';
import { listed, t } from './text.js';

/**
 * @typedef {{skies: import('../core/feelings.js').Sky[], feelings: import('../core/feelings.js').Feelings}} Vocabulary
 * @typedef {import('../core/feelings.js').Chosen} Chosen
 */

/** @param {import('./text.js').Text} text @returns {Promise<Vocabulary>} */
export async function loadVocabulary(text) {
  const [skies, feelings] = await Promise.all([text.content('skies'), text.content('feelings')]);
  return { skies: skies.skies, feelings };
}

/** @param {Vocabulary|null} vocabulary @param {string|null|undefined} sky */
export const skyName = (vocabulary, sky) => vocabulary?.skies.find(({ id }) => id === sky)?.name ?? '';

/** @param {Vocabulary|null} vocabulary @param {Chosen} chosen */
export const wordText = (vocabulary, { id, text }) => (id && vocabulary ? (wordById(vocabulary.feelings, id)?.word ?? text) : text);

/** @param {Vocabulary|null} vocabulary @param {Chosen[]|null} words */
export const wordsText = (vocabulary, words) => listed((words ?? []).map((word) => wordText(vocabulary, word)));

/** `Rain beside Still`, or '' when there is no pair. @param {Vocabulary|null} vocabulary @param {string|null} theirs @param {string|null} mine */
export function phraseText(vocabulary, theirs, mine) {
  const phrase = pairPhrase(theirs, mine);
  return phrase ? t(phrase.id, { theirs: skyName(vocabulary, phrase.theirs), mine: skyName(vocabulary, phrase.mine) }) : '';
}

/** What a screen reader hears of one side. @param {Vocabulary|null} vocabulary @param {string} person @param {{sky: string|null, words: Chosen[]|null}} side */
export function spokenSide(vocabulary, person, { sky, words }) {
  const name = skyName(vocabulary, sky) || t('days-none');
  const said = wordsText(vocabulary, words);
  return said ? t('day-sky-words', { person, sky: name, words: said }) : t('day-sky-one', { person, sky: name });
}
