import { LIMIT } from '../../core/check-in.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { icon, mark, who } from '../parts/icon.js';
import { bar, lockLine, notice, segments, textField } from '../parts/page-parts.js';
import { ring } from '../parts/ring.js';
import { skies } from '../parts/skies.js';
import { troubleNotice } from '../parts/trouble.js';
import { noteSeenLines, openDay } from '../seen-lines.js';
import { clockTime, listed, t, text } from '../text.js';
import { loadVocabulary, phraseText, skyName, spokenSide, wordsText } from '../words.js';
import { TABLE_DRAFTS } from './check-in-screen.js';

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {import('../../core/practice-view.js').Button} Button
 * @typedef {{you: string, name: string}} Args
 */

const MINUTES = { short: 6, usual: 8, long: 10, none: 0 };
const PAUSE_CHOICES_MIN = [30, 60, 180];
/** What is typed in a session and not sent yet: a topic to park, a question of one's own. */
const DRAFT = 'live/';
const SETTLING_MS = 450;
/** Tones and bells, once each, however often the screen is left and found again. */
const PLAYED = new Set();

/** Side by side: the invitation, then the practice as the engine shows it to this person. */
class LiveScreen extends Screen {
  static properties = {
    ...Screen.properties,
    vocabulary: { state: true },
    mode: { state: true },
    starter: { state: true },
    parked: { state: true },
    isChoosingTime: { state: true },
    own: { state: true },
    isSettling: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {'live'|'one-phone'|'own-time'} */ this.mode = 'live';
    /** @type {0|1|null} */ this.starter = null;
    this.parked = '';
    this.own = '';
    this.isChoosingTime = false;
    /** Just turned by a tap: the second tap of a double one is not meant for what stands there now. */ this.isSettling = false;
    this.spoken = '';
    /** @type {number|undefined} */ this.ticking;
    this.coverWhenHidden = () => void (document.visibilityState === 'hidden' && this.app.attune.live.cover());
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.app.attune.pair) {
      location.replace('#/check-in'); // alone there is nobody to meet, and the check-in is whole
      return;
    }
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    document.addEventListener('visibilitychange', this.coverWhenHidden);
    this.ticking = window.setInterval(() => this.app.attune.live.session && this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.coverWhenHidden);
    void this.app.attune.live.cover();
    window.clearInterval(this.ticking);
    this.app.cues.maySleep();
    delete document.documentElement.dataset['rest'];
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT + this.app.attune.pairName);
    if (draft) [this.parked, this.own] = draft;
  }

  updated() {
    const view = this.app.attune.live.view();
    document.documentElement.dataset['rest'] = view?.isResting ? 'on' : 'off';
    if (!view || view.isClosed) return;
    void this.app.cues.stayAwake();
    const sound = `${this.app.attune.live.session?.record}/${view.sound?.key}`;
    if (view.sound && !PLAYED.has(sound)) {
      PLAYED.add(sound);
      this.app.cues.play(view.sound.kind, this.app.attune.preferences);
    }
    if (view.phase === 'open') {
      openDay(this.app.attune, this.#day.day);
      noteSeenLines(this.app.attune, this.#day.day);
    }
    this.#speak(view);
    this.#passWeather(view);
  }

  render() {
    const { live, pair } = this.app.attune;
    const view = live.view();
    if (!pair) return nothing;
    if (live.invitation) return this.#invited(live.invitation);
    if (!view) return this.#setUp();
    if (view.isClosed) return this.#closed();
    if (view.phase === 'weather' && !view.paused && !view.stopped && !view.sheet && !view.cover && !this.#isWeatherDone())
      return this.#weather(view);
    if (view.phase === 'open' && !view.paused && !view.stopped && !view.sheet) return this.#open(view);
    return this.#turnView(view);
  }

  /** `you` reads, `name` is the other. On one phone the reader is whoever holds it or speaks. */
  get #names() {
    const { live } = this.app.attune;
    const view = live.view();
    return this.#namesOf(view?.cover?.to ?? view?.person ?? live.me);
  }

  /** @param {0|1} person of the engine */
  #namesOf(person) {
    const { live, pair } = this.app.attune;
    const me = pair?.me.name ?? '';
    const them = pair?.them.name ?? '';
    return person === live.me ? { you: me, name: them } : { you: them, name: me };
  }

  /** @param {import('../../core/practice-view.js').Message|null} message @param {Args} [names] */
  #say(message, names = this.#names) {
    if (!message) return '';
    const { time } = message.args;
    return t(message.id, { ...names, ...(time === undefined ? {} : { time: clockTime(time) }) });
  }

  // ---- before

  #setUp() {
    const { attune } = this.app;
    const { pair } = attune;
    const starter = this.starter ?? attune.live.nextStarter;
    const me = (pair?.me.person ?? 1) - 1;
    const timers = attune.preferences.timers;
    return html`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack">
          <h1 class="prompt">${t('check-in-title')}</h1>
          <p class="lead">${t('check-in-promise')}</p>
          <p class="label soft">${MINUTES[timers] ? t('live-minutes', { minutes: MINUTES[timers] }) : t('live-length-none')}</p>
          ${segments({
            label: t('live-length-label'),
            value: timers,
            options: /** @type {const} */ (['short', 'usual', 'long', 'none']).map((value) => ({
              value,
              label: t(`live-length-${value}`),
            })),
            pick: (value) => void attune.attempt(() => attune.setPreference('timers', value)),
          })}
          ${segments({
            label: t('live-mode-label'),
            value: this.mode,
            options: [
              { value: 'live', label: t('live-mode-two-phones') },
              { value: 'one-phone', label: t('live-mode-one-phone') },
              { value: 'own-time', label: t('live-mode-own-time') },
            ],
            pick: (value) => (this.mode = value),
          })}
          ${
            this.mode === 'own-time'
              ? html`<p class="label soft">${t('weather-kept-until')}</p>`
              : html`<div class="line"><p class="label">${starter === me ? t('live-you-begin') : t('live-they-begin', this.#names)}</p>
                <button class="btn text" @click=${() => (this.starter = starter === 0 ? 1 : 0)}>${t('live-swap')}</button></div>`
          }
          ${this.mode === 'one-phone' ? lockLine(t('live-one-phone-private')) : nothing}
          <details class="card flat"><summary>${t('live-why')}</summary><p class="label">${t('live-check-in-why')}</p></details>
          <details class="card flat"><summary>${t('live-source')}</summary><p class="label">${t('live-check-in-source')}</p></details>
          <details class="card flat"><summary>${t('live-kept')}</summary><p class="label">${t('live-check-in-kept', this.#names)}</p></details>
          ${troubleNotice(this.app)}
        </div>
        <div class="foot"><button class="btn primary big wide" @click=${() => this.#begin(starter)}>${t('live-begin')}</button></div>
      </main>
    `;
  }

  /** @param {0|1} starter */
  async #begin(starter) {
    const { attune } = this.app;
    if (this.mode === 'own-time') {
      this.app.go('#/check-in');
      return;
    }
    const mode = this.mode;
    this.app.cues.play('tone', attune.preferences); // the tap that lets sound play later
    await attune.attempt(() => attune.live.begin({ length: attune.preferences.timers, mode, starter }));
  }

  /** @param {import('../../app/live.js').Invitation} invitation */
  #invited(invitation) {
    const { live } = this.app.attune;
    const minutes = MINUTES[invitation.length] || MINUTES.usual;
    return html`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack">
          <div class="face">${mark('they')}<h1>${t('live-invitation', { ...this.#names, title: t('check-in-title'), minutes })}</h1>
          <p class="label soft">${t('live-invitation-small')}</p></div>
        </div>
        <div class="foot">
          <button class="btn primary big wide" @click=${() => void this.app.attune.attempt(() => live.accept())}>${t('live-invitation-now')}</button>
          <button class="btn line wide" @click=${() => this.#decline(false)}>${t('live-another-time')}</button>
          <button class="btn text wide" @click=${() => this.#decline(true)}>${t('live-invitation-not-today')}</button>
        </div>
      </main>
    `;
  }

  /** @param {boolean} isForToday */
  async #decline(isForToday) {
    await this.app.attune.attempt(() => this.app.attune.live.decline(isForToday));
    this.app.go('#/today');
  }

  // ---- the weather, each alone

  get #day() {
    const { attune } = this.app;
    return attune.checkIns.day(attune.live.session?.day ?? attune.today());
  }

  #isWeatherDone() {
    const view = this.app.attune.live.view();
    return view ? view.buttons.every((each) => !['share', 'next'].includes(each.id)) : false;
  }

  /** Somebody who has shared, or kept, before the session began is past this already. @param {View} view */
  #passWeather(view) {
    if (view.phase !== 'weather' || this.app.attune.live.session?.mode === 'one-phone') return;
    const day = this.#day;
    const can = (/** @type {string} */ id) => view.buttons.some((button) => button.id === id);
    if (day.shared && !this.#isEditing && (can('next') || can('share'))) void this.#passAsShared();
  }

  get #isEditing() {
    return this.app.attune.drafts.get(`check-in/${this.#day.day}`) !== undefined;
  }

  async #passAsShared() {
    const { live } = this.app.attune;
    await live.send({ type: 'enough' });
    await live.send({ type: 'share', fields: [], goodNews: this.#day.shared?.goodNews === true });
  }

  /** @param {View} view */
  #weather(view) {
    const guest = view.person !== this.app.attune.live.me;
    return html`
      <check-in-screen .app=${this.app} .isGuest=${guest} .foot=${this.#always(view)}
        .finished=${(/** @type {boolean} */ hasShared, /** @type {boolean} */ isEmpty) => void this.#weatherDone(hasShared, isEmpty, guest)}></check-in-screen>
    `;
  }

  /** @param {boolean} hasShared @param {boolean} isEmpty @param {boolean} isGuest */
  async #weatherDone(hasShared, isEmpty, isGuest) {
    const { live } = this.app.attune;
    const by = /** @type {0|1} */ (isGuest ? 1 - live.me : live.me);
    const shared = isGuest ? this.#day.guest : this.#day.shared;
    await live.send({ type: 'enough', by });
    await live.send(hasShared ? { type: 'share', fields: [], goodNews: shared?.goodNews === true, by } : { type: 'share-nothing', by });
    if (!hasShared && isEmpty) await live.send({ type: 'done', by });
  }

  // ---- opened together

  /** @param {View} view */
  #open(view) {
    const day = this.#day;
    const { vocabulary } = this;
    const { name } = this.#names;
    const mine = day.shared;
    const theirs = day.theirs ?? this.app.attune.checkIns.theirsInSession(day.day) ?? day.guest;
    const side = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ each) => html`${who(whose, person)}
      ${each.sky ? html`<span class="sky-name">${skyName(vocabulary, each.sky)}</span>` : nothing}
      ${each.words?.length ? html`<span class="sky-words">${wordsText(vocabulary, each.words)}</span>` : nothing}`;
    const lines = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ each) =>
      each?.mattered || each?.worry
        ? html`<article class="card">${who(whose, person)}
            ${each.mattered ? html`<p class="said">${each.mattered}</p>` : nothing} ${each.worry ? html`<p class="said">${each.worry}</p>` : nothing}</article>`
        : nothing;
    return html`
      <main class="screen live full">
        <h1 class="vh">${phraseText(vocabulary, theirs?.sky ?? null, mine?.sky ?? null) || t('check-in-title')}</h1>
        ${skies({
          above: theirs?.sky ?? null,
          below: mine?.sky ?? null,
          state: 'rising',
          aboveText: theirs ? side('they', name, theirs) : nothing,
          belowText: mine ? side('you', t('you'), mine) : nothing,
          bead: phraseText(vocabulary, theirs?.sky ?? null, mine?.sky ?? null) || null,
        })}
        <div class="foot">
          ${troubleNotice(this.app)}
          ${view.isVoice && this.app.attune.live.session?.mode !== 'one-phone' ? notice('cloud-off', t('live-offline')) : nothing}
          ${view.isVoice && !theirs ? html`<p class="lead">${t('live-say-sky')}</p>` : nothing}
          ${lines('they', name, theirs)} ${lines('you', t('you'), mine)}
          ${view.buttons.map((button) => this.#button(button, true))}
        </div>
        ${this.#always(view)}
      </main>
    `;
  }

  // ---- turns

  /** @param {View} view */
  #turnView(view) {
    const { live } = this.app.attune;
    const isTable = live.session?.mode === 'one-phone';
    const day = this.#day;
    const theirSky = (day.theirs ?? day.guest)?.sky ?? null;
    const said = this.#say(view.prompt) || this.#say(view.cue);
    const prompt = said || this.#say(view.role);
    const small = this.#say(view.small);
    const isWaiting = view.phase === 'begin' && !live.isTogether && !view.sheet && !view.paused && !view.stopped;
    const timer = view.timer;
    const fraction = timer ? Math.min(1, timer.elapsedMs / timer.lengthMs) : null;
    const mine = view.rolePerson === live.me;
    const hasRing = view.rolePerson !== null && view.role !== null && view.cards.length === 0;
    return html`
      <main class="screen live ${view.isResting ? 'resting' : ''}" data-theme=${view.isResting ? 'dark' : nothing}>
        <div class="say">
          ${
            isTable && view.role && view.rolePerson !== null
              ? html`<p class="who">${mark('both')}${t('live-table-role', this.#names)}</p>`
              : view.role && said
                ? html`<p class="who">${view.rolePerson === null ? mark('both') : mark(mine ? 'you' : 'they')}${this.#say(view.role)}</p>`
                : nothing
          }
          <h1 class="prompt">${prompt || t('check-in-title')}</h1>
          ${small ? html`<p class="label soft">${small}</p>` : nothing}
          ${view.cover ? lockLine(t('live-one-phone-private')) : nothing}
          ${isTable && view.role && view.rolePerson !== null ? this.#tableOther() : nothing}
          ${view.notice ? html`<p class="label notice-line" role="status">${this.#say(view.notice)}</p>` : nothing}
          ${isWaiting ? this.#otherWays() : nothing}
          ${isWaiting && live.isDeclined ? notice('info', t('live-not-today')) : nothing}
          ${view.isVoice && !isTable && !view.paused && !view.stopped ? notice('cloud-off', t('live-offline')) : nothing}
          ${this.#cards(view)} ${this.#fields(view)}
          ${troubleNotice(this.app)}
        </div>
        ${
          hasRing
            ? ring({
                turn: mine ? 'you' : 'they',
                fraction,
                above: theirSky,
                below: day.shared?.sky ?? null,
                label: timer ? t('live-time-left', { part: partOf(fraction ?? 0) }) : t('live-length-none'),
              })
            : html`<div class=${view.cards.length > 0 || view.sheet ? 'line-only' : 'quiet'}><hr class="horizon" /></div>`
        }
        <div class="foot">
          ${view.isResting ? html`<p class="label rest">${t(this.app.attune.preferences.eyeContact ? 'live-rests-together' : 'live-rests-free')}</p>` : nothing}
          ${this.isChoosingTime ? this.#times() : nothing}
          ${this.#urges(view)}
          ${this.isChoosingTime ? nothing : view.buttons.map((button) => this.#button(button))}
        </div>
        ${this.#always(view)}
      </main>
    `;
  }

  /** The other is not there yet: the ways that need nobody. */
  #otherWays() {
    const ways = /** @type {const} */ ([
      ['live-mode-own-time', '#/check-in', null],
      ['live-mode-one-phone', null, 'one-phone'],
      ['live-another-time', '#/today', null],
    ]);
    return html`<div class="chips">${ways.map(([label, place, mode]) => html`<button class="chip" @click=${() => this.#goOtherWay(place, mode)}>${t(label)}</button>`)}</div>`;
  }

  /** @param {string|null} place @param {'one-phone'|null} mode */
  async #goOtherWay(place, mode) {
    const { attune } = this.app;
    const starter = this.starter ?? attune.live.nextStarter;
    await attune.attempt(() => attune.live.leave());
    for (const key of Object.values(TABLE_DRAFTS)) await attune.drafts.clear(key);
    if (mode) await attune.attempt(() => attune.live.begin({ length: attune.preferences.timers, mode, starter }));
    else if (place) this.app.go(place);
  }

  /** One phone on the table: the other half of the screen says what the listener may do. */
  #tableOther() {
    const { live } = this.app.attune;
    const across = /** @type {0|1} */ (live.view()?.person === 0 ? 1 : 0);
    const other = live.view(across);
    const words = this.#say(other?.cue ?? other?.prompt ?? null, this.#namesOf(across));
    return words ? html`<p class="lead table-other">${words}</p>` : nothing;
  }

  /** @param {View} view */
  #cards(view) {
    if (view.cards.length === 0) return nothing;
    return html`
      <ul class="cards">${view.cards.map((id) => html`<li class="card said">${t(id, this.#names)}</li>`)}</ul>
      ${textField({ id: 'own-question', label: t('live-my-own'), value: this.own, max: LIMIT.question, input: (value) => this.#type('own', value) })}
    `;
  }

  /** @param {View} view */
  #fields(view) {
    const field = view.fields.find(({ name }) => name === 'parked');
    if (!field) return nothing;
    return textField({
      id: 'parked',
      label: t('parked-prompt'),
      isLabelHidden: true,
      value: this.parked,
      max: LIMIT.parked,
      placeholder: t('parked-placeholder'),
      input: (value) => this.#type('parked', value),
    });
  }

  /** @param {'own'|'parked'} field @param {string} value */
  #type(field, value) {
    this[field] = value;
    this.setDraft(DRAFT + this.app.attune.pairName, [this.parked, this.own]);
  }

  /** @param {View} view */
  #urges(view) {
    const { urges } = view;
    if (!urges) return nothing;
    const isAsked = urges.chips.some(({ id }) => id === 'erase-urges');
    const isFirst = !isAsked && urges.tapped !== null && urges.tray.length === 1;
    const named = listed(urges.tray.map((id) => t(`live-urge-${id}`)));
    return html`
      <p class="label soft">${isAsked ? named : urges.tapped ? t('live-urge-noticed', this.#names) : t('live-urge-bar', this.#names)}</p>
      ${isAsked || isFirst ? lockLine(t('live-urge-first')) : nothing}
      <div class="urges">
        ${urges.chips.map((chip) => html`<button type="button" aria-pressed=${urges.tapped !== null && chip.event.urge === urges.tapped ? 'true' : 'false'} @click=${() => void this.#tapUrge(chip, named)}>${t(chip.message)}</button>`)}
      </div>
    `;
  }

  /** @param {Button} chip @param {string} named what was tapped, in words */
  async #tapUrge(chip, named) {
    const { attune } = this.app;
    if (chip.id === 'keep-urges') {
      await attune.attempt(() => attune.journal.save({ title: t('live-urges-kept'), text: named }));
      if (attune.trouble) return;
    }
    await attune.live.send(chip.event);
  }

  #times() {
    const now = this.app.attune.now();
    const pick = (/** @type {number} */ untilMs) => {
      this.isChoosingTime = false;
      void this.app.attune.live.send({ type: 'pause-until', untilMs });
    };
    return html`<div class="chips">${PAUSE_CHOICES_MIN.map((minutes) => html`<button class="chip" @click=${() => pick(now + minutes * 60_000)}>${clockTime(now + minutes * 60_000)}</button>`)}
      <button class="chip" @click=${() => (this.isChoosingTime = false)}>${t('back')}</button></div>`;
  }

  /** @param {Button} button @param {boolean} [isCompact] */
  #button(button, isCompact = false) {
    return html`<button class="btn ${button.primary ? 'primary' : button.id === 'stop' ? 'stop' : 'line'} ${isCompact && !button.primary ? '' : 'big'} wide" ?disabled=${this.isSettling}
      @click=${() => this.#press(button)}>${t(button.message, this.#namesFor(button))}</button>`;
  }

  /** Going on by voice, the listener taps "pass" too: the floor then goes to the one who taps. @param {Button} button */
  #namesFor(button) {
    const names = this.#names;
    const isListener = button.id === 'pass' && this.app.attune.live.view()?.hasFloor === false;
    return isListener ? { ...names, name: names.you } : names;
  }

  /** @param {View} view Pause and Stop, always at the foot */
  #always(view) {
    const { live } = this.app.attune;
    const has = (/** @type {string} */ id) => view.foot.some((button) => button.id === id);
    if (view.foot.length === 0) return nothing;
    return html`<div class="always">
      ${has('pause') ? html`<button class="btn hold big" @click=${() => void live.send({ type: 'pause' })}>${icon('place-pause')}${t('live-pause')}</button>` : html`<span></span>`}
      ${has('stop') ? html`<button class="btn line stop big" @click=${() => void live.send({ type: 'stop' })}>${icon('square')}${t('live-stop')}</button>` : nothing}
    </div>`;
  }

  /** @param {Button} button */
  async #press(button) {
    const { live, attune } = { live: this.app.attune.live, attune: this.app.attune };
    if (button.id === 'pause-until') {
      this.isChoosingTime = true;
      return;
    }
    if (button.id === 'help') {
      this.app.go('#/help');
      return;
    }
    if (button.id === 'park') {
      const { parked } = this;
      const day = live.session?.day ?? attune.today();
      if (parked.trim()) {
        await attune.attempt(() => attune.checkIns.park(day, parked));
        if (attune.trouble) return; // the words stay here until the phone has them
      }
      this.#type('parked', '');
      await live.send({ type: 'park', fields: [] });
      return;
    }
    const before = live.view()?.serial;
    await live.send(button.event);
    if (live.view()?.serial !== before) {
      this.isSettling = true;
      setTimeout(() => (this.isSettling = false), SETTLING_MS);
    }
    if (button.id === 'close' && live.view()?.isClosed) await this.#leave();
  }

  async #leave() {
    const { attune } = this.app;
    await attune.attempt(() => attune.live.leave());
    for (const key of [DRAFT + attune.pairName, ...Object.values(TABLE_DRAFTS)]) await attune.drafts.clear(key);
    this.app.go('#/today');
  }

  #closed() {
    void this.#leave();
    return html`<main class="screen"></main>`;
  }

  /** Role line, prompt or first cue, small line: once for each step. @param {View} view */
  #speak(view) {
    const isOpen = view.phase === 'open' && !view.paused && !view.stopped && !view.sheet;
    const skies = isOpen ? this.#openedSkies() : '';
    const key = `${view.serial}/${view.paused ? 'paused' : view.stopped ? 'stopped' : (view.sheet ?? '')}/${skies}`;
    if (key === this.spoken) return;
    this.spoken = key;
    const words = isOpen
      ? [skies]
      : [
          this.#say(view.role),
          view.reader ? t(view.reader, this.#names) : this.#say(view.prompt) || this.#say(view.cue),
          this.#say(view.small),
        ];
    this.app.announce(words.filter(Boolean).join(' '));
  }

  /** Both skies in words; with no network only one's own is here. */
  #openedSkies() {
    const day = this.#day;
    const theirs = day.theirs ?? this.app.attune.checkIns.theirsInSession(day.day) ?? day.guest;
    const mine = day.shared ? `${spokenSide(this.vocabulary, t('you'), day.shared)}.` : '';
    if (!theirs) return mine;
    if (!day.shared) return `${spokenSide(this.vocabulary, this.#names.name, theirs)}.`;
    return t('open-announce', {
      phrase: phraseText(this.vocabulary, theirs.sky, day.shared.sky),
      theirs: `${spokenSide(this.vocabulary, this.#names.name, theirs)}.`,
      mine,
    });
  }
}
customElements.define('live-screen', LiveScreen);

/** @param {number} fraction gone @returns {string} */
const partOf = (fraction) => (fraction >= 1 ? 'over' : fraction > 0.75 ? 'little' : fraction > 0.35 ? 'half' : 'most');
