/**
 * The fold (protocol section 6): the state of every record, as a function of the set of ops and this device's unsigned intents.
 * Order of arrival, duplicates and clocks change nothing.
 */
import { compare, hex } from './bytes.js';
import { encode } from './codec.js';
import { decodePayload, FIRST_SKIPPABLE, KIND, OpError } from './op.js';
import { AWAKE, placeOf, RecordIndex, STANCE } from './record-index.js';

/** O8. */
const MOST_BASE = 64;
/** Of a text that is edited for years, the newest are enough to see that it was. */
const MOST_EARLIER = 20;

/**
 * @typedef {import('./codec.js').Value} Value
 * @typedef {import('./record-index.js').Stance} Stance
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

/** @typedef {[opId: Uint8Array, intent: Uint8Array, person: number, kind: number, depth: number, base: Uint8Array[], payload: Uint8Array]} Kept an op as the index keeps it */

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
  /** @type {Map<string, Kept>} op id -> what the index keeps of it */ ops = new Map();

  /** @returns {string|null} */
  get type() {
    if (this.#opType.id) return this.#opType.type;
    return this.#intentTypes.values().next().value ?? null;
  }

  /** The index keeps ops only. */
  get hasIntents() {
    return this.#intentTypes.size > 0;
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
  /** @type {Map<string, FoldedRecord>} opened, or not in the index */ #records = new Map();
  /** @type {RecordIndex} */ #index = new RecordIndex();
  /** @type {Set<string>} records that are not as the index has them */ #changed = new Set();
  /** @type {Map<string, Set<string>>} type -> record ids */ #byType = new Map();
  /** @type {Map<string, ReadonlyArray<{id: string, at: number}>>} `places` as they were asked for, until something changes */ #places =
    new Map();
  /** @type {Set<string>} ids of ops and intents taken */ #known = new Set();
  #made = 0;

  /** @param {import('./op.js').Op} op verified @param {number} person of its device */
  addOp(op, person) {
    if (this.#known.has(op.id)) return;
    this.#known.add(op.id);
    const id = hex(op.record);
    this.#open(id)?.holds.delete(op.id); // it was parked, and is not any more
    this.#apply(id, person, op, { id: op.id, bytes: op.opId, intent: hex(op.intent), order: 0 });
    this.#records.get(id)?.ops.set(op.id, [op.opId, op.intent, person, op.kind, op.depth, op.base, op.payload]);
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
   * @param {string} recordId @param {number} person @param {Act} act
   * @param {Pick<Entry, 'id'|'bytes'|'intent'|'order'>} name
   */
  #apply(recordId, person, act, name) {
    this.#change(recordId, (record) => applyTo(record, person, act, name));
  }

  /** @param {string} id @param {(record: FoldedRecord) => void} change */
  #change(id, change) {
    const record = this.#open(id) ?? new FoldedRecord();
    this.#records.set(id, record);
    this.#changed.add(id);
    this.#places.clear();
    this.#rename(id, record, () => change(record));
  }

  /** @param {string} id @param {FoldedRecord} record @param {() => void} change */
  #rename(id, record, change) {
    const before = record.type;
    change();
    record.view = null;
    const after = record.type;
    if (before === after) return;
    if (before !== null) this.#byType.get(before)?.delete(id);
    if (after === null) return;
    const ids = this.#byType.get(after) ?? new Set();
    this.#byType.set(after, ids.add(id));
  }

  /** A record in memory; out of the index, if that has it. @param {string} id @returns {FoldedRecord|undefined} */
  #open(id) {
    const known = this.#records.get(id);
    if (known) return known;
    /** @type {Kept[]|null} */ const kept = this.#index.read(id);
    if (!kept) return undefined;
    const record = new FoldedRecord();
    this.#records.set(id, record);
    this.#rename(id, record, () => {
      for (const op of kept) {
        const [opId, intent, person, kind, depth, base, payload] = op;
        record.ops.set(hex(opId), op);
        applyTo(record, person, { kind, base, depth, payload }, { id: hex(opId), bytes: opId, intent: hex(intent), order: 0 });
      }
    });
    return record;
  }

  // ---- the index

  /** How many records are open. */
  get opened() {
    return this.#records.size;
  }

  /** Begins with what was folded before: its ops need not be added again, and may be. @param {RecordIndex} index */
  begin(index) {
    this.#index = index;
    this.#places.clear();
    this.#changed = new Set(this.#records.keys());
  }

  get index() {
    return this.#index;
  }

  /** @returns {string[]} ids of records that the index does not have as they are, and of those open that may have come to rest; what nobody opened can wait */
  unindexed() {
    const isAwake = (/** @type {string} */ id) => !this.#changed.has(id) && AWAKE.includes(this.#index.stance(id) ?? STANCE.rests);
    return [...this.#changed, ...[...this.#records.keys()].filter(isAwake)];
  }

  /**
   * @param {readonly string[]} ids of `unindexed` @param {(view: RecordView) => Stance} stanceOf
   * @returns {Array<import('./record-index.js').IndexRow & {ops: number}>} of those that are to be written
   */
  rowsOf(ids, stanceOf) {
    return ids.flatMap((id) => {
      const record = this.#open(id);
      if (!record || record.ops.size === 0) return [];
      const view = this.record(id);
      const stance = view !== null && !view.isReadOnly ? stanceOf(view) : STANCE.due; // what cannot be read may be anything
      if (stance === this.#index.stance(id) && !this.#changed.has(id)) return [];
      const place = view ? placeOf(view) : { type: record.type ?? '', practice: '', at: 0 };
      return [{ ...place, id, stance, ops: record.ops.size, body: encode([...record.ops.values()]) }];
    });
  }

  /** @param {RecordIndex} index which has these rows now @param {readonly {id: string, ops: number}[]} rows */
  indexed(index, rows) {
    this.#index = index;
    this.#places.clear();
    for (const { id, ops } of rows) {
      const record = this.#records.get(id);
      if (record?.ops.size === ops && !record.hasIntents) this.#changed.delete(id);
    }
  }

  /**
   * What an intent on these fields replaces (O8).
   * @param {string} recordId @param {number} person @param {string[]} names
   * @returns {{base: Uint8Array[], depth: number}} base holds op ids (32 bytes) and ids of unsigned intents (16 bytes)
   */
  nextBase(recordId, person, names) {
    /** @type {Map<string, Entry>} */ const seen = new Map();
    const record = this.#open(recordId);
    for (const name of names) for (const entry of record?.fields.get(`${person}/${name}`)?.live().flat() ?? []) seen.set(entry.id, entry);
    const entries = [...seen.values()].sort(later).slice(0, MOST_BASE);
    const depth = 1 + entries.reduce((most, entry) => Math.max(most, entry.depth), 0);
    return { base: entries.map((entry) => entry.bytes).sort(compare), depth };
  }

  /** @param {string} id hex @returns {RecordView|null} null when nothing is known of it */
  record(id) {
    const record = this.#open(id);
    if (!record) return null;
    record.view ??= viewOf(id, record);
    return record.view.byPerson.size > 0 || record.view.isReadOnly ? record.view : null;
  }

  /** All of a type, which opens them: what draws a list asks for `newest`. @param {string} type @returns {RecordView[]} */
  recordsOfType(type) {
    for (const { id } of this.#index.list(type)) this.#open(id);
    return this.#views(this.#byType.get(type) ?? []);
  }

  /** Those of a type of which something may wait for somebody; all that changed are among them. @param {string} type @param {number} [most] all, unless said @returns {RecordView[]} newest first */
  awake(type, most) {
    return this.#viewsAt(this.places(type, undefined, AWAKE).slice(0, most));
  }

  /** Those of a type of which a photo may be still to go; all that changed are among them. @param {string} type @returns {RecordView[]} newest first */
  due(type) {
    return this.#viewsAt(this.places(type, undefined, [STANCE.due]));
  }

  /**
   * Where those of a type stand, none of them opened.
   * @param {string} type @param {string} [practice] @param {readonly Stance[]} [stances] all, unless said; what changed is among them whatever its stance was
   * @returns {ReadonlyArray<{id: string, at: number}>} newest first
   */
  places(type, practice, stances) {
    const known = this.#index.list(type, practice, stances);
    if (this.#changed.size === 0) return known;
    const key = JSON.stringify([type, practice, stances]);
    const places = this.#places.get(key) ?? this.#withFresh(known, type, practice);
    this.#places.set(key, places);
    return places;
  }

  /** @param {ReadonlyArray<{id: string, at: number}>} known @param {string} type @param {string} [practice] */
  #withFresh(known, type, practice) {
    const fresh = this.#fresh(type).flatMap((id) => {
      const view = this.record(id);
      const place = view && placeOf(view);
      return place && (practice === undefined || place.practice === practice) ? [{ id, at: place.at }] : [];
    });
    return [...known.filter(({ id }) => !this.#changed.has(id)), ...fresh].sort((a, b) => b.at - a.at);
  }

  /** Those of a type, newest first, each opened when it is asked for. @param {string} type @param {string} [practice] @param {readonly Stance[]} [stances] */
  *newest(type, practice, stances) {
    for (const { id } of this.places(type, practice, stances)) yield* this.#views([id]);
  }

  /** @param {string} type @returns {string[]} */
  #fresh(type) {
    return [...(this.#byType.get(type) ?? [])].filter((id) => this.#changed.has(id));
  }

  /** @param {ReadonlyArray<{id: string}>} places */
  #viewsAt(places) {
    return this.#views(places.map(({ id }) => id));
  }

  /** @param {Iterable<string>} ids */
  #views(ids) {
    return [...ids].flatMap((id) => {
      const view = this.record(id);
      return view && view.byPerson.size > 0 ? [view] : [];
    });
  }

  /** The op that says an intent, however long ago it was signed. @param {string} recordId @param {string} intent hex @returns {Uint8Array|null} */
  opOf(recordId, intent) {
    for (const [opId, of] of this.#open(recordId)?.ops.values() ?? []) if (hex(of) === intent) return opId;
    return null;
  }
}

/** @typedef {{kind: number, base: Uint8Array[], depth: number, payload: Uint8Array}} Act */

/** @param {FoldedRecord} record @param {number} person @param {Act} act @param {Pick<Entry, 'id'|'bytes'|'intent'|'order'>} name */
function applyTo(record, person, { kind, base, depth, payload }, name) {
  const content = readPayload(kind, payload);
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
