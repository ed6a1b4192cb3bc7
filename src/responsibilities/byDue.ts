import { dueWhen, type DueWhen } from './dueWhen.ts';
import { dueStep, monthStep, type GroupStep } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

const steps: Readonly<Record<DueWhen, GroupStep>> = {
  overdue: dueStep('overdue'),
  thisWeek: dueStep('thisWeek'),
  later: dueStep('later'),
  none: dueStep('none'),
  standing: dueStep('standing'),
  done: dueStep('done'),
};

/** Overdue, this week, later by its month, no day. */
export function pathsByDue(item: TaskItem, today: string): readonly (readonly GroupStep[])[] {
  const when = dueWhen(item, today);
  const { due } = item.task;
  return [when === 'later' && due !== undefined ? [steps.later, monthStep(due.slice(0, 7))] : [steps[when]]];
}
