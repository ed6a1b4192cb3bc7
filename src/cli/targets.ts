import { statSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, type Failure } from './failure.ts';
import { absolutePath, isWithin, withSlashes } from './paths.ts';
import { isPattern, readPattern, type Pattern } from './pattern.ts';

/** One PATH of the command line: its problems are printed. */
export type Target =
  | {
      readonly path: string;
      readonly kind: 'file' | 'folder';
      /** Text that stands in for the file's own, from standard input; the file need not exist then. */
      readonly text?: string;
    }
  | Pattern;

export interface Targets {
  readonly targets: readonly Target[];
  readonly failures: readonly Failure[];
}

/**
 * No PATH means the current folder. One that does not exist is a pattern if it may be one, as in a shell; else it is a
 * failure, and the others stay.
 */
export function findTargets(cwd: string, written: readonly string[]): Targets {
  if (written.length === 0) return { targets: [{ path: withSlashes(cwd), kind: 'folder' }], failures: [] };
  const targets: Target[] = [];
  const failures: Failure[] = [];
  for (const text of new Set(written)) {
    const at = absolutePath(cwd, text);
    try {
      targets.push({ path: at, kind: statSync(at).isDirectory() ? 'folder' : 'file' });
    } catch (error) {
      const pattern = isPattern(text) ? readPattern(cwd, text) : reasonOf(error, at);
      if (typeof pattern === 'string') failures.push({ path: at, reason: pattern, fails: true });
      else if (isFolder(pattern.path)) targets.push(pattern);
      else failures.push({ path: pattern.path, reason: 'There is no such folder.', fails: true });
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
  return kind === 'file' ? withSlashes(path.dirname(at)) : at;
}

export function isChosen(targets: readonly Target[], file: string): boolean {
  return targets.some((t) => {
    if (t.kind === 'pattern') return t.chooses(file);
    return t.kind === 'folder' ? isWithin(t.path, file) : t.path === file;
  });
}
