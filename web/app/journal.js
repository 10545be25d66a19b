/**
 * The journal: pages for me, in my `me`, and pages for us, in the pair's space. A page is a record of type `entry` with its writer's fields.
 */

export const TYPE = 'entry';
export const TEXT_CHARS = 16_000; // UTF-8 of any script stays below the 64 KiB of an op
export const TITLE_CHARS = 120;

/**
 * @typedef {object} Page
 * @property {string} id hex @property {'me'|'us'} audience @property {string} title @property {string} text @property {number} at ms
 * @property {'me'|'them'} by @property {string[]} alsoWritten @property {string[]} earlier texts it had before @property {boolean} withdrawn @property {boolean} isReadOnly
 * @property {string} pair space hex of a page for us, empty for me
 */

/** @param {import('../core/oplog.js').RecordView} record @param {number} person @param {Pick<Page, 'audience'|'by'|'pair'>} where @returns {Page|null} */
function pageOf(record, person, where) {
  const fields = record.byPerson.get(person);
  const text = fields?.get('text');
  const at = fields?.get('at')?.value;
  if (!fields || !text) return null;
  const words = (/** @type {any} */ value) => (typeof value === 'string' ? value : '');
  return {
    ...where,
    id: record.id,
    title: words(fields.get('title')?.value),
    text: words(text.value),
    at: typeof at === 'number' ? at : 0,
    alsoWritten: text.alsoWritten.map(words).filter((other) => other !== ''),
    earlier: text.isWithdrawn ? [] : text.earlier.map(words).filter((other) => other !== ''),
    withdrawn: text.isWithdrawn,
    isReadOnly: record.isReadOnly,
  };
}

export class Journal {
  #me;
  #pair;
  #crypto;
  #now;

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => number} parts.now
   */
  constructor({ me, pair, crypto, now }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#now = now;
  }

  /** @param {'all'|'me'|'us'} [filter] @returns {Page[]} newest first */
  list(filter = 'all') {
    /** @type {Page[]} */ const pages = [];
    const me = this.#me();
    const us = this.#pair();
    if (me && filter !== 'us')
      for (const record of me.recordsOfType(TYPE)) {
        const page = pageOf(record, me.person, { audience: 'me', by: 'me', pair: '' });
        if (page && !page.withdrawn) pages.push(page);
      }
    if (us && filter !== 'me')
      for (const record of us.recordsOfType(TYPE))
        for (const person of record.byPerson.keys()) {
          const page = pageOf(record, person, { audience: 'us', by: person === us.person ? 'me' : 'them', pair: us.name });
          if (page) pages.push(page);
        }
    return pages.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  /** @param {string} id hex @returns {Page|null} */
  get(id) {
    return this.list().find((page) => page.id === id) ?? null;
  }

  /**
   * Keeps a page for me alone.
   * @param {{id?: string|undefined, title: string, text: string}} page without an id: a new one
   * @returns {Promise<string>} its id
   */
  async save({ id, title, text }) {
    const me = this.#me();
    if (!me) throw new Error('no place to write yet');
    const record = id ?? newId(this.#crypto);
    await me.write(record, TYPE, [...pageFields(title, text), ...(id ? [] : [timeField(this.#now())])]);
    return record;
  }

  /**
   * Shares a page. A page that was mine alone becomes a new page for us, and the private one is taken away.
   * @param {{id?: string|undefined, title: string, text: string}} page
   * @returns {Promise<string>} its id
   */
  async share({ id, title, text }) {
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const before = id ? this.get(id) : null;
    const record = before?.audience === 'us' ? before.id : newId(this.#crypto);
    await us.write(record, TYPE, [
      ...pageFields(title, text),
      ...(before?.audience === 'us' ? [] : [timeField(before?.at ?? this.#now())]),
    ]);
    if (before?.audience === 'me') await this.#me()?.withdraw(before.id, TYPE, ['title', 'text']);
    return record;
  }

  /** Takes a shared page back with a plain mark, or a private one away. @param {string} id */
  async withdraw(id) {
    const page = this.get(id);
    const space = page?.audience === 'me' ? this.#me() : this.#pair();
    if (page?.by === 'me') await space?.withdraw(id, TYPE, ['title', 'text']);
  }
}

/** @param {string} title @param {string} text @returns {Array<[string, string]>} */
const pageFields = (title, text) => [
  ['title', clip(title, TITLE_CHARS)],
  ['text', clip(text, TEXT_CHARS)],
];

/** @param {number} ms @returns {[string, number]} */
const timeField = (ms) => ['at', ms];

/** Whole characters, and no lone surrogates. @param {string} text @param {number} most */
export function clip(text, most) {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : [...whole].slice(0, most).join('').slice(0, most).toWellFormed();
}

/** @param {import('../core/ids.js').Crypto} crypto */
const newId = (crypto) => Array.from(crypto.random(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
