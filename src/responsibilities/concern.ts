import { normalizeHandle } from '../workspace/handles.ts';
import type { TaskSummary } from '../workspace/playbookSummary.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Person } from '../workspace/rosterTypes.ts';
import type { Somebody } from '../workspace/tasks.ts';

/**
 * Why a task concerns somebody.
 *
 * - `own`: owner or co-owner by name.
 * - `shared`: a role or team owns it that the person answers for.
 * - `awaited`: the person waits for its result (`for:`).
 * - `asked`: the person is asked for help or advice (`help:`, `consult:`, or mentioned in its words).
 * - `covered`: its owner is away when it is to be done, and the person stands in.
 * - `told`: the person is to be told (`inform:`).
 */
export type Concern = 'own' | 'shared' | 'awaited' | 'asked' | 'covered' | 'told';

/** The strongest first: a task that concerns somebody twice is listed once. */
export const CONCERNS: readonly Concern[] = ['own', 'shared', 'awaited', 'asked', 'covered', 'told'];

/**
 * The strongest reason why a task concerns somebody; undefined when it does not.
 * @param me handle of a person, team or role, or a name
 * @param today calendar day `YYYY-MM-DD`
 */
export function concernOf(task: TaskSummary, roster: Roster, me: string, today: string): Concern | undefined {
  const key = normalizeHandle(me);
  const means = (party: Somebody) => isNamed(party, key) || answersFor(key, party, roster);
  if (task.owners.some((o) => isNamed(o, key))) return 'own';
  if (task.owners.some(means)) return 'shared';
  if (task.receivers.some(means)) return 'awaited';
  if ([task.helpers, task.consulted, task.mentioned].some((parties) => parties.some(means))) return 'asked';
  if (task.owners.some((o) => coverOf(o, task, roster, today) === key)) return 'covered';
  return task.informed.some(means) ? 'told' : undefined;
}

function isNamed({ handle }: Somebody, key: string): boolean {
  return normalizeHandle(handle) === key;
}

/** Whoever holds a role answers for it, and for a team its lead; for one that has no lead, each of its people. */
function answersFor(key: string, { entry }: Somebody, roster: Roster): boolean {
  if (entry?.kind === 'role') return entry.holders.some((h) => normalizeHandle(h) === key);
  if (entry?.kind !== 'team') return false;
  const lead = roster.teamLead(entry);
  if (lead) return normalizeHandle(lead.handle) === key;
  const person = roster.people.get(key);
  return person !== undefined && person.left === undefined && roster.personTeams(person).includes(entry);
}

/** `normalizeHandle` of who stands in for an owner on the day when a task is to be done. */
function coverOf({ entry }: Somebody, task: TaskSummary, roster: Roster, today: string): string | undefined {
  const cover = entry?.kind === 'person' ? absenceOf(entry, task, today)?.cover : undefined;
  return cover === undefined ? undefined : normalizeHandle(roster.resolve(cover)?.handle ?? cover);
}

/** The absence of a person that a task falls into: on its due day, or today when it is overdue or has none. */
export function absenceOf(
  { away }: Person,
  { due, dueText, kind, done }: TaskSummary,
  today: string,
): Person['away'][number] | undefined {
  // A day that cannot be worked out is none to compare with.
  if (away.length === 0 || done || (due === undefined && dueText !== undefined && kind !== 'area'))
    return undefined;
  const day = due !== undefined && due > today ? due : today;
  return away.find((a) => a.from <= day && day <= a.to);
}
