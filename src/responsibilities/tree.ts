import type { Roster } from '../workspace/roster.ts';
import { appearanceOf } from './appearance.ts';
import { pathsByConcern } from './byConcern.ts';
import { pathsByDue } from './byDue.ts';
import { everyPerson, pathsByPerson } from './byPerson.ts';
import { pathByPlaybook } from './byPlaybook.ts';
import { pathsByTeam, peopleByTeam } from './byTeam.ts';
import { admits, isEmptyFilter, matcher, type Filter } from './filter.ts';
import { Group } from './group.ts';
import { concernStep, UNOWNED, type GroupBy, type GroupStep } from './groups.ts';
import {
  NO_COUNTS,
  type Counts,
  type MutableCounts,
  type GroupNode,
  type TaskNode,
  type TreeNode,
} from './nodes.ts';
import { isOverdue, type FileTasks, type TaskItem } from './taskItem.ts';
import { byUrgency, inText, orderOf } from './taskOrder.ts';
import { pathsOfUnowned } from './unowned.ts';

export interface TreeOptions {
  readonly groupBy: GroupBy;
  readonly filter: Filter;
  readonly showDone: boolean;
  /** Handle of the person whom the grouping `me` is for; absent with every other. */
  readonly me?: string | undefined;
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

const OWN = concernStep('own');

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
  readonly #held = new Map<string, string>();
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

  /**
   * Lets a task that was just ticked stand where it stood, though done ones are not shown: what goes under the hand that
   * ticks it is not seen again. To be called before its file is set.
   */
  hold(item: TaskItem): void {
    this.#held.set(item.key, item.file.playbook.uri);
  }

  /** Ends all holding. @returns the files that have to be set again */
  release(): ReadonlySet<string> {
    const uris = new Set(this.#held.values());
    this.#held.clear();
    return uris;
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
    const groups = [...this.#changed].filter((g) => g !== this.#root && g.users > 0 && g.isShown);
    const changes: Changes = {
      root: this.#changed.has(this.#root),
      nodes: [...groups.map((g) => g.node), ...[...this.#redrawn].filter((node) => this.#isShown(node))],
    };
    this.#changed = new Set();
    this.#redrawn = new Set();
    return changes;
  }

  #isShown({ parent }: TaskNode): boolean {
    const group = this.#groups.get(parent);
    return group !== undefined && group.showsItems && group.isShown;
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
      if (group.showsItems && shares.get(group)?.items.some((i) => i.key === item.key))
        places.push(group.taskNode(item));
    };
    visit(this.#root);
    return places;
  }

  /** All tasks in a group and the groups below it, each once, in the order of files and texts. */
  itemsIn(node: GroupNode): TaskItem[] {
    const wanted = this.#groups.get(node);
    const found = new Map<string, TaskItem>();
    for (const shares of this.#shares.values()) {
      for (const [group, { items }] of shares) {
        if (wanted && group.isIn(wanted)) for (const item of items) found.set(item.key, item);
      }
    }
    return [...found.values()].sort(inText);
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
    if (file.items.length > 0 && !this.isFiltered && this.options.groupBy !== 'me')
      share(this.#group([UNOWNED]));
    if (file.items.length > 0 && !this.isFiltered && this.options.me !== undefined) share(this.#group([OWN]));
    const pathsOf = this.#paths(file);
    const counted: Group[] = [];
    for (const item of file.items) {
      const isHeld = item.task.done && this.#held.has(item.key);
      if (item.task.done && !this.options.showDone && !isHeld) continue;
      const placed = isHeld ? asOpen(item) : item;
      if (!this.#matches(placed)) continue;
      const shown = isHeld ? { ...item, order: placed.order } : item;
      counted.length = 0;
      for (const path of pathsOf(placed)) {
        if (!path.every((s) => admits(this.options.filter, s.of))) continue;
        const leaf = this.#group(path);
        const { items } = share(leaf);
        // Somebody named twice, or two holders of one role in one team, is still one place.
        if (items.at(-1) === shown) continue;
        items.push(shown);
        for (let group = leaf; group.parent; group = group.parent) {
          if (counted.includes(group)) continue;
          counted.push(group);
          this.#countIn(share(group).counts, item);
        }
      }
    }
    return shares;
  }

  /** @returns what is asked in the order of the text */
  #paths(file: FileTasks): (item: TaskItem) => readonly (readonly GroupStep[])[] {
    const unowned = pathsOfUnowned(file, this.options.groupBy);
    const grouped = this.#grouped(file);
    return (item) => [...unowned(item), ...grouped(item)];
  }

  #grouped(file: FileTasks): (item: TaskItem) => readonly (readonly GroupStep[])[] {
    const { groupBy, me, today } = this.options;
    switch (groupBy) {
      case 'team':
        return pathsByTeam;
      case 'person':
        return pathsByPerson;
      case 'playbook': {
        const pathOf = pathByPlaybook(file);
        return (item) => [pathOf(item)];
      }
      case 'due':
        return (item) => pathsByDue(item, today);
      case 'me':
        return (item) => pathsByConcern(item, me, today);
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
      case 'me':
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
    const isDocument = step.of.kind === 'playbook' || step.of.kind === 'section';
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

/** As it would stand if it were not done yet. */
function asOpen(item: TaskItem): TaskItem {
  const task = { ...item.task, done: false };
  return { ...item, task, order: orderOf(task) };
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
