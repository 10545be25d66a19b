/** The retreat on Today: the one change of the week, and on its day the half hour itself. A week that went by leaves nothing here. */
import { html, nothing } from '../../vendor/lit.js';
import { longDate, t, timeAhead } from '../text.js';
import { leadingCard } from './leading-card.js';
import { valueName } from './values-cards.js';

const RANK = { proposed: 25, hour: 18, change: 55 };
const PLACE = '#/retreat';

/** @param {import('../../app/shell.js').Shell} app @returns {boolean} the agreed day is this one */
const isDay = ({ attune }) => {
  const meeting = attune.retreats.meeting();
  return meeting?.isAgreed === true && new Date(meeting.at).toDateString() === new Date(attune.now()).toDateString();
};

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
  ];
}
