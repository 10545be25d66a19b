import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FluentResource } from '@fluent/bundle';
import { checkPractice } from '../../web/core/practice-schema.js';
import { dailyCheckIn } from '../../web/practices/daily-check-in.js';

/** One fault each, and what the check must say about it. @type {Record<string, [(practice: any) => void, RegExp]>} */
const FAULTS = {
  id_not_kebab: [(p) => (p.id = 'Daily Check'), /^id/],
  version_missing: [(p) => delete p.version, /^version/],
  minutes_falling: [(p) => (p.minutes = [10, 8, 6]), /^minutes/],
  depth_4: [(p) => (p.depth = 4), /^depth/],
  fit_check_missing: [(p) => delete p.fitCheck, /^fitCheck/],
  mode_unknown: [(p) => p.modes.push('telepathy'), /^modes/],
  key_unknown: [(p) => (p.score = 3), /unknown key score/],
  words_sentence: [(p) => (p.words.why = 'It helps a lot.'), /^words.why/],
  edge_missing: [(p) => delete p.edges.lot, /^edges.lot/],
  list_empty: [(p) => (p.lists.openers = []), /^lists.openers/],
  field_twice: [(p) => p.fields.push(p.fields[0]), /^fields.sky: twice/],
  field_no_writer: [(p) => delete p.fields[0].writer, /one writer/],
  field_both_write: [(p) => (p.fields[0].writer = 'both'), /one writer/],
  field_no_length: [(p) => (p.fields[3].max = 0), /no length/],
  field_private_shared: [(p) => Object.assign(p.fields[6], { share: true }), /shared though always private/],
  field_one_list_unseen: [(p) => (p.fields[0].isOneList = true), /one list needs lines/],
  field_marks_choice: [
    (p) =>
      p.fields.push({
        name: 'm',
        writer: 'each',
        privateUntil: 'blind',
        kind: 'marks',
        options: 'openers',
        from: 'nowhere',
        joint: 'groups',
        max: 1,
        share: false,
      }),
    /marks nothing/,
  ],
  phase_floor_unknown: [(p) => (p.phases.speak.floor = 'nobody'), /speak.floor/],
  phase_seconds_float: [(p) => (p.phases.speak.seconds = [1.5, 2, 3]), /speak.seconds/],
  phase_key_unknown: [(p) => (p.phases.speak.colour = 'red'), /unknown key colour/],
  phase_no_way_out: [(p) => (p.phases.speak.actions = p.phases.speak.actions.slice(1)), /speak: has no way out/],
  phase_unused: [(p) => (p.phases.extra = p.phases.close), /extra: in no flow/],
  prompt_list_unknown: [(p) => (p.phases.speak.prompt.floor.list = 'jokes'), /speak.prompt/],
  cue_out_of_order: [(p) => (p.phases.speak.cues[1].at_s = 0), /not in order/],
  cue_two_moments: [(p) => (p.phases.speak.cues[1].on = 'good-news'), /one moment/],
  cue_flag_unknown: [(p) => (p.phases.speak.cues[2].on = 'thunder'), /nothing sets thunder/],
  stage_flag_unknown: [(p) => (p.phases.ask.stages[0].when = ['thunder']), /nothing sets thunder/],
  step_field_unknown: [(p) => (p.phases.weather.steps[0].fields = ['mood']), /no field mood/],
  cards_list_unknown: [(p) => (p.phases.ask.cards.list = 'jokes'), /cards: no such list/],
  cards_too_many: [(p) => (p.phases.ask.cards.count = 99), /cards: no such list/],
  action_by_unknown: [(p) => (p.phases.speak.actions[0].by = 'server'), /by whom/],
  action_does_unknown: [(p) => (p.phases.speak.actions[0].does = 'explode'), /does nothing known/],
  action_goes_nowhere: [(p) => (p.phases.open.actions[0].to = 'moon'), /goes nowhere/],
  action_flag_missing: [(p) => delete p.phases.speak.actions[2].flag, /sets no flag/],
  action_message_sentence: [(p) => (p.phases.speak.actions[0].message = 'Pass!'), /not a message/],
  flow_missing: [(p) => delete p.flows.live, /no live/],
  flow_phase_unknown: [(p) => p.flows.live.unshift({ phase: 'moon' }), /no phase moon/],
  flow_no_turn: [(p) => delete p.flows.live[3].turn, /whose turn/],
  flow_without_end: [(p) => (p.flows.live = p.flows.live.slice(0, 10)), /does not end/],
  flow_end_in_the_middle: [(p) => p.flows.live.splice(2, 0, { phase: 'heard' }), /goes on after its end/],
  flow_aside_unreachable: [(p) => (p.phases.open.actions = p.phases.open.actions.slice(0, 2)), /nothing leads to stay/],
  not_an_object: [(p) => (p.phases.speak = null), /not of the right shape/],
};

test('the check-in is well made', () => {
  assert.deepEqual(checkPractice(dailyCheckIn), []);
});

for (const [name, [spoil, reason]] of Object.entries(FAULTS)) {
  test(`a malformed practice is refused: ${name}`, () => {
    const practice = structuredClone(dailyCheckIn);
    spoil(practice);
    const faults = checkPractice(practice);
    assert.ok(
      faults.some((fault) => reason.test(fault)),
      `${name}: ${JSON.stringify(faults)}`,
    );
  });
}

test('a practice is plain data: it survives being copied as such', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(dailyCheckIn)), dailyCheckIn);
});

const AREAS = new URL('../../web/text/en/', import.meta.url);
const messages = new Set(
  readdirSync(AREAS)
    .filter((file) => file.endsWith('.ftl'))
    .flatMap((file) => new FluentResource(readFileSync(new URL(file, AREAS), 'utf8')).body.map(({ id }) => id)),
);

/** @param {any} value @param {string} key @returns {string[]} every message a practice names */
function named(value, key = '') {
  if (typeof value === 'string')
    return ['message', 'floor', 'other', 'prompt', 'small', 'notice', 'reader', 'placeholder', 'words', 'edges', 'lists'].includes(key)
      ? [value]
      : [];
  if (value === null || typeof value !== 'object') return [];
  const inherits = ['words', 'edges', 'lists'].includes(key);
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'floor' && typeof inner === 'string' && ['each', 'both', 'teller', 'listener'].includes(inner)) return [];
    return named(inner, inherits ? key : Array.isArray(value) ? key : name);
  });
}

test('every message that the practice or its view names exists', () => {
  const view = readFileSync(new URL('../../web/core/practice-view.js', import.meta.url), 'utf8');
  const ids = new Set([...named(dailyCheckIn), ...[...view.matchAll(/'(live-[a-z0-9-]+)'/g)].map(([, id]) => id ?? ''), ...urgeMessages()]);
  assert.ok(ids.size > 80, `found only ${ids.size}`);
  for (const id of ids) assert.ok(messages.has(id), `no message ${id}`);
});

const urgeMessages = () => ['anxious', 'irritated', 'defensive', 'fix', 'mine', 'drifting'].map((id) => `live-urge-${id}`);

test('the words of a session are in the voice: no exclamation, curly quotes, no urgency', () => {
  const text = readFileSync(new URL('live.ftl', AREAS), 'utf8');
  for (const [i, line] of text.split('\n').entries()) {
    if (line.startsWith('#')) continue;
    assert.doesNotMatch(
      line.replace(/\$\w+ ->/, ''),
      /!|'|"|\bhurry up\b|\blate\b|\bmissed\b|last seen|\bscore\b|\bstreak\b|\.\.\./,
      `live.ftl:${i + 1}: ${line}`,
    );
  }
});
