import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/textEdit.ts';

/**
 * The edit that takes a comment out of a text, with its lines where nothing else stands on them.
 * @returns `isSafe` when everything around the comment is sure to read as before. A comment on lines of its own parts
 * what stands above from what stands below: without it, a line might go on with the paragraph above.
 */
export function removeComment(lines: LineIndex, range: Range): { readonly edit: TextEdit; isSafe: boolean } {
  const { start, end } = range;
  const before = lines.line(start.line).slice(0, start.character);
  const after = lines.line(end.line).slice(end.character);
  if (!/^[\s>]*$/.test(before) || after.trim() !== '')
    return { edit: inlineEdit(range, before, after), isSafe: true };
  const above = start.line === 0 ? '' : lines.line(start.line - 1);
  const below = lines.line(end.line + 1);
  return {
    edit: { range: wholeLines(lines, start.line, end.line), newText: '' },
    isSafe: canMeet(above, below),
  };
}

/** One space stays where there were two. */
function inlineEdit({ start, end }: Range, before: string, after: string): TextEdit {
  const spacesBefore = before.length - before.trimEnd().length;
  const spacesAfter = after.length - after.trimStart().length;
  // A space behind the marker or box of a list item belongs to it.
  const isFirst = /^[\s>]*(?:[-*+]|\d+[.)])?\s*(?:\[[ xX]\])?$/.test(before.trimEnd());
  const cutBefore = isFirst || (after.trim() !== '' && spacesAfter === 0) ? 0 : spacesBefore;
  const cutAfter = isFirst ? spacesAfter : 0;
  return {
    range: {
      start: { line: start.line, character: start.character - cutBefore },
      end: { line: end.line, character: end.character + cutAfter },
    },
    newText: '',
  };
}

function wholeLines(lines: LineIndex, first: number, last: number): Range {
  if (last + 1 < lines.lineCount) {
    return { start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } };
  }
  // The last line of the text takes the line end before it along.
  const end = { line: last, character: lines.line(last).length };
  if (first === 0) return { start: { line: 0, character: 0 }, end };
  return { start: { line: first - 1, character: lines.line(first - 1).length }, end };
}

/** A blank line parts as well, and what begins with a mark of its own is no continuation. */
function canMeet(above: string, below: string): boolean {
  if (/^[\s>]*$/.test(above) || /^[\s>]*$/.test(below)) return true;
  return /^(?:[-*+]|1[.)]|#{1,6}) |^<!--/.test(below) && !/^ {4}|^\t/.test(below);
}
