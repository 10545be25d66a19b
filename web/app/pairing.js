/**
 * Pairing as a person goes through it: a link made or opened, a mailbox, two confirmations, a new `us`. Every step is sealed on the phone
 * before it is said, so that a reload or a killed app goes on where it was. What is kept is the truth: every step begins with it, so that two
 * tabs take their steps one after the other in one pairing.
 */
import { equal } from '../core/bytes.js';
import { createChain, emptyChain, headOf, readEntry, SPACE } from '../core/chain.js';
import { decode } from '../core/codec.js';
import { deviceId } from '../core/ids.js';
import { cancelPairing, confirmPictures, encodeLink, hearMessage, joinNow, LINK_KIND, readLink, startPairing } from '../core/pairing.js';
import { plainName, RELATIONSHIPS } from '../core/people.js';
import { MailboxClient } from './mailbox-client.js';
import { selfTest } from './self-test.js';

const QR_LIFE_S = 10 * 60;
const LINK_LIFE_S = 24 * 60 * 60;
const ROW = 'pairing';
const OWN_LINKS = 'own-links';

/**
 * @typedef {import('../core/pairing.js').Pairing} Pairing
 * @typedef {'partner'|'friend'|'family'} Relationship
 * @typedef {object} PairingView what screens show
 * @property {'inviter'|'joiner'} role
 * @property {'showing'|'meeting'|'compare'|'waiting-confirm'|'done'|'ended'} step
 * @property {string} link @property {'qr'|'link'} kind @property {number} expiresAt ms
 * @property {number[]} pictures @property {string} theirName @property {Relationship|null} theirRelationship
 * @property {string|null} end @property {import('./mailbox-client.js').Trouble|null} trouble what keeps the phones apart right now
 */

/** The fields of a Pairing in the order they are kept. */
const KEPT = /** @type {const} */ ([
  'role', 'step', 'end', 'rendezvous', 'secret', 'expiresS', 'keys', 'reveal', 'commit', 'theirCommit', 'theirReveal', 'them', 'pictures',
  'transcript', 'space', 'entries', 'previousKey', 'offer', 'said',
]); // biome-ignore format: one list

/** @param {Pairing} state @param {string} link @param {number} kind */
function pack(state, link, kind) {
  const { keys, them } = state;
  const flat = {
    ...state,
    keys: [keys.signSeed, keys.signPk, keys.kemSeed, keys.kemPk],
    them: them && [them.signPk, them.kemPk, them.name, them.relationship, them.chainHead],
  };
  return [link, kind, KEPT.map((name) => /** @type {any} */ (flat)[name])];
}

/** @param {any} row */
function unpack([link, kind, values]) {
  /** @type {any} */ const state = Object.fromEntries(KEPT.map((name, i) => [name, values[i]]));
  const [signSeed, signPk, kemSeed, kemPk] = state.keys;
  state.keys = { signSeed, signPk, kemSeed, kemPk };
  if (state.them) {
    const [themSign, themKem, name, relationship, chainHead] = state.them;
    state.them = { signPk: themSign, kemPk: themKem, name, relationship, chainHead };
  }
  return { state: /** @type {Pairing} */ (state), link: /** @type {string} */ (link), kind: /** @type {number} */ (kind) };
}

export class PairingFlow {
  #vault;
  #crypto;
  #world;
  #alone;
  #events;
  /** @type {Pairing|null} */ #state = null;
  #link = '';
  #kind = 0;
  #posted = 0;
  /** @type {import('./mailbox-client.js').Trouble|null} */ #trouble = 'unreached';
  #isDismissed = false;
  /** @type {string|null} */ #gone = null;
  /** @type {MailboxClient|null} */ #mailbox = null;
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();
  /** @type {number|undefined} */ #expiry;

  /**
   * @param {object} parts
   * @param {import('./vault.js').Vault} parts.vault @param {import('../core/ids.js').Crypto} parts.crypto
   * @param {import('./sync-client.js').World & {now: () => number, origin: string, syncUrl: string}} parts.world
   * @param {<T>(step: () => Promise<T>) => Promise<T>} parts.alone while no other tab takes a step
   * @param {{onChange: () => void, onKept: () => void, onPaired: (paired: {chain: import('../core/chain.js').Chain, keys: import('../core/chain.js').DeviceKeys, device: Uint8Array, mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}) => Promise<void>}} parts.events
   */
  constructor({ vault, crypto, world, alone, events }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.#world = world;
    this.#alone = alone;
    this.#events = events;
  }

  /** @returns {PairingView|null} */
  get state() {
    const state = this.#state;
    if (!state || this.#isDismissed) return null;
    const step = state.step === 'confirmed' ? 'waiting-confirm' : state.step;
    return {
      role: state.role === 0 ? 'inviter' : 'joiner',
      step: this.#gone ? 'ended' : step,
      link: this.#link,
      kind: this.#kind === LINK_KIND.qr ? 'qr' : 'link',
      expiresAt: state.expiresS * 1000,
      pictures: state.pictures ?? [],
      theirName: state.them ? plainName(state.them.name) || '?' : '',
      theirRelationship: /** @type {Relationship|null} */ (state.them ? (RELATIONSHIPS[state.them.relationship - 1] ?? null) : null),
      end: this.#gone ?? state.end,
      trouble: this.#trouble,
    };
  }

  /** Goes on with a pairing that was under way when the app ended. */
  async resume() {
    const row = await this.#vault.get(ROW);
    if (row && unpack(row).state.step === 'ended') await this.#vault.remove(ROW);
    else await this.#adopt();
    const state = this.#state;
    if (state?.step === 'done') void this.#inTurn(() => this.#finish(state));
  }

  /** Another tab took a step. */
  follow() {
    return this.#inTurn(() => this.#alone(() => this.#adopt()));
  }

  /** Takes over what is kept: this tab's own last step, or another's. */
  async #adopt() {
    const row = await this.#vault.get(ROW);
    const mine = this.#state;
    if (!row) {
      if (mine && !this.#gone && mine.step !== 'done' && mine.step !== 'ended') this.#quit('elsewhere');
      return;
    }
    const { state, link, kind } = unpack(row);
    this.#link = link;
    this.#kind = kind;
    this.#state = state;
    if (mine && equal(mine.rendezvous, state.rendezvous)) {
      this.#post();
    } else {
      this.#close();
      this.#listen();
    }
    this.#events.onChange();
  }

  /**
   * Makes a new `us` and a link to it.
   * @param {{name: string, relationship: Relationship, kind?: 'qr'|'link'}} parts
   */
  async invite({ name: given, relationship, kind = 'qr' }) {
    const name = plainName(given);
    await this.#giveUp();
    await this.#inTurn(async () => {
      await this.#leave();
      const rendezvous = this.#crypto.random(16);
      const secret = this.#crypto.random(32);
      const linkKind = LINK_KIND[kind];
      const expiresS = this.#expiryOf(kind);
      const keys = await this.#makeKeys();
      const { chain, epochKey } = await createChain(this.#crypto, { kind: SPACE.us, keys });
      const state = await startPairing(this.#crypto, {
        role: 0,
        rendezvous,
        secret,
        expiresS,
        keys,
        name,
        relationship: RELATIONSHIPS.indexOf(relationship) + 1,
        created: { space: chain.space, entries: [...chain.entries], epochKey, head: headOf(chain) },
      });
      this.#link = await encodeLink(this.#crypto, { origin: this.#world.origin, kind: linkKind, rendezvous, secret, expiresS });
      this.#kind = linkKind;
      const own = (await this.#vault.get(OWN_LINKS)) ?? [];
      await this.#vault.put(OWN_LINKS, [...own.slice(-20), rendezvous]);
      await this.#keep(state);
      this.#listen();
    });
  }

  /** The same invitation as a code or as a link: switching ends neither. @param {'qr'|'link'} kind */
  async show(kind) {
    await this.#inTurn(async () => {
      const state = this.#state;
      if (state?.role !== 0 || state.step !== 'showing') return;
      const { rendezvous, secret } = state;
      const expiresS = this.#expiryOf(kind);
      this.#link = await encodeLink(this.#crypto, { origin: this.#world.origin, kind: LINK_KIND[kind], rendezvous, secret, expiresS });
      this.#kind = LINK_KIND[kind];
      await this.#keep({ ...state, expiresS: Math.max(state.expiresS, expiresS) });
      this.#watchExpiry();
    });
  }

  /** @param {'qr'|'link'} kind @returns {number} Unix seconds */
  #expiryOf(kind) {
    return Math.floor(this.#world.now() / 1000) + (kind === 'qr' ? QR_LIFE_S : LINK_LIFE_S);
  }

  /** @param {string} text @returns {Promise<{ok: true, expiresAt: number, kind: 'qr'|'link'}|{ok: false, why: string, origin?: string}>} */
  async readLink(text) {
    const read = await readLink(this.#crypto, text, { origin: this.#world.origin, nowS: this.#world.now() / 1000 });
    if (!read.ok) return read;
    const own = (await this.#vault.get(OWN_LINKS)) ?? [];
    if (own.some((/** @type {Uint8Array} */ id) => equal(id, read.rendezvous))) return { ok: false, why: 'self' };
    return { ok: true, expiresAt: read.expiresS * 1000, kind: read.kind === LINK_KIND.qr ? 'qr' : 'link' };
  }

  /** @param {{link: string, name: string, relationship: Relationship}} parts */
  async join({ link, name: given, relationship }) {
    const name = plainName(given);
    await this.#giveUp();
    await this.#inTurn(async () => {
      const read = await readLink(this.#crypto, link, { origin: this.#world.origin, nowS: this.#world.now() / 1000 });
      if (!read.ok) {
        this.#gone = read.why;
        this.#events.onChange();
        return;
      }
      await this.#leave();
      const state = await startPairing(this.#crypto, {
        role: 1,
        rendezvous: read.rendezvous,
        secret: read.secret,
        expiresS: read.expiresS,
        keys: await this.#makeKeys(),
        name,
        relationship: RELATIONSHIPS.indexOf(relationship) + 1,
      });
      this.#link = link;
      this.#kind = read.kind;
      await this.#keep(state);
      this.#listen();
    });
  }

  /** @param {boolean} isSame the person's answer to "the same four?" */
  confirm(isSame) {
    return this.#step((state) => confirmPictures(this.#crypto, state, isSame));
  }

  /** Another begins: whoever followed the one before is told that it is over. */
  async #giveUp() {
    const step = this.#state?.step;
    if (step && step !== 'done' && step !== 'ended') await this.cancel();
  }

  /** Leaves the pairing; the other phone is told if it was met. */
  async cancel() {
    await this.#step((state) => cancelPairing(this.#crypto, state));
  }

  /** The person has read how it ended. What was said last may still have to reach the mailbox: that goes on unseen. */
  async dismiss() {
    this.#isDismissed = true;
    this.#events.onChange();
    await this.#leaveWhenSaid();
  }

  async #leaveWhenSaid() {
    const isWaiting = this.#state?.step === 'done' && !this.#mailbox?.isEmpty;
    if (this.#isDismissed && !isWaiting) await this.#inTurn(() => this.#leave());
  }

  retryNow() {
    this.#mailbox?.retryNow();
  }

  async #makeKeys() {
    const keys = { ...(await this.#crypto.signKeypair()), ...(await this.#crypto.kemKeypair()) };
    await selfTest(this.#crypto, keys);
    return keys;
  }

  async #leave() {
    this.#close();
    this.#state = null;
    await this.#vault.remove(ROW);
  }

  #close() {
    this.#world.clearTimer(this.#expiry ?? 0);
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#gone = null;
    this.#posted = 0;
    this.#trouble = 'unreached';
    this.#isDismissed = false;
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #inTurn(step) {
    const result = this.#turn.then(step);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** @param {(state: Pairing) => Promise<Pairing>} change */
  #step(change) {
    return this.#inTurn(() =>
      this.#alone(async () => {
        await this.#adopt();
        if (!this.#state || this.#gone) return;
        const next = await change(this.#state);
        if (next === this.#state) return;
        await this.#keep(next);
        this.#post();
        if (next.step === 'done') await this.#finish(next);
        this.#events.onChange();
      }),
    );
  }

  /** @param {Pairing} state */
  async #keep(state) {
    await this.#vault.put(ROW, pack(state, this.#link, this.#kind));
    this.#state = state;
    this.#events.onKept();
    this.#events.onChange();
  }

  #listen() {
    const state = this.#state;
    if (!state) return;
    this.#mailbox = new MailboxClient({
      url: this.#world.syncUrl,
      rendezvous: state.rendezvous,
      world: this.#world,
      events: {
        onMessage: (message) =>
          this.#step((current) => hearMessage(this.#crypto, current, message, { isSaid: this.#mailbox?.isEmpty ?? true })),
        onTrouble: (trouble) => {
          if (trouble === this.#trouble) return;
          this.#trouble = trouble;
          this.#events.onChange();
        },
        onDrained: () => void this.#leaveWhenSaid(),
        onRead: () => void this.#step((current) => joinNow(this.#crypto, current)),
        onFull: () => this.#end('used'),
      },
    });
    this.#post();
    this.#watchExpiry();
  }

  #watchExpiry() {
    if (!this.#state) return;
    this.#world.clearTimer(this.#expiry ?? 0);
    const left = this.#state.expiresS * 1000 - this.#world.now();
    this.#expiry = this.#world.setTimer(
      () => {
        if (this.#state?.step === 'showing' || this.#state?.step === 'meeting') this.#end('expired');
      },
      Math.min(Math.max(0, left), 2 ** 31 - 1),
    );
  }

  /** @param {string} why */
  #end(why) {
    void this.#vault.remove(ROW);
    this.#quit(why);
  }

  /** @param {string} why */
  #quit(why) {
    this.#gone = why;
    this.#mailbox?.close();
    this.#events.onChange();
  }

  #post() {
    const said = this.#state?.said ?? [];
    for (; this.#posted < said.length; this.#posted += 1) this.#mailbox?.post(/** @type {Uint8Array} */ (said[this.#posted]));
  }

  /** The chain is complete: keep the space first, forget the pairing after. @param {Pairing} state */
  async #finish(state) {
    let chain = emptyChain(state.space);
    for (const entry of state.entries) ({ chain } = await readEntry(this.#crypto, chain, entry));
    const { them } = state;
    if (!them) return;
    const [, , name, relationship] = decodeReveal(state);
    await this.#events.onPaired({
      chain,
      keys: state.keys,
      device: await deviceId(this.#crypto, state.keys.signPk, state.keys.kemPk),
      mine: { name, relationship },
      theirs: { name: them.name, relationship: them.relationship },
    });
  }
}

/** @param {Pairing} state */
function decodeReveal(state) {
  return /** @type {[Uint8Array, Uint8Array, string, number]} */ (decode(state.reveal));
}
