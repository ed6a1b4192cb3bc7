import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  openPlaybook,
  replaceAll,
  ruleOf,
  waitForProblems,
  workspaceUri,
} from './workbench.ts';

describe('diagnostics', () => {
  afterEach(closeAll);

  /** Each rule's problem appears while typing, unsaved, and goes when the text is mended. */
  const cases: readonly { rule: string; bad: string; good: string; squiggle: string }[] = [
    {
      rule: 'owner-missing',
      bad: '# Fair\n\n- [ ] Print copies due:2028-01-10\n  - child\n',
      good: '# Fair\n\n- [ ] Print copies @maria due:2028-01-10\n  - child\n',
      squiggle: 'Print copies',
    },
    {
      rule: 'mention-unknown',
      bad: '- [ ] Print copies @mari\n',
      good: '- [ ] Print copies @maria\n',
      squiggle: '@mari',
    },
    {
      rule: 'owner-team-only',
      bad: '- [ ] Print copies @support\n',
      good: '- [ ] Print copies @marketing\n',
      squiggle: 'Print copies @support',
    },
    {
      rule: 'owner-line-empty',
      bad: '# Fair\n\n**DRI:**\n\n- [ ] Print copies @maria\n',
      good: '# Fair\n\n**DRI:** @sam\n\n- [ ] Print copies @maria\n',
      squiggle: '**DRI:**',
    },
    {
      rule: 'front-matter-invalid',
      bad: '---\nowner: @maria\n---\n',
      good: '---\nowner: maria\n---\n',
      squiggle: '@maria',
    },
    {
      rule: 'front-matter-schema',
      bad: '---\npepole: {}\n---\n',
      good: '---\npeople: {}\n---\n',
      squiggle: 'pepole',
    },
    { rule: 'task-malformed', bad: '- [] Print copies\n', good: '- [ ] Print copies @sam\n', squiggle: '[]' },
  ];
  for (const { rule, bad, good, squiggle } of cases) {
    it(`${rule} appears with unsaved text and goes when it is mended`, async () => {
      const editor = await openPlaybook(good);
      await waitForProblems(editor.document, []);
      await replaceAll(editor, bad);
      await waitForProblems(editor.document, [`${rule} ${squiggle}`]);
      assert.ok(editor.document.isDirty, 'the test must look at unsaved text');
      await replaceAll(editor, good);
      await waitForProblems(editor.document, []);
    });
  }

  it('a problem says where its rule is explained', async () => {
    const { document } = await openPlaybook('- [ ] Print copies\n');
    await waitForProblems(document, ['owner-missing Print copies']);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(problem && ruleOf(problem) === 'owner-missing');
    assert.strictEqual(problem.severity, vscode.DiagnosticSeverity.Warning);
    const { code } = problem;
    assert.ok(typeof code === 'object' && code.target.path.endsWith('/docs/rules/owner-missing.md'));
  });

  it('folds a section of ten unowned tasks into one problem on its heading', async () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    const text = `# Fair\n\n## Booth\n\n${tasks}\n## Print\n\n${tasks.replaceAll('\n', ' @sam\n')}`;
    const editor = await openPlaybook(text);
    await waitForProblems(editor.document, ['owner-missing Booth']);
    await replaceAll(editor, text.replace('Task 0', 'Task 0 @sam'));
    await eventually(
      () => vscode.languages.getDiagnostics(editor.document.uri).length,
      (n) => n === 9,
      'nine single problems',
    );
  });

  it('problems go away with their file', async () => {
    const { document } = await openPlaybook('- [ ] Print copies\n');
    await waitForProblems(document, ['owner-missing Print copies']);
    await vscode.workspace.fs.delete(document.uri);
    await eventually(
      () => vscode.languages.getDiagnostics(document.uri).length,
      (n) => n === 0,
      'no problems',
    );
  });

  it('an unsaved roster counts at once', async () => {
    const { document } = await openPlaybook('- [ ] Print copies @zoe\n');
    await waitForProblems(document, ['mention-unknown @zoe']);
    const roster = await vscode.workspace.openTextDocument(workspaceUri('roster.yml'));
    const editor = await vscode.window.showTextDocument(roster);
    await editor.edit((edit) => {
      edit.insert(roster.lineAt(roster.lineCount - 1).range.end, '\nroles:\n  zoe: maria\n');
    });
    await waitForProblems(document, []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await waitForProblems(document, ['mention-unknown @zoe']);
  });

  it('a roster that is created, changed and deleted on disk counts at once', async () => {
    const uri = workspaceUri('extra.roster.yml');
    const write = (text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const { document } = await openPlaybook('- [ ] Print copies @nina\n');
    await waitForProblems(document, ['mention-unknown @nina']);
    await write('people:\n  nina: { name: Nina }\n');
    await waitForProblems(document, []);
    await write('people:\n  nora: { name: Nora }\n');
    await waitForProblems(document, ['mention-unknown @nina']);
    await write('people:\n  nina: { name: Nina }\n');
    await waitForProblems(document, []);
    await vscode.workspace.fs.delete(uri);
    await waitForProblems(document, ['mention-unknown @nina']);
  });

  it('plain Markdown and other people’s YAML stay untouched', async () => {
    const { document } = await openPlaybook('- [ ] Print copies\n', '.md');
    const yaml = await openPlaybook('people: [\n', '.yml');
    const { document: playbook } = await openPlaybook('- [ ] Print copies\n');
    await waitForProblems(playbook, ['owner-missing Print copies']);
    await waitForProblems(document, []);
    await waitForProblems(yaml.document, []);
  });
});
