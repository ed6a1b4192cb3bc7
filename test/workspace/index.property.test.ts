import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { judge } from '../../src/rules/judge.ts';
import { isRosterName } from '../../src/workspace/files.ts';
import type { TaskSummary } from '../../src/workspace/playbookSummary.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { outline } from '../fixture.ts';
import { markdown } from '../syntax/arbitraries.ts';

const ROOT = 'file:///acme';

const ROSTERS = [
  'people: { maria: { name: Maria López }, sam: { name: Sam } }',
  'people: { maria: { name: Jane Smith } }\ndefault-owner: maria',
  'roles: { maria: sam }\npeople: { sam: {} }\nt-day: 2027-03-02',
  'default-owner: lee',
  'rules: { owner-missing: off }',
  'people: { maria: { team: marketing, max-open: 1 }, sam: { team: sales } }\nteams: { marketing: {}, sales: {} }\n' +
    'goals: { leads: { teams: [marketing] } }\nassets: { brochure: { owner: maria, for: [sales] } }',
  'goals: { leads: {} }\nassets: { deck: {} }',
  'fold-unowned: 2',
  'playbooks: ["**/*.md"]',
  'something: else',
  '- a list',
  'people: { broken',
  '',
];

/** Tasks whose tokens speak of entries that some of the rosters have. */
const involved = fc
  .array(
    fc.constantFrom(
      '- [ ] Print @maria goal:leads makes:brochure',
      '- [x] Show @sam uses:brochure for:@maria',
      '- [ ] Call @maria for:@sam',
      '- [ ] Answer @sam for:@maria uses:deck',
      '- [ ] Write @marketing makes:deck',
      '## Booth @sam goal:leads',
    ),
    { maxLength: 5 },
  )
  .map((lines) => lines.join('\n'));

const change = fc.oneof(
  fc.record({
    what: fc.constant('set' as const),
    path: fc.constantFrom('/roster.yml', '/eu/roster.yml', '/eu/a.roster.yml'),
    text: fc.constantFrom(...ROSTERS),
    edited: fc.boolean(),
  }),
  fc.record({
    what: fc.constant('set' as const),
    path: fc.constantFrom('/a.playbook.md', '/eu/b.playbook.md', '/us/c.playbook.md'),
    text: fc.oneof(markdown, involved),
    edited: fc.boolean(),
  }),
  fc.record({
    what: fc.constantFrom('delete' as const, 'look' as const),
    path: fc.constantFrom('/roster.yml', '/eu/roster.yml', '/a.playbook.md', '/eu/b.playbook.md'),
    text: fc.constant(''),
    edited: fc.constant(false),
  }),
);

function set(index: WorkspaceIndex, path: string, text: string, edited: boolean): void {
  if (isRosterName(path)) index.setRoster(ROOT + path, text);
  else index.setPlaybook(ROOT + path, text, edited);
}

/** All that can be asked, as data. */
function answers(index: WorkspaceIndex): unknown {
  return [...index.playbookUris(), ...index.rosterUris()].map((uri) => {
    const view = index.view(uri);
    assert.ok(view);
    return {
      uri,
      tasks: view.kind === 'playbook' ? outline(view) : '',
      summary: index.summary(uri)?.tasks.map(plain),
      problems: judge(view, { facts: () => index.countAll() }).map((p) => ({
        rule: p.rule.id,
        severity: p.severity,
        message: p.message,
        args: p.args,
        range: p.range,
      })),
      handles: view.roster.handles(),
    };
  });
}

/** Without the entries of rosters, which hold each other. */
function plain(task: TaskSummary): unknown {
  return JSON.parse(JSON.stringify(task, (key, value: unknown) => (key === 'entry' ? typeof value : value)));
}

/** Some keep every tree, some one alone, some as many as go into a few characters. */
const room = fc.constantFrom(
  undefined,
  { all: 0, last: 1 },
  { all: 2, last: 1 },
  { all: Infinity, last: Infinity, characters: 40 },
);

describe('the workspace index', () => {
  it('after any changes answers as one built anew', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 14 }), room, fc.boolean(), (changes, room, isOnDisk) => {
        const files = new Map<string, string>();
        const readAgain = (uri: string) => files.get(uri.slice(ROOT.length));
        const index = new WorkspaceIndex([ROOT], room, isOnDisk ? readAgain : undefined);
        for (const { what, path, text, edited } of changes) {
          if (what === 'look') {
            index.view(ROOT + path);
            index.summary(ROOT + path);
            index.count(ROOT + path);
          } else if (what === 'delete') {
            files.delete(path);
            index.delete(ROOT + path);
          } else {
            files.set(path, text);
            set(index, path, text, edited);
          }
        }
        const anew = new WorkspaceIndex([ROOT]);
        for (const [path, text] of files) set(anew, path, text, false);
        assert.deepEqual(answers(index), answers(anew));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    );
  });
});
