import * as vscode from 'vscode';
import { append } from '../text/lists.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { GitFolder } from '../workspace/gitFolder.ts';
import { GitRepository, type GitDisk } from '../workspace/gitRepository.ts';
import { isMarkdownName } from '../workspace/globs.ts';
import { readDiskText } from './diskFile.ts';
import { gitDiskOf } from './gitDisk.ts';
import { TimeSlice } from './timeSlice.ts';

/** What lies below a folder, save what Git leaves out; the same files that the command line finds. */
export interface Found {
  readonly rosters: vscode.Uri[];
  readonly playbooks: vscode.Uri[];
  /** All other Markdown, which a roster may name. */
  readonly markdown: vscode.Uri[];
}

/** What a folder holds. */
type Entries = readonly (readonly [string, vscode.FileType])[];

const SKIPPED_FOLDERS = new Set(['.git/', 'node_modules/']);
/** Folders that are listed at once: enough to keep a remote file system busy. */
const PARALLEL = 16;
// A circle of links has no end; real workspaces are far less deep.
const MAX_DEPTH = 64;

/**
 * Walks the folders of a workspace through VS Code's file system, which serves desktop, remote and web alike
 * (`findFiles` misses files on the web).
 */
export class WorkspaceWalk {
  /** What Git says in each folder that was read, by the folder's path. */
  readonly #folders = new Map<string, GitFolder>();
  /** By where their `.git` lies. */
  readonly #repositories = new Map<string, GitRepository>();
  readonly #disk: GitDisk;
  readonly #root: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #slice = new TimeSlice();

  constructor(root: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#root = root;
    this.#log = log;
    this.#disk = gitDiskOf(root);
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

  /** Whether Git leaves out a file or folder, or one that it lies in. */
  async isLeftOut(uri: vscode.Uri, isFolder = false): Promise<boolean> {
    for (const [git, name] of this.#steps(uri, isFolder))
      if (isSkipped(name) || (await git.leavesOut(name))) return true;
    return false;
  }

  /** The same of a file, as far as it has been found out. */
  isIgnored(uri: vscode.Uri): boolean {
    for (const [git, name] of this.#steps(uri, false)) if (isSkipped(name) || git.leftOut(name)) return true;
    return false;
  }

  /** A repository's index has changed. @returns whether Git leaves out other files than it did */
  async hasOtherFiles(index: vscode.Uri): Promise<boolean> {
    const repository = this.#repositories.get(vscode.Uri.joinPath(index, '..').toString());
    return (await repository?.hasOtherAnswers()) === true;
  }

  /** From the root down: each folder, and the name in it that leads on, with `/` at its end for a folder. */
  *#steps(uri: vscode.Uri, isFolder: boolean): Generator<readonly [GitFolder, string], void> {
    const relative = this.#relative(uri);
    const names = relative === '' ? [] : relative.split('/');
    let git = this.#folders.get('') ?? GitFolder.outside(this.#disk.ignoresCase);
    for (const [i, name] of names.entries()) {
      const isLast = i === names.length - 1;
      yield [git, isLast && !isFolder ? name : `${name}/`];
      // In a folder that nobody has looked into yet, what applies above it does.
      if (!isLast) git = this.#folders.get(names.slice(0, i + 1).join('/')) ?? git.enter(name);
    }
  }

  /** @param entries of the folder; undefined when nobody can look into it */
  async #readFolder(folder: vscode.Uri, found: Found, entries: Entries | undefined): Promise<vscode.Uri[]> {
    if (!entries) return [];
    const git = await this.#look(folder, new Map(entries));
    this.#folders.set(this.#relative(folder), git);
    const folders: vscode.Uri[] = [];
    for (const [name, type] of entries) {
      await this.#slice.pause();
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) {
        if (!isSkipped(`${name}/`) && !(await git.leavesOut(`${name}/`))) folders.push(uri);
        continue;
      }
      const files = (type & vscode.FileType.Directory) === 0 ? filesFor(name, found) : undefined;
      if (files && !(await git.leavesOut(name))) files.push(uri);
    }
    return folders;
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

  /** What Git says in a folder, now that it is known what lies in it. */
  async #look(folder: vscode.Uri, entries: ReadonlyMap<string, vscode.FileType>): Promise<GitFolder> {
    const outer = await this.#outer(folder, entries.has('.git'));
    // Where another repository begins, the rules of the one around it end.
    const git = entries.has('.git') && !outer.isIgnored ? await this.#top(folder) : outer;
    return entries.has('.gitignore') ? this.#withRules(git, folder) : git;
  }

  /** What applies in a folder before one looks into it. */
  async #outer(folder: vscode.Uri, isTop: boolean): Promise<GitFolder> {
    const step = [...this.#steps(folder, true)].at(-1);
    if (step) return step[0].enter(step[1].slice(0, -1));
    return (isTop ? undefined : await this.#above()) ?? GitFolder.outside(this.#disk.ignoresCase);
  }

  /**
   * What applies in the root where it is a folder of a repository that begins above it. One that is ignored there was
   * opened all the same, so nothing that is said above it counts.
   */
  async #above(): Promise<GitFolder | undefined> {
    // A folder that is served by an extension has none above it that we may ask for.
    if (this.#root.scheme !== 'file') return undefined;
    const names: string[] = [];
    for (let at = this.#root; at.path !== '/' && at.path !== '';) {
      names.unshift(at.path.slice(at.path.lastIndexOf('/') + 1));
      at = vscode.Uri.joinPath(at, '..');
      if (!(await isThere(vscode.Uri.joinPath(at, '.git')))) continue;
      let git = await this.#top(at);
      for (const name of names) {
        git = (await this.#withRules(git, at)).enter(name);
        at = vscode.Uri.joinPath(at, name);
        if (git.isIgnored) return undefined;
      }
      return git;
    }
    return undefined;
  }

  async #top(folder: vscode.Uri): Promise<GitFolder> {
    const repository = await GitRepository.open(folder.path, this.#disk);
    this.#repositories.set(vscode.Uri.joinPath(folder, '.git').toString(), repository);
    return GitFolder.top(repository);
  }

  async #withRules(git: GitFolder, folder: vscode.Uri): Promise<GitFolder> {
    try {
      return git.withRules(await readDiskText(vscode.Uri.joinPath(folder, '.gitignore')));
    } catch (error) {
      // One that cannot be read hides nothing: better a file too many than one that nobody sees.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'))
        this.#log.warn(`Cannot read the .gitignore of ${folder.toString(true)}`, error);
      return git;
    }
  }

  /** Path below the root without slashes at its ends. */
  #relative(uri: vscode.Uri): string {
    return trimEndOf(uri.path.slice(this.#root.path.length).replace(/^\/+/, ''), '/');
  }
}

function isSkipped(name: string): boolean {
  return SKIPPED_FOLDERS.has(name);
}

/** Where a file belongs by its name; undefined for one that is none of ours. */
function filesFor(name: string, found: Found): vscode.Uri[] | undefined {
  if (isPlaybookName(name)) return found.playbooks;
  if (isRosterName(name)) return found.rosters;
  return isMarkdownName(name) ? found.markdown : undefined;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
