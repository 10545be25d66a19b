import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '../../web/core/bytes.js';
import { emptyChain, headOf, openEpochs, proposeAdd, readEntry } from '../../web/core/chain.js';
import { decode, encode } from '../../web/core/codec.js';
import { deviceId } from '../../web/core/ids.js';
import { cancelPairing, confirmPictures, encodeLink, hearMessage, joinNow, readLink, startPairing } from '../../web/core/pairing.js';
import { createCrypto } from '../../web/io/crypto.js';
import { makeKeys, makeSpace } from './support/keys.js';
import { Chance } from './support/seeded.js';

/** @typedef {import('../../web/core/pairing.js').Pairing} Pairing */

const crypto = await createCrypto();
const ORIGIN = 'https://home.example';
const NOW_S = 1_800_000_000;
const [keysA, keysB, keysC] = [await makeKeys(crypto), await makeKeys(crypto), await makeKeys(crypto)];
const space = await makeSpace(crypto, { keys: keysA });
const created = { space: space.chain.space, entries: [...space.chain.entries], epochKey: space.epochKey, head: headOf(space.chain) };
const SECRETS = { rendezvous: crypto.random(16), secret: crypto.random(32), expiresS: NOW_S + 600 };

const inviter = () => startPairing(crypto, { role: 0, ...SECRETS, keys: keysA, name: 'Noor', relationship: 1, created });
/** @param {Partial<Parameters<typeof startPairing>[1]>} [parts] */
const joiner = (parts = {}) => startPairing(crypto, { role: 1, ...SECRETS, keys: keysB, name: 'Sam', relationship: 2, ...parts });

/** A phone in a pairing: keeps its state as plain data, reads a mailbox in order, posts what is new. */
class Phone {
  read = 0;
  posted = 0;

  /** @param {Pairing} state */
  constructor(state) {
    this.state = state;
  }

  /** @param {Uint8Array[]} mailbox */
  async visit(mailbox) {
    for (; this.read < mailbox.length; this.read += 1) {
      const isSaid = this.posted === this.state.said.length;
      this.state = structuredClone(await hearMessage(crypto, this.state, /** @type {Uint8Array} */ (mailbox[this.read]), { isSaid }));
    }
    this.state = structuredClone(await joinNow(crypto, this.state));
  }

  /** @param {Uint8Array[]} mailbox */
  post(mailbox) {
    const news = this.state.said.slice(this.posted);
    this.posted = this.state.said.length;
    mailbox.push(...news);
    return news.length > 0;
  }
}

/** Until nobody has anything to say. @param {Uint8Array[]} mailbox @param {...Phone} phones */
async function run(mailbox, ...phones) {
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const phone of phones) {
      await phone.visit(mailbox);
      isMoving = phone.post(mailbox) || isMoving;
    }
  }
}

async function compared() {
  /** @type {Uint8Array[]} */ const mailbox = [];
  const [a, b] = [new Phone(await inviter()), new Phone(await joiner())];
  await run(mailbox, a, b);
  return { mailbox, a, b };
}

test('P1–P6: two phones meet, see the same pictures and names, and hold one chain and its keys', async () => {
  const { mailbox, a, b } = await compared();
  for (const { state } of [a, b]) assert.equal(state.step, 'compare');
  assert.deepEqual(a.state.pictures, b.state.pictures);
  assert.deepEqual([a.state.them?.name, a.state.them?.relationship], ['Sam', 2]);
  assert.deepEqual([b.state.them?.name, b.state.them?.relationship], ['Noor', 1]);
  a.state = await confirmPictures(crypto, a.state, true);
  await run(mailbox, a, b);
  assert.equal(b.state.step, 'compare', 'an offer does not decide for the joiner');
  b.state = await confirmPictures(crypto, b.state, true);
  await run(mailbox, a, b);
  assert.deepEqual([a.state.step, b.state.step], ['done', 'done']);
  assert.deepEqual(a.state.entries, b.state.entries);
  let chain = emptyChain(space.chain.space);
  for (const entry of b.state.entries) ({ chain } = await readEntry(crypto, chain, entry));
  assert.deepEqual([...chain.members.values()].map((member) => member.person).sort(), [1, 2]);
  const opened = await openEpochs(crypto, chain, keysB, await deviceId(crypto, keysB.signPk, keysB.kemPk));
  assert.equal(hex(/** @type {Uint8Array} */ (opened.get(0))), hex(space.epochKey), 'P6: the joiner reads all history');
});

test('P4: the joiner may confirm first', async () => {
  const { mailbox, a, b } = await compared();
  b.state = await confirmPictures(crypto, b.state, true);
  await run(mailbox, a, b);
  assert.deepEqual([a.state.step, b.state.step], ['compare', 'confirmed']);
  a.state = await confirmPictures(crypto, a.state, true);
  await run(mailbox, a, b);
  assert.deepEqual([a.state.step, b.state.step], ['done', 'done']);
});

test('P4: pictures are four of 64, and almost never the same for another run', async () => {
  const seen = new Set();
  for (let i = 0; i < 8; i += 1) {
    const { a } = await compared();
    assert.ok(a.state.pictures?.length === 4 && a.state.pictures.every((n) => n >= 0 && n < 64));
    seen.add(String(a.state.pictures));
  }
  assert.equal(seen.size, 8);
});

test('P4: "not the same" ends it on both phones', async () => {
  for (const who of /** @type {const} */ (['a', 'b'])) {
    const { mailbox, a, b } = await compared();
    const [sayer, other] = who === 'a' ? [a, b] : [b, a];
    sayer.state = await confirmPictures(crypto, sayer.state, false);
    await run(mailbox, a, b);
    assert.deepEqual([sayer.state.end, other.state.end], ['different', 'they-different']);
    assert.equal((await confirmPictures(crypto, other.state, true)).step, 'ended');
  }
});

test('a person who goes away ends it for the other', async () => {
  const { mailbox, a, b } = await compared();
  b.state = await cancelPairing(crypto, b.state);
  await run(mailbox, a, b);
  assert.deepEqual([a.state.end, b.state.end], ['they-cancelled', 'cancelled']);
  assert.equal(await cancelPairing(crypto, a.state), a.state);
});

test('P2: nobody reveals before holding the other’s commit', async () => {
  const a = await inviter();
  const b = await joiner();
  assert.equal(a.said.length, 1);
  assert.equal(b.said.length, 0, 'P1: the joiner commits after it read the mailbox');
  const committed = await joinNow(crypto, b);
  assert.equal(committed.said.length, 1);
  const revealed = await hearMessage(crypto, a, /** @type {Uint8Array} */ (committed.said[0]));
  assert.equal(revealed.said.length, 2);
  // the inviter’s reveal alone, its commit withheld, moves no joiner
  const waiting = await hearMessage(crypto, committed, /** @type {Uint8Array} */ (revealed.said[1]));
  assert.equal(waiting.said.length, 1);
  assert.equal(waiting.pictures, null);
});

test('P2: a reveal that is not the committed one ends it', async () => {
  for (const liar of [0, 1]) {
    const { a, b } = await compared();
    const [, truth] = liar === 0 ? a.state.said : b.state.said;
    // the liar seals another reveal under the same secret: its commit stays
    const other = liar === 0 ? await inviter() : await joiner({ name: 'Mallory' });
    const fresh = liar === 0 ? await joiner() : await inviter();
    const committed = liar === 0 ? await joinNow(crypto, fresh) : fresh;
    let victim = await hearMessage(crypto, committed, /** @type {Uint8Array} */ ((liar === 0 ? a : b).state.said[0]));
    const lie = await reseal(/** @type {Uint8Array} */ (truth), [other.reveal]);
    victim = await hearMessage(crypto, victim, lie);
    assert.equal(victim.end, 'tampered', `role ${liar}`);
    assert.equal(victim.pictures, null);
    if (liar === 0) assert.equal(victim.said.length, 2, 'the joiner revealed nothing: its commit and the end');
  }
});

/** The same kind of message with another body, by someone who knows the secret. @param {Uint8Array} message @param {any[]} body */
async function reseal(message, body) {
  const [role, step] = decode(message);
  const key = await crypto.hkdf(SECRETS.secret, encode(['attune/pair-seal/1', SECRETS.rendezvous]));
  const nonce = crypto.random(12);
  return encode([
    role,
    step,
    nonce,
    await crypto.seal(key, nonce, encode(['attune/pair-message/1', SECRETS.rendezvous, role, step]), encode(body)),
  ]);
}

test('P2: a server between the two that knows the secret and plays both sides shows them different pictures', async () => {
  /** @type {Uint8Array[][]} */ const [left, right] = [[], []];
  const spaceM = await makeSpace(crypto, { keys: keysC });
  const createdM = { space: spaceM.chain.space, entries: [...spaceM.chain.entries], epochKey: spaceM.epochKey, head: headOf(spaceM.chain) };
  const [a, b] = [new Phone(await inviter()), new Phone(await joiner())];
  const toA = new Phone(await joiner({ keys: keysC, name: 'Sam' }));
  const toB = new Phone(await startPairing(crypto, { role: 0, ...SECRETS, keys: keysC, name: 'Noor', relationship: 1, created: createdM }));
  await run(/** @type {Uint8Array[]} */ (left), a, toA);
  await run(/** @type {Uint8Array[]} */ (right), toB, b);
  assert.deepEqual([a.state.step, b.state.step], ['compare', 'compare']);
  assert.notDeepEqual(a.state.pictures, b.state.pictures);
});

test('P3: a second phone that opens the link hears that it is used; the first goes on', async () => {
  const { mailbox, a, b } = await compared();
  const late = new Phone(await joiner({ keys: keysC, name: 'Kim' }));
  await run(mailbox, a, b, late);
  assert.equal(late.state.end, 'used');
  assert.equal(late.state.said.length, 0);
  a.state = await confirmPictures(crypto, a.state, true);
  b.state = await confirmPictures(crypto, b.state, true);
  await run(mailbox, a, b);
  assert.deepEqual([a.state.step, b.state.step], ['done', 'done']);
});

test('P3: of two phones that open the link at once, the one whose commit is second hears that it is used', async () => {
  /** @type {Uint8Array[]} */ const mailbox = [];
  const [a, b, late] = [new Phone(await inviter()), new Phone(await joiner()), new Phone(await joiner({ keys: keysC, name: 'Kim' }))];
  a.post(mailbox);
  await b.visit(mailbox);
  await late.visit(mailbox); // both read an empty mailbox and have something to post
  b.post(mailbox);
  await late.visit(mailbox); // its post is refused, and the other's commit follows
  assert.equal(late.state.end, 'used');
  late.posted = late.state.said.length;
  await b.visit([...mailbox, ...late.state.said]);
  assert.equal(b.state.step, 'meeting');
});

test('P5, P6: an offer that adds other keys, names another transcript or comes with another chain is refused', async () => {
  const { a, b } = await compared();
  a.state = await confirmPictures(crypto, a.state, true);
  const offer = /** @type {Uint8Array} */ (a.state.said.at(-1));
  const body = await bodyOf(offer);
  const otherRun = await compared();
  otherRun.a.state = await confirmPictures(crypto, otherRun.a.state, true);
  const transplanted = await bodyOf(/** @type {Uint8Array} */ (otherRun.a.state.said.at(-1)));
  const otherSpace = await makeSpace(crypto, { keys: keysC });
  const twin = await makeSpace(crypto, { keys: keysA }); // another space of the same keys, all in order but for the head
  const added = /** @type {import('../../web/core/pairing.js').Reveal} */ (a.state.them);
  const proposed = await proposeAdd(crypto, twin.chain, {
    keys: keysA,
    added,
    previousKey: twin.epochKey,
    transcript: /** @type {Uint8Array} */ (a.state.transcript),
  });
  const bad = [
    ['another transcript', transplanted],
    ['a chain that was not revealed', [twin.chain.entries, proposed.body, proposed.signature]],
    ['another chain', [otherSpace.chain.entries, body[1], body[2]]],
    ['no chain', [[], body[1], body[2]]],
    ['another signature', [body[0], body[1], new Uint8Array(64)]],
    ['garbage', [body[0], new Uint8Array(10), body[2]]],
  ];
  for (const [what, wrong] of bad) {
    let state = await confirmPictures(crypto, b.state, true);
    state = await hearMessage(crypto, state, await reseal(offer, /** @type {any[]} */ (wrong)));
    assert.equal(state.end, 'refused', String(what));
    assert.equal(state.entries.length, 0);
  }
  const taken = await hearMessage(crypto, await confirmPictures(crypto, b.state, true), offer);
  assert.equal(taken.step, 'done', 'the true offer is taken');
});

/** @param {Uint8Array} message @returns {Promise<any[]>} */
async function bodyOf(message) {
  const [role, step, nonce, sealed] = decode(message);
  const key = await crypto.hkdf(SECRETS.secret, encode(['attune/pair-seal/1', SECRETS.rendezvous]));
  return decode(await crypto.open(key, nonce, encode(['attune/pair-message/1', SECRETS.rendezvous, role, step]), sealed));
}

test('P3, P6: an accept that is not the offered entry is ignored', async () => {
  const { mailbox, a, b } = await compared();
  a.state = await confirmPictures(crypto, a.state, true);
  b.state = await confirmPictures(crypto, b.state, true);
  await a.visit(mailbox);
  a.post(mailbox);
  await b.visit(mailbox);
  assert.equal(b.state.step, 'done');
  const accept = /** @type {Uint8Array} */ (b.state.said.at(-1));
  for (const wrong of [[space.chain.entries[0]], [new Uint8Array(3)], []])
    assert.equal((await hearMessage(crypto, a.state, await reseal(accept, wrong))).step, 'confirmed');
  assert.equal((await hearMessage(crypto, a.state, accept)).step, 'done');
});

test('M3: what a hostile mailbox does – garbage, mutation, doubling, its own words, reflection – ends in the same pairing or in none', async () => {
  const done = { whole: 0, none: 0 };
  for (let seed = 0; seed < 40; seed += 1) {
    const chance = new Chance(seed);
    /** @type {Uint8Array[]} */ const mailbox = [];
    const [a, b] = [new Phone(await inviter()), new Phone(await joiner())];
    const spoil = () => {
      const kind = chance.below(4);
      const some = mailbox.length > 0 ? chance.one(mailbox) : chance.bytes(50);
      if (kind === 0) mailbox.push(chance.bytes(chance.below(200)));
      else if (kind === 1) mailbox.push(some);
      else if (kind === 2) {
        const spoiled = some.slice();
        spoiled[chance.below(spoiled.length)] = chance.below(256);
        mailbox.push(spoiled);
      } else mailbox.push(encode([chance.below(3), chance.below(5), chance.bytes(12), chance.bytes(40)]));
    };
    for (let step = 0; step < 10; step += 1) {
      for (const phone of chance.shuffle([a, b])) {
        if (chance.is(0.5)) spoil();
        await phone.visit(mailbox);
        if (phone.state.step === 'compare' && chance.is(0.6)) phone.state = await confirmPictures(crypto, phone.state, true);
        phone.post(mailbox);
        if (chance.is(0.3)) phone.read = 0; // a reload reads it all again
      }
      if (chance.is(0.2)) mailbox.splice(0, mailbox.length, ...mailbox.filter(() => chance.is(0.95))); // some are withheld for good
    }
    if (a.state.step === 'done' && b.state.step === 'done') {
      assert.deepEqual(a.state.entries, b.state.entries, `seed ${seed}`);
      done.whole += 1;
    } else done.none += 1;
    if (a.state.pictures && b.state.pictures) assert.deepEqual(a.state.pictures, b.state.pictures, `seed ${seed}`);
    for (const { state } of [a, b]) assert.notEqual(state.end, 'refused');
  }
  assert.ok(done.whole > 10, JSON.stringify(done));
});

test('a link reads back, however a messenger wrapped it', async () => {
  const link = await encodeLink(crypto, { origin: ORIGIN, kind: 0, ...SECRETS });
  assert.ok(link.length < 200, `${link.length} characters`);
  const here = { origin: ORIGIN, nowS: NOW_S };
  for (const text of [link, `  ${link}\n`, `<${link}>`, `Come: ${link}.`, `${link})`, link.replace('/#j/', '#j/')]) {
    const read = await readLink(crypto, text, here);
    assert.ok(read.ok, text);
    assert.deepEqual(
      [read.kind, hex(read.secret), hex(read.rendezvous), read.expiresS],
      [0, hex(SECRETS.secret), hex(SECRETS.rendezvous), SECRETS.expiresS],
    );
  }
});

test('a link that cannot be used says why', async () => {
  const link = await encodeLink(crypto, { origin: ORIGIN, kind: 1, ...SECRETS });
  const here = { origin: ORIGIN, nowS: NOW_S };
  const why = async (/** @type {string} */ text, there = here) => {
    const read = await readLink(crypto, text, there);
    return read.ok ? 'ok' : read.why;
  };
  assert.equal(await why(link, { ...here, nowS: SECRETS.expiresS - 1 }), 'ok');
  assert.equal(await why(link, { ...here, nowS: SECRETS.expiresS }), 'expired');
  assert.equal(await why(link, { ...here, origin: 'https://other.example' }), 'other-server');
  for (const text of ['', 'hello', 'https://home.example/', 'https://home.example/#today']) assert.equal(await why(text), 'wrong', text);
  assert.equal(await why(link.slice(0, -1)), 'tampered');
  assert.equal(await why(link.slice(0, -20)), 'tampered');
  assert.equal(await why(`${ORIGIN}/#j/`), 'tampered');
  const later = `${ORIGIN}/#j/${Buffer.from(encode([2, 'of', 'tomorrow'])).toString('base64url')}`;
  assert.equal(await why(later), 'version');
});

test('a link with any one character changed is never taken for the link', async () => {
  const link = await encodeLink(crypto, { origin: ORIGIN, kind: 0, ...SECRETS });
  const start = link.indexOf('#j/') + 3;
  for (let at = start; at < link.length; at += 1) {
    const text = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
    assert.equal((await readLink(crypto, text, { origin: ORIGIN, nowS: NOW_S })).ok, false, text);
  }
});

test('a name is 1 to 40 code points, a relationship one of three', async () => {
  for (const bad of [{ name: '' }, { name: 'x'.repeat(41) }, { relationship: 0 }, { relationship: 4 }])
    await assert.rejects(joiner(bad), TypeError);
  const emoji = await joiner({ name: '🥛'.repeat(40) });
  assert.equal(emoji.step, 'meeting');
});
