/** Front matter of other tools, whose keys have the names of ours. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseYaml } from '../../src/syntax/yaml.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { addsNothing, readLayer } from '../../src/workspace/rosterLayer.ts';
import { openFixture } from '../fixture.ts';

const ROSTER = `//- /roster.yml
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
//- /doc.playbook.md
`;

/** Problems of the front matter: `message: what is underlined`. */
function said(frontMatter: string): string[] {
  const view = openFixture(`${ROSTER}---\n${frontMatter}\n---\n\n- [ ] A\n`).view();
  return view.problems.map((p) => `${p.message}: ${view.playbook.lines.slice(p.range)}`);
}

const FOREIGN: readonly string[] = [
  'template: home.html',
  'template: post',
  'template: { name: home }',
  'templates: home.html',
  'roles: [author]',
  'role: author',
  'teams: [blog]',
  'teams: blog',
  'teams:\n  - blog\n  - docs',
  'people:\n  - { first: Ann, last: Lee }',
  'goals: Learn to sell',
  'goal: Learn to sell',
  'assets: [{ src: a.png }]',
  'assets: ./img',
  'terms: [crm, erp]',
  'rules: [no-todo]',
  'meetings: weekly',
  'title: { en: Fair, de: Messe }',
  'owner: [ann, lee]',
  'owner: [ann]',
  'owner:\n  - name: Ann',
  'tags: [maria]\nauthors: [ann]\nlayout: home',
];

describe('front matter of another tool', () => {
  for (const text of FOREIGN) {
    it(`is silent and does nothing: ${text.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(said(text), []);
      const lines = new LineIndex(text);
      const { root } = parseYaml(lines, 0, text.length);
      assert.ok(root?.kind === 'map' && addsNothing(readLayer('file:///a', root, 'frontMatter')));
    });
  }

  it('stands beside ours', () => {
    const text = 'template: home.html\ndefault-owner: maria\nteams: [blog]\nroles: { pm: sam }';
    assert.deepEqual(said(text), []);
    const { roster, tasks } = openFixture(`${ROSTER}---\n${text}\n---\n\n- [ ] A\n`).view();
    assert.equal(tasks[0]?.owners[0]?.handle, 'maria');
    assert.equal(roster.template, undefined);
    assert.ok(roster.roles.has('pm'));
  });
});

describe('front matter that is meant for us', () => {
  const OURS: readonly (readonly [text: string, problems: readonly string[]])[] = [
    ['template: true', []],
    ['template: no', []],
    ['template:', []],
    ['template: ture', ['notBoolean: ture']],
    ['people:\n  - { name: Ann, team: sales }', ['notEntries: people']],
    ['owner: [maria]', []],
    ['owner: [maria, sam]', ['notText: owner']],
    ['owner: [maria, ann]', ['notText: owner']],
    ['owner: ann', ['unknownOwner: ann']],
    ['pepole: { ann: { name: Ann } }', ['nearMiss: pepole']],
  ];
  for (const [text, problems] of OURS) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.deepEqual(said(text), problems);
    });
  }

  it('is reported in a roster, where nobody else writes', () => {
    const roster =
      'people: { maria: { name: Maria } }\nroles: [author]\nteams: blog\nowner: [ann]\ntemplate: home.html\n';
    const ws = openFixture(`//- /roster.yml\n${roster}`);
    const view = ws.index.view(ws.uri('/roster.yml'));
    assert.equal(view?.kind, 'roster');
    assert.deepEqual(view.problems.map((p) => p.message).sort(), [
      'frontMatterOnly',
      'notEntries',
      'notEntries',
      'ownerInRoster',
    ]);
  });
});
