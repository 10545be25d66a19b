/** Where each practice is, loaded when it is first opened. */

/** @typedef {import('../core/practice-schema.js').Practice} Practice */

/** @type {Readonly<Record<string, () => Promise<Practice>>>} */
const LOADERS = Object.freeze({
  'daily-check-in': () => import('./daily-check-in.js').then(({ dailyCheckIn }) => dailyCheckIn),
  'structured-listening': () => import('./structured-listening.js').then(({ structuredListening }) => structuredListening),
  'perspective-first': () => import('./perspective-first.js').then(({ perspectiveFirst }) => perspectiveFirst),
  'physical-synchrony': () => import('./physical-synchrony.js').then(({ physicalSynchrony }) => physicalSynchrony),
});

export const PRACTICE_IDS = Object.freeze(Object.keys(LOADERS));

/** The sentences a practice needs. @param {string} id @returns {string[]} areas */
export const areasOf = (id) => ['live', 'practice', 'check-in', ...(id === 'daily-check-in' ? [] : [id])];

/** @param {string} id @returns {Promise<Practice|null>} null: this release does not know it */
export async function loadPractice(id) {
  return Object.hasOwn(LOADERS, id) ? /** @type {() => Promise<Practice>} */ (LOADERS[id])() : null;
}
