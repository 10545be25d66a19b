/**
 * One space on this phone: its chain and keys, its ops and intents at rest, and their fold in memory.
 *
 * A tab writes *intents*; the leading tab, once it has pulled to the tail (O5), turns them into ops, each in the transaction that
 * advances the device's head (O3). Two tabs that both believe to lead are harmless: that transaction compares the head first.
 */
import { compare, equal, hex, unhex } from '../core/bytes.js';
import { addIntent, addOp, depthOf, dropIntent, emptyFold, nextBase, parkOp, record, recordsOfType } from '../core/oplog.js';
import { emptyChain, entryHead, membersAt, openEpochs, readEntry } from '../core/chain.js';
import { eraseTag } from '../core/erase.js';
import { firstR, nextR } from '../core/log.js';
import { KIND, encodeSet, encodeWithdraw, makeOp, openOp, readHeader, sealOp, verifyRuns } from '../core/op.js';
import { Refusal } from '../io/database.js';

export const Z32 = new Uint8Array(32);
const SIGN_AT_ONCE = 64;

/**
 * @typedef {import('../core/codec.js').Value} Value
 * @typedef {{signSeed: Uint8Array, signPk: Uint8Array, kemSeed: Uint8Array, kemPk: Uint8Array}} DeviceKeys
 * @typedef {{incarnation: Uint8Array, counter: number, previous: Uint8Array}} Head the next op's place in this device's chain
 * @typedef {{intent: Uint8Array, record: Uint8Array, kind: number, base: Uint8Array[], depth: number, payload: Uint8Array}} Intent
 */

/** @param {string} id @returns the names of this space's rows */
const rowsOf = (id) => ({ identity: `space/${id}/identity`, head: `space/${id}/head`, cursor: `space/${id}/cursor` });

export class Space {
  /** @type {any} */ #fold = emptyFold();
  /** @type {Map<number, Uint8Array>} */ #epochKeys = new Map();
  /** @type {Map<string, Uint8Array>} op ids on this phone, hex -> bytes */ #known = new Map();
  /** @type {Set<string>} op ids that some op refers to and nobody here has */ #referenced = new Set();
  /** @type {Map<string, {opId: Uint8Array, bytes: Uint8Array}>} waits for the chain or an update */ #parked = new Map();
  /** @type {Map<string, Uint8Array>} newest op id of other (device, incarnation) chains since my last op */ #news = new Map();
  /** @type {Map<number, {row: number, intent: Intent}>} */ #intents = new Map();
  /** @type {Map<string, Uint8Array>} intent hex -> the op that says it */ #signed = new Map();
  #unacknowledged = 0;
  #lastRow = 0;
  /** @type {Promise<any>} */ #writing = Promise.resolve();
  /** @type {Head} */ #head;
  /** @type {any} */ #chain;
  #vault;
  #crypto;
  #onChange;

  /** @type {{n: number, R: Uint8Array}} */ cursor = { n: 0, R: Z32 };

  /**
   * Use `Space.create` or `Space.load`.
   * @param {any} parts
   */
  constructor({ vault, crypto, chain, keys, device, head, onChange }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.#chain = chain;
    /** @type {DeviceKeys} */ this.keys = keys;
    /** @type {Uint8Array} */ this.device = device;
    this.#head = head;
    this.#onChange = onChange;
  }
