import * as vscode from 'vscode';
import { CONCERNS, type Concern } from '../../responsibilities/concern.ts';
import { tasksByConcern } from '../../responsibilities/myTasks.ts';
import { isStanding } from '../../responsibilities/taskItem.ts';
import { addDays } from '../../syntax/dates.ts';
import { isSameHandle } from '../../workspace/handles.ts';
import { isOpen } from '../../workspace/tasks.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { goToPlaced } from '../goTo.ts';
import { separator } from '../pickers/quickPick.ts';
import { openTasks, ownTaskItem, taskItem, type PlacedTask, type TaskItem } from '../taskList.ts';
import { today } from '../today.ts';
import { nameAt } from '../rosterFile.ts';
import { concernLabel } from '../views/groupLabels.ts';
import { askWhoIAm } from './setMe.ts';

/**
 * `Playbook: Show My Tasks`: what the person at the keyboard has to do, waits for, is asked to help with and stands in
 * for, by due date.
 */
export function registerMyTasks(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.myTasks', async () => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (!uri) return;
    const handle = (await me.handle(documents, uri)) ?? (await askWhoIAm(documents, me, uri));
    if (handle !== undefined) await showTasksOf(documents, uri, handle, handle);
  });
}

/** A file whose rosters say who is who: the active one, else the first playbook. */
export function placeOf({ index }: Documents): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && index.playbookView(active.toString())) return active;
  const [first] = index.playbookUris();
  return first === undefined ? undefined : vscode.Uri.parse(first);
}

interface Item extends TaskItem {
  /** What to do instead of going to a task. */
  readonly run?: () => Thenable<unknown>;
}

/**
 * Lists what concerns somebody by due date; Enter goes to a task.
 * @param me handle of the person at the keyboard, where it is known
 */
export async function showTasksOf(
  documents: Documents,
  uri: vscode.Uri,
  handle: string,
  me?: string,
): Promise<void> {
  const day = today();
  const all = await openTasks(documents);
  const concerns = tasksByConcern(all, handle, day);
  const own = concerns.get('own') ?? [];
  const items: Item[] = [
    ...byDue(own, day),
    ...CONCERNS.filter((concern) => concern !== 'own').flatMap((concern) =>
      section(concernLabel(concern), (concerns.get(concern) ?? []).map(itemOf(concern, day))),
    ),
  ];
  const isMe = me !== undefined && isSameHandle(me, handle);
  const title = titleOf(nameAt(documents, uri, handle), own.filter((t) => isOpen(t.task)).length);
  const picked = await vscode.window.showQuickPick(
    items.length > 0
      ? items
      : nextSteps(
          all.some(({ task }) => isOpen(task) && task.owners.length === 0),
          isMe,
        ),
    {
      title,
      placeHolder:
        items.length > 0
          ? vscode.l10n.t('Choose a task to go to it')
          : vscode.l10n.t('Nothing waits here either. What next?'),
      matchOnDetail: true,
    },
  );
  if (picked?.placed) await goToPlaced(documents, picked.placed);
  else await picked?.run?.();
}

function titleOf(name: string, open: number): string {
  if (open === 0) return vscode.l10n.t('No open tasks for {name}', { name });
  return open === 1
    ? vscode.l10n.t('{name}: 1 Open Task', { name })
    : vscode.l10n.t('{name}: {count} Open Tasks', { name, count: open });
}

/** Where one may go who has nothing to do. */
function nextSteps(hasUnowned: boolean, isMe: boolean): Item[] {
  const step = (label: string, icon: string, run: () => Thenable<unknown>): Item => ({
    label,
    iconPath: new vscode.ThemeIcon(icon),
    run,
  });
  return [
    ...(hasUnowned
      ? [
          step(vscode.l10n.t('Go to a Task Nobody Owns'), 'arrow-down', () =>
            vscode.commands.executeCommand('playbook.nextUnowned'),
          ),
        ]
      : []),
    step(vscode.l10n.t('Show Responsibilities'), 'organization', () =>
      vscode.commands.executeCommand('playbook.showResponsibilities'),
    ),
    step(vscode.l10n.t('Find Who Owns What…'), 'search', () =>
      vscode.commands.executeCommand('playbook.whoOwns'),
    ),
    ...(isMe
      ? [
          step(vscode.l10n.t('Set Who I Am…'), 'account', () =>
            vscode.commands.executeCommand('playbook.setMe'),
          ),
        ]
      : []),
  ];
}

/** What is somebody's own by name needs no owner. */
function itemOf(concern: Concern, day: string): (placed: PlacedTask) => Item {
  return (placed) => (concern === 'own' ? ownTaskItem(placed, day) : taskItem(placed, day));
}

function section(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [separator(label), ...items];
}

/** @param tasks by due day */
function byDue(tasks: readonly PlacedTask[], day: string): Item[] {
  const soon = addDays(day, 7);
  const dated = tasks.filter((t) => t.task.due !== undefined && !isStanding(t.task));
  const due = ({ task }: PlacedTask) => task.due ?? '';
  const groups: readonly (readonly [string, readonly PlacedTask[]])[] = [
    [vscode.l10n.t('overdue'), dated.filter((t) => due(t) < day)],
    [vscode.l10n.t('within a week'), dated.filter((t) => due(t) >= day && due(t) <= soon)],
    [vscode.l10n.t('later'), dated.filter((t) => due(t) > soon)],
    [vscode.l10n.t('no due date'), tasks.filter((t) => t.task.due === undefined && !isStanding(t.task))],
    [vscode.l10n.t('all year round'), tasks.filter((t) => isStanding(t.task))],
  ];
  return groups.flatMap(([label, of]) => section(label, of.map(itemOf('own', day))));
}
