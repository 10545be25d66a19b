/**
 * Requests (practice 15): what somebody asks of the other. A request is an entry of its asker; where it is, is read from what both wrote in it
 * (core/request.js). What only one person knows of it stays in their `me`: drafts, whether they could live with a no, that they looked, that it was put off.
 */
import { dayLabel } from '../core/day.js';
import { some } from '../core/lazily.js';
import { FIRST_KEY, isOpen, isSameTopic, readRequest, sentenceOf } from '../core/request.js';

export const TYPE = 'request';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Once, and gently: is it still on your mind? */
export const AGAIN_MS = 48 * HOUR_MS;
/** Words that are older than this when they could leave are asked about first. */
export const STILL_TRUE_MS = DAY_MS;
const WORDS = ['need', 'when', 'why', 'words'];
export const CHARS = Object.freeze({ need: 240, when: 80, why: 240, reflection: 160, answer: 240, changed: 160, line: 160 });

/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {import('../core/codec.js').Value} Value
 * @typedef {import('../core/request.js').Request} Request @typedef {import('../core/request.js').Answer} Answer
 * @typedef {{need: string, when: string, why: string, words: readonly string[]}} Words `words`: ids of needs
 *
 * @typedef {object} Item
 * @property {string} id @property {Entry} entry @property {boolean} isMine this person asks @property {Request} request
 * @property {Record<string, any>} own what only this person knows of it @property {Words} words as the other has them; of a draft, as they are here
 * @property {boolean} isDraft nobody else has it @property {boolean} isTakenBack @property {number} sentAt ms @property {number} writtenAt ms @property {string} sentence
 */

/** @param {Record<string, any>} fields @returns {Words} */
const wordsIn = (fields) => ({
  need: String(fields['need'] ?? ''),
  when: String(fields['when'] ?? ''),
  why: String(fields['why'] ?? ''),
  words: Array.isArray(fields['words']) ? fields['words'].map(String) : [],
});

/** @param {Entry} entry @returns {Item} */
function itemOf(entry) {
  const { id, own, isMine, isTakenBack } = entry;
  const [asker, other] = isMine ? [entry.mine, entry.theirs] : [entry.theirs, entry.mine];
  const request = readRequest(asker, other);
  const isDraft = isMine && request.step === 'none';
  return {
    id,
    entry,
    isMine,
    request,
    own,
    words: wordsIn(isDraft ? own : asker),
    isDraft,
    isTakenBack,
    sentAt: Number(asker['sent'] ?? 0),
    writtenAt: Number((isDraft ? own['written'] : asker['written']) ?? entry.at),
    sentence: sentenceOf(request, asker),
  };
}

export class Requests {
  #entries;
  #pair;
  #now;
  #isTravelling = false;

  /** @param {{entries: import('./entries.js').Entries, pair: () => import('./space.js').Space|null, now: () => number}} parts */
  constructor({ entries, pair, now }) {
    this.#entries = entries;
    this.#pair = pair;
    this.#now = now;
  }

  // ---- what there is

  /** @returns {Item[]} newest first */
  all(among = this.#entries.list(TYPE)) {
    return among.map(itemOf).filter(({ words, isTakenBack }) => isTakenBack || words.need !== '');
  }

  /** Those of `all` that the other has or had, each opened when it is asked for. @returns {Generator<Item>} newest first */
  *newest() {
    for (const entry of this.#entries.newest(TYPE)) for (const item of this.all([entry])) if (!item.isDraft || item.isTakenBack) yield item;
  }

  /** How often one of the two asked the other. */
  get count() {
    return this.#pair()?.places(TYPE).length ?? 0;
  }

  /** What nobody else has, put away or not. @returns {Item[]} newest first */
  unsent() {
    return this.all([...this.#entries.unshared(TYPE)]).filter(({ isDraft }) => isDraft);
  }

  /** @returns {Item[]} of which something may wait for somebody (stances.js), newest first */
  awake() {
    return this.all(this.#entries.awake(TYPE));
  }

  /** @param {string} id @returns {Item|null} */
  get(id) {
    const entry = this.#entries.get(TYPE, id);
    return entry && (this.all([entry])[0] ?? null);
  }

  /** @returns {Item[]} what nobody else has; what was taken back rests and is no draft until it is taken up */
  drafts() {
    return this.awake().filter(({ isDraft, own }) => isDraft && own['taken'] !== true);
  }

  /** @returns {Item[]} from the other */
  received() {
    return this.all().filter(({ isMine, isTakenBack }) => !isMine && !isTakenBack);
  }

  /** Of this topic something is with the other already. @param {string} need @param {string} [id] of the request that is being written @returns {Item|null} */
  openLike(need, id) {
    const mine = this.awake().filter((item) => item.isMine && !item.isDraft && item.id !== id);
    return mine.find((item) => isOpen(item.request) && isSameTopic(item.words.need, need)) ?? null;
  }

  /** @returns {boolean} nothing was ever asked from this phone's owner */
  get isFirst() {
    return this.unsent().every(({ own }) => own['edition'] === undefined) && !some(this.newest(), ({ isMine }) => isMine);
  }

  // ---- what the clock says of it, for this person alone

  /** Words that wait for a network and are older than a day: their writer says first whether they are still true. @param {Item} item */
  isStillAsked({ own, isMine }) {
    return isMine && own['queued'] !== undefined && this.#now() - Number(own['written'] ?? 0) >= STILL_TRUE_MS;
  }

  /** Nothing was said for two days: asked or shown once more. @param {Item} item */
  isAgain({ request, sentAt, own, isMine }) {
    const isSeen = own[isMine ? 'mind' : 'rose'] === request.edition;
    return request.step === 'asked' && this.#now() - sentAt >= AGAIN_MS && !isSeen;
  }

  /** Whether a request of the other stands on Today: not while it is put off, but once more after two days. @param {Item} item */
  isHere(item) {
    const { request, own } = item;
    return request.step === 'asked' && (own['later'] !== request.edition || this.isAgain(item));
  }

  /** Whether this person has read other words than these. @param {Item} item */
  isChanged({ own, request }) {
    return own['opened'] !== undefined && own['opened'] < request.edition;
  }

  /** The day on which they meant to answer. @param {Item} item */
  isAnswerDay({ request }) {
    return request.step === 'not-now' && request.by === dayLabel(this.#now());
  }

  /** A day that was named for an answer is still ahead, or today. @param {Item} item */
  isAnswerAhead({ request }) {
    return request.step === 'not-now' && request.by >= dayLabel(this.#now());
  }

  /** A day after it was agreed or, when it was told, done: whether it helped is asked of the asker alone. @param {Item} item */
  isHelpAsked({ request, isMine, own }) {
    const since = request.outcome?.at || request.agreedAt;
    return isMine && ['agreed', 'done'].includes(request.step) && own['helped'] === undefined && this.#now() - since >= DAY_MS;
  }

  /** Read and put away by this person, as it is now. @param {Item} item */
  isRead(item) {
    return item.own['read'] === markOf(item);
  }

  // ---- asking

  /** Keeps words for nobody else. @param {Words & {no?: string}} words @param {string} [id] @returns {Promise<string>} */
  async keep(words, id) {
    const { need, when, why, words: needs, ...more } = words;
    const before = id ? this.#entries.get(TYPE, id) : null;
    const isSame = before && isSameWords(wordsIn(before.own), words);
    const fields = { need: need.trim(), when: when.trim(), why: why.trim(), words: [...needs], taken: false, ...more };
    const written = isSame ? {} : { written: this.#now() };
    const kept = await this.#entries.keep(TYPE, { ...fields, ...written }, id);
    if (before?.own['queued'] !== undefined) await this.#entries.forget(TYPE, kept, ['queued']);
    return kept;
  }

  /**
   * Sends what is kept here, at once or when there is a network.
   * @param {string} id @param {boolean} isOnline
   */
  async send(id, isOnline) {
    const entry = this.#entries.get(TYPE, id);
    if (!entry) return;
    if (!isOnline) {
      await this.#entries.keep(TYPE, { queued: this.#now() }, id);
      return;
    }
    const { own, mine } = entry;
    const edition = Math.max(Number(own['edition'] ?? 0), Number(mine['edition'] ?? 0)) + 1;
    const words = Object.fromEntries(WORDS.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]])));
    await this.#entries.share(TYPE, { ...words, edition, sent: this.#now(), written: Number(own['written'] ?? this.#now()) }, id);
    await this.#entries.keep(TYPE, { edition, taken: false }, id);
    if (own['queued'] !== undefined) await this.#entries.forget(TYPE, id, ['queued']);
  }

  /** They are still true: what waited goes now. @param {string} id @param {boolean} isOnline */
  async confirmTrue(id, isOnline) {
    await this.#entries.keep(TYPE, { written: this.#now() }, id);
    await this.send(id, isOnline);
  }

  /** @returns {Item[]} meant to go as soon as there is a network; what is older than a day is asked about first */
  waiting() {
    return this.awake().filter((item) => item.isMine && item.own['queued'] !== undefined && !this.isStillAsked(item));
  }

  /** The network is here: what waits goes. */
  async travel() {
    if (this.#isTravelling) return;
    this.#isTravelling = true;
    try {
      for (const { id } of this.waiting()) await this.send(id, true);
    } finally {
      this.#isTravelling = false;
    }
  }

  /** Not to be sent after all: it stays here. @param {string} id */
  async stay(id) {
    await this.#entries.forget(TYPE, id, ['queued']);
  }

  /** @param {Item} item */
  async takeBack({ id }) {
    await this.#entries.takeBack(TYPE, id);
    await this.#entries.keep(TYPE, { taken: true }, id);
    await this.#entries.forget(TYPE, id, ['queued']);
  }

  /** A draft is erased. @param {Item} item */
  async erase({ id }) {
    await this.#entries.forget(TYPE, id);
  }

  /** Two days on: it may rest. @param {Item} item */
  async rest({ id, request }) {
    await this.#entries.keep(TYPE, { mind: request.edition }, id);
  }

  // ---- answering; nothing here says that somebody looked

  /** @param {Item} item */
  async open({ id, own, request }) {
    if (own['opened'] !== request.edition) await this.#entries.keep(TYPE, { opened: request.edition }, id);
  }

  /** @param {Item} item */
  async later(item) {
    const { edition } = item.request;
    await this.#entries.keep(TYPE, { later: edition, ...(this.isAgain(item) ? { rose: edition } : {}) }, item.id);
  }

  /** @param {Item} item @param {{kind: Answer, reflection?: string, words?: string, by?: string, change?: string}} said */
  async answer({ id, request: { edition } }, { kind, reflection = '', words = '', by = '', change = '' }) {
    await this.#entries.answer(
      TYPE,
      {
        answer: [edition, kind, words.trim(), kind === 'not-now' ? by : ''],
        ...(reflection.trim() ? { reflection: [edition, reflection.trim()] } : {}),
        ...(kind === 'change' ? { versions: [edition, [[1, change.trim()]]] } : {}),
      },
      id,
    );
  }

  /** Another day for the answer. @param {Item} item @param {string} by */
  async newDay({ id, request: { edition, words } }, by) {
    await this.#entries.answer(TYPE, { answer: [edition, 'not-now', words, by] }, id);
  }

  // ---- finding one sentence, together

  /** @param {Item} item @param {string} text */
  async propose({ id, isMine, request: { edition, versions, version } }, text) {
    const side = isMine ? 'asker' : 'other';
    const mine = versions.filter(({ by }) => by === side).map(({ n, text: said }) => [n, said]);
    await this.#write(id, isMine, { versions: [edition, [...mine, [(version?.n ?? 0) + 1, text.trim()]]] });
  }

  /** @param {Item} item */
  async accept({ id, isMine, request: { edition, key } }) {
    await this.#write(id, isMine, { accepted: [edition, key] });
  }

  /** This is what I mean. @param {Item} item */
  async confirm({ id, isMine, request: { edition, key } }) {
    await this.#write(id, isMine, { confirmed: [edition, key, this.#now()] });
  }

  /** No agreement, for now. @param {Item} item */
  async leave(item) {
    const { id, isMine, request } = item;
    await this.#write(id, isMine, { left: [request.edition, request.key] });
    await this.putAway({ ...item, request: { ...request, step: 'left' } });
  }

  /** A yes that no longer fits. @param {Item} item @param {string} text */
  async change({ id, request: { edition } }, text) {
    await this.#entries.answer(TYPE, { changed: [edition, text.trim()] }, id);
  }

  /** @param {string} id @param {boolean} isMine @param {Readonly<Record<string, Value>>} fields */
  #write(id, isMine, fields) {
    return isMine ? this.#entries.share(TYPE, fields, id) : this.#entries.answer(TYPE, fields, id);
  }

  // ---- afterwards

  /** How it came out, for the one who does it; the other learns of it only by being told. @param {Item} item @param {'done'|'changed'|'gone'} kind @param {string} text @param {boolean} isTold */
  async come({ id, request: { edition } }, kind, text, isTold) {
    await this.#entries.keep(TYPE, { outcome: [edition, kind, text.trim()] }, id);
    if (isTold) await this.#entries.answer(TYPE, { outcome: [edition, kind, text.trim(), this.#now()] }, id);
  }

  /** @param {Item} item @param {string} line */
  async reach({ id, request: { edition } }, line) {
    await this.#entries.share(TYPE, { reached: [edition, line.trim()] }, id);
  }

  /** Whether it helped: for oneself. @param {Item} item @param {number} choice @param {string} [text] */
  async help({ id, request: { edition } }, choice, text = '') {
    await this.#entries.keep(TYPE, { helped: [edition, choice, text.trim()] }, id);
  }

  /** … and for the other as well. @param {Item} item @param {number} choice @param {string} [text] */
  async shareHelp(item, choice, text = '') {
    await this.help(item, choice, text);
    await this.#entries.share(TYPE, { helped: [item.request.edition, choice, text.trim()] }, item.id);
  }

  /** @param {Item} item */
  async putAway(item) {
    await this.#entries.keep(TYPE, { read: markOf(item) }, item.id);
  }

  /** A note of one's own at it. @param {Item} item @param {Readonly<Record<string, Value>>} fields */
  async note({ id }, fields) {
    await this.#entries.keep(TYPE, fields, id);
  }

  // ---- what was asked and answered face to face

  /**
   * When a talk is left: each writes their own part into the one entry that both phones find. What was not read aloud stays a draft.
   * @param {object} talk
   * @param {string} talk.session hex @param {boolean} talk.isAsker @param {boolean} [talk.isTable] on one phone @param {Readonly<Record<string, any>>} talk.theirs what the other shared
   * @param {{fields: Readonly<Record<string, any>>, shared: readonly string[], hasSaid: (flag: string) => boolean}} talk.mine
   */
  async fromTalk({ session, isAsker, isTable = false, mine, theirs }) {
    if (isTable) return; // on one phone nobody's own is kept
    const us = this.#pair();
    const draft = this.drafts().find(({ own }) => own['reading'] === session); // read from, until now
    if (isAsker && !(us && mine.shared.includes('need'))) {
      const words = { ...wordsIn(mine.fields), words: draft?.words.words ?? [] };
      if (words.need.trim()) await this.keep(words, draft?.id);
      return;
    }
    const given = Object.fromEntries(mine.shared.map((name) => [name, mine.fields[name]]));
    const [asker, other] = isAsker ? [given, theirs] : [theirs, given];
    if (!us || (!isAsker && asker['need'] === undefined && other['answer'] === undefined)) return;
    const id = await us.meetAt(TYPE, 0, '', session);
    const kind = ANSWER_OF[other['answer']];
    const versions = kind === 'change' ? versionsIn(asker, other) : [];
    const own = versions.filter(({ by }) => (by === 'asker') === isAsker).map(({ n, text }) => [n, text]);
    const last = versions.at(-1);
    const key = last ? `${last.n}/${last.by}/${last.text}` : FIRST_KEY;
    const isMeant = (kind === 'yes' || last !== undefined) && mine.hasSaid(`agreed-${last?.n ?? 0}`);
    const part = {
      ...(own.length > 0 ? { versions: [1, own] } : {}),
      ...(isMeant ? { accepted: [1, key], confirmed: [1, key, this.#now()] } : {}),
    };
    if (isAsker) {
      const words = { ...wordsIn(given), words: draft?.words.words ?? [] };
      const now = this.#now();
      await this.#entries.keep(TYPE, { ...words, written: now, edition: 1, session }, id);
      await this.#entries.share(TYPE, { ...words, edition: 1, sent: now, written: now, ...part }, id);
      if (draft) await this.erase(draft);
      return;
    }
    await this.#entries.keep(TYPE, { opened: 1, later: 1 }, id); // it was heard; without an answer it rests before it is shown again
    if (!kind) return;
    const said = (/** @type {string} */ name) => String(other[name] ?? '').trim();
    const reflection = said('reflection') ? { reflection: [1, said('reflection')] } : {};
    await this.#entries.answer(TYPE, { answer: [1, kind, said('kind-word'), said('by')], ...reflection, ...part }, id);
  }
}

/** What was offered in a talk, in order. @param {Readonly<Record<string, any>>} asker @param {Readonly<Record<string, any>>} other */
function versionsIn(asker, other) {
  const all = /** @type {const} */ ([
    { n: 1, by: 'other', text: String(other['change'] ?? '').trim() },
    { n: 2, by: 'asker', text: String(asker['change-2'] ?? '').trim() },
    { n: 3, by: 'other', text: String(other['change-3'] ?? '').trim() },
  ]);
  return all.filter(({ text }) => text !== '');
}

/** As the practice lists them. */
const ANSWER_OF = /** @type {Readonly<Record<number, Answer>>} */ (Object.freeze({ 0: 'yes', 1: 'change', 2: 'not-now', 3: 'no' }));

/** What a person has read of it. @param {Item} item */
const markOf = ({ request: { edition, step, key, reached } }) => `${edition}/${step}/${key}/${reached === null ? '' : 'reached'}`;

/** @param {Words} a @param {Words} b */
const isSameWords = (a, b) =>
  a.need === b.need.trim() && a.when === b.when.trim() && a.why === b.why.trim() && a.words.join() === [...b.words].join();
