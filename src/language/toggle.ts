import { unitAt } from '../text/range.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import { hasDoneMark, type OwnedTask } from '../workspace/tasks.ts';

/**
 * The smallest edit after which the task is done, or open again: one character of a box; in a table the cell of the
 * status column, in the word that another row of the table uses.
 * @returns undefined where the text has no place for it, and nothing to do where it says so already.
 */
export function setDone(task: OwnedTask, done: boolean): TextEdit[] | undefined {
  if (!hasDoneMark(task)) return undefined;
  if (task.done === done) return [];
  const { node, table } = task;
  if (node.kind === 'task') return [textEdit(unitAt(node.box), done ? 'x' : ' ')];
  if (!node.status) return undefined;
  const word = table?.rows.find((row) => row.done && row.status)?.status?.text ?? 'done';
  return [textEdit(node.status.range, done ? word : '')];
}
