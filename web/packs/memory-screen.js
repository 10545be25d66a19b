import { OWN, troubleNotice, MOST } from './today.js';
import { Screen, pictureOf, d, bar, t, qt, switchRow, segments, icon, mark, textField } from './main.js';
import { carriedOffers, photoInput, choosePhoto } from './picture.js';

const PROMPTS = 24;
const PHOTO_WORDS = 300;
const FIELDS = /** @type {const} */ (['title', 'when', 'where', 'piece', 'feeling', 'cherish']);

/** @typedef {Record<typeof FIELDS[number], string>} Words @typedef {'me'|'us'|'sealed'} Audience */

/** One's piece of a stone, as it is written: `#/memory/new`, `#/memory/<id>`. */
class MemoryScreen extends Screen {
  static properties = {
    ...Screen.properties,
    words: { state: true },
    picture: { state: true },
    audience: { state: true },
    keptBack: { state: true },
    prompt: { state: true },
    isReading: { state: true },
    note: { state: true },
    photoNote: { state: true },
  };

  constructor() {
    super();
    /** @type {Words} */ this.words = { title: '', when: '', where: '', piece: '', feeling: '', cherish: '' };
    /** @type {import('../../app/photos.js').WordedPicture|null} */ this.picture = null;
    /** @type {Audience} */ this.audience = 'me';
    /** Of a piece for both, what stays with its writer. @type {readonly (typeof OWN[number])[]} */ this.keptBack = [];
    this.prompt = 0;
    this.isReading = false;
    this.note = '';
    this.photoNote = '';
  }

  get id() {
    return this.params[0] ?? 'new';
  }

  get draftKey() {
    return `memory/${this.id}`;
  }

  get stone() {
    return this.id === 'new' ? null : this.app.attune.memories.get(this.id);
  }

  connectedCallback() {
    super.connectedCallback();
    const { stone } = this;
    this.prompt = 1 + (new Date(this.app.attune.now()).getDate() % PROMPTS);
    if (!stone) return;
    this.audience = stone.isPrivate ? 'me' : 'us';
    this.keptBack = stone.keptBack;
    const { mine } = stone;
    const { title } = stone;
    const { when = '', where = '', piece = '', feeling = '', cherish = '' } = mine ?? {};
    this.words = { title, when, where, piece, feeling, cherish };
    this.picture = pictureOf(mine?.photo);
  }

  willUpdate() {
    const draft = this.freshDraft(this.draftKey);
    if (!draft) return;
    const [words, picture, audience, pair, keptBack = []] = draft;
    this.keptBack = OWN.filter((name) => keptBack.includes(name));
    this.words = /** @type {Words} */ (Object.fromEntries(FIELDS.map((name, i) => [name, words[i] ?? ''])));
    this.picture = picture && { id: picture[0], width: picture[1], height: picture[2], words: picture[3] };
    this.audience = pair === this.app.attune.pairName ? audience : 'me';
  }

  render() {
    const { stone } = this;
    const { pair } = this.app.attune;
    const name = pair?.them.name ?? '';
    const isBegunHere = !stone || stone.isMine;
    const field = (/** @type {typeof FIELDS[number]} */ id, isLong = false) =>
      textField({
        id,
        label: t(`memories-field-${id}`),
        placeholder: t(`memories-field-${id}-placeholder`),
        value: this.words[id],
        max: MOST[id],
        isLong,
        input: (value) => this.#type({ words: { ...this.words, [id]: value } }),
      });
    return qt`
      <main class="screen flow">
        ${bar({ back: () => void this.#leave() })}
        <div class="body stack">
          ${
            isBegunHere && !stone
              ? qt`<h1 class="prompt">${t('memories-which')}</h1><p class="lead">${t(`memories-prompt-${this.prompt}`, { name, kin: this.app.attune.kin })}</p>
                <button class="btn text" @click=${() => (this.prompt = 1 + (this.prompt % PROMPTS))}>${t('memories-another')}</button>`
              : qt`<h1 class="prompt">${stone?.title || t('memories-untitled')}</h1>`
          }
          ${troubleNotice(this.app)}
          ${stone ? d : carriedOffers(this.app, 'memory', (words) => this.#type({ words: { ...this.words, piece: [this.words.piece, words].filter(Boolean).join('\n').slice(0, MOST.piece) } }))}
          ${isBegunHere ? field('title') : d} ${field('when')} ${field('where')} ${field('piece', true)} ${field('feeling')} ${field('cherish', true)}
          ${photoInput({
            app: this.app,
            picture: this.picture,
            isReading: this.isReading,
            note: this.photoNote,
            max: PHOTO_WORDS,
            choose: (file) => void this.#choose(file),
            say: (words) => this.picture && this.#type({ picture: { ...this.picture, words } }),
            takeOut: () => this.#takeOut(),
          })}
          ${pair && (!stone || stone.isPrivate) ? this.#who() : d}
          ${pair && this.audience !== 'me' ? OWN.filter((id) => this.words[id].trim()).map((id) => this.#keepBack(id)) : d}
          <p class="small soft">${!pair || this.audience === 'me' ? t('memories-me-note') : this.audience === 'us' ? t('memories-us-note', { name }) : `${t('memories-sealed-note', { name })} ${t('memories-seal-promise')}`}</p>
          ${this.note ? qt`<p class="label" role="status">${this.note}</p>` : d}
        </div>
        <div class="foot"><button class="btn primary big wide" @click=${() => void this.#finish()}>${this.audience === 'me' ? t('memories-keep') : t('memories-share')}</button></div>
      </main>
    `;
  }

  /** @param {typeof OWN[number]} id */
  #keepBack(id) {
    const isShown = !this.keptBack.includes(id);
    return switchRow({
      id: `shown-${id}`,
      label: t('memories-shown', { field: t(`memories-field-${id}`) }),
      small: isShown ? '' : t('memories-kept-back'),
      isOn: isShown,
      toggle: () => this.#type({ keptBack: isShown ? [...this.keptBack, id] : this.keptBack.filter((each) => each !== id) }),
    });
  }

  #who() {
    return segments({
      label: t('memories-who'),
      value: this.audience,
      options: [
        { value: 'me', label: qt`${icon('lock', 's')}${t('memories-me')}`, name: t('memories-me') },
        { value: 'us', label: qt`${mark('both')}${t('memories-us')}`, name: t('memories-us') },
        { value: 'sealed', label: qt`${icon('lock', 's')}${t('memories-sealed')}`, name: t('memories-sealed') },
      ],
      pick: (audience) => this.#type({ audience }),
    });
  }

  /** @param {Partial<{words: Words, picture: import('../../app/photos.js').WordedPicture|null, audience: Audience, keptBack: readonly (typeof OWN[number])[]}>} change */
  #type(change) {
    Object.assign(this, change);
    this.note = '';
    const { picture } = this;
    this.setDraft(this.draftKey, [
      FIELDS.map((name) => this.words[name].toWellFormed()),
      picture && [picture.id, picture.width, picture.height, picture.words],
      this.audience,
      this.app.attune.pairName,
      this.keptBack,
    ]);
  }

  /** @param {File} file */
  async #choose(file) {
    this.isReading = true;
    this.photoNote = '';
    const { picture, note } = await choosePhoto(this.app.attune, file);
    this.photoNote = note;
    this.isReading = false;
    if (picture) this.#type({ picture });
  }

  #takeOut() {
    const { picture } = this;
    this.#type({ picture: null });
    if (picture) void this.app.attune.attempt(() => this.app.attune.photos.drop(picture.id));
  }

  async #leave() {
    await this.app.attune.keepDrafts();
    this.app.go('#/memories');
  }

  async #finish() {
    const { attune } = this.app;
    const { title, ...piece } = this.words;
    const hasPiece = this.picture !== null || Object.values(piece).some((words) => words.trim());
    if (!hasPiece || !title.trim()) {
      this.note = t('memories-needs-words');
      return;
    }
    const id = await attune.attempt(async () => {
      try {
        return await attune.memories.lay(this.words, this.picture, attune.pair ? this.audience : 'me', this.stone?.id, this.keptBack);
      } catch (error) {
        if (/** @type {Error} */ (error).name !== 'PhotoAway') throw error;
        this.note = t('photo-not-here');
        return null;
      }
    });
    if (id === null) return;
    await attune.drafts.clear(this.draftKey);
    if (this.picture) await attune.attempt(() => attune.photos.drop(this.picture?.id ?? ''));
    this.app.go(`#/memories/${id}`);
  }
}
customElements.define('memory-screen', MemoryScreen);
