import * as vscode from 'vscode';
import { adoptMarkdown } from '../adoptMarkdown.ts';
import type { Documents } from '../documents.ts';
import type { Judge } from '../judge.ts';
import { addPerson } from '../pickers/addPerson.ts';
import { askForWorkspaceFolder } from '../pickers/workspaceFolder.ts';
import { createRoster } from '../rosterFile.ts';
import { rosterHome, type RosterHome } from '../rosterHome.ts';

/**
 * `Playbook: New Roster`: proposes everybody whom the Markdown of a folder names and no roster knows, and writes those
 * that are chosen into `roster.yml`, together with the files that become playbooks. A roster that is there is added to.
 */
export function registerNewRoster(documents: Documents, judge: Judge): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.newRoster', async (resource?: unknown) => {
    // A roster speaks for its folder and everything below, so the outermost folder is the place.
    const folder = resource instanceof vscode.Uri ? resource : await askForWorkspaceFolder();
    if (!folder) return;
    await documents.refresh(folder);
    const home = await rosterHome(documents, [folder]);
    const title = home.document ? vscode.l10n.t('Add to the Roster') : vscode.l10n.t('New Roster');
    await adoptMarkdown(documents, judge, { title, folder, home, wholeFolder: false }, () =>
      nobodyNamed(documents, home),
    );
  });
}

async function nobodyNamed(documents: Documents, { folder, document }: RosterHome): Promise<void> {
  if (document) {
    await offerSomebody(documents, document);
    return;
  }
  const editor = await vscode.window.showTextDocument(await createRoster(folder));
  await writeExample(editor);
}

/** The roster lists everybody who is written anywhere: whoever runs the command has somebody else in mind. */
export async function offerSomebody(documents: Documents, roster: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(roster);
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add to the Roster'),
    prompt: vscode.l10n.t('Everybody named in these files is in the roster. Who else is there?'),
    placeHolder: vscode.l10n.t('Name, such as Maria López'),
  });
  if (name !== undefined && name.trim() !== '') await addPerson(documents, roster.uri, name);
}

/** Nobody is named yet: two teams and one person to fill in with the Tab key. */
async function writeExample(editor: vscode.TextEditor): Promise<void> {
  const comment = vscode.l10n.t('One line for each person. The first word is what you write behind an @.');
  const snippet = new vscode.SnippetString();
  snippet.appendText('teams:\n  marketing: { name: Marketing }\n  sales: { name: Sales }\n\npeople:\n');
  snippet.appendText(`  # ${comment}\n  `);
  snippet.appendPlaceholder('maria').appendText(': { name: ').appendPlaceholder('Maria López');
  snippet.appendText(', team: ').appendChoice(['marketing', 'sales']).appendText(' }\n').appendTabstop(0);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await editor.insertSnippet(snippet, end);
}
