/**
 * How this phone behaves. Kept sealed on this phone only; never sent anywhere.
 */
export const DEFAULTS = Object.freeze({
  sound: false,
  vibration: false,
  theme: 'system',
  timers: 'usual',
  eyeContact: true,
  kindWords: false,
  stoneAMonth: true,
  stoneFirst: false,
});

/** @typedef {{sound: boolean, vibration: boolean, theme: 'system'|'light'|'dark', timers: 'short'|'usual'|'long'|'none', eyeContact: boolean, kindWords: boolean, stoneAMonth: boolean, stoneFirst: boolean}} PreferenceValues */

const CHOICES = /** @type {Record<string, readonly unknown[]>} */ ({
  sound: [true, false],
  vibration: [true, false],
  theme: ['system', 'light', 'dark'],
  timers: ['short', 'usual', 'long', 'none'],
  eyeContact: [true, false],
  kindWords: [true, false],
  stoneAMonth: [true, false],
  stoneFirst: [true, false],
});

export class Preferences {
  #vault;
  /** @type {PreferenceValues} */ values = { .../** @type {PreferenceValues} */ (DEFAULTS) };

  /** @param {import('./vault.js').Vault} vault */
  constructor(vault) {
    this.#vault = vault;
  }

  async load() {
    for (const [key, value] of (await this.#vault.get('preferences')) ?? [])
      if (CHOICES[key]?.includes(value)) Object.assign(this.values, { [key]: value });
  }

  /** @param {keyof PreferenceValues} key @param {any} value an unknown key or value is refused */
  async set(key, value) {
    if (!CHOICES[key]?.includes(value)) throw new TypeError(`no such preference: ${key}`);
    Object.assign(this.values, { [key]: value });
    await this.#vault.put('preferences', Object.entries(this.values));
  }
}
