/**
 * What rests on the phone, sealed. Every value is encoded, then AES-256-GCM under a random data key; the data key itself is wrapped
 * by a non-extractable key of the browser (protocol page, "At rest"). A later app lock changes only that wrap.
 */

import { decode, encode } from '../core/codec.js';
import { allOf, StorageError } from '../io/database.js';

/**
 * @typedef {import('../io/database.js').Database} Database
 * @typedef {import('../core/codec.js').Value} Value
 * @typedef {{nonce: Uint8Array, bytes: Uint8Array}} SealedRow
 */

/** aad binds a row to its place, so that rows cannot be exchanged for one another. @param {string} place */
const aad = (place) => encode(['attune/rest/1', place]);

export class Vault {
  #database;
  #crypto;
  #dataKey;
  /** @type {import('../io/ahead.js').Ahead|null} what a worker has read before it is asked for */ ahead = null;

  /**
   * @param {Database} database @param {any} crypto @param {Uint8Array} dataKey 32 bytes
   * @param {boolean} keysKept whether the wrapping key is a non-extractable CryptoKey (false: raw bytes, where an engine refuses)
   */
  constructor(database, crypto, dataKey, keysKept) {
    this.#database = database;
    this.#crypto = crypto;
    this.#dataKey = dataKey;
    this.keysKept = keysKept;
  }

  get database() {
    return this.#database;
  }

  /** @param {string} place @param {Value} value @returns {Promise<SealedRow>} */
  async seal(place, value) {
    const nonce = this.#crypto.random(12);
    return { nonce, bytes: await this.#crypto.seal(this.#dataKey, nonce, aad(place), encode(value)) };
  }

  /** @param {string} place @param {SealedRow} row @returns {Promise<any>} the value */
  async unseal(place, row) {
    return decode(await this.#crypto.open(this.#dataKey, row.nonce, aad(place), row.bytes));
  }

  /** @param {string} name @returns {Promise<any>} the value, undefined when there is none */
  async get(name) {
    const row = await this.#database.run('readonly', ['sealed'], (tx) => tx.objectStore('sealed').get(name));
    return row === undefined ? undefined : this.unseal(`sealed/${name}`, row);
  }

  /** @param {string} name @param {Value} value resolves when durable */
  async put(name, value) {
    const row = await this.seal(`sealed/${name}`, value);
    await this.#database.run('readwrite', ['sealed'], (tx) => tx.objectStore('sealed').put(row, name));
  }

  /** @param {string} name */
  async remove(name) {
    await this.#database.run('readwrite', ['sealed'], (tx) => tx.objectStore('sealed').delete(name));
  }

  /** @param {string} prefix @param {(name: string) => void} [onTorn] told of a row that does not open; without it that row fails all @returns {Promise<Array<[string, any]>>} names (without the prefix) and values */
  async list(prefix, onTorn) {
    const range = allOf(prefix);
    const [names, rows] = await this.#database.run('readonly', ['sealed'], (tx) => {
      const store = tx.objectStore('sealed');
      return Promise.all([store.getAllKeys(range), store.getAll(range)]);
    });
    const values = await Promise.all(
      names.map(async (/** @type {string} */ name, /** @type {number} */ i) => {
        try {
          return [/** @type {[string, any]} */ ([name.slice(prefix.length), await this.unseal(`sealed/${name}`, rows[i])])];
        } catch (error) {
          if (!onTorn) throw error;
          onTorn(name);
          return [];
        }
      }),
    );
    return values.flat();
  }
}

const LOCAL_KEY = 'local';
const DATA_KEY = 'data';
const PLACE = 'keys/data';

/**
 * Opens a vault that is there, and makes none.
 * @param {Database} database @param {any} crypto @returns {Promise<Vault|null>} @throws {StorageError}
 */
export async function openKeptVault(database, crypto) {
  const kept = await readKeys(database);
  return kept.local && kept.wrapped ? vaultOf(database, crypto, kept) : null;
}

/** @param {Database} database @param {any} crypto @param {{local: any, wrapped: SealedRow}} kept */
async function vaultOf(database, crypto, kept) {
  const { dataKey, raw } = await unwrap(kept, crypto);
  return new Vault(database, crypto, dataKey, !raw);
}

/**
 * Opens the vault, making it at the first start. The self-test is the opening itself: what was written is read back through a new
 * connection and used before anything rests on it.
 *
 * @param {Database} database
 * @param {any} crypto of io/crypto.js
 * @returns {Promise<Vault>}
 * @throws {StorageError} `refused` when the phone gives back other bytes than it was given
 */
export async function openVault(database, crypto) {
  let kept = await readKeys(database);
  if (!kept.local || !kept.wrapped) {
    // Keys gone but pages still there: never write new keys over what an engine may give back at the next start.
    if (kept.rows > 0) throw new StorageError('refused');
    await makeKeys(database, crypto);
    database.close();
    kept = await readKeys(database);
  }
  if (!kept.local || !kept.wrapped) throw new StorageError('refused');
  const vault = await vaultOf(database, crypto, kept);
  await vault.unseal('self-test', await vault.seal('self-test', ['read back']));
  return vault;
}

/** @param {Database} database */
async function readKeys(database) {
  return database.run('readonly', ['keys', 'sealed'], async (tx) => {
    const store = tx.objectStore('keys');
    const [local, wrapped, rows] = await Promise.all([store.get(LOCAL_KEY), store.get(DATA_KEY), tx.objectStore('sealed').count()]);
    return { local, wrapped, rows };
  });
}

/**
 * Two tabs may come here together: the first to commit wins, the other's keys are dropped unseen.
 * @param {Database} database @param {any} crypto
 */
async function makeKeys(database, crypto) {
  const dataKey = crypto.random(32);
  const nonce = crypto.random(12);
  const raw = crypto.random(32);
  const local = await crypto.generateLocalKey();
  const wrappedByKey = await crypto.sealWithKey(local, nonce, aad(PLACE), dataKey);
  const wrappedByBytes = await crypto.seal(raw, nonce, aad(PLACE), dataKey);
  /** @param {unknown} key @param {Uint8Array} bytes */
  const write = (key, bytes) =>
    database.run('readwrite', ['keys'], async (tx) => {
      const store = tx.objectStore('keys');
      if ((await store.get(DATA_KEY)) !== undefined) return;
      await store.put(key, LOCAL_KEY);
      await store.put({ nonce, bytes }, DATA_KEY);
    });
  try {
    await write(local, wrappedByKey);
    const back = await readKeys(database);
    if (back.local) return;
  } catch {
    // Some engines refuse to store any CryptoKey (DataCloneError in Lockdown Mode and private windows, 2026): keep bytes instead.
  }
  await database.run('readwrite', ['keys'], async (tx) => {
    const store = tx.objectStore('keys');
    if (!(await store.get(LOCAL_KEY))) await store.clear(); // another tab's bytes are whole: its keys stay
  });
  await write(raw, wrappedByBytes);
}

/** @param {{local: any, wrapped: SealedRow}} kept @param {any} crypto */
async function unwrap({ local, wrapped }, crypto) {
  const raw = local instanceof Uint8Array;
  try {
    const dataKey = raw
      ? await crypto.open(local, wrapped.nonce, aad(PLACE), wrapped.bytes)
      : await crypto.openWithKey(local, wrapped.nonce, aad(PLACE), wrapped.bytes);
    return { dataKey, raw };
  } catch (error) {
    throw new StorageError('refused', error);
  }
}
