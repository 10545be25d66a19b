/**
 * One space on this phone: its chain and keys, its ops and intents at rest, and their fold in memory.
 *
 * A tab writes *intents*; the leading tab, once it has pulled to the tail (O5), turns them into ops, each in the transaction that
 * advances the device's head (O3). Two tabs that both believe to lead are harmless: that transaction compares the head first.
 */
import { compare, equal, hex, unhex } from '../core/bytes.js';
import { emptyChain, headOf, openEpochs, readEntry, subkey } from '../core/chain.js';
import { decode, encode } from '../core/codec.js';
import { eraseTag } from '../core/erase.js';
import { recordId, Z32 } from '../core/ids.js';
import { nextR } from '../core/log.js';
import { encodeSet, encodeWithdraw, KIND, makeOp, openOp, readHeader, sealOp } from '../core/op.js';
import { Fold } from '../core/oplog.js';
import { pad } from '../core/padding.js';
import { RecordIndex, restingTogether, VERSION } from '../core/record-index.js';
import { Verifier } from '../core/verifier.js';
import { allOf, Refusal, StorageError } from '../io/database.js';
import { indexRowsOf, readIndexRows } from './index-rows.js';

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
export class ForkError extends Error {
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

export class Space {
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
      KIND.set,
      values.map(([name]) => name),
      encodeSet(type, values),
    );
  }

  /** Takes fields back with a plain mark. @param {string} recordIdHex @param {string} type @param {string[]} names */
  withdraw(recordIdHex, type, names) {
    return this.#intend(recordIdHex, KIND.withdraw, names, encodeWithdraw(type, names));
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
export async function createSpace(vault, crypto, { chain, keys, device }) {
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
export async function loadSpace(vault, crypto, id) {
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
