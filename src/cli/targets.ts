import { statSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, type Failure } from './failure.ts';
import { absolutePath, isWithin, withSlashes } from './paths.ts';

/** One PATH of the command line: its problems are printed. */
export interface Target {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  /** Text that stands in for the file's own, from standard input; the file need not exist then. */
  readonly text?: string;
}

export interface Targets {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
}

/** No PATH means the current folder. A PATH that does not exist is a failure, the others stay. */
export function findTargets(cwd: string, written: readonly string[]): Targets {
  if (written.length === 0) return { targets: [{ path: withSlashes(cwd), kind: 'folder' }], failures: [] };
  const targets: Target[] = [];
  const failures: Failure[] = [];
  for (const text of new Set(written)) {
    const at = absolutePath(cwd, text);
    try {
      targets.push({ path: at, kind: statSync(at).isDirectory() ? 'folder' : 'file' });
    } catch (error) {
      failures.push({ path: at, reason: reasonOf(error, at), fails: true });
    }
  }
  return { targets, failures };
}

export function isFolder(at: string): boolean {
  try {
    return statSync(at).isDirectory();
  } catch {
    return false;
  }
}

export function folderOfTarget({ path: at, kind }: Target): string {
  return kind === 'folder' ? at : withSlashes(path.dirname(at));
}

export function isChosen(targets: readonly Target[], file: string): boolean {
  return targets.some((t) => (t.kind === 'folder' ? isWithin(t.path, file) : t.path === file));
}
