import * as vscode from 'vscode';
import { hasDoneMark, type OwnedTask } from '../workspace/tasks.ts';
import { targetsIn } from './commands/targets.ts';

/** A kind of our own: menus of what *Extract*, *Inline* or *Move* do to code are to stay empty of these. */
export const TASK_REFACTORING = vscode.CodeActionKind.Refactor.append('playbook');

/** What may be done with any task, whether something is wrong with it or not: the commands of the palette, where one is. */
export function taskRefactorings(uri: vscode.Uri, tasks: readonly OwnedTask[]): vscode.CodeAction[] {
  if (tasks.length === 0) return [];
  const timed = tasks.filter((t) => t.kind !== 'area');
  const marked = tasks.filter(hasDoneMark);
  const offer = (title: string, command: string, of: readonly OwnedTask[]) =>
    of.length > 0 ? toAction(uri, title, command, of) : [];
  const done = marked.some((t) => !t.done)
    ? vscode.l10n.t('Mark as Done')
    : vscode.l10n.t('Mark as Not Done');
  return [
    offer(vscode.l10n.t('Assign Owner…'), 'playbook.assignOwner', tasks),
    offer(vscode.l10n.t('Set Due Date…'), 'playbook.setDueDate', timed),
    offer(done, 'playbook.toggleTask', marked),
    offer(vscode.l10n.t('Ask for Help…'), 'playbook.askForHelp', timed),
    offer(vscode.l10n.t('Set Who Needs It…'), 'playbook.handOffTask', timed),
  ].flat();
}

function toAction(
  uri: vscode.Uri,
  title: string,
  command: string,
  tasks: readonly OwnedTask[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, TASK_REFACTORING);
  action.command = { command, title, arguments: targetsIn(uri, tasks) };
  return action;
}
