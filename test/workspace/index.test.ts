import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { openFixture, outline } from '../fixture.ts';

describe('the workspace index', () => {
  it('merges the rosters from the root down to a playbook’s folder, the nearer first, entry by entry', () => {
    const ws = openFixture(`
      //- /roster.yml
      people: { maria: { name: Maria López, team: marketing }, sam: { name: Sam Cole } }
      default-owner: sam
      //- /eu/roster.yml
      people: { maria: { name: Maria Rossi } }
      //- /us/team.roster.yaml
      people: { joe: { name: Joe Doe } }
      default-owner: joe
      //- /a.playbook.md
      Owner: Maria López

      - [ ] a
      # B @tbd
      # C
      //- /eu/fair/b.playbook.md
      Owner: Maria Rossi

      - [ ] b
      //- /us/c.playbook.md
      - [ ] c
      - [ ] d @JOE
      //- /asia/d.playbook.md
      - [ ] e
      - [ ] f @joe
    `);
    assert.equal(outline(ws.view('/a.playbook.md')), '[ ] a => maria via section');
    assert.equal(outline(ws.view('/eu/fair/b.playbook.md')), '[ ] b => maria via section');
    assert.equal(outline(ws.view('/us/c.playbook.md')), '[ ] c => joe via default\n[ ] d => joe via task');
    assert.equal(outline(ws.view('/asia/d.playbook.md')), '[ ] e => sam via default\n[ ] f => joe via task');
    assert.equal(ws.view('/us/c.playbook.md').tasks[1]?.owners[0]?.kind, 'person');
    assert.equal(ws.view('/asia/d.playbook.md').tasks[1]?.owners[0]?.kind, 'name');
    // The nearer entry replaces the whole farther one.
    assert.deepEqual(ws.view('/eu/fair/b.playbook.md').roster.people.get('maria')?.teams, []);
  });

  it('lets rosters of one folder follow each other by file name', () => {
    const ws = openFixture(`
      //- /b.roster.yml
      default-owner: bea
      //- /a.roster.yml
      default-owner: ann
      //- /x.playbook.md
      - [ ] a
    `);
    assert.equal(outline(ws.view()), '[ ] a => bea via default');
  });

  it('lets front matter win over all', () => {
    const ws = openFixture(`
      //- /roster.yml
      people: { maria: { name: Maria } }
      roles: { fmc: maria }
      default-owner: maria
      //- /x.playbook.md
      ---
      people: { sam: {} }
      roles: { fmc: sam }
      default-owner: sam
      ---
      - [ ] a @fmc
      - [ ] b
    `);
    assert.equal(outline(ws.view()), '[ ] a => sam via task\n[ ] b => sam via default');
  });

  it('follows a roster that comes, changes and goes', () => {
    const ws = openFixture(`
      //- /x.playbook.md
      - [ ] a @fmc
      - [ ] b
    `);
    const roster = ws.uri('/roster.yml');
    assert.equal(outline(ws.view()), '[ ] a => fmc via task\n[ ] b => nobody');
    ws.index.setRoster(roster, 'people: { maria: {} }\nroles: { fmc: maria }');
    assert.equal(outline(ws.view()), '[ ] a => maria via task\n[ ] b => nobody');
    ws.index.setRoster(roster, 'default-owner: sam');
    assert.equal(outline(ws.view()), '[ ] a => fmc via task\n[ ] b => sam via default');
    ws.index.delete(roster);
    assert.equal(outline(ws.view()), '[ ] a => fmc via task\n[ ] b => nobody');
  });

  it('keeps the view of a playbook that nothing has changed', () => {
    const ws = openFixture('- [ ] a\n');
    const before = ws.view();
    ws.index.setPlaybook(ws.uri('/other.playbook.md'), '- [ ] b');
    assert.equal(ws.view('/doc.playbook.md'), before);
  });

  it('lets go of trees in a large workspace, but not of those of open documents', () => {
    const index = new WorkspaceIndex([], { all: 1, last: 1 });
    const text = '# Print @sam\n\n- [ ] Copy due:2028-05-16\n';
    index.setPlaybook('a', text);
    index.setPlaybook('open', text, true);
    const [a, open] = [index.playbookView('a'), index.playbookView('open')];
    assert.ok(a && open);
    const summary = index.summary('a');
    index.setPlaybook('b', text);
    index.view('b');
    assert.notEqual(index.playbookView('a'), a);
    assert.equal(index.playbookView('open'), open);
    // What was kept of it says the same as the tree that was made again.
    assert.equal(index.summary('a'), summary);
    assert.deepEqual(index.playbookView('a')?.playbook, a.playbook);
  });

  it('lets go of the first trees, too, where many playbooks are about to come', () => {
    const index = new WorkspaceIndex([], { all: 2, last: 1 });
    const isKept = () => {
      index.setPlaybook('a', '- [ ] Copy\n');
      const a = index.view('a');
      index.setPlaybook('b', '- [ ] Print\n');
      return index.view('a') === a;
    };
    assert.ok(isKept());
    index.expect(3);
    assert.ok(!isKept());
  });

  it('keeps no texts beyond its room where they can be read again, and no front matter of theirs', () => {
    const files = new Map([
      ['a', '---\npeople: { lee: }\nrules: { owner-missing: off }\n---\n- [ ] Copy @lee\n'],
      ['b', '- [ ] Print\n'],
    ]);
    const asked: string[] = [];
    const readAgain = (uri: string) => {
      asked.push(uri);
      return files.get(uri);
    };
    const room = { all: Infinity, last: Infinity, characters: 20 };
    const index = new WorkspaceIndex([], room, readAgain);
    for (const [uri, text] of files) index.setPlaybook(uri, text);
    assert.deepEqual(asked, []);
    assert.equal(index.playbookView('a')?.tasks[0]?.owners[0]?.kind, 'person');
    assert.deepEqual(asked, ['a']);
    assert.deepEqual(index.definingUris(), ['a']);
    assert.equal(index.view('b')?.uri, 'b');
    assert.equal(index.ruleSetting('a', 'owner-missing')?.severity, 'off');
    files.delete('b');
    assert.equal(index.view('b'), undefined);
  });

  it('does not look above the root or into other folders', () => {
    const ws = openFixture('- [ ] a\n');
    ws.index.setRoster('file:///roster.yml', 'default-owner: sam');
    ws.index.setRoster('file:///acme-two/roster.yml', 'default-owner: sam');
    assert.equal(outline(ws.view()), '[ ] a => nobody');
    ws.index.setRoots(['file:///']);
    assert.equal(outline(ws.view()), '[ ] a => sam via default');
  });

  it('knows what it holds', () => {
    const ws = openFixture('//- /roster.yml\npeople: {}\n//- /b.playbook.md\n//- /a.playbook.md\n');
    assert.deepEqual(ws.index.playbookUris(), [ws.uri('/a.playbook.md'), ws.uri('/b.playbook.md')]);
    assert.deepEqual(ws.index.rosterUris(), [ws.uri('/roster.yml')]);
    assert.ok(ws.index.has(ws.uri('/roster.yml')));
    ws.index.delete(ws.uri('/roster.yml'));
    assert.ok(!ws.index.has(ws.uri('/roster.yml')));
    assert.equal(ws.index.view(ws.uri('/roster.yml')), undefined);
  });

  it('knows which files define what playbooks speak of: a day T and an owner are nothing of the kind', () => {
    const ws = openFixture(`
      //- /roster.yml
      people: { maria: {} }
      //- /a.playbook.md
      ---
      title: Spring fair
      owner: maria
      t-day: 2028-05-16
      ---
      //- /b.playbook.md
      ---
      goals: { leads: { target: 400 } }
      ---
    `);
    assert.deepEqual(ws.index.definingUris(), [ws.uri('/b.playbook.md'), ws.uri('/roster.yml')]);
  });
});
