import { HEARD_FIELD, HEARD_LIST, HEARD, MORE, ids, aloneEnd, end, swap, ready, begin, said } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 10, compassionate curiosity: one tells a moment, the other only asks and reflects, and says one thing that was new. Data only. */

/** @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase */

/** @param {0|1} turn @returns {FlowStep[]} */
const turnOf = (turn) => [
  { phase: 'tell', turn },
  { phase: 'ask', turn },
  { phase: 'learned', turn },
  { phase: 'write', turn },
  { phase: 'keep', turn },
];

/** On one phone a moment is chosen aloud, and what is new is said and written nowhere. @param {0|1} turn @returns {FlowStep[]} */
const tableTurnOf = (turn) => [
  { phase: 'tell-aloud', turn },
  { phase: 'ask', turn },
  { phase: 'learned', turn },
];

/** @type {Phase} */
const TELL = {
  floor: 'teller',
  seconds: [40, 60, 90],
  role: { floor: 'live-role-floor', other: 'compassionate-curiosity-role-collect' },
  prompt: { floor: 'compassionate-curiosity-tell' },
  small: { floor: 'compassionate-curiosity-may-pass' },
  shows: [{ field: 'moment', of: 'teller', to: 'other' }],
  cues: [
    { at_s: 0, message: 'compassionate-curiosity-cue-least' },
    { at_s: 30, message: 'compassionate-curiosity-cue-later' },
  ],
  sound: { start: 'tone', end: 'bell' },
  rests: true,
  urges: true,
  actions: [said('ask-me', 'compassionate-curiosity-ask-me'), MORE],
};

/** @type {import('../core/practice-schema.js').Practice} */
const compassionateCuriosity = {
  ...summaryOf('compassionate-curiosity'),
  words: {
    title: 'compassionate-curiosity-title',
    line: 'compassionate-curiosity-line',
    promise: 'compassionate-curiosity-promise',
    why: 'compassionate-curiosity-why',
    source: 'compassionate-curiosity-source',
    kept: 'compassionate-curiosity-kept',
  },
  phases: {
    begin: begin('compassionate-curiosity-absent'),
    choose: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'compassionate-curiosity-choose' },
      small: { floor: 'compassionate-curiosity-choose-small' },
      stems: 'moments',
      fields: ['moment'],
      actions: [ready('practice-ready')],
    },
    tell: TELL,
    'tell-aloud': {
      ...TELL,
      prompt: { floor: 'compassionate-curiosity-tell-aloud' },
      shows: [],
      stems: 'moments',
    },
    ask: {
      floor: 'listener',
      seconds: [80, 135, 210],
      role: { floor: 'compassionate-curiosity-role-ask', other: 'compassionate-curiosity-role-choose' },
      prompt: { floor: 'compassionate-curiosity-ask', other: 'compassionate-curiosity-you-choose' },
      small: { floor: { list: 'cues', by: 'day' } },
      cards: { piles: ['deck:curiosity-moment', 'deck:curiosity-under'], list: 'deck:curiosity', count: 1 },
      stems: 'stems',
      stages: [
        { when: ['bell'], prompt: { floor: 'compassionate-curiosity-last', other: 'compassionate-curiosity-last-answer' } },
        { when: ['slower'], prompt: { floor: 'compassionate-curiosity-slow', other: 'compassionate-curiosity-slower-said' } },
        { when: ['passed'], prompt: { floor: 'compassionate-curiosity-passed', other: 'compassionate-curiosity-you-passed' } },
      ],
      sound: { start: 'tone', end: 'bell' },
      reader: 'compassionate-curiosity-reader',
      urges: 'floor',
      actions: [
        { event: 'next-question', by: 'floor', does: 'draw', message: 'compassionate-curiosity-next' },
        { event: 'pass-question', by: 'other', does: 'flag', flag: 'passed', scope: 'hand', message: 'live-pass', when: ['!voice'] },
        {
          event: 'slower',
          by: 'other',
          does: 'flag',
          flag: 'slower',
          scope: 'hand',
          message: 'compassionate-curiosity-slower',
          when: ['!voice'],
        },
        { event: 'enough', by: 'other', does: 'next', message: 'compassionate-curiosity-enough', primary: true, isVoiced: true },
        {
          event: 'enough',
          by: 'floor',
          does: 'next',
          message: 'compassionate-curiosity-enough',
          primary: true,
          when: ['bell', '!voice'],
        },
        MORE,
      ],
    },
    learned: {
      floor: 'listener',
      seconds: [30, 45, 60],
      role: { floor: 'live-role-floor', other: 'compassionate-curiosity-role-new' },
      prompt: { floor: 'compassionate-curiosity-learned' },
      small: { floor: 'compassionate-curiosity-nothing-new' },
      stems: 'new-stems',
      stages: [
        {
          when: ['said'],
          prompt: { floor: 'compassionate-curiosity-they-check', other: 'compassionate-curiosity-is-it-true' },
        },
        {
          when: ['not-quite'],
          prompt: { floor: 'compassionate-curiosity-hear-it', other: 'compassionate-curiosity-say-it' },
        },
      ],
      cues: [{ at_s: 0, message: 'compassionate-curiosity-cue-true' }],
      sound: { start: 'tone' },
      actions: [
        { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'live-said', primary: true, when: ['!voice', '!not-quite'] },
        { event: 'said', by: 'floor', does: 'next', message: 'live-said', primary: true, when: ['voice'], isVoiced: true },
        { event: 'true', by: 'other', does: 'next', message: 'practice-yes', primary: true, when: ['said', '!not-quite', '!voice'] },
        { event: 'not-quite', by: 'other', does: 'flag', flag: 'not-quite', message: 'live-not-quite', when: ['said', '!voice'] },
        { event: 'said-it', by: 'other', does: 'next', message: 'live-said', primary: true, when: ['not-quite', '!voice'] },
      ],
    },
    write: {
      floor: 'listener',
      seconds: null,
      role: { floor: 'live-role-only-you', other: 'live-role-both' },
      prompt: { floor: 'compassionate-curiosity-write', other: 'compassionate-curiosity-they-write' },
      steps: [
        {
          id: 'write',
          when: ['!voice'],
          prompt: 'compassionate-curiosity-write',
          small: 'compassionate-curiosity-write-small',
          fields: ['learned'],
          actions: [
            {
              event: 'show',
              by: 'floor',
              does: 'next',
              message: 'compassionate-curiosity-show',
              primary: true,
              when: ['mine:learned'],
            },
            { event: 'not-written', by: 'floor', does: 'clear-on', message: 'practice-no' },
          ],
        },
        {
          id: 'aloud',
          when: ['voice'],
          prompt: 'compassionate-curiosity-said',
          actions: [{ event: 'on-we-go', by: 'floor', does: 'on', message: 'live-go-on', primary: true }],
        },
      ],
      actions: [{ event: 'on-by-voice', by: 'other', does: 'next', message: 'live-go-on', primary: true, when: ['voice'] }],
    },
    keep: {
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you', other: 'live-role-both' },
      prompt: { floor: 'compassionate-curiosity-may-it', other: 'compassionate-curiosity-they-decide' },
      shows: [{ field: 'learned', of: 'listener' }],
      stages: [{ when: ['!has:learned'], prompt: { floor: 'compassionate-curiosity-said', other: 'compassionate-curiosity-said' } }],
      actions: [
        {
          event: 'keep-for-both',
          by: 'floor',
          does: 'next',
          flag: 'stays',
          scope: 'turn',
          message: 'compassionate-curiosity-keep-for-both',
          primary: true,
          when: ['has:learned'],
        },
        { event: 'keep-not', by: 'floor', does: 'next', message: 'practice-no', when: ['has:learned'] },
        { event: 'on-we-go', by: 'any', does: 'next', message: 'live-go-on', primary: true, when: ['!has:learned'], isVoiced: true },
      ],
    },
    swap: swap('compassionate-curiosity-swap'),
    heard: HEARD,
    end: end('compassionate-curiosity-end'),
    // in own time
    question: {
      floor: 'listener',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'compassionate-curiosity-one-question', other: 'practice-nothing-to-do' },
      cards: { list: 'deck:curiosity', count: 3 },
      fields: ['asked'],
      actions: [
        { event: 'send-question', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:asked'] },
        { event: 'other-cards', by: 'floor', does: 'draw', message: 'live-other-cards' },
      ],
    },
    answer: {
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'compassionate-curiosity-answer', other: 'practice-sent' },
      small: { floor: 'compassionate-curiosity-may-pass' },
      shows: [{ field: 'asked', of: 'listener', to: 'floor' }],
      fields: ['answer'],
      actions: [
        { event: 'send-answer', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:answer'] },
        { event: 'pass-answer', by: 'floor', does: 'goto', to: 'complete', message: 'live-pass', when: ['!mine:answer'] },
      ],
    },
    further: {
      floor: 'listener',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'compassionate-curiosity-further', other: 'practice-sent' },
      shows: [{ field: 'answer', of: 'teller', to: 'floor' }],
      fields: ['more-asked'],
      actions: [
        { event: 'send-further', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:more-asked'] },
        { event: 'no-further', by: 'floor', does: 'goto', to: 'complete', message: 'practice-no-question', when: ['!mine:more-asked'] },
      ],
    },
    'answer-further': {
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'compassionate-curiosity-answer', other: 'practice-sent' },
      shows: [{ field: 'more-asked', of: 'listener', to: 'floor' }],
      fields: ['more-answer'],
      actions: [
        { event: 'send-more', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:more-answer'] },
        { event: 'let-stand', by: 'floor', does: 'next', message: 'practice-leave-open', when: ['!mine:more-answer'] },
      ],
    },
    complete: {
      ...end('compassionate-curiosity-complete'),
      shows: [
        { field: 'asked', of: 'listener' },
        { field: 'answer', of: 'teller' },
        { field: 'more-asked', of: 'listener' },
        { field: 'more-answer', of: 'teller' },
      ],
    },
    // alone
    self: {
      ...aloneEnd('compassionate-curiosity-alone', ['self']),
      cards: { list: 'deck:curiosity', count: 3, to: 'both' },
    },
  },
  flows: {
    live: [{ phase: 'begin' }, { phase: 'choose' }, ...turnOf(0), { phase: 'swap' }, ...turnOf(1), { phase: 'heard' }, { phase: 'end' }],
    'one-phone': [{ phase: 'begin' }, ...tableTurnOf(0), { phase: 'swap' }, ...tableTurnOf(1), { phase: 'end' }],
    'own-time': [
      { phase: 'question', turn: 1 },
      { phase: 'answer', turn: 1 },
      { phase: 'further', turn: 1 },
      { phase: 'answer-further', turn: 1 },
      { phase: 'complete' },
    ],
    alone: [{ phase: 'self' }],
  },
  lists: {
    moments: ids('compassionate-curiosity-moment', 6),
    cues: ids('compassionate-curiosity-cue', 3),
    stems: ids('compassionate-curiosity-stem', 7),
    'new-stems': ids('compassionate-curiosity-new-stem', 1),
    heard: HEARD_LIST,
  },
  fields: [
    {
      name: 'moment',
      writer: 'each',
      privateUntil: 'ready',
      max: 60,
      share: true,
      label: 'compassionate-curiosity-moment-label',
      placeholder: 'compassionate-curiosity-moment-placeholder',
    },
    {
      name: 'learned',
      writer: 'listener',
      privateUntil: 'ready',
      max: 160,
      share: true,
      staysIf: 'stays',
      label: 'compassionate-curiosity-learned-label',
      placeholder: 'compassionate-curiosity-new-stem-1',
    },
    HEARD_FIELD,
    { name: 'asked', writer: 'listener', privateUntil: 'ready', max: 90, share: true, label: 'practice-question' },
    { name: 'answer', writer: 'teller', privateUntil: 'ready', max: 500, share: true, label: 'practice-answer' },
    { name: 'more-asked', writer: 'listener', privateUntil: 'ready', max: 90, share: true, label: 'compassionate-curiosity-further-label' },
    { name: 'more-answer', writer: 'teller', privateUntil: 'ready', max: 300, share: true, label: 'practice-answer' },
    { name: 'self', writer: 'each', privateUntil: 'always', max: 300, share: false, keeps: true, label: 'practice-answer' },
  ],
  edges: {
    absent: 'compassionate-curiosity-absent',
    stopped: 'compassionate-curiosity-stopped',
    paused: 'compassionate-curiosity-paused',
    bell: 'compassionate-curiosity-bell',
    back: 'compassionate-curiosity-back',
    skipped: 'live-skipped',
    empty: 'compassionate-curiosity-empty',
    lot: 'compassionate-curiosity-lot',
  },
  followUps: [
    { message: 'compassionate-curiosity-after-card', to: 'card' },
    { message: 'compassionate-curiosity-after-moment', to: 'moment' },
    { message: 'compassionate-curiosity-after-deep', to: 'deep' },
  ],
};

export { compassionateCuriosity };
