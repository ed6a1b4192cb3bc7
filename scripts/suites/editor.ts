import path from 'node:path';
import { ROOT, SUITES } from '../lib/paths.ts';
import { BROWSER_HOST, findEditor } from '../vscode-host/desktop.ts';
import type { Suite } from './suite.ts';
import { bundleTests, select, testFiles } from './testBundle.ts';
import { runInVSCode } from './vscodeTests.ts';

/** test/editor: in the Node extension host of a real VS Code. */
export const editorSuite: Suite = {
  name: 'editor',
  async run(words, tee) {
    const bundle = path.join(SUITES, 'editor.cjs');
    await bundleTests(select(testFiles('test/editor'), words), bundle, 'node');
    const workspace = path.join(ROOT, 'test/editor/fixtures/workspace');
    await runInVSCode({ editor: await findEditor(), bundle, workspace }, tee);
    return undefined;
  },
};

/** test/web: in the web-worker extension host, where there is no Node, as on vscode.dev. */
export const webSuite: Suite = {
  name: 'web',
  async run(words, tee) {
    // VS Code picks the extension host by the extension that the tests lie in.
    const bundle = path.join(ROOT, 'dist/web/test.js');
    await bundleTests(select(testFiles('test/web'), words), bundle, 'browser');
    const workspace = path.join(ROOT, 'test/editor/fixtures/workspace');
    const extraArguments = ['--extensionDevelopmentKind=web'];
    await runInVSCode({ editor: BROWSER_HOST, bundle, workspace, extraArguments }, tee);
    return undefined;
  },
};
