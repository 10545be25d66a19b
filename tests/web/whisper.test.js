import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '../../web/core/bytes.js';
import { decode, encode } from '../../web/core/codec.js';
import { Whisperer } from '../../web/core/whisper.js';
import { createCrypto } from '../../web/io/crypto.js';
import { Chance } from './support/seeded.js';

const crypto = await createCrypto();
const KEY = crypto.random(32);
const SPACE = crypto.random(32);
const SESSION = crypto.random(16);

/** @param {number} n @param {Partial<ConstructorParameters<typeof Whisperer>[1]>} [parts] */
const device = (n, parts = {}) =>
  new Whisperer(crypto, { whispersKey: KEY, space: SPACE, session: SESSION, device: new Uint8Array(32).fill(n), ...parts });

/** Lets them hear all that is sent until nobody speaks. @param {Whisperer[]} all @param {Array<[Whisperer, Uint8Array]>} queue @returns {Promise<Array<[number, any]>>} words heard by whom */
async function settle(all, queue) {
  const words = [];
  for (let steps = 0; queue.length > 0; steps += 1) {
    assert.ok(steps < 200, 'they never stop greeting');
    const [from, bytes] = /** @type {[Whisperer, Uint8Array]} */ (queue.shift());
    for (const [i, to] of all.entries()) {
      if (to === from) continue;
      const { out, word } = await to.hear(bytes);
      if (word !== undefined) words.push(/** @type {[number, any]} */ ([i, word]));
      for (const next of out) queue.push([to, next]);
    }
  }
  return words;
}

/** @param {Whisperer[]} all */
async function meet(...all) {
  for (const one of all) await settle(all, [[one, await one.greet()]]);
}

/** @param {Whisperer} from @param {any} message @returns {Promise<Array<[Whisperer, Uint8Array]>>} */
const said = async (from, message) => (await from.say(message)).map((bytes) => [from, bytes]);

test('S1: two devices meet by greeting, whoever comes first, and then hear each other’s words', async () => {
  const [a, b] = [device(1), device(2)];
  assert.deepEqual(await a.say('nobody'), []);
  await meet(a, b);
  assert.deepEqual(await settle([a, b], await said(a, ['tick', 1])), [[1, ['tick', 1]]]);
  assert.deepEqual(await settle([a, b], await said(b, null)), [[0, null]]);
});

test('S1: three devices meet; each word reaches each of the others once', async () => {
  const all = [device(1), device(2), device(3)];
  await meet(...all);
  const words = await settle(all, await said(/** @type {Whisperer} */ (all[1]), 'hello'));
  assert.deepEqual(words.sort(), [
    [0, 'hello'],
    [2, 'hello'],
  ]);
});

test('S1: a device that reconnects has a fresh salt; the other meets it again and speaks to the new one', async () => {
  const a = device(1);
  const before = device(2);
  await meet(a, before);
  const after = device(2);
  assert.equal((await after.hear(await a.greet())).out.length, 1, 'its old salt there: it greets');
  assert.equal((await a.hear(await after.greet())).met, true);
  await settle([a, after], [[a, await a.greet()]]);
  assert.deepEqual(await settle([a, after], await said(a, 'again')), [[1, 'again']]);
  const [word] = await a.say('x');
  assert.equal((await before.hear(/** @type {Uint8Array} */ (word))).word, undefined);
});

test('S1: a lost greet is healed by the next word', async () => {
  const [a, b] = [device(1), device(2)];
  await b.hear(await a.greet()); // b’s answer is lost
  const [word] = await b.say('lost');
  const { out } = await a.hear(/** @type {Uint8Array} */ (word));
  await settle(
    [a, b],
    out.map((bytes) => [a, bytes]),
  );
  assert.deepEqual(await settle([a, b], await said(b, 'heard')), [[0, 'heard']]);
});

test('S2: a word counts once, and not after a later one', async () => {
  const [a, b] = [device(1), device(2)];
  await meet(a, b);
  const [one] = await a.say(1);
  const [two] = await a.say(2);
  assert.equal((await b.hear(/** @type {Uint8Array} */ (two))).word, 2);
  assert.equal((await b.hear(/** @type {Uint8Array} */ (two))).word, undefined);
  assert.equal((await b.hear(/** @type {Uint8Array} */ (one))).word, undefined);
});

test('S2: a greet replayed by the server makes no nonce come twice under one key, and no old word new', async () => {
  const a = device(1);
  const before = device(2);
  const oldGreet = await before.greet();
  await a.hear(oldGreet);
  await before.hear(await a.greet());
  const [oldWord] = await before.say('old');
  assert.equal((await a.hear(/** @type {Uint8Array} */ (oldWord))).word, 'old');
  const first = await a.say('to the first salt');
  await a.hear(await device(2).greet());
  await a.hear(oldGreet); // the server plays it again
  const second = await a.say('to the first salt, again');
  const nonceOf = (/** @type {Uint8Array[]} */ [word]) => hex(decode(/** @type {Uint8Array} */ (word))[3]);
  assert.notEqual(nonceOf(first), nonceOf(second));
  assert.equal((await a.hear(/** @type {Uint8Array} */ (oldWord))).word, undefined);
});

test('S3: other sessions, spaces, keys, and senders that are not who they say are not heard', async () => {
  const a = device(1);
  for (const stranger of [
    device(2, { session: crypto.random(16) }),
    device(2, { space: crypto.random(32) }),
    device(2, { whispersKey: crypto.random(32) }),
  ])
    assert.deepEqual(await a.hear(await stranger.greet()), { out: [], word: undefined, met: false });
  const b = device(2);
  const [kind, session, , nonce, sealed] = decode(await b.greet());
  assert.equal((await a.hear(encode([kind, session, new Uint8Array(32).fill(3), nonce, sealed]))).met, false);
  assert.equal((await b.hear(await b.greet())).met, false, 'itself, come back');
});

test('S1–S3: any bytes are heard without a fault', async () => {
  const chance = new Chance(5);
  const [a, b] = [device(1), device(2)];
  await meet(a, b);
  const samples = [await b.greet(), .../** @type {Uint8Array[]} */ (await b.say(['x', 1]))];
  for (let i = 0; i < 1500; i += 1) {
    const bytes = chance.is(0.1) ? chance.bytes(chance.below(80)) : chance.one(samples).slice();
    for (let n = 1 + chance.below(3); n > 0 && bytes.length > 0; n -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
    const { word } = await a.hear(bytes);
    if (word !== undefined) assert.deepEqual(word, ['x', 1]);
  }
});

test('S1–S2: under loss, doubling, delay and reconnecting, what is heard is what was said, in order; in calm they find each other', async () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const chance = new Chance(seed);
    const all = [device(1), device(2), ...(chance.is(0.3) ? [device(3)] : [])];
    /** @type {Array<[number, number, Uint8Array]>} from, to */ let wire = [];
    const last = new Map();
    let said = 0;
    const send = (/** @type {number} */ from, /** @type {Uint8Array[]} */ list, /** @type {boolean} */ calm) => {
      for (const bytes of list)
        for (let to = 0; to < all.length; to += 1)
          if (to !== from) for (let copies = calm ? 1 : chance.below(3); copies > 0; copies -= 1) wire.push([from, to, bytes]);
    };
    const deliver = async (/** @type {boolean} */ calm) => {
      const [next] = wire.splice(calm ? 0 : chance.below(wire.length), 1);
      if (!next) return;
      const [from, to, bytes] = next;
      const { out, word } = await /** @type {Whisperer} */ (all[to]).hear(bytes);
      send(to, out, calm);
      if (word === undefined) return;
      assert.ok(Number(word) > (last.get(`${from}${to}`) ?? -1), `seed ${seed}: ${word} after ${last.get(`${from}${to}`)}`);
      last.set(`${from}${to}`, word);
    };
    for (let step = 0; step < 60; step += 1) {
      const i = chance.below(all.length);
      if (chance.is(0.1)) all[i] = device(i + 1);
      else if (chance.is(0.3)) send(i, [await /** @type {Whisperer} */ (all[i]).greet()], false);
      else if (chance.is(0.5)) send(i, await /** @type {Whisperer} */ (all[i]).say(said++), false);
      else await deliver(false);
      if (wire.length > 60) wire = wire.slice(-60);
    }
    wire = [];
    for (let round = 0; round < 2; round += 1)
      for (const [i, one] of all.entries()) {
        send(i, [await one.greet()], true);
        while (wire.length > 0) await deliver(true);
      }
    for (const [i, one] of all.entries()) {
      send(i, await one.say(said), true);
      while (wire.length > 0) await deliver(true);
      for (let to = 0; to < all.length; to += 1) if (to !== i) assert.equal(last.get(`${i}${to}`), said, `seed ${seed}: ${i} to ${to}`);
    }
  }
});
