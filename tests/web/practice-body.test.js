/** What is unique to the practices of the body and of doing something together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breathAt } from '../../web/core/breath.js';
import { contribution } from '../../web/core/practice.js';
import { nonverbalAttunement } from '../../web/practices/nonverbal-attunement.js';
import { physicalSynchrony } from '../../web/practices/physical-synchrony.js';
import { Pair } from './support/session.js';

/** @typedef {0|1} Person */
const PEOPLE = /** @type {Person[]} */ ([0, 1]);
const NOT_TODAY = 2;

/** @param {any} how */
const pairOf = (how) => new Pair(how);

/** To where the result of the touch question stands. @param {(number|null)[]} wishes of both @param {{seed?: number, skewMs?: number}} [how] */
function toTouchResult(wishes, { seed = 1, skewMs = 0 } = {}) {
  const pair = pairOf({ practice: physicalSynchrony, variant: 'breathe', skewMs });
  const withSeed = (/** @type {import('../../web/core/practice.js').State} */ state) => ({ ...state, session: { ...state.session, seed } });
  pair.states = [withSeed(pair.states[0]), withSeed(pair.states[1])];
  for (const person of PEOPLE) pair.say(person, 'ready');
  for (const person of PEOPLE) {
    const wish = wishes[person];
    if (wish !== null) pair.say(person, 'write', { field: 'touch', value: wish });
    pair.say(person, wish === null ? 'without-touch' : 'touch-said');
    pair.say(person, 'skip-calm-noted');
  }
  return pair;
}

test('touch: never more than the smaller wish, the same on both phones, and no answer is never a yes', () => {
  for (const seed of [1, 2, 3, 4, 8])
    for (const a of [0, 1, 2, null])
      for (const b of [0, 1, 2, null]) {
        const pair = toTouchResult([a, b], { seed });
        const prompts = PEOPLE.map((person) => pair.view(person).prompt?.id);
        const smaller = Math.max(a ?? NOT_TODAY, b ?? NOT_TODAY);
        const result = a === null || b === null ? NOT_TODAY : Math.min(NOT_TODAY, smaller + (seed % 4 === 0 ? 1 : 0));
        assert.deepEqual(prompts, Array(2).fill(`physical-synchrony-result-${result + 1}`), `${a}, ${b}, seed ${seed}`);
      }
});

test('touch: a wish is in nothing that is stored, and gone once the result stands', () => {
  const pair = toTouchResult([0, 1]);
  for (const person of PEOPLE) {
    const said = contribution(/** @type {any} */ (pair.states[person]));
    assert.deepEqual([said.fields, said.blind], [{}, {}]);
    assert.equal(pair.states[person]?.local.fields[person]['touch'], undefined);
  }
});

test('touch: who has answered may go on without the other after half a minute, and then it is not today', () => {
  const pair = pairOf({ practice: physicalSynchrony, variant: 'breathe', length: 'none' });
  for (const person of PEOPLE) pair.say(person, 'ready');
  pair.say(0, 'write', { field: 'touch', value: 0 });
  pair.say(0, 'touch-said');
  pair.say(0, 'skip-calm-noted');
  assert.equal(pair.say(0, 'go-on-without'), false);
  pair.wait(31);
  assert.equal(pair.say(0, 'go-on-without'), true);
  for (const person of PEOPLE) assert.equal(pair.view(person).prompt?.id, 'physical-synchrony-result-3');
});

test('breathing: both phones are at the same place of the breath, however their clocks differ, also with timers off and after a pause', () => {
  const pair = toTouchResult([0, 0], { skewMs: 93_123 });
  for (const step of ['ready', 'ready']) for (const person of PEOPLE) pair.say(person, step);
  const same = () => {
    const [a, b] = PEOPLE.map((person) => {
      const view = pair.view(person);
      assert.equal(view.part, 'breathing');
      return breathAt(pair.clock(person), view.startedAt, 5, 5);
    });
    assert.deepEqual(a, b);
  };
  same();
  pair.wait(17);
  same();
  pair.say(0, 'pause');
  pair.say(0, 'pause-20');
  pair.wait(300);
  for (const person of PEOPLE) pair.say(person, 'ready-again');
  for (const person of PEOPLE) pair.say(person, 'continue');
  same();
});

test('breathing: slower holds for both at once, quicker only when both choose it; not well is seen on the own phone only, and a pause from there is the usual one', () => {
  const pair = toTouchResult([0, 0]);
  for (const step of ['ready', 'ready']) for (const person of PEOPLE) pair.say(person, step);
  pair.say(0, 'quicker');
  assert.ok(!pair.view(1).flags.includes('both:quicker'));
  pair.say(1, 'slower');
  assert.ok(pair.view(0).flags.includes('slower'));
  pair.say(1, 'not-well');
  assert.deepEqual(
    PEOPLE.map((person) => pair.view(person).sheet),
    [null, 'lot'],
  );
  pair.say(1, 'pause-20');
  const pauses = PEOPLE.map((person) =>
    contribution(/** @type {any} */ (pair.states[person])).marks.filter(([key]) => key.startsWith('pause/')),
  );
  assert.deepEqual(pauses[0], pauses[1]);
});

test('noticing: what one leaves out is left out for both, also when the other marked nothing; how one notices stays on the own phone', () => {
  const pair = pairOf({ practice: nonverbalAttunement });
  for (const person of PEOPLE) pair.say(person, 'ready');
  for (const person of PEOPLE) {
    pair.say(person, 'read');
    pair.say(person, 'write', { field: 'sense', value: person });
    pair.say(person, 'sense-said');
    if (person === 0) pair.say(person, 'write', { field: 'spare', value: [['nonverbal-attunement-place-3', 2]] });
    pair.say(person, 'spare-said');
  }
  for (const person of PEOPLE) {
    assert.equal(pair.view(person).phase, 'tell');
    assert.deepEqual(pair.view(person).results['spare'], [['nonverbal-attunement-place-3', 3]]);
    assert.ok(!JSON.stringify(contribution(/** @type {any} */ (pair.states[person])).fields).includes('sense'));
  }
  assert.deepEqual(pair.view(0).shown, [], 'the one who tells');
  assert.equal(pair.view(1).shown[0]?.value, 1);
});

test('whether a noticing fits is said by the one who was seen, or by nobody', () => {
  const pair = pairOf({ practice: nonverbalAttunement });
  for (const person of PEOPLE) pair.say(person, 'ready');
  for (const step of ['read', 'sense-said', 'spare-said']) for (const person of PEOPLE) pair.say(person, step);
  pair.say(0, 'pass');
  pair.say(1, 'noticed');
  assert.deepEqual(pair.view(1).fields, []);
  assert.equal(pair.say(1, 'write', { field: 'landed', value: 0 }), false);
  pair.say(0, 'write', { field: 'landed', value: 2 });
  pair.say(0, 'keep-landed');
  assert.deepEqual(contribution(pair.states[0]).fields, {});
});
