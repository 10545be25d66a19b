/**
 * "Save a readable copy": one HTML page and one JSON file with everything this person can read. Nothing leaves the phone: the files
 * are made here and handed to the person.
 */

/**
 * @typedef {{title: string, meta: string, private: boolean, lines: Array<{label: string, text: string}>}} Page one thing to read
 * @typedef {{heading: string, pages: Page[]}} Chapter
 */

const ESCAPES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
:root{color-scheme:light dark;font:112.5%/1.55 Georgia,serif;background:light-dark(#f6f3ec,#12191e);color:light-dark(#1f2a33,#eef1ec)}
body{max-inline-size:38rem;margin:3rem auto;padding-inline:1.25rem}h1,h2,h3{font-weight:400;line-height:1.25}h1{border-block-end:1.5px solid}
article{margin-block:1.5rem;padding:1rem 1.25rem;border:1.5px solid light-dark(#dcd5c6,#2d3a43);border-radius:1.25rem}article[data-for=me]{border-style:dashed}
small,dt{font:500 .8125rem/1.4 system-ui,sans-serif;opacity:.85}dd{margin:0 0 .75rem;white-space:pre-wrap}`;

/**
 * @param {object} copy
 * @param {string} copy.lang BCP 47
 * @param {'ltr'|'rtl'} copy.dir
 * @param {string} copy.title
 * @param {string} copy.note what this file is, and that it is not sealed
 * @param {Chapter[]} copy.chapters
 * @returns {string} a whole HTML document that loads nothing
 */
export function readableHtml({ lang, dir, title, note, chapters }) {
  const page = (/** @type {Page} */ { title: heading, meta, private: mine, lines }) =>
    `<article data-for="${mine ? 'me' : 'us'}"><h3>${escaped(heading)}</h3><small>${escaped(meta)}</small><dl>${lines
      .map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`)
      .join('')}</dl></article>`;
  const body = chapters.map(({ heading, pages }) => `<section><h2>${escaped(heading)}</h2>${pages.map(page).join('')}</section>`).join('');
  return `<!doctype html><html lang="${escaped(lang)}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style>
<body><h1>${escaped(title)}</h1><p>${escaped(note)}</p>${body}</body></html>`;
}
