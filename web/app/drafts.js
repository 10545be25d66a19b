/**
 * Words being typed. They are in memory at once and sealed on the phone a moment later, so that a reload, a crash, an update or a
 * second tab finds them again. A draft whose write fails stays in memory and is tried again.
 */
import { equal } from '../core/bytes.js';
import { encode } from '../core/codec.js';

const PAUSE_MS = 250;
const RETRY_MS = 2_000;

/** @typedef {import('../core/codec.js').Value} Value */

export class Drafts {
  #vault;
  #world;
  #onTrouble;
  #onWritten;
  /** @type {Map<string, Value>} */ #values = new Map();
  /** @type {Set<string>} */ #dirty = new Set();
  /** @type {Map<string, number>} how often this tab has set a draft */ #turns = new Map();
  /** @type {number|undefined} */ #timer;
  /** @type {Promise<void>} */ #writing = Promise.resolve();

  /**
   * @param {import('./vault.js').Vault} vault
   * @param {{setTimer: (callback: () => void, ms: number) => number, clearTimer: (id: number) => void}} world
   * @param {(error: unknown) => void} onTrouble told once per failed write; the words stay in memory
   * @param {() => void} [onWritten] other tabs are to read again
   */
  constructor(vault, world, onTrouble, onWritten = () => {}) {
    this.#vault = vault;
    this.#world = world;
    this.#onTrouble = onTrouble;
    this.#onWritten = onWritten;
  }

  /** Reads every draft; call once at start, and again when another tab wrote one. Words this tab has not written yet, or sets meanwhile, win. */
  async load() {
    const turns = new Map(this.#turns);
    // One that does not open stays where it is and keeps nobody from the others.
    const rows = new Map(await this.#vault.list('draft/', () => {}));
    for (const key of new Set([...rows.keys(), ...this.#values.keys()])) {
      const isOwn = this.#dirty.has(key) || this.#turns.get(key) !== turns.get(key);
      if (!isOwn && !sameBytes(rows.get(key) ?? null, this.#values.get(key) ?? null)) this.#values.set(key, rows.get(key) ?? null);
    }
  }

  /** @param {string} key @returns {any} the draft, undefined when there is none */
  get(key) {
    const value = this.#values.get(key);
    return value === null ? undefined : value;
  }

  /** @returns {string[]} */
  keys() {
    return [...this.#values].filter(([, value]) => value !== null).map(([key]) => key);
  }

  /** @param {string} key @param {Value} value null clears */
  set(key, value) {
    this.#values.set(key, wellFormed(value));
    this.#dirty.add(key);
    this.#turns.set(key, (this.#turns.get(key) ?? 0) + 1);
    this.#world.clearTimer(this.#timer ?? 0);
    this.#timer = this.#world.setTimer(() => void this.flush(), PAUSE_MS);
  }

  /** @param {string} key */
  async clear(key) {
    this.set(key, null);
    await this.flush();
  }

  /** Writes what is not written yet; also called when the page is hidden. */
  flush() {
    this.#world.clearTimer(this.#timer ?? 0);
    this.#writing = this.#writing.then(async () => {
      const keys = [...this.#dirty];
      for (const key of keys) {
        const value = this.#values.get(key) ?? null;
        try {
          if (value === null) await this.#vault.remove(`draft/${key}`);
          else await this.#vault.put(`draft/${key}`, value);
          if ((this.#values.get(key) ?? null) === value) this.#dirty.delete(key);
        } catch (error) {
          this.#onTrouble(error);
          this.#timer = this.#world.setTimer(() => void this.flush(), RETRY_MS);
          return;
        }
      }
      if (keys.length > 0) this.#onWritten();
    });
    return this.#writing;
  }
}

/** Half of a character cannot be written, and would keep every other draft waiting. @param {Value} value @returns {Value} */
function wellFormed(value) {
  if (typeof value === 'string') return value.toWellFormed();
  return Array.isArray(value) ? value.map(wellFormed) : value;
}

/** @param {Value} a @param {Value} b */
const sameBytes = (a, b) => equal(encode(a), encode(b));
