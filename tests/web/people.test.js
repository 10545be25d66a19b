import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainName } from '../../web/core/people.js';

test('a name is one visible line of at most forty characters', () => {
  assert.equal(plainName('  Noor \n Amal '), 'Noor Amal');
  assert.equal(plainName('👩‍👩‍👧‍👦 سام'), '👩‍👩‍👧‍👦 سام');
  assert.equal(plainName('Sam\u202egpj'), 'Sam gpj');
  assert.equal(plainName('\u200b\u200d\u2060'), '');
  assert.equal(plainName('é'.repeat(60)), 'é'.repeat(40));
  assert.equal(plainName('\ud800'), '\ufffd');
  assert.equal(plainName(7), '');
});
