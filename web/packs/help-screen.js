import { Screen, text, d, bar, icon, t, qt, notice, shortDate } from './main.js';

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
    return qt`
      <main class="screen">
        ${bar({ back: () => this.app.back(), end: qt`<button class="btn hold" @click=${() => this.app.cover()}>${icon('eye-off', 's')}${t('help-cover')}</button>` })}
        <div class="page">
          <h1>${t('help-title')}</h1>
          ${this.app.attune.pair?.me.relationship === 'family' ? qt`<p class="lead">${t('help-young')}</p>` : d}
          ${notice('info', t('help-trace'))}
          <p class="label soft">${t('help-cover-how')}</p>
          ${this.lines ? this.#country() : d}
        </div>
      </main>
    `;
  }

  #country() {
    const { countries, generic, directories } = this.lines;
    const country = countries.find((/** @type {any} */ each) => each.code === this.code);
    const [directory] = directories;
    return qt`
      <div class="entryfield">
        <label class="label" for="country">${t('help-country')}</label>
        <select id="country" class="field box" .value=${this.code} @change=${(/** @type {any} */ event) => (this.code = event.target.value)}>
          <option value="" ?selected=${this.code === ''}>${t('help-country-none')}</option>
          ${countries.map((/** @type {any} */ each) => qt`<option value=${each.code} ?selected=${each.code === this.code}>${each.name}</option>`)}
        </select>
      </div>
      ${
        country
          ? qt`<section class="card"><h2>${t('help-emergency')}</h2><p class="lead">${country.emergency.numbers.join(', ')}</p>${country.emergency.note ? qt`<p class="label soft">${country.emergency.note}</p>` : d}</section>
            ${this.#kind(country, 'violence')} ${this.#kind(country, 'crisis')}`
          : qt`<section class="card"><h2>${t('help-emergency')}</h2>
              ${generic.emergencyNumbers.map((/** @type {any} */ { number, where }) => qt`<p>${t('help-number-where', { number, where })}</p>`)}
            </section>
            <ol class="numbered">${generic.steps.map((/** @type {string} */ step) => qt`<li>${step}</li>`)}</ol>`
      }
      <section class="card flat"><h2>${t('help-directory')}</h2><p><b>${directory.name}</b>, ${directory.address}</p><p class="label soft">${directory.text}</p></section>
    `;
  }

  /** @param {any} country @param {'violence'|'crisis'} kind */
  #kind(country, kind) {
    const lines = country.lines.filter((/** @type {any} */ line) => line.kind === kind);
    if (lines.length === 0) return d;
    return qt`
      <h2 class="section">${t(`help-${kind}`)}</h2>
      ${lines.map(
        (/** @type {any} */ line) => qt`<article class="card">
          <b>${line.name}</b>
          ${line.numbers?.length ? qt`<p class="lead">${line.numbers.join(', ')}</p>` : d}
          ${line.text ? qt`<p class="label">${t('help-write', { text: line.text })}</p>` : d}
          ${line.for ? qt`<p class="label soft">${t('help-for', { who: line.for })}</p>` : d}
          ${line.hours ? qt`<p class="label soft">${t('help-hours', { hours: line.hours })}</p>` : d}
          ${line.address ? qt`<p class="label soft">${line.address}</p>` : d}
          <p class="small soft">${t('help-checked', { date: shortDate(new Date(line.dateChecked).getTime()) })}</p>
        </article>`,
      )}
    `;
  }
}
customElements.define('help-screen', HelpScreen);
