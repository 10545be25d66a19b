/**
 * Joins the modules of web/, and the sentences of Today, into the few files that phones load, web/packs/, and changes nothing else about
 * them: no minifying, comments stay.
 *
 * `node tools/packs.mjs` writes them; with `--check` it only says whether those that are there are what the sources make. WEB=folder: of a copy.
 * Rollup does it. What we decide is which modules travel together: `main` is what the first screen of all needs, `today` what those who
 * have begun see first; the rest comes by the screen or the practice that asks for it. docs/decisions/modules-travel-in-packs.md tells why.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rollup } from 'rollup';

const web = resolve(process.env['WEB'] ?? fileURLToPath(new URL('../web', import.meta.url)));
const packs = join(web, 'packs');
const FIRST = ['main.js', 'ui/screens/welcome-screen.js'];
const TODAY = ['ui/screens/today-screen.js', 'app/together.js', 'app/space.js', 'app/photos.js', 'app/pairing.js'];
const WORKER = 'ahead-worker.js';
/** Smaller ones are joined with those that are loaded with them, where that loads nothing in vain. */
const LEAST_BYTES = 30_000;

/** @param {string} input a module that others hang from */
const read = (input) =>
  rollup({
    input: join(web, input),
    external: ['crypto'], // a vendored library asks for Node's where there is no WebCrypto
    onLog: (level, log) => {
      if (level === 'warn') throw new Error(log.message);
    },
  });

/** @type {import('rollup').OutputOptions} */
const asIs = {
  format: 'es',
  generatedCode: 'es2015',
  minifyInternalExports: false,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
};

/** @type {Map<string, string>} the pack of a module */ const packOf = new Map();

/** A module goes with what it imports, unless that has a pack already. @param {string} id @param {string} pack @param {import('rollup').GetModuleInfo} getModuleInfo */
function travelWith(id, pack, getModuleInfo) {
  if (packOf.has(id)) return;
  packOf.set(id, pack);
  for (const imported of getModuleInfo(id)?.importedIds ?? []) travelWith(imported, pack, getModuleInfo);
}

const app = await (await read('main.js')).generate({
  ...asIs,
  experimentalMinChunkSize: LEAST_BYTES,
  hoistTransitiveImports: false,
  manualChunks: (id, { getModuleInfo }) => {
    for (const name of FIRST) travelWith(join(web, name), 'main', getModuleInfo);
    for (const name of TODAY) travelWith(join(web, name), 'today', getModuleInfo);
    return packOf.get(id);
  },
});
const worker = await (await read(WORKER)).generate(asIs); // shares nothing with the page: it must not wait for what the page waits for
const made = new Map(
  [...app.output, ...worker.output].map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
);

const { TODAY: AREAS } = await import(pathToFileURL(join(web, 'ui', 'areas.js')).href);
for (const language of await readdir(join(web, 'text'))) {
  const sentences = AREAS.map((/** @type {string} */ area) => readFile(join(web, 'text', language, `${area}.ftl`), 'utf8'));
  made.set(`today.${language}.ftl`, (await Promise.all(sentences)).join('\n'));
}

if (process.argv.includes('--check')) {
  const there = await readdir(packs);
  const stale = [];
  for (const name of new Set([...there, ...made.keys()]))
    if (!there.includes(name) || made.get(name) !== (await readFile(join(packs, name), 'utf8'))) stale.push(name);
  if (stale.length > 0) {
    console.error(`web/packs is not what the sources make (${stale.join(', ')}): run \`make packs\` and commit it.`);
    process.exit(1);
  }
  console.log(`packs: the ${made.size} files are what the sources make`);
} else {
  await rm(packs, { recursive: true, force: true });
  await mkdir(packs);
  for (const [name, code] of made) await writeFile(join(packs, name), code);
  console.log(`packs: ${made.size} files`);
}
