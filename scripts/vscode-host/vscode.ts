import path from 'node:path';
import { run } from '../lib/command.ts';
import { cached } from './cache.ts';
import { progress, unpackPackage } from './npmPackage.ts';
import { CODE_SERVER } from './pins.ts';
import { MissingPieceError } from './problem.ts';
import { writeStandIns } from './standIns.ts';

const SUPPLY =
  'Connect this computer to an npm registry, or set VSCODE_PATH to an installed VS Code for the editor tests.';

/**
 * The folder of VS Code's server build, fetched on first use.
 * Its dependencies are installed without their scripts: the native modules they would compile only serve logging
 * and databases, and a bare machine has no compiler; `standIns.ts` replaces the two that matter.
 */
export async function vscodeServer(): Promise<string> {
  const folder = await cached(`${CODE_SERVER.name}-${CODE_SERVER.version}`, async (partial) => {
    await unpackPackage(CODE_SERVER, partial, SUPPLY);
    progress('installing what VS Code needs (about 600 MB, once)');
    // Not `npm ci`: the package's own lock file is out of step with its manifest.
    const args = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const installed = await run('npm', args, { cwd: path.join(partial, 'lib/vscode') });
    if (installed.code !== 0) {
      throw new MissingPieceError(
        `Could not install VS Code's dependencies. ${SUPPLY}\n${installed.output.trim()}`,
      );
    }
    writeStandIns(path.join(partial, 'lib/vscode'));
    progress('VS Code is ready');
  });
  return path.join(folder, 'lib/vscode');
}
