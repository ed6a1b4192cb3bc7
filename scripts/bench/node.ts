import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { MissingPieceError } from '../vscode-host/problem.ts';

/** A Node to measure under. */
export interface Node {
  readonly program: string;
  /** Without the `v`. */
  readonly version: string;
}

const OLDEST = 20;

/**
 * The machine's own Node, as it runs the command line for its user: the first on the PATH that is no project's. (npm
 * puts the project's Node 24 before it.) Where there is none that is new enough, the one that runs this.
 */
export function machineNode(): Node {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '' && !/node_modules|node-gyp-bin/.test(folder))
    .map((folder) => path.join(folder, name))
    .find((program) => existsSync(program) && Number.parseInt(versionOf(program), 10) >= OLDEST);
  return nodeAt(found ?? process.execPath);
}

/** @throws MissingPieceError when that is no Node */
export function nodeAt(program: string): Node {
  const version = versionOf(program);
  if (version === '') throw new MissingPieceError(`${program} is no Node that can be started.`);
  return { program, version };
}

function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? '';
}
