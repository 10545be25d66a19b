/** Writing a request: is it a good moment, three questions, what the other will see. Nothing leaves this phone before [Send]. */
import { CHARS } from '../../app/requests.js';
import { PRACTICE_IDS } from '../../practices/registry.js';
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { lockLine, notice, textField } from '../parts/page-parts.js';
import { fitPart } from '../session/fit-part.js';
import { t } from '../text.js';
import { button, requestPage, sheet } from './pieces.js';
import { gentleQuestion, kindIn, momentChips } from './wishing.js';

/** @typedef {import('./pieces.js').AskScreen} AskScreen */

const PRACTICE = 'responsive-reach';
const MOST_NEEDS = 3;
const PROMPTS = /** @type {const} */ (['responsive-reach-need', 'requests-prompt-2', 'requests-prompt-3', 'requests-prompt-4']);

/** @param {AskScreen} screen @param {string|undefined} id of what is kept already */
export function writePage(screen, id) {
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
    html`<p class="label">${t('practice-heavy')} <a href="#/help">${t('practice-help')}</a></p>
      <h1 class="prompt">${t('practice-fit')}</h1><p class="lead">${t('practice-fit-small')}</p>${fitPart()}`,
    html`${button(t('practice-fit-yes'), () => screen.fill({ step: 'need' }), 'primary')} ${button(t('live-invitation-not-today'), () => screen.fill({ step: 'another-time' }))}`,
  );

/** @param {AskScreen} screen */
const anotherTime = (screen) =>
  sheet(
    html`<h1 class="prompt">${t('practice-another-time')}</h1>`,
    html`${button(t('practice-breathe-together'), () => screen.app.go('#/live/physical-synchrony'), 'primary')}
      ${PRACTICE_IDS.includes('self-empathy-inventory') ? button(t('requests-hear-myself'), () => screen.app.go('#/live/self-empathy-inventory')) : nothing}
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
    html`<h1 class="prompt">${prompts[field]}</h1>
      ${small[field] ? html`<p class="lead">${small[field]}</p>` : nothing}
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
      ${field === 'why' ? needWords(screen) : nothing}`,
    html`${button(t('practice-next'), () => screen.fill({ step: steps[at + 1] ?? 'preview' }), 'primary', field === 'need' && !value.trim())}
      ${at > 0 ? button(t('back'), () => screen.fill({ step: steps[at - 1] ?? 'need' })) : nothing}
      ${form.need.trim() ? button(t('requests-keep-draft'), () => keep(screen, id), 'text') : nothing}`,
  );
}

/** The main question takes turns. @param {AskScreen} screen */
const promptOf = ({ app }) => PROMPTS[app.attune.requests.count % PROMPTS.length] ?? PROMPTS[0];

/** @param {AskScreen} screen */
function needWords({ needs, form, fill }) {
  if (!needs) return nothing;
  const toggle = (/** @type {string} */ id) =>
    fill({ words: form.words.includes(id) ? form.words.filter((each) => each !== id) : [...form.words, id].slice(-MOST_NEEDS) });
  return html`<details class="card flat" ?open=${form.words.length > 0}><summary>${t('requests-needs')}</summary>
    ${needs.groups.map(
      (/** @type {any} */ group) => html`<p class="section">${group.name}</p><div class="chips">
        ${needs.needs
          .filter((/** @type {any} */ need) => need.group === group.id)
          .map(
            (/** @type {any} */ need) =>
              html`<button type="button" class="chip tick" aria-pressed=${form.words.includes(need.id) ? 'true' : 'false'} @click=${() => toggle(need.id)}>${form.words.includes(need.id) ? icon('check', 's') : nothing}${need.word}</button>`,
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
    html`<h1 class="prompt">${hasPair ? t('responsive-reach-preview', { name }) : t('requests-kept')}</h1>
      ${requestPage(form, { whose: 'you', name: app.attune.pair?.me.name ?? t('you'), needs, isPrivate: true })}
      ${hasPair ? html`<p class="lead">${t('responsive-reach-may', { name })}</p>` : nothing}
      ${lockLine(t('requests-only-you'))}
      ${hasPair && !app.attune.canSend ? notice('cloud-off', t('requests-queued')) : nothing}`,
    html`${hasPair ? button(t('practice-send'), () => trySend(screen, id), 'primary') : nothing}
      ${hasPair && isNew ? button(t('responsive-reach-read-to', { name }), () => readTo(screen, id)) : nothing}
      ${button(t('requests-change'), () => screen.fill({ step: 'need' }))} ${button(t('requests-keep-draft'), () => keep(screen, id), hasPair ? 'text' : 'primary')}`,
  );
}

/** Private, on the first reach and when a question was left as it was. @param {AskScreen} screen @param {string|undefined} id */
const liveWithNo = (screen, id) =>
  sheet(
    html`<h1 class="prompt">${t('responsive-reach-live-with-no')}</h1>${lockLine(t('requests-only-you-yet'))}`,
    html`${button(
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
    html`<h1 class="prompt">${t('responsive-reach-more')}</h1>${lockLine(t('requests-only-you-yet'))}`,
    html`${button(t('requests-keep-draft'), () => keep(screen, id), 'primary')}
      ${button(t('responsive-reach-listen'), () => keep(screen, id, '#/live/structured-listening'))}
      ${button(t('requests-send-anyway'), () => send(screen, id), 'text')}`,
  );

/** @param {AskScreen} screen @param {string|undefined} id */
function already(screen, id) {
  const like = screen.app.attune.requests.openLike(screen.form.need, id);
  return sheet(
    html`<h1 class="prompt">${t('requests-already', { name: screen.name })}</h1>${like ? html`<article class="card mine"><p class="said">${like.words.need}</p></article>` : nothing}`,
    html`${like ? button(t('requests-see-it'), () => keep(screen, id, `#/requests/${like.id}`), 'primary') : nothing}
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
