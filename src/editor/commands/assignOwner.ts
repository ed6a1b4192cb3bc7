import * as vscode from 'vscode';
import { assignOwner } from '../../language/assign.ts';
import { likelyOwners } from '../../language/ownerCandidates.ts';
import { shorten } from '../../workspace/display.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import type { Me } from '../me.ts';
import { askForPerson } from '../pickers/people.ts';
import { askForTask, chooseTasks, countOf, type ChosenFile } from './targets.ts';

/** `Playbook: Assign Owner`: asks for somebody, who then owns the chosen tasks. */
export function registerAssignOwner(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.assignOwner', async (...args: unknown[]) => {
    const files = await chooseTasks(documents, args);
    const [file] = files;
    const task = file?.tasks[0];
    if (!task) {
      askForTask();
      return;
    }
    const { uri } = file.document;
    const answer = await askForPerson(documents, {
      title: vscode.l10n.t('Assign Owner: {tasks}', { tasks: tasksText(files) }),
      placeholder: vscode.l10n.t('Who answers for it? Choose somebody, or type a new name'),
      uri,
      likely: likelyOwners(file.view, task),
      me: await me.handle(documents, uri),
      teams: true,
    });
    if (answer && 'handle' in answer) await assign(documents, files, answer.handle);
  });
}

/** Makes somebody the owner of the chosen tasks. */
export async function assign(
  documents: Documents,
  files: readonly ChosenFile[],
  handle: string,
): Promise<void> {
  await editTasks(
    documents,
    files,
    (view, task) => assignOwner(view, task, handle),
    vscode.l10n.t(
      'There is no place in this text where @{handle} would be read as the owner. A RACI table names its people in the first row: add a column there first. Elsewhere write the name yourself.',
      { handle },
    ),
  );
}

/** The words of a single task, or how many there are. */
export function tasksText(files: readonly ChosenFile[]): string {
  const count = countOf(files);
  const only = count === 1 ? files[0]?.tasks[0] : undefined;
  return only ? shorten(only.text) : vscode.l10n.t('{count} tasks', { count });
}
