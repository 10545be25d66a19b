/**
 * What a practice is made of, and the check that refuses a malformed one. A practice is plain data: it names messages, never says a sentence.
 * How to write one: docs/practices.md.
 */

/**
 * @typedef {'each'|'both'|'teller'|'listener'} FloorKind whose phase it is: each alone, both at once, the one whose turn it is, or the other
 * @typedef {'floor'|'other'|'any'} By the person(s) the phase belongs to, the other, or either
 *
 * @typedef {object} Action one thing a person can do, with its button
 * @property {string} event @property {By} by
 * @property {'next'|'ready'|'share-ready'|'keep'|'goto'|'jump'|'flag'|'more'|'draw'|'step'|'step-back'|'step-last'|'on'|'share-on'|'keep-on'|'clear-on'|'share'|'take-back'|'put'|'pause'|'lot'|'close'} does
 *   `on`: to the next step, after the last one on as the phase goes; `share-on`, `keep-on`, `clear-on` do so after sharing, keeping or clearing
 *   the fields of the step. `share` does so with one field of one's own, without moving. `jump` is a goto that no record attributes; `take-back` is one to the place where this person sealed something that nobody has opened, which is a draft again. `pause` asks for how long, `lot` opens what helps when it is a lot, on this phone only
 * @property {string} [message] its button; without one there is no button
 * @property {boolean} [primary] @property {string} [to] phase, for goto, jump and take-back: the next of that name, else the first
 * @property {'me'|'them'} [starter] who begins from here on, for goto
 * @property {string} [field] for share @property {string} [flag] for flag; what goes on may set one too @property {'phase'|'turn'|'hand'} [scope] of the flag; this place, all of this turn, or until other
 *   cards are drawn @property {readonly string[]} [fields] for clear-on and share-on: these of one's own, in place of those written here
 * @property {boolean} [isEach] of a flag: each sets their own
 * @property {readonly [string, number]} [puts] a choice of one's own and what it becomes: for put, and for whatever else the action does
 * @property {readonly string[]} [when] all must hold, `!` before one denies it: see CONDITIONS
 * @property {boolean} [isVoiced] said aloud, so without a network either may tap it on their own phone
 * @property {string} [opens] for close, or for put in own time, where the session waits meanwhile: the practice that is opened next @property {string} [place] for both: the place that is opened next @property {boolean} [erases] for close:
 *   nothing written is kept @property {boolean} [carries] for close: it alone leads to what may be carried on; without one every end does
 *
 * @typedef {{floor?: string|ListPick|null, other?: string|null}} Words message ids: for the person(s) of the phase, and for the other
 * @typedef {{list: string, by: 'day'}} ListPick
 * @typedef {{at_s?: number, on?: string, message: string, to?: 'both'}} Cue for the other, or both, at a moment of this phase or when a flag is set
 * @typedef {{id: string, prompt?: string|ListPick, small?: string, fields?: readonly string[], when?: readonly string[], shows?: readonly Show[], stems?: string, part?: string, actions?: readonly Action[]}} Step
 *   a screen within a phase, each at own pace, with the prompt of the phase unless it has its own; passed over when `when` does not hold
 * @typedef {{when: readonly string[], prompt: Words, small?: Words}} Stage other words once something has happened; the last that holds
 * @typedef {{field: string, of: 'teller'|'listener'|'me'|'them'|'both', label?: string, to?: 'floor'|'other', when?: readonly string[], words?: string}} Show
 *   what somebody shared, or one's own; of a blind field the joint result. `words`: the list in which a choice finds its message
 *
 * @typedef {object} Phase
 * @property {FloorKind} floor @property {readonly [number, number, number]|null} seconds short, usual, long; null has no timer
 * @property {Words} role @property {Words} prompt @property {Words} [small]
 * @property {readonly Cue[]} [cues] @property {readonly Step[]} [steps] @property {readonly Stage[]} [stages] @property {readonly Action[]} actions
 * @property {{start?: 'tone'|'bell', end?: 'bell'}} [sound] @property {string|Words} [reader] spoken in place of what is shown @property {boolean} [rests] the screen of the one with the floor dims
 * @property {boolean|'floor'} [urges] the other, or the one with the floor, has the private tray
 * @property {{list: string, count: number, instead?: Instead|readonly Instead[], to?: 'both', piles?: readonly string[], isGiven?: boolean, when?: readonly string[]}} [cards] drawn for the one with the floor; of a list or `deck:<id>`,
 *   `deck:<id>-<depth>` for cards of one depth only; before them one of each pile. `isGiven`: to read, nothing of one's own is added; `when`: all must hold, or there are none
 * @property {string} [stems] list of ways to begin, one at a time on tap, for the one with the floor
 * @property {readonly Show[]} [shows] @property {string} [part] a named part of the screen: see PARTS
 * @property {boolean} [isClocked] its time runs even with timers off, and no ring shows it
 * @property {readonly string[]} [fields] editable by the person(s) of the phase @property {readonly string[]} [otherFields] by the other
 * @property {SetsAside} [setsAside] what the pause of this phase offers the one with the floor
 * @property {boolean} [isFinal] nothing follows @property {boolean} [isGate] cannot be skipped: it asks for a yes
 *
 * @typedef {{event: string, message: string, small: string, from: string, to: string}} SetsAside lines of one's own in the field `from` go to the field `to`, shared
 * @typedef {{when: string, list: string}} Instead another list while this condition holds; of several the last that does
 * @typedef {{phase: string, turn?: 0|1, notice?: string, aside?: boolean, only?: readonly string[], lengths?: readonly string[], dealt?: string}} FlowStep `aside` is
 *   reached by goto and jump only; `only` in these variants; `lengths` in these; `dealt` where something of this deck was dealt
 * @typedef {object} Field
 * @property {string} name @property {'each'|'teller'|'listener'} writer
 * @property {'shared'|'ready'|'written'|'blind'|'always'} privateUntil an act of sharing; going on, which the screen says; as it is written; never
 *   shown, only the joint result; always
 * @property {'text'|'choice'|'words'|'needs'|'lines'|'marks'} [kind] text unless said
 * @property {number} max characters of a text or of each line; of words how many; 1 for a choice
 * @property {number} [count] lines at most @property {string} [options] list, of a choice or marks @property {string} [label] message
 * @property {boolean} share by default @property {string} [placeholder] @property {'least'|'same'|'best'|'groups'|'either'|'chosen'|'any'|'both'} [joint] of a blind field: rule (joint.js)
 * @property {number} [otherwise] of a blind field: the result when there is none @property {number} [less] of `least`: one session in so many goes lower still
 * @property {string} [from] of marks: the field of lines or text that they mark, the cards on the table, or where a phase has none the whole list or deck @property {boolean} [keeps] goes to the writer's own notes at the end, unless shared
 * @property {boolean} [isOneList] of lines seen as they are written: both fill one list, and nothing in it says whose a line is
 * @property {string} [staysIf] flag of the turn by which the other agrees, or `both:flag`: without it, what was shared is taken back @property {string} [says] message: who sees it
 * @property {string} [agreedAt] final phase at which both have agreed to it; until then it is a draft
 * @property {boolean} [isInPart] where the phase has a part of the screen, that part draws it @property {boolean} [isCode] no sentence: lists of what was said leave it out
 * @property {boolean} [waits] on one phone it waits for its writer until the end, in place of being erased when the phone is passed on
 * @property {string} [asks] of a text: the list of content/gentle.json that asks about it
 *
 * @typedef {object} Practice
 * @property {string} id @property {number} version rises when a phase changes its meaning
 * @property {readonly [number, number, number]} minutes @property {1|2|3} depth @property {readonly string[]} goodFor
 * @property {boolean} fitCheck @property {readonly string[]} modes @property {string} group of the library
 * @property {boolean} [isHeavy] says that it is no therapy @property {string} [warning] message under the promise
 * @property {'turns'|'asked'} [begins] who begins takes turns, or is asked each time (then `variants` do not name people)
 * @property {readonly {id: string, message: string, minutes?: readonly [number, number, number]}[]} [variants] of which one is chosen before it begins;
 *   with `minutes` where they differ from those of the practice
 * @property {readonly {deck: string, count: number}[]} [deals] decks whose cards both phones see, dealt by the one who invites
 * @property {Readonly<Record<'title'|'line'|'promise'|'why'|'source'|'kept', string>>} words
 * @property {Readonly<Record<string, Phase>>} phases @property {Readonly<Record<string, readonly FlowStep[]>>} flows by mode; `live` is the default
 * @property {Readonly<Record<string, readonly string[]>>} lists of message ids @property {readonly Field[]} fields
 * @property {Readonly<Record<'absent'|'stopped'|'paused'|'bell'|'back'|'skipped'|'empty'|'lot', string>>} edges
 * @property {readonly FollowUp[]} followUps @property {readonly Making[]} [makes]
 * @property {Readonly<Record<string, string>>} [places] by mode: a screen of the app that is this practice there, in place of a flow
 *
 * @typedef {object} FollowUp what may be carried on
 * @property {string} message @property {string} to kind @property {readonly string[]} [when] all must hold at the end
 * @property {string} [fills] a field whose words it begins with; `their:name` those the other shared
 *
 * @typedef {object} Making an entry of one's own that stays when the practice is left (app/entries.js): each field of `fields` under the same name
 * @property {string} type @property {readonly string[]} fields those written; without any there is no entry
 * @property {'requests'|'memories'} [by] the part of the app that keeps it in its own way, as one entry in which both write
 * @property {boolean} [isOne] what is said again in the same words is the same entry @property {boolean} [forSelf] meant beside nobody: it stays in its writer's space whoever they are paired with
 * @property {readonly string[]} [when] all must hold at the end @property {Readonly<Record<string, string>>} [as] other names in the entry
 * @property {Readonly<Record<string, string>>} [theirs] what the other shared in a field, kept under this name
 * @property {{when: readonly string[], fields: readonly string[], isOfSession?: boolean}} [shared] where all of these hold, the other gets these; `isOfSession`: and of which session it is
 */

/** Conditions beside flags, with what each asks. `name` is a field. */
export const CONDITIONS = Object.freeze({
  bell: 'the time of this phase is over',
  voice: 'no network: each phone goes on alone',
  'one-phone': 'one phone for two',
  ready: 'this person is ready here',
  kept: 'this person keeps it all',
  last: 'this is the last step',
  'step:id': 'this step is shown',
  'both:flag': 'both have set this flag',
  'my:flag': 'this person has set this flag',
  'has:name': 'somebody wrote and shared it, or this person wrote it; of a blind field, its joint result stands',
  'mine:name': 'this person wrote it',
  'shared:name': 'this person shared it',
  'name=n': "this person's choice, or the joint result of a blind field; of groups, something is in group n",
  'variant:id': 'this variant is played',
  'dealt:deck': 'something of this deck was dealt to both',
  first: 'this person is the one who began: of one who is heard, that one',
  paired: 'there is somebody to share with',
  alone: 'one person, for themselves',
  'their:flag': "this flag of the turn is set in the other's turn",
  'their:name': 'the other shared it',
  'their:name=n': "the other's choice, once shared",
});
/** Parts of a screen that are more than words, fields and buttons. */
export const PARTS = Object.freeze([
  'weather',
  'skies',
  'fit',
  'breathing',
  'pictures',
  'tray',
  'match',
  'board',
  'gap',
  'agenda',
  'away',
  'afraid',
  'stretch',
  'someone',
  'moment-choose',
  'moment-read',
  'moment-leave',
  'gather',
  'sort',
  'values',
  'page',
  'wish',
  'stone',
  'way',
]);
export const FOLLOW_UPS = Object.freeze([
  'act',
  'request',
  'retreat',
  'revisit',
  'moment',
  'memory',
  'summary',
  'words',
  'sign',
  'card',
  'again',
  'calendar',
  'listen',
  'together',
  'breathe',
  'solve',
  'check-in',
  'yes',
]);

export const MODES = Object.freeze(['live', 'one-phone', 'own-time', 'voice', 'alone']);
const EDGES = ['absent', 'stopped', 'paused', 'bell', 'back', 'skipped', 'empty', 'lot'];
const WORDS = ['title', 'line', 'promise', 'why', 'source', 'kept'];
const FLOORS = ['each', 'both', 'teller', 'listener'];
const ON = ['share', 'put', 'on', 'share-on', 'keep-on', 'clear-on'];
const DOES = [
  'next',
  'ready',
  'share-ready',
  'keep',
  'goto',
  'jump',
  'flag',
  'more',
  'draw',
  'step',
  'step-back',
  'step-last',
  'take-back',
  ...ON,
  'pause',
  'lot',
  'close',
];
const PRIVATE_UNTIL = ['shared', 'ready', 'written', 'blind', 'always'];
const KINDS = ['text', 'choice', 'words', 'needs', 'lines', 'marks'];
const JOINTS = ['least', 'same', 'best', 'groups', 'either', 'chosen', 'any', 'both'];
const LENGTHS = ['short', 'usual', 'long', 'none'];
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const PRACTICE_KEYS =
  'id version minutes depth goodFor fitCheck modes group isHeavy warning begins variants deals words phases flows lists fields edges followUps makes places'.split(
    ' ',
  );
const PHASE_KEYS =
  'floor seconds role prompt small cues steps stages actions sound reader rests urges cards stems shows part isClocked fields otherFields setsAside isFinal isGate'.split(
    ' ',
  );
const ACTION_KEYS =
  'event by does message primary to starter flag scope isEach puts field fields when isVoiced opens place erases carries'.split(' ');
const STEP_KEYS = 'id prompt small fields when shows stems part actions'.split(' ');
const FIELD_KEYS =
  'name writer privateUntil kind max count options label share placeholder joint otherwise less from keeps staysIf says agreedAt isInPart isOneList isCode waits asks'.split(
    ' ',
  );
/** What may set a flag on its way. */
const SETS_TOO = ['next', 'ready', 'goto', ...ON];

/** @param {unknown} value @returns {value is string} */
const isId = (value) => typeof value === 'string' && ID.test(value);
/** @param {unknown} value */
const isThreeRising = (value) =>
  Array.isArray(value) &&
  value.length === 3 &&
  value.every((n) => Number.isInteger(n) && n > 0) &&
  value[0] <= value[1] &&
  value[1] <= value[2];

/**
 * @param {any} practice
 * @returns {string[]} every fault, each as `where: what`; empty when the practice is well made
 */
export function checkPractice(practice) {
  /** @type {string[]} */ const faults = [];
  const say = (/** @type {boolean} */ isWell, /** @type {string} */ fault) => isWell || faults.push(fault);
  const only = (/** @type {any} */ value, /** @type {string[]} */ keys, /** @type {string} */ where) => {
    for (const key of Object.keys(value)) say(keys.includes(key), `${where}: unknown key ${key}`);
  };
  try {
    checkWhole(practice, say, only);
  } catch (error) {
    faults.push(`practice: not of the right shape (${/** @type {Error} */ (error).message})`);
  }
  return faults;
}

/** @typedef {(isWell: boolean, fault: string) => unknown} Say @typedef {(value: any, keys: string[], where: string) => void} Only */

/** @param {any} practice @param {Say} say @param {Only} only */
function checkWhole(practice, say, only) {
  only(practice, PRACTICE_KEYS, 'practice');
  say(isId(practice.id), 'id: not an id');
  say(Number.isInteger(practice.version) && practice.version > 0, 'version: not a whole number');
  say(isThreeRising(practice.minutes), 'minutes: not short, usual, long');
  say([1, 2, 3].includes(practice.depth), 'depth: not 1 to 3');
  say(typeof practice.fitCheck === 'boolean', 'fitCheck: not said');
  say(practice.modes.length > 0 && practice.modes.every((/** @type {string} */ mode) => MODES.includes(mode)), 'modes: unknown mode');
  for (const name of WORDS) say(isId(practice.words[name]), `words.${name}: not a message`);
  for (const name of EDGES) say(isId(practice.edges[name]), `edges.${name}: not a message`);
  for (const [name, list] of Object.entries(practice.lists)) say(list.length > 0 && list.every(isId), `lists.${name}: not messages`);
  for (const followUp of practice.followUps) {
    only(followUp, ['message', 'to', 'when', 'fills'], 'followUps');
    say(isId(followUp.message) && isId(followUp.to), 'followUps: not a message and a practice');
    say(
      followUp.fills === undefined ||
        practice.fields.some((/** @type {Field} */ { name }) => name === followUp.fills.replace(/^their:/, '')),
      'followUps: fills nothing',
    );
  }
  for (const mode of Object.keys(practice.places ?? {})) say(practice.modes.includes(mode), `places.${mode}: no such mode`);
  const names = new Set();
  for (const field of practice.fields) {
    only(field, FIELD_KEYS, `fields.${field.name}`);
    say(isId(field.name) && !names.has(field.name), `fields.${field.name}: twice, or not an id`);
    names.add(field.name);
    say(['each', 'teller', 'listener'].includes(field.writer), `fields.${field.name}: needs one writer`);
    checkField(practice, field, say);
  }
  for (const { id, message, minutes } of practice.variants ?? []) {
    say(isId(id) && isId(message), `variants.${id}: not an id and a message`);
    say(minutes === undefined || isThreeRising(minutes), `variants.${id}: not short, usual, long`);
  }
  for (const { deck, count } of practice.deals ?? [])
    say(isId(deck) && Number.isInteger(count) && count > 0, `deals.${deck}: not a deck and a number`);
  for (const [id, phase] of Object.entries(practice.phases)) checkPhase(practice, id, phase, names, say, only);
  for (const { type, fields, when = [], shared, as = {}, theirs = {}, forSelf, isOne, by, ...more } of practice.makes ?? []) {
    only(more, [], `makes.${type}`);
    say([undefined, 'requests', 'memories'].includes(by), `makes.${type}: kept by nobody`);
    say(forSelf !== true || shared === undefined, `makes.${type}: for oneself, and shared`);
    say(
      [...Object.keys(as), ...Object.keys(theirs)].every((name) => names.has(name)),
      `makes.${type}: names what it has not`,
    );
    say(
      (shared?.fields ?? []).every((/** @type {string} */ name) => fields.includes(name)),
      `makes.${type}: shares what it has not`,
    );
    say(
      isId(type) && fields.length > 0 && fields.every((/** @type {string} */ name) => names.has(name)),
      `makes.${type}: not a type and fields`,
    );
    say(
      [...when, ...(shared?.when ?? [])].every((condition) => typeof condition === 'string'),
      `makes.${type}: not conditions`,
    );
  }
  for (const mode of practice.modes)
    say(
      (mode === 'voice' ? 'live' : mode) in practice.flows || mode === 'own-time' || mode in (practice.places ?? {}),
      `flows: no ${mode}`,
    );
  for (const [mode, flow] of Object.entries(practice.flows)) checkFlow(practice, mode, flow, say, only);
  for (const flow of Object.values(practice.flows)) {
    for (const step of flow) say(!step.aside || hasWayTo(practice, flow, step.phase), `flows: nothing leads to ${step.phase}`);
  }
  const used = Object.values(practice.flows)
    .flat()
    .map((step) => step.phase);
  for (const id of Object.keys(practice.phases)) say(used.includes(id), `phases.${id}: in no flow`);
}

/** @param {any} practice @param {any} field @param {Say} say */
function checkField(practice, field, say) {
  const where = `fields.${field.name}`;
  const isList = (/** @type {string} */ name) => name in practice.lists;
  say(PRIVATE_UNTIL.includes(field.privateUntil), `${where}: private until when`);
  say(Number.isInteger(field.max) && field.max > 0 && field.max <= 5000, `${where}: no length`);
  say(typeof field.share === 'boolean' && !(field.share && field.privateUntil === 'always'), `${where}: shared though always private`);
  say(!(field.keeps && field.privateUntil === 'blind'), `${where}: a blind answer is kept nowhere`);
  say(field.kind === undefined || KINDS.includes(field.kind), `${where}: unknown kind`);
  say(field.agreedAt === undefined || practice.phases[field.agreedAt]?.isFinal === true, `${where}.agreedAt: no end of that name`);
  for (const key of ['label', 'placeholder', 'says']) say(field[key] === undefined || isId(field[key]), `${where}.${key}: not a message`);
  say(
    (field.kind === 'choice' || field.kind === 'marks') === (field.options !== undefined) &&
      (field.options === undefined || isList(field.options)),
    `${where}: no options`,
  );
  say((field.kind === 'lines') === (field.count !== undefined), `${where}: how many lines`);
  say(
    (field.privateUntil === 'blind') === (field.joint !== undefined) && (field.joint === undefined || JOINTS.includes(field.joint)),
    `${where}: no joint rule`,
  );
  const turnFlags = Object.values(practice.phases).flatMap((/** @type {any} */ each) =>
    each.actions.filter((/** @type {Action} */ action) => action.scope === 'turn').map((/** @type {Action} */ action) => action.flag),
  );
  say(
    field.staysIf === undefined || (field.privateUntil !== 'always' && turnFlags.includes(field.staysIf.replace(/^both:/, ''))),
    `${where}: nothing agrees to it`,
  );
  say(field.joint !== 'least' || Number.isInteger(field.otherwise), `${where}: the smallest wish is not named`);
  const isMarkable =
    practice.fields.some((/** @type {Field} */ each) => each.name === field.from && ['lines', 'text', undefined].includes(each.kind)) ||
    isList(field.from);
  say(!field.isOneList || (field.kind === 'lines' && field.privateUntil === 'written'), `${where}: one list needs lines that both see`);
  say(
    (field.kind === 'marks') === (field.from !== undefined) && (field.from === undefined || isMarkable || field.from.startsWith('deck:')),
    `${where}: marks nothing`,
  );
}

/** A message, or one of a list. @param {any} practice @param {any} word */
const isPrompt = (practice, word) => isId(word) || (word?.list in practice.lists && word.by === 'day');

/** @param {any} practice @param {string} name @returns {Field|undefined} the field, if it has lines that their writer may share */
const linesField = ({ fields }, name) =>
  fields.find((/** @type {Field} */ each) => each.name === name && each.kind === 'lines' && each.privateUntil !== 'always');

/** @param {any} practice @param {string} id @param {any} phase @param {Set<string>} names @param {Say} say @param {Only} only */
function checkPhase(practice, id, phase, names, say, only) {
  const where = `phases.${id}`;
  only(phase, PHASE_KEYS, where);
  say(isId(id), `${where}: not an id`);
  say(FLOORS.includes(phase.floor), `${where}.floor: unknown`);
  say(phase.seconds === null || isThreeRising(phase.seconds), `${where}.seconds: not short, usual, long`);
  const steps = (phase.steps ?? []).map((/** @type {Step} */ step) => step.id);
  const actions = [...phase.actions, ...(phase.steps ?? []).flatMap((/** @type {Step} */ step) => step.actions ?? [])];
  const flags = actions
    .filter((/** @type {Action} */ action) => action.flag !== undefined)
    .map((/** @type {Action} */ action) => action.flag);
  const turnFlags = Object.values(practice.phases).flatMap((each) =>
    each.actions.filter((/** @type {Action} */ a) => a.scope === 'turn').map((/** @type {Action} */ a) => a.flag),
  );
  const isKnown = (/** @type {string} */ condition) => {
    const name = condition.replace(/^!/, '');
    if (name.includes('=')) return names.has(name.split('=')[0]?.replace(/^their:/, '') ?? '');
    const [kind, rest = ''] = name.split(':');
    if (!name.includes(':'))
      return ['bell', 'voice', 'one-phone', 'paired', 'alone', 'first', 'ready', 'kept', 'last', ...flags, ...turnFlags].includes(name);
    if (kind === 'step') return steps.includes(rest);
    if (kind === 'their' && names.has(rest)) return true;
    if (kind === 'both' || kind === 'my' || kind === 'their') return [...flags, ...turnFlags].includes(rest);
    if (kind === 'has' || kind === 'mine' || kind === 'shared') return names.has(rest);
    if (kind === 'dealt') return isDealt(practice, rest);
    return kind === 'variant' && practice.variants?.some((/** @type {{id: string}} */ each) => each.id === rest) === true;
  };
  const checkWords = (/** @type {any} */ words, /** @type {string} */ what) => {
    for (const [who, word] of Object.entries(words ?? {})) {
      say(who === 'floor' || who === 'other', `${where}.${what}: unknown ${who}`);
      say(word === null || isPrompt(practice, word), `${where}.${what}: not a message`);
    }
  };
  checkWords(phase.role, 'role');
  checkWords(phase.prompt, 'prompt');
  checkWords(phase.small, 'small');
  if (phase.setsAside) {
    const { event, message, small, from, to, ...more } = phase.setsAside;
    only(more, [], `${where}.setsAside`);
    say([event, message, small].every(isId), `${where}.setsAside: not an event and messages`);
    const [source, target] = [linesField(practice, from), linesField(practice, to)];
    say(source !== undefined && target !== undefined && source.max <= target.max, `${where}.setsAside: not from lines to lines as long`);
  }
  let previous = -1;
  for (const cue of phase.cues ?? []) {
    say(isId(cue.message), `${where}.cues: not a message`);
    say((cue.at_s === undefined) !== (cue.on === undefined), `${where}.cues: needs one moment`);
    if (cue.on !== undefined) say(isKnown(cue.on), `${where}.cues: nothing sets ${cue.on}`);
    else {
      say(Number.isInteger(cue.at_s) && cue.at_s > previous, `${where}.cues: not in order`);
      previous = cue.at_s;
    }
  }
  for (const step of phase.steps ?? []) {
    say(isId(step.id) && (step.prompt === undefined || isPrompt(practice, step.prompt)), `${where}.steps: not an id and a message`);
    for (const name of step.fields ?? []) say(names.has(name), `${where}.steps.${step.id}: no field ${name}`);
  }
  for (const name of [...(phase.fields ?? []), ...(phase.otherFields ?? [])]) say(names.has(name), `${where}.fields: no field ${name}`);
  for (const step of phase.steps ?? []) {
    only(step, STEP_KEYS, `${where}.steps.${step.id}`);
    say((step.when ?? []).every(isKnown), `${where}.steps.${step.id}: nothing sets ${step.when}`);
  }
  for (const show of [...(phase.shows ?? []), ...(phase.steps ?? []).flatMap((/** @type {Step} */ step) => step.shows ?? [])]) {
    say(names.has(show.field), `${where}.shows: no field ${show.field}`);
    say(['teller', 'listener', 'me', 'them', 'both'].includes(show.of), `${where}.shows.${show.field}: of whom`);
    say((show.when ?? []).every(isKnown), `${where}.shows.${show.field}: nothing sets ${show.when}`);
    say(show.label === undefined || isId(show.label), `${where}.shows.${show.field}: not a message`);
    say(show.words === undefined || show.words in practice.lists, `${where}.shows.${show.field}: no such list`);
  }
  for (const { stems: list } of [phase, ...(phase.steps ?? [])])
    say(list === undefined || list in practice.lists, `${where}.stems: no such list`);
  say(phase.urges === undefined || [true, false, 'floor'].includes(phase.urges), `${where}.urges: of whom`);
  for (const { part } of [phase, ...(phase.steps ?? [])]) say(part === undefined || PARTS.includes(part), `${where}.part: unknown`);
  for (const stage of phase.stages ?? []) {
    say(stage.when.length > 0 && stage.when.every(isKnown), `${where}.stages: nothing sets ${stage.when}`);
    checkWords(stage.prompt, 'stages');
    checkWords(stage.small, 'stages');
  }
  if (phase.cards) {
    const { list, count, instead, piles = [], when = [] } = phase.cards;
    say(when.every(isKnown), `${where}.cards: nothing sets ${when}`);
    for (const pile of piles) say(pile.startsWith('deck:') || pile in practice.lists, `${where}.cards: no such pile`);
    const isDeck = list.startsWith('deck:');
    say(
      (isDeck || list in practice.lists) &&
        Number.isInteger(count) &&
        count > 0 &&
        (isDeck || count <= (practice.lists[list]?.length ?? 0)),
      `${where}.cards: no such list`,
    );
    for (const each of [instead ?? []].flat())
      say((each.list.startsWith('deck:') || each.list in practice.lists) && isKnown(each.when), `${where}.cards: no such list instead`);
  }
  for (const action of actions) {
    only(action, ACTION_KEYS, `${where}.actions.${action.event}`);
    say(isId(action.event), `${where}.actions: not an event`);
    say(['floor', 'other', 'any'].includes(action.by), `${where}.actions.${action.event}: by whom`);
    say(DOES.includes(action.does), `${where}.actions.${action.event}: does nothing known`);
    say(
      ['goto', 'jump', 'take-back'].includes(action.does) === (action.to !== undefined) &&
        (action.to === undefined || action.to in practice.phases),
      `${where}.actions.${action.event}: goes nowhere`,
    );
    say(
      action.flag === undefined ? action.does !== 'flag' : isId(action.flag) && ['flag', ...SETS_TOO].includes(action.does),
      `${where}.actions.${action.event}: sets no flag`,
    );
    say(
      action.puts === undefined ? action.does !== 'put' : names.has(action.puts[0]) && Number.isInteger(action.puts[1]),
      `${where}.actions.${action.event}: puts nothing`,
    );
    say(action.scope === undefined || ['phase', 'turn', 'hand'].includes(action.scope), `${where}.actions.${action.event}: unknown scope`);
    say(
      action.fields === undefined ||
        (['clear-on', 'share-on'].includes(action.does) && action.fields.every((/** @type {string} */ name) => names.has(name))),
      `${where}.actions.${action.event}: clears nothing, or shares nothing`,
    );
    say(
      (action.does === 'share') === (action.field !== undefined) && (action.field === undefined || names.has(action.field)),
      `${where}.actions.${action.event}: shares nothing`,
    );
    say(
      action.does === 'close' ||
        ['erases', 'carries', ...(action.does === 'put' ? [] : ['opens', 'place'])].every((key) => action[key] === undefined),
      `${where}.actions.${action.event}: only a close opens, erases or carries, and a put puts away`,
    );
    say((action.when ?? []).every(isKnown), `${where}.actions.${action.event}: nothing sets ${action.when}`);
    say(action.message === undefined || isId(action.message), `${where}.actions.${action.event}: not a message`);
  }
  const leads = ['next', 'ready', 'share-ready', 'goto', 'jump', 'on', 'share-on', 'keep-on', 'clear-on'];
  const canEnd = actions.some((/** @type {Action} */ action) => (phase.isFinal ? action.does === 'close' : leads.includes(action.does)));
  say(canEnd, `${where}: has no way out`);
}

/** @param {any} practice @param {string} name @returns {boolean} */
const isDealt = (practice, name) => practice.deals?.some((/** @type {{deck: string}} */ each) => each.deck === name) === true;

/** @param {any} practice @param {any} flow @param {string} id @returns {boolean} */
const hasWayTo = (practice, flow, id) =>
  flow.some((/** @type {FlowStep} */ step) =>
    [
      ...(practice.phases[step.phase]?.actions ?? []),
      ...(practice.phases[step.phase]?.steps ?? []).flatMap((/** @type {Step} */ each) => each.actions ?? []),
    ].some((/** @type {Action} */ action) => action.to === id),
  );

/** @param {any} practice @param {string} mode @param {any} flow @param {Say} say @param {Only} only */
function checkFlow(practice, mode, flow, say, only) {
  say(MODES.includes(mode), `flows.${mode}: unknown mode`);
  for (const step of flow) {
    only(step, ['phase', 'turn', 'notice', 'aside', 'only', 'lengths', 'dealt'], `flows.${mode}`);
    say(
      (step.lengths ?? []).every((/** @type {string} */ each) => LENGTHS.includes(each)),
      `flows.${mode}.${step.phase}: no such length`,
    );
    say(step.dealt === undefined || isDealt(practice, step.dealt), `flows.${mode}.${step.phase}: nothing deals ${step.dealt}`);
    const phase = practice.phases[step.phase];
    say(phase !== undefined, `flows.${mode}: no phase ${step.phase}`);
    if (!phase) continue;
    const hasTurn = step.turn === 0 || step.turn === 1;
    say((phase.floor === 'teller' || phase.floor === 'listener') === hasTurn, `flows.${mode}.${step.phase}: whose turn`);
  }
  for (const variant of practice.variants?.map((/** @type {{id: string}} */ each) => each.id) ?? ['']) {
    const main = flow.filter((/** @type {FlowStep} */ step) => !step.aside && (step.only?.includes(variant) ?? true));
    say(practice.phases[main.at(-1)?.phase]?.isFinal === true, `flows.${mode}: does not end`);
    say(
      main.slice(0, -1).every((/** @type {FlowStep} */ step) => !practice.phases[step.phase]?.isFinal),
      `flows.${mode}: goes on after its end`,
    );
  }
}
