import { firstLine, filter, troubleNotice, ofDay, pageOf, answerTo } from './today.js';
import { Screen, text, t, qt, bar, d, icon, textField, lockLine, shortDate, who } from './main.js';
import { FORM, leftState, gentleLine, thanksPage, LEFT_SO } from './thanks-page.js';

/** @typedef {import('../../app/entries.js').Entry} Entry @typedef {Record<string, string>} Page */

const PAGE = ['deed', 'shows', 'meant', 'when'];
const QUICK = ['noticed', 'felt'];
/** Lines that are about what somebody did: they are asked about when they are wide. */
const ASKED = ['deed', 'noticed'];
const MOST_PAGES = 3;
const LONG_CHARS = 90;
const MORE_CHARS = 240;
const PROMPTS = Array.from({ length: 6 }, (_, i) => `three-appreciations-prompt-${i + 1}`);
const DRAFT = 'thanks/';
const PRACTICE = 'three-appreciations';

/** Appreciations: all of them, the quick "I noticed", pages for the coming days, or one with what can be done about it. */
class ThanksScreen extends Screen {
  static properties = {
    ...Screen.properties,
    pages: { state: true },
    at: { state: true },
    lines: { state: true },
    rules: { state: true },
    isAsking: { state: true },
    note: { state: true },
  };

  constructor() {
    super();
    /** What is being written. @type {Page[]|null} */ this.pages = null;
    this.at = 0;
    /** What is remembered of a line, by page and name. @type {Record<string, string>} */ this.lines = {};
    /** @type {readonly import('../../core/gentle.js').Rule[]} */ this.rules = [];
    /** Asked once more before it is taken back. */ this.isAsking = false;
    this.note = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void text()
      .content('gentle')
      .then(({ wide }) => (this.rules = wide));
  }

  willUpdate() {
    const draft = this.freshDraft(this.#draftKey);
    if (draft) [this.at, this.pages] = [draft[0], draft[1].map((/** @type {any} */ page) => Object.fromEntries(page))];
  }

  get #what() {
    return this.params[0] ?? '';
  }

  get #draftKey() {
    return DRAFT + (this.#what || 'all');
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const { thanks } = this.app.attune;
    if (this.#what === '') return this.#all();
    if (this.#what === 'noticed') return this.#screen(this.#quick());
    if (this.#what === 'new') return this.#screen(thanks.onTheWay().length > 0 ? this.#onTheWay() : this.#daily());
    const entry = thanks.find(this.#what);
    if (!entry || (entry.isMine && firstLine(entry) === ''))
      return this.#screen(qt`<div class="body stack"><h1 class="prompt">${t('thanks-gone')}</h1></div>`);
    if (!entry.isMine) return this.#screen(this.#theirs(entry));
    return this.#screen(entry.isShared && !entry.isTakenBack ? this.#given(entry) : this.#kept(entry));
  }

  /** @param {unknown} body */
  #screen(body) {
    return qt`<main class="screen flow">${bar({ back: () => this.app.back() })}${body}</main>`;
  }

  #all() {
    const { thanks, pair } = this.app.attune;
    const isGiven = (/** @type {Entry} */ entry) => entry.isShared && !entry.isTakenBack;
    const list = (/** @type {string} */ title, /** @type {{some: Entry[], more: unknown}} */ { some, more }) =>
      some.length === 0
        ? d
        : qt`<h2 class="section">${title}</h2><ul class="rows">${some.map(
            (entry) =>
              qt`<li><a class="what" href="#/thanks/${entry.id}"><b class="said">${firstLine(entry)}</b><span class="label soft">${shortDate(entry.at)}</span></a>${icon('chevron-right', 's')}</li>`,
          )}</ul>${more}`;
    const kept = this.beginning(
      filter(thanks.newest(), (entry) => !isGiven(entry)),
      { name: 'kept' },
    );
    const given = this.beginning(filter(thanks.newest(), isGiven), { name: 'given' });
    return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('thanks-title')}</h1></header>
      ${kept.some.length + given.some.length === 0 ? qt`<p class="lead">${t('thanks-none')}</p>` : d}
      ${list(t('thanks-yours'), kept)} ${list(t('thanks-given', { name: this.#name }), given)}
      ${pair ? qt`<ul class="rows"><li><a class="what" href="#/jar"><b>${t('jar-title')}</b><span class="label soft">${t('jar-small')}</span></a>${icon('chevron-right', 's')}</li></ul>` : d}
      <a class="btn primary" href="#/thanks/${pair ? 'noticed' : 'new'}">${t('thanks-write')}</a>
    </div></main>`;
  }

  // ---- writing

  /** @param {number} [at] @returns {Page} as it is written now */
  #page(at = this.at) {
    return this.pages?.[at] ?? {};
  }

  /** @param {Page[]|null} pages @param {number} [at] */
  #put(pages, at = this.at) {
    this.pages = pages;
    this.at = at;
    this.setDraft(this.#draftKey, pages && [at, pages.map((page) => Object.entries(page))]);
  }

  /** @param {readonly string[]} names @param {Page} [before] what stands already */
  #form(names, before = {}) {
    const page = { ...before, ...this.#page() };
    const write = (/** @type {string} */ name, /** @type {string} */ value) => {
      const pages = [...(this.pages ?? [])];
      pages[this.at] = { ...page, [name]: value };
      this.#put(pages);
    };
    return names.map((name) => {
      const [label = '', placeholder = '', max = 0] = FORM[name] ?? [];
      const key = `${this.at}/${name}`;
      const remember = (/** @type {string} */ state) => (this.lines = { ...this.lines, [key]: state });
      return qt`${textField({
        id: `thanks-${name}`,
        label: t(label),
        value: page[name] ?? '',
        max,
        placeholder: t(placeholder),
        isLong: max > LONG_CHARS,
        input: (value) => write(name, value),
        ...(ASKED.includes(name) ? { left: () => remember(leftState(this.lines[key])) } : {}),
      })}${
        ASKED.includes(name)
          ? gentleLine({
              rules: this.rules,
              text: page[name] ?? '',
              state: this.lines[key],
              say: (id) => t(id, { name: this.#name }),
              leaveSo: () => remember(LEFT_SO),
            })
          : d
      }`;
    });
  }

  /** @param {string} label @param {() => void} act @param {string} [kind] @param {boolean} [isOff] */
  #button(label, act, kind = 'line', isOff = false) {
    return qt`<button class="btn ${kind} big wide" ?disabled=${isOff} @click=${act}>${label}</button>`;
  }

  /** I noticed: one sentence, and what it made one feel. */
  #quick() {
    const { thanks } = this.app.attune;
    const page = this.#page();
    const isEmpty = !page['noticed']?.trim();
    const keep = () => this.#end(async () => void (await thanks.keep(page)));
    const give = () =>
      this.#end(async () => {
        const entry = thanks.find(await thanks.keep(page));
        if (entry) await thanks.give(entry);
      });
    return qt`
      <div class="body stack"><h1 class="prompt">${t('thanks-noticed')}</h1><p class="label soft">${t('thanks-one-sentence')}</p>
        ${this.#form(QUICK)} <p class="small soft">${t('thanks-will-see', { name: this.#name })}</p>${troubleNotice(this.app)}</div>
      <div class="foot">${this.app.attune.pair ? this.#button(t('thanks-share-now'), give, 'primary', isEmpty) : d}
        ${this.#button(t('thanks-keep-for-later'), keep, 'line', isEmpty)} ${this.#button(t('thanks-for-retreat'), () => this.#forRetreat(page), 'line', isEmpty)}</div>
    `;
  }

  /** Kept, and brought along to the weekly talk. @param {Page} page @param {Entry} [entry] where it is kept already */
  #forRetreat(page, entry) {
    const { attune } = this.app;
    const words = [...QUICK, ...PAGE].flatMap((name) => (page[name]?.trim() ? [page[name].trim()] : [])).join('\n');
    return this.#end(async () => {
      if (!entry) await attune.thanks.keep(page);
      await attune.sessions.carry({ kind: 'retreat', practice: PRACTICE, session: '', day: attune.today(), text: words });
    });
  }

  /** One to three pages, of which one goes each day. */
  #daily() {
    const { attune } = this.app;
    const pages = this.pages ?? [{}];
    const isEmpty = !this.#page()['deed']?.trim();
    const hasAny = pages.some((page) => page['deed']?.trim());
    const keepAll = () =>
      this.#end(async () => {
        for (const page of pages) if (Object.values(page).some((line) => line.trim())) await attune.thanks.keep(page);
      });
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t(ofDay(PROMPTS, this.at, attune.today()) ?? '', { name: this.#name })}</h1>
        <p class="label soft">${t('three-appreciations-usual')}</p>
        ${
          pages.length > 1
            ? qt`<div class="chips" role="group" aria-label=${t('thanks-pages')}>${pages.map(
                (page, i) =>
                  qt`<button class="chip" aria-pressed=${i === this.at ? 'true' : 'false'} @click=${() => this.#put(pages, i)}>${page['deed']?.slice(0, 24) || '…'}</button>`,
              )}</div>`
            : d
        }
        ${this.#form(PAGE)}
        ${pages.length < MOST_PAGES && !isEmpty ? qt`<button class="btn text" @click=${() => this.#put([...pages, {}], pages.length)}>${icon('plus', 's')}${t('three-appreciations-another')}</button>` : d}
        <p class="small soft">${t('thanks-daily')} ${t('thanks-will-see', { name: this.#name })}</p>
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${attune.pair ? this.#button(t('thanks-share-first'), () => this.#end(() => attune.thanks.giveDaily(pages)), 'primary', !hasAny) : d}
        ${this.#button(t('thanks-keep-for-later'), keepAll, 'line', !hasAny)}</div>
    `;
  }

  #onTheWay() {
    const { attune } = this.app;
    return qt`
      <div class="body stack"><h1 class="prompt">${t('thanks-on-the-way', { name: this.#name })}</h1><p class="label soft">${t('thanks-on-the-way-small')}</p>
        <ul class="rows">${attune.thanks.onTheWay().map((entry) => qt`<li><a class="what" href="#/thanks/${entry.id}"><b class="said">${firstLine(entry)}</b></a>${icon('chevron-right', 's')}</li>`)}</ul>
        ${lockLine(t('thanks-only-you'))}${troubleNotice(this.app)}</div>
      <div class="foot"><p class="small soft">${t('thanks-stop-small')}</p>${this.#button(t('thanks-stop'), () => this.#end(() => attune.thanks.stop()))}</div>
    `;
  }

  // ---- one's own

  /** Not given, or taken back: it can be changed. @param {Entry} entry */
  #kept(entry) {
    const { attune } = this.app;
    const before = pageOf(entry);
    const page = { ...before, ...this.#page() };
    const names = before['noticed'] ? QUICK : PAGE;
    const isOnTheWay = entry.own['on-the-way'] !== undefined;
    const isEmpty = !page[names[0] ?? '']?.trim();
    const save = () =>
      attune.entries.keep(entry.type, Object.fromEntries(names.map((name) => [name, (page[name] ?? '').trim()])), entry.id);
    const give = () =>
      this.#end(async () => {
        await save();
        const kept = attune.thanks.find(entry.id);
        if (kept) await attune.thanks.give(kept);
      });
    return qt`
      <div class="body stack">
        <h1 class="prompt">${isOnTheWay ? t('thanks-on-the-way', { name: this.#name }) : t('thanks-kept')}</h1>
        ${entry.isTakenBack ? qt`<p class="label soft">${t('thanks-taken-back', { name: this.#name })}</p>` : d}
        ${this.#form(names, before)} ${lockLine(t('thanks-only-you'))} ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        ${attune.pair && !isOnTheWay ? this.#button(t('thanks-share-now'), give, 'primary', isEmpty) : d}
        ${this.#button(t('thanks-keep-for-later'), () => this.#end(async () => void (await save())), 'line', isEmpty)}
        ${isOnTheWay ? d : this.#button(t('thanks-for-retreat'), () => this.#forRetreat(page, entry), 'line', isEmpty)}
        ${this.#button(t('thanks-erase'), () => this.#end(() => attune.thanks.erase(entry)), 'text')}
      </div>
    `;
  }

  /** The other has it. @param {Entry} entry */
  #given(entry) {
    const { attune } = this.app;
    const { thanks } = attune;
    const answer = answerTo(entry);
    const isMoreAsked = thanks.isMoreAsked(entry) && entry.own['read'] === undefined;
    const line = this.#page()['more'] ?? '';
    return qt`
      <div class="body stack">
        <h1 class="vh">${t('thanks-title')}</h1>
        <p class="label soft">${shortDate(entry.at)} · ${t('thanks-shown', { name: this.#name })}</p>
        ${thanksPage(pageOf(entry), 'mine', qt`<p class="small soft">${who('you', t('you'))}</p>`)}
        ${
          answer === undefined
            ? d
            : qt`<article class="card shown"><p class="small soft">${who('they', this.#name)}</p><p class="said">${t(`three-appreciations-told-${answer + 1}`, { name: this.#name })}</p></article>`
        }
        ${
          isMoreAsked
            ? textField({
                id: 'thanks-more',
                label: t('thanks-more-label'),
                value: line,
                max: MORE_CHARS,
                isLong: true,
                input: (value) => this.#put([{ more: value }], 0),
              })
            : d
        }
        ${this.isAsking ? qt`<p class="lead">${t('thanks-take-back-sure', { name: this.#name })}</p>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${
        this.isAsking
          ? qt`${this.#button(t('cancel'), () => (this.isAsking = false), 'primary')} ${this.#button(t('thanks-take-back'), () => this.#end(() => thanks.takeBack(entry)))}`
          : qt`${
              isMoreAsked
                ? qt`${this.#button(t('share'), () => this.#end(() => thanks.tellMore(entry, line)), 'primary', !line.trim())} ${this.#button(t('thanks-leave-it'), () => this.#end(() => thanks.putAway(entry)))}`
                : this.#button(t('close'), () => this.#end(() => thanks.putAway(entry)), 'primary')
            } ${this.#button(t('thanks-take-back'), () => (this.isAsking = true), 'text')}`
      }</div>
    `;
  }

  // ---- theirs

  /** @param {Entry} entry */
  #theirs(entry) {
    const { thanks } = this.app.attune;
    if (entry.isTakenBack || firstLine(entry) === '')
      return qt`<div class="body stack"><h1 class="prompt">${t('thanks-theirs-taken-back')}</h1></div>`;
    const answer = answerTo(entry);
    const page = pageOf(entry);
    const isOpen = answer === undefined && entry.theirs['session'] === undefined;
    const isWaiting = answer === 2 && page['more'] === undefined;
    return qt`
      <div class="body stack">
        <h1 class="vh">${t('thanks-here', { name: this.#name })}</h1>
        ${thanksPage(page, 'shown', qt`<p class="small soft">${who('they', this.#name)} <span>${shortDate(entry.at)}</span></p>`)}
        ${isOpen ? qt`<p class="label soft">${t('thanks-no-answer-owed')}</p>` : d}
        ${
          answer === undefined
            ? d
            : qt`<article class="card mine"><p class="small soft">${who('you', t('you'))}</p><p class="said">${t(`three-appreciations-received-${answer + 1}`)}</p></article>`
        }
        ${isWaiting ? qt`<p class="label soft">${t('thanks-rests')}</p>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${
        isOpen
          ? [0, 1, 2].map((n) =>
              this.#button(
                t(`three-appreciations-received-${n + 1}`),
                () => this.#end(() => thanks.answer(entry, n)),
                n === 0 ? 'primary' : 'line',
              ),
            )
          : this.#button(t('close'), () => this.#end(async () => isWaiting || (await thanks.putAway(entry))), 'primary')
      }</div>
    `;
  }

  /** @param {() => Promise<unknown>} step */
  async #end(step) {
    const { attune } = this.app;
    await attune.attempt(step);
    if (attune.trouble) return;
    this.#put(null, 0);
    await attune.drafts.clear(this.#draftKey);
    this.app.go('#/today');
  }
}
customElements.define('thanks-screen', ThanksScreen);
