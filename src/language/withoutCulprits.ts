import { append } from '../text/lists.ts';

/** A huge file in which nearly everything does harm is not read a thousand times for the little that does none. */
const MAX_TRIES = 40;

/**
 * As many of some items as work together. All are tried at once; where they do not work, those under suspicion are set
 * aside, and halved until the culprits are found. The number of tries has a limit: beyond it, what is still under
 * suspicion is left out.
 * @param suspects those that may be why not, or all of them; none where these items work together
 */
export function withoutCulprits<T>(
  items: readonly T[],
  suspects: (kept: readonly T[], some: readonly T[]) => ReadonlySet<T>,
): T[] {
  const kept: T[] = [];
  let tries = MAX_TRIES;
  const add = (some: readonly T[]): void => {
    if (some.length === 0 || tries === 0) return;
    tries--;
    const suspected = suspects(kept, some);
    if (suspected.size === 0) {
      append(kept, some);
    } else if (some.length > 1) {
      const others = some.filter((item) => !suspected.has(item));
      if (others.length > 0 && others.length < some.length) {
        add(others);
        add(some.filter((item) => suspected.has(item)));
      } else {
        const half = some.length >> 1;
        add(some.slice(0, half));
        add(some.slice(half));
      }
    }
  };
  add(items);
  return kept;
}
