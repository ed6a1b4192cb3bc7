import * as vscode from 'vscode';
import { setDone } from '../../language/toggle.ts';
import { hasDoneMark } from '../../workspace/tasks.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import { askForTask, chooseTasks } from './targets.ts';

/**
 * `Playbook: Mark as Done` and `Mark as Not Done`, of which menus show the one that applies: closes the chosen tasks, and
 * opens them again when all of them are done.
 */
export function registerToggleTask(documents: Documents): vscode.Disposable {
  const toggle = async (...args: unknown[]): Promise<void> => {
    const files = await chooseTasks(documents, args);
    if (files.length === 0) {
      askForTask();
      return;
    }
    const done = files.some((f) => f.tasks.some((t) => hasDoneMark(t) && !t.done));
    await editTasks(documents, files, (view, task) => setDone(view, task, done), neverDone());
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.toggleTask', toggle),
    vscode.commands.registerCommand('playbook.reopenTask', toggle),
  );
}

export function neverDone(): string {
  return vscode.l10n.t('A row of this table is never done: it has no column named Status or Done.');
}
