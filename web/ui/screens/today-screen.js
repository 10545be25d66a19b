import { unpackSide } from '../../core/check-in.js';
import { noonOf } from '../../core/day.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { dayStrip, stripDays } from '../parts/day-strip.js';
import { dock } from '../parts/dock.js';
import { icon, mark, who } from '../parts/icon.js';
import { skies } from '../parts/skies.js';
import { syncLine } from '../parts/sync-line.js';
import { syncNotice, troubleNotice, updateNotice } from '../parts/trouble.js';
import { whyThis } from '../parts/why-this.js';
import { noteSeenLines, openedDay } from '../seen-lines.js';
import { clockTime, longDate, t, text, timeAhead } from '../text.js';
import { todayCards } from '../today/cards.js';
import { loadVocabulary, phraseText, skyName, spokenSide, wordsText } from '../words.js';

/** Where the draft of a day's check-in lies, and its place. */
const CHECK_IN = 'check-in/';
const CHECK_IN_PRACTICE = 'daily-check-in';

/** Today: the skies of this day, and what waits. */
class TodayScreen extends Screen {
  static properties = { ...Screen.properties, vocabulary: { state: true }, waiting: { state: true } };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** Sessions in own time in which something is here for this person. @type {readonly {practice: string, record: string}[]} */ this.waiting =
      [];
    this.isLooking = false;
    /** The day for which what goes one a day was given. */ this.deliveredOn = '';
    /** Practices whose words are here. @type {Set<string>} */ this.titled = new Set([CHECK_IN_PRACTICE]);
  }

  connectedCallback() {
    super.connectedCallback();
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    const { checkIns } = this.app.attune;
    void Promise.all(stripDays(this.app.attune.today()).map((day) => checkIns.prepare(day))).then(() => this.requestUpdate());
  }

  /** What waits for this person in own time, as it comes in. */
  async #lookForWaiting() {
    if (this.isLooking) return;
    this.isLooking = true;
    const waiting = await this.app.attune.live.waiting().finally(() => (this.isLooking = false));
    if (JSON.stringify(waiting) !== JSON.stringify(this.waiting)) this.waiting = waiting;
  }

  updated() {
    const { attune } = this.app;
    void this.#lookForWaiting();
    if (this.deliveredOn !== attune.today()) {
      this.deliveredOn = attune.today();
      void attune.attempt(() => attune.thanks.deliver());
      void attune.attempt(() => attune.wishes.settle());
    }
    if (!openedDay(attune, attune.today()).isSealed) noteSeenLines(attune, attune.today(), ['sky', 'words']);
  }

  render() {
    const { attune } = this.app;
    const day = openedDay(attune, attune.today());
    const { pair } = attune;
    const cards = todayCards(this.app);
    return html`
      <main class="screen today">
        <h1 class="vh">${t('today-title')}</h1>
        ${this.#skies(day, pair?.them.name ?? '')}
        <div class="sheet">
          <div class="page">
            ${troubleNotice(this.app)} ${updateNotice(this.app)} ${syncNotice(attune.sync)}
            ${this.#pairingCard()} ${this.#pauseCard()} ${cards.above} ${this.#liveCard(day)} ${this.#waitingCards()} ${this.#checkInCard(day)} ${cards.below} ${this.#unfinished(attune.today())} ${this.#onTheirPhone(day)}
            ${pair ? html`<a class="btn text" href="#/thanks/noticed">${icon('plus', 's')}${t('thanks-noticed-open')}</a>` : nothing}
            ${pair ? this.#topics(pair.them.name) : attune.pairing?.state ? nothing : this.#inviteCard()}
            ${this.#strip(attune.today())}
            <a class="btn text" href="#/retreat">${t('retreat-title')}</a>
          </div>
        </div>
        ${dock('today')}
      </main>
    `;
  }

  /** @param {ReturnType<typeof openedDay>} day @param {string} name */
  #skies(day, name) {
    const { vocabulary } = this;
    const mine = day.shared ?? day.mine;
    const top = html`<div class="line topline"><span class="label">${longDate(noonOf(day.day))}</span>${syncLine(this.app.attune.sync)}</div>`;
    const side = (/** @type {'you'|'they'} */ whose, /** @type {string} */ person, /** @type {any} */ { sky, words }) => html`
      ${who(whose, person)}
      ${sky ? html`<span class="sky-name">${skyName(vocabulary, sky)}</span>` : nothing}
      ${words?.length ? html`<span class="sky-words">${wordsText(vocabulary, words)}</span>` : nothing}
    `;
    if (day.theirs)
      return skies({
        top,
        above: day.theirs.sky,
        below: mine?.sky ?? null,
        aboveText: side('they', name, day.theirs),
        belowText: mine ? side('you', t('you'), mine) : nothing,
        bead: day.isOpen && day.openedAt ? t('today-opened', { time: clockTime(day.openedAt) }) : null,
        label: [spokenSide(vocabulary, name, day.theirs), mine ? spokenSide(vocabulary, t('you'), mine) : ''].join('. '),
      });
    return skies({
      top,
      above: null,
      below: mine?.sky ?? null,
      belowText: mine ? side('you', t('you'), mine) : html`<span class="sky-words">${t('today-not-yet')}</span>`,
      bead: day.isSealed ? t('open-answered-both') : day.shared ? t('today-sealed') : null,
      state: 'sealed',
      label: mine ? spokenSide(vocabulary, t('you'), mine) : t('today-not-yet'),
    });
  }

  /** @param {ReturnType<typeof openedDay>} day */
  #checkInCard(day) {
    const { attune } = this.app;
    const hasDraft = attune.drafts.get(`check-in/${day.day}`) !== undefined;
    const isDone = day.mine !== null && !hasDraft;
    const open = () => this.app.go(`#/day/${day.day}`);
    if (isDone)
      return html`
        <article class="card ritual">
          <div class="stack">
            <h2>${day.isOpen && !day.isSealed ? phraseText(this.vocabulary, day.theirs?.sky ?? null, day.shared?.sky ?? null) || t('today-open-day') : t('today-check-in')}</h2>
            <p class="label soft">${day.isOpen ? t('open-answered-both') : day.shared ? t('weather-kept-until') : t('weather-kept')}</p>
          </div>
          <button class="btn ${day.isOpen ? 'primary' : 'soft'} push" @click=${open}>${day.isSealed ? t('open-together') : day.isOpen ? t('today-open-day') : t('today-see-day')}</button>
        </article>
      `;
    return html`
      <article class="card ritual">
        <div class="stack">
          <h2>${t('today-check-in')}</h2>
          <p class="label soft">${attune.pair ? t('today-check-in-small') : t('today-alone-small')}</p>
        </div>
        <button class="btn primary push" @click=${() => this.app.go('#/check-in')}>${hasDraft ? t('today-go-on') : t('today-begin')}</button>
      </article>
    `;
  }

  /** Words begun on an earlier day and not finished: they wait here, whatever the date. @param {string} today */
  #unfinished(today) {
    const { attune } = this.app;
    return attune.drafts
      .keys()
      .filter((key) => key.startsWith(CHECK_IN) && key.slice(CHECK_IN.length) < today)
      .map((key) => {
        const day = key.slice(CHECK_IN.length);
        const { sky, words, mattered, worry } = unpackSide(new Map(attune.drafts.get(key)[1]));
        const said = [skyName(this.vocabulary, sky), wordsText(this.vocabulary, words), mattered, worry].filter(Boolean).join(' · ');
        return html`<article class="card flat">
          <p class="label soft">${t('today-unfinished', { date: longDate(noonOf(day)) })}</p>
          <p class="said">${said}</p>
          <div class="line"><a class="btn soft" href="#/${key}">${t('today-go-on')}</a>
            <button class="btn text" @click=${() => void attune.drafts.clear(key).then(() => attune.changed())}>${t('today-let-go')}</button></div>
        </article>`;
      });
  }

  /** Side by side: an invitation, a session under way, or the offer to begin. @param {import('../../core/check-in.js').Day} day */
  #liveCard(day) {
    const { live, pair } = this.app.attune;
    if (!pair) return nothing;
    const name = pair.them.name;
    const { invitation, session } = live;
    if (invitation)
      return html`<article class="card calm ritual"><div class="stack"><h2>${this.#title(invitation.practice)}</h2><p class="label soft">${t('today-invited', { name })}</p></div>
        <a class="btn primary push" href="#/live">${t('today-open-invitation')}</a></article>`;
    if (session && session.mode !== 'own-time')
      return html`<article class="card calm ritual"><div class="stack"><h2>${this.#title(session.practice)}</h2><p class="label soft">${t('today-under-way')}</p></div>
        <a class="btn primary push" href="#/live">${t('today-go-on')}</a></article>`;
    if ((day.isOpen || day.mine === null) && this.app.attune.offers.isWelcome('side-by-side'))
      return html`<article class="card flat ritual"><div class="stack"><h2>${t('today-live')}</h2><p class="label soft">${t('today-live-small')}</p></div>
        <a class="btn line push" href="#/live">${t('today-live-open')}</a>
        ${whyThis(this.app, [{ id: 'side-by-side', title: t('today-live') }])}</article>`;
    return nothing;
  }

  /** @param {string} practice @returns {string} its name, once its words are here */
  #title(practice) {
    if (practice === CHECK_IN_PRACTICE) return t('today-live');
    if (!this.titled.has(practice)) {
      this.titled.add(practice);
      void text()
        .load(practice)
        .then(() => this.requestUpdate());
    }
    return t(`${practice}-title`);
  }

  /** A pause holds: its time, and nothing else. */
  #pauseCard() {
    const pause = this.app.attune.pauses.current;
    if (!pause) return nothing;
    return html`<article class="card calm ritual"><div class="stack"><h2>${t('nav-pause')}</h2><p class="label soft">${t('today-paused', { time: timeAhead(pause.untilMs) })}</p></div>
      <a class="btn primary push" href="#/pause">${t('today-open-invitation')}</a></article>`;
  }

  /** In own time, something is here for this person. */
  #waitingCards() {
    return this.waiting.map(
      ({
        practice,
        record,
      }) => html`<article class="card calm ritual"><div class="stack"><h2>${this.#title(practice)}</h2><p class="label soft">${t(this.app.attune.wishes.isReadyToOpen(record) ? 'wishes-ready' : 'today-waiting')}</p></div>
        <a class="btn primary push" href="#/live/own/${record}">${t('today-open-invitation')}</a></article>`,
    );
  }

  /** What I shared on the other's phone, one phone for two. @param {import('../../core/check-in.js').Day} day */
  #onTheirPhone(day) {
    const { attune } = this.app;
    if (!day.mineOnTheirs || !attune.pair) return nothing;
    const { sky, words, mattered, worry } = day.mineOnTheirs;
    const said = [skyName(this.vocabulary, sky), wordsText(this.vocabulary, words), mattered, worry].filter(Boolean).join(' · ');
    return html`<article class="card flat">
      <p class="label soft">${t('today-on-their-phone', { you: attune.pair.me.name, name: attune.pair.them.name })}</p>
      <p class="said">${said}</p>
      <button class="btn soft" @click=${() => void attune.attempt(() => attune.checkIns.keepGuestLines(day.day))}>${t('today-keep-as-mine')}</button>
    </article>`;
  }

  /** A pairing under way goes on wherever its screen was left. */
  #pairingCard() {
    const state = this.app.attune.pairing?.state;
    if (!state || state.step === 'ended' || state.step === 'done') return nothing;
    const isMet = state.step === 'compare' || state.step === 'waiting-confirm';
    return html`
      <div class="card calm ritual" role="status">
        <div class="stack"><h2>${t('today-pairing')}</h2>
          <p class="label soft">${isMet ? t('today-pairing-met', { name: state.theirName }) : t('today-pairing-waits')}</p></div>
        <a class="btn primary push" href="#/${state.role === 'inviter' ? 'invite' : 'join'}">${t('today-open-invitation')}</a>
      </div>
    `;
  }

  #inviteCard() {
    return html`
      <article class="card flat ritual">
        <div class="stack"><h2>${t('today-invite')}</h2><p class="label soft">${t('today-invite-small')}</p></div>
        <a class="btn line push" href="#/invite">${mark('both')}${t('nav-us')}</a>
      </article>
    `;
  }

  /** @param {string} name */
  #topics(name) {
    const topics = this.app.attune.checkIns.topics().slice(0, 3);
    if (topics.length === 0) return nothing;
    return html`
      <h2 class="section">${t('today-topics')}</h2>
      ${topics.map(
        (topic) => html`<article class="card flat">
          <p class="label soft">${topic.isMine ? t('parked-from-me') : t('parked-from-them', { name })}</p>
          <p class="said">${topic.text}</p>
          <div class="line"><button class="chip" @click=${() => void this.app.attune.attempt(() => this.app.attune.checkIns.putAway(topic))}>${t('parked-put-away')}</button></div>
        </article>`,
      )}
    `;
  }

  /** @param {string} today */
  #strip(today) {
    return html`
      <h2 class="section">${t('today-strip')}</h2>
      ${dayStrip({ last: today, vocabulary: this.vocabulary, read: (label) => openedDay(this.app.attune, label), open: (label) => this.app.go(`#/day/${label}`) })}
    `;
  }
}
customElements.define('today-screen', TodayScreen);
