/**
 * Ops: made once, signed, sealed, opened, verified by runs (protocol section 5).
 */
import { compare, equal, hex } from './bytes.js';
import { CodecError, decode, encode, is } from './codec.js';
import { hash, opId, Z32 } from './ids.js';
import { pad, unpad } from './padding.js';

export const KIND = Object.freeze({ set: 1, text: 2, withdraw: 3, alias: 4, blob: 5, segment: 6 });
/** @type {Set<number>} */
const UNDERSTOOD = new Set([KIND.set, KIND.withdraw]);
/** From here on an unknown kind may be skipped (O10). */
export const FIRST_SKIPPABLE = 128;
const LABEL = 'attune/op/1';

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{type: string, values: Array<[string, Value]>}} SetPayload
 * @typedef {{type: string, names: string[]}} WithdrawPayload
 *
 * @typedef {object} Op an op that opened; its signature is verified apart (verifier.js)
 * @property {Uint8Array} opId @property {string} id hex of opId
 * @property {Uint8Array} signed @property {Uint8Array} signature
 * @property {Uint8Array} intent @property {Uint8Array} device @property {Uint8Array} incarnation @property {number} counter
 * @property {Uint8Array} ownPrevious @property {Uint8Array} chainHead @property {Uint8Array[]} parents
 * @property {Uint8Array} record @property {number} kind @property {Uint8Array[]} base @property {number} depth @property {Uint8Array} payload
 *
 * @typedef {{opId: Uint8Array, eraseTag: Uint8Array, signed: Uint8Array, signature: Uint8Array}} MadeOp
 */

/** An op that breaks a rule of section 5. */
export class OpError extends Error {
  /** @param {string} rule */
  constructor(rule) {
    super(`op rule ${rule}`);
    this.name = 'OpError';
    this.rule = rule;
  }
}

/** @param {string} type @param {Array<[string, Value]>} values @returns {Uint8Array} payload of a set (O11) */
export function encodeSet(type, values) {
  return encode([type, [...values].sort(([a], [b]) => compareText(a, b))]);
}

/** @param {string} type @param {string[]} names @returns {Uint8Array} payload of a withdraw (O11) */
export function encodeWithdraw(type, names) {
  return encode([type, [...names].sort(compareText)]);
}

const utf8 = new TextEncoder();
/** @param {string} a @param {string} b by UTF-8 bytes, which JavaScript's own order is not */
const compareText = (a, b) => compare(utf8.encode(a), utf8.encode(b));

/**
 * @param {number} kind @param {Uint8Array} payload
 * @returns {{type: string, values: Array<[string, Value]>, names: string[]}|null} null: of a kind this release does not know
 * @throws {OpError} O11
 */
export function decodePayload(kind, payload) {
  if (!UNDERSTOOD.has(kind)) return null;
  /** @type {any} */ let parts;
  try {
    parts = decode(payload);
  } catch {
    throw new OpError('O11');
  }
  if (!is.list(parts) || parts.length !== 2 || !is.text(parts[0]) || !is.list(parts[1]) || parts[1].length === 0) throw new OpError('O11');
  const [type, list] = parts;
  const names = kind === KIND.set ? list.map((pair) => (is.list(pair) && pair.length === 2 ? pair[0] : null)) : list;
  if (!names.every(is.text)) throw new OpError('O11');
  if (!names.every((name, i) => i === 0 || compareText(/** @type {string} */ (names[i - 1]), name) < 0)) throw new OpError('O11');
  return { type, names, values: kind === KIND.set ? list : [] };
}

/**
 * O3: call once for each intent and store what comes out.
 * @param {Crypto} crypto
 * @param {object} parts
 * @param {Uint8Array} parts.space @param {Uint8Array} parts.signSeed @param {Uint8Array} parts.intent @param {Uint8Array} parts.eraseTag
 * @param {Uint8Array} parts.device @param {Uint8Array} parts.incarnation @param {number} parts.counter @param {Uint8Array} parts.ownPrevious
 * @param {Uint8Array} parts.chainHead @param {Uint8Array[]} parts.parents @param {Uint8Array} parts.record @param {number} parts.kind
 * @param {Uint8Array[]} parts.base @param {number} parts.depth @param {Uint8Array} parts.payload
 * @returns {Promise<MadeOp>}
 */
export async function makeOp(crypto, parts) {
  const { space, intent, eraseTag, device, incarnation, counter, ownPrevious, chainHead, record, kind, depth, payload } = parts;
  const parents = ascending(parts.parents);
  const base = ascending(parts.base);
  const signed = encode([
    LABEL, space, crypto.random(32), intent, eraseTag, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload,
  ]); // biome-ignore format: one line for each op is the grammar of section 5
  const signature = await crypto.sign(parts.signSeed, signed);
  return { opId: await opId(crypto, signed, signature), eraseTag, signed, signature };
}

/** @param {Uint8Array} space @param {number} epoch @param {Uint8Array} id @param {Uint8Array} eraseTag */
const headerAad = (space, epoch, id, eraseTag) => encode(['attune/header/1', 1, space, epoch, id, eraseTag]);

/** @param {Crypto} crypto @param {Uint8Array} id */
const nonceOf = async (crypto, id) => (await hash(crypto, 'attune/nonce/1', id)).subarray(0, 12);

/**
 * @param {Crypto} crypto @param {{space: Uint8Array, epoch: number, opsKey: Uint8Array}} seal `opsKey`: subkey "ops" of the epoch
 * @param {MadeOp} made @returns {Promise<Uint8Array>} the op as it travels and rests
 */
export async function sealOp(crypto, { space, epoch, opsKey }, made) {
  const plaintext = pad(encode([made.signed, made.signature]));
  const aad = headerAad(space, epoch, made.opId, made.eraseTag);
  return encode([1, epoch, made.opId, made.eraseTag, await crypto.seal(opsKey, await nonceOf(crypto, made.opId), aad, plaintext)]);
}

/**
 * The clear part of an op.
 * @param {Uint8Array} bytes @returns {{version: number, epoch: number, opId: Uint8Array, eraseTag: Uint8Array, sealed: Uint8Array}}
 * @throws {OpError|CodecError}
 */
export function readHeader(bytes) {
  const parts = decode(bytes);
  if (!is.list(parts) || parts.length !== 5) throw new OpError('O1');
  const [version, epoch, id, eraseTag, sealed] = parts;
  if (!is.uint(version) || !is.uint(epoch) || !is.bin(id, 32) || !is.bin(eraseTag, 32) || !is.bin(sealed)) throw new OpError('O1');
  return { version, epoch, opId: id, eraseTag, sealed };
}

/**
 * Opens and checks everything but the signature.
 * @param {Crypto} crypto @param {Uint8Array} space @param {Uint8Array} opsKey @param {ReturnType<typeof readHeader>} header
 * @param {{trusted?: boolean}} [options] trusted: read back from this phone's own store, so the id was checked before
 * @returns {Promise<Op>} @throws {OpError}
 */
export async function openOp(crypto, space, opsKey, header, { trusted = false } = {}) {
  const { version, epoch, opId: id, eraseTag, sealed } = header;
  if (version !== 1) throw new OpError('O12');
  /** @type {Uint8Array} */ let padded;
  try {
    padded = await crypto.open(opsKey, await nonceOf(crypto, id), headerAad(space, epoch, id, eraseTag), sealed);
  } catch {
    throw new OpError('O1');
  }
  const plain = unpad(padded);
  if (!plain) throw new OpError('O2');
  let outer;
  let parts;
  try {
    outer = decode(plain);
    if (!is.list(outer) || outer.length !== 2 || !is.bin(outer[0]) || !is.bin(outer[1], 64)) throw new OpError('O1');
    parts = decode(outer[0]);
  } catch (error) {
    throw error instanceof CodecError ? new OpError('O1') : error;
  }
  const [signed, signature] = outer;
  if (!trusted && !equal(await opId(crypto, signed, signature), id)) throw new OpError('O1');
  return { opId: id, id: hex(id), signed, signature, ...readSigned(parts, space, eraseTag) };
}

/** @param {any} parts @param {Uint8Array} space @param {Uint8Array} eraseTag */
function readSigned(parts, space, eraseTag) {
  if (!is.list(parts) || parts.length !== 16 || parts[0] !== LABEL) throw new OpError('O1');
  const [, inSpace, seed, intent, tag, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload] =
    parts;
  const isWhole =
    is.bin(inSpace, 32) && is.bin(seed, 32) && is.bin(intent, 16) && is.bin(tag, 32) && is.bin(device, 32) && is.bin(incarnation, 16) &&
    is.uint(counter) && is.bin(ownPrevious, 32) && is.bin(chainHead, 32) && is.bins(parents, 32) && is.bin(record, 16) && is.uint(kind) &&
    is.bins(base, 32) && is.uint(depth) && is.bin(payload); // biome-ignore format: one table
  if (!isWhole || !equal(inSpace, space) || !equal(tag, eraseTag)) throw new OpError('O1');
  if ((counter === 0) !== equal(ownPrevious, Z32)) throw new OpError('O4');
  if (parents.length > 32 || !isAscending(parents)) throw new OpError('O6');
  if (base.length > 64 || !isAscending(base) || depth < 1) throw new OpError('O8');
  return { intent, device, incarnation, counter, ownPrevious, chainHead, parents, record, kind, base, depth, payload };
}

/** Each once. @param {Uint8Array[]} list */
const ascending = (list) => {
  const sorted = [...list].sort(compare);
  return sorted.filter((id, i) => i === 0 || !equal(id, /** @type {Uint8Array} */ (sorted[i - 1])));
};

/** @param {Uint8Array[]} list */
const isAscending = (list) => list.every((id, i) => i === 0 || compare(/** @type {Uint8Array} */ (list[i - 1]), id) < 0);
