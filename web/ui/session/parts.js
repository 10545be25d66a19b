/** Parts of a session's screen that are more than words, fields and buttons: by name, each in a file of its own. */
import { nothing } from '../../vendor/lit.js';
import { afraidPart } from './afraid-part.js';
import { awayPart } from './away-part.js';
import { boardPart } from './board-part.js';
import { breathingPart } from './breathing-part.js';
import { fitPart } from './fit-part.js';
import { gapPart } from './gap-part.js';
import { picturesPart } from './pictures-part.js';
import { stretchPart } from './stretch-part.js';
import { trayPart } from './tray-part.js';
import { wishPart } from './wish-part.js';

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {object} PartScreen what a part may ask of the screen
 * @property {import('../../app/shell.js').Shell} app @property {{you: string, name: string}} names @property {import('./shown-lines.js').Reading} reading
 * @property {() => number} now ms @property {Record<string, any>} state what this screen knows beside the fields @property {(key: string, value: any) => void} setState
 * @property {(name: string, value: any) => void} write a field @property {View['timer']} timer
 */

/** @type {Readonly<Record<string, (data: {view: View, screen: PartScreen}) => unknown>>} */
const PARTS = Object.freeze({
  afraid: afraidPart,
  away: awayPart,
  board: boardPart,
  breathing: breathingPart,
  fit: fitPart,
  gap: gapPart,
  pictures: picturesPart,
  stretch: stretchPart,
  tray: trayPart,
  wish: wishPart,
});

/** @param {string} name @param {{view: View, screen: PartScreen}} data */
export const partOf = (name, data) => PARTS[name]?.(data) ?? nothing;
