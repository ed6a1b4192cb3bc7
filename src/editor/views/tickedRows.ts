import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { LiveTree } from './liveTree.ts';

/** Rows that were ticked stay until another row is selected or the view comes and goes; other filters are another tree. */
export class TickedRows implements vscode.Disposable {
  readonly #listeners: readonly vscode.Disposable[];
  #isKept = false;

  constructor(view: vscode.TreeView<TreeNode>, live: LiveTree) {
    const release = () => {
      if (!this.#isKept) live.release();
    };
    this.#listeners = [view.onDidChangeSelection(release), view.onDidChangeVisibility(release)];
  }

  /** For what changes the selection only to ask what the focused row is. */
  async keepDuring<T>(work: () => Promise<T>): Promise<T> {
    this.#isKept = true;
    try {
      return await work();
    } finally {
      this.#isKept = false;
    }
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }
}
