/**
 * The engine of every practice: one person's phone in a session, as a value. `next` takes what the person does, `receive` what the other phone
 * says, `view` (practice-view.js) tells what to show. Pure and total: an event that is not possible now leaves the state as it is.
 *
 * A phone writes only its own marks (marks.js); where both are is `join` of both persons' marks (session.js). What a person taps for
 * themselves, urges, steps, unshared lines, is `local` and never part of what leaves the phone.
 */

import { jointValue } from './joint.js';
import { mergeMarks, numbersOf, put, readMarks, serialsOf, shiftMarks } from './marks.js';
import { fieldsOf, fitsField, isBlank, readAnswers, readFields } from './practice-fields.js';
import { floorOf, indexAfter, join } from './session.js';

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./session.js').Joint} Joint
 * @typedef {import('./practice-schema.js').Practice} Practice
 * @typedef {import('./practice-schema.js').Phase} Phase
 * @typedef {import('./practice-schema.js').Action} Action
 * @typedef {import('./practice-schema.js').FlowStep} FlowStep
 * @typedef {0|1} Person
 * @typedef {'live'|'voice'|'one-phone'|'alone'} Mode
 * @typedef {'short'|'usual'|'long'|'none'} Length
 * @typedef {string|number|boolean|readonly string[]|import('./joint.js').Marks} FieldValue
 * @typedef {Readonly<Record<string, readonly [number, FieldValue]>>} Answers by field, each with the serial of the place it was given at
 *
 * @typedef {object} Session what both phones agree on before they begin
 * @property {string} id @property {number} seed whole number, draws the cards
 * @property {number} openerSeed whole number, the pair's own @property {string} day `YYYY-MM-DD` of the one who began it
 * @property {boolean} [isPaired] there is somebody to share with
 * @property {string} [variant] @property {Readonly<Record<string, readonly string[]>>} [decks] card ids by deck that may be drawn, best first
 *
 * @typedef {object} Local stays on this phone
 * @property {number} serial of the place that `steps` and `kept` speak of @property {readonly [number, number]} steps @property {readonly [boolean, boolean]} kept
 * @property {'pause'|'lot'|'breathe'|null} sheet @property {string} seenBreak the pause or stop after which [Continue] was tapped
 * @property {readonly string[]} urges @property {{id: string, at: number}|null} urge the last one @property {boolean} areUrgesKept
 * @property {readonly [number, number]} lengthened the pause that each made longer last @property {readonly [boolean, boolean]} closed @property {string} uncovered `serial/person` who said the phone is theirs now
 * @property {readonly [Readonly<Record<string, FieldValue>>, Readonly<Record<string, FieldValue>>]} fields
 * @property {readonly [readonly string[], readonly string[]]} shared names
 * @property {readonly [Answers, Answers]} blind answers that nobody is shown, until their joint result stands @property {Answers} results
 *
 * @typedef {object} State
 * @property {Practice} practice @property {readonly FlowStep[]} flow @property {Session} session @property {Person} me owner of this phone
 * @property {Person} starter @property {Length} length @property {Mode} mode @property {boolean} isVoice no network: each tap moves this phone alone
 * @property {readonly [Marks, Marks]} marks by person @property {number} offsetMs turns the other phone's clock into this one's
 * @property {Readonly<Record<string, FieldValue>>} theirs what the other shared @property {Answers} theirBlind in memory only @property {Local} local
 *
 * @typedef {{type: string, at: number, by?: Person, field?: string, value?: FieldValue, fields?: readonly string[], goodNews?: boolean, untilMs?: number, urge?: string}} Event
 * @typedef {{marks: Marks, fields: Readonly<Record<string, FieldValue>>, results: Answers, blind: Answers}} Contribution `blind` is whispered and never stored
 */

export const URGES = Object.freeze(['anxious', 'irritated', 'defensive', 'fix', 'mine', 'drifting']);
export const PAUSE_MS = 20 * 60_000;
const LONGER_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;
const MORE_MS = 60_000;
const MAX_URGES = 200;

const FIRST_LOCAL = /** @type {Local} */ ({
  serial: 0,
  steps: [0, 0],
  kept: [false, false],
  sheet: null,
  seenBreak: '',
  urges: [],
  urge: null,
  areUrgesKept: false,
  lengthened: [0, 0],
  closed: [false, false],
  uncovered: '',
  fields: [{}, {}],
  shared: [[], []],
  blind: [{}, {}],
  results: {},
});

/**
 * @param {{practice: Practice, session: Session, me: Person, starter: Person, length: Length, mode: Mode}} how
 * @returns {State}
 */
export function start({ practice, session, me, starter, length, mode }) {
  const flow = (practice.flows[mode] ?? practice.flows['live'] ?? Object.values(practice.flows)[0] ?? []).filter(
    (step) =>
      (step.only === undefined || step.only.includes(session.variant ?? '')) &&
      (step.lengths === undefined || step.lengths.includes(length)) &&
      (step.dealt === undefined || isDealt(session, step.dealt)),
  );
  return {
    practice,
    flow,
    session,
    me,
    starter,
    length,
    mode,
    isVoice: mode === 'voice',
    marks: [[], []],
    offsetMs: 0,
    theirs: {},
    theirBlind: {},
    local: FIRST_LOCAL,
  };
}

/** Something of this deck lies before both. @param {Session} session @param {string} deck */
const isDealt = ({ decks }, deck) => (decks?.[deck] ?? []).length > 0;

/** @param {Person} person @returns {Person} */
export const otherOf = (person) => (person === 0 ? 1 : 0);

/** @template T @param {readonly [T, T]} pair @param {Person} person @param {T} value @returns {readonly [T, T]} */
const withAt = (pair, person, value) => (person === 0 ? [value, pair[1]] : [pair[0], value]);

/**
 * What was joined, by the marks it was joined from: most that happens in a session leaves them as they are.
 * @type {WeakMap<State['marks'], {offsetMs: number, joint: Joint}>}
 */
const joined = new WeakMap();

/** @param {State} state @returns {Joint} by this phone's clock */
export function jointOf({ practice, flow, marks, starter, me, offsetMs }) {
  const known = joined.get(marks);
  if (known?.offsetMs === offsetMs) return known.joint;
  const joint = join(practice, flow, marks[0], marks[1], { starter, reader: me, offsetMs });
  joined.set(marks, { offsetMs, joint });
  return joint;
}

/** @param {State} state @returns {boolean} nobody else's tap is waited for: one phone, or one person */
export const isOnePhone = (state) => state.mode === 'one-phone' || state.mode === 'alone';

/**
 * Everything the rules ask about one person at one moment.
 * @param {State} state @param {Person} person @param {number} nowMs
 */
export function situation(state, person, nowMs) {
  const joint = jointOf(state);
  const step = /** @type {FlowStep} */ (state.flow[joint.index]);
  const phase = /** @type {Phase} */ (state.practice.phases[step.phase]);
  const teller = step.turn === undefined ? null : step.turn === 0 ? joint.starter : otherOf(joint.starter);
  const hasFloor = phase.floor === 'teller' ? person === teller : phase.floor === 'listener' ? person !== teller : true;
  const isSolo = state.isVoice || isOnePhone(state);
  const stopped = !phase.isFinal && joint.stopped && !(isSolo && joint.stopped.agreed[person]) ? joint.stopped : null; // at its end there is nothing left to stop
  const paused = !phase.isFinal && joint.paused && !(isSolo && joint.paused.agreed[person]) ? joint.paused : null;
  const isHere = state.local.serial === joint.serial;
  const lengthMs = lengthOf(state, phase, joint);
  const elapsedMs = Math.max(0, (paused?.at ?? stopped?.at ?? nowMs) - joint.startedAt - joint.pausedMs);
  const resumed = joint.resumed && joint.resumed.endedAt !== null && joint.resumed.endedAt >= joint.startedAt ? joint.resumed : null;
  const now = {
    state,
    person,
    joint,
    flowStep: step,
    phase,
    teller,
    hasFloor,
    isSolo,
    stopped,
    paused,
    lengthMs,
    elapsedMs,
    isOvertime: lengthMs !== null && elapsedMs >= lengthMs,
    stepIndex: 0,
    step: /** @type {import('./practice-schema.js').Step|null} */ (null),
    sheet: phase.isFinal ? null : state.local.sheet, // the other went on to the end meanwhile: there is nothing left to pause
    isReady: joint.ready[person],
    isKept: isHere && state.local.kept[person],
    isClosed: state.local.closed[person],
    isOutOfStep: joint.outOfStep && !isSolo,
    resumed: resumed && `${resumed.kind}/${resumed.k}` !== state.local.seenBreak ? resumed : null,
    cover: coverOf(state, joint, phase),
  };
  now.stepIndex = stepFrom(now, isHere ? state.local.steps[person] : 0, 1) ?? 0;
  now.step = hasFloor ? (phase.steps?.[now.stepIndex] ?? null) : null;
  return now;
}

/** @typedef {ReturnType<typeof situation>} Situation */

/**
 * The step at `index` or the nearest in this direction that is not passed over; null beyond the ends.
 * @param {Situation} now @param {number} index @param {1|-1} direction @returns {number|null}
 */
function stepFrom(now, index, direction) {
  const { steps = [] } = now.phase;
  for (let i = index; i >= 0 && i < steps.length; i += direction) {
    if ((steps[i]?.when ?? []).every((condition) => holds(now, condition))) return i;
  }
  return null;
}

/** @param {State} state @param {Phase} phase @param {Joint} joint @returns {number|null} ms, with what was added */
function lengthOf(state, phase, joint) {
  if (!phase.seconds || (state.length === 'none' && !phase.isClocked)) return null;
  const index = state.length === 'short' ? 0 : state.length === 'long' ? 2 : 1;
  const more = joint.marks.map((marks) => numbersOf(marks, `more/${joint.serial}`)?.[0] ?? 0);
  return Math.max(phase.seconds[index] * 1000, ...more);
}

/** Who the one phone should be passed to, when each has a side of their own. @param {State} state @param {Joint} joint @param {Phase} phase @returns {Person|null} */
function coverOf(state, joint, phase) {
  if (state.mode !== 'one-phone' || phase.floor !== 'each') return null;
  const holder = joint.ready[state.me] ? otherOf(state.me) : state.me;
  const isFirst =
    state.flow.findIndex((step) => step.turn !== undefined || state.practice.phases[step.phase]?.floor === 'each') === joint.index;
  if (holder === state.me && isFirst) return null; // the owner already holds it, and it has not lain between them yet
  return state.local.uncovered === `${joint.serial}/${holder}` ? null : holder;
}

/** Who holds the one phone in a phase that each does alone. @param {State} state @param {Joint} joint @returns {Person} */
export const holderOf = (state, joint) => (joint.ready[state.me] ? otherOf(state.me) : state.me);

/**
 * Whose half the one phone shows upright: the one who holds it, or has the floor. With two phones, its owner.
 * @param {State} state @returns {Person}
 */
export function personOnScreen(state) {
  if (state.mode !== 'one-phone') return state.me;
  const { joint, phase, teller } = situation(state, state.me, 0);
  if (phase.floor === 'each') return holderOf(state, joint);
  if (teller === null) return state.me;
  return phase.floor === 'teller' ? teller : otherOf(teller);
}

/** How often other cards were asked for at this place. @param {Joint} joint @returns {number} */
export const drawsOf = ({ serial, marks }) => marks.reduce((sum, each) => sum + (numbersOf(each, `draw/${serial}`)?.[0] ?? 0), 0);

/** Whose turn a flag of the turn belongs to; outside of all turns, the first one's. @param {Situation} now @returns {Person} */
const turnOf = ({ teller, joint }) => teller ?? joint.starter;

/** @param {Situation} now @param {string} name @param {Marks} marks of one person @returns {boolean} this person has set it */
function isSetIn(now, name, marks) {
  const least = now.phase.actions.some((each) => each.flag === name && each.scope === 'hand') ? drawsOf(now.joint) + 1 : 1;
  const here = numbersOf(marks, `flag/${now.joint.serial}/${name}`)?.[0] ?? 0;
  return here >= least || numbersOf(marks, `turn/${name}/${turnOf(now)}`) !== null;
}

/** @param {Situation} now @param {string} name @returns {boolean} */
export const hasFlag = (now, name) => now.joint.marks.some((marks) => isSetIn(now, name, marks));

/** @param {Situation} now @param {string} condition @returns {boolean} */
export function holds(now, condition) {
  if (condition.startsWith('!')) return !holds(now, condition.slice(1));
  const { state, person, joint } = now;
  if (condition === 'bell') return now.isOvertime;
  if (condition === 'voice') return state.isVoice;
  if (condition === 'one-phone') return state.mode === 'one-phone';
  if (condition === 'ready') return now.isReady;
  if (condition === 'alone') return state.mode === 'alone';
  if (condition === 'first') return state.mode === 'alone' || person === joint.starter;
  if (condition === 'paired') return state.session.isPaired === true;
  if (condition === 'kept') return now.isKept;
  if (condition === 'last') return stepFrom(now, now.stepIndex + 1, 1) === null;
  const [name, value] = condition.split('=');
  if (value !== undefined) {
    const answer = name?.startsWith('their:')
      ? seenValue(state, person, otherOf(person), name.slice('their:'.length))
      : answerOf(now, /** @type {string} */ (name));
    return Array.isArray(answer) ? answer.some((each) => Array.isArray(each) && String(each[1]) === value) : String(answer) === value;
  }
  const [kind, rest] = condition.split(':');
  if (rest === undefined) return hasFlag(now, condition);
  switch (kind) {
    case 'step':
      return now.step?.id === rest;
    case 'both':
      return joint.marks.every((marks) => isSetIn(now, rest, marks));
    case 'my':
      return isSetIn(now, rest, joint.marks[person]);
    case 'their':
      if (state.practice.fields.some((field) => field.name === rest)) return !isBlank(seenValue(state, person, otherOf(person), rest));
      return joint.marks.some((marks) => numbersOf(marks, `turn/${rest}/${otherOf(turnOf(now))}`) !== null);
    case 'mine':
      return !isBlank(state.local.fields[person][rest]);
    case 'shared':
      return state.local.shared[person].includes(rest);
    case 'has':
      if (state.local.results[rest] !== undefined) return true;
      return !isBlank(seenValue(state, person, person, rest)) || !isBlank(seenValue(state, person, otherOf(person), rest));
    case 'dealt':
      return isDealt(state.session, rest);
    default:
      return state.session.variant === rest;
  }
}

/** @param {Situation} now @param {string} name @returns {FieldValue|undefined} this person's choice, or the joint result of a blind field */
export function answerOf({ state, person }, name) {
  const field = state.practice.fields.find((each) => each.name === name);
  if (field?.privateUntil === 'blind') return state.local.results[name]?.[1] ?? field.otherwise;
  return state.local.fields[person][name];
}

/** @param {State} state @param {string} name @returns {boolean} on one phone it waits for its writer */
const isWaiting = ({ practice }, name) => practice.fields.some((field) => field.name === name && field.waits === true);

/**
 * What `reader` may see of what `writer` wrote: their own, and what was shared.
 * @param {State} state @param {Person} reader @param {Person} writer @param {string} name @returns {FieldValue|undefined}
 */
export function seenValue(state, reader, writer, name) {
  if (writer !== state.me && !isOnePhone(state)) return state.theirs[name];
  const isSeen = reader === writer && (!isOnePhone(state) || state.mode === 'alone' || isWaiting(state, name));
  return isSeen || state.local.shared[writer].includes(name) ? state.local.fields[writer][name] : undefined;
}

/** @param {Situation} now @param {string} name */
const isShareable = ({ state, person }, name) => !isBlank(state.local.fields[person][name]) && !state.local.shared[person].includes(name);

const UNTIL_READY = ['ready', 'share-ready', 'keep', 'step', 'step-back', 'step-last', 'on', 'share-on', 'keep-on', 'clear-on'];

/** @param {Situation} now @returns {Action[]} what this person can do in the phase itself, now */
export function actionsNow(now) {
  const { state, phase, person } = now;
  if (now.stopped || now.paused || now.isOutOfStep || now.resumed || now.sheet || now.isClosed) return [];
  if (now.cover !== null) return [];
  if (state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, now.joint) !== person) return [];
  return [...(now.step?.actions ?? []), ...phase.actions].filter((action) => {
    const isTheirs = action.by === 'any' || (action.by === 'floor') === now.hasFloor || (now.state.isVoice && action.isVoiced);
    if (action.to !== undefined && !state.flow.some((step) => step.phase === action.to)) return false;
    const isDone = now.isReady && UNTIL_READY.includes(action.does);
    if (action.does === 'step-back' && stepFrom(now, now.stepIndex - 1, -1) === null) return false;
    return (
      isTheirs &&
      !isDone &&
      (action.when ?? []).every((condition) => holds(now, condition)) &&
      !(action.does === 'share' && !isShareable(now, action.field ?? '')) &&
      !(action.does === 'flag' && (action.isEach ? holds(now, `my:${action.flag}`) : hasFlag(now, action.flag ?? '')))
    );
  });
}

/** @param {Situation} now @returns {readonly import('./practice-schema.js').Field[]} what this person may write now */
export function editable(now) {
  const { state, phase, person, teller } = now;
  if (now.isReady || now.cover !== null || now.stopped || now.isClosed) return [];
  if (state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, now.joint) !== person) return [];
  const names = now.step ? (now.step.fields ?? []) : ((now.hasFloor ? phase.fields : phase.otherFields) ?? []);
  return state.practice.fields.filter(
    (field) =>
      names.includes(field.name) && (field.writer === 'each' || teller === null || (field.writer === 'teller') === (person === teller)),
  );
}

/** @param {State} state @param {Person} person @param {string} key @param {...number} numbers @returns {State} */
const mark = (state, person, key, ...numbers) => ({
  ...state,
  marks: withAt(state.marks, person, put(state.marks[person], key, ...numbers)),
});

/** @param {State} state @param {Partial<Local>} change @returns {State} */
const withLocal = (state, change) => ({ ...state, local: { ...state.local, ...change } });

/** @param {Situation} now @param {number} index @param {number} at @param {Person} starter @returns {State} */
function moveTo(now, index, at, starter) {
  const { state, person, joint } = now;
  const known = floorOf(state.marks[otherOf(person)], state.starter).serial;
  return withLocal(mark(state, person, 'floor', joint.serial + 1, index, starter, at, known), { sheet: null });
}

/**
 * What leaves the phone because its writer goes on: fields that the screen said would be seen, and blind answers for their joint result. What was
 * begun in a step that is passed over after all stays here.
 * @param {Situation} now @returns {Situation}
 */
function giveOut(now) {
  const { state, person, joint, phase } = now;
  const mine = state.local.fields[person];
  const passedOver = (phase.steps ?? []).filter((step) => !(step.when ?? []).every((condition) => holds(now, condition)));
  const isLeft = (/** @type {string} */ name) => passedOver.some(({ fields = [] }) => fields.includes(name));
  const here = fieldsOf(state.practice, phase).filter((field) => !isLeft(field.name));
  const names = here.filter((field) => field.privateUntil === 'ready' && !isBlank(mine[field.name])).map((field) => field.name);
  const isGiven = (/** @type {string} */ name, /** @type {string|undefined} */ kind) => kind === 'marks' || !isBlank(mine[name]); // to mark nothing is an answer too
  const blind = here.filter((field) => field.privateUntil === 'blind' && isGiven(field.name, field.kind));
  if (names.length === 0 && blind.length === 0) return now;
  const answers = Object.fromEntries(blind.map(({ name }) => [name, /** @type {const} */ ([joint.serial, mine[name] ?? []])]));
  const left = Object.fromEntries(Object.entries(mine).filter(([name]) => !blind.some((field) => field.name === name)));
  const given = withLocal(state, {
    fields: withAt(state.local.fields, person, left),
    shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...names])]),
    blind: withAt(state.local.blind, person, { ...state.local.blind[person], .../** @type {Answers} */ (answers) }),
    results: Object.fromEntries(Object.entries(state.local.results).filter(([name]) => !(name in answers))), // answered anew
  });
  return { ...now, state: given };
}

/**
 * Where both blind answers of one place are here, their joint result stands and they are gone.
 * @param {State} state @returns {State}
 */
function settle(state) {
  const [mine, theirs] = state.mode === 'one-phone' ? state.local.blind : [state.local.blind[state.me], state.theirBlind];
  let after = state;
  for (const field of state.practice.fields) {
    const a = mine[field.name];
    const b = theirs[field.name];
    if (!a || !b || a[0] !== b[0]) continue;
    const [first, second] = state.me === 0 ? [a[1], b[1]] : [b[1], a[1]];
    after = withResult(after, field.name, [a[0], jointValue(field, first, second, state.session.seed)]);
  }
  return after;
}

/** @param {State} state @param {string} name @param {readonly [number, FieldValue]} result @returns {State} */
function withResult(state, name, result) {
  const known = state.local.results[name];
  const isPast = state.local.blind.some((answers) => (answers[name]?.[0] ?? 0) > result[0]); // of an earlier time it was asked
  if ((known && known[0] >= result[0]) || isPast) return state;
  const without = (/** @type {Answers} */ answers) =>
    Object.fromEntries(Object.entries(answers).filter(([each, [serial]]) => each !== name || serial > result[0]));
  const [a, b] = state.local.blind;
  return {
    ...withLocal(state, { results: { ...state.local.results, [name]: result }, blind: [without(a), without(b)] }),
    theirBlind: without(state.theirBlind),
  };
}

/** @param {Situation} now @param {number} at @returns {State} this person is ready; the place moves when both are, or at once when only this tap counts */
function becomeReady(now, at) {
  const { state, person, joint, phase } = now;
  const alone = state.isVoice || state.mode === 'alone' || (state.mode === 'one-phone' && phase.floor !== 'each');
  if (alone) return moveTo(now, indexAfter(state.flow, joint.index), at, joint.starter);
  return mark(state, person, `ready/${joint.serial}`, at);
}

/** Of a guest, this phone keeps what was shared and, until the end, what waits for them. @param {State} state @param {Person} guest @returns {State} */
function forgetGuest(state, guest) {
  const mayWait = !state.local.closed[0];
  const kept = Object.fromEntries(
    Object.entries(state.local.fields[guest]).filter(
      ([name]) => state.local.shared[guest].includes(name) || (mayWait && isWaiting(state, name)),
    ),
  );
  return withLocal(state, { fields: withAt(state.local.fields, guest, kept) });
}

/** @param {Situation} now @param {Partial<{step: number, kept: boolean}>} change @returns {State} */
function withSteps(now, { step = now.stepIndex, kept = now.isKept }) {
  const isHere = now.state.local.serial === now.joint.serial;
  return withLocal(now.state, {
    serial: now.joint.serial,
    steps: withAt(isHere ? now.state.local.steps : [0, 0], now.person, step),
    kept: withAt(isHere ? now.state.local.kept : [false, false], now.person, kept),
  });
}

/** @param {Situation} now @param {Event} event @returns {State} */
function share(now, event) {
  const { state, person, phase } = now;
  const mine = state.local.fields[person];
  const here = fieldsOf(state.practice, phase);
  const wanted = event.fields ?? here.filter((field) => field.share).map((field) => field.name);
  const names = here
    .filter((field) => field.privateUntil === 'shared' && wanted.includes(field.name) && mine[field.name] !== undefined)
    .map((field) => field.name);
  const shared = withLocal(state, { shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...names])]) });
  return event.goodNews === true ? mark(shared, person, `turn/good-news/${person}`, 1) : shared;
}

/** To the next step; after the last, on as the phase goes. @param {Situation} now @param {number} at @returns {State} */
function goOn(now, at) {
  const after = stepFrom(now, now.stepIndex + 1, 1);
  if (after !== null) return withSteps(now, { step: after });
  const isOnes = now.phase.floor === 'teller' || now.phase.floor === 'listener';
  return isOnes ? moveTo(giveOut(now), indexAfter(now.state.flow, now.joint.index), at, now.joint.starter) : becomeReady(giveOut(now), at);
}

/** Names of the fields a tap is about: those of the step, or of the phase. @param {Situation} now @returns {readonly string[]} */
const namesHere = (now) => now.step?.fields ?? (now.hasFloor ? now.phase.fields : now.phase.otherFields) ?? [];

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} shares what was written in these */
function shareOnly(now, names = namesHere(now)) {
  const { state, person } = now;
  const mine = state.local.fields[person];
  const good = state.practice.fields.filter(
    ({ name, privateUntil }) => names.includes(name) && privateUntil === 'shared' && !isBlank(mine[name]),
  );
  return withLocal(state, {
    shared: withAt(state.local.shared, person, [...new Set([...state.local.shared[person], ...good.map(({ name }) => name)])]),
  });
}

/** @param {State} state @param {Person} person @param {readonly string[]} names @returns {State} these are the writer's alone again */
const withoutShare = (state, person, names) =>
  withLocal(state, {
    shared: withAt(
      state.local.shared,
      person,
      state.local.shared[person].filter((name) => !names.includes(name)),
    ),
  });

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} */
const unshare = (now, names = namesHere(now)) => withoutShare(now.state, now.person, names);

/**
 * What was shared only to be agreed on is taken back once the place where it is asked is behind, or this person has closed.
 * @param {State} state @returns {State}
 */
function takeBack(state) {
  const people = isOnePhone(state) ? /** @type {Person[]} */ ([0, 1]) : [state.me];
  let after = state;
  for (const field of state.practice.fields.filter(({ staysIf }) => staysIf !== undefined)) {
    for (const person of people) {
      if (!after.local.shared[person].includes(field.name) || mayStay(after, person, field)) continue;
      const left = Object.entries(after.local.fields[person]).filter(([name]) => field.keeps || name !== field.name);
      const withdrawn = withoutShare(after, person, [field.name]);
      after = withLocal(withdrawn, { fields: withAt(withdrawn.local.fields, person, Object.fromEntries(left)) });
    }
  }
  return after;
}

/** @param {State} state @param {Person} writer @param {import('./practice-schema.js').Field} field @returns {boolean} */
function mayStay(state, writer, field) {
  const joint = jointOf(state);
  const isOfBoth = field.staysIf?.startsWith('both:') === true;
  const flag = field.staysIf?.replace('both:', '');
  const teller = field.writer === 'teller' ? writer : field.writer === 'listener' ? otherOf(writer) : joint.starter;
  const saidAt = (/** @type {Person} */ person) => numbersOf(joint.marks[person], `turn/${flag}/${teller}`)?.[0];
  const [own, theirs] = [saidAt(writer), saidAt(otherOf(writer))];
  // what both agree on, they agree on at one place: words that changed in between need both anew. By voice both words meet at the next contact
  const isAgreed = isOfBoth ? own !== undefined && (own === theirs || state.isVoice) : theirs !== undefined;
  if (isAgreed) return true;
  if (state.local.closed[writer]) return false;
  const turn = teller === joint.starter ? 0 : 1;
  const asked = state.flow.findLastIndex(
    (step) => (step.turn ?? turn) === turn && state.practice.phases[step.phase]?.actions.some((action) => action.flag === flag),
  );
  return asked < 0 || joint.index <= asked;
}

/** @param {Situation} now @param {readonly string[]} [names] @returns {State} */
function clear(now, names = namesHere(now)) {
  const state = unshare(now, names);
  const left = Object.entries(state.local.fields[now.person]).filter(([name]) => !names.includes(name));
  return withLocal(state, { fields: withAt(state.local.fields, now.person, Object.fromEntries(left)) });
}

/** The next place of that name, else the first. @param {Situation} now @param {Action} action @returns {number} */
function indexOf({ state, joint }, { to }) {
  const ahead = state.flow.findIndex((step, i) => i > joint.index && step.phase === to);
  return ahead >= 0 ? ahead : state.flow.findIndex((step) => step.phase === to);
}

/** Where this was sealed: here, or the last place of that name before. @param {Situation} now @param {Action} action @returns {number} */
const placeOf = ({ state, joint }, { to }) => state.flow.findLastIndex((step, i) => i <= joint.index && step.phase === to);

/** A choice made by a button of its own. @param {Situation} now @param {readonly [string, number]} puts @returns {State} */
function putChoice({ state, person }, [name, value]) {
  const fields = withAt(state.local.fields, person, { ...state.local.fields[person], [name]: value });
  const isSeen = state.practice.fields.some((field) => field.name === name && field.privateUntil === 'written');
  const shared = state.local.shared[person];
  return withLocal(state, { fields, ...(isSeen ? { shared: withAt(state.local.shared, person, [...new Set([...shared, name])]) } : {}) });
}

/** @param {Situation} now @param {Action} action @returns {State} */
function setFlag(now, { flag, scope }) {
  const { state, person, joint } = now;
  if (scope === 'turn') return mark(state, person, `turn/${flag}/${turnOf(now)}`, Math.max(1, joint.serial));
  return mark(state, person, `flag/${joint.serial}/${flag}`, scope === 'hand' ? drawsOf(joint) + 1 : 1);
}

/** @param {Situation} now @param {Action} action @param {Event} event @returns {State} */
function act(now, action, event) {
  if (action.puts !== undefined) {
    const { puts, ...rest } = action;
    return act({ ...now, state: putChoice(now, puts) }, rest, event);
  }
  if (action.flag !== undefined && action.does !== 'flag') {
    const { flag, ...rest } = action;
    return act({ ...now, state: setFlag(now, action) }, rest, event);
  }
  const { state, person, joint, phase } = now;
  const last = (phase.steps?.length ?? 1) - 1;
  switch (action.does) {
    case 'next':
      return moveTo(giveOut(now), indexAfter(state.flow, joint.index), event.at, joint.starter);
    case 'ready':
      return becomeReady(giveOut(now), event.at);
    case 'share-ready':
      return becomeReady(giveOut({ ...now, state: share(now, event) }), event.at);
    case 'on':
      return goOn(now, event.at);
    case 'share-on':
      return goOn({ ...now, state: shareOnly(now, action.fields) }, event.at);
    case 'share':
      return shareOnly(now, [action.field ?? '']);
    case 'put':
      return state;
    case 'keep-on':
      return goOn({ ...now, state: unshare(now) }, event.at);
    case 'clear-on':
      return goOn({ ...now, state: clear(now, action.fields) }, event.at);
    case 'keep':
      return withSteps(now, { kept: true });
    case 'goto': {
      const starter = action.starter === 'me' ? person : action.starter === 'them' ? otherOf(person) : joint.starter;
      return moveTo(giveOut(now), indexOf(now, action), event.at, starter);
    }
    case 'jump':
      return withLocal(mark(state, person, `jump/${joint.serial}`, indexOf(now, action), event.at), { sheet: null });
    case 'take-back': {
      const sealed = fieldsOf(state.practice, /** @type {Phase} */ (state.practice.phases[action.to ?? ''])).map(({ name }) => name);
      return mark(withoutShare(state, person, sealed), person, `jump/${joint.serial}`, placeOf(now, action), event.at);
    }
    case 'flag':
      return setFlag(now, action);
    case 'more':
      return now.lengthMs === null ? state : mark(state, person, `more/${joint.serial}`, Math.max(now.lengthMs, now.elapsedMs) + MORE_MS);
    case 'draw':
      return mark(state, person, `draw/${joint.serial}`, (numbersOf(state.marks[person], `draw/${joint.serial}`)?.[0] ?? 0) + 1);
    case 'step':
      return withSteps(now, { step: stepFrom(now, now.stepIndex + 1, 1) ?? now.stepIndex });
    case 'step-back':
      return withSteps(now, { step: stepFrom(now, now.stepIndex - 1, -1) ?? now.stepIndex });
    case 'lot':
      return withLocal(state, { sheet: 'lot' });
    case 'step-last':
      return now.stepIndex < last ? withSteps(now, { step: last }) : state;
    case 'pause':
      return withLocal(state, { sheet: 'pause' });
    case 'close':
      return close(action.erases ? withoutWords(state, person) : state, person);
  }
}

/** Nothing written is kept. @param {State} state @param {Person} person @returns {State} */
const withoutWords = (state, person) =>
  withLocal(state, { fields: withAt(state.local.fields, person, {}), shared: withAt(state.local.shared, person, []) });

/** @param {State} state @param {Person} person @returns {State} */
function close(state, person) {
  const closed = isOnePhone(state) ? /** @type {const} */ ([true, true]) : withAt(state.local.closed, person, true);
  return withLocal(state, { closed, sheet: null, urge: null, ...(state.local.areUrgesKept ? {} : { urges: [] }) });
}

/** A mark of pause, stop or their end, made once for the one phone of two. @param {State} state @param {Person} person @param {string} key @param {number[]} numbers */
function markBreak(state, person, key, numbers) {
  const marked = mark(state, person, key, ...numbers);
  return isOnePhone(state) ? mark(marked, otherOf(person), key, ...numbers) : marked;
}

/** @param {Joint} joint @param {'pause'|'stop'} kind @returns {number} */
const nextBreak = (joint, kind) => Math.max(0, ...joint.marks.flatMap((marks) => serialsOf(marks, kind))) + 1;

/** @param {State} state @param {Event} event @returns {State} */
export function next(state, event) {
  if (!Number.isSafeInteger(event.at) || event.at < 0) return state;
  const person = state.mode === 'one-phone' ? (event.by ?? state.me) : state.me;
  const now = situation(state, person, event.at);
  if (now.isClosed) return state;
  const acted = breaks(now, event) ?? inPhase(now, event);
  const after = acted === state ? state : takeBack(settle(acted));
  return after.mode === 'one-phone' && isGuestThrough(now.joint, after) ? forgetGuest(after, otherOf(after.me)) : after;
}

/** @param {Joint} before @param {State} after @returns {boolean} the guest no longer holds the one phone */
const isGuestThrough = (before, after) => jointOf(after).serial !== before.serial || after.local.closed[0];

/** Pause, stop, what they offer, and phones at different places: before anything of the phase. @param {Situation} now @param {Event} event @returns {State|null} */
function breaks(now, event) {
  const { state, person, joint, phase } = now;
  const { at, type } = event;
  const { sheet } = now;
  if (now.stopped) {
    if (type === 'erase-urges' || type === 'keep-urges') return urges(now, event);
    if (type === 'close') return close(state, person);
    if (type === 'erase' && state.mode === 'alone') return close(withoutWords(state, person), person);
    return type === 'pick-up-again' && !now.stopped.agreed[person]
      ? withLocal(markBreak(state, person, `again/${now.stopped.k}`, [at]), { sheet: null })
      : state;
  }
  if (type === 'stop' && !phase.isFinal)
    return withLocal(markBreak(state, person, `stop/${nextBreak(joint, 'stop')}`, [at]), { sheet: null });
  if (now.paused) {
    const { k, untilMs } = now.paused;
    if (type === 'longer' && isLengthened(now)) return state;
    if (type === 'ready-again' && !now.paused.agreed[person])
      return withLocal(markBreak(state, person, `back/${k}`, [at]), { sheet: null });
    if (type !== 'longer') return state;
    const until = event.untilMs ?? Math.max(untilMs, at) + LONGER_MS;
    if (!isPauseEnd(until, at) || until <= untilMs) return state;
    return withLocal(markBreak(state, person, `pause/${k}`, [until, now.paused.at]), {
      lengthened: withAt(state.local.lengthened, person, k),
    });
  }
  if (sheet) {
    if (type === 'go-on') return withLocal(state, { sheet: null });
    if (type === 'lot' && sheet === 'pause') return withLocal(state, { sheet: 'lot' });
    if (type === phase.setsAside?.event) return setAside(now);
    if (type === 'breathe' && sheet === 'lot') return withLocal(state, { sheet: 'breathe' });
    if (type === 'skip' && sheet === 'pause' && joint.index > 0 && !phase.isGate)
      return withLocal(mark(state, person, `skip/${joint.serial}`, at), { sheet: null });
    const until = type === 'pause-20' ? at + PAUSE_MS : type === 'pause-until' ? event.untilMs : undefined;
    if (until === undefined || !isPauseEnd(until, at)) return state;
    return withLocal(markBreak(state, person, `pause/${nextBreak(joint, 'pause')}`, [until, at]), { sheet: null });
  }
  if (type === 'pause') return phase.isFinal ? state : withLocal(state, { sheet: 'pause' });
  if (now.isOutOfStep) {
    if (type !== 'this-one' && type !== 'the-other') return state;
    const chosen = floorOf(joint.marks[type === 'this-one' ? person : otherOf(person)], state.starter);
    return moveTo(now, Math.min(chosen.index, state.flow.length - 1), at, chosen.starter);
  }
  if (now.resumed) return type === 'continue' ? withLocal(state, { seenBreak: `${now.resumed.kind}/${now.resumed.k}` }) : state;
  return null;
}

/**
 * In the pause of this phase, lines of one's own can be kept for another time.
 * @param {Situation} now @returns {{from: string, to: string, lines: readonly string[]}|null} all the lines of `to`, with them; null: not here, or no room
 */
export function mayBeSetAside({ state, person, phase, hasFloor, sheet, isReady }) {
  if (sheet !== 'pause' || !hasFloor || isReady || !phase.setsAside) return null;
  const { from, to } = phase.setsAside;
  const { [from]: some, [to]: before = [] } = state.local.fields[person];
  const lines = [...new Set([before, some].flat().map(String))];
  return isBlank(some) || lines.length > (state.practice.fields.find(({ name }) => name === to)?.count ?? 0) ? null : { from, to, lines };
}

/** @param {Situation} now @returns {State} */
function setAside(now) {
  const { state, person } = now;
  const aside = mayBeSetAside(now);
  if (!aside) return state;
  const { [aside.from]: _, ...fields } = state.local.fields[person];
  const shared = state.local.shared[person].filter((name) => name !== aside.from && name !== aside.to);
  return withLocal(state, {
    fields: withAt(state.local.fields, person, { ...fields, [aside.to]: aside.lines }),
    shared: withAt(state.local.shared, person, [...shared, aside.to]),
  });
}

/** @param {Situation} now @returns {boolean} this person made this pause longer already: once is for each */
export const isLengthened = ({ state, person, paused }) => paused !== null && state.local.lengthened[person] === paused.k;

/** @param {number} untilMs @param {number} at */
const isPauseEnd = (untilMs, at) => Number.isSafeInteger(untilMs) && untilMs > at && untilMs <= at + LONGEST_PAUSE_MS;

/** @param {Situation} now @param {Event} event @returns {State} */
function inPhase(now, event) {
  const { state, person, joint } = now;
  switch (event.type) {
    case 'uncover':
      return now.cover === null ? state : withLocal(state, { uncovered: `${joint.serial}/${now.cover}` });
    case 'write':
      return write(now, event);
    case 'urge':
    case 'erase-urges':
    case 'keep-urges':
      return urges(now, event);
    default: {
      const action = actionsNow(now).find((each) => each.event === event.type);
      return action ? act({ ...now, person }, action, event) : state;
    }
  }
}

/** @param {Situation} now @param {Event} event @returns {State} */
function write(now, { field, value }) {
  const { state, person } = now;
  const known = editable(now).find((each) => each.name === field);
  if (!known || value === undefined || !fitsField(known, value)) return state;
  const written = withLocal(state, { fields: withAt(state.local.fields, person, { ...state.local.fields[person], [known.name]: value }) });
  const isShared = state.local.shared[person].includes(known.name);
  if (known.privateUntil === 'ready' && isShared) return withoutShare(written, person, [known.name]); // a draft again, until one goes on
  if (known.privateUntil !== 'written' || isShared) return written;
  return withLocal(written, { shared: withAt(state.local.shared, person, [...state.local.shared[person], known.name]) });
}

/** What a field of this phone's owner holds before its place is reached; a field that is seen as it is written cannot be. @param {State} state @param {string} name @param {FieldValue} value @returns {State} */
export function given(state, name, value) {
  const field = state.practice.fields.find((each) => each.name === name);
  if (!field || field.privateUntil === 'written' || !fitsField(field, value)) return state;
  return withLocal(state, { fields: withAt(state.local.fields, state.me, { ...state.local.fields[state.me], [name]: value }) });
}

/** @param {Situation} now @returns {boolean} this person listens and has the private tray */
export const hasTray = ({ phase, hasFloor, state }) =>
  state.mode !== 'one-phone' && (phase.urges === 'floor' ? hasFloor : phase.urges === true && !hasFloor);

/** @param {Situation} now @returns {boolean} it is over here, and what was tapped is erased with closing unless it is kept */
export function isAskedToKeep(now) {
  const { urges: tapped, areUrgesKept } = now.state.local;
  const isOver = now.phase.isFinal === true || now.stopped !== null || actionsNow(now).some((action) => action.does === 'close');
  return tapped.length > 0 && !areUrgesKept && !now.isClosed && isOver;
}

/** @param {Situation} now @param {Event} event @returns {State} */
function urges(now, event) {
  const { state } = now;
  if (event.type === 'erase-urges') return isAskedToKeep(now) ? withLocal(state, { urges: [], urge: null }) : state;
  if (event.type === 'keep-urges') return isAskedToKeep(now) ? withLocal(state, { areUrgesKept: true, urge: null }) : state;
  if (!hasTray(now) || !URGES.includes(event.urge ?? '') || state.local.urges.length >= MAX_URGES) return state;
  const id = /** @type {string} */ (event.urge);
  return withLocal(state, { urges: [...state.local.urges, id], urge: { id, at: event.at } });
}

/**
 * What the other phone says: in any order, late, twice or after days. A pause, stop or skip is echoed into my own marks, so that no record tells
 * whose it was.
 * @param {State} state @param {{marks?: unknown, fields?: Readonly<Record<string, unknown>>, results?: Readonly<Record<string, unknown>>, blind?: Readonly<Record<string, unknown>>}} said
 * @returns {State}
 */
export const receive = (state, said) => takeBack(received(state, said));

/** @param {State} state @param {Parameters<typeof receive>[1]} said @returns {State} */
function received(state, said) {
  const other = otherOf(state.me);
  const theirs = mergeMarks(state.marks[other], readMarks(said.marks));
  let mine = state.marks[state.me];
  for (const [key, ...numbers] of shiftMarks(theirs, state.offsetMs)) {
    if (/^(pause|stop|skip|jump)\//.test(key) && numbersOf(mine, key) === null) mine = put(mine, key, ...numbers);
  }
  const fields = readFields(state.practice, said.fields ?? {});
  const hasNewMarks = theirs !== state.marks[other] || mine !== state.marks[state.me];
  const hasNewFields = Object.entries(fields).some(([name, value]) => !sameValue(state.theirs[name], value));
  let after = state;
  if (hasNewMarks || hasNewFields)
    after = { ...state, marks: withAt(withAt(state.marks, other, theirs), state.me, mine), theirs: { ...state.theirs, ...fields } };
  for (const [name, result] of Object.entries(readAnswers(state.practice, said.results ?? {}))) after = withResult(after, name, result);
  const blind = Object.entries(readAnswers(state.practice, said.blind ?? {})).filter(
    ([name, [serial]]) => (after.local.results[name]?.[0] ?? -1) < serial && (after.theirBlind[name]?.[0] ?? -1) < serial,
  );
  return blind.length === 0 ? after : settle({ ...after, theirBlind: { ...after.theirBlind, ...Object.fromEntries(blind) } });
}

/** Plain values, compared whole. @param {unknown} a @param {unknown} b */
const sameValue = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {State} state @param {number} offsetMs @returns {State} */
export const setOffset = (state, offsetMs) => ({ ...state, offsetMs: Math.round(offsetMs) });

/** @param {State} state @param {boolean} isVoice @returns {State} */
export const setVoice = (state, isVoice) => (isOnePhone(state) ? state : { ...state, isVoice });

/** All of this state that may leave the phone. @param {State} state @returns {Contribution} */
export function contribution(state) {
  const mine = state.local.fields[state.me];
  const fields = Object.fromEntries(state.local.shared[state.me].flatMap((name) => (mine[name] === undefined ? [] : [[name, mine[name]]])));
  return {
    marks: state.marks[state.me],
    fields,
    results: state.local.results,
    blind: isOnePhone(state) ? {} : state.local.blind[state.me],
  };
}

/** @param {Contribution} a @param {Contribution} b */
export const sameContribution = (a, b) => sameValue(a, b);

/** @typedef {Local & {mine?: any, guest?: any}} Kept a `local` with the marks that must not be lost */

/**
 * To keep sealed on this phone between reloads, before anything is said to the other: what was said must be known after a crash. On one phone
 * the other person's taps are here too: they have no phone to write them.
 * @param {State} state @returns {Kept}
 */
export const localOf = (state) => ({
  ...state.local,
  mine: state.marks[state.me],
  ...(isOnePhone(state) ? { guest: state.marks[otherOf(state.me)] } : {}),
});

/**
 * After a reload or on another day: the same place again.
 * @param {State} fresh from `start`
 * @param {{mine: {marks?: unknown, fields?: any}, theirs?: {marks?: unknown, fields?: any}, local?: Kept}} kept
 * @returns {State}
 */
export function restore(fresh, { mine, theirs, local }) {
  /** @type {Kept} */
  const kept = local ?? {
    ...fresh.local,
    fields: withAt(fresh.local.fields, fresh.me, mine.fields ?? {}),
    shared: withAt(fresh.local.shared, fresh.me, Object.keys(mine.fields ?? {})),
  };
  const { mine: said, guest, ...own } = { ...FIRST_LOCAL, ...kept };
  const ours = mergeMarks(readMarks(mine.marks), readMarks(said));
  const back = withLocal({ ...fresh, marks: withAt(withAt(fresh.marks, fresh.me, ours), otherOf(fresh.me), readMarks(guest)) }, own);
  return theirs && !isOnePhone(fresh) ? receive(back, theirs) : back;
}

/**
 * Who begins next: the one who did not begin last time. A session that was only looked at does not count.
 * @param {readonly {at: number, starter: Person, reached: number}[]} sessions `reached` is the highest flow index @param {Person} [first]
 * @returns {Person}
 */
export function nextStarter(sessions, first = 0) {
  const last = sessions
    .filter(({ reached }) => reached > 0)
    .reduce((newest, each) => (newest === null || each.at > newest.at ? each : newest), /** @type {any} */ (null));
  return last === null ? first : otherOf(last.starter);
}
