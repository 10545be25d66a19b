import { Screen, text, d, head, t, qt, textField, icon, clockTime, longDate, listed, clip } from './main.js';
import { PRACTICE_IDS, areasOf, loadPractice, troubleNotice, syncNotice, dock, whyThis, most } from './today.js';
import { SUMMARIES } from './summaries.js';
import { CARRIED_PLACES, atOf, whenFields, sessionRows, intoCalendar } from './picture.js';

/** What the library offers first: from what is true today, never from guessing at feelings. At most two, each with its reason. */

/**
 * @typedef {object} Facts
 * @property {{practice: string, mode: string}|null} underWay @property {string|null} invited practice @property {readonly {practice: string, record: string}[]} waiting sessions in own time where it is this person's turn
 * @property {number|null} pausedUntilMs @property {{at: number}|null} turnOwed the other listened and was not heard since @property {string|null} topic parked, the oldest
 * @property {boolean} hasSky this person said their sky today @property {boolean} hasPair @property {(offer: string) => boolean} isWelcome not declined
 *
 * @typedef {{practice: string, place: string, reason: string, args: Readonly<Record<string, string|number>>, isAction: boolean, offer: string|null}} Suggestion
 *   `offer`: it comes unasked, and can be declined for good; `reason` is a message id; `at` and `until` in `args` are ms
 */

const MOST = 2;

/** @param {Facts} facts @returns {Suggestion[]} most urgent first */
function suggestions(facts) {
  /** @type {Suggestion[]} */ const found = [];
  const add = (
    /** @type {string} */ practice,
    /** @type {string} */ place,
    /** @type {string} */ reason,
    /** @type {Record<string, string|number>} */ args = {},
    isAction = false,
  ) => found.push({ practice, place, reason: `practices-now-${reason}`, args, isAction, offer: null });
  const offer = (
    /** @type {string} */ id,
    /** @type {string} */ practice,
    /** @type {string} */ place,
    /** @type {Record<string, string|number>} */ args = {},
  ) => facts.isWelcome(id) && found.push({ practice, place, reason: `practices-now-${id}`, args, isAction: false, offer: id });
  if (facts.pausedUntilMs !== null) add('pause-in-conflict', '#/pause', 'pause', { until: facts.pausedUntilMs }, true);
  if (facts.invited) add(facts.invited, '#/live', 'invited');
  if (facts.underWay) add(facts.underWay.practice, '#/live', 'under-way', {}, true);
  for (const { practice, record } of facts.waiting) add(practice, `#/live/own/${record}`, 'your-turn');
  if (facts.pausedUntilMs === null && facts.hasPair) {
    if (facts.turnOwed) offer('turn-owed', 'deep-listening', '#/live/deep-listening', { at: facts.turnOwed.at });
    if (facts.topic) offer('topic', 'structured-listening', '#/live/structured-listening', { topic: facts.topic });
  }
  if (!facts.hasSky) offer('check-in', 'daily-check-in', '#/check-in');
  return found.slice(0, MOST);
}

/** On this phone only: the session whose turn is left to rest. */
const RESTS = 'turn-rests';

/** @typedef {import('../../practices/summaries.js').Summary} Summary */

/** The last ones; the others have their own screen. */
const SHOWN = 3;
const GROUPS = /** @type {const} */ (['small', 'listening', 'hard', 'story', 'body', 'weekly']);
const FILTERS = /** @type {const} */ (['all', 'short', 'together', 'alone', 'apart']);
const SHORT_MINUTES = 5;
const ACT_CHARS = 160;

/** How a practice can be done, each with its icon. @type {ReadonlyArray<readonly ['together'|'alone'|'apart', string, readonly string[]]>} */
const MODES = [
  ['together', 'users-round', ['live', 'one-phone']],
  ['alone', 'user-round', ['alone']],
  ['apart', 'send', ['own-time']],
];

/** @param {Summary} summary @param {string} mode */
const can = ({ modes }, mode) => MODES.find(([id]) => id === mode)?.[2].some((each) => modes.includes(each)) === true;

/** Where what stays from practices can be found again. */
const PLACES = Object.freeze({
  'for-yourself': ['inventory', 'revisits', 'retreat'],
  'for-both': ['requests', 'acts', 'thanks', 'moments', 'memories', 'values', 'known', 'decks'],
});

/** The practices there are, by what they are good for; what is offered today; what was done and carried on. */
class PracticesScreen extends Screen {
  static properties = {
    ...Screen.properties,
    filter: { state: true },
    query: { state: true },
    isReady: { state: true },
    waiting: { state: true },
    planned: { state: true },
  };

  constructor() {
    super();
    /** @type {(typeof FILTERS)[number]} */ this.filter = 'all';
    this.query = '';
    this.isReady = false;
    /** @type {readonly {practice: string, record: string}[]} */ this.waiting = [];
    /** What is being put into a calendar. @type {{id: string, day: string, time: string}|null} */ this.planned = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const areas = [...new Set(PRACTICE_IDS.flatMap(areasOf))];
    void text()
      .load(...areas)
      .then(() => {
        this.isReady = true;
        for (const id of PRACTICE_IDS) void loadPractice(id); // ready by the time one is tapped
        void import('./live-screen.js');
      });
    void this.app.attune.live.waiting().then((waiting) => (this.waiting = waiting));
  }

  render() {
    const { attune } = this.app;
    const found = this.#found();
    return qt`
      <main class="screen">
        <div class="page">
          ${head(t('practices-title'))}
          ${troubleNotice(this.app)} ${syncNotice(attune.sync)}
          <div class="chips scroll" role="group" aria-label=${t('practices-filter')}>
            ${FILTERS.map(
              (each) =>
                qt`<button class="chip" aria-pressed=${this.filter === each ? 'true' : 'false'} @click=${() => (this.filter = each)}>${this.#filterIcon(each)}${t(`practices-${each}`)}</button>`,
            )}
          </div>
          ${this.isReady ? this.#now() : d}
          ${textField({ id: 'search', label: t('practices-search'), value: this.query, max: 40, input: (query) => (this.query = query) })}
          ${this.isReady ? (found.length === 0 ? qt`<p class="lead">${t('practices-nothing')}</p>` : GROUPS.map((group) => this.#group(group, found))) : d}
          ${this.isReady ? qt`${this.#carried()} ${this.#past()}` : d}
          ${Object.entries(PLACES).map(
            ([heading, places]) => qt`
              <h2 class="section">${t(`practices-${heading}`)}</h2>
              <ul class="rows">
                ${places.map((place) => qt`<li><a class="what" href="#/${place}"><b>${t(`practices-${place}`)}</b></a>${icon('chevron-right', 's')}</li>`)}
              </ul>
            `,
          )}
          <p class="label soft">${t('practices-not-therapy')} <a href="#/help">${t('practice-help')}</a></p>
        </div>
        ${dock('practices')}
      </main>
    `;
  }

  /** @param {string} filter */
  #filterIcon(filter) {
    const mode = MODES.find(([id]) => id === filter);
    return mode ? icon(mode[1], 's') : d;
  }

  /** @returns {readonly Summary[]} */
  #found() {
    const words = this.query.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return SUMMARIES.filter((summary) => {
      if (!PRACTICE_IDS.includes(summary.id)) return false;
      if (this.filter === 'short' && summary.minutes[0] > SHORT_MINUTES) return false;
      if (this.filter !== 'all' && this.filter !== 'short' && !can(summary, this.filter)) return false;
      const said = [this.#title(summary.id), this.#line(summary.id), ...summary.goodFor.map((each) => t(`practices-good-${each}`))]
        .join(' ')
        .toLowerCase();
      return words.every((word) => said.includes(word));
    });
  }

  get #names() {
    const { pair } = this.app.attune;
    return { you: pair?.me.name ?? '', name: pair?.them.name ?? '' };
  }

  /** @param {string} id */
  #title = (id) => t(id === 'daily-check-in' ? 'check-in-title' : `${id}-title`, this.#names);
  /** @param {string} id */
  #line = (id) => t(id === 'daily-check-in' ? 'live-check-in-line' : `${id}-line`, this.#names);

  #now() {
    const { attune } = this.app;
    const { live } = attune;
    const facts = {
      underWay: live.session ? { practice: live.session.practice, mode: live.session.mode } : null,
      invited: live.invitation?.practice ?? null,
      waiting: this.waiting,
      pausedUntilMs: attune.pauses.current?.untilMs ?? null,
      turnOwed: attune.drafts.get(RESTS) === attune.sessions.turnOwed()?.at ? null : attune.sessions.turnOwed(),
      topic: attune.pair ? (attune.checkIns.topics()[0]?.text ?? null) : null,
      hasSky: attune.checkIns.day(attune.today()).mine !== null,
      hasPair: attune.pair !== null,
      isWelcome: (/** @type {string} */ id) => attune.offers.isWelcome(id),
    };
    return suggestions(facts)
      .filter(({ practice }) => PRACTICE_IDS.includes(practice))
      .map(({ practice, place, reason, args, isAction, offer }) => {
        const { at, until } = args;
        const when = {
          ...(at === undefined ? {} : { date: longDate(Number(at)) }),
          ...(until === undefined ? {} : { time: clockTime(Number(until)) }),
        };
        return qt`<article class="card calm ritual">
          <div class="stack"><h2>${this.#title(practice)}</h2><p class="label soft">${t(reason, { ...this.#names, ...args, ...when })}</p></div>
          <a class="btn primary push" href=${place} aria-label=${`${t(isAction ? 'practices-go-on' : 'practices-open')}: ${this.#title(practice)}`}>${t(isAction ? 'practices-go-on' : 'practices-open')}</a>
          ${reason === 'practices-now-turn-owed' ? qt`<button class="btn text" @click=${() => this.#letRest(Number(at))}>${t('practices-let-rest')}</button>` : d}
          ${offer ? whyThis(this.app, [{ id: offer, title: this.#title(practice) }]) : d}
        </article>`;
      });
  }

  /** A turn that is owed is not offered any more; nobody is told. @param {number} at of the session it comes from */
  #letRest(at) {
    this.app.attune.drafts.set(RESTS, at);
    this.requestUpdate();
  }

  /** @param {string} group @param {readonly Summary[]} found */
  #group(group, found) {
    const here = found.filter((summary) => summary.group === group);
    if (here.length === 0) return d;
    return qt`
      <section class="group">
        <header><h2>${t(`practices-group-${group}`)}</h2><span class="label soft">${t(`practices-group-${group}-for`)}</span></header>
        <ul class="rows practice">${here.map((summary) => this.#row(summary))}</ul>
      </section>
    `;
  }

  /** @param {Summary} summary */
  #row(summary) {
    const { id, minutes, depth, goodFor } = summary;
    const modes = MODES.filter(([mode]) => can(summary, mode));
    return qt`<li>
      <a class="what" href="#/live/${id}"><b>${this.#title(id)}</b>
        <span class="label soft">${this.#line(id)}</span>
        <span class="vh">${t('practices-good-label')}: ${listed(goodFor.map((each) => t(`practices-good-${each}`)))}</span></a>
      <div class="when"><span>${t('practices-minutes', { minutes: minutes[1] })}</span>
        <span class="small soft">${t(`practices-depth-${depth}`)}</span>
        <span class="modes" role="img" aria-label=${listed(modes.map(([mode]) => t(`practices-${mode}`)))}>${modes.map(([, name]) => icon(name, 's'))}</span></div>
    </li>`;
  }

  #carried() {
    const carried = this.app.attune.sessions.carried();
    if (carried.length === 0) return d;
    return qt`
      <h2 class="section">${t('practices-carried')}</h2>
      ${carried.map(
        ({ id, kind, practice, text: words }) => qt`<article class="card mine">
          <p class="label soft">${icon('lock', 's')} ${t(`practices-kind-${kind}`)} · ${this.#title(practice)}</p>
          ${words ? qt`<p class="said">${words}</p>` : d}
          ${kind === 'calendar' && this.planned?.id === id ? this.#planning(this.planned) : d}
          <div class="line">${kind === 'act' && words && !this.app.attune.live.session ? qt`<button class="chip" aria-label=${t('carried-use-this', { text: words })} @click=${() => void this.#toAct(id, words)}>${t('carried-use')}</button>` : CARRIED_PLACES[kind] ? qt`<a class="chip" href=${CARRIED_PLACES[kind]}>${t('practices-open')}</a>` : d}
            ${kind === 'calendar' && this.planned?.id !== id ? qt`<button class="chip" @click=${() => (this.planned = { id, day: '', time: '19:00' })}>${t('retreat-into-calendar')}</button>` : d}
            <button class="chip" @click=${() => void this.app.attune.attempt(() => this.app.attune.sessions.putDown(id))}>${t('practices-put-down')}</button></div>
        </article>`,
      )}
    `;
  }

  /** What was carried as an act stands where acts are chosen; the rest of it is this person's. @param {string} id @param {string} words */
  async #toAct(id, words) {
    const { attune } = this.app;
    const how = /** @type {const} */ ({ practice: 'empathy-in-action', mode: 'alone', starter: 0 });
    await attune.attempt(async () => {
      await attune.live.begin({ ...how, length: attune.preferences.timers, given: { act: clip(words, ACT_CHARS) } });
      await attune.sessions.putDown(id);
    });
    if (!attune.trouble) this.app.go(CARRIED_PLACES['act'] ?? '');
  }

  /** What was carried for a calendar goes into one of this phone, under a title that says nothing. @param {{id: string, day: string, time: string}} planned */
  #planning(planned) {
    const at = atOf(planned);
    const { attune } = this.app;
    const save = async () => {
      intoCalendar(this.app, at);
      await attune.attempt(() => attune.sessions.putDown(planned.id));
      this.planned = null;
    };
    return qt`${whenFields('planned', planned, (when) => (this.planned = { ...planned, ...when }))}
      <button class="btn line" ?disabled=${!(at > attune.now())} @click=${() => void save()}>${t('retreat-into-calendar')}</button>`;
  }

  #past() {
    const past = [...most(this.app.attune.sessions.done(), SHOWN + 1)];
    return qt`
      <h2 class="section">${t('practices-past')}</h2>
      ${past.length === 0 ? qt`<p class="label soft">${t('practices-past-none')}</p>` : sessionRows(past.slice(0, SHOWN), this.#title)}
      ${past.length > SHOWN ? qt`<a class="btn text" href="#/sessions">${t('practices-past-all')}</a>` : d}
    `;
  }
}
customElements.define('practices-screen', PracticesScreen);
