import {
  accessSync,
  chmodSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fixAll } from '../language/fixAll.ts';
import { judge } from '../rules/judge.ts';
import { applyEdits } from '../text/textEdit.ts';
import type { Severity } from '../workspace/rosterTypes.ts';
import type { FileView, WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { errorCode, mistakeOf, type Failure } from './failure.ts';

/** What `--fix` did. */
export interface Fixes {
  /** Files that were written. */
  readonly files: number;
  readonly repairs: number;
  readonly failures: readonly Failure[];
}

/** A repair may bring another mistake to light; more rounds than this would mean that two repairs undo each other. */
const MAX_ROUNDS = 10;

const BOM = '\ufeff';

/**
 * Repairs in the files what may be repaired without asking, and brings the index up to date. Each file is replaced as a
 * whole or not at all, with all other bytes as they were.
 */
export function fixFiles(
  index: WorkspaceIndex,
  views: readonly FileView[],
  forced: ReadonlyMap<string, Severity>,
): Fixes {
  const failures: Failure[] = [];
  let files = 0;
  let repairs = 0;
  for (const { uri } of views) {
    const before = textOf(index.view(uri));
    if (before === undefined) continue;
    const done = repair(index, uri, forced);
    const after = textOf(index.view(uri));
    if (done === 0 || after === undefined || after === before) continue;
    const reason = write(uri, before, after);
    if (reason === undefined) {
      files++;
      repairs += done;
    } else {
      failures.push({ path: uri, reason, fails: true });
      setText(index, index.view(uri), before);
    }
  }
  return { files, repairs, failures };
}

/** @returns how many places were changed */
function repair(index: WorkspaceIndex, uri: string, forced: ReadonlyMap<string, Severity>): number {
  let places = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const view = index.view(uri);
    const text = textOf(view);
    if (!view || text === undefined) break;
    const edits = fixAll(view, judge(view, { forced }));
    if (edits.length === 0) break;
    setText(index, view, applyEdits(text, edits));
    places += edits.length;
  }
  return places;
}

function textOf(view: FileView | undefined): string | undefined {
  return view?.kind === 'playbook' ? view.playbook.lines.text : view?.lines.text;
}

function setText(index: WorkspaceIndex, view: FileView | undefined, text: string): void {
  if (view?.kind === 'playbook') index.setPlaybook(view.uri, text);
  else if (view) index.setRoster(view.uri, text);
}

/** @returns why it was not written */
function write(file: string, before: string, after: string): string | undefined {
  try {
    // A link stays a link: what it leads to is written.
    const target = realpathSync(file);
    const bytes = readFileSync(target);
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? BOM : '';
    if (!bytes.equals(Buffer.from(mark + before))) {
      return 'Nothing was repaired in it: it has changed meanwhile, or is not UTF-8.';
    }
    replace(target, mark + after);
    return undefined;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      return 'Nothing was repaired in it: you have no permission to write it.';
    }
    return mistakeOf('Nothing was repaired in it', error);
  }
}

/** Under another name first, so that a run that breaks off leaves the old file or the new one. */
function replace(file: string, text: string): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  const { mode } = statSync(file);
  try {
    // A file that must not be written is not replaced either, though the folder would allow it.
    accessSync(file, constants.W_OK);
    writeFileSync(draft, text, { mode });
    chmodSync(draft, mode);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
