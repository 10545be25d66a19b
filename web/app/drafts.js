/**
 * Words being typed. They are in memory at once and sealed on the phone a moment later, so that a reload, a crash, an update or a
 * second tab finds them again. A draft whose write fails stays in memory and is tried again.
 */
const PAUSE_MS = 250;
const RETRY_MS = 2_000;

/** @typedef {import('../core/codec.js').Value} Value */

export class Drafts {
  #vault;
  #world;
  #onTrouble;
  /** @type {Map<string, Value>} */ #values = new Map();
  /** @type {Set<string>} */ #dirty = new Set();
  /** @type {number|undefined} */ #timer;
  /** @type {Promise<void>} */ #writing = Promise.resolve();

  /**
   * @param {import('./vault.js').Vault} vault
   * @param {{setTimer: (callback: () => void, ms: number) => number, clearTimer: (id: number) => void}} world
   * @param {(error: unknown) => void} onTrouble told once per failed write; the words stay in memory
   */
  constructor(vault, world, onTrouble) {
    this.#vault = vault;
    this.#world = world;
    this.#onTrouble = onTrouble;
  }

  /** Reads every draft; call once at start, and again when another tab wrote one. Unsaved words of this tab win. */
  async load() {
    for (const [key, value] of await this.#vault.list('draft/')) if (!this.#dirty.has(key)) this.#values.set(key, value);
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
    this.#values.set(key, value);
    this.#dirty.add(key);
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
      for (const key of [...this.#dirty]) {
        const value = this.#values.get(key) ?? null;
        this.#dirty.delete(key);
        try {
          if (value === null) await this.#vault.remove(`draft/${key}`);
          else await this.#vault.put(`draft/${key}`, value);
        } catch (error) {
          this.#dirty.add(key);
          this.#onTrouble(error);
          this.#timer = this.#world.setTimer(() => void this.flush(), RETRY_MS);
          return;
        }
      }
    });
    return this.#writing;
  }
}
