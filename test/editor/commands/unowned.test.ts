import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, openPlaybook } from '../workbench.ts';

/** Where the cursor is: the file and the text of the line. */
function here(): string {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const { document, selection } = editor;
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  return `${name}: ${document.lineAt(selection.active.line).text}`;
}

describe('going to tasks without an owner', () => {
  afterEach(closeAll);

  it('goes on, from playbook to playbook, and comes round again', async () => {
    const editor = await openPlaybook(
      '# Z\n\n- [ ] First\n- [x] Done\n- [ ] Owned @sam\n- [ ] Last\n',
      '-z.playbook.md',
    );
    const name = editor.document.uri.path.slice(editor.document.uri.path.lastIndexOf('/') + 1);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const seen: string[] = [];
    for (let i = 0; i < 2; i++) {
      await vscode.commands.executeCommand('playbook.nextUnowned');
      seen.push(here());
    }
    assert.deepStrictEqual(seen, [`${name}: - [ ] First`, `${name}: - [ ] Last`]);
    // Through the rest of the workspace and back to the first: as many steps as there are such tasks.
    let steps = 0;
    do {
      await vscode.commands.executeCommand('playbook.nextUnowned');
      steps++;
      assert.ok(steps < 200, 'it never comes round');
    } while (here() !== `${name}: - [ ] First`);
    assert.ok(steps > 1, 'other playbooks were left out');
    // And back by the same way.
    await vscode.commands.executeCommand('playbook.previousUnowned');
    assert.notStrictEqual(here(), `${name}: - [ ] First`);
    await vscode.commands.executeCommand('playbook.nextUnowned');
    assert.strictEqual(here(), `${name}: - [ ] First`);
  });

  it('puts the cursor where the owner goes', async () => {
    const editor = await openPlaybook('- [ ] Print copies due:2028-01-10\n');
    await vscode.commands.executeCommand('playbook.nextUnowned');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await openPlaybook('# A\n\n| Task | Owner |\n| --- | --- |\n| Print |  |\n');
    await vscode.commands.executeCommand('playbook.nextUnowned');
    assert.deepStrictEqual(vscode.window.activeTextEditor?.selection.active, new vscode.Position(4, 10));
  });
});
