import * as vscode from 'vscode';
import { Baseline } from '../rules/baseline.ts';
import type { KnownProblems } from '../rules/knownProblems.ts';
import { BASELINE_NAME, formatBaseline, parseBaseline, type BaselineFlaw } from '../rules/baselineFile.ts';
import { message } from '../text/message.ts';
import type { FileView } from '../workspace/fileView.ts';
import { readDiskText } from './diskFile.ts';
import { localize } from './localize.ts';

/** Quiet time after an event of the file system before a baseline is read again, in milliseconds. */
const EVENT_PAUSE = 50;

interface Entry {
  readonly folder: vscode.Uri;
  /** As it was read; undefined while there is no file. */
  readonly text: string | undefined;
  readonly baseline: Baseline;
  /** It stands there and cannot be used: nothing is known, and nothing may be written over it. */
  readonly isBroken: boolean;
}

/**
 * The `.playbook-baseline.json` of each workspace folder, as it stands on disk. One that cannot be used hides nothing; the
 * Problems view says why.
 */
export class Baselines implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed: (folder: vscode.Uri) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #flaws = vscode.languages.createDiagnosticCollection('playbook-baseline');
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #watcher: vscode.Disposable;
  #reading: Promise<unknown> = Promise.resolve();

  /** @param changed called when other problems of a folder are known than before */
  constructor(log: vscode.LogOutputChannel, changed: (folder: vscode.Uri) => void) {
    this.#log = log;
    this.#changed = changed;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${BASELINE_NAME}`);
    const saw = (uri: vscode.Uri) => {
      this.#saw(uri);
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(saw),
      watcher.onDidChange(saw),
      watcher.onDidDelete(saw),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#watcher.dispose();
    this.#flaws.dispose();
  }

  /** Nothing is judged before: what is known must not flash up. */
  async whenRead(): Promise<void> {
    await this.#reading;
  }

  /** Reads those of all workspace folders, and forgets the others. */
  async read(): Promise<void> {
    const folders = (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
    const keys = new Set(folders.map((f) => f.toString()));
    for (const [key, { folder }] of this.#entries) {
      if (keys.has(key)) continue;
      this.#entries.delete(key);
      this.#flaws.delete(baselineUri(folder));
    }
    await (this.#reading = Promise.all(folders.map((folder) => this.reread(folder))));
  }

  /** Reads that of one folder. */
  async reread(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    const before = this.#entries.get(key);
    const entry = await this.#load(folder);
    if (entry.text === before?.text && entry.isBroken === before?.isBroken) return;
    this.#entries.set(key, entry);
    if (before || entry.text !== undefined) this.#changed(folder);
  }

  /** What is known of a file, to judge it once. */
  known(view: FileView): KnownProblems | undefined {
    const { baseline, path } = this.#placeOf(view.uri);
    return baseline.known(view, path);
  }

  /** Whether anything is known of a file. */
  knowsOf(uri: string): boolean {
    const { baseline, path } = this.#placeOf(uri);
    return baseline.knowsOf(path);
  }

  /** That of a folder; undefined when it cannot be used. */
  of(folder: vscode.Uri): Baseline | undefined {
    const entry = this.#entries.get(folder.toString());
    return entry?.isBroken ? undefined : (entry?.baseline ?? Baseline.empty);
  }

  /** Writes that of a folder, unless it says the same already. @throws errors of the file system */
  async write(folder: vscode.Uri, baseline: Baseline): Promise<void> {
    const text = formatBaseline(baseline);
    const before = this.#entries.get(folder.toString())?.text;
    if (text === before?.replaceAll('\r\n', '\n')) return;
    await vscode.workspace.fs.writeFile(baselineUri(folder), new TextEncoder().encode(text));
    await this.reread(folder);
  }

  /** The baseline that speaks for a file, and what it calls the file. */
  #placeOf(key: string): { readonly baseline: Baseline; readonly path: string } {
    const uri = vscode.Uri.parse(key);
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    const baseline = folder && this.#entries.get(folder.toString())?.baseline;
    return { baseline: baseline ?? Baseline.empty, path: pathIn(folder ?? uri, uri) };
  }

  async #load(folder: vscode.Uri): Promise<Entry> {
    const uri = baselineUri(folder);
    const none = { folder, text: undefined, baseline: Baseline.empty, isBroken: false };
    let text: string;
    try {
      text = await readDiskText(uri);
    } catch (error) {
      const isAbsent = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (isAbsent) this.#flaws.delete(uri);
      else this.#report(uri, { message: message(String(error)), line: 0 });
      return { ...none, isBroken: !isAbsent };
    }
    const baseline = parseBaseline(text);
    if (baseline instanceof Baseline) {
      this.#flaws.delete(uri);
      return { ...none, text, baseline };
    }
    this.#report(uri, baseline);
    return { ...none, text, isBroken: true };
  }

  #report(uri: vscode.Uri, { message: text, line }: BaselineFlaw): void {
    const sentence = localize(text);
    const range = new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
    const diagnostic = new vscode.Diagnostic(range, sentence, vscode.DiagnosticSeverity.Error);
    diagnostic.source = 'playbook';
    this.#flaws.set(uri, [diagnostic]);
    this.#log.error(`Cannot use ${uri.toString(true)}: ${sentence}`);
  }

  /** A file that is being written is read once that is over. */
  #saw(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (!folder || baselineUri(folder).toString() !== uri.toString()) return;
    const key = folder.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        void this.reread(folder);
      }, EVENT_PAUSE),
    );
  }
}

export function baselineUri(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, BASELINE_NAME);
}

/** As a baseline names a file of its folder: decoded, so that it is the path that the command line sees. */
export function pathIn(folder: vscode.Uri, { path }: vscode.Uri): string {
  return path.slice(folder.path.endsWith('/') ? folder.path.length : folder.path.length + 1);
}
