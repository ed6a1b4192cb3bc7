// Each command that changes tasks, called as the palette, a quick fix and a tree call it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { today } from '../../../src/editor/today.ts';
import {
  answerWithEnter,
  closeAll,
  eventually,
  openPlaybook,
  readFile,
  waitForProblems,
  writeFile,
} from '../workbench.ts';

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`playbook.${name}`, ...args);

/** Puts a cursor on each of the lines. */
function select(editor: vscode.TextEditor, ...lines: readonly number[]): void {
  editor.selections = lines.map((l) => new vscode.Selection(l, 8, l, 8));
}

async function textBecomes(document: vscode.TextDocument, expected: string): Promise<void> {
  await eventually(
    () => document.getText(),
    (t) => t === expected,
    'the text after the command',
  );
}

async function setMe(handle: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('playbook')
    .update('me', handle, vscode.ConfigurationTarget.Workspace);
}

describe('commands on tasks', () => {
  before(() => setMe('maria'));
  after(() => setMe(undefined));
  afterEach(closeAll);

  it('assigns all selected tasks to me in one step', async () => {
    const text = '# Fair\n\n- [ ] Print copies\n- [ ] Call the hall @sam\n- [ ] Book\n';
    const editor = await openPlaybook(text);
    editor.selection = new vscode.Selection(2, 3, 4, 0);
    await run('assignToMe');
    await textBecomes(
      editor.document,
      '# Fair\n\n- [ ] Print copies @maria\n- [ ] Call the hall @maria\n- [ ] Book\n',
    );
    await vscode.commands.executeCommand('undo');
    await textBecomes(editor.document, text);
  });

  it('assigns the task of a line, as a quick fix asks', async () => {
    const editor = await openPlaybook('- [ ] Print copies\n- [ ] Call\n');
    await run('assignToMe', 1);
    await textBecomes(editor.document, '- [ ] Print copies\n- [ ] Call @maria\n');
  });

  it('assigns tree items of files that nobody has open, and saves them', async () => {
    const a = await writeFile('tree-a.playbook.md', '- [ ] Print copies\n');
    const b = await writeFile('tree-b.playbook.md', '# B\n\n- [ ] Call\n- [ ] Book @sam\n');
    const items = [
      { task: { uri: a.toString(), line: 0 } },
      { uri: b.toString(), line: 2 },
      { uri: b.toString(), line: 3 },
    ];
    await run('assignToMe', items[0], items);
    assert.strictEqual(await readFile(a), '- [ ] Print copies @maria\n');
    assert.strictEqual(await readFile(b), '# B\n\n- [ ] Call @maria\n- [ ] Book @maria\n');
  });

  it('asks for the owner, with the section’s people first', async () => {
    const editor = await openPlaybook(
      '# Fair\n\n- [ ] Hire the booth @sam\n- [ ] Print copies\n- [ ] Call\n',
    );
    select(editor, 3, 4);
    // Who is at the keyboard would come before.
    await setMe(undefined);
    await answerWithEnter(run('assignOwner'));
    await setMe('maria');
    await textBecomes(
      editor.document,
      '# Fair\n\n- [ ] Hire the booth @sam\n- [ ] Print copies @sam\n- [ ] Call @sam\n',
    );
  });

  it('writes nothing into a text that changed while it asked', async () => {
    const editor = await openPlaybook('- [ ] Print copies\n');
    await waitForProblems(editor.document, ['owner-missing Print copies']);
    const asked = run('assignOwner');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), '# Fair\n\n');
    await vscode.workspace.applyEdit(edit);
    await answerWithEnter(asked);
    assert.strictEqual(editor.document.getText(), '# Fair\n\n- [ ] Print copies\n');
  });

  it('clears owners, inherited ones too', async () => {
    const editor = await openPlaybook('# Booth @sam\n\n- [ ] Print copies (@maria)\n- [ ] Call\n');
    select(editor, 2, 3);
    await run('clearOwner');
    await textBecomes(editor.document, '# Booth @sam\n\n- [ ] Print copies\n- [ ] Call @tbd\n');
  });

  it('marks as done whatever is open, and opens again when all is done', async () => {
    const editor = await openPlaybook('- [x] Print copies\n- [ ] Call\n');
    select(editor, 0, 1);
    await run('toggleTask');
    await textBecomes(editor.document, '- [x] Print copies\n- [x] Call\n');
    await run('toggleTask');
    await textBecomes(editor.document, '- [ ] Print copies\n- [ ] Call\n');
  });

  it('sets a due date', async () => {
    const editor = await openPlaybook('- [ ] Print copies @sam\n');
    await answerWithEnter(run('setDueDate'));
    await textBecomes(editor.document, `- [ ] Print copies @sam due:${today()}\n`);
  });

  it('leaves everything alone where there is no task', async () => {
    const editor = await openPlaybook('# Fair\n\nSome words.\n\n- [ ] Call\n');
    select(editor, 2);
    for (const name of ['assignOwner', 'assignToMe', 'clearOwner', 'toggleTask', 'setDueDate'])
      await run(name);
    assert.strictEqual(editor.document.isDirty, false);
  });
});
