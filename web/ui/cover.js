/**
 * The quick cover: at once a blank page with a horizon, over everything. One tap on [Cover], or Shift three times, puts it there; three taps on it, or
 * Shift three times, take it away, and then Today is there, not what was open. It hides the screen, not the browser's history: the help page says so.
 */

const WITHIN_MS = 1500;
const TIMES = 3;

/** @param {() => number} now ms @returns {() => boolean} true at the third call in a row */
export function threefold(now) {
  /** @type {number[]} */ let times = [];
  return () => {
    times = [...times, now()].slice(-TIMES);
    const isThird = times.length === TIMES && (times[TIMES - 1] ?? 0) - (times[0] ?? 0) <= WITHIN_MS;
    if (isThird) times = [];
    return isThird;
  };
}

/** @param {{root: HTMLElement, go: (place: string) => void, home: () => string, now: () => number}} parts @returns {() => void} covers */
export function startCover({ root, go, home, now }) {
  const sheet = document.createElement('div');
  sheet.className = 'quickcover';
  sheet.hidden = true;
  sheet.append(document.createElement('hr'));
  document.body.append(sheet);
  const isThirdShift = threefold(now);
  const isThirdTap = threefold(now);
  const set = (/** @type {boolean} */ isOn) => {
    sheet.hidden = !isOn;
    root.inert = isOn;
    root.hidden = isOn;
    if (isOn) go(home());
  };
  addEventListener('keydown', ({ key, repeat }) => {
    if (key === 'Shift' && !repeat && isThirdShift()) set(sheet.hidden === true);
  });
  sheet.addEventListener('pointerdown', () => isThirdTap() && set(false));
  return () => set(true);
}
