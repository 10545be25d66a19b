import { loadVocabulary, troubleNotice, needsOf, whyThis } from './today.js';
import { Screen, text, bar, qt, t, d, lockLine, icon, longDate, listed, dayLabel } from './main.js';
import { asChosen, chipChoice } from './thanks-page.js';

/** @typedef {import('../../app/entries.js').Entry} Entry */

const PRACTICE = 'self-empathy-inventory';
/** Where a line may be taken, beside staying here. */
const WHERE = /** @type {const} */ ([
  ['request', 'self-empathy-inventory-to-request'],
  ['check-in', 'self-empathy-inventory-to-check-in'],
  ['retreat', 'self-empathy-inventory-to-retreat'],
]);

/** The pages of the inventory, one of them, and the needs of a week: for their writer alone. */
class InventoryScreen extends Screen {
  static properties = {
    ...Screen.properties,
    vocabulary: { state: true },
    needs: { state: true },
    kind: { state: true },
    line: { state: true },
    isTaking: { state: true },
    isErasing: { state: true },
    isCarried: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {any} */ this.needs = null;
    /** Which kind sentence is shown; -1 for none. */ this.kind = -1;
    this.line = '';
    this.isTaking = false;
    this.isErasing = false;
    this.isCarried = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    void text()
      .content('needs')
      .then((needs) => (this.needs = needs));
  }

  render() {
    const [first] = this.params;
    const isTable = this.app.attune.live.session?.mode === 'one-phone';
    return qt`<main class="screen flow">${bar({ back: () => this.#back(first) })}${isTable ? this.#notHere() : first === 'mirror' ? this.#mirror() : first ? this.#page(first) : this.#all()}</main>`;
  }

  /** @param {string|undefined} first */
  #back(first) {
    this.app.go(first ? '#/inventory' : '#/practices');
  }

  /** One phone lies between two: what is for one alone does not exist on it. */
  #notHere() {
    return qt`<div class="body stack"><h1 class="prompt">${t('inventory-on-one-phone')}</h1></div>`;
  }

  // ---- all of it

  #all() {
    const { attune } = this.app;
    const { inventory } = attune;
    const pages = inventory.pages();
    return qt`
      <div class="body stack">
        <header class="head"><h1>${t('inventory-title')}</h1></header>
        ${lockLine(t('inventory-only-you'))}
        ${pages.length === 0 ? qt`<p class="lead">${t('inventory-none')}</p>` : d}
        ${this.#kindSentence(inventory.kindSentences())}
        ${
          attune.offers.isWelcome('mirror') && pages.length > 0
            ? qt`<ul class="rows"><li><a class="what" href="#/inventory/mirror"><b>${t('inventory-mirror')}</b></a>${icon('chevron-right', 's')}</li></ul>`
            : d
        }
        ${pages.map(
          (page) => qt`<a class="entry" data-for="me" href="#/inventory/${page.id}">
            <span class="meta">${icon('lock')}<b>${longDate(page.at)}</b></span>
            <p class="said excerpt">${this.#gist(page)}</p></a>`,
        )}
        ${this.#areFamily ? qt`<p class="label soft">${t('inventory-family')}</p>` : d}
        <p class="label soft"><a href="#/help">${t('practice-someone')}</a></p>
        ${troubleNotice(this.app)}
      </div>
      <div class="foot"><a class="btn primary big wide" href="#/live/${PRACTICE}">${t('inventory-new')}</a></div>
    `;
  }

  get #areFamily() {
    return this.app.attune.pair?.me.relationship === 'family';
  }

  /** On request, one at a time. @param {readonly string[]} sentences */
  #kindSentence(sentences) {
    if (sentences.length === 0) return d;
    const next = () => (this.kind = (this.kind + 1) % sentences.length);
    return qt`${this.kind < 0 ? d : qt`<p class="prompt" role="status">${sentences[this.kind % sentences.length]}</p><hr class="horizon" />`}
      ${this.kind < 0 || sentences.length > 1 ? qt`<button class="btn line" @click=${next}>${t('inventory-kind-again')}</button>` : d}`;
  }

  /** @param {Entry} page @returns {string} feelings and needs, else its first words */
  #gist(page) {
    const words = [this.#feltOf(page), this.#needWords(needsOf(page))].filter(Boolean).join(' · ');
    const { own } = page;
    return words || String(own['felt-line'] ?? own['helped'] ?? own['kind'] ?? t('inventory-page'));
  }

  /** @param {Entry} page */
  #feltOf({ own }) {
    const { vocabulary } = this;
    const tokens = Array.isArray(own['felt']) ? own['felt'].map(String) : [];
    return vocabulary ? listed(tokens.map((token) => asChosen(vocabulary, token).text)) : '';
  }

  /** @param {readonly string[]} needs ids, or own words */
  #needWords(needs) {
    const nameOf = (/** @type {string} */ id) => this.needs?.needs.find((/** @type {any} */ each) => each.id === id)?.word ?? id;
    return listed(needs.map(nameOf));
  }

  // ---- one page

  /** @param {string} id */
  #page(id) {
    const page = this.app.attune.inventory.page(id);
    if (!page) return qt`<div class="body stack"><h1 class="prompt">${t('inventory-gone')}</h1></div>`;
    const { own } = page;
    const feltLine = String(own['felt-line'] ?? '');
    const parts = /** @type {Array<[string, string[]]>} */ ([
      [t('inventory-felt'), [this.#feltOf(page), feltLine]],
      [t('inventory-need'), [this.#needWords(needsOf(page))]],
      [t('inventory-helped'), [String(own['helped'] ?? '')]],
      [t('inventory-kind'), [String(own['kind'] ?? '')]],
    ]).map(([label, lines]) => ({ label, lines: lines.filter(Boolean) }));
    const lines = parts.flatMap((part) => part.lines);
    return qt`
      <div class="body stack">
        <h1 class="prompt">${longDate(page.at)}</h1>
        ${lockLine(t('inventory-only-you'))}
        ${parts
          .filter((part) => part.lines.length > 0)
          .map(
            (part) =>
              qt`<article class="card mine shown"><p class="small soft">${part.label}</p>${part.lines.map((line) => qt`<p class="said">${line}</p>`)}</article>`,
          )}
        ${this.isTaking ? this.#taking(page, lines) : d}
        ${this.isCarried ? qt`<p class="lead" role="status">${t('inventory-carried')}</p>` : d}
        ${this.isErasing ? qt`<p class="lead" role="status">${t('inventory-erase-sure')}</p>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${this.#pageButtons(page, lines)}</div>
    `;
  }

  /** @param {Entry} page @param {readonly string[]} lines */
  #pageButtons({ id }, lines) {
    const { attune } = this.app;
    const erase = async () => {
      await attune.attempt(() => attune.inventory.erase(id));
      if (!attune.trouble) this.app.go('#/inventory');
    };
    if (this.isErasing)
      return qt`<button class="btn line big wide" @click=${() => void erase()}>${t('inventory-erase')}</button>
        <button class="btn text" @click=${() => (this.isErasing = false)}>${t('back')}</button>`;
    if (this.isTaking) return qt`<button class="btn text" @click=${() => (this.isTaking = false)}>${t('back')}</button>`;
    const take = () => Object.assign(this, { isTaking: true, isCarried: false, line: lines[0] });
    return qt`${lines.length > 0 ? qt`<button class="btn line big wide" @click=${take}>${t('inventory-take')}</button>` : d}
      <button class="btn text" @click=${() => (this.isErasing = true)}>${t('inventory-erase')}</button>`;
  }

  /** @param {Entry} page @param {readonly string[]} lines */
  #taking(page, lines) {
    const { attune } = this.app;
    const carry = async (/** @type {string} */ kind) => {
      const from = { practice: PRACTICE, session: page.id, day: dayLabel(page.at) };
      await attune.attempt(() => attune.sessions.carry({ ...from, kind, text: this.line }));
      if (!attune.trouble) Object.assign(this, { isTaking: false, isCarried: true });
    };
    return qt`
      <p class="section">${t('inventory-which')}</p>
      ${chipChoice({ label: t('inventory-which'), value: this.line, options: lines.map((line) => ({ value: line, label: line })), pick: (line) => (this.line = line) })}
      <p class="label soft">${t('inventory-where')}</p>
      <div class="choices">${WHERE.map(([kind, message]) => qt`<button type="button" class="choice" @click=${() => void carry(kind)}>${t(message)}</button>`)}
        <a class="choice" href="#/live/physical-synchrony">${t('self-empathy-inventory-to-breathe')}</a></div>
    `;
  }

  // ---- the needs of a week

  #mirror() {
    const { attune } = this.app;
    const { mirror } = attune.inventory;
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('inventory-mirror')}</h1>
        ${lockLine(t('inventory-only-you'))}
        ${mirror && mirror.length > 0 ? qt`<p class="prompt">${this.#needWords(mirror)}</p><hr class="horizon" />` : qt`<p class="lead">${t('inventory-mirror-few')}</p>`}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot"><button class="btn primary big wide" @click=${() => this.app.go('#/inventory')}>${t('close')}</button>
        ${whyThis(this.app, [{ id: 'mirror', title: t('inventory-mirror') }], () => this.app.go('#/inventory'))}</div>
    `;
  }
}
customElements.define('inventory-screen', InventoryScreen);
