// An empty folder, a playbook in which nobody is named, and the first owner by a quick fix where the cursor is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Workbench, useWorkbench } from './harness.ts';

const workbench = useWorkbench('firstOwner', { workspace: {} });
const PLAYBOOK = 'trade-show.playbook.md';
const MENU = '.action-widget .monaco-list-row';

/** Waits for a question and answers it with what is typed, once the list holds what that means, or with what it proposes. */
async function answer(vscode: Workbench, question: string, typed = '', means = typed): Promise<void> {
  const widget = vscode.page.locator('.quick-input-widget');
  const asked = widget.locator(`input[placeholder*=${JSON.stringify(question)}]`);
  await asked.or(widget.getByText(question)).first().waitFor();
  await widget.locator('input:focus').waitFor();
  if (typed !== '') {
    await vscode.page.keyboard.type(typed);
    await widget.locator('.monaco-list-row', { hasText: means }).first().waitFor();
  }
  await vscode.page.keyboard.press('Enter');
}

/** Titles in the open menu of quick fixes, from the top; headings of groups left out. */
async function menu(vscode: Workbench): Promise<string[]> {
  const titles = await vscode.page.locator(`${MENU} .title`).allInnerTexts();
  return titles.map((t) => t.trim()).filter((t) => t !== '');
}

async function unownedWarnings(vscode: Workbench): Promise<number> {
  return (await vscode.squiggles('warning')).count();
}

test('the first task of a new playbook gets an owner whom nobody knew', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: New Playbook');
  await answer(vscode, 'What is it for?', 'trade show', 'Trade show');
  await answer(vscode, 'What Is It Called?');
  await answer(vscode, 'When does the show open?', 'may 16 2028', 'May 16, 2028');
  await answer(vscode, 'Who takes care of events?', 'skip', 'Skip');
  await answer(vscode, 'What Is the File Called?');
  await vscode.page.locator('.tabs-container .tab.active').filter({ hasText: PLAYBOOK }).waitFor();
  assert.equal(await unownedWarnings(vscode), 1, 'one warning for all that nobody owns');
  assert.doesNotMatch(vscode.read(PLAYBOOK), /@tbd/i);

  // The cursor is on the first task, which the one warning at the top speaks for.
  await vscode.quickFixes('Assign to Somebody Else…');
  await vscode.screenshot('first-owner-menu');
  assert.deepEqual((await menu(vscode)).slice(0, 2), ['Assign to Somebody Else…', 'Assign to Me…']);
  await vscode.page.locator(`${MENU}.focused`).filter({ hasText: 'Assign to Somebody Else…' }).waitFor();
  await vscode.page.keyboard.press('Enter');
  await answer(vscode, 'Who answers for it?', 'Zoe Abel');
  await answer(vscode, 'Which team is Zoe Abel in?', 'mark', 'Marketing');
  await vscode.until('the first task has an owner', async () => {
    await vscode.save();
    return /^- \[ \] Book the booth and pay the deposit @zoe due/m.test(vscode.read(PLAYBOOK));
  });
  assert.match(vscode.read('roster.yml'), /zoe: \{ name: Zoe Abel, team: marketing \}/);
  assert.equal(await unownedWarnings(vscode), 1, 'and still one warning');
});

test('what the warning advises gives away all the rest', async () => {
  const vscode = workbench();
  const text = vscode.read(PLAYBOOK);
  await vscode.goTo(text.slice(0, text.indexOf('\n# ') + 1).split('\n').length - 1, 3);
  await vscode.quickFixes('Assign the Section');
  await vscode.screenshot('first-section-menu');
  const titles = await menu(vscode);
  assert.match(titles[0] ?? '', /^Assign the Section and \d+ Blanks in It to Zoe Abel/);
  const hidden = titles.findIndex((t) => t.startsWith('Silence') || t.startsWith('Ignore'));
  assert.ok(hidden > titles.indexOf('Assign the Section to Me…'), titles.join(', '));
  await vscode.page.keyboard.press('Enter');
  await vscode.noSquiggles('warning');
  await vscode.page
    .locator('.statusbar-item')
    .filter({ hasText: /\b(\d+) of \1 owned/ })
    .waitFor();
});

test('a task that has an owner offers what may be done with it', async () => {
  const vscode = workbench();
  await vscode.save();
  const line = vscode
    .read(PLAYBOOK)
    .split('\n')
    .findIndex((l) => l.includes('Book the booth'));
  await vscode.goTo(line, 10);
  await vscode.quickFixes('Mark as Done');
  await vscode.screenshot('task-menu');
  assert.deepEqual(await menu(vscode), [
    'Assign Owner…',
    'Set Due Date…',
    'Mark as Done',
    'Ask for Help…',
    'Set Who Needs It…',
  ]);
  await vscode.choice('Mark as Done').first().click();
  await vscode.until('the box is ticked', async () => {
    await vscode.save();
    return vscode.read(PLAYBOOK).includes('- [x] Book the booth');
  });
});
