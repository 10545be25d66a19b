/**
 * Installing Attune on the home screen: what this browser offers, and whether it has been done.
 */

/**
 * @typedef {object} Install
 * @property {() => boolean} can the browser will show its own install question
 * @property {() => boolean} installed this page runs as an installed app
 * @property {() => boolean} iosTab a tab on iPhone or iPad, where what is stored may be dropped after a week: install first
 * @property {() => Promise<boolean>} prompt asks; resolves to whether the person said yes, false when it cannot ask
 */

/**
 * @param {{onChange: () => void}} events `onChange` comes when `can()` or `installed()` may have changed
 * @returns {Install}
 */
export function createInstall({ onChange }) {
  /** Chromium's event, not in the standard library of types. @type {(Event & {prompt: () => Promise<{outcome: string}>}) | null} */
  let offer = null;
  let wasInstalled = false;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = /** @type {any} */ (event);
    onChange();
  });
  addEventListener('appinstalled', () => {
    offer = null;
    wasInstalled = true;
    onChange();
  });
  const isStandalone = () => matchMedia('(display-mode: standalone)').matches || /** @type {any} */ (navigator).standalone === true;
  return {
    can: () => offer !== null,
    installed: () => wasInstalled || isStandalone(),
    // iPadOS calls itself a Mac; only its Safari has both touch and `navigator.standalone`.
    iosTab: () => 'standalone' in navigator && navigator.maxTouchPoints > 1 && !isStandalone(),
    async prompt() {
      if (!offer) return false;
      const asked = offer;
      offer = null; // one question for one event
      const { outcome } = await asked.prompt();
      onChange();
      return outcome === 'accepted';
    },
  };
}
