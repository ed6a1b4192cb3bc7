import * as vscode from 'vscode';
import type { MoreNode, TaskNode } from '../../responsibilities/nodes.ts';
import { registerFilter } from '../commands/filter.ts';
import { registerGroupBy } from '../commands/groupBy.ts';
import { setContext } from '../contextKeys.ts';
import { toVsRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { registerCheckboxes } from './checkboxes.ts';
import { TaskDragAndDrop } from './dragAndDrop.ts';
import { filterLabel } from './filterLabel.ts';
import { FollowEditor } from './followEditor.ts';
import { groupingLabel } from './groupLabels.ts';
import { LiveTree } from './liveTree.ts';
import { ResponsibilitiesProvider } from './responsibilitiesProvider.ts';
import { freshTasks } from './taskEdits.ts';
import { registerTreeKeys } from './treeKeys.ts';
import { ViewState } from './viewState.ts';

export const VIEW_ID = 'playbook.responsibilities';

/** The view *Responsibilities*: who has to do what, in all playbooks of the workspace. */
export function registerResponsibilities(
  documents: Documents,
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
  const tellState = () => {
    view.description = groupingLabel(state.groupBy);
    const label = filterLabel(state.filter, live.store);
    view.message = label === '' ? '' : vscode.l10n.t('Only: {filter}', { filter: label });
  };
  const tellCounts = () => {
    const { unowned } = live.store;
    view.badge = { value: unowned, tooltip: badgeText(unowned) };
    setContext('playbook.hasTasks', live.store.size > 0);
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
    live.onDidChange(tellCounts),
    registerCheckboxes(view, live, documents),
    registerTreeKeys(view),
    new FollowEditor(view, live, state),
    registerGroupBy(state),
    registerFilter(state, live),
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
