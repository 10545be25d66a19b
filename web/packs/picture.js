import { d, t, qt, hex, icon, lockLine, longDate, text, at } from './main.js';

/** What a person carried on for themselves, offered where it is meant for: it can be used, or put down, and waits without a word otherwise. */

/** Where what was carried on is offered, by what it is for. */
const CARRIED_PLACES = Object.freeze(
  /** @type {Record<string, string>} */ ({
    act: '#/live/empathy-in-action',
    moment: '#/moments/new',
    memory: '#/memory/new',
    request: '#/requests',
    retreat: '#/retreat',
    revisit: '#/revisits',
    'check-in': '#/check-in',
    summary: '#/page/new',
    card: '#/decks',
    again: '#/moments',
    sign: '#/known',
  }),
);

/**
 * @param {import('../../app/shell.js').Shell} app @param {string} kind what it was carried on for
 * @param {((text: string) => void|Promise<void>)|null} use once it is written there, it is put down here; null: it is read here and no more
 */
const carriedOffers = ({ attune }, kind, use) =>
  attune.sessions
    .carried()
    .filter((each) => each.kind === kind && each.text)
    .slice(0, 3)
    .map((each) => {
      const putDown = () => void attune.attempt(() => attune.sessions.putDown(each.id));
      const take = async () => {
        await use?.(each.text);
        await attune.keepDrafts(); // written where it is used, before it is put down here
        if (!attune.trouble) putDown();
      };
      return qt`<article class="card mine">
        <p class="label soft">${t('carried-by-you')}</p>
        <p class="said">${each.text}</p>
        <div class="line">${use ? qt`<button type="button" class="chip" aria-label=${t('carried-use-this', { text: each.text })} @click=${() => void take()}>${t('carried-use')}</button>` : d}
          <button type="button" class="chip" aria-label=${t('carried-put-down-this', { text: each.text })} @click=${putDown}>${t('carried-put-down')}</button></div>
      </article>`;
    });

/** @param {{url: string, words: string, width: number, height: number}} picture */
const figure = ({ url, words, width, height }) =>
  qt`<figure class="photo"><img src=${url} alt=${words || t('photo-no-words')} width=${width} height=${height} /></figure>`;

/** @param {string} words */
const waiting = (words) => qt`<p class="photo-away">${icon('image')}<span>${words}</span></p>`;

/**
 * A photo as it can be shown now, and what it shows in words; fetched, when it is not here.
 * @param {import('../../app/shell.js').Shell} app @param {{place: import('../../app/photos.js').Place, photo: import('../../core/blob.js').Photo, isMine: boolean}} named
 */
function photoOf({ attune }, { place, photo, isMine }) {
  const name = attune.pair?.them.name ?? '';
  const { words, width, height } = photo;
  const { url, state } = attune.photos.show(place, photo);
  if (state !== 'here') {
    const isOffline = attune.sync.state === 'offline';
    const line = isOffline ? t('photo-offline') : state === 'away' && !isMine ? t('photo-away', { name }) : t('photo-coming');
    return qt`${waiting(line)}${words ? qt`<p class="small soft">${words}</p>` : d}`;
  }
  return qt`
    ${url ? figure({ url, words, width, height }) : waiting(t('photo-opening'))}
    ${isMine && attune.photos.isRefused(hex(photo.blob.id)) ? qt`<p class="label" role="status">${t('photo-refused')}</p>` : d}
  `;
}

/**
 * Makes a chosen file ready to be kept with what is being written.
 * @param {import('../../app/attune.js').Attune} attune @param {File} file
 * @returns {Promise<{picture: import('../../app/photos.js').WordedPicture|null, note: string}>} `note`: why there is none, where the file is at fault
 */
async function choosePhoto(attune, file) {
  let note = '';
  const picture = await attune.attempt(async () => {
    try {
      return await attune.photos.choose(file);
    } catch (error) {
      if (/** @type {Error} */ (error).name !== 'NoPicture') throw error;
      note = t('photo-unreadable');
      return null;
    }
  });
  return { picture: picture && { ...picture, words: '' }, note };
}

/**
 * One photo of what is being written: chosen, looked at, put into words, taken out.
 * @param {object} data @param {import('../../app/shell.js').Shell} data.app @param {import('../../app/photos.js').WordedPicture|null} data.picture @param {boolean} data.isReading one is being made smaller
 * @param {string} data.note what could not be done, or nothing @param {number} data.max characters of its words
 * @param {(file: File) => void} data.choose @param {(words: string) => void} data.say @param {() => void} data.takeOut
 */
function photoInput({ app, picture, isReading, note, max, choose, say, takeOut }) {
  const chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = ''; // the same one can be chosen again
    if (file) choose(file);
  };
  const open = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement} */ (/** @type {HTMLElement} */ (event.currentTarget).nextElementSibling).click();
  if (!picture)
    return qt`
      <div class="photo-add">
        <button type="button" class="btn soft" ?disabled=${isReading} @click=${open}>${icon('image')}${isReading ? t('photo-reading') : t('photo-add')}</button>
        <input type="file" accept="image/*" hidden @change=${chosen} />
        <p class="small soft">${t('photo-note')}</p>
        ${note ? qt`<p class="label" role="status">${note}</p>` : d}
      </div>
    `;
  const url = app.attune.photos.urlOf(picture.id);
  return qt`
    <div class="photo-add">
      ${url ? figure({ ...picture, url }) : waiting(t('photo-opening'))}
      <label class="label" for="photo-words">${t('photo-words')}</label>
      <input id="photo-words" class="field box" maxlength=${max} placeholder=${t('photo-words-placeholder')} .value=${picture.words} aria-describedby="photo-words-why"
        @input=${(/** @type {any} */ event) => say(event.target.value.toWellFormed())} autocomplete="off" enterkeyhint="done" />
      <p class="small soft" id="photo-words-why">${t('photo-words-why')}</p>
      <button type="button" class="btn text" @click=${takeOut}>${t('photo-take-out')}</button>
      ${note ? qt`<p class="label" role="status">${note}</p>` : d}
    </div>
  `;
}

/** What was gathered for a retreat, before it begins: each line is raised, or stays where it lies. Only its writer sees it. */

/** @type {Readonly<Record<string, readonly [string, string]>>} the field in which a gathered line is raised, and what it is called */
const RAISED_IN = Object.freeze({
  'own-working': ['working', 'weekly-retreat-working-label'],
  'own-not-working': ['not-working', 'weekly-retreat-not-working-label'],
  'own-need': ['need', 'weekly-retreat-need-label'],
});

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
function gatherPart({ view, screen }) {
  const { attune } = screen.app;
  const { retreats, sessions } = attune;
  const linesIn = (/** @type {string} */ name) => /** @type {string[]} */ (screen.valueOf(name) ?? []);
  const isOffered = (/** @type {string} */ name) => view.fields.some((field) => field.name === name);
  const raise = (/** @type {string} */ name, /** @type {string} */ text) => screen.write(name, [...linesIn(name), text]);
  const row = (
    /** @type {{name: string, text: string, kind: string, letGo: () => Promise<void>}} */ { name, text, kind, letGo },
  ) => qt`<li class="card mine">
    <div class="stack"><p class="small soft">${kind}</p><p class="said">${text}</p></div>
    <div class="line"><button type="button" class="btn line" aria-label=${`${t('weekly-retreat-raise')}: ${text}`} @click=${() => raise(name, text)}>${t('weekly-retreat-raise')}</button>
      <button type="button" class="btn text" aria-label=${`${t('retreat-let-go')}: ${text}`} @click=${() => void attune.attempt(letGo)}>${t('retreat-let-go')}</button></div></li>`;
  const lines = [
    ...retreats.gathered().map(({ id, kind, text }) => {
      const [name = '', label = ''] = RAISED_IN[kind] ?? [];
      return { name, text, kind: t(label), letGo: () => retreats.letGo(id) };
    }),
    ...retreats.carried().map(({ id, text, practice }) => ({
      name: 'brought',
      text,
      kind: `${t('weekly-retreat-brought-label')} · ${t('weekly-retreat-carried-from', { title: t(`${practice}-title`) })}`,
      letGo: () => sessions.putDown(id),
    })),
  ].filter(({ name, text }) => isOffered(name) && !linesIn(name).includes(text));
  const brought = linesIn('brought');
  const takeOut = (/** @type {string} */ line) =>
    screen.write(
      'brought',
      brought.filter((each) => each !== line),
    );
  return qt`
    ${
      brought.length > 0
        ? qt`<h2 class="section">${t('weekly-retreat-brought-label')}</h2><ul class="lines" aria-label=${t('weekly-retreat-brought-label')}>${brought.map(
            (line) =>
              qt`<li class="card"><p class="said">${line}</p><button type="button" class="btn square push" aria-label=${t('practice-take-out', { line })} @click=${() => takeOut(line)}>${icon('x')}</button></li>`,
          )}</ul><p class="small soft">${t('weekly-retreat-onto-the-list', screen.names)}</p>`
        : d
    }
    ${lines.length > 0 ? qt`<h2 class="section">${t('weekly-retreat-from-week')}</h2><ul class="lines">${lines.map(row)}</ul>${lockLine(t('practice-only-you'))}` : d}
  `;
}

/** A moment as a calendar file (RFC 5545), with nothing in it but a neutral title. */

const LINE = '\r\n';

/** @param {number} ms @returns {string} `20261126T190000Z` */
const utc = (ms) => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Commas, semicolons, backslashes and line ends mean something in a calendar. @param {string} words */
const escaped = (words) => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** @param {{at: number, minutes: number}|{day: string}} when */
const spanOf = (when) =>
  'day' in when
    ? [`DTSTART;VALUE=DATE:${when.day.replaceAll('-', '')}`]
    : [`DTSTART:${utc(when.at)}`, `DTEND:${utc(when.at + when.minutes * 60_000)}`];

/**
 * @param {{at: number, minutes: number}|{day: string}} when time in ms, or the label of a whole day @param {{title: string, now: number}} event
 * @returns {string} whose lines are shorter than 75 bytes as long as the title is short
 */
const calendarFile = (when, { title, now }) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//calendar//EN',
    'BEGIN:VEVENT',
    `UID:${'day' in when ? when.day : when.at.toString(36)}-${now.toString(36)}`,
    `DTSTAMP:${utc(now)}`,
    ...spanOf(when),
    `SUMMARY:${escaped(title)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(LINE);

/** A day and a time, and a calendar file of it that says nothing. */

const MINUTES = 30;
const FILE_NAME = 'half-an-hour.ics';
const DAY_FILE_NAME = 'a-plan.ics';

/** @typedef {{day: string, time: string}} When as inputs give them: `YYYY-MM-DD`, `HH:MM` */

/** @param {When} when @returns {number} ms; NaN until both are there */
const atOf = ({ day, time }) => new Date(`${day}T${time}`).getTime();

/** @param {string} id @param {When} when @param {(when: When) => void} set */
function whenFields(id, when, set) {
  const input = (/** @type {'day'|'time'} */ name, /** @type {string} */ label) => qt`<div class="entryfield">
    <label class="label" for="${id}-${name}">${label}</label>
    <input id="${id}-${name}" class="field box" type=${name === 'day' ? 'date' : 'time'} .value=${when[name]} @input=${(
      /** @type {Event} */ event,
    ) => set({ ...when, [name]: /** @type {HTMLInputElement} */ (event.target).value })} /></div>`;
  return qt`<div class="whens">${input('day', t('retreat-day'))}${input('time', t('retreat-time'))}</div>`;
}

/** A file that any calendar reads, with a title that says nothing. @param {import('../../app/shell.js').Shell} app @param {number|string} when ms, for half an hour; or the label of a whole day */
function intoCalendar({ attune, saveFile }, when) {
  const isDay = typeof when === 'string';
  const title = t(isDay ? 'calendar-day' : 'calendar-half-hour');
  const content = calendarFile(isDay ? { day: when } : { at: when, minutes: MINUTES }, { title, now: attune.now() });
  saveFile(new File([content], isDay ? DAY_FILE_NAME : FILE_NAME, { type: 'text/calendar' }));
}

/** Sessions that were, as rows that lead to them. */

/** @param {readonly import('../../app/sessions.js').Past[]} past @param {(practice: string) => string} titleOf @param {string} [place] */
const sessionRows = (past, titleOf, place = 'session') => qt`
  <ul class="rows">${past.map(
    ({ id, practice, at, mode }) => qt`<li><a class="what" href="#/${place}/${id}"><b>${titleOf(practice)}</b>
      <span class="label soft">${longDate(at)} · ${t(`sessions-mode-${mode}`)}</span></a>${icon('chevron-right', 's')}</li>`,
  )}</ul>
`;

/** What may go on elsewhere is carried there in its words, for this person alone, and waits until they use it. */

/** @typedef {{practice: string, session: string, text: string}} From */

/** @param {import('../../app/shell.js').Shell} app @param {string} label @param {{kind: string, place: string}} where @param {From} from */
const toPlace = (app, label, { kind, place }, { practice, session, text }) => {
  const { attune } = app;
  const carry = async () => {
    await attune.attempt(() => attune.sessions.carry({ kind, practice, session, day: attune.today(), text }));
    if (!attune.trouble) app.go(place);
  };
  return qt`<button class="btn line big wide" @click=${() => void carry()}>${label}</button>`;
};

/** @param {import('../../app/shell.js').Shell} app @param {From} from */
const toMoment = (app, from) => toPlace(app, t('moments-as-moment'), { kind: 'moment', place: '#/moments/new' }, from);

/** @param {import('../../app/shell.js').Shell} app @param {From} from */
const toRetreat = (app, from) => toPlace(app, t('moments-for-retreat'), { kind: 'retreat', place: '#/retreat' }, from);

/** Why Attune cannot work at this address, and what to do. @param {HTMLElement} root */
async function showInsecure(root) {
  await text().load('first-run');
  at(
    qt`<main class="screen"><div class="page"><h1>${t('welcome-insecure-title')}</h1><p class="lead">${t('welcome-insecure-body')}</p><p>${t('welcome-insecure-what')}</p></div></main>`,
    root,
  );
}

const insecureScreen = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  showInsecure
}, Symbol.toStringTag, { value: 'Module' }));

/** Scanning a QR with the camera. Frames are read here and kept nowhere. */

const EVERY_MS = 120;
const MOST_PIXELS$1 = 480; // shorter side is scaled to this: enough for a code held in the hand, and fast

/**
 * @typedef {object} Camera
 * @property {(video: HTMLVideoElement) => Promise<{ok: true, text: string}|{ok: false, why: 'refused'|'none'|'stopped'}>} scan resolves with the first code seen
 * @property {() => void} stop
 */

/** @returns {Promise<Camera>} */
async function openCamera() {
  const { decodeQR } = await import('./qr-decode.js');
  let isStopped = false;
  /** @type {MediaStream|null} */ let stream = null;
  const stop = () => {
    isStopped = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  return {
    stop,
    async scan(video) {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      } catch (error) {
        return { ok: false, why: error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none' };
      }
      video.srcObject = stream;
      await video.play().catch(() => {});
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      while (!isStopped && context) {
        const text = readFrame(video, canvas, context, decodeQR);
        if (text) {
          stop();
          return { ok: true, text };
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
      stop();
      return { ok: false, why: 'stopped' };
    },
  };
}

/** @param {HTMLVideoElement} video @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2D} context @param {(image: {data: any, width: number, height: number}) => string} decode */
function readFrame(video, canvas, context, decode) {
  const { videoWidth: width, videoHeight: height } = video;
  if (!width || !height) return null;
  const scale = Math.min(1, MOST_PIXELS$1 / Math.min(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  try {
    return decode(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null; // no code in this frame
  }
}

const camera = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  openCamera
}, Symbol.toStringTag, { value: 'Module' }));

/**
 * The quick cover: at once a blank page with a horizon, over everything. One tap on [Cover], or Shift three times, puts it there; three taps on it, or
 * Shift three times, take it away, and then Today is there, not what was open. It hides the screen, not the browser's history: the help page says so.
 */

const WITHIN_MS = 1500;
const TIMES = 3;

/** @param {() => number} now ms @returns {() => boolean} true at the third call in a row */
function threefold(now) {
  /** @type {number[]} */ let times = [];
  return () => {
    times = [...times, now()].slice(-TIMES);
    const isThird = times.length === TIMES && (times[TIMES - 1] ?? 0) - (times[0] ?? 0) <= WITHIN_MS;
    if (isThird) times = [];
    return isThird;
  };
}

/** @param {{root: HTMLElement, go: (place: string) => void, home: () => string, now: () => number}} parts @returns {() => void} covers */
function startCover({ root, go, home, now }) {
  const sheet = document.createElement('div');
  sheet.className = 'quickcover';
  sheet.hidden = true;
  sheet.append(document.createElement('hr'));
  document.body.append(sheet);
  const isThirdShift = threefold(now);
  const isThirdTap = threefold(now);
  const set = (/** @type {boolean} */ isOn) => {
    sheet.hidden = !isOn;
    root.inert = isOn;
    root.hidden = isOn;
    if (isOn) go(home());
  };
  addEventListener('keydown', ({ key, repeat }) => {
    if (key === 'Shift' && !repeat && isThirdShift()) set(sheet.hidden === true);
  });
  sheet.addEventListener('pointerdown', () => isThirdTap() && set(false));
  return () => set(true);
}

const cover = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  startCover,
  threefold
}, Symbol.toStringTag, { value: 'Module' }));

/** Chunks of photos over HTTP (protocol section 11). */

const PATIENCE_MS = 60_000;

/**
 * One request.
 * @param {string} method @param {string} name hex @param {Record<string, string>} headers @param {Uint8Array} [body]
 * @returns {Promise<{status: number, bytes: Uint8Array}|null>} null: the server was not reached, or not to the end
 */
async function askChunk(method, name, headers, body) {
  try {
    const response = await fetch(`/blob/${name}`, {
      method,
      headers,
      body: /** @type {Uint8Array<ArrayBuffer>|undefined} */ (body) ?? null,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return null;
  }
}

const chunks = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  askChunk
}, Symbol.toStringTag, { value: 'Module' }));

/** Pictures: made smaller, and anew from their pixels, so that where, when and with what they were taken stays behind. */

const MOST_PIXELS = 2048;
const QUALITY = 0.82;

/** What was chosen is no picture this phone can read. */
class NoPicture extends Error {
  constructor() {
    super('no picture');
    this.name = 'NoPicture';
  }
}

/**
 * @param {Blob} file @returns {Promise<{bytes: Uint8Array, width: number, height: number}>} a JPEG of at most 2048 pixels on a side, turned as it was meant
 * @throws {NoPicture}
 */
async function shrink(file) {
  const picture = await read(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new NoPicture();
  context.fillStyle = '#fff'; // what was see-through would be black
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.source, 0, 0, width, height);
  picture.close();
  const jpeg = await new Promise((/** @type {(blob: Blob|null) => void} */ resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  canvas.width = 0; // some engines keep the pixels of a canvas until it is collected
  if (jpeg?.type !== 'image/jpeg') throw new NoPicture();
  return { bytes: new Uint8Array(await jpeg.arrayBuffer()), width, height };
}

/** @param {Blob} file @returns {Promise<{source: CanvasImageSource, width: number, height: number, close: () => void}>} */
async function read(file) {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
  } catch {
    // Safari reads some pictures (HEIC) in an image that it does not read as a bitmap (2025).
  }
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => {} };
  } catch {
    throw new NoPicture();
  } finally {
    URL.revokeObjectURL(url);
  }
}

const picture = /*#__PURE__*/Object.freeze(/*#__PURE__*/Object.defineProperty({
  __proto__: null,
  NoPicture,
  shrink
}, Symbol.toStringTag, { value: 'Module' }));

export { CARRIED_PLACES, RAISED_IN, atOf, camera, carriedOffers, choosePhoto, chunks, cover, gatherPart, insecureScreen, intoCalendar, photoInput, photoOf, picture, sessionRows, toMoment, toRetreat, whenFields };
