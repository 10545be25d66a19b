/** Spaces of plain maps, for rules over entries. */
import { Entries } from '../../../web/app/entries.js';

export const NOW = 1_780_000_000_000;

/** A space of plain maps, with what `Entries` asks of one. @param {string} name @param {number} person @param {Map<string, any>} records shared between both persons */
export function space(name, person, records) {
  const fieldsOf = (/** @type {string} */ id, /** @type {string} */ type) => {
    if (!records.has(id)) records.set(id, { id, type, byPerson: new Map(), isReadOnly: false });
    const { byPerson } = records.get(id);
    if (!byPerson.has(person)) byPerson.set(person, new Map());
    return byPerson.get(person);
  };
  return /** @type {any} */ ({
    name,
    person,
    record: (/** @type {string} */ id) => records.get(id),
    recordsOfType: (/** @type {string} */ type) => [...records.values()].filter((record) => record.type === type),
    write: (/** @type {string} */ id, /** @type {string} */ type, /** @type {[string, any][]} */ values) => {
      for (const [field, value] of values) fieldsOf(id, type).set(field, { value, isWithdrawn: false });
    },
    withdraw: (/** @type {string} */ id, /** @type {string} */ type, /** @type {string[]} */ names) => {
      for (const field of names) fieldsOf(id, type).set(field, { value: null, isWithdrawn: true });
    },
  });
}

/** Random bytes that are other ones each time. */
export function counting() {
  let asked = 0;
  const random = (/** @type {number} */ size) => {
    asked += 1;
    return new Uint8Array(size).fill(asked);
  };
  return /** @type {any} */ ({ random });
}

/** Noor's entries and Sam's, over one space of the pair. @param {() => number} [now] ms */
export function two(now = () => NOW) {
  const us = new Map();
  const pairs = [1, 2].map((person) => space('us', person, us));
  const own = [1, 2].map(() => space('me', 1, new Map()));
  const crypto = counting();
  const parts = [0, 1].map((i) => ({ me: () => own[i] ?? null, pair: () => pairs[i] ?? null, crypto, now }));
  return parts.map((each) => ({ ...each, entries: new Entries(each) }));
}
