import { STEADY_FIELD, HEARD_FIELD, STEADY_LIST, HEARD_LIST, HEARD, MORE, PASS, CLOSE, ANOTHER_TIME, FIT_TABLE, FIT, ids, aloneEnd, end, fitFirst, said, ready, shareOrKeep, begin } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 16, shared problem solving: understand both sides first, then look for something to try. Data only. */

/**
 * @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Show} Show
 */

/** Back to the gate, on both phones alike; nothing says who tapped. @type {Action} */
const UNDERSTAND_FIRST = {
  event: 'understand-first',
  by: 'any',
  does: 'jump',
  to: 'back',
  message: 'shared-problem-solving-understand-first',
};
/** @type {Action} */
const NO_AGREEMENT = { event: 'no-agreement', by: 'any', does: 'jump', to: 'no-agreement', message: 'shared-problem-solving-no-agreement' };

/** @type {Show} */
const TOPIC = { field: 'topic', of: 'both', label: 'shared-problem-solving-us-and' };
/** @type {Show} */
const CONCERNS = { field: 'concern', of: 'both', label: 'shared-problem-solving-concern' };
/** @type {Show} */
const GROUPS = { field: 'mark', of: 'both', words: 'groups' };
/** @type {Show[]} */
const TRIAL = [
  { field: 'trial', of: 'both', label: 'shared-problem-solving-trial-label' },
  { field: 'review', of: 'both', label: 'shared-problem-solving-review' },
];

/** Marks have opened, and no line is one that both love or can live with. */
const NOTHING_SUITS = Object.freeze(['has:mark', '!mark=0', '!mark=1']);

/** In other words: `missing` asks for one sentence and leads back, as often as it takes. @param {1|2} n @returns {Phase} */
const restate = (n) => ({
  floor: 'listener',
  seconds: [60, 120, 180],
  role: { floor: 'shared-problem-solving-you-restate', other: 'shared-problem-solving-they-restate' },
  prompt: { floor: 'shared-problem-solving-restate' },
  small: { floor: 'shared-problem-solving-restate-small' },
  part: 'board',
  stages: [
    {
      when: ['said'],
      prompt: { floor: 'shared-problem-solving-they-decide', other: 'shared-problem-solving-is-it-accurate' },
      small: { other: 'shared-problem-solving-not-agreement' },
    },
  ],
  shows: [{ field: 'concern', of: 'teller', label: 'shared-problem-solving-concern' }],
  cues: [{ at_s: 0, message: 'shared-problem-solving-not-agreement' }],
  sound: { start: 'tone' },
  actions: [
    { event: 'said', by: 'floor', does: 'flag', flag: 'said', message: 'practice-said-it', primary: true, when: ['!voice'] },
    { event: 'said', by: 'floor', does: 'next', message: 'practice-said-it', primary: true, when: ['voice'], isVoiced: true },
    { event: 'yes-that', by: 'other', does: 'next', message: 'shared-problem-solving-yes-that', primary: true, when: ['said'] },
    { event: 'nearly', by: 'other', does: 'goto', to: `missing-${n}`, message: 'shared-problem-solving-nearly', when: ['said'] },
    { event: 'not-yet', by: 'other', does: 'goto', to: `missing-${n}`, message: 'shared-problem-solving-not-yet', when: ['said'] },
  ],
});

/** @param {1|2} n @returns {Phase} */
const missing = (n) => ({
  floor: 'teller',
  seconds: null,
  role: { floor: 'live-role-floor', other: 'live-role-listen' },
  prompt: { floor: 'shared-problem-solving-missing', other: 'shared-problem-solving-missing-listen' },
  small: { floor: 'shared-problem-solving-missing-small' },
  part: 'board',
  actions: [
    { event: 'said-missing', by: 'floor', does: 'goto', to: `restate-${n}`, message: 'practice-said-it', primary: true, isVoiced: true },
  ],
});

/** In own time the same in writing. @param {1|2} n @returns {Phase} */
const ownRestate = (n) => ({
  floor: 'listener',
  seconds: null,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: 'shared-problem-solving-restate', other: 'practice-sent' },
  small: { floor: 'shared-problem-solving-restate-small' },
  shows: [
    { field: 'concern', of: 'teller', to: 'floor', label: 'shared-problem-solving-concern' },
    { field: 'missing', of: 'teller', to: 'floor', label: 'shared-problem-solving-missing-label' },
  ],
  fields: ['restated'],
  actions: [{ event: `send-restated-${n}`, by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:restated'] }],
});

/** @param {1|2} n @returns {Phase} */
const ownJudge = (n) => ({
  floor: 'teller',
  seconds: null,
  role: { floor: 'live-role-only-you' },
  prompt: { floor: 'shared-problem-solving-is-it-accurate', other: 'practice-sent' },
  small: { floor: 'shared-problem-solving-not-agreement' },
  shows: [{ field: 'restated', of: 'listener', to: 'floor', label: 'shared-problem-solving-restated' }],
  fields: ['missing'],
  actions: [
    { event: 'yes-that', by: 'floor', does: 'next', message: 'shared-problem-solving-yes-that', primary: true },
    { event: 'nearly', by: 'floor', does: 'goto', to: `own-restate-${n}`, message: 'shared-problem-solving-nearly' },
    { event: 'not-yet', by: 'floor', does: 'goto', to: `own-restate-${n}`, message: 'shared-problem-solving-not-yet' },
  ],
});

/** @type {Phase} */
const OPTIONS = {
  floor: 'both',
  seconds: [150, 300, 420],
  role: { floor: 'live-role-both' },
  prompt: { floor: 'shared-problem-solving-options' },
  small: { floor: 'shared-problem-solving-options-small' },
  part: 'board',
  stages: [
    { when: ['voice'], prompt: { floor: 'shared-problem-solving-options' }, small: { floor: 'shared-problem-solving-options-voice' } },
  ],
  cues: [
    { at_s: 0, message: 'shared-problem-solving-cue-unusual', to: 'both' },
    { at_s: 60, message: 'shared-problem-solving-cue-both', to: 'both' },
    { at_s: 150, message: 'shared-problem-solving-cue-friend', to: 'both' },
    { at_s: 240, message: 'shared-problem-solving-cue-last-time', to: 'both' },
  ],
  shows: [CONCERNS],
  fields: ['option'],
  sound: { start: 'tone', end: 'bell' },
  reader: 'shared-problem-solving-options-reader',
  actions: [ready('shared-problem-solving-that-is-all'), MORE, UNDERSTAND_FIRST],
};

/** On a table each adds their own in turn, so that a line has its right writer. @type {Phase} */
const OPTIONS_TABLE = {
  ...OPTIONS,
  floor: 'teller',
  seconds: [75, 150, 210],
  role: { floor: 'live-role-floor', other: 'shared-problem-solving-they-add' },
  stages: [],
  cues: OPTIONS.cues?.slice(0, 2).map(({ at_s, message }) => ({ at_s: at_s ?? 0, message })) ?? [],
  actions: [PASS, MORE, UNDERSTAND_FIRST],
};

/** @type {Phase} */
const GIVE = {
  floor: 'both',
  seconds: [210, 480, 780],
  role: { floor: 'live-role-both' },
  prompt: { floor: 'shared-problem-solving-give' },
  small: { floor: 'shared-problem-solving-give-small' },
  part: 'board',
  cues: [
    { at_s: 0, message: 'shared-problem-solving-cue-start', to: 'both' },
    { at_s: 90, message: 'shared-problem-solving-cue-need', to: 'both' },
    { at_s: 210, message: 'shared-problem-solving-cue-let-go', to: 'both' },
    { at_s: 330, message: 'shared-problem-solving-cue-smaller', to: 'both' },
  ],
  shows: [GROUPS],
  sound: { start: 'tone', end: 'bell' },
  actions: [ready('shared-problem-solving-this-one'), MORE, UNDERSTAND_FIRST, NO_AGREEMENT],
};

/** @param {string} to @returns {Action} */
const moreOptions = (to) => ({
  event: 'more-options',
  by: 'any',
  does: 'jump',
  to,
  message: 'shared-problem-solving-more-options',
  primary: true,
  when: NOTHING_SUITS,
});

/** From here to there, with what leads back. @param {0|1} turn @returns {FlowStep[]} */
const understand = (turn) => {
  const n = turn + 1;
  return [
    { phase: `restate-${n}`, turn },
    { phase: `missing-${n}`, turn, aside: true },
  ];
};

/** @type {FlowStep[]} */
const FIRST_HALF = [
  { phase: 'another-time', aside: true },
  { phase: 'name', turn: 0 },
  { phase: 'topic', turn: 0 },
  { phase: 'concerns', turn: 0 },
  { phase: 'concerns', turn: 1 },
  { phase: 'back', aside: true },
  ...understand(0),
  ...understand(1),
  { phase: 'gate' },
  { phase: 'another-day', aside: true },
  { phase: 'understood' },
];
/** @type {FlowStep[]} */
const LAST_PART = [
  { phase: 'no-agreement', aside: true },
  { phase: 'trial', turn: 0 },
  { phase: 'agree' },
  { phase: 'thanks', turn: 0 },
  { phase: 'thanks', turn: 1 },
];

/** @type {import('../core/practice-schema.js').Practice} */
const sharedProblemSolving = {
  ...summaryOf('shared-problem-solving'),
  isHeavy: true,
  warning: 'shared-problem-solving-warning',
  words: {
    title: 'shared-problem-solving-title',
    line: 'shared-problem-solving-line',
    promise: 'shared-problem-solving-promise',
    why: 'shared-problem-solving-why',
    source: 'shared-problem-solving-source',
    kept: 'shared-problem-solving-kept',
  },
  phases: {
    begin: begin('shared-problem-solving-absent'),
    fit: FIT,
    'fit-table': FIT_TABLE,
    'another-time': ANOTHER_TIME,
    name: {
      floor: 'teller',
      seconds: [30, 60, 60],
      role: { floor: 'shared-problem-solving-you-name', other: 'shared-problem-solving-they-name' },
      prompt: { floor: 'shared-problem-solving-name' },
      small: { floor: 'shared-problem-solving-name-small' },
      stems: 'topics',
      part: 'board',
      cues: [{ at_s: 0, message: 'shared-problem-solving-name-help' }],
      fields: ['topic'],
      sound: { start: 'tone' },
      reader: 'shared-problem-solving-name-reader',
      actions: [said('named', 'practice-ready')],
    },
    topic: {
      floor: 'listener',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'shared-problem-solving-is-it-topic', other: 'shared-problem-solving-topic-asked' },
      small: { floor: 'shared-problem-solving-warning', other: 'shared-problem-solving-warning' },
      part: 'board',
      shows: [TOPIC],
      actions: [
        said('topic-yes', 'practice-yes'),
        { event: 'change-topic', by: 'floor', does: 'goto', to: 'name', message: 'shared-problem-solving-change' },
      ],
    },
    concerns: {
      floor: 'teller',
      seconds: [90, 180, 300],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: { list: 'concern-prompts', by: 'day' } },
      small: { floor: 'shared-problem-solving-concerns-small' },
      part: 'board',
      cues: [
        { at_s: 0, message: 'shared-problem-solving-cue-nothing' },
        { at_s: 40, message: 'shared-problem-solving-cue-protect' },
        { at_s: 90, message: 'shared-problem-solving-cue-same-time' },
      ],
      shows: [TOPIC],
      fields: ['concern'],
      sound: { start: 'tone', end: 'bell' },
      urges: true,
      actions: [PASS, MORE],
    },
    back: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'shared-problem-solving-back' },
      small: { floor: 'shared-problem-solving-back-small' },
      sound: { start: 'tone' },
      actions: [said('begin-again', 'live-go-on')],
    },
    'restate-1': restate(1),
    'missing-1': missing(1),
    'restate-2': restate(2),
    'missing-2': missing(2),
    gate: {
      floor: 'both',
      seconds: null,
      isGate: true,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'shared-problem-solving-gate' },
      small: { floor: 'shared-problem-solving-gate-small' },
      part: 'board',
      stages: [{ when: ['ready'], prompt: { floor: 'shared-problem-solving-gate' }, small: { floor: 'live-ready-first' } }],
      actions: [
        { ...ready('shared-problem-solving-understood-yes'), when: ['!one-phone'] },
        { ...ready('shared-problem-solving-understood-yes-both'), when: ['one-phone'] },
        { event: 'once-more', by: 'floor', does: 'jump', to: 'back', message: 'shared-problem-solving-once-more' },
        { event: 'another-day', by: 'floor', does: 'jump', to: 'another-day', message: 'shared-problem-solving-another-day-button' },
      ],
    },
    'another-day': {
      ...end('shared-problem-solving-another-day', 'shared-problem-solving-another-day-small'),
      actions: [
        CLOSE,
        { event: 'listen', by: 'floor', does: 'close', message: 'shared-problem-solving-listen', opens: 'structured-listening' },
      ],
    },
    understood: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'shared-problem-solving-understood' },
      small: { floor: 'shared-problem-solving-understood-small' },
      sound: { start: 'tone' },
      reader: 'shared-problem-solving-understood-reader',
      actions: [said('to-options', 'shared-problem-solving-to-options')],
    },
    options: OPTIONS,
    'options-table': OPTIONS_TABLE,
    marks: {
      floor: 'each',
      seconds: [30, 60, 60],
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'shared-problem-solving-marks' },
      small: { floor: 'shared-problem-solving-marks-small' },
      part: 'board',
      stages: [
        { when: ['voice'], prompt: { floor: 'shared-problem-solving-marks-voice' } },
        { when: ['ready'], prompt: { floor: 'shared-problem-solving-marks-ready' }, small: { floor: 'live-ready-first' } },
      ],
      fields: ['mark'],
      actions: [ready('practice-ready'), UNDERSTAND_FIRST],
    },
    opened: {
      floor: 'each',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'shared-problem-solving-opened' },
      part: 'board',
      sound: { start: 'tone' },
      steps: [
        {
          id: 'nothing',
          when: NOTHING_SUITS,
          prompt: 'shared-problem-solving-nothing-suits',
          small: 'shared-problem-solving-nothing-suits-small',
          shows: [GROUPS],
          actions: [moreOptions('options'), { event: 'opened-on', by: 'floor', does: 'on', message: 'live-go-on' }, NO_AGREEMENT],
        },
        ...['mark=0', 'mark=1'].map((condition, i) => ({
          id: i === 0 ? 'loved' : 'liveable',
          when: i === 0 ? [condition] : ['!mark=0', condition],
          prompt: 'shared-problem-solving-opened',
          shows: [GROUPS],
          actions: [
            {
              event: 'opened-on',
              by: /** @type {const} */ ('floor'),
              does: /** @type {const} */ ('on'),
              message: 'live-go-on',
              primary: true,
            },
          ],
        })),
        {
          id: 'aloud',
          when: ['!has:mark'],
          prompt: 'shared-problem-solving-opened-aloud',
          small: 'shared-problem-solving-opened-aloud-small',
          shows: [{ field: 'option', of: 'both' }],
          actions: [{ event: 'opened-on', by: 'floor', does: 'on', message: 'live-go-on', primary: true }],
        },
        {
          id: 'why-not',
          when: ['mark=3'],
          prompt: 'shared-problem-solving-why-not',
          small: 'shared-problem-solving-why-not-small',
          fields: ['why-not'],
          actions: shareOrKeep('why-not', 'why-not'),
        },
      ],
      actions: [UNDERSTAND_FIRST],
    },
    'opened-table': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'shared-problem-solving-opened-aloud' },
      small: { floor: 'shared-problem-solving-opened-aloud-small' },
      part: 'board',
      stages: [
        { when: ['has:mark'], prompt: { floor: 'shared-problem-solving-opened' } },
        {
          when: NOTHING_SUITS,
          prompt: { floor: 'shared-problem-solving-nothing-suits' },
          small: { floor: 'shared-problem-solving-nothing-suits-small' },
        },
      ],
      shows: [GROUPS, { field: 'option', of: 'both', when: ['!has:mark'] }],
      sound: { start: 'tone' },
      actions: [
        moreOptions('options-table'),
        { event: 'opened-on', by: 'floor', does: 'next', message: 'live-go-on', primary: true, when: ['mark=0'] },
        { event: 'opened-on', by: 'floor', does: 'next', message: 'live-go-on', primary: true, when: ['!mark=0', 'mark=1'] },
        { event: 'opened-on', by: 'floor', does: 'next', message: 'live-go-on', primary: true, when: ['!has:mark'] },
        { event: 'opened-on', by: 'floor', does: 'next', message: 'live-go-on', when: NOTHING_SUITS },
        UNDERSTAND_FIRST,
        { ...NO_AGREEMENT, when: NOTHING_SUITS },
      ],
    },
    give: {
      ...GIVE,
      shows: [
        GROUPS,
        { field: 'option', of: 'both', when: ['!has:mark'] },
        { field: 'version', of: 'them', label: 'shared-problem-solving-version' },
        { field: 'why-not', of: 'them', label: 'shared-problem-solving-why-not-label' },
      ],
      fields: ['version'],
    },
    'give-table': { ...GIVE, shows: [GROUPS, { field: 'option', of: 'both', when: ['!has:mark'] }] },
    trial: {
      floor: 'listener',
      seconds: [120, 180, 270],
      role: { floor: 'shared-problem-solving-you-write', other: 'shared-problem-solving-they-write' },
      prompt: { floor: 'shared-problem-solving-trial' },
      small: { floor: 'shared-problem-solving-trial-small' },
      part: 'board',
      cues: [{ at_s: 0, message: 'shared-problem-solving-cue-trial' }],
      fields: ['trial', 'review'],
      sound: { start: 'tone' },
      actions: [
        { event: 'trial-written', by: 'floor', does: 'next', message: 'practice-ready', primary: true, when: ['mine:trial'] },
        { event: 'trial-said', by: 'floor', does: 'next', message: 'practice-said-it', when: ['!mine:trial'], isVoiced: true },
        UNDERSTAND_FIRST,
        NO_AGREEMENT,
      ],
    },
    agree: {
      floor: 'both',
      seconds: null,
      isGate: true,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'shared-problem-solving-agree' },
      small: { floor: 'shared-problem-solving-agree-small' },
      part: 'board',
      stages: [{ when: ['ready'], prompt: { floor: 'shared-problem-solving-not-agreed' }, small: { floor: 'live-ready-first' } }],
      shows: TRIAL,
      reader: 'shared-problem-solving-agree',
      actions: [
        { ...ready('practice-yes'), when: ['!one-phone'] },
        { ...ready('shared-problem-solving-agree-both'), when: ['one-phone'] },
        { event: 'change-trial', by: 'floor', does: 'jump', to: 'trial', message: 'shared-problem-solving-change' },
        UNDERSTAND_FIRST,
        { ...NO_AGREEMENT, message: 'practice-leave-it' },
      ],
    },
    'no-agreement': end('shared-problem-solving-none', 'shared-problem-solving-none-small'),
    thanks: {
      floor: 'teller',
      seconds: [30, 60, 75],
      role: { floor: 'live-role-floor', other: 'shared-problem-solving-they-thank' },
      prompt: { floor: 'shared-problem-solving-thanks' },
      small: { floor: 'shared-problem-solving-thanks-small' },
      part: 'board',
      cues: [{ at_s: 0, message: 'shared-problem-solving-cue-take-in' }],
      sound: { end: 'bell' },
      actions: [said('thanked', 'practice-said-it')],
    },
    heard: HEARD,
    end: { ...end('shared-problem-solving-end', 'shared-problem-solving-end-small'), shows: TRIAL },
    // in own time
    'own-name': fitFirst({
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'shared-problem-solving-name', other: 'practice-nothing-to-do' },
      small: { floor: 'shared-problem-solving-own-name-small' },
      part: 'afraid',
      fields: ['topic', 'concern'],
      actions: [
        { event: 'send-topic', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:topic', 'mine:concern'] },
      ],
    }),
    'own-concern': fitFirst({
      floor: 'teller',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'shared-problem-solving-concern-1', other: 'practice-sent' },
      small: { floor: 'shared-problem-solving-own-concern-small' },
      part: 'afraid',
      shows: [{ ...TOPIC, to: 'floor' }],
      fields: ['concern'],
      actions: [{ event: 'send-concern', by: 'floor', does: 'next', message: 'practice-send', primary: true, when: ['mine:concern'] }],
    }),
    'own-restate-1': ownRestate(1),
    'own-judge-1': ownJudge(1),
    'own-restate-2': ownRestate(2),
    'own-judge-2': ownJudge(2),
    meet: {
      ...end('shared-problem-solving-meet', 'shared-problem-solving-meet-small'),
      shows: [TOPIC, CONCERNS, { field: 'restated', of: 'both', label: 'shared-problem-solving-restated' }],
    },
    // alone
    'alone-name': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'shared-problem-solving-name' },
      small: { floor: 'shared-problem-solving-name-small' },
      fields: ['alone-topic', 'alone-concern'],
      actions: [{ event: 'next', by: 'floor', does: 'on', message: 'practice-next', primary: true }],
    },
    guess: aloneEnd('shared-problem-solving-alone', ['alone-guess']),
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'fit' },
      ...FIRST_HALF,
      { phase: 'options' },
      { phase: 'marks' },
      { phase: 'opened' },
      { phase: 'give' },
      ...LAST_PART,
      { phase: 'heard' },
      { phase: 'end' },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'fit-table' },
      ...FIRST_HALF,
      { phase: 'options-table', turn: 0 },
      { phase: 'options-table', turn: 1 },
      { phase: 'marks' },
      { phase: 'opened-table' },
      { phase: 'give-table' },
      ...LAST_PART,
      { phase: 'end' },
    ],
    'own-time': [
      { phase: 'own-name', turn: 0 },
      { phase: 'own-concern', turn: 1 },
      { phase: 'own-restate-1', turn: 0 },
      { phase: 'own-judge-1', turn: 0 },
      { phase: 'own-restate-2', turn: 1 },
      { phase: 'own-judge-2', turn: 1 },
      { phase: 'meet' },
    ],
    alone: [{ phase: 'alone-name' }, { phase: 'guess' }],
  },
  lists: {
    topics: ids('shared-problem-solving-topic', 14),
    'concern-prompts': ids('shared-problem-solving-concern', 4),
    marks: ids('shared-problem-solving-mark', 3),
    groups: ids('shared-problem-solving-group', 4),
    reviews: ids('shared-problem-solving-review', 3),
    heard: HEARD_LIST,
    steady: STEADY_LIST,
  },
  fields: [
    STEADY_FIELD,
    {
      name: 'topic',
      writer: 'teller',
      privateUntil: 'ready',
      max: 60,
      share: true,
      label: 'shared-problem-solving-us-and',
      placeholder: 'shared-problem-solving-topic-placeholder',
    },
    {
      name: 'concern',
      writer: 'teller',
      privateUntil: 'ready',
      kind: 'lines',
      max: 160,
      count: 6,
      share: true,
      label: 'shared-problem-solving-concern',
      placeholder: 'shared-problem-solving-concern-placeholder',
    },
    {
      name: 'option',
      writer: 'each',
      privateUntil: 'written',
      kind: 'lines',
      isOneList: true,
      max: 120,
      count: 8,
      share: true,
      label: 'shared-problem-solving-option',
      placeholder: 'shared-problem-solving-option-placeholder',
    },
    {
      name: 'mark',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      options: 'marks',
      from: 'option',
      joint: 'groups',
      max: 1,
      share: false,
    },
    {
      name: 'why-not',
      writer: 'each',
      privateUntil: 'shared',
      max: 240,
      share: false,
      keeps: true,
      label: 'shared-problem-solving-why-not-label',
      placeholder: 'shared-problem-solving-why-not-placeholder',
    },
    {
      name: 'version',
      writer: 'each',
      privateUntil: 'written',
      kind: 'lines',
      max: 120,
      count: 3,
      share: true,
      label: 'shared-problem-solving-version',
    },
    {
      name: 'trial',
      writer: 'listener',
      privateUntil: 'ready',
      agreedAt: 'end',
      max: 200,
      share: true,
      label: 'shared-problem-solving-trial-label',
      placeholder: 'shared-problem-solving-trial-placeholder',
    },
    {
      name: 'review',
      writer: 'listener',
      privateUntil: 'ready',
      agreedAt: 'end',
      kind: 'choice',
      options: 'reviews',
      max: 1,
      share: true,
      label: 'shared-problem-solving-review',
    },
    HEARD_FIELD,
    { name: 'restated', writer: 'listener', privateUntil: 'ready', max: 240, share: true, label: 'shared-problem-solving-restated' },
    { name: 'missing', writer: 'teller', privateUntil: 'ready', max: 160, share: true, label: 'shared-problem-solving-missing-label' },
    {
      name: 'alone-topic',
      writer: 'each',
      privateUntil: 'always',
      max: 60,
      share: false,
      keeps: true,
      label: 'shared-problem-solving-us-and',
      placeholder: 'shared-problem-solving-topic-placeholder',
    },
    {
      name: 'alone-concern',
      writer: 'each',
      privateUntil: 'always',
      max: 500,
      share: false,
      keeps: true,
      label: 'shared-problem-solving-alone-concern',
    },
    {
      name: 'alone-guess',
      writer: 'each',
      privateUntil: 'always',
      max: 500,
      share: false,
      keeps: true,
      label: 'shared-problem-solving-alone-guess',
    },
  ],
  edges: {
    absent: 'shared-problem-solving-absent',
    stopped: 'shared-problem-solving-stopped',
    paused: 'shared-problem-solving-paused',
    bell: 'live-take-what-you-need',
    back: 'shared-problem-solving-you-are-back',
    skipped: 'shared-problem-solving-skipped',
    empty: 'shared-problem-solving-empty',
    lot: 'shared-problem-solving-lot',
  },
  followUps: [
    { message: 'shared-problem-solving-after-act', to: 'act' },
    { message: 'shared-problem-solving-after-calendar', to: 'calendar' },
    { message: 'shared-problem-solving-after-retreat', to: 'retreat' },
    { message: 'shared-problem-solving-after-request', to: 'request' },
  ],
};

export { sharedProblemSolving };
