/** Values on Today: what the two meant to do for one, and the day to look at the board again. Each puts it away on their own phone. */
import { loadValues, valueCard, valueIds } from '../session/value-names.js';
import { longDate, t } from '../text.js';
import { leadingCard } from './leading-card.js';

const RANK = { look: 58, act: 56, trial: 66 };
const PLACE = '#/values';

/** The name of a word, once the cards are here. @param {import('../../app/shell.js').Shell} app @param {string} id @returns {string} */
export function valueName({ attune }, id) {
  if (!id) return '';
  if (valueIds().length === 0) {
    void loadValues().then(() => attune.changed());
    return '';
  }
  return valueCard(id).name;
}

/** @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
export function valuesCards(app) {
  const { values, pair } = app.attune;
  if (!pair) return [];
  return [
    ...values.acts().map(({ text, value }) => {
      const name = valueName(app, value);
      const title = name ? t('values-for', { value: name }) : t('values-for-both');
      return { rank: RANK.act, body: leadingCard({ title, words: text, place: PLACE, action: t('open') }) };
    }),
    ...(values.lookAgain() && app.attune.offers.isWelcome('look-again')
      ? [{ rank: RANK.look, body: leadingCard({ title: t('values-look-again'), place: PLACE, action: t('open') }) }]
      : []),
    ...trialCard(app),
  ];
}

/** What both try, and the day they wanted to look again; until then it only says when. @param {import('../../app/shell.js').Shell} app @returns {import('./cards.js').Card[]} */
function trialCard({ attune }) {
  const trial = attune.values.trial();
  if (!trial) return [];
  const { text, at, isDue, session } = trial;
  const small = isDue ? '' : t('values-trial-on', { date: longDate(at) });
  const title = t(isDue ? 'values-trial-due' : 'values-trial');
  const card = leadingCard({ title, words: text, small, place: `#/session/${session}`, action: t(isDue ? 'values-trial-look' : 'open') });
  return [{ rank: isDue ? RANK.look : RANK.trial, body: card }];
}
