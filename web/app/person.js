/**
 * What a person says of themselves in a pair's space: a record of type `person` with fields only they write.
 */
import { plainName, RELATIONSHIPS } from '../core/people.js';

export const TYPE = 'person';

/**
 * @typedef {'partner'|'friend'|'family'} Relationship what the other is to this person
 * @typedef {{person: number, name: string, relationship: Relationship, release: string|null}} Person
 */

/** @param {number} number 1 partner, 2 friend, 3 family @returns {Relationship} */
export const relationshipOf = (number) => /** @type {Relationship} */ (RELATIONSHIPS[number - 1] ?? 'friend');

/**
 * @param {import('./space.js').Space} space @param {number} person @param {string} record hex
 * @param {{name: string, relationship: Relationship}} said while pairing; stands until the record is here
 * @returns {Person}
 */
export function readPerson(space, person, record, said) {
  const fields = space.record(record)?.byPerson.get(person);
  const name = fields?.get('name')?.value;
  const relationship = fields?.get('relationship')?.value;
  const release = fields?.get('release')?.value;
  return {
    person,
    name: plainName(name) || plainName(said.name) || '?',
    relationship: typeof relationship === 'number' ? relationshipOf(relationship) : said.relationship,
    release: typeof release === 'string' ? release : null,
  };
}
