import { dueWhen, type DueWhen } from './dueWhen.ts';
import { dueStep, UNOWNED, type GroupStep } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

const steps: Readonly<Record<DueWhen, GroupStep>> = {
  overdue: dueStep('overdue'),
  thisWeek: dueStep('thisWeek'),
  later: dueStep('later'),
  none: dueStep('none'),
  standing: dueStep('standing'),
  done: dueStep('done'),
};

/** Overdue, this week, later, no day. What nobody owns stands first and under its day too: it is due all the same. */
export function pathsByDue(item: TaskItem, today: string): readonly (readonly GroupStep[])[] {
  const path = [steps[dueWhen(item, today)]];
  return item.task.owners.length === 0 && !item.task.done ? [[UNOWNED], path] : [path];
}
