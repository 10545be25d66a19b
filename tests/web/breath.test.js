import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BREATH_SECONDS, breathAt } from '../../web/core/breath.js';

const T0 = 1_780_000_000_000;

test('five in, five out: empty at the start, full at the turn, empty again', () => {
  const at = (/** @type {number} */ seconds) => breathAt(T0 + seconds * 1000, T0, 5, 5);
  assert.deepEqual(at(0), { isIn: true, index: 0, fraction: 0, level: 0, turnsInMs: 5000 });
  assert.equal(at(2.5).level.toFixed(6), '0.500000');
  assert.deepEqual(at(5), { isIn: false, index: 0, fraction: 0, level: 1, turnsInMs: 5000 });
  assert.deepEqual(at(10), { isIn: true, index: 1, fraction: 0, level: 0, turnsInMs: 5000 });
  assert.equal(at(43).index, 4);
});

test('never a jump and never a hold, in any rhythm', () => {
  for (const [inSeconds, outSeconds] of [
    ...Object.values(BREATH_SECONDS).map((each) => /** @type {const} */ ([each, each])),
    /** @type {const} */ ([4, 6]),
  ]) {
    let before = breathAt(T0, T0, inSeconds, outSeconds);
    for (let ms = 20; ms < 60_000; ms += 20) {
      const now = breathAt(T0 + ms, T0, inSeconds, outSeconds);
      assert.ok(now.level >= 0 && now.level <= 1);
      assert.ok(Math.abs(now.level - before.level) < 0.02, `a jump at ${ms}`);
      if (now.isIn === before.isIn) assert.notEqual(now.level, before.level, `a hold at ${ms}`);
      assert.ok(now.turnsInMs > 0 && now.turnsInMs <= 1000 * (now.isIn ? inSeconds : outSeconds));
      before = now;
    }
  }
});

test('two phones whose clocks differ, each with the start by its own, are at the same place; who comes late joins', () => {
  const skew = 93_123;
  for (let ms = 0; ms < 300_000; ms += 777) assert.deepEqual(breathAt(T0 + ms, T0, 5, 5), breathAt(T0 + skew + ms, T0 + skew, 5, 5));
});

test('before it begins it is empty', () => assert.deepEqual(breathAt(T0 - 9000, T0, 5, 5), breathAt(T0, T0, 5, 5)));
