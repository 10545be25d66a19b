/**
 * A mailbox on the server (protocol page, section 8): reads what is there, posts in order, comes back after every interruption.
 */
import { equal } from '../core/bytes.js';
import { CLOSE, CODE, decodeFrame, encodeFrame } from '../core/frames.js';
import { backoffMs } from './backoff.js';

/** A person watches this screen: a silent connection is noticed sooner than in the background. */
const LISTEN_MS = 20_000;
const PONG_MS = 8_000;

/**
 * @typedef {object} MailboxEvents
 * @property {(message: Uint8Array, index: number) => Promise<void>} onMessage once per message, in order; own messages too after a reconnect
 * @property {(reached: boolean) => void} onReach whether the server is reached right now
 * @property {() => void} onRead after all messages that were there have been handed over
 * @property {() => void} onDrained all that was to be said is in the mailbox
 * @property {(why: 'expired'|'full') => void} onGone
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
  /** @type {Uint8Array[]} */ #outbox = [];

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
      onEnd: (code) => {
        if (this.#socket === socket) this.#ended(code);
      },
    });
    this.#socket = socket;
    this.#listen();
  }

  /** @param {number} code */
  #ended(code) {
    this.#socket = null;
    this.#met = false;
    this.#isPosting = false;
    this.#world.clearTimer(this.#listening ?? 0);
    if (this.#closed) return;
    this.#events.onReach(false);
    if (code === CLOSE.mailbox_expired) {
      this.#events.onGone('expired');
      return;
    }
    this.#timer = this.#world.setTimer(() => this.#connect(), Math.min(5_000, backoffMs(this.#attempt, this.#world.random)));
    this.#attempt += 1;
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
    if (frame.name === 'challenge') this.#socket?.send(encodeFrame('meet', this.#rendezvous, this.#count));
    else if (frame.name === 'mailbox') await this.#read(frame.firstIndex, frame.messages);
    else if (frame.name === 'posted') {
      this.#count = Math.max(this.#count, frame.index + 1);
      this.#isPosting = false;
      this.#outbox.shift();
      this.#postNext();
    } else if (frame.name === 'error') {
      if (frame.code === CODE.mailbox_full) this.#events.onGone('full');
      else if (frame.code === CODE.mailbox_expired) this.#events.onGone('expired');
      // another message came first: it follows, and then the post is tried again
      else if (frame.code === CODE.mailbox_conflict) this.#isPosting = false;
    }
  }

  /** @param {number} firstIndex @param {Uint8Array[]} messages */
  async #read(firstIndex, messages) {
    this.#attempt = 0;
    this.#met = true;
    this.#events.onReach(true);
    for (const [i, message] of messages.entries()) {
      if (firstIndex + i < this.#count) continue;
      this.#count = firstIndex + i + 1;
      // a post whose answer was lost is found here
      this.#outbox = this.#outbox.filter((mine) => !equal(mine, message));
      await this.#events.onMessage(message, firstIndex + i);
    }
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
