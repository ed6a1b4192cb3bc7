import { judgedTokens } from '../rules/taskPlaces.ts';
import { parseDue } from '../syntax/dates.ts';
import { message, type Message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import { shorten } from '../workspace/display.ts';
import { dueDay } from '../workspace/dueDay.ts';
import { OwnerOrigins, type OwnerOrigin } from '../workspace/ownerOrigin.ts';
import { dueCellText, isOpen } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** Who owns a task without being written there, shown behind its words. */
export interface InlayHint {
  readonly at: Position;
  readonly label: string;
  readonly why: Message;
}

/** The calendar day that a due day counted from day T means, shown behind it. */
export interface DueHint {
  readonly at: Position;
  readonly day: string;
  readonly why: Message;
}

export const inheritedFrom = {
  parent: 'From the task above it',
  section: 'From the heading "{section}"',
  document: 'From the owner line of this playbook',
  default: 'The default owner in the roster',
} as const;

/** Hints for the owners of tasks that begin between two lines, both included. */
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

/** Behind each due day between two lines that counts from day T: the calendar day it means. */
export function dueHints(view: PlaybookView, firstLine: number, lastLine: number): DueHint[] {
  const { roster, tasks } = view;
  const { tDay } = roster;
  if (tDay === undefined) return [];
  const cells = tasks.flatMap(({ node, ...task }) =>
    node.kind === 'row' && node.due && node.due === task.dueText && isOpen(task)
      ? [{ text: dueCellText(node.due.text), at: node.due.range.end }]
      : [],
  );
  const tokens = judgedTokens(view, 'due').flatMap(({ token }) => {
    const [value] = token.values;
    return value ? [{ text: value.text, at: token.range.end }] : [];
  });
  return [...tokens, ...cells].flatMap(({ text, at }) => {
    if (at.line < firstLine || at.line > lastLine || parseDue(text)?.kind !== 'relative') return [];
    const day = dueDay(text, roster);
    return day === undefined
      ? []
      : [{ at, day, why: message('Counted from day T, which is {day}', { day: tDay }) }];
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
