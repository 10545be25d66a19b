import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Offers } from '../../web/app/offers.js';
import { loadPractice, PRACTICE_IDS } from '../../web/practices/registry.js';
import { afterOffer, OFFERS } from '../../web/ui/offers.js';
import { readPlace } from '../../web/ui/router.js';
import { OPENS, PLACES } from '../../web/ui/session/leads-to.js';
import './support/no-page.js';
import { couple } from './support/plain-attune.js';

const { CARRIED_PLACES } = await import('../../web/ui/parts/carried.js'); // after the stand-in for a page

const WEB = new URL('../../web/', import.meta.url);
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js') && !file.startsWith('vendor/'));

/** @returns {Promise<string[]>} kinds that practices name, each once */
async function kinds() {
  const practices = await Promise.all(PRACTICE_IDS.map(loadPractice));
  return [...new Set(practices.flatMap((practice) => practice?.followUps.map(({ to }) => to) ?? []))];
}

test('what is declined stays declined, for this person alone, until it is taken back', async () => {
  const { noor, sam, us } = couple();
  const offers = new Offers({ entries: noor.entries });
  assert.equal(offers.isWelcome('revisit'), true);
  await offers.decline('revisit');
  await offers.decline('revisit');
  await offers.decline('after-act');
  assert.deepEqual(offers.declined().sort(), ['after-act', 'revisit']);
  assert.equal(us.size, 0, 'nothing of it is between the two');
  assert.equal(new Offers({ entries: sam.entries }).isWelcome('revisit'), true);
  await offers.takeBack('revisit');
  assert.deepEqual([offers.isWelcome('revisit'), offers.declined()], [true, ['after-act']]);
  await offers.decline('revisit');
  assert.equal(offers.isWelcome('revisit'), false);
});

test('whatever may follow from a practice can be declined', async () => {
  const missing = (await kinds()).filter((kind) => !PLACES[kind] && !OFFERS[afterOffer(kind)]);
  assert.deepEqual(missing, []);
});

test('what is carried leads to a place that takes it, or goes into a calendar', async () => {
  const carried = (await kinds()).filter((kind) => !OPENS[kind] && !PLACES[kind]);
  const whole = files.map((file) => readFileSync(new URL(file, WEB), 'utf8')).join('\n');
  const isTaken = (/** @type {string} */ kind) =>
    whole.includes(`carriedOffers(this.app, '${kind}'`) || whole.includes(`kind === '${kind}'`);
  for (const kind of carried) {
    const place = CARRIED_PLACES[kind];
    assert.ok(place ? readPlace(place) : kind === 'calendar', kind);
    assert.ok(isTaken(kind), `${kind} is read where it leads to`);
  }
});

test('every offer says what it is and why it comes, and stands somewhere', () => {
  const words = readFileSync(new URL('text/en/offers.ftl', WEB), 'utf8');
  const whole = files.map((file) => readFileSync(new URL(file, WEB), 'utf8')).join('\n');
  for (const [id, { what, why }] of Object.entries(OFFERS)) {
    assert.ok(words.includes(`\n${what} = `) && words.includes(`\n${why} = `), id);
    if (!id.startsWith('after-')) assert.ok(whole.includes(`id: '${id}'`) || whole.includes(`offer('${id}'`), `${id} stands nowhere`);
  }
});
