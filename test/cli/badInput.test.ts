import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { makeFolder, type Folder } from './program.ts';
import { sarifOf } from './sarifSchema.ts';

/** Every folder of these tests holds this, to see that it is still checked. */
const GOOD = '//- /good.playbook.md\n- [ ] Print copies\n';
const GOOD_LINE = /^good\.playbook\.md:1:7 {2}warning {2}Nobody owns "Print copies"/m;

const WINDOWS = process.platform === 'win32';

/** Runs the check over everything and sees that the good file was checked. */
function check(
  folder: Folder,
  args: readonly string[] = [],
): { code: number | null; output: string; notes: string[] } {
  const { code, output, notes } = folder.run(['check', ...args]);
  assert.match(output, GOOD_LINE);
  return { code, output, notes: notes.split('\n').filter((line) => line !== '') };
}

void test('a PATH that does not exist', (t) => {
  const { code, notes } = check(makeFolder(t, GOOD), ['no-such-folder', 'good.playbook.md', 'a.md']);
  assert.deepEqual(notes, [
    'a.md: There is no such file or folder.',
    'no-such-folder: There is no such file or folder.',
  ]);
  assert.equal(code, 2);
});

void test('only a PATH that does not exist: no sentence about what was found', (t) => {
  const folder = makeFolder(t, GOOD);
  for (const command of ['check', 'tasks']) {
    const { code, output, notes } = folder.run([command, 'nope']);
    assert.equal(output, '');
    assert.equal(notes, 'nope: There is no such file or folder.\n');
    assert.equal(code, 2);
  }
});

void test(
  'links that lead nowhere or to themselves',
  { skip: WINDOWS && 'links need a privilege on Windows' },
  (t) => {
    const folder = makeFolder(t, GOOD);
    symlinkSync('nowhere', folder.path('gone.playbook.md'));
    symlinkSync('loop.playbook.md', folder.path('loop.playbook.md'));
    symlinkSync('nowhere', folder.path('roster.yml'));
    symlinkSync('nowhere', folder.path('not-ours.txt'));
    const expected = [
      'gone.playbook.md: It is a link to something that does not exist.',
      'loop.playbook.md: It is a link that leads back to itself.',
      'roster.yml: It is a link to something that does not exist.',
    ];
    const all = check(folder);
    assert.deepEqual(all.notes, expected);
    assert.equal(all.code, 2);
    // What was not chosen is not our business, save for a roster that would apply.
    const one = check(folder, ['good.playbook.md']);
    assert.deepEqual(one.notes, expected.slice(2));
    assert.deepEqual(check(folder, ['good.playbook.md', 'gone.playbook.md']).notes, [
      expected[0],
      expected[2],
    ]);
  },
);

void test('folders that are named like playbooks and rosters', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('x.playbook.md/inner.playbook.md', '- [ ] Fold @sam\n');
  mkdirSync(folder.path('roster.yml'));
  const { code, output, notes } = check(folder);
  assert.match(output, /\n1 warning in 2 playbooks\n1 of 2 open tasks owned\n$/);
  assert.deepEqual(notes, []);
  assert.equal(code, 1);
  assert.match(folder.output(['check', 'x.playbook.md']), /^No problems in 1 playbook\n/);
});

void test(
  'files and folders without permission',
  { skip: WINDOWS && 'Windows has other permissions' },
  (t) => {
    const folder = makeFolder(t, GOOD);
    folder.write('locked/a.playbook.md', '- [ ] A\n');
    folder.write('secret.playbook.md', '- [ ] B\n');
    chmodSync(folder.root, 0o755);
    chmodSync(folder.path('locked'), 0);
    chmodSync(folder.path('secret.playbook.md'), 0);
    try {
      // Nothing is locked for root, so the program then runs as nobody in particular.
      const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
      const { code, output, notes } = folder.run(['check'], uid);
      assert.match(output, GOOD_LINE);
      assert.equal(
        notes,
        'locked: You have no permission to read it.\nsecret.playbook.md: You have no permission to read it.\n',
      );
      assert.equal(code, 2);
      const elsewhere = folder.run(['check', 'good.playbook.md'], uid);
      assert.equal(elsewhere.notes, '');
      assert.equal(elsewhere.code, 1);
    } finally {
      // What is locked cannot be deleted.
      chmodSync(folder.path('locked'), 0o755);
    }
  },
);

void test('a 100 MB file is left out with one plain message', (t) => {
  const folder = makeFolder(t, GOOD);
  for (const name of ['big.playbook.md', 'big.roster.yml']) {
    folder.write(name, '- [ ] Big\n');
    truncateSync(folder.path(name), 100_000_000);
  }
  const message = 'It was left out because it is too large: 100.0 MB. The limit is 10 MB.';
  const found = check(folder);
  assert.deepEqual(found.notes, [`big.playbook.md: ${message}`, `big.roster.yml: ${message}`]);
  assert.equal(found.code, 1);
  const named = check(folder, ['good.playbook.md', 'big.playbook.md']);
  assert.deepEqual(named.notes, [`big.playbook.md: ${message}`, `big.roster.yml: ${message}`]);
  assert.equal(named.code, 2);
});

// /proc/self/pagemap says that it is empty, and holds more than any disk.
void test(
  'a link to a file without an end is left out, wherever it lies',
  { skip: !existsSync('/proc/self/pagemap') && 'there is no such file here' },
  (t) => {
    const folder = makeFolder(t, GOOD);
    for (const name of ['endless.playbook.md', '.gitignore', 'roster.yml']) {
      symlinkSync('/proc/self/pagemap', folder.path(name));
    }
    symlinkSync('/dev/zero', folder.path('zero.playbook.md'));
    symlinkSync('/proc/self/status', folder.path('short.playbook.md'));
    const reason = 'It was left out because it is too large: it goes on and on. The limit is 10 MB.';
    assert.deepEqual(check(folder).notes, [
      `endless.playbook.md: ${reason}`,
      `roster.yml: ${reason}`,
      'zero.playbook.md: It is not an ordinary file.',
    ]);
    const fixed = check(folder, ['--fix']);
    assert.equal(fixed.code, 2);
    symlinkSync('/proc/self/pagemap', folder.path('.playbook-baseline.json'));
    assert.match(check(folder).notes.join(' '), /\.playbook-baseline\.json: It was left out/);
  },
);

void test('bytes that are no UTF-8 are tolerated, with one note', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('latin.playbook.md', Buffer.from('- [ ] Drink caf\xe9 \xa310 now\n', 'latin1'));
  folder.write('fine.playbook.md', '- [ ] This \ufffd stood there @sam\n');
  const { code, output, notes } = check(folder);
  assert.match(output, /^latin\.playbook\.md:1:7 {2}warning {2}Nobody owns "Drink caf\ufffd \ufffd10 now"/m);
  assert.deepEqual(notes, [
    'latin.playbook.md: Some characters in it are not UTF-8 and cannot be read. Save it as UTF-8.',
  ]);
  assert.equal(code, 1);
});

void test('a current folder that is gone', { skip: WINDOWS && 'Windows keeps it' }, (t) => {
  const folder = makeFolder(t);
  mkdirSync(folder.path('gone'));
  const program = path.join(ROOT, 'src/cli/main.ts');
  const command = `cd gone && rmdir ../gone && exec "${process.execPath}" "${program}" check`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder.root, encoding: 'utf8' });
  assert.match(stderr, /^The current folder is gone\. Go to another folder and run the command again\.\n/);
  assert.equal(status, 2);
});

void test(
  'a name that is not UTF-8 is said, and stops nothing',
  { skip: process.platform !== 'linux' && 'other systems know no such names' },
  (t) => {
    const folder = makeFolder(t, GOOD);
    writeFileSync(Buffer.from(`${folder.root}/caf\xe9.playbook.md`, 'latin1'), '- [ ] A\n');
    const { code, output, notes } = check(folder);
    assert.match(output, /1 playbook/);
    assert.deepEqual(notes, [
      'caf\ufffd.playbook.md: Its name is not in UTF-8, so that it cannot be opened. Give it another name.',
    ]);
    assert.equal(code, 2);
  },
);

void test('UTF-16 is named for what it is', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('le.playbook.md', Buffer.from('\ufeff- [ ] A\n', 'utf16le'));
  folder.write('be.playbook.md', Buffer.from('\ufeff- [ ] A\n', 'utf16le').swap16());
  folder.write('unmarked.playbook.md', Buffer.from('- [ ] A\n', 'utf16le'));
  const { code, notes } = check(folder);
  const reason = 'It is saved as UTF-16, which cannot be read here. Save it as UTF-8.';
  assert.deepEqual(notes, [
    `be.playbook.md: ${reason}`,
    `le.playbook.md: ${reason}`,
    `unmarked.playbook.md: ${reason}`,
  ]);
  assert.equal(code, 2);
});

void test('a byte order mark is no text: front matter and columns are what the editor shows', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('bom.playbook.md', '\ufeff- [ ] Fold\r\n');
  folder.write('fm.playbook.md', '\ufeff---\r\ndefault-owner: sam\r\n---\r\n- [ ] Fold\r\n');
  const { output } = check(folder);
  assert.match(output, /^bom\.playbook\.md:1:7 {2}warning/m);
  assert.doesNotMatch(output, /fm\.playbook\.md/);
});

void test('a roster that is a list, or text', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('a/roster.yml', '- maria\n- sam\n');
  folder.write('b/roster.yml', 'maria\n');
  const { code, output, notes } = check(folder);
  assert.match(output, /^a\/roster\.yml:1:1 {2}warning {2}.* {2}front-matter-schema$/m);
  assert.match(output, /^b\/roster\.yml:1:1 {2}warning {2}.* {2}front-matter-schema$/m);
  assert.deepEqual(notes, []);
  assert.equal(code, 1);
});

void test('an alias bomb', (t) => {
  const folder = makeFolder(t, GOOD);
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) {
    const [from, to] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)];
    lines.push(`${to}: &${to} [${new Array<string>(10).fill(`*${from}`).join(', ')}]`);
  }
  folder.write('roster.yml', `${lines.join('\n')}\npeople: { sam: { name: Sam, team: *l } }\n`);
  folder.write('b.playbook.md', '- [ ] Fold @sam\n');
  const { code, output } = check(folder);
  assert.match(output, /^roster\.yml:\d+:\d+ {2}error {2}.* {2}front-matter-invalid$/m);
  assert.equal(code, 1);
});

void test('keys and handles that JavaScript has a meaning for', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write(
    'roster.yml',
    '__proto__: { people: { eve: { name: Eve } } }\nconstructor: 1\npeople:\n  __proto__: { name: Proto }\n  constructor: { name: Connie }\n  sam: { __proto__: { team: x }, name: Sam, hasOwnProperty: 1 }\n',
  );
  folder.write(
    'b.playbook.md',
    '- [ ] A @constructor\n- [ ] B @toString\n- [ ] C @eve\n- [ ] D @sam goal:"__proto__"\n',
  );
  const { output } = check(folder);
  assert.match(output, /^b\.playbook\.md:2:\d+ +warning {2}@toString isn\'t in your roster\./m);
  assert.match(output, /^b\.playbook\.md:3:\d+ +warning {2}@eve isn\'t in your roster\./m);
  assert.doesNotMatch(output, /^b\.playbook\.md:[14]:/m);
  const { tasks } = folder.json(['tasks', 'b.playbook.md']) as {
    tasks: { ownerKind: string; teams: unknown }[];
  };
  assert.deepEqual(
    tasks.map((task) => task.ownerKind),
    ['person', 'name', 'name', 'person'],
  );
  assert.deepEqual(tasks[3]?.teams, []);
});

void test('lists and quotes 10,000 deep: said where it happens, and the rest of the file is read', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('list.playbook.md', `${'- '.repeat(10_000)}[ ] Deep\n\nAfterwards:\n\n- [ ] Fold\n`);
  folder.write('quote.playbook.md', `${'> '.repeat(10_000)}- [ ] Deep\n\n- [ ] Fold\n`);
  folder.write('roster.yml', `people: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`);
  folder.write(
    'map.playbook.md',
    `---\na: ${'{ a: '.repeat(10_000)}1${' }'.repeat(10_000)}\n---\n- [ ] Fold\n`,
  );
  const { code, output, notes } = check(folder);
  for (const name of ['list', 'quote']) {
    assert.match(
      output,
      new RegExp(`^${name}\\.playbook\\.md:1:1 +info +.*nested.* {2}task-malformed$`, 'm'),
    );
  }
  for (const name of ['list', 'quote', 'map']) {
    assert.match(output, new RegExp(`^${name}\\.playbook\\.md:\\d+:7 +warning +Nobody owns "Fold"`, 'm'));
  }
  assert.match(output, /^roster\.yml:1:\d+ {2}error {2}.*nested/m);
  assert.match(output, /^map\.playbook\.md:2:\d+ +error {2}.*nested/m);
  assert.deepEqual(notes, []);
  assert.equal(code, 1);
});

void test('a broken roster costs what is broken, and no more', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('roster.yml', 'people:\n  maria: { name: Maria\n  sam: { name: Sam }\n');
  folder.write('b.playbook.md', '- [ ] Fold @sam\n');
  const { output } = check(folder);
  assert.match(output, /^roster\.yml:\d+:\d+ +error {2}.* {2}front-matter-invalid$/m);
  assert.doesNotMatch(output, /^b\.playbook\.md/m);
});

void test(
  'a .gitignore that cannot be read hides nothing',
  { skip: WINDOWS && 'links need a privilege' },
  (t) => {
    const folder = makeFolder(t, GOOD);
    symlinkSync('nowhere', folder.path('.gitignore'));
    assert.deepEqual(check(folder).notes, []);
  },
);

void test('globs that are none', (t) => {
  const folder = makeFolder(t, GOOD);
  folder.write('roster.yml', `playbooks: ["[", "", "!(", "${'a'.repeat(70_000)}", "{a,b", 7, "**/*.md"]\n`);
  folder.write('sub/notes.md', '- [ ] Fold\n');
  const { output } = check(folder);
  assert.match(output, /^sub\/notes\.md:1:7 {2}warning/m);
});

void test(
  'control characters from a file do not reach the terminal',
  { skip: WINDOWS && 'no such file names' },
  (t) => {
    const folder = makeFolder(t);
    folder.write(
      'a\u001b[31m\n.playbook.md',
      '- [ ] Red \u001b[2J\u0007 \u009b1m \u202ealert\u2066 \u200f\n',
    );
    for (const args of [
      ['check'],
      ['tasks'],
      ['check', 'nope\u001b[0m'],
      ['check', '--format', 'github'],
      ['check', '--format', 'sarif', '.', 'nope\u001b[0m'],
      ['check', '--format', 'json'],
      ['tasks', '--format', 'json'],
      ['tasks', '--format', 'csv'],
      ['check', '--no\u001b[31m\u202e'],
      ['\u001b[31m'],
      ['tasks', '--owner', '\u009b1m'],
    ]) {
      const { output, notes } = folder.run(args);
      assert.doesNotMatch(
        (output + notes).replaceAll('\r\n', '\n'),
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
      );
    }
  },
);

void test('control characters stay what they are for programs that read JSON', (t) => {
  const folder = makeFolder(t);
  const text = 'Red \u001b[2J\u0007 \u0085\u009b1m\u007f "quoted" \\ back';
  folder.write('a.playbook.md', `- [ ] ${text}\n`);
  const { tasks } = folder.json(['tasks']) as { tasks: { text: string }[] };
  assert.equal(tasks[0]?.text, text);
  const { files } = folder.json(['check']) as { files: { problems: { message: string }[] }[] };
  const message = files[0]?.problems[0]?.message ?? '';
  assert.ok(message.startsWith('Nobody owns "Red \u001b[2J\u0007 \u0085\u009b1m\u007f'), message);
  assert.equal(sarifOf(folder).results[0]?.message.text, message);
});
