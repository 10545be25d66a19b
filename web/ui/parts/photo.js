import { hex } from '../../core/bytes.js';
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon } from './icon.js';

/** @param {{url: string, words: string, width: number, height: number}} picture */
const figure = ({ url, words, width, height }) =>
  html`<figure class="photo"><img src=${url} alt=${words || t('photo-no-words')} width=${width} height=${height} /></figure>`;

/** @param {string} words */
const waiting = (words) => html`<p class="photo-away">${icon('image')}<span>${words}</span></p>`;

/**
 * A photo as it can be shown now, and what it shows in words; fetched, when it is not here.
 * @param {import('../../app/shell.js').Shell} app @param {{place: import('../../app/photos.js').Place, photo: import('../../core/blob.js').Photo, isMine: boolean}} named
 */
export function photoOf({ attune }, { place, photo, isMine }) {
  const name = attune.pair?.them.name ?? '';
  const { words, width, height } = photo;
  const { url, state } = attune.photos.show(place, photo);
  if (state !== 'here') {
    const isOffline = attune.sync.state === 'offline';
    const line = isOffline ? t('photo-offline') : state === 'away' && !isMine ? t('photo-away', { name }) : t('photo-coming');
    return html`${waiting(line)}${words ? html`<p class="small soft">${words}</p>` : nothing}`;
  }
  return html`
    ${url ? figure({ url, words, width, height }) : waiting(t('photo-opening'))}
    ${isMine && attune.photos.isRefused(hex(photo.blob.id)) ? html`<p class="label" role="status">${t('photo-refused')}</p>` : nothing}
  `;
}

/**
 * Makes a chosen file ready to be kept with what is being written.
 * @param {import('../../app/attune.js').Attune} attune @param {File} file
 * @returns {Promise<{picture: import('../../app/photos.js').WordedPicture|null, note: string}>} `note`: why there is none, where the file is at fault
 */
export async function choosePhoto(attune, file) {
  let note = '';
  const picture = await attune.attempt(async () => {
    try {
      return await attune.photos.choose(file);
    } catch (error) {
      if (/** @type {Error} */ (error).name !== 'NoPicture') throw error;
      note = t('photo-unreadable');
      return null;
    }
  });
  return { picture: picture && { ...picture, words: '' }, note };
}

/**
 * One photo of what is being written: chosen, looked at, put into words, taken out.
 * @param {object} data @param {import('../../app/shell.js').Shell} data.app @param {import('../../app/photos.js').WordedPicture|null} data.picture @param {boolean} data.isReading one is being made smaller
 * @param {string} data.note what could not be done, or nothing @param {number} data.max characters of its words
 * @param {(file: File) => void} data.choose @param {(words: string) => void} data.say @param {() => void} data.takeOut
 */
export function photoInput({ app, picture, isReading, note, max, choose, say, takeOut }) {
  const chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = ''; // the same one can be chosen again
    if (file) choose(file);
  };
  const open = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement} */ (/** @type {HTMLElement} */ (event.currentTarget).nextElementSibling).click();
  if (!picture)
    return html`
      <div class="photo-add">
        <button type="button" class="btn soft" ?disabled=${isReading} @click=${open}>${icon('image')}${isReading ? t('photo-reading') : t('photo-add')}</button>
        <input type="file" accept="image/*" hidden @change=${chosen} />
        <p class="small soft">${t('photo-note')}</p>
        ${note ? html`<p class="label" role="status">${note}</p>` : nothing}
      </div>
    `;
  const url = app.attune.photos.urlOf(picture.id);
  return html`
    <div class="photo-add">
      ${url ? figure({ ...picture, url }) : waiting(t('photo-opening'))}
      <label class="label" for="photo-words">${t('photo-words')}</label>
      <input id="photo-words" class="field box" maxlength=${max} placeholder=${t('photo-words-placeholder')} .value=${picture.words} aria-describedby="photo-words-why"
        @input=${(/** @type {any} */ event) => say(event.target.value.toWellFormed())} autocomplete="off" enterkeyhint="done" />
      <p class="small soft" id="photo-words-why">${t('photo-words-why')}</p>
      <button type="button" class="btn text" @click=${takeOut}>${t('photo-take-out')}</button>
      ${note ? html`<p class="label" role="status">${note}</p>` : nothing}
    </div>
  `;
}
