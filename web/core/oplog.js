/**
 * The fold (protocol section 6): the state of every record, as a function of the set of ops and this device's unsigned intents.
 * Order of arrival, duplicates and clocks change nothing.
 */
import { compare, hex } from './bytes.js';
import { decodePayload, FIRST_SKIPPABLE, KIND, OpError } from './op.js';

/** O8. */
const MOST_BASE = 64;
/** Of a text that is edited for years, the newest are enough to see that it was. */
const MOST_EARLIER = 20;

/**
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{value: Value, isWithdrawn: boolean}} Content
 * @typedef {object} Entry one value of one field: an op or an unsigned intent
 * @property {string} id op id hex (64 characters) or intent hex (32)
 * @property {Uint8Array} bytes @property {string} intent @property {number} depth @property {number} order 0 for ops, 1… for intents as made
 * @property {string[]} base hex of the ids it replaces
 * @property {Content} content
 *
 * @typedef {object} FieldView
 * @property {Value} value null when withdrawn @property {boolean} isWithdrawn @property {Value[]} alsoWritten newest first
 * @property {Value[]} earlier other values that were replaced, newest first: what was read may have been one of them
 *
 * @typedef {object} RecordView a view is made once and stays as it is; a change makes another
 * @property {string} id hex @property {string|null} type null while nothing of it can be read
 * @property {ReadonlyMap<number, ReadonlyMap<string, FieldView>>} byPerson person -> name -> field
 * @property {boolean} isReadOnly F7
 */

/** The values of one (person, name) in one record (F1). */
class Field {
  /** @type {Map<string, Entry>} */ #entries = new Map();
  /** @type {Entry[][]|null} */ #live = null;

  /** @param {Entry} entry */
  put(entry) {
    this.#entries.set(entry.id, entry);
    this.#live = null;
  }

  /** @param {string} id */
  drop(id) {
    if (this.#entries.delete(id)) this.#live = null;
  }

  /** Values not replaced, the shown one first; each is a group of entries of one intent (F3–F6). */
  live() {
    this.#live ??= liveOf([...this.#entries.values()]);
    return this.#live;
  }

  /** @returns {FieldView|null} */
  view() {
    const [shown, ...others] = this.live()
      .flat()
      .map((entry) => entry.content);
    if (!shown) return null;
    const seen = new Set([JSON.stringify(shown.value)]);
    const unseen = (/** @type {Content[]} */ contents) =>
      contents.flatMap(({ value, isWithdrawn }) => {
        const key = JSON.stringify(value);
        if (isWithdrawn || seen.has(key)) return [];
        seen.add(key);
        return [value];
      });
    const alsoWritten = unseen(others);
    const live = new Set(this.live().flat());
    const replaced = [...this.#entries.values()]
      .filter((entry) => !live.has(entry))
      .sort(later)
      .slice(0, MOST_EARLIER);
    return { ...shown, alsoWritten, earlier: unseen(replaced.map((entry) => entry.content)) };
  }
}

/** @param {Entry[]} entries @returns {Entry[][]} */
function liveOf(entries) {
  const replaced = new Set(entries.flatMap((entry) => entry.base));
  /** @type {Map<string, Entry[]>} */ const groups = new Map();
  for (const entry of entries) {
    const group = groups.get(entry.intent);
    if (group) group.push(entry);
    else groups.set(entry.intent, [entry]);
  }
  const live = [];
  for (const [intent, group] of groups) {
    if (replaced.has(intent) || group.some((entry) => replaced.has(entry.id))) continue;
    live.push(group.sort((a, b) => a.order - b.order || compare(a.bytes, b.bytes)));
  }
  return live.sort((a, b) => later(/** @type {Entry} */ (a[0]), /** @type {Entry} */ (b[0])));
}

/** Greatest (depth, op id) first; intents after every op of equal depth, that is, shown before it (F4, F6). @param {Entry} a @param {Entry} b */
const later = (a, b) => b.depth - a.depth || b.order - a.order || compare(b.bytes, a.bytes);

class FoldedRecord {
  /** @type {Map<string, Field>} key `person/name` */ fields = new Map();
  /** @type {Set<string>} ops that make it read-only */ holds = new Set();
  /** @type {RecordView|null} */ view = null;
  /** Of the least op id: should ops disagree on what a record is, still all phones say the same. */
  #opType = { id: '', type: '' };
  /** @type {Map<string, string>} unsigned intent -> type */ #intentTypes = new Map();

  /** @returns {string|null} */
  get type() {
    if (this.#opType.id) return this.#opType.type;
    return this.#intentTypes.values().next().value ?? null;
  }

  /** @param {string} id @param {string} type @param {boolean} isOp */
  named(id, type, isOp) {
    if (!isOp) this.#intentTypes.set(id, type);
    else if (!this.#opType.id || id < this.#opType.id) this.#opType = { id, type };
  }

  /** @param {string} intent */
  dropIntent(intent) {
    this.#intentTypes.delete(intent);
    for (const field of this.fields.values()) field.drop(intent);
  }

  /** @param {number} person @param {string} name */
  field(person, name) {
    const key = `${person}/${name}`;
    let field = this.fields.get(key);
    if (!field) {
      field = new Field();
      this.fields.set(key, field);
    }
    return field;
  }
}

export class Fold {
  /** @type {Map<string, FoldedRecord>} */ #records = new Map();
  /** @type {Map<string, Set<string>>} type -> record ids */ #byType = new Map();
  /** @type {Set<string>} ids of ops and intents taken */ #known = new Set();
  #made = 0;

  /** @param {import('./op.js').Op} op verified @param {number} person of its device */
  addOp(op, person) {
    if (this.#known.has(op.id)) return;
    this.#known.add(op.id);
    const id = hex(op.record);
    this.#records.get(id)?.holds.delete(op.id); // it was parked, and is not any more
    this.#apply(id, person, op, { id: op.id, bytes: op.opId, intent: hex(op.intent), order: 0 });
  }

  /**
   * @param {{intent: Uint8Array, record: Uint8Array, kind: number, base: Uint8Array[], depth: number, payload: Uint8Array}} intent
   * @param {number} person
   */
  addIntent(intent, person) {
    const id = hex(intent.intent);
    if (this.#known.has(id)) return;
    this.#known.add(id);
    this.#made += 1;
    this.#apply(hex(intent.record), person, intent, { id, bytes: intent.intent, intent: id, order: this.#made });
  }

  /** The intent is an op now, or was given up. @param {Uint8Array} intent @param {Uint8Array} recordId */
  dropIntent(intent, recordId) {
    const id = hex(intent);
    if (!this.#known.delete(id)) return;
    this.#change(hex(recordId), (record) => record.dropIntent(id));
  }

  /** An op of this record that cannot be read yet: the record is read-only until `addOp` takes that op (F7, O12). @param {string} recordId @param {string} opId */
  hold(recordId, opId) {
    if (this.#known.has(opId)) return;
    this.#change(recordId, (record) => record.holds.add(opId));
  }

  /**
   * @param {string} recordId @param {number} person @param {{kind: number, base: Uint8Array[], depth: number, payload: Uint8Array}} act
   * @param {Pick<Entry, 'id'|'bytes'|'intent'|'order'>} name
   */
  #apply(recordId, person, { kind, base, depth, payload }, name) {
    const content = readPayload(kind, payload);
    this.#change(recordId, (record) => {
      if (!content) {
        if (kind < FIRST_SKIPPABLE) record.holds.add(name.id);
        return;
      }
      record.named(name.id, content.type, name.order === 0);
      const values = new Map(content.values);
      const isWithdrawn = kind === KIND.withdraw;
      const baseIds = base.map(hex);
      for (const field of content.names) {
        const value = isWithdrawn ? null : (values.get(field) ?? null);
        record.field(person, field).put({ ...name, depth, base: baseIds, content: { value, isWithdrawn } });
      }
    });
  }

  /** @param {string} id @param {(record: FoldedRecord) => void} change */
  #change(id, change) {
    const record = this.#records.get(id) ?? new FoldedRecord();
    this.#records.set(id, record);
    const before = record.type;
    change(record);
    record.view = null;
    const after = record.type;
    if (before === after) return;
    if (before !== null) this.#byType.get(before)?.delete(id);
    if (after === null) return;
    const ids = this.#byType.get(after) ?? new Set();
    this.#byType.set(after, ids.add(id));
  }

  /**
   * What an intent on these fields replaces (O8).
   * @param {string} recordId @param {number} person @param {string[]} names
   * @returns {{base: Uint8Array[], depth: number}} base holds op ids (32 bytes) and ids of unsigned intents (16 bytes)
   */
  nextBase(recordId, person, names) {
    /** @type {Map<string, Entry>} */ const seen = new Map();
    for (const name of names)
      for (const entry of this.#records.get(recordId)?.fields.get(`${person}/${name}`)?.live().flat() ?? []) seen.set(entry.id, entry);
    const entries = [...seen.values()].sort(later).slice(0, MOST_BASE);
    const depth = 1 + entries.reduce((most, entry) => Math.max(most, entry.depth), 0);
    return { base: entries.map((entry) => entry.bytes).sort(compare), depth };
  }

  /** @param {string} id hex @returns {RecordView|null} null when nothing is known of it */
  record(id) {
    const record = this.#records.get(id);
    if (!record) return null;
    record.view ??= viewOf(id, record);
    return record.view.byPerson.size > 0 || record.view.isReadOnly ? record.view : null;
  }

  /** @param {string} type @returns {RecordView[]} */
  recordsOfType(type) {
    const found = [];
    for (const id of this.#byType.get(type) ?? []) {
      const view = this.record(id);
      if (view && view.byPerson.size > 0) found.push(view);
    }
    return found;
  }
}

/** @param {number} kind @param {Uint8Array} payload @returns {ReturnType<typeof decodePayload>} null: not understood by this release */
function readPayload(kind, payload) {
  try {
    return decodePayload(kind, payload);
  } catch (error) {
    if (error instanceof OpError) return null;
    throw error;
  }
}

/** @param {string} id @param {FoldedRecord} record @returns {RecordView} */
function viewOf(id, record) {
  /** @type {Map<number, Map<string, FieldView>>} */ const byPerson = new Map();
  for (const [key, field] of record.fields) {
    const view = field.view();
    if (!view) continue;
    const slash = key.indexOf('/');
    const person = Number(key.slice(0, slash));
    const fields = byPerson.get(person) ?? new Map();
    byPerson.set(person, fields.set(key.slice(slash + 1), view));
  }
  return { id, type: record.type, byPerson, isReadOnly: record.holds.size > 0 };
}
