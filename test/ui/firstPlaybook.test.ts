// As a person would on the first day: an empty folder, a new playbook, three owners, and no mouse.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Workbench, useWorkbench } from './harness.ts';

const workbench = useWorkbench('firstPlaybook', { workspace: {} });
const PLAYBOOK = 'spring-fair-2028.playbook.md';
/** Tasks that name an owner right after the playbook was made. */
let before = 0;

/** Types into the open question and takes the entry that comes first then. */
async function answer(vscode: Workbench, question: string, typed: string, choice?: string): Promise<void> {
  const widget = vscode.page.locator('.quick-input-widget');
  const asked = widget.locator(`input[placeholder*=${JSON.stringify(question)}]`);
  await asked.or(widget.getByText(question)).first().waitFor();
  await widget.locator('input:focus').waitFor();
  if (typed !== '') await vscode.page.keyboard.type(typed);
  if (choice !== undefined) {
    await widget.locator('.monaco-list-row.focused').filter({ hasText: choice }).waitFor();
  }
  await vscode.screenshot(`first-${question.replace(/\W+/g, '-').slice(0, 30)}`);
  await vscode.page.keyboard.press('Enter');
}

test('a new playbook from a template, with people who are in no roster yet', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: New Playbook');
  await answer(vscode, 'What is it for?', 'show', 'Trade show');
  await answer(vscode, 'What Is It Called?', 'Spring fair 2028');
  await answer(vscode, 'When does the show open?', 'may 16 2028', 'May 16, 2028');
  await answer(vscode, 'Who takes care of events?', 'Inês Duarte', 'Add Inês Duarte to the Roster');
  await answer(vscode, 'Who leads marketing?', 'Maria López', 'Add Maria López to the Roster');
  await answer(vscode, 'Who writes texts?', 'skip', 'Skip; Assign People Later');
  await answer(vscode, 'What Is the File Called?', '');
  await vscode.page.locator('.tabs-container .tab.active').filter({ hasText: PLAYBOOK }).waitFor();
  await vscode.squiggles('warning');
  await vscode.screenshot('first-playbook');
  const text = vscode.read(PLAYBOOK);
  assert.match(text, /^---\ntitle: Spring fair 2028\nowner: ines\nt-day: 2028-05-16\ngoals:\n/);
  assert.match(text, /## Booth @ines\n/);
  assert.doesNotMatch(text, /@tbd/i);
  before = (text.match(OWNED) ?? []).length;
  const roster = vscode.read('roster.yml');
  assert.match(roster, /teams:\n {2}marketing: \{ name: Marketing \}\n {2}sales: \{ name: Sales \}\n/);
  assert.match(roster, /people:\n {2}ines: \{ name: Inês Duarte, team: marketing \}\n {2}maria: /);
});

test('three tasks get an owner from the keyboard alone, one of them somebody new', async () => {
  const vscode = workbench();
  // The cursor is on the first task that nobody owns already.
  await vscode.runCommand('Playbook: Assign Owner');
  await answer(vscode, 'Who answers for it?', 'lópez', 'Maria López');
  await vscode.until('the first has an owner', async () => (await owned(vscode)) === 1);
  await goToNextUnowned(vscode);
  await vscode.runCommand('Playbook: Assign Owner');
  await answer(vscode, 'Who answers for it?', 'Sam Cole', 'Add Sam Cole to the Roster');
  await answer(vscode, 'Which team is Sam Cole in?', 'sal', 'Sales');
  await vscode.until('the second has an owner', async () => (await owned(vscode)) === 2);
  await goToNextUnowned(vscode);
  await vscode.runCommand('Playbook: Assign Owner');
  await answer(vscode, 'Who answers for it?', 'ines', 'Inês Duarte');
  await vscode.until('the third has an owner', async () => (await owned(vscode)) === 3);
  await vscode.screenshot('first-three-owners');
  assert.match(vscode.read('roster.yml'), /sam: \{ name: Sam Cole, team: sales \}/);
});

/** By its key; the next command must not run before the cursor has moved. */
async function goToNextUnowned(vscode: Workbench): Promise<void> {
  const place = async () => /Ln \d+/.exec(await vscode.page.locator('.statusbar').innerText())?.[0];
  const start = await place();
  await vscode.page.keyboard.press('Alt+u');
  await vscode.until('the cursor is at another task', async () => (await place()) !== start);
}

const OWNED = /^- \[ \] .* @(?:ines|maria|sam)\b/gm;

/** How many tasks more name an owner than at the start, once the file is saved. */
async function owned(vscode: Workbench): Promise<number> {
  await vscode.save();
  return (vscode.read(PLAYBOOK).match(OWNED) ?? []).length - before;
}
