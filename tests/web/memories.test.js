import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inOrder, Memories } from '../../web/app/memories.js';
import { READING_MS, REST_MS, readSaid, sealView, TOGETHER_MS } from '../../web/core/seal.js';
import { two as twoPhones } from './support/spaces.js';

const T = 1_780_000_000_000;
const said = (/** @type {Record<string, any>} */ fields) => readSaid(fields);

/** Both persons see the same. @param {Record<string, any>} a @param {Record<string, any>} b @param {number} now */
function seen(a, b, now) {
  const view = sealView(said(a), said(b), now);
  assert.deepEqual(sealView(said(b), said(a), now), view);
  return view.state;
}

test('a sealed stone opens only with a yes of both, at nearly the same time', () => {
  assert.equal(seen({}, {}, T), 'none');
  assert.equal(seen({ seal: 1 }, {}, T), 'sealed');
  assert.equal(seen({ seal: 1, yes: [1, T] }, {}, T), 'asked');
  assert.equal(seen({ seal: 1, yes: [1, T] }, { yes: [1, T + TOGETHER_MS] }, T + TOGETHER_MS), 'open');
  assert.equal(seen({ seal: 1, yes: [1, T] }, { yes: [1, T + TOGETHER_MS + 1] }, T + TOGETHER_MS + 1), 'asked', 'the later one asks again');
  assert.equal(seen({ seal: 1, yes: [0, T] }, { yes: [1, T] }, T), 'asked', 'a yes to an earlier seal counts nothing');
});

test('a yes alone rests for a week and then is as if it had not been; silence never becomes yes', () => {
  const one = { seal: 1, yes: [1, T] };
  assert.equal(seen(one, {}, T + TOGETHER_MS + 1), 'resting');
  assert.equal(seen(one, {}, T + REST_MS - 1), 'resting');
  assert.equal(seen(one, {}, T + REST_MS), 'sealed');
  assert.equal(seen(one, { yes: [1, T + REST_MS] }, T + REST_MS), 'asked');
});

test('open, either closes it at once; it closes by itself; it stays open only when both leave it so', () => {
  const both = [{ seal: 1, yes: [1, T] }, { yes: [1, T + 10] }];
  assert.equal(seen(both[0] ?? {}, both[1] ?? {}, T + 20), 'open');
  assert.equal(seen(both[0] ?? {}, { ...both[1], seal: 2 }, T + 20), 'sealed');
  assert.equal(seen(both[0] ?? {}, both[1] ?? {}, T + 10 + READING_MS), 'sealed');
  assert.equal(seen({ ...both[0], leave: 1 }, both[1] ?? {}, T + 10 + READING_MS), 'sealed');
  assert.equal(seen({ ...both[0], leave: 1 }, { ...both[1], leave: 1 }, T + REST_MS), 'none');
  assert.equal(seen({ ...both[0], leave: 1, seal: 2 }, { ...both[1], leave: 1 }, T), 'sealed', 'until it is sealed anew');
});

test('what is no answer is none', () => {
  assert.deepEqual(said({ seal: 'x', yes: [1], leave: null }), { seal: 0, yes: null, leave: 0 });
  assert.deepEqual(said({ yes: [1, 'now'] }).yes, null);
});

test('the path goes by the years that were named, then by when a stone was laid', () => {
  const stone = (/** @type {string} */ id, /** @type {string} */ when, /** @type {number} */ at) =>
    /** @type {any} */ ({ id, at, mine: { when }, theirs: null });
  const stones = [
    stone('c', 'this month', T),
    stone('b', 'summer 2019, the coast', T + 5),
    stone('a', 'spring 2019', T + 9),
    stone('d', '', T + 1),
  ];
  assert.deepEqual(
    inOrder(stones).map(({ id }) => id),
    ['b', 'a', 'c', 'd'],
  );
});

const DAY_MS = 86_400_000;

/** Noor's and Sam's maps, with one clock; `pauses` are when each pause was called, `asked` how many stones were looked at one by one. */
function two() {
  const clock = { now: new Date('2026-11-03T12:00:00').getTime(), pauses: /** @type {{at: number}[]} */ ([]) };
  const parts = twoPhones(() => clock.now);
  const asked = { count: 0 };
  for (const { entries } of parts) {
    const get = entries.get.bind(entries);
    entries.get = (type, id) => {
      asked.count += 1;
      return get(type, id);
    };
  }
  const pauses = /** @type {any} */ ({ all: () => clock.pauses });
  const [noor, sam] = /** @type {[Memories, Memories]} */ (
    parts.map((each) => new Memories({ ...each, pauses, photos: () => assert.fail('no photo') }))
  );
  return { noor, sam, clock, asked };
}

const lay = (
  /** @type {Memories} */ map,
  title = 'Soup',
  /** @type {any} */ audience = 'us',
  /** @type {string|undefined} */ id = undefined,
) => map.lay({ title, when: '2019', where: '', piece: 'On the stairs', feeling: '', cherish: '' }, null, audience, id);

/** @param {Memories} map @param {string} id */
const stone = (map, id) => {
  const found = map.get(id);
  assert.ok(found);
  return found;
};

test('a joining sentence joins the path with the yes of the other, or with a line of each', async () => {
  const { noor, sam } = two();
  const id = await lay(noor);
  await noor.say(stone(noor, id), 'after', 'and so we moved in');
  assert.deepEqual([stone(noor, id).isJoined, stone(sam, id).isJoined], [false, false]);
  assert.deepEqual(
    stone(sam, id).lines.after.map(({ by, words }) => [by, words]),
    [['they', 'and so we moved in']],
  );
  await sam.joinIt(stone(sam, id));
  assert.deepEqual([stone(noor, id).isJoined, stone(sam, id).isJoined], [true, true]);
  assert.equal(stone(sam, id).isMine, false, 'a yes makes nobody its author');
  const other = await lay(noor, 'Keys');
  for (const map of [noor, sam]) await map.say(stone(map, other), 'after', 'a line');
  assert.equal(stone(noor, other).isJoined, true);
});

test('what two wove: a title lays a stone once, in the order they were told; a sentence stands where both said so; stopped, the path stays as it is', async () => {
  const { noor, sam } = two();
  const laid = await lay(noor);
  const [name] = noor.dealt().stones;
  assert.deepEqual(sam.dealt(), noor.dealt());
  const talk = { session: 'a1', begunAt: 1000, isTable: false, length: 'usual', results: { stones: [3, [[name, 0]]] } };
  const of = (/** @type {Record<string, string>} */ fields, /** @type {string[]} */ yes) => ({
    mine: { fields, shared: Object.keys(fields), hasSaid: (/** @type {string} */ flag) => yes.includes(flag) },
  });
  const noors = { 'join-1': 'and then', 'title-3': 'Keys', today: 'the light is on' };
  const sams = { 'title-2': 'A train', 'join-2': 'which nobody wanted', today: 'never shared' };
  const leave = async (isEnded = true) => {
    await sam.fromTalk({ ...talk, isEnded, ...of({ ...sams }, ['joined-1', 'joined-2']), theirs: noors });
    await noor.fromTalk({ ...talk, isEnded, ...of(noors, ['joined-1']), theirs: sams });
  };
  await leave(false);
  assert.equal(noor.path().length, 1);
  await leave();
  await leave(); // once more, nothing is there twice
  for (const map of [noor, sam]) {
    const path = map.path();
    assert.deepEqual(path.map(({ title }) => title).toSorted(), ['A train', 'Keys', 'Soup']);
    assert.ok((path.find(({ title }) => title === 'A train')?.at ?? 0) < (path.find(({ title }) => title === 'Keys')?.at ?? 0));
    assert.deepEqual(
      stone(map, laid).lines.after.map(({ words }) => words),
      ['and then'],
    );
    assert.equal(stone(map, laid).isJoined, true);
    const keys = path.find(({ title }) => title === 'Keys');
    assert.equal(keys?.lines.today.length, 2);
    assert.equal(keys?.isMine, map === noor, 'whoever named it began it');
  }
});

test('one stone a month, in its first days, that has lain a while; read or put off it waits, and a private or sealed one is never offered', async () => {
  const { noor, sam, clock } = two();
  const first = await lay(noor);
  assert.equal(noor.ofMonth(), null, 'just laid');
  clock.now += 31 * DAY_MS;
  const second = await lay(noor, 'Keys');
  await lay(noor, 'Mine', 'me');
  assert.equal(noor.ofMonth()?.id, first);
  assert.equal(sam.ofMonth(), null, 'theirs waits until one’s own is written');
  clock.pauses = [{ at: clock.now - DAY_MS }];
  assert.equal(noor.isQuiet, true);
  clock.pauses = [];
  await noor.look(first);
  assert.equal(noor.ofMonth(), null);
  clock.now += 31 * DAY_MS;
  assert.equal(noor.ofMonth()?.id, second, 'the one looked at longest ago');
  await noor.seal(stone(noor, second));
  assert.equal(noor.ofMonth()?.id, first);
  clock.now += 10 * DAY_MS;
  assert.equal(noor.ofMonth(), null, 'later in the month nothing is said');
});

test('of a long path each month looks at a few stones alone, and in the end at all of them', async () => {
  const { noor, clock, asked } = two();
  for (let i = 0; i < 60; i += 1) await lay(noor, `Stone ${i}`);
  /** @type {Set<string>} */ const offered = new Set();
  for (let month = 1; month <= 60; month += 1) {
    clock.now = new Date(2026, 11 + month, 3).getTime();
    asked.count = 0;
    const stone = noor.ofMonth();
    assert.ok(asked.count <= 12, `${asked.count} were opened`);
    assert.ok(stone && !offered.has(stone.id), `month ${month}`);
    offered.add(stone.id);
    await noor.look(stone.id);
    assert.equal(noor.ofMonth(), null, 'one a month');
  }
  assert.equal(offered.size, 60);
});

test('both pieces are told once to each', async () => {
  const { noor, sam } = two();
  const id = await lay(noor);
  await lay(sam, '', 'us', id);
  for (const map of [noor, sam])
    assert.deepEqual(
      map.twoPieces().map((each) => each.id),
      [id],
    );
  await noor.seeTwo(id);
  assert.deepEqual([noor.twoPieces().length, sam.twoPieces().length], [0, 1]);
});

test('of a piece for both, a feeling and why one cherishes it may stay with their writer', async () => {
  const { noor, sam } = two();
  const words = { title: 'Soup', when: '', where: '', piece: 'On the stairs', feeling: 'a little lost', cherish: 'nobody hurried' };
  const id = await noor.lay(words, null, 'us', undefined, ['feeling']);
  assert.deepEqual([stone(noor, id).mine?.feeling, stone(noor, id).keptBack], ['a little lost', ['feeling']]);
  assert.deepEqual([stone(sam, id).theirs?.feeling, stone(sam, id).theirs?.cherish], ['', 'nobody hurried']);
  await noor.lay(words, null, 'us', id, ['cherish']);
  assert.deepEqual([stone(sam, id).theirs?.feeling, stone(sam, id).theirs?.cherish], ['a little lost', '']);
  assert.deepEqual(stone(noor, id).keptBack, ['cherish']);
  await noor.takeBack(stone(noor, id));
  assert.equal(noor.get(id)?.mine ?? null, null);
});
