import { loadVocabulary, troubleNotice, tryOf } from './today.js';
import { Screen, text, bar, qt, t, d, lockLine, icon, longDate, listed, who, textField, shortDate } from './main.js';
import { carriedOffers } from './picture.js';
import { asChosen } from './thanks-page.js';

/** @typedef {import('../../app/entries.js').Entry} Entry */

const PRACTICE = '#/live/growth-revisit';
const TRY_CHARS = 160;
const CARDS = /** @type {const} */ ([
  ['camera', 'revisits-camera'],
  ['felt', 'revisits-felt'],
  ['needs', 'revisits-needs'],
  ['theirs', 'revisits-theirs'],
  ['friend', 'revisits-friend'],
  ['differently', 'revisits-differently'],
  ['try', 'revisits-try'],
]);
const DRAFT = 'try/';

/** Pages and tries of the growth revisit; the way to read together; a question for somebody outside. */
class RevisitsScreen extends Screen {
  static properties = {
    ...Screen.properties,
    vocabulary: { state: true },
    needs: { state: true },
    asking: { state: true },
    words: { state: true },
    isCopied: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {any} */ this.needs = null;
    /** What is asked now. @type {'erase'|'not-this-time'|'change'|'go'|''} */ this.asking = '';
    this.words = '';
    this.isCopied = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    void text()
      .content('needs')
      .then((needs) => (this.needs = needs));
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT + (this.params[1] ?? ''));
    if (draft) [this.asking, this.words] = draft;
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const [first, second] = this.params;
    return qt`<main class="screen flow">${bar({ back: () => this.app.go(first ? '#/revisits' : '#/practices') })}${
      first === undefined
        ? this.#all()
        : first === 'friend'
          ? this.#friend()
          : first === 'together'
            ? this.#together()
            : first === 'try'
              ? this.#try(second ?? '')
              : this.#page(first)
    }</main>`;
  }

  #notThere() {
    return qt`<div class="body stack"><h1 class="prompt">${t('revisits-gone')}</h1></div>`;
  }

  // ---- all of it

  #all() {
    const { attune } = this.app;
    const { revisits } = attune;
    const [pages, helped, theirs] = [revisits.pages(), revisits.helped(), revisits.theirs()];
    const tries = revisits.tries().filter((entry) => !helped.includes(entry));
    const list = (/** @type {string} */ title, /** @type {Entry[]} */ entries) =>
      entries.length === 0
        ? d
        : qt`<h2 class="section">${title}</h2><ul class="rows">${entries.map(
            (entry) =>
              qt`<li><a class="what" href="#/revisits/try/${entry.id}"><b class="said">${tryOf(entry)}</b><span class="label soft">${shortDate(entry.at)}</span></a>${icon('chevron-right', 's')}</li>`,
          )}</ul>`;
    return qt`
      <div class="body stack">
        <header class="head"><h1>${t('revisits-title')}</h1></header>
        ${lockLine(t('revisits-only-you'))}
        ${pages.length + helped.length + tries.length + theirs.length === 0 ? qt`<p class="lead">${t('revisits-none')}</p>` : d}
        ${attune.live.session ? d : carriedOffers(this.app, 'revisit', (words) => this.#takeUp(words))}
        ${list(t('revisits-helped'), helped)} ${list(t('revisits-tries'), tries)} ${list(t('revisits-from', { name: this.#name }), theirs)}
        ${pages.length > 0 ? qt`<h2 class="section">${t('revisits-pages')}</h2>` : d}
        ${pages.map(
          (page) => qt`<a class="entry" data-for="me" href="#/revisits/${page.id}">
            <span class="meta">${icon('lock')}<b>${longDate(page.at)}</b></span><p class="said excerpt">${this.#gist(page)}</p></a>`,
        )}
        ${
          attune.pair
            ? qt`<ul class="rows"><li><a class="what" href="#/revisits/together"><b>${t('revisits-together')}</b></a>${icon('chevron-right', 's')}</li>
                <li><a class="what" href="#/revisits/friend"><b>${t('revisits-friend-title')}</b></a>${icon('chevron-right', 's')}</li></ul>`
            : d
        }
        ${troubleNotice(this.app)}
      </div>
      <div class="foot"><a class="btn primary big wide" href=${PRACTICE}>${t('revisits-new')}</a></div>
    `;
  }

  /** What was carried here stands on the first card. @param {string} words */
  async #takeUp(words) {
    const { attune } = this.app;
    const how = /** @type {const} */ ({ practice: 'growth-revisit', mode: 'alone', starter: 0 });
    await attune.attempt(() => attune.live.begin({ ...how, length: attune.preferences.timers, given: { camera: words } }));
    if (!attune.trouble) this.app.go(PRACTICE);
  }

  /** @param {Entry} page */
  #gist(page) {
    return CARDS.map(([name]) => this.#words(page, name)).find(Boolean) ?? t('revisits-page-empty');
  }

  /** @param {Entry} page @param {string} name @returns {string} */
  #words({ own }, name) {
    const value = own[name];
    if (!Array.isArray(value)) return String(value ?? '');
    const { vocabulary, needs } = this;
    const wordOf = (/** @type {string} */ id) =>
      name === 'felt'
        ? vocabulary
          ? asChosen(vocabulary, id).text
          : ''
        : (needs?.needs.find((/** @type {any} */ need) => need.id === id)?.word ?? id);
    return listed(value.map((id) => wordOf(String(id))));
  }

  // ---- one page

  /** @param {string} id */
  #page(id) {
    const { attune } = this.app;
    const page = attune.revisits.pages().find((each) => each.id === id);
    if (!page) return this.#notThere();
    return qt`
      <div class="body stack">
        <h1 class="prompt">${longDate(page.at)}</h1>
        ${lockLine(t('revisits-only-you'))}
        ${CARDS.map(([name, label]) => {
          const words = this.#words(page, name);
          return words
            ? qt`<article class="card mine shown"><p class="small soft">${t(label, { name: this.#name })}</p><p class="said">${words}</p></article>`
            : d;
        })}
        ${this.asking === 'erase' ? qt`<p class="lead" role="status">${t('revisits-erase-sure')}</p>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        ${
          this.asking === 'erase'
            ? qt`<button class="btn line big wide" @click=${() => void this.#end(() => attune.revisits.erasePage(id), '#/revisits')}>${t('revisits-erase')}</button>
                <button class="btn text" @click=${() => (this.asking = '')}>${t('back')}</button>`
            : qt`${attune.pair ? qt`<a class="btn line big wide" href="#/revisits/together">${t('revisits-together')}</a>` : d}
                <button class="btn text" @click=${() => (this.asking = 'erase')}>${t('revisits-erase')}</button>`
        }
      </div>
    `;
  }

  // ---- a try

  /** @param {string} id */
  #try(id) {
    const { attune } = this.app;
    const entry = attune.revisits.tryById(id);
    if (!entry) return this.#notThere();
    const name = this.#name;
    if (!entry.isMine)
      return qt`
        <div class="body stack"><p class="label soft">${t('revisits-from', { name })}</p><h1 class="prompt">${tryOf(entry)}</h1>
          ${entry.mine['taken'] ? qt`<p class="label soft">${t('revisits-taken-mine')}</p>` : d} ${troubleNotice(this.app)}</div>
        <div class="foot">${entry.mine['taken'] ? d : this.#button(t('revisits-take-in'), () => attune.revisits.take(id), 'primary')}
          ${this.#button(t('close'), () => attune.revisits.closeTry(id))}</div>
      `;
    const isAsked = attune.revisits.asked?.id === id;
    const seen = entry.isShared && !entry.isTakenBack;
    return qt`
      <div class="body stack">
        <p class="label soft">${t('revisits-your-try')}</p>
        <h1 class="prompt">${tryOf(entry)}</h1>
        ${isAsked ? qt`<p class="lead">${t('revisits-how-was-it')}</p>` : d}
        ${entry.own['helped'] ? qt`<p class="label soft">${t('revisits-kept-for-next')}</p>` : d}
        ${entry.theirs['taken'] ? qt`<p class="label soft">${who('they', name)} ${t('revisits-taken', { name })}</p>` : seen ? qt`<p class="label soft">${t('revisits-shown', { name })}</p>` : lockLine(t('practice-only-you'))}
        ${this.asking === 'not-this-time' ? qt`<p class="lead" role="status">${t('revisits-stay-or-go')}</p>` : d}
        ${this.asking === 'go' ? qt`<p class="lead" role="status">${t('revisits-seen', { name })}</p>` : d}
        ${
          this.asking === 'change'
            ? textField({
                id: 'try-words',
                label: t('revisits-your-try'),
                value: this.words,
                max: TRY_CHARS,
                isLong: true,
                input: (words) => this.#ask('change', words),
              })
            : d
        }
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${this.#tryButtons(entry, isAsked)}</div>
    `;
  }

  /** @param {Entry} entry @param {boolean} isAsked */
  #tryButtons(entry, isAsked) {
    const { attune } = this.app;
    const { revisits } = attune;
    const ask = (/** @type {string} */ label, /** @type {RevisitsScreen['asking']} */ what, words = '') =>
      qt`<button class="btn line big wide" @click=${() => this.#ask(what, words)}>${label}</button>`;
    const back = qt`<button class="btn text" @click=${() => this.#ask('', '')}>${t('back')}</button>`;
    const seen = entry.isShared && !entry.isTakenBack;
    const go = () => revisits.answer(entry, 'go');
    switch (this.asking) {
      case 'not-this-time':
        return qt`${this.#button(t('revisits-keep-it'), () => revisits.answer(entry, 'keep'), 'primary')}
          ${seen ? ask(t('revisits-let-go'), 'go') : this.#button(t('revisits-let-go'), go)} ${back}`;
      case 'go':
        return qt`${this.#button(t('revisits-let-go'), go)} ${back}`;
      case 'change':
        return qt`${seen ? qt`<p class="small soft">${t('practice-will-see', { name: this.#name })}</p>` : d}
          <button class="btn primary big wide" ?disabled=${!this.words.trim()} @click=${() => void this.#end(() => revisits.answer(entry, 'change', this.words), '#/today')}>${seen ? t('share') : t('revisits-keep-it')}</button> ${back}`;
      default:
        return qt`${isAsked ? this.#button(t('revisits-it-helped'), () => revisits.answer(entry, 'helped'), 'primary') : d}
          ${isAsked ? ask(t('revisits-not-this-time'), 'not-this-time') : d}
          ${ask(t('revisits-change'), 'change', tryOf(entry))}
          ${isAsked ? d : seen ? ask(t('revisits-let-go'), 'go') : this.#button(t('revisits-let-go'), go)}
          ${attune.pair && !seen && !isAsked ? qt`<p class="small soft">${t('practice-will-see', { name: this.#name })}</p>${this.#button(t('revisits-share-try'), () => revisits.shareTry(entry))}` : d}`;
    }
  }

  /** @param {string} label @param {() => Promise<void>} step @param {string} [kind] */
  #button(label, step, kind = 'line') {
    return qt`<button class="btn ${kind} big wide" @click=${() => void this.#end(step, '#/today')}>${label}</button>`;
  }

  /** @param {RevisitsScreen['asking']} asking @param {string} words */
  #ask(asking, words) {
    this.asking = asking;
    this.words = words;
    this.setDraft(DRAFT + (this.params[1] ?? ''), asking ? [asking, words] : null);
  }

  /** @param {() => Promise<void>} step @param {string} next place */
  async #end(step, next) {
    const { attune } = this.app;
    await attune.attempt(step);
    if (attune.trouble) return;
    await attune.drafts.clear(DRAFT + (this.params[1] ?? ''));
    this.app.go(next);
  }

  // ---- read together

  #together() {
    const { attune } = this.app;
    const { revisits } = attune;
    const name = this.#name;
    const { differently, try: attempt } = revisits.given();
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('revisits-ready')}</h1>
        <p class="lead">${t('revisits-together-small', { name })}</p>
        ${[differently, attempt].map((words) => (words ? qt`<article class="card mine"><p class="said">${words}</p></article>` : d))}
        ${lockLine(t('practice-only-you'))}
        ${revisits.myAsk ? qt`<p class="label soft" role="status">${t('revisits-known', { name })}</p>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        <a class="btn primary big wide" href="${PRACTICE}/live">${t('revisits-begin')}</a>
        ${
          revisits.myAsk
            ? qt`<button class="btn text" @click=${() => void attune.attempt(() => revisits.takeAskBack())}>${t('revisits-take-ask-back')}</button>`
            : qt`<button class="btn line big wide" @click=${() => void attune.attempt(() => revisits.letKnow())}>${t('revisits-let-know', { name })}</button>`
        }
      </div>
    `;
  }

  // ---- a question for somebody outside

  #friend() {
    const copy = async () => {
      await navigator.clipboard.writeText(t('revisits-friend-question')).catch(() => {});
      this.isCopied = true;
    };
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('revisits-friend-title')}</h1>
        <p class="label soft">${t('revisits-friend-small')}</p>
        <article class="card printed"><p class="said">${t('revisits-friend-question')}</p></article>
      </div>
      <div class="foot">
        <button class="btn primary big wide" @click=${() => window.print()}>${t('revisits-print')}</button>
        <button class="btn line big wide" @click=${() => void copy()}>${t(this.isCopied ? 'revisits-copied' : 'revisits-copy')}</button>
        <button class="btn text" @click=${() => this.app.go('#/revisits')}>${t('revisits-not-now')}</button>
      </div>
    `;
  }
}
customElements.define('revisits-screen', RevisitsScreen);
