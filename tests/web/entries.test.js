import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Entries } from '../../web/app/entries.js';
import { counting, plainSpace as space } from './support/plain-space.js';

const NOW = 1_780_000_000_000;

function two() {
  const us = new Map();
  const pairs = [1, 2].map((person) => space('us', person, us));
  const own = [1, 2].map(() => space('me', 1, new Map()));
  const crypto = counting();
  return [0, 1].map((i) => new Entries({ me: () => own[i] ?? null, pair: () => pairs[i] ?? null, crypto, now: () => NOW }));
}

test('what is kept is on one phone only, until it is shared; then the other can answer in fields of their own', async () => {
  const [noor, sam] = /** @type {[Entries, Entries]} */ (two());
  const id = await noor.keep('act', { act: 'Call the garage', mark: 'evening' });
  assert.deepEqual([noor.list('act').length, sam.list('act').length], [1, 0]);
  await noor.share('act', { act: 'Call the garage' }, id);
  const [theirs] = sam.list('act');
  assert.equal(theirs?.isMine, false);
  assert.deepEqual(theirs?.theirs, { at: NOW, act: 'Call the garage' });
  await sam.share('act', { reached: 'It did' }, id);
  const mine = noor.get('act', id);
  assert.deepEqual([mine?.isMine, mine?.isShared, mine?.own['mark'], mine?.theirs], [true, true, 'evening', { reached: 'It did' }]);
});

test('taken back, its words are gone from both; shared once more, it stands again', async () => {
  const [noor, sam] = /** @type {[Entries, Entries]} */ (two());
  const id = await noor.share('act', { act: 'Soup' });
  await noor.takeBack('act', id);
  assert.deepEqual([sam.get('act', id)?.isTakenBack, sam.get('act', id)?.theirs], [true, {}]);
  await noor.share('act', { act: 'Bread' }, id);
  assert.deepEqual([sam.get('act', id)?.isTakenBack, sam.get('act', id)?.theirs['act']], [false, 'Bread']);
});

test('what was kept for one pair is shown beside no other', async () => {
  const us = [space('first', 1, new Map()), space('second', 1, new Map())];
  const me = space('me', 1, new Map());
  let current = 0;
  const crypto = counting();
  const entries = new Entries({ me: () => me, pair: () => us[current] ?? null, crypto, now: () => NOW });
  const id = await entries.keep('act', { act: 'Soup' });
  current = 1;
  assert.deepEqual(entries.list('act'), []);
  current = 0;
  assert.equal(entries.get('act', id)?.own['act'], 'Soup');
  await entries.forget('act', id);
  assert.deepEqual(entries.list('act'), []);
});
