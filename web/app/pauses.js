/**
 * A pause in a conflict: a break with a time to come back, called by either, alone and offline too. It is a record of the pair in which each has
 * fields of their own; who called is not kept, since the other phone writes the same call into its own field as soon as it knows.
 * `call` [at, until], `longer` a later time, once each, `ready`, `over` left for today. Alone, the record lies in one's own space.
 */

import { readBeginning } from './sessions.js';

const TYPE = 'pause';
const SIGNAL = 'pause-signal';
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
export const SHORTEST_MS = 20 * MINUTE_MS;
/** A time that passed is asked about for so long; then the matter rests by itself. */
const ASKED_FOR_MS = DAY_MS;
/** And offered once more, beside a new pause, for so long. */
const OFFERED_FOR_MS = 7 * DAY_MS;
export const SIGNAL_CHARS = 60;
/** Ways back of which the pauses are looked at: more do not fit into a day. */
const MOST_AGAIN = 10;
/** What one writes in a pause, in this order; a draft on this phone until the talk after it, which asks what should happen with it. */
export const NOTES = Object.freeze(/** @type {const} */ (['feeling', 'body', 'need', 'note']));
export const NOTES_OF = 'pause/';

/**
 * @typedef {{id: string, at: number, untilMs: number, isCalledHere: boolean, isReady: boolean, areBothReady: boolean, canLonger: boolean, isOver: boolean}} Pause times in ms
 * @typedef {import('../core/oplog.js').RecordView} RecordView
 */

export class Pauses {
  #me;
  #pair;
  #now;
  #today;
  #drafts;

  /**
   * @param {object} parts
   * @param {() => import('./drafts.js').Drafts} parts.drafts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {() => number} parts.now @param {() => string} parts.today
   */
  constructor({ me, pair, now, today, drafts }) {
    this.#drafts = drafts;
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
    this.#today = today;
  }

  get #space() {
    return this.#pair() ?? this.#me();
  }

  /** @returns {Pause[]} newest first; nobody asks about what is weeks ago */
  all() {
    const space = this.#space;
    const since = this.#now() - 2 * OFFERED_FOR_MS;
    const recent = (space?.places(TYPE) ?? []).flatMap(({ id, at }) => (at > since ? (space?.record(id) ?? []) : []));
    return recent.flatMap((record) => pauseOf(record, space?.person ?? 1, this.#pair() !== null) ?? []).sort((a, b) => b.at - a.at);
  }

  /** The pause that holds now, or whose time has passed and nobody has said anything since. @returns {Pause|null} */
  get current() {
    const now = this.#now();
    return this.all().find((pause) => !pause.isOver && !pause.areBothReady && now < pause.untilMs + ASKED_FOR_MS) ?? null;
  }

  /** The last pause, when its time went by a day ago or more and nobody came back from it. @returns {Pause|null} */
  get passed() {
    const [last] = this.all();
    const since = last ? this.#now() - last.untilMs : 0;
    return last && !last.isOver && !last.areBothReady && since >= ASKED_FOR_MS && since < OFFERED_FOR_MS ? last : null;
  }

  /** Two in a day: somebody outside can help. */
  get areTwoInADay() {
    const since = this.#now() - DAY_MS;
    return [...this.all().map(({ at }) => at), ...this.#again()].filter((at) => at > since).length >= 2;
  }

  /** Pauses of the way back are pauses too. @returns {number[]} when they were called, ms */
  #again() {
    const sessions = this.#pair()?.newest('session', 'pause-in-conflict') ?? [];
    return [...sessions].slice(0, MOST_AGAIN).flatMap(({ byPerson }) => {
      const fields = [1, 2].map((person) => byPerson.get(person));
      if (!fields.some((each) => readBeginning(each?.get('invite')?.value)?.practice === 'pause-in-conflict')) return [];
      const called = fields.flatMap((each) => {
        const marks = each?.get('marks')?.value;
        return Array.isArray(marks) ? marks.filter((mark) => Array.isArray(mark) && String(mark[0]).startsWith('pause/')) : [];
      });
      const first = new Map(called.map((mark) => /** @type {[string, number]} */ ([String(mark[0]), Number(mark.at(-1))])));
      return [...first.values()]; // echoed by the other phone, it is the same pause
    });
  }

  /** @param {number} untilMs at least 20 minutes and at most 24 hours from now; else nothing is called @returns {Promise<boolean>} */
  async call(untilMs) {
    const space = this.#space;
    const at = this.#now();
    if (!space || !isTime(at, untilMs)) return false;
    if (this.current) return true;
    const day = this.#today();
    for (let run = 1; ; run += 1) {
      const id = await space.meetAt(TYPE, 0, day, `run/${run}`);
      if (space.record(id)) continue;
      await space.write(id, TYPE, [['call', [at, untilMs]]]);
      return true;
    }
  }

  /** What the other phone called is called by this one too. */
  async echo() {
    const pair = this.#pair();
    const { current } = this;
    if (!pair || !current || current.isCalledHere) return;
    await pair.write(current.id, TYPE, [['call', [current.at, current.untilMs]]]);
  }

  /** @param {number} untilMs once for each */
  async longer(untilMs) {
    const { current } = this;
    if (!current?.canLonger || untilMs <= Math.max(this.#now(), current.untilMs) || untilMs > this.#now() + DAY_MS) return;
    await this.#space?.write(current.id, TYPE, [['longer', untilMs]]);
  }

  async ready() {
    const { current } = this;
    if (current) await this.#space?.write(current.id, TYPE, [['ready', this.#now()]]);
  }

  /** Not today: it ends without a return, on both phones alike. @param {string} [id] hex; the one that holds now, unless said */
  async leave(id = this.current?.id) {
    if (id) await this.#space?.write(id, TYPE, [['over', true]]);
  }

  // ---- what one wrote in it, for oneself

  /** @param {string} id of a pause @returns {Record<string, string>} by name of the note */
  notesOf(id) {
    const draft = this.#drafts().get(NOTES_OF + id);
    return Array.isArray(draft) ? Object.fromEntries(/** @type {any} */ (draft)) : {};
  }

  /** The newest pause that is over and of which notes are left. @returns {{id: string, words: string[]}|null} */
  get left() {
    const holds = this.current?.id;
    for (const { id } of this.all()) {
      const notes = this.notesOf(id);
      const words = NOTES.flatMap((name) => (notes[name]?.trim() ? [notes[name].trim()] : []));
      if (id !== holds && words.length > 0) return { id, words };
    }
    return null;
  }

  /** For the talk after the pause. @returns {Record<string, string[]>} */
  given() {
    const { left } = this;
    return left ? { notes: left.words } : {};
  }

  /** Their writer has said what should happen with them. */
  async putDown() {
    const { left } = this;
    if (left) await this.#drafts().clear(NOTES_OF + left.id);
  }

  // ---- the words agreed in a calm hour

  /** @returns {{agreed: string|null, mine: string, theirs: string}} */
  get signal() {
    const pair = this.#pair();
    const record = pair?.recordsOfType(SIGNAL)[0];
    const of = (/** @type {number} */ person) => String(record?.byPerson.get(person)?.get('words')?.value ?? '');
    const mine = of(pair?.person ?? 1);
    const theirs = of(3 - (pair?.person ?? 1));
    return { agreed: mine && mine === theirs ? mine : null, mine, theirs };
  }

  /** @param {string} words the other agrees by saying the same */
  async agree(words) {
    const pair = this.#pair();
    if (pair)
      await pair.write(await pair.meetAt(SIGNAL, 0, '', ''), SIGNAL, [['words', [...words.trim()].slice(0, SIGNAL_CHARS).join('')]]);
  }
}

/** @param {number} at @param {number} untilMs */
const isTime = (at, untilMs) => Number.isSafeInteger(untilMs) && untilMs >= at + SHORTEST_MS - MINUTE_MS && untilMs <= at + DAY_MS;

/**
 * @param {RecordView} record @param {number} me @param {boolean} isOfTwo @returns {Pause|null}
 */
export function pauseOf(record, me, isOfTwo) {
  const fields = [me, 3 - me].map((person) => record.byPerson.get(person));
  const numbers = (/** @type {unknown} */ value) =>
    Array.isArray(value) && value.length === 2 && value.every((each) => Number.isSafeInteger(each)) ? value : null;
  const calls = fields.flatMap((each) => {
    const call = numbers(each?.get('call')?.value);
    return call && isTime(call[0], call[1]) ? [/** @type {readonly [number, number]} */ ([call[0], call[1]])] : [];
  });
  if (calls.length === 0) return null;
  const at = Math.min(...calls.map(([when]) => when));
  const base = Math.max(...calls.map(([, until]) => until));
  const longer = fields.flatMap((each) => {
    const value = each?.get('longer')?.value;
    return typeof value === 'number' && value > at && value <= base + 2 * DAY_MS ? [value] : [];
  });
  const ready = fields.map((each) => each?.has('ready') === true);
  return {
    id: record.id,
    at,
    untilMs: Math.max(base, ...longer),
    isCalledHere: numbers(fields[0]?.get('call')?.value) !== null,
    isReady: ready[0] === true,
    areBothReady: ready[0] === true && (ready[1] === true || !isOfTwo),
    canLonger: !fields[0]?.has('longer'),
    isOver: fields.some((each) => each?.has('over')),
  };
}
