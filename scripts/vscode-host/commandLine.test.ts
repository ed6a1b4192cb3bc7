import assert from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { parseCommandLine } from './commandLine.ts';
import { formatLog } from './page.ts';
import { createRunDir } from './runDir.ts';

const scratch = createRunDir();
after(() => scratch.dispose());
const folder = scratch.folder('my workspace #1');

void test("the command line of @vscode/test-electron's runTests", () => {
  const user = scratch.folder('user/User');
  writeFileSync(path.join(user, 'settings.json'), '{ "editor.tabSize": 3 }');
  const parsed = parseCommandLine([
    folder,
    '--disable-extensions',
    '--no-sandbox',
    '--disable-workspace-trust',
    '--extensionTestsPath=/a/tests.js',
    '--extensionDevelopmentPath=/a/one',
    '--extensionDevelopmentPath=/a/two',
    '--extensions-dir=/a/ext',
    `--user-data-dir=${path.dirname(user)}`,
  ]);
  assert.deepStrictEqual(parsed, {
    workspace: folder,
    files: [],
    extensionDevelopmentPaths: ['/a/one', '/a/two'],
    extensionTestsPath: '/a/tests.js',
    extensionsDir: '/a/ext',
    settings: { 'editor.tabSize': 3 },
    installExtensions: [],
    web: false,
    workspaceTrust: false,
    verbose: false,
  });
});

void test('values after a space, several packages, files, and the web host', () => {
  mkdirSync(path.join(folder, 'sub'));
  const parsed = parseCommandLine(
    [
      '/a/b.code-workspace',
      '/a/b.md',
      '--install-extension',
      '/x.vsix',
      '--install-extension=/y.vsix',
    ].concat('--extensionDevelopmentKind=web'),
  );
  assert.strictEqual(parsed.workspace, '/a/b.code-workspace');
  assert.deepStrictEqual(parsed.files, ['/a/b.md']);
  assert.deepStrictEqual(parsed.installExtensions, ['/x.vsix', '/y.vsix']);
  assert.strictEqual(parsed.web, true);
  assert.strictEqual(parsed.workspaceTrust, true);
});

void test('console arguments are put together as a console does', () => {
  assert.strictEqual(formatLog(['%s of %d, %o', 'one', 2, { a: 1 }, 'rest']), 'one of 2, {"a":1} rest');
  assert.strictEqual(formatLog(['100 %', 5]), '100 % 5');
  assert.strictEqual(formatLog(['%c red', 'color: red']), ' red');
  assert.strictEqual(formatLog([{ a: 1 }, 'x']), '{"a":1} x');
});
