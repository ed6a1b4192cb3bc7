import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { applicableRosters, buildRoster, rosterChain } from '../../src/workspace/roster.ts';
import { ROSTER } from '../syntax/yamlFixture.ts';
import { layer } from './rosterFixture.ts';

function roster(...texts: string[]) {
  return buildRoster(texts.map((t, i) => layer(t, 'roster', `file:///w/${i}.roster.yml`)));
}

describe('merging', () => {
  it('a nearer entry replaces the whole farther one', () => {
    const merged = roster(
      'people: { maria: { name: Maria, title: Manager }, sam: { name: Sam } }',
      'people: { MARIA: { name: Maria López } }',
    );
    const maria = merged.people.get('maria');
    assert.deepEqual([maria?.handle, maria?.name, maria?.title], ['MARIA', 'Maria López', undefined]);
    assert.equal(maria?.place.uri, 'file:///w/1.roster.yml');
    assert.equal(merged.people.get('sam')?.name, 'Sam');
  });

  it('one handle in brackets is that handle where one is wanted', () => {
    const { goals } = roster(
      'people: { sam: {} }\ngoals: { leads: { owner: [sam] }, calls: { owner: sam } }',
    );
    assert.deepEqual([goals.get('leads')?.owner, goals.get('calls')?.owner], ['sam', 'sam']);
  });

  it('an absence may say who stands in', () => {
    const { people } = roster(
      'people: { lee: { away: [{ from: 2028-04-10, to: 2028-04-21, cover: kate }, { from: 2028-05-01, to: 2028-05-02 }] } }',
    );
    assert.deepEqual(people.get('lee')?.away, [
      { from: '2028-04-10', to: '2028-04-21', cover: 'kate' },
      { from: '2028-05-01', to: '2028-05-02' },
    ]);
  });

  it('rules are merged rule by rule, single values by the nearest', () => {
    const merged = buildRoster([
      layer(
        'rules: { due-missing: error, owner-shared: hint }\nt-day: 2027-01-01\ndefault-owner: pat\nfold-unowned: 3',
      ),
      layer('rules: { due-missing: off }\nt-day: 2027-02-02', 'frontMatter'),
    ]);
    assert.deepEqual(
      [...merged.ruleSeverities],
      [
        ['due-missing', 'off'],
        ['owner-shared', 'hint'],
      ],
    );
    assert.deepEqual([merged.tDay, merged.defaultOwner, merged.foldUnowned], ['2027-02-02', 'pat', 3]);
  });

  it('an empty or broken value nearer by does not undo a farther one', () => {
    assert.equal(roster('t-day: 2027-01-01', 't-day: soon').tDay, '2027-01-01');
  });

  it('without layers there is nothing', () => {
    const none = buildRoster([]);
    assert.deepEqual(
      [none.seesPeople, none.handles(), none.tDay, none.foldUnowned],
      [false, [], undefined, undefined],
    );
    assert.equal(none.find('maria'), undefined);
    assert.equal(none.findByName(''), undefined);
  });

  it('only front matter makes a template', () => {
    assert.equal(buildRoster([layer('template: true', 'roster')]).template, undefined);
    assert.equal(buildRoster([layer('template: true', 'frontMatter')]).template, true);
  });

  it('entry by entry, the last layer that has it wins', () => {
    const names = fc.constantFrom('a', 'B', 'b', 'c', 'C');
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(names, { selector: (n) => n.toLowerCase() }), { maxLength: 5 }),
        (files) => {
          const merged = roster(
            ...files.map((f, i) => `people: { ${f.map((n) => `${n}: { name: N${i} }`).join(', ')} }`),
          );
          for (const name of ['a', 'b', 'c']) {
            const last = files.findLastIndex((f) => f.some((n) => n.toLowerCase() === name));
            assert.equal(merged.people.get(name)?.name, last < 0 ? undefined : `N${last}`);
          }
        },
      ),
    );
  });
});

describe('finding owners', () => {
  const all = roster(ROSTER);

  it('by handle, case, @ and Unicode form aside', () => {
    assert.equal(all.find('MARIA')?.handle, 'maria');
    assert.equal(all.find('@sales')?.kind, 'team');
    assert.equal(all.find('fmc')?.kind, 'role');
    assert.equal(all.find('leads'), undefined);
    const accents = roster('people: { mar\u00eda: {} }');
    assert.ok(accents.find('mari\u0301a'));
    assert.equal(accents.find('maria'), undefined);
  });

  it('person before team before role', () => {
    const shared = roster('roles: { x: a, y: a }\nteams: { x: {}, y: {} }\npeople: { X: {}, a: {} }');
    assert.equal(shared.find('x')?.kind, 'person');
    assert.equal(shared.find('y')?.kind, 'team');
    assert.deepEqual(shared.handles(), ['X', 'a', 'y']);
  });

  it('by name, case and white space aside, or by a handle without @', () => {
    assert.equal(all.findByName(' maria\u00a0 LÓPEZ ')?.handle, 'maria');
    assert.equal(all.findByName('Adelsberger Marketing')?.handle, 'agency');
    assert.equal(all.findByName('sam')?.handle, 'sam');
    assert.equal(all.findByName('FMC')?.handle, 'fmc');
    assert.equal(all.findByName('Maria'), all.find('maria'));
    assert.equal(all.findByName('Nobody'), undefined);
  });

  it('a name shared by two is the person’s', () => {
    assert.equal(
      roster('teams: { s: { name: Sales } }\npeople: { p: { name: sales } }').findByName('Sales')?.handle,
      'p',
    );
  });

  it('a role with one holder is that person; with two, none or a stranger it is itself', () => {
    const roles = roster(
      'people: { a: {}, b: {} }\nroles: { one: A, two: [a, b], half: [a, stranger], none: , odd: stranger, same: [a, A] }',
    );
    assert.deepEqual(
      ['one', 'two', 'half', 'none', 'odd', 'same'].map((r) => roles.resolve(r)?.handle),
      ['a', 'two', 'half', 'none', 'odd', 'a'],
    );
    assert.equal(roles.resolve('b')?.handle, 'b');
    assert.equal(roles.resolve('nobody'), undefined);
  });

  it('teams of a person, lead of a team', () => {
    const teams = roster(
      'people: { a: { team: [x, X, gone] } }\nteams: { x: { lead: boss }, y: { lead: x }, z: {} }\nroles: { boss: a }',
    );
    const a = teams.people.get('a');
    assert.ok(a);
    assert.deepEqual(
      teams.personTeams(a).map((t) => t.handle),
      ['x'],
    );
    assert.deepEqual(
      [...teams.teams.values()].map((t) => teams.teamLead(t)?.handle),
      ['a', undefined, undefined],
    );
  });

  it('lists every handle and name once, people first', () => {
    assert.deepEqual(all.handles(), [
      'maria',
      'sam',
      'pat',
      'lee',
      'marketing',
      'sales',
      'agency',
      'fmc',
      'ae',
      'open',
    ]);
    assert.deepEqual(all.names(), [
      'Maria López',
      'Sam Cole',
      'Pat Doe',
      'Lee Roy',
      'Marketing',
      'Sales',
      'Adelsberger Marketing',
    ]);
  });
});

describe('which rosters apply', () => {
  const rosters = [
    'file:///w/eu/b.roster.yml',
    'file:///w/eu/a.roster.yml',
    'file:///w/eu/fair/roster.yml',
    'file:///w/eu2/roster.yml',
    'file:///w/roster.yml',
    'file:///roster.yml',
  ];
  const names = (uris: readonly string[]) => uris.map((u) => u.slice('file:///'.length));

  it('from the root down, in one folder by file name', () => {
    assert.deepEqual(names(applicableRosters('file:///w/eu/fair/x.playbook.md', rosters, 'file:///w')), [
      'w/roster.yml',
      'w/eu/a.roster.yml',
      'w/eu/b.roster.yml',
      'w/eu/fair/roster.yml',
    ]);
  });

  it('not those of sister folders, nor above the root', () => {
    assert.deepEqual(names(applicableRosters('file:///w/x.playbook.md', rosters, 'file:///w/')), [
      'w/roster.yml',
    ]);
    assert.deepEqual(names(applicableRosters('file:///w/eu2/x.md', rosters, 'file:///w/eu2')), [
      'w/eu2/roster.yml',
    ]);
    assert.deepEqual(applicableRosters('file:///other/x.md', rosters, 'file:///w'), []);
  });

  it('a roster applies to itself', () => {
    assert.deepEqual(names(applicableRosters('file:///w/eu/a.roster.yml', rosters, 'file:///w')), [
      'w/roster.yml',
      'w/eu/a.roster.yml',
      'w/eu/b.roster.yml',
    ]);
  });

  it('works for any scheme, and compares percent-encoding as it is', () => {
    const uri = 'vscode-vfs://github/acme/my%20docs/roster.yml';
    assert.deepEqual(
      applicableRosters('vscode-vfs://github/acme/my%20docs/a/b.md', [uri], 'vscode-vfs://github/acme'),
      [uri],
    );
    assert.deepEqual(
      applicableRosters('vscode-vfs://github/acme/my docs/b.md', [uri], 'vscode-vfs://github/acme'),
      [],
    );
  });

  it('gives the layers in the order of merging', () => {
    const layers = rosters.map((uri) => layer(`people: { a: { name: ${uri.length} } }`, 'roster', uri));
    const chain = rosterChain('file:///w/eu/fair/x.md', layers, 'file:///w');
    assert.deepEqual(names(chain.map((l) => l.uri)), [
      'w/roster.yml',
      'w/eu/a.roster.yml',
      'w/eu/b.roster.yml',
      'w/eu/fair/roster.yml',
    ]);
    assert.equal(buildRoster(chain).people.get('a')?.place.uri, 'file:///w/eu/fair/roster.yml');
  });

  it('the order in which they are found does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rosters, { minLength: rosters.length }), (shuffled) => {
        const uri = 'file:///w/eu/fair/x.md';
        assert.deepEqual(
          applicableRosters(uri, shuffled, 'file:///w'),
          applicableRosters(uri, rosters, 'file:///w'),
        );
      }),
    );
  });
});
