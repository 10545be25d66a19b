import { Screen, pictureOf, bar, t, qt, d, icon, mark, longDate, notice, TEXT_CHARS, TITLE_CHARS, segments, WORDS_CHARS } from './main.js';
import { photoOf, carriedOffers, photoInput, choosePhoto } from './picture.js';
import { syncLine, troubleNotice } from './today.js';

/** One page: read it, or write it. `#/page/new`, `#/page/<id>`. */
class PageScreen extends Screen {
  static properties = {
    ...Screen.properties,
    heading: { state: true },
    words: { state: true },
    audience: { state: true },
    isEditing: { state: true },
    isAsking: { state: true },
    note: { state: true },
    picture: { state: true },
    isReading: { state: true },
    photoNote: { state: true },
  };

  constructor() {
    super();
    this.heading = '';
    this.words = '';
    /** @type {'me'|'us'} */ this.audience = 'me';
    this.isEditing = false;
    this.isAsking = false;
    this.note = '';
    /** @type {import('../../app/photos.js').WordedPicture|null} */ this.picture = null;
    this.isReading = false;
    this.photoNote = '';
  }

  get id() {
    return this.params[0] ?? 'new';
  }

  get draftKey() {
    return `page/${this.id}`;
  }

  connectedCallback() {
    super.connectedCallback();
    const { attune } = this.app;
    const page = attune.journal.get(this.id);
    this.heading = page?.title ?? '';
    this.words = page?.text ?? '';
    this.audience = page?.audience ?? 'me';
    this.picture = pictureOf(page?.photo);
    this.isEditing = this.id === 'new' || attune.drafts.get(this.draftKey) !== undefined;
  }

  willUpdate() {
    const draft = this.isEditing ? this.freshDraft(this.draftKey) : undefined;
    if (!draft) return;
    const [heading, words, audience, pair = '', picture] = draft;
    this.heading = heading;
    this.words = words;
    if (picture !== undefined) this.picture = picture && { id: picture[0], width: picture[1], height: picture[2], words: picture[3] };
    this.audience = pair === this.app.attune.pairName ? audience : 'me'; // words meant for somebody are meant for nobody else
  }

  render() {
    const page = this.app.attune.journal.get(this.id);
    if (this.id !== 'new' && !page)
      return qt`<main class="screen">${bar({ back: () => this.app.go('#/journal') })}<div class="page"><h1>${t('page-gone')}</h1></div></main>`;
    return this.isEditing ? this.#writing(page) : this.#reading(/** @type {import('../../app/journal.js').Page} */ (page));
  }

  /** @param {import('../../app/journal.js').Page} page */
  #reading(page) {
    const { pair } = this.app.attune;
    const name = pair?.them.name ?? '';
    const isMine = page.by === 'me' && !page.withdrawn;
    return qt`
      <main class="screen paperview" data-for=${page.audience}>
        ${bar({ back: () => this.app.go('#/journal'), end: syncLine(this.app.attune.sync) })}
        <article class="paper">
          <p class="meta small">${page.audience === 'me' ? qt`${icon('lock')}${t('only-me')}` : qt`${mark('both')}${t('us')}, ${page.by === 'them' ? t('journal-by-them', { name }) : t('journal-by-me')}`}</p>
          <p class="label">${longDate(page.at)}</p>
          <h1>${page.title || t('page-new')}</h1>
          ${page.withdrawn ? qt`<p class="lead soft">${page.by === 'them' ? t('page-taken-back', { name }) : t('page-taken-back-mine')}</p>` : qt`<p class="words-of">${page.text}</p>`}
          ${page.photo ? photoOf(this.app, { ...page, photo: page.photo, isMine: page.by === 'me' }) : page.isPhotoNewer ? notice('info', t('photo-newer')) : d}
          ${page.alsoWritten.map((other) => qt`<section class="card flat"><p class="small soft">${t('page-also')}</p><p class="said">${other}</p></section>`)}
          ${
            page.audience === 'us' && page.earlier.length > 0
              ? qt`<details class="card flat"><summary>${page.by === 'them' ? t('page-changed', { name }) : t('page-changed-mine')}</summary>
                  ${page.earlier.map((other) => qt`<p class="said">${other}</p>`)}</details>`
              : d
          }
          ${page.isReadOnly ? notice('info', t('page-read-only')) : d}
          ${troubleNotice(this.app)}
          ${this.note ? qt`<p class="label" role="status">${this.note}</p>` : d}
        </article>
        ${isMine ? this.#acts(page, name) : d}
      </main>
    `;
  }

  /** @param {import('../../app/journal.js').Page} page @param {string} name */
  #acts(page, name) {
    const isMe = page.audience === 'me';
    if (this.isAsking)
      return qt`<div class="tools" role="alertdialog" aria-labelledby="ask">
        <p class="label" id="ask">${isMe ? t('page-put-away-ask') : t('page-take-back-ask', { name })}</p>
        <button class="btn stop wide" @click=${() => this.#withdraw()}>${isMe ? t('page-yes-put-away') : t('page-yes-take-back')}</button>
        <button class="btn line wide" @click=${() => (this.isAsking = false)}>${t('cancel')}</button>
      </div>`;
    return qt`<div class="tools">
      <div class="line">
        ${page.isReadOnly ? d : qt`<button class="btn soft" @click=${() => this.#edit()}>${icon('pencil')}${t('page-edit')}</button>`}
        <button class="btn text push" @click=${() => (this.isAsking = true)}>${isMe ? t('page-put-away') : t('page-take-back')}</button>
      </div>
    </div>`;
  }

  /** @param {import('../../app/journal.js').Page|null} page */
  #writing(page) {
    const { pair } = this.app.attune;
    const name = pair?.them.name ?? '';
    const isUs = this.audience === 'us';
    const isShared = page?.audience === 'us';
    const isFull = this.words.length >= TEXT_CHARS;
    return qt`
      <main class="screen paperview ed" data-for=${this.audience}>
        ${bar({ back: () => this.#leave(), title: t('journal-draft') })}
        <div class="paper">
          ${troubleNotice(this.app)}
          <h1 class="vh">${t('page-new')}</h1>
          <label class="vh" for="title">${t('page-title-label')}</label>
          <input id="title" class="paper-title" maxlength=${TITLE_CHARS} placeholder=${t('page-title-placeholder')} .value=${this.heading} @input=${(/** @type {any} */ event) => this.#type({ heading: event.target.value })} />
          <label class="vh" for="words">${t('page-text-label')}</label>
          <textarea id="words" class="paper-words" maxlength=${TEXT_CHARS} placeholder=${t('page-text-placeholder')} .value=${this.words} @input=${(/** @type {any} */ event) => this.#type({ words: event.target.value })}></textarea>
          ${isFull ? notice('info', t('page-long')) : d}
          ${this.id === 'new' ? carriedOffers(this.app, 'summary', (words) => this.#type({ words: [this.words, words].filter(Boolean).join('\n') })) : d}
          ${photoInput({
            app: this.app,
            picture: this.picture,
            isReading: this.isReading,
            note: this.photoNote,
            max: WORDS_CHARS,
            choose: (file) => void this.#choose(file),
            say: (words) => this.picture && this.#type({ picture: { ...this.picture, words } }),
            takeOut: () => this.#takeOut(),
          })}
        </div>
        <div class="tools">
          ${
            pair && !isShared
              ? segments({
                  label: t('page-audience'),
                  value: this.audience,
                  options: [
                    { value: 'me', label: qt`${icon('lock', 's')}${t('only-me')}`, name: t('only-me') },
                    { value: 'us', label: qt`${mark('both')}${t('us')}`, name: t('us') },
                  ],
                  pick: (audience) => this.#type({ audience }),
                })
              : d
          }
          <p class="small soft">${isUs ? t('page-us-note', { name }) : pair ? t('page-me-note', { name }) : t('page-me-note-alone')}</p>
          ${this.note ? qt`<p class="label" role="status">${this.note}</p>` : d}
          <button class="btn primary big wide" @click=${() => this.#finish()}>${isUs ? qt`${mark('both')}${t('page-share', { name })}` : t('page-keep')}</button>
        </div>
      </main>
    `;
  }

  /** @param {Partial<{heading: string, words: string, audience: 'me'|'us', picture: import('../../app/photos.js').WordedPicture|null}>} change */
  #type(change) {
    Object.assign(this, change);
    this.note = '';
    const isEmpty = this.id === 'new' && !this.heading && !this.words && !this.picture;
    const picture = this.picture && [this.picture.id, this.picture.width, this.picture.height, this.picture.words];
    const draft = [this.heading.toWellFormed(), this.words.toWellFormed(), this.audience, this.app.attune.pairName, picture];
    this.setDraft(this.draftKey, isEmpty ? null : draft);
  }

  /** @param {File} file */
  async #choose(file) {
    this.isReading = true;
    this.photoNote = '';
    const { picture, note } = await choosePhoto(this.app.attune, file);
    this.photoNote = note;
    this.isReading = false;
    if (!picture) return;
    this.#type({ picture });
    void this.updateComplete.then(() => /** @type {HTMLElement|null} */ (this.querySelector('#photo-words'))?.focus());
  }

  #takeOut() {
    const { picture } = this;
    this.#type({ picture: null });
    if (picture) void this.app.attune.attempt(() => this.app.attune.photos.drop(picture.id));
  }

  #edit() {
    this.isEditing = true;
    void this.updateComplete.then(() => /** @type {HTMLElement|null} */ (this.querySelector('#words'))?.focus());
  }

  async #leave() {
    await this.app.attune.keepDrafts();
    this.app.go('#/journal');
  }

  async #finish() {
    const { attune } = this.app;
    if (!this.words.trim() && !this.heading.trim() && !this.picture) {
      this.note = t('page-empty-keep');
      return;
    }
    const page = { id: this.id === 'new' ? undefined : this.id, title: this.heading, text: this.words, picture: this.picture };
    const id = await attune.attempt(async () => {
      try {
        return await (this.audience === 'us' ? attune.journal.share(page) : attune.journal.save(page));
      } catch (error) {
        if (/** @type {Error} */ (error).name !== 'PhotoAway') throw error;
        this.note = t('photo-not-here');
        return null;
      }
    });
    if (id === null) return;
    await attune.drafts.clear(this.draftKey);
    if (this.picture) void attune.attempt(() => attune.photos.drop(this.picture?.id ?? ''));
    this.app.announce(this.audience === 'us' ? t('page-shared', { name: attune.pair?.them.name ?? '' }) : t('page-kept'));
    this.app.go('#/journal');
  }

  async #withdraw() {
    await this.app.attune.attempt(() => this.app.attune.journal.withdraw(this.id));
    if (!this.app.attune.trouble) this.app.go('#/journal');
  }
}
customElements.define('page-screen', PageScreen);
