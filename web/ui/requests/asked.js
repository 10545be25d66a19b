/** A request on the phone of the one who asks. */
import { CHARS } from '../../app/requests.js';
import { PRACTICE_IDS } from '../../practices/registry.js';
import { html, nothing } from '../../vendor/lit.js';
import { lockLine, notice } from '../parts/page-parts.js';
import { whyThis } from '../parts/why-this.js';
import { longDate, t } from '../text.js';
import { button, lineField, requestPage, saidCard, sheet, whereText } from './pieces.js';
import { sentencePage } from './sentence.js';

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item */

export const HELP_CHOICES = 3;

/** @param {AskScreen} screen @param {Item} item */
export function askedPage(screen, item) {
  const { app, name, form, needs } = screen;
  const { request, words, own } = item;
  if (form.mode === 'take-back') return takeBack(screen, item);
  if (item.isDraft) return item.isTakenBack && own['taken'] === true ? takenBack(screen, item) : draft(screen, item);
  const page = requestPage(words, { whose: 'you', name: app.attune.pair?.me.name ?? t('you'), needs, small: waits(item) });
  const reflection = saidCard('they', name, request.reflection);
  switch (request.step) {
    case 'proposal':
    case 'sentence':
    case 'left':
      return sentencePage(screen, item, html`${page}${reflection}`);
    case 'no':
      return saidNo(screen, item, html`${reflection}${page}`);
    case 'changed':
      return sheet(
        html`<h1 class="prompt">${t('requests-has-changed-by', { name })}</h1>${saidCard('they', name, request.changed)}${page}`,
        button(t('requests-understand'), () => screen.end(() => app.attune.requests.putAway(item), '#/today'), 'primary'),
      );
    case 'agreed':
    case 'done':
    case 'gone':
      return afterwards(screen, item, html`${page}${reflection}`);
    default:
      return withThem(screen, item, html`${page}${reflection}${saidCard('they', name, request.words)}`);
  }
}

/** Words that were sent are on their way, or newer ones wait here. @param {Item} item */
const waits = ({ own }) => (own['queued'] === undefined ? nothing : html`<p class="small soft">${t('requests-queued')}</p>`);

/** @param {Item} item @param {AskScreen} screen */
const formOf = ({ own }, screen) =>
  screen.fill({
    mode: 'write',
    step: 'need',
    need: String(own['need'] ?? ''),
    when: String(own['when'] ?? ''),
    why: String(own['why'] ?? ''),
    words: Array.isArray(own['words']) ? own['words'].map(String) : [],
    no: String(own['no'] ?? ''),
  });

/** @param {AskScreen} screen @param {Item} item */
function draft(screen, item) {
  const { app, name, needs } = screen;
  const { requests, canSend } = { requests: app.attune.requests, canSend: app.attune.canSend };
  const isAsked = requests.isStillAsked(item);
  const here = `#/requests/${item.id}`;
  const page = requestPage(item.words, { whose: 'you', name: app.attune.pair?.me.name ?? t('you'), needs, isPrivate: true });
  const written = html`<p class="label soft">${t('requests-written-on', { date: longDate(item.writtenAt) })}</p>`;
  if (isAsked)
    return sheet(
      html`<h1 class="prompt">${t('requests-still-true')}</h1>${page}${written}`,
      html`${button(t('practice-send'), () => screen.end(() => requests.confirmTrue(item.id, canSend), here), 'primary')}
        ${button(t('requests-change'), () => formOf(item, screen))} ${button(t('requests-keep-for-me'), () => screen.end(() => requests.stay(item.id), here))}`,
    );
  const isQueued = item.own['queued'] !== undefined;
  return sheet(
    html`<h1 class="prompt">${isQueued ? t('requests-with-soon', { name }) : t('requests-draft')}</h1>${page}${isQueued ? notice('cloud-off', t('requests-queued')) : lockLine(t('requests-only-you'))}${written}`,
    html`${
      isQueued
        ? button(t('requests-keep-for-me'), () => screen.end(() => requests.stay(item.id), here))
        : button(
            t('live-go-on'),
            () => {
              formOf(item, screen);
              screen.fill({ step: 'preview' });
            },
            'primary',
          )
    }
      ${button(t('requests-change'), () => formOf(item, screen))} ${button(t('requests-erase-draft'), () => screen.end(() => requests.erase(item), '#/requests'), 'text')}`,
  );
}

/** @param {AskScreen} screen @param {Item} item */
const takenBack = (screen, item) =>
  sheet(
    html`<h1 class="prompt">${t('requests-taken-back', { name: screen.name })}</h1>
      ${item.own['need'] ? requestPage(item.words, { whose: 'you', name: screen.app.attune.pair?.me.name ?? t('you'), needs: screen.needs, isPrivate: true, small: lockLine(t('requests-only-you-yet')) }) : nothing}`,
    html`${item.own['need'] ? button(t('requests-write-anew'), () => formOf(item, screen)) : nothing} ${button(t('close'), () => screen.end(async () => {}, '#/requests'), 'primary')}`,
  );

/** @param {AskScreen} screen @param {Item} item */
const takeBack = (screen, item) =>
  sheet(
    html`<h1 class="prompt">${t('requests-take-back-sure', { name: screen.name })}</h1><article class="card mine"><p class="said">${item.words.need}</p></article>`,
    html`${button(t('requests-take-back'), () => screen.end(() => screen.app.attune.requests.takeBack(item), '#/requests'), 'primary')} ${button(t('requests-wait'), () => screen.clear())}`,
  );

/** @param {AskScreen} screen */
const takeBackButton = (screen) => button(t('requests-take-back'), () => screen.fill({ mode: 'take-back' }), 'text');

/** Never seen, never opened: with the other, and nothing more is known. @param {AskScreen} screen @param {Item} item @param {unknown} page */
function withThem(screen, item, page) {
  const { requests } = screen.app.attune;
  const isAgain = requests.isAgain(item);
  const change = button(t('responsive-reach-change-it'), () => formOf(item, screen));
  return sheet(
    html`<h1 class="prompt">${isAgain ? t('requests-still-on-mind') : whereNow(screen, item)}</h1>${page}`,
    isAgain
      ? html`${button(t('requests-talk-about'), () => screen.end(() => requests.rest(item), '#/live/structured-listening'), 'primary')} ${change} ${takeBackButton(screen)}
          ${button(t('practice-leave-it'), () => screen.end(() => requests.rest(item), '#/today'), 'text')}`
      : html`${change} ${takeBackButton(screen)}`,
  );
}

/** A day that has gone by is not spoken of. @param {AskScreen} screen @param {Item} item */
const whereNow = ({ app, name }, item) =>
  item.request.step === 'not-now' && !app.attune.requests.isAnswerAhead(item) ? t('requests-with', { name }) : whereText(item, name);

/** @param {AskScreen} screen @param {Item} item @param {unknown} page */
const saidNo = (screen, item, page) =>
  sheet(
    html`<h1 class="prompt">${t('requests-says-no', { name: screen.name })}</h1>${saidCard('they', screen.name, item.request.words)}
      <p class="lead">${t('requests-need-yours')}</p>${page}`,
    html`${button(t('requests-understand'), () => screen.end(() => screen.app.attune.requests.putAway(item), '#/today'), 'primary')}
      ${button(t('responsive-reach-listen'), () => screen.app.go('#/live/structured-listening'))}
      ${PRACTICE_IDS.includes('self-empathy-inventory') ? button(t('requests-hear-myself'), () => screen.app.go('#/live/self-empathy-inventory')) : nothing}`,
  );

/** It stands, and perhaps it was done. @param {AskScreen} screen @param {Item} item @param {unknown} page */
function afterwards(screen, item, page) {
  const { app, name, form } = screen;
  const { requests } = app.attune;
  const { request, own } = item;
  const here = `#/requests/${item.id}`;
  const { outcome } = request;
  const title =
    request.step === 'done' && request.reached !== null
      ? t('requests-reached-them')
      : outcome?.kind === 'changed'
        ? t('requests-it-became', { act: outcome.text || item.sentence })
        : whereText(item, name);
  const helped = Array.isArray(own['helped']) ? own['helped'] : null;
  const mayReach = request.step === 'done' && request.reached === null;
  if (form.mode === 'reach')
    return sheet(
      html`<h1 class="prompt">${t('requests-reached-me')}</h1>${lineField(screen, t('requests-line'), CHARS.line)}<p class="small soft">${t('requests-will-see', { name })}</p>`,
      html`${button(t('practice-share'), () => screen.end(() => requests.reach(item, form.text), here), 'primary')} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  return sheet(
    html`<h1 class="prompt">${title}</h1>
      <article class="card sentence"><p class="said">${item.sentence}</p></article>
      ${outcome?.kind === 'done' ? saidCard('they', name, outcome.text) : nothing}
      ${requests.isHelpAsked(item) ? helpQuestion(screen, item) : nothing}
      ${helped ? helpedCard(screen, item, helped) : nothing}
      ${page}`,
    html`${mayReach ? button(t('requests-reached-me'), () => screen.fill({ mode: 'reach' }), 'primary') : nothing}
      ${request.reached === null ? button(t('close'), () => screen.end(() => requests.putAway(item), '#/today')) : keepMoment(screen, item)}
      ${request.step === 'agreed' ? takeBackButton(screen) : nothing}`,
  );
}

/** @param {AskScreen} screen @param {Item} item */
export const helpQuestion = (screen, item) => html`<article class="card mine"><h2>${t('requests-did-it-help')}</h2>
  <div class="chips">${Array.from(
    { length: HELP_CHOICES },
    (_, i) =>
      html`<button type="button" class="chip" @click=${() => void screen.end(() => screen.app.attune.requests.help(item, i), `#/requests/${item.id}`)}>${t(`requests-help-${i}`)}</button>`,
  )}</div>
  ${lockLine(t('requests-help-small'))}</article>`;

/** What they said of it: with a line, if they like, and shared if they like. @param {AskScreen} screen @param {Item} item @param {readonly any[]} helped */
function helpedCard(screen, item, [, choice, text]) {
  const { name, form } = screen;
  const { requests } = screen.app.attune;
  const here = `#/requests/${item.id}`;
  const isShared = item.request.helped !== null;
  const write = (/** @type {boolean} */ isTold) => () =>
    screen.end(() => (isTold ? requests.shareHelp(item, choice, form.text || text) : requests.help(item, choice, form.text)), here);
  return html`<article class="card ${isShared ? '' : 'mine'}"><p class="said">${t('requests-helped', { choice: t(`requests-help-${choice}`) })}</p>
    ${text ? html`<p class="said">${text}</p>` : nothing}
    ${
      isShared
        ? html`<p class="small soft">${t('requests-you-told', { name })}</p>`
        : html`${text ? nothing : lineField(screen, t('requests-line'), CHARS.line)}${lockLine(t('requests-help-small'))}
          <div class="chips">${text ? nothing : html`<button type="button" class="chip" ?disabled=${!form.text.trim()} @click=${write(false)}>${t('requests-keep-for-me')}</button>`}
            <button type="button" class="chip" @click=${write(true)}>${t('practice-share')}</button></div>`
    }</article>`;
}

/** @param {AskScreen} screen @param {Item} item */
export function keepMoment(screen, item) {
  const { app } = screen;
  const leave = (/** @type {string} */ place) => () => screen.end(() => app.attune.requests.putAway(item), place);
  if (!app.attune.offers.isWelcome('reached-moment')) return button(t('close'), leave('#/today'), 'primary');
  return html`<p class="lead">${t('requests-keep-moment')}</p>
    ${button(t('requests-write'), leave('#/page/new'))} ${button(t('practice-no'), leave('#/today'), 'text')}
    ${whyThis(app, [{ id: 'reached-moment', title: t('requests-keep-moment') }])}`;
}
