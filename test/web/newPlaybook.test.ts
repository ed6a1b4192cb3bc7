import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';

describe('a new playbook in the web-worker host', () => {
  it('comes from a template in the extension’s folder', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no workspace folder is open');
    const made = vscode.commands.executeCommand('playbook.newPlaybook', folder.uri).then(() => 'done');
    const pause = () => new Promise<string>((resolve) => setTimeout(resolve, 50, 'open'));
    // Enter in every question takes what is offered first.
    for (let i = 0; (await Promise.race([made, pause()])) !== 'done'; i++) {
      ok(i < 400, 'the questions take no answer');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    const document = vscode.window.activeTextEditor?.document;
    equal(document?.uri.path.split('/').at(-1), 'marketing-campaign.playbook.md');
    ok(document?.getText().includes('\n# Marketing campaign\n'), 'the template is filled in');
  });
});
