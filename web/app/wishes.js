/**
 * Wishes and stars (practice 18), after the session in which they were said: its record holds the wish of each and the answer of the other. A yes
 * becomes an act of the one who said it (acts.js). "Let me think" lies on the list for the weekly talk, is asked about once more after three days, and
 * never becomes a yes by itself. What this person noted about it is an entry in `me` with the id of the session.
 */
import { TYPE as ACT } from './acts.js';
import { clip } from './journal.js';

export const PRACTICE = 'two-stars-one-wish';
const NOTE = 'wish';
const STARS = ['star-1', 'star-2'];
const THINK_FOR_MS = 3 * 86_400_000;
const ACT_CHARS = 160;
/** As the list of answers in the practice counts. */
export const ANSWER = Object.freeze({ yes: 0, think: 1, talk: 2, not: 3 });

/**
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {object} Wish of one session
 * @property {string} id of the session @property {number} at ms @property {string} day @property {boolean} isLeft by this person
 * @property {boolean} isOwnTime @property {boolean} isMineSealed this person wrote, in own time @property {boolean} isTheirsSealed so did the other
 * @property {string} theirs the other's wish, empty when there is none @property {number|undefined} myAnswer to it
 * @property {string} mine one's own wish @property {number|undefined} theirAnswer @property {Readonly<Record<string, any>>} note what this person noted about it
 */

export class Wishes {
  #entries;
  #sessions;
  #now;
  /** Two screens may ask at once. @type {Promise<void>} */ #settling = Promise.resolve();

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, sessions, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#now = now;
  }

  #past(among = this.#sessions.past([PRACTICE])) {
    return among.filter(({ practice, mode }) => practice === PRACTICE && mode !== 'one-phone' && mode !== 'alone');
  }

  /** @returns {Wish[]} newest first */
  list(among = this.#sessions.past([PRACTICE])) {
    return this.#past(among).map(({ id, at, day, isLeft, mode, lines }) => {
      const said = (/** @type {boolean} */ isMine, /** @type {string} */ name) =>
        lines.find((line) => line.isMine === isMine && line.name === name && !line.isWithdrawn)?.value;
      const words = (/** @type {boolean} */ isMine) => String(said(isMine, 'wish') ?? '');
      const answer = (/** @type {boolean} */ isMine) => /** @type {number|undefined} */ (said(isMine, 'answer'));
      const isSealed = (/** @type {boolean} */ isMine) => [...STARS, 'wish'].some((name) => said(isMine, name) !== undefined);
      return {
        id,
        at,
        day,
        isLeft,
        isOwnTime: mode === 'own-time',
        isMineSealed: isSealed(true),
        isTheirsSealed: isSealed(false),
        theirs: words(false),
        myAnswer: answer(true),
        mine: words(true),
        theirAnswer: answer(false),
        note: this.#entries.get(NOTE, id)?.own ?? {},
      };
    });
  }

  /** @param {string} id of the session @returns {Wish|null} */
  find(id) {
    const past = this.#sessions.get(id);
    return past && (this.list([past])[0] ?? null);
  }

  /** @returns {Wish[]} about which something may wait for somebody (stances.js) */
  #awake() {
    return this.list(this.#sessions.awake());
  }

  /** @param {Wish} wish @returns {boolean} nothing is to be asked, told or settled about it until one of the two writes again */
  isSettled({ isLeft, theirs, myAnswer, mine, theirAnswer, note }) {
    const isToHear = mine !== '' && theirAnswer !== undefined && theirAnswer !== ANSWER.yes && note['heard'] !== theirAnswer;
    if (!isLeft || note['heard'] === undefined || isToHear) return false;
    if (theirs === '' || myAnswer === undefined) return true;
    if (myAnswer === ANSWER.yes) return note['granted'] !== undefined;
    return myAnswer !== ANSWER.think || (note['carried'] !== undefined && note['rests'] !== undefined);
  }

  /** The act that came of a wish: one's own, or the other's. @param {string} session @param {boolean} isMine @returns {Entry|null} */
  actOf(session, isMine) {
    return (
      this.#entries
        .list(ACT)
        .find(
          (act) => act.isMine === isMine && (isMine ? act.own['wish'] === session : act.theirs['session'] === session) && !act.isTakenBack,
        ) ?? null
    );
  }

  /** The other's, about which this person wanted to think, three days later. @returns {Wish[]} */
  toThink() {
    return this.#awake().filter(
      ({ theirs, myAnswer, isLeft, at, note }) =>
        theirs !== '' && myAnswer === ANSWER.think && isLeft && note['rests'] === undefined && this.#now() - at >= THINK_FOR_MS,
    );
  }

  /** One's own that the other said yes to, and what came of it, until it was read or answered. @returns {{wish: Wish, act: Entry}[]} */
  granted() {
    const acts = this.#entries.awake(ACT).filter(({ isMine, isTakenBack, theirs }) => !isMine && !isTakenBack && theirs['session']);
    return acts.flatMap((act) => {
      const wish = this.find(String(act.theirs['session']));
      if (!wish || act.mine['reached'] !== undefined) return [];
      return act.own['closed'] === (act.theirs['outcome'] ?? 'yes') ? [] : [{ wish, act }];
    });
  }

  /** One's own that the other answered after the session, with something else than a yes. @returns {Wish[]} */
  answeredLater() {
    return this.#awake().filter(
      ({ mine, theirAnswer, note }) =>
        mine !== '' &&
        theirAnswer !== undefined &&
        theirAnswer !== ANSWER.yes &&
        note['heard'] !== undefined &&
        note['heard'] !== theirAnswer,
    );
  }

  /** In own time: written here, and not by the other. @returns {Wish[]} */
  sealed() {
    return this.#awake().filter(
      ({ isOwnTime, isLeft, isMineSealed, isTheirsSealed }) => isOwnTime && !isLeft && isMineSealed && !isTheirsSealed,
    );
  }

  /** @param {string} id @returns {boolean} both have written, and nothing of it was answered here */
  isReadyToOpen(id) {
    const wish = this.find(id);
    return wish?.isOwnTime === true && wish.isMineSealed && wish.isTheirsSealed && wish.myAnswer === undefined;
  }

  /** Stars that the other gave, for the jar. @returns {import('./thanks.js').FromJar[]} */
  stars() {
    return this.#past()
      .filter(({ isLeft }) => isLeft)
      .flatMap(({ id, at, lines }) =>
        lines
          .filter(({ isMine, name, isWithdrawn }) => !isMine && !isWithdrawn && STARS.includes(name))
          .map(({ name, value }) => ({ id: `${id}/${name}`, page: { star: String(value) }, at })),
      );
  }

  /** An answer after the session. @param {Wish} wish @param {number} answer */
  async answer(wish, answer) {
    await this.#sessions.answer(wish.id, 'answer', answer);
    await this.#putDown(wish);
    await this.settle();
  }

  /** Left on the list for the weekly talk, and not asked about again. @param {Wish} wish */
  async rest(wish) {
    await this.#note(wish, { rests: true });
  }

  /** The answer was read. @param {Wish} wish */
  async hear(wish) {
    await this.#note(wish, { heard: wish.theirAnswer ?? 'none' });
  }

  /** Read and put away, until something else comes of it. @param {Entry} act of the other */
  async close(act) {
    await this.#entries.keep(ACT, { closed: act.theirs['outcome'] ?? 'yes' }, act.id);
  }

  /** When it will be. @param {Entry} act one's own @param {string} line */
  async time(act, line) {
    await this.#entries.keep(ACT, { 'if-then': line.trim() }, act.id);
    if (act.isShared) await this.#entries.share(ACT, { 'if-then': line.trim() }, act.id);
  }

  /** What follows from the answers: each thing once, whenever it is looked at. */
  settle() {
    const settled = this.#settling.then(() => this.#settle());
    this.#settling = settled.catch(() => {});
    return settled;
  }

  async #settle() {
    for (const wish of this.#awake()) {
      if (!wish.isLeft && !wish.isOwnTime) continue; // in the room they are still at it
      if (wish.isLeft && wish.note['heard'] === undefined) await this.#note(wish, { heard: wish.theirAnswer ?? 'none' });
      if (wish.theirs === '') continue;
      if (wish.myAnswer === ANSWER.yes && wish.note['granted'] === undefined) await this.#grant(wish);
      if (wish.myAnswer === ANSWER.think && wish.note['carried'] === undefined) await this.#carry(wish);
    }
  }

  /** @param {Wish} wish */
  async #grant(wish) {
    const act = clip(wish.theirs, ACT_CHARS);
    if (!this.actOf(wish.id, true)) {
      const id = await this.#entries.keep(ACT, { act, wish: wish.id });
      await this.#entries.share(ACT, { act, session: wish.id }, id);
    }
    await this.#note(wish, { granted: true });
  }

  /** @param {Wish} wish */
  async #carry(wish) {
    await this.#sessions.carry({ kind: 'retreat', practice: PRACTICE, session: wish.id, day: wish.day, text: wish.theirs });
    await this.#note(wish, { carried: true });
  }

  /** @param {Wish} wish it was answered, so the list may let go of it */
  async #putDown(wish) {
    for (const { id, session, kind } of this.#sessions.carried())
      if (session === wish.id && kind === 'retreat') await this.#sessions.putDown(id);
  }

  /** @param {Wish} wish @param {Record<string, import('../core/codec.js').Value>} fields */
  async #note({ id }, fields) {
    await this.#entries.keep(NOTE, fields, id);
  }
}
