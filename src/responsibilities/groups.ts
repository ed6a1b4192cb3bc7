import type { Owner } from '../workspace/rosterTypes.ts';
import type { Somebody } from '../workspace/tasks.ts';
import { CONCERNS, type Concern } from './concern.ts';
import type { DueWhen } from './dueWhen.ts';
import type { FileTasks } from './taskItem.ts';

export type GroupBy = 'team' | 'person' | 'playbook' | 'due' | 'me';

export const GROUPINGS: readonly GroupBy[] = ['team', 'person', 'playbook', 'due', 'me'];

/** What a group of tasks stands for. */
export type GroupOf =
  | { readonly kind: 'unowned' }
  /** A person, team or role of a roster, or a name that no roster knows. */
  | {
      readonly kind: 'owner';
      readonly owner: Somebody['kind'];
      readonly handle: string;
      /** For people to read. */
      readonly name: string;
      /** An outside agency. */
      readonly external: boolean;
    }
  /** People who belong to no team. */
  | { readonly kind: 'noTeam' }
  /** Names that no roster knows. */
  | { readonly kind: 'unlisted' }
  | { readonly kind: 'playbook'; readonly uri: string; readonly title: string }
  | { readonly kind: 'section'; readonly uri: string; readonly path: readonly string[] }
  | { readonly kind: 'due'; readonly when: DueWhen }
  /** `YYYY-MM` of what is due later than this week. */
  | { readonly kind: 'month'; readonly month: string }
  /** What the tasks have to do with the person at the keyboard. */
  | { readonly kind: 'concern'; readonly concern: Concern };

/** One step on the way from the root of the tree to a task. */
export interface GroupStep {
  /** Unique among its siblings. Steps of two files with one id are one group, and equal. */
  readonly id: string;
  readonly of: GroupOf;
  /** Siblings stand by rank, then by name. */
  readonly rank: number;
}

export const UNOWNED: GroupStep = { id: 'unowned', of: { kind: 'unowned' }, rank: 0 };
export const NO_TEAM: GroupStep = { id: 'noTeam', of: { kind: 'noTeam' }, rank: 5 };
export const UNLISTED: GroupStep = { id: 'unlisted', of: { kind: 'unlisted' }, rank: 6 };

const OWNER_RANK: Readonly<Record<Somebody['kind'], number>> = { person: 1, role: 2, team: 3, name: 7 };
/** Behind the teams of the house. */
const EXTERNAL_RANK = 4;

const known = new WeakMap<Owner, GroupStep>();

export function ownerStep(party: Somebody): GroupStep {
  const { entry } = party;
  return entry ? entryStep(entry) : step('name', party.handle, party.handle, false);
}

export function entryStep(entry: Owner): GroupStep {
  let found = known.get(entry);
  if (!found) {
    const name = entry.name ?? entry.handle;
    found = step(entry.kind, entry.handle, name, entry.kind === 'team' && entry.external);
    known.set(entry, found);
  }
  return found;
}

/** Two rosters of one workspace may give a handle to different people: the name tells them apart. */
function step(owner: Somebody['kind'], handle: string, name: string, external: boolean): GroupStep {
  return {
    id: `${owner}:${handle}:${name}${external ? ':external' : ''}`,
    of: { kind: 'owner', owner, handle, name, external },
    rank: external ? EXTERNAL_RANK : OWNER_RANK[owner],
  };
}

export function playbookStep({ playbook: { uri, title } }: FileTasks): GroupStep {
  return { id: `playbook:${uri}`, of: { kind: 'playbook', uri, title }, rank: 1 };
}

/** @param order of the section among those of its playbook that hold tasks */
export function sectionStep(uri: string, path: readonly string[], order: number): GroupStep {
  return { id: `section:${JSON.stringify(path)}`, of: { kind: 'section', uri, path }, rank: order };
}

const DUE_RANK: Readonly<Record<DueWhen, number>> = {
  overdue: 1,
  thisWeek: 2,
  later: 3,
  none: 4,
  standing: 5,
  done: 6,
};

export function dueStep(when: DueWhen): GroupStep {
  return { id: `due:${when}`, of: { kind: 'due', when }, rank: DUE_RANK[when] };
}

export function monthStep(month: string): GroupStep {
  return { id: `month:${month}`, of: { kind: 'month', month }, rank: Number(month.replace('-', '')) };
}

export function concernStep(concern: Concern): GroupStep {
  return { id: `concern:${concern}`, of: { kind: 'concern', concern }, rank: CONCERNS.indexOf(concern) };
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Whether a group goes by another name or stands elsewhere than before; only those of a single playbook can. */
export function isSameStep(a: GroupStep, b: GroupStep): boolean {
  return a === b || (a.rank === b.rank && nameOf(a.of) === nameOf(b.of));
}

/** By rank, then by name; the id decides between namesakes, so that the order never depends on history. */
export function compareSteps(a: GroupStep, b: GroupStep): number {
  return (
    a.rank - b.rank || names.compare(nameOf(a.of), nameOf(b.of)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function nameOf(of: GroupOf): string {
  switch (of.kind) {
    case 'owner':
      return of.name;
    case 'playbook':
      return of.title;
    default:
      return '';
  }
}
