import { filter } from '../../core/lazily.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { icon } from '../parts/icon.js';
import { bar } from '../parts/page-parts.js';
import { troubleNotice } from '../parts/trouble.js';
import { askedPage } from '../requests/asked.js';
import { draftKey, EMPTY, whereText } from '../requests/pieces.js';
import { receivedPage } from '../requests/received.js';
import { loadKinds } from '../requests/wishing.js';
import { writePage } from '../requests/write.js';
import { longDate, shortDate, t, text } from '../text.js';

/** @typedef {import('../../app/requests.js').Item} Item */

const NEED_CHARS = 240;
const SETTLING_MS = 450;

/** Requests: `#/requests` all of them, `#/requests/new` to write one, `#/requests/<id>` one and what can be done about it. */
class RequestsScreen extends Screen {
  static properties = { ...Screen.properties, form: { state: true }, needs: { state: true } };

  constructor() {
    super();
    /** @type {import('../requests/pieces.js').Form} */ this.form = EMPTY;
    /** @type {any} */ this.needs = null;
    /** Practices whose words are here. @type {Set<string>} */ this.titled = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    void text()
      .content('needs')
      .then((needs) => (this.needs = needs));
    void loadKinds().then(() => this.requestUpdate());
  }

  willUpdate() {
    const draft = this.freshDraft(this.#key);
    if (draft) this.form = { ...EMPTY, ...Object.fromEntries(draft) };
  }

  get #key() {
    return draftKey(this.app.attune, this.params[0] ?? '');
  }

  get name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  /** @param {Partial<import('../requests/pieces.js').Form>} change */
  fill = (change) => {
    this.form = { ...this.form, ...change };
    this.setDraft(
      this.#key,
      Object.entries(this.form).map(([name, value]) => /** @type {any} */ ([name, value])),
    );
  };

  clear() {
    this.form = EMPTY;
    this.setDraft(this.#key, null);
  }

  /** @param {() => Promise<unknown>} step @param {string} [place] */
  async end(step, place) {
    const { attune } = this.app;
    const key = this.#key;
    await attune.attempt(step);
    if (attune.trouble) return;
    this.form = EMPTY;
    this.knownDrafts.set(key, undefined);
    await attune.drafts.clear(key);
    if (!this.isConnected) return; // who has gone elsewhere meanwhile is not fetched back
    if (place && place !== location.hash) this.app.go(place);
    else this.requestUpdate();
  }

  /** Another page of the same place: it is heard, and the second tap of a double one is not meant for what stands there now. */
  updated() {
    const heading = /** @type {HTMLElement|null} */ (this.querySelector('h1'));
    const said = heading?.textContent ?? '';
    const isNew = this.said !== undefined && said !== this.said;
    this.said = said;
    if (!isNew || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    this.#settle();
  }

  #settle() {
    const settle = (/** @type {boolean} */ isSettling) => {
      for (const foot of this.querySelectorAll('.foot')) foot.toggleAttribute('inert', isSettling);
    };
    settle(true);
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => settle(false), SETTLING_MS);
  }

  /** @type {string|undefined} */ said;
  /** @type {number|undefined} */ settling;

  render() {
    const [id] = this.params;
    if (id === undefined) return this.#all();
    const item = id === 'new' ? null : this.app.attune.requests.get(id);
    const page =
      id === 'new'
        ? writePage(this, undefined)
        : !item
          ? html`<div class="body stack"><h1 class="prompt">${t('requests-gone')}</h1></div>`
          : !item.isMine
            ? receivedPage(this, item)
            : this.form.mode === 'write'
              ? writePage(this, id)
              : askedPage(this, item);
    return html`<main class="screen flow asks">${bar({ back: () => this.app.back() })}${page}${troubleNotice(this.app)}</main>`;
  }

  #all() {
    const { requests } = this.app.attune;
    const of = (/** @type {string} */ name, /** @type {Iterable<Item>} */ items) => this.beginning(items, { name });
    const drafts = of('drafts', requests.unsent());
    const sent = of(
      'sent',
      filter(requests.newest(), ({ isMine }) => isMine),
    );
    const received = of(
      'received',
      filter(requests.newest(), ({ isMine }) => !isMine),
    );
    return html`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('requests-title')}</h1></header>
      ${[drafts, sent, received].every(({ some }) => some.length === 0) ? html`<p class="lead">${t('requests-none')}</p>` : nothing}
      ${this.#list(t('requests-from', { name: this.name }), received)} ${this.#list(t('requests-yours'), sent)} ${this.#list(t('requests-drafts'), drafts)}
      <a class="btn primary" href="#/requests/new">${t('requests-new')}</a>
      ${this.#carried()}
      ${troubleNotice(this.app)}
    </div></main>`;
  }

  /** What the other asks shows its words only once it was opened. @param {string} title @param {{some: Item[], more: unknown}} items */
  #list(title, { some, more }) {
    if (some.length === 0) return nothing;
    const line = (/** @type {Item} */ item) => {
      const isOpen = item.isMine || item.own['opened'] === item.request.edition;
      const words = item.isTakenBack ? '' : isOpen ? item.words.need : '';
      const where = whereText(item, this.name);
      return html`<li><a class="what" href="#/requests/${item.id}"><b class="said">${words || where}</b><span class="label soft">${[shortDate(item.sentAt || item.writtenAt), words ? where : ''].filter(Boolean).join(' · ')}</span></a>${icon('chevron-right', 's')}</li>`;
    };
    return html`<h2 class="section">${title}</h2><ul class="rows">${some.map(line)}</ul>${more}`;
  }

  /** Carried on from a practice to be asked for: filled in, with where it comes from. */
  #carried() {
    const { sessions } = this.app.attune;
    const carried = sessions.carried().filter(({ kind }) => kind === 'request');
    if (carried.length === 0) return nothing;
    return html`<h2 class="section">${t('requests-carried')}</h2>
      ${carried.map(
        (each) => html`<article class="card mine">
          <p class="label soft">${icon('lock', 's')} ${t('requests-carried-from', { title: this.#title(each.practice), date: longDate(each.at) })}</p>
          ${each.text ? html`<p class="said">${each.text}</p>` : nothing}
          <div class="line"><button class="chip" @click=${() => void this.#takeUp(each)}>${t('requests-ask-for-it')}</button>
            <button class="chip" @click=${() => void this.app.attune.attempt(() => sessions.putDown(each.id))}>${t('requests-put-down')}</button></div>
        </article>`,
      )}`;
  }

  /** @param {import('../../app/sessions.js').Carried} carried */
  async #takeUp({ id, text: words }) {
    const { attune } = this.app;
    let place = '#/requests/new';
    await attune.attempt(async () => {
      const need = [...words].slice(0, NEED_CHARS).join('').trim();
      if (need) place = `#/requests/${await attune.requests.keep({ need, when: '', why: '', words: [] })}`;
      await attune.sessions.putDown(id);
    });
    if (!attune.trouble) this.app.go(place);
  }

  /** @param {string} practice */
  #title(practice) {
    if (!this.titled.has(practice)) {
      this.titled.add(practice);
      void text()
        .load(practice)
        .then(() => this.requestUpdate())
        .catch(() => {});
    }
    return t(`${practice}-title`, { name: this.name });
  }
}
customElements.define('requests-screen', RequestsScreen);
