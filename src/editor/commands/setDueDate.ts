import * as vscode from 'vscode';
import { setTokens } from '../../language/taskTokens.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import { askForDay } from '../pickers/day.ts';
import { tasksText } from './assignOwner.ts';
import { askForTask, chooseTasks, countOf, withoutAreas } from './targets.ts';

/** Days to choose from before anything is typed. */
export const USUAL_DAYS = ['Today', 'Tomorrow', 'Friday', 'Next Monday', 'In 2 weeks', 'End of month'];

/** `Playbook: Set Due Date`: asks for a day in words and writes it into the chosen tasks. */
export function registerSetDueDate(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.setDueDate', async (...args: unknown[]) => {
    const chosen = await chooseTasks(documents, args);
    // What somebody looks after all year has no due day.
    const files = withoutAreas(chosen);
    const [file] = files;
    if (!file) {
      if (countOf(chosen) === 0) askForTask();
      else void vscode.window.showInformationMessage(noDueDay());
      return;
    }
    const tDay = file.view.roster.tDay;
    const hasDue = files.some((f) => f.tasks.some((t) => t.dueText !== undefined));
    const answer = await askForDay({
      title: vscode.l10n.t('Set Due Date: {tasks}', { tasks: tasksText(files) }),
      placeholder:
        tDay === undefined
          ? vscode.l10n.t('Type a day, such as "next friday", "in 2 weeks" or "jan 16"')
          : vscode.l10n.t(
              'Type a day, such as "next friday", "jan 16", or "T-2w" for two weeks before day T',
            ),
      tDay,
      relative: true,
      words: [...USUAL_DAYS, ...(tDay === undefined ? [] : ['T-2w'])],
      ...(hasDue && {
        after: [{ id: 'none', label: vscode.l10n.t('No due date'), icon: 'circle-slash' }],
      }),
    });
    if (!answer) return;
    const values = 'due' in answer ? [answer.due] : [];
    await editTasks(
      documents,
      files,
      (view, task) => setTokens(view, task, [{ key: 'due', values }]),
      vscode.l10n.t(
        'There is no place for a due date in this text. Write it yourself, such as due:2027-01-16.',
      ),
    );
  });
}

function noDueDay(): string {
  return vscode.l10n.t('This is a recurring task, so it has no due date.');
}
