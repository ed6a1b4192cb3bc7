// Rules where they are switched: in a roster, in front matter, in a comment.
import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  openPlaybook,
  pageLabels,
  quickFixes,
  replaceAll,
  waitForProblems,
  writeFile,
} from './workbench.ts';

const ANYTHING = 'vscode.executeCompletionItemProvider';

async function suggestions(
  { document }: vscode.TextEditor,
  at: vscode.Position,
  trigger?: string,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    ANYTHING,
    document.uri,
    at,
    trigger,
  );
  return list.items;
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap((h) => h.contents)
    .map((c) => (c instanceof vscode.MarkdownString ? c.value : ''))
    .join('\n');
}

async function openAt(text: string, suffix?: string): Promise<vscode.TextEditor> {
  const offset = text.indexOf('<|>');
  const editor = await openPlaybook(text.replace('<|>', ''), suffix);
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

/** Asks for the list, chooses what it offers first for what is typed, and waits for the text. */
async function chooseFirst(editor: vscode.TextEditor, expected: string): Promise<void> {
  // Nothing tells that the list is there; accepting does nothing before that.
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText();
    },
    (text) => text !== '' && text === expected,
    `expected ${JSON.stringify(expected)}`,
  );
  await vscode.commands.executeCommand('hideSuggestWidget');
}

const type = (text: string) => vscode.commands.executeCommand('type', { text });

describe('switching rules', () => {
  afterEach(closeAll);

  it('a roster completes ids, each once, and severities', async () => {
    const editor = await openPlaybook('rules:\n  due-order: off\n  \n', '.roster.yml');
    const ids = await suggestions(editor, new vscode.Position(2, 2));
    const rules = ids.map(labelOf).filter((l) => l === 'owner-missing' || l === 'due-order');
    assert.deepStrictEqual(rules, ['owner-missing']);
    const [missing] = ids.filter((i) => labelOf(i) === 'owner-missing');
    assert.ok(missing && typeof missing.label !== 'string');
    assert.strictEqual(missing.label.description, 'A task nobody owns');
    await replaceAll(editor, 'rules:\n  due-order: \n');
    const severities = await suggestions(editor, new vscode.Position(1, 13), ' ');
    assert.deepStrictEqual(severities.map(labelOf), ['off', 'hint', 'information', 'warning', 'error']);
    const normal = severities.find(
      (i) => typeof i.label !== 'string' && i.label.description?.includes(' · '),
    );
    assert.ok(normal && labelOf(normal) === 'warning');
  });

  it('a roster takes what is chosen, and the rule obeys', async () => {
    const editor = await openAt('rules:\n<|>', '.roster.yml');
    await type('owner-missing');
    await chooseFirst(editor, 'rules:\n  owner-missing: ');
    await type('of');
    await chooseFirst(editor, 'rules:\n  owner-missing: off');
    const { document } = await openPlaybook('- [ ] Print\n- [ ] Call due:2020-13-01 @sam\n');
    await waitForProblems(document, ['due-invalid 2020-13-01']);
    await vscode.workspace.fs.delete(editor.document.uri);
  });

  it('front matter completes keys, ids and handles, with the list open behind each', async () => {
    const editor = await openAt('---\nrul<|>\n---\n\n- [ ] Print @sam\n');
    await chooseFirst(editor, '---\nrules:\n  \n---\n\n- [ ] Print @sam\n');
    await type('due-mis');
    await chooseFirst(editor, '---\nrules:\n  due-missing: \n---\n\n- [ ] Print @sam\n');
    await type('warn');
    await chooseFirst(editor, '---\nrules:\n  due-missing: warning\n---\n\n- [ ] Print @sam\n');
    await waitForProblems(editor.document, ['due-missing Print @sam']);
    await replaceAll(editor, '---\nowner: \n---\n');
    const handles = await suggestions(editor, new vscode.Position(1, 7), ' ');
    assert.ok(handles.map(labelOf).includes('maria'), handles.map(labelOf).join(' '));
  });

  it('Enter behind `rules:` opens the list of rules, and a space in prose opens none', async () => {
    const editor = await openAt('---\nrules:<|>\n---\n\n- [ ] Print @sam\n');
    await type('\n');
    await eventually(
      async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return editor.document.lineAt(2).text;
      },
      (line) => line === '  owner-missing: ',
      'the first rule is taken',
    );
    const prose = await openPlaybook('- [ ] Print \n');
    assert.deepStrictEqual((await suggestions(prose, new vscode.Position(0, 12), ' ')).map(labelOf), []);
  });

  it('a comment completes its word and rules, those of the line below first, and is closed', async () => {
    const editor = await openAt('# Fair\n\n<|>\n- [ ] Print @sam due:2020-01-01\n');
    const { document } = editor;
    await waitForProblems(document, ['due-overdue due:2020-01-01']);
    await type('<!-- playbook-disable-n');
    const rest = '\n- [ ] Print @sam due:2020-01-01\n';
    await chooseFirst(editor, `# Fair\n\n<!-- playbook-disable-next-line  -->${rest}`);
    await chooseFirst(editor, `# Fair\n\n<!-- playbook-disable-next-line due-overdue -->${rest}`);
    await waitForProblems(document, []);
  });

  it('hovers explain a rule and a severity in a roster, in front matter and in a comment', async () => {
    const roster = await openPlaybook('rules: { owner-missing: warning }\n', '.roster.yml');
    const on = await hoverText(roster.document, new vscode.Position(0, 12));
    assert.match(on, /^\*\*owner-missing\*\*/);
    for (const part of ['nobody', 'this', 'command:playbook.explainRule'])
      assert.ok(on.includes(part), `${part} in ${on}`);
    assert.match(await hoverText(roster.document, new vscode.Position(0, 26)), /^\*\*warning\*\*/);
    const { document } = await openPlaybook(
      '---\nrules: { due-missing: hint }\n---\n\n<!-- playbook-disable due-missing -->\n- [ ] Print @sam\n',
    );
    assert.match(await hoverText(document, new vscode.Position(1, 12)), /^\*\*due-missing\*\*[^]*hint/);
    assert.match(await hoverText(document, new vscode.Position(4, 12)), /^\*\*playbook-disable\*\*/);
    assert.match(await hoverText(document, new vscode.Position(4, 25)), /^\*\*due-missing\*\*/);
    await vscode.workspace.fs.delete(roster.document.uri);
  });

  it('all of it in Markdown that a roster names', async () => {
    const named = await writeFile('rules.roster.yml', 'playbooks: ["rules-*.md"]\n');
    const uri = await writeFile(
      'rules-a.md',
      '---\nrules: { due-missing: off }\n---\n\n- [ ] Print\n\n<!--  -->\n',
    );
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    assert.strictEqual(editor.document.languageId, 'markdown');
    await waitForProblems(editor.document, ['owner-missing Print']);
    const words = await suggestions(editor, new vscode.Position(6, 5), ' ');
    assert.ok(words.map(labelOf).includes('playbook-disable-file'), words.map(labelOf).join(' '));
    assert.match(await hoverText(editor.document, new vscode.Position(1, 12)), /due-missing/);
    const fixes = await quickFixes(editor.document, new vscode.Range(4, 6, 4, 11));
    assert.ok(fixes.some((f) => f.title === 'Ignore Here'));
    await vscode.workspace.fs.delete(named);
    await vscode.workspace.fs.delete(uri);
  });
});

describe('quick fixes of every problem', () => {
  afterEach(closeAll);

  it('end with silencing and explaining, neither of them preferred', async () => {
    const { document } = await openPlaybook('- [ ] Print\n');
    await waitForProblems(document, ['owner-missing Print']);
    const fixes = await quickFixes(document, new vscode.Range(0, 6, 0, 6));
    assert.deepStrictEqual(
      fixes.slice(-2).map((f) => [f.title, f.isPreferred ?? false]),
      [
        ['Ignore Here', false],
        ['Explain This Rule', false],
      ],
    );
    assert.ok(fixes.length > 2);
  });

  it('silencing takes the problem away, and one undo brings it back', async () => {
    const text = '# Fair\r\n\r\n- [ ] Hire @sam\r\n  - [ ] Print @tbd\r\n';
    const { document } = await openPlaybook(text);
    await waitForProblems(document, ['owner-missing Print @tbd']);
    const fix = (await quickFixes(document, new vscode.Range(3, 8, 3, 8))).find(
      (f) => f.title === 'Ignore Here',
    );
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.strictEqual(
      document.getText(),
      text.replace('  - [ ] Print', '  <!-- playbook-disable-next-line owner-missing -->\r\n  - [ ] Print'),
    );
    await waitForProblems(document, []);
    await vscode.commands.executeCommand('undo');
    await waitForProblems(document, ['owner-missing Print @tbd']);
  });

  it('explaining opens the page inside VS Code', async () => {
    const { document } = await openPlaybook('rules: { due-order: loud }\n', '.roster.yml');
    await waitForProblems(document, ['front-matter-schema loud']);
    const fixes = await quickFixes(document, new vscode.Range(0, 21, 0, 21));
    assert.ok(!fixes.some((f) => f.title.startsWith('Silence')), 'YAML has no such comments');
    const last = fixes.at(-1);
    assert.ok(last?.title === 'Explain This Rule' && last.command);
    await vscode.commands.executeCommand(
      last.command.command,
      ...((last.command.arguments ?? []) as unknown[]),
    );
    await eventually(
      pageLabels,
      (labels) => labels.some((l) => l.includes('front-matter-schema')),
      'the page is open',
    );
    await vscode.workspace.fs.delete(document.uri);
  });
});
