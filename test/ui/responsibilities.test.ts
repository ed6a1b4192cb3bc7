// As a manager would: open the view, see who has what to do, give tasks away, tick them off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { useWorkbench } from './harness.ts';

const workbench = useWorkbench('responsibilities', { workspace: 'examples/acme' });
const SHOW = 'spring-trade-show.playbook.md';
const BROCHURE = 'brochure-request.playbook.md';

const TREE = '.tree-explorer-viewlet-tree-view';

/** Rows of the tree whose accessible name begins with this. */
function row(name: string): Locator {
  return workbench().page.locator(`${TREE} .monaco-list-row[aria-label^=${JSON.stringify(name)}]`);
}

/** Accessible names of the rows in sight, from top to bottom. */
async function rowNames(): Promise<string[]> {
  const rows = await workbench().page.locator(`${TREE} .monaco-list-row`).all();
  const found = await Promise.all(
    rows.map(
      async (r) => [Number(await r.getAttribute('data-index')), await r.getAttribute('aria-label')] as const,
    ),
  );
  return found.sort((a, b) => a[0] - b[0]).map(([, name]) => name ?? '');
}

/** Opens a group by its arrow; a click that comes while the tree draws itself again is lost, as for a person. */
async function expand(name: string): Promise<void> {
  await workbench().until(`${name} is open`, async () => {
    const group = row(name).first();
    if ((await group.getAttribute('aria-expanded')) === 'true') return true;
    await group.locator('.monaco-tl-twistie').click();
    await workbench().page.waitForTimeout(500);
    return false;
  });
}

/** Drags with the mouse until the tree shows the outcome: what is let go while a row is drawn anew falls nowhere. */
async function drag(from: Locator, to: Locator, outcome: Locator): Promise<void> {
  await workbench().until('what was dragged has arrived', async () => {
    await dragOnce(from, to);
    await outcome.waitFor({ timeout: 5000 });
    return true;
  });
}

/** Slowly enough for VS Code to see where it goes. */
async function dragOnce(from: Locator, to: Locator): Promise<void> {
  const { mouse } = workbench().page;
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  assert.ok(a && b);
  await mouse.move(a.x + 120, a.y + a.height / 2);
  await mouse.down();
  await mouse.move(a.x + 120, a.y + a.height / 2 + 8, { steps: 4 });
  await mouse.move(b.x + 120, b.y + b.height / 2, { steps: 12 });
  await mouse.move(b.x + 122, b.y + b.height / 2, { steps: 4 });
  await workbench().page.waitForTimeout(300);
  await mouse.up();
}

async function groupBy(label: string): Promise<void> {
  const vscode = workbench();
  await vscode.runCommand('Playbook: Group Responsibilities By…');
  await vscode.choice(label).first().click();
}

async function undo(): Promise<void> {
  await workbench().page.locator('.editor-group-container.active .monaco-editor').first().click();
  await workbench().page.keyboard.press('Control+z');
}

test('shows who has what to do, and first what nobody owns', async () => {
  const vscode = workbench();
  await vscode.openFile(SHOW);
  await vscode.runCommand('Playbook: Show Responsibilities');
  await row('Unowned, 3 open').waitFor();
  await row('Ben Okafor, 11 open, 1 area').waitFor();
  await vscode.until('what nobody owns stands first', async () => {
    const names = await rowNames();
    assert.equal(names[0], 'Unowned, 3 open');
    assert.match(names[1] ?? '', /^Ask @kate which customers .*, nobody owns it, due /);
    return true;
  });
});

test('the activity bar counts what nobody owns', async () => {
  // The name of the item holds the count too, but VS Code does not always renew it with the number.
  const item = workbench().page.locator('.activitybar .action-item[aria-label^="Playbook"]');
  await item.locator('.badge-content').getByText('3', { exact: true }).waitFor();
});

test('a click goes to the task', async () => {
  const vscode = workbench();
  const place = vscode.page.locator('.statusbar').getByText('Ln 18, Col 7');
  await vscode.until('the cursor is at the task', async () => {
    await row('Rent two badge scanners').click();
    await place.waitFor({ timeout: 5000 });
    return true;
  });
  await vscode.screenshot('responsibilities');
});

test('ticking a task ticks it in the file', async () => {
  const vscode = workbench();
  const before = vscode.read(SHOW);
  await row('Rent two badge scanners').locator('.custom-view-tree-node-item-checkbox').click();
  await row('Unowned, 2 open').waitFor();
  await vscode.save();
  assert.equal(vscode.read(SHOW), before.replace('- [ ] Rent two badge', '- [x] Rent two badge'));
  await undo();
  await row('Unowned, 3 open').waitFor();
  await vscode.save();
  assert.equal(vscode.read(SHOW), before);
});

test('the space bar ticks the task that the arrow keys reached', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: Show Responsibilities');
  await vscode.page.locator(`${TREE} .monaco-list:focus`).waitFor();
  await vscode.page.keyboard.press('Home');
  await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.locator(`${TREE} .monaco-list-row.focused`).and(row('Rent two badge scanners')).waitFor();
  await vscode.page.keyboard.press('Space');
  await row('Unowned, 2 open').waitFor();
  await undo();
  await row('Unowned, 3 open').waitFor();
  await vscode.save();
});

test('F2 asks who owns it', async () => {
  const vscode = workbench();
  await vscode.runCommand('Playbook: Show Responsibilities');
  await vscode.page.locator(`${TREE} .monaco-list:focus`).waitFor();
  await vscode.page.keyboard.press('Home');
  await vscode.page.keyboard.press('ArrowDown');
  await vscode.page.keyboard.press('F2');
  await vscode.choice('Kate Wolf').first().waitFor();
  await vscode.page.keyboard.press('Escape');
});

async function expectSaved(texts: readonly (string | undefined)[]): Promise<void> {
  const vscode = workbench();
  await vscode.runCommand('File: Save All Files');
  await vscode.until('both files are saved', () => {
    assert.deepEqual([vscode.read(SHOW), vscode.read(BROCHURE)], texts);
    return true;
  });
}

test('three tasks of two files dragged to a person are hers, and one undo gives them back', async () => {
  const vscode = workbench();
  const before = [vscode.read(SHOW), vscode.read(BROCHURE)];
  await expand('Ben Okafor');
  await row('Visit two small shops').click();
  await row('Get a quote from each owner').click({ modifiers: ['ControlOrMeta'] });
  await row('Write the invitation').click({ modifiers: ['ControlOrMeta'] });
  await drag(row('Write the invitation'), row('Sam Cole'), row('Ben Okafor, 8 open'));
  await row('Sam Cole, 7 open').waitFor();
  await expectSaved([
    before[0]?.replace('Write the invitation @ben', 'Write the invitation @sam'),
    before[1]
      ?.replace('introduce us due:', 'introduce us @sam due:')
      .replace('from each owner due:', 'from each owner @sam due:'),
  ]);
  await vscode.openFile(SHOW);
  await undo();
  await row('Ben Okafor, 11 open').waitFor();
  await row('Sam Cole, 4 open').waitFor();
  await expectSaved(before);
});

test('dragged to Unowned, a task loses its owner', async () => {
  const vscode = workbench();
  await vscode.openFile(SHOW);
  const before = vscode.read(SHOW);
  await drag(row('Write the invitation'), row('Unowned'), row('Unowned, 4 open'));
  await vscode.save();
  assert.equal(vscode.read(SHOW), before.replace('Write the invitation @ben', 'Write the invitation'));
  await undo();
  await row('Unowned, 3 open').waitFor();
  await vscode.save();
});

test('the tree stays still while three hundred letters are typed', async () => {
  const vscode = workbench();
  await vscode.openFile(SHOW);
  await expand('Lee Roy');
  await row('Call the hot leads').click();
  const list = vscode.page.locator('.tree-explorer-viewlet-tree-view .monaco-scrollable-element').first();
  await list.hover();
  await vscode.page.mouse.wheel(0, 60);
  await vscode.page.waitForTimeout(300);
  const state = async () => ({
    rows: await rowNames(),
    selected: await vscode.page.locator(`${TREE} .monaco-list-row.selected`).count(),
    scroll: await vscode.page.locator(`${TREE} .monaco-list-rows`).first().getAttribute('style'),
  });
  await vscode.goTo(46, '- [ ] Call the hot'.length);
  await vscode.page.waitForTimeout(500);
  const before = await state();
  assert.equal(before.selected, 1);
  const typed = 'and warm '.repeat(34);
  await vscode.page.keyboard.type(` ${typed.trim()}`, { delay: 8 });
  const name = `Call the hot ${typed}leads`;
  await row(name).waitFor();
  assert.ok(await row(name).and(vscode.page.locator('.selected')).isVisible());
  // Nothing else is different: same rows in the same places, same scroll position.
  const after = await state();
  assert.deepEqual(after, { ...before, rows: before.rows.map((r) => r.replace('Call the hot leads', name)) });
  await vscode.runCommand('File: Revert File');
});

test('groups by person, playbook and due day', async () => {
  await groupBy('By person');
  await row('Anna Berg, 1 open').waitFor();
  await groupBy('By playbook');
  await expand('Spring trade show, 20 open');
  await row('Brochure, 4 open').waitFor();
  await groupBy('By due day');
  await row('Later, 31 open').waitFor();
  await groupBy('By team');
  await row('Marketing, 24 open, 4 areas').waitFor();
});

test('shows done tasks when asked', async () => {
  const vscode = workbench();
  await groupBy('By due day');
  await row('Later').waitFor();
  assert.equal(await row('Done').count(), 0);
  await vscode.runCommand('Playbook: Show or Hide Done Tasks');
  await row('Done, 3 done').waitFor();
  await vscode.runCommand('Playbook: Show or Hide Done Tasks');
  await row('Done').waitFor({ state: 'detached' });
});

/** Opens the filter; a picker that appears while the palette still closes may close with it. */
async function openFilter(entry: string): Promise<Locator> {
  const vscode = workbench();
  await vscode.until('the filter is open', async () => {
    if (await vscode.choice(entry).first().isVisible()) return true;
    await vscode.runCommand('Playbook: Filter Responsibilities…');
    await vscode.page.waitForTimeout(1000);
    return false;
  });
  return vscode.page.locator('.quick-input-widget input').first();
}

test('a filter says what it lets through, and is cleared again', async () => {
  const vscode = workbench();
  await groupBy('By team');
  await (await openFilter('This week')).fill('stand');
  await vscode.choice('#stand').first().click();
  await row('Unowned, 1 open').waitFor();
  await vscode.page.getByText('Only: #stand').waitFor();
  await (await openFilter('No longer only #stand')).fill('drawing');
  await vscode.choice('Tasks with “drawing”').first().click();
  await vscode.page.getByText('Only: #stand, “drawing”').waitFor();
  await row('Unowned').waitFor({ state: 'detached' });
  await vscode.until('only the drawing is left', async () => {
    const names = (await rowNames()).map((n) => n.split(',')[0]);
    assert.deepEqual(names, ['Marketing', 'Maria López']);
    return true;
  });
  await vscode.runCommand('Playbook: Clear Filter');
  await row('Unowned, 3 open').waitFor();
});

test('follows the editor, until told to stop', async () => {
  const vscode = workbench();
  await vscode.openFile(SHOW);
  const selected = vscode.page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row.selected');
  await vscode.goTo(17, 10);
  await selected.and(row('Rent two badge scanners')).waitFor();
  await vscode.goTo(32, 10);
  await selected.and(row('Call every shop that has not answered')).waitFor();
  await vscode.runCommand('Playbook: Stop Following the Editor');
  // The extension hears of it a moment later; and a tree that must not move can only be watched for a while.
  await vscode.page.waitForTimeout(1000);
  await vscode.goTo(17, 10);
  await vscode.page.waitForTimeout(1000);
  await selected.and(row('Call every shop that has not answered')).waitFor();
  await vscode.runCommand('Playbook: Follow the Editor');
  await selected.and(row('Rent two badge scanners')).waitFor();
});
