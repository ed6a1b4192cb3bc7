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
  if (!BLANK.test(before) || after.trim() !== '') {
    // At the beginning of a block, what stands behind the comment is HTML, and would be text without it.
    const isSafe = start.line === end.line && !BLOCK_START.test(before);
    return { edit: inlineEdit(range, before, after), isSafe };
  }
  const above = start.line === 0 ? '' : lines.line(start.line - 1);
  return {
    edit: { range: wholeLines(lines, start.line, end.line), newText: '' },
    isSafe: canGo(before, above, belowOf(lines, end.line)),
  };
}

/** One space stays where there were two. */
function inlineEdit({ start, end }: Range, before: string, after: string): TextEdit {
  const spacesBefore = before.length - before.trimEnd().length;
  const spacesAfter = after.length - after.trimStart().length;
  // A space behind the marker or box of a list item belongs to it.
  const isFirst = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s*)?(?:\[[ xX]\])?$/.test(before.trimEnd());
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

const BLANK = /^[\s>]*$/;
const BLOCK_START = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s[\s>]*)*$/;

interface Below {
  /** The next line that is not blank; undefined at the end of the text. */
  readonly text: string | undefined;
  readonly isNext: boolean;
}

function belowOf(lines: LineIndex, line: number): Below {
  for (let at = line + 1; at < lines.lineCount; at++) {
    const text = lines.line(at);
    if (!BLANK.test(text)) return { text, isNext: at === line + 1 };
  }
  return { text: undefined, isNext: false };
}

/** What stands below must begin at the same margin and be no continuation of what stands above. */
function canGo(margin: string, above: string, { text, isNext }: Below): boolean {
  // A box with nothing behind it is no task.
  if (/\[[ \txX]\]\s*$/.test(above)) return false;
  if (text === undefined) return true;
  const rest = text.slice(margin.length);
  if (!text.startsWith(margin) || /^\s/.test(rest)) return false;
  return BLANK.test(above) || !isNext || /^(?:[-*+]|1[.)]|#{1,6}) |^<!--/.test(rest);
}
