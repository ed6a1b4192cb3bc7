import assert from 'node:assert';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { before, test } from 'node:test';
import { run } from './lib/command.ts';
import { ROOT } from './lib/paths.ts';

const bundle = (name: string): string => readFileSync(path.join(ROOT, 'dist', name), 'utf8');

/** Modules that a bundle asks for when it runs. */
const required = (source: string): string[] => [
  ...new Set([...source.matchAll(/\b(?:require|import)\("([^"]+)"\)/g)].map((match) => match[1] ?? '')),
];

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

before(() => {
  // Not built here: other tests run the command line at the same time.
  assert.ok(existsSync(path.join(ROOT, 'dist/cli.js')), 'Nothing is built yet: npm run build');
});

void test('the web extension asks for nothing but vscode', () => {
  assert.deepStrictEqual(required(bundle('web/extension.js')), ['vscode']);
});

void test("the command line asks for nothing but Node's own modules", () => {
  const modules = required(bundle('cli.js'));
  assert.ok(modules.length > 0, 'it reads no file at all');
  assert.deepStrictEqual(
    modules.filter((name) => !isNode(name)),
    [],
  );
});

void test('the command line starts as a program of its own', { skip: process.platform === 'win32' }, () => {
  assert.match(bundle('cli.js'), /^#!\/usr\/bin\/env node\n/);
  assert.strictEqual(statSync(path.join(ROOT, 'dist/cli.js')).mode & 0o111, 0o111);
});

void test('the npm package holds the command line and nothing else', async () => {
  const { output } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--silent'], {
    cwd: ROOT,
  });
  const [packed] = JSON.parse(output.slice(output.indexOf('['))) as [{ files: { path: string }[] }];
  const files = packed.files.map((file) => file.path);
  assert.deepStrictEqual(files.sort(), ['LICENSE', 'README.md', 'dist/cli.js', 'package.json']);
});

void test('the extension package holds what VS Code reads, and no sources, tests or command line', async () => {
  const vsce = path.join(ROOT, 'node_modules/@vscode/vsce/vsce');
  const { output } = await run(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: ROOT });
  const files = output.split('\n').filter((line) => line.includes('.') || line === 'LICENSE');
  for (const name of [
    'package.json',
    'dist/extension.js',
    'dist/web/extension.js',
    'syntaxes/playbook.tmLanguage.json',
  ]) {
    assert.ok(files.includes(name), `${name} is missing`);
  }
  const foreign = files.filter((name) =>
    /^(src|test|scripts|node_modules|dist\/cli)|\.map$|\.ts$/.test(name),
  );
  assert.deepStrictEqual(foreign, []);
});
