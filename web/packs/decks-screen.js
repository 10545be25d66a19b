import { troubleNotice, dayNumber } from './today.js';
import { Screen, text, d, bar, t, switchRow, qt, textField, who } from './main.js';
import { carriedOffers } from './picture.js';

/** Cards of one's own are drawn where a practice asks, tells, or does something together. */
const OWN_DECKS = Object.freeze(['curiosity', 'storytelling', 'together']);
const MOST_CHARS = 140;
const DRAFT = 'own-card';

/** The decks of cards: how many are new, cards of one's own, and whether the deep ones may come. */
class DecksScreen extends Screen {
  static properties = { ...Screen.properties, content: { state: true }, deck: { state: true }, words: { state: true } };

  constructor() {
    super();
    /** @type {any} */ this.content = null;
    this.deck = '';
    this.words = '';
  }

  connectedCallback() {
    super.connectedCallback();
    void Promise.all([text().content('questions'), this.app.attune.decks.prepare()]).then(([content]) => {
      this.content = content;
      this.deck = this.#decks[0]?.id ?? '';
    });
  }

  willUpdate() {
    const draft = this.freshDraft(DRAFT);
    if (draft) this.words = draft;
  }

  /** @returns {{id: string, name: string, use: string}[]} */
  get #decks() {
    return (this.content?.decks ?? []).filter((/** @type {any} */ deck) => OWN_DECKS.includes(deck.id));
  }

  render() {
    const { decks, pair } = this.app.attune;
    return qt`
      <main class="screen">
        ${bar({ back: () => this.app.go('#/practices') })}
        <div class="page">
          <header class="head"><h1>${t('decks-title')}</h1></header>
          <p class="lead">${t('decks-small')}</p>
          ${troubleNotice(this.app)}
          ${switchRow({ id: 'deep', label: t('decks-deep'), small: t('decks-deep-small'), isOn: decks.isWillingDeep, toggle: () => void this.app.attune.attempt(() => decks.setWillingDeep(!decks.isWillingDeep)) })}
          ${
            this.content
              ? qt`<ul class="rows">${this.#decks.map((deck) => {
                  const cards = this.content.questions.filter((/** @type {any} */ card) => card.deck === deck.id);
                  const left = cards.filter(
                    (/** @type {any} */ card) => !decks.isResting(card.id, dayNumber(this.app.attune.today())),
                  ).length;
                  return qt`<li><div class="what"><b>${deck.name}</b><span class="label soft">${deck.use}</span><span class="small soft">${t('decks-left', { count: left })}</span></div></li>`;
                })}</ul>
                <h2 class="section">${t('decks-add')}</h2>
                <div class="chips" role="group" aria-label=${t('decks-title')}>${this.#decks.map(({ id, name }) => qt`<button class="chip" aria-pressed=${this.deck === id ? 'true' : 'false'} @click=${() => (this.deck = id)}>${name}</button>`)}</div>
                ${carriedOffers(this.app, 'card', (words) => this.#type(words.slice(0, MOST_CHARS)))}
                ${textField({ id: 'own-card', label: t('decks-add'), isLabelHidden: true, value: this.words, max: MOST_CHARS, isLong: true, input: (words) => this.#type(words) })}
                ${pair ? qt`<p class="small soft">${t('decks-add-small')}</p>` : d}
                <button class="btn primary" ?disabled=${!this.words.trim()} @click=${() => void this.#add()}>${t('decks-add-button')}</button>
                ${this.#own()}`
              : d
          }
        </div>
      </main>
    `;
  }

  /** @param {string} words */
  #type(words) {
    this.words = words;
    this.setDraft(DRAFT, words || null);
  }

  async #add() {
    const { attune } = this.app;
    await attune.attempt(() => attune.decks.add(this.deck, this.words));
    if (!attune.trouble) this.#type('');
  }

  #own() {
    const { attune } = this.app;
    const own = attune.decks.own();
    if (own.length === 0) return d;
    return qt`<h2 class="section">${t('decks-own')}</h2>${own.map(
      ({
        id,
        text: words,
        isMine,
      }) => qt`<article class="card shown"><p class="small soft">${who(isMine ? 'you' : 'they', isMine ? t('you') : (attune.pair?.them.name ?? ''))}</p><p class="said">${words}</p>
        ${isMine ? qt`<button class="btn text" @click=${() => void attune.attempt(() => attune.decks.takeOut(id))}>${t('decks-take-out', { card: words })}</button>` : d}</article>`,
    )}`;
  }
}
customElements.define('decks-screen', DecksScreen);
