import * as vscode from 'vscode';
import { setDone } from '../../language/toggle.ts';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { Documents } from '../documents.ts';
import type { LiveTree } from './liveTree.ts';
import { editTasks } from './taskEdits.ts';
import { neverDone } from '../commands/toggleTask.ts';

/** A box that is ticked in the tree is ticked in the file. */
export function registerCheckboxes(
  view: vscode.TreeView<TreeNode>,
  live: LiveTree,
  documents: Documents,
): vscode.Disposable {
  return view.onDidChangeCheckboxState(async ({ items }) => {
    const done = new Map<string, boolean>();
    const tasks = items.flatMap(([node, state]) => {
      if (node.kind !== 'task') return [];
      done.set(node.item.key, state === vscode.TreeItemCheckboxState.Checked);
      return [node.item];
    });
    const failed = await editTasks(live, documents, tasks, ({ item, view: playbook, task }) =>
      setDone(playbook, task, done.get(item.key) ?? false),
    );
    if (failed.length > 0) void vscode.window.showInformationMessage(neverDone());
  });
}
