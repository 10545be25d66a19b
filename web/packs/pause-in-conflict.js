import { MORE, PASS, CLOSE, ANOTHER_TIME, FIT_TABLE, ids, aloneEnd, end, ready, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 7, pause in conflict: the return. First feelings, then needs, then one step or none; positions have no place in it. The pause itself,
 * with its own notes, is called from every screen and lies outside of any session (web/app/pauses.js). Data only.
 */

/**
 * @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Step} Step
 */

/** A new time, in place of coming back now. @type {Action} */
const NOT_YET = { event: 'not-yet', by: 'floor', does: 'pause', message: 'pause-not-yet' };
/** On both phones alike, and nothing says whose wish it was. @type {Action} */
const PARK = { event: 'park-it', by: 'any', does: 'jump', to: 'outcome', message: 'pause-in-conflict-park' };

/** What both can live with; of anything else nothing is shown, so that no refusal is. @type {import('../core/practice-schema.js').Show[]} */
const AGREED = [
  { field: 'fits', of: 'both', words: 'groups', when: ['fits=0'] },
  { field: 'fits', of: 'both', words: 'groups', when: ['!fits=0', 'fits=1'] },
];

/** What was written in the pause, on this phone, for the one who wrote it. @type {Action} */
const USE_MY_WORDS = {
  event: 'use-my-words',
  by: 'floor',
  does: 'put',
  puts: ['opened', 1],
  message: 'pause-in-conflict-use-my-words',
  when: ['mine:notes', '!opened=1'],
};
/** @type {import('../core/practice-schema.js').Show} */
const MY_WORDS = { field: 'notes', of: 'me', to: 'floor', label: 'pause-in-conflict-notes', when: ['opened=1'] };

/** @type {Phase} */
const FEEL = {
  floor: 'teller',
  seconds: [75, 120, 150],
  role: { floor: 'live-role-floor', other: 'pause-in-conflict-they-feel' },
  prompt: { floor: 'pause-in-conflict-feel' },
  small: { floor: 'pause-in-conflict-feel-small' },
  stems: 'feelings',
  cues: [
    { at_s: 0, message: 'pause-in-conflict-cue-hands' },
    { at_s: 40, message: 'pause-in-conflict-cue-hurt' },
    { at_s: 80, message: 'pause-in-conflict-cue-differ' },
  ],
  sound: { start: 'tone', end: 'bell' },
  rests: true,
  urges: true,
  actions: [PASS, MORE],
};

/** @type {Phase} */
const NEED = {
  floor: 'teller',
  seconds: [40, 60, 90],
  role: { floor: 'live-role-floor', other: 'pause-in-conflict-they-need' },
  prompt: { floor: 'pause-in-conflict-need' },
  small: { floor: 'pause-in-conflict-need-small' },
  cues: [{ at_s: 0, message: 'pause-in-conflict-cue-accusation' }],
  sound: { start: 'tone', end: 'bell' },
  actions: [PASS, MORE],
};

/** A word that was not shown: erased unless its writer keeps it. @param {'feeling'|'need'} field @returns {Step} */
const left = (field) => ({
  id: `${field}-left`,
  when: [`mine:${field}`, `!shared:${field}`],
  prompt: 'pause-in-conflict-left',
  small: 'pause-write-small',
  shows: [{ field, of: 'me' }],
  actions: [
    { event: `erase-${field}`, by: 'floor', does: 'clear-on', fields: [field], message: 'live-erase', primary: true },
    { event: `keep-${field}`, by: 'floor', does: 'on', message: 'live-keep-for-me' },
  ],
});

/** @type {Action[]} */
const ERASE_OR_KEEP = [
  { event: 'erase-notes', by: 'floor', does: 'clear-on', fields: ['notes'], message: 'live-erase', primary: true },
  { event: 'keep-notes', by: 'floor', does: 'on', puts: ['opened', 1], message: 'live-keep-for-me' },
];

/** One's own notes of the pause, and what should happen with them: one line of them may be for both. @type {Step[]} */
const NOTES_LEFT = [
  {
    id: 'notes-left',
    when: ['mine:notes'],
    prompt: 'pause-notes',
    small: 'pause-write-small',
    shows: [{ field: 'notes', of: 'me' }],
    actions: [
      ...ERASE_OR_KEEP,
      { event: 'want-line', by: 'floor', does: 'on', puts: ['opened', 2], message: 'pause-in-conflict-share-line' },
    ],
  },
  {
    id: 'line',
    when: ['mine:notes', 'opened=2'],
    prompt: 'pause-in-conflict-which-line',
    small: 'pause-in-conflict-which-line-small',
    shows: [{ field: 'notes', of: 'me' }],
    fields: ['line'],
    actions: [
      {
        event: 'share-line',
        by: 'floor',
        does: 'share-on',
        fields: ['line'],
        message: 'practice-share',
        primary: true,
        when: ['mine:line'],
      },
      { event: 'no-line', by: 'floor', does: 'clear-on', fields: ['line'], message: 'practice-no' },
    ],
  },
  {
    id: 'rest',
    when: ['mine:notes', 'opened=2'],
    prompt: 'pause-in-conflict-rest',
    small: 'pause-write-small',
    shows: [{ field: 'notes', of: 'me' }],
    actions: ERASE_OR_KEEP,
  },
];

/** Feelings of both, then needs of both. @param {string} feel @param {string} need phases @returns {FlowStep[]} */
const turns = (feel, need) => [
  { phase: feel, turn: 0 },
  { phase: 'feel-back', turn: 0 },
  { phase: feel, turn: 1, notice: 'live-other-way-round' },
  { phase: 'feel-back', turn: 1 },
  { phase: need, turn: 0 },
  { phase: 'need-back', turn: 0 },
  { phase: need, turn: 1, notice: 'live-other-way-round' },
  { phase: 'need-back', turn: 1 },
];

/** Who begins is said by either, at the last moment. @param {string} to phase @param {boolean} isTable @returns {Action[]} */
const whoBegins = (to, isTable) =>
  /** @type {const} */ (['me', 'them']).map((starter) => ({
    event: starter === 'me' ? 'i-begin' : 'they-begin',
    by: 'floor',
    does: 'goto',
    to,
    starter,
    message: starter === 'them' ? 'pause-in-conflict-they-begin' : isTable ? 'pause-in-conflict-you-begin' : 'pause-in-conflict-i-begin',
    primary: true,
    when: [isTable ? 'one-phone' : '!one-phone'],
  }));

/** @type {import('../core/practice-schema.js').Practice} */
const pauseInConflict = {
  ...summaryOf('pause-in-conflict'),
  isHeavy: true,
  words: {
    title: 'pause-in-conflict-title',
    line: 'pause-in-conflict-line',
    promise: 'pause-in-conflict-promise',
    why: 'pause-in-conflict-why',
    source: 'pause-in-conflict-source',
    kept: 'pause-in-conflict-kept',
  },
  phases: {
    begin: begin('live-begin-absent'),
    return: {
      floor: 'each',
      seconds: null,
      isGate: true,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-return' },
      small: { floor: 'pause-in-conflict-return-small' },
      part: 'afraid',
      stages: [{ when: ['ready'], prompt: { floor: 'pause-ready-alone' } }],
      actions: [
        ready(),
        NOT_YET,
        { event: 'not-today', by: 'floor', does: 'jump', to: 'another-time', message: 'live-invitation-not-today' },
      ],
    },
    'return-table': { ...FIT_TABLE, isGate: true, actions: [...FIT_TABLE.actions, NOT_YET] },
    'another-time': { ...ANOTHER_TIME, prompt: { floor: 'pause-parked' }, actions: [CLOSE, ...ANOTHER_TIME.actions.slice(1)] },
    'came-back': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-came-back' },
      small: { floor: 'pause-in-conflict-came-back-small' },
      sound: { start: 'tone' },
      actions: [...whoBegins('words', false), ...whoBegins('feel-table', true)],
    },
    words: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-words' },
      small: { floor: 'pause-in-conflict-words-small' },
      fields: ['feeling'],
      actions: [ready('practice-ready')],
    },
    feel: {
      ...FEEL,
      shows: [{ field: 'feeling', of: 'teller' }, MY_WORDS],
      actions: [
        PASS,
        USE_MY_WORDS,
        { event: 'show-feeling', by: 'floor', does: 'share', field: 'feeling', message: 'pause-in-conflict-show-feeling' },
        MORE,
      ],
    },
    'feel-table': FEEL,
    'feel-back': {
      floor: 'listener',
      seconds: [45, 60, 75],
      role: { floor: 'live-role-floor', other: 'live-role-says-back' },
      prompt: { floor: 'pause-in-conflict-feel-back' },
      small: { floor: 'pause-in-conflict-feel-back-small' },
      stems: 'backs',
      stages: [
        { when: ['said'], prompt: { floor: 'pause-in-conflict-near-asked', other: 'pause-in-conflict-near' } },
        { when: ['not-quite'], prompt: { floor: 'pause-in-conflict-missing-listen', other: 'pause-in-conflict-missing' } },
      ],
      cues: [{ at_s: 0, message: 'pause-in-conflict-cue-near' }],
      shows: [{ field: 'feeling', of: 'teller', to: 'floor' }],
      sound: { start: 'tone' },
      actions: [
        { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'practice-said-it', primary: true, when: ['!voice'] },
        { event: 'said', by: 'floor', does: 'next', message: 'practice-said-it', primary: true, when: ['voice'], isVoiced: true },
        {
          event: 'near',
          by: 'other',
          does: 'next',
          message: 'pause-in-conflict-that-is-near',
          primary: true,
          when: ['said', '!not-quite'],
        },
        { event: 'not-quite', by: 'other', does: 'flag', flag: 'not-quite', message: 'live-not-quite', when: ['said'] },
        { event: 'said-word', by: 'other', does: 'next', message: 'practice-said-it', primary: true, when: ['not-quite'] },
      ],
    },
    need: {
      ...NEED,
      shows: [{ field: 'need', of: 'teller', to: 'other' }],
      fields: ['need'],
      actions: [PASS, { event: 'show-need', by: 'floor', does: 'share', field: 'need', message: 'pause-in-conflict-show-need' }, MORE],
    },
    'need-table': NEED,
    'need-back': {
      floor: 'listener',
      seconds: [20, 30, 45],
      role: { floor: 'live-role-floor', other: 'pause-in-conflict-need-says-back' },
      prompt: { floor: 'pause-in-conflict-need-back' },
      small: { floor: 'pause-in-conflict-need-back-small' },
      cues: [{ at_s: 0, message: 'pause-in-conflict-cue-heard' }],
      shows: [{ field: 'need', of: 'teller', to: 'floor' }],
      actions: [said('said', 'practice-said-it')],
    },
    proposal: {
      floor: 'both',
      seconds: [90, 150, 180],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-proposal' },
      small: { floor: 'pause-in-conflict-proposal-small' },
      shows: [
        { field: 'need', of: 'me', label: 'pause-in-conflict-need-label', when: ['shared:need'] },
        { field: 'need', of: 'them', label: 'pause-in-conflict-need-label' },
      ],
      fields: ['step'],
      sound: { start: 'tone', end: 'bell' },
      actions: [
        { ...ready('pause-in-conflict-show-step'), when: ['mine:step'] },
        { ...ready('pause-in-conflict-no-step'), primary: false, when: ['!mine:step'] },
        PARK,
        MORE,
      ],
    },
    weigh: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-weigh' },
      stages: [{ when: ['voice'], prompt: { floor: 'pause-in-conflict-weigh-voice' } }],
      steps: [
        {
          id: 'steps',
          when: ['has:step'],
          prompt: 'pause-in-conflict-weigh',
          small: 'pause-in-conflict-weigh-small',
          fields: ['fits'],
          actions: [{ event: 'weighed', by: 'floor', does: 'on', message: 'practice-ready', primary: true }],
        },
        {
          id: 'none',
          when: ['!has:step'],
          prompt: 'pause-in-conflict-none',
          small: 'pause-in-conflict-none-small',
          actions: [{ event: 'weighed', by: 'floor', does: 'on', message: 'live-go-on', primary: true }],
        },
      ],
      actions: [PARK],
    },
    outcome: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-parked' },
      stages: [
        { when: ['fits=0'], prompt: { floor: 'pause-in-conflict-agreed' } },
        { when: ['fits=1'], prompt: { floor: 'pause-in-conflict-agreed' } },
        { when: ['voice'], prompt: { floor: 'pause-in-conflict-outcome-voice' } },
      ],
      shows: AGREED,
      sound: { start: 'tone' },
      actions: [said('on-from-here', 'live-go-on')],
    },
    'proposal-table': {
      floor: 'both',
      seconds: [90, 150, 180],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-proposal' },
      small: { floor: 'pause-in-conflict-proposal-table' },
      sound: { start: 'tone', end: 'bell' },
      actions: [
        { event: 'agreed', by: 'floor', does: 'next', message: 'pause-in-conflict-agreed-button', primary: true },
        { event: 'park-it', by: 'floor', does: 'goto', to: 'parked', message: 'pause-in-conflict-park' },
        MORE,
      ],
    },
    agreed: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-agreed' },
      actions: [{ event: 'agreed-on', by: 'floor', does: 'goto', to: 'remember', message: 'live-go-on', primary: true }],
    },
    parked: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-parked' },
      actions: [said('on-from-here', 'live-go-on')],
    },
    remember: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'pause-in-conflict-remember' },
      actions: [said('remembered', 'practice-said-it')],
    },
    left: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-left' },
      steps: [
        ...NOTES_LEFT,
        left('feeling'),
        left('need'),
        {
          id: 'over',
          prompt: 'pause-in-conflict-breath',
          actions: [{ event: 'breathed', by: 'floor', does: 'on', message: 'live-go-on', primary: true }],
        },
      ],
      actions: [{ event: 'back', by: 'floor', does: 'step-back', when: ['!ready'] }],
    },
    end: { ...end('pause-in-conflict-end'), shows: [...AGREED, { field: 'line', of: 'both', label: 'pause-in-conflict-shared-line' }] },
    // in own time
    'own-felt': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-feel' },
      small: { floor: 'pause-in-conflict-own-small' },
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      part: 'afraid',
      fields: ['felt', 'needed'],
      actions: [{ ...ready('practice-seal-and-send'), when: ['mine:felt'] }],
    },
    'own-heard': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-own-heard' },
      small: { floor: 'pause-in-conflict-feel-back-small' },
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      shows: [
        { field: 'felt', of: 'them', label: 'pause-in-conflict-felt' },
        { field: 'needed', of: 'them', label: 'pause-in-conflict-needed' },
      ],
      fields: ['heard-back'],
      actions: [
        { ...ready('practice-send'), when: ['mine:heard-back'] },
        { ...ready('practice-leave-open'), primary: false, when: ['!mine:heard-back'] },
      ],
    },
    'own-step': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-proposal' },
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      shows: [
        { field: 'heard-back', of: 'them', label: 'pause-in-conflict-heard-back' },
        { field: 'needed', of: 'both', label: 'pause-in-conflict-needed' },
      ],
      fields: ['step'],
      actions: [
        { ...ready('practice-send'), when: ['mine:step'] },
        { ...ready('practice-leave-open'), primary: false, when: ['!mine:step'] },
      ],
    },
    'own-end': { ...end('pause-in-conflict-own-end'), shows: [{ field: 'step', of: 'both', label: 'pause-in-conflict-step' }] },
    // alone
    'alone-words': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'pause-in-conflict-words' },
      fields: ['feeling', 'need'],
      actions: [{ event: 'next', by: 'floor', does: 'on', message: 'practice-next', primary: true }],
    },
    'first-words': aloneEnd('pause-alone', ['first-words']),
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'return' },
      { phase: 'another-time', aside: true },
      { phase: 'came-back' },
      { phase: 'words' },
      ...turns('feel', 'need'),
      { phase: 'proposal' },
      { phase: 'weigh' },
      { phase: 'outcome' },
      { phase: 'remember' },
      { phase: 'left' },
      { phase: 'end' },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'return-table' },
      { phase: 'another-time', aside: true },
      { phase: 'came-back' },
      ...turns('feel-table', 'need-table'),
      { phase: 'proposal-table' },
      { phase: 'agreed' },
      { phase: 'parked', aside: true },
      { phase: 'remember' },
      { phase: 'end' },
    ],
    'own-time': [{ phase: 'own-felt' }, { phase: 'own-heard' }, { phase: 'own-step' }, { phase: 'own-end' }],
    alone: [{ phase: 'alone-words' }, { phase: 'first-words' }],
  },
  lists: {
    feelings: ids('pause-in-conflict-feelings', 6),
    opened: ['pause-in-conflict-notes', 'pause-in-conflict-use-my-words', 'pause-in-conflict-share-line'],
    backs: ids('pause-in-conflict-backs', 2),
    fits: ids('pause-in-conflict-fits', 3),
    groups: ids('pause-in-conflict-groups', 4),
  },
  fields: [
    {
      name: 'notes',
      writer: 'each',
      privateUntil: 'always',
      kind: 'lines',
      max: 500,
      count: 4,
      share: false,
      keeps: true,
      label: 'pause-in-conflict-notes',
    },
    { name: 'opened', writer: 'each', privateUntil: 'always', kind: 'choice', options: 'opened', max: 1, share: false, isCode: true },
    {
      name: 'line',
      writer: 'each',
      privateUntil: 'shared',
      max: 200,
      share: false,
      label: 'pause-in-conflict-shared-line',
    },
    { name: 'feeling', writer: 'each', privateUntil: 'shared', kind: 'words', max: 3, share: false, keeps: true, label: 'pause-feeling' },
    {
      name: 'need',
      writer: 'each',
      privateUntil: 'shared',
      kind: 'needs',
      max: 2,
      share: false,
      keeps: true,
      label: 'pause-in-conflict-need-label',
    },
    {
      name: 'step',
      writer: 'each',
      privateUntil: 'ready',
      max: 160,
      share: true,
      label: 'pause-in-conflict-step',
      placeholder: 'pause-in-conflict-step-placeholder',
    },
    {
      name: 'fits',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      options: 'fits',
      from: 'step',
      joint: 'groups',
      max: 1,
      share: false,
    },
    {
      name: 'felt',
      writer: 'each',
      privateUntil: 'ready',
      max: 200,
      share: true,
      label: 'pause-in-conflict-felt',
      placeholder: 'pause-feeling-placeholder',
    },
    { name: 'needed', writer: 'each', privateUntil: 'ready', max: 120, share: true, label: 'pause-in-conflict-needed' },
    { name: 'heard-back', writer: 'each', privateUntil: 'ready', max: 200, share: true, label: 'pause-in-conflict-heard-back' },
    {
      name: 'first-words',
      writer: 'each',
      privateUntil: 'always',
      max: 200,
      share: false,
      keeps: true,
      label: 'pause-in-conflict-first-words',
    },
  ],
  edges: {
    absent: 'live-begin-absent',
    stopped: 'pause-in-conflict-stopped',
    paused: 'pause-in-conflict-paused',
    bell: 'pause-in-conflict-bell',
    back: 'live-you-are-back',
    skipped: 'live-skipped',
    empty: 'pause-nothing-written',
    lot: 'pause-in-conflict-lot',
  },
  followUps: [
    { message: 'pause-in-conflict-after-revisit', to: 'revisit' },
    { message: 'pause-in-conflict-after-act', to: 'act' },
    { message: 'practice-after-request', to: 'request' },
    { message: 'pause-in-conflict-after-retreat', to: 'retreat' },
  ],
};

export { pauseInConflict };
