import * as vscode from 'vscode';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { WorkspaceIndex, type FileView } from '../workspace/workspaceIndex.ts';

/** Quiet time after a keystroke before a document is read again, in milliseconds. */
const TYPING_PAUSE = 120;
/** A roster or playbook larger than this, in bytes, is no text that people write. */
const MAX_FILE_SIZE = 10_000_000;

/**
 * Keeps the index in step with the editor: open playbooks with their unsaved text, and every roster of the workspace,
 * the open buffer before the file on disk.
 */
export class Documents implements vscode.Disposable {
  readonly index: WorkspaceIndex;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: { dispose(): unknown }[] = [this.#changed];
  readonly #open = new Map<string, vscode.TextDocument>();

  /** URIs whose problems may have changed, or that are no longer known. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.index = new WorkspaceIndex(roots());
  }

  /** Reads what is there and listens from then on. */
  async start(): Promise<void> {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,yml,yaml}');
    this.#disposables.push(
      watcher,
      watcher.onDidCreate((uri) => this.#readRosterFile(uri)),
      watcher.onDidChange((uri) => this.#readRosterFile(uri)),
      watcher.onDidDelete((uri) => {
        // Unsaved text outlives its file.
        if (!this.#open.get(uri.toString())?.isDirty) this.#forget(uri);
      }),
      vscode.workspace.onDidOpenTextDocument((d) => {
        this.#read(d);
      }),
      vscode.workspace.onDidChangeTextDocument((e) => {
        this.#scheduleRead(e.document);
      }),
      vscode.workspace.onDidCloseTextDocument((d) => {
        this.#close(d);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.index.setRoots(roots());
        void this.#readRosters();
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#read(document);
    await this.#readRosters();
  }

  /** The view of a document as its text stands now; undefined for a document that is not ours. */
  view(document: vscode.TextDocument): FileView | undefined {
    this.#flush(document);
    return this.index.view(document.uri.toString());
  }

  /** Open documents that the index knows. */
  openDocuments(): vscode.TextDocument[] {
    return [...this.#open.values()];
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #readRosters(): Promise<void> {
    const files = await vscode.workspace.findFiles('**/*.{yml,yaml}', '**/node_modules/**');
    await Promise.all(files.map((uri) => this.#readRosterFile(uri)));
  }

  async #readRosterFile(uri: vscode.Uri): Promise<void> {
    // An open buffer says more than the file.
    if (!isRosterName(uri.toString()) || this.#open.has(uri.toString())) return;
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > MAX_FILE_SIZE) {
        this.#log.warn(`Not read, as it is larger than 10 MB: ${uri.toString(true)}`);
        return;
      }
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      if (this.#open.has(uri.toString())) return;
      this.index.setRoster(uri.toString(), text);
      this.#rosterChanged(uri);
    } catch (error) {
      // A file may be gone again before it is read: that is no failure.
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') this.#forget(uri);
      else this.#log.error(`Cannot read ${uri.toString(true)}`, error);
    }
  }

  #scheduleRead(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!isOurs(document)) return;
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
  }

  #read(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (!isOurs(document)) {
      if (this.#open.has(key)) this.#close(document);
      return;
    }
    this.#open.set(key, document);
    if (isPlaybook(document)) {
      this.index.setPlaybook(key, document.getText(), true);
      this.#changed.fire([document.uri]);
    } else {
      this.index.setRoster(key, document.getText());
      this.#rosterChanged(document.uri);
    }
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (!this.#open.delete(key)) return;
    // Unsaved text of a roster is gone with its editor: what counts again is the file.
    if (isRosterName(key)) void this.#readRosterFile(document.uri);
    else this.#forget(document.uri);
  }

  #forget(uri: vscode.Uri): void {
    if (!this.index.has(uri.toString())) return;
    this.#open.delete(uri.toString());
    this.index.delete(uri.toString());
    if (isRosterName(uri.toString())) this.#rosterChanged(uri);
    else this.#changed.fire([uri]);
  }

  /** A roster speaks for every playbook beneath it. */
  #rosterChanged(roster: vscode.Uri): void {
    this.#changed.fire([roster, ...this.openDocuments().map((d) => d.uri)]);
  }
}

function isOurs(document: vscode.TextDocument): boolean {
  return isPlaybook(document) || isRosterName(document.uri.toString());
}

/** By its language, or by its name where a user has given it another language. */
function isPlaybook(document: vscode.TextDocument): boolean {
  // The left side of a comparison with Git is no file that anybody edits.
  if (document.uri.scheme === 'git') return false;
  return document.languageId === 'playbook' || isPlaybookName(document.uri.toString());
}

function roots(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri.toString());
}
