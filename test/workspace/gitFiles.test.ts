// Files of Git's that nobody's Git has written. What its own files say, test/cli/gitFiles.test.ts holds against Git.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPlaybookName, isRosterName } from '../../src/workspace/files.ts';
import { readGitIndex } from '../../src/workspace/gitIndex.ts';
import { gitPath } from '../../src/workspace/gitPaths.ts';
import { gitUser } from '../../src/workspace/gitRepository.ts';
import { isMarkdownName } from '../../src/workspace/globs.ts';

describe('a path in a file of Git', () => {
  /** The folder, what is written, and where that is. */
  const CASES: readonly (readonly [string, string, string | undefined])[] = [
    ['/a/b', 'c', '/a/b/c'],
    ['/a/b', '../c/./d', '/a/c/d'],
    ['/a/b', '/c', '/c'],
    ['/a/b', '~/c', '/home/sam/c'],
    ['/a/b', 'c\\d', '/a/b/c\\d'],
    ['C:/a', 'D:\\b\\c', 'D:/b/c'],
    ['/c:/a', '..\\b', '/c:/b'],
    ['//server/a', '../b', '//server/b'],
    ['/a', '', undefined],
    ['/a', '~kate/b', undefined],
    ['/a', '%(prefix)/b', undefined],
    // To look there would tell somebody who has opened the folder.
    ['/a', '//server/b', undefined],
    ['C:/a', '\\\\server\\b', undefined],
    ['/a', '\\\\server\\b', undefined],
  ];
  for (const [folder, written, expected] of CASES) {
    it(`${written} in ${folder}`, () => {
      assert.equal(gitPath(folder, written, '/home/sam'), expected);
    });
  }

  it('leads to no home where there is none', () => {
    assert.equal(gitPath('/a', '~/b', undefined), undefined);
  });
});

describe("somebody's own settings", () => {
  it('are none on the web', () => {
    assert.deepEqual(gitUser({}), { home: undefined, configs: [], excludes: undefined });
  });

  it('lie below the home, or where a variable says', () => {
    assert.deepEqual(gitUser({ USERPROFILE: 'C:\\Users\\Sam' }), {
      home: 'C:/Users/Sam',
      configs: ['C:/Users/Sam/.config/git/config', 'C:/Users/Sam/.gitconfig'],
      excludes: 'C:/Users/Sam/.config/git/ignore',
    });
    assert.deepEqual(gitUser({ HOME: '/sam', GIT_CONFIG_GLOBAL: '/x' }).configs, ['/x']);
    assert.deepEqual(gitUser({ HOME: '/sam', GIT_CONFIG_GLOBAL: '' }).configs, []);
  });
});

/** An index of version 4, each name with how much of the one before it goes. */
function index(names: readonly (readonly [cut: number, name: string])[]): Uint8Array {
  const header = Buffer.from('DIRC\0\0\0\x04\0\0\0\0', 'latin1');
  header.writeUInt32BE(names.length, 8);
  const entries = names.map(([cut, name]) => {
    const start = Buffer.alloc(62);
    return Buffer.concat([start, Buffer.from([cut]), Buffer.from(`${name}\0`)]);
  });
  return Buffer.concat([header, ...entries]);
}

describe("Git's index", () => {
  it('knows files, and folders that hold some', () => {
    const tracked = readGitIndex(
      index([
        [0, 'a/b/c.md'],
        [4, 'd.md'],
        [1, 'x'],
        [0, '/roster.yml'],
      ]),
      20,
      false,
    );
    assert.ok(tracked);
    assert.ok(tracked.has('a/b/c.md') && tracked.has('a/b/d.md') && tracked.has('a/b/d.mx/roster.yml'));
    assert.ok(tracked.hasBelow('a/') && tracked.hasBelow('a/b/') && !tracked.hasBelow('a/b/c/'));
    assert.ok(!tracked.has('a/b/d.mx') && !tracked.has('A/b/c.md') && !tracked.has('a/b'));
    assert.ok(readGitIndex(index([[0, 'A/é.md']]), 20, true)?.has('a/e\u0301.MD'));
  });

  it('that takes more from a name than there is, is none', () => {
    assert.equal(
      readGitIndex(
        index([
          [0, 'a.md'],
          [9, 'b.md'],
        ]),
        20,
        false,
      ),
      undefined,
    );
  });

  it('that stands for much more than it holds, is none', () => {
    const long = `${'a'.repeat(60_000)}.md`;
    const names = Array.from({ length: 2000 }, () => [3, '.md'] as const);
    assert.equal(readGitIndex(index([[0, long], ...names]), 20, false), undefined);
    assert.ok(readGitIndex(index([[0, 'a/a/a.md'], ...names]), 20, false)?.has('a/a/a.md'));
  });
});

describe('what tools keep beside a file', () => {
  it('is no file of ours, by its path and by its URI', () => {
    for (const folder of ['', '/a/', 'file:///a/']) {
      for (const start of ['.#', '._', '.%23']) {
        assert.ok(!isPlaybookName(`${folder}${start}a.playbook.md`));
        assert.ok(
          !isRosterName(`${folder}${start}roster.yml`) && !isRosterName(`${folder}${start}.roster.yml`),
        );
        assert.ok(!isMarkdownName(`${folder}${start}a.md`));
      }
      assert.ok(isPlaybookName(`${folder}.a.playbook.md`) && isPlaybookName(`${folder}_a.playbook.md`));
      assert.ok(isPlaybookName(`${folder}._b/a.playbook.md`) && isRosterName(`${folder}#.roster.yml`));
    }
  });
});
