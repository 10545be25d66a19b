import {
  familiesFor,
  insideWords,
  MOST_WORDS,
  nearWords,
  OWN_WORD_CHARS,
  STRENGTHS,
  searchWords,
  wordById,
  wordsOf,
} from '../../core/feelings.js';
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { wordText } from '../words.js';
import { icon } from './icon.js';
import { notice, segments, textField } from './page-parts.js';

/**
 * @typedef {import('../../core/feelings.js').Chosen} Chosen
 * @typedef {object} PickerState
 * @property {string|null} sky @property {string|null} family @property {string} query @property {Chosen[]} chosen @property {number} current index of the word looked at, -1 for none
 */

/**
 * Two taps to a precise word: a family the sky suggests, then a word; or search, or an own word.
 * @param {PickerState} state
 * @param {object} parts
 * @param {import('../words.js').Vocabulary} parts.vocabulary @param {boolean} parts.isPartners @param {number} [parts.most] words
 * @param {(change: Partial<PickerState>) => void} parts.change @param {(word: Chosen) => void} parts.toggle @param {(index: number, strength: import('../../core/feelings.js').Strength) => void} parts.strength
 */
export function wordPicker(state, { vocabulary, isPartners, most = MOST_WORDS, change, toggle, strength }) {
  const { feelings, skies } = vocabulary;
  const sky = skies.find(({ id }) => id === state.sky);
  const families = familiesFor(feelings, sky);
  const family = state.family ?? families[0]?.id ?? '';
  const query = state.query.trim();
  const found = query ? searchWords(feelings, query, isPartners) : wordsOf(feelings, family, isPartners);
  const isFull = state.chosen.length >= most;
  const asChosen = (/** @type {import('../../core/feelings.js').Word} */ word) => ({
    id: word.id,
    text: word.word,
    family: word.family,
    strength: word.intensity,
  });
  const button = (/** @type {import('../../core/feelings.js').Word} */ word) => {
    const isOn = state.chosen.some(({ id }) => id === word.id);
    return html`<button type="button" aria-pressed=${isOn ? 'true' : 'false'} aria-disabled=${isFull && !isOn ? 'true' : 'false'} @click=${() => toggle(asChosen(word))}>
      <span class="dot">${isOn ? icon('check') : nothing}</span>${word.word}${word.storyWord ? html`<span class="storymark" aria-hidden="true"></span>` : nothing}
    </button>`;
  };
  const own = { id: '', text: query, family, strength: /** @type {const} */ ('medium') };
  return html`
    ${textField({ id: 'word-search', label: t('words-search'), value: state.query, max: OWN_WORD_CHARS, input: (value) => change({ query: value }) })}
    ${
      query
        ? nothing
        : html`<div class="chips scroll" role="group" aria-label=${t('words-families')}>
            ${families.map((each) => html`<button type="button" class="chip" aria-pressed=${each.id === family ? 'true' : 'false'} @click=${() => change({ family: each.id })}>${each.name}</button>`)}
          </div>`
    }
    ${query && found.length === 0 ? html`<p class="label soft">${t('words-search-none')}</p>` : nothing}
    <div class="words">
      ${found.map(button)}
      ${
        query && !found.some(({ word }) => word === query)
          ? html`<button type="button" class="ownword" aria-disabled=${isFull ? 'true' : 'false'} @click=${() => {
              toggle(own);
              change({ query: '' });
            }}><span class="dot">${icon('plus')}</span>${t('words-own-add', { word: query })}</button>`
          : nothing
      }
    </div>
    ${isFull ? html`<p class="label soft" role="status">${most === MOST_WORDS ? t('words-full') : t('words-full-most', { most })}</p>` : nothing}
    ${currentWord(state, { vocabulary, isPartners, button, strength, change })}
  `;
}

/** The word looked at: what it means, how strong, words near it. @param {PickerState} state @param {any} parts */
function currentWord(state, { vocabulary, isPartners, button, strength }) {
  const chosen = state.chosen[state.current];
  if (!chosen) return nothing;
  const word = wordById(vocabulary.feelings, chosen.id);
  const near = word ? [...insideWords(vocabulary.feelings, word), ...nearWords(vocabulary.feelings, word, isPartners)] : [];
  const unique = near.filter((each, i) => near.findIndex(({ id }) => id === each.id) === i).slice(0, 6);
  return html`
    <article class="card def">
      <p class="said"><b>${chosen.text}</b>${word ? html` – ${word.definition}` : nothing}</p>
      ${segments({ label: t('words-strength'), value: chosen.strength, options: STRENGTHS.map((value) => ({ value, label: t(`words-${value}`) })), pick: (value) => strength(state.current, value) })}
      ${word?.storyWord ? notice('info', t('words-story')) : nothing}
      ${unique.length > 0 ? html`<p class="label soft">${t('words-near')}</p><div class="words">${unique.map(button)}</div>` : nothing}
    </article>
  `;
}

/** The words chosen, each with a way out. @param {Chosen[]} chosen @param {import('../words.js').Vocabulary} vocabulary @param {{toggle: (word: Chosen) => void, look?: (index: number) => void}} handlers */
export const pickedWords = (chosen, vocabulary, { toggle, look }) =>
  pickedChips(
    chosen.map((word) => ({ text: wordText(vocabulary, word) })),
    (i) => chosen[i] && toggle(chosen[i]),
    look,
  );

/** @param {readonly {text: string}[]} chosen @param {(index: number) => void} remove @param {(index: number) => void} [look] where more can be seen of a word */
export const pickedChips = (chosen, remove, look) =>
  chosen.length === 0
    ? nothing
    : html`<ul class="chips picked" aria-label=${t('words-chosen')}>
        ${chosen.map(
          ({ text }, i) => html`<li class="pickedword">
            ${look ? html`<button type="button" class="chip" @click=${() => look(i)}>${text}</button>` : html`<span class="chip">${text}</span>`}
            <button type="button" class="chip remove" aria-label=${t('words-remove', { word: text })} @click=${() => remove(i)}>${icon('x', 's')}</button>
          </li>`,
        )}
      </ul>`;
