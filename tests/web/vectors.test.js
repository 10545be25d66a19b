/** Every vector of tests/vectors, read by the phone's rules, with WebCrypto's Ed25519 and with noble's. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createSpace } from '../../web/app/space.js';
import { SyncClient } from '../../web/app/sync-client.js';
import { Vault } from '../../web/app/vault.js';
import { BlobError, deleteTagOf, openBlob, readBlob, sealBlob } from '../../web/core/blob.js';
import { equal, hex, unhex } from '../../web/core/bytes.js';
import { ChainError, emptyChain, openEpochs, readEntry, subkey } from '../../web/core/chain.js';
import { CodecError, decode, encode } from '../../web/core/codec.js';
import { eraseTag } from '../../web/core/erase.js';
import { decodeFrame, encodeFrame } from '../../web/core/frames.js';
import { helloBytes } from '../../web/core/hello.js';
import { deviceId, hash, recordId, spaceId } from '../../web/core/ids.js';
import { firstR, nextR } from '../../web/core/log.js';
import { decodePayload, encodeSet, encodeWithdraw, KIND, OpError, openOp, readHeader } from '../../web/core/op.js';
import { Fold } from '../../web/core/oplog.js';
import { paddedLength } from '../../web/core/padding.js';
import { confirmPictures, hearMessage, joinNow, readLink, startPairing } from '../../web/core/pairing.js';
import { Verifier } from '../../web/core/verifier.js';
import { Whisperer } from '../../web/core/whisper.js';
import { createCrypto } from '../../web/io/crypto.js';
import { Disk, MemoryDatabase } from './support/memory-database.js';
import { plainOp } from './support/ops.js';

const FOLDER = new URL('../vectors/', import.meta.url);

/** @param {string} area @returns {Array<[string, any]>} */
const vectors = (area) => {
  const files = readdirSync(new URL(`${area}/`, FOLDER)).filter((name) => name.endsWith('.json'));
  assert.ok(files.length > 0, area);
  return files.map((name) => [`${area}/${name.slice(0, -5)}`, JSON.parse(readFileSync(new URL(`${area}/${name}`, FOLDER), 'utf8'))]);
};
/** @param {string} name @returns {any} */
const one = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));

for (const [name, vector] of vectors('codec'))
  test(`${vector.rule} ${name}`, () => {
    const bytes = unhex(vector.bytes);
    if (vector.expect === 'ok') assert.deepEqual(encode(decode(bytes)), bytes);
    else assert.throws(() => decode(bytes), CodecError);
  });

for (const [name, vector] of vectors('padding')) test(`O2 ${name}`, () => assert.equal(paddedLength(vector.length), vector.expect));

for (const [name, vector] of vectors('wire'))
  test(`${vector.rule} ${name}`, () => {
    const bytes = unhex(vector.bytes);
    // One table holds the frames of both directions; who may say what is the server's to judge.
    if (vector.expect === 'ok' || name === 'wire/type_of_the_other_side') {
      const { name: read, ...fields } = decodeFrame(bytes);
      assert.deepEqual([TYPES.get(read), ...Object.values(fields)], decode(bytes));
    } else assert.throws(() => decodeFrame(bytes), CodecError);
  });

/** @param {number} byte @param {number} [length] */
const bytesOf = (byte, length = 32) => new Uint8Array(length).fill(byte);

/** @param {number} kind @param {any} content @param {string} [type] */
const payloadOf = (kind, content, type = 't') => {
  if (typeof content === 'string') return unhex(content);
  return kind === KIND.withdraw ? encodeWithdraw(type, content) : encodeSet(type, Object.entries(content));
};

const RECORD = bytesOf(0, 16);

/** What a vector of the fold says, in whichever order. @param {any} vector @param {any[]} ops @returns {Fold} */
function foldOf({ intents = [], parked = [] }, ops) {
  const fold = new Fold();
  for (const byte of parked) fold.hold(hex(RECORD), hex(bytesOf(byte)));
  intents.forEach((/** @type {any} */ [byte, person, base, baseIntents, depth, kind, ...content]) => {
    const ids = [
      ...base.map((/** @type {number} */ each) => bytesOf(each)),
      ...baseIntents.map((/** @type {number} */ each) => bytesOf(each, 16)),
    ];
    const payload = payloadOf(kind, content[0], content[1]);
    fold.addIntent({ intent: bytesOf(byte, 16), record: RECORD, kind, base: ids, depth, payload }, person);
  });
  for (const [byte, person, intent, base, depth, kind, ...content] of ops)
    fold.addOp(
      plainOp({
        opId: bytesOf(byte),
        intent: bytesOf(intent, 16),
        record: RECORD,
        base: base.map((/** @type {number} */ each) => bytesOf(each)),
        depth,
        kind,
        payload: payloadOf(kind, content[0], content[1]),
      }),
      person,
    );
  return fold;
}

for (const [name, vector] of vectors('fold'))
  test(`${vector.rule} ${name}`, () => {
    const expect = { withdrawn: [], read_only: false, type: 't', ...vector.expect };
    for (const ops of [vector.ops, [...vector.ops].reverse(), [...vector.ops, ...vector.ops]]) {
      const view = foldOf(vector, ops).record(hex(RECORD));
      assert.ok(view);
      /** @type {Record<string, unknown>} */ const fields = {};
      /** @type {string[]} */ const withdrawn = [];
      for (const [person, named] of view.byPerson)
        for (const [field, { value, isWithdrawn, alsoWritten }] of named) {
          fields[`${person}/${field}`] = [value, alsoWritten];
          if (isWithdrawn) withdrawn.push(`${person}/${field}`);
        }
      assert.deepEqual({ fields, withdrawn, read_only: view.isReadOnly, type: view.type }, expect);
    }
  });

for (const [name, vector] of vectors('base'))
  test(`${vector.rule} ${name}`, () => {
    const { base, depth } = foldOf(vector, vector.ops).nextBase(hex(RECORD), vector.person, vector.names);
    const of = (/** @type {number} */ length) => base.filter((id) => id.length === length).map(([byte]) => byte);
    assert.deepEqual({ base: of(32), base_intents: of(16), depth }, vector.expect);
  });

/**
 * A phone that holds these ops and begins to speak to a server: what it says, what it takes from `ops`, and a way to tell it frames.
 * @param {import('../../web/io/crypto.js').Crypto} crypto @param {any} vector @param {Uint8Array[]} held
 */
async function syncing(crypto, vector, held) {
  const [signSeed, signPk, kemSeed, kemPk] = [vector.sign_seed, vector.sign_pk, vector.kem_seed, vector.kem_pk].map(unhex);
  let chain = emptyChain(unhex(vector.space));
  for (const entry of vector.entries) ({ chain } = await readEntry(crypto, chain, unhex(entry)));
  const vault = new Vault(/** @type {any} */ (new MemoryDatabase(new Disk())), crypto, crypto.random(32), true);
  const keys = /** @type {any} */ ({ signSeed, signPk, kemSeed, kemPk });
  const space = await createSpace(vault, crypto, { chain, keys, device: unhex(vector.device) });
  await space.receive(held, null);
  await space.setCursor(vector.n, unhex(vector.r));
  /** @type {Uint8Array[][]} */ const came = [];
  const receive = space.receive.bind(space);
  space.receive = (ops, place) => {
    if (place) came.push(ops);
    return receive(ops, place);
  };
  /** @type {any[]} */ const said = [];
  const client = { hear: /** @type {(bytes: Uint8Array) => Promise<void>} */ (async () => {}), isEnded: false };
  /** @type {import('../../web/app/sync-client.js').World} */ const world = {
    openSocket: (_url, events) => {
      // Frames are handled one after the other: when a challenge is answered, what came before it was handled.
      client.hear = async (bytes) => {
        events.onFrame(bytes);
        events.onFrame(encodeFrame('challenge', new Uint8Array(32)));
        while (!client.isEnded && said.at(-1)?.name !== 'hello') await new Promise((resolve) => setImmediate(resolve));
        if (said.at(-1)?.name === 'hello') said.pop();
      };
      const close = () => {
        client.isEnded = true;
        events.onEnd(1000);
      };
      return /** @type {any} */ ({ send: (/** @type {Uint8Array} */ bytes) => said.push(decodeFrame(bytes)), close });
    },
    setTimer: () => 0,
    clearTimer: () => {},
    random: () => 0,
    isOnline: () => true,
  };
  const events = { onChange: () => {}, onWhisper: () => {}, onOpen: () => {} };
  new SyncClient({ space, crypto, url: '', origin: 'https://attune.example', world, events }).start();
  return { space, said, client, came };
}

const TYPES = new Map(
  vectors('wire')
    .filter(([name, { expect }]) => expect === 'ok' && !name.endsWith('version_two'))
    .map(([name, { bytes }]) => [name.slice('wire/'.length), decode(unhex(bytes))[0]]),
);

for (const ed25519 of /** @type {const} */ (['webcrypto', 'noble'])) {
  const crypto = await createCrypto({ ed25519 });

  for (const [name, vector] of vectors('signature'))
    test(`K1 ${name}, ${ed25519}`, async () => {
      const verdict = await crypto.verify(unhex(vector.key), unhex(vector.message), unhex(vector.signature));
      assert.equal(verdict, vector.expect === 'ok');
    });

  for (const [name, vector] of vectors('key'))
    test(`K1 ${name}, ${ed25519}`, async () => assert.equal(await crypto.isValidSigningKey(unhex(vector.key)), vector.expect === 'ok'));

  for (const [name, vector] of vectors('blob'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const [blobsKey, space, id, secret] = /** @type {[Uint8Array, Uint8Array, Uint8Array, Uint8Array]} */ (
        [vector.blobs_key, vector.space, vector.id, vector.secret].map(unhex)
      );
      const content = Uint8Array.from({ length: vector.length }, (_, i) => i % 251);
      const made = await sealBlob(crypto, { space, blobsKey, id }, content);
      const value = decode(unhex(vector.blob));
      let chunks = vector.chunks?.map(unhex);
      if (!chunks) {
        assert.deepEqual(
          made.map((chunk) => hex(chunk.name)),
          value[5].map(hex),
        );
        chunks = vector.order.map((/** @type {number} */ at) => made[at]?.bytes);
        value[5] = vector.order.map((/** @type {number} */ at) => value[5][at]);
      }
      const blob = readBlob(value);
      if (vector.expect === 'refused') {
        if (blob) await assert.rejects(openBlob(crypto, { space, blobsKey }, blob, chunks), BlobError);
        return;
      }
      assert.ok(blob);
      assert.deepEqual(await openBlob(crypto, { space, blobsKey }, blob, chunks), content);
      assert.deepEqual(
        made.map(({ bytes }) => hex(bytes)),
        chunks.map(hex),
      );
      assert.deepEqual(await deleteTagOf(crypto, secret), blob.deleteTag);
    });

  for (const [name, vector] of vectors('chain'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      let chain = emptyChain(unhex(vector.space));
      const entries = vector.entries.map(unhex);
      for (const entry of entries.slice(0, -1)) ({ chain } = await readEntry(crypto, chain, entry));
      const last = /** @type {Uint8Array} */ (entries.at(-1));
      if (vector.expect === 'refused') {
        await assert.rejects(readEntry(crypto, chain, last), (error) => error instanceof ChainError && error.rule === vector.rule);
        return;
      }
      const { verdict, rule, chain: after } = await readEntry(crypto, chain, last);
      assert.equal(verdict, vector.expect);
      if (verdict === 'void') assert.deepEqual([rule, after.members], [vector.rule, chain.members]);
    });

  for (const [name, vector] of vectors('op'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const space = unhex(vector.space);
      const opsKey = await subkey(crypto, unhex(vector.epoch_key), 'ops', space, 0);
      const read = async () => {
        const op = await openOp(crypto, space, opsKey, readHeader(unhex(vector.op)));
        if (!(await crypto.verify(unhex(vector.sign_pk), op.signed, op.signature))) throw new OpError('bad signature');
        decodePayload(op.kind, op.payload);
        return op;
      };
      if (vector.expect !== 'ok') {
        await assert.rejects(
          read(),
          (error) => (error instanceof CodecError ? 'E2' : error instanceof OpError && error.rule) === vector.expect,
        );
        return;
      }
      const op = await read();
      assert.deepEqual([hex(op.record), op.kind, hex(op.payload)], [vector.record, vector.kind, vector.payload]);
    });

  for (const [name, vector] of vectors('author'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const space = unhex(vector.space);
      let chain = emptyChain(space);
      for (const entry of vector.entries) ({ chain } = await readEntry(crypto, chain, unhex(entry)));
      const opsKey = await subkey(crypto, unhex(vector.epoch_key), 'ops', space, 0);
      const ops = await Promise.all(vector.ops.map((/** @type {string} */ op) => openOp(crypto, space, opsKey, readHeader(unhex(op)))));
      for (const batches of [[ops], [[...ops].reverse()], ops.map((op) => [op]), [...ops].reverse().map((op) => [op])]) {
        const verifier = new Verifier();
        /** @type {Record<string, string>} */ const said = {};
        for (const batch of batches) {
          const { good, parked, bad } = await verifier.verify(crypto, batch, (head) => chain.membersAt.get(head));
          for (const { id } of bad) said[id] = 'bad';
          for (const { id } of parked) said[id] = 'parked';
          for (const { id } of good) said[id] = 'good';
        }
        assert.deepEqual(
          ops.map(({ id }) => said[id]),
          vector.expect,
        );
      }
    });

  for (const [name, vector] of vectors('reconcile'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const [log, own] = [vector.log, vector.own].map((ops) => ops.map(unhex));
      const held = vector.held.map((/** @type {number} */ at) => log[at - 1]);
      const { space, said, client, came } = await syncing(crypto, vector, [...held, ...own]);
      const hear = (/** @type {any[]} */ ...frame) => client.hear(/** @type {any} */ (encodeFrame)(...frame));
      await hear('welcome', unhex(vector.log_id), log.length, new Uint8Array(32), 1, space.headAt(0));
      assert.deepEqual(said.at(-1), { name: 'open', n: vector.n, R: unhex(vector.r), chainN: 1 });
      said.length = 0;
      for (const bytes of vector.frames) await client.hear(unhex(bytes));
      if (vector.expect === 'refused') {
        assert.deepEqual([said, client.isEnded, space.cursor.n], [[], true, vector.n]);
        return;
      }
      const at = space.cursor.n;
      /** @type {string[]} */ const pull = [];
      /** @type {string[]} */ const upload = [];
      const idsOf = (/** @type {Uint8Array[]} */ ops) => ops.map((op) => hex(readHeader(op).opId));
      while (said.length > 0) {
        const frame = said.shift();
        if (frame.name === 'pull') {
          pull.push(...frame.ids.map(hex));
          const asked = new Set(frame.ids.map(hex));
          await hear(
            'pulled',
            true,
            log.filter((/** @type {Uint8Array} */ op) => asked.has(hex(readHeader(op).opId))),
          );
        } else {
          assert.deepEqual([frame.name, frame.mode], ['append', 1]);
          assert.ok(
            frame.ops.every((/** @type {Uint8Array} */ op) => own.some((/** @type {Uint8Array} */ each) => equal(each, op))),
            'word for word',
          );
          upload.push(...idsOf(frame.ops));
          const first = log.length + upload.length - frame.ops.length + 1;
          await hear(
            'ack',
            frame.batch,
            frame.ops.map((/** @type {Uint8Array} */ _op, /** @type {number} */ i) => first + i),
          );
        }
      }
      assert.deepEqual({ n: at, came: came.flatMap(idsOf), upload, pull }, vector.expect);
      assert.equal(client.isEnded, false);
    });

  for (const [name, vector] of vectors('subkey'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () =>
      assert.equal(hex(await subkey(crypto, unhex(vector.key), vector.label, unhex(vector.space), vector.n)), vector.expect));

  for (const [name, vector] of vectors('run'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const space = unhex(vector.space);
      const opsKey = await subkey(crypto, unhex(vector.epoch_key), 'ops', space, 0);
      const ops = await Promise.all(vector.ops.map((/** @type {string} */ op) => openOp(crypto, space, opsKey, readHeader(unhex(op)))));
      const membersAt = () => new Map([[hex(ops[0].device), /** @type {any} */ ({ signPk: unhex(vector.sign_pk) })]]);
      for (const order of [ops, [...ops].reverse(), [...ops, ...ops]]) {
        const { good } = await new Verifier().verify(crypto, order, membersAt);
        assert.deepEqual(
          ops.map((op) => good.some(({ id }) => id === op.id)),
          vector.expect,
        );
        const oneByOne = new Verifier();
        /** @type {Set<string>} */ const found = new Set();
        for (const op of order) for (const { id } of (await oneByOne.verify(crypto, [op], membersAt)).good) found.add(id);
        assert.deepEqual(
          ops.map((op) => found.has(op.id)),
          vector.expect,
        );
      }
    });

  for (const [name, vector] of vectors('epoch'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      let chain = emptyChain(unhex(vector.space));
      for (const entry of vector.entries) ({ chain } = await readEntry(crypto, chain, unhex(entry)));
      assert.deepEqual(chain.effective, vector.epochs, 'only the keys are wrong');
      const [signSeed, signPk, kemSeed, kemPk] = [vector.sign_seed, vector.sign_pk, vector.kem_seed, vector.kem_pk].map(unhex);
      const keys = /** @type {any} */ ({ signSeed, signPk, kemSeed, kemPk });
      const open = async () => openEpochs(crypto, chain, keys, await deviceId(crypto, keys.signPk, keys.kemPk));
      if (vector.expect !== 'ok') await assert.rejects(open(), (error) => error instanceof ChainError && error.rule === vector.expect);
      else
        assert.deepEqual(
          new Map([...(await open())].map(([n, key]) => [n, hex(key)])),
          new Map(vector.epochs.map((/** @type {number} */ n, /** @type {number} */ i) => [n, vector.keys[i]])),
        );
    });

  for (const [name, vector] of vectors('meeting'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const parts = { rendezvous: unhex(vector.rendezvous), secret: unhex(vector.secret), expiresS: 2_000_000_000 };
      const keys = { signSeed: new Uint8Array(32), signPk: new Uint8Array(32), kemSeed: new Uint8Array(32), kemPk: new Uint8Array(1216) };
      let sam = await startPairing(crypto, { role: 1, ...parts, keys, name: 'Sam', relationship: 1 });
      const messages = vector.messages.map(unhex);
      for (const message of messages.slice(0, vector.before)) sam = await hearMessage(crypto, sam, message);
      assert.equal(sam.said.length, 0, 'P3: nothing before it has read what is there');
      sam = await joinNow(crypto, sam);
      if (!sam.theirReveal) assert.ok(sam.said.length <= 1, 'P2: only its commit');
      for (const message of messages.slice(vector.before)) sam = await hearMessage(crypto, sam, message);
      assert.equal(sam.end ?? sam.step, vector.expect);
    });

  for (const [name, vector] of vectors('offer'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const own = { ...crypto, random: (/** @type {number} */ length) => (length === 32 ? unhex(vector.nonce) : crypto.random(length)) };
      const parts = { rendezvous: unhex(vector.rendezvous), secret: unhex(vector.secret), expiresS: 2_000_000_000 };
      const [signSeed, signPk, kemSeed, kemPk] = [vector.sign_seed, vector.sign_pk, vector.kem_seed, vector.kem_pk].map(unhex);
      const keys = /** @type {any} */ ({ signSeed, signPk, kemSeed, kemPk });
      const [commit, reveal, ...offers] = vector.messages.map(unhex);
      let sam = await startPairing(own, { role: 1, ...parts, keys, name: 'Sam', relationship: 1 });
      sam = await hearMessage(own, await joinNow(own, await hearMessage(own, sam, commit)), reveal);
      assert.equal(sam.step, 'compare');
      const early = { ...sam };
      sam = await confirmPictures(own, sam, true);
      for (const offer of offers) sam = await hearMessage(own, sam, offer);
      assert.equal(sam.end ?? sam.step, vector.expect);
      let waiting = early; // the offer may come before the person confirmed
      for (const offer of offers) waiting = await hearMessage(own, waiting, offer);
      assert.deepEqual([waiting.step, waiting.said.length], ['compare', 2], 'nothing is said before the person confirmed');
      waiting = await confirmPictures(own, waiting, true);
      assert.equal(waiting.end ?? waiting.step, vector.expect);
    });

  for (const [name, vector] of vectors('link'))
    test(`P1 ${name}, ${ed25519}`, async () => {
      const read = await readLink(crypto, vector.text, { origin: vector.origin, nowS: vector.now_s });
      assert.equal(read.ok ? 'ok' : read.why, vector.expect);
    });

  for (const [name, vector] of vectors('whisper'))
    test(`${vector.rule} ${name}, ${ed25519}`, async () => {
      const own = { ...crypto, random: (/** @type {number} */ length) => unhex(vector.receiver_salt).subarray(0, length) };
      const parts = { whispersKey: unhex(vector.whispers_key), space: unhex(vector.space), session: unhex(vector.session) };
      const sam = new Whisperer(own, { ...parts, device: unhex(vector.receiver) });
      /** @type {unknown[]} */ const words = [];
      /** @type {number[]} */ const greets = [];
      for (const [place, bytes] of vector.heard.entries()) {
        const { word, out } = await sam.hear(unhex(bytes));
        if (word !== undefined) words.push(word);
        if (out.length > 0) greets.push(place);
      }
      assert.deepEqual([words, greets], [vector.expect, vector.greets]);
    });

  test(`I1, I2, I5 identifiers; W4 log; W2 hello; P4 pictures, ${ed25519}`, async () => {
    const space = one('id/space');
    const keys = [unhex(space.sign_pk), unhex(space.kem_pk)];
    assert.equal(
      hex(await spaceId(crypto, space.kind, unhex(space.random), /** @type {any} */ (keys[0]), /** @type {any} */ (keys[1]))),
      space.expect,
    );
    assert.equal(hex(await deviceId(crypto, /** @type {any} */ (keys[0]), /** @type {any} */ (keys[1]))), one('id/device').expect);
    const tag = one('id/erase_tag');
    assert.equal(hex(await eraseTag(crypto, unhex(tag.secret), unhex(tag.space), unhex(tag.intent))), tag.expect);
    const record = one('id/record');
    assert.equal(hex(await recordId(crypto, unhex(record.space), record.practice, record.person, record.date, record.slot)), record.expect);
    const log = one('log/rolling');
    const rolled = [await firstR(crypto, unhex(log.space), unhex(log.log_id))];
    for (const id of log.op_ids) rolled.push(await nextR(crypto, /** @type {Uint8Array} */ (rolled.at(-1)), unhex(id)));
    assert.deepEqual(rolled.map(hex), log.expect);
    const hello = one('frame/hello');
    const parts = { origin: hello.origin, space: unhex(hello.space), device: unhex(hello.device), nonce: unhex(hello.nonce) };
    const signature = await crypto.sign(unhex(hello.seed), helloBytes(parts));
    assert.equal(hex(encodeFrame('hello', parts.origin, parts.space, parts.device, signature)), hello.expect);
    const pairing = one('pairing/pictures');
    const all = [...pairing.commits, ...pairing.reveals].map(unhex);
    const [a = 0, b = 0, c = 0] = await crypto.hkdf(encode(all), encode(['attune/sas/1', unhex(pairing.rendezvous)]));
    const bits = (a << 16) | (b << 8) | c;
    assert.deepEqual([bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63], pairing.expect);
    assert.ok(equal(await hash(crypto, 'attune/transcript/1', unhex(pairing.rendezvous), ...all), unhex(pairing.transcript)));
  });
}
