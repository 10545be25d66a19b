/**
 * The phone's database in memory, as much of IndexedDB as the app uses: a transaction is all or nothing, values are copies, and a handle of
 * a killed app changes nothing any more.
 */
const KEY_PATHS = { ops: 'row', intents: 'row' };
/** store -> index -> key of a row */
const INDEXES = {
  ops: {
    space: (/** @type {any} */ row) => row.space,
    op: (/** @type {any} */ row) => `${row.space}/${row.opId}`,
    waitingIn: (/** @type {any} */ row) => row.waitingIn,
  },
  intents: { space: (/** @type {any} */ row) => row.space },
};

/** The ranges the app asks for. */
globalThis.IDBKeyRange ??= /** @type {any} */ ({
  only: (/** @type {any} */ key) => (/** @type {any} */ candidate) => candidate === key,
  bound: (/** @type {any} */ from, /** @type {any} */ to) => (/** @type {any} */ candidate) => candidate >= from && candidate <= to,
  lowerBound: (/** @type {any} */ key) => (/** @type {any} */ candidate) => candidate > key,
});

/** @param {any} query a key, an array key, a range, or nothing */
function matcher(query) {
  if (query === undefined) return () => true;
  if (typeof query === 'function') return query;
  const key = Array.isArray(query) ? query.join('/') : query;
  return (/** @type {any} */ candidate) => candidate === key;
}

/** What stays when the app is killed. */
export class Disk {
  /** @type {Record<string, Map<any, any>>} */ stores = { keys: new Map(), sealed: new Map(), ops: new Map(), intents: new Map() };
  row = 0;

  /** @returns {Disk} a backup */
  copy() {
    const copy = new Disk();
    for (const [name, rows] of Object.entries(this.stores)) copy.stores[name] = new Map(rows);
    copy.row = this.row;
    return copy;
  }
}

/** One app's connection to its disk. */
export class MemoryDatabase {
  isDead = false;

  /** @param {Disk} disk */
  constructor(disk) {
    this.disk = disk;
  }

  /** @param {'readonly'|'readwrite'} _mode @param {string[]} names @param {(tx: any) => any} work */
  async run(_mode, names, work) {
    if (this.isDead) return new Promise(() => {});
    const { disk } = this;
    /** @type {Record<string, Map<any, any>>} */ const staged = {};
    for (const name of names) staged[name] = new Map(disk.stores[name]);
    let row = disk.row;
    const result = await work({
      objectStore: (/** @type {'ops'} */ name) =>
        new Store(/** @type {Map<any, any>} */ (staged[name]), KEY_PATHS[name], INDEXES[name], () => {
          row += 1;
          return row;
        }),
    });
    if (this.isDead) return new Promise(() => {}); // killed before the commit: nothing of it happened
    Object.assign(disk.stores, staged);
    disk.row = row;
    return result;
  }
}

class Store {
  /** @param {Map<any, any>} rows @param {string|undefined} keyPath @param {Record<string, (row: any) => any>} indexes @param {() => number} nextRow */
  constructor(rows, keyPath, indexes, nextRow) {
    this.rows = rows;
    this.keyPath = keyPath;
    this.indexes = indexes;
    this.nextRow = nextRow;
  }

  /** @param {string} name */
  index(name) {
    return new Index(this.rows, /** @type {(row: any) => any} */ (this.indexes[name]));
  }

  /** @param {any} key */
  async get(key) {
    return structuredClone(this.rows.get(key));
  }

  /** @param {any} key */
  async getKey(key) {
    return this.rows.has(key) ? key : undefined;
  }

  /** @param {any} [query] */
  async getAll(query) {
    const fits = matcher(query);
    return [...this.rows].filter(([key]) => fits(key)).map(([, value]) => structuredClone(value));
  }

  /** @param {any} [query] */
  async getAllKeys(query) {
    return [...this.rows.keys()].filter(matcher(query));
  }

  /** @param {any} value @param {any} [key] */
  async put(value, key = this.keyPath && value[this.keyPath]) {
    this.rows.set(key, structuredClone(value));
    return key;
  }

  /** @param {any} value */
  async add(value) {
    for (const [name, keyOf] of Object.entries(this.indexes ?? {}))
      if (name === 'op' && [...this.rows.values()].some((row) => keyOf(row) === keyOf(value))) throw new Error('the same op twice');
    const row = this.nextRow();
    this.rows.set(row, { ...structuredClone(value), row });
    return row;
  }

  /** @param {any} key */
  async delete(key) {
    this.rows.delete(key);
  }
}

class Index {
  /** @param {Map<any, any>} rows @param {(row: any) => any} keyOf */
  constructor(rows, keyOf) {
    this.rows = rows;
    this.keyOf = keyOf;
  }

  /** @param {any} query */
  #find(query) {
    const fits = matcher(query);
    return [...this.rows].filter(([, row]) => this.keyOf(row) !== undefined && fits(this.keyOf(row)));
  }

  /** @param {any} query */
  async get(query) {
    return structuredClone(this.#find(query)[0]?.[1]);
  }

  /** @param {any} query */
  async getKey(query) {
    return this.#find(query)[0]?.[0];
  }

  /** @param {any} query @param {number} [most] */
  async getAll(query, most) {
    return this.#find(query)
      .slice(0, most)
      .map(([, row]) => structuredClone(row));
  }

  /** @param {any} query */
  async getAllKeys(query) {
    return this.#find(query).map(([key]) => key);
  }
}
