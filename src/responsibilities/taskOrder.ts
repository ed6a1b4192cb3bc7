import type { OwnedTask } from '../workspace/tasks.ts';
import { isStanding, type TaskItem } from './taskItem.ts';

/** Behind every calendar day. */
const NO_DAY = 1_00_00_00_00;

/**
 * What is due first stands first; then what has no day, what is never over, and what is done. Two tasks of a file of
 * the same order keep their places among all others. A number, as twenty thousand tasks in a group are compared.
 */
export function orderOf(task: OwnedTask): number {
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
  if (a.file !== b.file && a.file.view.uri !== b.file.view.uri) {
    return a.file.view.uri < b.file.view.uri ? -1 : 1;
  }
  const from = a.task.node.range.start;
  const to = b.task.node.range.start;
  return from.line - to.line || from.character - to.character;
}
