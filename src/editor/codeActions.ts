import * as vscode from 'vscode';
import { codeActions, type CodeAction } from '../language/codeActions.ts';
import { fromVsRange, toWorkspaceEdit } from './convert.ts';
import { problemsOf, toDiagnostic } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import type { Me } from './me.ts';

const SELECTOR: vscode.DocumentSelector = [
  { language: 'playbook' },
  { language: 'markdown' },
  { language: 'yaml' },
];

/** Quick fixes: give the task an owner, correct a name, repair front matter. */
export function registerCodeActions(
  documents: Documents,
  me: Me,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    SELECTOR,
    {
      async provideCodeActions(document, range, _context, token) {
        if (!documents.view(document)) return [];
        const handle = await me.handle(documents, document.uri);
        // Asking took time: the text may have changed, and an edit computed on an old one would do harm.
        const view = documents.view(document);
        if (token.isCancellationRequested || !view) return [];
        const actions = codeActions(view, problemsOf(view, log), fromVsRange(range), handle);
        const offered = actions.map((a) => toVsAction(document.uri, a));
        const unowned = actions.find((a) => a.problem.rule.id === 'owner-missing');
        return handle === undefined && unowned ? [...offered, askWhoIAm(document.uri, unowned)] : offered;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function toVsAction(uri: vscode.Uri, { title, edits, problem, isPreferred }: CodeAction): vscode.CodeAction {
  const action = new vscode.CodeAction(localize(title), vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(uri, edits);
  action.diagnostics = [toDiagnostic(uri, problem)];
  action.isPreferred = isPreferred;
  return action;
}

/** Nothing says who is at the keyboard: the command asks once, then assigns. */
function askWhoIAm(uri: vscode.Uri, { problem }: CodeAction): vscode.CodeAction {
  const title = vscode.l10n.t('Assign to Me…');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: 'playbook.assignToMe', title, arguments: [problem.range.start.line] };
  action.diagnostics = [toDiagnostic(uri, problem)];
  return action;
}
