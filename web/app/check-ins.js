/**
 * The daily check-ins of a pair: reads days out of records, writes what a person keeps and shares.
 */
import {
  EMPTY_SIDE,
  LIMIT,
  LINES,
  openTopics,
  PRACTICE,
  packSide,
  readDay,
  sharedSide,
  shareFields,
  sideOf,
  TYPE,
} from '../core/check-in.js';
import { dayLabel } from '../core/day.js';
import { dayOfTime } from '../core/record-index.js';
import { clip } from './journal.js';

/**
 * @typedef {import('../core/check-in.js').Side} Side
 * @typedef {import('../core/check-in.js').Line} Line
 * @typedef {import('../core/check-in.js').Day} Day
 */

/** The type of a private side, in `me`. */
const KEPT = 'check-in-kept';

export class CheckIns {
  #me;
  #pair;
  #now;
  /** @type {Map<string, {us: string, kept: string}>} record ids by space and day */ #ids = new Map();

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair @param {() => number} parts.now
   */
  constructor({ me, pair, now }) {
    this.#me = me;
    this.#pair = pair;
    this.#now = now;
  }

  /** Record ids are hashes, and hashing waits: call before reading a day that has no record yet. @param {string} day */
  async prepare(day) {
    const us = this.#pair();
    const me = this.#me();
    const key = `${us?.name ?? ''}/${day}`;
    const known = this.#ids.get(key);
    if (known) return known;
    const ids = {
      us: us ? await us.meetAt(PRACTICE, 0, day, '') : '',
      kept: me ? await me.meetAt(PRACTICE, 1, day, us?.name ?? '') : '',
    };
    this.#ids.set(key, ids);
    return ids;
  }

  /** @param {string} day prepared @returns {Day} */
  day(day) {
    const us = this.#pair();
    const ids = this.#ids.get(`${us?.name ?? ''}/${day}`);
    const record = us && ids ? us.record(ids.us) : null;
    const kept = ids ? this.#me()?.record(ids.kept)?.byPerson.get(1) : undefined;
    const person = us?.person ?? 1;
    return readDay({ day, nowMs: this.#now(), mine: record?.byPerson.get(person), theirs: record?.byPerson.get(3 - person), kept });
  }

  /**
   * What they shared, also when I shared nothing: for a session of both that has come to the skies, and for nothing else.
   * @param {string} day prepared @returns {import('../core/check-in.js').SharedSide|null}
   */
  theirsInSession(day) {
    const us = this.#pair();
    const ids = this.#ids.get(`${us?.name ?? ''}/${day}`);
    return us && ids ? sharedSide(us.record(ids.us)?.byPerson.get(3 - us.person)) : null;
  }

  /** @param {number} [most] @returns {Promise<string[]>} labels of days with anything of mine or, once it may be seen, of theirs; newest first */
  async days(most = Infinity) {
    const places = [...(this.#pair()?.places(TYPE) ?? []), ...(this.#me()?.places(KEPT) ?? [])];
    const times = [...new Set(places.map(({ at }) => at))].sort((a, b) => b - a);
    const days = [];
    let before = '';
    for (const time of times) {
      if (days.length >= most) break;
      const day = dayOfTime(time);
      if (day === before) continue; // no release of ours writes another time of the same day
      before = day;
      await this.prepare(day);
      const { mine, theirs } = this.day(day);
      if (mine !== null || theirs !== null) days.push(day);
    }
    return days;
  }

  /** Keeps a side on this phone alone, sealed in `me`. @param {string} day @param {Side} side @param {string} [wish] what one would like to hear, alone */
  async keep(day, side, wish) {
    const { kept } = await this.prepare(day);
    await this.#me()?.write(kept, KEPT, [
      ...packSide(trimmed(side)),
      ['day', day],
      ['done-at', this.#now()],
      ['pair', this.#pair()?.name ?? ''],
      ...(wish === undefined ? [] : [/** @type {[string, string]} */ (['wish', clip(wish.trim(), LIMIT.wish)])]),
    ]);
  }

  /** Keeps the whole side and shares the chosen lines of it, and no others. @param {string} day @param {Side} side @param {readonly Line[]} lines at least one */
  async share(day, side, lines) {
    await this.keep(day, side);
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const { us: record } = await this.prepare(day);
    const before = this.day(day).shared;
    await this.#takeBackAll(
      day,
      LINES.filter((line) => before && before[line] !== null && !lines.includes(line)),
    );
    await us.write(record, TYPE, [...shareFields(trimmed(side), lines, before?.sharedAt ?? this.#now()), ['day', day]]);
  }

  /** Keeps the whole side for oneself; what was shared of it before is taken back. @param {string} day @param {Side} side */
  async shareNothing(day, side) {
    await this.keep(day, side);
    const { shared, isOpen, isOver } = this.day(day);
    if (!shared) return;
    await this.#takeBackAll(
      day,
      LINES.filter((line) => shared[line] !== null),
    );
    // While sealed it is as if nothing had been shared; once open, whoever saw the other's side stays in it.
    if (!isOpen && !isOver) await this.#withdraw(day, ['shared-at']);
  }

  /**
   * One phone for two: the guest's shared lines are fields of this phone's owner, labelled as the guest's; nothing else of them is kept.
   * @param {string} day @param {Side} side @param {readonly Line[]} lines
   */
  async shareForGuest(day, side, lines) {
    const { us: record } = await this.prepare(day);
    const fields = shareFields(trimmed(side), lines, this.#now()).map(
      ([name, value]) => /** @type {[string, any]} */ ([`guest-${name}`, value]),
    );
    await this.#pair()?.write(record, TYPE, [...fields, ['day', day]]);
  }

  /** "Keep as mine": lines I shared on the other's phone become my own. @param {string} day */
  async keepGuestLines(day) {
    const { mineOnTheirs } = this.day(day);
    if (!mineOnTheirs) return;
    const lines = LINES.filter((line) => mineOnTheirs[line] !== null);
    await this.share(day, { ...EMPTY_SIDE, ...sideOf(mineOnTheirs) }, lines);
  }

  /** @param {string} day @param {Line} line shared before */
  async takeBack(day, line) {
    await this.#takeBackAll(day, [line]);
  }

  /** @param {string} day @param {readonly Line[]} lines */
  async #takeBackAll(day, lines) {
    if (lines.length > 0) await this.#withdraw(day, lines.includes('mattered') ? [...lines, 'good-news'] : lines);
  }

  /** @param {string} day @param {readonly string[]} names of fields */
  async #withdraw(day, names) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.withdraw(record, TYPE, [...names]);
  }

  /** @param {string} day @param {{heard: string, question: string}} reply */
  async reply(day, { heard, question }) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE, [
      ['heard', clip(heard.trim(), LIMIT.heard)],
      ['question', clip(question.trim(), LIMIT.question)],
      ['replied-at', this.#now()],
      ['day', day],
    ]);
  }

  /** @param {string} day @param {string} text empty: left open */
  async answer(day, text) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE, [
      ['answer', clip(text.trim(), LIMIT.answer)],
      ['day', day],
    ]);
  }

  /** @param {string} day @param {string} text shared: the screen says so */
  async park(day, text) {
    const { us: record } = await this.prepare(day);
    await this.#pair()?.write(record, TYPE, [
      ['parked', clip(text.trim(), LIMIT.parked)],
      ['day', day],
    ]);
  }

  /** @returns {import('../core/check-in.js').Parked[]} topics parked on earlier days, newest first */
  topics() {
    const us = this.#pair();
    if (!us) return [];
    const records = us.awake(TYPE).flatMap((record) => {
      const labels = new Set();
      for (const fields of record.byPerson.values()) add(labels, fields.get('day')?.value);
      return [...labels].map((day) => ({ day, byPerson: record.byPerson }));
    });
    return openTopics(records, us.person, dayLabel(this.#now()));
  }

  /** @param {{day: string, isMine: boolean}} topic */
  async putAway({ day, isMine }) {
    const us = this.#pair();
    if (!us) return;
    const { us: record } = await this.prepare(day);
    await us.write(record, TYPE, [
      [`closed-${isMine ? us.person : 3 - us.person}`, true],
      ['day', day],
    ]);
  }
}

/** @param {Set<string>} labels @param {unknown} label */
function add(labels, label) {
  if (typeof label === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(label)) labels.add(label);
}

/** @param {Side} side */
function trimmed(side) {
  const words = side.words.map((word) => ({ ...word, text: clip(word.text.trim(), 40) }));
  return {
    ...EMPTY_SIDE,
    ...side,
    words,
    mattered: clip(side.mattered.trim(), LIMIT.mattered),
    worry: clip(side.worry.trim(), LIMIT.worry),
  };
}
