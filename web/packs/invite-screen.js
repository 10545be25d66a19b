import { qt, Screen, text, bar, t, d, textField, segments, plainName, notice, timeAhead, icon } from './main.js';
import { loadPictures, pairingEnd } from './thanks-page.js';
import { troubleNotice } from './today.js';

/** @param {boolean[][]} matrix @returns {string} one path of the dark modules, with a quiet zone of 2 around it */
const qrPath = (matrix) =>
  matrix.map((row, y) => row.map((isDark, x) => (isDark ? `M${x + 2} ${y + 2}h1v1h-1z` : '')).join('')).join('');

/** @param {boolean[][]} matrix @param {string} label */
const qr = (matrix, label) => qt`
  <div class="qr">
    <svg viewBox="0 0 ${matrix.length + 4} ${matrix.length + 4}" role="img" aria-label=${label}><path d=${qrPath(matrix)} fill="currentColor" /></svg>
  </div>
`;

/** @typedef {import('../../app/person.js').Relationship} Relationship */

/** Inviting: a name, who they are to you, a code or a link, then the four pictures. */
class InviteScreen extends Screen {
  static properties = {
    ...Screen.properties,
    name: { state: true },
    relationship: { state: true },
    isMissing: { state: true },
    isBusy: { state: true },
    matrix: { state: true },
    pictures: { state: true },
    note: { state: true },
  };

  constructor() {
    super();
    this.name = '';
    /** @type {Relationship|null} */ this.relationship = null;
    this.isMissing = false;
    this.isBusy = false;
    /** @type {boolean[][]|null} */ this.matrix = null;
    this.encoded = '';
    /** @type {any} */ this.pictures = null;
    this.note = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.name = this.app.attune.me?.name ?? '';
    void loadPictures(text()).then((pictures) => (this.pictures = pictures));
  }

  willUpdate() {
    const { state } = this.app.attune.pairing;
    if (state?.role === 'inviter' && state.link !== this.encoded) {
      this.encoded = state.link;
      void import('./qr-encode.js').then(({ encodeQR }) => {
        this.matrix = encodeQR(state.link, 'raw', { border: 0, ecc: 'low' });
      });
    }
  }

  render() {
    const { state } = this.app.attune.pairing;
    const isOurs = state?.role === 'inviter';
    return qt`
      <main class="screen flow">
        ${bar({ hasPause: false, title: t('invite-title'), back: () => this.app.back() })}
        ${!isOurs ? this.#form() : state.step === 'showing' || state.step === 'meeting' ? this.#showing(state) : this.#end(state)}
      </main>
    `;
  }

  #form() {
    const needsName = !this.app.attune.me;
    return qt`
      <div class="body stack">
        ${
          needsName
            ? qt`<h1 class="prompt">${t('name-prompt')}</h1>
              ${textField({ id: 'name', label: t('name-label'), isLabelHidden: true, value: this.name, max: 40, autocomplete: 'given-name', input: (value) => (this.name = value) })}`
            : d
        }
        ${needsName ? qt`<h2 class="prompt small-prompt">${t('invite-relationship-prompt')}</h2>` : qt`<h1 class="prompt">${t('invite-relationship-prompt')}</h1>`}
        ${segments({
          label: t('invite-relationship-prompt'),
          value: this.relationship,
          options: RELATIONSHIPS.map((value) => ({ value, label: t(`relationship-${value}`) })),
          pick: (value) => (this.relationship = value),
        })}
        <p class="label soft">${t('invite-relationship-small')}</p>
        ${this.isMissing && !plainName(this.name) ? notice('info', t('name-missing')) : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        <button class="btn primary big wide" aria-disabled=${this.relationship ? 'false' : 'true'} @click=${() => this.#invite('qr')}>${t('invite-make')}</button>
        <button class="btn text wide" aria-disabled=${this.relationship ? 'false' : 'true'} @click=${() => this.#invite('link')}>${t('invite-use-link')}</button>
      </div>
    `;
  }

  /** @param {import('../../app/pairing.js').PairingView} state */
  #showing(state) {
    const isQr = state.kind === 'qr';
    return qt`
      <div class="body stack">
        <h1 class="prompt">${t(isQr ? 'invite-scan-prompt' : 'invite-link-prompt')}</h1>
        <p class="label soft">${isQr ? t('invite-scan-small') : t('invite-link-small', { time: timeAhead(state.expiresAt) })}</p>
        ${isQr && this.matrix ? qr(this.matrix, t('invite-qr-label')) : d}
        ${
          isQr
            ? d
            : qt`<output class="linkbox" id="link">${state.link}</output>
              <div class="line">
                ${'share' in navigator ? qt`<button class="btn soft" @click=${() => this.#share(state.link)}>${icon('share-2')}${t('invite-share')}</button>` : d}
                <button class="btn soft" @click=${() => this.#copy(state.link)}>${icon('copy')}${t('invite-copy')}</button>
              </div>
              ${this.note ? qt`<p class="label" role="status">${this.note}</p>` : d}`
        }
        <p class="label soft" role="status">${t(state.trouble ? `invite-${state.trouble}` : 'invite-waiting')}</p>
      </div>
      <div class="foot">
        ${isQr ? qt`<button class="btn line wide" @click=${() => void this.app.attune.pairing.show('link')}>${t('invite-use-link')}</button>` : qt`<button class="btn line wide" @click=${() => void this.app.attune.pairing.show('qr')}>${t('invite-use-qr')}</button>`}
        <button class="btn text wide" @click=${() => this.#stop()}>${t('invite-cancel')}</button>
      </div>
    `;
  }

  /** @param {import('../../app/pairing.js').PairingView} state */
  #end(state) {
    const { pairing } = this.app.attune;
    return pairingEnd(state, {
      known: this.pictures,
      isInviter: true,
      confirm: (isSame) => void pairing.confirm(isSame),
      cancel: () => void this.#stop(),
      again: () => void pairing.dismiss(),
      close: () => void this.#leave(),
      goOn: () => void this.#leave(),
    });
  }

  /** @param {'qr'|'link'} kind */
  async #invite(kind) {
    const { attune } = this.app;
    const name = attune.me?.name || plainName(this.name);
    this.isMissing = !name;
    const relationship = this.relationship;
    if (!name || !relationship || this.isBusy) return;
    this.isBusy = true;
    await attune.attempt(async () => {
      if (!attune.me) await attune.begin({ name });
      await attune.pairing.invite({ name, relationship, kind });
    });
    this.isBusy = false;
  }

  /** @param {string} url */
  async #share(url) {
    await this.app.share({ url, text: t('invite-share-text') });
  }

  /** @param {string} link */
  async #copy(link) {
    if (await this.app.copy(link)) this.note = t('invite-copied');
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
customElements.define('invite-screen', InviteScreen);

const RELATIONSHIPS = /** @type {const} */ (['partner', 'friend', 'family']);
