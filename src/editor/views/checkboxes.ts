import * as vscode from 'vscode';
import { canToggle, setDone } from '../../language/toggle.ts';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { TaskItem } from '../../responsibilities/taskItem.ts';
import type { Documents } from '../documents.ts';
import { focusedNodes } from './focusedNodes.ts';
import type { LiveTree } from './liveTree.ts';
import { editTasks } from './taskEdits.ts';

const { Checked } = vscode.TreeItemCheckboxState;

/** A box that is ticked in the tree is ticked in the file, by the mouse or by the space bar. */
export function registerCheckboxes(
  view: vscode.TreeView<TreeNode>,
  live: LiveTree,
  documents: Documents,
): vscode.Disposable {
  const tick = (wanted: readonly (readonly [TaskItem, boolean])[]) => {
    const done = new Map(wanted.map(([item, isDone]) => [item.key, isDone]));
    const items = wanted.map(([item]) => item);
    return editTasks(live, documents, items, (item) => setDone(item.task, done.get(item.key) ?? false));
  };
  return vscode.Disposable.from(
    view.onDidChangeCheckboxState(async ({ items }) => {
      await tick(
        items.flatMap(([node, state]) =>
          node.kind === 'task' ? [[node.item, state === Checked] as const] : [],
        ),
      );
    }),
    vscode.commands.registerCommand('playbook.tickInTree', async () => {
      const nodes = await focusedNodes(view);
      const items = nodes.flatMap((node) =>
        node.kind === 'task' && canToggle(node.item.task) ? [node.item] : [],
      );
      // On a group the space bar does what it does in every tree.
      if (items.length === 0) await vscode.commands.executeCommand('list.toggleExpand');
      // Of several, some open: all become done, as one would expect of a box that stands for them.
      const isDone = items.some((item) => !item.task.done);
      await tick(items.map((item) => [item, isDone]));
    }),
  );
}
