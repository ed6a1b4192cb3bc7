/**
 * Calendar days as ISO 8601 text (`2027-01-16`), compared as text. Arithmetic runs in UTC, where every day has
 * 24 hours; no time zone can move a day.
 */

/** The value of `due:`: a day, or a distance from day T. */
export type DueValue =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'relative'; readonly amount: number; readonly unit: 'd' | 'w' | 'bd' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RELATIVE = /^T(?:([+-])(\d{1,4})(d|w|bd))?$/i;
const DAY_MS = 86_400_000;

export function isDay(text: string): boolean {
  if (text.length !== 10 || !DAY.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  // `Date.UTC` reads years below 100 as 19xx; no due day lies there.
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

function daysIn(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function parseDue(text: string): DueValue | undefined {
  if (isDay(text)) return { kind: 'day', day: text };
  const match = RELATIVE.exec(text);
  if (!match) return undefined;
  const amount = Number(match[2] ?? 0) * (match[1] === '-' ? -1 : 1);
  const unit = (match[3]?.toLowerCase() ?? 'd') as 'd' | 'w' | 'bd';
  return { kind: 'relative', amount: amount === 0 ? 0 : amount, unit };
}

/** The day a due value falls on; undefined when it is relative and day T is not known, or when no year holds it. */
export function resolveDue(value: DueValue, tDay: string | undefined): string | undefined {
  if (value.kind === 'day') return value.day;
  if (tDay === undefined || !isDay(tDay)) return undefined;
  const day = distanceFrom(tDay, value.amount, value.unit);
  return isDay(day) ? day : undefined;
}

function distanceFrom(day: string, amount: number, unit: 'd' | 'w' | 'bd'): string {
  switch (unit) {
    case 'd':
      return addDays(day, amount);
    case 'w':
      return addDays(day, amount * 7);
    case 'bd':
      return addBusinessDays(day, amount);
  }
}

export function addDays(day: string, amount: number): string {
  return toDay(toTime(day) + amount * DAY_MS);
}

/** How many days later `to` is than `from`; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return (toTime(to) - toTime(from)) / DAY_MS;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(toTime(day)).getUTCDay();
}

/** Steps Monday to Friday; from a weekend the first step forward is Monday, the first step back is Friday. */
export function addBusinessDays(day: string, amount: number): string {
  let time = toTime(day);
  const step = amount < 0 ? -DAY_MS : DAY_MS;
  const weeks = Math.trunc(Math.abs(amount) / 5);
  let left = Math.abs(amount) % 5;
  // Whole weeks keep the weekday; from a weekend they must start at the working day just behind it.
  if (weeks > 0 && isWeekend(time)) {
    while (isWeekend(time)) time -= step;
  }
  time += weeks * 7 * step;
  while (left > 0) {
    time += step;
    if (!isWeekend(time)) left--;
  }
  return toDay(time);
}

function isWeekend(time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  return weekday === 0 || weekday === 6;
}

function toTime(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1);
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
