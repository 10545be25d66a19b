/** The retreat on Today: the one change of the week, the day before what was kept for it, and on its day the half hour itself. A week that went by leaves nothing here. */
import { html, nothing } from '../../vendor/lit.js';
import { whyThis } from '../parts/why-this.js';
import { longDate, t, timeAhead } from '../text.js';
import { leadingCard } from './leading-card.js';
import { valueName } from './values-cards.js';

const RANK = { proposed: 25, hour: 18, change: 55, lines: 57 };
const PLACE = '#/retreat';
/** The day on which this person said "later" to what they kept. */
const LATER = 'retreat-later';

/** @param {import('../../app/shell.js').Shell} app @param {number} [ahead] days @returns {boolean} the agreed day is this one, or so many days ahead */
const isDay = ({ attune }, ahead = 0) => {
  const meeting = attune.retreats.meeting();
  const day = new Date(attune.now());
  day.setDate(day.getDate() + ahead);
  return meeting?.isAgreed === true && new Date(meeting.at).toDateString() === day.toDateString();
};

/** The day before: one's own lines wait, for their writer alone. @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function linesCard(app) {
  const { attune } = app;
  const { drafts, offers, retreats } = attune;
  if (!isDay(app, 1) || drafts.get(LATER) === attune.today() || !offers.isWelcome('kept-lines') || !retreats.hasGathered) return [];
  const title = t('retreat-kept-lines', { day: longDate(retreats.meeting()?.at ?? 0) });
  const later = () => {
    drafts.set(LATER, attune.today());
    attune.changed();
  };
  const body = html`<article class="card flat stack"><h2>${title}</h2>
    <div class="line wrap"><a class="btn line" href=${PLACE} aria-label=${`${t('retreat-look')}: ${title}`}>${t('retreat-look')}</a>
      <button class="btn text" aria-label=${`${t('retreat-later')}: ${title}`} @click=${later}>${t('retreat-later')}</button></div>
    ${whyThis(app, [{ id: 'kept-lines', title }])}</article>`;
  return [{ rank: RANK.lines, body }];
}

/** @param {import('../../app/shell.js').Shell} app @returns {string} */
function smallLine(app) {
  const { retreats, values } = app.attune;
  const meeting = retreats.meeting();
  const { who = '', when = '' } = retreats.change ?? {};
  const until = isDay(app) ? t('retreat-look-together') : meeting?.isAgreed ? t('retreat-until', { day: longDate(meeting.at) }) : '';
  const word = retreats.change ? valueName(app, values.tagOf(retreats.change.session, 'change')) : '';
  return [word, who && when ? t('retreat-who-when', { who, when }) : who || when, until].filter(Boolean).join(' · ');
}

/** The change, for its own place. @param {import('../../app/shell.js').Shell} app */
export function changeCard(app) {
  const { change } = app.attune.retreats;
  if (!change) return nothing;
  return html`<article class="card"><p class="label soft">${t('retreat-change')}</p><p class="said">${change.text}</p><p class="label soft">${smallLine(app)}</p></article>`;
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function retreatCards(app) {
  const { attune } = app;
  const { pair, retreats } = attune;
  if (!pair) return [];
  const { change } = retreats;
  const meeting = retreats.meeting();
  const time = meeting ? timeAhead(meeting.at, { isFar: true }) : '';
  return [
    ...(meeting && !meeting.isAgreed && !meeting.isMine
      ? [
          {
            rank: RANK.proposed,
            body: leadingCard({ title: t('retreat-proposed', { name: pair.them.name, time }), place: PLACE, action: t('open') }),
          },
        ]
      : []),
    ...(isDay(app)
      ? [{ rank: RANK.hour, body: leadingCard({ title: t('retreat-half-hour', { time }), place: PLACE, action: t('open') }) }]
      : []),
    ...(change
      ? [
          {
            rank: RANK.change,
            body: leadingCard({ title: t('retreat-change'), words: change.text, small: smallLine(app), place: PLACE, action: t('open') }),
          },
        ]
      : []),
    ...linesCard(app),
  ];
}
