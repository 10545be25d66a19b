/**
 * The application: what this phone has, and what a person can do with it. Screens read it synchronously and hear `change` when
 * anything moved; every write resolves when it is durable on this phone.
 */
import { hex } from '../core/bytes.js';
import { createChain, SPACE } from '../core/chain.js';
import { dayLabel, untilDayEnds } from '../core/day.js';
import { plainName } from '../core/people.js';
import { deleteDatabase, StorageError } from '../io/database.js';
import { CheckIns } from './check-ins.js';
import { Drafts } from './drafts.js';
import { Journal } from './journal.js';
import { TYPE as PERSON, readPerson, relationshipOf } from './person.js';
import { Preferences } from './preferences.js';
import { selfTest } from './self-test.js';

/**
 * @typedef {import('./space.js').Space} Space
 * @typedef {import('./sync-client.js').SyncClient} SyncClient
 * @typedef {import('./person.js').Person} Person
 * @typedef {import('./sync-client.js').World & {now: () => number, origin: string, syncUrl: string, databaseName: string} & import('./photos.js').PhotoWorld} World
 * @typedef {object} Pair
 * @property {string} id space hex @property {Person} me @property {Person} them @property {number} pairedAt ms
 * @property {boolean} isCurrent
 * @typedef {{state: 'here'|'connecting'|'synced'|'offline'|'stopped', waiting: number, message: string|null}} SyncView
 */

const SELF = 'self';
const LOAD_AGAIN_MS = 5_000;

/** Somebody who has not begun has no space: the first screen does without. */
const spaces = () => import('./space.js');
/** After so long without a change the index is brought up to now. */
const CALM_MS = 3_000;
/** So many take a slow phone a few hundredths of a second. */
const READ_AT_ONCE = 32;

export class Attune {
  #parts;
  changes = new EventTarget();
  /** @type {'full'|'lost'|'refused'|'newer'|'unknown'|null} */ trouble = null;

  #vault;
  #crypto;
  #world;
  #tabs;
  /** @type {Space|null} */ #me = null;
  /** @type {Promise<void>|null} */ #beginning = null;
  /** @type {Map<string, {space: Space, pairedAt: number, said: {mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}, records: Map<number, string>}>} */ #pairs =
    new Map();
  /** @type {string|null} */ #current = null;
  /** @type {Map<string, SyncClient>} */ #clients = new Map();
  /** @type {string} */ #selfRecord = '';
  #pendingChange = false;
  /** @type {Set<(space: string, bytes: Uint8Array) => void>} */ #whisperListeners = new Set();

  /**
   * Use `openAttune`.
   * @param {{vault: import('./vault.js').Vault, crypto: import('../core/ids.js').Crypto, world: World, joinTabs: typeof import('../io/tabs.js').joinTabs}} parts
   */
  constructor({ vault, crypto, world, joinTabs }) {
    this.#vault = vault;
    this.#crypto = crypto;
    this.#world = world;
    this.drafts = new Drafts(
      vault,
      world,
      (error) => this.#trouble(error),
      () => this.#tabs.tell({ type: 'drafts' }),
    );
    this.preferencesStore = new Preferences(vault);
    this.#parts = { me: () => this.#me, pair: () => this.currentSpace, crypto, now: world.now, photos: () => this.photos };
    this.journal = new Journal(this.#parts);
    this.checkIns = new CheckIns(this.#parts);
    this.#tabs = joinTabs(world.databaseName, { onLead: () => this.#lead(), onMessage: (message) => void this.#heardTab(message) });
  }

  // ---- start

  async load() {
    await Promise.all([this.drafts.load(), this.preferencesStore.load(), this.#loadSpaces()]);
    await this.checkIns.prepare(this.today());
    this.#watchDay();
    if (this.#tabs.isLeader()) this.#lead();
    else this.#tabs.tell({ type: 'ask' });
    if (this.#me) await Promise.all([this.preparePairing(), this.prepareLive(), this.preparePhotos()]);
    this.#keepIndexSoon();
  }

  /** The index follows what is folded, when nothing has moved for a while: it is never needed, only fast (Space.keepIndex). */
  #keepIndexSoon() {
    this.#world.clearTimer(/** @type {number} */ (this.#calming));
    this.#calming = this.#world.setTimer(() => {
      this.#indexing = this.#indexing.then(() => this.#keepIndex()).catch(() => {});
    }, CALM_MS);
  }

  async #keepIndex() {
    if (!this.#tabs.isLeader() || !this.stanceOf || !this.photos) return;
    await this.photos.load();
    const year = new Date(this.#world.now()).getUTCFullYear();
    for (const space of [this.#me, this.currentSpace]) await space?.keepIndex(this.stanceOf, year, () => this.#pause());
  }

  /** Opens records piece by piece, before a screen asks for all of them at once. @param {readonly string[]} types */
  async read(types) {
    let before = this.opened;
    for (const space of this.#spaces)
      for (const { id } of types.flatMap((type) => space.places(type))) {
        space.record(id);
        if (this.opened - before < READ_AT_ONCE) continue;
        before = this.opened;
        await this.#pause();
      }
  }

  #pause() {
    return new Promise((resolve) => this.#world.setTimer(() => resolve(undefined), 0));
  }

  /** How many records were opened since the start. */
  get opened() {
    return this.#spaces.reduce((sum, { opened }) => sum + opened, 0);
  }

  /** @returns {Space[]} */
  get #spaces() {
    return [...(this.#me ? [this.#me] : []), ...[...this.#pairs.values()].map(({ space }) => space)];
  }

  /** @type {import('./pairing.js').PairingFlow} after `preparePairing` */
  pairing = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #pairingReady = null;

  /** Loads what pairing needs, once. A first start goes without it. */
  preparePairing() {
    this.#pairingReady ??= import('./pairing.js').then(({ PairingFlow }) => {
      this.pairing = new PairingFlow({
        vault: this.#vault,
        crypto: this.#crypto,
        world: this.#world,
        alone: (step) => this.#tabs.alone(step),
        events: {
          onChange: () => this.changed(),
          onKept: () => this.#tabs.tell({ type: 'pairing' }),
          onPaired: (paired) => this.#paired(paired),
        },
      });
      return this.pairing.resume();
    });
    return this.#pairingReady;
  }

  /** @type {import('./live.js').LiveSession} after `prepareLive` */
  live = /** @type {any} */ (null);
  /** @type {import('./sessions.js').Sessions} after `prepareLive` */
  sessions = /** @type {any} */ (null);
  /** @type {import('./decks.js').Decks} after `prepareLive` */
  decks = /** @type {any} */ (null);
  /** @type {import('./pauses.js').Pauses} after `prepareLive` */
  pauses = /** @type {any} */ (null);
  /** @type {import('./entries.js').Entries} after `prepareLive` */
  entries = /** @type {any} */ (null);
  /** @type {import('./acts.js').Acts} after `prepareLive` */
  acts = /** @type {any} */ (null);
  /** @type {import('./inventory.js').Inventory} after `prepareLive` */
  inventory = /** @type {any} */ (null);
  /** @type {import('./revisits.js').Revisits} after `prepareLive` */
  revisits = /** @type {any} */ (null);
  /** @type {import('./moments.js').Moments} after `prepareLive` */
  moments = /** @type {any} */ (null);
  /** @type {import('./retreats.js').Retreats} after `prepareLive` */
  retreats = /** @type {any} */ (null);
  /** @type {import('./values.js').Values} after `prepareLive` */
  values = /** @type {any} */ (null);
  /** @type {import('./thanks.js').Thanks} after `prepareLive` */
  thanks = /** @type {any} */ (null);
  /** @type {import('./wishes.js').Wishes} after `prepareLive` */
  wishes = /** @type {any} */ (null);
  /** @type {import('./memories.js').Memories} after `prepareLive` */
  memories = /** @type {any} */ (null);
  /** @type {import('./offers.js').Offers} after `prepareLive` */
  offers = /** @type {any} */ (null);
  /** @type {import('./requests.js').Requests} after `prepareLive` */
  requests = /** @type {any} */ (null);
  /** @type {(view: import('../core/oplog.js').RecordView) => import('../core/record-index.js').Stance} after `prepareLive` */
  stanceOf = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #liveReady = null;
  /** @type {number|undefined} */ #calming;
  /** @type {Promise<void>} */ #indexing = Promise.resolve();

  /** Loads what practising together needs, once. A first start goes without it. */
  prepareLive() {
    this.#liveReady ??= import('./together.js').then(({ together }) => {
      Object.assign(this, together({ attune: this, world: this.#world, vault: this.#vault, parts: this.#parts }));
      this.changes.addEventListener('change', () => {
        if (this.canSend && this.requests.waiting().length > 0) void this.attempt(() => this.requests.travel());
      });
      return this.live.resume().then(() => (this.live.session ? undefined : this.moments.settle()));
    });
    return this.#liveReady;
  }

  /**
   * What a practice goes on from: `dealt` is for both phones alike, `given` is this person's own.
   * @param {string} practice id @param {string} mode alone, what was before is begun anew; on one phone nothing of one's own is brought
   * @returns {{dealt: Record<string, string[]>, given: Record<string, import('../core/practice.js').FieldValue>}}
   */
  brings(practice, mode) {
    const isTogether = mode === 'live' || mode === 'own-time';
    return {
      dealt:
        practice === 'weekly-retreat'
          ? this.retreats.dealt()
          : practice === 'memory-map'
            ? this.memories.dealt()
            : practice === 'praise-plus-together'
              ? { repeats: this.sessions.repeats() }
              : {},
      given: !isTogether
        ? {}
        : practice === 'values-alignment'
          ? this.values.given()
          : practice === 'growth-revisit'
            ? this.revisits.given()
            : practice === 'pause-in-conflict' && mode === 'live'
              ? this.pauses.given()
              : {},
    };
  }

  /** @param {string} id of something dealt @returns {string|null} in the words of whoever wrote it */
  textOf(id) {
    return this.retreats.textOf(id) ?? this.memories.dealtStone(id)?.title ?? this.sessions.ideaOf(id);
  }

  /** @type {import('./photos.js').Photos} after `preparePhotos` */
  photos = /** @type {any} */ (null);
  /** @type {Promise<void>|null} */ #photosReady = null;

  /** Loads what photos need, once. A first start goes without it. */
  preparePhotos() {
    this.#photosReady ??= import('./photos.js').then(({ Photos }) => {
      this.photos = new Photos({
        vault: this.#vault,
        crypto: this.#crypto,
        world: this.#world,
        me: () => this.#me,
        space: (name) => this.#spaceNamed(name) ?? null,
        spaces: () => this.#spaces,
        isLeader: () => this.#tabs.isLeader(),
        wantPass: async (space) => (await this.#clients.get(space)?.wantPass()) ?? null,
        tell: (message) => this.#tabs.tell(message),
        drafts: () => this.drafts.keys().map((key) => this.drafts.get(key) ?? null),
        onChange: () => this.changed(),
      });
      this.photos.look();
    });
    return this.#photosReady;
  }

  async #loadSpaces() {
    const [me, pairs, chosen] = await Promise.all([this.#vault.get('me'), this.#vault.list('pair/'), this.#vault.get('current-pair')]);
    await Promise.all([
      ...(me && !this.#me ? [this.#addMe(me)] : []),
      ...pairs.flatMap(([id, [pairedAt, mine, theirs]]) => (this.#pairs.has(id) ? [] : [this.#addPair(id, pairedAt, mine, theirs)])),
    ]);
    const newest = [...this.#pairs].sort(([, a], [, b]) => b.pairedAt - a.pairedAt)[0]?.[0] ?? null;
    this.#current = chosen && this.#pairs.has(chosen) ? chosen : newest;
    this.#shareSecret();
  }

  /** @param {string} id */
  async #addMe(id) {
    for (const part of [import('./together.js'), import('./photos.js'), import('./pairing.js')]) part.catch(() => {}); // they come meanwhile
    const me = await (await spaces()).loadSpace(this.#vault, this.#crypto, id);
    this.#selfRecord = await me.meetAt(SELF, 1, '', '');
    this.#me = me;
    this.#attach(me);
  }

  /** @param {string} id @param {number} pairedAt @param {[string, number]} mine @param {[string, number]} theirs */
  async #addPair(id, pairedAt, mine, theirs) {
    const space = await (await spaces()).loadSpace(this.#vault, this.#crypto, id);
    const records = new Map([
      [1, await space.meetAt(PERSON, 1, '', '')],
      [2, await space.meetAt(PERSON, 2, '', '')],
    ]);
    const said = { mine: { name: mine[0], relationship: mine[1] }, theirs: { name: theirs[0], relationship: theirs[1] } };
    this.#pairs.set(id, { space, pairedAt, said, records });
    this.#attach(space);
  }

  /** @param {Space} space */
  #attach(space) {
    space.onChange = () => {
      this.photos?.look();
      this.#keepIndexSoon();
      this.changed();
    };
    space.onWrite = () => {
      this.#tabs.tell({ type: 'space', id: space.name });
      this.#clients.get(space.name)?.flush();
    };
    if (this.#tabs.isLeader()) this.#connect(space);
  }

  /** The erase secret of this person, which every op of every space needs (O9). */
  #shareSecret() {
    const secret = this.#me?.record(this.#selfRecord)?.byPerson.get(1)?.get('erase-secret')?.value;
    if (!(secret instanceof Uint8Array)) return;
    this.#me?.setEraseSecret(secret);
    for (const { space } of this.#pairs.values()) space.setEraseSecret(secret);
  }

  #watchDay() {
    this.#world.setTimer(
      () => {
        void this.checkIns.prepare(this.today()).then(() => this.changed());
        this.#watchDay();
      },
      Math.min(untilDayEnds(this.#world.now()), 60 * 60 * 1000),
    );
  }

  // ---- several tabs, one connection

  #isShown = false;

  /** The first screen is drawn, or cannot be: what speaks to the server did not keep it waiting. */
  shown() {
    if (this.#isShown) return;
    this.#isShown = true;
    if (this.#tabs.isLeader()) this.#lead();
  }

  #lead() {
    if (this.#me) this.#connect(this.#me);
    for (const { space } of this.#pairs.values()) this.#connect(space);
    this.changed();
  }

  /** What speaks to the server is loaded when there is something to say: the first screen does without. @param {Space} space */
  #connect(space) {
    if (!this.#isShown) return;
    import('./sync-client.js').then(
      ({ SyncClient }) => this.#connectBy(SyncClient, space),
      () => this.#world.setTimer(() => this.#connect(space), LOAD_AGAIN_MS),
    );
  }

  /** @param {typeof import('./sync-client.js').SyncClient} Client @param {Space} space */
  #connectBy(Client, space) {
    if (this.#clients.has(space.name)) return;
    const client = new Client({
      space,
      crypto: this.#crypto,
      url: this.#world.syncUrl,
      origin: this.#world.origin,
      world: this.#world,
      events: {
        onChange: () => {
          this.#tabs.tell({ type: 'sync', sync: this.sync });
          this.changed();
        },
        onOpen: () => this.photos?.wake(),
        onHeal: () => void this.preparePhotos().then(() => this.photos.restore(space.name)),
        onWhisper: (bytes) => {
          this.#tabs.tell({ type: 'whispered', id: space.name, bytes });
          this.#heardWhisper(space.name, bytes);
        },
      },
    });
    this.#clients.set(space.name, client);
    client.start();
  }

  /** @param {any} message */
  async #heardTab(message) {
    if (message.type === 'space') {
      await this.#spaceNamed(message.id)?.refresh();
      this.#shareSecret();
      this.#clients.get(message.id)?.flush();
    } else if (message.type === 'pairs') {
      await this.#loadSpaces();
    } else if (message.type === 'drafts') {
      await this.drafts.load();
    } else if (message.type === 'sync') {
      this.#leaderSync = message.sync;
    } else if (message.type === 'whisper') {
      this.#clients.get(message.id)?.whisper(message.bytes);
    } else if (message.type === 'whispered') {
      this.#heardWhisper(message.id, message.bytes);
      return;
    } else if (message.type === 'erased') {
      this.#vault.database.end();
      location.reload();
      return;
    } else if (message.type === 'ask') {
      if (this.#tabs.isLeader()) this.#tabs.tell({ type: 'sync', sync: this.sync });
      return;
    } else if (message.type === 'photos') {
      await this.photos?.refresh();
    } else if (message.type === 'photo') {
      this.photos?.want(message.place, message.value);
    } else if (message.type === 'pairing') {
      await this.pairing?.follow();
    } else if (message.type === 'live') {
      await this.live?.follow();
    } else if (message.type === 'retry') {
      this.retryNow();
    }
    this.changed();
  }

  /** @type {SyncView|null} what the leading tab last said */
  #leaderSync = null;

  /** @param {string} id */
  #spaceNamed(id) {
    return this.#me?.name === id ? this.#me : this.#pairs.get(id)?.space;
  }

  /** @param {string} id @param {Uint8Array} bytes */
  #heardWhisper(id, bytes) {
    for (const listener of this.#whisperListeners) listener(id, bytes);
  }

  /** @param {(space: string, bytes: Uint8Array) => void} listener @returns {() => void} stops listening */
  onWhisper(listener) {
    this.#whisperListeners.add(listener);
    return () => this.#whisperListeners.delete(listener);
  }

  /** @param {string} id space hex @param {Uint8Array} bytes */
  whisper(id, bytes) {
    if (this.#tabs.isLeader()) this.#clients.get(id)?.whisper(bytes);
    else this.#tabs.tell({ type: 'whisper', id, bytes });
  }

  /** The network came back, or the app is visible again. */
  retryNow() {
    if (!this.#tabs.isLeader()) this.#tabs.tell({ type: 'retry' });
    for (const client of this.#clients.values()) client.retryNow();
    this.photos?.wake();
    this.pairing?.retryNow();
  }

  // ---- what screens read

  /** Something moved: screens draw again, once for all that moved in this turn. */
  changed() {
    if (this.#pendingChange) return;
    this.#pendingChange = true;
    queueMicrotask(() => {
      this.#pendingChange = false;
      this.changes.dispatchEvent(new Event('change'));
    });
  }

  now() {
    return this.#world.now();
  }

  today() {
    return dayLabel(this.#world.now());
  }

  /** @returns {{name: string, alone: boolean}|null} null before the first start is done */
  get me() {
    if (!this.#me) return null;
    const name = this.#me.record(this.#selfRecord)?.byPerson.get(1)?.get('name')?.value;
    return { name: typeof name === 'string' ? name : '', alone: this.#pairs.size === 0 };
  }

  /** The space of the pair in use. @returns {Space|null} */
  get currentSpace() {
    return this.#current ? (this.#pairs.get(this.#current)?.space ?? null) : null;
  }

  /** @param {string} id hex @returns {Space|null} */
  spaceOfPair(id) {
    return this.#pairs.get(id)?.space ?? null;
  }

  /** @returns {Pair[]} newest first */
  get pairs() {
    return [...this.#pairs.entries()]
      .map(([id, { space, pairedAt, said, records }]) => {
        const mine = space.person;
        const person = (/** @type {number} */ number, /** @type {{name: string, relationship: number}} */ then) =>
          readPerson(space, number, records.get(number) ?? '', { name: then.name, relationship: relationshipOf(then.relationship) });
        return { id, pairedAt, isCurrent: id === this.#current, me: person(mine, said.mine), them: person(3 - mine, said.theirs) };
      })
      .sort((a, b) => b.pairedAt - a.pairedAt);
  }

  /** @returns {Pair|null} the pair in use */
  get pair() {
    return this.pairs.find(({ isCurrent }) => isCurrent) ?? null;
  }

  /** What the two are to each other, where both say the same: some sentences have other words for friends or family. @returns {'partner'|'friend'|'family'|''} */
  get kind() {
    const { pair } = this;
    return pair && pair.me.relationship === pair.them.relationship ? pair.me.relationship : '';
  }

  /** Both chose partner: only then words for partners are offered. */
  get isPartners() {
    return this.kind === 'partner';
  }

  /** Some sentences are other ones among family, where both said so. @returns {'family'|'other'} */
  get kin() {
    const { pair } = this;
    return pair?.me.relationship === 'family' && pair.them.relationship === 'family' ? 'family' : 'other';
  }

  /** Whether the browser holds this phone's wrapping key as a key that cannot be copied out. */
  get areKeysHeld() {
    return this.#vault.keysKept;
  }

  /** @returns {SyncView} */
  get sync() {
    if (!this.#tabs.isLeader() && this.#leaderSync) return this.#leaderSync;
    const clients = [...this.#clients.values()];
    const waiting = this.#spaces.reduce((sum, space) => sum + space.waiting, this.photos?.waiting ?? 0);
    const message =
      clients.find((client) => client.message)?.message ?? (this.#isMissing() ? 'missing' : this.photos?.isFull ? 'photos-full' : null);
    if (clients.length === 0) return { state: 'here', waiting, message };
    if (clients.some(({ state }) => state === 'stopped')) return { state: 'stopped', waiting, message };
    if (clients.every(({ state }) => state === 'offline')) return { state: 'offline', waiting, message };
    return { state: clients.every(({ state }) => state === 'synced') && waiting === 0 ? 'synced' : 'connecting', waiting, message };
  }

  /** What is sent now leaves soon, as far as this phone can tell. */
  get canSend() {
    return ['synced', 'connecting'].includes(this.sync.state);
  }

  #isMissing() {
    return (
      [...this.#clients.values()].every(({ state }) => state === 'synced') &&
      [...this.#pairs.values()].some(({ space }) => space.missing > 0)
    );
  }

  get preferences() {
    return this.preferencesStore.values;
  }

  /** @param {keyof import('./preferences.js').PreferenceValues} key @param {unknown} value */
  async setPreference(key, value) {
    await this.preferencesStore.set(key, value);
    this.changed();
  }

  // ---- what a person does

  /** Makes this phone's own space, once. @param {{name: string}} parts */
  async begin({ name }) {
    if (this.#me || this.#beginning) {
      await this.#beginning;
      await this.rename(name);
      return;
    }
    this.#beginning = this.#begin(name).finally(() => (this.#beginning = null));
    await this.#beginning;
  }

  /** @param {string} name */
  async #begin(name) {
    const keys = { ...(await this.#crypto.signKeypair()), ...(await this.#crypto.kemKeypair()) };
    await selfTest(this.#crypto, keys);
    const { chain, device } = await createChain(this.#crypto, { kind: SPACE.me, keys });
    const space = await (await spaces()).createSpace(this.#vault, this.#crypto, { chain, keys, device });
    this.#selfRecord = await space.meetAt(SELF, 1, '', '');
    const secret = this.#crypto.random(32);
    space.setEraseSecret(secret);
    await space.write(this.#selfRecord, SELF, [
      ['erase-secret', secret],
      ['name', plainName(name)],
    ]);
    await this.#vault.put('me', space.name);
    this.#me = space;
    this.#attach(space);
    this.#tabs.tell({ type: 'pairs' });
    await this.checkIns.prepare(this.today());
    this.changed();
  }

  /** @param {string} name */
  async rename(name) {
    const clean = plainName(name);
    if (!clean || !this.#me) return;
    await this.#me.write(this.#selfRecord, SELF, [['name', clean]]);
    const pair = this.#current ? this.#pairs.get(this.#current) : null;
    if (pair) await pair.space.write(pair.records.get(pair.space.person) ?? '', PERSON, [['name', clean]]);
  }

  /** @param {'partner'|'friend'|'family'} relationship what the other is to me */
  async setRelationship(relationship) {
    const pair = this.#current ? this.#pairs.get(this.#current) : null;
    const number = ['partner', 'friend', 'family'].indexOf(relationship) + 1;
    if (pair && number > 0) await pair.space.write(pair.records.get(pair.space.person) ?? '', PERSON, [['relationship', number]]);
  }

  /** Tells the other phone, inside the pair's space, which release this phone runs. @param {string} release hex */
  async setRelease(release) {
    this.release = release;
    for (const { space, records } of this.#pairs.values()) {
      const record = records.get(space.person) ?? '';
      if (space.record(record)?.byPerson.get(space.person)?.get('release')?.value !== release)
        await space.write(record, PERSON, [['release', release]]);
    }
    this.changed();
  }

  /** @type {string|null} fingerprint of the release this page runs */
  release = null;

  /** @param {string} id */
  async choosePair(id) {
    if (!this.#pairs.has(id)) return;
    await this.#vault.put('current-pair', id);
    this.#current = id;
    await this.checkIns.prepare(this.today());
    this.#tabs.tell({ type: 'pairs' });
    this.changed();
  }

  /** @param {{chain: import('../core/chain.js').Chain, keys: import('../core/chain.js').DeviceKeys, device: Uint8Array, mine: {name: string, relationship: number}, theirs: {name: string, relationship: number}}} paired */
  async #paired({ chain, keys, device, mine, theirs }) {
    const id = hex(chain.space);
    if (this.#pairs.has(id)) return;
    if (!this.#me) await this.begin({ name: mine.name });
    await (await spaces()).createSpace(this.#vault, this.#crypto, { chain, keys, device });
    const pairedAt = this.#world.now();
    await this.#vault.put(`pair/${id}`, [pairedAt, [mine.name, mine.relationship], [theirs.name, theirs.relationship]]);
    await this.#vault.put('current-pair', id);
    await this.#addPair(id, pairedAt, [mine.name, mine.relationship], [theirs.name, theirs.relationship]);
    this.#current = id;
    this.#shareSecret();
    const pair = this.#pairs.get(id);
    await pair?.space.write(pair.records.get(pair.space.person) ?? '', PERSON, [
      ['name', mine.name],
      ['relationship', mine.relationship],
      ...(this.release ? [/** @type {[string, string]} */ (['release', this.release])] : []),
    ]);
    await this.checkIns.prepare(this.today());
    this.#tabs.tell({ type: 'pairs' });
    this.changed();
  }

  /** Runs a write and, when the phone cannot keep it, says so instead of losing it. @template T @param {() => Promise<T>} write @returns {Promise<T|null>} null: not kept, `trouble` says why */
  async attempt(write) {
    try {
      const result = await write();
      if (this.trouble) {
        this.trouble = null;
        this.changed();
      }
      return result;
    } catch (error) {
      this.#trouble(error);
      return null;
    }
  }

  /** @param {unknown} error */
  #trouble(error) {
    if (error instanceof StorageError) this.trouble = error.reason;
    else {
      this.trouble = 'unknown'; // our own fault: the words are kept, and a developer can see why
      console.error(error);
    }
    this.changed();
  }

  /** One out of the jar: words that were given to this person. @param {string} [last] id of the one before @returns {import('./thanks.js').FromJar|null} */
  fromJar(last) {
    return this.thanks.draw(this.wishes.stars(), last);
  }

  /** The pair in use, for drafts that are meant for nobody else; empty when alone. */
  get pairName() {
    return this.currentSpace?.name ?? '';
  }

  /** The session under way was changed in this tab. */
  tellLive() {
    this.#tabs.tell({ type: 'live' });
  }

  /** Writes what was typed until now. */
  async keepDrafts() {
    await this.drafts.flush();
  }

  /** Erases this device: keys, words, settings. What others hold stays with them. */
  async erase() {
    for (const client of this.#clients.values()) client.stop();
    this.#vault.database.end();
    this.#tabs.tell({ type: 'erased' });
    await deleteDatabase(this.#world.databaseName);
  }
}
