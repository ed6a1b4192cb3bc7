// More playbooks than may keep their syntax trees: whatever shows or changes them must not notice.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { limited } from '../../src/workspace/room.ts';
import { api, closeAll, eventually, readFile, ruleOf, workspaceUri, writeFile } from './workbench.ts';

const COUNT = limited.all + 20;
const FOLDER = 'many';
const nameOf = (i: number) => `${FOLDER}/plan-${String(i).padStart(4, '0')}.playbook.md`;

/** How many problems of a rule there are in the folder. */
function countOf(rule: string): number {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.includes(`/${FOLDER}/`))
    .flatMap(([, diagnostics]) => diagnostics)
    .filter((d) => ruleOf(d) === rule).length;
}

const waitForCount = (rule: string, count: number) =>
  eventually(
    () => countOf(rule),
    (seen) => seen === count,
    `${rule} ${count} times`,
  );

describe('a workspace of many playbooks', function () {
  this.timeout(60_000);

  before(async () => {
    const text = (i: number) =>
      `# Plan ${i}\n\n- [ ] Print the posters ${i} @zoe\n- [ ] Pack the boxes ${i}\n`;
    await Promise.all(Array.from({ length: COUNT }, (_, i) => writeFile(nameOf(i), text(i))));
    await waitForCount('owner-missing', COUNT);
  });

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(FOLDER), { recursive: true, useTrash: false });
    await waitForCount('owner-missing', 0);
  });

  it('judges all of them again when a roster changes', async () => {
    await writeFile(`${FOLDER}/roster.yml`, 'people:\n  zoe: { name: Zoe Hall, left: 2020-01-31 }\n');
    await waitForCount('owner-unavailable', COUNT);
    await writeFile(`${FOLDER}/roster.yml`, 'people:\n  zoe: { name: Zoe Hall }\n');
    await waitForCount('owner-unavailable', 0);
    assert.strictEqual(countOf('owner-missing'), COUNT);
  });

  it('tells other extensions every task', async () => {
    const tasks = (await api()).tasks().filter((t) => t.uri.includes(`/${FOLDER}/`));
    assert.strictEqual(tasks.length, 2 * COUNT);
    for (const { text, line, owner } of tasks) {
      assert.match(text, /^(Print the posters|Pack the boxes) \d+$/);
      assert.deepStrictEqual([line, owner], text.startsWith('Print') ? [2, 'zoe'] : [3, null]);
    }
  });

  it('writes into one that was read long ago', async () => {
    const uri = workspaceUri(nameOf(3));
    await vscode.commands.executeCommand('playbook.toggleTask', { uri: uri.toString(), line: 3 });
    await eventually(
      () => readFile(uri),
      (text) => text.endsWith('- [x] Pack the boxes 3\n'),
      'the box is ticked',
    );
    await waitForCount('owner-missing', COUNT - 1);
    await vscode.commands.executeCommand('playbook.toggleTask', { uri: uri.toString(), line: 3 });
    await waitForCount('owner-missing', COUNT);
  });

  it('writes into more of them than VS Code keeps open', async () => {
    const items = Array.from({ length: 70 }, (_, i) => ({
      uri: workspaceUri(nameOf(200 + i)).toString(),
      line: 3,
    }));
    await vscode.commands.executeCommand('playbook.toggleTask', items[0], items);
    for (const { uri } of items) {
      assert.match(await readFile(vscode.Uri.parse(uri)), /- \[x\] Pack the boxes \d+\n$/);
    }
    await waitForCount('owner-missing', COUNT - items.length);
    const dirty = vscode.workspace.textDocuments.filter((d) => d.isDirty);
    assert.deepStrictEqual(
      dirty.map((d) => d.uri.path),
      [],
    );
    await vscode.commands.executeCommand('playbook.toggleTask', items[0], items);
    await waitForCount('owner-missing', COUNT);
  });

  it('goes from task to task without owner through all of them', async () => {
    await vscode.window.showTextDocument(workspaceUri(nameOf(100)));
    for (const i of [100, 101, 102]) {
      await vscode.commands.executeCommand('playbook.nextUnowned');
      const editor = vscode.window.activeTextEditor;
      assert.strictEqual(
        editor?.document.lineAt(editor.selection.active.line).text,
        `- [ ] Pack the boxes ${i}`,
      );
    }
  });
});
