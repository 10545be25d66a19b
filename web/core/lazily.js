/** `filter` for what is made as it is asked for (Iterator.prototype.filter came to Safari in 18.4, 2025). @template T @param {Iterable<T>} items @param {(item: T) => boolean} isWanted */
export function* filter(items, isWanted) {
  for (const item of items) if (isWanted(item)) yield item;
}

/** The first of them. @template T @param {Iterable<T>} items @param {number} count */
export function* most(items, count) {
  let taken = 0;
  for (const item of items) {
    if (taken === count) return;
    taken += 1;
    yield item;
  }
}

/** @template T @param {Iterable<T>} items @param {(item: T) => boolean} isWanted @returns {boolean} one of them is wanted; those after it are not looked at */
export function some(items, isWanted) {
  for (const item of items) if (isWanted(item)) return true;
  return false;
}
