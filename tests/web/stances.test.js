import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Acts } from '../../web/app/acts.js';
import { Memories } from '../../web/app/memories.js';
import { Moments } from '../../web/app/moments.js';
import { Requests } from '../../web/app/requests.js';
import { Revisits } from '../../web/app/revisits.js';
import { stancesIn } from '../../web/app/stances.js';
import { Thanks } from '../../web/app/thanks.js';
import { dayLabel } from '../../web/core/day.js';
import { AWAKE } from '../../web/core/record-index.js';
import { useText } from '../../web/ui/text.js';
import { counting } from './support/plain-space.js';
import { Chance } from './support/seeded.js';
import { NOW, two } from './support/spaces.js';

// The cards of requests are a table in the screen: as much of a browser as their templates want, which are made and never drawn.
Object.assign(globalThis, { HTMLElement: class {}, document: { createComment: () => ({}), createTreeWalker: () => ({}) } });
useText(/** @type {any} */ ({ t: (/** @type {string} */ id) => id, tag: 'en' }));
const { requestCards } = await import('../../web/ui/today/request-cards.js');

const DAY_MS = 86_400_000;
const TODAY = dayLabel(NOW);

/** What may stand in a record, by type: in its owner's `me`, by its author in the shared one, by the other there. @type {Record<string, Record<string, any[]>[]>} */
const SAID = {
  act: [
    { act: ['walk'], outcome: ['done', 'gone'], read: [true], closed: ['yes', 'done', true], wish: ['w'] },
    { act: ['walk', ''], outcome: ['done', 'changed'], session: ['s'] },
    { reached: ['', 'yes'] },
  ],
  thanks: [
    { deed: ['x'], 'on-the-way': [0, 1], 'given-on': [TODAY, '2020-01-01'], 'answered-on': [TODAY, '2020-01-01'], closed: ['page', 'more'], read: [true] },
    { deed: ['x'], noticed: ['y'], session: ['s'], more: ['z'] },
    { answer: [0, 1, 2] },
  ],
  moment: [
    { title: ['t'], page: ['p'], audience: [0, 1, 2], closed: [true], read: [true] },
    { title: ['t'], page: ['p'], taken: [true] },
    { story: ['s'], together: [true] },
  ],
  again: [{}, { again: ['swim'], when: [0, 1, 2], done: [true], gone: [NOW + 1] }, { moved: [[NOW, 1, '']], done: [true], gone: [NOW + 1, 5] }],
  memory: [{ read: [true], 'not-this': [true] }, { title: ['t'], kept: [true], piece: ['p'], seal: [1] }, { piece: ['p'], kept: [true] }],
  try: [{ try: ['breathe'], closed: [true], gone: [true] }, { try: ['breathe'] }, { taken: [true] }],
  request: [
    { need: ['n'], taken: [true, false], queued: [NOW], read: ['1/no/0/', '1/left/0/', '1/done/0/', '1/done/0/reached'], helped: [1], later: [1], outcome: [1], opened: [1] },
    { need: ['n'], edition: [1], sent: [NOW - 3 * DAY_MS], confirmed: [[1, '0', NOW - 3 * DAY_MS]], left: [[1, '0']], reached: [[1, 'r']] },
    { answer: ['yes', 'no', 'not-now', 'change'].map((kind) => [1, kind, '', '']), confirmed: [[1, '0', NOW - 3 * DAY_MS]], outcome: [[1, 'done', 'w', NOW - 2 * DAY_MS], [1, 'gone', '', NOW]], changed: [[1, 'c']] },
  ],
}; // biome-ignore format: one line for each who writes

/** Some of it. @param {Chance} chance @param {Record<string, any[]>} said */
const some = (chance, said) =>
  Object.fromEntries(Object.entries(said).flatMap(([name, values]) => (chance.is(0.5) ? [[name, chance.one(values)]] : [])));

test('what rests is on no list of Today, whatever was written', async () => {
  let rests = 0;
  for (let seed = 0; seed < 1500; seed += 1) {
    const chance = new Chance(seed);
    const both = /** @type {any[]} */ (two());
    const [noor, sam] = both;
    const [type, [own, author, other]] = /** @type {[string, any[]]} */ (chance.one(Object.entries(SAID)));
    const isMine = chance.is(0.5);
    const id = 'ab'.repeat(16);
    const [from, to] = isMine ? [noor, sam] : [sam, noor];
    if (isMine && chance.is(0.8)) await noor.entries.keep(type, some(chance, own), id);
    if (!isMine || chance.is(0.8)) await from.entries.share(type, some(chance, author), id);
    if (chance.is(0.7)) await to.entries.answer(type, some(chance, other), id);
    if (!isMine && chance.is(0.7)) await noor.entries.keep(type, some(chance, own), id);
    if (chance.is(0.1)) await from.entries.takeBack(type, id);
    const now = () => NOW;
    const { entries } = noor;
    const parts = { ...noor, now, entries, crypto: counting() };
    const pauses = /** @type {any} */ ({ all: () => [], current: null });
    const sessions = /** @type {any} */ ({ newest: () => [], get: () => null });
    const attune = /** @type {any} */ ({
      entries,
      pair: { me: { name: 'Noor' }, them: { name: 'Sam' } },
      acts: new Acts(parts),
      thanks: new Thanks(parts),
      moments: new Moments(parts),
      memories: new Memories({ ...parts, photos: () => /** @type {any} */ (null) }),
      requests: new Requests(parts),
      revisits: new Revisits({ entries, pauses, sessions, now }),
      photos: { isDue: () => false },
      now,
      today: () => TODAY,
    });
    const { acts, thanks, moments, memories, requests, revisits } = attune;
    const view = noor.pair().record(id) ?? noor.me().record(id);
    if (!view || AWAKE.includes(stancesIn(attune)(view))) continue;
    rests += 1;
    const waiting = [
      ...[
        acts.open(),
        acts.reached(),
        thanks.onTheWay(),
        thanks.here(),
        thanks.answered(),
        moments.here(),
        moments.answered(),
        moments.plans(),
      ],
      ...[memories.kept(), revisits.here(), requests.waiting(), requests.drafts()],
      acts.here().filter((/** @type {any} */ act) => act.theirs['session'] === undefined),
      requestCards(/** @type {any} */ ({ attune })),
    ].map((list) => list.length);
    assert.deepEqual(
      waiting,
      waiting.map(() => 0),
      `seed ${seed}: ${type} ${JSON.stringify(entries.get(type, id))}`,
    );
  }
  assert.ok(rests > 150, `${rests}`);
});
