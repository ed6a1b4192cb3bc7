/** docs/format.md tells users what they can write: its examples are read, and it leaves no key and no token out. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { tokenKinds } from '../../src/syntax/tokens.ts';
import { entryKeys, topKeys } from '../../src/workspace/rosterKeys.ts';
import { taskFacts } from '../../src/workspace/taskJson.ts';
import type { OwnerSource } from '../../src/workspace/tasks.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { Baseline } from '../../src/rules/baseline.ts';
import { formatBaseline, parseBaseline } from '../../src/rules/baselineFile.ts';
import { judge } from '../../src/rules/judge.ts';

const page = readFileSync(path.join(ROOT, 'docs/format.md'), 'utf8');
const lines = page.split('\n');

/** How the page says why somebody owns a task. */
const REASONS: Readonly<Record<OwnerSource, string>> = {
  task: 'its own',
  parent: 'the task around it',
  section: 'its section',
  default: 'the default owner',
  none: 'nobody',
};

/** The text of the fence that opens in this line. */
function fenceAt(line: number): string {
  return lines.slice(line + 1, lines.indexOf('```', line + 1)).join('\n');
}

function fences(opening: string): { readonly line: number; readonly text: string }[] {
  return lines.flatMap((text, line) => (text === opening ? [{ line, text: fenceAt(line) }] : []));
}

/** The cells of the first table behind a line, header and delimiter left out. */
function tableBehind(line: number): string[][] {
  const start = lines.findIndex((text, i) => i > line && text.startsWith('| task '));
  const rows = lines.slice(start, lines.indexOf('', start)).slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const rosters = fences('```yaml roster');

function open(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///company']);
  index.setRoster('file:///company/roster.yml', rosters[0]?.text ?? '');
  index.setPlaybook('file:///company/example.playbook.md', text);
  const view = index.playbookView('file:///company/example.playbook.md');
  assert.ok(view);
  return view;
}

describe('docs/format.md', () => {
  it('shows a roster without a problem', () => {
    assert.equal(rosters.length, 1);
    const index = new WorkspaceIndex(['file:///company']);
    index.setRoster('file:///company/roster.yml', rosters[0]?.text ?? '');
    const view = index.view('file:///company/roster.yml');
    assert.ok(view);
    assert.deepEqual(judge(view), []);
    assert.equal(view.roster.people.size, 5);
  });

  const examples = fences('```markdown example');

  it('has examples', () => {
    assert.notEqual(examples.length, 0);
  });

  for (const { line, text } of examples) {
    it(`says who owns what in the example in line ${line + 1}`, () => {
      const owned = open(text).tasks.map((task) => [
        task.text,
        task.owners.map((o) => o.handle).join(', ') || 'nobody',
        REASONS[task.source],
      ]);
      assert.deepEqual(tableBehind(line + 1 + text.split('\n').length), owned);
    });
  }

  it('names every key of front matter and rosters', () => {
    const keys = [...Object.keys(topKeys), ...Object.values(entryKeys).flat()];
    assert.deepEqual(
      keys.filter((key) => !page.includes(`\`${key}\``)),
      [],
    );
  });

  it('names every token', () => {
    assert.deepEqual(
      Object.keys(tokenKinds).filter((key) => !page.includes(`\`${key}:`)),
      [],
    );
  });

  it('shows a baseline as it is written', () => {
    const [shown] = fences('```json baseline');
    const baseline = parseBaseline(shown?.text ?? '');
    assert.ok(baseline instanceof Baseline);
    assert.equal(formatBaseline(baseline), `${shown?.text ?? ''}\n`);
  });

  it('shows a task as programs read it, key by key', () => {
    const [shown] = fences('```json task');
    const keys = Object.keys(JSON.parse(shown?.text ?? '{}') as object);
    const view = open('- [ ] Print copies @maria\n');
    const facts = view.tasks.map((task) => taskFacts(task, view.roster));
    assert.deepEqual(keys, ['path', ...Object.keys(facts[0] ?? {})]);
  });
});
