// As somebody would who comes back in the morning: VS Code starts with the playbook open that was open last.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWorkbench } from './harness.ts';

const ROSTER = ['default-owner: maria', 'people:', '  maria: { name: Maria López }', ''].join('\n');
/** Somebody owns the first eight by the roster, and the next line is known from before: one problem remains. */
const PLAN = [
  '# Launch',
  '',
  ...Array.from({ length: 8 }, (_, i) => `- [ ] Prepare part ${i + 1}`),
  '- [ ] Known from before @zoe',
  '- [ ] Print copies @zed',
  '',
].join('\n');
const BASELINE = JSON.stringify({
  version: 1,
  problems: [{ path: 'plan/launch.playbook.md', section: [], text: '@zoe', rule: 'mention-unknown' }],
});
/** So many that reading them all takes a while. */
const others = Array.from(
  { length: 400 },
  (_, i) => [`archive/${i % 40}/old-${i}.playbook.md`, `# Old ${i}\n\n- [ ] Print copies @maria\n`] as const,
);

const workbench = useWorkbench('firstProblems', {
  workspace: {
    'roster.yml': ROSTER,
    '.playbook-baseline.json': BASELINE,
    'plan/launch.playbook.md': PLAN,
    ...Object.fromEntries(others),
  },
});

/** Keeps in the page how many squiggles were in it at once, at the most. */
const WATCH = `
  globalThis.mostSquiggles = {};
  new MutationObserver(() => {
    for (const kind of ['warning', 'error', 'info']) {
      const count = document.querySelectorAll('.monaco-editor .squiggly-' + kind).length;
      mostSquiggles[kind] = Math.max(mostSquiggles[kind] ?? 0, count);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
`;

test('what is underlined first is what stays underlined', async () => {
  const vscode = workbench();
  await vscode.openFile('launch.playbook.md');
  assert.equal(await (await vscode.squiggles('warning')).count(), 1);
  await vscode.page.addInitScript({ content: WATCH });
  await vscode.page.reload();
  await vscode.page.locator('.monaco-workbench .statusbar').waitFor();
  // Its editor comes back by itself, unless the page went sooner than VS Code could note it.
  await vscode.openFile('launch.playbook.md');
  await vscode.squiggles('warning');
  // By then every file has been read.
  await vscode.runCommand('Playbook: Show Responsibilities');
  await vscode
    .row(/^Maria López, \d+ open/)
    .first()
    .waitFor();
  await vscode.openFile('launch.playbook.md');
  assert.equal(await (await vscode.squiggles('warning')).count(), 1);
  const most = await vscode.page.evaluate<unknown>('mostSquiggles');
  assert.deepEqual(most, { warning: 1, error: 0, info: 0 });
});
