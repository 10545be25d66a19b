import { d, mark, t, icon, qt, notice, textField, segments, lockLine, moveRadio, who, listed, text, bar, longDate } from './main.js';
import { familiesFor, searchWords, wordsOf$1 as wordsOf, MOST_WORDS, OWN_WORD_CHARS, wordText, wordById, insideWords, nearWords, STRENGTHS, boardOf, readTable, valueCard, troubleNotice, loadPractice, loadVocabulary, areasOf, LINES } from './today.js';

/**
 * The four pictures both phones draw alike.
 * @param {number[]} pictures @param {{pictures: Array<{icon: string, en: string}>, drawings: Readonly<Record<string, unknown>>}} known
 */
const samePictures = (pictures, { pictures: names, drawings }) => qt`
  <ul class="same" aria-label=${t('compare-pictures')}>
    ${pictures.map((value) => {
      const picture = names[value];
      return qt`<li><svg class="icon l" viewBox="0 0 24 24" aria-hidden="true">${drawings[picture?.icon ?? '']}</svg>${picture?.en ?? ''}</li>`;
    })}
  </ul>
`;

/**
 * Comparing, waiting and the end of a pairing: the same on both phones.
 * @param {import('../../app/pairing.js').PairingView} pairing
 * @param {object} parts
 * @param {Parameters<typeof samePictures>[1]|null} parts.known @param {(isSame: boolean) => void} parts.confirm @param {() => void} parts.cancel
 * @param {() => void} parts.again @param {() => void} parts.close @param {() => void} parts.goOn @param {boolean} parts.isInviter
 */
function pairingEnd(pairing, { known, confirm, cancel, again, close, goOn, isInviter }) {
  const name = pairing.theirName;
  const waiting = pairing.trouble ? `invite-${pairing.trouble}` : 'compare-waiting-small';
  if (pairing.step === 'compare' || pairing.step === 'waiting-confirm') {
    const isWaiting = pairing.step === 'waiting-confirm';
    return qt`
      <div class="body stack">
        <div class="face">
          ${mark('they')}
          <h1>${isWaiting ? t('compare-waiting', { name }) : t('compare-title', { name })}</h1>
          <p class="label soft" role="status">${t(isWaiting ? waiting : 'compare-small')}</p>
        </div>
        ${known ? samePictures(pairing.pictures, known) : d}
        <ul class="promises">
          <li>${icon('eye-off')}${t('compare-private', { name })}</li>
          <li>${icon('key-round')}${t('compare-keys')}</li>
          <li>${icon('door-open')}${t('compare-leave')}</li>
        </ul>
      </div>
      <div class="foot after">
        ${isWaiting ? d : qt`<button class="btn primary big wide" @click=${() => confirm(true)}>${t('compare-same')}</button>`}
        ${
          isWaiting
            ? qt`<button class="btn text wide" @click=${cancel}>${t('cancel')}</button>`
            : qt`<button class="btn stop wide" @click=${() => confirm(false)}>${t('compare-different')}</button>`
        }
      </div>
    `;
  }
  if (pairing.step === 'done')
    return qt`
      <div class="body stack">
        <div class="face">${mark('both')}
          <h1>${t('paired-title', { name })}</h1>
          <p class="soft">${t('paired-body')}</p>
        </div>
      </div>
      <div class="foot"><button class="btn primary big wide" @click=${goOn}>${t('paired-go')}</button></div>
    `;
  return qt`
    <div class="body stack">${notice('circle-alert', t(`ended-${pairing.end ?? 'cancelled'}`), 'caution')}</div>
    <div class="foot">
      <button class="btn primary big wide" @click=${again}>${t(isInviter ? 'ended-again' : 'ended-try-link')}</button>
      <button class="btn text wide" @click=${close}>${t('ended-close')}</button>
    </div>
  `;
}

/** Names and drawings of the 64 pictures, loaded when phones meet. @param {import('../text.js').Text} text */
async function loadPictures(text) {
  const [{ pictures }, { PICTURE_ICONS }] = await Promise.all([text.content('pictures'), import('./picture-icons.js')]);
  return { pictures, drawings: PICTURE_ICONS };
}

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
function wordPicker(state, { vocabulary, isPartners, most = MOST_WORDS, change, toggle, strength }) {
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
    return qt`<button type="button" aria-pressed=${isOn ? 'true' : 'false'} aria-disabled=${isFull && !isOn ? 'true' : 'false'} @click=${() => toggle(asChosen(word))}>
      <span class="dot">${isOn ? icon('check') : d}</span>${word.word}${word.storyWord ? qt`<span class="storymark" aria-hidden="true"></span>` : d}
    </button>`;
  };
  const own = { id: '', text: query, family, strength: /** @type {const} */ ('medium') };
  return qt`
    ${textField({ id: 'word-search', label: t('words-search'), value: state.query, max: OWN_WORD_CHARS, input: (value) => change({ query: value }) })}
    ${
      query
        ? d
        : qt`<div class="chips scroll" role="group" aria-label=${t('words-families')}>
            ${families.map((each) => qt`<button type="button" class="chip" aria-pressed=${each.id === family ? 'true' : 'false'} @click=${() => change({ family: each.id })}>${each.name}</button>`)}
          </div>`
    }
    ${query && found.length === 0 ? qt`<p class="label soft">${t('words-search-none')}</p>` : d}
    <div class="words">
      ${found.map(button)}
      ${
        query && !found.some(({ word }) => word === query)
          ? qt`<button type="button" class="ownword" aria-disabled=${isFull ? 'true' : 'false'} @click=${() => {
              toggle(own);
              change({ query: '' });
            }}><span class="dot">${icon('plus')}</span>${t('words-own-add', { word: query })}</button>`
          : d
      }
    </div>
    ${isFull ? qt`<p class="label soft" role="status">${most === MOST_WORDS ? t('words-full') : t('words-full-most', { most })}</p>` : d}
    ${currentWord(state, { vocabulary, isPartners, button, strength})}
  `;
}

/** The word looked at: what it means, how strong, words near it. @param {PickerState} state @param {any} parts */
function currentWord(state, { vocabulary, isPartners, button, strength }) {
  const chosen = state.chosen[state.current];
  if (!chosen) return d;
  const word = wordById(vocabulary.feelings, chosen.id);
  const near = word ? [...insideWords(vocabulary.feelings, word), ...nearWords(vocabulary.feelings, word, isPartners)] : [];
  const unique = near.filter((each, i) => near.findIndex(({ id }) => id === each.id) === i).slice(0, 6);
  return qt`
    <article class="card def">
      <p class="said"><b>${chosen.text}</b>${word ? qt` – ${word.definition}` : d}</p>
      ${segments({ label: t('words-strength'), value: chosen.strength, options: STRENGTHS.map((value) => ({ value, label: t(`words-${value}`) })), pick: (value) => strength(state.current, value) })}
      ${word?.storyWord ? notice('info', t('words-story')) : d}
      ${unique.length > 0 ? qt`<p class="label soft">${t('words-near')}</p><div class="words">${unique.map(button)}</div>` : d}
    </article>
  `;
}

/** The words chosen, each with a way out. @param {Chosen[]} chosen @param {import('../words.js').Vocabulary} vocabulary @param {{toggle: (word: Chosen) => void, look?: (index: number) => void}} handlers */
const pickedWords = (chosen, vocabulary, { toggle, look }) =>
  pickedChips(
    chosen.map((word) => ({ text: wordText(vocabulary, word) })),
    (i) => chosen[i] && toggle(chosen[i]),
    look,
  );

/** @param {readonly {text: string}[]} chosen @param {(index: number) => void} remove @param {(index: number) => void} [look] where more can be seen of a word */
const pickedChips = (chosen, remove, look) =>
  chosen.length === 0
    ? d
    : qt`<ul class="chips picked" aria-label=${t('words-chosen')}>
        ${chosen.map(
          ({ text }, i) => qt`<li class="pickedword">
            ${look ? qt`<button type="button" class="chip" @click=${() => look(i)}>${text}</button>` : qt`<span class="chip">${text}</span>`}
            <button type="button" class="chip remove" aria-label=${t('words-remove', { word: text })} @click=${() => remove(i)}>${icon('x', 's')}</button>
          </li>`,
        )}
      </ul>`;

/**
 * Questions about a line: words that are wide, or that ask for less than they could, are met with a question and never refused. Which words, and in
 * which order they are looked for, is data of the language (text/<language>/content/gentle.json).
 */

/**
 * @typedef {object} Rule
 * @property {string} id its question is the message `gentle-<id>` @property {readonly string[]} [words] words and turns of phrase
 * @property {readonly string[]} [except] turns of phrase in which they mean something else @property {number} [fewerThan] words in all
 * @typedef {Readonly<Record<string, readonly Rule[]>>} Lists
 */

const NOT_IN_A_WORD = ['(?<![\\p{L}\\p{N}\\p{M}-])', '(?![\\p{L}\\p{N}\\p{M}-])'];

/** @param {string} line @param {readonly string[]} words @returns {string} without them */
const without = (line, words) => words.reduce((left, word) => left.replace(patternOf(word), ' '), line);

/** @param {string} word @returns {RegExp} the whole of it, whatever the case and the apostrophe */
const patternOf = (word) =>
  new RegExp(
    NOT_IN_A_WORD.join(
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "['’]")
        .replace(/ /g, '\\s+'),
    ),
    'iu',
  );

/** @param {readonly Rule[]} rules @param {string} line @returns {string|null} the id of the first that asks */
function questionAbout(rules, line) {
  const text = line.trim();
  if (text === '') return null;
  const asks = (/** @type {Rule} */ { words = [], except = [], fewerThan = 0 }) => {
    const said = without(text, except);
    return words.some((word) => patternOf(word).test(said)) || text.split(/\s+/).length < fewerThan;
  };
  return rules.find((rule) => asks(rule))?.id ?? null;
}

/** Beneath a line that was left: one question about it, and [Leave it so]. It stops nobody. */

/** What a screen remembers of a line: its writer left it, or said that it stays. */
const LEFT = 'left';
const LEFT_SO = 'left-so';

/** @param {unknown} state before @returns {string} what it is once the line was left */
const leftState = (state) => (state === LEFT_SO ? LEFT_SO : LEFT);

/**
 * @param {{rules: readonly import('../../core/gentle.js').Rule[], text: string, state: unknown, say?: (id: string) => string, leaveSo: () => void}} data
 */
function gentleLine({ rules, text, state, say = t, leaveSo }) {
  const id = state === LEFT ? questionAbout(rules, text) : null;
  if (id === null) return d;
  return qt`<div class="gentle" role="status"><p class="label">${say(`gentle-${id}`)}</p>
    <button type="button" class="chip" @click=${leaveSo}>${t('gentle-leave-so')}</button></div>`;
}

/** What a person writes or chooses in a session, by the kind of field. Every input has its name; choices move by arrow keys. */

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
function fieldInput(field, inputs) {
  if (field.isInPart) return d;
  const label = field.label ? inputs.say(field.label) : inputs.prompt;
  const parts = { ...inputs, label, value: inputs.valueOf(field) };
  switch (field.kind) {
    case 'choice':
      return choice(field, parts);
    case 'words':
      return qt`${feelingWords(field, parts)}${whoSees(field, inputs)}`;
    case 'needs':
      return qt`${needWords(field, parts)}${whoSees(field, inputs)}`;
    case 'lines':
      return lineList(field, parts);
    case 'marks':
      return markList(field, parts);
    default:
      return qt`${textField({
        id: `field-${field.name}`,
        label,
        isLabelHidden: label === inputs.prompt, // the screen asks it already
        value: typeof parts.value === 'string' ? parts.value : '',
        max: field.max,
        placeholder: field.placeholder ? inputs.say(field.placeholder) : '',
        isLong: field.max > LONG_CHARS,
        input: (value) => inputs.write(field, value),
        ...(field.asks ? { left: () => inputs.setState(field.name, leftState(inputs.stateOf(field.name))) } : {}),
      })}${asked(field, inputs)}${inputs.isSaidBelow ? d : whoSees(field, inputs)}`;
  }
}

/** Two fields in a row that are seen alike say it once. @param {readonly FieldView[]} fields @param {number} at */
const isSaidBelow = (fields, at) =>
  fields
    .slice(at + 1)
    .some((each) => saysWhoSees(each) && each.privateUntil === fields[at]?.privateUntil && each.says === fields[at]?.says);

/** @param {FieldView} field */
const saysWhoSees = ({ isInPart }) => !isInPart;

/** What is asked about a line once its writer has left it. @param {FieldView} field @param {Inputs} inputs */
function asked(field, inputs) {
  const value = inputs.valueOf(field);
  if (!field.asks || typeof value !== 'string') return d;
  return gentleLine({
    rules: inputs.gentle?.[field.asks] ?? [],
    text: value,
    state: inputs.stateOf(field.name),
    say: inputs.say,
    leaveSo: () => inputs.setState(field.name, LEFT_SO),
  });
}

/** Where what is written here goes, said at the field. @param {FieldView} field @param {Inputs} inputs */
function whoSees(field, { say, isSaidBelow }) {
  if (isSaidBelow) return d;
  if (field.says) return lockLine(say(field.says));
  if (field.privateUntil === 'always') return lockLine(t('practice-only-you'));
  if (field.privateUntil === 'shared') return qt`<p class="small soft">${say('practice-will-see')}</p>`;
  if (field.privateUntil === 'blind') return qt`<p class="small soft">${say('practice-only-result')}</p>`;
  return qt`<p class="small soft">${say(field.privateUntil === 'written' ? 'practice-will-see-now' : 'practice-will-see-next')}</p>`;
}

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
const choice = (field, { label, value, say, write, ...inputs }) => qt`
  <div class="choices" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${field.options.map(
      (option, i) => qt`<button type="button" class="choice" role="radio" aria-checked=${value === i ? 'true' : 'false'}
        tabindex=${value === i || (value === null && i === 0) ? '0' : '-1'} @click=${() => write(field, i)}><span class="dot">${value === i ? icon('check') : d}</span>${say(option)}</button>`,
    )}
  </div>
  ${whoSees(field, /** @type {any} */ ({ say, ...inputs }))}
`;

/** @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function feelingWords(field, { label, value, vocabulary, isPartners, hasTray, stateOf, setState, write }) {
  if (!vocabulary) return d;
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
  return qt`
    <div role="group" aria-label=${label} class="stack">
      ${pickedWords(chosen, vocabulary, { toggle })}
      ${insideStory(chosen, vocabulary, { isFull: chosen.length >= field.max, toggle })}
      ${hasTray ? qt`<details class="card flat"><summary>${t('practice-another-word')}</summary><div class="stack">${picker}</div></details>` : picker}
    </div>
  `;
}

/** A word in a field is the id of a known one, or what was typed. @param {import('../../core/feelings.js').Chosen} chosen */
const tokenOf = ({ id, text }) => id || text;

/** @param {import('../words.js').Vocabulary} vocabulary @param {string} token @returns {import('../../core/feelings.js').Chosen} */
function asChosen(vocabulary, token) {
  const word = wordById(vocabulary.feelings, token);
  return word
    ? { id: word.id, text: word.word, family: word.family, strength: word.intensity }
    : { id: '', text: token, family: '', strength: 'medium' };
}

/** A story word says what happened too; these may lie inside. @param {import('../words.js').Vocabulary} vocabulary @param {string} token @returns {readonly {id: string, word: string}[]} */
function insideOf(vocabulary, token) {
  const word = wordById(vocabulary.feelings, token);
  return word?.storyWord ? insideWords(vocabulary.feelings, word) : [];
}

/**
 * The last word chosen also says what happened: words that may lie inside it, and none of them has to be taken.
 * @param {readonly import('../../core/feelings.js').Chosen[]} chosen @param {import('../words.js').Vocabulary} vocabulary @param {{isFull: boolean, toggle: (word: import('../../core/feelings.js').Chosen) => void}} can
 */
function insideStory(chosen, vocabulary, { isFull, toggle }) {
  const inside = insideOf(vocabulary, chosen.at(-1)?.id ?? '');
  if (inside.length === 0) return d;
  return qt`<p class="label" role="status">${t('words-story')}</p>
    ${isFull ? d : qt`<div class="words">${inside.map(({ id }) => asChosen(vocabulary, id)).map((word) => qt`<button type="button" @click=${() => toggle(word)}><span class="dot"></span>${word.text}</button>`)}</div>`}`;
}

/** One group of needs at a time, as with feelings; what is chosen stays in sight. @param {FieldView} field @param {Inputs & {label: string, value: FieldValue|null}} parts */
function needWords(field, { label, value, needs, valueOf: nowIn, stateOf, setState, write }) {
  if (!needs) return d;
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
  return qt`
    <div role="group" aria-label=${label} class="stack">
      ${pickedChips(picked, (i) => toggle(picked[i]?.id ?? ''))}
      <div class="chips scroll" role="group" aria-label=${t('practice-need-groups')}>
        ${needs.groups.map(
          (/** @type {{id: string, name: string}} */ { id, name }) =>
            qt`<button type="button" class="chip" aria-pressed=${id === here ? 'true' : 'false'} @click=${() => setState(field.name, id)}>${name}</button>`,
        )}
      </div>
      <div class="words">
        ${all
          .filter(({ group }) => group === here)
          .map(
            ({ id, word }) => qt`<button type="button" aria-pressed=${chosen.includes(id) ? 'true' : 'false'} @click=${() => toggle(id)}>
              <span class="dot">${chosen.includes(id) ? icon('check') : d}</span>${word}</button>`,
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
    qt`<button type="button" class="btn square push" aria-label=${t('practice-take-out', { line })} @click=${() => write(field, lines.toSpliced(at, 1))}>${icon('x')}</button>`;
  const all = field.oneList ?? lines.map((text, at) => ({ text, at }));
  return qt`
    ${
      all.length > 0
        ? qt`<ul class="lines" aria-label=${label}>${all.map(
            ({ text, at }) => qt`<li class="card"><p class="said">${text}</p>${at === null ? d : takeOut(text, at)}</li>`,
          )}</ul>`
        : d
    }
    ${
      lines.length < field.count
        ? qt`<div class="addline" @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && add()}>
            ${textField({ id: `field-${field.name}`, label, isLabelHidden: field.label === null, value: typed, max: field.max, placeholder: field.placeholder ? say(field.placeholder) : '', input: (text) => setState(field.name, text) })}
            <button type="button" class="btn line" @click=${add}>${t('practice-add')}</button></div>`
        : d
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
  if (field.marks.length === 0) return d;
  return qt`
    <ul class="lines ${areShort ? 'short' : ''}">
      ${lines.map(({ name, words }) => {
        return qt`<li class="card"><p class="said">${words}</p>
          ${segments({ label: words, value: marks.has(name) ? String(marks.get(name)) : null, options: field.options.map((option, i) => ({ value: String(i), label: say(option) })), pick: (option) => put(name, option) })}</li>`;
      })}
    </ul>
    ${whoSees(field, /** @type {any} */ ({ say, ...rest }))}
  `;
}

/** What “a good moment” asks, before a heavier practice: three sentences to read, and a way to help that nobody else sees. */

const fitPart = () => qt`
  <ul class="lines fit">${['practice-fit-1', 'practice-fit-2', 'practice-fit-3'].map((id) => qt`<li class="card flat">${icon('check', 's')}<span>${t(id)}</span></li>`)}</ul>
  <p class="label soft"><a class="quietlink" href="#/help">${t('practice-afraid')}</a></p>
`;

/** What was written and may be read here: a person's words with their mark, in the order of the practice. */

/**
 * @typedef {import('../../core/practice-view.js').ShownView} ShownView
 * @typedef {object} Reading
 * @property {(id: string) => string} say @property {(person: 0|1) => {whose: 'you'|'they', name: string}} personOf
 * @property {import('../words.js').Vocabulary|null} vocabulary @property {any} needs
 */

/** @param {Omit<ShownView, 'label'|'field'|'isShared'|'isInPart'>} shown @param {Reading} reading @returns {string} */
function shownText({ kind, value, message }, { say, vocabulary, needs }) {
  if (message) return say(message);
  if (kind === 'marks' && typeof value === 'string') return say(value); // a card
  if (!Array.isArray(value)) return String(value);
  if (kind === 'words') return listed(value.map((token) => (vocabulary ? asChosen(vocabulary, String(token)).text : String(token))));
  if (kind === 'needs')
    return listed(value.map((id) => needs?.needs.find((/** @type {any} */ need) => need.id === id)?.word ?? String(id)));
  return value.map(String).join('\n');
}

/** @param {readonly ShownView[]} shown @param {Reading} reading */
function shownLines(shown, reading) {
  const here = shown.filter(({ isInPart }) => !isInPart);
  if (here.length === 0) return d;
  return qt`<div class="shownlines">${cardsOf(here).map((card) => {
    const [first] = card;
    if (!first) return d;
    if (first.kind === 'groups') return groupLists(/** @type {any} */ (first.value), reading);
    const by = first.person === null ? null : reading.personOf(first.person);
    return qt`<article class="card shown">
      ${card.map((each) => {
        const name = each !== first ? d : by ? who(by.whose, by.name) : who('both', t('live-role-both'));
        const text = shownText(each, reading);
        const lines = each.kind === 'lines' ? text.split('\n') : [text];
        return qt`${name === d && !each.label ? d : qt`<p class="small soft">${name}${each.label ? qt` <span>${reading.say(each.label)}</span>` : d}</p>`}
          ${lines.map((line) => qt`<p class="said">${line}</p>`)}`;
      })}
      ${first.isShared ? d : qt`<p class="small soft lockline">${icon('lock', 's')}${t('practice-only-you')}</p>`}
    </article>`;
  })}</div>`;
}

/** One card for what one person said in a row. @param {readonly ShownView[]} shown @returns {ShownView[][]} */
function cardsOf(shown) {
  const cards = /** @type {ShownView[][]} */ ([]);
  for (const each of shown) {
    const last = cards.at(-1)?.[0];
    const isMore =
      last && last.kind !== 'groups' && each.kind !== 'groups' && last.person === each.person && last.isShared === each.isShared;
    if (isMore) cards.at(-1)?.push(each);
    else cards.push([each]);
  }
  return cards;
}

/**
 * What both marked, by what comes of it. Of a refusal nobody is named; now it is said who wrote each line.
 * @param {readonly {message: string, isFolded: boolean, entries: readonly {message: string|null, text: string|null, person: 0|1|null}[]}[]} groups @param {Reading} reading
 */
function groupLists(groups, { say, personOf }) {
  const line = (/** @type {any} */ { message, text, person }) => {
    const by = person === null ? null : personOf(person);
    return qt`<li class="card flat"><p class="said">${message ? say(message) : text}</p>${by ? qt`<p class="small soft">${who(by.whose, by.name)}</p>` : d}</li>`;
  };
  return groups.map(({ message, isFolded, entries }) => {
    const list = qt`<ul class="lines" aria-label=${say(message)}>${entries.map(line)}</ul>`;
    return isFolded
      ? qt`<details class="card flat"><summary>${say(message)}</summary>${list}</details>`
      : qt`<section class="stack"><h2 class="section">${say(message)}</h2>${list}</section>`;
  });
}

/** The board of values: what both hold, what is one word with two meanings, what one of them holds. In the order of the alphabet. */

/** @typedef {import('../../core/values.js').Held} Held @typedef {import('../../core/values.js').OnTable} OnTable */

/** @param {{mine: unknown, theirs: unknown, meaning: unknown}} tables lines of each @returns {import('../../core/values.js').Board} */
const boardFrom = ({ mine, theirs, meaning }) => boardOf(readTable(mine), readTable(theirs), meaning);

/** What one of them put beside a word. @param {'you'|'they'} whose @param {OnTable|null} each @param {string} name */
const side = (whose, each, name) => {
  if (!each || !(each.shows || each.missing || each.meaning)) return d;
  return qt`<div class="side ${whose}"><span class="who">${mark(whose)}<span class="vh">${name}</span></span>
    ${each.meaning ? qt`<p>${each.meaning}</p>` : d}${each.shows ? qt`<p>${each.shows}</p>` : d}
    ${each.missing ? qt`<p class="small">${t('values-alignment-sign', { words: each.missing })}</p>` : d}</div>`;
};

/** A word with both sides of it. @param {Held} held @param {string} name of the other @param {unknown} [more] */
function heldWord({ id, mine, theirs }, name, more = d) {
  const hasWords = [mine, theirs].some((each) => each && (each.shows || each.missing || each.meaning));
  return qt`<div class="held"><p class="big">${valueCard(id).name}</p>
    ${hasWords ? qt`<div class="pair">${side('they', theirs, name)}${side('you', mine, t('you'))}</div>` : mine && theirs ? qt`<p class="label soft">${t('values-alignment-say-aloud')}</p>` : d}
    ${more}</div>`;
}

/** @param {import('../../core/values.js').Board} board @param {string} name of the other @param {(held: Held) => unknown} [ask] beneath a word that both hold */
function valuesBoard({ both, differ, one }, name, ask = () => d) {
  const area = (/** @type {unknown} */ title, /** @type {unknown} */ content) => qt`<section>${title}${content}</section>`;
  return qt`<div class="values">
    ${
      both.length > 0
        ? area(
            qt`<h2 class="small">${who('both', t('values-alignment-both-hold'))}</h2>`,
            both.map((held) => heldWord(held, name, ask(held))),
          )
        : d
    }
    ${
      differ.length > 0
        ? area(
            qt`<h2 class="small">${t('values-alignment-same-word')}</h2>`,
            differ.map((held) => heldWord(held, name, ask(held))),
          )
        : d
    }
    ${both.length + differ.length === 0 && one.length > 0 ? qt`<p class="lead">${t('values-alignment-no-common')}</p>` : d}
    ${
      one.length > 0
        ? area(
            qt`<h2 class="small">${t('values-alignment-one-holds')}</h2>`,
            one.map(
              (held) =>
                qt`<div class="side ${held.mine ? 'you' : 'they'}"><span class="who">${mark(held.mine ? 'you' : 'they')}<span class="vh">${held.mine ? t('you') : name}</span></span>
                  <p class="big">${valueCard(held.id).name}</p>${oneSaid(held.mine ?? held.theirs)}</div>`,
            ),
          )
        : d
    }
  </div>`;
}

/** @param {OnTable|null} each */
const oneSaid = (
  each,
) => qt`${each?.meaning ? qt`<p>${each.meaning}</p>` : d}${each?.shows ? qt`<p>${each.shows}</p>` : d}
  ${each?.missing ? qt`<p class="small">${t('values-alignment-sign', { words: each.missing })}</p>` : d}`;

/** Beneath a line of a request: one gentle question where its words may be heard as blame, and moments to choose from. Nothing here stops anybody. */

/** @type {readonly import('../../core/gentle.js').Rule[]} */
let rules = [];
/** @type {Promise<void>|null} */
let loading = null;

/** The words of this language, once. Without them nothing is asked. */
function loadKinds() {
  loading ??= text()
    .content('gentle')
    .then(
      (words) => {
        rules = words.request;
      },
      () => {
        loading = null;
      },
    );
  return loading;
}

/** @param {string} line @returns {string|null} what is asked about in it */
const kindIn = (line) => questionAbout(rules, line);

/**
 * @param {object} data
 * @param {string} data.line @param {boolean} data.isLeft it was asked already, and left so @param {string} data.name of the other @param {() => void} data.leave
 */
function gentleQuestion({ line, isLeft, name, leave }) {
  const kind = isLeft ? null : kindIn(line);
  if (!kind) return qt`<div role="status"></div>`;
  return qt`<div role="status">${notice(
    'info',
    qt`<p class="said">${t(`responsive-reach-help-${kind}`, { name })}</p>
      <button type="button" class="btn text" @click=${leave}>${t('responsive-reach-leave-so')}</button>`,
  )}</div>`;
}

const TIMES = ['responsive-reach-times-1', 'responsive-reach-times-2', 'responsive-reach-times-3', 'responsive-reach-times-4'];

/** @param {{label: string, value: string, pick: (words: string) => void}} data moments to choose from; own words do as well */
const momentChips = ({ label, value, pick }) => qt`
  <div class="chips" role="group" aria-label=${label}>
    ${TIMES.map((id) => t(id)).map(
      (words) =>
        qt`<button type="button" class="chip tick" aria-pressed=${value === words ? 'true' : 'false'} @click=${() => pick(words)}>${value === words ? icon('check', 's') : d}${words}</button>`,
    )}
  </div>
`;

/**
 * A day to choose.
 * @param {{id: string, label: string, value: string, least: string, pick: (day: string) => void}} data `YYYY-MM-DD`
 */
const dayField = ({ id, label, value, least, pick }) => qt`
  <div class="entryfield"><label class="label" for=${id}>${label}</label>
    <input type="date" id=${id} class="field box" min=${least} .value=${value} @input=${(/** @type {Event} */ event) => pick(/** @type {HTMLInputElement} */ (event.target).value)} /></div>
`;

/** Before a practice begins: what it is, how long, in which way, who begins. */

/** @typedef {import('../../core/practice-schema.js').Practice} Practice @typedef {'live'|'one-phone'|'own-time'|'alone'} Way */

const WAYS = /** @type {const} */ ([
  ['live', 'live-mode-two-phones'],
  ['one-phone', 'live-mode-one-phone'],
  ['own-time', 'live-mode-own-time'],
  ['alone', 'practice-mode-alone'],
]);

/** The ways a practice can be done by these people. @param {Practice} practice @param {boolean} hasPair @returns {Way[]} */
const waysOf = (practice, hasPair) =>
  WAYS.map(([way]) => way).filter(
    (way) =>
      practice.modes.includes(way) &&
      (way === 'own-time' || way in practice.flows || way in (practice.places ?? {})) &&
      (hasPair || way === 'alone') &&
      !(way === 'alone' && practice.id === 'daily-check-in'),
  );

/** @param {Practice} practice @param {'short'|'usual'|'long'|'none'} length @param {string} [variant] @returns {number|null} minutes */
const minutesOf = (practice, length, variant = '') =>
  (practice.variants?.find(({ id }) => id === variant)?.minutes ?? practice.minutes)[{ short: 0, usual: 1, long: 2, none: 3 }[length]] ??
  null;

/**
 * A choice that wraps where segments would not fit.
 * @template {string} V
 * @param {{label: string, value: V|null, options: {value: V, label: string}[], pick: (value: V) => void}} data
 */
const chipChoice = ({ label, value, options, pick }) => qt`
  <div class="chips" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${options.map(
      (option, i) => qt`<button type="button" class="chip tick" role="radio" aria-checked=${option.value === value ? 'true' : 'false'}
        tabindex=${option.value === value || (value === null && i === 0) ? '0' : '-1'} @click=${() => pick(option.value)}>${option.value === value ? icon('check', 's') : d}${option.label}</button>`,
    )}
  </div>
`;

/**
 * @param {object} data
 * @param {import('../../app/shell.js').Shell} data.app @param {Practice} data.practice @param {{you: string, name: string}} data.names
 * @param {Way} data.way @param {0|1} data.starter @param {0|1} data.me @param {string} data.variant
 * @param {boolean} data.isStoneLeft no stone is read first
 * @param {(change: {mode?: Way, starter?: 0|1, variant?: string, isStoneLeft?: boolean}) => void} data.choose @param {() => void} data.begin
 * @param {readonly import('../../app/sessions.js').Past[]} data.past of this practice
 */
function setUp({ app, practice, names, way, starter, me, variant, isStoneLeft, choose, begin, past }) {
  const { attune } = app;
  const { timers } = attune.preferences;
  const minutes = minutesOf(practice, timers, variant);
  const ways = waysOf(practice, attune.pair !== null);
  const isTimed = way === 'live' || way === 'one-phone';
  const say = (/** @type {string} */ id) => t(id, names);
  return qt`
    <main class="screen flow">
      ${bar({ back: () => app.go(practice.id === 'daily-check-in' ? '#/today' : '#/practices') })}
      <div class="body stack">
        <h1 class="prompt">${say(practice.words.title)}</h1>
        <p class="lead">${say(practice.words.promise)}</p>
        ${practice.warning ? qt`<p class="label">${say(practice.warning)} ${practice.isHeavy ? d : qt`<a href="#/help">${t('practice-help')}</a>`}</p>` : d}
        ${practice.isHeavy ? qt`<p class="label">${t('practice-heavy')} <a href="#/help">${t('practice-help')}</a></p>` : d}
        ${practice.group === 'hard' && !isStoneLeft ? stoneFirst(app, () => choose({ isStoneLeft: true })) : d}
        ${
          practice.variants
            ? qt`<p class="section">${t('practice-which')}</p>${chipChoice({
                label: t('practice-which'),
                value: variant,
                options: practice.variants.map(({ id, message }) => ({ value: id, label: say(message) })),
                pick: (value) => choose({ variant: value }),
              })}`
            : d
        }
        ${
          ways.length > 1
            ? qt`<p class="section">${t('live-mode-label')}</p>${chipChoice({
                label: t('live-mode-label'),
                value: way,
                options: ways.map((each) => ({ value: each, label: t(WAYS.find(([id]) => id === each)?.[1] ?? '') })),
                pick: (value) => choose({ mode: value }),
              })}`
            : d
        }
        ${
          isTimed
            ? qt`<p class="section">${minutes ? t('live-minutes', { minutes }) : t('live-length-none')}</p>${segments({
                label: t('live-length-label'),
                value: timers,
                options: /** @type {const} */ (['short', 'usual', 'long', 'none']).map((value) => ({
                  value,
                  label: t(`live-length-${value}`),
                })),
                pick: (value) => void attune.attempt(() => attune.setPreference('timers', value)),
              })}`
            : d
        }
        ${way === 'own-time' ? qt`<p class="label soft">${t(practice.id === 'daily-check-in' ? 'weather-kept-until' : 'practice-own-time')}</p>` : d}
        ${way === 'alone' ? lockLine(t('practice-only-you')) : d}
        ${isTimed ? starterChoice({ practice, names, starter, me, choose }) : d}
        ${way === 'one-phone' ? lockLine(t('live-one-phone-private')) : d}
        <details class="card flat"><summary>${t('live-why')}</summary><p class="label">${say(practice.words.why)}</p></details>
        <details class="card flat"><summary>${t('live-source')}</summary><p class="label">${say(practice.words.source)}</p></details>
        <details class="card flat"><summary>${t('live-kept')}</summary><p class="label">${say(practice.words.kept)}</p></details>
        ${
          past.length > 0
            ? qt`<p class="section">${t('practice-past')}</p><ul class="rows">${past
                .slice(0, 5)
                .map(
                  (each) =>
                    qt`<li><a class="what" href="#/session/${each.id}"><b>${longDate(each.at)}</b></a>${icon('chevron-right', 's')}</li>`,
                )}</ul>`
            : d
        }
        ${troubleNotice(app)}
      </div>
      <div class="foot"><button class="btn primary big wide" @click=${begin}>${t('live-begin')}</button></div>
    </main>
  `;
}

/** Before a hard talk, where it was asked for: a stone to read. Either answer is as good. @param {import('../../app/shell.js').Shell} app @param {() => void} leave */
function stoneFirst({ attune }, leave) {
  const stone = attune.preferences.stoneFirst && attune.pair ? attune.memories.beforeHardTalk() : null;
  if (!stone) return d;
  return qt`<article class="card flat stack"><p class="lead">${t('practice-stone-first')}</p><div class="line">
    <a class="btn line" href="#/memories/${stone.id}" aria-label=${`${t('practice-yes')}: ${stone.title}`}>${t('practice-yes')}</a>
    <button class="btn text" @click=${leave}>${t('practice-no')}</button></div></article>`;
}

/** Who begins takes turns; where only one is heard, it is asked. @param {any} data */
function starterChoice({ practice, names, starter, me, choose }) {
  const them = /** @type {0|1} */ (1 - me);
  if (practice.begins === 'asked')
    return qt`<p class="section">${t('practice-who')}</p>${segments({
      label: t('practice-who'),
      value: starter === me ? 'me' : 'them',
      options: [
        { value: 'me', label: t('practice-me') },
        { value: 'them', label: names.name },
      ],
      pick: (value) => choose({ starter: value === 'me' ? me : them }),
    })}`;
  return qt`<div class="line"><p class="label">${starter === me ? t('live-you-begin') : t('live-they-begin', names)}</p>
    <button class="btn text" @click=${() => choose({ starter: starter === 0 ? 1 : 0 })}>${t('live-swap')}</button></div>`;
}

/** A session that was, in words: what of it this person may read, by whom it was said, and what came of both answers. */

/**
 * @typedef {import('../../app/sessions.js').Past} Past @typedef {import('../../app/sessions.js').Line} Line
 * @typedef {import('../../core/practice-schema.js').Field} Field @typedef {import('../../core/practice-schema.js').Practice} Practice
 * @typedef {{message: string|null, text: string|null, person: 0|1|null}} Marked
 * @typedef {{field: Field, text: string, groups: readonly {message: string, isFolded: boolean, entries: readonly Marked[]}[]}} Joint what came of both; `groups` where it is lists
 * @typedef {{lines: readonly {field: Field, line: Line}[], notes: readonly {field: Field, value: any}[], joint: readonly Joint[]}} Readable
 */

/** What words need before they can be read. @param {import('../../app/attune.js').Attune} attune @param {readonly string[]} practices ids */
async function loadPastWords(attune, practices) {
  const [known, needs, { questions }, vocabulary] = await Promise.all([
    Promise.all(practices.map(loadPractice)),
    text().content('needs'),
    text().content('questions'),
    loadVocabulary(text()),
    text().load('practices', ...practices.flatMap(areasOf)),
    attune.decks.prepare(),
  ]);
  return new PastWords(
    attune,
    known.flatMap((practice) => practice ?? []),
    { needs, questions, vocabulary },
  );
}

class PastWords {
  #attune;
  #content;

  /**
   * @param {import('../../app/attune.js').Attune} attune @param {readonly Practice[]} practices
   * @param {{needs: any, questions: readonly {id: string, text: string}[], vocabulary: import('../words.js').Vocabulary}} content
   */
  constructor(attune, practices, content) {
    this.#attune = attune;
    this.practices = new Map(practices.map((practice) => [practice.id, practice]));
    this.#content = content;
  }

  get names() {
    const { pair } = this.#attune;
    return { you: pair?.me.name ?? '', name: pair?.them.name ?? '' };
  }

  /** A message, or a card of the app or of these two. @param {string} id */
  say = (id) =>
    this.#content.questions.find((card) => card.id === id)?.text ??
    this.#attune.decks.ownText(id) ??
    this.#attune.textOf(id) ??
    t(id, this.names);

  /** @param {import('../../core/practice-schema.js').Field['kind']} kind @param {any} value @param {string|null} [message] @returns {string} */
  value(kind, value, message = null) {
    const { needs, vocabulary } = this.#content;
    const reading = { say: this.say, vocabulary, needs };
    return shownText({ kind: kind ?? 'text', value, message }, reading);
  }

  /** @param {Practice} practice @param {Field} field @param {any} value @returns {string} */
  text(practice, field, value) {
    return this.value(field.kind, value, typeof value === 'number' ? (practice.lists[field.options ?? '']?.[value] ?? null) : null);
  }

  /** @param {Field} field */
  label = (field) => (field.label ? t(field.label, this.names) : '');

  /** What was sealed until both went on stays so until then; in own time, all that the other wrote. @param {Past & {notes: Readonly<Record<string, any>>}} past @returns {Readable|null} null: of a practice this release does not know */
  readable(past) {
    const practice = this.practices.get(past.practice);
    if (!practice) return null;
    const isOpen = past.isOpen && this.#attune.live.session?.record !== past.id;
    const isWaiting = past.mode === 'own-time' && !past.isEnded && !past.isLeft;
    const maySee = (/** @type {Field} */ { privateUntil }, /** @type {Line} */ { isMine }) =>
      isMine || isOpen || (privateUntil !== 'ready' && !isWaiting);
    const fields = practice.fields.filter(({ isCode }) => !isCode);
    return {
      lines: fields.flatMap((field) =>
        past.lines.filter((line) => line.name === field.name && maySee(field, line)).map((line) => ({ field, line })),
      ),
      notes: fields.flatMap((field) => (past.notes[field.name] === undefined ? [] : [{ field, value: past.notes[field.name] }])),
      joint: fields.flatMap((field) => this.#joint(practice, past, field) ?? []),
    };
  }

  /** @param {Practice} practice @param {Past} past @param {Field} field @returns {Joint|null} */
  #joint(practice, past, field) {
    const value = past.results[field.name];
    if (value === undefined) return null;
    if (field.joint !== 'groups') {
      const [idea] = field.kind === 'marks' && typeof value === 'string' ? this.#marked(past, field, value) : [];
      const words = idea?.text ?? this.text(practice, field, value);
      return words && words !== 'none' ? { field, text: words, groups: [] } : null;
    }
    const marked = /** @type {readonly (readonly [string, number])[]} */ (Array.isArray(value) ? value : []);
    const shows = Object.values(practice.phases).flatMap((phase) => phase.shows ?? []);
    const headings = practice.lists[shows.find((show) => show.field === field.name && show.words)?.words ?? ''] ?? [];
    const groups = headings.flatMap((message, group) => {
      const entries = marked.flatMap(([name, of]) => (of === group ? this.#marked(past, field, name) : []));
      return entries.length > 0 ? [{ message, isFolded: false, entries }] : [];
    });
    return { field, text: '', groups };
  }

  /** A line that was taken back is not among them. @param {Past} past @param {Field} field @param {string} name of a card, or `person/line` @returns {Marked[]} */
  #marked(past, field, name) {
    const [, person, at] = /^([01])\/(\d+)$/.exec(name) ?? [];
    if (person === undefined) return [{ message: name, text: null, person: null }];
    const line = past.lines.find((each) => each.name === field.from && each.person === Number(person) && !each.isWithdrawn);
    const words = [line?.value].flat()[Number(at)];
    return words === undefined ? [] : [{ message: null, text: String(words), person: /** @type {0|1} */ (Number(person)) }];
  }
}

/** The lines of a page or of what was noticed, each under the words it continues. */

/** @type {Readonly<Record<string, readonly [label: string, placeholder: string, max: number]>>} */
const FORM = Object.freeze({
  deed: ['three-appreciations-deed-label', 'three-appreciations-deed-placeholder', 240],
  shows: ['three-appreciations-shows-label', 'three-appreciations-shows-placeholder', 160],
  meant: ['three-appreciations-meant-label', 'three-appreciations-meant-placeholder', 160],
  when: ['three-appreciations-when-label', 'three-appreciations-when-placeholder', 40],
  noticed: ['thanks-noticed-label', 'thanks-noticed-placeholder', 160],
  felt: ['thanks-felt-label', 'thanks-felt-placeholder', 160],
});

/** @param {Readonly<Record<string, string>>} page @param {'mine'|'shown'} kind whose @param {unknown} [head] */
const thanksPage = (page, kind, head = '') => qt`
  <article class="card ${kind} sheet-page">
    ${head}
    ${[...LINES, 'more']
      .filter((name) => page[name])
      .map((name) =>
        name === 'when'
          ? qt`<p class="said aside">${page[name]}</p>`
          : qt`<p class="small soft">${t(FORM[name]?.[0] ?? 'thanks-more-given')}</p><p class="said">${page[name]}</p>`,
      )}
    ${page['star'] ? qt`<p class="said">${page['star']}</p>` : ''}
  </article>
`;

export { FORM, LEFT_SO, asChosen, boardFrom, chipChoice, dayField, fieldInput, fitPart, gentleLine, gentleQuestion, groupLists, heldWord, isSaidBelow, kindIn, leftState, loadKinds, loadPastWords, loadPictures, minutesOf, momentChips, pairingEnd, pickedWords, setUp, shownLines, shownText, thanksPage, valuesBoard, waysOf, wordPicker };
