import assert from 'node:assert/strict';
import test from 'node:test';
import { globsForFiles, globsForFolder } from '../../src/language/playbookGlobs.ts';
import { compileGlobs } from '../../src/workspace/globs.ts';

test('a folder is named with everything in it', () => {
  assert.deepEqual(globsForFolder('handbook', ['README.md', 'handbook/a.md', 'handbook/eu/b.md']), [
    { glob: 'handbook/**/*.md', files: 2, isLikely: true },
  ]);
  assert.deepEqual(globsForFolder('', ['a.md', 'b.markdown']), [
    { glob: '**/*.{md,markdown}', files: 2, isLikely: true },
  ]);
  assert.deepEqual(globsForFolder('empty', ['a.md']), []);
});

test('signs that mean something in a glob stand for themselves', () => {
  for (const folder of ['a[b]c', '{x,y}', 'what?', '*', '!no', 'a]b', '[', 'sp ace', 'Zoë’s']) {
    const path = `${folder}/a.md`;
    const [proposed] = globsForFolder(folder, [path, 'other/a.md']);
    assert.equal(proposed?.files, 1, folder);
    const { isPlaybook } = compileGlobs([{ folder: '/', playbooks: [proposed.glob], exclude: [] }]);
    assert.ok(isPlaybook(`/${path}`), folder);
    assert.ok(!isPlaybook('/other/a.md'), folder);
  }
});

test('of a whole workspace, folders are named in which somebody owns something', () => {
  const paths = ['README.md', 'TEAM.md', 'docs/dev.md', 'docs/hand/a.md', 'docs/hand/eu/b.md', 'x/y/z.md'];
  assert.deepEqual(
    globsForFiles(['README.md', 'TEAM.md', 'docs/hand/a.md', 'docs/hand/eu/b.md'], paths).map(
      ({ glob, files, isLikely }) => `${glob} ${files} ${isLikely}`,
    ),
    ['docs/hand/**/*.md 2 true', 'README.md 1 false', 'TEAM.md 1 true'],
  );
  const many = Array.from({ length: 20 }, (_, i) => `f${i}/a.md`);
  assert.deepEqual(
    globsForFiles(many, many).map((g) => g.glob),
    ['**/*.md'],
  );
});
