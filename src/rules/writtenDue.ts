/** Finds in the words of a task or heading what says to people when it is due, though no token does. */

import { trimEndOf } from '../text/trimEnd.ts';
import { parseDue } from '../syntax/dates.ts';
import { blankAt, expectedBlankAt } from '../syntax/dayBlanks.ts';
import { certainDue } from '../syntax/dayReadings.ts';
import { lex } from '../syntax/lexemes.ts';
import { saidDayAt } from '../syntax/saidDays.ts';

/** What a text is about days. Offsets count in the text. */
export interface WrittenDay {
  /** `blank`: somebody still has to fill it in. */
  readonly kind: 'day' | 'blank';
  readonly end: number;
  /** How `due:` would spell it, where there is no doubt which day is meant. */
  readonly due: string | undefined;
}

export interface WrittenDue extends WrittenDay {
  /** Of the word that says it is due. */
  readonly start: number;
  /** What a token takes the place of, and how: with the brackets, dash or comma that belonged to the words. */
  readonly replace: {
    readonly start: number;
    readonly end: number;
    readonly before: string;
    readonly after: string;
  };
}

/** Whether it is worth looking; most tasks are told by this alone. */
const MAY_HOLD = /due|deadline|\bby\b|later than|[[{<]|20[0-9x?_]{2}-/i;

const LABEL = /(?<![\p{L}\p{N}_-])(?:due(?: +(?:date|day|by|on))?|deadline)(?![\p{L}\p{N}_-])/giu;
const BEHIND_LABEL = /[*_]{0,2} *[:=–—-]? *[*_]{0,2} *(?:(?:is|on|by|until) +)*/iy;
const BY = /(?<![\p{L}\p{N}_-])(?:by|no later than) +(?:the +)?/giu;
const DAYS_END = /(?:eod|cob|end of (?:the )?day|close of business),? *(?:on +)?/iy;
const SHORT_NUMBERS = /^\d{1,2}(?:[/-]\d{1,2}|\. ?\d{1,2}\.)$/;
const BLANK_START = /[[{<]|(?<![\p{L}\p{N}_-])20[0-9x?_]{2}-/giu;
/** Before a day that stands first. */
const NOTHING = /^[\s*_(~]*$/;
/** "Time-limited use: [DATE]" says when something else is. */
const OTHER_LABEL = /:[\s*_(]*$/;
/** Behind a day that stands last: marks and names only. */
const NO_WORDS = /^[\s*_).,;:~–—-]*(?:[@`][^\s,]+[\s,][\s,)]*)*(?:[@`][^\s,]+)?$/;

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
];

/** Cheap test that a text may say a day. */
export function mayHoldWrittenDue(text: string): boolean {
  return MAY_HOLD.test(text);
}

/** @param skipsToken leaves out `due: Jan 16`, which another rule takes for a token gone wrong */
export function findWrittenDue(text: string, skipsToken: boolean): WrittenDue | undefined {
  if (!mayHoldWrittenDue(text)) return undefined;
  const found = labelled(text, skipsToken) ?? byDay(text) ?? loneBlank(text);
  return found && { ...found, replace: replacement(text, found) };
}

type Found = Omit<WrittenDue, 'replace'>;

function labelled(text: string, skipsToken: boolean): Found | undefined {
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    const end = index + label.length;
    if (skipsToken && isNearToken(text, index, end)) continue;
    BEHIND_LABEL.lastIndex = end;
    const at = end + (BEHIND_LABEL.exec(text)?.[0].length ?? 0);
    const day = writtenDayAt(text, at);
    if (!day || !isText(text, index)) continue;
    // `**Due:** Jan 16`: what opened before the label was closed behind it.
    const marks = /[*_]{1,2}/.exec(text.slice(end, at))?.[0] ?? '';
    return { ...day, start: text.endsWith(marks, index) ? index - marks.length : index };
  }
  return undefined;
}

/** `due: Jan 16` and `Due:2027-01-16`: the parser tells of both. */
function isNearToken(text: string, start: number, end: number): boolean {
  if (text[end] !== ':') return false;
  const label = text.slice(start, end);
  if (label === 'due') return /\s/.test(text[end + 1] ?? ' ');
  const value = /^\S+/.exec(text.slice(end + 1))?.[0] ?? '';
  return /^due$/i.test(label) && parseDue(trimEndOf(value, '.,;)')) !== undefined;
}

function byDay(text: string): Found | undefined {
  for (const { index, 0: by } of text.matchAll(BY)) {
    const at = index + by.length;
    const day = dayBehindBy(text, at);
    if (day && isText(text, index)) return { ...day, start: index };
  }
  return undefined;
}

/** A day or a blank that begins at an offset, where the text around it says that a day stands there. */
export function writtenDayAt(text: string, at: number): WrittenDay | undefined {
  const blank = expectedBlankAt(text, at);
  return blank === undefined ? dayAt(text, at) : { kind: 'blank', end: blank, due: undefined };
}

function dayAt(text: string, at: number): WrittenDay | undefined {
  const found = saidDayAt(text, at);
  return found && { kind: 'day', end: found.end, due: certainDue(found.said) };
}

/** "By 10/20" may be a rise from 10 to 20. */
function dayBehindBy(text: string, at: number): WrittenDay | undefined {
  DAYS_END.lastIndex = at;
  const hour = DAYS_END.exec(text)?.[0].length ?? 0;
  for (const from of hour > 0 ? [at + hour, at] : [at]) {
    const day = dayAt(text, from);
    if (day && !SHORT_NUMBERS.test(text.slice(from, day.end))) return day;
  }
  return undefined;
}

/** `2027-xx-xx` or `[DATE]` first or last; in the middle it may be the day of anything. */
function loneBlank(text: string): Found | undefined {
  for (const { index } of text.matchAll(BLANK_START)) {
    const end = blankAt(text, index);
    if (end === undefined || !isText(text, index)) continue;
    const before = text.slice(0, index);
    const isLast = NO_WORDS.test(text.slice(end)) && !OTHER_LABEL.test(before);
    if (isLast || NOTHING.test(before)) return { kind: 'blank', start: index, end, due: undefined };
  }
  return undefined;
}

/** What lies in code, an address, a link or a comment is no text; `<date>` is, though it looks like HTML. */
function isText(text: string, at: number): boolean {
  let inLink = false;
  for (const { type, start, end } of lex(text)) {
    if (start > at) break;
    if (type === 'link') inLink = !inLink;
    if (at < end) return !inLink && !['code', 'url', 'link', 'comment', 'token'].includes(type);
  }
  return true;
}

function replacement(text: string, found: Found): WrittenDue['replace'] {
  let { start, end } = found;
  for (let pair = pairAround(text, start, end); pair; pair = pairAround(text, start, end)) {
    start -= pair[0].length;
    end += pair[1].length;
  }
  const left = text.slice(0, start).trimEnd();
  const joint = /[-–—,;]$/.test(left) ? left.slice(0, -1).trimEnd().length : 0;
  if (joint > 0) start = joint;
  const lead = start === 0 ? /^\s*[-–—,;:]\s*/.exec(text.slice(end)) : null;
  if (lead) end += lead[0].length;
  return {
    start,
    end,
    before: start > 0 && /\S/.test(text[start - 1] ?? ' ') ? ' ' : '',
    after: end < text.length && (lead || /[\p{L}\p{N}]/u.test(text[end] ?? ' ')) ? ' ' : '',
  };
}

function pairAround(text: string, start: number, end: number): readonly [string, string] | undefined {
  return PAIRS.find(
    ([open, close]) => text.endsWith(open, start) && start >= open.length && text.startsWith(close, end),
  );
}
