import * as vscode from 'vscode';
import { findProblems, hide, isLoud } from './commands/writeBaseline.ts';
import type { Documents } from './documents.ts';
import { inProgress } from './inProgress.ts';
import type { Judge } from './judge.ts';

/**
 * Once there are new playbooks: offers to hide what is wrong with them so far, so that only new problems show.
 * @param folder of the workspace  @param uris of the new ones: what is wrong elsewhere is not touched
 */
export async function offerBaseline(
  documents: Documents,
  judge: Judge,
  folder: vscode.Uri,
  uris: ReadonlySet<string>,
): Promise<void> {
  await documents.whenNamed();
  await judge.whenCounted();
  const before = documents.baselines.of(folder);
  if (!before) return;
  const found = await inProgress(
    vscode.l10n.t('Checking playbooks…'),
    findProblems(documents, folder, judge, (uri) => uris.has(uri)),
  );
  const loud = found.flatMap((f) => f.problems).filter(isLoud);
  if (loud.length === 0) return;
  const hideAll = {
    label:
      loud.length === 1
        ? vscode.l10n.t('Hide 1 Existing Problem')
        : vscode.l10n.t('Hide {count} Existing Problems', { count: loud.length }),
    detail: vscode.l10n.t('From now on, only new ones are shown.'),
    iconPath: new vscode.ThemeIcon('eye-closed'),
  };
  const choose = {
    label: vscode.l10n.t('Choose Which Ones to Hide…'),
    iconPath: new vscode.ThemeIcon('list-selection'),
  };
  const show = { label: vscode.l10n.t('Show Them All'), iconPath: new vscode.ThemeIcon('eye') };
  const picked = await vscode.window.showQuickPick([hideAll, choose, show], {
    title: vscode.l10n.t('Existing Problems'),
    placeHolder: vscode.l10n.t('What should happen to problems that were there before?'),
    ignoreFocusOut: true,
  });
  if (picked === choose) await vscode.commands.executeCommand('playbook.writeBaseline', folder);
  if (picked === hideAll) await hide(documents, folder, before, found, new Set(loud.map((p) => p.rule)));
}
