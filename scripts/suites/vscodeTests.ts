import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ROOT } from '../lib/paths.ts';
import type { Editor } from '../vscode-host/desktop.ts';
import { createRunDir } from '../vscode-host/runDir.ts';
import { QUIET_SETTINGS } from '../vscode-host/settings.ts';
import type { Tee } from './tee.ts';

export interface VSCodeTests {
  readonly editor: Editor;
  /** CommonJS file whose `run()` is called in the extension host. */
  readonly bundle: string;
  /** Folder whose copy is opened, so that tests may change files. */
  readonly workspace: string;
  readonly extraArguments?: readonly string[];
}

/** Runs a test bundle inside VS Code, with a fresh profile and a fresh copy of the workspace. */
export async function runInVSCode(tests: VSCodeTests, tee: Tee): Promise<void> {
  tee.line(`VS Code: ${tests.editor.description}`);
  const scratch = createRunDir();
  try {
    const workspace = path.join(scratch.path, 'workspace');
    cpSync(tests.workspace, workspace, { recursive: true });
    const user = path.join(scratch.path, 'user/User');
    mkdirSync(user, { recursive: true });
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify(QUIET_SETTINGS));
    await runTests({
      vscodeExecutablePath: tests.editor.executablePath,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: tests.bundle,
      launchArgs: [
        workspace,
        `--user-data-dir=${path.dirname(user)}`,
        `--extensions-dir=${path.join(scratch.path, 'extensions')}`,
        '--disable-extensions',
        ...(tests.extraArguments ?? []),
      ],
      stdout: tee,
      stderr: tee,
    });
  } finally {
    await scratch.dispose();
  }
}
