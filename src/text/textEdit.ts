import { LineIndex } from './lineIndex.ts';
import { compareRanges, type Range } from './range.ts';

/** Replace what stands in `range` by `newText`. Equal in shape to the TextEdit of the Language Server Protocol. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export function textEdit(range: Range, newText: string): TextEdit {
  return { range, newText };
}

/**
 * The text after all edits, whose ranges refer to the text before any of them.
 * @throws {RangeError} when two edits overlap: applying them in any order would lose text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const index = new LineIndex(text);
  const sorted = [...edits].sort((a, b) => compareRanges(a.range, b.range));
  let result = '';
  let done = 0;
  for (const edit of sorted) {
    const start = index.offsetAt(edit.range.start);
    if (start < done) throw new RangeError('Edits overlap');
    result += text.slice(done, start) + edit.newText;
    done = index.offsetAt(edit.range.end);
  }
  return result + text.slice(done);
}
