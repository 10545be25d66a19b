/** Pictures: made smaller, and anew from their pixels, so that where, when and with what they were taken stays behind. */

const MOST_PIXELS = 2048;
const QUALITY = 0.82;

/** What was chosen is no picture this phone can read. */
export class NoPicture extends Error {
  constructor() {
    super('no picture');
    this.name = 'NoPicture';
  }
}

/**
 * @param {Blob} file @returns {Promise<{bytes: Uint8Array, width: number, height: number}>} a JPEG of at most 2048 pixels on a side, turned as it was meant
 * @throws {NoPicture}
 */
export async function shrink(file) {
  const picture = await read(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new NoPicture();
  context.fillStyle = '#fff'; // what was see-through would be black
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.source, 0, 0, width, height);
  picture.close();
  const jpeg = await new Promise((/** @type {(blob: Blob|null) => void} */ resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  canvas.width = 0; // some engines keep the pixels of a canvas until it is collected
  if (jpeg?.type !== 'image/jpeg') throw new NoPicture();
  return { bytes: new Uint8Array(await jpeg.arrayBuffer()), width, height };
}

/** @param {Blob} file @returns {Promise<{source: CanvasImageSource, width: number, height: number, close: () => void}>} */
async function read(file) {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
  } catch {
    // Safari reads some pictures (HEIC) in an image that it does not read as a bitmap (2025).
  }
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => {} };
  } catch {
    throw new NoPicture();
  } finally {
    URL.revokeObjectURL(url);
  }
}
