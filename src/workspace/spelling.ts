import { fold } from '../text/fold.ts';

/**
 * The candidates that `word` most likely meant, best first, each once. Case and accents do not count. A word of up to
 * two letters has no near ones beside itself; three to five letters allow one slip, six to nine two, more allow three.
 * Swapping two neighboring letters is one slip. A candidate that goes on where the word stops (`mar` for `maria`), or
 * the reverse (`maria.lopez` for `maria`), comes after those.
 */
export function nearest(word: string, candidates: Iterable<string> | Candidates, limit = 3): string[] {
  const wanted = fold(word);
  if (wanted === '') return [];
  const { all } = candidates instanceof Candidates ? candidates : new Candidates(candidates);
  const most = allowedSlips(wanted);
  const signs = signsOf(wanted);
  const found: Near[] = [];
  for (const { candidate, folded, signs: others } of all) {
    const slips = mayBeNear(signs, others, most) ? slipsBetween(wanted, folded, most) : undefined;
    if (slips === undefined && !isBeginning(wanted, folded)) continue;
    const distance = slips ?? PREFIX + Math.abs(folded.length - wanted.length);
    keepNearest(found, { candidate, distance }, limit);
  }
  return found.map((n) => n.candidate);
}

/** What words may be compared with, made ready once for many words. */
export class Candidates {
  readonly all: readonly { readonly candidate: string; readonly folded: string; readonly signs: number }[];

  constructor(candidates: Iterable<string>) {
    this.all = Array.from(candidates, (candidate) => {
      const folded = fold(candidate);
      return { candidate, folded, signs: signsOf(folded) };
    });
  }
}

/** Which signs a text has, as bits; signs that share one only make two texts look more alike. */
function signsOf(text: string): number {
  let signs = 0;
  for (let i = 0; i < text.length; i++) signs |= 1 << (text.charCodeAt(i) & 31);
  return signs;
}

/** A slip takes away one sign at most and brings one: a cheap test that tells most words apart. */
function mayBeNear(a: number, b: number, most: number): boolean {
  return hasFew(a & ~b, most) && hasFew(b & ~a, most);
}

function hasFew(bits: number, most: number): boolean {
  let rest = bits;
  for (let i = 0; i < most && rest !== 0; i++) rest &= rest - 1;
  return rest === 0;
}

interface Near {
  readonly candidate: string;
  readonly distance: number;
}

/** Puts one more into a short list that has the best first. */
function keepNearest(best: Near[], near: Near, limit: number): void {
  const isBetter = (n: Near) =>
    near.distance - n.distance ||
    (near.candidate < n.candidate ? -1 : near.candidate === n.candidate ? 0 : 1);
  const last = best[limit - 1];
  if ((last && isBetter(last) > 0) || best.some((n) => n.candidate === near.candidate)) return;
  const at = best.findIndex((n) => isBetter(n) < 0);
  best.splice(at < 0 ? best.length : at, 0, near);
  if (best.length > limit) best.pop();
}

/** After so many different words of one file, nobody is told any more what was meant. */
export const MOST_SUGGESTIONS = 100;

/**
 * What the first different words of a file may have meant, each looked up once. Each takes a look at all candidates,
 * so that a long list of words and a long list of candidates would take the product of both.
 */
export class Suggestions<T> {
  readonly #find: (word: string) => T | undefined;
  readonly #found = new Map<string, T | undefined>();

  constructor(find: (word: string) => T | undefined) {
    this.#find = find;
  }

  of(word: string): T | undefined {
    if (!this.#found.has(word) && this.#found.size < MOST_SUGGESTIONS)
      this.#found.set(word, this.#find(word));
    return this.#found.get(word);
  }
}

/** The candidate that `word` is a misspelling of, prefixes aside; undefined when none or the word itself is one. */
export function misspelled(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.includes(word)) return undefined;
  const wanted = fold(word);
  let best: string | undefined;
  let least = allowedSlips(wanted);
  const signs = signsOf(wanted);
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (!mayBeNear(signs, signsOf(folded), least)) continue;
    const distance = slipsBetween(wanted, folded, least);
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
export function onlySpelling(word: string, candidates: Iterable<string> | Candidates): string | undefined {
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
