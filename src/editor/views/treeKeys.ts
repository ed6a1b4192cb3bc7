import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { TickedRows } from './tickedRows.ts';

/** Keys in the tree: VS Code hands the row to commands of a menu, but not to those of a key. */
export function registerTreeKeys(view: vscode.TreeView<TreeNode>, ticked: TickedRows): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.runInTree', async (action: 'toggle' | 'assign') => {
    const nodes = await ticked.keepDuring(() => focusedNodes(view));
    const tasks = nodes.filter((node) => node.kind === 'task');
    if (action === 'assign') {
      if (tasks.length > 0) await vscode.commands.executeCommand('playbook.assignOwner', tasks[0], tasks);
    } else if (tasks.length > 0) {
      await vscode.commands.executeCommand('playbook.toggleTask', tasks[0], tasks);
    } else {
      // What the space bar does on a group in every tree.
      await vscode.commands.executeCommand('list.toggleExpand');
    }
  });
}

/**
 * The selected rows if the focused one is among them, else the focused one alone. VS Code tells extensions the
 * selection only, so the focused row is selected for a moment and let go again.
 */
async function focusedNodes(view: vscode.TreeView<TreeNode>): Promise<readonly TreeNode[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const added = after.filter((node) => !before.includes(node));
  return added.length > 0 ? added : before;
}
