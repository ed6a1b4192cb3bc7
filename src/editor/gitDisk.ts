import * as vscode from 'vscode';
import { gitUser, type GitDisk } from '../workspace/gitRepository.ts';
import { readDiskFile } from './diskFile.ts';

/** What Node gives where the extension runs in it; a web worker has none, nor a home. */
interface MaybeNode {
  readonly process?: { readonly env?: Record<string, string | undefined>; readonly platform?: string };
}

/** Git's files as VS Code's file system has them that `root` lies in. */
export function gitDiskOf(root: vscode.Uri): GitDisk {
  // The home is a folder of the machine, not of a file system that an extension gives.
  const machine = root.scheme === 'file' ? (globalThis as MaybeNode).process : undefined;
  return {
    read: (path, maxBytes) => read(uriOf(root, path), maxBytes),
    user: gitUser(machine?.env ?? {}),
    // What `git init` finds out, and writes down.
    ignoresCase: machine?.platform === 'win32' || machine?.platform === 'darwin',
  };
}

/** On Windows a URI's path begins with a slash before the drive. */
function uriOf(root: vscode.Uri, path: string): vscode.Uri {
  return root.with({ path: path.startsWith('/') ? path : `/${path}` });
}

async function read(uri: vscode.Uri, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return await readDiskFile(uri, await vscode.workspace.fs.stat(uri), maxBytes);
  } catch {
    return undefined;
  }
}
