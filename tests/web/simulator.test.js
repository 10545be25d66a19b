import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex } from '../../web/core/bytes.js';
import { CODE } from '../../web/core/frames.js';
import { Simulation } from './support/simulator.js';

/** SOAK=1 node --test tests/web/simulator.test.js: for as long as it takes to be bored. */
const RUNS = process.env['SOAK'] ? 2000 : 12;
const STEPS = process.env['SOAK'] ? 120 : 50;

/**
 * A life of a few phones: they write, lose the network, freeze, are killed, come back from an old backup; the server is killed, wiped, put back.
 * @param {number} seed
 */
async function live(seed) {
  const life = new Simulation(seed);
  await life.begin();
  const { chance, clock } = life;
  const server = /** @type {NonNullable<typeof life.server>} */ (life.server);
  const records = [hex(chance.bytes(16)), hex(chance.bytes(16)), hex(chance.bytes(16))];
  const written = new Map();
  const log = [];
  let backup = server.backup();
  let count = 0;
  const nextCount = () => {
    count += 1;
    return count;
  };
  for (let step = 0; step < STEPS; step += 1) {
    const phone = chance.one(life.phones);
    const what = chance.below(100);
    if (!phone.app) {
      await phone.start();
      log.push(`${phone.name} starts`);
    } else if (what < 50) {
      const names = ['a', 'b', 'c'].filter(() => chance.is(0.5));
      const values = (names.length > 0 ? names : ['a']).map((name) => /** @type {[string, any]} */ ([name, nextCount()]));
      const record = chance.one(records);
      await phone.write(record, values);
      for (const [, value] of values) written.set(value, phone.name);
      log.push(`${phone.name} writes ${values} in ${record.slice(0, 4)}`);
    } else if (what < 60) {
      phone.reach(!phone.isReached);
      log.push(`${phone.name} ${phone.isReached ? 'on' : 'off'}line`);
    } else if (what < 68) {
      phone.kill();
      log.push(`${phone.name} is killed`);
    } else if (what < 72) {
      server.kill();
      life.isDown = chance.is(0.5);
      log.push(`server is killed, ${life.isDown ? 'down' : 'up'}`);
    } else if (what < 75) {
      life.isDown = false;
      backup = server.backup();
      log.push('server is backed up');
    } else if (what < 78) {
      server.kill();
      server.restore(backup);
      log.push('server is restored');
    } else if (what < 80) {
      server.kill();
      server.wipe();
      backup = server.backup();
      log.push('server is wiped');
    } else if (what < 82 && life.phones.length < 4) {
      await life.addPhone(phone);
      log.push(`${phone.name} adds a phone`);
    } else if (what < 94) {
      const kept = phone.app.space.keepIndex(
        () => /** @type {0|1|2} */ (chance.below(3)),
        1969 + chance.below(3),
        async () => {},
      );
      if (chance.is(0.7)) await kept; // else it may be killed meanwhile
      log.push(`${phone.name} keeps its index`);
    }
    await clock.run(chance.one([0, 3, 50, 400, 3000, 70_000]));
  }
  await life.calm();
  return { life, records, written, log, server };
}

test('invariants 1–3: after any life, all phones hold the same ops and show the same; nothing written is lost', async () => {
  for (let seed = 0; seed < RUNS; seed += 1) {
    const { life, records, written, log, server } = await live(seed);
    const told = () =>
      `seed ${seed}\n${log.join('\n')}\n${life.phones.map(({ name, app }) => `${name}: ${app.client.state} ${app.client.message} waiting ${app.space.waiting} parked ${app.space.parked} missing ${app.space.missing}`).join('\n')}\n${life.faults.join('\n')}`;
    assert.deepEqual(life.faults, [], told());
    for (const { app } of life.phones) {
      assert.equal(app.client.state, 'synced', told());
      assert.deepEqual([app.space.waiting, app.space.parked, app.space.missing], [0, 0, 0], told());
    }
    const [first, ...others] = life.phones;
    if (!first) throw new Error('no phones');
    const ops = await life.opsOf(first);
    assert.deepEqual(new Set(server.log.map(({ id }) => id)), new Set(ops.keys()), told());
    for (const other of others) {
      assert.deepEqual(new Set((await life.opsOf(other)).keys()), new Set(ops.keys()), told());
      assert.deepEqual(life.shownBy(other, records), life.shownBy(first, records), told());
    }
    // A phone that starts from its index, or without any, shows the same.
    for (const phone of life.phones) {
      const shown = life.shownBy(phone, records);
      if (seed % 2)
        await phone.app.space.keepIndex(
          () => 1,
          1971,
          async () => {},
        );
      else
        for (const name of phone.disk.stores['sealed']?.keys() ?? [])
          if (/page|index/.test(name)) phone.disk.stores['sealed']?.delete(name);
      phone.kill();
      await phone.start();
      assert.equal(phone.app.space.opened > 0, seed % 2 === 0, told());
      assert.deepEqual(life.shownBy(phone, records), shown, told());
      assert.deepEqual([phone.app.space.waiting, phone.app.space.parked, phone.app.space.missing], [0, 0, 0], told());
    }
    const values = new Set([...ops.values()].flat().map(([, value]) => value));
    for (const [value, name] of written) assert.ok(values.has(value), `${value}, written on ${name}, is lost\n${told()}`);
  }
});

/** @param {string} frameName @param {(server: any, frame: any, connection: any) => void} accident what happens to the first such frame of the healing */
async function healWith(frameName, accident) {
  const life = new Simulation(7);
  await life.begin();
  const [noor, sam] = /** @type {[any, any]} */ (life.phones);
  const server = /** @type {NonNullable<typeof life.server>} */ (life.server);
  const record = hex(life.chance.bytes(16));
  await noor.write(record, [['a', 1]]);
  await life.calm();
  sam.reach(false);
  await noor.write(record, [['b', 2]]);
  await life.clock.run(5000);
  server.kill();
  server.wipe();
  let isDone = false;
  server.meet = (frame, connection) => {
    if (isDone || frame.name !== frameName) return false;
    isDone = true;
    accident(server, frame, connection);
    return true;
  };
  await life.clock.run(100_000);
  await life.calm();
  assert.ok(isDone, `no ${frameName}`);
  assert.equal(server.log.length, 2);
  for (const phone of life.phones) {
    assert.equal((await life.opsOf(phone)).size, 2, phone.name);
    assert.equal(phone.app.client.state, 'synced', phone.name);
  }
}

test('W6: a healing that is cut short begins again, whichever side was being healed', async () => {
  const cut = (/** @type {any} */ server) => server.kill();
  await healWith('append', cut);
  await healWith('pull', cut);
});

test('W6: a server that cannot write for a while is healed all the same', async () => {
  await healWith('append', (_server, { batch }, connection) => connection.say('error', CODE.unavailable, batch, 0, 5000));
});

test('W6: a phone that lacks more than one pull brings gets all of it', async () => {
  const life = new Simulation(8);
  await life.begin();
  const [noor, sam] = /** @type {[any, any]} */ (life.phones);
  const server = /** @type {NonNullable<typeof life.server>} */ (life.server);
  await noor.write(hex(life.chance.bytes(16)), [['a', 1]]);
  await life.calm();
  sam.reach(false);
  const MANY = 520;
  for (let i = 0; i < MANY; i += 1) await noor.write(hex(life.chance.bytes(16)), [['b', i]]);
  await life.clock.run(60_000);
  server.kill();
  server.wipe();
  await life.clock.run(100_000); // Noor heals the server first
  sam.reach(true);
  await life.clock.run(100_000);
  await life.calm();
  assert.equal(server.log.length, MANY + 1);
  for (const phone of life.phones) assert.equal((await life.opsOf(phone)).size, MANY + 1, phone.name);
});

test('a connection that ends while a batch is being signed leaves nothing waiting for an answer that never comes', async () => {
  const life = new Simulation(9);
  await life.begin();
  const [noor] = /** @type {[any, any]} */ (life.phones);
  const server = /** @type {NonNullable<typeof life.server>} */ (life.server);
  await life.calm();
  const { space } = noor.app;
  const nextBatch = space.nextBatch.bind(space);
  let release = () => {};
  space.nextBatch = async (/** @type {any[]} */ ...limits) => {
    space.nextBatch = nextBatch;
    const batch = await nextBatch(...limits);
    await new Promise((resolve) => (release = () => resolve(null)));
    return batch;
  };
  await noor.write(hex(life.chance.bytes(16)), [['a', 1]]);
  await life.clock.run(100);
  for (const wire of noor.app.wires) wire.break();
  await life.clock.run(100);
  release();
  await life.clock.run(100_000);
  assert.equal(noor.app.space.waiting, 0);
  assert.equal(server.log.length, 1);
});
