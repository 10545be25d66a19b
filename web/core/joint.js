/**
 * What two blind answers make together. Each rule is a function of both answers alike, so that the result never says whose was which; where it
 * can still be guessed (the smaller wish is not mine, so it is theirs) the screen says so.
 */

/** @typedef {import('./practice-schema.js').Field} Field @typedef {import('./practice.js').FieldValue} FieldValue */
/** @typedef {readonly (readonly [string, number])[]} Marks what is marked, with its mark, sorted by name */

/** Between two choices that both stand. */
export const EITHER = '+';

/** @param {unknown} value @returns {Map<string, number>} */
const marksIn = (value) => new Map(Array.isArray(value) ? value.filter((each) => Array.isArray(each) && each.length === 2) : []);

/** Of one line: 0 both love it, 1 both can live with it, 2 no opinion yet, 3 not now. @param {number|undefined} a @param {number|undefined} b */
function groupOf(a, b) {
  if (a === 2 || b === 2) return 3;
  if (a === undefined || b === undefined) return 2;
  return a === 0 && b === 0 ? 0 : 1;
}

/** @param {FieldValue} a @param {FieldValue} b @returns {Marks} */
function groups(a, b) {
  const [mine, theirs] = [marksIn(a), marksIn(b)];
  const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort();
  return names.map((name) => [name, groupOf(mine.get(name), theirs.get(name))]);
}

/** @param {FieldValue} a @param {FieldValue} b @returns {Marks} */
function highest(a, b) {
  const [mine, theirs] = [marksIn(a), marksIn(b)];
  const names = [...new Set([...mine.keys(), ...theirs.keys()])].sort();
  return names.map((name) => [name, Math.max(mine.get(name) ?? 0, theirs.get(name) ?? 0)]);
}

/**
 * @param {Field} field blind. `least`: the smaller wish, the one nearer to `otherwise`; `same`: the choice both made, else `none`; `best`: the name of
 *   what both would gladly do, else of what both can, else `none`; `groups`: marks, each with its group; `either`: the choice both made, else both choices
 *   in the order of the list; `chosen`: the name that both marked first of all, else `none`;
 *   `any`: marks, each the higher of both; `both`: what both marked first of all, in the order of the names, each with its place from 0
 * @param {FieldValue} a @param {FieldValue} b in any order @param {number} seed of the session
 * @returns {FieldValue}
 */
export function jointValue(field, a, b, seed) {
  switch (field.joint) {
    case 'least':
      return leastOf(field, Number(a), Number(b), seed);
    case 'best': {
      const found = groups(a, b);
      return (found.find(([, group]) => group === 0) ?? found.find(([, group]) => group === 1) ?? ['none'])[0];
    }
    case 'either':
      return a === b ? a : [Number(a), Number(b)].sort((x, y) => x - y).join(EITHER);
    case 'chosen':
      return (groups(a, b).find(([, group]) => group === 0) ?? ['none'])[0];
    case 'any':
      return /** @type {any} */ (highest(a, b));
    case 'both':
      return /** @type {any} */ (
        groups(a, b)
          .filter(([, group]) => group === 0)
          .map(([name], place) => [name, place])
      );
    case 'groups':
      return /** @type {any} */ (groups(a, b));
    default:
      return a === b ? a : 'none';
  }
}

/** Now and then less than both wished, so that the result names nobody. @param {Field} field @param {number} a @param {number} b @param {number} seed */
function leastOf({ otherwise = 0, less = 0 }, a, b, seed) {
  const least = Math.abs(a - otherwise) < Math.abs(b - otherwise) ? a : b;
  return less > 0 && seed % less === 0 ? least + Math.sign(otherwise - least) : least;
}
