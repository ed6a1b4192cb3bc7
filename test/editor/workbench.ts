// What the editor tests share: a playbook in a real editor, and waiting until VS Code shows what is expected.
import assert from 'node:assert';
import * as vscode from 'vscode';
import type { PlaybookApi } from '../../src/editor/api.ts';

let count = 0;

/** What the extension gives to others. */
export async function api(): Promise<PlaybookApi> {
  const extension = vscode.extensions.getExtension<PlaybookApi>('open-playbook.marketing-sales-playbook');
  assert.ok(extension, 'VS Code does not know the extension');
  return extension.activate();
}

export function workspaceUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** A new file of the workspace, saved with this text and open in an editor. Each gets a name of its own. */
export async function openPlaybook(text: string, suffix = '.playbook.md'): Promise<vscode.TextEditor> {
  const uri = workspaceUri(`test-${++count}${suffix}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Polls until `read` gives something for which `isRight` holds, and returns it; fails with the last value seen. */
export async function eventually<T>(
  read: () => T | Thenable<T>,
  isRight: (value: T) => boolean,
  what: string,
): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (Date.now() > deadline) assert.fail(`${what}; the last value seen was ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Our problems in a file as `rule text-under-the-squiggle`, in source order. */
export function problems(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((d) => d.source === 'playbook')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((d) => `${ruleOf(d)} ${document.getText(d.range)}`);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function waitForProblems(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  await eventually(
    () => problems(document),
    (seen) => JSON.stringify(seen) === JSON.stringify(expected),
    `expected the problems ${JSON.stringify(expected)}`,
  );
}

/** Titles of the quick fixes at a place, as VS Code's light bulb would list them. */
export async function quickFixes(
  document: vscode.TextDocument,
  at: vscode.Range,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    at,
    vscode.CodeActionKind.QuickFix.value,
  );
}

export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(whole, text);
    }),
  );
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Presses Enter in every question that a command asks, which takes what is offered first. */
export async function answerWithEnter(command: Thenable<unknown>): Promise<void> {
  await answerWith(command, 'workbench.action.acceptSelectedQuickOpenItem');
}

/** Runs commands of VS Code again and again until the questions of a command of ours are over. */
export async function answerWith(command: Thenable<unknown>, ...keys: readonly string[]): Promise<void> {
  let isDone = false;
  void command.then(() => (isDone = true));
  // Nothing tells when a question is there; before that these do nothing.
  await eventually(
    async () => {
      for (const key of keys) await vscode.commands.executeCommand(key);
      return isDone;
    },
    (done) => done,
    'the questions take the answers',
  );
}

export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Titles of the pages that are open, such as that of a rule. */
export function pageLabels(): string[] {
  return vscode.window.tabGroups.all
    .flatMap((g) => g.tabs)
    .filter((t) => t.input instanceof vscode.TabInputWebview)
    .map((t) => t.label);
}
