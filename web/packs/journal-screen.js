import { Screen, t, dayLabel, d, head, segments, mark, qt, icon, longDate, clockTime } from './main.js';
import { troubleNotice, syncNotice, dock } from './today.js';

/** The pages, newest first. */
class JournalScreen extends Screen {
  static properties = { ...Screen.properties, filter: { state: true } };

  constructor() {
    super();
    /** @type {'all'|'me'|'us'} */ this.filter = 'all';
  }

  render() {
    const { attune } = this.app;
    const { some: pages, more } = this.beginning(attune.journal.newest(this.filter), { name: this.filter, label: t('journal-earlier') });
    const drafts = this.filter === 'us' ? [] : attune.drafts.keys().filter((key) => key === 'page/new');
    /** @type {Map<string, typeof pages>} */ const byDay = new Map();
    for (const page of pages) byDay.set(dayLabel(page.at), [...(byDay.get(dayLabel(page.at)) ?? []), page]);
    return qt`
      <main class="screen">
        <div class="page">
          ${head(t('journal-title'))}
          ${troubleNotice(this.app)} ${syncNotice(attune.sync)}
          <div class="find">
            ${
              attune.pair
                ? segments({
                    label: t('journal-filter'),
                    value: this.filter,
                    options: [
                      { value: 'all', label: t('journal-all') },
                      { value: 'me', label: qt`${mark('you')}${t('only-me')}`, name: t('only-me') },
                      { value: 'us', label: qt`${mark('both')}${t('us')}`, name: t('us') },
                    ],
                    pick: (value) => (this.filter = value),
                  })
                : qt`<span></span>`
            }
            <a class="btn primary square round" href="#/page/new" aria-label=${t('journal-new')}>${icon('pencil')}</a>
          </div>
          ${
            attune.pair
              ? qt`<div class="line"><a class="btn text" href="#/thanks/noticed">${icon('plus', 's')}${t('thanks-noticed-open')}</a>
                  <a class="btn text" href="#/retreat">${icon('plus', 's')}${t('retreat-title')}</a></div>`
              : d
          }
          <a class="btn soft wide" href="#/memories">${icon('place-story')}${t('memories-title')}</a>
          ${drafts.map(() => qt`<a class="entry draft" data-for="me" href="#/page/new"><span class="meta">${icon('pencil')}<b>${t('journal-draft')}</b></span><p class="said">${String(attune.drafts.get('page/new')?.[1] ?? '').slice(0, 160)}</p></a>`)}
          ${pages.length === 0 && drafts.length === 0 ? qt`<p class="lead soft">${t(`journal-empty${this.filter === 'all' ? '' : `-${this.filter}`}`)}</p>` : d}
          ${[...byDay].map(([, list]) => qt`<h2 class="section">${longDate(list[0]?.at ?? 0)}</h2>${list.map((page) => this.#entry(page))}`)}
          ${more}
        </div>
        ${dock('journal')}
      </main>
    `;
  }

  /** @param {import('../../app/journal.js').Page} page */
  #entry(page) {
    const name = this.app.attune.pair?.them.name ?? '';
    const by = page.by === 'them' ? t('journal-by-them', { name }) : t('journal-by-me');
    return qt`
      <a class="entry" data-for=${page.audience} href="#/page/${page.id}${page.by === 'them' ? '/them' : ''}">
        <span class="meta">
          ${page.audience === 'me' ? qt`${icon('lock')}<b>${t('only-me')}</b>` : qt`${mark('both')}<b>${t('us')}</b><span class="soft">${by}${page.earlier.length > 0 ? `, ${t('journal-changed')}` : d}</span>`}
          <span class="push">${clockTime(page.at)}</span>
        </span>
        ${
          page.withdrawn
            ? qt`<p class="label soft">${page.by === 'them' ? t('page-taken-back', { name }) : t('page-taken-back-mine')}</p>`
            : qt`${page.title ? qt`<h3>${page.title}</h3>` : d}${page.text ? qt`<p class="said excerpt">${page.text}</p>` : d}
                ${page.photo ? qt`<p class="label soft photo-line">${icon('image', 's')}${page.photo.words || t('photo-one')}</p>` : d}`
        }
      </a>
    `;
  }
}
customElements.define('journal-screen', JournalScreen);
