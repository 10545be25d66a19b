/** Chunks of photos over HTTP (protocol section 11). */

const PATIENCE_MS = 60_000;

/**
 * One request.
 * @param {string} method @param {string} name hex @param {Record<string, string>} headers @param {Uint8Array} [body]
 * @returns {Promise<{status: number, bytes: Uint8Array}|null>} null: the server was not reached, or not to the end
 */
export async function askChunk(method, name, headers, body) {
  try {
    const response = await fetch(`/blob/${name}`, {
      method,
      headers,
      body: /** @type {Uint8Array<ArrayBuffer>|undefined} */ (body) ?? null,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return null;
  }
}
