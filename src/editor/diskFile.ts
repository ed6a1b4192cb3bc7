import * as vscode from 'vscode';

/** A roster or playbook larger than this, in bytes, is no text that people write. */
export const MAX_FILE_SIZE = 10_000_000;

/**
 * Reads an ordinary file that `stat` has told of; undefined for one that is too large. VS Code reads a file to its end,
 * so what may have none must not be asked for: pipes and devices, and links to files such as those in `/proc`, which say
 * that they are empty. A link to a file that is empty in truth reads the same.
 * @throws errors of the file system
 */
export async function readDiskFile(
  uri: vscode.Uri,
  stat: vscode.FileStat,
  maxBytes = MAX_FILE_SIZE,
): Promise<Uint8Array | undefined> {
  if ((stat.type & vscode.FileType.File) === 0) throw vscode.FileSystemError.NoPermissions(uri);
  if (stat.size > maxBytes) return undefined;
  if (stat.size === 0 && (stat.type & vscode.FileType.SymbolicLink) !== 0) return new Uint8Array();
  const bytes = await vscode.workspace.fs.readFile(uri);
  return bytes.length > maxBytes ? undefined : bytes;
}

/** The text of such a file. @throws errors of the file system */
export async function readDiskText(uri: vscode.Uri): Promise<string> {
  const bytes = await readDiskFile(uri, await vscode.workspace.fs.stat(uri));
  if (!bytes) throw vscode.FileSystemError.Unavailable(uri);
  return new TextDecoder().decode(bytes);
}
