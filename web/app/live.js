/**
 * A session: the practice engine, fed by whispers while both phones are there, and by ops always. Every mark a person makes is also a field
 * in the session's record, so that a phone that drops, reloads or dies comes back to where both were (protocol, "Live sessions").
 *
 * The record lives in the pair's space at a place both phones find by themselves: practice, day, run. Each person writes `marks` (their
 * own, of the engine), `f.<name>` for each field they share and `r.<name>` for each joint result; the one who asked writes `invite`.
 * A session of one alone has no record: what it keeps goes to that person's notes.
 */

import { hex, unhex } from '../core/bytes.js';
import { decode } from '../core/codec.js';
import { filter, most } from '../core/lazily.js';
import {
  contribution,
  given,
  holds,
  isOnePhone,
  jointOf,
  localOf,
  next,
  nextStarter,
  personOnScreen,
  receive,
  restore,
  sameContribution,
  setOffset,
  setVoice,
  situation,
  start,
} from '../core/practice.js';
import { isBlank } from '../core/practice-fields.js';
import { view } from '../core/practice-view.js';
import { Whisperer } from '../core/whisper.js';
import { loadPractice } from '../practices/registry.js';
import { beginningRow, END, FIELD, GUEST, RESULT, readBeginning, TYPE } from './sessions.js';

/** To an invitation, beside yes. */
const ANSWERS = Object.freeze(/** @type {const} */ (['not-today', 'another-time']));
export const INVITATION_MS = 10 * 60_000;
/** Place of the flow where each says their weather. */
const LAST_OF_WEATHER = 1;
/** A session of an earlier day that nobody touched for this long is over. */
const FORGOTTEN_MS = 3 * 3_600_000;
/** The one session under way with the other, or alone; those in own time have rows of their own, `live/<record>`. */
const ROW = 'live';
/** The talk after a pause is where its notes are asked about. */
const PAUSE = 'pause-in-conflict';
const PING_EVERY_MS = 8_000;
/** The other phone counts as there while it was heard within two pings. */
const HEARD_MS = 2.5 * PING_EVERY_MS;

/**
 * @typedef {import('../core/practice.js').State} State
 * @typedef {import('../core/practice.js').Event} Event
 * @typedef {import('../core/practice.js').Person} Person
 * @typedef {import('./sessions.js').Beginning} Beginning @typedef {import('./sessions.js').Length} Length
 * @typedef {import('../core/practice.js').Mode | 'own-time'} Mode
 * @typedef {Readonly<Record<string, readonly string[]>>} Decks card ids by deck, best first
 * @typedef {Beginning & {record: string}} Invitation
 * @typedef {object} How all that an engine is made from
 * @property {string} record @property {string} day @property {string} pair space hex, empty alone @property {string} practice id @property {number} version
 * @property {string} variant @property {Length} length @property {Mode} mode @property {Person} starter @property {Decks} decks @property {number} begunAt ms, by this phone's clock
 * @property {any} [local]
 * @typedef {How & {engine: State}} Running
 */

export class LiveSession {
  #attune;
  #crypto;
  #vault;
  #world;
  /** @type {Running|null} */ #running = null;
  /** @type {Whisperer|null} */ #whisperer = null;
  /** Another tab is the one in use: this one shows what that one does, and says nothing. */ #isFollowing = false;
  /** @type {number} */ #heardAt = 0;
  /** @type {{offsetMs: number, tripMs: number}|null} */ #clock = null;
  /** @type {number|undefined} */ #timer;
  #lastSaid = /** @type {import('../core/practice.js').Contribution|null} */ (null);
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();
  /** Sessions that were whispered of just now: whoever waits there is there, whatever their clock says. @type {Map<string, number>} */ #whispered =
    new Map();

  /**
   * @param {object} parts
   * @param {import('./attune.js').Attune} parts.attune @param {import('../core/ids.js').Crypto} parts.crypto
   * @param {import('./vault.js').Vault} parts.vault @param {import('./attune.js').World} parts.world
   */
  constructor({ attune, crypto, vault, world }) {
    this.#attune = attune;
    this.#crypto = crypto;
    this.#vault = vault;
    this.#world = world;
    attune.onWhisper((space, bytes) => void this.#inTurn(() => this.#hear(space, bytes)));
    attune.changes.addEventListener('change', () => {
      this.#readRecord();
      this.#checkVoice();
      void this.#leaveForgotten();
    });
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #inTurn(step) {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  // ---- what screens read

  /** @returns {{record: string, day: string, practice: string, mode: string, variant: string, length: Length, isTogether: boolean, isConnected: boolean}|null} */
  get session() {
    const running = this.#running;
    if (!running) return null;
    return {
      record: running.record,
      day: running.day,
      practice: running.practice,
      mode: running.mode,
      variant: running.variant,
      length: running.length,
      isTogether: this.isTogether,
      isConnected: this.#attune.sync.state !== 'offline',
    };
  }

  /** The other phone was heard just now, inside a session both have joined. */
  get isTogether() {
    return this.#whisperer !== null && this.#world.now() - this.#heardAt < HEARD_MS;
  }

  /** @param {Person} [half] in one-phone mode, whose half of the screen; else that of the one who holds it or speaks @returns {import('../core/practice-view.js').View|null} */
  view(half) {
    const running = this.#running;
    return running ? view(running.engine, half ?? personOnScreen(running.engine), this.#world.now()) : null;
  }

  /** What may be carried on from the session under way, with the words each begins with. @returns {{message: string, to: string, words: string}[]} */
  followUps() {
    const engine = this.#running?.engine;
    if (!engine) return [];
    const now = situation(engine, engine.me, this.#world.now());
    return engine.practice.followUps
      .filter(({ when = [] }) => when.every((condition) => holds(now, condition)))
      .map(({ message, to, fills = '' }) => {
        const words = fills.startsWith('their:') ? engine.theirs[fills.slice('their:'.length)] : engine.local.fields[engine.me][fills];
        return { message, to, words: typeof words === 'string' ? words : '' };
      });
  }

  /** What either shared in the session under way. @param {string} name of a field @returns {import('../core/practice.js').FieldValue|undefined} */
  shared(name) {
    const engine = this.#running?.engine;
    const by = [0, 1].find((person) => engine?.local.shared[/** @type {Person} */ (person)].includes(name));
    return by === undefined ? engine?.theirs[name] : engine?.local.fields[/** @type {Person} */ (by)][name];
  }

  /** @param {string} deck @returns {readonly string[]} what lies before both */
  dealt(deck) {
    return this.#running?.decks[deck] ?? [];
  }

  /** The practice under way. @returns {import('../core/practice-schema.js').Practice|null} */
  get practice() {
    return this.#running?.engine.practice ?? null;
  }

  /** The owner of this phone, as the engine counts. */
  get me() {
    return this.#running?.engine.me ?? 0;
  }

  /**
   * What the other asked just now, still waits for, and this person has not answered. A session of one's own hides it only while it lives;
   * of two that wait for each other the one with the lesser record is where both meet.
   * @returns {Invitation|null}
   */
  get invitation() {
    const space = this.#attune.currentSpace;
    if (!space) return null;
    const running = this.#running;
    const isFree = !running || running.mode === 'own-time' || this.#isOver(running);
    if (!isFree && (isOnePhone(running.engine) || jointOf(running.engine).index > 0)) return null;
    for (const record of this.#lately(space)) {
      const theirs = record.byPerson.get(3 - space.person);
      const invite = readInvite(theirs?.get('invite')?.value);
      if (!invite || theirs?.has('closed') || [this.#attune.drafts.get('declined'), running?.record].includes(record.id)) continue;
      if (!isFree && record.id > running.record) continue;
      const isAnswered = record.byPerson.get(space.person)?.has('answer') || record.byPerson.get(space.person)?.has('marks');
      if (!isAnswered && this.#isFresh(record.id, invite.at)) return { ...invite, record: record.id };
    }
    return null;
  }

  /** Sessions in which somebody may be asking now: by their time, or because a whisper said so. @param {import('./space.js').Space} space */
  *#lately(space) {
    const since = this.#world.now() - INVITATION_MS;
    const ids = new Set(this.#whispered.keys());
    for (const { id, at } of space.places(TYPE)) {
      if (at <= since) break;
      ids.add(id);
    }
    for (const id of ids) {
      const record = space.record(id);
      if (record?.type === TYPE) yield record;
    }
  }

  /** @param {string} record @param {number} at when they asked, by the clock of whoever asked */
  #isFresh(record, at) {
    const now = this.#world.now();
    return Math.abs(now - at) < INVITATION_MS || now - (this.#whispered.get(record) ?? 0) < HEARD_MS;
  }

  /** Stopped, left by the other, or of a day that is gone. @param {Running} running */
  #isOver(running) {
    const space = this.#spaceOf(running);
    const theirs = space?.record(running.record)?.byPerson.get(3 - space.person);
    const { stopped, startedAt } = jointOf(running.engine);
    const isForgotten = running.day !== this.#attune.today() && this.#world.now() - Math.max(startedAt, running.begunAt) > FORGOTTEN_MS;
    return stopped !== null || theirs?.has('closed') === true || isForgotten;
  }

  /** What the other answered to what I asked, when they did not say yes; never why. @returns {typeof ANSWERS[number]|null} */
  get answer() {
    const space = this.#pairSpace();
    const answer =
      space && this.#running
        ? space
            .record(this.#running.record)
            ?.byPerson.get(3 - space.person)
            ?.get('answer')?.value
        : null;
    return ANSWERS.find((each) => each === answer) ?? null;
  }

  /** Who begins next: the one who did not begin last time. @returns {Person} */
  get nextStarter() {
    const done = filter(this.#attune.sessions.newest(), ({ reached }) => reached > 0);
    return nextStarter([...most(done, 1)]);
  }

  // ---- what a person does

  /**
   * Begins a session; in the live mode this is also the invitation.
   * @param {{practice: string, length: Length, mode: Mode, starter: Person, variant?: string, decks?: Decks, dealt?: Decks, given?: Record<string, import('../core/practice.js').FieldValue>}} how
   *   `dealt`: what both phones draw from, and so part of the invitation; `given`: what this person's fields hold already
   */
  async begin({ practice, length, mode, starter, variant = '', decks = {}, dealt = {}, given = {} }) {
    const loaded = await loadPractice(practice);
    await this.#inTurn(async () => {
      const space = mode === 'alone' ? null : this.#attune.currentSpace;
      if (!loaded || (!space && mode !== 'alone')) return;
      const day = this.#attune.today();
      const begunAt = this.#world.now();
      const how = { practice, version: loaded.version, day, length, mode, starter, variant, begunAt };
      if (!space) {
        await this.#open({ ...how, record: hex(this.#crypto.random(16)), pair: '', decks: { ...decks, ...dealt } });
        return;
      }
      const record = await this.#freeRecord(space, practice, day, mode);
      await space.write(record, TYPE, [
        ['invite', beginningRow({ ...how, at: begunAt, dealt })],
        ['day', day],
      ]);
      await this.#open({ ...how, record, pair: space.name, decks: { ...decks, ...dealt } });
    });
    for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    if (mode !== 'own-time' && mode !== 'alone') await this.send({ type: 'ready' });
  }

  /** A field of this person holds something before its place is reached. @param {string} field @param {import('../core/practice.js').FieldValue} value */
  async #give(field, value) {
    await this.#inTurn(async () => {
      if (this.#running) await this.#become(given(this.#running.engine, field, value));
    });
  }

  /** A place for a new run of this day: the first whose session nobody has finished or left. @param {import('./space.js').Space} space @param {string} practice @param {string} day @param {Mode} mode */
  async #freeRecord(space, practice, day, mode) {
    for (let run = 1; ; run += 1) {
      const id = await space.meetAt(practice, 0, day, `session/${run}`);
      const known = space.record(id);
      if (!known) return id;
      const isOld = mode !== 'live' || [...known.byPerson.values()].some((fields) => fields.has('closed') || fields.has('answer'));
      const invite = [1, 2].map((person) => readInvite(known.byPerson.get(person)?.get('invite')?.value)).find(Boolean);
      if (!isOld && invite && this.#isFresh(id, invite.at)) return id;
    }
  }

  /** Says yes to the invitation. @param {Decks} [decks] what this phone draws from @param {Record<string, import('../core/practice.js').FieldValue>} [given] */
  async accept(decks = {}, given = {}) {
    const { invitation } = this;
    const space = this.#attune.currentSpace;
    if (!invitation || !space) return;
    if (this.#running?.mode === 'own-time') await this.putAway();
    else if (this.#running) await this.leave();
    const begunAt = this.#world.now();
    await this.#inTurn(() =>
      this.#open({ ...invitation, mode: 'live', pair: space.name, decks: { ...decks, ...invitation.dealt }, begunAt }),
    );
    for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    await this.send({ type: 'ready' });
  }

  /** Whether this release can play what is asked: an older phone meets a newer practice. @param {Beginning} beginning @returns {Promise<boolean>} */
  async isKnown({ practice, version }) {
    const loaded = await loadPractice(practice);
    return loaded !== null && loaded.version >= version;
  }

  /**
   * Takes up a session in own time where it is.
   * @param {string} record hex @param {Decks} [decks] @param {Record<string, import('../core/practice.js').FieldValue>} [given] when it is taken up first
   * @returns {Promise<boolean>} false: not known here
   */
  async takeUp(record, decks = {}, given = {}) {
    const space = this.#attune.currentSpace;
    const beginning = this.#attune.sessions.beginning(record);
    if (!space || !beginning || !(await this.isKnown(beginning))) return false;
    if (this.#running?.record === record) return true;
    if (this.#running?.mode === 'own-time') await this.putAway();
    else if (this.#running && this.#isOver(this.#running)) await this.leave();
    if (this.#running) return false;
    const row = readRow(await this.#vault.get(`${ROW}/${record}`));
    await this.#inTurn(() =>
      this.#open({
        ...beginning,
        record,
        pair: space.name,
        decks: { ...decks, ...beginning.dealt },
        begunAt: beginning.at,
        ...(row ? { local: row.local } : {}),
      }),
    );
    if (!row) for (const [field, value] of Object.entries(given)) await this.#give(field, value);
    return true;
  }

  /** A session in own time stays as it is and goes on another time. */
  async putAway() {
    await this.#inTurn(async () => {
      if (this.#running?.mode === 'own-time') this.#forget();
    });
    this.#attune.changed();
  }

  /** @param {string} record a session in own time @returns {Promise<import('../core/practice-view.js').View|null>} what it would show now */
  async glimpse(record) {
    const space = this.#attune.currentSpace;
    const beginning = this.#attune.sessions.beginning(record);
    if (!space || !beginning || !(await this.isKnown(beginning))) return null;
    const row = readRow(await this.#vault.get(`${ROW}/${record}`));
    const engine = await this.#engineOf(space, {
      ...beginning,
      record,
      pair: space.name,
      decks: beginning.dealt,
      begunAt: beginning.at,
      local: row?.local,
    });
    return view(engine, engine.me, this.#world.now());
  }

  /** Sessions in own time in which this person can go on. @returns {Promise<{practice: string, record: string}[]>} */
  async waiting() {
    const found = [];
    for (const { id, practice } of this.#attune.sessions.open()) {
      const now = await this.glimpse(id);
      const isSomethingToDo = now && (now.fields.length > 0 || now.buttons.some(({ id }) => id !== 'take-back')); // some buttons come with the first word
      if (now?.hasFloor && !now.isEnded && isSomethingToDo) found.push({ practice, record: id });
    }
    return found;
  }

  /** Says no, without a reason. @param {typeof ANSWERS[number]|null} answer what the other is told; null: nothing leaves this phone */
  async decline(answer) {
    const { invitation } = this;
    const space = this.#attune.currentSpace;
    if (!invitation || !space) return;
    this.#attune.drafts.set('declined', invitation.record);
    if (answer) await space.write(invitation.record, TYPE, [['answer', answer]]);
    this.#attune.changed();
  }

  /** @param {Omit<Event, 'at'>} event of a button of the view, by this person */
  async send(event) {
    await this.#attune.attempt(() =>
      this.#inTurn(async () => {
        if (this.#isFollowing) await this.#leadHere();
        const running = this.#running;
        if (!running) return;
        const engine = next(running.engine, { ...event, at: this.#world.now() });
        await this.#become(engine);
        this.#attune.tellLive();
      }),
    );
  }

  /** Another tab went on with the session: show what it has. */
  async follow() {
    await this.#inTurn(async () => {
      const how = readRow(await this.#vault.get(ROW));
      if (!how || !this.#isInReach(how)) {
        if (this.#running?.mode !== 'own-time') this.#forget();
        return;
      }
      const engine = await this.#engineOf(this.#attune.spaceOfPair(how.pair), how);
      this.#quieten();
      this.#isFollowing = true;
      this.#running = { ...how, engine };
      this.#lastSaid = contribution(engine);
    });
  }

  /** Alone, or of the pair in use. @param {{pair: string}} how */
  #isInReach({ pair }) {
    return pair === '' || (this.#attune.spaceOfPair(pair) !== null && pair === this.#attune.pairName);
  }

  /** A tap in this tab: it is the one in use from here on. */
  async #leadHere() {
    const how = readRow(await this.#vault.get(ROW));
    this.#isFollowing = false;
    if (how && this.#isInReach(how)) await this.#open(how);
    else this.#forget();
  }

  #quieten() {
    this.#world.clearTimer(this.#timer ?? 0);
    this.#whisperer = null;
    this.#clock = null;
    this.#heardAt = 0;
  }

  #forget() {
    this.#quieten();
    this.#isFollowing = false;
    this.#running = null;
    this.#lastSaid = null;
  }

  /** One phone for two is put aside: whoever takes it up says first who they are. */
  async cover() {
    await this.#inTurn(async () => {
      const engine = this.#running?.engine;
      if (engine?.mode === 'one-phone' && engine.local.uncovered) await this.#become(uncoveredByNobody(engine));
    });
  }

  /** Leaves the session on this phone; in the middle of it, that is the stop both phones show alike. */
  async leave() {
    const now = this.view();
    if (now && !now.isEnded && !now.stopped && !now.isClosed && now.buttons.every(({ id }) => id !== 'close'))
      await this.send({ type: 'stop' });
    await this.#inTurn(async () => {
      const running = this.#running;
      if (!running) return;
      await this.#keepNotes(running);
      if (running.practice === PAUSE && running.mode === 'live' && jointOf(running.engine).index > 0) await this.#attune.pauses.putDown();
      await this.#make(running);
      this.#forget();
      await this.#vault.remove(rowOf(running));
      await this.#spaceOf(running)?.write(running.record, TYPE, [['closed', true]]);
      this.#attune.tellLive();
    });
    this.#attune.changed();
  }

  /** What this person wrote and did not share goes to their own notes; of one phone for two nothing is kept. @param {Running} running */
  async #keepNotes({ engine, record, practice, day }) {
    if (engine.mode === 'one-phone' || (engine.mode === 'live' && jointOf(engine).index === 0)) return; // left before it began: what was given to it stays where it was
    const { fields, shared } = engine.local;
    const kept = engine.practice.fields.flatMap(({ name, keeps }) => {
      const value = fields[engine.me][name];
      return keeps && !shared[engine.me].includes(name) && !isBlank(value) ? [[name, value]] : [];
    });
    if (kept.length > 0) await this.#attune.sessions.keep({ record, practice, day, fields: Object.fromEntries(kept) });
  }

  /** What stays of it: entries of this person. On one phone only what the other may see. @param {Running} running */
  async #make({ engine, record, practice, begunAt }) {
    const { entries } = this.#attune;
    const now = situation(engine, engine.me, this.#world.now());
    const isPair = this.#attune.currentSpace !== null;
    const all = (/** @type {readonly string[]} */ conditions) => conditions.every((condition) => holds(now, condition));
    for (const { type, fields, when = [], shared, as = {}, theirs = {}, forSelf, isOne, by } of engine.practice.makes ?? []) {
      if (by) {
        const { fields: written, shared: given } = engine.local;
        const mine = { fields: written[engine.me], shared: given[engine.me], hasSaid: (/** @type {string} */ flag) => all([`my:${flag}`]) };
        const isAsker = now.joint.starter === engine.me || engine.mode === 'alone';
        const isEnded = now.phase.isFinal === true && !now.flowStep.aside && now.stopped === null;
        const isTable = engine.mode === 'one-phone';
        const { length, local } = engine;
        await this.#attune[by].fromTalk({
          session: record,
          begunAt: this.#attune.sessions.beginning(record)?.at ?? begunAt,
          isAsker,
          isEnded,
          isTable,
          length,
          results: local.results,
          mine,
          theirs: theirsOf(engine),
        });
        continue;
      }
      const named = (/** @type {Readonly<Record<string, any>>} */ from, /** @type {readonly string[]} */ names) =>
        names.flatMap((name) =>
          isBlank(from[name]) ? [] : [/** @type {[string, any]} */ ([as[name] ?? theirs[name] ?? name, from[name]])],
        );
      const own = engine.local.fields[engine.me];
      const written = named(own, fields);
      const isShared = isPair && shared !== undefined && all(shared.when);
      if (written.length === 0 || !all(when) || (engine.mode === 'one-phone' && !isShared)) continue;
      const heard = named(engine.theirs, Object.keys(theirs));
      const id =
        (isOne && standing(entries.list(type), written)) ||
        (await entries.keep(type, {
          ...Object.fromEntries([...written, ...heard]),
          practice,
          session: record,
          ...(forSelf ? { pair: '' } : {}),
        }));
      const told = isShared ? { ...Object.fromEntries(named(own, shared.fields)), ...(shared.isOfSession ? { session: record } : {}) } : {};
      if (isShared) await entries.share(type, told, id);
    }
  }

  // ---- the machine

  /** After a reload: the session that was under way. */
  async resume() {
    const how = readRow(await this.#vault.get(ROW));
    if (!how) return;
    if (!this.#isInReach(how)) {
      await this.#vault.remove(ROW);
      await this.#attune.spaceOfPair(how.pair)?.write(how.record, TYPE, [['closed', true]]);
      return;
    }
    await this.#inTurn(() => this.#open(how));
    await this.#leaveForgotten();
  }

  /** A sky belongs to its day: a session that was left in the weather of an earlier one is not gone on with. */
  async #leaveForgotten() {
    const running = this.#running;
    if (!running || running.mode === 'own-time') return;
    if (!this.#isInReach(running)) await this.leave();
    else if (this.#isOver(running) && running.day !== this.#attune.today() && (this.place?.index ?? 0) <= LAST_OF_WEATHER)
      await this.leave();
  }

  /** @param {How} how */
  async #open(how) {
    const space = this.#attune.spaceOfPair(how.pair);
    const engine = await this.#engineOf(space, how);
    this.#running = { ...how, engine };
    this.#lastSaid = contribution(engine);
    const written = space?.record(how.record)?.byPerson.get(space.person);
    const known = contributionIn(written);
    this.#lastSaid = { ...this.#lastSaid, ...known };
    await this.#store(this.#running, contribution(engine)); // said before a crash, and not yet in the record
    if (space && !isOnePhone(engine) && how.mode !== 'own-time') {
      this.#whisperer = new Whisperer(this.#crypto, {
        whispersKey: await space.whispersKey(),
        space: space.id,
        session: unhex(how.record),
        device: space.device,
      });
      await this.#ping();
    }
    await this.#keepLocal(this.#running);
    await this.#noteEnd(this.#running);
    this.#attune.changed();
  }

  /** The session as this phone and the record have it. @param {import('./space.js').Space|null} space @param {How} how @returns {Promise<State>} */
  async #engineOf(space, { record, day, practice, variant, length, mode, starter, decks, local }) {
    const number = (/** @type {Uint8Array} */ bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const loaded = await loadPractice(practice);
    if (!loaded) throw new Error(`no practice ${practice}`);
    const fresh = start({
      practice: loaded,
      session: {
        id: record,
        seed: number(unhex(record)),
        openerSeed: space ? number(space.id) : 0,
        day,
        variant,
        decks,
        isPaired: this.#attune.currentSpace !== null,
      },
      me: space?.person === 2 ? 1 : 0,
      starter,
      length,
      mode: /** @type {any} */ (mode),
    });
    const byPerson = space?.record(record)?.byPerson;
    return restore(fresh, {
      mine: contributionIn(byPerson?.get(space?.person ?? 1)),
      theirs: contributionIn(byPerson?.get(3 - (space?.person ?? 1))),
      ...(local ? { local } : {}),
    });
  }

  /** @param {State} engine */
  async #become(engine) {
    const running = this.#running;
    if (!running || engine === running.engine) return;
    const after = { ...running, engine };
    if (this.#isFollowing) {
      this.#running = after;
      this.#attune.changed();
      return;
    }
    await this.#keepLocal(after); // first kept, then shown: a phone that dies now comes back to what was seen
    this.#running = after;
    this.#attune.changed();
    await this.#storeGuest(after);
    await this.#noteEnd(after);
    const said = contribution(engine);
    if (this.#lastSaid && sameContribution(said, this.#lastSaid)) return;
    await this.#whisper(wordsOf(said));
    await this.#store(after, said);
  }

  /** This person came to its end, and not only away from it: from here on what was sealed can be read. @param {Running} running */
  async #noteEnd(running) {
    const space = this.#spaceOf(running);
    const { phase, flowStep, stopped } = situation(running.engine, running.engine.me, this.#world.now());
    if (!space || !phase.isFinal || flowStep.aside || stopped) return;
    if (!space.record(running.record)?.byPerson.get(space.person)?.has(END))
      await space.write(running.record, TYPE, [[END, flowStep.phase]]);
  }

  /** What is new of it, in the record of the session. Blind answers are never stored. @param {Running} running @param {import('../core/practice.js').Contribution} said */
  async #store({ record, pair, day }, said) {
    const before = this.#lastSaid ?? { marks: [], fields: {}, results: {} };
    this.#lastSaid = said;
    const space = this.#attune.spaceOfPair(pair);
    const changed = (/** @type {string} */ mark, /** @type {Record<string, any>} */ now, /** @type {Record<string, any>} */ then) =>
      Object.entries(now).flatMap(([name, value]) =>
        isSame(value, then[name]) ? [] : [/** @type {[string, any]} */ ([mark + name, value])],
      );
    const news = [
      ...(isSame(said.marks, before.marks) ? [] : [/** @type {[string, any]} */ (['marks', said.marks])]),
      ...changed(FIELD, said.fields, before.fields),
      ...changed(RESULT, said.results, before.results),
    ];
    const gone = Object.keys(before.fields).filter((name) => !(name in said.fields));
    if (news.length > 0) await space?.write(record, TYPE, [...news, ['day', day]]);
    if (gone.length > 0)
      await space?.withdraw(
        record,
        TYPE,
        gone.map((name) => FIELD + name),
      );
  }

  /** On one phone, what the guest shared is in no record but this phone's. @param {Running} running */
  async #storeGuest({ engine, record, day, pair }) {
    if (engine.mode !== 'one-phone') return;
    const space = this.#attune.spaceOfPair(pair);
    const guest = engine.me === 0 ? 1 : 0;
    const known = space?.record(record)?.byPerson.get(engine.me + 1);
    const news = engine.local.shared[guest].flatMap((name) => {
      const value = engine.local.fields[guest][name];
      return isBlank(value) || isSame(value, known?.get(GUEST + name)?.value) ? [] : [/** @type {[string, any]} */ ([GUEST + name, value])];
    });
    if (news.length > 0) await space?.write(record, TYPE, [...news, ['day', day]]);
  }

  /** @param {Running} running */
  async #keepLocal(running) {
    const { engine, record, day, pair, practice, version, variant, length, mode, starter, decks, begunAt } = running;
    await this.#vault.put(rowOf(running), [
      record,
      day,
      pair,
      length,
      mode,
      starter,
      JSON.stringify(localOf(engine)),
      begunAt,
      practice,
      version,
      variant,
      Object.entries(decks),
    ]);
  }

  /** @param {Running} running */
  #spaceOf(running) {
    return this.#attune.spaceOfPair(running.pair);
  }

  #pairSpace() {
    return this.#running ? this.#spaceOf(this.#running) : null;
  }

  /** What the other's op says, whenever it comes. */
  #readRecord() {
    const running = this.#running;
    if (!running) return;
    const space = this.#spaceOf(running);
    const theirs = space?.record(running.record)?.byPerson.get(3 - space.person);
    if (theirs) void this.#inTurn(() => this.#take(contributionIn(theirs)));
  }

  /** Without a network each phone goes on by voice, and with it they meet again. */
  #checkVoice() {
    const engine = this.#running?.engine;
    const isVoice = this.#attune.sync.state === 'offline';
    if (engine?.mode !== 'live' || engine.isVoice === isVoice) return;
    void this.#inTurn(async () => {
      if (this.#running) await this.#become(setVoice(this.#running.engine, isVoice));
    });
  }

  /** @param {Parameters<typeof receive>[1]} said */
  async #take(said) {
    const running = this.#running;
    if (running) await this.#become(receive(running.engine, said));
  }

  // ---- whispers: presence, marks at once, and the drift of the two clocks

  async #ping() {
    this.#world.clearTimer(this.#timer ?? 0);
    if (!this.#running || !this.#whisperer) return;
    const space = this.#running.pair;
    if (this.#whisperer.peers === 0) this.#attune.whisper(space, await this.#whisperer.greet());
    else await this.#whisper(['ping', this.#world.now()]);
    this.#timer = this.#world.setTimer(() => void this.#inTurn(() => this.#ping()), this.#whisperer?.peers ? PING_EVERY_MS : 2_000);
  }

  /** @param {import('../core/codec.js').Value} message */
  async #whisper(message) {
    const running = this.#running;
    for (const bytes of (await this.#whisperer?.say(message)) ?? []) if (running) this.#attune.whisper(running.pair, bytes);
  }

  /** @param {string} space @param {Uint8Array} bytes */
  async #hear(space, bytes) {
    const running = this.#running;
    const session = sessionOf(bytes);
    if (session !== running?.record && space === this.#attune.currentSpace?.name) this.#noteWhispered(session);
    if (!running || !this.#whisperer || space !== running.pair) return;
    const { out, word, met } = await this.#whisperer.hear(bytes);
    for (const answer of out) this.#attune.whisper(space, answer);
    if (met) {
      this.#heardAt = this.#world.now();
      await this.#whisper(wordsOf(contribution(running.engine)));
      await this.#whisper(['ping', this.#world.now()]);
      this.#attune.changed();
    }
    if (!Array.isArray(word)) return;
    this.#heardAt = this.#world.now();
    const [kind, ...rest] = word;
    if (kind === 'marks') await this.#take(saidIn(rest));
    else if (kind === 'ping') await this.#whisper(['pong', rest[0], this.#world.now()]);
    else if (kind === 'pong') await this.#measure(rest[0], rest[1]);
  }

  /** @param {string} session hex */
  #noteWhispered(session) {
    const before = this.invitation?.record;
    this.#whispered.set(session, this.#world.now());
    if (this.invitation?.record !== before) this.#attune.changed();
  }

  /** Cristian's algorithm: half the round trip; the shortest trip of the session is the truest. @param {number} sentAt @param {number} theirs */
  async #measure(sentAt, theirs) {
    const now = this.#world.now();
    const tripMs = now - sentAt;
    if (!Number.isSafeInteger(theirs) || tripMs < 0 || tripMs > 10_000 || !this.#running) return;
    if (this.#clock && tripMs >= this.#clock.tripMs) return;
    this.#clock = { offsetMs: Math.round((sentAt + now) / 2 - theirs), tripMs };
    await this.#become(setOffset(this.#running.engine, this.#clock.offsetMs));
  }

  /** Where the session is, for the record of past ones. */
  get place() {
    return this.#running ? jointOf(this.#running.engine) : null;
  }
}

/** Of a whisper, in the clear: which session it is for. @param {Uint8Array} bytes @returns {string} hex, empty when it is no whisper */
function sessionOf(bytes) {
  try {
    const session = /** @type {any} */ (decode(bytes))[1];
    return session instanceof Uint8Array ? hex(session) : '';
  } catch {
    return '';
  }
}

/** What the other shared; on one phone that is here too. @param {State} engine @returns {Readonly<Record<string, any>>} */
function theirsOf({ mode, me, local, theirs }) {
  const guest = me === 0 ? 1 : 0;
  return mode === 'one-phone' ? Object.fromEntries(local.shared[guest].map((name) => [name, local.fields[guest][name]])) : theirs;
}

/** An entry that says the same already is not made a second time. @param {readonly import('./entries.js').Entry[]} entries @param {readonly [string, any][]} written @returns {string|undefined} its id */
const standing = (entries, written) =>
  entries.find(({ isMine, own }) => isMine && own['gone'] === undefined && written.every(([name, value]) => isSame(own[name], value)))?.id;

/** Only a session of two phones invites. @param {unknown} value */
const readInvite = (value) => {
  const beginning = readBeginning(value);
  return beginning?.mode === 'live' ? beginning : null;
};

/** A whisper of all that a phone says. @param {import('../core/practice.js').Contribution} said @returns {import('../core/codec.js').Value} */
const wordsOf = ({ marks, fields, results, blind }) => [
  'marks',
  marks,
  Object.entries(fields),
  Object.entries(results),
  Object.entries(blind),
];

/** @param {unknown} value @returns {Record<string, unknown>} */
const entriesIn = (value) =>
  Object.fromEntries(
    Array.isArray(value) ? value.filter((each) => Array.isArray(each) && each.length === 2 && typeof each[0] === 'string') : [],
  );

/** @param {readonly unknown[]} words of a whisper */
const saidIn = ([marks, fields, results, blind]) => ({
  marks,
  fields: entriesIn(fields),
  results: entriesIn(results),
  blind: entriesIn(blind),
});

/** What a person's fields of the record say. @param {ReadonlyMap<string, {value: any, isWithdrawn?: boolean}>|undefined} fields */
function contributionIn(fields) {
  const named = (/** @type {string} */ mark) =>
    Object.fromEntries(
      [...(fields ?? [])].flatMap(([name, field]) =>
        name.startsWith(mark) && !field.isWithdrawn ? [[name.slice(mark.length), field.value]] : [],
      ),
    );
  return { marks: fields?.get('marks')?.value ?? [], fields: named(FIELD), results: named(RESULT) };
}

/** Plain values, compared whole. @param {unknown} a @param {unknown} b */
const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {{mode: string, record: string}} running */
const rowOf = ({ mode, record }) => (mode === 'own-time' ? `${ROW}/${record}` : ROW);

/** @param {any} row @returns {How|null} */
function readRow(row) {
  if (!row) return null;
  const [record, day, pair, length, mode, starter, local, begunAt = 0, practice = 'daily-check-in', version = 1, variant = '', decks = []] =
    row;
  return {
    record,
    day,
    pair,
    length,
    mode,
    starter,
    begunAt,
    practice,
    version,
    variant,
    decks: Object.fromEntries(decks),
    local: readLocal(local),
  };
}

/** @param {State} engine @returns {State} */
const uncoveredByNobody = (engine) => ({ ...engine, local: { ...engine.local, uncovered: '' } });

/** @param {unknown} text */
function readLocal(text) {
  try {
    return typeof text === 'string' ? { ...JSON.parse(text), uncovered: '' } : undefined; // as after `cover`
  } catch {
    return undefined;
  }
}
