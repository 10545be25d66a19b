/** What practising needs, made together and loaded at once: a first start goes without it. */
import { Acts } from './acts.js';
import { Decks } from './decks.js';
import { Entries } from './entries.js';
import { Inventory } from './inventory.js';
import { LiveSession } from './live.js';
import { Memories } from './memories.js';
import { Moments } from './moments.js';
import { Offers } from './offers.js';
import { Pauses } from './pauses.js';
import { Requests } from './requests.js';
import { Retreats } from './retreats.js';
import { Revisits } from './revisits.js';
import { Sessions } from './sessions.js';
import { stancesIn } from './stances.js';
import { Thanks } from './thanks.js';
import { Values } from './values.js';
import { Wishes } from './wishes.js';

/**
 * @param {object} how
 * @param {import('./attune.js').Attune} how.attune @param {import('./attune.js').World} how.world @param {import('./vault.js').Vault} how.vault
 * @param {{me: () => import('./space.js').Space|null, pair: () => import('./space.js').Space|null, crypto: import('../core/ids.js').Crypto, now: () => number, photos: () => import('./photos.js').Photos}} how.parts
 */
export function together({ attune, world, vault, parts }) {
  const { crypto, now } = parts;
  const { checkIns } = attune;
  const today = () => attune.today();
  const entries = new Entries(parts);
  const sessions = new Sessions(parts);
  const pauses = new Pauses({ ...parts, today, drafts: () => attune.drafts });
  return {
    entries,
    sessions,
    pauses,
    decks: new Decks({ ...parts, today }),
    live: new LiveSession({ attune, crypto, vault, world }),
    acts: new Acts({ entries, now }),
    inventory: new Inventory({ entries, now }),
    memories: new Memories({ ...parts, entries, pauses }),
    moments: new Moments({ ...parts, entries }),
    offers: new Offers({ entries }),
    requests: new Requests({ ...parts, entries }),
    retreats: new Retreats({ entries, sessions, checkIns, now }),
    revisits: new Revisits({ entries, pauses, sessions, now }),
    thanks: new Thanks({ entries, crypto, now }),
    values: new Values({ entries, sessions, now }),
    wishes: new Wishes({ entries, sessions, now }),
    stanceOf: stancesIn(attune),
  };
}
