import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { build } from 'esbuild';
import { BUNDLES } from '../../scripts/lib/bundles.ts';
import { ROOT } from '../../scripts/lib/paths.ts';
import { copyAcme, makeFolder, type Folder, type RunOptions } from './program.ts';

let built: Folder;
/** The packed program under each Node there is. */
let runs: RunOptions[];

before(async (context) => {
  // The shape of the npm package: the manifest, and dist/cli.js.
  built = makeFolder(context as Parameters<typeof makeFolder>[0]);
  const bundle = BUNDLES.find((b) => b.outfile === 'dist/cli.js');
  assert.ok(bundle);
  await build({ ...bundle.options, minify: true, outfile: built.path('dist/cli.js') });
  copyFileSync(path.join(ROOT, 'package.json'), built.path('package.json'));
  const program = built.path('dist/cli.js');
  runs = [...new Set([process.execPath, ...nodesOnPath()])].map((node) => ({ program, node }));
});

/** The machine's own Node besides the one that runs the tests, if it is one that we support. */
function nodesOnPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const programs = folders.map((f) => path.join(f, process.platform === 'win32' ? 'node.exe' : 'node'));
  return programs.filter((node) => {
    const { error, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    return error === undefined && Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0) >= 20;
  });
}

void test('the built program says what the sources say', (t) => {
  const folder = makeFolder(t);
  copyAcme(folder);
  // What is loaded only when it is needed must be in the bundle: a terminal's colors.
  folder.write('.gitignore', 'drafts/\n');
  folder.write('drafts/a.playbook.md', '- [ ] A\n');
  folder.write('more/roster.yml', 'playbooks: ["**/*.md"]\n');
  folder.write('more/b.md', '- [ ] B\n');
  for (const args of [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['tasks', '--format', 'csv'],
    ['--version'],
    ['nope'],
  ]) {
    const expected = folder.run(args);
    for (const run of runs) assert.deepEqual(folder.run(args, run), expected, run.node);
  }
  assert.match(folder.output(['check']), /more\/b\.md:1:7/);
  assert.doesNotMatch(folder.output(['check']), /drafts/);
});

void test('it reads standard input', (t) => {
  const folder = makeFolder(t);
  for (const run of runs) {
    const args = ['check', '--stdin-path', 'a.playbook.md', '-'];
    assert.match(
      folder.output(args, { ...run, stdin: '- [ ] Print copies\n' }),
      /^a\.playbook\.md:1:7 {2}warning/,
    );
  }
});

void test('it is small', () => {
  const { size } = statSync(built.path('dist/cli.js'));
  // Of these the parser of Markdown is a third, and the words of nine languages and what reads them a tenth.
  assert.ok(size < 450_000, `${size} bytes`);
});
