/** How the index of a space rests on the phone. A start reads it, on the page or in a worker ahead of it (io/ahead.js). */
import { hex } from '../core/bytes.js';
import { unpad } from '../core/padding.js';
import { VERSION } from '../core/record-index.js';
import { allOf, StorageError } from '../io/database.js';

/**
 * @typedef {object} IndexRows what one transaction read
 * @property {string} nonce hex; of the index, which says whether it is the same one still; empty: there is none
 * @property {any[]|null} parts null: there is none that can be read
 * @property {Uint8Array[]} pages row by row, as the last of `parts` names them
 */

/** @param {string} id of a space, hex @returns the names of the sealed rows */
export const indexRowsOf = (id) => ({ index: `space/${id}/index`, pages: `space/${id}/page/` });

/**
 * @param {import('./vault.js').Vault} vault @param {string} id of a space, hex
 * @returns {Promise<IndexRows>} missing, of another version, torn or not whole: none
 * @throws {StorageError}
 */
export async function readIndexRows(vault, id) {
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
