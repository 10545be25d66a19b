/** The cards of Today beside the check-in: each thing that was made brings its own, and none counts. */
import { actCards } from './act-cards.js';
import { memoryCards } from './memory-cards.js';
import { momentCards } from './moment-cards.js';
import { requestCards } from './request-cards.js';
import { retreatCards } from './retreat-cards.js';
import { revisitCards } from './revisit-cards.js';
import { rhythmCards } from './rhythm-cards.js';
import { thanksCards } from './thanks-cards.js';
import { valuesCards } from './values-cards.js';
import { wishCards } from './wish-cards.js';

/**
 * @typedef {object} Card
 * @property {number} rank the lower, the higher it stands; from 50 on below the check-in @property {unknown} body a template
 */

/** @type {ReadonlyArray<(app: import('../../app/shell.js').Shell) => Card[]>} */
const SOURCES = [
  actCards,
  requestCards,
  memoryCards,
  revisitCards,
  momentCards,
  retreatCards,
  valuesCards,
  rhythmCards,
  thanksCards,
  wishCards,
];

/** More than these would be a list of duties; the others wait in their places. */
const MOST = 5;

/** What came from the other, or was asked for at this hour, stands above the check-in; what one means to do stands below. */
const BELOW = 50;

/** @param {import('../../app/shell.js').Shell} app @returns {{above: unknown[], below: unknown[]}} templates */
export function todayCards(app) {
  const cards = SOURCES.flatMap((source) => source(app))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST);
  const of = (/** @type {boolean} */ isBelow) => cards.filter(({ rank }) => rank >= BELOW === isBelow).map(({ body }) => body);
  return { above: of(false), below: of(true) };
}
