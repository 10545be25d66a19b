/**
 * A session of two phones: the practice engine, fed by whispers while both are there, and by ops always. Every mark a person makes is
 * also a field in the session's record, so that a phone that drops, reloads or dies comes back to where both were (protocol, "Live sessions").
 *
 * The record lives in the pair's space at a place both phones find by themselves: practice, day, run. Each person writes `marks` (their
 * own, of the engine), and the one who asked writes `invite`.
 */
import { hex, unhex } from '../core/bytes.js';
import { decode } from '../core/codec.js';
import {
  contribution,
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
  start,
} from '../core/practice.js';
import { view } from '../core/practice-view.js';
import { Whisperer } from '../core/whisper.js';
import { dailyCheckIn } from '../practices/daily-check-in.js';

export const TYPE = 'session';
export const INVITATION_MS = 10 * 60_000;
/** Place of the flow where each says their weather. */
const LAST_OF_WEATHER = 1;
/** A session of an earlier day that nobody touched for this long is over. */
const FORGOTTEN_MS = 3 * 3_600_000;
const LENGTHS = /** @type {const} */ (['short', 'usual', 'long', 'none']);
const MODES = /** @type {const} */ (['live', 'voice', 'one-phone', 'alone']);
const ROW = 'live';
const PING_EVERY_MS = 8_000;
/** The other phone counts as there while it was heard within two pings. */
const HEARD_MS = 2.5 * PING_EVERY_MS;

/**
 * @typedef {import('../core/practice.js').State} State
 * @typedef {import('../core/practice.js').Event} Event
 * @typedef {import('../core/practice.js').Person} Person
 * @typedef {(typeof LENGTHS)[number]} Length
 * @typedef {'live'|'voice'|'one-phone'} Mode
 * @typedef {{record: string, day: string, length: Length, starter: Person, at: number}} Invitation
 * @typedef {object} Running
 * @property {string} record @property {string} day @property {string} pair space hex @property {State} engine
 * @property {boolean} hasJoined this person has said yes @property {number} begunAt ms, by this phone's clock
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

  /** @returns {{record: string, day: string, mode: string, hasJoined: boolean, isTogether: boolean, isConnected: boolean}|null} */
  get session() {
    const running = this.#running;
    if (!running) return null;
    return {
      record: running.record,
      day: running.day,
      mode: running.engine.mode,
      hasJoined: running.hasJoined,
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
    const isFree = !running || this.#isOver(running);
    if (!isFree && (isOnePhone(running.engine) || jointOf(running.engine).index > 0)) return null;
    for (const record of space.recordsOfType(TYPE)) {
      const theirs = record.byPerson.get(3 - space.person);
      const invite = readInvite(theirs?.get('invite')?.value);
      if (!invite || theirs?.has('closed') || [this.#attune.drafts.get('declined'), running?.record].includes(record.id)) continue;
      if (!isFree && record.id > running.record) continue;
      const isAnswered = record.byPerson.get(space.person)?.has('answer') || record.byPerson.get(space.person)?.has('marks');
      if (!isAnswered && this.#isFresh(record.id, invite.at)) return { ...invite, record: record.id };
    }
    return null;
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

  /** The other said "not today" to what I asked. */
  get isDeclined() {
    const space = this.#pairSpace();
    const answer =
      space && this.#running
        ? space
            .record(this.#running.record)
            ?.byPerson.get(3 - space.person)
            ?.get('answer')?.value
        : null;
    return answer === 'not-today';
  }

  /** Who begins next: the one who did not begin last time. @returns {Person} */
  get nextStarter() {
    const space = this.#attune.currentSpace;
    if (!space) return 0;
    const past = space.recordsOfType(TYPE).flatMap((record) => {
      const invite = [1, 2].map((person) => readBeginning(record.byPerson.get(person)?.get('invite')?.value)).find(Boolean);
      if (!invite) return [];
      const floors = [1, 2].flatMap((person) => {
        const marks = record.byPerson.get(person)?.get('marks')?.value;
        return Array.isArray(marks) ? marks.filter((each) => Array.isArray(each) && each[0] === 'floor') : [];
      });
      const last = floors.sort((a, b) => b[1] - a[1])[0];
      return [{ at: invite.at, starter: /** @type {Person} */ (last?.[3] === 1 ? 1 : last ? 0 : invite.starter), reached: last?.[2] ?? 0 }];
    });
    return nextStarter(past);
  }

  // ---- what a person does

  /**
   * Begins a session; in the live mode this is also the invitation.
   * @param {{length: Length, mode: Mode, starter: Person}} how
   */
  async begin({ length, mode, starter }) {
    await this.#inTurn(async () => {
      const space = this.#attune.currentSpace;
      if (!space) return;
      const day = this.#attune.today();
      const record = await this.#freeRecord(space, day);
      const at = this.#world.now();
      await space.write(record, TYPE, [
        ['invite', [at, LENGTHS.indexOf(length), starter, day, MODES.indexOf(mode)]],
        ['day', day],
      ]);
      await this.#open({ record, day, length, mode, starter, hasJoined: true, begunAt: at });
    });
    await this.send({ type: 'ready' });
  }

  /** A place for a new run of this day: the first whose session nobody has finished or left. @param {import('./space.js').Space} space @param {string} day */
  async #freeRecord(space, day) {
    for (let run = 1; ; run += 1) {
      const id = await space.meetAt(dailyCheckIn.id, 0, day, `session/${run}`);
      const known = space.record(id);
      if (!known) return id;
      const isOld = [...known.byPerson.values()].some((fields) => fields.has('closed') || fields.has('answer'));
      const invite = [1, 2].map((person) => readInvite(known.byPerson.get(person)?.get('invite')?.value)).find(Boolean);
      if (!isOld && invite && this.#isFresh(id, invite.at)) return id;
    }
  }

  /** Says yes to the invitation. */
  async accept() {
    const { invitation } = this;
    if (!invitation) return;
    if (this.#running) await this.leave();
    await this.#inTurn(() => this.#open({ ...invitation, mode: 'live', hasJoined: true, begunAt: this.#world.now() }));
    await this.send({ type: 'ready' });
  }

  /** Says no, without a reason. @param {boolean} isForToday the other is told "not today"; else nothing leaves this phone */
  async decline(isForToday) {
    const { invitation } = this;
    const space = this.#attune.currentSpace;
    if (!invitation || !space) return;
    this.#attune.drafts.set('declined', invitation.record);
    if (isForToday) await space.write(invitation.record, TYPE, [['answer', 'not-today']]);
    this.#attune.changed();
  }

  /** @param {Omit<Event, 'at'>} event of a button of the view, by this person */
  async send(event) {
    await this.#attune.attempt(() =>
      this.#inTurn(async () => {
        if (this.#isFollowing) await this.#takeUp();
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
      const space = how && this.#attune.spaceOfPair(how.pair);
      if (!how || !space) {
        this.#forget();
        return;
      }
      this.#quieten();
      this.#isFollowing = true;
      this.#running = { ...how, engine: this.#engineOf(space, how), hasJoined: true };
      this.#lastSaid = contribution(this.#running.engine);
    });
  }

  /** A tap in this tab: it is the one in use from here on. */
  async #takeUp() {
    const how = readRow(await this.#vault.get(ROW));
    this.#isFollowing = false;
    if (how && this.#attune.spaceOfPair(how.pair) === this.#attune.currentSpace) await this.#open({ ...how, hasJoined: true });
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
      this.#forget();
      await this.#vault.remove(ROW);
      await this.#spaceOf(running)?.write(running.record, TYPE, [['closed', true]]);
      this.#attune.tellLive();
    });
    this.#attune.changed();
  }

  // ---- the machine

  /** After a reload: the session that was under way. */
  async resume() {
    const how = readRow(await this.#vault.get(ROW));
    const space = how && this.#attune.spaceOfPair(how.pair);
    if (!how || !space) return;
    if (space !== this.#attune.currentSpace) {
      await this.#vault.remove(ROW);
      await space.write(how.record, TYPE, [['closed', true]]);
      return;
    }
    await this.#inTurn(() => this.#open({ ...how, hasJoined: true }));
    await this.#leaveForgotten();
  }

  /** A sky belongs to its day: a session that was left in the weather of an earlier one is not gone on with. */
  async #leaveForgotten() {
    const running = this.#running;
    if (running && running.pair !== this.#attune.pairName) await this.leave();
    else if (running && this.#isOver(running) && running.day !== this.#attune.today() && (this.place?.index ?? 0) <= LAST_OF_WEATHER)
      await this.leave();
  }

  /**
   * @param {{record: string, day: string, length: Length, mode: string, starter: Person, hasJoined: boolean, begunAt: number, local?: any}} how
   */
  async #open({ record, day, length, mode, starter, hasJoined, begunAt, local }) {
    const space = this.#attune.currentSpace;
    if (!space) return;
    const engine = this.#engineOf(space, { record, day, length, mode, starter, local });
    const written = space.record(record)?.byPerson.get(space.person)?.get('marks')?.value ?? [];
    this.#running = { record, day, pair: space.name, engine, hasJoined, begunAt };
    this.#lastSaid = contribution(engine);
    if (!sameContribution(this.#lastSaid, { ...this.#lastSaid, marks: /** @type {any} */ (written) }))
      await space.write(record, TYPE, [
        ['marks', this.#lastSaid.marks],
        ['day', day],
      ]); // said before a crash, and not yet in the record
    if (!isOnePhone(engine)) {
      this.#whisperer = new Whisperer(this.#crypto, {
        whispersKey: await space.whispersKey(),
        space: space.id,
        session: unhex(record),
        device: space.device,
      });
      await this.#ping();
    }
    await this.#keepLocal(this.#running);
    this.#attune.changed();
  }

  /**
   * The session as this phone and the record have it.
   * @param {import('./space.js').Space} space
   * @param {{record: string, day: string, length: Length, mode: string, starter: Person, local?: any}} how @returns {State}
   */
  #engineOf(space, { record, day, length, mode, starter, local }) {
    const number = (/** @type {Uint8Array} */ bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const fresh = start({
      practice: dailyCheckIn,
      session: { id: record, seed: number(unhex(record)), openerSeed: number(space.id), day },
      me: space.person === 1 ? 0 : 1,
      starter,
      length,
      mode: /** @type {any} */ (mode),
    });
    const marksOf = (/** @type {number} */ person) => space.record(record)?.byPerson.get(person)?.get('marks')?.value ?? [];
    return restore(fresh, {
      mine: { marks: marksOf(space.person) },
      theirs: { marks: marksOf(3 - space.person) },
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
    const said = contribution(engine);
    if (this.#lastSaid && sameContribution(said, this.#lastSaid)) return;
    this.#lastSaid = said;
    await this.#whisper(['marks', said.marks]);
    await this.#spaceOf(running)?.write(running.record, TYPE, [
      ['marks', said.marks],
      ['day', running.day],
    ]);
  }

  /** @param {Running} running */
  async #keepLocal(running) {
    const { engine } = running;
    await this.#vault.put(ROW, [
      running.record,
      running.day,
      running.pair,
      engine.length,
      engine.mode,
      engine.starter,
      JSON.stringify(localOf(engine)),
      running.begunAt,
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
    const marks = space
      ?.record(running.record)
      ?.byPerson.get(3 - space.person)
      ?.get('marks')?.value;
    if (marks) void this.#inTurn(() => this.#take(marks));
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

  /** @param {unknown} marks */
  async #take(marks) {
    const running = this.#running;
    if (running) await this.#become(receive(running.engine, { marks }));
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
      await this.#whisper(['marks', contribution(running.engine).marks]);
      await this.#whisper(['ping', this.#world.now()]);
      this.#attune.changed();
    }
    if (!Array.isArray(word)) return;
    this.#heardAt = this.#world.now();
    const [kind, ...rest] = word;
    if (kind === 'marks') await this.#take(rest[0]);
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

/** How a session began, on two phones or one. @param {unknown} value @returns {Omit<Invitation, 'record'>|null} */
function readBeginning(value) {
  if (!Array.isArray(value) || value.length < 5) return null;
  const [at, length, starter, day] = value;
  if (typeof at !== 'number' || typeof day !== 'string') return null;
  return { at, day, length: LENGTHS[length] ?? 'usual', starter: starter === 1 ? 1 : 0 };
}

/** Only a session of two phones invites. @param {unknown} value */
const readInvite = (value) => (Array.isArray(value) && MODES[value[4]] === 'live' ? readBeginning(value) : null);

/** @param {any} row @returns {{record: string, day: string, pair: string, length: Length, mode: string, starter: Person, local: any, begunAt: number}|null} */
function readRow(row) {
  if (!row) return null;
  const [record, day, pair, length, mode, starter, local, begunAt = 0] = row;
  return { record, day, pair, length, mode, starter, local: readLocal(local), begunAt };
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
