import { CLOSE, ids, aloneEnd, end, begin, PASS, MORE } from './common.js';
import { summaryOf } from './summaries.js';

/** Practice 18, two stars, one wish: two good things from the day, one wish for the next, which may be answered in four ways (app/wishes.js). Data only. */

/** @typedef {import('../core/practice-schema.js').Action} Action @typedef {import('../core/practice-schema.js').Phase} Phase @typedef {import('../core/practice-schema.js').Step} Step */

const STARS = ['star-1', 'star-2'];
const ALL = [...STARS, 'wish'];

/** The same for whoever has a first star, and for whoever has only the second. @param {string} whose `mine` or `their` @param {Action} action @returns {Action[]} */
const withStars = (whose, action) => [
  { ...action, when: [...(action.when ?? []), `${whose}:star-1`] },
  { ...action, event: `${action.event}-second`, when: [...(action.when ?? []), `!${whose}:star-1`, `${whose}:star-2`] },
];

/** @param {string} event @param {Partial<Action>} [more] @returns {Action} */
const on = (event, more = {}) => ({ event, by: 'floor', does: 'on', message: 'practice-next', primary: true, ...more });

/** @type {Step} */
const TWO_STARS = { id: 'stars', fields: STARS, actions: [on('next-stars')] };

/** @param {Action} done @param {Action} none @returns {readonly Step[]} two stars, and a wish or none */
const writing = (done, none) => [
  TWO_STARS,
  {
    id: 'wish',
    prompt: 'two-stars-one-wish-wish',
    small: 'two-stars-one-wish-wish-small',
    fields: ['wish'],
    actions: [done, none, { event: 'back', by: 'floor', does: 'step-back', message: 'back' }],
  },
];

/** @type {Phase} */
const WRITE = {
  floor: 'each',
  seconds: [40, 90, 180],
  role: { floor: 'live-role-only-you' },
  prompt: { floor: { list: 'prompts', by: 'day' } },
  small: { floor: 'two-stars-one-wish-small' },
  steps: writing(
    on('ready', { message: 'practice-ready', when: ['mine:wish'] }),
    on('no-wish', { message: 'two-stars-one-wish-no-wish', primary: false, when: ['!mine:wish'] }),
  ),
  stages: [{ when: ['ready'], prompt: { floor: 'two-stars-one-wish-begin-both' } }],
  sound: { start: 'tone' },
  reader: 'two-stars-one-wish-write-reader',
  actions: [],
};

/** @param {1|2} number @param {boolean} isTable @returns {Phase} */
const star = (number, isTable) => {
  const field = `star-${number}`;
  const isOpen = isTable ? ['opened'] : [];
  return {
    floor: 'teller',
    seconds: [10, 20, 40],
    role: { floor: 'live-role-floor', other: 'two-stars-one-wish-role-star' },
    prompt: { floor: 'two-stars-one-wish-read-star' },
    steps: [
      {
        id: 'read',
        prompt: 'two-stars-one-wish-read-star',
        when: [`mine:${field}`, '!my:writes', ...isOpen],
        shows: [{ field, of: 'teller', to: 'floor' }],
      },
      ...(isTable
        ? [
            /** @type {Step} */ ({
              id: 'closed',
              prompt: 'two-stars-one-wish-your-star',
              when: [`mine:${field}`, '!my:writes', '!opened'],
              actions: [
                { event: 'open-star', by: 'floor', does: 'flag', flag: 'opened', message: 'two-stars-one-wish-open-mine', primary: true },
              ],
            }),
          ]
        : []),
      {
        id: 'none',
        prompt: 'two-stars-one-wish-none',
        small: 'two-stars-one-wish-none-small',
        when: [`!mine:${field}`, '!my:writes'],
        actions: [
          { event: 'write-star', by: 'floor', does: 'flag', flag: 'writes', isEach: true, message: 'two-stars-one-wish-write' },
          { event: 'pass-star', by: 'floor', does: 'next', message: 'live-pass', primary: true },
        ],
      },
      {
        id: 'write',
        prompt: 'two-stars-one-wish-none-small',
        when: ['my:writes'],
        fields: [field],
      },
    ],
    cues: [{ at_s: 0, message: number === 1 ? 'two-stars-one-wish-cue-face' : 'two-stars-one-wish-cue-ask' }],
    sound: { start: 'tone' },
    reader: { floor: 'two-stars-one-wish-star-reader' },
    actions: [
      { ...PASS, when: ['!voice', `mine:${field}`, ...isOpen] },
      ...(isTable
        ? [{ ...PASS, event: 'pass-written', when: ['my:writes', '!opened'] }]
        : [{ ...PASS, event: 'pass-written', when: ['!voice', 'my:writes', `!mine:${field}`] }]),
      { ...PASS, when: ['voice'] },
      MORE,
    ],
  };
};

/** Yes, let me think, let us talk, not this one. @param {string} does @param {readonly string[]} when @param {import('../core/practice-schema.js').By} by @returns {Action[]} */
const answers = (does, when, by) =>
  ['yes', 'think', 'talk', 'not-this-one'].map((event, value) => ({
    event,
    by,
    does: /** @type {any} */ (does),
    puts: ['answer', value],
    message: `two-stars-one-wish-answer-${value + 1}`,
    when,
  }));

/** @param {boolean} isTable @returns {Phase} */
const wish = (isTable) => ({
  floor: 'teller',
  seconds: [15, 30, 60],
  role: { floor: 'live-role-floor', other: 'two-stars-one-wish-role-wish' },
  prompt: { floor: 'two-stars-one-wish-would-love' },
  small: { floor: 'two-stars-one-wish-read-wish' },
  shows: [
    { field: 'wish', of: 'teller', ...(isTable ? { to: /** @type {const} */ ('floor'), when: ['opened'] } : {}) },
    { field: 'answer', of: 'listener', to: 'floor', words: 'told' },
    { field: 'answer', of: 'listener', to: 'other', words: 'answers' },
  ],
  stages: [
    ...(isTable ? [{ when: ['!opened'], prompt: { floor: 'two-stars-one-wish-your-wish' } }] : []),
    { when: ['!mine:wish'], prompt: { floor: 'two-stars-one-wish-no-wish-today' } },
  ],
  cues: isTable
    ? [{ at_s: 0, message: 'two-stars-one-wish-cue-words' }]
    : [
        { at_s: 0, message: 'two-stars-one-wish-cue-thank' },
        { at_s: 15, message: 'two-stars-one-wish-cue-no-duty' },
      ],
  sound: { start: 'tone' },
  reader: { other: 'two-stars-one-wish-wish-reader' },
  actions: [
    ...(isTable
      ? [
          /** @type {Action} */ ({
            event: 'open-wish',
            by: 'floor',
            does: 'flag',
            flag: 'opened',
            message: 'two-stars-one-wish-open-mine',
            primary: true,
            when: ['mine:wish'],
          }),
          { ...PASS, when: ['mine:wish', 'opened'] },
        ]
      : [
          /** @type {Action} */ ({
            event: 'read-it',
            by: 'floor',
            does: 'share',
            field: 'wish',
            flag: 'read',
            message: 'two-stars-one-wish-have-read',
            primary: true,
            when: ['mine:wish', '!read'],
          }),
          { ...PASS, when: ['!voice', 'mine:wish', 'read'] },
          { ...PASS, when: ['voice'] },
          ...answers('put', ['!voice', 'read', '!mine:answer'], 'other'),
          ...answers('put', ['voice', '!mine:answer'], 'other'),
        ]),
    { ...PASS, event: 'pass-empty', message: 'live-go-on', when: ['!voice', '!mine:wish'] },
    ...(isTable ? [] : [MORE]),
  ],
});

/** @type {import('../core/practice-schema.js').Practice} */
const twoStarsOneWish = {
  ...summaryOf('two-stars-one-wish'),
  words: {
    title: 'two-stars-one-wish-title',
    line: 'two-stars-one-wish-line',
    promise: 'two-stars-one-wish-promise',
    why: 'two-stars-one-wish-why',
    source: 'two-stars-one-wish-source',
    kept: 'two-stars-one-wish-kept',
  },
  phases: {
    begin: begin('two-stars-one-wish-absent'),
    write: WRITE,
    'read-star-1': star(1, false),
    'read-star-2': star(2, false),
    'table-star-1': star(1, true),
    'table-star-2': star(2, true),
    'read-wish': wish(false),
    'table-wish': wish(true),
    give: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-only-you' },
      prompt: { floor: 'two-stars-one-wish-give' },
      small: { floor: 'two-stars-one-wish-give-small' },
      shows: STARS.map((field) => ({ field, of: 'me' })),
      stages: [{ when: ['!mine:star-1', '!mine:star-2'], prompt: { floor: 'two-stars-one-wish-some-days' } }],
      actions: [
        ...withStars('mine', on('give', { does: 'share-on', fields: STARS, message: 'practice-share' })),
        ...withStars('mine', on('keep', { message: 'live-keep-for-me', primary: false })),
        on('on-we-go', { message: 'live-go-on', when: ['!mine:star-1', '!mine:star-2'] }),
      ],
    },
    close: {
      floor: 'both',
      seconds: [10, 10, 20],
      role: { floor: null },
      prompt: { floor: 'two-stars-one-wish-end' },
      stages: [{ when: ['one-phone'], prompt: { floor: 'two-stars-one-wish-end' }, small: { floor: 'two-stars-one-wish-one-phone-end' } }],
      sound: { start: 'bell' },
      isFinal: true,
      actions: [CLOSE],
    },
    // in own time
    seal: {
      ...WRITE,
      seconds: null,
      steps: writing(
        on('seal', { does: 'share-on', fields: ALL, message: 'practice-seal-and-send', when: ['mine:wish'] }),
        on('seal-stars', { does: 'share-on', fields: STARS, message: 'two-stars-one-wish-no-wish', primary: false, when: ['!mine:wish'] }),
      ),
      stages: [{ when: ['ready'], prompt: { floor: 'two-stars-one-wish-sealed' }, small: { floor: 'two-stars-one-wish-kept-for-you' } }],
    },
    opened: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'two-stars-one-wish-opened' },
      steps: [
        {
          id: 'stars',
          shows: STARS.map((field) => ({ field, of: /** @type {const} */ ('both') })),
          actions: [
            ...withStars('their', on('lovely', { puts: ['star-answer', 0], message: 'two-stars-one-wish-star-answer-1' })),
            ...withStars('their', on('how', { puts: ['star-answer', 1], message: 'two-stars-one-wish-star-answer-2', primary: false })),
            on('stars-seen', { message: 'live-go-on', when: ['!their:star-1', '!their:star-2'] }),
          ],
        },
        {
          id: 'wish',
          prompt: 'two-stars-one-wish-they-would-love',
          small: 'two-stars-one-wish-cue-no-duty',
          when: ['their:wish'],
          shows: [{ field: 'wish', of: 'them' }],
          actions: answers('on', [], 'floor'),
        },
      ],
      stages: [{ when: ['ready'], prompt: { floor: 'two-stars-one-wish-answered' }, small: { floor: 'practice-nothing-to-do' } }],
      actions: [],
    },
    detail: {
      floor: 'each',
      seconds: null,
      role: { floor: 'live-role-both' },
      prompt: { floor: 'two-stars-one-wish-they-answered' },
      shows: [
        { field: 'star-answer', of: 'them' },
        { field: 'answer', of: 'them', words: 'told' },
      ],
      steps: [
        {
          id: 'more',
          prompt: 'two-stars-one-wish-how-was-it',
          when: ['their:star-answer=1'],
          fields: ['detail'],
          actions: [
            on('send-detail', { message: 'practice-send', when: ['mine:detail'] }),
            on('leave-detail', { message: 'practice-leave-it', primary: false, when: ['!mine:detail'] }),
          ],
        },
        { id: 'seen', when: ['!their:star-answer=1'], actions: [on('seen', { message: 'live-go-on' })] },
      ],
      stages: [{ when: ['ready'], prompt: { floor: 'two-stars-one-wish-answered' }, small: { floor: 'practice-nothing-to-do' } }],
      actions: [],
    },
    rest: {
      ...end('two-stars-one-wish-end'),
      shows: [
        ...STARS.map((field) => ({ field, of: /** @type {const} */ ('both') })),
        { field: 'detail', of: 'both' },
        { field: 'wish', of: 'both', label: 'two-stars-one-wish-wish-label' },
        { field: 'answer', of: 'them', words: 'told' },
        { field: 'answer', of: 'me' },
      ],
    },
    // alone
    own: {
      ...WRITE,
      seconds: null,
      steps: [
        TWO_STARS,
        {
          id: 'kind',
          prompt: 'two-stars-one-wish-kind',
          fields: ['kind'],
          actions: [on('ready', { message: 'practice-ready' }), { event: 'back', by: 'floor', does: 'step-back', message: 'back' }],
        },
      ],
      stages: [],
    },
    'own-end': aloneEnd('two-stars-one-wish-end', []),
  },
  flows: {
    live: [
      { phase: 'begin' },
      { phase: 'write' },
      { phase: 'read-star-1', turn: 0 },
      { phase: 'read-star-1', turn: 1 },
      { phase: 'read-star-2', turn: 0 },
      { phase: 'read-star-2', turn: 1 },
      { phase: 'read-wish', turn: 0 },
      { phase: 'read-wish', turn: 1 },
      { phase: 'give' },
      { phase: 'close' },
    ],
    'one-phone': [
      { phase: 'begin' },
      { phase: 'write' },
      { phase: 'table-star-1', turn: 0 },
      { phase: 'table-star-1', turn: 1 },
      { phase: 'table-star-2', turn: 0 },
      { phase: 'table-star-2', turn: 1 },
      { phase: 'table-wish', turn: 0 },
      { phase: 'table-wish', turn: 1 },
      { phase: 'close' },
    ],
    'own-time': [{ phase: 'seal' }, { phase: 'opened' }, { phase: 'detail' }, { phase: 'rest' }],
    alone: [{ phase: 'own' }, { phase: 'own-end' }],
  },
  lists: {
    prompts: ids('two-stars-one-wish-prompt', 5),
    answers: ids('two-stars-one-wish-answer', 4),
    told: ids('two-stars-one-wish-told', 4),
    'star-answers': ids('two-stars-one-wish-star-answer', 2),
  },
  fields: [
    ...STARS.map((name) => ({
      name,
      writer: /** @type {const} */ ('each'),
      privateUntil: /** @type {const} */ ('shared'),
      max: 160,
      share: false,
      keeps: true,
      waits: true,
      label: `two-stars-one-wish-${name}-label`,
      placeholder: 'two-stars-one-wish-star-placeholder',
      says: 'two-stars-one-wish-only-you',
    })),
    {
      name: 'wish',
      writer: 'each',
      privateUntil: 'shared',
      max: 160,
      share: false,
      keeps: true,
      waits: true,
      asks: 'wish',
      label: 'two-stars-one-wish-wish-label',
      placeholder: 'two-stars-one-wish-wish-placeholder',
      says: 'two-stars-one-wish-only-you',
    },
    { name: 'answer', writer: 'each', privateUntil: 'written', kind: 'choice', options: 'answers', max: 1, share: false },
    { name: 'star-answer', writer: 'each', privateUntil: 'written', kind: 'choice', options: 'star-answers', max: 1, share: false },
    { name: 'detail', writer: 'each', privateUntil: 'ready', max: 160, share: true, label: 'two-stars-one-wish-detail-label' },
    {
      name: 'kind',
      writer: 'each',
      privateUntil: 'always',
      max: 160,
      share: false,
      keeps: true,
      label: 'two-stars-one-wish-kind-label',
      placeholder: 'two-stars-one-wish-kind-placeholder',
    },
  ],
  edges: {
    absent: 'two-stars-one-wish-absent',
    stopped: 'two-stars-one-wish-stopped',
    paused: 'two-stars-one-wish-paused',
    bell: 'live-take-what-you-need',
    back: 'two-stars-one-wish-back',
    skipped: 'two-stars-one-wish-skipped',
    empty: 'two-stars-one-wish-none',
    lot: 'two-stars-one-wish-lot',
  },
  followUps: [
    { message: 'two-stars-one-wish-after-yes', to: 'yes', when: ['answer=0'] },
    { message: 'two-stars-one-wish-after-listen', to: 'listen', when: ['answer=2'] },
    { message: 'two-stars-one-wish-after-listen', to: 'listen', when: ['!answer=2', 'their:answer=2'] },
    { message: 'two-stars-one-wish-after-request', to: 'request', when: ['their:answer=3'], fills: 'wish' },
    { message: 'two-stars-one-wish-after-moment', to: 'moment', fills: 'star-1' },
  ],
};

export { twoStarsOneWish };
