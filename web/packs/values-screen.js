import { loadValues, troubleNotice, readOwn, FIRST, valueCard, whyThis } from './today.js';
import { Screen, d, bar, t, qt, longDate, lockLine, shortDate } from './main.js';
import { valuesBoard, boardFrom } from './thanks-page.js';

const FELT = ['values-felt-1', 'values-felt-2', 'values-felt-3'];

/** What each holds dear: the board both kept and those before it, one's own order, and what was agreed with the word it is for. */
class ValuesScreen extends Screen {
  static properties = { ...Screen.properties, isReady: { state: true }, sure: { state: true }, tagging: { state: true } };

  constructor() {
    super();
    this.isReady = false;
    /** Session whose own table is about to be taken back. */ this.sure = '';
    /** The agreement that is given a word: session and field. */ this.tagging = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void loadValues().then(() => (this.isReady = true));
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const { values } = this.app.attune;
    const [newest, ...earlier] = this.isReady ? values.boards() : [];
    const hasNothing = this.isReady && !newest && !values.mine();
    return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('values-title')}</h1></header>
      ${troubleNotice(this.app)} ${this.isReady ? this.#lookAgain() : d}
      ${hasNothing ? qt`<p class="lead">${t('values-none')}</p>` : d}
      ${newest ? this.#board(newest) : d}
      ${this.isReady ? qt`${this.#agreements(newest)} ${this.#mine()}` : d}
      ${earlier.length > 0 ? qt`<h2 class="section">${t('values-earlier')}</h2>${earlier.map((board) => qt`<details class="card flat"><summary>${longDate(board.at)}</summary>${this.#board(board)}</details>`)}` : d}
      <a class="btn primary big wide" href="#/live/values-alignment">${t(values.mine() ? 'values-again' : 'values-begin')}</a>
    </div></main>`;
  }

  /** @param {import('../../app/values.js').Kept} board */
  #board(board) {
    const { attune } = this.app;
    const takeBack = async () => {
      await attune.attempt(() => attune.sessions.withdraw(board.session, 'table'));
      this.sure = '';
    };
    const isSure = this.sure === board.session;
    return qt`<section class="stack"><p class="label soft">${longDate(board.at)}</p>
      ${valuesBoard(boardFrom(board), this.#name)}
      ${board.theirs === undefined ? qt`<p class="label soft">${t('values-taken-back')}</p>` : d}
      ${
        board.mine === undefined
          ? qt`<p class="label soft">${t('values-you-took-back')}</p>`
          : isSure
            ? qt`<p class="label">${t('values-take-back-sure', { name: this.#name })}</p><div class="line"><button class="btn line" @click=${() => void takeBack()}>${t('values-take-back')}</button>
                <button class="btn text" @click=${() => (this.sure = '')}>${t('cancel')}</button></div>`
            : qt`<button class="btn text" @click=${() => (this.sure = board.session)}>${t('values-take-back')}</button>`
      }</section>`;
  }

  #mine() {
    const mine = this.app.attune.values.mine();
    if (!mine) return d;
    const own = readOwn(mine['own-cards']);
    return qt`<article class="card mine"><h2>${t('values-mine')}</h2><ol class="five">${mine['five'].slice(0, FIRST).map((/** @type {string} */ id) => qt`<li class="said">${valueCard(id, own).name}</li>`)}</ol>
      ${lockLine(t('practice-only-you'))}</article>`;
  }

  #lookAgain() {
    const { attune } = this.app;
    const past = attune.values.lookAgain();
    if (!past || !attune.offers.isWelcome('look-again')) return d;
    const put = (/** @type {boolean} */ isLeft) => void attune.attempt(() => attune.values.putLookAway(past.id, isLeft));
    return qt`<article class="card calm"><h2>${t('values-look-again')}</h2><div class="line">
      <button class="btn line" @click=${() => put(false)}>${t('values-in-a-month')}</button><button class="btn text" @click=${() => put(true)}>${t('values-leave-it')}</button></div>
      ${whyThis(this.app, [{ id: 'look-again', title: t('values-look-again') }])}</article>`;
  }

  // ---- what was agreed, and the word it is for

  /** @param {import('../../app/values.js').Kept|undefined} newest */
  #agreements(newest) {
    const { attune } = this.app;
    const agreements = attune.values.agreements();
    if (agreements.length === 0) return d;
    const words = newest ? Object.values(boardFrom(newest)).flatMap((held) => held.map(({ id }) => id)) : [];
    const open = new Set(attune.values.acts().map(({ session }) => session));
    return qt`<h2 class="section">${t('values-agreed')}</h2><ul class="lines">${agreements.map((agreement) => {
      const key = `${agreement.session}/${agreement.field}`;
      return qt`<li class="card"><div class="stack"><p class="said">${agreement.text}</p>
          <p class="label soft">${[agreement.value ? valueCard(agreement.value).name : '', shortDate(agreement.at)].filter(Boolean).join(' · ')}</p></div>
        ${agreement.field === 'act' && open.has(agreement.session) ? this.#act(agreement) : d}
        ${
          words.length === 0
            ? d
            : this.tagging === key
              ? this.#words(agreement, words)
              : qt`<button class="btn text push" aria-label=${`${t('values-tag')}: ${agreement.text}`} @click=${() => (this.tagging = key)}>${t('values-tag')}</button>`
        }</li>`;
    })}</ul>`;
  }

  /** @param {import('../../app/values.js').Agreement} agreement @param {readonly string[]} words ids */
  #words(agreement, words) {
    const { attune } = this.app;
    const pick = async (/** @type {string} */ value) => {
      await attune.attempt(() => attune.values.tag(agreement, value === agreement.value ? '' : value));
      if (!attune.trouble) this.tagging = '';
    };
    return qt`<div class="chips" role="group" aria-label=${t('values-tag')}>${words.map(
      (id) =>
        qt`<button type="button" class="chip" aria-pressed=${agreement.value === id ? 'true' : 'false'} @click=${() => void pick(id)}>${valueCard(id).name}</button>`,
    )}</div>${this.app.attune.pair ? qt`<p class="small soft">${t('values-tag-seen', { name: this.#name })}</p>` : d}`;
  }

  /** @param {import('../../app/values.js').Agreement} agreement */
  #act({ session, value }) {
    const { attune } = this.app;
    const put = (/** @type {{felt?: number}} */ how) => void attune.attempt(() => attune.values.putActAway(session, how));
    return qt`<div class="stack"><p class="label">${value ? t('values-felt', { value: valueCard(value).name }) : t('values-felt-plain')}</p>
      <div class="chips">${FELT.map((label, felt) => qt`<button class="chip" @click=${() => put({ felt })}>${t(label)}</button>`)}<button class="chip" @click=${() => put({})}>${t('values-let-go')}</button></div>
      ${lockLine(t('practice-only-you'))}</div>`;
  }
}
customElements.define('values-screen', ValuesScreen);
