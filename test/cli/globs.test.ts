import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileGlobs } from '../../src/workspace/globs.ts';

const NAMES = [
  'a.md',
  'handbook/a.md',
  'handbook/.b.md',
  'handbook/deep/er/a.md',
  'handbook/deep/er/a.markdown',
  'handbook/drafts/c.md',
  'handbook-2/a.md',
  'handbook.md/a.md',
  'Handbook/a.md',
];

/** `playbooks:` of a roster in the root, and what it names. */
const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[], []],
  [['a.md'], ['a.md']],
  [['*.md'], ['a.md']],
  [['./*.md'], ['a.md']],
  [['/*.md'], ['a.md']],
  [['handbook/*'], ['handbook/a.md']],
  [['handbook/*.md'], ['handbook/a.md']],
  [['handbook/**/*.md'], ['handbook/a.md', 'handbook/deep/er/a.md', 'handbook/drafts/c.md']],
  [
    ['handbook/**'],
    ['handbook/a.md', 'handbook/deep/er/a.md', 'handbook/deep/er/a.markdown', 'handbook/drafts/c.md'],
  ],
  [
    ['handbook'],
    ['handbook/a.md', 'handbook/deep/er/a.md', 'handbook/deep/er/a.markdown', 'handbook/drafts/c.md'],
  ],
  [['handbook/deep/'], ['handbook/deep/er/a.md', 'handbook/deep/er/a.markdown']],
  [
    ['**/a.md', '!handbook/**'],
    ['a.md', 'handbook-2/a.md', 'handbook.md/a.md', 'Handbook/a.md'],
  ],
  // The order of a list does not matter.
  [
    ['!handbook/**', '**/a.md'],
    ['a.md', 'handbook-2/a.md', 'handbook.md/a.md', 'Handbook/a.md'],
  ],
  [['!handbook/**'], []],
  [['{handbook,handbook-2}/*.md'], ['handbook/a.md', 'handbook-2/a.md']],
  [
    ['handbook/{deep,drafts}/**'],
    ['handbook/deep/er/a.md', 'handbook/deep/er/a.markdown', 'handbook/drafts/c.md'],
  ],
  [['handbook/.b.md'], ['handbook/.b.md']],
  [['handbook/**/?.md'], ['handbook/a.md', 'handbook/deep/er/a.md', 'handbook/drafts/c.md']],
  [['[Hh]andbook/a.md'], ['handbook/a.md', 'Handbook/a.md']],
  // No extended globs: `!` leaves out, and every other sign stands for itself.
  [['!(b|c).md'], []],
  [['*.md', '!(b|c).md'], ['a.md']],
];

for (const [playbooks, expected] of CASES) {
  void test(`playbooks: [${playbooks.join(', ')}]`, () => {
    const globs = compileGlobs([{ folder: '/acme/', playbooks, exclude: [] }]);
    const found = NAMES.filter((name) => globs.isPlaybook(`/acme/${name}`));
    assert.deepEqual(found, expected);
    assert.equal(globs.isPlaybook('/other/a.md'), false);
    assert.equal(globs.isPlaybook('/acme/always.playbook.md'), true);
  });
}

void test('a file that is no Markdown is no playbook, whatever the globs', () => {
  const globs = compileGlobs([{ folder: '/acme/', playbooks: ['**'], exclude: [] }]);
  assert.equal(globs.isPlaybook('/acme/a.txt'), false);
  assert.equal(globs.isPlaybook('/acme/a.mdx'), false);
  assert.equal(globs.isPlaybook('/acme/A.MD'), true);
});

void test('exclude goes before everything, from any roster above', () => {
  const globs = compileGlobs([
    { folder: '/acme/', playbooks: [], exclude: ['**/archive/**', '!**/archive/kept.playbook.md'] },
    { folder: '/acme/eu/', playbooks: ['**/*.md'], exclude: ['old'] },
  ]);
  const expected: Readonly<Record<string, boolean>> = {
    '/acme/a.playbook.md': true,
    '/acme/archive/a.playbook.md': false,
    '/acme/archive/kept.playbook.md': true,
    '/acme/eu/a.md': true,
    '/acme/eu/archive/a.md': false,
    '/acme/eu/old/a.playbook.md': false,
    '/acme/old/a.playbook.md': true,
    '/acme/us/a.md': false,
  };
  for (const [path, isPlaybook] of Object.entries(expected))
    assert.equal(globs.isPlaybook(path), isPlaybook, path);
  assert.equal(globs.isExcluded('/acme/archive/roster.yml'), true);
  assert.equal(globs.isExcluded('/acme/roster.yml'), false);
});
