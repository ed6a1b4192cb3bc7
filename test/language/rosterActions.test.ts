/** What quick fixes write into rosters, from the problem to the roster that no longer has it. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addToRoster } from '../../src/language/addToRoster.ts';
import { codeActions } from '../../src/language/codeActions.ts';
import { rosterActions } from '../../src/language/rosterActions.ts';
import { judge } from '../../src/rules/judge.ts';
import type { Problem } from '../../src/rules/rule.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import type { NewEntry } from '../../src/workspace/newEntry.ts';
import type { FileView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const ROSTER_URI = 'file:///w/roster.yml';
const PLAYBOOK_URI = 'file:///w/a.playbook.md';

const ROSTER = `teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales, lead: maria }
people:
  maria: { name: Maria López, team: marketing }
goals:
  pipeline: { name: New pipeline, owner: maria, measure: Deals, target: 9 }
assets:
  slides: { name: Slides, owner: maria, url: "https://acme.example/slides" }
`;

const RULES = ['mention-unknown', 'goal-unknown', 'asset-unknown', 'front-matter-schema'];

function open(roster: string, playbook?: string): { view: FileView; problems: Problem[] } {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster(ROSTER_URI, roster);
  if (playbook !== undefined) index.setPlaybook(PLAYBOOK_URI, playbook);
  const view = index.view(playbook === undefined ? ROSTER_URI : PLAYBOOK_URI);
  assert.ok(view);
  return { view, problems: judge(view, { today: '2028-01-03' }).filter((p) => RULES.includes(p.rule.id)) };
}

/** Titles of what a roster may be given for the only problem; tries that the problem is gone then. */
function offered(playbook: string | undefined, roster = ROSTER): string[] {
  const { view, problems } = open(roster, playbook);
  const [problem, ...more] = problems;
  assert.ok(problem && more.length === 0, `${problems.length} problems`);
  return rosterActions(view, problems, problem.range).map(({ title, entry }) => {
    const added = addToRoster(roster, entry);
    assert.ok(added, JSON.stringify(entry));
    assert.deepEqual(open(applyEdits(roster, added.edits), playbook).problems, []);
    return formatMessage(title);
  });
}

/** The entry that is offered for the only problem. */
function entryFor(playbook: string | undefined, roster = ROSTER): NewEntry | undefined {
  return open(roster, playbook).problems[0]?.entry;
}

describe('whom no roster knows', () => {
  it('is added with the handle that is written, and a name made of it', () => {
    assert.deepEqual(offered('- [ ] Print @kate\n'), ['Add @kate to the Roster']);
    assert.deepEqual(entryFor('- [ ] Print @kate.fox\n'), {
      kind: 'person',
      handle: 'kate.fox',
      name: 'Kate Fox',
    });
    assert.deepEqual(offered('# Booth @Kate\n'), ['Add @Kate to the Roster']);
    assert.deepEqual(offered('- [ ] Print @maria for:@kate\n'), ['Add @kate to the Roster']);
    assert.deepEqual(offered('- [ ] Print @maria help:kate\n'), ['Add @kate to the Roster']);
    assert.deepEqual(offered('| Task | Owner |\n|--|--|\n| Print | @kate_2 |\n'), [
      'Add @kate_2 to the Roster',
    ]);
    assert.deepEqual(offered('- [ ] Print @maría-josé\n'), ['Add @maría-josé to the Roster']);
  });

  it('is added with the name that is written, and a handle nobody has', () => {
    const cell = (name: string) => `| Task | Owner |\n|--|--|\n| Print | ${name} |\n`;
    assert.deepEqual(offered('Owner: Kate Fox\n\n- [ ] Print\n'), ['Add Kate Fox to the Roster as @kate']);
    assert.deepEqual(entryFor(cell('Kate  Fox')), { kind: 'person', handle: 'kate', name: 'Kate Fox' });
    assert.deepEqual(entryFor(cell('Maria Fox')), { kind: 'person', handle: 'maria.fox', name: 'Maria Fox' });
    assert.deepEqual(offered(cell('kate')), ['Add @kate to the Roster']);
    assert.deepEqual(offered(cell('jane.smith')), ['Add @jane.smith to the Roster']);
    assert.deepEqual(offered(cell('李雷')), ['Add 李雷 to the Roster as @person']);
    assert.deepEqual(offered(cell('O’Neil "Jo" #1')), ['Add O’Neil "Jo" #1 to the Roster as @oneil']);
  });

  it('is added as a team or a role where the words say so', () => {
    assert.deepEqual(offered('- [ ] Print @support\n'), ['Add the Team @support to the Roster']);
    assert.deepEqual(offered('- [ ] Print @acme/design\n'), ['Add the Team @acme/design to the Roster']);
    assert.deepEqual(offered('Owner: Design team\n\n- [ ] Print\n'), ['Add the Team @design to the Roster']);
    assert.deepEqual(offered('- [ ] Print @sdr\n'), ['Add the Role @sdr to the Roster']);
  });

  it('is no matter for the roster where the text is no name', () => {
    const cell = (name: string) => `| Task | Owner |\n|--|--|\n| Print | ${name} |\n`;
    assert.deepEqual(open(ROSTER, cell('whoever comes first on that day')).problems, []);
    assert.deepEqual(offered(cell('https://acme.example')), []);
    assert.deepEqual(offered(cell('12')), []);
    assert.deepEqual(offered('- [ ] Print @maria for:"x y"\n'), []);
  });

  it('may also be misspelled: that comes first', () => {
    const { view, problems } = open(ROSTER, '- [ ] Print @mria\n');
    const [problem] = problems;
    assert.ok(problem);
    const [first, ...more] = codeActions(view, problems, problem.range, undefined);
    assert.deepEqual(
      [first?.isPreferred, first && formatMessage(first.title), more.length],
      [true, 'Change to @maria', 0],
    );
    assert.deepEqual(offered('- [ ] Print @mria\n'), ['Add @mria to the Roster']);
  });
});

describe('goals and assets that no roster knows', () => {
  it('are added with a name to begin with', () => {
    assert.deepEqual(offered('- [ ] Print @maria goal:leads\n'), ['Add the Goal "leads" to the Roster']);
    assert.deepEqual(offered('## Booth goal:"Qualified leads"\n'), [
      'Add the Goal "Qualified leads" to the Roster',
    ]);
    assert.deepEqual(offered('- [ ] Print @maria makes:price-list\n'), [
      'Add the Asset "price-list" to the Roster',
    ]);
    assert.deepEqual(offered('- [ ] Print @maria uses:slide\n'), ['Add the Asset "slide" to the Roster']);
    assert.deepEqual(entryFor('- [ ] Print @maria uses:price-list\n'), {
      kind: 'asset',
      handle: 'price-list',
      name: 'Price list',
    });
    assert.deepEqual(entryFor('- [ ] Print @maria goal:2028_q1.eu\n'), {
      kind: 'goal',
      handle: '2028_q1.eu',
      name: '2028 q1 eu',
    });
    assert.deepEqual(entryFor('- [ ] Print @maria goal:@leads\n'), {
      kind: 'goal',
      handle: 'leads',
      name: 'Leads',
    });
  });

  it('are all offered in a line that names several', () => {
    const { view, problems } = open(ROSTER, '- [ ] Print @kate goal:leads,awareness makes:flyer\n');
    const line = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    assert.deepEqual(
      rosterActions(view, problems, line).map((a) => formatMessage(a.title)),
      [
        'Add @kate to the Roster',
        'Add the Goal "leads" to the Roster',
        'Add the Goal "awareness" to the Roster',
        'Add the Asset "flyer" to the Roster',
      ],
    );
    const start = { line: 0, character: 0 };
    assert.deepEqual(rosterActions(view, problems, { start, end: start }), []);
  });
});

describe('whom a roster names and does not know', () => {
  const roster = (line: string) =>
    `teams:\n  sales: { name: Sales }\n${line}\npeople:\n  maria: { name: Maria }\n`;

  it('is added as what is wanted there', () => {
    assert.deepEqual(offered(undefined, roster('  shop: { lead: kate }')), ['Add @kate to the Roster']);
    assert.deepEqual(offered(undefined, roster('  shop: { lead: support }')), ['Add @support to the Roster']);
    assert.deepEqual(offered(undefined, roster('default-owner: kate')), ['Add @kate to the Roster']);
    assert.deepEqual(offered(undefined, roster('goals: { a: { teams: [web] } }')), [
      'Add the Team @web to the Roster',
    ]);
    assert.deepEqual(offered(undefined, roster('roles: { fmc: "@kate" }')), ['Add @kate to the Roster']);
    assert.deepEqual(offered(undefined, roster('  shop: { lead: Kate Fox }')), []);
  });

  it('is added to the roster for front matter, too', () => {
    assert.deepEqual(offered('---\nowner: kate\n---\n'), ['Add @kate to the Roster']);
  });
});

describe('a meeting that is missing', () => {
  it('is called by its teams', () => {
    const { view, problems } = open(ROSTER, '- [ ] Print @kate\n');
    const [problem] = problems;
    assert.ok(problem);
    const title = (teams: readonly string[]) => {
      const entry: NewEntry = { kind: 'meeting', handle: 'sync', name: 'Weekly sync', teams };
      const [action] = rosterActions(view, [{ ...problem, entry }], problem.range);
      return action && formatMessage(action.title);
    };
    assert.equal(title(['Marketing', 'sales']), 'Add a Meeting of Marketing and Sales to the Roster');
    assert.equal(title(['marketing', 'web']), 'Add a Meeting of Marketing and web to the Roster');
    assert.equal(title(['marketing', 'sales', 'web']), 'Add the Meeting "Weekly sync" to the Roster');
  });
});
