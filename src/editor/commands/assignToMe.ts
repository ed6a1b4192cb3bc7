import * as vscode from 'vscode';
import { assignOwner } from '../../language/assign.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { askWhoIAm } from './setMe.ts';

/** `Playbook: Assign to Me`: makes the person at the keyboard the owner of the tasks that are selected. */
export function registerAssignToMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.assignToMe', async (line?: number) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !documents.view(editor.document)) return;
    const { document } = editor;
    const handle =
      (await me.handle(documents, document.uri)) ?? (await askWhoIAm(documents, me, document.uri));
    // Read after the question: the text may have changed while it was open.
    const view = documents.view(document);
    if (handle === undefined || view?.kind !== 'playbook') return;
    const chosen = typeof line === 'number' ? [new vscode.Range(line, 0, line, 0)] : editor.selections;
    const tasks = view.tasks.filter((t) =>
      chosen.some((s) => s.start.line <= t.node.words.insertAt.line && t.node.range.start.line <= s.end.line),
    );
    const edits = tasks.flatMap((t) => assignOwner(view, t, handle) ?? []);
    await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, edits));
  });
}
