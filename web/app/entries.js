/**
 * What a person writes and keeps, gives or asks for: acts, requests, appreciations, moments, values. An entry is a record with a type of its own.
 * It begins in its writer's `me`, where nobody else is; sharing writes the named fields into a record of the pair with the same id, in which the
 * other answers in fields of their own. Whoever wrote `at` there is its author.
 */
import { hex } from '../core/bytes.js';
import { timeOf } from '../core/day.js';
import { clip } from './journal.js';

/**
 * @typedef {import('../core/codec.js').Value} Value
 * @typedef {Readonly<Record<string, any>>} Fields by name; only what stands
 * @typedef {object} Entry
 * @property {string} id hex @property {string} type @property {number} at ms, when it was written @property {boolean} isMine
 * @property {boolean} isShared the other has it @property {Fields} own in `me` only @property {Fields} mine that this person wrote in the shared one
 * @property {Fields} theirs that the other wrote there @property {boolean} isTakenBack its author took all of it back @property {boolean} isReadOnly a newer release wrote in it
 */

const AT = 'at';
/** In `me`: whom it is meant for, so that it is shown beside nobody else. */
const PAIR = 'pair';

export class Entries {
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

  /** @returns {number} this person in the pair in use: 1 or 2 */
  get me() {
    return this.#pair()?.person ?? 1;
  }

  /** @param {string} type @returns {Entry[]} newest first; of the pair in use, and what is meant for nobody else */
  list(type) {
    return this.#entries(type, (space) => space.recordsOfType(type));
  }

  /** Those of `list` of which something may wait for somebody (stances.js); the others are not opened. @param {string} type @param {number} [most] of each space; all, unless said @returns {Entry[]} newest first */
  awake(type, most) {
    return this.#entries(type, (space) => space.awake(type, most));
  }

  /** Those of `list`, each opened when it is asked for. @param {string} type @returns {Generator<Entry>} newest first */
  *newest(type) {
    const places = new Map([this.#me(), this.#pair()].flatMap((space) => space?.places(type) ?? []).map(({ id, at }) => [id, at]));
    for (const [id] of [...places].sort(([, a], [, b]) => b - a)) {
      const entry = this.get(type, id);
      if (entry) yield entry;
    }
  }

  /** Those of `list` that nobody else has, each opened when it is asked for. @param {string} type @returns {Generator<Entry>} newest first */
  *unshared(type) {
    const shared = new Set((this.#pair()?.places(type) ?? []).map(({ id }) => id));
    for (const { id } of this.#me()?.places(type) ?? []) {
      const entry = shared.has(id) ? null : this.get(type, id);
      if (entry) yield entry;
    }
  }

  /** @param {string} type @param {string} id hex @returns {Entry|null} */
  get(type, id) {
    return this.#shared(type, id) ?? this.#own(type, id);
  }

  /** @param {string} type @param {(space: import('./space.js').Space) => import('../core/oplog.js').RecordView[]} records @returns {Entry[]} */
  #entries(type, records) {
    const spaces = [this.#me(), this.#pair()].filter((space) => space !== null);
    const ids = new Set(spaces.flatMap((space) => records(space).map(({ id }) => id)));
    return [...ids].flatMap((id) => this.get(type, id) ?? []).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  /** @param {string} type @param {string} id @returns {Entry|null} what of it is in `me` */
  #own(type, id) {
    const me = this.#me();
    const record = me?.record(id);
    if (record?.type !== type) return null;
    const own = standing(record.byPerson.get(me?.person ?? 1));
    if (own[AT] === undefined || ![undefined, '', this.#pair()?.name].includes(own[PAIR])) return null;
    const nothing = { isShared: false, mine: {}, theirs: {}, isTakenBack: false };
    return { id, type, at: timeOf(own[AT]), isMine: true, own, ...nothing, isReadOnly: record.isReadOnly };
  }

  /** @param {string} type @param {string} id @returns {Entry|null} */
  #shared(type, id) {
    const us = this.#pair();
    const record = us?.record(id);
    if (!us || record?.type !== type) return null;
    const [mine, theirs] = [record.byPerson.get(us.person), record.byPerson.get(3 - us.person)];
    const author = mine?.has(AT) ? mine : theirs;
    const at = author?.get(AT);
    if (!author || !at) return null;
    return {
      id,
      type,
      at: timeOf(at.value),
      isMine: author === mine,
      isShared: true,
      own: this.#own(type, id)?.own ?? {},
      mine: standing(mine),
      theirs: standing(theirs),
      isTakenBack: at.isWithdrawn,
      isReadOnly: record.isReadOnly,
    };
  }

  /**
   * Keeps fields in `me`, for nobody else.
   * @param {string} type @param {Readonly<Record<string, Value>>} fields text is cut to `CHARS`; `pair` empty: meant beside nobody
   * @param {string} [id] of the entry that changes; without one a new one
   * @returns {Promise<string>} its id @throws {import('../io/database.js').StorageError}
   */
  async keep(type, fields, id) {
    const me = this.#me();
    if (!me) throw new Error('no place to write yet');
    const record = id ?? this.#newId();
    const isNew = !me.record(record);
    await me.write(record, type, [
      ...rows(fields),
      .../** @type {Array<[string, Value]>} */ (
        isNew ? [[AT, this.#now()], ...(PAIR in fields ? [] : [[PAIR, this.#pair()?.name ?? '']])] : []
      ),
    ]);
    return record;
  }

  /**
   * Writes fields that the other sees: one's own entry, or an answer in the other's.
   * @param {string} type @param {Readonly<Record<string, Value>>} fields `at`: a new entry, of that time @param {string} [id] without one a new one
   * @returns {Promise<string>} its id
   */
  async share(type, fields, id) {
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const record = id ?? this.#newId();
    const entry = id ? this.get(type, id) : null;
    const isNew = !(AT in fields) && (!entry || (entry.isMine && (!entry.isShared || entry.isTakenBack)));
    await us.write(record, type, [
      ...rows(fields),
      .../** @type {Array<[string, Value]>} */ (isNew ? [[AT, entry?.at ?? this.#now()]] : []),
    ]);
    return record;
  }

  /** Writes into an entry of the other that may still be on its way here: its author stays its author. @param {string} type @param {Readonly<Record<string, Value>>} fields @param {string} id */
  async answer(type, fields, id) {
    await this.#pair()?.write(id, type, rows(fields));
  }

  /** Takes one's own fields of a shared entry back, with a plain mark; all of them unless they are named. @param {string} type @param {string} id @param {readonly string[]} [names] */
  async takeBack(type, id, names) {
    const entry = this.get(type, id);
    const wanted = names ?? Object.keys(entry?.mine ?? {});
    if (entry?.isShared && wanted.length > 0) await this.#pair()?.withdraw(id, type, [...wanted]);
  }

  /** Takes fields in `me` away; all of them unless they are named. @param {string} type @param {string} id @param {readonly string[]} [names] */
  async forget(type, id, names) {
    const wanted = names ?? Object.keys(this.get(type, id)?.own ?? {});
    if (wanted.length > 0) await this.#me()?.withdraw(id, type, [...wanted]);
  }

  #newId() {
    return hex(this.#crypto.random(16));
  }
}

/** UTF-8 of any script stays below the 64 KiB of an op. */
export const CHARS = 4_000;

/** @param {Readonly<Record<string, Value>>} fields @returns {Array<[string, Value]>} */
const rows = (fields) => Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clip(value, CHARS) : value]);

/** @type {WeakMap<ReadonlyMap<string, import('../core/oplog.js').FieldView>, Fields>} views stay as they are: each is read once */
const read = new WeakMap();
/** @type {Fields} */ const NOTHING = Object.freeze({});

/** @param {ReadonlyMap<string, import('../core/oplog.js').FieldView>|undefined} fields @returns {Fields} what is there and not taken back */
function standing(fields) {
  if (!fields) return NOTHING;
  const known = read.get(fields);
  if (known) return known;
  const values = Object.fromEntries([...fields].flatMap(([name, { value, isWithdrawn }]) => (isWithdrawn ? [] : [[name, value]])));
  read.set(fields, values);
  return values;
}
