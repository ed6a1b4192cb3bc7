import assert from 'node:assert';
import * as vscode from 'vscode';

describe('the extension in VS Code', () => {
  it('is there and activates', async () => {
    const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.strictEqual(extension.isActive, true);
  });

  it('opens a *.playbook.md file of the workspace as a playbook', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'no workspace folder is open');
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(folder.uri, 'fair.playbook.md'),
    );
    assert.strictEqual(document.languageId, 'playbook');
  });
});
