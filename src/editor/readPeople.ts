import * as vscode from 'vscode';
import { PeopleCensus, type WrittenName } from '../language/peopleCensus.ts';
import { TeamWords } from '../language/teamWords.ts';
import { isUtf16 } from '../text/utf16.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { readDiskFile } from './diskFile.ts';
import type { Documents } from './documents.ts';
import { inCancellableProgress, type Progress } from './inProgress.ts';
import { TimeSlice } from './timeSlice.ts';

/** Files that are read at once. No more than these are in memory. */
const PARALLEL = 16;

export interface PeopleRead {
  /** Whom the files name and no roster knows. */
  readonly written: readonly WrittenName[];
  /** Those that were read, by the numbers in `written`. */
  readonly files: readonly vscode.Uri[];
  /** Files in which somebody unknown owns something. */
  readonly owning: readonly vscode.Uri[];
}

/**
 * Counts whom Markdown files name and no roster knows, whether they are playbooks or not. One file after the other:
 * of thousands no more than names and numbers are kept.
 * @param folder below which the names of folders may name a team  @param teams of the roster, by name
 * @returns undefined when the user calls it off
 */
export function readPeople(
  documents: Documents,
  uris: readonly vscode.Uri[],
  folder: vscode.Uri,
  teams: readonly string[],
): Promise<PeopleRead | undefined> {
  return inCancellableProgress(vscode.l10n.t('Looking for people…'), (progress) =>
    count(documents, uris, folder, new PeopleCensus(new TeamWords(teams)), progress),
  );
}

async function count(
  { index }: Documents,
  uris: readonly vscode.Uri[],
  folder: vscode.Uri,
  census: PeopleCensus,
  { report, token }: Progress,
): Promise<PeopleRead | undefined> {
  const owning: vscode.Uri[] = [];
  const files: vscode.Uri[] = [];
  const open = new Map(vscode.workspace.textDocuments.map((d) => [d.uri.toString(), d]));
  const slice = new TimeSlice();
  await slice.next();
  for (let i = 0; i < uris.length; i += PARALLEL) {
    const batch = uris.slice(i, i + PARALLEL);
    const texts = await Promise.all(
      batch.map(async (uri) => {
        const key = uri.toString();
        return index.has(key) ? undefined : textOf(uri, open.get(key));
      }),
    );
    for (const [j, uri] of batch.entries()) {
      if (token.isCancellationRequested) return undefined;
      const key = uri.toString();
      const text = texts[j];
      const view: PlaybookView | undefined =
        text === undefined ? index.playbookView(key) : index.preview(key, text);
      if (view) {
        files.push(uri);
        if (census.add(view, uri.path.slice(folder.path.length + 1))) owning.push(uri);
      }
      await slice.pause();
    }
    report(i + batch.length, uris.length);
  }
  return { written: census.found(), files, owning };
}

/** As it stands in the editor, else on disk; undefined for what is no text, or is gone. */
async function textOf(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<string | undefined> {
  if (open) return open.getText();
  try {
    const bytes = await readDiskFile(uri, await vscode.workspace.fs.stat(uri));
    return bytes && !isUtf16(bytes) ? new TextDecoder().decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}
