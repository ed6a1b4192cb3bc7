import * as vscode from 'vscode';
import { namedFile } from '../workspace/filePath.ts';
import { folderOf } from '../workspace/files.ts';
import type { Place } from '../workspace/rosterTypes.ts';

interface Known {
  /** Undefined while it is being looked for, or where that cannot be told. */
  isThere: boolean | undefined;
  /** URIs of the files that name it. */
  readonly namedBy: Set<string>;
}

/** Whether the files are there that rosters name as assets. Each is looked for once, and again when files come or go. */
export class AssetFiles implements vscode.Disposable {
  readonly #known = new Map<string, Known>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #watcher: vscode.Disposable;

  /** URIs of the files that name an asset that has come or gone. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    const lookAgain = (uri: vscode.Uri) => {
      this.#lookAgain(uri);
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(lookAgain),
      watcher.onDidDelete(lookAgain),
    );
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }

  /**
   * @param root URI of the workspace folder that the place lies in
   * @param file as written: relative to the folder of the place, or to the root
   * @returns undefined while that is not known, and where nobody should look; the event tells when it is
   */
  has(place: Place, root: string | undefined, file: string): boolean | undefined {
    const at = vscode.Uri.parse(place.uri);
    const folder = folderOf(at.path);
    const path = namedFile(root === undefined ? folder : vscode.Uri.parse(root).path, folder, file);
    if (path === undefined) return undefined;
    const uri = at.with({ path });
    const key = uri.toString();
    let known = this.#known.get(key);
    if (!known) {
      this.#known.set(key, (known = { isThere: undefined, namedBy: new Set() }));
      void this.#look(uri, known);
    }
    known.namedBy.add(place.uri);
    return known.isThere;
  }

  /** What comes or goes may be a folder with everything in it. */
  #lookAgain(gone: vscode.Uri): void {
    const key = gone.toString();
    for (const [file, known] of this.#known) {
      if (file === key || file.startsWith(`${key}/`)) void this.#look(vscode.Uri.parse(file), known);
    }
  }

  async #look(uri: vscode.Uri, known: Known): Promise<void> {
    const isThere = await find(uri);
    if (isThere === known.isThere) return;
    known.isThere = isThere;
    this.#changed.fire([...known.namedBy].map((u) => vscode.Uri.parse(u)));
  }
}

const MISSING: readonly string[] = ['FileNotFound', 'FileNotADirectory'];

async function find(uri: vscode.Uri): Promise<boolean | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    return error instanceof vscode.FileSystemError && MISSING.includes(error.code) ? false : undefined;
  }
}
