import { Screen, text, t, bar, qt, d, icon, mark, shortDate, textField, WORDS_CHARS, lockLine, who, longDate, clip, pictureOf } from './main.js';
import { ONLY_ME, troubleNotice, isOut, isSealed, pageOf$1 as pageOf, titleOf, OPEN, LINE_CHARS, whenOf, timeOf, againOf, SOME_DAY } from './today.js';
import { carriedOffers, photoInput, choosePhoto, photoOf, toRetreat, intoCalendar, toMoment } from './picture.js';
import { chipChoice } from './thanks-page.js';

/** @typedef {import('../../app/entries.js').Entry} Entry */

const PAGE_CHARS = 4000;
const TITLE_CHARS = 60;
const STORY_CHARS = 400;
const PROMPTS = 6;
const DECK = 'moments';
const READ = '#/live/moments-journal/live';
const DRAFT = 'moment/';
const STORY = 'moment-story/';
const AUDIENCES = /** @type {const} */ ([
  ['only-me', 'moments-only-me-small'],
  ['moments-for-sealed', 'moments-sealed-small'],
  ['moments-for-open', 'moments-open-small'],
]);

/** Moments: all of them, one to write, one to read and answer, and what to do again. */
class MomentsScreen extends Screen {
  static properties = {
    ...Screen.properties,
    heading: { state: true },
    page: { state: true },
    audience: { state: true },
    prompt: { state: true },
    story: { state: true },
    asking: { state: true },
    when: { state: true },
    day: { state: true },
    isChanging: { state: true },
    picture: { state: true },
    isReading: { state: true },
    photoNote: { state: true },
  };

  constructor() {
    super();
    this.heading = '';
    this.page = '';
    this.audience = ONLY_ME;
    this.prompt = 0;
    /** @type {readonly import('../../app/decks.js').Card[]} */ this.cards = [];
    this.story = '';
    /** What is asked about this page or plan. @type {'erase'|'take-back'|'move'|''} */ this.asking = '';
    this.when = 0;
    this.day = '';
    this.isChanging = false;
    /** @type {import('../../app/photos.js').WordedPicture|null} */ this.picture = null;
    this.isReading = false;
    this.photoNote = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.prompt = Math.floor(this.app.attune.now() / 86_400_000) % PROMPTS; // another one each day
    if (this.params[0] === 'new') void this.#loadCards();
  }

  /** Cards to write to, behind the prompts: what was not on a screen for a year comes first. */
  async #loadCards() {
    const { attune } = this.app;
    const { questions } = await text().content('questions');
    const ids = await attune.decks.prompts(questions, DECK, attune.pair);
    this.cards = ids.flatMap((id) => questions.find((/** @type {any} */ card) => card.id === id) ?? []);
  }

  #nextPrompt() {
    this.prompt = (this.prompt + 1) % (PROMPTS + this.cards.length);
    const card = this.cards[this.prompt - PROMPTS];
    if (card) void this.app.attune.decks.note([card.id]);
  }

  /** @param {string} name */
  #promptText(name) {
    return this.cards[this.prompt - PROMPTS]?.text ?? t(`moments-prompt-${this.prompt + 1}`, { name });
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  /** The draft of the page that is written here: a new one, or one that changes. */
  get #draftKey() {
    return DRAFT + (this.params[0] ?? 'new');
  }

  willUpdate() {
    const draft = this.freshDraft(this.#draftKey);
    if (draft) {
      const [pair, heading, page, audience, kept = null] = draft;
      const isOfOthers = pair !== this.app.attune.pairName; // words marked for somebody are marked for nobody else
      const picture = kept && { id: kept[0], width: kept[1], height: kept[2], words: kept[3] };
      Object.assign(this, { heading, page, audience: isOfOthers ? ONLY_ME : audience, picture, isChanging: true });
    }
    this.story = this.freshDraft(STORY + (this.params[0] ?? '')) ?? this.story;
  }

  render() {
    const [first, second] = this.params;
    const isWriting = first === 'new' || this.isChanging;
    const back = () => this.app.go(first === undefined ? '#/practices' : '#/moments');
    return qt`<main class="screen flow">${bar({ back })}${
      first === undefined ? this.#all() : first === 'plan' ? this.#plan(second ?? '') : isWriting ? this.#write(first) : this.#one(first)
    }</main>`;
  }

  #notThere() {
    return qt`<div class="body stack"><h1 class="prompt">${t('moments-gone')}</h1></div>`;
  }

  // ---- all of them

  #all() {
    const { attune } = this.app;
    const { moments } = attune;
    const [all, plans, ideas] = [this.beginning(moments.newest()), moments.plans(), this.beginning(moments.ideas(), { name: 'ideas' })];
    const draft = attune.drafts.get(`${DRAFT}new`);
    const agains = (/** @type {string} */ title, /** @type {Entry[]} */ entries) =>
      entries.length === 0
        ? d
        : qt`<h2 class="section">${title}</h2><ul class="rows">${entries.map(
            (entry) =>
              qt`<li><a class="what" href="#/moments/plan/${entry.id}"><b class="said">${againOf(entry)}</b>${whenOf(entry).untilMs === null ? d : qt`<span class="label soft">${timeOf(entry)}</span>`}</a>${icon('chevron-right', 's')}</li>`,
          )}</ul>`;
    return qt`
      <div class="body stack">
        <header class="head"><h1>${t('moments-title')}</h1></header>
        ${all.some.length === 0 && !draft ? qt`<p class="lead">${t('moments-none')}</p>` : d}
        ${this.#turn()}
        ${draft ? qt`<a class="entry draft" data-for="me" href="#/moments/new"><span class="meta">${icon('pencil')}<b>${t('moments-draft')}</b></span><p class="said excerpt">${draft[1] || draft[2]}</p></a>` : d}
        ${agains(t('moments-plans'), plans)}
        ${all.some.map((entry) => this.#entry(entry))} ${all.more}
        ${agains(t('moments-ideas'), ideas.some)} ${ideas.more}
          ${carriedOffers(this.app, 'again', null)}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot"><a class="btn primary big wide" href="#/moments/new">${t('moments-write')}</a>
        ${attune.pair ? qt`<a class="btn line big wide" href=${READ}>${t('moments-together')}</a>` : d}</div>
    `;
  }

  /** Whose the page is to write: no reason, no reminder, no date. */
  #turn() {
    const { attune } = this.app;
    const { moments } = attune;
    if (!attune.pair || moments.turn.with === null) return d;
    if (moments.turn.with === 'them') return qt`<p class="label soft">${t('moments-turn-theirs', { name: this.#name })}</p>`;
    if (!moments.isMyTurn) return d;
    return qt`<p class="label">${t(moments.turn.isBack ? 'moments-turn-back' : 'moments-turn-mine')}
      ${moments.turn.isBack ? d : qt`<button class="btn text" @click=${() => void attune.attempt(() => moments.pass(true))}>${t('moments-give-back')}</button>`}</p>`;
  }

  /** @param {Entry} entry */
  #entry(entry) {
    const isForMe = entry.isMine && !isOut(entry);
    const words = isSealed(entry) && !entry.isMine ? t('moments-sealed') : pageOf(entry);
    const shown = this.app.attune.moments.photo(entry);
    return qt`<a class="entry" data-for=${isForMe ? 'me' : 'us'} href="#/moments/${entry.id}">
      <span class="meta">${
        isForMe
          ? qt`${icon('lock')}<b>${t('only-me')}</b>`
          : qt`${mark(entry.isMine ? 'you' : 'they')}<b>${entry.isMine ? t('you') : this.#name}</b>${isSealed(entry) ? icon('lock') : d}`
      }
        <span class="push">${shortDate(entry.at)}</span></span>
      ${titleOf(entry) ? qt`<h3>${titleOf(entry)}</h3>` : d}<p class=${isSealed(entry) && !entry.isMine ? 'label soft' : 'said excerpt'}>${words}</p>
      ${shown ? qt`<p class="label soft photo-line">${icon('image', 's')}${shown.photo.words || t('photo-one')}</p>` : d}</a>`;
  }

  // ---- writing

  /** @param {string} id `new`, or of the page that changes */
  #write(id) {
    const { attune } = this.app;
    const { pair } = attune;
    const name = this.#name;
    const before = id === 'new' ? null : attune.moments.get(id);
    const wasRead = before !== null && before.mine['page'] !== undefined && this.audience !== OPEN;
    const hasWords = this.page.trim() !== '';
    return qt`
      <div class="body stack">
        <h1 class="prompt">${pair ? this.#promptText(name) : t('moments-prompt-alone')}</h1>
        <p class="label soft">${t('moments-prompt-small')}</p>
        ${id === 'new' && pair ? qt`<button class="btn text" @click=${() => this.#nextPrompt()}>${t('moments-other-prompt')}</button>` : d}
        ${carriedOffers(this.app, 'moment', (words) => this.#type({ page: [this.page, words].filter(Boolean).join('\n') }))}
        ${textField({ id: 'moment-title', label: t('moments-page-title'), value: this.heading, max: TITLE_CHARS, placeholder: t('moments-page-title-placeholder'), input: (heading) => this.#type({ heading }) })}
        ${textField({ id: 'moment-page', label: t('moments-page'), value: this.page, max: PAGE_CHARS, isLong: true, placeholder: t('moments-page-placeholder'), input: (page) => this.#type({ page }) })}
        ${photoInput({
          app: this.app,
          picture: this.picture,
          isReading: this.isReading,
          note: this.photoNote,
          max: WORDS_CHARS,
          choose: (file) => void this.#choose(file),
          say: (words) => this.picture && this.#type({ picture: { ...this.picture, words } }),
          takeOut: () => this.#takeOut(),
        })}
        ${
          pair
            ? qt`<p class="section">${t('moments-for-whom')}</p>${chipChoice({
                label: t('moments-for-whom'),
                value: String(this.audience),
                options: AUDIENCES.map(([message], i) => ({ value: String(i), label: t(message) })),
                pick: (audience) => this.#type({ audience: Number(audience) }),
              })}
              ${this.audience === ONLY_ME ? lockLine(t('moments-only-me-small')) : qt`<p class="label soft">${t(AUDIENCES[this.audience]?.[1] ?? '', { name })}</p>`}
              ${wasRead ? qt`<p class="label">${t('moments-was-read', { name })}</p>` : d}`
            : lockLine(t('moments-only-me-small'))
        }
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        <button class="btn primary big wide" ?disabled=${!hasWords} @click=${() => void this.#keep(id)}>${t(this.audience === ONLY_ME ? 'moments-keep' : 'share')}</button>
        <button class="btn text" @click=${() => this.app.go('#/moments')}>${t('moments-keep-draft')}</button>
      </div>
    `;
  }

  /** @param {Partial<{heading: string, page: string, audience: number, picture: import('../../app/photos.js').WordedPicture|null}>} change */
  #type(change) {
    Object.assign(this, change);
    this.photoNote = '';
    const { picture } = this;
    const kept = picture && [picture.id, picture.width, picture.height, picture.words];
    this.setDraft(this.#draftKey, [this.app.attune.pairName, this.heading, this.page, this.audience, kept]);
  }

  /** @param {File} file */
  async #choose(file) {
    this.isReading = true;
    const { picture, note } = await choosePhoto(this.app.attune, file);
    this.isReading = false;
    if (picture) this.#type({ picture });
    this.photoNote = note;
  }

  #takeOut() {
    const { picture } = this;
    this.#type({ picture: null });
    if (picture) void this.app.attune.attempt(() => this.app.attune.photos.drop(picture.id));
  }

  /** @param {string} id */
  async #keep(id) {
    const { attune } = this.app;
    const { moments } = attune;
    const { picture } = this;
    const words = { title: this.heading, page: this.page, audience: this.audience, picture };
    const record = await attune.attempt(async () => {
      try {
        return await moments.write(words, id === 'new' ? undefined : id);
      } catch (error) {
        if (/** @type {Error} */ (error).name !== 'PhotoAway') throw error;
        this.photoNote = t('photo-not-here');
        return null;
      }
    });
    if (!record || attune.trouble) return;
    await attune.drafts.clear(this.#draftKey);
    if (picture) await attune.attempt(() => attune.photos.drop(picture.id));
    if (id === 'new' && moments.isMyTurn) await attune.attempt(() => moments.seeTurn());
    Object.assign(this, { isChanging: false, heading: '', page: '', audience: ONLY_ME, picture: null });
    this.app.go(`#/moments/${record}`);
  }

  // ---- one

  /** @param {string} id */
  #one(id) {
    const entry = this.app.attune.moments.get(id);
    if (!entry) return this.#notThere();
    return entry.isMine ? this.#mine(entry) : this.#theirs(entry);
  }

  /** @param {Entry} entry */
  #words(entry) {
    const shown = this.app.attune.moments.photo(entry);
    return qt`<article class="card ${entry.isMine && !isOut(entry) ? 'mine' : ''} page stack"><p class="said">${pageOf(entry)}</p>${shown ? photoOf(this.app, shown) : d}</article>`;
  }

  /** @param {Entry} entry @param {'you'|'they'} whose @param {string} label */
  #storyOf(entry, whose, label) {
    const story = (whose === 'you' ? entry.mine : entry.theirs)['story'];
    return story === undefined
      ? d
      : qt`<article class="card shown"><p class="small soft">${who(whose, whose === 'you' ? t('you') : this.#name)} <span>${label}</span></p><p class="said">${story}</p></article>`;
  }

  /** @param {Entry} entry */
  #mine(entry) {
    const { attune } = this.app;
    const { moments } = attune;
    const name = this.#name;
    const where = !isOut(entry)
      ? lockLine(t('practice-only-you'))
      : qt`<p class="label soft">${t(isSealed(entry) ? 'moments-sealed-mine' : 'moments-open-mine', { name })}</p>${isSealed(entry) ? qt`<p class="small soft">${t('moments-sealed-promise')}</p>` : d}`;
    const change = () => {
      const { own } = entry;
      const picture = pictureOf(moments.photo(entry)?.photo);
      this.#type({ heading: titleOf(entry), page: pageOf(entry), audience: Number(own['audience'] ?? ONLY_ME), picture });
      this.isChanging = true;
    };
    const isAnswered = entry.theirs['story'] !== undefined;
    return qt`
      <div class="body stack">
        <p class="label soft">${t('moments-wrote-on', { date: longDate(entry.at) })}</p>
        <h1 class="prompt">${titleOf(entry) || t('moments-untitled')}</h1>
        ${where} ${this.#words(entry)} ${this.#storyOf(entry, 'they', t('moments-story-of', { name }))}
        ${entry.theirs['together'] ? qt`<p class="label soft">${t('moments-together-later')}</p>` : d}
        ${this.asking === 'erase' ? qt`<p class="lead" role="status">${t('moments-erase-sure')}</p>` : d}
        ${this.asking ? qt`${isOut(entry) ? qt`<p class="label">${t('moments-was-read', { name })}</p>` : d}` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${
        this.asking === 'erase'
          ? qt`${this.#button(t('moments-erase'), () => moments.erase(entry.id), '#/moments')} ${this.#backButton()}`
          : this.asking === 'take-back'
            ? qt`${this.#button(t('moments-take-back'), () => moments.takeBack(entry.id))} ${this.#backButton()}`
            : qt`
                ${isAnswered && !entry.mine['taken'] ? this.#button(t('moments-taken-in'), () => moments.takeIn(entry.id), null, 'primary') : d}
                ${isAnswered && !entry.mine['taken'] && !entry.own['read'] ? this.#button(t('close'), () => moments.readAnswer(entry.id), '#/moments') : d}
                ${this.#passButton()}
                ${attune.pair ? toRetreat(this.app, { practice: 'moments-journal', session: entry.id, text: titleOf(entry) || clip(pageOf(entry), LINE_CHARS) }) : d}
                <button class="btn line big wide" @click=${change}>${t('moments-change')}</button>
                ${isOut(entry) ? qt`<button class="btn text" @click=${() => (this.asking = 'take-back')}>${t('moments-take-back')}</button>` : d}
                <button class="btn text" @click=${() => (this.asking = 'erase')}>${t('moments-erase')}</button>`
      }</div>
    `;
  }

  /** After writing, if one likes. */
  #passButton() {
    const { attune } = this.app;
    if (!attune.pair) return d;
    if (attune.moments.turn.with === 'them') return qt`<p class="small soft">${t('moments-turn-theirs', { name: this.#name })}</p>`;
    return qt`<button class="btn line big wide" aria-describedby="pass-small" @click=${() => void attune.attempt(() => attune.moments.pass())}>${t('moments-pass')}</button>
      <p class="small soft" id="pass-small">${t('moments-pass-small', { name: this.#name })}</p>`;
  }

  /** @param {Entry} entry */
  #theirs(entry) {
    const { attune } = this.app;
    const { moments } = attune;
    const name = this.#name;
    const close = this.#button(t('close'), () => moments.close(entry.id), '#/moments');
    const together = qt`<a class="btn line big wide" href=${READ}>${t('moments-together')}</a>`;
    const date = qt`<p class="label soft">${t('moments-they-wrote-on', { name, date: longDate(entry.at) })}</p>
      <h1 class="prompt">${titleOf(entry) || t('moments-untitled')}</h1>`;
    if (isSealed(entry))
      return qt`<div class="body stack">${date}<p class="lead">${t('moments-sealed')}</p><p class="small soft">${t('moments-sealed-promise')}</p>
          ${this.#storyOf(entry, 'you', t('moments-story-mine'))}</div>
        <div class="foot"><a class="btn primary big wide" href=${READ}>${t('moments-together')}</a>${close}</div>`;
    const isAnswered = entry.mine['story'] !== undefined;
    return qt`
      <div class="body stack">
        ${date} ${this.#words(entry)} ${this.#storyOf(entry, 'you', t('moments-story-mine'))}
        ${entry.theirs['taken'] ? qt`<p class="label soft">${t('moments-was-taken-in', { name })}</p>` : d}
        ${entry.mine['together'] ? qt`<p class="label soft">${t('moments-together-later')}</p>` : d}
        ${
          isAnswered
            ? d
            : qt`${textField({ id: 'moment-story', label: t('moments-story'), value: this.story, max: STORY_CHARS, isLong: true, placeholder: t('moments-story-placeholder'), input: (story) => this.#answer(story) })}
              <p class="small soft">${t('practice-will-see', { name })}</p>`
        }
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        ${isAnswered ? d : qt`<button class="btn primary big wide" ?disabled=${!this.story.trim()} @click=${() => void this.#send(entry)}>${t('share')}</button>`}
        ${entry.mine['together'] ? together : this.#button(t('moments-together-later'), () => moments.readLater(entry.id))}
        ${close}
      </div>
    `;
  }

  /** @param {string} story */
  #answer(story) {
    this.story = story;
    this.setDraft(STORY + (this.params[0] ?? ''), story || null);
  }

  /** @param {Entry} entry */
  async #send(entry) {
    const { attune } = this.app;
    await attune.attempt(() => attune.moments.answer(entry.id, this.story));
    if (!attune.trouble) await attune.drafts.clear(STORY + entry.id);
  }

  // ---- to do again

  /** @param {string} id */
  #plan(id) {
    const { attune } = this.app;
    const { moments } = attune;
    const entry = moments.plan(id);
    if (!entry) return this.#notThere();
    const isPlan = moments.plans().some((each) => each.id === id);
    const isDone = entry.mine['done'] === true || entry.theirs['done'] === true;
    const { day, untilMs } = whenOf(entry);
    return qt`
      <div class="body stack">
        <p class="label soft">${isDone || !isPlan ? (isDone ? t('moments-keep-too') : t('moments-idea')) : t('moments-both-said-yes', { time: timeOf(entry) })}</p>
        <h1 class="prompt">${againOf(entry)}</h1>
        ${this.asking === 'move' ? this.#moving() : d}
        ${isPlan && day && untilMs ? qt`<button class="btn text" @click=${() => intoCalendar(this.app, day)}>${t('moments-to-calendar')}</button>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">${isDone ? qt`${toMoment(this.app, { practice: 'moments-journal', session: id, text: againOf(entry) })}<button class="btn text" @click=${() => this.app.go('#/moments')}>${t('moments-no')}</button>` : this.#planButtons(entry, isPlan)}</div>
    `;
  }

  /** @param {Entry} entry @param {boolean} isPlan */
  #planButtons(entry, isPlan) {
    const { moments } = this.app.attune;
    if (this.asking === 'move')
      return qt`${this.#button(t('moments-set-day'), () => moments.move(entry, this.when, this.day), null, 'primary')} ${this.#backButton()}`;
    return qt`${this.#button(t('moments-did-it'), () => moments.done(entry), null, moments.isOver(entry) ? 'primary' : 'line')}
      <button class="btn line big wide" @click=${() => (this.asking = 'move')}>${t('moments-another-day')}</button>
      ${isPlan ? qt`${this.#button(t('moments-let-go'), () => moments.letGo(entry), '#/moments', 'text')}<p class="small soft">${t('moments-let-go-small')}</p>` : d}`;
  }

  #moving() {
    return qt`${chipChoice({
      label: t('moments-another-day'),
      value: String(this.when),
      options: [0, 1, SOME_DAY].map((when) => ({ value: String(when), label: t(`moments-when-${when + 1}`) })),
      pick: (when) => Object.assign(this, { when: Number(when), day: '' }),
    })}
      <div class="entryfield"><label class="label" for="moment-day">${t('moments-day')}</label>
        <input id="moment-day" class="field box" type="date" .value=${this.day} @input=${(/** @type {Event} */ event) => (this.day = /** @type {HTMLInputElement} */ (event.target).value)} /></div>`;
  }

  // ---- buttons

  #backButton() {
    return qt`<button class="btn text" @click=${() => (this.asking = '')}>${t('back')}</button>`;
  }

  /** @param {string} label @param {() => Promise<void>} step @param {string|null} [next] place @param {string} [kind] */
  #button(label, step, next = null, kind = 'line') {
    const act = async () => {
      const { attune } = this.app;
      await attune.attempt(step);
      if (attune.trouble) return;
      this.asking = '';
      if (next) this.app.go(next);
    };
    return qt`<button class="btn ${kind} big wide" @click=${() => void act()}>${label}</button>`;
  }
}
customElements.define('moments-screen', MomentsScreen);
