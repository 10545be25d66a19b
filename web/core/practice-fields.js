/** The fields of a practice: which belong to a phase, what may stand in them, and how what comes from the other phone is read. */

/**
 * @typedef {import('./practice.js').FieldValue} FieldValue @typedef {import('./practice.js').Answers} Answers
 * @typedef {import('./practice-schema.js').Practice} Practice @typedef {import('./practice-schema.js').Phase} Phase @typedef {import('./practice-schema.js').Field} Field
 */

const MAX_MARKED = 128;
const MAX_WORD = 60;
const MAX_NAME = 100;

/** @param {Practice} practice @param {Phase} phase @returns {readonly Field[]} */
export function fieldsOf(practice, phase) {
  const names = [...(phase.fields ?? []), ...(phase.otherFields ?? []), ...(phase.steps ?? []).flatMap((step) => step.fields ?? [])];
  return practice.fields.filter((field) => names.includes(field.name));
}

/** @param {unknown} value nothing is written here */
export const isBlank = (value) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** The result of a rule that names one of many, or `none`. @param {unknown} value */
const isName = (value) => typeof value === 'string' && value.length <= MAX_NAME;

/** @param {string} text @returns {number} code points */
const lengthOf = (text) => [...text].length;

/** @param {Field} field @param {unknown} value @returns {value is FieldValue} */
export function fitsField(field, value) {
  const isLine = (/** @type {unknown} */ each, /** @type {number} */ most) => typeof each === 'string' && lengthOf(each) <= most;
  switch (field.kind) {
    case 'choice':
      return Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
    case 'words':
    case 'needs':
      return Array.isArray(value) && value.length <= field.max && value.every((each) => isLine(each, MAX_WORD));
    case 'lines':
      return Array.isArray(value) && value.length <= (field.count ?? 1) && value.every((each) => isLine(each, field.max));
    case 'marks':
      return (
        Array.isArray(value) &&
        value.length <= MAX_MARKED &&
        value.every(
          (each) => Array.isArray(each) && each.length === 2 && isLine(each[0], MAX_NAME) && Number.isSafeInteger(each[1]) && each[1] >= 0,
        )
      );
    default:
      return (
        isLine(value, Math.max(field.max, 40)) ||
        typeof value === 'boolean' ||
        (Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0)
      );
  }
}

/** What the other shared; what this practice does not know, or does not fit, is left out. @param {Practice} practice @param {Readonly<Record<string, unknown>>} said @returns {Record<string, FieldValue>} */
export function readFields(practice, said) {
  const shown = practice.fields.filter(
    ({ name, privateUntil }) => said[name] !== undefined && privateUntil !== 'always' && privateUntil !== 'blind',
  );
  return Object.fromEntries(
    shown.flatMap((field) => {
      const value = said[field.name];
      return fitsField(field, value) ? [[field.name, value]] : [];
    }),
  );
}

/** Blind answers, or their results. @param {Practice} practice @param {Readonly<Record<string, unknown>>} said @returns {Answers} */
export function readAnswers(practice, said) {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, answer]) => {
      const field = practice.fields.find((each) => each.name === name);
      if (field?.privateUntil !== 'blind' || !Array.isArray(answer) || answer.length !== 2) return [];
      const [serial, value] = answer;
      return Number.isSafeInteger(serial) && serial >= 0 && (isName(value) || fitsField(field, value)) ? [[name, [serial, value]]] : [];
    }),
  );
}
