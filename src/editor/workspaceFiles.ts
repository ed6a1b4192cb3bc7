import * as vscode from 'vscode';
import { append } from '../text/lists.ts';
import { isUtf16 } from '../text/utf16.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import { MAX_FILE_SIZE, readDiskFile } from './diskFile.ts';
import { LookAgain } from './lookAgain.ts';
import type { NamedFiles } from './namedFiles.ts';
import { Stamps } from './stamps.ts';
import { inSlices, TimeSlice } from './timeSlice.ts';
import { watchFiles } from './watchFiles.ts';
import { WorkspaceWalk, type Found } from './workspaceWalk.ts';

/** Files that are read at once. */
const PARALLEL = 32;

/** Quiet time after an event of the file system before files are read again, in milliseconds. */
const EVENT_PAUSE = 50;

const GIT_RULES = /\/(?:\.gitignore|\.git\/info\/exclude)$/;
/** What rosters are called that we make. */
const ROSTER_NAMES = ['roster.yml', 'people.roster.yml'];

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
  readonly #stamps = new Stamps();
  readonly #again = new LookAgain((uris) => this.#queue(() => this.#lookAgain(uris)));
  readonly #slice = new TimeSlice();
  /** Every Markdown file: a roster may name one, or exclude one that is a playbook by its name. */
  readonly #markdown = new Map<string, vscode.Uri>();
  /** Rosters that are being read by themselves. Whoever takes or forgets one meanwhile knows better. */
  readonly #early = new Set<string>();
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
    this.#watcher = watchFiles((uri) => {
      this.#saw(uri);
    });
  }

  dispose(): void {
    this.#scan++;
    clearTimeout(this.#timer);
    this.#again.dispose();
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
    const walks = this.#newWalks();
    const found = await Promise.all(walks.map(({ walk }) => walk.find()));
    if (scan !== this.#scan) return;
    this.#walks = walks;
    this.#markdown.clear();
    this.#stamps.clear();
    for (const f of found) await this.#read(f, () => scan === this.#scan);
    await this.#slice.next();
    if (scan !== this.#scan) return;
    this.#sink.keepOnly(this.#found);
    this.#sink.flush();
    this.#again.behindAll();
  }

  /**
   * Reads the rosters that speak for files, those in their folders and above, unless they are known as they stand. It
   * waits for no scan: what somebody looks at should be judged soon, and as it will stay.
   */
  async readAbove(files: readonly vscode.Uri[]): Promise<void> {
    try {
      // Before the first scan nothing has been looked into.
      if (this.#walks.length === 0) this.#walks = this.#newWalks();
      const found = await Promise.all(
        this.#walks.map(({ walk }) => walk.rostersAbove(files.filter((uri) => this.#walkOf(uri) === walk))),
      );
      const rosters = found.flat();
      for (const uri of rosters) this.#early.add(uri.toString());
      const texts = await Promise.all(
        rosters.map(async (uri) =>
          this.#sink.isKnown(uri) && (await this.#isSame(uri)) ? undefined : this.#readText(uri),
        ),
      );
      for (const [i, uri] of rosters.entries()) {
        const text = texts[i];
        this.#found.add(uri.toString());
        if (this.#early.delete(uri.toString()) && text !== undefined) this.#take(uri, text);
      }
    } catch (error) {
      this.#log.error('Cannot read the rosters above a file', error);
    }
  }

  /** Whether Git ignores a file of the workspace, as far as its folders have been looked into. */
  isIgnored(uri: vscode.Uri): boolean {
    return this.#walkOf(uri)?.isIgnored(uri) === true;
  }

  /** All Markdown that Git does not ignore and whose URI begins like that, playbooks among it; in a stable order. */
  markdownBelow(below: string): vscode.Uri[] {
    const keys = [...this.#markdown.keys()].filter((key) => key.startsWith(below)).sort();
    return keys.flatMap((key) => this.#markdown.get(key) ?? []);
  }

  /** Reads what has changed in a folder and in the rosters above it, and has not been told of yet. */
  refresh(folder: vscode.Uri): Promise<void> {
    const uris = [folder];
    for (let above = folder; above.path.length > 1; above = vscode.Uri.joinPath(above, '..')) {
      for (const name of ROSTER_NAMES) uris.push(vscode.Uri.joinPath(above, name));
      if (!this.#walkOf(vscode.Uri.joinPath(above, '..'))) break;
    }
    return this.#queue(() => this.#lookAgain(uris));
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
    const walk = this.#walkOf(uri);
    if (walk && !(await walk.isLeftOut(uri))) await this.#readOne(uri);
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
    this.#early.delete(uri.toString());
    if (this.#sink.isOpen(uri)) return;
    if (isRosterName(uri.path)) this.#sink.setRoster(uri, text);
    else if (this.#named.isPlaybook(uri)) this.#sink.setPlaybook(uri, text);
    else this.#sink.forget([uri]);
  }

  async #readText(uri: vscode.Uri): Promise<string | undefined> {
    if (this.#sink.isOpen(uri)) return undefined;
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      // What is written while we read has another time or size, and shows when it is looked at again.
      this.#stamps.set(uri, stat);
      const bytes = await readDiskFile(uri, stat);
      if (bytes && !isUtf16(bytes)) return new TextDecoder().decode(bytes);
      const why = bytes
        ? 'saved as UTF-16 (save it as UTF-8)'
        : `larger than ${MAX_FILE_SIZE / 1_000_000} MB`;
      this.#log.warn(`Not read, as it is ${why}: ${uri.toString(true)}`);
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
      void this.#queue(async () => {
        this.#again.behind(await this.#follow(uris));
      });
    }, EVENT_PAUSE);
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#log.error('Cannot follow changes of files', error);
    });
    return this.#work;
  }

  /** Reads what looks other than it did when it was read, and what nobody has told of. */
  async #lookAgain(uris: readonly vscode.Uri[]): Promise<void> {
    const candidates = new Map<string, vscode.Uri>();
    for (const uri of uris) {
      for (const file of await this.#filesOf(uri)) candidates.set(file.toString(), file);
    }
    const changed: vscode.Uri[] = [];
    const all = [...candidates.values()];
    this.#slice.begin();
    for (let i = 0; i < all.length; i += PARALLEL) {
      const batch = all.slice(i, i + PARALLEL);
      const same = await Promise.all(batch.map((uri) => this.#isSame(uri)));
      append(
        changed,
        batch.filter((_, j) => same[j] !== true),
      );
      await this.#slice.pause();
    }
    if (changed.length > 0) await this.#follow(changed);
  }

  /** The files that a URI stands for, as they are found and as they were known. */
  async #filesOf(uri: vscode.Uri): Promise<vscode.Uri[]> {
    const type = await this.#typeOf(uri);
    if (type !== vscode.FileType.Directory) return [uri];
    const walk = this.#walkOf(uri);
    if (!walk || (await walk.isLeftOut(uri, true))) return [];
    const { rosters, playbooks, markdown } = await walk.find(uri);
    const isWanted = (file: vscode.Uri) =>
      this.#named.isPlaybook(file) || !this.#markdown.has(file.toString());
    const known = this.#stamps.below(uri).map((key) => vscode.Uri.parse(key));
    return [...rosters, ...[...playbooks, ...markdown].filter(isWanted), ...known];
  }

  async #isSame(uri: vscode.Uri): Promise<boolean> {
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      return (await this.#isLeftOut(uri))
        ? !this.#stamps.has(uri)
        : this.#sink.isOpen(uri) || this.#stamps.isSame(uri, stat);
    } catch {
      return !this.#stamps.has(uri) && !this.#sink.isKnown(uri);
    }
  }

  /** @returns what of it is ours, or may hold something of ours */
  async #follow(uris: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
    if (await this.#mayLeaveOutOthers(uris)) {
      await this.#scanNow();
      return uris.map((uri) => (uri.path.endsWith('/.gitignore') ? vscode.Uri.joinPath(uri, '..') : uri));
    }
    const types = await Promise.all(uris.map((uri) => this.#typeOf(uri)));
    const files: vscode.Uri[] = [];
    const gone: vscode.Uri[] = [];
    const folders: vscode.Uri[] = [];
    for (const [i, uri] of uris.entries()) {
      const type = types[i];
      if (type === undefined) gone.push(uri);
      else if (type === vscode.FileType.Directory) {
        // A folder that was moved here is one event for all that it holds, and may stand in another's place.
        const walk = this.#walkOf(uri);
        if (!walk || (await walk.isLeftOut(uri, true))) continue;
        folders.push(uri);
        await this.readAbove([uri]);
        const found = await walk.find(uri);
        const isThere = new Set(
          [...found.rosters, ...found.playbooks, ...found.markdown].map((file) => file.toString()),
        );
        for (const key of this.#stamps.below(uri)) if (!isThere.has(key)) gone.push(vscode.Uri.parse(key));
        await this.#read(found, () => true);
      } else if (!(await this.#isLeftOut(uri))) files.push(uri);
      else if (!this.#sink.isOpen(uri)) gone.push(uri);
    }
    for (const uri of gone) {
      for (const key of [uri.toString(), ...this.#stamps.below(uri)]) {
        this.#stamps.delete(key);
        this.#early.delete(key);
        this.#markdown.delete(key);
      }
    }
    this.#sink.forget(gone);
    const isRoster = (uri: vscode.Uri) => isRosterName(uri.path);
    // A roster that was written with them may be told of later.
    await this.readAbove(files.filter((uri) => !isRoster(uri) && !this.#sink.isKnown(uri)));
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
    return [...files, ...folders, ...gone.filter(isOurName)];
  }

  async #isLeftOut(uri: vscode.Uri): Promise<boolean> {
    return (await this.#walkOf(uri)?.isLeftOut(uri)) === true;
  }

  /** Whether Git may leave out other files now: its rules have changed, or what it tracks of what they ignore. */
  async #mayLeaveOutOthers(uris: readonly vscode.Uri[]): Promise<boolean> {
    if (uris.some(({ path }) => GIT_RULES.test(path))) return true;
    for (const uri of uris.filter(({ path }) => path.endsWith('/.git/index')))
      if (await this.#walkOf(uri)?.hasOtherFiles(uri)) return true;
    return false;
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

  #newWalks(): { readonly root: vscode.Uri; readonly walk: WorkspaceWalk }[] {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
    return folders.map((root) => ({ root, walk: new WorkspaceWalk(root, this.#log) }));
  }

  #walkOf(uri: vscode.Uri): WorkspaceWalk | undefined {
    const key = uri.toString();
    return this.#walks.find(({ root }) => `${key}/`.startsWith(`${root.toString().replace(/\/$/, '')}/`))
      ?.walk;
  }
}

function isOurName({ path }: vscode.Uri): boolean {
  return isMarkdownName(path) || isRosterName(path) || path.endsWith('/.gitignore');
}
