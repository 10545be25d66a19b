/**
 * What one person's phone says about a session: marks, a grow-only set of registers `[key, ...whole numbers]` sorted by key.
 *
 * Each phone writes its own marks only. A register only ever rises, so any two versions of one person's marks merge to the later one, in any
 * order, however often, whatever was lost between: a whisper, a stored field and a phone that comes back say the same thing.
 *
 * Registers: `floor` [serial, index, starter, at, known] · `ready/<serial>` [at] · `skip/<serial>` [at] · `jump/<serial>` [index, at] · `flag/<serial>/<name>` [1] ·
 * `turn/<name>/<teller>` [1] · `more/<serial>` [length in ms] · `draw/<serial>` [times] · `pause/<k>` [until, at] · `back/<k>` [at] ·
 * `stop/<k>` [at] · `again/<k>` [at]. Times are ms by the clock of the phone that wrote them.
 */

/** @typedef {readonly [string, ...number[]]} Mark @typedef {readonly Mark[]} Marks */

export const MAX_MARKS = 400;
/** bounds that no honest session comes near, so that a broken phone cannot make this one count for ever */
const MAX_SERIAL = 99_999;
const MAX_NUMBER = 2 ** 50;
const KEY = /^[a-z]+(\/(?:\d{1,5}|[a-z][a-z0-9-]{0,39})){0,2}$/;
const WIDTH = Object.freeze({
  floor: 5,
  ready: 1,
  skip: 1,
  jump: 2,
  flag: 1,
  turn: 1,
  more: 1,
  draw: 1,
  pause: 2,
  back: 1,
  stop: 1,
  again: 1,
});
/** where in a register's numbers a time stands, to be read by another clock */
const TIMES = Object.freeze({ floor: [3], ready: [0], skip: [0], jump: [1], pause: [0, 1], back: [0], stop: [0], again: [0] });

/** @param {string} key */
function kindOf(key) {
  const end = key.indexOf('/');
  return /** @type {keyof typeof WIDTH} */ (end < 0 ? key : key.slice(0, end));
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {number} the order in which a register rises */
function compareNumbers(a, b) {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Marks as they come from outside: what is malformed or unknown is left out, so that a newer or broken phone cannot stop this one.
 * @param {unknown} value @returns {Marks}
 */
export function readMarks(value) {
  if (!Array.isArray(value)) return [];
  const good = value.slice(0, MAX_MARKS).filter((mark) => {
    if (!Array.isArray(mark) || typeof mark[0] !== 'string' || !KEY.test(mark[0])) return false;
    if (mark[0] === 'floor' && !(mark[1] <= MAX_SERIAL)) return false;
    return (
      mark.length === 1 + WIDTH[kindOf(mark[0])] &&
      mark.slice(1).every((number) => Number.isInteger(number) && number >= 0 && number < MAX_NUMBER)
    );
  });
  return mergeMarks([], good);
}

/** Two versions of one person's marks; `a` itself when `b` says nothing new. @param {Marks} a @param {Marks} b @returns {Marks} */
export function mergeMarks(a, b) {
  if (a === b || b.length === 0) return a;
  /** @type {Map<string, Mark>} */ const byKey = new Map(a.map((mark) => [mark[0], mark]));
  let isNew = false;
  for (const mark of b) {
    const known = byKey.get(mark[0]);
    if (known && compareNumbers(valuesOf(known), valuesOf(mark)) >= 0) continue;
    byKey.set(mark[0], mark);
    isNew = true;
  }
  return isNew ? [...byKey.values()].sort((x, y) => (x[0] < y[0] ? -1 : x[0] > y[0] ? 1 : 0)) : a;
}

/** @param {Mark} mark @returns {readonly number[]} */
const valuesOf = (mark) => /** @type {number[]} */ (mark.slice(1));

/** @param {Marks} marks @param {string} key @returns {readonly number[]|null} */
export function numbersOf(marks, key) {
  const mark = marks.find(([name]) => name === key);
  return mark ? valuesOf(mark) : null;
}

/** @param {Marks} marks @param {string} key @param {...number} numbers @returns {Marks} */
export const put = (marks, key, ...numbers) => mergeMarks(marks, [[key, ...numbers]]);

/** Marks as read by a clock that shows `offsetMs` more than the writer's. @param {Marks} marks @param {number} offsetMs @returns {Marks} */
export function shiftMarks(marks, offsetMs) {
  if (offsetMs === 0) return marks;
  return marks.map((mark) => {
    const times = /** @type {Record<string, number[]>} */ (TIMES)[kindOf(mark[0])];
    if (!times) return mark;
    const [key, ...numbers] = mark;
    return [key, ...numbers.map((number, i) => (times.includes(i) ? Math.max(0, Math.round(number + offsetMs)) : number))];
  });
}

/** @param {Marks} marks @param {string} kind @returns {number[]} every k of `kind/<k>` */
export function serialsOf(marks, kind) {
  const start = `${kind}/`;
  return marks
    .filter(([key]) => key.startsWith(start))
    .map(([key]) => Number(key.slice(start.length)))
    .filter((k) => k > 0);
}
