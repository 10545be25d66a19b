import { HEARD_FIELD, HEARD_LIST, MORE, ANOTHER_TIME, HEARD, PASS, FIT_TABLE, FIT, ids, aloneEnd, begin } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 15, responsive reach: ask for one thing so clearly that a no is possible. What is asked lives on as an entry (app/requests.js). Data only. */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase @typedef {import('../core/practice-schema.js').Step} Step @typedef {import('../core/practice-schema.js').FlowStep} FlowStep */

/** @param {string} event @param {readonly string[]} [when] @returns {Action} */
const on = (event, when) => ({ event, by: 'floor', does: 'on', message: 'practice-next', primary: true, ...(when ? { when } : {}) });
/** @type {Action} */
const BACK = { event: 'back', by: 'floor', does: 'step-back', message: 'back' };

/** The three questions, each alone. @type {readonly Step[]} */
const QUESTIONS = [
  {
    id: 'need',
    prompt: 'responsive-reach-need',
    small: 'responsive-reach-need-small',
    fields: ['need'],
    actions: [on('next-need', ['mine:need'])],
  },
  { id: 'when', prompt: 'responsive-reach-when', fields: ['when'], actions: [on('next-when'), BACK] },
  { id: 'why', prompt: 'responsive-reach-why', small: 'responsive-reach-why-small', fields: ['why'], actions: [on('next-why'), BACK] },
];

/** @type {Phase} */
const WRITE = {
  floor: 'teller',
  seconds: [90, 150, 270],
  role: { floor: 'live-role-only-you', other: 'live-role-both' },
  prompt: { floor: 'responsive-reach-need', other: 'responsive-reach-they-write' },
  part: 'wish',
  sound: { start: 'tone' },
  steps: [
    ...QUESTIONS,
    {
      id: 'no',
      prompt: 'responsive-reach-live-with-no',
      small: 'responsive-reach-only-you',
      fields: ['live-with-no'],
      actions: [on('next-no', ['mine:live-with-no']), BACK],
    },
    {
      id: 'more',
      prompt: 'responsive-reach-more',
      when: ['live-with-no=1'],
      actions: [
        { event: 'read-anyway', by: 'floor', does: 'on', message: 'responsive-reach-read-anyway', primary: true },
        { event: 'another-time', by: 'floor', does: 'jump', to: 'another-time', message: 'live-another-time' },
        BACK,
      ],
    },
    {
      id: 'look',
      prompt: 'responsive-reach-preview',
      small: 'responsive-reach-may',
      shows: [
        { field: 'need', of: 'me', label: 'responsive-reach-need-label' },
        { field: 'when', of: 'me', label: 'responsive-reach-when-label' },
        { field: 'why', of: 'me', label: 'responsive-reach-why-label' },
      ],
      actions: [{ event: 'read-it', by: 'floor', does: 'next', message: 'responsive-reach-read-to', primary: true }, BACK],
    },
  ],
  actions: [
    { event: 'heard-by-voice', by: 'other', does: 'next', message: 'responsive-reach-they-read', primary: true, when: ['voice'] },
    MORE,
  ],
};

/** Words of the request, on the phone of the one who asks. @type {Phase['shows']} */
const PAGE = [
  { field: 'need', of: 'teller', to: 'floor' },
  { field: 'when', of: 'teller', to: 'floor' },
  { field: 'why', of: 'teller', to: 'floor' },
];

/** What was offered, each under its writer. @type {readonly import('../core/practice-schema.js').Show[]} */
const VERSIONS = [
  { field: 'change', of: 'listener' },
  { field: 'change-2', of: 'teller' },
  { field: 'change-3', of: 'listener' },
];

/**
 * The sentence stands when both have said yes to it: each sentence has a yes of its own.
 * @param {0|1|2|3} n @param {string} to where it is changed @param {Phase['shows']} shows @returns {Phase}
 */
const agree = (n, to, shows) => ({
  floor: 'both',
  seconds: [25, 45, 75],
  role: { floor: 'live-role-both' },
  prompt: { floor: 'responsive-reach-both-mean' },
  isGate: true,
  ...(shows ? { shows } : {}),
  actions: [
    {
      event: 'mean-it',
      by: 'any',
      does: 'ready',
      flag: `agreed-${n}`,
      scope: 'turn',
      message: 'practice-yes',
      primary: true,
    },
    { event: 'change-it', by: 'any', does: 'goto', to, message: 'responsive-reach-change-it' },
  ],
});

/**
 * A change is looked at by the one who did not write it.
 * @param {1|2|3} n @param {'teller'|'listener'} floor @param {readonly Action[]} actions @returns {Phase}
 */
const look = (n, floor, actions) => ({
  floor,
  seconds: null,
  role: { floor: 'live-role-floor', other: 'live-role-both' },
  prompt: { floor: 'responsive-reach-is-good', other: 'responsive-reach-they-look' },
  shows: VERSIONS.slice(0, n),
  actions: [
    { event: 'good', by: 'floor', does: 'goto', to: `agree-${n}`, message: 'responsive-reach-good', primary: true, isVoiced: true },
    ...actions,
    { event: 'leave-it', by: 'floor', does: 'goto', to: 'not-today', message: 'practice-leave-it', isVoiced: true },
  ],
});

/** Another change, in words of one's own. @param {'teller'|'listener'} floor @param {string} field @param {string} to @returns {Phase} */
const counter = (floor, field, to) => ({
  floor,
  seconds: null,
  role: { floor: 'live-role-floor', other: 'live-role-both' },
  prompt: { floor: 'responsive-reach-other-change', other: 'responsive-reach-they-change' },
  fields: [field],
  actions: [
    { event: 'say-change', by: 'floor', does: 'goto', to, message: 'practice-next', primary: true, when: [`mine:${field}`] },
    { event: 'say-change', by: 'floor', does: 'goto', to, message: 'live-said', when: [`!mine:${field}`] },
    { event: 'leave-it', by: 'floor', does: 'goto', to: 'not-today', message: 'practice-leave-it' },
    { event: 'heard-change', by: 'other', does: 'goto', to, message: 'live-go-on', primary: true, when: ['voice'] },
  ],
});

/** @type {readonly FlowStep[]} */
const ANSWERED = [
  { phase: 'answer', turn: 0 },
  { phase: 'version-1', turn: 0, aside: true },
  { phase: 'write-2', turn: 0, aside: true },
  { phase: 'version-2', turn: 0, aside: true },
  { phase: 'write-3', turn: 0, aside: true },
  { phase: 'version-3', turn: 0, aside: true },
  { phase: 'agree-0', aside: true },
  { phase: 'agree-1', aside: true },
  { phase: 'agree-2', aside: true },
  { phase: 'agree-3', aside: true },
];
/** @type {readonly FlowStep[]} */
const ASIDES = [
  { phase: 'not-today', aside: true },
  { phase: 'another-time', aside: true },
];

/** @type {import('../core/practice-schema.js').Practice} */
const responsiveReach = {
  ...summaryOf('responsive-reach'),
  isHeavy: true,
  begins: 'asked',
  words: {
    title: 'responsive-reach-title',
    line: 'responsive-reach-line',
    promise: 'responsive-reach-promise',
    why: 'responsive-reach-why-it',
    source: 'responsive-reach-source',
    kept: 'responsive-reach-kept',
  },
  phases: {
    begin: begin('responsive-reach-absent'),
    fit: FIT,
    'fit-table': FIT_TABLE,
    write: WRITE,
    read: {
      floor: 'teller',
      seconds: [30, 60, 90],
      role: { floor: 'live-role-floor', other: 'responsive-reach-role-asks' },
      prompt: { floor: 'responsive-reach-read' },
      shows: PAGE,
      cues: [
        { at_s: 0, message: 'responsive-reach-cue-not-yet' },
        { at_s: 20, message: 'responsive-reach-cue-complaint' },
      ],
      sound: { start: 'tone', end: 'bell' },
      urges: true,
      reader: 'responsive-reach-reader-read',
      actions: [PASS, MORE],
    },
    reflect: {
      floor: 'listener',
      seconds: [20, 45, 60],
      role: { floor: 'live-role-floor', other: 'responsive-reach-role-reflects' },
      prompt: { floor: 'responsive-reach-reflect' },
      small: { floor: 'responsive-reach-one-line-no-answer' },
      fields: ['reflection'],
      stages: [
        { when: ['said'], prompt: { floor: 'responsive-reach-they-check', other: 'responsive-reach-is-it-that' } },
        { when: ['nearly'], prompt: { floor: 'responsive-reach-hear-missing', other: 'responsive-reach-say-missing' } },
      ],
      cues: [{ at_s: 0, message: 'responsive-reach-cue-burden' }],
      sound: { start: 'tone' },
      actions: [
        { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'live-said', primary: true, when: ['!voice', '!nearly'] },
        { event: 'said', by: 'floor', does: 'next', message: 'live-said', primary: true, when: ['voice'], isVoiced: true },
        {
          event: 'yes-that',
          by: 'other',
          does: 'next',
          message: 'responsive-reach-yes-that',
          primary: true,
          when: ['said', '!nearly', '!voice'],
        },
        { event: 'nearly', by: 'other', does: 'flag', flag: 'nearly', message: 'responsive-reach-nearly', when: ['said', '!voice'] },
        { event: 'said-it', by: 'other', does: 'next', message: 'live-said', primary: true, when: ['nearly', '!voice'] },
        MORE,
      ],
    },
    answer: {
      floor: 'listener',
      seconds: [30, 75, 120],
      role: { floor: 'live-role-floor', other: 'responsive-reach-role-answers' },
      prompt: { floor: 'responsive-reach-true' },
      cues: [
        { at_s: 0, message: 'responsive-reach-cue-every' },
        { at_s: 20, message: 'responsive-reach-cue-breathe' },
      ],
      sound: { start: 'tone', end: 'bell' },
      reader: 'responsive-reach-reader-answer',
      part: 'wish',
      steps: [
        {
          id: 'choose',
          prompt: 'responsive-reach-true',
          small: 'responsive-reach-no-allowed',
          fields: ['answer'],
          actions: [
            { event: 'say-yes', by: 'floor', does: 'goto', to: 'agree-0', message: 'practice-next', primary: true, when: ['answer=0'] },
            on('say-other', ['mine:answer', '!answer=0']),
          ],
        },
        {
          id: 'change',
          prompt: 'responsive-reach-could-you',
          when: ['answer=1'],
          fields: ['change'],
          actions: [
            { event: 'offer', by: 'floor', does: 'goto', to: 'version-1', message: 'practice-next', primary: true, when: ['mine:change'] },
            BACK,
          ],
        },
        {
          id: 'day',
          prompt: 'responsive-reach-by-when',
          when: ['answer=2'],
          fields: ['by'],
          actions: [{ event: 'not-now', by: 'floor', does: 'next', message: 'practice-next', primary: true, when: ['mine:by'] }, BACK],
        },
        {
          id: 'kind',
          prompt: 'responsive-reach-kind-word',
          when: ['answer=3'],
          fields: ['kind-word'],
          actions: [{ event: 'no-with-care', by: 'floor', does: 'next', message: 'practice-next', primary: true }, BACK],
        },
      ],
      actions: [
        { event: 'yes-by-voice', by: 'other', does: 'goto', to: 'agree-0', message: 'responsive-reach-they-said-yes', when: ['voice'] },
        { event: 'no-by-voice', by: 'other', does: 'next', message: 'live-go-on', primary: true, when: ['voice'] },
        MORE,
      ],
    },
    'version-1': look(1, 'teller', [
      { event: 'other-change', by: 'floor', does: 'goto', to: 'write-2', message: 'responsive-reach-another-change', isVoiced: true },
    ]),
    'write-2': counter('teller', 'change-2', 'version-2'),
    'version-2': look(2, 'listener', [
      { event: 'other-change', by: 'floor', does: 'goto', to: 'write-3', message: 'responsive-reach-another-change', isVoiced: true },
    ]),
    'write-3': counter('listener', 'change-3', 'version-3'),
    'version-3': look(3, 'teller', []),
    'agree-0': agree(0, 'answer', [
      { field: 'need', of: 'teller' },
      { field: 'when', of: 'teller' },
    ]),
    'agree-1': agree(1, 'version-1', VERSIONS.slice(0, 1)),
    'agree-2': agree(2, 'version-2', VERSIONS.slice(1, 2)),
    'agree-3': agree(3, 'version-3', VERSIONS.slice(2)),
    heard: {
      ...HEARD,
      floor: 'teller',
      role: { floor: 'live-role-only-you', other: 'live-role-both' },
      prompt: { floor: 'practice-heard', other: 'responsive-reach-thank-asking' },
      actions: [...HEARD.actions, { event: 'thanked', by: 'other', does: 'next', message: 'live-go-on', primary: true, when: ['voice'] }],
    },
    thanks: {
      floor: 'teller',
      seconds: [15, 15, 15],
      role: { floor: null },
      prompt: { floor: 'responsive-reach-thank-answer', other: 'responsive-reach-thank-asking' },
      sound: { start: 'tone', end: 'bell' },
      isFinal: true,
      actions: [{ event: 'close', by: 'any', does: 'close', message: 'live-close', primary: true }],
    },
    'not-today': {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'responsive-reach-talk' },
      small: { floor: 'responsive-reach-talk-small' },
      isFinal: true,
      actions: [
        { event: 'close', by: 'floor', does: 'close', message: 'responsive-reach-leave-for-now', primary: true },
        { event: 'listen', by: 'floor', does: 'close', message: 'responsive-reach-listen', opens: 'structured-listening' },
      ],
    },
    'another-time': ANOTHER_TIME,
    // alone
    compose: {
      ...WRITE,
      floor: 'each',
      steps: QUESTIONS,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'responsive-reach-need' },
      actions: [],
    },
    known: aloneEnd('responsive-reach-you-know', ['need', 'when', 'why']),
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'fit' },
      { phase: 'write', turn: 0 },
      { phase: 'read', turn: 0 },
      { phase: 'reflect', turn: 0 },
      ...ANSWERED,
      { phase: 'heard', turn: 0 },
      { phase: 'thanks', turn: 0 },
      ...ASIDES,
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'fit-table' },
      { phase: 'write', turn: 0 },
      { phase: 'read', turn: 0 },
      { phase: 'reflect', turn: 0 },
      ...ANSWERED,
      { phase: 'thanks', turn: 0 },
      ...ASIDES,
    ],
    alone: [{ phase: 'compose' }, { phase: 'known' }],
  },
  lists: {
    heard: HEARD_LIST,
    answers: ids('responsive-reach-answer', 4),
    'could-you-live': ['practice-yes', 'responsive-reach-not-yet'],
  },
  fields: [
    {
      name: 'need',
      writer: 'teller',
      privateUntil: 'ready',
      max: 240,
      share: true,
      label: 'responsive-reach-need-label',
      placeholder: 'responsive-reach-need-placeholder',
      says: 'responsive-reach-until-read',
    },
    {
      name: 'when',
      writer: 'teller',
      privateUntil: 'ready',
      max: 80,
      share: true,
      label: 'responsive-reach-when-label',
      placeholder: 'responsive-reach-when-placeholder',
      says: 'responsive-reach-until-read',
    },
    {
      name: 'why',
      writer: 'teller',
      privateUntil: 'ready',
      max: 240,
      share: true,
      label: 'responsive-reach-why-label',
      placeholder: 'responsive-reach-why-placeholder',
      says: 'responsive-reach-until-read',
    },
    { name: 'live-with-no', writer: 'teller', privateUntil: 'always', kind: 'choice', options: 'could-you-live', max: 1, share: false },
    {
      name: 'reflection',
      writer: 'listener',
      privateUntil: 'ready',
      max: 160,
      share: true,
      label: 'responsive-reach-reflection-label',
      placeholder: 'responsive-reach-reflection-placeholder',
    },
    { name: 'answer', writer: 'listener', privateUntil: 'ready', kind: 'choice', options: 'answers', max: 1, share: true },
    { name: 'change', writer: 'listener', privateUntil: 'ready', max: 240, share: true, label: 'responsive-reach-could-label' },
    { name: 'by', writer: 'listener', privateUntil: 'ready', max: 10, share: true, label: 'responsive-reach-day-label', isInPart: true },
    { name: 'kind-word', writer: 'listener', privateUntil: 'ready', max: 240, share: true, label: 'responsive-reach-kind-label' },
    { name: 'change-2', writer: 'teller', privateUntil: 'ready', max: 240, share: true, label: 'responsive-reach-could-label' },
    { name: 'change-3', writer: 'listener', privateUntil: 'ready', max: 240, share: true, label: 'responsive-reach-could-label' },
    HEARD_FIELD,
  ],
  edges: {
    absent: 'responsive-reach-absent',
    stopped: 'responsive-reach-stopped',
    paused: 'responsive-reach-paused',
    bell: 'responsive-reach-bell',
    back: 'responsive-reach-back',
    skipped: 'responsive-reach-skipped',
    empty: 'responsive-reach-passed',
    lot: 'responsive-reach-lot',
  },
  followUps: [
    { message: 'responsive-reach-after-act', to: 'act' },
    { message: 'responsive-reach-after-moment', to: 'moment' },
    { message: 'responsive-reach-after-retreat', to: 'retreat' },
  ],
  places: { 'own-time': 'requests' },
  makes: [{ type: 'request', fields: ['need', 'when', 'why'], by: 'requests' }],
};

export { responsiveReach };
