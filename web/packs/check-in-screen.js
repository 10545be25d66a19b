import { moveRadio, ICONS, d, skyArt, icon, qt, Screen, EMPTY_SIDE, text, sideOf, filledLines, unpackSide, isDayLabel, bar, steps, longDate, noonOf, textField, t, LIMIT, switchRow, segments, packSide } from './main.js';
import { loadVocabulary, troubleNotice, toggleWord, wordsText, skyName, withStrength } from './today.js';
import { carriedOffers } from './picture.js';
import { wordPicker, pickedWords } from './thanks-page.js';

/**
 * The picker: eight skies, and two without a field.
 * @param {object} data @param {import('../../core/feelings.js').Sky[]} data.skies @param {string|null} data.value @param {string} data.label @param {(sky: string) => void} data.pick
 */
const skyTiles = ({ skies, value, label, pick }) => qt`
  <div role="radiogroup" aria-label=${label} class="skypicker" @keydown=${moveRadio}>
    <div class="tiles" role="presentation">
      ${skies
        .filter(({ kind }) => kind === 'sky')
        .map(
          (
            sky,
            i,
          ) => qt`<button type="button" class="tile" role="radio" data-sky=${sky.id} aria-checked=${sky.id === value ? 'true' : 'false'}
            aria-label=${`${sky.name}. ${sky.spoken}`} tabindex=${sky.id === value || (value === null && i === 0) ? '0' : '-1'} @click=${() => pick(sky.id)}>
            ${skyArt(sky.id, false)}
            <b><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${ICONS[`sky-${sky.id}`]}</svg>${sky.name}</b><span>${sky.caption}</span>
            ${sky.id === value ? qt`<span class="tick">${icon('check')}</span>` : d}
          </button>`,
        )}
    </div>
    <div class="line more" role="presentation">
      ${skies
        .filter(({ kind }) => kind === 'open')
        .map(
          (
            sky,
          ) => qt`<button type="button" class="chip" role="radio" aria-checked=${sky.id === value ? 'true' : 'false'} aria-label=${`${sky.name}. ${sky.spoken}`}
            tabindex=${sky.id === value ? '0' : '-1'} @click=${() => pick(sky.id)}>${icon(`sky-${sky.id}`)}${sky.name}${sky.id === value ? icon('check', 's') : d}</button>`,
        )}
    </div>
  </div>
`;

/**
 * @typedef {import('../../core/check-in.js').Side} Side
 * @typedef {import('../../core/check-in.js').Line} Line
 */

const STEPS = /** @type {const} */ (['sky', 'words', 'energy', 'mattered', 'worry', 'share']);
const SHARE = STEPS.indexOf('share');
/** One phone for two: what each is writing on it. What they do not share is erased when they pass it on. */
const TABLE_DRAFTS = Object.freeze({ owner: 'table/owner', guest: 'table/guest' });

/** The weather of the day, alone, one question at a time; then each line: only me, or us. */
class CheckInScreen extends Screen {
  static properties = {
    ...Screen.properties,
    isGuest: { attribute: false },
    finished: { attribute: false },
    foot: { attribute: false },
    vocabulary: { state: true },
    side: { state: true },
    step: { state: true },
    shared: { state: true },
    family: { state: true },
    query: { state: true },
    current: { state: true },
    wish: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {Side} */ this.side = EMPTY_SIDE;
    this.step = 0;
    /** @type {Line[]} */ this.shared = [];
    /** @type {string|null} */ this.family = null;
    this.query = '';
    this.current = -1;
    this.day = '';
    this.wish = '';
    this.hasShared = false;
    /** One phone for two: the other person's side, of which only shared lines are kept. */ this.isGuest = false;
    /** In a session: told instead of leaving. @type {((hasShared: boolean, isEmpty: boolean) => void)|null} */ this.finished = null;
    /** In a session: Pause and Stop. @type {unknown} */ this.foot = d;
  }

  connectedCallback() {
    super.connectedCallback();
    const { attune } = this.app;
    this.day = this.#asked ?? attune.live.session?.day ?? attune.today();
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    const before = attune.checkIns.day(this.day);
    if (this.isGuest || attune.drafts.get(this.#draftKey) !== undefined) return;
    const shown = this.#isTable ? before.shared && sideOf(before.shared) : before.mine;
    if (!shown) return;
    this.side = shown;
    this.wish = before.wish;
    this.shared = before.shared ? filledLines(shown).filter((line) => before.shared?.[line] !== null) : [];
    this.step = SHARE;
  }

  /** Both look at this phone: nothing private is shown on it, and nothing private kept. */
  get #isTable() {
    return this.app.attune.live.session?.mode === 'one-phone' && this.finished !== null;
  }

  willUpdate() {
    const draft = this.freshDraft(this.#draftKey);
    if (!draft) return;
    const [step, pairs, shared, wish, pair = ''] = draft;
    this.wish = wish ?? '';
    this.step = Math.min(Math.max(0, step), SHARE);
    this.side = unpackSide(new Map(pairs));
    this.shared = pair === this.app.attune.pairName ? shared : []; // words marked for somebody are marked for nobody else
  }

  /** `#/check-in/2026-11-24`: an earlier day whose words were not finished. */
  get #asked() {
    const label = this.params[0] ?? '';
    return isDayLabel(label) && label < this.app.attune.today() ? label : null;
  }

  render() {
    const name = STEPS[this.step];
    return qt`
      <main class="screen flow checkin">
        ${bar(this.finished ? { middle: steps(this.step, STEPS.length) } : { close: () => this.#leave(), middle: steps(this.step, STEPS.length) })}
        <div class="body stack">
          ${troubleNotice(this.app)}
          ${this.#asked ? qt`<p class="label soft">${longDate(noonOf(this.day))}</p>` : d}
          ${this.vocabulary ? this.#question(name ?? 'sky', this.vocabulary) : d}
        </div>
        <div class="foot">${this.#foot(name ?? 'sky')}${this.foot}</div>
      </main>
    `;
  }

  /** @param {(typeof STEPS)[number]} name @param {import('../words.js').Vocabulary} vocabulary */
  #question(name, vocabulary) {
    const { side } = this;
    switch (name) {
      case 'sky':
        return qt`${this.#prompt('weather-sky-prompt', 'weather-sky-small')}
          ${skyTiles({ skies: vocabulary.skies, value: side.sky, label: t('weather-sky-prompt'), pick: (sky) => this.#set({ sky }) })}`;
      case 'words':
        return qt`${this.#prompt('weather-words-prompt', 'weather-words-small')}
          ${wordPicker(
            { sky: side.sky, family: this.family, query: this.query, chosen: side.words, current: this.current },
            {
              vocabulary,
              isPartners: this.app.attune.isPartners,
              change: (change) => Object.assign(this, change),
              toggle: (word) => this.#toggle(word),
              strength: (index, strength) => this.#set({ words: withStrength(side.words, index, strength) }),
            },
          )}`;
      case 'energy':
        return qt`${this.#prompt('weather-energy-prompt')}
          <div class="energy">${segments({
            label: t('weather-energy-prompt'),
            value: side.energy === null ? null : String(side.energy),
            options: [0, 1, 2, 3, 4].map((value) => ({ value: String(value), label: t(`weather-energy-${value}`) })),
            pick: (value) => this.#set({ energy: Number(value) }),
          })}</div>`;
      case 'mattered':
        return qt`${this.#prompt('weather-mattered-prompt')}
          ${textField({ id: 'mattered', label: t('weather-mattered-prompt'), isLabelHidden: true, value: side.mattered, max: LIMIT.mattered, isLong: true, placeholder: t('weather-mattered-placeholder'), input: (mattered) => this.#set({ mattered }) })}
          ${switchRow({ id: 'good-news', label: t('weather-good-news'), isOn: side.goodNews, toggle: () => this.#set({ goodNews: !side.goodNews }) })}
          ${this.isGuest || this.#isTable ? d : carriedOffers(this.app, 'check-in', (text) => this.#set({ mattered: [side.mattered, text].filter(Boolean).join(' ') }))}
          ${this.#topics()}`;
      case 'worry':
        return qt`${this.#prompt('weather-worry-prompt')}
          ${textField({ id: 'worry', label: t('weather-worry-prompt'), isLabelHidden: true, value: side.worry, max: LIMIT.worry, isLong: true, placeholder: t('weather-worry-placeholder'), input: (worry) => this.#set({ worry }) })}`;
      default:
        return this.#sharing(vocabulary);
    }
  }

  /** What was parked comes back here, to be taken up or left. */
  #topics() {
    const { checkIns, pair } = this.app.attune;
    const topics = this.isGuest ? [] : checkIns.topics().filter(({ day }) => day < this.day);
    return topics.slice(0, 3).map(
      ({ text: topic, isMine }) => qt`<div class="factline">
        <span class="small soft">${isMine ? t('parked-from-me') : t('parked-from-them', { name: pair?.them.name ?? '' })}</span>
        <p class="said">${topic}</p>
      </div>`,
    );
  }

  /** @param {string} id @param {string} [small] */
  #prompt(id, small) {
    return qt`<div class="stack ask"><h1 class="prompt">${t(id)}</h1>${small ? qt`<p class="label soft">${t(small)}</p>` : d}</div>`;
  }

  /** @param {import('../words.js').Vocabulary} vocabulary */
  #sharing(vocabulary) {
    const { side } = this;
    const { pair } = this.app.attune;
    const reader = this.isGuest ? pair?.me.name : pair?.them.name;
    const filled = filledLines(side);
    const value = (/** @type {Line} */ line) =>
      ({
        sky: () => skyName(vocabulary, side.sky),
        words: () => wordsText(vocabulary, side.words),
        energy: () => t(`weather-energy-${side.energy ?? 0}`),
        mattered: () => side.mattered,
        worry: () => side.worry,
      })[line]();
    if (filled.length === 0) return this.#prompt('weather-nothing-written');
    if (!pair)
      return qt`${this.#prompt('weather-kept')}
        ${this.#wishField()}
        ${filled.map((line) => qt`<div class="factline"><span class="small soft">${t(`line-${line}`)}</span><p class="said">${value(line)}</p></div>`)}`;
    return qt`
      ${this.#prompt('weather-share-prompt')}
      <p class="label soft">${t(this.#asked ? 'weather-share-late' : 'weather-share-small', { name: reader ?? '' })}</p>
      ${filled.map(
        (line) => qt`
          <article class="card shareline" data-for=${this.shared.includes(line) ? 'us' : 'me'}>
            <span class="small">${t(`line-${line}`)}</span>
            <p class="said">${value(line)}</p>
            ${segments({
              label: t(`line-${line}`),
              value: this.shared.includes(line) ? 'us' : 'me',
              options: [
                { value: 'me', label: t(this.#isTable ? 'line-leave-out' : 'line-only-me') },
                { value: 'us', label: t('line-us') },
              ],
              pick: (who) => this.#mark(line, who === 'us'),
            })}
          </article>
        `,
      )}
    `;
  }

  /** Alone: a sentence for nobody else. */
  #wishField() {
    return qt`${textField({ id: 'wish', label: t('alone-wish-prompt'), value: this.wish, max: LIMIT.wish, isLong: true, input: (value) => this.#wish(value) })}
      <p class="small soft">${t('alone-wish-small')}</p>
      ${this.wish ? qt`<button class="btn text" @click=${() => this.#wish('')}>${t('alone-erase')}</button>` : d}`;
  }

  /** @param {string} wish */
  #wish(wish) {
    this.wish = wish;
    this.#draft();
  }

  /** @param {(typeof STEPS)[number]} name */
  #foot(name) {
    const { side } = this;
    if (name === 'share') return this.#shareFoot();
    const isEmpty = {
      sky: side.sky === null,
      words: side.words.length === 0,
      energy: side.energy === null,
      mattered: !side.mattered.trim(),
      worry: !side.worry.trim(),
    }[name];
    const skip = {
      sky: 'weather-skip',
      words: 'weather-no-words',
      energy: 'weather-skip',
      mattered: 'weather-leave-empty',
      worry: 'weather-no-worry',
    }[name];
    return qt`
      ${name === 'words' && this.vocabulary ? pickedWords(side.words, this.vocabulary, { toggle: (word) => this.#toggle(word), look: (index) => (this.current = index) }) : d}
      <button class="btn ${isEmpty ? 'line' : 'primary'} big wide" @click=${() => this.#go(this.step + 1)}>${isEmpty ? t(skip) : t('weather-next')}</button>
      <div class="footline">
        ${this.step > 0 ? qt`<button class="btn text" @click=${() => this.#go(this.step - 1)}>${t('check-in-back')}</button>` : d}
        <button class="btn text push" @click=${() => this.#go(SHARE)}>${t('check-in-enough')}</button>
      </div>
    `;
  }

  #shareFoot() {
    const lines = filledLines(this.side);
    const back = qt`<button class="btn text" @click=${() => this.#go(SHARE - 1)}>${t('check-in-back')}</button>`;
    if (lines.length === 0 || !this.app.attune.pair)
      return qt`<button class="btn primary big wide" @click=${() => this.#keep()}>${t(lines.length > 0 ? 'alone-keep' : this.finished ? 'live-go-to-listening' : 'check-in-close')}</button>${back}`;
    const marked = lines.filter((line) => this.shared.includes(line));
    return qt`
      <button class="btn primary big wide" aria-disabled=${marked.length > 0 ? 'false' : 'true'} @click=${() => this.#share(marked)}>${t('weather-share-these')}</button>
      <div class="footline">${back}<button class="btn text push" @click=${() => this.#keep()}>${t('weather-share-nothing')}</button></div>
    `;
  }

  /** @param {Partial<Side>} change */
  #set(change) {
    this.side = { ...this.side, ...change };
    this.#draft();
  }

  /** @param {import('../../core/feelings.js').Chosen} word */
  #toggle(word) {
    const words = toggleWord(this.side.words, word);
    this.current = words.length > this.side.words.length ? words.length - 1 : Math.min(this.current, words.length - 1);
    this.#set({ words });
  }

  /** @param {Line} line @param {boolean} isShared */
  #mark(line, isShared) {
    this.shared = isShared ? [...this.shared, line] : this.shared.filter((other) => other !== line);
    this.#draft();
  }

  /** @param {number} step */
  #go(step) {
    this.step = Math.min(Math.max(0, step), SHARE);
    this.query = '';
    this.#draft();
    void this.updateComplete.then(() => {
      const heading = /** @type {HTMLElement|null} */ (this.querySelector('h1'));
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
      this.querySelector('.body')?.scrollTo(0, 0);
    });
  }

  get #draftKey() {
    if (this.#isTable) return this.isGuest ? TABLE_DRAFTS.guest : TABLE_DRAFTS.owner;
    return `check-in/${this.day}`;
  }

  #draft() {
    const isEmpty = filledLines(this.side).length === 0 && this.step === 0;
    this.setDraft(this.#draftKey, isEmpty ? null : [this.step, packSide(this.side), this.shared, this.wish, this.app.attune.pairName]);
  }

  async #leave() {
    await this.app.attune.keepDrafts();
    this.app.go('#/today');
  }

  async #keep() {
    const isEmpty = filledLines(this.side).length === 0;
    const { checkIns, pair } = this.app.attune;
    const before = checkIns.day(this.day);
    if (this.#isTable ? before.shared && !this.isGuest : !isEmpty)
      await this.app.attune.attempt(() => {
        const side = this.#isTable ? (before.mine ?? EMPTY_SIDE) : this.side;
        return pair ? checkIns.shareNothing(this.day, side) : checkIns.keep(this.day, side, this.wish);
      });
    await this.#finish(isEmpty ? '#/today' : `#/day/${this.day}`);
  }

  /** @param {Line[]} lines */
  async #share(lines) {
    if (lines.length === 0) return;
    const { checkIns } = this.app.attune;
    await this.app.attune.attempt(() =>
      this.isGuest ? checkIns.shareForGuest(this.day, this.side, lines) : checkIns.share(this.day, this.#kept(lines), lines),
    );
    this.hasShared = true;
    await this.#finish(`#/day/${this.day}`);
  }

  /** What the owner keeps: all of it; on the table only the shared lines, beside what was kept before. @param {Line[]} lines @returns {Side} */
  #kept(lines) {
    const before = this.app.attune.checkIns.day(this.day).mine;
    if (!this.#isTable) return this.side;
    const shared = Object.fromEntries(lines.map((line) => [line, this.side[line]]));
    return {
      ...(before ?? EMPTY_SIDE),
      ...shared,
      goodNews: lines.includes('mattered') ? this.side.goodNews : (before?.goodNews ?? false),
    };
  }

  /** @param {string} place */
  async #finish(place) {
    if (this.app.attune.trouble) return; // the words stay here until the phone has them
    await this.app.attune.drafts.clear(this.#draftKey);
    if (this.finished) this.finished(this.hasShared, filledLines(this.side).length === 0);
    else this.app.go(place);
  }
}
customElements.define('check-in-screen', CheckInScreen);

export { TABLE_DRAFTS };
