/**
 * What this person wants to be offered no more: for good, until they take it back. It lies in `me`, whoever they are paired with, and nobody else can
 * see that something was declined. What may be offered, and why, is the table in ui/offers.js.
 */

const TYPE = 'declined';

export class Offers {
  #entries;

  /** @param {{entries: import('./entries.js').Entries}} parts */
  constructor({ entries }) {
    this.#entries = entries;
  }

  /** @returns {string[]} ids, each once, the newest first */
  declined() {
    return [...new Set(this.#entries.list(TYPE).map(({ own }) => String(own['offer'] ?? '')))];
  }

  /** @param {string} id @returns {boolean} */
  isWelcome(id) {
    return !this.declined().includes(id);
  }

  /** @param {string} id */
  async decline(id) {
    if (this.isWelcome(id)) await this.#entries.keep(TYPE, { offer: id, pair: '' });
  }

  /** It may be offered again. @param {string} id */
  async takeBack(id) {
    for (const entry of this.#entries.list(TYPE)) if (entry.own['offer'] === id) await this.#entries.forget(TYPE, entry.id);
  }
}
