import * as vscode from 'vscode';
import type { Documents } from './documents.ts';

/**
 * Context keys for `when` clauses. The language alone does not tell: a roster may name Markdown files.
 *
 * - `playbook.inPlaybook`: the active editor shows a playbook.
 * - `playbook.hasPlaybooks`: the workspace holds at least one.
 */
export function registerContextKeys(documents: Documents): vscode.Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    set('playbook.inPlaybook', document !== undefined && documents.isPlaybook(document));
    set('playbook.hasPlaybooks', documents.index.hasPlaybooks);
  };
  update();
  return vscode.Disposable.from(
    documents.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
