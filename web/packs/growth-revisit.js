import { HEARD_FIELD, HEARD_LIST, HEARD, PASS, MORE, ANOTHER_TIME, FIT_TABLE, FIT, ids, end, ready, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 13, growth revisit: a hard moment looked at again, with distance and good will. Six cards alone, that nobody else ever reads but the last two;
 * then, if both want, those two are read to each other. The pages and the tries live on as entries (app/revisits.js). Data only.
 */

/**
 * @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Step} Step @typedef {import('../core/practice-schema.js').FlowStep} FlowStep
 */

const CARDS = ['camera', 'felt', 'needs', 'theirs', 'friend', 'differently', 'try'];

/** One card, for one pair of eyes. @param {string} id @param {NonNullable<Step['prompt']>} prompt @param {string} small @param {readonly string[]} [fields] @returns {Step} */
const card = (id, prompt, small, fields = [id]) => ({
  id,
  prompt,
  small,
  fields,
  actions: [{ event: `next-${id}`, by: 'floor', does: 'on', message: 'practice-next', primary: true }],
});

/** The old quarrel comes back: either may say so, and nothing says who did. @type {Action} */
const TRIES = { event: 'back-to-tries', by: 'any', does: 'flag', flag: 'tries', message: 'growth-revisit-back-to-tries', when: ['!tries'] };
/** @type {import('../core/practice-schema.js').Stage} */
const ONLY_TRIES = {
  when: ['tries'],
  prompt: { floor: 'growth-revisit-only-tries', other: 'growth-revisit-only-tries' },
  small: { floor: 'growth-revisit-only-tries-small', other: 'growth-revisit-only-tries-small' },
};

/** @type {Phase} */
const READ = {
  floor: 'teller',
  seconds: [60, 90, 120],
  role: { floor: 'live-role-floor', other: 'growth-revisit-reads' },
  prompt: { floor: 'growth-revisit-read' },
  stages: [ONLY_TRIES],
  cues: [
    { at_s: 0, message: 'growth-revisit-cue-good-will' },
    { at_s: 30, message: 'growth-revisit-cue-no-corrections' },
  ],
  sound: { start: 'tone', end: 'bell' },
  urges: true,
  actions: [PASS, TRIES, MORE],
};

/** @type {Phase} */
const REFLECT = {
  floor: 'listener',
  seconds: [60, 60, 90],
  role: { floor: 'growth-revisit-you-reflect', other: 'growth-revisit-reflects' },
  prompt: { floor: 'growth-revisit-reflect' },
  small: { floor: 'growth-revisit-reflect-small' },
  stages: [
    ONLY_TRIES,
    { when: ['said'], prompt: { floor: 'growth-revisit-they-check', other: 'growth-revisit-check' } },
    { when: ['again'], prompt: { floor: 'growth-revisit-nearly-is-useful', other: 'growth-revisit-missing' } },
    {
      when: ['later'],
      prompt: { floor: 'growth-revisit-more-time', other: 'growth-revisit-more-time' },
      small: { floor: 'growth-revisit-more-time-small', other: 'growth-revisit-more-time-small' },
    },
  ],
  cues: [{ at_s: 0, message: 'growth-revisit-cue-other-words' }],
  sound: { start: 'tone' },
  actions: [
    { event: 'did-i', by: 'floor', does: 'flag', flag: 'said', message: 'growth-revisit-did-i', primary: true, when: ['!voice', '!said'] },
    { event: 'did-i', by: 'floor', does: 'next', message: 'growth-revisit-did-i', primary: true, when: ['voice'], isVoiced: true },
    { event: 'that-is-it', by: 'other', does: 'next', message: 'practice-yes', primary: true, when: ['said', '!later'] },
    { event: 'nearly', by: 'other', does: 'flag', flag: 'again', message: 'growth-revisit-nearly', when: ['said', '!again'] },
    { event: 'not-yet', by: 'other', does: 'flag', flag: 'again', message: 'growth-revisit-not-yet', when: ['said', '!again'] },
    { event: 'still-not', by: 'other', does: 'flag', flag: 'later', message: 'growth-revisit-not-yet', when: ['again', '!later'] },
    { event: 'leave-it-there', by: 'any', does: 'next', message: 'live-go-on', primary: true, when: ['later'] },
    TRIES,
  ],
};

/** @param {string} read @param {0|1} turn @returns {FlowStep[]} */
const readBy = (read, turn) => [
  { phase: read, turn, ...(turn === 1 ? { notice: 'live-other-way-round' } : {}) },
  { phase: 'reflect', turn },
];

/** @type {import('../core/practice-schema.js').Practice} */
const growthRevisit = {
  ...summaryOf('growth-revisit'),
  isHeavy: true,
  words: {
    title: 'growth-revisit-title',
    line: 'growth-revisit-line',
    promise: 'growth-revisit-promise',
    why: 'growth-revisit-why',
    source: 'growth-revisit-source',
    kept: 'growth-revisit-kept',
  },
  phases: {
    // alone
    cards: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: { list: 'cameras', by: 'day' } },
      part: 'afraid',
      steps: [
        card('camera', { list: 'cameras', by: 'day' }, 'growth-revisit-camera-small'),
        card('mine', 'growth-revisit-mine', 'growth-revisit-mine-small', ['felt', 'needs']),
        card('theirs', 'growth-revisit-theirs', 'growth-revisit-theirs-small'),
        card('friend', { list: 'friends', by: 'day' }, 'growth-revisit-friend-small'),
        card('differently', 'growth-revisit-differently', 'growth-revisit-differently-small'),
        card('try', 'growth-revisit-try', 'growth-revisit-try-small'),
      ],
      actions: [
        { event: 'back', by: 'floor', does: 'step-back', message: 'back', when: ['!step:camera'] },
        { event: 'was-afraid', by: 'floor', does: 'goto', to: 'afraid', message: 'growth-revisit-was-afraid' },
      ],
    },
    afraid: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-nothing-to-improve' },
      small: { floor: 'growth-revisit-people' },
      actions: [
        { event: 'help', by: 'floor', does: 'flag', flag: 'helped', message: 'practice-help' },
        { event: 'delete-this', by: 'floor', does: 'close', message: 'growth-revisit-delete-this', erases: true, place: 'practices' },
        { event: 'to-the-cards', by: 'floor', does: 'goto', to: 'cards', message: 'growth-revisit-to-the-cards' },
      ],
    },
    pages: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-what-now' },
      small: { floor: 'growth-revisit-what-now-small' },
      stages: [{ when: CARDS.map((name) => `!mine:${name}`), prompt: { floor: 'growth-revisit-empty' } }],
      isFinal: true,
      actions: [
        { event: 'close', by: 'floor', does: 'close', message: 'live-keep-for-me', primary: true, place: 'revisits' },
        { event: 'together', by: 'floor', does: 'close', message: 'growth-revisit-together', place: 'revisits/together', when: ['paired'] },
        { event: 'ask-a-friend', by: 'floor', does: 'close', message: 'growth-revisit-ask-a-friend', place: 'revisits/friend' },
        { event: 'delete-them', by: 'floor', does: 'close', message: 'growth-revisit-delete', erases: true, place: 'practices' },
      ],
    },
    // together
    begin: begin('growth-revisit-absent'),
    fit: FIT,
    'fit-table': FIT_TABLE,
    'another-time': ANOTHER_TIME,
    bring: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-bring' },
      small: { floor: 'growth-revisit-bring-small' },
      fields: ['differently', 'try'],
      actions: [ready('practice-ready')],
    },
    arrive: {
      floor: 'both',
      seconds: [60, 60, 60],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'growth-revisit-arrive' },
      small: { floor: 'growth-revisit-bring-small' },
      sound: { start: 'tone' },
      actions: [ready('practice-ready')],
    },
    read: {
      ...READ,
      small: { floor: 'growth-revisit-read-small' },
      shows: [
        { field: 'differently', of: 'teller', to: 'floor' },
        { field: 'try', of: 'teller', to: 'floor' },
      ],
    },
    'read-table': { ...READ, prompt: { floor: 'growth-revisit-read-table' }, small: { floor: 'growth-revisit-read-table-small' } },
    reflect: REFLECT,
    take: {
      floor: 'teller',
      seconds: [30, 45, 60],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'growth-revisit-take' },
      small: { floor: 'growth-revisit-one-sentence' },
      cues: [{ at_s: 0, message: 'growth-revisit-cue-receive' }],
      sound: { start: 'tone' },
      actions: [said('took', 'practice-said-it')],
    },
    give: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-not-finished' },
      small: { floor: 'growth-revisit-give' },
      fields: ['try'],
      actions: [
        { event: 'share-try', by: 'floor', does: 'share-on', message: 'growth-revisit-share-try', primary: true, when: ['mine:try'] },
        { event: 'keep-try', by: 'floor', does: 'keep-on', message: 'live-keep-for-me', when: ['mine:try'] },
        { event: 'no-try', by: 'floor', does: 'on', message: 'practice-leave-it', when: ['!mine:try'] },
      ],
    },
    heard: HEARD,
    end: end('growth-revisit-not-finished'),
    // in own time
    'own-bring': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-bring' },
      small: { floor: 'growth-revisit-bring-small' },
      fields: ['differently', 'try'],
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      actions: [
        { event: 'share-both', by: 'floor', does: 'share-ready', message: 'practice-share', primary: true, when: ['mine:try', '!ready'] },
        {
          event: 'share-one',
          by: 'floor',
          does: 'share-ready',
          message: 'practice-share',
          primary: true,
          when: ['mine:differently', '!mine:try'],
        },
        { event: 'keep-both', by: 'floor', does: 'ready', message: 'live-keep-for-me', when: ['!ready'] },
      ],
    },
    'own-reflect': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-reflect' },
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      shows: [
        { field: 'differently', of: 'them', label: 'growth-revisit-differently-label' },
        { field: 'try', of: 'them', label: 'growth-revisit-try-label' },
      ],
      fields: ['reflection'],
      actions: [
        { ...ready('practice-send'), when: ['mine:reflection'] },
        { ...ready('practice-leave-open'), event: 'leave-open', primary: false, when: ['!mine:reflection'] },
      ],
    },
    'own-check': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'growth-revisit-check' },
      stages: [{ when: ['ready'], prompt: { floor: 'practice-sent' } }],
      shows: [{ field: 'reflection', of: 'them', label: 'growth-revisit-reflection-label' }],
      fields: ['fits', 'correction'],
      actions: [ready('practice-send')],
    },
    'own-end': {
      ...end('growth-revisit-rests'),
      shows: [
        { field: 'try', of: 'both', label: 'growth-revisit-try-label' },
        { field: 'reflection', of: 'both', label: 'growth-revisit-reflection-label' },
        { field: 'fits', of: 'both', label: 'growth-revisit-check' },
        { field: 'correction', of: 'both', label: 'growth-revisit-missing' },
      ],
    },
  },
  flows: {
    alone: [{ phase: 'cards' }, { phase: 'afraid', aside: true }, { phase: 'pages' }],
    live: [
      { phase: 'begin' },
      { phase: 'fit' },
      { phase: 'bring' },
      { phase: 'arrive' },
      ...readBy('read', 0),
      ...readBy('read', 1),
      { phase: 'take', turn: 0 },
      { phase: 'take', turn: 1 },
      { phase: 'give' },
      { phase: 'heard' },
      { phase: 'end' },
      { phase: 'another-time', aside: true },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'fit-table' },
      ...readBy('read-table', 0),
      ...readBy('read-table', 1),
      { phase: 'take', turn: 0 },
      { phase: 'take', turn: 1 },
      { phase: 'give' },
      { phase: 'end' },
      { phase: 'another-time', aside: true },
    ],
    'own-time': [{ phase: 'own-bring' }, { phase: 'own-reflect' }, { phase: 'own-check' }, { phase: 'own-end' }],
  },
  lists: {
    cameras: ids('growth-revisit-camera', 3),
    friends: ids('growth-revisit-friend', 3),
    answers: ids('growth-revisit-answer', 3),
    heard: HEARD_LIST,
  },
  fields: [
    {
      name: 'camera',
      writer: 'each',
      privateUntil: 'always',
      max: 600,
      share: false,
      placeholder: 'growth-revisit-camera-placeholder',
      asks: 'camera',
    },
    { name: 'felt', writer: 'each', privateUntil: 'always', kind: 'words', max: 3, share: false, label: 'growth-revisit-felt-label' },
    { name: 'needs', writer: 'each', privateUntil: 'always', kind: 'needs', max: 3, share: false, label: 'growth-revisit-needs-label' },
    { name: 'theirs', writer: 'each', privateUntil: 'always', max: 400, share: false, placeholder: 'growth-revisit-theirs-placeholder' },
    { name: 'friend', writer: 'each', privateUntil: 'always', max: 1200, share: false, placeholder: 'growth-revisit-friend-placeholder' },
    {
      name: 'differently',
      writer: 'each',
      privateUntil: 'shared',
      max: 400,
      share: false,
      label: 'growth-revisit-differently-label',
      placeholder: 'growth-revisit-differently-placeholder',
      asks: 'own',
      says: 'growth-revisit-until-read',
    },
    {
      name: 'try',
      writer: 'each',
      privateUntil: 'shared',
      max: 160,
      share: false,
      label: 'growth-revisit-try-label',
      placeholder: 'growth-revisit-try-placeholder',
      asks: 'own',
      says: 'growth-revisit-until-read',
    },
    { name: 'reflection', writer: 'each', privateUntil: 'ready', max: 240, share: true, label: 'growth-revisit-reflection-label' },
    {
      name: 'fits',
      writer: 'each',
      privateUntil: 'ready',
      kind: 'choice',
      options: 'answers',
      max: 1,
      share: true,
      label: 'growth-revisit-check',
    },
    { name: 'correction', writer: 'each', privateUntil: 'ready', max: 160, share: true, label: 'growth-revisit-missing' },
    HEARD_FIELD,
  ],
  edges: {
    absent: 'growth-revisit-absent',
    stopped: 'growth-revisit-stopped',
    paused: 'growth-revisit-paused',
    bell: 'live-take-what-you-need',
    back: 'growth-revisit-back',
    skipped: 'growth-revisit-skipped',
    empty: 'growth-revisit-empty',
    lot: 'growth-revisit-lot',
  },
  followUps: [
    { message: 'growth-revisit-to-act', to: 'act' },
    { message: 'growth-revisit-to-retreat', to: 'retreat' },
    { message: 'growth-revisit-to-request', to: 'request' },
  ],
  makes: [
    { type: 'revisit', fields: CARDS, when: ['alone'] },
    { type: 'try', fields: ['try'], isOne: true, shared: { when: ['shared:try'], fields: ['try'] } },
  ],
};

export { growthRevisit };
