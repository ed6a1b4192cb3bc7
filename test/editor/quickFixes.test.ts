import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, openPlaybook, quickFixes, waitForProblems } from './workbench.ts';

describe('quick fixes', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('playbook')
      .update('me', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  async function fixesOf(text: string, problem: string): Promise<[vscode.TextEditor, vscode.CodeAction[]]> {
    const editor = await openPlaybook(text);
    await waitForProblems(editor.document, [problem]);
    const [diagnostic] = vscode.languages.getDiagnostics(editor.document.uri);
    assert.ok(diagnostic);
    return [editor, await quickFixes(editor.document, diagnostic.range)];
  }

  /** Applies a fix, expects a text without problems, and takes it back with one undo. */
  async function applyAndUndo(text: string, problem: string, title: string, expected: string): Promise<void> {
    const [{ document }, fixes] = await fixesOf(text, problem);
    const fix = fixes.find((f) => f.title === title);
    assert.ok(fix?.edit, `no fix "${title}" among ${fixes.map((f) => f.title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.strictEqual(document.getText(), expected);
    await waitForProblems(document, []);
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => document.getText(),
      (t) => t === text,
      'one undo brings the text back',
    );
    await waitForProblems(document, [problem]);
  }

  it('assigns a task, and one undo takes it back', () =>
    applyAndUndo(
      '# Fair\r\n\r\n- [ ] Print copies due:2028-01-10 <!-- A4 -->\r\n',
      'owner-missing Print copies',
      'Assign to Sam Cole (Sales)',
      '# Fair\r\n\r\n- [ ] Print copies @sam due:2028-01-10 <!-- A4 -->\r\n',
    ));

  it('offers who is named in the text first, then the section’s people, then the rest', async () => {
    const text = '# Fair\n\n- [ ] Hire the booth @sam\n- [ ] Ask @pat about the banner\n';
    const [, fixes] = await fixesOf(text, 'owner-missing Ask @pat about the banner');
    const names = fixes.map((f) => f.title).filter((t) => t.startsWith('Assign to ') && !t.endsWith('…'));
    assert.deepStrictEqual(names.slice(0, 3), [
      'Assign to Pat Doe (Marketing, Sales)',
      'Assign to Sam Cole (Sales)',
      'Assign to Maria López (Marketing)',
    ]);
  });

  it('assigns to me, as the setting says', async () => {
    await vscode.workspace
      .getConfiguration('playbook')
      .update('me', 'maria', vscode.ConfigurationTarget.Workspace);
    await applyAndUndo(
      '- [ ] Print copies\n',
      'owner-missing Print copies',
      'Assign to Me (Maria López)',
      '- [ ] Print copies @maria\n',
    );
  });

  it('asks who I am where nothing says so', async () => {
    const [, fixes] = await fixesOf('- [ ] Print copies\n', 'owner-missing Print copies');
    assert.ok(fixes.some((f) => f.title === 'Assign to Me…' && f.command?.command === 'playbook.assignToMe'));
  });

  const titles = (actions: readonly vscode.CodeAction[]) => actions.map((a) => a.title);

  it('offers likely people first, then anybody, then me; what hides or explains comes last', async () => {
    const [, fixes] = await fixesOf('- [ ] Print copies\n', 'owner-missing Print copies');
    const all = titles(fixes);
    assert.deepStrictEqual(all.slice(-4), [
      'Assign to Somebody Else…',
      'Assign to Me…',
      'Ignore Here',
      'Explain This Rule',
    ]);
    assert.ok(all.slice(0, -4).every((t) => t.startsWith('Assign to ')));
    assert.deepStrictEqual(titles(fixes.filter((f) => f.isPreferred)), all.slice(0, 1));
  });

  /** The fixes with the cursor at the end of the only line that holds these words. */
  async function fixesAt(text: string, words: string, kind = vscode.CodeActionKind.QuickFix) {
    const { document } = await openPlaybook(text);
    const line = text.split('\n').findIndex((l) => l.includes(words));
    const at = document.lineAt(line).range.end;
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
      kind.value,
    );
  }

  it('gives away a task that its section speaks for, where the cursor is', async () => {
    const tasks = Array.from({ length: 12 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    const all = titles(await fixesAt(`# Fair\n\n${tasks}`, 'Task 7'));
    assert.ok(all.includes('Assign to Sam Cole (Sales)'), all.join(', '));
    assert.ok(all.includes('Assign to Somebody Else…'));
    assert.ok(!all.some((t) => t.startsWith('Silence')), 'there is no problem to silence here');
  });

  it('leaves a template and what somebody owns as they are', async () => {
    assert.deepStrictEqual(await fixesAt('---\ntemplate: true\n---\n\n- [ ] Print copies\n', 'Print'), []);
    assert.deepStrictEqual(await fixesAt('- [ ] Print copies @sam\n', 'Print'), []);
    assert.deepStrictEqual(await fixesAt('- [x] Print copies\n', 'Print'), []);
  });

  describe('on every task', () => {
    const { Refactor, RefactorExtract, RefactorInline, RefactorMove, RefactorRewrite } =
      vscode.CodeActionKind;
    const FIVE = ['Assign Owner…', 'Set Due Date…', 'Mark as Done', 'Ask for Help…', 'Set Who Needs It…'];
    const cases: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
      ['nobody owns', '- [ ] Print copies\n', FIVE],
      ['somebody owns', '# Fair @sam\n\n- [ ] Print copies\n', FIVE],
      ['of a template', '---\ntemplate: true\n---\n\n- [ ] Print copies\n', FIVE],
      ['done', '- [x] Print copies @sam\n', FIVE.map((t) => (t === 'Mark as Done' ? 'Mark as Not Done' : t))],
      [
        'in a table without a column for what is done',
        '| Task | Owner | Due |\n| --- | --- | --- |\n| Print copies | @sam | 2028-01-10 |\n',
        FIVE.filter((t) => t !== 'Mark as Done'),
      ],
    ];
    for (const [name, text, expected] of cases) {
      it(`${name}: its commands`, async () => {
        assert.deepStrictEqual(titles(await fixesAt(text, 'Print', Refactor)), expected);
        for (const other of [RefactorExtract, RefactorInline, RefactorMove, RefactorRewrite]) {
          assert.deepStrictEqual(await fixesAt(text, 'Print', other), [], other.value);
        }
      });
    }

    it('they run on that task, wherever the cursor is then', async () => {
      const actions = await fixesAt('- [ ] Print copies\n- [ ] Call\n', 'Call', Refactor);
      const command = actions.find((a) => a.title === 'Mark as Done')?.command;
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(command && document);
      await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
      assert.strictEqual(document.getText(), '- [ ] Print copies\n- [x] Call\n');
    });

    it('none elsewhere', async () => {
      assert.deepStrictEqual(await fixesAt('# Fair\n\nProse\n\n- [ ] Print copies\n', 'Prose', Refactor), []);
    });
  });

  it('writes the owner so that it is read as one', () =>
    applyAndUndo(
      '- [ ] Find a customer for\n',
      'owner-missing Find a customer for',
      'Assign to Sam Cole (Sales)',
      '- [ ] Find a customer for (@sam)\n',
    ));

  it('fills the owner cell of a table', () =>
    applyAndUndo(
      '| Task | Owner |\n| --- | --- |\n| Print copies |  |\n',
      'owner-missing Print copies',
      'Assign to Sam Cole (Sales)',
      '| Task | Owner |\n| --- | --- |\n| Print copies | @sam |\n',
    ));

  it('moves a mention from the middle of a sentence to where it owns', () =>
    applyAndUndo(
      '- [ ] Let @pat check the numbers due:2028-01-10\n',
      'owner-missing Let @pat check the numbers',
      'Move @pat to the End',
      '- [ ] Let check the numbers @pat due:2028-01-10\n',
    ));

  it('gives a whole section an owner', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    const owned = tasks.replaceAll('\n', ' @pat\n');
    return applyAndUndo(
      `# Fair\n\n## Booth for #fair\n\n${tasks}\n## Print\n\n${owned}`,
      'owner-missing Booth for',
      'Assign the Section to Sam Cole (Sales)',
      `# Fair\n\n## Booth for (@sam) #fair\n\n${tasks}\n## Print\n\n${owned}`,
    );
  });

  it('gives a whole section an owner, and the blanks in it', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i} OWNER\n`).join('');
    const owned = '- [ ] Own @pat\n'.repeat(11);
    const blank = tasks.replaceAll('OWNER', '@tbd');
    return applyAndUndo(
      `# Fair\n\n## Booth\n\n${blank}\n### Travel @tbd\n\n- [ ] Book hotels\n\n## Print\n\n${owned}`,
      'owner-missing Booth',
      'Assign the Section and 11 Blanks in It to Sam Cole (Sales)',
      `# Fair\n\n## Booth @sam\n\n${tasks.replaceAll('OWNER', '@sam')}\n### Travel @sam\n\n- [ ] Book hotels\n\n## Print\n\n${owned}`,
    );
  });

  it('marks a document as a template that nobody is meant to own yet', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    return applyAndUndo(
      `# Fair\n\n${tasks}`,
      'owner-missing Fair',
      'This Is a Template',
      `---\ntemplate: true\n---\n\n# Fair\n\n${tasks}`,
    );
  });

  it('corrects a name that is nearly right', () =>
    applyAndUndo(
      '- [ ] Print copies @mari\n',
      'mention-unknown @mari',
      'Change to @maria',
      '- [ ] Print copies @maria\n',
    ));

  it('makes a task of what is nearly one', async () => {
    const [{ document }, fixes] = await fixesOf('- [] Print copies @sam\n', 'task-malformed []');
    const fix = fixes.find((f) => f.title === 'Make It a Task');
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.strictEqual(document.getText(), '- [ ] Print copies @sam\n');
    await waitForProblems(document, []);
  });

  it('repairs on saving what is certain, and no more', async () => {
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.playbook': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const { document } = await openPlaybook('- [] Print @Maria\n- [ ] Call @mari\n- [ ] Book\n');
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(3, 0), '- [ ] Order lamps @SAM\n');
      await vscode.workspace.applyEdit(edit);
      await document.save();
      assert.strictEqual(
        document.getText(),
        '- [ ] Print @maria\n- [ ] Call @mari\n- [ ] Book\n- [ ] Order lamps @sam\n',
      );
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
