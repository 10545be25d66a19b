/** Words that a gentle question is asked about; nothing is ever held up by one. */

/** @param {string} text @param {string} words with commas between them @returns {boolean} one of them is in it, as whole words */
export function hasWord(text, words) {
  const plain = (/** @type {string} */ each) =>
    ` ${each
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words.split(',').some((word) => plain(text).includes(plain(word)));
}
