/**
 * The memory map (practice 20): stones of both on one path. A stone is an entry of type `memory`. Whoever begins it names it (`title`); each writes a
 * piece of their own in it: `when`, `where`, `piece`, `feeling`, `cherish`, `photo`, and joining words: `after` leads to the next stone, `today` says how
 * it shows now. A private stone is in `me` alone. Of sealed ones see core/seal.js.
 */
import { photoValue, readPhoto } from '../core/blob.js';
import { hex } from '../core/bytes.js';
import { readSaid, sealView, TOGETHER_MS } from '../core/seal.js';

export const TYPE = 'memory';
export const MOST = Object.freeze({ title: 60, when: 40, where: 60, piece: 600, feeling: 60, cherish: 240, after: 160, today: 160 });
const PHOTO = 'photo';
const WORDS = /** @type {const} */ (['when', 'where', 'piece', 'feeling', 'cherish', 'after', 'today']);

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {Record<typeof WORDS[number], string> & {photo: import('../core/blob.js').Photo|null, place: import('./photos.js').Place}} Piece
 * @typedef {object} Stone
 * @property {string} id @property {number} at @property {string} title @property {boolean} isMine this person began it @property {boolean} isPrivate
 * @property {Piece|null} mine @property {Piece|null} theirs @property {boolean} isCovered theirs waits until mine is written, or it is read first
 * @property {import('../core/seal.js').SealView} seal @property {boolean} isTakenBack by the one who began it @property {boolean} isKeptFree its writer keeps a place for the other
 * @property {boolean} hasYes this person said yes to the seal in force @property {boolean} isReadOnly
 * @typedef {Partial<Record<'title'|typeof WORDS[number], string>>} PieceWords
 */

/** A year somebody named, else the year it was written. @param {Stone} stone */
const yearOf = ({ mine, theirs, at }) => {
  const [, year] = /\b((?:18|19|20)\d\d)\b/.exec(`${mine?.when ?? ''} ${theirs?.when ?? ''}`) ?? [];
  return year ? Number(year) : new Date(at).getFullYear();
};

/** The order of the path: the years named, then when a stone was laid. @param {readonly Stone[]} stones */
export const inOrder = (stones) =>
  stones
    .map((stone) => ({ stone, year: yearOf(stone) }))
    .sort((a, b) => a.year - b.year || a.stone.at - b.stone.at || (a.stone.id < b.stone.id ? -1 : 1))
    .map(({ stone }) => stone);

export class Memories {
  #parts;

  /**
   * @param {object} parts
   * @param {import('./entries.js').Entries} parts.entries @param {() => import('./photos.js').Photos} parts.photos @param {() => number} parts.now
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair @param {import('../core/ids.js').Crypto} parts.crypto
   */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {Readonly<Record<string, any>>} fields @param {Entry} entry @param {import('./space.js').Space|null} space @param {number} person @returns {Piece|null} */
  #piece(fields, entry, space, person) {
    const photo = readPhoto(fields[PHOTO]);
    if (!photo && !WORDS.some((name) => fields[name])) return null;
    const words = Object.fromEntries(WORDS.map((name) => [name, String(fields[name] ?? '')]));
    const place = { space: space?.name ?? '', record: entry.id, person, field: PHOTO };
    return /** @type {Piece} */ ({ ...words, photo, place });
  }

  /** @param {Entry} entry @returns {Stone|null} */
  #stone(entry) {
    const { me, pair, now } = this.#parts;
    const [own, us] = [me(), pair()];
    const person = us?.person ?? 1;
    const mine = entry.isShared ? this.#piece(entry.mine, entry, us, person) : this.#piece(entry.own, entry, own, own?.person ?? 1);
    const theirs = this.#piece(entry.theirs, entry, us, 3 - person);
    const title = String((entry.isShared ? (entry.isMine ? entry.mine : entry.theirs)['title'] : entry.own['title']) ?? '');
    if (!mine && !theirs && !title) return null;
    const [said, heard] = [readSaid(entry.mine), readSaid(entry.theirs)];
    const seal = sealView(said, heard, now());
    return {
      id: entry.id,
      at: entry.at,
      title,
      isMine: entry.isMine,
      isPrivate: !entry.isShared,
      mine,
      theirs,
      isCovered: theirs !== null && mine === null && entry.own['read'] !== true && seal.seal === 0,
      seal,
      isTakenBack: entry.isTakenBack,
      isKeptFree: entry.mine['kept'] === true || (entry.theirs['kept'] === true && mine === null && entry.own['not-this'] !== true),
      hasYes: seal.state === 'asked' && said.yes?.[0] === seal.seal && now() <= said.yes[1] + TOGETHER_MS,
      isReadOnly: entry.isReadOnly,
    };
  }

  /** @returns {Stone[]} in the order of the path */
  path() {
    return inOrder(this.#parts.entries.list(TYPE).flatMap((entry) => this.#stone(entry) ?? []));
  }

  /** @param {string} id @returns {Stone|null} */
  get(id) {
    const entry = this.#parts.entries.get(TYPE, id);
    return entry && this.#stone(entry);
  }

  /** @param {Stone|null} stone @returns {boolean} the other keeps a place there for this person */
  isKept(stone) {
    return stone !== null && !stone.isMine && stone.isKeptFree && stone.mine === null && stone.seal.state === 'none';
  }

  /** @returns {Stone[]} the other keeps a place there for this person */
  kept() {
    const stones = inOrder(this.#parts.entries.awake(TYPE).flatMap((entry) => this.#stone(entry) ?? []));
    return stones.filter((stone) => this.isKept(stone));
  }

  /**
   * Lays a stone, or writes one's piece of it anew.
   * @param {PieceWords} words @param {import('./photos.js').WordedPicture|null} picture @param {'me'|'us'|'sealed'} audience @param {string} [id]
   * @returns {Promise<string>} its id
   */
  async lay(words, picture, audience, id) {
    const { entries, me, pair, crypto } = this.#parts;
    const record = id ?? hex(crypto.random(16));
    const before = id ? this.get(id) : null;
    const isShared = audience !== 'me';
    const space = isShared ? pair() : me();
    if (!space) throw new Error('no place to write yet');
    const had = before && before.isPrivate === !isShared ? before.mine?.photo : null;
    const named = before && !before.isMine ? Object.entries(words).filter(([name]) => name !== 'title') : Object.entries(words);
    const fields = {
      ...Object.fromEntries(named.map(([name, value]) => [name, value.trim()])),
      ...(picture || had ? { [PHOTO]: await this.#photo(space, record, had ?? null, picture) } : {}),
      ...(audience === 'sealed' && before?.seal.state !== 'sealed' ? { seal: (before?.seal.seal ?? 0) + 1 } : {}),
    };
    if (!isShared) return entries.keep(TYPE, fields, record);
    await entries.share(TYPE, fields, record);
    if (before?.isPrivate) await entries.forget(TYPE, record); // one place for it from now on
    return record;
  }

  /** @param {import('./space.js').Space} space @param {string} record @param {import('../core/blob.js').Photo|null} had @param {import('./photos.js').WordedPicture|null} picture */
  async #photo(space, record, had, picture) {
    if (!picture) return null;
    if (had && hex(had.blob.id) === picture.id) return photoValue({ ...had, words: picture.words });
    return this.#parts.photos().attach(space, picture, { record, field: PHOTO });
  }

  /** Takes one's own piece back, or a private stone away. @param {Stone} stone */
  async takeBack(stone) {
    const { entries } = this.#parts;
    await (stone.isPrivate ? entries.forget(TYPE, stone.id) : entries.takeBack(TYPE, stone.id));
  }

  /** Reads theirs before writing one's own. @param {Stone} stone */
  async readFirst({ id }) {
    await this.#parts.entries.keep(TYPE, { read: true }, id);
  }

  /** Keeps a place for the other. @param {Stone} stone */
  async keepPlace({ id }) {
    await this.#parts.entries.share(TYPE, { kept: true }, id);
  }

  /** Not this one; the other learns nothing of it. @param {Stone} stone */
  async notThis({ id }) {
    await this.#parts.entries.keep(TYPE, { 'not-this': true }, id);
  }

  /** Adds joining words. @param {Stone} stone @param {'after'|'today'} name @param {string} words */
  async join({ id }, name, words) {
    await this.#parts.entries.share(TYPE, { [name]: words.trim() }, id);
  }

  // ---- sealed

  /** Either may, at any time; the whole stone closes, on both phones. @param {Stone} stone */
  async seal({ id, seal }) {
    await this.#parts.entries.share(TYPE, { seal: seal.seal + 1 }, id);
  }

  /** Yes to opening it now. Without the other's yes nothing comes of it. @param {Stone} stone */
  async sayYes({ id, seal }) {
    if (seal.state === 'sealed' || seal.state === 'asked')
      await this.#parts.entries.share(TYPE, { yes: [seal.seal, this.#parts.now()] }, id);
  }

  /** Open for good, once the other says so too. @param {Stone} stone */
  async leaveOpen({ id, seal }) {
    await this.#parts.entries.share(TYPE, { leave: seal.seal }, id);
  }
}
