import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { parseYaml } from '../../src/syntax/yaml.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { isRoster, readLayer, rosterProblems } from '../../src/workspace/rosterLayer.ts';
import {
  checkProblems,
  checkRange,
  fixAll,
  mutatedRoster,
  ROSTER,
  told,
  yamlish,
} from '../syntax/yamlFixture.ts';
import { layer, problemsOf, said } from './rosterFixture.ts';

function root(text: string) {
  return parseYaml(new LineIndex(text), 0, text.length).root;
}

describe('a roster', () => {
  const roster = layer(ROSTER);
  const without = <T extends { place: unknown }>(entry: T | undefined) => {
    assert.ok(entry);
    const { place, ...rest } = entry;
    assert.ok(place);
    return rest;
  };

  it('has people', () => {
    assert.deepEqual([...roster.people.keys()], ['maria', 'sam', 'pat', 'lee']);
    assert.deepEqual(without(roster.people.get('maria')), {
      kind: 'person',
      handle: 'maria',
      name: 'Maria López',
      aliases: [],
      teams: ['marketing'],
      title: 'Marketing manager',
      email: 'maria@acme.example',
      maxOpen: 8,
      away: [],
    });
    assert.deepEqual(roster.people.get('sam')?.away, [{ from: '2027-02-20', to: '2027-02-27' }]);
    assert.deepEqual(roster.people.get('pat')?.teams, ['marketing', 'sales']);
    assert.equal(roster.people.get('lee')?.left, '2026-10-01');
  });

  it('has teams', () => {
    assert.deepEqual(without(roster.teams.get('marketing')), {
      kind: 'team',
      handle: 'marketing',
      name: 'Marketing',
      aliases: [],
      lead: 'maria',
      external: false,
    });
    assert.deepEqual(without(roster.teams.get('agency')), {
      kind: 'team',
      handle: 'agency',
      name: 'Adelsberger Marketing',
      aliases: [],
      external: true,
      contact: 'maria',
    });
  });

  it('has roles with one holder, several, or none yet', () => {
    assert.deepEqual(
      [...roster.roles.values()].map((r) => [r.handle, r.holders]),
      [
        ['fmc', ['maria']],
        ['ae', ['sam', 'pat']],
        ['open', []],
      ],
    );
  });

  it('has goals, assets, meetings and terms', () => {
    assert.deepEqual(without(roster.goals.get('leads')), {
      kind: 'goal',
      handle: 'leads',
      name: 'Qualified leads',
      teams: ['marketing', 'sales'],
      owner: 'maria',
      measure: 'MQLs accepted by sales',
      target: '400 per quarter',
      due: '2027-03-31',
    });
    assert.deepEqual(without(roster.assets.get('brochure')), {
      kind: 'asset',
      handle: 'brochure',
      name: 'Spring brochure',
      owner: 'maria',
      file: 'assets/brochure.pdf',
      for: ['sales'],
      reviewBy: '2027-06-01',
    });
    assert.deepEqual(without(roster.meetings.get('sync')), {
      kind: 'meeting',
      handle: 'sync',
      name: 'Marketing-sales sync',
      teams: ['marketing', 'sales'],
      every: 'week',
      owner: 'pat',
    });
    assert.equal(roster.terms.get('mql')?.handle, 'MQL');
    assert.equal(roster.terms.get('mql')?.text, 'A lead that marketing says is ready for a sales call');
  });

  it('has single values, each with its place', () => {
    const lines = new LineIndex(ROSTER);
    const { defaultOwner, tDay, foldUnowned, rules, playbooks, exclude } = roster;
    assert.equal(defaultOwner?.value, 'pat');
    assert.equal(tDay?.value, '2027-03-02');
    assert.equal(foldUnowned?.value, 5);
    assert.equal(rules.get('due-missing')?.value, 'warning');
    assert.deepEqual(
      playbooks.map((p) => p.value),
      ['handbook/**/*.md'],
    );
    assert.deepEqual(
      exclude.map((p) => p.value),
      ['**/archive/**'],
    );
    const located = [defaultOwner, tDay, rules.get('due-missing'), ...playbooks, ...exclude];
    for (const one of located) assert.equal(one && lines.slice(one.range), one?.value);
  });

  it('places every entry at its key', () => {
    const lines = new LineIndex(ROSTER);
    for (const map of [
      roster.people,
      roster.teams,
      roster.roles,
      roster.goals,
      roster.assets,
      roster.terms,
    ]) {
      for (const { handle, place } of map.values()) assert.equal(lines.slice(place.range), handle);
    }
  });

  it('knows where it names whom', () => {
    const lines = new LineIndex(ROSTER);
    const { references } = roster;
    for (const { handle, range } of references) assert.equal(lines.slice(range), handle);
    assert.deepEqual(
      ['person', 'team', 'owner'].map((kind) =>
        references.filter((r) => r.expects === kind).map((r) => r.handle),
      ),
      [
        ['maria', 'sam', 'maria', 'maria', 'sam', 'pat'],
        ['marketing', 'sales', 'marketing', 'sales', 'sales', 'marketing', 'sales', 'marketing', 'sales'],
        ['maria', 'maria', 'sales', 'pat', 'pat'],
      ],
    );
  });

  it('has no problems', () => {
    assert.deepEqual(roster.problems, []);
  });

  it('takes a handle in quotes with its @, wherever a handle may stand', () => {
    const text = `people: { "@maria": { team: "@ops" } }
teams: { "@ops": { lead: '@maria', contact: "@maria" } }
roles: { "@fmc": ["@maria"] }
goals: { g: { owner: "@maria", teams: ["@ops"] } }
assets: { a: { owner: "@maria", for: "@ops" } }
meetings: { m: { owner: "@maria", teams: "@ops" } }
default-owner: "@maria"`;
    const { people, teams, roles, defaultOwner, references, problems } = layer(text);
    assert.deepEqual(problems, []);
    assert.equal(people.get('maria')?.handle, 'maria');
    assert.deepEqual(people.get('maria')?.teams, ['ops']);
    assert.equal(teams.get('ops')?.lead, 'maria');
    assert.deepEqual(roles.get('fmc')?.holders, ['maria']);
    assert.equal(defaultOwner?.value, 'maria');
    // Renaming replaces the range of a reference: the @ and the quotes stay.
    const lines = new LineIndex(text);
    assert.equal(references.length, 11);
    for (const { handle, range } of references) assert.equal(lines.slice(range), handle);
  });

  it('keeps what is sound in YAML that is broken', () => {
    const { people, teams } = layer(
      'people:\n  maria: { name: Maria, team: sa\n  sam: { name: @sam }\nteams:\n  sales:',
    );
    assert.deepEqual(
      [...people.values()].map((p) => [p.handle, p.name, p.teams]),
      [
        ['maria', 'Maria', ['sa']],
        ['sam', '@sam', []],
      ],
    );
    assert.ok(teams.has('sales'));
  });

  it('reads entries named like parts of objects', () => {
    const { people, rules, problems } = layer(
      'people: { __proto__: {}, constructor: { name: C } }\nrules: { constructor: off }',
    );
    assert.deepEqual([...people.keys()], ['__proto__', 'constructor']);
    assert.equal(rules.size, 0);
    assert.deepEqual(
      problems.map((p) => p.message),
      ['notHandle', 'unknownRule'],
    );
  });
});

describe('front matter', () => {
  it('has a title, an owner and may be a template', () => {
    const { title, owner, template, tDay } = layer(
      'title: Show\nowner: maria\ntemplate: true\nt-day: 2027-03-02',
      'frontMatter',
    );
    assert.deepEqual(
      [title?.value, owner?.value, template?.value, tDay?.value],
      ['Show', 'maria', true, '2027-03-02'],
    );
  });

  it('leaves alone what belongs to other tools', () => {
    const text = `layout: post
date: 2027-01-01T10:00:00Z
tags: [a, b]
draft: false
type: page
slug: show
author: Maria
authors: [maria]
description: About a show
weight: 3
role: Manager
team: Marketing
goal: 5
include: x
exclude: true
categories: { a: b }
sidebar_position: 2
hide_title: true
lastmod: 2027-01-01
permalink: /x
subtitle: y
people_i_like: [x]
exclude_from_search: true
aliases: [/y]
today: y`;
    assert.deepEqual(said(text, 'frontMatter'), []);
  });
});

describe('problems of values', () => {
  /** What is said, and whether the fixes mend all of it. */
  const cases: readonly [text: string, problems: readonly string[], mends: boolean][] = [
    ['pepole: { maria: {} }', ['nearMiss: pepole'], true],
    ['People: { maria: {} }', ['nearMiss: People'], true],
    ['default_owner: maria', ['nearMiss: default_owner'], true],
    ['tDay: 2027-03-02', ['nearMiss: tDay'], true],
    ['people: {}\npepole: {}', ['nearMiss: pepole'], false],
    ['team: { sales: {} }', ['nearMiss: team'], true],
    ['people: { maria: { teams: sales } }', ['nearMiss: teams'], true],
    ['people: { maria: { max_open: 3 } }', ['nearMiss: max_open'], true],
    ['people: { maria: { phone: 3, notes: x } }', [], true],
    ['goals: { leads: { team: sales } }', ['nearMiss: team'], true],
    [
      'people: { sam: { away: [{ form: 2027-02-20, to: 2027-02-21 }] } }',
      ['awayIncomplete: { form: 2027-02-20, to: 2027-02-21 }', 'nearMiss: form'],
      true,
    ],
    ['people: { maria: { name:Maria } }', ['spaceAfterColon: name:Maria'], true],
    ['people: [maria]', ['notEntries: people'], false],
    ['people: maria', ['notEntries: people'], false],
    ['people:\nteams: null\nroles: ~\nrules:', [], true],
    ['people: { maria: Maria López }', ['notEntry: Maria López'], true],
    ['people:\n  maria: Maria [Sales]', ['notEntry: Maria [Sales]'], true],
    ['people: { maria: [a] }', ['notEntry: maria'], false],
    ['people: { maria: { name: [a] } }', ['notText: name'], false],
    ['people: { maria: { team: { a: b } } }', ['notList: team'], false],
    ['people:\n  maria:\n    team: marketing, sales', ['notList: marketing, sales'], true],
    ['people:\n  maria:\n    team: marketing, @sales', ['notList: marketing, @sales'], false],
    ['people: { maria: { max-open: -1 } }', ['notNumber: -1'], false],
    ['people: { maria: { max-open: many } }', ['notNumber: many'], false],
    ['people: { maria: { max-open: 0 } }', [], true],
    ['people: { maria: { left: 2026-02-30 } }', ['notDate: 2026-02-30'], false],
    ['people: { maria: { left: 1 October } }', ['notDate: 1 October'], false],
    ['t-day: 2027-3-2', ['notDate: 2027-3-2'], false],
    ['people: { sam: { away: [{ from: 2027-02-27, to: 2027-02-20 }] } }', ['fromAfterTo: 2027-02-20'], false],
    ['people: { sam: { away: [{ from: 2027-02-27 }] } }', ['awayIncomplete: { from: 2027-02-27 }'], false],
    ['people: { sam: { away: 2027-02-27 } }', ['awayShape: away'], false],
    ['people: { sam: { away: { from: 2027-02-20, to: 2027-02-20 } } }', [], true],
    ['teams: { agency: { external: perhaps } }', ['notBoolean: perhaps'], false],
    ['teams: { agency: { external: yes } }', [], true],
    ['roles: { ae: { holder: sam } }', ['nearMiss: holder'], false],
    ['meetings: { sync: { every: fortnight } }', ['notEvery: fortnight'], false],
    ['terms: { MQL: [a] }', ['notText: MQL'], false],
    ['rules: { due-mising: off }', ['unknownRuleSuggestion: due-mising'], true],
    ['rules: { spelling: off }', ['unknownRule: spelling'], false],
    ['rules: { due-missing: warn }', ['unknownSeverity: warn'], true],
    ['rules: { due-missing: loud }', ['unknownSeverity: loud'], false],
    ['rules: [due-missing]', ['notEntries: rules'], false],
    ['fold-unowned: -3', ['notNumber: -3'], false],
    ['default-owner: [a, b]', ['notText: default-owner'], false],
    ['people: { maria: {}, maria: {} }', ['duplicateKey: maria'], false],
    ['people: { maria: {}, Maria: {} }', ['duplicateHandle: Maria'], false],
    // One with a composed, one with a combining accent.
    ['people: { mar\u00eda: {}, mari\u0301a: {} }', ['duplicateHandle: mari\u0301a'], false],
    [
      'people: { sales: {} }\nteams: { Sales: {} }\nroles: { sales: x }',
      ['sharedHandle: Sales', 'sharedHandle: sales'],
      false,
    ],
    ['goals: { sales: {} }\nteams: { sales: {} }', [], true],
    ['people: { "": { name: Maria } }', ['emptyHandle: '], false],
    ['people: { Maria López: {} }', ['notHandle: Maria López'], false],
    ['people: { maria.: {} }', ['notHandle: maria.'], false],
    ['teams: { everyone: {} }', ['reservedHandle: everyone'], false],
    ['default-owner: #pat', ['valueIsComment: #pat'], true],
    ['people:\n  maria:\n    title: #1 seller', ['valueIsComment: #1 seller'], true],
    ['owner: maria\npeople: {}', ['ownerInRoster: owner'], false],
    ['template: true\npeople: {}', ['frontMatterOnly: template'], false],
    ['title: Our teams\npeople: {}', [], true],
    ['playbooks: { a: b }', ['notList: playbooks'], false],
  ];
  for (const [text, problems, mends] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(said(text), problems);
      checkProblems(text, problemsOf(text));
      const mended = fixAll(text, problemsOf);
      if (mends) assert.deepEqual(said(mended), [], mended);
    });
  }

  it('of front matter only', () => {
    assert.deepEqual(said('playbooks: ["*.md"]', 'frontMatter'), ['rosterOnly: playbooks']);
    assert.deepEqual(said('owners: ["@maria"]', 'frontMatter'), ['nearMiss: owners']);
    assert.deepEqual(said('owner: [maria]', 'frontMatter'), []);
    // Whether that is a list of ours, only a roster can tell.
    assert.deepEqual(said('owner: [maria, sam]', 'frontMatter'), []);
    assert.deepEqual(said('Title: x', 'frontMatter'), ['nearMiss: Title']);
  });

  it('name both places of a duplicate', () => {
    const [problem] = layer('people:\n  maria: {}\nteams:\n  Maria: {}').problems;
    assert.deepEqual(problem?.args, { handle: 'Maria', kind: 'team', otherKind: 'person', line: 2 });
    assert.deepEqual(problem.related?.[0]?.range.start, { line: 1, character: 2 });
  });

  it('keep the name of an entry that is only a name', () => {
    assert.equal(layer('people: { maria: Maria López }').people.get('maria')?.name, 'Maria López');
  });

  it('are said once for a value that an alias repeats', () => {
    const text = 'people:\n  maria: &x { max-open: -1 }\n  sam: *x\n  lee: { <<: *x }';
    assert.deepEqual(said(text), ['notNumber: -1']);
  });
});

describe('whose file it is', () => {
  for (const [text, ours] of [
    ['people: {}', true],
    ['foo: bar\nrules: {}', true],
    ['exclude: x', true],
    ['title: x\nowner: y', false],
    ['players: [a]\ncoach: b', false],
    ['constructor: x', false],
  ] as const) {
    it(JSON.stringify(text), () => {
      const map = root(text);
      assert.ok(map?.kind === 'map');
      assert.equal(isRoster(map), ours);
    });
  }

  for (const [text, expected] of [
    ['- people\n- teams', ['rosterIsList: - people']],
    ['just text\nin two lines', ['rosterIsText: just text']],
    ['people: {}', []],
    ['', []],
  ] as const) {
    it(`a roster that is no mapping: ${JSON.stringify(text)}`, () => {
      const problems = rosterProblems(root(text), new LineIndex(text));
      assert.deepEqual(told(text, problems), expected);
      checkProblems(text, problems);
    });
  }
});

describe('any mapping', () => {
  it('reads without throwing, and all ranges lie in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(yamlish, mutatedRoster),
        fc.constantFrom('roster', 'frontMatter'),
        (text, kind) => {
          const lines = new LineIndex(text);
          const node = root(text);
          if (node?.kind !== 'map') return;
          const read = readLayer('u', node, kind);
          checkProblems(text, read.problems);
          for (const { range } of read.references) checkRange(lines, range);
          for (const { place } of read.people.values()) checkRange(lines, place.range);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('a quoted key with a colon in it is mended once at most', () => {
    const text = 'goals:\n  leads: { name: Leads, "due: 2027-03-31": }\n';
    assert.equal(fixAll(text, problemsOf), text);
  });

  it('fixes come to an end', () => {
    fc.assert(fc.property(mutatedRoster, (text) => void fixAll(text, problemsOf)));
  });
});
