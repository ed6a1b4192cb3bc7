/** Which part of a line is replaced when an owner group is, and which goes away when it is cleared. Indexes of lexemes. */

import type { LineLexemes } from './lineLexemes.ts';
import { isOwnerLabel } from './lineWords.ts';

type Span = readonly [first: number, last: number];

const CLOSING_MARKS = new Set(['.', ',', ';', ':', '!', '?', '"', '”', '’', '…', '\\', '|']);
const DASHES = '-–—';
const STOPS = ':,;：，；';

/**
 * Takes the link around the group in, and each link or emphasis that the group lies in with one end only
 * (`**@maria** and @sam`), so that replacing leaves no half of one.
 */
export function replacedSpan(line: LineLexemes, first: number, last: number): Span {
  let opened = 0;
  let closed = 0;
  let opens = false;
  for (let i = first; i <= last; i++) {
    if (!line.isTransparent(i)) continue;
    // A run of marks opens or closes as one.
    opens =
      line.at(i)?.type === 'link'
        ? isLinkStart(line, i)
        : isEmphasis(line, i - 1)
          ? opens
          : opensBehind(line, i - 1);
    if (opens) opened++;
    else if (opened > 0) opened--;
    else closed++;
  }
  for (; closed > 0 && line.isTransparent(first - 1); closed--) first--;
  for (; opened > 0 && line.isTransparent(last + 1); opened--) last++;
  let [before, after] = [first - 1, last + 1];
  while (isEmphasis(line, before) && isEmphasis(line, after)) [before, after] = [before - 1, after + 1];
  const isLink = isLinkStart(line, before) && line.at(after)?.type === 'link';
  return isLink ? [before, after] : [first, last];
}

/** With the brackets, label, dash, colon and space that belong to the group. */
export function clearedSpan(line: LineLexemes, place: 'leading' | 'trailing', [first, last]: Span): Span {
  return place === 'leading' ? clearLeading(line, first, last) : clearTrailing(line, first, last);
}

function clearLeading(line: LineLexemes, from: number, to: number): Span {
  let [first, last] = withWrapping(line, from, to);
  // `**@maria:**`: the emphasis closes behind the colon.
  if (line.isMark(last + 1, STOPS)) [first, last] = withWrapping(line, first, last + 1);
  let end = line.skipSpace(last + 1, 1);
  if (line.isMark(end, STOPS) || (end > last + 1 && line.isMark(end, DASHES))) {
    while (line.isMark(end, STOPS + DASHES)) end++;
    end = line.skipSpace(end, 1);
  }
  // A group with nothing before it leaves no space behind.
  return [first, Math.max(last, end - 1)];
}

function clearTrailing(line: LineLexemes, from: number, to: number): Span {
  let [first, last] = withWrapping(line, from, to);
  const beforeGroup = line.skipSpace(first - 1, -1);
  const label = line.isMark(beforeGroup, ':：') ? labelBefore(line, beforeGroup) : undefined;
  if (label !== undefined) [first, last] = withWrapping(line, label, last);
  let start = line.skipSpace(first - 1, -1);
  let dash = start;
  while (line.isMark(dash, DASHES)) dash--;
  if (dash < start && line.isSpace(dash)) start = line.skipSpace(dash, -1);
  else if (line.isMark(start, '>') && line.isMark(start - 1, '-=')) start = line.skipSpace(start - 2, -1);
  else if (line.isMark(start, ':：→⇒')) start = line.skipSpace(start - 1, -1);
  return [start + 1, last];
}

/** Widens a span by the emphasis, the link and the brackets that hug it on both sides. */
function withWrapping(line: LineLexemes, first: number, last: number): [number, number] {
  for (;;) {
    const before = line.at(first - 1);
    const after = line.at(last + 1);
    if (!before || !after) return [first, last];
    const markup = line.isTransparent(first - 1) && before.type === after.type;
    if (!markup && !line.isPair(first - 1, last + 1)) return [first, last];
    first--;
    last++;
  }
}

/** Index of the first word of an owner label that ends just before a colon. */
function labelBefore(line: LineLexemes, colon: number): number | undefined {
  const last = line.skipUnseen(colon - 1, -1);
  const word = line.word(last);
  if (word === undefined) return undefined;
  const previousAt = line.skipUnseen(last - 1, -1);
  const previous = line.word(previousAt);
  if (previous !== undefined && isOwnerLabel(`${previous} ${word}`)) return previousAt;
  return isOwnerLabel(word) ? last : undefined;
}

function isLinkStart(line: LineLexemes, i: number): boolean {
  return line.at(i)?.type === 'link' && line.char(i) === '[';
}

function isEmphasis(line: LineLexemes, i: number): boolean {
  return line.at(i)?.type === 'emphasis';
}

/** Whether emphasis that follows begins there: behind a space or an opening mark, not behind a word. */
function opensBehind(line: LineLexemes, i: number): boolean {
  const l = line.at(i);
  return !l || l.type === 'space' || (l.type === 'mark' && !CLOSING_MARKS.has(line.char(i)));
}

/** Where a span begins and ends in the text, under names of one's own. */
export function offsets<A extends string, B extends string>(
  line: LineLexemes,
  [first, last]: Span,
  start: A,
  end: B,
): Record<A | B, number> {
  return { [start]: line.at(first)?.start ?? 0, [end]: line.at(last)?.end ?? 0 } as Record<A | B, number>;
}
