import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, openPlaybook } from './workbench.ts';

describe('the language', () => {
  afterEach(closeAll);

  it('continues a task list, unchecked', async () => {
    const editor = await openPlaybook('- [x] Print copies');
    editor.selection = new vscode.Selection(0, 18, 0, 18);
    await vscode.commands.executeCommand('type', { text: '\n' });
    assert.strictEqual(editor.document.getText().replace(/\r/g, ''), '- [x] Print copies\n- [ ] ');
  });

  it('wraps long lines in playbooks', async () => {
    const { document } = await openPlaybook('# Fair\n');
    assert.strictEqual(vscode.workspace.getConfiguration('editor', document).get('wordWrap'), 'on');
  });

  it('offers its snippets', async () => {
    const editor = await openPlaybook('task');
    editor.selection = new vscode.Selection(0, 4, 0, 4);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
    assert.ok(list.items.some((i) => i.kind === vscode.CompletionItemKind.Snippet));
  });
});
