import { LIMIT } from '../../core/check-in.js';
import { areasOf, loadPractice, PRACTICE_IDS } from '../../practices/registry.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { afterOffer } from '../offers.js';
import { icon, mark, who } from '../parts/icon.js';
import { bar, lockLine, notice, textField } from '../parts/page-parts.js';
import { ring } from '../parts/ring.js';
import { skies } from '../parts/skies.js';
import { troubleNotice } from '../parts/trouble.js';
import { noteSeenLines, openDay } from '../seen-lines.js';
import { afterwards } from '../session/afterwards.js';
import { fieldInput, isSaidBelow } from '../session/field-inputs.js';
import { OPENS, PLACES } from '../session/leads-to.js';
import { openChosen } from '../session/moment-parts.js';
import { partOf } from '../session/parts.js';
import { minutesOf, setUp, waysOf } from '../session/set-up.js';
import { shownLines } from '../session/shown-lines.js';
import { stoneHeard } from '../session/stone-parts.js';
import { hasTrayNow } from '../session/tray-part.js';
import { loadValues } from '../session/value-names.js';
import { clockTime, listed, t, text } from '../text.js';
import { loadVocabulary, phraseText, skyName, spokenSide, wordsText } from '../words.js';
import { TABLE_DRAFTS } from './check-in-screen.js';

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {import('../../core/practice-view.js').Button} Button
 * @typedef {{you: string, name: string, kind: string}} Args `kind` of the pair: partner, friend or family where both say so, else empty
 */

const CHECK_IN = 'daily-check-in';
const PAUSE_CHOICES_MIN = [30, 60, 180];
/** What is typed in a session and not sent yet: a topic to park, a question of one's own. */
const DRAFT = 'live/';
const SETTLING_MS = 450;
/** More buttons than these need the room of the ring. */
const MOST_BUTTONS = 3;
const WRITE_AFTER_MS = 150;
/** Parts with the horizon in their drawing. */
const HAVE_HORIZON = ['breathing', 'stretch'];
/** Parts that draw what is shown themselves. */
const DRAW_SHOWN = ['stone', 'tray', 'way'];
/** Tones and bells, once each, however often the screen is left and found again. */
const PLAYED = new Set();

/** A practice: what it is before it begins, the invitation, then each screen as the engine shows it to this person, and what may follow. */
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
    variant: { state: true },
    isStoneLeft: { state: true },
    practice: { state: true },
    inputs: { state: true },
    carrying: { state: true },
    unknown: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {'live'|'one-phone'|'own-time'|'alone'} */ this.mode = 'live';
    this.variant = '';
    /** No stone is read before a hard talk. */ this.isStoneLeft = false;
    /** The practice that is shown, once its words are here. @type {import('../../core/practice-schema.js').Practice|null} */ this.practice =
      null;
    /** What inputs hold that is not in a field yet, by field. @type {Record<string, any>} */ this.inputs = {};
    /** Typed just now and on its way into the session. @type {Map<string, {value: import('../../core/practice.js').FieldValue, by: 0|1}>} */ this.typing =
      new Map();
    /** @type {number|undefined} */ this.writing;
    /** @type {any} */ this.needs = null;
    /** @type {import('../../core/gentle.js').Lists|null} */ this.gentle = null;
    /** @type {any} */ this.questions = null;
    /** A session that is through, while something of it may be carried on. @type {{practice: string, session: string, day: string, chosen: string, text: string, rows: {message: string, to: string, words: string}[]}|null} */ this.carrying =
      null;
    /** @type {0|1|null} */ this.starter = null;
    this.parked = '';
    this.own = '';
    this.isChoosingTime = false;
    /** A tap is on its way, or has just turned the screen: the second tap of a double one is not meant for what stands there then. */ this.isSettling = false;
    this.spoken = '';
    /** @type {Promise<void>|null} */ this.leaving = null;
    /** The place that is opened when it is over. */ this.next = '';
    /** A practice that was asked for and that this release does not have. */ this.unknown = '';
    /** @type {number|undefined} */ this.ticking;
    this.coverWhenHidden = () => void (document.visibilityState === 'hidden' && this.app.attune.live.cover());
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.app.attune.pair && this.#wanted === CHECK_IN) {
      location.replace('#/check-in'); // alone there is nobody to meet, and the check-in is whole
      return;
    }
    void this.#load(this.#wanted);
    if (this.params[0] === 'own' && this.params[1]) void this.#takeUp(this.params[1]);
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    document.addEventListener('visibilitychange', this.coverWhenHidden);
    this.ticking = window.setInterval(() => this.app.attune.live.session && this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.coverWhenHidden);
    void this.#flush().then(() => Promise.all([this.app.attune.live.cover(), this.app.attune.live.putAway()]));
    window.clearInterval(this.ticking);
    this.app.cues.maySleep();
    delete document.documentElement.dataset['rest'];
  }

  /** Which practice this screen is about: the one under way, or the one asked for. */
  get #wanted() {
    const { live } = this.app.attune;
    const [first] = this.params;
    return this.carrying?.practice ?? live.session?.practice ?? live.invitation?.practice ?? (first && first !== 'own' ? first : CHECK_IN);
  }

  /** @param {string} id */
  async #load(id) {
    const [practice] = PRACTICE_IDS.includes(id) ? await Promise.all([loadPractice(id), text().load(...areasOf(id))]) : [null];
    if (this.#wanted !== id) return;
    if (!practice) {
      this.unknown = id;
      return;
    }
    this.practice = practice;
    this.variant = practice.variants?.[0]?.id ?? '';
    const ways = waysOf(practice, this.app.attune.pair !== null);
    const [natural] = practice.modes.filter((mode) => ways.includes(/** @type {any} */ (mode)));
    const asked = ways.find((way) => way === this.params[1]);
    this.mode = /** @type {any} */ (asked ?? natural ?? 'live');
    const kinds = practice.fields.map(({ kind }) => kind);
    if (kinds.includes('needs'))
      void text()
        .content('needs')
        .then((needs) => this.#with({ needs }));
    if (practice.fields.some(({ from }) => from === 'deck:values')) await loadValues().then(() => this.requestUpdate());
    if (practice.fields.some(({ asks }) => asks !== undefined))
      void text()
        .content('gentle')
        .then((gentle) => this.#with({ gentle }));
    if (practice.deals || JSON.stringify(practice.phases).includes('deck:')) this.#with({ questions: await text().content('questions') });
  }

  /** @param {{needs?: any, questions?: any, gentle?: any}} content */
  #with(content) {
    Object.assign(this, content);
    this.requestUpdate();
  }

  /** @param {string} record a session in own time */
  async #takeUp(record) {
    const { attune } = this.app;
    const practice = attune.sessions.beginning(record)?.practice ?? '';
    const isThere = await attune.live.takeUp(record, {}, attune.brings(practice, 'own-time').given);
    if (!isThere) this.app.go('#/practices');
  }

  willUpdate() {
    if (this.practice?.id !== this.#wanted) void this.#load(this.#wanted);
    const draft = this.freshDraft(DRAFT + this.app.attune.pairName);
    if (draft) [this.parked, this.own] = draft;
  }

  updated() {
    const view = this.app.attune.live.view();
    document.documentElement.dataset['rest'] = view?.isResting ? 'on' : 'off';
    if (!view || view.isClosed) return;
    if (this.app.attune.live.session?.mode !== 'own-time') void this.app.cues.stayAwake();
    const sound = `${this.app.attune.live.session?.record}/${view.sound?.key}`;
    if (view.sound && !PLAYED.has(sound)) {
      PLAYED.add(sound);
      this.app.cues.play(view.sound.kind, this.app.attune.preferences);
    }
    if (view.phase === 'open') {
      openDay(this.app.attune, this.#day.day);
      noteSeenLines(this.app.attune, this.#day.day);
    }
    openChosen(this.app.attune, view);
    this.#speak(view);
    this.#passWeather(view);
  }

  render() {
    const { live } = this.app.attune;
    const view = live.view();
    if (this.carrying) return this.#afterwards(this.carrying);
    if (this.unknown === this.#wanted) return this.#tooOld();
    if (this.practice?.id !== this.#wanted) return html`<main class="screen"></main>`;
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

  get #title() {
    return this.practice ? t(this.practice.words.title, this.#names) : '';
  }

  /** @param {0|1} person of the engine */
  #namesOf(person) {
    const { live, pair } = this.app.attune;
    const me = pair?.me.name ?? '';
    const them = pair?.them.name ?? '';
    const { kind } = this.app.attune;
    return person === live.me ? { you: me, name: them, kind } : { you: them, name: me, kind };
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
    const { practice } = this;
    if (!practice) return nothing;
    const starter = this.starter ?? attune.live.nextStarter;
    return setUp({
      app: this.app,
      practice,
      names: this.#names,
      way: this.mode,
      starter,
      me: /** @type {0|1} */ ((attune.pair?.me.person ?? 1) - 1),
      variant: this.variant,
      isStoneLeft: this.isStoneLeft,
      choose: (change) => Object.assign(this, change),
      begin: () => void this.#begin(starter),
      past: [...attune.sessions.done(practice.id)],
    });
  }

  /** @param {0|1} starter */
  async #begin(starter) {
    const { attune } = this.app;
    const { practice, mode, variant } = this;
    if (!practice) return;
    const place = practice.id === CHECK_IN && mode === 'own-time' ? 'check-in' : practice.places?.[mode];
    if (place) {
      this.app.go(`#/${place}`);
      return;
    }
    this.app.cues.play('tone', attune.preferences); // the tap that lets sound play later
    const drawn = await this.#draw();
    await attune.attempt(() =>
      attune.live.begin({ practice: practice.id, length: attune.preferences.timers, mode, starter, variant, ...drawn }),
    );
  }

  /** Cards for this session, what was not seen for a year first; and what was before that both go on from. */
  async #draw() {
    const { attune } = this.app;
    const { practice } = this;
    const questions = this.questions;
    const brought = practice ? attune.brings(practice.id, attune.live.invitation ? 'live' : this.mode) : { given: {}, dealt: {} };
    if (!practice || !questions) return { decks: {}, ...brought };
    const { decks, dealt } = await attune.decks.draw(practice, questions.questions, attune.pair, this.mode);
    return { decks, dealt: { ...dealt, ...brought.dealt }, given: brought.given };
  }

  /** @param {import('../../app/live.js').Invitation} invitation */
  #invited(invitation) {
    const { practice } = this;
    if (!practice) return nothing;
    if (practice.version < invitation.version) return this.#tooOld();
    const minutes = minutesOf(practice, invitation.length, invitation.variant) ?? minutesOf(practice, 'usual', invitation.variant) ?? 0;
    const asks =
      practice.begins === 'asked' && invitation.starter !== (this.app.attune.pair?.me.person ?? 1) - 1
        ? t('practice-would-be-heard', { ...this.#names, minutes })
        : t('live-invitation', { ...this.#names, title: this.#title, minutes });
    const variant = practice.variants?.find(({ id }) => id === invitation.variant);
    return html`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack">
          <div class="face">${mark('they')}<h1>${asks}</h1>
          ${variant ? html`<p class="lead">${t(variant.message, this.#names)}</p>` : nothing}
          <p class="label soft">${t('live-invitation-small')}</p></div>
          ${this.#guard(practice)}
        </div>
        <div class="foot">
          <button class="btn primary big wide" @click=${() => void this.#accept()}>${t('live-invitation-now')}</button>
          <button class="btn line wide" @click=${() => this.#decline('another-time')}>${t('live-another-time')}</button>
          <button class="btn text wide" @click=${() => this.#decline('not-today')}>${t('live-invitation-not-today')}</button>
        </div>
      </main>
    `;
  }

  /** In a pause of a heavy practice: help that only this person is shown, and somebody outside after two in a day. */
  #outside() {
    return html`${this.app.attune.pauses.areTwoInADay ? html`<p class="label">${t('live-paused-twice')} <a href="#/help">${t('live-someone-outside')}</a></p>` : nothing}
      <p class="label soft"><a href="#/help">${t('practice-afraid')}</a></p>`;
  }

  /** For what this is not, said before anybody begins. @param {import('../../core/practice-schema.js').Practice} practice */
  #guard(practice) {
    const lines = [practice.warning, practice.isHeavy ? 'practice-heavy' : undefined].filter((line) => line !== undefined);
    return lines.map(
      (line, i) =>
        html`<p class="label">${t(line, this.#names)}${i === lines.length - 1 ? html` <a href="#/help">${t('practice-help')}</a>` : nothing}</p>`,
    );
  }

  async #accept() {
    const { decks, given } = await this.#draw();
    await this.app.attune.attempt(() => this.app.attune.live.accept(decks, given));
  }

  /** The other phone has a newer practice than this one. */
  #tooOld() {
    const isInvited = this.app.attune.live.invitation !== null;
    const hasTable = this.practice?.id === this.#wanted && this.practice.flows['one-phone'] !== undefined;
    return html`
      <main class="screen flow">
        ${bar({ back: () => this.app.go('#/today') })}
        <div class="body stack"><h1 class="prompt">${t(isInvited ? 'practice-newer' : 'practice-none', this.#names)}</h1>
          <p class="lead">${t(isInvited ? 'practice-newer-small' : 'practice-none-small', this.#names)}</p></div>
        <div class="foot">
          ${hasTable ? html`<button class="btn primary big wide" @click=${() => void this.#onOnePhone()}>${t('practice-one-phone-instead')}</button>` : nothing}
          ${
            isInvited
              ? html`<button class="btn line big wide" @click=${() => this.#decline('another-time')}>${t('live-another-time')}</button>`
              : html`<a class="btn line big wide" href="#/practices">${t('nav-practices')}</a>`
          }</div>
      </main>
    `;
  }

  /** The practice as this phone knows it, on this phone alone. */
  async #onOnePhone() {
    await this.app.attune.attempt(() => this.app.attune.live.decline(null));
    await this.#goOtherWay(null, 'one-phone');
  }

  /** @param {'not-today'|'another-time'} answer */
  async #decline(answer) {
    await this.app.attune.attempt(() => this.app.attune.live.decline(answer));
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
    const isOwn = live.session?.mode === 'own-time' || live.session?.mode === 'alone';
    const asked = this.#say(view.prompt);
    const cue = this.#say(view.cue);
    const said = asked || cue;
    const prompt = said || this.#say(view.role);
    const small = this.#say(view.small);
    const isWaiting = view.phase === 'begin' && !live.isTogether && !view.sheet && !view.paused && !view.stopped;
    const timer = view.timer;
    const fraction = timer ? Math.min(1, timer.elapsedMs / timer.lengthMs) : null;
    const mine = view.rolePerson === live.me;
    const part = view.part ? partOf(view.part, { view, screen: this.#partScreen }) : nothing;
    const isMap = view.part === 'board' || view.part === 'agenda';
    const hasFit = this.practice?.fields.some(({ name }) => name === 'steady') === true;
    const isAsked = hasFit ? view.part === 'fit' : view.fields.length > 0; // what it is not for is said where one decides, not on every step
    const isFull =
      view.cards.length + view.fields.length > 0 ||
      view.shown.length > 1 ||
      view.buttons.length > MOST_BUTTONS ||
      (part !== nothing && view.part !== 'agenda') ||
      view.phase === 'breathe';
    const hasRing = view.rolePerson !== null && view.role !== null && !isFull && !isOwn;
    return html`
      <main class="screen live ${view.isResting ? 'resting' : ''}" data-theme=${view.isResting ? 'dark' : nothing}>
        ${view.foot.length === 0 && !view.sheet && !view.paused ? bar({}) : nothing}
        <div class="say">
          ${isMap ? part : nothing}
          ${
            isTable && view.role && view.rolePerson !== null
              ? html`<p class="who">${mark('both')}${t('live-table-role', this.#names)}</p>`
              : view.role && said
                ? html`<p class="who">${roleMark(view, live.me)}${this.#say(view.role)}</p>`
                : nothing
          }
          <h1 class="prompt">${prompt || this.#title}</h1>
          ${small ? html`<p class="label soft">${small}</p>` : nothing}
          ${asked && cue ? html`<p class="label soft">${cue}</p>` : nothing}
          ${view.cover ? lockLine(t('live-one-phone-private')) : nothing}
          ${isTable && view.role && view.rolePerson !== null ? this.#tableOther() : nothing}
          ${view.notice ? html`<p class="label notice-line" role="status">${this.#say(view.notice)}</p>` : nothing}
          ${view.paused && this.practice?.isHeavy ? this.#outside() : nothing}
          ${isWaiting ? this.#otherWays() : nothing}
          ${isWaiting && live.answer ? notice('info', t(live.answer === 'not-today' ? 'live-not-today' : 'practice-another-time')) : nothing}
          ${view.isVoice && !isTable && !view.paused && !view.stopped ? notice('cloud-off', t('live-offline')) : nothing}
          ${live.session?.mode === 'own-time' && this.practice && isAsked ? this.#guard(this.practice) : nothing}
          ${DRAW_SHOWN.includes(view.part ?? '') ? nothing : shownLines(view.shown, this.#reading)} ${this.#stems(view)}
          ${isMap ? nothing : part} ${this.#cards(view)} ${this.#fields(view, prompt)}
          ${troubleNotice(this.app)}
        </div>
        ${
          hasRing
            ? ring({
                turn: mine ? 'you' : 'they',
                fraction,
                above: theirSky,
                below: day.shared?.sky ?? null,
                label: timer ? t('live-time-left', { part: timeLeft(fraction ?? 0) }) : t('live-length-none'),
              })
            : html`<div class=${isFull || view.sheet ? 'line-only' : 'quiet'}>${part !== nothing && HAVE_HORIZON.includes(view.part ?? '') ? nothing : html`<hr class="horizon" />`}</div>`
        }
        <div class="foot">
          ${view.isResting ? html`<p class="label rest">${t(this.app.attune.preferences.eyeContact ? 'live-rests-together' : 'live-rests-free')}</p>` : nothing}
          ${this.isChoosingTime ? this.#times() : nothing}
          ${this.#urges(view)}
          ${this.isChoosingTime ? nothing : view.buttons.toSorted((a, b) => Number(b.primary) - Number(a.primary)).map((button) => this.#button(button))}
          ${isOwn && view.buttons.every(({ id }) => id === 'back' || id === 'take-back') ? html`<button class="btn primary big wide" @click=${() => this.app.go('#/practices')}>${t('close')}</button>` : nothing}
        </div>
        ${this.#always(view)}
      </main>
    `;
  }

  /** The other is not there yet: the ways that need nobody. */
  #otherWays() {
    const { practice } = this;
    const ownPlace = practice?.places?.['own-time'];
    const ownTime = practice?.id === CHECK_IN ? '#/check-in' : ownPlace ? `#/${ownPlace}` : null;
    const ways = /** @type {Array<[string, string|null, 'one-phone'|'own-time'|null]>} */ ([
      ...(ownTime || practice?.flows['own-time'] || practice?.places?.['own-time']
        ? [['live-mode-own-time', ownTime, ownTime ? null : 'own-time']]
        : []),
      ['live-mode-one-phone', null, 'one-phone'],
      ['live-another-time', practice?.id === CHECK_IN ? '#/today' : '#/practices', null],
    ]);
    return html`<div class="chips">${ways.map(([label, place, mode]) => html`<button class="chip" @click=${() => this.#goOtherWay(place, mode)}>${t(label)}</button>`)}</div>`;
  }

  /** @param {string|null} place @param {'one-phone'|'own-time'|null} mode */
  async #goOtherWay(place, mode) {
    const { attune } = this.app;
    const starter = this.starter ?? attune.live.nextStarter;
    const { practice } = this;
    const variant = attune.live.session?.variant ?? this.variant;
    await attune.attempt(() => attune.live.leave());
    for (const key of Object.values(TABLE_DRAFTS)) await attune.drafts.clear(key);
    const begins = practice?.places?.[mode ?? ''];
    if (begins) this.app.go(`#/${begins}`);
    else if (mode && practice) {
      const drawn = await this.#draw();
      await attune.attempt(() =>
        attune.live.begin({ practice: practice.id, length: attune.preferences.timers, mode, starter, variant, ...drawn }),
      );
    } else if (place) this.app.go(place);
  }

  /** One phone on the table: the other half of the screen says what the listener may do. */
  #tableOther() {
    const { live } = this.app.attune;
    const across = /** @type {0|1} */ (live.view()?.person === 0 ? 1 : 0);
    const other = live.view(across);
    const words = this.#say(other?.cue ?? other?.prompt ?? null, this.#namesOf(across));
    return words ? html`<p class="lead table-other">${words}</p>` : nothing;
  }

  /** Whose words are shown, and how they are said. @returns {import('../session/shown-lines.js').Reading} */
  get #reading() {
    const { live } = this.app.attune;
    return {
      say: (id) => this.#cardText(id),
      personOf: (person) => {
        const isMine = person === live.me;
        const isTable = live.session?.mode === 'one-phone'; // between two, “you” is whoever reads
        return { whose: isMine ? 'you' : 'they', name: isMine && !isTable ? t('you') : this.#namesOf(person).you };
      },
      vocabulary: this.vocabulary,
      needs: this.needs,
    };
  }

  /** Ways to begin, one at a time. @param {View} view */
  #stems(view) {
    if (view.stems.length === 0) return nothing;
    const key = `stem/${view.serial}`;
    const at = (this.inputs[key] ?? 0) % view.stems.length;
    return html`<button type="button" class="stem" aria-label=${t('practice-another-way', { stem: t(view.stems[at] ?? '', this.#names) })}
      @click=${() => (this.inputs = { ...this.inputs, [key]: at + 1 })}>${t(view.stems[at] ?? '', this.#names)}</button>`;
  }

  /** A card is one of the practice's own, of a deck, or written by the pair. @param {string} id */
  #cardText(id) {
    const card = this.questions?.questions.find((/** @type {any} */ each) => each.id === id);
    return (
      card?.text ??
      this.app.attune.decks.ownText(id) ??
      this.app.attune.textOf(id) ??
      (id.includes('/') ? t('practice-not-here') : t(id, { ...this.#names, kin: this.app.attune.kin }))
    );
  }

  /** @param {View} view */
  #cards(view) {
    if (view.cards.length === 0 || view.fields.some(({ kind }) => kind === 'marks')) return nothing;
    return html`
      <ul class="cards">${view.cards.map((id) => html`<li class="card said">${this.#cardText(id)}</li>`)}</ul>
      ${view.mayAddCard ? textField({ id: 'own-question', label: t('live-my-own'), value: this.own, max: LIMIT.question, input: (value) => this.#type('own', value) }) : nothing}
    `;
  }

  /** @param {View} view @param {string} prompt */
  #fields(view, prompt) {
    if (this.practice?.id === CHECK_IN) return this.#parked(view);
    return view.fields.map((field, i) =>
      fieldInput(field, {
        isSaidBelow: isSaidBelow(view.fields, i),
        hasTray: hasTrayNow(view),
        say: (id) => this.#cardText(id),
        gentle: this.gentle,
        vocabulary: this.vocabulary,
        needs: this.needs,
        isPartners: this.app.attune.isPartners,
        prompt,
        stateOf: (name) => this.inputs[`${view.serial}/${name}`],
        setState: (name, state) => (this.inputs = { ...this.inputs, [`${view.serial}/${name}`]: state }),
        valueOf: ({ name }) =>
          this.typing.get(name)?.value ?? this.app.attune.live.view()?.fields.find((each) => each.name === name)?.value ?? null,
        write: ({ name, kind }, value) => this.#write(name, value, view.person, kind === 'text'),
      }),
    );
  }

  /** @param {string} name @param {import('../../core/practice.js').FieldValue} value @param {0|1} by @param {boolean} isTyped more may follow at once */
  #write(name, value, by, isTyped) {
    this.typing.set(name, { value, by });
    window.clearTimeout(this.writing);
    if (isTyped) this.writing = window.setTimeout(() => void this.#flush(), WRITE_AFTER_MS);
    else void this.#flush();
  }

  /** What was typed goes into the session, and so into the phone's storage. */
  async #flush() {
    window.clearTimeout(this.writing);
    const typed = [...this.typing];
    for (const [field, { value, by }] of typed) {
      await this.app.attune.live.send({ type: 'write', field, value, by });
      if (this.typing.get(field)?.value === value) this.typing.delete(field);
    }
  }

  /** @param {View} view */
  #parked(view) {
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

  /** What a special piece of the screen may ask of it. */
  get #partScreen() {
    const { attune } = this.app;
    return {
      app: this.app,
      names: this.#names,
      reading: this.#reading,
      now: () => attune.now(),
      state: this.inputs,
      setState: (/** @type {string} */ key, /** @type {any} */ value) => (this.inputs = { ...this.inputs, [key]: value }),
      valueOf: (/** @type {string} */ name) =>
        this.typing.get(name)?.value ?? attune.live.view()?.fields.find((field) => field.name === name)?.value ?? null,
      write: (/** @type {string} */ name, /** @type {any} */ value) => {
        this.#write(name, value, attune.live.view()?.person ?? attune.live.me, false);
        this.requestUpdate();
      },
      type: (/** @type {string} */ name, /** @type {any} */ value) => {
        this.#write(name, value, attune.live.view()?.person ?? attune.live.me, true);
        this.requestUpdate();
      },
      timer: attune.live.view()?.timer ?? null,
    };
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
    const line = isAsked ? named : urges.tapped ? t('live-urge-noticed', this.#names) : t('live-urge-bar', this.#names);
    const chips = html`
      ${isAsked || isFirst ? lockLine(t('live-urge-first')) : nothing}
      <div class="urges">
        ${urges.chips.map((chip) => html`<button type="button" aria-pressed=${urges.tapped !== null && chip.event.urge === urges.tapped ? 'true' : 'false'} @click=${() => void this.#tapUrge(chip, named)}>${t(chip.message)}</button>`)}
      </div>
    `;
    // beside words or cards there is no room for six more buttons
    const isFolded = !isAsked && view.cards.length + view.fields.length > 0;
    return isFolded
      ? html`<details class="urgefold"><summary class="label soft">${line}</summary>${chips}</details>`
      : html`<p class="label soft">${line}</p>${chips}`;
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
    return html`<button class="btn ${button.primary ? 'primary' : button.id === 'stop' ? 'stop' : 'line'} ${isCompact && !button.primary ? '' : 'big'} wide" aria-disabled=${this.isSettling ? 'true' : 'false'}
      @click=${() => void this.#pressOnce(button)}>${t(button.message, this.#namesFor(button))}</button>`;
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
  async #pressOnce(button) {
    if (this.isSettling) return;
    this.isSettling = true;
    const before = this.app.attune.live.view()?.serial;
    try {
      await this.#press(button);
    } finally {
      const isTurned = this.app.attune.live.view()?.serial !== before;
      setTimeout(() => (this.isSettling = false), isTurned ? SETTLING_MS : 0);
    }
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
    await this.#flush();
    const shown = live.view();
    if (button.id === 'close' || button.opens || button.id === 'erase' || button.carries) this.#rememberEnd(shown, button);
    this.#noteCards(shown, button);
    this.next = button.opens ? `#/live/${button.opens}` : button.place ? `#/${button.place}` : '';
    await live.send(button.event);
    if (live.view()?.isClosed) await this.#leave();
    else if (this.next) {
      await live.putAway();
      this.app.go(this.next);
    }
  }

  /** Cards that were on the screen do not come back for a year. @param {View|null} shown @param {Button} button */
  #noteCards(shown, button) {
    const { decks } = this.app.attune;
    const isCard = (/** @type {string} */ id) =>
      this.questions.questions.some((/** @type {any} */ each) => each.id === id) || decks.ownText(id) !== undefined;
    if (shown && shown.cards.length > 0 && this.questions && button.id !== 'pause' && button.id !== 'stop')
      void decks.note(shown.cards.filter(isCard));
  }

  /** A session that came to its end may have something to carry on. @param {View|null} shown @param {Button} button */
  #rememberEnd(shown, button) {
    if (shown?.buttons.some(({ carries }) => carries) && !button.carries) return;
    const { live, offers } = this.app.attune;
    const { session } = live;
    const rows = live.followUps().filter(({ to }) => button.carries || offers.isWelcome(afterOffer(to)));
    if (!shown?.isEnded || shown.phase === 'another-time' || rows.length === 0 || !session || session.mode === 'one-phone') return;
    this.carrying = { practice: session.practice, session: session.record, day: session.day, chosen: '', text: '', rows };
  }

  /** @param {NonNullable<LiveScreen['carrying']>} after */
  #afterwards(after) {
    const { attune } = this.app;
    const leave = () => {
      this.carrying = null;
      this.app.go('#/practices');
    };
    return afterwards({
      app: this.app,
      rows: after.rows,
      chosen: after.chosen,
      text: after.text,
      say: (id) => t(id, this.#names),
      choose: (kind) => {
        const opens = OPENS[kind] ? `live/${OPENS[kind]}` : PLACES[kind] ? `${PLACES[kind]}/${after.session}` : null;
        const words = after.rows.find(({ to }) => to === kind)?.words ?? '';
        if (!opens) this.carrying = { ...after, chosen: kind, text: after.text || words };
        else {
          this.carrying = null;
          this.app.go(`#/${opens}`);
        }
      },
      type: (words) => (this.carrying = { ...after, text: words }),
      carry: async () => {
        await attune.attempt(() =>
          attune.sessions.carry({ practice: after.practice, session: after.session, day: after.day, text: after.text, kind: after.chosen }),
        );
        if (!attune.trouble) leave();
      },
      leave,
      declined: () => {
        const rows = after.rows.filter(({ to }) => attune.offers.isWelcome(afterOffer(to)));
        if (rows.length === 0) leave();
        else this.carrying = { ...after, rows, chosen: rows.some(({ to }) => to === after.chosen) ? after.chosen : '' };
      },
    });
  }

  /** Once, whoever notices first that it is over. */
  #leave() {
    this.leaving ??= this.#goOut().finally(() => (this.leaving = null));
    return this.leaving;
  }

  async #goOut() {
    const { attune } = this.app;
    const { next } = this;
    const isCheckIn = this.practice?.id === CHECK_IN;
    if (next) this.carrying = null;
    await attune.attempt(() => attune.live.leave());
    await attune.attempt(() => attune.moments.settle());
    for (const key of [DRAFT + attune.pairName, ...Object.values(TABLE_DRAFTS)]) await attune.drafts.clear(key);
    if (!location.hash.startsWith('#/live')) return; // somebody went on already
    if (next) this.app.go(next);
    else if (!this.carrying) this.app.go(isCheckIn ? '#/today' : '#/practices');
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
          stoneHeard({ view, screen: this.#partScreen }),
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

/** Circle in diamond where it is about both, a circle for what only this person sees. @param {View} view @param {0|1} me */
function roleMark({ role, rolePerson }, me) {
  if (role?.id === 'live-role-only-you') return mark('you');
  if (rolePerson === null || role?.id === 'live-role-both') return mark('both');
  return mark(rolePerson === me ? 'you' : 'they');
}

/** @param {number} fraction gone @returns {string} */
const timeLeft = (fraction) => (fraction >= 1 ? 'over' : fraction > 0.75 ? 'little' : fraction > 0.35 ? 'half' : 'most');
