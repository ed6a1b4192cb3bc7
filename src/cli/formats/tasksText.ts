import { shorten } from '../../workspace/display.ts';
import { isOpen, type OwnedTask, type Party } from '../../workspace/tasks.ts';
import type { ListedTask } from '../taskList.ts';
import { displayWidth } from '../displayWidth.ts';
import { count, printable } from '../wording.ts';

const HEADER: readonly string[] = ['', 'OWNER', 'DUE', 'TASK', 'PLACE'];
const GAP = '  ';

/** A table for people: whether it is done, who owns it, when it is due, what it is, and where (lines from 1). */
export function textTasks(tasks: readonly ListedTask[]): string {
  if (tasks.length === 0) return 'No tasks\n';
  const rows = [HEADER, ...tasks.map(row)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((r) => displayWidth(r[column] ?? ''))));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\n${closing(tasks)}\n`;
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

function closing(tasks: readonly ListedTask[]): string {
  const areas = tasks.filter((t) => t.task.kind === 'area').length;
  const open = tasks.filter((t) => isOpen(t.task)).length;
  const parts = [`${count(tasks.length - areas, 'task')}, ${open} open`];
  if (areas > 0) parts.push(count(areas, 'area'));
  return parts.join('; ');
}
