/** Wishes on Today: a yes and what came of it, one to think about after three days, and what is sealed. */
import { dueAt, wordsOf } from '../../app/acts.js';
import { t, timeAhead } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = { granted: 13, later: 14, think: 22, yes: 58, sealed: 75 };

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function wishCards({ attune }) {
  const { wishes, acts, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const card = (/** @type {number} */ rank, /** @type {Parameters<typeof leadingCard>[0]} */ data) => ({ rank, body: leadingCard(data) });
  const titles = { done: t('wishes-did', { name }), changed: t('wishes-changed', { name }) };
  return [
    ...wishes.granted().map(({ wish, act }) => {
      const outcome = /** @type {'done'|'changed'|undefined} */ (act.theirs['outcome']);
      return card(RANK.granted, {
        title: outcome ? titles[outcome] : t('wishes-says-yes', { name }),
        words: outcome ? wordsOf(act) : '',
        place: `#/wishes/${wish.id}`,
        action: t('wishes-read'),
        isCalm: true,
      });
    }),
    ...wishes.answeredLater().map((wish) =>
      card(RANK.later, {
        title: t(`two-stars-one-wish-told-${(wish.theirAnswer ?? 0) + 1}`, { name }),
        words: wish.mine,
        place: `#/wishes/${wish.id}`,
        action: t('wishes-read'),
        isCalm: true,
      }),
    ),
    ...wishes
      .toThink()
      .map((wish) =>
        card(RANK.think, { title: t('wishes-yours', { name }), words: wish.theirs, place: `#/wishes/${wish.id}`, action: t('open') }),
      ),
    ...acts
      .open()
      .filter(({ own }) => own['wish'] !== undefined)
      .map((act) =>
        card(RANK.yes, {
          title: t('wishes-you-said-yes'),
          words: wordsOf(act),
          small: act.own['if-then'] || (attune.now() < dueAt(act) ? t('acts-until', { time: timeAhead(dueAt(act)) }) : t('acts-whenever')),
          place: `#/acts/${act.id}`,
          action: t('open'),
        }),
      ),
    ...wishes.sealed().map((wish) =>
      card(RANK.sealed, {
        title: t('wishes-sealed'),
        small: t('wishes-sealed-small'),
        place: `#/live/own/${wish.id}`,
        action: t('open'),
      }),
    ),
  ];
}
