import { placeOf } from '../../../web/core/record-index.js';

/** A space of plain maps, with what `Entries` asks of one. @param {string} name @param {number} person @param {Map<string, any>} records shared between both persons */
export function space(name, person, records) {
  /** As in the fold, a view stays as it is, and a change makes another. */
  const put = (/** @type {string} */ id, /** @type {string} */ type, /** @type {[string, any][]} */ fields) => {
    const { byPerson } = records.get(id) ?? { byPerson: new Map() };
    const mine = new Map([...(byPerson.get(person) ?? []), ...fields]);
    records.set(id, { id, type, byPerson: new Map([...byPerson, [person, mine]]), isReadOnly: false });
  };
  const recordsOfType = (/** @type {string} */ type) => [...records.values()].filter((record) => record.type === type);
  const newest = (/** @type {string} */ type, /** @type {string} */ practice = '') =>
    recordsOfType(type)
      .filter((record) => practice === '' || placeOf(record).practice === practice)
      .sort((a, b) => placeOf(b).at - placeOf(a).at);
  return /** @type {any} */ ({
    name,
    person,
    record: (/** @type {string} */ id) => records.get(id),
    recordsOfType,
    awake: recordsOfType,
    places: (/** @type {string} */ type) => newest(type).map((record) => ({ id: record.id, at: placeOf(record).at })),
    newest,
    meetAt: async (/** @type {string[]} */ ...place) => place.join('/'),
    write: (/** @type {string} */ id, /** @type {string} */ type, /** @type {[string, any][]} */ values) =>
      put(
        id,
        type,
        values.map(([field, value]) => [field, { value, isWithdrawn: false, alsoWritten: [], earlier: [] }]),
      ),
    withdraw: (/** @type {string} */ id, /** @type {string} */ type, /** @type {string[]} */ names) =>
      put(
        id,
        type,
        names.map((field) => [field, { value: null, isWithdrawn: true, alsoWritten: [], earlier: [] }]),
      ),
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
