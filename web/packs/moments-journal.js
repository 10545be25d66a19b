import { MORE, PASS, ids, end, ready, said, begin } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 14, moments journal: small moments, written by each alone (app/moments.js), and here read aloud to each other; then what to do again. A page
 * that was sealed opens on the other phone only when it was chosen here. Data only.
 */

/** @typedef {import('../core/practice-schema.js').Phase} Phase @typedef {import('../core/practice-schema.js').FlowStep} FlowStep @typedef {import('../core/practice-schema.js').Action} Action */

/** @param {0|1} turn @returns {FlowStep[]} */
const readBy = (turn) => [
  { phase: 'read', turn, ...(turn === 1 ? { notice: 'live-other-way-round' } : {}) },
  { phase: 'story', turn },
];

/** Something to do again, as one of them writes it; the other sees it as it is written. @param {'listener'|'teller'} floor @param {''|'-other'} which @param {Action} ask @returns {Phase} */
const again = (floor, which, ask) => ({
  floor,
  seconds: [70, 120, 150],
  role: { floor: 'live-role-both', other: 'live-role-both' },
  prompt: { floor: 'moments-journal-again', other: 'moments-journal-they-write' },
  small: { floor: 'moments-journal-again-small', other: 'moments-journal-again-small' },
  fields: [`again${which}`, `when${which}`],
  shows: [
    { field: `again${which}`, of: floor, to: 'other' },
    { field: `when${which}`, of: floor, to: 'other' },
  ],
  sound: { start: 'tone' },
  actions: [
    { ...ask, isVoiced: false, when: [`mine:again${which}`] },
    { ...ask, event: `asked-aloud${which}`, by: 'other', isVoiced: false, message: 'live-go-on', when: ['voice'] },
    {
      event: `no-idea${which}`,
      by: 'floor',
      does: 'goto',
      to: 'leave',
      message: 'moments-journal-good-once',
      when: [`!mine:again${which}`],
    },
    MORE,
  ],
});

/** The other's answer: only a yes makes it a plan. @param {'listener'|'teller'} floor who answers @param {''|'-other'} which @returns {Phase} */
const suits = (floor, which) => {
  const writer = floor === 'teller' ? 'listener' : 'teller';
  return {
    floor,
    seconds: null,
    role: { floor: 'live-role-both', other: 'live-role-both' },
    prompt: { floor: 'moments-journal-suits', other: 'moments-journal-asked' },
    shows: [
      { field: `again${which}`, of: writer },
      { field: `when${which}`, of: writer },
    ],
    actions: [
      {
        event: `suits${which}`,
        by: 'floor',
        does: 'next',
        flag: `agreed${which}`,
        scope: 'turn',
        message: 'practice-yes',
        primary: true,
        isVoiced: true,
      },
      ...(which
        ? []
        : [
            /** @type {Action} */ ({
              event: 'change-it',
              by: 'floor',
              does: 'goto',
              to: 'again-other',
              message: 'moments-journal-change',
              isVoiced: true,
            }),
          ]),
      { event: `not-now${which}`, by: 'floor', does: 'next', message: 'moments-journal-not-now', isVoiced: true },
    ],
  };
};

/** @type {import('../core/practice-schema.js').Practice} */
const momentsJournal = {
  ...summaryOf('moments-journal'),
  places: { 'own-time': 'moments', alone: 'moments/new' },
  words: {
    title: 'moments-journal-title',
    line: 'moments-journal-line',
    promise: 'moments-journal-promise',
    why: 'moments-journal-why',
    source: 'moments-journal-source',
    kept: 'moments-journal-kept',
  },
  phases: {
    begin: begin('moments-journal-absent'),
    settle: {
      floor: 'both',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'moments-journal-settle' },
      sound: { start: 'tone' },
      actions: [ready('practice-ready')],
    },
    choose: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'moments-journal-choose' },
      small: { floor: 'moments-journal-choose-small' },
      part: 'moment-choose',
      fields: ['pick'],
      sound: { start: 'tone' },
      actions: [
        { ...ready('moments-journal-this-one'), when: ['mine:pick'] },
        { ...ready('moments-journal-no-page'), event: 'no-page', primary: false, when: ['!mine:pick'] },
      ],
    },
    read: {
      floor: 'teller',
      seconds: [90, 120, 180],
      role: { floor: 'moments-journal-you-read', other: 'moments-journal-reads' },
      prompt: { floor: 'moments-journal-read' },
      stages: [
        {
          when: ['they-read'],
          prompt: { floor: 'moments-journal-their-voice', other: 'moments-journal-read-yours' },
        },
      ],
      cues: [
        { at_s: 0, message: 'moments-journal-cue-voice' },
        { at_s: 40, message: 'moments-journal-cue-nothing-to-add' },
      ],
      part: 'moment-read',
      shows: [{ field: 'pick', of: 'teller' }],
      sound: { start: 'tone', end: 'bell' },
      actions: [
        said('have-read', 'moments-journal-have-read'),
        { event: 'they-read', by: 'floor', does: 'flag', flag: 'they-read', message: 'moments-journal-they-read', when: ['!they-read'] },
        { event: 'pass-page', by: 'floor', does: 'next', message: 'live-pass' },
        MORE,
      ],
    },
    story: {
      floor: 'teller',
      seconds: [60, 90, 120],
      role: { floor: 'live-role-floor', other: 'live-role-listen' },
      prompt: { floor: 'moments-journal-story' },
      small: { floor: 'moments-journal-story-small' },
      cues: [
        { at_s: 0, message: 'moments-journal-cue-different' },
        { at_s: 30, message: 'moments-journal-cue-thanks' },
      ],
      sound: { start: 'tone', end: 'bell' },
      rests: true,
      actions: [PASS, MORE],
    },
    more: {
      floor: 'both',
      seconds: [150, 240, 330],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'moments-journal-more' },
      small: { floor: 'moments-journal-more-small' },
      cues: [
        { at_s: 0, message: 'moments-journal-cue-one-idea', to: 'both' },
        { at_s: 60, message: 'moments-journal-cue-easy', to: 'both' },
        { at_s: 120, message: 'moments-journal-cue-when', to: 'both' },
      ],
      sound: { start: 'tone', end: 'bell' },
      actions: [{ event: 'enough-more', by: 'floor', does: 'next', message: 'live-go-on', primary: true }, MORE],
    },
    again: again('listener', '', said('ask', 'moments-journal-ask')),
    suits: suits('teller', ''),
    'again-other': again('teller', '-other', {
      event: 'ask-other',
      by: 'floor',
      does: 'goto',
      to: 'suits-other',
      message: 'moments-journal-ask',
      primary: true,
      isVoiced: true,
    }),
    'suits-other': suits('listener', '-other'),
    'again-table': {
      floor: 'both',
      seconds: [70, 120, 150],
      role: { floor: 'live-role-both' },
      prompt: { floor: 'moments-journal-again' },
      small: { floor: 'moments-journal-again-small' },
      fields: ['again', 'when'],
      actions: [
        {
          event: 'both-yes',
          by: 'floor',
          does: 'next',
          flag: 'agreed',
          scope: 'turn',
          message: 'moments-journal-both-yes',
          primary: true,
          when: ['has:again'],
        },
        { event: 'not-now', by: 'floor', does: 'next', message: 'moments-journal-not-now', when: ['has:again'] },
        { event: 'no-idea', by: 'floor', does: 'next', message: 'moments-journal-good-once', when: ['!has:again'] },
      ],
    },
    leave: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'moments-journal-leave' },
      small: { floor: 'moments-journal-leave-small' },
      part: 'moment-leave',
      actions: [ready('live-go-on')],
    },
    end: {
      ...end('moments-journal-end'),
      stages: [
        { when: ['agreed'], prompt: { floor: 'moments-journal-planned' } },
        { when: ['agreed-other'], prompt: { floor: 'moments-journal-planned' } },
      ],
      shows: [
        { field: 'again', of: 'both', when: ['!has:again-other'] },
        { field: 'again-other', of: 'both' },
      ],
    },
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'settle' },
      { phase: 'choose' },
      ...readBy(0),
      ...readBy(1),
      { phase: 'more' },
      { phase: 'again', turn: 0 },
      { phase: 'suits', turn: 0 },
      { phase: 'again-other', turn: 0, aside: true },
      { phase: 'suits-other', turn: 0, aside: true },
      { phase: 'leave' },
      { phase: 'end' },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'settle' },
      { phase: 'choose' },
      ...readBy(0),
      ...readBy(1),
      { phase: 'more' },
      { phase: 'again-table' },
      { phase: 'end' },
    ],
  },
  lists: { whens: ids('moments-journal-when', 3) },
  fields: [
    {
      name: 'pick',
      writer: 'each',
      privateUntil: 'ready',
      max: 60,
      share: true,
      label: 'moments-journal-tell-one',
      placeholder: 'moments-journal-tell-placeholder',
      isInPart: true,
    },
    ...['again', 'again-other'].map((name) => ({
      name,
      writer: /** @type {const} */ ('each'),
      privateUntil: /** @type {const} */ ('written'),
      max: 160,
      share: true,
      label: 'moments-journal-again-label',
      placeholder: 'moments-journal-again-placeholder',
    })),
    ...['when', 'when-other'].map((name) => ({
      name,
      writer: /** @type {const} */ ('each'),
      privateUntil: /** @type {const} */ ('written'),
      kind: /** @type {const} */ ('choice'),
      options: 'whens',
      max: 1,
      share: true,
      label: 'moments-journal-when-label',
    })),
  ],
  edges: {
    absent: 'moments-journal-absent',
    stopped: 'moments-journal-stopped',
    paused: 'moments-journal-paused',
    bell: 'moments-journal-bell',
    back: 'moments-journal-back',
    skipped: 'moments-journal-skipped',
    empty: 'moments-journal-no-page',
    lot: 'moments-journal-lot',
  },
  followUps: [
    { message: 'moments-journal-to-memory', to: 'memory' },
    { message: 'moments-journal-to-retreat', to: 'retreat' },
  ],
  makes: [
    {
      type: 'again',
      fields: ['again', 'when'],
      when: ['mine:again', 'agreed', '!has:again-other'],
      shared: { when: ['agreed'], fields: ['again', 'when'] },
    },
    {
      type: 'again',
      fields: ['again-other', 'when-other'],
      when: ['mine:again-other', 'agreed-other'],
      shared: { when: ['agreed-other'], fields: ['again-other', 'when-other'] },
    },
    {
      type: 'idea',
      fields: ['again', 'when'],
      when: ['mine:again', '!agreed', '!has:again-other'],
      shared: { when: ['mine:again'], fields: ['again', 'when'] },
    },
    {
      type: 'idea',
      fields: ['again-other', 'when-other'],
      when: ['mine:again-other', '!agreed-other'],
      shared: { when: ['mine:again-other'], fields: ['again-other', 'when-other'] },
    },
  ],
};

export { momentsJournal };
