import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, openPlaybook, waitForProblems, workspaceUri } from './workbench.ts';

describe('language features', () => {
  afterEach(closeAll);

  const provide = <T>(command: string, document: vscode.TextDocument, ...more: unknown[]) =>
    vscode.commands.executeCommand<T>(command, document.uri, ...more);

  it('completion offers people behind @', async () => {
    const { document } = await openPlaybook('- [ ] Print @\n');
    await waitForProblems(document, ['owner-missing Print @']);
    const list = await provide<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document,
      new vscode.Position(0, 13),
      '@',
    );
    const labels = list.items.map((i) => (typeof i.label === 'string' ? i.label : i.label.label));
    assert.ok(labels.includes('@maria') && labels.includes('@support'), labels.join(' '));
  });

  it('hover, definition, inlay hints and outline know the roster', async () => {
    const { document } = await openPlaybook('# Booth @sam\n\n- [ ] Hire\n');
    await waitForProblems(document, []);
    const at = new vscode.Position(0, 10);
    const [hover] = await provide<vscode.Hover[]>('vscode.executeHoverProvider', document, at);
    const [content] = hover?.contents ?? [];
    assert.ok(
      content instanceof vscode.MarkdownString && content.value.startsWith('**Sam'),
      JSON.stringify(content),
    );
    const [link] = await provide<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, at);
    assert.strictEqual(link?.targetUri.toString(), workspaceUri('roster.yml').toString());
    const hints = await provide<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document,
      new vscode.Range(0, 0, 3, 0),
    );
    assert.deepStrictEqual(
      hints.map((h) => h.label),
      ['@sam'],
    );
    const symbols = await eventually(
      () => provide<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document),
      (s) => s.length > 0,
      'an outline',
    );
    assert.strictEqual(symbols[0]?.children[0]?.name, 'Hire');
  });

  it('the same in Markdown that a roster names', async () => {
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(workspaceUri(name), new TextEncoder().encode(text));
    await write('handbook.roster.yml', 'playbooks: ["handbook-*.md"]\n');
    await write('handbook-a.md', '- [ ] Print @sam\n- [ ] Call\n');
    const document = await vscode.workspace.openTextDocument(workspaceUri('handbook-a.md'));
    await vscode.window.showTextDocument(document);
    assert.strictEqual(document.languageId, 'markdown');
    await waitForProblems(document, ['owner-missing Call']);
    const hovers = await provide<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document,
      new vscode.Position(0, 14),
    );
    assert.ok(
      hovers.some(({ contents: [c] }) => c instanceof vscode.MarkdownString && c.value.includes('Sam')),
    );
    await vscode.workspace.fs.delete(workspaceUri('handbook.roster.yml'));
    await waitForProblems(document, []);
  });
});
