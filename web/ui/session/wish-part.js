/** Writing a request in a talk: the gentle question beneath a line, moments to choose from, a day for the answer. */
import { dayLabel } from '../../core/day.js';
import { nothing } from '../../vendor/lit.js';
import { dayField, gentleQuestion, loadKinds, momentChips } from '../requests/wishing.js';
import { t } from '../text.js';

const DAY_MS = 86_400_000;

/** @param {{view: import('../../core/practice-view.js').View, screen: import('./parts.js').PartScreen}} data */
export function wishPart({ view, screen }) {
  const field = view.fields.find(({ name }) => ['need', 'when', 'why', 'by'].includes(name));
  if (!field) return nothing;
  void loadKinds();
  const value = typeof field.value === 'string' ? field.value : '';
  switch (field.name) {
    case 'when':
      return momentChips({ label: t('responsive-reach-moments'), value, pick: (words) => screen.write('when', words) });
    case 'by':
      return dayField({
        id: 'field-by',
        label: t('responsive-reach-day-label'),
        value,
        least: dayLabel(screen.now() + DAY_MS),
        pick: (day) => screen.write('by', day),
      });
    default:
      return gentleQuestion({
        line: value,
        isLeft: screen.state[`left/${field.name}`] === true,
        name: screen.names.name,
        leave: () => screen.setState(`left/${field.name}`, true),
      });
  }
}
