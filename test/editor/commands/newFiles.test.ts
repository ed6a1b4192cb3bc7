import assert from 'node:assert';
import * as vscode from 'vscode';
import { templates } from '../../../src/language/templates.ts';
import {
  answerWithEnter,
  closeAll,
  eventually,
  problems,
  readFile,
  workspaceUri,
  writeFile,
} from '../workbench.ts';

describe('new files', () => {
  afterEach(closeAll);

  it('makes a playbook of what is offered first, with the roster’s people', async () => {
    await vscode.workspace.fs.createDirectory(workspaceUri('new'));
    await answerWithEnter(vscode.commands.executeCommand('playbook.newPlaybook', workspaceUri('new')));
    const uri = workspaceUri('new/marketing-campaign.playbook.md');
    const editor = vscode.window.activeTextEditor;
    assert.strictEqual(editor?.document.uri.toString(), uri.toString());
    const text = await readFile(uri);
    assert.match(text, /^---\ntitle: Marketing campaign\nowner: maria\nt-day: \d{4}-\d\d-\d\d\n/);
    assert.match(text, /@sam for:@maria due:T\+6w/);
    // The cursor stands on the first task without an owner.
    const line = editor.document.lineAt(editor.selection.active.line).text;
    // Nothing says who writes here: Enter makes nobody the owner of everything.
    assert.match(line, /^- \[ \] Write the landing page, the e-mails and the ads due:T-4w /);
    const seen = await eventually(
      () => problems(editor.document),
      (p) => p.length > 0,
      'its problems',
    );
    assert.ok(
      seen.every((p) => p.startsWith('owner-missing ')),
      seen.join('\n'),
    );
  });

  it('has every template in the extension’s folder', async () => {
    const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
    assert.ok(extension);
    for (const { id } of templates) {
      const uri = vscode.Uri.joinPath(extension.extensionUri, 'templates', `${id}.playbook.md`);
      assert.match(await readFile(uri), /^---\ntemplate: true\n/);
    }
  });

  it('makes a roster of those whom the playbooks below a folder name', async () => {
    const uri = await writeFile(
      'found/a.playbook.md',
      '- [ ] Call @zoe for:@ae\n- [ ] Print @zoe\n- [ ] Ask @sam\n',
    );
    await vscode.workspace.openTextDocument(uri);
    await answerWithEnter(vscode.commands.executeCommand('playbook.newRoster', workspaceUri('found')));
    assert.match(
      await readFile(workspaceUri('found/roster.yml')),
      /^# .*\n\npeople:\n {2}zoe: \{ name: Zoe \}\n\nroles:\n {2}ae: \[\]\n$/,
    );
  });

  it('offers an example to fill in where nobody is named', async () => {
    await vscode.workspace.fs.createDirectory(workspaceUri('empty'));
    await vscode.commands.executeCommand('playbook.newRoster', workspaceUri('empty'));
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.ok(document.uri.path.endsWith('/empty/roster.yml'));
    assert.match(
      document.getText(),
      /people:\n {2}# .*\n {2}maria: \{ name: Maria López, team: marketing \}\n/,
    );
  });

  it('asks for somebody else where the roster knows everybody who is named', async () => {
    await writeFile('known/roster.yml', '# Ours.\npeople:\n  kim: { name: Kim Ito }\n');
    await answerWithEnter(vscode.commands.executeCommand('playbook.newRoster', workspaceUri('known')));
    assert.strictEqual(
      vscode.window.activeTextEditor?.document.uri.toString(),
      workspaceUri('known/roster.yml').toString(),
    );
    assert.strictEqual(
      await readFile(workspaceUri('known/roster.yml')),
      '# Ours.\npeople:\n  kim: { name: Kim Ito }\n',
    );
  });
});
