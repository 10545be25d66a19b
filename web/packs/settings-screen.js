import { Screen, d, head, t, icon, qt, textField, plainName, mark, shortDate, segments, switchRow, notice, noonOf, longDate, clockTime, text, hex } from './main.js';
import { troubleNotice, syncNotice, dock, syncLine, OFFERS, openedDay, phraseText, whereText, isOut, answerTo, LINES, isSealed, titleOf, whenOf, againOf, readOwn, valueCard, skyName, wordsText, PRACTICE_IDS, loadVocabulary, loadValues } from './today.js';
import { boardFrom, loadPastWords } from './thanks-page.js';

const RELATIONSHIPS = /** @type {const} */ (['partner', 'friend', 'family']);

/** Us: who, this phone, how it feels, who can read what, and the way out. */
class SettingsScreen extends Screen {
  static properties = {
    ...Screen.properties,
    name: { state: true },
    note: { state: true },
    storage: { state: true },
    isErasing: { state: true },
    asked: { state: true },
  };

  constructor() {
    super();
    this.name = '';
    this.note = '';
    /** @type {{persisted: boolean|null, usageBytes: number|null, quotaBytes: number|null}|null} */ this.storage = null;
    this.isErasing = false;
    /** @type {boolean|null} */ this.asked = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.name = this.app.attune.me?.name ?? '';
    void this.app.storageState().then((storage) => (this.storage = storage));
  }

  render() {
    if (this.isErasing) return this.#erasing();
    const { attune } = this.app;
    return qt`
      <main class="screen">
        <div class="page settings">
          ${head(t('settings-title'))}
          ${troubleNotice(this.app)} ${syncNotice(attune.sync)}
          ${this.#you()} ${this.#together()} ${this.#thisPhone()} ${this.#way()} ${this.#declined()} ${this.#whoReads()} ${this.#copy()} ${this.#about()}
          <button class="btn stop wide line" @click=${() => this.#ask(true)}>${icon('trash-2')}${t('settings-erase')}</button>
          ${this.note ? qt`<p class="label toast" role="status">${this.note}</p>` : d}
        </div>
        ${dock('settings')}
      </main>
    `;
  }

  #you() {
    const { attune } = this.app;
    return qt`
      <h2 class="section">${t('settings-you')}</h2>
      <div class="card">
        ${textField({ id: 'name', label: t('settings-your-name'), value: this.name, max: 40, autocomplete: 'given-name', input: (value) => (this.name = value) })}
        ${plainName(this.name) && this.name !== attune.me?.name ? qt`<button class="btn soft" @click=${() => this.#rename()}>${t('settings-save')}</button>` : d}
      </div>
    `;
  }

  #together() {
    const { attune } = this.app;
    const { pair } = attune;
    const earlier = attune.pairs.filter(({ isCurrent }) => !isCurrent);
    if (!pair)
      return qt`<h2 class="section">${t('settings-together')}</h2><a class="btn primary big wide" href="#/invite">${mark('both')}${t('settings-invite')}</a>`;
    return qt`
      <h2 class="section">${t('settings-together')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('users-round')}</span><span class="what"><b>${t('settings-with', { name: pair.them.name })}</b><span class="label soft">${t('settings-since', { date: shortDate(pair.pairedAt) })}</span></span></li>
        <li><a class="rowlink" href="#/jar"><span class="lead-icon">${icon('archive')}</span><span class="what"><b>${t('jar-title')}</b><span class="label soft">${t('jar-small')}</span></span>${icon('chevron-right')}</a></li>
        <li><a class="rowlink" href="#/invite"><span class="lead-icon">${icon('smartphone')}</span><span class="what"><b>${t('settings-pair-again')}</b><span class="label soft">${t('settings-pair-again-small')}</span></span>${icon('chevron-right')}</a></li>
      </ul>
      <div class="card">
        <p class="label">${t('settings-relationship', { name: pair.them.name })}</p>
        ${segments({ label: t('settings-relationship', { name: pair.them.name }), value: pair.me.relationship, options: RELATIONSHIPS.map((value) => ({ value, label: t(`relationship-${value}`) })), pick: (value) => void attune.attempt(() => attune.setRelationship(value)) })}
      </div>
      ${
        earlier.length > 0
          ? qt`<h2 class="section">${t('settings-earlier')}</h2>
            <ul class="rows">${earlier.map((each) => qt`<li><span class="lead-icon">${icon('door-open')}</span><span class="what"><b>${t('settings-with', { name: each.them.name })}</b><span class="label soft">${t('settings-since', { date: shortDate(each.pairedAt) })}. ${t('settings-earlier-small')}</span></span><button class="btn soft" @click=${() => void attune.choosePair(each.id)}>${t('settings-use')}</button></li>`)}</ul>`
          : d
      }
    `;
  }

  #thisPhone() {
    const { install, attune } = this.app;
    const { storage } = this;
    const kept = storage?.persisted === null || !storage ? 'unknown' : storage.persisted ? 'yes' : 'no';
    return qt`
      <h2 class="section">${t('settings-this-phone')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('smartphone')}</span><span class="what"><b>${t('settings-sync')}</b><span class="label soft">${syncLine(attune.sync)}</span></span></li>
        <li>
          <span class="lead-icon">${icon('lock')}</span>
          <span class="what"><b>${t('settings-storage')}</b><span class="label soft">${t(`settings-storage-${kept}`)} ${storage?.usageBytes ? t('settings-storage-used', { size: sizeText(storage.usageBytes) }) : d}</span>
            ${kept === 'no' ? qt`<button class="btn text" @click=${() => this.#persist()}>${t('settings-storage-ask')}</button>` : d}
            ${this.asked === false ? qt`<span class="label" role="status">${t('settings-storage-refused')}</span>` : d}
          </span>
        </li>
        <li><span class="lead-icon">${icon('key-round')}</span><span class="what"><b>${t('settings-key')}</b><span class="label soft">${t(attune.areKeysHeld ? 'settings-key-held' : 'settings-key-raw')}</span></span></li>
        <li>
          ${install.installed() ? qt`<span class="lead-icon">${icon('check')}</span><span class="what">${t('settings-installed')}</span>` : qt`<a class="rowlink" href="#/install"><span class="lead-icon">${icon('square-plus')}</span><span class="what"><b>${t('settings-install')}</b></span>${icon('chevron-right')}</a>`}
        </li>
      </ul>
    `;
  }

  #way() {
    const { attune } = this.app;
    const p = attune.preferences;
    const set = (/** @type {any} */ key, /** @type {any} */ value) => void attune.attempt(() => attune.setPreference(key, value));
    return qt`
      <h2 class="section">${t('settings-way')}</h2>
      <div class="card">
        <p class="label">${t('settings-theme')}</p>
        ${segments({ label: t('settings-theme'), value: p.theme, options: /** @type {const} */ (['system', 'light', 'dark']).map((value) => ({ value, label: t(`settings-theme-${value}`) })), pick: (value) => set('theme', value) })}
        <p class="label">${t('settings-timers')}</p>
        ${segments({ label: t('settings-timers'), value: p.timers, options: /** @type {const} */ (['short', 'usual', 'long', 'none']).map((value) => ({ value, label: t(`settings-timers-${value}`) })), pick: (value) => set('timers', value) })}
        ${switchRow({
          id: 'sound',
          label: t('settings-sound'),
          small: t('settings-sound-small'),
          isOn: p.sound,
          toggle: () => {
            if (!p.sound) this.app.cues.play('tone', { sound: true, vibration: false });
            set('sound', !p.sound);
          },
        })}
        ${switchRow({ id: 'vibration', label: t('settings-vibration'), small: t('settings-vibration-small'), isOn: p.vibration, toggle: () => set('vibration', !p.vibration) })}
        ${switchRow({ id: 'eyes', label: t('settings-eyes'), small: t('settings-eyes-small'), isOn: p.eyeContact, toggle: () => set('eyeContact', !p.eyeContact) })}
        ${attune.pair ? switchRow({ id: 'kind-words', label: t('settings-kind-words'), small: t('settings-kind-words-small'), isOn: p.kindWords, toggle: () => set('kindWords', !p.kindWords) }) : d}
        ${attune.pair ? switchRow({ id: 'stone-a-month', label: t('settings-stone-a-month'), small: t('settings-stone-a-month-small'), isOn: p.stoneAMonth, toggle: () => set('stoneAMonth', !p.stoneAMonth) }) : d}
        ${attune.pair ? switchRow({ id: 'stone-first', label: t('settings-stone-first'), small: t('settings-stone-first-small'), isOn: p.stoneFirst, toggle: () => set('stoneFirst', !p.stoneFirst) }) : d}
      </div>
    `;
  }

  /** What this person wants to be offered no more; each can be taken back. */
  #declined() {
    const { attune } = this.app;
    const declined = attune.offers.declined().flatMap((id) => (OFFERS[id] ? [{ id, what: t(OFFERS[id].what) }] : []));
    if (declined.length === 0) return d;
    return qt`
      <h2 class="section">${t('offers-title')}</h2>
      <p class="label soft">${t('offers-small')}</p>
      <ul class="rows">${declined.map(({ id, what }) => qt`<li><span class="what">${what}</span><button class="btn soft" aria-label=${t('offers-again-this', { what })} @click=${() => void attune.attempt(() => attune.offers.takeBack(id))}>${t('offers-again')}</button></li>`)}</ul>
    `;
  }

  #whoReads() {
    const { pair } = this.app.attune;
    return qt`
      <h2 class="section">${t('settings-who-reads')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('lock')}</span><span class="what">${t('settings-who-me')}</span></li>
        ${pair ? qt`<li><span class="lead-icon">${icon('users-round')}</span><span class="what">${t('settings-who-us', { name: pair.them.name })}</span></li>` : d}
        <li><span class="lead-icon">${icon('eye-off')}</span><span class="what">${t('settings-who-server')}</span></li>
        <li><a class="rowlink" href="#/server-sees"><span class="lead-icon">${icon('info')}</span><span class="what"><b>${t('settings-who-more')}</b></span>${icon('chevron-right')}</a></li>
      </ul>
    `;
  }

  #copy() {
    return qt`
      <div class="card flat">
        <b>${t('settings-copy')}</b>
        <p class="label soft">${t('settings-copy-small')}</p>
        <button class="btn line" @click=${() => this.#save()}>${icon('download')}${t('settings-copy')}</button>
      </div>
    `;
  }

  #about() {
    const { attune } = this.app;
    const { pair, release } = attune;
    const theirs = pair?.them.release ?? null;
    const id = theirs === null ? 'unknown' : theirs === release ? 'same' : 'other';
    return qt`
      <h2 class="section">${t('settings-about')}</h2>
      <ul class="rows">
        <li><span class="lead-icon">${icon('info')}</span><span class="what"><b>${t('settings-release')}</b>
          <code class="fingerprint">${release ? release.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ') : ''}</code>
          ${pair ? qt`<span class="label soft">${t(`settings-release-${id}`, { name: pair.them.name })}</span>` : d}</span></li>
        <li><span class="lead-icon">${icon('file-text')}</span><span class="what">${t('settings-licence')}</span></li>
      </ul>
    `;
  }

  #erasing() {
    const { attune } = this.app;
    const { pair } = attune;
    const name = pair?.them.name ?? '';
    const { waiting } = attune.sync;
    return qt`
      <main class="screen flow">
        <div class="bar"></div>
        <div class="body stack">
          <h1 class="prompt">${t('settings-erase-title')}</h1>
          <p>${t('settings-erase-what')}</p>
          <ul class="plain-list">
            <li>${t('settings-erase-me')}</li>
            ${pair ? qt`<li>${t('settings-erase-us')}</li>` : d}
            <li>${t('settings-erase-keys')}</li>
          </ul>
          ${pair ? qt`<p>${t('settings-erase-stays', { name })}</p>` : d}
          ${pair && waiting > 0 ? notice('circle-alert', t('settings-erase-waiting', { count: waiting, name }), 'caution') : d}
          <button class="btn line wide" @click=${() => this.#save()}>${icon('download')}${t('settings-erase-copy')}</button>
          ${this.note ? qt`<p class="label" role="status">${this.note}</p>` : d}
        </div>
        <div class="foot">
          <button class="btn primary big wide" @click=${() => this.#ask(false)}>${t('settings-erase-no')}</button>
          <button class="btn stop wide" @click=${() => void this.app.erase()}>${t('settings-erase-yes')}</button>
        </div>
      </main>
    `;
  }

  /** @param {boolean} isErasing */
  #ask(isErasing) {
    this.isErasing = isErasing;
    window.scrollTo(0, 0);
  }

  async #rename() {
    await this.app.attune.attempt(() => this.app.attune.rename(this.name));
    this.note = t('settings-saved');
  }

  async #persist() {
    this.asked = await this.app.askPersistence();
    this.storage = await this.app.storageState();
  }

  async #save() {
    const { makeCopy } = await Promise.resolve().then(() => copy);
    for (const file of await makeCopy(this.app.attune)) this.app.saveFile(file);
    this.note = t('settings-copy-done');
  }
}
customElements.define('settings-screen', SettingsScreen);

/** @param {number} bytes */
const sizeText = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

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
function base64Blob(bytes) {
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
function* readableHtml({ lang, dir, title, note, chapters }) {
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
function* readableJson({ about, chapters }) {
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

/**
 * What the readable copy holds, part by part: every part of the app says here, once, how it reads. What a screen would not show to this person is in
 * none of them: what the other sealed, or gives on another day, or took back.
 */

/**
 * @typedef {import('../../app/entries.js').Entry} Entry @typedef {import('../../app/attune.js').Attune} Attune
 * @typedef {'me'|'them'|'both'} By
 * @typedef {{by: By, label: string, text: string, photo?: import('../../core/blob.js').Photo|null}} Line
 * @typedef {{title: string, at: number, by: By, isOnlyMe: boolean, note?: string, lines: readonly Line[]}} Page `at` ms, 0 where it has no time; `note`: more that is told beside its time
 * @typedef {object} Reading
 * @property {Attune} attune @property {string} name of the other @property {import('../session/past-words.js').PastWords} words @property {import('../words.js').Vocabulary} vocabulary
 * @typedef {{id: string, heading: string, pages: (reading: Reading) => Page[]|Promise<Page[]>}} Chapter `heading` names a message
 */

/** What is known of the one line. @param {By} by @param {string} label @param {unknown} words @returns {Line[]} none where there is nothing to read */
const line = (by, label, words) => (words === undefined || words === null || words === '' ? [] : [{ by, label, text: String(words) }]);

/**
 * How an entry reads, where nothing more is to be said of it.
 * @typedef {object} Form
 * @property {readonly (readonly [name: string, label: string|null, kind?: 'words'|'needs'])[]} fields its author wrote, with a message for each @property {readonly (readonly [string, string])[]} [answers] the other wrote in it
 */

/** @param {Reading} reading @param {Entry} entry @param {Form} form @param {Partial<Page>} [more] @returns {Page} */
function entryPage({ name, words }, entry, { fields, answers = [] }, more = {}) {
  const [author, other] = entry.isMine ? /** @type {const} */ (['me', 'them']) : /** @type {const} */ (['them', 'me']);
  const wrote = entry.isMine ? { ...entry.mine, ...entry.own } : entry.theirs;
  const answered = entry.isMine ? entry.theirs : entry.mine;
  const label = (/** @type {string|null} */ id) => (id ? t(id, { name }) : '');
  return {
    title: '',
    at: entry.at,
    by: author,
    isOnlyMe: !isOut(entry),
    ...more,
    lines: [
      ...fields.flatMap(([field, id, kind]) =>
        wrote[field] === undefined ? [] : line(author, label(id), words.value(kind ?? 'text', wrote[field])),
      ),
      ...answers.flatMap(([field, id]) => (answered[field] === undefined ? [] : line(other, label(id), answered[field]))),
      ...(more.lines ?? []),
    ],
  };
}

// ---- days and pages

/** @type {Chapter['pages']} */
async function days({ attune, name, vocabulary }) {
  const labels = await attune.checkIns.days();
  return labels.map((label) => {
    const day = openedDay(attune, label);
    const side = (/** @type {By} */ by, /** @type {any} */ each) => [
      ...line(by, t('line-sky'), skyName(vocabulary, each?.sky)),
      ...line(by, t('line-words'), wordsText(vocabulary, each?.words ?? null)),
      ...line(by, t('line-energy'), typeof each?.energy === 'number' ? t(`weather-energy-${each.energy}`) : ''),
      ...line(by, t('line-mattered'), each?.mattered),
      ...line(by, t('line-worry'), each?.worry),
    ];
    const replies = [
      ...line('me', t('reply-yours'), day.myReply?.heard),
      ...line('me', t('reply-question-mine'), day.myReply?.question),
      ...line('me', t('answer-mine'), day.myAnswer),
    ];
    const theirReplies = [
      ...line('them', t('reply-theirs', { name }), day.theirReply?.heard),
      ...line('them', t('reply-question', { name }), day.theirReply?.question),
      ...line('them', t('answer-theirs', { name }), day.theirAnswer),
    ];
    const isTold = day.shared !== null || day.isOver;
    return {
      title: '',
      at: noonOf(label),
      by: /** @type {const} */ ('both'),
      isOnlyMe: day.shared === null,
      note: phraseText(vocabulary, day.theirs?.sky ?? null, day.shared?.sky ?? null),
      lines: [
        ...side('me', day.mine ?? day.mineOnTheirs),
        ...line('me', t('copy-wish'), day.wish),
        ...side('them', day.theirs ?? day.guest),
        ...replies,
        ...(day.isSealed ? [] : theirReplies),
        ...day.parked
          .filter(({ isMine }) => isMine || (isTold && !day.isSealed))
          .flatMap(({ isMine, text }) =>
            line(isMine ? 'me' : 'them', isMine ? t('parked-from-me') : t('parked-from-them', { name }), text),
          ),
      ],
    };
  });
}

/** @type {Chapter['pages']} */
function pages({ attune, name }) {
  return attune.journal
    .list()
    .filter(({ withdrawn }) => !withdrawn)
    .map((page) => {
      const by = page.by === 'me' ? /** @type {const} */ ('me') : /** @type {const} */ ('them');
      const changed = by === 'me' ? t('page-changed-mine') : t('page-changed', { name });
      return {
        title: page.title || t('page-new'),
        at: page.at,
        by,
        isOnlyMe: page.audience === 'me',
        lines: [
          ...line(by, '', page.text),
          ...(page.photo ? [{ by, label: '', text: page.photo.words, photo: page.photo }] : []),
          ...page.alsoWritten.flatMap((other) => line(by, t('page-also'), other)),
          ...page.earlier.flatMap((other) => line(by, changed, other)),
        ],
      };
    });
}

// ---- asked for, done, thanked for

/** The words of the other, once this person opened them. @type {Chapter['pages']} */
function requests({ attune, name, words }) {
  const { requests } = attune;
  return requests.all().flatMap((item) => {
    const { request, isMine, isTakenBack, own, entry } = item;
    if (isTakenBack && !isMine) return [];
    const [asker, other] = isMine ? /** @type {const} */ (['me', 'them']) : /** @type {const} */ (['them', 'me']);
    const page = { title: '', at: item.writtenAt, by: asker, isOnlyMe: !isOut(entry), note: whereText(item, name) };
    if (!isMine && own['opened'] === undefined) return [{ ...page, lines: [] }];
    const asked = item.isDraft || isTakenBack ? { ...item.words, ...own } : item.words;
    const shared = [
      ...line(other, t('copy-heard'), request.reflection),
      ...line(other, t('copy-answer'), request.words),
      ...request.versions.flatMap(({ by, text }) => line(by === 'asker' ? asker : other, t('copy-version'), text)),
      ...line(other, t('requests-no-longer-label'), request.changed),
      ...line(other, t('requests-after'), request.outcome?.text),
      ...(request.reached === null ? [] : line(asker, '', request.reached || t('requests-reached-me'))),
    ];
    const helped = Array.isArray(own['helped']) ? own['helped'] : [];
    const outcome = !isMine && Array.isArray(own['outcome']) && !request.outcome ? own['outcome'] : [];
    return [
      {
        ...page,
        lines: [
          ...line(asker, t('copy-asked'), asked['need']),
          ...line(asker, t('responsive-reach-when-label'), asked['when']),
          ...line(asker, t('responsive-reach-why-label'), asked['why']),
          ...line(asker, t('responsive-reach-why-label'), words.value('needs', asked['words'] ?? [])),
          ...shared,
          ...line('me', t('requests-after'), outcome[2]),
          ...(helped.length > 0
            ? line('me', t('requests-did-it-help'), [t(`requests-help-${helped[1]}`), helped[2]].filter(Boolean).join(': '))
            : request.helped && !isMine
              ? line('them', '', t('requests-helped', { choice: t(`requests-help-${request.helped.choice}`) }))
              : []),
        ],
      },
    ];
  });
}

/** @type {Chapter['pages']} */
function acts(reading) {
  const { attune } = reading;
  return [...attune.acts.mine(), ...attune.acts.theirs()].map((entry) => {
    const { outcome } = entry.isMine ? entry.own : entry.theirs;
    const { reached } = entry.isMine ? entry.theirs : entry.mine;
    return entryPage(
      reading,
      entry,
      {
        fields: [
          ['act', null],
          ['if-then', 'copy-if-then'],
          ['became', 'acts-became'],
          ['after', 'acts-after'],
        ],
      },
      {
        note: outcome ? t(`acts-was-${outcome}`) : '',
        lines: reached === undefined ? [] : line(entry.isMine ? 'them' : 'me', '', reached || t('acts-that-reached-me')),
      },
    );
  });
}

/** Of the other's pages those that came to this person; of several on one day the first. @type {Chapter['pages']} */
function thanks(reading) {
  const { attune, name } = reading;
  const labels = /** @type {Record<string, string>} */ ({
    noticed: 'thanks-noticed-label',
    felt: 'thanks-felt-label',
    more: 'thanks-more-label',
  });
  const shown = new Set([...attune.thanks.received(), ...attune.thanks.here()]);
  const theirs = attune.thanks.theirs().filter(({ id }) => [...shown].some((each) => each.id === id));
  return [...attune.thanks.mine(), ...theirs].map((entry) => {
    const answer = answerTo(entry);
    const told = answer === undefined ? '' : t(`three-appreciations-${entry.isMine ? 'told' : 'received'}-${answer + 1}`, { name });
    return entryPage(
      reading,
      entry,
      { fields: [...LINES, 'more'].map((field) => [field, labels[field] ?? `three-appreciations-${field}-label`]) },
      { lines: line(entry.isMine ? 'them' : 'me', '', told) },
    );
  });
}

// ---- moments and memories

/** @type {Chapter['pages']} */
function moments(reading) {
  const { moments: kept } = reading.attune;
  return kept.all().map((entry) => {
    const photo = kept.photo(entry)?.photo;
    return entryPage(
      reading,
      entry,
      {
        fields: [['page', null]],
        answers: [['story', entry.isMine ? 'moments-story-of' : 'moments-story-mine']],
      },
      {
        title: titleOf(entry) || t('moments-untitled'),
        note:
          isSealed(entry) && isOut(entry) ? (entry.isMine ? t('moments-sealed-mine', { name: reading.name }) : t('moments-sealed')) : '',
        lines: photo ? [{ by: entry.isMine ? 'me' : 'them', label: '', text: photo.words, photo }] : [],
      },
    );
  });
}

/** @type {Chapter['pages']} */
function again(reading) {
  const { moments: kept } = reading.attune;
  return [...kept.plans(), ...kept.ideas()].map((entry) => {
    const { when, day } = whenOf(entry);
    const note = day ? longDate(noonOf(day)) : t(`moments-when-${when + 1}`);
    return entryPage(reading, entry, { fields: [] }, { by: 'both', note, lines: line('both', '', againOf(entry)) });
  });
}

const joining = /** @type {const} */ (['today', 'learned', 'after']);

/** Of a sealed stone its title and one's own piece, as on the map. @type {Chapter['pages']} */
function memories({ attune }) {
  return attune.memories.path().map((stone) => {
    const isClosed = stone.seal.state !== 'none' && stone.seal.state !== 'open';
    const piece = (/** @type {By} */ by, /** @type {import('../../app/memories.js').Piece|null} */ each) =>
      each
        ? [
            ...line(by, t('memories-field-when'), each.when),
            ...line(by, t('memories-field-where'), each.where),
            ...(each.photo ? [{ by, label: '', text: each.photo.words, photo: each.photo }] : []),
            ...line(by, t('memories-field-piece'), each.piece),
            ...line(by, t('memories-field-feeling'), each.feeling),
            ...line(by, t('memories-field-cherish'), each.cherish),
          ]
        : [];
    return {
      title: stone.title || t('memories-untitled'),
      at: stone.at,
      by: stone.mine && stone.theirs ? 'both' : stone.isMine ? 'me' : 'them',
      isOnlyMe: stone.isPrivate,
      note: isClosed ? t('memories-sealed-line') : '',
      lines: [
        ...piece('me', stone.mine),
        ...(isClosed || stone.isCovered ? [] : piece('them', stone.theirs)),
        ...(isClosed || stone.isCovered ? [] : joining).flatMap((name) =>
          stone.lines[name].flatMap(({ by, words, earlier }) =>
            [words, ...earlier].flatMap((each) => line(by === 'you' ? 'me' : 'them', t(`memories-join-${name}`), each)),
          ),
        ),
      ],
    };
  });
}

// ---- for oneself

/** @type {Chapter['pages']} */
const inventory = (reading) =>
  reading.attune.inventory.pages().map((entry) =>
    entryPage(reading, entry, {
      fields: [
        ['felt', 'inventory-felt', 'words'],
        ['felt-line', 'inventory-felt'],
        ['need', 'inventory-need', 'needs'],
        ['need-own', 'inventory-need'],
        ['helped', 'inventory-helped'],
        ['kind', 'inventory-kind'],
      ],
    }),
  );

/** @type {Chapter['pages']} */
function revisits(reading) {
  const { revisits: kept } = reading.attune;
  const cards = kept.pages().map((entry) =>
    entryPage(reading, entry, {
      fields: [
        ['camera', 'revisits-camera'],
        ['felt', 'revisits-felt', 'words'],
        ['needs', 'revisits-needs', 'needs'],
        ['theirs', 'revisits-theirs'],
        ['friend', 'revisits-friend'],
        ['differently', 'revisits-differently'],
        ['try', 'revisits-try'],
      ],
    }),
  );
  const tries = [...kept.tries(), ...kept.theirs()].map((entry) =>
    entryPage(
      reading,
      entry,
      { fields: [['try', 'revisits-try']] },
      {
        lines: [
          ...(entry.own['helped'] ? line('me', '', t('revisits-it-helped')) : []),
          ...(entry.theirs['taken'] ? line('them', '', t('revisits-taken', { name: reading.name })) : []),
          ...(entry.mine['taken'] ? line('me', '', t('revisits-taken-mine')) : []),
        ],
      },
    ),
  );
  return [...cards, ...tries];
}

/** @type {Chapter['pages']} */
function values({ attune }) {
  const mine = attune.values.mine();
  const own = readOwn(mine?.['own-cards']);
  const order = (mine?.['five'] ?? []).map((/** @type {string} */ id) => valueCard(id, own).name).join('\n');
  const boards = attune.values.boards().map((board) => {
    const { both, differ, one } = boardFrom(board);
    const side = (/** @type {By} */ by, /** @type {string} */ word, /** @type {import('../../core/values.js').OnTable|null} */ each) =>
      each
        ? line(
            by,
            word,
            [each.meaning, each.shows, each.missing && t('values-alignment-sign', { words: each.missing })].filter(Boolean).join('\n') ||
              word,
          )
        : [];
    const lines = [...both, ...differ, ...one].flatMap((held) => {
      const word = valueCard(held.id).name;
      return [...side('me', word, held.mine), ...side('them', word, held.theirs)];
    });
    return { title: t('values-title'), at: board.at, by: /** @type {const} */ ('both'), isOnlyMe: false, lines };
  });
  const agreed = attune.values.agreements().map(({ at, text, value }) => ({
    title: t('values-agreed'),
    at,
    by: /** @type {const} */ ('both'),
    isOnlyMe: false,
    note: value ? valueCard(value).name : '',
    lines: line('both', '', text),
  }));
  return [
    ...(order ? [{ title: t('values-mine'), at: 0, by: /** @type {const} */ ('me'), isOnlyMe: true, lines: line('me', '', order) }] : []),
    ...boards,
    ...agreed,
  ];
}

/** @type {Chapter['pages']} */
function retreat({ attune, name }) {
  const { retreats } = attune;
  const meeting = retreats.meeting();
  const change = retreats.change;
  const time = meeting && `${longDate(meeting.at)}, ${clockTime(meeting.at)}`;
  const stands = meeting?.isAgreed ? 'retreat-when-agreed' : meeting?.isMine ? 'retreat-when-mine' : 'retreat-when-theirs';
  return [
    ...[...(change ? [change] : []), ...retreats.earlier()].map(({ at, text, who, when }) => ({
      title: t('retreat-earlier'),
      at,
      by: /** @type {const} */ ('both'),
      isOnlyMe: false,
      note: [who, when].filter(Boolean).join(', '),
      lines: line('both', '', text),
    })),
    ...(time
      ? [
          {
            title: t('retreat-when'),
            at: 0,
            by: /** @type {const} */ ('both'),
            isOnlyMe: false,
            lines: line('both', '', t(stands, { time, name })),
          },
        ]
      : []),
    ...retreats.threads().map(({ text, isMine, from }) => ({
      title: t('retreat-threads'),
      at: 0,
      by: isMine ? /** @type {const} */ ('me') : /** @type {const} */ ('them'),
      isOnlyMe: false,
      lines: line(from === 'parked' || from === 'brought' ? (isMine ? 'me' : 'them') : 'both', '', text),
    })),
    ...retreats.gathered().map(({ at, text }) => ({
      title: t('retreat-gathered'),
      at,
      by: /** @type {const} */ ('me'),
      isOnlyMe: true,
      lines: line('me', '', text),
    })),
  ];
}

// ---- practised

/** @type {Chapter['pages']} */
function sessions({ attune, name, words }) {
  const titleOfPractice = (/** @type {string} */ id) => t(`${id}-title`, words.names);
  const nameOf = (/** @type {0|1|null} */ person, /** @type {import('../../app/sessions.js').Past} */ past) =>
    person === null ? '' : past.lines.some((each) => each.person === person && each.isMine) ? t('you') : name;
  const shared = attune.sessions.noted().flatMap((past) => {
    const practice = words.practices.get(past.practice);
    const readable = words.readable(past);
    if (!practice || !readable) return [];
    const lines = [
      ...readable.joint.flatMap(({ text, groups }) =>
        groups.length === 0
          ? line('both', t('sessions-joint'), text)
          : groups.flatMap(({ message, entries }) =>
              line(
                'both',
                words.say(message),
                entries
                  .map((each) => [nameOf(each.person, past), each.message ? words.say(each.message) : each.text].filter(Boolean).join(': '))
                  .join('\n'),
              ),
            ),
      ),
      ...readable.lines
        .filter((each) => !each.line.isWithdrawn)
        .flatMap(({ field, line: said }) => line(said.isMine ? 'me' : 'them', words.label(field), words.text(practice, field, said.value))),
      ...readable.notes.flatMap(({ field, value }) =>
        line('me', [words.label(field), t('sessions-only-you')].filter(Boolean).join(' · '), words.text(practice, field, value)),
      ),
    ];
    if (lines.length === 0) return [];
    return [
      {
        title: titleOfPractice(past.practice),
        at: past.at,
        by: /** @type {const} */ ('both'),
        isOnlyMe: false,
        note: t(`sessions-mode-${past.mode}`),
        lines,
      },
    ];
  });
  const alone = [...attune.sessions.alone()].flatMap(({ practice, day, fields }) => {
    const known = words.practices.get(practice);
    if (!known) return [];
    const lines = known.fields.flatMap((field) =>
      fields[field.name] === undefined ? [] : line('me', words.label(field), words.text(known, field, fields[field.name])),
    );
    return [{ title: titleOfPractice(practice), at: noonOf(day), by: /** @type {const} */ ('me'), isOnlyMe: true, lines }];
  });
  return [...shared, ...alone];
}

/** @type {Chapter['pages']} */
const carried = ({ attune }) =>
  attune.sessions
    .carried()
    .filter(({ text }) => text !== '')
    .map(({ kind, text, at }) => ({
      title: t(`practices-kind-${kind}`),
      at,
      by: /** @type {const} */ ('me'),
      isOnlyMe: true,
      lines: line('me', '', text),
    }));

/** @type {Chapter['pages']} */
const cards = ({ attune }) =>
  attune.decks.own().map(({ text, isMine }) => ({
    title: '',
    at: 0,
    by: isMine ? /** @type {const} */ ('me') : /** @type {const} */ ('them'),
    isOnlyMe: attune.pair === null,
    lines: line(isMine ? 'me' : 'them', '', text),
  }));

/** Who called is not known, here as anywhere. @type {Chapter['pages']} */
function pauses({ attune }) {
  const { mine, theirs } = attune.pauses.signal;
  const by = /** @type {const} */ ('both');
  const signals = [...line('me', '', mine), ...line('them', '', theirs)];
  return [
    ...(signals.length > 0 ? [{ title: t('copy-signal'), at: 0, by, isOnlyMe: false, lines: signals }] : []),
    ...attune.pauses.all().map(({ at, untilMs }) => ({
      title: t('copy-pause-until', { time: `${shortDate(untilMs)}, ${clockTime(untilMs)}` }),
      at,
      by,
      isOnlyMe: attune.pair === null,
      lines: [],
    })),
  ];
}

/** In the order of the copy. @type {readonly Chapter[]} */
const CHAPTERS = Object.freeze([
  { id: 'days', heading: 'copy-days', pages: days },
  { id: 'pages', heading: 'copy-pages', pages },
  { id: 'requests', heading: 'requests-title', pages: requests },
  { id: 'acts', heading: 'acts-title', pages: acts },
  { id: 'appreciations', heading: 'thanks-title', pages: thanks },
  { id: 'moments', heading: 'moments-title', pages: moments },
  { id: 'again', heading: 'moments-plans', pages: again },
  { id: 'memories', heading: 'memories-title', pages: memories },
  { id: 'inventory', heading: 'inventory-title', pages: inventory },
  { id: 'revisits', heading: 'revisits-title', pages: revisits },
  { id: 'values', heading: 'values-title', pages: values },
  { id: 'retreat', heading: 'retreat-title', pages: retreat },
  { id: 'sessions', heading: 'copy-sessions', pages: sessions },
  { id: 'carried', heading: 'copy-carried', pages: carried },
  { id: 'cards', heading: 'copy-cards', pages: cards },
  { id: 'pauses', heading: 'copy-pauses', pages: pauses },
]);

/** The sentences they are read in. */
const AREAS = Object.freeze([
  ...['settings', 'check-in', 'journal', 'photo', 'requests', 'responsive-reach', 'acts', 'thanks', 'three-appreciations', 'moments'],
  ...['memories', 'inventory', 'revisits', 'values', 'values-alignment', 'retreat', 'practices', 'live', 'practice'],
]);

/** The readable copy of everything this person can read: one HTML page and one JSON file. */

/** @typedef {import('./chapters.js').Page} Page @typedef {import('./chapters.js').By} By @typedef {import('../../app/attune.js').Attune} Attune */

/** @param {Attune} attune @returns {Promise<import('../../app/readable-copy.js').Chapter[]>} those that hold something */
async function readableChapters(attune) {
  await text().load(...AREAS);
  const [words, vocabulary] = await Promise.all([loadPastWords(attune, PRACTICE_IDS), loadVocabulary(text()), loadValues()]);
  const name = attune.pair?.them.name ?? '';
  const chapters = [];
  for (const { id, heading, pages } of CHAPTERS) {
    const found = [];
    for (const page of await pages({ attune, name, words, vocabulary })) found.push(await written(attune, name, page));
    if (found.length > 0) chapters.push({ id, heading: t(heading, { name }), pages: found });
  }
  return chapters;
}

/** @param {Attune} attune @param {string} name @param {Page} page @returns {Promise<import('../../app/readable-copy.js').Page>} */
async function written(attune, name, { title, at, by, isOnlyMe, note = '', lines }) {
  const who = { me: t('copy-mine'), them: name, both: '' };
  const whose = isOnlyMe ? t('only-me') : by === 'me' ? t('journal-by-me') : by === 'them' ? t('journal-by-them', { name }) : '';
  const read = [];
  for (const { photo, ...line } of lines) {
    const bytes = photo ? await attune.photos.bytesOf(hex(photo.blob.id)) : null;
    const away = photo && !bytes ? t(line.by === 'me' ? 'copy-photo-mine-away' : 'copy-photo-away', { name }) : '';
    const label = [line.label, photo && (away || t('photo-one'))].filter(Boolean).join(' · ');
    read.push({ who: who[line.by], label, text: line.text, ...(bytes ? { photo: base64Blob(bytes) } : {}) });
  }
  return { title, meta: [at ? longDate(at) : '', whose, note].filter(Boolean).join(' · '), isOnlyMe, lines: read };
}

/** @param {Attune} attune @returns {Promise<File[]>} */
async function makeCopy(attune) {
  await Promise.all([attune.prepareLive(), attune.preparePhotos()]);
  const chapters = await readableChapters(attune);
  const page = {
    lang: text().language,
    dir: text().direction,
    title: t('copy-title'),
    note: t('copy-note', { date: shortDate(attune.now()) }),
  };
  const about = { format: 'attune-copy/2', savedAt: new Date(attune.now()).toISOString(), with: attune.pair };
  const stamp = attune.today();
  return [
    new File([...readableHtml({ ...page, chapters })], `attune-${stamp}.html`, { type: 'text/html' }),
    new File([...readableJson({ about, chapters })], `attune-${stamp}.json`, { type: 'application/json' }),
  ];
}

const copy = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  makeCopy,
  readableChapters
}, Symbol.toStringTag, { value: 'Module' }));
