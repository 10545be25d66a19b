import { HEARD_FIELD, HEARD_LIST, HEARD, MORE, ANOTHER_TIME, FIT_TABLE, FIT, ids, end, ready, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 21, the weekly reflection retreat: half an hour along one agenda, and at its end one small change or none. What was gathered in the week,
 * the threads that lie open and the change of last time come from app/retreats.js. Data only.
 */

/**
 * @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Show} Show
 * @typedef {import('../core/practice-schema.js').Field} Field
 */

const RAISED = Object.freeze(['working', 'not-working', 'need']);

/** The change of last time, in its own words. */
const LAST = Object.freeze({ list: 'deck:last', count: 1, to: /** @type {const} */ ('both'), isGiven: true });

/** @type {Show[]} */
const CHANGE = [
  { field: 'change', of: 'listener', label: 'weekly-retreat-change-label' },
  { field: 'who', of: 'listener', label: 'weekly-retreat-who' },
  { field: 'when', of: 'listener', label: 'weekly-retreat-when' },
];

/** @type {Action} */
const NO_CHANGE = { event: 'no-change', by: 'any', does: 'jump', to: 'no-change', message: 'weekly-retreat-no-change-button' };

/** Passing the floor raises the lines that stand under the prompt. @type {Action} */
const RAISE_AND_PASS = { event: 'pass', by: 'floor', does: 'share-on', message: 'live-pass-floor', primary: true, isVoiced: true };

/** What was hard, and said back; with nothing to raise, on to where nothing follows. @param {1|2} n @returns {Record<string, Phase>} */
const hard = (n) => ({
  [`not-working-${n}`]: {
    floor: 'teller',
    seconds: [90, 180, 300],
    role: { floor: 'live-role-floor', other: 'live-role-listen' },
    prompt: { floor: { list: 'not-working-prompts', by: 'day' } },
    small: { floor: 'weekly-retreat-not-working-small' },
    part: 'agenda',
    cues: [
      { at_s: 0, message: 'weekly-retreat-cue-one-side' },
      { at_s: 45, message: 'weekly-retreat-cue-need' },
      { at_s: 100, message: 'weekly-retreat-cue-heard' },
    ],
    fields: ['not-working', 'need'],
    setsAside: {
      event: 'onto-list',
      message: 'weekly-retreat-onto-list',
      small: 'weekly-retreat-come-back',
      from: 'not-working',
      to: 'brought',
    },
    sound: { start: 'tone', end: 'bell' },
    urges: true,
    actions: [
      RAISE_AND_PASS,
      { event: 'nothing', by: 'floor', does: 'goto', to: n === 1 ? 'not-working-2' : 'threads', message: 'weekly-retreat-nothing' },
      MORE,
    ],
  },
  [`said-back-${n}`]: {
    floor: 'listener',
    seconds: [45, 60, 90],
    role: { floor: 'live-role-floor', other: 'live-role-says-back' },
    prompt: { floor: 'weekly-retreat-say-back', other: 'weekly-retreat-hear-it' },
    small: { floor: 'weekly-retreat-say-back-small' },
    part: 'agenda',
    stages: [
      { when: ['said'], prompt: { floor: 'weekly-retreat-they-check', other: 'weekly-retreat-is-that-it' } },
      { when: ['nearly'], prompt: { floor: 'weekly-retreat-hear-rest', other: 'weekly-retreat-say-rest' } },
    ],
    shows: [{ field: 'not-working', of: 'teller' }],
    sound: { start: 'tone' },
    actions: [
      {
        event: 'said',
        by: 'floor',
        does: 'flag',
        flag: 'said',
        message: 'weekly-retreat-done',
        primary: true,
        when: ['!voice', '!nearly'],
      },
      { event: 'said', by: 'floor', does: 'next', message: 'weekly-retreat-done', primary: true, when: ['voice'], isVoiced: true },
      {
        event: 'yes-that',
        by: 'other',
        does: 'next',
        message: 'weekly-retreat-yes-that',
        primary: true,
        when: ['said', '!nearly', '!voice'],
      },
      { event: 'nearly', by: 'other', does: 'flag', flag: 'nearly', message: 'weekly-retreat-nearly', when: ['said', '!voice'] },
      { event: 'said-rest', by: 'other', does: 'next', message: 'practice-said-it', primary: true, when: ['nearly', '!voice'] },
    ],
  },
});

/** From the gathering to the close, on two phones. @type {FlowStep[]} */
const AGENDA = [
  { phase: 'breathe' },
  { phase: 'thanks', turn: 0 },
  { phase: 'thanks', turn: 1 },
  { phase: 'last', dealt: 'last' },
  { phase: 'last-open', dealt: 'last' },
  { phase: 'fate', dealt: 'last' },
  { phase: 'working', turn: 1 },
  { phase: 'working', turn: 0 },
  { phase: 'tea', lengths: ['long'] },
  { phase: 'tea-time', lengths: ['long'], aside: true },
  { phase: 'not-working-1', turn: 0 },
  { phase: 'said-back-1', turn: 0 },
  { phase: 'not-working-2', turn: 1 },
  { phase: 'said-back-2', turn: 1 },
  { phase: 'threads' },
  { phase: 'picked' },
  { phase: 'change', turn: 0 },
  { phase: 'agree' },
  { phase: 'no-change', aside: true },
  { phase: 'thank', turn: 0 },
  { phase: 'thank', turn: 1 },
  { phase: 'next' },
];

/** @typedef {Pick<Field, 'name'|'label'|'placeholder'|'max'>} Named */

/** What one writes in a line. @type {Readonly<Record<'working'|'not-working'|'need', Named>>} */
const LINES = Object.freeze({
  working: { name: 'working', max: 240, label: 'weekly-retreat-working-label', placeholder: 'weekly-retreat-working-placeholder' },
  'not-working': {
    name: 'not-working',
    max: 240,
    label: 'weekly-retreat-not-working-label',
    placeholder: 'weekly-retreat-not-working-placeholder',
  },
  need: { name: 'need', max: 160, label: 'weekly-retreat-need-label', placeholder: 'weekly-retreat-need-placeholder' },
});

/** Lines of one's own, raised or kept. @param {Named} named @returns {Field} */
const lines = (named) => ({
  ...named,
  writer: 'each',
  privateUntil: 'shared',
  kind: 'lines',
  count: 6,
  share: false,
  keeps: true,
  says: 'weekly-retreat-when-passed',
});

/** Of one sitting alone, for the next time. @param {Named} named @returns {Field} */
const own = (named) => ({ ...named, name: `own-${named.name}`, writer: 'each', privateUntil: 'always', share: false });

/** A choice that nobody sees, only what comes of both. @param {string} name @param {string} options @param {Partial<Field>} more @returns {Field} */
const blind = (name, options, more) => ({
  name,
  writer: 'each',
  privateUntil: 'blind',
  kind: 'choice',
  options,
  max: 1,
  share: false,
  ...more,
});

/** Typed by one, seen by both, and theirs only with both yes. @param {Named} named @returns {Field} */
const typed = (named) => ({
  ...named,
  writer: 'listener',
  privateUntil: 'written',
  share: true,
  keeps: true,
  staysIf: 'both:agreed',
});

/** @param {string} name @returns {Action} */
const onWith = (name) => ({
  event: `on-${name}`,
  by: 'floor',
  does: 'on',
  message: 'practice-next',
  primary: true,
  when: [`mine:${name}`],
});

/** @type {import('../core/practice-schema.js').Practice} */
const weeklyRetreat = {
  ...summaryOf('weekly-retreat'),
  isHeavy: true,
  words: {
    title: 'weekly-retreat-title',
    line: 'weekly-retreat-line',
    promise: 'weekly-retreat-promise',
    why: 'weekly-retreat-why',
    source: 'weekly-retreat-source',
    kept: 'weekly-retreat-kept',
  },
  deals: [
    { deck: 'last', count: 1 },
    { deck: 'threads', count: 12 },
    { deck: 'stuck', count: 1 },
  ],
  phases: {
    begin: begin('weekly-retreat-absent'),
    fit: FIT,
    'fit-table': FIT_TABLE,
    'another-time': ANOTHER_TIME,
    gather: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-bring-today' },
      small: { floor: 'weekly-retreat-empty' },
      part: 'gather',
      fields: [...RAISED, 'brought'],
      actions: [ready('practice-ready')],
    },
    breathe: {
      floor: 'both',
      seconds: [30, 60, 90],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-breathe' },
      part: 'agenda',
      sound: { end: 'bell' },
      reader: 'weekly-retreat-breathe-reader',
      actions: [ready('live-begin')],
    },
    thanks: {
      floor: 'teller',
      seconds: [60, 180, 240],
      role: { floor: 'live-role-floor', other: 'weekly-retreat-role-receive' },
      prompt: { floor: 'weekly-retreat-thanks' },
      small: { floor: 'weekly-retreat-thanks-small', other: 'weekly-retreat-words-to-say' },
      part: 'agenda',
      cues: [
        { at_s: 0, message: 'weekly-retreat-cue-reach' },
        { at_s: 30, message: 'weekly-retreat-cue-nothing-back' },
      ],
      sound: { start: 'tone', end: 'bell' },
      reader: 'weekly-retreat-thanks-reader',
      actions: [said('pass', 'live-pass-floor'), MORE],
    },
    last: {
      floor: 'each',
      seconds: [90, 180, 240],
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-was-kept' },
      part: 'agenda',
      cards: LAST,
      stages: [{ when: ['voice'], prompt: { floor: 'weekly-retreat-last-aloud' } }],
      steps: [
        { id: 'kept', prompt: 'weekly-retreat-was-kept', fields: ['kept'], actions: [onWith('kept')] },
        { id: 'helped', prompt: 'weekly-retreat-did-help', fields: ['helped'], actions: [onWith('helped')] },
      ],
      actions: [{ event: 'said-aloud', by: 'floor', does: 'next', message: 'practice-said-it', primary: true, when: ['voice'] }],
    },
    'last-open': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-last-open' },
      part: 'agenda',
      cards: LAST,
      stages: [
        { when: ['!has:kept'], prompt: { floor: 'weekly-retreat-last-aloud' } },
        {
          when: ['has:kept', '!kept=0', '!kept=1', '!kept=2'],
          prompt: { floor: 'weekly-retreat-differ' },
          small: { floor: 'weekly-retreat-differ-small' },
        },
        { when: ['kept=2'], prompt: { floor: 'weekly-retreat-what-made-hard' }, small: { floor: 'weekly-retreat-each-one-thing' } },
        { when: ['dealt:stuck', 'helped=2'], prompt: { floor: 'weekly-retreat-stuck' }, small: { floor: 'weekly-retreat-stuck-small' } },
      ],
      shows: [
        { field: 'kept', of: 'both', words: 'kept-said' },
        { field: 'helped', of: 'both', words: 'helped-said' },
      ],
      sound: { start: 'tone' },
      actions: [ready('live-go-on')],
    },
    fate: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-fate' },
      part: 'agenda',
      cards: LAST,
      stages: [{ when: ['voice'], prompt: { floor: 'weekly-retreat-fate-aloud' } }],
      fields: ['fate'],
      actions: [
        { event: 'fate-ready', by: 'floor', does: 'ready', message: 'practice-ready', primary: true, when: ['mine:fate'] },
        { event: 'fate-said', by: 'floor', does: 'next', message: 'practice-said-it', primary: true, when: ['voice'] },
      ],
    },
    working: {
      floor: 'teller',
      seconds: [75, 180, 270],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: { list: 'working-prompts', by: 'day' } },
      small: { floor: 'weekly-retreat-working-small' },
      part: 'agenda',
      cues: [
        { at_s: 0, message: 'weekly-retreat-cue-enjoy' },
        { at_s: 60, message: 'weekly-retreat-cue-ask' },
      ],
      fields: ['working'],
      sound: { start: 'tone', end: 'bell' },
      actions: [RAISE_AND_PASS, MORE],
    },
    tea: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-tea' },
      part: 'agenda',
      actions: [
        { event: 'tea-now', by: 'floor', does: 'goto', to: 'tea-time', message: 'weekly-retreat-five-minutes' },
        { event: 'no-tea', by: 'floor', does: 'next', message: 'live-go-on', primary: true },
      ],
    },
    'tea-time': {
      floor: 'both',
      seconds: [300, 300, 300],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-tea-time' },
      part: 'agenda',
      sound: { end: 'bell' },
      actions: [ready('live-go-on')],
    },
    ...hard(1),
    ...hard(2),
    threads: {
      floor: 'each',
      seconds: [60, 120, 180],
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-which' },
      small: { floor: 'weekly-retreat-which-small' },
      part: 'agenda',
      cards: { list: 'deck:threads', count: 12, to: 'both', isGiven: true },
      stages: [
        { when: ['!dealt:threads', '!has:brought'], prompt: { floor: 'weekly-retreat-no-threads' } },
        { when: ['voice'], prompt: { floor: 'weekly-retreat-which-aloud' } },
        { when: ['ready'], prompt: { floor: 'live-ready-first' } },
      ],
      fields: ['thread'],
      actions: [ready('practice-ready')],
    },
    picked: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-picked' },
      small: { floor: 'weekly-retreat-picked-small' },
      part: 'agenda',
      stages: [
        { when: ['thread=none'], prompt: { floor: 'weekly-retreat-none' } },
        { when: ['!has:thread'], prompt: { floor: 'weekly-retreat-picked-aloud' } },
        { when: ['!dealt:threads', '!has:brought'], prompt: { floor: 'weekly-retreat-no-threads' } },
      ],
      shows: [{ field: 'thread', of: 'both', when: ['!thread=none'] }],
      sound: { start: 'tone' },
      actions: [
        ready('live-go-on'),
        {
          event: 'look-once-more',
          by: 'floor',
          does: 'goto',
          to: 'threads',
          message: 'weekly-retreat-once-more',
          when: ['thread=none', 'dealt:threads'],
        },
      ],
    },
    change: {
      floor: 'listener',
      seconds: [120, 180, 270],
      role: { floor: 'weekly-retreat-you-write', other: 'weekly-retreat-they-write' },
      prompt: { floor: 'weekly-retreat-change', other: 'weekly-retreat-change' },
      small: { floor: 'weekly-retreat-change-small', other: 'weekly-retreat-change-small' },
      part: 'agenda',
      shows: [
        { field: 'need', of: 'both', label: 'weekly-retreat-need-label' },
        ...CHANGE.map((show) => ({ ...show, to: /** @type {const} */ ('other') })),
      ],
      steps: [
        {
          id: 'write',
          stems: 'examples',
          prompt: 'weekly-retreat-change',
          small: 'weekly-retreat-change-small',
          fields: ['change', 'who', 'when'],
          actions: [onWith('change')],
        },
        {
          id: 'size',
          prompt: 'weekly-retreat-worst-day',
          actions: [
            { event: 'fits', by: 'floor', does: 'on', message: 'practice-yes', primary: true },
            { event: 'smaller', by: 'floor', does: 'step-back', message: 'weekly-retreat-smaller' },
          ],
        },
      ],
      sound: { start: 'tone', end: 'bell' },
      actions: [
        { event: 'as-it-is', by: 'floor', does: 'jump', to: 'thank', message: 'weekly-retreat-as-it-is', when: ['fate=0'] },
        { event: 'change-said', by: 'floor', does: 'next', message: 'practice-said-it', when: ['voice'], isVoiced: true },
        { ...NO_CHANGE, by: 'floor' },
        MORE,
      ],
    },
    agree: {
      floor: 'each',
      seconds: null,
      isGate: true,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-agree' },
      small: { floor: 'weekly-retreat-agree-small' },
      part: 'agenda',
      stages: [{ when: ['ready'], prompt: { floor: 'weekly-retreat-not-agreed' }, small: { floor: 'live-ready-first' } }],
      shows: CHANGE,
      reader: 'weekly-retreat-agree',
      actions: [
        { event: 'agreed', by: 'floor', does: 'ready', flag: 'agreed', scope: 'turn', message: 'practice-yes', primary: true },
        { event: 'change-it', by: 'floor', does: 'jump', to: 'change', message: 'weekly-retreat-change-it' },
        NO_CHANGE,
      ],
    },
    'no-change': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-no-change' },
      small: { floor: 'weekly-retreat-no-change-small' },
      part: 'agenda',
      actions: [ready('live-go-on')],
    },
    thank: {
      floor: 'teller',
      seconds: [30, 30, 60],
      role: { floor: 'live-role-floor', other: 'weekly-retreat-role-receive' },
      prompt: { floor: 'weekly-retreat-thank' },
      part: 'agenda',
      cues: [{ at_s: 0, message: 'weekly-retreat-cue-reach' }],
      sound: { end: 'bell' },
      actions: [said('thanked', 'practice-said-it')],
    },
    next: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-again' },
      small: { floor: 'weekly-retreat-again-small' },
      part: 'agenda',
      fields: ['next'],
      actions: [ready('practice-ready')],
    },
    heard: HEARD,
    end: { ...end('weekly-retreat-end', 'weekly-retreat-end-small'), shows: CHANGE },
    // in own time
    'own-lines': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-bring-today' },
      small: { floor: 'weekly-retreat-own-lines' },
      part: 'gather',
      cards: LAST,
      fields: ['working', 'not-working'],
      actions: [{ event: 'send-lines', by: 'floor', does: 'share-on', message: 'practice-send', primary: true }],
    },
    'own-reflect': {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-say-back' },
      shows: [
        { field: 'working', of: 'them', label: 'weekly-retreat-working-label' },
        { field: 'not-working', of: 'them', label: 'weekly-retreat-not-working-label' },
      ],
      stages: [{ when: ['ready'], prompt: { floor: 'live-ready-first' } }],
      fields: ['reflection'],
      actions: [ready('practice-send')],
    },
    'own-meet': {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'weekly-retreat-call' },
      small: { floor: 'weekly-retreat-call-small' },
      shows: [
        { field: 'reflection', of: 'them', label: 'weekly-retreat-reflection-label' },
        { field: 'need', of: 'both', label: 'weekly-retreat-need-label' },
      ],
      actions: [{ event: 'write-it', by: 'floor', does: 'ready', message: 'weekly-retreat-for-one-change', primary: true }, NO_CHANGE],
    },
    complete: { ...end('weekly-retreat-end', 'weekly-retreat-end-small'), shows: CHANGE },
    // alone
    alone: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'weekly-retreat-alone' },
      small: { floor: 'weekly-retreat-alone-small' },
      fields: ['own-working', 'own-not-working', 'own-need'],
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
      { phase: 'gather' },
      ...AGENDA,
      { phase: 'heard' },
      { phase: 'end' },
    ],
    'one-phone': [{ phase: 'begin' }, { phase: 'fit-table' }, { phase: 'another-time', aside: true }, ...AGENDA, { phase: 'end' }],
    'own-time': [
      { phase: 'own-lines' },
      { phase: 'own-reflect' },
      { phase: 'own-meet' },
      { phase: 'change', turn: 0 },
      { phase: 'agree' },
      { phase: 'no-change', aside: true },
      { phase: 'complete' },
    ],
    alone: [{ phase: 'alone' }],
  },
  lists: {
    'working-prompts': ids('weekly-retreat-working', 4),
    'not-working-prompts': ids('weekly-retreat-not-working', 4),
    examples: ids('weekly-retreat-example', 2),
    kept: ids('weekly-retreat-kept', 3),
    'kept-said': ids('weekly-retreat-kept-said', 3),
    helped: ids('weekly-retreat-helped', 4),
    'helped-said': ids('weekly-retreat-helped-said', 4),
    fates: ids('weekly-retreat-fate', 3),
    votes: ids('weekly-retreat-vote', 2),
    again: ids('weekly-retreat-again', 4),
    heard: HEARD_LIST,
  },
  fields: [
    lines(LINES.working),
    lines(LINES['not-working']),
    lines(LINES.need),
    {
      ...lines({ name: 'brought', max: 240, label: 'weekly-retreat-brought-label' }),
      privateUntil: 'ready',
      share: true,
      keeps: false,
      says: 'weekly-retreat-onto-the-list',
      isInPart: true,
    },
    blind('kept', 'kept', { joint: 'either', label: 'weekly-retreat-was-kept', says: 'weekly-retreat-both-lines' }),
    blind('helped', 'helped', { joint: 'either', label: 'weekly-retreat-did-help', says: 'weekly-retreat-both-lines' }),
    blind('fate', 'fates', { joint: 'least', otherwise: 2, label: 'weekly-retreat-fate', says: 'weekly-retreat-smaller-holds' }),
    blind('thread', 'votes', { kind: 'marks', from: 'brought', joint: 'chosen', says: 'weekly-retreat-if-both' }),
    typed({ name: 'change', max: 160, label: 'weekly-retreat-change-label', placeholder: 'weekly-retreat-change-placeholder' }),
    typed({ name: 'who', max: 40, label: 'weekly-retreat-who', placeholder: 'weekly-retreat-who-placeholder' }),
    typed({ name: 'when', max: 40, label: 'weekly-retreat-when', placeholder: 'weekly-retreat-when-placeholder' }),
    blind('next', 'again', { joint: 'same', label: 'weekly-retreat-again', says: 'weekly-retreat-if-both-chose' }),
    {
      name: 'reflection',
      writer: 'each',
      privateUntil: 'ready',
      max: 240,
      share: true,
      label: 'weekly-retreat-reflection-label',
    },
    HEARD_FIELD,
    own(LINES.working),
    own(LINES['not-working']),
    own(LINES.need),
  ],
  edges: {
    absent: 'weekly-retreat-absent',
    stopped: 'weekly-retreat-stopped',
    paused: 'weekly-retreat-paused',
    bell: 'weekly-retreat-bell',
    back: 'weekly-retreat-back',
    skipped: 'weekly-retreat-skipped',
    empty: 'weekly-retreat-empty',
    lot: 'weekly-retreat-lot',
  },
  followUps: [
    { message: 'weekly-retreat-after-act', to: 'act' },
    { message: 'weekly-retreat-after-request', to: 'request' },
    { message: 'weekly-retreat-after-moment', to: 'moment' },
    { message: 'weekly-retreat-after-listen', to: 'listen' },
    { message: 'weekly-retreat-after-solve', to: 'solve' },
  ],
  makes: ['own-working', 'own-not-working', 'own-need'].map((name) => ({ type: 'gathered', fields: [name], when: [`mine:${name}`] })),
};

export { weeklyRetreat };
