import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { CACHE, ROOT } from '../../scripts/lib/paths.ts';
import { readFixture } from '../fixture.ts';

const PROGRAM = path.join(ROOT, 'src/cli/main.ts');

/** What a run of the program left behind. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  /** Standard error. */
  readonly notes: string;
}

export interface RunOptions {
  /** Below the folder. */
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** As which user, by number. */
  readonly uid?: number;
  /** Another build of the program, and another Node to run it. */
  readonly program?: string;
  readonly node?: string;
  /** A file that takes the place of standard output. */
  readonly outputTo?: string;
}

/** A real folder on disk with the program run inside it. */
export interface Folder {
  readonly root: string;
  readonly path: (name: string) => string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly run: (args: readonly string[], options?: RunOptions) => Run;
  /** The output of a run that must end with exit code 0 or 1 and say nothing on standard error. */
  readonly output: (args: readonly string[], options?: RunOptions) => string;
  /** The same as JSON. */
  readonly json: (args: readonly string[], options?: RunOptions) => unknown;
}

/**
 * Writes a fixture (see test/fixture.ts) into a new folder, which goes away with the test.
 * @param isRepository whether the folder has a `.git`, which makes it a workspace
 */
export function makeFolder(t: TestContext, fixture = '', isRepository = true): Folder {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'playbook-cli-')));
  t.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const at = (name: string): string => path.join(root, name);
  const folder: Folder = {
    root,
    path: at,
    write(name, content) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
    },
    run(args, options = {}) {
      const { cwd = '.', stdin = '', env = {}, uid, program = PROGRAM, node = process.execPath } = options;
      const stdout = options.outputTo === undefined ? 'pipe' : openSync(options.outputTo, 'w');
      const run = spawnSync(node, [program, ...args], {
        cwd: at(cwd),
        input: stdin,
        env: { ...environment(), ...env },
        encoding: 'utf8',
        stdio: ['pipe', stdout, 'pipe'],
        maxBuffer: 1 << 28,
        ...(uid === undefined ? {} : { uid, gid: uid }),
      });
      if (typeof stdout === 'number') closeSync(stdout);
      if (run.error) throw run.error;
      return { code: run.status, output: typeof stdout === 'number' ? '' : run.stdout, notes: run.stderr };
    },
    output(args, options) {
      const { code, output, notes } = folder.run(args, options);
      if ((code !== 0 && code !== 1) || notes !== '') throw new Error(`Exit code ${String(code)}: ${notes}`);
      return output;
    },
    json: (args, options) => JSON.parse(folder.output([...args, '--format', 'json'], options)) as unknown,
  };
  if (isRepository) mkdirSync(at('.git'));
  if (fixture !== '') for (const [name, text] of readFixture(fixture).files) folder.write(name, text);
  return folder;
}

/**
 * Ours without what would change the output, such as what somebody's Git ignores everywhere. What Node compiles it
 * keeps: a run then takes half the time.
 */
function environment(): NodeJS.ProcessEnv {
  const nobody = path.join(CACHE, 'nobody');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: nobody,
    XDG_CONFIG_HOME: path.join(nobody, '.config'),
    NODE_COMPILE_CACHE: path.join(CACHE, 'compiled'),
  };
  for (const name of [
    'NO_COLOR',
    'FORCE_COLOR',
    'GITHUB_WORKSPACE',
    'NODE_TEST_CONTEXT',
    'NODE_OPTIONS',
    'GIT_CONFIG_GLOBAL',
  ]) {
    Reflect.deleteProperty(env, name);
  }
  return env;
}

/** The example company that comes with the project, in a folder of its own. */
export function copyAcme(folder: Folder): void {
  cpSync(path.join(ROOT, 'examples/acme'), folder.root, { recursive: true });
}

/**
 * Runs the program with a reader that one controls. The reader may stop reading, or be slow.
 * @param read is given the program's standard output
 * @param nodeArgs for Node itself, in front of the program
 */
export function runPiped(
  folder: Folder,
  args: readonly string[],
  read: (stdout: NodeJS.ReadableStream & { destroy: () => void }) => void,
  nodeArgs: readonly string[] = [],
): Promise<Pick<Run, 'code' | 'notes'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeArgs, PROGRAM, ...args], {
      cwd: folder.root,
      env: environment(),
    });
    let notes = '';
    child.stderr.on('data', (data: Buffer) => (notes += data.toString()));
    read(child.stdout);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, notes });
    });
  });
}
