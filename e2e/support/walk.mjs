/**
 * Prints, as JSON, how two people play each practice through: whose phone shows which heading, what is filled in, and which button is tapped. Made from
 * the practice files by the engine itself, in the words of the Fluent files, so that the browser tests follow whatever the data says.
 *
 *   node e2e/support/walk.mjs live|one-phone|own-time
 */
import { readFile } from 'node:fs/promises';
import { personOnScreen } from '../../web/core/practice.js';
import { view } from '../../web/core/practice-view.js';
import { areasOf, loadPractice, PRACTICE_IDS } from '../../web/practices/registry.js';
import { createText } from '../../web/ui/text.js';
import { Pair } from '../../tests/web/support/session.js';

const NAMES = ['Noor', 'Sam'];
const BREAKS = ['stop', 'pause', 'longer', 'pause-until', 'pause-20', 'lot', 'breathe', 'skip'];
const MOST_STEPS = 200;

const text = createText({ read: (path) => readFile(new URL(`../../web${path}`, import.meta.url), 'utf8'), wanted: ['en'] });

/** @param {any} field @param {number} person */
function valueFor(field, person) {
  switch (field.kind) {
    case 'choice':
      return 0;
    case 'words':
      return ['tender'];
    case 'needs':
      return ['rest'];
    case 'lines':
      return [`${field.name} ${person}`];
    case 'marks':
      return field.marks.map(({ name }) => [name, 0]);
    default:
      return `${field.name} of ${NAMES[person]}`.slice(0, field.max);
  }
}

/** @param {any} shown @returns {any} the button that leads on */
const wayOn = (shown) =>
  shown.buttons.find((each) => each.primary && !BREAKS.includes(each.id)) ?? shown.buttons.find((each) => !BREAKS.includes(each.id) && each.id !== 'back');

/** @param {any} practice @param {string} mode */
function walk(practice, mode) {
  const pair = new Pair({ practice, mode, starter: 0, variant: practice.variants?.[0]?.id });
  const t = (id, person) => text.t(id, { you: NAMES[person], name: NAMES[1 - person] });
  const steps = [];
  const isTable = mode === 'one-phone';
  const play = (phone, by) => {
    const shown = view(pair.states[phone], by, pair.clock(phone));
    if (shown.isClosed) return false;
    const fills = [];
    const state = pair.states[phone];
    for (const field of shown.fields) {
      if (field.isInPart && ['text', 'lines', 'marks'].includes(field.kind)) continue; // a part offers what there is; here there is nothing yet
      const value = valueFor(field, by);
      const before = state.local.fields[by][field.name];
      if (before !== undefined) continue;
      pair.tap(phone, 'write', { field: field.name, value, by });
      if (pair.states[phone].local.fields[by][field.name] === undefined) continue;
      const label = field.label ? t(field.label, by) : shown.prompt ? t(shown.prompt.id, by) : '';
      fills.push({
        kind: field.kind,
        label,
        value,
        says: field.kind === 'choice' || field.kind === 'marks' ? t(field.options[0] ?? '', by) : '',
      });
    }
    const after = view(pair.states[phone], by, pair.clock(phone));
    const button = wayOn(after);
    if (!button && !fills.length) return false;
    if (button) {
      const actor = button.event.by ?? by;
      pair.tap(phone, button.event.type, { ...button.event, by: actor });
      steps.push({ phone, by, phase: shown.phase, fills, tap: t(button.message, by), id: button.id });
    }
    return button !== undefined;
  };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    pair.wait(1);
    if (isTable) {
      if (!play(0, personOnScreen(pair.states[0]))) break;
      continue;
    }
    const before = steps.length;
    for (const phone of [0, 1]) {
      pair.meet();
      play(phone, phone);
      pair.meet();
    }
    if (steps.length === before) break;
  }
  const isThrough = pair.view(0).isClosed;
  const isFirst = practice.flows[mode].some((step) => step.dealt !== undefined); // with what was before, it would go another way
  return { practice: practice.id, mode, isFirst, title: t(practice.words.title, 0), isThrough, steps };
}

const mode = process.argv[2] ?? 'live';
const walks = [];
for (const id of PRACTICE_IDS) {
  const practice = await loadPractice(id);
  await text.load(...areasOf(id));
  if (id !== 'daily-check-in' && practice.modes.includes(mode) && mode in practice.flows) walks.push(walk(practice, mode));
}
process.stdout.write(JSON.stringify(walks));
