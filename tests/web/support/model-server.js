/**
 * A model of the sync server, written from the protocol page: enough to tell whether phones come together whatever happens to it. It can be
 * wiped, put back to a backup, and killed. Synchronous but for reading chain entries.
 */
import { equal, hex } from '../../../web/core/bytes.js';
import { emptyChain, headOf, readEntry } from '../../../web/core/chain.js';
import { CLOSE, CODE, decodeFrame, encodeFrame } from '../../../web/core/frames.js';
import { helloBytes } from '../../../web/core/hello.js';
import { firstR, nextR } from '../../../web/core/log.js';
import { readHeader } from '../../../web/core/op.js';

const PAGE = 7; // small, so that pages are many

/** @typedef {{send: (bytes: Uint8Array) => void, end: (code: number) => void}} Wire */

export class ModelServer {
  /** @type {Set<Connection>} */ connections = new Set();
  /** One frame at a time. @type {Promise<void>} */ work = Promise.resolve();
  /** What happens to a frame before it is answered; true: it is not. @type {(frame: any, connection: Connection) => boolean} */ meet =
    () => false;

  /** @param {import('../../../web/io/crypto.js').Crypto} crypto @param {Uint8Array} space */
  constructor(crypto, space) {
    this.crypto = crypto;
    this.space = space;
    /** @type {import('../../../web/core/chain.js').Chain} */ this.chain = emptyChain(space);
    /** @type {Uint8Array} */ this.logId = crypto.random(16);
    this.wipe();
  }

  /** All it knew is gone. */
  wipe() {
    this.chain = emptyChain(this.space);
    this.logId = this.crypto.random(16);
    /** @type {Array<{id: string, opId: Uint8Array, bytes: Uint8Array}>} */ this.log = [];
    /** @type {Uint8Array[]|null} R by number */ this.R = null;
  }

  /** @returns {{chain: import('../../../web/core/chain.js').Chain, logId: Uint8Array, log: Array<{id: string, opId: Uint8Array, bytes: Uint8Array}>}} */
  backup() {
    return { chain: this.chain, logId: this.logId, log: [...this.log] };
  }

  /** @param {ReturnType<ModelServer['backup']>} backup */
  restore({ chain, logId, log }) {
    this.chain = chain;
    this.logId = logId;
    this.log = [...log];
    this.R = null;
  }

  /** Every connection breaks without a word. */
  kill() {
    for (const connection of [...this.connections]) connection.end(1006);
  }

  /** @param {Wire} wire */
  accept(wire) {
    const connection = new Connection(this, wire);
    this.connections.add(connection);
    return connection;
  }

  async numbers() {
    if (!this.R) {
      this.R = [await firstR(this.crypto, this.space, this.logId)];
      for (const { opId } of this.log) this.R.push(await nextR(this.crypto, /** @type {Uint8Array} */ (this.R.at(-1)), opId));
    }
    return this.R;
  }

  /** @param {Uint8Array} bytes @param {Connection} from */
  async append(bytes, from) {
    const { opId } = readHeader(bytes);
    const id = hex(opId);
    const known = this.log.findIndex((op) => op.id === id);
    if (known >= 0) return known + 1;
    const R = await this.numbers();
    R.push(await nextR(this.crypto, /** @type {Uint8Array} */ (R.at(-1)), opId));
    this.log.push({ id, opId, bytes: bytes.slice() });
    for (const other of this.connections) if (other !== from && other.isOpen) other.say('ops', this.log.length, [bytes]);
    return this.log.length;
  }

  /** @param {number} firstN @param {Uint8Array[]} entries @returns {Promise<boolean>} */
  async extend(firstN, entries) {
    if (firstN !== this.chain.entries.length) return false;
    let { chain } = this;
    for (const entry of entries) {
      const read = await readEntry(this.crypto, chain, entry.slice());
      if (read.verdict === 'void') return false;
      ({ chain } = read);
    }
    this.chain = chain;
    return true;
  }
}

class Connection {
  isOpen = false;
  isOver = false;
  /** @type {any} */ hello = null;

  /** @param {ModelServer} server @param {Wire} wire */
  constructor(server, wire) {
    this.server = server;
    this.wire = wire;
    this.nonce = server.crypto.random(32);
    this.say('challenge', this.nonce);
  }

  /** @param {string} name @param {...any} fields */
  say(name, ...fields) {
    if (!this.isOver) this.wire.send(encodeFrame(name, ...fields));
  }

  /** @param {number} code */
  end(code) {
    if (this.isOver) return;
    this.isOver = true;
    this.server.connections.delete(this);
    this.wire.end(code);
  }

  /** @param {Uint8Array} bytes */
  receive(bytes) {
    const { server } = this;
    server.work = server.work.then(() => (this.isOver ? undefined : this.#receive(decodeFrame(bytes))));
    return server.work;
  }

  /** @param {any} frame */
  async #receive(frame) {
    const { server } = this;
    if (server.meet(frame, this)) return;
    switch (frame.name) {
      case 'ping':
        return this.say('pong', frame.token);
      case 'hello':
        this.hello = frame;
        return this.#prove();
      case 'chain':
        return this.#chain(frame);
      case 'open':
        return this.#open(frame);
      case 'append':
        return this.#append(frame);
      case 'pull': {
        const found = server.log.filter(({ opId }) => frame.ids.some((/** @type {Uint8Array} */ id) => equal(id, opId)));
        for (let i = 0; i < found.length; i += PAGE) this.say('pulled', false, found.slice(i, i + PAGE).map(({ bytes }) => bytes)); // biome-ignore format: one page
        return this.say('pulled', true, []);
      }
      case 'whisper':
        for (const other of server.connections) if (other !== this && other.isOpen) other.say('whispered', frame.bytes);
        return;
      default:
        throw new Error(`a phone said ${frame.name}`);
    }
  }

  async #prove() {
    const { chain, crypto, logId, log } = this.server;
    const member = chain.members.get(hex(this.hello.device));
    if (!member) return this.say('need_chain', chain.entries.length);
    const signed = helloBytes({ origin: this.hello.origin, space: this.server.space, device: this.hello.device, nonce: this.nonce });
    if (!(await crypto.verify(member.signPk, signed, this.hello.signature))) throw new Error('hello does not verify');
    const R = await this.server.numbers();
    this.say('welcome', logId, log.length, R.at(-1), chain.entries.length, headOf(chain));
  }

  /** @param {any} frame */
  async #chain({ firstN, entries }) {
    const { server } = this;
    const before = server.chain.entries.length;
    if (!this.isOpen && entries.length === 0) {
      if (server.chain.members.has(hex(this.hello.device))) return this.#prove(); // another phone brought it meanwhile
      this.say('error', CODE.not_member, 0, 0, 0);
      return this.end(CLOSE.forbidden);
    }
    if (!(await server.extend(firstN, entries))) {
      this.say('error', CODE.chain_conflict, 0, firstN, 0);
      if (this.isOpen) this.say('entries', firstN, server.chain.entries.slice(firstN));
      else this.say('need_chain', server.chain.entries.length);
      return;
    }
    for (const other of server.connections) if (other !== this && other.isOpen) other.say('entries', before, entries);
    if (this.isOpen) this.say('chain_ack', server.chain.entries.length, headOf(server.chain));
    else await this.#prove();
  }

  /** @param {any} frame */
  async #open({ n, R: theirs, chainN }) {
    const { server } = this;
    const R = await server.numbers();
    const { log } = server;
    if (server.chain.entries.length > chainN) this.say('entries', chainN, server.chain.entries.slice(chainN));
    const mine = R[n];
    const isEqual = n === 0 || (mine !== undefined && equal(mine, theirs));
    this.say('opened', isEqual, log.length, R.at(-1));
    if (isEqual) for (let i = n; i < log.length; i += PAGE) this.say('ops', i + 1, log.slice(i, i + PAGE).map(({ bytes }) => bytes)); // biome-ignore format: one page
    else for (let i = 0; i === 0 || i < log.length; i += PAGE) this.say('listed', i + 1, log.slice(i, i + PAGE).map(({ opId }) => opId)); // biome-ignore format: one page
    this.isOpen = true;
  }

  /** @param {any} frame */
  async #append({ batch, mode, ops }) {
    const { server } = this;
    for (const [index, bytes] of ops.entries()) {
      const { epoch } = readHeader(bytes);
      if (epoch > server.chain.epoch) return this.say('error', CODE.op_invalid, batch, index, 0);
      if (mode === 0 && epoch !== server.chain.epoch) return this.say('error', CODE.stale_epoch, batch, index, 0);
    }
    const seqs = [];
    for (const bytes of ops) seqs.push(await server.append(bytes, this));
    this.say('ack', batch, seqs);
  }
}
