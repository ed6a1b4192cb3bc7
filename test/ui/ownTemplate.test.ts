// A team runs its own playbook again and again: it is offered, asks what its blanks ask, and knows who it was last time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Workbench, useWorkbench } from './harness.ts';

const TEMPLATE = `---
title: "{{product}} webinar"
template: true
owner: "{{host}}"
---

# {{product}} webinar

\`{{code}}\` stays.

- [ ] Invite customers @{{host}} due:T-2w
- [ ] Print {{handout}}
- [ ] Thank the guests @{{guest care}} due:T+1d
`;

const workbench = useWorkbench('ownTemplate', {
  workspace: {
    'roster.yml': 'people:\n  maria: { name: Maria López }\n  sam: { name: Sam Cole }\n',
    'webinar-template.playbook.md': TEMPLATE,
  },
});

/** Answers the open question. @param choice the entry that must come first then */
async function answer(vscode: Workbench, question: string, typed: string, choice?: string): Promise<void> {
  const widget = vscode.page.locator('.quick-input-widget');
  const asked = widget.locator(`input[placeholder*=${JSON.stringify(question)}]`);
  await asked.or(widget.getByText(question)).first().waitFor();
  await widget.locator('input:focus').waitFor();
  if (typed !== '') await vscode.page.keyboard.type(typed);
  if (choice !== undefined) {
    await widget.locator('.monaco-list-row.focused').filter({ hasText: choice }).waitFor();
  }
  await vscode.screenshot(`own-${question.replace(/\W+/g, '-').slice(0, 30)}`);
  await vscode.page.keyboard.press('Enter');
}

async function active(vscode: Workbench, file: string): Promise<string> {
  await vscode.page.locator('.tabs-container .tab.active').filter({ hasText: file }).waitFor();
  return vscode.read(file);
}

test('a playbook of the workspace with template: true asks its own questions', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: New Playbook');
  await vscode.page.locator('.quick-input-widget').getByText('Your templates').waitFor();
  await answer(vscode, 'What is it for?', 'webinar', 'webinar-template.playbook.md');
  await answer(vscode, 'product', 'Fridge: the "2"');
  await answer(vscode, 'host', 'lópez', 'Maria López');
  await answer(vscode, 'handout', '');
  await answer(vscode, 'guest care', 'nobody', 'Nobody Yet');
  await answer(vscode, 'When is day T?', 'may 16 2028', 'May 16, 2028');
  await answer(vscode, 'What Is the File Called?', '');
  assert.equal(
    await active(vscode, 'fridge-the-2-webinar.playbook.md'),
    TEMPLATE.replace('"{{product}} webinar"', '"Fridge: the \\"2\\" webinar"')
      .replace('template: true', 't-day: 2028-05-16')
      .replace('"{{host}}"', '"maria"')
      .replace('# {{product}}', '# Fridge: the "2"')
      .replace('@{{host}}', '@maria'),
  );
  // What comes last is the cursor, at the first task that nobody owns.
  await vscode.page.locator('.statusbar').getByText('Ln 12,').waitFor();
});

test('the next one proposes the same people for the same roles, and nobody where there was nobody', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: New Playbook');
  await answer(vscode, 'What is it for?', 'webinar-t', 'webinar-template.playbook.md');
  await answer(vscode, 'product', 'Oven');
  await vscode.page.locator('.quick-input-widget').getByText('last time').waitFor();
  await answer(vscode, 'host', '', 'Maria López');
  await answer(vscode, 'handout', 'price list');
  await answer(vscode, 'guest care', '', 'Nobody Yet');
  await answer(vscode, 'When is day T?', 'no day', 'No Day Yet');
  await answer(vscode, 'What Is the File Called?', '');
  const text = await active(vscode, 'oven-webinar.playbook.md');
  assert.match(text, /^---\ntitle: "Oven webinar"\nowner: "maria"\n---\n/);
  assert.match(text, /- \[ \] Print price list\n/);
  assert.match(text, /Thank the guests @\{\{guest care\}\} due:T\+1d\n/);
});

test('a blank one asks what it is called, and its file does not say twice that it is a playbook', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: New Playbook');
  await answer(vscode, 'What is it for?', 'blank', 'Blank');
  await answer(vscode, 'What Is It Called?', 'Our playbook');
  await answer(vscode, 'What Is the File Called?', '');
  assert.match(await active(vscode, 'our.playbook.md'), /^---\ntitle: Our playbook\n---\n\n# Our playbook\n/);
});
