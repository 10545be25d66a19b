/** Chunks of photos over HTTP (protocol section 11). */
import { base64url } from '../core/bytes.js';
import { decodeFrame } from '../core/frames.js';

const PATIENCE_MS = 60_000;

/**
 * One request.
 * @param {string} method @param {string} name hex @param {Record<string, string>} headers @param {Uint8Array} pass @param {Uint8Array} [body]
 * @returns {Promise<import('../app/photos.js').Answer|null>} null: the server was not reached, or not to the end
 */
export async function askChunk(method, name, headers, pass, body) {
  try {
    const response = await fetch(`/blob/${name}`, {
      method,
      headers: { ...headers, authorization: `Attune ${base64url(pass)}` },
      body: /** @type {Uint8Array<ArrayBuffer>|undefined} */ (body) ?? null,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { code, retryAfterMs } = response.ok ? { code: 0, retryAfterMs: 0 } : readRefusal(bytes);
    return { status: response.status, code, retryAfterMs, bytes };
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes @returns {{code: number, retryAfterMs: number}} zeros when it is not ours: a proxy spoke */
function readRefusal(bytes) {
  try {
    const frame = decodeFrame(bytes);
    return frame.name === 'error' ? frame : { code: 0, retryAfterMs: 0 };
  } catch {
    return { code: 0, retryAfterMs: 0 };
  }
}
