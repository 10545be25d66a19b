/**
 * Places by hash: `#/today`, `#/day/2026-11-24`. A screen's module is loaded when it is first shown; the title stays neutral.
 */
import { TODAY } from './areas.js';
import { text } from './text.js';

/** @param {import('../app/attune.js').Attune} attune */
const pairing = (attune) => attune.preparePairing();
/** @param {import('../app/attune.js').Attune} attune */
const live = (attune) => attune.prepareLive();

/** @param {import('../app/attune.js').Attune} attune */
const photos = (attune) => attune.preparePhotos();

/** @param {import('../app/attune.js').Attune} attune */
const liveAndPhotos = (attune) => Promise.all([live(attune), photos(attune)]).then(() => {});

/** @param {import('../app/attune.js').Attune} attune */
const memories = (attune) => liveAndPhotos(attune).then(() => attune.read(['memory']));

/** For lists that are not in the order of the index, or that leave much out. @param {readonly string[]} types @returns {(attune: import('../app/attune.js').Attune) => Promise<void>} */
const reading =
  (...types) =>
  (attune) =>
    live(attune).then(() => attune.read(types));

/** @type {Readonly<Record<string, {load: () => Promise<unknown>, areas: readonly string[], contents?: ReadonlyArray<'skies'|'feelings'>, prepare?: (attune: import('../app/attune.js').Attune) => Promise<void>, styles?: readonly string[], next?: string}>>} name -> module, the sentences, their data, the parts of the app and the styles it needs; the place most go to from there */
const SCREENS = Object.freeze({
  welcome: { load: () => import('./screens/welcome-screen.js'), areas: ['first-run'] },
  'server-sees': { load: () => import('./screens/server-sees-screen.js'), areas: ['first-run'] },
  install: { load: () => import('./screens/install-screen.js'), areas: ['first-run'] },
  invite: { load: () => import('./screens/invite-screen.js'), areas: ['first-run', 'pairing'], prepare: pairing },
  join: { load: () => import('./screens/join-screen.js'), areas: ['first-run', 'pairing'], prepare: pairing },
  today: {
    load: () => import('./screens/today-screen.js'),
    areas: TODAY,
    contents: ['skies', 'feelings'],
    prepare: live,
    styles: ['practices'],
  },
  'check-in': { load: () => import('./screens/check-in-screen.js'), areas: ['check-in'], prepare: live },
  day: { load: () => import('./screens/day-screen.js'), areas: ['check-in', 'today'] },
  days: { load: () => import('./screens/days-screen.js'), areas: ['check-in', 'today'] },
  journal: { load: () => import('./screens/journal-screen.js'), areas: ['journal', 'photo', 'thanks', 'memories', 'retreat'] },
  page: { load: () => import('./screens/page-screen.js'), areas: ['journal', 'photo'], prepare: liveAndPhotos },
  memories: {
    load: () => import('./screens/memories-screen.js'),
    areas: ['memories', 'photo', 'practice'],
    prepare: memories,
    styles: ['practices', 'memories'],
  },
  memory: {
    load: () => import('./screens/memory-screen.js'),
    areas: ['memories', 'photo'],
    prepare: memories,
    styles: ['practices'],
  },
  help: { load: () => import('./screens/help-screen.js'), areas: ['help'] },
  live: {
    load: () => import('./screens/live-screen.js'),
    areas: ['check-in', 'live', 'practice', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  practices: {
    load: () => import('./screens/practices-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
    next: 'live',
  },
  session: {
    load: () => import('./screens/session-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in', 'values'],
    prepare: live,
    styles: ['practices'],
  },
  sessions: {
    load: () => import('./screens/sessions-screen.js'),
    areas: ['practices', 'practice', 'live', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  known: {
    load: () => import('./screens/known-screen.js'),
    areas: ['practices', 'practice', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  acts: { load: () => import('./screens/acts-screen.js'), areas: ['acts', 'moments'], prepare: reading('act'), styles: ['practices'] },
  inventory: {
    load: () => import('./screens/inventory-screen.js'),
    areas: ['inventory', 'self-empathy-inventory', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  revisits: {
    load: () => import('./screens/revisits-screen.js'),
    areas: ['revisits', 'practice', 'check-in'],
    prepare: live,
    styles: ['practices'],
  },
  moments: {
    load: () => import('./screens/moments-screen.js'),
    areas: ['moments', 'photo', 'practice'],
    prepare: liveAndPhotos,
    styles: ['practices'],
  },
  values: {
    load: () => import('./screens/values-screen.js'),
    areas: ['values', 'values-alignment', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  retreat: {
    load: () => import('./screens/retreat-screen.js'),
    areas: ['retreat', 'values', 'weekly-retreat', 'practice', 'check-in', 'offers'],
    prepare: live,
    styles: ['practices'],
  },
  thanks: {
    load: () => import('./screens/thanks-screen.js'),
    areas: ['thanks', 'three-appreciations', 'practice'],
    prepare: reading('thanks'),
    styles: ['practices'],
  },
  wishes: {
    load: () => import('./screens/wishes-screen.js'),
    areas: ['wishes', 'two-stars-one-wish', 'acts'],
    prepare: live,
    styles: ['practices'],
  },
  jar: {
    load: () => import('./screens/jar-screen.js'),
    areas: ['thanks', 'three-appreciations'],
    prepare: reading('thanks'),
    styles: ['practices'],
  },
  requests: {
    load: () => import('./screens/requests-screen.js'),
    areas: ['requests', 'responsive-reach', 'practice', 'live', 'offers'],
    prepare: reading('request'),
    styles: ['practices'],
  },
  decks: { load: () => import('./screens/decks-screen.js'), areas: ['practices', 'practice'], prepare: live, styles: ['practices'] },
  pause: {
    load: () => import('./screens/pause-screen.js'),
    areas: ['pause', 'practice', 'live', 'revisits', 'thanks', 'three-appreciations'],
    prepare: live,
    styles: ['practices'],
  },
  settings: { load: () => import('./screens/settings-screen.js'), areas: ['settings', 'thanks', 'offers'], prepare: live },
});

/** Shown to somebody who has not begun yet; every other place leads them home, so that no word is typed where nothing can keep it. */
const BEFORE = ['welcome', 'server-sees', 'install', 'invite', 'join', 'help'];

/** @param {string} hash @returns {{name: string, params: string[]}|null} null: not a place */
export function readPlace(hash) {
  const [name = '', ...params] = hash.replace(/^#\/?/, '').split('/').filter(Boolean);
  return name in SCREENS ? { name, params: params.map(safeDecode) } : null;
}

/** @param {string} part */
function safeDecode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/**
 * @param {HTMLElement} root @param {import('../app/shell.js').Shell} app
 * @param {{home: () => string, onShown: () => void, onFault: (error: unknown) => void}} options `home`: where an unknown place leads
 */
export function startRouter(root, app, { home, onShown, onFault }) {
  let turn = 0;
  let isFirst = true;
  const show = async () => {
    turn += 1;
    const mine = turn;
    const place = readPlace(location.hash);
    if (!place || !(app.attune.me || BEFORE.includes(place.name))) {
      location.replace(home());
      return;
    }
    const screen = /** @type {(typeof SCREENS)[string]} */ (SCREENS[place.name]);
    try {
      await ready(screen, app);
    } catch (error) {
      onFault(error);
      return;
    }
    if (mine !== turn) return; // another place was asked for meanwhile
    const element = /** @type {any} */ (document.createElement(`${place.name}-screen`));
    element.app = app;
    element.params = place.params;
    root.replaceChildren(element);
    await element.updateComplete;
    window.scrollTo(0, 0);
    // A screen reader hears where it is; the first page of all is read by the browser itself.
    if (!isFirst) focusHeading(element);
    isFirst = false;
    onShown();
    if (screen.next) void prefetch(screen.next, app);
  };
  addEventListener('hashchange', show);
  return show();
}

/** @param {(typeof SCREENS)[string]} screen @param {import('../app/shell.js').Shell} app all that it needs to be shown */
const ready = (screen, app) => Promise.all([files(screen), screen.prepare?.(app.attune)]);

/** @param {(typeof SCREENS)[string]} screen */
const files = ({ load, areas, contents = [], styles = [] }) =>
  Promise.all([load(), text().load('shared', ...areas), ...contents.map((name) => text().content(name)), ...styles.map(loadStyles)]);

/** The files of the place that is asked for come while the phone's records are read. @param {string} home name of the place without one */
export function fetchPlace(home) {
  const screen = SCREENS[readPlace(location.hash)?.name ?? home];
  if (screen) void files(screen).catch(() => {});
}

/** Before anybody asks for it: a pause must open with no network, from the first start on. @param {string} name @param {import('../app/shell.js').Shell} app */
export const prefetch = (name, app) => ready(/** @type {(typeof SCREENS)[string]} */ (SCREENS[name]), app).catch(() => {});

/** Once, and shown without it when it cannot be had. @param {string} name @returns {Promise<void>} */
function loadStyles(name) {
  const href = `/styles/${name}.css`;
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}

/** @param {HTMLElement} element */
function focusHeading(element) {
  const heading = element.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
