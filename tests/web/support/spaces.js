/** Two people's entries over one space of the pair. */
import { Entries } from '../../../web/app/entries.js';
import { counting, space } from './plain-space.js';

export const NOW = 1_780_000_000_000;

/** Noor's and Sam's. @param {() => number} [now] ms */
export function two(now = () => NOW) {
  const us = new Map();
  const pairs = [1, 2].map((person) => space('us', person, us));
  const own = [1, 2].map(() => space('me', 1, new Map()));
  const crypto = counting();
  const parts = [0, 1].map((i) => ({ me: () => own[i] ?? null, pair: () => pairs[i] ?? null, crypto, now }));
  return parts.map((each) => ({ ...each, entries: new Entries(each) }));
}
