/**
 * Makes web/vendor/*.js: one ES module per library, minified, from the packages pinned in package-lock.json.
 * `make vendor` runs it; what it makes is committed, so that running Attune needs no Node. vendor.lock.json tells what is in each file.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const here = new URL('./', import.meta.url);
const root = new URL('../../', import.meta.url);

/** file -> [packages whose versions and licences count, source] */
const LIBRARIES = {
  'lit.js': [
    ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
    `export { LitElement, html, svg, render, nothing, noChange } from 'lit';
     export { repeat } from 'lit/directives/repeat.js';
     export { live } from 'lit/directives/live.js';
     export { ref, createRef } from 'lit/directives/ref.js';
     export { classMap } from 'lit/directives/class-map.js';
     export { ifDefined } from 'lit/directives/if-defined.js';
     export { keyed } from 'lit/directives/keyed.js';
     export { directive, Directive } from 'lit/directive.js';`,
  ],
  'fluent.js': [['@fluent/bundle'], `export { FluentBundle, FluentResource } from '@fluent/bundle';`],
  'idb.js': [['idb'], `export { openDB } from 'idb';`],
  'msgpack.js': [['@msgpack/msgpack'], `export { encode, decode } from '@msgpack/msgpack';`],
  'noble-ed25519.js': [['@noble/curves', '@noble/hashes'], `export { ed25519 } from '@noble/curves/ed25519.js';`],
  'hpke.js': [
    ['@hpke/core', '@hpke/hybridkem-x-wing', '@hpke/common', 'mlkem'],
    `export { CipherSuite, HkdfSha256, Aes256Gcm } from '@hpke/core'; export { XWing } from '@hpke/hybridkem-x-wing';`,
  ],
  'qr-encode.js': [['qr'], `export { default as encodeQR } from 'qr';`],
  'qr-decode.js': [['qr'], `export { default as decodeQR } from 'qr/decode.js';`],
};

const lock = {};
for (const [file, [packages, source]] of Object.entries(LIBRARIES)) {
  const made = await build({
    stdin: { contents: source, resolveDir: root.pathname, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    conditions: ['browser', 'production'],
  });
  const bytes = made.outputFiles[0].contents;
  await writeFile(new URL(file, here), bytes);
  const versions = {};
  for (const name of packages) {
    const { version, license } = JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, root), 'utf8'));
    versions[name] = { version, license };
  }
  lock[file] = { packages: versions, integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}` };
}
await writeFile(new URL('vendor.lock.json', here), `${JSON.stringify(lock, null, 2)}\n`);
console.log(`vendored ${Object.keys(lock).length} files`);
