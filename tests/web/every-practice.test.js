/**
 * What must hold for each practice in each of its modes: it is well made, two people who only tap what stands first reach its end, whatever two
 * people do an end is reached, and nothing kept is in what leaves the phone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribution, personOnScreen, receive, setVoice } from '../../web/core/practice.js';
import { checkPractice } from '../../web/core/practice-schema.js';
import { view } from '../../web/core/practice-view.js';
import { SUMMARIES } from '../../web/practices/summaries.js';
import {
  events,
  fill,
  finish,
  modesOf,
  pairFor,
  practices,
  reload,
  requireHidden,
  requirePrivate,
  requireSendable,
  wayOn,
  writeAll,
} from './support/play.js';
import { Chance } from './support/seeded.js';

/** @typedef {0|1} Person */

const PEOPLE = /** @type {Person[]} */ ([0, 1]);

const WALKS = Number(process.env['WALKS'] ?? 120);

for (const practice of practices) {
  test(`${practice.id}: well made, plain data, and the line of the library`, () => {
    assert.deepEqual(checkPractice(practice), []);
    assert.deepEqual(JSON.parse(JSON.stringify(practice)), practice);
    const summary = SUMMARIES.find(({ id }) => id === practice.id);
    for (const [key, value] of Object.entries(summary ?? {}))
      if (key !== 'group') assert.deepEqual(/** @type {any} */ (practice)[key], value, key);
    for (const mode of practice.modes)
      assert.ok(
        mode in practice.flows || mode === 'voice' || mode in (practice.places ?? {}) || practice.id === 'daily-check-in',
        `no way in ${mode}`,
      );
  });

  for (const mode of modesOf(practice)) {
    if (mode === 'one-phone' || mode === 'alone') {
      test(`${practice.id}, ${mode}: what stands first leads to the end; seeded walks come to one`, () => {
        for (let seed = 0; seed < WALKS; seed += 1) {
          const chance = new Chance(seed);
          const pair = pairFor(practice, mode, seed);
          const wild = seed < 4 ? 0 : 20 + chance.below(40);
          for (let step = 0; step < 300 && !pair.view(0).isClosed; step += 1) {
            const upright = personOnScreen(pair.states[0]);
            const by = mode === 'alone' ? 0 : step < wild ? /** @type {Person} */ (chance.below(2)) : upright;
            pair.wait(1 + chance.below(30));
            if (chance.is(0.1)) reload(pair, 0);
            writeAll(pair, chance, 0, by);
            if (step % 10 === 0) requireHidden(pair, `${practice.id}, ${mode}, seed ${seed}`);
            const shown = view(pair.states[0], by, pair.now);
            const possible = events(shown).filter(({ type }) => type !== 'close' || chance.is(0.2));
            const event = step < wild ? (possible.length > 0 ? chance.one(possible) : undefined) : wayOn(shown);
            if (step >= wild) assert.ok(event || shown.cover, `${practice.id}, ${mode}: nothing to tap in ${shown.phase}`);
            if (event) pair.tap(0, event.type, { by, ...fill(event, pair.now) });
          }
          assert.ok(pair.view(0).isClosed, `seed ${seed}: no end in ${pair.view(0).phase}`);
        }
      });
      continue;
    }

    test(`${practice.id}, ${mode}: two who tap what stands first reach the end`, () => {
      for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const pair = pairFor(practice, mode, seed);
        const seen = finish(pair, `${practice.id}, ${mode}`, new Chance(seed));
        requirePrivate(pair, practice.id);
        const main = pair.states[0].flow.filter((step) => !step.aside).map(({ phase }) => phase);
        for (const phase of main) assert.ok(seen.includes(phase), `${practice.id}, ${mode}: ${phase} was never reached`);
      }
    });

    if (mode === 'voice') {
      test(`${practice.id}: two phones that hear nothing of each other both reach the end`, () => {
        for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const pair = pairFor(practice, 'live', seed);
          pair.states = [setVoice(pair.states[0], true), setVoice(pair.states[1], true)];
          for (const person of PEOPLE) {
            for (let step = 0; step < 160 && !pair.view(person).isClosed; step += 1) {
              writeAll(pair, new Chance(seed), person);
              const event = wayOn(pair.view(person));
              assert.ok(event, `${practice.id}: nothing to tap in ${pair.view(person).phase} for ${person}`);
              pair.tap(person, event.type, fill(event, pair.clock(person)));
              pair.wait(1);
            }
            assert.ok(pair.view(person).isClosed, `${practice.id}: no end in ${pair.view(person).phase}`);
          }
        }
      });
    }

    test(`${practice.id}, ${mode}: seeded walks over a bad network come to an end and say nothing private`, () => {
      for (let seed = 0; seed < WALKS; seed += 1) {
        const chance = new Chance(seed);
        const pair = pairFor(practice, mode, seed, chance.below(200_000));
        /** @type {Array<[Person, import('../../web/core/practice.js').Contribution]>} */ const inFlight = [];
        const steps = 10 + chance.below(40);
        for (let step = 0; step < steps; step += 1) {
          const person = /** @type {Person} */ (chance.below(2));
          const other = /** @type {Person} */ (1 - person);
          pair.wait(chance.below(60));
          const roll = chance.below(20);
          if (roll < 12) {
            writeAll(pair, chance, person);
            const possible = events(pair.view(person)).filter(
              ({ type }) => chance.is(0.05) || !['close', 'stop', 'not-today', 'another-time', 'just-stay'].includes(type),
            );
            if (possible.length > 0) {
              const event = chance.one(possible);
              const before = pair.states[person];
              pair.tap(person, event.type, fill(event, pair.clock(person)));
              if (!['longer', 'urge', 'more-time'].includes(event.type))
                assert.ok(
                  pair.states[person] !== before,
                  `${practice.id}: ${event.type} is offered in ${pair.view(person).phase} and does nothing`,
                );
            }
            inFlight.push([other, contribution(pair.states[person])]);
          } else if (roll < 17 && inFlight.length > 0) {
            const [to, said] = chance.one(inFlight);
            pair.states[to] = receive(pair.states[to], said);
          } else if (roll === 17 && mode !== 'own-time') {
            pair.states[person] = setVoice(pair.states[person], chance.is(0.5));
          } else if (roll === 18) {
            reload(pair, person);
          }
          if (step % 10 === 0) requirePrivate(pair, `${practice.id}, seed ${seed}`);
        }
        requireSendable(pair);
        pair.states = [setVoice(pair.states[0], false), setVoice(pair.states[1], false)];
        finish(pair, `${practice.id}, ${mode}, seed ${seed}`, chance);
      }
    });
  }
}
