/** Before a practice begins: what it is, how long, in which way, who begins. */
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { bar, lockLine, moveRadio, segments } from '../parts/page-parts.js';
import { troubleNotice } from '../parts/trouble.js';
import { longDate, t } from '../text.js';

/** @typedef {import('../../core/practice-schema.js').Practice} Practice @typedef {'live'|'one-phone'|'own-time'|'alone'} Way */

const WAYS = /** @type {const} */ ([
  ['live', 'live-mode-two-phones'],
  ['one-phone', 'live-mode-one-phone'],
  ['own-time', 'live-mode-own-time'],
  ['alone', 'practice-mode-alone'],
]);

/** The ways a practice can be done by these people. @param {Practice} practice @param {boolean} hasPair @returns {Way[]} */
export const waysOf = (practice, hasPair) =>
  WAYS.map(([way]) => way).filter(
    (way) =>
      practice.modes.includes(way) &&
      (way === 'own-time' || way in practice.flows || way in (practice.places ?? {})) &&
      (hasPair || way === 'alone') &&
      !(way === 'alone' && practice.id === 'daily-check-in'),
  );

/** @param {Practice} practice @param {'short'|'usual'|'long'|'none'} length @param {string} [variant] @returns {number|null} minutes */
export const minutesOf = (practice, length, variant = '') =>
  (practice.variants?.find(({ id }) => id === variant)?.minutes ?? practice.minutes)[{ short: 0, usual: 1, long: 2, none: 3 }[length]] ??
  null;

/**
 * A choice that wraps where segments would not fit.
 * @template {string} V
 * @param {{label: string, value: V|null, options: {value: V, label: string}[], pick: (value: V) => void}} data
 */
export const chipChoice = ({ label, value, options, pick }) => html`
  <div class="chips" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${options.map(
      (option, i) => html`<button type="button" class="chip tick" role="radio" aria-checked=${option.value === value ? 'true' : 'false'}
        tabindex=${option.value === value || (value === null && i === 0) ? '0' : '-1'} @click=${() => pick(option.value)}>${option.value === value ? icon('check', 's') : nothing}${option.label}</button>`,
    )}
  </div>
`;

/**
 * @param {object} data
 * @param {import('../../app/shell.js').Shell} data.app @param {Practice} data.practice @param {{you: string, name: string}} data.names
 * @param {Way} data.way @param {0|1} data.starter @param {0|1} data.me @param {string} data.variant
 * @param {boolean} data.isStoneLeft no stone is read first
 * @param {(change: {mode?: Way, starter?: 0|1, variant?: string, isStoneLeft?: boolean}) => void} data.choose @param {() => void} data.begin
 * @param {readonly import('../../app/sessions.js').Past[]} data.past of this practice
 */
export function setUp({ app, practice, names, way, starter, me, variant, isStoneLeft, choose, begin, past }) {
  const { attune } = app;
  const { timers } = attune.preferences;
  const minutes = minutesOf(practice, timers, variant);
  const ways = waysOf(practice, attune.pair !== null);
  const isTimed = way === 'live' || way === 'one-phone';
  const say = (/** @type {string} */ id) => t(id, names);
  return html`
    <main class="screen flow">
      ${bar({ back: () => app.go(practice.id === 'daily-check-in' ? '#/today' : '#/practices') })}
      <div class="body stack">
        <h1 class="prompt">${say(practice.words.title)}</h1>
        <p class="lead">${say(practice.words.promise)}</p>
        ${practice.warning ? html`<p class="label">${say(practice.warning)} ${practice.isHeavy ? nothing : html`<a href="#/help">${t('practice-help')}</a>`}</p>` : nothing}
        ${practice.isHeavy ? html`<p class="label">${t('practice-heavy')} <a href="#/help">${t('practice-help')}</a></p>` : nothing}
        ${practice.group === 'hard' && !isStoneLeft ? stoneFirst(app, () => choose({ isStoneLeft: true })) : nothing}
        ${
          practice.variants
            ? html`<p class="section">${t('practice-which')}</p>${chipChoice({
                label: t('practice-which'),
                value: variant,
                options: practice.variants.map(({ id, message }) => ({ value: id, label: say(message) })),
                pick: (value) => choose({ variant: value }),
              })}`
            : nothing
        }
        ${
          ways.length > 1
            ? html`<p class="section">${t('live-mode-label')}</p>${chipChoice({
                label: t('live-mode-label'),
                value: way,
                options: ways.map((each) => ({ value: each, label: t(WAYS.find(([id]) => id === each)?.[1] ?? '') })),
                pick: (value) => choose({ mode: value }),
              })}`
            : nothing
        }
        ${
          isTimed
            ? html`<p class="section">${minutes ? t('live-minutes', { minutes }) : t('live-length-none')}</p>${segments({
                label: t('live-length-label'),
                value: timers,
                options: /** @type {const} */ (['short', 'usual', 'long', 'none']).map((value) => ({
                  value,
                  label: t(`live-length-${value}`),
                })),
                pick: (value) => void attune.attempt(() => attune.setPreference('timers', value)),
              })}`
            : nothing
        }
        ${way === 'own-time' ? html`<p class="label soft">${t(practice.id === 'daily-check-in' ? 'weather-kept-until' : 'practice-own-time')}</p>` : nothing}
        ${way === 'alone' ? lockLine(t('practice-only-you')) : nothing}
        ${isTimed ? starterChoice({ practice, names, starter, me, choose }) : nothing}
        ${way === 'one-phone' ? lockLine(t('live-one-phone-private')) : nothing}
        <details class="card flat"><summary>${t('live-why')}</summary><p class="label">${say(practice.words.why)}</p></details>
        <details class="card flat"><summary>${t('live-source')}</summary><p class="label">${say(practice.words.source)}</p></details>
        <details class="card flat"><summary>${t('live-kept')}</summary><p class="label">${say(practice.words.kept)}</p></details>
        ${
          past.length > 0
            ? html`<p class="section">${t('practice-past')}</p><ul class="rows">${past
                .slice(0, 5)
                .map(
                  (each) =>
                    html`<li><a class="what" href="#/session/${each.id}"><b>${longDate(each.at)}</b></a>${icon('chevron-right', 's')}</li>`,
                )}</ul>`
            : nothing
        }
        ${troubleNotice(app)}
      </div>
      <div class="foot"><button class="btn primary big wide" @click=${begin}>${t('live-begin')}</button></div>
    </main>
  `;
}

/** Before a hard talk, where it was asked for: a stone to read. Either answer is as good. @param {import('../../app/shell.js').Shell} app @param {() => void} leave */
function stoneFirst({ attune }, leave) {
  const stone = attune.preferences.stoneFirst && attune.pair ? attune.memories.beforeHardTalk() : null;
  if (!stone) return nothing;
  return html`<article class="card flat stack"><p class="lead">${t('practice-stone-first')}</p><div class="line">
    <a class="btn line" href="#/memories/${stone.id}" aria-label=${`${t('practice-yes')}: ${stone.title}`}>${t('practice-yes')}</a>
    <button class="btn text" @click=${leave}>${t('practice-no')}</button></div></article>`;
}

/** Who begins takes turns; where only one is heard, it is asked. @param {any} data */
function starterChoice({ practice, names, starter, me, choose }) {
  const them = /** @type {0|1} */ (1 - me);
  if (practice.begins === 'asked')
    return html`<p class="section">${t('practice-who')}</p>${segments({
      label: t('practice-who'),
      value: starter === me ? 'me' : 'them',
      options: [
        { value: 'me', label: t('practice-me') },
        { value: 'them', label: names.name },
      ],
      pick: (value) => choose({ starter: value === 'me' ? me : them }),
    })}`;
  return html`<div class="line"><p class="label">${starter === me ? t('live-you-begin') : t('live-they-begin', names)}</p>
    <button class="btn text" @click=${() => choose({ starter: starter === 0 ? 1 : 0 })}>${t('live-swap')}</button></div>`;
}
