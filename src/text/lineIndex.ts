import type { Position } from './position.ts';
import type { Range } from './range.ts';

const LF = 10;
const CR = 13;

/**
 * Where each line of a text begins. A line ends at LF, CR or CRLF, as in CommonMark 0.31.2 section 2.1
 * and in VS Code's TextDocument.
 */
export class LineIndex {
  readonly text: string;
  /** Offset of the first UTF-16 unit of each line. */
  readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset just after the last unit of the line, its line end not counted. */
  endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const last = next - 1;
    const crlf = this.text.charCodeAt(last) === LF && this.text.charCodeAt(last - 1) === CR;
    return crlf && last > (this.starts[line] ?? 0) ? last - 1 : last;
  }

  /** The text of a line without its line end; empty past the last line. */
  line(line: number): string {
    const start = this.starts[line];
    return start === undefined ? '' : this.text.slice(start, this.endOf(line));
  }

  positionAt(offset: number): Position {
    const target = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= target) low = middle;
      else high = middle;
    }
    return { line: low, character: target - (this.starts[low] ?? 0) };
  }

  /** Offset of a position; a position past the end of its line or of the text is clamped. */
  offsetAt(at: Position): number {
    const start = this.starts[at.line];
    if (start === undefined) return at.line < 0 ? 0 : this.text.length;
    return Math.min(start + Math.max(0, at.character), this.endOf(at.line));
  }

  rangeAt(startOffset: number, endOffset: number): Range {
    return { start: this.positionAt(startOffset), end: this.positionAt(endOffset) };
  }

  slice(r: Range): string {
    return this.text.slice(this.offsetAt(r.start), this.offsetAt(r.end));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  let lf = text.indexOf('\n');
  // Files with a lone CR are rare; where there is none, native search for LF alone is several times faster.
  if (!text.includes('\r')) {
    for (; lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1);
    return starts.slice();
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}
