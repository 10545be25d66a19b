import { PASS, MORE, ids, end, aloneEnd, ready, shareOrKeep, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 17, physical synchrony: breathe, walk, stretch or sit in one rhythm. Data only. */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase */

const STRETCHES = 12;
/** On the way, then back: each half of the time. */
const HALF_WALK = /** @type {const} */ ([300, 600, 1200]);
const BACK_TO_BACK = 11;

/** @param {string} field @param {string} event @returns {Action[]} under a private number of one's own */
const notedOrSkipped = (field, event) => [
  { event, by: 'floor', does: 'on', message: 'practice-next', primary: true, when: [`mine:${field}`] },
  { event: `skip-${event}`, by: 'floor', does: 'clear-on', message: 'live-skip' },
];

/** @param {number} n @returns {Phase} one of the stretching set; its shape grows and shrinks while one goes there and back */
const stretch = (n) => ({
  floor: 'both',
  seconds: [20, 35, 60],
  role: { floor: null },
  prompt: { floor: `physical-synchrony-stretch-${n}` },
  small: {
    floor: n === 8 ? 'physical-synchrony-slow-up' : n === STRETCHES ? 'physical-synchrony-same-thing' : 'physical-synchrony-stretch-small',
  },
  part: 'stretch',
  ...(n === BACK_TO_BACK
    ? {
        steps: [
          { id: 'wall', when: ['!touch=0'], prompt: `physical-synchrony-stretch-${n}`, small: 'physical-synchrony-stretch-small' },
          { id: 'back', when: ['touch=0'], prompt: 'physical-synchrony-back-to-back', small: 'physical-synchrony-stretch-small' },
        ],
      }
    : {}),
  sound: { start: 'tone' },
  actions: [said('next', 'practice-next')],
});
const stretches = Object.fromEntries(Array.from({ length: STRETCHES }, (_, i) => [`stretch-${i + 1}`, stretch(i + 1)]));

/** @param {string} prompt @param {object} [more] @param {string} [small] @returns {Phase} in own time: something each does where they are, then one line for the other */
const apart = (prompt, more = {}, small = 'physical-synchrony-dizzy') => ({
  floor: 'each',
  seconds: null,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: prompt },
  stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
  ...more,
  steps: [
    {
      id: 'breathe',
      prompt,
      small,
      shows: [
        { field: 'hour', of: 'teller', label: 'physical-synchrony-hour', when: ['!has:other-hour'] },
        { field: 'other-hour', of: 'listener', label: 'physical-synchrony-hour' },
      ],
      actions: [{ event: 'had-it', by: 'floor', does: 'on', message: 'physical-synchrony-through', primary: true }],
    },
    {
      id: 'line',
      prompt: 'physical-synchrony-line',
      small: 'physical-synchrony-line-small',
      fields: ['line'],
      actions: [
        { event: 'send-line', by: 'floor', does: 'on', message: 'practice-send', primary: true, when: ['mine:line'] },
        { event: 'no-line', by: 'floor', does: 'clear-on', message: 'physical-synchrony-no-line' },
      ],
    },
  ],
  actions: [],
});

const BREATHE = { only: ['breathe'] };
const WALK = { only: ['walk'] };
const STRETCH = { only: ['stretch'] };
const TALK = { only: ['talk'] };

/** @type {FlowStep[]} */
const IN_RHYTHM = [
  { phase: 'settle', ...BREATHE },
  { phase: 'breathe', ...BREATHE },
  ...Object.keys(stretches).map((phase) => ({ phase, ...STRETCH })),
];

/** @type {FlowStep[]} */
const TOGETHER = [
  ...IN_RHYTHM,
  { phase: 'walk-out', ...WALK },
  { phase: 'walk-back', ...WALK },
  { phase: 'door', ...WALK },
  { phase: 'talk', turn: 0, ...TALK },
  { phase: 'talk', turn: 1, ...TALK },
  { phase: 'tomorrow', ...TALK },
  { phase: 'after', turn: 0 },
  { phase: 'after', turn: 1 },
];

/** @type {import('../core/practice-schema.js').Practice} */
const physicalSynchrony = {
  ...summaryOf('physical-synchrony'),
  variants: [
    { id: 'breathe', message: 'physical-synchrony-breathe' },
    { id: 'walk', message: 'physical-synchrony-walk', minutes: [12, 22, 42] },
    { id: 'stretch', message: 'physical-synchrony-stretch' },
    { id: 'talk', message: 'physical-synchrony-talk', minutes: [7, 12, 22] },
  ],
  words: {
    title: 'physical-synchrony-title',
    line: 'physical-synchrony-line-in-list',
    promise: 'physical-synchrony-promise',
    why: 'physical-synchrony-why',
    source: 'physical-synchrony-source',
    kept: 'physical-synchrony-kept',
  },
  phases: {
    begin: begin('live-begin-absent'),
    touch: {
      floor: 'each',
      seconds: [30, 30, 30],
      isClocked: true,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-touch' },
      steps: [
        {
          id: 'touch',
          when: ['!voice'],
          prompt: 'physical-synchrony-touch',
          small: 'physical-synchrony-touch-small',
          fields: ['touch'],
          actions: [
            { event: 'touch-said', by: 'floor', does: 'on', message: 'practice-next', primary: true, when: ['mine:touch'] },
            { event: 'without-touch', by: 'floor', does: 'clear-on', message: 'physical-synchrony-without' },
          ],
        },
        {
          id: 'calm',
          when: ['!one-phone'],
          prompt: 'physical-synchrony-before',
          fields: ['before'],
          actions: notedOrSkipped('before', 'calm-noted'),
        },
      ],
      stages: [
        { when: ['one-phone'], prompt: { floor: 'physical-synchrony-touch-table' }, small: { floor: 'physical-synchrony-touch-small' } },
      ],
      actions: [
        {
          event: 'go-on-without',
          by: 'floor',
          does: 'jump',
          to: 'touch-result',
          message: 'physical-synchrony-without',
          when: ['bell', 'ready'],
        },
      ],
    },
    'touch-result': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'physical-synchrony-result-3' },
      stages: [
        { when: ['touch=0'], prompt: { floor: 'physical-synchrony-result-1' }, small: { floor: 'physical-synchrony-less' } },
        { when: ['touch=1'], prompt: { floor: 'physical-synchrony-result-2' } },
      ],
      sound: { start: 'tone' },
      actions: [ready('live-go-on')],
    },
    'calm-alone': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-before' },
      fields: ['before'],
      actions: notedOrSkipped('before', 'calm-noted'),
    },
    settle: {
      floor: 'both',
      seconds: [30, 30, 30],
      role: { floor: null },
      prompt: { floor: { list: 'settle', by: 'day' } },
      small: { floor: 'physical-synchrony-comfort' },
      sound: { start: 'tone' },
      actions: [ready('live-begin')],
    },
    breathe: {
      floor: 'both',
      seconds: [120, 300, 600],
      role: { floor: null },
      prompt: { floor: null },
      small: { floor: 'physical-synchrony-dizzy' },
      part: 'breathing',
      cues: [
        { at_s: 0, message: 'physical-synchrony-cue-start', to: 'both' },
        { at_s: 60, message: 'physical-synchrony-cue-longer', to: 'both' },
        { at_s: 120, message: 'physical-synchrony-cue-hear', to: 'both' },
        { at_s: 240, message: 'physical-synchrony-cue-nothing', to: 'both' },
        { at_s: 420, message: 'physical-synchrony-cue-join', to: 'both' },
      ],
      sound: { start: 'tone', end: 'bell' },
      actions: [
        { event: 'close-breath', by: 'floor', does: 'next', message: 'physical-synchrony-close-breath', when: ['!bell'], isVoiced: true },
        {
          event: 'close-breath',
          by: 'floor',
          does: 'next',
          message: 'physical-synchrony-close-breath',
          primary: true,
          when: ['bell'],
          isVoiced: true,
        },
        { event: 'slower', by: 'floor', does: 'flag', flag: 'slower', message: 'physical-synchrony-slower' },
        {
          event: 'quicker',
          by: 'floor',
          does: 'flag',
          flag: 'quicker',
          isEach: true,
          message: 'physical-synchrony-quicker',
          when: ['!slower'],
        },
        { event: 'lead', by: 'floor', does: 'flag', flag: 'lead', isEach: true, message: 'physical-synchrony-lead' },
        { event: 'not-well', by: 'floor', does: 'lot', message: 'physical-synchrony-not-well' },
      ],
    },
    ...stretches,
    'walk-out': {
      floor: 'both',
      seconds: HALF_WALK,
      role: { floor: null },
      prompt: { floor: null },
      small: { floor: 'physical-synchrony-walk-small' },
      cues: [
        { at_s: 0, message: 'physical-synchrony-walk-pace', to: 'both' },
        { at_s: 30, message: 'physical-synchrony-walk-see', to: 'both' },
        { at_s: 120, message: 'physical-synchrony-walk-quiet', to: 'both' },
        { at_s: 270, message: 'physical-synchrony-walk-rhythm', to: 'both' },
      ],
      stages: [{ when: ['bell'], prompt: { floor: 'physical-synchrony-walk-turn' } }],
      sound: { start: 'tone', end: 'bell' },
      actions: [said('turned', 'physical-synchrony-walk-turned')],
    },
    'walk-back': {
      floor: 'both',
      seconds: HALF_WALK,
      role: { floor: null },
      prompt: { floor: 'physical-synchrony-walk-lighter' },
      sound: { end: 'bell' },
      actions: [said('at-the-door', 'physical-synchrony-walk-door')],
    },
    door: {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'physical-synchrony-walk-still' },
      small: { floor: 'physical-synchrony-walk-here' },
      actions: [said('stood', 'live-go-on')],
    },
    'walk-alone': {
      floor: 'both',
      seconds: HALF_WALK,
      role: { floor: null },
      prompt: { floor: null },
      small: { floor: 'physical-synchrony-walk-small' },
      cues: [
        { at_s: 0, message: 'physical-synchrony-alone-pace', to: 'both' },
        { at_s: 30, message: 'physical-synchrony-alone-see', to: 'both' },
        { at_s: 120, message: 'physical-synchrony-walk-quiet', to: 'both' },
        { at_s: 270, message: 'physical-synchrony-walk-rhythm', to: 'both' },
      ],
      stages: [{ when: ['bell'], prompt: { floor: 'physical-synchrony-walk-turn' } }],
      sound: { start: 'tone', end: 'bell' },
      actions: [said('turned', 'physical-synchrony-walk-turned-alone')],
    },
    talk: {
      floor: 'teller',
      seconds: [120, 270, 540],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'physical-synchrony-body' },
      cues: [
        { at_s: 0, message: 'physical-synchrony-cue-shoulders' },
        { at_s: 40, message: 'physical-synchrony-cue-solve' },
      ],
      sound: { start: 'tone', end: 'bell' },
      rests: true,
      urges: true,
      actions: [PASS, MORE],
    },
    tomorrow: {
      floor: 'both',
      seconds: [60, 60, 120],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'physical-synchrony-tomorrow' },
      sound: { start: 'tone', end: 'bell' },
      actions: [said('said-tomorrow', 'live-go-on')],
    },
    after: {
      floor: 'teller',
      seconds: [20, 20, 20],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'physical-synchrony-seems' },
      small: { floor: 'physical-synchrony-seems-small' },
      cues: [{ at_s: 0, message: 'physical-synchrony-cue-fits' }],
      sound: { start: 'tone' },
      actions: [PASS, MORE],
    },
    closing: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-now' },
      steps: [
        {
          id: 'calm',
          prompt: 'physical-synchrony-now',
          small: 'physical-synchrony-now-small',
          fields: ['after'],
          actions: notedOrSkipped('after', 'calm-noted'),
        },
        { id: 'mood', prompt: 'physical-synchrony-keep-line', fields: ['mood'], actions: shareOrKeep('mood', 'mood') },
      ],
      actions: [],
    },
    // each on their own phone
    place: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-slot' },
      small: { floor: 'physical-synchrony-slot-small' },
      fields: ['slot'],
      actions: [ready('live-go-on')],
    },
    end: { ...end('physical-synchrony-end'), shows: [{ field: 'mood', of: 'both' }] },
    'calm-after': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-now' },
      small: { floor: 'physical-synchrony-now-small' },
      fields: ['after'],
      actions: notedOrSkipped('after', 'calm-noted'),
    },
    quieter: end('physical-synchrony-quieter'),
    body: aloneEnd('physical-synchrony-body', ['body']),
    // in own time
    hour: {
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-when', other: 'practice-nothing-to-do' },
      small: { floor: 'physical-synchrony-when-small' },
      fields: ['hour'],
      actions: [{ event: 'send-hour', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:hour'] }],
    },
    agree: {
      floor: 'listener',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'physical-synchrony-agree', other: 'practice-sent' },
      shows: [{ field: 'hour', of: 'teller', to: 'floor' }],
      fields: ['other-hour'],
      actions: [
        { event: 'that-hour', by: 'floor', does: 'next', message: 'practice-yes', primary: true, when: ['!mine:other-hour'] },
        { event: 'send-other-hour', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:other-hour'] },
      ],
    },
    'apart-breathe': apart('physical-synchrony-apart-breathe', { part: 'breathing' }),
    'apart-walk': apart('physical-synchrony-apart-walk'),
    'apart-stretch': apart('physical-synchrony-apart-stretch'),
    'apart-talk': apart('physical-synchrony-apart-talk', {}, 'physical-synchrony-no-hurry'),
    lines: { ...end('physical-synchrony-apart-end'), shows: [{ field: 'line', of: 'both' }] },
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'touch' },
      { phase: 'touch-result' },
      ...TOGETHER,
      { phase: 'closing' },
      { phase: 'place' },
      { phase: 'end' },
    ],
    'one-phone': [{ phase: 'begin' }, { phase: 'touch' }, { phase: 'touch-result' }, ...TOGETHER, { phase: 'end' }],
    'own-time': [
      { phase: 'hour', turn: 0 },
      { phase: 'agree', turn: 0 },
      { phase: 'apart-breathe', ...BREATHE },
      { phase: 'apart-walk', ...WALK },
      { phase: 'apart-stretch', ...STRETCH },
      { phase: 'apart-talk', ...TALK },
      { phase: 'lines' },
    ],
    alone: [
      { phase: 'calm-alone', only: ['breathe', 'walk', 'stretch'] },
      ...IN_RHYTHM,
      { phase: 'walk-alone', ...WALK },
      { phase: 'door', ...WALK },
      { phase: 'calm-after', only: ['breathe', 'walk', 'stretch'] },
      { phase: 'quieter', only: ['breathe', 'walk', 'stretch'] },
      { phase: 'body', ...TALK },
    ],
  },
  lists: {
    settle: ids('physical-synchrony-settle', 4),
    touches: ids('physical-synchrony-touch', 3),
    calms: ids('physical-synchrony-calm', 5),
    slots: ids('physical-synchrony-slot', 5),
  },
  fields: [
    {
      name: 'touch',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'choice',
      options: 'touches',
      max: 1,
      share: false,
      joint: 'least',
      otherwise: 2,
      less: 4,
    },
    {
      name: 'before',
      writer: 'each',
      privateUntil: 'always',
      kind: 'choice',
      options: 'calms',
      max: 1,
      share: false,
      keeps: true,
      label: 'physical-synchrony-before',
    },
    {
      name: 'after',
      writer: 'each',
      privateUntil: 'always',
      kind: 'choice',
      options: 'calms',
      max: 1,
      share: false,
      keeps: true,
      label: 'physical-synchrony-now',
    },
    {
      name: 'mood',
      writer: 'each',
      privateUntil: 'shared',
      max: 120,
      share: false,
      keeps: true,
      label: 'physical-synchrony-mood',
      placeholder: 'physical-synchrony-mood-placeholder',
    },
    {
      name: 'hour',
      writer: 'teller',
      privateUntil: 'ready',
      max: 40,
      share: true,
      label: 'physical-synchrony-hour',
      placeholder: 'physical-synchrony-hour-placeholder',
    },
    { name: 'other-hour', writer: 'listener', privateUntil: 'ready', max: 40, share: true, label: 'physical-synchrony-other-hour' },
    {
      name: 'line',
      writer: 'each',
      privateUntil: 'ready',
      max: 120,
      share: true,
      label: 'physical-synchrony-mood',
      placeholder: 'physical-synchrony-line-placeholder',
    },
    {
      name: 'slot',
      writer: 'each',
      privateUntil: 'always',
      kind: 'choice',
      options: 'slots',
      max: 1,
      share: false,
      label: 'physical-synchrony-slot',
    },
    { name: 'body', writer: 'each', privateUntil: 'always', max: 300, share: false, keeps: true, label: 'physical-synchrony-body-label' },
  ],
  edges: {
    absent: 'live-begin-absent',
    stopped: 'physical-synchrony-stopped',
    paused: 'physical-synchrony-paused',
    bell: 'live-take-what-you-need',
    back: 'physical-synchrony-back',
    skipped: 'live-skipped',
    empty: 'physical-synchrony-empty',
    lot: 'physical-synchrony-lot',
  },
  makes: [{ type: 'rhythm', fields: ['slot'], forSelf: true }],
  followUps: [
    { message: 'physical-synchrony-after-act', to: 'act' },
    { message: 'physical-synchrony-after-moment', to: 'moment' },
  ],
};

export { physicalSynchrony };
