/** Who owns the rows of tables: docs/format.md, section 3. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTasks, openFixture, outline, taskFacts } from '../fixture.ts';

const ROSTER = `
t-day: 2027-03-02
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
  sm: { name: Sales and Marketing }
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
  lee: { name: Lee Roy }
roles:
  fmc: maria
  ae: [sam, lee]
`;

const open = (playbook: string) =>
  openFixture(`//- /roster.yml\n${ROSTER}\n//- /doc.playbook.md\n${playbook}`).view();

/** A table of one row under a section that has an owner. */
const row = (header: string, cells: string): string => {
  const delimiter = '-|'.repeat(header.split('|').length);
  return outline(open(`# Booth @lee\n\n|${header}|\n|${delimiter}\n|${cells}|\n`));
};

describe('the owner of a row', () => {
  const CASES: readonly (readonly [header: string, cells: string, row: string])[] = [
    ['Task|Owner', 'Print|@maria', 'row [ ] Print => maria via task'],
    ['Task|Owner', 'Print|Maria López', 'row [ ] Print => maria via task'],
    ['Task|Owner', 'Print|maria', 'row [ ] Print => maria via task'],
    ['Task|Owner', 'Print|Jane Smith', 'row [ ] Print => Jane Smith via task'],
    ['Task|Owner', 'Print|Sales and Marketing', 'row [ ] Print => sm via task'],
    ['Task|Owner', 'Print|Sales, Marketing', 'row [ ] Print => sales, marketing via task'],
    ['Task|Owner', 'Print|Sam<br>Maria López', 'row [ ] Print => sam, maria via task'],
    ['Task|Owner', 'Print|FMC / AE', 'row [ ] Print => maria, ae via task'],
    ['Task|Owner', 'Print|**@maria**, [@sam](https://x.example/sam)', 'row [ ] Print => maria, sam via task'],
    ['Task|Accountable|Responsible', 'Print|@maria|@sam', 'row [ ] Print => maria, sam via task'],
    ['Task|Responsible|Accountable', 'Print|@sam|@maria', 'row [ ] Print => maria, sam via task'],
    ['Task|Responsible|Accountable', 'Print|@sam, @lee|', 'row [ ] Print => sam, lee via task'],
    ['Task|Responsible|Owner', 'Print|@sam|@maria', 'row [ ] Print => maria, sam via task'],
    ['Task|Responsible', 'Print|@sam, @lee', 'row [ ] Print => sam, lee via task'],
    ['Task|Owner|DRI', 'Print|TBD|@sam', 'row [ ] Print => sam via task'],
    ['Task|Owner', 'Print @sam|@maria', 'row [ ] Print @sam => maria via task'],
    ['Task|Owner|Status', 'Print|@maria|done', 'row [x] Print => maria via task'],
    ['Area|Owner', 'Pricing page|Maria', 'area Pricing page => maria via task'],
  ];
  for (const [header, cells, expected] of CASES) {
    it(`${header}: ${cells}`, () => {
      assert.equal(row(header, cells), expected);
    });
  }

  for (const cell of [
    '',
    ' ',
    '-',
    '—',
    '?',
    'N/A',
    'n/a',
    'TBD',
    'tbc',
    'TBA',
    '@tbd',
    '@____',
    '**TBD**',
  ]) {
    it(`"${cell}" means nobody, and the section owner does not step in`, () => {
      assert.equal(row('Task|Owner', `Print|${cell}`), 'row [ ] Print => nobody');
      assert.equal(row('Area|Owner', `Print|${cell}`), 'area Print => nobody');
    });
  }
});

describe('what a row says beside', () => {
  it('due, consulted, informed, tokens', () => {
    checkTasks(
      open(`
# Booth due:T goal:leads

| Task | Owner | Due | Consulted | Informed | Notes |
| - | - | - | - | - | - |
| a | @maria | 2027-01-10 | @sam, Jane | Sales | for:@lee | <!-- => due 2027-01-10; consult sam, Jane; inform sales; for lee; goal leads -->
| b due:T-1d | @maria | 2027-01-10 | - | TBD | id:b | <!-- => due 2027-03-01; consult; inform; id b -->
| c goal:fame | @maria | T-10bd | consult:@x | | | <!-- => due 2027-02-16; goal fame -->
| d | @maria | | | | | <!-- => due 2027-03-02; due-text T -->
| e | @maria | - | | | | <!-- => due 2027-03-02 -->
| f | @maria | Jan 16 | | | | <!-- => due; due-text Jan 16 -->
`),
    );
  });
});

describe('a RACI chart', () => {
  const raci = (header: string, cells: string) => {
    const delimiter = '-|'.repeat(header.split('|').length);
    const [task] = open(`# Booth @lee\n\n|${header}|\n|${delimiter}\n|${cells}|\n`).tasks;
    assert.ok(task);
    const { owner, consult, inform, kind } = taskFacts(task) as Record<string, string>;
    return `${kind ?? ''}: ${owner ?? ''}; C ${consult ?? ''}; I ${inform ?? ''}`;
  };
  const CASES: readonly (readonly [header: string, cells: string, facts: string])[] = [
    ['Step|Maria López|@sam|Lee Roy', 'x|A|R|I', 'row: maria, sam via task; C ; I lee'],
    ['Step|Maria López|@sam|Lee Roy', 'x|R|A|C', 'row: sam, maria via task; C lee; I '],
    ['Step|Maria López|@sam|Jane', 'x|A/R|R|C/I', 'row: maria, sam via task; C Jane; I Jane'],
    ['Step|FMC|AE|Sales', 'x|AR||I', 'row: maria via task; C ; I sales'],
    ['Step|Maria López|@sam|Lee Roy', 'x|A,R||R', 'row: maria, lee via task; C ; I '],
    // No A: the first R owns.
    ['Step|Maria López|@sam|Lee Roy', 'x|A|R|S', 'row: maria, sam, lee via task; C ; I '],
    ['Step|Maria López|@sam|Lee Roy', 'x|a|r|V', 'row: maria, sam via task; C lee; I '],
    // Many As: the first owns, and the others are no owners; the rule says so.
    ['Step|Maria López|@sam|Lee Roy', 'x|A|A|R', 'row: maria, lee via task; C ; I '],
    ['Step|Maria López|@tbd|Lee Roy', 'x|R|A|', 'row: maria via task; C ; I '],
  ];
  for (const [header, cells, facts] of CASES) {
    it(`${header}: ${cells}`, () => {
      assert.equal(raci(header, cells), facts);
    });
  }
});

describe('where tables stand', () => {
  it('in lists and quotes they are read, but inherit from no task: their cells speak', () => {
    assert.equal(
      outline(
        open(
          '- [ ] a @sam\n\n  | Task | Owner |\n  | - | - |\n  | b | @lee |\n  | c | |\n\n> | Area | Owner |\n> | - | - |\n> | d | Jane |\n',
        ),
      ),
      '[ ] a => sam via task\nrow [ ] b => lee via task\nrow [ ] c => nobody\narea d => Jane via task',
    );
  });

  it('all tables of a section count, in order', () => {
    assert.equal(
      outline(
        open(
          '| Area | Owner |\n| - | - |\n| a | @lee |\n\n- [ ] b\n\n| Task | Owner |\n| - | - |\n| c | @sam |\n',
        ),
      ),
      'area a => lee via task\n[ ] b => nobody\nrow [ ] c => sam via task',
    );
  });
});
