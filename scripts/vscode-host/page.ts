import { type Browser as Chromium, type Page, chromium } from 'playwright-core';
import type { Browser } from './browser.ts';
import { routeWebExtension } from './webExtension.ts';
import type { Server } from './server.ts';

export interface PageOptions {
  readonly server: Server;
  readonly browser: Browser;
  /** Absolute path of a folder or `.code-workspace` file; absent: an empty window. */
  readonly workspace?: string;
  /** Absolute paths of files to open. */
  readonly files?: readonly string[];
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
  /** Runs the development extension in the web-worker extension host, without Node. */
  readonly web?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A line that an extension host wrote to its console. `type` is that of the console method. */
  readonly onLog?: (type: string, text: string) => void;
}

export interface WorkbenchPage {
  readonly page: Page;
  /** Exit code of the extension tests; settles only if there are any. */
  readonly testsDone: Promise<number>;
  /** Errors that the page itself wrote to the browser's console. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Fills in `%s`, `%d`, `%o`… as a console does; what is left over follows after spaces. */
export function formatLog(args: readonly unknown[]): string {
  const rest = [...args];
  const first = rest[0];
  if (typeof first !== 'string') return rest.map(text).join(' ');
  rest.shift();
  const filled = first.replace(/%[sdifjoOc%]/g, (mark) => {
    if (mark === '%%') return '%';
    if (rest.length === 0) return mark;
    const value = rest.shift();
    return mark === '%c' ? '' : text(value);
  });
  return [filled, ...rest.map(text)].join(' ');
}

/** Opens VS Code in headless Chromium. */
export async function openPage(options: PageOptions): Promise<WorkbenchPage> {
  const { server } = options;
  const browser: Chromium = await chromium.launch({
    executablePath: options.browser.executablePath,
    env: { ...process.env, ...options.browser.env },
    args: FLAGS,
    // The callers clean up themselves, in their own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  try {
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1400, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const pageErrors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') pageErrors.push(message.text());
    });
    page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message));

    let exit: (code: number) => void = () => undefined;
    const testsDone = new Promise<number>((resolve) => {
      exit = resolve;
    });
    // The two functions of VS Code's own test driver, called by the page.
    await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
      options.onLog?.(type, formatLog(args));
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => {
      exit(code);
    });

    const remote = (file: string): string =>
      `vscode-remote://${server.authority}${file.split('/').map(encodeURIComponent).join('/')}`;
    const payload: [string, string][] = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
      ...(options.files ?? []).map((file): [string, string] => ['openFile', remote(file)]),
    ];
    if (options.web) {
      await routeWebExtension(
        page,
        server,
        options.extensionDevelopmentPaths ?? [],
        options.extensionTestsPath,
      );
    } else {
      for (const folder of options.extensionDevelopmentPaths ?? [])
        payload.push(['extensionDevelopmentPath', remote(folder)]);
      if (options.extensionTestsPath)
        payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
    }

    const query = new URLSearchParams({ payload: JSON.stringify(payload) });
    if (options.workspace?.endsWith('.code-workspace')) query.set('workspace', options.workspace);
    else if (options.workspace !== undefined) query.set('folder', options.workspace);
    else query.set('ew', 'true');
    await page.goto(`${server.origin}/?${query.toString()}`);
    return {
      page,
      testsDone,
      pageErrors,
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
