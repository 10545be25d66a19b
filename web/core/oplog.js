/**
 * The fold (protocol section 6): the state of every record, as a function of the set of ops and this device's unsigned intents.
 * Order of arrival, duplicates and clocks change nothing.
 */
import { compare, hex } from './bytes.js';
import { decodePayload, FIRST_SKIPPABLE, KIND, OpError } from './op.js';

/**
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{value: Value, isWithdrawn: boolean}} Content
 * @typedef {object} Entry one value of one field: an op or an unsigned intent
 * @property {string} id op id hex (64 characters) or intent hex (32)
 * @property {Uint8Array} bytes @property {string} intent @property {number} depth @property {number} order 0 for ops, 1… for intents as made
 * @property {Content} content
 *
 * @typedef {object} FieldView
 * @property {Value} value null when withdrawn @property {boolean} isWithdrawn @property {Value[]} alsoWritten newest first
 *
 * @typedef {object} RecordView
 * @property {string} id hex @property {string|null} type
 * @property {Map<number, Map<string, FieldView>>} byPerson person -> name -> field
 * @property {boolean} isReadOnly F7
 */

class Field {
  /** @type {Map<string, Entry>} */ entries = new Map();
  /** @type {Set<string>} ids named by some base */ replaced = new Set();
  /** @type {Entry[][]|null} */ #live = null;

  changed() {
    this.#live = null;
  }

  /** Values not replaced, the shown one first; each is a group of entries of one intent (F3–F6). */
  live() {
    if (this.#live) return this.#live;
    /** @type {Map<string, Entry[]>} */ const groups = new Map();
    for (const entry of this.entries.values()) {
      const group = groups.get(entry.intent);
      if (group) group.push(entry);
      else groups.set(entry.intent, [entry]);
    }
    const live = [];
    for (const [intent, group] of groups) {
      if (this.replaced.has(intent) || group.some((entry) => this.replaced.has(entry.id))) continue;
      group.sort((a, b) => a.order - b.order || compare(a.bytes, b.bytes));
      live.push(group);
    }
    this.#live = live.sort((a, b) => later(/** @type {Entry} */ (a[0]), /** @type {Entry} */ (b[0])));
    return this.#live;
  }

  /** @returns {FieldView|null} */
  view() {
    const live = this.live();
    const shown = live[0]?.[0];
    if (!shown) return null;
    const others = [...(live[0] ?? []).slice(1), ...live.slice(1).flat()].map((entry) => entry.content);
    /** @type {Value[]} */ const alsoWritten = [];
    const seen = new Set([JSON.stringify(shown.content.value)]);
    for (const { value, isWithdrawn } of others) {
      const key = JSON.stringify(value);
      if (isWithdrawn || seen.has(key)) continue;
      seen.add(key);
      alsoWritten.push(value);
    }
    return { value: shown.content.value, isWithdrawn: shown.content.isWithdrawn, alsoWritten };
  }
}

/** Greatest (depth, op id) first; intents after every op of equal depth, that is, shown before it (F4, F6). @param {Entry} a @param {Entry} b */
const later = (a, b) => b.depth - a.depth || b.order - a.order || compare(b.bytes, a.bytes);

class FoldedRecord {
  /** @type {string|null} */ type = null;
  typeRank = '';
  /** @type {Map<string, Field>} key `person/name` */ fields = new Map();
  /** @type {Set<string>} ops that make it read-only */ holds = new Set();

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
  /** @type {Set<string>} */ #known = new Set();
  #made = 0;

  /** @param {string} id */
  #record(id) {
    let record = this.#records.get(id);
    if (!record) {
      record = new FoldedRecord();
      this.#records.set(id, record);
    }
    return record;
  }

  /** @param {import('./op.js').Op} op verified @param {number} person of its device */
  addOp(op, person) {
    if (this.#known.has(op.id)) return;
    this.#known.add(op.id);
    this.#apply(hex(op.record), person, op.kind, op.payload, op.base, {
      id: op.id,
      bytes: op.opId,
      intent: hex(op.intent),
      depth: op.depth,
      order: 0,
    });
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
    this.#apply(hex(intent.record), person, intent.kind, intent.payload, intent.base, {
      id,
      bytes: intent.intent,
      intent: id,
      depth: intent.depth,
      order: this.#made,
    });
  }

  /** The intent is an op now, or was given up. Its base stays named by the op. @param {Uint8Array} intent @param {Uint8Array} record */
  dropIntent(intent, record) {
    const id = hex(intent);
    this.#known.delete(id);
    for (const field of this.#record(hex(record)).fields.values()) if (field.entries.delete(id)) field.changed();
  }

  /** An op of this record that cannot be read: the record becomes read-only (F7, O12). @param {string} recordId @param {string} opId */
  hold(recordId, opId) {
    this.#record(recordId).holds.add(opId);
  }

  /**
   * @param {string} recordId @param {number} person @param {number} kind @param {Uint8Array} payload @param {Uint8Array[]} base
   * @param {Omit<Entry, 'content'>} entry
   */
  #apply(recordId, person, kind, payload, base, entry) {
    const record = this.#record(recordId);
    let content;
    try {
      content = decodePayload(kind, payload);
    } catch (error) {
      if (!(error instanceof OpError)) throw error;
      content = null;
    }
    if (!content) {
      if (kind < FIRST_SKIPPABLE) record.holds.add(entry.id);
      return;
    }
    // All ops of a record name one type; should they not, the least op id says (a function of the set, like all here).
    if (record.type === null || entry.id < record.typeRank) {
      record.type = content.type;
      record.typeRank = entry.id;
    }
    const values = new Map(content.values);
    for (const name of content.names) {
      const field = record.field(person, name);
      for (const id of base) field.replaced.add(hex(id));
      const isWithdrawn = kind === KIND.withdraw;
      field.entries.set(entry.id, { ...entry, content: { value: isWithdrawn ? null : (values.get(name) ?? null), isWithdrawn } });
      field.changed();
    }
  }

  /**
   * What an intent on these fields replaces (O8).
   * @param {string} recordId @param {number} person @param {string[]} names
   * @returns {{base: Uint8Array[], depth: number}} base holds op ids (32 bytes) and ids of unsigned intents (16 bytes)
   */
  nextBase(recordId, person, names) {
    /** @type {Map<string, Entry>} */ const seen = new Map();
    for (const name of names)
      for (const group of this.#record(recordId).field(person, name).live()) for (const entry of group) seen.set(entry.id, entry);
    const entries = [...seen.values()].sort(later).slice(0, 64);
    const depth = 1 + entries.reduce((most, entry) => Math.max(most, entry.depth), 0);
    return { base: entries.map((entry) => entry.bytes).sort(compare), depth };
  }

  /** @param {string} id hex @returns {RecordView|null} null when nothing is known of it */
  record(id) {
    const record = this.#records.get(id);
    if (!record || (record.fields.size === 0 && record.holds.size === 0)) return null;
    /** @type {Map<number, Map<string, FieldView>>} */ const byPerson = new Map();
    for (const [key, field] of record.fields) {
      const view = field.view();
      if (!view) continue;
      const slash = key.indexOf('/');
      const person = Number(key.slice(0, slash));
      const fields = byPerson.get(person) ?? new Map();
      fields.set(key.slice(slash + 1), view);
      byPerson.set(person, fields);
    }
    return { id, type: record.type, byPerson, isReadOnly: record.holds.size > 0 };
  }

  /** @param {string} type @returns {RecordView[]} */
  recordsOfType(type) {
    const found = [];
    for (const [id, record] of this.#records) {
      if (record.type !== type) continue;
      const view = this.record(id);
      if (view && view.byPerson.size > 0) found.push(view);
    }
    return found;
  }
}
