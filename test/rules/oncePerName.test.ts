/** Rules that speak once about a name, a team or a role, however often it stands in a playbook. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RuleId } from '../../src/workspace/ruleIds.ts';
import { openFixture } from '../fixture.ts';
import { fixedBy, placesOf, problemsOf, sentencesOf } from './problems.ts';

const ROSTER = `//- /roster.yml
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
teams:
  marketing: { name: Marketing }
  sales: { name: Sales, lead: sam }
roles:
  fmc: []
//- /doc.playbook.md
`;

function related(body: string, rule: RuleId): string[][] {
  const { lines } = openFixture(ROSTER + body).view().playbook;
  return problemsOf(ROSTER + body, [rule]).map((p) =>
    (p.related ?? []).map(({ range }) => `${range.start.line + 1}: ${lines.slice(range)}`),
  );
}

describe('mention-unknown', () => {
  const rule = 'mention-unknown';
  const places = (body: string) => placesOf(ROSTER + body, [rule]);
  const fixed = (body: string) => fixedBy(ROSTER + body, [rule]);

  const MANY = `## Booth (DRI: @Mria)

- [ ] A @mria
- [ ] B @maria for:@mria

### Owner: Smm Cole

| Task | Owner |
| --- | --- |
| C | Smm Cole |
| D | @smm, Smm Cole |
`;

  it('speaks once about a name, at its first place, and tells of the others', () => {
    assert.deepEqual(places(MANY), ['1: @Mria', '6: Smm Cole', '11: @smm']);
    assert.deepEqual(related(MANY, rule), [['3: @mria', '4: @mria'], ['10: Smm Cole', '11: Smm Cole'], []]);
  });

  it('changes all of them and nothing beside', () => {
    const after = MANY.replace('@Mria', '@maria')
      .replaceAll('mria', 'maria')
      .replaceAll('Smm Cole', 'Sam Cole')
      .replaceAll('@smm', '@sam');
    assert.equal(fixed(MANY), after);
    assert.equal(fixed(MANY.replaceAll('\n', '\r\n')), after.replaceAll('\n', '\r\n'));
  });

  const KEPT: readonly (readonly [before: string, after: string])[] = [
    [
      'Owner: **Smm Cole** (until May) — Due: 2028-05-01',
      'Owner: **Sam Cole** (until May) — Due: 2028-05-01',
    ],
    [
      'Owner: [Smm Cole](https://acme.example/smm) | Backup: @maria',
      'Owner: [Sam Cole](https://acme.example/smm) | Backup: @maria',
    ],
    ['Owner: Smm Cole, @maria <!-- asked -->', 'Owner: Sam Cole, @maria <!-- asked -->'],
    ['- [ ] A **@mria** due:2028-05-01 #x', '- [ ] A **@maria** due:2028-05-01 #x'],
    [
      '| Task | Owner |\n| - | - |\n| A | <b>Smm Cole</b> (lead) |',
      '| Task | Owner |\n| - | - |\n| A | <b>Sam Cole</b> (lead) |',
    ],
  ];
  for (const [before, after] of KEPT) {
    it(`keeps what stands beside the name in ${before.replaceAll('\n', '⏎')}`, () => {
      assert.equal(fixed(`${before}\n\n- [ ] B @maria\n`), `${after}\n\n- [ ] B @maria\n`);
    });
  }

  it('looks in headings that are owner lines, in bullets below a label, and above a list', () => {
    assert.deepEqual(places('### Owner: Jane Poe\n\n- [ ] A\n'), ['1: Jane Poe']);
    assert.deepEqual(places('Owners:\n\n- Jane Poe\n- @kim\n\nText\n\n- [ ] A\n'), [
      '3: Jane Poe',
      '4: @kim',
    ]);
    assert.deepEqual(places('- Booth\n  - Owner: Jane Poe\n  - [ ] A\n  - [ ] B\n'), ['2: Jane Poe']);
    assert.deepEqual(places('To do (@kim):\n\n- [ ] A\n- [ ] B\n'), ['1: @kim']);
  });

  const FINE: readonly string[] = [
    '- [ ] A @tbd',
    '- [ ] A @____',
    '- [ ] A @<name>',
    '- [ ] Meet @2pm',
    '- [ ] A @maria @done',
    '- [ ] A @maria @due(2028-05-01)',
    '- [ ] A ~~@kim~~ @maria',
    'Owner: [Name]\n\n- [ ] A',
    'Owner: TBD (hiring)\n\n- [ ] A',
    'Owner: everyone\n\n- [ ] A',
    'Responsible: those who do the work\n\n- [ ] A',
    'Lead: Acme Corp\n\n- [ ] A',
    '| Task | Owner |\n| - | - |\n| A | whoever is on call that day |\n| B | {{owner}} |\n| C | Alle |\n| D | ____ |',
    '| Task | [Name] | Maria López |\n| - | - | - |\n| A | R | A |\n| B | A | R |',
    '- [ ] A @Maria López',
    '- [ ] A (Maria)',
  ];
  for (const body of FINE) {
    it(`is silent about ${body.replaceAll('\n', '⏎')}`, () => {
      assert.deepEqual(places(`${body}\n`), []);
    });
  }

  it('speaks of the next place where a comment silences the first', () => {
    const silent = '<!-- playbook-disable-next-line mention-unknown -->\n';
    const body = `${silent}- [ ] A @kim\n- [ ] B @kim\n- [ ] C @kim\n`;
    assert.deepEqual(places(body), ['3: @kim']);
    assert.deepEqual(related(body, rule), [['4: @kim']]);
    assert.deepEqual(placesOf(`${ROSTER}${body}`, ['suppression-unused']), []);
  });
});

describe('owner-team-only', () => {
  const rule = 'owner-team-only';

  it('speaks once about a team or role', () => {
    const body = `- [ ] A @marketing\n- [x] B @marketing\n- [ ] C @fmc\n\n## D @marketing\n\n- [ ] E\n- [ ] F @sales\n- [ ] G Marketing: no\n- [ ] H - Marketing\n`;
    assert.deepEqual(placesOf(ROSTER + body, [rule]), ['1: A @marketing', '3: C @fmc']);
    assert.deepEqual(related(body, rule), [['7: E', '9: G Marketing: no', '10: H - Marketing'], []]);
    assert.deepEqual(sentencesOf(ROSTER + body, [rule]), [
      'Marketing owns 4 open tasks, such as "A", but the team has no lead who answers for them. Name people, or give the team a lead in the roster.',
      '@fmc owns "C", but nobody holds this role. Name a person, or give the role a holder in the roster.',
    ]);
  });
});
