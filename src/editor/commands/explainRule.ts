import * as vscode from 'vscode';
import { allRules } from '../../rules/all.ts';
import type { Rule } from '../../rules/rule.ts';
import { fromVsRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import type { Judge } from '../judge.ts';
import { localize } from '../localize.ts';
import { message } from '../../text/message.ts';
import { rangesOverlap } from '../../text/range.ts';

/**
 * `Playbook: Explain a Rule`: opens the page of a rule, which comes with the extension. The rules of the problems at the
 * cursor are offered first.
 * @param extension folder of the extension
 */
export function registerExplainRule(
  documents: Documents,
  judge: Judge,
  extension: vscode.Uri,
): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.explainRule', async (id?: unknown) => {
    const rule = allRules.find((r) => r.id === id) ?? (await askForRule(await rulesHere(documents, judge)));
    if (!rule) return;
    const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule.id}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  });
}

async function rulesHere(documents: Documents, judge: Judge): Promise<readonly Rule[]> {
  const editor = vscode.window.activeTextEditor;
  const view = editor && (await documents.viewOnceRead(editor.document));
  if (!view) return [];
  const line = editor.document.lineAt(editor.selection.active.line).range;
  return judge
    .problems(view)
    .filter((p) => rangesOverlap(p.range, fromVsRange(line)))
    .map((p) => p.rule);
}

async function askForRule(here: readonly Rule[]): Promise<Rule | undefined> {
  const first = [...new Set(here)];
  const others = allRules.filter((r) => !first.includes(r));
  const item = (rule: Rule) => ({
    label: rule.id,
    description: localize(message(rule.summary, {})),
    rule,
  });
  const heading = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, rule: undefined });
  const chosen = await vscode.window.showQuickPick(
    [
      ...(first.length > 0 ? [heading(vscode.l10n.t('in this line')), ...first.map(item)] : []),
      ...(first.length > 0 ? [heading(vscode.l10n.t('all rules'))] : []),
      ...others.map(item),
    ],
    {
      title: vscode.l10n.t('Explain a Rule'),
      placeHolder: vscode.l10n.t('Which rule?'),
      matchOnDescription: true,
    },
  );
  return chosen?.rule;
}
