/**
 * Every sentence a person reads, from Fluent files in web/text/<language>/<area>.ftl. The one piece of state a module of this app keeps:
 * the language of the page.
 *
 * `?lang=en-XA` shows every sentence accented and 40 % longer, `?lang=ar-XB` from right to left: to look at layouts until translations exist.
 */
import { timeOf } from '../core/day.js';
import { FluentBundle, FluentResource } from '../vendor/fluent.js';
import { TODAY } from './areas.js';

/** @typedef {Record<string, string|number|Date>} Args */

const LANGUAGES = ['en'];
const ACCENTED = new Map([...'aceinouyAEINOUY'].map((letter, i) => [letter, [...'àçéîñôûýÀÉÎÑÔÛÝ'][i] ?? letter]));

/** @param {string} text accented and longer by 40 %, in brackets so that cut ends are seen */
function lengthen(text) {
  const accented = [...text].map((letter) => ACCENTED.get(letter) ?? letter).join('');
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters ? `${accented}${'·'.repeat(Math.ceil(letters.length * 0.4))}` : text;
}

/** Forces right-to-left order on text that is not. @param {string} text */
const mirror = (text) => (/\p{L}/u.test(text) ? `\u202e${text}\u202c` : text);

/**
 * @param {object} world
 * @param {(path: string) => Promise<string>} world.read the text of a file of the app
 * @param {readonly string[]} world.wanted languages the person prefers, best first; pseudo-locales count
 */
export function createText({ read, wanted }) {
  const pseudo = wanted[0] === 'en-XA' || wanted[0] === 'ar-XB' ? wanted[0] : null;
  const language = wanted.map((tag) => tag.split('-')[0] ?? '').find((tag) => LANGUAGES.includes(tag)) ?? 'en';
  const transform = pseudo === 'en-XA' ? lengthen : pseudo === 'ar-XB' ? mirror : undefined;
  const bundle = new FluentBundle(language, { useIsolating: true, ...(transform ? { transform } : {}) });
  /** @type {Map<string, Promise<void>>} */ const files = new Map();
  /** @type {Map<string, Promise<any>>} */ const contents = new Map();

  /** @param {string} area */
  const fileOf = (area) => (TODAY.includes(area) ? `/packs/today.${language}.ftl` : `/text/${language}/${area}.ftl`);

  /** @param {string} file */
  const loadFile = async (file) => {
    const errors = bundle.addResource(new FluentResource(await read(file)));
    if (errors.length > 0) throw errors[0];
  };

  return {
    language,
    /** @type {'ltr'|'rtl'} */ direction: pseudo === 'ar-XB' ? 'rtl' : 'ltr',
    /** BCP 47 tag for dates and numbers */
    tag: wanted.find((tag) => tag.startsWith(language)) ?? language,

    /** @param {...string} names areas a screen needs; loaded once */
    async load(...names) {
      await Promise.all(
        names.map(fileOf).map((file) => {
          const loading = files.get(file) ?? loadFile(file);
          files.set(file, loading);
          loading.catch(() => files.delete(file)); // offline at the first start: the next visit tries again
          return loading;
        }),
      );
    },

    /** @param {'feelings'|'needs'|'questions'|'skies'|'pictures'|'helplines'|'values'|'gentle'} name @returns {Promise<any>} content data of this language */
    content(name) {
      const loading = contents.get(name) ?? read(`/text/${language}/content/${name}.json`).then(JSON.parse);
      contents.set(name, loading);
      loading.catch(() => contents.delete(name));
      return loading;
    },

    /**
     * @param {string} id @param {Args} [args] @returns {string} without the invisible marks around arguments when the page's direction needs none
     */
    t(id, args = {}) {
      const message = bundle.getMessage(id);
      if (!message?.value) return '';
      /** @type {Error[]} */ const errors = [];
      const text = bundle.formatPattern(message.value, args, errors);
      return text.replace(/[\u2068\u2069]/g, (mark) => (pseudo === 'ar-XB' ? mark : ''));
    },

    /** @param {string} id */
    has: (id) => bundle.hasMessage(id),
  };
}

/** @typedef {ReturnType<typeof createText>} Text */

/** @type {Text|null} */
let current = null;

/** Called once by main.js before the first screen. @param {Text} text */
export function useText(text) {
  current = text;
}

/** @returns {Text} */
export function text() {
  if (!current) throw new Error('no language yet');
  return current;
}

/** @param {string} id @param {Args} [args] @returns {string} */
export const t = (id, args) => text().t(id, args);

/** @type {Map<string, Intl.DateTimeFormat>} to make one takes longer than to use it a hundred times */
const formats = new Map();

/** @param {number} ms @param {Intl.DateTimeFormatOptions} options @returns {string} */
function formatted(ms, options) {
  const key = JSON.stringify([text().tag, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(text().tag, options);
  formats.set(key, format);
  return format.format(timeOf(ms));
}

/** @param {number} ms @returns {string} `20:40` as this person writes it */
export const clockTime = (ms) => formatted(ms, { hour: 'numeric', minute: '2-digit' });

/** @param {number} ms @returns {string} `Tuesday 24 November`, with the year when it is not this one */
export function longDate(ms) {
  const isThisYear = new Date(timeOf(ms)).getFullYear() === new Date().getFullYear();
  return formatted(ms, { weekday: 'long', day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) });
}

/**
 * @param {number} ms @param {{isFar?: boolean}} [how] `isFar`: it may be weeks away, so with the date
 * @returns {string} `14:26` today, else `Wednesday 14:26`
 */
export function timeAhead(ms, { isFar = false } = {}) {
  const isToday = new Date(timeOf(ms)).toDateString() === new Date().toDateString();
  const date = isFar ? /** @type {const} */ ({ day: 'numeric', month: 'long' }) : {};
  return isToday ? clockTime(ms) : formatted(ms, { weekday: 'long', ...date, hour: 'numeric', minute: '2-digit' });
}

/** @param {number} ms @returns {string} `23 Nov 2026` */
export const shortDate = (ms) => formatted(ms, { day: 'numeric', month: 'short', year: 'numeric' });

/** @param {number} ms @returns {string} `Mon` */
export const weekday = (ms) => formatted(ms, { weekday: 'short' });

/** @param {readonly string[]} words @returns {string} `tender, worn down` */
export const listed = (words) => words.join(text().direction === 'rtl' ? '، ' : ', ');
