import { lastUpTo } from '../text/sorted.ts';

/** Lines that are silent, from the first to the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
  isUsed: boolean;
}

/**
 * Spans of lines, and which of them lie over a line. A file may have thousands of each, so neither question looks at
 * all of them.
 */
export class SpanTree {
  /** The one that begins first is first. */
  readonly #spans: readonly Span[];
  readonly #starts: readonly number[];
  /** How far the spans up to each one reach. */
  readonly #reach: readonly number[];
  /** The same of those in use; made anew when another one comes into use. */
  #reachOfUsed: readonly number[] | undefined;
  /** How far those reach that are not in use yet: a tree in a list, where the children of `i` are `2i` and `2i + 1`. */
  readonly #unused: number[];
  readonly #leaves: number;

  constructor(spans: readonly Span[]) {
    this.#spans = spans.toSorted((a, b) => a.from - b.from);
    this.#starts = this.#spans.map((s) => s.from);
    this.#reach = reachOf(this.#spans, () => true);
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, spans.length)));
    this.#unused = new Array<number>(2 * this.#leaves).fill(-1);
    for (const [i, span] of this.#spans.entries()) this.#unused[this.#leaves + i] = span.to;
    for (let i = this.#leaves - 1; i > 0; i--) this.#sum(i);
  }

  /** Whether one of them lies over a line. */
  covers(line: number, onlyUsed: boolean): boolean {
    const reach = onlyUsed ? (this.#reachOfUsed ??= reachOf(this.#spans, (s) => s.isUsed)) : this.#reach;
    return (reach[lastUpTo(this.#starts, line)] ?? -1) >= line;
  }

  /** From now on all that lie over a line are in use. */
  use(line: number): void {
    this.#useBelow(1, 0, this.#leaves, lastUpTo(this.#starts, line) + 1, line);
  }

  /** `node` stands for the spans from `from` up to `to`; those from `end` on begin behind the line. */
  #useBelow(node: number, from: number, to: number, end: number, line: number): void {
    if (from >= end || (this.#unused[node] ?? -1) < line) return;
    const span = node >= this.#leaves ? this.#spans[from] : undefined;
    if (span) {
      span.isUsed = true;
      this.#unused[node] = -1;
      this.#reachOfUsed = undefined;
      return;
    }
    const middle = (from + to) >> 1;
    this.#useBelow(2 * node, from, middle, end, line);
    this.#useBelow(2 * node + 1, middle, to, end, line);
    this.#sum(node);
  }

  #sum(node: number): void {
    this.#unused[node] = Math.max(this.#unused[2 * node] ?? -1, this.#unused[2 * node + 1] ?? -1);
  }
}

function reachOf(spans: readonly Span[], counts: (span: Span) => boolean): number[] {
  let most = -1;
  return spans.map((span) => (most = counts(span) ? Math.max(most, span.to) : most));
}
