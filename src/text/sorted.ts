/** Index of the last number that is not greater than `value`, in a list that rises; -1 when all are greater. */
export function lastUpTo(rising: readonly number[], value: number): number {
  return lastWhere(rising, (n) => n <= value);
}

/** Index of the last item for which a test holds, in a list where it holds for some at the start; -1 when for none. */
export function lastWhere<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
