import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';

/** How many tasks there are, and how many of the open ones somebody owns. Areas are neither open nor done. */
export interface Coverage {
  readonly tasks: number;
  readonly open: number;
  readonly owned: number;
  readonly unowned: number;
}

/** A template is there to be copied: nobody is meant to own its tasks yet, so they do not count. */
export function coverageOf(playbooks: readonly PlaybookView[]): Coverage {
  const tasks = playbooks
    .filter((p) => !p.roster.template)
    .flatMap((p) => p.tasks.filter((t) => t.kind !== 'area'));
  const open = tasks.filter(isOpen);
  const owned = open.filter(isOwned).length;
  return { tasks: tasks.length, open: open.length, owned, unowned: open.length - owned };
}

export function coverageLine({ open, owned }: Coverage): string {
  return open === 0 ? 'no open tasks' : `${owned} of ${open} open tasks owned`;
}
