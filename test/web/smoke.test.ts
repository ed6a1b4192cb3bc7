import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';

describe('the extension in the web-worker host', () => {
  it('runs without Node', () => {
    ok(typeof process === 'undefined', 'this is not the web-worker host: there is a process');
  });

  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
    ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    equal(extension.isActive, true);
  });

  it('opens a *.playbook.md file of the workspace as a playbook', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no workspace folder is open');
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder.uri, 'fair.playbook.md'),
    );
    equal(document.languageId, 'playbook');
  });
});
