/** Everything that is offered unasked: what it is, and why it comes. Each can be declined for good where it stands, and taken back under Us. */

/** What follows from a practice comes for one reason. */
const AFTER = Object.freeze([
  'act',
  'again',
  'breathe',
  'calendar',
  'card',
  'check-in',
  'deep',
  'listen',
  'memory',
  'moment',
  'request',
  'retreat',
  'revisit',
  'sign',
  'solve',
  'summary',
  'together',
]);

/** Message ids by offer. @type {Readonly<Record<string, {what: string, why: string}>>} */
export const OFFERS = Object.freeze({
  'turn-owed': { what: 'offer-turn-owed', why: 'offer-turn-owed-why' },
  topic: { what: 'offer-topic', why: 'offer-topic-why' },
  'check-in': { what: 'offer-check-in', why: 'offer-check-in-why' },
  'side-by-side': { what: 'offer-side-by-side', why: 'offer-side-by-side-why' },
  revisit: { what: 'offer-revisit', why: 'offer-revisit-why' },
  'look-again': { what: 'offer-look-again', why: 'offer-look-again-why' },
  mirror: { what: 'offer-mirror', why: 'offer-mirror-why' },
  'kept-lines': { what: 'offer-kept-lines', why: 'offer-kept-lines-why' },
  stuck: { what: 'offer-stuck', why: 'offer-stuck-why' },
  'reached-moment': { what: 'offer-reached-moment', why: 'offer-reached-moment-why' },
  ...Object.fromEntries(AFTER.map((kind) => [afterOffer(kind), { what: `offer-${afterOffer(kind)}`, why: 'offer-after-why' }])),
});

/** @param {string} kind of what may be carried on @returns {string} id of the offer */
export function afterOffer(kind) {
  return `after-${kind}`;
}
