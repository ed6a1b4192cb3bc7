import { previewIn, repair, type Judged, type Repair } from '../language/fixAll.ts';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import type { Failure } from './failure.ts';
import { readBytes } from './readText.ts';
import { notWritten, replaceFile } from './replaceFile.ts';

/** What `--fix` did. */
export interface Fixes {
  /** Files that were written. */
  readonly files: number;
  readonly repairs: number;
  /** Files in which repairs are left. */
  readonly incomplete: number;
  readonly failures: readonly Failure[];
}

const BOM = '\ufeff';

/**
 * Repairs in the files what may be repaired without asking, and brings the index up to date. Each file is replaced as a
 * whole or not at all, with all other bytes as they were.
 */
export function fixFiles(index: WorkspaceIndex, uris: Iterable<string>, options: JudgeOptions): Fixes {
  const failures: Failure[] = [];
  let files = 0;
  let repairs = 0;
  let incomplete = 0;
  for (const uri of uris) {
    // As it is now: a roster that was repaired counts for the playbooks that come after it.
    const view = index.view(uri);
    if (!view) continue;
    const before = linesOf(view).text;
    const { rounds, text, isComplete } = repairIn(index, view, options);
    if (!isComplete) incomplete++;
    if (text === before) continue;
    const reason = write(view.uri, before, text);
    if (reason === undefined) {
      files++;
      repairs += rounds.flat().length;
    } else {
      failures.push({ path: view.uri, reason, fails: true });
      setText(index, view, before);
    }
  }
  return { files, repairs, incomplete, failures };
}

/** Repairs a file in the index, not yet on disk. */
function repairIn(index: WorkspaceIndex, view: FileView, options: JudgeOptions): Repair {
  // Whoever judges the repaired files says which rule failed.
  const judged = (v: FileView): Judged => [v, judge(v, { ...options, onError: () => undefined })];
  const again = (text: string): Judged | undefined => {
    setText(index, view, text);
    const next = index.view(view.uri);
    return next && judged(next);
  };
  return repair(judged(view), again, previewIn(index, view));
}

function setText(index: WorkspaceIndex, { kind, uri }: FileView, text: string): void {
  if (kind === 'playbook') index.setPlaybook(uri, text);
  else index.setRoster(uri, text);
}

/** @returns why it was not written */
function write(file: string, before: string, after: string): string | undefined {
  try {
    const bytes = readBytes(file);
    const mark = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? BOM : '';
    if (!bytes || Buffer.compare(bytes, Buffer.from(mark + before)) !== 0) {
      return 'Nothing was repaired in it: it has changed meanwhile, or is not UTF-8.';
    }
    replaceFile(file, mark + after);
    return undefined;
  } catch (error) {
    return notWritten('Nothing was repaired in it', error);
  }
}
