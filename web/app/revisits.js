/**
 * What stays of practice 13: pages (six cards, in `me` only, whatever happens), and tries, one small thing for the next time. A try may be shared by its
 * owner; the other can only take it in. A revisit is offered one to three days after a pause, never at once, and a pause asks once how a try was.
 */

export const PAGE = 'revisit';
export const TRY = 'try';
const ASK = 'revisit-ask';
const OFFER = 'revisit-offer';
const DAY_MS = 86_400_000;
/** One to three days after a pause. */
const OFFERED_FROM_MS = DAY_MS;
const OFFERED_FOR_MS = 3 * DAY_MS;
const LATER_MS = 20 * 3_600_000;
/** How a try was is asked for so long after a pause. */
const ASKED_FOR_MS = 3 * DAY_MS;

/** @typedef {import('./entries.js').Entry} Entry @typedef {import('./pauses.js').Pause} Pause */

/**
 * The pause a revisit is offered after: the last one, when it ended a day ago or more and not longer than three.
 * @param {readonly Pause[]} pauses newest first @param {number} now ms @returns {Pause|null}
 */
export function offeredAfter(pauses, now) {
  const [last] = pauses;
  const since = last ? now - last.untilMs : 0;
  return last && since >= OFFERED_FROM_MS && since < OFFERED_FOR_MS ? last : null;
}

/**
 * The pause after which it is asked how a try was: the last one, when it was called after the try was made and holds no more.
 * @param {Entry} entry @param {readonly Pause[]} pauses newest first @param {number} now ms @returns {Pause|null}
 */
export function askedAfter(entry, pauses, now) {
  const [last] = pauses;
  if (!last || last.at < entry.at || entry.own['asked'] === last.id || entry.own['gone']) return null;
  const isThrough = last.isOver || last.areBothReady || now >= last.untilMs;
  return isThrough && now < last.untilMs + ASKED_FOR_MS ? last : null;
}

/** @param {Entry} entry @returns {string} */
export const tryOf = (entry) => String((entry.isMine ? entry.own['try'] : entry.theirs['try']) ?? '');

/** One's own that was not let go. @param {Entry} entry */
const isTry = (entry) => entry.isMine && !entry.own['gone'] && tryOf(entry) !== '';

export class Revisits {
  #entries;
  #pauses;
  #sessions;
  #now;

  /** @param {{entries: import('./entries.js').Entries, pauses: import('./pauses.js').Pauses, sessions: import('./sessions.js').Sessions, now: () => number}} parts */
  constructor({ entries, pauses, sessions, now }) {
    this.#entries = entries;
    this.#pauses = pauses;
    this.#sessions = sessions;
    this.#now = now;
  }

  /** @returns {Entry[]} newest first */
  pages() {
    return this.#entries.list(PAGE).filter(({ isMine }) => isMine);
  }

  /** @param {string} id */
  async erasePage(id) {
    await this.#entries.forget(PAGE, id);
  }

  /** What the part together begins with: the last two cards of the newest page. @returns {Record<string, string>} */
  given() {
    const own = this.pages()[0]?.own ?? {};
    return Object.fromEntries(['differently', 'try'].flatMap((name) => (own[name] ? [[name, String(own[name])]] : [])));
  }

  // ---- tries

  /** @returns {Entry[]} one's own that were not let go, newest first */
  tries() {
    return this.#entries.list(TRY).filter(isTry);
  }

  /** @returns {Entry[]} those that helped */
  helped() {
    return this.tries().filter(({ own }) => own['helped'] !== undefined);
  }

  /** @returns {Entry[]} what the other gave to read */
  theirs(among = this.#entries.list(TRY)) {
    return among.filter((entry) => !entry.isMine && !entry.isTakenBack && tryOf(entry) !== '');
  }

  /** @returns {Entry[]} of theirs, what is neither taken in nor closed here */
  here() {
    return this.theirs(this.#entries.awake(TRY)).filter(({ mine, own }) => mine['taken'] === undefined && own['closed'] === undefined);
  }

  /** @param {string} id */
  tryById(id) {
    return [...this.tries(), ...this.theirs()].find((entry) => entry.id === id) ?? null;
  }

  /** The newest try, while a pause holds. */
  get nowTry() {
    for (const entry of this.#entries.newest(TRY)) if (isTry(entry)) return entry;
    return null;
  }

  /** The try that a pause has been the occasion for, to be asked about once. @returns {Entry|null} */
  get asked() {
    const entry = this.nowTry;
    return entry && !this.#pauses.current && askedAfter(entry, this.#pauses.all(), this.#now()) ? entry : null;
  }

  /** How it was. @param {Entry} entry @param {'helped'|'keep'|'go'|'change'} how @param {string} [words] of the changed one */
  async answer(entry, how, words = '') {
    const asked = this.#pauses.all()[0]?.id ?? '';
    const said = { asked, ...(how === 'helped' ? { helped: this.#now() } : {}), ...(how === 'go' ? { gone: true } : {}) };
    await this.#entries.keep(TRY, { ...said, ...(how === 'change' && words.trim() ? { try: words.trim() } : {}) }, entry.id);
    if (how === 'go') await this.#entries.takeBack(TRY, entry.id);
    if (how === 'change' && words.trim() && entry.isShared && !entry.isTakenBack)
      await this.#entries.share(TRY, { try: words.trim() }, entry.id);
  }

  /** @param {Entry} entry */
  async shareTry(entry) {
    await this.#entries.share(TRY, { try: tryOf(entry) }, entry.id);
  }

  /** This person takes it in. @param {string} id */
  async take(id) {
    await this.#entries.share(TRY, { taken: true }, id);
  }

  /** @param {string} id */
  async closeTry(id) {
    await this.#entries.keep(TRY, { closed: true }, id);
  }

  // ---- offered after a pause

  /** @returns {Pause|null} */
  get offer() {
    if (this.#pauses.current) return null;
    const pause = offeredAfter(this.#pauses.all(), this.#now());
    const said = pause ? this.#said(pause.id) : null;
    return pause && !said?.own['left'] && this.#now() >= Number(said?.own['later'] ?? 0) ? pause : null;
  }

  /** @param {string} pause */
  #said(pause) {
    return this.#entries.list(OFFER).find(({ own }) => own['pause'] === pause) ?? null;
  }

  /** @param {string} pause @param {boolean} isForGood */
  async putOff(pause, isForGood) {
    await this.#entries.keep(OFFER, { pause, ...(isForGood ? { left: true } : { later: this.#now() + LATER_MS }) }, this.#said(pause)?.id);
  }

  // ---- read together

  /** What one would like to read, until a revisit together came after it. @param {boolean} isMine @returns {Entry|null} */
  #ask(isMine) {
    const ask = this.#entries.list(ASK).find((entry) => entry.isMine === isMine && entry.isShared && !entry.isTakenBack);
    for (const { at, mode, reached } of ask ? this.#sessions.newest('growth-revisit') : [])
      if (mode === 'live' && reached > 0) return ask && ask.at > at ? ask : null;
    return ask ?? null;
  }

  /** @returns {Entry|null} this person let the other know */
  get myAsk() {
    return this.#ask(true);
  }

  /** @returns {Entry|null} the other let this person know, who has not put it away */
  get theirAsk() {
    const ask = this.#ask(false);
    return ask?.own['closed'] ? null : ask;
  }

  /** One card on the other phone: no word of the pages. */
  async letKnow() {
    if (!this.myAsk) await this.#entries.share(ASK, {});
  }

  async takeAskBack() {
    const ask = this.myAsk;
    if (ask) await this.#entries.takeBack(ASK, ask.id);
  }

  /** Not this one; it is not reported. */
  async closeAsk() {
    const ask = this.theirAsk;
    if (ask) await this.#entries.keep(ASK, { closed: true }, ask.id);
  }
}
