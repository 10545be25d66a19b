import { Screen, d, bar, t, shortDate, qt } from './main.js';
import { thanksPage } from './thanks-page.js';

/** The jar: words this person was given, one at a time, when they ask. */
class JarScreen extends Screen {
  static properties = { ...Screen.properties, out: { state: true }, isAsked: { state: true } };

  constructor() {
    super();
    /** What was taken out. @type {import('../../app/thanks.js').FromJar|null} */ this.out = null;
    this.isAsked = false;
  }

  #take() {
    this.isAsked = true;
    this.out = this.app.attune.fromJar(this.out?.id);
  }

  render() {
    const { out } = this;
    const isEmpty = this.isAsked && out === null;
    return qt`
      <main class="screen flow">
        ${bar({ back: () => this.app.back() })}
        <div class="body stack">
          ${
            out
              ? qt`<h1 class="vh">${t('jar-title')}</h1><div role="status">${thanksPage(out.page, 'shown', qt`<p class="small soft">${shortDate(out.at)}</p>`)}</div>`
              : qt`<h1 class="prompt">${t(isEmpty ? 'jar-empty' : 'jar-title')}</h1><p class="lead">${t(isEmpty ? 'jar-empty-small' : 'jar-small')}</p>`
          }
        </div>
        <div class="foot">
          ${
            out
              ? qt`<button class="btn primary big wide" @click=${() => (this.out = null)}>${t('jar-back')}</button><button class="btn line big wide" @click=${() => this.#take()}>${t('jar-another')}</button>`
              : isEmpty
                ? d
                : qt`<button class="btn primary big wide" @click=${() => this.#take()}>${t('jar-take-out')}</button>`
          }
        </div>
      </main>
    `;
  }
}
customElements.define('jar-screen', JarScreen);
