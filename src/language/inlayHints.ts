import { message, type Message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import { shorten } from '../workspace/display.ts';
import { OwnerOrigins, type OwnerOrigin } from '../workspace/ownerOrigin.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

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
  const origins = new OwnerOrigins(view);
  return view.tasks.flatMap((task) => {
    const owner = task.owners[0];
    const { line } = task.node.range.start;
    if (!owner || task.source === 'task' || !isOpen(task) || line < firstLine || line > lastLine) return [];
    const label = owner.entry || owner.mentioned ? `@${owner.handle}` : owner.handle;
    return [{ at: task.words.insertAt, label, why: inheritedReason(origins.of(task)) }];
  });
}

/** Where a task has its owner from, when it is not written there. */
export function inheritedReason(origin: OwnerOrigin): Message {
  switch (origin.kind) {
    case 'parent':
      return message(inheritedFrom.parent);
    case 'section':
      return message(inheritedFrom.section, { section: shorten(origin.title) });
    case 'default':
      return message(inheritedFrom.default);
    default:
      return message(inheritedFrom.document);
  }
}
