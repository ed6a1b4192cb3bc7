import type { Roster } from '../workspace/roster.ts';
import { appearanceOf } from './appearance.ts';
import { pathsByDue } from './byDue.ts';
import { everyPerson, pathsByPerson } from './byPerson.ts';
import { pathsByPlaybook } from './byPlaybook.ts';
import { pathsByTeam, peopleByTeam } from './byTeam.ts';
import { admits, isEmptyFilter, matcher, type Filter } from './filter.ts';
import { Group } from './group.ts';
import { UNOWNED, type GroupBy, type GroupStep } from './groups.ts';
import {
  NO_COUNTS,
  type Counts,
  type MutableCounts,
  type GroupNode,
  type TaskNode,
  type TreeNode,
} from './nodes.ts';
import { isOverdue, type FileTasks, type TaskItem } from './taskItem.ts';
import { byUrgency, inText } from './taskOrder.ts';

export interface TreeOptions {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
  readonly showDone: boolean;
  /** Calendar day `YYYY-MM-DD`. */
  readonly today: string;
}

/** What a view must draw again. */
export interface Changes {
  /** The groups at the root are others, or stand in another order. */
  readonly root: boolean;
  /** Groups with what is below them, and single tasks. */
  readonly nodes: readonly TreeNode[];
}

/** What one file puts into one group. */
interface Share {
  readonly counts: MutableCounts;
  /** Right in this group, in the order of the text. */
  readonly items: TaskItem[];
}

type Shares = ReadonlyMap<Group, Share>;

const NOTHING: Shares = new Map();

/**
 * Who is responsible for what, as a tree of groups. Each file's share of each group is kept, so that a file that
 * changes costs no more than itself, however many others there are; a rebuild from all files is the specification.
 * The options of a tree never change: other options are another tree.
 */
export class ResponsibilityTree {
  readonly options: TreeOptions;
  readonly #root = new Group(undefined, { id: '', of: { kind: 'noTeam' }, rank: 0 }, inText);
  readonly #groups = new WeakMap<GroupNode, Group>();
  readonly #shares = new Map<string, Shares>();
  readonly #matches: (item: TaskItem) => boolean;
  #people: ReadonlySet<Group> = new Set();
  #changed = new Set<Group>();
  #redrawn = new Set<TaskNode>();

  constructor(options: TreeOptions) {
    this.options = options;
    this.#matches = matcher(options.filter, options.today);
  }

  /** Whether a filter leaves tasks out. */
  get isFiltered(): boolean {
    return !isEmptyFilter(this.options.filter);
  }

  /** Takes the tasks of a playbook as they stand now; undefined when it is gone. */
  setFile(uri: string, file: FileTasks | undefined): void {
    const old = this.#shares.get(uri) ?? NOTHING;
    const now = file ? this.#sharesOf(file) : NOTHING;
    if (now.size > 0) this.#shares.set(uri, now);
    else this.#shares.delete(uri);
    for (const [group, share] of now) {
      const before = old.get(group);
      if (!before) this.#addUser(group);
      this.#count(group, before?.counts ?? NO_COUNTS, share.counts);
      this.#place(group, uri, before?.items ?? [], share.items);
    }
    for (const [group, share] of old) {
      if (now.has(group)) continue;
      this.#count(group, share.counts, NO_COUNTS);
      this.#place(group, uri, share.items, []);
      this.#removeUser(group);
    }
  }

  /** People and teams who are shown even when they have nothing to do. */
  setRosters(rosters: readonly Roster[]): void {
    const people = new Set<Group>();
    for (const roster of this.isFiltered ? [] : rosters) {
      for (const path of this.#emptyPaths(roster)) {
        for (let group = this.#group(path); group.parent; group = group.parent) people.add(group);
      }
    }
    const old = this.#people;
    this.#people = people;
    for (const group of people) if (!old.has(group)) this.#addUser(group);
    for (const group of old) if (!people.has(group)) this.#removeUser(group);
  }

  /** What is different since this was last asked. */
  takeChanges(): Changes {
    const groups = [...this.#changed].filter((g) => g !== this.#root && g.users > 0);
    const changes: Changes = {
      root: this.#changed.has(this.#root),
      nodes: [...groups.map((g) => g.node), ...this.#redrawn],
    };
    this.#changed = new Set();
    this.#redrawn = new Set();
    return changes;
  }

  /** The nodes below a node; without one, those at the root. */
  children(node?: TreeNode): readonly TreeNode[] {
    if (!node) return this.#root.children();
    return node.kind === 'group' ? (this.#groups.get(node)?.children() ?? []) : [];
  }

  /** All places where a task stands, in the order of the tree. */
  placesOf(item: TaskItem): TaskNode[] {
    const shares = this.#shares.get(item.file.playbook.uri) ?? NOTHING;
    const places: TaskNode[] = [];
    const visit = (group: Group) => {
      for (const below of group.sortedGroups()) if (shares.has(below)) visit(below);
      if (shares.get(group)?.items.some((i) => i.key === item.key)) places.push(group.taskNode(item));
    };
    visit(this.#root);
    return places;
  }

  /** Shows the next page below a group, or of the root. */
  showMore(node: GroupNode | undefined): void {
    const group = node ? this.#groups.get(node) : this.#root;
    if (group?.showMore()) this.#changed.add(group);
  }

  /** Shows as much as it takes to see a task. */
  unfold(node: TaskNode): void {
    let below: Group | TaskItem = node.item;
    for (let group = this.#groups.get(node.parent); group; group = group.parent) {
      if (group.showMore(below)) this.#changed.add(group);
      below = group;
    }
  }

  #sharesOf(file: FileTasks): Shares {
    const shares = new Map<Group, Share>();
    const share = (group: Group): Share => {
      let found = shares.get(group);
      if (!found) shares.set(group, (found = { counts: { ...NO_COUNTS }, items: [] }));
      return found;
    };
    // Where there are tasks, it is worth saying that all of them have an owner.
    if (file.items.length > 0 && !this.isFiltered) share(this.#group([UNOWNED]));
    const pathsOf = this.#paths(file);
    const counted: Group[] = [];
    for (const item of file.items) {
      if ((item.task.done && !this.options.showDone) || !this.#matches(item)) continue;
      counted.length = 0;
      for (const path of pathsOf(item)) {
        if (!path.every((s) => admits(this.options.filter, s.of))) continue;
        const leaf = this.#group(path);
        const { items } = share(leaf);
        // Somebody named twice, or two holders of one role in one team, is still one place.
        if (items.at(-1) === item) continue;
        items.push(item);
        for (let group = leaf; group.parent; group = group.parent) {
          if (counted.includes(group)) continue;
          counted.push(group);
          this.#countIn(share(group).counts, item);
        }
      }
    }
    return shares;
  }

  #paths(file: FileTasks): (item: TaskItem) => readonly (readonly GroupStep[])[] {
    switch (this.options.groupBy) {
      case 'team':
        return pathsByTeam;
      case 'person':
        return pathsByPerson;
      case 'playbook':
        return pathsByPlaybook(file);
      case 'due':
        return (item) => pathsByDue(item, this.options.today);
    }
  }

  #emptyPaths(roster: Roster): readonly (readonly GroupStep[])[] {
    switch (this.options.groupBy) {
      case 'team':
        return peopleByTeam(roster);
      case 'person':
        return everyPerson(roster);
      case 'playbook':
      case 'due':
        return [];
    }
  }

  #countIn(counts: MutableCounts, { task }: TaskItem): void {
    if (task.kind === 'area') counts.areas++;
    else if (task.done) counts.done++;
    else {
      counts.open++;
      if (isOverdue(task, this.options.today)) counts.overdue++;
    }
  }

  #group(path: readonly GroupStep[]): Group {
    let group = this.#root;
    for (const step of path) {
      const parent = group;
      group = parent.find(step) ?? this.#newGroup(parent, step);
      if (group.rename(step)) this.#changed.add(parent);
    }
    return group;
  }

  #newGroup(parent: Group, step: GroupStep): Group {
    const isDocument = this.options.groupBy === 'playbook' && step !== UNOWNED;
    const group = new Group(parent, step, isDocument ? inText : byUrgency);
    parent.add(group);
    this.#groups.set(group.node, group);
    return group;
  }

  #addUser(group: Group): void {
    if (++group.users === 1 && group.parent) this.#changed.add(group.parent);
  }

  #removeUser(group: Group): void {
    if (--group.users > 0 || !group.parent) return;
    group.parent.remove(group);
    this.#changed.add(group.parent);
  }

  #count(group: Group, before: Counts, after: Counts): void {
    if (isSameCounts(before, after)) return;
    group.counts = sum(sum(group.counts, after, 1), before, -1);
    this.#changed.add(group);
  }

  #place(group: Group, uri: string, before: readonly TaskItem[], after: readonly TaskItem[]): void {
    if (before.length + after.length === 0) return;
    group.setItems(uri, after);
    const isSamePlaces =
      before.length === after.length &&
      before.every((old, i) => {
        const item = after[i];
        return item?.key === old.key && item.order === old.order;
      });
    if (!isSamePlaces) this.#changed.add(group);
    for (const [i, item] of after.entries()) {
      const old = before[i];
      const node = group.update(item);
      if (isSamePlaces && node && old && appearanceOf(old) !== appearanceOf(item)) this.#redrawn.add(node);
    }
  }
}

function sum(a: Counts, b: Counts, sign: 1 | -1): Counts {
  return {
    open: a.open + sign * b.open,
    overdue: a.overdue + sign * b.overdue,
    done: a.done + sign * b.done,
    areas: a.areas + sign * b.areas,
  };
}

function isSameCounts(a: Counts, b: Counts): boolean {
  return a.open === b.open && a.overdue === b.overdue && a.done === b.done && a.areas === b.areas;
}
