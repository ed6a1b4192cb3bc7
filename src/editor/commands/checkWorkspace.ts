import * as vscode from 'vscode';
import { knownUnowned } from '../../rules/baseline.ts';
import { isOpen, isOwned } from '../../workspace/tasks.ts';
import type { Diagnostics } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import { inSlices } from '../timeSlice.ts';

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
    vscode.window.setStatusBarMessage(`$(${icon}) ${await result(documents, errors, warnings)}`, SHOWN);
  });
}

/** "40 of 42 open tasks have an owner · 3 playbooks · 2 warnings". */
async function result(documents: Documents, errors: number, warnings: number): Promise<string> {
  const { count, open, owned, known } = await coverage(documents);
  return [
    vscode.l10n.t('{owned} of {open} open tasks have an owner', { owned, open }),
    ...(known > 0 ? [vscode.l10n.t('{known} without one hidden as existing', { known })] : []),
    count === 1 ? vscode.l10n.t('1 playbook') : vscode.l10n.t('{count} playbooks', { count }),
    ...(errors > 0 ? [errorsText(errors)] : []),
    ...(warnings > 0 ? [warningsText(warnings)] : []),
  ].join(' · ');
}

async function coverage({ index, baselines }: Documents) {
  const uris = index.playbookUris();
  const found = { count: uris.length, open: 0, owned: 0, known: 0 };
  for await (const uri of inSlices(uris)) {
    const summary = index.summary(uri);
    // Nobody is meant to own the tasks of a template yet.
    if (!summary || summary.roster.template) continue;
    const open = summary.tasks.filter(isOpen);
    found.open += open.length;
    found.owned += open.filter(isOwned).length;
    const view = baselines.knowsOf(uri) ? index.playbookView(uri) : undefined;
    if (view) found.known += knownUnowned(view, baselines.known(view));
  }
  return found;
}

function errorsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{count} errors', { count });
}

function warningsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{count} warnings', { count });
}
