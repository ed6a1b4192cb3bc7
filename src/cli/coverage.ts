import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** How many tasks there are, and how many of the open ones somebody owns. Areas and what was cancelled are no such tasks. */
export interface Coverage {
  readonly tasks: number;
  readonly open: number;
  readonly owned: number;
  readonly unowned: number;
}

/** A template is there to be copied: nobody is meant to own its tasks yet, so they do not count. */
export function coverageOf(playbook: PlaybookView): Coverage {
  const tasks = playbook.roster.template
    ? []
    : playbook.tasks.filter((t) => t.kind !== 'area' && t.state !== 'cancelled');
  const open = tasks.filter(isOpen);
  const owned = open.filter(isOwned).length;
  return { tasks: tasks.length, open: open.length, owned, unowned: open.length - owned };
}

/** @param known how many of those without an owner are known from before */
export function coverageLine({ open, owned }: Coverage, known = 0): string {
  if (open === 0) return 'no open tasks';
  const others = known === 0 ? '' : `, ${known} without an owner known from before`;
  return `${owned} of ${open} open tasks owned${others}`;
}
