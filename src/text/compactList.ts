const NONE: readonly never[] = [];

/**
 * The same items in a list that takes no more memory than they need: one that grew by `push` or `filter` has room for
 * sixteen more, and a workspace has a million such lists. All empty lists are the same one.
 */
export function compactList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list.slice();
}
