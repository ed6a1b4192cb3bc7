import type { GroupOf } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

/** What a tree view shows. A node stays the same object for as long as it is in the tree, whatever changes in it. */
export type TreeNode = GroupNode | TaskNode | MoreNode;

export interface GroupNode {
  readonly kind: 'group';
  /** Unique in the tree. */
  readonly id: string;
  readonly parent: GroupNode | undefined;
  /** What it stands for. */
  readonly of: GroupOf;
  readonly counts: Counts;
}

/** A task in one of the places where it stands: one with two owners stands twice. */
export interface TaskNode {
  readonly kind: 'task';
  readonly id: string;
  readonly parent: GroupNode;
  /** The task as it stands now. */
  readonly item: TaskItem;
}

/** Stands for lines that are not shown, because nobody reads thousands of them. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent: GroupNode | undefined;
  /** How many it stands for. */
  readonly hidden: number;
}

/** How many tasks are in a group and the groups below it, each once. */
export interface Counts {
  /** Overdue ones among them. */
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
  readonly areas: number;
}

export const NO_COUNTS: Counts = { open: 0, overdue: 0, done: 0, areas: 0 };

export type MutableCounts = { -readonly [K in keyof Counts]: Counts[K] };
