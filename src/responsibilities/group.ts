import { compareSteps, isSameStep, type GroupStep } from './groups.ts';
import {
  NO_COUNTS,
  type Counts,
  type GroupNode,
  type MoreNode,
  type TaskNode,
  type TreeNode,
} from './nodes.ts';
import type { TaskItem } from './taskItem.ts';
import { byUrgency } from './taskOrder.ts';

/** Lines shown in a group before one asks for more. */
const PAGE = 300;

/** A group whose tasks stand in groups below it as well shows as many as this by themselves, more in those groups. */
const FEW_TASKS = 20;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One group of the tree with what is in it; sorting waits until somebody looks. */
export class Group {
  readonly parent: Group | undefined;
  readonly node: Mutable<GroupNode>;
  /** Files that have tasks here or below, and the rosters' people. A group that nobody uses is taken out. */
  users = 0;
  #step: GroupStep;
  readonly #compare: (a: TaskItem, b: TaskItem) => number;
  readonly #below = new Map<string, Group>();
  readonly #items = new Map<string, readonly TaskItem[]>();
  readonly #taskNodes = new Map<string, Mutable<TaskNode>>();
  #groups: readonly Group[] | undefined;
  /** Sorted, but for the files in `#stale`, of which it holds what they said before. */
  #sorted: readonly TaskItem[] = [];
  readonly #stale = new Set<string>();
  #limit = PAGE;

  constructor(parent: Group | undefined, step: GroupStep, compare: (a: TaskItem, b: TaskItem) => number) {
    this.parent = parent;
    this.#step = step;
    this.#compare = compare;
    // No step holds a line break, so ids of different paths are different.
    const id = parent?.parent ? `${parent.node.id}\n${step.id}` : step.id;
    const above = parent?.parent ? parent.node : undefined;
    this.node = { kind: 'group', id, parent: above, of: step.of, counts: NO_COUNTS };
  }

  get counts(): Counts {
    return this.node.counts;
  }

  set counts(counts: Counts) {
    this.node.counts = counts;
  }

  /** The group one step down, if there is one. */
  find(step: GroupStep): Group | undefined {
    return this.#below.get(step.id);
  }

  add(group: Group): void {
    this.#below.set(group.#step.id, group);
    this.#groups = undefined;
  }

  remove(group: Group): void {
    this.#below.delete(group.#step.id);
    this.#groups = undefined;
  }

  /** @returns whether the group goes by another name or stands elsewhere than before. */
  rename(step: GroupStep): boolean {
    if (isSameStep(this.#step, step)) return false;
    this.#step = step;
    this.node.of = step.of;
    if (this.parent) this.parent.#groups = undefined;
    return true;
  }

  setItems(uri: string, items: readonly TaskItem[]): void {
    if (this.#taskNodes.size > 0) this.#forgetNodes(uri, items);
    if (items.length > 0) this.#items.set(uri, items);
    else this.#items.delete(uri);
    this.#stale.add(uri);
  }

  #forgetNodes(uri: string, items: readonly TaskItem[]): void {
    const gone = new Set(this.#items.get(uri)?.map((i) => i.key));
    for (const { key } of items) gone.delete(key);
    for (const key of gone) this.#taskNodes.delete(key);
  }

  /** Gives the node of a task, if anybody has seen it, the task as it stands now. */
  update(item: TaskItem): TaskNode | undefined {
    const node = this.#taskNodes.get(item.key);
    if (node) node.item = item;
    return node;
  }

  /** The groups that are shown. */
  sortedGroups(): readonly Group[] {
    return this.#isFlat ? [] : this.#allGroups();
  }

  /** Whether the tasks that are right here are shown here, and not in the groups below. */
  get showsItems(): boolean {
    return this.#step.of.kind !== 'unowned' || this.#isFlat;
  }

  /** Whether it is shown, once all above it are opened. */
  get isShown(): boolean {
    return this.parent === undefined || (!this.parent.#isFlat && this.parent.isShown);
  }

  isIn(above: Group): boolean {
    return this === above || this.parent?.isIn(above) === true;
  }

  get #isFlat(): boolean {
    const { open, done, areas } = this.node.counts;
    return this.#step.of.kind === 'unowned' && open + done + areas <= FEW_TASKS;
  }

  #allGroups(): readonly Group[] {
    return (this.#groups ??= [...this.#below.values()].sort((a, b) => compareSteps(a.#step, b.#step)));
  }

  /** Groups, then the tasks that are right here, as far as they are shown. */
  children(): readonly TreeNode[] {
    const groups = this.sortedGroups();
    const items = this.#sortedItems();
    const hidden = groups.length + items.length - this.#limit;
    return [
      ...groups.slice(0, this.#limit).map((g) => g.node),
      ...items.slice(0, Math.max(0, this.#limit - groups.length)).map((item) => this.taskNode(item)),
      ...(hidden > 0 ? [this.#more(hidden)] : []),
    ];
  }

  taskNode(item: TaskItem): TaskNode {
    let node = this.#taskNodes.get(item.key);
    if (!node) {
      node = { kind: 'task', id: `${this.node.id}\n#${item.key}`, parent: this.node, item };
      this.#taskNodes.set(item.key, node);
    }
    return node;
  }

  /** Shows the next page, or all up to a group or task in here. @returns whether there is more to see now. */
  showMore(upTo?: Group | TaskItem): boolean {
    const groups = this.sortedGroups();
    const items = this.#sortedItems();
    const wanted = upTo ? this.#indexOf(upTo) + 1 : this.#limit + PAGE;
    if (wanted <= this.#limit || groups.length + items.length <= this.#limit) return false;
    this.#limit = Math.ceil(wanted / PAGE) * PAGE;
    return true;
  }

  #indexOf(entry: Group | TaskItem): number {
    const groups = this.sortedGroups();
    if (entry instanceof Group) return groups.indexOf(entry);
    return groups.length + this.#sortedItems().findIndex((i) => i.key === entry.key);
  }

  #more(hidden: number): MoreNode {
    const parent = this.parent ? this.node : undefined;
    return { kind: 'more', id: `${this.node.id}\nmore`, parent, hidden };
  }

  #sortedItems(): readonly TaskItem[] {
    if (!this.showsItems) return [];
    if (this.#stale.size === 0) return this.#sorted;
    this.#sorted = this.#stale.size <= FEW_FILES ? this.#sortStale() : this.#sortAll();
    this.#stale.clear();
    return this.#sorted;
  }

  #sortStale(): TaskItem[] {
    const kept = this.#sorted.filter((i) => !this.#stale.has(i.file.playbook.uri));
    const fresh = [...this.#stale].flatMap((uri) => this.#items.get(uri) ?? []);
    return inserted(kept, fresh.sort(this.#compare), this.#compare);
  }

  /** In the order of the files first, so that comparing numbers is all that is left to do. */
  #sortAll(): TaskItem[] {
    const items: TaskItem[] = [];
    for (const uri of [...this.#items.keys()].sort()) {
      for (const item of this.#items.get(uri) ?? []) items.push(item);
    }
    return this.#compare === byUrgency ? sortedByOrder(items) : items;
  }
}

/** So many files that changed are put in their places one by one; where more did, all is sorted again. */
const FEW_FILES = 8;

/**
 * The same items by their order; those of equal order stay as they stand. Order and place are sorted as one number,
 * which is ten times faster than calling a function for each two of them.
 */
function sortedByOrder(items: readonly TaskItem[]): TaskItem[] {
  const { length } = items;
  const keys = new Float64Array(length);
  for (let place = 0; place < length; place++) keys[place] = (items[place]?.order ?? 0) * length + place;
  keys.sort();
  const sorted: TaskItem[] = [];
  for (const key of keys) sorted.push(items[key % length] as TaskItem);
  return sorted;
}

/** Both lists, which are sorted, as one. */
function inserted<T>(many: readonly T[], few: readonly T[], compare: (a: T, b: T) => number): T[] {
  const result: T[] = [];
  let from = 0;
  for (const item of few) {
    let low = from;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = many[middle];
      if (other !== undefined && compare(other, item) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from++) result.push(many[from] as T);
    result.push(item);
  }
  for (; from < many.length; from++) result.push(many[from] as T);
  return result;
}
