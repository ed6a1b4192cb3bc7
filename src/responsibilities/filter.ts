import { fold } from '../text/fold.ts';
import { isSameHandle, normalizeHandle } from '../workspace/handles.ts';
import { teamsOf } from '../workspace/taskJson.ts';
import { dueWhen, type DueWhen } from './dueWhen.ts';
import type { GroupOf } from './groups.ts';
import { sectionsOf, type TaskItem } from './taskItem.ts';

/** What a task must meet to be shown; an absent part asks nothing. Handles and tags are compared without case. */
export interface Filter {
  /** Handle of an owner or co-owner: a person, role or name. */
  readonly person?: string;
  /** Handle of a team that owns it, or that an owner belongs to. */
  readonly team?: string;
  /** Words that all stand in the task, in any order; case and accents do not count. */
  readonly text?: string;
  /** Without `#`. */
  readonly tag?: string;
  readonly due?: DueWhen;
  /** URI of a playbook. */
  readonly playbook?: string;
  /** Titles of headings, the outermost first: what stands under them. Of one playbook, so it comes with its URI. */
  readonly section?: readonly string[];
  /** Only what nobody owns. */
  readonly unowned?: true;
}

export function isEmptyFilter(filter: Filter): boolean {
  return Object.values(filter).every((part) => part === undefined);
}

/** @param today calendar day `YYYY-MM-DD` */
export function matcher(filter: Filter, today: string): (item: TaskItem) => boolean {
  const { due, playbook, section, unowned } = filter;
  const person = filter.person === undefined ? undefined : normalizeHandle(filter.person);
  const team = filter.team === undefined ? undefined : normalizeHandle(filter.team);
  const tag = filter.tag?.toLowerCase();
  const words = fold(filter.text ?? '')
    .split(/\s+/u)
    .filter((w) => w !== '');
  return (item) => {
    const { task, file } = item;
    if (playbook !== undefined && file.playbook.uri !== playbook) return false;
    if (section?.some((title, i) => sectionsOf(task, file.playbook.title)[i] !== title) === true)
      return false;
    if (unowned && task.owners.length > 0) return false;
    if (person !== undefined && !task.owners.some((o) => normalizeHandle(o.handle) === person)) return false;
    if (team !== undefined) {
      const teams = task.owners.flatMap((o) => teamsOf(o.entry, file.playbook.roster));
      if (!teams.some((t) => normalizeHandle(t.handle) === team)) return false;
    }
    if (tag !== undefined && !task.tags.some((t) => t.toLowerCase() === tag)) return false;
    if (due !== undefined && dueWhen(item, today) !== due) return false;
    if (words.length === 0) return true;
    const text = fold(task.text);
    return words.every((w) => text.includes(w));
  };
}

/** Whether a group may hold tasks that match: who filters for one person wants no co-owners beside her. */
export function admits({ person, team }: Filter, of: GroupOf): boolean {
  if (of.kind !== 'owner') return true;
  const wanted = of.owner === 'team' ? team : person;
  return wanted === undefined || isSameHandle(wanted, of.handle);
}
