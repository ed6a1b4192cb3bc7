import { message, type Message } from '../text/message.ts';
import type { Section } from '../syntax/playbook.ts';
import type { Position } from '../text/position.ts';
import { shorten } from '../workspace/display.ts';
import { isOpen, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';

/** Who owns a task without being written there, shown behind its words. */
export interface InlayHint {
  readonly at: Position;
  readonly label: string;
  readonly why: Message;
}

export const inheritedFrom = {
  parent: 'From the task above it',
  section: 'From the heading "{section}"',
  document: 'From the owner line of this playbook',
  default: 'The default owner in the roster',
} as const;

/** Hints for the tasks that begin between two lines, both included. */
export function inlayHints(view: PlaybookView, firstLine: number, lastLine: number): InlayHint[] {
  return view.tasks.flatMap((task) => {
    const owner = task.owners[0];
    const { line } = task.node.range.start;
    if (!owner || task.source === 'task' || !isOpen(task) || line < firstLine || line > lastLine) return [];
    const label = owner.entry || owner.mentioned ? `@${owner.handle}` : owner.handle;
    return [{ at: task.words.insertAt, label, why: inheritedReason(task) }];
  });
}

/** Where a task has its owner from, when it is not written there. */
export function inheritedReason({ source, section }: OwnedTask): Message {
  if (source === 'parent') return message(inheritedFrom.parent);
  if (source === 'default') return message(inheritedFrom.default);
  for (let s: Section | undefined = section; s?.heading; s = s.parent) {
    if (s.heading.words.ownerGroups.length > 0 || s.ownerLines.length > 0) {
      return message(inheritedFrom.section, { section: shorten(sectionTitle(s)) });
    }
  }
  return message(inheritedFrom.document);
}
