/**
 * Where a request is, as a function of what both persons wrote in it and of nothing else: no clock, no count of days. Silence is `asked`, for ever.
 *
 * The asker writes `edition` (it rises when the words change), `need`, `when`, `why`; the other answers one edition. Every further field is a list that
 * begins with the edition it speaks of, so that nothing that was said to other words counts for these:
 *
 *   reflection  [edition, text]
 *   answer      [edition, kind, words, day]   kind: yes, change, not-now, no; words: a kind word; day: by when there will be another
 *   versions    [edition, [[n, text], …]]     either person; n from 1 to `MOST_VERSIONS`
 *   accepted    [edition, key]                of the sentence that the other proposed
 *   confirmed   [edition, key, ms]            “this is what I mean”, of both, for the same sentence
 *   left        [edition, key]                no agreement, for now
 *   changed     [edition, text]               a yes that no longer fits
 *   outcome     [edition, kind, text, ms]     done, changed or gone: told by the one who does it, or not at all
 *   reached     [edition, text]               and it reached the asker
 *   helped      [edition, choice, text]       if the asker shares it
 */

/**
 * @typedef {Readonly<Record<string, unknown>>} Fields
 * @typedef {'asker'|'other'} Side
 * @typedef {'yes'|'change'|'not-now'|'no'} Answer
 * @typedef {{n: number, by: Side, text: string, key: string}} Version
 *
 * @typedef {object} Request
 * @property {'none'|'asked'|'not-now'|'no'|'proposal'|'sentence'|'left'|'changed'|'agreed'|'done'|'gone'} step
 *   `none`: nothing is asked, or it was taken back; `proposal`: a version waits for the one who did not write it; `sentence`: both are asked whether they mean it
 * @property {number} edition @property {string} reflection @property {Answer|null} answer @property {string} words that go with the answer @property {string} by `YYYY-MM-DD`
 * @property {readonly Version[]} versions in order @property {Version|null} version the one it is about; null: the words of the request themselves
 * @property {string} key of the sentence it is about @property {Side|null} waitsFor whose word a proposal waits for @property {boolean} mayChange another version may follow
 * @property {readonly Side[]} confirmed who means this sentence @property {number} agreedAt ms @property {string} changed
 * @property {{kind: 'done'|'changed'|'gone', text: string, at: number}|null} outcome @property {string|null} reached a line, perhaps an empty one
 * @property {{choice: number, text: string}|null} helped
 */

export const MOST_VERSIONS = 3;
export const ANSWERS = Object.freeze(/** @type {const} */ (['yes', 'change', 'not-now', 'no']));
const OUTCOMES = ['done', 'changed', 'gone'];
const SIDES = /** @type {const} */ (['other', 'asker']);
/** The words of the request themselves. */
export const FIRST_KEY = '0';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {unknown} value @returns {string} */
const text = (value) => (typeof value === 'string' ? value.trim() : '');
/** @param {unknown} value @returns {number} */
const number = (value) => (Number.isSafeInteger(value) ? /** @type {number} */ (value) : 0);

/** @param {Fields} asker @returns {number} from 1 */
export const editionOf = (asker) => Math.max(1, number(asker['edition']));

/** What a field says of this edition. @param {Fields} fields @param {string} name @param {number} edition @returns {readonly unknown[]|null} */
function of(fields, name, edition) {
  const value = fields[name];
  return Array.isArray(value) && value[0] === edition ? value.slice(1) : null;
}

/** @param {Fields} fields @param {Side} by @param {number} edition @returns {Version[]} */
function versionsOf(fields, by, edition) {
  const [list] = of(fields, 'versions', edition) ?? [];
  return (Array.isArray(list) ? list : []).flatMap((each) => {
    const [n, words] = Array.isArray(each) ? each : [];
    const isWell = Number.isInteger(n) && n >= 1 && n <= MOST_VERSIONS && text(words) !== '';
    return isWell ? [{ n, by, text: text(words), key: `${n}/${by}/${text(words)}` }] : [];
  });
}

/**
 * @param {Fields} asker what the one who asks wrote @param {Fields} other what the other wrote
 * @returns {Request}
 */
export function readRequest(asker, other) {
  const edition = editionOf(asker);
  const fields = { asker, other };
  const said = (/** @type {Side} */ side, /** @type {string} */ name) => of(fields[side], name, edition);
  const [kind, words, by] = said('other', 'answer') ?? [];
  const answer = ANSWERS.find((each) => each === kind) ?? null;
  // Of two versions of one number, written at once, the one of the person who would do it is looked at last, and so first spoken of.
  const versions = [...versionsOf(asker, 'asker', edition), ...versionsOf(other, 'other', edition)].sort((a, b) => a.n - b.n);
  const version = versions.at(-1) ?? null;
  const key = version?.key ?? FIRST_KEY;
  const isSaid = (/** @type {Side} */ side, /** @type {string} */ name) => said(side, name)?.[0] === key;
  const confirmed = SIDES.filter((side) => isSaid(side, 'confirmed'));
  const [outcomeKind, outcomeText, outcomeAt] = said('other', 'outcome') ?? [];
  const outcome = OUTCOMES.includes(/** @type {any} */ (outcomeKind))
    ? { kind: /** @type {any} */ (outcomeKind), text: text(outcomeText), at: number(outcomeAt) }
    : null;
  const reached = said('asker', 'reached');
  const helped = said('asker', 'helped');
  /** @type {Omit<Request, 'step'>} */
  const request = {
    edition,
    reflection: text(said('other', 'reflection')?.[0]),
    answer,
    words: text(words),
    by: typeof by === 'string' && DAY.test(by) ? by : '',
    versions,
    version,
    key,
    waitsFor: null,
    mayChange: (version?.n ?? 0) < MOST_VERSIONS,
    confirmed,
    agreedAt: 0,
    changed: text(said('other', 'changed')?.[0]),
    outcome: null,
    reached: null,
    helped: null,
  };
  const at = (/** @type {Request['step']} */ step, /** @type {Partial<Request>} */ more = {}) => ({ ...request, step, ...more });

  if (text(asker['need']) === '') return at('none', { answer: null, confirmed: [] });
  if (answer === null || (answer === 'change' && version === null)) return at('asked', { answer: null, confirmed: [] });
  if (answer === 'not-now' || answer === 'no') return at(answer, { confirmed: [] });
  if (request.changed) return at('changed', { confirmed: [] });
  if (SIDES.some((side) => said(side, 'left') !== null)) return at('left', { confirmed: [] });
  const waitsFor = version === null ? null : version.by === 'asker' ? 'other' : 'asker';
  if (waitsFor !== null && !isSaid(waitsFor, 'accepted')) return at('proposal', { waitsFor, confirmed: [] });
  if (confirmed.length < SIDES.length) return at('sentence');
  const agreed = { agreedAt: Math.max(...SIDES.map((side) => number(said(side, 'confirmed')?.[1]))) };
  const told = {
    ...agreed,
    outcome,
    helped: helped && number(helped[0]) >= 0 ? { choice: number(helped[0]), text: text(helped[1]) } : null,
  };
  if (outcome === null) return at('agreed', told);
  return outcome.kind === 'gone' ? at('gone', told) : at('done', { ...told, reached: reached ? text(reached[0]) : null });
}

/** Something is with the other, and they may still answer: of this topic nothing more is asked. @param {Request} request */
export const isOpen = ({ step }) => step === 'asked' || step === 'not-now' || step === 'proposal' || step === 'sentence';

/** What both would mean. @param {Request} request @param {Fields} asker @returns {string} */
export const sentenceOf = ({ version }, asker) => version?.text ?? text(asker['need']);

/** @param {unknown} words @returns {Set<string>} */
const wordsIn = (words) => new Set(plain(words).match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Most words of the shorter are in the longer: one topic is asked for once at a time. @param {string} a @param {string} b */
export function isSameTopic(a, b) {
  if (plain(a) === plain(b)) return plain(a) !== '';
  const [less, more] = [wordsIn(a), wordsIn(b)].sort((x, y) => x.size - y.size);
  if (!less || !more || less.size < 2) return false;
  const both = [...less].filter((word) => more.has(word)).length;
  return both / less.size >= SAME;
}
const SAME = 0.7;

/** @param {unknown} words @returns {string} lower case, plain apostrophes, single spaces */
const plain = (words) => text(words).toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');
