import { readdirSync, statSync, type Dirent } from 'node:fs';
import { isMarkdownName } from '../workspace/globs.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import { GitFolder } from '../workspace/gitFolder.ts';
import { GitRepository } from '../workspace/gitRepository.ts';
import { reasonOf, type Failure } from './failure.ts';
import { gitDisk } from './gitDisk.ts';
import type { Progress } from './progress.ts';
import { readText } from './readText.ts';
import { grouped } from './wording.ts';

/** What lies below a folder, save what Git leaves out. */
export interface Found {
  readonly rosters: string[];
  /** Files named `*.playbook.md`. */
  readonly playbooks: string[];
  /** All other Markdown; asked late whether Git leaves it out, as that costs and most workspaces name none. */
  readonly markdown: { readonly path: string; readonly isLeftOut: () => Promise<boolean> }[];
  /** Every folder that was read. */
  readonly folders: Set<string>;
  readonly failures: Failure[];
}

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);

interface Visit {
  /** Absolute, without `/` at its end. */
  readonly folder: string;
  readonly git: GitFolder;
}

/**
 * Finds the files of a workspace. Links to folders are not followed, so that a circle of them cannot hold us up; links
 * to files are.
 * @param deep false to look into the folder alone and not below it
 */
export async function walk(start: string, progress: Progress, deep = true): Promise<Found> {
  const found: Found = { rosters: [], playbooks: [], markdown: [], folders: new Set(), failures: [] };
  const waiting: Visit[] = [{ folder: start, git: GitFolder.outside(gitDisk.ignoresCase) }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { folder } = visit;
    const entries = list(folder, found.failures);
    found.folders.add(folder);
    progress.step(() => `Looking for playbooks: ${grouped(found.folders.size)} folders`);
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    const git = await look(visit, base, entries);
    for (const entry of entries) {
      const { name } = entry;
      if (!entry.isDirectory()) await add(found, entry, base + name, () => git.leavesOut(name));
      else if (deep && !SKIPPED_FOLDERS.has(name) && !(await git.leavesOut(`${name}/`)))
        waiting.push({ folder: base + name, git: git.enter(name) });
    }
  }
  return found;
}

/** What Git says in a folder, now that it is known what lies in it. */
async function look({ folder, git }: Visit, base: string, entries: readonly Dirent[]): Promise<GitFolder> {
  // Where another repository begins, the rules of the one around it end.
  const isTop = !git.isIgnored && entries.some((e) => e.name === '.git');
  const own = isTop ? GitFolder.top(await GitRepository.open(folder, gitDisk)) : git;
  if (!entries.some((e) => e.name === '.gitignore' && !e.isDirectory())) return own;
  const file = readText(`${base}.gitignore`);
  // One that cannot be read hides nothing: better a file too many than one that nobody sees.
  return file.kind === 'text' ? own.withRules(file.text) : own;
}

function list(folder: string, failures: Failure[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failures.push({ path: folder, reason: reasonOf(error, folder), fails: true });
    return [];
  }
}

async function add(
  found: Found,
  entry: Dirent,
  path: string,
  isLeftOut: () => Promise<boolean>,
): Promise<void> {
  const files = isPlaybookName(path) ? found.playbooks : isRosterName(path) ? found.rosters : undefined;
  if (!files) {
    if (isMarkdownName(path) && (entry.isFile() || entry.isSymbolicLink()))
      found.markdown.push({ path, isLeftOut });
    return;
  }
  if (await isLeftOut()) return;
  if (!entry.isSymbolicLink() || leadsToFile(path, found.failures)) files.push(path);
}

function leadsToFile(link: string, failures: Failure[]): boolean {
  try {
    return !statSync(link).isDirectory();
  } catch (error) {
    failures.push({ path: link, reason: reasonOf(error, link), fails: true });
    return false;
  }
}
