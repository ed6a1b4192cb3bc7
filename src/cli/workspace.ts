import { folderOf, isRosterName } from '../workspace/files.ts';
import { compileGlobs, type PlaybookGlobs } from '../workspace/globs.ts';
import type { FileView } from '../workspace/fileView.ts';
import { WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { mistakeOf, type Failure } from './failure.ts';
import { isWithin, withSlashes } from './paths.ts';
import { NO_MATCH } from './pattern.ts';
import type { Progress } from './progress.ts';
import { readText } from './readText.ts';
import { folderOfTarget, isChosen, type Target } from './targets.ts';
import { walk, type Found } from './walk.ts';
import { grouped } from './wording.ts';
import { findGitRoot, findWorkspaceRoot } from './workspaceRoot.ts';

/**
 * Trees take about ten times as much memory as their texts. A workspace that is larger is read once more for each thing
 * that a command does with it, so that a machine with little memory reads a workspace of any size.
 */
const ROOM = { all: Infinity, last: Infinity, characters: 16_000_000 };

/** Everything a command works on. */
export interface Workspace {
  /** Top folders of everything that was read. */
  readonly roots: readonly string[];
  readonly index: WorkspaceIndex;
  /** URIs of the playbooks that the command line chose. */
  readonly playbooks: readonly string[];
  readonly rosters: readonly string[];
  /** What the index makes of a file; undefined where it cannot be read any more. */
  readonly view: (uri: string) => FileView | undefined;
  /** What could not be read until now. */
  readonly failures: () => readonly Failure[];
}

/**
 * Reads the workspace whole, whatever was chosen, so that a file has the same problems alone as together with all
 * others, and in the editor. A target outside of the current workspace brings its own.
 */
export async function readWorkspace(
  cwd: string,
  targets: readonly Target[],
  progress: Progress,
): Promise<Workspace> {
  const { roots, found } = await findFiles(cwd, targets, progress);
  const reader = new Reader(roots, targets);
  const files = targets.filter((t) => t.kind === 'file').map((t) => t.path);
  const rosters = new Set([...found.flatMap((f) => f.rosters), ...files.filter(isRosterName)]);
  for (const path of rosters) reader.addRoster(path);
  const globs = reader.globs();
  const named: string[] = [];
  const patterns = targets.filter((t) => t.kind === 'pattern');
  const isNamed = (path: string): boolean =>
    globs.isPlaybook(path) || (!globs.isExcluded(path) && patterns.some((p) => p.matches(path)));
  for (const { path, isLeftOut } of found.flatMap((f) => f.markdown))
    if (isNamed(path) && !(await isLeftOut())) named.push(path);
  const playbooks = new Set([
    ...found.flatMap((f) => f.playbooks).filter(globs.isPlaybook),
    ...named,
    ...files.filter((f) => !isRosterName(f)),
  ]);
  let read = 0;
  for (const path of playbooks) {
    reader.addPlaybook(path);
    read++;
    progress.step(() => `Reading: ${grouped(read)} of ${grouped(playbooks.size)} playbooks`);
  }
  const isFile = new Set(files);
  const all = [...playbooks, ...[...rosters].filter((r) => !globs.isExcluded(r))];
  const unmatched = patterns.filter((p) => !all.some(p.chooses));
  return {
    roots,
    index: reader.index,
    playbooks: reader.index.playbookUris().filter((p) => isChosen(targets, p)),
    // A roster in a folder that is to be left alone still applies there, but nobody wants to hear about it.
    rosters: reader.index
      .rosterUris()
      .filter((r) => isChosen(targets, r) && (isFile.has(r) || !globs.isExcluded(r))),
    view: (uri) => reader.view(uri),
    failures: () => [
      ...found.flatMap((f) => f.failures).filter((f) => reader.concerns(f.path)),
      ...reader.failures,
      ...unmatched.map((p) => ({ path: p.written, reason: NO_MATCH, fails: true })),
    ],
  };
}

interface FoundFiles {
  /** Rosters above them do not apply. */
  readonly roots: readonly string[];
  readonly found: readonly Found[];
}

async function findFiles(cwd: string, targets: readonly Target[], progress: Progress): Promise<FoundFiles> {
  const own = withSlashes(findWorkspaceRoot(cwd));
  const depths = new Map<string, boolean>();
  for (const target of targets) {
    const folder = folderOfTarget(target);
    const gitRoot = findGitRoot(folder);
    const root = isWithin(own, target.path) ? own : withSlashes(gitRoot ?? folder);
    // For one file in a folder of no workspace only the rosters beside it count: below it may lie a whole disk.
    const deep = root === own || gitRoot !== undefined || target.kind !== 'file';
    depths.set(root, deep || depths.get(root) === true);
  }
  const found: Found[] = [];
  for (const [root, deep] of depths) found.push(await walk(root, progress, deep));
  // A folder named outright is looked into even where Git ignores it, or where only a link leads.
  for (const { kind, path } of targets) {
    if (kind !== 'file' && !found.some((f) => f.folders.has(path))) found.push(await walk(path, progress));
  }
  return { roots: [...depths.keys()], found };
}

class Reader {
  readonly index: WorkspaceIndex;
  readonly failures: Failure[] = [];
  readonly #targets: readonly Target[];
  #characters = 0;

  constructor(roots: readonly string[], targets: readonly Target[]) {
    this.index = new WorkspaceIndex(roots, ROOM, (uri) => this.#read(uri));
    this.#targets = targets;
  }

  addRoster(path: string): void {
    const text = this.#read(path);
    if (text === undefined) return;
    this.#guard(path, () => {
      this.index.setRoster(path, text);
    });
  }

  addPlaybook(path: string): void {
    const text = this.#read(path);
    if (text === undefined) return;
    this.#guard(path, () => {
      this.index.setPlaybook(path, text);
      this.#characters += text.length;
      // As long as its tree is there: all rosters are read, so what it says of them is known.
      if (this.#characters > ROOM.characters) this.index.count(path);
    });
  }

  view(path: string): FileView | undefined {
    return this.#guard(path, () => this.index.view(path));
  }

  globs(): PlaybookGlobs {
    const layers = this.index.rosterUris().flatMap((uri) => this.index.rosterLayer(uri) ?? []);
    return compileGlobs(
      layers.map(({ uri, playbooks, exclude }) => ({
        folder: folderOf(uri),
        playbooks: playbooks.map((g) => g.value),
        exclude: exclude.map((g) => g.value),
      })),
    );
  }

  /** True when a path was chosen, or is a roster that applies to something chosen. */
  concerns(path: string): boolean {
    if (isChosen(this.#targets, path)) return true;
    return isRosterName(path) && this.#targets.some((t) => t.path.startsWith(folderOf(path)));
  }

  #read(path: string): string | undefined {
    const target = this.#targets.find((t) => t.kind === 'file' && t.path === path);
    if (target?.kind === 'file' && target.text !== undefined) return target.text;
    const file = readText(path);
    if (file.kind === 'text') {
      if (file.note !== undefined) this.#fail(path, file.note, false);
      return file.text;
    }
    // A large file that merely lies around is no reason to fail; one that was asked for is.
    this.#fail(path, file.reason, file.kind === 'failed' || target !== undefined);
    return undefined;
  }

  /** Nothing that stands in a file should throw. If something does, it costs that file and no other. */
  #guard<T>(path: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#fail(path, mistakeOf('It could not be understood', error), true);
      return undefined;
    }
  }

  #fail(path: string, reason: string, fails: boolean): void {
    if (this.concerns(path)) this.failures.push({ path, reason, fails });
  }
}
