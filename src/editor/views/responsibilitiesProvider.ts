import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { LiveTree } from './liveTree.ts';
import { toTreeItem, tooltipOf } from './treeItems.ts';

/** Hands the live tree to VS Code, node by node as they come into sight. */
export class ResponsibilitiesProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #live: LiveTree;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #listener: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(live: LiveTree) {
    this.#live = live;
    this.#listener = live.onDidChange(({ root, nodes }) => {
      this.#changed.fire(root ? undefined : [...nodes]);
    });
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    // Until all is read, the view shows that it is at work.
    await this.#live.whenReady();
    // People without any task would stand where the view says how to begin.
    if (!node && this.#live.store.size === 0) return [];
    return [...this.#live.tree.children(node)];
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return toTreeItem(node, this.#live.tree.options);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const tooltip = tooltipOf(node, this.#live.tree.options.today);
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}
