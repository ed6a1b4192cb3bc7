import assert from 'node:assert/strict';
import test from 'node:test';
import type { TreeOptions } from '../../src/responsibilities/tree.ts';
import { outline, ROSTER, World } from './fixture.ts';

const FAIR = `---
title: Fair
---
# Fair

- [ ] Book the stand @sam due:2028-01-10
- [ ] Print copies due:2028-01-14 #print
- [x] Choose the hall @maria

## Booth @ben

- [ ] Paint it
  - [ ] Buy paint @lee, @ben due:2028-02-01
- [ ] Clean it every:week

## Who looks after what

| Area | Owner |
| --- | --- |
| Website | Maria López |
| Coffee |  |
`;

const CALLS = `# Calls
- [ ] Call new leads @sdr #calls
- [ ] Write down what they said @tim due:2028-01-12
- [ ] Ask the agency @agency
- [ ] Settle it @pat
`;

function check(
  options: Partial<TreeOptions>,
  expected: string,
  files = { 'b.playbook.md': FAIR, 'a.playbook.md': CALLS },
) {
  const world = new World({ 'roster.yml': ROSTER, ...files });
  assert.equal(outline(world.tree(options)), expected.replace(/^\n/, '').trimEnd());
}

test('by team: what nobody owns, teams with their people, outsiders, people without a team, unknown names', () => {
  check(
    { groupBy: 'team' },
    `
unowned: 1 open, 1 areas
  [?] Print copies 2028-01-14
  [?] Coffee
Marketing: 5 open, 1 areas
  Ben Okafor: 3 open
    [ ] Buy paint 2028-02-01
    [ ] Paint it
    [ ] Clean it
  Maria López: 1 areas
    (area) Website
  Pat Doe: 1 open
    [ ] Settle it
  @sdr: 1 open
    [ ] Call new leads
Sales: 3 open, 1 overdue
  Pat Doe: 1 open
    [ ] Settle it
  Sam Cole: 1 open, 1 overdue
    [!] Book the stand 2028-01-10
  @sdr: 1 open
    [ ] Call new leads
Bluebird: 1 open
  Anna Berg
  [ ] Ask the agency
noTeam: 1 open
  Lee Roy: 1 open
    [ ] Buy paint 2028-02-01
unlisted: 1 open
  @tim: 1 open
    [ ] Write down what they said 2028-01-12
`,
  );
});

test('by person: people by name, then roles, teams and unknown names; who has left and owns nothing is gone', () => {
  check(
    { groupBy: 'person' },
    `
unowned: 1 open, 1 areas
  [?] Print copies 2028-01-14
  [?] Coffee
Anna Berg
Ben Okafor: 3 open
  [ ] Buy paint 2028-02-01
  [ ] Paint it
  [ ] Clean it
Lee Roy: 1 open
  [ ] Buy paint 2028-02-01
Maria López: 1 areas
  (area) Website
Pat Doe: 1 open
  [ ] Settle it
Sam Cole: 1 open, 1 overdue
  [!] Book the stand 2028-01-10
@sdr: 1 open
  [ ] Call new leads
Bluebird: 1 open
  [ ] Ask the agency
@tim: 1 open
  [ ] Write down what they said 2028-01-12
`,
  );
});

test('by playbook: sections in the order of the text', () => {
  check(
    { groupBy: 'playbook', showDone: true },
    `
unowned: 1 open, 1 areas
  [?] Print copies 2028-01-14
  [?] Coffee
Calls: 4 open
  [ ] Call new leads
  [ ] Write down what they said 2028-01-12
  [ ] Ask the agency
  [ ] Settle it
Fair: 5 open, 1 overdue, 2 areas, 1 done
  Booth: 3 open
    [ ] Paint it
    [ ] Buy paint 2028-02-01
    [ ] Clean it
  Who looks after what: 2 areas
    (area) Website
    [?] Coffee
  [!] Book the stand 2028-01-10
  [?] Print copies 2028-01-14
  [x] Choose the hall
`,
  );
});

test('by due day: overdue, the rest of this week, later, never, again and again, done', () => {
  check(
    { groupBy: 'due', showDone: true },
    `
unowned: 1 open, 1 areas
  [?] Print copies 2028-01-14
  [?] Coffee
overdue: 1 open, 1 overdue
  [!] Book the stand 2028-01-10
thisWeek: 2 open
  [ ] Write down what they said 2028-01-12
  [?] Print copies 2028-01-14
later: 1 open
  2028-02: 1 open
    [ ] Buy paint 2028-02-01
none: 4 open
  [ ] Call new leads
  [ ] Ask the agency
  [ ] Settle it
  [ ] Paint it
standing: 1 open, 2 areas
  [ ] Clean it
  (area) Website
  [?] Coffee
done: 1 done
  [x] Choose the hall
`,
  );
});

test('the week ends on Sunday', () => {
  const files = { 'a.playbook.md': '- [ ] Sunday @sam due:2028-01-16\n- [ ] Monday @sam due:2028-01-17\n' };
  const tree = (today: string) => outline(new World(files).tree({ groupBy: 'due', today }));
  const both =
    'unowned\nthisWeek: 1 open\n  [ ] Sunday 2028-01-16\nlater: 1 open\n  2028-01: 1 open\n    [ ] Monday 2028-01-17';
  assert.equal(tree('2028-01-10'), both);
  assert.equal(tree('2028-01-16'), both);
  assert.match(tree('2028-01-17'), /overdue: 1 open, 1 overdue\n.*Sunday.*\nthisWeek: 1 open\n.*Monday/);
});

test('a filter leaves out everybody who has nothing to show', () => {
  check({ filter: { tag: 'PRINT' } }, 'unowned: 1 open\n  [?] Print copies 2028-01-14');
  check(
    { filter: { text: 'BUY páint' } },
    `
Marketing: 1 open
  Ben Okafor: 1 open
    [ ] Buy paint 2028-02-01
noTeam: 1 open
  Lee Roy: 1 open
    [ ] Buy paint 2028-02-01
`,
  );
  check({ filter: { person: '@Lee' } }, 'noTeam: 1 open\n  Lee Roy: 1 open\n    [ ] Buy paint 2028-02-01');
  check({ filter: { team: 'agency' } }, 'Bluebird: 1 open\n  [ ] Ask the agency');
  check(
    { filter: { due: 'overdue', team: 'sales' } },
    `
Sales: 1 open, 1 overdue
  Sam Cole: 1 open, 1 overdue
    [!] Book the stand 2028-01-10
`,
  );
  check({ filter: { text: 'nothing like it' } }, '');
  // A person, a week, a tag and a playbook at once.
  const all = { person: 'sam', due: 'thisWeek', tag: 'print', playbook: 'file:///w/a.playbook.md' } as const;
  const text =
    '- [ ] Print @sam due:2028-01-13 #print\n- [ ] Sign @sam #print\n- [ ] Cut @sam due:2028-01-13\n';
  check({ groupBy: 'person', filter: all }, 'Sam Cole: 1 open\n  [ ] Print 2028-01-13', {
    'a.playbook.md': text,
    'b.playbook.md': text,
  });
});

test('a template is nobody’s yet', () => {
  const world = new World({ 'a.playbook.md': '---\ntemplate: true\n---\n- [ ] Call\n' });
  assert.equal(outline(world.tree()), '');
  assert.equal(world.store.unowned, 0);
});

test('counts open tasks without an owner, areas aside', () => {
  const world = new World({ 'a.playbook.md': FAIR, 'b.playbook.md': '- [ ] Call\n- [x] Write\n' });
  world.tree();
  assert.equal(world.store.unowned, 2);
});

test('two people with one handle in two rosters are two people', () => {
  const world = new World({
    'eu/roster.yml': 'people:\n  kim: { name: Kim Berg }\n',
    'us/roster.yml': 'people:\n  kim: { name: Kim Lee }\n',
    'eu/a.playbook.md': '- [ ] Call Paris @kim\n',
    'us/a.playbook.md': '- [ ] Call Boston @kim\n',
  });
  assert.equal(
    outline(world.tree({ groupBy: 'person' })),
    'unowned\nKim Berg: 1 open\n  [ ] Call Paris\nKim Lee: 1 open\n  [ ] Call Boston',
  );
});

test('a playbook goes by its title, its first heading, or its file', () => {
  const titles = (text: string) =>
    outline(new World({ 'Spring%20fair.playbook.md': text }).tree({ groupBy: 'playbook' })).split('\n')[1];
  assert.equal(titles('---\ntitle: "Fair: 2028"\n---\n# Other\n- [ ] Call @sam\n'), 'Fair: 2028: 1 open');
  assert.equal(titles('# Show @sam\n- [ ] Call @sam\n'), 'Show: 1 open');
  assert.equal(titles('- [ ] Call @sam\n'), 'Spring fair: 1 open');
});

test('of thousands of tasks it shows some, then more', () => {
  const world = new World({
    'a.playbook.md': Array.from({ length: 700 }, (_, i) => `- [ ] Call ${i}\n`).join(''),
  });
  const tree = world.tree();
  const last = () => outline(tree).split('\n').at(-1)?.trim();
  assert.equal(last(), '… 400 more');
  // So many unowned ones stand in the group of their playbook.
  const [group] = tree.children(tree.children()[0]);
  assert.ok(group?.kind === 'group');
  tree.showMore(group);
  assert.deepEqual(tree.takeChanges().nodes, [group]);
  assert.equal(last(), '… 100 more');
  const item = world.store.file('file:///w/a.playbook.md')?.items.at(-1);
  assert.ok(item);
  const [place] = tree.placesOf(item);
  assert.ok(place);
  tree.unfold(place);
  assert.equal(last(), '[?] Call 699');
});

test('finds every place of a task, in the order of the tree', () => {
  const world = new World({ 'roster.yml': ROSTER, 'a.playbook.md': '- [ ] Settle it @pat and @lee\n' });
  const tree = world.tree();
  const item = world.store.file('file:///w/a.playbook.md')?.items[0];
  assert.ok(item);
  const names = tree.placesOf(item).map((node) => node.id.split('\n').slice(0, -1).join(' > '));
  assert.deepEqual(names, [
    'team:marketing:Marketing > person:pat:Pat Doe',
    'team:sales:Sales > person:pat:Pat Doe',
    'noTeam > person:lee:Lee Roy',
  ]);
});
