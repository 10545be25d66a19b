/** Addresses at which a page shows pictures it holds. */

/** @param {Uint8Array} bytes of a JPEG @returns {string} to be forgotten when it is no longer shown */
export const pictureUrl = (bytes) =>
  URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: 'image/jpeg' }));

/** @param {string} url */
export const forgetUrl = (url) => URL.revokeObjectURL(url);
