/** Finding one sentence: versions, each under its writer; then the same words on both phones, which stand when both have said yes. */
import { CHARS } from '../../app/requests.js';
import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { button, lineField, saidCard, sheet, whereText } from './pieces.js';

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item */

/** @param {AskScreen} screen @param {Item} item @param {unknown} page of the request */
export function sentencePage(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  const { request, isMine } = item;
  const me = isMine ? 'asker' : 'other';
  const versions = request.versions.map(({ by, text }) => saidCard(by === me ? 'you' : 'they', by === me ? t('you') : name, text));
  const here = `#/requests/${item.id}`;
  if (form.mode === 'propose')
    return sheet(
      html`<h1 class="prompt">${t('responsive-reach-other-change')}</h1>${versions}${lineField(screen, t('responsive-reach-could-label'), CHARS.answer)}
        <p class="small soft">${t('requests-will-see', { name })}</p>`,
      html`${button(t('practice-send'), () => screen.end(() => requests.propose(item, form.text), here), 'primary', !form.text.trim())} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  const another = request.mayChange ? button(t('responsive-reach-another-change'), () => screen.fill({ mode: 'propose' })) : nothing;
  const leave = button(t('practice-leave-it'), () => screen.end(() => requests.leave(item), here), 'text');
  const small = html`<p class="label soft">${whereText(item, name)}</p>`;
  switch (request.step) {
    case 'proposal': {
      if (request.waitsFor !== me) return sheet(html`<h1 class="prompt">${t('requests-with', { name })}</h1>${page}${versions}`, nothing);
      return sheet(
        html`${small}<h1 class="prompt">${t('responsive-reach-is-good')}</h1>${versions}${page}
          ${
            request.mayChange
              ? nothing
              : html`<article class="card flat"><p class="said">${t('requests-talk-through')}</p><p class="label soft">${t('requests-talk-small')}</p>
            <a class="btn line" href="#/live/structured-listening">${t('responsive-reach-listen')}</a></article>`
          }`,
        html`${button(t('responsive-reach-good'), () => screen.end(() => requests.accept(item), here), 'primary')} ${another} ${leave}`,
      );
    }
    case 'sentence': {
      const hasSaid = request.confirmed.includes(me);
      return sheet(
        html`${small}<h1 class="prompt">${t('responsive-reach-both-mean')}</h1>
          <article class="card sentence"><p class="said">${item.sentence}</p>${request.version === null && item.words.when ? html`<p class="small soft">${item.words.when}</p>` : nothing}</article>
          ${request.version === null ? nothing : page}`,
        hasSaid
          ? nothing
          : html`${button(t('practice-yes'), () => screen.end(() => requests.confirm(item), here), 'primary')}
            ${request.mayChange ? button(t('responsive-reach-change-it'), () => screen.fill({ mode: 'propose' })) : leave}`,
      );
    }
    default:
      return sheet(
        html`<h1 class="prompt">${t('requests-not-today')}</h1><p class="lead">${t('requests-not-today-small')}</p>${page}${versions}`,
        html`${button(t('responsive-reach-listen'), () => app.go('#/live/structured-listening'))}
          ${button(t('requests-for-retreat'), () => screen.end(() => carryOn(screen, item), '#/today'))}
          ${button(t('close'), () => screen.end(() => requests.putAway(item), '#/today'), 'primary')}`,
      );
  }
}

/** The need, not the answer. @param {AskScreen} screen @param {Item} item */
async function carryOn({ app: { attune } }, item) {
  await attune.sessions.carry({
    kind: 'retreat',
    practice: 'responsive-reach',
    session: item.id,
    day: attune.today(),
    text: item.words.need,
  });
  await attune.requests.putAway(item);
}
