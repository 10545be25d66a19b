/** Two tables, opened together: the board, the word a turn is about, and where it is said whether a shared word means the same. */
import { html, nothing } from '../../vendor/lit.js';
import { boardFrom, heldWord, valuesBoard } from '../parts/board.js';
import { segments } from '../parts/page-parts.js';
import { t } from '../text.js';
import { valueCard } from './value-names.js';

/** @typedef {import('./parts.js').PartScreen} PartScreen @typedef {import('../../core/practice-view.js').View} View */

/** Which words a turn may be about, and the field in which it is chosen. */
const TURNS = Object.freeze(
  /** @type {Record<string, {field: string, areas: readonly ('both'|'differ'|'one')[]}>} */ ({
    both: { field: 'both-word', areas: ['both'] },
    'both-back': { field: 'both-word', areas: ['both'] },
    differ: { field: 'differ-word', areas: ['differ', 'one'] },
    'differ-back': { field: 'differ-word', areas: ['differ', 'one'] },
    explore: { field: 'differ-word', areas: ['differ', 'one'] },
    'explore-back': { field: 'differ-word', areas: ['differ', 'one'] },
    celebrate: { field: 'act-word', areas: ['both'] },
    agree: { field: 'agreement-word', areas: ['differ', 'one', 'both'] },
  }),
);
const WHOLE = ['board', 'close', 'own-answer'];

/** @param {{view: View, screen: PartScreen}} data */
export function valuesPart({ view, screen }) {
  const { live } = screen.app.attune;
  if (view.phase === 'reveal') {
    const mine = screen.valueOf('table') ?? view.fields.find(({ name }) => name === 'table')?.value ?? [];
    return Array.isArray(mine) && mine.length === 0 ? html`<p class="lead">${t('values-alignment-nothing-on-table')}</p>` : nothing;
  }
  const tableOf = (/** @type {boolean} */ isMine) =>
    view.shown.find(({ field, person }) => field === 'table' && (person === live.me) === isMine)?.value;
  const board = boardFrom({ mine: tableOf(true), theirs: tableOf(false), meaning: view.results['meaning'] });
  const name = screen.reading.personOf(/** @type {0|1} */ (1 - live.me)).name;
  if (WHOLE.includes(view.phase)) return valuesBoard(board, name, (held) => sameOrNot(held.id, view, screen));
  const turn = TURNS[view.phase];
  if (!turn) return nothing;
  const chosen = String(screen.valueOf(turn.field) ?? view.shown.find(({ field }) => field === turn.field)?.value ?? '');
  const all = [...board.both, ...board.differ, ...board.one];
  const held = all.find(({ id }) => id === chosen);
  const isChosenHere = view.fields.some(({ name: field }) => field === turn.field);
  const offered = turn.areas.flatMap((area) => board[area]);
  return html`${held ? html`<div class="values"><section>${heldWord(held, name)}</section></div>` : nothing}
    ${isChosenHere ? words(offered.length > 0 ? offered : all, turn.field, chosen, screen) : nothing}`;
}

/** @param {readonly import('../../core/values.js').Held[]} offered @param {string} field @param {string} chosen @param {PartScreen} screen */
const words = (offered, field, chosen, screen) =>
  offered.length === 0
    ? nothing
    : html`<div class="chips" role="group" aria-label=${t('values-alignment-choose-word')}>${offered.map(
        ({ id }) =>
          html`<button type="button" class="chip" aria-pressed=${chosen === id ? 'true' : 'false'} @click=${() => screen.write(field, id)}>${valueCard(id).name}</button>`,
      )}</div>`;

/** Only where it is asked, and never whose answer it was. @param {string} id @param {View} view @param {PartScreen} screen */
function sameOrNot(id, view, screen) {
  if (!view.fields.some(({ name }) => name === 'meaning')) return nothing;
  const answers = () => new Map(/** @type {[string, number][]} */ (screen.valueOf('meaning') ?? []));
  const marks = answers();
  return segments({
    label: t('values-alignment-means-same', { value: valueCard(id).name }),
    value: marks.has(id) ? String(marks.get(id)) : null,
    options: [
      { value: '0', label: t('values-alignment-meaning-1') },
      { value: '1', label: t('values-alignment-meaning-2') },
    ],
    pick: (option) =>
      screen.write(
        'meaning',
        [...marks.set(id, Number(option))].sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
  });
}
