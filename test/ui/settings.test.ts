// As somebody who finds a rule too quiet: the settings offer its name, and the playbook follows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const SETTINGS = ['{', '  "playbook.rules": {', '    ', '  }', '}', ''].join('\n');

const workbench = useWorkbench('settings', {
  workspace: {
    '.vscode/settings.json': SETTINGS,
    'fair.playbook.md': '# Fair\n\n- [ ] Rent two scanners\n',
  },
});

test('the setting for rules offers each rule and each severity', async () => {
  const vscode = workbench();
  const suggestion = vscode.page.locator('.suggest-widget .monaco-list-row');
  await vscode.openFile('fair.playbook.md');
  await vscode.squiggles('warning');

  await vscode.openFile('settings.json');
  await vscode.goTo(2, 4);
  await vscode.until('the rules are offered', async () => {
    await vscode.page.keyboard.press('Escape');
    await vscode.page.keyboard.press('Control+Space');
    await suggestion.filter({ hasText: 'asset-stale' }).waitFor({ timeout: 3000 });
    return true;
  });
  await vscode.page.keyboard.type('owner-miss');
  await vscode.page.locator('.suggest-widget .focused').filter({ hasText: 'owner-missing' }).waitFor();
  await vscode.page.keyboard.press('Enter');
  await vscode.until('the severities are offered', async () => {
    await vscode.page.keyboard.press('Escape');
    await vscode.page.keyboard.press('Control+Space');
    await suggestion.filter({ hasText: 'information' }).waitFor({ timeout: 3000 });
    return true;
  });
  await suggestion.filter({ hasText: 'error' }).click();
  await vscode.save();
  assert.match(vscode.read('.vscode/settings.json'), /"owner-missing": "error"/);

  await vscode.openFile('fair.playbook.md');
  await vscode.squiggles('error');
  await vscode.noSquiggles('warning');
});
