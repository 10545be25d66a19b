import { CLOSE, MORE, ids, begin } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 11, three appreciations: exact things the other did, read aloud in turn and only received. What is given lies in a jar (app/thanks.js). Data only. */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase @typedef {import('../core/practice-schema.js').FlowStep} FlowStep */
/** @typedef {1|2|3} Page @typedef {'first'|'second'} Side */

const PAGES = /** @type {const} */ ([1, 2, 3]);
const SIDES = /** @type {const} */ (['first', 'second']);
const linesOf = (/** @type {Page} */ page) => [`deed-${page}`, `shows-${page}`, `meant-${page}`, `when-${page}`];

/** @param {Page} page @param {Side} side */
const place = (page, side) => `read-${page}-${side}`;
/** @param {Page} page @param {Side} side */
const tablePlace = (page, side) => `table-${page}-${side}`;

/** @param {Page} page @returns {import('../core/practice-schema.js').Step} */
const write = (page) => ({
  id: `page-${page}`,
  fields: linesOf(page),
  actions: [
    ...(page < 3
      ? [
          /** @type {Action} */ ({
            event: 'another',
            by: 'floor',
            does: 'on',
            message: 'three-appreciations-another',
            when: [`mine:deed-${page}`],
          }),
        ]
      : []),
    ...(page > 1 ? [/** @type {Action} */ ({ event: 'back', by: 'floor', does: 'step-back', message: 'back' })] : []),
  ],
});

/** @type {Phase} */
const WRITE = {
  floor: 'each',
  seconds: [90, 180, 300],
  role: { floor: 'live-role-only-you' },
  prompt: { floor: { list: 'prompts', by: 'day' } },
  small: { floor: 'three-appreciations-usual' },
  steps: PAGES.map(write),
  stages: [{ when: ['ready'], prompt: { floor: 'three-appreciations-begin-both' } }],
  sound: { start: 'tone', end: 'bell' },
  reader: 'three-appreciations-write-reader',
  actions: [{ event: 'ready', by: 'floor', does: 'ready', message: 'practice-ready', primary: true }, MORE],
};

/**
 * Where the floor goes after a page: to the other; when the other has passed, on to one's own next page, or to the end.
 * @param {Page} page @param {Side} side @param {(page: Page, side: Side) => string} placeOf @param {string} end @param {readonly string[]} when @param {Partial<Action>} [more] @returns {Action[]}
 */
function passes(page, side, placeOf, end, when, more = {}) {
  const after = /** @type {Page} */ (page + 1);
  const others = side === 'first' ? placeOf(page, 'second') : page < 3 ? placeOf(after, 'first') : end;
  const own = page < 3 ? placeOf(after, side) : null;
  /** @type {(to: string, conditions: readonly string[], message: string) => Action} */
  const go = (to, conditions, message) => ({
    event: 'pass',
    by: 'floor',
    does: 'goto',
    to,
    message,
    primary: true,
    ...more,
    when: ['!voice', ...when, ...conditions],
  });
  return [
    go(others, ['!their:through'], more.message ?? 'live-pass-floor'),
    ...(own ? [go(own, ['their:through', `mine:deed-${after}`], more.message ?? 'practice-next')] : []),
    go(end, own ? ['their:through', `!mine:deed-${after}`] : ['their:through'], more.message ?? 'practice-next'),
  ];
}

/** By voice neither phone knows what the other still has: round by round, until one says that this was all. @param {Page} page @param {Side} side @returns {Action[]} */
const voicePasses = (page, side) => [
  {
    event: 'pass-aloud',
    by: 'floor',
    does: 'goto',
    to: side === 'first' ? place(page, 'second') : page < 3 ? place(/** @type {Page} */ (page + 1), 'first') : 'give',
    message: 'live-pass-floor',
    primary: true,
    isVoiced: true,
    when: ['voice'],
  },
  {
    event: 'that-was-all',
    by: 'floor',
    does: 'goto',
    to: 'give',
    message: 'three-appreciations-that-was-all',
    isVoiced: true,
    when: ['voice'],
  },
];

/** Nothing is written here: it may be said all the same. @param {Page} page @returns {import('../core/practice-schema.js').Stage} */
const nothingWritten = (page) => ({
  when: [`!mine:deed-${page}`],
  prompt: { floor: page === 1 ? 'three-appreciations-empty' : 'three-appreciations-one-more' },
  ...(page === 1 ? { small: { floor: 'three-appreciations-empty-small' } } : {}),
});

/** @type {Action} */
const SAY_IT = { event: 'say-it', by: 'floor', does: 'flag', flag: 'says', message: 'three-appreciations-say-it', primary: true };

/** One of three, said aloud and then tapped. @param {Page} page @returns {Action[]} */
const answers = (page) => {
  const field = `received-${page}`;
  /** @type {(event: string, value: number, when: string[]) => Action} */
  const answer = (event, value, when) => ({
    event,
    by: 'other',
    does: 'put',
    puts: [field, value],
    message: `three-appreciations-received-${value + 1}`,
    when,
  });
  const isOpen = [`!${field}=0`, `!${field}=1`];
  return [answer('thank-you', 0, isOpen), answer('take-in', 1, isOpen), answer('tell-me-more', 2, [`!mine:${field}`])];
};

/** @type {Readonly<Record<Page, readonly import('../core/practice-schema.js').Cue[]>>} */
const CUES = {
  1: [
    { at_s: 0, message: 'three-appreciations-cue-reach' },
    { at_s: 25, message: 'three-appreciations-cue-breath' },
  ],
  2: [
    { at_s: 0, message: 'three-appreciations-cue-agree' },
    { at_s: 25, message: 'three-appreciations-cue-breath' },
  ],
  3: [
    { at_s: 0, message: 'three-appreciations-cue-strange' },
    { at_s: 25, message: 'three-appreciations-cue-breath' },
  ],
};

/** @param {Page} page @param {Side} side @returns {Phase} */
const read = (page, side) => ({
  floor: 'teller',
  seconds: [30, 40, 80],
  role: { floor: 'live-role-floor', other: 'three-appreciations-role-receive' },
  prompt: { floor: 'three-appreciations-read' },
  small: { floor: 'three-appreciations-read-small' },
  part: 'page',
  shows: [
    ...linesOf(page).map(
      (field) => /** @type {const} */ ({ field, of: 'teller', to: 'floor', label: `three-appreciations-${field.slice(0, -2)}-label` }),
    ),
    { field: `received-${page}`, of: 'listener', to: 'floor', words: 'told' },
    { field: `received-${page}`, of: 'listener', to: 'other' },
  ],
  stages: [nothingWritten(page), { when: ['says'], prompt: { floor: 'three-appreciations-say-aloud' } }],
  cues: CUES[page],
  sound: { start: 'tone' },
  reader: { floor: 'three-appreciations-read-reader', other: 'three-appreciations-answers-reader' },
  actions: [
    ...passes(page, side, place, 'give', [`mine:deed-${page}`]),
    { ...SAY_IT, when: ['!voice', `!mine:deed-${page}`] },
    ...passes(page, side, place, 'give', [`!mine:deed-${page}`, 'says']),
    ...passes(page, side, place, 'give', [`!mine:deed-${page}`, '!says'], {
      event: 'pass-empty',
      flag: 'through',
      scope: 'turn',
      message: 'live-pass',
      primary: false,
    }),
    ...voicePasses(page, side),
    ...answers(page),
    MORE,
  ],
});

/** On one phone a page is opened by whoever holds it, and the three answers are words to say. @param {Page} page @param {Side} side @returns {Phase} */
const table = (page, side) => ({
  floor: 'teller',
  seconds: [30, 40, 80],
  role: { floor: 'live-role-floor', other: 'three-appreciations-role-receive' },
  prompt: { floor: 'three-appreciations-your-turn' },
  part: 'page',
  shows: linesOf(page).map((field) => ({
    field,
    of: 'teller',
    to: 'floor',
    label: `three-appreciations-${field.slice(0, -2)}-label`,
    when: ['opened'],
  })),
  stages: [
    { when: ['opened'], prompt: { floor: 'three-appreciations-read' }, small: { floor: 'three-appreciations-read-small' } },
    nothingWritten(page),
    { when: ['says'], prompt: { floor: 'three-appreciations-say-aloud' } },
  ],
  cues: [{ at_s: 0, message: 'three-appreciations-cue-words' }],
  sound: { start: 'tone' },
  actions: [
    {
      event: 'open-page',
      by: 'floor',
      does: 'flag',
      flag: 'opened',
      message: 'three-appreciations-open-page',
      primary: true,
      when: [`mine:deed-${page}`],
    },
    ...passes(page, side, tablePlace, 'close', [`mine:deed-${page}`, 'opened']),
    { ...SAY_IT, when: [`!mine:deed-${page}`] },
    ...passes(page, side, tablePlace, 'close', [`!mine:deed-${page}`, 'says']),
    ...passes(page, side, tablePlace, 'close', [`!mine:deed-${page}`, '!says'], {
      event: 'pass-empty',
      flag: 'through',
      scope: 'turn',
      message: 'live-pass',
      primary: false,
    }),
    MORE,
  ],
});

/** A third page is reached only by somebody who has one, or may have one. @param {(page: Page, side: Side) => string} placeOf @returns {FlowStep[]} */
const turns = (placeOf) =>
  PAGES.flatMap((page) =>
    SIDES.map((side) => ({
      phase: placeOf(page, side),
      turn: /** @type {0|1} */ (side === 'first' ? 0 : 1),
      ...(page === 3 ? { aside: true } : {}),
    })),
  );

/** @type {import('../core/practice-schema.js').Practice} */
const threeAppreciations = {
  ...summaryOf('three-appreciations'),
  words: {
    title: 'three-appreciations-title',
    line: 'three-appreciations-line',
    promise: 'three-appreciations-promise',
    why: 'three-appreciations-why',
    source: 'three-appreciations-source',
    kept: 'three-appreciations-kept',
  },
  places: { 'own-time': 'thanks/new' },
  phases: {
    begin: begin('three-appreciations-absent'),
    write: WRITE,
    ...Object.fromEntries(PAGES.flatMap((page) => SIDES.map((side) => [place(page, side), read(page, side)]))),
    ...Object.fromEntries(PAGES.flatMap((page) => SIDES.map((side) => [tablePlace(page, side), table(page, side)]))),
    give: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'three-appreciations-give' },
      part: 'page',
      steps: [
        ...PAGES.map((page) => ({
          id: `give-${page}`,
          when: [`mine:deed-${page}`],
          shows: linesOf(page).map((field) => ({
            field,
            of: /** @type {const} */ ('me'),
            label: `three-appreciations-${field.slice(0, -2)}-label`,
          })),
          actions: [
            /** @type {Action} */ ({
              event: `give-${page}`,
              by: 'floor',
              does: 'on',
              puts: [`give-${page}`, 1],
              message: 'practice-share',
              primary: true,
            }),
            /** @type {Action} */ ({
              event: `keep-${page}`,
              by: 'floor',
              does: 'on',
              puts: [`give-${page}`, 0],
              message: 'live-keep-for-me',
            }),
          ],
        })),
        {
          id: 'nothing',
          prompt: 'three-appreciations-nothing-to-give',
          when: PAGES.map((page) => `!mine:deed-${page}`),
          actions: [{ event: 'on-we-go', by: 'floor', does: 'on', message: 'live-go-on', primary: true }],
        },
      ],
      actions: [],
    },
    close: {
      floor: 'both',
      seconds: [30, 60, 120],
      role: { floor: null },
      prompt: { floor: 'three-appreciations-breaths' },
      small: { floor: 'three-appreciations-no-answer' },
      stages: [
        { when: ['one-phone'], prompt: { floor: 'three-appreciations-breaths' }, small: { floor: 'three-appreciations-one-phone-end' } },
      ],
      sound: { start: 'bell' },
      reader: 'three-appreciations-close-reader',
      isFinal: true,
      actions: [CLOSE],
    },
    // alone
    kept: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'three-appreciations-kept-for-now' },
      small: { floor: 'three-appreciations-read-together' },
      isFinal: true,
      actions: [
        { event: 'close', by: 'floor', does: 'close', message: 'practice-keep', primary: true },
        { event: 'erase', by: 'floor', does: 'close', message: 'live-erase', erases: true },
      ],
    },
  },
  flows: {
    live: [{ phase: 'begin' }, { phase: 'write' }, ...turns(place), { phase: 'give' }, { phase: 'close' }],
    'one-phone': [{ phase: 'begin' }, { phase: 'write' }, ...turns(tablePlace), { phase: 'close' }],
    alone: [{ phase: 'write' }, { phase: 'kept' }],
  },
  lists: {
    prompts: ids('three-appreciations-prompt', 6),
    received: ids('three-appreciations-received', 3),
    told: ids('three-appreciations-told', 3),
    gives: ids('three-appreciations-gives', 2),
  },
  fields: PAGES.flatMap((page) => [
    ...[
      { line: 'deed', max: 240 },
      { line: 'shows', max: 160 },
      { line: 'meant', max: 160 },
      { line: 'when', max: 40 },
    ].map(
      ({ line, max }) =>
        /** @type {import('../core/practice-schema.js').Field} */ ({
          name: `${line}-${page}`,
          writer: 'each',
          privateUntil: 'always',
          max,
          share: false,
          waits: true,
          isInPart: true,
          label: `three-appreciations-${line}-label`,
          placeholder: `three-appreciations-${line}-placeholder`,
          says: 'three-appreciations-only-you',
          ...(line === 'deed' ? { asks: 'wide' } : {}),
        }),
    ),
    {
      name: `received-${page}`,
      writer: 'listener',
      privateUntil: 'written',
      kind: 'choice',
      options: 'received',
      max: 1,
      share: false,
    },
    { name: `give-${page}`, writer: 'each', privateUntil: 'always', kind: 'choice', options: 'gives', max: 1, share: false },
  ]),
  edges: {
    absent: 'three-appreciations-absent',
    stopped: 'three-appreciations-stopped',
    paused: 'three-appreciations-paused',
    bell: 'live-take-what-you-need',
    back: 'three-appreciations-back',
    skipped: 'three-appreciations-skipped',
    empty: 'three-appreciations-empty',
    lot: 'three-appreciations-lot',
  },
  followUps: [
    { message: 'three-appreciations-after-moment', to: 'moment' },
    { message: 'three-appreciations-after-map', to: 'memory' },
    { message: 'three-appreciations-after-retreat', to: 'retreat', fills: 'deed-1' },
    { message: 'three-appreciations-after-together', to: 'together' },
  ],
  makes: PAGES.map((page) => ({
    type: 'thanks',
    fields: linesOf(page),
    as: Object.fromEntries(linesOf(page).map((field) => [field, field.slice(0, -2)])),
    theirs: { [`received-${page}`]: 'received' },
    when: [`mine:deed-${page}`],
    shared: { when: [`give-${page}=1`], fields: linesOf(page), isOfSession: true },
  })),
};

export { threeAppreciations };
