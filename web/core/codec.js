/**
 * The one byte form of everything (protocol E1–E4): MessagePack without maps, floats, negatives, extensions, in shortest form.
 *
 * Writing is the library's. Reading is our own: the library drops a U+FEFF that begins a long text, so that an honest text would not read
 * back, and it reserves room for as many items as a header claims, so that thirty bytes could cost a phone a gigabyte. Reading strictly in
 * one pass is also faster than reading loosely, writing again and comparing.
 */
import { encode as pack } from '../vendor/msgpack.js';

/** @typedef {null|boolean|number|string|Uint8Array|ReadonlyArray<any>} Value a Value nests at most eight arrays deep */

export const MAX_DEPTH = 8;

/** The bytes are not the one form of anything on the protocol page. */
export class CodecError extends Error {
  constructor(message = 'not the one form of a value') {
    super(message);
    this.name = 'CodecError';
  }
}

/** @param {any} value @param {number} depth */
function requirePlain(value, depth) {
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new CodecError('a lone surrogate');
    return;
  }
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) return;
  if (Array.isArray(value) && depth <= MAX_DEPTH) {
    for (const item of value) requirePlain(item, depth + 1);
    return;
  }
  throw new CodecError();
}

/** @param {Value} value @returns {Uint8Array} @throws {CodecError} what E1 and E3 do not allow */
export function encode(value) {
  requirePlain(value, 1);
  return pack(value, { maxDepth: MAX_DEPTH + 1 });
}

/** @param {Uint8Array} bytes @returns {any} the Value; its byte strings are views into `bytes` @throws {CodecError} */
export function decode(bytes) {
  const reader = new Reader(bytes);
  const value = reader.value(1);
  if (reader.at !== bytes.length) throw new CodecError();
  return value;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one form only: the shortest header for each value, nothing beyond what is there. */
class Reader {
  at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }

  /** @param {number} depth of an array that begins here @returns {any} */
  value(depth) {
    const head = this.uint(1, 0);
    if (head <= 0x7f) return head;
    if (head >= 0xa0 && head <= 0xbf) return this.text(head - 0xa0);
    if (head >= 0x90 && head <= 0x9f) return this.array(head - 0x90, depth);
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
        return this.take(this.uint(1, 0));
      case 0xc5:
        return this.take(this.uint(2, 0x100));
      case 0xc6:
        return this.take(this.uint(4, 0x1_0000));
      case 0xcc:
        return this.uint(1, 0x80);
      case 0xcd:
        return this.uint(2, 0x100);
      case 0xce:
        return this.uint(4, 0x1_0000);
      case 0xcf:
        return this.uint(8, 0x1_0000_0000);
      case 0xd9:
        return this.text(this.uint(1, 0x20));
      case 0xda:
        return this.text(this.uint(2, 0x100));
      case 0xdb:
        return this.text(this.uint(4, 0x1_0000));
      case 0xdc:
        return this.array(this.uint(2, 0x10), depth);
      case 0xdd:
        return this.array(this.uint(4, 0x1_0000), depth);
      default:
        throw new CodecError();
    }
  }

  /** @param {number} width bytes @param {number} least a smaller number has a shorter form */
  uint(width, least) {
    let number = 0;
    for (const byte of this.take(width)) number = number * 256 + byte;
    // beyond 2^53 − 1 the sum is rounded, but never to a safe integer
    if (number < least || !Number.isSafeInteger(number)) throw new CodecError();
    return number;
  }

  /** @param {number} length */
  take(length) {
    if (length > this.bytes.length - this.at) throw new CodecError();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** @param {number} length bytes */
  text(length) {
    try {
      return utf8.decode(this.take(length));
    } catch {
      throw new CodecError();
    }
  }

  /** @param {number} length @param {number} depth */
  array(length, depth) {
    // each item takes a byte at least, so a header cannot claim more than is there
    if (depth > MAX_DEPTH || length > this.bytes.length - this.at) throw new CodecError();
    const items = [];
    for (let i = 0; i < length; i += 1) items.push(this.value(depth + 1));
    return items;
  }
}

/** Schema checks for decoded values (E4). */
export const is = {
  /** @param {unknown} value @returns {value is number} */
  uint: (value) => typeof value === 'number',
  /** @param {unknown} value @returns {value is string} */
  text: (value) => typeof value === 'string',
  /** @param {unknown} value @param {number} [length] @returns {value is Uint8Array} */
  bin: (value, length) => value instanceof Uint8Array && (length === undefined || value.length === length),
  /** @param {unknown} value @param {number} [length] @returns {value is any[]} */
  list: (value, length) => Array.isArray(value) && (length === undefined || value.length === length),
  /** @param {unknown} value @param {number} length @returns {value is Uint8Array[]} */
  bins: (value, length) => Array.isArray(value) && value.every((item) => item instanceof Uint8Array && item.length === length),
};
