import * as vscode from 'vscode';
import { taskAt } from '../language/lookup.ts';
import type { Documents } from './documents.ts';

/**
 * Context keys for `when` clauses. The language alone does not tell: a roster may name Markdown files.
 *
 * - `playbook.inPlaybook`: the active editor shows a playbook.
 * - `playbook.atDoneTask`: the cursor is on a task that is done.
 * - `playbook.hasPlaybooks`: the workspace holds at least one.
 */
export function registerContextKeys(documents: Documents): vscode.Disposable {
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    setContext('playbook.inPlaybook', document !== undefined && documents.isPlaybook(document));
    setContext('playbook.hasPlaybooks', documents.index.hasPlaybooks);
    setContext('playbook.atDoneTask', isAtDoneTask(documents));
  };
  update();
  return vscode.Disposable.from(
    documents.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(() => {
      setContext('playbook.atDoneTask', isAtDoneTask(documents));
    }),
  );
}

/** As it was read last: asking for more would read the text anew with every key that moves the cursor. */
function isAtDoneTask({ index }: Documents): boolean {
  const editor = vscode.window.activeTextEditor;
  const view = editor && index.playbookView(editor.document.uri.toString());
  return editor && view ? taskAt(view, editor.selection.active)?.done === true : false;
}

const told = new Map<string, boolean>();

/** Tells VS Code what a context key is, when it is another than before: callers ask after every keystroke. */
export function setContext(key: string, value: boolean): void {
  if (told.get(key) === value) return;
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
