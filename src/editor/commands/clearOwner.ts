import * as vscode from 'vscode';
import { clearOwner } from '../../language/assign.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import { askForTask, chooseTasks } from './targets.ts';

/** `Playbook: Clear Owner`: nobody owns the chosen tasks any more. */
export function registerClearOwner(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.clearOwner', async (...args: unknown[]) => {
    const files = await chooseTasks(documents, args);
    if (files.length === 0) {
      askForTask();
      return;
    }
    await editTasks(
      documents,
      files,
      // A task that nobody owns is as it should be.
      (view, task) => (task.owners.length === 0 ? [] : clearOwner(view, task)),
      vscode.l10n.t(
        'This owner cannot be cleared here. Change the text yourself, or assign the task to somebody.',
      ),
    );
  });
}
