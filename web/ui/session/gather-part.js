/** What was gathered for a retreat, before it begins: each line is raised, or stays where it lies. Only its writer sees it. */
import { html, nothing } from '../../vendor/lit.js';
import { icon } from '../parts/icon.js';
import { lockLine } from '../parts/page-parts.js';
import { t } from '../text.js';

/** @type {Readonly<Record<string, readonly [string, string]>>} the field in which a gathered line is raised, and what it is called */
export const RAISED_IN = Object.freeze({
  'own-working': ['working', 'weekly-retreat-working-label'],
  'own-not-working': ['not-working', 'weekly-retreat-not-working-label'],
  'own-need': ['need', 'weekly-retreat-need-label'],
});

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function gatherPart({ view, screen }) {
  const { attune } = screen.app;
  const { retreats, sessions } = attune;
  const linesIn = (/** @type {string} */ name) => /** @type {string[]} */ (screen.valueOf(name) ?? []);
  const isOffered = (/** @type {string} */ name) => view.fields.some((field) => field.name === name);
  const raise = (/** @type {string} */ name, /** @type {string} */ text) => screen.write(name, [...linesIn(name), text]);
  const row = (
    /** @type {{name: string, text: string, kind: string, letGo: () => Promise<void>}} */ { name, text, kind, letGo },
  ) => html`<li class="card mine">
    <div class="stack"><p class="small soft">${kind}</p><p class="said">${text}</p></div>
    <div class="line"><button type="button" class="btn line" aria-label=${`${t('weekly-retreat-raise')}: ${text}`} @click=${() => raise(name, text)}>${t('weekly-retreat-raise')}</button>
      <button type="button" class="btn text" aria-label=${`${t('retreat-let-go')}: ${text}`} @click=${() => void attune.attempt(letGo)}>${t('retreat-let-go')}</button></div></li>`;
  const lines = [
    ...retreats.gathered().map(({ id, kind, text }) => {
      const [name = '', label = ''] = RAISED_IN[kind] ?? [];
      return { name, text, kind: t(label), letGo: () => retreats.letGo(id) };
    }),
    ...retreats.carried().map(({ id, text, practice }) => ({
      name: 'brought',
      text,
      kind: `${t('weekly-retreat-brought-label')} · ${t('weekly-retreat-carried-from', { title: t(`${practice}-title`) })}`,
      letGo: () => sessions.putDown(id),
    })),
  ].filter(({ name, text }) => isOffered(name) && !linesIn(name).includes(text));
  const brought = linesIn('brought');
  const takeOut = (/** @type {string} */ line) =>
    screen.write(
      'brought',
      brought.filter((each) => each !== line),
    );
  return html`
    ${
      brought.length > 0
        ? html`<h2 class="section">${t('weekly-retreat-brought-label')}</h2><ul class="lines" aria-label=${t('weekly-retreat-brought-label')}>${brought.map(
            (line) =>
              html`<li class="card"><p class="said">${line}</p><button type="button" class="btn square push" aria-label=${t('practice-take-out', { line })} @click=${() => takeOut(line)}>${icon('x')}</button></li>`,
          )}</ul><p class="small soft">${t('weekly-retreat-onto-the-list', screen.names)}</p>`
        : nothing
    }
    ${lines.length > 0 ? html`<h2 class="section">${t('weekly-retreat-from-week')}</h2><ul class="lines">${lines.map(row)}</ul>${lockLine(t('practice-only-you'))}` : nothing}
  `;
}
