import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Handoffs, isHandoff } from '../../src/workspace/handoff.ts';
import { isOnePersonCompany } from '../../src/workspace/staff.ts';
import { openFixture } from '../fixture.ts';
import { problemsOf, repaired, sentences, TODAY, underlined } from './judged.ts';

const ROSTER = `//- /roster.yml
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
  agency: { name: Bluebird, external: true, contact: maria }
  studio: { name: Studio, external: true }
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole, team: sales }
  lee: { name: Lee Roy, team: sales }
  pat: { name: Pat Doe, team: [marketing, sales] }
  zoe: { name: Zoe }
  anna: { name: Anna Berg, team: studio }
roles:
  ae: [sam, lee]
  fmc: maria
  sdr: []
//- /doc.playbook.md
`;

/** One person in both departments. */
const ALONE = `//- /roster.yml
teams:
  marketing: { name: Marketing }
  sales: { name: Sales }
people:
  pat: { name: Pat Doe, team: [marketing, sales] }
  ray: { name: Ray Stone, team: sales, left: ${TODAY} }
//- /doc.playbook.md
`;

describe('a handoff', () => {
  const CASES: readonly (readonly [task: string, expected: boolean])[] = [
    ['@maria for:@sam', true],
    ['@maria for:@sales', true],
    ['@marketing for:@sales', true],
    ['@fmc for:@ae', true],
    ['@maria for:@agency', true],
    ['@maria for:@pat,@sam', true],
    ['@maria and @sam for:@lee', true],
    ['@sam for:@lee', false],
    ['@sam for:@sales', false],
    ['@pat for:@sam', false],
    ['@maria for:@zoe', false],
    ['@zoe for:@sam', false],
    ['@maria for:@sdr', false],
    ['@maria for:@nobody', false],
    ['@nobody for:@sam', false],
    ['@maria for:@tbd', false],
    ['for:@sam', false],
    ['@maria', false],
  ];
  for (const [task, expected] of CASES) {
    it(`${task}: ${expected ? 'yes' : 'no'}`, () => {
      const { tasks, roster } = openFixture(`${ROSTER}- [ ] Print ${task}\n`).view();
      assert.deepEqual(
        tasks.map((t) => isHandoff(t, roster)),
        [expected],
      );
    });
  }

  it('is none between the two hats of one person', () => {
    const { tasks, roster } = openFixture(`${ALONE}- [ ] Print @marketing for:@sales\n`).view();
    const [task] = tasks;
    assert.ok(task && isHandoff(task, roster));
    assert.deepEqual(new Handoffs(roster, TODAY).receivers(task), []);
    // A day before, Ray was there.
    assert.equal(new Handoffs(roster, '2028-01-02').receivers(task).length, 1);
    assert.ok(isOnePersonCompany(roster, TODAY));
    assert.ok(!isOnePersonCompany(roster, '2028-01-02'));
  });
});

describe('handoff-deadline-missing', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['neither', '- [ ] Print @maria for:@sam\n', ['1: @sam']],
    ['a promise', '- [ ] Print @maria for:@sam sla:2bd\n', []],
    ['a day', '- [ ] Print @maria for:@sam due:2028-02-01\n', []],
    ['a day of the heading', '## Show due:2028-02-01\n- [ ] Print @maria for:@sam\n', []],
    ['a rhythm is no deadline', '- [ ] Print @maria for:@sam every:week\n', ['1: @sam']],
    ['what cannot be read is for another rule', '- [ ] Print @maria for:@sam due:soon\n', []],
    ['done', '- [x] Print @maria for:@sam\n', []],
    ['within a team', '- [ ] Print @sam for:@lee\n', []],
    ['the receiver in the other team', '- [ ] Print @sam for:@lee,@maria\n', ['1: @maria']],
    [
      'an empty due cell, and one with TBD',
      '| Task | Owner | Due |\n| - | - | - |\n| a for:@sam | @maria | |\n| b for:@sam | @maria | TBD |\n',
      ['3: @sam', '4: @sam'],
    ],
    ['an inherited owner', '## Print @maria\n- [ ] Print for:@sam\n', ['2: @sam']],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(ROSTER + text, 'handoff-deadline-missing'), expected);
    });
  }

  it('names everybody', () => {
    assert.deepEqual(sentences(`${ROSTER}- [ ] Print @maria for:@sam,@ae\n`, 'handoff-deadline-missing'), [
      'Sam Cole (Sales) and @ae wait for "Print" from Maria López (Marketing), and nothing says by when. Add a due day, or a promise such as sla:2bd.',
    ]);
  });

  it('writes a promise behind the receiver, where that reads as one', () => {
    const fix = (text: string) => repaired(ROSTER + text, 'handoff-deadline-missing');
    assert.equal(
      fix('- [ ] Print (for:@sam) @maria every:week\n'),
      '- [ ] Print (for:@sam sla:2bd) @maria every:week\n',
    );
    assert.equal(fix("- [ ] @maria: for:@sam's desk\n"), "- [ ] @maria: for:@sam's desk\n");
    assert.equal(
      fix('| Task | Owner |\n| - | - |\n|a for:@sam| @maria |\n'),
      '| Task | Owner |\n| - | - |\n|a for:@sam sla:2bd| @maria |\n',
    );
    for (const text of ['- [ ] Print @maria for:@sam.\n', '- [ ] **Print for:@sam** @maria\n']) {
      assert.deepEqual(underlined(ROSTER + fix(text), 'handoff-deadline-missing'), []);
      assert.deepEqual(problemsOf(ROSTER + fix(text), 'owner-missing'), []);
    }
  });

  it('is silent for one person in both departments', () => {
    assert.deepEqual(
      underlined(`${ALONE}- [ ] Print @marketing for:@sales\n`, 'handoff-deadline-missing'),
      [],
    );
  });
});

describe('handoff-receiver-missing', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['a team without lead', '- [ ] a @maria for:@sales\n', ['1: @sales']],
    [
      'once for each team',
      '- [ ] a @maria for:@sales\n- [ ] b @maria for:@sales,@studio\n',
      ['1: @sales', '2: @studio'],
    ],
    ['a team beside a person who takes it', '- [ ] a @maria for:@sales,@sam\n', ['1: @sales']],
    ['a team with a lead', '- [ ] a @sam for:@marketing\n', []],
    ['an agency with a contact', '- [ ] a @sam for:@agency\n', []],
    ['a person', '- [ ] a @maria for:@sam\n', []],
    ['done', '- [x] a @maria for:@sales\n', []],
    ['no handoff', '- [ ] a @sam for:@sales\n- [ ] b for:@sales\n', []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(ROSTER + text, 'handoff-receiver-missing'), expected);
    });
  }

  it('points at the team in the roster, and counts', () => {
    const text = `${ROSTER}- [ ] a @maria for:@sales\n- [ ] b @maria for:@sales\n`;
    const [problem] = problemsOf(text, 'handoff-receiver-missing');
    assert.deepEqual(
      problem?.related?.map((r) => [r.uri, r.range.start.line]),
      [['file:///acme/roster.yml', 2]],
    );
    assert.equal(problem.args['count'], 2);
    assert.equal(problem.fix, undefined);
  });

  it('proposes the only one in the team', () => {
    assert.equal(
      repaired(`${ROSTER}- [ ] a @maria for:@studio due:2028-02-01\n`, 'handoff-receiver-missing'),
      '- [ ] a @maria for:@anna due:2028-02-01\n',
    );
  });

  it('is silent for one person in both departments', () => {
    assert.deepEqual(
      underlined(`${ALONE}- [ ] Print @marketing for:@sales\n`, 'handoff-receiver-missing'),
      [],
    );
  });
});
