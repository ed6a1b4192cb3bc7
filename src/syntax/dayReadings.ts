/** Which calendar day a day in words comes to. */

import { addBusinessDays, addDays, isDay, parseDue, resolveDue, weekdayOf } from './dates.ts';
import { saidDay, type SaidDay } from './saidDays.ts';

/** How a text reads as a due day. */
export interface DayReading {
  /** What stands behind `due:`: `2027-01-16`, `T-45d`. */
  readonly due: string;
  /** The calendar day; undefined for a relative day where day T is not known. */
  readonly day: string | undefined;
}

/** A written year asks for no day to count from. */
const ANY_DAY = '2000-01-01';

/**
 * What a person may mean by a day in words: "tomorrow", "next friday", "in 2 weeks", "Fri, Jan 16", "end of month",
 * "2027-01-16", "T-45d", "6 weeks before T". The likeliest reading comes first; `3/4` has two. None for a text that
 * names no day.
 * @param today calendar day `YYYY-MM-DD` from which words are counted; days without a year lie on or after it
 * @param tDay day T of the playbook, where it is known
 */
export function readDay(text: string, today: string, tDay?: string): DayReading[] {
  const said = saidIn(text);
  return said ? readingsOf(said, today, tDay) : [];
}

/** What a text says about a day, once what stands around it is taken away: "by Friday,". */
export function saidIn(text: string): SaidDay | undefined {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[,;]$/, '')
    .replace(/^(?:due|on|by|until|the) /i, '');
  return saidDay(words) ?? (words.endsWith('.') ? saidDay(words.slice(0, -1)) : undefined);
}

export function readingsOf(said: SaidDay, today: string, tDay?: string): DayReading[] {
  if (said.kind === 'relative') {
    const value = parseDue(said.due);
    return value ? [{ due: said.due, day: resolveDue(value, tDay) }] : [];
  }
  const days = new Set(daysOf(said, today));
  return [...days].flatMap((day) => (day !== undefined && isDay(day) ? [{ due: day, day }] : []));
}

/**
 * How `due:` spells a day where there is no doubt which one is meant, whenever it was written. Only a day whose year is
 * written is certain: the day of the week fits one year in six or so, and the wrong one as well as the right one.
 */
export function certainDue(said: SaidDay): string | undefined {
  if (said.kind === 'relative') return parseDue(said.due) && said.due;
  if ((said.kind !== 'date' && said.kind !== 'edgeOfMonths') || said.year === undefined) return undefined;
  const [only, other] = readingsOf(said, ANY_DAY);
  return other ? undefined : only?.due;
}

function daysOf(said: Exclude<SaidDay, { kind: 'relative' }>, today: string): (string | undefined)[] {
  switch (said.kind) {
    case 'date':
      return daysOfDate(said, today);
    case 'dateOfMonth':
      return [nextOfMonth(said.date, today)];
    case 'weekday':
      return [weekday(said.weekday, said.which, today)];
    case 'near':
      return [addDays(today, said.days)];
    case 'ahead':
      return [ahead(said.amount, said.unit, today)];
    case 'edge':
      return [
        said.edge === 'start' ? startOf(said.of, said.later, today) : endOf(said.of, said.later, today),
      ];
    case 'edgeOfMonths':
      return [edgeOfMonths(said, today)];
    case 'vague':
      return [];
  }
}

/** A day of the week decides between two dates. A wrong one speaks against a written year, and else is a slip. */
function daysOfDate({ year, dates, weekday }: Extract<SaidDay, { kind: 'date' }>, today: string): string[] {
  const days = dates
    .map(({ month, date }) => (year === undefined ? nextDay(month, date, today) : dayOf(year, month, date)))
    .filter((day) => day !== undefined);
  const fitting = days.filter((day) => weekday === undefined || weekdayOf(day) === weekday);
  return fitting.length > 0 || year !== undefined ? fitting : days;
}

function ahead(amount: number, unit: Extract<SaidDay, { kind: 'ahead' }>['unit'], today: string): string {
  switch (unit) {
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
function weekday(day: number, which: 'coming' | 'this' | 'next', today: string): string {
  if (which === 'next') return addDays(startOfWeek(today), 7 + ((day + 6) % 7));
  return which === 'this' ? onOrAfter(today, day) : onOrAfter(addDays(today, 1), day);
}

type Span = Extract<SaidDay, { kind: 'edge' }>['of'];

function startOf(span: Span, later: number, today: string): string {
  switch (span) {
    case 'day':
      return addDays(today, later);
    case 'week':
      return addDays(startOfWeek(today), later * 7);
    case 'month':
      return firstOfMonth(today, later);
    case 'quarter':
      return firstOfMonth(today, later * 3 - (monthOf(today) % 3));
    case 'year':
      return firstOfMonth(today, later * 12 - monthOf(today));
  }
}

function endOf(span: Span, later: number, today: string): string {
  if (span === 'day') return startOf(span, later, today);
  // A week ends where the work of it does, and on a weekend the next one is meant.
  if (span === 'week') return later === 0 ? onOrAfter(today, 5) : addDays(startOf(span, later, today), 4);
  return addDays(startOf(span, later + 1, today), -1);
}

/** Without a year the next one that is not over. */
function edgeOfMonths(
  { edge, first, last, year }: Extract<SaidDay, { kind: 'edgeOfMonths' }>,
  today: string,
): string | undefined {
  const inYear = (y: number) => {
    const day = dayOf(y, edge === 'start' ? first : last, 1);
    return edge === 'start' || day === undefined ? day : addDays(firstOfMonth(day, 1), -1);
  };
  if (year !== undefined) return inYear(year);
  const thisYear = Number(today.slice(0, 4));
  return [inYear(thisYear), inYear(thisYear + 1)].find((day) => day !== undefined && day >= today);
}

/** The next such day, today included; February 29 may be years away. */
function nextDay(month: number, date: number, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + 8; year++) {
    const found = dayOf(year, month, date);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function nextOfMonth(date: number, today: string): string | undefined {
  for (let months = 0; months <= 2; months++) {
    const [year, month] = firstOfMonth(today, months).split('-').map(Number);
    const found = dayOf(year ?? 0, month ?? 0, date);
    if (found !== undefined && found >= today) return found;
  }
  return undefined;
}

function dayOf(year: number, month: number, date: number): string | undefined {
  const two = (n: number) => String(n).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  return isDay(text) ? text : undefined;
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
