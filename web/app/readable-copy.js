/**
 * "Save a readable copy": one HTML page and one JSON file with everything this person can read, and the photos that are on this phone. Nothing leaves
 * the phone: the files are made here and handed to the person. They are made in parts, so that no more than one photo is in memory at a time.
 */

/**
 * @typedef {{who: string, label: string, text: string, photo?: globalThis.Blob|null}} Line `photo` its bytes as base64, of a line that is one and has come to this phone
 * @typedef {{title: string, meta: string, isOnlyMe: boolean, lines: readonly Line[]}} Page one thing to read
 * @typedef {{id: string, heading: string, pages: readonly Page[]}} Chapter
 * @typedef {string|globalThis.Blob} Part of a file
 */

const JPEG = 'data:image/jpeg;base64,';
/** A multiple of three bytes is whole characters of base64. */
const STEP_BYTES = 3 * 8192;

/** Where it does not fill memory: a browser may keep what is in a Blob on its disk. @param {Uint8Array} bytes @returns {globalThis.Blob} base64 */
export function base64Blob(bytes) {
  const steps = [];
  for (let at = 0; at < bytes.length; at += STEP_BYTES) steps.push(btoa(String.fromCharCode(...bytes.subarray(at, at + STEP_BYTES))));
  return new Blob(steps);
}

const ESCAPES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
:root{color-scheme:light dark;font:112.5%/1.55 Georgia,serif;background:light-dark(#f6f3ec,#12191e);color:light-dark(#1f2a33,#eef1ec)}
body{max-inline-size:38rem;margin:3rem auto;padding-inline:1.25rem}h1,h2,h3{font-weight:400;line-height:1.25}h1{border-block-end:1.5px solid}
article{margin-block:1.5rem;padding:1rem 1.25rem;border:1.5px solid light-dark(#dcd5c6,#2d3a43);border-radius:1.25rem}article[data-for=me]{border-style:dashed}
img{display:block;max-inline-size:100%;block-size:auto;border-radius:.75rem;margin-block-end:.25rem}
small,dt{font:500 .8125rem/1.4 system-ui,sans-serif;opacity:.85}dd{margin:0 0 .75rem;white-space:pre-wrap}`;

/** @param {Line} line @returns {Generator<Part>} */
function* lineHtml({ who, label, text, photo }) {
  yield `<dt>${escaped([who, label].filter(Boolean).join(' · '))}</dt><dd>`;
  if (photo) {
    yield `<img alt="${escaped(text)}" src="${JPEG}`;
    yield photo;
    yield '">';
  }
  yield `${escaped(text)}</dd>`;
}

/**
 * @param {object} copy
 * @param {string} copy.lang BCP 47
 * @param {'ltr'|'rtl'} copy.dir
 * @param {string} copy.title
 * @param {string} copy.note what this file is, and that it is not sealed
 * @param {readonly Chapter[]} copy.chapters
 * @returns {Generator<Part>} a whole HTML document that loads nothing
 */
export function* readableHtml({ lang, dir, title, note, chapters }) {
  yield `<!doctype html><html lang="${escaped(lang)}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style>
<body><h1>${escaped(title)}</h1><p>${escaped(note)}</p>`;
  for (const { id, heading, pages } of chapters) {
    yield `<section id="${id}"><h2>${escaped(heading)}</h2>`;
    for (const page of pages) {
      yield `<article data-for="${page.isOnlyMe ? 'me' : 'us'}">${page.title ? `<h3>${escaped(page.title)}</h3>` : ''}<small>${escaped(page.meta)}</small><dl>`;
      for (const line of page.lines) yield* lineHtml(line);
      yield '</dl></article>';
    }
    yield '</section>';
  }
  yield '</body></html>';
}

/**
 * The same as data: photos stand at the end, by the names that lines give them.
 * @param {object} copy
 * @param {Readonly<Record<string, unknown>>} copy.about @param {readonly Chapter[]} copy.chapters
 * @returns {Generator<Part>} of a JSON document
 */
export function* readableJson({ about, chapters }) {
  /** @type {globalThis.Blob[]} */ const photos = [];
  const named = (/** @type {Line} */ { photo, ...line }) => (photo ? { ...line, photo: `photo-${photos.push(photo)}` } : line);
  const all = chapters.map(({ pages, ...chapter }) => ({
    ...chapter,
    pages: pages.map((page) => ({ ...page, lines: page.lines.map(named) })),
  }));
  yield JSON.stringify({ ...about, chapters: all }, null, 2).replace(/\n\}$/, ',\n  "photos": {');
  for (const [i, photo] of photos.entries()) {
    yield `${i > 0 ? ',' : ''}\n    "photo-${i + 1}": "${JPEG}`;
    yield photo;
    yield '"';
  }
  yield '}\n}\n';
}
