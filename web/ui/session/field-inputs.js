/** What a person writes or chooses in a session, by the kind of field. Every input has its name; choices move by arrow keys. */
import { insideWords, wordById } from '../../core/feelings.js';
import { html, nothing } from '../../vendor/lit.js';
import { gentleLine, LEFT_SO, leftState } from '../parts/gentle-line.js';
import { icon } from '../parts/icon.js';
import { lockLine, moveRadio, segments, textField } from '../parts/page-parts.js';
import { pickedChips, pickedWords, wordPicker } from '../parts/word-picker.js';
import { t } from '../text.js';

/**
 * @typedef {import('../../core/practice-view.js').FieldView} FieldView @typedef {import('../../core/practice.js').FieldValue} FieldValue
 * @typedef {object} Inputs
 * @property {(id: string) => string} say a message with the names @property {import('../words.js').Vocabulary|null} vocabulary @property {any} needs content of needs.json
 * @property {boolean} isPartners @property {string} prompt what the screen asks: the name of a field that has none of its own
 * @property {boolean} hasTray words are at hand already: all others are folded away
 * @property {boolean} isSaidBelow a field further down says the same of who sees it
 * @property {(name: string) => any} stateOf what this screen knows of an input that is not in the field itself @property {(name: string, state: any) => void} setState
 * @property {import('../../core/gentle.js').Lists|null} [gentle] content of gentle.json
 * @property {(field: FieldView) => FieldValue|null} valueOf as it is now: a second tap may come before the first is drawn
 * @property {(field: FieldView, value: FieldValue) => void} write
 */

/** Longer than this is written over several lines. */
const LONG_CHARS = 90;
/** Words as short as this stand beside their marks. */
const SHORT_CHARS = 10;

/** @param {FieldView} field @param {Inputs} inputs */
export function fieldInput(field, inputs) {
  if (field.isInPart) return nothing;
  const label = field.label ? inputs.say(field.label) : inputs.prompt;
  const parts = { ...inputs, label, value: inputs.valueOf(field) };
  switch (field.kind) {
    case 'choice':
      return choice(field, parts);
    case 'words':
      return html`${feelingWords(field, parts)}${whoSees(field, inputs)}`;
    case 'needs':
      return html`${needWords(field, parts)}${whoSees(field, inputs)}`;
    case 'lines':
      return lineList(field, parts);
    case 'marks':
      return markList(field, parts);
    default:
      return html`${textField({
        id: `field-${field.name}`,
        label,
        isLabelHidden: label === inputs.prompt, // the screen asks it already
        value: typeof parts.value === 'string' ? parts.value : '',
        max: field.max,
        placeholder: field.placeholder ? inputs.say(field.placeholder) : '',
        isLong: field.max > LONG_CHARS,
        input: (value) => inputs.write(field, value),
        ...(field.asks ? { left: () => inputs.setState(field.name, leftState(inputs.stateOf(field.name))) } : {}),
      })}${asked(field, inputs)}${inputs.isSaidBelow ? nothing : whoSees(field, inputs)}`;
  }
}

/** Two fields in a row that are seen alike say it once. @param {readonly FieldView[]} fields @param {number} at */
export const isSaidBelow = (fields, at) =>
  fields
    .slice(at + 1)
    .some((each) => saysWhoSees(each) && each.privateUntil === fields[at]?.privateUntil && each.says === fields[at]?.says);

/** @param {FieldView} field */
const saysWhoSees = ({ isInPart }) => !isInPart;

/** What is asked about a line once its writer has left it. @param {FieldView} field @param {Inputs} inputs */
function asked(field, inputs) {
  const value = inputs.valueOf(field);
  if (!field.asks || typeof value !== 'string') return nothing;
  return gentleLine({
    rules: inputs.gentle?.[field.asks] ?? [],
    text: value,
    state: inputs.stateOf(field.name),
    say: inputs.say,
    leaveSo: () => inputs.setState(field.name, LEFT_SO),
  });
}

/** Where what is written here goes, said at the field. @param {FieldView} field @param {Inputs} inputs */
export function whoSees(field, { say, isSaidBelow }) {
  if (isSaidBelow) return nothing;
  if (field.says) return lockLine(say(field.says));
  if (field.privateUntil === 'always') return lockLine(t('practice-only-you'));
  if (field.privateUntil === 'shared') return html`<p class="small soft">${say('practice-will-see')}</p>`;
  if (field.privateUntil === 'blind') return html`<p class="small soft">${say('practice-only-result')}</p>`;
  return html`<p class="small soft">${say(field.privateUntil === 'written' ? 'practice-will-see-now' : 'practice-will-see-next')}</p>`;
}

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
const choice = (field, { label, value, say, write, ...inputs }) => html`
  <div class="choices" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${field.options.map(
      (option, i) => html`<button type="button" class="choice" role="radio" aria-checked=${value === i ? 'true' : 'false'}
        tabindex=${value === i || (value === null && i === 0) ? '0' : '-1'} @click=${() => write(field, i)}><span class="dot">${value === i ? icon('check') : nothing}</span>${say(option)}</button>`,
    )}
  </div>
  ${whoSees(field, /** @type {any} */ ({ say, ...inputs }))}
`;

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function feelingWords(field, { label, value, vocabulary, isPartners, hasTray, stateOf, setState, write }) {
  if (!vocabulary) return nothing;
  const chosen = (Array.isArray(value) ? value : []).map((token) => asChosen(vocabulary, String(token)));
  const kept = stateOf(field.name) ?? { family: null, query: '', current: -1 };
  const put = (/** @type {import('../../core/feelings.js').Chosen[]} */ words) => write(field, words.map(tokenOf));
  const toggle = (/** @type {import('../../core/feelings.js').Chosen} */ word) => {
    const isThere = chosen.some((each) => tokenOf(each) === tokenOf(word));
    if (isThere) put(chosen.filter((each) => tokenOf(each) !== tokenOf(word)));
    else if (chosen.length < field.max) put([...chosen, word]);
  };
  const picker = wordPicker(
    { sky: null, chosen, ...kept, current: -1 },
    {
      vocabulary,
      isPartners,
      most: field.max,
      change: (change) => setState(field.name, { ...kept, ...change }),
      toggle,
      strength: () => {},
    },
  );
  return html`
    <div role="group" aria-label=${label} class="stack">
      ${pickedWords(chosen, vocabulary, { toggle })}
      ${insideStory(chosen, vocabulary, { isFull: chosen.length >= field.max, toggle })}
      ${hasTray ? html`<details class="card flat"><summary>${t('practice-another-word')}</summary><div class="stack">${picker}</div></details>` : picker}
    </div>
  `;
}

/** A word in a field is the id of a known one, or what was typed. @param {import('../../core/feelings.js').Chosen} chosen */
const tokenOf = ({ id, text }) => id || text;

/** @param {import('../words.js').Vocabulary} vocabulary @param {string} token @returns {import('../../core/feelings.js').Chosen} */
export function asChosen(vocabulary, token) {
  const word = wordById(vocabulary.feelings, token);
  return word
    ? { id: word.id, text: word.word, family: word.family, strength: word.intensity }
    : { id: '', text: token, family: '', strength: 'medium' };
}

/** A story word says what happened too; these may lie inside. @param {import('../words.js').Vocabulary} vocabulary @param {string} token @returns {readonly {id: string, word: string}[]} */
export function insideOf(vocabulary, token) {
  const word = wordById(vocabulary.feelings, token);
  return word?.storyWord ? insideWords(vocabulary.feelings, word) : [];
}

/**
 * The last word chosen also says what happened: words that may lie inside it, and none of them has to be taken.
 * @param {readonly import('../../core/feelings.js').Chosen[]} chosen @param {import('../words.js').Vocabulary} vocabulary @param {{isFull: boolean, toggle: (word: import('../../core/feelings.js').Chosen) => void}} can
 */
function insideStory(chosen, vocabulary, { isFull, toggle }) {
  const inside = insideOf(vocabulary, chosen.at(-1)?.id ?? '');
  if (inside.length === 0) return nothing;
  return html`<p class="label" role="status">${t('words-story')}</p>
    ${isFull ? nothing : html`<div class="words">${inside.map(({ id }) => asChosen(vocabulary, id)).map((word) => html`<button type="button" @click=${() => toggle(word)}><span class="dot"></span>${word.text}</button>`)}</div>`}`;
}

/** One group of needs at a time, as with feelings; what is chosen stays in sight. @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function needWords(field, { label, value, needs, valueOf: nowIn, stateOf, setState, write }) {
  if (!needs) return nothing;
  /** @typedef {{id: string, word: string, group: string}} Need */
  const all = /** @type {Need[]} */ (needs.needs);
  const idsOf = (/** @type {FieldValue|null} */ some) => (Array.isArray(some) ? some.map(String) : []);
  const chosen = idsOf(value);
  const toggle = (/** @type {string} */ id) => {
    const now = idsOf(nowIn(field));
    write(field, now.includes(id) ? now.filter((each) => each !== id) : [...now, id].slice(-field.max));
  };
  const here = stateOf(field.name) ?? needs.groups[0].id;
  const picked = all.filter(({ id }) => chosen.includes(id)).map(({ id, word }) => ({ id, text: word }));
  return html`
    <div role="group" aria-label=${label} class="stack">
      ${pickedChips(picked, (i) => toggle(picked[i]?.id ?? ''))}
      <div class="chips scroll" role="group" aria-label=${t('practice-need-groups')}>
        ${needs.groups.map(
          (/** @type {{id: string, name: string}} */ { id, name }) =>
            html`<button type="button" class="chip" aria-pressed=${id === here ? 'true' : 'false'} @click=${() => setState(field.name, id)}>${name}</button>`,
        )}
      </div>
      <div class="words">
        ${all
          .filter(({ group }) => group === here)
          .map(
            ({ id, word }) => html`<button type="button" aria-pressed=${chosen.includes(id) ? 'true' : 'false'} @click=${() => toggle(id)}>
              <span class="dot">${chosen.includes(id) ? icon('check') : nothing}</span>${word}</button>`,
          )}
      </div>
    </div>
  `;
}

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function lineList(field, { label, value, stateOf, setState, write, say, ...rest }) {
  const lines = Array.isArray(value) ? value.map(String) : [];
  const typed = stateOf(field.name) ?? '';
  const add = () => {
    if (!typed.trim() || lines.length >= field.count) return;
    write(field, [...lines, typed.trim()]);
    setState(field.name, '');
  };
  const takeOut = (/** @type {string} */ line, /** @type {number} */ at) =>
    html`<button type="button" class="btn square push" aria-label=${t('practice-take-out', { line })} @click=${() => write(field, lines.toSpliced(at, 1))}>${icon('x')}</button>`;
  const all = field.oneList ?? lines.map((text, at) => ({ text, at }));
  return html`
    ${
      all.length > 0
        ? html`<ul class="lines" aria-label=${label}>${all.map(
            ({ text, at }) => html`<li class="card"><p class="said">${text}</p>${at === null ? nothing : takeOut(text, at)}</li>`,
          )}</ul>`
        : nothing
    }
    ${
      lines.length < field.count
        ? html`<div class="addline" @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && add()}>
            ${textField({ id: `field-${field.name}`, label, isLabelHidden: field.label === null, value: typed, max: field.max, placeholder: field.placeholder ? say(field.placeholder) : '', input: (text) => setState(field.name, text) })}
            <button type="button" class="btn line" @click=${add}>${t('practice-add')}</button></div>`
        : nothing
    }
    ${whoSees(field, /** @type {any} */ ({ say, ...rest }))}
  `;
}

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function markList(field, { value, valueOf: nowIn, write, say, ...rest }) {
  const mapOf = (/** @type {FieldValue|null} */ marked) => new Map(/** @type {any} */ (Array.isArray(marked) ? marked : []));
  const marks = mapOf(value);
  const put = (/** @type {string} */ name, /** @type {string} */ option) =>
    write(field, /** @type {any} */ ([...mapOf(nowIn(field)).set(name, Number(option))].sort(([a], [b]) => (a < b ? -1 : 1))));
  const lines = field.marks.map(({ name, message, text }) => ({ name, words: message ? say(message) : (text ?? '') }));
  const areShort = lines.every(({ words }) => words.length <= SHORT_CHARS);
  if (field.marks.length === 0) return nothing;
  return html`
    <ul class="lines ${areShort ? 'short' : ''}">
      ${lines.map(({ name, words }) => {
        return html`<li class="card"><p class="said">${words}</p>
          ${segments({ label: words, value: marks.has(name) ? String(marks.get(name)) : null, options: field.options.map((option, i) => ({ value: String(i), label: say(option) })), pick: (option) => put(name, option) })}</li>`;
      })}
    </ul>
    ${whoSees(field, /** @type {any} */ ({ say, ...rest }))}
  `;
}
