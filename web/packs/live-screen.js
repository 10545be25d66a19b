import { d, Kt, qt, SKY_ART, fieldOf, bar, t, textField, segments, moveRadio, icon, shortDate, clockTime, who, lockLine, switchRow, mark, dayLabel, Screen, text, skies, notice, LIMIT, listed } from './main.js';
import { OFFERS, afterOffer, troubleNotice, whyThis, SEALED, pageOf$1 as pageOf, titleOf as titleOf$1, OPEN, isSealed, valueIds, readOwn, KEPT, FIRST, valueCard, STACK, stackOf, seasonOf, tableLine, OWN$1 as OWN, SHOWS_CHARS, SORTS, moved, NAME_CHARS, MEANING_CHARS, ownLine, TOLD, loadVocabulary, PRACTICE_IDS, loadPractice, areasOf, loadValues, openDay, noteSeenLines, phraseText, spokenSide, skyName, wordsText } from './today.js';
import { shownText, shownLines, asChosen, boardFrom, valuesBoard, heldWord, loadKinds, gentleQuestion, dayField, momentChips, fitPart, waysOf, setUp, minutesOf, fieldInput, isSaidBelow } from './thanks-page.js';
import { photoOf, gatherPart } from './picture.js';
import { BREATH_SECONDS, breath } from './breath.js';
import { TABLE_DRAFTS } from './check-in-screen.js';

const RADIUS = 140;

/** @param {number} fraction 0…1 of the half circle @param {boolean} isBelow */
function walkerAt(fraction, isBelow) {
  const angle = Math.PI * Math.min(1, Math.max(0, fraction));
  const x = 195 - RADIUS * Math.cos(angle);
  const y = 150 + (isBelow ? 1 : -1) * RADIUS * Math.sin(angle);
  return { x: x.toFixed(1), y: y.toFixed(1) };
}

/**
 * The turn: the sun walks over theirs or under yours; it never counts down. The horizon runs on through it.
 * @param {object} data @param {'you'|'they'} data.turn whose turn it is @param {number|null} data.fraction null: no timer
 * @param {string|null} data.above sky id @param {string|null} data.below @param {string} data.label what it says when asked
 */
function ring({ turn, fraction, above, below, label }) {
  const isBelow = turn === 'you';
  const { x, y } = walkerAt(fraction ?? 0, isBelow);
  const half = (/** @type {string|null} */ sky, /** @type {boolean} */ isLower) => Kt`
    <g data-sky=${fieldOf(sky)} clip-path=${isLower ? 'url(#ring-lower)' : 'url(#ring-upper)'} opacity=${isLower === isBelow ? '1' : '0.5'}>
      <rect x="67" y=${isLower ? '150' : '22'} width="256" height="128" fill="var(--sky-low)" />
      <g transform=${isLower ? 'translate(35 312.8) scale(.74 -.74)' : 'translate(35 -12.8) scale(.74)'}>
        ${SKY_ART[fieldOf(sky)] ?? d}${SKY_ART['land']}
      </g>
    </g>`;
  return qt`
    <svg class="turn" data-turn=${turn} viewBox="0 0 390 300" role="img" aria-label=${label}>
      <clipPath id="ring-upper"><path d="M67 150a128 128 0 0 1 256 0z" /></clipPath>
      <clipPath id="ring-lower"><path d="M67 150a128 128 0 0 0 256 0z" /></clipPath>
      ${half(above, false)}${half(below, true)}
      <circle class="track" cx="195" cy="150" r=${RADIUS} />
      <path class="ground" d="M-3000 150H3400" vector-effect="non-scaling-stroke" />
      ${
        fraction === null
          ? d
          : Kt`<path class="gone" d="M55 150A140 140 0 0 ${isBelow ? '0' : '1'} ${x} ${y}" /><circle class="walker" cx=${x} cy=${y} r="9" />`
      }
    </svg>
  `;
}

/** After a session: carry one thing on, or nothing. What is carried is this person's own, in their own space. */

const CARRIED_CHARS = 200;

/**
 * @param {object} data
 * @param {import('../../app/shell.js').Shell} data.app @param {readonly {message: string, to: string}[]} data.rows @param {string} data.chosen kind, or empty
 * @param {string} data.text @param {(id: string) => string} data.say
 * @param {(kind: string) => void} data.choose @param {(text: string) => void} data.type @param {() => void} data.carry @param {() => void} data.leave @param {() => void} data.declined one of the rows
 */
function afterwards({ app, rows, chosen, text, say, choose, type, carry, leave, declined }) {
  const offered = rows.flatMap(({ message, to }) => (OFFERS[afterOffer(to)] ? [{ id: afterOffer(to), title: say(message) }] : []));
  return qt`
  <main class="screen live">
    ${bar({})}
    <div class="say">
      <h1 class="prompt">${t('practice-carry')}</h1>
      <div class="choices">${rows.map(
        ({ message, to }) =>
          qt`<button type="button" class="choice" aria-pressed=${chosen === to ? 'true' : 'false'} @click=${() => choose(to)}>${say(message)}</button>`,
      )}</div>
      ${
        chosen
          ? textField({ id: 'carry-words', label: t('practice-carry-words'), value: text, max: CARRIED_CHARS, isLong: true, input: type })
          : d
      }
      ${troubleNotice(app)}
      ${offered.length > 0 ? whyThis(app, offered, declined) : d}
    </div>
    <div class="line-only"><hr class="horizon" /></div>
    <div class="foot">
      ${chosen ? qt`<button class="btn primary big wide" @click=${carry}>${t('practice-carry-on')}</button>` : d}
      <button class="btn ${chosen ? 'line' : 'primary'} big wide" @click=${leave}>${t('practice-nothing-more')}</button>
    </div>
  </main>
`;
}

/** Where a row of what may be carried on leads at once. What it does not lead to is carried. */

/** What a row leads to at once, in place of being carried. */
const OPENS = Object.freeze(
  /** @type {Record<string, string>} */ ({
    listen: 'structured-listening',
    deep: 'deep-listening',
    breathe: 'physical-synchrony',
    solve: 'shared-problem-solving',
    together: 'praise-plus-together',
  }),
);
/** What a row leads to in a place of the app, which knows the session. @type {Readonly<Record<string, string>>} */
const PLACES = Object.freeze({ yes: 'wishes' });

/** Reading moments together: choosing a page the other wrote, the page itself, and whether one's own stays open. */

/** @typedef {import('../../core/practice-view.js').View} View @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../app/entries.js').Entry} Entry */

const TITLE_CHARS = 60;
/** Pages that were opened in a session, so that it is done once. */
const OPENED = new Set();

/** Sealed pages first; of what is sealed only the title. @param {{view: View, screen: PartScreen}} data */
function momentChoosePart({ view, screen }) {
  const { attune } = screen.app;
  const field = view.fields.find(({ name }) => name === 'pick');
  if (!field) return d;
  const isOwner = view.person === attune.live.me;
  const pages = isOwner ? attune.moments.toRead() : attune.moments.all().filter(({ isMine, own }) => isMine && own['audience'] > 0);
  const value = String(field.value ?? '');
  const isPage = pages.some(({ id }) => id === value);
  const byChance = () => {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    screen.write('pick', pages[number % pages.length]?.id ?? '');
  };
  return qt`
    ${
      pages.length === 0
        ? qt`<p class="lead">${t('moments-journal-none')}</p>`
        : qt`<div class="choices" role="radiogroup" aria-label=${t('moments-journal-choose', screen.names)} @keydown=${moveRadio}>${pages.map(
            (page, i) => qt`<button type="button" class="choice" role="radio" aria-checked=${page.id === value ? 'true' : 'false'}
              tabindex=${page.id === value || (!isPage && i === 0) ? '0' : '-1'} @click=${() => screen.write('pick', page.id)}><span class="dot">${page.id === value ? icon('check') : d}</span>
              <span>${titleOf$1(page) || t('moments-journal-untitled')} <span class="small soft">${[shortDate(page.at), isSealed(page) ? t('moments-journal-sealed') : ''].filter(Boolean).join(' · ')}</span></span></button>`,
          )}</div>
          <button type="button" class="btn line" @click=${byChance}>${t('moments-journal-by-chance')}</button>`
    }
    ${textField({
      id: 'field-pick',
      label: t('moments-journal-tell-one'),
      value: isPage ? '' : value,
      max: TITLE_CHARS,
      placeholder: t('moments-journal-tell-placeholder'),
      input: (words) => screen.write('pick', words),
    })}
  `;
}

/** The page that was chosen: for the reader, and for its writer where they read it themselves. @param {{view: View, screen: PartScreen}} data */
function momentReadPart({ view, screen }) {
  const { attune } = screen.app;
  const pick = view.shown.find(({ field }) => field === 'pick')?.value;
  const isTable = attune.live.session?.mode === 'one-phone';
  const isReading = view.hasFloor || isTable;
  const entry = typeof pick === 'string' ? attune.moments.get(pick) : null;
  if (!pick) return view.hasFloor ? qt`<p class="lead">${t('moments-journal-nothing-chosen')}</p>` : d;
  if (!entry) {
    const isGone = /^[0-9a-f]{32}$/.test(String(pick));
    return qt`<article class="card"><p class="said">${isGone ? t('moments-journal-taken-back') : pick}</p>${isGone || !view.hasFloor ? d : qt`<p class="small soft">${t('moments-journal-aloud')}</p>`}</article>`;
  }
  const isWriterReading = view.flags.includes('they-read') || view.isVoice;
  if (!isReading && !(entry.isMine && isWriterReading)) return d;
  const words = pageOf(entry);
  const shown = attune.photos ? attune.moments.photo(entry) : null;
  return qt`<article class="card page stack"><h2>${titleOf$1(entry) || t('moments-journal-untitled')}</h2>
    ${shown ? photoOf(screen.app, shown) : d}
    ${words ? qt`<p class="said">${words}</p>` : qt`<p class="lead">${t('moments-journal-on-their-phone', screen.names)}</p>`}</article>`;
}

/** @param {{view: View, screen: PartScreen}} data */
function momentLeavePart({ view, screen }) {
  const { attune } = screen.app;
  const entry = attune.moments.get(String(view.theirs['pick'] ?? ''));
  if (!entry?.isMine) return qt`<p class="label soft">${t('moments-journal-leave-none')}</p>`;
  return qt`<p class="said">${titleOf$1(entry) || t('moments-journal-untitled')}</p>${segments({
    label: t('moments-journal-leave'),
    value: entry.own['audience'] === OPEN ? 'open' : 'sealed',
    options: [
      { value: 'open', label: t('moments-journal-leave-open') },
      { value: 'sealed', label: t('moments-journal-leave-sealed') },
    ],
    pick: (choice) => void attune.attempt(() => (choice === 'open' ? attune.moments.leaveOpen(entry.id) : attune.moments.seal(entry.id))),
  })}`;
}

/** Its writer's phone opens the page that the other chose, now that both have chosen. @param {import('../../app/attune.js').Attune} attune @param {View} view */
function openChosen(attune, view) {
  const session = attune.live.session;
  const pick = String(view.theirs['pick'] ?? '');
  const key = `${session?.record}/${pick}`;
  if (view.part !== 'moment-read' || session?.mode !== 'live' || OPENED.has(key)) return;
  const entry = attune.moments.get(pick);
  if (!entry?.isMine || entry.own['audience'] !== SEALED) return;
  OPENED.add(key);
  void attune.attempt(() => attune.moments.open(pick));
}

/** A way to help that nobody else sees, on a screen that asks for courage. */

const afraidPart = () => qt`<p class="label soft"><a class="quietlink" href="#/help">${t('practice-afraid')}</a></p>`;

/** The calm shape of a practice: on both phones the same, from the moment this place began. One phone may lead by sound. */

/** The words stand for so many breaths; then the shape is enough. */
const BREATHS_WITH_WORDS = 4;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function breathingPart({ view, screen }) {
  if (view.step !== null && view.step !== 'breathe') return d;
  const { attune } = screen.app;
  const isAlone = view.isVoice || ['one-phone', 'alone'].includes(attune.live.session?.mode ?? '');
  const has = (/** @type {string} */ flag) => view.flags.includes(flag);
  const isQuick = has(isAlone ? 'my:quicker' : 'both:quicker');
  const seconds = has('slower') ? BREATH_SECONDS.slow : isQuick ? BREATH_SECONDS.quick : BREATH_SECONDS.usual;
  const isLeading = has('my:lead');
  const chosen = { ...attune.preferences, ...(isLeading ? { sound: true } : {}) };
  return qt`
    <div class="breathing-part">
      ${breath({
        nowMs: screen.now(),
        startedAtMs: view.startedAt,
        inSeconds: seconds,
        outSeconds: seconds,
        wordsFor: BREATHS_WITH_WORDS,
        turned: (isIn) => screen.app.cues.play(isIn ? 'breath-in' : 'breath-out', chosen),
      })}
      ${note(view, isLeading, isAlone)}
    </div>
  `;
}

/** @param {import('../../core/practice-view.js').View} view @param {boolean} isLeading @param {boolean} isAlone */
function note(view, isLeading, isAlone) {
  const mayLead = view.buttons.some(({ id }) => id === 'lead');
  const line = isLeading
    ? t('breath-leads')
    : view.isVoice && mayLead
      ? t('breath-one-leads')
      : view.flags.includes('my:quicker') && !view.flags.includes('both:quicker') && !view.flags.includes('slower') && !isAlone
        ? t('breath-quicker-when-both')
        : null;
  return line ? qt`<p class="label soft">${line}</p>` : d;
}

/** The agenda of a retreat: the same list on both phones, with the same step lit. */

/** The steps with the phases in which each is lit. */
const STEPS$1 = [
  ['breathe'],
  ['thanks'],
  ['last', 'last-open', 'fate'],
  ['working', 'tea', 'tea-time'],
  ['not-working-1', 'said-back-1', 'not-working-2', 'said-back-2'],
  ['threads', 'picked'],
  ['change', 'agree', 'no-change'],
  ['thank', 'next'],
];

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function agendaPart({ view, screen }) {
  const lit = STEPS$1.findIndex((phases) => phases.includes(view.phase));
  if (lit < 0 || screen.app.attune.live.session?.mode === 'own-time') return d;
  return qt`<ol class="agenda" aria-label=${t('weekly-retreat-agenda')}>${STEPS$1.map(
    (_, i) =>
      qt`<li class=${i < lit ? 'past' : ''} aria-current=${i === lit ? 'step' : d}>${t(`weekly-retreat-step-${i + 1}`)}</li>`,
  )}</ol>
  ${view.phase === 'breathe' ? breathingPart({ view, screen }) : d}`;
}

/** The phones rest: only the time at which to come back. */

/** @param {{view: import('../../core/practice-view.js').View}} data */
const awayPart = ({ view }) =>
  view.timer
    ? qt`<p class="away">${t('praise-plus-together-see-you', { time: clockTime(view.timer.startedAt + view.timer.lengthMs) })}</p>`
    : d;

/** Where two people are on the way from a problem to a trial: which step of how many. */

/** The steps of the board with the phases in which each is lit. */
const STEPS = [
  ['name', 'topic'],
  ['concerns'],
  ['restate-1', 'missing-1', 'restate-2', 'missing-2', 'gate'],
  ['options', 'options-table'],
  ['marks', 'opened', 'opened-table'],
  ['give', 'give-table'],
  ['trial', 'agree'],
  ['thanks'],
];

/** @param {{view: import('../../core/practice-view.js').View}} data */
function boardPart({ view }) {
  const step = STEPS.findIndex((phases) => phases.includes(view.phase)) + 1;
  if (step === 0) return d;
  return qt`<div class="board">
    <p class="small soft">${t('shared-problem-solving-step', { step, of: STEPS.length, title: t(`shared-problem-solving-step-${step}`) })}</p>
    <div class="steps" aria-hidden="true">${STEPS.map((_, i) => qt`<i class=${i + 1 === step ? 'on' : i + 1 < step ? 'past' : ''}></i>`)}</div>
  </div>`;
}

/** The board of two stories: for each, what its teller meant and what arrived in the other. What was kept leaves no empty place. */

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function gapPart({ view, screen }) {
  const { reading } = screen;
  const told = /** @type {const} */ ([0, 1]).flatMap((person) => {
    const lines = view.shown.filter((each) => (each.field === 'meant' ? each.person === person : each.person === 1 - person));
    return lines.length > 0 ? [{ person, lines }] : [];
  });
  if (told.length === 0) return d;
  return qt`<div class="gap">${told.map(({ person, lines }) => {
    const { whose, name } = reading.personOf(person);
    return qt`<section><h2 class="small soft">${who(whose, name)}</h2>${lines.map(
      (line) =>
        qt`<article class="card"><p class="small soft">${line.label ? reading.say(line.label) : d}</p><p class="said">${shownText(line, reading)}</p></article>`,
    )}</section>`;
  })}</div>`;
}

/** The lines of one's own page as one sheet, to read from. */

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function pagePart({ view, screen }) {
  const lines = view.shown.filter(({ isInPart }) => isInPart);
  if (lines.length === 0) return d;
  return qt`<article class="card mine sheet-page">${lines.map(({ field, label, value }) =>
    field.startsWith('when')
      ? qt`<p class="said aside">${value}</p>`
      : qt`<p class="small soft">${label ? screen.reading.say(label) : d}</p><p class="said">${value}</p>`,
  )}</article>`;
}

/** Ten drawings of what can be noticed in somebody who tells: our own, in the line of the icons, 96 grid. */

/** @type {Readonly<Record<string, import('../../vendor/lit.js').SVGTemplateResult>>} */
const WATCH_PICTURES = Object.freeze({
  breath: Kt`<path d="M30 14c0 10-8 12-12 22-4 11-4 30-2 46M66 14c0 10 8 12 12 22 4 11 4 30 2 46" /><path d="M48 30v24" /><path d="M48 44c-10 0-18 8-18 20 0 8 16 8 18-4M48 44c10 0 18 8 18 20 0 8-16 8-18-4" />`,
  jaw: Kt`<path d="M24 20c-2 14-2 26 2 36 4 12 12 24 22 24s18-12 22-24c4-10 4-22 2-36" /><path d="M36 54c6 5 18 5 24 0" /><path d="M38 56c4 7 16 7 20 0" /><path d="M42 68h12" />`,
  shoulders: Kt`<circle cx="48" cy="28" r="14" /><path d="M42 41v8c-18 2-30 10-32 30M54 41v8c18 2 30 10 32 30" /><path d="M16 44V30m-5 5 5-5 5 5M80 30v14m-5-5 5 5 5-5" />`,
  hands: Kt`<path d="M34 84V62c-8-5-14-12-18-20 3-4 7-3 10 1l6 7V20c0-6 8-6 8 0v22-28c0-6 8-6 8 0v28-24c0-6 8-6 8 0v24-16c0-6 8-6 8 0v30c0 14-6 20-10 24v4" />`,
  pace: Kt`<path d="M6 48c6-22 12-22 18 0s12 22 18 0c3-14 6-14 9 0s6 14 9 0 6-14 9 0 6 14 9 0 6-14 9 0" /><path d="M6 78h84" />`,
  eyes: Kt`<path d="M8 48c10-16 24-24 40-24s30 8 40 24c-10 16-24 24-40 24S18 64 8 48Z" /><circle cx="54" cy="47" r="11" /><path d="M20 24l-5-7M48 16V8M76 24l5-7" />`,
  pitch: Kt`<path d="M8 66c12 0 14-8 22-20s14-24 22-24 10 14 16 24 10 20 20 20" /><path d="M8 84h80" />`,
  volume: Kt`<circle cx="22" cy="48" r="7" /><path d="M40 34c6 8 6 20 0 28M54 24c11 14 11 34 0 48M68 14c17 20 17 48 0 68" />`,
  pauses: Kt`<path d="M6 48c4-14 8-14 12 0s8 14 12 0M66 48c4-14 8-14 12 0s8 14 12 0" /><path d="M38 48h.01M48 48h.01M58 48h.01" />`,
  warmth: Kt`<path d="M10 66h76" /><path d="M24 66a24 24 0 0 1 48 0" /><path d="M48 30V16M24 40 14 30M72 40l10-10" /><path d="M22 80c6-4 10-4 16 0s10 4 16 0 10-4 16 0" />`,
});

/** What to notice while the other tells: one picture and its words at a time, then the screen is dark. What either left out does not come. */

/** @typedef {import('../../core/practice-view.js').View} View @typedef {{picture: string, message: string, place: string}} Notice */

const EACH_MS = 8000;
const [EYES, FACE, HANDS, BREATH, POSTURE, VOICE] = [1, 2, 3, 4, 5, 6].map((n) => `nonverbal-attunement-place-${n}`);
const LEFT_OUT = 3;
const BY_VOICE = 1;

/** @param {'sight'|'voice'} sense @param {readonly (readonly [string, string|undefined])[]} pictures each with the place it looks at @returns {Notice[]} */
const noticesOf = (sense, pictures) =>
  pictures.map(([picture, place], i) => ({ picture, message: `nonverbal-attunement-${sense}-${i + 1}`, place: place ?? '' }));

const SIGHT = noticesOf('sight', [
  ['breath', BREATH],
  ['jaw', FACE],
  ['shoulders', POSTURE],
  ['hands', HANDS],
  ['pace', VOICE],
  ['eyes', EYES],
]);
const BY_EAR = noticesOf('voice', [
  ['pitch', VOICE],
  ['volume', VOICE],
  ['pace', VOICE],
  ['pauses', VOICE],
  ['breath', BREATH],
  ['warmth', VOICE],
]);

/** @param {View} view @returns {Notice[]} that nobody left out */
function noticesFor(view) {
  const isByEar = view.shown.some(({ field, value }) => field === 'sense' && value === BY_VOICE);
  const spared = /** @type {readonly (readonly [string, number])[]} */ (view.results['spare'] ?? []);
  const out = new Set(spared.flatMap(([place, group]) => (group === LEFT_OUT ? [place] : [])));
  return (isByEar ? BY_EAR : SIGHT).filter(({ place }) => !out.has(place));
}

/** @param {{view: View, screen: import('./parts.js').PartScreen}} data */
function picturesPart({ view, screen }) {
  const isTable = screen.app.attune.live.session?.mode === 'one-phone';
  if (view.hasFloor && !isTable) return d;
  const notices = noticesFor(view);
  const shown = notices[Math.floor(view.elapsedMs / EACH_MS)];
  if (notices.length === 0) return qt`<p class="lead">${t('nonverbal-attunement-be-there')}</p>`;
  if (!shown && isTable) return qt`<p class="lead">${t('nonverbal-attunement-face-down')}</p>`;
  return qt`
    <div class="pictures" data-state=${shown ? 'shown' : 'dark'}>
      ${
        shown
          ? qt`<svg class="picture" viewBox="0 0 96 96" aria-hidden="true">${WATCH_PICTURES[shown.picture]}</svg>
              <p class="lead">${t(shown.message)}</p>`
          : qt`<p class="lead">${t('nonverbal-attunement-be-there')}</p>`
      }
      <details class="card flat"><summary>${t('nonverbal-attunement-all')}</summary>
        <ul class="plain-list label">${notices.map(({ message }) => qt`<li>${t(message)}</li>`)}</ul></details>
    </div>
  `;
}

/** A way to somebody outside, at the foot of every page; no word that is written ever brings it up. */

const someonePart = () => qt`<p class="label soft"><a href="#/help">${t('practice-someone')}</a></p>`;

/**
 * Sorting one's values, alone: one card at a time; a few are kept, and put in order; how each would show; which of them come to the table. All by
 * buttons, so that keys and screen readers reach it. Nothing of it is seen by anybody else.
 */

/** @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../core/practice-view.js').View} View */

const OWN_DRAFT = 'values/own';
const LINE = '\n';

/** @param {{view: View, screen: PartScreen}} data */
function sortPart({ view, screen }) {
  if (valueIds().length === 0) return d;
  const sorting = new Sorting(view, screen);
  if (view.step === 'table') return table(sorting);
  return qt`${stepOf(view.step, sorting)}${lockLine(t('practice-only-you'))}`;
}

/** @param {string|null} step @param {Sorting} sorting */
function stepOf(step, sorting) {
  switch (step) {
    case 'sort':
      return oneCard(sorting);
    case 'keep':
    case 'keep-three':
      return keepSome(sorting);
    case 'rank':
      return rank(sorting);
    case 'show':
      return sorting.first.map((id, i) => show(sorting, id, i));
    default:
      return d;
  }
}

/** What the fields of a sorting hold, read and written by name. */
class Sorting {
  /** @param {View} view @param {PartScreen} screen */
  constructor(view, screen) {
    this.view = view;
    this.screen = screen;
    this.own = readOwn(screen.valueOf('own-cards'));
  }

  // read anew by each tap: the one before may not be drawn yet

  /** @returns {Map<string, number>} */
  get sorted() {
    return new Map(this.screen.valueOf('sorted') ?? []);
  }

  /** @returns {string[]} in this person's order */
  get kept() {
    return this.screen.valueOf('five') ?? [];
  }

  /** @returns {string[]} */
  get off() {
    return this.screen.valueOf('off') ?? [];
  }

  /** @returns {Map<string, [string, string]>} what shows, and a sign that it is missing */
  get words() {
    return new Map(
      /** @type {string[]} */ (this.screen.valueOf('words') ?? []).map((line) => {
        const [id = '', shows = '', missing = ''] = line.split(LINE);
        return [id, [shows, missing]];
      }),
    );
  }

  get isTable() {
    return this.screen.app.attune.live.session?.mode === 'one-phone';
  }

  get most() {
    return this.isTable ? KEPT.table : KEPT.usual;
  }

  /** Those that come first, in this person's order. */
  get first() {
    return this.kept.slice(0, FIRST);
  }

  /** @param {string} id */
  card = (id) => valueCard(id, this.own);

  /** The cards of this sorting, each person in an order of their own, with those one wrote at the end. */
  get stack() {
    const { attune } = this.screen.app;
    const number = (/** @type {string} */ hex) => Number.parseInt(hex.slice(0, 8) || '0', 16);
    const count = this.screen.state['values/more'] ? STACK.long : this.isTable ? STACK.table : STACK[attune.preferences.timers];
    return stackOf(valueIds(), {
      count,
      pairSeed: number(attune.pairName) + seasonOf(attune.now()),
      ownSeed: number(attune.live.session?.record ?? '') + this.view.person,
    });
  }

  /** @param {string} id @param {number|null} sort null takes it back onto the stack */
  put(id, sort) {
    const marks = new Map(this.sorted);
    if (sort === null) marks.delete(id);
    else marks.set(id, sort);
    this.screen.write('sorted', [...marks]);
  }

  /** @param {string} id @param {0|1} which what shows, or a sign that it is missing @param {string} words */
  say(id, which, words) {
    const [shows, missing] = this.words.get(id) ?? ['', ''];
    const flat = words.replaceAll(LINE, ' ');
    const all = new Map(this.words).set(id, which === 0 ? [flat, missing] : [shows, flat]);
    this.screen.type(
      'words',
      [...all].filter(([each]) => this.kept.includes(each)).map(([each, said]) => [each, ...said].join(LINE)),
    );
  }

  /** What comes onto the table: all of the first that is not switched off, in the order of the alphabet. @returns {string[]} lines */
  get laid() {
    return this.first
      .filter((id) => !this.off.includes(id))
      .sort()
      .map((id) => {
        const [shows, missing] = this.words.get(id) ?? ['', ''];
        return tableLine({ id, meaning: id.startsWith(OWN) ? this.card(id).meaning : '', shows, missing });
      });
  }
}

/** @param {Sorting} sorting */
function oneCard(sorting) {
  const { stack, sorted } = sorting;
  const id = stack.find((each) => !sorted.has(each));
  const before = [...sorted.keys()].filter((each) => !each.startsWith(OWN)).at(-1);
  const answers = /** @type {[number, string][]} */ ([
    [SORTS.much, 'values-alignment-sort-1'],
    [SORTS.some, 'values-alignment-sort-2'],
    [SORTS.notNow, 'values-alignment-sort-3'],
  ]);
  const { name, meaning } = id ? sorting.card(id) : { name: t('values-alignment-through'), meaning: '' };
  const mayTakeMore = !id && stack.length < valueIds().length;
  return qt`<div class="sort">
    <div class="card value" aria-live="polite"><p class="big">${name}</p>${meaning ? qt`<p class="lead">${meaning}</p>` : d}</div>
    ${id ? qt`<div class="answers">${answers.map(([sort, label]) => qt`<button type="button" class="btn line big" @click=${() => sorting.put(id, sort)}>${t(label)}</button>`)}</div>` : d}
    <div class="line">
      ${before ? qt`<button type="button" class="btn text" @click=${() => sorting.put(before, null)}>${t('values-alignment-back')}</button>` : d}
      ${mayTakeMore ? qt`<button type="button" class="btn text" @click=${() => sorting.screen.setState('values/more', true)}>${t('values-alignment-more-cards')}</button>` : d}
    </div>
    ${ownCard(sorting)}
  </div>`;
}

/** A card of one's own matters a lot, or one would not write it. @param {Sorting} sorting */
function ownCard(sorting) {
  const { drafts } = sorting.screen.app.attune;
  const [name = '', meaning = ''] = drafts.get(OWN_DRAFT) ?? [];
  const type = (/** @type {string} */ newName, /** @type {string} */ newMeaning) => {
    drafts.set(OWN_DRAFT, newName || newMeaning ? [newName, newMeaning] : null);
    sorting.screen.setState('values/typed', [newName, newMeaning]);
  };
  const add = () => {
    if (!name.trim()) return;
    const card = ownLine({ name, meaning });
    sorting.screen.write('own-cards', [...(sorting.screen.valueOf('own-cards') ?? []), card]);
    sorting.put(`${OWN}${card.split(LINE)[0]}`, SORTS.much);
    type('', '');
  };
  return qt`<details class="card flat"><summary>${t('values-alignment-my-own')}</summary><div class="stack">
    ${textField({ id: 'own-value', label: t('values-alignment-own-name'), value: name, max: NAME_CHARS, input: (words) => type(words, meaning) })}
    ${textField({ id: 'own-meaning', label: t('values-alignment-own-meaning'), value: meaning, max: MEANING_CHARS, input: (words) => type(name, words) })}
    <button type="button" class="btn line" ?disabled=${!name.trim()} @click=${add}>${t('values-alignment-own-add')}</button></div></details>`;
}

/** @param {Sorting} sorting */
function keepSome(sorting) {
  const { sorted, kept, most, screen, card } = sorting;
  const of = (/** @type {number} */ sort) => [...sorted].filter(([, each]) => each === sort).map(([id]) => id);
  const offered = [...of(SORTS.much), ...of(SORTS.some)];
  const isFull = kept.length >= most;
  const toggle = (/** @type {string} */ id) => {
    const now = sorting.kept;
    if (now.includes(id) || now.length < most) screen.write('five', now.includes(id) ? now.filter((each) => each !== id) : [...now, id]);
  };
  return qt`<div class="words" role="group" aria-label=${t(most === KEPT.table ? 'values-alignment-keep-three' : 'values-alignment-keep-seven')}>${offered.map(
    (id) => {
      const isKept = kept.includes(id);
      return qt`<button type="button" aria-pressed=${isKept ? 'true' : 'false'} ?disabled=${isFull && !isKept} @click=${() => toggle(id)}>
      <span class="dot">${isKept ? icon('check') : d}</span>${card(id).name}</button>`;
    },
  )}</div>`;
}

/** The order is said to nobody; it moves by buttons, and the focus goes with the word. @param {Sorting} sorting */
function rank(sorting) {
  const { kept, screen, card } = sorting;
  const move = (/** @type {string} */ id, /** @type {1|-1} */ by) => {
    const order = moved(sorting.kept, id, by);
    screen.write('five', order);
    screen.setState('values/moved', order);
    screen.app.announce(`${card(id).name}, ${order.indexOf(id) + 1}`);
    requestAnimationFrame(() => {
      const [up, down] = ['up', 'down'].map((way) => /** @type {HTMLButtonElement|null} */ (document.getElementById(`${way}-${id}`)));
      const [wanted, other] = by < 0 ? [up, down] : [down, up];
      (wanted?.disabled ? other : wanted)?.focus();
    });
  };
  return qt`<ol class="lines ranked" aria-label=${t('values-alignment-order')}>${kept.map(
    (id, i) => qt`<li class="card ${i < FIRST ? '' : 'flat'}"><p class="said">${card(id).name}</p>
      <span class="line push"><button type="button" class="btn square" id="up-${id}" ?disabled=${i === 0} aria-label=${t('values-alignment-up', { value: card(id).name })} @click=${() => move(id, -1)}>${icon('arrow-up')}</button>
      <button type="button" class="btn square" id="down-${id}" ?disabled=${i === kept.length - 1} aria-label=${t('values-alignment-down', { value: card(id).name })} @click=${() => move(id, 1)}>${icon('arrow-down')}</button></span></li>`,
  )}</ol>`;
}

/** @param {Sorting} sorting @param {string} id @param {number} i */
function show(sorting, id, i) {
  const { name } = sorting.card(id);
  const [shows, missing] = sorting.words.get(id) ?? ['', ''];
  return qt`<section class="stack valueshow"><h2>${name}</h2>
    ${textField({ id: `shows-${i}`, label: t('values-alignment-shows-label', { value: name }), value: shows, max: SHOWS_CHARS, placeholder: i === 0 ? t('values-alignment-shows-placeholder') : '', input: (words) => sorting.say(id, 0, words) })}
    ${textField({ id: `missing-${i}`, label: t('values-alignment-missing-label'), value: missing, max: SHOWS_CHARS, placeholder: i === 0 ? t('values-alignment-missing-placeholder') : '', input: (words) => sorting.say(id, 1, words) })}</section>`;
}

/** @param {Sorting} sorting */
function table(sorting) {
  const { first, off, screen, card, words } = sorting;
  // the table follows what was written and switched, whichever way this step was reached
  const { laid } = sorting;
  if (JSON.stringify(laid) !== JSON.stringify(screen.valueOf('table') ?? [])) queueMicrotask(() => screen.write('table', laid));
  const toggle = (/** @type {string} */ id) =>
    screen.write('off', sorting.off.includes(id) ? sorting.off.filter((each) => each !== id) : [...sorting.off, id]);
  return qt`<div class="rows switches">${first.map((id, i) => {
    const isOn = !off.includes(id);
    return switchRow({
      id: `table-${i}`,
      label: card(id).name,
      small: isOn ? (words.get(id)?.[0] ?? '') : t('values-alignment-stays'),
      isOn,
      toggle: () => toggle(id),
    });
  })}</div>`;
}

/** Weaving: the stone a turn is about with the words of whoever has the floor, the two stones a sentence leads between, and the way with what was said on it. */

/** @typedef {import('../../core/practice-view.js').View} View @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../app/memories.js').Stone} Stone */

/** Names of the stones both chose, in the order of the path. @param {View} view @returns {string[]} */
const chosenIn = ({ results }) => /** @type {[string, number][]} */ (results['stones'] ?? []).map(([name]) => name);

/** The title of a stone of this weaving: laid before, or named in it. @param {number} n from 1 @param {View} view @param {PartScreen} screen */
function titleOf(n, view, screen) {
  const chosen = chosenIn(view)[n - 1];
  if (chosen) return screen.reading.say(chosen);
  const { live } = screen.app.attune;
  return String(live.shared(`title-${n}`) ?? '');
}

/** @param {{view: View, screen: PartScreen}} data */
function stonePart({ view, screen }) {
  const [, kind, number] = /^(tell|join)-(\d)/.exec(view.phase) ?? [];
  const n = Number(number);
  const title = titleOf(n, view, screen);
  if (kind === 'join') return qt`${between(title, titleOf(n + 1, view, screen))}${shownLines(view.shown, screen.reading)}`;
  const { attune } = screen.app;
  if (view.isVoice && !title) return view.hasFloor ? onThisPhone(screen) : d;
  const stone = attune.memories.dealtStone(chosenIn(view)[n - 1] ?? '');
  const isNamedHere = !stone && view.fields.length > 0;
  if (!title || isNamedHere) return d;
  return qt`<article class="card stack"><h2 class="said">${title}</h2>${stone && view.hasFloor ? words$1(stone, view.person === attune.live.me, screen) : d}</article>`;
}

/** The stone a turn is about, to be heard before its prompt. @param {{view: View, screen: PartScreen}} data @returns {string} */
function stoneHeard({ view, screen }) {
  const [, n] = /^tell-(\d)/.exec(view.phase) ?? [];
  const title = n ? titleOf(Number(n), view, screen) : '';
  return title && `${title}.`;
}

/** Between which stones the sentence leads. @param {string} from @param {string} to */
const between = (from, to) =>
  from || to ? qt`<p class="between"><b class="said">${from}</b><span aria-hidden="true">…</span><b class="said">${to}</b></p>` : d;

/** The piece of whoever speaks; what was covered is not uncovered here. @param {Stone} stone @param {boolean} isMine @param {PartScreen} screen */
function words$1(stone, isMine, screen) {
  const piece = isMine ? stone.mine : stone.isCovered ? null : stone.theirs;
  if (!piece) return d;
  const { when, where, piece: told, photo, place } = piece;
  return qt`${when || where ? qt`<p class="label soft">${[when, where].filter(Boolean).join(' · ')}</p>` : d}
    ${photo && screen.app.attune.photos ? photoOf(screen.app, { place, photo, isMine }) : d}
    ${told ? qt`<p class="said">${told}</p>` : d}`;
}

/** With no network no result came of what both marked: every stone is at hand, folded. @param {PartScreen} screen */
function onThisPhone(screen) {
  const { memories, live } = screen.app.attune;
  const stones = live.dealt('stones').flatMap((name) => memories.dealtStone(name) ?? []);
  if (stones.length === 0) return d;
  return qt`<div class="stack" role="group" aria-label=${t('memory-map-on-this-phone')}>${stones.map(
    (stone) => qt`<details class="card flat"><summary>${stone.title}</summary>${words$1(stone, true, screen)}</details>`,
  )}</div>`;
}

/** @param {{view: View, screen: PartScreen}} data */
function wayPart({ view, screen }) {
  if (view.phase === 'way') {
    if (view.isVoice && chosenIn(view).length === 0) return onThisPhone(screen);
    return way(chosenIn(view).map((name) => qt`<li><b class="said">${screen.reading.say(name)}</b></li>`));
  }
  if (view.step?.startsWith('line-')) return d; // one line alone, to be changed
  const most = screen.app.attune.live.session?.length === 'long' ? TOLD.long : TOLD.usual;
  const numbers = Array.from({ length: most }, (_, i) => i + 1);
  const last = numbers.findLast((n) => titleOf(n, view, screen) || lines(`join-${n}`, view, screen).length > 0) ?? 0;
  const told = numbers.slice(0, last);
  const today = lines('today', view, screen);
  return qt`${way(
    told.map((n) => {
      const led = lines(`join-${n}`, view, screen);
      return qt`<li><b class="said">${titleOf(n, view, screen) || t('memories-untitled')}</b>
        ${led.length > 0 ? led : n < told.length ? qt`<span class="label soft">${t('memory-map-without-words')}</span>` : d}</li>`;
    }),
  )}${today.length > 0 ? qt`<section class="stack"><h2 class="section">${t('memories-join-today')}</h2>${today}</section>` : d}`;
}

/** @param {readonly unknown[]} steps */
const way = (steps) => (steps.length === 0 ? d : qt`<ol class="woven" role="list">${steps}</ol>`);

/** What each said there, with the mark of whoever did. @param {string} field @param {View} view @param {PartScreen} screen */
const lines = (field, view, screen) =>
  view.shown.flatMap((each) => {
    if (each.field !== field || each.person === null) return [];
    const { whose, name } = screen.reading.personOf(each.person);
    return [qt`<span class="joined">${mark(whose)}<span class="vh">${name}:</span><span>${String(each.value)}</span></span>`];
  });

/** One of the stretching set: the shape grows on the way there and shrinks on the way back, half of the time each. */

const HALF_WITHOUT_TIMER_S = 15;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function stretchPart({ view, screen }) {
  const half = view.timer ? view.timer.lengthMs / 2000 : HALF_WITHOUT_TIMER_S;
  return qt`
    <div class="breathing-part">
      ${breath({
        nowMs: screen.now(),
        startedAtMs: view.startedAt,
        inSeconds: half,
        outSeconds: half,
        words: [t('breath-there'), t('breath-and-back')],
      })}
    </div>
  `;
}

/** Words at hand, to take over with a tap into the words that are chosen here: from one's own tray, or from what was heard. */

/** @typedef {import('../../core/practice-view.js').View} View */

/** @param {View} view */
const trayOf = ({ shown }) => shown.find(({ kind }) => kind === 'words');

/** @param {View} view words lie at hand here */
const hasTrayNow = (view) => view.part === 'tray' && trayOf(view) !== undefined;

/** @param {{view: View, screen: import('./parts.js').PartScreen}} data */
function trayPart({ view, screen }) {
  const { vocabulary } = screen.reading;
  const field = view.fields.find(({ kind }) => kind === 'words');
  const from = trayOf(view);
  if (!field || !from || !Array.isArray(from.value) || !vocabulary) return d;
  const chosen = Array.isArray(field.value) ? field.value.map(String) : [];
  const toggle = (/** @type {string} */ token) => {
    if (chosen.includes(token))
      screen.write(
        field.name,
        chosen.filter((each) => each !== token),
      );
    else if (chosen.length < field.max) screen.write(field.name, [...chosen, token]);
  };
  const by = screen.reading.personOf(from.person ?? view.person);
  return qt`<div class="card tray">
    <p class="small soft">${who(by.whose, by.name)}</p>
    <div class="words" role="group" aria-label=${by.name}>${from.value.map(String).map(
      (token) => qt`<button type="button" aria-pressed=${chosen.includes(token) ? 'true' : 'false'} @click=${() => toggle(token)}>
        <span class="dot">${chosen.includes(token) ? icon('check') : d}</span>${asChosen(vocabulary, token).text}</button>`,
    )}</div>
    ${from.isShared ? d : lockLine(t('practice-only-you'))}
  </div>`;
}

/** Two tables, opened together: the board, the word a turn is about, and where it is said whether a shared word means the same. */

/** @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../core/practice-view.js').View} View */

/** Which words a turn may be about, and the field in which it is chosen. */
const TURNS = Object.freeze(
  /** @type {Record<string, {field: string, areas: readonly ('both'|'differ'|'one')[]}>} */ ({
    both: { field: 'both-word', areas: ['both'] },
    'both-back': { field: 'both-word', areas: ['both'] },
    differ: { field: 'differ-word', areas: ['differ', 'one'] },
    'differ-back': { field: 'differ-word', areas: ['differ', 'one'] },
    explore: { field: 'differ-word', areas: ['differ', 'one'] },
    'explore-back': { field: 'differ-word', areas: ['differ', 'one'] },
    celebrate: { field: 'act-word', areas: ['both'] },
    agree: { field: 'agreement-word', areas: ['differ', 'one', 'both'] },
  }),
);
const WHOLE = ['board', 'close', 'own-answer'];

/** @param {{view: View, screen: PartScreen}} data */
function valuesPart({ view, screen }) {
  const { live } = screen.app.attune;
  if (view.phase === 'reveal') {
    const mine = screen.valueOf('table') ?? view.fields.find(({ name }) => name === 'table')?.value ?? [];
    return Array.isArray(mine) && mine.length === 0 ? qt`<p class="lead">${t('values-alignment-nothing-on-table')}</p>` : d;
  }
  const tableOf = (/** @type {boolean} */ isMine) =>
    view.shown.find(({ field, person }) => field === 'table' && (person === live.me) === isMine)?.value;
  const board = boardFrom({ mine: tableOf(true), theirs: tableOf(false), meaning: view.results['meaning'] });
  const name = screen.reading.personOf(/** @type {0|1} */ (1 - live.me)).name;
  if (WHOLE.includes(view.phase)) return valuesBoard(board, name, (held) => sameOrNot(held.id, view, screen));
  const turn = TURNS[view.phase];
  if (!turn) return d;
  const chosen = String(screen.valueOf(turn.field) ?? view.shown.find(({ field }) => field === turn.field)?.value ?? '');
  const all = [...board.both, ...board.differ, ...board.one];
  const held = all.find(({ id }) => id === chosen);
  const isChosenHere = view.fields.some(({ name: field }) => field === turn.field);
  const offered = turn.areas.flatMap((area) => board[area]);
  return qt`${held ? qt`<div class="values"><section>${heldWord(held, name)}</section></div>` : d}
    ${isChosenHere ? words(offered.length > 0 ? offered : all, turn.field, chosen, screen) : d}`;
}

/** @param {readonly import('../../core/values.js').Held[]} offered @param {string} field @param {string} chosen @param {PartScreen} screen */
const words = (offered, field, chosen, screen) =>
  offered.length === 0
    ? d
    : qt`<div class="chips" role="group" aria-label=${t('values-alignment-choose-word')}>${offered.map(
        ({ id }) =>
          qt`<button type="button" class="chip" aria-pressed=${chosen === id ? 'true' : 'false'} @click=${() => screen.write(field, id)}>${valueCard(id).name}</button>`,
      )}</div>`;

/** Only where it is asked, and never whose answer it was. @param {string} id @param {View} view @param {PartScreen} screen */
function sameOrNot(id, view, screen) {
  if (!view.fields.some(({ name }) => name === 'meaning')) return d;
  const answers = () => new Map(/** @type {[string, number][]} */ (screen.valueOf('meaning') ?? []));
  const marks = answers();
  return segments({
    label: t('values-alignment-means-same', { value: valueCard(id).name }),
    value: marks.has(id) ? String(marks.get(id)) : null,
    options: [
      { value: '0', label: t('values-alignment-meaning-1') },
      { value: '1', label: t('values-alignment-meaning-2') },
    ],
    pick: (option) =>
      screen.write(
        'meaning',
        [...marks.set(id, Number(option))].sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
  });
}

/** Writing a request in a talk: the gentle question beneath a line, moments to choose from, a day for the answer. */

const DAY_MS = 86_400_000;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function wishPart({ view, screen }) {
  const field = view.fields.find(({ name }) => ['need', 'when', 'why', 'by'].includes(name));
  if (!field) return d;
  void loadKinds();
  const value = typeof field.value === 'string' ? field.value : '';
  switch (field.name) {
    case 'when':
      return momentChips({ label: t('responsive-reach-moments'), value, pick: (words) => screen.write('when', words) });
    case 'by':
      return dayField({
        id: 'field-by',
        label: t('responsive-reach-day-label'),
        value,
        least: dayLabel(screen.now() + DAY_MS),
        pick: (day) => screen.write('by', day),
      });
    default:
      return gentleQuestion({
        line: value,
        isLeft: screen.state[`left/${field.name}`] === true,
        name: screen.names.name,
        leave: () => screen.setState(`left/${field.name}`, true),
      });
  }
}

/** Parts of a session's screen that are more than words, fields and buttons: by name, each in a file of its own. */

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {object} PartScreen what a part may ask of the screen
 * @property {import('../../app/shell.js').Shell} app @property {{you: string, name: string}} names @property {import('./shown-lines.js').Reading} reading
 * @property {() => number} now ms @property {Record<string, any>} state what this screen knows beside the fields @property {(key: string, value: any) => void} setState
 * @property {(name: string) => any} valueOf a field that this person may write here @property {(name: string, value: any) => void} write a field
 * @property {(name: string, value: any) => void} type the same while more may follow at once @property {View['timer']} timer
 */

/** @type {Readonly<Record<string, (data: {view: View, screen: PartScreen}) => unknown>>} */
const PARTS = Object.freeze({
  afraid: afraidPart,
  agenda: agendaPart,
  away: awayPart,
  board: boardPart,
  breathing: breathingPart,
  fit: fitPart,
  gap: gapPart,
  gather: gatherPart,
  'moment-choose': momentChoosePart,
  'moment-leave': momentLeavePart,
  'moment-read': momentReadPart,
  page: pagePart,
  pictures: picturesPart,
  someone: someonePart,
  sort: sortPart,
  stone: stonePart,
  stretch: stretchPart,
  tray: trayPart,
  values: valuesPart,
  way: wayPart,
  wish: wishPart,
});

/** @param {string} name @param {{view: View, screen: PartScreen}} data */
const partOf = (name, data) => PARTS[name]?.(data) ?? d;

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {import('../../core/practice-view.js').Button} Button
 * @typedef {{you: string, name: string, kind: string}} Args `kind` of the pair: partner, friend or family where both say so, else empty
 */

const CHECK_IN = 'daily-check-in';
const PAUSE_CHOICES_MIN = [30, 60, 180];
/** What is typed in a session and not sent yet: a topic to park, a question of one's own. */
const DRAFT = 'live/';
const SETTLING_MS = 450;
/** More buttons than these need the room of the ring. */
const MOST_BUTTONS = 3;
const WRITE_AFTER_MS = 150;
/** Parts with the horizon in their drawing. */
const HAVE_HORIZON = ['breathing', 'stretch'];
/** Parts that draw what is shown themselves. */
const DRAW_SHOWN = ['stone', 'tray', 'way'];
/** Tones and bells, once each, however often the screen is left and found again. */
const PLAYED = new Set();

/** A practice: what it is before it begins, the invitation, then each screen as the engine shows it to this person, and what may follow. */
class LiveScreen extends Screen {
  static properties = {
    ...Screen.properties,
    vocabulary: { state: true },
    mode: { state: true },
    starter: { state: true },
    parked: { state: true },
    isChoosingTime: { state: true },
    own: { state: true },
    isSettling: { state: true },
    variant: { state: true },
    isStoneLeft: { state: true },
    practice: { state: true },
    inputs: { state: true },
    carrying: { state: true },
    unknown: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {'live'|'one-phone'|'own-time'|'alone'} */ this.mode = 'live';
    this.variant = '';
    /** No stone is read before a hard talk. */ this.isStoneLeft = false;
    /** The practice that is shown, once its words are here. @type {import('../../core/practice-schema.js').Practice|null} */ this.practice =
      null;
    /** What inputs hold that is not in a field yet, by field. @type {Record<string, any>} */ this.inputs = {};
    /** Typed just now and on its way into the session. @type {Map<string, {value: import('../../core/practice.js').FieldValue, by: 0|1}>} */ this.typing =
      new Map();
    /** @type {number|undefined} */ this.writing;
    /** @type {any} */ this.needs = null;
    /** @type {import('../../core/gentle.js').Lists|null} */ this.gentle = null;
    /** @type {any} */ this.questions = null;
    /** A session that is through, while something of it may be carried on. @type {{practice: string, session: string, day: string, chosen: string, text: string, rows: {message: string, to: string, words: string}[]}|null} */ this.carrying =
      null;
    /** @type {0|1|null} */ this.starter = null;
    this.parked = '';
    this.own = '';
    this.isChoosingTime = false;
    /** A tap is on its way, or has just turned the screen: the second tap of a double one is not meant for what stands there then. */ this.isSettling = false;
    this.spoken = '';
    /** @type {Promise<void>|null} */ this.leaving = null;
    /** The place that is opened when it is over. */ this.next = '';
    /** A practice that was asked for and that this release does not have. */ this.unknown = '';
    /** @type {number|undefined} */ this.ticking;
    this.coverWhenHidden = () => void (document.visibilityState === 'hidden' && this.app.attune.live.cover());
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.app.attune.pair && this.#wanted === CHECK_IN) {
      location.replace('#/check-in'); // alone there is nobody to meet, and the check-in is whole
      return;
    }
    void this.#load(this.#wanted);
    if (this.params[0] === 'own' && this.params[1]) void this.#takeUp(this.params[1]);
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    document.addEventListener('visibilitychange', this.coverWhenHidden);
    this.ticking = window.setInterval(() => this.app.attune.live.session && this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.coverWhenHidden);
    void this.#flush().then(() => Promise.all([this.app.attune.live.cover(), this.app.attune.live.putAway()]));
    window.clearInterval(this.ticking);
    this.app.cues.maySleep();
    delete document.documentElement.dataset['rest'];
  }

  /** Which practice this screen is about: the one under way, or the one asked for. */
  get #wanted() {
    const { live } = this.app.attune;
    const [first] = this.params;
    return this.carrying?.practice ?? live.session?.practice ?? live.invitation?.practice ?? (first && first !== 'own' ? first : CHECK_IN);
  }

  /** @param {string} id */
  async #load(id) {
    const [practice] = PRACTICE_IDS.includes(id) ? await Promise.all([loadPractice(id), text().load(...areasOf(id))]) : [null];
    if (this.#wanted !== id) return;
    if (!practice) {
      this.unknown = id;
      return;
    }
    this.practice = practice;
    this.variant = practice.variants?.[0]?.id ?? '';
    const ways = waysOf(practice, this.app.attune.pair !== null);
    const [natural] = practice.modes.filter((mode) => ways.includes(/** @type {any} */ (mode)));
    const asked = ways.find((way) => way === this.params[1]);
    this.mode = /** @type {any} */ (asked ?? natural ?? 'live');
    const kinds = practice.fields.map(({ kind }) => kind);
    if (kinds.includes('needs'))
      void text()
        .content('needs')
        .then((needs) => this.#with({ needs }));
    if (practice.fields.some(({ from }) => from === 'deck:values')) await loadValues().then(() => this.requestUpdate());
    if (practice.fields.some(({ asks }) => asks !== undefined))
      void text()
        .content('gentle')
        .then((gentle) => this.#with({ gentle }));
    if (practice.deals || JSON.stringify(practice.phases).includes('deck:')) this.#with({ questions: await text().content('questions') });
  }

  /** @param {{needs?: any, questions?: any, gentle?: any}} content */
  #with(content) {
    Object.assign(this, content);
    this.requestUpdate();
  }

  /** @param {string} record a session in own time */
  async #takeUp(record) {
    const { attune } = this.app;
    const practice = attune.sessions.beginning(record)?.practice ?? '';
    const isThere = await attune.live.takeUp(record, {}, attune.brings(practice, 'own-time').given);
    if (!isThere) this.app.go('#/practices');
  }

  willUpdate() {
    if (this.practice?.id !== this.#wanted) void this.#load(this.#wanted);
    const draft = this.freshDraft(DRAFT + this.app.attune.pairName);
    if (draft) [this.parked, this.own] = draft;
  }

  updated() {
    const view = this.app.attune.live.view();
    document.documentElement.dataset['rest'] = view?.isResting ? 'on' : 'off';
    if (!view || view.isClosed) return;
    if (this.app.attune.live.session?.mode !== 'own-time') void this.app.cues.stayAwake();
    const sound = `${this.app.attune.live.session?.record}/${view.sound?.key}`;
    if (view.sound && !PLAYED.has(sound)) {
      PLAYED.add(sound);
      this.app.cues.play(view.sound.kind, this.app.attune.preferences);
    }
    if (view.phase === 'open') {
      openDay(this.app.attune, this.#day.day);
      noteSeenLines(this.app.attune, this.#day.day);
    }
    openChosen(this.app.attune, view);
    this.#speak(view);
    this.#passWeather(view);
  }

  render() {
    const { live } = this.app.attune;
    const view = live.view();
    if (this.carrying) return this.#afterwards(this.carrying);
    if (this.unknown === this.#wanted) return this.#tooOld();
    if (this.practice?.id !== this.#wanted) return qt`<main class="screen"></main>`;
    if (live.invitation) return this.#invited(live.invitation);
    if (!view) return this.#setUp();
    if (view.isClosed) return this.#closed();
    if (view.phase === 'weather' && !view.paused && !view.stopped && !view.sheet && !view.cover && !this.#isWeatherDone())
      return this.#weather(view);
    if (view.phase === 'open' && !view.paused && !view.stopped && !view.sheet) return this.#open(view);
    return this.#turnView(view);
  }

  /** `you` reads, `name` is the other. On one phone the reader is whoever holds it or speaks. */
  get #names() {
    const { live } = this.app.attune;
    const view = live.view();
    return this.#namesOf(view?.cover?.to ?? view?.person ?? live.me);
  }

  get #title() {
    return this.practice ? t(this.practice.words.title, this.#names) : '';
  }

  /** @param {0|1} person of the engine */
  #namesOf(person) {
    const { live, pair } = this.app.attune;
    const me = pair?.me.name ?? '';
    const them = pair?.them.name ?? '';
    const { kind } = this.app.attune;
    return person === live.me ? { you: me, name: them, kind } : { you: them, name: me, kind };
  }

  /** @param {import('../../core/practice-view.js').Message|null} message @param {Args} [names] */
  #say(message, names = this.#names) {
    if (!message) return '';
    const { time } = message.args;
    return t(message.id, { ...names, ...(time === undefined ? {} : { time: clockTime(time) }) });
  }

  // ---- before

  #setUp() {
    const { attune } = this.app;
    const { practice } = this;
    if (!practice) return d;
    const starter = this.starter ?? attune.live.nextStarter;
    return setUp({
      app: this.app,
      practice,
      names: this.#names,
      way: this.mode,
      starter,
      me: /** @type {0|1} */ ((attune.pair?.me.person ?? 1) - 1),
      variant: this.variant,
      isStoneLeft: this.isStoneLeft,
      choose: (change) => Object.assign(this, change),
      begin: () => void this.#begin(starter),
      past: [...attune.sessions.done(practice.id)],
    });
  }

  /** @param {0|1} starter */
  async #begin(starter) {
    const { attune } = this.app;
    const { practice, mode, variant } = this;
    if (!practice) return;
    const place = practice.id === CHECK_IN && mode === 'own-time' ? 'check-in' : practice.places?.[mode];
    if (place) {
      this.app.go(`#/${place}`);
      return;
    }
    this.app.cues.play('tone', attune.preferences); // the tap that lets sound play later
    const drawn = await this.#draw();
    await attune.attempt(() =>
      attune.live.begin({ practice: practice.id, length: attune.preferences.timers, mode, starter, variant, ...drawn }),
    );
  }

  /** Cards for this session, what was not seen for a year first; and what was before that both go on from. */
  async #draw() {
    const { attune } = this.app;
    const { practice } = this;
    const questions = this.questions;
    const brought = practice ? attune.brings(practice.id, attune.live.invitation ? 'live' : this.mode) : { given: {}, dealt: {} };
    if (!practice || !questions) return { decks: {}, ...brought };
    const { decks, dealt } = await attune.decks.draw(practice, questions.questions, attune.pair, this.mode);
    return { decks, dealt: { ...dealt, ...brought.dealt }, given: brought.given };
  }

  /** @param {import('../../app/live.js').Invitation} invitation */
  #invited(invitation) {
    const { practice } = this;
    if (!practice) return d;
    if (practice.version < invitation.version) return this.#tooOld();
    const minutes = minutesOf(practice, invitation.length, invitation.variant) ?? minutesOf(practice, 'usual', invitation.variant) ?? 0;
    const asks =
      practice.begins === 'asked' && invitation.starter !== (this.app.attune.pair?.me.person ?? 1) - 1
        ? t('practice-would-be-heard', { ...this.#names, minutes })
        : t('live-invitation', { ...this.#names, title: this.#title, minutes });
    const variant = practice.variants?.find(({ id }) => id === invitation.variant);
    return qt`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack">
          <div class="face">${mark('they')}<h1>${asks}</h1>
          ${variant ? qt`<p class="lead">${t(variant.message, this.#names)}</p>` : d}
          <p class="label soft">${t('live-invitation-small')}</p></div>
          ${this.#guard(practice)}
        </div>
        <div class="foot">
          <button class="btn primary big wide" @click=${() => void this.#accept()}>${t('live-invitation-now')}</button>
          <button class="btn line wide" @click=${() => this.#decline('another-time')}>${t('live-another-time')}</button>
          <button class="btn text wide" @click=${() => this.#decline('not-today')}>${t('live-invitation-not-today')}</button>
        </div>
      </main>
    `;
  }

  /** In a pause of a heavy practice: help that only this person is shown, and somebody outside after two in a day. */
  #outside() {
    return qt`${this.app.attune.pauses.areTwoInADay ? qt`<p class="label">${t('live-paused-twice')} <a href="#/help">${t('live-someone-outside')}</a></p>` : d}
      <p class="label soft"><a href="#/help">${t('practice-afraid')}</a></p>`;
  }

  /** For what this is not, said before anybody begins. @param {import('../../core/practice-schema.js').Practice} practice */
  #guard(practice) {
    const lines = [practice.warning, practice.isHeavy ? 'practice-heavy' : undefined].filter((line) => line !== undefined);
    return lines.map(
      (line, i) =>
        qt`<p class="label">${t(line, this.#names)}${i === lines.length - 1 ? qt` <a href="#/help">${t('practice-help')}</a>` : d}</p>`,
    );
  }

  async #accept() {
    const { decks, given } = await this.#draw();
    await this.app.attune.attempt(() => this.app.attune.live.accept(decks, given));
  }

  /** The other phone has a newer practice than this one. */
  #tooOld() {
    const isInvited = this.app.attune.live.invitation !== null;
    const hasTable = this.practice?.id === this.#wanted && this.practice.flows['one-phone'] !== undefined;
    return qt`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack"><h1 class="prompt">${t(isInvited ? 'practice-newer' : 'practice-none', this.#names)}</h1>
          <p class="lead">${t(isInvited ? 'practice-newer-small' : 'practice-none-small', this.#names)}</p></div>
        <div class="foot">
          ${hasTable ? qt`<button class="btn primary big wide" @click=${() => void this.#onOnePhone()}>${t('practice-one-phone-instead')}</button>` : d}
          ${
            isInvited
              ? qt`<button class="btn line big wide" @click=${() => this.#decline('another-time')}>${t('live-another-time')}</button>`
              : qt`<a class="btn line big wide" href="#/practices">${t('nav-practices')}</a>`
          }</div>
      </main>
    `;
  }

  /** The practice as this phone knows it, on this phone alone. */
  async #onOnePhone() {
    await this.app.attune.attempt(() => this.app.attune.live.decline(null));
    await this.#goOtherWay(null, 'one-phone');
  }

  /** @param {'not-today'|'another-time'} answer */
  async #decline(answer) {
    await this.app.attune.attempt(() => this.app.attune.live.decline(answer));
    this.app.go('#/today');
  }

  // ---- the weather, each alone

  get #day() {
    const { attune } = this.app;
    return attune.checkIns.day(attune.live.session?.day ?? attune.today());
  }

  #isWeatherDone() {
    const view = this.app.attune.live.view();
    return view ? view.buttons.every((each) => !['share', 'next'].includes(each.id)) : false;
  }

  /** Somebody who has shared, or kept, before the session began is past this already. @param {View} view */
  #passWeather(view) {
    if (view.phase !== 'weather' || this.app.attune.live.session?.mode === 'one-phone') return;
    const day = this.#day;
    const can = (/** @type {string} */ id) => view.buttons.some((button) => button.id === id);
    if (day.shared && !this.#isEditing && (can('next') || can('share'))) void this.#passAsShared();
  }

  get #isEditing() {
    return this.app.attune.drafts.get(`check-in/${this.#day.day}`) !== undefined;
  }

  async #passAsShared() {
    const { live } = this.app.attune;
    await live.send({ type: 'enough' });
    await live.send({ type: 'share', fields: [], goodNews: this.#day.shared?.goodNews === true });
  }

  /** @param {View} view */
  #weather(view) {
    const guest = view.person !== this.app.attune.live.me;
    return qt`
      <check-in-screen .app=${this.app} .isGuest=${guest} .foot=${this.#always(view)}
        .finished=${(/** @type {boolean} */ hasShared, /** @type {boolean} */ isEmpty) => void this.#weatherDone(hasShared, isEmpty, guest)}></check-in-screen>
    `;
  }

  /** @param {boolean} hasShared @param {boolean} isEmpty @param {boolean} isGuest */
  async #weatherDone(hasShared, isEmpty, isGuest) {
    const { live } = this.app.attune;
    const by = /** @type {0|1} */ (isGuest ? 1 - live.me : live.me);
    const shared = isGuest ? this.#day.guest : this.#day.shared;
    await live.send({ type: 'enough', by });
    await live.send(hasShared ? { type: 'share', fields: [], goodNews: shared?.goodNews === true, by } : { type: 'share-nothing', by });
    if (!hasShared && isEmpty) await live.send({ type: 'done', by });
  }

  // ---- opened together

  /** @param {View} view */
  #open(view) {
    const day = this.#day;
    const { vocabulary } = this;
    const { name } = this.#names;
    const mine = day.shared;
    const theirs = day.theirs ?? this.app.attune.checkIns.theirsInSession(day.day) ?? day.guest;
    const side = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ each) => qt`${who(whose, person)}
      ${each.sky ? qt`<span class="sky-name">${skyName(vocabulary, each.sky)}</span>` : d}
      ${each.words?.length ? qt`<span class="sky-words">${wordsText(vocabulary, each.words)}</span>` : d}`;
    const lines = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ each) =>
      each?.mattered || each?.worry
        ? qt`<article class="card">${who(whose, person)}
            ${each.mattered ? qt`<p class="said">${each.mattered}</p>` : d} ${each.worry ? qt`<p class="said">${each.worry}</p>` : d}</article>`
        : d;
    return qt`
      <main class="screen live full">
        <h1 class="vh">${phraseText(vocabulary, theirs?.sky ?? null, mine?.sky ?? null) || t('check-in-title')}</h1>
        ${skies({
          above: theirs?.sky ?? null,
          below: mine?.sky ?? null,
          state: 'rising',
          aboveText: theirs ? side('they', name, theirs) : d,
          belowText: mine ? side('you', t('you'), mine) : d,
          bead: phraseText(vocabulary, theirs?.sky ?? null, mine?.sky ?? null) || null,
        })}
        <div class="foot">
          ${troubleNotice(this.app)}
          ${view.isVoice && this.app.attune.live.session?.mode !== 'one-phone' ? notice('cloud-off', t('live-offline')) : d}
          ${view.isVoice && !theirs ? qt`<p class="lead">${t('live-say-sky')}</p>` : d}
          ${lines('they', name, theirs)} ${lines('you', t('you'), mine)}
          ${view.buttons.map((button) => this.#button(button, true))}
        </div>
        ${this.#always(view)}
      </main>
    `;
  }

  // ---- turns

  /** @param {View} view */
  #turnView(view) {
    const { live } = this.app.attune;
    const isTable = live.session?.mode === 'one-phone';
    const day = this.#day;
    const theirSky = (day.theirs ?? day.guest)?.sky ?? null;
    const isOwn = live.session?.mode === 'own-time' || live.session?.mode === 'alone';
    const asked = this.#say(view.prompt);
    const cue = this.#say(view.cue);
    const said = asked || cue;
    const prompt = said || this.#say(view.role);
    const small = this.#say(view.small);
    const isWaiting = view.phase === 'begin' && !live.isTogether && !view.sheet && !view.paused && !view.stopped;
    const timer = view.timer;
    const fraction = timer ? Math.min(1, timer.elapsedMs / timer.lengthMs) : null;
    const mine = view.rolePerson === live.me;
    const part = view.part ? partOf(view.part, { view, screen: this.#partScreen }) : d;
    const isMap = view.part === 'board' || view.part === 'agenda';
    const hasFit = this.practice?.fields.some(({ name }) => name === 'steady') === true;
    const isAsked = hasFit ? view.part === 'fit' : view.fields.length > 0; // what it is not for is said where one decides, not on every step
    const isFull =
      view.cards.length + view.fields.length > 0 ||
      view.shown.length > 1 ||
      view.buttons.length > MOST_BUTTONS ||
      (part !== d && view.part !== 'agenda') ||
      view.phase === 'breathe';
    const hasRing = view.rolePerson !== null && view.role !== null && !isFull && !isOwn;
    return qt`
      <main class="screen live ${view.isResting ? 'resting' : ''}" data-theme=${view.isResting ? 'dark' : d}>
        ${view.foot.length === 0 && !view.sheet && !view.paused ? bar({}) : d}
        <div class="say">
          ${isMap ? part : d}
          ${
            isTable && view.role && view.rolePerson !== null
              ? qt`<p class="who">${mark('both')}${t('live-table-role', this.#names)}</p>`
              : view.role && said
                ? qt`<p class="who">${roleMark(view, live.me)}${this.#say(view.role)}</p>`
                : d
          }
          <h1 class="prompt">${prompt || this.#title}</h1>
          ${small ? qt`<p class="label soft">${small}</p>` : d}
          ${asked && cue ? qt`<p class="label soft">${cue}</p>` : d}
          ${view.cover ? lockLine(t('live-one-phone-private')) : d}
          ${isTable && view.role && view.rolePerson !== null ? this.#tableOther() : d}
          ${view.notice ? qt`<p class="label notice-line" role="status">${this.#say(view.notice)}</p>` : d}
          ${view.paused && this.practice?.isHeavy ? this.#outside() : d}
          ${isWaiting ? this.#otherWays() : d}
          ${isWaiting && live.answer ? notice('info', t(live.answer === 'not-today' ? 'live-not-today' : 'practice-another-time')) : d}
          ${view.isVoice && !isTable && !view.paused && !view.stopped ? notice('cloud-off', t('live-offline')) : d}
          ${live.session?.mode === 'own-time' && this.practice && isAsked ? this.#guard(this.practice) : d}
          ${DRAW_SHOWN.includes(view.part ?? '') ? d : shownLines(view.shown, this.#reading)} ${this.#stems(view)}
          ${isMap ? d : part} ${this.#cards(view)} ${this.#fields(view, prompt)}
          ${troubleNotice(this.app)}
        </div>
        ${
          hasRing
            ? ring({
                turn: mine ? 'you' : 'they',
                fraction,
                above: theirSky,
                below: day.shared?.sky ?? null,
                label: timer ? t('live-time-left', { part: timeLeft(fraction ?? 0) }) : t('live-length-none'),
              })
            : qt`<div class=${isFull || view.sheet ? 'line-only' : 'quiet'}>${part !== d && HAVE_HORIZON.includes(view.part ?? '') ? d : qt`<hr class="horizon" />`}</div>`
        }
        <div class="foot">
          ${view.isResting ? qt`<p class="label rest">${t(this.app.attune.preferences.eyeContact ? 'live-rests-together' : 'live-rests-free')}</p>` : d}
          ${this.isChoosingTime ? this.#times() : d}
          ${this.#urges(view)}
          ${this.isChoosingTime ? d : view.buttons.toSorted((a, b) => Number(b.primary) - Number(a.primary)).map((button) => this.#button(button))}
          ${isOwn && view.buttons.every(({ id }) => id === 'back' || id === 'take-back') ? qt`<button class="btn primary big wide" @click=${() => this.app.go('#/practices')}>${t('close')}</button>` : d}
        </div>
        ${this.#always(view)}
      </main>
    `;
  }

  /** The other is not there yet: the ways that need nobody. */
  #otherWays() {
    const { practice } = this;
    const ownPlace = practice?.places?.['own-time'];
    const ownTime = practice?.id === CHECK_IN ? '#/check-in' : ownPlace ? `#/${ownPlace}` : null;
    const ways = /** @type {Array<[string, string|null, 'one-phone'|'own-time'|null]>} */ ([
      ...(ownTime || practice?.flows['own-time'] || practice?.places?.['own-time']
        ? [['live-mode-own-time', ownTime, ownTime ? null : 'own-time']]
        : []),
      ['live-mode-one-phone', null, 'one-phone'],
      ['live-another-time', practice?.id === CHECK_IN ? '#/today' : '#/practices', null],
    ]);
    return qt`<div class="chips">${ways.map(([label, place, mode]) => qt`<button class="chip" @click=${() => this.#goOtherWay(place, mode)}>${t(label)}</button>`)}</div>`;
  }

  /** @param {string|null} place @param {'one-phone'|'own-time'|null} mode */
  async #goOtherWay(place, mode) {
    const { attune } = this.app;
    const starter = this.starter ?? attune.live.nextStarter;
    const { practice } = this;
    const variant = attune.live.session?.variant ?? this.variant;
    await attune.attempt(() => attune.live.leave());
    for (const key of Object.values(TABLE_DRAFTS)) await attune.drafts.clear(key);
    const begins = practice?.places?.[mode ?? ''];
    if (begins) this.app.go(`#/${begins}`);
    else if (mode && practice) {
      const drawn = await this.#draw();
      await attune.attempt(() =>
        attune.live.begin({ practice: practice.id, length: attune.preferences.timers, mode, starter, variant, ...drawn }),
      );
    } else if (place) this.app.go(place);
  }

  /** One phone on the table: the other half of the screen says what the listener may do. */
  #tableOther() {
    const { live } = this.app.attune;
    const across = /** @type {0|1} */ (live.view()?.person === 0 ? 1 : 0);
    const other = live.view(across);
    const words = this.#say(other?.cue ?? other?.prompt ?? null, this.#namesOf(across));
    return words ? qt`<p class="lead table-other">${words}</p>` : d;
  }

  /** Whose words are shown, and how they are said. @returns {import('../session/shown-lines.js').Reading} */
  get #reading() {
    const { live } = this.app.attune;
    return {
      say: (id) => this.#cardText(id),
      personOf: (person) => {
        const isMine = person === live.me;
        const isTable = live.session?.mode === 'one-phone'; // between two, “you” is whoever reads
        return { whose: isMine ? 'you' : 'they', name: isMine && !isTable ? t('you') : this.#namesOf(person).you };
      },
      vocabulary: this.vocabulary,
      needs: this.needs,
    };
  }

  /** Ways to begin, one at a time. @param {View} view */
  #stems(view) {
    if (view.stems.length === 0) return d;
    const key = `stem/${view.serial}`;
    const at = (this.inputs[key] ?? 0) % view.stems.length;
    return qt`<button type="button" class="stem" aria-label=${t('practice-another-way', { stem: t(view.stems[at] ?? '', this.#names) })}
      @click=${() => (this.inputs = { ...this.inputs, [key]: at + 1 })}>${t(view.stems[at] ?? '', this.#names)}</button>`;
  }

  /** A card is one of the practice's own, of a deck, or written by the pair. @param {string} id */
  #cardText(id) {
    const card = this.questions?.questions.find((/** @type {any} */ each) => each.id === id);
    return (
      card?.text ??
      this.app.attune.decks.ownText(id) ??
      this.app.attune.textOf(id) ??
      (id.includes('/') ? t('practice-not-here') : t(id, { ...this.#names, kin: this.app.attune.kin }))
    );
  }

  /** @param {View} view */
  #cards(view) {
    if (view.cards.length === 0 || view.fields.some(({ kind }) => kind === 'marks')) return d;
    return qt`
      <ul class="cards">${view.cards.map((id) => qt`<li class="card said">${this.#cardText(id)}</li>`)}</ul>
      ${view.mayAddCard ? textField({ id: 'own-question', label: t('live-my-own'), value: this.own, max: LIMIT.question, input: (value) => this.#type('own', value) }) : d}
    `;
  }

  /** @param {View} view @param {string} prompt */
  #fields(view, prompt) {
    if (this.practice?.id === CHECK_IN) return this.#parked(view);
    return view.fields.map((field, i) =>
      fieldInput(field, {
        isSaidBelow: isSaidBelow(view.fields, i),
        hasTray: hasTrayNow(view),
        say: (id) => this.#cardText(id),
        gentle: this.gentle,
        vocabulary: this.vocabulary,
        needs: this.needs,
        isPartners: this.app.attune.isPartners,
        prompt,
        stateOf: (name) => this.inputs[`${view.serial}/${name}`],
        setState: (name, state) => (this.inputs = { ...this.inputs, [`${view.serial}/${name}`]: state }),
        valueOf: ({ name }) =>
          this.typing.get(name)?.value ?? this.app.attune.live.view()?.fields.find((each) => each.name === name)?.value ?? null,
        write: ({ name, kind }, value) => this.#write(name, value, view.person, kind === 'text'),
      }),
    );
  }

  /** @param {string} name @param {import('../../core/practice.js').FieldValue} value @param {0|1} by @param {boolean} isTyped more may follow at once */
  #write(name, value, by, isTyped) {
    this.typing.set(name, { value, by });
    window.clearTimeout(this.writing);
    if (isTyped) this.writing = window.setTimeout(() => void this.#flush(), WRITE_AFTER_MS);
    else void this.#flush();
  }

  /** What was typed goes into the session, and so into the phone's storage. */
  async #flush() {
    window.clearTimeout(this.writing);
    const typed = [...this.typing];
    for (const [field, { value, by }] of typed) {
      await this.app.attune.live.send({ type: 'write', field, value, by });
      if (this.typing.get(field)?.value === value) this.typing.delete(field);
    }
  }

  /** @param {View} view */
  #parked(view) {
    const field = view.fields.find(({ name }) => name === 'parked');
    if (!field) return d;
    return textField({
      id: 'parked',
      label: t('parked-prompt'),
      isLabelHidden: true,
      value: this.parked,
      max: LIMIT.parked,
      placeholder: t('parked-placeholder'),
      input: (value) => this.#type('parked', value),
    });
  }

  /** What a special piece of the screen may ask of it. */
  get #partScreen() {
    const { attune } = this.app;
    return {
      app: this.app,
      names: this.#names,
      reading: this.#reading,
      now: () => attune.now(),
      state: this.inputs,
      setState: (/** @type {string} */ key, /** @type {any} */ value) => (this.inputs = { ...this.inputs, [key]: value }),
      valueOf: (/** @type {string} */ name) =>
        this.typing.get(name)?.value ?? attune.live.view()?.fields.find((field) => field.name === name)?.value ?? null,
      write: (/** @type {string} */ name, /** @type {any} */ value) => {
        this.#write(name, value, attune.live.view()?.person ?? attune.live.me, false);
        this.requestUpdate();
      },
      type: (/** @type {string} */ name, /** @type {any} */ value) => {
        this.#write(name, value, attune.live.view()?.person ?? attune.live.me, true);
        this.requestUpdate();
      },
      timer: attune.live.view()?.timer ?? null,
    };
  }

  /** @param {'own'|'parked'} field @param {string} value */
  #type(field, value) {
    this[field] = value;
    this.setDraft(DRAFT + this.app.attune.pairName, [this.parked, this.own]);
  }

  /** @param {View} view */
  #urges(view) {
    const { urges } = view;
    if (!urges) return d;
    const isAsked = urges.chips.some(({ id }) => id === 'erase-urges');
    const isFirst = !isAsked && urges.tapped !== null && urges.tray.length === 1;
    const named = listed(urges.tray.map((id) => t(`live-urge-${id}`)));
    const line = isAsked ? named : urges.tapped ? t('live-urge-noticed', this.#names) : t('live-urge-bar', this.#names);
    const chips = qt`
      ${isAsked || isFirst ? lockLine(t('live-urge-first')) : d}
      <div class="urges">
        ${urges.chips.map((chip) => qt`<button type="button" aria-pressed=${urges.tapped !== null && chip.event.urge === urges.tapped ? 'true' : 'false'} @click=${() => void this.#tapUrge(chip, named)}>${t(chip.message)}</button>`)}
      </div>
    `;
    // beside words or cards there is no room for six more buttons
    const isFolded = !isAsked && view.cards.length + view.fields.length > 0;
    return isFolded
      ? qt`<details class="urgefold"><summary class="label soft">${line}</summary>${chips}</details>`
      : qt`<p class="label soft">${line}</p>${chips}`;
  }

  /** @param {Button} chip @param {string} named what was tapped, in words */
  async #tapUrge(chip, named) {
    const { attune } = this.app;
    if (chip.id === 'keep-urges') {
      await attune.attempt(() => attune.journal.save({ title: t('live-urges-kept'), text: named }));
      if (attune.trouble) return;
    }
    await attune.live.send(chip.event);
  }

  #times() {
    const now = this.app.attune.now();
    const pick = (/** @type {number} */ untilMs) => {
      this.isChoosingTime = false;
      void this.app.attune.live.send({ type: 'pause-until', untilMs });
    };
    return qt`<div class="chips">${PAUSE_CHOICES_MIN.map((minutes) => qt`<button class="chip" @click=${() => pick(now + minutes * 60_000)}>${clockTime(now + minutes * 60_000)}</button>`)}
      <button class="chip" @click=${() => (this.isChoosingTime = false)}>${t('back')}</button></div>`;
  }

  /** @param {Button} button @param {boolean} [isCompact] */
  #button(button, isCompact = false) {
    return qt`<button class="btn ${button.primary ? 'primary' : button.id === 'stop' ? 'stop' : 'line'} ${isCompact && !button.primary ? '' : 'big'} wide" aria-disabled=${this.isSettling ? 'true' : 'false'}
      @click=${() => void this.#pressOnce(button)}>${t(button.message, this.#namesFor(button))}</button>`;
  }

  /** Going on by voice, the listener taps "pass" too: the floor then goes to the one who taps. @param {Button} button */
  #namesFor(button) {
    const names = this.#names;
    const isListener = button.id === 'pass' && this.app.attune.live.view()?.hasFloor === false;
    return isListener ? { ...names, name: names.you } : names;
  }

  /** @param {View} view Pause and Stop, always at the foot */
  #always(view) {
    const { live } = this.app.attune;
    const has = (/** @type {string} */ id) => view.foot.some((button) => button.id === id);
    if (view.foot.length === 0) return d;
    return qt`<div class="always">
      ${has('pause') ? qt`<button class="btn hold big" @click=${() => void live.send({ type: 'pause' })}>${icon('place-pause')}${t('live-pause')}</button>` : qt`<span></span>`}
      ${has('stop') ? qt`<button class="btn line stop big" @click=${() => void live.send({ type: 'stop' })}>${icon('square')}${t('live-stop')}</button>` : d}
    </div>`;
  }

  /** @param {Button} button */
  async #pressOnce(button) {
    if (this.isSettling) return;
    this.isSettling = true;
    const before = this.app.attune.live.view()?.serial;
    try {
      await this.#press(button);
    } finally {
      const isTurned = this.app.attune.live.view()?.serial !== before;
      setTimeout(() => (this.isSettling = false), isTurned ? SETTLING_MS : 0);
    }
  }

  /** @param {Button} button */
  async #press(button) {
    const { live, attune } = { live: this.app.attune.live, attune: this.app.attune };
    if (button.id === 'pause-until') {
      this.isChoosingTime = true;
      return;
    }
    if (button.id === 'help') {
      this.app.go('#/help');
      return;
    }
    if (button.id === 'park') {
      const { parked } = this;
      const day = live.session?.day ?? attune.today();
      if (parked.trim()) {
        await attune.attempt(() => attune.checkIns.park(day, parked));
        if (attune.trouble) return; // the words stay here until the phone has them
      }
      this.#type('parked', '');
      await live.send({ type: 'park', fields: [] });
      return;
    }
    await this.#flush();
    const shown = live.view();
    if (button.id === 'close' || button.opens || button.id === 'erase' || button.carries) this.#rememberEnd(shown, button);
    this.#noteCards(shown, button);
    this.next = button.opens ? `#/live/${button.opens}` : button.place ? `#/${button.place}` : '';
    await live.send(button.event);
    if (live.view()?.isClosed) await this.#leave();
    else if (this.next) {
      await live.putAway();
      this.app.go(this.next);
    }
  }

  /** Cards that were on the screen do not come back for a year. @param {View|null} shown @param {Button} button */
  #noteCards(shown, button) {
    const { decks } = this.app.attune;
    const isCard = (/** @type {string} */ id) =>
      this.questions.questions.some((/** @type {any} */ each) => each.id === id) || decks.ownText(id) !== undefined;
    if (shown && shown.cards.length > 0 && this.questions && button.id !== 'pause' && button.id !== 'stop')
      void decks.note(shown.cards.filter(isCard));
  }

  /** A session that came to its end may have something to carry on. @param {View|null} shown @param {Button} button */
  #rememberEnd(shown, button) {
    if (shown?.buttons.some(({ carries }) => carries) && !button.carries) return;
    const { live, offers } = this.app.attune;
    const { session } = live;
    const rows = live.followUps().filter(({ to }) => button.carries || offers.isWelcome(afterOffer(to)));
    if (!shown?.isEnded || shown.phase === 'another-time' || rows.length === 0 || !session || session.mode === 'one-phone') return;
    this.carrying = { practice: session.practice, session: session.record, day: session.day, chosen: '', text: '', rows };
  }

  /** @param {NonNullable<LiveScreen['carrying']>} after */
  #afterwards(after) {
    const { attune } = this.app;
    const leave = () => {
      this.carrying = null;
      this.app.go('#/practices');
    };
    return afterwards({
      app: this.app,
      rows: after.rows,
      chosen: after.chosen,
      text: after.text,
      say: (id) => t(id, this.#names),
      choose: (kind) => {
        const opens = OPENS[kind] ? `live/${OPENS[kind]}` : PLACES[kind] ? `${PLACES[kind]}/${after.session}` : null;
        const words = after.rows.find(({ to }) => to === kind)?.words ?? '';
        if (!opens) this.carrying = { ...after, chosen: kind, text: after.text || words };
        else {
          this.carrying = null;
          this.app.go(`#/${opens}`);
        }
      },
      type: (words) => (this.carrying = { ...after, text: words }),
      carry: async () => {
        await attune.attempt(() =>
          attune.sessions.carry({ practice: after.practice, session: after.session, day: after.day, text: after.text, kind: after.chosen }),
        );
        if (!attune.trouble) leave();
      },
      leave,
      declined: () => {
        const rows = after.rows.filter(({ to }) => attune.offers.isWelcome(afterOffer(to)));
        if (rows.length === 0) leave();
        else this.carrying = { ...after, rows, chosen: rows.some(({ to }) => to === after.chosen) ? after.chosen : '' };
      },
    });
  }

  /** Once, whoever notices first that it is over. */
  #leave() {
    this.leaving ??= this.#goOut().finally(() => (this.leaving = null));
    return this.leaving;
  }

  async #goOut() {
    const { attune } = this.app;
    const { next } = this;
    const isCheckIn = this.practice?.id === CHECK_IN;
    if (next) this.carrying = null;
    await attune.attempt(() => attune.live.leave());
    await attune.attempt(() => attune.moments.settle());
    for (const key of [DRAFT + attune.pairName, ...Object.values(TABLE_DRAFTS)]) await attune.drafts.clear(key);
    if (!location.hash.startsWith('#/live')) return; // somebody went on already
    if (next) this.app.go(next);
    else if (!this.carrying) this.app.go(isCheckIn ? '#/today' : '#/practices');
  }

  #closed() {
    void this.#leave();
    return qt`<main class="screen"></main>`;
  }

  /** Role line, prompt or first cue, small line: once for each step. @param {View} view */
  #speak(view) {
    const isOpen = view.phase === 'open' && !view.paused && !view.stopped && !view.sheet;
    const skies = isOpen ? this.#openedSkies() : '';
    const key = `${view.serial}/${view.paused ? 'paused' : view.stopped ? 'stopped' : (view.sheet ?? '')}/${skies}`;
    if (key === this.spoken) return;
    this.spoken = key;
    const words = isOpen
      ? [skies]
      : [
          this.#say(view.role),
          stoneHeard({ view, screen: this.#partScreen }),
          view.reader ? t(view.reader, this.#names) : this.#say(view.prompt) || this.#say(view.cue),
          this.#say(view.small),
        ];
    this.app.announce(words.filter(Boolean).join(' '));
  }

  /** Both skies in words; with no network only one's own is here. */
  #openedSkies() {
    const day = this.#day;
    const theirs = day.theirs ?? this.app.attune.checkIns.theirsInSession(day.day) ?? day.guest;
    const mine = day.shared ? `${spokenSide(this.vocabulary, t('you'), day.shared)}.` : '';
    if (!theirs) return mine;
    if (!day.shared) return `${spokenSide(this.vocabulary, this.#names.name, theirs)}.`;
    return t('open-announce', {
      phrase: phraseText(this.vocabulary, theirs.sky, day.shared.sky),
      theirs: `${spokenSide(this.vocabulary, this.#names.name, theirs)}.`,
      mine,
    });
  }
}
customElements.define('live-screen', LiveScreen);

/** Circle in diamond where it is about both, a circle for what only this person sees. @param {View} view @param {0|1} me */
function roleMark({ role, rolePerson }, me) {
  if (role?.id === 'live-role-only-you') return mark('you');
  if (rolePerson === null || role?.id === 'live-role-both') return mark('both');
  return mark(rolePerson === me ? 'you' : 'they');
}

/** @param {number} fraction gone @returns {string} */
const timeLeft = (fraction) => (fraction >= 1 ? 'over' : fraction > 0.75 ? 'little' : fraction > 0.35 ? 'half' : 'most');
