/**
 * A WebSocket that says once that it ended, and nothing after.
 */
export const SUBPROTOCOL = 'attune.1';

/**
 * @typedef {{send: (bytes: Uint8Array) => void, close: (code?: number) => void, bufferedBytes: () => number}} Socket
 * @typedef {{onFrame: (bytes: Uint8Array) => void, onEnd: (code: number) => void}} SocketEvents
 */

/**
 * @param {string} url `wss://host/sync`
 * @param {SocketEvents} events `onEnd` comes exactly once, with the close code (1006: no close frame arrived)
 * @returns {Socket}
 */
export function openSocket(url, { onFrame, onEnd }) {
  const socket = new WebSocket(url, SUBPROTOCOL);
  socket.binaryType = 'arraybuffer';
  let ended = false;
  /** @param {number} code */
  const end = (code) => {
    if (ended) return;
    ended = true;
    onEnd(code);
  };
  socket.onmessage = ({ data }) => {
    if (ended) return;
    if (data instanceof ArrayBuffer) onFrame(new Uint8Array(data));
    else socket.close(4400);
  };
  socket.onclose = ({ code }) => end(code);
  return {
    send(bytes) {
      if (socket.readyState === WebSocket.OPEN) socket.send(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
    },
    // A frozen socket never answers the closing handshake: tell the owner now, not in two minutes.
    close(code = 1000) {
      socket.close(code);
      end(code);
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
}
