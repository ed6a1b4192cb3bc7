import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder whose playbooks and rosters belong together: the nearest one upward with a `.git`, which is a folder, or
 * a file in worktrees and submodules; else the folder itself (docs/format.md section 1).
 */
export function findWorkspaceRoot(folder: string): string {
  return findGitRoot(folder) ?? folder;
}

export function findGitRoot(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
