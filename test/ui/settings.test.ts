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
  await vscode.openFile('fair.playbook.md');
  await vscode.squiggles('warning');

  await vscode.openFile('settings.json');
  await vscode.goTo(2, 4);
  await vscode.suggestions('asset-stale');
  await vscode.page.keyboard.type('owner-miss');
  await vscode.page.locator('.suggest-widget .focused').filter({ hasText: 'owner-missing' }).waitFor();
  await vscode.page.keyboard.press('Enter');
  await vscode.suggestions('information');
  await vscode.suggestion('error').click();
  await vscode.save();
  assert.match(vscode.read('.vscode/settings.json'), /"owner-missing": "error"/);

  await vscode.openFile('fair.playbook.md');
  await vscode.squiggles('error');
  await vscode.noSquiggles('warning');
});
