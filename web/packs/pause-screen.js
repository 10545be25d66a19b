import { troubleNotice, tryOf, NOTES_OF } from './today.js';
import { Screen, t, clockTime, moveRadio, timeAhead, qt, d, bar, notice, icon, textField, lockLine } from './main.js';
import { breath } from './breath.js';
import { thanksPage } from './thanks-page.js';

const MINUTE_MS = 60_000;
const IN_MINUTES = [20, 30, 60];
/** Tomorrow by seven in the evening, when that is within a day; else this time tomorrow. */
const TOMORROW_HOUR = 19;
const TOOLS = /** @type {const} */ ([
  ['walk', 'footprints'],
  ['music', 'music'],
  ['sit', 'square'],
  ['write', 'lock'],
]);
const CUES = 9;
const IDEAS = 4;
const NOTE_LINES = /** @type {const} */ ([
  ['feeling', 'pause-feeling', 'pause-feeling-placeholder', 60],
  ['body', 'pause-body', '', 60],
  ['need', 'pause-need', '', 60],
  ['note', 'pause-write-prompt', 'pause-note-placeholder', 500],
]);
/** Whoever finds the pause so long after it was called was away from it. */
const AWAY_MS = MINUTE_MS;
/** Where two who are ready meet again. */
const AFTER = '#/live/pause-in-conflict';

/** @param {number} now @returns {number} ms */
function tomorrowBy(now) {
  const then = new Date(now);
  then.setDate(then.getDate() + 1);
  then.setHours(TOMORROW_HOUR, 0, 0, 0);
  return Math.min(then.getTime(), now + 24 * 60 * MINUTE_MS);
}

/** Calling a pause, the time in it, and coming back. It needs no network and nobody else. */
class PauseScreen extends Screen {
  static properties = {
    ...Screen.properties,
    chosen: { state: true },
    tool: { state: true },
    cue: { state: true },
    choosing: { state: true },
    ended: { state: true },
    signal: { state: true },
    kindWord: { state: true },
  };

  constructor() {
    super();
    this.chosen = 1;
    /** @type {string|null} */ this.tool = null;
    this.cue = 0;
    /** A later time is looked for. */ this.choosing = false;
    /** The pause that ended just now, while its notes wait. @type {{id: string, next: string}|null} */ this.ended = null;
    /** @type {string|null} words typed for the signal */ this.signal = null;
    /** Out of the jar, once asked for; or not wanted this time. @type {import('../../app/thanks.js').FromJar|'no'|null} */ this.kindWord =
      null;
    this.openedAt = Date.now();
    /** @type {number|undefined} */ this.ticking;
  }

  connectedCallback() {
    super.connectedCallback();
    this.openedAt = this.app.attune.now();
    this.ticking = window.setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.clearInterval(this.ticking);
  }

  get #names() {
    const { pair } = this.app.attune;
    return { you: pair?.me.name ?? '', name: pair?.them.name ?? '' };
  }

  render() {
    const { pauses } = this.app.attune;
    const { current } = pauses;
    if (this.ended) return this.#notesLeft(this.ended);
    if (this.params[0] === 'words' && this.app.attune.pair) return this.#words();
    if (!current) return this.#call();
    return this.#during(current);
  }

  updated() {
    const { pauses } = this.app.attune;
    const last = pauses.all()[0];
    if (!this.ended && last?.areBothReady && this.#wasWaitingFor === last.id) void this.#end(last.id, AFTER);
    this.#wasWaitingFor = pauses.current?.id ?? '';
    this.#ring(pauses.current);
  }

  /** One bell at the time, for whoever has the pause open. @param {import('../../app/pauses.js').Pause|null} pause */
  #ring(pause) {
    const now = this.app.attune.now();
    if (pause && now < pause.untilMs) this.#rings = `${pause.id}/${pause.untilMs}`;
    else if (pause && this.#rings === `${pause.id}/${pause.untilMs}`) {
      this.#rings = '';
      this.app.cues.play('bell', this.app.attune.preferences);
    }
  }

  #rings = '';

  #wasWaitingFor = '';

  // ---- calling it

  /** @param {number} [fromMs] the time that holds now: a later one is looked for */
  #times(fromMs = 0) {
    const now = this.app.attune.now();
    const base = Math.max(now, fromMs);
    return [
      ...IN_MINUTES.map((minutes) => ({
        label: minutes === 60 ? t('pause-in-an-hour') : t('pause-in-minutes', { minutes }),
        untilMs: base + minutes * MINUTE_MS,
      })),
      { label: t('pause-tomorrow', { time: clockTime(tomorrowBy(now)) }), untilMs: tomorrowBy(now) },
    ].filter(({ untilMs }) => untilMs > fromMs && untilMs <= now + 24 * 60 * MINUTE_MS);
  }

  /** @param {string} [label] @param {number} [fromMs] */
  #timeChoice(label = t('pause-call-when'), fromMs = 0) {
    return qt`<div class="times" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
      ${this.#times(fromMs).map(
        (
          { label: words, untilMs },
          i,
        ) => qt`<button type="button" role="radio" aria-checked=${this.chosen === i ? 'true' : 'false'} tabindex=${this.chosen === i ? '0' : '-1'}
          @click=${() => (this.chosen = i)}><b>${words}</b><span>${timeAhead(untilMs)}</span></button>`,
      )}</div>`;
  }

  #call() {
    const { attune } = this.app;
    const { signal } = attune.pauses;
    const time = timeAhead(this.#times()[this.chosen]?.untilMs ?? 0);
    return qt`
      <main class="screen flow">
        ${bar({ close: () => this.app.back(), hasPause: false })}
        <div class="body stack">
          ${this.#passed()}
          ${this.#notesOfBefore()}
          <div class="stack"><h1 class="prompt">${t('pause-call')}</h1><p class="lead">${t('pause-call-small')} ${t('pause-call-when')}</p></div>
          ${this.#timeChoice()}
          ${attune.pair ? notice('message-circle-off', qt`${t('pause-carries-nothing')} ${t('pause-call-aloud')}`) : d}
          ${signal.agreed ? qt`<p class="lead">${t('pause-call-signal', { signal: signal.agreed })}</p>` : attune.pair ? qt`<p class="label"><a href="#/pause/words">${t('pause-signal')}</a></p>` : d}
          ${this.#outside()}
          ${troubleNotice(this.app)}
        </div>
        <div class="foot"><button class="btn primary big wide" @click=${() => void this.#callIt()}>${t('pause-until', { time })}</button></div>
      </main>
    `;
  }

  /** A pause whose time went by and that nobody came back from. */
  #passed() {
    const { pauses } = this.app.attune;
    const { passed } = pauses;
    if (!passed) return d;
    const leave = async (/** @type {string} */ next) => {
      await this.app.attune.attempt(() => pauses.leave(passed.id));
      if (!this.app.attune.trouble && next) this.app.go(next);
    };
    return qt`<section class="card calm stack"><p class="lead">${t('pause-passed')}</p><div class="line">
      <button class="btn primary" @click=${() => void leave(AFTER)}>${t('pause-take-up')}</button>
      <button class="btn line" @click=${() => void leave('')}>${t('pause-leave')}</button></div></section>`;
  }

  /** Of a pause that was not talked about since. */
  #notesOfBefore() {
    const { left } = this.app.attune.pauses;
    return left
      ? qt`<button class="btn text" @click=${() => (this.ended = { id: left.id, next: '#/today' })}>${icon('lock', 's')}${t('pause-notes-before')}</button>`
      : d;
  }

  async #callIt() {
    const { attune } = this.app;
    const { untilMs } = this.#times()[this.chosen] ?? { untilMs: 0 };
    await attune.attempt(() => attune.pauses.call(untilMs));
    this.openedAt = attune.now();
    this.app.announce(t('pause-reader', { time: timeAhead(untilMs) }));
  }

  /** Two in a day, and fear: help that nobody else is shown. */
  #outside() {
    return qt`
      ${this.app.attune.pauses.areTwoInADay ? qt`<p class="lead">${t('pause-twice')} <a href="#/help">${t('pause-outside')}</a></p>` : d}
      <p class="label soft"><a href="#/help">${t('practice-afraid')}</a></p>
    `;
  }

  // ---- the words agreed in a calm hour

  #words() {
    const { attune } = this.app;
    const { agreed, mine, theirs } = attune.pauses.signal;
    const words = this.signal ?? (mine || theirs);
    return qt`
      <main class="screen flow">
        ${bar({ back: () => this.app.back() })}
        <div class="body stack">
          <h1 class="prompt">${t('pause-signal')}</h1>
          <p class="lead">${t('pause-signal-agree')}</p>
          ${textField({ id: 'signal', label: t('pause-signal'), isLabelHidden: true, value: words, max: 60, placeholder: t('pause-signal-placeholder'), input: (value) => (this.signal = value) })}
          <div class="chips">${Array.from({ length: IDEAS }, (_, i) => t(`pause-signal-idea-${i + 1}`)).map((idea) => qt`<button class="chip" @click=${() => (this.signal = idea)}>${idea}</button>`)}</div>
          ${agreed ? notice('check', t('pause-call-signal', { signal: agreed })) : mine ? qt`<p class="label soft">${t('pause-signal-waiting', this.#names)}</p>` : d}
          ${troubleNotice(this.app)}
        </div>
        <div class="foot"><button class="btn primary big wide" ?disabled=${!words.trim()} @click=${() => void attune.attempt(() => attune.pauses.agree(words)).then(() => (this.signal = null))}>${t('pause-signal-yes')}</button></div>
      </main>
    `;
  }

  // ---- the time in it

  /** @param {import('../../app/pauses.js').Pause} pause */
  #during(pause) {
    const { attune } = this.app;
    const time = timeAhead(pause.untilMs);
    const isTime = attune.now() >= pause.untilMs;
    return qt`
      <main class="screen hush">
        <div class="top">
          ${bar({ close: () => this.app.go('#/today'), hasPause: false })}
          ${isTime ? qt`<h1 class="prompt">${t('pause-return', { time })}</h1>` : qt`<h1 class="label">${t('pause-back-together')}</h1><p class="time">${time}</p>`}
          <p class="soft label">${this.#beneathTime(pause, time, isTime)}</p>
          ${this.#nextTry()}
          ${this.#isCutOff ? qt`<p class="label">${isTime ? t('pause-return-aloud', { time }) : t('pause-show', { time })}</p>` : d}
        </div>
        <div class="mid">${this.tool === null ? breath({ nowMs: attune.now(), startedAtMs: this.openedAt, inSeconds: 5, outSeconds: 5, words: [t('pause-breathe-in'), t('pause-breathe-out')] }) : this.#tool(pause)}</div>
        <div class="foot">
          ${troubleNotice(this.app)}
          ${this.choosing ? this.#later() : qt`${this.#fromJar()} ${this.#tools()}`}
          <div class="line">
            <button class="btn line big" @click=${() => (this.choosing = !this.choosing)}>${t(this.choosing ? 'back' : isTime ? 'pause-not-yet' : 'live-longer')}</button>
            <button class="btn primary big" ?disabled=${pause.isReady} @click=${() => void this.#ready(pause)}>${t('live-i-am-ready')}</button>
          </div>
          ${isTime && !this.choosing ? qt`<button class="btn text" @click=${() => void this.#rest()}>${t('pause-leave-today')}</button>` : d}
          ${this.#outside()}
        </div>
      </main>
    `;
  }

  /** @param {import('../../app/pauses.js').Pause} pause @param {string} time @param {boolean} isTime */
  #beneathTime(pause, time, isTime) {
    if (pause.isReady) return t('pause-ready-alone');
    if (isTime) return this.#areFamily ? t('pause-family') : t('pause-afraid');
    return this.openedAt - pause.at > AWAY_MS ? t('pause-still', { time }) : t('pause-carries-nothing');
  }

  /** What this person wanted to try the next time: their own, on their own phone. */
  #nextTry() {
    const { revisits } = this.app.attune;
    return revisits.nowTry
      ? qt`<p class="label">${t('revisits-your-try')}: <span class="said">${tryOf(revisits.nowTry)}</span></p>`
      : d;
  }

  /** No network: then it is said aloud, or shown. */
  get #isCutOff() {
    const { attune } = this.app;
    return attune.pair !== null && attune.sync.state === 'offline';
  }

  get #areFamily() {
    const { pair } = this.app.attune;
    return pair?.me.relationship === 'family' && pair.them.relationship === 'family';
  }

  /** Only after a yes in settings, and only where something lies in the jar. */
  #fromJar() {
    const { attune } = this.app;
    const out = this.kindWord;
    if (!attune.preferences.kindWords || out === 'no') return d;
    if (out !== null)
      return qt`<div class="jarred stack" role="status">${thanksPage(out.page, 'shown')}
        <button class="chip" @click=${() => (this.kindWord = 'no')}>${t('jar-back')}</button></div>`;
    if (attune.fromJar() === null) return d;
    return qt`<div class="line jar-offer"><span class="label">${t('jar-in-a-pause')}</span>
      <button class="chip" @click=${() => (this.kindWord = attune.fromJar())}>${t('jar-take-out')}</button>
      <button class="chip" @click=${() => (this.kindWord = 'no')}>${t('practice-no')}</button></div>`;
  }

  #tools() {
    return qt`<div class="chips">
      ${TOOLS.map(
        ([tool, name]) =>
          qt`<button class="chip" aria-pressed=${this.tool === tool ? 'true' : 'false'} @click=${() => (this.tool = this.tool === tool ? null : tool)}>${icon(name, 's')}${t(`pause-${tool}`)}</button>`,
      )}
      <button class="chip" @click=${() => (this.cue = (this.cue % CUES) + 1)}>${t('pause-cue-show')}</button>
    </div>
    ${this.cue > 0 ? qt`<p class="lead" role="status">${t(`pause-cue-${this.cue}`)}</p>` : d}`;
  }

  /** @param {import('../../app/pauses.js').Pause} pause */
  #tool(pause) {
    if (this.tool === 'walk') return qt`<p class="prompt">${t('pause-walk-line')}</p>`;
    if (this.tool === 'music') return qt`<p class="prompt">${t('pause-music-line')}</p>`;
    if (this.tool === 'sit') return qt`<p class="prompt">${t('pause-cue-6')}</p>`;
    const kept = this.#draft(pause.id);
    return qt`<div class="stack notes">
      <p class="prompt">${t('pause-write-prompt')}</p>${lockLine(t('pause-write-small'))}
      ${NOTE_LINES.map(([name, label, placeholder, max]) =>
        textField({
          id: `pause-${name}`,
          label: t(label),
          value: kept[name] ?? '',
          max,
          isLong: max > 90,
          placeholder: placeholder ? t(placeholder) : '',
          input: (value) => {
            this.setDraft(NOTES_OF + pause.id, Object.entries({ ...this.#draft(pause.id), [name]: value }));
            this.requestUpdate();
          },
        }),
      )}
    </div>`;
  }

  /** @param {string} id @returns {Record<string, string>} */
  #draft(id) {
    return this.app.attune.pauses.notesOf(id);
  }

  /** A later time, once for each; or the matter rests for today. */
  #later() {
    const { attune } = this.app;
    const { current } = attune.pauses;
    const set = () => {
      const { untilMs } = this.#times(current?.untilMs)[this.chosen] ?? { untilMs: 0 };
      this.choosing = false;
      void attune.attempt(() => attune.pauses.longer(untilMs));
    };
    return qt`
      ${
        current?.canLonger
          ? qt`<p class="label">${t('pause-longer-when')}</p>${this.#timeChoice(t('pause-longer-when'), current.untilMs)}
              <button class="btn line big wide" @click=${set}>${t('pause-longer-set')}</button>`
          : qt`<p class="label">${t('pause-longer-used', { time: timeAhead(current?.untilMs ?? 0) })}</p>`
      }
      <button class="btn text" @click=${() => void this.#rest()}>${t('pause-leave-today')}</button>
    `;
  }

  // ---- coming back

  /** @param {import('../../app/pauses.js').Pause} pause */
  async #ready(pause) {
    const { attune } = this.app;
    this.#wasWaitingFor = pause.id;
    await attune.attempt(() => attune.pauses.ready());
  }

  async #rest() {
    const { attune } = this.app;
    const { current } = attune.pauses;
    if (!current) return;
    await attune.attempt(() => attune.pauses.leave());
    if (!attune.trouble) await this.#end(current.id, '#/today');
  }

  /** @param {string} id @param {string} next place */
  async #end(id, next) {
    const isTalkNext = next === AFTER && this.app.attune.pair !== null; // which has them at hand, and asks at its end
    if (!isTalkNext && this.app.attune.pauses.left?.id === id) this.ended = { id, next };
    else this.app.go(next);
  }

  /** @param {{id: string, next: string}} ended */
  #notesLeft({ id, next }) {
    const { attune } = this.app;
    const fields = Object.fromEntries(Object.entries(this.#draft(id)).filter(([, words]) => words.trim()));
    const leave = async (/** @type {boolean} */ isKept) => {
      if (isKept)
        await attune.attempt(() => attune.sessions.keep({ record: id, practice: 'pause-in-conflict', day: attune.today(), fields }));
      if (attune.trouble) return;
      await attune.drafts.clear(NOTES_OF + id);
      this.app.go(next);
    };
    return qt`
      <main class="screen flow">
        ${bar({ hasPause: false })}
        <div class="body stack"><h1 class="prompt">${t('pause-notes')}</h1>${lockLine(t('pause-write-small'))}
          ${Object.values(fields).map((words) => qt`<article class="card mine"><p class="said">${words}</p></article>`)}
          ${troubleNotice(this.app)}</div>
        <div class="foot"><button class="btn line big wide" @click=${() => void leave(false)}>${t('live-erase')}</button>
          <button class="btn line big wide" @click=${() => void leave(true)}>${t('live-keep-for-me')}</button></div>
      </main>
    `;
  }
}
customElements.define('pause-screen', PauseScreen);

export { tomorrowBy };
