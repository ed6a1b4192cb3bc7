import path from 'node:path';
import { SUITES } from '../lib/paths.ts';
import { packExtension } from '../lib/vsix.ts';
import { findBrowser } from '../vscode-host/browser.ts';
import { vscodeServer } from '../vscode-host/vscode.ts';
import { nodeTest } from './nodeTest.ts';
import type { Suite } from './suite.ts';
import { select, testFiles } from './testBundle.ts';

/** test/ui: Playwright at the workbench, by mouse and keyboard, with the packaged extension installed. */
export const uiSuite: Suite = {
  name: 'ui',
  async run(words, tee) {
    // Before the tests, so that no test waits for a download.
    await findBrowser();
    await vscodeServer();
    const vsix = path.join(SUITES, 'extension.vsix');
    await packExtension(vsix);
    // One VS Code at a time: two slow each other down so much that neither answers in time.
    return nodeTest(select(testFiles('test/ui'), words), tee, {
      concurrency: 1,
      env: { PLAYBOOK_VSIX: vsix },
    });
  },
};
