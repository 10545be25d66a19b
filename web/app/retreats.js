/**
 * The weekly retreat between its hours: what each gathers for themselves, the threads that lie open for both, the one change of the week, and
 * when the two meet again. What is gathered lies in `me`; the change is what both said yes to in a session.
 */

import { STANCE } from '../core/record-index.js';

export const PRACTICE = 'weekly-retreat';
const STANDING = [STANCE.awake, STANCE.stands];
/** In the order they are asked. The entry of a line has one field, of this name. */
export const KINDS = Object.freeze(/** @type {const} */ (['own-working', 'own-not-working', 'own-need']));
export const LINE_CHARS = 240;
/** In a session, the fields in which such a line is raised. */
const BROUGHT = 'brought';
const RAISED = ['working', 'not-working', 'need', BROUGHT];
const GATHERED = 'gathered';
const LET_GO = 'thread-gone';
const TIME = 'retreat-time';
const DAY_MS = 86_400_000;
const MOST_THREADS = 12;
/** Answers of the session: it stays as it is; it is made smaller; it goes. */
const FATE = Object.freeze({ keep: 0, smaller: 1, gone: 2 });
const HELPED_NOT = 2;
const HELPED = [0, 1];
const WEEKS_WITHOUT_HELP = 3;
/** When to meet again, as the session offers it. */
const AGAIN = [
  (/** @type {Date} */ then) => then.setDate(then.getDate() + 7),
  (/** @type {Date} */ then) => then.setDate(then.getDate() + 14),
  (/** @type {Date} */ then) => then.setMonth(then.getMonth() + 1),
];
const QUARTER_MS = 15 * 60_000;
/** What a trial of shared problem solving says about when it is looked at again, in days. */
export const REVIEW_DAYS = [7, 14, 30];
/** What a board of values says about the same, in days. */
export const LOOK_AGAIN_DAYS = [30, 91];

/**
 * @typedef {{id: string, kind: (typeof KINDS)[number], text: string, at: number}} Gathered
 * @typedef {{id: string, text: string, isMine: boolean, from: 'parked'|'brought'|'trial'|'look-again'}} Thread
 * @typedef {{session: string, text: string, who: string, when: string, at: number}} Change `at` when it was agreed
 * @typedef {{id: string, at: number, isAgreed: boolean, isMine: boolean}} Meeting
 * @typedef {import('./sessions.js').Past} Past
 */

/** @param {Past} past @param {string} name @returns {string} what one of them wrote, and did not take back */
const lineOf = ({ lines }, name) => String(lines.find((line) => line.name === name && !line.isWithdrawn)?.value ?? '').trim();

/** @param {Past} past @returns {Change} that was agreed there */
const changeIn = (past) => ({
  session: past.id,
  text: lineOf(past, 'change'),
  who: lineOf(past, 'who'),
  when: lineOf(past, 'when'),
  at: past.at,
});

/** @param {{at: number}} a @param {{at: number}} b */
const newestFirst = (a, b) => b.at - a.at;

/** @param {Past} past */
const isAgreed = (past) => past.agreed.includes('agreed') && lineOf(past, 'change') !== '';

/** Whatever was before, from here on there is this change, or none. @param {Past} past */
const isDecided = (past) => isAgreed(past) || (past.results['fate'] !== undefined && past.results['fate'] !== FATE.keep);

/** Whatever was before, it does not bear on the change from here on: it is another one, or none. @param {Past} past */
const isBeginning = (past) => isDecided(past) && past.results['fate'] !== FATE.keep && past.results['fate'] !== FATE.smaller;

/** Lines raised onto the list of open threads. @param {Past} past */
const broughtIn = ({ lines }) => lines.filter(({ name, isWithdrawn }) => name === BROUGHT && !isWithdrawn);

/** Something of it is asked about for as long as nobody puts it away. @param {Past} past */
export const isStanding = (past) => past.practice === PRACTICE && (isDecided(past) || broughtIn(past).length > 0);

/** An answer of both, or both answers. @param {unknown} result @returns {number[]} */
const answersIn = (result) => (result === undefined ? [] : String(result).split('+').map(Number));

/**
 * The change that holds after these sessions, and how many weeks it has not helped.
 * @param {readonly Past[]} retreats oldest first
 * @returns {{current: Change|null, unhelped: number}}
 */
export function changesOf(retreats) {
  /** @type {Change|null} */ let current = null;
  let unhelped = 0;
  for (const past of retreats) {
    const { fate, helped } = past.results;
    const answers = answersIn(helped);
    if (answers.some((each) => HELPED.includes(each))) unhelped = 0;
    else if (answers.includes(HELPED_NOT)) unhelped += 1;
    /** @type {Change|null} */
    const agreed = isAgreed(past) ? changeIn(past) : null;
    const isSame = current !== null && (fate === FATE.keep || fate === FATE.smaller);
    if (!agreed && (fate === undefined || fate === FATE.keep)) continue; // it goes on as it is
    if (!agreed || !isSame) unhelped = 0;
    current = agreed;
  }
  return { current, unhelped };
}

export class Retreats {
  #entries;
  #sessions;
  #checkIns;
  #now;

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, checkIns: import('./check-ins.js').CheckIns, now: () => number}} parts */
  constructor({ entries, sessions, checkIns, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#checkIns = checkIns;
    this.#now = now;
  }

  /** Since the change that holds began, or the last one went: what was before does not bear on it. @returns {Past[]} oldest first */
  #recent() {
    const standing = [];
    for (const past of this.#newest(STANDING)) {
      standing.push(past);
      if (isBeginning(past)) break;
    }
    return this.#since(standing.at(-1)?.at ?? Number.POSITIVE_INFINITY).reverse();
  }

  /** @param {number} at ms @returns {Past[]} newest first */
  #since(at) {
    const since = [];
    for (const past of this.#newest()) {
      if (past.at < at) break;
      since.push(past);
    }
    return since;
  }

  /** Each opened when it is asked for. @param {readonly import('../core/record-index.js').Stance[]} stances @returns {Generator<Past>} newest first */
  *#newest(stances = Object.values(STANCE)) {
    for (const past of this.#sessions.newest(PRACTICE, stances)) if (past.reached > 0) yield past;
  }

  /** @returns {Past|undefined} */
  get #last() {
    return this.#newest().next().value;
  }

  // ---- gathered, for oneself

  /** What was raised in a retreat since then is not kept for another. @param {string} text @param {number} at */
  #isRaised(text, at) {
    return this.#since(at).some((past) =>
      past.lines.some(({ isMine, name, value }) => isMine && RAISED.includes(name) && [value].flat().includes(text)),
    );
  }

  /** @returns {Gathered[]} newest first, and nothing that was raised or let go */
  gathered() {
    return this.#entries.list(GATHERED).flatMap(({ id, own, at }) => {
      const kind = KINDS.find((each) => typeof own[each] === 'string' && own[each].trim() !== '');
      return kind && !this.#isRaised(own[kind], at) ? [{ id, kind, text: String(own[kind]), at }] : [];
    });
  }

  /** A line was gathered since the last retreat: of those from before, that one has asked. */
  get hasGathered() {
    const [newest] = this.#entries.newest(GATHERED);
    return newest !== undefined && newest.at > (this.#last?.at ?? 0);
  }

  /** @param {(typeof KINDS)[number]} kind @param {string} text */
  async gather(kind, text) {
    await this.#entries.keep(GATHERED, { [kind]: text.trim().slice(0, LINE_CHARS) });
  }

  /** @param {string} id */
  async letGo(id) {
    await this.#entries.forget(GATHERED, id);
  }

  /** @returns {import('./sessions.js').Carried[]} carried here from other practices */
  carried() {
    return this.#sessions.carried().filter(({ kind, text, at }) => kind === 'retreat' && text !== '' && !this.#isRaised(text, at));
  }

  // ---- open threads, of both

  /** @returns {Thread[]} */
  threads() {
    const gone = new Set(this.#entries.list(LET_GO).flatMap(({ mine, theirs }) => [mine['thread'], theirs['thread']]));
    return this.#allThreads()
      .filter(({ id }) => !gone.has(id))
      .slice(0, MOST_THREADS);
  }

  /** @returns {Thread[]} */
  #allThreads() {
    return [...this.#parked(), ...this.#brought(), ...this.#due()];
  }

  /** @returns {Thread[]} */
  #parked() {
    const writer = (/** @type {boolean} */ isMine) => (isMine ? this.#entries.me : 3 - this.#entries.me);
    return this.#checkIns
      .topics()
      .map(({ day, text, isMine }) => ({ id: `parked/${day}/${writer(isMine)}`, text, isMine, from: /** @type {const} */ ('parked') }));
  }

  /** Lines raised onto the list at earlier retreats. @returns {Thread[]} */
  #brought() {
    return [...this.#newest(STANDING)].reverse().flatMap((past) =>
      broughtIn(past).flatMap(({ value, isMine, person }) =>
        [value].flat().map((text, i) => ({
          id: `brought/${past.id}/${person}/${i}`,
          text: String(text),
          isMine,
          from: /** @type {const} */ ('brought'),
        })),
      ),
    );
  }

  /** What was to be looked at again by now. @returns {Thread[]} */
  #due() {
    const isDue = (/** @type {Past} */ past, /** @type {string} */ name, /** @type {readonly number[]} */ days) => {
      const choice = past.lines.find((line) => line.name === name && !line.isWithdrawn)?.value;
      return this.#now() >= past.at + (days[Number(choice ?? NaN)] ?? Infinity) * DAY_MS;
    };
    const again = (/** @type {Past} */ past, /** @type {'trial'|'look-again'} */ from, /** @type {string} */ name) => [
      { id: `${from}/${past.id}`, text: lineOf(past, name), isMine: false, from },
    ];
    const standing = ['shared-problem-solving', 'values-alignment'].flatMap((practice) => [...this.#sessions.newest(practice, STANDING)]);
    return standing.sort(newestFirst).flatMap((past) => {
      const { practice, agreed } = past;
      if (practice === 'shared-problem-solving' && lineOf(past, 'trial') && isDue(past, 'review', REVIEW_DAYS))
        return again(past, 'trial', 'trial');
      if (practice === 'values-alignment' && agreed.includes('agreed') && isDue(past, 'look-again', LOOK_AGAIN_DAYS))
        return again(past, 'look-again', 'agreement');
      return [];
    });
  }

  /** @param {string} id of a thread, or of the session of a change @returns {string|null} null: not here, or not any more */
  textOf(id) {
    const past = this.#sessions.get(id);
    if (past?.practice === PRACTICE && isAgreed(past)) return lineOf(past, 'change');
    return this.#allThreads().find((thread) => thread.id === id)?.text ?? null;
  }

  /** @param {string} id of a thread of one's own */
  async letThreadGo(id) {
    await this.#entries.share(LET_GO, { thread: id });
  }

  // ---- the change

  #changes() {
    return changesOf(this.#recent());
  }

  /** @returns {Change|null} of this week, or of as many as it takes until both meet again */
  get change() {
    /** @type {Past[]} */ const since = [];
    for (const past of this.#newest(STANDING)) {
      since.unshift(past);
      if (isDecided(past)) break; // what came before does not count any more
    }
    return changesOf(since).current;
  }

  /** What both agreed on before, each opened when it is asked for. @returns {Generator<Change>} newest first */
  *earlier() {
    const { change } = this;
    for (const past of this.#newest(STANDING)) if (isAgreed(past) && past.id !== change?.session) yield changeIn(past);
  }

  /** The same change for three weeks, and no help: another way may be lighter. */
  get isStuck() {
    return this.#changes().unhelped >= WEEKS_WITHOUT_HELP;
  }

  /** A week or more went by without one; nothing comes of it. */
  get wasLongAgo() {
    const last = this.#last;
    return last !== undefined && this.#now() - last.at > 9 * DAY_MS;
  }

  // ---- when

  #proposed() {
    for (const entry of this.#entries.newest(TIME))
      if (!entry.isTakenBack && Number((entry.isMine ? entry.mine : entry.theirs)['when']) > 0) return entry;
    return null;
  }

  /** @returns {Meeting|null} agreed on, or proposed by one; the newest word counts. What has gone by is over, and nothing piles up */
  meeting() {
    const last = this.#last;
    const proposed = this.#proposed();
    const startOfDay = new Date(this.#now()).setHours(0, 0, 0, 0);
    if (proposed && proposed.at > (last?.at ?? 0)) {
      const [author, other] = proposed.isMine ? [proposed.mine, proposed.theirs] : [proposed.theirs, proposed.mine];
      const at = Number(author['when']);
      return at < startOfDay ? null : { id: proposed.id, at, isAgreed: other['yes'] === at, isMine: proposed.isMine };
    }
    const again = AGAIN[Number(last?.results['next'] ?? NaN)];
    if (!last || !again) return null;
    const at = again(new Date(Math.floor(last.at / QUARTER_MS) * QUARTER_MS));
    return at < startOfDay ? null : { id: '', at, isAgreed: true, isMine: false };
  }

  /** @param {number} at ms */
  async propose(at) {
    await this.#entries.share(TIME, { when: at });
  }

  /** A yes is to this time and to no other. @param {Meeting} meeting */
  async sayYes({ id, at }) {
    await this.#entries.share(TIME, { yes: at }, id);
  }

  /** @param {string} id */
  async takeBackTime(id) {
    await this.#entries.takeBack(TIME, id);
  }

  // ---- for a session

  /** What both go on from, the same on both phones; ids, so that what is taken back is gone here too. @returns {Record<string, string[]>} decks */
  dealt() {
    const { current, unhelped } = this.#changes();
    return {
      last: current ? [current.session] : [],
      threads: this.threads().map(({ id }) => id),
      stuck: current && unhelped >= WEEKS_WITHOUT_HELP - 1 ? ['1'] : [],
    };
  }
}
