/**
 * The daily check-in as data: what each person wrote and shared, and what of it may be seen when. Pure.
 *
 * A side is private in the writer's `me` until lines of it are shared; shared lines are fields of the pair's record for that day, where both
 * phones meet by the day's label. The other's lines open when both have shared, or when the day is over for the reader.
 */
import { isDayOver, timeOf } from './day.js';

/**
 * @typedef {import('./feelings.js').Chosen} Chosen
 * @typedef {import('./oplog.js').FieldView} FieldView
 * @typedef {'sky'|'words'|'energy'|'mattered'|'worry'} Line
 * @typedef {object} Side
 * @property {string|null} sky @property {Chosen[]} words @property {number|null} energy 0…4
 * @property {string} mattered @property {boolean} goodNews @property {string} worry
 *
 * @typedef {object} SharedSide what one person shared of a day; a line not shared is null
 * @property {number} sharedAt ms
 * @property {string|null} sky @property {Chosen[]|null} words @property {number|null} energy
 * @property {string|null} mattered @property {boolean} goodNews @property {string|null} worry
 * @property {Line[]} takenBack
 *
 * @typedef {object} Day
 * @property {string} day
 * @property {Side|null} mine what I wrote, null when nothing
 * @property {string} wish what I would like to hear, only for me
 * @property {boolean} isKept I am done and shared nothing
 * @property {SharedSide|null} shared what I shared
 * @property {SharedSide|null} theirs null until it may be seen; not done and done privately are the same null
 * @property {SharedSide|null} guest what the other shared on my phone, one phone for two
 * @property {SharedSide|null} mineOnTheirs what I shared on the other's phone, and have not made my own
 * @property {boolean} isOpen both sides may be seen
 * @property {number|null} openedAt ms, the later of the two shares
 * @property {boolean} isOver the day has ended here
 * @property {Reply|null} myReply @property {Reply|null} theirReply
 * @property {string|null} myAnswer @property {string|null} theirAnswer
 * @property {Parked[]} parked
 *
 * @typedef {{heard: string, question: string, at: number}} Reply
 * @typedef {{day: string, text: string, isMine: boolean}} Parked
 */

export const TYPE = 'check-in';
export const PRACTICE = 'daily-check-in';
export const LINES = /** @type {readonly Line[]} */ (Object.freeze(['sky', 'words', 'energy', 'mattered', 'worry']));
export const SKIES = Object.freeze(['clear', 'breeze', 'still', 'overcast', 'fog', 'rain', 'wind', 'storm', 'changing', 'cannot-tell']);
export const LIMIT = Object.freeze({ mattered: 200, worry: 200, parked: 80, heard: 300, question: 120, answer: 300, wish: 200 });
const STRENGTHS = ['soft', 'medium', 'strong'];

/** @type {Side} */
export const EMPTY_SIDE = Object.freeze({ sky: null, words: [], energy: null, mattered: '', goodNews: false, worry: '' });

/** @param {Side} side @returns {Line[]} the lines that say something */
export function filledLines(side) {
  return LINES.filter((line) => {
    if (line === 'words') return side.words.length > 0;
    if (line === 'mattered' || line === 'worry') return side[line].trim() !== '';
    return side[line] !== null;
  });
}

/** @param {Chosen[]} words */
export const packWords = (words) => words.map(({ id, text, family, strength }) => [id, text, family, STRENGTHS.indexOf(strength)]);

/** @param {unknown} value @returns {Chosen[]} what is malformed is left out */
export function unpackWords(value) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 3).flatMap((word) => {
    const [id, text, family, strength] = Array.isArray(word) ? word : [];
    if (typeof id !== 'string' || typeof text !== 'string' || typeof family !== 'string') return [];
    return [{ id, text: text.slice(0, 60), family, strength: /** @type {Chosen['strength']} */ (STRENGTHS[strength] ?? 'medium') }];
  });
}

/** A side as a value for a draft or a private record. @param {Side} side @returns {Array<[string, any]>} */
export function packSide(side) {
  return [
    ['sky', side.sky],
    ['words', packWords(side.words)],
    ['energy', side.energy],
    ['mattered', side.mattered],
    ['good-news', side.goodNews],
    ['worry', side.worry],
  ];
}

/** @param {ReadonlyMap<string, any>} values by field name @returns {Side} */
export function unpackSide(values) {
  const sky = values.get('sky');
  const energy = values.get('energy');
  return {
    sky: SKIES.includes(sky) ? sky : null,
    words: unpackWords(values.get('words')),
    energy: Number.isInteger(energy) && energy >= 0 && energy <= 4 ? energy : null,
    mattered: textOf(values.get('mattered'), LIMIT.mattered) ?? '',
    goodNews: values.get('good-news') === true,
    worry: textOf(values.get('worry'), LIMIT.worry) ?? '',
  };
}

/** The fields that sharing these lines writes into the pair's record. @param {Side} side @param {readonly Line[]} lines @param {number} nowMs @returns {Array<[string, any]>} */
export function shareFields(side, lines, nowMs) {
  /** @type {Array<[string, any]>} */ const fields = packSide(side).filter(([name]) => lines.includes(/** @type {Line} */ (name)));
  if (lines.includes('mattered')) fields.push(['good-news', side.goodNews]);
  return [...fields, ['shared-at', nowMs]];
}

/** @param {unknown} value @param {number} most @returns {string|null} */
const textOf = (value, most) => (typeof value === 'string' ? [...value].slice(0, most * 2).join('') : null);

/** @param {ReadonlyMap<string, FieldView>|undefined} fields @param {string} name */
const plainValue = (fields, name) => {
  const field = fields?.get(name);
  return field && !field.isWithdrawn ? field.value : null;
};

/** @param {ReadonlyMap<string, FieldView>|undefined} fields one person's fields of the day's record @returns {SharedSide|null} null: shared nothing */
export function sharedSide(fields) {
  const sharedAt = plainValue(fields, 'shared-at');
  if (typeof sharedAt !== 'number') return null;
  const plain = new Map([...(fields ?? [])].map(([name]) => [name, plainValue(fields, name)]));
  const side = unpackSide(plain);
  const has = (/** @type {string} */ name) => plain.get(name) !== null && plain.get(name) !== undefined;
  return {
    sharedAt,
    sky: side.sky,
    words: has('words') ? side.words : null,
    energy: side.energy,
    mattered: has('mattered') ? side.mattered : null,
    goodNews: side.goodNews,
    worry: has('worry') ? side.worry : null,
    takenBack: LINES.filter((line) => fields?.get(line)?.isWithdrawn),
  };
}

/** The fields an owner keeps for a guest, under the names a guest would use. @param {ReadonlyMap<string, FieldView>|undefined} fields */
const guestFields = (fields) =>
  new Map([...(fields ?? [])].flatMap(([name, field]) => (name.startsWith('guest-') ? [[name.slice(6), field]] : [])));

/** @param {ReadonlyMap<string, FieldView>|undefined} fields @returns {Reply|null} */
function replyOf(fields) {
  const at = plainValue(fields, 'replied-at');
  if (typeof at !== 'number') return null;
  return {
    heard: textOf(plainValue(fields, 'heard'), LIMIT.heard) ?? '',
    question: textOf(plainValue(fields, 'question'), LIMIT.question) ?? '',
    at: timeOf(at),
  };
}

/**
 * One day as this phone may show it.
 * @param {object} parts
 * @param {string} parts.day @param {number} parts.nowMs
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.mine my fields of the pair's record
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.theirs
 * @param {ReadonlyMap<string, FieldView>|undefined} parts.kept my private record of that day, in `me`
 * @returns {Day}
 */
export function readDay({ day, nowMs, mine, theirs, kept }) {
  const shared = sharedSide(mine);
  const their = sharedSide(theirs);
  const isOver = isDayOver(day, nowMs);
  const isOpen = shared !== null && their !== null;
  const canSee = isOpen || isOver;
  const keptValues = kept && new Map([...kept].map(([name]) => [name, plainValue(kept, name)]));
  const own = keptValues && typeof keptValues.get('done-at') === 'number' ? unpackSide(keptValues) : null;
  return {
    day,
    mine: own ?? (shared ? sideOf(shared) : null),
    wish: textOf(keptValues?.get('wish'), LIMIT.wish) ?? '',
    isKept: own !== null && shared === null,
    shared,
    theirs: canSee ? their : null,
    guest: their ? null : sharedSide(guestFields(mine)),
    mineOnTheirs: shared ? null : sharedSide(guestFields(theirs)),
    isOpen,
    openedAt: isOpen ? Math.max(shared.sharedAt, their.sharedAt) : null,
    isOver,
    myReply: replyOf(mine),
    theirReply: canSee ? replyOf(theirs) : null,
    myAnswer: textOf(plainValue(mine, 'answer'), LIMIT.answer),
    theirAnswer: canSee ? textOf(plainValue(theirs, 'answer'), LIMIT.answer) : null,
    parked: [...parkedOf(day, mine, true), ...parkedOf(day, theirs, false)],
  };
}

/** @param {SharedSide} shared @returns {Side} */
export const sideOf = ({ sky, words, energy, mattered, goodNews, worry }) => ({
  sky,
  words: words ?? [],
  energy,
  mattered: mattered ?? '',
  goodNews,
  worry: worry ?? '',
});

/** @param {string} day @param {ReadonlyMap<string, FieldView>|undefined} fields @param {boolean} isMine @returns {Parked[]} */
function parkedOf(day, fields, isMine) {
  const text = textOf(plainValue(fields, 'parked'), LIMIT.parked);
  return text ? [{ day, text, isMine }] : [];
}

/**
 * Topics parked on earlier days that nobody has closed. Closing is a field of one's own in that day's record, `closed-1` or `closed-2` by the
 * person whose topic it was, so that either person may close either topic.
 * @param {Array<{day: string, byPerson: ReadonlyMap<number, ReadonlyMap<string, FieldView>>}>} records @param {number} me my person number
 * @param {string} today @returns {Parked[]} newest first
 */
export function openTopics(records, me, today) {
  const topics = [];
  for (const { day, byPerson } of records) {
    if (day > today) continue;
    for (const [person, fields] of byPerson) {
      const isClosed = [...byPerson.values()].some((each) => plainValue(each, `closed-${person}`) === true);
      // A topic of today shows on the day's page; on its own it would tell that somebody has checked in.
      const isApart = sharedSide(byPerson.get(me)) === null && sharedSide(guestFields(fields)) === null;
      const isSealed = day === today && person !== me && isApart;
      if (!isClosed && !isSealed) topics.push(...parkedOf(day, fields, person === me));
    }
  }
  return topics.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/**
 * The phrase on the horizon, as a message id and its arguments; sky names are looked up by the caller. Theirs first, mine nearest to me.
 * @param {string|null} theirs @param {string|null} mine
 * @returns {{id: string, theirs: string|null, mine: string|null}|null} null: there is no pair of skies
 */
export function pairPhrase(theirs, mine) {
  if (!theirs || !mine) return null;
  const unnamed = 'cannot-tell';
  if (theirs === unnamed && mine === unnamed) return { id: 'sky-pair-both-unnamed', theirs: null, mine: null };
  if (theirs === unnamed) return { id: 'sky-pair-theirs-unnamed', theirs: null, mine };
  if (mine === unnamed) return { id: 'sky-pair-mine-unnamed', theirs, mine: null };
  if (theirs === mine) return { id: 'sky-pair-same', theirs, mine };
  return { id: 'sky-pair', theirs, mine };
}
