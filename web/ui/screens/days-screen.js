import { noonOf } from '../../core/day.js';
import { html } from '../../vendor/lit.js';
import { DRAWN, Screen } from '../element.js';
import { dock } from '../parts/dock.js';
import { head } from '../parts/page-parts.js';
import { fieldOf, skyArt } from '../parts/skies.js';
import { openedDay } from '../seen-lines.js';
import { longDate, t, text } from '../text.js';
import { loadVocabulary, phraseText, skyName, wordsText } from '../words.js';

/** The record: past days as paired skies with their words. */
class DaysScreen extends Screen {
  static properties = { ...Screen.properties, vocabulary: { state: true }, labels: { state: true } };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
    /** @type {string[]|null} */ this.labels = null;
    /** How many days are looked up. */ this.most = DRAWN;
    /** How many days are here, or all of them. */ this.looked = 0;
    this.reload = () => {
      const { most } = this;
      void this.app.attune.checkIns.days(most + 1).then((labels) => {
        this.looked = most;
        this.labels = labels;
      });
    };
  }

  connectedCallback() {
    super.connectedCallback();
    this.app.changes.addEventListener('change', this.reload);
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
    this.reload();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.changes.removeEventListener('change', this.reload);
  }

  render() {
    const { some, more } = this.beginning(this.labels ?? [], { onMore: () => this.#more(), isComing: this.looked < this.most });
    return html`
      <main class="screen">
        <div class="page">
          ${head(t('days-title'))}
          ${this.labels?.length === 0 ? html`<p class="lead soft">${t('days-empty')}</p>` : ''}
          <ul class="dayrows">${some.map((label) => this.#row(label))}</ul>
          ${more}
        </div>
        ${dock('days')}
      </main>
    `;
  }

  #more() {
    this.most += DRAWN;
    this.reload();
  }

  /** @param {string} label */
  #row(label) {
    const { vocabulary } = this;
    const day = openedDay(this.app.attune, label);
    const mine = day.shared ?? day.mine;
    const theirs = day.theirs;
    const title =
      phraseText(vocabulary, theirs?.sky ?? null, day.shared?.sky ?? null) ||
      skyName(vocabulary, mine?.sky ?? theirs?.sky) ||
      t('days-none');
    const words = [wordsText(vocabulary, theirs?.words ?? null), wordsText(vocabulary, mine?.words ?? null)].filter(Boolean).join(' · ');
    return html`
      <li>
        <a class="dayrow" href="#/day/${label}">
          <span class="horizonlet" aria-hidden="true">
            <span class="sky" data-sky=${fieldOf(theirs?.sky)} data-place="above">${skyArt(fieldOf(theirs?.sky), false)}</span>
            <span class="sky" data-sky=${fieldOf(mine?.sky)} data-place="below">${skyArt(fieldOf(mine?.sky), true)}</span>
          </span>
          <span class="what"><span class="small soft">${longDate(noonOf(label))}</span><b>${title}</b>${words ? html`<span class="label soft">${words}</span>` : ''}</span>
        </a>
      </li>
    `;
  }
}
customElements.define('days-screen', DaysScreen);
