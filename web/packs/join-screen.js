import { Screen, ie, text, bar, t, qt, d, textField, notice, icon, re, segments, plainName } from './main.js';
import { loadPictures, pairingEnd } from './thanks-page.js';
import { troubleNotice } from './today.js';

const RELATIONSHIPS = /** @type {const} */ (['partner', 'friend', 'family']);

/** Joining: a link opened, pasted or scanned; a name; then the four pictures. */
class JoinScreen extends Screen {
  static properties = {
    ...Screen.properties,
    link: { state: true },
    pasted: { state: true },
    fault: { state: true },
    name: { state: true },
    relationship: { state: true },
    isScanning: { state: true },
    cameraNote: { state: true },
    isMissing: { state: true },
    pictures: { state: true },
  };

  constructor() {
    super();
    this.link = '';
    this.pasted = '';
    /** @type {{why: string, origin: string}|null} */ this.fault = null;
    this.name = '';
    /** @type {import('../../app/person.js').Relationship|null} */ this.relationship = null;
    this.isScanning = false;
    this.cameraNote = '';
    this.isMissing = false;
    /** @type {any} */ this.pictures = null;
    /** @type {import('../../io/camera.js').Camera|null} */ this.camera = null;
    /** @type {import('lit/directives/ref.js').Ref<HTMLVideoElement>} */ this.video = ie();
  }

  connectedCallback() {
    super.connectedCallback();
    this.name = this.app.attune.me?.name ?? '';
    void loadPictures(text()).then((pictures) => (this.pictures = pictures));
    if (this.app.pendingLink) {
      const link = this.app.pendingLink;
      this.app.pendingLink = '';
      void this.#take(link);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopScan();
  }

  render() {
    const { state } = this.app.attune.pairing;
    const isOurs = state?.role === 'joiner';
    return qt`
      <main class="screen flow">
        ${bar({ hasPause: false, title: t('join-title'), back: () => this.app.back() })}
        ${isOurs ? (state.step === 'meeting' || state.step === 'showing' ? this.#meeting(state) : this.#end(state)) : this.link ? this.#who() : this.isScanning ? this.#scanning() : this.#paste()}
      </main>
    `;
  }

  #paste() {
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('join-paste-prompt')}</h1>
        <p class="label soft">${t('join-paste-small')}</p>
        ${textField({ id: 'link', label: t('join-paste-label'), value: this.pasted, max: 2000, placeholder: t('join-paste-placeholder'), input: (value) => (this.pasted = value) })}
        ${this.fault ? notice('circle-alert', t(`ended-${this.fault.why}`, { origin: this.fault.origin }), 'caution') : d}
        ${this.cameraNote ? notice('info', this.cameraNote) : d}
        <button class="btn line wide" @click=${() => this.#scan()}>${icon('scan-qr-code')}${t('join-scan')}</button>
      </div>
      <div class="foot"><button class="btn primary big wide" aria-disabled=${this.pasted.trim() ? 'false' : 'true'} @click=${() => this.#take(this.pasted)}>${t('join-go')}</button></div>
    `;
  }

  #scanning() {
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('join-scanning')}</h1>
        <video class="viewfinder" ${re(this.video)} playsinline muted autoplay aria-hidden="true"></video>
      </div>
      <div class="foot"><button class="btn line big wide" @click=${() => this.#stopScan()}>${t('join-scan-stop')}</button></div>
    `;
  }

  #who() {
    const needsName = !this.app.attune.me;
    const isTab = !this.app.install.installed();
    return qt`
      <div class="body stack">
        ${
          needsName
            ? qt`<h1 class="prompt">${t('join-who-prompt')}</h1>
              ${textField({ id: 'name', label: t('name-label'), isLabelHidden: true, value: this.name, max: 40, autocomplete: 'given-name', input: (value) => (this.name = value) })}
              <h2 class="prompt small-prompt">${t('invite-relationship-prompt')}</h2>`
            : qt`<h1 class="prompt">${t('invite-relationship-prompt')}</h1>`
        }
        ${segments({ label: t('invite-relationship-prompt'), value: this.relationship, options: RELATIONSHIPS.map((value) => ({ value, label: t(`relationship-${value}`) })), pick: (value) => (this.relationship = value) })}
        <p class="label soft">${t('invite-relationship-small')}</p>
        ${this.isMissing && !plainName(this.name) ? notice('info', t('name-missing')) : d}
        ${
          isTab
            ? notice(
                'square-plus',
                qt`<p>${this.app.install.iosTab() ? t('install-first-ios') : ''} ${t('join-in-app')}</p>
              <button class="btn text" @click=${() => this.app.copy(this.link)}>${t('join-copy-link')}</button>`,
              )
            : d
        }
        ${troubleNotice(this.app)}
      </div>
      <div class="foot"><button class="btn primary big wide" aria-disabled=${this.relationship ? 'false' : 'true'} @click=${() => this.#join()}>${t('join-go')}</button></div>
    `;
  }

  /** @param {import('../../app/pairing.js').PairingView} state */
  #meeting(state) {
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t('join-meeting')}</h1>
        <p class="label soft" role="status">${t(state.trouble ? `invite-${state.trouble}` : 'join-meeting-small')}</p>
      </div>
      <div class="foot"><button class="btn text wide" @click=${() => this.#stop()}>${t('cancel')}</button></div>
    `;
  }

  /** @param {import('../../app/pairing.js').PairingView} state */
  #end(state) {
    const { pairing } = this.app.attune;
    return pairingEnd(state, {
      known: this.pictures,
      isInviter: false,
      confirm: (isSame) => void pairing.confirm(isSame),
      cancel: () => void this.#stop(),
      again: () => void this.#again(),
      close: () => void this.#leave(),
      goOn: () => void this.#leave(),
    });
  }

  /** @param {string} link */
  async #take(link) {
    const read = await this.app.attune.pairing.readLink(link.trim());
    this.fault = read.ok ? null : { why: read.why, origin: read.origin ?? '' };
    this.link = read.ok ? link.trim() : '';
    if (!read.ok) this.pasted = link.trim();
  }

  async #join() {
    const { attune } = this.app;
    const name = attune.me?.name || plainName(this.name);
    this.isMissing = !name;
    const relationship = this.relationship;
    if (!name || !relationship) return;
    await attune.attempt(async () => {
      if (!attune.me) await attune.begin({ name });
      await attune.pairing.join({ link: this.link, name, relationship });
    });
  }

  async #scan() {
    this.cameraNote = '';
    this.isScanning = true;
    await this.updateComplete;
    const video = this.video.value;
    if (!video) return;
    const camera = await this.app.openCamera();
    if (!this.isScanning || !this.isConnected) return; // stopped before there was a camera to stop
    this.camera = camera;
    const outcome = await this.camera.scan(video);
    this.isScanning = false;
    if (outcome.ok) await this.#take(outcome.text);
    else if (outcome.why !== 'stopped') this.cameraNote = t(outcome.why === 'refused' ? 'join-camera-refused' : 'join-camera-none');
  }

  #stopScan() {
    this.camera?.stop();
    this.camera = null;
    this.isScanning = false;
  }

  async #again() {
    await this.app.attune.pairing.dismiss();
    this.link = '';
    this.pasted = '';
  }

  async #stop() {
    await this.app.attune.pairing.cancel();
    await this.#leave();
  }

  async #leave() {
    await this.app.attune.pairing.dismiss();
    this.app.go(this.app.attune.me ? '#/today' : '#/welcome');
  }
}
customElements.define('join-screen', JoinScreen);
