/**
 * One space's conversation with the server (protocol page, section 7). Only the leading tab has one.
 *
 * It owns no data: the space keeps chain, ops, outbox and cursor; this file decides what to say next. Frames are handled one after the
 * other, because opening and checking them is asynchronous and their order matters (W7).
 */
import { equal, hex, unhex } from '../core/bytes.js';
import { CLOSE, CODE, decodeFrame, encodeFrame } from '../core/frames.js';
import { helloBytes } from '../core/hello.js';
import { firstR, nextR } from '../core/log.js';
import { backoffMs } from './backoff.js';

const LISTEN_MS = 45_000;
const PONG_MS = 15_000;
const BATCH_OPS = 256;
const PULL_OPS = 500;
const BATCH_BYTES = 512 * 1024 - 4096;

/**
 * @typedef {'connecting'|'catching-up'|'synced'|'offline'|'stopped'} SyncState
 * @typedef {null|'forked'|'not-member'|'version'|'origin'|'space-full'|'too-large'|'unavailable'|'rate-limited'|'too-many'|'healed'|'missing'|'no-room'|'not-kept'|'fault'} SyncMessage
 * @typedef {object} World what the client needs from outside
 * @property {(url: string, events: import('../io/socket.js').SocketEvents) => import('../io/socket.js').Socket} openSocket
 * @property {(callback: () => void, ms: number) => number} setTimer
 * @property {(id: number) => void} clearTimer
 * @property {() => number} random
 * @property {() => boolean} isOnline
 */

/** Conditions that trying again cannot mend: the app must be updated, or a person must look. */
/** @type {Map<number, string>} */
const LASTING = new Map([
  [CODE.version, 'version'],
  [CODE.origin, 'origin'],
  [CODE.bad_signature, 'not-member'],
  [CODE.not_member, 'not-member'],
]);

export class SyncClient {
  /** @type {SyncState} */ state = 'offline';
  /** @type {SyncMessage} */ message = null;

  #space;
  #crypto;
  #url;
  #origin;
  #world;
  #events;
  /** @type {import('../io/socket.js').Socket|null} */ #socket = null;
  #work = Promise.resolve();
  #attempt = 0;
  /** @type {number|undefined} */ #timer;
  /** @type {number|undefined} */ #listening;
  #wanted = false;
  #isOpen = false;
  #target = 0;
  /** @type {Uint8Array|null} */ #logId = null;
  /** @type {{ids: Uint8Array[], n: number, R: Uint8Array}|null} */ #listing = null;
  /** @type {Set<string>|null} */ #pulling = null;
  /** Of those, the ids in the pull that was sent. @type {string[]} */ #asked = [];
  #batch = 0;
  #isHealing = false;
  /** @type {Map<number, {ids: Uint8Array[], isRestoring: boolean}>} */ #inFlight = new Map();
  /** @type {Uint8Array[]} */ #restoring = [];
  #chainSentTo = 0;
  /** @type {Array<(pass: {pass: Uint8Array, expiresInS: number}|null) => void>} */ #passes = [];

  /**
   * @param {object} options
   * @param {import('./space.js').Space} options.space
   * @param {any} options.crypto
   * @param {string} options.url
   * @param {string} options.origin
   * @param {World} options.world
   * @param {{onChange: () => void, onWhisper: (bytes: Uint8Array) => void, onOpen: () => void, onHeal?: () => void}} options.events
   */
  constructor({ space, crypto, url, origin, world, events }) {
    this.#space = space;
    this.#crypto = crypto;
    this.#url = url;
    this.#origin = origin;
    this.#world = world;
    this.#events = events;
  }

  get isOpen() {
    return this.#isOpen;
  }

  start() {
    this.#wanted = true;
    this.#connect();
  }

  stop() {
    this.#wanted = false;
    this.#world.clearTimer(this.#timer ?? 0);
    this.#world.clearTimer(this.#listening ?? 0);
    this.#socket?.close();
    this.#socket = null;
    this.#become('offline');
  }

  /** The network came back, the app became visible, or the person asked: try now. */
  retryNow() {
    if (!this.#wanted || this.state === 'stopped') return;
    this.#attempt = 0;
    if (this.#socket) this.#probe();
    else this.#connect();
  }

  /** Something waits in the outbox or the chain grew. */
  flush() {
    if (this.#isOpen) this.#queue(() => this.#send());
  }

  /** @param {Uint8Array} bytes dropped when there is no connection: whispers are never stored */
  whisper(bytes) {
    if (this.#isOpen) this.#socket?.send(encodeFrame('whisper', bytes));
  }

  /**
   * A pass for the chunks of this space (B3).
   * @returns {Promise<{pass: Uint8Array, expiresInS: number}|null>} null: there is no connection now, or it ended
   */
  wantPass() {
    if (!this.#isOpen) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#passes.push(resolve);
      if (this.#passes.length === 1) this.#say('want_pass');
    });
  }

  /** @param {{pass: Uint8Array, expiresInS: number}|null} pass */
  #answerPasses(pass) {
    for (const resolve of this.#passes.splice(0)) resolve(pass);
  }

  /** @param {SyncState} state @param {SyncMessage} [message] */
  #become(state, message = this.message) {
    if (state === this.state && message === this.message) return;
    this.state = state;
    this.message = message;
    this.#events.onChange();
  }

  #connect() {
    if (!this.#wanted || this.#socket) return;
    this.#world.clearTimer(this.#timer ?? 0);
    if (!this.#world.isOnline()) {
      this.#become('offline');
      return; // `online` calls retryNow
    }
    this.#become('connecting');
    /** @type {import('../io/socket.js').Socket} */
    const socket = this.#world.openSocket(this.#url, {
      onFrame: (bytes) => {
        this.#listen();
        this.#queue(() => (this.#socket === socket ? this.#hear(bytes) : undefined));
      },
      onEnd: (code) => {
        if (this.#socket === socket) this.#ended(code);
      },
    });
    this.#socket = socket;
    this.#listen();
  }

  /** @param {number} code */
  #ended(code) {
    this.#world.clearTimer(this.#listening ?? 0);
    this.#socket = null;
    this.#isOpen = false;
    this.#listing = null;
    this.#pulling = null;
    this.#asked = [];
    this.#restoring = [];
    this.#inFlight.clear();
    this.#answerPasses(null);
    this.#isHealing = false;
    this.#queue(() => this.#space.leaveUnhealed());
    if (!this.#wanted || this.state === 'stopped') return;
    if (code === CLOSE.version) {
      this.#become('stopped', 'version');
      return;
    }
    this.#become('offline');
    const wait = backoffMs(this.#attempt, this.#world.random);
    this.#attempt += 1;
    this.#timer = this.#world.setTimer(() => this.#connect(), wait);
  }

  /** A socket frozen by the system never reports itself closed: silence is asked about, then ended (W12). */
  #listen() {
    this.#world.clearTimer(this.#listening ?? 0);
    this.#listening = this.#world.setTimer(() => this.#probe(), LISTEN_MS);
  }

  #probe() {
    this.#world.clearTimer(this.#listening ?? 0);
    this.#socket?.send(encodeFrame('ping', 0));
    this.#listening = this.#world.setTimer(() => this.#socket?.close(), PONG_MS);
  }

  /** @param {() => Promise<void>|void} step */
  #queue(step) {
    this.#work = this.#work.then(step).catch((error) => {
      // A frame that broke a rule, or a phone that cannot write: this connection ends, what is stored stays, and it is tried again.
      this.message = messageOf(error);
      if (error?.name === 'ForkError') this.state = 'stopped';
      this.#socket?.close();
      this.#events.onChange();
    });
  }

  /** @param {Uint8Array} bytes */
  async #hear(bytes) {
    const frame = decodeFrame(bytes);
    switch (frame.name) {
      case 'challenge': {
        const { id, device, keys } = this.#space;
        const signed = helloBytes({ origin: this.#origin, space: id, device, nonce: frame.nonce });
        this.#say('hello', this.#origin, id, device, await this.#crypto.sign(keys.signSeed, signed));
        return;
      }
      case 'need_chain':
        this.#say('chain', frame.chainN, this.#space.entries.slice(frame.chainN));
        return;
      case 'welcome':
        return this.#welcomed(frame);
      case 'entries':
        await this.#space.addEntries(frame.firstN, frame.entries);
        return this.#send();
      case 'opened':
        return this.#opened(frame);
      case 'ops':
        await this.#space.receive(frame.ops, { firstSeq: frame.firstSeq });
        return this.#maybeSynced();
      case 'listed':
        return this.#listed(frame);
      case 'pulled':
        await this.#space.receive(frame.ops, null);
        if (frame.last) {
          for (const id of this.#asked.splice(0)) this.#pulling?.delete(id);
          await this.#reconcileStep();
        }
        return;
      case 'ack':
        return this.#acked(frame);
      case 'chain_ack':
        return this.#send();
      case 'whispered':
        this.#events.onWhisper(frame.bytes);
        return;
      case 'pass':
        this.#answerPasses({ pass: frame.pass.slice(), expiresInS: frame.expiresInS });
        return;
      case 'pong':
        return;
      case 'error':
        return this.#refused(frame);
      default:
        throw new Error('a frame this connection does not expect');
    }
  }

  /** @param {any[]} frame */
  #say(...frame) {
    this.#socket?.send(/** @type {any} */ (encodeFrame)(...frame));
  }

  #requireLog() {
    if (!this.#logId) throw new Error('ops before welcome');
    return this.#logId;
  }

  /** @param {{logId: Uint8Array, n: number, R: Uint8Array, chainN: number, head: Uint8Array}} frame */
  async #welcomed({ logId, chainN, head }) {
    this.#logId = logId;
    const known = this.#space.headAt(chainN - 1);
    if (known && !equal(known, head)) {
      this.#become('stopped', 'forked');
      this.#socket?.close();
      return;
    }
    this.#chainSentTo = chainN;
    const { n, R } = this.#space.cursor;
    this.#say('open', n, R, Math.min(chainN, this.#space.entries.length));
    this.#become('catching-up');
  }

  /** @param {{equal: boolean, n: number, R: Uint8Array}} frame */
  async #opened({ equal: same, n, R }) {
    this.#isOpen = true;
    this.#attempt = 0;
    this.#target = n;
    if (!same) {
      this.#listing = { ids: [], n, R };
      return;
    }
    if (this.#space.cursor.n === 0) await this.#space.setCursor(0, await firstR(this.#crypto, this.#space.id, this.#requireLog()));
    await this.#maybeSynced();
  }

  /** The server's log is not the one we know: wiped, restored or new. Compare lists, heal both sides (W6). */
  /** @param {{firstSeq: number, ids: Uint8Array[]}} frame */
  async #listed({ firstSeq, ids }) {
    const listing = this.#listing;
    if (!listing || firstSeq !== listing.ids.length + 1) throw new Error('list out of order');
    listing.ids.push(...ids);
    if (listing.ids.length < listing.n) return;
    let R = await firstR(this.#crypto, this.#space.id, this.#requireLog());
    for (const id of listing.ids) R = await nextR(this.#crypto, R, id);
    if (!equal(R, listing.R)) throw new Error('list does not add up');
    const there = new Set(listing.ids.map(hex));
    const only = await this.#space.compareOpIds(there);
    this.#pulling = new Set(only.there);
    this.#restoring = only.here;
    this.#space.healFrom(listing.n, R);
    this.#isHealing = true;
    this.#listing = null;
    if (this.#restoring.length > 0) this.message = 'healed';
    await this.#reconcileStep();
  }

  async #reconcileStep() {
    if (this.#pulling && this.#pulling.size > 0) {
      this.#asked = [...this.#pulling].slice(0, PULL_OPS);
      this.#say('pull', this.#asked.map(unhex));
      return;
    }
    this.#pulling = null;
    await this.#maybeSynced();
  }

  async #maybeSynced() {
    if (!this.#isOpen || this.#listing || this.#pulling?.size) return;
    if (this.#space.cursor.n < this.#target) return;
    await this.#space.checkOwnHead();
    await this.#send();
    this.#settle();
    if (this.#isHealing) this.#events.onHeal?.();
    this.#isHealing = false;
    this.#events.onOpen();
  }

  #settle() {
    const busy = this.#inFlight.size > 0 || this.#restoring.length > 0 || this.#space.waiting > 0;
    const calm = this.message === 'space-full' || this.message === 'too-large' || this.message === 'healed' ? this.message : null;
    this.#become(busy ? 'catching-up' : 'synced', calm);
  }

  /** One batch is on its way at a time: an answer names the batch, and a refusal stops nothing but itself. */
  async #send() {
    if (!this.#isOpen || this.#listing || this.#pulling?.size) return;
    const { entries } = this.#space;
    if (this.#chainSentTo < entries.length) {
      this.#say('chain', this.#chainSentTo, entries.slice(this.#chainSentTo));
      this.#chainSentTo = entries.length;
    }
    if (this.#inFlight.size > 0 || this.#space.cursor.n < this.#target) return;
    const socket = this.#socket;
    const restoring = this.#restoring.length > 0;
    if (!restoring) await this.#space.healed();
    const ops = restoring
      ? await this.#space.opsById(this.#restoring.splice(0, BATCH_OPS))
      : await this.#space.nextBatch(BATCH_OPS, BATCH_BYTES);
    if (this.#socket !== socket) return; // it ended meanwhile: the next one sends them
    if (ops.length === 0) {
      this.#settle();
      return;
    }
    const fitting = this.#fit(ops);
    if (restoring) this.#restoring.unshift(...fitting.rest.map((op) => op.opId));
    this.#batch += 1;
    this.#inFlight.set(this.#batch, { ids: fitting.ops.map((op) => op.opId), isRestoring: restoring });
    this.#say(
      'append',
      this.#batch,
      restoring ? 1 : 0,
      fitting.ops.map((op) => op.bytes),
    );
    this.#become('catching-up');
  }

  /** @param {Array<{opId: Uint8Array, bytes: Uint8Array}>} ops @returns what fits into one append, and the rest */
  #fit(ops) {
    let size = 0;
    let count = 0;
    for (const op of ops) {
      size += op.bytes.length + 5;
      if (count > 0 && size > BATCH_BYTES) break;
      count += 1;
    }
    return { ops: ops.slice(0, count), rest: ops.slice(count) };
  }

  /** @param {{batch: number, seqs: number[]}} frame */
  async #acked({ batch, seqs }) {
    const ids = this.#inFlight.get(batch)?.ids;
    if (!ids || ids.length !== seqs.length) throw new Error('ack for nothing');
    this.#inFlight.delete(batch);
    await this.#space.acknowledge(ids, seqs);
    if (this.message === 'unavailable' || this.message === 'rate-limited') this.message = null;
    await this.#send();
    this.#settle();
  }

  /** @param {{code: number, about: number, index: number, retryAfterMs: number}} frame */
  async #refused({ code, about, retryAfterMs }) {
    const lasting = LASTING.get(code);
    if (lasting) {
      this.#become('stopped', /** @type {SyncMessage} */ (lasting));
      this.#socket?.close();
      return;
    }
    const sent = this.#inFlight.get(about);
    this.#inFlight.delete(about);
    if (sent?.isRestoring) this.#restoring.unshift(...sent.ids); // the outbox keeps its own; these would be forgotten
    switch (code) {
      case CODE.stale_epoch:
        if (sent) await this.#space.reseal(sent.ids);
        return this.#send();
      case CODE.chain_conflict:
        this.#chainSentTo = this.#space.entries.length;
        return;
      case CODE.space_full:
        this.#become('synced', 'space-full');
        return;
      case CODE.too_large:
      case CODE.op_invalid:
        this.#become('synced', 'too-large');
        return;
      case CODE.rate_limited:
      case CODE.unavailable: {
        this.#answerPasses(null);
        this.#become('catching-up', code === CODE.rate_limited ? 'rate-limited' : 'unavailable');
        this.#timer = this.#world.setTimer(() => this.flush(), Math.max(1000, retryAfterMs));
        return;
      }
      case CODE.too_many_spaces:
      case CODE.too_many_connections:
        this.#become('offline', 'too-many');
        return;
      default:
        this.message = 'fault';
        this.#socket?.close();
    }
  }
}

/** @param {any} error @returns {SyncMessage} */
function messageOf(error) {
  if (error?.name === 'ForkError') return 'forked';
  if (error?.name === 'StorageError') return error.reason === 'full' ? 'no-room' : 'not-kept';
  return 'fault';
}
