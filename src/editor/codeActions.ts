import * as vscode from 'vscode';
import { codeActions, type CodeAction } from '../language/codeActions.ts';
import { explanations, type Explanation } from '../language/explanations.ts';
import { fixAllInRounds, previewIn, type Judged } from '../language/fixAll.ts';
import { silences } from '../language/silence.ts';
import { rosterActions, type RosterAction } from '../language/rosterActions.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileView } from '../workspace/fileView.ts';
import { fromVsRange, toWorkspaceEdit } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { localize } from './localize.ts';
import type { Me } from './me.ts';
import { PLAYBOOKS_AND_ROSTERS } from './selector.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('playbook');

/** Quick fixes: give the task an owner, correct a name, repair front matter. */
export function registerCodeActions(documents: Documents, me: Me, judge: Judge): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    PLAYBOOKS_AND_ROSTERS,
    {
      async provideCodeActions(document, range, { only }, token) {
        const current = await documents.viewOnceRead(document);
        if (!current) return [];
        // On saving, or when asked for by name; never among the quick fixes of one place.
        if (only?.contains(FIX_ALL) || (only && FIX_ALL.contains(only))) {
          return repairAll(documents, document.uri, current, judge);
        }
        const handle = await me.handle(documents, document.uri);
        // Asking took time: the text may have changed, and an edit computed on an old one would do harm.
        const view = documents.view(document);
        if (token.isCancellationRequested || !view) return [];
        const at = fromVsRange(range);
        const problems = judge.problems(view);
        const actions = codeActions(view, problems, at, handle);
        const unowned = actions.find((a) => a.problem.rule.id === 'owner-missing');
        return [
          ...actions.map((a) => toVsAction(document.uri, a)),
          ...rosterActions(view, problems, at).map((a) => toRosterAction(document.uri, a)),
          ...(handle === undefined && unowned ? [askWhoIAm(document.uri, unowned)] : []),
          // What mends a problem comes first, then what hides it, then what explains it.
          ...silences(view, problems, at).map((a) => toVsAction(document.uri, a)),
          ...explanations(problems, at).map((e) => toExplanation(document.uri, e)),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
  );
}

/**
 * Everything that may be repaired without asking, what a baseline knows as well (`editor.codeActionsOnSave`:
 * `source.fixAll.playbook`).
 */
function repairAll({ index }: Documents, uri: vscode.Uri, view: FileView, judge: Judge): vscode.CodeAction[] {
  const preview = previewIn(index, view);
  const again = (text: string): Judged => {
    const next = preview(text).view;
    return [next, judge.everything(next)];
  };
  const edits = fixAllInRounds(view, judge.everything(view), again, preview);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Repair Everything That Is Certain'), FIX_ALL);
  action.edit = toWorkspaceEdit(uri, edits);
  return [action];
}

function toVsAction(uri: vscode.Uri, { title, edits, problem, isPreferred }: CodeAction): vscode.CodeAction {
  const action = new vscode.CodeAction(localize(title), vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(uri, edits);
  action.diagnostics = [toDiagnostic(uri, problem)];
  action.isPreferred = isPreferred;
  return action;
}

function toExplanation(uri: vscode.Uri, { title, problem }: Explanation): vscode.CodeAction {
  return toCommand(uri, localize(title), problem, 'playbook.explainRule', problem.rule.id);
}

/** A command, as the roster may be a file that nobody has open. */
function toRosterAction(uri: vscode.Uri, { title, entry, problem }: RosterAction): vscode.CodeAction {
  return toCommand(uri, localize(title), problem, 'playbook.addToRoster', uri, entry);
}

function toCommand(
  uri: vscode.Uri,
  title: string,
  problem: Problem,
  command: string,
  ...args: unknown[]
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: args };
  action.diagnostics = [toDiagnostic(uri, problem)];
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
