import * as vscode from 'vscode';
import { codeActions, type CodeAction } from '../language/codeActions.ts';
import { openAssignments, type OpenAssignment } from '../language/assignments.ts';
import { explanations, type Explanation } from '../language/explanations.ts';
import { fixAllInRounds, previewIn, type Judged } from '../language/fixAll.ts';
import { gapsAt } from '../language/gaps.ts';
import { silences } from '../language/silence.ts';
import { rosterActions, type RosterAction } from '../language/rosterActions.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { SectionTarget } from './commands/assignSection.ts';
import { targetsIn, tasksIn } from './commands/targets.ts';
import { fromVsRange, toWorkspaceEdit } from './convert.ts';
import { toDiagnostic } from './diagnostics.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { localize } from './localize.ts';
import type { Me } from './me.ts';
import { PLAYBOOKS_AND_ROSTERS } from './selector.ts';
import { TASK_REFACTORING, taskRefactorings } from './taskRefactorings.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('playbook');

/** Quick fixes: give the task an owner, correct a name, repair front matter. On every task, what may be done with it. */
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
        const wants = (kind: vscode.CodeActionKind) => !only || only.contains(kind);
        return [
          ...(wants(vscode.CodeActionKind.QuickFix) ? repairs(document.uri, view, range, judge, handle) : []),
          ...(wants(TASK_REFACTORING) && view.kind === 'playbook'
            ? taskRefactorings(document.uri, tasksIn(view, range))
            : []),
        ];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, TASK_REFACTORING, FIX_ALL] },
  );
}

/** @param me the handle of the person at the keyboard, where it is known */
function repairs(
  uri: vscode.Uri,
  view: FileView,
  range: vscode.Range,
  judge: Judge,
  me: string | undefined,
): vscode.CodeAction[] {
  const at = fromVsRange(range);
  const problems = judge.problems(view);
  const actions = codeActions(view, problems, at, me);
  const ofKind = (kind: CodeAction['kind']) =>
    actions.filter((a) => a.kind === kind).map((a) => toVsAction(uri, a));
  const gaps = view.kind === 'playbook' ? gapsAt(view, problems, at) : [];
  const open = view.kind === 'playbook' ? openAssignments(view, gaps, me) : [];
  const assigned = ofKind('assignment');
  return [
    ...ofKind('fix'),
    ...assigned,
    // Where nobody is likely, asking is what is left to do.
    ...open.map((a, i) => toAsking(uri, a, gaps[0]?.problem, assigned.length === 0 && i === 0)),
    ...rosterActions(view, problems, at).map((a) => toRosterAction(uri, a)),
    ...ofKind('template'),
    // What mends a problem comes first, then what hides it, then what explains it. VS Code puts what belongs to a
    // problem before all else, so these two say of none that they belong to it.
    ...silences(view, problems, at).map((a) => withoutProblem(toVsAction(uri, a))),
    ...explanations(problems, at).map((e) => withoutProblem(toExplanation(uri, e))),
  ];
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
  const action = new vscode.CodeAction(vscode.l10n.t('Fix All Safe Problems'), FIX_ALL);
  action.edit = toWorkspaceEdit(uri, edits);
  return [action];
}

function toVsAction(uri: vscode.Uri, { title, edits, problem, isPreferred }: CodeAction): vscode.CodeAction {
  const action = new vscode.CodeAction(localize(title), vscode.CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit(uri, edits);
  if (problem) action.diagnostics = [toDiagnostic(uri, problem)];
  action.isPreferred = isPreferred;
  return action;
}

function withoutProblem(action: vscode.CodeAction): vscode.CodeAction {
  delete action.diagnostics;
  return action;
}

function toExplanation(uri: vscode.Uri, { title, problem }: Explanation): vscode.CodeAction {
  return toCommand(uri, localize(title), problem, 'playbook.explainRule', [problem.rule.id]);
}

/** A command, as the roster may be a file that nobody has open. */
function toRosterAction(uri: vscode.Uri, { title, entry, problem }: RosterAction): vscode.CodeAction {
  return toCommand(uri, localize(title), problem, 'playbook.addToRoster', [uri, entry]);
}

/** A command, as somebody has to be asked first. */
function toAsking(
  uri: vscode.Uri,
  { title, who, what }: OpenAssignment,
  problem: Problem | undefined,
  isPreferred: boolean,
): vscode.CodeAction {
  const [command, args] = commandOf(uri, who, what);
  const action = toCommand(uri, localize(title), problem, command, args);
  action.isPreferred = isPreferred;
  return action;
}

function commandOf(
  uri: vscode.Uri,
  who: OpenAssignment['who'],
  what: OpenAssignment['what'],
): [command: string, args: readonly unknown[]] {
  if ('tasks' in what) {
    return [who === 'me' ? 'playbook.assignToMe' : 'playbook.assignOwner', targetsIn(uri, what.tasks)];
  }
  const target: SectionTarget = {
    uri: uri.toString(),
    line: what.section.startLine,
    ...(who === 'me' && { who }),
  };
  return ['playbook.assignSection', [target]];
}

function toCommand(
  uri: vscode.Uri,
  title: string,
  problem: Problem | undefined,
  command: string,
  args: readonly unknown[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [...args] };
  if (problem) action.diagnostics = [toDiagnostic(uri, problem)];
  return action;
}
