/** The base of every screen: a Lit element in the light DOM that draws again when the application changed. */
import { LitElement } from '../vendor/lit.js';

/** @typedef {import('../app/shell.js').Shell} Shell */

export class Screen extends LitElement {
  static properties = { app: { attribute: false }, params: { attribute: false } };

  constructor() {
    super();
    /** @type {Shell} given before the element is connected */ this.app = /** @type {any} */ (undefined);
    /** @type {readonly string[]} */ this.params = [];
    this.redraw = () => this.requestUpdate();
    /** @type {Map<string, unknown>} drafts as this screen last read or set them */ this.knownDrafts = new Map();
  }

  /** A draft is one, whichever tab it is written in. @param {string} key @returns {any} undefined when nobody else wrote it since it was read or set here */
  freshDraft(key) {
    const draft = this.app.attune.drafts.get(key);
    const isKnown = draft === this.knownDrafts.get(key);
    this.knownDrafts.set(key, draft);
    return isKnown ? undefined : draft;
  }

  /** @param {string} key @param {import('../core/codec.js').Value} draft null clears */
  setDraft(key, draft) {
    this.knownDrafts.set(key, draft ?? undefined);
    this.app.attune.drafts.set(key, draft);
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.app.changes.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.changes.removeEventListener('change', this.redraw);
  }
}
