/**
 * Frames of the sync socket (protocol section 7), both directions, as one table: the table is the grammar.
 */
import { CodecError, decode, encode, is } from './codec.js';

/** @typedef {(value: unknown) => boolean} Check */

const uint = /** @type {Check} */ (is.uint);
const bool = /** @type {Check} */ ((value) => typeof value === 'boolean');
const bin = /** @type {Check} */ ((value) => is.bin(value));
const id16 = /** @type {Check} */ ((value) => is.bin(value, 16));
const id32 = /** @type {Check} */ ((value) => is.bin(value, 32));
const sig = /** @type {Check} */ ((value) => is.bin(value, 64));
const text = /** @type {Check} */ (is.text);
const bins = /** @type {Check} */ ((value) => is.list(value) && value.every((item) => is.bin(item)));
const ids = /** @type {Check} */ ((value) => is.bins(value, 32));
const uints = /** @type {Check} */ ((value) => is.list(value) && value.every(is.uint));
const mode = /** @type {Check} */ ((value) => value === 0 || value === 1);
/** @param {Check} list @returns {Check} */
const some = (list) => (value) => list(value) && /** @type {any[]} */ (value).length > 0;
const pass = /** @type {Check} */ (
  (value) => is.bin(value) && /** @type {Uint8Array} */ (value).length >= 1 && /** @type {Uint8Array} */ (value).length <= 256
);
const one = /** @type {Check} */ ((value) => value === 1);

/** name -> [type, [field, check]…]. A field named 'version' is filled in by `encodeFrame`. @type {Record<string, [number, ...Array<[string, Check]>]>} */
const FRAMES = {
  hello: [1, ['version', one], ['origin', text], ['space', id32], ['device', id32], ['signature', sig]],
  chain: [2, ['firstN', uint], ['entries', bins]],
  open: [3, ['n', uint], ['R', id32], ['chainN', uint]],
  append: [4, ['batch', uint], ['mode', mode], ['ops', some(bins)]],
  pull: [5, ['ids', some(ids)]],
  whisper: [6, ['bytes', bin]],
  ping: [7, ['token', uint]],
  meet: [8, ['version', one], ['rendezvous', id16], ['from', uint]],
  post: [9, ['index', uint], ['message', bin]],
  want_pass: [10],
  challenge: [64, ['version', uint], ['nonce', id32]],
  need_chain: [65, ['chainN', uint]],
  welcome: [66, ['logId', id16], ['n', uint], ['R', id32], ['chainN', uint], ['head', id32]],
  entries: [67, ['firstN', uint], ['entries', bins]],
  opened: [68, ['equal', bool], ['n', uint], ['R', id32]],
  ops: [69, ['firstSeq', uint], ['ops', bins]],
  listed: [70, ['firstSeq', uint], ['ids', ids]],
  pulled: [71, ['last', bool], ['ops', bins]],
  ack: [72, ['batch', uint], ['seqs', uints]],
  chain_ack: [73, ['chainN', uint], ['head', id32]],
  whispered: [74, ['bytes', bin]],
  pong: [75, ['token', uint]],
  mailbox: [76, ['firstIndex', uint], ['messages', bins], ['expiresInS', uint]],
  posted: [77, ['index', uint]],
  error: [78, ['code', uint], ['about', uint], ['index', uint], ['retryAfterMs', uint]],
  pass: [79, ['pass', pass], ['expiresInS', uint]],
};

const NAME_BY_TYPE = new Map(Object.entries(FRAMES).map(([name, [type]]) => [type, name]));

/** Codes of the `error` frame (W14). */
export const CODE = Object.freeze({
  malformed: 1,
  unexpected: 2,
  version: 3,
  origin: 4,
  bad_signature: 5,
  not_member: 6,
  chain_invalid: 7,
  chain_conflict: 8,
  stale_epoch: 9,
  too_large: 10,
  op_invalid: 11,
  space_full: 12,
  rate_limited: 13,
  too_many_spaces: 14,
  too_many_connections: 15,
  chain_full: 16,
  mailbox_full: 17,
  mailbox_conflict: 19,
  unavailable: 20,
  pass_invalid: 21,
  no_blob: 22,
  blob_invalid: 23,
  not_yours: 24,
});

/** WebSocket close codes (W14). */
export const CLOSE = Object.freeze({
  done: 1000,
  stopping: 1001,
  too_big: 1009,
  fault: 1011,
  slow_reader: 4008,
  malformed: 4400,
  bad_signature: 4401,
  forbidden: 4403,
  silent: 4408,
  version: 4426,
  too_many: 4429,
});

/** @param {string} name @returns {[number, ...Array<[string, Check]>]} */
function grammar(name) {
  const found = FRAMES[name];
  if (!found) throw new TypeError(`no such frame: ${name}`);
  return found;
}

/** @param {string} name @param {...any} values the fields after version, in order @returns {Uint8Array} */
export function encodeFrame(name, ...values) {
  const [type, ...fields] = grammar(name);
  const parts = fields[0]?.[0] === 'version' ? [1, ...values] : values;
  if (parts.length !== fields.length || !fields.every(([, check], i) => check(parts[i]))) throw new TypeError(`not a ${name} frame`);
  return encode([type, ...parts]);
}

/** @param {Uint8Array} bytes @returns {any} `{name, …fields}` @throws {CodecError} not a frame of the protocol page */
export function decodeFrame(bytes) {
  const parts = decode(bytes);
  const name = is.list(parts) ? NAME_BY_TYPE.get(parts[0]) : undefined;
  if (!name) throw new CodecError('not a frame');
  const [, ...fields] = grammar(name);
  if (parts.length !== fields.length + 1) throw new CodecError('not a frame');
  /** @type {Record<string, unknown>} */ const frame = { name };
  fields.forEach(([field, check], i) => {
    if (!check(parts[i + 1])) throw new CodecError('not a frame');
    frame[field] = parts[i + 1];
  });
  return frame;
}
