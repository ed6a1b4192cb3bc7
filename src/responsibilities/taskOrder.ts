import { isStanding, type TaskItem } from './taskItem.ts';

/** Two tasks of a file with equal keys keep their places among all others. */
export function orderKey({ task }: TaskItem): string {
  if (task.done) return '3';
  if (isStanding(task)) return '2';
  return task.due === undefined ? '1' : `0${task.due}`;
}

/** What is due first stands first; then what has no day, what is never over, and what is done. */
export function byUrgency(a: TaskItem, b: TaskItem): number {
  const [x, y] = [orderKey(a), orderKey(b)];
  return x < y ? -1 : x > y ? 1 : inText(a, b);
}

/** As the files have it. */
export function inText(a: TaskItem, b: TaskItem): number {
  const [x, y] = [a.file.view.uri, b.file.view.uri];
  if (x !== y) return x < y ? -1 : 1;
  const [from, to] = [a.task.node.range.start, b.task.node.range.start];
  return from.line - to.line || from.character - to.character;
}
