/**
 * A mailbox on the server (protocol page, section 8): reads what is there, posts in order, comes back after every interruption.
 *
 * Nothing of one connection is trusted on the next: the server may have lost the mailbox. Each reads it from the start, and what was said and
 * is not there is said again.
 */
import { equal } from '../core/bytes.js';
import { CODE, decodeFrame, encodeFrame } from '../core/frames.js';
import { backoffMs } from './backoff.js';

/** A person watches this screen: a silent connection is noticed sooner than in the background. */
const LISTEN_MS = 20_000;
const PONG_MS = 8_000;
const AGAIN_MS = 5_000;

/** What keeps the phones apart right now; it is tried again. @typedef {'unreached'|'busy'|'version'} Trouble */

/** Refusals of a whole connection or of a post, by what a person is told. @type {Map<number, Trouble>} */
const TROUBLES = new Map([
  [CODE.version, 'version'],
  [CODE.rate_limited, 'busy'],
  [CODE.too_many_connections, 'busy'],
  [CODE.unavailable, 'busy'],
]);

/**
 * @typedef {object} MailboxEvents
 * @property {(message: Uint8Array, index: number) => Promise<void>} onMessage once per message, in order; own messages too after a reconnect
 * @property {(trouble: Trouble|null) => void} onTrouble null: the server is reached and takes what is said
 * @property {() => void} onRead after all messages that were there have been handed over
 * @property {() => void} onDrained all that was to be said is in the mailbox
 * @property {() => void} onFull there is no more room in it
 */

export class MailboxClient {
  #url;
  #rendezvous;
  #world;
  #events;
  /** @type {import('../io/socket.js').Socket|null} */ #socket = null;
  #attempt = 0;
  /** @type {number|undefined} */ #timer;
  /** @type {number|undefined} */ #listening;
  #closed = false;
  #work = Promise.resolve();
  #count = 0;
  #met = false;
  #isPosting = false;
  /** Why the server refused last, and until when it asked to be left alone. @type {{trouble: Trouble, waitMs: number}|null} */ #refusal =
    null;
  /** @type {Uint8Array[]} */ #said = [];
  /** What of it is not known to be in the mailbox. @type {Uint8Array[]} */ #outbox = [];

  /**
   * @param {object} options
   * @param {string} options.url
   * @param {Uint8Array} options.rendezvous
   * @param {import('./sync-client.js').World} options.world
   * @param {MailboxEvents} options.events
   */
  constructor({ url, rendezvous, world, events }) {
    this.#url = url;
    this.#rendezvous = rendezvous;
    this.#world = world;
    this.#events = events;
    this.#connect();
  }

  /** @param {Uint8Array} message posted once; kept until the server says it is there */
  post(message) {
    this.#said.push(message);
    this.#outbox.push(message);
    this.#postNext();
  }

  /** Everything said is in the mailbox. */
  get isEmpty() {
    return this.#outbox.length === 0;
  }

  retryNow() {
    this.#attempt = 0;
    if (!this.#socket) this.#connect();
  }

  close() {
    this.#closed = true;
    this.#world.clearTimer(this.#timer ?? 0);
    this.#world.clearTimer(this.#listening ?? 0);
    this.#socket?.close();
  }

  #connect() {
    if (this.#closed || this.#socket) return;
    this.#world.clearTimer(this.#timer ?? 0);
    /** @type {import('../io/socket.js').Socket} */
    const socket = this.#world.openSocket(this.#url, {
      onFrame: (bytes) => {
        this.#listen();
        this.#work = this.#work.then(() => (this.#socket === socket ? this.#hear(bytes) : undefined)).catch(() => this.#socket?.close());
      },
      onEnd: () => {
        if (this.#socket === socket) this.#ended();
      },
    });
    this.#socket = socket;
    this.#listen();
  }

  #ended() {
    this.#socket = null;
    this.#met = false;
    this.#isPosting = false;
    this.#world.clearTimer(this.#listening ?? 0);
    if (this.#closed) return;
    this.#count = 0;
    this.#outbox = [...this.#said];
    this.#events.onTrouble(this.#refusal?.trouble ?? 'unreached');
    this.#again(() => this.#connect());
    this.#refusal = null;
  }

  #listen() {
    this.#world.clearTimer(this.#listening ?? 0);
    this.#listening = this.#world.setTimer(() => {
      this.#socket?.send(encodeFrame('ping', 0));
      this.#listening = this.#world.setTimer(() => this.#socket?.close(), PONG_MS);
    }, LISTEN_MS);
  }

  /** @param {Uint8Array} bytes */
  async #hear(bytes) {
    const frame = decodeFrame(bytes);
    if (frame.name === 'challenge') this.#socket?.send(encodeFrame('meet', this.#rendezvous, 0));
    else if (frame.name === 'mailbox') await this.#read(frame.firstIndex, frame.messages);
    else if (frame.name === 'posted') {
      this.#attempt = 0;
      this.#refusal = null;
      this.#events.onTrouble(null);
      this.#count = frame.index + 1;
      this.#isPosting = false;
      this.#outbox.shift();
      this.#postNext();
    } else if (frame.name === 'error') this.#refused(frame);
  }

  /** @param {{code: number, retryAfterMs: number}} frame */
  #refused({ code, retryAfterMs }) {
    if (code === CODE.mailbox_full) this.#events.onFull();
    // another message came first: it follows, and then the post is tried again
    if (code === CODE.mailbox_conflict) this.#isPosting = false;
    const trouble = TROUBLES.get(code);
    if (!trouble) return;
    this.#refusal = { trouble, waitMs: retryAfterMs };
    this.#events.onTrouble(trouble);
    this.#again(() => {
      this.#isPosting = false;
      this.#postNext();
    });
  }

  /** Tries once more, later each time and not before the server allows it. @param {() => void} step */
  #again(step) {
    this.#world.clearTimer(this.#timer ?? 0);
    const wait = Math.min(AGAIN_MS, backoffMs(this.#attempt, this.#world.random));
    this.#timer = this.#world.setTimer(step, Math.max(this.#refusal?.waitMs ?? 0, wait));
    this.#attempt += 1;
  }

  /** @param {number} firstIndex @param {Uint8Array[]} messages */
  async #read(firstIndex, messages) {
    const socket = this.#socket;
    const isShorter = this.#met && messages.length === 0; // the answer to a post that came too far behind: the server lost the mailbox
    if (isShorter || firstIndex > this.#count) {
      if (this.#met) socket?.close(); // read all of it anew; what comes before the first reading comes again with it
      return;
    }
    if (!this.#met) this.#events.onTrouble(null);
    if (messages.length > 0) this.#attempt = 0;
    for (const [i, message] of messages.entries()) {
      if (firstIndex + i < this.#count) continue;
      this.#count = firstIndex + i + 1;
      // a post whose answer was lost is found here
      this.#outbox = this.#outbox.filter((mine) => !equal(mine, message));
      await this.#events.onMessage(message, firstIndex + i);
      if (this.#socket !== socket) return;
    }
    this.#met = true;
    this.#events.onRead();
    this.#postNext();
  }

  #postNext() {
    const [message] = this.#outbox;
    if (!message) this.#events.onDrained();
    if (!message || !this.#met || this.#isPosting) return;
    this.#isPosting = true;
    this.#socket?.send(encodeFrame('post', this.#count, message));
  }
}
