/** What is unique to coming back from a pause: two yeses to begin, words that are shown by an act, and an outcome that names nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribution, localOf } from '../../web/core/practice.js';
import { pauseInConflict } from '../../web/practices/pause-in-conflict.js';
import { Pair, T0 } from './support/session.js';

/** @typedef {0|1} Person */
const PEOPLE = /** @type {const} */ ([0, 1]);

/** @param {Pair} pair @param {string} way `0:ready 1:ready`, each heard at once */
function go(pair, way) {
  for (const tap of way.split(' ')) {
    const [person, event] = tap.split(':');
    pair.wait(1);
    assert.ok(pair.say(/** @type {Person} */ (Number(person)), event ?? ''), `${tap} in ${pair.view(0).phase}`);
  }
}

const back = (way = '') => {
  const pair = new Pair({ practice: pauseInConflict });
  go(pair, `0:ready 1:ready${way}`);
  return pair;
};
const ROUND = '0:pass 1:said 0:near 1:pass 0:said 1:near 0:pass 1:said 1:pass 0:said';

/** @param {Pair} pair @param {(person: Person) => unknown} of the same on both phones @returns {unknown} */
function alike(pair, of) {
  const [a, b] = PEOPLE.map(of);
  assert.deepEqual(a, b, pair.view(0).phase);
  return a;
}

test('one who is ready waits without being named, and nothing goes past the other', () => {
  const pair = back(' 0:ready 0:pause');
  assert.ok(pair.view(0).buttons.every(({ id }) => id !== 'skip'));
  go(pair, '0:go-on');
  assert.equal(pair.view(0).prompt?.id, 'pause-ready-alone');
  assert.equal(pair.view(1).prompt?.id, 'pause-in-conflict-return');
  pair.wait(3600);
  assert.equal(pair.view(1).phase, 'return', 'no clock answers for anybody');
  go(pair, '1:ready');
  assert.equal(pair.view(0).phase, 'came-back');
});

test('not yet takes a new time, on both phones alike; not today parks the matter', () => {
  const pair = back(' 1:not-yet');
  assert.equal(pair.view(1).sheet, 'pause');
  assert.equal(pair.view(0).sheet, null);
  assert.ok(pair.say(1, 'pause-until', { untilMs: T0 + 3_600_000 }));
  assert.equal(
    alike(pair, (person) => pair.view(person).prompt?.id),
    'pause-in-conflict-paused',
  );
  assert.equal(
    alike(pair, (person) => pair.view(person).paused?.untilMs),
    T0 + 3_600_000,
  );
  go(pair, '0:ready-again 1:ready-again 0:continue 1:continue 0:ready 0:not-today');
  assert.equal(alike(pair, (person) => [pair.view(person).prompt?.id, pair.view(person).isEnded])?.toString(), 'pause-parked,true');
});

test('words for a feeling or a need are seen when they are shown, and not before', () => {
  const pair = back(' 0:ready 1:ready 1:i-begin');
  for (const person of PEOPLE) pair.say(person, 'write', { field: 'feeling', value: [`zebra${person}`] });
  go(pair, '0:ready 1:ready');
  const seen = (/** @type {Person} */ by) =>
    JSON.stringify([contribution(pair.states[1 - by === 0 ? 0 : 1]), pair.states[by].theirs, pair.view(by).shown]);
  assert.equal(pair.view(1).hasFloor, true);
  assert.ok(!seen(0).includes('zebra1'));
  assert.ok(
    pair.view(1).shown.some(({ value, isShared }) => String(value) === 'zebra1' && !isShared),
    'one sees their own, with a lock',
  );
  go(pair, '1:show-feeling');
  assert.ok(pair.view(0).shown.some(({ value }) => String(value) === 'zebra1'));
  go(pair, '1:pass 0:said 1:not-quite');
  assert.equal(pair.view(1).prompt?.id, 'pause-in-conflict-missing');
  assert.ok(
    pair.view(1).buttons.every(({ id }) => id !== 'not-quite'),
    'once',
  );
  go(pair, '1:said-word 0:pass 1:said 0:near 1:pass 0:said 0:pass 1:said 0:ready 1:ready 0:weighed 1:weighed 0:on-from-here 0:remembered');
  assert.ok(!seen(1).includes('zebra0'));
  assert.equal(pair.view(0).step, 'feeling-left');
  assert.equal(pair.view(1).step, 'over', 'what was shown is not asked about');
  assert.equal(pair.view(0).buttons.find(({ primary }) => primary)?.id, 'erase-feeling');
  assert.deepEqual(pair.view(0).fields, []);
  go(pair, '0:erase-feeling');
  assert.ok(!JSON.stringify(localOf(pair.states[0])).includes('zebra0'));
  assert.ok(JSON.stringify(contribution(pair.states[1])).includes('zebra1'), 'what was shown stays');
});

/** @param {readonly [number, number]} marks of the one step that 0 wrote */
function weighed(marks) {
  const pair = back(` 0:ready 1:ready 0:i-begin 0:ready 1:ready ${ROUND}`);
  pair.say(0, 'write', { field: 'step', value: 'Tomorrow we walk' });
  assert.ok(!JSON.stringify(pair.states[1]).includes('walk'), 'sealed until it is shown');
  go(pair, '0:ready 1:ready');
  for (const person of PEOPLE) assert.ok(pair.say(person, 'write', { field: 'fits', value: [['0/0', marks[person]]] }));
  go(pair, '0:weighed 1:weighed');
  return pair;
}

test('agreed only with a yes of both; else parked, alike, and no refusal is shown', () => {
  for (const marks of /** @type {[number, number][]} */ ([
    [0, 0],
    [0, 1],
    [1, 1],
  ])) {
    const pair = weighed(marks);
    assert.equal(
      alike(pair, (person) => pair.view(person).prompt?.id),
      'pause-in-conflict-agreed',
    );
    assert.ok(JSON.stringify(alike(pair, (person) => pair.view(person).shown)).includes('walk'));
  }
  for (const marks of /** @type {[number, number][]} */ ([
    [2, 0],
    [1, 2],
    [2, 2],
  ])) {
    const pair = weighed(marks);
    assert.equal(
      alike(pair, (person) => pair.view(person).prompt?.id),
      'pause-in-conflict-parked',
    );
    assert.deepEqual(
      alike(pair, (person) => pair.view(person).shown),
      [],
    );
  }
});

test('parking is one tap of either, and both phones write the same', () => {
  const pair = back(` 0:ready 1:ready 0:i-begin 0:ready 1:ready ${ROUND} 1:park-it`);
  assert.equal(
    alike(pair, (person) => pair.view(person).prompt?.id),
    'pause-in-conflict-parked',
  );
  alike(pair, (person) => pair.states[person].marks[person]?.find(([key]) => String(key).startsWith('jump/')));
});
