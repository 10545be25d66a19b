/**
 * What the readable copy holds, part by part: every part of the app says here, once, how it reads. What a screen would not show to this person is in
 * none of them: what the other sealed, or gives on another day, or took back.
 */
import { againOf, isOut, isSealed, titleOf, whenOf } from '../../app/moments.js';
import { answerTo, LINES as THANKS_LINES } from '../../app/thanks.js';
import { noonOf } from '../../core/day.js';
import { readOwn } from '../../core/values.js';
import { boardFrom } from '../parts/board.js';
import { whereText } from '../requests/pieces.js';
import { openedDay } from '../seen-lines.js';
import { valueCard } from '../session/value-names.js';
import { clockTime, longDate, shortDate, t } from '../text.js';
import { phraseText, skyName, wordsText } from '../words.js';

/**
 * @typedef {import('../../app/entries.js').Entry} Entry @typedef {import('../../app/attune.js').Attune} Attune
 * @typedef {'me'|'them'|'both'} By
 * @typedef {{by: By, label: string, text: string, photo?: import('../../core/blob.js').Photo|null}} Line
 * @typedef {{title: string, at: number, by: By, isOnlyMe: boolean, note?: string, lines: readonly Line[]}} Page `at` ms, 0 where it has no time; `note`: more that is told beside its time
 * @typedef {object} Reading
 * @property {Attune} attune @property {string} name of the other @property {import('../session/past-words.js').PastWords} words @property {import('../words.js').Vocabulary} vocabulary
 * @typedef {{id: string, heading: string, pages: (reading: Reading) => Page[]|Promise<Page[]>}} Chapter `heading` names a message
 */

/** What is known of the one line. @param {By} by @param {string} label @param {unknown} words @returns {Line[]} none where there is nothing to read */
const line = (by, label, words) => (words === undefined || words === null || words === '' ? [] : [{ by, label, text: String(words) }]);

/**
 * How an entry reads, where nothing more is to be said of it.
 * @typedef {object} Form
 * @property {readonly (readonly [name: string, label: string|null, kind?: 'words'|'needs'])[]} fields its author wrote, with a message for each @property {readonly (readonly [string, string])[]} [answers] the other wrote in it
 */

/** @param {Reading} reading @param {Entry} entry @param {Form} form @param {Partial<Page>} [more] @returns {Page} */
function entryPage({ name, words }, entry, { fields, answers = [] }, more = {}) {
  const [author, other] = entry.isMine ? /** @type {const} */ (['me', 'them']) : /** @type {const} */ (['them', 'me']);
  const wrote = entry.isMine ? { ...entry.mine, ...entry.own } : entry.theirs;
  const answered = entry.isMine ? entry.theirs : entry.mine;
  const label = (/** @type {string|null} */ id) => (id ? t(id, { name }) : '');
  return {
    title: '',
    at: entry.at,
    by: author,
    isOnlyMe: !isOut(entry),
    ...more,
    lines: [
      ...fields.flatMap(([field, id, kind]) =>
        wrote[field] === undefined ? [] : line(author, label(id), words.value(kind ?? 'text', wrote[field])),
      ),
      ...answers.flatMap(([field, id]) => (answered[field] === undefined ? [] : line(other, label(id), answered[field]))),
      ...(more.lines ?? []),
    ],
  };
}

// ---- days and pages

/** @type {Chapter['pages']} */
async function days({ attune, name, vocabulary }) {
  const labels = await attune.checkIns.days();
  return labels.map((label) => {
    const day = openedDay(attune, label);
    const side = (/** @type {By} */ by, /** @type {any} */ each) => [
      ...line(by, t('line-sky'), skyName(vocabulary, each?.sky)),
      ...line(by, t('line-words'), wordsText(vocabulary, each?.words ?? null)),
      ...line(by, t('line-energy'), typeof each?.energy === 'number' ? t(`weather-energy-${each.energy}`) : ''),
      ...line(by, t('line-mattered'), each?.mattered),
      ...line(by, t('line-worry'), each?.worry),
    ];
    const replies = [
      ...line('me', t('reply-yours'), day.myReply?.heard),
      ...line('me', t('reply-question-mine'), day.myReply?.question),
      ...line('me', t('answer-mine'), day.myAnswer),
    ];
    const theirReplies = [
      ...line('them', t('reply-theirs', { name }), day.theirReply?.heard),
      ...line('them', t('reply-question', { name }), day.theirReply?.question),
      ...line('them', t('answer-theirs', { name }), day.theirAnswer),
    ];
    const isTold = day.shared !== null || day.isOver;
    return {
      title: '',
      at: noonOf(label),
      by: /** @type {const} */ ('both'),
      isOnlyMe: day.shared === null,
      note: phraseText(vocabulary, day.theirs?.sky ?? null, day.shared?.sky ?? null),
      lines: [
        ...side('me', day.mine ?? day.mineOnTheirs),
        ...line('me', t('copy-wish'), day.wish),
        ...side('them', day.theirs ?? day.guest),
        ...replies,
        ...(day.isSealed ? [] : theirReplies),
        ...day.parked
          .filter(({ isMine }) => isMine || (isTold && !day.isSealed))
          .flatMap(({ isMine, text }) =>
            line(isMine ? 'me' : 'them', isMine ? t('parked-from-me') : t('parked-from-them', { name }), text),
          ),
      ],
    };
  });
}

/** @type {Chapter['pages']} */
function pages({ attune, name }) {
  return attune.journal
    .list()
    .filter(({ withdrawn }) => !withdrawn)
    .map((page) => {
      const by = page.by === 'me' ? /** @type {const} */ ('me') : /** @type {const} */ ('them');
      const changed = by === 'me' ? t('page-changed-mine') : t('page-changed', { name });
      return {
        title: page.title || t('page-new'),
        at: page.at,
        by,
        isOnlyMe: page.audience === 'me',
        lines: [
          ...line(by, '', page.text),
          ...(page.photo ? [{ by, label: '', text: page.photo.words, photo: page.photo }] : []),
          ...page.alsoWritten.flatMap((other) => line(by, t('page-also'), other)),
          ...page.earlier.flatMap((other) => line(by, changed, other)),
        ],
      };
    });
}

// ---- asked for, done, thanked for

/** The words of the other, once this person opened them. @type {Chapter['pages']} */
function requests({ attune, name, words }) {
  const { requests } = attune;
  return requests.all().flatMap((item) => {
    const { request, isMine, isTakenBack, own, entry } = item;
    if (isTakenBack && !isMine) return [];
    const [asker, other] = isMine ? /** @type {const} */ (['me', 'them']) : /** @type {const} */ (['them', 'me']);
    const page = { title: '', at: item.writtenAt, by: asker, isOnlyMe: !isOut(entry), note: whereText(item, name) };
    if (!isMine && own['opened'] === undefined) return [{ ...page, lines: [] }];
    const asked = item.isDraft || isTakenBack ? { ...item.words, ...own } : item.words;
    const shared = [
      ...line(other, t('copy-heard'), request.reflection),
      ...line(other, t('copy-answer'), request.words),
      ...request.versions.flatMap(({ by, text }) => line(by === 'asker' ? asker : other, t('copy-version'), text)),
      ...line(other, t('requests-no-longer-label'), request.changed),
      ...line(other, t('requests-after'), request.outcome?.text),
      ...(request.reached === null ? [] : line(asker, '', request.reached || t('requests-reached-me'))),
    ];
    const helped = Array.isArray(own['helped']) ? own['helped'] : [];
    const outcome = !isMine && Array.isArray(own['outcome']) && !request.outcome ? own['outcome'] : [];
    return [
      {
        ...page,
        lines: [
          ...line(asker, t('copy-asked'), asked['need']),
          ...line(asker, t('responsive-reach-when-label'), asked['when']),
          ...line(asker, t('responsive-reach-why-label'), asked['why']),
          ...line(asker, t('responsive-reach-why-label'), words.value('needs', asked['words'] ?? [])),
          ...shared,
          ...line('me', t('requests-after'), outcome[2]),
          ...(helped.length > 0
            ? line('me', t('requests-did-it-help'), [t(`requests-help-${helped[1]}`), helped[2]].filter(Boolean).join(': '))
            : request.helped && !isMine
              ? line('them', '', t('requests-helped', { choice: t(`requests-help-${request.helped.choice}`) }))
              : []),
        ],
      },
    ];
  });
}

/** @type {Chapter['pages']} */
function acts(reading) {
  const { attune } = reading;
  return [...attune.acts.mine(), ...attune.acts.theirs()].map((entry) => {
    const { outcome } = entry.isMine ? entry.own : entry.theirs;
    const { reached } = entry.isMine ? entry.theirs : entry.mine;
    return entryPage(
      reading,
      entry,
      {
        fields: [
          ['act', null],
          ['if-then', 'copy-if-then'],
          ['became', 'acts-became'],
          ['after', 'acts-after'],
        ],
      },
      {
        note: outcome ? t(`acts-was-${outcome}`) : '',
        lines: reached === undefined ? [] : line(entry.isMine ? 'them' : 'me', '', reached || t('acts-that-reached-me')),
      },
    );
  });
}

/** Of the other's pages those that came to this person; of several on one day the first. @type {Chapter['pages']} */
function thanks(reading) {
  const { attune, name } = reading;
  const labels = /** @type {Record<string, string>} */ ({
    noticed: 'thanks-noticed-label',
    felt: 'thanks-felt-label',
    more: 'thanks-more-label',
  });
  const shown = new Set([...attune.thanks.received(), ...attune.thanks.here()]);
  const theirs = attune.thanks.theirs().filter(({ id }) => [...shown].some((each) => each.id === id));
  return [...attune.thanks.mine(), ...theirs].map((entry) => {
    const answer = answerTo(entry);
    const told = answer === undefined ? '' : t(`three-appreciations-${entry.isMine ? 'told' : 'received'}-${answer + 1}`, { name });
    return entryPage(
      reading,
      entry,
      { fields: [...THANKS_LINES, 'more'].map((field) => [field, labels[field] ?? `three-appreciations-${field}-label`]) },
      { lines: line(entry.isMine ? 'them' : 'me', '', told) },
    );
  });
}

// ---- moments and memories

/** @type {Chapter['pages']} */
function moments(reading) {
  const { moments: kept } = reading.attune;
  return kept.all().map((entry) => {
    const photo = kept.photo(entry)?.photo;
    return entryPage(
      reading,
      entry,
      {
        fields: [['page', null]],
        answers: [['story', entry.isMine ? 'moments-story-of' : 'moments-story-mine']],
      },
      {
        title: titleOf(entry) || t('moments-untitled'),
        note:
          isSealed(entry) && isOut(entry) ? (entry.isMine ? t('moments-sealed-mine', { name: reading.name }) : t('moments-sealed')) : '',
        lines: photo ? [{ by: entry.isMine ? 'me' : 'them', label: '', text: photo.words, photo }] : [],
      },
    );
  });
}

/** @type {Chapter['pages']} */
function again(reading) {
  const { moments: kept } = reading.attune;
  return [...kept.plans(), ...kept.ideas()].map((entry) => {
    const { when, day } = whenOf(entry);
    const note = day ? longDate(noonOf(day)) : t(`moments-when-${when + 1}`);
    return entryPage(reading, entry, { fields: [] }, { by: 'both', note, lines: line('both', '', againOf(entry)) });
  });
}

const joining = /** @type {const} */ (['today', 'learned', 'after']);

/** Of a sealed stone its title and one's own piece, as on the map. @type {Chapter['pages']} */
function memories({ attune }) {
  return attune.memories.path().map((stone) => {
    const isClosed = stone.seal.state !== 'none' && stone.seal.state !== 'open';
    const piece = (/** @type {By} */ by, /** @type {import('../../app/memories.js').Piece|null} */ each) =>
      each
        ? [
            ...line(by, t('memories-field-when'), each.when),
            ...line(by, t('memories-field-where'), each.where),
            ...(each.photo ? [{ by, label: '', text: each.photo.words, photo: each.photo }] : []),
            ...line(by, t('memories-field-piece'), each.piece),
            ...line(by, t('memories-field-feeling'), each.feeling),
            ...line(by, t('memories-field-cherish'), each.cherish),
          ]
        : [];
    return {
      title: stone.title || t('memories-untitled'),
      at: stone.at,
      by: stone.mine && stone.theirs ? 'both' : stone.isMine ? 'me' : 'them',
      isOnlyMe: stone.isPrivate,
      note: isClosed ? t('memories-sealed-line') : '',
      lines: [
        ...piece('me', stone.mine),
        ...(isClosed || stone.isCovered ? [] : piece('them', stone.theirs)),
        ...(isClosed || stone.isCovered ? [] : joining).flatMap((name) =>
          stone.lines[name].flatMap(({ by, words, earlier }) =>
            [words, ...earlier].flatMap((each) => line(by === 'you' ? 'me' : 'them', t(`memories-join-${name}`), each)),
          ),
        ),
      ],
    };
  });
}

// ---- for oneself

/** @type {Chapter['pages']} */
const inventory = (reading) =>
  reading.attune.inventory.pages().map((entry) =>
    entryPage(reading, entry, {
      fields: [
        ['felt', 'inventory-felt', 'words'],
        ['felt-line', 'inventory-felt'],
        ['need', 'inventory-need', 'needs'],
        ['need-own', 'inventory-need'],
        ['helped', 'inventory-helped'],
        ['kind', 'inventory-kind'],
      ],
    }),
  );

/** @type {Chapter['pages']} */
function revisits(reading) {
  const { revisits: kept } = reading.attune;
  const cards = kept.pages().map((entry) =>
    entryPage(reading, entry, {
      fields: [
        ['camera', 'revisits-camera'],
        ['felt', 'revisits-felt', 'words'],
        ['needs', 'revisits-needs', 'needs'],
        ['theirs', 'revisits-theirs'],
        ['friend', 'revisits-friend'],
        ['differently', 'revisits-differently'],
        ['try', 'revisits-try'],
      ],
    }),
  );
  const tries = [...kept.tries(), ...kept.theirs()].map((entry) =>
    entryPage(
      reading,
      entry,
      { fields: [['try', 'revisits-try']] },
      {
        lines: [
          ...(entry.own['helped'] ? line('me', '', t('revisits-it-helped')) : []),
          ...(entry.theirs['taken'] ? line('them', '', t('revisits-taken', { name: reading.name })) : []),
          ...(entry.mine['taken'] ? line('me', '', t('revisits-taken-mine')) : []),
        ],
      },
    ),
  );
  return [...cards, ...tries];
}

/** @type {Chapter['pages']} */
function values({ attune }) {
  const mine = attune.values.mine();
  const own = readOwn(mine?.['own-cards']);
  const order = (mine?.['five'] ?? []).map((/** @type {string} */ id) => valueCard(id, own).name).join('\n');
  const boards = attune.values.boards().map((board) => {
    const { both, differ, one } = boardFrom(board);
    const side = (/** @type {By} */ by, /** @type {string} */ word, /** @type {import('../../core/values.js').OnTable|null} */ each) =>
      each
        ? line(
            by,
            word,
            [each.meaning, each.shows, each.missing && t('values-alignment-sign', { words: each.missing })].filter(Boolean).join('\n') ||
              word,
          )
        : [];
    const lines = [...both, ...differ, ...one].flatMap((held) => {
      const word = valueCard(held.id).name;
      return [...side('me', word, held.mine), ...side('them', word, held.theirs)];
    });
    return { title: t('values-title'), at: board.at, by: /** @type {const} */ ('both'), isOnlyMe: false, lines };
  });
  const agreed = attune.values.agreements().map(({ at, text, value }) => ({
    title: t('values-agreed'),
    at,
    by: /** @type {const} */ ('both'),
    isOnlyMe: false,
    note: value ? valueCard(value).name : '',
    lines: line('both', '', text),
  }));
  return [
    ...(order ? [{ title: t('values-mine'), at: 0, by: /** @type {const} */ ('me'), isOnlyMe: true, lines: line('me', '', order) }] : []),
    ...boards,
    ...agreed,
  ];
}

/** @type {Chapter['pages']} */
function retreat({ attune, name }) {
  const { retreats } = attune;
  const meeting = retreats.meeting();
  const change = retreats.change;
  const time = meeting && `${longDate(meeting.at)}, ${clockTime(meeting.at)}`;
  const stands = meeting?.isAgreed ? 'retreat-when-agreed' : meeting?.isMine ? 'retreat-when-mine' : 'retreat-when-theirs';
  return [
    ...[...(change ? [change] : []), ...retreats.earlier()].map(({ at, text, who, when }) => ({
      title: t('retreat-earlier'),
      at,
      by: /** @type {const} */ ('both'),
      isOnlyMe: false,
      note: [who, when].filter(Boolean).join(', '),
      lines: line('both', '', text),
    })),
    ...(time
      ? [
          {
            title: t('retreat-when'),
            at: 0,
            by: /** @type {const} */ ('both'),
            isOnlyMe: false,
            lines: line('both', '', t(stands, { time, name })),
          },
        ]
      : []),
    ...retreats.threads().map(({ text, isMine, from }) => ({
      title: t('retreat-threads'),
      at: 0,
      by: isMine ? /** @type {const} */ ('me') : /** @type {const} */ ('them'),
      isOnlyMe: false,
      lines: line(from === 'parked' || from === 'brought' ? (isMine ? 'me' : 'them') : 'both', '', text),
    })),
    ...retreats.gathered().map(({ at, text }) => ({
      title: t('retreat-gathered'),
      at,
      by: /** @type {const} */ ('me'),
      isOnlyMe: true,
      lines: line('me', '', text),
    })),
  ];
}

// ---- practised

/** @type {Chapter['pages']} */
function sessions({ attune, name, words }) {
  const titleOfPractice = (/** @type {string} */ id) => t(`${id}-title`, words.names);
  const nameOf = (/** @type {0|1|null} */ person, /** @type {import('../../app/sessions.js').Past} */ past) =>
    person === null ? '' : past.lines.some((each) => each.person === person && each.isMine) ? t('you') : name;
  const shared = attune.sessions.noted().flatMap((past) => {
    const practice = words.practices.get(past.practice);
    const readable = words.readable(past);
    if (!practice || !readable) return [];
    const lines = [
      ...readable.joint.flatMap(({ text, groups }) =>
        groups.length === 0
          ? line('both', t('sessions-joint'), text)
          : groups.flatMap(({ message, entries }) =>
              line(
                'both',
                words.say(message),
                entries
                  .map((each) => [nameOf(each.person, past), each.message ? words.say(each.message) : each.text].filter(Boolean).join(': '))
                  .join('\n'),
              ),
            ),
      ),
      ...readable.lines
        .filter((each) => !each.line.isWithdrawn)
        .flatMap(({ field, line: said }) => line(said.isMine ? 'me' : 'them', words.label(field), words.text(practice, field, said.value))),
      ...readable.notes.flatMap(({ field, value }) =>
        line('me', [words.label(field), t('sessions-only-you')].filter(Boolean).join(' · '), words.text(practice, field, value)),
      ),
    ];
    if (lines.length === 0) return [];
    return [
      {
        title: titleOfPractice(past.practice),
        at: past.at,
        by: /** @type {const} */ ('both'),
        isOnlyMe: false,
        note: t(`sessions-mode-${past.mode}`),
        lines,
      },
    ];
  });
  const alone = [...attune.sessions.alone()].flatMap(({ practice, day, fields }) => {
    const known = words.practices.get(practice);
    if (!known) return [];
    const lines = known.fields.flatMap((field) =>
      fields[field.name] === undefined ? [] : line('me', words.label(field), words.text(known, field, fields[field.name])),
    );
    return [{ title: titleOfPractice(practice), at: noonOf(day), by: /** @type {const} */ ('me'), isOnlyMe: true, lines }];
  });
  return [...shared, ...alone];
}

/** @type {Chapter['pages']} */
const carried = ({ attune }) =>
  attune.sessions
    .carried()
    .filter(({ text }) => text !== '')
    .map(({ kind, text, at }) => ({
      title: t(`practices-kind-${kind}`),
      at,
      by: /** @type {const} */ ('me'),
      isOnlyMe: true,
      lines: line('me', '', text),
    }));

/** @type {Chapter['pages']} */
const cards = ({ attune }) =>
  attune.decks.own().map(({ text, isMine }) => ({
    title: '',
    at: 0,
    by: isMine ? /** @type {const} */ ('me') : /** @type {const} */ ('them'),
    isOnlyMe: attune.pair === null,
    lines: line(isMine ? 'me' : 'them', '', text),
  }));

/** Who called is not known, here as anywhere. @type {Chapter['pages']} */
function pauses({ attune }) {
  const { mine, theirs } = attune.pauses.signal;
  const by = /** @type {const} */ ('both');
  const signals = [...line('me', '', mine), ...line('them', '', theirs)];
  return [
    ...(signals.length > 0 ? [{ title: t('copy-signal'), at: 0, by, isOnlyMe: false, lines: signals }] : []),
    ...attune.pauses.all().map(({ at, untilMs }) => ({
      title: t('copy-pause-until', { time: `${shortDate(untilMs)}, ${clockTime(untilMs)}` }),
      at,
      by,
      isOnlyMe: attune.pair === null,
      lines: [],
    })),
  ];
}

/** In the order of the copy. @type {readonly Chapter[]} */
export const CHAPTERS = Object.freeze([
  { id: 'days', heading: 'copy-days', pages: days },
  { id: 'pages', heading: 'copy-pages', pages },
  { id: 'requests', heading: 'requests-title', pages: requests },
  { id: 'acts', heading: 'acts-title', pages: acts },
  { id: 'appreciations', heading: 'thanks-title', pages: thanks },
  { id: 'moments', heading: 'moments-title', pages: moments },
  { id: 'again', heading: 'moments-plans', pages: again },
  { id: 'memories', heading: 'memories-title', pages: memories },
  { id: 'inventory', heading: 'inventory-title', pages: inventory },
  { id: 'revisits', heading: 'revisits-title', pages: revisits },
  { id: 'values', heading: 'values-title', pages: values },
  { id: 'retreat', heading: 'retreat-title', pages: retreat },
  { id: 'sessions', heading: 'copy-sessions', pages: sessions },
  { id: 'carried', heading: 'copy-carried', pages: carried },
  { id: 'cards', heading: 'copy-cards', pages: cards },
  { id: 'pauses', heading: 'copy-pauses', pages: pauses },
]);

/** The sentences they are read in. */
export const AREAS = Object.freeze([
  ...['settings', 'check-in', 'journal', 'photo', 'requests', 'responsive-reach', 'acts', 'thanks', 'three-appreciations', 'moments'],
  ...['memories', 'inventory', 'revisits', 'values', 'values-alignment', 'retreat', 'practices', 'live', 'practice'],
]);
