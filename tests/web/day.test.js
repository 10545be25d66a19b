import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addDays, dayLabel, isDayLabel, isDayOver, noonOf, untilDayEnds } from '../../web/core/day.js';

const HOME = process.env['TZ'];
after(() => {
  if (HOME === undefined) delete process.env['TZ'];
  else process.env['TZ'] = HOME;
});

/** @param {string} zone @param {string} local `YYYY-MM-DDTHH:MM` on the wall clock there */
function at(zone, local) {
  process.env['TZ'] = zone;
  return new Date(local).getTime();
}

test('the day ends at four in the morning, where the phone is', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    assert.equal(dayLabel(at(zone, '2026-11-25T03:59')), '2026-11-24', zone);
    assert.equal(dayLabel(at(zone, '2026-11-25T04:00')), '2026-11-25', zone);
    assert.equal(dayLabel(at(zone, '2027-01-01T02:00')), '2026-12-31', zone);
    assert.equal(dayLabel(at(zone, '2028-03-01T03:00')), '2028-02-29', zone);
  }
});

test('on the nights the clocks change the boundary stays at four', () => {
  for (const [zone, day, before] of /** @type {const} */ ([
    ['Europe/Berlin', '2026-03-29', '2026-03-28'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24'],
    ['America/New_York', '2026-03-08', '2026-03-07'],
    ['America/New_York', '2026-11-01', '2026-10-31'],
    ['America/Santiago', '2026-09-06', '2026-09-05'],
  ])) {
    assert.equal(dayLabel(at(zone, `${day}T03:59`)), before, `${zone} ${day}`);
    assert.equal(dayLabel(at(zone, `${day}T04:00`)), day, `${zone} ${day}`);
    const late = at(zone, `${before}T22:00`);
    assert.equal(late + untilDayEnds(late), at(zone, `${day}T04:00`), `${zone} ${day}`);
  }
});

test('travelling: the same moment is another day elsewhere, and a day never ends twice for one place', () => {
  const moment = Date.UTC(2026, 10, 24, 20);
  process.env['TZ'] = 'Pacific/Kiritimati';
  assert.equal(dayLabel(moment), '2026-11-25');
  assert.equal(isDayOver('2026-11-24', moment), true);
  process.env['TZ'] = 'America/Los_Angeles';
  assert.equal(dayLabel(moment), '2026-11-24');
  assert.equal(isDayOver('2026-11-24', moment), false);
});

test('labels count on and back through every day of six years, in a zone that skipped a day', () => {
  for (const zone of ['Pacific/Apia', 'Europe/Lisbon']) {
    process.env['TZ'] = zone;
    let label = '2026-01-01';
    for (let i = 0; i < 2200; i += 1) {
      const next = addDays(label, 1);
      assert.ok(next > label && isDayLabel(next), `${zone} ${label} ${next}`);
      assert.equal(addDays(next, -1), label);
      assert.equal(new Date(noonOf(next)).getHours(), 12);
      label = next;
    }
  }
});

test('only a day is a label', () => {
  process.env['TZ'] = 'UTC';
  for (const text of ['2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2026-11-24T00:00', '0000-00-00'])
    assert.equal(isDayLabel(text), false, text);
});
