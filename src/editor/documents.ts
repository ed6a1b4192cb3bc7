import * as vscode from 'vscode';
import { folderOf, isBeside, isRosterName } from '../workspace/files.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import { limited } from '../workspace/room.ts';
import type { FileView } from '../workspace/fileView.ts';
import { WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { Baselines } from './baselines.ts';
import { NamedFiles } from './namedFiles.ts';
import { whileReading } from './inProgress.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

/** Quiet time after a keystroke before a document is read again, in milliseconds. */
const TYPING_PAUSE = 120;

/**
 * Keeps the index in step with the workspace: every playbook and roster of every folder, the open buffer with its
 * unsaved text before the file on disk.
 */
export class Documents implements vscode.Disposable {
  readonly index = new WorkspaceIndex(roots(), limited);
  /** What is known from before. Another baseline counts as a change of every file of its folder. */
  readonly baselines: Baselines;
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #allRead = new vscode.EventEmitter<void>();
  readonly #open = new Map<string, vscode.TextDocument>();
  /** Open documents that are read as soon as the rosters above them are, by URI: what these undo must not flash up. */
  readonly #waiting = new Map<string, Waiting>();
  /** Open documents whose files are gone, by URI, with their versions: a tab alone brings no task back. */
  readonly #gone = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Changed since the last event. */
  readonly #pending = new Map<string, vscode.Uri>();
  readonly #named = new NamedFiles();
  readonly #files: WorkspaceFiles;
  readonly #disposables: { dispose(): unknown }[];
  #ready: Promise<void> | undefined;
  /** What rosters that have just changed say of files is being looked up. */
  #naming: Promise<void> = Promise.resolve();
  /** The version of what they say whose files have been read. */
  #namesRead = 0;

  /** URIs whose view may have changed, or that are no longer known. */
  readonly onDidChange = this.#changed.event;
  /** Every file of the workspace has been read once. */
  readonly onDidReadAll = this.#allRead.event;

  constructor(log: vscode.LogOutputChannel) {
    this.baselines = new Baselines(log, (folder) => {
      this.#markBelow(`${folder.toString().replace(/\/$/, '')}/`);
      this.#fire();
    });
    this.#files = new WorkspaceFiles(
      {
        isOpen: (uri) => this.#open.has(uri.toString()) || this.#waiting.has(uri.toString()),
        isKnown: (uri) => this.index.has(uri.toString()),
        expect: (count) => {
          this.index.expect(count);
        },
        setPlaybook: (uri, text) => {
          this.#gone.delete(uri.toString());
          this.index.setPlaybook(uri.toString(), text);
          this.#mark(uri);
        },
        setRoster: (uri, text) => {
          this.index.setRoster(uri.toString(), text);
          this.#rosterChanged(uri);
        },
        summarize: (uri) => {
          this.index.summary(uri.toString());
        },
        keepOnly: (found) => {
          this.#adopt();
          const isElsewhere = (key: string) => {
            const open = this.#open.get(key);
            return open && (this.index.isGuest(key) || !vscode.workspace.getWorkspaceFolder(open.uri));
          };
          this.#forget((key) => !found.has(key) && !isElsewhere(key));
        },
        forget: (uris) => {
          const gone = new Set(uris.map((uri) => uri.toString()));
          if (gone.size > 0) this.#forget((key) => isOrLiesBelow(key, gone));
        },
        flush: () => {
          this.#adopt();
          this.#fire();
        },
        rostersRead: () => {
          this.#named.update(this.index);
        },
      },
      this.#named,
      log,
    );
    this.#disposables = [this.#changed, this.#allRead, this.#files, this.baselines];
  }

  /**
   * Settles when every file of the workspace has been read once, and what was opened this moment, too. Starts the
   * reading when first asked.
   */
  async whenReady(): Promise<void> {
    await (this.#ready ??= this.#start());
    await Promise.all([...this.#waiting.values()].map(({ read }) => read));
  }

  /** The same, after every file that a roster names which has just been written. */
  async whenNamed(): Promise<void> {
    await this.whenReady();
    await this.#naming;
  }

  /** Reads what is new in a folder and in the rosters above it: events of the file system come late. */
  async refresh(folder: vscode.Uri): Promise<void> {
    await this.whenReady();
    await whileReading(this.#files.refresh(folder));
    await this.#naming;
  }

  /** All Markdown of a folder that Git does not ignore and no roster excludes, playbooks among it. */
  markdownBelow(folder: vscode.Uri): vscode.Uri[] {
    const below = `${folder.toString().replace(/\/$/, '')}/`;
    const open = vscode.workspace.textDocuments
      .map((d) => d.uri)
      .filter((uri) => uri.toString().startsWith(below) && isMarkdownName(uri.path))
      .filter((uri) => !this.#files.isIgnored(uri));
    const all = new Map([...this.#files.markdownBelow(below), ...open].map((uri) => [uri.toString(), uri]));
    return [...all.values()].filter((uri) => !this.#named.isExcluded(uri));
  }

  /** Whether a file is a playbook, by its name or a roster. */
  isPlaybookFile(uri: vscode.Uri): boolean {
    return this.#named.isPlaybook(uri);
  }

  /**
   * The view of a document as its text stands now; undefined for a document that is not ours, and for one that was opened
   * this moment.
   */
  view(document: vscode.TextDocument): FileView | undefined {
    if (this.#waiting.has(document.uri.toString())) return undefined;
    this.#flush(document);
    return this.index.view(document.uri.toString());
  }

  /** The same once what speaks for the document has been read. */
  async viewOnceRead(document: vscode.TextDocument): Promise<FileView | undefined> {
    void this.whenReady();
    await this.#waiting.get(document.uri.toString())?.read;
    return this.view(document);
  }

  /** By its language, its name or a roster; but not where a roster says to leave it alone. */
  isPlaybook(document: vscode.TextDocument): boolean {
    // The left side of a comparison with Git is no file that anybody edits.
    if (document.uri.scheme === 'git' || this.#named.isExcluded(document.uri)) return false;
    if (isBeside(document.uri.path)) return false;
    return document.languageId === 'playbook' || this.#named.isPlaybook(document.uri);
  }

  /** A roster in a folder that is to be left alone still applies there, but nobody wants to hear about it. */
  isLeftAlone(uri: vscode.Uri): boolean {
    return isRosterName(uri.path) && this.#named.isExcluded(uri);
  }

  /** Open documents that the index knows. */
  openDocuments(): vscode.TextDocument[] {
    return [...this.#open.values()];
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #start(): Promise<void> {
    this.#disposables.push(
      vscode.workspace.onDidOpenTextDocument((d) => {
        void this.#opened(d);
      }),
      vscode.workspace.onDidChangeTextDocument((e) => {
        this.#scheduleRead(e.document);
      }),
      vscode.workspace.onDidCloseTextDocument((d) => {
        this.#close(d);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.index.setRoots(roots());
        void this.baselines.read().then(() => this.#files.scan());
      }),
    );
    // What the user looks at is judged first, and as it will stay.
    const baselines = this.baselines.read();
    await Promise.all([baselines, ...vscode.workspace.textDocuments.map((d) => this.#opened(d))]);
    await whileReading(this.#files.scan());
    await Promise.all([...this.#waiting.values()].map(({ read }) => read));
    this.#adopt();
    this.#fire();
    this.#allRead.fire();
  }

  /** A file that is known has been judged by its rosters already. */
  #opened(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { getWorkspaceFolder } = vscode.workspace;
    if (!this.#isOurs(document) || this.index.has(key) || !getWorkspaceFolder(document.uri)) {
      this.#read(document);
      this.#fire();
      return Promise.resolve();
    }
    const read = this.#readWithRosters(document);
    this.#waiting.set(key, { document, read });
    return read;
  }

  async #readWithRosters(document: vscode.TextDocument): Promise<void> {
    const { uri } = document;
    await Promise.all([this.#files.readAbove([uri]), this.baselines.whenRead()]);
    // It may have been closed meanwhile, or read for the sake of another.
    if (this.#waiting.get(uri.toString())?.document !== document) return;
    for (const other of [...this.#waiting.values()]) {
      // What speaks for an open roster further up has been read as well.
      if (isRosterName(other.document.uri.path) && speaksFor(other.document.uri, uri))
        this.#admit(other.document);
    }
    this.#admit(document);
    this.#fire();
  }

  /** Reads a document that has waited. */
  #admit(document: vscode.TextDocument): void {
    this.#waiting.delete(document.uri.toString());
    this.#named.update(this.index);
    this.#read(document);
  }

  #scheduleRead(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.#isOurs(document) || this.#waiting.has(key)) return;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#flush(document);
      }, TYPING_PAUSE),
    );
  }

  /** Reads a document now if an edit is waiting. */
  #flush(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const timer = this.#timers.get(key);
    if (timer === undefined) return;
    clearTimeout(timer);
    this.#timers.delete(key);
    this.#read(document);
    this.#fire();
  }

  #read(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!this.#isOurs(document)) {
      if (this.#open.has(key)) this.#close(document);
      return;
    }
    if (this.#gone.get(key) === document.version) return;
    this.#gone.delete(key);
    this.#open.set(key, document);
    if (isRosterName(document.uri.path)) {
      this.index.setRoster(key, document.getText());
      this.#rosterChanged(document.uri);
    } else {
      this.index.setPlaybook(key, document.getText(), true);
      this.index.setGuest(key, this.#isGuest(document));
      this.#mark(document.uri);
    }
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.#gone.delete(key);
    this.#waiting.delete(key);
    if (!this.#open.delete(key)) return;
    // Unsaved text is gone with its editor: what counts again is the file.
    void this.#files.reread(document.uri);
  }

  /** Unsaved text outlives its file. */
  #forget(isGone: (uri: string) => boolean): void {
    for (const key of this.index.uris()) {
      if (!isGone(key) || this.#open.get(key)?.isDirty) continue;
      const open = this.#open.get(key);
      if (open) this.#gone.set(key, open.version);
      this.#open.delete(key);
      this.index.delete(key);
      const uri = vscode.Uri.parse(key);
      if (isRosterName(uri.path)) this.#rosterChanged(uri);
      else this.#mark(uri);
    }
  }

  /** A roster speaks for every playbook and roster beneath it, and may name files. */
  #rosterChanged(roster: vscode.Uri): void {
    this.#mark(roster);
    this.#markBelow(roster.toString().slice(0, roster.toString().lastIndexOf('/') + 1));
    if (!this.#ready) return;
    const before = this.#naming.catch(() => undefined);
    this.#naming = this.#ready.then(() => before).then(() => this.#updateNames());
  }

  async #updateNames(): Promise<void> {
    this.#named.update(this.index);
    // Whoever reads a roster needs to know at once what it names; that others must be read is for here alone.
    if (this.#named.version === this.#namesRead) return;
    this.#namesRead = this.#named.version;
    await this.#files.namesChanged();
    this.#adopt();
    // An excluded one is silent.
    for (const key of this.index.rosterUris()) this.#mark(vscode.Uri.parse(key));
    this.#fire();
  }

  /** Documents may be playbooks by a roster alone, which has just been read, or be none any more. */
  #adopt(): void {
    for (const document of vscode.workspace.textDocuments) {
      const key = document.uri.toString();
      if (this.#waiting.has(key)) continue;
      const isOurs = this.#isOurs(document);
      if (isOurs !== this.#open.has(key) || (isOurs && this.index.isGuest(key) !== this.#isGuest(document))) {
        this.#read(document);
      }
    }
  }

  #markBelow(folder: string): void {
    for (const key of this.index.uris()) if (key.startsWith(folder)) this.#mark(vscode.Uri.parse(key));
  }

  #isOurs(document: vscode.TextDocument): boolean {
    // A roster that Git ignores applies to nothing, open or not.
    if (isRosterName(document.uri.path)) return !this.#files.isIgnored(document.uri);
    return this.isPlaybook(document);
  }

  /**
   * What the command line would not find in the workspace helps whoever looks at it, and counts for nothing. Without a
   * folder, and for what has no file yet, there is nothing else to go by.
   */
  #isGuest({ uri }: vscode.TextDocument): boolean {
    if (isRosterName(uri.path) || uri.scheme === 'untitled' || !vscode.workspace.workspaceFolders?.length)
      return false;
    return (
      !vscode.workspace.getWorkspaceFolder(uri) || this.#files.isIgnored(uri) || !this.#named.isPlaybook(uri)
    );
  }

  #mark(uri: vscode.Uri): void {
    this.#pending.set(uri.toString(), uri);
  }

  #fire(): void {
    if (this.#pending.size === 0) return;
    const uris = [...this.#pending.values()];
    this.#pending.clear();
    this.#changed.fire(uris);
  }
}

interface Waiting {
  readonly document: vscode.TextDocument;
  /** Settles when it has been read. */
  readonly read: Promise<void>;
}

/** A roster speaks for its folder and all below. */
function speaksFor(roster: vscode.Uri, uri: vscode.Uri): boolean {
  return uri.toString().startsWith(folderOf(roster.toString()));
}

/** A folder that is gone is one event for all that it held. */
function isOrLiesBelow(uri: string, folders: ReadonlySet<string>): boolean {
  for (let end = uri.length; end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}

function roots(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri.toString());
}
