import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { askForPerson } from '../pickers/people.ts';

/** `Playbook: Set Who I Am`: asks once which person of the roster is at the keyboard. */
export function registerSetMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.setMe', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (uri) await askWhoIAm(documents, me, uri);
  });
}

/** @returns the handle chosen, or undefined when the question was dismissed. */
export async function askWhoIAm(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const answer = await askForPerson(documents, {
    title: vscode.l10n.t('Who Are You?'),
    placeholder: vscode.l10n.t('Choose yourself or type your name, so that tasks can be assigned to you'),
    uri,
    me: await me.handle(documents, uri),
  });
  if (!answer || !('handle' in answer)) return undefined;
  await me.remember(answer.handle);
  return answer.handle;
}
