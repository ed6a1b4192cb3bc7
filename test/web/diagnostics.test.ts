import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';

/** Waits until the playbook problems of a file are these, told as their rules. */
async function waitForRules(uri: vscode.Uri, expected: string): Promise<void> {
  let seen = '';
  for (let i = 0; i < 200 && seen !== expected; i++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    seen = vscode.languages
      .getDiagnostics(uri)
      .filter((d) => d.source === 'playbook')
      .map((d) => String(typeof d.code === 'object' ? d.code.value : d.code))
      .join(' ');
  }
  equal(seen, expected);
}

describe('diagnostics in the web-worker host', () => {
  it('show who is missing, and a quick fix mends it', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder, 'no workspace folder is open');
    const uri = vscode.Uri.joinPath(folder.uri, 'web.playbook.md');
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode('- [ ] Print copies\n- [ ] Call Pat @sma\n'),
    );
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await waitForRules(uri, 'owner-missing mention-unknown');
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new vscode.Range(0, 6, 0, 6),
    );
    const fix = fixes.find((f) => f.title === 'Assign to Sam Cole (Sales)');
    ok(fix?.edit, 'the fix is offered');
    await vscode.workspace.applyEdit(fix.edit);
    equal(document.lineAt(0).text, '- [ ] Print copies @sam');
    await waitForRules(uri, 'mention-unknown');
  });
});
