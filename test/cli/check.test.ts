import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyAcme, makeFolder } from './program.ts';

const FAIR = `
  //- /roster.yml
  people: { maria: { name: Maria López, team: marketing }, sam: { name: Sam Cole } }
  teams: { marketing: { name: Marketing } }
  //- /eu/fair.playbook.md
  # Fair

  ## Booth
  - [ ] Print copies
  - [x] Book the booth
  - [ ] Call the hall @maria
  - [ ] Buy a lamp @mara
  - [ ] Write the news @marketing
  //- /broken.playbook.md
  ---
  title: "Fair
  ---
  - [ ] Order pens @sam
  //- /calm.playbook.md
  - [ ] Rent a van @sam
`;

void test('text: one line a problem, then the counts, then the coverage', (t) => {
  const { code, output, notes } = makeFolder(t, FAIR).run(['check']);
  assert.equal(
    output,
    [
      'broken.playbook.md:2:8  error  This text opens with " and never closes. Add " where it ends.  front-matter-invalid',
      '',
      'eu/fair.playbook.md:4:7   warning  Nobody owns "Print copies". Write who does it at the end, such as @maria.  owner-missing',
      "eu/fair.playbook.md:7:18  warning  @mara isn't in your roster. Did you mean @maria?  mention-unknown",
      'eu/fair.playbook.md:8:7   info     Marketing owns "Write the news", but the team has no lead who answers for it. Name a person, or give the team a lead in the roster.  owner-team-only',
      '',
      '1 error, 2 warnings, 1 note in 3 playbooks',
      '5 of 6 open tasks owned',
      '',
    ].join('\n'),
  );
  assert.equal(notes, '');
  assert.equal(code, 1);
});

void test('json: every playbook in path order, and the summary', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /eu/fair.playbook.md
      # Fair

      ## Booth
      - [ ] Print copies
      - [ ] Call the hall @maria
      - [ ] Rent a van @sam
      - [x] Book the booth
      | Area | Owner |
      | --- | --- |
      | Prices | @sam |
      //- /calm.playbook.md
      Nothing to do.
    `,
  );
  const { code, output } = folder.run(['check', '--format=json']);
  const report = JSON.parse(output) as object;
  assert.deepEqual(report, {
    version: 1,
    files: [
      { path: 'calm.playbook.md', problems: [] },
      {
        path: 'eu/fair.playbook.md',
        problems: [
          {
            rule: 'owner-missing',
            severity: 'warning',
            message: 'Nobody owns "Print copies". Write who does it at the end, such as @maria.',
            range: { start: { line: 3, character: 6 }, end: { line: 3, character: 18 } },
          },
        ],
      },
    ],
    summary: { files: 2, tasks: 4, open: 3, owned: 2, unowned: 1, errors: 0, warnings: 1 },
  });
  // The order of keys is part of the contract for people who read it.
  assert.match(
    output,
    /"version".*"files".*"path".*"problems".*"rule".*"severity".*"message".*"range".*"summary"/s,
  );
  assert.equal(code, 1);
});

void test('json: a roster stands there only when it has problems', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.write('us/roster.yml', '- maria\n- sam\n');
  const report = folder.json(['check']) as { files: { path: string }[]; summary: object };
  assert.deepEqual(
    report.files.map((f) => f.path),
    ['broken.playbook.md', 'calm.playbook.md', 'eu/fair.playbook.md', 'us/roster.yml'],
  );
  assert.deepEqual(report.summary, {
    files: 3,
    tasks: 7,
    open: 6,
    owned: 5,
    unowned: 1,
    errors: 1,
    warnings: 3,
  });
});

void test('github: a command for each problem, with what GitHub reserves escaped', (t) => {
  const folder = makeFolder(t);
  folder.write('a,b:c%.playbook.md', '- [ ] Give 50% off\n');
  folder.write('roster.yml', 'people: { maria: { name: Maria } }\n');
  folder.write('z.playbook.md', '- [ ] Write news @marketing\n\n---\n');
  folder.write('eu/roster.yml', 'teams: { marketing: { name: Marketing } }\n');
  folder.write('eu/x.playbook.md', '- [ ] Write news @marketing\n');
  assert.equal(
    folder.output(['check', '--format', 'github']),
    [
      '::warning file=a%2Cb%3Ac%25.playbook.md,line=1,col=7,endLine=1,endColumn=19,title=owner-missing::Nobody owns "Give 50%25 off". Write who does it at the end, such as @maria.',
      '::notice file=eu/x.playbook.md,line=1,col=7,endLine=1,endColumn=28,title=owner-team-only::Marketing owns "Write news", but the team has no lead who answers for it. Name a person, or give the team a lead in the roster.',
      "::warning file=z.playbook.md,line=1,col=18,endLine=1,endColumn=28,title=mention-unknown::@marketing isn't in your roster. Add marketing to a roster, or correct the name.",
      '2 of 3 open tasks owned',
      '',
    ].join('\n'),
  );
});

void test('github: paths begin at the checkout, wherever the job runs', (t) => {
  const folder = makeFolder(t, '//- /docs/eu/fair.playbook.md\n- [ ] Print copies\n');
  const inJob = folder.output(['check', '--format', 'github'], {
    cwd: 'docs',
    env: { GITHUB_WORKSPACE: folder.root },
  });
  assert.match(inJob, /^::warning file=docs\/eu\/fair\.playbook\.md,/);
  const elsewhere = folder.output(['check', '--format', 'github'], {
    cwd: 'docs',
    env: { GITHUB_WORKSPACE: folder.path('docs/eu') },
  });
  assert.match(elsewhere, /^::warning file=eu\/fair\.playbook\.md,/);
});

void test('the example company has the three gaps that its page shows', (t) => {
  const folder = makeFolder(t);
  copyAcme(folder);
  const { code, output } = folder.run(['check']);
  assert.equal(output.match(/ warning {2}Nobody owns /g)?.length, 3);
  assert.match(output, /\n3 warnings in 3 playbooks\n41 of 44 open tasks owned\n$/);
  assert.equal(code, 1);
});

void test('exit code 0 when there are notes at most', (t) => {
  const folder = makeFolder(t, '//- /roster.yml\nteams: { sales: }\n//- /a.playbook.md\n- [ ] Call @sales\n');
  const { code, output } = folder.run(['check']);
  assert.match(output, /\n1 note in 1 playbook\n1 of 1 open tasks owned\n$/);
  assert.equal(code, 0);
});

void test('a playbook without tasks has no coverage to speak of', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\nHello\n');
  assert.equal(folder.output(['check']), 'No problems in 1 playbook\nno open tasks\n');
});

void test('areas and templates are outside the coverage', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /areas.playbook.md
      - [ ] Call @sam

      | Area | Owner |
      | --- | --- |
      | Prices | @sam |
      | Website | |
      //- /copy-me.playbook.md
      ---
      template: true
      ---
      - [ ] Book the booth
    `,
  );
  const report = folder.json(['check']) as { summary: object };
  assert.deepEqual(report.summary, {
    files: 2,
    tasks: 1,
    open: 1,
    owned: 1,
    unowned: 0,
    errors: 0,
    warnings: 1,
  });
});

void test('--rule goes before roster and front matter', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /roster.yml
      rules: { owner-missing: error }
      //- /a.playbook.md
      ---
      rules: { owner-missing: warning }
      ---
      - [ ] Print copies
    `,
  );
  const severity = (...rules: string[]): string | undefined =>
    / (error|warning|info|hint) {2}Nobody/.exec(
      folder.output(['check', ...rules.flatMap((r) => ['--rule', r])]),
    )?.[1];
  assert.equal(severity(), 'warning');
  assert.equal(severity('owner-missing=error'), 'error');
  assert.equal(severity('owner-missing=hint'), 'hint');
  assert.equal(severity('owner-missing=hint', 'owner-missing=information'), 'info');
  assert.equal(severity('owner-missing=off'), undefined);
  assert.equal(folder.run(['check', '--rule', 'owner-missing=information']).code, 0);
});

void test('--max-warnings lets warnings pass, errors never', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies\n- [ ] Fold them\n');
  const code = (...args: string[]): number | null => folder.run(['check', ...args]).code;
  assert.equal(code(), 1);
  assert.equal(code('--max-warnings', '1'), 1);
  assert.equal(code('--max-warnings', '2'), 0);
  // The last number counts.
  assert.equal(code('--max-warnings', '2', '--max-warnings=1'), 1);
  assert.equal(code('--max-warnings', '2', '--rule', 'owner-missing=error'), 1);
});

void test('--quiet prints errors only, and changes neither counts nor exit code', (t) => {
  const folder = makeFolder(t, FAIR);
  const { code, output } = folder.run(['check', '--quiet']);
  assert.match(
    output,
    /^broken\.playbook\.md:2:8 {2}error {2}.*\n\n1 error, 2 warnings, 1 note in 3 playbooks\n5 of 6 /,
  );
  assert.equal(code, 1);
  const report = folder.json(['check', '--quiet']) as { files: { problems: unknown[] }[]; summary: object };
  assert.deepEqual(
    report.files.map((f) => f.problems.length),
    [1, 0, 0],
  );
  assert.deepEqual(report.summary, {
    files: 3,
    tasks: 7,
    open: 6,
    owned: 5,
    unowned: 1,
    errors: 1,
    warnings: 2,
  });
});

void test('--stdin-path: the text on standard input stands for the file', (t) => {
  const folder = makeFolder(t, FAIR);
  const args = ['check', '--stdin-path', 'eu/fair.playbook.md', '-'];
  assert.equal(
    folder.output(args, { stdin: '- [ ] Sing @maria\n' }),
    'No problems in 1 playbook\n1 of 1 open tasks owned\n',
  );
  // The rosters around it count, the file need not exist, and a byte order mark is no text.
  const typed = folder.output(['check', '--stdin-path', 'us/new.playbook.md', '-'], {
    stdin: '\ufeff- [ ] Sing @mara\n',
  });
  assert.match(
    typed,
    /^us\/new\.playbook\.md:1:12 {2}warning {2}@mara isn\'t in your roster\. Did you mean @maria\?/,
  );
  // Other PATHs are checked with it.
  assert.match(
    folder.output([...args, 'calm.playbook.md'], { stdin: '- [ ] Sing\n' }),
    /\n1 warning in 2 playbooks\n/,
  );
  const roster = folder.output(['check', '--stdin-path', 'roster.yml', '-'], { stdin: '- maria\n' });
  assert.match(roster, /^roster\.yml:1:1 {2}warning {2}A roster is a list of keys/);
});

void test('--stdin-path: a folder is no file that a text could stand for', (t) => {
  const folder = makeFolder(t, FAIR);
  for (const name of ['eu', 'eu/', '.']) {
    const { code, output, notes } = folder.run(['check', '--stdin-path', name, '-'], {
      stdin: '- [ ] Sing\n',
    });
    assert.equal(output, '');
    assert.equal(
      notes,
      `${name.replace('/', '')}: It is a folder. Name the file in it that the text on standard input stands for.\n`,
    );
    assert.equal(code, 2);
  }
});

void test('--stdin-path: the text goes before the file, whatever PATHs name it', (t) => {
  const folder = makeFolder(t, FAIR);
  const stdin = '- [ ] Sing\n';
  const fair = 'eu/fair.playbook.md';
  const expected = folder.output(['check', '--stdin-path', fair, '-'], { stdin });
  assert.match(expected, /^eu\/fair\.playbook\.md:1:7 {2}warning {2}Nobody owns "Sing"/);
  for (const paths of [[fair], ['eu'], ['-'], [`./eu/../${fair}`]]) {
    assert.equal(folder.output(['check', ...paths, '-', '--stdin-path', fair], { stdin }), expected);
  }
  // The last name counts, and no text is a text.
  assert.equal(
    folder.output(['check', '--stdin-path', 'x.md', '--stdin-path', fair, '-'], { stdin }),
    expected,
  );
  assert.match(
    folder.output(['check', '--stdin-path', fair, '-']),
    /^No problems in 1 playbook\nno open tasks\n/,
  );
});

void test('suppressed problems are not printed', (t) => {
  const folder = makeFolder(
    t,
    '//- /a.playbook.md\n<!-- playbook-disable-next-line owner-missing -->\n- [ ] Print copies\n',
  );
  assert.equal(folder.output(['check']), 'No problems in 1 playbook\n0 of 1 open tasks owned\n');
});
