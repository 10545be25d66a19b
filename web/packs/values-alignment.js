import { HEARD_FIELD, HEARD_LIST, HEARD, MORE, ANOTHER_TIME, FIT_TABLE, FIT, ids, end, ready, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 19, values alignment: each sorts cards alone; then both tables open at once, and one word is celebrated and one explored. The cards are in
 * text/<language>/content/values.json, the board in core/values.js. Data only.
 */

/**
 * @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Show} Show
 * @typedef {import('../core/practice-schema.js').Field} Field
 */

const KEPT_ALONE = Object.freeze(['five', 'words', 'own-cards', 'off']);

/** @type {Show[]} */
const TABLES = [{ field: 'table', of: 'both' }];
/** @type {Show[]} */
const ACT = [
  { field: 'act', of: 'listener', label: 'values-alignment-act-label' },
  { field: 'agreement', of: 'teller', label: 'values-alignment-agreement-label' },
  { field: 'look-again', of: 'teller', label: 'values-alignment-look-again' },
];

/** @param {string} event @param {string} [message] @returns {Action} */
const on = (event, message = 'practice-next') => ({ event, by: 'floor', does: 'on', message, primary: true });

/** What was heard is said back; who spoke says whether it is that. @param {string} prompt @param {string} word the field with the word it is about @returns {Phase} */
const back = (prompt, word) => ({
  floor: 'listener',
  seconds: [30, 60, 90],
  role: { floor: 'live-role-floor', other: 'live-role-says-back' },
  prompt: { floor: prompt, other: 'values-alignment-hear-it' },
  part: 'values',
  shows: [...TABLES, { field: word, of: 'teller' }],
  stages: [
    { when: ['said'], prompt: { floor: 'values-alignment-they-check', other: 'values-alignment-is-that-it' } },
    { when: ['nearly'], prompt: { floor: 'values-alignment-hear-rest', other: 'values-alignment-say-rest' } },
  ],
  sound: { start: 'tone' },
  actions: [
    { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'practice-said-it', primary: true, when: ['!voice', '!nearly'] },
    { event: 'said', by: 'floor', does: 'next', message: 'practice-said-it', primary: true, when: ['voice'], isVoiced: true },
    {
      event: 'yes-that',
      by: 'other',
      does: 'next',
      message: 'values-alignment-yes-that',
      primary: true,
      when: ['said', '!nearly', '!voice'],
    },
    { event: 'nearly', by: 'other', does: 'flag', flag: 'nearly', message: 'values-alignment-nearly', when: ['said', '!voice'] },
    { event: 'said-rest', by: 'other', does: 'next', message: 'practice-said-it', primary: true, when: ['nearly', '!voice'] },
  ],
});

/** Both say yes to the same sentence, or it does not stand. @param {string} flag @param {string} writes the phase in which it is written @param {Action} leave @returns {Phase} */
const agreed = (flag, writes, leave) => ({
  floor: 'each',
  seconds: null,
  isGate: true,
  role: { floor: 'live-role-both' },
  prompt: { floor: 'values-alignment-is-this-it' },
  small: { floor: 'values-alignment-both-yes' },
  part: 'values',
  stages: [{ when: ['ready'], prompt: { floor: 'values-alignment-not-agreed' }, small: { floor: 'live-ready-first' } }],
  shows: ACT,
  actions: [
    { event: `yes-${flag}`, by: 'floor', does: 'ready', flag, scope: 'turn', message: 'practice-yes', primary: true },
    { event: `change-${flag}`, by: 'floor', does: 'jump', to: writes, message: 'values-alignment-change-it' },
    leave,
  ],
});

/** @type {Action} */
const NOTHING_TODAY = { event: 'nothing-today', by: 'floor', does: 'jump', to: 'explore', message: 'values-alignment-nothing-today' };
/** @type {Action} */
const KEEP_OPEN = { event: 'keep-open', by: 'floor', does: 'jump', to: 'stays-open', message: 'values-alignment-keep-open' };

/** @type {FlowStep[]} */
const TOGETHER = [
  { phase: 'board' },
  { phase: 'both', turn: 0 },
  { phase: 'both-back', turn: 0 },
  { phase: 'both', turn: 1 },
  { phase: 'both-back', turn: 1 },
  { phase: 'differ', turn: 1 },
  { phase: 'differ-back', turn: 1 },
  { phase: 'differ', turn: 0 },
  { phase: 'differ-back', turn: 0 },
  { phase: 'celebrate', turn: 0 },
  { phase: 'celebrated' },
  { phase: 'explore', turn: 0 },
  { phase: 'explore-back', turn: 0 },
  { phase: 'explore', turn: 1 },
  { phase: 'explore-back', turn: 1 },
  { phase: 'agree', turn: 0 },
  { phase: 'agreed' },
  { phase: 'stays-open', aside: true },
  { phase: 'close' },
];

/** Of the sorting; nobody else ever sees it. @param {string} name @param {number} max @param {number} count @returns {Field} */
const own = (name, max, count) => ({
  name,
  writer: 'each',
  privateUntil: 'always',
  kind: 'lines',
  max,
  count,
  share: false,
  isInPart: true,
  isCode: true,
});

/** The word a turn is about, seen as it is chosen. @param {string} name @param {'teller'|'listener'} writer @param {string} [staysIf] @returns {Field} */
const word = (name, writer, staysIf) => ({
  name,
  writer,
  privateUntil: 'written',
  max: 60,
  share: true,
  isInPart: true,
  isCode: true,
  ...(staysIf ? { staysIf } : {}),
});

/** @type {import('../core/practice-schema.js').Practice} */
const valuesAlignment = {
  ...summaryOf('values-alignment'),
  isHeavy: true,
  words: {
    title: 'values-alignment-title',
    line: 'values-alignment-line',
    promise: 'values-alignment-promise',
    why: 'values-alignment-why',
    source: 'values-alignment-source',
    kept: 'values-alignment-kept',
  },
  phases: {
    begin: begin('values-alignment-absent'),
    fit: FIT,
    'fit-table': FIT_TABLE,
    'another-time': ANOTHER_TIME,
    sort: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'values-alignment-how-much' },
      part: 'sort',
      stages: [{ when: ['ready'], prompt: { floor: 'values-alignment-ready-when-both' } }],
      steps: [
        {
          id: 'sort',
          prompt: 'values-alignment-how-much',
          small: 'values-alignment-not-for-ever',
          when: ['!mine:before'],
          fields: ['sorted', 'own-cards'],
          actions: [{ event: 'enough', by: 'floor', does: 'on', message: 'values-alignment-enough' }],
        },
        {
          id: 'keep',
          prompt: 'values-alignment-keep-seven',
          when: ['!mine:before', 'mine:sorted', '!one-phone'],
          fields: ['five', 'sorted', 'own-cards'],
          actions: [on('kept')],
        },
        {
          id: 'keep-three',
          prompt: 'values-alignment-keep-three',
          when: ['mine:sorted', 'one-phone'],
          fields: ['five', 'sorted', 'own-cards'],
          actions: [on('kept-three')],
        },
        {
          id: 'rank',
          prompt: 'values-alignment-which-first',
          when: ['!mine:before', 'mine:five', '!one-phone'],
          fields: ['five', 'own-cards'],
          actions: [on('ranked')],
        },
        {
          id: 'show',
          prompt: 'values-alignment-show',
          small: 'values-alignment-show-small',
          when: ['mine:five'],
          fields: ['words', 'five', 'own-cards'],
          actions: [on('shown')],
        },
        {
          id: 'table',
          prompt: 'values-alignment-table',
          small: 'values-alignment-table-small',
          when: ['mine:five'],
          fields: ['off', 'table', 'five', 'words', 'own-cards'],
          actions: [
            { event: 'table-ready', by: 'floor', does: 'on', message: 'practice-ready', primary: true, when: ['!one-phone'] },
            { event: 'table-ready', by: 'floor', does: 'share-on', message: 'practice-ready', primary: true, when: ['one-phone'] },
          ],
        },
      ],
      actions: [{ event: 'back', by: 'floor', does: 'step-back', message: 'back' }],
    },
    reveal: {
      floor: 'both',
      seconds: [30, 60, 90],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'values-alignment-open-together' },
      small: { floor: 'values-alignment-open-small' },
      part: 'values',
      stages: [{ when: ['voice'], prompt: { floor: 'values-alignment-open-together' }, small: { floor: 'values-alignment-open-voice' } }],
      fields: ['table'],
      sound: { start: 'tone' },
      actions: [{ event: 'open', by: 'floor', does: 'share-ready', message: 'values-alignment-open', primary: true }],
    },
    board: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'values-alignment-board' },
      small: { floor: 'values-alignment-same-or' },
      part: 'values',
      shows: TABLES,
      fields: ['meaning'],
      sound: { start: 'tone' },
      actions: [ready('live-go-on')],
    },
    both: {
      floor: 'teller',
      seconds: [75, 120, 180],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: { list: 'best', by: 'day' } },
      small: { floor: 'values-alignment-best-small' },
      part: 'values',
      shows: [...TABLES, { field: 'both-word', of: 'teller' }],
      cues: [
        { at_s: 0, message: 'values-alignment-cue-scene' },
        { at_s: 45, message: 'values-alignment-cue-learned' },
      ],
      fields: ['both-word'],
      sound: { start: 'tone', end: 'bell' },
      urges: true,
      actions: [said('pass', 'live-pass-floor'), MORE],
    },
    'both-back': back('values-alignment-say-scene', 'both-word'),
    differ: {
      floor: 'teller',
      seconds: [75, 120, 180],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'values-alignment-gives' },
      small: { floor: 'values-alignment-gives-small' },
      part: 'values',
      shows: [...TABLES, { field: 'differ-word', of: 'teller' }],
      cues: [
        { at_s: 0, message: 'values-alignment-cue-not-yours' },
        { at_s: 45, message: 'values-alignment-cue-stranger' },
      ],
      fields: ['differ-word'],
      sound: { start: 'tone', end: 'bell' },
      urges: true,
      actions: [said('pass', 'live-pass-floor'), MORE],
    },
    'differ-back': back('values-alignment-to-you', 'differ-word'),
    celebrate: {
      floor: 'listener',
      seconds: [150, 240, 360],
      role: { floor: 'values-alignment-you-write', other: 'values-alignment-they-write' },
      prompt: { floor: 'values-alignment-celebrate', other: 'values-alignment-celebrate' },
      small: { floor: 'values-alignment-celebrate-small', other: 'values-alignment-celebrate-small' },
      part: 'values',
      shows: [...TABLES, { field: 'act', of: 'listener', to: 'other', label: 'values-alignment-act-label' }],
      fields: ['act-word', 'act'],
      sound: { start: 'tone', end: 'bell' },
      actions: [
        { event: 'act-written', by: 'floor', does: 'next', message: 'practice-ready', primary: true, when: ['mine:act'] },
        { event: 'act-said', by: 'floor', does: 'next', message: 'practice-said-it', when: ['voice'], isVoiced: true },
        NOTHING_TODAY,
        MORE,
      ],
    },
    celebrated: agreed('celebrated', 'celebrate', NOTHING_TODAY),
    explore: {
      floor: 'teller',
      seconds: [60, 120, 180],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'values-alignment-respect' },
      small: { floor: 'values-alignment-respect-small' },
      part: 'values',
      shows: [...TABLES, { field: 'differ-word', of: 'teller' }],
      cues: [
        { at_s: 0, message: 'values-alignment-cue-only-hear' },
        { at_s: 40, message: 'values-alignment-cue-one-piece' },
      ],
      sound: { start: 'tone', end: 'bell' },
      urges: true,
      actions: [said('pass', 'live-pass-floor'), MORE],
    },
    'explore-back': back('values-alignment-heard-respect', 'differ-word'),
    agree: {
      floor: 'teller',
      seconds: [90, 120, 270],
      role: { floor: 'values-alignment-you-write', other: 'values-alignment-they-write' },
      prompt: { floor: 'values-alignment-try', other: 'values-alignment-try' },
      small: { floor: 'values-alignment-try-small', other: 'values-alignment-try-small' },
      part: 'values',
      shows: [...TABLES, { field: 'agreement', of: 'teller', to: 'other', label: 'values-alignment-agreement-label' }],
      fields: ['agreement-word', 'agreement', 'look-again'],
      sound: { start: 'tone' },
      actions: [
        { event: 'try-written', by: 'floor', does: 'next', message: 'practice-ready', primary: true, when: ['mine:agreement'] },
        { event: 'try-said', by: 'floor', does: 'next', message: 'practice-said-it', when: ['voice'], isVoiced: true },
        KEEP_OPEN,
      ],
    },
    agreed: agreed('agreed', 'agree', KEEP_OPEN),
    'stays-open': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'values-alignment-stays-open' },
      small: { floor: 'values-alignment-stays-open-small' },
      actions: [ready('live-go-on')],
    },
    close: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'values-alignment-keep-board' },
      small: { floor: 'values-alignment-keep-board-small' },
      part: 'values',
      stages: [{ when: ['ready'], prompt: { floor: 'live-ready-first' } }],
      shows: TABLES,
      sound: { start: 'tone' },
      actions: [
        { event: 'keep-board', by: 'floor', does: 'ready', flag: 'kept', scope: 'turn', message: 'practice-yes', primary: true },
        { event: 'not-now', by: 'floor', does: 'ready', message: 'values-alignment-not-now' },
      ],
    },
    heard: HEARD,
    end: {
      ...end('values-alignment-closed', 'values-alignment-closed-small'),
      part: 'values',
      stages: [{ when: ['both:kept'], prompt: { floor: 'values-alignment-end' }, small: { floor: 'values-alignment-end-small' } }],
      shows: ACT,
    },
    // in own time
    'own-answer': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'values-alignment-answer-one' },
      small: { floor: 'values-alignment-answer-small' },
      part: 'values',
      stages: [{ when: ['ready'], prompt: { floor: 'live-ready-first' } }],
      shows: TABLES,
      fields: ['said-back'],
      actions: [ready('practice-send')],
    },
    complete: {
      ...end('values-alignment-hour', 'values-alignment-hour-small'),
      part: 'values',
      shows: [{ field: 'said-back', of: 'both', label: 'values-alignment-to-you' }],
    },
    // alone
    alone: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'values-alignment-alone' },
      isFinal: true,
      actions: [
        { event: 'close', by: 'floor', does: 'close', message: 'practice-keep', primary: true },
        { event: 'erase', by: 'floor', does: 'close', message: 'live-erase', erases: true },
      ],
    },
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'fit' },
      { phase: 'another-time', aside: true },
      { phase: 'sort' },
      { phase: 'reveal' },
      ...TOGETHER,
      { phase: 'heard' },
      { phase: 'end' },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'fit-table' },
      { phase: 'another-time', aside: true },
      { phase: 'sort' },
      { phase: 'reveal' },
      ...TOGETHER,
      { phase: 'end' },
    ],
    'own-time': [{ phase: 'sort' }, { phase: 'reveal' }, { phase: 'own-answer' }, { phase: 'close' }, { phase: 'complete' }],
    alone: [{ phase: 'sort' }, { phase: 'alone' }],
  },
  lists: {
    best: ids('values-alignment-best', 4),
    sorts: ids('values-alignment-sort', 3),
    meanings: ids('values-alignment-meaning', 2),
    'look-agains': ids('values-alignment-look-again', 2),
    heard: HEARD_LIST,
  },
  fields: [
    { name: 'before', writer: 'each', privateUntil: 'always', max: 1, share: false, isInPart: true },
    {
      name: 'sorted',
      writer: 'each',
      privateUntil: 'always',
      kind: 'marks',
      options: 'sorts',
      from: 'deck:values',
      max: 1,
      share: false,
      isInPart: true,
    },
    own('own-cards', 120, 12),
    own('five', 60, 7),
    own('words', 400, 7),
    own('off', 60, 7),
    {
      name: 'table',
      writer: 'each',
      privateUntil: 'shared',
      kind: 'lines',
      max: 520,
      count: 7,
      share: true,
      staysIf: 'both:kept',
      isInPart: true,
      isCode: true,
    },
    {
      name: 'meaning',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      options: 'meanings',
      from: 'deck:values',
      joint: 'any',
      max: 1,
      share: false,
      isInPart: true,
      isCode: true,
    },
    word('both-word', 'teller'),
    word('differ-word', 'teller'),
    word('act-word', 'listener', 'both:celebrated'),
    {
      name: 'act',
      writer: 'listener',
      privateUntil: 'written',
      max: 200,
      share: true,
      keeps: true,
      staysIf: 'both:celebrated',
      label: 'values-alignment-act-label',
      placeholder: 'values-alignment-act-placeholder',
    },
    word('agreement-word', 'teller', 'both:agreed'),
    {
      name: 'agreement',
      writer: 'teller',
      privateUntil: 'written',
      max: 200,
      share: true,
      keeps: true,
      staysIf: 'both:agreed',
      label: 'values-alignment-agreement-label',
      placeholder: 'values-alignment-act-placeholder',
    },
    {
      name: 'look-again',
      writer: 'teller',
      privateUntil: 'written',
      kind: 'choice',
      options: 'look-agains',
      max: 1,
      share: true,
      staysIf: 'both:agreed',
      label: 'values-alignment-look-again',
    },
    {
      name: 'said-back',
      writer: 'each',
      privateUntil: 'ready',
      max: 240,
      share: true,
      label: 'values-alignment-to-you',
    },
    HEARD_FIELD,
  ],
  edges: {
    absent: 'values-alignment-absent',
    stopped: 'values-alignment-stopped',
    paused: 'values-alignment-paused',
    bell: 'live-take-what-you-need',
    back: 'values-alignment-you-are-back',
    skipped: 'values-alignment-skipped',
    empty: 'values-alignment-empty',
    lot: 'values-alignment-lot',
  },
  followUps: [
    { message: 'values-alignment-after-act', to: 'act' },
    { message: 'values-alignment-after-solve', to: 'solve' },
    { message: 'values-alignment-after-retreat', to: 'retreat' },
    { message: 'values-alignment-after-memory', to: 'memory' },
  ],
  makes: [{ type: 'values', fields: [...KEPT_ALONE], when: ['mine:five'] }],
};

export { valuesAlignment };
