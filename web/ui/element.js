/** The base of every screen: a Lit element in the light DOM that draws again when the application changed. */
import { html, LitElement, nothing } from '../vendor/lit.js';
import { t } from './text.js';

/** @typedef {import('../app/shell.js').Shell} Shell */

/** So many of a list are drawn until more are asked for. */
export const DRAWN = 20;
/** They are drawn so many at a time: no phone stops for more than a moment. */
const AT_ONCE = 7;

/** The second click of a double one does nothing: what a wide button does, it does once. @param {MouseEvent} event */
function stopDoubleClick(event) {
  if (event.detail < 2 || !(/** @type {Element} */ (event.target).closest('.btn.wide'))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

export class Screen extends LitElement {
  static properties = { app: { attribute: false }, params: { attribute: false } };

  constructor() {
    super();
    /** @type {Shell} given before the element is connected */ this.app = /** @type {any} */ (undefined);
    /** @type {readonly string[]} */ this.params = [];
    this.redraw = () => this.requestUpdate();
    /** @type {Map<string, number>} name of a list -> how many of it are drawn */ this.drawn = new Map();
    /** @type {Map<string, number>} name of a list -> how many of it are to be drawn */ this.wanted = new Map();
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

  /**
   * The beginning of a list, and a button for more of it. What comes after is not even opened, where the list is made as it is asked for.
   * @template T @param {Iterable<T>} items @param {{name?: string, label?: string, onMore?: () => void, isComing?: boolean}} [how] `name` of the list, where a screen has several; `isComing`: the items are not all here yet
   * @returns {{some: T[], more: unknown}}
   */
  beginning(items, { name = '', label = t('more'), onMore = () => {}, isComing = false } = {}) {
    const wanted = this.wanted.get(name) ?? DRAWN;
    const most = Math.min(this.drawn.get(name) ?? AT_ONCE, wanted);
    const draw = () => {
      this.wanted.set(name, wanted + DRAWN);
      this.#drawSoon(name, most + AT_ONCE);
      onMore();
    };
    const button = html`<button class="btn line wide" @click=${draw}>${label}</button>`;
    /** @type {T[]} */ const some = [];
    for (const item of items) {
      if (some.length === wanted) return { some, more: button };
      if (some.length === most) {
        this.#drawSoon(name, most + AT_ONCE);
        return { some, more: wanted > DRAWN ? button : nothing }; // once pressed it stays, and the keyboard with it
      }
      some.push(item);
    }
    return { some, more: isComing && wanted > DRAWN ? button : nothing };
  }

  /** In a task of its own, so that what the person does comes between. @param {string} name @param {number} count */
  #drawSoon(name, count) {
    setTimeout(() => {
      if ((this.drawn.get(name) ?? 0) >= count) return;
      this.drawn.set(name, count);
      this.requestUpdate();
    });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('click', stopDoubleClick, { capture: true });
    this.app.changes.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.changes.removeEventListener('change', this.redraw);
  }
}
