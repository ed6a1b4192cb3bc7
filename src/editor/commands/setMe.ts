import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { askForPerson } from '../pickers/people.ts';

/** `Playbook: Set Who I Am`: asks which person of the roster is at the keyboard. */
export function registerSetMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.setMe', async () => {
    const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!uri) return;
    const handle = await ask(documents, me, uri);
    if (handle !== undefined) await me.choose(handle, uri);
  });
}

/**
 * Asks once, where nothing tells who is at the keyboard, and keeps the answer.
 * @returns the handle chosen, or undefined when the question was dismissed.
 */
export async function askWhoIAm(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const handle = await ask(documents, me, uri);
  if (handle !== undefined) await me.remember(handle);
  return handle;
}

async function ask(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const answer = await askForPerson(documents, {
    title: vscode.l10n.t('Who Are You?'),
    placeholder: vscode.l10n.t('Choose yourself or type your name, so that tasks can be assigned to you'),
    uri,
    me: await me.handle(documents, uri),
  });
  return answer && 'handle' in answer ? answer.handle : undefined;
}
