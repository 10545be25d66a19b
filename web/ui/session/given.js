/** What a person's fields hold already when a practice begins: their own words from before. They stay as private as the field is. */

/** @typedef {import('../../app/attune.js').Attune} Attune @typedef {Record<string, import('../../core/practice.js').FieldValue>} Given */

/** @type {Readonly<Record<string, (attune: Attune) => Given>>} */
const TOGETHER = Object.freeze({ 'growth-revisit': ({ revisits }) => revisits.given() });

/** Nothing of one person's is on a phone that lies between two. @param {string} practice @param {string} mode @param {Attune} attune @returns {Given} */
export const givenFor = (practice, mode, attune) => (mode === 'live' || mode === 'own-time' ? (TOGETHER[practice]?.(attune) ?? {}) : {});
