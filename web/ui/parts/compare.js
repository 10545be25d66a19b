import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon, mark } from './icon.js';
import { notice } from './page-parts.js';

/**
 * The four pictures both phones draw alike.
 * @param {number[]} pictures @param {{pictures: Array<{icon: string, en: string}>, drawings: Readonly<Record<string, unknown>>}} known
 */
export const samePictures = (pictures, { pictures: names, drawings }) => html`
  <ul class="same" aria-label=${t('compare-pictures')}>
    ${pictures.map((value) => {
      const picture = names[value];
      return html`<li><svg class="icon l" viewBox="0 0 24 24" aria-hidden="true">${drawings[picture?.icon ?? '']}</svg>${picture?.en ?? ''}</li>`;
    })}
  </ul>
`;

/**
 * Comparing, waiting and the end of a pairing: the same on both phones.
 * @param {import('../../app/pairing.js').PairingView} pairing
 * @param {object} parts
 * @param {Parameters<typeof samePictures>[1]|null} parts.known @param {(isSame: boolean) => void} parts.confirm @param {() => void} parts.cancel
 * @param {() => void} parts.again @param {() => void} parts.close @param {() => void} parts.goOn @param {boolean} parts.isInviter
 */
export function pairingEnd(pairing, { known, confirm, cancel, again, close, goOn, isInviter }) {
  const name = pairing.theirName;
  const waiting = pairing.trouble ? `invite-${pairing.trouble}` : 'compare-waiting-small';
  if (pairing.step === 'compare' || pairing.step === 'waiting-confirm') {
    const isWaiting = pairing.step === 'waiting-confirm';
    return html`
      <div class="body stack">
        <div class="face">
          ${mark('they')}
          <h1>${isWaiting ? t('compare-waiting', { name }) : t('compare-title', { name })}</h1>
          <p class="label soft" role="status">${t(isWaiting ? waiting : 'compare-small')}</p>
        </div>
        ${known ? samePictures(pairing.pictures, known) : nothing}
        <ul class="promises">
          <li>${icon('eye-off')}${t('compare-private', { name })}</li>
          <li>${icon('key-round')}${t('compare-keys')}</li>
          <li>${icon('door-open')}${t('compare-leave')}</li>
        </ul>
      </div>
      <div class="foot after">
        ${isWaiting ? nothing : html`<button class="btn primary big wide" @click=${() => confirm(true)}>${t('compare-same')}</button>`}
        ${
          isWaiting
            ? html`<button class="btn text wide" @click=${cancel}>${t('cancel')}</button>`
            : html`<button class="btn stop wide" @click=${() => confirm(false)}>${t('compare-different')}</button>`
        }
      </div>
    `;
  }
  if (pairing.step === 'done')
    return html`
      <div class="body stack">
        <div class="face">${mark('both')}
          <h1>${t('paired-title', { name })}</h1>
          <p class="soft">${t('paired-body')}</p>
        </div>
      </div>
      <div class="foot"><button class="btn primary big wide" @click=${goOn}>${t('paired-go')}</button></div>
    `;
  return html`
    <div class="body stack">${notice('circle-alert', t(`ended-${pairing.end ?? 'cancelled'}`), 'caution')}</div>
    <div class="foot">
      <button class="btn primary big wide" @click=${again}>${t(isInviter ? 'ended-again' : 'ended-try-link')}</button>
      <button class="btn text wide" @click=${close}>${t('ended-close')}</button>
    </div>
  `;
}

/** Names and drawings of the 64 pictures, loaded when phones meet. @param {import('../text.js').Text} text */
export async function loadPictures(text) {
  const [{ pictures }, { PICTURE_ICONS }] = await Promise.all([text.content('pictures'), import('../picture-icons.js')]);
  return { pictures, drawings: PICTURE_ICONS };
}
