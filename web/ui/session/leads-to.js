/** Where a row of what may be carried on leads at once. What it does not lead to is carried. */

/** What a row leads to at once, in place of being carried. */
export const OPENS = Object.freeze(
  /** @type {Record<string, string>} */ ({
    listen: 'structured-listening',
    deep: 'deep-listening',
    breathe: 'physical-synchrony',
    solve: 'shared-problem-solving',
    together: 'praise-plus-together',
  }),
);
/** What a row leads to in a place of the app, which knows the session. @type {Readonly<Record<string, string>>} */
export const PLACES = Object.freeze({ yes: 'wishes' });
