/** Phases, fields and buttons that several practices have alike: data, so that each stands once. */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase @typedef {import('../core/practice-schema.js').Field} Field */

/** `prefix-1` … `prefix-count`. @param {string} prefix @param {number} count @returns {string[]} */
const ids = (prefix, count) => Array.from({ length: count }, (_, i) => `${prefix}-${i + 1}`);

/** @type {Action} */
const PASS = { event: 'pass', by: 'floor', does: 'next', message: 'live-pass-floor', primary: true, isVoiced: true };
/** @type {Action} */
const MORE = { event: 'more-time', by: 'floor', does: 'more', message: 'live-more-time', when: ['bell'] };
/** @type {Action} */
const CLOSE = { event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true };

/** One's own turn is over. @param {string} event @param {string} message @returns {Action} */
const said = (event, message) => ({ event, by: 'floor', does: 'next', message, primary: true, isVoiced: true });

/** Both tap it. @param {string} [message] @returns {Action} */
const ready = (message = 'live-i-am-ready') => ({ event: 'ready', by: 'floor', does: 'ready', message, primary: true });

/** The first screen: both are here, or say it aloud. @param {string} absent message @returns {Phase} */
const begin = (absent) => ({
  floor: 'both',
  seconds: null,
  role: { floor: 'live-role-both' },
  prompt: { floor: absent },
  small: { floor: 'live-begin-how' },
  stages: [{ when: ['ready'], prompt: { floor: absent }, small: { floor: 'live-begin-how' } }],
  actions: [
    { event: 'ready', by: 'floor', does: 'ready', message: 'live-begin', primary: true, when: ['!voice'] },
    { event: 'we-said-it', by: 'floor', does: 'next', message: 'live-we-said-it' },
  ],
});

/** Is this a good moment? Each on their own phone; any no, or a minute without an answer, is another time, and nothing says whose. @type {Phase} */
const FIT = {
  floor: 'each',
  seconds: [60, 60, 60],
  isClocked: true,
  isGate: true,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: 'practice-fit' },
  small: { floor: 'practice-fit-small' },
  part: 'fit',
  stages: [
    { when: ['ready'], prompt: { floor: 'live-ready-first' } },
    { when: ['bell'], prompt: { floor: 'practice-another-time' } },
  ],
  actions: [
    { event: 'yes-all-three', by: 'floor', does: 'ready', message: 'practice-fit-yes', primary: true, when: ['!bell'] },
    { event: 'not-today', by: 'floor', does: 'jump', to: 'another-time', message: 'live-invitation-not-today', when: ['!bell', '!ready'] },
    { event: 'another-time', by: 'any', does: 'jump', to: 'another-time', message: 'live-another-time', primary: true, when: ['bell'] },
  ],
};

/** The same for one phone: nobody is asked about fear in front of the other. @type {Phase} */
const FIT_TABLE = {
  floor: 'both',
  seconds: null,
  role: { floor: 'live-role-both' },
  prompt: { floor: 'practice-fit-table' },
  small: { floor: 'practice-fit-table-small' },
  actions: [
    { event: 'begin', by: 'floor', does: 'next', message: 'live-begin', primary: true },
    { event: 'another-time', by: 'floor', does: 'goto', to: 'another-time', message: 'live-another-time' },
  ],
};

/** Where a no leads, on both phones alike. @type {Phase} */
const ANOTHER_TIME = {
  floor: 'both',
  seconds: null,
  role: { floor: null },
  prompt: { floor: 'practice-another-time' },
  isFinal: true,
  actions: [
    { event: 'close', by: 'floor', does: 'close', message: 'live-another-time', primary: true },
    { event: 'breathe-together', by: 'floor', does: 'close', message: 'practice-breathe-together', opens: 'physical-synchrony' },
    {
      event: 'hear-myself',
      by: 'floor',
      does: 'close',
      message: 'practice-hear-myself',
      opens: 'self-empathy-inventory',
      when: ['!one-phone'],
    },
  ],
};

const STEADY_LIST = ['practice-fit-yes', 'live-invitation-not-today', 'live-another-time'];
/** What one answered for oneself before writing in own time. @type {Field} */
const STEADY_FIELD = {
  name: 'steady',
  writer: 'each',
  privateUntil: 'always',
  kind: 'choice',
  options: 'steady',
  max: 1,
  share: false,
  isCode: true,
};

/**
 * Is this a good moment? Asked in own time of each before they write. A no stays on this phone: the session waits as if nobody had opened it, and
 * the question comes again.
 * @param {Phase} phase of which the words under the prompt are the same for whoever may see them @returns {Phase}
 */
const fitFirst = ({ small, part, fields, actions, ...phase }) => ({
  ...phase,
  isGate: true,
  stages: [...(phase.stages ?? []), { when: ['steady=1'], prompt: { floor: 'practice-another-time' } }],
  steps: [
    {
      id: 'fit',
      when: ['!steady=0'],
      prompt: 'practice-fit',
      part: 'fit',
      actions: [
        {
          event: 'yes-all-three',
          by: 'floor',
          does: 'on',
          puts: ['steady', 0],
          message: 'practice-fit-yes',
          primary: true,
          when: ['!steady=1'],
        },
        { event: 'not-today', by: 'floor', does: 'put', puts: ['steady', 1], message: 'live-invitation-not-today', when: ['!steady=1'] },
        { ...awayFrom('another-time', 'live-another-time'), place: 'practices', primary: true },
        { ...awayFrom('breathe-together', 'practice-breathe-together'), opens: 'physical-synchrony' },
        { ...awayFrom('hear-myself', 'practice-hear-myself'), opens: 'self-empathy-inventory' },
      ],
    },
    {
      id: 'write',
      ...(typeof small?.floor === 'string' ? { small: small.floor } : {}),
      ...({ part } ),
      ...(fields ? { fields } : {}),
      actions: actions.filter(({ by }) => by === 'floor'),
    },
  ],
  actions: actions.filter(({ by }) => by !== 'floor'),
});

/** What was sealed and is not opened yet is a draft again. @param {string} to phase in which it was sealed @param {'floor'|'other'} by @param {string} message @returns {Action} */
const takeBack = (to, by, message) => ({
  event: 'take-back',
  by,
  does: 'take-back',
  to,
  message,
  ...(by === 'floor' ? { when: ['ready'] } : {}),
});

/** @param {string} event @param {string} message @returns {Action} */
const awayFrom = (event, message) => ({ event, by: 'floor', does: 'put', puts: ['steady', 2], message, when: ['steady=1'] });

/** @type {Field} */
const HEARD_FIELD = {
  name: 'heard',
  writer: 'each',
  privateUntil: 'shared',
  kind: 'choice',
  options: 'heard',
  max: 1,
  share: false,
  keeps: true,
};
const HEARD_LIST = ids('practice-heard', 5);

/** Private, for each alone; never asked on one phone. @type {Phase} */
const HEARD = {
  floor: 'each',
  seconds: null,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: 'practice-heard' },
  small: { floor: 'practice-heard-small' },
  fields: ['heard'],
  actions: [
    { event: 'keep-heard', by: 'floor', does: 'keep-on', message: 'live-keep-for-me', primary: true, when: ['mine:heard'] },
    { event: 'share-heard', by: 'floor', does: 'share-on', message: 'practice-share', when: ['mine:heard'] },
    { event: 'leave-heard', by: 'floor', does: 'clear-on', message: 'practice-leave-it' },
  ],
};

/**
 * Buttons under a line of one's own: [Share] [Keep] [No].
 * @param {string} field @param {string} step id of the step they belong to, of which the events are named @param {readonly string[]} [when] @returns {Action[]}
 */
const shareOrKeep = (field, step, when = []) => [
  { event: `share-${step}`, by: 'floor', does: 'share-on', message: 'practice-share', primary: true, when: [`mine:${field}`, ...when] },
  { event: `keep-${step}`, by: 'floor', does: 'keep-on', message: 'practice-keep', when: [`mine:${field}`, ...when] },
  { event: `no-${step}`, by: 'floor', does: 'clear-on', message: 'practice-no', when: [`!mine:${field}`, ...when] },
];

/** Roles change. @param {string} prompt message @returns {Phase} */
const swap = (prompt) => ({
  floor: 'both',
  seconds: null,
  role: { floor: 'live-role-both' },
  prompt: { floor: prompt },
  sound: { start: 'tone' },
  actions: [ready()],
});

/** The last screen. @param {string} prompt message @param {string|null} [small] @returns {Phase} */
const end = (prompt, small = null) => ({
  floor: 'both',
  seconds: null,
  role: { floor: null },
  prompt: { floor: prompt },
  ...(small ? { small: { floor: small } } : {}),
  isFinal: true,
  actions: [CLOSE],
});

/** What is written alone ends: [Keep] [Erase]. @param {string} prompt message @param {readonly string[]} fields @returns {Phase} */
const aloneEnd = (prompt, fields) => ({
  floor: 'each',
  seconds: null,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: prompt },
  fields,
  isFinal: true,
  actions: [
    { event: 'close', by: 'floor', does: 'close', message: 'practice-keep', primary: true },
    { event: 'erase', by: 'floor', does: 'close', message: 'live-erase', erases: true },
  ],
});

export { ANOTHER_TIME, CLOSE, FIT, FIT_TABLE, HEARD, HEARD_FIELD, HEARD_LIST, MORE, PASS, STEADY_FIELD, STEADY_LIST, aloneEnd, begin, end, fitFirst, ids, ready, said, shareOrKeep, swap, takeBack };
