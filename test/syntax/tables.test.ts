import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import type { Row, Table } from '../../src/syntax/playbook.ts';
import { onlyTable, tablesOf } from './show.ts';

/** A table of one row: headers and cells as in the source, pipes between. */
const table = (header: string, ...rows: readonly string[]): string =>
  [`|${header}|`, `|${'-|'.repeat(header.split('|').length)}`, ...rows.map((r) => `|${r}|`)].join('\n');

const row = (header: string, cells: string): Row => {
  const found = onlyTable(table(header, cells)).rows[0];
  assert.ok(found, 'A row is expected');
  return found;
};

const owners = (r: Row): string => r.owners.map((o) => o.text).join(' | ');

describe('the owner column', () => {
  for (const header of [
    'Owner',
    'Owners',
    'Owner(s)',
    'owner',
    'OWNER',
    '**Owner**',
    '_Owner_',
    '***Owners***',
    '`Owner`',
    'DRI',
    'Driver',
    'Assignee',
    'Assignees',
    'Assignee(s)',
    'Assigned to',
    'Assigned  To',
    'Accountable',
    'Responsible',
  ]) {
    it(`may be called ${header}`, () => {
      assert.equal(owners(row(`Task|${header}`, 'Print|@maria')), '@maria');
    });
  }
  for (const header of ['Owner name', 'Ownership', 'Person', 'Name', 'Consulted', '']) {
    it(`is not called "${header}"`, () => {
      assert.deepEqual(tablesOf(table(`Task|${header}`, 'Print|@maria')), []);
    });
  }

  it('of the accountable goes first, then owners, then the responsible', () => {
    const r = row('Task|Responsible|Owner|Accountable|DRI', 'Print|@a|@b|@c|@d');
    assert.equal(owners(r), '@c | @b | @d | @a');
  });

  it('leaves consulted and informed to their own', () => {
    const r = row('Task|Owner|Consulted|Informed', 'Print|@a|@b, @c|Sales');
    assert.deepEqual(
      [r.consulted.map((v) => v.text), r.informed.map((v) => v.text)],
      [['@b, @c'], ['Sales']],
    );
  });
});

describe('a table of tasks or of areas', () => {
  const kindOf = (header: string): Table['rowKind'] =>
    onlyTable(table(header, header.replace(/[^|\\]+/g, 'x'))).rowKind;
  for (const header of [
    'Task',
    'Tasks',
    'Action',
    'Action item',
    'Action items',
    'Action (item)',
    'Step',
    'Steps',
    'To do',
    'To-do',
    'Todo',
    'Activity',
    'Activities',
    'Deliverable',
    'Milestone',
    '**Task**',
    'TASK',
  ]) {
    it(`with a header ${header} holds tasks`, () => {
      assert.equal(kindOf(`${header}|Owner`), 'row');
    });
  }
  for (const header of ['Due', 'Due date', 'Deadline', 'Status', 'Done', 'due', '*Status*']) {
    it(`with a column ${header} holds tasks`, () => {
      assert.equal(kindOf(`Page|Owner|${header}`), 'row');
    });
  }
  for (const header of [
    'Area',
    'Page',
    'Channel',
    'Name',
    'What',
    'Date',
    'Priority',
    'Taskforce',
    'Due by',
  ]) {
    it(`with no more than ${header} holds areas`, () => {
      assert.equal(kindOf(`${header}|Owner`), 'area');
    });
  }
});

describe('a column of boxes', () => {
  const stateOf = (header: string, cells: string) => row(header, cells).state;
  it('says how far things are, whatever its header', () => {
    assert.equal(stateOf('Page|Owner|Live', 'Prices|@a|[X]'), 'done');
    assert.equal(stateOf('Page|Owner|Live', '[Prices](x)|@a|[X]'), 'done');
    assert.equal(stateOf('Page|Owner|Live', '[Page]|[Name]|[ ]'), 'open');
    assert.equal(stateOf('Page|Owner|Live', '[Page]|[Name]|[x]'), 'done');
  });

  it('is none where [X] is a number still to be filled in', () => {
    const found = row('Page|Visits|Owner|Due', '[Page]|[X]|[Name]|[Date]');
    assert.equal(found.state, 'open');
    assert.equal(found.status, undefined);
  });
});

describe('a row', () => {
  const TEXTS: readonly (readonly [header: string, cells: string, text: string])[] = [
    ['Task|Owner', 'Print|@a', 'Print'],
    ['Owner|Task', '@a|Print', 'Print'],
    ['Owner|Due|Status|Task', '@a|T|done|Print', 'Print'],
    ['#|Task|Owner', '1|Print|@a', 'Print'],
    ['No.|Task|Owner', '1|Print|@a', 'Print'],
    ['ID|Task|Owner', 'A-1|Print|@a', 'Print'],
    ['Number|Task|Owner', '1|Print|@a', 'Print'],
    ['Date|Task|Owner', '2027-01-01|Print|@a', 'Print'],
    ['Time|Task|Owner', '9:00|Print|@a', 'Print'],
    ['When|Task|Owner', 'soon|Print|@a', 'Print'],
    ['Channel|Task|Owner', 'Web|Print|@a', 'Print'],
    ['Rank|Page|Owner', '1|Prices|@a', 'Prices'],
    ['Step|What|Owner', '2.|Print|@a', 'Print'],
    ['Item|Word|Owner', '#3|Print|@a', 'Print'],
    ['Place|Word|Owner', '1.2|Print|@a', 'Print'],
    ['Place|Word|Owner', '１|Print|@a', 'Print'],
    ['Ticket ID|Question|Owner', 'T-1|Price?|@a', 'Price?'],
    ['Issue #|Page|Owner', 'T-1|Prices|@a', 'Prices'],
    ['Room no.|Page|Owner', 'T-1|Prices|@a', 'Prices'],
    ['Ticket ID|Owner', 'T-1|@a', 'T-1'],
    ['Year|Owner', '2027|@a', '2027'],
    ['Covid|Page|Owner', 'T-1|Prices|@a', 'T-1'],
    ['Place|Word|Owner', '3 times|Print|@a', '3 times'],
    ['Task|Owner', '**Print** [copies](x)|@a', 'Print copies'],
    ['Task|Owner', 'Print due:T|@a', 'Print'],
    ['Task|Owner', 'a \\| b|@a', 'a | b'],
  ];
  for (const [header, cells, text] of TEXTS) {
    it(`${header}: ${cells} says ${text}`, () => {
      assert.equal(row(header, cells).words.text, text);
    });
  }

  for (const cell of [
    'done',
    'Done',
    'DONE',
    'complete',
    'completed',
    'closed',
    'shipped',
    'yes',
    'x',
    'X',
    '✓',
    '✅',
    '**done**',
  ]) {
    it(`with the status ${cell} is closed`, () => {
      assert.equal(row('Task|Owner|Status', `Print|@a|${cell}`).done, true);
      assert.equal(row('Task|Done|Owner', `Print|${cell}|@a`).done, true);
    });
  }
  for (const cell of [
    '',
    'open',
    'not done',
    'in progress',
    'no',
    '-',
    'undone',
    'done?',
    '❌',
    'almost done',
  ]) {
    it(`with the status "${cell}" is open`, () => {
      assert.equal(row('Task|Owner|Status', `Print|@a|${cell}`).done, false);
    });
  }

  for (const header of ['Due', 'Due date', 'Deadline', '**Due**']) {
    it(`is due by its cell under ${header}`, () => {
      assert.equal(row(`Task|Owner|${header}`, 'Print|@a|T-3d').due?.text, 'T-3d');
    });
  }

  it('may have tokens in any column of words', () => {
    const r = row('Task|Owner|Notes', 'Print id:p|@a|for:@sam sla:2d');
    assert.deepEqual(
      r.words.tokens.map((t) => `${t.key}:${t.values[0]?.text ?? ''}`),
      ['id:p', 'for:sam', 'sla:2d'],
    );
  });

  it('without words asks nothing of anybody', () => {
    assert.equal(onlyTable(table('Task|Owner', ' | ', 'Print|', ' |@a')).rows.length, 1);
  });

  it('may be short or long: missing cells are empty, more cells are ignored', () => {
    const rows = onlyTable(
      '| Task | Owner | Due |\n| - | - | - |\n| Print | @a |\n| Post | @b | T | @c |\n| Call |',
    ).rows;
    assert.deepEqual(
      rows.map((r) => [r.words.text, owners(r), r.due?.text]),
      [
        ['Print', '@a', undefined],
        ['Post', '@b', 'T'],
        ['Call', '', undefined],
      ],
    );
  });
});

describe('pipes', () => {
  const cellsOf = (text: string): string[] => onlyTable(text).rows.map((r) => `${r.words.text}=${owners(r)}`);
  it('may be left out at the ends', () => {
    assert.deepEqual(cellsOf('Task | Owner\n--- | ---\nPrint | @a\n'), ['Print=@a']);
  });
  it('when escaped part nothing, in code too', () => {
    assert.deepEqual(cellsOf('| Task | Owner |\n| - | - |\n| a \\| b `c \\| d` | @a \\| @b |'), [
      'a | b c | d=@a \\| @b',
    ]);
  });
  it('in code part cells all the same', () => {
    assert.deepEqual(cellsOf('| Task | Owner | More |\n| - | - | - |\n| `a | b` | c |'), ['`a=b`']);
  });
  it('at the edge may be empty cells', () => {
    assert.deepEqual(cellsOf('| Owner | Task |\n| - | - |\n| | Print |'), ['Print=']);
    assert.deepEqual(cellsOf('| Task | Owner |\n| - | - |\n| Print | |'), ['Print=']);
    assert.deepEqual(cellsOf('| Task | Owner |\n| - | - |\n| Print ||'), ['Print=']);
  });
  it('and the columns of their cells hold within quotes and lists', () => {
    const text = '- x\n  > | Task | Owner |\n  > |:--|:-:|\n  > |  Print  | @maría |\n  > | a \\| b |  |\n';
    const playbook = parse(text);
    const [first, second] = onlyTable(text).rows;
    assert.ok(first && second);
    assert.equal(playbook.lines.slice(first.range), 'Print  | @maría');
    assert.equal(playbook.lines.slice(first.words.range), 'Print');
    assert.equal(playbook.lines.slice(first.owners[0]?.range ?? first.range), '@maría');
    assert.equal(playbook.lines.slice(second.words.range), 'a \\| b');
    // An empty cell is filled behind its first space.
    assert.deepEqual(second.owners[0]?.range.start, { line: 4, character: 15 });
    assert.deepEqual(second.owners[0].range.end, { line: 4, character: 15 });
  });
});

describe('where a table may stand', () => {
  const CASES: readonly (readonly [text: string, tables: number])[] = [
    ['text\n| Task | Owner |\n| - | - |\n| x | @a |', 1],
    ['> | Task | Owner |\n> | - | - |\n> | x | @a |', 1],
    ['- | Task | Owner |\n  | - | - |\n  | x | @a |', 1],
    ['| Task | Owner |\n| - | - |', 1],
    ['```\n| Task | Owner |\n| - | - |\n```', 0],
    ['<!--\n| Task | Owner |\n| - | - |\n-->', 0],
    ['| Task | Owner |\n\n| - | - |', 0],
    ['| Task | Owner |\n| - |', 0],
    ['| Task | Owner |\n| x | @a |', 0],
    ['    | Task | Owner |\n    | - | - |', 0],
  ];
  for (const [text, tables] of CASES) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.equal(tablesOf(text).length, tables);
    });
  }

  it('ends at a blank line or another block', () => {
    const text =
      '| Task | Owner |\n| - | - |\n| x | @a |\n> quote\n\n| Task | Owner |\n| - | - |\n| y | @a |\n\n| z | @a |';
    assert.deepEqual(
      tablesOf(text).map((t) => t.rows.length),
      [1, 1],
    );
  });
});

describe('a key-value table', () => {
  const keyValue = (header: string): string => {
    const line = tablesOf(table(header, 'x|y'))[0]?.keyValue;
    return line ? `${line.label} ${line.labelText} <${line.value.text}>` : '';
  };
  const CASES: readonly (readonly [header: string, line: string])[] = [
    ['Owner|@maria', 'owner Owner <@maria>'],
    ['**Owner**|@maria', 'owner Owner <@maria>'],
    ['Owner:|Jane Smith', 'owner Owner <Jane Smith>'],
    ['DRI|@maria, @sam', 'owner DRI <@maria, @sam>'],
    ['Lead|@maria', 'lead Lead <@maria>'],
    ['Accountable|@maria', 'owner Accountable <@maria>'],
    ['Task|@maria', ''],
    ['Owner|@maria|x', ''],
    ['Owner|', ''],
  ];
  for (const [header, line] of CASES) {
    it(header, () => {
      assert.equal(keyValue(header), line);
    });
  }
});

describe('a RACI chart', () => {
  const letters = (header: string, cells: string): string =>
    row(header, cells)
      .raci.map((c) => `${c.who.text}=${c.letters}`)
      .join(' ');
  const CASES: readonly (readonly [header: string, cells: string, letters: string])[] = [
    ['Step|Maria|Sam', 'Print|A|R', 'Maria=A Sam=R'],
    ['Step|Maria|Sam', 'Print|A/R|I', 'Maria=AR Sam=I'],
    ['Step|Maria|Sam', 'Print|AR|C', 'Maria=AR Sam=C'],
    ['Step|Maria|Sam', 'Print|A,R|C, I', 'Maria=AR Sam=CI'],
    ['Step|Maria|Sam', 'Print|A + R|A & R', 'Maria=AR Sam=AR'],
    ['Step|Maria|Sam|Lee', 'Print|**A**|r|', 'Maria=A Sam=R Lee='],
    ['Step|Maria|Sam|Lee', 'Print|R|-|A', 'Maria=R Sam= Lee=A'],
    ['Step|Maria|Sam|Lee', 'Print|a|R|S, V', 'Maria=A Sam=R Lee=SV'],
    ['Step|Maria|Sam|Notes', 'Print|A|R|see doc', 'Maria=A Sam=R'],
    ['|@maria|@sam', 'Print|A|R', '@maria=A @sam=R'],
    ['Step||Sam|Lee', 'Print|A|R|A', 'Sam=R Lee=A'],
  ];
  for (const [header, cells, expected] of CASES) {
    it(`${header}: ${cells}`, () => {
      assert.equal(onlyTable(table(header, cells)).rowKind, 'raci');
      assert.equal(letters(header, cells), expected);
    });
  }

  it('needs a letter, and nothing but letters', () => {
    assert.deepEqual(tablesOf(table('Step|Maria|Sam', 'Print|A|B')), []);
    assert.deepEqual(tablesOf(table('Step|Maria|Sam', 'Print|A|R', 'Post|A|yes')), []);
    assert.deepEqual(tablesOf(table('Step|Maria|Sam', 'Print|A|', 'Post||A')), []);
    // Red, amber, green.
    assert.deepEqual(tablesOf(table('Step|Maria|Sam', 'Print|A|R', 'Post|G|A')), []);
    assert.deepEqual(tablesOf(table('Step|Maria|Sam', 'Print||')), []);
    assert.deepEqual(tablesOf(table('Step', 'A')), []);
  });

  it('with an owner column is a table with an owner column', () => {
    assert.equal(onlyTable(table('Step|Owner|Sam', 'Print|A|R')).rowKind, 'row');
    assert.equal(onlyTable(table('Page|Owner|Sam', 'Print|A|R')).rowKind, 'area');
  });

  it('skips rows without words', () => {
    assert.equal(onlyTable(table('Step|Maria|Sam', ' |A|R', 'Print|A|R')).rows.length, 1);
  });
});
