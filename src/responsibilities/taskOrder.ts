import type { TaskSummary } from '../workspace/playbookSummary.ts';
import { isStanding, type TaskItem } from './taskItem.ts';

/** Behind every calendar day. */
const NO_DAY = 1_00_00_00_00;

/**
 * What is due first stands first; then what has no day, what is never over, and what is done. Two tasks of a file of
 * the same order keep their places among all others. A number, as twenty thousand tasks in a group are compared.
 */
export function orderOf(task: TaskSummary): number {
  if (task.done) return NO_DAY + 2;
  if (isStanding(task)) return NO_DAY + 1;
  return task.due === undefined ? NO_DAY : Number(task.due.replaceAll('-', ''));
}

/** By `orderOf`. */
export function byUrgency(a: TaskItem, b: TaskItem): number {
  return a.order - b.order || inText(a, b);
}

/** As the files have it. */
export function inText(a: TaskItem, b: TaskItem): number {
  const [from, to] = [a.file.playbook.uri, b.file.playbook.uri];
  if (from !== to) return from < to ? -1 : 1;
  return a.task.line - b.task.line || a.task.character - b.task.character;
}
