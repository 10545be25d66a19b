/**
 * Makes web/ui/icons.js, web/ui/sky-art.js and web/ui/picture-icons.js from our own drawings (tools/icons) and Lucide (lucide-static, ISC).
 * What it makes is committed; `make vendor` runs it.
 */
import { readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const LUCIDE =
  `archive arrow-down arrow-left arrow-up bell check chevron-right circle-alert cloud-off copy door-open download ellipsis eye-off file-text footprints image info key-round lock
 message-circle-off music pencil plus scan-qr-code search send settings share-2 smartphone square square-plus trash-2 undo-2 user-round users-round x`.split(
    /\s+/,
  );

/** @param {string} svg @returns {string} what is inside, on one line */
const inside = (svg) =>
  svg
    .replace(/<!--.*?-->/gs, '')
    .replace(/^.*?<svg[^>]*>/s, '')
    .replace(/<\/svg>.*$/s, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>')
    .trim();

const own = (name) => readFile(new URL(`tools/icons/${name}.svg`, root), 'utf8');
const lucide = (name) => readFile(new URL(`node_modules/lucide-static/icons/${name}.svg`, root), 'utf8');

const table = (entries) => entries.map(([name, markup]) => `  '${name}': svg\`${markup}\`,`).join('\n');
const NOTE = '// Made by tools/sprites.mjs.';
const LICENCE = '// Icons not drawn for Attune are from Lucide, ISC licence, see web/ui/icons-licence.txt.';

const ours = [
  'mark-you',
  'mark-they',
  'mark-both',
  'place-today',
  'place-practice',
  'place-journal',
  'place-story',
  'place-us',
  'place-pause',
];
const skies = ['clear', 'breeze', 'still', 'overcast', 'fog', 'rain', 'wind', 'storm', 'changing', 'unsure'];
const icons = [];
for (const name of ours) icons.push([name, inside(await own(name))]);
for (const name of skies) icons.push([`sky-${name === 'unsure' ? 'cannot-tell' : name}`, inside(await own(`sky-${name}`))]);
for (const name of LUCIDE) icons.push([name, inside(await lucide(name))]);
await writeFile(
  new URL('web/ui/icons.js', root),
  `${NOTE}\n${LICENCE}\nimport { svg } from '../vendor/lit.js';\n\n/** @type {Readonly<Record<string, import('../vendor/lit.js').SVGTemplateResult>>} */\nexport const ICONS = Object.freeze({\n${table(icons)}\n});\n`,
);

const fields = await own('sky-fields');
const art = [...fields.matchAll(/<symbol id="(?:field-)?([a-z]+)"[^>]*>(.*?)<\/symbol>/gs)].map(([, name, markup]) => [name, markup]);
art.push([
  'ripples',
  '<g stroke="var(--sky-high)" stroke-width="1.4" stroke-linecap="round" opacity=".5"><path d="M40 215h44M196 214h38M250 217h60M340 213h30M120 216h26M206 204h16M226 198h18"/></g>',
]);
await writeFile(
  new URL('web/ui/sky-art.js', root),
  `${NOTE}\nimport { svg } from '../vendor/lit.js';\n\n/** Drawings on 390 x 220, the horizon at the bottom. @type {Readonly<Record<string, import('../vendor/lit.js').SVGTemplateResult>>} */\nexport const SKY_ART = Object.freeze({\n${table(art)}\n});\n`,
);

const { pictures } = JSON.parse(await readFile(new URL('web/text/en/content/pictures.json', root), 'utf8'));
const drawn = [];
for (const { icon } of pictures) drawn.push([icon, inside(await lucide(icon))]);
await writeFile(
  new URL('web/ui/picture-icons.js', root),
  `${NOTE}\n${LICENCE}\nimport { svg } from '../vendor/lit.js';\n\n/** The 64 pictures of pairing. @type {Readonly<Record<string, import('../vendor/lit.js').SVGTemplateResult>>} */\nexport const PICTURE_ICONS = Object.freeze({\n${table(drawn)}\n});\n`,
);
await writeFile(new URL('web/ui/icons-licence.txt', root), await readFile(new URL('node_modules/lucide-static/LICENSE', root), 'utf8'));
console.log(`drawn ${icons.length} icons, ${art.length} drawings, ${drawn.length} pictures`);
