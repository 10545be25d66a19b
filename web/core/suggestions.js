/** What the library offers first: from what is true today, never from guessing at feelings. At most two, each with its reason. */

/**
 * @typedef {object} Facts
 * @property {{practice: string, mode: string}|null} underWay @property {string|null} invited practice @property {readonly {practice: string, record: string}[]} waiting sessions in own time where it is this person's turn
 * @property {number|null} pausedUntilMs @property {{at: number}|null} turnOwed the other listened and was not heard since @property {string|null} topic parked, the oldest
 * @property {boolean} hasSky this person said their sky today @property {boolean} hasPair @property {(offer: string) => boolean} isWelcome not declined
 *
 * @typedef {{practice: string, place: string, reason: string, args: Readonly<Record<string, string|number>>, isAction: boolean, offer: string|null}} Suggestion
 *   `offer`: it comes unasked, and can be declined for good; `reason` is a message id; `at` and `until` in `args` are ms
 */

const MOST = 2;

/** @param {Facts} facts @returns {Suggestion[]} most urgent first */
export function suggestions(facts) {
  /** @type {Suggestion[]} */ const found = [];
  const add = (
    /** @type {string} */ practice,
    /** @type {string} */ place,
    /** @type {string} */ reason,
    /** @type {Record<string, string|number>} */ args = {},
    isAction = false,
  ) => found.push({ practice, place, reason: `practices-now-${reason}`, args, isAction, offer: null });
  const offer = (
    /** @type {string} */ id,
    /** @type {string} */ practice,
    /** @type {string} */ place,
    /** @type {Record<string, string|number>} */ args = {},
  ) => facts.isWelcome(id) && found.push({ practice, place, reason: `practices-now-${id}`, args, isAction: false, offer: id });
  if (facts.pausedUntilMs !== null) add('pause-in-conflict', '#/pause', 'pause', { until: facts.pausedUntilMs }, true);
  if (facts.invited) add(facts.invited, '#/live', 'invited');
  if (facts.underWay) add(facts.underWay.practice, '#/live', 'under-way', {}, true);
  for (const { practice, record } of facts.waiting) add(practice, `#/live/own/${record}`, 'your-turn');
  if (facts.pausedUntilMs === null && facts.hasPair) {
    if (facts.turnOwed) offer('turn-owed', 'deep-listening', '#/live/deep-listening', { at: facts.turnOwed.at });
    if (facts.topic) offer('topic', 'structured-listening', '#/live/structured-listening', { topic: facts.topic });
  }
  if (!facts.hasSky) offer('check-in', 'daily-check-in', '#/check-in');
  return found.slice(0, MOST);
}
