/**
 * Whispers (protocol section 10): encrypted words between the devices of a space that are online together. A value-in, value-out machine;
 * `Whisperer` keeps salts and counters of one connection and one session.
 */
import { equal, hex } from './bytes.js';
import { decode, encode, is } from './codec.js';
import { derive } from './ids.js';

const KIND = { greet: 0, word: 1 };

/**
 * @typedef {{salt: Uint8Array, sent: number, heard: number}} Line the counters of one (own salt, their salt): `sent` the next to use, `heard` the
 *   greatest heard, −1 at first. Kept for good: an old greet replayed must not make a counter, and so a nonce, come twice (S2).
 * @typedef {{device: Uint8Array, line: Line, lines: Map<string, Line>}} Peer
 */

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
    const known = [...this.#peers.values()].map(({ device, line }) => [device, line.salt]);
    return this.#seal(KIND.greet, await this.#greetKey(), this.#crypto.random(12), [this.#salt, known]);
  }

  /** @param {import('./codec.js').Value} message @returns {Promise<Uint8Array[]>} one for each device met */
  async say(message) {
    const out = [];
    for (const { device, line } of this.#peers.values()) {
      const nonce = new Uint8Array(12);
      new DataView(nonce.buffer).setBigUint64(4, BigInt(line.sent));
      line.sent += 1;
      const key = await this.#wordKey(this.#device, this.#salt, device, line.salt);
      out.push(await this.#seal(KIND.word, key, nonce, [device, message]));
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
    if (kind === KIND.greet) return this.#hearGreet(sender, nonce, sealed);
    return kind === KIND.word ? this.#hearWord(sender, nonce, sealed) : nothing;
  }

  /** S1. @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed */
  async #hearGreet(sender, nonce, sealed) {
    const greet = await this.#open(KIND.greet, await this.#greetKey(), sender, nonce, sealed);
    if (!isGreet(greet)) return { out: [], word: undefined, met: false };
    const [salt, known] = greet;
    const id = hex(sender);
    const before = this.#peers.get(id);
    const met = !before || !equal(before.line.salt, salt);
    if (met) {
      const lines = before?.lines ?? new Map();
      const line = lines.get(hex(salt)) ?? { salt: salt.slice(), sent: 0, heard: -1 };
      this.#peers.set(id, { device: sender.slice(), line, lines: lines.set(hex(salt), line) });
    }
    const heardMe = known.some(([device, mine]) => equal(device, this.#device) && equal(mine, this.#salt));
    return { out: heardMe ? [] : [await this.greet()], word: undefined, met };
  }

  /**
   * S2. A word from a device not met means that its greet was lost: a greet asks for it again.
   * @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed
   */
  async #hearWord(sender, nonce, sealed) {
    const nothing = { out: [], word: undefined, met: false };
    const line = this.#peers.get(hex(sender))?.line;
    if (!line) return { ...nothing, out: [await this.greet()] };
    const view = new DataView(nonce.buffer, nonce.byteOffset);
    const counter = Number(view.getBigUint64(4));
    if (view.getUint32(0) !== 0 || counter <= line.heard) return nothing;
    const key = await this.#wordKey(sender, line.salt, this.#device, this.#salt);
    const word = await this.#open(KIND.word, key, sender, nonce, sealed);
    if (!is.list(word, 2) || !is.bin(word[0], 32) || !equal(word[0], this.#device) || counter <= line.heard) return nothing;
    line.heard = counter;
    return { ...nothing, word: word[1] };
  }

  /** @param {number} kind @param {Uint8Array} key @param {Uint8Array} sender @param {Uint8Array} nonce @param {Uint8Array} sealed @returns {Promise<any>} null: does not open */
  async #open(kind, key, sender, nonce, sealed) {
    try {
      return decode(await this.#crypto.open(key, nonce, this.#aad(kind, sender), sealed));
    } catch {
      return null;
    }
  }

  #greetKey() {
    return derive(this.#crypto, this.#key, 'attune/greet/1', this.#session);
  }

  /** @param {Uint8Array} from @param {Uint8Array} fromSalt @param {Uint8Array} to @param {Uint8Array} toSalt */
  #wordKey(from, fromSalt, to, toSalt) {
    return derive(this.#crypto, this.#key, 'attune/whisper/1', this.#session, from, fromSalt, to, toSalt);
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

/** @param {any} value @returns {value is [Uint8Array, Array<[Uint8Array, Uint8Array]>]} */
const isGreet = (value) =>
  is.list(value, 2) && is.bin(value[0], 32) && is.list(value[1]) && value[1].every((pair) => is.list(pair, 2) && is.bins(pair, 32));
