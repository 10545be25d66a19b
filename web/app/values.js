/**
 * What each holds dear, and the boards two people kept of it (practice 19). One's own five lie in `me`; a board is what stands of a session in which both
 * kept it. What the two agreed anywhere may carry a word of theirs: a tag, shared.
 */

import { filter, most } from '../core/lazily.js';
import { STANCE } from '../core/record-index.js';
import { LOOK_AGAIN_DAYS, REVIEW_DAYS } from './retreats.js';

export const PRACTICE = 'values-alignment';
const TRIES = 'shared-problem-solving';
const TYPE = 'values';
const TAG = 'value-tag';
/** On this phone only: a look or an act was put away, or comes later. */
const SEEN = 'values-seen';
const DAY_MS = 86_400_000;
const ACT_DAYS = 14;
const MONTH_DAYS = 30;
/** Where sentences both said yes to are found: practice, field, the flag of both, the field of the word they were tagged with on the way. */
const AGREED = /** @type {const} */ ([
  [TRIES, 'trial', null, null],
  ['values-alignment', 'act', 'celebrated', 'act-word'],
  ['values-alignment', 'agreement', 'agreed', 'agreement-word'],
  ['weekly-retreat', 'change', 'agreed', null],
]);

/**
 * @typedef {import('./sessions.js').Past} Past
 * @typedef {{session: string, at: number, mine: unknown, theirs: unknown, meaning: unknown}} Kept a board: lines of both tables, as `readTable` reads them
 * @typedef {{session: string, field: string, practice: string, text: string, at: number, value: string}} Agreement `value`: id of the word it carries, or empty
 */

/** @param {Past} past @param {string} name @returns {unknown} */
const valueIn = ({ lines }, name) => lines.find((line) => line.name === name && !line.isWithdrawn)?.value;

/** @param {Past} past */
export const isToLookAgain = (past) => past.agreed.includes('agreed') && valueIn(past, 'look-again') !== undefined;

/** A sentence that both try. @param {Past} past */
export const isTrial = (past) => past.practice === TRIES && past.end === 'end' && Boolean(valueIn(past, 'trial'));

export class Values {
  #entries;
  #sessions;
  #now;

  /** @param {{entries: import('./entries.js').Entries, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, sessions, now }) {
    this.#entries = entries;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** @returns {Readonly<Record<string, any>>|null} what this person sorted last, for nobody else: `five`, `words`, `own-cards`, `off` */
  mine() {
    return this.#entries.list(TYPE).find(({ own }) => Array.isArray(own['five']))?.own ?? null;
  }

  async letMineGo() {
    for (const { id } of this.#entries.list(TYPE)) await this.#entries.forget(TYPE, id);
  }

  /** What a session together goes on from, so that nobody sorts twice. @returns {Record<string, any>} fields of one's own */
  given() {
    const mine = this.mine();
    if (!mine) return {};
    const named = ['five', 'words', 'own-cards', 'off'].flatMap((name) => (Array.isArray(mine[name]) ? [[name, mine[name]]] : []));
    return { before: true, ...Object.fromEntries(named) };
  }

  // ---- of both

  /** @returns {Kept[]} newest first; taken back, a table is gone from it */
  boards() {
    return [...this.#sessions.newest(PRACTICE)].flatMap((past) => {
      if (!past.agreed.includes('kept')) return [];
      const table = (/** @type {boolean} */ isMine) =>
        past.lines.find((line) => line.name === 'table' && line.isMine === isMine && !line.isWithdrawn)?.value;
      return [{ session: past.id, at: past.at, mine: table(true), theirs: table(false), meaning: past.results['meaning'] }];
    });
  }

  /** @returns {Agreement[]} newest first */
  agreements(among = this.#sessions.past(AGREED.map(([practice]) => practice))) {
    const tags = among.length > 0 ? this.#entries.list(TAG).map(({ mine, theirs, isMine }) => (isMine ? mine : theirs)) : [];
    return among.flatMap((past) =>
      AGREED.flatMap(([practice, field, flag, word]) => {
        const text = String(valueIn(past, field) ?? '').trim();
        if (past.practice !== practice || !text || (flag && !past.agreed.includes(flag))) return [];
        const tag = tags.find((each) => each['session'] === past.id && each['field'] === field);
        const value = String(tag?.['value'] ?? (word ? (valueIn(past, word) ?? '') : ''));
        return [{ session: past.id, field, practice, text, at: past.at, value }];
      }),
    );
  }

  /** @param {string} session @param {string} field @returns {string} id of the word it carries, or empty */
  tagOf(session, field) {
    const past = this.#sessions.get(session);
    return this.agreements(past ? [past] : []).find((each) => each.field === field)?.value ?? '';
  }

  /** @param {{session: string, field: string}} agreement @param {string} value empty takes it off */
  async tag({ session, field }, value) {
    await this.#entries.share(TAG, { session, field, value });
  }

  // ---- on Today

  /** @param {string} session @param {string} what */
  #seen(session, what) {
    return this.#entries.list(SEEN).find(({ own }) => own['session'] === session && own['what'] === what)?.own ?? null;
  }

  /** What the two meant to do for a value, until this person puts it away. @returns {Agreement[]} */
  acts() {
    /** @type {Past[]} */ const lately = [];
    for (const past of this.#sessions.newest(PRACTICE))
      if (this.#now() < past.at + ACT_DAYS * DAY_MS) lately.push(past);
      else break;
    return this.agreements(lately).filter(({ field, session }) => field === 'act' && this.#seen(session, 'act') === null);
  }

  /** How it felt is this person's own. @param {string} session @param {{felt?: number, became?: string}} [how] */
  async putActAway(session, how = {}) {
    await this.#entries.keep(SEEN, { session, what: 'act', ...how });
  }

  #lastAgreed() {
    for (const past of this.#sessions.newest(PRACTICE, [STANCE.awake, STANCE.stands])) if (isToLookAgain(past)) return past;
    return null;
  }

  /** The day on which the two meant to look again has come. @returns {Past|null} */
  lookAgain() {
    const past = this.#lastAgreed();
    if (!past) return null;
    const seen = this.#seen(past.id, 'look');
    const at = past.at + (LOOK_AGAIN_DAYS[Number(valueIn(past, 'look-again'))] ?? Infinity) * DAY_MS;
    return this.#now() >= Math.max(at, Number(seen?.['later'] ?? 0)) && seen?.['later'] !== 0 ? past : null;
  }

  /** The newest sentence that both try, with the day on which they wanted to look again. @returns {{session: string, text: string, at: number, isDue: boolean}|null} */
  trial() {
    const past = [...most(filter(this.#sessions.newest(TRIES, [STANCE.awake, STANCE.stands]), isTrial), 1)][0];
    const days = past && REVIEW_DAYS[Number(valueIn(past, 'review') ?? Number.NaN)];
    if (!past || !days) return null;
    const seen = this.#seen(past.id, 'look');
    const at = Math.max(past.at + days * DAY_MS, Number(seen?.['later'] ?? 0));
    return seen?.['later'] === 0 ? null : { session: past.id, text: String(valueIn(past, 'trial')), at, isDue: this.#now() >= at };
  }

  /** @param {string} session @param {boolean} isLeft for good; else in `days` @param {number} [days] */
  async putLookAway(session, isLeft, days = MONTH_DAYS) {
    await this.#entries.keep(SEEN, { session, what: 'look', later: isLeft ? 0 : this.#now() + days * DAY_MS });
  }
}
