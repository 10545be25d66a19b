/** Scanning a QR with the camera. Frames are read here and kept nowhere. */

const EVERY_MS = 120;
const MOST_PIXELS = 480; // shorter side is scaled to this: enough for a code held in the hand, and fast

/**
 * @typedef {object} Camera
 * @property {(video: HTMLVideoElement) => Promise<{ok: true, text: string}|{ok: false, why: 'refused'|'none'|'stopped'}>} scan resolves with the first code seen
 * @property {() => void} stop
 */

/** @returns {Promise<Camera>} */
export async function openCamera() {
  const { decodeQR } = await import('../vendor/qr-decode.js');
  let isStopped = false;
  /** @type {MediaStream|null} */ let stream = null;
  const stop = () => {
    isStopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  return {
    stop,
    async scan(video) {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      } catch (error) {
        return { ok: false, why: error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none' };
      }
      video.srcObject = stream;
      await video.play().catch(() => {});
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      while (!isStopped && context) {
        const text = readFrame(video, canvas, context, decodeQR);
        if (text) {
          stop();
          return { ok: true, text };
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
      stop();
      return { ok: false, why: 'stopped' };
    },
  };
}

/** @param {HTMLVideoElement} video @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2D} context @param {(image: {data: any, width: number, height: number}) => string} decode */
function readFrame(video, canvas, context, decode) {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width || !height) return null;
  const scale = Math.min(1, MOST_PIXELS / Math.min(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decode(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null; // no code in this frame
  }
}
