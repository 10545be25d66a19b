/**
 * The index of a space: its folded records as bytes, on pages by practice and year. Pure; it rests sealed (app/space.js).
 *
 * A record is opened, decoded that is, when somebody asks for it, and not before: five years of records cost a start no more than their bytes. Beside
 * each stand its time, so that lists come newest first without opening what they do not show, and its stance, so that Today opens only what may
 * concern it.
 *
 * page = [[type, practice, year], ids, times, stances, ends, bodies]: ids of 16 bytes, times of 8 and ends of 4, big-endian, newest first
 */
import { concat, hex, unhex } from './bytes.js';
import { CodecError, decode, encode, is } from './codec.js';
import { isDayLabel, timeOf } from './day.js';

/** Written with another version, an index is made anew from the ops. */
export const VERSION = 4;
const ID = 16;
/** awake: something of it may wait for somebody; rests: nothing does; stands: nothing does, and it holds something that was agreed on; due: awake, and a photo of it is still to go. */
export const STANCE = Object.freeze({ awake: 0, rests: 1, stands: 2, due: 3 });
/** @type {readonly Stance[]} of which something may wait for somebody */
export const AWAKE = Object.freeze([STANCE.awake, STANCE.due]);

/**
 * @typedef {import('./oplog.js').RecordView} RecordView
 * @typedef {{type: string, practice: string, at: number}} Place `at` in ms; of a day, midnight of its label in UTC
 * @typedef {0|1|2|3} Stance
 * @typedef {Place & {id: string, stance: Stance, body: Uint8Array}} IndexRow
 * @typedef {{key: string, type: string, practice: string, count: number, ids: Uint8Array, times: DataView, stances: Uint8Array, ends: DataView, bodies: Uint8Array}} Page
 */

/** @param {string} label of a day @returns {number} ms, the same in every time zone */
export const timeOfDay = (label) => Date.parse(`${label}T00:00:00Z`);

/** @param {number} at of a record that belongs to a day @returns {string} the day's label */
export const dayOfTime = (at) => new Date(at).toISOString().slice(0, 10);

/** Where a record stands: read from what its writers put into it. @param {RecordView} view @returns {Place} */
export function placeOf(view) {
  const place = { type: view.type ?? '', practice: '', at: 0 };
  for (const fields of view.byPerson.values()) {
    const value = (/** @type {string} */ name) => fields.get(name)?.value;
    const [at, , , , , practice] = [value('invite') ?? value('call') ?? []].flat();
    const named = practice ?? value('practice');
    if (typeof named === 'string') place.practice = named;
    const day = value('day');
    const time = value('at') ?? at;
    if (place.at > 0) continue;
    if (at === undefined && typeof day === 'string' && isDayLabel(day)) place.at = timeOfDay(day);
    else place.at = timeOf(time);
  }
  return place;
}

/** @param {Place} place */
const keyOf = ({ type, practice, at }) => JSON.stringify([type, practice, new Date(at).getUTCFullYear()]);

/**
 * Pages that rest in one row: those of this year one by one, since they are written again with each change; those of a year that is past
 * together, since a start reads them all, and each row it opens costs it as much as a hundred kilobytes.
 * @param {Iterable<string>} keys of pages @param {number} year this one, in UTC @returns {string[][]}
 */
export function restingTogether(keys, year) {
  /** @type {Map<string|number, string[]>} */ const rows = new Map();
  for (const key of [...keys].sort()) {
    const [, , of] = JSON.parse(key);
    const row = of < year ? of : key;
    rows.set(row, [...(rows.get(row) ?? []), key]);
  }
  return [...rows.values()];
}

/** @param {DataView} view @param {number} i */
const timeAt = (view, i) => view.getUint32(8 * i) * 2 ** 32 + view.getUint32(8 * i + 4);

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @param {Uint8Array} bytes @returns {Page} @throws {CodecError} */
function readPage(bytes) {
  const parts = decode(bytes);
  if (!is.list(parts, 6) || !is.text(parts[0]) || !parts.slice(1).every((part) => is.bin(part))) throw new CodecError();
  const [key, ids, times, stances, ends, bodies] = parts;
  const count = stances.length;
  const [type, practice] = JSON.parse(key);
  const page = { key, type, practice, count, ids, times: viewOf(times), stances, ends: viewOf(ends), bodies };
  if (ids.length !== ID * count || times.length !== 8 * count || ends.length !== 4 * count) throw new CodecError();
  if ((count > 0 ? page.ends.getUint32(4 * (count - 1)) : 0) !== bodies.length) throw new CodecError();
  return page;
}

/** @param {string} key @param {IndexRow[]} rows */
function writePage(key, rows) {
  rows.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const [times, ends] = [new Uint8Array(8 * rows.length), new Uint8Array(4 * rows.length)];
  let end = 0;
  for (const [i, { at, body }] of rows.entries()) {
    end += body.length;
    viewOf(times).setUint32(8 * i, Math.floor(at / 2 ** 32));
    viewOf(times).setUint32(8 * i + 4, at % 2 ** 32);
    viewOf(ends).setUint32(4 * i, end);
  }
  const ids = concat(...rows.map(({ id }) => unhex(id)));
  const stances = Uint8Array.from(rows, ({ stance }) => stance);
  return encode([key, ids, times, stances, ends, concat(...rows.map(({ body }) => body))]);
}

/** Ids are hashes or random: their beginnings tell nearly all apart, and looking them up needs no text made of each. @param {Uint8Array} ids @param {number} i @returns {number} 30 bits, which engines keep in place */
const beginningOf = (ids, i) => {
  const at = ID * i;
  return ((ids[at] ?? 0) << 22) | ((ids[at + 1] ?? 0) << 14) | ((ids[at + 2] ?? 0) << 6) | ((ids[at + 3] ?? 0) >> 2);
};

export class RecordIndex {
  /** @type {Map<string, {bytes: Uint8Array, page: Page}>} */ #pages = new Map();
  /** @type {Map<number, number>} beginning of an id -> which of all rows */ #rowOf = new Map();
  /** @type {number[]} rows whose beginning another has */ #doubles = [];
  /** @type {Array<{first: number, page: Page}>} pages by their first row */ #order = [];
  /** @type {Map<string, ReadonlyArray<{id: string, at: number}>>} as they were asked for */ #lists = new Map();

  /** @param {Iterable<Uint8Array>} pages @throws {CodecError} */
  constructor(pages = []) {
    let row = 0;
    for (const bytes of pages) {
      const page = readPage(bytes);
      this.#pages.set(page.key, { bytes, page });
      this.#order.push({ first: row, page });
      for (let i = 0; i < page.count; i += 1, row += 1) {
        const beginning = beginningOf(page.ids, i);
        if (this.#rowOf.has(beginning)) this.#doubles.push(row);
        else this.#rowOf.set(beginning, row);
      }
    }
  }

  /** @param {string} id hex @returns {[Page, number]|undefined} */
  #find(id) {
    const row = this.#rowOf.get(Number.parseInt(id.slice(0, 8), 16) >>> 2);
    if (row === undefined) return undefined;
    return [row, ...this.#doubles].map((each) => this.#at(each)).find(([page, i]) => idAt(page, i) === id);
  }

  /** @param {number} row @returns {[Page, number]} */
  #at(row) {
    const { first, page } = /** @type {{first: number, page: Page}} */ (this.#order.findLast((each) => each.first <= row));
    return [page, row - first];
  }

  /** @param {string} id hex @returns {any[]|null} what `Fold` put there */
  read(id) {
    const found = this.#find(id);
    return found ? decode(bodyAt(...found)) : null;
  }

  /** @param {string} id hex */
  has(id) {
    return this.#find(id) !== undefined;
  }

  /** @param {string} type @param {string} [practice] @param {readonly Stance[]} [stances] all, unless said @returns {ReadonlyArray<{id: string, at: number}>} newest first */
  list(type, practice, stances = Object.values(STANCE)) {
    const key = JSON.stringify([type, practice, stances]);
    const isWanted = (/** @type {Page} */ page, /** @type {number} */ i) => stances.includes(stanceAt(page, i));
    const list = this.#lists.get(key) ?? this.#rows(type, practice, isWanted).sort((a, b) => b.at - a.at);
    this.#lists.set(key, list);
    return list;
  }

  /** @param {string} id hex @returns {Stance|null} null: it is not there */
  stance(id) {
    const found = this.#find(id);
    return found ? stanceAt(...found) : null;
  }

  /** @param {string} type @param {string|undefined} practice @param {(page: Page, i: number) => boolean} isWanted */
  #rows(type, practice, isWanted) {
    const found = [];
    for (const { page } of this.#pages.values()) {
      if (page.type !== type || (practice !== undefined && page.practice !== practice)) continue;
      for (let i = 0; i < page.count; i += 1) if (isWanted(page, i)) found.push({ id: idAt(page, i), at: timeAt(page.times, i) });
    }
    return found;
  }

  /**
   * The pages on which these rows stand, or stood until now, as they are with them.
   * @param {readonly IndexRow[]} rows each record once @returns {Map<string, () => Uint8Array|null>} key -> its bytes, made when asked for; null: nothing is left on it
   */
  changed(rows) {
    /** @type {Map<string, IndexRow[]>} */ const fresh = new Map();
    const ids = new Set(rows.map(({ id }) => id));
    for (const row of rows) {
      const before = this.#find(row.id)?.[0].key;
      if (before && !fresh.has(before)) fresh.set(before, []);
      const key = keyOf(row);
      const others = fresh.get(key);
      if (others) others.push(row);
      else fresh.set(key, [row]);
    }
    return new Map(
      [...fresh].map(([key, some]) => [
        key,
        () => {
          const page = this.#pages.get(key)?.page;
          const stay = page ? [...page.stances.keys()].map((i) => rowAt(page, i)).filter(({ id }) => !ids.has(id)) : [];
          return stay.length + some.length > 0 ? writePage(key, [...stay, ...some]) : null;
        },
      ]),
    );
  }

  /** @param {ReadonlyMap<string, Uint8Array|null>} pages by key; null goes @returns {RecordIndex} */
  with(pages) {
    const kept = [...this.#pages].filter(([key]) => !pages.has(key)).map(([, { bytes }]) => bytes);
    return new RecordIndex([...kept, ...[...pages.values()].filter((bytes) => bytes !== null)]);
  }

  /** @returns {Map<string, Uint8Array>} key -> bytes */
  pages() {
    return new Map([...this.#pages].map(([key, { bytes }]) => [key, bytes]));
  }
}

/** @param {Page} page @param {number} i */
const idAt = (page, i) => hex(page.ids.subarray(ID * i, ID * (i + 1)));

/** @param {Page} page @param {number} i @returns {Stance} */
const stanceAt = ({ stances }, i) => /** @type {Stance} */ (stances[i]);

/** @param {Page} page @param {number} i */
const bodyAt = ({ ends, bodies }, i) => bodies.subarray(i > 0 ? ends.getUint32(4 * (i - 1)) : 0, ends.getUint32(4 * i));

/** @param {Page} page @param {number} i @returns {IndexRow} */
function rowAt(page, i) {
  const { type, practice } = page;
  return { type, practice, at: timeAt(page.times, i), id: idAt(page, i), stance: stanceAt(page, i), body: bodyAt(page, i) };
}
