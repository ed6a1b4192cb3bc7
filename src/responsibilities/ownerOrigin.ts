import type { Section } from '../syntax/playbook.ts';
import { claimOfGroups, claimOfLine } from '../workspace/parties.ts';
import type { Roster } from '../workspace/roster.ts';
import { sectionTitle } from '../workspace/tasks.ts';
import type { TaskItem } from './taskItem.ts';

/** Where the owner of a task is written. */
export type OwnerOrigin =
  | { readonly kind: 'task' | 'cell' | 'document' | 'default' | 'none' }
  | { readonly kind: 'parent' | 'section'; readonly title: string };

export function ownerOrigin({ task, file }: TaskItem): OwnerOrigin {
  switch (task.source) {
    case 'task':
      return { kind: task.table ? 'cell' : 'task' };
    case 'parent':
      return { kind: 'parent', title: textAbove() };
    case 'section': {
      const section = owningSection(task.section, file.view.roster);
      return section?.heading ? { kind: 'section', title: sectionTitle(section) } : { kind: 'document' };
    }
    case 'default':
    case 'none':
      return { kind: task.source };
  }

  /** The words of the nearest task above that says who owns it. */
  function textAbove(): string {
    const { node } = task;
    for (let above = node.kind === 'task' ? node.parent : undefined; above; above = above.parent) {
      const found = file.view.tasks.find((t) => t.node === above);
      if (found?.source === 'task') return found.text;
    }
    return '';
  }
}

/** The nearest section upward whose heading or owner line names somebody. */
function owningSection(start: Section, roster: Roster): Section | undefined {
  for (let section: Section | undefined = start; section; section = section.parent) {
    if (claimOfGroups(section.heading?.words.ownerGroups ?? [], roster)) return section;
    const says = section.ownerLines.some((l) => {
      const line = l.kind === 'table' ? l.keyValue : l;
      return line && claimOfLine(line.value, roster, line.label === 'lead' || l.kind === 'table');
    });
    if (says) return section;
  }
  return undefined;
}
