import { Screen, d, bar, t, qt, longDate, who, icon, textField, lockLine } from './main.js';
import { troubleNotice } from './today.js';
import { loadPastWords, groupLists } from './thanks-page.js';

/** Answers to a written summary, by whoever did not write it. */
const ANSWERS = /** @type {const} */ (['and', 'not-quite']);
const ANSWER_CHARS = 200;
/** A line of this name may be answered. */
const ANSWERED = 'summary';
/** Days until a trial is asked about again. */
const ANOTHER_DAY = 7;

/** A session that was: what was shared, by whom, and what this person kept. */
class SessionScreen extends Screen {
  static properties = {
    ...Screen.properties,
    reading: { state: true },
    sure: { state: true },
    answer: { state: true },
    words: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../session/past-words.js').PastWords|null} */ this.reading = null;
    /** Name of the line that is about to be taken back. */ this.sure = '';
    /** @type {'and'|'not-quite'|''} */ this.answer = '';
    this.words = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const { past } = this;
    if (past) void loadPastWords(this.app.attune, [past.practice]).then((reading) => (this.reading = reading));
  }

  get past() {
    return this.app.attune.sessions.find(this.params[0] ?? '') ?? undefined;
  }

  /** @returns {import('../../core/practice-schema.js').Practice|undefined} */
  get #practice() {
    return this.reading?.practices.get(this.past?.practice ?? '');
  }

  get #names() {
    const { pair } = this.app.attune;
    return { you: pair?.me.name ?? '', name: pair?.them.name ?? '' };
  }

  render() {
    const { past } = this;
    const practice = this.#practice;
    const readable = past && this.reading?.readable(past);
    if (!past || !practice || !readable)
      return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">${past ? d : qt`<h1>${t('sessions-nothing')}</h1>`}</div></main>`;
    const { lines, notes, joint } = readable;
    return qt`
      <main class="screen">
        ${bar({ back: () => this.app.back() })}
        <div class="page">
          <header class="head"><h1>${t(practice.words.title, this.#names)}</h1></header>
          <p class="label soft">${longDate(past.at)} · ${t(`sessions-mode-${past.mode}`)}</p>
          ${troubleNotice(this.app)}
          ${this.#trialDue(past.id)}
          ${joint.map((each) => this.#joint(each))}
          ${lines.length + notes.length === 0 ? qt`<p class="lead">${t('sessions-nothing')}</p>` : d}
          ${lines.map(({ field, line }) => this.#line(past.id, field, line))}
          ${notes.length > 0 ? qt`<h2 class="section">${t('sessions-only-you')}</h2>${notes.map(({ field, value }) => this.#note(field, value))}` : d}
        </div>
      </main>
    `;
  }

  /** The day on which the two wanted to look again at what they try: looked at, or another day. @param {string} session */
  #trialDue(session) {
    const { attune } = this.app;
    const trial = attune.values.trial();
    if (trial?.session !== session || !trial.isDue) return d;
    const put = (/** @type {boolean} */ isLeft) => void attune.attempt(() => attune.values.putLookAway(session, isLeft, ANOTHER_DAY));
    return qt`<section class="card calm stack"><h2>${t('values-trial-how')}</h2><p class="label">${t('values-trial-talk')} <a href="#/live/shared-problem-solving">${t('shared-problem-solving-title')}</a></p>
      <div class="line"><button class="btn line" @click=${() => put(true)}>${t('values-trial-looked')}</button>
        <button class="btn text" @click=${() => put(false)}>${t('values-trial-later')}</button></div></section>`;
  }

  /** @param {import('../../core/practice-schema.js').Field} field @param {any} value @returns {string} */
  #text(field, value) {
    const practice = this.#practice;
    return practice && this.reading ? this.reading.text(practice, field, value) : '';
  }

  /** @param {import('../../core/practice-schema.js').Field} field */
  #label(field) {
    return this.reading?.label(field) ?? '';
  }

  /** What came of both answers. @param {import('../session/past-words.js').Joint} joint */
  #joint({ text, groups }) {
    if (groups.length === 0)
      return text
        ? qt`<article class="card flat"><p class="small soft">${who('both', t('sessions-joint'))}</p><p class="said">${text}</p></article>`
        : d;
    const personOf = (/** @type {0|1} */ person) =>
      this.past?.lines.some((line) => line.person === person && line.isMine) === true
        ? { whose: /** @type {const} */ ('you'), name: t('you') }
        : { whose: /** @type {const} */ ('they'), name: this.#names.name };
    return groupLists(groups, { say: (id) => this.reading?.say(id) ?? '', personOf});
  }

  /** @param {string} session @param {import('../../core/practice-schema.js').Field} field @param {import('../../app/sessions.js').Line} line */
  #line(session, field, line) {
    const { attune } = this.app;
    const name = line.isMine ? t('you') : this.#names.name;
    const answers =
      this.past?.lines.filter((each) => ANSWERS.some((kind) => each.name === kind) && each.isMine !== line.isMine && !each.isWithdrawn) ??
      [];
    return qt`<article class="card shown">
      <p class="small soft">${who(line.isMine ? 'you' : 'they', name)} <span>${this.#label(field)}</span>${line.isGuest ? qt` <span>${t('sessions-on-one-phone')}</span>` : d}</p>
      ${field.agreedAt && !line.isWithdrawn ? qt`<p class="small soft">${t(this.past?.end === field.agreedAt ? 'sessions-agreed' : 'sessions-not-agreed')}</p>` : d}
      ${line.isWithdrawn ? qt`<p class="label soft">${t('sessions-taken-back')}</p>` : qt`<p class="said">${this.#text(field, line.value)}</p>`}
      ${
        line.isMine && !line.isWithdrawn && !line.isGuest
          ? this.sure === line.name
            ? qt`<p class="label">${t('sessions-take-back-sure', this.#names)}</p><div class="line">
                <button class="btn line" @click=${() => void attune.attempt(() => attune.sessions.withdraw(session, line.name)).then(() => (this.sure = ''))}>${t('sessions-take-back-yes')}</button>
                <button class="btn text" @click=${() => (this.sure = '')}>${t('cancel')}</button></div>`
            : qt`<button class="btn text" @click=${() => (this.sure = line.name)}>${icon('undo-2', 's')}${t('sessions-take-back')}</button>`
          : d
      }
      ${
        field.name === ANSWERED && !line.isWithdrawn
          ? qt`${answers.map((each) => qt`<div class="answered"><p class="small soft">${who(each.isMine ? 'you' : 'they', each.isMine ? t('you') : this.#names.name)} <span>${t(`sessions-${each.name}`)}</span></p><p class="said">${String(each.value)}</p></div>`)}
              ${line.isMine || answers.length > 0 ? d : this.#answering(session)}`
          : d
      }
    </article>`;
  }

  /** @param {string} session */
  #answering(session) {
    const { attune } = this.app;
    const { answer } = this;
    const send = async () => {
      if (!answer || !this.words.trim()) return;
      await attune.attempt(() => attune.sessions.add(session, answer, this.words.trim()));
      if (!attune.trouble) this.answer = '';
    };
    return qt`<div class="chips" role="group" aria-label=${t('sessions-answer')}>${ANSWERS.map((each) => qt`<button class="chip" aria-pressed=${answer === each ? 'true' : 'false'} @click=${() => (this.answer = each)}>${t(`sessions-${each}`)}</button>`)}</div>
      ${
        answer
          ? qt`${textField({ id: 'answer', label: t('sessions-answer-words'), value: this.words, max: ANSWER_CHARS, isLong: true, input: (words) => (this.words = words) })}
              <p class="small soft">${t('practice-will-see', this.#names)}</p>
              <button class="btn primary" ?disabled=${!this.words.trim()} @click=${() => void send()}>${t('share')}</button>`
          : d
      }`;
  }

  /** @param {import('../../core/practice-schema.js').Field} field @param {any} value */
  #note(field, value) {
    return qt`<article class="card mine">${lockLine(this.#label(field) || t('sessions-only-you'))}<p class="said">${this.#text(field, value)}</p></article>`;
  }
}
customElements.define('session-screen', SessionScreen);
