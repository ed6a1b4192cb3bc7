// As an operations colleague would: a handbook of forty Markdown files and twelve people, adopted without writing YAML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workbench } from './harness.ts';
import { useWorkbench } from './harness.ts';

/** Ways to write each of twelve people; the first one of each is the whole name. */
const SALES = [
  ['Peter Lang', 'Peter', '@peter'],
  ['Sam Cole', '@sam'],
  ['Ines Duarte', 'Inês Duarte'],
  ['Lee Roy'],
  ['Olga "Olly" Petrova'],
  ['Björn Åkesson-Lindqvist'],
];
const MARKETING = [
  ['María López', 'M. López'],
  ['Zoë Kern', '@zoe'],
  ["Conor O'Neil"],
  ['Hana Sato'],
  ['Tom Fields'],
  ['Nina Ray', '@nina'],
];
const FILES = 40;
const UNOWNED = FILES;

function chapter(n: number): readonly [path: string, text: string] {
  const [team, people] = n % 2 === 0 ? (['sales', SALES] as const) : (['marketing', MARKETING] as const);
  const half = Math.floor(n / 2);
  const ways = people[half % people.length] ?? [];
  const way = ways[Math.floor(half / people.length) % ways.length] ?? '';
  const owner = ways[0] ?? '';
  return [
    `handbook/${team}/chapter-${n}.md`,
    [
      `# Chapter ${n}`,
      '',
      '## Every quarter',
      '',
      `Owner: ${owner}`,
      '',
      `- [ ] Renew brochure ${n}`,
      '',
      '## Now and then',
      '',
      `- [ ] Answer question ${n}`,
      '',
      '| Area | Owner |',
      '| --- | --- |',
      `| Area ${n} | ${way} |`,
      '',
    ].join('\n'),
  ];
}

const workbench = useWorkbench('adoption', {
  workspace: {
    'README.md': '# Us\n\n- [ ] Not a task of ours\n',
    ...Object.fromEntries(Array.from({ length: FILES }, (_, i) => chapter(i + 1))),
  },
});

/** What the person did: each click, and each answer to a question. */
const steps: string[] = [];

const TREE = '.tree-explorer-viewlet-tree-view';
const row = (name: string) =>
  workbench().page.locator(`${TREE} .monaco-list-row[aria-label^=${JSON.stringify(name)}]`);

/** Waits for a question and presses Enter, with what is offered. */
async function enter(vscode: Workbench, question: string): Promise<void> {
  const widget = vscode.page.locator('.quick-input-widget');
  await widget.locator('.quick-input-title').filter({ hasText: question }).waitFor();
  await widget.locator('.monaco-list-row').first().waitFor();
  await vscode.screenshot(`adoption-${steps.length + 1}`);
  await vscode.page.keyboard.press('Enter');
  steps.push(`Enter in “${question}”`);
}

test('forty files and twelve people are adopted in ten steps', async () => {
  const vscode = workbench();
  await vscode.page.keyboard.press('Control+Shift+E');
  const folder = vscode.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="handbook"]');
  // Right after its start VS Code may not know our commands yet, and an open menu does not learn them.
  await vscode.until('the menu holds the command', async () => {
    await vscode.page.keyboard.press('Escape');
    await folder.click({ button: 'right' });
    await vscode.choice('Make These Files Playbooks').first().waitFor({ timeout: 3000 });
    return true;
  });
  steps.push('right click on the folder');
  await vscode.choice('Make These Files Playbooks').first().click();
  steps.push('Make These Files Playbooks');
  await enter(vscode, 'Make These Files Playbooks');
  await enter(vscode, 'The Same Person?');
  await enter(vscode, 'Teams of 12 people');
  await enter(vscode, 'Who Is in');
  await enter(vscode, 'Teams of 6 people');
  await enter(vscode, 'Who Is in');
  await enter(vscode, 'Existing Problems');
  assert.ok(steps.length <= 10, steps.join('\n'));
  await vscode.until('the baseline is written', () =>
    vscode.read('.playbook-baseline.json').includes('owner-missing'),
  );
  const roster = vscode.read('roster.yml');
  assert.match(roster, /^# .*\n\nplaybooks: \["handbook\/\*\*\/\*\.md"\]\n\nteams:\n/);
  for (const [name = ''] of [...SALES, ...MARKETING]) {
    const shown = name.startsWith('Olga') ? 'Petrova' : name;
    assert.ok(roster.includes(shown), `${name} is in\n${roster}`);
  }
  const people = [...roster.matchAll(/^ {2}\S+: \{ name: .*, team: (\w+)/gm)].map((m) => m[1]);
  assert.deepEqual(
    [people.filter((t) => t === 'sales').length, people.filter((t) => t === 'marketing').length],
    [6, 6],
  );
  assert.match(roster, /peter: \{ name: Peter Lang, team: sales, aliases: \[Peter\] \}/);
  assert.match(roster, /name: María López, team: marketing, aliases: \[M\. López\]/);
});

test('everybody is known, and nothing old is shown as a problem', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: Show Responsibilities');
  await row(`Unowned, ${UNOWNED} open`).waitFor();
  await row('Sales').first().waitFor();
  await row('Marketing').first().waitFor();
  await vscode.screenshot('adoption-tree');
  assert.equal(await row('Not in the roster').count(), 0);
  await vscode.openFile('chapter-7.md');
  await vscode.page.locator('.statusbar-item').filter({ hasText: 'owned' }).waitFor();
  await vscode.noSquiggles('warning');
});

test('who comes later is added from the tree', async () => {
  const vscode = workbench();
  await vscode.openFile('chapter-7.md');
  await vscode.goTo(10, '- [ ] Answer question 7'.length);
  await vscode.page.keyboard.type(' @uma ');
  await vscode.page.keyboard.press('Escape');
  await vscode.save();
  await vscode.runCommand('Playbook: Show Responsibilities');
  // What is out of sight is not there.
  await vscode.page.locator('.composite.title .action-label[aria-label*="Collapse All"]').first().click();
  const group = row('Not in the roster');
  await group.hover();
  await group.locator('.action-label[aria-label^="Add to the Roster"]').click();
  await enter(vscode, 'Add to the Roster');
  await enter(vscode, 'Team of @uma');
  await group.waitFor({ state: 'detached' });
  assert.match(vscode.read('roster.yml'), /\n {2}uma: \{ name: Uma, team: marketing \}\n/);
});
