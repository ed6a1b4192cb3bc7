import assert from 'node:assert';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const workbench = useWorkbench('smoke', {
  workspace: { 'fair.playbook.md': '# Fair\n\n- [ ] Call every lead\n' },
});

test('the packaged extension is installed, and a *.playbook.md file opens as a playbook', async () => {
  const vscode = workbench();
  await vscode.openFile('fair.playbook.md');
  await vscode.page.locator('[id="status.editor.mode"]').filter({ hasText: 'Playbook' }).waitFor();
  await vscode.screenshot('smoke');
});

test('a task nobody owns is underlined and listed among the problems', async () => {
  const vscode = workbench();
  assert.strictEqual(await (await vscode.squiggles('warning')).count(), 1);
  await vscode.problem('Call every lead');
});

test('the extension reports no error of its own', () => {
  const errors = workbench().log.filter((line) => /^error.*marketing-sales-playbook/.test(line));
  assert.deepStrictEqual(errors, []);
});
