import * as vscode from 'vscode';
import { append } from '../text/lists.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { GitIgnore } from '../workspace/gitIgnore.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import { readDiskText } from './diskFile.ts';
import { TimeSlice } from './timeSlice.ts';

/** What lies below a folder, `.gitignore` honored; the same files that the command line finds. */
export interface Found {
  readonly rosters: vscode.Uri[];
  readonly playbooks: vscode.Uri[];
  /** All other Markdown, which a roster may name. */
  readonly markdown: vscode.Uri[];
}

/** What a folder holds. */
type Entries = readonly (readonly [string, vscode.FileType])[];

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);
/** Folders that are listed at once: enough to keep a remote file system busy. */
const PARALLEL = 16;
// A circle of links has no end; real workspaces are far less deep.
const MAX_DEPTH = 64;

/**
 * Walks the folders of a workspace through VS Code's file system, which serves desktop, remote and web alike
 * (`findFiles` misses files on the web).
 */
export class WorkspaceWalk {
  /** What applies in each folder that was read, by the folder's path. */
  readonly #rules = new Map<string, GitIgnore | undefined>();
  readonly #root: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #slice = new TimeSlice();

  constructor(root: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#root = root;
    this.#log = log;
  }

  /** Everything below a folder of the workspace, the root if none is named. */
  async find(folder: vscode.Uri = this.#root): Promise<Found> {
    const found: Found = { rosters: [], playbooks: [], markdown: [] };
    this.#slice.begin();
    let level = [folder];
    for (let depth = 0; level.length > 0 && depth < MAX_DEPTH; depth++) {
      const next: vscode.Uri[] = [];
      for (let i = 0; i < level.length; i += PARALLEL) {
        const batch = level.slice(i, i + PARALLEL);
        const below = await Promise.all(
          batch.map(async (uri) => this.#readFolder(uri, found, await this.#list(uri))),
        );
        append(next, below.flat());
      }
      level = next;
    }
    return found;
  }

  /**
   * The rosters in the folders of files of the workspace and in all folders above these, and nothing else: a short way
   * to what speaks for a file. None from where Git ignores.
   */
  async rostersAbove(files: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
    const found: Found = { rosters: [], playbooks: [], markdown: [] };
    const levels = this.#foldersAbove(files);
    // All folders are listed at once. What is ignored in one is told by those above it, so they are read from the top.
    const lists = new Map(levels.flatMap((l) => l.map((uri) => [uri.toString(), this.#list(uri)] as const)));
    let isOpen: ReadonlySet<string> | undefined;
    this.#slice.begin();
    for (const level of levels) {
      const below = new Set<string>();
      for (const folder of level) {
        const key = folder.toString();
        if (isOpen?.has(key) === false) continue;
        const inner = await this.#readFolder(folder, found, await lists.get(key));
        for (const uri of inner) below.add(uri.toString());
      }
      isOpen = below;
    }
    return found.rosters;
  }

  /** The folders that files lie in and those above, each once, by their depth. */
  #foldersAbove(files: readonly vscode.Uri[]): vscode.Uri[][] {
    const levels: Map<string, vscode.Uri>[] = [];
    for (const file of files) {
      const names = this.#relative(file).split('/').slice(0, -1);
      for (let depth = 0; depth <= names.length; depth++) {
        const path = names.slice(0, depth);
        (levels[depth] ??= new Map()).set(path.join('/'), vscode.Uri.joinPath(this.#root, path.join('/')));
      }
    }
    return levels.map((level) => [...level.values()]);
  }

  /** Whether Git ignores a file, or a folder it lies in. */
  isIgnored(uri: vscode.Uri): boolean {
    const relative = this.#relative(uri);
    if (relative === '') return false;
    const names = relative.split('/');
    let rules = this.#rules.get('');
    for (let i = 1; i <= names.length; i++) {
      const path = names.slice(0, i).join('/');
      const isFolder = i < names.length;
      if (isFolder && SKIPPED_FOLDERS.has(names[i - 1] ?? '')) return true;
      // In a folder that nobody has looked into yet, what applies above it does.
      rules = this.#rules.get(names.slice(0, i - 1).join('/')) ?? rules;
      if (rules?.ignores(isFolder ? `${path}/` : path)) return true;
    }
    return false;
  }

  async #list(folder: vscode.Uri): Promise<Entries | undefined> {
    try {
      return await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      // A folder may be gone again before anybody looks into it: that is no failure.
      const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isGone) this.#log.warn(`Cannot look into ${folder.toString(true)}`, error);
      return undefined;
    }
  }

  /** @param entries of the folder; undefined when nobody can look into it */
  async #readFolder(folder: vscode.Uri, found: Found, entries: Entries | undefined): Promise<vscode.Uri[]> {
    if (!entries) return [];
    const relative = this.#relative(folder);
    const prefix = relative === '' ? '' : `${relative}/`;
    const rules = await this.#rulesOf(folder, prefix, entries);
    this.#rules.set(relative, rules);
    const folders: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      await this.#slice.pause();
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) {
        if (!SKIPPED_FOLDERS.has(name) && !rules?.ignores(`${prefix}${name}/`)) folders.push(uri);
      } else if ((type & vscode.FileType.Directory) === 0 && !rules?.ignores(prefix + name)) {
        if (isPlaybookName(name)) found.playbooks.push(uri);
        else if (isRosterName(name)) found.rosters.push(uri);
        else if (isMarkdownName(name)) found.markdown.push(uri);
      }
    }
    return folders;
  }

  async #rulesOf(folder: vscode.Uri, prefix: string, entries: Entries): Promise<GitIgnore | undefined> {
    const outer = this.#rules.get(prefix.slice(0, -1).split('/').slice(0, -1).join('/'));
    const inherited = prefix === '' ? undefined : outer;
    if (!entries.some(([name]) => name === '.gitignore')) return inherited;
    try {
      const text = await readDiskText(vscode.Uri.joinPath(folder, '.gitignore'));
      return GitIgnore.extend(inherited, prefix, text, false);
    } catch (error) {
      // One that cannot be read hides nothing: better a file too many than one that nobody sees.
      this.#log.warn(`Cannot read the .gitignore of ${folder.toString(true)}`, error);
      return inherited;
    }
  }

  /** Path below the root without slashes at its ends. */
  #relative(uri: vscode.Uri): string {
    return trimEndOf(uri.path.slice(this.#root.path.length).replace(/^\/+/, ''), '/');
  }
}
