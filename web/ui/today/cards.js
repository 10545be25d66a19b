/** The cards of Today beside the check-in: each thing that was made brings its own, and none counts. */
import { actCards } from './act-cards.js';
import { requestCards } from './request-cards.js';

/**
 * @typedef {object} Card
 * @property {number} rank the lower, the higher it stands @property {unknown} body a template
 */

/** @type {ReadonlyArray<(app: import('../../app/shell.js').Shell) => Card[]>} */
const SOURCES = [actCards, requestCards];

/** More than these would be a list of duties; the others wait in their places. */
const MOST = 5;

/** @param {import('../../app/shell.js').Shell} app */
export const todayCards = (app) =>
  SOURCES.flatMap((source) => source(app))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ body }) => body);
