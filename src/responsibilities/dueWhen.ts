import { addDays, weekdayOf } from '../syntax/dates.ts';
import { isStanding, type TaskItem } from './taskItem.ts';

/** When something is due, as people plan. `standing`: it is never over. `done`: it no longer matters. */
export type DueWhen = 'overdue' | 'thisWeek' | 'later' | 'none' | 'standing' | 'done';

/** @param today calendar day `YYYY-MM-DD`; its week ends on Sunday (ISO 8601) */
export function dueWhen({ task }: TaskItem, today: string): DueWhen {
  if (task.done) return 'done';
  if (isStanding(task)) return 'standing';
  if (task.due === undefined) return 'none';
  if (task.due < today) return 'overdue';
  return task.due <= endOfWeek(today) ? 'thisWeek' : 'later';
}

export function endOfWeek(day: string): string {
  return addDays(day, (7 - weekdayOf(day)) % 7);
}
