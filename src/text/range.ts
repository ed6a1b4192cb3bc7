import { comparePositions, type Position } from './position.ts';

/**
 * A stretch of text from `start` up to, but not including, `end`.
 * Equal in shape to the Range of the Language Server Protocol 3.17.
 */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function range(start: Position, end: Position): Range {
  return { start, end };
}

/** A range within one line. */
export function lineRange(line: number, startCharacter: number, endCharacter: number): Range {
  return { start: { line, character: startCharacter }, end: { line, character: endCharacter } };
}

/** The one UTF-16 unit behind a position. */
export function unitAt({ line, character }: Position): Range {
  return lineRange(line, character, character + 1);
}

export function compareRanges(a: Range, b: Range): number {
  return comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

/** True when `at` lies in `r`; both ends count, as a caret at the end of a word is still on it. */
export function rangeContains(r: Range, at: Position): boolean {
  return comparePositions(r.start, at) <= 0 && comparePositions(at, r.end) <= 0;
}

export function rangesOverlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** The same range, `lines` further down. */
export function shiftRange(r: Range, lines: number): Range {
  return {
    start: { line: r.start.line + lines, character: r.start.character },
    end: { line: r.end.line + lines, character: r.end.character },
  };
}
