// Commands that ask for people and change several places.
import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  answerWithEnter,
  closeAll,
  eventually,
  openPlaybook,
  readFile,
  workspaceUri,
  writeFile,
} from '../workbench.ts';

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`playbook.${name}`, ...args);

/** Enter in every question means the first person of the roster, which is Maria. */
describe('commands that ask for people', () => {
  afterEach(closeAll);

  it('hands a task off with a promise', async () => {
    const { document } = await openPlaybook('- [ ] Send the slides @sam <!-- soon -->\n');
    await answerWithEnter(run('handOffTask'));
    assert.strictEqual(document.getText(), '- [ ] Send the slides @sam for:@maria sla:4bh <!-- soon -->\n');
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), '- [ ] Send the slides @sam <!-- soon -->\n');
  });

  it('keeps the due date of a task that is handed off', async () => {
    const { document } = await openPlaybook('- [ ] Send the slides @sam due:2028-01-10\n');
    await answerWithEnter(run('handOffTask'));
    assert.strictEqual(document.getText(), '- [ ] Send the slides @sam due:2028-01-10 for:@maria\n');
  });

  it('asks for help beside whom it asks already', async () => {
    const { document } = await openPlaybook('- [ ] Send the slides @sam help:@pat\n');
    await answerWithEnter(run('askForHelp'));
    assert.strictEqual(document.getText(), '- [ ] Send the slides @sam help:@pat,@maria\n');
    await answerWithEnter(run('askForHelp'));
    assert.strictEqual(document.getText(), '- [ ] Send the slides @sam help:@pat,@maria\n');
  });

  it('lists my tasks, and goes to the one that is due first', async () => {
    await vscode.workspace
      .getConfiguration('playbook')
      .update('me', 'pat', vscode.ConfigurationTarget.Workspace);
    try {
      await openPlaybook('- [ ] Later @pat due:2028-02-01\n- [ ] First of mine @pat due:2027-12-01\n');
      await answerWithEnter(run('myTasks'));
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.match(editor.document.lineAt(editor.selection.active.line).text, /First of mine/);
    } finally {
      await vscode.workspace
        .getConfiguration('playbook')
        .update('me', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('finds somebody and then a task of theirs', async () => {
    await openPlaybook('# Elsewhere\n\n- [ ] Call @maria due:2027-12-02\n');
    await answerWithEnter(run('whoOwns'));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /@maria/);
  });

  it('hands over everything of one person, rosters too', async () => {
    const uri = await writeFile(
      'leaver.playbook.md',
      '# Booth @maria\n\n- [ ] Call\n- [x] Print @maria\n- [ ] Ask @sam for:@maria\n',
    );
    const before = new Map<string, string>();
    for (const name of ['fair.playbook.md', 'roster.yml'])
      before.set(name, await readFile(workspaceUri(name)));
    await vscode.workspace.openTextDocument(uri);
    // Whose people are asked about is said by the playbook one is in.
    await openPlaybook('- [ ] Call\n');
    try {
      // From Maria to Pat, who is in her team.
      await answerWithEnter(run('reassignAll'));
      const text = await eventually(
        () => readFile(uri),
        (t) => t.includes('@pat'),
        'the file without its leaver',
      );
      assert.strictEqual(text, '# Booth @pat\n\n- [ ] Call\n- [x] Print @maria\n- [ ] Ask @sam for:@pat\n');
      const roster = await readFile(workspaceUri('roster.yml'));
      assert.strictEqual(roster, before.get('roster.yml')?.replace('lead: maria', 'lead: pat'));
    } finally {
      for (const [name, content] of before) await writeFile(name, content);
    }
  });

  it('adds up what it has checked, whatever the setting shows', async () => {
    const configuration = vscode.workspace.getConfiguration('playbook');
    const uri = await writeFile('unseen.playbook.md', '- [ ] Nobody does this\n');
    const count = () => vscode.languages.getDiagnostics(uri).length;
    await eventually(count, (n) => n === 1, 'the whole workspace is judged');
    await configuration.update('diagnostics.scope', 'openFiles', vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(count, (n) => n === 0, 'only open files are judged');
      await run('checkWorkspace');
      assert.strictEqual(count(), 1);
    } finally {
      await configuration.update('diagnostics.scope', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(uri);
    }
  });
});
