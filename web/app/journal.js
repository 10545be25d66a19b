/**
 * The journal: pages for me, in my `me`, and pages for us, in the pair's space. A page is a record of type `entry` with its writer's fields.
 */
import { readPhoto } from '../core/blob.js';
import { hex } from '../core/bytes.js';
import { timeOf } from '../core/day.js';

export const TYPE = 'entry';
export const TEXT_CHARS = 16_000; // UTF-8 of any script stays below the 64 KiB of an op
export const TITLE_CHARS = 120;
/** What a photo shows. */
export const WORDS_CHARS = 300;

/**
 * @typedef {object} Page
 * @property {string} id hex @property {'me'|'us'} audience @property {string} title @property {string} text @property {number} at ms
 * @property {'me'|'them'} by @property {string[]} alsoWritten @property {string[]} earlier texts it had before @property {boolean} withdrawn @property {boolean} isReadOnly
 * @property {string} pair space hex of a page for us, empty for me
 * @property {import('../core/blob.js').Photo|null} photo @property {boolean} isPhotoNewer there is one that only a newer release can show
 * @property {import('./photos.js').Place} place of its photo
 *
 * @typedef {import('./photos.js').WordedPicture|null} PictureChange null: without one; the one it has already, or one in a draft
 */

const PHOTO = 'photo';

/** @param {import('./space.js').Space} space @param {import('../core/oplog.js').RecordView} record @param {number} person @param {Pick<Page, 'audience'|'by'|'pair'>} where @returns {Page|null} */
function pageOf(space, record, person, where) {
  const fields = record.byPerson.get(person);
  const text = fields?.get('text');
  const at = fields?.get('at')?.value;
  if (!fields || !text) return null;
  const photo = readPhoto(fields.get(PHOTO)?.value);
  const words = (/** @type {any} */ value) => (typeof value === 'string' ? value : '');
  return {
    ...where,
    id: record.id,
    title: words(fields.get('title')?.value),
    text: words(text.value),
    at: timeOf(at),
    alsoWritten: text.alsoWritten.map(words).filter((other) => other !== ''),
    earlier: text.isWithdrawn ? [] : text.earlier.map(words).filter((other) => other !== ''),
    withdrawn: text.isWithdrawn,
    isReadOnly: record.isReadOnly,
    photo,
    isPhotoNewer: photo === null && (fields.get(PHOTO)?.value ?? null) !== null,
    place: { space: space.name, record: record.id, person, field: PHOTO },
  };
}

export class Journal {
  #me;
  #pair;
  #crypto;
  #now;
  #photos;

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => number} parts.now
   * @param {() => import('./photos.js').Photos} parts.photos
   */
  constructor({ me, pair, crypto, now, photos }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#now = now;
    this.#photos = photos;
  }

  /** @param {'all'|'me'|'us'} [filter] @returns {Page[]} newest first */
  list(filter = 'all') {
    return [...this.newest(filter)].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  /** Each opened when it is asked for. @param {'all'|'me'|'us'} [filter] @returns {Generator<Page>} newest first */
  *newest(filter = 'all') {
    const me = filter === 'us' ? [] : (this.#me()?.places(TYPE) ?? []);
    const us = filter === 'me' ? [] : (this.#pair()?.places(TYPE) ?? []);
    for (const { id } of [...me, ...us].sort((a, b) => b.at - a.at)) yield* this.#pages(id);
  }

  /** @param {string} id hex @returns {Page|null} */
  get(id) {
    return this.#pages(id)[0] ?? null;
  }

  /** @param {string} id hex @returns {Page[]} of either of the two */
  #pages(id) {
    const [me, us] = [this.#me(), this.#pair()];
    const own = me?.record(id);
    const page = me && own?.type === TYPE ? pageOf(me, own, me.person, { audience: 'me', by: 'me', pair: '' }) : null;
    const shared = us?.record(id);
    const pages =
      !us || shared?.type !== TYPE
        ? []
        : [...shared.byPerson.keys()].map((person) =>
            pageOf(us, shared, person, { audience: 'us', by: person === us.person ? 'me' : 'them', pair: us.name }),
          );
    return [page?.withdrawn ? null : page, ...pages].filter((each) => each !== null);
  }

  /**
   * Keeps a page for me alone.
   * @param {{id?: string|undefined, title: string, text: string, picture?: PictureChange}} page without an id: a new one
   * @returns {Promise<string>} its id
   */
  async save({ id, title, text, picture = null }) {
    const me = this.#me();
    if (!me) throw new Error('no place to write yet');
    const record = id ?? newId(this.#crypto);
    const photo = await this.#photoField(me, record, id ? this.get(id) : null, picture);
    await me.write(record, TYPE, [...pageFields(title, text), ...photo, ...(id ? [] : [timeField(this.#now())])]);
    return record;
  }

  /**
   * Shares a page. A page that was mine alone becomes a new page for us, and the private one is taken away.
   * @param {{id?: string|undefined, title: string, text: string, picture?: PictureChange}} page
   * @returns {Promise<string>} its id
   */
  async share({ id, title, text, picture = null }) {
    const us = this.#pair();
    if (!us) throw new Error('nobody to share with');
    const before = id ? this.get(id) : null;
    const record = before?.audience === 'us' ? before.id : newId(this.#crypto);
    const photo = await this.#photoField(us, record, before?.audience === 'us' ? before : null, picture);
    await us.write(record, TYPE, [
      ...pageFields(title, text),
      ...photo,
      ...(before?.audience === 'us' ? [] : [timeField(before?.at ?? this.#now())]),
    ]);
    if (before?.audience === 'me') await this.#me()?.withdraw(before.id, TYPE, fieldsOf(before));
    return record;
  }

  /** Takes a shared page back with a plain mark, or a private one away. @param {string} id */
  async withdraw(id) {
    const page = this.get(id);
    const space = page?.audience === 'me' ? this.#me() : this.#pair();
    if (page?.by === 'me') await space?.withdraw(id, TYPE, fieldsOf(page));
  }

  /**
   * What a write says of the page's photo: nothing while it stays as it is.
   * @param {import('./space.js').Space} space @param {string} record @param {Page|null} before the page that is written again @param {PictureChange} picture
   * @returns {Promise<Array<[string, import('../core/codec.js').Value]>>}
   */
  async #photoField(space, record, before, picture) {
    const worded = picture && { ...picture, words: clip(picture.words, WORDS_CHARS) };
    if (!worded && !before?.photo) return [];
    const value = await this.#photos().named(space, before?.photo ?? null, worded, { record, field: PHOTO });
    return value === undefined ? [] : [[PHOTO, value]];
  }
}

/** @param {Page} page */
const fieldsOf = ({ photo, isPhotoNewer }) => ['title', 'text', ...(photo || isPhotoNewer ? [PHOTO] : [])];

/** @param {string} title @param {string} text @returns {Array<[string, string]>} */
const pageFields = (title, text) => [
  ['title', clip(title, TITLE_CHARS)],
  ['text', clip(text, TEXT_CHARS)],
];

/** @param {number} ms @returns {[string, number]} */
const timeField = (ms) => ['at', ms];

/** Whole characters, and no lone surrogates. @param {string} text @param {number} most */
export function clip(text, most) {
  const whole = text.toWellFormed();
  return whole.length <= most ? whole : [...whole].slice(0, most).join('').slice(0, most).toWellFormed();
}

/** @param {import('../core/ids.js').Crypto} crypto */
const newId = (crypto) => hex(crypto.random(16));
