import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browser.ts';
import { type WorkbenchPage, openPage } from './page.ts';
import { type RunDir, createRunDir } from './runDir.ts';
import { type Server, type ServerOptions, installExtension, startServer } from './server.ts';
import { QUIET_SETTINGS } from './settings.ts';

export interface SessionOptions {
  /** Where everything of the session lies; absent: a fresh one. The session disposes of it either way. */
  readonly runDir?: RunDir;
  /** Absolute path of a folder or `.code-workspace` file; absent: an empty window. */
  readonly workspace?: string;
  readonly files?: readonly string[];
  /** User settings, over the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Packaged extensions to install first. */
  readonly vsix?: readonly string[];
  /** Folders of unpacked extensions to install as they stand, by a link. */
  readonly linkedExtensions?: readonly string[];
  /** Where extensions are installed; absent: a fresh folder that goes with the session. */
  readonly extensionsDir?: string;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string;
  readonly web?: boolean;
  readonly workspaceTrust?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly onLog?: (type: string, text: string) => void;
}

/** A running VS Code with a fresh profile; everything of it is gone after `dispose`. */
export interface Session extends WorkbenchPage {
  readonly server: Server;
  readonly runDir: RunDir;
  readonly dispose: () => Promise<void>;
}

/** Name that VS Code gives an installed extension's folder. */
function installedName(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return `${manifest['publisher'] ?? ''}.${manifest['name'] ?? ''}-${manifest['version'] ?? ''}`.toLowerCase();
}

/** Lays out profile and extensions for a server in `runDir`. */
export async function prepareServer(
  runDir: RunDir,
  options: SessionOptions & Pick<ServerOptions, 'connectionToken' | 'port' | 'gallery' | 'testDriver'>,
): Promise<ServerOptions> {
  const serverDataDir = runDir.folder('server');
  const user = path.join(serverDataDir, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }, undefined, 2),
  );
  const extensionsDir = options.extensionsDir ?? runDir.folder('extensions');
  for (const folder of options.linkedExtensions ?? []) {
    symlinkSync(folder, path.join(extensionsDir, installedName(folder)), 'junction');
  }
  const server: ServerOptions = {
    runDir,
    serverDataDir,
    extensionsDir,
    ...(options.connectionToken !== undefined && { connectionToken: options.connectionToken }),
    ...(options.workspaceTrust !== undefined && { workspaceTrust: options.workspaceTrust }),
    ...(options.port !== undefined && { port: options.port }),
    ...(options.gallery !== undefined && { gallery: options.gallery }),
    ...(options.testDriver !== undefined && { testDriver: options.testDriver }),
  };
  for (const vsix of options.vsix ?? []) await installExtension(vsix, server);
  return server;
}

/** Starts VS Code and opens it in a headless browser. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const runDir = options.runDir ?? createRunDir();
  try {
    const browser = await findBrowser();
    const server = await startServer(await prepareServer(runDir, options));
    const opened = await openPage({ ...options, server, browser });
    return {
      ...opened,
      server,
      runDir,
      dispose: async () => {
        await opened.close();
        await runDir.dispose();
      },
    };
  } catch (error) {
    await runDir.dispose();
    throw error;
  }
}
