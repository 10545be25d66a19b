import { derive, hash, concat, encode, opId, pad, unpad, decode, is, CodecError, equal, hex, compare, Z32, RecordIndex, STANCE, placeOf as placeOf$2, AWAKE, allOf, VERSION, StorageError, recordId, unhex, headOf, Refusal, readEntry, openEpochs, subkey, restingTogether, emptyChain, RELATIONSHIPS, base64url, unbase64url, proposeAdd, NAME_CHARS as NAME_CHARS$1, countersign, deviceId, ChainError, plainName, createChain, SPACE, selfTest, clip, timeOf as timeOf$1, readPhoto, pictureOf, isDayLabel, noonOf, dayLabel, sealBlob, deleteTagOf, JPEG, blobValue, photoValue, readBlob, openBlob, TYPE as TYPE$c, openTopics, d, notice, t, qt, listed, pairPhrase, addDays, weekday, longDate, ICONS, icon, LINES as LINES$1, timeAhead, who, textField, lockLine, text as text$2, Screen, skies, clockTime, unpackSide, mark as mark$1 } from './main.js';

/** Erase keys and tags (O9). The tag is in every op from the first, so that what was written today can be erased by any later release. */

/**
 * @param {import('./ids.js').Crypto} crypto @param {Uint8Array} secret 32 bytes kept in the author's `me`
 * @param {Uint8Array} space @param {Uint8Array} intent @returns {Promise<Uint8Array>} 32 bytes
 */
async function eraseTag(crypto, secret, space, intent) {
  return crypto.sha256(await derive(crypto, secret, 'attune/erase/1', space, intent));
}

/** The rolling hash of a server's log (W4). */

/** R0. @param {import('./ids.js').Crypto} crypto @param {Uint8Array} space @param {Uint8Array} logId */
const firstR = (crypto, space, logId) => hash(crypto, 'attune/log/1', space, logId);

/** R(i) from R(i−1) and the op id of seq i. @param {import('./ids.js').Crypto} crypto @param {Uint8Array} R @param {Uint8Array} opId */
const nextR = (crypto, R, opId) => crypto.sha256(concat(R, opId));

/**
 * Ops: made once, signed, sealed, opened, verified by runs (protocol section 5).
 */

const KIND$1 = Object.freeze({ set: 1, text: 2, withdraw: 3, alias: 4, blob: 5, segment: 6 });
/** @type {Set<number>} */
const UNDERSTOOD = new Set([KIND$1.set, KIND$1.withdraw]);
/** From here on an unknown kind may be skipped (O10). */
const FIRST_SKIPPABLE = 128;
const LABEL = 'attune/op/1';

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{type: string, values: Array<[string, Value]>}} SetPayload
 * @typedef {{type: string, names: string[]}} WithdrawPayload
 *
 * @typedef {object} Op an op that opened; its signature is verified apart (verifier.js)
 * @property {Uint8Array} opId @property {string} id hex of opId
 * @property {Uint8Array} signed @property {Uint8Array} signature
 * @property {Uint8Array} intent @property {Uint8Array} device @property {Uint8Array} incarnation @property {number} counter
 * @property {Uint8Array} ownPrevious @property {Uint8Array} chainHead @property {Uint8Array[]} parents
 * @property {Uint8Array} record @property {number} kind @property {Uint8Array[]} base @property {number} depth @property {Uint8Array} payload
 *
 * @typedef {{opId: Uint8Array, eraseTag: Uint8Array, signed: Uint8Array, signature: Uint8Array}} MadeOp
 */

/** An op that breaks a rule of section 5. */
class OpError extends Error {
  /** @param {string} rule */
  constructor(rule) {
    super(`op rule ${rule}`);
    this.name = 'OpError';
    this.rule = rule;
  }
}

/** @param {string} type @param {Array<[string, Value]>} values @returns {Uint8Array} payload of a set (O11) */
function encodeSet(type, values) {
  return encode([type, [...values].sort(([a], [b]) => compareText(a, b))]);
}

/** @param {string} type @param {string[]} names @returns {Uint8Array} payload of a withdraw (O11) */
function encodeWithdraw(type, names) {
  return encode([type, [...names].sort(compareText)]);
}

const utf8 = new TextEncoder();
/** @param {string} a @param {string} b by UTF-8 bytes, which JavaScript's own order is not */
const compareText = (a, b) => compare(utf8.encode(a), utf8.encode(b));

/**
 * @param {number} kind @param {Uint8Array} payload
 * @returns {{type: string, values: Array<[string, Value]>, names: string[]}|null} null: of a kind this release does not know
 * @throws {OpError} O11
 */
function decodePayload(kind, payload) {
  if (!UNDERSTOOD.has(kind)) return null;
  /** @type {any} */ let parts;
  try {
    parts = decode(payload);
  } catch {
    throw new OpError('O11');
  }
  if (!is.list(parts) || parts.length !== 2 || !is.text(parts[0]) || !is.list(parts[1]) || parts[1].length === 0) throw new OpError('O11');
  const [type, list] = parts;
  const names = kind === KIND$1.set ? list.map((pair) => (is.list(pair) && pair.length === 2 ? pair[0] : null)) : list;
  if (!names.every(is.text)) throw new OpError('O11');
  if (!names.every((name, i) => i === 0 || compareText(/** @type {string} */ (names[i - 1]), name) < 0)) throw new OpError('O11');
  return { type, names, values: kind === KIND$1.set ? list : [] };
}

/**
 * O3: call once for each intent and store what comes out.
 * @param {Crypto} crypto
 * @param {object} parts
 * @param {Uint8Array} parts.space @param {Uint8Array} parts.signSeed @param {Uint8Array} parts.intent @param {Uint8Array} parts.eraseTag
 * @param {Uint8Array} parts.device @param {Uint8Array} parts.incarnation @param {number} parts.counter @param {Uint8Array} parts.ownPrevious
 * @param {Uint8Array} parts.chainHead @param {Uint8Array[]} parts.parents @param {Uint8Array} parts.record @param {number} parts.kind
 * @param {Uint8Array[]} parts.base @param {number} parts.depth @param {Uint8Array} parts.payload
 * @returns {Promise<MadeOp>}
 */
async function makeOp(crypto, parts) {
  const { space, intent, eraseTag, device, incarnation, counter, ownPrevious, chainHead, record, kind, depth, payload } = parts;
  const parents = ascending(parts.parents);
  const base = ascending(parts.base);
  const signed = encode([
    LABEL, space, crypto.random(32), intent, eraseTag, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload,
  ]); // biome-ignore format: one line for each op is the grammar of section 5
  const signature = await crypto.sign(parts.signSeed, signed);
  return { opId: await opId(crypto, signed, signature), eraseTag, signed, signature };
}

/** @param {Uint8Array} space @param {number} epoch @param {Uint8Array} id @param {Uint8Array} eraseTag */
const headerAad = (space, epoch, id, eraseTag) => encode(['attune/header/1', 1, space, epoch, id, eraseTag]);

/** @param {Crypto} crypto @param {Uint8Array} id */
const nonceOf = async (crypto, id) => (await hash(crypto, 'attune/nonce/1', id)).subarray(0, 12);

/**
 * @param {Crypto} crypto @param {{space: Uint8Array, epoch: number, opsKey: Uint8Array}} seal `opsKey`: subkey "ops" of the epoch
 * @param {MadeOp} made @returns {Promise<Uint8Array>} the op as it travels and rests
 */
async function sealOp(crypto, { space, epoch, opsKey }, made) {
  const plaintext = pad(encode([made.signed, made.signature]));
  const aad = headerAad(space, epoch, made.opId, made.eraseTag);
  return encode([1, epoch, made.opId, made.eraseTag, await crypto.seal(opsKey, await nonceOf(crypto, made.opId), aad, plaintext)]);
}

/**
 * The clear part of an op.
 * @param {Uint8Array} bytes @returns {{version: number, epoch: number, opId: Uint8Array, eraseTag: Uint8Array, sealed: Uint8Array}}
 * @throws {OpError|CodecError}
 */
function readHeader(bytes) {
  const parts = decode(bytes);
  if (!is.list(parts) || parts.length !== 5) throw new OpError('O1');
  const [version, epoch, id, eraseTag, sealed] = parts;
  if (!is.uint(version) || !is.uint(epoch) || !is.bin(id, 32) || !is.bin(eraseTag, 32) || !is.bin(sealed)) throw new OpError('O1');
  return { version, epoch, opId: id, eraseTag, sealed };
}

/**
 * Opens and checks everything but the signature.
 * @param {Crypto} crypto @param {Uint8Array} space @param {Uint8Array} opsKey @param {ReturnType<typeof readHeader>} header
 * @param {{trusted?: boolean}} [options] trusted: read back from this phone's own store, so the id was checked before
 * @returns {Promise<Op>} @throws {OpError}
 */
async function openOp(crypto, space, opsKey, header, { trusted = false } = {}) {
  const { version, epoch, opId: id, eraseTag, sealed } = header;
  if (version !== 1) throw new OpError('O12');
  /** @type {Uint8Array} */ let padded;
  try {
    padded = await crypto.open(opsKey, await nonceOf(crypto, id), headerAad(space, epoch, id, eraseTag), sealed);
  } catch {
    throw new OpError('O1');
  }
  const plain = unpad(padded);
  if (!plain) throw new OpError('O2');
  let outer;
  let parts;
  try {
    outer = decode(plain);
    if (!is.list(outer) || outer.length !== 2 || !is.bin(outer[0]) || !is.bin(outer[1], 64)) throw new OpError('O1');
    parts = decode(outer[0]);
  } catch (error) {
    throw error instanceof CodecError ? new OpError('O1') : error;
  }
  const [signed, signature] = outer;
  if (!trusted && !equal(await opId(crypto, signed, signature), id)) throw new OpError('O1');
  return { opId: id, id: hex(id), signed, signature, ...readSigned(parts, space, eraseTag) };
}

/** @param {any} parts @param {Uint8Array} space @param {Uint8Array} eraseTag */
function readSigned(parts, space, eraseTag) {
  if (!is.list(parts) || parts.length !== 16 || parts[0] !== LABEL) throw new OpError('O1');
  const [, inSpace, seed, intent, tag, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload] =
    parts;
  const isWhole =
    is.bin(inSpace, 32) && is.bin(seed, 32) && is.bin(intent, 16) && is.bin(tag, 32) && is.bin(device, 32) && is.bin(incarnation, 16) &&
    is.uint(counter) && is.bin(ownPrevious, 32) && is.bin(chainHead, 32) && is.bins(parents, 32) && is.bin(record, 16) && is.uint(kind) &&
    is.bins(base, 32) && is.uint(depth) && is.bin(payload); // biome-ignore format: one table
  if (!isWhole || !equal(inSpace, space) || !equal(tag, eraseTag)) throw new OpError('O1');
  if ((counter === 0) !== equal(ownPrevious, Z32)) throw new OpError('O4');
  if (parents.length > 32 || !isAscending(parents)) throw new OpError('O6');
  if (base.length > 64 || !isAscending(base) || depth < 1) throw new OpError('O8');
  return { intent, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload };
}

/** Each once. @param {Uint8Array[]} list */
const ascending = (list) => {
  const sorted = [...list].sort(compare);
  return sorted.filter((id, i) => i === 0 || !equal(id, /** @type {Uint8Array} */ (sorted[i - 1])));
};

/** @param {Uint8Array[]} list */
const isAscending = (list) => list.every((id, i) => i === 0 || compare(/** @type {Uint8Array} */ (list[i - 1]), id) < 0);

/**
 * The fold (protocol section 6): the state of every record, as a function of the set of ops and this device's unsigned intents.
 * Order of arrival, duplicates and clocks change nothing.
 */

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

class Fold {
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
      const place = view ? placeOf$2(view) : { type: record.type ?? '', practice: '', at: 0 };
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
      const place = view && placeOf$2(view);
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
  const isWithdrawn = kind === KIND$1.withdraw;
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

/**
 * Who wrote an op (protocol O4, O7). One verified signature authenticates its unbroken run of predecessors, so most ops cost no signature
 * check. What verified ops say of ops that come later, or came before and were refused, is remembered: which ops are good is a function of
 * the set of ops, not of how they arrived.
 */

/**
 * @typedef {import('./op.js').Op} Op
 * @typedef {(chainHead: string) => import('./chain.js').Members|undefined} MembersAt undefined: a head not known yet
 */

class Verifier {
  /** @type {Set<string>} */ #good = new Set();
  /** @type {Set<string>} op id and place that a good op names as its predecessor */ #vouched = new Set();
  /** @type {Map<string, Op>} refused for its signature; its successor may still vouch for it */ #refused = new Map();

  /** Ops that were found good before, on this phone. @param {Iterable<Op>} ops */
  trust(ops) {
    for (const op of ops) this.#accept(op, []);
  }

  /**
   * What was found good before, without the ops themselves: the last of each run, and what good ops say of some that have not come.
   * @param {Iterable<string>} tips ids @param {Iterable<string>} vouched
   */
  remember(tips, vouched) {
    for (const id of tips) this.#good.add(id);
    for (const place of vouched) this.#vouched.add(place);
  }

  /** @returns {string[]} what good ops say of others that are not known to be good */
  get vouched() {
    return [...this.#vouched];
  }

  /**
   * @param {import('./ids.js').Crypto} crypto @param {Op[]} ops opened, their ids checked @param {MembersAt} membersAt
   * @returns {Promise<{good: Op[], parked: Op[], bad: Op[]}>} good: also ops refused before that are vouched for now;
   *   parked: acted under a chain entry this phone has not seen (O7)
   */
  async verify(crypto, ops, membersAt) {
    /** @type {Op[]} */ const good = [];
    /** @type {Op[]} */ const parked = [];
    /** @type {Op[]} */ const bad = [];
    /** @type {Map<string, Map<string, Op>>} */ const chains = new Map();
    for (const op of ops) {
      const members = membersAt(hex(op.chainHead));
      if (!members) parked.push(op);
      else if (!members.has(hex(op.device))) bad.push(op);
      else {
        const key = chainOf(op);
        chains.set(key, (chains.get(key) ?? new Map()).set(op.id, op));
      }
    }
    for (const chain of chains.values()) {
      const sorted = [...chain.values()].sort((a, b) => a.counter - b.counter);
      for (const run of runsOf(sorted)) {
        const end = await this.#lastGood(crypto, run, membersAt);
        for (const op of run.slice(0, end)) this.#accept(op, good);
        for (const op of run.slice(end)) this.#refused.set(op.id, op);
      }
    }
    for (const chain of chains.values()) for (const op of chain.values()) if (!this.#good.has(op.id)) bad.push(op);
    return { good, parked, bad };
  }

  /** How many ops of a run are good: all up to the last that is signed or vouched for. @param {import('./ids.js').Crypto} crypto @param {Op[]} run @param {MembersAt} membersAt */
  async #lastGood(crypto, run, membersAt) {
    for (let end = run.length; end > 0; end -= 1) {
      const op = /** @type {Op} */ (run[end - 1]);
      if (this.#good.has(op.id) || this.#vouched.has(placeOf$1(op, op.counter, op.id))) return end;
      const signPk = membersAt(hex(op.chainHead))?.get(hex(op.device))?.signPk;
      if (signPk && (await crypto.verify(signPk, op.signed, op.signature))) return end;
    }
    return 0;
  }

  /** @param {Op} op @param {Op[]} good gets it, and those it vouches for that were refused */
  #accept(op, good) {
    /** @type {Op|undefined} */ let next = op;
    while (next) {
      this.#good.add(next.id);
      this.#refused.delete(next.id);
      this.#vouched.delete(placeOf$1(next, next.counter, next.id));
      good.push(next);
      const before = hex(next.ownPrevious);
      if (next.counter === 0 || this.#good.has(before)) return;
      const place = placeOf$1(next, next.counter - 1, before);
      const waiting = this.#refused.get(before);
      if (!waiting) this.#vouched.add(place);
      next = waiting && placeOf$1(waiting, waiting.counter, waiting.id) === place ? waiting : undefined;
    }
  }
}

/** @param {Op} op */
const chainOf = (op) => hex(op.device) + hex(op.incarnation);

/** @param {Op} op of the chain @param {number} counter @param {string} id */
const placeOf$1 = (op, counter, id) => `${chainOf(op)}/${counter}/${id}`;

/** @param {Op[]} sorted by counter @returns {Op[][]} each op of a run names the one before it */
function runsOf(sorted) {
  /** @type {Op[][]} */ const runs = [];
  for (const op of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && op.counter === before.counter + 1 && equal(op.ownPrevious, before.opId)) run.push(op);
    else runs.push([op]);
  }
  return runs;
}

/** How the index of a space rests on the phone. A start reads it, on the page or in a worker ahead of it (io/ahead.js). */

/**
 * @typedef {object} IndexRows what one transaction read
 * @property {string} nonce hex; of the index, which says whether it is the same one still; empty: there is none
 * @property {any[]|null} parts null: there is none that can be read
 * @property {Uint8Array[]} pages row by row, as the last of `parts` names them
 */

/** @param {string} id of a space, hex @returns the names of the sealed rows */
const indexRowsOf = (id) => ({ index: `space/${id}/index`, pages: `space/${id}/page/` });

/**
 * @param {import('./vault.js').Vault} vault @param {string} id of a space, hex
 * @returns {Promise<IndexRows>} missing, of another version, torn or not whole: none
 * @throws {StorageError}
 */
async function readIndexRows(vault, id) {
  const names = indexRowsOf(id);
  const [row, keys, rows] = await vault.database.run('readonly', ['sealed'], (tx) => {
    const store = tx.objectStore('sealed');
    return Promise.all([store.get(names.index), store.getAllKeys(allOf(names.pages)), store.getAll(allOf(names.pages))]);
  });
  const none = { nonce: row ? hex(row.nonce) : '', parts: null, pages: [] };
  if (!row) return none;
  try {
    const parts = await vault.unseal(`sealed/${names.index}`, row);
    if (parts[0] !== VERSION) return none;
    const byName = new Map(keys.map((/** @type {string} */ key, /** @type {number} */ i) => [key, rows[i]]));
    const pages = await Promise.all(
      parts.at(-1).map(async (/** @type {[string, number]} */ [, number]) => {
        const name = names.pages + number;
        return unpad(await vault.unseal(`sealed/${name}`, byName.get(name))) ?? new Uint8Array();
      }),
    );
    return { ...none, parts, pages };
  } catch (error) {
    if (error instanceof StorageError) throw error;
    return none;
  }
}

/**
 * One space on this phone: its chain and keys, its ops and intents at rest, and their fold in memory.
 *
 * A tab writes *intents*; the leading tab, once it has pulled to the tail (O5), turns them into ops, each in the transaction that
 * advances the device's head (O3). Two tabs that both believe to lead are harmless: that transaction compares the head first.
 */

const SIGN_AT_ONCE = 64;
/** Records are made ready for the index in pieces of so many, so that nobody waits for them. */
const ROWS_AT_ONCE = 32;

/**
 * @typedef {import('../core/codec.js').Value} Value
 * @typedef {import('../core/chain.js').DeviceKeys} DeviceKeys
 * @typedef {import('../core/chain.js').Chain} Chain
 * @typedef {import('../core/op.js').Op} Op
 * @typedef {import('../core/ids.js').Crypto} Crypto
 * @typedef {import('./vault.js').Vault} Vault
 * @typedef {import('../core/record-index.js').Stance} Stance
 * @typedef {{incarnation: Uint8Array, counter: number, previous: Uint8Array}} Head the next op's place in this device's chain
 * @typedef {{intent: Uint8Array, record: Uint8Array, kind: number, base: Uint8Array[], depth: number, payload: Uint8Array}} Intent
 */

/** The server showed another chain than the one this phone verified. */
class ForkError extends Error {
  constructor() {
    super('another chain');
    this.name = 'ForkError';
  }
}

/** @param {string} id @returns the names of this space's sealed rows */
const rowsOf = (id) => ({
  identity: `space/${id}/identity`,
  head: `space/${id}/head`,
  cursor: `space/${id}/cursor`,
  ...indexRowsOf(id),
});

class Space {
  #fold = new Fold();
  #verifier = new Verifier();
  /** @type {Map<number, Uint8Array>} */ #epochKeys = new Map();
  /** @type {Map<number, Uint8Array>} */ #opsKeys = new Map();
  /** @type {Set<string>} ops opened since this start; of those before it the database knows */ #known = new Set();
  /** @type {Set<string>} ids that ops referred to lately; whether they are here is not looked up yet */ #referenced = new Set();
  /** @type {Set<string>} ids that some op refers to and that are not on this phone */ #missing = new Set();
  /** All ops up to this row are in the index, apart from those that are parked. */ #indexedRow = 0;
  /** @type {string} hex; of the index as this tab last read or wrote it */ #indexNonce = '';
  /** @type {Map<string, number>} keys of pages of the index, as JSON -> the number of the row in which they rest, which says nothing of them */
  #pageRows = new Map();
  /** @type {Map<string, Uint8Array>} ops that wait for the chain or an update, hex -> bytes */ #parked = new Map();
  /** @type {Map<string, {counter: number, opId: Uint8Array}>} newest op of each (device, incarnation) */ #tips = new Map();
  /** @type {Set<string>} tips that changed since this device's last op */ #news = new Set();
  /** @type {Map<number, Intent>} row -> intent not yet signed */ #intents = new Map();
  /** @type {Map<string, Uint8Array>} own intent hex -> the op that says it */ #signed = new Map();
  /** @type {Set<string>} */ #unacknowledged = new Set();
  #lastRow = 0;
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();
  /** @type {Head} */ #head = { incarnation: new Uint8Array(16), counter: 0, previous: Z32 };
  /** @type {Uint8Array} */ #eraseSecret = Z32;
  #vault;
  #crypto;
  /** hex */ #deviceName;

  /** @type {{n: number, R: Uint8Array}} */ cursor = { n: 0, R: Z32 };
  /** @type {{n: number, R: Uint8Array}|null} while a healing is under way: the cursor before it, which stays at rest */ #unhealed = null;
  /** Called after anything of this space changed here. */
  onChange = () => {};
  /** Called after this tab wrote rows other tabs should read. */
  onWrite = () => {};

  /** Use `createSpace` or `loadSpace`. @param {{vault: Vault, crypto: Crypto, chain: Chain, keys: DeviceKeys, device: Uint8Array}} parts */
  constructor({ vault, crypto, chain, keys, device }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.chain = chain;
    this.keys = keys;
    this.device = device;
    this.#deviceName = hex(device);
    this.id = chain.space;
    this.name = hex(chain.space);
  }

  get entries() {
    return this.chain.entries;
  }

  /** This device's person in this space. */
  get person() {
    return this.chain.members.get(this.#deviceName)?.person ?? 0;
  }

  /** How many changes are not on the server yet. */
  get waiting() {
    return this.#intents.size + this.#unacknowledged.size;
  }

  /** How many ops cannot be read yet. */
  get parked() {
    return this.#parked.size;
  }

  /** How many ops others refer to and nobody brought (invariant 6). */
  get missing() {
    return this.#missing.size;
  }

  /** @param {number} n @returns {Uint8Array|undefined} entry id this phone knows at n */
  headAt(n) {
    return this.chain.heads[n];
  }

  /** @param {string} id hex */
  record(id) {
    return this.#fold.record(id);
  }

  /** @param {string} type */
  recordsOfType(type) {
    return this.#fold.recordsOfType(type);
  }

  /** @param {string} type @param {string} [practice] newest first, each opened when it is asked for @param {readonly Stance[]} [stances] */
  newest(type, practice, stances) {
    return this.#fold.newest(type, practice, stances);
  }

  /** @param {string} type @param {string} [practice] newest first, none opened */
  places(type, practice) {
    return this.#fold.places(type, practice);
  }

  /** @param {string} type those of which something may wait for somebody, newest first @param {number} [most] all, unless said */
  awake(type, most) {
    return this.#fold.awake(type, most);
  }

  /** @param {string} type those of which a photo may be still to go, newest first */
  due(type) {
    return this.#fold.due(type);
  }

  /** How many records were opened since the start. */
  get opened() {
    return this.#fold.opened;
  }

  /** I5, as hex. @param {string} practice @param {number} person @param {string} date @param {string} slot */
  async meetAt(practice, person, date, slot) {
    return hex(await recordId(this.#crypto, this.id, practice, person, date, slot));
  }

  /** @param {Uint8Array} secret 32 bytes of this person's `me`; needed before the first op is signed (O9) */
  setEraseSecret(secret) {
    this.#eraseSecret = secret;
  }

  /** Runs steps one after the other: every write sees what the one before it left. @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #inTurn(step) {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  // ---- writing

  /**
   * What the person did, durable on this phone when it resolves, and on the screen by then.
   * @param {string} recordIdHex @param {string} type @param {Array<[string, Value]>} values
   * @throws {import('../io/database.js').StorageError}
   */
  write(recordIdHex, type, values) {
    return this.#intend(
      recordIdHex,
      KIND$1.set,
      values.map(([name]) => name),
      encodeSet(type, values),
    );
  }

  /** Takes fields back with a plain mark. @param {string} recordIdHex @param {string} type @param {string[]} names */
  withdraw(recordIdHex, type, names) {
    return this.#intend(recordIdHex, KIND$1.withdraw, names, encodeWithdraw(type, names));
  }

  /** @param {string} recordIdHex @param {number} kind @param {string[]} names @param {Uint8Array} payload */
  async #intend(recordIdHex, kind, names, payload) {
    await this.#inTurn(async () => {
      const { base, depth } = this.#fold.nextBase(recordIdHex, this.person, names);
      const intent = { intent: this.#crypto.random(16), record: unhex(recordIdHex), kind, base, depth, payload };
      const sealed = await this.#vault.seal(`intent/${this.name}`, intentParts(intent));
      const row = await this.#vault.database.run('readwrite', ['intents'], (tx) =>
        tx.objectStore('intents').add({ space: this.name, ...sealed }),
      );
      this.#intents.set(row, intent);
      this.#fold.addIntent(intent, this.person);
    });
    this.onChange();
    this.onWrite();
  }

  /**
   * Signs waiting intents and returns ops the server has not acknowledged, oldest first.
   * @param {number} most @param {number} mostBytes
   * @returns {Promise<Array<{opId: Uint8Array, bytes: Uint8Array}>>}
   */
  async nextBatch(most, mostBytes) {
    await this.#inTurn(() => this.#signAll());
    const rows = await this.#vault.database.run('readonly', ['ops'], (tx) =>
      tx.objectStore('ops').index('waitingIn').getAll(this.name, most),
    );
    const batch = [];
    let size = 0;
    for (const { opId, bytes } of rows) {
      size += bytes.length;
      if (batch.length > 0 && size > mostBytes) break;
      batch.push({ opId: unhex(opId), bytes });
    }
    return batch;
  }

  async #signAll() {
    while (this.#intents.size > 0) {
      const some = [...this.#intents].sort(([a], [b]) => a - b).slice(0, SIGN_AT_ONCE);
      if (!(await this.#sign(some))) {
        await this.#refresh(); // another tab was faster: read what it wrote
      }
    }
  }

  /** O3: ops, head and the end of their intents in one transaction. @param {Array<[number, Intent]>} some @returns {Promise<boolean>} false: the head moved */
  async #sign(some) {
    const head = { ...this.#head };
    const news = [...this.#news].map((tip) => this.#tips.get(tip)?.opId).filter((id) => id !== undefined);
    let parents = news.sort(compare).slice(0, 32);
    /** @type {Array<{row: number, intent: Intent, op: import('../core/op.js').MadeOp, bytes: Uint8Array}>} */ const made = [];
    /** @type {Map<string, Uint8Array>} */ const signed = new Map();
    const opsKey = this.#requireOpsKey(this.chain.epoch);
    for (const [row, intent] of some) {
      const base = [];
      for (const id of intent.base)
        base.push(
          id.length === 32 ? id : (this.#signed.get(hex(id)) ?? signed.get(hex(id)) ?? this.#fold.opOf(hex(intent.record), hex(id))),
        );
      const tag = await eraseTag(this.#crypto, this.#eraseSecret, this.id, intent.intent);
      const op = await makeOp(this.#crypto, {
        space: this.id,
        signSeed: this.keys.signSeed,
        intent: intent.intent,
        eraseTag: tag,
        device: this.device,
        incarnation: head.incarnation,
        counter: head.counter,
        ownPrevious: head.previous,
        chainHead: headOf(this.chain),
        parents,
        record: intent.record,
        kind: intent.kind,
        base: base.filter((id) => id !== null),
        depth: intent.depth,
        payload: intent.payload,
      });
      parents = [];
      head.previous = op.opId;
      head.counter += 1;
      signed.set(hex(intent.intent), op.opId);
      made.push({ row, intent, op, bytes: await sealOp(this.#crypto, { space: this.id, epoch: this.chain.epoch, opsKey }, op) });
    }
    const names = rowsOf(this.name);
    const before = await this.#vault.database.run('readonly', ['sealed'], (tx) => tx.objectStore('sealed').get(names.head));
    const kept = readHead(await this.#vault.unseal(`sealed/${names.head}`, before));
    if (!isSameHead(kept, this.#head)) return false;
    const after = await this.#vault.seal(`sealed/${names.head}`, headParts(head));
    try {
      await this.#vault.database.run('readwrite', ['sealed', 'ops', 'intents'], async (tx) => {
        const now = await tx.objectStore('sealed').get(names.head);
        if (!equal(now.nonce, before.nonce)) throw new Refusal();
        await tx.objectStore('sealed').put(after, names.head);
        for (const { row, op, bytes } of made) {
          await tx.objectStore('ops').add({ space: this.name, opId: hex(op.opId), bytes, waitingIn: this.name });
          await tx.objectStore('intents').delete(row);
        }
      });
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
    this.#head = head;
    this.#news.clear();
    for (const { row, intent, op, bytes } of made) {
      this.#intents.delete(row);
      this.#unacknowledged.add(hex(op.opId));
      const signedOp = await openOp(this.#crypto, this.id, opsKey, readHeader(bytes), { trusted: true });
      this.#verifier.trust([signedOp]);
      this.#take(signedOp, this.person);
      this.#fold.dropIntent(intent.intent, intent.record);
    }
    await this.#lookUpReferences();
    this.onWrite();
    return true;
  }

  /** The server has these now. @param {Uint8Array[]} ids @param {number[]} seqs */
  async acknowledge(ids, seqs) {
    await this.#inTurn(async () => {
      const cursor = await this.#advance(this.cursor, ids, seqs);
      const sealed = await this.#vault.seal(`sealed/${rowsOf(this.name).cursor}`, [cursor.n, cursor.R]);
      await this.#vault.database.run('readwrite', ['ops', 'sealed'], async (tx) => {
        const index = tx.objectStore('ops').index('op');
        for (const id of ids) {
          const row = await index.get([this.name, hex(id)]);
          if (row?.waitingIn === undefined) continue;
          delete row.waitingIn;
          await tx.objectStore('ops').put(row);
        }
        if (!this.#unhealed) await tx.objectStore('sealed').put(sealed, rowsOf(this.name).cursor);
      });
      this.cursor = cursor;
      for (const id of ids) this.#unacknowledged.delete(hex(id));
    });
    this.onChange();
    this.onWrite();
  }

  /** W7: only seq n + 1 advances. @param {{n: number, R: Uint8Array}} cursor @param {Uint8Array[]} ids @param {number[]} seqs */
  async #advance(cursor, ids, seqs) {
    let { n, R } = cursor;
    for (const [i, id] of ids.entries()) {
      if (seqs[i] !== n + 1) continue;
      R = await nextR(this.#crypto, R, id);
      n += 1;
    }
    return { n, R };
  }

  /** The epoch moved on: seal what waits under the new one; same op ids. @param {Uint8Array[]} ids */
  async reseal(ids) {
    const ops = await this.opsById(ids);
    for (const { opId, bytes } of ops) {
      const header = readHeader(bytes);
      if (header.epoch === this.chain.epoch) continue;
      const { signed, signature } = await openOp(this.#crypto, this.id, this.#requireOpsKey(header.epoch), header, { trusted: true });
      const sealed = await sealOp(
        this.#crypto,
        { space: this.id, epoch: this.chain.epoch, opsKey: this.#requireOpsKey(this.chain.epoch) },
        { opId, eraseTag: header.eraseTag, signed, signature },
      );
      await this.#vault.database.run('readwrite', ['ops'], async (tx) => {
        const row = await tx
          .objectStore('ops')
          .index('op')
          .get([this.name, hex(opId)]);
        await tx.objectStore('ops').put({ ...row, bytes: sealed });
      });
    }
  }

  // ---- reading what the server sends

  /**
   * Takes ops of others, or of this device after a wipe. Everything is kept; what cannot be read is parked (O12).
   * @param {Uint8Array[]} opBytes
   * @param {{firstSeq: number}|null} place null: pulled by id, the cursor stays
   */
  async receive(opBytes, place) {
    await this.#inTurn(async () => {
      /** @type {Array<{id: string, bytes: Uint8Array}>} */ const incoming = [];
      const ids = [];
      for (const view of opBytes) {
        const bytes = view.slice(); // a view would keep, and store, the whole frame
        const header = readHeader(bytes);
        ids.push(header.opId);
        if (!this.#known.has(hex(header.opId))) incoming.push({ id: hex(header.opId), bytes });
      }
      const seqs = ids.map((_, i) => (place ? place.firstSeq + i : 0));
      const cursor = place ? await this.#advance(this.cursor, ids, seqs) : this.cursor;
      const sealed = await this.#vault.seal(`sealed/${rowsOf(this.name).cursor}`, [cursor.n, cursor.R]);
      const before = await this.#vault.database.run('readwrite', ['ops', 'sealed'], async (tx) => {
        const store = tx.objectStore('ops');
        const index = store.index('op');
        const rows = await Promise.all(incoming.map(({ id }) => index.getKey([this.name, id])));
        await Promise.all(
          incoming.flatMap(({ id, bytes }, i) => (rows[i] === undefined ? [store.add({ space: this.name, opId: id, bytes })] : [])),
        );
        if (place && !this.#unhealed) await tx.objectStore('sealed').put(sealed, rowsOf(this.name).cursor);
        return rows;
      });
      this.cursor = cursor;
      await this.#openAll(incoming.flatMap(({ bytes }, i) => (before[i] !== undefined && before[i] <= this.#indexedRow ? [] : [bytes])));
    });
    this.onChange();
    this.onWrite();
  }

  /**
   * Opens, verifies, folds. What this phone stored is checked like what just came: the store also holds ops that were refused.
   * @param {Uint8Array[]} list
   */
  async #openAll(list) {
    const opened = [];
    /** @type {Map<string, Uint8Array>} */ const byId = new Map();
    for (const bytes of list) {
      const header = readHeader(bytes);
      const id = hex(header.opId);
      byId.set(id, bytes);
      this.#learn(id);
      const opsKey = this.#opsKeys.get(header.epoch);
      try {
        if (!opsKey) throw new Error('epoch not known yet');
        opened.push(await openOp(this.#crypto, this.id, opsKey, header));
      } catch {
        this.#parked.set(id, bytes);
      }
    }
    const { good, parked, bad } = await this.#verifier.verify(this.#crypto, opened, (head) => this.chain.membersAt.get(head));
    for (const op of [...parked, ...bad]) {
      this.#fold.hold(hex(op.record), op.id);
      this.#parked.set(op.id, /** @type {Uint8Array} */ (byId.get(op.id)));
    }
    for (const op of good) this.#take(op, this.chain.membersAt.get(hex(op.chainHead))?.get(hex(op.device))?.person ?? 0);
    await this.#lookUpReferences();
  }

  /** @param {string} id of an op that is on this phone */
  #learn(id) {
    this.#known.add(id);
    this.#missing.delete(id);
  }

  /** What ops refer to is on this phone, or missing (invariant 6). */
  async #lookUpReferences() {
    const unsure = [...this.#referenced].filter((id) => !this.#known.has(id));
    this.#referenced.clear();
    if (unsure.length === 0) return;
    const here = await this.#idsHere(unsure);
    for (const id of unsure) if (!here.has(id)) this.#missing.add(id);
  }

  /** @param {readonly string[]} opIds @returns {Promise<Set<string>>} */
  async #idsHere(opIds) {
    const rows = await this.#vault.database.run('readonly', ['ops'], (tx) => {
      const index = tx.objectStore('ops').index('op');
      return Promise.all(opIds.map((id) => index.getKey([this.name, id])));
    });
    return new Set(opIds.filter((_, i) => rows[i] !== undefined));
  }

  /** This device's run of ops; an earlier one of its own, from before it was put back, is another (O5, O6). */
  get #ownRun() {
    return hex(this.device) + hex(this.#head.incarnation);
  }

  /** @param {Op} op verified @param {number} person */
  #take(op, person) {
    this.#learn(op.id);
    this.#parked.delete(op.id);
    for (const id of [...op.parents, ...(op.counter > 0 ? [op.ownPrevious] : [])]) this.#referenced.add(hex(id));
    const tip = hex(op.device) + hex(op.incarnation);
    const before = this.#tips.get(tip);
    if (!before || before.counter < op.counter) {
      this.#tips.set(tip, { counter: op.counter, opId: op.opId });
      if (tip !== this.#ownRun) this.#news.add(tip);
    }
    if (equal(op.device, this.device)) this.#signed.set(hex(op.intent), op.opId);
    this.#fold.addOp(op, person);
  }

  /** Ops that waited, tried again because the chain or this release changed. */
  async #retryParked() {
    const list = [...this.#parked.values()];
    if (list.length > 0) await this.#openAll(list);
  }

  /** @param {number} firstN @param {Uint8Array[]} entries of the server @throws {ForkError} */
  async addEntries(firstN, entries) {
    await this.#inTurn(async () => {
      let { chain } = this;
      for (const [i, view] of entries.entries()) {
        const entry = view.slice();
        const known = chain.entries[firstN + i];
        if (known) {
          if (!equal(known, entry)) throw new ForkError();
          continue;
        }
        try {
          ({ chain } = await readEntry(this.#crypto, chain, entry));
        } catch {
          throw new ForkError();
        }
      }
      if (chain.entries.length === this.chain.entries.length) return;
      await this.#adoptChain(chain);
      await this.#retryParked();
    });
    this.onChange();
    this.onWrite();
  }

  /** @param {Chain} chain */
  async #adoptChain(chain) {
    const epochKeys = await openEpochs(this.#crypto, chain, this.keys, this.device, this.#epochKeys);
    await this.#vault.put(rowsOf(this.name).identity, identityParts({ chain, keys: this.keys, epochKeys }));
    this.chain = chain;
    await this.#adoptKeys(epochKeys);
  }

  /** Keys opened before and kept sealed. @param {Map<number, Uint8Array>} epochKeys */
  adoptKnownKeys(epochKeys) {
    return this.#adoptKeys(epochKeys);
  }

  /** @param {Map<number, Uint8Array>} epochKeys */
  async #adoptKeys(epochKeys) {
    this.#epochKeys = epochKeys;
    for (const [n, key] of epochKeys) if (!this.#opsKeys.has(n)) this.#opsKeys.set(n, await subkey(this.#crypto, key, 'ops', this.id, n));
  }

  /** @param {number} epoch */
  #requireOpsKey(epoch) {
    const key = this.#opsKeys.get(epoch);
    if (!key) throw new Error('no key for this epoch');
    return key;
  }

  /** Subkey "blobs" of an epoch. @param {number} epoch @returns {Promise<Uint8Array|null>} null: not known on this phone (yet) */
  async blobsKey(epoch) {
    const key = this.#epochKeys.get(epoch);
    return key ? subkey(this.#crypto, key, 'blobs', this.id, epoch) : null;
  }

  /** Subkey "whispers" of the epoch in force. */
  whispersKey() {
    const key = this.#epochKeys.get(this.chain.epoch);
    if (!key) throw new Error('no key for this epoch');
    return subkey(this.#crypto, key, 'whispers', this.id, this.chain.epoch);
  }

  /** O5: pulled to the tail; if my own last op there is not the head I stored, this is a restored phone and starts a new incarnation. */
  async checkOwnHead() {
    await this.#inTurn(async () => {
      const tip = this.#tips.get(this.#ownRun);
      const isMine = tip ? equal(tip.opId, this.#head.previous) : this.#head.counter === 0;
      if (isMine) return;
      if (tip) this.#news.add(this.#ownRun);
      const head = { incarnation: this.#crypto.random(16), counter: 0, previous: Z32 };
      await this.#vault.put(rowsOf(this.name).head, headParts(head));
      this.#head = head;
    });
  }

  /** @param {number} n @param {Uint8Array} R */
  async setCursor(n, R) {
    await this.#vault.put(rowsOf(this.name).cursor, [n, R]);
    this.cursor = { n, R };
  }

  /**
   * The server's log is another one (W6): go on from its end. At rest the old cursor stays until `healed`, so that a healing cut short,
   * by the network or by the end of the app, begins again instead of passing for done.
   * @param {number} n @param {Uint8Array} R
   */
  healFrom(n, R) {
    this.#unhealed ??= this.cursor;
    this.cursor = { n, R };
  }

  /** Both sides have all the other had. */
  async healed() {
    if (!this.#unhealed) return;
    this.#unhealed = null;
    await this.setCursor(this.cursor.n, this.cursor.R);
  }

  /** The connection ended before both sides had all. */
  leaveUnhealed() {
    if (this.#unhealed) this.cursor = this.#unhealed;
    this.#unhealed = null;
  }

  /** @param {Set<string>} there @returns {Promise<{here: Uint8Array[], there: string[]}>} ids of ops that are only on one side, oldest first */
  async compareOpIds(there) {
    const here = new Set(await this.#allOpIds());
    return { here: [...here].filter((id) => !there.has(id)).map(unhex), there: [...there].filter((id) => !here.has(id)) };
  }

  /** @returns {Promise<string[]>} */
  async #allOpIds() {
    const rows = await this.#vault.database.run('readonly', ['ops'], (tx) => tx.objectStore('ops').index('space').getAll(this.name));
    return rows.map((/** @type {any} */ { opId }) => opId);
  }

  /** @param {Uint8Array[]} ids @returns {Promise<Array<{opId: Uint8Array, bytes: Uint8Array}>>} those that are here, in order */
  async opsById(ids) {
    const rows = await this.#vault.database.run('readonly', ['ops'], (tx) => {
      const index = tx.objectStore('ops').index('op');
      return Promise.all(ids.map((id) => index.get([this.name, hex(id)])));
    });
    return rows.flatMap((/** @type {any} */ row) => (row ? [{ opId: unhex(row.opId), bytes: row.bytes }] : []));
  }

  // ---- several tabs, and the start

  /** Another tab wrote: read its rows. */
  async refresh() {
    await this.#inTurn(() => this.#refresh());
    this.onChange();
  }

  async #refresh() {
    const names = rowsOf(this.name);
    const [identity, head, cursor, opRows, intentKeys, intentRows] = await this.#vault.database.run(
      'readonly',
      ['sealed', 'ops', 'intents'],
      (tx) => {
        const sealed = tx.objectStore('sealed');
        const after = IDBKeyRange.lowerBound(this.#lastRow, true);
        const intents = tx.objectStore('intents').index('space');
        const mine = IDBKeyRange.only(this.name);
        return Promise.all([
          sealed.get(names.identity),
          sealed.get(names.head),
          sealed.get(names.cursor),
          tx.objectStore('ops').getAll(after),
          intents.getAllKeys(mine),
          intents.getAll(mine),
        ]);
      },
    );
    if (identity) {
      const { entries } = readIdentity(await this.#vault.unseal(`sealed/${names.identity}`, identity));
      if (entries.length > this.chain.entries.length) {
        let { chain } = this;
        for (const entry of entries.slice(chain.entries.length)) ({ chain } = await readEntry(this.#crypto, chain, entry));
        this.chain = chain;
        await this.#adoptKeys(await openEpochs(this.#crypto, chain, this.keys, this.device, this.#epochKeys));
      }
    }
    if (head) this.#head = readHead(await this.#vault.unseal(`sealed/${names.head}`, head));
    if (cursor && !this.#unhealed) {
      // One that does not open is none: the server then shows its log from the beginning, and what is here is known again.
      const [n, R] = await this.#vault.unseal(`sealed/${names.cursor}`, cursor).catch(() => [0, Z32]);
      this.cursor = { n, R: R.slice() };
    }
    const fresh = [];
    this.#unacknowledged.clear();
    for (const row of opRows) {
      this.#lastRow = Math.max(this.#lastRow, row.row);
      if (row.space === this.name && !this.#known.has(row.opId)) fresh.push(row.bytes);
    }
    await this.#openAll(fresh);
    const waiting = await this.#vault.database.run('readonly', ['ops'], (tx) => tx.objectStore('ops').index('waitingIn').getAll(this.name));
    for (const row of waiting) this.#unacknowledged.add(row.opId);
    await this.#readIntents(intentKeys, intentRows);
  }

  /** @param {number[]} keys @param {any[]} rows */
  async #readIntents(keys, rows) {
    for (const [i, row] of rows.entries()) {
      const key = /** @type {number} */ (keys[i]);
      if (this.#intents.has(key)) continue;
      const intent = readIntent(await this.#vault.unseal(`intent/${this.name}`, row));
      if (this.#signed.has(hex(intent.intent))) continue;
      this.#intents.set(key, intent);
      this.#fold.addIntent(intent, this.person);
    }
    const there = new Set(keys);
    for (const [key, intent] of [...this.#intents]) {
      if (there.has(key)) continue;
      this.#intents.delete(key);
      this.#fold.dropIntent(intent.intent, intent.record);
    }
  }

  // ---- the index at rest

  /** What was folded before. Missing, of another version, not whole or of a page that does not open: it is made anew from the ops. */
  async #readIndex() {
    this.#indexNonce = '';
    this.#pageRows = new Map();
    try {
      const { nonce, parts, pages } = (await this.#vault.ahead?.take(this.name)) ?? (await readIndexRows(this.#vault, this.name));
      this.#indexNonce = nonce;
      if (parts?.[0] !== VERSION) return; // a worker may be of another release
      const [, through, tips, vouched, missing, parked, pageRows] = parts;
      this.#fold.begin(new RecordIndex(pages.flatMap(decode)));
      for (const [tip, counter, opId] of tips) if ((this.#tips.get(tip)?.counter ?? -1) < counter) this.#tips.set(tip, { counter, opId });
      this.#verifier.remember(
        tips.map((/** @type {[string, number, Uint8Array]} */ [, , opId]) => hex(opId)),
        vouched,
      );
      for (const id of missing.map(hex)) if (!this.#known.has(id)) this.#missing.add(id);
      for (const { opId, bytes: op } of await this.opsById(parked)) if (!this.#known.has(hex(opId))) this.#parked.set(hex(opId), op);
      this.#pageRows = new Map(pageRows);
      this.#indexedRow = through;
    } catch (error) {
      if (error instanceof StorageError) throw error;
    }
  }

  /**
   * Brings the index at rest up to now. Whatever happens to it, ops decide: it says how far it goes, and what came later is folded on top of it.
   * @param {(view: import('../core/oplog.js').RecordView) => Stance} stanceOf @param {number} year this one, in UTC @param {() => Promise<unknown>} pause between pieces of work
   */
  async keepIndex(stanceOf, year, pause) {
    const names = rowsOf(this.name);
    const now = await this.#inTurn(async () => {
      await this.#refresh();
      return {
        through: this.#lastRow,
        tips: [...this.#tips].map(([tip, { counter, opId }]) => [tip, counter, opId]),
        vouched: this.#verifier.vouched.filter((place) => this.#missing.has(place.slice(-64))),
        missing: [...this.#missing].map(unhex),
        parked: [...this.#parked.keys()].map(unhex),
        ids: this.#fold.unindexed(),
        index: this.#fold.index,
        nonce: this.#indexNonce,
        pageRows: this.#pageRows,
      };
    });
    if (now.ids.length === 0 && now.through === this.#indexedRow) return;
    // What is folded from here on may get into it too: to be folded once more does no harm.
    const rows = [];
    for (let from = 0; from < now.ids.length; from += ROWS_AT_ONCE) {
      rows.push(...this.#fold.rowsOf(now.ids.slice(from, from + ROWS_AT_ONCE), stanceOf));
      await pause();
    }
    /** @type {Map<string, Uint8Array|null>} */ const pages = new Map();
    for (const [key, write] of now.index.changed(rows)) {
      pages.set(key, write());
      await pause();
    }
    const index = now.index.with(pages);
    const all = index.pages();
    /** @type {Array<[string, any]>} */ const sealed = [];
    /** @type {Map<string, number>} */ const pageRows = new Map();
    let number = Math.max(0, ...now.pageRows.values());
    for (const keys of restingTogether(all.keys(), year)) {
      const name = JSON.stringify(keys);
      const before = keys.some((key) => pages.has(key)) ? undefined : now.pageRows.get(name);
      if (before === undefined) number += 1;
      pageRows.set(name, before ?? number);
      if (before !== undefined) continue;
      const bytes = pad(encode(keys.map((key) => all.get(key) ?? null)));
      sealed.push([names.pages + number, await this.#vault.seal(`sealed/${names.pages}${number}`, bytes)]);
      await pause();
    }
    const meta = [VERSION, now.through, now.tips, now.vouched, now.missing, now.parked, [...pageRows]];
    const row = await this.#vault.seal(`sealed/${names.index}`, meta);
    const isKept = await this.#vault.database.run('readwrite', ['sealed'], async (tx) => {
      const store = tx.objectStore('sealed');
      const before = await store.get(names.index);
      if ((before ? hex(before.nonce) : '') !== now.nonce) return false;
      for (const [name, page] of sealed) await store.put(page, name);
      const kept = new Set([...pageRows.values()].map((each) => names.pages + each));
      for (const name of await store.getAllKeys(allOf(names.pages))) if (!kept.has(name)) await store.delete(name);
      await store.put(row, names.index);
      return true;
    });
    if (!isKept) {
      // Another tab wrote it meanwhile: the next time on top of that. Records open here lack what it has since, so those rows are read all the same.
      await this.#inTurn(async () => {
        await this.#readIndex();
        await this.#refresh();
      });
      this.onChange();
      return;
    }
    this.#fold.indexed(index, rows);
    this.#pageRows = pageRows;
    this.#indexedRow = now.through;
    this.#indexNonce = hex(row.nonce);
  }

  /** Reads all of this space from the phone. */
  async load() {
    await this.#inTurn(async () => {
      await this.#readIndex();
      this.#lastRow = this.#indexedRow;
      await this.#refresh();
      for (const tip of this.#tips.keys()) if (tip !== this.#ownRun) this.#news.add(tip);
      await this.#retryParked();
    });
  }
}

// ---- rows

/** @param {Intent} intent */
const intentParts = ({ intent, record, kind, base, depth, payload }) => [intent, record, kind, base, depth, payload];

/** @param {any} parts @returns {Intent} */
function readIntent([intent, record, kind, base, depth, payload]) {
  return { intent, record, kind, base, depth, payload };
}

/** @param {Head} head */
const headParts = ({ incarnation, counter, previous }) => [incarnation, counter, previous];

/** @param {any} parts @returns {Head} */
const readHead = ([incarnation, counter, previous]) => ({ incarnation, counter, previous });

/** @param {Head} a @param {Head} b */
const isSameHead = (a, b) => a.counter === b.counter && equal(a.incarnation, b.incarnation) && equal(a.previous, b.previous);

/** @param {{chain: Chain, keys: DeviceKeys, epochKeys: Map<number, Uint8Array>}} parts */
const identityParts = ({ chain, keys, epochKeys }) => [
  chain.space,
  chain.entries,
  [keys.signSeed, keys.signPk, keys.kemSeed, keys.kemPk],
  [...epochKeys].map(([n, key]) => [n, key]),
  [...chain.members.values()].map(({ signPk }) => signPk),
];

/** @param {any} parts */
function readIdentity([space, entries, [signSeed, signPk, kemSeed, kemPk], epochKeys, validKeys = []]) {
  return { space, entries, keys: { signSeed, signPk, kemSeed, kemPk }, epochKeys: new Map(epochKeys), validKeys };
}

/**
 * Keeps a new space on this phone: one this device made, or one it was added to.
 * @param {Vault} vault @param {Crypto} crypto @param {{chain: Chain, keys: DeviceKeys, device: Uint8Array}} parts
 * @returns {Promise<Space>}
 */
async function createSpace(vault, crypto, { chain, keys, device }) {
  const names = rowsOf(hex(chain.space));
  const epochKeys = await openEpochs(crypto, chain, keys, device);
  const rows = await Promise.all([
    vault.seal(`sealed/${names.identity}`, identityParts({ chain, keys, epochKeys })),
    vault.seal(`sealed/${names.head}`, headParts({ incarnation: crypto.random(16), counter: 0, previous: Z32 })),
    vault.seal(`sealed/${names.cursor}`, [0, Z32]),
  ]);
  await vault.database.run('readwrite', ['sealed'], async (tx) => {
    const store = tx.objectStore('sealed');
    if ((await store.getKey(names.identity)) !== undefined) return; // made before the page was reloaded
    await store.put(rows[0], names.identity);
    await store.put(rows[1], names.head);
    await store.put(rows[2], names.cursor);
  });
  return loadSpace(vault, crypto, hex(chain.space));
}

/** @param {Vault} vault @param {Crypto} crypto @param {string} id hex @returns {Promise<Space>} */
async function loadSpace(vault, crypto, id) {
  const { space, entries, keys, epochKeys, validKeys } = readIdentity(await vault.get(rowsOf(id).identity));
  // Whether a key is one of prime order (C7) takes a library to find out: of those that passed, the phone keeps that they did, sealed.
  const valid = new Set(validKeys.map(hex));
  const knowing = {
    ...crypto,
    isValidSigningKey: async (/** @type {Uint8Array} */ key) => valid.has(hex(key)) || crypto.isValidSigningKey(key),
  };
  let chain = emptyChain(space);
  for (const entry of entries) ({ chain } = await readEntry(knowing, chain, entry));
  const device = [...chain.members.values()].find((member) => equal(member.signPk, keys.signPk))?.device;
  if (!device) throw new Error('this phone is not in its own space');
  const made = new Space({ vault, crypto, chain, keys, device });
  await made.adoptKnownKeys(epochKeys);
  await made.load();
  return made;
}

const space = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  ForkError,
  Space,
  createSpace,
  loadSpace
}, Symbol.toStringTag, { value: 'Module' }));

/**
 * Pairing (protocol section 9): the link, and the two machines that run over a mailbox. States are plain values that a phone keeps sealed,
 * so that a pairing survives a reload; they hold secrets.
 */

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./chain.js').DeviceKeys} DeviceKeys
 * @typedef {'showing'|'meeting'|'compare'|'confirmed'|'done'|'ended'} Step
 *   showing: the inviter waits for somebody; meeting: commits and reveals travel; compare: pictures are there;
 *   confirmed: this person said yes; done: the entry is complete; ended: see `end`
 * @typedef {'different'|'they-different'|'cancelled'|'they-cancelled'|'refused'|'used'|'tampered'} End
 * @typedef {{signPk: Uint8Array, kemPk: Uint8Array, name: string, relationship: number, chainHead: Uint8Array}} Reveal
 *
 * @typedef {object} Pairing
 * @property {0|1} role 0 inviter, 1 joiner
 * @property {Step} step @property {End|null} end
 * @property {Uint8Array} rendezvous @property {Uint8Array} secret @property {number} expiresS Unix seconds
 * @property {DeviceKeys} keys @property {Uint8Array} reveal own, encoded @property {Uint8Array} commit own
 * @property {Uint8Array|null} theirCommit @property {Uint8Array|null} theirReveal @property {Reveal|null} them
 * @property {number[]|null} pictures four numbers 0…63 @property {Uint8Array|null} transcript
 * @property {Uint8Array} space @property {Uint8Array[]} entries the chain as far as known
 * @property {Uint8Array|null} previousKey inviter: key of epoch 0 @property {[Uint8Array[], Uint8Array, Uint8Array]|null} offer joiner: an offer that came early
 * @property {Uint8Array[]} said messages made, word for word
 */

const LINK_KIND = Object.freeze({ qr: 0, link: 1 });
const STEP = Object.freeze({ commit: 0, reveal: 1, agree: 2, end: 3 });
const END$1 = /** @type {const} */ (['different', 'cancelled', 'refused']);
/** Some messengers break a long word, add a full stop or wrap it in angle brackets. */
const LINK = /(https?:\/\/[^\s#<>]+?)\/?#j\/([A-Za-z0-9_-]+)/;

/** @param {Crypto} crypto @param {number} kind @param {Uint8Array} rendezvous @param {Uint8Array} secret @param {number} expiresS */
const checkOf = async (crypto, kind, rendezvous, secret, expiresS) =>
  (await hash(crypto, 'attune/link/1', kind, rendezvous, secret, expiresS)).slice(0, 4);

/**
 * @param {Crypto} crypto
 * @param {{origin: string, kind: number, rendezvous: Uint8Array, secret: Uint8Array, expiresS: number}} parts
 * @returns {Promise<string>}
 */
async function encodeLink(crypto, { origin, kind, rendezvous, secret, expiresS }) {
  const check = await checkOf(crypto, kind, rendezvous, secret, expiresS);
  return `${origin}/#j/${base64url(encode([1, kind, rendezvous, secret, expiresS, check]))}`;
}

/**
 * @param {Crypto} crypto @param {string} text whatever was opened, pasted or scanned
 * @param {{origin: string, nowS: number}} here
 * @returns {Promise<{ok: true, kind: number, rendezvous: Uint8Array, secret: Uint8Array, expiresS: number}
 *   | {ok: false, why: 'wrong'|'tampered'|'expired'|'other-server'|'version', origin?: string}>}
 */
async function readLink(crypto, text, { origin, nowS }) {
  const found = LINK.exec(text);
  if (!found) return { ok: false, why: /#j\//.test(text) ? 'tampered' : 'wrong' };
  let parts;
  try {
    parts = decode(unbase64url(/** @type {string} */ (found[2])));
  } catch {
    return { ok: false, why: 'tampered' };
  }
  if (is.list(parts) && is.uint(parts[0]) && parts[0] > 1) return { ok: false, why: 'version' };
  if (!is.list(parts, 6) || parts[0] !== 1) return { ok: false, why: 'tampered' };
  const [, kind, rendezvous, secret, expiresS, check] = parts;
  const isWhole = is.uint(kind) && is.bin(rendezvous, 16) && is.bin(secret, 32) && is.uint(expiresS) && is.bin(check, 4);
  if (!isWhole || !equal(check, await checkOf(crypto, kind, rendezvous, secret, expiresS))) return { ok: false, why: 'tampered' };
  const there = /** @type {string} */ (found[1]);
  if (there !== origin) return { ok: false, why: 'other-server', origin: there };
  if (nowS >= expiresS) return { ok: false, why: 'expired' };
  return { ok: true, kind, rendezvous: rendezvous.slice(), secret: secret.slice(), expiresS };
}

/**
 * @param {Crypto} crypto
 * @param {object} parts
 * @param {0|1} parts.role @param {Uint8Array} parts.rendezvous @param {Uint8Array} parts.secret @param {number} parts.expiresS
 * @param {DeviceKeys} parts.keys @param {string} parts.name @param {number} parts.relationship 1 partner, 2 friend, 3 family
 * @param {{space: Uint8Array, entries: Uint8Array[], epochKey: Uint8Array, head: Uint8Array}} [parts.created] the inviter's new `us`
 * @returns {Promise<Pairing>} the inviter has said its commit already; the joiner says it after it read the mailbox (P3)
 */
async function startPairing(crypto, { role, rendezvous, secret, expiresS, keys, name, relationship, created }) {
  if (!isName$1(name) || !RELATIONSHIPS[relationship - 1]) throw new TypeError('a name of 1 to 40 characters and a relationship');
  const reveal = encode([keys.signPk, keys.kemPk, name, relationship, created?.head ?? Z32, crypto.random(32)]);
  const commit = await commitOf(crypto, role, rendezvous, reveal);
  /** @type {Pairing} */
  const state = {
    role,
    step: role === 0 ? 'showing' : 'meeting',
    end: null,
    rendezvous,
    secret,
    expiresS,
    keys,
    reveal,
    commit,
    theirCommit: null,
    theirReveal: null,
    them: null,
    pictures: null,
    transcript: null,
    space: created?.space ?? Z32,
    entries: created?.entries ?? [],
    previousKey: created?.epochKey ?? null,
    offer: null,
    said: [],
  };
  return role === 0 ? say$1(crypto, state, STEP.commit, [commit]) : state;
}

/** P1. @param {Crypto} crypto @param {number} role @param {Uint8Array} rendezvous @param {Uint8Array} reveal */
const commitOf = (crypto, role, rendezvous, reveal) => hash(crypto, 'attune/pair/1', role, rendezvous, reveal);

/** @param {Uint8Array} rendezvous @param {number} role @param {number} step */
const messageAad = (rendezvous, role, step) => encode(['attune/pair-message/1', rendezvous, role, step]);

/** @param {Crypto} crypto @param {Pairing} state */
const sealKey = (crypto, state) => derive(crypto, state.secret, 'attune/pair-seal/1', state.rendezvous);

/** Adds a sealed message to what was said. @param {Crypto} crypto @param {Pairing} state @param {number} step @param {any[]} body @returns {Promise<Pairing>} */
async function say$1(crypto, state, step, body) {
  const nonce = crypto.random(12);
  const sealed = await crypto.seal(await sealKey(crypto, state), nonce, messageAad(state.rendezvous, state.role, step), encode(body));
  return { ...state, said: [...state.said, encode([state.role, step, nonce, sealed])] };
}

/** @typedef {(body: any) => boolean} Check */
const isId = /** @type {Check} */ ((body) => is.list(body, 1) && is.bin(body[0], 32));
const isBytes = /** @type {Check} */ ((body) => is.list(body, 1) && is.bin(body[0]));
const isOffer = /** @type {Check} */ (
  (body) => is.list(body, 3) && is.list(body[0]) && body[0].every((entry) => is.bin(entry)) && is.bin(body[1]) && is.bin(body[2], 64)
);
const isReason = /** @type {Check} */ ((body) => is.list(body, 1) && is.uint(body[0]));
/** role -> step -> what its body is (E4). */
const BODY = [
  [isId, isBytes, isOffer, isReason],
  [isId, isBytes, isBytes, isReason],
];

/** @param {Crypto} crypto @param {Pairing} state @param {Uint8Array} message @returns {Promise<{role: number, step: number, body: any[]}|null>} null: not ours to read (M3) */
async function openMessage(crypto, state, message) {
  try {
    const parts = decode(message);
    if (!is.list(parts, 4)) return null;
    const [role, step, nonce, sealed] = parts;
    if (!is.uint(role) || !is.uint(step) || !is.bin(nonce, 12) || !is.bin(sealed)) return null;
    const body = decode(await crypto.open(await sealKey(crypto, state), nonce, messageAad(state.rendezvous, role, step), sealed));
    return BODY[role]?.[step]?.(body) ? { role, step, body } : null;
  } catch {
    return null;
  }
}

/**
 * Takes one mailbox message; duplicates and strangers do not matter.
 * @param {Crypto} crypto @param {Pairing} state @param {Uint8Array} message
 * @param {{isSaid?: boolean}} [options] isSaid: all of `said` is known to be in the mailbox, before this message
 * @returns {Promise<Pairing>} new entries of `said` are to be posted
 */
async function hearMessage(crypto, state, message, { isSaid = true } = {}) {
  if (state.step === 'done' || state.step === 'ended' || state.said.some((own) => equal(own, message))) return state;
  const heard = await openMessage(crypto, state, message);
  if (!heard) return state;
  if (heard.role === state.role) {
    // Somebody else speaks in my role: if before me, another phone opened this link first (P3).
    const isFirst = state.said.length === 0 || (state.said.length === 1 && !isSaid);
    return state.role === 1 && heard.step === STEP.commit && isFirst ? ended(state, 'used') : state;
  }
  if (heard.step === STEP.end) return ended(state, END$1[heard.body[0]] === 'different' ? 'they-different' : 'they-cancelled');
  if (heard.step === STEP.commit) return hearCommit(crypto, state, heard.body);
  if (heard.step === STEP.reveal) return hearReveal(crypto, state, heard.body);
  return state.role === 0 ? hearAccept(crypto, state, heard.body) : hearOffer(crypto, state, heard.body);
}

/**
 * The joiner, after it has read all the mailbox held: says its commit, unless the link is used.
 * @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>}
 */
async function joinNow(crypto, state) {
  if (state.role !== 1 || state.said.length > 0 || state.step !== 'meeting') return state;
  return advance(crypto, await say$1(crypto, state, STEP.commit, [state.commit]));
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearCommit(crypto, state, [commit]) {
  if (state.theirCommit) return state;
  return advance(crypto, { ...state, theirCommit: commit.slice() });
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearReveal(crypto, state, [reveal]) {
  if (state.theirReveal) return state;
  return advance(crypto, { ...state, theirReveal: reveal.slice() });
}

/** P2: nobody reveals before holding the other's commit. @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
async function advance(crypto, state) {
  const hasRevealed = state.said.length >= 2;
  if (state.role === 0 && state.theirCommit && !hasRevealed)
    return advance(crypto, await say$1(crypto, { ...state, step: 'meeting' }, STEP.reveal, [state.reveal]));
  if (!state.theirCommit || !state.theirReveal || state.pictures || state.said.length === 0) return state;
  const their = 1 - state.role;
  if (!equal(await commitOf(crypto, their, state.rendezvous, state.theirReveal), state.theirCommit)) return end(crypto, state, 'tampered');
  const them = readReveal(state.theirReveal);
  if (!them) return end(crypto, state, 'tampered');
  const parts =
    state.role === 0
      ? [state.commit, state.theirCommit, state.reveal, state.theirReveal]
      : [state.theirCommit, state.commit, state.theirReveal, state.reveal];
  const [a = 0, b = 0, c = 0] = await crypto.hkdf(encode(parts), encode(['attune/sas/1', state.rendezvous]));
  const bits = (a << 16) | (b << 8) | c;
  const compared = {
    ...state,
    step: /** @type {Step} */ ('compare'),
    them,
    pictures: [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63],
    transcript: await hash(crypto, 'attune/transcript/1', state.rendezvous, ...parts),
  };
  return state.role === 1 ? say$1(crypto, compared, STEP.reveal, [state.reveal]) : compared;
}

/** 1 to 40 code points. @param {unknown} name */
const isName$1 = (name) => is.text(name) && name.length > 0 && [...name].length <= NAME_CHARS$1;

/** @param {Uint8Array} bytes @returns {Reveal|null} */
function readReveal(bytes) {
  try {
    const parts = decode(bytes);
    if (!is.list(parts) || parts.length !== 6) return null;
    const [signPk, kemPk, name, relationship, chainHead, nonce] = parts;
    const isWhole = is.bin(signPk, 32) && is.bin(kemPk, 1216) && isName$1(name);
    if (!isWhole || ![1, 2, 3].includes(relationship) || !is.bin(chainHead, 32) || !is.bin(nonce, 32)) return null;
    return { signPk, kemPk, name, relationship, chainHead };
  } catch {
    return null;
  }
}

/**
 * The person compared the pictures.
 * @param {Crypto} crypto @param {Pairing} state @param {boolean} isSame
 * @returns {Promise<Pairing>}
 */
async function confirmPictures(crypto, state, isSame) {
  if (state.step !== 'compare' || !state.them || !state.transcript) return state;
  if (!isSame) return end(crypto, state, 'different');
  const confirmed = { ...state, step: /** @type {Step} */ ('confirmed') };
  if (state.role === 1) return confirmed.offer ? accept(crypto, confirmed) : confirmed;
  const chain = await readChain(crypto, state.space, state.entries);
  const { body, signature, epochKey } = await proposeAdd(crypto, chain, {
    keys: state.keys,
    added: state.them,
    previousKey: /** @type {Uint8Array} */ (state.previousKey),
    transcript: state.transcript,
  });
  return say$1(crypto, confirmed, STEP.agree, [state.entries, body, signature]);
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearOffer(crypto, state, [entries, body, signature]) {
  if (state.offer) return state;
  /** @type {[Uint8Array[], Uint8Array, Uint8Array]} */
  const offer = [entries.map((/** @type {Uint8Array} */ entry) => entry.slice()), body.slice(), signature.slice()];
  const offered = { ...state, offer };
  return offered.step === 'confirmed' ? accept(crypto, offered) : offered;
}

/** P6: the joiner checks everything, then signs. @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
async function accept(crypto, state) {
  const [entries, body, signature] = /** @type {[Uint8Array[], Uint8Array, Uint8Array]} */ (state.offer);
  try {
    const space = decode(decode(/** @type {Uint8Array} */ (entries[0]))[0])[1];
    const before = await readChain(crypto, space, entries);
    if (!state.them || !state.transcript || !equal(headOf(before), state.them.chainHead)) return end(crypto, state, 'refused');
    const actor = [...before.members.values()][0];
    if (before.members.size !== 1 || !actor || !equal(actor.signPk, state.them.signPk)) return end(crypto, state, 'refused');
    const { chain, entry } = await countersign(crypto, before, { body, signature, keys: state.keys, transcript: state.transcript });
    const device = await deviceId(crypto, state.keys.signPk, state.keys.kemPk);
    await openEpochs(crypto, chain, state.keys, device);
    const done = { ...state, step: /** @type {Step} */ ('done'), space: space.slice(), entries: chain.entries };
    return say$1(crypto, done, STEP.agree, [entry]);
  } catch {
    return end(crypto, state, 'refused');
  }
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body @returns {Promise<Pairing>} */
async function hearAccept(crypto, state, [entry]) {
  if (state.step !== 'confirmed' || !state.them || !state.transcript) return state;
  const before = await readChain(crypto, state.space, state.entries);
  try {
    const { chain, verdict } = await readEntry(crypto, before, entry.slice());
    const added = [...chain.members.values()].find((member) => member.person === 2);
    if (verdict !== 'effective' || !added || !equal(added.signPk, state.them.signPk) || !equal(added.kemPk, state.them.kemPk)) return state;
    const transcript = decode(decode(entry)[0])[11]?.[0];
    if (!is.bin(transcript, 32) || !equal(transcript, state.transcript)) return state;
    await openEpochs(crypto, chain, state.keys, await deviceId(crypto, state.keys.signPk, state.keys.kemPk));
    return { ...state, step: /** @type {Step} */ ('done'), entries: chain.entries };
  } catch (error) {
    if (error instanceof ChainError) return state;
    throw error;
  }
}

/** @param {Crypto} crypto @param {Uint8Array} space @param {Uint8Array[]} entries */
async function readChain(crypto, space, entries) {
  let chain = emptyChain(space.slice());
  for (const entry of entries) ({ chain } = await readEntry(crypto, chain, entry));
  return chain;
}

/** @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
async function cancelPairing(crypto, state) {
  return state.step === 'done' || state.step === 'ended' ? state : end(crypto, state, 'cancelled');
}

/** @param {Crypto} crypto @param {Pairing} state @param {End} why */
async function end(crypto, state, why) {
  const reason = Math.max(0, END$1.indexOf(/** @type {any} */ (why === 'tampered' ? 'refused' : why)));
  return ended(await say$1(crypto, state, STEP.end, [reason]), why);
}

/** @param {Pairing} state @param {End} why @returns {Pairing} */
const ended = (state, why) => ({ ...state, step: 'ended', end: why });

/**
 * Frames of the sync socket (protocol section 7), both directions, as one table: the table is the grammar.
 */

/** @typedef {(value: unknown) => boolean} Check */

const uint = /** @type {Check} */ (is.uint);
const bool = /** @type {Check} */ ((value) => typeof value === 'boolean');
const bin = /** @type {Check} */ ((value) => is.bin(value));
const id16 = /** @type {Check} */ ((value) => is.bin(value, 16));
const id32 = /** @type {Check} */ ((value) => is.bin(value, 32));
const sig = /** @type {Check} */ ((value) => is.bin(value, 64));
const text$1 = /** @type {Check} */ (is.text);
const bins = /** @type {Check} */ ((value) => is.list(value) && value.every((item) => is.bin(item)));
const ids = /** @type {Check} */ ((value) => is.bins(value, 32));
const uints = /** @type {Check} */ ((value) => is.list(value) && value.every(is.uint));
const mode = /** @type {Check} */ ((value) => value === 0 || value === 1);
/** @param {Check} list @returns {Check} */
const some$1 = (list) => (value) => list(value) && /** @type {any[]} */ (value).length > 0;
const pass = /** @type {Check} */ (
  (value) => is.bin(value) && /** @type {Uint8Array} */ (value).length >= 1 && /** @type {Uint8Array} */ (value).length <= 256
);
const one = /** @type {Check} */ ((value) => value === 1);

/** name -> [type, [field, check]…]. A field named 'version' is filled in by `encodeFrame`. @type {Record<string, [number, ...Array<[string, Check]>]>} */
const FRAMES = {
  hello: [1, ['version', one], ['origin', text$1], ['space', id32], ['device', id32], ['signature', sig]],
  chain: [2, ['firstN', uint], ['entries', bins]],
  open: [3, ['n', uint], ['R', id32], ['chainN', uint]],
  append: [4, ['batch', uint], ['mode', mode], ['ops', some$1(bins)]],
  pull: [5, ['ids', some$1(ids)]],
  whisper: [6, ['bytes', bin]],
  ping: [7, ['token', uint]],
  meet: [8, ['version', one], ['rendezvous', id16], ['from', uint]],
  post: [9, ['index', uint], ['message', bin]],
  want_pass: [10],
  challenge: [64, ['version', uint], ['nonce', id32]],
  need_chain: [65, ['chainN', uint]],
  welcome: [66, ['logId', id16], ['n', uint], ['R', id32], ['chainN', uint], ['head', id32]],
  entries: [67, ['firstN', uint], ['entries', bins]],
  opened: [68, ['equal', bool], ['n', uint], ['R', id32]],
  ops: [69, ['firstSeq', uint], ['ops', bins]],
  listed: [70, ['firstSeq', uint], ['ids', ids]],
  pulled: [71, ['last', bool], ['ops', bins]],
  ack: [72, ['batch', uint], ['seqs', uints]],
  chain_ack: [73, ['chainN', uint], ['head', id32]],
  whispered: [74, ['bytes', bin]],
  pong: [75, ['token', uint]],
  mailbox: [76, ['firstIndex', uint], ['messages', bins], ['expiresInS', uint]],
  posted: [77, ['index', uint]],
  error: [78, ['code', uint], ['about', uint], ['index', uint], ['retryAfterMs', uint]],
  pass: [79, ['pass', pass], ['expiresInS', uint]],
};

const NAME_BY_TYPE = new Map(Object.entries(FRAMES).map(([name, [type]]) => [type, name]));

/** Codes of the `error` frame (W14). */
const CODE = Object.freeze({
  malformed: 1,
  unexpected: 2,
  version: 3,
  origin: 4,
  bad_signature: 5,
  not_member: 6,
  chain_invalid: 7,
  chain_conflict: 8,
  stale_epoch: 9,
  too_large: 10,
  op_invalid: 11,
  space_full: 12,
  rate_limited: 13,
  too_many_spaces: 14,
  too_many_connections: 15,
  chain_full: 16,
  mailbox_full: 17,
  mailbox_conflict: 19,
  unavailable: 20,
  pass_invalid: 21,
  no_blob: 22,
  blob_invalid: 23,
  not_yours: 24,
});

/** WebSocket close codes (W14). */
const CLOSE = Object.freeze({
  done: 1000,
  stopping: 1001,
  too_big: 1009,
  fault: 1011,
  slow_reader: 4008,
  malformed: 4400,
  bad_signature: 4401,
  forbidden: 4403,
  silent: 4408,
  version: 4426,
  too_many: 4429,
});

/** @param {string} name @returns {[number, ...Array<[string, Check]>]} */
function grammar(name) {
  const found = FRAMES[name];
  if (!found) throw new TypeError(`no such frame: ${name}`);
  return found;
}

/** @param {string} name @param {...any} values the fields after version, in order @returns {Uint8Array} */
function encodeFrame(name, ...values) {
  const [type, ...fields] = grammar(name);
  const parts = fields[0]?.[0] === 'version' ? [1, ...values] : values;
  if (parts.length !== fields.length || !fields.every(([, check], i) => check(parts[i]))) throw new TypeError(`not a ${name} frame`);
  return encode([type, ...parts]);
}

/** @param {Uint8Array} bytes @returns {any} `{name, …fields}` @throws {CodecError} not a frame of the protocol page */
function decodeFrame(bytes) {
  const parts = decode(bytes);
  const name = is.list(parts) ? NAME_BY_TYPE.get(parts[0]) : undefined;
  if (!name) throw new CodecError('not a frame');
  const [, ...fields] = grammar(name);
  if (parts.length !== fields.length + 1) throw new CodecError('not a frame');
  /** @type {Record<string, unknown>} */ const frame = { name };
  fields.forEach(([field, check], i) => {
    if (!check(parts[i + 1])) throw new CodecError('not a frame');
    frame[field] = parts[i + 1];
  });
  return frame;
}

/**
 * Full-jitter back-off (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
 *
 * @param {number} attempt 0, 1, 2, …
 * @param {() => number} random 0 ≤ x < 1
 * @returns {number} ms to wait: between a quarter and the whole of 0.5 s · 2^attempt, at most 30 s
 */
function backoffMs(attempt, random) {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(attempt, 6));
  return Math.round(ceiling * (0.25 + 0.75 * random()));
}

/**
 * A mailbox on the server (protocol page, section 8): reads what is there, posts in order, comes back after every interruption.
 *
 * Nothing of one connection is trusted on the next: the server may have lost the mailbox. Each reads it from the start, and what was said and
 * is not there is said again.
 */

/** A person watches this screen: a silent connection is noticed sooner than in the background. */
const LISTEN_MS = 20_000;
const PONG_MS = 8_000;
const AGAIN_MS$1 = 5_000;

/** What keeps the phones apart right now; it is tried again. @typedef {'unreached'|'busy'|'version'} Trouble */

/** Refusals of a whole connection or of a post, by what a person is told. @type {Map<number, Trouble>} */
const TROUBLES = new Map([
  [CODE.version, 'version'],
  [CODE.rate_limited, 'busy'],
  [CODE.too_many_connections, 'busy'],
  [CODE.unavailable, 'busy'],
]);

/**
 * @typedef {object} MailboxEvents
 * @property {(message: Uint8Array, index: number) => Promise<void>} onMessage once per message, in order; own messages too after a reconnect
 * @property {(trouble: Trouble|null) => void} onTrouble null: the server is reached and takes what is said
 * @property {() => void} onRead after all messages that were there have been handed over
 * @property {() => void} onDrained all that was to be said is in the mailbox
 * @property {() => void} onFull there is no more room in it
 */

class MailboxClient {
  #url;
  #rendezvous;
  #world;
  #events;
  /** @type {import('../io/socket.js').Socket|null} */ #socket = null;
  #attempt = 0;
  /** @type {number|undefined} */ #timer;
  /** @type {number|undefined} */ #listening;
  #closed = false;
  #work = Promise.resolve();
  #count = 0;
  #met = false;
  #isPosting = false;
  /** Why the server refused last, and until when it asked to be left alone. @type {{trouble: Trouble, waitMs: number}|null} */ #refusal =
    null;
  /** @type {Uint8Array[]} */ #said = [];
  /** What of it is not known to be in the mailbox. @type {Uint8Array[]} */ #outbox = [];

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {Uint8Array} options.rendezvous
   * @param {import('./sync-client.js').World} options.world
   * @param {MailboxEvents} options.events
   */
  constructor({ url, rendezvous, world, events }) {
    this.#url = url;
    this.#rendezvous = rendezvous;
    this.#world = world;
    this.#events = events;
    this.#connect();
  }

  /** @param {Uint8Array} message posted once; kept until the server says it is there */
  post(message) {
    this.#said.push(message);
    this.#outbox.push(message);
    this.#postNext();
  }

  /** Everything said is in the mailbox. */
  get isEmpty() {
    return this.#outbox.length === 0;
  }

  retryNow() {
    this.#attempt = 0;
    if (!this.#socket) this.#connect();
  }

  close() {
    this.#closed = true;
    this.#world.clearTimer(this.#timer ?? 0);
    this.#world.clearTimer(this.#listening ?? 0);
    this.#socket?.close();
  }

  #connect() {
    if (this.#closed || this.#socket) return;
    this.#world.clearTimer(this.#timer ?? 0);
    /** @type {import('../io/socket.js').Socket} */
    const socket = this.#world.openSocket(this.#url, {
      onFrame: (bytes) => {
        this.#listen();
        this.#work = this.#work.then(() => (this.#socket === socket ? this.#hear(bytes) : undefined)).catch(() => this.#socket?.close());
      },
      onEnd: () => {
        if (this.#socket === socket) this.#ended();
      },
    });
    this.#socket = socket;
    this.#listen();
  }

  #ended() {
    this.#socket = null;
    this.#met = false;
    this.#isPosting = false;
    this.#world.clearTimer(this.#listening ?? 0);
    if (this.#closed) return;
    this.#count = 0;
    this.#outbox = [...this.#said];
    this.#events.onTrouble(this.#refusal?.trouble ?? 'unreached');
    this.#again(() => this.#connect());
    this.#refusal = null;
  }

  #listen() {
    this.#world.clearTimer(this.#listening ?? 0);
    this.#listening = this.#world.setTimer(() => {
      this.#socket?.send(encodeFrame('ping', 0));
      this.#listening = this.#world.setTimer(() => this.#socket?.close(), PONG_MS);
    }, LISTEN_MS);
  }

  /** @param {Uint8Array} bytes */
  async #hear(bytes) {
    const frame = decodeFrame(bytes);
    if (frame.name === 'challenge') this.#socket?.send(encodeFrame('meet', this.#rendezvous, 0));
    else if (frame.name === 'mailbox') await this.#read(frame.firstIndex, frame.messages);
    else if (frame.name === 'posted') {
      this.#attempt = 0;
      this.#refusal = null;
      this.#events.onTrouble(null);
      this.#count = frame.index + 1;
      this.#isPosting = false;
      this.#outbox.shift();
      this.#postNext();
    } else if (frame.name === 'error') this.#refused(frame);
  }

  /** @param {{code: number, retryAfterMs: number}} frame */
  #refused({ code, retryAfterMs }) {
    if (code === CODE.mailbox_full) this.#events.onFull();
    // another message came first: it follows, and then the post is tried again
    if (code === CODE.mailbox_conflict) this.#isPosting = false;
    const trouble = TROUBLES.get(code);
    if (!trouble) return;
    this.#refusal = { trouble, waitMs: retryAfterMs };
    this.#events.onTrouble(trouble);
    this.#again(() => {
      this.#isPosting = false;
      this.#postNext();
    });
  }

  /** Tries once more, later each time and not before the server allows it. @param {() => void} step */
  #again(step) {
    this.#world.clearTimer(this.#timer ?? 0);
    const wait = Math.min(AGAIN_MS$1, backoffMs(this.#attempt, this.#world.random));
    this.#timer = this.#world.setTimer(step, Math.max(this.#refusal?.waitMs ?? 0, wait));
    this.#attempt += 1;
  }

  /** @param {number} firstIndex @param {Uint8Array[]} messages */
  async #read(firstIndex, messages) {
    const socket = this.#socket;
    const isShorter = this.#met && messages.length === 0; // the answer to a post that came too far behind: the server lost the mailbox
    if (isShorter || firstIndex > this.#count) {
      if (this.#met) socket?.close(); // read all of it anew; what comes before the first reading comes again with it
      return;
    }
    if (!this.#met) this.#events.onTrouble(null);
    if (messages.length > 0) this.#attempt = 0;
    for (const [i, message] of messages.entries()) {
      if (firstIndex + i < this.#count) continue;
      this.#count = firstIndex + i + 1;
      // a post whose answer was lost is found here
      this.#outbox = this.#outbox.filter((mine) => !equal(mine, message));
      await this.#events.onMessage(message, firstIndex + i);
      if (this.#socket !== socket) return;
    }
    this.#met = true;
    this.#events.onRead();
    this.#postNext();
  }

  #postNext() {
    const [message] = this.#outbox;
    if (!message) this.#events.onDrained();
    if (!message || !this.#met || this.#isPosting) return;
    this.#isPosting = true;
    this.#socket?.send(encodeFrame('post', this.#count, message));
  }
}

/**
 * Pairing as a person goes through it: a link made or opened, a mailbox, two confirmations, a new `us`. Every step is sealed on the phone
 * before it is said, so that a reload or a killed app goes on where it was. What is kept is the truth: every step begins with it, so that two
 * tabs take their steps one after the other in one pairing.
 */

const QR_LIFE_S = 10 * 60;
const LINK_LIFE_S = 24 * 60 * 60;
const ROW$1 = 'pairing';
const OWN_LINKS = 'own-links';

/**
 * @typedef {import('../core/pairing.js').Pairing} Pairing
 * @typedef {'partner'|'friend'|'family'} Relationship
 * @typedef {object} PairingView what screens show
 * @property {'inviter'|'joiner'} role
 * @property {'showing'|'meeting'|'compare'|'waiting-confirm'|'done'|'ended'} step
 * @property {string} link @property {'qr'|'link'} kind @property {number} expiresAt ms
 * @property {number[]} pictures @property {string} theirName @property {Relationship|null} theirRelationship
 * @property {string|null} end @property {import('./mailbox-client.js').Trouble|null} trouble what keeps the phones apart right now
 */

/** The fields of a Pairing in the order they are kept. */
const KEPT$1 = /** @type {const} */ ([
  'role', 'step', 'end', 'rendezvous', 'secret', 'expiresS', 'keys', 'reveal', 'commit', 'theirCommit', 'theirReveal', 'them', 'pictures',
  'transcript', 'space', 'entries', 'previousKey', 'offer', 'said',
]); // biome-ignore format: one list

/** @param {Pairing} state @param {string} link @param {number} kind */
function pack(state, link, kind) {
  const { keys, them } = state;
  const flat = {
    ...state,
    keys: [keys.signSeed, keys.signPk, keys.kemSeed, keys.kemPk],
    them: them && [them.signPk, them.kemPk, them.name, them.relationship, them.chainHead],
  };
  return [link, kind, KEPT$1.map((name) => /** @type {any} */ (flat)[name])];
}

/** @param {any} row */
function unpack([link, kind, values]) {
  /** @type {any} */ const state = Object.fromEntries(KEPT$1.map((name, i) => [name, values[i]]));
  const [signSeed, signPk, kemSeed, kemPk] = state.keys;
  state.keys = { signSeed, signPk, kemSeed, kemPk };
  if (state.them) {
    const [themSign, themKem, name, relationship, chainHead] = state.them;
    state.them = { signPk: themSign, kemPk: themKem, name, relationship, chainHead };
  }
  return { state: /** @type {Pairing} */ (state), link: /** @type {string} */ (link), kind: /** @type {number} */ (kind) };
}

class PairingFlow {
  #vault;
  #crypto;
  #world;
  #alone;
  #events;
  /** @type {Pairing|null} */ #state = null;
  #link = '';
  #kind = 0;
  #posted = 0;
  /** @type {import('./mailbox-client.js').Trouble|null} */ #trouble = 'unreached';
  #isDismissed = false;
  /** @type {string|null} */ #gone = null;
  /** @type {MailboxClient|null} */ #mailbox = null;
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();
  /** @type {number|undefined} */ #expiry;

  /**
   * @param {object} parts
   * @param {import('./vault.js').Vault} parts.vault @param {import('../core/ids.js').Crypto} parts.crypto
   * @param {import('./sync-client.js').World & {now: () => number, origin: string, syncUrl: string}} parts.world
   * @param {<T>(step: () => Promise<T>) => Promise<T>} parts.alone while no other tab takes a step
   * @param {{onChange: () => void, onKept: () => void, onPaired: (paired: {chain: import('../core/chain.js').Chain, keys: import('../core/chain.js').DeviceKeys, device: Uint8Array, mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}) => Promise<void>}} parts.events
   */
  constructor({ vault, crypto, world, alone, events }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.#world = world;
    this.#alone = alone;
    this.#events = events;
  }

  /** @returns {PairingView|null} */
  get state() {
    const state = this.#state;
    if (!state || this.#isDismissed) return null;
    const step = state.step === 'confirmed' ? 'waiting-confirm' : state.step;
    return {
      role: state.role === 0 ? 'inviter' : 'joiner',
      step: this.#gone ? 'ended' : step,
      link: this.#link,
      kind: this.#kind === LINK_KIND.qr ? 'qr' : 'link',
      expiresAt: state.expiresS * 1000,
      pictures: state.pictures ?? [],
      theirName: state.them ? plainName(state.them.name) || '?' : '',
      theirRelationship: /** @type {Relationship|null} */ (state.them ? (RELATIONSHIPS[state.them.relationship - 1] ?? null) : null),
      end: this.#gone ?? state.end,
      trouble: this.#trouble,
    };
  }

  /** Goes on with a pairing that was under way when the app ended. */
  async resume() {
    const row = await this.#vault.get(ROW$1);
    if (row && unpack(row).state.step === 'ended') await this.#vault.remove(ROW$1);
    else await this.#adopt();
    const state = this.#state;
    if (state?.step === 'done') void this.#inTurn(() => this.#finish(state));
  }

  /** Another tab took a step. */
  follow() {
    return this.#inTurn(() => this.#alone(() => this.#adopt()));
  }

  /** Takes over what is kept: this tab's own last step, or another's. */
  async #adopt() {
    const row = await this.#vault.get(ROW$1);
    const mine = this.#state;
    if (!row) {
      if (mine && !this.#gone && mine.step !== 'done' && mine.step !== 'ended') this.#quit('elsewhere');
      return;
    }
    const { state, link, kind } = unpack(row);
    this.#link = link;
    this.#kind = kind;
    this.#state = state;
    if (mine && equal(mine.rendezvous, state.rendezvous)) {
      this.#post();
    } else {
      this.#close();
      this.#listen();
    }
    this.#events.onChange();
  }

  /**
   * Makes a new `us` and a link to it.
   * @param {{name: string, relationship: Relationship, kind?: 'qr'|'link'}} parts
   */
  async invite({ name: given, relationship, kind = 'qr' }) {
    const name = plainName(given);
    await this.#giveUp();
    await this.#inTurn(async () => {
      await this.#leave();
      const rendezvous = this.#crypto.random(16);
      const secret = this.#crypto.random(32);
      const linkKind = LINK_KIND[kind];
      const expiresS = this.#expiryOf(kind);
      const keys = await this.#makeKeys();
      const { chain, epochKey } = await createChain(this.#crypto, { kind: SPACE.us, keys });
      const state = await startPairing(this.#crypto, {
        role: 0,
        rendezvous,
        secret,
        expiresS,
        keys,
        name,
        relationship: RELATIONSHIPS.indexOf(relationship) + 1,
        created: { space: chain.space, entries: [...chain.entries], epochKey, head: headOf(chain) },
      });
      this.#link = await encodeLink(this.#crypto, { origin: this.#world.origin, kind: linkKind, rendezvous, secret, expiresS });
      this.#kind = linkKind;
      const own = (await this.#vault.get(OWN_LINKS)) ?? [];
      await this.#vault.put(OWN_LINKS, [...own.slice(-20), rendezvous]);
      await this.#keep(state);
      this.#listen();
    });
  }

  /** The same invitation as a code or as a link: switching ends neither. @param {'qr'|'link'} kind */
  async show(kind) {
    await this.#inTurn(async () => {
      const state = this.#state;
      if (state?.role !== 0 || state.step !== 'showing') return;
      const { rendezvous, secret } = state;
      const expiresS = this.#expiryOf(kind);
      this.#link = await encodeLink(this.#crypto, { origin: this.#world.origin, kind: LINK_KIND[kind], rendezvous, secret, expiresS });
      this.#kind = LINK_KIND[kind];
      await this.#keep({ ...state, expiresS: Math.max(state.expiresS, expiresS) });
      this.#watchExpiry();
    });
  }

  /** @param {'qr'|'link'} kind @returns {number} Unix seconds */
  #expiryOf(kind) {
    return Math.floor(this.#world.now() / 1000) + (kind === 'qr' ? QR_LIFE_S : LINK_LIFE_S);
  }

  /** @param {string} text @returns {Promise<{ok: true, expiresAt: number, kind: 'qr'|'link'}|{ok: false, why: string, origin?: string}>} */
  async readLink(text) {
    const read = await readLink(this.#crypto, text, { origin: this.#world.origin, nowS: this.#world.now() / 1000 });
    if (!read.ok) return read;
    const own = (await this.#vault.get(OWN_LINKS)) ?? [];
    if (own.some((/** @type {Uint8Array} */ id) => equal(id, read.rendezvous))) return { ok: false, why: 'self' };
    return { ok: true, expiresAt: read.expiresS * 1000, kind: read.kind === LINK_KIND.qr ? 'qr' : 'link' };
  }

  /** @param {{link: string, name: string, relationship: Relationship}} parts */
  async join({ link, name: given, relationship }) {
    const name = plainName(given);
    await this.#giveUp();
    await this.#inTurn(async () => {
      const read = await readLink(this.#crypto, link, { origin: this.#world.origin, nowS: this.#world.now() / 1000 });
      if (!read.ok) {
        this.#gone = read.why;
        this.#events.onChange();
        return;
      }
      await this.#leave();
      const state = await startPairing(this.#crypto, {
        role: 1,
        rendezvous: read.rendezvous,
        secret: read.secret,
        expiresS: read.expiresS,
        keys: await this.#makeKeys(),
        name,
        relationship: RELATIONSHIPS.indexOf(relationship) + 1,
      });
      this.#link = link;
      this.#kind = read.kind;
      await this.#keep(state);
      this.#listen();
    });
  }

  /** @param {boolean} isSame the person's answer to "the same four?" */
  confirm(isSame) {
    return this.#step((state) => confirmPictures(this.#crypto, state, isSame));
  }

  /** Another begins: whoever followed the one before is told that it is over. */
  async #giveUp() {
    const step = this.#state?.step;
    if (step && step !== 'done' && step !== 'ended') await this.cancel();
  }

  /** Leaves the pairing; the other phone is told if it was met. */
  async cancel() {
    await this.#step((state) => cancelPairing(this.#crypto, state));
  }

  /** The person has read how it ended. What was said last may still have to reach the mailbox: that goes on unseen. */
  async dismiss() {
    this.#isDismissed = true;
    this.#events.onChange();
    await this.#leaveWhenSaid();
  }

  async #leaveWhenSaid() {
    const isWaiting = this.#state?.step === 'done' && !this.#mailbox?.isEmpty;
    if (this.#isDismissed && !isWaiting) await this.#inTurn(() => this.#leave());
  }

  retryNow() {
    this.#mailbox?.retryNow();
  }

  async #makeKeys() {
    const keys = { ...(await this.#crypto.signKeypair()), ...(await this.#crypto.kemKeypair()) };
    await selfTest(this.#crypto, keys);
    return keys;
  }

  async #leave() {
    this.#close();
    this.#state = null;
    await this.#vault.remove(ROW$1);
  }

  #close() {
    this.#world.clearTimer(this.#expiry ?? 0);
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#gone = null;
    this.#posted = 0;
    this.#trouble = 'unreached';
    this.#isDismissed = false;
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #inTurn(step) {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** @param {(state: Pairing) => Promise<Pairing>} change */
  #step(change) {
    return this.#inTurn(() =>
      this.#alone(async () => {
        await this.#adopt();
        if (!this.#state || this.#gone) return;
        const next = await change(this.#state);
        if (next === this.#state) return;
        await this.#keep(next);
        this.#post();
        if (next.step === 'done') await this.#finish(next);
        this.#events.onChange();
      }),
    );
  }

  /** @param {Pairing} state */
  async #keep(state) {
    await this.#vault.put(ROW$1, pack(state, this.#link, this.#kind));
    this.#state = state;
    this.#events.onKept();
    this.#events.onChange();
  }

  #listen() {
    const state = this.#state;
    if (!state) return;
    this.#mailbox = new MailboxClient({
      url: this.#world.syncUrl,
      rendezvous: state.rendezvous,
      world: this.#world,
      events: {
        onMessage: (message) =>
          this.#step((current) => hearMessage(this.#crypto, current, message, { isSaid: this.#mailbox?.isEmpty ?? true })),
        onTrouble: (trouble) => {
          if (trouble === this.#trouble) return;
          this.#trouble = trouble;
          this.#events.onChange();
        },
        onDrained: () => void this.#leaveWhenSaid(),
        onRead: () => void this.#step((current) => joinNow(this.#crypto, current)),
        onFull: () => this.#end('used'),
      },
    });
    this.#post();
    this.#watchExpiry();
  }

  #watchExpiry() {
    if (!this.#state) return;
    this.#world.clearTimer(this.#expiry ?? 0);
    const left = this.#state.expiresS * 1000 - this.#world.now();
    this.#expiry = this.#world.setTimer(
      () => {
        if (this.#state?.step === 'showing' || this.#state?.step === 'meeting') this.#end('expired');
      },
      Math.min(Math.max(0, left), 2 ** 31 - 1),
    );
  }

  /** @param {string} why */
  #end(why) {
    void this.#vault.remove(ROW$1);
    this.#quit(why);
  }

  /** @param {string} why */
  #quit(why) {
    this.#gone = why;
    this.#mailbox?.close();
    this.#events.onChange();
  }

  #post() {
    const said = this.#state?.said ?? [];
    for (; this.#posted < said.length; this.#posted += 1) this.#mailbox?.post(/** @type {Uint8Array} */ (said[this.#posted]));
  }

  /** The chain is complete: keep the space first, forget the pairing after. @param {Pairing} state */
  async #finish(state) {
    let chain = emptyChain(state.space);
    for (const entry of state.entries) ({ chain } = await readEntry(this.#crypto, chain, entry));
    const { them } = state;
    if (!them) return;
    const [, , name, relationship] = decodeReveal(state);
    await this.#events.onPaired({
      chain,
      keys: state.keys,
      device: await deviceId(this.#crypto, state.keys.signPk, state.keys.kemPk),
      mine: { name, relationship },
      theirs: { name: them.name, relationship: them.relationship },
    });
  }
}

/** @param {Pairing} state */
function decodeReveal(state) {
  return /** @type {[Uint8Array, Uint8Array, string, number]} */ (decode(state.reveal));
}

const pairing = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  PairingFlow
}, Symbol.toStringTag, { value: 'Module' }));

/**
 * Acts: what somebody means to do within a day (practice 6). An act is an entry of its owner: `kind`, `act`, `if-then`, `mark-at`, `sees`, and how it came out:
 * `outcome` done, changed or gone, with `became` and `after`. The other can only say that it reached them (`reached`); there is no field for the opposite.
 */

const TYPE$b = 'act';
const HOUR_MS$1 = 3_600_000;
const DAY_MS$7 = 24 * HOUR_MS$1;
/** In the morning, at noon, in the evening. */
const MARK_HOURS = [8, 12, 19];
const OWN_TIME = 3;
const LATER_MS$1 = 2 * HOUR_MS$1;
const SEEN_AFTER = 2;

/** @typedef {import('./entries.js').Entry} Entry @typedef {'done'|'changed'|'gone'} Outcome */

/** @param {Entry} entry @returns {number} ms; it may pass, and nothing comes of that */
const dueAt = (entry) => entry.at + DAY_MS$7;

/** @param {Entry} entry @returns {string} its words, as they are now */
const wordsOf$3 = (entry) =>
  String((entry.isMine ? (entry.own['became'] ?? entry.own['act']) : (entry.theirs['became'] ?? entry.theirs['act'])) ?? '');

/** @param {Entry} entry @returns {boolean} shown once it is done, and not before */
const isSurprise = (entry) => entry.own['sees'] === SEEN_AFTER && !entry.isShared;

/**
 * When its owner wanted a quiet mark: the first such hour after it was chosen.
 * @param {Entry} entry @returns {number|null} ms
 */
function markAt({ at, own }) {
  const index = own['mark-at'];
  const [, hour, minute] = index === OWN_TIME ? (/^(\d{1,2})[:.](\d{2})$/.exec(String(own['mark-time'] ?? '').trim()) ?? []) : [];
  const [hours, minutes] = index === OWN_TIME ? [Number(hour), Number(minute)] : [MARK_HOURS[Number(index)] ?? NaN, 0];
  if (index === undefined || !(hours < 24) || !(minutes < 60)) return null;
  const then = new Date(at);
  then.setHours(hours, minutes, 0, 0);
  if (then.getTime() <= at) then.setDate(then.getDate() + 1);
  return then.getTime();
}

class Acts {
  #entries;
  #now;

  /** @param {{entries: import('./entries.js').Entries, now: () => number}} parts */
  constructor({ entries, now }) {
    this.#entries = entries;
    this.#now = now;
  }

  /** Each opened when it is asked for. @param {boolean} isMine @returns {Generator<Entry>} newest first */
  *newest(isMine) {
    for (const entry of this.#entries.newest(TYPE$b)) if (entry.isMine === isMine) yield* isMine ? this.mine([entry]) : this.theirs([entry]);
  }

  /** @param {string} id @returns {Entry|null} */
  get(id) {
    const entry = this.#entries.get(TYPE$b, id);
    return entry && (this.mine([entry])[0] ?? this.theirs([entry])[0] ?? null);
  }

  /** @returns {Entry[]} one's own, newest first */
  mine(among = this.#entries.list(TYPE$b)) {
    return among.filter((entry) => entry.isMine && wordsOf$3(entry) !== '');
  }

  /** @returns {Entry[]} one's own that have not come out yet */
  open() {
    return this.mine(this.#entries.awake(TYPE$b)).filter(({ own }) => own['outcome'] === undefined);
  }

  /** @returns {Entry[]} what the other shows, and has not taken back */
  theirs(among = this.#entries.list(TYPE$b)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && wordsOf$3(entry) !== '');
  }

  /** @returns {Entry[]} of theirs, what this person has neither answered nor closed */
  here() {
    return this.theirs(this.#entries.awake(TYPE$b)).filter(({ mine, own }) => mine['reached'] === undefined && own['closed'] === undefined);
  }

  /** @returns {Entry[]} one's own that reached the other, until it was read */
  reached() {
    return this.mine(this.#entries.awake(TYPE$b)).filter(({ theirs, own }) => theirs['reached'] !== undefined && own['read'] === undefined);
  }

  /** @param {Entry} entry @returns {boolean} its owner wanted to be reminded about now */
  isMoment(entry) {
    const at = Math.max(markAt(entry) ?? Infinity, Number(entry.own['later'] ?? 0));
    return entry.own['outcome'] === undefined && this.#now() >= at;
  }

  /** Not now: the mark comes again a little later. @param {string} id */
  async later(id) {
    await this.#entries.keep(TYPE$b, { later: this.#now() + LATER_MS$1 }, id);
  }

  /**
   * How it came out.
   * @param {Entry} entry @param {Outcome} outcome @param {{after?: string, became?: string, isShared?: boolean}} [how] `isShared`: the other sees the act and these words
   */
  async come(entry, outcome, { after = '', became = '', isShared = false } = {}) {
    const words = { ...(after.trim() ? { after: after.trim() } : {}), ...(became.trim() ? { became: became.trim() } : {}) };
    await this.#entries.keep(TYPE$b, { outcome, ...words }, entry.id);
    if (outcome === 'gone') await this.#entries.takeBack(TYPE$b, entry.id);
    else if (isShared) {
      const told = ['kind', 'act', 'if-then'].flatMap((name) => (entry.own[name] === undefined ? [] : [[name, entry.own[name]]]));
      await this.#entries.share(TYPE$b, { ...Object.fromEntries(told), outcome, ...words }, entry.id);
    }
  }

  /** It reached this person. @param {string} id @param {string} [line] */
  async reach(id, line = '') {
    await this.#entries.share(TYPE$b, { reached: line.trim() }, id);
  }

  /** Read and put away, on this phone only. @param {Entry} entry */
  async putAway(entry) {
    await this.#entries.keep(TYPE$b, entry.isMine ? { read: true } : { closed: true }, entry.id);
  }
}

/** Drawing from lists so that two phones draw alike and nothing comes back before the list is through. */

/** @param {number} seed @returns {() => number} whole numbers below 2^32 (mulberry32) */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** @template T @param {readonly T[]} list @param {number} seed @returns {T[]} */
function shuffled(list, seed) {
  const numbers = numbersFrom(seed);
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = numbers() % (i + 1);
    [copy[i], copy[j]] = [/** @type {T} */ (copy[j]), /** @type {T} */ (copy[i])];
  }
  return copy;
}

/** Days since 1970-01-01. @param {string} day `YYYY-MM-DD` */
const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) || 0;

/** One a day, each once before any comes again. @template T @param {readonly T[]} list @param {number} seed of the pair @param {string} day @returns {T|undefined} */
const ofDay = (list, seed, day) => shuffled(list, seed)[((dayNumber(day) % list.length) + list.length) % list.length];

/** @template T @param {readonly T[]} list @param {number} seed @param {number} count @param {number} times how often others were asked for @returns {T[]} */
function handOf(list, seed, count, times) {
  const order = shuffled(list, seed);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => /** @type {T} */ (order[(times * count + i) % order.length]));
}

/**
 * Decks of cards: what this pair has seen, what it wrote itself, how deep it goes. All of it is one record of the pair, in which each person has
 * fields of their own: `seen.<card>` the day it was last on their screen, `own.<card>` a card they wrote, `depth` how deep they are willing to go.
 * Alone, the same record lies in one's own space.
 */

const TYPE$a = 'decks';
const SEEN$1 = 'seen.';
const OWN$2 = 'own.';
const OWN_CHARS = 140;
/** Nothing comes back within a year. */
const REST_DAYS = 365;
/** A phone's own pool of a deck is at most this long, so that an invitation stays small. */
const MOST_CARDS = 64;

/**
 * @typedef {{id: string, deck: string, depth: number, text: string, audience?: string, followUp?: string, isNear?: boolean}} Card
 * @typedef {{id: string, deck: string, text: string, isMine: boolean}} OwnCard
 * @typedef {Readonly<Record<string, readonly string[]>>} Drawn card ids by deck
 */

class Decks {
  #me;
  #pair;
  #crypto;
  #today;
  /** @type {Map<string, string>} where the record of a space lies */ #records = new Map();

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => string} parts.today
   */
  constructor({ me, pair, crypto, today }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#today = today;
  }

  /** Of two, the pair's; of one alone, their own. */
  get #space() {
    return this.#pair() ?? this.#me();
  }

  /** Finds the record once; every other call is at once. */
  async prepare() {
    const space = this.#space;
    if (space && !this.#records.has(space.name)) this.#records.set(space.name, await space.meetAt(TYPE$a, 0, '', ''));
  }

  /** @returns {{person: number, isMine: boolean, name: string, value: any}[]} every field of both */
  get #fields() {
    const space = this.#space;
    const byPerson = space?.record(this.#records.get(space.name) ?? '')?.byPerson;
    return [...(byPerson ?? [])].flatMap(([person, fields]) =>
      [...fields]
        .filter(([, field]) => !field.isWithdrawn)
        .map(([name, { value }]) => ({ person, isMine: person === space?.person, name, value })),
    );
  }

  /** @returns {Map<string, number>} day number each card was last seen by either */
  #seen() {
    const seen = new Map();
    for (const { name, value } of this.#fields) {
      if (!name.startsWith(SEEN$1) || typeof value !== 'string') continue;
      const card = name.slice(SEEN$1.length);
      seen.set(card, Math.max(seen.get(card) ?? 0, dayNumber(value)));
    }
    return seen;
  }

  /** @returns {OwnCard[]} that the two wrote */
  own() {
    return this.#fields.flatMap(({ name, value, isMine }) => {
      if (!name.startsWith(OWN$2) || !Array.isArray(value) || value.some((each) => typeof each !== 'string')) return [];
      return [{ id: name, deck: value[0], text: value[1], isMine }];
    });
  }

  /** @param {string} id @returns {string|undefined} */
  ownText(id) {
    return this.own().find((each) => each.id === id)?.text;
  }

  /** Seen within a year. @param {string} card @param {number} today day number */
  isResting(card, today) {
    return today - (this.#seen().get(card) ?? -REST_DAYS) < REST_DAYS;
  }

  /** How deep cards may go: 3 only where both are willing, and what the other chose is not shown. @returns {1|2|3} */
  get depth() {
    const willing = this.#fields.filter(({ name, value }) => name === 'depth' && value === 3).length;
    return willing === (this.#pair() ? 2 : 1) ? 3 : 2;
  }

  /** What this person chose. @returns {boolean} */
  get isWillingDeep() {
    return this.#fields.some(({ name, value, isMine }) => isMine && name === 'depth' && value === 3);
  }

  /** @param {boolean} isWilling */
  async setWillingDeep(isWilling) {
    await this.#write([['depth', isWilling ? 3 : 2]]);
  }

  /** @param {string} deck @param {string} text */
  async add(deck, text) {
    const words = clip(text.trim(), OWN_CHARS);
    if (!words) return;
    const id = Array.from(this.#crypto.random(6), (byte) => byte.toString(16).padStart(2, '0')).join('');
    await this.#write([[OWN$2 + id, [deck, words]]]);
  }

  /** @param {string} id of one's own card */
  async takeOut(id) {
    await this.prepare();
    const space = this.#space;
    await space?.withdraw(this.#records.get(space.name) ?? '', TYPE$a, [id]);
  }

  /** Cards were on the screen. @param {readonly string[]} cards */
  async note(cards) {
    const today = this.#today();
    const seen = this.#seen();
    const news = cards.filter((card) => seen.get(card) !== dayNumber(today));
    if (news.length > 0) await this.#write(news.map((card) => [SEEN$1 + card, today]));
  }

  /** @param {[string, import('../core/codec.js').Value][]} values by field */
  async #write(values) {
    await this.prepare();
    const space = this.#space;
    await space?.write(this.#records.get(space.name) ?? '', TYPE$a, values);
  }

  /** Prompts of a deck for one alone to write to, what was not seen for a year first. @param {readonly Card[]} cards @param {string} deck @param {Parameters<typeof kindOf>[0]} pair @returns {Promise<readonly string[]>} ids */
  async prompts(cards, deck, pair) {
    await this.prepare();
    const seed = new DataView(this.#crypto.random(4).buffer).getUint32(0);
    const today = dayNumber(this.#today());
    return poolFrom(cards, { deck, least: 1, seen: this.#seen(), own: [], depth: this.depth, kind: kindOf$1(pair), today, seed });
  }

  /**
   * What a session may draw from: cards not seen for a year; where too few are left, those seen longest ago join them.
   * @param {import('../core/practice-schema.js').Practice} practice
   * @param {readonly Card[]} cards @param {{me: {relationship: string}, them: {relationship: string}}|null} pair
   * @param {string} mode on one phone, deep cards stay away: they need a screen of one's own to say yes or no
   * @returns {Promise<{decks: Drawn, dealt: Drawn}>} `dealt` is for both phones alike
   */
  async draw(practice, cards, pair, mode) {
    await this.prepare();
    const wanted = new Set([...JSON.stringify(practice).matchAll(/"deck:([a-z0-9-]+)"/g)].map(([, deck]) => deck ?? ''));
    const counts = new Map(Object.values(practice.phases).flatMap(({ cards: shown }) => countsOf(shown)));
    const dealt = new Map((practice.deals ?? []).map(({ deck, count }) => [deck, count]));
    const numbers = numbersFrom(new DataView(this.#crypto.random(4).buffer).getUint32(0));
    const poolOf = (/** @type {string} */ deck, /** @type {number} */ least) =>
      poolFrom(cards, {
        deck,
        least,
        seen: this.#seen(),
        own: this.own(),
        depth: mode === 'one-phone' ? Math.min(2, this.depth) : this.depth,
        kind: kindOf$1(pair),
        today: dayNumber(this.#today()),
        seed: numbers(),
      });
    return {
      decks: Object.fromEntries([...wanted].filter((deck) => !dealt.has(deck)).map((deck) => [deck, poolOf(deck, counts.get(deck) ?? 1)])),
      // as few as one screen shows: while that many were not seen, none of those that were is dealt
      dealt: Object.fromEntries([...dealt].map(([deck, count]) => [deck, poolOf(deck, counts.get(deck) ?? 1).slice(0, count)])),
    };
  }
}

/** How many cards of each deck are on one screen. @param {import('../core/practice-schema.js').Phase['cards']} shown @returns {[string, number][]} */
function countsOf(shown) {
  if (!shown) return [];
  const lists = [shown.list, ...[shown.instead ?? []].flat().map(({ list }) => list)].map(
    (list) => /** @type {[string, number]} */ ([list, shown.count]),
  );
  const piles = (shown.piles ?? []).map((pile) => /** @type {[string, number]} */ ([pile, 1]));
  return [...piles, ...lists].flatMap(([list, count]) => (list.startsWith('deck:') ? [[list.slice('deck:'.length), count]] : []));
}

/** Cards for one kind of pair are for those who both said they are one. @param {{me: {relationship: string}, them: {relationship: string}}|null} pair */
function kindOf$1(pair) {
  if (!pair || pair.me.relationship !== pair.them.relationship) return '';
  return { partner: 'partners', friend: 'friends', family: 'family' }[pair.me.relationship] ?? '';
}

/**
 * @param {readonly Card[]} cards
 * @param {{deck: string, least: number, seen: ReadonlyMap<string, number>, own: readonly OwnCard[], depth: number, kind: string, today: number, seed: number}} how
 *   `deck` with a depth behind it has the cards of that depth alone, also deep ones: a practice that asks for it has asked both; with `-far`, those that
 *   do not need one room
 * @returns {string[]} at most 64
 */
function poolFrom(cards, { deck, least, seen, own, depth, kind, today, seed }) {
  const [, name = deck, far, only] = /^(.*?)(-far)?(?:-([123]))?$/.exec(deck) ?? [];
  const ids = [
    ...own.filter((each) => each.deck === name).map(({ id }) => id),
    ...shuffled(
      cards
        .filter(
          (card) =>
            card.deck === name &&
            !(far && card.isNear) &&
            (only ? card.depth === Number(only) : card.depth <= depth) &&
            (card.audience === undefined || card.audience === kind),
        )
        .map(({ id }) => id),
      seed,
    ),
  ];
  const isFresh = (/** @type {string} */ id) => today - (seen.get(id) ?? -REST_DAYS) >= REST_DAYS;
  const fresh = ids.filter(isFresh);
  const rested = ids.filter((id) => !isFresh(id)).sort((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0));
  return [...fresh, ...rested.slice(0, Math.max(0, least - fresh.length))].slice(0, MOST_CARDS);
}

/**
 * What a person writes and keeps, gives or asks for: acts, requests, appreciations, moments, values. An entry is a record with a type of its own.
 * It begins in its writer's `me`, where nobody else is; sharing writes the named fields into a record of the pair with the same id, in which the
 * other answers in fields of their own. Whoever wrote `at` there is its author.
 */

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

class Entries {
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
    const own = standing$1(record.byPerson.get(me?.person ?? 1));
    if (own[AT] === undefined || ![undefined, '', this.#pair()?.name].includes(own[PAIR])) return null;
    const nothing = { isShared: false, mine: {}, theirs: {}, isTakenBack: false };
    return { id, type, at: timeOf$1(own[AT]), isMine: true, own, ...nothing, isReadOnly: record.isReadOnly };
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
      at: timeOf$1(at.value),
      isMine: author === mine,
      isShared: true,
      own: this.#own(type, id)?.own ?? {},
      mine: standing$1(mine),
      theirs: standing$1(theirs),
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
const CHARS$1 = 4_000;

/** @param {Readonly<Record<string, Value>>} fields @returns {Array<[string, Value]>} */
const rows = (fields) => Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? clip(value, CHARS$1) : value]);

/** @type {WeakMap<ReadonlyMap<string, import('../core/oplog.js').FieldView>, Fields>} views stay as they are: each is read once */
const read = new WeakMap();
/** @type {Fields} */ const NOTHING = Object.freeze({});

/** @param {ReadonlyMap<string, import('../core/oplog.js').FieldView>|undefined} fields @returns {Fields} what is there and not taken back */
function standing$1(fields) {
  if (!fields) return NOTHING;
  const known = read.get(fields);
  if (known) return known;
  const values = Object.fromEntries([...fields].flatMap(([name, { value, isWithdrawn }]) => (isWithdrawn ? [] : [[name, value]])));
  read.set(fields, values);
  return values;
}

/**
 * The inventory of one person: pages of practice 9. They are entries in `me` and never leave it: nothing here knows how to share one. What is carried
 * on from a page is copied by its writer, line by line (sessions.js), and is theirs too.
 */

const TYPE$9 = 'inventory';
const WEEK_MS = 7 * 86_400_000;
/** Fewer pages than these are no picture. */
const LEAST_PAGES = 2;

/** @typedef {import('./entries.js').Entry} Entry */

/** What somebody needed on a page: ids of needs, and a word of their own. @param {Entry} page @returns {string[]} */
const needsOf = ({ own }) => [
  ...(Array.isArray(own['need']) ? own['need'].map(String) : []),
  ...(String(own['need-own'] ?? '').trim() ? [String(own['need-own']).trim()] : []),
];

/**
 * The needs that came up in the last seven days, the most frequent first, without saying how often.
 * @param {readonly Entry[]} pages newest first @param {number} now ms @returns {string[]|null} null: too few pages for a picture
 */
function mirrorOf(pages, now) {
  const recent = pages.filter(({ at }) => at > now - WEEK_MS && at <= now);
  if (recent.length < LEAST_PAGES) return null;
  /** @type {Map<string, number>} */ const times = new Map();
  for (const need of recent.flatMap(needsOf)) times.set(need, (times.get(need) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a).map(([need]) => need);
}

class Inventory {
  #entries;
  #now;

  /** @param {{entries: import('./entries.js').Entries, now: () => number}} parts */
  constructor({ entries, now }) {
    this.#entries = entries;
    this.#now = now;
  }

  /** @returns {Entry[]} newest first */
  pages() {
    return this.#entries.list(TYPE$9);
  }

  /** @param {string} id */
  page(id) {
    return this.#entries.get(TYPE$9, id);
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
    await this.#entries.forget(TYPE$9, id);
  }
}

/** `filter` for what is made as it is asked for (Iterator.prototype.filter came to Safari in 18.4, 2025). @template T @param {Iterable<T>} items @param {(item: T) => boolean} isWanted */
function* filter(items, isWanted) {
  for (const item of items) if (isWanted(item)) yield item;
}

/** The first of them. @template T @param {Iterable<T>} items @param {number} count */
function* most(items, count) {
  let taken = 0;
  for (const item of items) {
    if (taken === count) return;
    taken += 1;
    yield item;
  }
}

/** @template T @param {Iterable<T>} items @param {(item: T) => boolean} isWanted @returns {boolean} one of them is wanted; those after it are not looked at */
function some(items, isWanted) {
  for (const item of items) if (isWanted(item)) return true;
  return false;
}

/**
 * What two blind answers make together. Each rule is a function of both answers alike, so that the result never says whose was which; where it
 * can still be guessed (the smaller wish is not mine, so it is theirs) the screen says so.
 */

/** @typedef {import('./practice-schema.js').Field} Field @typedef {import('./practice.js').FieldValue} FieldValue */
/** @typedef {readonly (readonly [string, number])[]} Marks what is marked, with its mark, sorted by name */

/** Between two choices that both stand. */
const EITHER = '+';

/** @param {unknown} value @returns {Map<string, number>} */
const marksIn = (value) => new Map(Array.isArray(value) ? value.filter((each) => Array.isArray(each) && each.length === 2) : []);

/** Of one line: 0 both love it, 1 both can live with it, 2 no opinion yet, 3 not now. @param {number|undefined} a @param {number|undefined} b */
function groupOf(a, b) {
  if (a === 2 || b === 2) return 3;
  if (a === undefined || b === undefined) return 2;
  return a === 0 && b === 0 ? 0 : 1;
}

/** @param {FieldValue} a @param {FieldValue} b @returns {Marks} */
function groups(a, b) {
  const [mine, theirs] = [marksIn(a), marksIn(b)];
  const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort();
  return names.map((name) => [name, groupOf(mine.get(name), theirs.get(name))]);
}

/** @param {FieldValue} a @param {FieldValue} b @returns {Marks} */
function highest(a, b) {
  const [mine, theirs] = [marksIn(a), marksIn(b)];
  const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort();
  return names.map((name) => [name, Math.max(mine.get(name) ?? 0, theirs.get(name) ?? 0)]);
}

/**
 * @param {Field} field blind. `least`: the smaller wish, the one nearer to `otherwise`; `same`: the choice both made, else `none`; `best`: the name of
 *   what both would gladly do, else of what both can, else `none`; `groups`: marks, each with its group; `either`: the choice both made, else both choices
 *   in the order of the list; `chosen`: the name that both marked first of all, else `none`;
 *   `any`: marks, each the higher of both; `both`: what both marked first of all, in the order of the names, each with its place from 0
 * @param {FieldValue} a @param {FieldValue} b in any order @param {number} seed of the session
 * @returns {FieldValue}
 */
function jointValue(field, a, b, seed) {
  switch (field.joint) {
    case 'least':
      return leastOf(field, Number(a), Number(b), seed);
    case 'best': {
      const found = groups(a, b);
      return (found.find(([, group]) => group === 0) ?? found.find(([, group]) => group === 1) ?? ['none'])[0];
    }
    case 'either':
      return a === b ? a : [Number(a), Number(b)].sort((x, y) => x - y).join(EITHER);
    case 'chosen':
      return (groups(a, b).find(([, group]) => group === 0) ?? ['none'])[0];
    case 'any':
      return /** @type {any} */ (highest(a, b));
    case 'both':
      return /** @type {any} */ (
        groups(a, b)
          .filter(([, group]) => group === 0)
          .map(([name], place) => [name, place])
      );
    case 'groups':
      return /** @type {any} */ (groups(a, b));
    default:
      return a === b ? a : 'none';
  }
}

/** Now and then less than both wished, so that the result names nobody. @param {Field} field @param {number} a @param {number} b @param {number} seed */
function leastOf({ otherwise = 0, less = 0 }, a, b, seed) {
  const least = Math.abs(a - otherwise) < Math.abs(b - otherwise) ? a : b;
  return less > 0 && seed % less === 0 ? least + Math.sign(otherwise - least) : least;
}

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

const MAX_MARKS = 400;
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
function readMarks(value) {
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
function mergeMarks(a, b) {
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
function numbersOf(marks, key) {
  const mark = marks.find(([name]) => name === key);
  return mark ? valuesOf(mark) : null;
}

/** @param {Marks} marks @param {string} key @param {...number} numbers @returns {Marks} */
const put = (marks, key, ...numbers) => mergeMarks(marks, [[key, ...numbers]]);

/** Marks as read by a clock that shows `offsetMs` more than the writer's. @param {Marks} marks @param {number} offsetMs @returns {Marks} */
function shiftMarks(marks, offsetMs) {
  if (offsetMs === 0) return marks;
  return marks.map((mark) => {
    const times = /** @type {Record<string, number[]>} */ (TIMES)[kindOf(mark[0])];
    if (!times) return mark;
    const [key, ...numbers] = mark;
    return [key, ...numbers.map((number, i) => (times.includes(i) ? Math.max(0, Math.round(number + offsetMs)) : number))];
  });
}

/** @param {Marks} marks @param {string} kind @returns {number[]} every k of `kind/<k>` */
function serialsOf(marks, kind) {
  const start = `${kind}/`;
  return marks
    .filter(([key]) => key.startsWith(start))
    .map(([key]) => Number(key.slice(start.length)))
    .filter((k) => k > 0);
}

/** The fields of a practice: which belong to a phase, what may stand in them, and how what comes from the other phone is read. */

/**
 * @typedef {import('./practice.js').FieldValue} FieldValue @typedef {import('./practice.js').Answers} Answers
 * @typedef {import('./practice-schema.js').Practice} Practice @typedef {import('./practice-schema.js').Phase} Phase @typedef {import('./practice-schema.js').Field} Field
 */

const MAX_MARKED = 128;
const MAX_WORD = 60;
const MAX_NAME = 100;

/** @param {Practice} practice @param {Phase} phase @returns {readonly Field[]} */
function fieldsOf(practice, phase) {
  const names = [...(phase.fields ?? []), ...(phase.otherFields ?? []), ...(phase.steps ?? []).flatMap((step) => step.fields ?? [])];
  return practice.fields.filter((field) => names.includes(field.name));
}

/** @param {unknown} value nothing is written here */
const isBlank = (value) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The result of a rule that names one of many, or `none`. @param {unknown} value */
const isName = (value) => typeof value === 'string' && value.length <= MAX_NAME;

/** @param {string} text @returns {number} code points */
const lengthOf$1 = (text) => [...text].length;

/** @param {Field} field @param {unknown} value @returns {value is FieldValue} */
function fitsField(field, value) {
  const isLine = (/** @type {unknown} */ each, /** @type {number} */ most) => typeof each === 'string' && lengthOf$1(each) <= most;
  switch (field.kind) {
    case 'choice':
      return Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
    case 'words':
    case 'needs':
      return Array.isArray(value) && value.length <= field.max && value.every((each) => isLine(each, MAX_WORD));
    case 'lines':
      return Array.isArray(value) && value.length <= (field.count ?? 1) && value.every((each) => isLine(each, field.max));
    case 'marks':
      return (
        Array.isArray(value) &&
        value.length <= MAX_MARKED &&
        value.every(
          (each) => Array.isArray(each) && each.length === 2 && isLine(each[0], MAX_NAME) && Number.isSafeInteger(each[1]) && each[1] >= 0,
        )
      );
    default:
      return (
        isLine(value, Math.max(field.max, 40)) ||
        typeof value === 'boolean' ||
        (Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0)
      );
  }
}

/** What the other shared; what this practice does not know, or does not fit, is left out. @param {Practice} practice @param {Readonly<Record<string, unknown>>} said @returns {Record<string, FieldValue>} */
function readFields(practice, said) {
  const shown = practice.fields.filter(
    ({ name, privateUntil }) => said[name] !== undefined && privateUntil !== 'always' && privateUntil !== 'blind',
  );
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = said[field.name];
      return fitsField(field, value) ? [[field.name, value]] : [];
    }),
  );
}

/** Blind answers, or their results. @param {Practice} practice @param {Readonly<Record<string, unknown>>} said @returns {Answers} */
function readAnswers(practice, said) {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, answer]) => {
      const field = practice.fields.find((each) => each.name === name);
      if (field?.privateUntil !== 'blind' || !Array.isArray(answer) || answer.length !== 2) return [];
      const [serial, value] = answer;
      return Number.isSafeInteger(serial) && serial >= 0 && (isName(value) || fitsField(field, value)) ? [[name, [serial, value]]] : [];
    }),
  );
}

/**
 * Where two phones are in a practice, as a function of the marks of both: whoever holds the same marks sees the same place.
 *
 * The place is the floor of the highest serial number; the same number twice (both tapped) is one step. Three things move it without a floor:
 * both being ready, and a skip or a jump, which both phones write alike, so that no record says whose it was. A jump to an end holds even where
 * the other had gone on meanwhile.
 */

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./practice-schema.js').Practice} Practice
 * @typedef {import('./practice-schema.js').FlowStep} FlowStep
 *
 * @typedef {object} Joint
 * @property {number} serial @property {number} index in the flow @property {0|1} starter @property {number} startedAt ms, this phone's clock
 * @property {readonly [boolean, boolean]} ready at this place
 * @property {boolean} wasSkipped this place was reached by a skip
 * @property {number} pausedMs of this place's time, ended pauses only
 * @property {Break|null} paused @property {Break|null} stopped
 * @property {Break|null} resumed the pause or stop that ended last
 * @property {boolean} outOfStep both went on alone, to different places
 * @property {readonly [Marks, Marks]} marks by this phone's clock
 */

/** @typedef {{serial: number, index: number, starter: 0|1, at: number, known: number}} Floor */

/** @param {Marks} marks @param {0|1} starter @returns {Floor} */
function floorOf(marks, starter) {
  const [serial, index, from, at, known] = numbersOf(marks, 'floor') ?? [0, 0, starter, 0, 0];
  return { serial: serial ?? 0, index: index ?? 0, starter: from === 1 ? 1 : 0, at: at ?? 0, known: known ?? 0 };
}

/** @param {Floor} a @param {Floor} b @returns {Floor} */
function higher(a, b) {
  const order = a.serial - b.serial || a.index - b.index || a.starter - b.starter;
  if (order !== 0) return order > 0 ? a : b;
  return a.at <= b.at ? a : b;
}

/**
 * Neither knew of the other's last step, and they are two or more apart: not merely a tap on its way.
 * @param {Floor} a @param {Floor} b
 */
const isApart = (a, b) => a.known < b.serial && b.known < a.serial && Math.abs(a.serial - b.serial) >= 2;

/** @param {readonly FlowStep[]} flow @param {number} index @returns {number} */
function indexAfter(flow, index) {
  for (let i = index + 1; i < flow.length; i++) if (!flow[i]?.aside) return i;
  return index;
}

/**
 * @param {Practice} practice @param {readonly FlowStep[]} flow
 * @param {Marks} first marks of person 0 @param {Marks} second marks of person 1
 * @param {{starter: 0|1, reader?: 0|1, offsetMs?: number}} how `offsetMs` turns the other phone's clock into the reader's
 * @returns {Joint}
 */
function join(practice, flow, first, second, { starter, reader = 0, offsetMs = 0 }) {
  const a = reader === 0 ? first : shiftMarks(first, offsetMs);
  const b = reader === 1 ? second : shiftMarks(second, offsetMs);
  const floorA = floorOf(a, starter);
  const floorB = floorOf(b, starter);
  const floor = higher(floorA, floorB);
  let { serial, index, at } = floor;
  let wasSkipped = false;
  if (index >= flow.length) index = flow.length - 1; // a newer practice on the other phone
  const overtaken = endBefore(practice, flow, [a, b], serial);
  if (overtaken && !practice.phases[flow[index]?.phase ?? '']?.isFinal) {
    index = overtaken.to;
    at = overtaken.at;
    serial += 1;
  }
  while (!practice.phases[flow[index]?.phase ?? '']?.isFinal) {
    const isGate = practice.phases[flow[index]?.phase ?? '']?.isGate === true;
    const skips = isGate ? [] : [numbersOf(a, `skip/${serial}`), numbersOf(b, `skip/${serial}`)].flatMap((numbers) => numbers ?? []);
    const jumps = [numbersOf(a, `jump/${serial}`), numbersOf(b, `jump/${serial}`)].flatMap((numbers) => (numbers ? [numbers] : []));
    const readies = [numbersOf(a, `ready/${serial}`), numbersOf(b, `ready/${serial}`)].flatMap((numbers) => numbers ?? []);
    if (jumps.length > 0) {
      index = Math.min(Math.max(...jumps.map(([to]) => to ?? 0)), flow.length - 1);
      at = Math.min(...jumps.map(([, when]) => when ?? 0));
      wasSkipped = false;
    } else {
      if (skips.length === 0 && readies.length < 2) break;
      const after = indexAfter(flow, index);
      if (after === index) break;
      at = skips.length > 0 ? Math.min(...skips) : Math.max(...readies);
      wasSkipped = skips.length > 0;
      index = after;
    }
    serial += 1;
  }
  const pauses = breaksOf('pause', 'back', a, b, floor.at);
  const stops = breaksOf('stop', 'again', a, b, floor.at);
  const paused = pauses.findLast((each) => each.endedAt === null);
  const stopped = stops.findLast((each) => each.endedAt === null);
  const ended = [...pauses, ...stops].filter((each) => each.endedAt !== null);
  const resumed = ended.sort((x, y) => (x.endedAt ?? 0) - (y.endedAt ?? 0)).at(-1);
  return {
    serial,
    index,
    starter: floor.starter,
    startedAt: at,
    ready: [numbersOf(a, `ready/${serial}`) !== null, numbersOf(b, `ready/${serial}`) !== null],
    wasSkipped,
    pausedMs: restedMs(ended, at),
    paused: paused ?? null,
    stopped: stopped ?? null,
    resumed: resumed ?? null,
    outOfStep: serial === floor.serial && isApart(floorA, floorB),
    marks: [a, b],
  };
}

/**
 * A jump to an end, such as a no to the question whether it is a good moment, from a place that the other had already gone on from: by voice, or
 * with both taps on their way. It is not outvoted by having been overtaken.
 * @param {Practice} practice @param {readonly FlowStep[]} flow @param {readonly Marks[]} marks @param {number} serial of the highest floor
 * @returns {{to: number, at: number}|null}
 */
function endBefore(practice, flow, marks, serial) {
  const ends = marks.flatMap((each) =>
    serialsOf(each, 'jump').flatMap((from) => {
      const [to = 0, at = 0] = numbersOf(each, `jump/${from}`) ?? [];
      return from < serial && practice.phases[flow[to]?.phase ?? '']?.isFinal ? [{ to, at }] : [];
    }),
  );
  return ends.sort((x, y) => x.at - y.at || x.to - y.to)[0] ?? null;
}

/** @typedef {{kind: 'pause'|'stop', k: number, at: number, untilMs: number, endedAt: number|null, agreed: readonly [boolean, boolean]}} Break */

/**
 * Every pause, or every stop, of the session. It ends when both have said so, at the later of the two; or when one has, and the session went on
 * after that: by voice, where the other's tap was not waited for.
 * @param {'pause'|'stop'} kind @param {'back'|'again'} end @param {Marks} a @param {Marks} b @param {number} movedAt when the place last moved
 * @returns {Break[]}
 */
function breaksOf(kind, end, a, b, movedAt) {
  const serials = [...new Set([...serialsOf(a, kind), ...serialsOf(b, kind)])].sort((x, y) => x - y);
  if (serials.length === 0) return []; // as mostly
  return serials.map((k) => {
    const begun = [numbersOf(a, `${kind}/${k}`), numbersOf(b, `${kind}/${k}`)].flatMap((numbers) => (numbers ? [numbers] : []));
    const ends = [numbersOf(a, `${end}/${k}`)?.[0], numbersOf(b, `${end}/${k}`)?.[0]];
    const [x, y] = ends;
    const one = x ?? y;
    const endedAt = x !== undefined && y !== undefined ? Math.max(x, y) : one !== undefined && movedAt > one ? one : null;
    return {
      kind,
      k,
      at: Math.min(...begun.map((numbers) => numbers.at(-1) ?? 0)),
      untilMs: kind === 'pause' ? Math.max(...begun.map((numbers) => numbers[0] ?? 0)) : 0,
      endedAt,
      agreed: /** @type {const} */ ([x !== undefined, y !== undefined]),
    };
  });
}

/** Time within `since` and later that ended breaks took, overlaps counted once. @param {Break[]} breaks @param {number} since @returns {number} ms */
function restedMs(breaks, since) {
  let sum = 0;
  let until = since;
  for (const { at, endedAt } of [...breaks].sort((x, y) => x.at - y.at)) {
    if (endedAt === null || endedAt <= until) continue;
    sum += endedAt - Math.max(until, at);
    until = endedAt;
  }
  return sum;
}

/**
 * The engine of every practice: one person's phone in a session, as a value. `next` takes what the person does, `receive` what the other phone
 * says, `view` (practice-view.js) tells what to show. Pure and total: an event that is not possible now leaves the state as it is.
 *
 * A phone writes only its own marks (marks.js); where both are is `join` of both persons' marks (session.js). What a person taps for
 * themselves, urges, steps, unshared lines, is `local` and never part of what leaves the phone.
 */


/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./session.js').Joint} Joint
 * @typedef {import('./practice-schema.js').Practice} Practice
 * @typedef {import('./practice-schema.js').Phase} Phase
 * @typedef {import('./practice-schema.js').Action} Action
 * @typedef {import('./practice-schema.js').FlowStep} FlowStep
 * @typedef {0|1} Person
 * @typedef {'live'|'voice'|'one-phone'|'alone'} Mode
 * @typedef {'short'|'usual'|'long'|'none'} Length
 * @typedef {string|number|boolean|readonly string[]|import('./joint.js').Marks} FieldValue
 * @typedef {Readonly<Record<string, readonly [number, FieldValue]>>} Answers by field, each with the serial of the place it was given at
 *
 * @typedef {object} Session what both phones agree on before they begin
 * @property {string} id @property {number} seed whole number, draws the cards
 * @property {number} openerSeed whole number, the pair's own @property {string} day `YYYY-MM-DD` of the one who began it
 * @property {boolean} [isPaired] there is somebody to share with
 * @property {string} [variant] @property {Readonly<Record<string, readonly string[]>>} [decks] card ids by deck that may be drawn, best first
 *
 * @typedef {object} Local stays on this phone
 * @property {number} serial of the place that `steps` and `kept` speak of @property {readonly [number, number]} steps @property {readonly [boolean, boolean]} kept
 * @property {'pause'|'lot'|'breathe'|null} sheet @property {string} seenBreak the pause or stop after which [Continue] was tapped
 * @property {readonly string[]} urges @property {{id: string, at: number}|null} urge the last one @property {boolean} areUrgesKept
 * @property {readonly [number, number]} lengthened the pause that each made longer last @property {readonly [boolean, boolean]} closed @property {string} uncovered `serial/person` who said the phone is theirs now
 * @property {readonly [Readonly<Record<string, FieldValue>>, Readonly<Record<string, FieldValue>>]} fields
 * @property {readonly [readonly string[], readonly string[]]} shared names
 * @property {readonly [Answers, Answers]} blind answers that nobody is shown, until their joint result stands @property {Answers} results
 *
 * @typedef {object} State
 * @property {Practice} practice @property {readonly FlowStep[]} flow @property {Session} session @property {Person} me owner of this phone
 * @property {Person} starter @property {Length} length @property {Mode} mode @property {boolean} isVoice no network: each tap moves this phone alone
 * @property {readonly [Marks, Marks]} marks by person @property {number} offsetMs turns the other phone's clock into this one's
 * @property {Readonly<Record<string, FieldValue>>} theirs what the other shared @property {Answers} theirBlind in memory only @property {Local} local
 *
 * @typedef {{type: string, at: number, by?: Person, field?: string, value?: FieldValue, fields?: readonly string[], goodNews?: boolean, untilMs?: number, urge?: string}} Event
 * @typedef {{marks: Marks, fields: Readonly<Record<string, FieldValue>>, results: Answers, blind: Answers}} Contribution `blind` is whispered and never stored
 */

const URGES = Object.freeze(['anxious', 'irritated', 'defensive', 'fix', 'mine', 'drifting']);
const PAUSE_MS = 20 * 60_000;
const LONGER_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;
const MORE_MS = 60_000;
const MAX_URGES = 200;

const FIRST_LOCAL = /** @type {Local} */ ({
  serial: 0,
  steps: [0, 0],
  kept: [false, false],
  sheet: null,
  seenBreak: '',
  urges: [],
  urge: null,
  areUrgesKept: false,
  lengthened: [0, 0],
  closed: [false, false],
  uncovered: '',
  fields: [{}, {}],
  shared: [[], []],
  blind: [{}, {}],
  results: {},
});

/**
 * @param {{practice: Practice, session: Session, me: Person, starter: Person, length: Length, mode: Mode}} how
 * @returns {State}
 */
function start({ practice, session, me, starter, length, mode }) {
  const flow = (practice.flows[mode] ?? practice.flows['live'] ?? Object.values(practice.flows)[0] ?? []).filter(
    (step) =>
      (step.only === undefined || step.only.includes(session.variant ?? '')) &&
      (step.lengths === undefined || step.lengths.includes(length)) &&
      (step.dealt === undefined || isDealt(session, step.dealt)),
  );
  return {
    practice,
    flow,
    session,
    me,
    starter,
    length,
    mode,
    isVoice: mode === 'voice',
    marks: [[], []],
    offsetMs: 0,
    theirs: {},
    theirBlind: {},
    local: FIRST_LOCAL,
  };
}

/** Something of this deck lies before both. @param {Session} session @param {string} deck */
const isDealt = ({ decks }, deck) => (decks?.[deck] ?? []).length > 0;

/** @param {Person} person @returns {Person} */
const otherOf = (person) => (person === 0 ? 1 : 0);

/** @template T @param {readonly [T, T]} pair @param {Person} person @param {T} value @returns {readonly [T, T]} */
const withAt = (pair, person, value) => (person === 0 ? [value, pair[1]] : [pair[0], value]);

/**
 * What was joined, by the marks it was joined from: most that happens in a session leaves them as they are.
 * @type {WeakMap<State['marks'], {offsetMs: number, joint: Joint}>}
 */
const joined = new WeakMap();

/** @param {State} state @returns {Joint} by this phone's clock */
function jointOf({ practice, flow, marks, starter, me, offsetMs }) {
  const known = joined.get(marks);
  if (known?.offsetMs === offsetMs) return known.joint;
  const joint = join(practice, flow, marks[0], marks[1], { starter, reader: me, offsetMs });
  joined.set(marks, { offsetMs, joint });
  return joint;
}

/** @param {State} state @returns {boolean} nobody else's tap is waited for: one phone, or one person */
const isOnePhone = (state) => state.mode === 'one-phone' || state.mode === 'alone';

/**
 * Everything the rules ask about one person at one moment.
 * @param {State} state @param {Person} person @param {number} nowMs
 */
function situation(state, person, nowMs) {
  const joint = jointOf(state);
  const step = /** @type {FlowStep} */ (state.flow[joint.index]);
  const phase = /** @type {Phase} */ (state.practice.phases[step.phase]);
  const teller = step.turn === undefined ? null : step.turn === 0 ? joint.starter : otherOf(joint.starter);
  const hasFloor = phase.floor === 'teller' ? person === teller : phase.floor === 'listener' ? person !== teller : true;
  const isSolo = state.isVoice || isOnePhone(state);
  const stopped = !phase.isFinal && joint.stopped && !(isSolo && joint.stopped.agreed[person]) ? joint.stopped : null; // at its end there is nothing left to stop
  const paused = !phase.isFinal && joint.paused && !(isSolo && joint.paused.agreed[person]) ? joint.paused : null;
  const isHere = state.local.serial === joint.serial;
  const lengthMs = lengthOf(state, phase, joint);
  const elapsedMs = Math.max(0, (paused?.at ?? stopped?.at ?? nowMs) - joint.startedAt - joint.pausedMs);
  const resumed = joint.resumed && joint.resumed.endedAt !== null && joint.resumed.endedAt >= joint.startedAt ? joint.resumed : null;
  const now = {
    state,
    person,
    joint,
    flowStep: step,
    phase,
    teller,
    hasFloor,
    isSolo,
    stopped,
    paused,
    lengthMs,
    elapsedMs,
    isOvertime: lengthMs !== null && elapsedMs >= lengthMs,
    stepIndex: 0,
    step: /** @type {import('./practice-schema.js').Step|null} */ (null),
    sheet: phase.isFinal ? null : state.local.sheet, // the other went on to the end meanwhile: there is nothing left to pause
    isReady: joint.ready[person],
    isKept: isHere && state.local.kept[person],
    isClosed: state.local.closed[person],
    isOutOfStep: joint.outOfStep && !isSolo,
    resumed: resumed && `${resumed.kind}/${resumed.k}` !== state.local.seenBreak ? resumed : null,
    cover: coverOf(state, joint, phase),
  };
  now.stepIndex = stepFrom(now, isHere ? state.local.steps[person] : 0, 1) ?? 0;
  now.step = hasFloor ? (phase.steps?.[now.stepIndex] ?? null) : null;
  return now;
}

/** @typedef {ReturnType<typeof situation>} Situation */

/**
 * The step at `index` or the nearest in this direction that is not passed over; null beyond the ends.
 * @param {Situation} now @param {number} index @param {1|-1} direction @returns {number|null}
 */
function stepFrom(now, index, direction) {
  const { steps = [] } = now.phase;
  for (let i = index; i >= 0 && i < steps.length; i += direction) {
    if ((steps[i]?.when ?? []).every((condition) => holds(now, condition))) return i;
  }
  return null;
}

/** @param {State} state @param {Phase} phase @param {Joint} joint @returns {number|null} ms, with what was added */
function lengthOf(state, phase, joint) {
  if (!phase.seconds || (state.length === 'none' && !phase.isClocked)) return null;
  const index = state.length === 'short' ? 0 : state.length === 'long' ? 2 : 1;
  const more = joint.marks.map((marks) => numbersOf(marks, `more/${joint.serial}`)?.[0] ?? 0);
  return Math.max(phase.seconds[index] * 1000, ...more);
}

/** Who the one phone should be passed to, when each has a side of their own. @param {State} state @param {Joint} joint @param {Phase} phase @returns {Person|null} */
function coverOf(state, joint, phase) {
  if (state.mode !== 'one-phone' || phase.floor !== 'each') return null;
  const holder = joint.ready[state.me] ? otherOf(state.me) : state.me;
  const isFirst =
    state.flow.findIndex((step) => step.turn !== undefined || state.practice.phases[step.phase]?.floor === 'each') === joint.index;
  if (holder === state.me && isFirst) return null; // the owner already holds it, and it has not lain between them yet
  return state.local.uncovered === `${joint.serial}/${holder}` ? null : holder;
}

/** Who holds the one phone in a phase that each does alone. @param {State} state @param {Joint} joint @returns {Person} */
const holderOf = (state, joint) => (joint.ready[state.me] ? otherOf(state.me) : state.me);

/**
 * Whose half the one phone shows upright: the one who holds it, or has the floor. With two phones, its owner.
 * @param {State} state @returns {Person}
 */
function personOnScreen(state) {
  if (state.mode !== 'one-phone') return state.me;
  const { joint, phase, teller } = situation(state, state.me, 0);
  if (phase.floor === 'each') return holderOf(state, joint);
  if (teller === null) return state.me;
  return phase.floor === 'teller' ? teller : otherOf(teller);
}

/** How often other cards were asked for at this place. @param {Joint} joint @returns {number} */
const drawsOf = ({ serial, marks }) => marks.reduce((sum, each) => sum + (numbersOf(each, `draw/${serial}`)?.[0] ?? 0), 0);

/** Whose turn a flag of the turn belongs to; outside of all turns, the first one's. @param {Situation} now @returns {Person} */
const turnOf = ({ teller, joint }) => teller ?? joint.starter;

/** @param {Situation} now @param {string} name @param {Marks} marks of one person @returns {boolean} this person has set it */
function isSetIn(now, name, marks) {
  const least = now.phase.actions.some((each) => each.flag === name && each.scope === 'hand') ? drawsOf(now.joint) + 1 : 1;
  const here = numbersOf(marks, `flag/${now.joint.serial}/${name}`)?.[0] ?? 0;
  return here >= least || numbersOf(marks, `turn/${name}/${turnOf(now)}`) !== null;
}

/** @param {Situation} now @param {string} name @returns {boolean} */
const hasFlag = (now, name) => now.joint.marks.some((marks) => isSetIn(now, name, marks));

/** @param {Situation} now @param {string} condition @returns {boolean} */
function holds(now, condition) {
  if (condition.startsWith('!')) return !holds(now, condition.slice(1));
  const { state, person, joint } = now;
  if (condition === 'bell') return now.isOvertime;
  if (condition === 'voice') return state.isVoice;
  if (condition === 'one-phone') return state.mode === 'one-phone';
  if (condition === 'ready') return now.isReady;
  if (condition === 'alone') return state.mode === 'alone';
  if (condition === 'first') return state.mode === 'alone' || person === joint.starter;
  if (condition === 'paired') return state.session.isPaired === true;
  if (condition === 'kept') return now.isKept;
  if (condition === 'last') return stepFrom(now, now.stepIndex + 1, 1) === null;
  const [name, value] = condition.split('=');
  if (value !== undefined) {
    const answer = name?.startsWith('their:')
      ? seenValue(state, person, otherOf(person), name.slice('their:'.length))
      : answerOf(now, /** @type {string} */ (name));
    return Array.isArray(answer) ? answer.some((each) => Array.isArray(each) && String(each[1]) === value) : String(answer) === value;
  }
  const [kind, rest] = condition.split(':');
  if (rest === undefined) return hasFlag(now, condition);
  switch (kind) {
    case 'step':
      return now.step?.id === rest;
    case 'both':
      return joint.marks.every((marks) => isSetIn(now, rest, marks));
    case 'my':
      return isSetIn(now, rest, joint.marks[person]);
    case 'their':
      if (state.practice.fields.some((field) => field.name === rest)) return !isBlank(seenValue(state, person, otherOf(person), rest));
      return joint.marks.some((marks) => numbersOf(marks, `turn/${rest}/${otherOf(turnOf(now))}`) !== null);
    case 'mine':
      return !isBlank(state.local.fields[person][rest]);
    case 'shared':
      return state.local.shared[person].includes(rest);
    case 'has':
      if (state.local.results[rest] !== undefined) return true;
      return !isBlank(seenValue(state, person, person, rest)) || !isBlank(seenValue(state, person, otherOf(person), rest));
    case 'dealt':
      return isDealt(state.session, rest);
    default:
      return state.session.variant === rest;
  }
}

/** @param {Situation} now @param {string} name @returns {FieldValue|undefined} this person's choice, or the joint result of a blind field */
function answerOf({ state, person }, name) {
  const field = state.practice.fields.find((each) => each.name === name);
  if (field?.privateUntil === 'blind') return state.local.results[name]?.[1] ?? field.otherwise;
  return state.local.fields[person][name];
}

/** @param {State} state @param {string} name @returns {boolean} on one phone it waits for its writer */
const isWaiting = ({ practice }, name) => practice.fields.some((field) => field.name === name && field.waits === true);

/**
 * What `reader` may see of what `writer` wrote: their own, and what was shared.
 * @param {State} state @param {Person} reader @param {Person} writer @param {string} name @returns {FieldValue|undefined}
 */
function seenValue(state, reader, writer, name) {
  if (writer !== state.me && !isOnePhone(state)) return state.theirs[name];
  const isSeen = reader === writer && (!isOnePhone(state) || state.mode === 'alone' || isWaiting(state, name));
  return isSeen || state.local.shared[writer].includes(name) ? state.local.fields[writer][name] : undefined;
}

/** @param {Situation} now @param {string} name */
const isShareable = ({ state, person }, name) => !isBlank(state.local.fields[person][name]) && !state.local.shared[person].includes(name);

const UNTIL_READY = ['ready', 'share-ready', 'keep', 'step', 'step-back', 'step-last', 'on', 'share-on', 'keep-on', 'clear-on'];

/** @param {Situation} now @returns {Action[]} what this person can do in the phase itself, now */
function actionsNow(now) {
  const { state, phase, person } = now;
  if (now.stopped || now.paused || now.isOutOfStep || now.resumed || now.sheet || now.isClosed) return [];
  if (now.cover !== null) return [];
  if (state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, now.joint) !== person) return [];
  return [...(now.step?.actions ?? []), ...phase.actions].filter((action) => {
    const isTheirs = action.by === 'any' || (action.by === 'floor') === now.hasFloor || (now.state.isVoice && action.isVoiced);
    if (action.to !== undefined && !state.flow.some((step) => step.phase === action.to)) return false;
    const isDone = now.isReady && UNTIL_READY.includes(action.does);
    if (action.does === 'step-back' && stepFrom(now, now.stepIndex - 1, -1) === null) return false;
    return (
      isTheirs &&
      !isDone &&
      (action.when ?? []).every((condition) => holds(now, condition)) &&
      !(action.does === 'share' && !isShareable(now, action.field ?? '')) &&
      !(action.does === 'flag' && (action.isEach ? holds(now, `my:${action.flag}`) : hasFlag(now, action.flag ?? '')))
    );
  });
}

/** @param {Situation} now @returns {readonly import('./practice-schema.js').Field[]} what this person may write now */
function editable(now) {
  const { state, phase, person, teller } = now;
  if (now.isReady || now.cover !== null || now.stopped || now.isClosed) return [];
  if (state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, now.joint) !== person) return [];
  const names = now.step ? (now.step.fields ?? []) : ((now.hasFloor ? phase.fields : phase.otherFields) ?? []);
  return state.practice.fields.filter(
    (field) =>
      names.includes(field.name) && (field.writer === 'each' || teller === null || (field.writer === 'teller') === (person === teller)),
  );
}

/** @param {State} state @param {Person} person @param {string} key @param {...number} numbers @returns {State} */
const mark = (state, person, key, ...numbers) => ({
  ...state,
  marks: withAt(state.marks, person, put(state.marks[person], key, ...numbers)),
});

/** @param {State} state @param {Partial<Local>} change @returns {State} */
const withLocal = (state, change) => ({ ...state, local: { ...state.local, ...change } });

/** @param {Situation} now @param {number} index @param {number} at @param {Person} starter @returns {State} */
function moveTo(now, index, at, starter) {
  const { state, person, joint } = now;
  const known = floorOf(state.marks[otherOf(person)], state.starter).serial;
  return withLocal(mark(state, person, 'floor', joint.serial + 1, index, starter, at, known), { sheet: null });
}

/**
 * What leaves the phone because its writer goes on: fields that the screen said would be seen, and blind answers for their joint result. What was
 * begun in a step that is passed over after all stays here.
 * @param {Situation} now @returns {Situation}
 */
function giveOut(now) {
  const { state, person, joint, phase } = now;
  const mine = state.local.fields[person];
  const passedOver = (phase.steps ?? []).filter((step) => !(step.when ?? []).every((condition) => holds(now, condition)));
  const isLeft = (/** @type {string} */ name) => passedOver.some(({ fields = [] }) => fields.includes(name));
  const here = fieldsOf(state.practice, phase).filter((field) => !isLeft(field.name));
  const names = here.filter((field) => field.privateUntil === 'ready' && !isBlank(mine[field.name])).map((field) => field.name);
  const isGiven = (/** @type {string} */ name, /** @type {string|undefined} */ kind) => kind === 'marks' || !isBlank(mine[name]); // to mark nothing is an answer too
  const blind = here.filter((field) => field.privateUntil === 'blind' && isGiven(field.name, field.kind));
  if (names.length === 0 && blind.length === 0) return now;
  const answers = Object.fromEntries(blind.map(({ name }) => [name, /** @type {const} */ ([joint.serial, mine[name] ?? []])]));
  const left = Object.fromEntries(Object.entries(mine).filter(([name]) => !blind.some((field) => field.name === name)));
  const given = withLocal(state, {
    fields: withAt(state.local.fields, person, left),
    shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...names])]),
    blind: withAt(state.local.blind, person, { ...state.local.blind[person], .../** @type {Answers} */ (answers) }),
    results: Object.fromEntries(Object.entries(state.local.results).filter(([name]) => !(name in answers))), // answered anew
  });
  return { ...now, state: given };
}

/**
 * Where both blind answers of one place are here, their joint result stands and they are gone.
 * @param {State} state @returns {State}
 */
function settle(state) {
  const [mine, theirs] = state.mode === 'one-phone' ? state.local.blind : [state.local.blind[state.me], state.theirBlind];
  let after = state;
  for (const field of state.practice.fields) {
    const a = mine[field.name];
    const b = theirs[field.name];
    if (!a || !b || a[0] !== b[0]) continue;
    const [first, second] = state.me === 0 ? [a[1], b[1]] : [b[1], a[1]];
    after = withResult(after, field.name, [a[0], jointValue(field, first, second, state.session.seed)]);
  }
  return after;
}

/** @param {State} state @param {string} name @param {readonly [number, FieldValue]} result @returns {State} */
function withResult(state, name, result) {
  const known = state.local.results[name];
  const isPast = state.local.blind.some((answers) => (answers[name]?.[0] ?? 0) > result[0]); // of an earlier time it was asked
  if ((known && known[0] >= result[0]) || isPast) return state;
  const without = (/** @type {Answers} */ answers) =>
    Object.fromEntries(Object.entries(answers).filter(([each, [serial]]) => each !== name || serial > result[0]));
  const [a, b] = state.local.blind;
  return {
    ...withLocal(state, { results: { ...state.local.results, [name]: result }, blind: [without(a), without(b)] }),
    theirBlind: without(state.theirBlind),
  };
}

/** @param {Situation} now @param {number} at @returns {State} this person is ready; the place moves when both are, or at once when only this tap counts */
function becomeReady(now, at) {
  const { state, person, joint, phase } = now;
  const alone = state.isVoice || state.mode === 'alone' || (state.mode === 'one-phone' && phase.floor !== 'each');
  if (alone) return moveTo(now, indexAfter(state.flow, joint.index), at, joint.starter);
  return mark(state, person, `ready/${joint.serial}`, at);
}

/** Of a guest, this phone keeps what was shared and, until the end, what waits for them. @param {State} state @param {Person} guest @returns {State} */
function forgetGuest(state, guest) {
  const mayWait = !state.local.closed[0];
  const kept = Object.fromEntries(
    Object.entries(state.local.fields[guest]).filter(
      ([name]) => state.local.shared[guest].includes(name) || (mayWait && isWaiting(state, name)),
    ),
  );
  return withLocal(state, { fields: withAt(state.local.fields, guest, kept) });
}

/** @param {Situation} now @param {Partial<{step: number, kept: boolean}>} change @returns {State} */
function withSteps(now, { step = now.stepIndex, kept = now.isKept }) {
  const isHere = now.state.local.serial === now.joint.serial;
  return withLocal(now.state, {
    serial: now.joint.serial,
    steps: withAt(isHere ? now.state.local.steps : [0, 0], now.person, step),
    kept: withAt(isHere ? now.state.local.kept : [false, false], now.person, kept),
  });
}

/** @param {Situation} now @param {Event} event @returns {State} */
function share(now, event) {
  const { state, person, phase } = now;
  const mine = state.local.fields[person];
  const here = fieldsOf(state.practice, phase);
  const wanted = event.fields ?? here.filter((field) => field.share).map((field) => field.name);
  const names = here
    .filter((field) => field.privateUntil === 'shared' && wanted.includes(field.name) && mine[field.name] !== undefined)
    .map((field) => field.name);
  const shared = withLocal(state, { shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...names])]) });
  return event.goodNews === true ? mark(shared, person, `turn/good-news/${person}`, 1) : shared;
}

/** To the next step; after the last, on as the phase goes. @param {Situation} now @param {number} at @returns {State} */
function goOn(now, at) {
  const after = stepFrom(now, now.stepIndex + 1, 1);
  if (after !== null) return withSteps(now, { step: after });
  const isOnes = now.phase.floor === 'teller' || now.phase.floor === 'listener';
  return isOnes ? moveTo(giveOut(now), indexAfter(now.state.flow, now.joint.index), at, now.joint.starter) : becomeReady(giveOut(now), at);
}

/** Names of the fields a tap is about: those of the step, or of the phase. @param {Situation} now @returns {readonly string[]} */
const namesHere = (now) => now.step?.fields ?? (now.hasFloor ? now.phase.fields : now.phase.otherFields) ?? [];

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} shares what was written in these */
function shareOnly(now, names = namesHere(now)) {
  const { state, person } = now;
  const mine = state.local.fields[person];
  const good = state.practice.fields.filter(
    ({ name, privateUntil }) => names.includes(name) && privateUntil === 'shared' && !isBlank(mine[name]),
  );
  return withLocal(state, {
    shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...good.map(({ name }) => name)])]),
  });
}

/** @param {State} state @param {Person} person @param {readonly string[]} names @returns {State} these are the writer's alone again */
const withoutShare = (state, person, names) =>
  withLocal(state, {
    shared: withAt(
      state.local.shared,
      person,
      state.local.shared[person].filter((name) => !names.includes(name)),
    ),
  });

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} */
const unshare = (now, names = namesHere(now)) => withoutShare(now.state, now.person, names);

/**
 * What was shared only to be agreed on is taken back once the place where it is asked is behind, or this person has closed.
 * @param {State} state @returns {State}
 */
function takeBack(state) {
  const people = isOnePhone(state) ? /** @type {Person[]} */ ([0, 1]) : [state.me];
  let after = state;
  for (const field of state.practice.fields.filter(({ staysIf }) => staysIf !== undefined)) {
    for (const person of people) {
      if (!after.local.shared[person].includes(field.name) || mayStay(after, person, field)) continue;
      const left = Object.entries(after.local.fields[person]).filter(([name]) => field.keeps || name !== field.name);
      const withdrawn = withoutShare(after, person, [field.name]);
      after = withLocal(withdrawn, { fields: withAt(withdrawn.local.fields, person, Object.fromEntries(left)) });
    }
  }
  return after;
}

/** @param {State} state @param {Person} writer @param {import('./practice-schema.js').Field} field @returns {boolean} */
function mayStay(state, writer, field) {
  const joint = jointOf(state);
  const isOfBoth = field.staysIf?.startsWith('both:') === true;
  const flag = field.staysIf?.replace('both:', '');
  const teller = field.writer === 'teller' ? writer : field.writer === 'listener' ? otherOf(writer) : joint.starter;
  const saidAt = (/** @type {Person} */ person) => numbersOf(joint.marks[person], `turn/${flag}/${teller}`)?.[0];
  const [own, theirs] = [saidAt(writer), saidAt(otherOf(writer))];
  // what both agree on, they agree on at one place: words that changed in between need both anew. By voice both words meet at the next contact
  const isAgreed = isOfBoth ? own !== undefined && (own === theirs || state.isVoice) : theirs !== undefined;
  if (isAgreed) return true;
  if (state.local.closed[writer]) return false;
  const turn = teller === joint.starter ? 0 : 1;
  const asked = state.flow.findLastIndex(
    (step) => (step.turn ?? turn) === turn && state.practice.phases[step.phase]?.actions.some((action) => action.flag === flag),
  );
  return asked < 0 || joint.index <= asked;
}

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} */
function clear(now, names = namesHere(now)) {
  const state = unshare(now, names);
  const left = Object.entries(state.local.fields[now.person]).filter(([name]) => !names.includes(name));
  return withLocal(state, { fields: withAt(state.local.fields, now.person, Object.fromEntries(left)) });
}

/** The next place of that name, else the first. @param {Situation} now @param {Action} action @returns {number} */
function indexOf({ state, joint }, { to }) {
  const ahead = state.flow.findIndex((step, i) => i > joint.index && step.phase === to);
  return ahead >= 0 ? ahead : state.flow.findIndex((step) => step.phase === to);
}

/** Where this was sealed: here, or the last place of that name before. @param {Situation} now @param {Action} action @returns {number} */
const placeOf = ({ state, joint }, { to }) => state.flow.findLastIndex((step, i) => i <= joint.index && step.phase === to);

/** A choice made by a button of its own. @param {Situation} now @param {readonly [string, number]} puts @returns {State} */
function putChoice({ state, person }, [name, value]) {
  const fields = withAt(state.local.fields, person, { ...state.local.fields[person], [name]: value });
  const isSeen = state.practice.fields.some((field) => field.name === name && field.privateUntil === 'written');
  const shared = state.local.shared[person];
  return withLocal(state, { fields, ...(isSeen ? { shared: withAt(state.local.shared, person, [...new Set([...shared, name])]) } : {}) });
}

/** @param {Situation} now @param {Action} action @returns {State} */
function setFlag(now, { flag, scope }) {
  const { state, person, joint } = now;
  if (scope === 'turn') return mark(state, person, `turn/${flag}/${turnOf(now)}`, Math.max(1, joint.serial));
  return mark(state, person, `flag/${joint.serial}/${flag}`, scope === 'hand' ? drawsOf(joint) + 1 : 1);
}

/** @param {Situation} now @param {Action} action @param {Event} event @returns {State} */
function act(now, action, event) {
  if (action.puts !== undefined) {
    const { puts, ...rest } = action;
    return act({ ...now, state: putChoice(now, puts) }, rest, event);
  }
  if (action.flag !== undefined && action.does !== 'flag') {
    const { flag, ...rest } = action;
    return act({ ...now, state: setFlag(now, action) }, rest, event);
  }
  const { state, person, joint, phase } = now;
  const last = (phase.steps?.length ?? 1) - 1;
  switch (action.does) {
    case 'next':
      return moveTo(giveOut(now), indexAfter(state.flow, joint.index), event.at, joint.starter);
    case 'ready':
      return becomeReady(giveOut(now), event.at);
    case 'share-ready':
      return becomeReady(giveOut({ ...now, state: share(now, event) }), event.at);
    case 'on':
      return goOn(now, event.at);
    case 'share-on':
      return goOn({ ...now, state: shareOnly(now, action.fields) }, event.at);
    case 'share':
      return shareOnly(now, [action.field ?? '']);
    case 'put':
      return state;
    case 'keep-on':
      return goOn({ ...now, state: unshare(now) }, event.at);
    case 'clear-on':
      return goOn({ ...now, state: clear(now, action.fields) }, event.at);
    case 'keep':
      return withSteps(now, { kept: true });
    case 'goto': {
      const starter = action.starter === 'me' ? person : action.starter === 'them' ? otherOf(person) : joint.starter;
      return moveTo(giveOut(now), indexOf(now, action), event.at, starter);
    }
    case 'jump':
      return withLocal(mark(state, person, `jump/${joint.serial}`, indexOf(now, action), event.at), { sheet: null });
    case 'take-back': {
      const sealed = fieldsOf(state.practice, /** @type {Phase} */ (state.practice.phases[action.to ?? ''])).map(({ name }) => name);
      return mark(withoutShare(state, person, sealed), person, `jump/${joint.serial}`, placeOf(now, action), event.at);
    }
    case 'flag':
      return setFlag(now, action);
    case 'more':
      return now.lengthMs === null ? state : mark(state, person, `more/${joint.serial}`, Math.max(now.lengthMs, now.elapsedMs) + MORE_MS);
    case 'draw':
      return mark(state, person, `draw/${joint.serial}`, (numbersOf(state.marks[person], `draw/${joint.serial}`)?.[0] ?? 0) + 1);
    case 'step':
      return withSteps(now, { step: stepFrom(now, now.stepIndex + 1, 1) ?? now.stepIndex });
    case 'step-back':
      return withSteps(now, { step: stepFrom(now, now.stepIndex - 1, -1) ?? now.stepIndex });
    case 'lot':
      return withLocal(state, { sheet: 'lot' });
    case 'step-last':
      return now.stepIndex < last ? withSteps(now, { step: last }) : state;
    case 'pause':
      return withLocal(state, { sheet: 'pause' });
    case 'close':
      return close(action.erases ? withoutWords(state, person) : state, person);
  }
}

/** Nothing written is kept. @param {State} state @param {Person} person @returns {State} */
const withoutWords = (state, person) =>
  withLocal(state, { fields: withAt(state.local.fields, person, {}), shared: withAt(state.local.shared, person, []) });

/** @param {State} state @param {Person} person @returns {State} */
function close(state, person) {
  const closed = isOnePhone(state) ? /** @type {const} */ ([true, true]) : withAt(state.local.closed, person, true);
  return withLocal(state, { closed, sheet: null, urge: null, ...(state.local.areUrgesKept ? {} : { urges: [] }) });
}

/** A mark of pause, stop or their end, made once for the one phone of two. @param {State} state @param {Person} person @param {string} key @param {number[]} numbers */
function markBreak(state, person, key, numbers) {
  const marked = mark(state, person, key, ...numbers);
  return isOnePhone(state) ? mark(marked, otherOf(person), key, ...numbers) : marked;
}

/** @param {Joint} joint @param {'pause'|'stop'} kind @returns {number} */
const nextBreak = (joint, kind) => Math.max(0, ...joint.marks.flatMap((marks) => serialsOf(marks, kind))) + 1;

/** @param {State} state @param {Event} event @returns {State} */
function next(state, event) {
  if (!Number.isSafeInteger(event.at) || event.at < 0) return state;
  const person = state.mode === 'one-phone' ? (event.by ?? state.me) : state.me;
  const now = situation(state, person, event.at);
  if (now.isClosed) return state;
  const acted = breaks(now, event) ?? inPhase(now, event);
  const after = acted === state ? state : takeBack(settle(acted));
  return after.mode === 'one-phone' && isGuestThrough(now.joint, after) ? forgetGuest(after, otherOf(after.me)) : after;
}

/** @param {Joint} before @param {State} after @returns {boolean} the guest no longer holds the one phone */
const isGuestThrough = (before, after) => jointOf(after).serial !== before.serial || after.local.closed[0];

/** Pause, stop, what they offer, and phones at different places: before anything of the phase. @param {Situation} now @param {Event} event @returns {State|null} */
function breaks(now, event) {
  const { state, person, joint, phase } = now;
  const { at, type } = event;
  const { sheet } = now;
  if (now.stopped) {
    if (type === 'erase-urges' || type === 'keep-urges') return urges(now, event);
    if (type === 'close') return close(state, person);
    if (type === 'erase' && state.mode === 'alone') return close(withoutWords(state, person), person);
    return type === 'pick-up-again' && !now.stopped.agreed[person]
      ? withLocal(markBreak(state, person, `again/${now.stopped.k}`, [at]), { sheet: null })
      : state;
  }
  if (type === 'stop' && !phase.isFinal)
    return withLocal(markBreak(state, person, `stop/${nextBreak(joint, 'stop')}`, [at]), { sheet: null });
  if (now.paused) {
    const { k, untilMs } = now.paused;
    if (type === 'longer' && isLengthened(now)) return state;
    if (type === 'ready-again' && !now.paused.agreed[person])
      return withLocal(markBreak(state, person, `back/${k}`, [at]), { sheet: null });
    if (type !== 'longer') return state;
    const until = event.untilMs ?? Math.max(untilMs, at) + LONGER_MS;
    if (!isPauseEnd(until, at) || until <= untilMs) return state;
    return withLocal(markBreak(state, person, `pause/${k}`, [until, now.paused.at]), {
      lengthened: withAt(state.local.lengthened, person, k),
    });
  }
  if (sheet) {
    if (type === 'go-on') return withLocal(state, { sheet: null });
    if (type === 'lot' && sheet === 'pause') return withLocal(state, { sheet: 'lot' });
    if (type === phase.setsAside?.event) return setAside(now);
    if (type === 'breathe' && sheet === 'lot') return withLocal(state, { sheet: 'breathe' });
    if (type === 'skip' && sheet === 'pause' && joint.index > 0 && !phase.isGate)
      return withLocal(mark(state, person, `skip/${joint.serial}`, at), { sheet: null });
    const until = type === 'pause-20' ? at + PAUSE_MS : type === 'pause-until' ? event.untilMs : undefined;
    if (until === undefined || !isPauseEnd(until, at)) return state;
    return withLocal(markBreak(state, person, `pause/${nextBreak(joint, 'pause')}`, [until, at]), { sheet: null });
  }
  if (type === 'pause') return phase.isFinal ? state : withLocal(state, { sheet: 'pause' });
  if (now.isOutOfStep) {
    if (type !== 'this-one' && type !== 'the-other') return state;
    const chosen = floorOf(joint.marks[type === 'this-one' ? person : otherOf(person)], state.starter);
    return moveTo(now, Math.min(chosen.index, state.flow.length - 1), at, chosen.starter);
  }
  if (now.resumed) return type === 'continue' ? withLocal(state, { seenBreak: `${now.resumed.kind}/${now.resumed.k}` }) : state;
  return null;
}

/**
 * In the pause of this phase, lines of one's own can be kept for another time.
 * @param {Situation} now @returns {{from: string, to: string, lines: readonly string[]}|null} all the lines of `to`, with them; null: not here, or no room
 */
function mayBeSetAside({ state, person, phase, hasFloor, sheet, isReady }) {
  if (sheet !== 'pause' || !hasFloor || isReady || !phase.setsAside) return null;
  const { from, to } = phase.setsAside;
  const { [from]: some, [to]: before = [] } = state.local.fields[person];
  const lines = [...new Set([before, some].flat().map(String))];
  return isBlank(some) || lines.length > (state.practice.fields.find(({ name }) => name === to)?.count ?? 0) ? null : { from, to, lines };
}

/** @param {Situation} now @returns {State} */
function setAside(now) {
  const { state, person } = now;
  const aside = mayBeSetAside(now);
  if (!aside) return state;
  const { [aside.from]: _, ...fields } = state.local.fields[person];
  const shared = state.local.shared[person].filter((name) => name !== aside.from && name !== aside.to);
  return withLocal(state, {
    fields: withAt(state.local.fields, person, { ...fields, [aside.to]: aside.lines }),
    shared: withAt(state.local.shared, person, [...shared, aside.to]),
  });
}

/** @param {Situation} now @returns {boolean} this person made this pause longer already: once is for each */
const isLengthened = ({ state, person, paused }) => paused !== null && state.local.lengthened[person] === paused.k;

/** @param {number} untilMs @param {number} at */
const isPauseEnd = (untilMs, at) => Number.isSafeInteger(untilMs) && untilMs > at && untilMs <= at + LONGEST_PAUSE_MS;

/** @param {Situation} now @param {Event} event @returns {State} */
function inPhase(now, event) {
  const { state, person, joint } = now;
  switch (event.type) {
    case 'uncover':
      return now.cover === null ? state : withLocal(state, { uncovered: `${joint.serial}/${now.cover}` });
    case 'write':
      return write(now, event);
    case 'urge':
    case 'erase-urges':
    case 'keep-urges':
      return urges(now, event);
    default: {
      const action = actionsNow(now).find((each) => each.event === event.type);
      return action ? act({ ...now, person }, action, event) : state;
    }
  }
}

/** @param {Situation} now @param {Event} event @returns {State} */
function write(now, { field, value }) {
  const { state, person } = now;
  const known = editable(now).find((each) => each.name === field);
  if (!known || value === undefined || !fitsField(known, value)) return state;
  const written = withLocal(state, { fields: withAt(state.local.fields, person, { ...state.local.fields[person], [known.name]: value }) });
  const isShared = state.local.shared[person].includes(known.name);
  if (known.privateUntil === 'ready' && isShared) return withoutShare(written, person, [known.name]); // a draft again, until one goes on
  if (known.privateUntil !== 'written' || isShared) return written;
  return withLocal(written, { shared: withAt(state.local.shared, person, [...state.local.shared[person], known.name]) });
}

/** What a field of this phone's owner holds before its place is reached; a field that is seen as it is written cannot be. @param {State} state @param {string} name @param {FieldValue} value @returns {State} */
function given(state, name, value) {
  const field = state.practice.fields.find((each) => each.name === name);
  if (!field || field.privateUntil === 'written' || !fitsField(field, value)) return state;
  return withLocal(state, { fields: withAt(state.local.fields, state.me, { ...state.local.fields[state.me], [name]: value }) });
}

/** @param {Situation} now @returns {boolean} this person listens and has the private tray */
const hasTray = ({ phase, hasFloor, state }) =>
  state.mode !== 'one-phone' && (phase.urges === 'floor' ? hasFloor : phase.urges === true && !hasFloor);

/** @param {Situation} now @returns {boolean} it is over here, and what was tapped is erased with closing unless it is kept */
function isAskedToKeep(now) {
  const { urges: tapped, areUrgesKept } = now.state.local;
  const isOver = now.phase.isFinal === true || now.stopped !== null || actionsNow(now).some((action) => action.does === 'close');
  return tapped.length > 0 && !areUrgesKept && !now.isClosed && isOver;
}

/** @param {Situation} now @param {Event} event @returns {State} */
function urges(now, event) {
  const { state } = now;
  if (event.type === 'erase-urges') return isAskedToKeep(now) ? withLocal(state, { urges: [], urge: null }) : state;
  if (event.type === 'keep-urges') return isAskedToKeep(now) ? withLocal(state, { areUrgesKept: true, urge: null }) : state;
  if (!hasTray(now) || !URGES.includes(event.urge ?? '') || state.local.urges.length >= MAX_URGES) return state;
  const id = /** @type {string} */ (event.urge);
  return withLocal(state, { urges: [...state.local.urges, id], urge: { id, at: event.at } });
}

/**
 * What the other phone says: in any order, late, twice or after days. A pause, stop or skip is echoed into my own marks, so that no record tells
 * whose it was.
 * @param {State} state @param {{marks?: unknown, fields?: Readonly<Record<string, unknown>>, results?: Readonly<Record<string, unknown>>, blind?: Readonly<Record<string, unknown>>}} said
 * @returns {State}
 */
const receive = (state, said) => takeBack(received$1(state, said));

/** @param {State} state @param {Parameters<typeof receive>[1]} said @returns {State} */
function received$1(state, said) {
  const other = otherOf(state.me);
  const theirs = mergeMarks(state.marks[other], readMarks(said.marks));
  let mine = state.marks[state.me];
  for (const [key, ...numbers] of shiftMarks(theirs, state.offsetMs)) {
    if (/^(pause|stop|skip|jump)\//.test(key) && numbersOf(mine, key) === null) mine = put(mine, key, ...numbers);
  }
  const fields = readFields(state.practice, said.fields ?? {});
  const hasNewMarks = theirs !== state.marks[other] || mine !== state.marks[state.me];
  const hasNewFields = Object.entries(fields).some(([name, value]) => !sameValue(state.theirs[name], value));
  let after = state;
  if (hasNewMarks || hasNewFields)
    after = { ...state, marks: withAt(withAt(state.marks, other, theirs), state.me, mine), theirs: { ...state.theirs, ...fields } };
  for (const [name, result] of Object.entries(readAnswers(state.practice, said.results ?? {}))) after = withResult(after, name, result);
  const blind = Object.entries(readAnswers(state.practice, said.blind ?? {})).filter(
    ([name, [serial]]) => (after.local.results[name]?.[0] ?? -1) < serial && (after.theirBlind[name]?.[0] ?? -1) < serial,
  );
  return blind.length === 0 ? after : settle({ ...after, theirBlind: { ...after.theirBlind, ...Object.fromEntries(blind) } });
}

/** Plain values, compared whole. @param {unknown} a @param {unknown} b */
const sameValue = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {State} state @param {number} offsetMs @returns {State} */
const setOffset = (state, offsetMs) => ({ ...state, offsetMs: Math.round(offsetMs) });

/** @param {State} state @param {boolean} isVoice @returns {State} */
const setVoice = (state, isVoice) => (isOnePhone(state) ? state : { ...state, isVoice });

/** All of this state that may leave the phone. @param {State} state @returns {Contribution} */
function contribution(state) {
  const mine = state.local.fields[state.me];
  const fields = Object.fromEntries(state.local.shared[state.me].flatMap((name) => (mine[name] === undefined ? [] : [[name, mine[name]]])));
  return {
    marks: state.marks[state.me],
    fields,
    results: state.local.results,
    blind: isOnePhone(state) ? {} : state.local.blind[state.me],
  };
}

/** @param {Contribution} a @param {Contribution} b */
const sameContribution = (a, b) => sameValue(a, b);

/** @typedef {Local & {mine?: any, guest?: any}} Kept a `local` with the marks that must not be lost */

/**
 * To keep sealed on this phone between reloads, before anything is said to the other: what was said must be known after a crash. On one phone
 * the other person's taps are here too: they have no phone to write them.
 * @param {State} state @returns {Kept}
 */
const localOf = (state) => ({
  ...state.local,
  mine: state.marks[state.me],
  ...(isOnePhone(state) ? { guest: state.marks[otherOf(state.me)] } : {}),
});

/**
 * After a reload or on another day: the same place again.
 * @param {State} fresh from `start`
 * @param {{mine: {marks?: unknown, fields?: any}, theirs?: {marks?: unknown, fields?: any}, local?: Kept}} kept
 * @returns {State}
 */
function restore(fresh, { mine, theirs, local }) {
  /** @type {Kept} */
  const kept = local ?? {
    ...fresh.local,
    fields: withAt(fresh.local.fields, fresh.me, mine.fields ?? {}),
    shared: withAt(fresh.local.shared, fresh.me, Object.keys(mine.fields ?? {})),
  };
  const { mine: said, guest, ...own } = { ...FIRST_LOCAL, ...kept };
  const ours = mergeMarks(readMarks(mine.marks), readMarks(said));
  const back = withLocal({ ...fresh, marks: withAt(withAt(fresh.marks, fresh.me, ours), otherOf(fresh.me), readMarks(guest)) }, own);
  return theirs && !isOnePhone(fresh) ? receive(back, theirs) : back;
}

/**
 * Who begins next: the one who did not begin last time. A session that was only looked at does not count.
 * @param {readonly {at: number, starter: Person, reached: number}[]} sessions `reached` is the highest flow index @param {Person} [first]
 * @returns {Person}
 */
function nextStarter(sessions, first = 0) {
  const last = sessions
    .filter(({ reached }) => reached > 0)
    .reduce((newest, each) => (newest === null || each.at > newest.at ? each : newest), /** @type {any} */ (null));
  return last === null ? first : otherOf(last.starter);
}

/**
 * What one person's phone shows at a moment: message ids, buttons, the ring, sounds. Each button carries the event that it sends. Nothing here is
 * taken from what the other person kept to themselves.
 */


/**
 * @typedef {import('./practice.js').State} State
 * @typedef {import('./practice.js').Person} Person
 * @typedef {import('./practice.js').Situation} Situation
 * @typedef {import('./practice-schema.js').Words} Words
 *
 * @typedef {{id: string, args: Readonly<Record<string, number>>}} Message the caller adds `name` (the other person) and `you`; times are ms
 * @typedef {{id: string, message: string, event: {type: string, urge?: string, by?: Person}, primary: boolean, opens?: string, place?: string, carries?: boolean}} Button
 *
 * @typedef {{name: string, kind: string, max: number, count: number, share: boolean, privateUntil: string, label: string|null, placeholder: string|null, options: readonly string[], marks: readonly {name: string, message: string|null, text: string|null}[], oneList: readonly {text: string, at: number|null}[]|null, value: import('./practice.js').FieldValue|null, isShared: boolean, says: string|null, isInPart: boolean, asks: string|null}} FieldView
 *   `says` who sees it, where that is a message of its own; `isInPart`: drawn by the part of the screen; `oneList`: the lines of both in one order, `at` the place of one's own; `asks`: the list that asks about it
 * @typedef {{field: string, person: Person|null, kind: string, value: import('./practice.js').FieldValue, message: string|null, label: string|null, isShared: boolean, isInPart: boolean}} ShownView
 *   `person` null: of both; `message` of a choice; `value` of the kind `groups` is a list of `{message, isFolded, entries: {message, text, person}[]}`
 *
 * @typedef {object} View
 * @property {Person} person @property {string} phase @property {number} serial rises with every step; a new one is a new screen
 * @property {string|null} step @property {number} index of the flow @property {0|1|null} turn
 * @property {boolean} isEnded the practice is through @property {boolean} isClosed left on this phone
 * @property {Message|null} role @property {Person|null} rolePerson who has the floor, when one has @property {boolean} hasFloor
 * @property {Message|null} prompt @property {Message|null} small @property {Message|null} cue @property {Message|null} notice
 * @property {readonly string[]} cards @property {boolean} mayAddCard one of one's own @property {readonly Button[]} buttons @property {readonly Button[]} foot Pause and Stop
 * @property {{startedAt: number, lengthMs: number, elapsedMs: number, isOvertime: boolean, pausedAt: number|null}|null} timer
 * @property {number} startedAt when this place began, by this phone's clock: both phones mean the same moment @property {number} elapsedMs since then, without pauses
 * @property {readonly string[]} flags conditions of this place's flags that hold: `flag`, `my:flag`, `both:flag`
 * @property {number|null} changesAt ms, the next moment at which this view changes by itself
 * @property {{chips: readonly Button[], tapped: string|null, tray: readonly string[]}|null} urges what was tapped, each once
 * @property {readonly FieldView[]} fields
 * @property {readonly ShownView[]} shown @property {readonly string[]} stems ways to begin a sentence @property {string|null} part
 * @property {Readonly<Record<string, import('./practice.js').FieldValue>>} results joint results of blind answers that stand
 * @property {Readonly<Record<string, import('./practice.js').FieldValue>>} theirs
 * @property {{kind: 'tone'|'bell', key: string}|null} sound due now; play it once per key
 * @property {string|null} reader spoken in place of what is shown @property {boolean} isResting the screen of the one with the floor is dark
 * @property {'pause'|'lot'|'breathe'|null} sheet @property {{untilMs: number, isReady: boolean}|null} paused @property {{isAsked: boolean}|null} stopped
 * @property {boolean} isOutOfStep @property {{to: Person}|null} cover @property {boolean} isVoice
 */

/** Parts that say where both are: they stay, whatever else is said here. */
const MAPS = ['board', 'agenda', 'way'];

const REST_AFTER_MS = 10_000;
const NOTICE_MS = 12_000;
const TAPPED_MS = 4_000;

/** @param {string} id @param {Readonly<Record<string, number>>} [args] @returns {Message} */
const say = (id, args = {}) => ({ id, args });

/** @param {string} type @param {string} message @param {boolean} [primary] @returns {Button} */
const button$1 = (type, message, primary = false) => ({ id: type, message, event: { type }, primary });

/** Ready before the other: nothing says what they do. @type {import('./practice-schema.js').Stage} */
const WAITING = { prompt: { floor: 'live-ready-first' } };

const FOOT = Object.freeze([button$1('pause', 'live-pause'), button$1('stop', 'live-stop')]);

/** @param {Situation} now @param {Words|undefined} words @returns {Message|null} */
function pick(now, words) {
  const word = now.hasFloor ? words?.floor : words?.other;
  return word ? wordOf(now, word) : null;
}

/** @param {Situation} now @param {string|import('./practice-schema.js').ListPick} word @returns {Message|null} */
function wordOf(now, word) {
  if (typeof word === 'string') return say(word);
  const { practice, session } = now.state;
  const id = ofDay(practice.lists[word.list] ?? [], session.openerSeed, session.day);
  return id ? say(id) : null;
}

/** The screen of a state that lies over the phase, or null. @param {Situation} now @returns {{prompt: Message, small: Message|null, buttons: Button[]}|null} */
function over(now) {
  const { state, person } = now;
  const { edges } = state.practice;
  if (now.stopped) {
    const again = now.stopped.agreed[person] ? [] : [button$1('pick-up-again', 'live-pick-up-again')];
    if (state.mode === 'alone' && Object.values(state.local.fields[person]).some((value) => !isBlank(value)))
      return {
        prompt: say(edges.stopped),
        small: null,
        buttons: [button$1('close', 'practice-keep', true), button$1('erase', 'live-erase'), ...again],
      };
    return { prompt: say(edges.stopped), small: say('live-stopped-small'), buttons: [button$1('close', 'live-close', true), ...again] };
  }
  if (now.paused) {
    const prompt = say(edges.paused, { time: now.paused.untilMs });
    const rest = [...(isLengthened(now) ? [] : [button$1('longer', 'live-longer')]), button$1('stop', 'live-stop-here')];
    if (now.paused.agreed[person]) return { prompt, small: say('live-ready-first'), buttons: rest };
    return {
      prompt,
      small: state.isVoice ? say('live-pause-aloud', { time: now.paused.untilMs }) : null,
      buttons: [button$1('ready-again', 'live-i-am-ready', true), ...rest],
    };
  }
  const skip = now.joint.index > 0 && !now.phase.isGate ? [button$1('skip', 'live-skip')] : [];
  const aside = mayBeSetAside(now) ? now.phase.setsAside : undefined;
  switch (now.sheet) {
    case 'pause':
      return {
        prompt: say('live-pause-sheet'),
        small: aside ? say(aside.small) : null,
        buttons: [
          button$1('pause-20', 'live-pause-20', true),
          button$1('pause-until', 'live-pause-until'),
          button$1('lot', 'live-lot'),
          ...(aside ? [button$1(aside.event, aside.message)] : []),
          ...skip,
          button$1('go-on', 'live-go-on'),
        ],
      };
    case 'lot':
      return {
        prompt: say(edges.lot),
        small: null,
        buttons: [
          button$1('breathe', 'live-breathe'),
          button$1('pause-20', 'live-pause'),
          button$1('stop', 'live-stop-here'),
          button$1('help', 'live-help'),
          button$1('go-on', 'live-go-on'),
        ],
      };
    case 'breathe':
      return {
        prompt: say('live-breathe-prompt'),
        small: null,
        buttons: [button$1('go-on', 'live-go-on', true), button$1('pause-20', 'live-pause'), button$1('stop', 'live-stop-here')],
      };
  }
  if (now.isOutOfStep) {
    return {
      prompt: say('live-out-of-step'),
      small: null,
      buttons: [button$1('this-one', 'live-this-one'), button$1('the-other', 'live-the-other')],
    };
  }
  if (now.resumed) return { prompt: say('live-back-where-you-were'), small: null, buttons: [button$1('continue', 'live-continue', true)] };
  if (now.cover !== null)
    return { prompt: say('live-cover-pass'), small: say('live-cover-own'), buttons: [button$1('uncover', 'live-cover-mine', true)] };
  return null;
}

/** @param {Situation} now @returns {Message|null} the cue for the one who does not have the floor */
function cueOf(now) {
  const cues = (now.phase.cues ?? []).filter((each) => !now.hasFloor || each.to === 'both');
  const cue =
    cues.findLast((each) => each.on !== undefined && hasFlag(now, each.on)) ??
    cues.findLast((each) => each.at_s !== undefined && each.at_s * 1000 <= now.elapsedMs);
  return cue ? say(cue.message) : null;
}

/** @param {Situation} now @param {number} nowMs @returns {Message|null} */
function noticeOf(now, nowMs) {
  const { state, joint, flowStep } = now;
  if (now.isOvertime && now.hasFloor && !now.phase.isClocked) return say(state.practice.edges.bell);
  if (nowMs - joint.startedAt - joint.pausedMs >= NOTICE_MS) return null;
  if (joint.wasSkipped) return say(state.practice.edges.skipped);
  return flowStep.notice ? say(flowStep.notice) : null;
}

/** @param {Situation} now @returns {readonly string[]} */
function cardsOf(now) {
  const { cards } = now.phase;
  if (!cards || !(now.hasFloor || cards.to === 'both') || !(cards.when ?? []).every((condition) => holds(now, condition))) return [];
  const { state, joint } = now;
  const name = [cards.instead ?? []].flat().findLast(({ when }) => holds(now, when))?.list ?? cards.list;
  const draw = (/** @type {string} */ from, /** @type {number} */ count) =>
    handOf(
      state.session.decks?.[from.replace(/^deck:/, '')] ?? state.practice.lists[from] ?? [],
      state.session.seed + joint.index,
      count,
      drawsOf(joint) + joint.serial, // back at a place, other cards than at the last visit
    );
  return [...(cards.piles ?? []).flatMap((pile) => draw(pile, 1)), ...draw(name, cards.count)];
}

/** @param {Situation} now @param {import('./practice-schema.js').Show} show @returns {ShownView[]} */
function shownOf(now, show) {
  const { state, person, teller } = now;
  if (show.to !== undefined && (show.to === 'floor') !== now.hasFloor) return [];
  if (!(show.when ?? []).every((condition) => holds(now, condition))) return [];
  const field = state.practice.fields.find((each) => each.name === show.field);
  if (!field) return [];
  const one = (/** @type {Person|null} */ of, /** @type {unknown} */ value) => {
    if (isBlank(value)) return [];
    const list = state.practice.lists[show.words ?? field.options ?? ''] ?? [];
    const isCard = field.kind === 'marks' && typeof value === 'string';
    const message =
      typeof value === 'number' ? (list[value] ?? null) : isCard || list.includes(/** @type {any} */ (value)) ? String(value) : null;
    const isShared = of === null || of !== person || state.local.shared[of].includes(field.name);
    return [
      {
        field: field.name,
        person: of,
        kind: field.kind ?? 'text',
        value: /** @type {any} */ (value),
        message,
        label: show.label ?? null,
        isShared,
        isInPart: isInPart(now, field),
      },
    ];
  };
  if (field.privateUntil === 'blind') {
    const answer = answerOf(now, field.name);
    if (field.joint === 'groups') return groupsOf(now, field, show);
    if (field.joint === 'either' && typeof answer === 'string') return answer.split(EITHER).flatMap((each) => one(null, Number(each)));
    const words = field.kind === 'marks' && typeof answer === 'string' ? wordsOf$2(now, field, answer) : answer;
    return one(null, words).map((each) => (words === answer ? each : { ...each, kind: 'text', message: null }));
  }
  const first = teller ?? now.joint.starter;
  const people = /** @type {Person[]} */ (
    { teller: [first], listener: [otherOf(first)], me: [person], them: [otherOf(person)], both: [first, otherOf(first)] }[show.of]
  );
  return people.flatMap((each) => one(each, seenValue(state, person, each, field.name)));
}

/** A line that both chose, by its name `person/line`, in its words. @param {Situation} now @param {import('./practice-schema.js').Field} field @param {unknown} name */
function wordsOf$2(now, field, name) {
  const [, writer, line] = /^([01])\/(\d+)$/.exec(String(name)) ?? [];
  return writer === undefined ? name : linesOf(now, /** @type {Person} */ (Number(writer)), field.from ?? '')[Number(line)];
}

const NO_OPINION = 2;
const NOT_NOW = 3;

/** Everything that could be marked, in its group; what nobody marked has no opinion yet. @param {Situation} now @param {import('./practice-schema.js').Field} field @param {import('./practice-schema.js').Show} show @returns {ShownView[]} */
function groupsOf(now, field, show) {
  const result = answerOf(now, field.name);
  if (!Array.isArray(result)) return [];
  const groupOf = new Map(/** @type {any} */ (result));
  const marked = marksOf(now, field);
  const groups = (now.state.practice.lists[show.words ?? ''] ?? []).flatMap((message, group) => {
    const entries = marked.filter(({ name }) => (groupOf.get(name) ?? NO_OPINION) === group);
    return entries.length > 0 ? [{ message, isFolded: group === NOT_NOW, entries }] : [];
  });
  if (groups.length === 0) return [];
  return [
    {
      field: field.name,
      person: null,
      kind: 'groups',
      value: /** @type {any} */ (groups),
      message: null,
      label: show.label ?? null,
      isShared: true,
      isInPart: isInPart(now, field),
    },
  ];
}

/** What a blind choice marks: the cards on the table, or lines that both wrote, or both. @param {Situation} now @param {import('./practice-schema.js').Field} field */
function marksOf(now, field) {
  if (field.kind !== 'marks') return [];
  const { state } = now;
  const from = field.from ?? '';
  const cards = now.phase.cards ? cardsOf(now) : (state.session.decks?.[from.replace(/^deck:/, '')] ?? state.practice.lists[from] ?? []);
  const onTable = cards.map((id) => ({ name: id, message: id, text: null, person: null }));
  if (state.practice.fields.some(({ name }) => name === field.from)) {
    const written = /** @type {Person[]} */ ([0, 1])
      .flatMap((writer) =>
        outOf(now, writer, field.from ?? '').map((text, i) => ({ name: `${writer}/${i}`, message: null, text, person: writer })),
      )
      .sort((a, b) => inOrder$1(a.text, b.text));
    return now.phase.cards ? [...onTable, ...written] : written;
  }
  return onTable;
}

/** An order that says nothing of who wrote what. @param {string} a @param {string} b */
const inOrder$1 = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What is written here and not shown to the other cannot be marked by both. @param {Situation} now @param {Person} writer @param {string} name */
const outOf = (now, writer, name) =>
  (writer !== now.state.me && !isOnePhone(now.state)) || now.state.local.shared[writer].includes(name) ? linesOf(now, writer, name) : [];

/** @param {Situation} now @param {Person} writer @param {string} name @returns {string[]} */
function linesOf({ state, person }, writer, name) {
  const value = seenValue(state, person, writer, name);
  return isBlank(value) ? [] : (Array.isArray(value) ? value : [value]).map(String);
}

/** @param {Situation} now @param {import('./practice-schema.js').Field} field @returns {FieldView['oneList']} */
function oneListOf(now, field) {
  if (!field.isOneList) return null;
  const own = now.state.local.fields[now.person][field.name];
  const mine = Array.isArray(own) ? own.map((text, at) => ({ text: String(text), at })) : [];
  const theirs = linesOf(now, otherOf(now.person), field.name).map((text) => ({ text, at: null }));
  return [...mine, ...theirs].sort((a, b) => inOrder$1(a.text, b.text));
}

/** The part of the screen draws it, where there is one. @param {Situation} now @param {import('./practice-schema.js').Field} field */
const isInPart = ({ phase }, field) => field.isInPart === true && phase.part !== undefined;

/** @param {Situation} now @param {import('./practice-schema.js').Field} field @returns {FieldView} */
function fieldOf(now, field) {
  const { state, person } = now;
  return {
    name: field.name,
    kind: field.kind ?? 'text',
    max: field.max,
    count: field.count ?? 1,
    share: field.share,
    privateUntil: field.privateUntil,
    label: field.label ?? null,
    placeholder: field.placeholder ?? null,
    options: state.practice.lists[field.options ?? ''] ?? [],
    marks: marksOf(now, field).map(({ name, message, text }) => ({ name, message, text })),
    oneList: oneListOf(now, field),
    value: state.local.fields[person][field.name] ?? null,
    isShared: state.local.shared[person].includes(field.name),
    says: field.says ?? null,
    isInPart: isInPart(now, field),
    asks: field.asks ?? null,
  };
}

/** @param {Situation} now @returns {View['sound']} */
function soundOf(now) {
  const { phase, joint } = now;
  if (now.paused || now.stopped || now.resumed || joint.serial === 0) return null;
  if (now.isOvertime)
    return phase.sound?.end && now.hasFloor ? { kind: phase.sound.end, key: `${joint.serial}/bell/${now.lengthMs}` } : null;
  return phase.sound?.start ? { kind: phase.sound.start, key: `${joint.serial}/tone` } : null;
}

/** @param {Situation} now @param {number} nowMs @returns {number|null} */
function changesAt(now, nowMs) {
  if (now.paused || now.stopped) return null;
  const began = nowMs - now.elapsedMs;
  const moments = [
    REST_AFTER_MS,
    NOTICE_MS,
    ...(now.lengthMs === null ? [] : [now.lengthMs]),
    ...(now.phase.cues ?? []).flatMap((cue) => (cue.at_s === undefined ? [] : [cue.at_s * 1000])),
  ];
  const coming = moments.map((each) => began + each);
  if (now.state.local.urge) coming.push(now.state.local.urge.at + TAPPED_MS);
  const later = coming.filter((each) => each > nowMs);
  return later.length > 0 ? Math.min(...later) : null;
}

/** @param {Situation} now @returns {readonly string[]} */
const flagsOf = (now) =>
  [...new Set(now.phase.actions.flatMap(({ flag }) => (flag ? [flag, `my:${flag}`, `both:${flag}`] : [])))].filter((each) =>
    holds(now, each),
  );

/** @param {Situation} now @param {boolean} isOver @param {number} nowMs @returns {View['urges']} */
function urgesOf(now, isOver, nowMs) {
  const { urge, urges } = now.state.local;
  const isAsked = isAskedToKeep(now);
  if ((!isAsked && !hasTray(now)) || (isOver && !now.stopped) || (now.stopped && !isAsked)) return null;
  const chips = isAsked
    ? [button$1('erase-urges', 'live-erase'), button$1('keep-urges', 'live-keep-for-me')]
    : URGES.map((id) => ({ id, message: `live-urge-${id}`, event: { type: 'urge', urge: id }, primary: false }));
  return { chips, tapped: urge && nowMs - urge.at < TAPPED_MS ? urge.id : null, tray: [...new Set(urges)] };
}

/**
 * @param {State} state @param {Person} person in one-phone mode either half; else the owner. Asked for the other person, it shows nothing private.
 * @param {number} nowMs @returns {View}
 */
function view(state, person, nowMs) {
  const isMine = state.mode === 'one-phone' || person === state.me;
  const now = situation(isMine ? state : withoutLocal(state), person, nowMs);
  const { joint, phase, flowStep } = now;
  const screen = over(now);
  const staged = (phase.stages ?? []).findLast(
    (each) => (now.hasFloor ? 'floor' : 'other') in each.prompt && each.when.every((condition) => holds(now, condition)),
  );
  const isWaiting = now.isReady && !staged && !phase.isFinal && (phase.floor === 'each' || phase.floor === 'both');
  const stage = staged ?? (isWaiting ? WAITING : undefined);
  const isMyPhone = !(state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, joint) !== person);
  const step = stage ? null : now.step;
  const prompt = screen?.prompt ?? (stage ? pick(now, stage.prompt) : step?.prompt ? wordOf(now, step.prompt) : pick(now, phase.prompt));
  const small = screen
    ? screen.small
    : stage
      ? pick(now, stage.small)
      : step
        ? step.small
          ? say(step.small)
          : null
        : pick(now, phase.small);
  const offered = offeredNow(now, nowMs);
  const floorPerson =
    phase.floor === 'teller' ? now.teller : phase.floor === 'listener' && now.teller !== null ? otherOf(now.teller) : null;
  const mayRest = phase.rests === true && now.hasFloor && !screen && !isOnePhone(state);
  return {
    person,
    phase: flowStep.phase,
    serial: joint.serial,
    step: step?.id ?? null,
    index: joint.index,
    turn: flowStep.turn ?? null,
    isEnded: phase.isFinal === true,
    isClosed: now.isClosed,
    role: screen ? null : roleOf(now),
    rolePerson: floorPerson,
    hasFloor: now.hasFloor && isMyPhone,
    prompt: isMyPhone || screen ? prompt : null,
    small: isMyPhone || screen ? small : null,
    cue: screen || stage ? null : cueOf(now),
    notice: screen ? null : noticeOf(now, nowMs),
    cards: screen || now.isReady ? [] : cardsOf(now),
    mayAddCard: phase.cards?.isGiven !== true,
    buttons: now.isClosed ? [] : (screen?.buttons ?? offered),
    foot: footOf(now),
    timer:
      now.lengthMs === null || now.isClosed || (phase.isClocked && !phase.part)
        ? null
        : {
            startedAt: joint.startedAt,
            lengthMs: now.lengthMs,
            elapsedMs: now.elapsedMs,
            isOvertime: now.isOvertime,
            pausedAt: now.paused?.at ?? now.stopped?.at ?? null,
          },
    startedAt: joint.startedAt,
    elapsedMs: now.elapsedMs,
    flags: flagsOf(now),
    changesAt: changesAt(now, nowMs),
    urges: isMine ? urgesOf(now, screen !== null, nowMs) : null,
    fields: !isMine || screen ? [] : editable(now).map((field) => fieldOf(now, field)),
    shown: screen || !isMyPhone ? [] : [...(step?.shows ?? []), ...(phase.shows ?? [])].flatMap((show) => shownOf(now, show)),
    stems: screen || stage || !now.hasFloor ? [] : (state.practice.lists[step?.stems ?? phase.stems ?? ''] ?? []),
    part: screen || (stage && !MAPS.includes(phase.part ?? '')) ? null : (step?.part ?? phase.part ?? null),
    results: Object.fromEntries(Object.entries(state.local.results).map(([name, [, value]]) => [name, value])),
    theirs: theirsOf$1(state, person),
    sound: soundOf(now),
    reader: screen ? null : typeof phase.reader === 'object' ? (pick(now, phase.reader)?.id ?? null) : (phase.reader ?? null),
    isResting: mayRest && now.elapsedMs >= REST_AFTER_MS,
    sheet: isMine ? now.sheet : null,
    paused: now.paused ? { untilMs: now.paused.untilMs, isReady: now.paused.agreed[person] } : null,
    stopped: now.stopped ? { isAsked: now.stopped.agreed[person] } : null,
    isOutOfStep: now.isOutOfStep && !now.paused && !now.stopped && !now.sheet,
    cover: now.cover === null ? null : { to: now.cover },
    isVoice: state.isVoice,
  };
}

/**
 * The buttons of the phase. On a table both people reach for the same screen, so it has the buttons of both, each said by its person.
 * @param {Situation} now @param {number} nowMs @returns {Button[]}
 */
function offeredNow(now, nowMs) {
  const { state, person, phase } = now;
  /** @type {(from: Situation, by?: Person) => Button[]} */
  const buttonsOf = (from, by) =>
    actionsNow(from).flatMap((action) =>
      action.message
        ? [
            {
              id: action.event,
              message: action.message,
              event: { type: action.event, ...(by === undefined ? {} : { by }) },
              primary: isPrimary(from, action),
              ...(action.opens ? { opens: action.opens } : {}),
              ...(action.place ? { place: action.place } : {}),
              ...(action.carries ? { carries: true } : {}),
            },
          ]
        : [],
    );
  if (state.mode !== 'one-phone') return buttonsOf(now);
  const own = buttonsOf(now, person);
  if (phase.floor === 'each') return own;
  const other = otherOf(person);
  const hasPrimary = own.some((each) => each.primary);
  const across = buttonsOf(situation(state, other, nowMs), other).filter(({ id }) => own.every((each) => each.id !== id));
  return [...own, ...across.map((each) => ({ ...each, primary: each.primary && !hasPrimary }))];
}

/** Of two buttons that say who begins, the one whose turn it is leads. @param {Situation} now @param {import('./practice-schema.js').Action} action */
const isPrimary = ({ person, joint }, action) =>
  action.primary === true && (action.starter === undefined || (action.starter === 'me') === (person === joint.starter));

/** @param {Situation} now @returns {Message|null} on a table, who speaks: `you` is then the one with the floor */
function roleOf(now) {
  if (now.state.mode === 'one-phone' && now.phase.floor === 'teller') return say('live-table-role');
  return pick(now, now.phase.role);
}

/** Pause and Stop, wherever the screen itself does not offer them. @param {Situation} now @returns {readonly Button[]} */
function footOf(now) {
  const { sheet } = now;
  if (now.phase.isFinal || now.isClosed || now.stopped || now.paused) return [];
  return sheet === null ? FOOT : sheet === 'pause' ? FOOT.slice(1) : [];
}

/** @param {State} state @returns {State} as nobody but its owner would know it */
const withoutLocal = (state) => ({
  ...state,
  local: {
    ...state.local,
    sheet: null,
    seenBreak: '',
    urges: [],
    urge: null,
    steps: [0, 0],
    kept: [false, false],
    fields: [{}, {}],
    blind: [{}, {}],
  },
});

/** @param {State} state @param {Person} person @returns {View['theirs']} */
function theirsOf$1(state, person) {
  if (state.mode !== 'one-phone') return person === state.me ? state.theirs : {};
  const other = otherOf(person);
  return Object.fromEntries(Object.entries(state.local.fields[other]).filter(([name]) => state.local.shared[other].includes(name)));
}

/**
 * Whispers (protocol section 10): encrypted words between the devices of a space that are online together. A value-in, value-out machine;
 * `Whisperer` keeps salts and counters of one connection and one session.
 */

const KIND = { greet: 0, word: 1 };

/**
 * @typedef {{salt: Uint8Array, sent: number, heard: number}} Line the counters of one (own salt, their salt): `sent` the next to use, `heard` the
 *   greatest heard, −1 at first. Kept for good: an old greet replayed must not make a counter, and so a nonce, come twice (S2).
 * @typedef {{device: Uint8Array, line: Line, lines: Map<string, Line>}} Peer
 */

class Whisperer {
  /** @type {Map<string, Peer>} */ #peers = new Map();
  #crypto;
  #key;
  #space;
  #session;
  #device;
  #salt;

  /**
   * @param {import('./ids.js').Crypto} crypto
   * @param {{whispersKey: Uint8Array, space: Uint8Array, session: Uint8Array, device: Uint8Array}} parts `whispersKey`: subkey "whispers" of the epoch in force
   */
  constructor(crypto, { whispersKey, space, session, device }) {
    this.#crypto = crypto;
    this.#key = whispersKey;
    this.#space = space;
    this.#session = session;
    this.#device = device;
    this.#salt = crypto.random(32);
  }

  /** How many other devices have met this one. */
  get peers() {
    return this.#peers.size;
  }

  /** @returns {Promise<Uint8Array>} to be sent when the connection opens, and again when `hear` asks */
  async greet() {
    const known = [...this.#peers.values()].map(({ device, line }) => [device, line.salt]);
    return this.#seal(KIND.greet, await this.#greetKey(), this.#crypto.random(12), [this.#salt, known]);
  }

  /** @param {import('./codec.js').Value} message @returns {Promise<Uint8Array[]>} one for each device met */
  async say(message) {
    const out = [];
    for (const { device, line } of this.#peers.values()) {
      const nonce = new Uint8Array(12);
      new DataView(nonce.buffer).setBigUint64(4, BigInt(line.sent));
      line.sent += 1;
      const key = await this.#wordKey(this.#device, this.#salt, device, line.salt);
      out.push(await this.#seal(KIND.word, key, nonce, [device, message]));
    }
    return out;
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {Promise<{out: Uint8Array[], word: import('./codec.js').Value|undefined, met: boolean}>} `out` is to be sent; `met`: somebody new is here.
   *   Whatever does not open is ignored.
   */
  async hear(bytes) {
    const nothing = { out: [], word: undefined, met: false };
    let parts;
    try {
      parts = decode(bytes);
    } catch {
      return nothing;
    }
    if (!is.list(parts) || parts.length !== 5) return nothing;
    const [kind, session, sender, nonce, sealed] = parts;
    if (!is.bin(session, 16) || !equal(session, this.#session) || !is.bin(sender, 32) || equal(sender, this.#device)) return nothing;
    if (!is.bin(nonce, 12) || !is.bin(sealed)) return nothing;
    if (kind === KIND.greet) return this.#hearGreet(sender, nonce, sealed);
    return kind === KIND.word ? this.#hearWord(sender, nonce, sealed) : nothing;
  }

  /** S1. @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed */
  async #hearGreet(sender, nonce, sealed) {
    const greet = await this.#open(KIND.greet, await this.#greetKey(), sender, nonce, sealed);
    if (!isGreet(greet)) return { out: [], word: undefined, met: false };
    const [salt, known] = greet;
    const id = hex(sender);
    const before = this.#peers.get(id);
    const met = !before || !equal(before.line.salt, salt);
    if (met) {
      const lines = before?.lines ?? new Map();
      const line = lines.get(hex(salt)) ?? { salt: salt.slice(), sent: 0, heard: -1 };
      this.#peers.set(id, { device: sender.slice(), line, lines: lines.set(hex(salt), line) });
    }
    const heardMe = known.some(([device, mine]) => equal(device, this.#device) && equal(mine, this.#salt));
    return { out: heardMe ? [] : [await this.greet()], word: undefined, met };
  }

  /**
   * S2. A word from a device not met means that its greet was lost: a greet asks for it again.
   * @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed
   */
  async #hearWord(sender, nonce, sealed) {
    const nothing = { out: [], word: undefined, met: false };
    const line = this.#peers.get(hex(sender))?.line;
    if (!line) return { ...nothing, out: [await this.greet()] };
    const view = new DataView(nonce.buffer, nonce.byteOffset);
    const counter = Number(view.getBigUint64(4));
    if (view.getUint32(0) !== 0 || counter <= line.heard) return nothing;
    const key = await this.#wordKey(sender, line.salt, this.#device, this.#salt);
    const word = await this.#open(KIND.word, key, sender, nonce, sealed);
    if (!is.list(word, 2) || !is.bin(word[0], 32) || !equal(word[0], this.#device) || counter <= line.heard) return nothing;
    line.heard = counter;
    return { ...nothing, word: word[1] };
  }

  /** @param {number} kind @param {Uint8Array} key @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed @returns {Promise<any>} null: does not open */
  async #open(kind, key, sender, nonce, sealed) {
    try {
      return decode(await this.#crypto.open(key, nonce, this.#aad(kind, sender), sealed));
    } catch {
      return null;
    }
  }

  #greetKey() {
    return derive(this.#crypto, this.#key, 'attune/greet/1', this.#session);
  }

  /** @param {Uint8Array} from @param {Uint8Array} fromSalt @param {Uint8Array} to @param {Uint8Array} toSalt */
  #wordKey(from, fromSalt, to, toSalt) {
    return derive(this.#crypto, this.#key, 'attune/whisper/1', this.#session, from, fromSalt, to, toSalt);
  }

  /** @param {number} kind @param {Uint8Array} sender */
  #aad(kind, sender) {
    return encode(['attune/whisper-header/1', this.#space, kind, this.#session, sender]);
  }

  /** @param {number} kind @param {Uint8Array} key @param {Uint8Array} nonce @param {any[]} body */
  async #seal(kind, key, nonce, body) {
    return encode([
      kind,
      this.#session,
      this.#device,
      nonce,
      await this.#crypto.seal(key, nonce, this.#aad(kind, this.#device), encode(body)),
    ]);
  }
}

/** @param {any} value @returns {value is [Uint8Array, Array<[Uint8Array, Uint8Array]>]} */
const isGreet = (value) =>
  is.list(value, 2) && is.bin(value[0], 32) && is.list(value[1]) && value[1].every((pair) => is.list(pair, 2) && is.bins(pair, 32));

/** Where each practice is, loaded when it is first opened. */

/** @typedef {import('../core/practice-schema.js').Practice} Practice */

/** @type {Readonly<Record<string, () => Promise<Practice>>>} */
const LOADERS = Object.freeze({
  'daily-check-in': () => import('./daily-check-in.js').then(({ dailyCheckIn }) => dailyCheckIn),
  'empathy-in-action': () => import('./empathy-in-action.js').then(({ empathyInAction }) => empathyInAction),
  'self-empathy-inventory': () => import('./self-empathy-inventory.js').then(({ selfEmpathyInventory }) => selfEmpathyInventory),
  'growth-revisit': () => import('./growth-revisit.js').then(({ growthRevisit }) => growthRevisit),
  'moments-journal': () => import('./moments-journal.js').then(({ momentsJournal }) => momentsJournal),
  'three-appreciations': () => import('./three-appreciations.js').then(({ threeAppreciations }) => threeAppreciations),
  'two-stars-one-wish': () => import('./two-stars-one-wish.js').then(({ twoStarsOneWish }) => twoStarsOneWish),
  'structured-listening': () => import('./structured-listening.js').then(({ structuredListening }) => structuredListening),
  'pause-in-conflict': () => import('./pause-in-conflict.js').then(({ pauseInConflict }) => pauseInConflict),
  'responsive-reach': () => import('./responsive-reach.js').then(({ responsiveReach }) => responsiveReach),
  'shared-problem-solving': () => import('./shared-problem-solving.js').then(({ sharedProblemSolving }) => sharedProblemSolving),
  'compassionate-curiosity': () => import('./compassionate-curiosity.js').then(({ compassionateCuriosity }) => compassionateCuriosity),
  'deep-listening': () => import('./deep-listening.js').then(({ deepListening }) => deepListening),
  'shared-storytelling': () => import('./shared-storytelling.js').then(({ sharedStorytelling }) => sharedStorytelling),
  'praise-plus-together': () => import('./praise-plus-together.js').then(({ praisePlusTogether }) => praisePlusTogether),
  'perspective-first': () => import('./perspective-first.js').then(({ perspectiveFirst }) => perspectiveFirst),
  'nonverbal-attunement': () => import('./nonverbal-attunement.js').then(({ nonverbalAttunement }) => nonverbalAttunement),
  'values-alignment': () => import('./values-alignment.js').then(({ valuesAlignment }) => valuesAlignment),
  'weekly-retreat': () => import('./weekly-retreat.js').then(({ weeklyRetreat }) => weeklyRetreat),
  'memory-map': () => import('./memory-map.js').then(({ memoryMap }) => memoryMap),
  'physical-synchrony': () => import('./physical-synchrony.js').then(({ physicalSynchrony }) => physicalSynchrony),
});

const PRACTICE_IDS = Object.freeze(Object.keys(LOADERS));

/** Where other sentences of a practice stand than in its own file. @type {Readonly<Record<string, readonly string[]>>} */
const AREAS = Object.freeze({
  'daily-check-in': [],
  'memory-map': ['memory-map', 'memories', 'photo'],
  'moments-journal': ['moments-journal', 'photo'],
  'pause-in-conflict': ['pause-in-conflict', 'pause'],
  'weekly-retreat': ['weekly-retreat', 'retreat'],
});

/** The sentences a practice needs. @param {string} id @returns {string[]} areas */
const areasOf = (id) => ['live', 'practice', 'check-in', ...(AREAS[id] ?? [id])];

/** @param {string} id @returns {Promise<Practice|null>} null: this release does not know it */
async function loadPractice(id) {
  return Object.hasOwn(LOADERS, id) ? /** @type {() => Promise<Practice>} */ (LOADERS[id])() : null;
}

/**
 * Sessions that were: what both shared in them, what this person kept for themselves, and what they carried on. A session's record is in the
 * pair's space (live.js writes it); notes and what is carried on are in `me` only, so that nothing of them can be seen or counted elsewhere.
 */

const TYPE$8 = 'session';
/** Names of fields in the record: what was shared, and joint results. */
const FIELD$1 = 'f.';
const RESULT = 'r.';
/** On one phone for two: what the one without a phone here shared; written by whose phone it is. */
const GUEST = 'g.';
/** The last place, once this person came to it. */
const END = 'end';
const CHECK_IN$1 = 'daily-check-in';
const NOTE$1 = 'session-note';
const TOGETHER = 'praise-plus-together';
const IDEA$1 = 'idea/';
/** So many may come up again at once. */
const MOST_REPEATS = 6;
const CARRIED = 'carried';
const CARRIED_CHARS = 800;
/** A turn is offered for two weeks, then the thought rests. */
const OWED_FOR_MS = 14 * 86_400_000;
const LENGTHS = Object.freeze(/** @type {const} */ (['short', 'usual', 'long', 'none']));
const MODES = Object.freeze(/** @type {const} */ (['live', 'voice', 'one-phone', 'alone', 'own-time']));

/**
 * @typedef {import('../core/practice.js').FieldValue} FieldValue
 * @typedef {'short'|'usual'|'long'|'none'} Length
 * @typedef {object} Beginning how a session began
 * @property {number} at ms, by the clock of who began @property {string} day @property {Length} length @property {0|1} starter
 * @property {(typeof MODES)[number]} mode @property {string} practice @property {number} version @property {string} variant
 * @property {Readonly<Record<string, readonly string[]>>} dealt cards both draw from, by deck
 *
 * @typedef {object} Line @property {string} name @property {0|1} person @property {boolean} isMine @property {FieldValue} value @property {boolean} isWithdrawn
 *   @property {boolean} isGuest shared on the other's phone, which keeps it
 * @typedef {Beginning & {id: string, byMe: boolean, reached: number, end: string, isEnded: boolean, isOpen: boolean, isLeft: boolean, agreed: readonly string[], lines: readonly Line[], results: Readonly<Record<string, FieldValue>>}} Past
 *   `end` the phase it ended with here; `isOpen` what was sealed until going on may be read; `isLeft` closed on this phone
 * @typedef {{id: string, kind: string, practice: string, session: string, day: string, text: string, at: number}} Carried
 */

/** @param {Omit<Beginning, never>} beginning @returns {import('../core/codec.js').Value} */
const beginningRow = ({ at, day, length, starter, mode, practice, version, variant, dealt }) => [
  at,
  LENGTHS.indexOf(length),
  starter,
  day,
  MODES.indexOf(mode),
  practice,
  version,
  variant,
  Object.entries(dealt),
];

/** @param {unknown} value @returns {Beginning|null} */
function readBeginning(value) {
  if (!Array.isArray(value) || value.length < 5) return null;
  const [at, length, starter, day, mode, practice = 'daily-check-in', version = 1, variant = '', dealt = []] = value;
  const isWell = typeof at === 'number' && typeof day === 'string' && typeof practice === 'string' && Number.isInteger(version);
  if (!isWell || typeof variant !== 'string' || MODES[mode] === undefined) return null;
  return {
    at: timeOf$1(at),
    day,
    length: LENGTHS[length] ?? 'usual',
    starter: starter === 1 ? 1 : 0,
    mode: MODES[mode],
    practice,
    version,
    variant,
    dealt: readDealt(dealt),
  };
}

/** @param {unknown} value @returns {Record<string, string[]>} */
function readDealt(value) {
  const isIds = (/** @type {unknown} */ ids) => Array.isArray(ids) && ids.length <= 64 && ids.every((id) => typeof id === 'string');
  return Object.fromEntries(
    Array.isArray(value) ? value.filter((each) => Array.isArray(each) && typeof each[0] === 'string' && isIds(each[1])) : [],
  );
}

class Sessions {
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

  /** @param {string} record hex @returns {Beginning|null} */
  beginning(record) {
    const { byPerson } = this.#pair()?.record(record) ?? {};
    return [1, 2].map((person) => readBeginning(byPerson?.get(person)?.get('invite')?.value)).find(Boolean) ?? null;
  }

  /**
   * What was done, without what still goes on in own time and without the check-in, which has its days; each opened when it is asked for.
   * @param {string} [of] practice @returns {Generator<Past>} newest first
   */
  *done(of) {
    for (const past of this.newest(of)) {
      const { reached, practice, mode, isEnded, isLeft } = past;
      if (reached > 0 && practice !== CHECK_IN$1 && (mode !== 'own-time' || isEnded || isLeft)) yield past;
    }
  }

  /** @param {readonly string[]} practices @returns {Past[]} newest first; of the pair in use */
  past(practices) {
    return [...new Set(practices)].flatMap((practice) => [...this.newest(practice)]).sort((a, b) => b.at - a.at);
  }

  /** Those of `past` of which something may wait for somebody (stances.js); the others are not opened. @returns {Past[]} newest first */
  awake() {
    return this.#pasts(this.#pair()?.awake(TYPE$8) ?? []);
  }

  /** Those of `past`, each opened when it is asked for. @param {string} [practice] @param {readonly import('../core/record-index.js').Stance[]} [stances] @returns {Generator<Past>} newest first */
  *newest(practice, stances) {
    for (const record of this.#pair()?.newest(TYPE$8, practice, stances) ?? []) yield* this.#pasts([record]);
  }

  /** Every session, with what this person noted for themselves: for the readable copy. @returns {Array<Past & {notes: Readonly<Record<string, FieldValue>>}>} newest first */
  noted() {
    const notes = this.#notes();
    return [...this.newest()].map((past) => ({ ...past, notes: notes.get(past.id) ?? {} }));
  }

  /** One session, with what this person noted for themselves. @param {string} id hex @returns {(Past & {notes: Readonly<Record<string, FieldValue>>})|null} */
  find(id) {
    const past = this.get(id);
    return past && { ...past, notes: this.#notes(past.practice).get(id) ?? {} };
  }

  /** @param {string} id hex @returns {Past|null} */
  get(id) {
    const record = this.#pair()?.record(id);
    return (record?.type === TYPE$8 && this.#pasts([record])[0]) || null;
  }

  /** @param {Iterable<import('../core/oplog.js').RecordView>} records @returns {Past[]} newest first */
  #pasts(records) {
    const me = this.#pair()?.person ?? 1;
    return [...records].flatMap((record) => pastOf(record, me) ?? []).sort((a, b) => b.at - a.at);
  }

  /** Sessions in own time that neither has left. @returns {Past[]} */
  open() {
    return this.awake().filter(({ mode, isLeft }) => mode === 'own-time' && !isLeft);
  }

  /** The other listened to this person last, not long ago, and was not listened to since. @returns {{at: number}|null} */
  turnOwed() {
    const me = (this.#pair()?.person ?? 1) - 1;
    for (const { at, starter, reached } of this.newest('deep-listening'))
      if (this.#now() - at >= OWED_FOR_MS) return null;
      else if (reached > 0) return starter === me ? { at } : null;
    return null;
  }

  /** What both would do together again, newest first, each once: ids of cards, or `idea/<session>` of an idea of their own. @returns {string[]} */
  repeats() {
    const wanted = this.past([TOGETHER]).flatMap(({ id, results }) => {
      const { marks, again } = results;
      if (again !== 0 || typeof marks !== 'string' || marks === 'none') return [];
      return [marks.startsWith(IDEA$1) || !marks.includes('/') ? marks : IDEA$1 + id];
    });
    return [...new Set(wanted)].slice(0, MOST_REPEATS);
  }

  /** @param {string} id of an idea that both wanted again @returns {string|null} as it was written */
  ideaOf(id) {
    const past = id.startsWith(IDEA$1) ? this.get(id.slice(IDEA$1.length)) : null;
    const [person, at] = String(past?.results['marks']).split('/').map(Number);
    const line = past?.lines.find((each) => each.name === 'idea' && each.person === person && !each.isWithdrawn);
    const words = Array.isArray(line?.value) ? line.value[at ?? 0] : undefined;
    return typeof words === 'string' ? words : null;
  }

  /** Takes back what this person shared in a session. @param {string} session hex @param {string} name */
  async withdraw(session, name) {
    await this.#pair()?.withdraw(session, TYPE$8, [FIELD$1 + name]);
  }

  /** Adds to a session that is over: the answer to a summary. @param {string} session @param {string} name @param {string} text */
  async add(session, name, text) {
    await this.#pair()?.write(session, TYPE$8, [[FIELD$1 + name, text]]);
  }

  /** Answers again in a session that is over. @param {string} session @param {string} name @param {number} choice */
  async answer(session, name, choice) {
    await this.#pair()?.write(session, TYPE$8, [[FIELD$1 + name, choice]]);
  }

  // ---- this person's own

  /** @param {import('../core/oplog.js').RecordView} record @returns {{id: string, practice: string, session: string, day: string, fields: Record<string, FieldValue>}|null} null: nothing stands in it */
  #noteOf(record) {
    const fields = record.byPerson.get(this.#me()?.person ?? 1);
    const text = (/** @type {string} */ name) => String(fields?.get(name)?.value ?? '');
    const kept = [...(fields ?? [])].flatMap(([name, { value, isWithdrawn }]) =>
      name.startsWith(FIELD$1) && !isWithdrawn ? [[name.slice(FIELD$1.length), value]] : [],
    );
    if (!text('session') || kept.length === 0) return null;
    return { id: record.id, practice: text('practice'), session: text('session'), day: text('day'), fields: Object.fromEntries(kept) };
  }

  /** Of sessions, by their id. @param {string} [practice] @returns {Map<string, Record<string, FieldValue>>} */
  #notes(practice) {
    const notes = [...(this.#me()?.newest(NOTE$1, practice) ?? [])].flatMap((record) => this.#noteOf(record) ?? []);
    return new Map(notes.map(({ session, fields }) => [session, fields]));
  }

  /**
   * Notes of sessions alone and of pauses, which have no session with another; each opened when it is asked for.
   * @param {string} [practice] of all, unless said @returns {Generator<{id: string, practice: string, session: string, day: string, fields: Record<string, FieldValue>}>} newest first
   */
  *alone(practice) {
    for (const record of this.#me()?.newest(NOTE$1, practice, [STANCE.awake, STANCE.stands]) ?? []) {
      const note = this.#noteOf(record);
      if (note && this.isAlone(note.session)) yield note;
    }
  }

  /** @param {string} session hex @returns {boolean} it is none of the pair in use */
  isAlone(session) {
    return this.get(session) === null;
  }

  /** Takes a note away for good. @param {string} id hex */
  async forget(id) {
    const fields = this.#me()
      ?.record(id)
      ?.byPerson.get(this.#me()?.person ?? 1);
    await this.#me()?.withdraw(id, NOTE$1, [...(fields?.keys() ?? [])]);
  }

  /** @param {{record: string, practice: string, day: string, fields: Record<string, FieldValue>}} note */
  async keep({ record, practice, day, fields }) {
    const me = this.#me();
    if (!me) return;
    const id = await me.meetAt(NOTE$1, 1, '', record);
    await me.write(id, NOTE$1, [
      ['session', record],
      ['practice', practice],
      ['day', day],
      ...Object.entries(fields).map(([name, value]) => /** @type {[string, any]} */ ([FIELD$1 + name, value])),
    ]);
  }

  /** One thing carried on from a session. @param {Omit<Carried, 'id'|'at'>} carried */
  async carry({ kind, practice, session, day, text }) {
    const me = this.#me();
    if (!me) return;
    const id = hex(this.#crypto.random(16));
    await me.write(id, CARRIED, [
      ['kind', kind],
      ['practice', practice],
      ['session', session],
      ['day', day],
      ['text', clip(text.trim(), CARRIED_CHARS)],
      ['at', this.#now()],
    ]);
  }

  /** @returns {Carried[]} what is still carried, newest first */
  carried() {
    const me = this.#me();
    return (me?.recordsOfType(CARRIED) ?? [])
      .flatMap((record) => {
        const fields = record.byPerson.get(me?.person ?? 1);
        const text = (/** @type {string} */ name) => String(fields?.get(name)?.value ?? '');
        const kind = fields?.get('kind');
        if (!kind || kind.isWithdrawn || fields?.has('done')) return [];
        const at = Number(fields?.get('at')?.value ?? 0);
        return [
          {
            id: record.id,
            kind: text('kind'),
            practice: text('practice'),
            session: text('session'),
            day: text('day'),
            text: text('text'),
            at,
          },
        ];
      })
      .sort((a, b) => b.at - a.at);
  }

  /** @param {string} id */
  async putDown(id) {
    await this.#me()?.write(id, CARRIED, [['done', true]]);
  }
}

/** @param {import('../core/oplog.js').RecordView} record @param {number} me @returns {Past|null} */
function pastOf(record, me) {
  const begun = [1, 2].map((person) => ({ person, beginning: readBeginning(record.byPerson.get(person)?.get('invite')?.value) }));
  const first = begun.find(({ beginning }) => beginning !== null);
  if (!first?.beginning) return null;
  const floors = [1, 2].flatMap((person) => {
    const marks = record.byPerson.get(person)?.get('marks')?.value;
    return Array.isArray(marks) ? marks.filter((each) => Array.isArray(each) && each[0] === 'floor') : [];
  });
  const last = floors.sort((a, b) => b[1] - a[1])[0];
  const isLeft = record.byPerson.get(me)?.has('closed') === true;
  const end = String(record.byPerson.get(me)?.get(END)?.value ?? '');
  const isEnded = end !== '';
  /** @type {Line[]} */ const lines = [];
  /** @type {Record<string, FieldValue>} */ const results = {};
  for (const [person, fields] of record.byPerson)
    for (const [name, field] of fields) {
      const side = { person: /** @type {0|1} */ (person - 1), isMine: person === me, isWithdrawn: field.isWithdrawn, isGuest: false };
      if (name.startsWith(GUEST))
        lines.push({
          ...side,
          person: /** @type {0|1} */ (2 - person),
          isMine: person !== me,
          isGuest: true,
          name: name.slice(GUEST.length),
          value: /** @type {any} */ (field.value),
        });
      if (name.startsWith(FIELD$1)) lines.push({ ...side, name: name.slice(FIELD$1.length), value: /** @type {any} */ (field.value) });
      else if (name.startsWith(RESULT) && Array.isArray(field.value)) results[name.slice(RESULT.length)] = field.value[1];
    }
  return {
    ...first.beginning,
    starter: last?.[3] === 1 ? 1 : last ? 0 : first.beginning.starter,
    id: record.id,
    byMe: first.person === me,
    reached: Math.max(last?.[2] ?? 0, isEnded ? 1 : 0),
    end,
    isEnded,
    isOpen: isEnded || (first.beginning.mode !== 'own-time' && isLeft),
    isLeft,
    lines,
    results,
    agreed: agreedIn(record, first.beginning.mode),
  };
}

/**
 * Flags by which both agreed, at one and the same place. On one phone both words are the owner's marks.
 * @param {import('../core/oplog.js').RecordView} record @param {string} mode @returns {string[]}
 */
function agreedIn(record, mode) {
  const sets = [1, 2].map((person) =>
    readMarks(record.byPerson.get(person)?.get('marks')?.value).filter(([key]) => key.startsWith('turn/')),
  );
  const [mine = [], theirs = []] = mode === 'one-phone' ? [sets.flat(), sets.flat()] : sets;
  return mine.flatMap(([key, at]) => (theirs.some(([other, when]) => other === key && when === at) ? [key.split('/')[1] ?? ''] : []));
}

/**
 * A session: the practice engine, fed by whispers while both phones are there, and by ops always. Every mark a person makes is also a field
 * in the session's record, so that a phone that drops, reloads or dies comes back to where both were (protocol, "Live sessions").
 *
 * The record lives in the pair's space at a place both phones find by themselves: practice, day, run. Each person writes `marks` (their
 * own, of the engine), `f.<name>` for each field they share and `r.<name>` for each joint result; the one who asked writes `invite`.
 * A session of one alone has no record: what it keeps goes to that person's notes.
 */


/** To an invitation, beside yes. */
const ANSWERS$2 = Object.freeze(/** @type {const} */ (['not-today', 'another-time']));
const INVITATION_MS = 10 * 60_000;
/** Place of the flow where each says their weather. */
const LAST_OF_WEATHER = 1;
/** A session of an earlier day that nobody touched for this long is over. */
const FORGOTTEN_MS = 3 * 3_600_000;
/** The one session under way with the other, or alone; those in own time have rows of their own, `live/<record>`. */
const ROW = 'live';
/** The talk after a pause is where its notes are asked about. */
const PAUSE = 'pause-in-conflict';
const PING_EVERY_MS = 8_000;
/** The other phone counts as there while it was heard within two pings. */
const HEARD_MS = 2.5 * PING_EVERY_MS;

/**
 * @typedef {import('../core/practice.js').State} State
 * @typedef {import('../core/practice.js').Event} Event
 * @typedef {import('../core/practice.js').Person} Person
 * @typedef {import('./sessions.js').Beginning} Beginning @typedef {import('./sessions.js').Length} Length
 * @typedef {import('../core/practice.js').Mode | 'own-time'} Mode
 * @typedef {Readonly<Record<string, readonly string[]>>} Decks card ids by deck, best first
 * @typedef {Beginning & {record: string}} Invitation
 * @typedef {object} How all that an engine is made from
 * @property {string} record @property {string} day @property {string} pair space hex, empty alone @property {string} practice id @property {number} version
 * @property {string} variant @property {Length} length @property {Mode} mode @property {Person} starter @property {Decks} decks @property {number} begunAt ms, by this phone's clock
 * @property {any} [local]
 * @typedef {How & {engine: State}} Running
 */

class LiveSession {
  #attune;
  #crypto;
  #vault;
  #world;
  /** @type {Running|null} */ #running = null;
  /** @type {Whisperer|null} */ #whisperer = null;
  /** Another tab is the one in use: this one shows what that one does, and says nothing. */ #isFollowing = false;
  /** @type {number} */ #heardAt = 0;
  /** @type {{offsetMs: number, tripMs: number}|null} */ #clock = null;
  /** @type {number|undefined} */ #timer;
  #lastSaid = /** @type {import('../core/practice.js').Contribution|null} */ (null);
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();
  /** Sessions that were whispered of just now: whoever waits there is there, whatever their clock says. @type {Map<string, number>} */ #whispered =
    new Map();

  /**
   * @param {object} parts
   * @param {import('./attune.js').Attune} parts.attune @param {import('../core/ids.js').Crypto} parts.crypto
   * @param {import('./vault.js').Vault} parts.vault @param {import('./attune.js').World} parts.world
   */
  constructor({ attune, crypto, vault, world }) {
    this.#attune = attune;
    this.#crypto = crypto;
    this.#vault = vault;
    this.#world = world;
    attune.onWhisper((space, bytes) => void this.#inTurn(() => this.#hear(space, bytes)));
    attune.changes.addEventListener('change', () => {
      this.#readRecord();
      this.#checkVoice();
      void this.#leaveForgotten();
    });
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #inTurn(step) {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  // ---- what screens read

  /** @returns {{record: string, day: string, practice: string, mode: string, variant: string, length: Length, isTogether: boolean, isConnected: boolean}|null} */
  get session() {
    const running = this.#running;
    if (!running) return null;
    return {
      record: running.record,
      day: running.day,
      practice: running.practice,
      mode: running.mode,
      variant: running.variant,
      length: running.length,
      isTogether: this.isTogether,
      isConnected: this.#attune.sync.state !== 'offline',
    };
  }

  /** The other phone was heard just now, inside a session both have joined. */
  get isTogether() {
    return this.#whisperer !== null && this.#world.now() - this.#heardAt < HEARD_MS;
  }

  /** @param {Person} [half] in one-phone mode, whose half of the screen; else that of the one who holds it or speaks @returns {import('../core/practice-view.js').View|null} */
  view(half) {
    const running = this.#running;
    return running ? view(running.engine, half ?? personOnScreen(running.engine), this.#world.now()) : null;
  }

  /** What may be carried on from the session under way, with the words each begins with. @returns {{message: string, to: string, words: string}[]} */
  followUps() {
    const engine = this.#running?.engine;
    if (!engine) return [];
    const now = situation(engine, engine.me, this.#world.now());
    return engine.practice.followUps
      .filter(({ when = [] }) => when.every((condition) => holds(now, condition)))
      .map(({ message, to, fills = '' }) => {
        const words = fills.startsWith('their:') ? engine.theirs[fills.slice('their:'.length)] : engine.local.fields[engine.me][fills];
        return { message, to, words: typeof words === 'string' ? words : '' };
      });
  }

  /** What either shared in the session under way. @param {string} name of a field @returns {import('../core/practice.js').FieldValue|undefined} */
  shared(name) {
    const engine = this.#running?.engine;
    const by = [0, 1].find((person) => engine?.local.shared[/** @type {Person} */ (person)].includes(name));
    return by === undefined ? engine?.theirs[name] : engine?.local.fields[/** @type {Person} */ (by)][name];
  }

  /** @param {string} deck @returns {readonly string[]} what lies before both */
  dealt(deck) {
    return this.#running?.decks[deck] ?? [];
  }

  /** The practice under way. @returns {import('../core/practice-schema.js').Practice|null} */
  get practice() {
    return this.#running?.engine.practice ?? null;
  }

  /** The owner of this phone, as the engine counts. */
  get me() {
    return this.#running?.engine.me ?? 0;
  }

  /**
   * What the other asked just now, still waits for, and this person has not answered. A session of one's own hides it only while it lives;
   * of two that wait for each other the one with the lesser record is where both meet.
   * @returns {Invitation|null}
   */
  get invitation() {
    const space = this.#attune.currentSpace;
    if (!space) return null;
    const running = this.#running;
    const isFree = !running || running.mode === 'own-time' || this.#isOver(running);
    if (!isFree && (isOnePhone(running.engine) || jointOf(running.engine).index > 0)) return null;
    for (const record of this.#lately(space)) {
      const theirs = record.byPerson.get(3 - space.person);
      const invite = readInvite(theirs?.get('invite')?.value);
      if (!invite || theirs?.has('closed') || [this.#attune.drafts.get('declined'), running?.record].includes(record.id)) continue;
      if (!isFree && record.id > running.record) continue;
      const isAnswered = record.byPerson.get(space.person)?.has('answer') || record.byPerson.get(space.person)?.has('marks');
      if (!isAnswered && this.#isFresh(record.id, invite.at)) return { ...invite, record: record.id };
    }
    return null;
  }

  /** Sessions in which somebody may be asking now: by their time, or because a whisper said so. @param {import('./space.js').Space} space */
  *#lately(space) {
    const since = this.#world.now() - INVITATION_MS;
    const ids = new Set(this.#whispered.keys());
    for (const { id, at } of space.places(TYPE$8)) {
      if (at <= since) break;
      ids.add(id);
    }
    for (const id of ids) {
      const record = space.record(id);
      if (record?.type === TYPE$8) yield record;
    }
  }

  /** @param {string} record @param {number} at when they asked, by the clock of whoever asked */
  #isFresh(record, at) {
    const now = this.#world.now();
    return Math.abs(now - at) < INVITATION_MS || now - (this.#whispered.get(record) ?? 0) < HEARD_MS;
  }

  /** Stopped, left by the other, or of a day that is gone. @param {Running} running */
  #isOver(running) {
    const space = this.#spaceOf(running);
    const theirs = space?.record(running.record)?.byPerson.get(3 - space.person);
    const { stopped, startedAt } = jointOf(running.engine);
    const isForgotten = running.day !== this.#attune.today() && this.#world.now() - Math.max(startedAt, running.begunAt) > FORGOTTEN_MS;
    return stopped !== null || theirs?.has('closed') === true || isForgotten;
  }

  /** What the other answered to what I asked, when they did not say yes; never why. @returns {typeof ANSWERS[number]|null} */
  get answer() {
    const space = this.#pairSpace();
    const answer =
      space && this.#running
        ? space
            .record(this.#running.record)
            ?.byPerson.get(3 - space.person)
            ?.get('answer')?.value
        : null;
    return ANSWERS$2.find((each) => each === answer) ?? null;
  }

  /** Who begins next: the one who did not begin last time. @returns {Person} */
  get nextStarter() {
    const done = filter(this.#attune.sessions.newest(), ({ reached }) => reached > 0);
    return nextStarter([...most(done, 1)]);
  }

  // ---- what a person does

  /**
   * Begins a session; in the live mode this is also the invitation.
   * @param {{practice: string, length: Length, mode: Mode, starter: Person, variant?: string, decks?: Decks, dealt?: Decks, given?: Record<string, import('../core/practice.js').FieldValue>}} how
   *   `dealt`: what both phones draw from, and so part of the invitation; `given`: what this person's fields hold already
   */
  async begin({ practice, length, mode, starter, variant = '', decks = {}, dealt = {}, given = {} }) {
    const loaded = await loadPractice(practice);
    await this.#inTurn(async () => {
      const space = mode === 'alone' ? null : this.#attune.currentSpace;
      if (!loaded || (!space && mode !== 'alone')) return;
      const day = this.#attune.today();
      const begunAt = this.#world.now();
      const how = { practice, version: loaded.version, day, length, mode, starter, variant, begunAt };
      if (!space) {
        await this.#open({ ...how, record: hex(this.#crypto.random(16)), pair: '', decks: { ...decks, ...dealt } });
        return;
      }
      const record = await this.#freeRecord(space, practice, day, mode);
      await space.write(record, TYPE$8, [
        ['invite', beginningRow({ ...how, at: begunAt, dealt })],
        ['day', day],
      ]);
      await this.#open({ ...how, record, pair: space.name, decks: { ...decks, ...dealt } });
    });
    for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    if (mode !== 'own-time' && mode !== 'alone') await this.send({ type: 'ready' });
  }

  /** A field of this person holds something before its place is reached. @param {string} field @param {import('../core/practice.js').FieldValue} value */
  async #give(field, value) {
    await this.#inTurn(async () => {
      if (this.#running) await this.#become(given(this.#running.engine, field, value));
    });
  }

  /** A place for a new run of this day: the first whose session nobody has finished or left. @param {import('./space.js').Space} space @param {string} practice @param {string} day @param {Mode} mode */
  async #freeRecord(space, practice, day, mode) {
    for (let run = 1; ; run += 1) {
      const id = await space.meetAt(practice, 0, day, `session/${run}`);
      const known = space.record(id);
      if (!known) return id;
      const isOld = mode !== 'live' || [...known.byPerson.values()].some((fields) => fields.has('closed') || fields.has('answer'));
      const invite = [1, 2].map((person) => readInvite(known.byPerson.get(person)?.get('invite')?.value)).find(Boolean);
      if (!isOld && invite && this.#isFresh(id, invite.at)) return id;
    }
  }

  /** Says yes to the invitation. @param {Decks} [decks] what this phone draws from @param {Record<string, import('../core/practice.js').FieldValue>} [given] */
  async accept(decks = {}, given = {}) {
    const { invitation } = this;
    const space = this.#attune.currentSpace;
    if (!invitation || !space) return;
    if (this.#running?.mode === 'own-time') await this.putAway();
    else if (this.#running) await this.leave();
    const begunAt = this.#world.now();
    await this.#inTurn(() =>
      this.#open({ ...invitation, mode: 'live', pair: space.name, decks: { ...decks, ...invitation.dealt }, begunAt }),
    );
    for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    await this.send({ type: 'ready' });
  }

  /** Whether this release can play what is asked: an older phone meets a newer practice. @param {Beginning} beginning @returns {Promise<boolean>} */
  async isKnown({ practice, version }) {
    const loaded = await loadPractice(practice);
    return loaded !== null && loaded.version >= version;
  }

  /**
   * Takes up a session in own time where it is.
   * @param {string} record hex @param {Decks} [decks] @param {Record<string, import('../core/practice.js').FieldValue>} [given] when it is taken up first
   * @returns {Promise<boolean>} false: not known here
   */
  async takeUp(record, decks = {}, given = {}) {
    const space = this.#attune.currentSpace;
    const beginning = this.#attune.sessions.beginning(record);
    if (!space || !beginning || !(await this.isKnown(beginning))) return false;
    if (this.#running?.record === record) return true;
    if (this.#running?.mode === 'own-time') await this.putAway();
    else if (this.#running && this.#isOver(this.#running)) await this.leave();
    if (this.#running) return false;
    const row = readRow(await this.#vault.get(`${ROW}/${record}`));
    await this.#inTurn(() =>
      this.#open({
        ...beginning,
        record,
        pair: space.name,
        decks: { ...decks, ...beginning.dealt },
        begunAt: beginning.at,
        ...(row ? { local: row.local } : {}),
      }),
    );
    if (!row) for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    return true;
  }

  /** A session in own time stays as it is and goes on another time. */
  async putAway() {
    await this.#inTurn(async () => {
      if (this.#running?.mode === 'own-time') this.#forget();
    });
    this.#attune.changed();
  }

  /** @param {string} record a session in own time @returns {Promise<import('../core/practice-view.js').View|null>} what it would show now */
  async glimpse(record) {
    const space = this.#attune.currentSpace;
    const beginning = this.#attune.sessions.beginning(record);
    if (!space || !beginning || !(await this.isKnown(beginning))) return null;
    const row = readRow(await this.#vault.get(`${ROW}/${record}`));
    const engine = await this.#engineOf(space, {
      ...beginning,
      record,
      pair: space.name,
      decks: beginning.dealt,
      begunAt: beginning.at,
      local: row?.local,
    });
    return view(engine, engine.me, this.#world.now());
  }

  /** Sessions in own time in which this person can go on. @returns {Promise<{practice: string, record: string}[]>} */
  async waiting() {
    const found = [];
    for (const { id, practice } of this.#attune.sessions.open()) {
      const now = await this.glimpse(id);
      const isSomethingToDo = now && (now.fields.length > 0 || now.buttons.some(({ id }) => id !== 'take-back')); // some buttons come with the first word
      if (now?.hasFloor && !now.isEnded && isSomethingToDo) found.push({ practice, record: id });
    }
    return found;
  }

  /** Says no, without a reason. @param {typeof ANSWERS[number]|null} answer what the other is told; null: nothing leaves this phone */
  async decline(answer) {
    const { invitation } = this;
    const space = this.#attune.currentSpace;
    if (!invitation || !space) return;
    this.#attune.drafts.set('declined', invitation.record);
    if (answer) await space.write(invitation.record, TYPE$8, [['answer', answer]]);
    this.#attune.changed();
  }

  /** @param {Omit<Event, 'at'>} event of a button of the view, by this person */
  async send(event) {
    await this.#attune.attempt(() =>
      this.#inTurn(async () => {
        if (this.#isFollowing) await this.#leadHere();
        const running = this.#running;
        if (!running) return;
        const engine = next(running.engine, { ...event, at: this.#world.now() });
        await this.#become(engine);
        this.#attune.tellLive();
      }),
    );
  }

  /** Another tab went on with the session: show what it has. */
  async follow() {
    await this.#inTurn(async () => {
      const how = readRow(await this.#vault.get(ROW));
      if (!how || !this.#isInReach(how)) {
        if (this.#running?.mode !== 'own-time') this.#forget();
        return;
      }
      const engine = await this.#engineOf(this.#attune.spaceOfPair(how.pair), how);
      this.#quieten();
      this.#isFollowing = true;
      this.#running = { ...how, engine };
      this.#lastSaid = contribution(engine);
    });
  }

  /** Alone, or of the pair in use. @param {{pair: string}} how */
  #isInReach({ pair }) {
    return pair === '' || (this.#attune.spaceOfPair(pair) !== null && pair === this.#attune.pairName);
  }

  /** A tap in this tab: it is the one in use from here on. */
  async #leadHere() {
    const how = readRow(await this.#vault.get(ROW));
    this.#isFollowing = false;
    if (how && this.#isInReach(how)) await this.#open(how);
    else this.#forget();
  }

  #quieten() {
    this.#world.clearTimer(this.#timer ?? 0);
    this.#whisperer = null;
    this.#clock = null;
    this.#heardAt = 0;
  }

  #forget() {
    this.#quieten();
    this.#isFollowing = false;
    this.#running = null;
    this.#lastSaid = null;
  }

  /** One phone for two is put aside: whoever takes it up says first who they are. */
  async cover() {
    await this.#inTurn(async () => {
      const engine = this.#running?.engine;
      if (engine?.mode === 'one-phone' && engine.local.uncovered) await this.#become(uncoveredByNobody(engine));
    });
  }

  /** Leaves the session on this phone; in the middle of it, that is the stop both phones show alike. */
  async leave() {
    const now = this.view();
    if (now && !now.isEnded && !now.stopped && !now.isClosed && now.buttons.every(({ id }) => id !== 'close'))
      await this.send({ type: 'stop' });
    await this.#inTurn(async () => {
      const running = this.#running;
      if (!running) return;
      await this.#keepNotes(running);
      if (running.practice === PAUSE && running.mode === 'live' && jointOf(running.engine).index > 0) await this.#attune.pauses.putDown();
      await this.#make(running);
      this.#forget();
      await this.#vault.remove(rowOf(running));
      await this.#spaceOf(running)?.write(running.record, TYPE$8, [['closed', true]]);
      this.#attune.tellLive();
    });
    this.#attune.changed();
  }

  /** What this person wrote and did not share goes to their own notes; of one phone for two nothing is kept. @param {Running} running */
  async #keepNotes({ engine, record, practice, day }) {
    if (engine.mode === 'one-phone' || (engine.mode === 'live' && jointOf(engine).index === 0)) return; // left before it began: what was given to it stays where it was
    const { fields, shared } = engine.local;
    const kept = engine.practice.fields.flatMap(({ name, keeps }) => {
      const value = fields[engine.me][name];
      return keeps && !shared[engine.me].includes(name) && !isBlank(value) ? [[name, value]] : [];
    });
    if (kept.length > 0) await this.#attune.sessions.keep({ record, practice, day, fields: Object.fromEntries(kept) });
  }

  /** What stays of it: entries of this person. On one phone only what the other may see. @param {Running} running */
  async #make({ engine, record, practice, begunAt }) {
    const { entries } = this.#attune;
    const now = situation(engine, engine.me, this.#world.now());
    const isPair = this.#attune.currentSpace !== null;
    const all = (/** @type {readonly string[]} */ conditions) => conditions.every((condition) => holds(now, condition));
    for (const { type, fields, when = [], shared, as = {}, theirs = {}, forSelf, isOne, by } of engine.practice.makes ?? []) {
      if (by) {
        const { fields: written, shared: given } = engine.local;
        const mine = { fields: written[engine.me], shared: given[engine.me], hasSaid: (/** @type {string} */ flag) => all([`my:${flag}`]) };
        const isAsker = now.joint.starter === engine.me || engine.mode === 'alone';
        const isEnded = now.phase.isFinal === true && !now.flowStep.aside && now.stopped === null;
        const isTable = engine.mode === 'one-phone';
        const { length, local } = engine;
        await this.#attune[by].fromTalk({
          session: record,
          begunAt: this.#attune.sessions.beginning(record)?.at ?? begunAt,
          isAsker,
          isEnded,
          isTable,
          length,
          results: local.results,
          mine,
          theirs: theirsOf(engine),
        });
        continue;
      }
      const named = (/** @type {Readonly<Record<string, any>>} */ from, /** @type {readonly string[]} */ names) =>
        names.flatMap((name) =>
          isBlank(from[name]) ? [] : [/** @type {[string, any]} */ ([as[name] ?? theirs[name] ?? name, from[name]])],
        );
      const own = engine.local.fields[engine.me];
      const written = named(own, fields);
      const isShared = isPair && shared !== undefined && all(shared.when);
      if (written.length === 0 || !all(when) || (engine.mode === 'one-phone' && !isShared)) continue;
      const heard = named(engine.theirs, Object.keys(theirs));
      const id =
        (isOne && standing(entries.list(type), written)) ||
        (await entries.keep(type, {
          ...Object.fromEntries([...written, ...heard]),
          practice,
          session: record,
          ...(forSelf ? { pair: '' } : {}),
        }));
      const told = isShared ? { ...Object.fromEntries(named(own, shared.fields)), ...(shared.isOfSession ? { session: record } : {}) } : {};
      if (isShared) await entries.share(type, told, id);
    }
  }

  // ---- the machine

  /** After a reload: the session that was under way. */
  async resume() {
    const how = readRow(await this.#vault.get(ROW));
    if (!how) return;
    if (!this.#isInReach(how)) {
      await this.#vault.remove(ROW);
      await this.#attune.spaceOfPair(how.pair)?.write(how.record, TYPE$8, [['closed', true]]);
      return;
    }
    await this.#inTurn(() => this.#open(how));
    await this.#leaveForgotten();
  }

  /** A sky belongs to its day: a session that was left in the weather of an earlier one is not gone on with. */
  async #leaveForgotten() {
    const running = this.#running;
    if (!running || running.mode === 'own-time') return;
    if (!this.#isInReach(running)) await this.leave();
    else if (this.#isOver(running) && running.day !== this.#attune.today() && (this.place?.index ?? 0) <= LAST_OF_WEATHER)
      await this.leave();
  }

  /** @param {How} how */
  async #open(how) {
    const space = this.#attune.spaceOfPair(how.pair);
    const engine = await this.#engineOf(space, how);
    this.#running = { ...how, engine };
    this.#lastSaid = contribution(engine);
    const written = space?.record(how.record)?.byPerson.get(space.person);
    const known = contributionIn(written);
    this.#lastSaid = { ...this.#lastSaid, ...known };
    await this.#store(this.#running, contribution(engine)); // said before a crash, and not yet in the record
    if (space && !isOnePhone(engine) && how.mode !== 'own-time') {
      this.#whisperer = new Whisperer(this.#crypto, {
        whispersKey: await space.whispersKey(),
        space: space.id,
        session: unhex(how.record),
        device: space.device,
      });
      await this.#ping();
    }
    await this.#keepLocal(this.#running);
    await this.#noteEnd(this.#running);
    this.#attune.changed();
  }

  /** The session as this phone and the record have it. @param {import('./space.js').Space|null} space @param {How} how @returns {Promise<State>} */
  async #engineOf(space, { record, day, practice, variant, length, mode, starter, decks, local }) {
    const number = (/** @type {Uint8Array} */ bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const loaded = await loadPractice(practice);
    if (!loaded) throw new Error(`no practice ${practice}`);
    const fresh = start({
      practice: loaded,
      session: {
        id: record,
        seed: number(unhex(record)),
        openerSeed: space ? number(space.id) : 0,
        day,
        variant,
        decks,
        isPaired: this.#attune.currentSpace !== null,
      },
      me: space?.person === 2 ? 1 : 0,
      starter,
      length,
      mode: /** @type {any} */ (mode),
    });
    const byPerson = space?.record(record)?.byPerson;
    return restore(fresh, {
      mine: contributionIn(byPerson?.get(space?.person ?? 1)),
      theirs: contributionIn(byPerson?.get(3 - (space?.person ?? 1))),
      ...(local ? { local } : {}),
    });
  }

  /** @param {State} engine */
  async #become(engine) {
    const running = this.#running;
    if (!running || engine === running.engine) return;
    const after = { ...running, engine };
    if (this.#isFollowing) {
      this.#running = after;
      this.#attune.changed();
      return;
    }
    await this.#keepLocal(after); // first kept, then shown: a phone that dies now comes back to what was seen
    this.#running = after;
    this.#attune.changed();
    await this.#storeGuest(after);
    await this.#noteEnd(after);
    const said = contribution(engine);
    if (this.#lastSaid && sameContribution(said, this.#lastSaid)) return;
    await this.#whisper(wordsOf$1(said));
    await this.#store(after, said);
  }

  /** This person came to its end, and not only away from it: from here on what was sealed can be read. @param {Running} running */
  async #noteEnd(running) {
    const space = this.#spaceOf(running);
    const { phase, flowStep, stopped } = situation(running.engine, running.engine.me, this.#world.now());
    if (!space || !phase.isFinal || flowStep.aside || stopped) return;
    if (!space.record(running.record)?.byPerson.get(space.person)?.has(END))
      await space.write(running.record, TYPE$8, [[END, flowStep.phase]]);
  }

  /** What is new of it, in the record of the session. Blind answers are never stored. @param {Running} running @param {import('../core/practice.js').Contribution} said */
  async #store({ record, pair, day }, said) {
    const before = this.#lastSaid ?? { marks: [], fields: {}, results: {} };
    this.#lastSaid = said;
    const space = this.#attune.spaceOfPair(pair);
    const changed = (/** @type {string} */ mark, /** @type {Record<string, any>} */ now, /** @type {Record<string, any>} */ then) =>
      Object.entries(now).flatMap(([name, value]) =>
        isSame(value, then[name]) ? [] : [/** @type {[string, any]} */ ([mark + name, value])],
      );
    const news = [
      ...(isSame(said.marks, before.marks) ? [] : [/** @type {[string, any]} */ (['marks', said.marks])]),
      ...changed(FIELD$1, said.fields, before.fields),
      ...changed(RESULT, said.results, before.results),
    ];
    const gone = Object.keys(before.fields).filter((name) => !(name in said.fields));
    if (news.length > 0) await space?.write(record, TYPE$8, [...news, ['day', day]]);
    if (gone.length > 0)
      await space?.withdraw(
        record,
        TYPE$8,
        gone.map((name) => FIELD$1 + name),
      );
  }

  /** On one phone, what the guest shared is in no record but this phone's. @param {Running} running */
  async #storeGuest({ engine, record, day, pair }) {
    if (engine.mode !== 'one-phone') return;
    const space = this.#attune.spaceOfPair(pair);
    const guest = engine.me === 0 ? 1 : 0;
    const known = space?.record(record)?.byPerson.get(engine.me + 1);
    const news = engine.local.shared[guest].flatMap((name) => {
      const value = engine.local.fields[guest][name];
      return isBlank(value) || isSame(value, known?.get(GUEST + name)?.value) ? [] : [/** @type {[string, any]} */ ([GUEST + name, value])];
    });
    if (news.length > 0) await space?.write(record, TYPE$8, [...news, ['day', day]]);
  }

  /** @param {Running} running */
  async #keepLocal(running) {
    const { engine, record, day, pair, practice, version, variant, length, mode, starter, decks, begunAt } = running;
    await this.#vault.put(rowOf(running), [
      record,
      day,
      pair,
      length,
      mode,
      starter,
      JSON.stringify(localOf(engine)),
      begunAt,
      practice,
      version,
      variant,
      Object.entries(decks),
    ]);
  }

  /** @param {Running} running */
  #spaceOf(running) {
    return this.#attune.spaceOfPair(running.pair);
  }

  #pairSpace() {
    return this.#running ? this.#spaceOf(this.#running) : null;
  }

  /** What the other's op says, whenever it comes. */
  #readRecord() {
    const running = this.#running;
    if (!running) return;
    const space = this.#spaceOf(running);
    const theirs = space?.record(running.record)?.byPerson.get(3 - space.person);
    if (theirs) void this.#inTurn(() => this.#take(contributionIn(theirs)));
  }

  /** Without a network each phone goes on by voice, and with it they meet again. */
  #checkVoice() {
    const engine = this.#running?.engine;
    const isVoice = this.#attune.sync.state === 'offline';
    if (engine?.mode !== 'live' || engine.isVoice === isVoice) return;
    void this.#inTurn(async () => {
      if (this.#running) await this.#become(setVoice(this.#running.engine, isVoice));
    });
  }

  /** @param {Parameters<typeof receive>[1]} said */
  async #take(said) {
    const running = this.#running;
    if (running) await this.#become(receive(running.engine, said));
  }

  // ---- whispers: presence, marks at once, and the drift of the two clocks

  async #ping() {
    this.#world.clearTimer(this.#timer ?? 0);
    if (!this.#running || !this.#whisperer) return;
    const space = this.#running.pair;
    if (this.#whisperer.peers === 0) this.#attune.whisper(space, await this.#whisperer.greet());
    else await this.#whisper(['ping', this.#world.now()]);
    this.#timer = this.#world.setTimer(() => void this.#inTurn(() => this.#ping()), this.#whisperer?.peers ? PING_EVERY_MS : 2_000);
  }

  /** @param {import('../core/codec.js').Value} message */
  async #whisper(message) {
    const running = this.#running;
    for (const bytes of (await this.#whisperer?.say(message)) ?? []) if (running) this.#attune.whisper(running.pair, bytes);
  }

  /** @param {string} space @param {Uint8Array} bytes */
  async #hear(space, bytes) {
    const running = this.#running;
    const session = sessionOf(bytes);
    if (session !== running?.record && space === this.#attune.currentSpace?.name) this.#noteWhispered(session);
    if (!running || !this.#whisperer || space !== running.pair) return;
    const { out, word, met } = await this.#whisperer.hear(bytes);
    for (const answer of out) this.#attune.whisper(space, answer);
    if (met) {
      this.#heardAt = this.#world.now();
      await this.#whisper(wordsOf$1(contribution(running.engine)));
      await this.#whisper(['ping', this.#world.now()]);
      this.#attune.changed();
    }
    if (!Array.isArray(word)) return;
    this.#heardAt = this.#world.now();
    const [kind, ...rest] = word;
    if (kind === 'marks') await this.#take(saidIn(rest));
    else if (kind === 'ping') await this.#whisper(['pong', rest[0], this.#world.now()]);
    else if (kind === 'pong') await this.#measure(rest[0], rest[1]);
  }

  /** @param {string} session hex */
  #noteWhispered(session) {
    const before = this.invitation?.record;
    this.#whispered.set(session, this.#world.now());
    if (this.invitation?.record !== before) this.#attune.changed();
  }

  /** Cristian's algorithm: half the round trip; the shortest trip of the session is the truest. @param {number} sentAt @param {number} theirs */
  async #measure(sentAt, theirs) {
    const now = this.#world.now();
    const tripMs = now - sentAt;
    if (!Number.isSafeInteger(theirs) || tripMs < 0 || tripMs > 10_000 || !this.#running) return;
    if (this.#clock && tripMs >= this.#clock.tripMs) return;
    this.#clock = { offsetMs: Math.round((sentAt + now) / 2 - theirs), tripMs };
    await this.#become(setOffset(this.#running.engine, this.#clock.offsetMs));
  }

  /** Where the session is, for the record of past ones. */
  get place() {
    return this.#running ? jointOf(this.#running.engine) : null;
  }
}

/** Of a whisper, in the clear: which session it is for. @param {Uint8Array} bytes @returns {string} hex, empty when it is no whisper */
function sessionOf(bytes) {
  try {
    const session = /** @type {any} */ (decode(bytes))[1];
    return session instanceof Uint8Array ? hex(session) : '';
  } catch {
    return '';
  }
}

/** What the other shared; on one phone that is here too. @param {State} engine @returns {Readonly<Record<string, any>>} */
function theirsOf({ mode, me, local, theirs }) {
  const guest = me === 0 ? 1 : 0;
  return mode === 'one-phone' ? Object.fromEntries(local.shared[guest].map((name) => [name, local.fields[guest][name]])) : theirs;
}

/** An entry that says the same already is not made a second time. @param {readonly import('./entries.js').Entry[]} entries @param {readonly [string, any][]} written @returns {string|undefined} its id */
const standing = (entries, written) =>
  entries.find(({ isMine, own }) => isMine && own['gone'] === undefined && written.every(([name, value]) => isSame(own[name], value)))?.id;

/** Only a session of two phones invites. @param {unknown} value */
const readInvite = (value) => {
  const beginning = readBeginning(value);
  return beginning?.mode === 'live' ? beginning : null;
};

/** A whisper of all that a phone says. @param {import('../core/practice.js').Contribution} said @returns {import('../core/codec.js').Value} */
const wordsOf$1 = ({ marks, fields, results, blind }) => [
  'marks',
  marks,
  Object.entries(fields),
  Object.entries(results),
  Object.entries(blind),
];

/** @param {unknown} value @returns {Record<string, unknown>} */
const entriesIn = (value) =>
  Object.fromEntries(
    Array.isArray(value) ? value.filter((each) => Array.isArray(each) && each.length === 2 && typeof each[0] === 'string') : [],
  );

/** @param {readonly unknown[]} words of a whisper */
const saidIn = ([marks, fields, results, blind]) => ({
  marks,
  fields: entriesIn(fields),
  results: entriesIn(results),
  blind: entriesIn(blind),
});

/** What a person's fields of the record say. @param {ReadonlyMap<string, {value: any, isWithdrawn?: boolean}>|undefined} fields */
function contributionIn(fields) {
  const named = (/** @type {string} */ mark) =>
    Object.fromEntries(
      [...(fields ?? [])].flatMap(([name, field]) =>
        name.startsWith(mark) && !field.isWithdrawn ? [[name.slice(mark.length), field.value]] : [],
      ),
    );
  return { marks: fields?.get('marks')?.value ?? [], fields: named(FIELD$1), results: named(RESULT) };
}

/** Plain values, compared whole. @param {unknown} a @param {unknown} b */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {{mode: string, record: string}} running */
const rowOf = ({ mode, record }) => (mode === 'own-time' ? `${ROW}/${record}` : ROW);

/** @param {any} row @returns {How|null} */
function readRow(row) {
  if (!row) return null;
  const [record, day, pair, length, mode, starter, local, begunAt = 0, practice = 'daily-check-in', version = 1, variant = '', decks = []] =
    row;
  return {
    record,
    day,
    pair,
    length,
    mode,
    starter,
    begunAt,
    practice,
    version,
    variant,
    decks: Object.fromEntries(decks),
    local: readLocal(local),
  };
}

/** @param {State} engine @returns {State} */
const uncoveredByNobody = (engine) => ({ ...engine, local: { ...engine.local, uncovered: '' } });

/** @param {unknown} text */
function readLocal(text) {
  try {
    return typeof text === 'string' ? { ...JSON.parse(text), uncovered: '' } : undefined; // as after `cover`
  } catch {
    return undefined;
  }
}

/**
 * A seal on something of two: it opens only when both said yes at nearly the same time, and one yes alone opens nothing and says nothing of whose it was.
 * A promise of the app: what is sealed this way is on both phones.
 */

/** Both yes: within this of each other, as two people who sit together press. */
const TOGETHER_MS = 3 * 60_000;
/** Opened, it closes by itself, unless both leave it open. */
const READING_MS = 60 * 60_000;
const REST_MS = 7 * 24 * 60 * 60_000;

/**
 * @typedef {object} Said what one person wrote about the seal
 * @property {number} seal how often this person sealed it, counted through both: the greatest of both is the seal in force; 0 none
 * @property {readonly [number, number]|null} yes to which seal, and when @property {number} leave the seal this person leaves open for good; 0 none
 * @typedef {{state: 'none'|'sealed'|'asked'|'open'|'resting', seal: number, until: number}} SealView `until`: ms when that state ends by itself, 0 never
 */

/** @param {Readonly<Record<string, any>>} fields @returns {Said} */
function readSaid(fields) {
  const [seal, yes, leave] = [fields['seal'], fields['yes'], fields['leave']];
  const isYes = Array.isArray(yes) && yes.length === 2 && yes.every(Number.isSafeInteger);
  return {
    seal: Number.isSafeInteger(seal) ? seal : 0,
    yes: isYes ? /** @type {[number, number]} */ (yes) : null,
    leave: Number.isSafeInteger(leave) ? leave : 0,
  };
}

/**
 * @param {Said} mine @param {Said} theirs @param {number} now ms
 * @returns {SealView} the same for both persons
 */
function sealView(mine, theirs, now) {
  const seal = Math.max(mine.seal, theirs.seal);
  if (seal === 0 || (mine.leave === seal && theirs.leave === seal)) return { state: 'none', seal, until: 0 };
  const times = [mine.yes, theirs.yes].flatMap((yes) => (yes?.[0] === seal ? [yes[1]] : [])).sort((a, b) => a - b);
  const latest = times.at(-1);
  if (latest === undefined) return { state: 'sealed', seal, until: 0 };
  const isTogether = times.length === 2 && latest - /** @type {number} */ (times[0]) <= TOGETHER_MS;
  if (isTogether) {
    const until = latest + READING_MS;
    return now < until ? { state: 'open', seal, until } : { state: 'sealed', seal, until: 0 };
  }
  if (now <= latest + TOGETHER_MS) return { state: 'asked', seal, until: latest + TOGETHER_MS };
  return now < latest + REST_MS ? { state: 'resting', seal, until: latest + REST_MS } : { state: 'sealed', seal, until: 0 };
}

/**
 * The memory map (practice 20): stones of both on one path. A stone is an entry of type `memory`. Whoever begins it names it (`title`); each writes a
 * piece of their own in it: `when`, `where`, `piece`, `feeling`, `cherish`, `photo`. Beside the pieces stand lines, each its writer's: `after` leads to
 * the next stone, and joins the path once the other says so (`joined`) or has a line of their own there; `today` says how it shows now; `learned` what
 * its writer did not know. What a line said before stays. A private stone is in `me` alone. Of sealed ones see core/seal.js.
 */

const TYPE$7 = 'memory';
const MOST$2 = Object.freeze({
  title: 60,
  when: 40,
  where: 60,
  piece: 600,
  feeling: 60,
  cherish: 240,
  after: 160,
  today: 160,
  learned: 240,
});
const PHOTO$2 = 'photo';
const DAY_MS$6 = 86_400_000;
/** A stone is offered in the first days of a month, one a month, and only when it has lain a while. */
const OFFERED_DAYS = 7;
const LAIN_DAYS = 30;
const APART_DAYS = 20;
/** Of so many stones one is chosen. */
const SHARE = 6;
/** After a pause in a conflict, stones wait in their place. */
const QUIET_DAYS = 3;
const WORDS$1 = /** @type {const} */ (['when', 'where', 'piece', 'feeling', 'cherish']);
/** Of a piece for both, these may stay with their writer. */
const OWN$1 = /** @type {const} */ (['feeling', 'cherish']);
/** What a weaving deals: `memory/<place on the path>/<id>`, so that the order of the names is that of the path. */
const DEALT = 'memory/';
/** As many as an invitation takes. */
const MOST_DEALT = 64;
/** Today opens no more than these to find what waits. */
const MOST_AWAKE = 12;
/** Stones told in one weaving. */
const TOLD = Object.freeze({ usual: 3, long: 5 });

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {Record<typeof WORDS[number], string> & {photo: import('../core/blob.js').Photo|null, place: import('./photos.js').Place}} Piece
 * @typedef {'after'|'today'|'learned'} LineName
 * @typedef {{by: 'you'|'they', words: string, earlier: string[]}} Line `earlier`: what it said before, newest first
 * @typedef {object} Stone
 * @property {string} id @property {number} at @property {string} title @property {boolean} isMine this person began it @property {boolean} isPrivate
 * @property {readonly (typeof OWN[number])[]} keptBack of one's own piece, what the other does not see @property {Piece|null} mine @property {Piece|null} theirs @property {boolean} isCovered theirs waits until mine is written, or it is read first
 * @property {import('../core/seal.js').SealView} seal @property {boolean} isTakenBack by the one who began it @property {boolean} isKeptFree its writer keeps a place for the other
 * @property {Readonly<Record<LineName, readonly Line[]>>} lines one's own first @property {boolean} isJoined the lines `after` lead on: both said so
 * @property {number} lookedAt ms, when this person last read it again or put it off; 0 never @property {boolean} isTwoSeen both pieces were read here
 * @property {boolean} hasYes this person said yes to the seal in force @property {boolean} isReadOnly
 * @typedef {Partial<Record<'title'|typeof WORDS[number], string>>} PieceWords
 */

/** @param {readonly string[]} names @param {string} name */
const isIn = (names, name) => names.includes(name);

/** A year somebody named, else the year it was written. @param {Stone} stone */
const yearOf = ({ mine, theirs, at }) => {
  const [, year] = /\b((?:18|19|20)\d\d)\b/.exec(`${mine?.when ?? ''} ${theirs?.when ?? ''}`) ?? [];
  return year ? Number(year) : new Date(at).getFullYear();
};

/** The order of the path: the years named, then when a stone was laid. @param {readonly Stone[]} stones */
const inOrder = (stones) =>
  stones
    .map((stone) => ({ stone, year: yearOf(stone) }))
    .sort((a, b) => a.year - b.year || a.stone.at - b.stone.at || (a.stone.id < b.stone.id ? -1 : 1))
    .map(({ stone }) => stone);

class Memories {
  #parts;

  /**
   * @param {object} parts
   * @param {import('./entries.js').Entries} parts.entries @param {() => import('./photos.js').Photos} parts.photos @param {() => number} parts.now
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair @param {import('../core/ids.js').Crypto} parts.crypto @param {import('./pauses.js').Pauses} parts.pauses
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {Readonly<Record<string, any>>} fields @param {Entry} entry @param {import('./space.js').Space|null} space @param {number} person @returns {Piece|null} */
  #piece(fields, entry, space, person) {
    const photo = readPhoto(fields[PHOTO$2]);
    if (!photo && !WORDS$1.some((name) => fields[name])) return null;
    const words = Object.fromEntries(WORDS$1.map((name) => [name, String(fields[name] ?? '')]));
    const place = { space: space?.name ?? '', record: entry.id, person, field: PHOTO$2 };
    return /** @type {Piece} */ ({ ...words, photo, place });
  }

  /** @param {Entry} entry @param {LineName} name @returns {Line[]} */
  #lines(entry, name) {
    const us = this.#parts.pair();
    const byPerson = entry.isShared ? us?.record(entry.id)?.byPerson : undefined;
    const me = us?.person ?? 1;
    return /** @type {const} */ ([
      ['you', me],
      ['they', 3 - me],
    ]).flatMap(([by, person]) => {
      const field = byPerson?.get(person)?.get(name);
      if (!field?.value || field.isWithdrawn) return [];
      return [{ by, words: String(field.value), earlier: (field.earlier ?? []).map(String).filter(Boolean) }];
    });
  }

  /** @param {Entry} entry @returns {Stone|null} */
  #stone(entry) {
    const { me, pair, now } = this.#parts;
    const [own, us] = [me(), pair()];
    const person = us?.person ?? 1;
    const keptBack = entry.isShared ? OWN$1.filter((name) => entry.own[name]) : [];
    const said = { ...entry.mine, ...Object.fromEntries(keptBack.map((name) => [name, entry.own[name]])) };
    const mine = entry.isShared ? this.#piece(said, entry, us, person) : this.#piece(entry.own, entry, own, own?.person ?? 1);
    const theirs = this.#piece(entry.theirs, entry, us, 3 - person);
    const title = String((entry.isShared ? (entry.isMine ? entry.mine : entry.theirs)['title'] : entry.own['title']) ?? '');
    if (!mine && !theirs && !title) return null;
    const [mySeal, theirSeal] = [readSaid(entry.mine), readSaid(entry.theirs)];
    const seal = sealView(mySeal, theirSeal, now());
    return {
      id: entry.id,
      at: entry.at,
      title,
      isMine: entry.isMine,
      isPrivate: !entry.isShared,
      keptBack,
      mine,
      theirs,
      isCovered: theirs !== null && mine === null && entry.own['read'] !== true && seal.seal === 0,
      seal,
      isTakenBack: entry.isTakenBack,
      isKeptFree: entry.mine['kept'] === true || (entry.theirs['kept'] === true && mine === null && entry.own['not-this'] !== true),
      lookedAt: Number(entry.own['looked'] ?? 0),
      isTwoSeen: entry.own['two'] === true,
      lines: { after: this.#lines(entry, 'after'), today: this.#lines(entry, 'today'), learned: this.#lines(entry, 'learned') },
      isJoined: entry.mine['joined'] === true || entry.theirs['joined'] === true || this.#lines(entry, 'after').length === 2,
      hasYes: seal.state === 'asked' && mySeal.yes?.[0] === seal.seal && now() <= mySeal.yes[1] + TOGETHER_MS,
      isReadOnly: entry.isReadOnly,
    };
  }

  /** @returns {Stone[]} in the order of the path */
  path() {
    return inOrder(this.#parts.entries.list(TYPE$7).flatMap((entry) => this.#stone(entry) ?? []));
  }

  /** @param {string} id @returns {Stone|null} */
  get(id) {
    const entry = this.#parts.entries.get(TYPE$7, id);
    return entry && this.#stone(entry);
  }

  /** @param {Stone|null} stone @returns {boolean} the other keeps a place there for this person */
  isKept(stone) {
    return stone !== null && !stone.isMine && stone.isKeptFree && stone.mine === null && stone.seal.state === 'none';
  }

  /** @returns {Stone[]} the other keeps a place there for this person */
  kept() {
    return this.#awake().filter((stone) => this.isKept(stone));
  }

  /** A stone this person may read at once and nobody else may look at by surprise. @param {Stone} stone */
  #isOpen({ isPrivate, isCovered, seal, mine, theirs }) {
    return !isPrivate && !isCovered && seal.state === 'none' && (mine !== null || theirs !== null);
  }

  #open() {
    return this.path().filter((stone) => this.#isOpen(stone));
  }

  /** Of which something waits for this person (stances.js), in the order of the path: the newest, however many years nobody looked. */
  #awake() {
    return inOrder(this.#parts.entries.awake(TYPE$7, MOST_AWAKE).flatMap((entry) => this.#stone(entry) ?? []));
  }

  /** A pause was called lately: nothing is offered. */
  get isQuiet() {
    const [last] = this.#parts.pauses.all();
    return last !== undefined && this.#parts.now() - last.at < QUIET_DAYS * DAY_MS$6;
  }

  /** Whose turn it may be this month: a share of a long path, another one each month, so that no year of stones is opened to find one. */
  #inTurn() {
    const places = this.#parts.pair()?.places(TYPE$7) ?? [];
    const shares = Math.ceil(places.length / SHARE);
    const date = new Date(this.#parts.now());
    const month = 12 * date.getFullYear() + date.getMonth();
    const mine = places.filter(({ id }) => (Number.parseInt(id.slice(0, 8), 16) - month) % shares === 0); // ids are hashes or random
    return mine.slice(0, 2 * SHARE).flatMap(({ id }) => this.get(id) ?? []);
  }

  /** The stone of this month, until it was read or put off; of those whose turn it may be the one looked at longest ago. @returns {Stone|null} */
  ofMonth() {
    const now = this.#parts.now();
    if (new Date(now).getDate() > OFFERED_DAYS) return null;
    const stones = this.#inTurn().filter((stone) => this.#isOpen(stone));
    if (stones.some(({ lookedAt }) => now - lookedAt <= APART_DAYS * DAY_MS$6)) return null;
    const [first] = stones.filter(({ at }) => now - at > LAIN_DAYS * DAY_MS$6).sort((a, b) => a.lookedAt - b.lookedAt);
    return first ?? null;
  }

  /** One to read before a hard talk. @returns {Stone|null} */
  beforeHardTalk() {
    const [first] = this.#open().sort((a, b) => a.lookedAt - b.lookedAt);
    return this.isQuiet ? null : (first ?? null);
  }

  /** Read again, or put off until another month; nobody else learns of it. @param {string} id */
  async look(id) {
    await this.#parts.entries.keep(TYPE$7, { looked: this.#parts.now() }, id);
  }

  /** @param {Stone|null} stone @returns {boolean} both pieces lie there, and this person has not read them yet */
  isToRead(stone) {
    return stone !== null && this.#isOpen(stone) && stone.mine !== null && stone.theirs !== null && !stone.isTwoSeen;
  }

  /** @returns {Stone[]} */
  twoPieces() {
    return this.#awake().filter((stone) => this.isToRead(stone));
  }

  /** @param {string} id */
  async seeTwo(id) {
    await this.#parts.entries.keep(TYPE$7, { two: true }, id);
  }

  /**
   * Lays a stone, or writes one's piece of it anew.
   * @param {PieceWords} words @param {import('./photos.js').WordedPicture|null} picture @param {'me'|'us'|'sealed'} audience @param {string} [id]
   * @param {readonly (typeof OWN[number])[]} [keptBack] of what is for both, these stay here
   * @returns {Promise<string>} its id
   */
  async lay(words, picture, audience, id, keptBack = []) {
    const { entries, me, pair, crypto } = this.#parts;
    const record = id ?? hex(crypto.random(16));
    const before = id ? this.get(id) : null;
    const isShared = audience !== 'me';
    const space = isShared ? pair() : me();
    if (!space) throw new Error('no place to write yet');
    const had = before && before.isPrivate === !isShared ? before.mine?.photo : null;
    const named = before && !before.isMine ? Object.entries(words).filter(([name]) => name !== 'title') : Object.entries(words);
    const photo = picture || had ? await this.#parts.photos().named(space, had ?? null, picture, { record, field: PHOTO$2 }) : undefined;
    const fields = {
      ...Object.fromEntries(named.map(([name, value]) => [name, isShared && isIn(keptBack, name) ? '' : value.trim()])),
      ...(photo === undefined ? {} : { [PHOTO$2]: photo }),
      ...(audience === 'sealed' && before?.seal.state !== 'sealed' ? { seal: (before?.seal.seal ?? 0) + 1 } : {}),
    };
    if (!isShared) return entries.keep(TYPE$7, fields, record);
    await entries.share(TYPE$7, fields, record);
    if (before?.isPrivate) await entries.forget(TYPE$7, record); // one place for it from now on
    const kept = Object.fromEntries(OWN$1.map((name) => [name, isIn(keptBack, name) ? (words[name]?.trim() ?? '') : '']));
    if (keptBack.length > 0 || (before && before.keptBack.length > 0)) await entries.keep(TYPE$7, kept, record);
    return record;
  }

  /** Takes one's own piece back, or a private stone away. @param {Stone} stone */
  async takeBack(stone) {
    const { entries } = this.#parts;
    if (!stone.isPrivate) await entries.takeBack(TYPE$7, stone.id);
    await entries.forget(TYPE$7, stone.id, stone.isPrivate ? undefined : [...stone.keptBack]);
  }

  /** Reads theirs before writing one's own. @param {Stone} stone */
  async readFirst({ id }) {
    await this.#parts.entries.keep(TYPE$7, { read: true }, id);
  }

  /** Keeps a place for the other. @param {Stone} stone */
  async keepPlace({ id }) {
    await this.#parts.entries.share(TYPE$7, { kept: true }, id);
  }

  /** Not this one; the other learns nothing of it. @param {Stone} stone */
  async notThis({ id }) {
    await this.#parts.entries.keep(TYPE$7, { 'not-this': true }, id);
  }

  /** Says a line beside the pieces, or says it anew. @param {Stone} stone @param {LineName} name @param {string} words */
  async say({ id }, name, words) {
    await this.#parts.entries.answer(TYPE$7, { [name]: words.trim() }, id);
  }

  /** Yes to the other's joining sentence. @param {Stone} stone */
  async joinIt({ id }) {
    await this.#parts.entries.answer(TYPE$7, { joined: true }, id);
  }

  // ---- woven together

  /** Stones that both see, in the order of the path. Sealed ones cannot be chosen. @returns {{stones: string[]}} */
  dealt() {
    const isForBoth = (/** @type {Stone} */ stone) =>
      !stone.isPrivate && !stone.isTakenBack && stone.title !== '' && stone.seal.state === 'none';
    const stones = this.path().filter(isForBoth).slice(0, MOST_DEALT);
    return { stones: stones.map(({ id }, place) => `${DEALT}${String(place).padStart(2, '0')}/${id}`) };
  }

  /** @param {string} name of something dealt @returns {Stone|null} */
  dealtStone(name) {
    return name.startsWith(DEALT) ? this.get(name.slice(name.lastIndexOf('/') + 1)) : null;
  }

  /**
   * What stays of a weaving that came to its end, on the phone of whoever wrote it: the title of a stone that was first told there, the sentence after a
   * stone with the yes of both, and how it shows today, beside the last stone.
   * @param {{session: string, begunAt: number, isEnded: boolean, isTable: boolean, length: string, results: Readonly<Record<string, any>>, theirs: Readonly<Record<string, any>>,
   *   mine: {fields: Readonly<Record<string, any>>, shared: readonly string[], hasSaid: (flag: string) => boolean}}} talk
   */
  async fromTalk({ session, begunAt, isEnded, isTable, length, results, mine, theirs }) {
    const { entries, pair } = this.#parts;
    const us = pair();
    if (!us || !isEnded) return;
    const said = (/** @type {string} */ name) => (mine.shared.includes(name) ? String(mine.fields[name] ?? '').trim() : '');
    const chosen = /** @type {[string, number][]} */ (results['stones']?.[1] ?? []).map(([name]) => name.slice(name.lastIndexOf('/') + 1));
    let last = '';
    for (let n = 1; n <= (length === 'long' ? TOLD.long : TOLD.usual); n += 1) {
      const title = said(`title-${n}`) || String((isTable && theirs[`title-${n}`]) || '');
      const id = chosen[n - 1] ?? (await us.meetAt(TYPE$7, 0, '', `${session}/${n}`));
      if (!chosen[n - 1] && !title && !theirs[`title-${n}`]) continue;
      if (!chosen[n - 1] && title) await entries.share(TYPE$7, { title, at: begunAt + n }, id); // in the order they were told
      last = id;
      const after = said(`join-${n}`);
      if (mine.hasSaid(`joined-${n}`) && (after || theirs[`join-${n}`]))
        await entries.answer(TYPE$7, { joined: true, ...(after ? { after } : {}) }, id);
    }
    if (last && said('today')) await entries.answer(TYPE$7, { today: said('today') }, last);
  }

  // ---- sealed

  /** Either may, at any time; the whole stone closes, on both phones. @param {Stone} stone */
  async seal({ id, seal }) {
    await this.#parts.entries.share(TYPE$7, { seal: seal.seal + 1 }, id);
  }

  /** Yes to opening it now. Without the other's yes nothing comes of it. @param {Stone} stone */
  async sayYes({ id, seal }) {
    if (seal.state === 'sealed' || seal.state === 'asked')
      await this.#parts.entries.share(TYPE$7, { yes: [seal.seal, this.#parts.now()] }, id);
  }

  /** Open for good, once the other says so too. @param {Stone} stone */
  async leaveOpen({ id, seal }) {
    await this.#parts.entries.share(TYPE$7, { leave: seal.seal }, id);
  }
}

/**
 * Moments (practice 14): small pages about something good. A moment is an entry whose words are in its writer's `me`; `audience` there says for whom:
 * 0 only me, 1 us and sealed, 2 us and open. Of a sealed page the other phone has its title and no word: the page itself is shared when both read
 * together, by its writer's phone. Its `photo` goes with the page: sealed for `me`, and once more for the pair while the page is open. Beside them: whose the page is to write (`turn`), and what to do again (`again`), agreed by both or kept as an idea.
 */


const TYPE$6 = 'moment';
const AGAIN$1 = 'again';
const IDEA = 'idea';
const TURN = 'moment-turn';
const PHOTO$1 = 'photo';
/** What is open of a page, beside its title. */
const INSIDE = ['page', PHOTO$1];
const ONLY_ME = 0;
const SEALED = 1;
const OPEN = 2;
const DAY_MS$5 = 86_400_000;
/** This week, this month, some day. */
const WHEN_MS = [7 * DAY_MS$5, 30 * DAY_MS$5];
const SOME_DAY = 2;

/** @typedef {import('./entries.js').Entry} Entry @typedef {{title: string, page: string, audience: number, picture?: import('./photos.js').WordedPicture|null}} Words */

/** @param {Entry} entry @returns {string} */
const titleOf$1 = ({ isMine, own, theirs }) => String((isMine ? own['title'] : theirs['title']) ?? '');
/** @param {Entry} entry @returns {string} its words, where this phone has them */
const pageOf$1 = ({ isMine, own, theirs }) => String((isMine ? own['page'] : theirs['page']) ?? '');
/** @param {Entry} entry @returns {boolean} its words are closed to the other */
const isSealed = ({ isMine, isShared, isTakenBack, mine, theirs }) =>
  isMine ? isShared && !isTakenBack && mine['page'] === undefined : theirs['page'] === undefined;
/** @param {Entry} entry @returns {boolean} the other knows of it */
const isOut = ({ isShared, isTakenBack }) => isShared && !isTakenBack;

/** @param {Entry} entry @returns {string} what to do again */
const againOf = ({ isMine, own, mine, theirs }) => {
  const fields = isMine ? { ...own, ...mine } : theirs;
  return String(fields['again'] ?? fields['again-other'] ?? '');
};

/**
 * The last word of either about when: this week, this month, some day, or a day.
 * @param {Entry} entry @returns {{when: number, day: string, untilMs: number|null, at: number}} `at`: when it was said; ms
 */
function whenOf({ at, isMine, own, mine, theirs }) {
  const first = isMine ? { ...own, ...mine } : theirs;
  const moves = [mine, theirs].flatMap(({ moved }) =>
    Array.isArray(moved)
      ? [{ at: Number(moved[0]), when: Number(moved[1]), day: isDayLabel(String(moved[2] ?? '')) ? String(moved[2]) : '' }]
      : [],
  );
  const last = [{ at, when: Number(first['when'] ?? first['when-other'] ?? SOME_DAY), day: '' }, ...moves].reduce((newest, each) =>
    each.at > newest.at ? each : newest,
  );
  const ms = WHEN_MS[last.when];
  const untilMs = last.day ? noonOf(last.day) + DAY_MS$5 / 2 : ms === undefined ? null : last.at + ms;
  return { ...last, untilMs };
}

/** Let go by either after it was last given a time. @param {Entry} entry */
const isGone = (entry) => [entry.mine, entry.theirs].some(({ gone }) => Number(gone ?? 0) > whenOf(entry).at);
/** @param {Entry} entry */
const isDone = ({ mine, theirs }) => mine['done'] === true || theirs['done'] === true;

class Moments {
  #entries;
  #me;
  #pair;
  #now;
  #crypto;
  #photos;

  /**
   * @param {object} parts
   * @param {import('./entries.js').Entries} parts.entries @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair
   * @param {() => number} parts.now @param {import('../core/ids.js').Crypto} parts.crypto @param {() => import('./photos.js').Photos} parts.photos
   */
  constructor({ entries, me, pair, now, crypto, photos }) {
    this.#entries = entries;
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
    this.#crypto = crypto;
    this.#photos = photos;
  }

  /** @returns {Entry[]} one's own and the other's, newest first */
  all(among = this.#entries.list(TYPE$6)) {
    return among.filter((entry) => (entry.isMine ? pageOf$1(entry) !== '' || titleOf$1(entry) !== '' : !entry.isTakenBack));
  }

  /** Each opened when it is asked for. @returns {Generator<Entry>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE$6)) yield* this.all([entry]);
  }

  #awake() {
    return this.all(this.#entries.awake(TYPE$6));
  }

  /** @returns {Entry[]} */
  theirs() {
    return this.all().filter(({ isMine }) => !isMine);
  }

  /** What may be read together: what the other wrote for both, sealed ones first. @returns {Entry[]} */
  toRead() {
    return this.theirs().sort((a, b) => Number(isSealed(b)) - Number(isSealed(a)) || b.at - a.at);
  }

  /** @param {string} id */
  get(id) {
    const entry = this.#entries.get(TYPE$6, id);
    return entry && (this.all([entry])[0] ?? null);
  }

  /** @param {Words} words @param {string} [id] @returns {Promise<string>} its id @throws {import('./photos.js').PhotoAway} */
  async write({ title, page, audience, picture = null }, id) {
    const before = id ? this.get(id) : null;
    const record = id ?? hex(this.#crypto.random(16));
    const words = { title: title.trim(), page: page.trim() };
    const had = readPhoto(before?.own[PHOTO$1]);
    const own = await this.#photoField(this.#me(), record, had, picture);
    const isSame = picture !== null && had !== null && hex(had.blob.id) === picture.id;
    await this.#entries.keep(TYPE$6, { ...words, audience, ...own }, record);
    if (audience === ONLY_ME) {
      if (before && isOut(before)) await this.#entries.takeBack(TYPE$6, record);
    } else {
      if (audience === SEALED && before) await this.#close(before);
      const inside = audience === OPEN ? { page: words.page, ...(await this.#shownPhoto(record, before, picture, isSame)) } : {};
      await this.#entries.share(TYPE$6, { title: words.title, ...inside }, record);
    }
    return record;
  }

  /** The photo of a page, where it is for this person to see. @param {Entry} entry @returns {{photo: import('../core/blob.js').Photo, place: import('./photos.js').Place, isMine: boolean}|null} */
  photo({ id, isMine, own, theirs }) {
    const photo = readPhoto((isMine ? own : theirs)[PHOTO$1]);
    const [space, person] = isMine ? [this.#me(), this.#me()?.person ?? 1] : [this.#pair(), 3 - (this.#pair()?.person ?? 1)];
    return photo && { photo, isMine, place: { space: space?.name ?? '', record: id, person, field: PHOTO$1 } };
  }

  /**
   * @param {import('./space.js').Space|null} space @param {string} record @param {import('../core/blob.js').Photo|null} had @param {import('./photos.js').WordedPicture|null} picture
   * @returns {Promise<Record<string, import('../core/codec.js').Value>>}
   */
  async #photoField(space, record, had, picture) {
    if (!space || (!had && !picture)) return {};
    const value = await this.#photos().named(space, had, picture, { record, field: PHOTO$1 });
    return value === undefined ? {} : { [PHOTO$1]: value };
  }

  /** The photo as the other is shown it: a copy of its own. @param {string} record @param {Entry|null} before @param {import('./photos.js').WordedPicture|null} picture @param {boolean} isSame the writer's own stayed */
  async #shownPhoto(record, before, picture, isSame) {
    const shown = readPhoto(before?.mine[PHOTO$1]);
    return this.#photoField(this.#pair(), record, shown, isSame && shown && picture ? { ...picture, id: hex(shown.blob.id) } : picture);
  }

  /** The words of a page are there for both, and its photo if this phone has it. @param {string} id of one's own */
  async open(id) {
    const entry = this.get(id);
    if (!entry?.isMine || !isOut(entry) || !isSealed(entry)) return;
    const photo = await this.#shownPhoto(id, entry, pictureOf(readPhoto(entry.own[PHOTO$1])), true).catch((error) => {
      if (error.name !== 'PhotoAway') throw error;
      return {};
    });
    await this.#entries.share(TYPE$6, { page: pageOf$1(entry), ...photo }, id);
  }

  /** Closed again to the other, who may have read it. @param {string} id of one's own */
  async seal(id) {
    const entry = this.get(id);
    if (!entry?.isMine || !isOut(entry) || isSealed(entry)) return;
    await this.#entries.keep(TYPE$6, { audience: SEALED }, id);
    await this.#close(entry);
  }

  /** @param {Entry} entry */
  async #close({ id, mine }) {
    await this.#entries.takeBack(
      TYPE$6,
      id,
      INSIDE.filter((name) => mine[name] !== undefined),
    );
  }

  /** What was opened for a reading that is over is closed again, unless its writer left it open. */
  async settle() {
    for (const entry of this.#awake()) if (entry.isMine && entry.own['audience'] === SEALED) await this.seal(entry.id);
  }

  /** Open for both from here on. @param {string} id of one's own */
  async leaveOpen(id) {
    await this.#entries.keep(TYPE$6, { audience: OPEN }, id);
    await this.open(id);
  }

  /** Taken back from the other; its writer keeps it. @param {string} id */
  async takeBack(id) {
    await this.#entries.keep(TYPE$6, { audience: ONLY_ME }, id);
    await this.#entries.takeBack(TYPE$6, id);
  }

  /** @param {string} id of one's own */
  async erase(id) {
    await this.#entries.takeBack(TYPE$6, id);
    await this.#entries.forget(TYPE$6, id);
  }

  /** What story it tells: once, by its reader. @param {string} id @param {string} story */
  async answer(id, story) {
    await this.#entries.share(TYPE$6, { story: story.trim() }, id);
    await this.#entries.keep(TYPE$6, { closed: true }, id);
  }

  /** Its writer takes the answer in, and it rests. @param {string} id */
  async takeIn(id) {
    await this.#entries.share(TYPE$6, { taken: true }, id);
  }

  /** Marked for reading together, by either. @param {string} id */
  async readLater(id) {
    await this.#entries.share(TYPE$6, { together: true }, id);
  }

  /** Put away on this phone. @param {string} id */
  async close(id) {
    await this.#entries.keep(TYPE$6, { closed: true }, id);
  }

  /** Of the other's, what was not put away here. @returns {Entry[]} */
  here() {
    return this.#awake().filter(({ isMine, own, mine }) => !isMine && !own['closed'] && mine['story'] === undefined);
  }

  /** One's own that were answered, until the answer was taken in or put away. @returns {Entry[]} */
  answered() {
    return this.#awake().filter(
      ({ isMine, theirs, mine, own }) => isMine && theirs['story'] !== undefined && !mine['taken'] && !own['read'],
    );
  }

  /** @param {string} id */
  async readAnswer(id) {
    await this.#entries.keep(TYPE$6, { read: true }, id);
  }

  // ---- whose the page is to write

  get #turns() {
    const pair = this.#pair();
    const record = pair?.recordsOfType(TURN)[0];
    const of = (/** @type {number} */ person) => {
      const value = record?.byPerson.get(person)?.get('pass')?.value;
      return Array.isArray(value) ? { turn: Number(value[0]), isBack: value[1] === true } : { turn: 0, isBack: false };
    };
    const me = pair?.person ?? 1;
    return { mine: of(me), theirs: of(3 - me) };
  }

  /** With me when the other passed it last; nobody has it before that. @returns {{with: 'me'|'them'|null, isBack: boolean, turn: number}} */
  get turn() {
    const { mine, theirs } = this.#turns;
    const isTheirs = theirs.turn > mine.turn || (theirs.turn === mine.turn && this.#pair()?.person === 1); // both at once: one of the two, on both phones alike
    const last = isTheirs ? theirs : mine;
    return { with: last.turn === 0 ? null : isTheirs ? 'me' : 'them', isBack: last.isBack, turn: last.turn };
  }

  /** The page is with this person, who has neither written nor put it away since. */
  get isMyTurn() {
    const { with: who, turn } = this.turn;
    return who === 'me' && Number(this.#entries.list(TURN)[0]?.own['seen'] ?? 0) < turn;
  }

  /** @param {boolean} isBack without having written */
  async pass(isBack = false) {
    const pair = this.#pair();
    if (!pair) return;
    const next = this.turn.turn + 1;
    await pair.write(await pair.meetAt(TURN, 0, '', ''), TURN, [['pass', [next, isBack]]]);
  }

  /** Written, or put away: nothing says so on the other phone. */
  async seeTurn() {
    await this.#entries.keep(TURN, { seen: this.turn.turn }, this.#entries.list(TURN)[0]?.id);
  }

  // ---- what to do again

  /** @returns {Entry[]} agreed by both, and not let go */
  plans() {
    return this.#agains(this.#entries.awake(AGAIN$1)).filter((entry) => whenOf(entry).untilMs !== null && !isGone(entry) && !isDone(entry));
  }

  /** @returns {Entry[]} without a date, or let go */
  ideas() {
    return this.#agains().filter((entry) => !isDone(entry) && (entry.type === IDEA || whenOf(entry).untilMs === null || isGone(entry)));
  }

  #agains(among = [...this.#entries.list(AGAIN$1), ...this.#entries.list(IDEA)]) {
    return among.filter((entry) => isOut(entry) && againOf(entry) !== '').sort((a, b) => b.at - a.at);
  }

  /** @param {string} id */
  plan(id) {
    return this.#agains().find((entry) => entry.id === id) ?? null;
  }

  /** @param {Entry} entry @returns {boolean} its time is over */
  isOver(entry) {
    const { untilMs } = whenOf(entry);
    return untilMs !== null && this.#now() >= untilMs;
  }

  /** Another time for it. @param {Entry} entry @param {number} when @param {string} [day] label */
  async move(entry, when, day = '') {
    await this.#entries.share(entry.type, { moved: [this.#now(), when, day] }, entry.id);
  }

  /** By either; back among the ideas, on both phones. @param {Entry} entry */
  async letGo(entry) {
    await this.#entries.share(entry.type, { gone: this.#now() }, entry.id);
  }

  /** @param {Entry} entry */
  async done(entry) {
    await this.#entries.share(entry.type, { done: true }, entry.id);
  }
}

/**
 * What this person wants to be offered no more: for good, until they take it back. It lies in `me`, whoever they are paired with, and nobody else can
 * see that something was declined. What may be offered, and why, is the table in ui/offers.js.
 */

const TYPE$5 = 'declined';

class Offers {
  #entries;

  /** @param {{entries: import('./entries.js').Entries}} parts */
  constructor({ entries }) {
    this.#entries = entries;
  }

  /** @returns {string[]} ids, each once, the newest first */
  declined() {
    return [...new Set(this.#entries.list(TYPE$5).map(({ own }) => String(own['offer'] ?? '')))];
  }

  /** @param {string} id @returns {boolean} */
  isWelcome(id) {
    return !this.declined().includes(id);
  }

  /** @param {string} id */
  async decline(id) {
    if (this.isWelcome(id)) await this.#entries.keep(TYPE$5, { offer: id, pair: '' });
  }

  /** It may be offered again. @param {string} id */
  async takeBack(id) {
    for (const entry of this.#entries.list(TYPE$5)) if (entry.own['offer'] === id) await this.#entries.forget(TYPE$5, entry.id);
  }
}

/**
 * A pause in a conflict: a break with a time to come back, called by either, alone and offline too. It is a record of the pair in which each has
 * fields of their own; who called is not kept, since the other phone writes the same call into its own field as soon as it knows.
 * `call` [at, until], `longer` a later time, once each, `ready`, `over` left for today. Alone, the record lies in one's own space.
 */


const TYPE$4 = 'pause';
const SIGNAL = 'pause-signal';
const MINUTE_MS = 60_000;
const DAY_MS$4 = 24 * 60 * MINUTE_MS;
const SHORTEST_MS = 20 * MINUTE_MS;
/** A time that passed is asked about for so long; then the matter rests by itself. */
const ASKED_FOR_MS$1 = DAY_MS$4;
/** And offered once more, beside a new pause, for so long. */
const OFFERED_FOR_MS$1 = 7 * DAY_MS$4;
const SIGNAL_CHARS = 60;
/** Ways back of which the pauses are looked at: more do not fit into a day. */
const MOST_AGAIN = 10;
/** What one writes in a pause, in this order; a draft on this phone until the talk after it, which asks what should happen with it. */
const NOTES = Object.freeze(/** @type {const} */ (['feeling', 'body', 'need', 'note']));
const NOTES_OF = 'pause/';

/**
 * @typedef {{id: string, at: number, untilMs: number, isCalledHere: boolean, isReady: boolean, areBothReady: boolean, canLonger: boolean, isOver: boolean}} Pause times in ms
 * @typedef {import('../core/oplog.js').RecordView} RecordView
 */

class Pauses {
  #me;
  #pair;
  #now;
  #today;
  #drafts;

  /**
   * @param {object} parts
   * @param {() => import('./drafts.js').Drafts} parts.drafts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {() => number} parts.now @param {() => string} parts.today
   */
  constructor({ me, pair, now, today, drafts }) {
    this.#drafts = drafts;
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
    this.#today = today;
  }

  get #space() {
    return this.#pair() ?? this.#me();
  }

  /** @returns {Pause[]} newest first; nobody asks about what is weeks ago */
  all() {
    const space = this.#space;
    const since = this.#now() - 2 * OFFERED_FOR_MS$1;
    const recent = (space?.places(TYPE$4) ?? []).flatMap(({ id, at }) => (at > since ? (space?.record(id) ?? []) : []));
    return recent.flatMap((record) => pauseOf(record, space?.person ?? 1, this.#pair() !== null) ?? []).sort((a, b) => b.at - a.at);
  }

  /** The pause that holds now, or whose time has passed and nobody has said anything since. @returns {Pause|null} */
  get current() {
    const now = this.#now();
    return this.all().find((pause) => !pause.isOver && !pause.areBothReady && now < pause.untilMs + ASKED_FOR_MS$1) ?? null;
  }

  /** The last pause, when its time went by a day ago or more and nobody came back from it. @returns {Pause|null} */
  get passed() {
    const [last] = this.all();
    const since = last ? this.#now() - last.untilMs : 0;
    return last && !last.isOver && !last.areBothReady && since >= ASKED_FOR_MS$1 && since < OFFERED_FOR_MS$1 ? last : null;
  }

  /** Two in a day: somebody outside can help. */
  get areTwoInADay() {
    const since = this.#now() - DAY_MS$4;
    return [...this.all().map(({ at }) => at), ...this.#again()].filter((at) => at > since).length >= 2;
  }

  /** Pauses of the way back are pauses too. @returns {number[]} when they were called, ms */
  #again() {
    const sessions = this.#pair()?.newest('session', 'pause-in-conflict') ?? [];
    return [...sessions].slice(0, MOST_AGAIN).flatMap(({ byPerson }) => {
      const fields = [1, 2].map((person) => byPerson.get(person));
      if (!fields.some((each) => readBeginning(each?.get('invite')?.value)?.practice === 'pause-in-conflict')) return [];
      const called = fields.flatMap((each) => {
        const marks = each?.get('marks')?.value;
        return Array.isArray(marks) ? marks.filter((mark) => Array.isArray(mark) && String(mark[0]).startsWith('pause/')) : [];
      });
      const first = new Map(called.map((mark) => /** @type {[string, number]} */ ([String(mark[0]), Number(mark.at(-1))])));
      return [...first.values()]; // echoed by the other phone, it is the same pause
    });
  }

  /** @param {number} untilMs at least 20 minutes and at most 24 hours from now; else nothing is called @returns {Promise<boolean>} */
  async call(untilMs) {
    const space = this.#space;
    const at = this.#now();
    if (!space || !isTime(at, untilMs)) return false;
    if (this.current) return true;
    const day = this.#today();
    for (let run = 1; ; run += 1) {
      const id = await space.meetAt(TYPE$4, 0, day, `run/${run}`);
      if (space.record(id)) continue;
      await space.write(id, TYPE$4, [['call', [at, untilMs]]]);
      return true;
    }
  }

  /** What the other phone called is called by this one too. */
  async echo() {
    const pair = this.#pair();
    const { current } = this;
    if (!pair || !current || current.isCalledHere) return;
    await pair.write(current.id, TYPE$4, [['call', [current.at, current.untilMs]]]);
  }

  /** @param {number} untilMs once for each */
  async longer(untilMs) {
    const { current } = this;
    if (!current?.canLonger || untilMs <= Math.max(this.#now(), current.untilMs) || untilMs > this.#now() + DAY_MS$4) return;
    await this.#space?.write(current.id, TYPE$4, [['longer', untilMs]]);
  }

  async ready() {
    const { current } = this;
    if (current) await this.#space?.write(current.id, TYPE$4, [['ready', this.#now()]]);
  }

  /** Not today: it ends without a return, on both phones alike. @param {string} [id] hex; the one that holds now, unless said */
  async leave(id = this.current?.id) {
    if (id) await this.#space?.write(id, TYPE$4, [['over', true]]);
  }

  // ---- what one wrote in it, for oneself

  /** @param {string} id of a pause @returns {Record<string, string>} by name of the note */
  notesOf(id) {
    const draft = this.#drafts().get(NOTES_OF + id);
    return Array.isArray(draft) ? Object.fromEntries(/** @type {any} */ (draft)) : {};
  }

  /** The newest pause that is over and of which notes are left. @returns {{id: string, words: string[]}|null} */
  get left() {
    const holds = this.current?.id;
    for (const { id } of this.all()) {
      const notes = this.notesOf(id);
      const words = NOTES.flatMap((name) => (notes[name]?.trim() ? [notes[name].trim()] : []));
      if (id !== holds && words.length > 0) return { id, words };
    }
    return null;
  }

  /** For the talk after the pause. @returns {Record<string, string[]>} */
  given() {
    const { left } = this;
    return left ? { notes: left.words } : {};
  }

  /** Their writer has said what should happen with them. */
  async putDown() {
    const { left } = this;
    if (left) await this.#drafts().clear(NOTES_OF + left.id);
  }

  // ---- the words agreed in a calm hour

  /** @returns {{agreed: string|null, mine: string, theirs: string}} */
  get signal() {
    const pair = this.#pair();
    const record = pair?.recordsOfType(SIGNAL)[0];
    const of = (/** @type {number} */ person) => String(record?.byPerson.get(person)?.get('words')?.value ?? '');
    const mine = of(pair?.person ?? 1);
    const theirs = of(3 - (pair?.person ?? 1));
    return { agreed: mine && mine === theirs ? mine : null, mine, theirs };
  }

  /** @param {string} words the other agrees by saying the same */
  async agree(words) {
    const pair = this.#pair();
    if (pair)
      await pair.write(await pair.meetAt(SIGNAL, 0, '', ''), SIGNAL, [['words', [...words.trim()].slice(0, SIGNAL_CHARS).join('')]]);
  }
}

/** @param {number} at @param {number} untilMs */
const isTime = (at, untilMs) => Number.isSafeInteger(untilMs) && untilMs >= at + SHORTEST_MS - MINUTE_MS && untilMs <= at + DAY_MS$4;

/**
 * @param {RecordView} record @param {number} me @param {boolean} isOfTwo @returns {Pause|null}
 */
function pauseOf(record, me, isOfTwo) {
  const fields = [me, 3 - me].map((person) => record.byPerson.get(person));
  const numbers = (/** @type {unknown} */ value) =>
    Array.isArray(value) && value.length === 2 && value.every((each) => Number.isSafeInteger(each)) ? value : null;
  const calls = fields.flatMap((each) => {
    const call = numbers(each?.get('call')?.value);
    return call && isTime(call[0], call[1]) ? [/** @type {readonly [number, number]} */ ([call[0], call[1]])] : [];
  });
  if (calls.length === 0) return null;
  const at = Math.min(...calls.map(([when]) => when));
  const base = Math.max(...calls.map(([, until]) => until));
  const longer = fields.flatMap((each) => {
    const value = each?.get('longer')?.value;
    return typeof value === 'number' && value > at && value <= base + 2 * DAY_MS$4 ? [value] : [];
  });
  const ready = fields.map((each) => each?.has('ready') === true);
  return {
    id: record.id,
    at,
    untilMs: Math.max(base, ...longer),
    isCalledHere: numbers(fields[0]?.get('call')?.value) !== null,
    isReady: ready[0] === true,
    areBothReady: ready[0] === true && (ready[1] === true || !isOfTwo),
    canLonger: !fields[0]?.has('longer'),
    isOver: fields.some((each) => each?.has('over')),
  };
}

/**
 * Where a request is, as a function of what both persons wrote in it and of nothing else: no clock, no count of days. Silence is `asked`, for ever.
 *
 * The asker writes `edition` (it rises when the words change), `need`, `when`, `why`; the other answers one edition. Every further field is a list that
 * begins with the edition it speaks of, so that nothing that was said to other words counts for these:
 *
 *   reflection  [edition, text]
 *   answer      [edition, kind, words, day]   kind: yes, change, not-now, no; words: a kind word; day: by when there will be another
 *   versions    [edition, [[n, text], …]]     either person; n from 1 to `MOST_VERSIONS`
 *   accepted    [edition, key]                of the sentence that the other proposed
 *   confirmed   [edition, key, ms]            “this is what I mean”, of both, for the same sentence
 *   left        [edition, key]                no agreement, for now
 *   changed     [edition, text]               a yes that no longer fits
 *   outcome     [edition, kind, text, ms]     done, changed or gone: told by the one who does it, or not at all
 *   reached     [edition, text]               and it reached the asker
 *   helped      [edition, choice, text]       if the asker shares it
 */

/**
 * @typedef {Readonly<Record<string, unknown>>} Fields
 * @typedef {'asker'|'other'} Side
 * @typedef {'yes'|'change'|'not-now'|'no'} Answer
 * @typedef {{n: number, by: Side, text: string, key: string}} Version
 *
 * @typedef {object} Request
 * @property {'none'|'asked'|'not-now'|'no'|'proposal'|'sentence'|'left'|'changed'|'agreed'|'done'|'gone'} step
 *   `none`: nothing is asked, or it was taken back; `proposal`: a version waits for the one who did not write it; `sentence`: both are asked whether they mean it
 * @property {number} edition @property {string} reflection @property {Answer|null} answer @property {string} words that go with the answer @property {string} by `YYYY-MM-DD`
 * @property {readonly Version[]} versions in order @property {Version|null} version the one it is about; null: the words of the request themselves
 * @property {string} key of the sentence it is about @property {Side|null} waitsFor whose word a proposal waits for @property {boolean} mayChange another version may follow
 * @property {readonly Side[]} confirmed who means this sentence @property {number} agreedAt ms @property {string} changed
 * @property {{kind: 'done'|'changed'|'gone', text: string, at: number}|null} outcome @property {string|null} reached a line, perhaps an empty one
 * @property {{choice: number, text: string}|null} helped
 */

const MOST_VERSIONS = 3;
const ANSWERS$1 = Object.freeze(/** @type {const} */ (['yes', 'change', 'not-now', 'no']));
const OUTCOMES = ['done', 'changed', 'gone'];
const SIDES = /** @type {const} */ (['other', 'asker']);
/** The words of the request themselves. */
const FIRST_KEY = '0';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {unknown} value @returns {string} */
const text = (value) => (typeof value === 'string' ? value.trim() : '');
/** @param {unknown} value @returns {number} */
const number = (value) => (Number.isSafeInteger(value) ? /** @type {number} */ (value) : 0);

/** @param {Fields} asker @returns {number} from 1 */
const editionOf = (asker) => Math.max(1, number(asker['edition']));

/** What a field says of this edition. @param {Fields} fields @param {string} name @param {number} edition @returns {readonly unknown[]|null} */
function of(fields, name, edition) {
  const value = fields[name];
  return Array.isArray(value) && value[0] === edition ? value.slice(1) : null;
}

/** @param {Fields} fields @param {Side} by @param {number} edition @returns {Version[]} */
function versionsOf(fields, by, edition) {
  const [list] = of(fields, 'versions', edition) ?? [];
  return (Array.isArray(list) ? list : []).flatMap((each) => {
    const [n, words] = Array.isArray(each) ? each : [];
    const isWell = Number.isInteger(n) && n >= 1 && n <= MOST_VERSIONS && text(words) !== '';
    return isWell ? [{ n, by, text: text(words), key: `${n}/${by}/${text(words)}` }] : [];
  });
}

/**
 * @param {Fields} asker what the one who asks wrote @param {Fields} other what the other wrote
 * @returns {Request}
 */
function readRequest(asker, other) {
  const edition = editionOf(asker);
  const fields = { asker, other };
  const said = (/** @type {Side} */ side, /** @type {string} */ name) => of(fields[side], name, edition);
  const [kind, words, by] = said('other', 'answer') ?? [];
  const answer = ANSWERS$1.find((each) => each === kind) ?? null;
  // Of two versions of one number, written at once, the one of the person who would do it is looked at last, and so first spoken of.
  const versions = [...versionsOf(asker, 'asker', edition), ...versionsOf(other, 'other', edition)].sort((a, b) => a.n - b.n);
  const version = versions.at(-1) ?? null;
  const key = version?.key ?? FIRST_KEY;
  const isSaid = (/** @type {Side} */ side, /** @type {string} */ name) => said(side, name)?.[0] === key;
  const confirmed = SIDES.filter((side) => isSaid(side, 'confirmed'));
  const [outcomeKind, outcomeText, outcomeAt] = said('other', 'outcome') ?? [];
  const outcome = OUTCOMES.includes(/** @type {any} */ (outcomeKind))
    ? { kind: /** @type {any} */ (outcomeKind), text: text(outcomeText), at: number(outcomeAt) }
    : null;
  const reached = said('asker', 'reached');
  const helped = said('asker', 'helped');
  /** @type {Omit<Request, 'step'>} */
  const request = {
    edition,
    reflection: text(said('other', 'reflection')?.[0]),
    answer,
    words: text(words),
    by: typeof by === 'string' && DAY.test(by) ? by : '',
    versions,
    version,
    key,
    waitsFor: null,
    mayChange: (version?.n ?? 0) < MOST_VERSIONS,
    confirmed,
    agreedAt: 0,
    changed: text(said('other', 'changed')?.[0]),
    outcome: null,
    reached: null,
    helped: null,
  };
  const at = (/** @type {Request['step']} */ step, /** @type {Partial<Request>} */ more = {}) => ({ ...request, step, ...more });

  if (text(asker['need']) === '') return at('none', { answer: null, confirmed: [] });
  if (answer === null || (answer === 'change' && version === null)) return at('asked', { answer: null, confirmed: [] });
  if (answer === 'not-now' || answer === 'no') return at(answer, { confirmed: [] });
  if (request.changed) return at('changed', { confirmed: [] });
  if (SIDES.some((side) => said(side, 'left') !== null)) return at('left', { confirmed: [] });
  const waitsFor = version === null ? null : version.by === 'asker' ? 'other' : 'asker';
  if (waitsFor !== null && !isSaid(waitsFor, 'accepted')) return at('proposal', { waitsFor, confirmed: [] });
  if (confirmed.length < SIDES.length) return at('sentence');
  const agreed = { agreedAt: Math.max(...SIDES.map((side) => number(said(side, 'confirmed')?.[1]))) };
  const told = {
    ...agreed,
    outcome,
    helped: helped && number(helped[0]) >= 0 ? { choice: number(helped[0]), text: text(helped[1]) } : null,
  };
  if (outcome === null) return at('agreed', told);
  return outcome.kind === 'gone' ? at('gone', told) : at('done', { ...told, reached: reached ? text(reached[0]) : null });
}

/** Something is with the other, and they may still answer: of this topic nothing more is asked. @param {Request} request */
const isOpen = ({ step }) => step === 'asked' || step === 'not-now' || step === 'proposal' || step === 'sentence';

/** What both would mean. @param {Request} request @param {Fields} asker @returns {string} */
const sentenceOf = ({ version }, asker) => version?.text ?? text(asker['need']);

/** @param {unknown} words @returns {Set<string>} */
const wordsIn$1 = (words) => new Set(plain(words).match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** Most words of the shorter are in the longer: one topic is asked for once at a time. @param {string} a @param {string} b */
function isSameTopic(a, b) {
  if (plain(a) === plain(b)) return plain(a) !== '';
  const [less, more] = [wordsIn$1(a), wordsIn$1(b)].sort((x, y) => x.size - y.size);
  if (!less || !more || less.size < 2) return false;
  const both = [...less].filter((word) => more.has(word)).length;
  return both / less.size >= SAME;
}
const SAME = 0.7;

/** @param {unknown} words @returns {string} lower case, plain apostrophes, single spaces */
const plain = (words) => text(words).toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ');

/**
 * Requests (practice 15): what somebody asks of the other. A request is an entry of its asker; where it is, is read from what both wrote in it
 * (core/request.js). What only one person knows of it stays in their `me`: drafts, whether they could live with a no, that they looked, that it was put off.
 */

const TYPE$3 = 'request';
const HOUR_MS = 3_600_000;
const DAY_MS$3 = 24 * HOUR_MS;
/** Once, and gently: is it still on your mind? */
const AGAIN_MS = 48 * HOUR_MS;
/** Words that are older than this when they could leave are asked about first. */
const STILL_TRUE_MS = DAY_MS$3;
const WORDS = ['need', 'when', 'why', 'words'];
const CHARS = Object.freeze({ need: 240, when: 80, why: 240, reflection: 160, answer: 240, changed: 160, line: 160 });

/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {import('../core/codec.js').Value} Value
 * @typedef {import('../core/request.js').Request} Request @typedef {import('../core/request.js').Answer} Answer
 * @typedef {{need: string, when: string, why: string, words: readonly string[]}} Words `words`: ids of needs
 *
 * @typedef {object} Item
 * @property {string} id @property {Entry} entry @property {boolean} isMine this person asks @property {Request} request
 * @property {Record<string, any>} own what only this person knows of it @property {Words} words as the other has them; of a draft, as they are here
 * @property {boolean} isDraft nobody else has it @property {boolean} isTakenBack @property {number} sentAt ms @property {number} writtenAt ms @property {string} sentence
 */

/** @param {Record<string, any>} fields @returns {Words} */
const wordsIn = (fields) => ({
  need: String(fields['need'] ?? ''),
  when: String(fields['when'] ?? ''),
  why: String(fields['why'] ?? ''),
  words: Array.isArray(fields['words']) ? fields['words'].map(String) : [],
});

/** @param {Entry} entry @returns {Item} */
function itemOf(entry) {
  const { id, own, isMine, isTakenBack } = entry;
  const [asker, other] = isMine ? [entry.mine, entry.theirs] : [entry.theirs, entry.mine];
  const request = readRequest(asker, other);
  const isDraft = isMine && request.step === 'none';
  return {
    id,
    entry,
    isMine,
    request,
    own,
    words: wordsIn(isDraft ? own : asker),
    isDraft,
    isTakenBack,
    sentAt: Number(asker['sent'] ?? 0),
    writtenAt: Number((isDraft ? own['written'] : asker['written']) ?? entry.at),
    sentence: sentenceOf(request, asker),
  };
}

class Requests {
  #entries;
  #pair;
  #now;
  #isTravelling = false;

  /** @param {{entries: import('./entries.js').Entries, pair: () => import('./space.js').Space|null, now: () => number}} parts */
  constructor({ entries, pair, now }) {
    this.#entries = entries;
    this.#pair = pair;
    this.#now = now;
  }

  // ---- what there is

  /** @returns {Item[]} newest first */
  all(among = this.#entries.list(TYPE$3)) {
    return among.map(itemOf).filter(({ words, isTakenBack }) => isTakenBack || words.need !== '');
  }

  /** Those of `all` that the other has or had, each opened when it is asked for. @returns {Generator<Item>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE$3)) for (const item of this.all([entry])) if (!item.isDraft || item.isTakenBack) yield item;
  }

  /** How often one of the two asked the other. */
  get count() {
    return this.#pair()?.places(TYPE$3).length ?? 0;
  }

  /** What nobody else has, put away or not. @returns {Item[]} newest first */
  unsent() {
    return this.all([...this.#entries.unshared(TYPE$3)]).filter(({ isDraft }) => isDraft);
  }

  /** @returns {Item[]} of which something may wait for somebody (stances.js), newest first */
  awake() {
    return this.all(this.#entries.awake(TYPE$3));
  }

  /** @param {string} id @returns {Item|null} */
  get(id) {
    const entry = this.#entries.get(TYPE$3, id);
    return entry && (this.all([entry])[0] ?? null);
  }

  /** @returns {Item[]} what nobody else has; what was taken back rests and is no draft until it is taken up */
  drafts() {
    return this.awake().filter(({ isDraft, own }) => isDraft && own['taken'] !== true);
  }

  /** @returns {Item[]} from the other */
  received() {
    return this.all().filter(({ isMine, isTakenBack }) => !isMine && !isTakenBack);
  }

  /** Of this topic something is with the other already. @param {string} need @param {string} [id] of the request that is being written @returns {Item|null} */
  openLike(need, id) {
    const mine = this.awake().filter((item) => item.isMine && !item.isDraft && item.id !== id);
    return mine.find((item) => isOpen(item.request) && isSameTopic(item.words.need, need)) ?? null;
  }

  /** @returns {boolean} nothing was ever asked from this phone's owner */
  get isFirst() {
    return this.unsent().every(({ own }) => own['edition'] === undefined) && !some(this.newest(), ({ isMine }) => isMine);
  }

  // ---- what the clock says of it, for this person alone

  /** Words that wait for a network and are older than a day: their writer says first whether they are still true. @param {Item} item */
  isStillAsked({ own, isMine }) {
    return isMine && own['queued'] !== undefined && this.#now() - Number(own['written'] ?? 0) >= STILL_TRUE_MS;
  }

  /** Nothing was said for two days: asked or shown once more. @param {Item} item */
  isAgain({ request, sentAt, own, isMine }) {
    const isSeen = own[isMine ? 'mind' : 'rose'] === request.edition;
    return request.step === 'asked' && this.#now() - sentAt >= AGAIN_MS && !isSeen;
  }

  /** Whether a request of the other stands on Today: not while it is put off, but once more after two days. @param {Item} item */
  isHere(item) {
    const { request, own } = item;
    return request.step === 'asked' && (own['later'] !== request.edition || this.isAgain(item));
  }

  /** Whether this person has read other words than these. @param {Item} item */
  isChanged({ own, request }) {
    return own['opened'] !== undefined && own['opened'] < request.edition;
  }

  /** The day on which they meant to answer. @param {Item} item */
  isAnswerDay({ request }) {
    return request.step === 'not-now' && request.by === dayLabel(this.#now());
  }

  /** A day that was named for an answer is still ahead, or today. @param {Item} item */
  isAnswerAhead({ request }) {
    return request.step === 'not-now' && request.by >= dayLabel(this.#now());
  }

  /** A day after it was agreed or, when it was told, done: whether it helped is asked of the asker alone. @param {Item} item */
  isHelpAsked({ request, isMine, own }) {
    const since = request.outcome?.at || request.agreedAt;
    return isMine && ['agreed', 'done'].includes(request.step) && own['helped'] === undefined && this.#now() - since >= DAY_MS$3;
  }

  /** Read and put away by this person, as it is now. @param {Item} item */
  isRead(item) {
    return item.own['read'] === markOf(item);
  }

  // ---- asking

  /** Keeps words for nobody else. @param {Words & {no?: string}} words @param {string} [id] @returns {Promise<string>} */
  async keep(words, id) {
    const { need, when, why, words: needs, ...more } = words;
    const before = id ? this.#entries.get(TYPE$3, id) : null;
    const isSame = before && isSameWords(wordsIn(before.own), words);
    const fields = { need: need.trim(), when: when.trim(), why: why.trim(), words: [...needs], taken: false, ...more };
    const written = isSame ? {} : { written: this.#now() };
    const kept = await this.#entries.keep(TYPE$3, { ...fields, ...written }, id);
    if (before?.own['queued'] !== undefined) await this.#entries.forget(TYPE$3, kept, ['queued']);
    return kept;
  }

  /**
   * Sends what is kept here, at once or when there is a network.
   * @param {string} id @param {boolean} isOnline
   */
  async send(id, isOnline) {
    const entry = this.#entries.get(TYPE$3, id);
    if (!entry) return;
    if (!isOnline) {
      await this.#entries.keep(TYPE$3, { queued: this.#now() }, id);
      return;
    }
    const { own, mine } = entry;
    const edition = Math.max(Number(own['edition'] ?? 0), Number(mine['edition'] ?? 0)) + 1;
    const words = Object.fromEntries(WORDS.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));
    await this.#entries.share(TYPE$3, { ...words, edition, sent: this.#now(), written: Number(own['written'] ?? this.#now()) }, id);
    await this.#entries.keep(TYPE$3, { edition, taken: false }, id);
    if (own['queued'] !== undefined) await this.#entries.forget(TYPE$3, id, ['queued']);
  }

  /** They are still true: what waited goes now. @param {string} id @param {boolean} isOnline */
  async confirmTrue(id, isOnline) {
    await this.#entries.keep(TYPE$3, { written: this.#now() }, id);
    await this.send(id, isOnline);
  }

  /** @returns {Item[]} meant to go as soon as there is a network; what is older than a day is asked about first */
  waiting() {
    return this.awake().filter((item) => item.isMine && item.own['queued'] !== undefined && !this.isStillAsked(item));
  }

  /** The network is here: what waits goes. */
  async travel() {
    if (this.#isTravelling) return;
    this.#isTravelling = true;
    try {
      for (const { id } of this.waiting()) await this.send(id, true);
    } finally {
      this.#isTravelling = false;
    }
  }

  /** Not to be sent after all: it stays here. @param {string} id */
  async stay(id) {
    await this.#entries.forget(TYPE$3, id, ['queued']);
  }

  /** @param {Item} item */
  async takeBack({ id }) {
    await this.#entries.takeBack(TYPE$3, id);
    await this.#entries.keep(TYPE$3, { taken: true }, id);
    await this.#entries.forget(TYPE$3, id, ['queued']);
  }

  /** A draft is erased. @param {Item} item */
  async erase({ id }) {
    await this.#entries.forget(TYPE$3, id);
  }

  /** Two days on: it may rest. @param {Item} item */
  async rest({ id, request }) {
    await this.#entries.keep(TYPE$3, { mind: request.edition }, id);
  }

  // ---- answering; nothing here says that somebody looked

  /** @param {Item} item */
  async open({ id, own, request }) {
    if (own['opened'] !== request.edition) await this.#entries.keep(TYPE$3, { opened: request.edition }, id);
  }

  /** @param {Item} item */
  async later(item) {
    const { edition } = item.request;
    await this.#entries.keep(TYPE$3, { later: edition, ...(this.isAgain(item) ? { rose: edition } : {}) }, item.id);
  }

  /** @param {Item} item @param {{kind: Answer, reflection?: string, words?: string, by?: string, change?: string}} said */
  async answer({ id, request: { edition } }, { kind, reflection = '', words = '', by = '', change = '' }) {
    await this.#entries.answer(
      TYPE$3,
      {
        answer: [edition, kind, words.trim(), kind === 'not-now' ? by : ''],
        ...(reflection.trim() ? { reflection: [edition, reflection.trim()] } : {}),
        ...(kind === 'change' ? { versions: [edition, [[1, change.trim()]]] } : {}),
      },
      id,
    );
  }

  /** Another day for the answer. @param {Item} item @param {string} by */
  async newDay({ id, request: { edition, words } }, by) {
    await this.#entries.answer(TYPE$3, { answer: [edition, 'not-now', words, by] }, id);
  }

  // ---- finding one sentence, together

  /** @param {Item} item @param {string} text */
  async propose({ id, isMine, request: { edition, versions, version } }, text) {
    const side = isMine ? 'asker' : 'other';
    const mine = versions.filter(({ by }) => by === side).map(({ n, text: said }) => [n, said]);
    await this.#write(id, isMine, { versions: [edition, [...mine, [(version?.n ?? 0) + 1, text.trim()]]] });
  }

  /** @param {Item} item */
  async accept({ id, isMine, request: { edition, key } }) {
    await this.#write(id, isMine, { accepted: [edition, key] });
  }

  /** This is what I mean. @param {Item} item */
  async confirm({ id, isMine, request: { edition, key } }) {
    await this.#write(id, isMine, { confirmed: [edition, key, this.#now()] });
  }

  /** No agreement, for now. @param {Item} item */
  async leave(item) {
    const { id, isMine, request } = item;
    await this.#write(id, isMine, { left: [request.edition, request.key] });
    await this.putAway({ ...item, request: { ...request, step: 'left' } });
  }

  /** A yes that no longer fits. @param {Item} item @param {string} text */
  async change({ id, request: { edition } }, text) {
    await this.#entries.answer(TYPE$3, { changed: [edition, text.trim()] }, id);
  }

  /** @param {string} id @param {boolean} isMine @param {Readonly<Record<string, Value>>} fields */
  #write(id, isMine, fields) {
    return isMine ? this.#entries.share(TYPE$3, fields, id) : this.#entries.answer(TYPE$3, fields, id);
  }

  // ---- afterwards

  /** How it came out, for the one who does it; the other learns of it only by being told. @param {Item} item @param {'done'|'changed'|'gone'} kind @param {string} text @param {boolean} isTold */
  async come({ id, request: { edition } }, kind, text, isTold) {
    await this.#entries.keep(TYPE$3, { outcome: [edition, kind, text.trim()] }, id);
    if (isTold) await this.#entries.answer(TYPE$3, { outcome: [edition, kind, text.trim(), this.#now()] }, id);
  }

  /** @param {Item} item @param {string} line */
  async reach({ id, request: { edition } }, line) {
    await this.#entries.share(TYPE$3, { reached: [edition, line.trim()] }, id);
  }

  /** Whether it helped: for oneself. @param {Item} item @param {number} choice @param {string} [text] */
  async help({ id, request: { edition } }, choice, text = '') {
    await this.#entries.keep(TYPE$3, { helped: [edition, choice, text.trim()] }, id);
  }

  /** … and for the other as well. @param {Item} item @param {number} choice @param {string} [text] */
  async shareHelp(item, choice, text = '') {
    await this.help(item, choice, text);
    await this.#entries.share(TYPE$3, { helped: [item.request.edition, choice, text.trim()] }, item.id);
  }

  /** @param {Item} item */
  async putAway(item) {
    await this.#entries.keep(TYPE$3, { read: markOf(item) }, item.id);
  }

  /** A note of one's own at it. @param {Item} item @param {Readonly<Record<string, Value>>} fields */
  async note({ id }, fields) {
    await this.#entries.keep(TYPE$3, fields, id);
  }

  // ---- what was asked and answered face to face

  /**
   * When a talk is left: each writes their own part into the one entry that both phones find. What was not read aloud stays a draft.
   * @param {object} talk
   * @param {string} talk.session hex @param {boolean} talk.isAsker @param {boolean} [talk.isTable] on one phone @param {Readonly<Record<string, any>>} talk.theirs what the other shared
   * @param {{fields: Readonly<Record<string, any>>, shared: readonly string[], hasSaid: (flag: string) => boolean}} talk.mine
   */
  async fromTalk({ session, isAsker, isTable = false, mine, theirs }) {
    if (isTable) return; // on one phone nobody's own is kept
    const us = this.#pair();
    const draft = this.drafts().find(({ own }) => own['reading'] === session); // read from, until now
    if (isAsker && !(us && mine.shared.includes('need'))) {
      const words = { ...wordsIn(mine.fields), words: draft?.words.words ?? [] };
      if (words.need.trim()) await this.keep(words, draft?.id);
      return;
    }
    const given = Object.fromEntries(mine.shared.map((name) => [name, mine.fields[name]]));
    const [asker, other] = isAsker ? [given, theirs] : [theirs, given];
    if (!us || (!isAsker && asker['need'] === undefined && other['answer'] === undefined)) return;
    const id = await us.meetAt(TYPE$3, 0, '', session);
    const kind = ANSWER_OF[other['answer']];
    const versions = kind === 'change' ? versionsIn(asker, other) : [];
    const own = versions.filter(({ by }) => (by === 'asker') === isAsker).map(({ n, text }) => [n, text]);
    const last = versions.at(-1);
    const key = last ? `${last.n}/${last.by}/${last.text}` : FIRST_KEY;
    const isMeant = (kind === 'yes' || last !== undefined) && mine.hasSaid(`agreed-${last?.n ?? 0}`);
    const part = {
      ...(own.length > 0 ? { versions: [1, own] } : {}),
      ...(isMeant ? { accepted: [1, key], confirmed: [1, key, this.#now()] } : {}),
    };
    if (isAsker) {
      const words = { ...wordsIn(given), words: draft?.words.words ?? [] };
      const now = this.#now();
      await this.#entries.keep(TYPE$3, { ...words, written: now, edition: 1, session }, id);
      await this.#entries.share(TYPE$3, { ...words, edition: 1, sent: now, written: now, ...part }, id);
      if (draft) await this.erase(draft);
      return;
    }
    await this.#entries.keep(TYPE$3, { opened: 1, later: 1 }, id); // it was heard; without an answer it rests before it is shown again
    if (!kind) return;
    const said = (/** @type {string} */ name) => String(other[name] ?? '').trim();
    const reflection = said('reflection') ? { reflection: [1, said('reflection')] } : {};
    await this.#entries.answer(TYPE$3, { answer: [1, kind, said('kind-word'), said('by')], ...reflection, ...part }, id);
  }
}

/** What was offered in a talk, in order. @param {Readonly<Record<string, any>>} asker @param {Readonly<Record<string, any>>} other */
function versionsIn(asker, other) {
  const all = /** @type {const} */ ([
    { n: 1, by: 'other', text: String(other['change'] ?? '').trim() },
    { n: 2, by: 'asker', text: String(asker['change-2'] ?? '').trim() },
    { n: 3, by: 'other', text: String(other['change-3'] ?? '').trim() },
  ]);
  return all.filter(({ text }) => text !== '');
}

/** As the practice lists them. */
const ANSWER_OF = /** @type {Readonly<Record<number, Answer>>} */ (Object.freeze({ 0: 'yes', 1: 'change', 2: 'not-now', 3: 'no' }));

/** What a person has read of it. @param {Item} item */
const markOf = ({ request: { edition, step, key, reached } }) => `${edition}/${step}/${key}/${reached === null ? '' : 'reached'}`;

/** @param {Words} a @param {Words} b */
const isSameWords = (a, b) =>
  a.need === b.need.trim() && a.when === b.when.trim() && a.why === b.why.trim() && a.words.join() === [...b.words].join();

/**
 * The weekly retreat between its hours: what each gathers for themselves, the threads that lie open for both, the one change of the week, and
 * when the two meet again. What is gathered lies in `me`; the change is what both said yes to in a session.
 */


const PRACTICE$2 = 'weekly-retreat';
const STANDING = [STANCE.awake, STANCE.stands];
/** In the order they are asked. The entry of a line has one field, of this name. */
const KINDS = Object.freeze(/** @type {const} */ (['own-working', 'own-not-working', 'own-need']));
const LINE_CHARS = 240;
/** In a session, the fields in which such a line is raised. */
const BROUGHT = 'brought';
const RAISED = ['working', 'not-working', 'need', BROUGHT];
const GATHERED = 'gathered';
const LET_GO = 'thread-gone';
const TIME = 'retreat-time';
const DAY_MS$2 = 86_400_000;
const MOST_THREADS = 12;
/** Answers of the session: it stays as it is; it is made smaller; it goes. */
const FATE = Object.freeze({ keep: 0, smaller: 1, gone: 2 });
const HELPED_NOT = 2;
const HELPED = [0, 1];
const WEEKS_WITHOUT_HELP = 3;
/** When to meet again, as the session offers it. */
const AGAIN = [
  (/** @type {Date} */ then) => then.setDate(then.getDate() + 7),
  (/** @type {Date} */ then) => then.setDate(then.getDate() + 14),
  (/** @type {Date} */ then) => then.setMonth(then.getMonth() + 1),
];
const QUARTER_MS = 15 * 60_000;
/** What a trial of shared problem solving says about when it is looked at again, in days. */
const REVIEW_DAYS = [7, 14, 30];
/** What a board of values says about the same, in days. */
const LOOK_AGAIN_DAYS = [30, 91];

/**
 * @typedef {{id: string, kind: (typeof KINDS)[number], text: string, at: number}} Gathered
 * @typedef {{id: string, text: string, isMine: boolean, from: 'parked'|'brought'|'trial'|'look-again'}} Thread
 * @typedef {{session: string, text: string, who: string, when: string, at: number}} Change `at` when it was agreed
 * @typedef {{id: string, at: number, isAgreed: boolean, isMine: boolean}} Meeting
 * @typedef {import('./sessions.js').Past} Past
 */

/** @param {Past} past @param {string} name @returns {string} what one of them wrote, and did not take back */
const lineOf = ({ lines }, name) => String(lines.find((line) => line.name === name && !line.isWithdrawn)?.value ?? '').trim();

/** @param {Past} past @returns {Change} that was agreed there */
const changeIn = (past) => ({
  session: past.id,
  text: lineOf(past, 'change'),
  who: lineOf(past, 'who'),
  when: lineOf(past, 'when'),
  at: past.at,
});

/** @param {{at: number}} a @param {{at: number}} b */
const newestFirst = (a, b) => b.at - a.at;

/** @param {Past} past */
const isAgreed = (past) => past.agreed.includes('agreed') && lineOf(past, 'change') !== '';

/** Whatever was before, from here on there is this change, or none. @param {Past} past */
const isDecided = (past) => isAgreed(past) || (past.results['fate'] !== undefined && past.results['fate'] !== FATE.keep);

/** Whatever was before, it does not bear on the change from here on: it is another one, or none. @param {Past} past */
const isBeginning = (past) => isDecided(past) && past.results['fate'] !== FATE.keep && past.results['fate'] !== FATE.smaller;

/** Lines raised onto the list of open threads. @param {Past} past */
const broughtIn = ({ lines }) => lines.filter(({ name, isWithdrawn }) => name === BROUGHT && !isWithdrawn);

/** Something of it is asked about for as long as nobody puts it away. @param {Past} past */
const isStanding = (past) => past.practice === PRACTICE$2 && (isDecided(past) || broughtIn(past).length > 0);

/** An answer of both, or both answers. @param {unknown} result @returns {number[]} */
const answersIn = (result) => (result === undefined ? [] : String(result).split('+').map(Number));

/**
 * The change that holds after these sessions, and how many weeks it has not helped.
 * @param {readonly Past[]} retreats oldest first
 * @returns {{current: Change|null, unhelped: number}}
 */
function changesOf(retreats) {
  /** @type {Change|null} */ let current = null;
  let unhelped = 0;
  for (const past of retreats) {
    const { fate, helped } = past.results;
    const answers = answersIn(helped);
    if (answers.some((each) => HELPED.includes(each))) unhelped = 0;
    else if (answers.includes(HELPED_NOT)) unhelped += 1;
    /** @type {Change|null} */
    const agreed = isAgreed(past) ? changeIn(past) : null;
    const isSame = current !== null && (fate === FATE.keep || fate === FATE.smaller);
    if (!agreed && (fate === undefined || fate === FATE.keep)) continue; // it goes on as it is
    if (!agreed || !isSame) unhelped = 0;
    current = agreed;
  }
  return { current, unhelped };
}

class Retreats {
  #entries;
  #sessions;
  #checkIns;
  #now;

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, checkIns: import('./check-ins.js').CheckIns, now: () => number}} parts */
  constructor({ entries, sessions, checkIns, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#checkIns = checkIns;
    this.#now = now;
  }

  /** Since the change that holds began, or the last one went: what was before does not bear on it. @returns {Past[]} oldest first */
  #recent() {
    const standing = [];
    for (const past of this.#newest(STANDING)) {
      standing.push(past);
      if (isBeginning(past)) break;
    }
    return this.#since(standing.at(-1)?.at ?? Number.POSITIVE_INFINITY).reverse();
  }

  /** @param {number} at ms @returns {Past[]} newest first */
  #since(at) {
    const since = [];
    for (const past of this.#newest()) {
      if (past.at < at) break;
      since.push(past);
    }
    return since;
  }

  /** Each opened when it is asked for. @param {readonly import('../core/record-index.js').Stance[]} stances @returns {Generator<Past>} newest first */
  *#newest(stances = Object.values(STANCE)) {
    for (const past of this.#sessions.newest(PRACTICE$2, stances)) if (past.reached > 0) yield past;
  }

  /** @returns {Past|undefined} */
  get #last() {
    return this.#newest().next().value;
  }

  // ---- gathered, for oneself

  /** What was raised in a retreat since then is not kept for another. @param {string} text @param {number} at */
  #isRaised(text, at) {
    return this.#since(at).some((past) =>
      past.lines.some(({ isMine, name, value }) => isMine && RAISED.includes(name) && [value].flat().includes(text)),
    );
  }

  /** @returns {Gathered[]} newest first, and nothing that was raised or let go */
  gathered() {
    return this.#entries.list(GATHERED).flatMap(({ id, own, at }) => {
      const kind = KINDS.find((each) => typeof own[each] === 'string' && own[each].trim() !== '');
      return kind && !this.#isRaised(own[kind], at) ? [{ id, kind, text: String(own[kind]), at }] : [];
    });
  }

  /** A line was gathered since the last retreat: of those from before, that one has asked. */
  get hasGathered() {
    const [newest] = this.#entries.newest(GATHERED);
    return newest !== undefined && newest.at > (this.#last?.at ?? 0);
  }

  /** @param {(typeof KINDS)[number]} kind @param {string} text */
  async gather(kind, text) {
    await this.#entries.keep(GATHERED, { [kind]: text.trim().slice(0, LINE_CHARS) });
  }

  /** @param {string} id */
  async letGo(id) {
    await this.#entries.forget(GATHERED, id);
  }

  /** @returns {import('./sessions.js').Carried[]} carried here from other practices */
  carried() {
    return this.#sessions.carried().filter(({ kind, text, at }) => kind === 'retreat' && text !== '' && !this.#isRaised(text, at));
  }

  // ---- open threads, of both

  /** @returns {Thread[]} */
  threads() {
    const gone = new Set(this.#entries.list(LET_GO).flatMap(({ mine, theirs }) => [mine['thread'], theirs['thread']]));
    return this.#allThreads()
      .filter(({ id }) => !gone.has(id))
      .slice(0, MOST_THREADS);
  }

  /** @returns {Thread[]} */
  #allThreads() {
    return [...this.#parked(), ...this.#brought(), ...this.#due()];
  }

  /** @returns {Thread[]} */
  #parked() {
    const writer = (/** @type {boolean} */ isMine) => (isMine ? this.#entries.me : 3 - this.#entries.me);
    return this.#checkIns
      .topics()
      .map(({ day, text, isMine }) => ({ id: `parked/${day}/${writer(isMine)}`, text, isMine, from: /** @type {const} */ ('parked') }));
  }

  /** Lines raised onto the list at earlier retreats. @returns {Thread[]} */
  #brought() {
    return [...this.#newest(STANDING)].reverse().flatMap((past) =>
      broughtIn(past).flatMap(({ value, isMine, person }) =>
        [value].flat().map((text, i) => ({
          id: `brought/${past.id}/${person}/${i}`,
          text: String(text),
          isMine,
          from: /** @type {const} */ ('brought'),
        })),
      ),
    );
  }

  /** What was to be looked at again by now. @returns {Thread[]} */
  #due() {
    const isDue = (/** @type {Past} */ past, /** @type {string} */ name, /** @type {readonly number[]} */ days) => {
      const choice = past.lines.find((line) => line.name === name && !line.isWithdrawn)?.value;
      return this.#now() >= past.at + (days[Number(choice ?? NaN)] ?? Infinity) * DAY_MS$2;
    };
    const again = (/** @type {Past} */ past, /** @type {'trial'|'look-again'} */ from, /** @type {string} */ name) => [
      { id: `${from}/${past.id}`, text: lineOf(past, name), isMine: false, from },
    ];
    const standing = ['shared-problem-solving', 'values-alignment'].flatMap((practice) => [...this.#sessions.newest(practice, STANDING)]);
    return standing.sort(newestFirst).flatMap((past) => {
      const { practice, agreed } = past;
      if (practice === 'shared-problem-solving' && lineOf(past, 'trial') && isDue(past, 'review', REVIEW_DAYS))
        return again(past, 'trial', 'trial');
      if (practice === 'values-alignment' && agreed.includes('agreed') && isDue(past, 'look-again', LOOK_AGAIN_DAYS))
        return again(past, 'look-again', 'agreement');
      return [];
    });
  }

  /** @param {string} id of a thread, or of the session of a change @returns {string|null} null: not here, or not any more */
  textOf(id) {
    const past = this.#sessions.get(id);
    if (past?.practice === PRACTICE$2 && isAgreed(past)) return lineOf(past, 'change');
    return this.#allThreads().find((thread) => thread.id === id)?.text ?? null;
  }

  /** @param {string} id of a thread of one's own */
  async letThreadGo(id) {
    await this.#entries.share(LET_GO, { thread: id });
  }

  // ---- the change

  #changes() {
    return changesOf(this.#recent());
  }

  /** @returns {Change|null} of this week, or of as many as it takes until both meet again */
  get change() {
    /** @type {Past[]} */ const since = [];
    for (const past of this.#newest(STANDING)) {
      since.unshift(past);
      if (isDecided(past)) break; // what came before does not count any more
    }
    return changesOf(since).current;
  }

  /** What both agreed on before, each opened when it is asked for. @returns {Generator<Change>} newest first */
  *earlier() {
    const { change } = this;
    for (const past of this.#newest(STANDING)) if (isAgreed(past) && past.id !== change?.session) yield changeIn(past);
  }

  /** The same change for three weeks, and no help: another way may be lighter. */
  get isStuck() {
    return this.#changes().unhelped >= WEEKS_WITHOUT_HELP;
  }

  /** A week or more went by without one; nothing comes of it. */
  get wasLongAgo() {
    const last = this.#last;
    return last !== undefined && this.#now() - last.at > 9 * DAY_MS$2;
  }

  // ---- when

  #proposed() {
    for (const entry of this.#entries.newest(TIME))
      if (!entry.isTakenBack && Number((entry.isMine ? entry.mine : entry.theirs)['when']) > 0) return entry;
    return null;
  }

  /** @returns {Meeting|null} agreed on, or proposed by one; the newest word counts. What has gone by is over, and nothing piles up */
  meeting() {
    const last = this.#last;
    const proposed = this.#proposed();
    const startOfDay = new Date(this.#now()).setHours(0, 0, 0, 0);
    if (proposed && proposed.at > (last?.at ?? 0)) {
      const [author, other] = proposed.isMine ? [proposed.mine, proposed.theirs] : [proposed.theirs, proposed.mine];
      const at = Number(author['when']);
      return at < startOfDay ? null : { id: proposed.id, at, isAgreed: other['yes'] === at, isMine: proposed.isMine };
    }
    const again = AGAIN[Number(last?.results['next'] ?? NaN)];
    if (!last || !again) return null;
    const at = again(new Date(Math.floor(last.at / QUARTER_MS) * QUARTER_MS));
    return at < startOfDay ? null : { id: '', at, isAgreed: true, isMine: false };
  }

  /** @param {number} at ms */
  async propose(at) {
    await this.#entries.share(TIME, { when: at });
  }

  /** A yes is to this time and to no other. @param {Meeting} meeting */
  async sayYes({ id, at }) {
    await this.#entries.share(TIME, { yes: at }, id);
  }

  /** @param {string} id */
  async takeBackTime(id) {
    await this.#entries.takeBack(TIME, id);
  }

  // ---- for a session

  /** What both go on from, the same on both phones; ids, so that what is taken back is gone here too. @returns {Record<string, string[]>} decks */
  dealt() {
    const { current, unhelped } = this.#changes();
    return {
      last: current ? [current.session] : [],
      threads: this.threads().map(({ id }) => id),
      stuck: current && unhelped >= WEEKS_WITHOUT_HELP - 1 ? ['1'] : [],
    };
  }
}

/**
 * What stays of practice 13: pages (six cards, in `me` only, whatever happens), and tries, one small thing for the next time. A try may be shared by its
 * owner; the other can only take it in. A revisit is offered one to three days after a pause, never at once, and a pause asks once how a try was.
 */

const PAGE = 'revisit';
const TRY = 'try';
const ASK = 'revisit-ask';
const OFFER = 'revisit-offer';
const DAY_MS$1 = 86_400_000;
/** One to three days after a pause. */
const OFFERED_FROM_MS = DAY_MS$1;
const OFFERED_FOR_MS = 3 * DAY_MS$1;
const LATER_MS = 20 * 3_600_000;
/** How a try was is asked for so long after a pause. */
const ASKED_FOR_MS = 3 * DAY_MS$1;

/** @typedef {import('./entries.js').Entry} Entry @typedef {import('./pauses.js').Pause} Pause */

/**
 * The pause a revisit is offered after: the last one, when it ended a day ago or more and not longer than three.
 * @param {readonly Pause[]} pauses newest first @param {number} now ms @returns {Pause|null}
 */
function offeredAfter(pauses, now) {
  const [last] = pauses;
  const since = last ? now - last.untilMs : 0;
  return last && since >= OFFERED_FROM_MS && since < OFFERED_FOR_MS ? last : null;
}

/**
 * The pause after which it is asked how a try was: the last one, when it was called after the try was made and holds no more.
 * @param {Entry} entry @param {readonly Pause[]} pauses newest first @param {number} now ms @returns {Pause|null}
 */
function askedAfter(entry, pauses, now) {
  const [last] = pauses;
  if (!last || last.at < entry.at || entry.own['asked'] === last.id || entry.own['gone']) return null;
  const isThrough = last.isOver || last.areBothReady || now >= last.untilMs;
  return isThrough && now < last.untilMs + ASKED_FOR_MS ? last : null;
}

/** @param {Entry} entry @returns {string} */
const tryOf = (entry) => String((entry.isMine ? entry.own['try'] : entry.theirs['try']) ?? '');

/** One's own that was not let go. @param {Entry} entry */
const isTry = (entry) => entry.isMine && !entry.own['gone'] && tryOf(entry) !== '';

class Revisits {
  #entries;
  #pauses;
  #sessions;
  #now;

  /** @param {{entries: import('./entries.js').Entries, pauses: import('./pauses.js').Pauses, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, pauses, sessions, now }) {
    this.#entries = entries;
    this.#pauses = pauses;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** @returns {Entry[]} newest first */
  pages() {
    return this.#entries.list(PAGE).filter(({ isMine }) => isMine);
  }

  /** @param {string} id */
  async erasePage(id) {
    await this.#entries.forget(PAGE, id);
  }

  /** What the part together begins with: the last two cards of the newest page. @returns {Record<string, string>} */
  given() {
    const own = this.pages()[0]?.own ?? {};
    return Object.fromEntries(['differently', 'try'].flatMap((name) => (own[name] ? [[name, String(own[name])]] : [])));
  }

  // ---- tries

  /** @returns {Entry[]} one's own that were not let go, newest first */
  tries() {
    return this.#entries.list(TRY).filter(isTry);
  }

  /** @returns {Entry[]} those that helped */
  helped() {
    return this.tries().filter(({ own }) => own['helped'] !== undefined);
  }

  /** @returns {Entry[]} what the other gave to read */
  theirs(among = this.#entries.list(TRY)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && tryOf(entry) !== '');
  }

  /** @returns {Entry[]} of theirs, what is neither taken in nor closed here */
  here() {
    return this.theirs(this.#entries.awake(TRY)).filter(({ mine, own }) => mine['taken'] === undefined && own['closed'] === undefined);
  }

  /** @param {string} id */
  tryById(id) {
    return [...this.tries(), ...this.theirs()].find((entry) => entry.id === id) ?? null;
  }

  /** The newest try, while a pause holds. */
  get nowTry() {
    for (const entry of this.#entries.newest(TRY)) if (isTry(entry)) return entry;
    return null;
  }

  /** The try that a pause has been the occasion for, to be asked about once. @returns {Entry|null} */
  get asked() {
    const entry = this.nowTry;
    return entry && !this.#pauses.current && askedAfter(entry, this.#pauses.all(), this.#now()) ? entry : null;
  }

  /** How it was. @param {Entry} entry @param {'helped'|'keep'|'go'|'change'} how @param {string} [words] of the changed one */
  async answer(entry, how, words = '') {
    const asked = this.#pauses.all()[0]?.id ?? '';
    const said = { asked, ...(how === 'helped' ? { helped: this.#now() } : {}), ...(how === 'go' ? { gone: true } : {}) };
    await this.#entries.keep(TRY, { ...said, ...(how === 'change' && words.trim() ? { try: words.trim() } : {}) }, entry.id);
    if (how === 'go') await this.#entries.takeBack(TRY, entry.id);
    if (how === 'change' && words.trim() && entry.isShared && !entry.isTakenBack)
      await this.#entries.share(TRY, { try: words.trim() }, entry.id);
  }

  /** @param {Entry} entry */
  async shareTry(entry) {
    await this.#entries.share(TRY, { try: tryOf(entry) }, entry.id);
  }

  /** This person takes it in. @param {string} id */
  async take(id) {
    await this.#entries.share(TRY, { taken: true }, id);
  }

  /** @param {string} id */
  async closeTry(id) {
    await this.#entries.keep(TRY, { closed: true }, id);
  }

  // ---- offered after a pause

  /** @returns {Pause|null} */
  get offer() {
    if (this.#pauses.current) return null;
    const pause = offeredAfter(this.#pauses.all(), this.#now());
    const said = pause ? this.#said(pause.id) : null;
    return pause && !said?.own['left'] && this.#now() >= Number(said?.own['later'] ?? 0) ? pause : null;
  }

  /** @param {string} pause */
  #said(pause) {
    return this.#entries.list(OFFER).find(({ own }) => own['pause'] === pause) ?? null;
  }

  /** @param {string} pause @param {boolean} isForGood */
  async putOff(pause, isForGood) {
    await this.#entries.keep(OFFER, { pause, ...(isForGood ? { left: true } : { later: this.#now() + LATER_MS }) }, this.#said(pause)?.id);
  }

  // ---- read together

  /** What one would like to read, until a revisit together came after it. @param {boolean} isMine @returns {Entry|null} */
  #ask(isMine) {
    const ask = this.#entries.list(ASK).find((entry) => entry.isMine === isMine && entry.isShared && !entry.isTakenBack);
    for (const { at, mode, reached } of ask ? this.#sessions.newest('growth-revisit') : [])
      if (mode === 'live' && reached > 0) return ask && ask.at > at ? ask : null;
    return ask ?? null;
  }

  /** @returns {Entry|null} this person let the other know */
  get myAsk() {
    return this.#ask(true);
  }

  /** @returns {Entry|null} the other let this person know, who has not put it away */
  get theirAsk() {
    const ask = this.#ask(false);
    return ask?.own['closed'] ? null : ask;
  }

  /** One card on the other phone: no word of the pages. */
  async letKnow() {
    if (!this.myAsk) await this.#entries.share(ASK, {});
  }

  async takeAskBack() {
    const ask = this.myAsk;
    if (ask) await this.#entries.takeBack(ASK, ask.id);
  }

  /** Not this one; it is not reported. */
  async closeAsk() {
    const ask = this.theirAsk;
    if (ask) await this.#entries.keep(ASK, { closed: true }, ask.id);
  }
}

/**
 * Photos (protocol section 11): chosen, made smaller, kept sealed on this phone at once; uploaded in the background by the leading tab, chunk by
 * chunk, going on where it stopped; fetched from the other's when they are looked at, and kept. A photo goes from this phone, and its author's
 * chunks from the server, when the field that named it was withdrawn or replaced: never because something is merely not there (yet).
 *
 * At rest, in the vault: `photo/<id>` what is known of it, `blob/<id>` its bytes. In the author's `me`: a record of type `blob` with the secret.
 */

const TYPE$2 = 'blob';
const FIELD = 'upload';
/** Records that may name a photo, and the field in which they do. */
const NAMING = ['entry', 'memory', 'moment'];
const PHOTO = 'photo';
const SWEEP_MS = 1000;
const FULL_MS = 60 * 60 * 1000;
const DRAFT_MS = 24 * 60 * 60 * 1000;
/** What was shown lately stays in memory. */
const MOST_URLS = 40;

/**
 * @typedef {import('../core/blob.js').Blob} Blob @typedef {import('../core/blob.js').Photo} Photo @typedef {import('../core/codec.js').Value} Value
 * @typedef {import('./space.js').Space} Space
 * @typedef {{space: string, record: string, person: number, field: string}} Place the field that names a photo; hex ids
 * @typedef {{id: string, width: number, height: number}} Picture one kept on this phone, by its local id
 * @typedef {Picture & {words: string}} WordedPicture
 * @typedef {object} Kept what this phone knows of a photo it has
 * @property {number} at ms @property {Place|null} place null: in a draft @property {Blob|null} blob @property {number} sent chunks the server has
 * @typedef {{status: number, code: number, retryAfterMs: number, bytes: Uint8Array}} Answer
 * @typedef {object} PhotoWorld
 * @property {() => number} now @property {(callback: () => void, ms: number) => number} setTimer @property {(id: number) => void} clearTimer @property {() => number} random
 * @property {(method: string, name: string, headers: Record<string, string>, body?: Uint8Array) => Promise<{status: number, bytes: Uint8Array}|null>} askChunk null: not reached
 * @property {(file: Blob_) => Promise<{bytes: Uint8Array, width: number, height: number}>} shrink throws when it is no picture
 * @property {(bytes: Uint8Array) => string} pictureUrl @property {(url: string) => void} forgetUrl
 * @typedef {globalThis.Blob} Blob_
 */

/** The photo is not on this phone, and cannot be brought now. */
class PhotoAway extends Error {
  constructor() {
    super('the photo is not here');
    this.name = 'PhotoAway';
  }
}

/** @param {import('../core/oplog.js').RecordView} view @returns {boolean} somebody named another photo in it before */
const hadPhoto = ({ byPerson }) =>
  [...byPerson.values()].some((fields) => fields.get(PHOTO)?.earlier.some((value) => readPhoto(value) !== null));

/** @param {Kept} kept @returns {Value} */
const keptValue = ({ at, place, blob, sent }) => [
  at,
  place ? [place.space, place.record, place.person, place.field] : null,
  blob ? blobValue(blob) : null,
  sent,
];

/** @param {any} value @returns {Kept} */
const readKept = ([at, place, blob, sent]) => ({
  at,
  place: place ? { space: place[0], record: place[1], person: place[2], field: place[3] } : null,
  blob: readBlob(blob),
  sent,
});

class Photos {
  #parts;
  /** @type {Map<string, Kept>} */ #kept = new Map();
  /** @type {Promise<void>|null} */ #loading = null;
  /** @type {Map<string, string|null>} id -> url; null while it is read */ #urls = new Map();
  /** @type {Map<string, {place: Place, blob: Blob, chunks: Uint8Array[], tries: number, from: number}>} photos looked at and not here */ #wanted =
    new Map();
  /** @type {Map<string, {pass: Uint8Array, until: number}>} by space */ #passes = new Map();
  /** @type {Map<string, number>} space -> ms until which its uploads rest, for want of room */ #full = new Map();
  /** @type {Set<string>} what the server refuses for good: a fault of ours */ #faulty = new Set();
  /** @type {Set<string>} the server may have all the same: it is asked before a chunk is sent again */ #doubted = new Set();
  #isWorking = false;
  #isAskedAgain = false;
  #tries = 0;
  /** @type {number|undefined} */ #timer;
  /** @type {number|undefined} */ #sweeping;

  /**
   * @param {object} parts
   * @param {import('./vault.js').Vault} parts.vault @param {import('../core/ids.js').Crypto} parts.crypto @param {PhotoWorld} parts.world
   * @param {() => Space|null} parts.me @param {(name: string) => Space|null} parts.space @param {() => readonly Space[]} parts.spaces all
   * @param {() => boolean} parts.isLeader
   * @param {(space: string) => Promise<{pass: Uint8Array, expiresInS: number}|null>} parts.wantPass null: no connection now
   * @param {(message: {type: 'photos'}|{type: 'photo', place: Place, value: Value}) => void} parts.tell other tabs
   * @param {() => readonly Value[]} parts.drafts everything in drafts @param {() => void} parts.onChange
   */
  constructor(parts) {
    this.#parts = parts;
  }

  load() {
    this.#loading ??= this.#read().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #read() {
    const rows = await this.#parts.vault.list('photo/');
    this.#kept = new Map(rows.map(([id, value]) => [id, readKept(value)]));
    for (const [id, url] of this.#urls) if (!this.#kept.has(id)) this.#forgetUrl(id, url);
    for (const id of this.#kept.keys()) this.#wanted.delete(id);
  }

  /** Another tab keeps or removed some. */
  async refresh() {
    await this.#read();
    this.wake();
    this.#parts.onChange();
  }

  // ---- what screens ask

  /** How many of this person's photos are not on the server yet, for other reasons than room. */
  get waiting() {
    return this.#uploads().length;
  }

  /** Whether photos wait for room on the server. */
  get isFull() {
    return [...this.#kept.values()].some((kept) => this.#isUnsent(kept) && this.#isFull(kept.place?.space ?? ''));
  }

  /** @param {string} id @returns {boolean} this photo waits for room on the server */
  isRefused(id) {
    const kept = this.#kept.get(id);
    return kept !== undefined && this.#isUnsent(kept) && this.#isFull(kept.place?.space ?? '');
  }

  /**
   * What can be shown of a photo now. Asking fetches it, if it is not here.
   * @param {Place} place @param {Photo} photo @returns {{url: string|null, state: 'here'|'coming'|'away'}} `away`: asked for, and not there
   */
  show(place, photo) {
    const id = hex(photo.blob.id);
    if (this.#kept.has(id)) return { url: this.urlOf(id), state: 'here' };
    if (!this.#wanted.has(id)) {
      this.#wanted.set(id, { place, blob: photo.blob, chunks: [], tries: 0, from: 0 });
      this.#soon(this.load());
    }
    return { url: null, state: (this.#wanted.get(id)?.tries ?? 0) > 0 ? 'away' : 'coming' };
  }

  /** @param {string} id of one on this phone @returns {string|null} null while it is read */
  urlOf(id) {
    const url = this.#urls.get(id);
    if (url === undefined) {
      this.#urls.set(id, null);
      void this.#readUrl(id);
      return null;
    }
    this.#urls.delete(id); // the least lately shown comes first
    this.#urls.set(id, url);
    return url;
  }

  /** @param {string} id */
  async #readUrl(id) {
    const bytes = await this.#bytes(id).catch(() => null);
    if (!bytes || !this.#urls.has(id)) return;
    this.#urls.set(id, this.#parts.world.pictureUrl(bytes));
    for (const [other, url] of this.#urls) {
      if (this.#urls.size <= MOST_URLS) break;
      if (url) this.#forgetUrl(other, url);
    }
    this.#parts.onChange();
  }

  /** @param {string} id @param {string|null} url */
  #forgetUrl(id, url) {
    this.#urls.delete(id);
    if (url) this.#parts.world.forgetUrl(url);
  }

  /** @param {string} id @returns {Promise<Uint8Array|null>} a JPEG; null: it is not on this phone */
  async bytesOf(id) {
    await this.load();
    return this.#kept.has(id) ? this.#bytes(id).catch(() => null) : null;
  }

  /** @param {string} id @returns {Promise<Uint8Array>} @throws {PhotoAway} */
  async #bytes(id) {
    const bytes = await this.#parts.vault.get(`blob/${id}`);
    if (!(bytes instanceof Uint8Array)) throw new PhotoAway();
    return bytes;
  }

  // ---- what a person does

  /**
   * Takes a picture into a draft: smaller, of its pixels alone, durable on this phone when it resolves.
   * @param {globalThis.Blob} file @returns {Promise<Picture>} @throws when it is no picture, or the phone cannot keep it
   */
  async choose(file) {
    const { bytes, width, height } = await this.#parts.world.shrink(file);
    const id = hex(this.#parts.crypto.random(16));
    await this.load();
    await this.#keep(id, { at: this.#parts.world.now(), place: null, blob: null, sent: 0 }, bytes);
    return { id, width, height };
  }

  /** Lets go of a picture in a draft. @param {string} id */
  async drop(id) {
    await this.load();
    if (this.#kept.get(id)?.place === null) await this.#remove(id);
  }

  /**
   * Seals a picture for a space and keeps it to be uploaded. Its bytes are copied, so that each sealing has an id of its own (B1).
   * @param {Space} space @param {WordedPicture} picture @param {{record: string, field: string}} where it will be named
   * @returns {Promise<Value>} what to write there @throws {PhotoAway|import('../io/database.js').StorageError}
   */
  async attach(space, { id: from, width, height, words }, where) {
    const { crypto, world } = this.#parts;
    const me = this.#parts.me();
    if (!me) throw new Error('no place to write yet');
    await this.load();
    const content = await this.#bytes(from);
    const id = crypto.random(16);
    const secret = crypto.random(32);
    const { epoch } = space.chain;
    const blobsKey = await space.blobsKey(epoch);
    if (!blobsKey) throw new Error('no key for this epoch');
    const chunks = await sealBlob(crypto, { space: space.id, blobsKey, id }, content);
    const names = chunks.map(({ name }) => name);
    const blob = { media: JPEG, id, epoch, length: content.length, deleteTag: await deleteTagOf(crypto, secret), names };
    const place = { space: space.name, person: space.person, ...where };
    await this.#keep(hex(id), { at: world.now(), place, blob, sent: 0 }, content);
    await me.write(hex(crypto.random(16)), TYPE$2, [[FIELD, [space.id, where.record, where.field, blobValue(blob), secret]]]);
    this.wake();
    return photoValue({ blob, width, height, words });
  }

  /**
   * What a write says of the photo in a field.
   * @param {Space} space @param {Photo|null} had what stands there @param {WordedPicture|null} picture that one, or one on this phone
   * @param {{record: string, field: string}} where @returns {Promise<Value|undefined>} nothing while it stays as it is; null: without one @throws {PhotoAway}
   */
  async named(space, had, picture, where) {
    if (!picture) return had ? null : undefined;
    if (!had || hex(had.blob.id) !== picture.id) return this.attach(space, picture, where);
    return had.words === picture.words ? undefined : photoValue({ ...had, words: picture.words });
  }

  // ---- on this phone

  /** @param {string} id @param {Kept} kept @param {Uint8Array} [bytes] */
  async #keep(id, kept, bytes) {
    const { vault } = this.#parts;
    const row = await vault.seal(`sealed/photo/${id}`, keptValue(kept));
    const content = bytes ? await vault.seal(`sealed/blob/${id}`, bytes) : null;
    await vault.database.run('readwrite', ['sealed'], async (tx) => {
      if (content) await tx.objectStore('sealed').put(content, `blob/${id}`);
      await tx.objectStore('sealed').put(row, `photo/${id}`);
    });
    this.#kept.set(id, kept);
    if (bytes) this.#parts.tell({ type: 'photos' });
  }

  /** @param {string} id */
  async #remove(id) {
    await this.#parts.vault.database.run('readwrite', ['sealed'], async (tx) => {
      await tx.objectStore('sealed').delete(`photo/${id}`);
      await tx.objectStore('sealed').delete(`blob/${id}`);
    });
    this.#kept.delete(id);
    this.#forgetUrl(id, this.#urls.get(id) ?? null);
    this.#parts.tell({ type: 'photos' });
  }

  /**
   * Whether a photo was there and its author took or changed it. Only what the record says counts: it may not all have come.
   * @param {Place} place @param {Uint8Array} id
   */
  #isGone({ space: name, record, person, field }, id) {
    const space = this.#parts.space(name);
    if (!space || space.parked > 0) return false;
    const view = space.record(record)?.byPerson.get(person)?.get(field);
    return (view?.earlier.some(naming(id)) ?? false) && ![view?.value, ...(view?.alsoWritten ?? [])].some(naming(id));
  }

  /** Whether a photo that was named in it before is still to go from this phone or from the server; after `load`. @param {string} record hex */
  isDue(record) {
    const here = [...this.#kept].flatMap(([id, { place }]) => (place?.record === record ? [{ place, id: unhex(id) }] : []));
    const there = this.#standing(new Set([record])).map(({ place, blob }) => ({ place, id: blob.id }));
    return [...here, ...there].some(({ place, id }) => {
      const view = this.#parts.space(place.space)?.record(record)?.byPerson.get(place.person)?.get(place.field);
      return !naming(id)(view?.value);
    });
  }

  /** @returns {Set<string>} records in which a photo was named before, and not long ago or with something still to do (stances.js) */
  #due() {
    const had = this.#parts.spaces().flatMap((space) => NAMING.flatMap((type) => space.due(type).filter(hadPhoto)));
    return new Set(had.map(({ id }) => id));
  }

  /** Something changed: soon see what is no longer to be kept, and what is to be sent. */
  look() {
    if (this.#sweeping !== undefined) return;
    this.#sweeping = this.#parts.world.setTimer(() => {
      this.#sweeping = undefined;
      this.#soon(this.load().then(() => this.#sweep()));
    }, SWEEP_MS);
  }

  /** Then goes on with the work. A phone that cannot read or write just now says so where a person writes; here the next change comes soon. @param {Promise<void>} step */
  #soon(step) {
    step.then(() => this.wake()).catch(() => {});
  }

  async #sweep() {
    if (!this.#parts.isLeader()) return;
    const drafted = JSON.stringify(this.#parts.drafts());
    const due = this.#due();
    const isGone = (/** @type {Place} */ place, /** @type {string} */ id) => due.has(place.record) && this.#isGone(place, unhex(id));
    for (const [id, { place, at }] of [...this.#kept]) {
      const isOld = place === null && at + DRAFT_MS < this.#parts.world.now();
      if (place ? isGone(place, id) : isOld && !drafted.includes(id)) await this.#remove(id);
    }
    for (const [id, { place }] of [...this.#wanted]) if (isGone(place, id)) this.#wanted.delete(id);
  }

  // ---- with the server: the leading tab alone

  /** @param {Kept} kept */
  #isUnsent = ({ place, blob, sent }) => place !== null && blob !== null && sent < blob.names.length;

  /** @param {string} space */
  #isFull = (space) => (this.#full.get(space) ?? 0) > this.#parts.world.now();

  #uploads() {
    return [...this.#kept].filter(([id, kept]) => this.#isUnsent(kept) && !this.#isFull(kept.place?.space ?? '') && !this.#faulty.has(id));
  }

  /** @returns {Array<{record: string, space: string, blob: Blob, secret: Uint8Array}>} this person's chunks that are to go from the server */
  #deletions() {
    return this.#standing(this.#due()).filter(({ place, blob }) => this.#isGone(place, blob.id));
  }

  /** @param {ReadonlySet<string>} pages records @returns {Array<{record: string, space: string, place: Place, blob: Blob, secret: Uint8Array}>} this person's uploads for them that were not deleted */
  #standing(pages) {
    if (pages.size === 0) return [];
    const me = this.#parts.me();
    const found = [];
    for (const record of me?.recordsOfType(TYPE$2) ?? []) {
      const upload = /** @type {any} */ (record.byPerson.get(me?.person ?? 1)?.get(FIELD)?.value);
      const blob = readBlob(upload?.[3]);
      if (!blob || !pages.has(upload[1])) continue;
      const [id, page, field, , secret] = upload;
      const space = hex(id);
      const place = { space, record: page, person: this.#parts.space(space)?.person ?? 0, field };
      found.push({ record: record.id, space, place, blob, secret });
    }
    return found;
  }

  /** Goes on with whatever there is to do; when a connection opened, when something was kept, when a photo is looked at. */
  wake() {
    if (!this.#parts.isLeader()) {
      for (const [, { place, blob, tries }] of this.#wanted)
        if (tries === 0) this.#parts.tell({ type: 'photo', place, value: blobValue(blob) });
      return;
    }
    this.#isAskedAgain = true;
    if (!this.#isWorking) void this.#work();
  }

  /** Another tab looks at a photo. @param {Place} place @param {Value} value */
  want(place, value) {
    const blob = readBlob(value);
    if (!blob || this.#kept.has(hex(blob.id))) return;
    if (!this.#wanted.has(hex(blob.id))) this.#wanted.set(hex(blob.id), { place, blob, chunks: [], tries: 0, from: 0 });
    this.#soon(this.load());
  }

  /** The server had lost what it had, or some of it: put back what this phone has. @param {string} space */
  async restore(space) {
    await this.load();
    this.#full.delete(space);
    for (const [id, kept] of this.#kept) {
      if (kept.place?.space !== space || kept.sent === 0) continue;
      this.#doubted.add(id);
      await this.#keep(id, { ...kept, sent: 0 });
    }
    this.wake();
  }

  async #work() {
    this.#isWorking = true;
    this.#parts.world.clearTimer(this.#timer ?? 0);
    let waitMs = 0;
    try {
      await this.load();
      while (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        waitMs = await this.#round();
      }
      this.#tries = 0;
    } catch (error) {
      if (!(error instanceof Later)) console.error(error);
      waitMs = error instanceof Later && error.waitMs > 0 ? error.waitMs : backoffMs(this.#tries, this.#parts.world.random);
      this.#tries += 1;
    }
    this.#isWorking = false;
    if (waitMs > 0) this.#timer = this.#parts.world.setTimer(() => this.wake(), waitMs);
    this.#parts.onChange();
  }

  /** Everything there is to do, once. @returns {Promise<number>} ms after which to look again, 0 for never */
  async #round() {
    for (const deletion of this.#deletions()) await this.#delete(deletion);
    for (const [id] of this.#uploads()) await this.#upload(id);
    const { now } = this.#parts.world;
    for (const [id, wanted] of [...this.#wanted]) if (wanted.from <= now()) await this.#fetch(id);
    const next = [...[...this.#wanted.values()].map(({ from }) => from), ...this.#full.values()].filter((at) => at > now());
    return next.length > 0 ? Math.min(...next) - now() + 1 : 0;
  }

  /** @param {{record: string, space: string, blob: Blob, secret: Uint8Array}} deletion */
  async #delete({ record, space, blob, secret }) {
    for (const name of blob.names) {
      const answer = await this.#ask(space, 'DELETE', name, { 'attune-delete-secret': hex(secret) });
      if (answer === null) return;
    }
    await this.#parts.me()?.withdraw(record, TYPE$2, [FIELD]);
    this.#full.delete(space); // there is room again
  }

  /** @param {string} id */
  async #upload(id) {
    const kept = this.#kept.get(id);
    if (!kept?.place || !kept.blob) return;
    const { blob, place } = kept;
    const space = this.#parts.space(place.space);
    const blobsKey = await space?.blobsKey(blob.epoch);
    if (!space || !blobsKey || this.#isFull(place.space)) return;
    const chunks = await sealBlob(this.#parts.crypto, { space: space.id, blobsKey, id: blob.id }, await this.#bytes(id));
    for (let sent = kept.sent; sent < chunks.length; sent += 1) {
      const { name, bytes } = /** @type {{name: Uint8Array, bytes: Uint8Array}} */ (chunks[sent]);
      const isThere = this.#doubted.has(id) && (await this.#ask(place.space, 'HEAD', name, {}))?.status === 200;
      const answer = isThere ? THERE : await this.#ask(place.space, 'PUT', name, { 'attune-delete-tag': hex(blob.deleteTag) }, bytes);
      if (answer === null) return;
      if (answer.code === CODE.space_full) {
        this.#full.set(place.space, this.#parts.world.now() + FULL_MS);
        return;
      }
      if (answer.status !== 204) {
        this.#faulty.add(id);
        console.error(`a chunk was refused with ${answer.status}`);
        return;
      }
      if (!this.#kept.has(id)) return; // taken back meanwhile
      await this.#keep(id, { ...kept, sent: sent + 1 });
      this.#parts.onChange();
    }
  }

  /** @param {string} id */
  async #fetch(id) {
    const wanted = this.#wanted.get(id);
    if (!wanted || this.#kept.has(id)) return void this.#wanted.delete(id);
    const { place, blob, chunks } = wanted;
    const space = this.#parts.space(place.space);
    const blobsKey = await space?.blobsKey(blob.epoch);
    if (!space || !blobsKey) return;
    while (chunks.length < blob.names.length) {
      const answer = await this.#ask(place.space, 'GET', /** @type {Uint8Array} */ (blob.names[chunks.length]), {});
      if (answer === null) return;
      if (answer.status !== 200) {
        this.#later(wanted);
        return;
      }
      chunks.push(answer.bytes);
    }
    try {
      const content = await openBlob(this.#parts.crypto, { space: space.id, blobsKey }, blob, chunks);
      await this.#keep(id, { at: this.#parts.world.now(), place, blob, sent: blob.names.length }, content);
      this.#wanted.delete(id);
    } catch (error) {
      chunks.length = 0;
      this.#later(wanted);
      if (/** @type {Error} */ (error).name !== 'BlobError') throw error;
    }
    this.#parts.onChange();
  }

  /** @param {{tries: number, from: number}} wanted */
  #later(wanted) {
    wanted.from = this.#parts.world.now() + backoffMs(wanted.tries, this.#parts.world.random);
    wanted.tries += 1;
  }

  /**
   * @param {string} space @param {string} method @param {Uint8Array} name @param {Record<string, string>} headers @param {Uint8Array} [body]
   * @returns {Promise<Answer|null>} null: there is no connection now, and `wake` comes with the next @throws {Later}
   */
  async #ask(space, method, name, headers, body) {
    for (let attempt = 0; ; attempt += 1) {
      const pass = await this.#pass(space);
      if (!pass) return null;
      const authorization = `Attune ${base64url(pass)}`;
      const said = await this.#parts.world.askChunk(method, hex(name), { ...headers, authorization }, body);
      if (!said) throw new Later(0);
      const answer = { ...said, ...(said.status < 300 ? NO_FAULT : readRefusal(said.bytes)) };
      if (answer.status === 401) this.#passes.delete(space);
      if (answer.status === 401 && attempt === 0) continue;
      if (answer.status === 401 || answer.status === 429 || answer.status >= 500) {
        if (answer.code !== CODE.space_full) throw new Later(answer.retryAfterMs);
      }
      return answer;
    }
  }

  /** @param {string} space */
  async #pass(space) {
    const { now } = this.#parts.world;
    const known = this.#passes.get(space);
    if (known && now() < known.until) return known.pass;
    const asked = await this.#parts.wantPass(space);
    if (!asked) return null;
    // Half of its time: a clock may jump, and a chunk takes a while.
    this.#passes.set(space, { pass: asked.pass, until: now() + asked.expiresInS * 500 });
    return asked.pass;
  }
}

/** @type {Answer} */
const THERE = { status: 204, code: 0};
const NO_FAULT = { code: 0, retryAfterMs: 0 };

/** @param {Uint8Array} bytes @returns {{code: number, retryAfterMs: number}} of an error frame (B9); a proxy may have spoken instead */
function readRefusal(bytes) {
  try {
    const { name, code, retryAfterMs } = decodeFrame(bytes);
    return name === 'error' ? { code, retryAfterMs } : NO_FAULT;
  } catch {
    return NO_FAULT;
  }
}

/** Not now: the server was not reached, or asked for patience. */
class Later extends Error {
  /** @param {number} waitMs 0: as long as it takes */
  constructor(waitMs) {
    super('later');
    this.waitMs = waitMs;
  }
}

/** @param {Uint8Array} id of a blob @returns {(value: Value|undefined) => boolean} */
const naming = (id) => (value) => {
  const photo = readPhoto(value);
  return photo !== null && equal(photo.blob.id, id);
};

const photos = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  PhotoAway,
  Photos,
  hadPhoto
}, Symbol.toStringTag, { value: 'Module' }));

/**
 * Thanks: exact things that one saw the other do (practice 11). A page is an entry of its writer: `deed`, `shows`, `meant`, `when`; the quick form is
 * `noticed` and `felt`. Given, the other answers once, with one of three (`answer`); asked for more, its writer adds one line (`more`), and it rests.
 * What was received lies in a jar: no number of it is told anywhere, and it opens only when its owner asks.
 */

const TYPE$1 = 'thanks';
/** Thank you, I take that in, tell me more. */
const ANSWERS = 3;
const MORE = 2;
/** The lines of a page, in the order in which they are read. */
const LINES = Object.freeze(['deed', 'shows', 'meant', 'when', 'noticed', 'felt']);
const SHOWN = [...LINES, 'more'];

/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {Readonly<Record<string, string>>} Page lines by name
 * @typedef {{id: string, page: Readonly<Record<string, string>>, at: number}} FromJar `page`: its lines by name, or a `star`
 */

/** @param {Entry} entry @returns {Record<string, string>} its lines, as they are read */
function pageOf(entry) {
  const from = entry.isMine ? { ...entry.mine, ...entry.own } : entry.theirs;
  return Object.fromEntries(SHOWN.flatMap((name) => (from[name] ? [[name, String(from[name])]] : [])));
}

/** @param {Entry} entry @returns {string} the line it is known by */
const firstLine = (entry) => pageOf(entry)['deed'] ?? pageOf(entry)['noticed'] ?? '';

/** @param {Entry} entry @returns {number|undefined} what the one who received it answered */
function answerTo(entry) {
  const answer = entry.isMine ? (entry.theirs['answer'] ?? entry.own['received']) : entry.mine['answer'];
  return typeof answer === 'number' && answer >= 0 && answer < ANSWERS ? answer : undefined;
}

/** @param {Page} page @returns {Record<string, string>} without what is empty */
const written = (page) => Object.fromEntries(LINES.flatMap((name) => (page[name]?.trim() ? [[name, page[name].trim()]] : [])));

class Thanks {
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
  mine(among = this.#entries.list(TYPE$1)) {
    return among.filter((entry) => entry.isMine && firstLine(entry) !== '');
  }

  /** Those of `mine`, each opened when it is asked for. @returns {Generator<Entry>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE$1)) yield* this.mine([entry]);
  }

  /** @returns {Entry[]} of these, pages that go to the other one a day, in the order in which they go */
  onTheWay() {
    return this.mine(this.#entries.awake(TYPE$1))
      .filter(({ own, isShared }) => own['on-the-way'] !== undefined && !isShared)
      .sort((a, b) => a.at - b.at || Number(a.own['on-the-way']) - Number(b.own['on-the-way']));
  }

  /**
   * Keeps a page for oneself, to give it later or never.
   * @param {Page} page @param {Record<string, import('../core/codec.js').Value>} [more] @returns {Promise<string>} its id
   */
  async keep(page, more = {}) {
    return this.#entries.keep(TYPE$1, { ...written(page), ...more });
  }

  /** The other sees it from now on. @param {Entry} entry */
  async give(entry) {
    await this.#entries.share(TYPE$1, written(pageOf(entry)), entry.id);
    await this.#entries.keep(TYPE$1, { 'given-on': this.#today() }, entry.id);
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
    const isGivenToday = this.mine(this.#entries.awake(TYPE$1)).some(
      ({ own }) => own['on-the-way'] !== undefined && own['given-on'] === this.#today(),
    );
    if (next && !isGivenToday) await this.give(next);
  }

  /** What is on its way stays here. */
  async stop() {
    for (const { id } of this.onTheWay()) await this.#entries.forget(TYPE$1, id, ['on-the-way']);
  }

  /** One's own that the other answered, until that was read. @returns {Entry[]} */
  answered() {
    return this.mine(this.#entries.awake(TYPE$1)).filter(
      (entry) => entry.isShared && !entry.isTakenBack && entry.theirs['answer'] !== undefined && entry.own['read'] === undefined,
    );
  }

  /** @param {Entry} entry @returns {boolean} the other asked for one more line, and it was not written */
  isMoreAsked = (entry) => entry.isMine && entry.theirs['answer'] === MORE && entry.mine['more'] === undefined;

  /** One more line, and it rests. @param {Entry} entry @param {string} line */
  async tellMore(entry, line) {
    await this.#entries.share(TYPE$1, { more: line.trim() }, entry.id);
    await this.#entries.keep(TYPE$1, { read: true }, entry.id);
  }

  /** @param {Entry} entry */
  async takeBack(entry) {
    await this.#entries.takeBack(TYPE$1, entry.id);
  }

  /** @param {Entry} entry one's own: its words are gone from this phone too */
  async erase(entry) {
    await this.takeBack(entry);
    await this.#entries.forget(TYPE$1, entry.id);
  }

  // ---- what one receives

  /** @returns {Entry[]} what the other gave, and has not taken back; newest first */
  theirs(among = this.#entries.list(TYPE$1)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && firstLine(entry) !== '');
  }

  /** @param {string} id @returns {Entry|null} whatever became of it */
  find(id) {
    return this.#entries.get(TYPE$1, id);
  }

  /** What is here for this person now: what was noticed, one page a day, and one more line where it was asked for. @returns {Entry[]} */
  here() {
    const theirs = this.theirs(this.#entries.awake(TYPE$1));
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
    await this.#entries.share(TYPE$1, { answer }, entry.id);
    await this.#entries.keep(TYPE$1, { 'answered-on': this.#today() }, entry.id);
  }

  /** Read and put away, on this phone only. @param {Entry} entry */
  async putAway(entry) {
    if (entry.isMine) await this.#entries.keep(TYPE$1, { read: true }, entry.id);
    else
      await this.#entries.keep(
        TYPE$1,
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

/**
 * What each holds dear, and the boards two people kept of it (practice 19). One's own five lie in `me`; a board is what stands of a session in which both
 * kept it. What the two agreed anywhere may carry a word of theirs: a tag, shared.
 */


const PRACTICE$1 = 'values-alignment';
const TRIES = 'shared-problem-solving';
const TYPE = 'values';
const TAG = 'value-tag';
/** On this phone only: a look or an act was put away, or comes later. */
const SEEN = 'values-seen';
const DAY_MS = 86_400_000;
const ACT_DAYS = 14;
const MONTH_DAYS = 30;
/** Where sentences both said yes to are found: practice, field, the flag of both, the field of the word they were tagged with on the way. */
const AGREED = /** @type {const} */ ([
  [TRIES, 'trial', null, null],
  ['values-alignment', 'act', 'celebrated', 'act-word'],
  ['values-alignment', 'agreement', 'agreed', 'agreement-word'],
  ['weekly-retreat', 'change', 'agreed', null],
]);

/**
 * @typedef {import('./sessions.js').Past} Past
 * @typedef {{session: string, at: number, mine: unknown, theirs: unknown, meaning: unknown}} Kept a board: lines of both tables, as `readTable` reads them
 * @typedef {{session: string, field: string, practice: string, text: string, at: number, value: string}} Agreement `value`: id of the word it carries, or empty
 */

/** @param {Past} past @param {string} name @returns {unknown} */
const valueIn = ({ lines }, name) => lines.find((line) => line.name === name && !line.isWithdrawn)?.value;

/** @param {Past} past */
const isToLookAgain = (past) => past.agreed.includes('agreed') && valueIn(past, 'look-again') !== undefined;

/** A sentence that both try. @param {Past} past */
const isTrial = (past) => past.practice === TRIES && past.end === 'end' && Boolean(valueIn(past, 'trial'));

class Values {
  #entries;
  #sessions;
  #now;

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, sessions, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** @returns {Readonly<Record<string, any>>|null} what this person sorted last, for nobody else: `five`, `words`, `own-cards`, `off` */
  mine() {
    return this.#entries.list(TYPE).find(({ own }) => Array.isArray(own['five']))?.own ?? null;
  }

  async letMineGo() {
    for (const { id } of this.#entries.list(TYPE)) await this.#entries.forget(TYPE, id);
  }

  /** What a session together goes on from, so that nobody sorts twice. @returns {Record<string, any>} fields of one's own */
  given() {
    const mine = this.mine();
    if (!mine) return {};
    const named = ['five', 'words', 'own-cards', 'off'].flatMap((name) => (Array.isArray(mine[name]) ? [[name, mine[name]]] : []));
    return { before: true, ...Object.fromEntries(named) };
  }

  // ---- of both

  /** @returns {Kept[]} newest first; taken back, a table is gone from it */
  boards() {
    return [...this.#sessions.newest(PRACTICE$1)].flatMap((past) => {
      if (!past.agreed.includes('kept')) return [];
      const table = (/** @type {boolean} */ isMine) =>
        past.lines.find((line) => line.name === 'table' && line.isMine === isMine && !line.isWithdrawn)?.value;
      return [{ session: past.id, at: past.at, mine: table(true), theirs: table(false), meaning: past.results['meaning'] }];
    });
  }

  /** @returns {Agreement[]} newest first */
  agreements(among = this.#sessions.past(AGREED.map(([practice]) => practice))) {
    const tags = among.length > 0 ? this.#entries.list(TAG).map(({ mine, theirs, isMine }) => (isMine ? mine : theirs)) : [];
    return among.flatMap((past) =>
      AGREED.flatMap(([practice, field, flag, word]) => {
        const text = String(valueIn(past, field) ?? '').trim();
        if (past.practice !== practice || !text || (flag && !past.agreed.includes(flag))) return [];
        const tag = tags.find((each) => each['session'] === past.id && each['field'] === field);
        const value = String(tag?.['value'] ?? (word ? (valueIn(past, word) ?? '') : ''));
        return [{ session: past.id, field, practice, text, at: past.at, value }];
      }),
    );
  }

  /** @param {string} session @param {string} field @returns {string} id of the word it carries, or empty */
  tagOf(session, field) {
    const past = this.#sessions.get(session);
    return this.agreements(past ? [past] : []).find((each) => each.field === field)?.value ?? '';
  }

  /** @param {{session: string, field: string}} agreement @param {string} value empty takes it off */
  async tag({ session, field }, value) {
    await this.#entries.share(TAG, { session, field, value });
  }

  // ---- on Today

  /** @param {string} session @param {string} what */
  #seen(session, what) {
    return this.#entries.list(SEEN).find(({ own }) => own['session'] === session && own['what'] === what)?.own ?? null;
  }

  /** What the two meant to do for a value, until this person puts it away. @returns {Agreement[]} */
  acts() {
    /** @type {Past[]} */ const lately = [];
    for (const past of this.#sessions.newest(PRACTICE$1))
      if (this.#now() < past.at + ACT_DAYS * DAY_MS) lately.push(past);
      else break;
    return this.agreements(lately).filter(({ field, session }) => field === 'act' && this.#seen(session, 'act') === null);
  }

  /** How it felt is this person's own. @param {string} session @param {{felt?: number, became?: string}} [how] */
  async putActAway(session, how = {}) {
    await this.#entries.keep(SEEN, { session, what: 'act', ...how });
  }

  #lastAgreed() {
    for (const past of this.#sessions.newest(PRACTICE$1, [STANCE.awake, STANCE.stands])) if (isToLookAgain(past)) return past;
    return null;
  }

  /** The day on which the two meant to look again has come. @returns {Past|null} */
  lookAgain() {
    const past = this.#lastAgreed();
    if (!past) return null;
    const seen = this.#seen(past.id, 'look');
    const at = past.at + (LOOK_AGAIN_DAYS[Number(valueIn(past, 'look-again'))] ?? Infinity) * DAY_MS;
    return this.#now() >= Math.max(at, Number(seen?.['later'] ?? 0)) && seen?.['later'] !== 0 ? past : null;
  }

  /** The newest sentence that both try, with the day on which they wanted to look again. @returns {{session: string, text: string, at: number, isDue: boolean}|null} */
  trial() {
    const past = [...most(filter(this.#sessions.newest(TRIES, [STANCE.awake, STANCE.stands]), isTrial), 1)][0];
    const days = past && REVIEW_DAYS[Number(valueIn(past, 'review') ?? Number.NaN)];
    if (!past || !days) return null;
    const seen = this.#seen(past.id, 'look');
    const at = Math.max(past.at + days * DAY_MS, Number(seen?.['later'] ?? 0));
    return seen?.['later'] === 0 ? null : { session: past.id, text: String(valueIn(past, 'trial')), at, isDue: this.#now() >= at };
  }

  /** @param {string} session @param {boolean} isLeft for good; else in `days` @param {number} [days] */
  async putLookAway(session, isLeft, days = MONTH_DAYS) {
    await this.#entries.keep(SEEN, { session, what: 'look', later: isLeft ? 0 : this.#now() + days * DAY_MS });
  }
}

/**
 * The stance of a record in the index: what rests, Today does not open. Told by what both wrote in it; a new word of either wakes it until it is looked
 * at again. Of types that are not named here nothing is ever asked on Today.
 */


/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {import('./attune.js').Attune} Attune @typedef {import('../core/oplog.js').RecordView} RecordView
 * @typedef {import('../core/record-index.js').Stance} Stance
 */

/** After so long nothing of it is of today, in any time zone. */
const PAST_MS = 2 * 86_400_000;

/** @type {Readonly<Record<string, (entry: Entry, attune: Attune) => boolean>>} by type: nothing of it waits for this person */
const ENTRIES = {
  [TYPE$b]: (act) => {
    const { isMine, isTakenBack, own, mine, theirs } = act;
    if (isMine)
      return wordsOf$3(act) === '' || (own['outcome'] !== undefined && (theirs['reached'] === undefined || own['read'] !== undefined));
    const isClosed = theirs['session'] === undefined ? own['closed'] !== undefined : own['closed'] === (theirs['outcome'] ?? 'yes');
    return isTakenBack || wordsOf$3(act) === '' || mine['reached'] !== undefined || isClosed;
  },
  [TYPE$1]: (entry, attune) => {
    const { isMine, isShared, isTakenBack, own, theirs } = entry;
    if (own['given-on'] >= attune.today() || own['answered-on'] >= attune.today()) return false;
    if (!isMine) return isTakenBack || theirs['session'] !== undefined || attune.thanks.isComplete(entry);
    if (!isShared) return own['on-the-way'] === undefined;
    return isTakenBack || answerTo(entry) === undefined || own['read'] !== undefined;
  },
  [TYPE$6]: (entry) => {
    const { isMine, isShared, isTakenBack, own, mine, theirs } = entry;
    if (!isMine) return isTakenBack || own['closed'] === true || mine['story'] !== undefined;
    const isToClose = own['audience'] === SEALED && isShared && !isTakenBack && !isSealed(entry);
    return !isToClose && (theirs['story'] === undefined || Boolean(mine['taken']) || Boolean(own['read']));
  },
  [AGAIN$1]: (entry) => [entry.mine, entry.theirs].some(({ done, gone }) => done === true || Number(gone ?? 0) > whenOf(entry).at),
  [TYPE$7]: ({ id }, { memories }) => {
    const stone = memories.get(id);
    return !memories.isKept(stone) && !memories.isToRead(stone);
  },
  [TYPE$3]: ({ id }, { requests, acts }) => {
    const item = requests.get(id);
    if (!item) return true;
    const { own, request, isMine, isDraft } = item;
    if (isDraft) return own['taken'] === true && own['queued'] === undefined;
    if (item.isTakenBack) return true;
    if (request.step === 'agreed' && !isMine)
      return own['outcome'] !== undefined || acts.mine().some((act) => own['act'] !== undefined && act.own['session'] === own['act']);
    if (request.step === 'agreed') return own['helped'] !== undefined;
    if (request.step === 'done' && isMine) return own['helped'] !== undefined && (request.reached !== null || requests.isRead(item));
    if (request.step === 'done') return request.reached === null || requests.isRead(item);
    if (!isMine && request.step !== 'left') return ['no', 'changed', 'gone'].includes(request.step);
    return ['no', 'left', 'changed', 'gone'].includes(request.step) && requests.isRead(item);
  },
  [TRY]: ({ isMine, isTakenBack, own, mine }) => isMine || isTakenBack || mine['taken'] !== undefined || own['closed'] !== undefined,
};

/** @param {Attune} attune @returns {(view: RecordView) => Stance} of records of its `me` and of the pair in use */
const stancesIn = (attune) => (view) => {
  if (hadPhoto(view) && attune.photos.isDue(view.id)) return STANCE.due;
  const isPast = attune.now() - placeOf$2(view).at > PAST_MS;
  if (view.type === TYPE$c) {
    const me = attune.currentSpace?.person ?? 1;
    const isOpen = openTopics([{ day: '', byPerson: view.byPerson }], me, attune.today()).length > 0;
    return isPast && !isOpen ? STANCE.rests : STANCE.awake;
  }
  if (view.type === NOTE$1) {
    const session = String(view.byPerson.get(1)?.get('session')?.value ?? '');
    return attune.sessions.isAlone(session) ? STANCE.stands : STANCE.rests;
  }
  if (view.type === TYPE$8) {
    const past = attune.sessions.get(view.id);
    const wish = attune.wishes.find(view.id);
    const isOpen = past?.mode === 'own-time' && !past.isLeft;
    if (!past || !isPast || isOpen || (wish && !attune.wishes.isSettled(wish))) return STANCE.awake;
    return isStanding(past) || isToLookAgain(past) || isTrial(past) ? STANCE.stands : STANCE.rests;
  }
  const rule = ENTRIES[view.type ?? ''];
  if (!rule) return STANCE.rests;
  const entry = attune.entries.get(view.type ?? '', view.id);
  return entry && rule(entry, attune) ? STANCE.rests : STANCE.awake; // what is meant for another pair waits until that is in use
};

/**
 * Wishes and stars (practice 18), after the session in which they were said: its record holds the wish of each and the answer of the other. A yes
 * becomes an act of the one who said it (acts.js). "Let me think" lies on the list for the weekly talk, is asked about once more after three days, and
 * never becomes a yes by itself. What this person noted about it is an entry in `me` with the id of the session.
 */

const PRACTICE = 'two-stars-one-wish';
const NOTE = 'wish';
const STARS = ['star-1', 'star-2'];
const THINK_FOR_MS = 3 * 86_400_000;
const ACT_CHARS = 160;
/** As the list of answers in the practice counts. */
const ANSWER = Object.freeze({ yes: 0, think: 1, talk: 2, not: 3 });

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {object} Wish of one session
 * @property {string} id of the session @property {number} at ms @property {string} day @property {boolean} isLeft by this person
 * @property {boolean} isOwnTime @property {boolean} isMineSealed this person wrote, in own time @property {boolean} isTheirsSealed so did the other
 * @property {string} theirs the other's wish, empty when there is none @property {number|undefined} myAnswer to it
 * @property {string} mine one's own wish @property {number|undefined} theirAnswer @property {Readonly<Record<string, any>>} note what this person noted about it
 */

class Wishes {
  #entries;
  #sessions;
  #now;
  /** Two screens may ask at once. @type {Promise<void>} */ #settling = Promise.resolve();

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, sessions, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#now = now;
  }

  #past(among = this.#sessions.past([PRACTICE])) {
    return among.filter(({ practice, mode }) => practice === PRACTICE && mode !== 'one-phone' && mode !== 'alone');
  }

  /** @returns {Wish[]} newest first */
  list(among = this.#sessions.past([PRACTICE])) {
    return this.#past(among).map(({ id, at, day, isLeft, mode, lines }) => {
      const said = (/** @type {boolean} */ isMine, /** @type {string} */ name) =>
        lines.find((line) => line.isMine === isMine && line.name === name && !line.isWithdrawn)?.value;
      const words = (/** @type {boolean} */ isMine) => String(said(isMine, 'wish') ?? '');
      const answer = (/** @type {boolean} */ isMine) => /** @type {number|undefined} */ (said(isMine, 'answer'));
      const isSealed = (/** @type {boolean} */ isMine) => [...STARS, 'wish'].some((name) => said(isMine, name) !== undefined);
      return {
        id,
        at,
        day,
        isLeft,
        isOwnTime: mode === 'own-time',
        isMineSealed: isSealed(true),
        isTheirsSealed: isSealed(false),
        theirs: words(false),
        myAnswer: answer(true),
        mine: words(true),
        theirAnswer: answer(false),
        note: this.#entries.get(NOTE, id)?.own ?? {},
      };
    });
  }

  /** @param {string} id of the session @returns {Wish|null} */
  find(id) {
    const past = this.#sessions.get(id);
    return past && (this.list([past])[0] ?? null);
  }

  /** @returns {Wish[]} about which something may wait for somebody (stances.js) */
  #awake() {
    return this.list(this.#sessions.awake());
  }

  /** @param {Wish} wish @returns {boolean} nothing is to be asked, told or settled about it until one of the two writes again */
  isSettled({ isLeft, theirs, myAnswer, mine, theirAnswer, note }) {
    const isToHear = mine !== '' && theirAnswer !== undefined && theirAnswer !== ANSWER.yes && note['heard'] !== theirAnswer;
    if (!isLeft || note['heard'] === undefined || isToHear) return false;
    if (theirs === '' || myAnswer === undefined) return true;
    if (myAnswer === ANSWER.yes) return note['granted'] !== undefined;
    return myAnswer !== ANSWER.think || (note['carried'] !== undefined && note['rests'] !== undefined);
  }

  /** The act that came of a wish: one's own, or the other's. @param {string} session @param {boolean} isMine @returns {Entry|null} */
  actOf(session, isMine) {
    return (
      this.#entries
        .list(TYPE$b)
        .find(
          (act) => act.isMine === isMine && (isMine ? act.own['wish'] === session : act.theirs['session'] === session) && !act.isTakenBack,
        ) ?? null
    );
  }

  /** The other's, about which this person wanted to think, three days later. @returns {Wish[]} */
  toThink() {
    return this.#awake().filter(
      ({ theirs, myAnswer, isLeft, at, note }) =>
        theirs !== '' && myAnswer === ANSWER.think && isLeft && note['rests'] === undefined && this.#now() - at >= THINK_FOR_MS,
    );
  }

  /** One's own that the other said yes to, and what came of it, until it was read or answered. @returns {{wish: Wish, act: Entry}[]} */
  granted() {
    const acts = this.#entries.awake(TYPE$b).filter(({ isMine, isTakenBack, theirs }) => !isMine && !isTakenBack && theirs['session']);
    return acts.flatMap((act) => {
      const wish = this.find(String(act.theirs['session']));
      if (!wish || act.mine['reached'] !== undefined) return [];
      return act.own['closed'] === (act.theirs['outcome'] ?? 'yes') ? [] : [{ wish, act }];
    });
  }

  /** One's own that the other answered after the session, with something else than a yes. @returns {Wish[]} */
  answeredLater() {
    return this.#awake().filter(
      ({ mine, theirAnswer, note }) =>
        mine !== '' &&
        theirAnswer !== undefined &&
        theirAnswer !== ANSWER.yes &&
        note['heard'] !== undefined &&
        note['heard'] !== theirAnswer,
    );
  }

  /** In own time: written here, and not by the other. @returns {Wish[]} */
  sealed() {
    return this.#awake().filter(
      ({ isOwnTime, isLeft, isMineSealed, isTheirsSealed }) => isOwnTime && !isLeft && isMineSealed && !isTheirsSealed,
    );
  }

  /** @param {string} id @returns {boolean} both have written, and nothing of it was answered here */
  isReadyToOpen(id) {
    const wish = this.find(id);
    return wish?.isOwnTime === true && wish.isMineSealed && wish.isTheirsSealed && wish.myAnswer === undefined;
  }

  /** Stars that the other gave, for the jar. @returns {import('./thanks.js').FromJar[]} */
  stars() {
    return this.#past()
      .filter(({ isLeft }) => isLeft)
      .flatMap(({ id, at, lines }) =>
        lines
          .filter(({ isMine, name, isWithdrawn }) => !isMine && !isWithdrawn && STARS.includes(name))
          .map(({ name, value }) => ({ id: `${id}/${name}`, page: { star: String(value) }, at })),
      );
  }

  /** An answer after the session. @param {Wish} wish @param {number} answer */
  async answer(wish, answer) {
    await this.#sessions.answer(wish.id, 'answer', answer);
    await this.#putDown(wish);
    await this.settle();
  }

  /** Left on the list for the weekly talk, and not asked about again. @param {Wish} wish */
  async rest(wish) {
    await this.#note(wish, { rests: true });
  }

  /** The answer was read. @param {Wish} wish */
  async hear(wish) {
    await this.#note(wish, { heard: wish.theirAnswer ?? 'none' });
  }

  /** Read and put away, until something else comes of it. @param {Entry} act of the other */
  async close(act) {
    await this.#entries.keep(TYPE$b, { closed: act.theirs['outcome'] ?? 'yes' }, act.id);
  }

  /** When it will be. @param {Entry} act one's own @param {string} line */
  async time(act, line) {
    await this.#entries.keep(TYPE$b, { 'if-then': line.trim() }, act.id);
    if (act.isShared) await this.#entries.share(TYPE$b, { 'if-then': line.trim() }, act.id);
  }

  /** What follows from the answers: each thing once, whenever it is looked at. */
  settle() {
    const settled = this.#settling.then(() => this.#settle());
    this.#settling = settled.catch(() => {});
    return settled;
  }

  async #settle() {
    for (const wish of this.#awake()) {
      if (!wish.isLeft && !wish.isOwnTime) continue; // in the room they are still at it
      if (wish.isLeft && wish.note['heard'] === undefined) await this.#note(wish, { heard: wish.theirAnswer ?? 'none' });
      if (wish.theirs === '') continue;
      if (wish.myAnswer === ANSWER.yes && wish.note['granted'] === undefined) await this.#grant(wish);
      if (wish.myAnswer === ANSWER.think && wish.note['carried'] === undefined) await this.#carry(wish);
    }
  }

  /** @param {Wish} wish */
  async #grant(wish) {
    const act = clip(wish.theirs, ACT_CHARS);
    if (!this.actOf(wish.id, true)) {
      const id = await this.#entries.keep(TYPE$b, { act, wish: wish.id });
      await this.#entries.share(TYPE$b, { act, session: wish.id }, id);
    }
    await this.#note(wish, { granted: true });
  }

  /** @param {Wish} wish */
  async #carry(wish) {
    await this.#sessions.carry({ kind: 'retreat', practice: PRACTICE, session: wish.id, day: wish.day, text: wish.theirs });
    await this.#note(wish, { carried: true });
  }

  /** @param {Wish} wish it was answered, so the list may let go of it */
  async #putDown(wish) {
    for (const { id, session, kind } of this.#sessions.carried())
      if (session === wish.id && kind === 'retreat') await this.#sessions.putDown(id);
  }

  /** @param {Wish} wish @param {Record<string, import('../core/codec.js').Value>} fields */
  async #note({ id }, fields) {
    await this.#entries.keep(NOTE, fields, id);
  }
}

/** What practising needs, made together and loaded at once: a first start goes without it. */

/**
 * @param {object} how
 * @param {import('./attune.js').Attune} how.attune @param {import('./attune.js').World} how.world @param {import('./vault.js').Vault} how.vault
 * @param {{me: () => import('./space.js').Space|null, pair: () => import('./space.js').Space|null, crypto: import('../core/ids.js').Crypto, now: () => number, photos: () => import('./photos.js').Photos}} how.parts
 */
function together({ attune, world, vault, parts }) {
  const { crypto, now } = parts;
  const { checkIns } = attune;
  const today = () => attune.today();
  const entries = new Entries(parts);
  const sessions = new Sessions(parts);
  const pauses = new Pauses({ ...parts, today, drafts: () => attune.drafts });
  return {
    entries,
    sessions,
    pauses,
    decks: new Decks({ ...parts, today }),
    live: new LiveSession({ attune, crypto, vault, world }),
    acts: new Acts({ entries, now }),
    inventory: new Inventory({ entries, now }),
    memories: new Memories({ ...parts, entries, pauses }),
    moments: new Moments({ ...parts, entries }),
    offers: new Offers({ entries }),
    requests: new Requests({ ...parts, entries }),
    retreats: new Retreats({ entries, sessions, checkIns, now }),
    revisits: new Revisits({ entries, pauses, sessions, now }),
    thanks: new Thanks({ entries, crypto, now }),
    values: new Values({ entries, sessions, now }),
    wishes: new Wishes({ entries, sessions, now }),
    stanceOf: stancesIn(attune),
  };
}

const together$1 = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  together
}, Symbol.toStringTag, { value: 'Module' }));

/** What went wrong on this phone, what happened to the words, what to do. @param {import('../../app/shell.js').Shell} app */
function troubleNotice(app) {
  const { trouble } = app.attune;
  if (!trouble) return d;
  return notice(
    'circle-alert',
    qt`<p>${t(`trouble-${trouble}`)}</p>
      <button class="btn text" @click=${() => void app.attune.attempt(() => app.attune.drafts.flush())}>${t('try-again')}</button>
      <button class="btn text" @click=${() => location.reload()}>${t('open-anew')}</button>`,
    'error',
  );
}

/** What the server said that a person should know. @param {import('../../app/attune.js').SyncView} sync */
const syncNotice = ({ message }) =>
  message && message !== 'rate-limited' ? notice('info', qt`<p>${t(`sync-${message}`)}</p>`) : d;

/** Offered, never forced. @param {import('../../app/shell.js').Shell} app */
const updateNotice = (app) =>
  app.updates.ready()
    ? notice(
        'info',
        qt`<p>${t('update-ready')}</p>
        <button class="btn text" @click=${() => void app.attune.drafts.flush().then(() => app.updates.apply())}>${t('update-now')}</button>`,
      )
    : d;

/**
 * The vocabulary of feelings: two taps to a precise word. Pure functions over the content data (web/text/<language>/content/feelings.json
 * and skies.json).
 */

/**
 * @typedef {'soft'|'medium'|'strong'} Strength
 * @typedef {{id: string, name: string, definition: string, skies: string[]}} Family
 * @typedef {{id: string, family: string, word: string, definition: string, intensity: Strength, near: string[], storyWord: boolean, suggests?: string[], audience?: string[]}} Word
 * @typedef {{families: Family[], words: Word[]}} Feelings
 * @typedef {{id: string, kind: 'sky'|'open', name: string, caption: string, meaning: string, spoken: string, families: string[]}} Sky
 * @typedef {{id: string, text: string, family: string, strength: Strength}} Chosen `id` empty: an own word, in `text`
 */

const MOST_WORDS = 3;
const OWN_WORD_CHARS = 40;
const STRENGTHS = /** @type {readonly Strength[]} */ (Object.freeze(['soft', 'medium', 'strong']));

/** All families, those the sky suggests first. @param {Feelings} feelings @param {Sky|undefined} sky @returns {Array<Family & {isSuggested: boolean}>} */
function familiesFor(feelings, sky) {
  const first = sky?.families ?? [];
  const rank = (/** @type {Family} */ family) => (first.includes(family.id) ? first.indexOf(family.id) : first.length);
  return feelings.families
    .map((family, i) => ({ ...family, isSuggested: first.includes(family.id), i }))
    .sort((a, b) => rank(a) - rank(b) || a.i - b.i);
}

/** The words of a family, soft to strong as the data has them. @param {Feelings} feelings @param {string} family @param {boolean} isPartners both chose partner @returns {Word[]} */
const wordsOf = (feelings, family, isPartners) =>
  feelings.words.filter((word) => word.family === family && isOffered(word, isPartners));

/** @param {Word} word @param {boolean} isPartners */
const isOffered = (word, isPartners) => !word.audience || (isPartners && word.audience.includes('partners'));

/** @param {Feelings} feelings @param {string} id @returns {Word|undefined} */
const wordById = (feelings, id) => feelings.words.find((word) => word.id === id);

/** Words like this one, soft to strong. @param {Feelings} feelings @param {Word} word @param {boolean} isPartners @returns {Word[]} */
const nearWords = (feelings, word, isPartners) =>
  word.near.flatMap((id) => wordById(feelings, id) ?? []).filter((near) => isOffered(near, isPartners));

/** For a story word: what it may have felt like inside. @param {Feelings} feelings @param {Word} word @returns {Word[]} */
const insideWords = (feelings, word) => (word.storyWord ? (word.suggests ?? []).flatMap((id) => wordById(feelings, id) ?? []) : []);

/** @param {string} text without case and accents */
const folded = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * Words whose beginning, then any part, then definition holds what was typed.
 * @param {Feelings} feelings @param {string} query @param {boolean} isPartners @returns {Word[]} at most 12
 */
function searchWords(feelings, query, isPartners) {
  const wanted = folded(query);
  if (!wanted) return [];
  const rank = (/** @type {Word} */ { word, definition }) => {
    const name = folded(word);
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return folded(definition).includes(wanted) ? 2 : 3;
  };
  return feelings.words
    .filter((word) => isOffered(word, isPartners))
    .map((word, i) => ({ word, i, rank: rank(word) }))
    .filter(({ rank: r }) => r < 3)
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .slice(0, 12)
    .map(({ word }) => word);
}

/**
 * @param {Chosen[]} chosen @param {Chosen} word
 * @returns {Chosen[]} with the word, or without it if it was there; unchanged when three are there already
 */
function toggleWord(chosen, word) {
  const isSame = (/** @type {Chosen} */ other) => (word.id ? other.id === word.id : !other.id && folded(other.text) === folded(word.text));
  if (chosen.some(isSame)) return chosen.filter((other) => !isSame(other));
  return chosen.length >= MOST_WORDS ? chosen : [...chosen, word];
}

/** @param {Chosen[]} chosen @param {number} index @param {Strength} strength @returns {Chosen[]} */
const withStrength = (chosen, index, strength) => chosen.map((word, i) => (i === index ? { ...word, strength } : word));

/** Turning check-in data into words a person reads. */

/**
 * @typedef {{skies: import('../core/feelings.js').Sky[], feelings: import('../core/feelings.js').Feelings}} Vocabulary
 * @typedef {import('../core/feelings.js').Chosen} Chosen
 */

/** @param {import('./text.js').Text} text @returns {Promise<Vocabulary>} */
async function loadVocabulary(text) {
  const [skies, feelings] = await Promise.all([text.content('skies'), text.content('feelings')]);
  return { skies: skies.skies, feelings };
}

/** @param {Vocabulary|null} vocabulary @param {string|null|undefined} sky */
const skyName = (vocabulary, sky) => vocabulary?.skies.find(({ id }) => id === sky)?.name ?? '';

/** @param {Vocabulary|null} vocabulary @param {Chosen} chosen */
const wordText = (vocabulary, { id, text }) => (id && vocabulary ? (wordById(vocabulary.feelings, id)?.word ?? text) : text);

/** @param {Vocabulary|null} vocabulary @param {Chosen[]|null} words */
const wordsText = (vocabulary, words) => listed((words ?? []).map((word) => wordText(vocabulary, word)));

/** `Rain beside Still`, or '' when there is no pair. @param {Vocabulary|null} vocabulary @param {string|null} theirs @param {string|null} mine */
function phraseText(vocabulary, theirs, mine) {
  const phrase = pairPhrase(theirs, mine);
  return phrase ? t(phrase.id, { theirs: skyName(vocabulary, phrase.theirs), mine: skyName(vocabulary, phrase.mine) }) : '';
}

/** What a screen reader hears of one side. @param {Vocabulary|null} vocabulary @param {string} person @param {{sky: string|null, words: Chosen[]|null}} side */
function spokenSide(vocabulary, person, { sky, words }) {
  const name = skyName(vocabulary, sky) || t('days-none');
  const said = wordsText(vocabulary, words);
  return said ? t('day-sky-words', { person, sky: name, words: said }) : t('day-sky-one', { person, sky: name });
}

/** @param {string|null} sky */
const cell = (sky) => qt`<i data-sky=${sky && sky !== 'changing' && sky !== 'cannot-tell' ? sky : 'none'}>
  ${sky ? qt`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[`sky-${sky}`]}</svg>` : ''}
</i>`;

/** @param {string} last label @returns {string[]} the seven days that end with it */
const stripDays = (last) => Array.from({ length: 7 }, (_, i) => addDays(last, i - 6));

/**
 * Seven days, each a small horizon: theirs above, yours below. Arrow keys move between days.
 * @param {object} data @param {string} data.last the newest day label @param {(day: string) => import('../../core/check-in.js').Day} data.read
 * @param {import('../words.js').Vocabulary|null} data.vocabulary @param {(day: string) => void} data.open
 */
function dayStrip({ last, read, vocabulary, open }) {
  const labels = stripDays(last);
  return qt`
    <div class="weeks" @keydown=${moveDay}>
      ${labels.map((label) => qt`<span class="dow" aria-hidden="true">${weekday(noonOf(label))}</span>`)}
      ${labels.map((label) => {
        const day = read(label);
        const mine = day.shared?.sky ?? null;
        const theirs = day.theirs?.sky ?? null;
        const own = day.mine?.sky ?? null;
        const phrase = phraseText(vocabulary, theirs, mine) || skyName(vocabulary, own ?? theirs) || t('day-none');
        return qt`<button class="day" aria-label=${t('day-strip-label', { date: longDate(noonOf(label)), phrase })} @click=${() => open(label)}>
          ${cell(theirs)}${cell(own)}
        </button>`;
      })}
    </div>
  `;
}

/** @param {KeyboardEvent} event */
function moveDay(event) {
  const days = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('.day')]);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const next = step ? days[days.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const PLACES = /** @type {const} */ ([
  ['today', 'place-today', 'nav-today'],
  ['practices', 'place-practice', 'nav-practices'],
  ['journal', 'place-journal', 'nav-journal'],
  ['days', 'place-story', 'nav-days'],
  ['settings', 'place-us', 'nav-us'],
]);

/** The places there are, and a pause, set apart; a rail when the window is wide. @param {'today'|'practices'|'days'|'journal'|'settings'} here */
const dock = (here) => qt`
  <nav class="dock" aria-label=${t('nav-places')}>
    <div class="places">
      ${PLACES.map(
        ([place, name, label]) =>
          qt`<a href="#/${place}" aria-current=${place === here ? 'page' : d}>${icon(name)}<span>${t(label)}</span></a>`,
      )}
    </div>
    <a class="pause" href="#/pause" aria-label=${t('nav-pause')}>${icon('place-pause')}<span>${t('nav-pause')}</span></a>
  </nav>
`;

/** Quiet and true: where the words are, and how many wait. @param {import('../../app/attune.js').SyncView} sync */
function syncLine({ state, waiting }) {
  const [name, sentence] = lookOf(state, waiting);
  return qt`<span class="quietly">${icon(name)}${sentence}</span>`;
}

/** @param {string} state @param {number} waiting @returns {[string, string]} icon and sentence */
function lookOf(state, waiting) {
  if (state === 'synced') return ['check', t('sync-synced')];
  if (state === 'offline') return ['cloud-off', waiting > 0 ? t('sync-offline-waiting', { count: waiting }) : t('sync-offline')];
  if (state === 'connecting' && waiting === 0) return ['ellipsis', t('sync-connecting')];
  return ['smartphone', waiting > 0 ? t('sync-here-waiting', { count: waiting }) : t('sync-here')];
}

/** Everything that is offered unasked: what it is, and why it comes. Each can be declined for good where it stands, and taken back under Us. */

/** What follows from a practice comes for one reason. */
const AFTER = Object.freeze([
  'act',
  'again',
  'breathe',
  'calendar',
  'card',
  'check-in',
  'deep',
  'listen',
  'memory',
  'moment',
  'request',
  'retreat',
  'revisit',
  'sign',
  'solve',
  'summary',
  'together',
]);

/** Message ids by offer. @type {Readonly<Record<string, {what: string, why: string}>>} */
const OFFERS = Object.freeze({
  'turn-owed': { what: 'offer-turn-owed', why: 'offer-turn-owed-why' },
  topic: { what: 'offer-topic', why: 'offer-topic-why' },
  'check-in': { what: 'offer-check-in', why: 'offer-check-in-why' },
  'side-by-side': { what: 'offer-side-by-side', why: 'offer-side-by-side-why' },
  revisit: { what: 'offer-revisit', why: 'offer-revisit-why' },
  'look-again': { what: 'offer-look-again', why: 'offer-look-again-why' },
  mirror: { what: 'offer-mirror', why: 'offer-mirror-why' },
  'kept-lines': { what: 'offer-kept-lines', why: 'offer-kept-lines-why' },
  stuck: { what: 'offer-stuck', why: 'offer-stuck-why' },
  'reached-moment': { what: 'offer-reached-moment', why: 'offer-reached-moment-why' },
  ...Object.fromEntries(AFTER.map((kind) => [afterOffer(kind), { what: `offer-${afterOffer(kind)}`, why: 'offer-after-why' }])),
});

/** @param {string} kind of what may be carried on @returns {string} id of the offer */
function afterOffer(kind) {
  return `after-${kind}`;
}

/** Beneath what is offered: why it comes, and that it need not come again. */

/**
 * @param {import('../../app/shell.js').Shell} app
 * @param {readonly {id: string, title: string}[]} offers of ../offers.js, by the names under which they stand here @param {() => void} [then] once one was declined
 */
function whyThis(app, offers, then = () => {}) {
  const { attune } = app;
  const decline = async (/** @type {string} */ id) => {
    await attune.attempt(() => attune.offers.decline(id));
    if (attune.trouble) return;
    app.announce(t('offer-declined'));
    then();
  };
  const reasons = new Set(offers.flatMap(({ id }) => OFFERS[id]?.why ?? []));
  return qt`<details class="why">
    <summary class="small soft">${t('offer-why')}<span class="vh"> ${offers.map(({ title }) => title).join(', ')}</span></summary>
    ${[...reasons].map((why) => qt`<p class="small soft">${t(why, { name: attune.pair?.them.name ?? '' })}</p>`)}
    ${offers.map(
      ({ id, title }) =>
        qt`<button type="button" class="btn text" aria-label=${`${t('offer-not-again')}: ${title}`} @click=${() => void decline(id)}>${offers.length > 1 ? t('offer-not-again-this', { title }) : t('offer-not-again')}</button>`,
    )}
  </details>`;
}

/** What of the other's lines this phone has shown: only those are missed when they are taken back, and marked when they change. */

/** @typedef {import('../core/check-in.js').Line} Line */

/** Of a month together: a start reads every draft. @param {import('../app/attune.js').Attune} attune @param {string} day */
const seenKey = (attune, day) => `seen/${attune.pairName}/${day.slice(0, 'yyyy-mm'.length)}`;

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {Map<string, Array<[Line, string]>>} day of its month -> line and what it said when it was first shown */
const seenDays = (attune, day) => new Map(attune.drafts.get(seenKey(attune, day)) ?? []);

/** @param {import('../app/attune.js').Attune} attune @param {string} day @returns {Map<Line, string>} line -> what it said when it was first shown */
const seenLines = (attune, day) => new Map(seenDays(attune, day).get(day) ?? []);

/** @param {import('../app/attune.js').Attune} attune */
const revealedKey = (attune) => `revealed/${attune.pairName}`;

/** @param {import('../app/attune.js').Attune} attune @returns {readonly string[]} days that were opened here, newest last */
const revealedDays = (attune) => attune.drafts.get(revealedKey(attune)) ?? [];

/**
 * A day as it may be shown before and after this person opened it: both skies rise together, at their tap.
 * @param {import('../app/attune.js').Attune} attune @param {string} label
 * @returns {import('../core/check-in.js').Day & {isSealed: boolean}}
 */
function openedDay(attune, label) {
  const day = attune.checkIns.day(label);
  const isSealed = day.isOpen && !day.isOver && !revealedDays(attune).includes(label);
  return { ...day, isSealed, ...(isSealed ? { theirs: null } : {}) };
}

/** @param {import('../app/attune.js').Attune} attune @param {string} label */
function openDay(attune, label) {
  if (openedDay(attune, label).isSealed) attune.drafts.set(revealedKey(attune), [...revealedDays(attune), label].slice(-7));
}

/** @param {import('../core/check-in.js').SharedSide} side @param {Line} line */
const saidBy = (side, line) => JSON.stringify(side[line]);

/** @param {import('../app/attune.js').Attune} attune @param {string} day whose lines are on the screen now @param {readonly Line[]} [shown] */
function noteSeenLines(attune, day, shown = LINES$1) {
  const { theirs } = attune.checkIns.day(day);
  if (!theirs) return;
  const seen = seenLines(attune, day);
  const fresh = shown.filter((line) => theirs[line] !== null && !seen.has(line));
  for (const line of fresh) seen.set(line, saidBy(theirs, line));
  if (fresh.length === 0) return;
  const days = seenDays(attune, day).set(day, [...seen]);
  attune.drafts.set(
    seenKey(attune, day),
    [...days].map((each) => [...each]),
  );
}

/**
 * @param {import('../app/attune.js').Attune} attune @param {string} day @param {import('../core/check-in.js').SharedSide} theirs
 * @returns {{missed: Line[], changed: Line[]}}
 */
function sinceSeen(attune, day, theirs) {
  const seen = seenLines(attune, day);
  return {
    missed: theirs.takenBack.filter((line) => seen.has(line)),
    changed: [...seen].flatMap(([line, said]) => (theirs[line] !== null && saidBy(theirs, line) !== said ? [line] : [])),
  };
}

/**
 * A card of Today that leads somewhere.
 * @param {{title: string, small?: string, words?: string, place: string, action: string, isCalm?: boolean}} data `words`: somebody's own
 */
const leadingCard = ({ title, small = '', words = '', place, action, isCalm = false }) => qt`
  <article class="card ${isCalm ? 'calm' : 'flat'} ritual">
    <div class="stack"><h2>${title}</h2>${words ? qt`<p class="said">${words}</p>` : d}${small ? qt`<p class="label soft">${small}</p>` : d}</div>
    <a class="btn ${isCalm ? 'primary' : 'line'} push" href=${place} aria-label=${`${action}: ${title}`}>${action}</a>
  </article>
`;

/** Acts on Today: what one chose, until it came out; what the other shows; that it reached them. */

/** A yes to a wish has cards of its own. @param {import('../../app/entries.js').Entry} act */
const isNoWish = ({ own, theirs }) => own['wish'] === undefined && theirs['session'] === undefined;

const RANK$9 = { reached: 10, here: 20, moment: 15, open: 60 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function actCards({ attune }) {
  const { acts, pair } = attune;
  const name = pair?.them.name ?? '';
  const place = (/** @type {{id: string}} */ { id }) => `#/acts/${id}`;
  const until = (/** @type {import('../../app/entries.js').Entry} */ act) =>
    attune.now() < dueAt(act) ? t('acts-until', { time: timeAhead(dueAt(act)) }) : t('acts-whenever');
  return [
    ...acts.reached().map((act) => ({
      rank: RANK$9.reached,
      body: leadingCard({
        title: t('acts-reached-you', { name }),
        words: String(act.theirs['reached']),
        place: place(act),
        action: t('open'),
        isCalm: true,
      }),
    })),
    ...acts
      .here()
      .filter(isNoWish)
      .map((act) => ({
        rank: RANK$9.here,
        body: leadingCard({ title: t('acts-theirs', { name }), place: place(act), action: t('open'), isCalm: true }),
      })),
    ...acts
      .open()
      .filter(isNoWish)
      .map((act) => ({
        rank: acts.isMoment(act) ? RANK$9.moment : RANK$9.open,
        body: leadingCard({
          title: acts.isMoment(act) ? t('acts-moment') : t('acts-chose'),
          words: wordsOf$3(act),
          small: until(act),
          place: place(act),
          action: t('open'),
        }),
      })),
  ];
}

/** The memory map on Today: a place somebody keeps, both pieces of a stone, one stone a month. Never a sealed one, and nothing in a hard week. */

const RANK$8 = { two: 30, kept: 70, month: 75 };
/** They wait in their place; on Today stands the newest. */
const MOST$1 = 1;

/** @typedef {import('../../app/memories.js').Stone} Stone */

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function memoryCards(app) {
  const { attune } = app;
  const { memories, pair, preferences } = attune;
  if (!pair || memories.isQuiet) return [];
  const ofMonth = preferences.stoneAMonth ? memories.ofMonth() : null;
  const act = (/** @type {() => Promise<void>} */ step) => () => void attune.attempt(step);
  /** @param {Stone} stone */
  const read = async ({ id }) => {
    await attune.attempt(() => memories.look(id));
    if (!attune.trouble) app.go(`#/memories/${id}`);
  };
  return [
    ...memories
      .twoPieces()
      .slice(0, MOST$1)
      .map((stone) => ({
        rank: RANK$8.two,
        body: card$1(t('memories-two-pieces', { title: titleOf(stone) }), link(stone, t('memories-read'))),
      })),
    ...memories.kept().map((stone) => ({
      rank: RANK$8.kept,
      body: card$1(
        t('memories-place-for-you', { title: titleOf(stone) }),
        qt`${link(stone, t('open'))}<button class="btn text" @click=${act(() => memories.notThis(stone))}>${t('memories-not-this')}</button>`,
      ),
    })),
    ...(ofMonth
      ? [
          {
            rank: RANK$8.month,
            body: card$1(
              t('memories-of-month', { title: titleOf(ofMonth) }),
              qt`<button class="btn line" @click=${() => void read(ofMonth)}>${t('memories-read')}</button>
                <button class="btn text" @click=${act(() => memories.look(ofMonth.id))}>${t('memories-another-month')}</button>
                <button class="btn text" @click=${act(() => attune.setPreference('stoneAMonth', false))}>${t('memories-no-more')}</button>`,
            ),
          },
        ]
      : []),
  ];
}

/** @param {Stone} stone */
const titleOf = ({ title }) => title || t('memories-untitled');

/** @param {Stone} stone @param {string} action */
const link = (stone, action) =>
  qt`<a class="btn line" href="#/memories/${stone.id}" aria-label=${`${action}: ${titleOf(stone)}`}>${action}</a>`;

/** @param {string} title @param {unknown} buttons */
const card$1 = (title, buttons) => qt`<article class="card flat stack"><h2>${title}</h2><div class="line wrap">${buttons}</div></article>`;

/** Moments on Today: whose the page is to write, what the other wrote or answered, what both wanted to do again. */

const RANK$7 = { answered: 12, here: 26, turn: 40, over: 45, plan: 65 };
/** Pages that wait are found in their place; on Today stand the newest. */
const MOST_PAGES = 2;

/** @param {import('../../app/entries.js').Entry} entry @returns {string} this week, or a day */
function timeOf(entry) {
  const { when, day, untilMs } = whenOf(entry);
  return day && untilMs ? longDate(untilMs - 1) : t(`moments-when-${when + 1}`);
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function momentCards({ attune }) {
  const { moments, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const { turn } = moments;
  return [
    ...moments.answered().map((entry) => ({
      rank: RANK$7.answered,
      body: leadingCard({
        title: t('moments-answered', { name }),
        words: titleOf$1(entry),
        place: `#/moments/${entry.id}`,
        action: t('moments-read'),
        isCalm: true,
      }),
    })),
    ...moments
      .here()
      .slice(0, MOST_PAGES)
      .map((entry) => ({
        rank: RANK$7.here,
        body: leadingCard({
          title: isSealed(entry) ? t('moments-sealed') : t('moments-they-wrote', { name }),
          words: titleOf$1(entry),
          place: `#/moments/${entry.id}`,
          action: isSealed(entry) ? t('open') : t('moments-read'),
          isCalm: true,
        }),
      })),
    ...(moments.isMyTurn
      ? [
          {
            rank: RANK$7.turn,
            body: qt`<article class="card flat"><h2>${t(turn.isBack ? 'moments-turn-back' : 'moments-turn-mine')}</h2><div class="line">
              <a class="btn line" href="#/moments/new" aria-label=${`${t('moments-write')}: ${t('moments-turn-mine')}`}>${t('moments-write')}</a>
              ${
                turn.isBack
                  ? qt`<button class="btn text" @click=${() => void attune.attempt(() => moments.seeTurn())}>${t('close')}</button>`
                  : qt`<button class="btn text" @click=${() => void attune.attempt(() => moments.pass(true))}>${t('moments-give-back')}</button>`
              }</div></article>`,
          },
        ]
      : []),
    ...moments.plans().map((entry) => ({
      rank: moments.isOver(entry) ? RANK$7.over : RANK$7.plan,
      body: leadingCard({
        title: t('moments-plans'),
        words: againOf(entry),
        small: moments.isOver(entry) ? '' : t('moments-both-said-yes', { time: timeOf(entry) }),
        place: `#/moments/plan/${entry.id}`,
        action: t('open'),
      }),
    })),
  ];
}

/** What the pages of a request have in common. */

/**
 * @typedef {import('../../app/requests.js').Item} Item @typedef {import('../../app/requests.js').Words} Words
 * @typedef {Words & {mode: string, step: string, left: readonly string[], no: string, text: string, kind: string, by: string, reflection: string}} Form what is being
 *   written on this screen; it survives everything. `left`: lines whose gentle question was left; `mode`: what is being done, empty: nothing
 *
 * @typedef {object} AskScreen the screen, as its pages see it
 * @property {import('../../app/shell.js').Shell} app @property {string} name of the other @property {Form} form @property {any} needs content of needs.json @property {boolean} isConnected still shown
 * @property {(change: Partial<Form>) => void} fill @property {() => void} clear
 * @property {(step: () => Promise<unknown>, place?: string) => Promise<void>} end does it, and when the phone has it clears what was written and goes to a place
 */

/** @type {Form} */
const EMPTY = Object.freeze({
  mode: '',
  step: '',
  need: '',
  when: '',
  why: '',
  words: [],
  left: [],
  no: '',
  text: '',
  kind: '',
  by: '',
  reflection: '',
});

/** What is written for one pair is shown beside no other. @param {import('../../app/attune.js').Attune} attune @param {string} id of the request, `new`, or empty */
const draftKey = ({ pairName }, id) => `request/${pairName}/${id}`;

/** @param {string} label @param {() => unknown} act @param {'primary'|'line'|'text'} [kind] @param {boolean} [isOff] */
const button = (label, act, kind = 'line', isOff = false) =>
  qt`<button type="button" class="btn ${kind} big wide" ?disabled=${isOff} @click=${() => void act()}>${label}</button>`;

/** One screen of words and buttons. @param {unknown} body @param {unknown} foot */
const sheet = (body, foot) => qt`<div class="body stack">${body}</div><div class="foot">${foot}</div>`;

/** @param {AskScreen} screen @param {string} label @param {number} max @param {string} [placeholder] */
const lineField = (screen, label, max, placeholder = '') =>
  textField({
    id: 'request-text',
    label,
    value: screen.form.text,
    max,
    isLong: max > 80,
    placeholder,
    input: (text) => screen.fill({ text }),
  });

/** The words of a request as a page. @param {Words} words @param {{whose: 'you'|'they', name: string, needs: any, small?: unknown, isPrivate?: boolean}} how */
const requestPage = ({ need, when, why, words }, { whose, name, needs, small = d, isPrivate = false }) => qt`
  <article class="card ask ${isPrivate ? 'mine' : ''}">
    <p class="small soft">${who(whose, name)}</p>
    <p class="said need">${need}</p>
    ${when ? qt`<p class="small soft">${t('responsive-reach-when-label')}</p><p class="said">${when}</p>` : d}
    ${why || words.length > 0 ? qt`<p class="small soft">${t('responsive-reach-why-label')}</p>` : d}
    ${why ? qt`<p class="said">${why}</p>` : d}
    ${words.length > 0 ? qt`<p class="said"><i>${needNames(words, needs)}</i></p>` : d}
    ${small}
  </article>
`;

/** @param {readonly string[]} ids @param {any} needs */
const needNames = (ids, needs) => listed(ids.map((id) => needs?.needs.find((/** @type {any} */ need) => need.id === id)?.word ?? id));

/** Somebody's line. @param {'you'|'they'} whose @param {string} name @param {string} words @param {string} [label] */
const saidCard = (whose, name, words, label = '') =>
  words
    ? qt`<article class="card shown"><p class="small soft">${who(whose, name)}${label ? qt`<span>${label}</span>` : d}</p><p class="said">${words}</p></article>`
    : d;

/** @param {string} day `YYYY-MM-DD` */
const dayText = (day) => longDate(noonOf(day));

/** One line that says where it is, in words, for a list. @param {Item} item @param {string} name of the other @returns {string} */
function whereText(item, name) {
  const { request, isMine, isDraft, own, sentence } = item;
  if (item.isTakenBack) return isMine ? t('requests-taken-back', { name }) : t('requests-line-taken-back');
  if (isDraft) return own['queued'] === undefined ? t('requests-draft') : t('requests-queued');
  switch (request.step) {
    case 'not-now':
      if (!request.by) return isMine ? t('requests-with', { name }) : t('requests-reaching', { name });
      return t(isMine ? 'requests-answers-by' : 'requests-you-answer-by', { name, date: dayText(request.by) });
    case 'no':
      return isMine ? t('requests-says-no', { name }) : t('requests-you-said-no');
    case 'proposal':
      if (request.waitsFor !== (isMine ? 'asker' : 'other')) return t('requests-with', { name });
      return isMine && request.version?.n === 1 ? t('requests-says-change', { name }) : t('requests-says-other', { name });
    case 'sentence':
      if (request.confirmed.includes(isMine ? 'asker' : 'other')) return t('requests-you-confirmed');
      return isMine && request.version === null ? t('requests-says-yes', { name }) : t('requests-one-sentence');
    case 'left':
      return t('requests-not-today');
    case 'changed':
      return isMine ? t('requests-has-changed-by', { name }) : t('requests-you-changed');
    case 'agreed':
      return isMine ? t('requests-both-mean-it') : t('requests-you-said-yes', { act: sentence });
    case 'done':
      return isMine ? t('requests-they-did', { name, act: sentence }) : t('requests-you-told', { name });
    case 'gone':
      return isMine ? t('requests-they-let-go', { name, act: sentence }) : t('requests-you-told', { name });
    default:
      return isMine ? t('requests-with', { name }) : t('requests-reaching', { name });
  }
}

/** Requests on Today, for the one who asks and the one who is asked. The words of the other are never here before they were opened. */

/** @typedef {import('../../app/requests.js').Item} Item @typedef {import('./cards.js').Card} Card @typedef {import('../../app/shell.js').Shell} Shell */

const RANK$6 = { again: 5, answered: 10, here: 20, day: 12, still: 15, helped: 45, doing: 50, draft: 70, with: 80 };
const HELP = /** @type {const} */ (['requests-help-0', 'requests-help-1', 'requests-help-2']);

/** @param {Shell} app @returns {Card[]} */
function requestCards(app) {
  const { requests, pair } = app.attune;
  const name = pair?.them.name ?? '';
  return requests.awake().flatMap((item) => (item.isTakenBack ? [] : item.isMine ? asked(app, item, name) : received(app, item, name)));
}

/** @param {Item} item */
const place = ({ id }) => `#/requests/${id}`;

/** @param {number} rank @param {Parameters<typeof leadingCard>[0]} data @returns {Card[]} */
const card = (rank, data) => [{ rank, body: leadingCard(data) }];

/** @param {Shell} app @param {Item} item @param {string} name @returns {Card[]} */
function asked(app, item, name) {
  const { requests } = app.attune;
  const { request, words, own } = item;
  const read = { place: place(item), action: t('requests-read') };
  if (item.isDraft) {
    if (own['taken'] === true) return [];
    if (requests.isStillAsked(item))
      return card(RANK$6.still, { title: t('requests-still-true'), words: words.need, ...read, action: t('requests-open') });
    const title = own['queued'] === undefined ? t('requests-draft') : t('requests-queued');
    return card(RANK$6.draft, { title, words: words.need, ...read, action: t('requests-open') });
  }
  const calm = (/** @type {string} */ title, more = {}) =>
    requests.isRead(item) ? [] : card(RANK$6.answered, { title, ...more, ...read, isCalm: true });
  const help = requests.isHelpAsked(item) ? [{ rank: RANK$6.helped, body: helpCard(app, item) }] : [];
  switch (request.step) {
    case 'asked':
      if (requests.isAgain(item))
        return card(RANK$6.still, { title: t('requests-still-on-mind'), words: words.need, ...read, action: t('requests-open') });
      return card(RANK$6.with, { title: t('requests-with', { name }), words: words.need, ...read });
    case 'not-now': {
      const isAhead = requests.isAnswerAhead(item);
      const title = isAhead ? t('requests-answers-by', { name, date: dayText(request.by) }) : t('requests-with', { name });
      return card(isAhead && !requests.isRead(item) ? RANK$6.answered : RANK$6.with, { title, words: words.need, ...read });
    }
    case 'no':
      return calm(t('requests-says-no', { name }));
    case 'proposal':
      if (request.waitsFor !== 'asker') return card(RANK$6.with, { title: t('requests-with', { name }), words: words.need, ...read });
      return card(RANK$6.answered, {
        title: t(request.version?.n === 1 ? 'requests-says-change' : 'requests-says-other', { name }),
        ...read,
        isCalm: true,
      });
    case 'sentence':
      if (request.confirmed.includes('asker'))
        return card(RANK$6.with, { title: t('requests-you-confirmed'), words: item.sentence, ...read });
      return card(RANK$6.answered, {
        title: request.version === null ? t('requests-says-yes', { name }) : t('requests-one-sentence'),
        ...read,
        isCalm: true,
      });
    case 'left':
      return calm(t('requests-not-today'), { small: t('requests-not-today-small') });
    case 'changed':
      return calm(t('requests-has-changed-by', { name }));
    case 'done':
      if (request.reached !== null) return help;
      return [...calm(t('requests-they-did', { name, act: item.sentence }), { words: request.outcome?.text ?? '' }), ...help];
    case 'gone':
      return calm(t('requests-they-let-go', { name, act: item.sentence }));
    default:
      return help;
  }
}

/** @param {Shell} app @param {Item} item @param {string} name @returns {Card[]} */
function received(app, item, name) {
  const { requests, acts } = app.attune;
  const { request, own } = item;
  const read = { place: place(item), action: t('requests-read') };
  switch (request.step) {
    case 'asked': {
      if (!requests.isHere(item)) return [];
      const title = requests.isChanged(item) ? t('requests-changed-by', { name }) : t('requests-reaching', { name });
      return [{ rank: requests.isAgain(item) ? RANK$6.again : RANK$6.here, body: reachingCard(app, item, title) }];
    }
    case 'not-now':
      if (requests.isAnswerDay(item))
        return card(RANK$6.day, { title: t('requests-meant-today', { name }), ...read, action: t('requests-answer') });
      return card(RANK$6.with, {
        title: requests.isAnswerAhead(item) ? t('requests-you-answer-by', { date: dayText(request.by) }) : t('requests-reaching', { name }),
        ...read,
      });
    case 'proposal':
      return request.waitsFor === 'other' ? card(RANK$6.answered, { title: t('requests-says-other', { name }), ...read, isCalm: true }) : [];
    case 'sentence':
      return request.confirmed.includes('other') ? [] : card(RANK$6.answered, { title: t('requests-one-sentence'), ...read, isCalm: true });
    case 'left':
      return requests.isRead(item)
        ? []
        : card(RANK$6.answered, { title: t('requests-not-today'), small: t('requests-not-today-small'), ...read });
    case 'agreed': {
      const isAct = acts.mine().some((act) => own['act'] !== undefined && act.own['session'] === own['act']);
      if (isAct || own['outcome'] !== undefined) return [];
      return [{ rank: RANK$6.doing, body: doingCard(app, item) }];
    }
    case 'done':
      if (request.reached === null || requests.isRead(item)) return [];
      return card(RANK$6.answered, { title: t('requests-reached-you', { name }), words: request.reached, ...read, isCalm: true });
    default:
      return [];
  }
}

/** @param {Shell} app @param {Item} item @param {string} title */
const reachingCard = (app, item, title) => qt`
  <article class="card calm">
    <div class="stack"><h2>${title}</h2><p class="label soft">${t('requests-reaching-small')}</p></div>
    <div class="line"><a class="btn primary" href=${place(item)} aria-label=${`${t('requests-open')}: ${title}`}>${t('requests-open')}</a>
      <button type="button" class="btn line" aria-label=${`${t('requests-later')}: ${title}`} @click=${() => void app.attune.attempt(() => app.attune.requests.later(item))}>${t('requests-later')}</button></div>
  </article>
`;

/** @param {Shell} app @param {Item} item */
function doingCard({ attune, go }, item) {
  const when = item.request.version === null ? item.words.when : '';
  const ask = (/** @type {'done'|'changed'} */ mode) => {
    attune.drafts.set(draftKey(attune, item.id), [['mode', mode]]);
    go(place(item));
  };
  const letGo = () => attune.attempt(() => attune.requests.come(item, 'gone', '', false)).then(() => !attune.trouble && go(place(item)));
  return qt`
    <article class="card mine">
      <a class="plain" href=${place(item)}><p class="label">${who('you', t('requests-you-said-yes-small'))}</p><p class="said">${item.sentence}</p>${when ? qt`<p class="label soft">${when}</p>` : d}</a>
      <div class="chips"><button type="button" class="chip" @click=${() => ask('done')}>${icon('check', 's')}${t('requests-done')}</button>
        <button type="button" class="chip" @click=${() => ask('changed')}>${t('requests-changed')}</button>
        <button type="button" class="chip" @click=${() => void letGo()}>${t('requests-let-go')}</button></div>
    </article>
  `;
}

/** @param {Shell} app @param {Item} item */
const helpCard = (app, item) => qt`
  <article class="card mine">
    <h2>${t('requests-did-it-help')}</h2><p class="said">${item.sentence}</p>
    <div class="chips">${HELP.map((id, i) => qt`<button type="button" class="chip" @click=${() => void app.attune.attempt(() => app.attune.requests.help(item, i))}>${t(id)}</button>`)}</div>
    ${lockLine(t('requests-help-small'))}
  </article>
`;

/**
 * Values: what two people hold dear, each alone, and the board that comes of both tables. A card is known by its id, or by `own/<name>` where somebody
 * wrote it. No rank, no count and no likeness is ever made of it.
 */

/**
 * @typedef {{id: string, name: string, meaning: string}} Card
 * @typedef {{id: string, meaning: string, shows: string, missing: string}} OnTable `meaning` of a card of one's own
 * @typedef {{id: string, mine: OnTable|null, theirs: OnTable|null}} Held
 * @typedef {{both: Held[], differ: Held[], one: Held[]}} Board
 */

const OWN = 'own/';
const NAME_CHARS = 30;
const MEANING_CHARS = 80;
const SHOWS_CHARS = 160;
/** How many cards lie in the stack, by the length a person chose; on one phone for two. */
const STACK = Object.freeze({ short: 30, usual: 45, long: 65, none: 65, table: 20 });
/** Kept, and of these the first. On one phone fewer. */
const KEPT = Object.freeze({ usual: 7, table: 3 });
const FIRST = 5;
/** Answers to how much it matters. */
const SORTS = Object.freeze({ much: 0, some: 1, notNow: 2 });
/** What comes of both answers where at least one said: it means something else to me. */
const DIFFERENT = 1;
const LINE = '\n';

/** @param {string} words so that they stay one part of a line */
const flat = (words) => words.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The stack of one person: both draw the same cards, and each has an order of their own.
 * @param {readonly string[]} ids @param {{count: number, pairSeed: number, ownSeed: number}} how @returns {string[]}
 */
const stackOf = (ids, { count, pairSeed, ownSeed }) => shuffled(shuffled(ids, pairSeed).slice(0, count), ownSeed);

/** The same for a season, another one in the next. @param {number} ms */
const seasonOf = (ms) => new Date(ms).getFullYear() * 4 + Math.floor(new Date(ms).getMonth() / 3);

/** @param {{name: string, meaning: string}} card @returns {string} a card of one's own as a line */
const ownLine = ({ name, meaning }) => [flat(name), flat(meaning)].join(LINE);

/** @param {unknown} lines @returns {Card[]} */
const readOwn = (lines) =>
  linesIn(lines).flatMap((line) => {
    const [name = '', meaning = ''] = line.split(LINE);
    return name.trim() ? [{ id: `${OWN}${name}`, name, meaning }] : [];
  });

/** @param {OnTable} each @returns {string} */
const tableLine = ({ id, meaning, shows, missing }) => [id, flat(meaning), flat(shows), flat(missing)].join(LINE);

/** @param {unknown} lines as somebody put them on the table @returns {OnTable[]} */
const readTable = (lines) =>
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
function boardOf(mine, theirs, meaning) {
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
function moved(list, item, by) {
  const from = list.indexOf(item);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const copy = [...list];
  copy.splice(from, 1);
  copy.splice(to, 0, item);
  return copy;
}

/** Names and meanings of values, by id: from the cards of this language, or as somebody wrote them. */

/** @typedef {import('../../core/values.js').Card} Card */

/** @type {ReadonlyMap<string, Card>} once they were loaded */
let cards = new Map();

/** @returns {Promise<ReadonlyMap<string, Card>>} in the order of the file */
async function loadValues() {
  if (cards.size === 0) {
    const { values } = await text$2().content('values');
    cards = new Map(values.map((/** @type {Card} */ card) => [card.id, card]));
  }
  return cards;
}

/** @returns {readonly string[]} */
const valueIds = () => [...cards.keys()];

/** @param {string} id @param {readonly Card[]} [own] @returns {Card} */
const valueCard = (id, own = []) =>
  own.find((card) => card.id === id) ?? cards.get(id) ?? { id, name: id.startsWith(OWN) ? id.slice(OWN.length) : id, meaning: '' };

/** Values on Today: what the two meant to do for one, and the day to look at the board again. Each puts it away on their own phone. */

const RANK$5 = { look: 58, act: 56, trial: 66 };
const PLACE$1 = '#/values';

/** The name of a word, once the cards are here. @param {import('../../app/shell.js').Shell} app @param {string} id @returns {string} */
function valueName({ attune }, id) {
  if (!id) return '';
  if (valueIds().length === 0) {
    void loadValues().then(() => attune.changed());
    return '';
  }
  return valueCard(id).name;
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function valuesCards(app) {
  const { values, pair } = app.attune;
  if (!pair) return [];
  return [
    ...values.acts().map(({ text, value }) => {
      const name = valueName(app, value);
      const title = name ? t('values-for', { value: name }) : t('values-for-both');
      return { rank: RANK$5.act, body: leadingCard({ title, words: text, place: PLACE$1, action: t('open') }) };
    }),
    ...(values.lookAgain() && app.attune.offers.isWelcome('look-again')
      ? [{ rank: RANK$5.look, body: leadingCard({ title: t('values-look-again'), place: PLACE$1, action: t('open') }) }]
      : []),
    ...trialCard(app),
  ];
}

/** What both try, and the day they wanted to look again; until then it only says when. @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function trialCard({ attune }) {
  const trial = attune.values.trial();
  if (!trial) return [];
  const { text, at, isDue, session } = trial;
  const small = isDue ? '' : t('values-trial-on', { date: longDate(at) });
  const title = t(isDue ? 'values-trial-due' : 'values-trial');
  const card = leadingCard({ title, words: text, small, place: `#/session/${session}`, action: t(isDue ? 'values-trial-look' : 'open') });
  return [{ rank: isDue ? RANK$5.look : RANK$5.trial, body: card }];
}

/** The retreat on Today: the one change of the week, the day before what was kept for it, and on its day the half hour itself. A week that went by leaves nothing here. */

const RANK$4 = { proposed: 25, hour: 18, change: 55, lines: 57 };
const PLACE = '#/retreat';
/** The day on which this person said "later" to what they kept. */
const LATER = 'retreat-later';

/** @param {import('../../app/shell.js').Shell} app @param {number} [ahead] days @returns {boolean} the agreed day is this one, or so many days ahead */
const isDay = ({ attune }, ahead = 0) => {
  const meeting = attune.retreats.meeting();
  const day = new Date(attune.now());
  day.setDate(day.getDate() + ahead);
  return meeting?.isAgreed === true && new Date(meeting.at).toDateString() === day.toDateString();
};

/** The day before: one's own lines wait, for their writer alone. @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function linesCard(app) {
  const { attune } = app;
  const { drafts, offers, retreats } = attune;
  if (!isDay(app, 1) || drafts.get(LATER) === attune.today() || !offers.isWelcome('kept-lines') || !retreats.hasGathered) return [];
  const title = t('retreat-kept-lines', { day: longDate(retreats.meeting()?.at ?? 0) });
  const later = () => {
    drafts.set(LATER, attune.today());
    attune.changed();
  };
  const body = qt`<article class="card flat stack"><h2>${title}</h2>
    <div class="line wrap"><a class="btn line" href=${PLACE} aria-label=${`${t('retreat-look')}: ${title}`}>${t('retreat-look')}</a>
      <button class="btn text" aria-label=${`${t('retreat-later')}: ${title}`} @click=${later}>${t('retreat-later')}</button></div>
    ${whyThis(app, [{ id: 'kept-lines', title }])}</article>`;
  return [{ rank: RANK$4.lines, body }];
}

/** @param {import('../../app/shell.js').Shell} app @returns {string} */
function smallLine(app) {
  const { retreats, values } = app.attune;
  const meeting = retreats.meeting();
  const { who = '', when = '' } = retreats.change ?? {};
  const until = isDay(app) ? t('retreat-look-together') : meeting?.isAgreed ? t('retreat-until', { day: longDate(meeting.at) }) : '';
  const word = retreats.change ? valueName(app, values.tagOf(retreats.change.session, 'change')) : '';
  return [word, who && when ? t('retreat-who-when', { who, when }) : who || when, until].filter(Boolean).join(' · ');
}

/** The change, for its own place. @param {import('../../app/shell.js').Shell} app */
function changeCard(app) {
  const { change } = app.attune.retreats;
  if (!change) return d;
  return qt`<article class="card"><p class="label soft">${t('retreat-change')}</p><p class="said">${change.text}</p><p class="label soft">${smallLine(app)}</p></article>`;
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function retreatCards(app) {
  const { attune } = app;
  const { pair, retreats } = attune;
  if (!pair) return [];
  const { change } = retreats;
  const meeting = retreats.meeting();
  const time = meeting ? timeAhead(meeting.at, { isFar: true }) : '';
  return [
    ...(meeting && !meeting.isAgreed && !meeting.isMine
      ? [
          {
            rank: RANK$4.proposed,
            body: leadingCard({ title: t('retreat-proposed', { name: pair.them.name, time }), place: PLACE, action: t('open') }),
          },
        ]
      : []),
    ...(isDay(app)
      ? [{ rank: RANK$4.hour, body: leadingCard({ title: t('retreat-half-hour', { time }), place: PLACE, action: t('open') }) }]
      : []),
    ...(change
      ? [
          {
            rank: RANK$4.change,
            body: leadingCard({ title: t('retreat-change'), words: change.text, small: smallLine(app), place: PLACE, action: t('open') }),
          },
        ]
      : []),
    ...linesCard(app),
  ];
}

/** Looking again, on Today: offered some days after a pause, how a try was, what the other gave to read or would read together. */

const RANK$3 = { ask: 22, theirs: 24, asked: 30, offer: 35 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function revisitCards(app) {
  const { attune } = app;
  const { revisits, pair } = attune;
  const name = pair?.them.name ?? '';
  const { offer, asked, theirAsk } = revisits;
  const putOff = (/** @type {boolean} */ isForGood) => () => void (offer && attune.attempt(() => revisits.putOff(offer.id, isForGood)));
  return [
    ...(theirAsk
      ? [
          {
            rank: RANK$3.ask,
            body: qt`<article class="card calm"><h2>${t('revisits-ask', { name })}</h2><div class="line">
              <a class="btn primary" href="#/revisits/together" aria-label=${`${t('open')}: ${t('revisits-ask', { name })}`}>${t('open')}</a>
              <button class="btn text" @click=${() => void attune.attempt(() => revisits.closeAsk())}>${t('revisits-not-this-one')}</button></div></article>`,
          },
        ]
      : []),
    ...revisits.here().map((entry) => ({
      rank: RANK$3.theirs,
      body: leadingCard({
        title: t('revisits-from', { name }),
        words: tryOf(entry),
        place: `#/revisits/try/${entry.id}`,
        action: t('open'),
        isCalm: true,
      }),
    })),
    ...(asked
      ? [
          {
            rank: RANK$3.asked,
            body: leadingCard({
              title: t('revisits-your-try'),
              words: tryOf(asked),
              small: t('revisits-how-was-it'),
              place: `#/revisits/try/${asked.id}`,
              action: t('open'),
            }),
          },
        ]
      : []),
    ...(offer && attune.offers.isWelcome('revisit')
      ? [
          {
            rank: RANK$3.offer,
            body: qt`<article class="card flat"><h2>${t('revisits-offer')}</h2><div class="line">
              <a class="btn line" href="#/live/growth-revisit" aria-label=${`${t('open')}: ${t('revisits-offer')}`}>${t('open')}</a>
              <button class="btn text" @click=${putOff(false)}>${t('revisits-later')}</button>
              <button class="btn text" @click=${putOff(true)}>${t('revisits-leave')}</button></div>
              ${whyThis(app, [{ id: 'revisit', title: t('revisits-offer') }])}</article>`,
          },
        ]
      : []),
  ];
}

/** Places in a day that somebody ties something to: from an hour on until the day ends. */

const SUNDAY = 0;
/** From which hour, by the order of `physical-synchrony-slot-…`; of the last there is none. */
const FROM = Object.freeze([18, 21, 16, 9]);

/** @param {unknown} slot @param {Date} date by the person's clock @returns {boolean} it is here now */
function isSlotHere(slot, date) {
  const from = FROM[Number(slot ?? Number.NaN)];
  return from !== undefined && date.getHours() >= from && (slot !== FROM.length - 1 || date.getDay() === SUNDAY);
}

/** Breathing or moving in one rhythm, at the place in the day that this person tied it to: a quiet card, gone at midnight. */

const RANK$2 = 59;
/** The day on which this person said "not today". */
const NOT_TODAY = 'rhythm';

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function rhythmCards({ attune }) {
  const [last] = attune.entries.list('rhythm');
  const { drafts } = attune;
  const today = attune.today();
  if (!last || drafts.get(NOT_TODAY) === today || !isSlotHere(last.own['slot'], new Date(attune.now()))) return [];
  const leave = () => {
    drafts.set(NOT_TODAY, today);
    attune.changed();
  };
  const body = qt`<article class="card flat ritual"><div class="stack"><h2>${t('today-rhythm')}</h2></div>
    <a class="btn line push" href="#/live/physical-synchrony" aria-label=${`${t('open')}: ${t('today-rhythm')}`}>${t('open')}</a>
    <button class="btn text" @click=${leave}>${t('today-rhythm-not')}</button></article>`;
  return [{ rank: RANK$2, body }];
}

/** Appreciations on Today: what the other gave, what they answered, and that one goes to them each day. */

const RANK$1 = { here: 12, answered: 11, onTheWay: 70 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function thanksCards({ attune }) {
  const { thanks, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const place = (/** @type {{id: string}} */ { id }) => `#/thanks/${id}`;
  const hereTitle = (/** @type {import('../../app/entries.js').Entry} */ { theirs, mine }) =>
    mine['answer'] !== undefined
      ? t('thanks-here-more', { name })
      : theirs['noticed']
        ? t('thanks-here-noticed', { name })
        : t('thanks-here', { name });
  return [
    ...thanks.answered().map((entry) => ({
      rank: RANK$1.answered,
      body: thanks.isMoreAsked(entry)
        ? leadingCard({
            title: t('thanks-more-asked', { name }),
            words: firstLine(entry),
            place: place(entry),
            action: t('thanks-one-more-line'),
            isCalm: true,
          })
        : leadingCard({
            title: t('thanks-answered', { name, answer: t(`three-appreciations-told-${(answerTo(entry) ?? 0) + 1}`, { name }) }),
            place: place(entry),
            action: t('open'),
            isCalm: true,
          }),
    })),
    ...thanks.here().map((entry) => ({
      rank: RANK$1.here,
      body: leadingCard({ title: hereTitle(entry), place: place(entry), action: t('open'), isCalm: true }),
    })),
    ...(thanks.onTheWay().length > 0
      ? [
          {
            rank: RANK$1.onTheWay,
            body: leadingCard({
              title: t('thanks-on-the-way', { name }),
              small: t('thanks-on-the-way-small'),
              place: '#/thanks/new',
              action: t('open'),
            }),
          },
        ]
      : []),
  ];
}

/** Wishes on Today: a yes and what came of it, one to think about after three days, and what is sealed. */

const RANK = { granted: 13, later: 14, think: 22, yes: 58, sealed: 75 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function wishCards({ attune }) {
  const { wishes, acts, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const card = (/** @type {number} */ rank, /** @type {Parameters<typeof leadingCard>[0]} */ data) => ({ rank, body: leadingCard(data) });
  const titles = { done: t('wishes-did', { name }), changed: t('wishes-changed', { name }) };
  return [
    ...wishes.granted().map(({ wish, act }) => {
      const outcome = /** @type {'done'|'changed'|undefined} */ (act.theirs['outcome']);
      return card(RANK.granted, {
        title: outcome ? titles[outcome] : t('wishes-says-yes', { name }),
        words: outcome ? wordsOf$3(act) : '',
        place: `#/wishes/${wish.id}`,
        action: t('wishes-read'),
        isCalm: true,
      });
    }),
    ...wishes.answeredLater().map((wish) =>
      card(RANK.later, {
        title: t(`two-stars-one-wish-told-${(wish.theirAnswer ?? 0) + 1}`, { name }),
        words: wish.mine,
        place: `#/wishes/${wish.id}`,
        action: t('wishes-read'),
        isCalm: true,
      }),
    ),
    ...wishes
      .toThink()
      .map((wish) =>
        card(RANK.think, { title: t('wishes-yours', { name }), words: wish.theirs, place: `#/wishes/${wish.id}`, action: t('open') }),
      ),
    ...acts
      .open()
      .filter(({ own }) => own['wish'] !== undefined)
      .map((act) =>
        card(RANK.yes, {
          title: t('wishes-you-said-yes'),
          words: wordsOf$3(act),
          small: act.own['if-then'] || (attune.now() < dueAt(act) ? t('acts-until', { time: timeAhead(dueAt(act)) }) : t('acts-whenever')),
          place: `#/acts/${act.id}`,
          action: t('open'),
        }),
      ),
    ...wishes.sealed().map((wish) =>
      card(RANK.sealed, {
        title: t('wishes-sealed'),
        small: t('wishes-sealed-small'),
        place: `#/live/own/${wish.id}`,
        action: t('open'),
      }),
    ),
  ];
}

/** The cards of Today beside the check-in: each thing that was made brings its own, and none counts. */

/**
 * @typedef {object} Card
 * @property {number} rank the lower, the higher it stands; from 50 on below the check-in @property {unknown} body a template
 */

/** @type {ReadonlyArray<(app: import('../../app/shell.js').Shell) => Card[]>} */
const SOURCES = [
  actCards,
  requestCards,
  memoryCards,
  revisitCards,
  momentCards,
  retreatCards,
  valuesCards,
  rhythmCards,
  thanksCards,
  wishCards,
];

/** More than these would be a list of duties; the others wait in their places. */
const MOST = 5;

/** What came from the other, or was asked for at this hour, stands above the check-in; what one means to do stands below. */
const BELOW = 50;

/** @param {import('../../app/shell.js').Shell} app @returns {{above: unknown[], below: unknown[]}} templates */
function todayCards(app) {
  const cards = SOURCES.flatMap((source) => source(app))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST);
  const of = (/** @type {boolean} */ isBelow) => cards.filter(({ rank }) => rank >= BELOW === isBelow).map(({ body }) => body);
  return { above: of(false), below: of(true) };
}

/** Where the draft of a day's check-in lies, and its place. */
const CHECK_IN = 'check-in/';
const CHECK_IN_PRACTICE = 'daily-check-in';

/** Today: the skies of this day, and what waits. */
class TodayScreen extends Screen {
  static properties = { ...Screen.properties, vocabulary: { state: true }, waiting: { state: true } };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** Sessions in own time in which something is here for this person. @type {readonly {practice: string, record: string}[]} */ this.waiting =
      [];
    this.isLooking = false;
    /** The day for which what goes one a day was given. */ this.deliveredOn = '';
    /** Practices whose words are here. @type {Set<string>} */ this.titled = new Set([CHECK_IN_PRACTICE]);
  }

  connectedCallback() {
    super.connectedCallback();
    void loadVocabulary(text$2()).then((vocabulary) => (this.vocabulary = vocabulary));
    const { checkIns } = this.app.attune;
    void Promise.all(stripDays(this.app.attune.today()).map((day) => checkIns.prepare(day))).then(() => this.requestUpdate());
  }

  /** What waits for this person in own time, as it comes in. */
  async #lookForWaiting() {
    if (this.isLooking) return;
    this.isLooking = true;
    const waiting = await this.app.attune.live.waiting().finally(() => (this.isLooking = false));
    if (JSON.stringify(waiting) !== JSON.stringify(this.waiting)) this.waiting = waiting;
  }

  updated() {
    const { attune } = this.app;
    void this.#lookForWaiting();
    if (this.deliveredOn !== attune.today()) {
      this.deliveredOn = attune.today();
      void attune.attempt(() => attune.thanks.deliver());
      void attune.attempt(() => attune.wishes.settle());
    }
    if (!openedDay(attune, attune.today()).isSealed) noteSeenLines(attune, attune.today(), ['sky', 'words']);
  }

  render() {
    const { attune } = this.app;
    const day = openedDay(attune, attune.today());
    const { pair } = attune;
    const cards = todayCards(this.app);
    return qt`
      <main class="screen today">
        <h1 class="vh">${t('today-title')}</h1>
        ${this.#skies(day, pair?.them.name ?? '')}
        <div class="sheet">
          <div class="page">
            ${troubleNotice(this.app)} ${updateNotice(this.app)} ${syncNotice(attune.sync)}
            ${this.#pairingCard()} ${this.#pauseCard()} ${cards.above} ${this.#liveCard(day)} ${this.#waitingCards()} ${this.#checkInCard(day)} ${cards.below} ${this.#unfinished(attune.today())} ${this.#onTheirPhone(day)}
            ${pair ? qt`<a class="btn text" href="#/thanks/noticed">${icon('plus', 's')}${t('thanks-noticed-open')}</a>` : d}
            ${pair ? this.#topics(pair.them.name) : attune.pairing?.state ? d : this.#inviteCard()}
            ${this.#strip(attune.today())}
            <a class="btn text" href="#/retreat">${t('retreat-title')}</a>
          </div>
        </div>
        ${dock('today')}
      </main>
    `;
  }

  /** @param {ReturnType<typeof openedDay>} day @param {string} name */
  #skies(day, name) {
    const { vocabulary } = this;
    const mine = day.shared ?? day.mine;
    const top = qt`<div class="line topline"><span class="label">${longDate(noonOf(day.day))}</span>${syncLine(this.app.attune.sync)}</div>`;
    const side = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ { sky, words }) => qt`
      ${who(whose, person)}
      ${sky ? qt`<span class="sky-name">${skyName(vocabulary, sky)}</span>` : d}
      ${words?.length ? qt`<span class="sky-words">${wordsText(vocabulary, words)}</span>` : d}
    `;
    if (day.theirs)
      return skies({
        top,
        above: day.theirs.sky,
        below: mine?.sky ?? null,
        aboveText: side('they', name, day.theirs),
        belowText: mine ? side('you', t('you'), mine) : d,
        bead: day.isOpen && day.openedAt ? t('today-opened', { time: clockTime(day.openedAt) }) : null,
        label: [spokenSide(vocabulary, name, day.theirs), mine ? spokenSide(vocabulary, t('you'), mine) : ''].join('. '),
      });
    return skies({
      top,
      above: null,
      below: mine?.sky ?? null,
      belowText: mine ? side('you', t('you'), mine) : qt`<span class="sky-words">${t('today-not-yet')}</span>`,
      bead: day.isSealed ? t('open-answered-both') : day.shared ? t('today-sealed') : null,
      state: 'sealed',
      label: mine ? spokenSide(vocabulary, t('you'), mine) : t('today-not-yet'),
    });
  }

  /** @param {ReturnType<typeof openedDay>} day */
  #checkInCard(day) {
    const { attune } = this.app;
    const hasDraft = attune.drafts.get(`check-in/${day.day}`) !== undefined;
    const isDone = day.mine !== null && !hasDraft;
    const open = () => this.app.go(`#/day/${day.day}`);
    if (isDone)
      return qt`
        <article class="card ritual">
          <div class="stack">
            <h2>${day.isOpen && !day.isSealed ? phraseText(this.vocabulary, day.theirs?.sky ?? null, day.shared?.sky ?? null) || t('today-open-day') : t('today-check-in')}</h2>
            <p class="label soft">${day.isOpen ? t('open-answered-both') : day.shared ? t('weather-kept-until') : t('weather-kept')}</p>
          </div>
          <button class="btn ${day.isOpen ? 'primary' : 'soft'} push" @click=${open}>${day.isSealed ? t('open-together') : day.isOpen ? t('today-open-day') : t('today-see-day')}</button>
        </article>
      `;
    return qt`
      <article class="card ritual">
        <div class="stack">
          <h2>${t('today-check-in')}</h2>
          <p class="label soft">${attune.pair ? t('today-check-in-small') : t('today-alone-small')}</p>
        </div>
        <button class="btn primary push" @click=${() => this.app.go('#/check-in')}>${hasDraft ? t('today-go-on') : t('today-begin')}</button>
      </article>
    `;
  }

  /** Words begun on an earlier day and not finished: they wait here, whatever the date. @param {string} today */
  #unfinished(today) {
    const { attune } = this.app;
    return attune.drafts
      .keys()
      .filter((key) => key.startsWith(CHECK_IN) && key.slice(CHECK_IN.length) < today)
      .map((key) => {
        const day = key.slice(CHECK_IN.length);
        const { sky, words, mattered, worry } = unpackSide(new Map(attune.drafts.get(key)[1]));
        const said = [skyName(this.vocabulary, sky), wordsText(this.vocabulary, words), mattered, worry].filter(Boolean).join(' · ');
        return qt`<article class="card flat">
          <p class="label soft">${t('today-unfinished', { date: longDate(noonOf(day)) })}</p>
          <p class="said">${said}</p>
          <div class="line"><a class="btn soft" href="#/${key}">${t('today-go-on')}</a>
            <button class="btn text" @click=${() => void attune.drafts.clear(key).then(() => attune.changed())}>${t('today-let-go')}</button></div>
        </article>`;
      });
  }

  /** Side by side: an invitation, a session under way, or the offer to begin. @param {import('../../core/check-in.js').Day} day */
  #liveCard(day) {
    const { live, pair } = this.app.attune;
    if (!pair) return d;
    const name = pair.them.name;
    const { invitation, session } = live;
    if (invitation)
      return qt`<article class="card calm ritual"><div class="stack"><h2>${this.#title(invitation.practice)}</h2><p class="label soft">${t('today-invited', { name })}</p></div>
        <a class="btn primary push" href="#/live">${t('today-open-invitation')}</a></article>`;
    if (session && session.mode !== 'own-time')
      return qt`<article class="card calm ritual"><div class="stack"><h2>${this.#title(session.practice)}</h2><p class="label soft">${t('today-under-way')}</p></div>
        <a class="btn primary push" href="#/live">${t('today-go-on')}</a></article>`;
    if ((day.isOpen || day.mine === null) && this.app.attune.offers.isWelcome('side-by-side'))
      return qt`<article class="card flat ritual"><div class="stack"><h2>${t('today-live')}</h2><p class="label soft">${t('today-live-small')}</p></div>
        <a class="btn line push" href="#/live">${t('today-live-open')}</a>
        ${whyThis(this.app, [{ id: 'side-by-side', title: t('today-live') }])}</article>`;
    return d;
  }

  /** @param {string} practice @returns {string} its name, once its words are here */
  #title(practice) {
    if (practice === CHECK_IN_PRACTICE) return t('today-live');
    if (!this.titled.has(practice)) {
      this.titled.add(practice);
      void text$2()
        .load(practice)
        .then(() => this.requestUpdate());
    }
    return t(`${practice}-title`);
  }

  /** A pause holds: its time, and nothing else. */
  #pauseCard() {
    const pause = this.app.attune.pauses.current;
    if (!pause) return d;
    return qt`<article class="card calm ritual"><div class="stack"><h2>${t('nav-pause')}</h2><p class="label soft">${t('today-paused', { time: timeAhead(pause.untilMs) })}</p></div>
      <a class="btn primary push" href="#/pause">${t('today-open-invitation')}</a></article>`;
  }

  /** In own time, something is here for this person. */
  #waitingCards() {
    return this.waiting.map(
      ({
        practice,
        record,
      }) => qt`<article class="card calm ritual"><div class="stack"><h2>${this.#title(practice)}</h2><p class="label soft">${t(this.app.attune.wishes.isReadyToOpen(record) ? 'wishes-ready' : 'today-waiting')}</p></div>
        <a class="btn primary push" href="#/live/own/${record}">${t('today-open-invitation')}</a></article>`,
    );
  }

  /** What I shared on the other's phone, one phone for two. @param {import('../../core/check-in.js').Day} day */
  #onTheirPhone(day) {
    const { attune } = this.app;
    if (!day.mineOnTheirs || !attune.pair) return d;
    const { sky, words, mattered, worry } = day.mineOnTheirs;
    const said = [skyName(this.vocabulary, sky), wordsText(this.vocabulary, words), mattered, worry].filter(Boolean).join(' · ');
    return qt`<article class="card flat">
      <p class="label soft">${t('today-on-their-phone', { you: attune.pair.me.name, name: attune.pair.them.name })}</p>
      <p class="said">${said}</p>
      <button class="btn soft" @click=${() => void attune.attempt(() => attune.checkIns.keepGuestLines(day.day))}>${t('today-keep-as-mine')}</button>
    </article>`;
  }

  /** A pairing under way goes on wherever its screen was left. */
  #pairingCard() {
    const state = this.app.attune.pairing?.state;
    if (!state || state.step === 'ended' || state.step === 'done') return d;
    const isMet = state.step === 'compare' || state.step === 'waiting-confirm';
    return qt`
      <div class="card calm ritual" role="status">
        <div class="stack"><h2>${t('today-pairing')}</h2>
          <p class="label soft">${isMet ? t('today-pairing-met', { name: state.theirName }) : t('today-pairing-waits')}</p></div>
        <a class="btn primary push" href="#/${state.role === 'inviter' ? 'invite' : 'join'}">${t('today-open-invitation')}</a>
      </div>
    `;
  }

  #inviteCard() {
    return qt`
      <article class="card flat ritual">
        <div class="stack"><h2>${t('today-invite')}</h2><p class="label soft">${t('today-invite-small')}</p></div>
        <a class="btn line push" href="#/invite">${mark$1('both')}${t('nav-us')}</a>
      </article>
    `;
  }

  /** @param {string} name */
  #topics(name) {
    const topics = this.app.attune.checkIns.topics().slice(0, 3);
    if (topics.length === 0) return d;
    return qt`
      <h2 class="section">${t('today-topics')}</h2>
      ${topics.map(
        (topic) => qt`<article class="card flat">
          <p class="label soft">${topic.isMine ? t('parked-from-me') : t('parked-from-them', { name })}</p>
          <p class="said">${topic.text}</p>
          <div class="line"><button class="chip" @click=${() => void this.app.attune.attempt(() => this.app.attune.checkIns.putAway(topic))}>${t('parked-put-away')}</button></div>
        </article>`,
      )}
    `;
  }

  /** @param {string} today */
  #strip(today) {
    return qt`
      <h2 class="section">${t('today-strip')}</h2>
      ${dayStrip({ last: today, vocabulary: this.vocabulary, read: (label) => openedDay(this.app.attune, label), open: (label) => this.app.go(`#/day/${label}`) })}
    `;
  }
}
customElements.define('today-screen', TodayScreen);

const todayScreen = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null
}, Symbol.toStringTag, { value: 'Module' }));

export { ANSWER, ANSWERS$1 as ANSWERS, CHARS, CLOSE, CODE, EMPTY, FIRST, KEPT, KINDS, LINES, LINE_CHARS, MEANING_CHARS, MOST$2 as MOST, MOST_WORDS, NAME_CHARS, NOTES_OF, OFFERS, ONLY_ME, OPEN, OWN$1 as OWN, OWN as OWN$1, OWN_WORD_CHARS, PRACTICE_IDS, READING_MS, SEALED, SHOWS_CHARS, SOME_DAY, SORTS, STACK, STRENGTHS, TOLD, afterOffer, againOf, answerTo, areasOf, backoffMs, boardOf, button, changeCard, dayNumber, dayText, decodeFrame, dock, draftKey, dueAt, encodeFrame, familiesFor, filter, firstLine, firstR, insideWords, isOut, isSealed, isSurprise, lineField, loadPractice, loadValues, loadVocabulary, most, moved, nearWords, needsOf, nextR, noteSeenLines, ofDay, openDay, openedDay, ownLine, pageOf, pageOf$1, pairing, photos, phraseText, readOwn, readTable, requestPage, saidCard, searchWords, seasonOf, sheet, sinceSeen, skyName, space, spokenSide, stackOf, syncLine, syncNotice, tableLine, timeOf, titleOf$1 as titleOf, todayScreen, together$1 as together, toggleWord, troubleNotice, tryOf, valueCard, valueIds, whenOf, whereText, whyThis, withStrength, wordById, wordText, wordsOf$3 as wordsOf, wordsOf as wordsOf$1, wordsText };
