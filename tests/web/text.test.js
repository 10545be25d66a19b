import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadPractice, PRACTICE_IDS } from '../../web/practices/registry.js';
import { OPENS, PLACES } from '../../web/ui/session/leads-to.js';
import { createText } from '../../web/ui/text.js';

const WEB = new URL('../../web/', import.meta.url);
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
const areas = files.filter((file) => /^text\/en\/[a-z-]+\.ftl$/.test(file)).map((file) => file.slice('text/en/'.length, -'.ftl'.length));
const code = files.filter((file) => file.endsWith('.js') && !file.startsWith('vendor/') && !/^(sw|boot)\.js$/.test(file));
const sources = code.map((file) => /** @type {const} */ ([file, readFileSync(new URL(file, WEB), 'utf8')]));

/** @param {string} path */
const read = async (path) => readFileSync(new URL(path.slice(1), WEB), 'utf8');
/** @param {string} area */
const sourceOf = (area) => readFileSync(new URL(`text/en/${area}.ftl`, WEB), 'utf8');
/** @param {string} source @returns {string[]} */
const idsOf = (source) => [...source.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map(([, id]) => id ?? '');

const ids = areas.flatMap((area) => idsOf(sourceOf(area)));

/** Ids built from parts: `sync-${state}`, `journal-empty${…}`, and numbered ones whose stem is named. */
const stems = sources.flatMap(([, source]) => [...source.matchAll(/`([a-z][a-z-]+)\$\{/g)].map(([, stem]) => stem ?? ''));

test('every message that the code asks for exists', () => {
  const known = new Set(ids);
  for (const [file, source] of sources) {
    for (const [, id] of source.matchAll(/\bt\(\s*'([^']+)'/g)) assert.ok(known.has(id ?? ''), `${file}: ${id}`);
  }
});

test('every message is asked for somewhere', () => {
  const whole = sources.map(([, source]) => source).join('\n');
  const pages = readFileSync(new URL('index.html', WEB), 'utf8');
  const isNamed = (/** @type {string} */ id) => whole.includes(`'${id}'`) || pages.includes(`"${id}"`);
  const unused = ids.filter(
    (id) => !isNamed(id) && !(/-\d+$/.test(id) && isNamed(id.replace(/-\d+$/, ''))) && !stems.some((stem) => id.startsWith(stem)),
  );
  assert.deepEqual(unused, []);
});

test('a message is said once', () => {
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
});

test('each file is well formed, and the voice holds: no exclamation, curly quotes, no urgency, no grades', () => {
  for (const area of areas) {
    for (const [i, line] of sourceOf(area).split('\n').entries()) {
      if (line.startsWith('#') || line.trim() === '') continue;
      const where = `${area}.ftl:${i + 1}: ${line}`;
      const text = line.replace(/\{[^}]*\}?/g, '').replace(/^[a-z0-9-]+ =/, '');
      assert.doesNotMatch(text, /[!'"]|\.\.\./, where);
      assert.doesNotMatch(text, /\b(hurry up|missed|last seen|score|streak|well done|great job|you should|overdue)\b/i, where);
    }
  }
});

test('what a practice is good for and what may be carried on from it has words', async () => {
  const known = new Set(ids);
  const opened = [...Object.keys(OPENS), ...Object.keys(PLACES)];
  assert.ok(opened.includes('breathe'));
  for (const id of PRACTICE_IDS) {
    const practice = await loadPractice(id);
    for (const tag of practice?.goodFor ?? []) assert.ok(known.has(`practices-good-${tag}`), `${id}: ${tag}`);
    for (const { to } of practice?.followUps ?? []) {
      if (!opened.includes(to)) assert.ok(known.has(`practices-kind-${to}`), `${id}: carried as ${to}`);
    }
  }
});

test('pseudo-locales: 40 % longer with every argument in place, and from right to left', async () => {
  const plain = createText({ read, wanted: ['en'] });
  const longer = createText({ read, wanted: ['en-XA'] });
  const mirrored = createText({ read, wanted: ['ar-XB'] });
  for (const text of [plain, longer, mirrored]) await text.load(...areas);
  assert.equal(mirrored.direction, 'rtl');
  const short = plain.t('live-pass-floor', { name: 'Noor' });
  const long = longer.t('live-pass-floor', { name: 'Noor' });
  assert.equal(short, 'Pass the floor to Noor');
  assert.ok(long.includes('Noor') && long.length - 4 >= (short.length - 4) * 1.3, long);
  assert.ok(mirrored.t('live-pass-floor', { name: 'Noor' }).includes('Noor'));
});

test('what is not there is never shown as an id', async () => {
  const text = createText({ read, wanted: ['de'] });
  await text.load('live');
  assert.equal(text.t('no-such-message'), '');
  assert.equal(text.language, 'en');
});

test('every message that a practice names exists', async () => {
  const known = new Set(ids);
  for (const id of PRACTICE_IDS) {
    const practice = await loadPractice(id);
    assert.ok(practice);
    const { words, edges, lists, fields, phases, flows, followUps, variants = [], warning } = practice;
    const says = (/** @type {any} */ pair) => Object.values(pair ?? {}).filter((word) => typeof word === 'string');
    const actionsOf = (/** @type {any} */ { actions = [] }) => actions.map((/** @type {any} */ { message }) => message);
    const named = [
      ...Object.values(words),
      ...Object.values(edges),
      ...Object.values(lists).flat(),
      ...fields.flatMap(({ label, placeholder, says }) => [label, placeholder, says]),
      ...[...followUps, ...variants].map(({ message }) => message),
      ...Object.values(flows).flatMap((flow) => flow.map(({ notice }) => notice)),
      warning,
      ...Object.values(phases).flatMap((phase) => [
        ...[phase.role, phase.prompt, phase.small].flatMap(says),
        ...says(typeof phase.reader === 'string' ? [phase.reader] : phase.reader),
        ...(phase.cues ?? []).map(({ message }) => message),
        ...(phase.stages ?? []).flatMap(({ prompt, small }) => [...says(prompt), ...says(small)]),
        ...(phase.shows ?? []).map(({ label }) => label),
        ...(phase.steps ?? []).flatMap((step) => [
          typeof step.prompt === 'string' ? step.prompt : undefined,
          step.small,
          ...(step.shows ?? []).map(({ label }) => label),
          ...actionsOf(step),
        ]),
        ...actionsOf(phase),
      ]),
    ];
    const missing = named.filter((message) => message !== undefined && !known.has(message));
    assert.deepEqual(missing, [], id);
  }
});

test('some sentences have other words where both say that they are friends or family; said alone, or by one, the usual ones', async () => {
  const text = createText({ read, wanted: ['en'] });
  await text.load('perspective-first', 'compassionate-curiosity', 'shared-problem-solving', 'physical-synchrony');
  const say = (/** @type {string} */ id, /** @type {string} */ kind) =>
    text.t(id, { name: 'Sam', you: 'Noor', kind }).replace(/[\u2066-\u2069]/g, '');
  for (const kind of ['family', 'friend']) {
    assert.match(say('perspective-first-choose-small', kind), /not about a third person/);
    assert.match(say('compassionate-curiosity-choose-small', kind), /before Sam knew you/);
  }
  assert.match(say('shared-problem-solving-name-small', 'family'), /both say yes or no/);
  assert.match(say('physical-synchrony-result-1', 'friend'), /A hand on the shoulder/);
  for (const kind of ['partner', ''])
    assert.deepEqual(
      [say('perspective-first-choose-small', kind), say('physical-synchrony-result-1', kind)],
      ['Something ordinary, where nobody was harmed.', 'Touch is welcome. Hands, or shoulder to shoulder.'],
    );
});
