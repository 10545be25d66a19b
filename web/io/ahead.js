/** What a worker reads off this phone while the page still loads (ahead-worker.js): the page is free meanwhile, and finds it in memory. */
import { AHEAD_WORKER, workerAddress } from './worker-address.js';

/** @typedef {import('../app/index-rows.js').IndexRows} IndexRows */

/** A worker that says nothing for so long is not waited for. */
const PATIENCE_MS = 3_000;

export class Ahead {
  /** @type {Map<string, IndexRows>} */ #rows = new Map();
  /** @type {Array<() => void>} */ #waiting = [];
  #isDone = false;

  /** @param {Pick<Worker, 'onmessage'|'onmessageerror'|'onerror'|'terminate'>} worker @param {(callback: () => void, ms: number) => unknown} setTimer */
  constructor(worker, setTimer) {
    const end = () => {
      this.#isDone = true;
      worker.terminate();
      this.#tell();
    };
    worker.onmessage = ({ data }) => {
      if (data === null) end();
      else this.#rows.set(data.id, data.rows);
      this.#tell();
    };
    worker.onerror = worker.onmessageerror = end;
    setTimer(() => {
      this.#rows.clear(); // what nobody asked for by now is not kept
      end();
    }, PATIENCE_MS);
  }

  #tell() {
    for (const each of this.#waiting.splice(0)) each();
  }

  /** @param {string} id of a space, hex @returns {Promise<IndexRows|null>} once: it is true of that moment only; null: it is not here */
  async take(id) {
    while (!this.#isDone && !this.#rows.has(id)) {
      await new Promise((/** @type {(value: void) => void} */ resolve) => this.#waiting.push(resolve));
    }
    const rows = this.#rows.get(id) ?? null;
    this.#rows.delete(id);
    return rows;
  }
}

/** @param {string} database name @returns {Ahead|null} null: there are no workers here */
export function readAhead(database) {
  try {
    return new Ahead(new Worker(workerAddress(AHEAD_WORKER), { type: 'module', name: database }), setTimeout);
  } catch {
    return null;
  }
}
