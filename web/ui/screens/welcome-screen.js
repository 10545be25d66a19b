import { plainName } from '../../core/people.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { icon, mark } from '../parts/icon.js';
import { bar, notice, textField } from '../parts/page-parts.js';
import { skies } from '../parts/skies.js';
import { t } from '../text.js';

const NAME_CHARS = 40;

/** The first page: what this is, and three ways to begin. */
class WelcomeScreen extends Screen {
  static properties = { ...Screen.properties, isNaming: { state: true }, name: { state: true }, isMissing: { state: true } };

  constructor() {
    super();
    this.isNaming = false;
    this.name = '';
    this.isMissing = false;
  }

  render() {
    return this.isNaming ? this.#naming() : this.#welcome();
  }

  #welcome() {
    const { app } = this;
    return html`
      <main class="screen welcome">
        ${skies({ above: 'clear', below: 'breeze', top: html`<span class="brand">${logo()}${t('app-name')}</span>` })}
        <div class="sheet">
          <div class="page">
            <div class="stack">
              <h1>${t('welcome-title')}</h1>
              <p class="soft">${t('welcome-body')}</p>
            </div>
            <div class="stack">
              <button class="btn primary big wide" @click=${() => app.go('#/invite')}>${mark('both')}${t('welcome-begin')}</button>
              <button class="btn line big wide" @click=${() => app.go('#/join')}>${icon('scan-qr-code')}${t('welcome-join')}</button>
              <button class="btn text wide" @click=${() => this.#alone()}>${t('welcome-alone')}</button>
            </div>
            ${app.install.installed() ? nothing : installNotice(app)}
            <p class="label"><a href="#/server-sees">${t('welcome-server')}</a></p>
          </div>
        </div>
      </main>
    `;
  }

  #naming() {
    return html`
      <main class="screen flow">
        ${bar({ hasPause: false, back: () => (this.isNaming = false) })}
        <div class="body stack">
          <h1 class="prompt">${t('name-prompt')}</h1>
          <p class="label soft">${t('name-small')}</p>
          ${textField({ id: 'name', label: t('name-label'), isLabelHidden: true, value: this.name, max: NAME_CHARS, autocomplete: 'given-name', input: (value) => (this.name = value) })}
          ${this.isMissing && !plainName(this.name) ? notice('info', t('name-missing')) : nothing}
        </div>
        <div class="foot"><button class="btn primary big wide" @click=${() => this.#begin()}>${t('alone-start')}</button></div>
      </main>
    `;
  }

  #alone() {
    if (this.app.attune.me) this.app.go('#/today');
    else this.isNaming = true;
  }

  async #begin() {
    this.isMissing = !plainName(this.name);
    if (this.isMissing) return;
    await this.app.attune.attempt(() => this.app.attune.begin({ name: this.name }));
    if (this.app.attune.me) this.app.go('#/today');
  }
}
customElements.define('welcome-screen', WelcomeScreen);

const logo = () => html`
  <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M3.2 11.1a6 6 0 0 1 12 0z" class="fill-they" /><path d="M8.8 12.9a6 6 0 0 0 12 0z" class="fill-you" />
    <path d="M1.5 12h21" stroke="currentColor" stroke-width="1.1" stroke-linecap="round" />
  </svg>
`;

/** @param {import('../../app/shell.js').Shell} app */
export const installNotice = (app) =>
  notice(
    'square-plus',
    html`<p><b>${t('install-first-title')}</b> ${app.install.iosTab() ? t('install-first-ios') : t('install-first-body')}</p>
      <a href="#/install">${t('install-how')}</a>`,
  );
