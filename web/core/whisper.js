/**
 * Whispers (protocol section 10): encrypted words between the devices of a space that are online together. A value-in, value-out machine;
 * `Whisperer` keeps salts and counters of one connection and one session.
 */
import { equal, hex } from './bytes.js';
import { decode, encode, is } from './codec.js';
import { derive } from './ids.js';

const KIND = { greet: 0, word: 1 };

/** @typedef {{device: Uint8Array, salt: Uint8Array, sent: number, heard: number}} Peer `heard`: the greatest counter heard, −1 at first */

export class Whisperer {
  /** @type {Map<string, Peer>} */ #peers = new Map();
  #crypto;
  #key;
  #space;
  #session;
  #device;
  #salt;

  /**
   * @param {import('./ids.js').Crypto} crypto
   * @param {{whispersKey: Uint8Array, space: Uint8Array, session: Uint8Array, device: Uint8Array}} parts `whispersKey`: subkey "whispers" of the epoch in force
   */
  constructor(crypto, { whispersKey, space, session, device }) {
    this.#crypto = crypto;
    this.#key = whispersKey;
    this.#space = space;
    this.#session = session;
    this.#device = device;
    this.#salt = crypto.random(32);
  }

  /** How many other devices have met this one. */
  get peers() {
    return this.#peers.size;
  }

  /** @returns {Promise<Uint8Array>} to be sent when the connection opens, and again when `hear` asks */
  async greet() {
    const known = [...this.#peers.values()].map(({ device, salt }) => [device, salt]);
    return this.#seal(KIND.greet, await this.#greetKey(), this.#crypto.random(12), [this.#salt, known]);
  }

  /** @param {import('./codec.js').Value} message @returns {Promise<Uint8Array[]>} one for each device met */
  async say(message) {
    const out = [];
    for (const peer of this.#peers.values()) {
      const nonce = new Uint8Array(12);
      new DataView(nonce.buffer).setBigUint64(4, BigInt(peer.sent));
      peer.sent += 1;
      const key = await this.#wordKey({ device: this.#device, salt: this.#salt }, peer);
      out.push(await this.#seal(KIND.word, key, nonce, [peer.device, message]));
    }
    return out;
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {Promise<{out: Uint8Array[], word: import('./codec.js').Value|undefined, met: boolean}>} `out` is to be sent; `met`: somebody new is here.
   *   Whatever does not open is ignored.
   */
  async hear(bytes) {
    const nothing = { out: [], word: undefined, met: false };
    let parts;
    try {
      parts = decode(bytes);
    } catch {
      return nothing;
    }
    if (!is.list(parts) || parts.length !== 5) return nothing;
    const [kind, session, sender, nonce, sealed] = parts;
    if (!is.bin(session, 16) || !equal(session, this.#session) || !is.bin(sender, 32) || equal(sender, this.#device)) return nothing;
    if (!is.bin(nonce, 12) || !is.bin(sealed)) return nothing;
    try {
      return kind === KIND.greet
        ? await this.#hearGreet(sender, nonce, sealed)
        : { ...nothing, word: await this.#hearWord(sender, nonce, sealed) };
    } catch {
      return nothing;
    }
  }

  /** S1. @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed */
  async #hearGreet(sender, nonce, sealed) {
    const [salt, known] = decode(await this.#crypto.open(await this.#greetKey(), nonce, this.#aad(KIND.greet, sender), sealed));
    const id = hex(sender);
    const before = this.#peers.get(id);
    const met = !before || !equal(before.salt, salt);
    if (met) this.#peers.set(id, { device: sender.slice(), salt: salt.slice(), sent: 0, heard: -1 });
    const heardMe = known.some((/** @type {any} */ [device, mine]) => equal(device, this.#device) && equal(mine, this.#salt));
    return { out: heardMe ? [] : [await this.greet()], word: undefined, met };
  }

  /** S2. @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed */
  async #hearWord(sender, nonce, sealed) {
    const peer = this.#peers.get(hex(sender));
    if (!peer) return undefined;
    const counter = Number(new DataView(nonce.buffer, nonce.byteOffset).getBigUint64(4));
    const key = await this.#wordKey(peer, { device: this.#device, salt: this.#salt });
    const [receiver, message] = decode(await this.#crypto.open(key, nonce, this.#aad(KIND.word, sender), sealed));
    if (!equal(receiver, this.#device) || counter <= peer.heard) return undefined;
    peer.heard = counter;
    return message;
  }

  #greetKey() {
    return derive(this.#crypto, this.#key, 'attune/greet/1', this.#session);
  }

  /** @param {{device: Uint8Array, salt: Uint8Array}} from @param {{device: Uint8Array, salt: Uint8Array}} to */
  #wordKey(from, to) {
    return derive(this.#crypto, this.#key, 'attune/whisper/1', this.#session, from.device, from.salt, to.device, to.salt);
  }

  /** @param {number} kind @param {Uint8Array} sender */
  #aad(kind, sender) {
    return encode(['attune/whisper-header/1', this.#space, kind, this.#session, sender]);
  }

  /** @param {number} kind @param {Uint8Array} key @param {Uint8Array} nonce @param {any[]} body */
  async #seal(kind, key, nonce, body) {
    return encode([
      kind,
      this.#session,
      this.#device,
      nonce,
      await this.#crypto.seal(key, nonce, this.#aad(kind, this.#device), encode(body)),
    ]);
  }
}
