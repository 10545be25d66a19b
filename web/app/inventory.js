/**
 * The inventory of one person: pages of practice 9. They are entries in `me` and never leave it: nothing here knows how to share one. What is carried
 * on from a page is copied by its writer, line by line (sessions.js), and is theirs too.
 */

export const TYPE = 'inventory';
const WEEK_MS = 7 * 86_400_000;
/** Fewer pages than these are no picture. */
const LEAST_PAGES = 2;

/** @typedef {import('./entries.js').Entry} Entry */

/** What somebody needed on a page: ids of needs, and a word of their own. @param {Entry} page @returns {string[]} */
export const needsOf = ({ own }) => [
  ...(Array.isArray(own['need']) ? own['need'].map(String) : []),
  ...(String(own['need-own'] ?? '').trim() ? [String(own['need-own']).trim()] : []),
];

/**
 * The needs that came up in the last seven days, the most frequent first, without saying how often.
 * @param {readonly Entry[]} pages newest first @param {number} now ms @returns {string[]|null} null: too few pages for a picture
 */
export function mirrorOf(pages, now) {
  const recent = pages.filter(({ at }) => at > now - WEEK_MS && at <= now);
  if (recent.length < LEAST_PAGES) return null;
  /** @type {Map<string, number>} */ const times = new Map();
  for (const need of recent.flatMap(needsOf)) times.set(need, (times.get(need) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([need]) => need);
}

export class Inventory {
  #entries;
  #now;

  /** @param {{entries: import('./entries.js').Entries, now: () => number}} parts */
  constructor({ entries, now }) {
    this.#entries = entries;
    this.#now = now;
  }

  /** @returns {Entry[]} newest first */
  pages() {
    return this.#entries.list(TYPE);
  }

  /** @param {string} id */
  page(id) {
    return this.#entries.get(TYPE, id);
  }

  /** @returns {string[]} sentences this person wrote to themselves, newest first */
  kindSentences() {
    return this.pages().flatMap(({ own }) => (own['kind'] ? [String(own['kind'])] : []));
  }

  /** @returns {string[]|null} */
  get mirror() {
    return mirrorOf(this.pages(), this.#now());
  }

  /** @param {string} id */
  async erase(id) {
    await this.#entries.forget(TYPE, id);
  }
}
