import { saidCard, sheet, button, lineField, CHARS, whereText, requestPage, PRACTICE_IDS, whyThis, ANSWERS, dayText, EMPTY, draftKey, troubleNotice, filter } from './today.js';
import { t, qt, d, lockLine, longDate, notice, textField, addDays, moveRadio, icon, Screen, text, bar, shortDate } from './main.js';
import { dayField, fitPart, momentChips, gentleQuestion, kindIn, loadKinds } from './thanks-page.js';

/** Finding one sentence: versions, each under its writer; then the same words on both phones, which stand when both have said yes. */

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item */

/** @param {AskScreen} screen @param {Item} item @param {unknown} page of the request */
function sentencePage(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  const { request, isMine } = item;
  const me = isMine ? 'asker' : 'other';
  const versions = request.versions.map(({ by, text }) => saidCard(by === me ? 'you' : 'they', by === me ? t('you') : name, text));
  const here = `#/requests/${item.id}`;
  if (form.mode === 'propose')
    return sheet(
      qt`<h1 class="prompt">${t('responsive-reach-other-change')}</h1>${versions}${lineField(screen, t('responsive-reach-could-label'), CHARS.answer)}
        <p class="small soft">${t('requests-will-see', { name })}</p>`,
      qt`${button(t('practice-send'), () => screen.end(() => requests.propose(item, form.text), here), 'primary', !form.text.trim())} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  const another = request.mayChange ? button(t('responsive-reach-another-change'), () => screen.fill({ mode: 'propose' })) : d;
  const leave = button(t('practice-leave-it'), () => screen.end(() => requests.leave(item), here), 'text');
  const small = qt`<p class="label soft">${whereText(item, name)}</p>`;
  switch (request.step) {
    case 'proposal': {
      if (request.waitsFor !== me) return sheet(qt`<h1 class="prompt">${t('requests-with', { name })}</h1>${page}${versions}`, d);
      return sheet(
        qt`${small}<h1 class="prompt">${t('responsive-reach-is-good')}</h1>${versions}${page}
          ${
            request.mayChange
              ? d
              : qt`<article class="card flat"><p class="said">${t('requests-talk-through')}</p><p class="label soft">${t('requests-talk-small')}</p>
            <a class="btn line" href="#/live/structured-listening">${t('responsive-reach-listen')}</a></article>`
          }`,
        qt`${button(t('responsive-reach-good'), () => screen.end(() => requests.accept(item), here), 'primary')} ${another} ${leave}`,
      );
    }
    case 'sentence': {
      const hasSaid = request.confirmed.includes(me);
      return sheet(
        qt`${small}<h1 class="prompt">${t('responsive-reach-both-mean')}</h1>
          <article class="card sentence"><p class="said">${item.sentence}</p>${request.version === null && item.words.when ? qt`<p class="small soft">${item.words.when}</p>` : d}</article>
          ${request.version === null ? d : page}`,
        hasSaid
          ? d
          : qt`${button(t('practice-yes'), () => screen.end(() => requests.confirm(item), here), 'primary')}
            ${request.mayChange ? button(t('responsive-reach-change-it'), () => screen.fill({ mode: 'propose' })) : leave}`,
      );
    }
    default:
      return sheet(
        qt`<h1 class="prompt">${t('requests-not-today')}</h1><p class="lead">${t('requests-not-today-small')}</p>${page}${versions}`,
        qt`${button(t('responsive-reach-listen'), () => app.go('#/live/structured-listening'))}
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

/** A request on the phone of the one who asks. */

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item */

const HELP_CHOICES = 3;

/** @param {AskScreen} screen @param {Item} item */
function askedPage(screen, item) {
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
      return sentencePage(screen, item, qt`${page}${reflection}`);
    case 'no':
      return saidNo(screen, item, qt`${reflection}${page}`);
    case 'changed':
      return sheet(
        qt`<h1 class="prompt">${t('requests-has-changed-by', { name })}</h1>${saidCard('they', name, request.changed)}${page}`,
        button(t('requests-understand'), () => screen.end(() => app.attune.requests.putAway(item), '#/today'), 'primary'),
      );
    case 'agreed':
    case 'done':
    case 'gone':
      return afterwards(screen, item, qt`${page}${reflection}`);
    default:
      return withThem(screen, item, qt`${page}${reflection}${saidCard('they', name, request.words)}`);
  }
}

/** Words that were sent are on their way, or newer ones wait here. @param {Item} item */
const waits = ({ own }) => (own['queued'] === undefined ? d : qt`<p class="small soft">${t('requests-queued')}</p>`);

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
  const written = qt`<p class="label soft">${t('requests-written-on', { date: longDate(item.writtenAt) })}</p>`;
  if (isAsked)
    return sheet(
      qt`<h1 class="prompt">${t('requests-still-true')}</h1>${page}${written}`,
      qt`${button(t('practice-send'), () => screen.end(() => requests.confirmTrue(item.id, canSend), here), 'primary')}
        ${button(t('requests-change'), () => formOf(item, screen))} ${button(t('requests-keep-for-me'), () => screen.end(() => requests.stay(item.id), here))}`,
    );
  const isQueued = item.own['queued'] !== undefined;
  return sheet(
    qt`<h1 class="prompt">${isQueued ? t('requests-with-soon', { name }) : t('requests-draft')}</h1>${page}${isQueued ? notice('cloud-off', t('requests-queued')) : lockLine(t('requests-only-you'))}${written}`,
    qt`${
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
    qt`<h1 class="prompt">${t('requests-taken-back', { name: screen.name })}</h1>
      ${item.own['need'] ? requestPage(item.words, { whose: 'you', name: screen.app.attune.pair?.me.name ?? t('you'), needs: screen.needs, isPrivate: true, small: lockLine(t('requests-only-you-yet')) }) : d}`,
    qt`${item.own['need'] ? button(t('requests-write-anew'), () => formOf(item, screen)) : d} ${button(t('close'), () => screen.end(async () => {}, '#/requests'), 'primary')}`,
  );

/** @param {AskScreen} screen @param {Item} item */
const takeBack = (screen, item) =>
  sheet(
    qt`<h1 class="prompt">${t('requests-take-back-sure', { name: screen.name })}</h1><article class="card mine"><p class="said">${item.words.need}</p></article>`,
    qt`${button(t('requests-take-back'), () => screen.end(() => screen.app.attune.requests.takeBack(item), '#/requests'), 'primary')} ${button(t('requests-wait'), () => screen.clear())}`,
  );

/** @param {AskScreen} screen */
const takeBackButton = (screen) => button(t('requests-take-back'), () => screen.fill({ mode: 'take-back' }), 'text');

/** Never seen, never opened: with the other, and nothing more is known. @param {AskScreen} screen @param {Item} item @param {unknown} page */
function withThem(screen, item, page) {
  const { requests } = screen.app.attune;
  const isAgain = requests.isAgain(item);
  const change = button(t('responsive-reach-change-it'), () => formOf(item, screen));
  return sheet(
    qt`<h1 class="prompt">${isAgain ? t('requests-still-on-mind') : whereNow(screen, item)}</h1>${page}`,
    isAgain
      ? qt`${button(t('requests-talk-about'), () => screen.end(() => requests.rest(item), '#/live/structured-listening'), 'primary')} ${change} ${takeBackButton(screen)}
          ${button(t('practice-leave-it'), () => screen.end(() => requests.rest(item), '#/today'), 'text')}`
      : qt`${change} ${takeBackButton(screen)}`,
  );
}

/** A day that has gone by is not spoken of. @param {AskScreen} screen @param {Item} item */
const whereNow = ({ app, name }, item) =>
  item.request.step === 'not-now' && !app.attune.requests.isAnswerAhead(item) ? t('requests-with', { name }) : whereText(item, name);

/** @param {AskScreen} screen @param {Item} item @param {unknown} page */
const saidNo = (screen, item, page) =>
  sheet(
    qt`<h1 class="prompt">${t('requests-says-no', { name: screen.name })}</h1>${saidCard('they', screen.name, item.request.words)}
      <p class="lead">${t('requests-need-yours')}</p>${page}`,
    qt`${button(t('requests-understand'), () => screen.end(() => screen.app.attune.requests.putAway(item), '#/today'), 'primary')}
      ${button(t('responsive-reach-listen'), () => screen.app.go('#/live/structured-listening'))}
      ${PRACTICE_IDS.includes('self-empathy-inventory') ? button(t('requests-hear-myself'), () => screen.app.go('#/live/self-empathy-inventory')) : d}`,
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
      qt`<h1 class="prompt">${t('requests-reached-me')}</h1>${lineField(screen, t('requests-line'), CHARS.line)}<p class="small soft">${t('requests-will-see', { name })}</p>`,
      qt`${button(t('practice-share'), () => screen.end(() => requests.reach(item, form.text), here), 'primary')} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  return sheet(
    qt`<h1 class="prompt">${title}</h1>
      <article class="card sentence"><p class="said">${item.sentence}</p></article>
      ${outcome?.kind === 'done' ? saidCard('they', name, outcome.text) : d}
      ${requests.isHelpAsked(item) ? helpQuestion(screen, item) : d}
      ${helped ? helpedCard(screen, item, helped) : d}
      ${page}`,
    qt`${mayReach ? button(t('requests-reached-me'), () => screen.fill({ mode: 'reach' }), 'primary') : d}
      ${request.reached === null ? button(t('close'), () => screen.end(() => requests.putAway(item), '#/today')) : keepMoment(screen, item)}
      ${request.step === 'agreed' ? takeBackButton(screen) : d}`,
  );
}

/** @param {AskScreen} screen @param {Item} item */
const helpQuestion = (screen, item) => qt`<article class="card mine"><h2>${t('requests-did-it-help')}</h2>
  <div class="chips">${Array.from(
    { length: HELP_CHOICES },
    (_, i) =>
      qt`<button type="button" class="chip" @click=${() => void screen.end(() => screen.app.attune.requests.help(item, i), `#/requests/${item.id}`)}>${t(`requests-help-${i}`)}</button>`,
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
  return qt`<article class="card ${isShared ? '' : 'mine'}"><p class="said">${t('requests-helped', { choice: t(`requests-help-${choice}`) })}</p>
    ${text ? qt`<p class="said">${text}</p>` : d}
    ${
      isShared
        ? qt`<p class="small soft">${t('requests-you-told', { name })}</p>`
        : qt`${text ? d : lineField(screen, t('requests-line'), CHARS.line)}${lockLine(t('requests-help-small'))}
          <div class="chips">${text ? d : qt`<button type="button" class="chip" ?disabled=${!form.text.trim()} @click=${write(false)}>${t('requests-keep-for-me')}</button>`}
            <button type="button" class="chip" @click=${write(true)}>${t('practice-share')}</button></div>`
    }</article>`;
}

/** @param {AskScreen} screen @param {Item} item */
function keepMoment(screen, item) {
  const { app } = screen;
  const leave = (/** @type {string} */ place) => () => screen.end(() => app.attune.requests.putAway(item), place);
  if (!app.attune.offers.isWelcome('reached-moment')) return button(t('close'), leave('#/today'), 'primary');
  return qt`<p class="lead">${t('requests-keep-moment')}</p>
    ${button(t('requests-write'), leave('#/page/new'))} ${button(t('practice-no'), leave('#/today'), 'text')}
    ${whyThis(app, [{ id: 'reached-moment', title: t('requests-keep-moment') }])}`;
}

/** A request on the phone that receives it. What stands here, and that somebody looked, is known to nobody else until they answer. */

/** @typedef {import('./pieces.js').AskScreen} AskScreen @typedef {import('../../app/requests.js').Item} Item @typedef {import('../../core/request.js').Answer} Answer */

/** @param {AskScreen} screen @param {Item} item */
function receivedPage(screen, item) {
  const { name, form, needs } = screen;
  const { request, own } = item;
  if (item.isTakenBack || request.step === 'none')
    return sheet(
      qt`<h1 class="prompt">${t('requests-line-taken-back')}</h1>`,
      button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
    );
  const written = qt`<p class="small soft">${t('requests-written-on', { date: longDate(item.writtenAt) })}</p>`;
  const page = requestPage(item.words, { whose: 'they', name, needs, small: written });
  const reflection = saidCard('you', t('you'), request.reflection);
  if (form.mode === 'answer') return answering(screen, item, page);
  switch (request.step) {
    case 'asked':
      return own['opened'] === request.edition ? opened(screen, page) : cover(screen, item);
    case 'not-now':
      return notNow(screen, item, qt`${page}${reflection}`);
    case 'no':
      return sheet(
        qt`<h1 class="prompt">${t('requests-no-reason')}</h1>${page}${reflection}${saidCard('you', t('you'), request.words, t('responsive-reach-answer-4'))}`,
        button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
      );
    case 'changed':
      return sheet(
        qt`<h1 class="prompt">${t('requests-you-changed')}</h1>${saidCard('you', t('you'), request.changed)}${page}`,
        button(t('close'), () => screen.end(async () => {}, '#/today'), 'primary'),
      );
    case 'agreed':
    case 'done':
    case 'gone':
      return doing(screen, item, qt`${page}${reflection}`);
    default:
      if (form.mode === 'no-longer') return noLonger(screen, item);
      return sentencePage(screen, item, qt`${page}${reflection}`);
  }
}

/** No words are shown, and nothing tells that somebody looked. @param {AskScreen} screen @param {Item} item */
function cover(screen, item) {
  const { requests } = screen.app.attune;
  const { name } = screen;
  return sheet(
    qt`<h1 class="prompt">${requests.isChanged(item) ? t('requests-changed-by', { name }) : t('requests-reaching', { name })}</h1><p class="lead">${t('requests-reaching-small')}</p>`,
    qt`${button(t('requests-open'), () => screen.end(() => requests.open(item), `#/requests/${item.id}`), 'primary')} ${button(t('requests-later'), () => screen.end(() => requests.later(item), '#/today'))}`,
  );
}

/** @param {AskScreen} screen @param {unknown} page */
const opened = (screen, page) =>
  sheet(
    qt`<h1 class="prompt">${t('requests-not-yet')}</h1>${page}<p class="label soft">${t('requests-cue-page')}</p>
      <p class="label soft"><a href="#/help">${t('practice-afraid')}</a></p>`,
    qt`${button(t('requests-reflect'), () => screen.fill({ mode: 'answer', step: 'reflect' }), 'primary')} ${button(t('requests-close-for-now'), () => screen.app.go('#/today'))}`,
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
        qt`<h1 class="prompt">${t('responsive-reach-reflect', { name })}</h1><p class="lead">${t('requests-one-line')}</p>${page}<p class="label soft">${t('requests-cue-reflect', { name })}</p>
          ${textField({ id: 'request-reflection', label: t('responsive-reach-reflection-label'), value: form.reflection, max: CHARS.reflection, isLong: true, placeholder: t('responsive-reach-reflection-placeholder'), input: (reflection) => screen.fill({ reflection }) })}
          ${lockLine(t('requests-only-you'))}`,
        qt`${button(t('practice-next'), () => screen.fill({ step: 'answer' }), 'primary', !form.reflection.trim())} ${notNow}`,
      );
    case 'answer':
      return sheet(
        qt`<h1 class="prompt">${t('responsive-reach-true')}</h1><p class="lead">${t('responsive-reach-no-allowed')}</p>${answers(screen)}
          ${lockLine(t('requests-only-you'))}<p class="label soft">${t('requests-cue-answer')}</p>`,
        qt`${button(t('practice-next'), () => screen.fill({ step: form.kind === 'yes' ? 'preview' : 'words', text: '' }), 'primary', form.kind === '')}
          ${item.request.answer === null ? back('reflect') : d} ${button(t('requests-close-for-now'), () => app.go('#/today'), 'text')}`,
      );
    case 'words':
      return sheet(
        qt`<h1 class="prompt">${t(form.kind === 'change' ? 'responsive-reach-could-you' : form.kind === 'no' ? 'responsive-reach-kind-word' : 'responsive-reach-by-when')}</h1>
          ${form.kind === 'not-now' ? dayChoice(screen) : lineField(screen, t(form.kind === 'change' ? 'responsive-reach-could-label' : 'responsive-reach-kind-label'), CHARS.answer)}
          ${lockLine(t('requests-only-you'))}`,
        qt`${button(t('practice-next'), () => screen.fill({ step: 'preview' }), 'primary', form.kind === 'change' ? !form.text.trim() : form.kind === 'not-now' && !form.by)} ${back('answer')} ${notNow}`,
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
        qt`<h1 class="prompt">${t('requests-will-see', { name })}</h1>
          ${saidCard('you', t('you'), form.reflection)}
          <article class="card sentence"><p class="said">${label}</p>${kind === 'not-now' ? qt`<p class="label soft">${t('requests-you-answer-by', { name, date: dayText(form.by) })}</p>` : d}
            ${kind !== 'yes' && kind !== 'not-now' && form.text ? qt`<p class="said">${form.text}</p>` : d}</article>`,
        qt`${button(t('practice-send'), () => screen.end(() => requests.answer(item, said), `#/requests/${item.id}`), 'primary')} ${button(t('requests-change'), () => screen.fill({ step: 'answer' }))} ${notNow}`,
      );
    }
  }
}

/** @param {AskScreen} screen */
const answers = ({ form, fill }) => qt`
  <div class="choices" role="radiogroup" aria-label=${t('responsive-reach-true')} @keydown=${moveRadio}>
    ${ANSWERS.map(
      (kind, i) => qt`<button type="button" class="choice" role="radio" aria-checked=${form.kind === kind ? 'true' : 'false'}
        tabindex=${form.kind === kind || (form.kind === '' && i === 0) ? '0' : '-1'} @click=${() => fill({ kind })}><span class="dot">${form.kind === kind ? icon('check') : d}</span>${t(`responsive-reach-answer-${i + 1}`)}</button>`,
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
      qt`<h1 class="prompt">${t('responsive-reach-by-when')}</h1>${dayChoice(screen)}<p class="small soft">${t('requests-will-see', { name })}</p>`,
      qt`${button(t('practice-send'), () => screen.end(() => requests.newDay(item, form.by), '#/today'), 'primary', !form.by)} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  const title = requests.isAnswerDay(item)
    ? t('requests-meant-today', { name })
    : requests.isAnswerAhead(item)
      ? whereText(item, name)
      : t('requests-not-yet');
  return sheet(
    qt`<h1 class="prompt">${title}</h1>${page}`,
    qt`${button(t('requests-answer'), () => screen.fill({ mode: 'answer', step: 'answer', reflection: item.request.reflection }), 'primary')}
      ${button(t('requests-new-day'), () => screen.fill({ mode: 'new-day' }))} ${button(t('requests-close-for-now'), () => app.go('#/today'), 'text')}`,
  );
}

/** A yes that no longer fits. @param {AskScreen} screen @param {Item} item */
const noLonger = (screen, item) =>
  sheet(
    qt`<h1 class="prompt">${t('requests-no-longer')}</h1>${lineField(screen, t('requests-no-longer-label'), CHARS.changed)}<p class="small soft">${t('requests-will-see', { name: screen.name })}</p>`,
    qt`${button(t('practice-share'), () => screen.end(() => screen.app.attune.requests.change(item, screen.form.text), `#/requests/${item.id}`), 'primary', !screen.form.text.trim())} ${button(t('back'), () => screen.clear(), 'text')}`,
  );

/** The one who does it. @param {AskScreen} screen @param {Item} item @param {unknown} page */
function doing(screen, item, page) {
  const { form, name, app } = screen;
  const { requests } = app.attune;
  const { request } = item;
  const here = `#/requests/${item.id}`;
  const outcome = Array.isArray(item.own['outcome']) && item.own['outcome'][0] === request.edition ? item.own['outcome'] : null;
  const sentence = qt`<article class="card sentence"><p class="said">${item.sentence}</p>${request.version === null && item.words.when ? qt`<p class="small soft">${item.words.when}</p>` : d}</article>`;
  const close = button(t('close'), () => screen.end(() => requests.putAway(item), '#/today'), 'primary');
  if (form.mode === 'no-longer') return noLonger(screen, item);
  if (form.mode === 'done' || form.mode === 'changed') {
    const kind = form.mode;
    const end = (/** @type {boolean} */ isTold) => () =>
      screen.end(() => requests.come(item, kind, form.text, isTold), isTold ? here : '#/today');
    return sheet(
      qt`<h1 class="prompt">${kind === 'done' ? t('requests-done') : t('requests-changed')}</h1>${sentence}
        ${lineField(screen, kind === 'done' ? t('requests-after') : t('requests-became'), CHARS.line)}<p class="small soft">${t('requests-shares', { name })}</p>`,
      qt`${button(t('practice-share'), end(true), 'primary')} ${button(t('requests-keep-for-me'), end(false))} ${button(t('back'), () => screen.clear(), 'text')}`,
    );
  }
  if (request.step === 'done')
    return sheet(
      qt`<h1 class="prompt">${request.reached === null ? t('requests-you-told', { name }) : t('requests-reached-you', { name })}</h1>${saidCard('they', name, request.reached ?? '')}${sentence}${page}`,
      request.reached === null ? close : keepMoment(screen, item),
    );
  if (request.step === 'gone') return sheet(qt`<h1 class="prompt">${t('requests-you-told', { name })}</h1>${sentence}${page}`, close);
  if (outcome?.[1] === 'gone')
    return sheet(
      qt`<h1 class="prompt">${t('requests-gone-tell', { name })}</h1>${sentence}`,
      qt`${button(t('requests-tell', { name }), () => screen.end(() => requests.come(item, 'gone', '', true), here))} ${close}`,
    );
  if (outcome)
    return sheet(
      qt`<h1 class="prompt">${t('requests-said')}</h1>${sentence}${saidCard('you', t('you'), String(outcome[2] ?? ''))}${lockLine(t('requests-only-you-yet'))}`,
      qt`${button(t('requests-tell', { name }), () => screen.end(() => requests.come(item, outcome[1], String(outcome[2] ?? ''), true), here))} ${close}`,
    );
  const chip = (/** @type {string} */ label, /** @type {() => unknown} */ act) =>
    qt`<button type="button" class="chip" @click=${() => void act()}>${label}</button>`;
  return sheet(
    qt`<h1 class="prompt">${t('requests-both-mean-it')}</h1>${sentence}
      <div class="chips">${chip(t('requests-one-act'), () => makeAct(screen, item))} ${chip(t('requests-no-longer'), () => screen.fill({ mode: 'no-longer' }))}</div>${page}`,
    qt`${button(t('requests-done'), () => screen.fill({ mode: 'done' }), 'primary')} ${button(t('requests-changed'), () => screen.fill({ mode: 'changed' }))}
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

/** Writing a request: is it a good moment, three questions, what the other will see. Nothing leaves this phone before [Send]. */

/** @typedef {import('./pieces.js').AskScreen} AskScreen */

const PRACTICE = 'responsive-reach';
const PROMPTS = /** @type {const} */ (['responsive-reach-need', 'requests-prompt-2', 'requests-prompt-3', 'requests-prompt-4']);

/** @param {AskScreen} screen @param {string|undefined} id of what is kept already */
function writePage(screen, id) {
  switch (screen.form.step) {
    case 'need':
    case 'when':
    case 'why':
      return question(screen, id, screen.form.step);
    case 'preview':
      return preview(screen, id);
    case 'no':
      return liveWithNo(screen, id);
    case 'more':
      return moreThanThat(screen, id);
    case 'same':
      return already(screen, id);
    case 'another-time':
      return anotherTime(screen);
    default:
      return fit(screen);
  }
}

/** Asked of the one who writes, alone. @param {AskScreen} screen */
const fit = (screen) =>
  sheet(
    qt`<p class="label">${t('practice-heavy')} <a href="#/help">${t('practice-help')}</a></p>
      <h1 class="prompt">${t('practice-fit')}</h1><p class="lead">${t('practice-fit-small')}</p>${fitPart()}`,
    qt`${button(t('practice-fit-yes'), () => screen.fill({ step: 'need' }), 'primary')} ${button(t('live-invitation-not-today'), () => screen.fill({ step: 'another-time' }))}`,
  );

/** @param {AskScreen} screen */
const anotherTime = (screen) =>
  sheet(
    qt`<h1 class="prompt">${t('practice-another-time')}</h1>`,
    qt`${button(t('practice-breathe-together'), () => screen.app.go('#/live/physical-synchrony'), 'primary')}
      ${PRACTICE_IDS.includes('self-empathy-inventory') ? button(t('requests-hear-myself'), () => screen.app.go('#/live/self-empathy-inventory')) : d}
      ${button(t('live-another-time'), () => screen.end(async () => {}, '#/requests'))}`,
  );

/** @param {AskScreen} screen @param {string|undefined} id @param {'need'|'when'|'why'} field */
function question(screen, id, field) {
  const { form, name, app } = screen;
  const steps = /** @type {const} */ (['need', 'when', 'why', 'preview']);
  const at = steps.indexOf(field);
  const prompts = {
    need: app.attune.pair?.me.relationship === 'family' ? t('requests-family-need', { name }) : t(promptOf(screen), { name }),
    when: t('responsive-reach-when'),
    why: t('responsive-reach-why'),
  };
  const small = { need: t('responsive-reach-need-small'), when: '', why: t('responsive-reach-why-small') };
  const value = form[field];
  return sheet(
    qt`<h1 class="prompt">${prompts[field]}</h1>
      ${small[field] ? qt`<p class="lead">${small[field]}</p>` : d}
      ${textField({
        id: `request-${field}`,
        label: t(`responsive-reach-${field}-label`),
        value,
        max: CHARS[field],
        isLong: field !== 'when',
        placeholder: t(`responsive-reach-${field}-placeholder`),
        input: (words) => screen.fill({ [field]: words }),
      })}
      ${lockLine(t('requests-only-you'))}
      ${
        field === 'when'
          ? momentChips({ label: t('responsive-reach-moments'), value, pick: (words) => screen.fill({ when: words }) })
          : gentleQuestion({
              line: value,
              isLeft: form.left.includes(field),
              name,
              leave: () => screen.fill({ left: [...form.left, field] }),
            })
      }
      ${field === 'why' ? needWords(screen) : d}`,
    qt`${button(t('practice-next'), () => screen.fill({ step: steps[at + 1] ?? 'preview' }), 'primary', field === 'need' && !value.trim())}
      ${at > 0 ? button(t('back'), () => screen.fill({ step: steps[at - 1] ?? 'need' })) : d}
      ${form.need.trim() ? button(t('requests-keep-draft'), () => keep(screen, id), 'text') : d}`,
  );
}

/** The main question takes turns. @param {AskScreen} screen */
const promptOf = ({ app }) => PROMPTS[app.attune.requests.count % PROMPTS.length] ?? PROMPTS[0];

/** @param {AskScreen} screen */
function needWords({ needs, form, fill }) {
  if (!needs) return d;
  const toggle = (/** @type {string} */ id) =>
    fill({ words: form.words.includes(id) ? form.words.filter((each) => each !== id) : [...form.words, id].slice(-3) });
  return qt`<details class="card flat" ?open=${form.words.length > 0}><summary>${t('requests-needs')}</summary>
    ${needs.groups.map(
      (/** @type {any} */ group) => qt`<p class="section">${group.name}</p><div class="chips">
        ${needs.needs
          .filter((/** @type {any} */ need) => need.group === group.id)
          .map(
            (/** @type {any} */ need) =>
              qt`<button type="button" class="chip tick" aria-pressed=${form.words.includes(need.id) ? 'true' : 'false'} @click=${() => toggle(need.id)}>${form.words.includes(need.id) ? icon('check', 's') : d}${need.word}</button>`,
          )}</div>`,
    )}</details>`;
}

/** @param {AskScreen} screen @param {string|undefined} id */
function preview(screen, id) {
  const { form, name, app, needs } = screen;
  const hasPair = app.attune.pair !== null;
  const kept = id ? app.attune.requests.get(id) : null;
  const isNew = !kept || kept.isDraft;
  return sheet(
    qt`<h1 class="prompt">${hasPair ? t('responsive-reach-preview', { name }) : t('requests-kept')}</h1>
      ${requestPage(form, { whose: 'you', name: app.attune.pair?.me.name ?? t('you'), needs, isPrivate: true })}
      ${hasPair ? qt`<p class="lead">${t('responsive-reach-may', { name })}</p>` : d}
      ${lockLine(t('requests-only-you'))}
      ${hasPair && !app.attune.canSend ? notice('cloud-off', t('requests-queued')) : d}`,
    qt`${hasPair ? button(t('practice-send'), () => trySend(screen, id), 'primary') : d}
      ${hasPair && isNew ? button(t('responsive-reach-read-to', { name }), () => readTo(screen, id)) : d}
      ${button(t('requests-change'), () => screen.fill({ step: 'need' }))} ${button(t('requests-keep-draft'), () => keep(screen, id), hasPair ? 'text' : 'primary')}`,
  );
}

/** Private, on the first reach and when a question was left as it was. @param {AskScreen} screen @param {string|undefined} id */
const liveWithNo = (screen, id) =>
  sheet(
    qt`<h1 class="prompt">${t('responsive-reach-live-with-no')}</h1>${lockLine(t('requests-only-you-yet'))}`,
    qt`${button(
      t('practice-yes'),
      () => {
        screen.fill({ no: 'yes' });
        return send(screen, id);
      },
      'primary',
    )}
      ${button(t('responsive-reach-not-yet'), () => screen.fill({ no: 'not-yet', step: 'more' }))}
      ${button(t('back'), () => screen.fill({ step: 'preview' }), 'text')}`,
  );

/** @param {AskScreen} screen @param {string|undefined} id */
const moreThanThat = (screen, id) =>
  sheet(
    qt`<h1 class="prompt">${t('responsive-reach-more')}</h1>${lockLine(t('requests-only-you-yet'))}`,
    qt`${button(t('requests-keep-draft'), () => keep(screen, id), 'primary')}
      ${button(t('responsive-reach-listen'), () => keep(screen, id, '#/live/structured-listening'))}
      ${button(t('requests-send-anyway'), () => send(screen, id), 'text')}`,
  );

/** @param {AskScreen} screen @param {string|undefined} id */
function already(screen, id) {
  const like = screen.app.attune.requests.openLike(screen.form.need, id);
  return sheet(
    qt`<h1 class="prompt">${t('requests-already', { name: screen.name })}</h1>${like ? qt`<article class="card mine"><p class="said">${like.words.need}</p></article>` : d}`,
    qt`${like ? button(t('requests-see-it'), () => keep(screen, id, `#/requests/${like.id}`), 'primary') : d}
      ${button(t('requests-another-topic'), () => screen.fill({ step: 'need' }))}`,
  );
}

/** @param {AskScreen} screen */
const wordsOf = ({ form: { need, when, why, words, no } }) => ({ need, when, why, words, ...(no ? { no } : {}) });

/** Complete as it is. @param {AskScreen} screen @param {string|undefined} id @param {string} [place] */
const keep = (screen, id, place = '#/requests') => screen.end(() => screen.app.attune.requests.keep(wordsOf(screen), id), place);

/** @param {AskScreen} screen @param {string|undefined} id */
function trySend(screen, id) {
  const { requests } = screen.app.attune;
  const { form } = screen;
  const wasLeft = [form.need, form.why].some((line) => kindIn(line) !== null);
  if (requests.openLike(form.need, id)) screen.fill({ step: 'same' });
  else if (form.no === '' && (requests.isFirst || wasLeft)) screen.fill({ step: 'no' });
  else return send(screen, id);
}

/** @param {AskScreen} screen @param {string|undefined} id */
async function send(screen, id) {
  const { attune } = screen.app;
  let kept = id ?? '';
  await screen.end(async () => {
    kept = await attune.requests.keep(wordsOf(screen), id);
    await attune.requests.send(kept, attune.canSend);
  });
  if (!attune.trouble && screen.isConnected) screen.app.go(`#/requests/${kept}`);
}

/** Face to face: the words are there when the talk begins. @param {AskScreen} screen @param {string|undefined} id */
async function readTo(screen, id) {
  const { attune } = screen.app;
  const { need, when, why } = screen.form;
  const starter = /** @type {0|1} */ ((attune.pair?.me.person ?? 1) - 1);
  await screen.end(async () => {
    const kept = await attune.requests.keep(wordsOf(screen), id);
    const given = Object.fromEntries(Object.entries({ need, when, why }).filter(([, words]) => words.trim()));
    await attune.live.begin({ practice: PRACTICE, length: attune.preferences.timers, mode: 'live', starter, given });
    const item = attune.requests.get(kept);
    if (item && attune.live.session) await attune.requests.note(item, { reading: attune.live.session.record });
  }, '#/live');
}

/** @typedef {import('../../app/requests.js').Item} Item */

const NEED_CHARS = 240;
const SETTLING_MS = 450;

/** Requests: `#/requests` all of them, `#/requests/new` to write one, `#/requests/<id>` one and what can be done about it. */
class RequestsScreen extends Screen {
  static properties = { ...Screen.properties, form: { state: true }, needs: { state: true } };

  constructor() {
    super();
    /** @type {import('../requests/pieces.js').Form} */ this.form = EMPTY;
    /** @type {any} */ this.needs = null;
    /** Practices whose words are here. @type {Set<string>} */ this.titled = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    void text()
      .content('needs')
      .then((needs) => (this.needs = needs));
    void loadKinds().then(() => this.requestUpdate());
  }

  willUpdate() {
    const draft = this.freshDraft(this.#key);
    if (draft) this.form = { ...EMPTY, ...Object.fromEntries(draft) };
  }

  get #key() {
    return draftKey(this.app.attune, this.params[0] ?? '');
  }

  get name() {
    return this.app.attune.pair?.them.name ?? '';
  }

  /** @param {Partial<import('../requests/pieces.js').Form>} change */
  fill = (change) => {
    this.form = { ...this.form, ...change };
    this.setDraft(
      this.#key,
      Object.entries(this.form).map(([name, value]) => /** @type {any} */ ([name, value])),
    );
  };

  clear() {
    this.form = EMPTY;
    this.setDraft(this.#key, null);
  }

  /** @param {() => Promise<unknown>} step @param {string} [place] */
  async end(step, place) {
    const { attune } = this.app;
    const key = this.#key;
    await attune.attempt(step);
    if (attune.trouble) return;
    this.form = EMPTY;
    this.knownDrafts.set(key, undefined);
    await attune.drafts.clear(key);
    if (!this.isConnected) return; // who has gone elsewhere meanwhile is not fetched back
    if (place && place !== location.hash) this.app.go(place);
    else this.requestUpdate();
  }

  /** Another page of the same place: it is heard, and the second tap of a double one is not meant for what stands there now. */
  updated() {
    const heading = /** @type {HTMLElement|null} */ (this.querySelector('h1'));
    const said = heading?.textContent ?? '';
    const isNew = this.said !== undefined && said !== this.said;
    this.said = said;
    if (!isNew || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    this.#settle();
  }

  #settle() {
    const settle = (/** @type {boolean} */ isSettling) => {
      for (const foot of this.querySelectorAll('.foot')) foot.toggleAttribute('inert', isSettling);
    };
    settle(true);
    window.clearTimeout(this.settling);
    this.settling = window.setTimeout(() => settle(false), SETTLING_MS);
  }

  /** @type {string|undefined} */ said;
  /** @type {number|undefined} */ settling;

  render() {
    const [id] = this.params;
    if (id === undefined) return this.#all();
    const item = id === 'new' ? null : this.app.attune.requests.get(id);
    const page =
      id === 'new'
        ? writePage(this, undefined)
        : !item
          ? qt`<div class="body stack"><h1 class="prompt">${t('requests-gone')}</h1></div>`
          : !item.isMine
            ? receivedPage(this, item)
            : this.form.mode === 'write'
              ? writePage(this, id)
              : askedPage(this, item);
    return qt`<main class="screen flow asks">${bar({ back: () => this.app.back() })}${page}${troubleNotice(this.app)}</main>`;
  }

  #all() {
    const { requests } = this.app.attune;
    const of = (/** @type {string} */ name, /** @type {Iterable<Item>} */ items) => this.beginning(items, { name });
    const drafts = of('drafts', requests.unsent());
    const sent = of(
      'sent',
      filter(requests.newest(), ({ isMine }) => isMine),
    );
    const received = of(
      'received',
      filter(requests.newest(), ({ isMine }) => !isMine),
    );
    return qt`<main class="screen">${bar({ back: () => this.app.back() })}<div class="page">
      <header class="head"><h1>${t('requests-title')}</h1></header>
      ${[drafts, sent, received].every(({ some }) => some.length === 0) ? qt`<p class="lead">${t('requests-none')}</p>` : d}
      ${this.#list(t('requests-from', { name: this.name }), received)} ${this.#list(t('requests-yours'), sent)} ${this.#list(t('requests-drafts'), drafts)}
      <a class="btn primary" href="#/requests/new">${t('requests-new')}</a>
      ${this.#carried()}
      ${troubleNotice(this.app)}
    </div></main>`;
  }

  /** What the other asks shows its words only once it was opened. @param {string} title @param {{some: Item[], more: unknown}} items */
  #list(title, { some, more }) {
    if (some.length === 0) return d;
    const line = (/** @type {Item} */ item) => {
      const isOpen = item.isMine || item.own['opened'] === item.request.edition;
      const words = item.isTakenBack ? '' : isOpen ? item.words.need : '';
      const where = whereText(item, this.name);
      return qt`<li><a class="what" href="#/requests/${item.id}"><b class="said">${words || where}</b><span class="label soft">${[shortDate(item.sentAt || item.writtenAt), words ? where : ''].filter(Boolean).join(' · ')}</span></a>${icon('chevron-right', 's')}</li>`;
    };
    return qt`<h2 class="section">${title}</h2><ul class="rows">${some.map(line)}</ul>${more}`;
  }

  /** Carried on from a practice to be asked for: filled in, with where it comes from. */
  #carried() {
    const { sessions } = this.app.attune;
    const carried = sessions.carried().filter(({ kind }) => kind === 'request');
    if (carried.length === 0) return d;
    return qt`<h2 class="section">${t('requests-carried')}</h2>
      ${carried.map(
        (each) => qt`<article class="card mine">
          <p class="label soft">${icon('lock', 's')} ${t('requests-carried-from', { title: this.#title(each.practice), date: longDate(each.at) })}</p>
          ${each.text ? qt`<p class="said">${each.text}</p>` : d}
          <div class="line"><button class="chip" @click=${() => void this.#takeUp(each)}>${t('requests-ask-for-it')}</button>
            <button class="chip" @click=${() => void this.app.attune.attempt(() => sessions.putDown(each.id))}>${t('requests-put-down')}</button></div>
        </article>`,
      )}`;
  }

  /** @param {import('../../app/sessions.js').Carried} carried */
  async #takeUp({ id, text: words }) {
    const { attune } = this.app;
    let place = '#/requests/new';
    await attune.attempt(async () => {
      const need = [...words].slice(0, NEED_CHARS).join('').trim();
      if (need) place = `#/requests/${await attune.requests.keep({ need, when: '', why: '', words: [] })}`;
      await attune.sessions.putDown(id);
    });
    if (!attune.trouble) this.app.go(place);
  }

  /** @param {string} practice */
  #title(practice) {
    if (!this.titled.has(practice)) {
      this.titled.add(practice);
      void text()
        .load(practice)
        .then(() => this.requestUpdate())
        .catch(() => {});
    }
    return t(`${practice}-title`, { name: this.name });
  }
}
customElements.define('requests-screen', RequestsScreen);
