/**
 * A worker that reads the indexes of this phone while the page is still loading, and ends. It opens the vault on its own; what it hands to the page
 * is what the page would have read itself (app/index-rows.js). Whatever goes wrong here, the page reads, and says what is wrong.
 */
import { readIndexRows } from './app/index-rows.js';
import { openKeptVault } from './app/vault.js';
import { createAes } from './io/aes.js';
import { allOf, Database } from './io/database.js';

const INDEX = /^space\/([0-9a-f]+)\/index$/;

/** @param {string} name of the database */
async function read(name) {
  const database = new Database(name, { onReplaced: () => {} });
  const vault = await openKeptVault(database, createAes());
  if (!vault) return;
  const names = await database.run('readonly', ['sealed'], (tx) => tx.objectStore('sealed').getAllKeys(allOf('space/')));
  const ids = names.flatMap((/** @type {string} */ each) => INDEX.exec(each)?.[1] ?? []);
  for (const id of ids) {
    const rows = await readIndexRows(vault, id);
    const buffers = new Set(rows.pages.map(({ buffer }) => buffer));
    postMessage({ id, rows }, { transfer: [...buffers] });
  }
  database.close();
}

read(self.name) // of the worker: that of the database
  .catch(() => {})
  .finally(() => {
    postMessage(null);
    close();
  });
