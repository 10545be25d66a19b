/** A request on the phone that receives it. What stands here, and that somebody looked, is known to nobody else until they answer. */
import { CHARS } from '../../app/requests.js';
import { addDays } from '../../core/day.js';
import { ANSWERS } from '../../core/request.js';
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { lockLine, moveRadio, textField } from '../parts/page-parts.js';
import { longDate, t } from '../text.js';
import { keepMoment } from './asked.js';
import { button, dayText, lineField, requestPage, saidCard, sheet, whereText } from './pieces.js';
import { sentencePage } from './sentence.js';
import { dayField } from './wishing.js';

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item @typedef {import('../../core/request.js').Answer} Answer */

/** @param {AskScreen} screen @param {Item} item */
export function receivedPage(screen, item) {
  const { name, form, needs } = screen;
  const { request, own } = item;
  if (item.isTakenBack || request.step === 'none')
    return sheet(
      html`<h1 class="prompt">${t('requests-line-taken-back')}</h1>`,
      button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
    );
  const written = html`<p class="small soft">${t('requests-written-on', { date: longDate(item.writtenAt) })}</p>`;
  const page = requestPage(item.words, { whose: 'they', name, needs, small: written });
  const reflection = saidCard('you', t('you'), request.reflection);
  if (form.mode === 'answer') return answering(screen, item, page);
  switch (request.step) {
    case 'asked':
      return own['opened'] === request.edition ? opened(screen, page) : cover(screen, item);
    case 'not-now':
      return notNow(screen, item, html`${page}${reflection}`);
    case 'no':
      return sheet(
        html`<h1 class="prompt">${t('requests-no-reason')}</h1>${page}${reflection}${saidCard('you', t('you'), request.words, t('responsive-reach-answer-4'))}`,
        button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
      );
    case 'changed':
      return sheet(
        html`<h1 class="prompt">${t('requests-you-changed')}</h1>${saidCard('you', t('you'), request.changed)}${page}`,
        button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
      );
    case 'agreed':
    case 'done':
    case 'gone':
      return doing(screen, item, html`${page}${reflection}`);
    default:
      if (form.mode === 'no-longer') return noLonger(screen, item);
      return sentencePage(screen, item, html`${page}${reflection}`);
  }
}

/** No words are shown, and nothing tells that somebody looked. @param {AskScreen} screen @param {Item} item */
function cover(screen, item) {
  const { requests } = screen.app.attune;
  const { name } = screen;
  return sheet(
    html`<h1 class="prompt">${requests.isChanged(item) ? t('requests-changed-by', { name }) : t('requests-reaching', { name })}</h1><p class="lead">${t('requests-reaching-small')}</p>`,
    html`${button(t('requests-open'), () => screen.end(() => requests.open(item), `#/requests/${item.id}`), 'primary')} ${button(t('requests-later'), () => screen.end(() => requests.later(item), '#/today'))}`,
  );
}

/** @param {AskScreen} screen @param {unknown} page */
const opened = (screen, page) =>
  sheet(
    html`<h1 class="prompt">${t('requests-not-yet')}</h1>${page}<p class="label soft">${t('requests-cue-page')}</p>
      <p class="label soft"><a href="#/help">${t('practice-afraid')}</a></p>`,
    html`${button(t('requests-reflect'), () => screen.fill({ mode: 'answer', step: 'reflect' }), 'primary')} ${button(t('requests-close-for-now'), () => screen.app.go('#/today'))}`,
  );

/** @param {AskScreen} screen @param {Item} item @param {unknown} page */
function answering(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  const notNow = button(t('requests-not-now'), () => app.go('#/today'), 'text');
  const back = (/** @type {string} */ step) => button(t('back'), () => screen.fill({ step }));
  switch (form.step) {
    case 'reflect':
      return sheet(
        html`<h1 class="prompt">${t('responsive-reach-reflect', { name })}</h1><p class="lead">${t('requests-one-line')}</p>${page}<p class="label soft">${t('requests-cue-reflect', { name })}</p>
          ${textField({ id: 'request-reflection', label: t('responsive-reach-reflection-label'), value: form.reflection, max: CHARS.reflection, isLong: true, placeholder: t('responsive-reach-reflection-placeholder'), input: (reflection) => screen.fill({ reflection }) })}
          ${lockLine(t('requests-only-you'))}`,
        html`${button(t('practice-next'), () => screen.fill({ step: 'answer' }), 'primary', !form.reflection.trim())} ${notNow}`,
      );
    case 'answer':
      return sheet(
        html`<h1 class="prompt">${t('responsive-reach-true')}</h1><p class="lead">${t('responsive-reach-no-allowed')}</p>${answers(screen)}
          ${lockLine(t('requests-only-you'))}<p class="label soft">${t('requests-cue-answer')}</p>`,
        html`${button(t('practice-next'), () => screen.fill({ step: form.kind === 'yes' ? 'preview' : 'words', text: '' }), 'primary', form.kind === '')}
          ${item.request.answer === null ? back('reflect') : nothing} ${button(t('requests-close-for-now'), () => app.go('#/today'), 'text')}`,
      );
    case 'words':
      return sheet(
        html`<h1 class="prompt">${t(form.kind === 'change' ? 'responsive-reach-could-you' : form.kind === 'no' ? 'responsive-reach-kind-word' : 'responsive-reach-by-when')}</h1>
          ${form.kind === 'not-now' ? dayChoice(screen) : lineField(screen, t(form.kind === 'change' ? 'responsive-reach-could-label' : 'responsive-reach-kind-label'), CHARS.answer)}
          ${lockLine(t('requests-only-you'))}`,
        html`${button(t('practice-next'), () => screen.fill({ step: 'preview' }), 'primary', form.kind === 'change' ? !form.text.trim() : form.kind === 'not-now' && !form.by)} ${back('answer')} ${notNow}`,
      );
    default: {
      const kind = /** @type {Answer} */ (form.kind);
      const said = {
        kind,
        reflection: form.reflection,
        by: form.by,
        words: kind === 'no' ? form.text : '',
        change: kind === 'change' ? form.text : '',
      };
      const label = t(`responsive-reach-answer-${ANSWERS.indexOf(kind) + 1}`);
      return sheet(
        html`<h1 class="prompt">${t('requests-will-see', { name })}</h1>
          ${saidCard('you', t('you'), form.reflection)}
          <article class="card sentence"><p class="said">${label}</p>${kind === 'not-now' ? html`<p class="label soft">${t('requests-you-answer-by', { name, date: dayText(form.by) })}</p>` : nothing}
            ${kind !== 'yes' && kind !== 'not-now' && form.text ? html`<p class="said">${form.text}</p>` : nothing}</article>`,
        html`${button(t('practice-send'), () => screen.end(() => requests.answer(item, said), `#/requests/${item.id}`), 'primary')} ${button(t('requests-change'), () => screen.fill({ step: 'answer' }))} ${notNow}`,
      );
    }
  }
}

/** @param {AskScreen} screen */
const answers = ({ form, fill }) => html`
  <div class="choices" role="radiogroup" aria-label=${t('responsive-reach-true')} @keydown=${moveRadio}>
    ${ANSWERS.map(
      (kind, i) => html`<button type="button" class="choice" role="radio" aria-checked=${form.kind === kind ? 'true' : 'false'}
        tabindex=${form.kind === kind || (form.kind === '' && i === 0) ? '0' : '-1'} @click=${() => fill({ kind })}><span class="dot">${form.kind === kind ? icon('check') : nothing}</span>${t(`responsive-reach-answer-${i + 1}`)}</button>`,
    )}
  </div>
`;

/** @param {AskScreen} screen */
const dayChoice = ({ form, fill, app }) =>
  dayField({
    id: 'request-by',
    label: t('responsive-reach-day-label'),
    value: form.by,
    least: addDays(app.attune.today(), 1),
    pick: (by) => fill({ by }),
  });

/** @param {AskScreen} screen @param {Item} item @param {unknown} page */
function notNow(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  if (form.mode === 'new-day')
    return sheet(
      html`<h1 class="prompt">${t('responsive-reach-by-when')}</h1>${dayChoice(screen)}<p class="small soft">${t('requests-will-see', { name })}</p>`,
      html`${button(t('practice-send'), () => screen.end(() => requests.newDay(item, form.by), '#/today'), 'primary', !form.by)} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  const title = requests.isAnswerDay(item)
    ? t('requests-meant-today', { name })
    : requests.isAnswerAhead(item)
      ? whereText(item, name)
      : t('requests-not-yet');
  return sheet(
    html`<h1 class="prompt">${title}</h1>${page}`,
    html`${button(t('requests-answer'), () => screen.fill({ mode: 'answer', step: 'answer', reflection: item.request.reflection }), 'primary')}
      ${button(t('requests-new-day'), () => screen.fill({ mode: 'new-day' }))} ${button(t('requests-close-for-now'), () => app.go('#/today'), 'text')}`,
  );
}

/** A yes that no longer fits. @param {AskScreen} screen @param {Item} item */
const noLonger = (screen, item) =>
  sheet(
    html`<h1 class="prompt">${t('requests-no-longer')}</h1>${lineField(screen, t('requests-no-longer-label'), CHARS.changed)}<p class="small soft">${t('requests-will-see', { name: screen.name })}</p>`,
    html`${button(t('practice-share'), () => screen.end(() => screen.app.attune.requests.change(item, screen.form.text), `#/requests/${item.id}`), 'primary', !screen.form.text.trim())} ${button(t('back'), () => screen.clear(), 'text')}`,
  );

/** The one who does it. @param {AskScreen} screen @param {Item} item @param {unknown} page */
function doing(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  const { request } = item;
  const here = `#/requests/${item.id}`;
  const outcome = Array.isArray(item.own['outcome']) && item.own['outcome'][0] === request.edition ? item.own['outcome'] : null;
  const sentence = html`<article class="card sentence"><p class="said">${item.sentence}</p>${request.version === null && item.words.when ? html`<p class="small soft">${item.words.when}</p>` : nothing}</article>`;
  const close = button(t('close'), () => screen.end(() => requests.putAway(item), '#/today'), 'primary');
  if (form.mode === 'no-longer') return noLonger(screen, item);
  if (form.mode === 'done' || form.mode === 'changed') {
    const kind = form.mode;
    const end = (/** @type {boolean} */ isTold) => () =>
      screen.end(() => requests.come(item, kind, form.text, isTold), isTold ? here : '#/today');
    return sheet(
      html`<h1 class="prompt">${kind === 'done' ? t('requests-done') : t('requests-changed')}</h1>${sentence}
        ${lineField(screen, kind === 'done' ? t('requests-after') : t('requests-became'), CHARS.line)}<p class="small soft">${t('requests-shares', { name })}</p>`,
      html`${button(t('practice-share'), end(true), 'primary')} ${button(t('requests-keep-for-me'), end(false))} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  }
  if (request.step === 'done')
    return sheet(
      html`<h1 class="prompt">${request.reached === null ? t('requests-you-told', { name }) : t('requests-reached-you', { name })}</h1>${saidCard('they', name, request.reached ?? '')}${sentence}${page}`,
      request.reached === null ? close : keepMoment(screen, item),
    );
  if (request.step === 'gone') return sheet(html`<h1 class="prompt">${t('requests-you-told', { name })}</h1>${sentence}${page}`, close);
  if (outcome?.[1] === 'gone')
    return sheet(
      html`<h1 class="prompt">${t('requests-gone-tell', { name })}</h1>${sentence}`,
      html`${button(t('requests-tell', { name }), () => screen.end(() => requests.come(item, 'gone', '', true), here))} ${close}`,
    );
  if (outcome)
    return sheet(
      html`<h1 class="prompt">${t('requests-said')}</h1>${sentence}${saidCard('you', t('you'), String(outcome[2] ?? ''))}${lockLine(t('requests-only-you-yet'))}`,
      html`${button(t('requests-tell', { name }), () => screen.end(() => requests.come(item, outcome[1], String(outcome[2] ?? ''), true), here))} ${close}`,
    );
  const chip = (/** @type {string} */ label, /** @type {() => unknown} */ act) =>
    html`<button type="button" class="chip" @click=${() => void act()}>${label}</button>`;
  return sheet(
    html`<h1 class="prompt">${t('requests-both-mean-it')}</h1>${sentence}
      <div class="chips">${chip(t('requests-one-act'), () => makeAct(screen, item))} ${chip(t('requests-no-longer'), () => screen.fill({ mode: 'no-longer' }))}</div>${page}`,
    html`${button(t('requests-done'), () => screen.fill({ mode: 'done' }), 'primary')} ${button(t('requests-changed'), () => screen.fill({ mode: 'changed' }))}
      ${button(t('requests-let-go'), () => screen.end(() => requests.come(item, 'gone', '', false), here), 'text')}`,
  );
}

const ACT_CHARS = 160;
const WHEN_CHARS = 120;

/** The sentence is filled in; the rest of the act is their own. @param {AskScreen} screen @param {Item} item */
async function makeAct({ app }, item) {
  const { attune } = app;
  const when = item.request.version === null ? item.words.when : '';
  const given = { kind: 0, act: clip(item.sentence, ACT_CHARS), ...(when ? { 'if-then': clip(when, WHEN_CHARS) } : {}) };
  await attune.attempt(async () => {
    await attune.live.begin({ practice: 'empathy-in-action', length: attune.preferences.timers, mode: 'alone', starter: 0, given });
    if (attune.live.session) await attune.requests.note(item, { act: attune.live.session.record });
  });
  app.go('#/live/empathy-in-action');
}

/** @param {string} text @param {number} most */
const clip = (text, most) => [...text].slice(0, most).join('');
