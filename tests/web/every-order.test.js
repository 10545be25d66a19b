/**
 * Breadth first: whatever two people do, in whatever order, up to six taps from the start of each practice in each mode. At every place one of them
 * can go on, nobody is shown what the other keeps, and nobody writes what is the other's to write.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situation } from '../../web/core/practice.js';
import { view } from '../../web/core/practice-view.js';
import { events, fill, modesOf, PEOPLE, pairFor, practices, requireHidden, requirePrivate, wayOn, writeAll } from './support/play.js';
import { Chance } from './support/seeded.js';

/** @typedef {0|1} Person @typedef {import('./support/session.js').Pair} Pair @typedef {{states: Pair['states'], now: number}} Place */

const DEPTH = Number(process.env['DEPTH'] ?? 6);
const FIRST = new Chance(1);

/** @param {Pair} pair @param {Place} place */
const goTo = (pair, { states, now }) => Object.assign(pair, { states: [...states], now });

/** @type {WeakMap<import('../../web/core/practice.js').State, string>} */ const keys = new WeakMap();

/** All of a phone but the times. @param {import('../../web/core/practice.js').State} state */
function keyOfState(state) {
  const known = keys.get(state);
  if (known) return known;
  const { marks, local, theirs, theirBlind } = state;
  const untimed = marks.map((each) => each.map(([key, ...numbers]) => [key, ...numbers.filter((number) => number < 1e9)]));
  const key = JSON.stringify([untimed, { ...local, urge: null }, theirs, theirBlind]);
  keys.set(state, key);
  return key;
}

/** Two places are one when only their times differ, and no bell rang between. @param {Pair} pair */
const keyOf = (pair) => pair.states.map((state) => keyOfState(state) + situation(state, state.me, pair.now).isOvertime).join();

/** All that can happen next: each tap that is offered, writing, and time. @param {Pair} pair @param {boolean} isTable @returns {{by: Person, event: any}[]} */
function offers(pair, isTable) {
  const taps = PEOPLE.flatMap((by) => {
    const shown = isTable ? view(pair.states[0], by, pair.now) : pair.view(by);
    const urge = shown.urges?.chips.slice(0, 1).map(({ event }) => event) ?? [];
    const others = events(shown).filter(({ type }) => type !== 'urge');
    const write = shown.fields.length > 0 ? [{ type: 'write' }] : [];
    return [...others, ...urge, ...write].map((/** @type {any} */ event) => ({ by: /** @type {Person} */ (event.by ?? by), event }));
  });
  const { timer } = pair.view(0);
  return timer && !timer.isOvertime ? [...taps, { by: 0, event: { type: 'bell', lengthMs: timer.lengthMs } }] : taps;
}

/** @param {Pair} pair @param {{by: Person, event: any}} what @param {boolean} isTable */
function happen(pair, { by, event }, isTable) {
  const phone = isTable ? 0 : by;
  if (event.type === 'bell') pair.wait(event.lengthMs / 1000 + 1);
  else if (event.type === 'write') writeAll(pair, FIRST, phone, by);
  else pair.tap(phone, event.type, { ...fill(event, pair.clock(phone)), by });
  if (!isTable) pair.meet();
}

/** One of them has a way on, at once or when something is written. @param {Pair} pair @param {boolean} isTable */
function canGoOn(pair, isTable) {
  const isFree = () =>
    PEOPLE.some((by) => {
      const shown = isTable ? view(pair.states[0], by, pair.now) : pair.view(by);
      return shown.isClosed || wayOn(shown) !== undefined;
    });
  if (isFree()) return true;
  for (const by of PEOPLE) writeAll(pair, FIRST, isTable ? 0 : by, by);
  return isFree();
}

for (const practice of practices) {
  for (const mode of modesOf(practice)) {
    const isTable = mode === 'one-phone' || mode === 'alone';
    test(`${practice.id}, ${mode}: every order of ${DEPTH} taps`, () => {
      const pair = pairFor(practice, mode, 0);
      const seen = new Set([keyOf(pair)]);
      /** @type {Place[]} */ let edge = [{ states: pair.states, now: pair.now }];
      for (let depth = 1; depth <= DEPTH && edge.length > 0; depth += 1) {
        /** @type {Place[]} */ const next = [];
        for (const place of edge) {
          goTo(pair, place);
          for (const what of offers(pair, isTable)) {
            goTo(pair, place);
            happen(pair, what, isTable);
            const key = keyOf(pair);
            if (seen.has(key)) continue;
            seen.add(key);
            next.push({ states: pair.states, now: pair.now });
            const where = `${practice.id}, ${mode}, after ${what.event.type} of ${what.by}`;
            if (isTable) requireHidden(pair, where);
            else requirePrivate(pair, where);
            assert.ok(canGoOn(pair, isTable), `${where}: nobody can go on`);
          }
        }
        edge = next;
      }
      if (process.env['COUNT']) console.log(practice.id, mode, seen.size);
    });
  }
}
