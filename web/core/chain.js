/**
 * The membership chain and its rules (protocol section 4, C1–C14), and the keys its entries carry (section 3). Pure: chains are values.
 */
import { compare, equal, hex } from './bytes.js';
import { CodecError, decode, encode, is } from './codec.js';
import { derive, deviceId, entryId, spaceId, Z32 } from './ids.js';

export const TYPE = Object.freeze({ create: 0, add: 1, addPerson: 2 });
export const SPACE = Object.freeze({ me: 0, us: 1 });
const LABEL = 'attune/chain/1';
const ENTRY_BYTES = 32 * 1024;
const DEVICES = 16;
const KEM_PK_BYTES = 1216;
const WRAP_BYTES = 1168;
const NONCE_ZERO = new Uint8Array(12);

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {{device: Uint8Array, signPk: Uint8Array, kemPk: Uint8Array, person: number, role: number}} Member
 * @typedef {ReadonlyMap<string, Member>} Members by device hex
 * @typedef {object} Chain
 * @property {Uint8Array} space
 * @property {number} kind
 * @property {Uint8Array[]} entries as carried
 * @property {Uint8Array[]} heads entry id of each
 * @property {number} epoch number of the last effective entry
 * @property {number} persons
 * @property {Members} members in force
 * @property {ReadonlyMap<string, Members>} membersAt the set in force at each entry, by entry id hex
 * @property {ReadonlySet<string>} ever
 * @property {number[]} effective numbers of the effective entries
 *
 * @typedef {{signSeed: Uint8Array, signPk: Uint8Array, kemSeed: Uint8Array, kemPk: Uint8Array}} DeviceKeys
 */

/** An entry that is not of this chain (C1–C3), or keys that an entry should carry and does not (K7). `rule` is the rule's id. */
export class ChainError extends Error {
  /** @param {string} rule */
  constructor(rule) {
    super(`chain rule ${rule}`);
    this.name = 'ChainError';
    this.rule = rule;
  }
}

/** @param {unknown} condition @param {string} rule @returns {asserts condition} */
function require(condition, rule) {
  if (!condition) throw new ChainError(rule);
}

/** @param {Uint8Array} space @returns {Chain} */
export function emptyChain(space) {
  return Object.freeze({
    space,
    kind: SPACE.me,
    entries: [],
    heads: [],
    epoch: 0,
    persons: 0,
    members: new Map(),
    membersAt: new Map(),
    ever: new Set(),
    effective: [],
  });
}

/** The id of the newest entry, Z32 when there is none. @param {Chain} chain */
export const headOf = (chain) => chain.heads.at(-1) ?? Z32;

/**
 * Reads the next entry.
 * @param {Crypto} crypto @param {Chain} chain @param {Uint8Array} entry
 * @returns {Promise<{chain: Chain, verdict: 'effective'|'void'|'kept', rule: string|null}>} `kept`: of an unknown type (C14)
 * @throws {ChainError} C1–C3
 */
export async function readEntry(crypto, chain, entry) {
  const { body, bodyBytes, signatures } = parseEntry(chain, entry);
  const head = await entryId(crypto, entry);
  const hashed = { ...chain, entries: [...chain.entries, entry], heads: [...chain.heads, head] };
  const at = (/** @type {Members} */ members) => new Map([...chain.membersAt, [hex(head), members]]);
  try {
    if (!isKnownType(body.type)) {
      await requireActor(crypto, chain, body.actor, bodyBytes, signatures);
      return { chain: Object.freeze({ ...hashed, membersAt: at(chain.members) }), verdict: 'kept', rule: null };
    }
    const { kind, persons, member } = await requireEffective(crypto, chain, body, bodyBytes, signatures);
    const members = new Map([...chain.members, [hex(member.device), member]]);
    return {
      chain: Object.freeze({
        ...hashed,
        kind,
        persons,
        members,
        membersAt: at(members),
        epoch: body.n,
        ever: new Set([...chain.ever, hex(member.device)]),
        effective: [...chain.effective, body.n],
      }),
      verdict: 'effective',
      rule: null,
    };
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    return { chain: Object.freeze({ ...hashed, membersAt: at(chain.members) }), verdict: 'void', rule: error.rule };
  }
}

/** @param {number} type */
const isKnownType = (type) => type === TYPE.create || type === TYPE.add || type === TYPE.addPerson;

/** C1–C3. @param {Chain} chain @param {Uint8Array} entry */
function parseEntry(chain, entry) {
  require(entry.length <= ENTRY_BYTES, 'C1');
  /** @type {any} */ let outer;
  /** @type {any} */ let parts;
  try {
    outer = decode(entry);
    require(is.list(outer) && outer.length === 2 && is.bin(outer[0]) && is.list(outer[1]), 'C1');
    require(outer[1].every(
      (/** @type {any} */ pair) => is.list(pair) && pair.length === 2 && is.bin(pair[0], 32) && is.bin(pair[1], 64),
    ), 'C1');
    parts = decode(outer[0]);
  } catch (error) {
    if (error instanceof CodecError) throw new ChainError('C1');
    throw error;
  }
  const body = readBody(parts);
  require(equal(body.space, chain.space), 'C2');
  require(body.n === chain.entries.length && equal(body.prev, headOf(chain)), 'C3');
  return { body, bodyBytes: /** @type {Uint8Array} */ (outer[0]), signatures: /** @type {Array<[Uint8Array, Uint8Array]>} */ (outer[1]) };
}

/** The shape of a body; for unknown types only its first six parts. @param {any} parts */
function readBody(parts) {
  require(is.list(parts) && parts.length >= 6 && parts[0] === LABEL, 'C1');
  const [, space, n, prev, actor, type, devices, adds, wraps, kcv, previous, extra] = parts;
  require(is.bin(space, 32) && is.uint(n) && is.bin(prev, 32) && is.bin(actor, 32) && is.uint(type), 'C1');
  if (isKnownType(type)) {
    require(parts.length === 12 && is.bins(devices, 32) && is.list(adds) && is.list(wraps), 'C1');
    require(adds.every(
      (/** @type {any} */ add) =>
        is.list(add) && add.length === 4 && is.bin(add[0]) && is.bin(add[1]) && is.uint(add[2]) && is.uint(add[3]),
    ), 'C1');
    require(wraps.every((/** @type {any} */ wrap) => is.list(wrap) && wrap.length === 2 && is.bin(wrap[0], 32) && is.bin(wrap[1])), 'C1');
    require(is.bin(kcv) && is.bin(previous) && is.list(extra), 'C1');
  }
  return { space, n, prev, actor, type, devices, adds, wraps, kcv, previous, extra };
}

/** C4, C5 for an entry that is not the first. @param {Crypto} crypto @param {Chain} chain @param {Uint8Array} actor @param {Uint8Array} bodyBytes @param {Array<[Uint8Array, Uint8Array]>} signatures */
async function requireActor(crypto, chain, actor, bodyBytes, signatures) {
  const member = chain.members.get(hex(actor));
  require(member, 'C4');
  const [first] = signatures;
  require(first && equal(first[0], actor), 'C5');
  require(await crypto.verify(member.signPk, bodyBytes, first[1]), 'C5');
  return member;
}

/** C4–C13 for types 0–2. @param {Crypto} crypto @param {Chain} chain @param {ReturnType<typeof readBody>} body @param {Uint8Array} bodyBytes @param {Array<[Uint8Array, Uint8Array]>} signatures */
async function requireEffective(crypto, chain, body, bodyBytes, signatures) {
  const isCreate = body.type === TYPE.create;
  require(isCreate === (body.n === 0), 'C8');
  require(body.adds.length === 1, isCreate ? 'C8' : body.type === TYPE.add ? 'C9' : 'C10');
  const [signPk, kemPk, person, role] = body.adds[0];
  require(kemPk.length === KEM_PK_BYTES && role === 0 && (await crypto.isValidSigningKey(signPk)), 'C7');
  const device = await deviceId(crypto, signPk, kemPk);
  require(!chain.ever.has(hex(device)), 'C7');
  if (isCreate) {
    require(equal(body.actor, device), 'C4');
    const [first] = signatures;
    require(first && equal(first[0], device) && (await crypto.verify(signPk, bodyBytes, first[1])), 'C5');
  } else {
    await requireActor(crypto, chain, body.actor, bodyBytes, signatures);
  }
  const { kind, persons } = await requireType(crypto, chain, body, { signPk, kemPk, person });
  const devices = [...[...chain.members.values()].map((member) => member.device), device].sort(compare);
  require(body.devices.length <= DEVICES && sameIds(body.devices, devices), 'C6');
  require(sameIds(
    body.wraps.map((/** @type {any} */ [id]) => id),
    devices,
  ), 'C11');
  require(body.wraps.every((/** @type {any} */ [, wrap]) => wrap.length === WRAP_BYTES), 'C11');
  require(body.kcv.length === 32 && body.previous.length === (isCreate ? 0 : 48), 'C12');
  require(signatures.length === (isCreate ? 1 : 2), 'C13');
  const [, second] = signatures;
  if (second) require(equal(second[0], device) && (await crypto.verify(signPk, bodyBytes, second[1])), 'C13');
  return { kind, persons, member: { device, signPk, kemPk, person, role } };
}

/** C8, C9, C10: what each type may add. @param {Crypto} crypto @param {Chain} chain @param {ReturnType<typeof readBody>} body @param {{signPk: Uint8Array, kemPk: Uint8Array, person: number}} added */
async function requireType(crypto, chain, body, { signPk, kemPk, person }) {
  if (body.type === TYPE.create) {
    const [kind, random] = body.extra;
    require(person === 1 && body.extra.length === 2 && (kind === SPACE.me || kind === SPACE.us) && is.bin(random, 32), 'C8');
    require(equal(await spaceId(crypto, kind, random, signPk, kemPk), chain.space), 'C8');
    return { kind, persons: 1 };
  }
  if (body.type === TYPE.add) {
    require(person === chain.members.get(hex(body.actor))?.person && body.extra.length === 0, 'C9');
    return { kind: chain.kind, persons: chain.persons };
  }
  require(chain.kind === SPACE.us && person === 2 && chain.persons === 1, 'C10');
  require(body.extra.length === 1 && is.bin(body.extra[0], 32), 'C10');
  return { kind: chain.kind, persons: 2 };
}

/** @param {Uint8Array[]} a @param {Uint8Array[]} b */
const sameIds = (a, b) => a.length === b.length && a.every((id, i) => equal(id, /** @type {Uint8Array} */ (b[i])));

/** K3. @param {Crypto} crypto @param {Uint8Array} epochKey @param {string} label @param {Uint8Array} space @param {number} n */
export const subkey = (crypto, epochKey, label, space, n) => derive(crypto, epochKey, 'attune/subkey/1', label, space, n);

/** @param {Uint8Array} space @param {number} n @param {Uint8Array} prev */
const previousAad = (space, n, prev) => encode(['attune/previous/1', space, n, prev]);

/** @param {Crypto} crypto @param {Uint8Array} space @param {number} n @param {Uint8Array} prev @param {Uint8Array} device @param {Uint8Array} kemPk */
const wrapInfo = async (crypto, space, n, prev, device, kemPk) =>
  encode(['attune/wrap/1', space, n, prev, device, await crypto.sha256(kemPk)]);

/**
 * The unsigned body of the next entry, with a new epoch wrapped for the whole resulting set (K2, K4–K6).
 * @param {Crypto} crypto @param {Chain} chain
 * @param {object} parts
 * @param {Uint8Array} parts.actor @param {number} parts.type @param {{signPk: Uint8Array, kemPk: Uint8Array, person: number}} parts.added
 * @param {Uint8Array|null} parts.previousKey key of the epoch in force @param {any[]} parts.extra
 * @returns {Promise<{body: Uint8Array, epochKey: Uint8Array}>}
 */
async function makeBody(crypto, chain, { actor, type, added, previousKey, extra }) {
  const { space } = chain;
  const n = chain.entries.length;
  const prev = headOf(chain);
  const epochKey = crypto.random(32);
  const device = await deviceId(crypto, added.signPk, added.kemPk);
  const set = [...chain.members.values(), { device, kemPk: added.kemPk }].sort((a, b) => compare(a.device, b.device));
  const wraps = [];
  for (const member of set)
    wraps.push([
      member.device,
      await crypto.hpkeSeal(member.kemPk, await wrapInfo(crypto, space, n, prev, member.device, member.kemPk), epochKey),
    ]);
  const kcv = await derive(crypto, epochKey, 'attune/kcv/1', space, n, prev);
  const previous = previousKey
    ? await crypto.seal(await subkey(crypto, epochKey, 'previous', space, n), NONCE_ZERO, previousAad(space, n, prev), previousKey)
    : new Uint8Array();
  const adds = [[added.signPk, added.kemPk, added.person, 0]];
  return {
    body: encode([LABEL, space, n, prev, actor, type, set.map((member) => member.device), adds, wraps, kcv, previous, extra]),
    epochKey,
  };
}

/**
 * A new space with its first device.
 * @param {Crypto} crypto @param {{kind: number, keys: DeviceKeys}} parts
 * @returns {Promise<{chain: Chain, device: Uint8Array, epochKey: Uint8Array}>}
 */
export async function createChain(crypto, { kind, keys }) {
  const random = crypto.random(32);
  const device = await deviceId(crypto, keys.signPk, keys.kemPk);
  const empty = emptyChain(await spaceId(crypto, kind, random, keys.signPk, keys.kemPk));
  const added = { signPk: keys.signPk, kemPk: keys.kemPk, person: 1 };
  const { body, epochKey } = await makeBody(crypto, empty, {
    actor: device,
    type: TYPE.create,
    added,
    previousKey: null,
    extra: [kind, random],
  });
  const entry = encode([body, [[device, await crypto.sign(keys.signSeed, body)]]]);
  const { chain, verdict, rule } = await readEntry(crypto, empty, entry);
  if (verdict !== 'effective') throw new ChainError(rule ?? 'C1');
  return { chain, device, epochKey };
}

/**
 * The actor's half of an `add` (own new device) or `add person` entry.
 * @param {Crypto} crypto @param {Chain} chain
 * @param {{keys: DeviceKeys, added: {signPk: Uint8Array, kemPk: Uint8Array}, previousKey: Uint8Array, transcript?: Uint8Array}} parts with a transcript: add person
 * @returns {Promise<{body: Uint8Array, signature: Uint8Array, epochKey: Uint8Array}>}
 */
export async function proposeAdd(crypto, chain, { keys, added, previousKey, transcript }) {
  const actor = await deviceId(crypto, keys.signPk, keys.kemPk);
  const person = transcript ? 2 : (chain.members.get(hex(actor))?.person ?? 0);
  const { body, epochKey } = await makeBody(crypto, chain, {
    actor,
    type: transcript ? TYPE.addPerson : TYPE.add,
    added: { ...added, person },
    previousKey,
    extra: transcript ? [transcript] : [],
  });
  return { body, signature: await crypto.sign(keys.signSeed, body), epochKey };
}

/**
 * The added device's half: checks that the proposal adds exactly this device, then signs.
 * @param {Crypto} crypto @param {Chain} chain
 * @param {{body: Uint8Array, signature: Uint8Array, keys: DeviceKeys, transcript?: Uint8Array}} parts
 * @returns {Promise<{chain: Chain, entry: Uint8Array}>} @throws {ChainError}
 */
export async function countersign(crypto, chain, { body: bodyBytes, signature, keys, transcript }) {
  const body = readBody(decode(bodyBytes));
  const device = await deviceId(crypto, keys.signPk, keys.kemPk);
  const [add] = body.adds ?? [];
  require(add && equal(add[0], keys.signPk) && equal(add[1], keys.kemPk), 'C7');
  require(body.type === (transcript ? TYPE.addPerson : TYPE.add), 'C9');
  if (transcript) require(is.bin(body.extra[0], 32) && equal(body.extra[0], transcript), 'C10');
  const entry = encode([
    bodyBytes,
    [
      [body.actor, signature],
      [device, await crypto.sign(keys.signSeed, bodyBytes)],
    ],
  ]);
  const read = await readEntry(crypto, chain, entry);
  require(read.verdict === 'effective', read.rule ?? 'C1');
  return { chain: read.chain, entry };
}

/**
 * All epoch keys a device can open (K7): its newest wrap, then backwards through `previous`.
 * @param {Crypto} crypto @param {Chain} chain @param {DeviceKeys} keys @param {Uint8Array} device
 * @param {ReadonlyMap<number, Uint8Array>} [known] keys opened before
 * @returns {Promise<Map<number, Uint8Array>>} epoch number -> key
 * @throws {ChainError} a wrap (K5), check value (K4) or previous key (K6) is not what the chain says; no wrap for the device (K7)
 */
export async function openEpochs(crypto, chain, keys, device, known = new Map()) {
  /** @type {Map<number, Uint8Array>} */ const opened = new Map(known);
  /** @type {Uint8Array|null} */ let next = null;
  for (const n of [...chain.effective].reverse()) {
    const entry = /** @type {Uint8Array} */ (chain.entries[n]);
    const body = readBody(decode(decode(entry)[0]));
    let key = next ?? opened.get(n) ?? null;
    if (!key) {
      const wrap = body.wraps.find((/** @type {any} */ [id]) => equal(id, device));
      require(wrap, 'K7');
      try {
        key = await crypto.hpkeOpen(keys.kemSeed, await wrapInfo(crypto, chain.space, n, body.prev, device, keys.kemPk), wrap[1]);
      } catch {
        throw new ChainError('K5');
      }
    }
    require(equal(await derive(crypto, key, 'attune/kcv/1', chain.space, n, body.prev), body.kcv), 'K4');
    opened.set(n, key);
    if (n === 0 || known.has(n)) break;
    try {
      const sealedUnder = await subkey(crypto, key, 'previous', chain.space, n);
      next = await crypto.open(sealedUnder, NONCE_ZERO, previousAad(chain.space, n, body.prev), body.previous);
    } catch {
      throw new ChainError('K6');
    }
  }
  return opened;
}
