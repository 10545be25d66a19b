import { Screen, bar, t, qt, icon } from './main.js';

/** What the server sees, said exactly. */
class ServerSeesScreen extends Screen {
  render() {
    const list = (/** @type {string} */ id, /** @type {string} */ name) => qt`
      <h2 class="section">${t(id)}</h2>
      <ul class="rows">${[1, 2, 3].map((i) => qt`<li><span class="lead-icon">${icon(name)}</span><span class="what">${t(`${id}-${i}`)}</span></li>`)}</ul>
    `;
    return qt`
      <main class="screen">
        ${bar({ hasPause: false, back: () => this.app.back() })}
        <div class="page">
          <h1>${t('server-title')}</h1>
          <p class="lead">${t('server-intro')}</p>
          ${list('server-sees', 'info')} ${list('server-cannot', 'lock')} ${list('server-honest', 'circle-alert')}
        </div>
      </main>
    `;
  }
}
customElements.define('server-sees-screen', ServerSeesScreen);
