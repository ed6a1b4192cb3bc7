import { parseDue, resolveDue } from '../syntax/dates.ts';
import type { Roster } from './roster.ts';

/** The calendar day of what stands behind `due:`, counted by what a playbook's rosters and front matter say. */
export function dueDay(text: string, { tDay }: Pick<Roster, 'tDay'>): string | undefined {
  const value = parseDue(text);
  return value && resolveDue(value, tDay);
}
