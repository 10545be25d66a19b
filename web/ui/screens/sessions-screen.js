import { areasOf, PRACTICE_IDS } from '../../practices/registry.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { bar } from '../parts/page-parts.js';
import { sessionRows } from '../session/session-rows.js';
import { t, text } from '../text.js';

/** Every practice these two did, newest first. */
class SessionsScreen extends Screen {
  static properties = { ...Screen.properties, isReady: { state: true } };

  constructor() {
    super();
    this.isReady = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void text()
      .load(...PRACTICE_IDS.flatMap(areasOf))
      .then(() => (this.isReady = true));
  }

  render() {
    const { attune } = this.app;
    const names = { you: attune.pair?.me.name ?? '', name: attune.pair?.them.name ?? '' };
    const past = attune.sessions
      .past()
      .filter(({ reached, practice }) => reached > 0 && practice !== 'daily-check-in' && PRACTICE_IDS.includes(practice));
    return html`
      <main class="screen">
        ${bar({ back: () => this.app.go('#/practices') })}
        <div class="page">
          <header class="head"><h1>${t('practices-past')}</h1></header>
          ${this.isReady ? (past.length === 0 ? html`<p class="lead">${t('practices-past-none')}</p>` : sessionRows(past, (practice) => t(`${practice}-title`, names))) : nothing}
        </div>
      </main>
    `;
  }
}
customElements.define('sessions-screen', SessionsScreen);
