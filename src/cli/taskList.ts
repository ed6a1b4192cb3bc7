import type { Roster } from '../workspace/roster.ts';
import type { OwnedTask } from '../workspace/tasks.ts';

/** A task and what is needed to print it. */
export interface ListedTask {
  /** Of its playbook, relative to the current folder. */
  readonly path: string;
  readonly task: OwnedTask;
  /** What its playbook sees. */
  readonly roster: Roster;
}

export type TaskFilter = (listed: ListedTask) => boolean;
