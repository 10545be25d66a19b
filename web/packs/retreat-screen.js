import { KINDS, troubleNotice, changeCard, whyThis, LINE_CHARS, most } from './today.js';
import { Screen, text, d, bar, t, qt, segments, textField, lockLine, shortDate, timeAhead, icon } from './main.js';
import { RAISED_IN, intoCalendar, atOf, whenFields } from './picture.js';

/** What is typed and not kept yet: kind and words. */
const DRAFT = 'retreat';
const SHOWN = 10;

/** Between two retreats: what this person gathers for the next, the change of the week, what lies open, and when both meet. */
class RetreatScreen extends Screen {
  static properties = {
    ...Screen.properties,
    kind: { state: true },
    words: { state: true },
    day: { state: true },
    time: { state: true },
    isLeft: { state: true },
    most: { state: true },
  };

  constructor() {
    super();
    /** @type {(typeof KINDS)[number]} */ this.kind = KINDS[0];
    this.words = '';
    /** The question about words that close was answered: leave it so. */ this.isLeft = false;
    /** A time that is being chosen: `YYYY-MM-DD` and `HH:MM`, as inputs give them; null while none is. @type {string|null} */ this.day =
      null;
    this.time = '19:00';
    /** So many of what was agreed before are shown. */ this.most = SHOWN;
  }

  connectedCallback() {
    super.connectedCallback();
    const carriers = [...new Set(this.app.attune.retreats.carried().map(({ practice }) => practice))];
    void text()
      .load(...carriers.filter((practice) => practice !== 'daily-check-in'))
      .then(() => this.requestUpdate());
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT);
    if (draft) [this.kind, this.words] = draft;
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const { pair } = this.app.attune;
    return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('retreat-title')}</h1></header>
      ${troubleNotice(this.app)}
      ${changeCard(this.app)} ${this.#stuck()} ${this.#gather()} ${this.#gathered()}
      ${pair ? qt`${this.#threads()} ${this.#when()}` : d}
      ${this.app.attune.retreats.wasLongAgo ? qt`<p class="label soft">${t('retreat-pick-up')}</p>` : d}
      <a class="btn primary big wide" href="#/live/weekly-retreat">${t('retreat-begin')}</a>
      ${this.#earlier()}
    </div></main>`;
  }

  #stuck() {
    if (!this.app.attune.retreats.isStuck || !this.app.attune.offers.isWelcome('stuck')) return d;
    return qt`<article class="card calm"><div class="stack"><h2>${t('retreat-stuck')}</h2><p class="label soft">${t('retreat-stuck-small')}</p></div>
      <div class="line"><a class="btn line" href="#/live/shared-problem-solving">${t('retreat-us-and-this')}</a><a class="btn line" href="#/help">${t('practice-help')}</a></div>
      ${whyThis(this.app, [{ id: 'stuck', title: t('retreat-stuck') }])}</article>`;
  }

  // ---- gathering

  #gather() {
    const hasWords = this.words.trim() !== '';
    const { pair } = this.app.attune;
    return qt`<section class="stack">
      <h2 class="section">${t('retreat-bring')}</h2>
      ${segments({
        label: t('retreat-kind'),
        value: this.kind,
        options: KINDS.map((kind) => ({ value: kind, label: t(RAISED_IN[kind]?.[1] ?? '') })),
        pick: (kind) => this.#type(kind, this.words),
      })}
      ${textField({ id: 'gather', label: t('retreat-bring'), isLabelHidden: true, value: this.words, max: LINE_CHARS, isLong: true, input: (words) => this.#type(this.kind, words) })}
      ${this.#isWide && !this.isLeft ? qt`<div class="line"><p class="label notice-line" role="status">${t('weekly-retreat-wide')}</p><button class="btn text" @click=${() => (this.isLeft = true)}>${t('weekly-retreat-wide-leave')}</button></div>` : d}
      ${lockLine(pair ? t('retreat-only-you', { name: this.#name }) : t('retreat-only-you-alone'))}
      <button class="btn line" ?disabled=${!hasWords} @click=${() => void this.#keep()}>${t('retreat-keep')}</button>
    </section>`;
  }

  /** Words that close rather than open; a question, never a block. */
  get #isWide() {
    const words = this.words.toLowerCase();
    return t('weekly-retreat-wide-words')
      .split(',')
      .some((wide) => words.includes(wide.trim()));
  }

  /** @param {(typeof KINDS)[number]} kind @param {string} words */
  #type(kind, words) {
    this.kind = kind;
    this.words = words;
    this.setDraft(DRAFT, words ? [kind, words] : null);
  }

  async #keep() {
    const { attune } = this.app;
    if (!this.words.trim()) return;
    await attune.attempt(() => attune.retreats.gather(this.kind, this.words));
    if (attune.trouble) return;
    this.isLeft = false;
    this.#type(this.kind, '');
  }

  #gathered() {
    const { attune } = this.app;
    const { retreats, sessions } = attune;
    const row = (
      /** @type {string} */ small,
      /** @type {string} */ words,
      /** @type {() => Promise<void>} */ letGo,
    ) => qt`<li class="card mine">
      <div class="stack"><p class="small soft">${small}</p><p class="said">${words}</p></div>
      <button class="btn text push" aria-label=${`${t('retreat-let-go')}: ${words}`} @click=${() => void attune.attempt(letGo)}>${t('retreat-let-go')}</button></li>`;
    const [gathered, carried] = [retreats.gathered(), retreats.carried()];
    return qt`
      ${gathered.length > 0 ? qt`<h2 class="section">${t('retreat-gathered')}</h2><ul class="lines">${gathered.map(({ id, kind, text: words }) => row(t(RAISED_IN[kind]?.[1] ?? ''), words, () => retreats.letGo(id)))}</ul>` : d}
      ${
        carried.length > 0
          ? qt`<h2 class="section">${t('retreat-carried')}</h2><ul class="lines">${carried.map(({ id, practice, text: words, at }) =>
              row(
                `${t('weekly-retreat-carried-from', { title: t(practice === 'daily-check-in' ? 'check-in-title' : `${practice}-title`) })}, ${shortDate(at)}`,
                words,
                () => sessions.putDown(id),
              ),
            )}</ul>`
          : d
      }
    `;
  }

  // ---- of both

  #threads() {
    const { attune } = this.app;
    const threads = attune.retreats.threads();
    if (threads.length === 0) return d;
    const from = (/** @type {import('../../app/retreats.js').Thread} */ thread) =>
      thread.from === 'trial'
        ? t('retreat-thread-trial')
        : thread.from === 'look-again'
          ? t('retreat-thread-look-again')
          : thread.isMine
            ? t('retreat-thread-mine')
            : t('retreat-thread-theirs', { name: this.#name });
    return qt`<h2 class="section">${t('retreat-threads')}</h2><ul class="lines">${threads.map(
      (thread) => qt`<li class="card"><div class="stack"><p class="small soft">${from(thread)}</p><p class="said">${thread.text}</p></div>
        ${thread.isMine ? qt`<button class="btn text push" aria-label=${`${t('retreat-let-go')}: ${thread.text}`} @click=${() => void attune.attempt(() => attune.retreats.letThreadGo(thread.id))}>${t('retreat-let-go')}</button>` : d}</li>`,
    )}</ul>`;
  }

  #when() {
    const { attune } = this.app;
    const meeting = attune.retreats.meeting();
    const time = meeting ? timeAhead(meeting.at, { isFar: true }) : '';
    const chooses = this.day !== null;
    return qt`<section class="stack">
      <h2 class="section">${t('retreat-when')}</h2>
      ${
        meeting
          ? qt`<p class="lead">${meeting.isAgreed ? t('retreat-when-agreed', { time }) : meeting.isMine ? t('retreat-when-mine', { time, name: this.#name }) : t('retreat-when-theirs', { time, name: this.#name })}</p>`
          : d
      }
      ${
        chooses
          ? this.#choosing()
          : qt`<div class="line">
              ${meeting?.isAgreed ? qt`<button class="btn line" @click=${() => intoCalendar(this.app, meeting.at)}>${t('retreat-into-calendar')}</button>` : d}
              ${meeting && !meeting.isAgreed && !meeting.isMine ? qt`<button class="btn primary" @click=${() => void attune.attempt(() => attune.retreats.sayYes(meeting))}>${t('retreat-yes')}</button>` : d}
              ${meeting && !meeting.isAgreed && meeting.isMine ? qt`<button class="btn text" @click=${() => void attune.attempt(() => attune.retreats.takeBackTime(meeting.id))}>${t('retreat-take-back')}</button>` : d}
              <button class="btn line" @click=${() => (this.day = '')}>${t('retreat-other-time')}</button></div>`
      }
    </section>`;
  }

  #choosing() {
    const { attune } = this.app;
    const when = { day: this.day ?? '', time: this.time };
    const at = atOf(when);
    const propose = async () => {
      await attune.attempt(() => attune.retreats.propose(at));
      if (!attune.trouble) this.day = null;
    };
    return qt`${whenFields('retreat', when, (said) => Object.assign(this, said))}
      <p class="small soft">${t('retreat-when-small')}</p>
      <div class="line"><button class="btn primary" ?disabled=${!(at > attune.now())} @click=${() => void propose()}>${t('retreat-propose')}</button>
        <button class="btn text" @click=${() => (this.day = null)}>${t('cancel')}</button></div>`;
  }

  #earlier() {
    const earlier = [...most(this.app.attune.retreats.earlier(), this.most + 1)];
    if (earlier.length === 0) return d;
    return qt`<h2 class="section">${t('retreat-earlier')}</h2><ul class="rows">${earlier
      .slice(0, this.most)
      .map(
        ({ session, text: words, at }) =>
          qt`<li><a class="what" href="#/session/${session}"><b class="said">${words}</b><span class="label soft">${t('retreat-since', { date: shortDate(at) })}</span></a>${icon('chevron-right', 's')}</li>`,
      )}</ul>${earlier.length > this.most ? qt`<button class="btn line wide" @click=${() => (this.most += SHOWN)}>${t('more')}</button>` : d}`;
  }
}
customElements.define('retreat-screen', RetreatScreen);
