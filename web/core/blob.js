/**
 * Blobs: what is too large for an op, sealed in chunks named by their hash (protocol section 11). And photos, which are blobs with a size
 * and words for who does not see them.
 */
import { concat, equal, hex } from './bytes.js';
import { encode, is } from './codec.js';
import { derive, hash } from './ids.js';
import { pad, unpad } from './padding.js';

/** A chunk without its tag: sealed it has 256 KiB. */
const PIECE = 256 * 1024 - 16;
export const MOST_CHUNKS = 64;
/** @type {ReadonlyMap<number, string>} */
const MEDIA = new Map([[1, 'image/jpeg']]);
export const JPEG = 1;

/**
 * @typedef {import('./ids.js').Crypto} Crypto
 * @typedef {import('./codec.js').Value} Value
 * @typedef {{media: number, id: Uint8Array, epoch: number, length: number, deleteTag: Uint8Array, names: Uint8Array[]}} Blob
 * @typedef {{blob: Blob, width: number, height: number, words: string}} Photo `words`: what it shows
 * @typedef {{space: Uint8Array, blobsKey: Uint8Array, id: Uint8Array}} Seal `blobsKey`: subkey "blobs" of the blob's epoch
 */

/** What came is not the blob that was named. */
export class BlobError extends Error {
  constructor() {
    super('not that blob');
    this.name = 'BlobError';
  }
}

/** @param {Crypto} crypto @param {Seal} seal */
const keyOf = (crypto, { blobsKey, id }) => derive(crypto, blobsKey, 'attune/blob/1', id);

/** @param {number} i */
function nonceOf(i) {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(8, i);
  return nonce;
}

/** @param {Seal} seal @param {number} i @param {number} count */
const aadOf = ({ space, id }, i, count) => encode(['attune/chunk/1', space, id, i, count]);

/**
 * B1. The same content under the same id gives the same chunks.
 * @param {Crypto} crypto @param {Seal} seal @param {Uint8Array} content
 * @returns {Promise<Array<{name: Uint8Array, bytes: Uint8Array}>>}
 */
export async function sealBlob(crypto, seal, content) {
  const padded = pad(content);
  const count = Math.ceil(padded.length / PIECE);
  if (content.length === 0 || count > MOST_CHUNKS) throw new BlobError();
  const key = await keyOf(crypto, seal);
  const chunks = [];
  for (let i = 0; i < count; i += 1) {
    const bytes = await crypto.seal(key, nonceOf(i), aadOf(seal, i, count), padded.subarray(i * PIECE, (i + 1) * PIECE));
    chunks.push({ name: await crypto.sha256(bytes), bytes });
  }
  return chunks;
}

/**
 * B2.
 * @param {Crypto} crypto @param {Omit<Seal, 'id'>} seal @param {Blob} blob @param {readonly Uint8Array[]} chunks in their order
 * @returns {Promise<Uint8Array>} the content @throws {BlobError}
 */
export async function openBlob(crypto, seal, blob, chunks) {
  const { id, names, length } = blob;
  if (chunks.length !== names.length) throw new BlobError();
  const key = await keyOf(crypto, { ...seal, id });
  const pieces = [];
  for (const [i, chunk] of chunks.entries()) {
    if (!equal(await crypto.sha256(chunk), /** @type {Uint8Array} */ (names[i]))) throw new BlobError();
    try {
      pieces.push(await crypto.open(key, nonceOf(i), aadOf({ ...seal, id }, i, chunks.length), chunk));
    } catch {
      throw new BlobError();
    }
  }
  if (pieces.slice(0, -1).some((piece) => piece.length !== PIECE)) throw new BlobError();
  const content = unpad(concat(...pieces));
  if (content?.length !== length) throw new BlobError();
  return content;
}

/** B5: what the server keeps of a secret. @param {Crypto} crypto @param {Uint8Array} secret */
export const deleteTagOf = (crypto, secret) => hash(crypto, 'attune/blob-delete/1', secret);

/** @param {Blob} blob @returns {Value} as it stands in an op */
export const blobValue = ({ media, id, epoch, length, deleteTag, names }) => [media, id, epoch, length, deleteTag, names];

/** @param {Value|undefined} value @returns {Blob|null} null: no blob, or one of a medium this release does not know */
export function readBlob(value) {
  if (!is.list(value) || value.length !== 6) return null;
  const [media, id, epoch, length, deleteTag, names] = value;
  const isWhole =
    is.uint(media) && MEDIA.has(media) && is.bin(id, 16) && is.uint(epoch) && is.uint(length) && length > 0 &&
    is.bin(deleteTag, 32) && is.bins(names, 32) && names.length > 0 && names.length <= MOST_CHUNKS; // biome-ignore format: one table
  return isWhole ? { media, id, epoch, length, deleteTag, names } : null;
}

/** @param {Photo} photo @returns {Value} */
export const photoValue = ({ blob, width, height, words }) => [blobValue(blob), width, height, words.toWellFormed()];

/** @param {Value|undefined} value @returns {Photo|null} */
export function readPhoto(value) {
  if (!is.list(value) || value.length !== 4) return null;
  const [described, width, height, words] = value;
  const blob = readBlob(described);
  return blob && is.uint(width) && is.uint(height) && is.text(words) ? { blob, width, height, words } : null;
}

/** A photo that stands in a field, as one that may stay there or change. @param {Photo|null|undefined} photo @returns {{id: string, width: number, height: number, words: string}|null} */
export const pictureOf = (photo) =>
  photo ? { id: hex(photo.blob.id), width: photo.width, height: photo.height, words: photo.words } : null;
