import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../../web/core/codec.js';
import { mergeMarks, put, readMarks, shiftMarks } from '../../web/core/marks.js';
import { join } from '../../web/core/session.js';
import { dailyCheckIn } from '../../web/practices/daily-check-in.js';
import { practices } from './support/play.js';
import { Chance } from './support/seeded.js';

const FLOW = dailyCheckIn.flows['live'] ?? [];
const KINDS = ['ready', 'skip', 'flag', 'turn', 'more', 'draw', 'pause', 'back', 'stop', 'again'];

/** @param {Chance} chance @returns {import('../../web/core/marks.js').Marks} any marks, honest or not */
function anyMarks(chance) {
  /** @type {import('../../web/core/marks.js').Marks} */ let marks = [];
  for (let i = chance.below(12); i > 0; i -= 1) {
    const kind = chance.one(KINDS);
    const k = chance.below(4);
    const key = kind === 'flag' ? `flag/${k}/not-quite` : kind === 'turn' ? `turn/good-news/${k % 2}` : `${kind}/${k}`;
    marks = put(marks, key, ...Array.from({ length: kind === 'pause' ? 2 : 1 }, () => chance.below(50)));
  }
  if (chance.is(0.7))
    marks = put(marks, 'floor', chance.below(6), chance.below(FLOW.length), chance.below(2), chance.below(50), chance.below(6));
  return marks;
}

test('merging is commutative, associative and idempotent, and what is merged reads back from bytes', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const chance = new Chance(seed);
    const [a, b, c] = [anyMarks(chance), anyMarks(chance), anyMarks(chance)];
    assert.deepEqual(mergeMarks(a, b), mergeMarks(b, a), `seed ${seed}`);
    assert.deepEqual(mergeMarks(mergeMarks(a, b), c), mergeMarks(a, mergeMarks(b, c)), `seed ${seed}`);
    assert.deepEqual(mergeMarks(a, a), a, `seed ${seed}`);
    assert.deepEqual(readMarks(decode(encode(a))), a, `seed ${seed}`);
  }
});

test('both phones see the same place from the same marks, and more marks never move it back', () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const chance = new Chance(seed);
    const [a, b] = [anyMarks(chance), anyMarks(chance)];
    const shift = chance.below(40);
    const first = join(dailyCheckIn, FLOW, a, shiftMarks(b, shift), { starter: 0, reader: 0, offsetMs: -0 });
    const second = join(dailyCheckIn, FLOW, shiftMarks(a, 0), shiftMarks(b, shift), { starter: 0, reader: 1 });
    const { marks: _a, ...atFirst } = first;
    const { marks: _b, ...atSecond } = second;
    assert.deepEqual(atFirst, atSecond, `seed ${seed}`);
    const more = join(dailyCheckIn, FLOW, mergeMarks(a, anyMarks(chance)), b, { starter: 0 });
    const isEnd = dailyCheckIn.phases[FLOW[more.index]?.phase ?? '']?.isFinal === true;
    assert.ok(isEnd || more.serial >= join(dailyCheckIn, FLOW, a, b, { starter: 0 }).serial, `seed ${seed}`);
  }
});

test('marks from outside: what is malformed or beyond bounds is left out, the rest holds', () => {
  const bad = [
    null,
    'floor',
    ['floor'],
    ['floor', 1, 2, 0, 3],
    ['floor', 1e9, 0, 0, 0, 0],
    ['floor', 1, 0, 0, 2 ** 52, 0],
    ['floor', 1, 0, 0, -1, 0],
    ['floor', 1.5, 0, 0, 0, 0],
    ['pause/9999999', 1, 2],
    ['pause/1', 1],
    ['unknown/1', 1],
    ['ready/1', '1'],
    ['flag/1/Not a name', 1],
    ['__proto__', 1],
    ['constructor/1', 1],
  ];
  assert.deepEqual(readMarks([...bad, ['ready/0', 7]]), [['ready/0', 7]]);
  for (const value of [null, 3, 'x', {}, [[[]]], Array.from({ length: 10_000 }, () => ['ready/0', 1])])
    assert.ok(Array.isArray(readMarks(value)));
});

test('a phone of a newer practice at a place this one does not know: the last place, no crash', () => {
  const joint = join(dailyCheckIn, FLOW, readMarks([['floor', 90, 77, 0, 5, 0]]), [], { starter: 0 });
  assert.equal(joint.index, FLOW.length - 1);
});

test('every flag that a practice sets arrives at the other phone', () => {
  for (const { id, phases } of practices) {
    const actions = Object.values(phases).flatMap((phase) => [
      ...phase.actions,
      ...(phase.steps ?? []).flatMap((step) => step.actions ?? []),
    ]);
    for (const { flag } of actions.filter((action) => action.flag !== undefined)) {
      const marks = /** @type {any} */ ([
        [`flag/1/${flag}`, 1],
        [`turn/${flag}/0`, 1],
      ]);
      assert.deepEqual(readMarks(marks), marks, id);
    }
  }
});
