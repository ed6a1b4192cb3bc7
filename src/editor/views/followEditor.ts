import * as vscode from 'vscode';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import type { TaskItem } from '../../responsibilities/taskItem.ts';
import type { LiveTree } from './liveTree.ts';
import type { ViewState } from './viewState.ts';

/** Quiet time after the cursor moves, in milliseconds: who scrolls with the arrow keys should not make the tree dance. */
const PAUSE = 150;

/** Shows the task under the cursor in the tree, as the cursor moves; never because of typing. */
export class FollowEditor implements vscode.Disposable {
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #live: LiveTree;
  readonly #state: ViewState;
  readonly #disposables: vscode.Disposable[];
  /** Version of each document when its cursor last moved. */
  readonly #versions = new WeakMap<vscode.TextDocument, number>();
  #follows: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: vscode.TreeView<TreeNode>, live: LiveTree, state: ViewState) {
    this.#view = view;
    this.#live = live;
    this.#state = state;
    this.#follows = state.followsEditor;
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#schedule(editor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        const { document } = textEditor;
        const known = this.#versions.get(document);
        this.#versions.set(document, document.version);
        // A cursor that moves along with the text is typing.
        if (known === undefined || known === document.version) this.#schedule(textEditor);
      }),
      state.onDidChange(() => {
        const [was, is] = [this.#follows, state.followsEditor];
        this.#follows = is;
        if (!was && is && vscode.window.activeTextEditor) this.#schedule(vscode.window.activeTextEditor);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #schedule(editor: vscode.TextEditor): void {
    clearTimeout(this.#timer);
    if (!this.#state.followsEditor || !this.#view.visible) return;
    this.#timer = setTimeout(() => {
      void this.#reveal(editor);
    }, PAUSE);
  }

  async #reveal(editor: vscode.TextEditor): Promise<void> {
    if (editor !== vscode.window.activeTextEditor || !this.#state.followsEditor) return;
    const item = this.#itemAt(editor);
    const selected = this.#view.selection;
    if (!item || selected.some((n) => n.kind === 'task' && n.item.key === item.key)) return;
    const { tree } = this.#live;
    const [node] = tree.placesOf(item);
    if (!node) return;
    this.#live.unfold(node);
    await this.#view.reveal(node, { select: true, focus: false });
  }

  /** The innermost task on the line of the cursor. */
  #itemAt({ document, selection }: vscode.TextEditor): TaskItem | undefined {
    const { line } = selection.active;
    const { store } = this.#live;
    return store
      .file(document.uri.toString())
      ?.items.findLast(({ task }) => task.line <= line && line <= task.lastLine);
  }
}
