/**
 * Releases: registers the service worker, learns that a newer release waits, and takes it over when told to.
 */
import { SERVICE_WORKER, workerAddress } from './worker-address.js';

const CHECK_EVERY_MS = 60 * 60 * 1000;

/**
 * @typedef {object} Updates
 * @property {() => Promise<void>} start registers the worker; call it after the first screen is drawn. Never rejects: without a worker
 *   the app works as long as the network does
 * @property {() => boolean} ready a newer release is on this phone and waits
 * @property {() => void} apply ends this page's release: takes the newer one over and reloads. Does nothing when none waits
 * @property {() => Promise<string | null>} release the fingerprint (hex) of what this page runs, null when it cannot be learned
 */

/**
 * @param {{onReady: () => void}} events `onReady` comes when `ready()` becomes true
 * @returns {Updates}
 */
export function createUpdates({ onReady }) {
  const container = navigator.serviceWorker;
  /** @type {ServiceWorkerRegistration | null} */
  let registration = null;
  let isApplying = false;
  let isSuperseded = false;

  /** @param {ServiceWorker | null} worker */
  const watch = (worker) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller) onReady();
    });

  return {
    async start() {
      if (!container) return;
      const hadController = Boolean(container.controller);
      container.addEventListener('controllerchange', () => {
        if (isApplying) {
          location.reload();
        } else if (hadController) {
          // Another window took it over. This one goes on with its own files until it reloads.
          isSuperseded = true;
          onReady();
        }
      });
      try {
        registration = await container.register(/** @type {string} */ (workerAddress(SERVICE_WORKER)), { updateViaCache: 'none' });
      } catch {
        return;
      }
      if (!registration) return; // a browser that blocks workers may say so by giving none
      if (registration.waiting && container.controller) onReady();
      watch(registration.installing);
      registration.addEventListener('updatefound', () => watch(registration?.installing ?? null));
      container.controller?.postMessage({ type: 'started' });
      const check = () => registration?.update().catch(() => {});
      setInterval(check, CHECK_EVERY_MS);
      addEventListener('online', check);
    },

    ready: () => isSuperseded || Boolean(registration?.waiting && container.controller),

    apply() {
      if (isSuperseded) {
        location.reload();
        return;
      }
      isApplying = true;
      registration?.waiting?.postMessage({ type: 'take-over' });
    },

    async release() {
      try {
        const response = await fetch('/release.json');
        const { release } = await response.json();
        return typeof release === 'string' ? release : null;
      } catch {
        return null;
      }
    },
  };
}
