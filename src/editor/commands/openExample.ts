import * as vscode from 'vscode';
import { exists } from '../rosterFile.ts';

/** What the example is called where it is copied to. */
const NAME = 'acme-playbooks';

/**
 * `Playbook: Open the Example`: copies the Acme example into a new folder of the user's choice and opens it.
 * @param extension folder of the extension, which holds the example
 */
export function registerOpenExample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.openExample', async () => {
    // Without a disk there is nowhere to copy to: an extension that runs on the web is read over the network.
    if (extension.scheme !== 'file' && extension.scheme !== 'vscode-remote') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The example needs a folder on a disk. Open it in VS Code on your computer.'),
      );
      return;
    }
    const [parent] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Where should the example go?'),
        openLabel: vscode.l10n.t('Put the Example Here'),
        canSelectFolders: true,
        canSelectFiles: false,
      })) ?? [];
    if (!parent) return;
    const target = await copyExample(extension, parent);
    const hasFolder = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: hasFolder });
  });
}

/** Copies the example into a folder of its own. @returns that folder, which was not there before. */
export async function copyExample(extension: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  const source = vscode.Uri.joinPath(extension, 'examples', 'acme');
  let target = vscode.Uri.joinPath(parent, NAME);
  for (let n = 2; await exists(target); n++) target = vscode.Uri.joinPath(parent, `${NAME}-${n}`);
  await vscode.workspace.fs.copy(source, target);
  return target;
}
