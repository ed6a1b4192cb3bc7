// As a stranger would: open the example, in a folder of one's own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const workbench = useWorkbench('openExample', { workspace: {} });

test('the example is copied into a folder that is chosen, and opened', async () => {
  const vscode = workbench();
  const opened = vscode.page.context().waitForEvent('page');
  await vscode.runCommand('Playbook: Open the Example');
  const input = vscode.page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await vscode.screenshot('example-folder');
  await input.fill(`${vscode.dir}/`);
  await vscode.page.keyboard.press('Enter');
  const copy = path.join(vscode.dir, 'acme-playbooks');
  await vscode.until('the example is there', () =>
    existsSync(path.join(copy, 'assets', 'spring-brochure.pdf')),
  );
  const other = await opened;
  await other.waitForURL(/acme-playbooks/);
  // Both are there without another click: a playbook, and who is responsible for what.
  await other.locator('.tab', { hasText: 'spring-trade-show.playbook.md' }).waitFor({ timeout: 60_000 });
  await other
    .getByRole('treeitem', { name: /Unowned/ })
    .first()
    .waitFor({ timeout: 60_000 });
});
