import { FIRST, readOwn } from '../../core/values.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { boardFrom, valuesBoard } from '../parts/board.js';
import { bar, lockLine } from '../parts/page-parts.js';
import { troubleNotice } from '../parts/trouble.js';
import { whyThis } from '../parts/why-this.js';
import { loadValues, valueCard } from '../session/value-names.js';
import { longDate, shortDate, t } from '../text.js';

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
    return html`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('values-title')}</h1></header>
      ${troubleNotice(this.app)} ${this.isReady ? this.#lookAgain() : nothing}
      ${hasNothing ? html`<p class="lead">${t('values-none')}</p>` : nothing}
      ${newest ? this.#board(newest) : nothing}
      ${this.isReady ? html`${this.#agreements(newest)} ${this.#mine()}` : nothing}
      ${earlier.length > 0 ? html`<h2 class="section">${t('values-earlier')}</h2>${earlier.map((board) => html`<details class="card flat"><summary>${longDate(board.at)}</summary>${this.#board(board)}</details>`)}` : nothing}
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
    return html`<section class="stack"><p class="label soft">${longDate(board.at)}</p>
      ${valuesBoard(boardFrom(board), this.#name)}
      ${board.theirs === undefined ? html`<p class="label soft">${t('values-taken-back')}</p>` : nothing}
      ${
        board.mine === undefined
          ? html`<p class="label soft">${t('values-you-took-back')}</p>`
          : isSure
            ? html`<p class="label">${t('values-take-back-sure', { name: this.#name })}</p><div class="line"><button class="btn line" @click=${() => void takeBack()}>${t('values-take-back')}</button>
                <button class="btn text" @click=${() => (this.sure = '')}>${t('cancel')}</button></div>`
            : html`<button class="btn text" @click=${() => (this.sure = board.session)}>${t('values-take-back')}</button>`
      }</section>`;
  }

  #mine() {
    const mine = this.app.attune.values.mine();
    if (!mine) return nothing;
    const own = readOwn(mine['own-cards']);
    return html`<article class="card mine"><h2>${t('values-mine')}</h2><ol class="five">${mine['five'].slice(0, FIRST).map((/** @type {string} */ id) => html`<li class="said">${valueCard(id, own).name}</li>`)}</ol>
      ${lockLine(t('practice-only-you'))}</article>`;
  }

  #lookAgain() {
    const { attune } = this.app;
    const past = attune.values.lookAgain();
    if (!past || !attune.offers.isWelcome('look-again')) return nothing;
    const put = (/** @type {boolean} */ isLeft) => void attune.attempt(() => attune.values.putLookAway(past.id, isLeft));
    return html`<article class="card calm"><h2>${t('values-look-again')}</h2><div class="line">
      <button class="btn line" @click=${() => put(false)}>${t('values-in-a-month')}</button><button class="btn text" @click=${() => put(true)}>${t('values-leave-it')}</button></div>
      ${whyThis(this.app, [{ id: 'look-again', title: t('values-look-again') }])}</article>`;
  }

  // ---- what was agreed, and the word it is for

  /** @param {import('../../app/values.js').Kept|undefined} newest */
  #agreements(newest) {
    const { attune } = this.app;
    const agreements = attune.values.agreements();
    if (agreements.length === 0) return nothing;
    const words = newest ? Object.values(boardFrom(newest)).flatMap((held) => held.map(({ id }) => id)) : [];
    const open = new Set(attune.values.acts().map(({ session }) => session));
    return html`<h2 class="section">${t('values-agreed')}</h2><ul class="lines">${agreements.map((agreement) => {
      const key = `${agreement.session}/${agreement.field}`;
      return html`<li class="card"><div class="stack"><p class="said">${agreement.text}</p>
          <p class="label soft">${[agreement.value ? valueCard(agreement.value).name : '', shortDate(agreement.at)].filter(Boolean).join(' · ')}</p></div>
        ${agreement.field === 'act' && open.has(agreement.session) ? this.#act(agreement) : nothing}
        ${
          words.length === 0
            ? nothing
            : this.tagging === key
              ? this.#words(agreement, words)
              : html`<button class="btn text push" aria-label=${`${t('values-tag')}: ${agreement.text}`} @click=${() => (this.tagging = key)}>${t('values-tag')}</button>`
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
    return html`<div class="chips" role="group" aria-label=${t('values-tag')}>${words.map(
      (id) =>
        html`<button type="button" class="chip" aria-pressed=${agreement.value === id ? 'true' : 'false'} @click=${() => void pick(id)}>${valueCard(id).name}</button>`,
    )}</div>${this.app.attune.pair ? html`<p class="small soft">${t('values-tag-seen', { name: this.#name })}</p>` : nothing}`;
  }

  /** @param {import('../../app/values.js').Agreement} agreement */
  #act({ session, value }) {
    const { attune } = this.app;
    const put = (/** @type {{felt?: number}} */ how) => void attune.attempt(() => attune.values.putActAway(session, how));
    return html`<div class="stack"><p class="label">${value ? t('values-felt', { value: valueCard(value).name }) : t('values-felt-plain')}</p>
      <div class="chips">${FELT.map((label, felt) => html`<button class="chip" @click=${() => put({ felt })}>${t(label)}</button>`)}<button class="chip" @click=${() => put({})}>${t('values-let-go')}</button></div>
      ${lockLine(t('practice-only-you'))}</div>`;
  }
}
customElements.define('values-screen', ValuesScreen);
