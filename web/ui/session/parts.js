/** Parts of a session's screen that are more than words, fields and buttons: by name, each in a file of its own. */
import { nothing } from '../../vendor/lit.js';
import { afraidPart } from './afraid-part.js';
import { agendaPart } from './agenda-part.js';
import { awayPart } from './away-part.js';
import { boardPart } from './board-part.js';
import { breathingPart } from './breathing-part.js';
import { fitPart } from './fit-part.js';
import { gapPart } from './gap-part.js';
import { gatherPart } from './gather-part.js';
import { momentChoosePart, momentLeavePart, momentReadPart } from './moment-parts.js';
import { pagePart } from './page-part.js';
import { picturesPart } from './pictures-part.js';
import { someonePart } from './someone-part.js';
import { sortPart } from './sort-part.js';
import { stonePart, wayPart } from './stone-parts.js';
import { stretchPart } from './stretch-part.js';
import { trayPart } from './tray-part.js';
import { valuesPart } from './values-part.js';
import { wishPart } from './wish-part.js';

/**
 * @typedef {import('../../core/practice-view.js').View} View
 * @typedef {object} PartScreen what a part may ask of the screen
 * @property {import('../../app/shell.js').Shell} app @property {{you: string, name: string}} names @property {import('./shown-lines.js').Reading} reading
 * @property {() => number} now ms @property {Record<string, any>} state what this screen knows beside the fields @property {(key: string, value: any) => void} setState
 * @property {(name: string) => any} valueOf a field that this person may write here @property {(name: string, value: any) => void} write a field
 * @property {(name: string, value: any) => void} type the same while more may follow at once @property {View['timer']} timer
 */

/** @type {Readonly<Record<string, (data: {view: View, screen: PartScreen}) => unknown>>} */
const PARTS = Object.freeze({
  afraid: afraidPart,
  agenda: agendaPart,
  away: awayPart,
  board: boardPart,
  breathing: breathingPart,
  fit: fitPart,
  gap: gapPart,
  gather: gatherPart,
  'moment-choose': momentChoosePart,
  'moment-leave': momentLeavePart,
  'moment-read': momentReadPart,
  page: pagePart,
  pictures: picturesPart,
  someone: someonePart,
  sort: sortPart,
  stone: stonePart,
  stretch: stretchPart,
  tray: trayPart,
  values: valuesPart,
  way: wayPart,
  wish: wishPart,
});

/** @param {string} name @param {{view: View, screen: PartScreen}} data */
export const partOf = (name, data) => PARTS[name]?.(data) ?? nothing;
