/**
 * Several phones, a network and a server on one clock that only moves when told: the app's own space, outbox and sync, over a model server.
 * Everything follows from the seed.
 */

import { createSpace, loadSpace } from '../../../web/app/space.js';
import { SyncClient } from '../../../web/app/sync-client.js';
import { Vault } from '../../../web/app/vault.js';
import { hex } from '../../../web/core/bytes.js';
import { countersign, createChain, headOf, proposeAdd, SPACE, subkey } from '../../../web/core/chain.js';
import { decodePayload, KIND, openOp, readHeader } from '../../../web/core/op.js';
import { Disk, MemoryDatabase } from './memory-database.js';
import { ModelServer } from './model-server.js';
import { nodeCrypto } from './node-crypto.js';
import { Chance } from './seeded.js';

const ORIGIN = 'https://home.example';
const IDLE = () => new Promise((resolve) => setImmediate(resolve));

/** @typedef {import('../../../web/core/chain.js').DeviceKeys} DeviceKeys */

/** A clock with things to do on it. */
class Clock {
  now = 0;
  #id = 0;
  /** @type {Array<{at: number, id: number, what: () => void}>} */ #queue = [];

  /** @param {number} ms @param {() => void} what */
  after(ms, what) {
    this.#id += 1;
    this.#queue.push({ at: this.now + ms, id: this.#id, what });
    return this.#id;
  }

  /** @param {number} id */
  forget(id) {
    this.#queue = this.#queue.filter((one) => one.id !== id);
  }

  /** @param {number} ms how far to go */
  async run(ms) {
    const until = this.now + ms;
    for (;;) {
      await IDLE();
      const [next] = this.#queue.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.id - b.id);
      if (!next) break;
      this.forget(next.id);
      this.now = Math.max(this.now, next.at);
      next.what();
    }
    this.now = until;
  }
}

/** One installed app: what is on its disk lives on, the rest ends with `kill`. */
class Phone {
  disk = new Disk();
  isReached = true;
  /** @type {any} */ app = null;
  known = 0;

  /** @param {Simulation} simulation @param {string} name @param {DeviceKeys} keys */
  constructor(simulation, name, keys) {
    this.simulation = simulation;
    this.name = name;
    this.keys = keys;
    this.dataKey = simulation.crypto.random(32);
    this.eraseSecret = simulation.crypto.random(32);
  }

  /** @param {any} [created] {chain, device} at the first start */
  async start(created) {
    const { crypto, clock, chance, space } = this.simulation;
    const database = new MemoryDatabase(this.disk);
    const vault = new Vault(/** @type {any} */ (database), crypto, this.dataKey, true);
    const opened = created
      ? await createSpace(vault, crypto, { ...created, keys: this.keys })
      : await loadSpace(vault, crypto, /** @type {string} */ (space));
    opened.setEraseSecret(this.eraseSecret);
    /** @type {Set<any>} */ const wires = new Set();
    const app = { database, space: opened, wires, isDead: false, client: /** @type {any} */ (null) };
    const world = {
      openSocket: (/** @type {string} */ _url, /** @type {any} */ events) => this.#dial(app, events),
      setTimer: (/** @type {() => void} */ what, /** @type {number} */ ms) => clock.after(ms, () => app.isDead || what()),
      clearTimer: (/** @type {number} */ id) => clock.forget(id),
      random: () => chance.next(),
      isOnline: () => this.isReached,
    };
    const events = { onChange: () => {}, onWhisper: () => {}, onOpen: () => {} };
    app.client = new SyncClient({
      space: opened,
      crypto,
      url: 'wss://home.example/sync',
      origin: ORIGIN,
      world: /** @type {any} */ (world),
      events,
    });
    this.app = app;
    app.client.start();
  }

  /** How many chain entries it knows, or knew when it was killed. */
  get length() {
    if (this.app) this.known = this.app.space.entries.length;
    return this.known;
  }

  /** Killed at any moment: nothing in memory lives on. */
  kill() {
    if (!this.app) return;
    this.known = this.length;
    this.app.isDead = true;
    this.app.database.isDead = true;
    for (const wire of this.app.wires) wire.break(false);
    this.app = null;
  }

  /** @param {boolean} isReached */
  reach(isReached) {
    this.isReached = isReached;
    if (!isReached) for (const wire of this.app?.wires ?? []) wire.break(this.simulation.chance.is(0.5));
    else this.app?.client.retryNow();
  }

  /** Writes or withdraws; durable when it resolves. @param {string} record @param {Array<[string, any]>} values */
  async write(record, values) {
    const { app } = this;
    await app.space.write(record, 'entry', values);
    app.client.flush();
  }

  /** A WebSocket: ordered, late, and now and then it breaks with what was under way. @param {any} app @param {any} events */
  #dial(app, events) {
    const { clock, chance, server } = this.simulation;
    let isUp = true;
    let [lastUp, lastDown] = [0, 0];
    /** @type {any} */ let connection = null;
    const wire = {
      /** @param {boolean} isSilent the phone is not told: it has to notice */
      break: (isSilent = false) => {
        if (!isUp) return;
        isUp = false;
        app.wires.delete(wire);
        connection?.end(1006);
        if (!isSilent) clock.after(1, () => app.isDead || events.onEnd(1006));
        else silent = true;
      },
    };
    let silent = false;
    app.wires.add(wire);
    const delay = () => 5 + chance.below(60);
    clock.after(delay(), () => {
      if (!isUp || !this.isReached || this.simulation.isDown) {
        wire.break();
        return;
      }
      connection = /** @type {import('./model-server.js').ModelServer} */ (server).accept({
        send: (bytes) => {
          lastDown = Math.max(lastDown, clock.now + delay());
          clock.after(lastDown - clock.now, () => isUp && !app.isDead && events.onFrame(bytes.slice()));
        },
        end: () => wire.break(),
      });
    });
    return {
      send: (/** @type {Uint8Array} */ bytes) => {
        lastUp = Math.max(lastUp, clock.now + delay());
        clock.after(lastUp - clock.now, () => {
          if (!isUp || !connection) return;
          connection.receive(bytes.slice()).catch((/** @type {unknown} */ error) => this.simulation.faults.push(error));
        });
      },
      close: () => {
        if (!isUp && !silent) return;
        isUp = false;
        silent = false;
        app.wires.delete(wire);
        connection?.end(1000);
        if (!app.isDead) events.onEnd(1000);
      },
      bufferedBytes: () => 0,
    };
  }
}

export class Simulation {
  isDown = false;
  /** @type {unknown[]} */ faults = [];
  /** @type {Phone[]} */ phones = [];
  clock = new Clock();

  /** @param {number} seed */
  constructor(seed) {
    this.chance = new Chance(seed);
    const bytes = new Chance(seed ^ 0x5eed);
    this.crypto = nodeCrypto((length) => bytes.bytes(length));
  }

  async #keys() {
    return { ...(await this.crypto.signKeypair()), ...(await this.crypto.kemKeypair()) };
  }

  /** Two persons, paired; the server knows nothing yet. */
  async begin() {
    const { crypto } = this;
    const [first, second] = [await this.#keys(), await this.#keys()];
    const created = await createChain(crypto, { kind: SPACE.us, keys: first });
    this.space = hex(created.chain.space);
    this.server = new ModelServer(crypto, created.chain.space);
    const { chain, device } = await this.#added(created.chain, first, created.epochKey, second, crypto.random(32));
    for (const [name, keys, id] of /** @type {const} */ ([
      ['A1', first, created.device],
      ['B1', second, device],
    ])) {
      const phone = new Phone(this, name, keys);
      this.phones.push(phone);
      await phone.start({ chain, device: id });
    }
  }

  /** @param {any} chain @param {DeviceKeys} actor @param {Uint8Array} previousKey @param {DeviceKeys} added @param {Uint8Array} [transcript] */
  async #added(chain, actor, previousKey, added, transcript) {
    const proof = transcript ? { transcript } : {};
    const proposed = await proposeAdd(this.crypto, chain, { keys: actor, added, previousKey, ...proof });
    const signed = await countersign(this.crypto, chain, { ...proposed, keys: added, ...proof });
    const device = [...signed.chain.members.values()].find((member) => hex(member.signPk) === hex(added.signPk))?.device;
    return { ...signed, device };
  }

  /** A person adds another phone of theirs, if theirs is up to date; the epoch moves on. @param {Phone} by */
  async addPhone(by) {
    const { space } = by.app;
    const newest = Math.max(...this.phones.map((phone) => phone.length));
    if (this.server?.chain.entries.length !== space.entries.length || newest !== space.entries.length) return; // else it could fork
    const epochKey = /** @type {Uint8Array} */ ((await this.#epochKeys(by)).get(space.chain.epoch));
    const keys = await this.#keys();
    const { chain, entry, device } = await this.#added(space.chain, by.keys, epochKey, keys);
    const server = /** @type {import('./model-server.js').ModelServer} */ (this.server);
    if (!(await server.extend(space.entries.length, [entry]))) return; // carried to the server first, as pairing does
    for (const other of server.connections) if (other.isOpen) other.say('entries', chain.entries.length - 1, [entry]);
    await space.addEntries(chain.entries.length - 1, [entry]);
    const phone = new Phone(this, `${by.name}+${this.phones.length}`, keys);
    phone.eraseSecret = by.eraseSecret;
    this.phones.push(phone);
    await phone.start({ chain, device });
  }

  /** @param {Phone} phone */
  async #epochKeys(phone) {
    const { openEpochs } = await import('../../../web/core/chain.js');
    return openEpochs(this.crypto, phone.app.space.chain, phone.keys, phone.app.space.device);
  }

  /** Everything works again; long enough for every back-off, heartbeat and retry. */
  async calm() {
    this.isDown = false;
    for (const phone of this.phones) {
      if (!phone.app) await phone.start();
      phone.reach(true);
    }
    for (let i = 0; i < 40; i += 1) {
      await this.clock.run(10_000);
      const isCalm = this.phones.every(({ app }) => app.client.state === 'synced' && app.space.waiting === 0);
      if (isCalm && i > 12) return;
    }
  }

  /** All ops a phone keeps, as values. @param {Phone} phone @returns {Promise<Map<string, any>>} op id -> names and values */
  async opsOf(phone) {
    const keys = await this.#epochKeys(phone);
    const found = new Map();
    for (const row of phone.disk.stores['ops']?.values() ?? []) {
      const header = readHeader(row.bytes);
      const key = /** @type {Uint8Array} */ (keys.get(header.epoch));
      const { space } = phone.app;
      const op = await openOp(this.crypto, space.id, await subkey(this.crypto, key, 'ops', space.id, header.epoch), header);
      found.set(op.id, decodePayload(op.kind, op.payload)?.values ?? []);
    }
    return found;
  }

  /** All a phone shows. @param {Phone} phone @param {Iterable<string>} records */
  shownBy(phone, records) {
    return [...records].map((id) => {
      const view = phone.app.space.record(id);
      if (!view) return null;
      return [
        view.type,
        view.isReadOnly,
        [...view.byPerson].sort(([a], [b]) => a - b).map(([person, fields]) => [person, [...fields].sort()]),
      ];
    });
  }
}

export { headOf, KIND };
