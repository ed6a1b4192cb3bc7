import * as vscode from 'vscode';
import type { MoreNode, TaskNode } from '../../responsibilities/nodes.ts';
import { registerFilter } from '../commands/filter.ts';
import { registerGroupActions } from '../commands/groupActions.ts';
import { registerGroupBy } from '../commands/groupBy.ts';
import { placeOf } from '../commands/myTasks.ts';
import { setContext } from '../contextKeys.ts';
import { toVsRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { registerCheckboxes } from './checkboxes.ts';
import { TaskDragAndDrop } from './dragAndDrop.ts';
import { filterLabel } from './filterLabel.ts';
import { FollowEditor } from './followEditor.ts';
import { groupingLabel } from './groupLabels.ts';
import { LiveTree } from './liveTree.ts';
import { ResponsibilitiesProvider } from './responsibilitiesProvider.ts';
import { freshTasks } from './taskEdits.ts';
import { TickedRows } from './tickedRows.ts';
import { registerTreeKeys } from './treeKeys.ts';
import { ViewState } from './viewState.ts';

export const VIEW_ID = 'playbook.responsibilities';

/** The view *Responsibilities*: who has to do what, in all playbooks of the workspace. */
export function registerResponsibilities(
  documents: Documents,
  me: Me,
  memory: vscode.Memento,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const state = new ViewState(memory);
  const live = new LiveTree(documents, state, log);
  const provider = new ResponsibilitiesProvider(live);
  const view = vscode.window.createTreeView(VIEW_ID, {
    treeDataProvider: provider,
    dragAndDropController: new TaskDragAndDrop(live, documents),
    canSelectMany: true,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
  });
  const ticked = new TickedRows(view, live);
  const tellState = () => {
    const who =
      state.groupBy === 'me' && state.me !== undefined ? [filterLabel({ person: state.me }, live.store)] : [];
    view.description = [groupingLabel(state.groupBy), ...who].join(': ');
    setContext('playbook.asksWhoIAm', state.groupBy === 'me' && state.me === undefined);
    if (state.groupBy === 'me') void findMe();
    const label = filterLabel(state.filter, live.store);
    view.message = label === '' ? '' : vscode.l10n.t('Only: {filter}', { filter: label });
  };
  const tellCounts = () => {
    const { unowned } = live.store;
    view.badge = { value: unowned, tooltip: badgeText(unowned) };
    setContext('playbook.hasTasks', live.store.size > 0);
  };
  /** Only where it is asked for: it starts Git. */
  const findMe = async (): Promise<void> => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (uri) state.setMe(await me.handle(documents, uri));
  };
  tellState();
  void live.whenReady().then(() => {
    tellCounts();
    setContext('playbook.isRead', true);
  });
  return vscode.Disposable.from(
    state,
    live,
    provider,
    view,
    state.onDidChange(tellState),
    me.onDidChange(tellState),
    ticked,
    live.onDidChange(tellCounts),
    registerCheckboxes(view, live, documents),
    registerTreeKeys(view, ticked),
    new FollowEditor(view, live, state),
    registerGroupBy(state, documents, me),
    registerFilter(state, live),
    registerGroupActions(state, live, documents),
    vscode.commands.registerCommand('playbook.toggleShowDone', () =>
      state.keep({ showDone: !state.showDone }),
    ),
    vscode.commands.registerCommand('playbook.followEditor', () => state.keep({ followsEditor: true })),
    vscode.commands.registerCommand('playbook.unfollowEditor', () => state.keep({ followsEditor: false })),
    vscode.commands.registerCommand('playbook.showResponsibilities', () =>
      vscode.commands.executeCommand('playbook.responsibilities.focus'),
    ),
    vscode.commands.registerCommand('playbook.showMore', (node: MoreNode) => {
      live.showMore(node);
    }),
    vscode.commands.registerCommand('playbook.openTask', (node: TaskNode) => openTask(node, live, documents)),
  );
}

async function openTask(node: TaskNode, live: LiveTree, documents: Documents): Promise<void> {
  const [fresh] = await freshTasks(live, documents, [node.item]);
  if (!fresh) return;
  // The cursor before the words, nothing selected: what is typed next must not replace the task.
  const { start } = fresh.task.words.range;
  await vscode.window.showTextDocument(fresh.document, {
    selection: toVsRange({ start, end: start }),
  });
}

function badgeText(unowned: number): string {
  return unowned === 1
    ? vscode.l10n.t('1 open task that nobody owns')
    : vscode.l10n.t('{count} open tasks that nobody owns', { count: unowned });
}
