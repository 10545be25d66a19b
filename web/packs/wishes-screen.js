import { ANSWER, troubleNotice, wordsOf } from './today.js';
import { Screen, bar, qt, t, textField, d, who } from './main.js';

const WHEN_CHARS = 120;
const DRAFT = 'wishes/';

/** A wish, after the session: to think about, said yes to, or one's own with what came of it. */
class WishesScreen extends Screen {
  static properties = { ...Screen.properties, when: { state: true } };

  constructor() {
    super();
    /** @type {string|null} typed */ this.when = null;
  }

  willUpdate() {
    const draft = this.freshDraft(this.#draftKey);
    if (draft) this.when = draft;
  }

  get #draftKey() {
    return DRAFT + (this.params[0] ?? '');
  }

  get #name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  render() {
    const { wishes } = this.app.attune;
    const wish = wishes.find(this.params[0] ?? '');
    const body = !wish
      ? this.#gone()
      : wish.mine && (wishes.actOf(wish.id, false) || wish.theirAnswer !== undefined) && !this.#isForMe(wish)
        ? this.#mine(wish)
        : this.#theirs(wish);
    return qt`<main class="screen flow">${bar({ back: () => this.app.back() })}${body}</main>`;
  }

  /** Both may have wished in one session: what asks something of this person comes first. @param {import('../../app/wishes.js').Wish} wish */
  #isForMe(wish) {
    const { wishes } = this.app.attune;
    const isRead = !wishes.granted().some((each) => each.wish.id === wish.id) && !wishes.answeredLater().some(({ id }) => id === wish.id);
    return wish.theirs !== '' && isRead;
  }

  #gone() {
    return qt`<div class="body stack"><h1 class="prompt">${t('wishes-gone')}</h1></div>`;
  }

  /** @param {string} label @param {() => Promise<unknown>} step @param {string} [kind] @param {boolean} [isOff] */
  #button(label, step, kind = 'line', isOff = false) {
    return qt`<button class="btn ${kind} big wide" ?disabled=${isOff} @click=${() => void this.#end(step)}>${label}</button>`;
  }

  /** @param {import('../../app/wishes.js').Wish} wish */
  #theirs(wish) {
    const { wishes } = this.app.attune;
    if (wish.theirs === '') return this.#gone();
    const act = wishes.actOf(wish.id, true);
    const head = (/** @type {string} */ title) =>
      qt`<p class="label soft">${who('they', this.#name)} <span>${title}</span></p><h1 class="prompt">${wish.theirs}</h1>`;
    if (wish.myAnswer === ANSWER.yes && act) {
      const words = this.when ?? String(act.own['if-then'] ?? '');
      return qt`
        <div class="body stack">${head(t('wishes-you-said-yes'))}<p class="lead">${t('wishes-when')}</p>
          ${textField({
            id: 'wish-when',
            label: t('wishes-when-label'),
            value: words,
            max: WHEN_CHARS,
            placeholder: t('wishes-when-placeholder'),
            isLong: true,
            input: (value) => {
              this.when = value;
              this.setDraft(this.#draftKey, value);
            },
          })}
          <p class="small soft">${t('acts-shown', { name: this.#name })}</p>
          <p class="label"><a href="#/acts/${act.id}">${t('wishes-to-act')}</a></p>${troubleNotice(this.app)}</div>
        <div class="foot">${this.#button(t('wishes-keep'), () => wishes.time(act, words), 'primary', words.trim() === '')} ${this.#button(t('close'), async () => {})}</div>
      `;
    }
    if (wish.myAnswer !== ANSWER.think)
      return qt`<div class="body stack">${head(t('wishes-yours', { name: this.#name }))}<p class="lead">${wish.myAnswer === undefined ? d : t(`two-stars-one-wish-answer-${wish.myAnswer + 1}`)}</p></div>
        <div class="foot">${this.#button(t('close'), async () => {}, 'primary')}</div>`;
    const answers = /** @type {const} */ ([ANSWER.yes, ANSWER.talk, ANSWER.not]);
    return qt`
      <div class="body stack">${head(t('wishes-yours', { name: this.#name }))}
        <p class="label soft">${t('two-stars-one-wish-cue-no-duty')} ${t('wishes-for-retreat-small')}</p>${troubleNotice(this.app)}</div>
      <div class="foot">${answers.map((answer) => this.#button(t(`two-stars-one-wish-answer-${answer + 1}`), () => wishes.answer(wish, answer)))}
        ${this.#button(t('wishes-for-retreat'), () => wishes.rest(wish), 'text')}</div>
    `;
  }

  /** @param {import('../../app/wishes.js').Wish} wish */
  #mine(wish) {
    const { wishes, acts } = this.app.attune;
    const act = wishes.actOf(wish.id, false);
    const outcome = act?.theirs['outcome'];
    const title = !act
      ? t(`two-stars-one-wish-told-${(wish.theirAnswer ?? 0) + 1}`, { name: this.#name })
      : outcome === 'done'
        ? t('wishes-did', { name: this.#name })
        : outcome === 'changed'
          ? t('wishes-changed', { name: this.#name })
          : t('wishes-says-yes', { name: this.#name });
    const close = async () => (act ? wishes.close(act) : wishes.hear(wish));
    return qt`
      <div class="body stack">
        <p class="label soft">${title}</p><h1 class="prompt">${act ? wordsOf(act) : wish.mine}</h1>
        ${act?.theirs['if-then'] ? qt`<p class="lead">${act.theirs['if-then']}</p>` : d}
        ${act?.theirs['after'] ? qt`<article class="card shown"><p class="small soft">${who('they', this.#name)}</p><p class="said">${act.theirs['after']}</p></article>` : d}
        ${troubleNotice(this.app)}
      </div>
      <div class="foot">
        ${act && outcome === 'done' && act.mine['reached'] === undefined ? this.#button(t('wishes-reached'), () => acts.reach(act.id), 'primary') : d}
        ${this.#button(outcome === 'changed' ? t('wishes-take-in') : t('close'), close, outcome === 'done' ? 'line' : 'primary')}
      </div>
    `;
  }

  /** @param {() => Promise<unknown>} step */
  async #end(step) {
    const { attune } = this.app;
    await attune.attempt(step);
    if (attune.trouble) return;
    this.when = null;
    this.setDraft(this.#draftKey, null);
    await attune.drafts.clear(this.#draftKey);
    this.app.go('#/today');
  }
}
customElements.define('wishes-screen', WishesScreen);
