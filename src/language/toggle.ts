import { unitAt } from '../text/range.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import { hasDoneMark, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { meaningOf } from './reading.ts';
import { TaskTrial } from './trial.ts';

/**
 * The smallest edit after which the task is done, or open again: one character of a box; in a table the cell of the
 * status column, in the word that another row of the table uses.
 * @returns undefined where the text has no place for it or would not be read so, and nothing to do where it says so already.
 */
export function setDone(view: PlaybookView, task: OwnedTask, done: boolean): TextEdit[] | undefined {
  if (!hasDoneMark(task)) return undefined;
  if (task.done === done) return [];
  const trial = new TaskTrial(view, task);
  const found = forms(task, done).find((edit) =>
    trial.reads([edit], (after, before) => after.done === done && saysTheSame(after, before)),
  );
  return found && [found];
}

function forms({ node, table }: OwnedTask, done: boolean): TextEdit[] {
  if (node.kind === 'task') return [textEdit(unitAt(node.box), done ? 'x' : ' ')];
  const { status } = node;
  if (!status) return [];
  const word = table?.rows.find((row) => row.done && row.status)?.status?.text ?? 'done';
  return (done ? [word, 'done', ' done '] : ['', ' ']).map((newText) => textEdit(status.range, newText));
}

function saysTheSame(after: OwnedTask, before: OwnedTask): boolean {
  const says = (task: OwnedTask) => meaningOf({ ...task, done: false });
  return after.text === before.text && says(after) === says(before);
}
