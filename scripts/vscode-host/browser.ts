import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.ts';
import { npmChromium } from './npmChromium.ts';
import { MissingPieceError } from './problem.ts';

/** A Chromium that starts on this machine. */
export interface Browser {
  readonly executablePath: string;
  /** Variables it needs on top of the usual environment. */
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where installers put a Chromium that is not on the PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((base) => [
      path.join(base, 'Google/Chrome/Application/chrome.exe'),
      path.join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
];

async function starts(executablePath: string): Promise<boolean> {
  // Chrome on Windows answers --version by opening a window; being there must do.
  if (process.platform === 'win32') return true;
  const { code, output } = await run(executablePath, ['--version']);
  // Four numbers, as every Chromium has them.
  return code === 0 && /\d+\.\d+\.\d+\.\d+/.test(output);
}

function candidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...PLACES].filter((file) => existsSync(file));
}

/**
 * Finds a Chromium: the one that CHROME_PATH names, else an installed one, else the one inside an npm package.
 * @throws MissingPieceError when CHROME_PATH names no working browser, or when there is none to be had.
 */
export async function findBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen) && (await starts(chosen))) return { executablePath: chosen, env: {} };
    throw new MissingPieceError(`CHROME_PATH is ${chosen}, and no Chrome or Chromium starts there.`);
  }
  for (const executablePath of candidates()) {
    if (await starts(executablePath)) return { executablePath, env: {} };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return npmChromium();
  throw new MissingPieceError(
    'No Chrome or Chromium found on this computer. Install one, or set CHROME_PATH to the program file of one.',
  );
}
