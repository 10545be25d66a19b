/** What may go on elsewhere is carried there in its words, for this person alone, and waits until they use it. */
import { html } from '../../vendor/lit.js';
import { t } from '../text.js';

/** @typedef {{practice: string, session: string, text: string}} From */

/** @param {import('../../app/shell.js').Shell} app @param {string} label @param {{kind: string, place: string}} where @param {From} from */
const toPlace = (app, label, { kind, place }, { practice, session, text }) => {
  const { attune } = app;
  const carry = async () => {
    await attune.attempt(() => attune.sessions.carry({ kind, practice, session, day: attune.today(), text }));
    if (!attune.trouble) app.go(place);
  };
  return html`<button class="btn line big wide" @click=${() => void carry()}>${label}</button>`;
};

/** @param {import('../../app/shell.js').Shell} app @param {From} from */
export const toMoment = (app, from) => toPlace(app, t('moments-as-moment'), { kind: 'moment', place: '#/moments/new' }, from);

/** @param {import('../../app/shell.js').Shell} app @param {From} from */
export const toRetreat = (app, from) => toPlace(app, t('moments-for-retreat'), { kind: 'retreat', place: '#/retreat' }, from);
