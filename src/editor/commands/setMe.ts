import * as vscode from 'vscode';
import { ownerName } from '../../workspace/display.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';

/** `Playbook: Set Who I Am`: asks once which person of the roster is at the keyboard. */
export function registerSetMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.setMe', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    return uri && askWhoIAm(documents, me, uri);
  });
}

/** @returns the handle chosen, or undefined when the question was dismissed. */
export async function askWhoIAm(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const roster = documents.index.view(uri.toString())?.roster ?? documents.index.rosterAt(uri.toString());
  const people = [...roster.people.values()].filter((p) => p.left === undefined);
  if (people.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No roster lists people yet. Add a file named roster.yml with the people of your company.',
      ),
    );
    return undefined;
  }
  const items = people.map((p) => ({
    label: ownerName(p, roster),
    description: `@${p.handle}`,
    handle: p.handle,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Who Are You?'),
    placeHolder: vscode.l10n.t('Choose yourself, so that tasks can be assigned to you'),
    matchOnDescription: true,
  });
  if (picked) await me.remember(picked.handle);
  return picked?.handle;
}
