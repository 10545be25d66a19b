import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MailboxClient } from '../../web/app/mailbox-client.js';
import { CLOSE, CODE, decodeFrame, encodeFrame } from '../../web/core/frames.js';

const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
const bytes = (/** @type {string} */ word) => new TextEncoder().encode(word);

/** Time that passes when told to, and a server that keeps one mailbox (section 8). */
class World {
  /** @type {Uint8Array[]} */ mailbox = [];
  /** @type {Set<any>} */ sockets = new Set();
  /** @type {any[]} */ heard = [];
  /** @type {Map<number, {at: number, step: () => void}>} */ timers = new Map();
  now = 0;
  last = 0;
  isUp = true;
  isOnline = () => true;
  random = () => 1;
  /** What answers a post instead of the mailbox. @type {Array<[number, number]>} code, retry after */ refusals = [];

  setTimer = (/** @type {() => void} */ step, /** @type {number} */ ms) => {
    this.timers.set(++this.last, { at: this.now + ms, step });
    return this.last;
  };
  clearTimer = (/** @type {number} */ id) => void this.timers.delete(id);

  openSocket = (/** @type {string} */ _url, /** @type {import('../../web/io/socket.js').SocketEvents} */ events) => {
    const end = (/** @type {number} */ code) => {
      if (this.sockets.delete(socket)) events.onEnd(code);
    };
    const say = (/** @type {any[]} */ ...frame) =>
      queueMicrotask(() => this.sockets.has(socket) && events.onFrame(/** @type {any} */ (encodeFrame)(...frame)));
    const socket = {
      say,
      end,
      close: () => end(CLOSE.done),
      bufferedBytes: () => 0,
      send: (/** @type {Uint8Array} */ frame) => this.#receive(decodeFrame(frame), socket),
    };
    this.sockets.add(socket);
    if (this.isUp) say('challenge', new Uint8Array(32));
    else queueMicrotask(() => end(1006));
    return socket;
  };

  /** @param {any} frame @param {any} socket */
  #receive(frame, socket) {
    this.heard.push(frame.name);
    if (frame.name === 'ping') socket.say('pong', frame.token);
    if (frame.name === 'meet') socket.say('mailbox', frame.from, this.mailbox.slice(frame.from), 60);
    if (frame.name !== 'post') return;
    const refusal = this.refusals.shift();
    if (refusal) {
      socket.say('error', refusal[0], 0, 0, refusal[1]);
      if (refusal[0] === CODE.too_many_connections) queueMicrotask(() => queueMicrotask(() => socket.end(CLOSE.too_many)));
    } else if (frame.index === this.mailbox.length) {
      this.mailbox.push(frame.message);
      socket.say('posted', frame.index);
      for (const other of this.sockets) if (other !== socket) other.say('mailbox', frame.index, [frame.message], 60);
    } else {
      socket.say('error', CODE.mailbox_conflict, 0, frame.index, 0);
      socket.say('mailbox', frame.index, this.mailbox.slice(frame.index), 60);
    }
  }

  /** @param {number} ms */
  async pass(ms) {
    const until = this.now + ms;
    for (;;) {
      for (let i = 0; i < 40; i += 1) await Promise.resolve();
      const [id, timer] = [...this.timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!id || !timer || timer.at > until) break;
      this.timers.delete(id);
      this.now = timer.at;
      timer.step();
    }
    this.now = until;
  }

  kill() {
    this.isUp = false;
    for (const socket of [...this.sockets]) socket.end(1006);
  }

  phone() {
    /** @type {string[]} */ const read = [];
    /** @type {Array<string|null>} */ const troubles = [];
    const events = {
      onMessage: async (/** @type {Uint8Array} */ message) => void (read.includes(text(message)) || read.push(text(message))),
      onTrouble: (/** @type {string|null} */ trouble) => troubles.at(-1) !== trouble && troubles.push(trouble),
      onRead: () => {},
      onDrained: () => {},
      onFull: () => troubles.push('full'),
    };
    const client = new MailboxClient({ url: '', rendezvous: new Uint8Array(16), world: this, events });
    return { client, read, troubles, say: (/** @type {string} */ word) => client.post(bytes(word)) };
  }
}

async function twoPhones() {
  const world = new World();
  const [noor, sam] = [world.phone(), world.phone()];
  noor.say('noor 1');
  await world.pass(10);
  sam.say('sam 1');
  await world.pass(10);
  noor.say('noor 2');
  await world.pass(10);
  assert.deepEqual(sam.read, ['noor 1', 'noor 2']);
  assert.deepEqual(noor.read, ['sam 1']);
  return { world, noor, sam };
}

test('M4: a server that lost the mailbox hears everything again, from both, and few words are needed for it', async () => {
  const { world, noor, sam } = await twoPhones();
  world.kill();
  noor.say('noor 3');
  world.mailbox = [];
  world.heard = [];
  await world.pass(20_000);
  assert.deepEqual(noor.troubles.at(-1), 'unreached');
  world.isUp = true;
  await world.pass(20_000);
  assert.deepEqual(world.mailbox.map(text).sort(), ['noor 1', 'noor 2', 'noor 3', 'sam 1']);
  assert.deepEqual(sam.read, ['noor 1', 'noor 2', 'noor 3']);
  assert.deepEqual([noor.troubles.at(-1), sam.troubles.at(-1), noor.client.isEmpty, sam.client.isEmpty], [null, null, true, true]);
  assert.ok(world.heard.length < 20, `${world.heard.length} frames`);
});

test('M4: a mailbox that is lost while the phone is connected is read anew, not posted to in a circle', async () => {
  const { world, noor, sam } = await twoPhones();
  world.mailbox = [];
  world.heard = [];
  noor.say('noor 3');
  await world.pass(10_000);
  assert.deepEqual(world.mailbox.map(text), ['noor 1', 'noor 2', 'noor 3']);
  sam.say('sam 2');
  await world.pass(10_000);
  assert.deepEqual(noor.read, ['sam 1', 'sam 2']);
  assert.ok(world.heard.length < 20, `${world.heard.length} frames`);
});

for (const name of /** @type {const} */ (['rate_limited', 'unavailable', 'too_many_connections']))
  test(`W14: ${name} is said, and tried again when the server allows it`, async () => {
    const world = new World();
    const noor = world.phone();
    await world.pass(10);
    world.refusals = [[CODE[name], 30_000]];
    noor.say('noor 1');
    await world.pass(29_000);
    assert.deepEqual(noor.troubles, [null, 'busy']);
    assert.deepEqual(world.mailbox, [], 'not before its time');
    await world.pass(3_000);
    assert.deepEqual(noor.troubles, [null, 'busy', null]);
    assert.deepEqual(world.mailbox.map(text), ['noor 1']);
  });

test('what comes before the first reading is taken with it, in its place', async () => {
  const world = new World();
  world.mailbox = [bytes('one'), bytes('two')];
  const noor = world.phone();
  for (const socket of world.sockets) socket.say('mailbox', 1, [bytes('two')], 60);
  await world.pass(10);
  assert.deepEqual(noor.read, ['one', 'two']);
});
