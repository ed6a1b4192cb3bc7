// As an operations colleague would: a handbook of forty Markdown files, adopted by one line in a roster.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const CHAPTERS = 40;
const ROSTER = [
  'teams:',
  '  marketing: { name: Marketing, lead: maria }',
  '  sales: { name: Sales, lead: sam }',
  'people:',
  '  maria: { name: Maria López, team: marketing }',
  '  sam: { name: Sam Cole, team: sales }',
  '',
].join('\n');

function chapter(n: number): string {
  return [
    `# Chapter ${n}`,
    '',
    'Everybody reads this in the first week.',
    '',
    '## Every quarter (DRI: @maria)',
    '',
    `- [ ] Renew brochure ${n}`,
    '',
    '## Now and then',
    '',
    `- [ ] Answer question ${n}`,
    '',
  ].join('\n');
}

const files = Array.from({ length: CHAPTERS }, (_, i) => i + 1).map(
  (n) => [`handbook/chapter-${n}.md`, chapter(n)] as const,
);
const workbench = useWorkbench('handbook', {
  workspace: {
    'roster.yml': ROSTER,
    'README.md': '# Us\n\n- [ ] Not a task of ours\n',
    ...Object.fromEntries(files),
  },
});

const TREE = '.tree-explorer-viewlet-tree-view';
const row = (name: string) =>
  workbench().page.locator(`${TREE} .monaco-list-row[aria-label^=${JSON.stringify(name)}]`);

test('without a word in the roster the handbook is left alone', async () => {
  const vscode = workbench();
  await vscode.openFile('chapter-7.md');
  await vscode.page.locator('[id="status.editor.mode"]').filter({ hasText: 'Markdown' }).waitFor();
  await vscode.runCommand('Playbook: Show Responsibilities');
  await vscode.page.getByText('Name them in a roster').waitFor();
  await vscode.screenshot('handbook-before');
  await vscode.openFile('chapter-7.md');
  await vscode.noSquiggles('warning');
});

test('one line in the roster adopts all forty files', async () => {
  const vscode = workbench();
  await vscode.openFile('roster.yml');
  await vscode.goTo(0);
  await vscode.page.keyboard.type('playbooks: ["handbook/**/*.md"]');
  await vscode.page.keyboard.press('Escape');
  await vscode.page.keyboard.press('Enter');
  await vscode.save();
  await vscode.until('the line is in the roster', () =>
    vscode.read('roster.yml').startsWith('playbooks: ["handbook/**/*.md"]\nteams:'),
  );
  await vscode.runCommand('Playbook: Show Responsibilities');
  await row(`Unowned, ${CHAPTERS} open`).waitFor();
  await row(`Maria López, ${CHAPTERS} open`).waitFor();
  await vscode.screenshot('handbook');
});

test('in a chapter everything works, and it is still Markdown', async () => {
  const vscode = workbench();
  await vscode.openFile('chapter-7.md');
  await vscode.page.locator('[id="status.editor.mode"]').filter({ hasText: 'Markdown' }).waitFor();
  assert.equal(await (await vscode.squiggles('warning')).count(), 1);
  await vscode.page.locator('.statusbar-item').filter({ hasText: '1 of 2 owned' }).waitFor();
  await vscode.goTo(10, '- [ ] Answer question 7'.length);
  await vscode.page.keyboard.type(' @sa');
  const entry = vscode.suggestion('@sam');
  await entry.first().waitFor();
  await vscode.page.keyboard.press('Enter');
  await vscode.noSquiggles('warning');
  await row(`Unowned, ${CHAPTERS - 1} open`).waitFor();
  await vscode.save();
  assert.equal(
    vscode.read('handbook/chapter-7.md'),
    chapter(7).replace('Answer question 7', 'Answer question 7 @sam'),
  );
});

test('the menu of a task in the tree gives it an owner in its file', async () => {
  const vscode = workbench();
  // So many tasks stand under their playbooks.
  for (const group of ['Unowned', 'Chapter 12', 'Now and then']) {
    await vscode.until(`${group} is open`, async () => {
      if ((await row(group).first().getAttribute('aria-expanded')) === 'true') return true;
      await row(group).first().locator('.monaco-tl-twistie').click();
      await vscode.page.waitForTimeout(500);
      return false;
    });
  }
  await row('Answer question 12,').click({ button: 'right' });
  await vscode.screenshot('tree-menu');
  await vscode.choice('Assign Owner').first().click();
  await vscode.choice('Maria López').first().click();
  await row(`Unowned, ${CHAPTERS - 2} open`).waitFor();
  await vscode.until('the owner is in the file', () =>
    vscode.read('handbook/chapter-12.md').includes('- [ ] Answer question 12 @maria\n'),
  );
});
