import * as vscode from 'vscode';
import { setTokens } from '../../language/taskTokens.ts';
import { isSameHandle } from '../../workspace/handles.ts';
import { tokenValues } from '../../workspace/tasks.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import { askForPerson } from '../pickers/people.ts';
import { tasksText } from './assignOwner.ts';
import { askForTask, chooseTasks, withoutAreas } from './targets.ts';

/** `Playbook: Ask for Help`: asks for somebody, who then stands in `help:` of the chosen tasks, beside who is there. */
export function registerAskForHelp(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.askForHelp', async (...args: unknown[]) => {
    const files = withoutAreas(await chooseTasks(documents, args));
    const [file] = files;
    if (!file) {
      askForTask();
      return;
    }
    const answer = await askForPerson(documents, {
      title: vscode.l10n.t('Ask for Help: {tasks}', { tasks: tasksText(files) }),
      placeholder: vscode.l10n.t('Who can help? The owner stays the same'),
      uri: file.document.uri,
      teams: true,
    });
    if (!answer || !('handle' in answer)) return;
    const { handle } = answer;
    await editTasks(
      documents,
      files,
      (view, task) => {
        const helpers = tokenValues(task.words.tokens, 'help').map((v) => v.text);
        if (helpers.some((h) => isSameHandle(h, handle))) return [];
        return setTokens(view, task, [{ key: 'help', values: [...helpers, handle].map((h) => `@${h}`) }]);
      },
      vscode.l10n.t('There is no place for it in this text. Write it yourself, such as help:@{handle}.', {
        handle,
      }),
    );
  });
}
