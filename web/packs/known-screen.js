import { Screen, text, d, bar, t, qt, who, longDate } from './main.js';
import { carriedOffers } from './picture.js';
import { asChosen } from './thanks-page.js';
import { loadVocabulary } from './today.js';

/** What of which practice is worth finding again, in the order of the page. @type {ReadonlyArray<{title: string, small: string|null, practice: string, fields: readonly string[]}>} */
const KNOWN = Object.freeze([
  { title: 'known-words', small: 'known-words-small', practice: 'deep-listening', fields: ['meant-words', 'own-meaning'] },
  { title: 'known-learned', small: null, practice: 'compassionate-curiosity', fields: ['learned'] },
  { title: 'known-signs', small: null, practice: 'nonverbal-attunement', fields: ['sign', 'signs'] },
]);

/** What two people know of each other: words they kept, things they learned, signs they told. Each line belongs to whoever wrote it. */
class KnownScreen extends Screen {
  static properties = { ...Screen.properties, vocabulary: { state: true } };

  constructor() {
    super();
    /** @type {import('../words.js').Vocabulary|null} */ this.vocabulary = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void loadVocabulary(text()).then((vocabulary) => (this.vocabulary = vocabulary));
  }

  render() {
    const { attune } = this.app;
    const groups = KNOWN.map((known) => ({
      ...known,
      lines: [...attune.sessions.newest(known.practice)].flatMap(({ at, lines, isOpen }) =>
        lines.filter((line) => isOpen && known.fields.includes(line.name) && !line.isWithdrawn).map((line) => ({ ...line, at })),
      ),
    })).filter(({ lines }) => lines.length > 0);
    return qt`
      <main class="screen">
        ${bar({ back: () => this.app.go('#/practices') })}
        <div class="page">
          <header class="head"><h1>${t('known-title')}</h1></header>
          ${carriedOffers(this.app, 'sign', null)}
          ${groups.length === 0 ? qt`<p class="lead">${t('known-empty')}</p>` : d}
          ${groups.map(
            ({
              title,
              small,
              lines,
            }) => qt`<h2 class="section">${t(title)}</h2>${small ? qt`<p class="label soft">${t(small)}</p>` : d}
              ${lines.map(
                (
                  line,
                ) => qt`<article class="card shown"><p class="small soft">${who(line.isMine ? 'you' : 'they', line.isMine ? t('you') : (attune.pair?.them.name ?? ''))} <span>${longDate(line.at)}</span></p>
                <p class="said">${this.#words(line.value)}</p></article>`,
              )}`,
          )}
        </div>
      </main>
    `;
  }

  /** @param {import('../../core/practice.js').FieldValue} value */
  #words(value) {
    const { vocabulary } = this;
    if (!Array.isArray(value)) return String(value);
    return value.map((token) => (vocabulary ? asChosen(vocabulary, String(token)).text : String(token))).join('\n');
  }
}
customElements.define('known-screen', KnownScreen);
