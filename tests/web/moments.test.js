import assert from 'node:assert/strict';
import { test } from 'node:test';
import { againOf, isSealed, Moments, ONLY_ME, OPEN, pageOf, SEALED, titleOf, whenOf } from '../../web/app/moments.js';
import { Photos } from '../../web/app/photos.js';
import { JPEG, photoValue, pictureOf } from '../../web/core/blob.js';
import { NOW, two } from './support/spaces.js';

const DAY_MS = 86_400_000;

/** Photos as values: each sealing is another. */
const photos = /** @type {any} */ ({
  sealed: 0,
  async attach(/** @type {any} */ space, /** @type {any} */ { words }) {
    this.sealed += 1;
    const id = new Uint8Array(16).fill(this.sealed);
    return photoValue({
      blob: { media: JPEG, id, epoch: 1, length: 9, deleteTag: new Uint8Array(32), names: [new Uint8Array(32)] },
      width: 4,
      height: 3,
      words: `${words} in ${space.name}`,
    });
  },
  named: Photos.prototype.named,
});

function both() {
  const clock = { now: NOW };
  const now = () => clock.now;
  const parts = two(now);
  // a page that goes back and forth lies in a record whose place both know
  for (const { pair } of parts) Object.assign(/** @type {any} */ (pair()), { meetAt: async () => 'turn' });
  const [noor, sam] = /** @type {[Moments, Moments]} */ (parts.map((each) => new Moments({ ...each, photos: () => photos })));
  return { noor, sam, clock, entries: parts.map(({ entries }) => entries), pairs: parts.map(({ pair }) => /** @type {any} */ (pair())) };
}

test('a sealed page is on the other phone by its title alone, until it was chosen; then closed again unless its writer says otherwise', async () => {
  const { noor, sam, pairs } = both();
  const id = await noor.write({ title: 'The ferry', page: 'You gave me your gloves', audience: SEALED });
  const [theirs] = sam.toRead();
  assert.deepEqual([theirs && titleOf(theirs), theirs && pageOf(theirs), theirs && isSealed(theirs)], ['The ferry', '', true]);
  const here = () =>
    JSON.stringify(pairs[1].recordsOfType('moment').map((/** @type {any} */ each) => [...each.byPerson].map(([, fields]) => [...fields])));
  assert.ok(!here().includes('gloves'));
  await sam.open(id);
  assert.ok(!here().includes('gloves'), 'only its writer opens it');
  await noor.open(id);
  assert.equal(pageOf(/** @type {any} */ (sam.get(id))), 'You gave me your gloves');
  await noor.settle();
  assert.equal(isSealed(/** @type {any} */ (sam.get(id))), true);
  assert.ok(!here().includes('gloves'));
  await noor.leaveOpen(id);
  await noor.settle();
  assert.equal(isSealed(/** @type {any} */ (sam.get(id))), false);
});

test('what becomes sealed or mine alone again takes its words along, changed ones too', async () => {
  const { noor, sam } = both();
  const id = await noor.write({ title: '', page: 'first', audience: OPEN });
  await noor.write({ title: '', page: 'second', audience: SEALED }, id);
  assert.deepEqual([sam.get(id)?.theirs['page'], pageOf(/** @type {any} */ (noor.get(id)))], [undefined, 'second']);
  await noor.write({ title: '', page: 'third', audience: ONLY_ME }, id);
  assert.deepEqual([sam.get(id), pageOf(/** @type {any} */ (noor.get(id)))], [null, 'third']);
  await noor.write({ title: '', page: 'fourth', audience: OPEN }, id);
  assert.equal(pageOf(/** @type {any} */ (sam.get(id))), 'fourth');
});

test('the page waits with one of the two, can be given back, and nothing says whether anything was written', async () => {
  const { noor, sam } = both();
  assert.deepEqual([noor.turn.with, sam.isMyTurn], [null, false]);
  await noor.pass();
  assert.deepEqual([noor.turn.with, sam.turn.with, sam.isMyTurn], ['them', 'me', true]);
  await sam.seeTurn();
  assert.deepEqual([sam.isMyTurn, noor.turn.with], [false, 'them']);
  await sam.pass(true);
  assert.deepEqual([noor.isMyTurn, noor.turn.isBack, sam.turn.with], [true, true, 'them']);
});

test('both at once: the page is with one of the two, on both phones alike', async () => {
  const { noor, sam, pairs } = both();
  await noor.pass();
  pairs[1].write('turn', 'moment-turn', [['pass', [1, false]]]);
  assert.deepEqual([noor.turn.with, sam.turn.with].sort(), ['me', 'them']);
});

test('a plan has a time, moves with the last word of either, and is an idea again when it is let go', async () => {
  const { noor, sam, clock, entries } = both();
  const id = await entries[0]?.share('again', { again: 'The early ferry', when: 0 });
  assert.equal(againOf(/** @type {any} */ (sam.plans()[0])), 'The early ferry');
  clock.now += 8 * DAY_MS;
  const plan = () => /** @type {any} */ (noor.plan(String(id)));
  assert.equal(noor.isOver(plan()), true);
  await sam.move(/** @type {any} */ (sam.plan(String(id))), 1);
  assert.deepEqual([noor.isOver(plan()), whenOf(plan()).when], [false, 1]);
  clock.now += 1;
  await noor.letGo(plan());
  assert.deepEqual([sam.plans().length, sam.ideas().length], [0, 1]);
  clock.now += 1;
  await noor.move(plan(), 1, '2026-12-24');
  assert.deepEqual([sam.plans().length, whenOf(/** @type {any} */ (sam.plan(String(id)))).day], [1, '2026-12-24']);
  await sam.done(/** @type {any} */ (sam.plan(String(id))));
  assert.deepEqual([noor.plans().length, noor.ideas().length], [0, 0]);
});

test('the photo of a page goes with its words: nowhere while it is mine alone or sealed, a copy while it is open, none when it is taken out', async () => {
  const { noor, sam, pairs } = both();
  const picture = { id: 'draft', width: 4, height: 3, words: 'A dock' };
  const id = await noor.write({ title: 'Dock', page: 'words', audience: SEALED, picture });
  const own = () => noor.photo(/** @type {any} */ (noor.get(id)));
  const theirs = () => sam.photo(/** @type {any} */ (sam.get(id)));
  const between = () =>
    JSON.stringify(pairs[1].recordsOfType('moment').map((/** @type {any} */ each) => [...each.byPerson].map(([, fields]) => [...fields])));
  assert.deepEqual([own()?.photo.words, theirs(), between().includes('A dock')], ['A dock in me', null, false]);
  await noor.open(id);
  assert.equal(theirs()?.photo.words, 'A dock in me in us');
  assert.notDeepEqual(theirs()?.photo.blob.id, own()?.photo.blob.id);
  await noor.seal(id);
  assert.deepEqual([theirs(), between().includes('A dock')], [null, false]);
  const kept = pictureOf(own()?.photo);
  await noor.write({ title: 'Dock', page: 'words', audience: OPEN, picture: kept && { ...kept, words: 'A pier' } }, id);
  const shown = theirs()?.photo.blob.id;
  assert.ok(shown);
  await noor.write({ title: 'Dock', page: 'words', audience: OPEN, picture: kept && { ...kept, words: 'A jetty' } }, id);
  assert.deepEqual([theirs()?.photo.words, theirs()?.photo.blob.id], ['A jetty', shown], 'new words are no new photo');
  await noor.write({ title: 'Dock', page: 'words', audience: OPEN }, id);
  assert.deepEqual([own(), theirs()], [null, null]);
});
