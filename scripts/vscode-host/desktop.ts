import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { CACHE } from '../lib/paths.ts';
import { CODE_SERVER } from './pins.ts';
import { MissingPieceError } from './problem.ts';

/** A program that takes VS Code's command line. */
export interface Editor {
  readonly executablePath: string;
  /** For the log: which VS Code this is. */
  readonly description: string;
}

/** Our own executable: VS Code in a headless browser. */
export const BROWSER_HOST: Editor & { readonly script: string } = {
  /** The same, for starting with the Node that runs already. */
  script: path.join(import.meta.dirname, 'main.ts'),
  executablePath: path.join(import.meta.dirname, 'code-browser'),
  description: `in a headless browser, from the npm package ${CODE_SERVER.name} ${CODE_SERVER.version}`,
};

/** Whether a window can open here. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The `code` command on the PATH. */
export function codeCommand(): string | undefined {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}

/** `code` is a script that talks to a running VS Code; tests need the program behind it. */
function programBehind(command: string): string | undefined {
  const bin = path.dirname(realpathSync(command));
  const candidates = [
    path.join(bin, '../Code.exe'),
    path.join(bin, '../code'),
    path.join(bin, '../../../MacOS/Electron'),
    path.join(bin, '../../../MacOS/Code'),
  ];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return file !== command;
    } catch {
      return false;
    }
  });
}

async function downloaded(): Promise<string | undefined> {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) return undefined;
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(CACHE, 'desktop') });
  } catch (error) {
    console.error(`VS Code's download server is not reached (${String(error)}).`);
    return undefined;
  }
}

/**
 * The VS Code that the editor tests run in: the one VSCODE_PATH names; where windows can open, an installed or
 * downloaded desktop one; else the one in a headless browser. PLAYBOOK_TEST_HOST=desktop or =browser decides outright.
 * @throws MissingPieceError when the one asked for cannot be had.
 */
export async function findEditor(): Promise<Editor> {
  const wish = process.env['PLAYBOOK_TEST_HOST'];
  if (wish === 'browser') return BROWSER_HOST;
  const named = process.env['VSCODE_PATH'];
  if (named) {
    if (!existsSync(named))
      throw new MissingPieceError(`VSCODE_PATH is ${named}, and there is no such file.`);
    return { executablePath: named, description: named };
  }
  if (hasDisplay() || wish === 'desktop') {
    const command = codeCommand();
    const program = (command && programBehind(command)) ?? (await downloaded());
    if (program) return { executablePath: program, description: program };
    if (wish === 'desktop') {
      throw new MissingPieceError(
        'No desktop VS Code found, and none could be downloaded. Set VSCODE_PATH to the program file of one.',
      );
    }
  }
  return BROWSER_HOST;
}
