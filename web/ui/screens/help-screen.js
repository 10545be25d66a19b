import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { icon } from '../parts/icon.js';
import { bar, notice } from '../parts/page-parts.js';
import { shortDate, t, text } from '../text.js';

/** Help lines by country, bundled with the app: works with no network. The country chosen is not kept. */
class HelpScreen extends Screen {
  static properties = { ...Screen.properties, lines: { state: true }, code: { state: true } };

  constructor() {
    super();
    /** @type {any} */ this.lines = null;
    this.code = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void text()
      .content('helplines')
      .then((lines) => {
        this.lines = lines;
        const region = navigator.language.split('-')[1] ?? '';
        if (lines.countries.some((/** @type {any} */ country) => country.code === region)) this.code = region;
      });
  }

  render() {
    return html`
      <main class="screen">
        ${bar({ back: () => this.app.back(), end: html`<button class="btn hold" @click=${() => this.app.cover()}>${icon('eye-off', 's')}${t('help-cover')}</button>` })}
        <div class="page">
          <h1>${t('help-title')}</h1>
          ${this.app.attune.pair?.me.relationship === 'family' ? html`<p class="lead">${t('help-young')}</p>` : nothing}
          ${notice('info', t('help-trace'))}
          <p class="label soft">${t('help-cover-how')}</p>
          ${this.lines ? this.#country() : nothing}
        </div>
      </main>
    `;
  }

  #country() {
    const { countries, generic, directories } = this.lines;
    const country = countries.find((/** @type {any} */ each) => each.code === this.code);
    const [directory] = directories;
    return html`
      <div class="entryfield">
        <label class="label" for="country">${t('help-country')}</label>
        <select id="country" class="field box" .value=${this.code} @change=${(/** @type {any} */ event) => (this.code = event.target.value)}>
          <option value="" ?selected=${this.code === ''}>${t('help-country-none')}</option>
          ${countries.map((/** @type {any} */ each) => html`<option value=${each.code} ?selected=${each.code === this.code}>${each.name}</option>`)}
        </select>
      </div>
      ${
        country
          ? html`<section class="card"><h2>${t('help-emergency')}</h2><p class="lead">${country.emergency.numbers.join(', ')}</p>${country.emergency.note ? html`<p class="label soft">${country.emergency.note}</p>` : nothing}</section>
            ${this.#kind(country, 'violence')} ${this.#kind(country, 'crisis')}`
          : html`<section class="card"><h2>${t('help-emergency')}</h2>
              ${generic.emergencyNumbers.map((/** @type {any} */ { number, where }) => html`<p>${t('help-number-where', { number, where })}</p>`)}
            </section>
            <ol class="numbered">${generic.steps.map((/** @type {string} */ step) => html`<li>${step}</li>`)}</ol>`
      }
      <section class="card flat"><h2>${t('help-directory')}</h2><p><b>${directory.name}</b>, ${directory.address}</p><p class="label soft">${directory.text}</p></section>
    `;
  }

  /** @param {any} country @param {'violence'|'crisis'} kind */
  #kind(country, kind) {
    const lines = country.lines.filter((/** @type {any} */ line) => line.kind === kind);
    if (lines.length === 0) return nothing;
    return html`
      <h2 class="section">${t(`help-${kind}`)}</h2>
      ${lines.map(
        (/** @type {any} */ line) => html`<article class="card">
          <b>${line.name}</b>
          ${line.numbers?.length ? html`<p class="lead">${line.numbers.join(', ')}</p>` : nothing}
          ${line.text ? html`<p class="label">${t('help-write', { text: line.text })}</p>` : nothing}
          ${line.for ? html`<p class="label soft">${t('help-for', { who: line.for })}</p>` : nothing}
          ${line.hours ? html`<p class="label soft">${t('help-hours', { hours: line.hours })}</p>` : nothing}
          ${line.address ? html`<p class="label soft">${line.address}</p>` : nothing}
          <p class="small soft">${t('help-checked', { date: shortDate(new Date(line.dateChecked).getTime()) })}</p>
        </article>`,
      )}
    `;
  }
}
customElements.define('help-screen', HelpScreen);
