import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { base64Blob, readableHtml, readableJson } from '../../web/app/readable-copy.js';
import { beginningRow, TYPE as SESSION } from '../../web/app/sessions.js';
import { JPEG, photoValue } from '../../web/core/blob.js';
import { hex } from '../../web/core/bytes.js';
import { createText, useText } from '../../web/ui/text.js';
import './support/no-page.js';
import { couple } from './support/plain-attune.js';
import { space } from './support/plain-space.js';

const { CHAPTERS } = await import('../../web/ui/copy/chapters.js'); // after the stand-in for a page
const { readableChapters } = await import('../../web/ui/copy/copy.js');

const WEB = new URL('../../web/', import.meta.url);
useText(createText({ read: async (path) => readFileSync(new URL(path.slice(1), WEB), 'utf8'), wanted: ['en'] }));

const DAY_MS = 86_400_000;

/** @typedef {ReturnType<typeof couple>['noor']} Person */

/** @param {Person} person @returns {Promise<string>} all of the copy */
async function copyOf(person) {
  const chapters = await readableChapters(person);
  const about = { lang: 'en', dir: /** @type {const} */ ('ltr'), title: 'A copy', note: '' };
  return `${await whole(readableHtml({ ...about, chapters }))}\n${await whole(readableJson({ about: {}, chapters }))}`;
}

/** @param {Iterable<import('../../web/app/readable-copy.js').Part>} parts */
const whole = (parts) => new Blob([...parts]).text();

/** @param {string} copy @param {readonly string[]} words */
const found = (copy, words) => words.filter((word) => copy.includes(word));

/** @param {Person} asker @param {string} need */
async function ask(asker, need) {
  await asker.requests.send(await asker.requests.keep({ need, when: '', why: '', words: ['rest'] }), true);
}

const SIDE = { sky: 'rain', words: [], energy: 2, goodNews: false };
const PIECE = { title: '', when: '', where: '', piece: '', feeling: '', cherish: '' };

/** @param {Person} person @param {string} piece @param {'me'|'us'|'sealed'} audience @param {string} [id] */
const lay = (person, piece, audience, id) =>
  person.memories.lay({ ...PIECE, ...(id ? {} : { title: 'Titled' }), piece }, null, audience, id);

test('the copy holds everything this person wrote, wherever it was written', async () => {
  const { noor } = couple();
  const words = /** @type {Record<string, () => Promise<unknown>>} */ ({
    Adayofmine: () => noor.checkIns.keep('2026-11-24', /** @type {any} */ ({ ...SIDE, mattered: 'Adayofmine', worry: 'Aworry' }), 'Awish'),
    Apage: () => noor.journal.save({ title: 'Atitle', text: 'Apage' }),
    Adraft: () => noor.requests.keep({ need: 'Adraft', when: 'Awhen', why: 'Awhy', words: ['rest'] }),
    Anact: () => noor.entries.keep('act', { act: 'Anact', 'if-then': 'Athen', sees: 2 }),
    Athanks: () => noor.thanks.keep({ deed: 'Athanks', shows: 'Ashows' }),
    Anoticing: () => noor.thanks.keep({ noticed: 'Anoticing', felt: 'Afelt' }),
    Amoment: () => noor.moments.write({ title: 'Amomenttitle', page: 'Amoment', audience: 0 }),
    Again: () => noor.entries.share('again', { again: 'Again', when: 1 }),
    Astone: () => lay(noor, 'Astone', 'me'),
    Aneed: () =>
      noor.entries.keep('inventory', { 'felt-line': 'Aneed', 'need-own': 'Anown', helped: 'Ahelp', kind: 'Akind', felt: ['content'] }),
    Acard: () => noor.entries.keep('revisit', { camera: 'Acamera', friend: 'Acard', needs: ['rest'] }),
    Atry: () => noor.entries.keep('try', { try: 'Atry' }),
    Agathered: () => noor.retreats.gather('own-need', 'Agathered'),
    Acarried: () =>
      noor.sessions.carry({ kind: 'summary', practice: 'structured-listening', session: '', day: '2026-11-24', text: 'Acarried' }),
    Anote: () => noor.sessions.keep({ record: 'aa', practice: 'structured-listening', day: '2026-11-24', fields: { note: 'Anote' } }),
    Aquestion: () => noor.decks.prepare().then(() => noor.decks.add('known', 'Aquestion')),
    Asignal: () => noor.pauses.agree('Asignal'),
  });
  for (const write of Object.values(words)) await write();
  const copy = await copyOf(noor);
  const more = [
    'Aworry',
    'Awish',
    'Atitle',
    'Awhen',
    'Awhy',
    'Athen',
    'Ashows',
    'Afelt',
    'Amomenttitle',
    'Titled',
    'Anown',
    'Ahelp',
    'Akind',
    'Acamera',
  ];
  const all = [...Object.keys(words), ...more];
  assert.deepEqual(
    all.filter((word) => !copy.includes(word)),
    [],
  );
  assert.ok(copy.includes('content') && copy.toLowerCase().includes('rest'), 'words and needs are words of the language');
  assert.ok(!copy.includes('undefined') && !copy.includes('[object'));
});

test('what the other keeps, sealed, gives on another day or has not come to yet is in no copy; what was shown is', async () => {
  const { noor, sam, clock } = couple();
  const today = '2026-11-24';
  // neither opened the day
  await sam.checkIns.share(today, /** @type {any} */ ({ ...SIDE, mattered: 'Shut', worry: 'Kept' }), ['sky', 'mattered']);
  await sam.checkIns.park(today, 'Shut topic');
  // a request that was not opened, a draft, an act as a surprise
  await ask(sam, 'Shut request');
  await sam.requests.keep({ need: 'Kept draft', when: '', why: '', words: [] });
  await sam.entries.keep('act', { act: 'Kept surprise', sees: 2 });
  // of two appreciations the second comes on another day; one is kept
  for (const deed of ['Given first', 'Shut second']) {
    const entry = sam.thanks.find(await sam.thanks.keep({ deed }));
    if (entry) await sam.thanks.give(entry);
    clock.now += 1;
  }
  await sam.thanks.keep({ deed: 'Kept thanks' });
  // a sealed page, a page for one, a stone that is sealed, one that waits for a piece of one's own, one for oneself
  await sam.moments.write({ title: 'Given title', page: 'Shut page', audience: 1 });
  await sam.moments.write({ title: 'Kept title', page: 'Kept page', audience: 0 });
  await lay(sam, 'Shut stone', 'sealed');
  await lay(sam, 'Shut piece', 'us');
  await lay(sam, 'Kept stone', 'me');
  await sam.entries.keep('inventory', { kind: 'Kept page of needs' });
  await sam.retreats.gather('own-need', 'Kept line');
  const shut = ['Shut', 'Kept'];
  const before = await copyOf(noor);
  assert.deepEqual(found(before, shut), []);
  assert.deepEqual(found(before, ['Given first', 'Given title', 'Titled']), ['Given first', 'Given title', 'Titled']);
});

test('once it is opened it is there', async () => {
  const { noor, sam, clock } = couple();
  const today = '2026-11-24';
  await sam.checkIns.share(today, /** @type {any} */ ({ ...SIDE, mattered: 'Open day', worry: '' }), ['sky', 'mattered']);
  await noor.checkIns.share(today, /** @type {any} */ ({ ...SIDE, mattered: '', worry: '' }), ['sky']);
  await ask(sam, 'Open request');
  const [item] = noor.requests.all();
  assert.ok(item);
  await noor.requests.open(item);
  await noor.requests.answer(item, { kind: 'yes', reflection: 'Heard', words: 'Gladly' });
  const stone = await lay(sam, 'Open piece', 'us');
  await lay(noor, 'My piece', 'us', stone);
  await sam.moments.write({ title: '', page: 'Open page', audience: 2 });
  const sealed = await copyOf(noor);
  assert.deepEqual(
    found(sealed, ['Open day', 'Open request', 'Heard', 'Gladly', 'Open piece', 'My piece', 'Open page']).length,
    6,
    'the day waits for a tap',
  );
  /** @type {any} */ (noor.drafts).set('revealed/us', [today]);
  assert.deepEqual(found(await copyOf(noor), ['Open day']), ['Open day']);
  clock.now += 2 * DAY_MS;
  assert.deepEqual(found(await copyOf(sam), ['Heard', 'Gladly', 'My piece']), ['Heard', 'Gladly', 'My piece']);
});

test('what was taken back is in no copy of the other', async () => {
  const { noor, sam } = couple();
  await ask(sam, 'Gone request');
  const [item] = sam.requests.all();
  const [received] = noor.requests.all();
  assert.ok(item && received);
  await noor.requests.open(received);
  const thanks = sam.thanks.find(await sam.thanks.keep({ deed: 'Gone thanks' }));
  assert.ok(thanks);
  await sam.thanks.give(thanks);
  const moment = await sam.moments.write({ title: 'Gone title', page: 'Gone moment', audience: 2 });
  const page = await sam.journal.share({ title: '', text: 'Gone page' });
  const stone = await lay(sam, 'Gone piece', 'us');
  await noor.memories.readFirst(/** @type {any} */ (noor.memories.get(stone)));
  const words = ['Gone request', 'Gone thanks', 'Gone title', 'Gone moment', 'Gone page', 'Gone piece'];
  assert.deepEqual(found(await copyOf(noor), words), words);
  await sam.requests.takeBack(item);
  await sam.thanks.takeBack(/** @type {any} */ (sam.thanks.find(thanks.id)));
  await sam.moments.takeBack(moment);
  await sam.journal.withdraw(page);
  await sam.memories.takeBack(/** @type {any} */ (sam.memories.get(stone)));
  assert.deepEqual(found(await copyOf(noor), ['Gone']), []);
  assert.deepEqual(found(await copyOf(sam), ['Gone request', 'Gone moment', 'Gone thanks']).length, 3, 'its writer keeps it');
});

test('of a session: what both shared and came to, and one’s own notes; in own time nothing of the other before it is over', async () => {
  const { noor, sam, us } = couple();
  const write = (/** @type {number} */ person, /** @type {string} */ id, /** @type {[string, any][]} */ rows) =>
    space('us', person, us).write(id, SESSION, rows);
  const began = (/** @type {any} */ mode, practice = 'structured-listening') =>
    beginningRow({ at: noor.now(), day: '2026-11-24', length: 'usual', starter: 0, mode, practice, version: 1, variant: '', dealt: {} });
  write(1, 'aa', [
    ['invite', began('live')],
    ['end', 'close'],
    ['f.topic', 'Shared topic'],
  ]);
  write(2, 'aa', [
    ['end', 'close'],
    ['f.summary', 'Shared summary'],
  ]);
  await noor.sessions.keep({ record: 'aa', practice: 'structured-listening', day: '2026-11-24', fields: { note: 'My note' } });
  await sam.sessions.keep({ record: 'aa', practice: 'structured-listening', day: '2026-11-24', fields: { note: 'Kept note' } });
  write(2, 'bb', [
    ['invite', began('own-time', 'two-stars-one-wish')],
    ['f.wish', 'Kept wish'],
  ]);
  const words = ['Shared topic', 'Shared summary', 'My note', 'Kept note', 'Kept wish'];
  assert.deepEqual(found(await copyOf(noor), words), ['Shared topic', 'Shared summary', 'My note']);
  await noor.sessions.withdraw('aa', 'topic');
  assert.deepEqual(found(await copyOf(sam), ['Shared topic', 'Shared summary', 'Kept note']), ['Shared summary', 'Kept note']);
});

test('a photo on this phone is in both files; of another one it is said where it is', async () => {
  const { noor, sam, us, photos } = couple();
  const jpeg = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
  const photo = (/** @type {number} */ n, /** @type {string} */ words) =>
    photoValue({
      blob: {
        media: JPEG,
        id: new Uint8Array(16).fill(n),
        epoch: 1,
        length: jpeg.length,
        deleteTag: new Uint8Array(32),
        names: [new Uint8Array(32)],
      },
      width: 3,
      height: 2,
      words,
    });
  for (const [id, n, words] of /** @type {const} */ ([
    ['aa', 1, 'Two cups'],
    ['bb', 2, 'A <ferry>'],
  ]))
    space('us', 2, us).write(id, 'entry', [
      ['text', ''],
      ['at', sam.now()],
      ['photo', photo(n, words)],
    ]);
  photos.set(hex(new Uint8Array(16).fill(1)), jpeg);
  const chapters = await readableChapters(noor);
  const html = await whole(readableHtml({ lang: 'en', dir: 'ltr', title: '', note: '', chapters }));
  const json = JSON.parse(await whole(readableJson({ about: { format: 'attune-copy/2' }, chapters })));
  const url = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  assert.ok(html.includes(`<img alt="Two cups" src="${url}">`));
  assert.deepEqual(json.photos, { 'photo-1': url });
  assert.ok(JSON.stringify(json.chapters).includes('"photo":"photo-1"'));
  assert.ok(html.includes('A photo that has not come to this phone. It is on Sam’s.') && html.includes('A &lt;ferry&gt;'));
});

test('base64 made in steps is the base64 of the whole', async () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 60_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
    assert.equal(await base64Blob(bytes).text(), Buffer.from(bytes).toString('base64'), String(length));
  }
});

test('every part of the app that keeps something has a chapter, or lies in one of the others', () => {
  const parts = [...readFileSync(new URL('app/together.js', WEB), 'utf8').matchAll(/^ {4}(\w+)(?:,|: new)/gm)].map(([, part]) => part);
  const inOthers = {
    entries: 'every chapter',
    live: 'sessions',
    decks: 'cards',
    thanks: 'appreciations',
    wishes: 'sessions',
    retreats: 'retreat',
    offers: 'settings alone: it holds no words',
  };
  assert.ok(parts.length > 12);
  assert.deepEqual(
    parts.filter((part) => part && !CHAPTERS.some(({ id }) => id === part) && !Object.hasOwn(inOthers, part)),
    [],
  );
});
