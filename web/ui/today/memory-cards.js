/** The memory map on Today: only a place somebody keeps, and never a sealed stone. */
import { t } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = 70;

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export const memoryCards = ({ attune }) =>
  attune.memories.kept().map(({ id, title }) => ({
    rank: RANK,
    body: leadingCard({
      title: t('memories-place-for-you', { title: title || t('memories-untitled') }),
      place: `#/memories/${id}`,
      action: t('open'),
    }),
  }));
