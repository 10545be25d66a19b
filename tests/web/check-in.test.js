import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  EMPTY_SIDE,
  filledLines,
  LINES,
  openTopics,
  packSide,
  pairPhrase,
  readDay,
  SKIES,
  sharedSide,
  shareFields,
  unpackSide,
} from '../../web/core/check-in.js';
import { decode, encode } from '../../web/core/codec.js';
import { Chance } from './support/seeded.js';

const DAY = '2026-11-24';
const NOON = new Date(2026, 10, 24, 12).getTime();
const NEXT = new Date(2026, 10, 25, 5).getTime();

/** @type {import('../../web/core/check-in.js').Side} */
const SIDE = {
  sky: 'rain',
  words: [
    { id: 'tender', text: '', family: 'love', strength: 'strong' },
    { id: '', text: 'like Sunday', family: 'sadness', strength: 'soft' },
  ],
  energy: 0,
  mattered: 'the call',
  goodNews: true,
  worry: 'the night',
};

/**
 * As a fold would hold them.
 * @param {Array<[string, any]>} fields @param {string[]} [withdrawn] @returns {Map<string, import('../../web/core/oplog.js').FieldView>}
 */
function folded(fields, withdrawn = []) {
  /** @type {Map<string, import('../../web/core/oplog.js').FieldView>} */ const views = new Map();
  for (const [name, value] of fields) views.set(name, { value, isWithdrawn: false, alsoWritten: [], earlier: [] });
  for (const name of withdrawn) views.set(name, { value: null, isWithdrawn: true, alsoWritten: [], earlier: [] });
  return views;
}

/** @param {import('../../web/core/check-in.js').Line[]} lines @param {number} [at] */
const shared = (lines, at = NOON) => folded(decode(encode(shareFields(SIDE, lines, at))));

test('a side packs into the one byte form and reads back the same', () => {
  assert.deepEqual(unpackSide(new Map(decode(encode(packSide(SIDE))))), SIDE);
  assert.deepEqual(unpackSide(new Map(packSide(EMPTY_SIDE))), EMPTY_SIDE);
  assert.deepEqual(filledLines(EMPTY_SIDE), []);
  assert.deepEqual(filledLines(SIDE), LINES);
});

test('only the lines marked are in what is shared, and good news goes with what mattered', () => {
  const names = shareFields(SIDE, ['sky'], 5).map(([name]) => name);
  assert.deepEqual(names, ['sky', 'shared-at']);
  assert.deepEqual(
    shareFields(SIDE, ['mattered'], 5).map(([name]) => name),
    ['mattered', 'good-news', 'shared-at'],
  );
  assert.ok(!JSON.stringify(shareFields(SIDE, ['sky', 'words', 'energy'], 5)).includes('call'));
});

test('theirs opens when both have shared, or when the day is over; not before', () => {
  const theirs = shared(['sky', 'worry'], NOON + 5);
  const before = readDay({ day: DAY, nowMs: NOON, mine: undefined, theirs, kept: undefined });
  assert.equal(before.theirs, null);
  assert.ok(!JSON.stringify(before).includes('the night'));
  assert.deepEqual(
    before,
    readDay({ day: DAY, nowMs: NOON, mine: undefined, theirs: undefined, kept: undefined }),
    'shared and not done look the same',
  );
  const both = readDay({ day: DAY, nowMs: NOON, mine: shared(['sky']), theirs, kept: undefined });
  assert.equal(both.isOpen, true);
  assert.equal(both.openedAt, NOON + 5);
  assert.equal(both.theirs?.worry, 'the night');
  assert.equal(both.theirs?.mattered, null);
  const over = readDay({ day: DAY, nowMs: NEXT, mine: undefined, theirs, kept: undefined });
  assert.deepEqual([over.isOpen, over.isOver, over.theirs?.sky], [false, true, 'rain']);
});

test('kept for me is mine alone and complete, whatever was shared of it', () => {
  const kept = folded([...packSide(SIDE), ['done-at', NOON]]);
  const day = readDay({ day: DAY, nowMs: NOON, mine: undefined, theirs: undefined, kept });
  assert.deepEqual([day.isKept, day.mine?.worry, day.shared], [true, 'the night', null]);
  const some = readDay({ day: DAY, nowMs: NOON, mine: shared(['sky']), theirs: undefined, kept });
  assert.deepEqual([some.isKept, some.mine?.worry, some.shared?.worry], [false, 'the night', null]);
});

test('a line taken back is gone and marked; the rest stays', () => {
  const side = sharedSide(folded(shareFields(SIDE, ['sky', 'energy'], NOON), ['worry']));
  assert.deepEqual([side?.sky, side?.worry, side?.takenBack], ['rain', null, ['worry']]);
});

test('replies and answers of the other wait like their lines', () => {
  const theirs = folded([
    ...shareFields(SIDE, ['sky'], NOON),
    ['heard', 'I heard rain'],
    ['question', 'since when'],
    ['replied-at', NOON],
    ['answer', 'an answer'],
  ]);
  assert.equal(readDay({ day: DAY, nowMs: NOON, mine: undefined, theirs, kept: undefined }).theirReply, null);
  const open = readDay({ day: DAY, nowMs: NOON, mine: shared(['sky']), theirs, kept: undefined });
  assert.deepEqual([open.theirReply?.question, open.theirAnswer], ['since when', 'an answer']);
});

test('parked topics return on later days until either person closes them', () => {
  const record = (
    /** @type {string} */ day,
    /** @type {Array<[string, any]>} */ mine,
    /** @type {Array<[string, any]>} */ theirs = [],
  ) => ({
    day,
    byPerson: new Map([
      [1, folded(mine)],
      [2, folded(theirs)],
    ]),
  });
  const records = [
    record('2026-11-20', [['parked', 'garage']], [['parked', 'holiday']]),
    record(
      '2026-11-21',
      [
        ['parked', 'gone'],
        ['closed-2', true],
      ],
      [
        ['closed-1', true],
        ['parked', 'also gone'],
      ],
    ),
    record('2026-11-22', [], [['parked', 'money']]),
    record('2026-12-01', [['parked', 'ahead of us']]),
  ];
  assert.deepEqual(openTopics(records, 1, DAY), [
    { day: '2026-11-22', text: 'money', isMine: false },
    { day: '2026-11-20', text: 'garage', isMine: true },
    { day: '2026-11-20', text: 'holiday', isMine: false },
  ]);
});

test('the phrase on the horizon is as the content says, for each of the hundred pairs', () => {
  const content = JSON.parse(readFileSync(new URL('../../web/text/en/content/skies.json', import.meta.url), 'utf8'));
  const ftl = readFileSync(new URL('../../web/text/en/check-in.ftl', import.meta.url), 'utf8');
  const name = (/** @type {string|null} */ id) => content.skies.find((/** @type {any} */ sky) => sky.id === id)?.name ?? '';
  const phrase = (/** @type {string} */ theirs, /** @type {string} */ mine) => {
    const found = pairPhrase(theirs, mine);
    const pattern = ftl.match(new RegExp(`^${found?.id} = (.*)$`, 'm'))?.[1] ?? '';
    return pattern.replace('{ $theirs }', name(found?.theirs ?? null)).replace('{ $mine }', name(found?.mine ?? null));
  };
  for (const { theirs, yours, phrase: wanted } of content.pair.examples) assert.equal(phrase(theirs, yours), wanted);
  const all = SKIES.flatMap((theirs) => SKIES.map((mine) => phrase(theirs, mine)));
  assert.equal(new Set(all).size, content.pair.count);
  assert.ok(all.every((each) => each && !/[{}]/.test(each)));
  assert.equal(pairPhrase('rain', null), null);
  assert.equal(pairPhrase(null, null), null);
});

test('whatever the fields hold, a day reads without harm', () => {
  const odd = [null, true, -1, 3, 99, 'rain', 'x'.repeat(9000), [], [[]], [['a', 'b', 'c', 9]], [[1, 2, 3]], new Uint8Array(3), [null]];
  const names = [
    'sky',
    'words',
    'energy',
    'mattered',
    'good-news',
    'worry',
    'shared-at',
    'heard',
    'question',
    'replied-at',
    'answer',
    'parked',
    'unknown',
  ];
  for (let seed = 0; seed < 2000; seed += 1) {
    const chance = new Chance(seed);
    const any = () => folded(names.filter(() => chance.is(0.6)).map((name) => [name, chance.one(odd)]));
    const day = readDay({ day: DAY, nowMs: chance.one([NOON, NEXT]), mine: any(), theirs: any(), kept: any() });
    for (const side of [day.mine, day.theirs]) {
      assert.ok(!side || side.sky === null || SKIES.includes(side.sky), `seed ${seed}`);
      assert.ok(!side?.mattered || side.mattered.length <= 400, `seed ${seed}`);
    }
  }
});
