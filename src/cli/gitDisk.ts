import { statSync } from 'node:fs';
import { gitUser, type GitDisk } from '../workspace/gitRepository.ts';
import { readBytes } from './readText.ts';

/** Git's files as the command line reads them. */
export const gitDisk: GitDisk = {
  read: (path, maxBytes) => Promise.resolve(read(path, maxBytes)),
  user: gitUser(process.env),
  // What `git init` finds out, and writes down.
  ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
};

function read(path: string, maxBytes: number): Uint8Array | undefined {
  try {
    // To open a device may do something.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size > maxBytes) return undefined;
    const bytes = readBytes(path, maxBytes);
    return bytes && bytes.length <= maxBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}
