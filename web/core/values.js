/**
 * Values: what two people hold dear, each alone, and the board that comes of both tables. A card is known by its id, or by `own/<name>` where somebody
 * wrote it. No rank, no count and no likeness is ever made of it.
 */
import { shuffled } from './draw.js';

/**
 * @typedef {{id: string, name: string, meaning: string}} Card
 * @typedef {{id: string, meaning: string, shows: string, missing: string}} OnTable `meaning` of a card of one's own
 * @typedef {{id: string, mine: OnTable|null, theirs: OnTable|null}} Held
 * @typedef {{both: Held[], differ: Held[], one: Held[]}} Board
 */

export const OWN = 'own/';
export const NAME_CHARS = 30;
export const MEANING_CHARS = 80;
export const SHOWS_CHARS = 160;
/** How many cards lie in the stack, by the length a person chose; on one phone for two. */
export const STACK = Object.freeze({ short: 30, usual: 45, long: 65, none: 65, table: 20 });
/** Kept, and of these the first. On one phone fewer. */
export const KEPT = Object.freeze({ usual: 7, table: 3 });
export const FIRST = 5;
/** Answers to how much it matters. */
export const SORTS = Object.freeze({ much: 0, some: 1, notNow: 2 });
/** What comes of both answers where at least one said: it means something else to me. */
const DIFFERENT = 1;
const LINE = '\n';

/** @param {string} words so that they stay one part of a line */
const flat = (words) => words.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The stack of one person: both draw the same cards, and each has an order of their own.
 * @param {readonly string[]} ids @param {{count: number, pairSeed: number, ownSeed: number}} how @returns {string[]}
 */
export const stackOf = (ids, { count, pairSeed, ownSeed }) => shuffled(shuffled(ids, pairSeed).slice(0, count), ownSeed);

/** The same for a season, another one in the next. @param {number} ms */
export const seasonOf = (ms) => new Date(ms).getFullYear() * 4 + Math.floor(new Date(ms).getMonth() / 3);

/** @param {{name: string, meaning: string}} card @returns {string} a card of one's own as a line */
export const ownLine = ({ name, meaning }) => [flat(name), flat(meaning)].join(LINE);

/** @param {unknown} lines @returns {Card[]} */
export const readOwn = (lines) =>
  linesIn(lines).flatMap((line) => {
    const [name = '', meaning = ''] = line.split(LINE);
    return name.trim() ? [{ id: `${OWN}${name}`, name, meaning }] : [];
  });

/** @param {OnTable} each @returns {string} */
export const tableLine = ({ id, meaning, shows, missing }) => [id, flat(meaning), flat(shows), flat(missing)].join(LINE);

/** @param {unknown} lines as somebody put them on the table @returns {OnTable[]} */
export const readTable = (lines) =>
  linesIn(lines).flatMap((line) => {
    const [id = '', meaning = '', shows = '', missing = ''] = line.split(LINE);
    return id.trim() ? [{ id, meaning, shows, missing }] : [];
  });

/** @param {unknown} lines @returns {string[]} */
const linesIn = (lines) => (Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []);

/** A word of one's own may be the word on a card, or the other's own word. @param {string} id */
const sameWord = (id) => id.replace(OWN, '').trim().toLowerCase();

/**
 * Both tables beside each other, in the order of the alphabet: nothing in it says what came first for whom.
 * @param {readonly OnTable[]} mine @param {readonly OnTable[]} theirs @param {unknown} meaning joint answers, `[id, answer]`
 * @returns {Board}
 */
export function boardOf(mine, theirs, meaning) {
  const words = [...new Set([...mine, ...theirs].map(({ id }) => sameWord(id)))].sort();
  const groups = new Map(Array.isArray(meaning) ? /** @type {[string, number][]} */ (meaning.filter(Array.isArray)) : []);
  const held = words.map((word) => {
    const of = (/** @type {readonly OnTable[]} */ table) => table.find(({ id }) => sameWord(id) === word) ?? null;
    const [own, other] = [of(mine), of(theirs)];
    const ids = [own?.id, other?.id]
      .filter((id) => id !== undefined)
      .sort((a, b) => Number(a.startsWith(OWN)) - Number(b.startsWith(OWN)) || (a < b ? -1 : 1));
    return { id: ids[0] ?? word, mine: own, theirs: other };
  });
  const shared = held.filter((each) => each.mine && each.theirs);
  return {
    both: shared.filter(({ id }) => groups.get(id) !== DIFFERENT),
    differ: shared.filter(({ id }) => groups.get(id) === DIFFERENT),
    one: held.filter((each) => !each.mine || !each.theirs),
  };
}

/** @param {readonly string[]} list @param {string} item @param {1|-1} by @returns {string[]} one place up or down */
export function moved(list, item, by) {
  const from = list.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const copy = [...list];
  copy.splice(from, 1);
  copy.splice(to, 0, item);
  return copy;
}
