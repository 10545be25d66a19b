import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readIndexRows } from '../../web/app/index-rows.js';
import { createSpace, loadSpace } from '../../web/app/space.js';
import { Vault } from '../../web/app/vault.js';
import { hex } from '../../web/core/bytes.js';
import { createChain, SPACE } from '../../web/core/chain.js';
import { encode } from '../../web/core/codec.js';
import { Fold } from '../../web/core/oplog.js';
import { dayOfTime, placeOf, RecordIndex, STANCE, timeOfDay } from '../../web/core/record-index.js';
import { createCrypto } from '../../web/io/crypto.js';
import { Disk, MemoryDatabase } from './support/memory-database.js';
import { id, plainOp, set, shown, withdraw } from './support/ops.js';
import { Chance } from './support/seeded.js';

const YEAR_MS = 366 * 86_400_000;
const YEAR = 2024;
const AT = Date.UTC(YEAR, 5, 1);
const record = (/** @type {number} */ n) => new Uint8Array(16).fill(n);
const crypto = await createCrypto();

/** @param {number} n @param {Partial<import('../../web/core/record-index.js').IndexRow>} [more] @returns {import('../../web/core/record-index.js').IndexRow} */
const row = (n, more = {}) => ({
  id: hex(record(n)),
  type: 'act',
  practice: '',
  at: AT + n,
  stance: STANCE.rests,
  body: encode([n]),
  ...more,
});

/** @param {RecordIndex} index @param {import('../../web/core/record-index.js').IndexRow[]} rows */
const withRows = (index, rows) => index.with(new Map([...index.changed(rows)].map(([key, write]) => [key, write()])));

/** @param {readonly {id: string}[]} rows */
const numbers = (rows) => rows.map((each) => Number.parseInt(each.id.slice(0, 2), 16));

test('rows come newest first, by type, practice and stance, from pages by year', () => {
  const index = withRows(new RecordIndex(), [
    row(1),
    row(2, { at: AT + 2 * YEAR_MS }),
    row(3, { stance: STANCE.awake }),
    row(4, { type: 'session', practice: 'deep-listening' }),
    row(5, { type: 'session', practice: 'weekly-retreat', stance: STANCE.stands, at: AT + YEAR_MS }),
  ]);
  assert.deepEqual(numbers(index.list('act')), [2, 3, 1]);
  assert.deepEqual(numbers(index.list('act', undefined, [STANCE.awake])), [3]);
  assert.deepEqual(numbers(index.list('session')), [5, 4]);
  assert.deepEqual(numbers(index.list('session', 'deep-listening')), [4]);
  assert.deepEqual(numbers(index.list('session', undefined, [STANCE.awake, STANCE.stands])), [5]);
  assert.deepEqual(
    [1, 3, 5, 9].map((n) => index.stance(hex(record(n)))),
    [STANCE.rests, STANCE.awake, STANCE.stands, null],
  );
  assert.deepEqual(index.read(hex(record(4))), [4]);
  assert.equal(index.read(hex(record(9))), null);
  assert.equal(index.pages().size, 4);
});

test('a row that moves leaves its old page, and a page with nothing left goes', () => {
  const before = withRows(new RecordIndex(), [row(1), row(2)]);
  const moved = withRows(before, [row(2, { at: AT + 2 * YEAR_MS, body: encode([22]) })]);
  assert.deepEqual([numbers(moved.list('act')), moved.read(hex(record(2))), moved.pages().size], [[2, 1], [22], 2]);
  const alone = withRows(moved, [row(1, { at: AT + 2 * YEAR_MS })]);
  assert.deepEqual([numbers(alone.list('act')), alone.pages().size], [[1, 2], 1]);
  assert.deepEqual(numbers(new RecordIndex(alone.pages().values()).list('act')), numbers(alone.list('act')), 'as it was written');
});

test('ids that begin alike are told apart', () => {
  const [a, b] = [`${'ab'.repeat(6)}${'01'.repeat(10)}`, `${'ab'.repeat(6)}${'02'.repeat(10)}`];
  const index = withRows(new RecordIndex(), [row(1, { id: a }), row(2, { id: b })]);
  assert.deepEqual([index.read(a), index.read(b), index.has('ab'.repeat(16))], [[1], [2], false]);
});

test('a page that is not whole is none', () => {
  const [page] = withRows(new RecordIndex(), [row(1), row(2)])
    .pages()
    .values();
  const bytes = /** @type {Uint8Array} */ (page);
  assert.throws(() => new RecordIndex([bytes.subarray(0, -1)]));
  assert.throws(() => new RecordIndex([encode(['["act","",2024]', new Uint8Array(16), new Uint8Array(8), new Uint8Array(2)])]));
});

test('where a record stands is read from its time, its day, its beginning or its practice; a day is the same in every time zone', () => {
  const of = (/** @type {[string, any][]} */ ...values) => {
    const fold = new Fold();
    fold.addOp(plainOp({ opId: id(1), ...set(...values) }), 1);
    return placeOf(/** @type {any} */ (fold.record(hex(record(7)))));
  };
  assert.deepEqual(of(['at', 5], ['text', 'x']), { type: 'entry', practice: '', at: 5 });
  assert.equal(of(['day', '2024-02-29']).at, timeOfDay('2024-02-29'));
  assert.equal(dayOfTime(timeOfDay('2024-02-29')), '2024-02-29');
  assert.deepEqual(of(['invite', [7, 1, 0, '2024-01-01', 0, 'deep-listening', 1, '', []]]), {
    type: 'entry',
    practice: 'deep-listening',
    at: 7,
  });
  assert.equal(of(['day', '2024-02-29'], ['at', 5]).at, timeOfDay('2024-02-29'), 'a day is a day, whatever else is said');
  assert.equal(of(['at', 8.64e15 + 1]).at, 0, 'no time at all');
  assert.deepEqual(of(['day', 'never'], ['at', 'x'], ['practice', 5]), { type: 'entry', practice: '', at: 0 });
});

test('a fold that begins with an index shows what one shows that took every op, wherever the cut is', () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const chance = new Chance(seed);
    /** @type {[number, import('../../web/core/op.js').Op][]} */ const ops = [];
    for (let n = 1; n < 40; n += 1) {
      const base = ops.filter(() => chance.is(0.1)).map(([, op]) => op.opId);
      const what = chance.is(0.2) ? withdraw('text') : set(['at', n], ['text', `${n}`]);
      ops.push([
        1 + chance.below(2),
        plainOp({ opId: id(n), record: record(1 + chance.below(6)), base, depth: 1 + chance.below(4), ...what }),
      ]);
    }
    const whole = new Fold();
    for (const [person, op] of ops) whole.addOp(op, person);
    const cut = chance.below(ops.length);
    const early = new Fold();
    for (const [person, op] of ops.slice(0, cut)) early.addOp(op, person);
    const stanceOf = () => /** @type {0|1|2|3} */ (chance.below(4));
    const begun = new Fold();
    begun.begin(withRows(new RecordIndex(), early.rowsOf(early.unindexed(), stanceOf)));
    assert.equal(begun.opened, 0);
    for (const [person, op] of ops.slice(Math.max(0, cut - 3))) begun.addOp(op, person); // some of them twice
    const ids = [1, 2, 3, 4, 5, 6].map((n) => hex(record(n)));
    assert.deepEqual(shown(begun, ids), shown(whole, ids), `seed ${seed}`);
    const list = (/** @type {Fold} */ fold) => [...fold.newest('entry')].map((view) => view.id).sort();
    assert.deepEqual(list(begun), list(whole), `seed ${seed}`);
    for (const each of ids) assert.deepEqual(begun.nextBase(each, 1, ['text']), whole.nextBase(each, 1, ['text']), `seed ${seed}`);
  }
});

test('what changed since the index was kept is awake, and only that is opened', () => {
  const fold = new Fold();
  for (const n of [1, 2, 3]) fold.addOp(plainOp({ opId: id(n), record: record(n), ...set(['at', n]) }), 1);
  const begun = new Fold();
  begun.begin(
    withRows(
      new RecordIndex(),
      fold.rowsOf(fold.unindexed(), () => STANCE.rests),
    ),
  );
  assert.deepEqual([begun.awake('entry').length, begun.opened], [0, 0]);
  begun.addOp(plainOp({ opId: id(9), record: record(2), base: [id(2)], depth: 2, ...withdraw('at') }), 1);
  assert.deepEqual([numbers(begun.awake('entry')), begun.opened], [[2], 1]);
  const [newest] = begun.newest('entry');
  assert.deepEqual([numbers(newest ? [newest] : []), begun.opened], [[3], 2], 'a list opens what it shows');
});

test('of those awake only as many are opened as were asked for, and what nobody opened is not looked at again', () => {
  const fold = new Fold();
  for (const n of [1, 2, 3, 4]) fold.addOp(plainOp({ opId: id(n), record: record(n), ...set(['at', n]) }), 1);
  const begun = new Fold();
  begun.begin(
    withRows(
      new RecordIndex(),
      fold.rowsOf(fold.unindexed(), ({ id: each }) => (each === hex(record(1)) ? STANCE.due : STANCE.awake)),
    ),
  );
  assert.deepEqual(numbers(begun.due('entry')), [1]);
  assert.deepEqual([numbers(begun.awake('entry', 2)), begun.opened], [[4, 3], 3]);
  assert.deepEqual(numbers(begun.unindexed().map((each) => ({ id: each }))).sort(), [1, 3, 4]);
  const rows = begun.rowsOf(begun.unindexed(), ({ id: each }) => (each === hex(record(4)) ? STANCE.rests : STANCE.awake));
  assert.deepEqual(
    rows.map(({ id: each, stance }) => [each, stance]).sort(),
    [
      [hex(record(1)), STANCE.awake],
      [hex(record(4)), STANCE.rests],
    ].sort(),
    'only those that stand elsewhere now are written',
  );
});

test('where records stand follows what changes, each time it is asked', () => {
  const fold = new Fold();
  const write = (/** @type {number} */ n, /** @type {number} */ at) =>
    fold.addOp(plainOp({ opId: id(at), record: record(n), ...set(['at', at]) }), 1);
  write(1, AT);
  assert.deepEqual(numbers(fold.places('entry')), [1]);
  fold.begin(withRows(new RecordIndex(), [row(4, { type: 'entry', at: AT - 2 })]));
  assert.deepEqual(numbers(fold.places('entry')), [1, 4]);
  write(2, AT + 1);
  assert.deepEqual(numbers(fold.places('entry')), [2, 1, 4]);
  write(3, AT - 1);
  assert.deepEqual(numbers(fold.places('entry')), [2, 1, 3, 4]);
});

// ---- at rest

const pause = async () => {};

/** A person's own space on a disk that outlives what is opened over it. */
async function phone() {
  const disk = new Disk();
  const dataKey = crypto.random(32);
  const vault = () => new Vault(/** @type {any} */ (new MemoryDatabase(disk)), crypto, dataKey, true);
  const keys = { ...(await crypto.signKeypair()), ...(await crypto.kemKeypair()) };
  const { chain, device } = await createChain(crypto, { kind: SPACE.me, keys });
  const space = await createSpace(vault(), crypto, { chain, keys, device });
  space.setEraseSecret(crypto.random(32));
  const again = async (/** @type {import('../../web/app/index-rows.js').IndexRows|null} */ ahead = null) => {
    const opening = vault();
    opening.ahead = /** @type {any} */ ({ take: async () => ahead });
    const opened = await loadSpace(opening, crypto, space.name);
    opened.setEraseSecret(crypto.random(32));
    return opened;
  };
  const readAhead = () => readIndexRows(vault(), space.name);
  return { disk, space, again, readAhead };
}

/** @param {import('../../web/app/space.js').Space} space @param {number} n @param {[string, any][]} values */
const write = (space, n, ...values) => space.write(hex(record(n)), 'entry', [['at', AT + n], ...values]);

/** @param {import('../../web/app/space.js').Space} space @param {number} n */
const text = (space, n) =>
  space
    .record(hex(record(n)))
    ?.byPerson.get(1)
    ?.get('text')?.value;

/** @param {Disk} disk @param {RegExp} name */
const sealedRows = (disk, name) => [...(disk.stores['sealed'] ?? [])].filter(([key]) => name.test(key));

/** Five records, signed and kept in the index. */
async function kept() {
  const made = await phone();
  for (const n of [1, 2, 3, 4, 5]) await write(made.space, n, ['text', `line ${n}`]);
  await made.space.nextBatch(100, 1e6);
  await made.space.keepIndex(() => STANCE.rests, YEAR, pause);
  return made;
}

test('a start opens nothing until it is asked for, and then that alone', async () => {
  const { again } = await kept();
  const space = await again();
  assert.equal(space.opened, 0);
  assert.equal(text(space, 3), 'line 3');
  assert.equal(space.opened, 1);
  assert.deepEqual(numbers(space.places('entry')), [5, 4, 3, 2, 1]);
  assert.equal(space.opened, 1);
});

test('nothing of the index can be read on the disk, its rows are numbers, and it says how long it is only roughly', async () => {
  const { disk } = await kept();
  const rows = sealedRows(disk, /index|page/);
  assert.deepEqual(rows.map(([name]) => name.replace(/[0-9a-f]{64}/, '…')).sort(), ['space/…/index', 'space/…/page/1']);
  for (const [, { bytes }] of rows) assert.ok(!new TextDecoder('latin1').decode(bytes).includes('entry'));
  const [, page] = rows.find(([name]) => name.endsWith('/1')) ?? [];
  assert.ok(page.bytes.length > 512);
});

test('without an index, with one of another version, or one that is torn, everything is folded anew, and the next index is whole', async () => {
  for (const harm of ['missing', 'torn', 'a page gone', 'older']) {
    const { disk, again } = await kept();
    for (const [name, bytesRow] of sealedRows(disk, harm === 'a page gone' ? /page/ : /index/)) {
      if (harm === 'torn') bytesRow.bytes[5] ^= 1;
      else if (harm === 'older') disk.stores['sealed']?.set(name, { ...bytesRow, nonce: crypto.random(12) });
      else disk.stores['sealed']?.delete(name);
    }
    const space = await again();
    assert.deepEqual([space.opened, text(space, 2)], [5, 'line 2'], harm);
    await space.keepIndex(() => STANCE.rests, YEAR, pause);
    await space.keepIndex(() => STANCE.rests, YEAR, pause); // the first may find that another index is there
    const next = await again();
    assert.deepEqual([next.opened, text(next, 2), next.waiting], [0, 'line 2', 5], harm);
  }
});

test('a place in the server’s log that does not open is the beginning of it', async () => {
  const { disk, space, again } = await kept();
  await space.setCursor(3, crypto.random(32));
  assert.equal((await again()).cursor.n, 3);
  for (const [, sealed] of sealedRows(disk, /cursor/)) sealed.bytes[0] ^= 1;
  const opened = await again();
  assert.deepEqual([opened.cursor.n, text(opened, 3)], [0, 'line 3']);
});

test('what a worker read ahead is begun with, and what was written meanwhile is folded on top of it', async () => {
  const { disk, space, again, readAhead } = await kept();
  const ahead = await readAhead();
  await write(space, 3, ['text', 'another line']);
  await space.nextBatch(100, 1e6);
  await space.keepIndex(() => STANCE.rests, YEAR, pause);
  await write(space, 6, ['text', 'a sixth']);
  for (const [name] of sealedRows(disk, /page/)) disk.stores['sealed']?.delete(name); // this tab need not read them
  const opened = await again(ahead);
  assert.deepEqual([text(opened, 3), text(opened, 6), text(opened, 4)], ['another line', 'a sixth', 'line 4']);
  assert.equal(opened.opened, 3);
  await opened.keepIndex(() => STANCE.rests, YEAR, pause); // finds another index than it began with, and reads that
  await opened.keepIndex(() => STANCE.rests, YEAR, pause);
  const next = await again();
  assert.deepEqual([text(next, 3), text(next, 4), next.waiting], ['another line', 'line 4', 7]);
});

test('of an index that a worker of another release read, nothing is taken', async () => {
  const { again, readAhead } = await kept();
  const { parts, ...rest } = await readAhead();
  const opened = await again({ ...rest, parts: [(parts?.[0] ?? 0) + 1, ...(parts ?? []).slice(1)] });
  assert.deepEqual([opened.opened, text(opened, 2)], [5, 'line 2']);
});

test('what is written and withdrawn after the index is folded on top of it, before and after it is signed', async () => {
  const { again } = await kept();
  let space = await again();
  await space.withdraw(hex(record(2)), 'entry', ['text']);
  await write(space, 3, ['text', 'another line']);
  space = await again();
  assert.deepEqual([text(space, 2), text(space, 3), text(space, 4)], [null, 'another line', 'line 4']);
  await space.keepIndex(() => STANCE.rests, YEAR, pause); // intents stay out of it
  space = await again();
  assert.deepEqual([text(space, 2), text(space, 3), space.waiting], [null, 'another line', 7]);
  await space.nextBatch(100, 1e6);
  await space.keepIndex(() => STANCE.rests, YEAR, pause);
  space = await again();
  assert.deepEqual(
    [space.opened, text(space, 2), text(space, 3), space.waiting, space.missing, space.parked],
    [0, null, 'another line', 7, 0, 0],
  );
});

test('an intent names what it replaces, though that was an intent then and its op is in the index by now', async () => {
  const { space, again } = await phone();
  await write(space, 1, ['text', 'first']);
  const other = await again();
  await write(other, 1, ['text', 'second']); // its base is an intent
  await space.nextBatch(100, 1e6); // the first is signed here, and the second with it
  await space.keepIndex(() => STANCE.rests, YEAR, pause);
  const opened = await again();
  const field = opened
    .record(hex(record(1)))
    ?.byPerson.get(1)
    ?.get('text');
  assert.deepEqual([field?.value, field?.alsoWritten], ['second', []]);
});

test('two tabs keep the index: the later one builds on the other’s, and nothing of either is lost', async () => {
  const { space, again } = await kept();
  const other = await again();
  await write(space, 6, ['text', 'here']);
  await space.nextBatch(100, 1e6);
  await write(other, 1, ['text', 'there']);
  await other.nextBatch(100, 1e6);
  await Promise.all([space.keepIndex(() => STANCE.rests, YEAR, pause), other.keepIndex(() => STANCE.rests, YEAR, pause)]);
  let opened = await again();
  assert.deepEqual([text(opened, 6), text(opened, 1), text(opened, 5)], ['here', 'there', 'line 5']);
  for (const tab of [other, space, other]) await tab.keepIndex(() => STANCE.rests, YEAR, pause);
  opened = await again();
  assert.equal(opened.opened, 0);
  assert.deepEqual([text(opened, 6), text(opened, 1), text(opened, 5)], ['here', 'there', 'line 5']);
});

test('a tab that finds another’s index where it would write its own reads what that one wrote since, also of a record it has open', async () => {
  const { space: other, again } = await kept();
  const tab = await again();
  assert.equal(text(tab, 1), 'line 1');
  await write(tab, 2, ['text', 'of this tab']);
  await tab.nextBatch(100, 1e6);
  let isOther = true;
  await tab.keepIndex(
    () => STANCE.rests,
    YEAR,
    async () => {
      if (!isOther) return;
      isOther = false;
      await other.refresh();
      await write(other, 1, ['text', 'new words']);
      await other.nextBatch(100, 1e6);
      await other.keepIndex(() => STANCE.rests, YEAR, pause);
    },
  );
  assert.equal(text(tab, 1), 'new words');
  await tab.keepIndex(() => STANCE.rests, YEAR, pause);
  const next = await again();
  assert.deepEqual([text(next, 1), text(next, 2), text(next, 5)], ['new words', 'of this tab', 'line 5']);
});

test('what was awake is looked at again, and may come to rest without having changed', async () => {
  const { space, again } = await phone();
  await write(space, 1);
  await space.nextBatch(100, 1e6);
  await space.keepIndex(() => STANCE.awake, YEAR, pause);
  const later = await again();
  assert.equal(later.awake('entry').length, 1);
  await later.keepIndex(() => STANCE.rests, YEAR, pause);
  assert.equal((await again()).awake('entry').length, 0);
});

test('years that are past rest together in one row, this one page by page; whatever is written where and when, all of it is read again', async () => {
  const { disk, space, again } = await phone();
  const put = async (/** @type {number} */ n, /** @type {string} */ type, /** @type {number} */ year) => {
    await space.write(hex(record(n)), type, [
      ['at', Date.UTC(year, 1, n)],
      ['text', `line ${n}`],
    ]);
    await space.nextBatch(100, 1e6);
  };
  const rows = () => sealedRows(disk, /page/).map(([name]) => Number(name.split('/').at(-1)));
  const whole = async (/** @type {number} */ most) => {
    const opened = await again();
    assert.equal(opened.opened, 0, 'from the index');
    for (let n = 1; n <= most; n += 1) assert.equal(text(opened, n), `line ${n}`);
    assert.equal(opened.opened, most);
  };
  await put(1, 'entry', 2022);
  await put(2, 'act', 2022);
  await put(3, 'entry', 2023);
  await put(4, 'entry', 2024);
  await put(5, 'act', 2024);
  await space.keepIndex(() => STANCE.rests, 2024, pause);
  assert.deepEqual(rows(), [1, 2, 3, 4], '2022, 2023, and two pages of 2024');
  await whole(5);
  await put(6, 'act', 2024);
  await space.keepIndex(() => STANCE.rests, 2024, pause);
  assert.deepEqual(rows().length, 4);
  assert.deepEqual(rows().filter((n) => n > 4).length, 1, 'one page was written again');
  await put(7, 'entry', 2022);
  await space.keepIndex(() => STANCE.rests, 2024, pause);
  assert.equal(rows().filter((n) => n > 5).length, 1, 'so was one year');
  await whole(7);
  await put(8, 'entry', 2025);
  await space.keepIndex(() => STANCE.rests, 2025, pause);
  assert.equal(rows().length, 4, '2022, 2023, 2024, and a page of 2025');
  await whole(8);
  await put(9, 'entry', 2024);
  await space.keepIndex(() => STANCE.rests, 1970, pause); // a clock that is wrong
  await whole(9);
});
