import { troubleNotice, MOST, READING_MS } from './today.js';
import { Screen, bar, t, qt, d, icon, mark, lockLine, notice, who, textField, shortDate } from './main.js';
import { photoOf } from './picture.js';

/** @typedef {import('../../app/memories.js').Stone} Stone @typedef {import('../../app/memories.js').Piece} Piece @typedef {import('../../app/memories.js').LineName} LineName */

const DRAFT = 'memory-words/';
const LINES = /** @type {const} */ (['today', 'learned', 'after']);
/** Read slowly: what is said beside an opened stone, and when. */
const SLOWLY_MS = 40_000;

/** The map, one stone, or the page to keep: `#/memories`, `#/memories/<id>`, `#/memories/keepsake`. */
class MemoriesScreen extends Screen {
  static properties = { ...Screen.properties, asking: { state: true }, words: { state: true } };

  constructor() {
    super();
    /** @type {''|'fit'|'open'|'take-back'|LineName} */ this.asking = '';
    this.words = '';
    /** The stone that was open on this screen. */ this.wasOpen = '';
    /** @type {number|undefined} */ this.timer = undefined;
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), 5_000); // a question is open for a few minutes only
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT + (this.params[0] ?? ''));
    if (draft) [this.asking, this.words] = draft;
    const stone = this.app.attune.memories.get(this.params[0] ?? '');
    if (stone?.seal.state === 'open') this.wasOpen = stone.id;
    else if (stone?.seal.state === 'none') this.wasOpen = '';
  }

  updated() {
    const { memories } = this.app.attune;
    const stone = memories.get(this.params[0] ?? '');
    if (stone && memories.isToRead(stone)) void this.app.attune.attempt(() => memories.seeTwo(stone.id));
  }

  render() {
    const [id] = this.params;
    if (id === undefined) return this.#map();
    if (id === 'keepsake') return this.#keepsake();
    const stone = this.app.attune.memories.get(id);
    const back = () => this.app.go('#/memories');
    if (!stone) return qt`<main class="screen">${bar({ back })}<div class="page"><h1>${t('memories-gone')}</h1></div></main>`;
    return qt`<main class="screen">${bar({ back })}<div class="page">${this.#one(stone)}${troubleNotice(this.app)}</div></main>`;
  }

  // ---- the map

  #map() {
    const stones = this.app.attune.memories.path();
    const { some, more } = this.beginning(stones);
    return qt`<main class="screen">${bar({ back: () => this.app.go('#/journal') })}<div class="page">
      <header class="head"><h1>${t('memories-title')}</h1></header>
      <p class="lead">${t('memories-promise')}</p>
      ${troubleNotice(this.app)}
      ${stones.length === 0 ? qt`<p class="lead soft">${t('memories-empty')} ${t('memories-empty-small')}</p>` : d}
      <ol class="way" role="list">${some.map((stone, i) => this.#step(stone, i))}</ol>
      ${more}
      <a class="btn primary big wide" href="#/memory/new">${t('memories-lay')}</a>
      ${this.app.attune.pair ? qt`<a class="btn line big wide" href="#/live/memory-map/live">${t('memories-weave')}</a>` : d}
      ${stones.some((stone) => isPrintable(stone)) ? qt`<a class="btn line big wide" href="#/memories/keepsake">${t('memories-keepsake')}</a>` : d}
      <p class="small soft">${t('memories-shared-note')}</p>
    </div></main>`;
  }

  /** @param {Stone} stone @param {number} i */
  #step(stone, i) {
    const isSealed = isClosed(stone);
    const isBare = !stone.mine && !stone.theirs; // named while weaving
    const by = isBare || (stone.mine && stone.theirs) ? 'both' : stone.mine ? 'you' : 'they';
    const wrote = {
      both: isBare ? t('memories-bare') : t('memories-wrote-both', { name: this.#name }),
      you: t('memories-wrote-you'),
      they: t('memories-wrote-them', { name: this.#name }),
    };
    const title = stone.title || t('memories-untitled');
    const when = isSealed ? '' : stone.mine?.when || (stone.isCovered ? '' : (stone.theirs?.when ?? ''));
    return qt`<li data-by=${by} data-side=${i % 2 ? 'end' : 'start'} ?data-private=${stone.isPrivate}>
      <svg class="bend" viewBox="0 0 64 100" preserveAspectRatio="none" aria-hidden="true"><path d=${i % 2 ? 'M44 0C44 50 20 50 20 100' : 'M20 0C20 50 44 50 44 100'} vector-effect="non-scaling-stroke" /></svg>
      <span class="stone">${isSealed || stone.isPrivate ? icon('lock') : mark(by)}</span>
      <a class="what" href="#/memories/${stone.id}">
        <b class="said">${title}</b>
        <span class="label soft">${isSealed ? t('memories-sealed-line') : [when, stone.isPrivate ? t('memories-me') : wrote[by]].filter(Boolean).join(' · ')}</span>
        ${isSealed || !stone.isJoined ? d : stone.lines.after.map(spoken)}
      </a>
    </li>`;
  }

  // ---- one stone

  /** @param {Stone} stone */
  #one(stone) {
    const title = stone.title || t('memories-untitled');
    if (isClosed(stone)) return this.#sealed(stone, title);
    return qt`
      <h1>${title}</h1>
      ${stone.isPrivate ? lockLine(t('memories-me')) : d}
      ${stone.isTakenBack ? qt`<p class="label soft">${t('memories-taken-back')}</p>` : d}
      ${stone.seal.state === 'open' ? notice('info', t('memories-slowly')) : d}
      ${stone.mine ? this.#piece(stone.mine, 'you', stone.keptBack) : d}
      ${stone.isCovered ? this.#covered(stone) : stone.theirs ? this.#piece(stone.theirs, 'they') : d}
      ${stone.mine && stone.theirs ? qt`<p class="label soft">${t('memories-two')}</p>` : d}
      ${this.#lines(stone)}
      ${stone.isReadOnly ? d : stone.seal.state === 'open' ? this.#whileOpen(stone) : this.#acts(stone)}
    `;
  }

  /** @param {Piece} piece @param {'you'|'they'} by @param {Stone['keptBack']} [keptBack] */
  #piece(piece, by, keptBack = []) {
    const name = by === 'you' ? t('you') : this.#name;
    return qt`<article class="card ${by === 'you' ? 'mine' : 'shown'} stack memory">
      <p class="small soft">${who(by, name)}${[piece.when, piece.where].filter(Boolean).map((words) => qt` · ${words}`)}</p>
      ${piece.photo ? photoOf(this.app, { place: piece.place, photo: piece.photo, isMine: by === 'you' }) : d}
      ${piece.piece ? qt`<p class="said">${piece.piece}</p>` : d}
      ${piece.feeling ? qt`<p class="label">${t('memories-felt', { words: piece.feeling })}</p>` : d}
      ${piece.cherish ? qt`<p class="label">${t('memories-cherished', { words: piece.cherish })}</p>` : d}
      ${keptBack.map((name) => lockLine(t('memories-kept-back-one', { field: t(`memories-field-${name}`) })))}
    </article>`;
  }

  /** @param {Stone} stone */
  #covered(stone) {
    return qt`<article class="card flat stack"><p class="lead">${t('memories-covered', { name: this.#name })}</p>
      <button class="btn line" @click=${() => void this.#do(() => this.app.attune.memories.readFirst(stone))}>${t('memories-read-first')}</button></article>`;
  }

  /** @param {Stone} stone */
  #acts(stone) {
    const { memories, pair } = this.app.attune;
    if (this.asking === 'take-back')
      return this.#ask(stone.isPrivate ? t('memories-put-away-ask') : t('memories-take-back-ask', { name: this.#name }), async () => {
        await memories.takeBack(stone);
        this.app.go('#/memories');
      });
    const isUs = !stone.isPrivate && pair !== null;
    return qt`
      ${stone.isKeptFree && stone.mine && !stone.theirs ? qt`<p class="label soft">${t('memories-place-kept', { name: this.#name })}</p>` : d}
      <div class="line wrap">
        <a class="btn soft" href="#/memory/${stone.id}">${icon('pencil')}${stone.mine ? t('memories-change') : t('memories-add-mine')}</a>
        ${isUs && stone.mine && !stone.theirs && !stone.isKeptFree ? qt`<button class="btn line" @click=${() => void this.#do(() => memories.keepPlace(stone))}>${t('memories-keep-place')}</button>` : d}
        ${isUs && !stone.mine && stone.isKeptFree ? qt`<button class="btn text" @click=${() => void this.#do(() => memories.notThis(stone))}>${t('memories-not-this')}</button>` : d}
        ${isUs && (stone.mine || stone.theirs) ? qt`<button class="btn line" @click=${() => void this.#do(() => memories.seal(stone))}>${icon('lock', 's')}${t('memories-seal')}</button>` : d}
        ${stone.mine ? qt`<button class="btn text" @click=${() => this.#say('take-back', '')}>${t('memories-take-back')}</button>` : d}
      </div>
    `;
  }

  // ---- lines beside the pieces

  /** @param {Stone} stone */
  #lines(stone) {
    const isUs = !stone.isPrivate && this.app.attune.pair !== null && !stone.isReadOnly;
    if (!isUs) return d;
    const isOfBoth = stone.mine !== null && stone.theirs !== null;
    return LINES.filter((name) => name !== 'learned' || isOfBoth).map((name) => this.#line(stone, name));
  }

  /** @param {Stone} stone @param {LineName} name */
  #line(stone, name) {
    if (this.asking === name) return this.#writing(stone, name);
    const lines = stone.lines[name];
    const own = lines.find(({ by }) => by === 'you');
    const label = t(`memories-join-${name}`);
    const isOffered = name === 'after' && !stone.isJoined && lines.length > 0;
    const write = () => this.#say(name, own?.words ?? '');
    if (lines.length === 0) return qt`<button class="btn line" @click=${write}>${label}</button>`;
    return qt`<section class="stack"><h2 class="section">${label}</h2>
      ${lines.map((line) => qt`${spoken(line)}${earlierWords(line)}`)}
      ${isOffered && own ? qt`<p class="small soft">${t('memories-join-offered', { name: this.#name })}</p>` : d}
      <div class="line wrap">${
        isOffered && !own
          ? qt`<button class="btn soft" @click=${() => void this.#do(() => this.app.attune.memories.joinIt(stone))}>${t('memories-join-yes')}</button>
            <button class="btn line" @click=${write}>${t('memories-join-also')}</button>`
          : own
            ? name === 'learned'
              ? d
              : qt`<button class="btn text" aria-label=${`${t('memories-change')}: ${label}`} @click=${write}>${t('memories-change')}</button>`
            : qt`<button class="btn text" aria-label=${`${t('memories-add-mine')}: ${label}`} @click=${write}>${t('memories-add-mine')}</button>`
      }</div></section>`;
  }

  /** @param {Stone} stone @param {LineName} name */
  #writing(stone, name) {
    return qt`<div class="stack">
      ${textField({
        id: 'joining',
        label: t(`memories-join-${name}`),
        value: this.words,
        max: MOST[name],
        placeholder: t(`memories-join-${name}-placeholder`),
        isLong: name === 'learned',
        input: (words) => this.#say(name, words),
      })}
      <p class="small soft">${t('memories-us-note', { name: this.#name })}</p>
      <button class="btn primary big wide" ?disabled=${!this.words.trim()} @click=${() => void this.#do(() => this.app.attune.memories.say(stone, name, this.words))}>${t('share')}</button>
      <button class="btn line big wide" @click=${() => this.#say('', '')}>${t('cancel')}</button>
    </div>`;
  }

  /** @param {string} question @param {() => Promise<void>} yes */
  #ask(question, yes) {
    return qt`<div class="stack" role="alertdialog" aria-labelledby="ask"><p class="lead" id="ask">${question}</p>
      <button class="btn line big wide" @click=${() => void this.#do(yes)}>${t('memories-yes')}</button>
      <button class="btn text big wide" @click=${() => this.#say('', '')}>${t('cancel')}</button></div>`;
  }

  // ---- sealed

  /** @param {Stone} stone @param {string} title */
  #sealed(stone, title) {
    const { memories } = this.app.attune;
    const { state, until } = stone.seal;
    if (this.wasOpen === stone.id) return this.#sealedAgain(title);
    const mayAsk = (state === 'sealed' || state === 'asked') && !stone.hasYes && !stone.isReadOnly;
    const leave = qt`<button class="btn line big wide" @click=${() => this.#say('', '')}>${t('memories-leave-sealed')}</button>`;
    const warning = notice(
      'info',
      qt`<p>${t('memories-open-warning')}</p><a class="btn text" href="#/help">${t('memories-help')}</a>`,
      'caution',
    );
    return qt`
      <h1>${title}</h1>
      ${lockLine(t('memories-sealed-line'))}
      <p class="small soft">${t('memories-seal-promise')}</p>
      ${state === 'resting' ? qt`<p class="lead">${t('memories-stays')} ${t('memories-rests', { date: shortDate(until) })}</p>` : d}
      ${stone.hasYes ? qt`<p class="lead" role="status">${t('memories-waiting')}</p>` : d}
      ${
        !mayAsk
          ? d
          : this.asking === 'fit'
            ? qt`${warning}<h2>${t('practice-fit')}</h2><ul class="plain-list">${[1, 2, 3].map((n) => qt`<li>${t(`practice-fit-${n}`)}</li>`)}</ul>
              <p class="small soft">${t('practice-fit-small')}</p>
              <button class="btn line big wide" @click=${() => this.#say('open', '')}>${t('practice-fit-yes')}</button>${leave}`
            : this.asking === 'open'
              ? qt`<h2>${t('memories-open-question', { title })}</h2><p class="lead">${t('memories-open-both')}</p>
              <button class="btn line big wide" @click=${() => void this.#do(() => memories.sayYes(stone))}>${t('memories-yes')}</button>${leave}`
              : qt`<button class="btn line big wide" @click=${() => this.#say('fit', '')}>${t('memories-open-it')}</button>`
      }
      ${stone.mine ? this.#piece(stone.mine, 'you') : d}
    `;
  }

  /** It was open on this screen, and one of the two closed it; nothing says which. @param {string} title */
  #sealedAgain(title) {
    const goOn = () => {
      this.wasOpen = '';
      this.app.go('#/memories');
    };
    return qt`<h1>${title}</h1><p class="lead" role="status">${t('memories-sealed-again')}</p><p class="label soft">${t('memories-stay-here')}</p>
      <a class="btn line big wide" href="#/live/physical-synchrony/alone">${t('memories-breathe')}</a>
      <button class="btn primary big wide" @click=${goOn}>${t('memories-go-on')}</button>`;
  }

  /** @param {Stone} stone */
  #whileOpen(stone) {
    const { attune } = this.app;
    const { memories } = attune;
    const openFor = attune.now() - (stone.seal.until - READING_MS);
    return qt`
      <p class="lead" role="status">${t(openFor < SLOWLY_MS ? 'memories-open-breathe' : 'memories-open-nothing')}</p>
      <button class="btn line big wide" @click=${() => void this.#do(() => memories.seal(stone))}>${icon('lock', 's')}${t('memories-seal-again')}</button>
      <button class="btn text big wide" @click=${() => void this.#do(() => memories.leaveOpen(stone))}>${t('memories-leave-open')}</button>
      <p class="small soft">${t('memories-left-open')}</p>
    `;
  }

  // ---- to keep

  #keepsake() {
    const { attune } = this.app;
    const stones = attune.memories.path().filter(isPrintable);
    return qt`<main class="screen keepsake">${bar({ back: () => this.app.go('#/memories') })}<div class="page">
      <h1>${t('memories-keepsake-lead')}</h1>
      ${stones.map(
        (stone) => qt`<section class="stack"><h2>${stone.title || t('memories-untitled')}</h2>
          ${stone.mine ? this.#piece({ ...stone.mine, ...Object.fromEntries(stone.keptBack.map((name) => [name, ''])) }, 'you') : d}${stone.theirs && !stone.isCovered ? this.#piece(stone.theirs, 'they') : d}
          ${stone.lines.today.length > 0 ? qt`<p class="label soft">${t('memories-join-today')}</p>${stone.lines.today.map(spoken)}` : d}
          ${stone.isJoined ? qt`<p class="label soft">${t('memories-join-after')}</p>${stone.lines.after.map(spoken)}` : d}</section>`,
      )}
      <p class="small soft unprinted">${t('memories-keepsake-note')}</p>
      <button class="btn primary big wide unprinted" @click=${() => window.print()}>${t('memories-print')}</button>
    </div></main>`;
  }

  /** @param {MemoriesScreen['asking']} asking @param {string} words */
  #say(asking, words) {
    this.asking = asking;
    this.words = words;
    this.setDraft(DRAFT + (this.params[0] ?? ''), LINES.some((name) => name === asking) ? [asking, words] : null);
  }

  /** @param {() => Promise<unknown>} step */
  async #do(step) {
    await this.app.attune.attempt(step);
    if (!this.app.attune.trouble) this.#say('', '');
  }
}

/** A line with its writer's mark. @param {import('../../app/memories.js').Line} line */
const spoken = ({ by, words }) => qt`<p class="joined">${mark(by)}<span>${words}</span></p>`;

/** What it said before. @param {import('../../app/memories.js').Line} line */
const earlierWords = ({ earlier }) =>
  earlier.length === 0
    ? d
    : qt`<details class="card flat"><summary>${t('memories-earlier')}</summary>${earlier.map((words) => qt`<p class="said">${words}</p>`)}</details>`;

/** @param {Stone} stone sealed, and not open now */
const isClosed = ({ seal }) => seal.state !== 'none' && seal.state !== 'open';

/** @param {Stone} stone */
const isPrintable = (stone) =>
  !stone.isPrivate &&
  stone.seal.state === 'none' &&
  !stone.isCovered &&
  (stone.mine !== null || stone.theirs !== null || stone.isJoined || stone.lines.today.length > 0);

customElements.define('memories-screen', MemoriesScreen);
