import assert from 'node:assert';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { run } from './lib/command.ts';
import { bundledPackages, NOTICES } from './lib/notices.ts';
import { ROOT } from './lib/paths.ts';
import { packExtension } from './lib/vsix.ts';

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
  assert.deepStrictEqual(files.sort(), [
    'LICENSE',
    'README.md',
    'ThirdPartyNotices.txt',
    'dist/cli.js',
    'package.json',
  ]);
});

void test('the extension package holds what VS Code reads, and no sources, tests or command line', async () => {
  const vsce = path.join(ROOT, 'node_modules/@vscode/vsce/vsce');
  const { output } = await run(process.execPath, [vsce, 'ls', '--no-dependencies'], { cwd: ROOT });
  const files = output.split('\n').filter((line) => line.includes('.') || line === 'LICENSE');
  for (const name of [
    'package.json',
    'ThirdPartyNotices.txt',
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

void test('the notices name every library that is bundled, with the text of its licence', async () => {
  const notices = readFileSync(path.join(ROOT, NOTICES), 'utf8');
  const packages = await bundledPackages();
  const names = packages.map((p) => p.name);
  for (const name of ['js-yaml', 'markdown-it', 'entities'])
    assert.ok(names.includes(name), `${name} is missing`);
  for (const { name, version, license, text } of packages) {
    assert.ok(
      notices.includes(`\n${name} ${version} (${license})\n\n${text}\n`),
      `${name} is not as it is bundled`,
    );
    assert.match(text, /copyright|public domain/i, `${name} does not say whose it is`);
  }
});

void test('packing the same sources again gives the same bytes', async (t) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'playbook-vsix-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const [one, two] = [path.join(folder, 'one.vsix'), path.join(folder, 'two.vsix')];
  await packExtension(one);
  await packExtension(two);
  const archive = readFileSync(one);
  assert.ok(archive.equals(readFileSync(two)));
  assert.deepStrictEqual(machineFields(archive), []);
});

/** Names of files with extra fields, or with the permissions of some machine's files. */
function machineFields(archive: Buffer): string[] {
  const found: string[] = [];
  let count = 0;
  const central = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = archive.indexOf(central); at >= 0; at = archive.indexOf(central, at + 46)) {
    count++;
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const local = archive.readUInt32LE(at + 42);
    const hasExtra = archive.readUInt16LE(at + 30) > 0 || archive.readUInt16LE(local + 28) > 0;
    if (hasExtra || archive.readUInt32LE(at + 38) >>> 16 !== 0o100644) found.push(name);
  }
  assert.ok(count > 10, 'no archive of the extension');
  return found;
}
