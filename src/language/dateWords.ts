import { addBusinessDays, addDays, isDay, parseDue, resolveDue, weekdayOf } from '../syntax/dates.ts';

/** How a text reads as a due day. */
export interface DayReading {
  /** What stands behind `due:`: `2027-01-16`, `T-45d`. */
  readonly due: string;
  /** The calendar day; undefined for a relative day where day T is not known. */
  readonly day: string | undefined;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
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
const UNIT =
  '(bd|business days?|working days?|workdays?|d|days?|w|wks?|weeks?|m|mos?|months?|q|quarters?|y|yrs?|years?)';
const FORWARD = new RegExp(`^(?:in )?${AMOUNT} ?${UNIT}(?: from (?:now|today))?$`);
const AROUND_T = new RegExp(`^${AMOUNT} ?${UNIT} (before|after) (?:t|the day|day t)$`);
const T_WORDS = new RegExp(`^t ?([+-]) ?${AMOUNT} ?${UNIT}?$`);

/**
 * What a person may mean by a day in words: "tomorrow", "next friday", "in 2 weeks", "jan 16", "end of month",
 * "2027-01-16", "T-45d", "6 weeks before T". The likeliest reading comes first; `3/4` has two. None for a text that
 * names no day.
 * @param today calendar day `YYYY-MM-DD` from which words are counted; days without a year lie on or after it
 * @param tDay day T of the playbook, where it is known
 */
export function readDay(text: string, today: string, tDay?: string): DayReading[] {
  const words = text
    .toLowerCase()
    .replace(/[,;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:due|on|by|until|the) /, '');
  if (words === '') return [];
  const relative = relativeToT(words);
  if (relative !== undefined) {
    const value = parseDue(relative);
    return value ? [{ due: relative, day: resolveDue(value, tDay) }] : [];
  }
  const days = [named(words, today), ahead(words, today), weekday(words, today), ...calendar(words, today)];
  return [...new Set(days)].flatMap((day) => (day !== undefined && isDay(day) ? { due: day, day } : []));
}

/** `t-45d`, `T - 6 weeks`, `6 weeks before T` as `due:` spells it. */
function relativeToT(words: string): string | undefined {
  if (words === 't' || words === 'day t') return 'T';
  const short = T_WORDS.exec(words);
  if (short) return spellT(short[1] ?? '-', short[2], short[3] ?? 'd');
  const long = AROUND_T.exec(words);
  return long ? spellT(long[3] === 'before' ? '-' : '+', long[1], long[2] ?? 'd') : undefined;
}

/** Months have no fixed length, so from day T they are not counted. */
function spellT(sign: string, amount: string | undefined, unit: string): string | undefined {
  const kind = unitOf(unit);
  if (kind !== 'd' && kind !== 'w' && kind !== 'bd') return undefined;
  const n = numberOf(amount);
  return n === 0 ? 'T' : `T${sign}${n}${kind}`;
}

function named(words: string, today: string): string | undefined {
  switch (words) {
    case 'today':
    case 'now':
      return today;
    case 'tomorrow':
    case 'tmr':
    case 'tom':
      return addDays(today, 1);
    case 'yesterday':
      return addDays(today, -1);
    case 'day after tomorrow':
      return addDays(today, 2);
    case 'next week':
      return addDays(startOfWeek(today), 7);
    case 'next month':
      return firstOfMonth(today, 1);
    case 'next quarter':
      return firstOfMonth(today, 3 - (monthOf(today) % 3));
    case 'next year':
      return firstOfMonth(today, 12 - monthOf(today));
    // A week ends where the work of it does.
    case 'end of week':
    case 'end of the week':
    case 'end of this week':
    case 'this week':
    case 'eow':
      return onOrAfter(today, 5);
    case 'end of next week':
      return addDays(startOfWeek(today), 11);
    case 'end of month':
    case 'end of the month':
    case 'end of this month':
    case 'this month':
    case 'eom':
      return addDays(firstOfMonth(today, 1), -1);
    case 'end of next month':
      return addDays(firstOfMonth(today, 2), -1);
    case 'end of quarter':
    case 'end of the quarter':
    case 'end of this quarter':
    case 'this quarter':
    case 'eoq':
      return addDays(firstOfMonth(today, 3 - (monthOf(today) % 3)), -1);
    case 'end of year':
    case 'end of the year':
    case 'end of this year':
    case 'this year':
    case 'eoy':
      return `${today.slice(0, 4)}-12-31`;
    default:
      return undefined;
  }
}

/** "in 2 weeks", "10 business days". */
function ahead(words: string, today: string): string | undefined {
  const match = FORWARD.exec(words);
  if (!match) return undefined;
  const amount = numberOf(match[1]);
  switch (unitOf(match[2] ?? '')) {
    case 'd':
      return addDays(today, amount);
    case 'bd':
      return addBusinessDays(today, amount);
    case 'w':
      return addDays(today, amount * 7);
    case 'm':
      return addMonths(today, amount);
    case 'q':
      return addMonths(today, amount * 3);
    case 'y':
      return addMonths(today, amount * 12);
  }
}

/**
 * "friday" is the next one, never today; "this friday" may be today; "next friday" is the one of next week, weeks
 * beginning on Monday (ISO 8601).
 */
function weekday(words: string, today: string): string | undefined {
  const match = /^(this |next |coming )?([a-z]+)(?: (next) week)?$/.exec(words);
  const day = indexOfName(match?.[2] ?? '', WEEKDAYS);
  if (!match || day === undefined) return undefined;
  if (match[1] === 'next ' || match[3]) return addDays(startOfWeek(today), 7 + ((day + 6) % 7));
  return match[1] === 'this ' ? onOrAfter(today, day) : onOrAfter(addDays(today, 1), day);
}

/** Days of the calendar: `2027-1-16`, `jan 16`, `16th of January 2028`, `16.1.`, `3/4` both ways. */
function calendar(words: string, today: string): (string | undefined)[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words);
  if (iso) return [dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))];
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?$/.exec(words);
  if (dotted) return [nearDay(dotted[3], Number(dotted[2]), Number(dotted[1]), today)];
  const slashed = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/.exec(words);
  if (slashed) {
    const [a, b, year] = [Number(slashed[1]), Number(slashed[2]), slashed[3]];
    return [nearDay(year, a, b, today), nearDay(year, b, a, today)];
  }
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th|\.)?(?: (\d{4}))?$/.exec(words);
  if (monthFirst) return [inMonth(monthFirst[1], monthFirst[2], monthFirst[3], today)];
  const dayOnly = /^(\d{1,2})(?:st|nd|rd|th|\.)$/.exec(words);
  if (dayOnly) return [nextOfMonth(Number(dayOnly[1]), today)];
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of )?([a-z]+)\.?(?: (\d{4}))?$/.exec(words);
  if (dayFirst) return [inMonth(dayFirst[2], dayFirst[1], dayFirst[3], today)];
  return [];
}

function inMonth(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  today: string,
): string | undefined {
  const month = indexOfName(name ?? '', MONTHS);
  return month === undefined ? undefined : nearDay(year, month + 1, Number(day), today);
}

/** Without a year the next such day, today included; February 29 may be years away. */
function nearDay(year: string | undefined, month: number, day: number, today: string): string | undefined {
  if (year !== undefined) return dayOf(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  for (let y = thisYear; y <= thisYear + 8; y++) {
    const found = dayOf(y, month, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function nextOfMonth(day: number, today: string): string | undefined {
  for (let months = 0; months <= 2; months++) {
    const [year, month] = firstOfMonth(today, months).split('-').map(Number);
    const found = dayOf(year ?? 0, month ?? 0, day);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : undefined;
}

function numberOf(text = ''): number {
  return NUMBERS[text] ?? Number(text);
}

function unitOf(unit: string): 'd' | 'bd' | 'w' | 'm' | 'q' | 'y' {
  if (/^(?:b|work)/.test(unit)) return 'bd';
  const [first] = unit;
  return first === 'w' || first === 'm' || first === 'q' || first === 'y' ? first : 'd';
}

/** `fri`, `frid` and `friday`; three letters at least, so that a name is sure. */
function indexOfName(text: string, names: readonly string[]): number | undefined {
  if (text.length < 3) return undefined;
  // "sept" and "thurs" are beginnings, too.
  const i = names.findIndex((n) => n.startsWith(text));
  return i < 0 ? undefined : i;
}

function startOfWeek(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

function onOrAfter(day: string, wanted: number): string {
  return addDays(day, (wanted - weekdayOf(day) + 7) % 7);
}

/** Zero-based. */
function monthOf(day: string): number {
  return Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(day: string, ahead: number): string {
  const months = Number(day.slice(0, 4)) * 12 + monthOf(day) + ahead;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** The same day of a later month, or that month's last day. */
function addMonths(day: string, amount: number): string {
  const first = firstOfMonth(day, amount);
  const last = addDays(firstOfMonth(day, amount + 1), -1);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same <= last ? same : last;
}
