import * as vscode from 'vscode';
import { isStanding } from '../../responsibilities/taskItem.ts';
import { addDays } from '../../syntax/dates.ts';
import { shortName } from '../../workspace/display.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { goToPlaced } from '../goTo.ts';
import { separator } from '../pickers/quickPick.ts';
import { openTasks, ownTaskItem, type PlacedTask, type TaskItem } from '../taskList.ts';
import { today } from '../today.ts';
import { rosterAt } from '../rosterFile.ts';
import { askWhoIAm } from './setMe.ts';

/** `Playbook: Show My Tasks`: what the person at the keyboard has to do, by due date. */
export function registerMyTasks(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.myTasks', async () => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (!uri) return;
    const handle = (await me.handle(documents, uri)) ?? (await askWhoIAm(documents, me, uri));
    if (handle !== undefined) await showTasksOf(documents, uri, handle);
  });
}

/** A file whose rosters say who is who: the active one, else the first playbook. */
export function placeOf({ index }: Documents): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && index.playbookView(active.toString())) return active;
  const [first] = index.playbookUris();
  return first === undefined ? undefined : vscode.Uri.parse(first);
}

/** Lists the tasks of somebody by due date; Enter goes to one. */
export async function showTasksOf(documents: Documents, uri: vscode.Uri, handle: string): Promise<void> {
  const key = normalizeHandle(handle);
  const tasks = await openTasks(documents, (t) => t.owners.some((o) => normalizeHandle(o.handle) === key));
  const owner = rosterAt(documents, uri).find(handle);
  const name = owner ? shortName(owner) : `@${handle}`;
  if (tasks.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{name} has no open task.', { name }));
    return;
  }
  const open = tasks.filter((t) => t.task.kind !== 'area').length;
  const picked = await vscode.window.showQuickPick(byDue(tasks), {
    title:
      open === 1
        ? vscode.l10n.t('{name}: 1 Open Task', { name })
        : vscode.l10n.t('{name}: {count} Open Tasks', { name, count: open }),
    placeHolder: vscode.l10n.t('Choose a task to go to it'),
    matchOnDetail: true,
  });
  if (picked?.placed) await goToPlaced(documents, picked.placed);
}

function byDue(tasks: readonly PlacedTask[]): TaskItem[] {
  const day = today();
  const soon = addDays(day, 7);
  const dated = tasks.filter((t) => t.task.due !== undefined && !isStanding(t.task));
  const due = ({ task }: PlacedTask) => task.due ?? '';
  dated.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
  const groups: readonly (readonly [string, readonly PlacedTask[]])[] = [
    [vscode.l10n.t('overdue'), dated.filter((t) => due(t) < day)],
    [vscode.l10n.t('within a week'), dated.filter((t) => due(t) >= day && due(t) <= soon)],
    [vscode.l10n.t('later'), dated.filter((t) => due(t) > soon)],
    [vscode.l10n.t('no due date'), tasks.filter((t) => t.task.due === undefined && !isStanding(t.task))],
    [vscode.l10n.t('all year round'), tasks.filter((t) => isStanding(t.task))],
  ];
  return groups.flatMap(([label, of]): TaskItem[] =>
    of.length === 0 ? [] : [separator(label), ...of.map((t) => ownTaskItem(t, day))],
  );
}
