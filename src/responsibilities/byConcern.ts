import { concernOf } from './concern.ts';
import { concernStep, type GroupStep } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

/** What the person has to do, what waits for the person, what the person is asked. Without a person, nothing. */
export function pathsByConcern(
  { task, file }: TaskItem,
  me: string | undefined,
  today: string,
): readonly (readonly GroupStep[])[] {
  const concern = me === undefined ? undefined : concernOf(task, file.playbook.roster, me, today);
  return concern === undefined ? [] : [[concernStep(concern)]];
}
