/**
 * Where two phones are in a practice, as a function of the marks of both: whoever holds the same marks sees the same place.
 *
 * The place is the floor of the highest serial number; the same number twice (both tapped) is one step. Three things move it without a floor:
 * both being ready, and a skip or a jump, which both phones write alike, so that no record says whose it was. A jump to an end holds even where
 * the other had gone on meanwhile.
 */
import { numbersOf, serialsOf, shiftMarks } from './marks.js';

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
 * @property {Break|null} paused @property {Break|null} stopped
 * @property {Break|null} resumed the pause or stop that ended last
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

/**
 * Neither knew of the other's last step, and they are two or more apart: not merely a tap on its way.
 * @param {Floor} a @param {Floor} b
 */
const isApart = (a, b) => a.known < b.serial && b.known < a.serial && Math.abs(a.serial - b.serial) >= 2;

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
  const overtaken = endBefore(practice, flow, [a, b], serial);
  if (overtaken && !practice.phases[flow[index]?.phase ?? '']?.isFinal) {
    index = overtaken.to;
    at = overtaken.at;
    serial += 1;
  }
  while (!practice.phases[flow[index]?.phase ?? '']?.isFinal) {
    const isGate = practice.phases[flow[index]?.phase ?? '']?.isGate === true;
    const skips = isGate ? [] : [numbersOf(a, `skip/${serial}`), numbersOf(b, `skip/${serial}`)].flatMap((numbers) => numbers ?? []);
    const jumps = [numbersOf(a, `jump/${serial}`), numbersOf(b, `jump/${serial}`)].flatMap((numbers) => (numbers ? [numbers] : []));
    const readies = [numbersOf(a, `ready/${serial}`), numbersOf(b, `ready/${serial}`)].flatMap((numbers) => numbers ?? []);
    if (jumps.length > 0) {
      index = Math.min(Math.max(...jumps.map(([to]) => to ?? 0)), flow.length - 1);
      at = Math.min(...jumps.map(([, when]) => when ?? 0));
      wasSkipped = false;
    } else {
      if (skips.length === 0 && readies.length < 2) break;
      const after = indexAfter(flow, index);
      if (after === index) break;
      at = skips.length > 0 ? Math.min(...skips) : Math.max(...readies);
      wasSkipped = skips.length > 0;
      index = after;
    }
    serial += 1;
  }
  const pauses = breaksOf('pause', 'back', a, b, floor.at);
  const stops = breaksOf('stop', 'again', a, b, floor.at);
  const paused = pauses.findLast((each) => each.endedAt === null);
  const stopped = stops.findLast((each) => each.endedAt === null);
  const ended = [...pauses, ...stops].filter((each) => each.endedAt !== null);
  const resumed = ended.sort((x, y) => (x.endedAt ?? 0) - (y.endedAt ?? 0)).at(-1);
  return {
    serial,
    index,
    starter: floor.starter,
    startedAt: at,
    ready: [numbersOf(a, `ready/${serial}`) !== null, numbersOf(b, `ready/${serial}`) !== null],
    wasSkipped,
    pausedMs: restedMs(ended, at),
    paused: paused ?? null,
    stopped: stopped ?? null,
    resumed: resumed ?? null,
    outOfStep: serial === floor.serial && isApart(floorA, floorB),
    marks: [a, b],
  };
}

/**
 * A jump to an end, such as a no to the question whether it is a good moment, from a place that the other had already gone on from: by voice, or
 * with both taps on their way. It is not outvoted by having been overtaken.
 * @param {Practice} practice @param {readonly FlowStep[]} flow @param {readonly Marks[]} marks @param {number} serial of the highest floor
 * @returns {{to: number, at: number}|null}
 */
function endBefore(practice, flow, marks, serial) {
  const ends = marks.flatMap((each) =>
    serialsOf(each, 'jump').flatMap((from) => {
      const [to = 0, at = 0] = numbersOf(each, `jump/${from}`) ?? [];
      return from < serial && practice.phases[flow[to]?.phase ?? '']?.isFinal ? [{ to, at }] : [];
    }),
  );
  return ends.sort((x, y) => x.at - y.at || x.to - y.to)[0] ?? null;
}

/** @typedef {{kind: 'pause'|'stop', k: number, at: number, untilMs: number, endedAt: number|null, agreed: readonly [boolean, boolean]}} Break */

/**
 * Every pause, or every stop, of the session. It ends when both have said so, at the later of the two; or when one has, and the session went on
 * after that: by voice, where the other's tap was not waited for.
 * @param {'pause'|'stop'} kind @param {'back'|'again'} end @param {Marks} a @param {Marks} b @param {number} movedAt when the place last moved
 * @returns {Break[]}
 */
function breaksOf(kind, end, a, b, movedAt) {
  const serials = [...new Set([...serialsOf(a, kind), ...serialsOf(b, kind)])].sort((x, y) => x - y);
  if (serials.length === 0) return []; // as mostly
  return serials.map((k) => {
    const begun = [numbersOf(a, `${kind}/${k}`), numbersOf(b, `${kind}/${k}`)].flatMap((numbers) => (numbers ? [numbers] : []));
    const ends = [numbersOf(a, `${end}/${k}`)?.[0], numbersOf(b, `${end}/${k}`)?.[0]];
    const [x, y] = ends;
    const one = x ?? y;
    const endedAt = x !== undefined && y !== undefined ? Math.max(x, y) : one !== undefined && movedAt > one ? one : null;
    return {
      kind,
      k,
      at: Math.min(...begun.map((numbers) => numbers.at(-1) ?? 0)),
      untilMs: kind === 'pause' ? Math.max(...begun.map((numbers) => numbers[0] ?? 0)) : 0,
      endedAt,
      agreed: /** @type {const} */ ([x !== undefined, y !== undefined]),
    };
  });
}

/** Time within `since` and later that ended breaks took, overlaps counted once. @param {Break[]} breaks @param {number} since @returns {number} ms */
function restedMs(breaks, since) {
  let sum = 0;
  let until = since;
  for (const { at, endedAt } of [...breaks].sort((x, y) => x.at - y.at)) {
    if (endedAt === null || endedAt <= until) continue;
    sum += endedAt - Math.max(until, at);
    until = endedAt;
  }
  return sum;
}
