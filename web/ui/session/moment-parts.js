/** Reading moments together: choosing a page the other wrote, the page itself, and whether one's own stays open. */
import { isSealed, OPEN, pageOf, SEALED, titleOf } from '../../app/moments.js';
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { moveRadio, segments, textField } from '../parts/page-parts.js';
import { photoOf } from '../parts/photo.js';
import { shortDate, t } from '../text.js';

/** @typedef {import('../../core/practice-view.js').View} View @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../app/entries.js').Entry} Entry */

const TITLE_CHARS = 60;
/** Pages that were opened in a session, so that it is done once. */
const OPENED = new Set();

/** Sealed pages first; of what is sealed only the title. @param {{view: View, screen: PartScreen}} data */
export function momentChoosePart({ view, screen }) {
  const { attune } = screen.app;
  const field = view.fields.find(({ name }) => name === 'pick');
  if (!field) return nothing;
  const isOwner = view.person === attune.live.me;
  const pages = isOwner ? attune.moments.toRead() : attune.moments.all().filter(({ isMine, own }) => isMine && own['audience'] > 0);
  const value = String(field.value ?? '');
  const isPage = pages.some(({ id }) => id === value);
  const byChance = () => {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    screen.write('pick', pages[number % pages.length]?.id ?? '');
  };
  return html`
    ${
      pages.length === 0
        ? html`<p class="lead">${t('moments-journal-none')}</p>`
        : html`<div class="choices" role="radiogroup" aria-label=${t('moments-journal-choose', screen.names)} @keydown=${moveRadio}>${pages.map(
            (page, i) => html`<button type="button" class="choice" role="radio" aria-checked=${page.id === value ? 'true' : 'false'}
              tabindex=${page.id === value || (!isPage && i === 0) ? '0' : '-1'} @click=${() => screen.write('pick', page.id)}><span class="dot">${page.id === value ? icon('check') : nothing}</span>
              <span>${titleOf(page) || t('moments-journal-untitled')} <span class="small soft">${[shortDate(page.at), isSealed(page) ? t('moments-journal-sealed') : ''].filter(Boolean).join(' · ')}</span></span></button>`,
          )}</div>
          <button type="button" class="btn line" @click=${byChance}>${t('moments-journal-by-chance')}</button>`
    }
    ${textField({
      id: 'field-pick',
      label: t('moments-journal-tell-one'),
      value: isPage ? '' : value,
      max: TITLE_CHARS,
      placeholder: t('moments-journal-tell-placeholder'),
      input: (words) => screen.write('pick', words),
    })}
  `;
}

/** The page that was chosen: for the reader, and for its writer where they read it themselves. @param {{view: View, screen: PartScreen}} data */
export function momentReadPart({ view, screen }) {
  const { attune } = screen.app;
  const pick = view.shown.find(({ field }) => field === 'pick')?.value;
  const isTable = attune.live.session?.mode === 'one-phone';
  const isReading = view.hasFloor || isTable;
  const entry = typeof pick === 'string' ? attune.moments.get(pick) : null;
  if (!pick) return view.hasFloor ? html`<p class="lead">${t('moments-journal-nothing-chosen')}</p>` : nothing;
  if (!entry) {
    const isGone = /^[0-9a-f]{32}$/.test(String(pick));
    return html`<article class="card"><p class="said">${isGone ? t('moments-journal-taken-back') : pick}</p>${isGone || !view.hasFloor ? nothing : html`<p class="small soft">${t('moments-journal-aloud')}</p>`}</article>`;
  }
  const isWriterReading = view.flags.includes('they-read') || view.isVoice;
  if (!isReading && !(entry.isMine && isWriterReading)) return nothing;
  const words = pageOf(entry);
  const shown = attune.photos ? attune.moments.photo(entry) : null;
  return html`<article class="card page stack"><h2>${titleOf(entry) || t('moments-journal-untitled')}</h2>
    ${shown ? photoOf(screen.app, shown) : nothing}
    ${words ? html`<p class="said">${words}</p>` : html`<p class="lead">${t('moments-journal-on-their-phone', screen.names)}</p>`}</article>`;
}

/** @param {{view: View, screen: PartScreen}} data */
export function momentLeavePart({ view, screen }) {
  const { attune } = screen.app;
  const entry = attune.moments.get(String(view.theirs['pick'] ?? ''));
  if (!entry?.isMine) return html`<p class="label soft">${t('moments-journal-leave-none')}</p>`;
  return html`<p class="said">${titleOf(entry) || t('moments-journal-untitled')}</p>${segments({
    label: t('moments-journal-leave'),
    value: entry.own['audience'] === OPEN ? 'open' : 'sealed',
    options: [
      { value: 'open', label: t('moments-journal-leave-open') },
      { value: 'sealed', label: t('moments-journal-leave-sealed') },
    ],
    pick: (choice) => void attune.attempt(() => (choice === 'open' ? attune.moments.leaveOpen(entry.id) : attune.moments.seal(entry.id))),
  })}`;
}

/** Its writer's phone opens the page that the other chose, now that both have chosen. @param {import('../../app/attune.js').Attune} attune @param {View} view */
export function openChosen(attune, view) {
  const session = attune.live.session;
  const pick = String(view.theirs['pick'] ?? '');
  const key = `${session?.record}/${pick}`;
  if (view.part !== 'moment-read' || session?.mode !== 'live' || OPENED.has(key)) return;
  const entry = attune.moments.get(pick);
  if (!entry?.isMine || entry.own['audience'] !== SEALED) return;
  OPENED.add(key);
  void attune.attempt(() => attune.moments.open(pick));
}
