/**
 * The one grammar of days as people write them: "Fri, Jan 16", "16.1.2027", "end of March", "in 2 weeks", "T-45d".
 * Lists to choose from, completion and rules read by it; what a day in words comes to, `dayReadings.ts` says.
 */

import { FULL_WEEKDAY, MONTH, monthOf, WEEKDAY, weekdayNamed } from './dayNames.ts';
import { matchAt, WORD_END } from './matchAt.ts';

/** What a text says about a day. */
export type SaidDay =
  /** Month and date; `3/4` has two readings. The year where it is written. */
  | {
      readonly kind: 'date';
      readonly year: number | undefined;
      readonly dates: readonly MonthDate[];
      readonly weekday: number | undefined;
    }
  /** "the 5th" */
  | { readonly kind: 'dateOfMonth'; readonly date: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: 'coming' | 'this' | 'next' }
  /** So many days from today: "tomorrow". */
  | { readonly kind: 'near'; readonly days: number }
  | { readonly kind: 'ahead'; readonly amount: number; readonly unit: Unit }
  /** Where a week, month, quarter or year begins or ends, this one or a later one. */
  | { readonly kind: 'edge'; readonly edge: Edge; readonly of: Span; readonly later: number }
  /** "end of March", "end of Q1 2028": of so many months. */
  | {
      readonly kind: 'edgeOfMonths';
      readonly edge: Edge;
      /** 1 to 12. */
      readonly first: number;
      readonly last: number;
      readonly year: number | undefined;
    }
  /** As `due:` spells it: `T-45d`. */
  | { readonly kind: 'relative'; readonly due: string }
  /** "mid-March", "Q3 2027", `1/16/28`: nobody can say which day. */
  | { readonly kind: 'vague' };

/** 1 to 12 and 1 to 31. */
export interface MonthDate {
  readonly month: number;
  readonly date: number;
}

export type Unit = 'd' | 'bd' | 'w' | 'm' | 'q' | 'y';
type Edge = 'start' | 'end';
type Span = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A day in a text, and where it ends. */
export interface SaidAt {
  readonly said: SaidDay;
  readonly end: number;
}

interface Pattern {
  readonly pattern: RegExp;
  /** @returns undefined for what only looks like a day */
  readonly read: (groups: readonly (string | undefined)[]) => SaidDay | undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const AMOUNT = `(\\d{1,4}|${Object.keys(NUMBERS).join('|')})`;
const LONG_UNIT = '(?:business |working )?days?|workdays?|weeks?|months?|quarters?|years?';
const UNIT = `(${LONG_UNIT}|bd(?:ays?|s)?|d|w|wks?|m|mos?|q|y|yrs?)`;
const FROM_NOW = '(?: +from +(?:now|today))?';
const VAGUE: SaidDay = { kind: 'vague' };
const TODAY: SaidDay = { kind: 'near', days: 0 };

const LEADING_WEEKDAY = new RegExp(
  `(${WEEKDAY})${WORD_END}\\.?(?:, *| +)(?:the +)?(?=[\\p{L}\\p{N}])|the +(?=\\d)`,
  'iuy',
);

/** Days that name a month and a date. */
const CALENDAR: readonly Pattern[] = [
  {
    pattern: new RegExp(
      `(${MONTH})\\.? +(\\d{1,2})(?:st|nd|rd|th)?${WORD_END}(?!:\\d)(?:\\.?(?:, *| +)(\\d{4})${WORD_END})?`,
      'iuy',
    ),
    read: ([, month, date, year]) => dated(year, monthOf(month ?? ''), Number(date)),
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]*(${MONTH})${WORD_END}\\.?(?:[,-]? *(\\d{4})${WORD_END})?`,
      'iuy',
    ),
    read: ([, date, month, year]) => dated(year, monthOf(month ?? ''), Number(date)),
  },
  {
    pattern: new RegExp(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${WORD_END}(?!-)`, 'uy'),
    read: ([, year, month, date]) => dated(year, Number(month), Number(date)),
  },
  {
    // Points put the date first all over the world.
    pattern: new RegExp(`(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4})${WORD_END})?(?!\\d)`, 'uy'),
    read: ([, date, month, year]) => dated(year, Number(month), Number(date)),
  },
  {
    pattern: new RegExp(`(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?${WORD_END}(?![-/%])`, 'uy'),
    read: ([, a, b, year]) => twoNumbers(Number(a), Number(b), year),
  },
];

/** Days that depend on when they were written. */
const WORDS: readonly Pattern[] = [
  { pattern: new RegExp(`(?:today|tonight|eod|cob)${WORD_END}`, 'iuy'), read: () => TODAY },
  { pattern: new RegExp(`tomorrow${WORD_END}`, 'iuy'), read: () => ({ kind: 'near', days: 1 }) },
  {
    pattern: new RegExp(`(?:the +)?day +after +tomorrow${WORD_END}`, 'iuy'),
    read: () => ({ kind: 'near', days: 2 }),
  },
  {
    pattern: new RegExp(`eo([wmqy])${WORD_END}`, 'iuy'),
    read: ([, of]) => ({ kind: 'edge', edge: 'end', of: spanOf(of), later: 0 }),
  },
  {
    pattern: new RegExp(`(?:(this|next|coming) +)?(${FULL_WEEKDAY})(?: +(next) +week)?${WORD_END}`, 'iuy'),
    read: ([, which, name, next]) => weekday(next ?? which, name),
  },
  {
    // This week is over when its work is; the next one begins at its beginning.
    pattern: new RegExp(`(this|next) +(?:(week|month|quarter|year)|${MONTH})${WORD_END}`, 'iuy'),
    read: ([, which, span]) => {
      if (span === undefined) return VAGUE;
      const isNext = isWord(which, 'next');
      return { kind: 'edge', edge: isNext ? 'start' : 'end', of: spanOf(span), later: isNext ? 1 : 0 };
    },
  },
  {
    pattern: new RegExp(
      `(?:the +)?(early|mid|middle|late|end|start|beginning)(?: +of)?[ -]+(?:(the|this|next) +)?(?:(day|week|month|quarter|year)|(?:q([1-4])|(${MONTH}))(?: +(\\d{4}))?)${WORD_END}`,
      'iuy',
    ),
    read: ([, where, which, span, quarter, month, year]) => edgeOf(where, which, span, quarter, month, year),
  },
  { pattern: new RegExp(`(?:${MONTH}|q[1-4]) +\\d{4}${WORD_END}`, 'iuy'), read: () => VAGUE },
  {
    pattern: new RegExp(`in +${AMOUNT} +(${LONG_UNIT})${FROM_NOW}${WORD_END}`, 'iuy'),
    read: ([, amount, unit]) => ahead(amount, unit),
  },
];

/** Days only where nothing else can stand: in running text these are other words, too. */
const ALONE: readonly Pattern[] = [
  { pattern: new RegExp(`now${WORD_END}`, 'iuy'), read: () => TODAY },
  { pattern: new RegExp(`(?:tmr|tom)${WORD_END}`, 'iuy'), read: () => ({ kind: 'near', days: 1 }) },
  { pattern: new RegExp(`yesterday${WORD_END}`, 'iuy'), read: () => ({ kind: 'near', days: -1 }) },
  {
    pattern: new RegExp(`(?:(this|next|coming) +)?([a-z]{3,9})\\.?(?: +(next) +week)?${WORD_END}`, 'iuy'),
    read: ([, which, name, next]) => weekday(next ?? which, name),
  },
  {
    pattern: new RegExp(`(?:in +)?${AMOUNT} ?${UNIT}${FROM_NOW}${WORD_END}`, 'iuy'),
    read: ([, amount, unit]) => ahead(amount, unit),
  },
  {
    pattern: new RegExp(`(?:the +)?(\\d{1,2})(?:st|nd|rd|th|\\.)${WORD_END}`, 'iuy'),
    read: ([, date]) => ({ kind: 'dateOfMonth', date: Number(date) }),
  },
  {
    pattern: new RegExp(`(?:day +)?t${WORD_END}(?! ?[-−–+])`, 'iuy'),
    read: () => ({ kind: 'relative', due: 'T' }),
  },
  {
    pattern: new RegExp(`t ?([-−–+]) ?${AMOUNT}(?: ?${UNIT})?${WORD_END}`, 'iuy'),
    read: ([, sign, amount, unit]) => aroundT(sign === '+' ? '+' : '-', amount, unit ?? 'd'),
  },
  {
    pattern: new RegExp(`${AMOUNT} ?${UNIT} +(before|after) +(?:the +day|(?:day +)?t)${WORD_END}`, 'iuy'),
    read: ([, amount, unit, side]) => aroundT(isWord(side, 'after') ? '+' : '-', amount, unit),
  },
];

/** A day that begins at an offset of a running text, whatever stands behind it. */
export function saidDayAt(text: string, at: number): SaidAt | undefined {
  return saidDateAt(text, at) ?? longest(WORDS, text, at);
}

/** The same where a day is all that can be meant, as behind `due:`. The longest reading. */
export function expectedDayAt(text: string, at: number): SaidAt | undefined {
  const found = [saidDateAt(text, at), longest(WORDS, text, at), longest(ALONE, text, at)];
  return found.reduce((best, next) => ((next?.end ?? -1) > (best?.end ?? -1) ? next : best), undefined);
}

/** What a whole text says about a day. */
export function saidDay(text: string): SaidDay | undefined {
  const found = expectedDayAt(text, 0);
  return found?.end === text.length ? found.said : undefined;
}

/** A day that names month and date. */
export function saidDateAt(text: string, at: number): SaidAt | undefined {
  const lead = matchAt(LEADING_WEEKDAY, text, at);
  const found = longest(CALENDAR, text, lead ? at + lead[0].length : at);
  const weekday = lead?.[1] === undefined ? undefined : weekdayNamed(lead[1]);
  return found?.said.kind === 'date' && weekday !== undefined
    ? { ...found, said: { ...found.said, weekday } }
    : found;
}

function longest(patterns: readonly Pattern[], text: string, at: number): SaidAt | undefined {
  let best: SaidAt | undefined;
  for (const { pattern, read } of patterns) {
    const found = matchAt(pattern, text, at);
    const end = at + (found?.[0].length ?? 0);
    const said = found && (!best || end > best.end) ? read(found) : undefined;
    if (said) best = { said, end };
  }
  return best;
}

/** "Feb 30" is meant for a day, "13/40" is not. */
function dated(year: string | undefined, month: number, date: number): SaidDay | undefined {
  const dates = isMonthDate(month, date) ? [{ month, date }] : [];
  return dates.length === 0 ? undefined : { kind: 'date', year: numberOr(year), dates, weekday: undefined };
}

/** Of two numbers the one above 12 is the date; with none above, nobody can say. */
function twoNumbers(a: number, b: number, year: string | undefined): SaidDay | undefined {
  const dates = [
    ...(isMonthDate(a, b) ? [{ month: a, date: b }] : []),
    ...(isMonthDate(b, a) && a !== b ? [{ month: b, date: a }] : []),
  ];
  if (dates.length === 0) return undefined;
  // Of two digits nobody knows whether they are a year at all.
  return year?.length === 2 ? VAGUE : { kind: 'date', year: numberOr(year), dates, weekday: undefined };
}

function isMonthDate(month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

function weekday(which: string | undefined, name = ''): SaidDay | undefined {
  const found = weekdayNamed(name);
  if (found === undefined) return undefined;
  const said = isWord(which, 'next') ? 'next' : isWord(which, 'this') ? 'this' : 'coming';
  return { kind: 'weekday', weekday: found, which: said };
}

function edgeOf(
  where: string | undefined,
  which: string | undefined,
  span: string | undefined,
  quarter: string | undefined,
  month: string | undefined,
  year: string | undefined,
): SaidDay {
  const edge = isWord(where, 'end')
    ? 'end'
    : /^(?:start|beginning)$/i.test(where ?? '')
      ? 'start'
      : undefined;
  if (edge === undefined) return VAGUE;
  const isNext = isWord(which, 'next');
  if (span !== undefined) return { kind: 'edge', edge, of: spanOf(span), later: isNext ? 1 : 0 };
  // The next March may be the one after this one.
  if (isNext) return VAGUE;
  const last = month === undefined ? Number(quarter) * 3 : monthOf(month);
  return {
    kind: 'edgeOfMonths',
    edge,
    first: month === undefined ? last - 2 : last,
    last,
    year: numberOr(year),
  };
}

function ahead(amount: string | undefined, unit: string | undefined): SaidDay {
  return { kind: 'ahead', amount: numberOf(amount), unit: unitOf(unit) };
}

/** Months have no fixed length, so from day T they are not counted. */
function aroundT(sign: '+' | '-', amount: string | undefined, unit: string | undefined): SaidDay | undefined {
  const kind = unitOf(unit);
  if (kind !== 'd' && kind !== 'w' && kind !== 'bd') return undefined;
  const n = numberOf(amount);
  return { kind: 'relative', due: n === 0 ? 'T' : `T${sign}${n}${kind}` };
}

function numberOf(text = ''): number {
  return NUMBERS[text.toLowerCase()] ?? Number(text);
}

function numberOr(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function unitOf(unit = ''): Unit {
  if (/^(?:b|work)/i.test(unit)) return 'bd';
  const first = unit[0]?.toLowerCase();
  return first === 'w' || first === 'm' || first === 'q' || first === 'y' ? first : 'd';
}

function spanOf(name = ''): Span {
  switch (name[0]?.toLowerCase()) {
    case 'w':
      return 'week';
    case 'm':
      return 'month';
    case 'q':
      return 'quarter';
    case 'y':
      return 'year';
    default:
      return 'day';
  }
}

function isWord(text: string | undefined, word: string): boolean {
  return text?.toLowerCase() === word;
}
