/** Requests on Today, for the one who asks and the one who is asked. The words of the other are never here before they were opened. */
import { html, nothing } from '../../vendor/lit.js';
import { icon, who } from '../parts/icon.js';
import { lockLine } from '../parts/page-parts.js';
import { dayText, draftKey } from '../requests/pieces.js';
import { t } from '../text.js';
import { leadingCard } from './leading-card.js';

/** @typedef {import('../../app/requests.js').Item} Item @typedef {import('./cards.js').Card} Card @typedef {import('../../app/shell.js').Shell} Shell */

const RANK = { again: 5, answered: 10, here: 20, day: 12, still: 15, helped: 45, doing: 50, draft: 70, with: 80 };
const HELP = /** @type {const} */ (['requests-help-0', 'requests-help-1', 'requests-help-2']);

/** @param {Shell} app @returns {Card[]} */
export function requestCards(app) {
  const { requests, pair } = app.attune;
  const name = pair?.them.name ?? '';
  return requests.awake().flatMap((item) => (item.isTakenBack ? [] : item.isMine ? asked(app, item, name) : received(app, item, name)));
}

/** @param {Item} item */
const place = ({ id }) => `#/requests/${id}`;

/** @param {number} rank @param {Parameters<typeof leadingCard>[0]} data @returns {Card[]} */
const card = (rank, data) => [{ rank, body: leadingCard(data) }];

/** @param {Shell} app @param {Item} item @param {string} name @returns {Card[]} */
function asked(app, item, name) {
  const { requests } = app.attune;
  const { request, words, own } = item;
  const read = { place: place(item), action: t('requests-read') };
  if (item.isDraft) {
    if (own['taken'] === true) return [];
    if (requests.isStillAsked(item))
      return card(RANK.still, { title: t('requests-still-true'), words: words.need, ...read, action: t('requests-open') });
    const title = own['queued'] === undefined ? t('requests-draft') : t('requests-queued');
    return card(RANK.draft, { title, words: words.need, ...read, action: t('requests-open') });
  }
  const calm = (/** @type {string} */ title, more = {}) =>
    requests.isRead(item) ? [] : card(RANK.answered, { title, ...more, ...read, isCalm: true });
  const help = requests.isHelpAsked(item) ? [{ rank: RANK.helped, body: helpCard(app, item) }] : [];
  switch (request.step) {
    case 'asked':
      if (requests.isAgain(item))
        return card(RANK.still, { title: t('requests-still-on-mind'), words: words.need, ...read, action: t('requests-open') });
      return card(RANK.with, { title: t('requests-with', { name }), words: words.need, ...read });
    case 'not-now': {
      const isAhead = requests.isAnswerAhead(item);
      const title = isAhead ? t('requests-answers-by', { name, date: dayText(request.by) }) : t('requests-with', { name });
      return card(isAhead && !requests.isRead(item) ? RANK.answered : RANK.with, { title, words: words.need, ...read });
    }
    case 'no':
      return calm(t('requests-says-no', { name }));
    case 'proposal':
      if (request.waitsFor !== 'asker') return card(RANK.with, { title: t('requests-with', { name }), words: words.need, ...read });
      return card(RANK.answered, {
        title: t(request.version?.n === 1 ? 'requests-says-change' : 'requests-says-other', { name }),
        ...read,
        isCalm: true,
      });
    case 'sentence':
      if (request.confirmed.includes('asker'))
        return card(RANK.with, { title: t('requests-you-confirmed'), words: item.sentence, ...read });
      return card(RANK.answered, {
        title: request.version === null ? t('requests-says-yes', { name }) : t('requests-one-sentence'),
        ...read,
        isCalm: true,
      });
    case 'left':
      return calm(t('requests-not-today'), { small: t('requests-not-today-small') });
    case 'changed':
      return calm(t('requests-has-changed-by', { name }));
    case 'done':
      if (request.reached !== null) return help;
      return [...calm(t('requests-they-did', { name, act: item.sentence }), { words: request.outcome?.text ?? '' }), ...help];
    case 'gone':
      return calm(t('requests-they-let-go', { name, act: item.sentence }));
    default:
      return help;
  }
}

/** @param {Shell} app @param {Item} item @param {string} name @returns {Card[]} */
function received(app, item, name) {
  const { requests, acts } = app.attune;
  const { request, own } = item;
  const read = { place: place(item), action: t('requests-read') };
  switch (request.step) {
    case 'asked': {
      if (!requests.isHere(item)) return [];
      const title = requests.isChanged(item) ? t('requests-changed-by', { name }) : t('requests-reaching', { name });
      return [{ rank: requests.isAgain(item) ? RANK.again : RANK.here, body: reachingCard(app, item, title) }];
    }
    case 'not-now':
      if (requests.isAnswerDay(item))
        return card(RANK.day, { title: t('requests-meant-today', { name }), ...read, action: t('requests-answer') });
      return card(RANK.with, {
        title: requests.isAnswerAhead(item) ? t('requests-you-answer-by', { date: dayText(request.by) }) : t('requests-reaching', { name }),
        ...read,
      });
    case 'proposal':
      return request.waitsFor === 'other' ? card(RANK.answered, { title: t('requests-says-other', { name }), ...read, isCalm: true }) : [];
    case 'sentence':
      return request.confirmed.includes('other') ? [] : card(RANK.answered, { title: t('requests-one-sentence'), ...read, isCalm: true });
    case 'left':
      return requests.isRead(item)
        ? []
        : card(RANK.answered, { title: t('requests-not-today'), small: t('requests-not-today-small'), ...read });
    case 'agreed': {
      const isAct = acts.mine().some((act) => own['act'] !== undefined && act.own['session'] === own['act']);
      if (isAct || own['outcome'] !== undefined) return [];
      return [{ rank: RANK.doing, body: doingCard(app, item) }];
    }
    case 'done':
      if (request.reached === null || requests.isRead(item)) return [];
      return card(RANK.answered, { title: t('requests-reached-you', { name }), words: request.reached, ...read, isCalm: true });
    default:
      return [];
  }
}

/** @param {Shell} app @param {Item} item @param {string} title */
const reachingCard = (app, item, title) => html`
  <article class="card calm">
    <div class="stack"><h2>${title}</h2><p class="label soft">${t('requests-reaching-small')}</p></div>
    <div class="line"><a class="btn primary" href=${place(item)} aria-label=${`${t('requests-open')}: ${title}`}>${t('requests-open')}</a>
      <button type="button" class="btn line" aria-label=${`${t('requests-later')}: ${title}`} @click=${() => void app.attune.attempt(() => app.attune.requests.later(item))}>${t('requests-later')}</button></div>
  </article>
`;

/** @param {Shell} app @param {Item} item */
function doingCard({ attune, go }, item) {
  const when = item.request.version === null ? item.words.when : '';
  const ask = (/** @type {'done'|'changed'} */ mode) => {
    attune.drafts.set(draftKey(attune, item.id), [['mode', mode]]);
    go(place(item));
  };
  const letGo = () => attune.attempt(() => attune.requests.come(item, 'gone', '', false)).then(() => !attune.trouble && go(place(item)));
  return html`
    <article class="card mine">
      <a class="plain" href=${place(item)}><p class="label">${who('you', t('requests-you-said-yes-small'))}</p><p class="said">${item.sentence}</p>${when ? html`<p class="label soft">${when}</p>` : nothing}</a>
      <div class="chips"><button type="button" class="chip" @click=${() => ask('done')}>${icon('check', 's')}${t('requests-done')}</button>
        <button type="button" class="chip" @click=${() => ask('changed')}>${t('requests-changed')}</button>
        <button type="button" class="chip" @click=${() => void letGo()}>${t('requests-let-go')}</button></div>
    </article>
  `;
}

/** @param {Shell} app @param {Item} item */
const helpCard = (app, item) => html`
  <article class="card mine">
    <h2>${t('requests-did-it-help')}</h2><p class="said">${item.sentence}</p>
    <div class="chips">${HELP.map((id, i) => html`<button type="button" class="chip" @click=${() => void app.attune.attempt(() => app.attune.requests.help(item, i))}>${t(id)}</button>`)}</div>
    ${lockLine(t('requests-help-small'))}
  </article>
`;
