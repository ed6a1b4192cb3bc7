import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GitIgnore } from '../../src/workspace/gitIgnore.ts';

/** The rules of folders, each with its `.gitignore`, outermost first. */
function rules(...files: readonly (readonly [folder: string, text: string])[]): GitIgnore {
  let all: GitIgnore | undefined;
  for (const [folder, text] of files) all = GitIgnore.extend(all, folder, text, false);
  assert.ok(all);
  return all;
}

describe('what Git ignores', () => {
  it('is what a rule of the start folder names, there and below', () => {
    const git = rules(['', '*.tmp.md\n/drafts/\n']);
    assert.ok(git.ignores('a.tmp.md') && git.ignores('eu/a.tmp.md'));
    assert.ok(git.ignores('drafts/') && !git.ignores('eu/drafts/'));
    assert.ok(!git.ignores('a.playbook.md'));
  });

  it('is what a rule of a folder below names, in that folder alone', () => {
    const git = rules(['', ''], ['eu/', 'old\n/new\nlater/notes.md\n']);
    assert.ok(git.ignores('eu/old') && git.ignores('eu/fair/old') && !git.ignores('old'));
    assert.ok(git.ignores('eu/new') && !git.ignores('eu/fair/new'));
    assert.ok(git.ignores('eu/later/notes.md') && !git.ignores('eu/fair/later/notes.md'));
    assert.ok(!git.ignores('us/old'));
  });

  it('is decided by the last rule that matches, so a folder below may take something back', () => {
    const git = rules(['', '*.md\n'], ['eu/', '!fair.md\n!/show.md\n']);
    assert.ok(git.ignores('a.md') && git.ignores('eu/a.md') && git.ignores('fair.md'));
    assert.ok(!git.ignores('eu/fair.md') && !git.ignores('eu/deep/fair.md'));
    assert.ok(!git.ignores('eu/show.md') && git.ignores('eu/deep/show.md'));
  });

  it('reads comments, empty lines, CRLF and a byte order mark as Git does', () => {
    for (const folder of ['', 'eu/']) {
      const git = rules([folder, '\ufefffirst.md\r\n\r\n# old.md\r\n  \r\nlast.md\r\n']);
      assert.ok(git.ignores(`${folder}first.md`) && git.ignores(`${folder}last.md`), folder);
      assert.ok(!git.ignores(`${folder}old.md`) && !git.ignores(`${folder}a.md`), folder);
    }
  });

  it('takes the name of a folder as it is written', () => {
    const git = rules(['a[1] *b/', '/x.md\n']);
    assert.ok(git.ignores('a[1] *b/x.md'));
    assert.ok(!git.ignores('a1 *b/x.md') && !git.ignores('a[1] cb/x.md'));
  });
});
