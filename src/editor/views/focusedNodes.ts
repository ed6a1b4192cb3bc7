import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';

/**
 * What a key pressed in the view is about: the selected rows if the focused one is among them, else the focused one
 * alone. VS Code tells extensions the selection only, so the focused row is selected for a moment and let go again.
 */
export async function focusedNodes(view: vscode.TreeView<TreeNode>): Promise<readonly TreeNode[]> {
  const before = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const after = view.selection;
  await vscode.commands.executeCommand('list.toggleSelection');
  const added = after.filter((node) => !before.includes(node));
  return added.length > 0 ? added : before;
}
