import type { LineLexemes } from './lineLexemes.ts';
import { dayWords, dueWords } from './lineWords.ts';

/**
 * Where the phrase of a due date that ends at an index begins: `by Friday`, `due: Jan 16`. In brackets the day alone
 * is enough.
 * @param open of the brackets it stands in; 0 where there are none
 */
export function duePhraseStart(line: LineLexemes, end: number, open: number): number | undefined {
  let start: number | undefined;
  for (let i = end; i > open - 1 && end - i < 24; i--) {
    if (line.isSpace(i) || line.isTransparent(i) || line.isAnyMark(i)) {
      if (line.opens(i) && i !== open) return undefined;
      continue;
    }
    const word = line.at(i)?.type === 'date' ? '1' : line.word(i);
    if (word === undefined) break;
    if (dueWords.has(word)) return start === undefined && !isBeforeDate(line, i) ? undefined : i;
    if (!dayWords.has(word) && !/^\d{1,4}(?:st|nd|rd|th)?$/.test(word)) break;
    start = i;
  }
  return open > 0 && start !== undefined && start === line.nextWord(open + 1) ? start : undefined;
}

/** A day stands right behind, such as in `due: 2027-01-10`. */
function isBeforeDate(line: LineLexemes, i: number): boolean {
  let next = i + 1;
  while (line.isSpace(next) || line.isTransparent(next) || line.isMark(next, ':：')) next++;
  return line.at(next)?.type === 'date';
}
