import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GitIgnore } from '../../src/workspace/gitIgnore.ts';

/** A `.gitignore`, what Git ignores by it, and what it shows; seen with `git check-ignore`. */
const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a.md', ['a.md', 'x/a.md'], ['b.md', 'a.md.md']],
  ['/a.md', ['a.md'], ['x/a.md']],
  ['x/a.md', ['x/a.md'], ['y/x/a.md']],
  ['build/', ['build/', 'x/build/'], ['build']],
  ['*', ['a', '.a', 'x/a'], []],
  ['*.md\n!/keep.md', ['a.md', 'x/keep.md'], ['keep.md']],
  ['x/**', ['x/a', 'x/.y/a'], ['x/']],
  ['**/a/**/b', ['a/b', 'x/a/y/z/b'], ['b', 'x/b']],
  ['\\#a\n#b', ['#a'], ['b', '#b']],
  ['\\!a', ['!a'], ['a']],
  ['a\\ ', ['a '], ['a']],
  ['a  ', ['a'], ['a ']],
  ['\\*', ['*'], ['a']],
  ['[!a]b', ['cb', '.b'], ['ab']],
  ['{a,b}', ['{a,b}'], ['a']],
  ['(a+)+', ['(a+)+'], ['aa']],
  ['', [], ['a']],
  ['!', [], ['a', '!']],
];

describe('a .gitignore', () => {
  for (const [text, ignored, shown] of CASES) {
    it(JSON.stringify(text), () => {
      const rules = GitIgnore.extend(undefined, '', text, false);
      for (const path of ignored) assert.equal(rules.ignores(path), true, path);
      for (const path of shown) assert.equal(rules.ignores(path), false, path);
    });
  }

  it('counts from its folder, before those above it', () => {
    const outer = GitIgnore.extend(undefined, '', '\ufeff*.md\r\n', false);
    const rules = GitIgnore.extend(outer, 'eu [1]*/', '!/a.md\n', false);
    assert.equal(rules.ignores('eu [1]*/a.md'), false);
    assert.equal(rules.ignores('eu [1]*/x/a.md'), true);
    assert.equal(outer.ignores('eu [1]*/a.md'), true);
  });

  it('goes by case, save where the system does not', () => {
    assert.equal(GitIgnore.extend(undefined, '', 'Build/', false).ignores('build/'), false);
    assert.equal(GitIgnore.extend(undefined, '', 'Build/', true).ignores('bUILD/'), true);
  });

  // As an expression, the first of these does not end.
  it('never takes more steps than its signs times those of the path', () => {
    const path = Array.from({ length: 60 }, () => 'a').join('/');
    const long = 'a'.repeat(5_000);
    for (const rule of ['**/a/'.repeat(8), '**/a*/'.repeat(200), 'a*'.repeat(500), '['.repeat(5_000)]) {
      const rules = GitIgnore.extend(undefined, '', `${rule}b`, false);
      assert.equal(rules.ignores(path), false);
      assert.equal(rules.ignores(long), false);
    }
  });
});
