/**
 * Questions about a line: words that are wide, or that ask for less than they could, are met with a question and never refused. Which words, and in
 * which order they are looked for, is data of the language (text/<language>/content/gentle.json).
 */

/**
 * @typedef {object} Rule
 * @property {string} id its question is the message `gentle-<id>` @property {readonly string[]} [words] words and turns of phrase
 * @property {readonly string[]} [except] turns of phrase in which they mean something else @property {number} [fewerThan] words in all
 * @typedef {Readonly<Record<string, readonly Rule[]>>} Lists
 */

const NOT_IN_A_WORD = ['(?<![\\p{L}\\p{N}\\p{M}-])', '(?![\\p{L}\\p{N}\\p{M}-])'];

/** @param {string} line @param {readonly string[]} words @returns {string} without them */
const without = (line, words) => words.reduce((left, word) => left.replace(patternOf(word), ' '), line);

/** @param {string} word @returns {RegExp} the whole of it, whatever the case and the apostrophe */
const patternOf = (word) =>
  new RegExp(
    NOT_IN_A_WORD.join(
      word
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "['’]")
        .replace(/ /g, '\\s+'),
    ),
    'iu',
  );

/** @param {readonly Rule[]} rules @param {string} line @returns {string|null} the id of the first that asks */
export function questionAbout(rules, line) {
  const text = line.trim();
  if (text === '') return null;
  const asks = (/** @type {Rule} */ { words = [], except = [], fewerThan = 0 }) => {
    const said = without(text, except);
    return words.some((word) => patternOf(word).test(said)) || text.split(/\s+/).length < fewerThan;
  };
  return rules.find((rule) => asks(rule))?.id ?? null;
}
