import { readdirSync, statSync, type Dirent } from 'node:fs';
import { isMarkdownName } from '../workspace/globs.ts';
import { isPlaybookName, isRosterName } from '../workspace/files.ts';
import type { GitIgnore } from '../workspace/gitIgnore.ts';
import { reasonOf, type Failure } from './failure.ts';
import type { Progress } from './progress.ts';
import { readText } from './readText.ts';
import { grouped } from './wording.ts';

/** What lies below a folder, `.gitignore` honored. */
export interface Found {
  readonly rosters: string[];
  /** Files named `*.playbook.md`. */
  readonly playbooks: string[];
  /** All other Markdown; asked late whether Git ignores it, as that costs and most workspaces name none. */
  readonly markdown: { readonly path: string; readonly isIgnored: () => boolean }[];
  /** Every folder that was read. */
  readonly folders: Set<string>;
  readonly failures: Failure[];
}

const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);
// As Git does by default: case counts, save on systems where it does not count in file names.
const IGNORE_CASE = process.platform === 'win32' || process.platform === 'darwin';

interface Visit {
  /** Absolute, without `/` at its end. */
  readonly folder: string;
  /** Relative to the start, with `/` at its end; empty for the start. */
  readonly prefix: string;
  readonly ignore: GitIgnore | undefined;
}

/**
 * Finds the files of a workspace. Links to folders are not followed, so that a circle of them cannot hold us up; links
 * to files are.
 * @param deep false to look into the folder alone and not below it
 */
export async function walk(start: string, progress: Progress, deep = true): Promise<Found> {
  const found: Found = { rosters: [], playbooks: [], markdown: [], folders: new Set(), failures: [] };
  const waiting: Visit[] = [{ folder: start, prefix: '', ignore: undefined }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { folder, prefix } = visit;
    const entries = list(folder, found.failures);
    found.folders.add(folder);
    progress.step(() => `Looking for playbooks: ${grouped(found.folders.size)} folders`);
    const base = folder.endsWith('/') ? folder : `${folder}/`;
    let { ignore } = visit;
    if (entries.some((e) => e.name === '.gitignore' && !e.isDirectory())) {
      const file = readText(`${base}.gitignore`);
      // One that cannot be read hides nothing: better a file too many than one that nobody sees.
      if (file.kind === 'text') ignore = await extend(ignore, prefix, file.text);
    }
    const rules = ignore;
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isDirectory()) {
        if (!deep || SKIPPED_FOLDERS.has(name) || rules?.ignores(`${prefix}${name}/`)) continue;
        waiting.push({ folder: `${base}${name}`, prefix: `${prefix}${name}/`, ignore: rules });
      } else {
        add(found, entry, `${base}${name}`, () => rules?.ignores(prefix + name) ?? false);
      }
    }
  }
  return found;
}

async function extend(outer: GitIgnore | undefined, prefix: string, text: string): Promise<GitIgnore> {
  // Loaded only when there is one, so that the command line starts at once.
  const { GitIgnore: Rules } = await import('../workspace/gitIgnore.ts');
  return Rules.extend(outer, prefix, text, IGNORE_CASE);
}

function list(folder: string, failures: Failure[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failures.push({ path: folder, reason: reasonOf(error, folder), fails: true });
    return [];
  }
}

function add(found: Found, entry: Dirent, path: string, isIgnored: () => boolean): void {
  const files = isPlaybookName(path) ? found.playbooks : isRosterName(path) ? found.rosters : undefined;
  if (!files) {
    if (isMarkdownName(path) && (entry.isFile() || entry.isSymbolicLink()))
      found.markdown.push({ path, isIgnored });
    return;
  }
  if (isIgnored()) return;
  if (!entry.isSymbolicLink()) files.push(path);
  else if (leadsToFile(path, found.failures)) files.push(path);
}

function leadsToFile(link: string, failures: Failure[]): boolean {
  try {
    return !statSync(link).isDirectory();
  } catch (error) {
    failures.push({ path: link, reason: reasonOf(error, link), fails: true });
    return false;
  }
}
