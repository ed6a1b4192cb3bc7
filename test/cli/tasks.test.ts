import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFolder } from './program.ts';

const COMPANY = `
  //- /roster.yml
  teams:
    marketing: { name: Marketing, lead: Maria }
    sales: { name: Sales Team }
  people:
    Maria: { name: Maria López, team: marketing }
    sam: { name: Sam Cole, team: sales }
    pat: { name: Pat Doe, team: [marketing, sales] }
    lee: { name: Lee Roy }
  roles: { fmc: maria, ae: [sam, pat, nobody-yet] }
  goals: { leads: { name: Leads } }
  //- /eu/fair.playbook.md
  ---
  t-day: 2027-03-02
  ---
  # Fair

  ## Booth @lee

  - [ ] Print copies @fmc and @lee for:@sam due:T-45d sla:2bd goal:leads makes:brochure,flyer uses:logo id:print after:copy,design help:@lee consult:@pat inform:@sales every:2weeks #print #paper
  - [x] Book the booth
  - [ ] Send it due:soon @Jane
  //- /calm.playbook.md
  | Step | Owner | Due |
  | --- | --- | --- |
  | Find shops | @ae | 2027-01-10 |
  | Thank them | | |

  | Area | Owner |
  | --- | --- |
  | Prices | Sales Team |
  | Website | |
`;

const EMPTY = {
  kind: 'item',
  done: false,
  state: 'open',
  owner: null,
  owners: [],
  ownerKind: null,
  ownerSource: 'none',
  teams: [],
  for: [],
  due: null,
  dueText: null,
  sla: null,
  goals: [],
  makes: [],
  uses: [],
  id: null,
  after: [],
  help: [],
  consulted: [],
  informed: [],
  every: null,
  section: [],
  tags: [],
};

const FULL = {
  path: 'eu/fair.playbook.md',
  line: 7,
  text: 'Print copies',
  kind: 'item',
  done: false,
  state: 'open',
  owner: 'Maria',
  owners: ['Maria', 'lee'],
  ownerKind: 'person',
  ownerSource: 'task',
  teams: ['marketing'],
  for: ['sam'],
  due: '2027-01-16',
  dueText: 'T-45d',
  sla: '2bd',
  goals: ['leads'],
  makes: ['brochure', 'flyer'],
  uses: ['logo'],
  id: 'print',
  after: ['copy', 'design'],
  help: ['lee'],
  consulted: ['pat'],
  informed: ['sales'],
  every: '2weeks',
  section: ['Fair', 'Booth'],
  tags: ['print', 'paper'],
};

interface Tasks {
  readonly version: number;
  readonly tasks: Record<string, unknown>[];
}

void test('json: each task whole, in path order and source order', (t) => {
  const folder = makeFolder(t, COMPANY);
  const { version, tasks } = folder.json(['tasks']) as Tasks;
  assert.equal(version, 1);
  const section = ['Fair', 'Booth'];
  const calm = { ...EMPTY, path: 'calm.playbook.md', kind: 'row' };
  const fair = { ...EMPTY, path: 'eu/fair.playbook.md', section };
  assert.deepEqual(tasks, [
    {
      ...calm,
      line: 2,
      text: 'Find shops',
      owner: 'ae',
      owners: ['ae'],
      ownerKind: 'role',
      ownerSource: 'task',
      teams: ['sales', 'marketing'],
      due: '2027-01-10',
      dueText: '2027-01-10',
    },
    { ...calm, line: 3, text: 'Thank them' },
    {
      ...calm,
      line: 7,
      text: 'Prices',
      kind: 'area',
      owner: 'sales',
      owners: ['sales'],
      ownerKind: 'team',
      ownerSource: 'task',
      teams: ['sales'],
    },
    { ...calm, line: 8, text: 'Website', kind: 'area' },
    FULL,
    {
      ...fair,
      line: 8,
      text: 'Book the booth',
      done: true,
      state: 'done',
      owner: 'lee',
      owners: ['lee'],
      ownerKind: 'person',
      ownerSource: 'section',
    },
    {
      ...fair,
      line: 9,
      text: 'Send it',
      owner: 'Jane',
      owners: ['Jane'],
      ownerKind: 'name',
      ownerSource: 'task',
      dueText: 'soon',
    },
  ]);
  // Key order as documented, so that people can compare two exports.
  for (const task of tasks) assert.deepEqual(Object.keys(task), Object.keys(FULL));
});

void test('state: how far a task is, and coverage without what was cancelled', (t) => {
  const folder = makeFolder(t);
  folder.write('a.playbook.md', '- [ ] A\n- [/] B\n- [x] C\n- [-] D\n- [ ] ~~E~~\n');
  const { tasks } = folder.json(['tasks']) as Tasks;
  assert.deepEqual(
    tasks.map(({ state, done }) => [state, done]),
    [
      ['open', false],
      ['started', false],
      ['done', true],
      ['cancelled', true],
      ['cancelled', true],
    ],
  );
  assert.equal((folder.json(['tasks', '--open']) as Tasks).tasks.length, 2);
  const { summary } = folder.json(['check']) as { summary: Record<string, number> };
  const { tasks: count, open, owned, unowned } = summary;
  assert.deepEqual({ count, open, owned, unowned }, { count: 3, open: 2, owned: 0, unowned: 2 });
});

void test('csv: the same keys, and fields that no spreadsheet runs', (t) => {
  const folder = makeFolder(t);
  folder.write(
    'a.playbook.md',
    '# A, "B"\n\n## =C\n- [x] Say "hi", then go @sam for:@lee,@pat\n- [ ] =HYPERLINK("x") for Zoë @sam\n- [ ] +1 @sam\n- [ ] -1 @sam\n- [ ] @@sam @sam\n- [ ] ＝A1;=B1 @sam\n- [ ] \u001b[2Jshow \u202eback \u200fRTL @sam\n',
  );
  const { output, code } = folder.run(['tasks', '--format', 'csv']);
  assert.deepEqual(output.split('\r\n'), [
    `\ufeff${Object.keys(FULL).join(',')}`,
    'a.playbook.md,3,"Say ""hi"", then go",item,true,done,sam,sam,name,task,,"lee;pat",,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,4,"\'=HYPERLINK(""x"") for Zoë",item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,5,\'+1,item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,6,\'-1,item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,7,\'@@sam,item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,8,"\'＝A1;=B1",item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    'a.playbook.md,9,\ufffd[2Jshow \ufffdback \u200fRTL,item,false,open,sam,sam,name,task,,,,,,,,,,,,,,,"A, ""B"" > =C",',
    '',
  ]);
  assert.equal(code, 0);
});

void test('csv: full-width signs begin no formula either, whatever the line ends', (t) => {
  const folder = makeFolder(t);
  const tasks = ['＝A1', '＋1', '－1', '＠SUM(1)', '=A1', 'Pay ＝A1'];
  for (const end of ['\n', '\r\n']) {
    folder.write('a.playbook.md', tasks.map((task) => `- [ ] ${task} @sam${end}`).join(''));
    const { output } = folder.run(['tasks', '--format', 'csv']);
    assert.ok(output.startsWith('\ufeffpath,'));
    const rows = output.split('\r\n').slice(1, -1);
    assert.deepEqual(
      rows.map((row) => row.split(',')[2]),
      ["'＝A1", "'＋1", "'－1", "'＠SUM(1)", "'=A1", 'Pay ＝A1'],
      JSON.stringify(end),
    );
  }
});

void test('text: a table that lines up', (t) => {
  const folder = makeFolder(t, COMPANY);
  folder.write('japan.playbook.md', '- [ ] 電話する @lee due:2027-02-01\n');
  assert.equal(
    folder.output(['tasks']),
    [
      '     OWNER         DUE         TASK            PLACE',
      '[ ]  @ae           2027-01-10  Find shops      calm.playbook.md:3',
      '[ ]  nobody                    Thank them      calm.playbook.md:4',
      ' -   @sales                    Prices          calm.playbook.md:8',
      ' -   nobody                    Website         calm.playbook.md:9',
      '[ ]  @Maria, @lee  2027-01-16  Print copies    eu/fair.playbook.md:8',
      '[x]  @lee                      Book the booth  eu/fair.playbook.md:9',
      '[ ]  @Jane         soon        Send it         eu/fair.playbook.md:10',
      '[ ]  @lee          2027-02-01  電話する        japan.playbook.md:1',
      '',
      '6 tasks, 5 open; 2 areas',
      '',
    ].join('\n'),
  );
});

/** Options, and the tasks that stay. */
const FILTERS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['--open'], ['Find shops', 'Thank them', 'Print copies', 'Send it']],
  [['--unowned'], ['Thank them', 'Website']],
  [['--unowned', '--open'], ['Thank them']],
  [
    ['--owner', 'lee'],
    ['Print copies', 'Book the booth'],
  ],
  [
    ['--owner', '@LEE'],
    ['Print copies', 'Book the booth'],
  ],
  [['--owner', 'lee', '--open'], ['Print copies']],
  // A role with one holder is the holder, and so is the holder's name.
  [['--owner', 'fmc'], ['Print copies']],
  [['--owner', 'maria'], ['Print copies']],
  [['--owner', 'maria  lópez'], ['Print copies']],
  [['--owner', '@ae'], ['Find shops']],
  [['--owner', 'sales'], ['Prices']],
  [['--owner', 'sam'], []],
  // Nobody's roster knows Jane, but she owns something.
  [['--owner', 'jane'], ['Send it']],
  [
    ['--team', 'sales'],
    ['Find shops', 'Prices'],
  ],
  [
    ['--team', '@Sales Team'],
    ['Find shops', 'Prices'],
  ],
  [
    ['--team', 'marketing'],
    ['Find shops', 'Print copies'],
  ],
  [['--team', 'marketing', '--owner', 'ae'], ['Find shops']],
];

for (const [options, expected] of FILTERS) {
  void test(`tasks ${options.join(' ')}`, (t) => {
    const { tasks } = makeFolder(t, COMPANY).json(['tasks', ...options]) as Tasks;
    assert.deepEqual(
      tasks.map((task) => task['text']),
      expected,
    );
  });
}

void test('an owner or a team that nobody knows is a mistake, not an empty list', (t) => {
  const folder = makeFolder(t, COMPANY);
  const firstLine = (...args: string[]): string | undefined => {
    const { code, output, notes } = folder.run(['tasks', ...args]);
    assert.equal(code, 2);
    assert.equal(output, '');
    return notes.split('\n')[0];
  };
  assert.equal(firstLine('--owner', 'mariah'), 'Nobody is called "mariah" here. Did you mean Maria?');
  assert.equal(firstLine('--owner', 'Zebedee'), 'Nobody is called "Zebedee" here.');
  assert.equal(firstLine('--team', 'markting'), 'There is no team "markting" here. Did you mean marketing?');
  // Lee is a person.
  assert.equal(firstLine('--team', 'lee'), 'There is no team "lee" here.');
});

void test('the tasks of a template are listed, but are neither open nor missing an owner', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n---\ntemplate: true\n---\n- [ ] Print copies\n');
  const amount = (...args: string[]): number => (folder.json(['tasks', ...args]) as Tasks).tasks.length;
  assert.equal(amount(), 1);
  assert.equal(amount('--open'), 0);
  assert.equal(amount('--unowned'), 0);
});

void test('a PATH chooses the tasks, and text says when there are none', (t) => {
  const folder = makeFolder(t, COMPANY);
  const { tasks } = folder.json(['tasks', 'eu']) as Tasks;
  assert.deepEqual(
    tasks.map((task) => task['path']),
    ['eu/fair.playbook.md', 'eu/fair.playbook.md', 'eu/fair.playbook.md'],
  );
  assert.equal(folder.output(['tasks', '--owner', 'sam']), 'No tasks\n');
});
