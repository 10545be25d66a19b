/**
 * The phone's database: four stores in one IndexedDB, and what browsers do to it.
 *
 * Everything people wrote is sealed before it comes here (app/vault.js); this file sees keys, row numbers and ciphertext.
 *
 * - `keys`     'local' -> the non-extractable key that wraps all others (or raw bytes where an engine refuses to keep CryptoKeys)
 * - `sealed`   name -> {nonce, bytes}: small things under a name
 * - `ops`      row -> {row, space, opId, bytes, waitingIn?}: sealed ops; `waitingIn` = space until the server has acknowledged it
 * - `intents`  row -> {row, space, nonce, bytes}: what the person did and no op says yet
 */
import { openDB } from '../vendor/idb.js';

export const VERSION = 1;

/** Why the phone cannot keep anything just now. `reason` names a sentence in text/en/storage.ftl. */
export class StorageError extends Error {
  /** @param {'full'|'refused'|'newer'|'lost'} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(`storage: ${reason}`, { cause });
    this.name = 'StorageError';
    this.reason = reason;
  }
}

/** @param {unknown} error @returns {StorageError} */
function asStorageError(error) {
  if (error instanceof StorageError) return error;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageError('full', error);
  if (name === 'VersionError') return new StorageError('newer', error);
  if (name === 'SecurityError') return new StorageError('refused', error);
  return new StorageError('lost', error);
}

/** Connection gone under us: iOS does this when the database process is killed (seen in public reports until 2026). */
/** @param {unknown} error */
function isLostConnection(error) {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}

/** @type {Promise<never>} */ const NEVER = new Promise(() => {});

/**
 * @typedef {import('../vendor/idb.js').IDBPDatabase} IDBPDatabase
 * @typedef {'keys'|'sealed'|'ops'|'intents'} StoreName
 * @typedef {any} Transaction an idb transaction
 */

export class Database {
  /** @type {IDBPDatabase|null} */ #db = null;
  #isEnded = false;
  #name;
  #onReplaced;

  /**
   * @param {string} name
   * @param {{onReplaced: () => void}} events `onReplaced`: another tab runs a newer version and needs this one to let go
   */
  constructor(name, { onReplaced }) {
    this.#name = name;
    this.#onReplaced = onReplaced;
  }

  /** @returns {Promise<any>} */
  async #connection() {
    if (this.#db) return this.#db;
    const db = await openDB(this.#name, VERSION, {
      /** @param {any} upgrading */
      upgrade(upgrading) {
        upgrading.createObjectStore('keys');
        upgrading.createObjectStore('sealed');
        const ops = upgrading.createObjectStore('ops', { keyPath: 'row', autoIncrement: true });
        ops.createIndex('space', 'space');
        ops.createIndex('op', ['space', 'opId'], { unique: true });
        ops.createIndex('waitingIn', 'waitingIn');
        const intents = upgrading.createObjectStore('intents', { keyPath: 'row', autoIncrement: true });
        intents.createIndex('space', 'space');
      },
      blocking: (/** @type {number} */ _version, /** @type {number|null} */ next) => {
        if (next === null) {
          this.end(); // it is being deleted
          return;
        }
        this.close();
        this.#onReplaced();
      },
      terminated: () => {
        this.#db = null;
      },
    });
    if (this.#isEnded) {
      db.close();
      return NEVER;
    }
    this.#db = db;
    return db;
  }

  /**
   * One transaction. `work` may only await the transaction's own requests: anything else lets the engine commit early.
   * A lost connection is reopened once; a write that may have been committed is safe to run again (rows are keyed).
   *
   * @template T
   * @param {'readonly'|'readwrite'} mode
   * @param {StoreName[]} stores
   * @param {(tx: Transaction) => Promise<T>|T} work
   * @returns {Promise<T>} resolves after the transaction is complete and, for writes, durable (`durability: 'strict'`)
   * @throws {StorageError}
   */
  async run(mode, stores, work) {
    for (let attempt = 0; ; attempt += 1) {
      if (this.#isEnded) return NEVER;
      try {
        const db = await this.#connection();
        const tx = db.transaction(stores, mode, mode === 'readwrite' ? { durability: 'strict' } : {});
        try {
          const result = await work(tx);
          await tx.done;
          return result;
        } catch (error) {
          tx.done.catch(() => {});
          try {
            tx.abort();
          } catch {
            // already finished: the first error is the one to tell
          }
          throw error;
        }
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (attempt === 0 && isLostConnection(error)) {
          this.close();
          continue;
        }
        throw asStorageError(error);
      }
    }
  }

  close() {
    this.#db?.close();
    this.#db = null;
  }

  /** Closes for good, before the database is deleted: what asks for it from now on waits for ever, and makes no new one behind the page that goes. */
  end() {
    this.#isEnded = true;
    this.close();
  }
}

/** Every key that begins so. @param {string} prefix */
export const allOf = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** Thrown inside `run` to roll back on purpose; passes through unchanged. */
export class Refusal extends Error {}

/** @param {string} name removes the database and everything in it */
export function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(undefined);
    request.onerror = () => reject(asStorageError(request.error));
    request.onblocked = () => {}; // other tabs close on `blocking`, then success follows
  });
}
