import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { judge } from '../../src/rules/judge.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const DIR = path.resolve(import.meta.dirname, '../../examples/acme');

/** The first day of the year in which the example plays. */
const TODAY = '2028-01-03';

test('the Acme example shows exactly three tasks that nobody owns, and no other problem', () => {
  const index = new WorkspaceIndex(['acme:']);
  for (const name of readdirSync(DIR)) {
    const uri = `acme:/${name}`;
    if (name.endsWith('.yml')) index.setRoster(uri, readFileSync(path.join(DIR, name), 'utf8'));
    if (name.endsWith('.playbook.md')) index.setPlaybook(uri, readFileSync(path.join(DIR, name), 'utf8'));
  }
  const found = [...index.playbookUris(), ...index.rosterUris()].flatMap((uri) => {
    const view = index.view(uri);
    assert.ok(view);
    const facts = () => index.countAll();
    const hasFile = (_place: unknown, file: string) => existsSync(path.join(DIR, file));
    return judge(view, { today: TODAY, facts, hasFile }).map((p) => `${uri} ${p.rule.id}`);
  });
  assert.deepEqual(found, Array.from({ length: 3 }, () => 'acme:/spring-trade-show.playbook.md owner-missing'));
});
