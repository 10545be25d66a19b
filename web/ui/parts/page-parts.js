import { html, nothing } from '../../vendor/lit.js';
import { t } from '../text.js';
import { icon } from './icon.js';

/**
 * The bar at the top of a page that is not a place of the dock. A pause is one tap away, but where there is nobody yet to pause with.
 * @param {object} data @param {boolean} [data.hasPause] @param {string} [data.title] @param {() => void} [data.back] @param {() => void} [data.close] @param {unknown} [data.middle] @param {unknown} [data.end]
 */
export const bar = ({ hasPause = true, title, back, close, middle, end }) => html`
  <div class="bar">
    ${back ? html`<button class="btn square" aria-label=${t('back')} @click=${back}>${icon('arrow-left')}</button>` : nothing}
    ${close ? html`<button class="btn square" aria-label=${t('close')} @click=${close}>${icon('x')}</button>` : nothing}
    ${title ? html`<span class="title">${title}</span>` : nothing}
    ${middle ? html`<div class="middle">${middle}</div>` : nothing}
    ${end ? html`<div class="push">${end}</div>` : nothing}
    ${hasPause ? html`<a class="btn square hold ${end ? '' : 'push'}" href="#/pause" aria-label=${t('nav-pause')}>${icon('place-pause')}</a>` : nothing}
  </div>
`;

/** The title of a place, standing on the horizon. @param {string} title @param {unknown} [end] */
export const head = (title, end) => html`
  <header class="head">
    <h1>${title}</h1>
    ${
      end ??
      html`<svg class="trees" viewBox="0 0 52 32" aria-hidden="true">
      <circle cx="14" cy="12" r="7" class="fill-you" /><path d="M13.2 18h1.6v14h-1.6z" class="fill-you" />
      <path d="M36 4l7 12-7 12-7-12z" class="fill-they" /><path d="M35.2 26h1.6v6h-1.6z" class="fill-they" />
    </svg>`
    }
  </header>
`;

/** Steps of a flow: here, behind, ahead. @param {number} step from 0 @param {number} steps */
export const steps = (step, steps) => html`
  <div class="steps" role="img" aria-label=${t('check-in-step', { step: step + 1, steps })}>
    ${Array.from({ length: steps }, (_, i) => html`<i class=${i === step ? 'on' : i < step ? 'past' : ''}></i>`)}
  </div>
`;

/** @param {string} name of an icon @param {unknown} content @param {'plain'|'caution'|'error'} [tone] */
export const notice = (name, content, tone = 'plain') => html`
  <div class="notice" data-tone=${tone} role=${tone === 'error' ? 'alert' : nothing}>${icon(name)}<div>${content}</div></div>
`;

/** @param {string} text with a lock: only you */
export const lockLine = (text) => html`<p class="lockline">${icon('lock')}${text}</p>`;

/**
 * A segmented choice.
 * @template {string} V
 * @param {{label: string, value: V|null, options: Array<{value: V, label: unknown, name?: string}>, pick: (value: V) => void}} data
 */
export const segments = ({ label, value, options, pick }) => html`
  <div class="seg" role="radiogroup" aria-label=${label} @keydown=${moveRadio}>
    ${options.map(
      (option, i) => html`<button type="button" role="radio" aria-checked=${option.value === value ? 'true' : 'false'}
        aria-label=${option.name ?? nothing} tabindex=${option.value === value || (value === null && i === 0) ? '0' : '-1'}
        @click=${() => pick(option.value)}>${option.label}</button>`,
    )}
  </div>
`;

/** Arrow keys move and choose inside a radio group (ARIA Authoring Practices, radio group). @param {KeyboardEvent} event */
export function moveRadio(event) {
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const radios = /** @type {HTMLElement[]} */ ([...group.querySelectorAll('[role=radio]')]);
  const here = radios.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const isRtl = getComputedStyle(group).direction === 'rtl';
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
  if (here < 0 || !step) return;
  event.preventDefault();
  const next = radios[(here + step + radios.length) % radios.length];
  next?.focus();
  next?.click();
}

/** A row with a switch. @param {{label: string, small?: string, isOn: boolean, toggle: () => void, id: string}} data */
export const switchRow = ({ label, small, isOn, toggle, id }) => html`
  <div class="switchrow">
    <span class="what"><b id=${id}>${label}</b>${small ? html`<span class="label soft">${small}</span>` : nothing}</span>
    <button type="button" class="switch" role="switch" aria-checked=${isOn ? 'true' : 'false'} aria-labelledby=${id} @click=${toggle}></button>
  </div>
`;

/** What comes up when a field is left must not move the button that is being tapped. */
const LEFT_AFTER_MS = 250;

/**
 * A text field with its label and what is left.
 * @param {object} data @param {string} data.id @param {string} data.label @param {boolean} [data.isLabelHidden] @param {string} data.value @param {number} data.max
 * @param {string} [data.placeholder] @param {boolean} [data.isLong] several lines @param {(value: string) => void} data.input @param {string} [data.autocomplete]
 * @param {() => void} [data.left] the writer went elsewhere
 */
export const textField = ({
  id,
  label,
  isLabelHidden = false,
  value,
  max,
  placeholder = '',
  isLong = false,
  input,
  autocomplete = 'off',
  left: wasLeft = () => {},
}) => {
  const left = max - [...value].length;
  const count =
    left <= 20 ? html`<span class="small soft" id="${id}-left" aria-live="polite">${left > 0 ? left : t('field-full')}</span>` : nothing;
  const leave = () => setTimeout(wasLeft, LEFT_AFTER_MS);
  const change = (/** @type {Event} */ event) => input(/** @type {HTMLInputElement} */ (event.target).value.toWellFormed());
  return html`
    <div class="entryfield">
      <label class=${isLabelHidden ? 'vh' : 'label'} for=${id}>${label}</label>
      ${
        isLong
          ? html`<textarea id=${id} class="field box long" maxlength=${max} placeholder=${placeholder} .value=${value} @input=${change} @blur=${leave} rows="3"></textarea>`
          : html`<input id=${id} class="field box" maxlength=${max} placeholder=${placeholder} .value=${value} @input=${change} @blur=${leave} autocomplete=${autocomplete} enterkeyhint="done" />`
      }
      ${count}
    </div>
  `;
};
