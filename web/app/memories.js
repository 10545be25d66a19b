/**
 * The memory map (practice 20): stones of both on one path. A stone is an entry of type `memory`. Whoever begins it names it (`title`); each writes a
 * piece of their own in it: `when`, `where`, `piece`, `feeling`, `cherish`, `photo`. Beside the pieces stand lines, each its writer's: `after` leads to
 * the next stone, and joins the path once the other says so (`joined`) or has a line of their own there; `today` says how it shows now; `learned` what
 * its writer did not know. What a line said before stays. A private stone is in `me` alone. Of sealed ones see core/seal.js.
 */
import { readPhoto } from '../core/blob.js';
import { hex } from '../core/bytes.js';
import { readSaid, sealView, TOGETHER_MS } from '../core/seal.js';

export const TYPE = 'memory';
export const MOST = Object.freeze({
  title: 60,
  when: 40,
  where: 60,
  piece: 600,
  feeling: 60,
  cherish: 240,
  after: 160,
  today: 160,
  learned: 240,
});
const PHOTO = 'photo';
const DAY_MS = 86_400_000;
/** A stone is offered in the first days of a month, one a month, and only when it has lain a while. */
const OFFERED_DAYS = 7;
const LAIN_DAYS = 30;
const APART_DAYS = 20;
/** Of so many stones one is chosen. */
const SHARE = 6;
/** After a pause in a conflict, stones wait in their place. */
const QUIET_DAYS = 3;
const WORDS = /** @type {const} */ (['when', 'where', 'piece', 'feeling', 'cherish']);
/** Of a piece for both, these may stay with their writer. */
export const OWN = /** @type {const} */ (['feeling', 'cherish']);
/** What a weaving deals: `memory/<place on the path>/<id>`, so that the order of the names is that of the path. */
const DEALT = 'memory/';
/** As many as an invitation takes. */
const MOST_DEALT = 64;
/** Today opens no more than these to find what waits. */
const MOST_AWAKE = 12;
/** Stones told in one weaving. */
export const TOLD = Object.freeze({ usual: 3, long: 5 });

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {Record<typeof WORDS[number], string> & {photo: import('../core/blob.js').Photo|null, place: import('./photos.js').Place}} Piece
 * @typedef {'after'|'today'|'learned'} LineName
 * @typedef {{by: 'you'|'they', words: string, earlier: string[]}} Line `earlier`: what it said before, newest first
 * @typedef {object} Stone
 * @property {string} id @property {number} at @property {string} title @property {boolean} isMine this person began it @property {boolean} isPrivate
 * @property {readonly (typeof OWN[number])[]} keptBack of one's own piece, what the other does not see @property {Piece|null} mine @property {Piece|null} theirs @property {boolean} isCovered theirs waits until mine is written, or it is read first
 * @property {import('../core/seal.js').SealView} seal @property {boolean} isTakenBack by the one who began it @property {boolean} isKeptFree its writer keeps a place for the other
 * @property {Readonly<Record<LineName, readonly Line[]>>} lines one's own first @property {boolean} isJoined the lines `after` lead on: both said so
 * @property {number} lookedAt ms, when this person last read it again or put it off; 0 never @property {boolean} isTwoSeen both pieces were read here
 * @property {boolean} hasYes this person said yes to the seal in force @property {boolean} isReadOnly
 * @typedef {Partial<Record<'title'|typeof WORDS[number], string>>} PieceWords
 */

/** @param {readonly string[]} names @param {string} name */
const isIn = (names, name) => names.includes(name);

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
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair @param {import('../core/ids.js').Crypto} parts.crypto @param {import('./pauses.js').Pauses} parts.pauses
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

  /** @param {Entry} entry @param {LineName} name @returns {Line[]} */
  #lines(entry, name) {
    const us = this.#parts.pair();
    const byPerson = entry.isShared ? us?.record(entry.id)?.byPerson : undefined;
    const me = us?.person ?? 1;
    return /** @type {const} */ ([
      ['you', me],
      ['they', 3 - me],
    ]).flatMap(([by, person]) => {
      const field = byPerson?.get(person)?.get(name);
      if (!field?.value || field.isWithdrawn) return [];
      return [{ by, words: String(field.value), earlier: (field.earlier ?? []).map(String).filter(Boolean) }];
    });
  }

  /** @param {Entry} entry @returns {Stone|null} */
  #stone(entry) {
    const { me, pair, now } = this.#parts;
    const [own, us] = [me(), pair()];
    const person = us?.person ?? 1;
    const keptBack = entry.isShared ? OWN.filter((name) => entry.own[name]) : [];
    const said = { ...entry.mine, ...Object.fromEntries(keptBack.map((name) => [name, entry.own[name]])) };
    const mine = entry.isShared ? this.#piece(said, entry, us, person) : this.#piece(entry.own, entry, own, own?.person ?? 1);
    const theirs = this.#piece(entry.theirs, entry, us, 3 - person);
    const title = String((entry.isShared ? (entry.isMine ? entry.mine : entry.theirs)['title'] : entry.own['title']) ?? '');
    if (!mine && !theirs && !title) return null;
    const [mySeal, theirSeal] = [readSaid(entry.mine), readSaid(entry.theirs)];
    const seal = sealView(mySeal, theirSeal, now());
    return {
      id: entry.id,
      at: entry.at,
      title,
      isMine: entry.isMine,
      isPrivate: !entry.isShared,
      keptBack,
      mine,
      theirs,
      isCovered: theirs !== null && mine === null && entry.own['read'] !== true && seal.seal === 0,
      seal,
      isTakenBack: entry.isTakenBack,
      isKeptFree: entry.mine['kept'] === true || (entry.theirs['kept'] === true && mine === null && entry.own['not-this'] !== true),
      lookedAt: Number(entry.own['looked'] ?? 0),
      isTwoSeen: entry.own['two'] === true,
      lines: { after: this.#lines(entry, 'after'), today: this.#lines(entry, 'today'), learned: this.#lines(entry, 'learned') },
      isJoined: entry.mine['joined'] === true || entry.theirs['joined'] === true || this.#lines(entry, 'after').length === 2,
      hasYes: seal.state === 'asked' && mySeal.yes?.[0] === seal.seal && now() <= mySeal.yes[1] + TOGETHER_MS,
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
    return this.#awake().filter((stone) => this.isKept(stone));
  }

  /** A stone this person may read at once and nobody else may look at by surprise. @param {Stone} stone */
  #isOpen({ isPrivate, isCovered, seal, mine, theirs }) {
    return !isPrivate && !isCovered && seal.state === 'none' && (mine !== null || theirs !== null);
  }

  #open() {
    return this.path().filter((stone) => this.#isOpen(stone));
  }

  /** Of which something waits for this person (stances.js), in the order of the path: the newest, however many years nobody looked. */
  #awake() {
    return inOrder(this.#parts.entries.awake(TYPE, MOST_AWAKE).flatMap((entry) => this.#stone(entry) ?? []));
  }

  /** A pause was called lately: nothing is offered. */
  get isQuiet() {
    const [last] = this.#parts.pauses.all();
    return last !== undefined && this.#parts.now() - last.at < QUIET_DAYS * DAY_MS;
  }

  /** Whose turn it may be this month: a share of a long path, another one each month, so that no year of stones is opened to find one. */
  #inTurn() {
    const places = this.#parts.pair()?.places(TYPE) ?? [];
    const shares = Math.ceil(places.length / SHARE);
    const date = new Date(this.#parts.now());
    const month = 12 * date.getFullYear() + date.getMonth();
    const mine = places.filter(({ id }) => (Number.parseInt(id.slice(0, 8), 16) - month) % shares === 0); // ids are hashes or random
    return mine.slice(0, 2 * SHARE).flatMap(({ id }) => this.get(id) ?? []);
  }

  /** The stone of this month, until it was read or put off; of those whose turn it may be the one looked at longest ago. @returns {Stone|null} */
  ofMonth() {
    const now = this.#parts.now();
    if (new Date(now).getDate() > OFFERED_DAYS) return null;
    const stones = this.#inTurn().filter((stone) => this.#isOpen(stone));
    if (stones.some(({ lookedAt }) => now - lookedAt <= APART_DAYS * DAY_MS)) return null;
    const [first] = stones.filter(({ at }) => now - at > LAIN_DAYS * DAY_MS).sort((a, b) => a.lookedAt - b.lookedAt);
    return first ?? null;
  }

  /** One to read before a hard talk. @returns {Stone|null} */
  beforeHardTalk() {
    const [first] = this.#open().sort((a, b) => a.lookedAt - b.lookedAt);
    return this.isQuiet ? null : (first ?? null);
  }

  /** Read again, or put off until another month; nobody else learns of it. @param {string} id */
  async look(id) {
    await this.#parts.entries.keep(TYPE, { looked: this.#parts.now() }, id);
  }

  /** @param {Stone|null} stone @returns {boolean} both pieces lie there, and this person has not read them yet */
  isToRead(stone) {
    return stone !== null && this.#isOpen(stone) && stone.mine !== null && stone.theirs !== null && !stone.isTwoSeen;
  }

  /** @returns {Stone[]} */
  twoPieces() {
    return this.#awake().filter((stone) => this.isToRead(stone));
  }

  /** @param {string} id */
  async seeTwo(id) {
    await this.#parts.entries.keep(TYPE, { two: true }, id);
  }

  /**
   * Lays a stone, or writes one's piece of it anew.
   * @param {PieceWords} words @param {import('./photos.js').WordedPicture|null} picture @param {'me'|'us'|'sealed'} audience @param {string} [id]
   * @param {readonly (typeof OWN[number])[]} [keptBack] of what is for both, these stay here
   * @returns {Promise<string>} its id
   */
  async lay(words, picture, audience, id, keptBack = []) {
    const { entries, me, pair, crypto } = this.#parts;
    const record = id ?? hex(crypto.random(16));
    const before = id ? this.get(id) : null;
    const isShared = audience !== 'me';
    const space = isShared ? pair() : me();
    if (!space) throw new Error('no place to write yet');
    const had = before && before.isPrivate === !isShared ? before.mine?.photo : null;
    const named = before && !before.isMine ? Object.entries(words).filter(([name]) => name !== 'title') : Object.entries(words);
    const photo = picture || had ? await this.#parts.photos().named(space, had ?? null, picture, { record, field: PHOTO }) : undefined;
    const fields = {
      ...Object.fromEntries(named.map(([name, value]) => [name, isShared && isIn(keptBack, name) ? '' : value.trim()])),
      ...(photo === undefined ? {} : { [PHOTO]: photo }),
      ...(audience === 'sealed' && before?.seal.state !== 'sealed' ? { seal: (before?.seal.seal ?? 0) + 1 } : {}),
    };
    if (!isShared) return entries.keep(TYPE, fields, record);
    await entries.share(TYPE, fields, record);
    if (before?.isPrivate) await entries.forget(TYPE, record); // one place for it from now on
    const kept = Object.fromEntries(OWN.map((name) => [name, isIn(keptBack, name) ? (words[name]?.trim() ?? '') : '']));
    if (keptBack.length > 0 || (before && before.keptBack.length > 0)) await entries.keep(TYPE, kept, record);
    return record;
  }

  /** Takes one's own piece back, or a private stone away. @param {Stone} stone */
  async takeBack(stone) {
    const { entries } = this.#parts;
    if (!stone.isPrivate) await entries.takeBack(TYPE, stone.id);
    await entries.forget(TYPE, stone.id, stone.isPrivate ? undefined : [...stone.keptBack]);
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

  /** Says a line beside the pieces, or says it anew. @param {Stone} stone @param {LineName} name @param {string} words */
  async say({ id }, name, words) {
    await this.#parts.entries.answer(TYPE, { [name]: words.trim() }, id);
  }

  /** Yes to the other's joining sentence. @param {Stone} stone */
  async joinIt({ id }) {
    await this.#parts.entries.answer(TYPE, { joined: true }, id);
  }

  // ---- woven together

  /** Stones that both see, in the order of the path. Sealed ones cannot be chosen. @returns {{stones: string[]}} */
  dealt() {
    const isForBoth = (/** @type {Stone} */ stone) =>
      !stone.isPrivate && !stone.isTakenBack && stone.title !== '' && stone.seal.state === 'none';
    const stones = this.path().filter(isForBoth).slice(0, MOST_DEALT);
    return { stones: stones.map(({ id }, place) => `${DEALT}${String(place).padStart(2, '0')}/${id}`) };
  }

  /** @param {string} name of something dealt @returns {Stone|null} */
  dealtStone(name) {
    return name.startsWith(DEALT) ? this.get(name.slice(name.lastIndexOf('/') + 1)) : null;
  }

  /**
   * What stays of a weaving that came to its end, on the phone of whoever wrote it: the title of a stone that was first told there, the sentence after a
   * stone with the yes of both, and how it shows today, beside the last stone.
   * @param {{session: string, begunAt: number, isEnded: boolean, isTable: boolean, length: string, results: Readonly<Record<string, any>>, theirs: Readonly<Record<string, any>>,
   *   mine: {fields: Readonly<Record<string, any>>, shared: readonly string[], hasSaid: (flag: string) => boolean}}} talk
   */
  async fromTalk({ session, begunAt, isEnded, isTable, length, results, mine, theirs }) {
    const { entries, pair } = this.#parts;
    const us = pair();
    if (!us || !isEnded) return;
    const said = (/** @type {string} */ name) => (mine.shared.includes(name) ? String(mine.fields[name] ?? '').trim() : '');
    const chosen = /** @type {[string, number][]} */ (results['stones']?.[1] ?? []).map(([name]) => name.slice(name.lastIndexOf('/') + 1));
    let last = '';
    for (let n = 1; n <= (length === 'long' ? TOLD.long : TOLD.usual); n += 1) {
      const title = said(`title-${n}`) || String((isTable && theirs[`title-${n}`]) || '');
      const id = chosen[n - 1] ?? (await us.meetAt(TYPE, 0, '', `${session}/${n}`));
      if (!chosen[n - 1] && !title && !theirs[`title-${n}`]) continue;
      if (!chosen[n - 1] && title) await entries.share(TYPE, { title, at: begunAt + n }, id); // in the order they were told
      last = id;
      const after = said(`join-${n}`);
      if (mine.hasSaid(`joined-${n}`) && (after || theirs[`join-${n}`]))
        await entries.answer(TYPE, { joined: true, ...(after ? { after } : {}) }, id);
    }
    if (last && said('today')) await entries.answer(TYPE, { today: said('today') }, last);
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
