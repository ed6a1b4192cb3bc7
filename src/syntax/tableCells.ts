import type { Range } from '../text/range.ts';
import type { OwnerValue } from './playbook.ts';

/** One cell of a GFM table row: its text as written, trimmed, and the column it begins at. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  /** Column of the first unit of `text`; for an empty cell the place where text would go. */
  readonly character: number;
}

/**
 * Splits a row at its pipes (GFM 0.29 section 4.10). An escaped pipe parts nothing, in code spans too. The text keeps
 * the backslash, so that columns stay true.
 */
export function splitRow(rowText: string, line: number, column: number): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  const push = (end: number) => {
    const raw = rowText.slice(start, end);
    const text = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    // In an empty cell `|  |` text goes behind the first space.
    const at = text === '' ? Math.min(1, raw.length) : lead;
    cells.push({ text, line, character: column + start + at });
  };
  for (let i = 0; i < rowText.length; i++) {
    if (rowText[i] === '|' && rowText[i - 1] !== '\\') {
      push(i);
      start = i + 1;
    }
  }
  push(rowText.length);
  if (cells[0]?.text === '') cells.shift();
  if (cells.length > 0 && cells.at(-1)?.text === '') cells.pop();
  return cells;
}

export function cellValue(cell: Cell): OwnerValue {
  return { text: cell.text, range: cellRange(cell) };
}

export function cellRange(cell: Cell): Range {
  return {
    start: { line: cell.line, character: cell.character },
    end: { line: cell.line, character: cell.character + cell.text.length },
  };
}

export function rowRange(cells: readonly Cell[]): Range {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) throw new RangeError('A row has at least one cell');
  return { start: cellRange(first).start, end: cellRange(last).end };
}
