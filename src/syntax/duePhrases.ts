import type { LineLexemes } from './lineLexemes.ts';
import { dayWords, dueWords } from './lineWords.ts';
import { saidDayAt } from './saidDays.ts';

/** Of so many lexemes a phrase may be. */
const LONGEST = 24;

/**
 * Where the phrase of a due date that ends at an index begins: `by Friday`, `due: Jan 16`. In brackets the day alone
 * is enough.
 * @param open of the brackets it stands in; 0 where there are none
 */
export function duePhraseStart(line: LineLexemes, end: number, open: number): number | undefined {
  return startByWords(line, end, open) ?? startBySaidDay(line, end, open);
}

/** Words that a day is made of, in whatever order: `by end of Friday`, `due: noon`. */
function startByWords(line: LineLexemes, end: number, open: number): number | undefined {
  let start: number | undefined;
  for (let i = end; i > open - 1 && end - i < LONGEST; i--) {
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

/** A day that the grammar of days reads to the end: `by 16.1.`, `due in two weeks`. */
function startBySaidDay(line: LineLexemes, end: number, open: number): number | undefined {
  let behind: number | undefined;
  for (let i = end; i > open - 1 && end - i < LONGEST; i--) {
    if (line.isSpace(i) || line.isTransparent(i) || line.isAnyMark(i)) {
      if (line.opens(i) && i !== open) return undefined;
      continue;
    }
    if (line.member(i)) return undefined;
    if (behind !== undefined && dueWords.has(line.word(i) ?? '') && saysDay(line, behind, end)) return i;
    behind = i;
  }
  const isAll = open > 0 && behind !== undefined && behind === line.nextWord(open + 1);
  return isAll && saysDay(line, behind ?? end, end) ? behind : undefined;
}

function saysDay(line: LineLexemes, first: number, last: number): boolean {
  const from = line.at(first)?.start;
  const to = line.at(last)?.end;
  return from !== undefined && to !== undefined && (saidDayAt(line.text, from)?.end ?? -1) >= to;
}

/** A day stands right behind, such as in `due: 2027-01-10`. */
function isBeforeDate(line: LineLexemes, i: number): boolean {
  let next = i + 1;
  while (line.isSpace(next) || line.isTransparent(next) || line.isMark(next, ':：')) next++;
  return line.at(next)?.type === 'date';
}
