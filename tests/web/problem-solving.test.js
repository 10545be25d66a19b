/** What is unique to solving a problem together: the gate, one list of both, marks that open in groups, and an agreement of two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribution, localOf, personOnScreen } from '../../web/core/practice.js';
import { view } from '../../web/core/practice-view.js';
import { sharedProblemSolving } from '../../web/practices/shared-problem-solving.js';
import { Pair } from './support/session.js';

/** @typedef {0|1} Person */

/** @param {Pair} pair @param {string} way `0:ready 1:ready`, who taps what; each is heard at once and must do something */
function go(pair, way) {
  for (const tap of way.split(' ')) {
    const [person, event] = tap.split(':');
    pair.wait(1);
    assert.ok(pair.say(/** @type {Person} */ (Number(person)), event ?? ''), `${tap} in ${pair.view(0).phase}`);
  }
}

/** @param {Pair} pair @param {Person} person @param {string} field @param {any} value */
const write = (pair, person, field, value) => assert.ok(pair.say(person, 'write', { field, value }), `${field} of ${person}`);

const TO_CONCERNS = '0:ready 1:ready 0:yes-all-three 1:yes-all-three 0:named 1:topic-yes 0:pass 1:pass';
const UNDERSTAND = '1:said 0:yes-that 0:said 1:yes-that';
const THROUGH_GATE = '0:ready 1:ready 0:to-options';

const toOptions = () => {
  const pair = new Pair({ practice: sharedProblemSolving });
  go(pair, `${TO_CONCERNS} ${UNDERSTAND} ${THROUGH_GATE}`);
  return pair;
};

/** @param {Pair} pair @param {any} mine by line, of person 0 @param {any} theirs */
function mark(pair, mine, theirs) {
  go(pair, '0:ready 1:ready');
  write(pair, 0, 'mark', mine);
  write(pair, 1, 'mark', theirs);
  go(pair, '0:ready 1:ready');
}

/** @param {Pair} pair @param {Person} person */
const groups = (pair, person) =>
  /** @type {any[]} */ (pair.view(person).shown.find(({ kind }) => kind === 'groups')?.value ?? []).map((group) => [
    group.message.at(-1),
    ...group.entries.map((/** @type {any} */ { text }) => text),
  ]);

test('a restatement is said again as often as it takes', () => {
  const pair = new Pair({ practice: sharedProblemSolving });
  go(pair, TO_CONCERNS);
  for (let i = 0; i < 5; i += 1) {
    go(pair, `1:said 0:${i % 2 ? 'nearly' : 'not-yet'}`);
    assert.equal(pair.view(0).phase, 'missing-1');
    go(pair, '0:said-missing');
    assert.equal(pair.view(1).phase, 'restate-1');
  }
  go(pair, '1:said 0:yes-that 0:said 1:not-yet 1:said-missing 0:said 1:yes-that');
  assert.equal(pair.view(0).phase, 'gate');
});

test('options open with a yes from each: the gate cannot be skipped, nor opened by one', () => {
  const pair = new Pair({ practice: sharedProblemSolving });
  go(pair, `${TO_CONCERNS} ${UNDERSTAND} 0:pause`);
  assert.ok(pair.view(0).buttons.every(({ id }) => id !== 'skip'));
  assert.ok(!pair.tap(0, 'skip'));
  go(pair, '0:go-on 0:ready');
  assert.equal(pair.view(1).phase, 'gate');
  pair.states[0] = { ...pair.states[0], marks: [[...pair.states[0].marks[0], ['skip/99', 1]], pair.states[0].marks[1]] };
  const serial = pair.view(1).serial;
  pair.states[1] = { ...pair.states[1], marks: [[...pair.states[1].marks[0], [`skip/${serial}`, 1]], pair.states[1].marks[1]] };
  assert.equal(pair.view(1).phase, 'gate', 'a skip from an older phone does not open it');
  go(pair, '1:ready');
  assert.equal(pair.view(0).phase, 'understood');
});

test('back to understanding from every step after the gate, named for nobody, and options wait', () => {
  for (const [way, person] of /** @type {[string, Person][]} */ ([
    ['', 0],
    ['0:ready 1:ready', 1],
    ['0:ready 1:ready 0:ready 1:ready', 0],
    ['0:ready 1:ready 0:ready 1:ready 0:opened-on 1:opened-on', 1],
    ['0:ready 1:ready 0:ready 1:ready 0:opened-on 1:opened-on 0:ready 1:ready', 0],
    ['0:ready 1:ready 0:ready 1:ready 0:opened-on 1:opened-on 0:ready 1:ready 1:trial-said', 1],
  ])) {
    const pair = toOptions();
    write(pair, 0, 'option', ['breakfast by turns']);
    if (way) go(pair, way);
    go(pair, `${person}:understand-first`);
    for (const each of /** @type {Person[]} */ ([0, 1])) assert.equal(pair.view(each).phase, 'back', way);
    const [mine, theirs] = pair.states.map(({ marks }, i) => marks[i]?.find(([key]) => String(key).startsWith('jump/')));
    assert.deepEqual(mine, theirs, 'both phones write the same');
    go(pair, `0:begin-again ${UNDERSTAND}`);
    assert.equal(pair.view(1).phase, 'gate');
    go(pair, THROUGH_GATE);
    assert.deepEqual(pair.view(1).fields[0]?.oneList, [{ text: 'breakfast by turns', at: null }]);
  }
});

test('one list of both: in an order that names nobody, and each takes out only their own', () => {
  const pair = toOptions();
  write(pair, 0, 'option', ['walk', 'breakfast']);
  write(pair, 1, 'option', ['sleep in', 'coffee']);
  const lists = [0, 1].map((person) => pair.view(/** @type {Person} */ (person)).fields[0]?.oneList ?? []);
  for (const list of lists)
    assert.deepEqual(
      list.map(({ text }) => text),
      ['breakfast', 'coffee', 'sleep in', 'walk'],
    );
  assert.deepEqual(
    lists[0]?.map(({ at }) => at),
    [1, null, null, 0],
  );
  assert.ok(pair.view(0).shown.every(({ field }) => field !== 'option'));
  go(pair, '0:ready 1:ready');
  assert.deepEqual(
    pair.view(1).fields[0]?.marks.map(({ text }) => text),
    ['breakfast', 'coffee', 'sleep in', 'walk'],
  );
  assert.ok(pair.view(1).fields[0]?.marks.every((each) => !('person' in each)));
});

test('marks open in four groups, and no mark of one person is anywhere afterwards', () => {
  const pair = toOptions();
  write(pair, 0, 'option', ['a', 'b', 'c']);
  write(pair, 1, 'option', ['d', 'e']);
  mark(
    pair,
    [
      ['0/0', 0],
      ['0/1', 1],
      ['0/2', 0],
      ['1/0', 0],
    ],
    [
      ['0/0', 0],
      ['0/1', 0],
      ['0/2', 2],
    ],
  );
  for (const person of /** @type {Person[]} */ ([0, 1]))
    assert.deepEqual(groups(pair, person), [
      ['1', 'a'],
      ['2', 'b'],
      ['3', 'd', 'e'],
      ['4', 'c'],
    ]);
  const refused = /** @type {any[]} */ (pair.view(0).shown[0]?.value ?? []).at(-1);
  assert.equal(refused.isFolded, true);
  for (const state of pair.states) {
    assert.deepEqual(localOf(state).blind, [{}, {}]);
    assert.ok(!('mark' in localOf(state).fields[state.me]) && !('mark' in contribution(state).fields));
  }
});

test('marking nothing is no opinion and never a yes; a second time of marks counts alone', () => {
  const pair = toOptions();
  write(pair, 0, 'option', ['a']);
  go(pair, '0:ready 1:ready');
  write(pair, 0, 'mark', [['0/0', 0]]);
  go(pair, '0:ready 1:ready');
  assert.equal(pair.view(1).step, 'nothing');
  assert.deepEqual(groups(pair, 1), [['3', 'a']]);
  go(pair, '1:more-options');
  assert.equal(pair.view(0).phase, 'options');
  mark(pair, [['0/0', 1]], [['0/0', 0]]);
  for (const person of /** @type {Person[]} */ ([0, 1])) {
    assert.equal(pair.view(person).step, 'liveable');
    assert.deepEqual(groups(pair, person), [['2', 'a']]);
  }
});

test('both are asked why one is not for now, and only what is shared is seen', () => {
  const pair = toOptions();
  write(pair, 0, 'option', ['a']);
  mark(pair, [['0/0', 2]], [['0/0', 0]]);
  go(pair, '0:opened-on 1:opened-on');
  for (const person of /** @type {Person[]} */ ([0, 1])) assert.equal(pair.view(person).step, 'why-not');
  write(pair, 0, 'why-not', 'I sleep then');
  assert.ok(!JSON.stringify(contribution(pair.states[0])).includes('I sleep then'));
  go(pair, '0:keep-why-not 1:no-why-not');
  assert.equal(pair.view(1).phase, 'give');
  assert.ok(!JSON.stringify([contribution(pair.states[0]), pair.states[1]]).includes('I sleep then'));
});

test('a trial stands with a yes from each; a change or no agreement names nobody', () => {
  const pair = toOptions();
  go(pair, '0:ready 1:ready 0:ready 1:ready 0:opened-on 1:opened-on 0:ready 1:ready');
  write(pair, 1, 'trial', 'I wake you at seven');
  write(pair, 1, 'review', 1);
  go(pair, '1:trial-written 1:ready');
  assert.equal(pair.view(0).phase, 'agree');
  assert.ok(pair.view(0).shown.some(({ value }) => value === 'I wake you at seven'));
  go(pair, '0:change-trial');
  assert.equal(pair.view(1).phase, 'trial');
  write(pair, 1, 'trial', 'I wake you at eight');
  go(pair, '1:trial-written 0:ready 1:ready');
  assert.equal(pair.view(0).phase, 'thanks');
  const other = toOptions();
  go(other, '0:ready 1:ready 0:ready 1:ready 0:opened-on 1:opened-on 1:no-agreement');
  assert.deepEqual(
    [0, 1].map((person) => other.view(/** @type {Person} */ (person)).prompt?.id),
    ['shared-problem-solving-none', 'shared-problem-solving-none'],
  );
});

test('on one phone marks are covered for both, since it lay between them', () => {
  const pair = new Pair({ practice: sharedProblemSolving, mode: 'one-phone' });
  const tap = (/** @type {string} */ event) => {
    const by = personOnScreen(pair.states[0]);
    pair.wait(1);
    const shown = view(pair.states[0], by, pair.now).buttons.find(({ id }) => id === event);
    assert.ok(shown && pair.tap(0, event, { by, ...shown.event }), event);
  };
  for (const event of 'ready begin named topic-yes pass pass said yes-that said yes-that ready to-options pass pass'.split(' ')) tap(event);
  assert.deepEqual(pair.view(0).cover, { to: 0 });
  assert.deepEqual(pair.view(0).fields, []);
  tap('uncover');
  tap('ready');
  assert.deepEqual(pair.view(0).cover, { to: 1 });
  tap('uncover');
  tap('ready');
  assert.equal(pair.view(0).phase, 'opened-table');
});
