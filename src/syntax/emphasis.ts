/** A run of `*`, `_` or `~` that may open or close emphasis (CommonMark 0.31.2 section 6.2, GFM 0.29 section 6.5). */
export interface DelimiterRun {
  readonly char: string;
  /** Offset of its first unit. */
  readonly start: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** Marks that are emphasis, and stretches that are struck out. */
export interface Emphasis {
  /** Offsets of units that are no text. */
  readonly marks: ReadonlySet<number>;
  /** Offsets, the marks left out. */
  readonly struck: readonly (readonly [start: number, end: number])[];
}

interface Opener {
  readonly run: DelimiterRun;
  /** Units not used yet; they are used from the end. */
  left: number;
}

const NONE: Emphasis = { marks: new Set(), struck: [] };

/** Which units of the runs, in source order, are emphasis: the algorithm of CommonMark's appendix, in linear time. */
export function matchEmphasis(runs: readonly DelimiterRun[]): Emphasis {
  if (runs.length < 2) return NONE;
  const marks = new Set<number>();
  const struck: (readonly [number, number])[] = [];
  const open: Opener[] = [];
  /** How many openers of each sign are open, so that nothing is searched for in vain. */
  const counts = new Map<string, number>();
  const countOf = (char: string) => counts.get(char) ?? 0;
  for (const run of runs) {
    let from = run.start;
    let left = run.length;
    while (run.canClose && left > 0 && countOf(run.char) > 0) {
      // Whatever was opened behind the opener stays open no longer: each is dropped once.
      let opener = open.at(-1);
      while (opener && opener.run.char !== run.char) {
        drop(open, counts);
        opener = open.at(-1);
      }
      if (!opener || !fits(opener, run, left)) break;
      const used = run.char === '~' ? left : opener.left >= 2 && left >= 2 ? 2 : 1;
      const openEnd = opener.run.start + opener.left;
      for (let i = 0; i < used; i++) {
        marks.add(openEnd - 1 - i);
        marks.add(from + i);
      }
      if (run.char === '~') struck.push([openEnd, from]);
      opener.left -= used;
      from += used;
      left -= used;
      if (opener.left === 0) drop(open, counts);
    }
    if (run.canOpen && left > 0) {
      open.push({ run: { ...run, start: from, length: left }, left });
      counts.set(run.char, countOf(run.char) + 1);
    }
  }
  return { marks, struck };
}

function drop(open: Opener[], counts: Map<string, number>): void {
  const gone = open.pop();
  if (gone) counts.set(gone.run.char, (counts.get(gone.run.char) ?? 1) - 1);
}

/** `~` closes only `~` of the same length; with `*` and `_` CommonMark's rule of three. */
function fits(opener: Opener, run: DelimiterRun, left: number): boolean {
  if (run.char === '~') return opener.left === left && left <= 2;
  if (!opener.run.canClose && !run.canOpen) return true;
  return (opener.run.length + run.length) % 3 !== 0 || (opener.run.length % 3 === 0 && run.length % 3 === 0);
}
