import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { familiesFor, insideWords, nearWords, searchWords, toggleWord, withStrength, wordById, wordsOf } from '../../web/core/feelings.js';

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`../../web/text/en/content/${name}.json`, import.meta.url), 'utf8'));
const feelings = read('feelings');
const { skies } = read('skies');

test('two taps: each sky suggests its families first, and every family and word can be reached', () => {
  for (const sky of skies) {
    const families = familiesFor(feelings, sky);
    assert.equal(families.length, 13);
    assert.deepEqual(
      families.filter((family) => family.isSuggested).map(({ id }) => id),
      sky.families,
    );
    assert.deepEqual(
      families.slice(0, sky.families.length).map(({ id }) => id),
      sky.families,
    );
  }
  const all = familiesFor(feelings, undefined).flatMap(({ id }) => wordsOf(feelings, id, true));
  assert.equal(all.length, 143);
  assert.equal(new Set(all.map(({ id }) => id)).size, 143);
});

test('the word for partners is offered only when both chose partner: in lists, near words and search', () => {
  assert.equal(wordsOf(feelings, 'love', true).length, 11);
  assert.equal(wordsOf(feelings, 'love', false).length, 10);
  const fond = wordById(feelings, 'fond');
  assert.ok(fond);
  assert.ok(nearWords(feelings, fond, true).some(({ id }) => id === 'attracted'));
  assert.ok(!nearWords(feelings, fond, false).some(({ id }) => id === 'attracted'));
  assert.deepEqual(searchWords(feelings, 'attracted', false), []);
  assert.equal(searchWords(feelings, 'attracted', true)[0]?.id, 'attracted');
});

test('search: beginnings first, case and accents aside, then definitions; nothing for nothing', () => {
  assert.equal(searchWords(feelings, ' LONÉ', false)[0]?.id, 'lonely');
  for (const word of feelings.words)
    assert.ok(
      searchWords(feelings, word.word, true).some(({ id }) => id === word.id),
      word.id,
    );
  assert.deepEqual(searchWords(feelings, '   ', true), []);
  assert.deepEqual(searchWords(feelings, 'zzzz', true), []);
  assert.ok(searchWords(feelings, 'a', true).length <= 12);
  assert.ok(
    searchWords(feelings, 'smile', false).some(({ id }) => id === 'amused'),
    'by its definition',
  );
});

test('a story word asks what it was like inside and never blocks', () => {
  const unheard = wordById(feelings, 'unheard');
  assert.ok(unheard?.storyWord);
  assert.ok(insideWords(feelings, unheard).length > 0);
  for (const word of feelings.words) assert.equal(insideWords(feelings, word).length > 0, word.storyWord, word.id);
});

test('near words are mutual and exist', () => {
  for (const word of feelings.words) {
    for (const near of nearWords(feelings, word, true)) assert.ok(near.near.includes(word.id), `${word.id} and ${near.id}`);
  }
});

test('at most three; a second tap takes a word away; own words are told apart by their text', () => {
  const word = (/** @type {string} */ id, text = '') => ({ id, text, family: 'joy', strength: /** @type {const} */ ('medium') });
  let chosen = toggleWord([], word('glad'));
  chosen = toggleWord(chosen, word('', 'Sundayish'));
  chosen = toggleWord(chosen, word('', 'windy'));
  assert.equal(chosen.length, 3);
  assert.equal(toggleWord(chosen, word('calm')), chosen);
  assert.deepEqual(
    toggleWord(chosen, word('', ' sundayish ')).map(({ text }) => text),
    ['', 'windy'],
  );
  assert.equal(withStrength(chosen, 1, 'strong')[1]?.strength, 'strong');
  assert.equal(chosen[1]?.strength, 'medium');
});
