/** A session that was, in words: what of it this person may read, by whom it was said, and what came of both answers. */
import { areasOf, loadPractice } from '../../practices/registry.js';
import { t, text } from '../text.js';
import { loadVocabulary } from '../words.js';
import { shownText } from './shown-lines.js';

/**
 * @typedef {import('../../app/sessions.js').Past} Past @typedef {import('../../app/sessions.js').Line} Line
 * @typedef {import('../../core/practice-schema.js').Field} Field @typedef {import('../../core/practice-schema.js').Practice} Practice
 * @typedef {{message: string|null, text: string|null, person: 0|1|null}} Marked
 * @typedef {{field: Field, text: string, groups: readonly {message: string, isFolded: boolean, entries: readonly Marked[]}[]}} Joint what came of both; `groups` where it is lists
 * @typedef {{lines: readonly {field: Field, line: Line}[], notes: readonly {field: Field, value: any}[], joint: readonly Joint[]}} Readable
 */

/** What words need before they can be read. @param {import('../../app/attune.js').Attune} attune @param {readonly string[]} practices ids */
export async function loadPastWords(attune, practices) {
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

export class PastWords {
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
    const reading = { say: this.say, personOf: () => /** @type {const} */ ({ whose: 'you', name: '' }), vocabulary, needs };
    return shownText({ person: null, kind: kind ?? 'text', value, message }, reading);
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
