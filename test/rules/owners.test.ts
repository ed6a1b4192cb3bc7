import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMessage } from '../../src/text/message.ts';
import type { RuleId } from '../../src/workspace/ruleIds.ts';
import { openFixture } from '../fixture.ts';
import { fixedBy, placesOf, problemsOf, sentencesOf } from './problems.ts';

const ROSTER = `//- /roster.yml
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales, lead: sam }
  old: { name: Old Guard, lead: ray }
  agency: { name: Bluebird, external: true, contact: maria }
  printer: { name: Quick Print, external: true, lead: karl }
  studio: { name: Studio, external: true, contact: karl }
people:
  maria: { name: Maria López, team: marketing }
  ben: { name: Ben Okafor, team: marketing }
  sam: { name: Sam Cole, team: sales, away: [{ from: 2028-01-03, to: 2028-01-07 }, { from: 2028-02-21, to: 2028-02-27 }] }
  lee: { name: Lee Roy, team: sales, away: [{ from: 2028-04-10, to: 2028-04-21 }] }
  ray: { name: Ray Stone, team: sales, left: 2027-10-01 }
  kim: { name: Kim Poe, team: marketing, left: 2028-03-01 }
  anna: { name: Anna Berg, team: agency }
  karl: { name: Karl Voss, team: printer }
  zoe: { name: Zoe Both, team: [printer, marketing] }
  uli: { name: Uli Mix, team: [printer, agency] }
roles:
  press: [karl]
  makers: [karl, anna]
  crew: [karl, maria]
//- /doc.playbook.md
`;

const places = (body: string, rule: RuleId, today?: string): string[] =>
  placesOf(ROSTER + body, [rule], today);
const sentences = (body: string, rule: RuleId, today?: string): string[] =>
  sentencesOf(ROSTER + body, [rule], today);

describe('owner-shared', () => {
  it('is off until it is switched on', () => {
    const problem = problemsOf(`${ROSTER}- [ ] Call @sam and @lee\n`, ['owner-shared'])[0];
    assert.equal(problem?.rule.severity, 'off');
  });

  it('underlines the group, once for all who inherit it', () => {
    const body = `- [ ] Call @sam, @lee
  - [ ] Write it down
- [x] Done @sam and @lee
- [ ] One @sam

## Booth @maria and @ben

- [ ] A
- [ ] B

### Below

- [ ] C @lee

## Print

Owner: Maria López, Ben Okafor

- [ ] D
`;
    assert.deepEqual(places(body, 'owner-shared'), [
      '1: @sam, @lee',
      '6: @maria and @ben',
      '17: Maria López, Ben Okafor',
    ]);
    assert.match(sentences(body, 'owner-shared')[1] ?? '', /Maria López .* and Ben Okafor .*"Booth"/);
  });

  it('asks of a table only who answers for a row', () => {
    const body = `| Task | Owner |
| --- | --- |
| A | @sam, @lee |
| B | @sam |

| Task | Accountable | Responsible |
| --- | --- | --- |
| C | @maria | @sam, @lee |
| D | @maria, @ben | @sam |

| Step | Maria López | Sam Cole |
| --- | --- | --- |
| E | A | R |
`;
    assert.deepEqual(places(body, 'owner-shared'), ['3: @sam, @lee', '9: @maria, @ben']);
  });

  it('speaks of the document for an owner line above all headings, and gives an example that can be typed', () => {
    const [all] = sentences('Owner: @sam and @lee\n\n- [ ] A\n', 'owner-shared');
    assert.match(all ?? '', /share the tasks of this document/);
    assert.match(sentences('- [ ] A @sam and @lee\n', 'owner-shared')[0] ?? '', /help:@lee/);
  });
});

describe('owner-unavailable', () => {
  const rule = 'owner-unavailable';

  it('knows the first and the last day of an absence, and the days beside them', () => {
    const days = ['2028-04-09', '2028-04-10', '2028-04-21', '2028-04-22'];
    const body = days.map((d) => `- [ ] Call @lee due:${d}\n`).join('');
    assert.deepEqual(places(body, rule), ['2: @lee', '3: @lee']);
  });

  it('takes today for a task without a day, and for one that is late', () => {
    const body = `- [ ] A @sam
- [ ] B @sam due:2027-12-01
- [ ] C @sam due:2028-01-20
- [ ] D @sam every:week
- [x] E @sam
- [ ] F @lee due:2027-04-12
`;
    assert.deepEqual(places(body, rule), ['1: @sam', '2: @sam', '4: @sam']);
    assert.deepEqual(places(body, rule, '2028-01-08'), []);
    assert.match(sentences(body, rule)[0] ?? '', /^Sam Cole \(Sales\) is away until 2028-01-07 and owns "A"/);
  });

  it('does not guess the day that cannot be worked out', () => {
    assert.deepEqual(places('- [ ] A @sam due:T-3d\n- [ ] B @sam due:soon\n', rule), []);
  });

  it('counts from day T and inherits the day of a heading', () => {
    const body = `---
t-day: 2028-04-24
---

- [ ] A @lee due:T-1w
- [ ] B @lee due:T

## Late due:T-10bd @lee

- [ ] C
`;
    assert.deepEqual(places(body, rule), ['5: @lee', '8: @lee']);
  });

  it('says that somebody has left, from that day on, and will have left by the due day', () => {
    const body = `- [ ] A @ray due:2028-05-01
- [ ] B @kim due:2028-02-29
- [ ] C @kim due:2028-03-01
- [ ] D @kim
- [ ] E @maria and @ray
`;
    assert.deepEqual(places(body, rule), ['1: @ray', '3: @kim', '5: @ray']);
    assert.deepEqual(places(body, rule, '2028-03-01'), [
      '1: @ray',
      '2: @kim',
      '3: @kim',
      '4: @kim',
      '5: @ray',
    ]);
    assert.match(
      sentences(body, rule)[0] ?? '',
      /^Ray Stone \(Sales\) left on 2027-10-01 and still owns "A"/,
    );
    assert.match(sentences(body, rule)[1] ?? '', /leaves on 2028-03-01, and "C" is due on 2028-03-01/);
  });

  it('does not mind a helper who is away', () => {
    assert.deepEqual(places('- [ ] A @maria and @lee due:2028-04-12\n', rule), []);
  });

  it('reports what a heading hands down once, with the number', () => {
    const body = `## Calls @ray

- [ ] A
- [ ] B
  - [ ] C
- [ ] D @lee
`;
    assert.deepEqual(places(body, rule), ['1: @ray']);
    assert.match(sentences(body, rule)[0] ?? '', /still owns 3 open tasks from here, such as "A"/);
  });

  it('reports a default owner once, at the first task', () => {
    assert.deepEqual(places('---\ndefault-owner: ray\n---\n\n- [ ] A\n- [ ] B\n', rule), ['5: A']);
  });

  it('knows when nobody answers for a team', () => {
    assert.match(
      sentences('- [ ] A @old\n', rule)[0] ?? '',
      /^Ray Stone leads Old Guard and left on 2027-10-01/,
    );
    // A team does not stop when its lead is away.
    assert.deepEqual(places('- [ ] A @sales\n', rule), []);
  });

  it('gives the task to the lead of the team, if the lead is there', () => {
    const fix = (body: string) => fixedBy(ROSTER + body, [rule]);
    assert.equal(fix('- [ ] A @ray due:2028-03-01\n'), '- [ ] A @sam due:2028-03-01\n');
    assert.equal(fix('- [ ] A @ray\n'), '- [ ] A @ray\n');
    assert.equal(fix('- [ ] A @sam due:2028-02-21\n'), '- [ ] A @sam due:2028-02-21\n');
    assert.equal(fix('- [ ] A @sam and @ray due:2028-03-01\n'), '- [ ] A @sam and @ray due:2028-03-01\n');
    const table = '| Task | Owner | Due |\n| --- | --- | --- |\n| A | Ray Stone | 2028-03-01 |\n';
    assert.equal(fix(table), table.replace('Ray Stone', '@sam'));
  });

  it('points at the roster', () => {
    const [problem] = problemsOf(`${ROSTER}- [ ] A @ray\n`, [rule]);
    const [related] = problem?.related ?? [];
    assert.equal(related?.uri, 'file:///acme/roster.yml');
    assert.equal(related.range.start.line, 12);
  });

  it('reports the head of a RACI column once, with no fix', () => {
    const body = `| Step | Ray Stone | Sam Cole |
| --- | --- | --- |
| A | A | R |
| B | A | I |
`;
    assert.deepEqual(places(body, rule), ['1: Ray Stone']);
    assert.equal(problemsOf(ROSTER + body, [rule])[0]?.fix, undefined);
  });

  it('is silent about areas', () => {
    assert.deepEqual(places('| Area | Owner |\n| --- | --- |\n| Prices | @ray |\n', rule), []);
  });
});

describe('owner-external-only', () => {
  const rule = 'owner-external-only';

  it('flags agencies, their people and their roles, if nobody inside answers for them', () => {
    const body = `- [ ] A @anna
- [ ] B @karl
- [ ] C @printer
- [ ] D @zoe
- [ ] E @uli
- [ ] F @press
- [ ] G @makers
- [ ] H @crew
- [ ] I @studio
- [ ] J @maria and @printer
- [ ] K @printer and @maria
- [ ] L @karl and @printer
- [ ] M @nobody.knows
- [x] N @karl
`;
    assert.deepEqual(places(body, rule), ['2: @karl', '3: @printer', '6: @press', '9: @studio', '12: @karl']);
    assert.match(
      sentences(body, rule)[0] ?? '',
      /^Karl Voss \(Quick Print\) works for an agency and owns "B"/,
    );
    assert.match(sentences(body, rule)[1] ?? '', /^Quick Print owns "C"/);
  });

  it('reports a heading once, and points at the agency', () => {
    const [problem, ...more] = problemsOf(`${ROSTER}## Print @karl\n\n- [ ] A\n- [ ] B\n`, [rule]);
    assert.deepEqual(more, []);
    assert.equal(problem?.related?.[0]?.range.start.line, 5);
  });
});

describe('raci-accountable', () => {
  const table = (...rows: string[]) =>
    `| Step | Maria López | Sam Cole | TBD |\n| --- | --- | --- | --- |\n${rows.map((r) => `| ${r} |\n`).join('')}`;

  /** A chart has an A and an R somewhere. */
  const fine = (...rows: string[]) => table('Fine | A | R |', ...rows);

  it('wants one A in each row', () => {
    // Red, amber and green are no letters of ours.
    const lights = table('A | A | R | I', 'B | R | C |', 'C | A | A/R |', 'D | G | a |');
    assert.deepEqual(places(lights, 'raci-accountable'), []);
    // A row without letters is a heading over the others.
    const chart = table(
      'A | A | R | I',
      'B | R | C |',
      'C | A | A/R |',
      'D | A,R | R | C',
      'E | | |',
      'F | **A** | a |',
    );
    assert.deepEqual(places(chart, 'raci-accountable'), ['4: B', '5: A/R', '8: a']);
    assert.match(
      sentences(chart, 'raci-accountable')[1] ?? '',
      /^2 are accountable for "C": Maria López \(Marketing\) and Sam Cole \(Sales\)\./,
    );
  });

  it('fires alone: owner-missing leaves such a row to it', () => {
    const chart = fine('A | R | C |', 'B | I | |', 'C | C | | ');
    const both: RuleId[] = ['raci-accountable', 'owner-missing'];
    assert.deepEqual(
      problemsOf(ROSTER + chart, both).map((p) => p.rule.id),
      ['raci-accountable', 'raci-accountable', 'raci-accountable'],
    );
    // An A of nobody is one A.
    assert.deepEqual(
      problemsOf(ROSTER + fine('A | R | C | A'), both).map((p) => p.rule.id),
      [],
    );
    assert.deepEqual(
      problemsOf(ROSTER + fine('A | I | C | A'), both).map((p) => p.rule.id),
      ['owner-missing'],
    );
  });

  it('is left out of the sections that owner-missing folds', () => {
    const tasks = Array.from({ length: 9 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    const problems = problemsOf(`${ROSTER}# All\n\n${tasks}\n${fine('A | I | C |', 'B | C | |')}`, [
      'raci-accountable',
      'owner-missing',
    ]);
    assert.equal(problems.filter((p) => p.rule.id === 'owner-missing').length, 9);
  });

  it('adds the A where one alone does the work', () => {
    const fix = (chart: string) => fixedBy(ROSTER + chart, ['raci-accountable']);
    assert.equal(fix(fine('A | I | **R** |')), fine('A | I | **A/R** |'));
    assert.equal(fix(fine('A | R | R |')), fine('A | R | R |'));
    assert.equal(fix(fine('A | C | I |')), fine('A | C | I |'));
    const [problem] = problemsOf(ROSTER + fine('A | I | R |'), ['raci-accountable']);
    const title = formatMessage({
      template: problem?.rule.fixTitles[problem.fix?.title ?? ''] ?? '',
      args: problem?.fix?.args ?? {},
    });
    assert.equal(title, 'Make Sam Cole (Sales) Accountable, Too');
    assert.equal(problem?.fix?.isSafe, undefined);
  });

  it('points at the first A', () => {
    const text = ROSTER + fine('A | A | A |');
    const [problem] = problemsOf(text, ['raci-accountable']);
    const { lines } = openFixture(text).view().playbook;
    const [first] = problem?.related ?? [];
    assert.ok(first && problem);
    assert.equal(lines.slice(first.range), 'A');
    assert.ok(first.range.start.character < problem.range.start.character);
  });
});
