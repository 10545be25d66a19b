/** Acts on Today: what one chose, until it came out; what the other shows; that it reached them. */
import { dueAt, wordsOf } from '../../app/acts.js';
import { t, timeAhead } from '../text.js';
import { leadingCard } from './leading-card.js';

/** A yes to a wish has cards of its own. @param {import('../../app/entries.js').Entry} act */
const isNoWish = ({ own, theirs }) => own['wish'] === undefined && theirs['session'] === undefined;

const RANK = { reached: 10, here: 20, moment: 15, open: 60 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function actCards({ attune }) {
  const { acts, pair } = attune;
  const name = pair?.them.name ?? '';
  const place = (/** @type {{id: string}} */ { id }) => `#/acts/${id}`;
  const until = (/** @type {import('../../app/entries.js').Entry} */ act) =>
    attune.now() < dueAt(act) ? t('acts-until', { time: timeAhead(dueAt(act)) }) : t('acts-whenever');
  return [
    ...acts.reached().map((act) => ({
      rank: RANK.reached,
      body: leadingCard({
        title: t('acts-reached-you', { name }),
        words: String(act.theirs['reached']),
        place: place(act),
        action: t('open'),
        isCalm: true,
      }),
    })),
    ...acts
      .here()
      .filter(isNoWish)
      .map((act) => ({
        rank: RANK.here,
        body: leadingCard({ title: t('acts-theirs', { name }), place: place(act), action: t('open'), isCalm: true }),
      })),
    ...acts
      .open()
      .filter(isNoWish)
      .map((act) => ({
        rank: acts.isMoment(act) ? RANK.moment : RANK.open,
        body: leadingCard({
          title: acts.isMoment(act) ? t('acts-moment') : t('acts-chose'),
          words: wordsOf(act),
          small: until(act),
          place: place(act),
          action: t('open'),
        }),
      })),
  ];
}
