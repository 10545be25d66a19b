/**
 * Pairing (protocol section 9): the link, and the two machines that run over a mailbox. States are plain values that a phone keeps sealed,
 * so that a pairing survives a reload; they hold secrets.
 */
import { base64url, equal, unbase64url } from './bytes.js';
import { ChainError, countersign, emptyChain, headOf, openEpochs, proposeAdd, readEntry } from './chain.js';
import { decode, encode, is } from './codec.js';
import { derive, deviceId, hash, Z32 } from './ids.js';
import { NAME_CHARS, RELATIONSHIPS } from './people.js';

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./chain.js').DeviceKeys} DeviceKeys
 * @typedef {'showing'|'meeting'|'compare'|'confirmed'|'done'|'ended'} Step
 *   showing: the inviter waits for somebody; meeting: commits and reveals travel; compare: pictures are there;
 *   confirmed: this person said yes; done: the entry is complete; ended: see `end`
 * @typedef {'different'|'they-different'|'cancelled'|'they-cancelled'|'refused'|'used'|'tampered'} End
 * @typedef {{signPk: Uint8Array, kemPk: Uint8Array, name: string, relationship: number, chainHead: Uint8Array}} Reveal
 *
 * @typedef {object} Pairing
 * @property {0|1} role 0 inviter, 1 joiner
 * @property {Step} step @property {End|null} end
 * @property {Uint8Array} rendezvous @property {Uint8Array} secret @property {number} expiresS Unix seconds
 * @property {DeviceKeys} keys @property {Uint8Array} reveal own, encoded @property {Uint8Array} commit own
 * @property {Uint8Array|null} theirCommit @property {Uint8Array|null} theirReveal @property {Reveal|null} them
 * @property {number[]|null} pictures four numbers 0…63 @property {Uint8Array|null} transcript
 * @property {Uint8Array} space @property {Uint8Array[]} entries the chain as far as known
 * @property {Uint8Array|null} previousKey inviter: key of epoch 0 @property {[Uint8Array[], Uint8Array, Uint8Array]|null} offer joiner: an offer that came early
 * @property {Uint8Array[]} said messages made, word for word
 */

export const LINK_KIND = Object.freeze({ qr: 0, link: 1 });
const STEP = Object.freeze({ commit: 0, reveal: 1, agree: 2, end: 3 });
const END = /** @type {const} */ (['different', 'cancelled', 'refused']);
/** Some messengers break a long word, add a full stop or wrap it in angle brackets. */
const LINK = /(https?:\/\/[^\s#<>]+?)\/?#j\/([A-Za-z0-9_-]+)/;

/** @param {Crypto} crypto @param {number} kind @param {Uint8Array} rendezvous @param {Uint8Array} secret @param {number} expiresS */
const checkOf = async (crypto, kind, rendezvous, secret, expiresS) =>
  (await hash(crypto, 'attune/link/1', kind, rendezvous, secret, expiresS)).slice(0, 4);

/**
 * @param {Crypto} crypto
 * @param {{origin: string, kind: number, rendezvous: Uint8Array, secret: Uint8Array, expiresS: number}} parts
 * @returns {Promise<string>}
 */
export async function encodeLink(crypto, { origin, kind, rendezvous, secret, expiresS }) {
  const check = await checkOf(crypto, kind, rendezvous, secret, expiresS);
  return `${origin}/#j/${base64url(encode([1, kind, rendezvous, secret, expiresS, check]))}`;
}

/**
 * @param {Crypto} crypto @param {string} text whatever was opened, pasted or scanned
 * @param {{origin: string, nowS: number}} here
 * @returns {Promise<{ok: true, kind: number, rendezvous: Uint8Array, secret: Uint8Array, expiresS: number}
 *   | {ok: false, why: 'wrong'|'tampered'|'expired'|'other-server'|'version', origin?: string}>}
 */
export async function readLink(crypto, text, { origin, nowS }) {
  const found = LINK.exec(text);
  if (!found) return { ok: false, why: /#j\//.test(text) ? 'tampered' : 'wrong' };
  let parts;
  try {
    parts = decode(unbase64url(/** @type {string} */ (found[2])));
  } catch {
    return { ok: false, why: 'tampered' };
  }
  if (is.list(parts) && is.uint(parts[0]) && parts[0] > 1) return { ok: false, why: 'version' };
  if (!is.list(parts, 6) || parts[0] !== 1) return { ok: false, why: 'tampered' };
  const [, kind, rendezvous, secret, expiresS, check] = parts;
  const isWhole = is.uint(kind) && is.bin(rendezvous, 16) && is.bin(secret, 32) && is.uint(expiresS) && is.bin(check, 4);
  if (!isWhole || !equal(check, await checkOf(crypto, kind, rendezvous, secret, expiresS))) return { ok: false, why: 'tampered' };
  const there = /** @type {string} */ (found[1]);
  if (there !== origin) return { ok: false, why: 'other-server', origin: there };
  if (nowS >= expiresS) return { ok: false, why: 'expired' };
  return { ok: true, kind, rendezvous: rendezvous.slice(), secret: secret.slice(), expiresS };
}

/**
 * @param {Crypto} crypto
 * @param {object} parts
 * @param {0|1} parts.role @param {Uint8Array} parts.rendezvous @param {Uint8Array} parts.secret @param {number} parts.expiresS
 * @param {DeviceKeys} parts.keys @param {string} parts.name @param {number} parts.relationship 1 partner, 2 friend, 3 family
 * @param {{space: Uint8Array, entries: Uint8Array[], epochKey: Uint8Array, head: Uint8Array}} [parts.created] the inviter's new `us`
 * @returns {Promise<Pairing>} the inviter has said its commit already; the joiner says it after it read the mailbox (P3)
 */
export async function startPairing(crypto, { role, rendezvous, secret, expiresS, keys, name, relationship, created }) {
  if (!isName(name) || !RELATIONSHIPS[relationship - 1]) throw new TypeError('a name of 1 to 40 characters and a relationship');
  const reveal = encode([keys.signPk, keys.kemPk, name, relationship, created?.head ?? Z32, crypto.random(32)]);
  const commit = await commitOf(crypto, role, rendezvous, reveal);
  /** @type {Pairing} */
  const state = {
    role,
    step: role === 0 ? 'showing' : 'meeting',
    end: null,
    rendezvous,
    secret,
    expiresS,
    keys,
    reveal,
    commit,
    theirCommit: null,
    theirReveal: null,
    them: null,
    pictures: null,
    transcript: null,
    space: created?.space ?? Z32,
    entries: created?.entries ?? [],
    previousKey: created?.epochKey ?? null,
    offer: null,
    said: [],
  };
  return role === 0 ? say(crypto, state, STEP.commit, [commit]) : state;
}

/** P1. @param {Crypto} crypto @param {number} role @param {Uint8Array} rendezvous @param {Uint8Array} reveal */
const commitOf = (crypto, role, rendezvous, reveal) => hash(crypto, 'attune/pair/1', role, rendezvous, reveal);

/** @param {Uint8Array} rendezvous @param {number} role @param {number} step */
const messageAad = (rendezvous, role, step) => encode(['attune/pair-message/1', rendezvous, role, step]);

/** @param {Crypto} crypto @param {Pairing} state */
const sealKey = (crypto, state) => derive(crypto, state.secret, 'attune/pair-seal/1', state.rendezvous);

/** Adds a sealed message to what was said. @param {Crypto} crypto @param {Pairing} state @param {number} step @param {any[]} body @returns {Promise<Pairing>} */
async function say(crypto, state, step, body) {
  const nonce = crypto.random(12);
  const sealed = await crypto.seal(await sealKey(crypto, state), nonce, messageAad(state.rendezvous, state.role, step), encode(body));
  return { ...state, said: [...state.said, encode([state.role, step, nonce, sealed])] };
}

/** @typedef {(body: any) => boolean} Check */
const isId = /** @type {Check} */ ((body) => is.list(body, 1) && is.bin(body[0], 32));
const isBytes = /** @type {Check} */ ((body) => is.list(body, 1) && is.bin(body[0]));
const isOffer = /** @type {Check} */ (
  (body) => is.list(body, 3) && is.list(body[0]) && body[0].every((entry) => is.bin(entry)) && is.bin(body[1]) && is.bin(body[2], 64)
);
const isReason = /** @type {Check} */ ((body) => is.list(body, 1) && is.uint(body[0]));
/** role -> step -> what its body is (E4). */
const BODY = [
  [isId, isBytes, isOffer, isReason],
  [isId, isBytes, isBytes, isReason],
];

/** @param {Crypto} crypto @param {Pairing} state @param {Uint8Array} message @returns {Promise<{role: number, step: number, body: any[]}|null>} null: not ours to read (M3) */
async function openMessage(crypto, state, message) {
  try {
    const parts = decode(message);
    if (!is.list(parts, 4)) return null;
    const [role, step, nonce, sealed] = parts;
    if (!is.uint(role) || !is.uint(step) || !is.bin(nonce, 12) || !is.bin(sealed)) return null;
    const body = decode(await crypto.open(await sealKey(crypto, state), nonce, messageAad(state.rendezvous, role, step), sealed));
    return BODY[role]?.[step]?.(body) ? { role, step, body } : null;
  } catch {
    return null;
  }
}

/**
 * Takes one mailbox message; duplicates and strangers do not matter.
 * @param {Crypto} crypto @param {Pairing} state @param {Uint8Array} message
 * @param {{isSaid?: boolean}} [options] isSaid: all of `said` is known to be in the mailbox, before this message
 * @returns {Promise<Pairing>} new entries of `said` are to be posted
 */
export async function hearMessage(crypto, state, message, { isSaid = true } = {}) {
  if (state.step === 'done' || state.step === 'ended' || state.said.some((own) => equal(own, message))) return state;
  const heard = await openMessage(crypto, state, message);
  if (!heard) return state;
  if (heard.role === state.role) {
    // Somebody else speaks in my role: if before me, another phone opened this link first (P3).
    const isFirst = state.said.length === 0 || (state.said.length === 1 && !isSaid);
    return state.role === 1 && heard.step === STEP.commit && isFirst ? ended(state, 'used') : state;
  }
  if (heard.step === STEP.end) return ended(state, END[heard.body[0]] === 'different' ? 'they-different' : 'they-cancelled');
  if (heard.step === STEP.commit) return hearCommit(crypto, state, heard.body);
  if (heard.step === STEP.reveal) return hearReveal(crypto, state, heard.body);
  return state.role === 0 ? hearAccept(crypto, state, heard.body) : hearOffer(crypto, state, heard.body);
}

/**
 * The joiner, after it has read all the mailbox held: says its commit, unless the link is used.
 * @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>}
 */
export async function joinNow(crypto, state) {
  if (state.role !== 1 || state.said.length > 0 || state.step !== 'meeting') return state;
  return advance(crypto, await say(crypto, state, STEP.commit, [state.commit]));
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearCommit(crypto, state, [commit]) {
  if (state.theirCommit) return state;
  return advance(crypto, { ...state, theirCommit: commit.slice() });
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearReveal(crypto, state, [reveal]) {
  if (state.theirReveal) return state;
  return advance(crypto, { ...state, theirReveal: reveal.slice() });
}

/** P2: nobody reveals before holding the other's commit. @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
async function advance(crypto, state) {
  const hasRevealed = state.said.length >= 2;
  if (state.role === 0 && state.theirCommit && !hasRevealed)
    return advance(crypto, await say(crypto, { ...state, step: 'meeting' }, STEP.reveal, [state.reveal]));
  if (!state.theirCommit || !state.theirReveal || state.pictures || state.said.length === 0) return state;
  const their = 1 - state.role;
  if (!equal(await commitOf(crypto, their, state.rendezvous, state.theirReveal), state.theirCommit)) return end(crypto, state, 'tampered');
  const them = readReveal(state.theirReveal);
  if (!them) return end(crypto, state, 'tampered');
  const parts =
    state.role === 0
      ? [state.commit, state.theirCommit, state.reveal, state.theirReveal]
      : [state.theirCommit, state.commit, state.theirReveal, state.reveal];
  const [a = 0, b = 0, c = 0] = await crypto.hkdf(encode(parts), encode(['attune/sas/1', state.rendezvous]));
  const bits = (a << 16) | (b << 8) | c;
  const compared = {
    ...state,
    step: /** @type {Step} */ ('compare'),
    them,
    pictures: [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63],
    transcript: await hash(crypto, 'attune/transcript/1', state.rendezvous, ...parts),
  };
  return state.role === 1 ? say(crypto, compared, STEP.reveal, [state.reveal]) : compared;
}

/** 1 to 40 code points. @param {unknown} name */
const isName = (name) => is.text(name) && name.length > 0 && [...name].length <= NAME_CHARS;

/** @param {Uint8Array} bytes @returns {Reveal|null} */
function readReveal(bytes) {
  try {
    const parts = decode(bytes);
    if (!is.list(parts) || parts.length !== 6) return null;
    const [signPk, kemPk, name, relationship, chainHead, nonce] = parts;
    const isWhole = is.bin(signPk, 32) && is.bin(kemPk, 1216) && isName(name);
    if (!isWhole || ![1, 2, 3].includes(relationship) || !is.bin(chainHead, 32) || !is.bin(nonce, 32)) return null;
    return { signPk, kemPk, name, relationship, chainHead };
  } catch {
    return null;
  }
}

/**
 * The person compared the pictures.
 * @param {Crypto} crypto @param {Pairing} state @param {boolean} isSame
 * @returns {Promise<Pairing>}
 */
export async function confirmPictures(crypto, state, isSame) {
  if (state.step !== 'compare' || !state.them || !state.transcript) return state;
  if (!isSame) return end(crypto, state, 'different');
  const confirmed = { ...state, step: /** @type {Step} */ ('confirmed') };
  if (state.role === 1) return confirmed.offer ? accept(crypto, confirmed) : confirmed;
  const chain = await readChain(crypto, state.space, state.entries);
  const { body, signature, epochKey } = await proposeAdd(crypto, chain, {
    keys: state.keys,
    added: state.them,
    previousKey: /** @type {Uint8Array} */ (state.previousKey),
    transcript: state.transcript,
  });
  void epochKey; // opened again from the finished entry, as every device does
  return say(crypto, confirmed, STEP.agree, [state.entries, body, signature]);
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body */
async function hearOffer(crypto, state, [entries, body, signature]) {
  if (state.offer) return state;
  /** @type {[Uint8Array[], Uint8Array, Uint8Array]} */
  const offer = [entries.map((/** @type {Uint8Array} */ entry) => entry.slice()), body.slice(), signature.slice()];
  const offered = { ...state, offer };
  return offered.step === 'confirmed' ? accept(crypto, offered) : offered;
}

/** P6: the joiner checks everything, then signs. @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
async function accept(crypto, state) {
  const [entries, body, signature] = /** @type {[Uint8Array[], Uint8Array, Uint8Array]} */ (state.offer);
  try {
    const space = decode(decode(/** @type {Uint8Array} */ (entries[0]))[0])[1];
    const before = await readChain(crypto, space, entries);
    if (!state.them || !state.transcript || !equal(headOf(before), state.them.chainHead)) return end(crypto, state, 'refused');
    const actor = [...before.members.values()][0];
    if (before.members.size !== 1 || !actor || !equal(actor.signPk, state.them.signPk)) return end(crypto, state, 'refused');
    const { chain, entry } = await countersign(crypto, before, { body, signature, keys: state.keys, transcript: state.transcript });
    const device = await deviceId(crypto, state.keys.signPk, state.keys.kemPk);
    await openEpochs(crypto, chain, state.keys, device);
    const done = { ...state, step: /** @type {Step} */ ('done'), space: space.slice(), entries: chain.entries };
    return say(crypto, done, STEP.agree, [entry]);
  } catch {
    return end(crypto, state, 'refused');
  }
}

/** @param {Crypto} crypto @param {Pairing} state @param {any[]} body @returns {Promise<Pairing>} */
async function hearAccept(crypto, state, [entry]) {
  if (state.step !== 'confirmed' || !state.them || !state.transcript) return state;
  const before = await readChain(crypto, state.space, state.entries);
  try {
    const { chain, verdict } = await readEntry(crypto, before, entry.slice());
    const added = [...chain.members.values()].find((member) => member.person === 2);
    if (verdict !== 'effective' || !added || !equal(added.signPk, state.them.signPk) || !equal(added.kemPk, state.them.kemPk)) return state;
    const transcript = decode(decode(entry)[0])[11]?.[0];
    if (!is.bin(transcript, 32) || !equal(transcript, state.transcript)) return state;
    await openEpochs(crypto, chain, state.keys, await deviceId(crypto, state.keys.signPk, state.keys.kemPk));
    return { ...state, step: /** @type {Step} */ ('done'), entries: chain.entries };
  } catch (error) {
    if (error instanceof ChainError) return state;
    throw error;
  }
}

/** @param {Crypto} crypto @param {Uint8Array} space @param {Uint8Array[]} entries */
async function readChain(crypto, space, entries) {
  let chain = emptyChain(space.slice());
  for (const entry of entries) ({ chain } = await readEntry(crypto, chain, entry));
  return chain;
}

/** @param {Crypto} crypto @param {Pairing} state @returns {Promise<Pairing>} */
export async function cancelPairing(crypto, state) {
  return state.step === 'done' || state.step === 'ended' ? state : end(crypto, state, 'cancelled');
}

/** @param {Crypto} crypto @param {Pairing} state @param {End} why */
async function end(crypto, state, why) {
  const reason = Math.max(0, END.indexOf(/** @type {any} */ (why === 'tampered' ? 'refused' : why)));
  return ended(await say(crypto, state, STEP.end, [reason]), why);
}

/** @param {Pairing} state @param {End} why @returns {Pairing} */
const ended = (state, why) => ({ ...state, step: 'ended', end: why });
