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
