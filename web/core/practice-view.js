/**
 * What one person's phone shows at a moment: message ids, buttons, the ring, sounds. Each button carries the event that it sends. Nothing here is
 * taken from what the other person kept to themselves.
 */

import { handOf, ofDay } from './draw.js';
import { EITHER } from './joint.js';
import {
  actionsNow,
  answerOf,
  drawsOf,
  editable,
  hasFlag,
  hasTray,
  holderOf,
  holds,
  isAskedToKeep,
  isLengthened,
  isOnePhone,
  mayBeSetAside,
  otherOf,
  seenValue,
  situation,
  URGES,
} from './practice.js';
import { isBlank } from './practice-fields.js';

/**
 * @typedef {import('./practice.js').State} State
 * @typedef {import('./practice.js').Person} Person
 * @typedef {import('./practice.js').Situation} Situation
 * @typedef {import('./practice-schema.js').Words} Words
 *
 * @typedef {{id: string, args: Readonly<Record<string, number>>}} Message the caller adds `name` (the other person) and `you`; times are ms
 * @typedef {{id: string, message: string, event: {type: string, urge?: string, by?: Person}, primary: boolean, opens?: string, place?: string, carries?: boolean}} Button
 *
 * @typedef {{name: string, kind: string, max: number, count: number, share: boolean, privateUntil: string, label: string|null, placeholder: string|null, options: readonly string[], marks: readonly {name: string, message: string|null, text: string|null}[], oneList: readonly {text: string, at: number|null}[]|null, value: import('./practice.js').FieldValue|null, isShared: boolean, says: string|null, isInPart: boolean, asks: string|null}} FieldView
 *   `says` who sees it, where that is a message of its own; `isInPart`: drawn by the part of the screen; `oneList`: the lines of both in one order, `at` the place of one's own; `asks`: the list that asks about it
 * @typedef {{field: string, person: Person|null, kind: string, value: import('./practice.js').FieldValue, message: string|null, label: string|null, isShared: boolean, isInPart: boolean}} ShownView
 *   `person` null: of both; `message` of a choice; `value` of the kind `groups` is a list of `{message, isFolded, entries: {message, text, person}[]}`
 *
 * @typedef {object} View
 * @property {Person} person @property {string} phase @property {number} serial rises with every step; a new one is a new screen
 * @property {string|null} step @property {number} index of the flow @property {0|1|null} turn
 * @property {boolean} isEnded the practice is through @property {boolean} isClosed left on this phone
 * @property {Message|null} role @property {Person|null} rolePerson who has the floor, when one has @property {boolean} hasFloor
 * @property {Message|null} prompt @property {Message|null} small @property {Message|null} cue @property {Message|null} notice
 * @property {readonly string[]} cards @property {boolean} mayAddCard one of one's own @property {readonly Button[]} buttons @property {readonly Button[]} foot Pause and Stop
 * @property {{startedAt: number, lengthMs: number, elapsedMs: number, isOvertime: boolean, pausedAt: number|null}|null} timer
 * @property {number} startedAt when this place began, by this phone's clock: both phones mean the same moment @property {number} elapsedMs since then, without pauses
 * @property {readonly string[]} flags conditions of this place's flags that hold: `flag`, `my:flag`, `both:flag`
 * @property {number|null} changesAt ms, the next moment at which this view changes by itself
 * @property {{chips: readonly Button[], tapped: string|null, tray: readonly string[]}|null} urges what was tapped, each once
 * @property {readonly FieldView[]} fields
 * @property {readonly ShownView[]} shown @property {readonly string[]} stems ways to begin a sentence @property {string|null} part
 * @property {Readonly<Record<string, import('./practice.js').FieldValue>>} results joint results of blind answers that stand
 * @property {Readonly<Record<string, import('./practice.js').FieldValue>>} theirs
 * @property {{kind: 'tone'|'bell', key: string}|null} sound due now; play it once per key
 * @property {string|null} reader spoken in place of what is shown @property {boolean} isResting the screen of the one with the floor is dark
 * @property {'pause'|'lot'|'breathe'|null} sheet @property {{untilMs: number, isReady: boolean}|null} paused @property {{isAsked: boolean}|null} stopped
 * @property {boolean} isOutOfStep @property {{to: Person}|null} cover @property {boolean} isVoice
 */

/** Parts that say where both are: they stay, whatever else is said here. */
const MAPS = ['board', 'agenda', 'way'];

const REST_AFTER_MS = 10_000;
const NOTICE_MS = 12_000;
const TAPPED_MS = 4_000;

/** @param {string} id @param {Readonly<Record<string, number>>} [args] @returns {Message} */
const say = (id, args = {}) => ({ id, args });

/** @param {string} type @param {string} message @param {boolean} [primary] @returns {Button} */
const button = (type, message, primary = false) => ({ id: type, message, event: { type }, primary });

/** Ready before the other: nothing says what they do. @type {import('./practice-schema.js').Stage} */
const WAITING = { when: ['ready'], prompt: { floor: 'live-ready-first' } };

const FOOT = Object.freeze([button('pause', 'live-pause'), button('stop', 'live-stop')]);

/** @param {Situation} now @param {Words|undefined} words @returns {Message|null} */
function pick(now, words) {
  const word = now.hasFloor ? words?.floor : words?.other;
  return word ? wordOf(now, word) : null;
}

/** @param {Situation} now @param {string|import('./practice-schema.js').ListPick} word @returns {Message|null} */
function wordOf(now, word) {
  if (typeof word === 'string') return say(word);
  const { practice, session } = now.state;
  const id = ofDay(practice.lists[word.list] ?? [], session.openerSeed, session.day);
  return id ? say(id) : null;
}

/** The screen of a state that lies over the phase, or null. @param {Situation} now @returns {{prompt: Message, small: Message|null, buttons: Button[]}|null} */
function over(now) {
  const { state, person } = now;
  const { edges } = state.practice;
  if (now.stopped) {
    const again = now.stopped.agreed[person] ? [] : [button('pick-up-again', 'live-pick-up-again')];
    if (state.mode === 'alone' && Object.values(state.local.fields[person]).some((value) => !isBlank(value)))
      return {
        prompt: say(edges.stopped),
        small: null,
        buttons: [button('close', 'practice-keep', true), button('erase', 'live-erase'), ...again],
      };
    return { prompt: say(edges.stopped), small: say('live-stopped-small'), buttons: [button('close', 'live-close', true), ...again] };
  }
  if (now.paused) {
    const prompt = say(edges.paused, { time: now.paused.untilMs });
    const rest = [...(isLengthened(now) ? [] : [button('longer', 'live-longer')]), button('stop', 'live-stop-here')];
    if (now.paused.agreed[person]) return { prompt, small: say('live-ready-first'), buttons: rest };
    return {
      prompt,
      small: state.isVoice ? say('live-pause-aloud', { time: now.paused.untilMs }) : null,
      buttons: [button('ready-again', 'live-i-am-ready', true), ...rest],
    };
  }
  const skip = now.joint.index > 0 && !now.phase.isGate ? [button('skip', 'live-skip')] : [];
  const aside = mayBeSetAside(now) ? now.phase.setsAside : undefined;
  switch (now.sheet) {
    case 'pause':
      return {
        prompt: say('live-pause-sheet'),
        small: aside ? say(aside.small) : null,
        buttons: [
          button('pause-20', 'live-pause-20', true),
          button('pause-until', 'live-pause-until'),
          button('lot', 'live-lot'),
          ...(aside ? [button(aside.event, aside.message)] : []),
          ...skip,
          button('go-on', 'live-go-on'),
        ],
      };
    case 'lot':
      return {
        prompt: say(edges.lot),
        small: null,
        buttons: [
          button('breathe', 'live-breathe'),
          button('pause-20', 'live-pause'),
          button('stop', 'live-stop-here'),
          button('help', 'live-help'),
          button('go-on', 'live-go-on'),
        ],
      };
    case 'breathe':
      return {
        prompt: say('live-breathe-prompt'),
        small: null,
        buttons: [button('go-on', 'live-go-on', true), button('pause-20', 'live-pause'), button('stop', 'live-stop-here')],
      };
  }
  if (now.isOutOfStep) {
    return {
      prompt: say('live-out-of-step'),
      small: null,
      buttons: [button('this-one', 'live-this-one'), button('the-other', 'live-the-other')],
    };
  }
  if (now.resumed) return { prompt: say('live-back-where-you-were'), small: null, buttons: [button('continue', 'live-continue', true)] };
  if (now.cover !== null)
    return { prompt: say('live-cover-pass'), small: say('live-cover-own'), buttons: [button('uncover', 'live-cover-mine', true)] };
  return null;
}

/** @param {Situation} now @returns {Message|null} the cue for the one who does not have the floor */
function cueOf(now) {
  const cues = (now.phase.cues ?? []).filter((each) => !now.hasFloor || each.to === 'both');
  const cue =
    cues.findLast((each) => each.on !== undefined && hasFlag(now, each.on)) ??
    cues.findLast((each) => each.at_s !== undefined && each.at_s * 1000 <= now.elapsedMs);
  return cue ? say(cue.message) : null;
}

/** @param {Situation} now @param {number} nowMs @returns {Message|null} */
function noticeOf(now, nowMs) {
  const { state, joint, flowStep } = now;
  if (now.isOvertime && now.hasFloor && !now.phase.isClocked) return say(state.practice.edges.bell);
  if (nowMs - joint.startedAt - joint.pausedMs >= NOTICE_MS) return null;
  if (joint.wasSkipped) return say(state.practice.edges.skipped);
  return flowStep.notice ? say(flowStep.notice) : null;
}

/** @param {Situation} now @returns {readonly string[]} */
function cardsOf(now) {
  const { cards } = now.phase;
  if (!cards || !(now.hasFloor || cards.to === 'both') || !(cards.when ?? []).every((condition) => holds(now, condition))) return [];
  const { state, joint } = now;
  const name = [cards.instead ?? []].flat().findLast(({ when }) => holds(now, when))?.list ?? cards.list;
  const draw = (/** @type {string} */ from, /** @type {number} */ count) =>
    handOf(
      state.session.decks?.[from.replace(/^deck:/, '')] ?? state.practice.lists[from] ?? [],
      state.session.seed + joint.index,
      count,
      drawsOf(joint) + joint.serial, // back at a place, other cards than at the last visit
    );
  return [...(cards.piles ?? []).flatMap((pile) => draw(pile, 1)), ...draw(name, cards.count)];
}

/** @param {Situation} now @param {import('./practice-schema.js').Show} show @returns {ShownView[]} */
function shownOf(now, show) {
  const { state, person, teller } = now;
  if (show.to !== undefined && (show.to === 'floor') !== now.hasFloor) return [];
  if (!(show.when ?? []).every((condition) => holds(now, condition))) return [];
  const field = state.practice.fields.find((each) => each.name === show.field);
  if (!field) return [];
  const one = (/** @type {Person|null} */ of, /** @type {unknown} */ value) => {
    if (isBlank(value)) return [];
    const list = state.practice.lists[show.words ?? field.options ?? ''] ?? [];
    const isCard = field.kind === 'marks' && typeof value === 'string';
    const message =
      typeof value === 'number' ? (list[value] ?? null) : isCard || list.includes(/** @type {any} */ (value)) ? String(value) : null;
    const isShared = of === null || of !== person || state.local.shared[of].includes(field.name);
    return [
      {
        field: field.name,
        person: of,
        kind: field.kind ?? 'text',
        value: /** @type {any} */ (value),
        message,
        label: show.label ?? null,
        isShared,
        isInPart: isInPart(now, field),
      },
    ];
  };
  if (field.privateUntil === 'blind') {
    const answer = answerOf(now, field.name);
    if (field.joint === 'groups') return groupsOf(now, field, show);
    if (field.joint === 'either' && typeof answer === 'string') return answer.split(EITHER).flatMap((each) => one(null, Number(each)));
    const words = field.kind === 'marks' && typeof answer === 'string' ? wordsOf(now, field, answer) : answer;
    return one(null, words).map((each) => (words === answer ? each : { ...each, kind: 'text', message: null }));
  }
  const first = teller ?? now.joint.starter;
  const people = /** @type {Person[]} */ (
    { teller: [first], listener: [otherOf(first)], me: [person], them: [otherOf(person)], both: [first, otherOf(first)] }[show.of]
  );
  return people.flatMap((each) => one(each, seenValue(state, person, each, field.name)));
}

/** A line that both chose, by its name `person/line`, in its words. @param {Situation} now @param {import('./practice-schema.js').Field} field @param {unknown} name */
function wordsOf(now, field, name) {
  const [, writer, line] = /^([01])\/(\d+)$/.exec(String(name)) ?? [];
  return writer === undefined ? name : linesOf(now, /** @type {Person} */ (Number(writer)), field.from ?? '')[Number(line)];
}

const NO_OPINION = 2;
const NOT_NOW = 3;

/** Everything that could be marked, in its group; what nobody marked has no opinion yet. @param {Situation} now @param {import('./practice-schema.js').Field} field @param {import('./practice-schema.js').Show} show @returns {ShownView[]} */
function groupsOf(now, field, show) {
  const result = answerOf(now, field.name);
  if (!Array.isArray(result)) return [];
  const groupOf = new Map(/** @type {any} */ (result));
  const marked = marksOf(now, field);
  const groups = (now.state.practice.lists[show.words ?? ''] ?? []).flatMap((message, group) => {
    const entries = marked.filter(({ name }) => (groupOf.get(name) ?? NO_OPINION) === group);
    return entries.length > 0 ? [{ message, isFolded: group === NOT_NOW, entries }] : [];
  });
  if (groups.length === 0) return [];
  return [
    {
      field: field.name,
      person: null,
      kind: 'groups',
      value: /** @type {any} */ (groups),
      message: null,
      label: show.label ?? null,
      isShared: true,
      isInPart: isInPart(now, field),
    },
  ];
}

/** What a blind choice marks: the cards on the table, or lines that both wrote, or both. @param {Situation} now @param {import('./practice-schema.js').Field} field */
function marksOf(now, field) {
  if (field.kind !== 'marks') return [];
  const { state } = now;
  const from = field.from ?? '';
  const cards = now.phase.cards ? cardsOf(now) : (state.session.decks?.[from.replace(/^deck:/, '')] ?? state.practice.lists[from] ?? []);
  const onTable = cards.map((id) => ({ name: id, message: id, text: null, person: null }));
  if (state.practice.fields.some(({ name }) => name === field.from)) {
    const written = /** @type {Person[]} */ ([0, 1])
      .flatMap((writer) =>
        outOf(now, writer, field.from ?? '').map((text, i) => ({ name: `${writer}/${i}`, message: null, text, person: writer })),
      )
      .sort((a, b) => inOrder(a.text, b.text));
    return now.phase.cards ? [...onTable, ...written] : written;
  }
  return onTable;
}

/** An order that says nothing of who wrote what. @param {string} a @param {string} b */
const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** What is written here and not shown to the other cannot be marked by both. @param {Situation} now @param {Person} writer @param {string} name */
const outOf = (now, writer, name) =>
  (writer !== now.state.me && !isOnePhone(now.state)) || now.state.local.shared[writer].includes(name) ? linesOf(now, writer, name) : [];

/** @param {Situation} now @param {Person} writer @param {string} name @returns {string[]} */
function linesOf({ state, person }, writer, name) {
  const value = seenValue(state, person, writer, name);
  return isBlank(value) ? [] : (Array.isArray(value) ? value : [value]).map(String);
}

/** @param {Situation} now @param {import('./practice-schema.js').Field} field @returns {FieldView['oneList']} */
function oneListOf(now, field) {
  if (!field.isOneList) return null;
  const own = now.state.local.fields[now.person][field.name];
  const mine = Array.isArray(own) ? own.map((text, at) => ({ text: String(text), at })) : [];
  const theirs = linesOf(now, otherOf(now.person), field.name).map((text) => ({ text, at: null }));
  return [...mine, ...theirs].sort((a, b) => inOrder(a.text, b.text));
}

/** The part of the screen draws it, where there is one. @param {Situation} now @param {import('./practice-schema.js').Field} field */
const isInPart = ({ phase }, field) => field.isInPart === true && phase.part !== undefined;

/** @param {Situation} now @param {import('./practice-schema.js').Field} field @returns {FieldView} */
function fieldOf(now, field) {
  const { state, person } = now;
  return {
    name: field.name,
    kind: field.kind ?? 'text',
    max: field.max,
    count: field.count ?? 1,
    share: field.share,
    privateUntil: field.privateUntil,
    label: field.label ?? null,
    placeholder: field.placeholder ?? null,
    options: state.practice.lists[field.options ?? ''] ?? [],
    marks: marksOf(now, field).map(({ name, message, text }) => ({ name, message, text })),
    oneList: oneListOf(now, field),
    value: state.local.fields[person][field.name] ?? null,
    isShared: state.local.shared[person].includes(field.name),
    says: field.says ?? null,
    isInPart: isInPart(now, field),
    asks: field.asks ?? null,
  };
}

/** @param {Situation} now @returns {View['sound']} */
function soundOf(now) {
  const { phase, joint } = now;
  if (now.paused || now.stopped || now.resumed || joint.serial === 0) return null;
  if (now.isOvertime)
    return phase.sound?.end && now.hasFloor ? { kind: phase.sound.end, key: `${joint.serial}/bell/${now.lengthMs}` } : null;
  return phase.sound?.start ? { kind: phase.sound.start, key: `${joint.serial}/tone` } : null;
}

/** @param {Situation} now @param {number} nowMs @returns {number|null} */
function changesAt(now, nowMs) {
  if (now.paused || now.stopped) return null;
  const began = nowMs - now.elapsedMs;
  const moments = [
    REST_AFTER_MS,
    NOTICE_MS,
    ...(now.lengthMs === null ? [] : [now.lengthMs]),
    ...(now.phase.cues ?? []).flatMap((cue) => (cue.at_s === undefined ? [] : [cue.at_s * 1000])),
  ];
  const coming = moments.map((each) => began + each);
  if (now.state.local.urge) coming.push(now.state.local.urge.at + TAPPED_MS);
  const later = coming.filter((each) => each > nowMs);
  return later.length > 0 ? Math.min(...later) : null;
}

/** @param {Situation} now @returns {readonly string[]} */
const flagsOf = (now) =>
  [...new Set(now.phase.actions.flatMap(({ flag }) => (flag ? [flag, `my:${flag}`, `both:${flag}`] : [])))].filter((each) =>
    holds(now, each),
  );

/** @param {Situation} now @param {boolean} isOver @param {number} nowMs @returns {View['urges']} */
function urgesOf(now, isOver, nowMs) {
  const { urge, urges } = now.state.local;
  const isAsked = isAskedToKeep(now);
  if ((!isAsked && !hasTray(now)) || (isOver && !now.stopped) || (now.stopped && !isAsked)) return null;
  const chips = isAsked
    ? [button('erase-urges', 'live-erase'), button('keep-urges', 'live-keep-for-me')]
    : URGES.map((id) => ({ id, message: `live-urge-${id}`, event: { type: 'urge', urge: id }, primary: false }));
  return { chips, tapped: urge && nowMs - urge.at < TAPPED_MS ? urge.id : null, tray: [...new Set(urges)] };
}

/**
 * @param {State} state @param {Person} person in one-phone mode either half; else the owner. Asked for the other person, it shows nothing private.
 * @param {number} nowMs @returns {View}
 */
export function view(state, person, nowMs) {
  const isMine = state.mode === 'one-phone' || person === state.me;
  const now = situation(isMine ? state : withoutLocal(state), person, nowMs);
  const { joint, phase, flowStep } = now;
  const screen = over(now);
  const staged = (phase.stages ?? []).findLast(
    (each) => (now.hasFloor ? 'floor' : 'other') in each.prompt && each.when.every((condition) => holds(now, condition)),
  );
  const isWaiting = now.isReady && !staged && !phase.isFinal && (phase.floor === 'each' || phase.floor === 'both');
  const stage = staged ?? (isWaiting ? WAITING : undefined);
  const isMyPhone = !(state.mode === 'one-phone' && phase.floor === 'each' && holderOf(state, joint) !== person);
  const step = stage ? null : now.step;
  const prompt = screen?.prompt ?? (stage ? pick(now, stage.prompt) : step?.prompt ? wordOf(now, step.prompt) : pick(now, phase.prompt));
  const small = screen
    ? screen.small
    : stage
      ? pick(now, stage.small)
      : step
        ? step.small
          ? say(step.small)
          : null
        : pick(now, phase.small);
  const offered = offeredNow(now, nowMs);
  const floorPerson =
    phase.floor === 'teller' ? now.teller : phase.floor === 'listener' && now.teller !== null ? otherOf(now.teller) : null;
  const mayRest = phase.rests === true && now.hasFloor && !screen && !isOnePhone(state);
  return {
    person,
    phase: flowStep.phase,
    serial: joint.serial,
    step: step?.id ?? null,
    index: joint.index,
    turn: flowStep.turn ?? null,
    isEnded: phase.isFinal === true,
    isClosed: now.isClosed,
    role: screen ? null : roleOf(now),
    rolePerson: floorPerson,
    hasFloor: now.hasFloor && isMyPhone,
    prompt: isMyPhone || screen ? prompt : null,
    small: isMyPhone || screen ? small : null,
    cue: screen || stage ? null : cueOf(now),
    notice: screen ? null : noticeOf(now, nowMs),
    cards: screen || now.isReady ? [] : cardsOf(now),
    mayAddCard: phase.cards?.isGiven !== true,
    buttons: now.isClosed ? [] : (screen?.buttons ?? offered),
    foot: footOf(now),
    timer:
      now.lengthMs === null || now.isClosed || (phase.isClocked && !phase.part)
        ? null
        : {
            startedAt: joint.startedAt,
            lengthMs: now.lengthMs,
            elapsedMs: now.elapsedMs,
            isOvertime: now.isOvertime,
            pausedAt: now.paused?.at ?? now.stopped?.at ?? null,
          },
    startedAt: joint.startedAt,
    elapsedMs: now.elapsedMs,
    flags: flagsOf(now),
    changesAt: changesAt(now, nowMs),
    urges: isMine ? urgesOf(now, screen !== null, nowMs) : null,
    fields: !isMine || screen ? [] : editable(now).map((field) => fieldOf(now, field)),
    shown: screen || !isMyPhone ? [] : [...(step?.shows ?? []), ...(phase.shows ?? [])].flatMap((show) => shownOf(now, show)),
    stems: screen || stage || !now.hasFloor ? [] : (state.practice.lists[step?.stems ?? phase.stems ?? ''] ?? []),
    part: screen || (stage && !MAPS.includes(phase.part ?? '')) ? null : (step?.part ?? phase.part ?? null),
    results: Object.fromEntries(Object.entries(state.local.results).map(([name, [, value]]) => [name, value])),
    theirs: theirsOf(state, person),
    sound: soundOf(now),
    reader: screen ? null : typeof phase.reader === 'object' ? (pick(now, phase.reader)?.id ?? null) : (phase.reader ?? null),
    isResting: mayRest && now.elapsedMs >= REST_AFTER_MS,
    sheet: isMine ? now.sheet : null,
    paused: now.paused ? { untilMs: now.paused.untilMs, isReady: now.paused.agreed[person] } : null,
    stopped: now.stopped ? { isAsked: now.stopped.agreed[person] } : null,
    isOutOfStep: now.isOutOfStep && !now.paused && !now.stopped && !now.sheet,
    cover: now.cover === null ? null : { to: now.cover },
    isVoice: state.isVoice,
  };
}

/**
 * The buttons of the phase. On a table both people reach for the same screen, so it has the buttons of both, each said by its person.
 * @param {Situation} now @param {number} nowMs @returns {Button[]}
 */
function offeredNow(now, nowMs) {
  const { state, person, phase } = now;
  /** @type {(from: Situation, by?: Person) => Button[]} */
  const buttonsOf = (from, by) =>
    actionsNow(from).flatMap((action) =>
      action.message
        ? [
            {
              id: action.event,
              message: action.message,
              event: { type: action.event, ...(by === undefined ? {} : { by }) },
              primary: isPrimary(from, action),
              ...(action.opens ? { opens: action.opens } : {}),
              ...(action.place ? { place: action.place } : {}),
              ...(action.carries ? { carries: true } : {}),
            },
          ]
        : [],
    );
  if (state.mode !== 'one-phone') return buttonsOf(now);
  const own = buttonsOf(now, person);
  if (phase.floor === 'each') return own;
  const other = otherOf(person);
  const hasPrimary = own.some((each) => each.primary);
  const across = buttonsOf(situation(state, other, nowMs), other).filter(({ id }) => own.every((each) => each.id !== id));
  return [...own, ...across.map((each) => ({ ...each, primary: each.primary && !hasPrimary }))];
}

/** Of two buttons that say who begins, the one whose turn it is leads. @param {Situation} now @param {import('./practice-schema.js').Action} action */
const isPrimary = ({ person, joint }, action) =>
  action.primary === true && (action.starter === undefined || (action.starter === 'me') === (person === joint.starter));

/** @param {Situation} now @returns {Message|null} on a table, who speaks: `you` is then the one with the floor */
function roleOf(now) {
  if (now.state.mode === 'one-phone' && now.phase.floor === 'teller') return say('live-table-role');
  return pick(now, now.phase.role);
}

/** Pause and Stop, wherever the screen itself does not offer them. @param {Situation} now @returns {readonly Button[]} */
function footOf(now) {
  const { sheet } = now;
  if (now.phase.isFinal || now.isClosed || now.stopped || now.paused) return [];
  return sheet === null ? FOOT : sheet === 'pause' ? FOOT.slice(1) : [];
}

/** @param {State} state @returns {State} as nobody but its owner would know it */
const withoutLocal = (state) => ({
  ...state,
  local: {
    ...state.local,
    sheet: null,
    seenBreak: '',
    urges: [],
    urge: null,
    steps: [0, 0],
    kept: [false, false],
    fields: [{}, {}],
    blind: [{}, {}],
  },
});

/** @param {State} state @param {Person} person @returns {View['theirs']} */
function theirsOf(state, person) {
  if (state.mode !== 'one-phone') return person === state.me ? state.theirs : {};
  const other = otherOf(person);
  return Object.fromEntries(Object.entries(state.local.fields[other]).filter(([name]) => state.local.shared[other].includes(name)));
}
