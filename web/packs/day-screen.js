import { Screen, isDayLabel, text, bar, longDate, noonOf, qt, skies, mark, t, d, who, icon, lockLine, textField, LIMIT, notice } from './main.js';
import { loadVocabulary, openedDay, noteSeenLines, syncLine, openDay, spokenSide, phraseText, troubleNotice, skyName, wordsText, sinceSeen } from './today.js';

/** One day: sealed, opened together, answered in own time. */
class DayScreen extends Screen {
  static properties = {
    ...Screen.properties,
    vocabulary: { state: true },
    heard: { state: true },
    question: { state: true },
    answer: { state: true },
    parked: { state: true },
    note: { state: true },
    asked: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    this.heard = '';
    this.question = '';
    this.answer = '';
    this.parked = '';
    this.note = '';
    this.asked = '';
    this.isSealed = false;
    this.isRising = false;
  }

  get day() {
    const label = this.params[0] ?? '';
    return isDayLabel(label) ? label : this.app.attune.today();
  }

  connectedCallback() {
    super.connectedCallback();
    const { checkIns } = this.app.attune;
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    void checkIns.prepare(this.day).then(() => this.requestUpdate());
  }

  willUpdate() {
    const draft = this.freshDraft(`day/${this.app.attune.pairName}/${this.day}`);
    if (draft) [this.heard, this.question, this.answer, this.parked] = draft;
    this.isSealed = openedDay(this.app.attune, this.day).isSealed;
  }

  updated() {
    if (!this.isSealed) noteSeenLines(this.app.attune, this.day);
  }

  render() {
    const day = this.app.attune.checkIns.day(this.day);
    const name = this.app.attune.pair?.them.name ?? '';
    return qt`
      <main class="screen dayview">
        ${bar({ title: longDate(noonOf(day.day)), back: () => this.app.go('#/today'), end: syncLine(this.app.attune.sync) })}
        <h1 class="vh">${longDate(noonOf(day.day))}</h1>
        ${this.isSealed ? this.#sealed(name) : this.#open(day, name)}
      </main>
    `;
  }

  /** Both have shared; a tap lets both weathers rise together. @param {string} name */
  #sealed(name) {
    return qt`
      <div class="full beat">
        ${skies({
          above: null,
          below: null,
          state: 'sealed',
          aboveText: qt`<span class="mid">${mark('they')}<span>${name}</span></span>`,
          belowText: qt`<span class="mid">${mark('you')}<span>${t('you')}</span></span>`,
        })}
        <div class="acts"><p class="label">${t('open-answered-both')}</p><button class="btn primary big wide" @click=${() => this.#reveal()}>${t('open-together')}</button></div>
      </div>
    `;
  }

  async #reveal() {
    this.isRising = true;
    openDay(this.app.attune, this.day);
    this.requestUpdate();
    await this.updateComplete;
    const day = this.app.attune.checkIns.day(this.day);
    const { pair } = this.app.attune;
    if (!day.theirs || !day.shared || !pair) return;
    this.app.announce(
      t('open-announce', {
        phrase: phraseText(this.vocabulary, day.theirs.sky, day.shared.sky),
        theirs: `${spokenSide(this.vocabulary, pair.them.name, day.theirs)}.`,
        mine: `${spokenSide(this.vocabulary, t('you'), day.shared)}.`,
      }),
    );
  }

  /** @param {import('../../core/check-in.js').Day} day @param {string} name */
  #open(day, name) {
    const { vocabulary } = this;
    const mine = day.shared ?? day.mine;
    const { theirs } = day;
    return qt`
      <div class="dayskies">
        ${skies({
          above: theirs?.sky ?? null,
          below: mine?.sky ?? null,
          state: this.isRising ? 'rising' : 'open',
          aboveText: theirs ? this.#side('they', name, theirs) : d,
          belowText: mine ? this.#side('you', t('you'), mine) : d,
          bead: day.isOpen ? phraseText(vocabulary, theirs?.sky ?? null, day.shared?.sky ?? null) || null : null,
        })}
      </div>
      <div class="page">
        ${troubleNotice(this.app)}
        ${day.isOver && !day.isOpen && (theirs || day.shared) ? qt`<p class="label soft">${t('open-day-over')}</p>` : d}
        ${theirs && day.isOpen && !day.myReply ? qt`<p class="label soft">${t('reply-day-open', { name })}</p>` : d}
        ${theirs ? this.#lines('they', name, theirs) : d}
        ${mine ? this.#ownLines(day) : qt`<p class="lead soft">${t('days-none')}</p>`}
        ${theirs || day.theirReply ? this.#reply(day, name) : d}
        ${day.shared || day.theirs ? this.#parking(day, name) : d}
      </div>
    `;
  }

  /** @param {'you'|'they'} whose @param {string} person @param {{sky: string|null, words: import('../words.js').Chosen[]|null}} side */
  #side(whose, person, { sky, words }) {
    return qt`${who(whose, person)}
      ${sky ? qt`<span class="sky-name">${skyName(this.vocabulary, sky)}</span>` : d}
      ${words?.length ? qt`<span class="sky-words">${wordsText(this.vocabulary, words)}</span>` : d}`;
  }

  /** @param {'you'|'they'} whose @param {string} person @param {import('../../core/check-in.js').SharedSide} side */
  #lines(whose, person, side) {
    const { missed, changed } = whose === 'they' ? sinceSeen(this.app.attune, this.day, side) : { missed: [], changed: [] };
    const marks = missed.length + changed.length > 0;
    const said = [side.mattered, side.worry].some((line) => line) || side.energy !== null || marks;
    if (!said) return d;
    return qt`
      <article class="card">
        ${who(whose, person)}
        ${side.energy !== null ? line('line-energy', t(`weather-energy-${side.energy}`)) : d}
        ${side.mattered ? line('line-mattered', side.mattered, true) : d} ${side.worry ? line('line-worry', side.worry, true) : d}
        ${changed.map((each) => qt`<p class="lockline">${icon('pencil', 's')}${t('line-changed', { line: t(`line-${each}`) })}</p>`)}
        ${missed.map(() => qt`<p class="lockline">${icon('undo-2', 's')}${t('line-taken-back')}</p>`)}
      </article>
    `;
  }

  /** @param {import('../../core/check-in.js').Day} day */
  #ownLines(day) {
    const side = day.mine;
    const { sync } = this.app.attune;
    const name = this.app.attune.pair?.them.name ?? '';
    if (!side) return d;
    const lines = /** @type {const} */ ([
      ['sky', side.sky ? skyName(this.vocabulary, side.sky) : ''],
      ['words', wordsText(this.vocabulary, side.words)],
      ['energy', side.energy === null ? '' : t(`weather-energy-${side.energy}`)],
      ['mattered', side.mattered],
      ['worry', side.worry],
    ]);
    const shared = day.shared;
    const isShared = (/** @type {'sky'|'words'|'energy'|'mattered'|'worry'} */ id) =>
      shared !== null && shared[id] !== null && !shared.takenBack.includes(id);
    return qt`
      <article class="card">
        ${who('you', t('you'))}
        ${day.wish ? qt`<div class="ownline" data-for="me">${line('alone-wish-prompt', day.wish, true)}${lockLine(t('only-me'))}</div>` : d}
        ${lines
          .filter(([, value]) => value)
          .map(
            ([id, value]) => qt`<div class="ownline" data-for=${isShared(id) ? 'us' : 'me'}>
              ${line(`line-${id}`, value, id === 'mattered' || id === 'worry')}
              ${
                isShared(id)
                  ? qt`<button class="btn square" aria-label=${`${t('line-take-back')}: ${t(`line-${id}`)}`} title=${t('line-take-back')} @click=${() => (this.asked = id)}>${icon('undo-2', 's')}</button>`
                  : lockLine(day.theirs && shared?.takenBack.includes(id) ? t('line-take-back-note', { name }) : t('only-me'))
              }
              ${this.asked === id ? this.#askTakeBack(id, day.theirs ? name : null) : d}
            </div>`,
          )}
        ${!day.isOver && this.app.attune.pair ? qt`<div class="line"><a class="btn text" href="#/check-in">${shared ? t('today-change') : t('today-share-more')}</a></div>` : d}
      </article>
      ${shared && !day.isOpen && !day.isOver ? qt`<p class="label soft" role="status">${t('weather-sealed')} ${t('weather-kept-until')}</p>` : d}
      ${shared && sync.waiting > 0 && sync.state !== 'synced' ? qt`<p class="label soft">${t('weather-waits')}</p>` : d}
    `;
  }

  /** @param {import('../../core/check-in.js').Day} day @param {string} name */
  #reply(day, name) {
    const { myReply, theirReply, myAnswer, theirAnswer } = day;
    return qt`
      ${
        theirReply
          ? qt`<article class="card">${who('they', name)}
              ${theirReply.heard ? line('reply-theirs', theirReply.heard, true, { name }) : d}
              ${theirReply.question ? line('reply-question', theirReply.question, true, { name }) : d}
              ${
                theirReply.question
                  ? myAnswer !== null
                    ? myAnswer
                      ? line('answer-mine', myAnswer, true)
                      : d
                    : qt`${textField({ id: 'answer', label: t('answer-prompt'), value: this.answer, max: LIMIT.answer, isLong: true, input: (value) => this.#type('answer', value) })}
                      <p class="small soft">${t('will-see-answer', { name })}</p>
                      <div class="line">
                        <button class="btn primary" aria-disabled=${this.answer.trim() ? 'false' : 'true'} @click=${() => this.#sendAnswer(this.answer)}>${t('answer-send')}</button>
                        <button class="btn text" @click=${() => this.#sendAnswer('')}>${t('answer-leave')}</button>
                      </div>`
                  : d
              }
            </article>`
          : d
      }
      ${
        myReply
          ? qt`<article class="card">${who('you', t('you'))}
              ${myReply.heard ? line('reply-yours', myReply.heard, true) : d} ${myReply.question ? line('reply-question-mine', myReply.question, true) : d}
              ${theirAnswer ? line('answer-theirs', theirAnswer, true, { name }) : d}
            </article>`
          : !day.theirs
            ? d
            : qt`<article class="card flat">
              ${textField({ id: 'heard', label: t('reply-heard-prompt'), value: this.heard, max: LIMIT.heard, isLong: true, input: (value) => this.#type('heard', value) })}
              ${textField({ id: 'question', label: t('reply-question-prompt'), value: this.question, max: LIMIT.question, input: (value) => this.#type('question', value) })}
              <p class="small soft">${t('reply-small', { name })}</p>
              <button class="btn primary" aria-disabled=${this.heard.trim() || this.question.trim() ? 'false' : 'true'} @click=${() => this.#sendReply()}>${t('reply-send')}</button>
            </article>`
      }
      ${isComplete(day) ? qt`<p class="label soft">${t('day-complete')}</p>` : d}
    `;
  }

  /** @param {import('../../core/check-in.js').Day} day @param {string} name */
  #parking(day, name) {
    const mine = day.parked.find((topic) => topic.isMine);
    const theirs = day.theirs ? day.parked.find((topic) => !topic.isMine) : undefined;
    return qt`
      ${theirs ? qt`<article class="card flat">${line('parked-from-them', theirs.text, true, { name })}</article>` : d}
      ${
        mine
          ? qt`<article class="card flat">${line('parked-from-me', mine.text, true)}</article>`
          : qt`<article class="card flat">
              ${textField({ id: 'parked', label: t('parked-prompt'), value: this.parked, max: LIMIT.parked, placeholder: t('parked-placeholder'), input: (value) => this.#type('parked', value) })}
              <p class="small soft">${t('parked-small', { name })}</p>
              <div class="line"><button class="btn soft" aria-disabled=${this.parked.trim() ? 'false' : 'true'} @click=${() => this.#park()}>${t('parked-park')}</button></div>
            </article>`
      }
      ${this.note ? notice('check', qt`<p role="status">${this.note}</p>`) : d}
    `;
  }

  /** @param {'heard'|'question'|'answer'|'parked'} field @param {string} value */
  #type(field, value) {
    this[field] = value;
    this.#draft();
  }

  #draft() {
    const values = [this.heard, this.question, this.answer, this.parked];
    this.setDraft(`day/${this.app.attune.pairName}/${this.day}`, values.some(Boolean) ? values : null);
  }

  async #sendReply() {
    if (!this.heard.trim() && !this.question.trim()) return;
    const { heard, question } = this;
    const isKept = await this.#keep(() => this.app.attune.checkIns.reply(this.day, { heard, question }));
    if (isKept) this.heard = this.question = '';
    this.#draft();
  }

  /** @param {string} answer */
  async #sendAnswer(answer) {
    if (await this.#keep(() => this.app.attune.checkIns.answer(this.day, answer))) this.answer = '';
    this.#draft();
  }

  async #park() {
    if (!this.parked.trim()) return;
    const { parked } = this;
    if (await this.#keep(() => this.app.attune.checkIns.park(this.day, parked))) {
      this.parked = '';
      this.note = t('parked-done');
    }
    this.#draft();
  }

  /** @param {'sky'|'words'|'energy'|'mattered'|'worry'} id @param {string|null} name of whoever may have read it */
  #askTakeBack(id, name) {
    return qt`<div class="asking" role="alertdialog" aria-labelledby="take-back">
      <p class="label" id="take-back">${name ? t('line-take-back-ask', { name }) : t('line-take-back-ask-sealed')}</p>
      <button class="btn stop" @click=${() => this.#takeBack(id)}>${t('line-yes-take-back')}</button>
      <button class="btn line" @click=${() => (this.asked = '')}>${t('cancel')}</button>
    </div>`;
  }

  /** @param {'sky'|'words'|'energy'|'mattered'|'worry'} id */
  async #takeBack(id) {
    this.asked = '';
    await this.#keep(() => this.app.attune.checkIns.takeBack(this.day, id));
  }

  /** @param {() => Promise<unknown>} write */
  async #keep(write) {
    await this.app.attune.attempt(write);
    return this.app.attune.trouble === null;
  }
}
customElements.define('day-screen', DayScreen);

/** @param {string} label message id @param {string} value @param {boolean} [isSaid] own words @param {Record<string, string>} [args] */
const line = (label, value, isSaid = false, args = {}) => qt`
  <div class="factline"><span class="small soft">${t(label, args)}</span><p class=${isSaid ? 'said' : ''}>${value}</p></div>
`;

/** Script: after the reply and the answers the day is complete. @param {import('../../core/check-in.js').Day} day */
function isComplete({ myReply, theirReply, myAnswer, theirAnswer }) {
  if (!myReply || !theirReply) return false;
  return (!theirReply.question || myAnswer !== null) && (!myReply.question || theirAnswer !== null);
}
