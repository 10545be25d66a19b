/**
 * The composition root: opens what this phone has, hands it to the screens, and tells the boot watchdog when the first one is drawn.
 */
import { Attune } from './app/attune.js';
import { openVault } from './app/vault.js';
import { createAes } from './io/aes.js';
import { readAhead } from './io/ahead.js';
import { createCrypto } from './io/crypto.js';
import { createCues } from './io/cues.js';
import { Database, deleteDatabase, StorageError } from './io/database.js';
import { createInstall } from './io/install.js';
import { forgetUrl, pictureUrl } from './io/picture-url.js';
import { openSocket } from './io/socket.js';
import { askPersistence, storageState } from './io/storage.js';
import { joinTabs } from './io/tabs.js';
import { createUpdates } from './io/updates.js';
import { fetchPlace, prefetch, startRouter } from './ui/router.js';
import { showTrouble } from './ui/screens/trouble-screen.js';
import { createText, text, useText } from './ui/text.js';

const DATABASE = 'attune';
const JOIN = '#j/';
/** A sentence for screen readers stays this long: what it says may be taken back. */
const ANNOUNCED_MS = 10_000;

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
const ahead = hasBegun() ? readAhead(DATABASE) : null;

async function start() {
  // A join link holds a secret: take it out of the address bar and the history before anything is waited for.
  let pendingLink = '';
  const takeLink = () => {
    if (!globalThis.isSecureContext || !location.hash.startsWith(JOIN)) return;
    pendingLink = location.href;
    history.replaceState(null, '', '#/join');
  };
  takeLink();
  addEventListener('hashchange', takeLink); // before the router's own, and from the first moment on
  const asked = new URLSearchParams(location.search).get('lang');
  const language = createText({ read: readFile, wanted: asked ? [asked, ...navigator.languages] : navigator.languages });
  useText(language);
  document.documentElement.lang = language.language;
  document.documentElement.dir = language.direction;
  const opening = globalThis.isSecureContext && globalThis.crypto?.subtle ? openAttune() : null;
  opening?.catch(() => {}); // what went wrong is said where it is waited for
  await text().load('shared');
  if (!opening) {
    await import('./ui/screens/insecure-screen.js').then(({ showInsecure }) => showInsecure(root));
    started();
    return;
  }
  const changes = new EventTarget();
  const changed = () => changes.dispatchEvent(new Event('change'));
  const updates = createUpdates({ onReady: changed });
  const install = createInstall({ onChange: changed });
  let attune;
  try {
    attune = await opening;
  } catch (error) {
    await showTrouble(root, error instanceof StorageError ? error.reason : 'unknown');
    started();
    return;
  }
  const live = document.createElement('p');
  live.className = 'vh';
  live.setAttribute('role', 'status');
  document.body.append(live);
  /** @type {number|undefined} */ let silence;
  /** @type {import('./app/shell.js').Shell} */
  const app = {
    changes,
    attune,
    go: (place) => {
      location.hash = place;
    },
    back: () => (history.length > 1 ? history.back() : location.replace(attune.me ? '#/today' : '#/welcome')),
    announce: (sentence) => {
      live.textContent = sentence;
      clearTimeout(silence);
      silence = window.setTimeout(() => live.replaceChildren(), ANNOUNCED_MS);
    },
    install,
    updates,
    cues: createCues(),
    openCamera: () => import('./io/camera.js').then(({ openCamera }) => openCamera()),
    storageState,
    askPersistence,
    saveFile,
    share,
    copy,
    erase: () => erase(attune),
    cover: () => {},
    get pendingLink() {
      return pendingLink;
    },
    set pendingLink(link) {
      pendingLink = link;
    },
  };
  attune.changes.addEventListener('change', () => {
    document.documentElement.dataset['theme'] = attune.preferences.theme;
    changed();
  });
  document.documentElement.dataset['theme'] = attune.preferences.theme;
  addEventListener('online', () => attune.retryNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') attune.retryNow();
    else void attune.keepDrafts();
  });
  addEventListener('pagehide', () => void attune.drafts.flush());
  await new Promise((resolve) => {
    startRouter(root, app, {
      home: () => (attune.me ? '#/today' : '#/welcome'),
      onShown: () => {
        started();
        attune.shown();
        resolve(undefined);
      },
      onFault: () => {
        attune.shown();
        void showTrouble(root, 'unknown');
        resolve(undefined); // the worker has to be asked for a newer release all the same
      },
    });
  });
  // Nothing from here on keeps the first screen waiting.
  const { startCover } = await import('./ui/cover.js');
  app.cover = startCover({ root, go: app.go, home: () => (attune.me ? '#/today' : '#/welcome'), now: () => performance.now() });
  watchPauses(app);
  if (attune.me) void prefetch('pause', app);
  await attune.preparePairing(); // one that was begun before goes on
  await updates.start();
  const release = await updates.release();
  if (release) await attune.setRelease(release);
}

/**
 * A pause the other called is shown at once, wherever this person is, but not over help or a pause that is open already.
 * @param {import('./app/shell.js').Shell} app
 */
function watchPauses(app) {
  const { attune } = app;
  const look = () => {
    const pause = attune.pauses?.current;
    if (!pause || pause.isCalledHere) return;
    void attune.attempt(() => attune.pauses.echo());
    if (!/^#\/(pause|help)/.test(location.hash)) app.go('#/pause');
  };
  attune.changes.addEventListener('change', look);
  look();
}

async function openAttune() {
  /** @type {Attune|null} */ let attune = null;
  const database = new Database(DATABASE, {
    onReplaced: () => {
      if (attune) attune.trouble = 'newer';
      attune?.changes.dispatchEvent(new Event('change'));
    },
  });
  const [crypto, vault] = await Promise.all([createCrypto(), openVault(database, createAes())]);
  vault.ahead = ahead;
  vault.get('me').then(
    (me) => {
      if (!me) return;
      noteBegun();
      fetchPlace('today');
    },
    () => {}, // it is read again, and what is wrong is said then
  );
  attune = new Attune({
    vault,
    crypto,
    joinTabs,
    world: {
      databaseName: DATABASE,
      now: () => Date.now(),
      setTimer: (callback, ms) => window.setTimeout(callback, ms),
      clearTimer: (id) => window.clearTimeout(id),
      random: () => Math.random(),
      isOnline: () => navigator.onLine,
      openSocket,
      askChunk: (...asked) => import('./io/chunks.js').then(({ askChunk }) => askChunk(...asked)),
      shrink: (file) => import('./io/picture.js').then(({ shrink }) => shrink(file)),
      pictureUrl,
      forgetUrl,
      origin: location.origin,
      syncUrl: `${location.origin.replace(/^http/, 'ws')}/sync`,
    },
  });
  await attune.load();
  return attune;
}

/** Whether there is something to read. */
function hasBegun() {
  try {
    return localStorage.getItem('begun') !== null;
  } catch {
    return false;
  }
}

/** Tells boot.js what to fetch at the next start. */
function noteBegun() {
  try {
    localStorage.setItem('begun', 'yes');
  } catch {
    // it is only faster with it
  }
}

/** Tells boot.js that the app is there. */
function started() {
  document.documentElement.dataset['started'] = '';
}

/** @param {string} path */
async function readFile(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`no ${path}`);
  return response.text();
}

/** @param {File} file */
function saveFile(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {ShareData} data */
async function share(data) {
  try {
    await navigator.share(data);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} words */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** Erases this device, then opens as new. @param {Attune} attune */
async function erase(attune) {
  await attune.erase();
  await deleteDatabase(DATABASE);
  sessionStorage.clear();
  localStorage.clear();
  location.replace('#/welcome');
  location.reload();
}

void start();
