/** Reads days as people write them for people: "Fri, Jan 16", "16.1.2027", "end of March", `[DATE]`. */

import { isDay, parseDue, weekdayOf } from '../syntax/dates.ts';

/** What a text is about days. Offsets count in the text. */
export interface WrittenDay {
  /** `blank`: somebody still has to fill it in. */
  readonly kind: 'day' | 'blank';
  readonly end: number;
  /** How `due:` would spell it, where there is no doubt which day is meant. */
  readonly due: string | undefined;
}

interface Parts {
  readonly year?: string | undefined;
  /** 1 to 12 and 1 to 31; absent where that is not certain. */
  readonly month?: number | undefined;
  readonly date?: number | undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
// "By today's standards" is about no day.
const END = String.raw`(?!['’]?[\p{L}\p{N}_])`;

const LEADING_WEEKDAY = new RegExp(`(${WEEKDAY})${END}\\.?,? +(?:the +)?(?=[\\p{L}\\p{N}])`, 'iuy');

/** Days that name a month and a date. */
const CALENDAR: readonly { readonly pattern: RegExp; readonly read: (m: RegExpExecArray) => Parts }[] = [
  {
    pattern: new RegExp(
      `(${MONTH})\\.? +(\\d{1,2})(?:st|nd|rd|th)?${END}(?!:\\d)(?:,? +(\\d{4})${END})?`,
      'iuy',
    ),
    read: ([, month, date, year]) => ({ year, month: monthOf(month), date: Number(date) }),
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]+(${MONTH})${END}\\.?(?:[,-]? *(\\d{4})${END})?`,
      'iuy',
    ),
    read: ([, date, month, year]) => ({ year, month: monthOf(month), date: Number(date) }),
  },
  {
    pattern: new RegExp(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${END}(?!-)`, 'uy'),
    read: ([, year, month, date]) => ({ year, month: Number(month), date: Number(date) }),
  },
  {
    // Points put the date first all over the world.
    pattern: new RegExp(`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${END}`, 'uy'),
    read: ([, date, month, year]) => ({ year, month: Number(month), date: Number(date) }),
  },
  {
    pattern: new RegExp(`(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?${END}(?![-/%])`, 'uy'),
    read: ([, a, b, year]) => ({ year, ...sortedParts(Number(a), Number(b)) }),
  },
];

/** Days that depend on when they were written. */
const VAGUE: readonly RegExp[] = [
  new RegExp(`(?:today|tonight|tomorrow|eo[dwmqy]|cob)${END}`, 'iuy'),
  new RegExp(`(?:(?:this|next|coming) +)?(?:mon|tues|wednes|thurs|fri|satur|sun)day${END}`, 'iuy'),
  new RegExp(`(?:this|next) +(?:week|month|quarter|year|${MONTH})${END}`, 'iuy'),
  new RegExp(
    `(?:the +)?(?:early|mid|middle|late|end|start|beginning)(?: +of)?[ -]+(?:the +|this +|next +)?(?:day|week|month|quarter|year|q[1-4]|${MONTH})${END}`,
    'iuy',
  ),
  new RegExp(`(?:${MONTH} +|q[1-4] +)\\d{4}${END}`, 'iuy'),
  new RegExp(`in +\\d{1,3} +(?:business +|working +)?(?:days?|weeks?|months?)${END}`, 'iuy'),
];

const DAY_WORDS =
  '(?:(?:insert|enter|add) +)?(?:the +)?(?:(?:due|target|launch|release|go-live|publish(?:ing)?|send|ship) +)?(?:dates?|day|deadline|due)(?: *[/&] *time)?|yyyy[-/.]mm[-/.]dd|dd[-/.]mm(?:[-/.]yyyy)?|mm[-/.]dd(?:[-/.]yyyy)?|tbd|tba|tbc';
/** A blank in brackets says so anywhere. */
const BRACKETED = new RegExp(
  `\\[ *(?:${DAY_WORDS}) *\\]|\\{\\{? *(?:${DAY_WORDS}) *\\}?\\}|<(?:${DAY_WORDS})>`,
  'iuy',
);
/** And so does a day with letters or marks for digits. */
const HALF_DAY =
  /(?:20[0-9x?_]{2}-(?:(?:xx|\?\?|__)-(?:\d\d|xx|\?\?|__|dd)|\d\d-(?:xx|\?\?|__|dd))|20[x?_]{2}-\d\d-\d\d)(?![\p{L}\p{N}-])/iuy;
/** These are blanks only where a day is expected. */
const BARE = new RegExp(
  `(?:(?:yyyy[-/.]mm[-/.]dd|dd[-/.]mm(?:[-/.]yyyy)?|mm[-/.]dd(?:[-/.]yyyy)?|xx[-/.]xx(?:[-/.]x{2,4})?|tbd|tba|tbc)${END}|_{2,}|\\?{2,})`,
  'iuy',
);

/** A day or a blank that begins at an offset, where the text around it says that a day stands there. */
export function writtenDayAt(text: string, at: number): WrittenDay | undefined {
  const blank = blankAt(text, at) ?? endOf(BARE, text, at);
  if (blank !== undefined) return { kind: 'blank', end: blank, due: undefined };
  return calendarDayAt(text, at) ?? vagueDayAt(text, at);
}

/** The end of a blank that needs no words around it. */
export function blankAt(text: string, at: number): number | undefined {
  return endOf(BRACKETED, text, at) ?? endOf(HALF_DAY, text, at);
}

/** True for what a form leaves to fill in, even in a cell that may say `TBD` at will: `[Date]`, `____`, `2028-xx-xx`. */
export function isFormBlank(text: string): boolean {
  return blankAt(text, 0) === text.length || /^_{2,}$/.test(text);
}

/** True for a text that only keeps a day's place. */
export function isBlank(text: string): boolean {
  return (blankAt(text, 0) ?? endOf(BARE, text, 0)) === text.length;
}

/** A day that names month and date. */
export function calendarDayAt(text: string, at: number): WrittenDay | undefined {
  const weekday = match(LEADING_WEEKDAY, text, at);
  const start = weekday ? at + weekday[0].length : at;
  for (const { pattern, read } of CALENDAR) {
    const found = match(pattern, text, start);
    if (!found) continue;
    const parts = read(found);
    // "Feb 30" is meant for a day, "13/40" is not.
    const { month = 1, date = 1 } = parts;
    if (month < 1 || month > 12 || date < 1 || date > 31) continue;
    const due = dayOf(parts, weekday?.[1]);
    return { kind: 'day', end: start + found[0].length, due };
  }
  return undefined;
}

export function vagueDayAt(text: string, at: number): WrittenDay | undefined {
  for (const pattern of VAGUE) {
    const end = endOf(pattern, text, at);
    if (end !== undefined) return { kind: 'day', end, due: undefined };
  }
  return undefined;
}

/** `T - 45 days`, `T-34 BD`, `T-45` and `6 weeks before T` as `due:` spells them. */
export function relativeDay(text: string): string | undefined {
  const words = text.trim().toLowerCase().replace(/[−–]/g, '-');
  const short = /^t ?([+-]) ?(\d{1,4}) ?([a-z]+(?: days?)?)?$/.exec(words);
  const long = short ? undefined : /^(\d{1,4}) ([a-z]+(?: days?)?) (before|after) (?:day )?t$/.exec(words);
  const sign = short ? short[1] : long?.[3] === 'before' ? '-' : '+';
  const unit = unitOf(short ? (short[3] ?? 'd') : (long?.[2] ?? ''));
  const amount = short?.[2] ?? long?.[1];
  if (unit === undefined || amount === undefined) return undefined;
  const due = `T${sign ?? '-'}${Number(amount)}${unit}`;
  return parseDue(due) && due;
}

function unitOf(word: string): string | undefined {
  if (/^(?:d|days?)$/.test(word)) return 'd';
  if (/^(?:w|wks?|weeks?)$/.test(word)) return 'w';
  return /^(?:bd|bds|bdays?|(?:business|working) days?)$/.test(word) ? 'bd' : undefined;
}

/**
 * Only a day whose year is written is certain: the day of the week fits one year in six or so, and the wrong one as
 * well as the right one.
 */
function dayOf({ year, month, date }: Parts, weekday: string | undefined): string | undefined {
  if (year?.length !== 4 || month === undefined || date === undefined) return undefined;
  const day = `${year}-${two(month)}-${two(date)}`;
  return isDay(day) && (weekday === undefined || isOn(day, weekday)) ? day : undefined;
}

function isOn(day: string, weekday: string): boolean {
  return WEEKDAYS[weekdayOf(day)] === weekday.slice(0, 3).toLowerCase();
}

/** Of two numbers the one above 12 is the date; with none above, nobody can say. */
function sortedParts(a: number, b: number): Parts {
  if (a > 12) return { month: b, date: a };
  if (b > 12 || a === b) return { month: a, date: b };
  return {};
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  const found = match(pattern, text, at);
  return found ? at + found[0].length : undefined;
}
