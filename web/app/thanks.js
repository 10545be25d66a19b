/**
 * Thanks: exact things that one saw the other do (practice 11). A page is an entry of its writer: `deed`, `shows`, `meant`, `when`; the quick form is
 * `noticed` and `felt`. Given, the other answers once, with one of three (`answer`); asked for more, its writer adds one line (`more`), and it rests.
 * What was received lies in a jar: no number of it is told anywhere, and it opens only when its owner asks.
 */
import { dayLabel } from '../core/day.js';

export const TYPE = 'thanks';
/** Thank you, I take that in, tell me more. */
export const ANSWERS = 3;
const MORE = 2;
/** The lines of a page, in the order in which they are read. */
export const LINES = Object.freeze(['deed', 'shows', 'meant', 'when', 'noticed', 'felt']);
const SHOWN = [...LINES, 'more'];

/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {Readonly<Record<string, string>>} Page lines by name
 * @typedef {{id: string, page: Readonly<Record<string, string>>, at: number}} FromJar `page`: its lines by name, or a `star`
 */

/** @param {Entry} entry @returns {Record<string, string>} its lines, as they are read */
export function pageOf(entry) {
  const from = entry.isMine ? { ...entry.mine, ...entry.own } : entry.theirs;
  return Object.fromEntries(SHOWN.flatMap((name) => (from[name] ? [[name, String(from[name])]] : [])));
}

/** @param {Entry} entry @returns {string} the line it is known by */
export const firstLine = (entry) => pageOf(entry)['deed'] ?? pageOf(entry)['noticed'] ?? '';

/** @param {Entry} entry @returns {number|undefined} what the one who received it answered */
export function answerTo(entry) {
  const answer = entry.isMine ? (entry.theirs['answer'] ?? entry.own['received']) : entry.mine['answer'];
  return typeof answer === 'number' && answer >= 0 && answer < ANSWERS ? answer : undefined;
}

/** @param {Page} page @returns {Record<string, string>} without what is empty */
const written = (page) => Object.fromEntries(LINES.flatMap((name) => (page[name]?.trim() ? [[name, page[name].trim()]] : [])));

export class Thanks {
  #entries;
  #crypto;
  #now;
  /** Two screens may ask at once. @type {Promise<void>} */ #giving = Promise.resolve();

  /** @param {{entries: import('./entries.js').Entries, crypto: import('../core/ids.js').Crypto, now: () => number}} parts */
  constructor({ entries, crypto, now }) {
    this.#entries = entries;
    this.#crypto = crypto;
    this.#now = now;
  }

  // ---- what one writes

  /** @returns {Entry[]} one's own, newest first */
  mine(among = this.#entries.list(TYPE)) {
    return among.filter((entry) => entry.isMine && firstLine(entry) !== '');
  }

  /** Those of `mine`, each opened when it is asked for. @returns {Generator<Entry>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE)) yield* this.mine([entry]);
  }

  /** @returns {Entry[]} of these, pages that go to the other one a day, in the order in which they go */
  onTheWay() {
    return this.mine(this.#entries.awake(TYPE))
      .filter(({ own, isShared }) => own['on-the-way'] !== undefined && !isShared)
      .sort((a, b) => a.at - b.at || Number(a.own['on-the-way']) - Number(b.own['on-the-way']));
  }

  /**
   * Keeps a page for oneself, to give it later or never.
   * @param {Page} page @param {Record<string, import('../core/codec.js').Value>} [more] @returns {Promise<string>} its id
   */
  async keep(page, more = {}) {
    return this.#entries.keep(TYPE, { ...written(page), ...more });
  }

  /** The other sees it from now on. @param {Entry} entry */
  async give(entry) {
    await this.#entries.share(TYPE, written(pageOf(entry)), entry.id);
    await this.#entries.keep(TYPE, { 'given-on': this.#today() }, entry.id);
  }

  /** The first page goes now, the others one a day. @param {readonly Page[]} pages */
  async giveDaily(pages) {
    for (const [i, page] of pages.filter((each) => Object.keys(written(each)).length > 0).entries())
      await this.keep(page, { 'on-the-way': i });
    await this.deliver();
  }

  /** Gives the page of today, unless one went today already. A phone that was off for days gives one, not all. */
  deliver() {
    const given = this.#giving.then(() => this.#deliver());
    this.#giving = given.catch(() => {});
    return given;
  }

  async #deliver() {
    const [next] = this.onTheWay();
    const isGivenToday = this.mine(this.#entries.awake(TYPE)).some(
      ({ own }) => own['on-the-way'] !== undefined && own['given-on'] === this.#today(),
    );
    if (next && !isGivenToday) await this.give(next);
  }

  /** What is on its way stays here. */
  async stop() {
    for (const { id } of this.onTheWay()) await this.#entries.forget(TYPE, id, ['on-the-way']);
  }

  /** One's own that the other answered, until that was read. @returns {Entry[]} */
  answered() {
    return this.mine(this.#entries.awake(TYPE)).filter(
      (entry) => entry.isShared && !entry.isTakenBack && entry.theirs['answer'] !== undefined && entry.own['read'] === undefined,
    );
  }

  /** @param {Entry} entry @returns {boolean} the other asked for one more line, and it was not written */
  isMoreAsked = (entry) => entry.isMine && entry.theirs['answer'] === MORE && entry.mine['more'] === undefined;

  /** One more line, and it rests. @param {Entry} entry @param {string} line */
  async tellMore(entry, line) {
    await this.#entries.share(TYPE, { more: line.trim() }, entry.id);
    await this.#entries.keep(TYPE, { read: true }, entry.id);
  }

  /** @param {Entry} entry */
  async takeBack(entry) {
    await this.#entries.takeBack(TYPE, entry.id);
  }

  /** @param {Entry} entry one's own: its words are gone from this phone too */
  async erase(entry) {
    await this.takeBack(entry);
    await this.#entries.forget(TYPE, entry.id);
  }

  // ---- what one receives

  /** @returns {Entry[]} what the other gave, and has not taken back; newest first */
  theirs(among = this.#entries.list(TYPE)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && firstLine(entry) !== '');
  }

  /** @param {string} id @returns {Entry|null} whatever became of it */
  find(id) {
    return this.#entries.get(TYPE, id);
  }

  /** What is here for this person now: what was noticed, one page a day, and one more line where it was asked for. @returns {Entry[]} */
  here() {
    const theirs = this.theirs(this.#entries.awake(TYPE));
    const open = theirs.filter((entry) => entry.theirs['session'] === undefined && !this.isComplete(entry)).reverse();
    const pages = open.filter(({ theirs, mine }) => theirs['deed'] !== undefined && mine['answer'] === undefined);
    const isAnsweredToday = theirs.some(({ theirs: { deed }, own }) => deed !== undefined && own['answered-on'] === this.#today());
    const held = new Set(pages.slice(isAnsweredToday ? 0 : 1));
    return open.filter((entry) => !held.has(entry) && (entry.mine['answer'] === undefined || entry.theirs['more'] !== undefined));
  }

  /** @param {Entry} entry theirs @returns {boolean} answered, with whatever more was asked for; or put away without a word */
  isComplete({ mine, theirs, own }) {
    if (own['closed'] !== undefined) return mine['answer'] !== MORE || theirs['more'] === undefined || own['closed'] === 'more';
    return mine['answer'] !== undefined && mine['answer'] !== MORE;
  }

  /** One of the three, once. @param {Entry} entry @param {number} answer */
  async answer(entry, answer) {
    if (entry.mine['answer'] !== undefined || !(answer >= 0 && answer < ANSWERS)) return;
    await this.#entries.share(TYPE, { answer }, entry.id);
    await this.#entries.keep(TYPE, { 'answered-on': this.#today() }, entry.id);
  }

  /** Read and put away, on this phone only. @param {Entry} entry */
  async putAway(entry) {
    if (entry.isMine) await this.#entries.keep(TYPE, { read: true }, entry.id);
    else
      await this.#entries.keep(
        TYPE,
        { closed: entry.theirs['more'] === undefined ? 'page' : 'more', 'answered-on': this.#today() },
        entry.id,
      );
  }

  // ---- the jar

  /** @returns {Entry[]} what was received and looked at */
  received() {
    return this.theirs().filter(
      ({ theirs, mine, own }) => theirs['session'] !== undefined || mine['answer'] !== undefined || own['closed'] !== undefined,
    );
  }

  /**
   * One out of the jar, at random; another than the last where there is one.
   * @param {readonly FromJar[]} [others] what else lies in it @param {string} [last] id @returns {FromJar|null} null: it is empty
   */
  draw(others = [], last = '') {
    const all = [...this.received().map((entry) => ({ id: entry.id, page: pageOf(entry), at: entry.at })), ...others];
    const rest = all.filter(({ id }) => id !== last);
    const from = rest.length > 0 ? rest : all;
    const [a = 0, b = 0, c = 0] = this.#crypto.random(3);
    return from[((a << 16) | (b << 8) | c) % from.length] ?? null;
  }

  #today() {
    return dayLabel(this.#now());
  }
}
