import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../../web/core/codec.js';
import { contribution, jointOf, localOf, next, nextStarter, receive, restore, setVoice, start } from '../../web/core/practice.js';
import { view } from '../../web/core/practice-view.js';
import { dailyCheckIn } from '../../web/practices/daily-check-in.js';
import { Pair, SESSION, T0 } from './support/session.js';

/** @typedef {0|1} Person */

/** @param {Pair} pair */
const phases = (pair) => [pair.view(0).phase, pair.view(1).phase];
/** @param {import('../../web/core/practice-view.js').View} shown */
const buttons = (shown) => shown.buttons.map((each) => each.id);

test('the whole check-in, from the invitation to the close', () => {
  const pair = new Pair();
  assert.equal(pair.view(0).phase, 'begin');
  pair.say(0, 'ready');
  assert.deepEqual(phases(pair), ['begin', 'begin'], 'one tap begins nothing');
  pair.say(1, 'ready');
  assert.deepEqual(phases(pair), ['weather', 'weather']);
  assert.equal(pair.view(0).prompt?.id, 'weather-sky-prompt');
  pair.say(0, 'next');
  assert.deepEqual([pair.view(0).step, pair.view(1).step], ['words', 'sky'], 'each goes at own pace');
  pair.say(0, 'enough');
  pair.say(0, 'share', { fields: [], goodNews: true });
  assert.equal(pair.view(0).prompt?.id, 'weather-sealed');
  assert.equal(pair.view(1).prompt?.id, 'weather-sky-prompt');
  pair.say(1, 'enough');
  pair.say(1, 'share-nothing');
  assert.equal(pair.view(1).prompt?.id, 'weather-kept');
  pair.say(1, 'done');
  assert.deepEqual(phases(pair), ['open', 'open']);
  pair.say(1, 'begin-them');
  for (const [teller, listener] of /** @type {[Person, Person][]} */ ([
    [0, 1],
    [1, 0],
  ])) {
    assert.deepEqual(phases(pair), ['speak', 'speak']);
    const speaks = pair.view(teller);
    const listens = pair.view(listener);
    assert.equal(speaks.role?.id, 'live-role-floor');
    assert.equal(listens.role?.id, 'live-role-listen');
    assert.match(speaks.prompt?.id ?? '', /^live-opener-\d+$/);
    assert.equal(listens.prompt, null);
    assert.equal(listens.cue?.id, teller === 0 ? 'live-cue-good-news' : 'live-cue-shoulders');
    assert.ok(listens.urges && !speaks.urges);
    assert.deepEqual(buttons(speaks), ['pass']);
    pair.say(teller, 'pass');
    assert.deepEqual(phases(pair), ['reflect', 'reflect']);
    assert.equal(pair.view(listener).prompt?.id, teller === 0 ? 'live-reflect-good-news' : 'live-reflect-prompt');
    pair.say(listener, 'said');
    pair.say(teller, 'that-is-it');
    assert.deepEqual(phases(pair), ['ask', 'ask']);
    assert.equal(pair.view(listener).cards.length, 3);
    assert.equal(pair.view(teller).cards.length, 0);
    pair.say(listener, 'asked');
    pair.say(teller, 'answered');
  }
  assert.deepEqual(phases(pair), ['close', 'close']);
  pair.tap(0, 'write', { field: 'parked', value: 'the garage' });
  pair.say(0, 'park');
  assert.equal(pair.view(0).prompt?.id, 'live-heard', 'nobody waits at the end');
  assert.equal(pair.view(1).theirs['parked'], 'the garage');
  pair.say(1, 'nothing-to-park');
  assert.deepEqual(phases(pair), ['heard', 'heard']);
  pair.say(0, 'close');
  assert.deepEqual([pair.view(0).isClosed, pair.view(1).isClosed], [true, false]);
});

test('the bell ends nothing: it says take what you need, and more time gives the ring a minute', () => {
  const pair = new Pair().toSpeak();
  pair.wait(119);
  assert.equal(pair.view(0).timer?.isOvertime, false);
  assert.equal(pair.say(0, 'more-time'), false, 'only after the bell');
  pair.wait(31);
  assert.equal(pair.view(0).notice?.id, 'live-take-what-you-need');
  assert.equal(pair.view(0).sound?.kind, 'bell');
  assert.equal(pair.view(1).sound, null, 'the bell rings where the floor is');
  pair.say(0, 'more-time');
  assert.equal(pair.view(1).timer?.lengthMs, 210_000);
  assert.equal(pair.view(1).timer?.isOvertime, false);
  pair.wait(3600);
  assert.deepEqual(phases(pair), ['speak', 'speak']);
});

test('cues come at their moment, one at a time', () => {
  const pair = new Pair().toSpeak();
  assert.equal(pair.view(1).cue?.id, 'live-cue-shoulders');
  assert.equal(pair.view(1).changesAt, T0 + 10_000);
  pair.wait(49);
  assert.equal(pair.view(1).changesAt, T0 + 50_000);
  assert.equal(pair.view(1).cue?.id, 'live-cue-shoulders');
  pair.wait(1);
  assert.equal(pair.view(1).cue?.id, 'live-cue-curious');
  pair.say(1, 'good-news');
  assert.equal(pair.view(1).cue?.id, 'live-cue-good-news');
  assert.equal(pair.say(1, 'good-news'), false);
});

test('no timer, no bell', () => {
  const pair = new Pair({ length: 'none' }).toSpeak();
  pair.wait(9000);
  assert.equal(pair.view(0).timer, null);
  assert.equal(pair.view(0).sound?.kind, 'tone');
});

test('pause: the other is paused too, nobody is named, both come back, the ring goes on where it was', () => {
  const pair = new Pair({ skewMs: 400_000 }).toSpeak();
  pair.wait(30);
  pair.tap(1, 'pause');
  assert.equal(pair.view(1).prompt?.id, 'live-pause-sheet');
  pair.meet();
  assert.equal(pair.view(0).sheet, null, 'opening the sheet shows nothing on the other phone');
  pair.say(1, 'pause-20');
  assert.equal(pair.view(0).prompt?.args['time'], T0 + 30_000 + 20 * 60_000);
  const shown = [0, 1].map((person) => {
    const { person: _, role, hasFloor, ...rest } = pair.view(/** @type {Person} */ (person));
    return { prompt: rest.prompt?.id, small: rest.small, buttons: rest.buttons, paused: rest.paused?.isReady };
  });
  assert.deepEqual(shown[0], shown[1]);
  const written = pair.states.map((state, i) => state.marks[/** @type {Person} */ (i)].some(([key]) => key === 'pause/1'));
  assert.deepEqual(written, [true, true], 'each wrote the same mark in its own field');
  pair.wait(600);
  pair.say(0, 'ready-again');
  assert.equal(pair.view(0).small?.id, 'live-ready-first');
  assert.equal(pair.view(1).paused?.isReady, false);
  assert.deepEqual(buttons(pair.view(1)), ['ready-again', 'longer', 'stop'], 'nobody is shown waiting');
  pair.say(1, 'longer');
  assert.equal(pair.view(0).paused?.untilMs, T0 + 30_000 + 30 * 60_000);
  pair.say(1, 'ready-again');
  assert.equal(pair.view(0).prompt?.id, 'live-back-where-you-were');
  pair.say(0, 'continue');
  pair.say(1, 'continue');
  assert.equal(pair.view(0).timer?.elapsedMs, 30_000);
  assert.equal(pair.view(1).timer?.elapsedMs, 30_000);
});

test('stop: both phones alike, at once; going on needs both, and one tap alone shows nothing', () => {
  const pair = new Pair().toSpeak();
  pair.say(1, 'stop');
  for (const person of /** @type {Person[]} */ ([0, 1])) {
    assert.equal(pair.view(person).prompt?.id, 'live-stopped');
    assert.deepEqual(buttons(pair.view(person)), ['close', 'pick-up-again']);
  }
  assert.ok(
    pair.states[0].marks[0].some(([key]) => key === 'stop/1'),
    'each wrote the same mark in its own field',
  );
  const before = JSON.stringify(pair.view(1));
  pair.say(0, 'pick-up-again');
  assert.equal(JSON.stringify(pair.view(1)), before);
  pair.wait(50);
  pair.say(1, 'pick-up-again');
  assert.equal(pair.view(0).prompt?.id, 'live-back-where-you-were');
  pair.say(0, 'continue');
  assert.equal(pair.view(0).phase, 'speak');
  assert.equal(pair.view(0).timer?.elapsedMs, 0);
});

test('not quite, once: the missing part is asked for on both phones', () => {
  const pair = new Pair().toSpeak();
  pair.say(0, 'pass');
  pair.say(0, 'not-quite');
  assert.deepEqual([pair.view(0).prompt?.id, pair.view(1).prompt?.id], ['live-reflect-missing', 'live-reflect-missing']);
  assert.equal(pair.say(0, 'not-quite'), false);
  pair.say(1, 'said');
  assert.deepEqual(phases(pair), ['ask', 'ask']);
});

test('questions: three drawn, alike after a reload, others on request, none twice before the list is through', () => {
  const pair = new Pair().toSpeak();
  pair.say(0, 'pass');
  pair.say(0, 'that-is-it');
  const seen = new Set(pair.view(1).cards);
  for (let i = 0; i < 6; i += 1) {
    pair.say(1, 'other-cards');
    for (const card of pair.view(1).cards) seen.add(card);
  }
  assert.equal(seen.size, 21);
  pair.say(0, 'pass-question');
  assert.equal(pair.view(0).prompt?.id, 'live-ask-passed');
  pair.say(0, 'on-we-go');
  assert.equal(pair.view(0).notice?.id, 'live-other-way-round');
});

test('skip: both go on, nobody is named', () => {
  const pair = new Pair().toSpeak();
  pair.tap(1, 'pause');
  pair.say(1, 'skip');
  assert.deepEqual(phases(pair), ['reflect', 'reflect']);
  assert.deepEqual([pair.view(0).notice?.id, pair.view(1).notice?.id], ['live-skipped', 'live-skipped']);
});

test('who begins can be chosen where the skies open, and alternates between sessions', () => {
  const pair = new Pair({ starter: 0 }).toSpeak();
  assert.equal(pair.view(0).rolePerson, 0);
  const other = new Pair();
  for (const person of /** @type {Person[]} */ ([0, 1])) other.say(person, 'ready');
  other.say(0, 'begin-by-voice');
  const primary = (/** @type {Person} */ person) =>
    other
      .view(person)
      .buttons.filter((each) => each.primary)
      .map(({ id }) => id);
  assert.deepEqual([primary(0), primary(1)], [['begin-me'], ['begin-them']], 'both phones offer the same person first');
  other.say(1, 'begin-me');
  assert.equal(other.view(0).rolePerson, 1);
  assert.equal(other.view(1).hasFloor, true);
  assert.equal(nextStarter([]), 0);
  assert.equal(
    nextStarter([
      { at: 1, starter: 0, reached: 4 },
      { at: 2, starter: 1, reached: 9 },
    ]),
    0,
  );
  assert.equal(
    nextStarter([
      { at: 3, starter: 0, reached: 0 },
      { at: 2, starter: 0, reached: 9 },
    ]),
    1,
    'only looked at does not count',
  );
});

test('just stay ends it for both', () => {
  const pair = new Pair();
  for (const person of /** @type {Person[]} */ ([0, 1])) pair.say(person, 'ready');
  pair.say(0, 'begin-by-voice');
  pair.say(1, 'just-stay');
  assert.deepEqual([pair.view(0).prompt?.id, pair.view(0).isEnded, pair.view(1).isEnded], ['open-stayed', true, true]);
});

test('both offline in one room: each taps, and at contact one place remains', () => {
  const pair = new Pair({ mode: 'voice' });
  for (const person of /** @type {Person[]} */ ([0, 1])) {
    for (const type of ['we-said-it', 'begin-by-voice']) assert.ok(pair.tap(person, type));
  }
  pair.tap(0, 'begin-me');
  pair.tap(1, 'begin-them');
  pair.wait(100).tap(0, 'pass');
  pair.wait(2).tap(1, 'pass');
  assert.deepEqual(phases(pair), ['reflect', 'reflect']);
  pair.meet();
  assert.equal(jointOf(pair.states[0]).serial, jointOf(pair.states[1]).serial);
  assert.equal(pair.view(0).timer?.elapsedMs, 2000, 'the first tap counts');
  assert.equal(pair.view(1).timer?.elapsedMs, 2000);
});

test('out of step is asked, and one answer settles it; one step apart is only a tap on its way', () => {
  const pair = new Pair().toSpeak();
  pair.states = [setVoice(pair.states[0], true), setVoice(pair.states[1], true)];
  for (const type of ['pass', 'said', 'answered']) assert.ok(pair.tap(0, type), type);
  pair.tap(1, 'pass');
  pair.states = [setVoice(pair.states[0], false), setVoice(pair.states[1], false)];
  pair.meet();
  for (const person of /** @type {Person[]} */ ([0, 1])) assert.equal(pair.view(person).prompt?.id, 'live-out-of-step');
  pair.say(1, 'this-one');
  assert.deepEqual(phases(pair), ['reflect', 'reflect']);
  assert.equal(pair.view(0).isOutOfStep, false);

  const near = new Pair().toSpeak();
  near.states = [setVoice(near.states[0], true), setVoice(near.states[1], true)];
  near.tap(0, 'pass');
  near.tap(1, 'pass');
  near.tap(1, 'said');
  near.states = [setVoice(near.states[0], false), setVoice(near.states[1], false)];
  near.meet();
  assert.deepEqual(phases(near), ['ask', 'ask']);
  assert.deepEqual([near.view(0).isOutOfStep, near.view(1).isOutOfStep], [false, false]);
});

test('a phone that only slept follows without a question', () => {
  const pair = new Pair().toSpeak();
  for (const [person, type] of /** @type {[Person, string][]} */ ([
    [0, 'pass'],
    [0, 'that-is-it'],
  ]))
    pair.tap(person, type);
  assert.equal(phases(pair)[1], 'speak');
  pair.meet();
  assert.deepEqual(phases(pair), ['ask', 'ask']);
});

test('a killed phone comes back to the right phase from what was kept, through the one byte form', () => {
  const pair = new Pair({ skewMs: -90_000 }).toSpeak();
  pair.say(0, 'pass');
  pair.tap(1, 'pause');
  const kept = decode(encode(contribution(pair.states[1]).marks));
  const theirs = decode(encode(contribution(pair.states[0]).marks));
  const fresh = start({ practice: dailyCheckIn, session: SESSION, me: 1, starter: 0, length: 'usual', mode: 'live' });
  const local = JSON.parse(JSON.stringify(localOf(pair.states[1])));
  const back = restore({ ...fresh, offsetMs: pair.states[1].offsetMs }, { mine: { marks: kept }, theirs: { marks: theirs }, local });
  assert.deepEqual(view(back, 1, pair.clock(1)), pair.view(1));
  const unwritten = restore({ ...fresh, offsetMs: pair.states[1].offsetMs }, { mine: {}, theirs: { marks: theirs }, local });
  assert.deepEqual(contribution(unwritten).marks, kept, 'what was said is known though the op was not written yet');
  const own = restore(fresh, { mine: { marks: kept } });
  assert.equal(view(receive(own, { marks: theirs }), 1, pair.clock(1)).phase, 'reflect');
});

test('timers of two phones whose clocks differ show the same', () => {
  const pair = new Pair({ skewMs: 3_600_000 }).toSpeak();
  pair.wait(300);
  assert.equal(pair.view(0).timer?.elapsedMs, pair.view(1).timer?.elapsedMs);
});

test('a part that begins when both are ready begins with the later of them', () => {
  const pair = new Pair({ skewMs: 5_000 });
  pair.wait(10).say(0, 'ready');
  pair.wait(10).say(1, 'ready');
  pair.wait(7);
  assert.deepEqual([pair.view(0).timer?.elapsedMs, pair.view(1).timer?.elapsedMs], [7000, 7000]);
});

test('asked what the other sees, a phone knows nothing of what its owner does in private', () => {
  const pair = new Pair();
  for (const person of /** @type {Person[]} */ ([0, 1])) pair.say(person, 'ready');
  const before = view(pair.states[0], 1, pair.now);
  pair.tap(0, 'next');
  pair.tap(0, 'pause');
  pair.tap(0, 'lot');
  assert.deepEqual(view(pair.states[0], 1, pair.now), before);
});

test('one stopped, the other came to the end without a network: at contact both are at the end', () => {
  const pair = new Pair().toSpeak();
  pair.tap(0, 'stop');
  pair.states[1] = setVoice(pair.states[1], true);
  for (const type of ['pass', 'said', 'answered', 'pass', 'said', 'answered', 'nothing-to-park']) assert.ok(pair.tap(1, type), type);
  pair.states[1] = setVoice(pair.states[1], false);
  pair.meet();
  assert.deepEqual([pair.view(0).prompt?.id, pair.view(1).prompt?.id], ['live-heard', 'live-heard']);
});

test('urges stay on the phone, rest after four seconds, and are erased at the end unless kept', () => {
  const pair = new Pair().toSpeak();
  assert.equal(pair.tap(0, 'urge', { urge: 'fix' }), false, 'the speaker has none');
  const before = JSON.stringify(contribution(pair.states[1]));
  pair.tap(1, 'urge', { urge: 'fix' });
  assert.equal(pair.tap(1, 'urge', { urge: 'something typed' }), false);
  assert.equal(JSON.stringify(contribution(pair.states[1])), before);
  assert.equal(pair.view(1).urges?.tapped, 'fix');
  pair.wait(4);
  assert.equal(pair.view(1).urges?.tapped, null);
  const stopped = next(pair.states[1], { type: 'stop', at: T0 });
  assert.deepEqual(
    view(stopped, 1, T0).urges?.chips.map(({ id }) => id),
    ['erase-urges', 'keep-urges'],
  );
  const kept = next(next(stopped, { type: 'keep-urges', at: T0 }), { type: 'close', at: T0 });
  assert.deepEqual(localOf(kept).urges, ['fix']);
  pair.tap(1, 'stop');
  pair.tap(1, 'close');
  assert.deepEqual(localOf(pair.states[1]).urges, []);
});

test('one phone for two: a cover between the turns, and of the guest only what is shared', () => {
  const pair = new Pair({ mode: 'one-phone' });
  const act = (/** @type {Person} */ by, /** @type {string} */ type, more = {}) => pair.tap(0, type, { by, ...more });
  const half = (/** @type {Person} */ person) => view(pair.states[0], person, pair.now);
  act(0, 'ready');
  assert.equal(half(0).phase, 'weather');
  assert.equal(half(0).cover, null);
  assert.deepEqual(half(1).buttons, [], 'the phone is not theirs yet');
  act(0, 'write', { field: 'sky', value: 'rain' });
  for (let i = 0; i < 3; i += 1) act(0, 'next');
  act(0, 'write', { field: 'mattered', value: 'owner secret' });
  act(0, 'enough');
  act(0, 'share', { fields: ['sky'] });
  assert.deepEqual(half(1).cover, { to: 1 });
  assert.equal(half(1).prompt?.id, 'live-cover-pass');
  assert.ok(!JSON.stringify([half(0), half(1)]).includes('owner secret'));
  act(1, 'uncover');
  act(1, 'write', { field: 'sky', value: 'still' });
  for (let i = 0; i < 3; i += 1) act(1, 'next');
  assert.ok(act(1, 'write', { field: 'mattered', value: 'guest secret' }));
  act(1, 'enough');
  act(1, 'share', { fields: ['sky'] });
  assert.ok(!JSON.stringify(localOf(pair.states[0])).includes('guest secret'));
  assert.equal(half(0).phase, 'open');
  assert.equal(half(0).theirs['sky'], 'still');
  act(1, 'begin-me');
  assert.equal(half(1).hasFloor, true);
  assert.deepEqual([half(0).role?.id, half(0).rolePerson], ['live-table-role', 1]);
  assert.equal(half(0).cue?.id, 'live-cue-shoulders');
  assert.equal(half(0).urges, null, 'no private tray on the table');
  const fresh = start({ practice: dailyCheckIn, session: SESSION, me: 0, starter: 0, length: 'usual', mode: 'one-phone' });
  const local = JSON.parse(JSON.stringify(localOf(pair.states[0])));
  assert.equal(
    view(restore(fresh, { mine: contribution(pair.states[0]), theirs: { marks: [] }, local }), 1, pair.now).phase,
    'speak',
    'after a reload',
  );
  act(1, 'stop');
  act(0, 'pick-up-again');
  act(0, 'continue');
  for (const [by, type] of /** @type {[Person, string][]} */ ([
    [1, 'pass'],
    [1, 'that-is-it'],
    [1, 'answered'],
    [0, 'pass'],
    [0, 'that-is-it'],
    [0, 'answered'],
  ])) {
    assert.ok(act(by, type), type);
  }
  assert.equal(half(0).cover, null, 'nothing private is left to cover');
  act(1, 'write', { field: 'parked', value: 'the garage' });
  act(1, 'nothing-to-park');
  assert.equal(half(0).isEnded, true);
});

test('alone: the weather, then a wish that never leaves', () => {
  const pair = new Pair({ mode: 'alone' });
  assert.ok(!buttons(pair.view(0)).includes('begin-by-voice'));
  pair.tap(0, 'enough');
  pair.tap(0, 'share-nothing');
  pair.tap(0, 'done');
  assert.equal(pair.view(0).prompt?.id, 'alone-wish-prompt');
  pair.tap(0, 'write', { field: 'wish', value: 'well done' });
  assert.ok(!JSON.stringify(contribution(pair.states[0])).includes('well done'));
});

test('what is written is bounded, belongs to the field of the moment, and stays until it is shared', () => {
  const pair = new Pair();
  for (const person of /** @type {Person[]} */ ([0, 1])) pair.say(person, 'ready');
  assert.equal(pair.tap(0, 'write', { field: 'worry', value: 'x' }), false, 'not this screen');
  for (let i = 0; i < 4; i += 1) pair.tap(0, 'next');
  assert.equal(pair.tap(0, 'write', { field: 'worry', value: 'x'.repeat(201) }), false);
  assert.ok(pair.tap(0, 'write', { field: 'worry', value: 'my worry' }));
  pair.say(0, 'enough');
  pair.say(0, 'share', { fields: [] });
  assert.ok(!JSON.stringify([contribution(pair.states[0]), pair.view(1), pair.states[1]]).includes('my worry'));
  assert.ok(!JSON.stringify(view(pair.states[0], 1, pair.now)).includes('my worry'), 'nor in what this phone would show the other');
});

test('opener: one a day, none twice in 14 days, the same on both phones', () => {
  const prompts = Array.from({ length: 60 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10);
    const fresh = start({ practice: dailyCheckIn, session: { ...SESSION, day }, me: 0, starter: 0, length: 'usual', mode: 'voice' });
    const speaks = ['we-said-it', 'begin-by-voice', 'begin-me'].reduce((state, type) => next(state, { type, at: T0 }), fresh);
    return view(speaks, 0, T0).prompt?.id;
  });
  for (let i = 0; i + 14 <= prompts.length; i += 1) assert.equal(new Set(prompts.slice(i, i + 14)).size, 14);
});
