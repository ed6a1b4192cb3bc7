import * as vscode from 'vscode';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import type { NamedFiles } from './namedFiles.ts';
import { TimeSlice } from './timeSlice.ts';
import { WorkspaceWalk, type Found } from './workspaceWalk.ts';

/** A roster or playbook larger than this, in bytes, is no text that people write. */
const MAX_FILE_SIZE = 10_000_000;
/** Files that are read at once. */
const PARALLEL = 32;

/** What becomes of the files on disk. */
export interface FileSink {
  /** Whether an open buffer stands before the file. */
  readonly isOpen: (uri: vscode.Uri) => boolean;
  readonly setPlaybook: (uri: vscode.Uri, text: string) => void;
  readonly setRoster: (uri: vscode.Uri, text: string) => void;
  /** The file, and everything below it if it was a folder, is gone or no longer ours. */
  readonly forget: (uri: vscode.Uri) => void;
  /** A slice of work is done: what has changed may be shown. */
  readonly flush: () => void;
  /** All rosters are read: which Markdown files are playbooks may be asked. */
  readonly rostersRead: () => Promise<unknown>;
}

/** The playbooks and rosters on disk: finds them, reads them, and follows their changes. */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #sink: FileSink;
  readonly #named: NamedFiles;
  readonly #log: vscode.LogOutputChannel;
  readonly #watcher: vscode.Disposable;
  readonly #slice = new TimeSlice();
  /** Markdown that is no playbook by its name; a roster may name it. */
  readonly #markdown = new Map<string, vscode.Uri>();
  #walks: readonly { readonly root: vscode.Uri; readonly walk: WorkspaceWalk }[] = [];
  #scan = 0;

  constructor(sink: FileSink, named: NamedFiles, log: vscode.LogOutputChannel) {
    this.#sink = sink;
    this.#named = named;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => this.#appeared(uri)),
      watcher.onDidChange((uri) => this.#changed(uri)),
      watcher.onDidDelete((uri) => {
        this.#gone(uri);
      }),
    );
  }

  dispose(): void {
    this.#scan++;
    this.#watcher.dispose();
  }

  /** Finds and reads everything anew. A later scan ends an earlier one. */
  async scan(): Promise<void> {
    const scan = ++this.#scan;
    const folders = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
    const walks = folders.map((root) => ({ root, walk: new WorkspaceWalk(root, this.#log) }));
    const found = await Promise.all(walks.map(({ walk }) => walk.find()));
    if (scan !== this.#scan) return;
    this.#walks = walks;
    this.#markdown.clear();
    for (const f of found) await this.#read(f, () => scan === this.#scan);
  }

  /** The rosters name other files than before: reads what is new, forgets what is no playbook any more. */
  async namesChanged(): Promise<void> {
    const named = [...this.#markdown.values()].filter((uri) => this.#named.isPlaybook(uri));
    const isNamed = new Set(named.map((uri) => uri.toString()));
    for (const [key, uri] of this.#markdown) if (!isNamed.has(key)) this.#sink.forget(uri);
    await this.#readAll(named, () => true);
  }

  /** A file whose buffer was closed counts as it stands on disk. */
  async reread(uri: vscode.Uri): Promise<void> {
    // An ignored file is looked at only while it is open.
    if (this.#walkOf(uri)?.isIgnored(uri) === false) await this.#readOne(uri);
    else this.#sink.forget(uri);
    this.#sink.flush();
  }

  async #read(found: Found, isCurrent: () => boolean): Promise<void> {
    await this.#readAll(found.rosters, isCurrent);
    for (const uri of found.markdown) this.#markdown.set(uri.toString(), uri);
    await this.#sink.rostersRead();
    const playbooks = [...found.playbooks, ...found.markdown].filter((uri) => this.#named.isPlaybook(uri));
    await this.#readAll(playbooks, isCurrent);
  }

  async #readAll(uris: readonly vscode.Uri[], isCurrent: () => boolean): Promise<void> {
    this.#slice.begin();
    for (let i = 0; i < uris.length && isCurrent(); i += PARALLEL) {
      const texts = await Promise.all(uris.slice(i, i + PARALLEL).map((uri) => this.#readText(uri)));
      for (const [j, text] of texts.entries()) {
        const uri = uris[i + j];
        if (uri && text !== undefined && isCurrent()) this.#take(uri, text);
        if (await this.#slice.pause()) this.#sink.flush();
      }
    }
    this.#sink.flush();
  }

  async #readOne(uri: vscode.Uri): Promise<void> {
    const text = await this.#readText(uri);
    if (text !== undefined) this.#take(uri, text);
  }

  #take(uri: vscode.Uri, text: string): void {
    if (this.#sink.isOpen(uri)) return;
    if (isRosterName(uri.path)) this.#sink.setRoster(uri, text);
    else if (this.#named.isPlaybook(uri)) this.#sink.setPlaybook(uri, text);
    else this.#sink.forget(uri);
  }

  async #readText(uri: vscode.Uri): Promise<string | undefined> {
    if (this.#sink.isOpen(uri)) return undefined;
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      if (bytes.length <= MAX_FILE_SIZE) return new TextDecoder().decode(bytes);
      this.#log.warn(`Not read, as it is larger than 10 MB: ${uri.toString(true)}`);
    } catch (error) {
      // A file may be gone again before it is read: that is no failure.
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#log.error(`Cannot read ${uri.toString(true)}`, error);
    }
    this.#sink.forget(uri);
    return undefined;
  }

  async #appeared(uri: vscode.Uri): Promise<void> {
    if (isOurName(uri)) {
      await this.#changed(uri);
      return;
    }
    // A folder that was moved here is one event for all that it holds. Files of other kinds are none of our business.
    const walk = this.#walkOf(uri);
    if (!walk || walk.isIgnored(uri)) return;
    const type = await vscode.workspace.fs.stat(uri).then(
      (s) => s.type,
      () => vscode.FileType.Unknown,
    );
    if (type === vscode.FileType.Directory) await this.#read(await walk.find(uri), () => true);
  }

  async #changed(uri: vscode.Uri): Promise<void> {
    if (uri.path.endsWith('/.gitignore')) {
      await this.scan();
      return;
    }
    if (!isOurName(uri) || this.#walkOf(uri)?.isIgnored(uri) !== false) return;
    if (!isRosterName(uri.path) && !isPlaybookName(uri.path)) this.#markdown.set(uri.toString(), uri);
    await this.#readOne(uri);
    this.#sink.flush();
  }

  #gone(uri: vscode.Uri): void {
    this.#markdown.delete(uri.toString());
    this.#sink.forget(uri);
    this.#sink.flush();
    if (uri.path.endsWith('/.gitignore')) void this.scan();
  }

  #walkOf(uri: vscode.Uri): WorkspaceWalk | undefined {
    const key = uri.toString();
    return this.#walks.find(({ root }) => key.startsWith(`${root.toString().replace(/\/$/, '')}/`))?.walk;
  }
}

function isOurName({ path }: vscode.Uri): boolean {
  return isMarkdownName(path) || isRosterName(path) || path.endsWith('/.gitignore');
}
