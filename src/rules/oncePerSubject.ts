import { compareRanges, type Range } from '../text/range.ts';

/** One of the places that speak of the same name, team or role. */
export interface Occurrence {
  readonly range: Range;
  /** What it is about, in words that stay (`Finding.subject`). */
  readonly subject: string;
}

/**
 * The places of one file by what they are about, those of a group in source order: each group is one problem, at its
 * first place. Where a comment silences a place, that one is a group of its own, so that the comment is of use and
 * hides nothing else.
 */
export function oncePerSubject<T extends Occurrence>(
  found: readonly T[],
  isSilent: (range: Range) => boolean,
): Iterable<readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  const apart: [T][] = [];
  for (const place of [...found].sort((a, b) => compareRanges(a.range, b.range))) {
    const group = groups.get(place.subject);
    if (isSilent(place.range)) apart.push([place]);
    else if (group) group.push(place);
    else groups.set(place.subject, [place]);
  }
  return [...apart, ...groups.values()];
}
