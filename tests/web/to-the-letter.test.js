/** Single sentences of the practices' text, each held against the data: what is easily lost when a practice is changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contribution, given, holds, situation } from '../../web/core/practice.js';
import { isSlotHere } from '../../web/core/slot.js';
import { loadPractice } from '../../web/practices/registry.js';
import { Pair } from './support/session.js';

/** @typedef {0|1} Person */
const PEOPLE = /** @type {const} */ ([0, 1]);

/** @param {string} id @param {object} [how] */
const pairOf = async (id, how = {}) => new Pair({ practice: /** @type {any} */ (await loadPractice(id)), ...how });

/** Both tap what leads on, else what stands first, writing nothing but `words`, until this phase. @param {Pair} pair @param {string} phase @param {Readonly<Record<string, any>>} [words] by field */
function to(pair, phase, words = {}) {
  for (let step = 0; step < 200 && pair.view(0).phase !== phase; step += 1) {
    for (const person of PEOPLE) {
      if (pair.view(person).phase === phase) break;
      for (const { name } of pair.view(person).fields) if (name in words) pair.say(person, 'write', { field: name, value: words[name] });
      const { buttons } = pair.view(person);
      const button = buttons.find(({ primary }) => primary) ?? buttons[0];
      if (button) pair.say(person, button.event.type);
      pair.wait(1);
    }
  }
  assert.equal(pair.view(0).phase, phase);
}

/** @param {Pair} pair @param {Person} person */
const buttons = (pair, person) => pair.view(person).buttons.map(({ id }) => id);

test('praise: ten quiet minutes are ten, at any length', async () => {
  for (const length of ['short', 'usual', 'long']) {
    const pair = await pairOf('praise-plus-together', { length });
    to(pair, 'choose');
    const none = pair.view(0).fields[0]?.marks.map(({ name }) => [name, 2]);
    to(pair, 'chosen', { marks: none });
    assert.ok(pair.say(1, 'quiet-minutes'));
    assert.equal(pair.view(0).timer?.lengthMs, 600_000);
    assert.ok(pair.say(0, 'we-are-back'));
    assert.equal(pair.view(1).phase, 'keep');
  }
});

test('praise: whoever receives has two answers', async () => {
  const pair = await pairOf('praise-plus-together');
  to(pair, 'praise');
  const receiver = pair.view(0).hasFloor ? 1 : 0;
  assert.deepEqual(buttons(pair, receiver), ['thank-you', 'take-in']);
});

test('deep listening: what a word means is asked only when the words are kept for both, beside the words', async () => {
  for (const isKept of [true, false]) {
    const pair = await pairOf('deep-listening');
    to(pair, 'lists', { 'heard-words': ['tired'], 'meant-words': ['lonely'] });
    pair.say(0, 'keep-for-both');
    pair.say(1, isKept ? 'keep-for-both' : 'keep-for-me');
    const { phase, fields, shown, prompt } = pair.view(0);
    assert.equal(phase, 'meaning');
    assert.deepEqual([fields.length, prompt?.id], isKept ? [1, 'deep-listening-meaning'] : [0, 'deep-listening-stay']);
    assert.deepEqual(
      shown.map(({ value }) => value),
      [['lonely']],
    );
  }
});

test('structured listening: every question may be passed', async () => {
  const pair = await pairOf('structured-listening');
  to(pair, 'questions');
  const teller = pair.view(0).hasFloor ? 1 : 0;
  for (let question = 0; question < 3; question += 1) {
    assert.ok(pair.say(teller, 'pass-question'));
    assert.equal(pair.view(teller).prompt?.id, 'structured-listening-passed');
    assert.ok(pair.say(/** @type {Person} */ (1 - teller), 'other-cards'));
    assert.equal(pair.view(/** @type {Person} */ (1 - teller)).prompt?.id, 'structured-listening-ask');
  }
});

test('whoever is asked in own time has the way to help that is only for them, before anything is written', async () => {
  for (const id of ['perspective-first', 'shared-storytelling', 'shared-problem-solving', 'pause-in-conflict']) {
    const pair = await pairOf(id, { mode: 'own-time' });
    for (const person of PEOPLE) {
      for (let step = 0; step < 9 && !pair.view(person).part; step += 1) {
        const other = /** @type {Person} */ (1 - person);
        for (const { name, kind } of pair.view(other).fields)
          pair.say(other, 'write', { field: name, value: kind === 'lines' ? ['a line'] : 'words' });
        const button = pair.view(other).buttons.find(({ primary }) => primary);
        if (button) pair.say(other, button.event.type);
      }
      const { part, phase } = pair.view(person);
      assert.equal(part, FITS.includes(id) ? 'fit' : 'afraid', `${id}: ${phase}`);
      if (!FITS.includes(id)) continue;
      assert.ok(pair.say(person, 'yes-all-three'));
      assert.equal(pair.view(person).part, 'afraid', `${id}: ${phase}`);
    }
  }
});

/** Heavier practices that begin in own time by writing. */
const FITS = ['perspective-first', 'shared-storytelling', 'shared-problem-solving'];

test('in own time each is asked first whether it is a good moment; a no moves nothing, leaves the phone in nothing, and is asked anew', async () => {
  for (const id of FITS) {
    const pair = await pairOf(id, { mode: 'own-time' });
    const before = JSON.stringify(pair.states[1]);
    assert.deepEqual([pair.view(0).prompt?.id, pair.view(0).fields.length], ['practice-fit', 0], id);
    assert.ok(pair.say(0, 'not-today'));
    assert.equal(pair.view(0).prompt?.id, 'practice-another-time');
    assert.deepEqual(buttons(pair, 0), ['another-time', 'breathe-together', 'hear-myself']);
    assert.ok(pair.say(0, 'another-time'));
    assert.equal(JSON.stringify(pair.states[1]), before, `${id}: the other phone knows of it`);
    assert.equal(pair.view(0).prompt?.id, 'practice-fit', 'asked anew');
    assert.ok(pair.say(0, 'yes-all-three'));
    assert.ok(pair.view(0).fields.length > 0, id);
  }
});

test('problem solving: both read, before they begin, when not to decide it here', async () => {
  const pair = await pairOf('shared-problem-solving');
  to(pair, 'topic');
  for (const person of PEOPLE) assert.equal(pair.view(person).small?.id, 'shared-problem-solving-warning');
});

test('storytelling in own time: what was meant and what arrived stand side by side before the line on the gap', async () => {
  const pair = await pairOf('shared-storytelling', { mode: 'own-time' });
  to(pair, 'write-gap', { story: 'a story', 'told-back': 'told back', 'meant-line': 'meant', 'arrived-line': 'arrived' });
  for (const person of PEOPLE) {
    assert.deepEqual(
      pair.view(person).shown.map(({ field }) => field),
      ['meant-line', 'meant-line', 'arrived-line', 'arrived-line'],
    );
  }
});

test('storytelling: the lighter wish holds, the story that suits both stands above whoever tells, and nothing says who wanted less', async () => {
  const pair = await pairOf('shared-storytelling');
  to(pair, 'depth');
  for (const [person, depth] of /** @type {const} */ ([
    [0, 2],
    [1, 1],
  ])) {
    pair.say(person, 'write', { field: 'depth', value: depth });
    pair.say(person, 'deep-enough');
  }
  const [mine, theirs] = PEOPLE.map((person) => pair.view(person).fields[0]?.marks.map(({ name }) => name) ?? []);
  assert.deepEqual(mine, theirs);
  assert.equal(mine?.length, 4, 'three of the deck, and one of their own');
  const card = mine?.[2] ?? '';
  for (const person of PEOPLE) {
    pair.say(person, 'write', { field: 'pick', value: mine?.map((name) => [name, name === card ? person : 2]) });
    pair.say(person, 'picked');
  }
  for (const person of PEOPLE) assert.equal(pair.view(person).shown[0]?.value, card);
  to(pair, 'tell', { angle: 0 });
  for (const person of PEOPLE) assert.equal(pair.view(person).shown[0]?.value, card);
});

test('storytelling: where no story suits both, either leads to three others', async () => {
  const pair = await pairOf('shared-storytelling');
  to(pair, 'prompt', { depth: 0 });
  const before = pair.view(0).cards;
  for (const person of PEOPLE) {
    pair.say(person, 'write', { field: 'pick', value: before.map((name) => [name, 2]) });
    pair.say(person, 'picked');
  }
  assert.equal(pair.view(1).prompt?.id, 'shared-storytelling-none-yet');
  assert.ok(pair.say(1, 'other-stories'));
  assert.equal(pair.view(0).phase, 'prompt');
  assert.notDeepEqual(pair.view(0).cards, before);
});

test('how heard one felt is asked after everything in which somebody tells, of each alone, and stays with them', async () => {
  for (const id of [
    'structured-listening',
    'perspective-first',
    'shared-storytelling',
    'compassionate-curiosity',
    'shared-problem-solving',
  ]) {
    const pair = await pairOf(id);
    to(pair, 'heard', { angle: 0, depth: 0, situation: 'a title', trial: 'a trial', mark: [['0/0', 0]], option: ['one'] });
    for (const person of PEOPLE) assert.equal(pair.view(person).fields[0]?.privateUntil, 'shared', id);
    pair.say(0, 'write', { field: 'heard', value: 1 });
    pair.say(0, 'keep-heard');
    assert.equal(pair.states[1].theirs['heard'], undefined, id);
  }
});

test('perspective first: slowed down by either, both are asked what they do not know yet, and go on when they like', async () => {
  const pair = await pairOf('perspective-first');
  to(pair, 'guess', { situation: 'a title' });
  const before = PEOPLE.map((person) => pair.view(person).prompt?.id);
  assert.ok(pair.say(0, 'slow-down'));
  for (const person of PEOPLE) assert.equal(pair.view(person).prompt?.id, 'perspective-first-slowed');
  assert.ok(pair.say(1, 'on-again'));
  assert.deepEqual(
    PEOPLE.map((person) => pair.view(person).prompt?.id),
    before,
  );
});

test('problem solving: a trial that was written and not agreed is told apart from one that both said yes to', async () => {
  const practice = await loadPractice('shared-problem-solving');
  const isDraftUntil = (/** @type {string} */ name) => practice?.fields.find((field) => field.name === name)?.agreedAt;
  assert.deepEqual(['trial', 'review'].map(isDraftUntil), ['end', 'end']);
  for (const [event, isAgreed] of /** @type {const} */ ([
    ['ready', true],
    ['no-agreement', false],
  ])) {
    const pair = await pairOf('shared-problem-solving');
    to(pair, 'agree', { trial: 'a trial', option: ['one'], mark: [['0/0', 1]] });
    for (const person of PEOPLE) pair.say(person, event);
    if (isAgreed) to(pair, 'end');
    assert.equal(pair.view(1).phase, isAgreed ? 'end' : 'no-agreement');
  }
});

/** Both mark stones, each their own way, and walk them. @param {Pair} pair @param {(stone: number, person: Person) => number} mark */
function walkStones(pair, mark) {
  to(pair, 'choose');
  for (const person of PEOPLE) {
    const [field] = pair.view(person).fields;
    pair.say(person, 'write', { field: 'stones', value: field?.marks.map(({ name }, i) => [name, mark(i, person)]) });
    pair.say(person, 'marked');
  }
}

test('memory map: only stones both chose are seen, in the order of the path; rather not makes one step aside without a word', async () => {
  const pair = await pairOf('memory-map', { isFirst: false });
  walkStones(pair, (stone, person) => ([0, 2, 5].includes(stone) || (person === 0 && stone < 9) ? 0 : 1));
  const names = pair.states[0].session.decks?.['stones'] ?? [];
  const chosen = [0, 2, 5].map((i) => names[i] ?? '').toSorted();
  for (const person of PEOPLE) {
    assert.deepEqual(
      pair.view(person).results['stones'],
      chosen.map((name, place) => [name, place]),
    );
    assert.ok(!JSON.stringify(pair.view(person)).includes(`"${names[1]}"`));
  }
});

test('memory map: each stone in turn, the next one the other way round; three usual, five in the long form only where both marked as many', async () => {
  for (const [length, marked, told] of /** @type {const} */ ([
    ['usual', 5, 3],
    ['long', 5, 5],
    ['long', 4, 4],
    ['long', 2, 3],
  ])) {
    const pair = await pairOf('memory-map', { isFirst: false, length });
    walkStones(pair, (stone) => (stone < marked ? 0 : 1));
    /** @type {(readonly [string, Person])[]} */ const seen = [];
    for (let step = 0; step < 60 && pair.view(0).phase !== 'today'; step += 1) {
      const floor = pair.view(0).hasFloor ? 0 : 1;
      const { phase, buttons: offered } = pair.view(floor);
      if (phase.startsWith('tell') && seen.at(-1)?.[0] !== phase) seen.push(/** @type {const} */ ([phase, floor]));
      const way = offered.find(({ id }) => ['pass', 'pass-on', 'without-words'].includes(id)) ?? offered[0];
      pair.say(floor, way?.id ?? '');
      if (pair.view(0).phase === 'way') pair.say(1, 'ready');
    }
    assert.equal(seen.length, told * 2, `${length}, ${marked}`);
    assert.deepEqual(
      seen.slice(0, 4).map(([, floor]) => floor),
      [0, 1, 1, 0],
    );
  }
});

test('memory map: a joining sentence stands with yes, or beside a line of the other, and left it is gone from both', async () => {
  for (const answer of ['yes-that', 'and-also', 'leave-it']) {
    const pair = await pairOf('memory-map');
    to(pair, 'join-1');
    assert.ok(pair.say(1, 'i-write'));
    pair.say(1, 'write', { field: 'join-1', value: 'and so we stayed' });
    assert.equal(pair.view(0).shown[0]?.value, 'and so we stayed', 'the other sees it grow');
    assert.deepEqual(buttons(pair, 0), [], 'and answers when it is written');
    assert.ok(pair.say(1, 'written'));
    assert.deepEqual(buttons(pair, 0), ['yes-that', 'and-also', 'leave-it']);
    assert.ok(pair.say(0, answer));
    if (answer === 'and-also') {
      pair.say(0, 'write', { field: 'join-1', value: 'every winter' });
      for (const person of PEOPLE) assert.ok(pair.say(person, 'both-lines'));
    }
    assert.equal(pair.view(0).phase, 'tell-2');
    const lines = PEOPLE.map((person) => contribution(pair.states[person]).fields['join-1']);
    assert.deepEqual(lines, [answer === 'and-also' ? 'every winter' : undefined, answer === 'leave-it' ? undefined : 'and so we stayed']);
  }
});

test('pause: what one wrote in it is at hand while one says the feeling, on one’s own phone, and its writer says what happens with it', async () => {
  const pair = await pairOf('pause-in-conflict');
  pair.states[0] = given(pair.states[0], 'notes', ['cornered', 'in the throat']);
  to(pair, 'feel');
  const teller = /** @type {Person} */ (pair.view(0).hasFloor ? 0 : 1);
  if (teller === 1) to(pair, 'feel-back');
  const shown = (/** @type {Person} */ person) => pair.view(person).shown.map(({ value }) => value);
  assert.deepEqual(shown(0), [], 'not before it is asked for');
  assert.ok(pair.say(0, 'use-my-words'));
  assert.deepEqual(shown(0), [['cornered', 'in the throat']]);
  assert.deepEqual(shown(1), []);
  assert.ok(!JSON.stringify(contribution(pair.states[0])).includes('cornered'));
  to(pair, 'left');
  assert.equal(pair.view(0).step, 'notes-left');
  assert.notEqual(pair.view(1).step, 'notes-left', 'who wrote nothing is asked nothing');
  const [first] = pair.view(0).buttons;
  assert.deepEqual([first?.id, first?.primary], ['erase-notes', true]);
  assert.ok(pair.say(0, 'erase-notes'));
  assert.equal(pair.states[0].local.fields[0]['notes'], undefined);
});

test('pause: of one’s own notes one line can be shared, and nothing else of them is', async () => {
  const pair = await pairOf('pause-in-conflict');
  pair.states[0] = given(pair.states[0], 'notes', ['cornered', 'in the throat']);
  to(pair, 'left');
  assert.ok(pair.say(0, 'want-line'));
  assert.equal(pair.view(0).step, 'line');
  assert.deepEqual(buttons(pair, 0), ['no-line'], 'an empty line is not shared');
  pair.say(0, 'write', { field: 'line', value: 'I was afraid we would not talk again' });
  assert.ok(pair.say(0, 'share-line'));
  assert.equal(pair.view(0).step, 'rest', 'and the notes are asked about as ever');
  assert.ok(pair.say(0, 'erase-notes'));
  for (const person of PEOPLE) pair.say(person, 'breathed');
  for (const person of PEOPLE) {
    assert.equal(pair.view(person).phase, 'end');
    assert.deepEqual(
      pair.view(person).shown.map(({ value }) => value),
      ['I was afraid we would not talk again'],
    );
  }
  assert.ok(!JSON.stringify(contribution(pair.states[0])).includes('cornered'));

  const kept = await pairOf('pause-in-conflict');
  kept.states[0] = given(kept.states[0], 'notes', ['cornered']);
  to(kept, 'left');
  for (const event of ['want-line', 'back', 'keep-notes', 'breathed']) assert.ok(kept.say(0, event), event);
});

test('in own time what is sealed and not opened by both is taken back: a draft again, and the other sees nothing of it', async () => {
  for (const [id, words] of /** @type {const} */ ([
    ['perspective-first', { situation: 'a title', was: 'a secret' }],
    ['shared-storytelling', { title: 'a title', story: 'a secret' }],
  ])) {
    const pair = await pairOf(id, { mode: 'own-time' });
    for (const person of PEOPLE) pair.say(person, 'yes-all-three');
    const seal = () => {
      for (const [field, value] of Object.entries(words)) pair.say(0, 'write', { field, value });
      const button = pair.view(0).buttons.find(({ primary }) => primary);
      assert.ok(pair.say(0, button?.id ?? ''), id);
    };
    seal();
    assert.ok(JSON.stringify(contribution(pair.states[0])).includes('a secret'));
    const before = pair.view(1).prompt?.id;
    assert.deepEqual(buttons(pair, 0), ['take-back'], id);
    assert.ok(pair.say(0, 'take-back'));
    assert.ok(!JSON.stringify(contribution(pair.states[0])).includes('a secret'), `${id}: still with the other`);
    assert.ok(
      pair.view(0).fields.some(({ value }) => value === 'a secret'),
      `${id}: typed, and lost`,
    );
    if (id === 'shared-storytelling') assert.equal(pair.view(1).prompt?.id, before);
    pair.say(0, 'write', { field: 'was', value: 'another' });
    seal();
    pair.say(1, 'yes-all-three');
    pair.say(1, 'write', { field: id === 'perspective-first' ? 'sealed-guess' : 'story', value: 'theirs' });
    pair.say(1, id === 'perspective-first' ? 'send-guess' : 'seal-story');
    assert.ok(!buttons(pair, 0).includes('take-back'), `${id}: opened`);
    assert.ok(
      pair.view(1).shown.some(({ value }) => value === 'a secret'),
      id,
    );
  }
});

test('praise: an idea of one’s own joins the cards and is marked like the others; far apart the same hour is said', async () => {
  const pair = await pairOf('praise-plus-together', { variant: 'far' });
  to(pair, 'choose');
  assert.ok(pair.say(0, 'write', { field: 'idea', value: ['Fly a kite'] }));
  for (const person of PEOPLE) {
    const marks = pair.view(person).fields.find(({ kind }) => kind === 'marks')?.marks ?? [];
    assert.ok(marks.some(({ text }) => text === 'Fly a kite'));
    pair.say(person, 'write', { field: 'marks', value: marks.map(({ name, text }) => [name, text ? 0 : 1]) });
  }
  for (const person of PEOPLE) pair.say(person, 'ready');
  const { shown, small } = pair.view(1);
  assert.deepEqual([shown[0]?.value, shown[0]?.message, small?.id], ['Fly a kite', null, 'praise-plus-together-same-hour']);
});

test('storytelling: the board stays only where both keep it; else each line is its writer’s own note again', async () => {
  for (const isKept of [true, false]) {
    const pair = await pairOf('shared-storytelling');
    to(pair, 'keep-board', { angle: 0, depth: 0, meant: 'what I meant', arrived: 'what arrived' });
    pair.say(0, 'keep-board');
    pair.say(1, isKept ? 'keep-board' : 'leave-board');
    assert.equal(pair.view(0).phase, 'heard');
    for (const person of PEOPLE) {
      const { fields } = contribution(pair.states[person]);
      assert.deepEqual(
        ['meant', 'arrived'].map((name) => fields[name] !== undefined),
        [isKept, isKept],
      );
      assert.equal(pair.states[person].local.fields[person]['meant'], 'what I meant', 'typed, and lost');
    }
  }
});

test('deep listening: what may be carried on depends on whether one spoke or listened', async () => {
  const practice = await loadPractice('deep-listening');
  const pair = await pairOf('deep-listening', { starter: 1 });
  to(pair, 'end');
  const rows = PEOPLE.map((person) =>
    practice?.followUps
      .filter(({ when = [] }) => when.every((each) => holds(situation(pair.states[person], person, pair.now), each)))
      .map(({ to: kind }) => kind),
  );
  assert.deepEqual(rows, [['act'], ['request']]);
});

test('a place in the day comes with its hour, on Sunday only where that was chosen, and with “No” never', () => {
  const at = (/** @type {number} */ day, /** @type {number} */ hour) => new Date(2026, 10, day, hour);
  assert.deepEqual(
    [17, 18, 23].map((hour) => isSlotHere(0, at(26, hour))),
    [false, true, true],
  );
  assert.deepEqual([isSlotHere(3, at(28, 12)), isSlotHere(3, at(29, 12))], [false, true]);
  for (const none of [4, undefined, 'x', null]) assert.equal(isSlotHere(none, at(29, 23)), false);
});
