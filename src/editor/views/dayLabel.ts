import * as vscode from 'vscode';
import { addDays } from '../../syntax/dates.ts';

/** A day as people say it: "tomorrow", "16 Jan", with the year where it is another one. Days are `YYYY-MM-DD`. */
export function dayLabel(day: string, today: string): string {
  if (day === today) return vscode.l10n.t('today');
  if (day === addDays(today, 1)) return vscode.l10n.t('tomorrow');
  if (day === addDays(today, -1)) return vscode.l10n.t('yesterday');
  return format(
    day,
    day.slice(0, 4) === today.slice(0, 4)
      ? { day: 'numeric', month: 'short' }
      : { day: 'numeric', month: 'short', year: 'numeric' },
  );
}

/** With the day of the week and the year. */
export function longDayLabel(day: string): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** In short, with the day of the week and the year: "Tue, Jan 16, 2027". */
export function weekdayLabel(day: string): string {
  return format(day, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** In short, behind words that say the day of the week already. */
export function dateLabel(day: string): string {
  return format(day, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Calendar days have no time zone: read and written in UTC, none can move them. */
function format(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' }).format(date);
}
