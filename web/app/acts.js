/**
 * Acts: what somebody means to do within a day (practice 6). An act is an entry of its owner: `kind`, `act`, `if-then`, `mark-at`, `sees`, and how it came out:
 * `outcome` done, changed or gone, with `became` and `after`. The other can only say that it reached them (`reached`); there is no field for the opposite.
 */

export const TYPE = 'act';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** In the morning, at noon, in the evening. */
const MARK_HOURS = [8, 12, 19];
const OWN_TIME = 3;
const LATER_MS = 2 * HOUR_MS;
const SEEN_AFTER = 2;

/** @typedef {import('./entries.js').Entry} Entry @typedef {'done'|'changed'|'gone'} Outcome */

/** @param {Entry} entry @returns {number} ms; it may pass, and nothing comes of that */
export const dueAt = (entry) => entry.at + DAY_MS;

/** @param {Entry} entry @returns {string} its words, as they are now */
export const wordsOf = (entry) =>
  String((entry.isMine ? (entry.own['became'] ?? entry.own['act']) : (entry.theirs['became'] ?? entry.theirs['act'])) ?? '');

/** @param {Entry} entry @returns {boolean} shown once it is done, and not before */
export const isSurprise = (entry) => entry.own['sees'] === SEEN_AFTER && !entry.isShared;

/**
 * When its owner wanted a quiet mark: the first such hour after it was chosen.
 * @param {Entry} entry @returns {number|null} ms
 */
export function markAt({ at, own }) {
  const index = own['mark-at'];
  const [, hour, minute] = index === OWN_TIME ? (/^(\d{1,2})[:.](\d{2})$/.exec(String(own['mark-time'] ?? '').trim()) ?? []) : [];
  const [hours, minutes] = index === OWN_TIME ? [Number(hour), Number(minute)] : [MARK_HOURS[Number(index)] ?? NaN, 0];
  if (index === undefined || !(hours < 24) || !(minutes < 60)) return null;
  const then = new Date(at);
  then.setHours(hours, minutes, 0, 0);
  if (then.getTime() <= at) then.setDate(then.getDate() + 1);
  return then.getTime();
}

export class Acts {
  #entries;
  #now;

  /** @param {{entries: import('./entries.js').Entries, now: () => number}} parts */
  constructor({ entries, now }) {
    this.#entries = entries;
    this.#now = now;
  }

  /** Each opened when it is asked for. @param {boolean} isMine @returns {Generator<Entry>} newest first */
  *newest(isMine) {
    for (const entry of this.#entries.newest(TYPE)) if (entry.isMine === isMine) yield* isMine ? this.mine([entry]) : this.theirs([entry]);
  }

  /** @param {string} id @returns {Entry|null} */
  get(id) {
    const entry = this.#entries.get(TYPE, id);
    return entry && (this.mine([entry])[0] ?? this.theirs([entry])[0] ?? null);
  }

  /** @returns {Entry[]} one's own, newest first */
  mine(among = this.#entries.list(TYPE)) {
    return among.filter((entry) => entry.isMine && wordsOf(entry) !== '');
  }

  /** @returns {Entry[]} one's own that have not come out yet */
  open() {
    return this.mine(this.#entries.awake(TYPE)).filter(({ own }) => own['outcome'] === undefined);
  }

  /** @returns {Entry[]} what the other shows, and has not taken back */
  theirs(among = this.#entries.list(TYPE)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && wordsOf(entry) !== '');
  }

  /** @returns {Entry[]} of theirs, what this person has neither answered nor closed */
  here() {
    return this.theirs(this.#entries.awake(TYPE)).filter(({ mine, own }) => mine['reached'] === undefined && own['closed'] === undefined);
  }

  /** @returns {Entry[]} one's own that reached the other, until it was read */
  reached() {
    return this.mine(this.#entries.awake(TYPE)).filter(({ theirs, own }) => theirs['reached'] !== undefined && own['read'] === undefined);
  }

  /** @param {Entry} entry @returns {boolean} its owner wanted to be reminded about now */
  isMoment(entry) {
    const at = Math.max(markAt(entry) ?? Infinity, Number(entry.own['later'] ?? 0));
    return entry.own['outcome'] === undefined && this.#now() >= at;
  }

  /** Not now: the mark comes again a little later. @param {string} id */
  async later(id) {
    await this.#entries.keep(TYPE, { later: this.#now() + LATER_MS }, id);
  }

  /**
   * How it came out.
   * @param {Entry} entry @param {Outcome} outcome @param {{after?: string, became?: string, isShared?: boolean}} [how] `isShared`: the other sees the act and these words
   */
  async come(entry, outcome, { after = '', became = '', isShared = false } = {}) {
    const words = { ...(after.trim() ? { after: after.trim() } : {}), ...(became.trim() ? { became: became.trim() } : {}) };
    await this.#entries.keep(TYPE, { outcome, ...words }, entry.id);
    if (outcome === 'gone') await this.#entries.takeBack(TYPE, entry.id);
    else if (isShared) {
      const told = ['kind', 'act', 'if-then'].flatMap((name) => (entry.own[name] === undefined ? [] : [[name, entry.own[name]]]));
      await this.#entries.share(TYPE, { ...Object.fromEntries(told), outcome, ...words }, entry.id);
    }
  }

  /** It reached this person. @param {string} id @param {string} [line] */
  async reach(id, line = '') {
    await this.#entries.share(TYPE, { reached: line.trim() }, id);
  }

  /** Read and put away, on this phone only. @param {Entry} entry */
  async putAway(entry) {
    await this.#entries.keep(TYPE, entry.isMine ? { read: true } : { closed: true }, entry.id);
  }
}
