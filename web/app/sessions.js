/**
 * Sessions that were: what both shared in them, what this person kept for themselves, and what they carried on. A session's record is in the
 * pair's space (live.js writes it); notes and what is carried on are in `me` only, so that nothing of them can be seen or counted elsewhere.
 */
import { hex } from '../core/bytes.js';
import { timeOf } from '../core/day.js';
import { readMarks } from '../core/marks.js';
import { STANCE } from '../core/record-index.js';
import { clip } from './journal.js';

export const TYPE = 'session';
/** Names of fields in the record: what was shared, and joint results. */
export const FIELD = 'f.';
export const RESULT = 'r.';
/** On one phone for two: what the one without a phone here shared; written by whose phone it is. */
export const GUEST = 'g.';
/** The last place, once this person came to it. */
export const END = 'end';
const CHECK_IN = 'daily-check-in';
export const NOTE = 'session-note';
const TOGETHER = 'praise-plus-together';
const IDEA = 'idea/';
/** So many may come up again at once. */
const MOST_REPEATS = 6;
const CARRIED = 'carried';
const CARRIED_CHARS = 800;
/** A turn is offered for two weeks, then the thought rests. */
const OWED_FOR_MS = 14 * 86_400_000;
export const LENGTHS = Object.freeze(/** @type {const} */ (['short', 'usual', 'long', 'none']));
const MODES = Object.freeze(/** @type {const} */ (['live', 'voice', 'one-phone', 'alone', 'own-time']));

/**
 * @typedef {import('../core/practice.js').FieldValue} FieldValue
 * @typedef {'short'|'usual'|'long'|'none'} Length
 * @typedef {object} Beginning how a session began
 * @property {number} at ms, by the clock of who began @property {string} day @property {Length} length @property {0|1} starter
 * @property {(typeof MODES)[number]} mode @property {string} practice @property {number} version @property {string} variant
 * @property {Readonly<Record<string, readonly string[]>>} dealt cards both draw from, by deck
 *
 * @typedef {object} Line @property {string} name @property {0|1} person @property {boolean} isMine @property {FieldValue} value @property {boolean} isWithdrawn
 *   @property {boolean} isGuest shared on the other's phone, which keeps it
 * @typedef {Beginning & {id: string, byMe: boolean, reached: number, end: string, isEnded: boolean, isOpen: boolean, isLeft: boolean, agreed: readonly string[], lines: readonly Line[], results: Readonly<Record<string, FieldValue>>}} Past
 *   `end` the phase it ended with here; `isOpen` what was sealed until going on may be read; `isLeft` closed on this phone
 * @typedef {{id: string, kind: string, practice: string, session: string, day: string, text: string, at: number}} Carried
 */

/** @param {Omit<Beginning, never>} beginning @returns {import('../core/codec.js').Value} */
export const beginningRow = ({ at, day, length, starter, mode, practice, version, variant, dealt }) => [
  at,
  LENGTHS.indexOf(length),
  starter,
  day,
  MODES.indexOf(mode),
  practice,
  version,
  variant,
  Object.entries(dealt),
];

/** @param {unknown} value @returns {Beginning|null} */
export function readBeginning(value) {
  if (!Array.isArray(value) || value.length < 5) return null;
  const [at, length, starter, day, mode, practice = 'daily-check-in', version = 1, variant = '', dealt = []] = value;
  const isWell = typeof at === 'number' && typeof day === 'string' && typeof practice === 'string' && Number.isInteger(version);
  if (!isWell || typeof variant !== 'string' || MODES[mode] === undefined) return null;
  return {
    at: timeOf(at),
    day,
    length: LENGTHS[length] ?? 'usual',
    starter: starter === 1 ? 1 : 0,
    mode: MODES[mode],
    practice,
    version,
    variant,
    dealt: readDealt(dealt),
  };
}

/** @param {unknown} value @returns {Record<string, string[]>} */
function readDealt(value) {
  const isIds = (/** @type {unknown} */ ids) => Array.isArray(ids) && ids.length <= 64 && ids.every((id) => typeof id === 'string');
  return Object.fromEntries(
    Array.isArray(value) ? value.filter((each) => Array.isArray(each) && typeof each[0] === 'string' && isIds(each[1])) : [],
  );
}

export class Sessions {
  #me;
  #pair;
  #crypto;
  #now;

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => number} parts.now
   */
  constructor({ me, pair, crypto, now }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#now = now;
  }

  /** @param {string} record hex @returns {Beginning|null} */
  beginning(record) {
    const { byPerson } = this.#pair()?.record(record) ?? {};
    return [1, 2].map((person) => readBeginning(byPerson?.get(person)?.get('invite')?.value)).find(Boolean) ?? null;
  }

  /**
   * What was done, without what still goes on in own time and without the check-in, which has its days; each opened when it is asked for.
   * @param {string} [of] practice @returns {Generator<Past>} newest first
   */
  *done(of) {
    for (const past of this.newest(of)) {
      const { reached, practice, mode, isEnded, isLeft } = past;
      if (reached > 0 && practice !== CHECK_IN && (mode !== 'own-time' || isEnded || isLeft)) yield past;
    }
  }

  /** @param {readonly string[]} practices @returns {Past[]} newest first; of the pair in use */
  past(practices) {
    return [...new Set(practices)].flatMap((practice) => [...this.newest(practice)]).sort((a, b) => b.at - a.at);
  }

  /** Those of `past` of which something may wait for somebody (stances.js); the others are not opened. @returns {Past[]} newest first */
  awake() {
    return this.#pasts(this.#pair()?.awake(TYPE) ?? []);
  }

  /** Those of `past`, each opened when it is asked for. @param {string} [practice] @param {readonly import('../core/record-index.js').Stance[]} [stances] @returns {Generator<Past>} newest first */
  *newest(practice, stances) {
    for (const record of this.#pair()?.newest(TYPE, practice, stances) ?? []) yield* this.#pasts([record]);
  }

  /** Every session, with what this person noted for themselves: for the readable copy. @returns {Array<Past & {notes: Readonly<Record<string, FieldValue>>}>} newest first */
  noted() {
    const notes = this.#notes();
    return [...this.newest()].map((past) => ({ ...past, notes: notes.get(past.id) ?? {} }));
  }

  /** One session, with what this person noted for themselves. @param {string} id hex @returns {(Past & {notes: Readonly<Record<string, FieldValue>>})|null} */
  find(id) {
    const past = this.get(id);
    return past && { ...past, notes: this.#notes(past.practice).get(id) ?? {} };
  }

  /** @param {string} id hex @returns {Past|null} */
  get(id) {
    const record = this.#pair()?.record(id);
    return (record?.type === TYPE && this.#pasts([record])[0]) || null;
  }

  /** @param {Iterable<import('../core/oplog.js').RecordView>} records @returns {Past[]} newest first */
  #pasts(records) {
    const me = this.#pair()?.person ?? 1;
    return [...records].flatMap((record) => pastOf(record, me) ?? []).sort((a, b) => b.at - a.at);
  }

  /** Sessions in own time that neither has left. @returns {Past[]} */
  open() {
    return this.awake().filter(({ mode, isLeft }) => mode === 'own-time' && !isLeft);
  }

  /** The other listened to this person last, not long ago, and was not listened to since. @returns {{at: number}|null} */
  turnOwed() {
    const me = (this.#pair()?.person ?? 1) - 1;
    for (const { at, starter, reached } of this.newest('deep-listening'))
      if (this.#now() - at >= OWED_FOR_MS) return null;
      else if (reached > 0) return starter === me ? { at } : null;
    return null;
  }

  /** What both would do together again, newest first, each once: ids of cards, or `idea/<session>` of an idea of their own. @returns {string[]} */
  repeats() {
    const wanted = this.past([TOGETHER]).flatMap(({ id, results }) => {
      const { marks, again } = results;
      if (again !== 0 || typeof marks !== 'string' || marks === 'none') return [];
      return [marks.startsWith(IDEA) || !marks.includes('/') ? marks : IDEA + id];
    });
    return [...new Set(wanted)].slice(0, MOST_REPEATS);
  }

  /** @param {string} id of an idea that both wanted again @returns {string|null} as it was written */
  ideaOf(id) {
    const past = id.startsWith(IDEA) ? this.get(id.slice(IDEA.length)) : null;
    const [person, at] = String(past?.results['marks']).split('/').map(Number);
    const line = past?.lines.find((each) => each.name === 'idea' && each.person === person && !each.isWithdrawn);
    const words = Array.isArray(line?.value) ? line.value[at ?? 0] : undefined;
    return typeof words === 'string' ? words : null;
  }

  /** Takes back what this person shared in a session. @param {string} session hex @param {string} name */
  async withdraw(session, name) {
    await this.#pair()?.withdraw(session, TYPE, [FIELD + name]);
  }

  /** Adds to a session that is over: the answer to a summary. @param {string} session @param {string} name @param {string} text */
  async add(session, name, text) {
    await this.#pair()?.write(session, TYPE, [[FIELD + name, text]]);
  }

  /** Answers again in a session that is over. @param {string} session @param {string} name @param {number} choice */
  async answer(session, name, choice) {
    await this.#pair()?.write(session, TYPE, [[FIELD + name, choice]]);
  }

  // ---- this person's own

  /** @param {import('../core/oplog.js').RecordView} record @returns {{id: string, practice: string, session: string, day: string, fields: Record<string, FieldValue>}|null} null: nothing stands in it */
  #noteOf(record) {
    const fields = record.byPerson.get(this.#me()?.person ?? 1);
    const text = (/** @type {string} */ name) => String(fields?.get(name)?.value ?? '');
    const kept = [...(fields ?? [])].flatMap(([name, { value, isWithdrawn }]) =>
      name.startsWith(FIELD) && !isWithdrawn ? [[name.slice(FIELD.length), value]] : [],
    );
    if (!text('session') || kept.length === 0) return null;
    return { id: record.id, practice: text('practice'), session: text('session'), day: text('day'), fields: Object.fromEntries(kept) };
  }

  /** Of sessions, by their id. @param {string} [practice] @returns {Map<string, Record<string, FieldValue>>} */
  #notes(practice) {
    const notes = [...(this.#me()?.newest(NOTE, practice) ?? [])].flatMap((record) => this.#noteOf(record) ?? []);
    return new Map(notes.map(({ session, fields }) => [session, fields]));
  }

  /**
   * Notes of sessions alone and of pauses, which have no session with another; each opened when it is asked for.
   * @param {string} [practice] of all, unless said @returns {Generator<{id: string, practice: string, session: string, day: string, fields: Record<string, FieldValue>}>} newest first
   */
  *alone(practice) {
    for (const record of this.#me()?.newest(NOTE, practice, [STANCE.awake, STANCE.stands]) ?? []) {
      const note = this.#noteOf(record);
      if (note && this.isAlone(note.session)) yield note;
    }
  }

  /** @param {string} session hex @returns {boolean} it is none of the pair in use */
  isAlone(session) {
    return this.get(session) === null;
  }

  /** Takes a note away for good. @param {string} id hex */
  async forget(id) {
    const fields = this.#me()
      ?.record(id)
      ?.byPerson.get(this.#me()?.person ?? 1);
    await this.#me()?.withdraw(id, NOTE, [...(fields?.keys() ?? [])]);
  }

  /** @param {{record: string, practice: string, day: string, fields: Record<string, FieldValue>}} note */
  async keep({ record, practice, day, fields }) {
    const me = this.#me();
    if (!me) return;
    const id = await me.meetAt(NOTE, 1, '', record);
    await me.write(id, NOTE, [
      ['session', record],
      ['practice', practice],
      ['day', day],
      ...Object.entries(fields).map(([name, value]) => /** @type {[string, any]} */ ([FIELD + name, value])),
    ]);
  }

  /** One thing carried on from a session. @param {Omit<Carried, 'id'|'at'>} carried */
  async carry({ kind, practice, session, day, text }) {
    const me = this.#me();
    if (!me) return;
    const id = hex(this.#crypto.random(16));
    await me.write(id, CARRIED, [
      ['kind', kind],
      ['practice', practice],
      ['session', session],
      ['day', day],
      ['text', clip(text.trim(), CARRIED_CHARS)],
      ['at', this.#now()],
    ]);
  }

  /** @returns {Carried[]} what is still carried, newest first */
  carried() {
    const me = this.#me();
    return (me?.recordsOfType(CARRIED) ?? [])
      .flatMap((record) => {
        const fields = record.byPerson.get(me?.person ?? 1);
        const text = (/** @type {string} */ name) => String(fields?.get(name)?.value ?? '');
        const kind = fields?.get('kind');
        if (!kind || kind.isWithdrawn || fields?.has('done')) return [];
        const at = Number(fields?.get('at')?.value ?? 0);
        return [
          {
            id: record.id,
            kind: text('kind'),
            practice: text('practice'),
            session: text('session'),
            day: text('day'),
            text: text('text'),
            at,
          },
        ];
      })
      .sort((a, b) => b.at - a.at);
  }

  /** @param {string} id */
  async putDown(id) {
    await this.#me()?.write(id, CARRIED, [['done', true]]);
  }
}

/** @param {import('../core/oplog.js').RecordView} record @param {number} me @returns {Past|null} */
function pastOf(record, me) {
  const begun = [1, 2].map((person) => ({ person, beginning: readBeginning(record.byPerson.get(person)?.get('invite')?.value) }));
  const first = begun.find(({ beginning }) => beginning !== null);
  if (!first?.beginning) return null;
  const floors = [1, 2].flatMap((person) => {
    const marks = record.byPerson.get(person)?.get('marks')?.value;
    return Array.isArray(marks) ? marks.filter((each) => Array.isArray(each) && each[0] === 'floor') : [];
  });
  const last = floors.sort((a, b) => b[1] - a[1])[0];
  const isLeft = record.byPerson.get(me)?.has('closed') === true;
  const end = String(record.byPerson.get(me)?.get(END)?.value ?? '');
  const isEnded = end !== '';
  /** @type {Line[]} */ const lines = [];
  /** @type {Record<string, FieldValue>} */ const results = {};
  for (const [person, fields] of record.byPerson)
    for (const [name, field] of fields) {
      const side = { person: /** @type {0|1} */ (person - 1), isMine: person === me, isWithdrawn: field.isWithdrawn, isGuest: false };
      if (name.startsWith(GUEST))
        lines.push({
          ...side,
          person: /** @type {0|1} */ (2 - person),
          isMine: person !== me,
          isGuest: true,
          name: name.slice(GUEST.length),
          value: /** @type {any} */ (field.value),
        });
      if (name.startsWith(FIELD)) lines.push({ ...side, name: name.slice(FIELD.length), value: /** @type {any} */ (field.value) });
      else if (name.startsWith(RESULT) && Array.isArray(field.value)) results[name.slice(RESULT.length)] = field.value[1];
    }
  return {
    ...first.beginning,
    starter: last?.[3] === 1 ? 1 : last ? 0 : first.beginning.starter,
    id: record.id,
    byMe: first.person === me,
    reached: Math.max(last?.[2] ?? 0, isEnded ? 1 : 0),
    end,
    isEnded,
    isOpen: isEnded || (first.beginning.mode !== 'own-time' && isLeft),
    isLeft,
    lines,
    results,
    agreed: agreedIn(record, first.beginning.mode),
  };
}

/**
 * Flags by which both agreed, at one and the same place. On one phone both words are the owner's marks.
 * @param {import('../core/oplog.js').RecordView} record @param {string} mode @returns {string[]}
 */
function agreedIn(record, mode) {
  const sets = [1, 2].map((person) =>
    readMarks(record.byPerson.get(person)?.get('marks')?.value).filter(([key]) => key.startsWith('turn/')),
  );
  const [mine = [], theirs = []] = mode === 'one-phone' ? [sets.flat(), sets.flat()] : sets;
  return mine.flatMap(([key, at]) => (theirs.some(([other, when]) => other === key && when === at) ? [key.split('/')[1] ?? ''] : []));
}
