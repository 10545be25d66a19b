/** What two people are to each other, in the order of their numbers in the protocol, from 1. */
export const RELATIONSHIPS = Object.freeze(['partner', 'friend', 'family']);
