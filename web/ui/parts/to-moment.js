/** Something that reached somebody may become a moment: it is carried there in its words, for this person alone, and written by them. */
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

/** @param {import('../../app/shell.js').Shell} app @param {{practice: string, session: string, text: string}} from */
export const toMoment = (app, { practice, session, text }) => {
  const { attune } = app;
  const carry = async () => {
    await attune.attempt(() => attune.sessions.carry({ kind: 'moment', practice, session, day: attune.today(), text }));
    if (!attune.trouble) app.go('#/moments/new');
  };
  return html`<button class="btn line big wide" @click=${() => void carry()}>${t('moments-as-moment')}</button>`;
};
