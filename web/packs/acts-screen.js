import { dueAt, isSurprise, wordsOf, troubleNotice } from './today.js';
import { Screen, t, qt, bar, d, timeAhead, lockLine, who, textField, shortDate, icon } from './main.js';
import { toMoment } from './picture.js';

/** @typedef {import('../../app/entries.js').Entry} Entry */

const AFTER_CHARS = 200;
const ACT_CHARS = 160;
const LINE_CHARS = 160;
const DRAFT = 'act/';

/** Acts: all of them, or one with what can be done about it. */
class ActsScreen extends Screen {
  static properties = { ...Screen.properties, asking: { state: true }, words: { state: true } };

  constructor() {
    super();
    /** What is asked about the act now. @type {'done'|'changed'|'gone'|'reached'|''} */ this.asking = '';
    this.words = '';
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT + (this.params[0] ?? ''));
    if (draft) [this.asking, this.words] = draft;
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const [id] = this.params;
    if (id === undefined) return this.#all();
    const { acts } = this.app.attune;
    const entry = acts.get(id);
    const body = !entry ? qt`<h1 class="prompt">${t('acts-gone')}</h1>` : entry.isMine ? this.#mine(entry) : this.#theirs(entry);
    return qt`<main class="screen flow">${bar({ back: () => this.app.back() })}${body}</main>`;
  }

  #all() {
    const { acts, now } = { acts: this.app.attune.acts, now: this.app.attune.now() };
    const line = (/** @type {Entry} */ entry) => {
      const outcome = entry.isMine ? entry.own['outcome'] : entry.theirs['outcome'];
      const small = outcome
        ? t(`acts-was-${outcome}`)
        : !entry.isMine
          ? ''
          : now < dueAt(entry)
            ? t('acts-until', { time: timeAhead(dueAt(entry)) })
            : t('acts-whenever');
      return qt`<li><a class="what" href="#/acts/${entry.id}"><b class="said">${wordsOf(entry)}</b><span class="label soft">${[shortDate(entry.at), small].filter(Boolean).join(' · ')}</span></a>${icon('chevron-right', 's')}</li>`;
    };
    const list = (/** @type {string} */ title, /** @type {{some: Entry[], more: unknown}} */ { some, more }) =>
      some.length === 0 ? d : qt`<h2 class="section">${title}</h2><ul class="rows">${some.map(line)}</ul>${more}`;
    const mine = this.beginning(acts.newest(true), { name: 'mine' });
    const theirs = this.beginning(acts.newest(false), { name: 'theirs' });
    return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('acts-title')}</h1></header>
      ${mine.some.length + theirs.some.length === 0 ? qt`<p class="lead">${t('acts-none')}</p>` : d}
      ${list(t('acts-mine'), mine)} ${list(t('acts-from', { name: this.#name }), theirs)}
      <a class="btn primary" href="#/live/empathy-in-action">${t('acts-new')}</a>
    </div></main>`;
  }

  // ---- one's own

  /** @param {Entry} entry */
  #mine(entry) {
    const { attune } = this.app;
    const { own } = entry;
    const until = attune.now() < dueAt(entry) ? t('acts-until', { time: timeAhead(dueAt(entry)) }) : t('acts-whenever');
    const seen =
      entry.isShared && !entry.isTakenBack
        ? t('acts-shown', { name: this.#name })
        : isSurprise(entry)
          ? t('acts-surprise', { name: this.#name })
          : '';
    const outcome = own['outcome'];
    return qt`
      <div class="body stack">
        <p class="label soft">${outcome ? t(`acts-was-${outcome}`) : `${t(own['wish'] ? 'acts-said-yes' : 'acts-chose')}, ${until}`}</p>
        <h1 class="prompt">${wordsOf(entry)}</h1>
        ${own['if-then'] ? qt`<p class="lead">${own['if-then']}</p>` : d}
        ${seen ? qt`<p class="label soft">${seen}</p>` : lockLine(t('acts-only-you'))}
        ${own['after'] ? qt`<article class="card mine"><p class="said">${own['after']}</p></article>` : d}
        ${entry.theirs['reached'] === undefined ? d : this.#reached(entry)}
        ${outcome ? d : this.#form(entry)}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${entry.theirs['reached'] === undefined ? d : toMoment(this.app, { practice: 'empathy-in-action', session: entry.id, text: wordsOf(entry) })}
        ${outcome ? this.#close(entry) : this.#buttons(entry)}</div>
    `;
  }

  /** @param {Entry} entry */
  #reached(entry) {
    return qt`<article class="card shown"><p class="small soft">${who('they', this.#name)}</p><p class="said">${entry.theirs['reached'] || t('acts-that-reached-me')}</p></article>`;
  }

  /** @param {Entry} entry */
  #form(entry) {
    if (this.asking === 'gone') return entry.isShared ? qt`<p class="lead">${t('acts-seen', { name: this.#name })}</p>` : d;
    if (this.asking !== 'done' && this.asking !== 'changed') return d;
    const isDone = this.asking === 'done';
    return qt`${this.#field(isDone ? t('acts-after') : t('acts-became'), isDone ? AFTER_CHARS : ACT_CHARS, isDone ? t('acts-after-placeholder') : '')}
      ${this.app.attune.pair ? qt`<p class="small soft">${t('acts-will-see', { name: this.#name })}</p>` : d}`;
  }

  /** @param {string} label @param {number} max @param {string} placeholder */
  #field(label, max, placeholder) {
    return textField({
      id: 'act-words',
      label,
      value: this.words,
      max,
      isLong: true,
      placeholder,
      input: (words) => this.#ask(this.asking, words),
    });
  }

  /** @param {Entry} entry */
  #buttons(entry) {
    const { attune } = this.app;
    const { acts } = attune;
    const button = (/** @type {string} */ label, /** @type {() => void} */ act, kind = 'line') =>
      qt`<button class="btn ${kind} big wide" @click=${act}>${label}</button>`;
    switch (this.asking) {
      case 'done':
      case 'changed': {
        const outcome = this.asking;
        const end = (/** @type {boolean} */ isShared) => () =>
          void this.#end(() => acts.come(entry, outcome, { [outcome === 'done' ? 'after' : 'became']: this.words, isShared }));
        const hasWords = this.words.trim() !== '';
        return qt`
          ${hasWords || isSurprise(entry) ? qt`${attune.pair ? button(t('share'), end(true)) : d} ${button(t('acts-keep'), end(false))}` : d}
          ${outcome === 'done' && !hasWords ? button(t('acts-nothing-to-add'), end(false)) : d}
          ${button(t('back'), () => this.#ask('', ''), 'text')}`;
      }
      case 'gone':
        return qt`${button(t('acts-let-go'), () => void this.#end(() => acts.come(entry, 'gone')))} ${button(t('acts-wait'), () => this.#ask('', ''), 'text')}`;
      default:
        return qt`${button(t('acts-done'), () => this.#ask('done', ''), 'primary')} ${button(t('acts-changed'), () => this.#ask('changed', ''))}
          ${button(t('acts-let-go'), () => (entry.isShared ? this.#ask('gone', '') : void this.#end(() => acts.come(entry, 'gone'))))}
          ${acts.isMoment(entry) ? button(t('acts-later'), () => void this.#end(() => acts.later(entry.id)), 'text') : d}`;
    }
  }

  // ---- theirs

  /** @param {Entry} entry */
  #theirs(entry) {
    const { acts } = this.app.attune;
    const isOpen = entry.mine['reached'] === undefined;
    return qt`
      <div class="body stack">
        <p class="label soft">${t('acts-theirs', { name: this.#name })}</p>
        <h1 class="prompt">${wordsOf(entry)}</h1>
        ${entry.theirs['if-then'] ? qt`<p class="lead">${entry.theirs['if-then']}</p>` : d}
        ${entry.theirs['after'] ? qt`<article class="card shown"><p class="small soft">${who('they', this.#name)}</p><p class="said">${entry.theirs['after']}</p></article>` : d}
        ${isOpen ? d : qt`<article class="card shown"><p class="small soft">${who('you', t('you'))}</p><p class="said">${entry.mine['reached'] || t('acts-that-reached-me')}</p></article>`}
        ${this.asking === 'reached' ? this.#field(t('acts-line'), LINE_CHARS, t('acts-line-placeholder')) : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        ${
          !isOpen
            ? qt`${toMoment(this.app, { practice: 'empathy-in-action', session: entry.id, text: wordsOf(entry) })}${this.#close(entry)}`
            : this.asking === 'reached'
              ? qt`<button class="btn primary big wide" ?disabled=${!this.words.trim()} @click=${() => void this.#end(() => acts.reach(entry.id, this.words))}>${t('share')}</button>
                  <button class="btn line big wide" @click=${() => void this.#end(() => acts.reach(entry.id))}>${t('acts-only-the-tap')}</button>`
              : qt`<button class="btn primary big wide" @click=${() => this.#ask('reached', '')}>${t('acts-that-reached-me')}</button>${this.#close(entry)}`
        }
      </div>
    `;
  }

  /** @param {Entry} entry */
  #close(entry) {
    return qt`<button class="btn line big wide" @click=${() => void this.#end(() => this.app.attune.acts.putAway(entry))}>${t('close')}</button>`;
  }

  /** @param {ActsScreen['asking']} asking @param {string} words */
  #ask(asking, words) {
    this.asking = asking;
    this.words = words;
    this.setDraft(DRAFT + (this.params[0] ?? ''), asking ? [asking, words] : null);
  }

  /** @param {() => Promise<void>} step */
  async #end(step) {
    const { attune } = this.app;
    await attune.attempt(step);
    if (attune.trouble) return;
    await attune.drafts.clear(DRAFT + (this.params[0] ?? ''));
    this.app.go('#/today');
  }
}
customElements.define('acts-screen', ActsScreen);
