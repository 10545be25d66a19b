/**
 * The one byte form of everything (protocol E1–E4): MessagePack without maps, floats, negatives, extensions, in shortest form.
 */
import { encode as pack, decode as unpack } from '../vendor/msgpack.js';
import { equal } from './bytes.js';

/** @typedef {null|boolean|number|string|Uint8Array|ReadonlyArray<any>} Value a Value nests at most eight arrays deep */

export const MAX_DEPTH = 8;
const LIMITS = { maxMapLength: 0, maxExtLength: 0, maxDepth: MAX_DEPTH + 1 };

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
  /** @type {any} */ let value;
  try {
    value = unpack(bytes, LIMITS);
  } catch {
    throw new CodecError();
  }
  if (!equal(encode(value), bytes)) throw new CodecError();
  return value;
}

/** Schema checks for decoded values (E4). */
export const is = {
  /** @param {unknown} value @returns {value is number} */
  uint: (value) => typeof value === 'number',
  /** @param {unknown} value @returns {value is string} */
  text: (value) => typeof value === 'string',
  /** @param {unknown} value @param {number} [length] @returns {value is Uint8Array} */
  bin: (value, length) => value instanceof Uint8Array && (length === undefined || value.length === length),
  /** @param {unknown} value @returns {value is any[]} */
  list: (value) => Array.isArray(value),
  /** @param {unknown} value @param {number} length @returns {value is Uint8Array[]} */
  bins: (value, length) => Array.isArray(value) && value.every((item) => item instanceof Uint8Array && item.length === length),
};
