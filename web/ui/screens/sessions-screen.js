import { noonOf } from '../../core/day.js';
import { areasOf, loadPractice, PRACTICE_IDS } from '../../practices/registry.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { icon } from '../parts/icon.js';
import { bar, lockLine } from '../parts/page-parts.js';
import { sessionRows } from '../session/session-rows.js';
import { shownText } from '../session/shown-lines.js';
import { longDate, t, text } from '../text.js';
import { loadVocabulary } from '../words.js';

/** Every practice these two did, newest first, and what this person kept of those done alone and of pauses. */
class SessionsScreen extends Screen {
  static properties = { ...Screen.properties, isReady: { state: true } };

  constructor() {
    super();
    this.isReady = false;
    /** @type {any} */ this.needs = null;
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {readonly (import('../../core/practice-schema.js').Practice|null)[]} */ this.practices = [];
  }

  connectedCallback() {
    super.connectedCallback();
    void Promise.all([
      Promise.all(PRACTICE_IDS.map(loadPractice)),
      text().content('needs'),
      loadVocabulary(text()),
      text().load('pause', ...PRACTICE_IDS.flatMap(areasOf)),
    ]).then(([practices, needs, vocabulary]) => {
      this.needs = needs;
      this.vocabulary = vocabulary;
      this.practices = practices;
      this.isReady = true;
    });
  }

  render() {
    const { attune } = this.app;
    const names = { you: attune.pair?.me.name ?? '', name: attune.pair?.them.name ?? '' };
    const titleOf = (/** @type {string} */ practice) => t(`${practice}-title`, names);
    const isOwn = (/** @type {import('../../app/sessions.js').Past} */ { byMe, lines }) => byMe || lines.some(({ isMine }) => isMine);
    const open = attune.sessions.open().filter((each) => isOwn(each) && !each.isEnded && PRACTICE_IDS.includes(each.practice));
    const past = attune.sessions.done().filter(({ practice }) => PRACTICE_IDS.includes(practice));
    return html`
      <main class="screen">
        ${bar({ back: () => this.app.go('#/practices') })}
        <div class="page">
          <header class="head"><h1>${t('practices-past')}</h1></header>
          ${this.isReady && open.length > 0 ? html`<h2 class="section">${t('sessions-open')}</h2>${sessionRows(open, titleOf, 'live/own')}` : nothing}
          ${this.isReady ? this.#alone(names) : nothing}
          ${this.isReady ? (past.length === 0 ? html`<p class="lead">${t('practices-past-none')}</p>` : sessionRows(past, titleOf)) : nothing}
        </div>
      </main>
    `;
  }

  /** @param {{you: string, name: string}} names */
  #alone(names) {
    const { attune } = this.app;
    const notes = attune.sessions.alone().filter(({ practice }) => PRACTICE_IDS.includes(practice));
    if (notes.length === 0) return nothing;
    return html`<h2 class="section">${t('sessions-only-you')}</h2>
      ${notes.map(
        ({ id, practice, day, fields }) => html`<article class="card mine">
          ${lockLine(`${t(`${practice}-title`, names)} · ${longDate(noonOf(day))}`)}
          ${Object.entries(fields).map(([name, value]) => html`<p class="said">${this.#text(practice, name, value, names)}</p>`)}
          <div class="line"><button class="btn text" @click=${() => void attune.attempt(() => attune.sessions.forget(id))}>${icon('x', 's')}${t('sessions-forget')}</button></div>
        </article>`,
      )}`;
  }

  /** @param {string} practice @param {string} name @param {any} value @param {{you: string, name: string}} names */
  #text(practice, name, value, names) {
    const known = this.practices.find((each) => each?.id === practice);
    const field = known?.fields.find((each) => each.name === name);
    const message = typeof value === 'number' ? (known?.lists[field?.options ?? '']?.[value] ?? null) : null;
    return shownText(
      { person: null, kind: field?.kind ?? 'text', value, message },
      { say: (id) => t(id, names), personOf: () => ({ whose: 'you', name: '' }), vocabulary: this.vocabulary, needs: this.needs },
    );
  }
}
customElements.define('sessions-screen', SessionsScreen);
