import { PASS, MORE, ids, end, ready, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 20, memory map, the weaving: both mark stones alone, tell their piece of each that both marked, find the sentence that leads on, and say how
 * it shows today. Stones, and the practice in own time and alone, are the map itself (app/memories.js), where what comes of a weaving lies. Data only.
 */

/**
 * @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Phase} Phase
 * @typedef {import('../core/practice-schema.js').Step} Step @typedef {import('../core/practice-schema.js').Field} Field @typedef {import('../core/practice-schema.js').Show} Show
 */

const STONES = [1, 2, 3, 4, 5];
/** A joining sentence leads from the stone of that number to the next. */
const JOINS = [1, 2, 3, 4];
const WAYS_TO_TELL = 4;
const LONG = ['long'];

/** Condition: both marked a stone to be told as this one. @param {number} stone from 1 */
const isLaid = (stone) => `stones=${stone - 1}`;

/** @param {number} stone @returns {Phase} what both telling turns have */
const telling = (stone) => ({
  floor: 'teller',
  seconds: [60, 90, 90],
  role: { floor: 'live-role-floor', other: 'memory-map-remembers' },
  prompt: { floor: `memory-map-tell-${((stone - 1) % WAYS_TO_TELL) + 1}` },
  small: { floor: 'memory-map-own-words' },
  stages: [{ when: ['passed'], prompt: { floor: 'memory-map-passed', other: 'memory-map-passed' } }],
  part: 'stone',
  cues: [
    { at_s: 0, message: 'memory-map-cue-differ' },
    { at_s: 35, message: 'memory-map-cue-notice' },
  ],
  sound: { start: 'tone' },
  urges: true,
  actions: [PASS, { event: 'pass-stone', by: 'floor', does: 'flag', flag: 'passed', message: 'memory-map-pass', when: ['!passed'] }, MORE],
});

/** Who begins a stone names it, where it is not laid yet; with a name it lies on the path. @param {number} stone @returns {Phase} */
const tell = (stone) => {
  const phase = telling(stone);
  return {
    ...phase,
    steps: [
      { id: 'stone', when: [isLaid(stone)], small: 'memory-map-own-words' },
      { id: 'aloud', when: ['voice'], prompt: 'memory-map-tell-aloud' },
      { id: 'new', prompt: 'memory-map-tell-new', small: 'memory-map-name-it', fields: [`title-${stone}`] },
    ],
    cards: { list: 'prompts', count: 1, to: 'both', isGiven: true, when: [`!${isLaid(stone)}`] },
    actions: [
      ...phase.actions,
      { event: 'draw-prompt', by: 'floor', does: 'draw', message: 'memory-map-draw', when: [`!${isLaid(stone)}`, '!passed'] },
    ],
  };
};

/** The other's piece of it. Where a fourth or fifth could follow, it does so only when both marked as many. @param {number} stone @returns {Phase} */
const tellToo = (stone) => {
  const phase = telling(stone);
  if (stone < 3 || stone === STONES.length) return phase;
  const isMore = isLaid(stone + 1);
  return {
    ...phase,
    actions: [
      { ...PASS, when: [isMore] },
      { ...PASS, event: 'pass-on', does: 'goto', to: 'today', when: [`!${isMore}`] },
      ...phase.actions.slice(1),
    ],
  };
};

/**
 * The sentence between two stones: whoever says so writes, the other sees it grow. It joins the path with a yes of both at one place, or with a line of
 * each; else it is taken back. The flag is that yes: the writer's own, and the other's.
 * @param {number} stone it leads on from @returns {Phase}
 */
const join = (stone) => {
  const line = `join-${stone}`;
  const flag = `joined-${stone}`;
  const yes = { flag, scope: /** @type {const} */ ('turn') };
  return {
    floor: 'both',
    seconds: [60, 120, 120],
    role: { floor: 'live-role-both' },
    prompt: { floor: 'memories-join-after' },
    part: 'stone',
    steps: [
      { id: 'offer', when: [`!${flag}`], small: 'memory-map-find-aloud' },
      { id: 'each', when: [`both:${flag}`], small: 'memory-map-side-by-side', fields: [line], shows: [{ field: line, of: 'them' }] },
      { id: 'wait', when: [`my:${flag}`, 'written'], small: 'live-ready-first', shows: [{ field: line, of: 'me' }] },
      { id: 'write', when: [`my:${flag}`], fields: [line] },
      { id: 'read', small: 'memory-map-they-write', shows: [{ field: line, of: 'them' }] },
    ],
    sound: { start: 'tone' },
    actions: [
      {
        event: 'i-write',
        by: 'floor',
        does: 'flag',
        ...yes,
        isEach: true,
        message: 'memory-map-i-write',
        primary: true,
        when: ['step:offer'],
      },
      { event: 'yes-aloud', by: 'floor', does: 'next', ...yes, message: 'memories-join-yes', when: ['step:offer', 'voice'] },
      { event: 'without-words', by: 'floor', does: 'next', message: 'memory-map-without', when: ['step:offer'] },
      {
        event: 'written',
        by: 'floor',
        does: 'flag',
        flag: 'written',
        message: 'practice-ready',
        primary: true,
        when: ['step:write', `mine:${line}`, '!voice'],
      },
      { event: 'written-aloud', by: 'floor', does: 'next', message: 'practice-ready', primary: true, when: ['step:write', 'voice'] },
      {
        event: 'yes-that',
        by: 'floor',
        does: 'next',
        ...yes,
        message: 'memories-join-yes',
        primary: true,
        when: ['step:read', 'written'],
      },
      {
        event: 'and-also',
        by: 'floor',
        does: 'flag',
        ...yes,
        isEach: true,
        message: 'memories-join-also',
        when: ['step:read', 'written', '!one-phone'],
      },
      { event: 'leave-it', by: 'floor', does: 'next', message: 'practice-leave-it', when: ['step:read', 'written'] },
      { event: 'leave-mine', by: 'floor', does: 'next', message: 'practice-leave-it', when: ['step:write'] },
      { ...ready('memory-map-keep-both'), event: 'both-lines', when: ['step:each'] },
      MORE,
    ],
  };
};

/** @type {readonly Show[]} */
const NARRATIVE = [
  ...STONES.flatMap(
    (stone) =>
      /** @type {Show[]} */ ([
        { field: `title-${stone}`, of: 'both' },
        ...(JOINS.includes(stone) ? [{ field: `join-${stone}`, of: /** @type {const} */ ('both') }] : []),
      ]),
  ),
  { field: 'today', of: 'both' },
];

/** First then second, the next stone second then first. @param {number} stone @returns {FlowStep[]} */
const turnsOf = (stone) => {
  const first = /** @type {0|1} */ ((stone + 1) % 2);
  const second = /** @type {0|1} */ (stone % 2);
  return [
    { phase: `tell-${stone}`, turn: first },
    { phase: `tell-${stone}-too`, turn: second, ...(stone === 1 ? { notice: 'memory-map-notice-two' } : {}) },
  ];
};

/** @type {FlowStep[]} */
const WEAVE = [
  { phase: 'choose', dealt: 'stones' },
  { phase: 'way' },
  ...turnsOf(1),
  { phase: 'join-1' },
  ...turnsOf(2),
  { phase: 'join-2' },
  ...turnsOf(3),
  ...[{ phase: 'join-3' }, ...turnsOf(4), { phase: 'join-4' }, ...turnsOf(5)].map((step) => ({ ...step, lengths: LONG })),
  { phase: 'today', turn: 1 },
  { phase: 'today', turn: 0 },
  { phase: 'close' },
  { phase: 'end' },
];

/** @type {import('../core/practice-schema.js').Practice} */
const memoryMap = {
  ...summaryOf('memory-map'),
  places: { 'own-time': 'memories', alone: 'memories' },
  words: {
    title: 'memory-map-title',
    line: 'memory-map-line',
    promise: 'memories-promise',
    why: 'memory-map-why',
    source: 'memory-map-source',
    kept: 'memories-shared-note',
  },
  deals: [{ deck: 'stones', count: 64 }],
  phases: {
    begin: begin('memory-map-absent'),
    choose: {
      floor: 'each',
      seconds: [90, 180, 180],
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'memory-map-which' },
      sound: { start: 'tone' },
      steps: [
        {
          id: 'mark',
          when: ['!voice'],
          fields: ['stones'],
          actions: [{ event: 'marked', by: 'floor', does: 'on', message: 'practice-ready', primary: true }],
        },
        {
          id: 'aloud',
          when: ['voice'],
          small: 'memory-map-which-aloud',
          actions: [{ event: 'marked-aloud', by: 'floor', does: 'on', message: 'memory-map-walk', primary: true }],
        },
      ],
      actions: [],
    },
    way: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'memory-map-way' },
      part: 'way',
      stages: [
        { when: [`!${isLaid(3)}`, '!voice'], prompt: { floor: 'memory-map-way' }, small: { floor: 'memory-map-way-fewer' } },
        { when: [`!${isLaid(1)}`, '!voice'], prompt: { floor: 'memory-map-tell-new' }, small: { floor: 'memory-map-way-none' } },
        { when: ['voice'], prompt: { floor: 'memory-map-which' }, small: { floor: 'memory-map-which-aloud' } },
        { when: ['ready'], prompt: { floor: 'live-ready-first' } },
      ],
      actions: [ready('memory-map-walk')],
    },
    ...Object.fromEntries(
      STONES.flatMap((stone) => [
        [`tell-${stone}`, tell(stone)],
        [`tell-${stone}-too`, tellToo(stone)],
      ]),
    ),
    ...Object.fromEntries(JOINS.map((stone) => [`join-${stone}`, join(stone)])),
    today: {
      floor: 'teller',
      seconds: [45, 60, 60],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'memories-join-today' },
      small: { floor: 'memory-map-ordinary' },
      cues: [{ at_s: 0, message: 'memory-map-cue-take-in' }],
      fields: ['today'],
      shows: [{ field: 'today', of: 'teller', to: 'other' }],
      sound: { start: 'tone' },
      actions: [PASS, { event: 'share-today', by: 'floor', does: 'share', field: 'today', message: 'memory-map-share-line' }, MORE],
    },
    close: {
      floor: 'both',
      seconds: [60, 120, 120],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'memory-map-came' },
      part: 'way',
      shows: NARRATIVE,
      sound: { start: 'bell' },
      steps: [
        { id: 'look', when: ['!my:changing'], small: 'memory-map-versions' },
        ...JOINS.map(
          (stone) =>
            /** @type {Step} */ ({
              id: `line-${stone}`,
              when: ['my:changing', `both:joined-${stone}`],
              small: 'memory-map-versions',
              fields: [`join-${stone}`],
              actions: [{ event: `line-${stone}-next`, by: 'floor', does: 'on', message: 'practice-next', primary: true }],
            }),
        ),
        { id: 'changed', when: ['my:changing'], small: 'memory-map-own-lines' },
      ],
      actions: [
        { ...ready('memory-map-keep-so'), event: 'keep-so', when: ['step:look'] },
        { ...ready('memory-map-keep-so'), event: 'keep-changed', when: ['step:changed'] },
        {
          event: 'change-line',
          by: 'floor',
          does: 'flag',
          flag: 'changing',
          isEach: true,
          message: 'memory-map-change-line',
          when: ['step:look', '!ready'],
        },
      ],
    },
    end: { ...end('memory-map-end', 'memory-map-end-small'), part: 'way', shows: NARRATIVE },
  },
  flows: {
    live: [{ phase: 'begin' }, ...WEAVE],
    'one-phone': [{ phase: 'begin' }, ...WEAVE],
  },
  lists: {
    marks: ids('memory-map-mark', 2),
    prompts: ids('memories-prompt', 24),
  },
  fields: [
    {
      name: 'stones',
      writer: 'each',
      privateUntil: 'blind',
      kind: 'marks',
      options: 'marks',
      from: 'deck:stones',
      joint: 'both',
      max: 1,
      share: false,
      isCode: true,
      says: 'memory-map-both-chose',
    },
    ...STONES.flatMap((stone) => [
      /** @type {Field} */ ({
        name: `title-${stone}`,
        writer: 'teller',
        privateUntil: 'written',
        max: 60,
        share: true,
        label: 'memories-field-title',
        placeholder: 'memories-field-title-placeholder',
      }),
      ...(JOINS.includes(stone)
        ? [
            /** @type {Field} */ ({
              name: `join-${stone}`,
              writer: 'each',
              privateUntil: 'written',
              max: 160,
              share: true,
              staysIf: `both:joined-${stone}`,
              label: 'memories-join-after',
              placeholder: 'memories-join-after-placeholder',
            }),
          ]
        : []),
    ]),
    {
      name: 'today',
      writer: 'teller',
      privateUntil: 'shared',
      max: 160,
      share: false,
      keeps: true,
      label: 'memories-join-today',
      placeholder: 'memories-join-today-placeholder',
    },
  ],
  edges: {
    absent: 'memory-map-absent',
    stopped: 'memory-map-stopped',
    paused: 'memory-map-paused',
    bell: 'live-take-what-you-need',
    back: 'memory-map-back',
    skipped: 'memory-map-skipped',
    empty: 'memories-empty',
    lot: 'memory-map-lot',
  },
  followUps: [
    { message: 'memory-map-after-moment', to: 'moment' },
    { message: 'memory-map-after-act', to: 'act' },
    { message: 'memory-map-after-together', to: 'together' },
  ],
  makes: [{ type: 'memory', fields: ['today'], by: 'memories' }],
};

export { memoryMap };
