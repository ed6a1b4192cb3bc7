import * as vscode from 'vscode';
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

/** "3 playbooks: 40 of 42 open tasks have an owner, 2 warnings". */
function result({ index }: Documents, errors: number, warnings: number): string {
  const uris = index.playbookUris();
  const open = uris.flatMap((u) => index.playbookView(u)?.tasks.filter(isOpen) ?? []);
  const owned = open.filter(isOwned).length;
  const parts = [
    vscode.l10n.t('{owned} of {open} open tasks have an owner', { owned, open: open.length }),
    ...(errors > 0 ? [vscode.l10n.t('errors: {count}', { count: errors })] : []),
    ...(warnings > 0 ? [vscode.l10n.t('warnings: {count}', { count: warnings })] : []),
  ];
  return vscode.l10n.t('Playbooks: {count}. {result}', { count: uris.length, result: parts.join(', ') });
}
