import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, isStanding, Retreats } from '../../web/app/retreats.js';
import { calendarFile } from '../../web/core/calendar.js';
import { jointValue } from '../../web/core/joint.js';
import { contribution } from '../../web/core/practice.js';
import { STANCE } from '../../web/core/record-index.js';
import { weeklyRetreat } from '../../web/practices/weekly-retreat.js';
import { Chance } from './support/seeded.js';
import { Pair } from './support/session.js';

const WEEK_MS = 7 * 86_400_000;
const KEEP = 0;
const SMALLER = 1;
const GONE = 2;

/** A retreat that was, as `Sessions.past` gives it. @param {number} week @param {{change?: string, isAgreed?: boolean, results?: object}} how */
const past = (week, { change, isAgreed = change !== undefined, results = {} }) =>
  /** @type {any} */ ({
    id: `s${week}`,
    practice: 'weekly-retreat',
    at: week * WEEK_MS,
    reached: 20,
    results,
    agreed: isAgreed ? ['agreed'] : [],
    lines: change === undefined ? [] : [{ name: 'change', value: change, isWithdrawn: false }],
  });

/** As the app sees them, which opens only what stands and what came since. @param {any[]} retreats */
const appOf = (retreats) => {
  const opened = new Set();
  const sessions = {
    *newest(/** @type {string} */ practice, /** @type {readonly number[]} */ stances) {
      for (const each of [...retreats].reverse()) {
        const stance = isStanding(each) ? STANCE.stands : STANCE.rests;
        if (each.practice !== practice || (stances && !stances.includes(stance))) continue;
        opened.add(each.id);
        yield each;
      }
    },
  };
  const now = () => 1000 * WEEK_MS;
  return { opened, app: new Retreats(/** @type {any} */ ({ entries: {}, sessions, checkIns: { topics: () => [] }, now })) };
};

const textsOf = (/** @type {any[]} */ ...retreats) => {
  const { current, unhelped } = changesOf(retreats);
  const { app } = appOf(retreats);
  assert.equal(app.change?.text, current?.text);
  assert.equal(app.isStuck, unhelped >= 3);
  return { current: current?.text ?? null, earlier: [...app.earlier()].map(({ text }) => text), unhelped };
};

test('a change stands with both yes, until the two let it go, make it smaller or choose another', () => {
  const table = past(1, { change: 'Eat at the table' });
  assert.equal(textsOf(table).current, 'Eat at the table');
  assert.equal(textsOf(past(1, { change: 'Eat at the table', isAgreed: false })).current, null);
  assert.equal(textsOf(table, past(2, { results: { fate: KEEP } })).current, 'Eat at the table');
  assert.equal(textsOf(table, past(2, {})).current, 'Eat at the table', 'a week that broke off takes nothing away');
  assert.deepEqual(textsOf(table, past(2, { results: { fate: GONE } })), { current: null, earlier: ['Eat at the table'], unhelped: 0 });
  assert.equal(textsOf(table, past(2, { results: { fate: SMALLER } })).current, null);
  assert.deepEqual(textsOf(table, past(2, { change: 'Walk', results: { fate: GONE } })).earlier, ['Eat at the table']);
});

test('three weeks of the same change without help are seen, whatever it was made smaller to; help ends the row', () => {
  const no = (/** @type {number} */ week, more = {}) => past(week, { results: { fate: KEEP, helped: 2 }, ...more });
  assert.equal(textsOf(past(1, { change: 'A' }), no(2), no(3), no(4)).unhelped, 3);
  assert.equal(
    textsOf(past(1, { change: 'A' }), no(2), past(3, { change: 'a', results: { fate: SMALLER, helped: '2+3' } }), no(4)).unhelped,
    3,
  );
  assert.equal(textsOf(past(1, { change: 'A' }), no(2), past(3, { results: { fate: KEEP, helped: '1+2' } }), no(4)).unhelped, 1);
  assert.equal(textsOf(past(1, { change: 'A' }), no(2), past(3, { change: 'B', results: { fate: GONE, helped: 2 } })).unhelped, 0);
  assert.equal(
    textsOf(past(1, { change: 'A' }), past(2, { results: { fate: KEEP, helped: 3 } })).unhelped,
    0,
    'too early to tell is no no',
  );
});

test('what holds now is the same however few of the years before are opened', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const chance = new Chance(seed);
    const weeks = Array.from({ length: 80 }, (_, week) =>
      past(week, {
        ...(chance.is(0.3) ? { change: `c${week}`, isAgreed: chance.is(0.8) } : {}),
        results: {
          ...(chance.is(0.6) ? { fate: chance.below(3) } : {}),
          ...(chance.is(0.6) ? { helped: chance.one([0, 1, 2, 3, '2+3', '1+2']) } : {}),
        },
      }),
    );
    textsOf(...weeks);
    const { app, opened } = appOf(weeks);
    assert.equal(app.isStuck, changesOf(weeks).unhelped >= 3);
    assert.ok(opened.size < 80, `${opened.size} were opened`);
  }
});

test('either answer is shown without saying whose; a thread is chosen only by both', () => {
  const field = (/** @type {string} */ name) => /** @type {any} */ (weeklyRetreat.fields.find((each) => each.name === name));
  for (const [a, b, both] of /** @type {[number, number, unknown][]} */ ([
    [0, 0, 0],
    [0, 2, '0+2'],
    [2, 0, '0+2'],
  ]))
    assert.equal(jointValue(field('helped'), a, b, 1), both);
  const marks = (/** @type {[string, number][]} */ ...each) => /** @type {any} */ (each);
  assert.equal(jointValue(field('thread'), marks(['x', 0], ['y', 1]), marks(['x', 0], ['y', 0]), 1), 'x');
  assert.equal(jointValue(field('thread'), marks(['x', 0]), marks(['x', 1]), 1), 'none');
  assert.equal(jointValue(field('thread'), marks(['x', 0]), marks(), 1), 'none');
});

/** @param {Pair} pair @param {string} wanted phase to which those come who tap what stands first */
function to(pair, wanted) {
  const at = pair.states[0].flow.findIndex(({ phase }) => phase === wanted);
  for (let step = 0; step < 80 && pair.view(0).index < at; step += 1) {
    for (const person of /** @type {const} */ ([0, 1])) {
      const { buttons } = pair.view(person);
      const on = buttons.find(({ primary, id }) => primary && id !== 'close');
      if (on && pair.view(0).index < at) pair.say(person, on.event.type);
    }
  }
  assert.equal(pair.view(1).phase, wanted);
}

test('a yes to other words is no yes to these: what both agree on, they agree on at one place', () => {
  const pair = new Pair({ practice: weeklyRetreat });
  to(pair, 'change');
  pair.tap(1, 'write', { field: 'change', value: 'Phones in the hall' });
  pair.say(1, 'on-change');
  pair.say(1, 'fits');
  pair.say(0, 'agreed');
  pair.say(1, 'change-it');
  pair.tap(1, 'write', { field: 'change', value: 'No phones at all' });
  pair.say(1, 'on-change');
  pair.say(1, 'fits');
  pair.say(1, 'agreed');
  assert.equal(contribution(pair.states[1]).fields['change'], 'No phones at all', 'while it is asked');
  pair.say(0, 'no-change');
  for (const person of /** @type {const} */ ([0, 1])) pair.say(person, 'ready');
  assert.equal(contribution(pair.states[1]).fields['change'], undefined);
  assert.equal(pair.view(0).phase, 'thank');
});

test('what is hard to go on with is laid onto the list of open threads from its pause, and nothing of it is lost', () => {
  const pair = new Pair({ practice: weeklyRetreat });
  to(pair, 'not-working-1');
  const speaker = pair.view(0).hasFloor ? 0 : 1;
  const other = speaker === 0 ? 1 : 0;
  const ids = (/** @type {0|1} */ person) => pair.view(person).buttons.map(({ id }) => id);
  pair.say(speaker, 'pause');
  assert.ok(!ids(speaker).includes('onto-list'), 'there is nothing to lay aside');
  pair.say(speaker, 'go-on');
  pair.tap(speaker, 'write', { field: 'not-working', value: ['The keys again', 'Tuesday'] });
  pair.say(speaker, 'pause');
  assert.equal(pair.view(speaker).small?.id, 'weekly-retreat-come-back');
  pair.say(other, 'pause');
  assert.ok(!ids(other).includes('onto-list'), 'the other has nothing here');
  pair.say(other, 'go-on');
  assert.ok(pair.say(speaker, 'onto-list'));
  assert.deepEqual(contribution(pair.states[speaker]).fields, { brought: ['The keys again', 'Tuesday'] });
  assert.deepEqual(ids(speaker).includes('onto-list'), false);
  pair.say(speaker, 'go-on');
  pair.tap(speaker, 'write', { field: 'not-working', value: ['a', 'b', 'c', 'd', 'e'] });
  pair.say(speaker, 'pause');
  assert.ok(!ids(speaker).includes('onto-list'), 'no room: they stay where they are');
});

test('a calendar gets a moment and a neutral title, and nothing else', () => {
  const at = Date.UTC(2026, 10, 29, 18, 30);
  const file = calendarFile({ at, minutes: 30 }, { title: 'Half an hour, quietly; so', now: at - WEEK_MS });
  const lines = file.split('\r\n');
  assert.ok(lines.includes('DTSTART:20261129T183000Z') && lines.includes('DTEND:20261129T190000Z'));
  assert.ok(lines.includes('SUMMARY:Half an hour\\, quietly\\; so'));
  assert.ok(lines.every((line) => line.length < 75));
  assert.equal(lines.at(-1), '');
  const whole = calendarFile({ day: '2026-11-29' }, { title: 'A plan', now: at }).split('\r\n');
  assert.ok(whole.includes('DTSTART;VALUE=DATE:20261129') && !whole.some((line) => line.startsWith('DTEND')));
});
