import { CLOSE, ids, begin } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 6, empathy in action: one small act within a day, chosen by each alone. The act lives on as an entry (app/acts.js). Data only. */

const CHOICES = ['kind', 'act', 'if-then', 'mark-at', 'mark-time', 'sees'];

/** @param {string} event @param {readonly string[]} [when] @returns {import('../core/practice-schema.js').Action} */
const on = (event, when) => ({ event, by: 'floor', does: 'on', message: 'practice-next', primary: true, ...(when ? { when } : {}) });

/** The act in words, with ideas for one kind. @param {number} kind @param {string} list @returns {import('../core/practice-schema.js').Step} */
const write = (kind, list) => ({
  id: `write-${kind + 1}`,
  prompt: 'empathy-in-action-what',
  fields: ['act'],
  when: [`kind=${kind}`],
  stems: list,
  actions: [on(`next-act-${kind + 1}`, ['mine:act'])],
});

/** @type {import('../core/practice-schema.js').Practice} */
const empathyInAction = {
  ...summaryOf('empathy-in-action'),
  words: {
    title: 'empathy-in-action-title',
    line: 'empathy-in-action-line',
    promise: 'empathy-in-action-promise',
    why: 'empathy-in-action-why',
    source: 'empathy-in-action-source',
    kept: 'empathy-in-action-kept',
  },
  phases: {
    begin: begin('empathy-in-action-each-now'),
    choose: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'empathy-in-action-which' },
      steps: [
        {
          id: 'kind',
          prompt: 'empathy-in-action-which',
          small: 'empathy-in-action-gladly',
          fields: ['kind'],
          actions: [
            on('next-kind', ['mine:kind']),
            { event: 'no-act', by: 'floor', does: 'clear-on', fields: CHOICES, message: 'empathy-in-action-no-act' },
          ],
        },
        write(0, 'kindnesses'),
        write(1, 'changes'),
        write(2, 'openings'),
        {
          id: 'when',
          prompt: 'empathy-in-action-when',
          small: 'empathy-in-action-when-small',
          fields: ['if-then'],
          when: ['mine:act'],
          actions: [on('next-when')],
        },
        {
          id: 'mark',
          prompt: 'empathy-in-action-mark',
          small: 'empathy-in-action-mark-small',
          fields: ['mark-at'],
          when: ['mine:act'],
          actions: [on('next-mark')],
        },
        {
          id: 'time',
          prompt: 'empathy-in-action-mark-when',
          small: 'empathy-in-action-mark-small',
          fields: ['mark-time'],
          when: ['mine:act', 'mark-at=3'],
          actions: [on('next-time')],
        },
        {
          id: 'size',
          prompt: 'empathy-in-action-size',
          when: ['mine:act'],
          actions: [
            { event: 'fits', by: 'floor', does: 'on', message: 'practice-yes', primary: true },
            { event: 'smaller', by: 'floor', does: 'on', flag: 'smaller', isEach: true, message: 'empathy-in-action-smaller' },
            { event: 'leave-size', by: 'floor', does: 'on', message: 'empathy-in-action-leave-so' },
          ],
        },
        {
          id: 'half',
          prompt: 'empathy-in-action-half',
          fields: ['act'],
          when: ['mine:act', 'my:smaller'],
          actions: [on('next-half', ['mine:act'])],
        },
        {
          id: 'sees',
          prompt: 'empathy-in-action-who-sees',
          small: 'empathy-in-action-who-sees-small',
          fields: ['sees'],
          when: ['mine:act', 'paired'],
          actions: [
            { event: 'share-now', by: 'floor', does: 'on', message: 'practice-share', primary: true, when: ['sees=1'] },
            { event: 'keep-own', by: 'floor', does: 'on', message: 'practice-keep', primary: true, when: ['!sees=1'] },
          ],
        },
      ],
      actions: [],
    },
    end: {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'empathy-in-action-chosen' },
      stages: [{ when: ['!mine:act'], prompt: { floor: 'empathy-in-action-none' } }],
      isFinal: true,
      actions: [CLOSE],
    },
    // after a talk, both phones say the same whatever each chose
    together: {
      floor: 'both',
      seconds: null,
      role: { floor: null },
      prompt: { floor: 'empathy-in-action-or-not' },
      stages: [{ when: ['one-phone'], prompt: { floor: 'empathy-in-action-or-not' }, small: { floor: 'empathy-in-action-one-phone' } }],
      isFinal: true,
      actions: [CLOSE],
    },
  },
  flows: {
    live: [{ phase: 'begin' }, { phase: 'choose' }, { phase: 'together' }],
    'one-phone': [{ phase: 'begin' }, { phase: 'choose' }, { phase: 'together' }],
    alone: [{ phase: 'choose' }, { phase: 'end' }],
  },
  lists: {
    kinds: ids('empathy-in-action-kind', 3),
    marks: ids('empathy-in-action-mark', 5),
    sees: ids('empathy-in-action-sees', 3),
    kindnesses: ids('empathy-in-action-kindness', 7),
    changes: ids('empathy-in-action-change', 5),
    openings: ids('empathy-in-action-opening', 4),
  },
  fields: [
    { name: 'kind', writer: 'each', privateUntil: 'always', kind: 'choice', options: 'kinds', max: 1, share: false },
    {
      name: 'act',
      writer: 'each',
      privateUntil: 'always',
      max: 160,
      share: false,
      label: 'empathy-in-action-act-label',
      placeholder: 'empathy-in-action-act-placeholder',
    },
    {
      name: 'if-then',
      writer: 'each',
      privateUntil: 'always',
      max: 120,
      share: false,
      label: 'empathy-in-action-if-label',
      placeholder: 'empathy-in-action-if-placeholder',
    },
    { name: 'mark-at', writer: 'each', privateUntil: 'always', kind: 'choice', options: 'marks', max: 1, share: false },
    {
      name: 'mark-time',
      writer: 'each',
      privateUntil: 'always',
      max: 5,
      share: false,
      label: 'empathy-in-action-time-label',
      placeholder: 'empathy-in-action-time-placeholder',
    },
    {
      name: 'sees',
      writer: 'each',
      privateUntil: 'always',
      kind: 'choice',
      options: 'sees',
      max: 1,
      share: false,
      says: 'empathy-in-action-sees-how',
    },
  ],
  edges: {
    absent: 'empathy-in-action-each-now',
    stopped: 'empathy-in-action-stopped',
    paused: 'empathy-in-action-paused',
    bell: 'empathy-in-action-bell',
    back: 'empathy-in-action-back',
    skipped: 'empathy-in-action-skipped',
    empty: 'empathy-in-action-empty',
    lot: 'empathy-in-action-lot',
  },
  followUps: [],
  makes: [{ type: 'act', fields: CHOICES, when: ['mine:act'], shared: { when: ['sees=1'], fields: ['kind', 'act', 'if-then'] } }],
};

export { empathyInAction };
