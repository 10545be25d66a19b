/**
 * The service worker: keeps one whole release on the phone and serves it, so that Attune opens with no network.
 *
 * A release is the list in /release.json: every file with its SHA-256. It is fetched whole and checked before it counts; if one file is
 * missing or differs, nothing of it is kept and the release in use stays. A new release waits until the person takes it over or all
 * windows of the app were closed. The release before stays until the new one has started twice: /boot.js can go back to it.
 *
 * The server adds the fingerprint as this file's last line, so that a browser sees a new release by comparing this file alone.
 */

const CACHE_PREFIX = 'attune-release-';
/** What must outlive this worker's memory, a small text under each key: waiting, active, previous, served, started, elder-windows. */
const STATE_CACHE = 'attune-worker';
const MANIFEST_PATH = '/release.json';
const FETCHES_AT_ONCE = 6;

/** The release that answers requests; read once, then kept. Each worker has its own copy, and only its own steps change it. */
/** @type {Promise<string | null> | null} */
let served = null;
/** Windows that were open when another release took over, each with the one it began with and is served until it goes. */
/** @type {Promise<Map<string, string>> | null} */
let elders = null;

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname === '/sw.js' || url.pathname === '/sync' || url.pathname === '/healthz' || url.pathname.startsWith('/blob/')) return;
  event.respondWith(answer(request, url.pathname, event.clientId));
});

self.addEventListener('message', (event) => {
  const { type } = event.data ?? {};
  const reply = (value) => event.ports[0]?.postMessage(value);
  if (type === 'take-over') event.waitUntil(self.skipWaiting());
  if (type === 'releases') event.waitUntil(releases().then(reply));
  if (type === 'started') event.waitUntil(noteStart().then(reply));
  if (type === 'go-back') event.waitUntil(goBack().then(reply));
});

async function install() {
  const manifest = await fetch(MANIFEST_PATH, { cache: 'no-store' });
  if (!manifest.ok) throw new Error('no release manifest');
  const { release, worker, files } = await manifest.clone().json();
  if (release !== (await fingerprint({ ...files, '/sw.js': worker }))) throw new Error('the manifest does not add up');
  const name = CACHE_PREFIX + release;
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    const paths = Object.keys(files);
    const fetchNext = async () => {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) await keep(cache, path, files[path]);
    };
    await Promise.all(Array.from({ length: FETCHES_AT_ONCE }, fetchNext));
    // Last, so that a cache with a manifest is a whole release.
    await cache.put(MANIFEST_PATH, manifest);
  } catch (error) {
    if (isNew) await caches.delete(name);
    throw error;
  }
  await writeState('waiting', release);
}

/** Fetches one file and keeps it if its bytes are the ones the manifest promised. */
async function keep(cache, path, sha256) {
  const response = await fetch(path, { cache: 'no-cache', redirect: 'error' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if ((await sha256Hex(await response.clone().arrayBuffer())) !== sha256) throw new Error(`${path} is not the file of this release`);
  await cache.put(path, response);
}

/** The release a list of hashes by path makes: SHA-256 over `path space hash newline`, sorted by path; hex. */
function fingerprint(hashes) {
  const paths = Object.keys(hashes).sort();
  return sha256Hex(new TextEncoder().encode(paths.map((path) => `${path} ${hashes[path]}\n`).join('')));
}

async function sha256Hex(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function activate() {
  const [waiting, active, inUse] = await Promise.all(['waiting', 'active', 'served'].map(readState));
  if (waiting && waiting !== active) {
    if (inUse) {
      // Windows already open go on with the files they started with, or one would run modules of two releases.
      const windows = await self.clients.matchAll({ includeUncontrolled: true });
      const before = await readElders();
      const begun = windows.map(({ id }) => [id, before.get(id) ?? inUse]);
      await writeState('elder-windows', begun.map((each) => each.join(':')).join(' '));
      await writeState('previous', inUse);
    }
    await writeState('active', waiting);
    await writeState('served', waiting);
    await writeState('started', '');
  }
  served = null;
  elders = null;
  await forgetAllBut([await readState('active'), await readState('previous'), ...(await readElders()).values()]);
  await self.clients.claim();
}

async function answer(request, path, clientId) {
  elders ??= readElders();
  const release = (request.mode !== 'navigate' && (await elders).get(clientId)) || (await servedRelease());
  if (release) {
    const kept = await lookUp(release, path === '/' ? '/index.html' : path);
    if (kept) return kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    // An address the app never had, asked for without a network: open the app rather than the browser's own error.
    if (request.mode !== 'navigate' || !release) throw error;
    return (await lookUp(release, '/index.html')) ?? Response.error();
  }
}

async function lookUp(release, path) {
  const cache = await caches.open(CACHE_PREFIX + release);
  return cache.match(path, { ignoreVary: true });
}

function servedRelease() {
  served ??= readState('served');
  return served;
}

async function readElders() {
  const kept = (await readState('elder-windows')) ?? '';
  return new Map(kept.split(' ').flatMap((each) => (each.includes(':') ? [each.split(':')] : [])));
}

/** Which releases this phone has: the one it serves, and one to go back to (null when there is none). */
async function releases() {
  const [current, previous] = await Promise.all([servedRelease(), readState('previous')]);
  const canGoBack = previous && previous !== current && (await caches.has(CACHE_PREFIX + previous));
  return { current, previous: canGoBack ? previous : null };
}

/** The app has started. The second time a release does, the one before it may go. */
async function noteStart() {
  const release = await servedRelease();
  if (!release || release !== (await readState('active'))) return;
  if ((await readState('started')) !== release) {
    await writeState('started', release);
    return;
  }
  const windows = await self.clients.matchAll({ includeUncontrolled: true });
  const begun = await readElders();
  if (windows.some(({ id }) => begun.has(id))) return;
  await writeState('previous', '');
  await forgetAllBut([release, await readState('waiting')]);
}

/** Serve the release before, until a newer one than today's is installed. */
async function goBack() {
  const { previous } = await releases();
  if (!previous) return false;
  await writeState('served', previous);
  served = null;
  return true;
}

async function forgetAllBut(kept) {
  const names = kept.filter(Boolean).map((release) => CACHE_PREFIX + release);
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHE_PREFIX) && !names.includes(name)) await caches.delete(name);
  }
}

async function readState(key) {
  const cache = await caches.open(STATE_CACHE);
  const kept = await cache.match(`/${key}`);
  return (kept && (await kept.text())) || null;
}

async function writeState(key, value) {
  const cache = await caches.open(STATE_CACHE);
  await cache.put(`/${key}`, new Response(value));
}
