import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../lib/paths.ts';

const PARTIAL = '.partial-';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Removes what a killed process left half done; parts of a living process are its own business. */
function removeAbandoned(): void {
  for (const name of readdirSync(CACHE)) {
    if (name.startsWith(PARTIAL) && !isAlive(Number(name.slice(PARTIAL.length).split('-')[0]))) {
      rmSync(path.join(CACHE, name), { recursive: true, force: true });
    }
  }
}

/**
 * The folder `.vscode-test/<name>`, filled on first use. It appears under its name only once `fill` has succeeded,
 * so an interrupted fetch never passes for a finished one, and two processes may fetch at the same time.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = path.join(CACHE, name);
  if (existsSync(target)) return target;
  mkdirSync(CACHE, { recursive: true });
  removeAbandoned();
  const partial = path.join(CACHE, `${PARTIAL}${process.pid}-${name}`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  try {
    await fill(partial);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process was quicker: its folder holds the same pinned content.
    if (!existsSync(target)) throw error;
  }
  return target;
}
