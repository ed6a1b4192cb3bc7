// `.playbook-baseline.json`: what `--write-baseline` records, and what `check` leaves out for it.
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { makeFolder, type Folder } from './program.ts';

const NAME = '.playbook-baseline.json';

const FAIR = `
  //- /roster.yml
  people: { maria: { name: Maria López }, sam: { name: Sam Cole } }
  teams: { sales: { name: Sales } }
  //- /eu/fair.playbook.md
  # Fair

  - [ ] Print copies
  - [ ] Print copies
  - [ ] Call due:2020-01-01 @maria
  - [ ] Sell @sales
  //- /calm.playbook.md
  - [ ] Rent a van @sma
`;

interface Entry {
  readonly path: string;
  readonly text: string;
  readonly rule: string;
  readonly count?: number;
}

const textOf = (folder: Folder, file = NAME) => readFileSync(folder.path(file), 'utf8');
const entries = (folder: Folder, file = NAME) =>
  (JSON.parse(textOf(folder, file)) as { problems: Entry[] }).problems.map(
    ({ path, text, rule, count = 1 }) => `${path}: ${text}: ${rule} ${count}`,
  );

const ALL = [
  'calm.playbook.md: @sma: mention-unknown 1',
  'eu/fair.playbook.md: Call: due-overdue 1',
  'eu/fair.playbook.md: Print copies: owner-missing 2',
];

const goneNote = (what: string, them: string) =>
  `${what} ${NAME} ${them}, run "playbook check --write-baseline", which also records what is new.\n`;

void test('records warnings and errors, and from then on reports what is new', (t) => {
  const folder = makeFolder(t, FAIR);
  const { code, output, notes } = folder.run(['check', '--write-baseline']);
  assert.equal(notes, `Recorded 4 problems in ${NAME}.\n`);
  assert.match(
    output,
    /^eu\/fair\.playbook\.md:6:7 {2}info .*\n\n1 note in 2 playbooks, 4 known from before\n/,
  );
  assert.match(output, /\n3 of 5 open tasks owned, 2 without an owner known from before\n$/);
  assert.equal(code, 0);
  assert.deepEqual(entries(folder), ALL);
  assert.deepEqual(readdirSync(folder.root).sort(), ['.git', NAME, 'calm.playbook.md', 'eu', 'roster.yml']);

  folder.write(
    'eu/fair.playbook.md',
    '# Fair\n\n- [ ] New\n  * [ ] Print copies\n- [ ] Print copies\n- [ ] Print copies\n',
  );
  const next = folder.run(['check']);
  assert.match(
    next.output,
    /^eu\/fair\.playbook\.md:3:7 .*"New".*\neu\/fair\.playbook\.md:6:7 .*"Print copies"/,
  );
  assert.match(
    next.output,
    /\n2 warnings in 2 playbooks, 3 known from before\n1 of 5 open tasks owned, 2 without an owner known from before\n$/,
  );
  assert.equal(next.notes, goneNote('1 problem recorded in', 'is there no more. To take it out'));
  assert.equal(next.code, 1);
});

void test('all formats leave out what is known; json says how much', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run([
    'check',
    '--write-baseline',
    '--rule',
    'owner-team-only=warning',
    '--rule',
    'owner-missing=warning',
  ]);
  const summary = { files: 2, tasks: 5, open: 5, owned: 3, unowned: 2, errors: 0, warnings: 2 };
  const json = folder.json(['check']) as { files: { problems: unknown[] }[]; summary: object };
  assert.deepEqual(json.summary, { ...summary, known: 3 });
  assert.deepEqual(Object.keys(json.summary), [...Object.keys(summary), 'known']);
  assert.deepEqual(
    json.files.map((f) => f.problems.length),
    [1, 1],
  );
  const github = folder.output(['check', '--format', 'github']);
  assert.doesNotMatch(github, /Nobody owns/);
  assert.match(github, /\n3 of 5 open tasks owned, 2 without an owner known from before\n$/);
  assert.match(
    folder.output(['check', '--rule', 'due-overdue=off', '--rule', 'mention-unknown=off']),
    /^No new problems in 2 playbooks, 3 known from before\n/,
  );
  // Without a baseline everything is as it was.
  rmSync(folder.path(NAME));
  const without = folder.json(['check']) as { summary: object };
  assert.deepEqual(without.summary, { ...summary, warnings: 4 });
});

void test('--rule chooses whose problems are recorded; others that were recorded stay', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline', '--rule', 'owner-missing=error']);
  assert.deepEqual(entries(folder), [ALL[2]]);
  folder.run(['check', '--write-baseline', '--rule', 'due-overdue=warning']);
  assert.deepEqual(entries(folder), ALL.slice(1));
  folder.run(['check', '--write-baseline', '--rule', 'owner-team-only=information']);
  assert.deepEqual(entries(folder), [...ALL.slice(1), 'eu/fair.playbook.md: @sales: owner-team-only 1']);
  // A rule that is off finds nothing any more, and chooses nothing.
  folder.run(['check', '--write-baseline', '--rule', 'due-overdue=off']);
  assert.deepEqual(entries(folder), [ALL[0], ALL[2], 'eu/fair.playbook.md: @sales: owner-team-only 1']);
});

void test('what is gone is pruned, and says so', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline']);
  folder.write('eu/fair.playbook.md', '# Fair\n\n- [ ] Print copies\n');
  rmSync(folder.path('calm.playbook.md'));
  const { notes } = folder.run(['check', '--write-baseline']);
  assert.equal(notes, `Recorded 1 problem in ${NAME}. Took out 3 that are gone.\n`);
  assert.deepEqual(entries(folder), ['eu/fair.playbook.md: Print copies: owner-missing 1']);
  folder.write('eu/fair.playbook.md', '# Fair\n\n- [ ] Print copies @sam\n');
  assert.equal(
    folder.run(['check', '--write-baseline']).notes,
    `There is nothing to record in ${NAME}. Took out 1 that is gone.\n`,
  );
  assert.equal(textOf(folder), '{\n  "version": 1,\n  "problems": []\n}\n');
  assert.match(folder.output(['check']), /^No problems in 1 playbook\n1 of 1 open tasks owned\n$/);
});

void test('with a PATH only its entries change; those of files that are gone go', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.write('us/a.playbook.md', '- [ ] Build\n');
  folder.run(['check', '--write-baseline', 'eu', 'us']);
  assert.deepEqual(entries(folder), [...ALL.slice(1), 'us/a.playbook.md: Build: owner-missing 1']);
  folder.write('eu/fair.playbook.md', '# Fair\n\n- [ ] Print copies\n');
  rmSync(folder.path('us/a.playbook.md'));
  folder.run(['check', '--write-baseline', 'calm.playbook.md']);
  assert.deepEqual(entries(folder), ALL);
  folder.run(['check', '--write-baseline', 'eu']);
  assert.deepEqual(entries(folder), [ALL[0], 'eu/fair.playbook.md: Print copies: owner-missing 1']);
});

void test('from a folder below, the baseline is that of the workspace', (t) => {
  const folder = makeFolder(t, FAIR);
  const { notes } = folder.run(['check', '--write-baseline'], { cwd: 'eu' });
  assert.equal(notes, `Recorded 3 problems in ../${NAME}.\n`);
  assert.deepEqual(entries(folder), ALL.slice(1));
  assert.equal(folder.run(['check'], { cwd: 'eu' }).code, 0);
  assert.equal(folder.run(['check', 'fair.playbook.md'], { cwd: 'eu' }).code, 0);
});

void test('a PATH in another workspace brings its own', (t) => {
  const folder = makeFolder(t, '', false);
  for (const name of ['a', 'b']) {
    mkdirSync(folder.path(`${name}/.git`), { recursive: true });
    folder.write(`${name}/x.playbook.md`, `- [ ] In ${name}\n`);
  }
  folder.run(['check', '--write-baseline', '../b'], { cwd: 'a' });
  assert.deepEqual(entries(folder, `b/${NAME}`), ['x.playbook.md: In b: owner-missing 1']);
  assert.ok(!existsSync(folder.path(`a/${NAME}`)));
  assert.equal(folder.run(['check', '../b'], { cwd: 'a' }).code, 0);
  assert.equal(folder.run(['check', '.', '../b'], { cwd: 'a' }).code, 1);
  const both = folder.run(['check', '--write-baseline', '.', '../b'], { cwd: 'a' });
  assert.match(both.notes, /in \.playbook-baseline\.json\./);
  assert.match(both.notes, /in \.\.\/b\/\.playbook-baseline\.json\./);
  assert.equal(both.code, 0);
});

void test('written again without a change it is the same file, whatever its line ends', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline']);
  const text = textOf(folder);
  const long = new Date('2020-01-01T00:00:00Z');
  utimesSync(folder.path(NAME), long, long);
  folder.run(['check', '--write-baseline']);
  assert.equal(textOf(folder), text);
  assert.equal(statSync(folder.path(NAME)).mtimeMs, long.getTime());
  folder.write(NAME, `\ufeff${text.replaceAll('\n', '\r\n')}`);
  folder.run(['check', '--write-baseline']);
  assert.equal(textOf(folder), `\ufeff${text.replaceAll('\n', '\r\n')}`);
  assert.equal(folder.run(['check']).code, 0);
});

void test('a section that is told as one is recorded task by task', (t) => {
  const folder = makeFolder(t);
  const tasks = Array.from({ length: 12 }, (_, i) => `- [ ] Task ${i}\n`).join('');
  folder.write('a.playbook.md', `## Booth\n\n${tasks}`);
  folder.run(['check', '--write-baseline']);
  assert.equal(folder.run(['check']).code, 0);
  folder.write('a.playbook.md', `## Booth\n\n- [ ] New\n${tasks}`);
  const { output } = folder.run(['check']);
  assert.match(
    output,
    /^a\.playbook\.md:3:7 {2}warning {2}Nobody owns "New".*\n\n1 warning in 1 playbook, 12 known from before\n/,
  );
  assert.match(output, /\n0 of 13 open tasks owned, 12 without an owner known from before\n$/);
});

void test('templates and areas are outside of the coverage, but can be known', (t) => {
  const folder = makeFolder(
    t,
    '//- /a.playbook.md\n- [ ] Print\n\n| Area | Owner |\n| - | - |\n| Web | |\n//- /b.playbook.md\n---\ntemplate: true\n---\n- [ ] Copy\n',
  );
  folder.run(['check', '--write-baseline']);
  assert.equal(
    folder.output(['check']),
    'No new problems in 2 playbooks, 2 known from before\n0 of 1 open tasks owned, 1 without an owner known from before\n',
  );
});

void test('rosters are recorded, too', (t) => {
  const folder = makeFolder(
    t,
    '//- /eu/roster.yml\npeople: { maria: { nmae: M } }\n//- /a.playbook.md\n- [ ] Call @maria\n',
  );
  folder.run(['check', '--write-baseline']);
  assert.ok(entries(folder).includes('eu/roster.yml: nmae: front-matter-schema 1'), entries(folder).join());
  assert.equal(folder.run(['check']).code, 0);
});

void test('a file named outright stays recorded', (t) => {
  const folder = makeFolder(t, '//- /README.md\n- [ ] Print\n//- /a.playbook.md\n- [ ] Call\n');
  folder.run(['check', '--write-baseline', 'README.md']);
  folder.run(['check', '--write-baseline']);
  assert.deepEqual(entries(folder), [
    'README.md: Print: owner-missing 1',
    'a.playbook.md: Call: owner-missing 1',
  ]);
  assert.equal(folder.run(['check', 'README.md']).code, 0);
});

void test('a comment goes before the baseline, and is of use', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print\n');
  folder.run(['check', '--write-baseline']);
  folder.write('a.playbook.md', '<!-- playbook-disable-next-line owner-missing -->\n- [ ] Print\n');
  const { output, notes } = folder.run(['check']);
  assert.equal(
    output,
    'No problems in 1 playbook\n0 of 1 open tasks owned, 1 without an owner known from before\n',
  );
  assert.equal(notes, goneNote('1 problem recorded in', 'is there no more. To take it out'));
  folder.run(['check', '--write-baseline']);
  assert.deepEqual(entries(folder), []);
});

void test('--fix repairs first, and known problems as well', (t) => {
  const folder = makeFolder(
    t,
    '//- /roster.yml\npeople: { maria: {} }\n//- /a.playbook.md\n-[ ] Print @maria\n- [ ] Call\n',
  );
  folder.run(['check', '--write-baseline', '--rule', 'task-malformed=warning']);
  const { notes } = folder.run(['check', '--fix', '--write-baseline']);
  assert.equal(
    notes,
    `Repaired 1 place in 1 file.\nRecorded 1 problem in ${NAME}. Took out 1 that is gone.\n`,
  );
  assert.deepEqual(entries(folder), ['a.playbook.md: Call: owner-missing 1']);
});

void test('standard input is held against the baseline of the file that it stands for', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline']);
  const args = ['check', '--stdin-path', 'eu/fair.playbook.md', '-'];
  assert.equal(folder.run(args, { stdin: '# Fair\n\n- [ ] Print copies\n' }).code, 0);
  assert.equal(folder.run(args, { stdin: '# Fair\n\n- [ ] Fold copies\n' }).code, 1);
});

/** What stands in the file, and the beginning of what is said about it. */
const BROKEN: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['broken JSON', '{\n  "version": 1,\n', /: (?:Line \d: )?This is not JSON: /],
  ['marks of a merge', '{\n<<<<<<< HEAD\n}\n', /: Line 2: Two branches have changed this file/],
  ['a later version', '{ "version": 2, "problems": [] }', /: This baseline was written by a newer version/],
  ['another shape', '[]', /: This is no baseline/],
  ['nothing', '', /: This is not JSON/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), /: It is saved as UTF-16/],
];

for (const [name, content, says] of BROKEN) {
  void test(`a baseline that cannot be used hides nothing, is not written over, and ends with 2: ${name}`, (t) => {
    const folder = makeFolder(t, FAIR);
    folder.write(NAME, content);
    for (const args of [['check'], ['check', '--write-baseline']]) {
      const { code, output, notes } = folder.run(args);
      assert.equal(code, 2);
      assert.match(notes, says);
      assert.match(notes, /^\.playbook-baseline\.json: .*every problem is reported\.\n$/);
      assert.match(output, /Nobody owns "Print copies"/);
      assert.ok(readFileSync(folder.path(NAME)).equals(Buffer.from(content)));
    }
  });
}

void test('a folder of that name cannot be used either', (t) => {
  const folder = makeFolder(t, FAIR);
  mkdirSync(folder.path(NAME));
  const { code, notes } = folder.run(['check', '--write-baseline']);
  assert.equal(code, 2);
  assert.match(notes, /^\.playbook-baseline\.json: It is not an ordinary file\./);
});

void test('keeps mode and link', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.write('shared/baseline.json', '{ "version": 1, "problems": [] }');
  chmodSync(folder.path('shared/baseline.json'), 0o640);
  symlinkSync('shared/baseline.json', folder.path(NAME));
  folder.run(['check', '--write-baseline']);
  assert.ok(lstatSync(folder.path(NAME)).isSymbolicLink());
  assert.equal(statSync(folder.path('shared/baseline.json')).mode & 0o777, 0o640);
  assert.deepEqual(entries(folder, 'shared/baseline.json'), ALL);
  rmSync(folder.path('shared/baseline.json'));
  const { code, notes } = folder.run(['check']);
  assert.equal(code, 2);
  assert.match(notes, /^\.playbook-baseline\.json: It is a link to something that does not exist\./);
});

void test('where nothing can be written it says so, and reports all', (t) => {
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const folder = makeFolder(t, FAIR);
  chmodSync(folder.root, 0o555);
  const { code, output, notes } = folder.run(['check', '--write-baseline'], uid);
  chmodSync(folder.root, 0o755);
  assert.equal(notes, `${NAME}: Nothing was recorded in it: you have no permission to write it.\n`);
  assert.match(output, /Nobody owns "Print copies"/);
  assert.equal(code, 2);
});

void test('a playbook that cannot be read keeps its entries', (t) => {
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline']);
  chmodSync(folder.root, 0o777);
  chmodSync(folder.path(NAME), 0o666);
  chmodSync(folder.path('eu/fair.playbook.md'), 0);
  const { code } = folder.run(['check', '--write-baseline'], uid);
  chmodSync(folder.path('eu/fair.playbook.md'), 0o644);
  assert.equal(code, 2);
  assert.deepEqual(entries(folder), ALL);
});

void test('a PATH that does not exist records nothing', (t) => {
  const folder = makeFolder(t, FAIR);
  const { code, notes } = folder.run(['check', '--write-baseline', 'typo']);
  assert.equal(code, 2);
  assert.match(notes, /^typo: There is no such file or folder\.\n$/);
  assert.ok(!existsSync(folder.path(NAME)));
});

void test('a folder without playbooks gets no baseline', (t) => {
  const folder = makeFolder(t, '//- /README.md\nHello\n');
  const { code, notes } = folder.run(['check', '--write-baseline']);
  assert.equal(notes, '');
  assert.equal(code, 0);
  assert.ok(!existsSync(folder.path(NAME)));
});

void test('says how much of it matches nothing any more, and what to do', (t) => {
  const folder = makeFolder(t, FAIR);
  folder.run(['check', '--write-baseline']);
  assert.equal(folder.run(['check']).notes, '');
  folder.write('eu/fair.playbook.md', '# Fair\n\n- [ ] Print copies @maria\n- [ ] Print copies\n');
  rmSync(folder.path('calm.playbook.md'));
  const are = 'are there no more. To take them out';
  assert.equal(folder.run(['check']).notes, goneNote('3 problems recorded in', are));
  // Of files that nobody looked for, nothing is said.
  assert.equal(folder.run(['check', 'eu']).notes, goneNote('2 problems recorded in', are));
  // What a rule that is off would find is not known.
  assert.equal(
    folder.run(['check', '--rule', 'owner-missing=off', 'eu']).notes,
    goneNote('1 problem recorded in', 'is there no more. To take it out'),
  );
  // What is being typed is not done yet.
  const typed = folder.run(['check', '--stdin-path', 'eu/fair.playbook.md', '-'], {
    stdin: '- [ ] Call @sam\n',
  });
  assert.equal(typed.notes, '');
  assert.equal(
    folder.run(['check', '--write-baseline']).notes,
    `Recorded 1 problem in ${NAME}. Took out 3 that are gone.\n`,
  );
  assert.equal(folder.run(['check']).notes, '');
});

void test('written by the first edition it hides the same, and is written anew in the words of today', (t) => {
  const first = path.join(ROOT, 'test/rules/firstEdition');
  const folder = makeFolder(t, '//- /roster.yml\n');
  for (const [name, from] of [
    ['roster.yml', 'roster.yml'],
    ['fair.playbook.md', 'fair.playbook.md'],
    [NAME, 'baseline.json'],
  ] as const)
    folder.write(name, readFileSync(path.join(first, from), 'utf8'));
  // Whatever day the test is run on, these are past.
  const { output, notes } = folder.run(['check']);
  assert.match(output, /^No new problems in 1 playbook, \d+ known from before\n/);
  assert.equal(notes, goneNote('4 problems recorded in', 'are there no more. To take them out'));
  assert.match(folder.run(['check', '--write-baseline']).notes, / Took out 4 that are gone\.\n$/);
  const again = folder.run(['check']);
  assert.match(again.output, /^No new problems in 1 playbook, \d+ known from before\n/);
  assert.equal(again.notes, '');
  assert.ok(entries(folder).includes('fair.playbook.md: Order 3*2 boxes: owner-missing 1'));
});
