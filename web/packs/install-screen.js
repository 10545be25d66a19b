import { Screen, d, bar, t, qt } from './main.js';

/** How to put Attune on the home screen, for each kind of phone. */
class InstallScreen extends Screen {
  render() {
    const { install } = this.app;
    const way = (/** @type {string} */ name, /** @type {number} */ count) => qt`
      <section class="card">
        <h2>${t(`install-on-${name}`)}</h2>
        <ol class="numbered">${Array.from({ length: count }, (_, i) => qt`<li>${t(`install-${name}-${i + 1}`)}</li>`)}</ol>
      </section>
    `;
    return qt`
      <main class="screen">
        ${bar({ hasPause: false, back: () => this.app.back() })}
        <div class="page">
          <h1>${install.installed() ? t('install-done') : t('install-title')}</h1>
          ${install.can() ? qt`<button class="btn primary big wide" @click=${() => void install.prompt()}>${t('install-now')}</button>` : d}
          ${way('ios', 3)} ${way('android', 3)} ${way('desktop', 2)}
        </div>
      </main>
    `;
  }
}
customElements.define('install-screen', InstallScreen);
