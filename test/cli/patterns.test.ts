// PATHs with signs such as `*` that no shell has written out.
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { makeFolder, type Folder, type RunOptions } from './program.ts';

const TREE = `
  //- /roster.yml
  people: { maria: { name: Maria } }
  exclude: ["**/archive/**"]
  //- /a.playbook.md
  - [ ] A
  //- /docs/b.md
  - [ ] B
  //- /docs/c.playbook.md
  - [ ] C
  //- /docs/deep/er/d.md
  - [ ] D
  //- /docs/deep/e.playbook.md
  - [ ] E
  //- /docs/.hidden/f.md
  - [ ] F
  //- /docs/archive/g.md
  - [ ] G
  //- /docs/drafts/h.md
  - [ ] H
  //- /docs/eu.roster.yml
  people: { sam: { name: Sam } }
  teams: { sales: { name: Sales, lead: kim } }
  //- /docs/i.txt
  - [ ] I
  //- /.gitignore
  drafts/
`;

function checked(folder: Folder, args: readonly string[], options?: RunOptions): string[] {
  const { files } = folder.json(['check', ...args], options) as { files: { path: string }[] };
  return files.map((f) => f.path);
}

const ALL_IN_DOCS = ['docs/b.md', 'docs/c.playbook.md', 'docs/deep/e.playbook.md', 'docs/deep/er/d.md'];

/** What is written, where, and what is checked. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['docs/**/*.md', '.', ALL_IN_DOCS],
  ['./docs/**/*.md', '.', ALL_IN_DOCS],
  ['**/*.md', 'docs', ['b.md', 'c.playbook.md', 'deep/e.playbook.md', 'deep/er/d.md']],
  ['../*.md', 'docs/deep', ['../b.md', '../c.playbook.md']],
  ['docs/*.playbook.md', '.', ['docs/c.playbook.md']],
  ['docs/?.md', '.', ['docs/b.md']],
  ['docs/[a-b].md', '.', ['docs/b.md']],
  ['docs/{b,c.playbook}.md', '.', ['docs/b.md', 'docs/c.playbook.md']],
  ['docs/.hidden/*.md', '.', ['docs/.hidden/f.md']],
  // As behind a shell: a folder that matches means the playbooks in it.
  ['doc*', '.', ['docs/c.playbook.md', 'docs/deep/e.playbook.md', 'docs/eu.roster.yml']],
  ['doc*/', '.', ['docs/c.playbook.md', 'docs/deep/e.playbook.md', 'docs/eu.roster.yml']],
  ['{docs,x}/deep', '.', ['docs/deep/e.playbook.md']],
  ['docs/*.roster.yml', '.', ['docs/eu.roster.yml']],
  // A file of that very name goes before.
  ['us (1)/j[1].md', '.', ['us (1)/j[1].md']],
  ['us (1)/*.md', '.', ['us (1)/j[1].md']],
  ['us (1)/j\\[*.md', '.', []],
];

describe('a PATH that is a pattern', () => {
  for (const [pattern, cwd, expected] of CASES) {
    it(`${pattern} in ${cwd}`, (t) => {
      const folder = makeFolder(t, TREE);
      folder.write('us (1)/j[1].md', '- [ ] J\n');
      if (expected.length > 0) assert.deepEqual(checked(folder, [pattern], { cwd }), expected);
      else assert.equal(folder.run(['check', pattern], { cwd }).code, 2);
    });
  }

  it('may be absolute, and lie outside of the workspace', (t) => {
    const here = makeFolder(t);
    const there = makeFolder(t, TREE, false);
    const { files } = here.json(['check', there.path('docs/*.md')]) as { files: { path: string }[] };
    assert.deepEqual(
      files.map((f) => f.path.replace(/^.*\/docs\//, '')),
      ['b.md', 'c.playbook.md'],
    );
  });

  it('stands beside others, and in tasks as well', (t) => {
    const folder = makeFolder(t, TREE);
    assert.deepEqual(checked(folder, ['docs/b*.md', 'docs/b.md', 'a.playbook.md']), [
      'a.playbook.md',
      'docs/b.md',
    ]);
    const { tasks } = folder.json(['tasks', 'docs/?.md']) as { tasks: { text: string }[] };
    assert.deepEqual(
      tasks.map((task) => task.text),
      ['B'],
    );
  });

  it('that begins in a folder which Git ignores looks into it', (t) => {
    assert.deepEqual(checked(makeFolder(t, TREE), ['docs/drafts/*.md']), ['docs/drafts/h.md']);
  });
});

const NOTHING =
  'No Markdown file and no roster matches this pattern. What Git ignores or a roster excludes never does: name such a file outright.';

/** What is written, and the sentence. */
const MISTAKES: readonly (readonly [string, string])[] = [
  ['docs/*.txt', `docs/*.txt: ${NOTHING}`],
  ['docs/archive/*.md', `docs/archive/*.md: ${NOTHING}`],
  ['**/drafts/*.md', `**/drafts/*.md: ${NOTHING}`],
  ['nowhere/**/*.md', 'nowhere: There is no such folder.'],
  ['a.playbook.md/*.md', 'a.playbook.md: There is no such folder.'],
  ['*/../*.md', '*.md: In a pattern ".." must stand in front of the first sign such as *.'],
  [
    '{a,b}'.repeat(7),
    `${'{a,b}'.repeat(7)}: The braces of a pattern may stand for 100 choices. Write several PATHs instead.`,
  ],
  ['no.md', 'no.md: There is no such file or folder.'],
];

void test('a pattern that stands for nothing: a sentence with the way out, and the others stay', (t) => {
  const folder = makeFolder(t, TREE);
  for (const [pattern, sentence] of MISTAKES) {
    const { code, output, notes } = folder.run(['check', pattern, 'a.playbook.md']);
    assert.equal(notes.trim(), sentence);
    assert.equal(code, 2);
    assert.match(output, /^a\.playbook\.md:1:7/);
  }
  const { notes } = folder.run(['check', `${'a'.repeat(300)}*`]);
  assert.match(notes, /: A pattern may have 200 characters\. Write several PATHs instead\.$/m);
});
