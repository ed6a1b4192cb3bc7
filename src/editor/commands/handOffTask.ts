import * as vscode from 'vscode';
import { setTokens, type WantedToken } from '../../language/taskTokens.ts';
import type { Documents } from '../documents.ts';
import { editTasks } from '../editTasks.ts';
import { askForDay, type DayAnswer } from '../pickers/day.ts';
import { askForPerson } from '../pickers/people.ts';
import type { Choice } from '../pickers/quickPick.ts';
import { tasksText } from './assignOwner.ts';
import { USUAL_DAYS } from './setDueDate.ts';
import { askForTask, chooseTasks, withoutAreas, type ChosenFile } from './targets.ts';

/** `Playbook: Set Who Needs the Result`: asks who waits for the result and how fast or by when it comes, and writes both. */
export function registerHandOffTask(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.handOffTask', async (...args: unknown[]) => {
    const files = withoutAreas(await chooseTasks(documents, args));
    const [file] = files;
    const task = file?.tasks[0];
    if (!task) {
      askForTask();
      return;
    }
    const receiver = await askForPerson(documents, {
      title: vscode.l10n.t('Who Needs the Result: {tasks}', { tasks: tasksText(files) }),
      placeholder: vscode.l10n.t('Who needs the result? Choose a person or team, or type a new name'),
      uri: file.document.uri,
      likely: task.receivers.flatMap((r) => r.entry ?? []),
      teams: true,
    });
    if (!receiver || !('handle' in receiver)) return;
    const deadline = await askForDeadline(files, file, receiver.handle);
    if (!deadline) return;
    const wanted = [{ key: 'for', values: [`@${receiver.handle}`] } as const, ...tokensOf(deadline)];
    await editTasks(
      documents,
      files,
      (view, t) => setTokens(view, t, wanted),
      vscode.l10n.t('There is no place for it in this text. Write it yourself, such as for:@{handle}.', {
        handle: receiver.handle,
      }),
    );
  });
}

const KEEP = 'keep';

async function askForDeadline(
  files: readonly ChosenFile[],
  { view }: ChosenFile,
  receiver: string,
): Promise<DayAnswer | undefined> {
  const { tDay } = view.roster;
  const hasDue = files.every((f) => f.tasks.every((t) => t.due !== undefined));
  const keep: Choice[] = hasDue
    ? [{ id: KEEP, label: vscode.l10n.t('Keep the due date that is there'), icon: 'check' }]
    : [];
  return askForDay({
    title: vscode.l10n.t('For @{handle}: By When?', { handle: receiver }),
    placeholder: vscode.l10n.t('Choose how fast, or type a day, such as "next friday" or "jan 16"'),
    tDay,
    relative: true,
    before: [...keep, ...promises()],
    words: USUAL_DAYS,
  });
}

/** Response times that teams promise each other; the id is the value of `sla:`. */
function promises(): Choice[] {
  return [
    { id: '4bh', label: vscode.l10n.t('Within 4 business hours'), icon: 'watch' },
    { id: '1bd', label: vscode.l10n.t('Within 1 business day'), icon: 'watch' },
    { id: '2bd', label: vscode.l10n.t('Within 2 business days'), icon: 'watch' },
    { id: '1w', label: vscode.l10n.t('Within 1 week'), icon: 'watch' },
  ];
}

function tokensOf(deadline: DayAnswer): WantedToken[] {
  if ('due' in deadline) return [{ key: 'due', values: [deadline.due] }];
  return deadline.choice === KEEP ? [] : [{ key: 'sla', values: [deadline.choice] }];
}
