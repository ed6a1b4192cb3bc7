import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.ts';
import { MissingPieceError } from './problem.ts';
import type { RunDir } from './runDir.ts';
import { vscodeServer } from './vscode.ts';

export interface ServerOptions {
  readonly runDir: RunDir;
  /** Holds the installed extensions; created when absent. */
  readonly extensionsDir: string;
  /** Holds `data/User/settings.json` and the logs. */
  readonly serverDataDir: string;
  /** What a visitor must name to get in; without one, anyone on this machine may. */
  readonly connectionToken?: string;
  /** Asks for trust in each workspace, as a desktop VS Code does. Default: every workspace is trusted. */
  readonly workspaceTrust?: boolean;
  /** Makes the page heed `payload` and report on extension tests. Default: yes. */
  readonly testDriver?: boolean;
  /** Lets VS Code ask its extension gallery. Default: no, for tests must not depend on the network. */
  readonly gallery?: boolean;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** `127.0.0.1:PORT`, the authority of `vscode-remote:` addresses. */
  readonly authority: string;
  readonly process: ChildProcess;
}

const START_LIMIT_MS = 60_000;

/** Variables that would make a child believe it is part of a VS Code or of a test run that surrounds us. */
function environment({ runDir, gallery }: ServerOptions): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(VSCODE_(?!PATH$)|ELECTRON_|NODE_TEST_CONTEXT$|NODE_OPTIONS$)/.test(name)) env[name] = value;
  }
  if (!gallery) env['EXTENSIONS_GALLERY'] = '{}';
  if (process.platform === 'linux') {
    // Sockets and scratch files then go with the run. (macOS has no room for them in its short socket paths.)
    env['TMPDIR'] = runDir.folder('tmp');
    delete env['XDG_RUNTIME_DIR'];
  }
  return env;
}

const baseArguments = (options: ServerOptions): string[] => [
  'out/server-main.js',
  '--accept-server-license-terms',
  '--telemetry-level=off',
  `--server-data-dir=${options.serverDataDir}`,
  `--extensions-dir=${options.extensionsDir}`,
];

/** Installs a packaged extension, as a user does from a file. @throws MissingPieceError with VS Code's own reason. */
export async function installExtension(vsix: string, options: ServerOptions): Promise<void> {
  const args = [...baseArguments(options), '--install-extension', path.resolve(vsix), '--force'];
  const { output } = await run(process.execPath, args, {
    cwd: await vscodeServer(),
    env: environment(options),
  });
  // The exit code is 0 for a broken package too.
  if (!/successfully installed/.test(output)) {
    throw new MissingPieceError(`VS Code would not install ${vsix}:\n${output.trim()}`);
  }
}

/** Starts VS Code's server on 127.0.0.1 and waits until it listens. It ends with the run's folder. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const args = [
    ...baseArguments(options),
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    ...(options.connectionToken === undefined
      ? ['--without-connection-token']
      : [`--connection-token=${options.connectionToken}`]),
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.testDriver === false ? [] : ['--enable-smoke-test-driver']),
  ];
  const child = spawn(process.execPath, args, {
    cwd: await vscodeServer(),
    env: environment(options),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  options.runDir.own(child);
  const log = createWriteStream(path.join(options.runDir.path, 'server.log'));
  const port = await new Promise<number>((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      reject(new Error(`VS Code's server did not start within a minute:\n${output}`));
    }, START_LIMIT_MS);
    const take = (data: Buffer): void => {
      log.write(data);
      output += data.toString();
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) {
        clearTimeout(timer);
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ended with code ${code ?? 'unknown'}:\n${output}`));
    });
  });
  const authority = `127.0.0.1:${port}`;
  return { origin: `http://${authority}`, authority, process: child };
}
