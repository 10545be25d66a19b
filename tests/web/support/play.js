/** Two people in any practice: what they may do, what they write, what must hold of both phones, and how they come to the end. */
import assert from 'node:assert/strict';
import { encode } from '../../../web/core/codec.js';
import { contribution, jointOf, localOf, restore, setVoice, start } from '../../../web/core/practice.js';
import { view } from '../../../web/core/practice-view.js';
import { loadPractice, PRACTICE_IDS } from '../../../web/practices/registry.js';
import { Pair } from './session.js';

/** @typedef {0|1} Person @typedef {import('../../../web/core/practice-view.js').View} View @typedef {import('./seeded.js').Chance} Chance */

export const PEOPLE = /** @type {Person[]} */ ([0, 1]);
export const SECRETS = ['zebra', 'walrus'];
const BREAKS = ['stop', 'pause', 'longer', 'urge', 'pause-until', 'pause-20', 'lot', 'breathe', 'skip'];
export const practices = await Promise.all(
  PRACTICE_IDS.map(async (id) => /** @type {import('../../../web/core/practice-schema.js').Practice} */ (await loadPractice(id))),
);

/** @param {View['fields'][number]} field @param {Person} person @param {Chance} chance @param {boolean} agrees what both see first suits them @returns {any} a value that fits, with the person's secret in it where there are words */
function valueFor(field, person, chance, agrees) {
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
      return field.marks.map(({ name }, i) => [name, agrees && i === 0 ? 0 : chance.below(3)]);
    default:
      return word.slice(0, Math.max(field.max, 40));
  }
}

/** @param {View} shown */
export const events = (shown) =>
  [...shown.buttons, ...shown.foot, ...(shown.urges?.chips ?? [])].filter(({ id }) => id !== 'help').map(({ event }) => event);

/** @param {any} event @param {number} at */
export const fill = (event, at) => ({ ...event, at, ...(event.type === 'pause-until' ? { untilMs: at + 3_600_000 } : {}) });

/** @param {Pair} pair @param {Chance} chance @param {Person} person @param {Person} [by] @param {boolean} [agrees] writes into every field that is offered */
export function writeAll(pair, chance, person, by = person, agrees = false) {
  const shown = by === person ? pair.view(person) : view(pair.states[person], by, pair.clock(person));
  for (const field of shown.fields) {
    const practice = pair.states[person].practice;
    const { writer } = practice.fields.find(({ name }) => name === field.name) ?? {};
    const { starter } = jointOf(pair.states[person]);
    const teller = shown.turn === null ? null : shown.turn === 0 ? starter : 1 - starter;
    if (writer !== 'each' && teller !== null)
      assert.equal(writer === 'teller', by === teller, `${practice.id}.${field.name} written by the wrong person`);
    pair.tap(person, 'write', { field: field.name, value: valueFor(field, by, chance, agrees), by });
  }
}

/** What one keeps is in nothing that leaves the phone. @param {Pair} pair @param {string} where */
export function requirePrivate(pair, where) {
  for (const person of PEOPLE) {
    const state = /** @type {import('../../../web/core/practice.js').State} */ (pair.states[person]);
    const said = contribution(state);
    const left = JSON.stringify(said.fields);
    for (const field of state.practice.fields) {
      const isOut = state.local.shared[person].includes(field.name);
      if (field.privateUntil === 'always' || field.privateUntil === 'blind' || !isOut)
        assert.ok(!left.includes(`${SECRETS[person]} ${field.name}"`), `${where}: ${field.name} of ${person} left`);
      if (field.privateUntil === 'always') assert.ok(!isOut, `${where}: ${field.name} is shared`);
    }
    const theirs = pair.states[1 - person];
    assert.ok(!JSON.stringify([said.fields, theirs?.theirs]).includes('anxious'), `${where}: an urge left`);
  }
}

/** What a phone says fits the format of the wire. @param {Pair} pair */
export function requireSendable(pair) {
  for (const state of pair.states) {
    const { marks, fields, results, blind } = contribution(state);
    encode([marks, Object.entries(fields), Object.entries(results), Object.entries(blind)]);
  }
}

/** @param {Pair} pair @param {Person} person killed, and back from what it kept */
export function reload(pair, person) {
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
export function wayOn(shown) {
  const possible = events(shown).filter(({ type }) => !BREAKS.includes(type));
  const primary = shown.buttons.find((each) => each.primary && !BREAKS.includes(each.id));
  return primary?.event ?? possible.find(({ type }) => type !== 'back') ?? possible[0];
}

/** @param {any} practice @param {string} mode @param {number} seed */
export const pairFor = (practice, mode, seed, skewMs = 0) =>
  new Pair({
    practice,
    mode,
    skewMs,
    starter: /** @type {any} */ (seed % 2),
    variant: practice.variants?.[seed % practice.variants.length]?.id,
    isFirst: seed % 4 < 2,
  });

/** Two who want to finish. @param {Pair} pair @param {string} where @param {Chance} chance */
export function finish(pair, where, chance) {
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
      writeAll(pair, chance, person, person, true);
      const event = wayOn(pair.view(person));
      if (event) pair.tap(person, event.type, fill(event, pair.clock(person)));
      pair.meet();
    }
  }
  return assert.fail(`${where}: no end; ${JSON.stringify(PEOPLE.map((person) => pair.view(person)))}`);
}

/** Modes that are played by the engine. @param {import('../../../web/core/practice-schema.js').Practice} practice */
export const modesOf = ({ modes, flows }) => modes.filter((each) => each === 'voice' || each in flows);

/** On one phone, what is not shared is not on the other's side. @param {Pair} pair @param {string} where */
export function requireHidden(pair, where) {
  const [state] = pair.states;
  for (const person of PEOPLE) {
    const screen = JSON.stringify(view(state, person, pair.now));
    const other = /** @type {Person} */ (1 - person);
    for (const { name } of state.practice.fields)
      if (!state.local.shared[other].includes(name))
        assert.ok(!screen.includes(`${SECRETS[other]} ${name}"`), `${where}: ${name} of ${other} is shown`);
  }
}
