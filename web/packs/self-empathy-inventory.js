import { ids } from './common.js';
import { summaryOf } from './summaries.js';

/**
 * Practice 9, self-empathy inventory: what I felt, what I needed, what would have helped. For one person alone: it has no record anywhere but in its
 * writer's own space, where the pages are found again (app/inventory.js). Data only.
 */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase */

const FIELDS = ['felt', 'felt-line', 'need', 'need-own', 'helped', 'kind'];

/** @param {string} event @param {string} [message] @param {readonly string[]} [when] @returns {Action} */
const on = (event, message = 'practice-next', when) => ({
  event,
  by: 'floor',
  does: 'on',
  message,
  primary: true,
  ...(when ? { when } : {}),
});
/** @param {string} event @param {string} message @param {readonly string[]} [when] @returns {Action} */
const without = (event, message, when) => ({ event, by: 'floor', does: 'clear-on', message, ...(when ? { when } : {}) });

/** @type {Pick<Phase, 'floor'|'seconds'|'role'|'part'>} */
const ALONE = { floor: 'each', seconds: null, role: { floor: 'live-role-only-you' }, part: 'someone' };

/** A card to be answered in one's head. @param {string} list @param {string} event @returns {Phase} */
const inHead = (list, event) => ({
  ...ALONE,
  prompt: { floor: { list, by: 'day' } },
  small: { floor: 'self-empathy-inventory-in-head' },
  actions: [on(event)],
});

/** @type {import('../core/practice-schema.js').Practice} */
const selfEmpathyInventory = {
  ...summaryOf('self-empathy-inventory'),
  variants: [
    { id: 'written', message: 'self-empathy-inventory-written' },
    { id: 'cards', message: 'self-empathy-inventory-cards' },
  ],
  words: {
    title: 'self-empathy-inventory-title',
    line: 'self-empathy-inventory-line',
    promise: 'self-empathy-inventory-promise',
    why: 'self-empathy-inventory-why',
    source: 'self-empathy-inventory-source',
    kept: 'self-empathy-inventory-kept',
  },
  phases: {
    arrive: { ...ALONE, prompt: { floor: 'self-empathy-inventory-arrive' }, actions: [on('begin', 'live-begin')] },
    felt: {
      ...ALONE,
      prompt: { floor: { list: 'felts', by: 'day' } },
      steps: [
        {
          id: 'words',
          prompt: { list: 'felts', by: 'day' },
          small: 'self-empathy-inventory-felt-small',
          fields: ['felt'],
          actions: [
            on('next-felt', 'practice-next', ['mine:felt']),
            { ...on('cannot-tell', 'self-empathy-inventory-cannot-tell', ['!mine:felt']), primary: false },
          ],
        },
        { id: 'line', prompt: 'self-empathy-inventory-line-about', fields: ['felt-line'], actions: [on('next-line')] },
      ],
      actions: [],
    },
    need: {
      ...ALONE,
      prompt: { floor: { list: 'needed', by: 'day' } },
      small: { floor: 'self-empathy-inventory-need-small' },
      fields: ['need', 'need-own'],
      actions: [
        { ...on('next-need'), when: ['mine:need'] },
        { ...on('next-own-need'), when: ['!mine:need', 'mine:need-own'] },
        without('no-need', 'self-empathy-inventory-not-known', ['!mine:need', '!mine:need-own']),
      ],
    },
    helped: {
      ...ALONE,
      prompt: { floor: { list: 'helps', by: 'day' } },
      fields: ['helped'],
      actions: [
        on('next-helped', 'practice-next', ['mine:helped']),
        without('nothing-comes', 'self-empathy-inventory-nothing-comes', ['!mine:helped']),
      ],
    },
    kind: {
      ...ALONE,
      prompt: { floor: 'self-empathy-inventory-kind' },
      steps: [
        {
          id: 'write',
          prompt: 'self-empathy-inventory-kind',
          small: 'self-empathy-inventory-kind-small',
          fields: ['kind'],
          stems: 'stems',
          actions: [on('next-kind', 'practice-next', ['mine:kind']), without('not-today', 'live-invitation-not-today', ['!mine:kind'])],
        },
        {
          id: 'said',
          prompt: 'self-empathy-inventory-to-yourself',
          shows: [{ field: 'kind', of: 'me' }],
          when: ['mine:kind'],
          actions: [on('heard-kind', 'live-continue')],
        },
      ],
      actions: [],
    },
    close: {
      ...ALONE,
      prompt: { floor: 'self-empathy-inventory-what-now' },
      small: { floor: 'self-empathy-inventory-listened' },
      stages: [
        {
          when: FIELDS.map((name) => `!mine:${name}`),
          prompt: { floor: 'self-empathy-inventory-empty' },
        },
      ],
      isFinal: true,
      actions: [
        { event: 'close', by: 'floor', does: 'close', message: 'self-empathy-inventory-keep', primary: true, place: 'inventory' },
        { event: 'take-on', by: 'floor', does: 'close', message: 'self-empathy-inventory-take', carries: true },
        { event: 'erase', by: 'floor', does: 'close', message: 'self-empathy-inventory-erase', erases: true },
      ],
    },
    'head-felt': inHead('felts', 'thought-felt'),
    'head-need': inHead('needed', 'thought-need'),
    'head-helped': inHead('helps', 'thought-helped'),
    'head-kind': { ...inHead('stems', 'thought-kind'), prompt: { floor: 'self-empathy-inventory-kind' }, stems: 'stems' },
    'head-close': {
      ...ALONE,
      prompt: { floor: 'self-empathy-inventory-listened' },
      isFinal: true,
      actions: [{ event: 'close', by: 'floor', does: 'close', message: 'live-close', primary: true }],
    },
  },
  flows: {
    alone: [
      { phase: 'arrive' },
      ...['felt', 'need', 'helped', 'kind', 'close'].map((phase) => ({ phase, only: ['written'] })),
      ...['head-felt', 'head-need', 'head-helped', 'head-kind', 'head-close'].map((phase) => ({ phase, only: ['cards'] })),
    ],
  },
  lists: {
    felts: ids('self-empathy-inventory-felt', 6),
    needed: ids('self-empathy-inventory-need', 4),
    helps: ids('self-empathy-inventory-helped', 4),
    stems: ids('self-empathy-inventory-stem', 4),
  },
  fields: [
    { name: 'felt', writer: 'each', privateUntil: 'always', kind: 'words', max: 3, share: false },
    {
      name: 'felt-line',
      writer: 'each',
      privateUntil: 'always',
      max: 300,
      share: false,
      placeholder: 'self-empathy-inventory-line-placeholder',
    },
    { name: 'need', writer: 'each', privateUntil: 'always', kind: 'needs', max: 2, share: false },
    {
      name: 'need-own',
      writer: 'each',
      privateUntil: 'always',
      max: 40,
      share: false,
      label: 'self-empathy-inventory-need-own',
      placeholder: 'self-empathy-inventory-need-placeholder',
    },
    {
      name: 'helped',
      writer: 'each',
      privateUntil: 'always',
      max: 300,
      share: false,
      placeholder: 'self-empathy-inventory-helped-placeholder',
    },
    {
      name: 'kind',
      writer: 'each',
      privateUntil: 'always',
      max: 160,
      share: false,
      placeholder: 'self-empathy-inventory-kind-placeholder',
    },
  ],
  edges: {
    absent: 'self-empathy-inventory-arrive',
    stopped: 'self-empathy-inventory-stopped',
    paused: 'self-empathy-inventory-paused',
    bell: 'self-empathy-inventory-bell',
    back: 'self-empathy-inventory-back',
    skipped: 'self-empathy-inventory-skipped',
    empty: 'self-empathy-inventory-empty',
    lot: 'self-empathy-inventory-lot',
  },
  followUps: [
    { message: 'self-empathy-inventory-to-request', to: 'request' },
    { message: 'self-empathy-inventory-to-check-in', to: 'check-in' },
    { message: 'self-empathy-inventory-to-retreat', to: 'retreat' },
    { message: 'self-empathy-inventory-to-breathe', to: 'breathe' },
  ],
  makes: [{ type: 'inventory', fields: FIELDS }],
};

export { selfEmpathyInventory };
