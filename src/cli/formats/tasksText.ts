import { shorten } from '../../workspace/display.ts';
import { isOpen, type OwnedTask, type Party } from '../../workspace/tasks.ts';
import type { ListedTask } from '../taskList.ts';
import { displayWidth } from '../displayWidth.ts';
import { count, printable } from '../wording.ts';

const HEADER: readonly string[] = ['', 'OWNER', 'DUE', 'TASK', 'PLACE'];
const GAP = '  ';

/**
 * A table for people: whether it is done, who owns it, when it is due, what it is, and where (lines from 1).
 * @param tasks are gone through twice, first for the widths of the columns
 */
export function* textTasks(tasks: Iterable<ListedTask>): Generator<string, void> {
  const widths = HEADER.map(displayWidth);
  const counts = { tasks: 0, open: 0, areas: 0 };
  let isEmpty = true;
  for (const listed of tasks) {
    isEmpty = false;
    for (const [i, cell] of row(listed).entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
    counts[listed.task.kind === 'area' ? 'areas' : 'tasks']++;
    if (isOpen(listed.task)) counts.open++;
  }
  if (isEmpty) {
    yield 'No tasks\n';
    return;
  }
  yield line(HEADER, widths);
  for (const listed of tasks) yield line(row(listed), widths);
  yield `\n${closing(counts)}\n`;
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, i) => pad(cell, widths[i] ?? 0));
  return `${padded.join(GAP).trimEnd()}\n`;
}

function row({ path, task }: ListedTask): string[] {
  const cells = [
    mark(task),
    task.owners.map(ownerName).join(', ') || 'nobody',
    task.due ?? task.dueText?.text ?? '',
    shorten(task.text),
    `${path}:${task.node.range.start.line + 1}`,
  ];
  return cells.map(printable);
}

/** An area is neither open nor done. */
function mark(task: OwnedTask): string {
  if (task.kind === 'area') return ' - ';
  return task.done ? '[x]' : '[ ]';
}

function ownerName({ handle, entry, mentioned }: Party): string {
  return entry || mentioned ? `@${handle}` : handle;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function closing({ tasks, open, areas }: { tasks: number; open: number; areas: number }): string {
  const parts = [`${count(tasks, 'task')}, ${open} open`];
  if (areas > 0) parts.push(count(areas, 'area'));
  return parts.join('; ');
}
