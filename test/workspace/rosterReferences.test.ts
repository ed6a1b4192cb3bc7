import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildRoster } from '../../src/workspace/roster.ts';
import { referenceProblems } from '../../src/workspace/rosterReferences.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { checkProblems, ROSTER, told } from '../syntax/yamlFixture.ts';
import { layer } from './rosterFixture.ts';

/** What is said about the references of a text when it is merged on top of others. */
function problems(text: string, ...below: string[]) {
  const layers = below.map((t, i) => layer(t, 'roster', `file:///w/${i}%20x.roster.yml`));
  const own = layer(text, 'roster', 'file:///w/a/roster.yml');
  return referenceProblems(own, buildRoster([...layers, own]));
}

describe('references', () => {
  const PEOPLE =
    'people: { maria: { name: Maria López }, sam: {} }\nteams: { sales: {} }\nroles: { boss: maria, open: }';
  const cases: readonly [text: string, expected: readonly string[]][] = [
    ['teams: { a: { lead: maria, contact: "@Maria" } }', []],
    ['teams: { a: { lead: boss } }', []],
    ['teams: { a: { lead: mara } }', ['unknownSuggestion: mara']],
    ['teams: { a: { lead: Maria López } }', ['unknownSuggestion: Maria López']],
    ['teams: { a: { lead: zoe } }', ['unknownPerson: zoe']],
    ['teams: { a: { lead: sales } }', ['wrongKind: sales']],
    ['teams: { a: { lead: open } }', ['wrongKind: open']],
    ['people: { x: { team: slaes } }', ['unknownSuggestion: slaes']],
    ['people: { x: { team: [sales, zzz] } }', ['unknownTeam: zzz']],
    ['people: { x: { team: maria } }', ['wrongKind: maria']],
    ['roles: { a: [sam, zoe] }', ['unknownPerson: zoe']],
    ['goals: { g: { owner: sales, teams: [sales, maria] } }', ['wrongKind: maria']],
    ['assets: { g: { owner: zoe, for: [sales, boss, maria] } }', ['unknownOwner: zoe']],
    ['default-owner: zoe', ['unknownOwner: zoe']],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => {
      const found = problems(text, PEOPLE);
      assert.deepEqual(told(text, found), expected);
      checkProblems(text, found);
    });
  }

  it('the fix keeps @ and quotes', () => {
    const text = 'default-owner: "@mara"';
    const [problem] = problems(text, PEOPLE);
    assert.equal(problem?.fix && applyEdits(text, problem.fix.edits), 'default-owner: "@maria"');
  });

  it('a sound roster has none', () => {
    assert.deepEqual(problems(ROSTER), []);
  });

  it('nothing is unknown while no roster lists people or teams', () => {
    assert.deepEqual(problems('default-owner: zoe\nteams: { a: { lead: zoe } }'), []);
    assert.deepEqual(problems('people: { x: { team: sales } }'), []);
  });

  it('a handle that another file gives to another kind', () => {
    const text = 'teams: { Maria: {} }\nroles: { sales: maria }';
    const found = problems(text, PEOPLE);
    assert.deepEqual(told(text, found), ['sharedHandleElsewhere: Maria', 'sharedHandleElsewhere: sales']);
    assert.deepEqual(found[0]?.args, {
      handle: 'Maria',
      kind: 'team',
      otherKind: 'person',
      file: '0 x.roster.yml',
      line: 1,
    });
    checkProblems(text, found);
  });
});
