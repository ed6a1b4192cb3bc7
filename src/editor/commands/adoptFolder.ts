import * as vscode from 'vscode';
import { adoptMarkdown } from '../adoptMarkdown.ts';
import type { Documents } from '../documents.ts';
import type { Judge } from '../judge.ts';
import { filesText } from '../pickers/foundPeople.ts';
import { plainLabel } from '../pickers/quickPick.ts';
import { askForWorkspaceFolder } from '../pickers/workspaceFolder.ts';
import { homeAbove } from '../rosterHome.ts';
import { offerSomebody } from './newRoster.ts';

/**
 * `Playbook: Make These Files Playbooks`: the roster of a folder, or a new one of the workspace, names the folder's
 * Markdown and everybody whom it names.
 */
export function registerAdoptFolder(documents: Documents, judge: Judge): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.adoptFolder', async (resource?: unknown) => {
    await documents.whenNamed();
    const folder = resource instanceof vscode.Uri ? resource : await askForFolder(documents);
    if (!folder) return;
    const root = vscode.workspace.getWorkspaceFolder(folder)?.uri;
    if (!root) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open this folder in VS Code first: a roster speaks for a folder.'),
      );
      return;
    }
    await documents.refresh(folder);
    const home = await homeAbove(documents, folder, root);
    const title = vscode.l10n.t('Make These Files Playbooks');
    await adoptMarkdown(documents, judge, { title, folder, home, wholeFolder: true }, async () => {
      if (home.document) await offerSomebody(documents, home.document);
      else {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('{folder} holds no Markdown files. Choose the folder of your handbook.', {
            folder: vscode.workspace.asRelativePath(folder),
          }),
        );
      }
    });
  });
}

interface Item extends vscode.QuickPickItem {
  readonly folder: vscode.Uri;
}

/** The folders right below the workspace's that hold Markdown, the fullest first, and behind them all of it. */
async function askForFolder(documents: Documents): Promise<vscode.Uri | undefined> {
  const root = await askForWorkspaceFolder();
  if (!root) return undefined;
  const counts = new Map<string, number>();
  const files = documents.markdownBelow(root);
  for (const { path } of files) {
    const [name = '', ...below] = path.slice(root.path.replace(/\/$/, '').length + 1).split('/');
    if (below.length > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const items = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]): Item => ({
      label: plainLabel(name),
      description: filesText(count),
      iconPath: new vscode.ThemeIcon('folder'),
      folder: vscode.Uri.joinPath(root, name),
    }));
  if (items.length === 0) return root;
  const all: Item = {
    label: vscode.l10n.t('Everything in This Workspace'),
    description: filesText(files.length),
    iconPath: new vscode.ThemeIcon('root-folder'),
    folder: root,
  };
  const picked = await vscode.window.showQuickPick([...items, all], {
    title: vscode.l10n.t('Make These Files Playbooks'),
    placeHolder: vscode.l10n.t('Which folder holds your handbook?'),
    ignoreFocusOut: true,
  });
  return picked?.folder;
}
