import { Screen, d, bar, t, qt, lockLine, longDate, noonOf, icon } from './main.js';
import { PRACTICE_IDS, filter } from './today.js';
import { loadPastWords } from './thanks-page.js';
import { sessionRows } from './picture.js';

/** Every practice these two did, newest first, and what this person kept of those done alone and of pauses. */
class SessionsScreen extends Screen {
  static properties = { ...Screen.properties, reading: { state: true } };

  constructor() {
    super();
    /** @type {import('../session/past-words.js').PastWords|null} */ this.reading = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadPastWords(this.app.attune, PRACTICE_IDS).then((reading) => (this.reading = reading));
  }

  render() {
    const { attune } = this.app;
    const names = { you: attune.pair?.me.name ?? '', name: attune.pair?.them.name ?? '' };
    const isHere = (/** @type {{practice: string}} */ { practice }) => PRACTICE_IDS.includes(practice);
    const past = this.beginning(filter(attune.sessions.done(), isHere));
    const titleOf = (/** @type {string} */ practice) => t(`${practice}-title`, names);
    const isOwn = (/** @type {import('../../app/sessions.js').Past} */ { byMe, lines }) => byMe || lines.some(({ isMine }) => isMine);
    const open = attune.sessions.open().filter((each) => isOwn(each) && !each.isEnded && PRACTICE_IDS.includes(each.practice));
    return qt`
      <main class="screen">
        ${bar({ back: () => this.app.go('#/practices') })}
        <div class="page">
          <header class="head"><h1>${t('practices-past')}</h1></header>
          ${this.reading && open.length > 0 ? qt`<h2 class="section">${t('sessions-open')}</h2>${sessionRows(open, titleOf, 'live/own')}` : d}
          ${this.reading ? this.#alone(names) : d}
          ${this.reading ? (past.some.length === 0 ? qt`<p class="lead">${t('practices-past-none')}</p>` : qt`${sessionRows(past.some, titleOf)}${past.more}`) : d}
        </div>
      </main>
    `;
  }

  /** @param {{you: string, name: string}} names */
  #alone(names) {
    const { attune } = this.app;
    const isHere = (/** @type {{practice: string}} */ { practice }) => PRACTICE_IDS.includes(practice);
    const { some, more } = this.beginning(filter(attune.sessions.alone(), isHere), { name: 'alone' });
    if (some.length === 0) return d;
    return qt`<h2 class="section">${t('sessions-only-you')}</h2>
      ${some.map(
        ({ id, practice, day, fields }) => qt`<article class="card mine">
          ${lockLine(`${t(`${practice}-title`, names)} · ${longDate(noonOf(day))}`)}
          ${Object.entries(fields).map(([name, value]) => qt`<p class="said">${this.#text(practice, name, value)}</p>`)}
          <div class="line"><button class="btn text" @click=${() => void attune.attempt(() => attune.sessions.forget(id))}>${icon('x', 's')}${t('sessions-forget')}</button></div>
        </article>`,
      )}${more}`;
  }

  /** @param {string} practice @param {string} name @param {any} value */
  #text(practice, name, value) {
    const known = this.reading?.practices.get(practice);
    const field = known?.fields.find((each) => each.name === name);
    return known && field && this.reading ? this.reading.text(known, field, value) : String(value);
  }
}
customElements.define('sessions-screen', SessionsScreen);
