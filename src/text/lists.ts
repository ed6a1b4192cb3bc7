/*
 * `push(...items)` and `Math.max(...numbers)` hand each item over as an argument of its own, and a call takes some
 * 100,000 of them. What comes from files may be more.
 */

/** Puts items at the end of a list, however many they are. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The largest of any number of numbers; `least` where none is larger. */
export function largest(numbers: Iterable<number>, least: number): number {
  let result = least;
  for (const number of numbers) if (number > result) result = number;
  return result;
}
