import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { askForPerson, type PeopleQuestion } from '../pickers/people.ts';
import { plainLabel, type Choice } from '../pickers/quickPick.ts';
import { nameAt } from '../rosterFile.ts';

/**
 * `Playbook: Set Who I Am`: asks which person of the roster is at the keyboard. With a handle as its argument it does not
 * ask; with an empty one it takes back what was chosen.
 */
export function registerSetMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.setMe', async (given?: unknown) => {
    const uri = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!uri) return;
    const handle = typeof given === 'string' ? given.replace(/^@/, '') : await choose(documents, me, uri);
    if (handle === undefined) return;
    if (handle === '') await me.unchoose();
    else await me.choose(handle, uri);
    sayWhoIAm(documents, uri, await me.handle(documents, uri));
  });
}

/** In the status bar, for as long as it takes to read. */
function sayWhoIAm(documents: Documents, uri: vscode.Uri, handle: string | undefined): void {
  const said =
    handle === undefined
      ? vscode.l10n.t('$(account) You are nobody in particular')
      : vscode.l10n.t('$(account) You are {name}', { name: plainLabel(nameAt(documents, uri, handle)) });
  vscode.window.setStatusBarMessage(said, 10_000);
}

/** @returns a handle; empty when nobody in particular is chosen, undefined when the question was dismissed. */
async function choose(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const answer = await askForPerson(documents, {
    ...(await question(documents, me, uri)),
    after: me.isChosen ? [nobody()] : [],
  });
  if (!answer) return undefined;
  return 'handle' in answer ? answer.handle : '';
}

function nobody(): Choice {
  return {
    id: 'nobody',
    label: vscode.l10n.t('Nobody in Particular'),
    description: vscode.l10n.t('use your Git e-mail, or ask'),
    icon: 'circle-slash',
  };
}

/**
 * Asks once, where nothing tells who is at the keyboard, and keeps the answer.
 * @returns the handle chosen, or undefined when the question was dismissed.
 */
export async function askWhoIAm(documents: Documents, me: Me, uri: vscode.Uri): Promise<string | undefined> {
  const answer = await askForPerson(documents, await question(documents, me, uri));
  if (!answer || !('handle' in answer)) return undefined;
  await me.remember(answer.handle);
  sayWhoIAm(documents, uri, answer.handle);
  return answer.handle;
}

async function question(documents: Documents, me: Me, uri: vscode.Uri): Promise<PeopleQuestion> {
  return {
    title: vscode.l10n.t('Who Are You?'),
    placeholder: vscode.l10n.t('Choose yourself or type your name, so that tasks can be assigned to you'),
    uri,
    me: await me.handle(documents, uri),
  };
}
