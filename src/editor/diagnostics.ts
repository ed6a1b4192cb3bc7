import * as vscode from 'vscode';
import { judge } from '../rules/judge.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileView } from '../workspace/workspaceIndex.ts';
import { toVsRange, toVsSeverity } from './convert.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { message } from '../text/message.ts';
import { ruleUri } from './ruleDocs.ts';
import { judgeSettings } from './settings.ts';

/** Publishes the problems of open playbooks and of rosters, file by file. */
export function registerDiagnostics(documents: Documents, log: vscode.LogOutputChannel): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('playbook');
  const publish = (uri: vscode.Uri) => {
    const view = documents.index.view(uri.toString());
    // Never cleared first: replacing does not flicker.
    if (view) collection.set(uri, problemsOf(view, log).map(toDiagnostic));
    else collection.delete(uri);
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((uris) => {
      uris.forEach(publish);
    }),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('playbook'))
        documents.openDocuments().forEach((d) => {
          publish(d.uri);
        });
    }),
  );
}

/** A rule that fails is logged; the others go on. */
export function problemsOf(view: FileView, log: vscode.LogOutputChannel): Problem[] {
  return judge(view, {
    ...judgeSettings(vscode.Uri.parse(view.uri)),
    onError: (rule, error) => {
      log.error(`Rule ${rule.id} failed on ${view.uri}`, error);
    },
  });
}

export function toDiagnostic(problem: Problem): vscode.Diagnostic {
  const { rule } = problem;
  const text = localize(message(rule.messages[problem.message] ?? problem.message, problem.args));
  const diagnostic = new vscode.Diagnostic(toVsRange(problem.range), text, toVsSeverity(problem.severity));
  diagnostic.source = 'playbook';
  diagnostic.code = { value: rule.id, target: ruleUri(rule.id) };
  return diagnostic;
}
