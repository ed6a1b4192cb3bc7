import type { PlaybookSummary, TaskSummary } from '../workspace/playbookSummary.ts';
import { concernOf, CONCERNS, type Concern } from './concern.ts';
import { orderOf } from './taskOrder.ts';

/** A task with the playbook it stands in. */
export interface Placed {
  readonly playbook: PlaybookSummary;
  readonly task: TaskSummary;
}

/**
 * The tasks that concern somebody, by what they have to do with them, the strongest reason first; those of one reason by
 * due day.
 * @param me handle of a person, team or role, or a name
 * @param today calendar day `YYYY-MM-DD`
 */
export function tasksByConcern<T extends Placed>(
  tasks: Iterable<T>,
  me: string,
  today: string,
): ReadonlyMap<Concern, readonly T[]> {
  const found = new Map<Concern, T[]>(CONCERNS.map((concern) => [concern, []]));
  for (const placed of tasks) {
    const concern = concernOf(placed.task, placed.playbook.roster, me, today);
    if (concern !== undefined) found.get(concern)?.push(placed);
  }
  for (const list of found.values()) list.sort((a, b) => orderOf(a.task) - orderOf(b.task));
  return found;
}
