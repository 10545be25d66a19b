/** Noor and Sam in memory: all that the app keeps of both, over plain maps, with one clock and one space between them. */
import { Acts } from '../../../web/app/acts.js';
import { CheckIns } from '../../../web/app/check-ins.js';
import { Decks } from '../../../web/app/decks.js';
import { Entries } from '../../../web/app/entries.js';
import { Inventory } from '../../../web/app/inventory.js';
import { Journal } from '../../../web/app/journal.js';
import { Memories } from '../../../web/app/memories.js';
import { Moments } from '../../../web/app/moments.js';
import { Offers } from '../../../web/app/offers.js';
import { Pauses } from '../../../web/app/pauses.js';
import { Requests } from '../../../web/app/requests.js';
import { Retreats } from '../../../web/app/retreats.js';
import { Revisits } from '../../../web/app/revisits.js';
import { Sessions } from '../../../web/app/sessions.js';
import { Thanks } from '../../../web/app/thanks.js';
import { Values } from '../../../web/app/values.js';
import { Wishes } from '../../../web/app/wishes.js';
import { dayLabel } from '../../../web/core/day.js';
import { counting, space } from './plain-space.js';

/** @param {number} [start] ms */
export function couple(start = new Date('2026-11-24T12:00:00').getTime()) {
  const clock = { now: start };
  const now = () => clock.now;
  const us = new Map();
  const crypto = counting();
  /** @type {Map<string, Uint8Array>} */ const photos = new Map();
  const names = ['Noor', 'Sam'];
  const person = (/** @type {1|2} */ number) => {
    const own = new Map();
    const drafts = new Map();
    const parts = { me: () => space('me', 1, own), pair: () => space('us', number, us), crypto, now, today: () => dayLabel(clock.now) };
    const entries = new Entries(parts);
    const sessions = new Sessions(parts);
    const pauses = new Pauses({ ...parts, drafts: () => /** @type {any} */ (drafts) });
    const checkIns = new CheckIns(parts);
    const kept = /** @type {any} */ ({ bytesOf: async (/** @type {string} */ id) => photos.get(id) ?? null });
    const attune = {
      ...{
        now,
        today: parts.today,
        pairName: 'us',
        own,
        drafts,
        entries,
        sessions,
        pauses,
        checkIns,
        photos: kept,
        live: { session: null },
      },
      pair: { me: { name: names[number - 1], relationship: 'partner' }, them: { name: names[2 - number], relationship: 'partner' } },
      acts: new Acts({ entries, now }),
      decks: new Decks(parts),
      inventory: new Inventory({ entries, now }),
      journal: new Journal({ ...parts, photos: () => kept }),
      memories: new Memories({ ...parts, entries, pauses, photos: () => kept }),
      moments: new Moments({ ...parts, entries, photos: () => kept }),
      offers: new Offers({ entries }),
      requests: new Requests({ ...parts, entries }),
      retreats: new Retreats({ entries, sessions, checkIns, now }),
      revisits: new Revisits({ entries, pauses, sessions, now }),
      thanks: new Thanks({ entries, crypto, now }),
      values: new Values({ entries, sessions, now }),
      wishes: new Wishes({ entries, sessions, now }),
      textOf: () => null,
    };
    return /** @type {import('../../../web/app/attune.js').Attune & {own: Map<string, any>}} */ (/** @type {any} */ (attune));
  };
  return { noor: person(1), sam: person(2), clock, us, photos };
}
