// Which files are left out, in real repositories: Git itself is asked what we should find.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, test, type TestContext } from 'node:test';
import { gitIn, type Git } from './git.ts';
import { makeFolder, type Folder } from './program.ts';

interface Repository {
  readonly folder: Folder;
  readonly git: Git;
}

/** A repository with these files, all of them playbooks unless they are named otherwise. */
function repository(t: TestContext, names: readonly string[], init: readonly string[] = []): Repository {
  const folder = makeFolder(t, '', false);
  const git = gitIn(folder);
  git.run('init', '-q', ...init);
  for (const name of names) folder.write(name, '- [ ] Call\n');
  return { folder, git };
}

/** The playbooks that `check` finds. */
function checked({ folder, git }: Repository, cwd = '.'): string[] {
  const { files } = folder.json(['check'], { env: git.env, cwd }) as { files: { path: string }[] };
  return files.map((f) => f.path).sort();
}

/** We find the playbooks that Git does, and these are they. */
function expectFound(repository: Repository, expected: readonly string[], cwd = '.'): void {
  const isPlaybook = (name: string): boolean => name.endsWith('.playbook.md');
  const { folder, git } = repository;
  const theirs = cwd === '.' ? git : gitIn(folder, cwd);
  assert.deepEqual(theirs.files().filter(isPlaybook), [...expected].sort(), 'Git');
  assert.deepEqual(checked(repository, cwd), [...expected].sort());
}

const A = 'a.playbook.md';
const B = 'b.playbook.md';

describe('.git/info/exclude', () => {
  it('counts like a .gitignore at the top, behind all that are', (t) => {
    const repo = repository(t, [A, B, 'eu/a.playbook.md', 'eu/old/c.playbook.md', 'old/c.playbook.md']);
    repo.folder.write('.git/info/exclude', '# ours\n/a.playbook.md\nold/\n*b.playbook.md\r\n');
    repo.folder.write('.gitignore', '!b.playbook.md\n');
    expectFound(repo, [B, 'eu/a.playbook.md']);
    expectFound(repo, ['a.playbook.md'], 'eu');
  });

  it('is shared by worktrees, each with an index of its own', (t) => {
    const repo = repository(t, [A, B]);
    repo.git.run('add', A);
    repo.git.run('commit', '-qm', 'a');
    repo.git.run('worktree', 'add', '-q', 'tree');
    repo.folder.write('.git/info/exclude', 'tree\n?.playbook.md\n');
    expectFound(repo, [A]);
    repo.folder.write('tree/b.playbook.md', '- [ ] Call\n');
    expectFound(repo, [A], 'tree');
    gitIn(repo.folder, 'tree').run('add', '-f', B);
    expectFound(repo, [A, B], 'tree');
    expectFound(repo, [A]);
  });

  it("is a submodule's own, and the rules around it end there", (t) => {
    const other = repository(t, [A]);
    other.git.run('add', A);
    other.git.run('commit', '-qm', 'a');
    const repo = repository(t, [B]);
    repo.git.run('submodule', '--quiet', 'add', other.folder.root, 'sub');
    repo.folder.write('.gitignore', 'c.playbook.md\n');
    for (const name of ['c', 'd']) repo.folder.write(`sub/${name}.playbook.md`, '- [ ] Call\n');
    repo.folder.write('.git/modules/sub/info/exclude', 'd.playbook.md\n');
    expectFound(repo, [A, 'c.playbook.md'], 'sub');
    // What Git lists of a submodule is the submodule; we look into it.
    assert.deepEqual(checked(repo), [B, 'sub/a.playbook.md', 'sub/c.playbook.md']);
  });
});

describe('what somebody ignores everywhere', () => {
  const NAMES = [A, B, 'c.playbook.md', 'd.playbook.md'];

  it('stands in git/ignore where no setting names a file', (t) => {
    const repo = repository(t, NAMES);
    repo.folder.write(`${repo.git.home}/xdg/git/ignore`, 'a.*\nb.*\n');
    repo.folder.write('.git/info/exclude', '!b.*\n');
    expectFound(repo, NAMES.slice(1));
  });

  it('stands in ~/.config/git/ignore where nothing says otherwise', (t) => {
    const repo = repository(t, NAMES);
    repo.folder.write(`${repo.git.home}/.config/git/ignore`, 'a.*\n');
    // An empty variable is none.
    const env = { ...repo.git.env, XDG_CONFIG_HOME: '' };
    const { files } = repo.folder.json(['check'], { env }) as { files: { path: string }[] };
    assert.deepEqual(
      files.map((f) => f.path),
      NAMES.slice(1),
    );
  });

  /** Where a setting stands, what it says, and what is left. */
  const SETTINGS: readonly (readonly [string, string, readonly string[]])[] = [
    ['xdg/git/config', '[core]\n\texcludesFile = ~/mine\n', [B, 'd.playbook.md']],
    ['.gitconfig', '[user] name = A\n[CORE]\r\n  ExcludesFile = "~/mine" ; mine\r\n', [B, 'd.playbook.md']],
    ['.gitconfig', '[core "x"]\nexcludesFile = ~/mine\n', NAMES.slice(1)],
    ['.gitconfig', '[core] excludesFile = ~/mi\\\nne\n', [B, 'd.playbook.md']],
    ['.gitconfig', '[core]\nexcludesFile = ~/mine # mine\n[core]\nexcludesFile =\n', NAMES],
    ['.gitconfig', '[core]\nexcludesFile = ~/mine\nexcludesFile = ~/nowhere\n', NAMES],
    ['.gitconfig', '[include]\npath = more\n', [B, 'd.playbook.md']],
    ['.gitconfig', '[include]\npath = .gitconfig2\npath = ~/more\n', [B, 'd.playbook.md']],
    ['../config', '[core]\nexcludesFile = .git/home/mine\n', [B, 'd.playbook.md']],
  ];
  for (const [file, text, expected] of SETTINGS) {
    it(JSON.stringify([file, text]), (t) => {
      const repo = repository(t, NAMES);
      const { folder, git } = repo;
      folder.write(`${git.home}/xdg/git/ignore`, 'a.*\n');
      folder.write(`${git.home}/mine`, 'a.*\nc.*\n');
      folder.write(`${git.home}/more`, '[core]\nexcludesFile = ~/mine\n');
      folder.write(`${git.home}/${file}`, text);
      expectFound(repo, expected);
    });
  }

  it('the setting of the repository goes before that of the home, and this before the other', (t) => {
    const repo = repository(t, NAMES);
    const { folder, git } = repo;
    for (const name of ['a', 'b', 'c']) folder.write(`${git.home}/${name}`, `${name}.*\n`);
    folder.write(`${git.home}/xdg/git/config`, '[core]\nexcludesFile = ~/a\n');
    folder.write(`${git.home}/.gitconfig`, '[core]\nexcludesFile = ~/b\n');
    expectFound(repo, [A, 'c.playbook.md', 'd.playbook.md']);
    git.run('config', 'core.excludesFile', '~/c');
    expectFound(repo, [A, B, 'd.playbook.md']);
  });

  it('counts in no folder that is no repository', (t) => {
    const folder = makeFolder(t, `//- /${A}\n- [ ] Call\n`, false);
    folder.write('home/.config/git/ignore', '*.md\n');
    const env = { HOME: folder.path('home'), XDG_CONFIG_HOME: '' };
    const { files } = folder.json(['check'], { env }) as { files: unknown[] };
    assert.equal(files.length, 1);
  });
});

describe('what is ignored but tracked', () => {
  const NAMES = [
    A,
    B,
    'drafts/a.playbook.md',
    'drafts/b.playbook.md',
    'drafts/deep/er/a.playbook.md',
    'drafts/deep/b.playbook.md',
    'other/a.playbook.md',
    'später/ä.playbook.md',
  ];
  const TRACKED = [A, 'drafts/a.playbook.md', 'drafts/deep/er/a.playbook.md', 'später/ä.playbook.md'];
  const RULES = '/?.playbook.md\ndrafts/\nother\nsp*\n';

  for (const version of ['2', '3', '4']) {
    it(`is found, by an index of version ${version}`, (t) => {
      const repo = repository(t, NAMES);
      const { folder, git } = repo;
      folder.write('.gitignore', RULES);
      // An entry that only versions behind 2 can hold, and a name longer than its own length says.
      folder.write('new.playbook.md', '');
      const blob = git.run('hash-object', '-w', A).trim();
      const long = `${'aa/'.repeat(2000)}a.md`;
      git.run('update-index', '--add', '--cacheinfo', `100644,${blob},${long}`);
      git.run('add', '-f', ...TRACKED);
      if (version !== '2') git.run('add', '-N', 'new.playbook.md');
      git.run('update-index', '--index-version', version);
      assert.match(git.run('ls-files'), /^aa\/aa/m);
      expectFound(repo, [...TRACKED, 'new.playbook.md']);
      // A rule within an ignored folder brings nothing back there.
      folder.write('drafts/.gitignore', '!*\n');
      expectFound(repo, [...TRACKED, 'new.playbook.md']);
      git.run('rm', '-q', '--cached', 'drafts/a.playbook.md');
      expectFound(repo, [...TRACKED.filter((name) => name !== 'drafts/a.playbook.md'), 'new.playbook.md']);
    });
  }

  it('is found in a repository with SHA-256', (t) => {
    const repo = repository(t, NAMES, ['--object-format=sha256']);
    repo.folder.write('.gitignore', RULES);
    repo.git.run('add', '-f', ...TRACKED);
    expectFound(repo, TRACKED);
  });

  it('is a roster or a chapter as well', (t) => {
    const repo = repository(t, [A, 'handbook/a.md', 'handbook/b.md', 'ours/a.playbook.md']);
    const { folder, git } = repo;
    folder.write('roster.yml', 'playbooks: ["handbook/*.md"]\n');
    folder.write('ours/roster.yml', 'default-owner: maria\npeople: { maria: { name: Maria } }\n');
    folder.write('.gitignore', 'handbook/*\n/ours\n');
    assert.deepEqual(checked(repo), [A]);
    git.run('add', '-f', 'handbook/b.md', 'ours/a.playbook.md');
    assert.deepEqual(checked(repo), [A, 'handbook/b.md', 'ours/a.playbook.md']);
    const owners = (): unknown =>
      (folder.json(['tasks', 'ours'], { env: git.env }) as { tasks: { owner: unknown }[] }).tasks[0]?.owner;
    assert.equal(owners(), null);
    git.run('add', '-f', 'ours/roster.yml');
    assert.equal(owners(), 'maria');
  });

  it('goes by case as the repository says', (t) => {
    const repo = repository(t, ['Drafts/A.playbook.md', 'Drafts/b.playbook.md']);
    const { folder, git } = repo;
    git.run('config', 'core.ignoreCase', 'true');
    folder.write('.gitignore', 'drafts/\n');
    git.run('add', '-f', 'Drafts/A.playbook.md');
    expectFound(repo, ['Drafts/A.playbook.md']);
    git.run('config', 'core.ignoreCase', 'false');
    expectFound(repo, ['Drafts/A.playbook.md', 'Drafts/b.playbook.md']);
  });

  it('is nothing where the index is none', (t) => {
    const repo = repository(t, [...NAMES, 'c/c.playbook.md']);
    const { folder, git } = repo;
    folder.write('.gitignore', RULES);
    git.run('add', '-f', ...TRACKED);
    const index = readFileSync(folder.path('.git/index'));
    const broken = [
      Buffer.alloc(0),
      Buffer.from('DIRC'),
      Buffer.from('x'.repeat(9000)),
      Buffer.from(`DIRC\0\0\0\x02\0\0\0\x05${'x'.repeat(50)}`),
      Buffer.from(`DIRC\0\0\0\x05${index.toString('latin1', 8)}`, 'latin1'),
      index.subarray(0, 200),
    ];
    for (const content of broken) {
      folder.write('.git/index', content);
      assert.deepEqual(checked(repo), ['c/c.playbook.md'], content.toString('latin1', 0, 20));
    }
    rmSync(folder.path('.git/index'));
    mkdirSync(folder.path('.git/index'));
    assert.deepEqual(checked(repo), ['c/c.playbook.md']);
  });
});

void test('random rules and trees: we find what Git finds', (t) => {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)] as T;
  const FOLDERS = ['', 'eu/', 'eu/old/', 'us/', 'us/eu/', 'old/eu/old/'];
  const RULES = [
    'old',
    '/old/',
    'eu/*',
    '!eu/old',
    'a*',
    '!a.playbook.md',
    '**/b.playbook.md',
    'us/**',
    '!us/',
  ];
  for (let round = 0; round < 8; round++) {
    const names = FOLDERS.flatMap((f) => [f + A, f + B]).filter(() => random(4) > 0);
    const repo = repository(t, names);
    const lines = (): string => Array.from({ length: random(4) }, () => `${pick(RULES)}\n`).join('');
    const files = ['.git/info/exclude', `${repo.git.home}/xdg/git/ignore`];
    for (const file of [...files, ...FOLDERS.map((f) => `${f}.gitignore`)])
      if (random(2) > 0 || file.startsWith('.git/')) repo.folder.write(file, lines());
    const tracked = names.filter(() => random(3) === 0);
    if (tracked.length > 0) repo.git.run('add', '-f', ...tracked);
    const expected = repo.git.files().filter((name) => name.endsWith('.playbook.md'));
    assert.deepEqual(checked(repo), expected, `round ${round}`);
  }
});

void test(
  'what tools keep beside a file is no file of ours',
  { skip: process.platform === 'win32' && 'links need a privilege on Windows' },
  (t) => {
    const repo = repository(t, [A, '._a.playbook.md', 'handbook/a.md', 'handbook/._a.md', '.a.playbook.md']);
    const { folder } = repo;
    folder.write('roster.yml', 'playbooks: ["handbook/*.md", "handbook/._a.md"]\n');
    // Read as a roster, it would exclude everything.
    folder.write('._roster.yml', 'exclude: ["**"]\n');
    for (const name of ['.#a.playbook.md', '.#roster.yml', 'handbook/.#a.md'])
      symlinkSync('sam@laptop.1234:1700000000', folder.path(name));
    writeFileSync(folder.path('handbook/.#b.md'), '- [ ] Call\n');
    assert.deepEqual(checked(repo), ['.a.playbook.md', A, 'handbook/a.md']);
  },
);

void test('a repository whose files lead elsewhere', (t) => {
  const repo = repository(t, [A]);
  const { folder } = repo;
  const check = (): string[] => checked(repo);
  rmSync(folder.path('.git'), { recursive: true });
  for (const text of ['gitdir: nowhere\n', 'gitdir:', 'gitdir: ' + 'x'.repeat(9000), '', 'gitdir: .git\n']) {
    folder.write('.git', text);
    assert.deepEqual(check(), [A], JSON.stringify(text.slice(0, 30)));
  }
  // Settings that name each other have an end.
  rmSync(folder.path('.git'));
  folder.write('.git/config', `[include]\npath = config\n`.repeat(3));
  folder.write('.git/commondir', path.join('..', '.git', '.'));
  assert.deepEqual(check(), [A]);
});
