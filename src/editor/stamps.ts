import type * as vscode from 'vscode';

/** Written within this time before it was looked at, a file may be written again without its time telling. */
const TOO_FRESH = 100;

/** How each file looked when it was read, by URI: what a file system event should have told of shows without one. */
export class Stamps {
  readonly #stamps = new Map<string, string | undefined>();

  set(uri: vscode.Uri, { mtime, size }: vscode.FileStat): void {
    const age = Date.now() - mtime;
    this.#stamps.set(uri.toString(), age >= 0 && age < TOO_FRESH ? undefined : `${mtime} ${size}`);
  }

  has(uri: vscode.Uri): boolean {
    return this.#stamps.has(uri.toString());
  }

  /** Whether a file looks as it did. */
  isSame(uri: vscode.Uri, { mtime, size }: vscode.FileStat): boolean {
    return this.#stamps.get(uri.toString()) === `${mtime} ${size}`;
  }

  delete(uri: string): void {
    this.#stamps.delete(uri);
  }

  /** URIs of the files in a folder and below that were read. */
  below(folder: vscode.Uri): string[] {
    const start = `${folder.toString().replace(/\/$/, '')}/`;
    return [...this.#stamps.keys()].filter((uri) => uri.startsWith(start));
  }

  clear(): void {
    this.#stamps.clear();
  }
}
