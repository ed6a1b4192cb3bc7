import * as vscode from 'vscode';
import { isUtf16 } from '../text/utf16.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import type { NamedFiles } from './namedFiles.ts';
import { inSlices, TimeSlice } from './timeSlice.ts';
import { WorkspaceWalk, type Found } from './workspaceWalk.ts';

/** A roster or playbook larger than this, in bytes, is no text that people write. */
const MAX_FILE_SIZE = 10_000_000;
/** Files that are read at once. */
const PARALLEL = 32;

/** Quiet time after an event of the file system before files are read again, in milliseconds. */
const EVENT_PAUSE = 50;

/** What becomes of the files on disk. */
export interface FileSink {
  /** Whether an open buffer stands before the file. */
  readonly isOpen: (uri: vscode.Uri) => boolean;
  readonly isKnown: (uri: vscode.Uri) => boolean;
  /** So many playbooks are about to be read. */
  readonly expect: (count: number) => void;
  readonly setPlaybook: (uri: vscode.Uri, text: string) => void;
  readonly setRoster: (uri: vscode.Uri, text: string) => void;
  /** Makes what lists show of a file that was just set, if it is a playbook. */
  readonly summarize: (uri: vscode.Uri) => void;
  /** Files that a scan did not find again are gone, or are ignored now. */
  readonly keepOnly: (found: ReadonlySet<string>) => void;
  /** These files, and what lay below them if they were folders, are gone or no longer ours. */
  readonly forget: (uris: readonly vscode.Uri[]) => void;
  /** A piece of work is done: what has changed may be shown. */
  readonly flush: () => void;
  /** All rosters are read: which Markdown files are playbooks may be asked. */
  readonly rostersRead: () => void;
}

/** The playbooks and rosters on disk: finds them, reads them, and follows their changes. */
export class WorkspaceFiles implements vscode.Disposable {
  readonly #sink: FileSink;
  readonly #named: NamedFiles;
  readonly #log: vscode.LogOutputChannel;
  readonly #watcher: vscode.Disposable;
  readonly #slice = new TimeSlice();
  /** Every Markdown file: a roster may name one, or exclude one that is a playbook by its name. */
  readonly #markdown = new Map<string, vscode.Uri>();
  #walks: readonly { readonly root: vscode.Uri; readonly walk: WorkspaceWalk }[] = [];
  /** Files that the running scan found, or that appeared meanwhile. */
  #found = new Set<string>();
  #scan = 0;
  readonly #events = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Scans and batches of events, one after the other: a rule on what to ignore holds for all that comes after it. */
  #work: Promise<void> = Promise.resolve();

  constructor(sink: FileSink, named: NamedFiles, log: vscode.LogOutputChannel) {
    this.#sink = sink;
    this.#named = named;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => {
        this.#saw(uri);
      }),
      watcher.onDidChange((uri) => {
        this.#saw(uri);
      }),
      watcher.onDidDelete((uri) => {
        this.#saw(uri);
      }),
    );
  }

  dispose(): void {
    this.#scan++;
    clearTimeout(this.#timer);
    this.#watcher.dispose();
  }

  /** Finds and reads everything anew. A later scan ends an earlier one. */
  scan(): Promise<void> {
    this.#work = this.#work.then(() => this.#scanNow());
    return this.#work;
  }

  async #scanNow(): Promise<void> {
    const scan = ++this.#scan;
    this.#found = new Set();
    const folders = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
    const walks = folders.map((root) => ({ root, walk: new WorkspaceWalk(root, this.#log) }));
    const found = await Promise.all(walks.map(({ walk }) => walk.find()));
    if (scan !== this.#scan) return;
    this.#walks = walks;
    this.#markdown.clear();
    for (const f of found) await this.#read(f, () => scan === this.#scan);
    await this.#slice.next();
    if (scan !== this.#scan) return;
    this.#sink.keepOnly(this.#found);
    this.#sink.flush();
  }

  /** The rosters name other files than before: reads what is new, forgets what is no playbook any more. */
  async namesChanged(): Promise<void> {
    const added: vscode.Uri[] = [];
    const removed: vscode.Uri[] = [];
    for await (const uri of inSlices([...this.#markdown.values()])) {
      if (!this.#named.isPlaybook(uri)) removed.push(uri);
      else if (!this.#sink.isKnown(uri)) added.push(uri);
    }
    this.#sink.forget(removed);
    await this.#readAll(added, () => true);
  }

  /** A file whose buffer was closed counts as it stands on disk. */
  async reread(uri: vscode.Uri): Promise<void> {
    // An ignored file is looked at only while it is open.
    if (this.#walkOf(uri)?.isIgnored(uri) === false) await this.#readOne(uri);
    else this.#sink.forget([uri]);
    this.#sink.flush();
  }

  async #read(found: Found, isCurrent: () => boolean): Promise<void> {
    await this.#readAll(found.rosters, isCurrent);
    this.#sink.rostersRead();
    const playbooks: vscode.Uri[] = [];
    for await (const uri of inSlices([...found.playbooks, ...found.markdown])) {
      this.#markdown.set(uri.toString(), uri);
      if (this.#named.isPlaybook(uri)) playbooks.push(uri);
    }
    this.#sink.expect(playbooks.length);
    await this.#readAll(playbooks, isCurrent);
  }

  async #readAll(uris: readonly vscode.Uri[], isCurrent: () => boolean): Promise<void> {
    const read = (from: number) =>
      Promise.all(uris.slice(from, from + PARALLEL).map((uri) => this.#readText(uri)));
    this.#slice.begin();
    let next = read(0);
    for (let i = 0; i < uris.length && isCurrent(); i += PARALLEL) {
      const texts = await next;
      // The disk works on while these are parsed.
      next = read(i + PARALLEL);
      for (const [j, text] of texts.entries()) {
        const uri = uris[i + j];
        if (uri) this.#found.add(uri.toString());
        if (!uri || text === undefined || !isCurrent()) continue;
        this.#take(uri, text);
        await this.#slice.pause();
        // As long as its tree is there: in a large workspace it would have to be made again.
        this.#sink.summarize(uri);
        await this.#slice.pause();
      }
    }
    // All at once: judging and grouping file by file in between would put off the end of the reading.
    this.#sink.flush();
  }

  async #readOne(uri: vscode.Uri): Promise<void> {
    this.#found.add(uri.toString());
    const text = await this.#readText(uri);
    if (text !== undefined) this.#take(uri, text);
  }

  #take(uri: vscode.Uri, text: string): void {
    if (this.#sink.isOpen(uri)) return;
    if (isRosterName(uri.path)) this.#sink.setRoster(uri, text);
    else if (this.#named.isPlaybook(uri)) this.#sink.setPlaybook(uri, text);
    else this.#sink.forget([uri]);
  }

  async #readText(uri: vscode.Uri): Promise<string | undefined> {
    if (this.#sink.isOpen(uri)) return undefined;
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      if (bytes.length > MAX_FILE_SIZE)
        this.#log.warn(`Not read, as it is larger than 10 MB: ${uri.toString(true)}`);
      else if (isUtf16(bytes))
        this.#log.warn(`Not read, as it is saved as UTF-16. Save it as UTF-8: ${uri.toString(true)}`);
      else return new TextDecoder().decode(bytes);
    } catch (error) {
      // A file may be gone again before it is read: that is no failure.
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#log.error(`Cannot read ${uri.toString(true)}`, error);
    }
    this.#sink.forget([uri]);
    return undefined;
  }

  /** Events come in bursts, so what happened is looked up once they pause; one batch at a time. */
  #saw(uri: vscode.Uri): void {
    this.#events.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const uris = [...this.#events.values()];
      this.#events.clear();
      this.#work = this.#work
        .then(() => this.#follow(uris))
        .catch((error: unknown) => {
          this.#log.error('Cannot follow changes of files', error);
        });
    }, EVENT_PAUSE);
  }

  async #follow(uris: readonly vscode.Uri[]): Promise<void> {
    if (uris.some((uri) => uri.path.endsWith('/.gitignore'))) {
      await this.#scanNow();
      return;
    }
    const types = await Promise.all(uris.map((uri) => this.#typeOf(uri)));
    const files: vscode.Uri[] = [];
    const gone: vscode.Uri[] = [];
    for (const [i, uri] of uris.entries()) {
      const type = types[i];
      if (type === undefined) {
        this.#markdown.delete(uri.toString());
        gone.push(uri);
      } else if (type === vscode.FileType.Directory) {
        // A folder that was moved here is one event for all that it holds.
        const walk = this.#walkOf(uri);
        if (walk && !walk.isIgnored(uri)) await this.#read(await walk.find(uri), () => true);
      } else if (this.#walkOf(uri)?.isIgnored(uri) === false) files.push(uri);
    }
    this.#sink.forget(gone);
    const isRoster = (uri: vscode.Uri) => isRosterName(uri.path);
    const playbooks = files.filter((uri) => !isRoster(uri));
    const markdown = playbooks.filter((uri) => !isPlaybookName(uri.path));
    await this.#read(
      {
        rosters: files.filter(isRoster),
        playbooks: playbooks.filter((u) => isPlaybookName(u.path)),
        markdown,
      },
      () => true,
    );
  }

  /** Undefined when there is nothing, or nothing of ours. */
  async #typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      return type === vscode.FileType.Directory || isOurName(uri) ? type : undefined;
    } catch {
      return undefined;
    }
  }

  #walkOf(uri: vscode.Uri): WorkspaceWalk | undefined {
    const key = uri.toString();
    return this.#walks.find(({ root }) => key.startsWith(`${root.toString().replace(/\/$/, '')}/`))?.walk;
  }
}

function isOurName({ path }: vscode.Uri): boolean {
  return isMarkdownName(path) || isRosterName(path) || path.endsWith('/.gitignore');
}
