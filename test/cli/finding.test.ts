import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { makeFolder, type Folder, type RunOptions } from './program.ts';

/** Windows lets only administrators make links. */
const LINKS = { skip: process.platform === 'win32' && 'links need a privilege on Windows' };

function checked(folder: Folder, args: readonly string[] = [], options?: RunOptions): string[] {
  const { files } = folder.json(['check', ...args], options) as { files: { path: string }[] };
  return files.map((f) => f.path);
}

/** Owners as the rosters resolve them, by playbook: shows which rosters apply. */
function owners(folder: Folder, args: readonly string[] = [], options?: RunOptions): Record<string, string> {
  const { tasks } = folder.json(['tasks', ...args], options) as {
    tasks: { path: string; ownerKind: string }[];
  };
  return Object.fromEntries(tasks.map((task) => [task.path, task.ownerKind]));
}

const TREE = `
  //- /roster.yml
  people: { maria: { name: Maria } }
  //- /a.playbook.md
  - [ ] A @maria
  //- /eu/b.playbook.md
  - [ ] B @maria
  //- /eu/de/C.PLAYBOOK.MD
  - [ ] C @maria
  //- /eu/notes.md
  - [ ] D @maria
  //- /node_modules/x/d.playbook.md
  - [ ] E @maria
  //- /eu/.hidden/e.playbook.md
  - [ ] F @maria
`;

void test('a folder means every playbook below it, node_modules and .git aside', (t) => {
  const folder = makeFolder(t, TREE);
  folder.write('.git/f.playbook.md', '- [ ] G\n');
  assert.deepEqual(checked(folder), [
    'a.playbook.md',
    'eu/.hidden/e.playbook.md',
    'eu/b.playbook.md',
    'eu/de/C.PLAYBOOK.MD',
  ]);
});

void test('PATHs choose what is printed; rosters from the root down apply all the same', (t) => {
  const folder = makeFolder(t, TREE);
  assert.deepEqual(owners(folder, ['eu/de']), { 'eu/de/C.PLAYBOOK.MD': 'person' });
  assert.deepEqual(owners(folder, ['.'], { cwd: 'eu/de' }), { 'C.PLAYBOOK.MD': 'person' });
  assert.deepEqual(owners(folder, [], { cwd: 'eu/de' }), { 'C.PLAYBOOK.MD': 'person' });
  assert.deepEqual(owners(folder, ['../a.playbook.md'], { cwd: 'eu' }), {
    '../a.playbook.md': 'person',
  });
  assert.deepEqual(checked(folder, ['eu/de', 'a.playbook.md', folder.path('a.playbook.md'), 'eu/de/']), [
    'a.playbook.md',
    'eu/de/C.PLAYBOOK.MD',
  ]);
});

void test('without a .git the current folder is the workspace: rosters above it do not apply', (t) => {
  const folder = makeFolder(t, TREE, false);
  assert.deepEqual(owners(folder, ['eu/de']), { 'eu/de/C.PLAYBOOK.MD': 'person' });
  assert.deepEqual(owners(folder, [], { cwd: 'eu/de' }), { 'C.PLAYBOOK.MD': 'name' });
});

void test('a .git file, as in a worktree, makes a workspace too', (t) => {
  const folder = makeFolder(t, TREE, false);
  folder.write('.git', 'gitdir: elsewhere\n');
  assert.deepEqual(owners(folder, [], { cwd: 'eu/de' }), { 'C.PLAYBOOK.MD': 'person' });
});

void test('a file named outright is a playbook whatever its name, and a roster by its name', (t) => {
  const folder = makeFolder(t, TREE);
  folder.write('.gitignore', 'eu/notes.md\n');
  assert.deepEqual(owners(folder, ['eu/notes.md']), { 'eu/notes.md': 'person' });
  folder.write('us.roster.yaml', '- maria\n');
  assert.deepEqual(checked(folder, ['us.roster.yaml']), ['us.roster.yaml']);
});

void test('a PATH outside of the workspace brings its own: rosters up to its own root', (t) => {
  const here = makeFolder(t, '//- /roster.yml\npeople: { maria: { name: Maria } }\n');
  const there = makeFolder(
    t,
    `
      //- /roster.yml
      people: { sam: { name: Sam } }
      //- /eu/roster.yml
      people: { lee: { name: Lee } }
      //- /eu/b.playbook.md
      - [ ] B @sam
      //- /eu/c.playbook.md
      - [ ] C @lee
      //- /d.playbook.md
      - [ ] D @maria
    `,
  );
  const below = (name: string): string =>
    path.relative(here.root, there.path(name)).split(path.sep).join('/');
  assert.deepEqual(owners(here, [there.path('eu')]), {
    [below('eu/b.playbook.md')]: 'person',
    [below('eu/c.playbook.md')]: 'person',
  });
  assert.deepEqual(owners(here, [below('d.playbook.md'), below('eu/b.playbook.md')]), {
    [below('d.playbook.md')]: 'name',
    [below('eu/b.playbook.md')]: 'person',
  });
});

void test('outside of any workspace, a file has the rosters beside it and a folder those within', (t) => {
  const here = makeFolder(t);
  const there = makeFolder(t, TREE, false);
  const relative = (name: string): string =>
    path.relative(here.root, there.path(name)).split(path.sep).join('/');
  assert.deepEqual(owners(here, [there.path('a.playbook.md')]), { [relative('a.playbook.md')]: 'person' });
  assert.deepEqual(owners(here, [there.path('eu/b.playbook.md')]), {
    [relative('eu/b.playbook.md')]: 'name',
  });
  // The folder, though its own file was named first.
  assert.deepEqual(checked(here, [there.path('a.playbook.md'), there.root]).length, 4);
});

const GLOBS = `
  //- /roster.yml
  people: { maria: { name: Maria } }
  playbooks: ["handbook/**/*.md", "!handbook/drafts/**", "{faq,price list}.md", plans, "./top-[ab].md"]
  exclude: ["**/archive/**", "old.playbook.md"]
  //- /handbook/a.md
  - [ ] A @maria
  //- /handbook/deep/er/b.md
  - [ ] B @maria
  //- /handbook/drafts/c.md
  - [ ] C @maria
  //- /handbook/.private/d.md
  - [ ] D @maria
  //- /handbook/archive/e.md
  - [ ] E @maria
  //- /handbook/e.txt
  - [ ] E @maria
  //- /archive/f.playbook.md
  - [ ] F @maria
  //- /old.playbook.md
  - [ ] G @maria
  //- /sub/old.playbook.md
  - [ ] H @maria
  //- /faq.md
  - [ ] I @maria
  //- /sub/faq.md
  - [ ] J @maria
  //- /plans/q1/k.markdown
  - [ ] K @maria
  //- /top-a.md
  - [ ] L @maria
  //- /top-c.md
  - [ ] M @maria
`;

void test('a roster makes Markdown files playbooks, and leaves others alone', (t) => {
  const folder = makeFolder(t, GLOBS);
  folder.write('price list.md', '- [ ] P @maria\n');
  const expected = [
    'faq.md',
    'handbook/a.md',
    'handbook/deep/er/b.md',
    'plans/q1/k.markdown',
    'price list.md',
    'sub/old.playbook.md',
    'top-a.md',
  ];
  assert.deepEqual(checked(folder), expected);
  // The same seen from below, and for a file that is excluded but named outright.
  assert.deepEqual(checked(folder, [], { cwd: 'handbook/deep' }), ['er/b.md']);
  assert.deepEqual(checked(folder, ['old.playbook.md']), ['old.playbook.md']);
});

void test("globs are relative to the roster's folder, and reach no further", (t) => {
  const folder = makeFolder(
    t,
    `
      //- /eu/roster.yml
      playbooks: ["*.md", "../us/*.md"]
      exclude: [x.playbook.md]
      //- /eu/a.md
      - [ ] A
      //- /us/b.md
      - [ ] B
      //- /c.md
      - [ ] C
      //- /x.playbook.md
      - [ ] D
      //- /eu/x.playbook.md
      - [ ] E
    `,
  );
  // What reaches further is said where it stands.
  assert.deepEqual(checked(folder), ['eu/a.md', 'eu/roster.yml', 'x.playbook.md']);
});

void test('the problems of a roster in an excluded folder are not printed, its people still count', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /roster.yml
      exclude: ["archive/**"]
      //- /archive/roster.yml
      pepole: {}
      people: { maria: { name: Maria } }
      //- /archive/a.playbook.md
      - [ ] A @maria
      //- /b.playbook.md
      - [ ] B @maria
    `,
  );
  assert.deepEqual(checked(folder), ['b.playbook.md']);
  assert.deepEqual(owners(folder, ['archive/a.playbook.md']), { 'archive/a.playbook.md': 'person' });
  assert.deepEqual(checked(folder, ['archive/roster.yml']), ['archive/roster.yml']);
});

/** `.gitignore` files of every kind, and which files Git then shows. */
const IGNORED = {
  '.gitignore':
    '\ufeff# comment\r\nbuild/\r\n*.tmp.playbook.md\n!keep.tmp.playbook.md\n/only-here.playbook.md\nsub/deep/*.playbook.md\n\\#hash.playbook.md\n  \nspace\\ .playbook.md\n**/logs/**\nre/*\n!re/included/\n',
  'pkg/.gitignore': '!build/\nlocal.playbook.md\n/top.playbook.md\na/b.playbook.md\n*.draft.playbook.md\n',
  'pkg/inner/.gitignore': '!local.playbook.md\n!wanted.draft.playbook.md\n',
  'odd [name]*/.gitignore': 'x.playbook.md\n/y.playbook.md\n',
};

const FILES: Readonly<Record<string, boolean>> = {
  'a.playbook.md': true,
  'build/a.playbook.md': false,
  'sub/build/a.playbook.md': false,
  'pkg/build/a.playbook.md': true,
  'pkg/build/deep/a.playbook.md': true,
  'x.tmp.playbook.md': false,
  'sub/x.tmp.playbook.md': false,
  'keep.tmp.playbook.md': true,
  'sub/keep.tmp.playbook.md': true,
  'only-here.playbook.md': false,
  'sub/only-here.playbook.md': true,
  'sub/deep/x.playbook.md': false,
  'sub/deep/er/x.playbook.md': true,
  'other/sub/deep/x.playbook.md': true,
  '#hash.playbook.md': false,
  'sub/logs/x.playbook.md': false,
  're/x/a.playbook.md': false,
  're/included/a.playbook.md': true,
  'pkg/local.playbook.md': false,
  'pkg/other/local.playbook.md': false,
  'local.playbook.md': true,
  'pkg/inner/local.playbook.md': true,
  'pkg/inner/deep/local.playbook.md': true,
  'pkg/inner/wanted.draft.playbook.md': true,
  'pkg/inner/other.draft.playbook.md': false,
  'pkg/top.playbook.md': false,
  'pkg/inner/top.playbook.md': true,
  'pkg/a/b.playbook.md': false,
  'pkg/inner/a/b.playbook.md': true,
  'odd [name]*/x.playbook.md': false,
  'odd [name]*/sub/x.playbook.md': false,
  'odd [name]*/y.playbook.md': false,
  'odd [name]*/sub/y.playbook.md': true,
  'odd n/x.playbook.md': true,
};

function makeIgnoring(t: TestContext): Folder {
  const folder = makeFolder(t, '', false);
  for (const [name, text] of Object.entries(IGNORED)) folder.write(name, text);
  for (const name of Object.keys(FILES)) folder.write(name, '- [ ] A @maria\n');
  return folder;
}

const shown = Object.keys(FILES)
  .filter((name) => FILES[name])
  .sort();

const starsInNames = { skip: process.platform === 'win32' && 'Windows has no file names with *' };

void test('.gitignore files count, nested ones too', starsInNames, (t) => {
  const folder = makeIgnoring(t);
  mkdirSync(folder.path('.git'));
  assert.deepEqual(checked(folder), shown);
});

void test('Git itself sees these files in the same way', starsInNames, (t) => {
  const folder = makeIgnoring(t);
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'core.excludesFile=', ...args], { cwd: folder.root, encoding: 'utf8' });
  const made = git('init', '--quiet');
  if (made.error) {
    // The expectations themselves were checked where Git is; here there is nothing to compare them with.
    t.diagnostic(`No Git on this machine to compare with: ${made.error.message}`);
    return;
  }
  assert.equal(made.status, 0, made.stderr);
  const listed = git('ls-files', '-z', '--others', '--exclude-standard').stdout.split('\0');
  assert.deepEqual(listed.filter((name) => name.endsWith('.playbook.md')).sort(), shown);
  assert.deepEqual(checked(folder), shown);
});

void test('Markdown that Git ignores is no playbook, even if a roster names it', (t) => {
  const folder = makeFolder(t, '//- /roster.yml\nplaybooks: ["**/*.md"]\n//- /.gitignore\ndrafts/\nc.md\n');
  for (const name of ['a.md', 'drafts/b.md', 'c.md', 'sub/c.md']) folder.write(name, '- [ ] A @maria\n');
  assert.deepEqual(checked(folder), ['a.md']);
});

void test('an ignored folder that is named outright is looked into', (t) => {
  const folder = makeFolder(
    t,
    '//- /.gitignore\nbuild/\n//- /roster.yml\npeople: { maria: { name: Maria } }\n',
  );
  folder.write('build/sub/a.playbook.md', '- [ ] A @maria\n');
  assert.deepEqual(checked(folder, ['build/sub']), ['build/sub/a.playbook.md']);
  assert.deepEqual(owners(folder, ['build/sub']), { 'build/sub/a.playbook.md': 'person' });
});

void test('a circle of folder links does not hold us up, links to files are followed', LINKS, (t) => {
  const folder = makeFolder(t, TREE);
  symlinkSync('..', folder.path('eu/up'));
  symlinkSync('.', folder.path('eu/self'));
  symlinkSync(path.join('..', 'a.playbook.md'), folder.path('eu/linked.playbook.md'));
  assert.deepEqual(checked(folder, ['eu']), [
    'eu/.hidden/e.playbook.md',
    'eu/b.playbook.md',
    'eu/de/C.PLAYBOOK.MD',
    'eu/linked.playbook.md',
  ]);
  // A link that is named outright is looked into.
  assert.deepEqual(checked(folder, ['eu/self/de']), ['eu/self/de/C.PLAYBOOK.MD']);
  symlinkSync('eu', folder.path('europe'));
  assert.deepEqual(checked(folder, ['europe']).length, 4);
});

void test('names with spaces, quotes and other scripts', (t) => {
  const folder = makeFolder(t);
  const names = ["Q1 'plan'.playbook.md", 'Überblick/März.playbook.md', '営業.playbook.md'];
  for (const name of names) folder.write(name, '- [ ] A @maria\n');
  assert.deepEqual(checked(folder), [...names].sort());
});

void test('the temporary folder lies in no workspace, or these tests would test something else', () => {
  for (let at = os.tmpdir(); ; at = path.dirname(at)) {
    assert.ok(!existsSync(path.join(at, '.git')), `${at} holds a .git`);
    if (path.dirname(at) === at) break;
  }
});

void test('the file of an asset counts from its roster, with / in front from the root, and lies in the workspace', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /eu/roster.yml
      assets:
        here: { name: Here, owner: maria, file: x.pdf }
        root: { name: Root, owner: maria, file: /assets/b.pdf }
        gone: { name: Gone, owner: maria, file: /assets/c.pdf }
        outside: { name: Outside, owner: maria, file: ../../nowhere.pdf }
        share: { name: Share, owner: maria, file: '\\\\host\\share\\x.pdf' }
      people: { maria: { name: Maria } }
      //- /eu/x.pdf
      x
      //- /assets/b.pdf
      x
    `,
  );
  const messages = folder.output(['check', '--rule', 'asset-unused=off']).match(/asset "\w+" is not there/g);
  assert.deepEqual(messages, ['asset "Gone" is not there']);
});
