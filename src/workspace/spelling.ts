import { fold } from '../text/fold.ts';

/**
 * The candidates that `word` most likely meant, best first, each once. Case and accents do not count. A word of up to
 * two letters has no near ones beside itself; three to five letters allow one slip, six to nine two, more allow three.
 * Swapping two neighboring letters is one slip. A candidate that goes on where the word stops (`mar` for `maria`), or
 * the reverse (`maria.lopez` for `maria`), comes after those.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = fold(word);
  if (wanted === '') return [];
  const found = new Map<string, number>();
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const distance = slipsBetween(wanted, folded, allowedSlips(wanted));
    if (distance !== undefined) found.set(candidate, distance);
    else if (isBeginning(wanted, folded))
      found.set(candidate, PREFIX + Math.abs(folded.length - wanted.length));
  }
  return [...found]
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([candidate]) => candidate);
}

/** The candidate that `word` is a misspelling of, prefixes aside; undefined when none or the word itself is one. */
export function misspelled(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.includes(word)) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  let least = allowedSlips(wanted);
  for (const candidate of candidates) {
    const distance = slipsBetween(wanted, fold(candidate), least);
    if (distance === undefined || (best !== undefined && distance === least)) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/**
 * The one candidate of which `word` can only be a misspelling, so that it may be put right without asking. Undefined
 * when two are near, and when the word may name something of its own, as `brochure-v2` and `fair-2028` do beside
 * `brochure` and `fair-2027`.
 */
export function onlySpelling(word: string, candidates: Iterable<string>): string | undefined {
  const [candidate, other] = nearest(word, candidates, 2);
  if (candidate === undefined || other !== undefined) return undefined;
  const [a, b] = [fold(word), fold(candidate)];
  if (a.replace(/\D+/g, ' ').trim() !== b.replace(/\D+/g, ' ').trim()) return undefined;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && !/^\p{L}?$/u.test(long.slice(short.length)) ? undefined : candidate;
}

/** Ranks every prefix behind every misspelling. */
const PREFIX = 100;

function allowedSlips(word: string): number {
  if (word.length <= 2) return 0;
  if (word.length <= 5) return 1;
  return word.length <= 9 ? 2 : 3;
}

function isBeginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (!long.startsWith(short)) return false;
  // Two letters begin half of all names, unless a separator shows that they are a name of their own.
  return short.length >= 3 || /^[\s._/-]/.test(long.slice(short.length));
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment), or undefined when it is greater than
 * `most`. A cell further than `most` from the diagonal cannot matter, so only that band is kept: index `j - i + most`.
 */
function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  if (a === b) return 0;
  const far = most + 1;
  const width = 2 * most + 1;
  const at = (band: readonly number[], index: number) => band[index] ?? far;
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, k) => (k < most ? far : k - most));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    let least = far;
    for (let k = 0; k < width; k++) {
      const j = i + k - most;
      let value = far;
      if (j === 0) value = i;
      else if (j > 0 && j <= b.length) {
        const changed = a[i - 1] === b[j - 1] ? 0 : 1;
        // Above is one further right in the band of the line before, the diagonal is at the same index.
        value = Math.min(at(last, k + 1) + 1, at(row, k - 1) + 1, at(last, k) + changed);
        const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (swapped) value = Math.min(value, at(beforeLast, k) + 1);
      }
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return undefined;
    [beforeLast, last] = [last, row];
  }
  const distance = at(last, b.length - a.length + most);
  return distance <= most ? distance : undefined;
}
