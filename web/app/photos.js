/**
 * Photos (protocol section 11): chosen, made smaller, kept sealed on this phone at once; uploaded in the background by the leading tab, chunk by
 * chunk, going on where it stopped; fetched from the other's when they are looked at, and kept. A photo goes from this phone, and its author's
 * chunks from the server, when the field that named it was withdrawn or replaced: never because something is merely not there (yet).
 *
 * At rest, in the vault: `photo/<id>` what is known of it, `blob/<id>` its bytes. In the author's `me`: a record of type `blob` with the secret.
 */
import { blobValue, deleteTagOf, JPEG, openBlob, photoValue, readBlob, readPhoto, sealBlob } from '../core/blob.js';
import { base64url, equal, hex, unhex } from '../core/bytes.js';
import { CODE, decodeFrame } from '../core/frames.js';
import { backoffMs } from './backoff.js';

const TYPE = 'blob';
const FIELD = 'upload';
/** Records that may name a photo, and the field in which they do. */
const NAMING = ['entry', 'memory', 'moment'];
const PHOTO = 'photo';
const SWEEP_MS = 1000;
const FULL_MS = 60 * 60 * 1000;
const DRAFT_MS = 24 * 60 * 60 * 1000;
/** What was shown lately stays in memory. */
const MOST_URLS = 40;

/**
 * @typedef {import('../core/blob.js').Blob} Blob @typedef {import('../core/blob.js').Photo} Photo @typedef {import('../core/codec.js').Value} Value
 * @typedef {import('./space.js').Space} Space
 * @typedef {{space: string, record: string, person: number, field: string}} Place the field that names a photo; hex ids
 * @typedef {{id: string, width: number, height: number}} Picture one kept on this phone, by its local id
 * @typedef {Picture & {words: string}} WordedPicture
 * @typedef {object} Kept what this phone knows of a photo it has
 * @property {number} at ms @property {Place|null} place null: in a draft @property {Blob|null} blob @property {number} sent chunks the server has
 * @typedef {{status: number, code: number, retryAfterMs: number, bytes: Uint8Array}} Answer
 * @typedef {object} PhotoWorld
 * @property {() => number} now @property {(callback: () => void, ms: number) => number} setTimer @property {(id: number) => void} clearTimer @property {() => number} random
 * @property {(method: string, name: string, headers: Record<string, string>, body?: Uint8Array) => Promise<{status: number, bytes: Uint8Array}|null>} askChunk null: not reached
 * @property {(file: Blob_) => Promise<{bytes: Uint8Array, width: number, height: number}>} shrink throws when it is no picture
 * @property {(bytes: Uint8Array) => string} pictureUrl @property {(url: string) => void} forgetUrl
 * @typedef {globalThis.Blob} Blob_
 */

/** The photo is not on this phone, and cannot be brought now. */
export class PhotoAway extends Error {
  constructor() {
    super('the photo is not here');
    this.name = 'PhotoAway';
  }
}

/** @param {import('../core/oplog.js').RecordView} view @returns {boolean} somebody named another photo in it before */
export const hadPhoto = ({ byPerson }) =>
  [...byPerson.values()].some((fields) => fields.get(PHOTO)?.earlier.some((value) => readPhoto(value) !== null));

/** @param {Kept} kept @returns {Value} */
const keptValue = ({ at, place, blob, sent }) => [
  at,
  place ? [place.space, place.record, place.person, place.field] : null,
  blob ? blobValue(blob) : null,
  sent,
];

/** @param {any} value @returns {Kept} */
const readKept = ([at, place, blob, sent]) => ({
  at,
  place: place ? { space: place[0], record: place[1], person: place[2], field: place[3] } : null,
  blob: readBlob(blob),
  sent,
});

export class Photos {
  #parts;
  /** @type {Map<string, Kept>} */ #kept = new Map();
  /** @type {Promise<void>|null} */ #loading = null;
  /** @type {Map<string, string|null>} id -> url; null while it is read */ #urls = new Map();
  /** @type {Map<string, {place: Place, blob: Blob, chunks: Uint8Array[], tries: number, from: number}>} photos looked at and not here */ #wanted =
    new Map();
  /** @type {Map<string, {pass: Uint8Array, until: number}>} by space */ #passes = new Map();
  /** @type {Map<string, number>} space -> ms until which its uploads rest, for want of room */ #full = new Map();
  /** @type {Set<string>} what the server refuses for good: a fault of ours */ #faulty = new Set();
  /** @type {Set<string>} the server may have all the same: it is asked before a chunk is sent again */ #doubted = new Set();
  #isWorking = false;
  #isAskedAgain = false;
  #tries = 0;
  /** @type {number|undefined} */ #timer;
  /** @type {number|undefined} */ #sweeping;

  /**
   * @param {object} parts
   * @param {import('./vault.js').Vault} parts.vault @param {import('../core/ids.js').Crypto} parts.crypto @param {PhotoWorld} parts.world
   * @param {() => Space|null} parts.me @param {(name: string) => Space|null} parts.space @param {() => readonly Space[]} parts.spaces all
   * @param {() => boolean} parts.isLeader
   * @param {(space: string) => Promise<{pass: Uint8Array, expiresInS: number}|null>} parts.wantPass null: no connection now
   * @param {(message: {type: 'photos'}|{type: 'photo', place: Place, value: Value}) => void} parts.tell other tabs
   * @param {() => readonly Value[]} parts.drafts everything in drafts @param {() => void} parts.onChange
   */
  constructor(parts) {
    this.#parts = parts;
  }

  load() {
    this.#loading ??= this.#read().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #read() {
    const rows = await this.#parts.vault.list('photo/');
    this.#kept = new Map(rows.map(([id, value]) => [id, readKept(value)]));
    for (const [id, url] of this.#urls) if (!this.#kept.has(id)) this.#forgetUrl(id, url);
    for (const id of this.#kept.keys()) this.#wanted.delete(id);
  }

  /** Another tab keeps or removed some. */
  async refresh() {
    await this.#read();
    this.wake();
    this.#parts.onChange();
  }

  // ---- what screens ask

  /** How many of this person's photos are not on the server yet, for other reasons than room. */
  get waiting() {
    return this.#uploads().length;
  }

  /** Whether photos wait for room on the server. */
  get isFull() {
    return [...this.#kept.values()].some((kept) => this.#isUnsent(kept) && this.#isFull(kept.place?.space ?? ''));
  }

  /** @param {string} id @returns {boolean} this photo waits for room on the server */
  isRefused(id) {
    const kept = this.#kept.get(id);
    return kept !== undefined && this.#isUnsent(kept) && this.#isFull(kept.place?.space ?? '');
  }

  /**
   * What can be shown of a photo now. Asking fetches it, if it is not here.
   * @param {Place} place @param {Photo} photo @returns {{url: string|null, state: 'here'|'coming'|'away'}} `away`: asked for, and not there
   */
  show(place, photo) {
    const id = hex(photo.blob.id);
    if (this.#kept.has(id)) return { url: this.urlOf(id), state: 'here' };
    if (!this.#wanted.has(id)) {
      this.#wanted.set(id, { place, blob: photo.blob, chunks: [], tries: 0, from: 0 });
      this.#soon(this.load());
    }
    return { url: null, state: (this.#wanted.get(id)?.tries ?? 0) > 0 ? 'away' : 'coming' };
  }

  /** @param {string} id of one on this phone @returns {string|null} null while it is read */
  urlOf(id) {
    const url = this.#urls.get(id);
    if (url === undefined) {
      this.#urls.set(id, null);
      void this.#readUrl(id);
      return null;
    }
    this.#urls.delete(id); // the least lately shown comes first
    this.#urls.set(id, url);
    return url;
  }

  /** @param {string} id */
  async #readUrl(id) {
    const bytes = await this.#bytes(id).catch(() => null);
    if (!bytes || !this.#urls.has(id)) return;
    this.#urls.set(id, this.#parts.world.pictureUrl(bytes));
    for (const [other, url] of this.#urls) {
      if (this.#urls.size <= MOST_URLS) break;
      if (url) this.#forgetUrl(other, url);
    }
    this.#parts.onChange();
  }

  /** @param {string} id @param {string|null} url */
  #forgetUrl(id, url) {
    this.#urls.delete(id);
    if (url) this.#parts.world.forgetUrl(url);
  }

  /** @param {string} id @returns {Promise<Uint8Array|null>} a JPEG; null: it is not on this phone */
  async bytesOf(id) {
    await this.load();
    return this.#kept.has(id) ? this.#bytes(id).catch(() => null) : null;
  }

  /** @param {string} id @returns {Promise<Uint8Array>} @throws {PhotoAway} */
  async #bytes(id) {
    const bytes = await this.#parts.vault.get(`blob/${id}`);
    if (!(bytes instanceof Uint8Array)) throw new PhotoAway();
    return bytes;
  }

  // ---- what a person does

  /**
   * Takes a picture into a draft: smaller, of its pixels alone, durable on this phone when it resolves.
   * @param {globalThis.Blob} file @returns {Promise<Picture>} @throws when it is no picture, or the phone cannot keep it
   */
  async choose(file) {
    const { bytes, width, height } = await this.#parts.world.shrink(file);
    const id = hex(this.#parts.crypto.random(16));
    await this.load();
    await this.#keep(id, { at: this.#parts.world.now(), place: null, blob: null, sent: 0 }, bytes);
    return { id, width, height };
  }

  /** Lets go of a picture in a draft. @param {string} id */
  async drop(id) {
    await this.load();
    if (this.#kept.get(id)?.place === null) await this.#remove(id);
  }

  /**
   * Seals a picture for a space and keeps it to be uploaded. Its bytes are copied, so that each sealing has an id of its own (B1).
   * @param {Space} space @param {WordedPicture} picture @param {{record: string, field: string}} where it will be named
   * @returns {Promise<Value>} what to write there @throws {PhotoAway|import('../io/database.js').StorageError}
   */
  async attach(space, { id: from, width, height, words }, where) {
    const { crypto, world } = this.#parts;
    const me = this.#parts.me();
    if (!me) throw new Error('no place to write yet');
    await this.load();
    const content = await this.#bytes(from);
    const id = crypto.random(16);
    const secret = crypto.random(32);
    const { epoch } = space.chain;
    const blobsKey = await space.blobsKey(epoch);
    if (!blobsKey) throw new Error('no key for this epoch');
    const chunks = await sealBlob(crypto, { space: space.id, blobsKey, id }, content);
    const names = chunks.map(({ name }) => name);
    const blob = { media: JPEG, id, epoch, length: content.length, deleteTag: await deleteTagOf(crypto, secret), names };
    const place = { space: space.name, person: space.person, ...where };
    await this.#keep(hex(id), { at: world.now(), place, blob, sent: 0 }, content);
    await me.write(hex(crypto.random(16)), TYPE, [[FIELD, [space.id, where.record, where.field, blobValue(blob), secret]]]);
    this.wake();
    return photoValue({ blob, width, height, words });
  }

  /**
   * What a write says of the photo in a field.
   * @param {Space} space @param {Photo|null} had what stands there @param {WordedPicture|null} picture that one, or one on this phone
   * @param {{record: string, field: string}} where @returns {Promise<Value|undefined>} nothing while it stays as it is; null: without one @throws {PhotoAway}
   */
  async named(space, had, picture, where) {
    if (!picture) return had ? null : undefined;
    if (!had || hex(had.blob.id) !== picture.id) return this.attach(space, picture, where);
    return had.words === picture.words ? undefined : photoValue({ ...had, words: picture.words });
  }

  // ---- on this phone

  /** @param {string} id @param {Kept} kept @param {Uint8Array} [bytes] */
  async #keep(id, kept, bytes) {
    const { vault } = this.#parts;
    const row = await vault.seal(`sealed/photo/${id}`, keptValue(kept));
    const content = bytes ? await vault.seal(`sealed/blob/${id}`, bytes) : null;
    await vault.database.run('readwrite', ['sealed'], async (tx) => {
      if (content) await tx.objectStore('sealed').put(content, `blob/${id}`);
      await tx.objectStore('sealed').put(row, `photo/${id}`);
    });
    this.#kept.set(id, kept);
    if (bytes) this.#parts.tell({ type: 'photos' });
  }

  /** @param {string} id */
  async #remove(id) {
    await this.#parts.vault.database.run('readwrite', ['sealed'], async (tx) => {
      await tx.objectStore('sealed').delete(`photo/${id}`);
      await tx.objectStore('sealed').delete(`blob/${id}`);
    });
    this.#kept.delete(id);
    this.#forgetUrl(id, this.#urls.get(id) ?? null);
    this.#parts.tell({ type: 'photos' });
  }

  /**
   * Whether a photo was there and its author took or changed it. Only what the record says counts: it may not all have come.
   * @param {Place} place @param {Uint8Array} id
   */
  #isGone({ space: name, record, person, field }, id) {
    const space = this.#parts.space(name);
    if (!space || space.parked > 0) return false;
    const view = space.record(record)?.byPerson.get(person)?.get(field);
    return (view?.earlier.some(naming(id)) ?? false) && ![view?.value, ...(view?.alsoWritten ?? [])].some(naming(id));
  }

  /** Whether a photo that was named in it before is still to go from this phone or from the server; after `load`. @param {string} record hex */
  isDue(record) {
    const here = [...this.#kept].flatMap(([id, { place }]) => (place?.record === record ? [{ place, id: unhex(id) }] : []));
    const there = this.#standing(new Set([record])).map(({ place, blob }) => ({ place, id: blob.id }));
    return [...here, ...there].some(({ place, id }) => {
      const view = this.#parts.space(place.space)?.record(record)?.byPerson.get(place.person)?.get(place.field);
      return !naming(id)(view?.value);
    });
  }

  /** @returns {Set<string>} records in which a photo was named before, and not long ago or with something still to do (stances.js) */
  #due() {
    const had = this.#parts.spaces().flatMap((space) => NAMING.flatMap((type) => space.due(type).filter(hadPhoto)));
    return new Set(had.map(({ id }) => id));
  }

  /** Something changed: soon see what is no longer to be kept, and what is to be sent. */
  look() {
    if (this.#sweeping !== undefined) return;
    this.#sweeping = this.#parts.world.setTimer(() => {
      this.#sweeping = undefined;
      this.#soon(this.load().then(() => this.#sweep()));
    }, SWEEP_MS);
  }

  /** Then goes on with the work. A phone that cannot read or write just now says so where a person writes; here the next change comes soon. @param {Promise<void>} step */
  #soon(step) {
    step.then(() => this.wake()).catch(() => {});
  }

  async #sweep() {
    if (!this.#parts.isLeader()) return;
    const drafted = JSON.stringify(this.#parts.drafts());
    const due = this.#due();
    const isGone = (/** @type {Place} */ place, /** @type {string} */ id) => due.has(place.record) && this.#isGone(place, unhex(id));
    for (const [id, { place, at }] of [...this.#kept]) {
      const isOld = place === null && at + DRAFT_MS < this.#parts.world.now();
      if (place ? isGone(place, id) : isOld && !drafted.includes(id)) await this.#remove(id);
    }
    for (const [id, { place }] of [...this.#wanted]) if (isGone(place, id)) this.#wanted.delete(id);
  }

  // ---- with the server: the leading tab alone

  /** @param {Kept} kept */
  #isUnsent = ({ place, blob, sent }) => place !== null && blob !== null && sent < blob.names.length;

  /** @param {string} space */
  #isFull = (space) => (this.#full.get(space) ?? 0) > this.#parts.world.now();

  #uploads() {
    return [...this.#kept].filter(([id, kept]) => this.#isUnsent(kept) && !this.#isFull(kept.place?.space ?? '') && !this.#faulty.has(id));
  }

  /** @returns {Array<{record: string, space: string, blob: Blob, secret: Uint8Array}>} this person's chunks that are to go from the server */
  #deletions() {
    return this.#standing(this.#due()).filter(({ place, blob }) => this.#isGone(place, blob.id));
  }

  /** @param {ReadonlySet<string>} pages records @returns {Array<{record: string, space: string, place: Place, blob: Blob, secret: Uint8Array}>} this person's uploads for them that were not deleted */
  #standing(pages) {
    if (pages.size === 0) return [];
    const me = this.#parts.me();
    const found = [];
    for (const record of me?.recordsOfType(TYPE) ?? []) {
      const upload = /** @type {any} */ (record.byPerson.get(me?.person ?? 1)?.get(FIELD)?.value);
      const blob = readBlob(upload?.[3]);
      if (!blob || !pages.has(upload[1])) continue;
      const [id, page, field, , secret] = upload;
      const space = hex(id);
      const place = { space, record: page, person: this.#parts.space(space)?.person ?? 0, field };
      found.push({ record: record.id, space, place, blob, secret });
    }
    return found;
  }

  /** Goes on with whatever there is to do; when a connection opened, when something was kept, when a photo is looked at. */
  wake() {
    if (!this.#parts.isLeader()) {
      for (const [, { place, blob, tries }] of this.#wanted)
        if (tries === 0) this.#parts.tell({ type: 'photo', place, value: blobValue(blob) });
      return;
    }
    this.#isAskedAgain = true;
    if (!this.#isWorking) void this.#work();
  }

  /** Another tab looks at a photo. @param {Place} place @param {Value} value */
  want(place, value) {
    const blob = readBlob(value);
    if (!blob || this.#kept.has(hex(blob.id))) return;
    if (!this.#wanted.has(hex(blob.id))) this.#wanted.set(hex(blob.id), { place, blob, chunks: [], tries: 0, from: 0 });
    this.#soon(this.load());
  }

  /** The server had lost what it had, or some of it: put back what this phone has. @param {string} space */
  async restore(space) {
    await this.load();
    this.#full.delete(space);
    for (const [id, kept] of this.#kept) {
      if (kept.place?.space !== space || kept.sent === 0) continue;
      this.#doubted.add(id);
      await this.#keep(id, { ...kept, sent: 0 });
    }
    this.wake();
  }

  async #work() {
    this.#isWorking = true;
    this.#parts.world.clearTimer(this.#timer ?? 0);
    let waitMs = 0;
    try {
      await this.load();
      while (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        waitMs = await this.#round();
      }
      this.#tries = 0;
    } catch (error) {
      if (!(error instanceof Later)) console.error(error);
      waitMs = error instanceof Later && error.waitMs > 0 ? error.waitMs : backoffMs(this.#tries, this.#parts.world.random);
      this.#tries += 1;
    }
    this.#isWorking = false;
    if (waitMs > 0) this.#timer = this.#parts.world.setTimer(() => this.wake(), waitMs);
    this.#parts.onChange();
  }

  /** Everything there is to do, once. @returns {Promise<number>} ms after which to look again, 0 for never */
  async #round() {
    for (const deletion of this.#deletions()) await this.#delete(deletion);
    for (const [id] of this.#uploads()) await this.#upload(id);
    const { now } = this.#parts.world;
    for (const [id, wanted] of [...this.#wanted]) if (wanted.from <= now()) await this.#fetch(id);
    const next = [...[...this.#wanted.values()].map(({ from }) => from), ...this.#full.values()].filter((at) => at > now());
    return next.length > 0 ? Math.min(...next) - now() + 1 : 0;
  }

  /** @param {{record: string, space: string, blob: Blob, secret: Uint8Array}} deletion */
  async #delete({ record, space, blob, secret }) {
    for (const name of blob.names) {
      const answer = await this.#ask(space, 'DELETE', name, { 'attune-delete-secret': hex(secret) });
      if (answer === null) return;
    }
    await this.#parts.me()?.withdraw(record, TYPE, [FIELD]);
    this.#full.delete(space); // there is room again
  }

  /** @param {string} id */
  async #upload(id) {
    const kept = this.#kept.get(id);
    if (!kept?.place || !kept.blob) return;
    const { blob, place } = kept;
    const space = this.#parts.space(place.space);
    const blobsKey = await space?.blobsKey(blob.epoch);
    if (!space || !blobsKey || this.#isFull(place.space)) return;
    const chunks = await sealBlob(this.#parts.crypto, { space: space.id, blobsKey, id: blob.id }, await this.#bytes(id));
    for (let sent = kept.sent; sent < chunks.length; sent += 1) {
      const { name, bytes } = /** @type {{name: Uint8Array, bytes: Uint8Array}} */ (chunks[sent]);
      const isThere = this.#doubted.has(id) && (await this.#ask(place.space, 'HEAD', name, {}))?.status === 200;
      const answer = isThere ? THERE : await this.#ask(place.space, 'PUT', name, { 'attune-delete-tag': hex(blob.deleteTag) }, bytes);
      if (answer === null) return;
      if (answer.code === CODE.space_full) {
        this.#full.set(place.space, this.#parts.world.now() + FULL_MS);
        return;
      }
      if (answer.status !== 204) {
        this.#faulty.add(id);
        console.error(`a chunk was refused with ${answer.status}`);
        return;
      }
      if (!this.#kept.has(id)) return; // taken back meanwhile
      await this.#keep(id, { ...kept, sent: sent + 1 });
      this.#parts.onChange();
    }
  }

  /** @param {string} id */
  async #fetch(id) {
    const wanted = this.#wanted.get(id);
    if (!wanted || this.#kept.has(id)) return void this.#wanted.delete(id);
    const { place, blob, chunks } = wanted;
    const space = this.#parts.space(place.space);
    const blobsKey = await space?.blobsKey(blob.epoch);
    if (!space || !blobsKey) return;
    while (chunks.length < blob.names.length) {
      const answer = await this.#ask(place.space, 'GET', /** @type {Uint8Array} */ (blob.names[chunks.length]), {});
      if (answer === null) return;
      if (answer.status !== 200) {
        this.#later(wanted);
        return;
      }
      chunks.push(answer.bytes);
    }
    try {
      const content = await openBlob(this.#parts.crypto, { space: space.id, blobsKey }, blob, chunks);
      await this.#keep(id, { at: this.#parts.world.now(), place, blob, sent: blob.names.length }, content);
      this.#wanted.delete(id);
    } catch (error) {
      chunks.length = 0;
      this.#later(wanted);
      if (/** @type {Error} */ (error).name !== 'BlobError') throw error;
    }
    this.#parts.onChange();
  }

  /** @param {{tries: number, from: number}} wanted */
  #later(wanted) {
    wanted.from = this.#parts.world.now() + backoffMs(wanted.tries, this.#parts.world.random);
    wanted.tries += 1;
  }

  /**
   * @param {string} space @param {string} method @param {Uint8Array} name @param {Record<string, string>} headers @param {Uint8Array} [body]
   * @returns {Promise<Answer|null>} null: there is no connection now, and `wake` comes with the next @throws {Later}
   */
  async #ask(space, method, name, headers, body) {
    for (let attempt = 0; ; attempt += 1) {
      const pass = await this.#pass(space);
      if (!pass) return null;
      const authorization = `Attune ${base64url(pass)}`;
      const said = await this.#parts.world.askChunk(method, hex(name), { ...headers, authorization }, body);
      if (!said) throw new Later(0);
      const answer = { ...said, ...(said.status < 300 ? NO_FAULT : readRefusal(said.bytes)) };
      if (answer.status === 401) this.#passes.delete(space);
      if (answer.status === 401 && attempt === 0) continue;
      if (answer.status === 401 || answer.status === 429 || answer.status >= 500) {
        if (answer.code !== CODE.space_full) throw new Later(answer.retryAfterMs);
      }
      return answer;
    }
  }

  /** @param {string} space */
  async #pass(space) {
    const { now } = this.#parts.world;
    const known = this.#passes.get(space);
    if (known && now() < known.until) return known.pass;
    const asked = await this.#parts.wantPass(space);
    if (!asked) return null;
    // Half of its time: a clock may jump, and a chunk takes a while.
    this.#passes.set(space, { pass: asked.pass, until: now() + asked.expiresInS * 500 });
    return asked.pass;
  }
}

/** @type {Answer} */
const THERE = { status: 204, code: 0, retryAfterMs: 0, bytes: new Uint8Array() };
const NO_FAULT = { code: 0, retryAfterMs: 0 };

/** @param {Uint8Array} bytes @returns {{code: number, retryAfterMs: number}} of an error frame (B9); a proxy may have spoken instead */
function readRefusal(bytes) {
  try {
    const { name, code, retryAfterMs } = decodeFrame(bytes);
    return name === 'error' ? { code, retryAfterMs } : NO_FAULT;
  } catch {
    return NO_FAULT;
  }
}

/** Not now: the server was not reached, or asked for patience. */
class Later extends Error {
  /** @param {number} waitMs 0: as long as it takes */
  constructor(waitMs) {
    super('later');
    this.waitMs = waitMs;
  }
}

/** @param {Uint8Array} id of a blob @returns {(value: Value|undefined) => boolean} */
const naming = (id) => (value) => {
  const photo = readPhoto(value);
  return photo !== null && equal(photo.blob.id, id);
};
