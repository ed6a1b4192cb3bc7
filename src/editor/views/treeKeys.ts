import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';

/** Arguments of `playbook.runInTree` in the manifest's key bindings. */
interface TreeKey {
  /** Called with the tasks that the key is about, as from the context menu. */
  readonly command: string;
  /** What the key does on a row that is no task. */
  readonly otherwise?: string;
}

/** Keys in the tree: VS Code hands the row to commands of a menu, but not to those of a key. */
export function registerTreeKeys(view: vscode.TreeView<TreeNode>): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.runInTree', async ({ command, otherwise }: TreeKey) => {
    const nodes = await focusedNodes(view);
    const tasks = nodes.filter((node) => node.kind === 'task');
    if (tasks.length > 0) await vscode.commands.executeCommand(command, tasks[0], tasks);
    else if (otherwise !== undefined) await vscode.commands.executeCommand(otherwise);
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
