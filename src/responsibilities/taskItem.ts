import type { PlaybookSummary, TaskSummary } from '../workspace/playbookSummary.ts';
import { isOpen } from '../workspace/tasks.ts';

/** A task or area that keeps its identity while its file is edited. */
export interface TaskItem {
  /** Unique in the workspace, and the same as long as the task can be recognized. */
  readonly key: string;
  readonly file: FileTasks;
  readonly task: TaskSummary;
  /** By urgency (`orderOf`). */
  readonly order: number;
}

/** The tasks of one playbook as it stands. */
export interface FileTasks {
  readonly playbook: PlaybookSummary;
  /** One for each task of the playbook, in the same order; none of a template. */
  readonly items: readonly TaskItem[];
}

export type TaskState = 'unowned' | 'overdue' | 'open' | 'done' | 'area';

/** @param today calendar day `YYYY-MM-DD` */
export function stateOf({ task }: TaskItem, today: string): TaskState {
  if (task.done) return 'done';
  if (task.owners.length === 0) return 'unowned';
  if (task.kind === 'area') return 'area';
  return isOverdue(task, today) ? 'overdue' : 'open';
}

export function isOverdue(task: TaskSummary, today: string): boolean {
  return isOpen(task) && task.due !== undefined && task.due < today;
}

/** Repeats again and again, or stands for good: it is never over. */
export function isStanding(task: TaskSummary): boolean {
  return task.kind === 'area' || (task.due === undefined && task.every !== undefined);
}

/** The headings above a task, without the one that only repeats the title of the playbook. */
export function sectionsOf({ path }: TaskSummary, title: string): readonly string[] {
  return path[0] === title ? path.slice(1) : path;
}
