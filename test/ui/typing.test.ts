// Typing in a playbook: names complete, people are explained, the status bar counts.
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const workbench = useWorkbench('typing', { workspace: 'examples/acme' });
const PLAYBOOK = 'spring-trade-show.playbook.md';

test('the status bar says how many open tasks have an owner, and lists the others', async () => {
  const vscode = workbench();
  await vscode.openFile(PLAYBOOK);
  const item = vscode.page.locator('.statusbar-item').filter({ hasText: '17 of 20 owned' });
  await item.click();
  await vscode.choice('Rent two badge scanners').first().waitFor();
  await vscode.screenshot('status-bar');
  await vscode.choice('Rent two badge scanners').first().click();
  await vscode.until('the cursor stands at the task', async () =>
    (await vscode.page.locator('.statusbar').innerText()).includes('Ln 18'),
  );
});

test('@ offers people by their name, and the choice makes them the owner', async () => {
  const vscode = workbench();
  await vscode.goTo(17, 55);
  await vscode.page.keyboard.type(' @oma');
  const entry = vscode.suggestion('@omar');
  await entry.first().waitFor();
  await vscode.screenshot('completion');
  await vscode.page.keyboard.press('Enter');
  await vscode.save();
  await vscode.until('the owner is in the file', () =>
    vscode.read(PLAYBOOK).includes('try them with the CRM @omar due:T-20d'),
  );
});

test('the mouse on a name shows who it is', async () => {
  const vscode = workbench();
  const name = vscode.page.locator('.view-line span').filter({ hasText: /^@maria$/ });
  await name.first().hover();
  const hover = vscode.page.locator('.monaco-hover').filter({ hasText: 'Maria López' });
  await hover
    .filter({ hasText: /6\s+open\s+tasks/ })
    .first()
    .waitFor();
  await vscode.screenshot('hover');
  await vscode.page.keyboard.press('Escape');
});

test('an inherited owner is shown behind the words', async () => {
  const vscode = workbench();
  await vscode.goTo(20, 0);
  await vscode.page
    .locator('.view-line')
    .filter({ hasText: /two\s+customers\s*@ben/ })
    .first()
    .waitFor();
  await vscode.screenshot('inlay');
});
