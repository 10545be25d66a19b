/** Appreciations on Today: what the other gave, what they answered, and that one goes to them each day. */
import { answerTo, firstLine } from '../../app/thanks.js';
import { t } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = { here: 12, answered: 11, onTheWay: 70 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function thanksCards({ attune }) {
  const { thanks, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const place = (/** @type {{id: string}} */ { id }) => `#/thanks/${id}`;
  const hereTitle = (/** @type {import('../../app/entries.js').Entry} */ { theirs, mine }) =>
    mine['answer'] !== undefined
      ? t('thanks-here-more', { name })
      : theirs['noticed']
        ? t('thanks-here-noticed', { name })
        : t('thanks-here', { name });
  return [
    ...thanks.answered().map((entry) => ({
      rank: RANK.answered,
      body: thanks.isMoreAsked(entry)
        ? leadingCard({
            title: t('thanks-more-asked', { name }),
            words: firstLine(entry),
            place: place(entry),
            action: t('thanks-one-more-line'),
            isCalm: true,
          })
        : leadingCard({
            title: t('thanks-answered', { name, answer: t(`three-appreciations-told-${(answerTo(entry) ?? 0) + 1}`, { name }) }),
            place: place(entry),
            action: t('open'),
            isCalm: true,
          }),
    })),
    ...thanks.here().map((entry) => ({
      rank: RANK.here,
      body: leadingCard({ title: hereTitle(entry), place: place(entry), action: t('open'), isCalm: true }),
    })),
    ...(thanks.onTheWay().length > 0
      ? [
          {
            rank: RANK.onTheWay,
            body: leadingCard({
              title: t('thanks-on-the-way', { name }),
              small: t('thanks-on-the-way-small'),
              place: '#/thanks/new',
              action: t('open'),
            }),
          },
        ]
      : []),
  ];
}
