import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { questionAbout } from '../../web/core/gentle.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../web/text/en/${path}`, import.meta.url), 'utf8');
const { wide, wish } = JSON.parse(read('content/gentle.json'));

test('a wide line is asked about by the first thing that is wide in it, an exact one not at all', () => {
  const asked = (/** @type {string} */ line) => questionAbout(wide, line);
  assert.equal(asked('You were so nice to my mother yesterday'), 'when');
  assert.equal(asked('You ALWAYS bring me a coffee in bed'), 'which-time');
  assert.equal(asked('You are kind to my old aunt'), 'seen-or-heard');
  assert.equal(asked('You cleared the table, but only because I asked'), 'ends-before');
  assert.equal(asked('You cooked dinner'), 'one-detail');
  for (const exact of [
    'On Sunday you called my mother.',
    'You asked what kind of tea I wanted',
    'You took the great-aunt home at ten',
    '',
    '   ',
  ])
    assert.equal(asked(exact), null, exact);
});

test('a wish is asked about what was, what is not wanted, what cannot be seen, what is too large', () => {
  const asked = (/** @type {string} */ line) => questionAbout(wish, line);
  assert.equal(asked('that you did the dishes last time'), 'tomorrow');
  assert.equal(asked('that you don’t look at the phone'), 'instead');
  assert.equal(asked("that you don't look at the phone"), 'instead');
  assert.equal(asked('you to be more  patient with me'), 'seen-doing');
  assert.equal(asked('a walk every day'), 'one-evening');
  for (const small of ['ten minutes on the balcony, tomorrow', 'a note on the table', 'help with the knots'])
    assert.equal(asked(small), null, small);
});

test('every rule has its question in words', () => {
  const words = read('practice.ftl');
  for (const { id } of [...wide, ...wish]) assert.ok(words.includes(`\ngentle-${id} = `), id);
});
