import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhotoAway, Photos } from '../../web/app/photos.js';
import { createSpace } from '../../web/app/space.js';
import { Vault } from '../../web/app/vault.js';
import { readPhoto } from '../../web/core/blob.js';
import { hex } from '../../web/core/bytes.js';
import { createChain, SPACE } from '../../web/core/chain.js';
import { CODE, encodeFrame } from '../../web/core/frames.js';
import { createCrypto } from '../../web/io/crypto.js';
import { Disk, MemoryDatabase } from './support/memory-database.js';

/** How many steps of cryptography, which run in threads of their own, are under way. */
const under = { way: 0 };
const crypto = /** @type {import('../../web/io/crypto.js').Crypto} */ (
  new Proxy(await createCrypto(), {
    get: (target, name) => {
      const step = /** @type {any} */ (target)[name];
      if (typeof step !== 'function' || name === 'random') return step;
      return async (/** @type {any[]} */ ...given) => {
        under.way += 1;
        try {
          return await step(...given);
        } finally {
          under.way -= 1;
        }
      };
    },
  })
);
/** @type {Uint8Array<ArrayBuffer>} */ const PIXELS = Uint8Array.from({ length: 600_000 }, (_, i) => i % 253);
const RECORD = 'ab'.repeat(16);

/** A server of chunks with its accidents. */
class Server {
  /** @type {Map<string, Uint8Array>} */ chunks = new Map();
  /** @type {string[]} */ asked = [];
  /** @type {(method: string) => {status: number, code?: number}|null|undefined} answers instead; null: not reached */ accident = () =>
    undefined;

  /** @param {string} method @param {string} name @param {Record<string, string>} headers @param {Uint8Array} [body] */
  ask = async (method, name, headers, body) => {
    this.asked.push(method);
    const accident = this.accident(method);
    const answer = (/** @type {number} */ status, code = 0, /** @type {Uint8Array} */ bytes = new Uint8Array()) => ({
      status,
      bytes: code ? encodeFrame('error', code, 0, 0, 0) : bytes,
    });
    assert.match(headers['authorization'] ?? '', /^Attune [A-Za-z0-9_-]+$/);
    if (accident === null) return null;
    if (accident) return answer(accident.status, accident.code);
    const there = this.chunks.get(name);
    if (method === 'PUT') this.chunks.set(name, /** @type {Uint8Array} */ (body));
    if (method === 'PUT') assert.match(headers['attune-delete-tag'] ?? '', /^[0-9a-f]{64}$/);
    if (method === 'DELETE') this.chunks.delete(name);
    if (method === 'PUT' || method === 'DELETE') return answer(204);
    return there ? answer(200, 0, there) : answer(404, CODE.no_blob);
  };
}

/** @param {number} kind */
async function makeSpace(kind, vault = new Vault(/** @type {any} */ (new MemoryDatabase(new Disk())), crypto, crypto.random(32), true)) {
  const keys = { ...(await crypto.signKeypair()), ...(await crypto.kemKeypair()) };
  const { chain, device } = await createChain(crypto, { kind, keys });
  return { vault, space: await createSpace(vault, crypto, { chain, keys, device }) };
}

/** A phone: timers run when told to. */
async function phone(server = new Server()) {
  const { vault, space: me } = await makeSpace(SPACE.me);
  const { space: us } = await makeSpace(SPACE.us, vault);
  /** @type {Array<() => void>} */ const timers = [];
  const clock = { now: 1_780_000_000_000 };
  /** @type {any[]} */ const told = [];
  /** @type {any[]} */ const drafts = [];
  const state = { isLeader: true, isConnected: true, passes: 0, told, drafts };
  const start = () =>
    new Photos({
      vault,
      crypto,
      me: () => me,
      space: (name) => [me, us].find((space) => space.name === name) ?? null,
      spaces: () => [me, us],
      isLeader: () => state.isLeader,
      tell: (message) => state.told.push(message),
      drafts: () => state.drafts,
      onChange: () => {},
      wantPass: async () => {
        state.passes += 1;
        return state.isConnected ? { pass: Uint8Array.of(state.passes), expiresInS: 600 } : null;
      },
      world: {
        now: () => clock.now,
        setTimer: (callback) => timers.push(callback),
        clearTimer: () => {},
        random: () => 0.5,
        askChunk: server.ask,
        shrink: async () => ({ bytes: PIXELS, width: 2048, height: 1536 }),
        pictureUrl: (bytes) => `blob:${bytes.length}`,
        forgetUrl: () => {},
      },
    });
  const photos = start();
  const settle = async () => {
    // until nothing is being sealed or opened any more, for some turns
    for (let calm = 0; calm < 50; calm = under.way === 0 ? calm + 1 : 0) await new Promise((resolve) => setImmediate(resolve));
  };
  const rest = async () => {
    await settle();
    for (const timer of timers.splice(0)) timer();
    await settle();
  };
  /** @param {import('../../web/app/photos.js').Photos} of */
  const write = async (of = photos) => {
    const picture = await of.choose(new Blob());
    const value = await of.attach(us, { ...picture, words: 'The sea' }, { record: RECORD, field: 'photo' });
    await us.write(RECORD, 'entry', [['photo', value]]);
    await of.drop(picture.id);
    const photo = readPhoto(value);
    assert.ok(photo);
    return { picture, photo, id: hex(photo.blob.id), place: { space: us.name, record: RECORD, person: 1, field: 'photo' } };
  };
  return { server, timers, vault, me, us, photos, start, state, clock, write, settle, rest };
}

/** @param {Vault} vault */
const idsIn = async (vault) => (await vault.list('blob/')).map(([id]) => id);

test('chosen, it is kept at once; attached, it is sealed under an id of its own and uploaded; the draft is let go', async () => {
  const { server, vault, photos, write, settle } = await phone();
  const { photo, id, picture } = await write();
  await settle();
  assert.notEqual(id, picture.id);
  assert.deepEqual(await idsIn(vault), [id]);
  assert.deepEqual([...server.chunks.keys()], photo.blob.names.map(hex));
  assert.ok(photo.blob.names.length >= 3);
  assert.equal(photos.waiting, 0);
  await assert.rejects(
    photos.attach(
      /** @type {any} */ ({ ...(await makeSpace(SPACE.us)).space }),
      { ...picture, words: '' },
      { record: RECORD, field: 'photo' },
    ),
    PhotoAway,
  );
});

test('an upload cut short goes on with the first chunk that was not answered, also after the app was closed', async () => {
  const { server, timers, start, write, settle, rest } = await phone();
  server.accident = (method) => (method === 'PUT' && server.chunks.size === 1 ? null : undefined);
  const { photo } = await write();
  await settle();
  assert.equal(server.chunks.size, 1);
  server.accident = () => undefined;
  server.asked.length = 0;
  timers.length = 0;
  const again = start();
  again.look();
  await rest();
  assert.equal(server.asked.filter((method) => method === 'PUT').length, photo.blob.names.length - 1);
  assert.equal(again.waiting, 0);
});

test('no room: the photo stays, says so, and is tried again when there is room', async () => {
  const { server, vault, photos, clock, write, settle } = await phone();
  server.accident = (method) => (method === 'PUT' ? { status: 507, code: CODE.space_full } : undefined);
  const { id, place, photo } = await write();
  await settle();
  assert.deepEqual([photos.isFull, photos.isRefused(id), photos.waiting], [true, true, 0]);
  assert.deepEqual(await idsIn(vault), [id]);
  assert.equal(photos.show(place, photo).state, 'here');
  assert.equal(server.asked.length, 1, 'and it does not go on asking');
  server.accident = () => undefined;
  clock.now += 2 * 60 * 60 * 1000;
  photos.wake();
  await settle();
  assert.deepEqual([photos.isFull, photos.isRefused(id), server.chunks.size], [false, false, photo.blob.names.length]);
});

test('a pass that is over is asked for anew, once; without a connection nothing is asked', async () => {
  const { server, state, photos, write, settle } = await phone();
  let refused = 0;
  server.accident = () => (refused++ === 0 ? { status: 401, code: CODE.pass_invalid } : undefined);
  state.isConnected = false;
  await write();
  await settle();
  assert.deepEqual([server.asked.length, photos.waiting], [0, 1]);
  state.isConnected = true;
  photos.wake();
  await settle();
  assert.deepEqual([photos.waiting, refused > 1], [0, true]);
});

test('withdrawn or replaced it goes from the phone and the server; what is only not there (yet) never does', async () => {
  const { server, vault, me, us, photos, write, settle, rest } = await phone();
  const first = await write();
  await settle();
  photos.look();
  await rest();
  assert.deepEqual(await idsIn(vault), [first.id]);
  const second = await write(); // the same field names another now
  photos.look();
  await rest();
  assert.deepEqual(await idsIn(vault), [second.id]);
  assert.deepEqual(new Set(server.chunks.keys()), new Set(second.photo.blob.names.map(hex)));
  await us.withdraw(RECORD, 'entry', ['photo']);
  photos.look();
  await rest();
  assert.deepEqual([await idsIn(vault), server.chunks.size], [[], 0]);
  const standing = me.recordsOfType('blob').filter((record) => record.byPerson.get(1)?.get('upload')?.isWithdrawn === false);
  assert.deepEqual(standing, [], 'and the secret is done with');

  // sealed, but the page that names it was never written
  const picture = await photos.choose(new Blob());
  await photos.attach(us, { ...picture, words: '' }, { record: 'cd'.repeat(16), field: 'photo' });
  await rest();
  photos.look();
  await rest();
  assert.equal((await idsIn(vault)).length, 2);
});

test('a photo of the other is fetched when it is looked at, waited for, opened, and kept', async () => {
  const { server, vault, us, photos, clock, write, settle, rest } = await phone();
  const { photo, id, place } = await write();
  await settle();
  await vault.database.run('readwrite', ['sealed'], async (tx) => {
    await tx.objectStore('sealed').delete(`photo/${id}`);
    await tx.objectStore('sealed').delete(`blob/${id}`);
  });
  await photos.refresh();
  const chunks = new Map(server.chunks);
  server.chunks.clear();
  assert.equal(photos.show(place, photo).state, 'coming');
  await settle();
  assert.equal(photos.show(place, photo).state, 'away');
  const [name, bytes] = /** @type {[string, Uint8Array]} */ ([...chunks][0]);
  server.chunks = new Map(chunks).set(name, bytes.with(9, (bytes[9] ?? 0) ^ 1)); // what does not open is never shown
  clock.now += 60_000;
  await rest();
  assert.equal(photos.show(place, photo).state, 'away');
  server.chunks = chunks;
  clock.now += 60_000;
  await rest();
  assert.deepEqual(photos.show(place, photo), { url: null, state: 'here' });
  await settle();
  assert.deepEqual(photos.show(place, photo), { url: `blob:${PIXELS.length}`, state: 'here' });
  assert.deepEqual(await vault.get(`blob/${id}`), PIXELS);
  assert.equal(us.parked, 0);
});

test('after a server lost what it had, it is asked what is there, and gets the rest', async () => {
  const { server, us, photos, write, settle } = await phone();
  const { photo } = await write();
  await settle();
  server.chunks.delete(hex(/** @type {Uint8Array} */ (photo.blob.names[1])));
  server.asked.length = 0;
  await photos.restore(us.name);
  await settle();
  assert.deepEqual(server.asked.filter((method) => method === 'PUT').length, 1);
  assert.equal(server.chunks.size, photo.blob.names.length);
  assert.equal(photos.waiting, 0);
});

test('a tab that does not lead asks the one that does', async () => {
  const { server, state, photos, write, settle } = await phone();
  state.isLeader = false;
  const { place, photo } = await write();
  photos.show({ ...place, record: 'ef'.repeat(16) }, { ...photo, blob: { ...photo.blob, id: new Uint8Array(16) } });
  await settle();
  assert.deepEqual(server.asked, []);
  assert.ok(state.told.some((message) => message.type === 'photos'));
  assert.ok(state.told.some((message) => message.type === 'photo' && message.place.record === 'ef'.repeat(16)));
});

test('a picture left in no draft is let go after a day, one in a draft never', async () => {
  const { vault, photos, state, clock, rest } = await phone();
  const left = await photos.choose(new Blob());
  const drafted = await photos.choose(new Blob());
  state.drafts = [['', '', 'me', '', [drafted.id, 1, 1, '']]];
  photos.look();
  await rest();
  assert.equal((await idsIn(vault)).length, 2);
  clock.now += 25 * 60 * 60 * 1000;
  photos.look();
  await rest();
  assert.deepEqual(await idsIn(vault), [drafted.id]);
  assert.notEqual(left.id, drafted.id);
});
