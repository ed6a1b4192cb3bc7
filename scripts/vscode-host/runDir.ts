import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fresh temporary folder for one run of the host, and the promise that nothing of the run outlives it. */
export interface RunDir {
  /** Real absolute path (no symbolic links, so that paths compare equal to those VS Code reports). */
  readonly path: string;
  /** A new folder inside, with its parents. */
  folder(name: string): string;
  /** Has this process (and its whole process group) ended with the run. */
  own(child: ChildProcess): void;
  /** Ends the owned processes and removes the folder. */
  dispose(): Promise<void>;
}

export function createRunDir(): RunDir {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'playbook-host-')));
  const guard = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.ts'), root], {
    stdio: ['pipe', 'ignore', 'inherit'],
    // Its own process group, so that killing ours does not take it along before it has cleaned up.
    detached: true,
  });
  const ended = once(guard, 'exit');
  // When the guard is gone before us the write fails; that must not end the run.
  guard.stdin.on('error', () => undefined);
  // It must not keep this process alive: that the stream closes with us is the point.
  guard.unref();
  // Orphaned, as when a test run was killed: nobody is left to read what we do.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000).unref();
  return {
    path: root,
    folder(name) {
      const folder = path.join(root, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    own(child) {
      if (child.pid !== undefined) guard.stdin.write(`${child.pid}\n`);
    },
    async dispose() {
      guard.ref();
      guard.stdin.end();
      await ended;
    },
  };
}
