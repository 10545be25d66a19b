/**
 * Moments (practice 14): small pages about something good. A moment is an entry whose words are in its writer's `me`; `audience` there says for whom:
 * 0 only me, 1 us and sealed, 2 us and open. Of a sealed page the other phone has its title and no word: the page itself is shared when both read
 * together, by its writer's phone. Its `photo` goes with the page: sealed for `me`, and once more for the pair while the page is open. Beside them: whose the page is to write (`turn`), and what to do again (`again`), agreed by both or kept as an idea.
 */

import { pictureOf, readPhoto } from '../core/blob.js';
import { hex } from '../core/bytes.js';
import { isDayLabel, noonOf } from '../core/day.js';

export const TYPE = 'moment';
export const AGAIN = 'again';
const IDEA = 'idea';
const TURN = 'moment-turn';
const PHOTO = 'photo';
/** What is open of a page, beside its title. */
const INSIDE = ['page', PHOTO];
export const ONLY_ME = 0;
export const SEALED = 1;
export const OPEN = 2;
const DAY_MS = 86_400_000;
/** This week, this month, some day. */
const WHEN_MS = [7 * DAY_MS, 30 * DAY_MS];
export const SOME_DAY = 2;

/** @typedef {import('./entries.js').Entry} Entry @typedef {{title: string, page: string, audience: number, picture?: import('./photos.js').WordedPicture|null}} Words */

/** @param {Entry} entry @returns {string} */
export const titleOf = ({ isMine, own, theirs }) => String((isMine ? own['title'] : theirs['title']) ?? '');
/** @param {Entry} entry @returns {string} its words, where this phone has them */
export const pageOf = ({ isMine, own, theirs }) => String((isMine ? own['page'] : theirs['page']) ?? '');
/** @param {Entry} entry @returns {boolean} its words are closed to the other */
export const isSealed = ({ isMine, isShared, isTakenBack, mine, theirs }) =>
  isMine ? isShared && !isTakenBack && mine['page'] === undefined : theirs['page'] === undefined;
/** @param {Entry} entry @returns {boolean} the other knows of it */
export const isOut = ({ isShared, isTakenBack }) => isShared && !isTakenBack;

/** @param {Entry} entry @returns {string} what to do again */
export const againOf = ({ isMine, own, mine, theirs }) => {
  const fields = isMine ? { ...own, ...mine } : theirs;
  return String(fields['again'] ?? fields['again-other'] ?? '');
};

/**
 * The last word of either about when: this week, this month, some day, or a day.
 * @param {Entry} entry @returns {{when: number, day: string, untilMs: number|null, at: number}} `at`: when it was said; ms
 */
export function whenOf({ at, isMine, own, mine, theirs }) {
  const first = isMine ? { ...own, ...mine } : theirs;
  const moves = [mine, theirs].flatMap(({ moved }) =>
    Array.isArray(moved)
      ? [{ at: Number(moved[0]), when: Number(moved[1]), day: isDayLabel(String(moved[2] ?? '')) ? String(moved[2]) : '' }]
      : [],
  );
  const last = [{ at, when: Number(first['when'] ?? first['when-other'] ?? SOME_DAY), day: '' }, ...moves].reduce((newest, each) =>
    each.at > newest.at ? each : newest,
  );
  const ms = WHEN_MS[last.when];
  const untilMs = last.day ? noonOf(last.day) + DAY_MS / 2 : ms === undefined ? null : last.at + ms;
  return { ...last, untilMs };
}

/** Let go by either after it was last given a time. @param {Entry} entry */
const isGone = (entry) => [entry.mine, entry.theirs].some(({ gone }) => Number(gone ?? 0) > whenOf(entry).at);
/** @param {Entry} entry */
const isDone = ({ mine, theirs }) => mine['done'] === true || theirs['done'] === true;

export class Moments {
  #entries;
  #me;
  #pair;
  #now;
  #crypto;
  #photos;

  /**
   * @param {object} parts
   * @param {import('./entries.js').Entries} parts.entries @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair
   * @param {() => number} parts.now @param {import('../core/ids.js').Crypto} parts.crypto @param {() => import('./photos.js').Photos} parts.photos
   */
  constructor({ entries, me, pair, now, crypto, photos }) {
    this.#entries = entries;
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
    this.#crypto = crypto;
    this.#photos = photos;
  }

  /** @returns {Entry[]} one's own and the other's, newest first */
  all(among = this.#entries.list(TYPE)) {
    return among.filter((entry) => (entry.isMine ? pageOf(entry) !== '' || titleOf(entry) !== '' : !entry.isTakenBack));
  }

  /** Each opened when it is asked for. @returns {Generator<Entry>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE)) yield* this.all([entry]);
  }

  #awake() {
    return this.all(this.#entries.awake(TYPE));
  }

  /** @returns {Entry[]} */
  theirs() {
    return this.all().filter(({ isMine }) => !isMine);
  }

  /** What may be read together: what the other wrote for both, sealed ones first. @returns {Entry[]} */
  toRead() {
    return this.theirs().sort((a, b) => Number(isSealed(b)) - Number(isSealed(a)) || b.at - a.at);
  }

  /** @param {string} id */
  get(id) {
    const entry = this.#entries.get(TYPE, id);
    return entry && (this.all([entry])[0] ?? null);
  }

  /** @param {Words} words @param {string} [id] @returns {Promise<string>} its id @throws {import('./photos.js').PhotoAway} */
  async write({ title, page, audience, picture = null }, id) {
    const before = id ? this.get(id) : null;
    const record = id ?? hex(this.#crypto.random(16));
    const words = { title: title.trim(), page: page.trim() };
    const had = readPhoto(before?.own[PHOTO]);
    const own = await this.#photoField(this.#me(), record, had, picture);
    const isSame = picture !== null && had !== null && hex(had.blob.id) === picture.id;
    await this.#entries.keep(TYPE, { ...words, audience, ...own }, record);
    if (audience === ONLY_ME) {
      if (before && isOut(before)) await this.#entries.takeBack(TYPE, record);
    } else {
      if (audience === SEALED && before) await this.#close(before);
      const inside = audience === OPEN ? { page: words.page, ...(await this.#shownPhoto(record, before, picture, isSame)) } : {};
      await this.#entries.share(TYPE, { title: words.title, ...inside }, record);
    }
    return record;
  }

  /** The photo of a page, where it is for this person to see. @param {Entry} entry @returns {{photo: import('../core/blob.js').Photo, place: import('./photos.js').Place, isMine: boolean}|null} */
  photo({ id, isMine, own, theirs }) {
    const photo = readPhoto((isMine ? own : theirs)[PHOTO]);
    const [space, person] = isMine ? [this.#me(), this.#me()?.person ?? 1] : [this.#pair(), 3 - (this.#pair()?.person ?? 1)];
    return photo && { photo, isMine, place: { space: space?.name ?? '', record: id, person, field: PHOTO } };
  }

  /**
   * @param {import('./space.js').Space|null} space @param {string} record @param {import('../core/blob.js').Photo|null} had @param {import('./photos.js').WordedPicture|null} picture
   * @returns {Promise<Record<string, import('../core/codec.js').Value>>}
   */
  async #photoField(space, record, had, picture) {
    if (!space || (!had && !picture)) return {};
    const value = await this.#photos().named(space, had, picture, { record, field: PHOTO });
    return value === undefined ? {} : { [PHOTO]: value };
  }

  /** The photo as the other is shown it: a copy of its own. @param {string} record @param {Entry|null} before @param {import('./photos.js').WordedPicture|null} picture @param {boolean} isSame the writer's own stayed */
  async #shownPhoto(record, before, picture, isSame) {
    const shown = readPhoto(before?.mine[PHOTO]);
    return this.#photoField(this.#pair(), record, shown, isSame && shown && picture ? { ...picture, id: hex(shown.blob.id) } : picture);
  }

  /** The words of a page are there for both, and its photo if this phone has it. @param {string} id of one's own */
  async open(id) {
    const entry = this.get(id);
    if (!entry?.isMine || !isOut(entry) || !isSealed(entry)) return;
    const photo = await this.#shownPhoto(id, entry, pictureOf(readPhoto(entry.own[PHOTO])), true).catch((error) => {
      if (error.name !== 'PhotoAway') throw error;
      return {};
    });
    await this.#entries.share(TYPE, { page: pageOf(entry), ...photo }, id);
  }

  /** Closed again to the other, who may have read it. @param {string} id of one's own */
  async seal(id) {
    const entry = this.get(id);
    if (!entry?.isMine || !isOut(entry) || isSealed(entry)) return;
    await this.#entries.keep(TYPE, { audience: SEALED }, id);
    await this.#close(entry);
  }

  /** @param {Entry} entry */
  async #close({ id, mine }) {
    await this.#entries.takeBack(
      TYPE,
      id,
      INSIDE.filter((name) => mine[name] !== undefined),
    );
  }

  /** What was opened for a reading that is over is closed again, unless its writer left it open. */
  async settle() {
    for (const entry of this.#awake()) if (entry.isMine && entry.own['audience'] === SEALED) await this.seal(entry.id);
  }

  /** Open for both from here on. @param {string} id of one's own */
  async leaveOpen(id) {
    await this.#entries.keep(TYPE, { audience: OPEN }, id);
    await this.open(id);
  }

  /** Taken back from the other; its writer keeps it. @param {string} id */
  async takeBack(id) {
    await this.#entries.keep(TYPE, { audience: ONLY_ME }, id);
    await this.#entries.takeBack(TYPE, id);
  }

  /** @param {string} id of one's own */
  async erase(id) {
    await this.#entries.takeBack(TYPE, id);
    await this.#entries.forget(TYPE, id);
  }

  /** What story it tells: once, by its reader. @param {string} id @param {string} story */
  async answer(id, story) {
    await this.#entries.share(TYPE, { story: story.trim() }, id);
    await this.#entries.keep(TYPE, { closed: true }, id);
  }

  /** Its writer takes the answer in, and it rests. @param {string} id */
  async takeIn(id) {
    await this.#entries.share(TYPE, { taken: true }, id);
  }

  /** Marked for reading together, by either. @param {string} id */
  async readLater(id) {
    await this.#entries.share(TYPE, { together: true }, id);
  }

  /** Put away on this phone. @param {string} id */
  async close(id) {
    await this.#entries.keep(TYPE, { closed: true }, id);
  }

  /** Of the other's, what was not put away here. @returns {Entry[]} */
  here() {
    return this.#awake().filter(({ isMine, own, mine }) => !isMine && !own['closed'] && mine['story'] === undefined);
  }

  /** One's own that were answered, until the answer was taken in or put away. @returns {Entry[]} */
  answered() {
    return this.#awake().filter(
      ({ isMine, theirs, mine, own }) => isMine && theirs['story'] !== undefined && !mine['taken'] && !own['read'],
    );
  }

  /** @param {string} id */
  async readAnswer(id) {
    await this.#entries.keep(TYPE, { read: true }, id);
  }

  // ---- whose the page is to write

  get #turns() {
    const pair = this.#pair();
    const record = pair?.recordsOfType(TURN)[0];
    const of = (/** @type {number} */ person) => {
      const value = record?.byPerson.get(person)?.get('pass')?.value;
      return Array.isArray(value) ? { turn: Number(value[0]), isBack: value[1] === true } : { turn: 0, isBack: false };
    };
    const me = pair?.person ?? 1;
    return { mine: of(me), theirs: of(3 - me) };
  }

  /** With me when the other passed it last; nobody has it before that. @returns {{with: 'me'|'them'|null, isBack: boolean, turn: number}} */
  get turn() {
    const { mine, theirs } = this.#turns;
    const isTheirs = theirs.turn > mine.turn || (theirs.turn === mine.turn && this.#pair()?.person === 1); // both at once: one of the two, on both phones alike
    const last = isTheirs ? theirs : mine;
    return { with: last.turn === 0 ? null : isTheirs ? 'me' : 'them', isBack: last.isBack, turn: last.turn };
  }

  /** The page is with this person, who has neither written nor put it away since. */
  get isMyTurn() {
    const { with: who, turn } = this.turn;
    return who === 'me' && Number(this.#entries.list(TURN)[0]?.own['seen'] ?? 0) < turn;
  }

  /** @param {boolean} isBack without having written */
  async pass(isBack = false) {
    const pair = this.#pair();
    if (!pair) return;
    const next = this.turn.turn + 1;
    await pair.write(await pair.meetAt(TURN, 0, '', ''), TURN, [['pass', [next, isBack]]]);
  }

  /** Written, or put away: nothing says so on the other phone. */
  async seeTurn() {
    await this.#entries.keep(TURN, { seen: this.turn.turn }, this.#entries.list(TURN)[0]?.id);
  }

  // ---- what to do again

  /** @returns {Entry[]} agreed by both, and not let go */
  plans() {
    return this.#agains(this.#entries.awake(AGAIN)).filter((entry) => whenOf(entry).untilMs !== null && !isGone(entry) && !isDone(entry));
  }

  /** @returns {Entry[]} without a date, or let go */
  ideas() {
    return this.#agains().filter((entry) => !isDone(entry) && (entry.type === IDEA || whenOf(entry).untilMs === null || isGone(entry)));
  }

  #agains(among = [...this.#entries.list(AGAIN), ...this.#entries.list(IDEA)]) {
    return among.filter((entry) => isOut(entry) && againOf(entry) !== '').sort((a, b) => b.at - a.at);
  }

  /** @param {string} id */
  plan(id) {
    return this.#agains().find((entry) => entry.id === id) ?? null;
  }

  /** @param {Entry} entry @returns {boolean} its time is over */
  isOver(entry) {
    const { untilMs } = whenOf(entry);
    return untilMs !== null && this.#now() >= untilMs;
  }

  /** Another time for it. @param {Entry} entry @param {number} when @param {string} [day] label */
  async move(entry, when, day = '') {
    await this.#entries.share(entry.type, { moved: [this.#now(), when, day] }, entry.id);
  }

  /** By either; back among the ideas, on both phones. @param {Entry} entry */
  async letGo(entry) {
    await this.#entries.share(entry.type, { gone: this.#now() }, entry.id);
  }

  /** @param {Entry} entry */
  async done(entry) {
    await this.#entries.share(entry.type, { done: true }, entry.id);
  }
}
