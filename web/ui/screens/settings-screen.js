import { plainName } from '../../core/people.js';
import { html, nothing } from '../../vendor/lit.js';
import { Screen } from '../element.js';
import { OFFERS } from '../offers.js';
import { dock } from '../parts/dock.js';
import { icon, mark } from '../parts/icon.js';
import { head, notice, segments, switchRow, textField } from '../parts/page-parts.js';
import { syncLine } from '../parts/sync-line.js';
import { syncNotice, troubleNotice } from '../parts/trouble.js';
import { shortDate, t } from '../text.js';

const RELATIONSHIPS = /** @type {const} */ (['partner', 'friend', 'family']);

/** Us: who, this phone, how it feels, who can read what, and the way out. */
class SettingsScreen extends Screen {
  static properties = {
    ...Screen.properties,
    name: { state: true },
    note: { state: true },
    storage: { state: true },
    isErasing: { state: true },
    asked: { state: true },
  };

  constructor() {
    super();
    this.name = '';
    this.note = '';
    /** @type {{persisted: boolean|null, usageBytes: number|null, quotaBytes: number|null}|null} */ this.storage = null;
    this.isErasing = false;
    /** @type {boolean|null} */ this.asked = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.name = this.app.attune.me?.name ?? '';
    void this.app.storageState().then((storage) => (this.storage = storage));
  }

  render() {
    if (this.isErasing) return this.#erasing();
    const { attune } = this.app;
    return html`
      <main class="screen">
        <div class="page settings">
          ${head(t('settings-title'))}
          ${troubleNotice(this.app)} ${syncNotice(attune.sync)}
          ${this.#you()} ${this.#together()} ${this.#thisPhone()} ${this.#way()} ${this.#declined()} ${this.#whoReads()} ${this.#copy()} ${this.#about()}
          <button class="btn stop wide line" @click=${() => this.#ask(true)}>${icon('trash-2')}${t('settings-erase')}</button>
          ${this.note ? html`<p class="label toast" role="status">${this.note}</p>` : nothing}
        </div>
        ${dock('settings')}
      </main>
    `;
  }

  #you() {
    const { attune } = this.app;
    return html`
      <h2 class="section">${t('settings-you')}</h2>
      <div class="card">
        ${textField({ id: 'name', label: t('settings-your-name'), value: this.name, max: 40, autocomplete: 'given-name', input: (value) => (this.name = value) })}
        ${plainName(this.name) && this.name !== attune.me?.name ? html`<button class="btn soft" @click=${() => this.#rename()}>${t('settings-save')}</button>` : nothing}
      </div>
    `;
  }

  #together() {
    const { attune } = this.app;
    const { pair } = attune;
    const earlier = attune.pairs.filter(({ isCurrent }) => !isCurrent);
    if (!pair)
      return html`<h2 class="section">${t('settings-together')}</h2><a class="btn primary big wide" href="#/invite">${mark('both')}${t('settings-invite')}</a>`;
    return html`
      <h2 class="section">${t('settings-together')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('users-round')}</span><span class="what"><b>${t('settings-with', { name: pair.them.name })}</b><span class="label soft">${t('settings-since', { date: shortDate(pair.pairedAt) })}</span></span></li>
        <li><a class="rowlink" href="#/jar"><span class="lead-icon">${icon('archive')}</span><span class="what"><b>${t('jar-title')}</b><span class="label soft">${t('jar-small')}</span></span>${icon('chevron-right')}</a></li>
        <li><a class="rowlink" href="#/invite"><span class="lead-icon">${icon('smartphone')}</span><span class="what"><b>${t('settings-pair-again')}</b><span class="label soft">${t('settings-pair-again-small')}</span></span>${icon('chevron-right')}</a></li>
      </ul>
      <div class="card">
        <p class="label">${t('settings-relationship', { name: pair.them.name })}</p>
        ${segments({ label: t('settings-relationship', { name: pair.them.name }), value: pair.me.relationship, options: RELATIONSHIPS.map((value) => ({ value, label: t(`relationship-${value}`) })), pick: (value) => void attune.attempt(() => attune.setRelationship(value)) })}
      </div>
      ${
        earlier.length > 0
          ? html`<h2 class="section">${t('settings-earlier')}</h2>
            <ul class="rows">${earlier.map((each) => html`<li><span class="lead-icon">${icon('door-open')}</span><span class="what"><b>${t('settings-with', { name: each.them.name })}</b><span class="label soft">${t('settings-since', { date: shortDate(each.pairedAt) })}. ${t('settings-earlier-small')}</span></span><button class="btn soft" @click=${() => void attune.choosePair(each.id)}>${t('settings-use')}</button></li>`)}</ul>`
          : nothing
      }
    `;
  }

  #thisPhone() {
    const { install, attune } = this.app;
    const { storage } = this;
    const kept = storage?.persisted === null || !storage ? 'unknown' : storage.persisted ? 'yes' : 'no';
    return html`
      <h2 class="section">${t('settings-this-phone')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('smartphone')}</span><span class="what"><b>${t('settings-sync')}</b><span class="label soft">${syncLine(attune.sync)}</span></span></li>
        <li>
          <span class="lead-icon">${icon('lock')}</span>
          <span class="what"><b>${t('settings-storage')}</b><span class="label soft">${t(`settings-storage-${kept}`)} ${storage?.usageBytes ? t('settings-storage-used', { size: sizeText(storage.usageBytes) }) : nothing}</span>
            ${kept === 'no' ? html`<button class="btn text" @click=${() => this.#persist()}>${t('settings-storage-ask')}</button>` : nothing}
            ${this.asked === false ? html`<span class="label" role="status">${t('settings-storage-refused')}</span>` : nothing}
          </span>
        </li>
        <li><span class="lead-icon">${icon('key-round')}</span><span class="what"><b>${t('settings-key')}</b><span class="label soft">${t(attune.areKeysHeld ? 'settings-key-held' : 'settings-key-raw')}</span></span></li>
        <li>
          ${install.installed() ? html`<span class="lead-icon">${icon('check')}</span><span class="what">${t('settings-installed')}</span>` : html`<a class="rowlink" href="#/install"><span class="lead-icon">${icon('square-plus')}</span><span class="what"><b>${t('settings-install')}</b></span>${icon('chevron-right')}</a>`}
        </li>
      </ul>
    `;
  }

  #way() {
    const { attune } = this.app;
    const p = attune.preferences;
    const set = (/** @type {any} */ key, /** @type {any} */ value) => void attune.attempt(() => attune.setPreference(key, value));
    return html`
      <h2 class="section">${t('settings-way')}</h2>
      <div class="card">
        <p class="label">${t('settings-theme')}</p>
        ${segments({ label: t('settings-theme'), value: p.theme, options: /** @type {const} */ (['system', 'light', 'dark']).map((value) => ({ value, label: t(`settings-theme-${value}`) })), pick: (value) => set('theme', value) })}
        <p class="label">${t('settings-timers')}</p>
        ${segments({ label: t('settings-timers'), value: p.timers, options: /** @type {const} */ (['short', 'usual', 'long', 'none']).map((value) => ({ value, label: t(`settings-timers-${value}`) })), pick: (value) => set('timers', value) })}
        ${switchRow({
          id: 'sound',
          label: t('settings-sound'),
          small: t('settings-sound-small'),
          isOn: p.sound,
          toggle: () => {
            if (!p.sound) this.app.cues.play('tone', { sound: true, vibration: false });
            set('sound', !p.sound);
          },
        })}
        ${switchRow({ id: 'vibration', label: t('settings-vibration'), small: t('settings-vibration-small'), isOn: p.vibration, toggle: () => set('vibration', !p.vibration) })}
        ${switchRow({ id: 'eyes', label: t('settings-eyes'), small: t('settings-eyes-small'), isOn: p.eyeContact, toggle: () => set('eyeContact', !p.eyeContact) })}
        ${attune.pair ? switchRow({ id: 'kind-words', label: t('settings-kind-words'), small: t('settings-kind-words-small'), isOn: p.kindWords, toggle: () => set('kindWords', !p.kindWords) }) : nothing}
        ${attune.pair ? switchRow({ id: 'stone-a-month', label: t('settings-stone-a-month'), small: t('settings-stone-a-month-small'), isOn: p.stoneAMonth, toggle: () => set('stoneAMonth', !p.stoneAMonth) }) : nothing}
        ${attune.pair ? switchRow({ id: 'stone-first', label: t('settings-stone-first'), small: t('settings-stone-first-small'), isOn: p.stoneFirst, toggle: () => set('stoneFirst', !p.stoneFirst) }) : nothing}
      </div>
    `;
  }

  /** What this person wants to be offered no more; each can be taken back. */
  #declined() {
    const { attune } = this.app;
    const declined = attune.offers.declined().flatMap((id) => (OFFERS[id] ? [{ id, what: t(OFFERS[id].what) }] : []));
    if (declined.length === 0) return nothing;
    return html`
      <h2 class="section">${t('offers-title')}</h2>
      <p class="label soft">${t('offers-small')}</p>
      <ul class="rows">${declined.map(({ id, what }) => html`<li><span class="what">${what}</span><button class="btn soft" aria-label=${t('offers-again-this', { what })} @click=${() => void attune.attempt(() => attune.offers.takeBack(id))}>${t('offers-again')}</button></li>`)}</ul>
    `;
  }

  #whoReads() {
    const { pair } = this.app.attune;
    return html`
      <h2 class="section">${t('settings-who-reads')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('lock')}</span><span class="what">${t('settings-who-me')}</span></li>
        ${pair ? html`<li><span class="lead-icon">${icon('users-round')}</span><span class="what">${t('settings-who-us', { name: pair.them.name })}</span></li>` : nothing}
        <li><span class="lead-icon">${icon('eye-off')}</span><span class="what">${t('settings-who-server')}</span></li>
        <li><a class="rowlink" href="#/server-sees"><span class="lead-icon">${icon('info')}</span><span class="what"><b>${t('settings-who-more')}</b></span>${icon('chevron-right')}</a></li>
      </ul>
    `;
  }

  #copy() {
    return html`
      <div class="card flat">
        <b>${t('settings-copy')}</b>
        <p class="label soft">${t('settings-copy-small')}</p>
        <button class="btn line" @click=${() => this.#save()}>${icon('download')}${t('settings-copy')}</button>
      </div>
    `;
  }

  #about() {
    const { attune } = this.app;
    const { pair, release } = attune;
    const theirs = pair?.them.release ?? null;
    const id = theirs === null ? 'unknown' : theirs === release ? 'same' : 'other';
    return html`
      <h2 class="section">${t('settings-about')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('info')}</span><span class="what"><b>${t('settings-release')}</b>
          <code class="fingerprint">${release ? release.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ') : ''}</code>
          ${pair ? html`<span class="label soft">${t(`settings-release-${id}`, { name: pair.them.name })}</span>` : nothing}</span></li>
        <li><span class="lead-icon">${icon('file-text')}</span><span class="what">${t('settings-licence')}</span></li>
      </ul>
    `;
  }

  #erasing() {
    const { attune } = this.app;
    const { pair } = attune;
    const name = pair?.them.name ?? '';
    const { waiting } = attune.sync;
    return html`
      <main class="screen flow">
        <div class="bar"></div>
        <div class="body stack">
          <h1 class="prompt">${t('settings-erase-title')}</h1>
          <p>${t('settings-erase-what')}</p>
          <ul class="plain-list">
            <li>${t('settings-erase-me')}</li>
            ${pair ? html`<li>${t('settings-erase-us')}</li>` : nothing}
            <li>${t('settings-erase-keys')}</li>
          </ul>
          ${pair ? html`<p>${t('settings-erase-stays', { name })}</p>` : nothing}
          ${pair && waiting > 0 ? notice('circle-alert', t('settings-erase-waiting', { count: waiting, name }), 'caution') : nothing}
          <button class="btn line wide" @click=${() => this.#save()}>${icon('download')}${t('settings-erase-copy')}</button>
          ${this.note ? html`<p class="label" role="status">${this.note}</p>` : nothing}
        </div>
        <div class="foot">
          <button class="btn primary big wide" @click=${() => this.#ask(false)}>${t('settings-erase-no')}</button>
          <button class="btn stop wide" @click=${() => void this.app.erase()}>${t('settings-erase-yes')}</button>
        </div>
      </main>
    `;
  }

  /** @param {boolean} isErasing */
  #ask(isErasing) {
    this.isErasing = isErasing;
    window.scrollTo(0, 0);
  }

  async #rename() {
    await this.app.attune.attempt(() => this.app.attune.rename(this.name));
    this.note = t('settings-saved');
  }

  async #persist() {
    this.asked = await this.app.askPersistence();
    this.storage = await this.app.storageState();
  }

  async #save() {
    const { makeCopy } = await import('../copy/copy.js');
    for (const file of await makeCopy(this.app.attune)) this.app.saveFile(file);
    this.note = t('settings-copy-done');
  }
}
customElements.define('settings-screen', SettingsScreen);

/** @param {number} bytes */
const sizeText = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
