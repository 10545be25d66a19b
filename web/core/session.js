/**
 * Where two phones are in a practice, as a function of the marks of both: whoever holds the same marks sees the same place.
 *
 * The place is the floor of the highest serial number; the same number twice (both tapped) is one step. Two things move it without a floor:
 * both being ready, and a skip, which says nothing about who skipped.
 */
import { lastOf, numbersOf, shiftMarks } from './marks.js';

/**
 * @typedef {import('./marks.js').Marks} Marks
 * @typedef {import('./practice-schema.js').Practice} Practice
 * @typedef {import('./practice-schema.js').FlowStep} FlowStep
 *
 * @typedef {object} Joint
 * @property {number} serial @property {number} index in the flow @property {0|1} starter @property {number} startedAt ms, this phone's clock
 * @property {readonly [boolean, boolean]} ready at this place
 * @property {boolean} wasSkipped this place was reached by a skip
 * @property {number} pausedMs of this place's time, ended pauses only
 * @property {{k: number, untilMs: number, at: number, ready: readonly [boolean, boolean]}|null} paused
 * @property {{k: number, at: number, again: readonly [boolean, boolean]}|null} stopped
 * @property {{at: number, kind: 'pause'|'stop', k: number}|null} resumed the pause or stop that ended last
 * @property {boolean} outOfStep both went on alone, to different places
 * @property {readonly [Marks, Marks]} marks by this phone's clock
 */

/** @typedef {{serial: number, index: number, starter: 0|1, at: number, known: number}} Floor */

/** @param {Marks} marks @param {0|1} starter @returns {Floor} */
export function floorOf(marks, starter) {
  const [serial, index, from, at, known] = numbersOf(marks, 'floor') ?? [0, 0, starter, 0, 0];
  return { serial: serial ?? 0, index: index ?? 0, starter: from === 1 ? 1 : 0, at: at ?? 0, known: known ?? 0 };
}

/** @param {Floor} a @param {Floor} b @returns {Floor} */
function higher(a, b) {
  const order = a.serial - b.serial || a.index - b.index || a.starter - b.starter;
  if (order !== 0) return order > 0 ? a : b;
  return a.at <= b.at ? a : b;
}

/** @param {readonly FlowStep[]} flow @param {number} index @returns {number} */
export function indexAfter(flow, index) {
  for (let i = index + 1; i < flow.length; i++) if (!flow[i]?.aside) return i;
  return index;
}

/**
 * @param {Practice} practice @param {readonly FlowStep[]} flow
 * @param {Marks} first marks of person 0 @param {Marks} second marks of person 1
 * @param {{starter: 0|1, reader?: 0|1, offsetMs?: number}} how `offsetMs` turns the other phone's clock into the reader's
 * @returns {Joint}
 */
export function join(practice, flow, first, second, { starter, reader = 0, offsetMs = 0 }) {
  const a = reader === 0 ? first : shiftMarks(first, offsetMs);
  const b = reader === 1 ? second : shiftMarks(second, offsetMs);
  const floorA = floorOf(a, starter);
  const floorB = floorOf(b, starter);
  const floor = higher(floorA, floorB);
  let { serial, index, at } = floor;
  let wasSkipped = false;
  if (index >= flow.length) index = flow.length - 1; // a newer practice on the other phone
  while (!practice.phases[flow[index]?.phase ?? '']?.isFinal) {
    const skips = [numbersOf(a, `skip/${serial}`), numbersOf(b, `skip/${serial}`)].flatMap((numbers) => numbers ?? []);
    const readies = [numbersOf(a, `ready/${serial}`), numbersOf(b, `ready/${serial}`)].flatMap((numbers) => numbers ?? []);
    if (skips.length === 0 && readies.length < 2) break;
    const after = indexAfter(flow, index);
    if (after === index) break;
    at = skips.length > 0 ? Math.min(...skips) : Math.max(...readies);
    wasSkipped = skips.length > 0;
    index = after;
    serial += 1;
  }
  const { breaks, paused, stopped } = interruptions(a, b);
  const ended = breaks.filter((each) => each.endedAt !== null);
  const resumed = ended.sort((x, y) => (x.endedAt ?? 0) - (y.endedAt ?? 0)).at(-1);
  return {
    serial,
    index,
    starter: floor.starter,
    startedAt: at,
    ready: [numbersOf(a, `ready/${serial}`) !== null, numbersOf(b, `ready/${serial}`) !== null],
    wasSkipped,
    pausedMs: ended.reduce((sum, each) => sum + Math.max(0, (each.endedAt ?? 0) - Math.max(at, each.at)), 0),
    paused,
    stopped,
    resumed: resumed ? { at: resumed.endedAt ?? 0, kind: resumed.kind, k: resumed.k } : null,
    outOfStep: floorA.known < floorB.serial && floorB.known < floorA.serial && Math.abs(floorA.serial - floorB.serial) >= 2,
    marks: [a, b],
  };
}

/** @typedef {{kind: 'pause'|'stop', k: number, at: number, untilMs: number, endedAt: number|null}} Break */

/** Every pause and stop of the session, and those that still hold. @param {Marks} a @param {Marks} b */
function interruptions(a, b) {
  /** @type {Break[]} */ const breaks = [];
  /** @type {Joint['paused']} */ let paused = null;
  /** @type {Joint['stopped']} */ let stopped = null;
  for (let k = 1; k <= Math.max(lastOf(a, 'pause'), lastOf(b, 'pause')); k++) {
    const pauses = [numbersOf(a, `pause/${k}`), numbersOf(b, `pause/${k}`)].flatMap((numbers) => (numbers ? [numbers] : []));
    if (pauses.length === 0) continue;
    const back = [numbersOf(a, `back/${k}`)?.[0], numbersOf(b, `back/${k}`)?.[0]];
    const untilMs = Math.max(...pauses.map((numbers) => numbers[0] ?? 0));
    const at = Math.min(...pauses.map((numbers) => numbers[1] ?? 0));
    const isOver = back[0] !== undefined && back[1] !== undefined;
    breaks.push({ kind: 'pause', k, at, untilMs, endedAt: isOver ? Math.max(back[0] ?? 0, back[1] ?? 0) : null });
    if (!isOver) paused = { k, untilMs, at, ready: [back[0] !== undefined, back[1] !== undefined] };
  }
  for (let k = 1; k <= Math.max(lastOf(a, 'stop'), lastOf(b, 'stop')); k++) {
    const stops = [numbersOf(a, `stop/${k}`), numbersOf(b, `stop/${k}`)].flatMap((numbers) => numbers ?? []);
    if (stops.length === 0) continue;
    const again = [numbersOf(a, `again/${k}`)?.[0], numbersOf(b, `again/${k}`)?.[0]];
    const isOver = again[0] !== undefined && again[1] !== undefined;
    breaks.push({ kind: 'stop', k, at: Math.min(...stops), untilMs: 0, endedAt: isOver ? Math.max(again[0] ?? 0, again[1] ?? 0) : null });
    if (!isOver) stopped = { k, at: Math.min(...stops), again: [again[0] !== undefined, again[1] !== undefined] };
  }
  return { breaks, paused, stopped };
}
