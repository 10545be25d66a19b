/** Places in a day that somebody ties something to: from an hour on until the day ends. */

const SUNDAY = 0;
/** From which hour, by the order of `physical-synchrony-slot-…`; of the last there is none. */
const FROM = Object.freeze([18, 21, 16, 9]);

/** @param {unknown} slot @param {Date} date by the person's clock @returns {boolean} it is here now */
export function isSlotHere(slot, date) {
  const from = FROM[Number(slot ?? Number.NaN)];
  return from !== undefined && date.getHours() >= from && (slot !== FROM.length - 1 || date.getDay() === SUNDAY);
}
