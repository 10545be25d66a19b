import { ids } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 1, the daily check-in: weather first, no solving. Data only. */

/** @typedef {import('../core/practice-schema.js').Action} Action */

/** @type {Action[]} */
const WEATHER_ACTIONS = [
  { event: 'next', by: 'floor', does: 'step', message: 'weather-next', primary: true, when: ['!step:share', '!kept'] },
  { event: 'back', by: 'floor', does: 'step-back', when: ['!kept'] },
  { event: 'enough', by: 'floor', does: 'step-last', message: 'check-in-enough', when: ['!step:share', '!kept'] },
  { event: 'share', by: 'floor', does: 'share-ready', message: 'weather-share-these', primary: true, when: ['step:share', '!kept'] },
  { event: 'share-nothing', by: 'floor', does: 'keep', message: 'weather-share-nothing', when: ['step:share', '!kept'] },
  { event: 'done', by: 'floor', does: 'ready', message: 'live-go-to-listening', primary: true, when: ['kept'] },
];

/** @type {import('../core/practice-schema.js').FlowStep[]} */
const TURNS = [
  { phase: 'begin' },
  { phase: 'weather' },
  { phase: 'open' },
  { phase: 'speak', turn: 0 },
  { phase: 'reflect', turn: 0 },
  { phase: 'ask', turn: 0 },
  { phase: 'speak', turn: 1, notice: 'live-other-way-round' },
  { phase: 'reflect', turn: 1 },
  { phase: 'ask', turn: 1 },
];

/** @type {import('../core/practice-schema.js').Practice} */
const dailyCheckIn = {
  ...summaryOf('daily-check-in'),
  words: {
    title: 'check-in-title',
    line: 'live-check-in-line',
    promise: 'check-in-promise',
    why: 'live-check-in-why',
    source: 'live-check-in-source',
    kept: 'live-check-in-kept',
  },
  phases: {
    begin: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'live-begin-absent' },
      small: { floor: 'live-begin-how' },
      stages: [{ when: ['ready'], prompt: { floor: 'live-begin-absent' }, small: { floor: 'live-begin-how' } }],
      actions: [
        { event: 'ready', by: 'floor', does: 'ready', message: 'live-begin', primary: true, when: ['!voice'] },
        { event: 'we-said-it', by: 'floor', does: 'next', message: 'live-we-said-it' },
      ],
    },
    weather: {
      floor: 'each',
      seconds: [60, 60, 60],
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weather-sky-prompt' },
      steps: [
        { id: 'sky', prompt: 'weather-sky-prompt', small: 'weather-sky-small', fields: ['sky'] },
        { id: 'words', prompt: 'weather-words-prompt', small: 'weather-words-small', fields: ['words'] },
        { id: 'energy', prompt: 'weather-energy-prompt', fields: ['energy'] },
        { id: 'mattered', prompt: 'weather-mattered-prompt', fields: ['mattered'] },
        { id: 'worry', prompt: 'weather-worry-prompt', fields: ['worry'] },
        { id: 'share', prompt: 'weather-share-prompt', small: 'weather-share-small' },
      ],
      stages: [
        { when: ['kept'], prompt: { floor: 'weather-kept' } },
        { when: ['ready', '!kept'], prompt: { floor: 'weather-sealed' } },
      ],
      actions: [...WEATHER_ACTIONS, { event: 'begin-by-voice', by: 'any', does: 'goto', to: 'open', message: 'live-begin-by-voice' }],
    },
    open: {
      floor: 'both',
      seconds: [10, 20, 20],
      role: { floor: 'live-role-both' },
      prompt: { floor: null },
      sound: { start: 'tone' },
      actions: [
        { event: 'begin-them', by: 'any', does: 'goto', to: 'speak', starter: 'them', message: 'open-talk-they', primary: true },
        { event: 'begin-me', by: 'any', does: 'goto', to: 'speak', starter: 'me', message: 'open-talk-me', primary: true },
        { event: 'just-stay', by: 'any', does: 'goto', to: 'stay', message: 'open-just-stay' },
      ],
    },
    speak: {
      floor: 'teller',
      seconds: [90, 120, 165],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: { list: 'openers', by: 'day' } },
      small: { floor: 'live-speak-small' },
      cues: [
        { at_s: 0, message: 'live-cue-shoulders' },
        { at_s: 50, message: 'live-cue-curious' },
        { on: 'good-news', message: 'live-cue-good-news' },
      ],
      sound: { start: 'tone', end: 'bell' },
      rests: true,
      urges: true,
      actions: [
        { event: 'pass', by: 'floor', does: 'next', message: 'live-pass-floor', primary: true, isVoiced: true },
        { event: 'more-time', by: 'floor', does: 'more', message: 'live-more-time', when: ['bell'] },
        { event: 'good-news', by: 'other', does: 'flag', flag: 'good-news', scope: 'turn', message: 'live-good-news' },
      ],
    },
    reflect: {
      floor: 'listener',
      seconds: [30, 45, 45],
      role: { floor: 'live-role-floor', other: 'live-role-says-back' },
      prompt: { floor: 'live-reflect-prompt' },
      stages: [
        { when: ['good-news'], prompt: { floor: 'live-reflect-good-news' } },
        { when: ['not-quite'], prompt: { floor: 'live-reflect-missing', other: 'live-reflect-missing' } },
      ],
      cues: [{ at_s: 0, message: 'live-cue-let-it-reach' }],
      sound: { start: 'tone' },
      actions: [
        { event: 'said', by: 'floor', does: 'next', message: 'live-said', primary: true, when: ['not-quite'], isVoiced: true },
        { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'live-said', primary: true, when: ['!not-quite', '!voice'] },
        { event: 'said', by: 'floor', does: 'next', message: 'live-said', primary: true, when: ['!not-quite', 'voice'], isVoiced: true },
        { event: 'that-is-it', by: 'other', does: 'next', message: 'live-that-is-it', primary: true, when: ['!voice'] },
        { event: 'not-quite', by: 'other', does: 'flag', flag: 'not-quite', message: 'live-not-quite', when: ['!not-quite'] },
      ],
    },
    ask: {
      floor: 'listener',
      seconds: [20, 30, 45],
      role: { floor: 'live-role-floor', other: 'live-role-answer' },
      prompt: { floor: 'live-ask-prompt' },
      stages: [{ when: ['passed'], prompt: { floor: 'live-ask-passed', other: 'live-ask-passed' } }],
      cards: { list: 'questions', count: 3, instead: { when: 'good-news', list: 'glad-questions' } },
      reader: 'live-ask-reader',
      actions: [
        { event: 'asked', by: 'floor', does: 'flag', flag: 'asked', message: 'live-asked', primary: true, when: ['!voice'] },
        { event: 'other-cards', by: 'floor', does: 'draw', message: 'live-other-cards' },
        { event: 'answered', by: 'other', does: 'next', message: 'live-answered', primary: true, isVoiced: true },
        { event: 'pass-question', by: 'other', does: 'flag', flag: 'passed', message: 'live-pass', when: ['!passed'] },
        { event: 'on-we-go', by: 'any', does: 'next', message: 'live-go-on', when: ['passed'] },
      ],
    },
    close: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'parked-prompt' },
      small: { floor: 'parked-small' },
      fields: ['parked'],
      stages: [{ when: ['ready'], prompt: { floor: 'live-heard' } }],
      actions: [
        { event: 'park', by: 'floor', does: 'share-ready', message: 'parked-park', primary: true },
        { event: 'nothing-to-park', by: 'floor', does: 'ready', message: 'parked-none' },
        { event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true, when: ['ready'] },
      ],
    },
    together: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'parked-prompt' },
      fields: ['parked'],
      actions: [
        { event: 'park', by: 'floor', does: 'share-ready', message: 'parked-park', primary: true },
        { event: 'nothing-to-park', by: 'floor', does: 'ready', message: 'parked-none' },
      ],
    },
    heard: {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'live-heard' },
      isFinal: true,
      actions: [{ event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true }],
    },
    stay: {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'open-stayed' },
      isFinal: true,
      actions: [{ event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true }],
    },
    wish: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'alone-wish-prompt' },
      small: { floor: 'alone-wish-small' },
      fields: ['wish'],
      isFinal: true,
      actions: [{ event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true }],
    },
  },
  flows: {
    live: [...TURNS, { phase: 'close' }, { phase: 'heard' }, { phase: 'stay', aside: true }],
    'one-phone': [...TURNS, { phase: 'together' }, { phase: 'heard' }, { phase: 'stay', aside: true }],
    alone: [{ phase: 'weather' }, { phase: 'wish' }],
  },
  lists: {
    openers: ids('live-opener', 17),
    questions: ids('live-question', 21),
    'glad-questions': ids('live-glad-question', 3),
  },
  fields: [
    { name: 'sky', writer: 'each', privateUntil: 'shared', max: 1, share: false },
    { name: 'words', writer: 'each', privateUntil: 'shared', max: 3, share: false },
    { name: 'energy', writer: 'each', privateUntil: 'shared', max: 1, share: false },
    { name: 'mattered', writer: 'each', privateUntil: 'shared', max: 200, share: false, placeholder: 'weather-mattered-placeholder' },
    { name: 'worry', writer: 'each', privateUntil: 'shared', max: 200, share: false, placeholder: 'weather-worry-placeholder' },
    { name: 'parked', writer: 'each', privateUntil: 'shared', max: 80, share: true, placeholder: 'parked-placeholder' },
    { name: 'wish', writer: 'each', privateUntil: 'always', max: 200, share: false },
  ],
  edges: {
    absent: 'live-begin-absent',
    stopped: 'live-stopped',
    paused: 'live-paused',
    bell: 'live-take-what-you-need',
    back: 'live-you-are-back',
    skipped: 'live-skipped',
    empty: 'weather-nothing-written',
    lot: 'live-lot-prompt',
  },
  followUps: [],
};

export { dailyCheckIn };
