/**
 * What must hold for each practice in each of its modes: it is well made, two people who only tap what stands first reach its end, whatever two
 * people do an end is reached, and nothing kept is in what leaves the phone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from '../../web/core/codec.js';
import { contribution, jointOf, localOf, personOnScreen, receive, restore, setVoice, start } from '../../web/core/practice.js';
import { checkPractice } from '../../web/core/practice-schema.js';
import { view } from '../../web/core/practice-view.js';
import { loadPractice, PRACTICE_IDS } from '../../web/practices/registry.js';
import { SUMMARIES } from '../../web/practices/summaries.js';
import { Chance } from './support/seeded.js';
import { Pair } from './support/session.js';

/** @typedef {0|1} Person @typedef {import('../../web/core/practice-view.js').View} View */

const WALKS = Number(process.env['WALKS'] ?? 300);
const PEOPLE = /** @type {Person[]} */ ([0, 1]);
const SECRETS = ['zebra', 'walrus'];
const BREAKS = ['stop', 'pause', 'longer', 'urge', 'pause-until', 'pause-20', 'lot', 'breathe', 'skip'];
const practices = await Promise.all(
  PRACTICE_IDS.map(async (id) => /** @type {import('../../web/core/practice-schema.js').Practice} */ (await loadPractice(id))),
);

/** @param {View['fields'][number]} field @param {Person} person @param {Chance} chance a value that fits, with the person's secret in it where there are words */
function valueFor(field, person, chance) {
  const word = `${SECRETS[person]} ${field.name}`;
  switch (field.kind) {
    case 'choice':
      return chance.below(Math.max(1, field.options.length));
    case 'words':
    case 'needs':
      return [word];
    case 'lines':
      return [word, `${word} too`].slice(0, field.count);
    case 'marks':
      return field.marks.map(({ name }) => [name, chance.below(3)]);
    default:
      return word.slice(0, Math.max(field.max, 40));
  }
}

/** @param {View} shown */
const events = (shown) =>
  [...shown.buttons, ...shown.foot, ...(shown.urges?.chips ?? [])].filter(({ id }) => id !== 'help').map(({ event }) => event);

/** @param {any} event @param {number} at */
const fill = (event, at) => ({ ...event, at, ...(event.type === 'pause-until' ? { untilMs: at + 3_600_000 } : {}) });

/** @param {Pair} pair @param {Chance} chance @param {Person} person @param {Person} [by] writes into every field that is offered */
function writeAll(pair, chance, person, by = person) {
  const shown = view(pair.states[person], by, pair.clock(person));
  for (const field of shown.fields) {
    const practice = pair.states[person].practice;
    const { writer } = practice.fields.find(({ name }) => name === field.name) ?? {};
    const { starter } = jointOf(pair.states[person]);
    const teller = shown.turn === null ? null : shown.turn === 0 ? starter : 1 - starter;
    if (writer !== 'each' && teller !== null)
      assert.equal(writer === 'teller', by === teller, `${practice.id}.${field.name} written by the wrong person`);
    pair.tap(person, 'write', { field: field.name, value: valueFor(field, by, chance), by });
  }
}

/** What one keeps is in nothing that leaves the phone. @param {Pair} pair @param {string} where */
function requirePrivate(pair, where) {
  for (const person of PEOPLE) {
    const state = /** @type {import('../../web/core/practice.js').State} */ (pair.states[person]);
    const said = contribution(state);
    const left = JSON.stringify(said.fields);
    for (const field of state.practice.fields) {
      const isOut = localOf(state).shared[person].includes(field.name);
      if (field.privateUntil === 'always' || field.privateUntil === 'blind' || !isOut)
        assert.ok(!left.includes(`${SECRETS[person]} ${field.name}"`), `${where}: ${field.name} of ${person} left`);
      if (field.privateUntil === 'always') assert.ok(!isOut, `${where}: ${field.name} is shared`);
    }
    const theirs = pair.states[1 - person];
    assert.ok(!JSON.stringify([said.fields, theirs?.theirs]).includes('anxious'), `${where}: an urge left`);
    encode(said.marks);
    encode(Object.entries(said.fields));
    encode([Object.entries(said.results), Object.entries(said.blind)]);
  }
}

/** @param {Pair} pair @param {Person} person killed, and back from what it kept */
function reload(pair, person) {
  const state = pair.states[person];
  const { practice, session, me, starter, length, mode } = state;
  const fresh = start({ practice, session, me, starter, length, mode });
  const back = restore(
    { ...fresh, offsetMs: state.offsetMs },
    {
      mine: contribution(state),
      theirs: { marks: state.marks[1 - me], fields: state.theirs },
      local: JSON.parse(JSON.stringify(localOf(state))),
    },
  );
  pair.states[person] = setVoice(back, state.isVoice);
}

/** Taps what leads on: the primary button, else the first that is no break. @param {View} shown */
function wayOn(shown) {
  const possible = events(shown).filter(({ type }) => !BREAKS.includes(type));
  const primary = shown.buttons.find((each) => each.primary && !BREAKS.includes(each.id));
  return primary?.event ?? possible.find(({ type }) => type !== 'back') ?? possible[0];
}

/** @param {any} practice @param {string} mode @param {number} seed */
const pairFor = (practice, mode, seed, skewMs = 0) =>
  new Pair({
    practice,
    mode,
    skewMs,
    starter: /** @type {any} */ (seed % 2),
    variant: practice.variants?.[seed % practice.variants.length]?.id,
  });

/** Two who want to finish. @param {Pair} pair @param {string} where @param {Chance} chance */
function finish(pair, where, chance) {
  const phases = [];
  for (let step = 0; step < 160; step += 1) {
    pair.meet();
    pair.wait(1);
    if (PEOPLE.every((person) => pair.view(person).isClosed)) return phases;
    for (const person of PEOPLE) {
      const shown = pair.view(person);
      phases.push(shown.phase);
      const other = /** @type {Person} */ (1 - person);
      if (shown.isClosed) continue;
      if (pair.view(other).isClosed && !shown.isEnded) pair.tap(person, 'stop');
      if (shown.isOutOfStep && person === 1 && !pair.view(other).isClosed) continue;
      writeAll(pair, chance, person);
      const event = wayOn(pair.view(person));
      if (event) pair.tap(person, event.type, fill(event, pair.clock(person)));
      pair.meet();
    }
  }
  return assert.fail(`${where}: no end; ${JSON.stringify(PEOPLE.map((person) => pair.view(person)))}`);
}

for (const practice of practices) {
  test(`${practice.id}: well made, plain data, and the line of the library`, () => {
    assert.deepEqual(checkPractice(practice), []);
    assert.deepEqual(JSON.parse(JSON.stringify(practice)), practice);
    const summary = SUMMARIES.find(({ id }) => id === practice.id);
    for (const [key, value] of Object.entries(summary ?? {}))
      if (key !== 'group') assert.deepEqual(/** @type {any} */ (practice)[key], value, key);
    for (const mode of practice.modes)
      assert.ok(
        mode in { ...practice.flows, ...practice.places } || mode === 'voice' || practice.id === 'daily-check-in',
        `no way in ${mode}`,
      );
  });

  for (const mode of practice.modes.filter((each) => each === 'voice' || each in practice.flows)) {
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
        pair.states = [setVoice(pair.states[0], false), setVoice(pair.states[1], false)];
        finish(pair, `${practice.id}, ${mode}, seed ${seed}`, chance);
      }
    });
  }
}
