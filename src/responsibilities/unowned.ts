import { pathByPlaybook } from './byPlaybook.ts';
import { UNOWNED, type GroupBy, type GroupStep } from './groups.ts';
import type { FileTasks, TaskItem } from './taskItem.ts';

type Path = readonly GroupStep[];

/**
 * Where what nobody owns stands: first, in every grouping but that of a single person. A few stand right there, many by
 * playbook and section; which of the two is shown follows from how many there are (`Group`), so a task has both places.
 */
export function pathsOfUnowned(file: FileTasks, groupBy: GroupBy): (item: TaskItem) => readonly Path[] {
  if (groupBy === 'me') return () => [];
  const inPlaybook = pathByPlaybook(file);
  const isElsewhereToo = groupBy === 'playbook' || groupBy === 'due';
  return (item) => {
    const isUnowned = item.task.owners.length === 0 && !(isElsewhereToo && item.task.done);
    return isUnowned ? [[UNOWNED], [UNOWNED, ...inPlaybook(item)]] : [];
  };
}
