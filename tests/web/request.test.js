import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { questionAbout } from '../../web/core/gentle.js';
import { FIRST_KEY, isOpen, isSameTopic, MOST_VERSIONS, readRequest, sentenceOf } from '../../web/core/request.js';

const NEED = 'Sit with me before you fix it';
const SECOND = 'On Tuesdays I sit with you first';
const THIRD = 'On Tuesdays and Fridays';
const V1 = `1/other/${SECOND}`;
const V2 = `2/asker/${THIRD}`;

/** Every way to choose one value of each field. @param {Record<string, readonly unknown[]>} choices @returns {Generator<Record<string, any>>} */
function* every(choices) {
  const names = Object.keys(choices);
  const total = names.reduce((product, name) => product * (choices[name]?.length ?? 1), 1);
  for (let i = 0; i < total; i += 1) {
    let rest = i;
    /** @type {Record<string, any>} */ const fields = {};
    for (const name of names) {
      const values = choices[name] ?? [];
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      if (value !== undefined) fields[name] = value;
    }
    yield fields;
  }
}

/** What each may have written, of this edition, of an earlier one, or of none. */
const OF_ASKER = {
  need: [NEED, undefined],
  edition: [2],
  versions: [undefined, [1, [[2, THIRD]]], [2, [[2, THIRD]]], 'nonsense'],
  accepted: [undefined, [1, V1], [2, V1]],
  confirmed: [undefined, [1, FIRST_KEY, 5], [2, FIRST_KEY, 5], [2, V1, 5], [2, V2, 5]],
  left: [undefined, [1, V1], [2, V1]],
};
const OF_OTHER = {
  answer: [
    undefined,
    ['no'],
    [1, 'yes', '', ''],
    [2, 'yes', '', ''],
    [2, 'change', '', ''],
    [2, 'not-now', '', '2026-12-01'],
    [2, 'no', 'Not I', ''],
  ],
  versions: [undefined, [1, [[1, SECOND]]], [2, [[1, SECOND]]]],
  accepted: [undefined, [2, V2]],
  confirmed: [undefined, [1, FIRST_KEY, 7], [2, FIRST_KEY, 7], [2, V1, 7], [2, V2, 7]],
  changed: [undefined, [1, 'It moved'], [2, 'It moved']],
  outcome: [undefined, [2, 'done', 'Light', 9], [2, 'gone', '', 9]],
};

test('of all that two people can have written: only an answer is an answer, and only the yes of both to one sentence stands', () => {
  const others = [...every(OF_OTHER)];
  /** @type {Set<string>} */ const reached = new Set();
  for (const asker of every(OF_ASKER)) {
    for (const other of others) {
      const request = readRequest(asker, other);
      const { step, version } = request;
      reached.add(step);
      const must = (/** @type {boolean} */ holds) => holds || assert.fail(JSON.stringify({ asker, other, request }));
      const answer = other['answer']?.[0] === 2 ? other['answer'][1] : undefined;
      if (asker['need'] === undefined) must(step === 'none');
      else if (answer === undefined) must(step === 'asked');
      else if (answer === 'no' || answer === 'not-now') must(step === answer);
      if (['no', 'not-now', 'asked', 'none', 'left', 'changed'].includes(step))
        must(request.confirmed.length === 0 && request.agreedAt === 0);
      if (['agreed', 'done', 'gone'].includes(step)) {
        must(answer === 'yes' || answer === 'change');
        for (const { confirmed } of [asker, other]) must(confirmed[0] === 2 && confirmed[1] === request.key);
        must(request.agreedAt === 7 && asker['left']?.[0] !== 2 && other['changed']?.[0] !== 2);
      }
      if (step === 'proposal') must(version !== null && version.by !== request.waitsFor);
      must((version?.n ?? 0) <= MOST_VERSIONS && (step === 'done' || request.reached === null));
      for (const { by, text } of request.versions) must(text === (by === 'asker' ? THIRD : SECOND)); // under its own writer
    }
  }
  assert.deepEqual([...reached].sort(), [
    'agreed',
    'asked',
    'changed',
    'done',
    'gone',
    'left',
    'no',
    'none',
    'not-now',
    'proposal',
    'sentence',
  ]);
});

test('it does not matter which of the two wrote first, and no clock is asked', () => {
  assert.equal(readRequest.length, 2);
  const source = readRequest.toString();
  assert.doesNotMatch(source, /Date|now\(/);
});

test('an answer holds for the words it was given to; changed words are asked anew', () => {
  const other = { reflection: [1, 'You need company'], answer: [1, 'yes', '', ''], confirmed: [1, FIRST_KEY, 1] };
  assert.equal(readRequest({ need: NEED, edition: 1 }, other).step, 'sentence');
  const anew = readRequest({ need: 'Something else', edition: 2, confirmed: [1, FIRST_KEY, 1] }, other);
  assert.deepEqual([anew.step, anew.answer, anew.reflection], ['asked', null, '']);
});

test('a talk about the sentence: each version under its writer, at most three, and the last one is what is confirmed', () => {
  const asker = { need: NEED, edition: 1 };
  const first = { answer: [1, 'change', '', ''], versions: [1, [[1, SECOND]]] };
  assert.deepEqual([readRequest(asker, first).step, readRequest(asker, first).waitsFor], ['proposal', 'asker']);
  const second = { ...asker, versions: [1, [[2, THIRD]]] };
  const now = readRequest(second, first);
  assert.deepEqual([now.waitsFor, now.mayChange, now.versions.map(({ by }) => by)], ['other', true, ['other', 'asker']]);
  const third = {
    ...first,
    versions: [
      1,
      [
        [1, SECOND],
        [3, 'Fridays only'],
        [4, 'one too many'],
      ],
    ],
  };
  const last = readRequest(second, third);
  assert.deepEqual(
    [last.mayChange, last.versions.length, last.version?.text, sentenceOf(last, second)],
    [false, 3, 'Fridays only', 'Fridays only'],
  );
  const key = last.key;
  const accepted = { ...second, accepted: [1, key], confirmed: [1, key, 4] };
  assert.deepEqual([readRequest(accepted, third).step, readRequest(accepted, third).confirmed], ['sentence', ['asker']]);
  assert.equal(readRequest(accepted, { ...third, confirmed: [1, key, 6] }).step, 'agreed');
  assert.equal(readRequest(accepted, { ...third, confirmed: [1, V1, 6] }).step, 'sentence', 'of other words');
});

test('whatever stands in the fields of another phone, there is an answer, and it is no yes', () => {
  const junk = [
    null,
    0,
    '',
    'yes',
    [],
    [1],
    [1, null],
    [1, 'YES'],
    [1, ['yes']],
    { answer: 'yes' },
    [1, [[1]]],
    [1, [[NaN, 'x']]],
    [1, 'yes'],
  ];
  for (const value of junk)
    for (const name of ['answer', 'versions', 'accepted', 'confirmed', 'left', 'changed', 'outcome', 'reflection', 'helped', 'reached']) {
      const request = readRequest({ need: NEED, [name]: value }, { [name]: value });
      assert.ok(['asked', 'sentence'].includes(request.step), `${name}: ${JSON.stringify(value)}`);
      if (request.step === 'sentence') assert.deepEqual([name, value], ['answer', [1, 'yes']]);
    }
});

test('a topic is open until it was answered in full', () => {
  const step = (/** @type {any} */ name) => isOpen(/** @type {any} */ ({ step: name }));
  assert.deepEqual(['asked', 'not-now', 'proposal', 'sentence'].map(step), [true, true, true, true]);
  assert.deepEqual(['none', 'no', 'left', 'changed', 'agreed', 'done', 'gone'].map(step), Array(7).fill(false));
});

test('one topic in other clothes is the same one; two different wishes are not', () => {
  assert.ok(isSameTopic(NEED, 'sit with me before you fix it.'));
  assert.ok(isSameTopic(NEED, 'Please sit with me first, before you fix it'));
  assert.ok(!isSameTopic(NEED, 'Call me when you leave work'));
  assert.ok(!isSameTopic('A hug', 'A hug goodnight, and no phones in bed'));
  assert.ok(!isSameTopic('', ''));
});

const { request } = JSON.parse(readFileSync(new URL('../../web/text/en/content/gentle.json', import.meta.url), 'utf8'));

test('words that blame or push are asked about, whatever their case and apostrophe', () => {
  const about = (/** @type {string} */ line) => questionAbout(request, line);
  assert.equal(about('You never sit down'), 'always');
  assert.equal(about('Why can’t you call'), 'demand');
  assert.equal(about('Don’t look at the phone'), 'stop');
  assert.equal(about('No more late evenings'), 'stop');
  assert.equal(about('If I mattered to you there would be time'), 'proof');
  assert.equal(about('I feel ignored at the table'), 'story');
  assert.equal(about('To be nicer'), 'vague');
  for (const line of [NEED, 'I used to like that', 'A shopping list on the door, moreover', 'nonstop music', ''])
    assert.equal(about(line), null, line);
});
