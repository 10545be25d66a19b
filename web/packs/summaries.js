/** What the library shows of each practice before any of it is loaded. Each practice takes its own line in from here. */

/**
 * @typedef {object} Summary
 * @property {string} id @property {number} version @property {'small'|'listening'|'hard'|'story'|'body'|'weekly'} group
 * @property {readonly [number, number, number]} minutes short, usual, long @property {1|2|3} depth
 * @property {readonly string[]} goodFor @property {boolean} fitCheck @property {readonly string[]} modes
 */

const ALL = Object.freeze(['live', 'one-phone', 'own-time', 'voice', 'alone']);

/** @param {string} id @param {Omit<Summary, 'id'|'version'|'modes'> & {modes?: readonly string[]}} rest @returns {Summary} */
const summary = (id, rest) => Object.freeze({ id, version: 1, modes: ALL, ...rest });

/** In the order of the library. @type {readonly Summary[]} */
const SUMMARIES = Object.freeze([
  summary('daily-check-in', {
    group: 'small',
    minutes: [6, 8, 10],
    depth: 1,
    goodFor: ['be-heard', 'come-closer', 'rest'],
    fitCheck: false,
  }),
  summary('empathy-in-action', {
    group: 'small',
    minutes: [2, 3, 5],
    depth: 1,
    goodFor: ['come-closer', 'look-ahead'],
    fitCheck: false,
    modes: ['alone', 'live', 'one-phone', 'voice'],
  }),
  summary('self-empathy-inventory', {
    group: 'small',
    minutes: [3, 5, 7],
    depth: 1,
    goodFor: ['know-myself', 'rest', 'ask'],
    fitCheck: false,
    modes: ['alone'],
  }),
  summary('three-appreciations', {
    group: 'small',
    minutes: [5, 8, 15],
    depth: 1,
    goodFor: ['come-closer', 'enjoy', 'be-heard'],
    fitCheck: false,
  }),
  summary('two-stars-one-wish', {
    group: 'small',
    minutes: [2, 4, 8],
    depth: 1,
    goodFor: ['look-back', 'ask', 'enjoy'],
    fitCheck: false,
  }),
  summary('structured-listening', {
    group: 'listening',
    minutes: [12, 20, 30],
    depth: 2,
    goodFor: ['be-heard', 'understand'],
    fitCheck: false,
  }),
  summary('deep-listening', {
    group: 'listening',
    minutes: [5, 8, 12],
    depth: 2,
    goodFor: ['be-heard', 'come-closer', 'understand'],
    fitCheck: false,
  }),
  summary('compassionate-curiosity', {
    group: 'listening',
    minutes: [5, 8, 12],
    depth: 1,
    goodFor: ['come-closer', 'understand', 'enjoy'],
    fitCheck: false,
  }),
  summary('perspective-first', {
    group: 'listening',
    minutes: [8, 12, 18],
    depth: 2,
    goodFor: ['understand', 'repair', 'decide'],
    fitCheck: true,
  }),
  summary('nonverbal-attunement', {
    group: 'listening',
    minutes: [4, 6, 9],
    depth: 1,
    goodFor: ['come-closer', 'understand'],
    fitCheck: false,
  }),
  summary('pause-in-conflict', {
    group: 'hard',
    minutes: [8, 12, 16],
    depth: 3,
    goodFor: ['repair', 'rest', 'understand'],
    fitCheck: true,
  }),
  summary('responsive-reach', {
    group: 'hard',
    minutes: [4, 7, 11],
    depth: 2,
    goodFor: ['ask', 'be-heard', 'come-closer'],
    fitCheck: true,
  }),
  summary('shared-problem-solving', {
    group: 'hard',
    minutes: [15, 30, 45],
    depth: 2,
    goodFor: ['decide', 'understand', 'repair'],
    fitCheck: true,
  }),
  summary('growth-revisit', {
    group: 'hard',
    minutes: [8, 10, 13],
    depth: 2,
    goodFor: ['repair', 'understand', 'know-myself'],
    fitCheck: true,
    modes: ['alone', 'live', 'one-phone', 'own-time', 'voice'],
  }),
  summary('shared-storytelling', {
    group: 'story',
    minutes: [10, 15, 25],
    depth: 2,
    goodFor: ['understand', 'look-back', 'come-closer'],
    fitCheck: true,
  }),
  summary('moments-journal', {
    group: 'story',
    minutes: [10, 15, 20],
    depth: 1,
    goodFor: ['look-back', 'come-closer', 'enjoy'],
    fitCheck: false,
  }),
  summary('memory-map', {
    group: 'story',
    minutes: [12, 20, 30],
    depth: 1,
    goodFor: ['look-back', 'come-closer', 'enjoy'],
    fitCheck: false,
  }),
  summary('physical-synchrony', { group: 'body', minutes: [4, 7, 12], depth: 1, goodFor: ['rest', 'come-closer'], fitCheck: false }),
  summary('praise-plus-together', {
    group: 'body',
    minutes: [20, 30, 60],
    depth: 1,
    goodFor: ['enjoy', 'come-closer', 'rest'],
    fitCheck: false,
  }),
  summary('values-alignment', {
    group: 'story',
    minutes: [15, 25, 40],
    depth: 2,
    goodFor: ['understand', 'know-myself', 'look-ahead', 'decide'],
    fitCheck: true,
  }),
  summary('weekly-retreat', {
    group: 'weekly',
    minutes: [15, 30, 45],
    depth: 2,
    goodFor: ['look-back', 'look-ahead', 'decide', 'repair'],
    fitCheck: true,
  }),
]);

/** @param {string} id @returns {Summary} what a practice's file begins with */
function summaryOf(id) {
  const found = SUMMARIES.find((each) => each.id === id);
  if (!found) throw new Error(`no practice ${id}`);
  return found;
}

export { SUMMARIES, summaryOf };
