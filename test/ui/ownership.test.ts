// As a person would: open the Acme example, see what nobody owns, and mend it from the keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const workbench = useWorkbench('ownership', {
  workspace: 'examples/acme',
  settings: { 'playbook.me': 'ines' },
});
const PLAYBOOK = 'spring-trade-show.playbook.md';

test('a task that nobody owns has a squiggle', async () => {
  const vscode = workbench();
  await vscode.openFile(PLAYBOOK);
  const squiggles = await vscode.squiggles('warning');
  assert.ok((await squiggles.count()) >= 1);
  await vscode.screenshot('images/squiggles.png');
});

test('the Problems view says who is waiting and what to do', async () => {
  const vscode = workbench();
  await vscode.problem('Sam Cole (Sales) is waiting for it');
  await vscode.problem('Nobody owns "Rent two badge scanners and try them with the CRM"');
});

test('the keyboard gives the task an owner, and one undo takes it back', async () => {
  const vscode = workbench();
  const before = vscode.read(PLAYBOOK);
  await vscode.openFile(PLAYBOOK);
  await vscode.goTo(17, 10);
  await vscode.quickFixes('Assign to Me (Inês Duarte)');
  await vscode.screenshot('images/quick-fix.png');
  await vscode.page.keyboard.press('Enter');
  await vscode.save();
  await vscode.until('the owner is in the file', () => vscode.read(PLAYBOOK).includes('with the CRM @ines'));
  await vscode.page.keyboard.press('Control+z');
  await vscode.save();
  await vscode.until('one undo brings the file back', () => vscode.read(PLAYBOOK) === before);
});

test('a due date in words is shown as a day, and goes away again', async () => {
  const vscode = workbench();
  const before = vscode.read(PLAYBOOK);
  await vscode.openFile(PLAYBOOK);
  await vscode.goTo(17, 10);
  await vscode.runCommand('Playbook: Set Due Date');
  await vscode.page.locator('.quick-input-widget input[placeholder*="next friday"]').waitFor();
  await vscode.page.keyboard.type('6 weeks before t');
  await vscode.choice('Tuesday, April 4, 2028').first().waitFor();
  await vscode.screenshot('due-date');
  await vscode.page.keyboard.press('Enter');
  await vscode.page.locator('.tabs-container .tab.active.dirty').waitFor();
  await vscode.save();
  assert.equal(vscode.read(PLAYBOOK), before.replace('CRM due:T-20d', 'CRM due:T-6w'));
  await vscode.runCommand('Playbook: Set Due Date');
  await vscode.choice('No due date').first().click();
  await vscode.page.locator('.tabs-container .tab.active.dirty').waitFor();
  await vscode.save();
  assert.equal(vscode.read(PLAYBOOK), before.replace('CRM due:T-20d', 'CRM'));
});

test('owners, tokens and front matter have colours of their own', async () => {
  const vscode = workbench();
  await vscode.openFile(PLAYBOOK);
  await vscode.goTo(15, 12);
  await vscode.runCommand('Developer: Inspect Editor Tokens and Scopes');
  await vscode.page
    .locator('.token-inspect-widget')
    .filter({ hasText: 'text.html.markdown.playbook' })
    .waitFor();
  await vscode.page.keyboard.press('Escape');
});
