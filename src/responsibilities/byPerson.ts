import type { Roster } from '../workspace/roster.ts';
import { entryStep, ownerStep, type GroupStep } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

/** Person → task. Teams, roles and unknown names that own something stand behind the people. */
export function pathsByPerson({ task }: TaskItem): readonly (readonly GroupStep[])[] {
  return task.owners.map((party) => [ownerStep(party)]);
}

export function everyPerson(roster: Roster): readonly (readonly GroupStep[])[] {
  return [...roster.people.values()].filter((p) => p.left === undefined).map((p) => [entryStep(p)]);
}
