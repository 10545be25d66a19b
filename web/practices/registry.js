/** Where each practice is, loaded when it is first opened. */

/** @typedef {import('../core/practice-schema.js').Practice} Practice */

/** @type {Readonly<Record<string, () => Promise<Practice>>>} */
const LOADERS = Object.freeze({
  'daily-check-in': () => import('./daily-check-in.js').then(({ dailyCheckIn }) => dailyCheckIn),
  'empathy-in-action': () => import('./empathy-in-action.js').then(({ empathyInAction }) => empathyInAction),
  'self-empathy-inventory': () => import('./self-empathy-inventory.js').then(({ selfEmpathyInventory }) => selfEmpathyInventory),
  'growth-revisit': () => import('./growth-revisit.js').then(({ growthRevisit }) => growthRevisit),
  'moments-journal': () => import('./moments-journal.js').then(({ momentsJournal }) => momentsJournal),
  'three-appreciations': () => import('./three-appreciations.js').then(({ threeAppreciations }) => threeAppreciations),
  'two-stars-one-wish': () => import('./two-stars-one-wish.js').then(({ twoStarsOneWish }) => twoStarsOneWish),
  'structured-listening': () => import('./structured-listening.js').then(({ structuredListening }) => structuredListening),
  'pause-in-conflict': () => import('./pause-in-conflict.js').then(({ pauseInConflict }) => pauseInConflict),
  'responsive-reach': () => import('./responsive-reach.js').then(({ responsiveReach }) => responsiveReach),
  'shared-problem-solving': () => import('./shared-problem-solving.js').then(({ sharedProblemSolving }) => sharedProblemSolving),
  'compassionate-curiosity': () => import('./compassionate-curiosity.js').then(({ compassionateCuriosity }) => compassionateCuriosity),
  'deep-listening': () => import('./deep-listening.js').then(({ deepListening }) => deepListening),
  'shared-storytelling': () => import('./shared-storytelling.js').then(({ sharedStorytelling }) => sharedStorytelling),
  'praise-plus-together': () => import('./praise-plus-together.js').then(({ praisePlusTogether }) => praisePlusTogether),
  'perspective-first': () => import('./perspective-first.js').then(({ perspectiveFirst }) => perspectiveFirst),
  'nonverbal-attunement': () => import('./nonverbal-attunement.js').then(({ nonverbalAttunement }) => nonverbalAttunement),
  'values-alignment': () => import('./values-alignment.js').then(({ valuesAlignment }) => valuesAlignment),
  'weekly-retreat': () => import('./weekly-retreat.js').then(({ weeklyRetreat }) => weeklyRetreat),
  'memory-map': () => import('./memory-map.js').then(({ memoryMap }) => memoryMap),
  'physical-synchrony': () => import('./physical-synchrony.js').then(({ physicalSynchrony }) => physicalSynchrony),
});

export const PRACTICE_IDS = Object.freeze(Object.keys(LOADERS));

/** Where other sentences of a practice stand than in its own file. @type {Readonly<Record<string, readonly string[]>>} */
const AREAS = Object.freeze({
  'daily-check-in': [],
  'memory-map': ['memory-map', 'memories', 'photo'],
  'moments-journal': ['moments-journal', 'photo'],
  'pause-in-conflict': ['pause-in-conflict', 'pause'],
  'weekly-retreat': ['weekly-retreat', 'retreat'],
});

/** The sentences a practice needs. @param {string} id @returns {string[]} areas */
export const areasOf = (id) => ['live', 'practice', 'check-in', ...(AREAS[id] ?? [id])];

/** @param {string} id @returns {Promise<Practice|null>} null: this release does not know it */
export async function loadPractice(id) {
  return Object.hasOwn(LOADERS, id) ? /** @type {() => Promise<Practice>} */ (LOADERS[id])() : null;
}
