/** Moments on Today: whose the page is to write, what the other wrote or answered, what both wanted to do again. */
import { againOf, isSealed, titleOf, whenOf } from '../../app/moments.js';
import { html } from '../../vendor/lit.js';
import { longDate, t } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = { answered: 12, here: 26, turn: 40, over: 45, plan: 65 };
/** Pages that wait are found in their place; on Today stand the newest. */
const MOST_PAGES = 2;

/** @param {import('../../app/entries.js').Entry} entry @returns {string} this week, or a day */
export function timeOf(entry) {
  const { when, day, untilMs } = whenOf(entry);
  return day && untilMs ? longDate(untilMs - 1) : t(`moments-when-${when + 1}`);
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function momentCards({ attune }) {
  const { moments, pair } = attune;
  if (!pair) return [];
  const { name } = pair.them;
  const { turn } = moments;
  return [
    ...moments.answered().map((entry) => ({
      rank: RANK.answered,
      body: leadingCard({
        title: t('moments-answered', { name }),
        words: titleOf(entry),
        place: `#/moments/${entry.id}`,
        action: t('moments-read'),
        isCalm: true,
      }),
    })),
    ...moments
      .here()
      .slice(0, MOST_PAGES)
      .map((entry) => ({
        rank: RANK.here,
        body: leadingCard({
          title: isSealed(entry) ? t('moments-sealed') : t('moments-they-wrote', { name }),
          words: titleOf(entry),
          place: `#/moments/${entry.id}`,
          action: isSealed(entry) ? t('open') : t('moments-read'),
          isCalm: true,
        }),
      })),
    ...(moments.isMyTurn
      ? [
          {
            rank: RANK.turn,
            body: html`<article class="card flat"><h2>${t(turn.isBack ? 'moments-turn-back' : 'moments-turn-mine')}</h2><div class="line">
              <a class="btn line" href="#/moments/new" aria-label=${`${t('moments-write')}: ${t('moments-turn-mine')}`}>${t('moments-write')}</a>
              ${
                turn.isBack
                  ? html`<button class="btn text" @click=${() => void attune.attempt(() => moments.seeTurn())}>${t('close')}</button>`
                  : html`<button class="btn text" @click=${() => void attune.attempt(() => moments.pass(true))}>${t('moments-give-back')}</button>`
              }</div></article>`,
          },
        ]
      : []),
    ...moments.plans().map((entry) => ({
      rank: moments.isOver(entry) ? RANK.over : RANK.plan,
      body: leadingCard({
        title: t('moments-plans'),
        words: againOf(entry),
        small: moments.isOver(entry) ? '' : t('moments-both-said-yes', { time: timeOf(entry) }),
        place: `#/moments/plan/${entry.id}`,
        action: t('open'),
      }),
    })),
  ];
}
