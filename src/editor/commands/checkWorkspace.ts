import * as vscode from 'vscode';
import { knownUnowned } from '../../rules/baseline.ts';
import { isOpen, isOwned } from '../../workspace/tasks.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';

/** How long the result stays in the status bar, in milliseconds. */
const SHOWN = 30_000;

/** `Playbook: Check All Playbooks`: judges every file, shows the Problems view, and says how much has an owner. */
export function registerCheckWorkspace(documents: Documents, diagnostics: Diagnostics): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.checkWorkspace', async () => {
    const title = vscode.l10n.t('Checking playbooks…');
    const { errors, warnings } = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title },
      () => diagnostics.checkAll(),
    );
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const icon = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'pass';
    vscode.window.setStatusBarMessage(`$(${icon}) ${result(documents, errors, warnings)}`, SHOWN);
  });
}

/** "40 of 42 open tasks have an owner · 3 playbooks · 2 warnings". */
function result({ index, baselines }: Documents, errors: number, warnings: number): string {
  const uris = index.playbookUris();
  const views = uris.flatMap((u) => index.playbookView(u) ?? []);
  const open = views.flatMap((v) => v.tasks.filter(isOpen));
  const known = views.reduce((sum, v) => sum + knownUnowned(v, baselines.known(v)), 0);
  const owned = open.filter(isOwned).length;
  const count = uris.length;
  return [
    vscode.l10n.t('{owned} of {open} open tasks have an owner', { owned, open: open.length }),
    ...(known > 0 ? [vscode.l10n.t('{known} without one known from before', { known })] : []),
    count === 1 ? vscode.l10n.t('1 playbook') : vscode.l10n.t('{count} playbooks', { count }),
    ...(errors > 0 ? [errorsText(errors)] : []),
    ...(warnings > 0 ? [warningsText(warnings)] : []),
  ].join(' · ');
}

function errorsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{count} errors', { count });
}

function warningsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{count} warnings', { count });
}
