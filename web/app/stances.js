/**
 * The stance of a record in the index: what rests, Today does not open. Told by what both wrote in it; a new word of either wakes it until it is looked
 * at again. Of types that are not named here nothing is ever asked on Today.
 */

import { TYPE as CHECK_IN, openTopics } from '../core/check-in.js';
import { placeOf, STANCE } from '../core/record-index.js';
import { TYPE as ACT, wordsOf } from './acts.js';
import { TYPE as MEMORY } from './memories.js';
import { AGAIN, isSealed, TYPE as MOMENT, SEALED, whenOf } from './moments.js';
import { hadPhoto } from './photos.js';
import { TYPE as REQUEST } from './requests.js';
import { isStanding } from './retreats.js';
import { TRY } from './revisits.js';
import { NOTE, TYPE as SESSION } from './sessions.js';
import { answerTo, TYPE as THANKS } from './thanks.js';
import { isToLookAgain, isTrial } from './values.js';

/**
 * @typedef {import('./entries.js').Entry} Entry @typedef {import('./attune.js').Attune} Attune @typedef {import('../core/oplog.js').RecordView} RecordView
 * @typedef {import('../core/record-index.js').Stance} Stance
 */

/** After so long nothing of it is of today, in any time zone. */
const PAST_MS = 2 * 86_400_000;

/** @type {Readonly<Record<string, (entry: Entry, attune: Attune) => boolean>>} by type: nothing of it waits for this person */
const ENTRIES = {
  [ACT]: (act) => {
    const { isMine, isTakenBack, own, mine, theirs } = act;
    if (isMine)
      return wordsOf(act) === '' || (own['outcome'] !== undefined && (theirs['reached'] === undefined || own['read'] !== undefined));
    const isClosed = theirs['session'] === undefined ? own['closed'] !== undefined : own['closed'] === (theirs['outcome'] ?? 'yes');
    return isTakenBack || wordsOf(act) === '' || mine['reached'] !== undefined || isClosed;
  },
  [THANKS]: (entry, attune) => {
    const { isMine, isShared, isTakenBack, own, theirs } = entry;
    if (own['given-on'] >= attune.today() || own['answered-on'] >= attune.today()) return false;
    if (!isMine) return isTakenBack || theirs['session'] !== undefined || attune.thanks.isComplete(entry);
    if (!isShared) return own['on-the-way'] === undefined;
    return isTakenBack || answerTo(entry) === undefined || own['read'] !== undefined;
  },
  [MOMENT]: (entry) => {
    const { isMine, isShared, isTakenBack, own, mine, theirs } = entry;
    if (!isMine) return isTakenBack || own['closed'] === true || mine['story'] !== undefined;
    const isToClose = own['audience'] === SEALED && isShared && !isTakenBack && !isSealed(entry);
    return !isToClose && (theirs['story'] === undefined || Boolean(mine['taken']) || Boolean(own['read']));
  },
  [AGAIN]: (entry) => [entry.mine, entry.theirs].some(({ done, gone }) => done === true || Number(gone ?? 0) > whenOf(entry).at),
  [MEMORY]: ({ id }, { memories }) => {
    const stone = memories.get(id);
    return !memories.isKept(stone) && !memories.isToRead(stone);
  },
  [REQUEST]: ({ id }, { requests, acts }) => {
    const item = requests.get(id);
    if (!item) return true;
    const { own, request, isMine, isDraft } = item;
    if (isDraft) return own['taken'] === true && own['queued'] === undefined;
    if (item.isTakenBack) return true;
    if (request.step === 'agreed' && !isMine)
      return own['outcome'] !== undefined || acts.mine().some((act) => own['act'] !== undefined && act.own['session'] === own['act']);
    if (request.step === 'agreed') return own['helped'] !== undefined;
    if (request.step === 'done' && isMine) return own['helped'] !== undefined && (request.reached !== null || requests.isRead(item));
    if (request.step === 'done') return request.reached === null || requests.isRead(item);
    if (!isMine && request.step !== 'left') return ['no', 'changed', 'gone'].includes(request.step);
    return ['no', 'left', 'changed', 'gone'].includes(request.step) && requests.isRead(item);
  },
  [TRY]: ({ isMine, isTakenBack, own, mine }) => isMine || isTakenBack || mine['taken'] !== undefined || own['closed'] !== undefined,
};

/** @param {Attune} attune @returns {(view: RecordView) => Stance} of records of its `me` and of the pair in use */
export const stancesIn = (attune) => (view) => {
  if (hadPhoto(view) && attune.photos.isDue(view.id)) return STANCE.due;
  const isPast = attune.now() - placeOf(view).at > PAST_MS;
  if (view.type === CHECK_IN) {
    const me = attune.currentSpace?.person ?? 1;
    const isOpen = openTopics([{ day: '', byPerson: view.byPerson }], me, attune.today()).length > 0;
    return isPast && !isOpen ? STANCE.rests : STANCE.awake;
  }
  if (view.type === NOTE) {
    const session = String(view.byPerson.get(1)?.get('session')?.value ?? '');
    return attune.sessions.isAlone(session) ? STANCE.stands : STANCE.rests;
  }
  if (view.type === SESSION) {
    const past = attune.sessions.get(view.id);
    const wish = attune.wishes.find(view.id);
    const isOpen = past?.mode === 'own-time' && !past.isLeft;
    if (!past || !isPast || isOpen || (wish && !attune.wishes.isSettled(wish))) return STANCE.awake;
    return isStanding(past) || isToLookAgain(past) || isTrial(past) ? STANCE.stands : STANCE.rests;
  }
  const rule = ENTRIES[view.type ?? ''];
  if (!rule) return STANCE.rests;
  const entry = attune.entries.get(view.type ?? '', view.id);
  return entry && rule(entry, attune) ? STANCE.rests : STANCE.awake; // what is meant for another pair waits until that is in use
};
