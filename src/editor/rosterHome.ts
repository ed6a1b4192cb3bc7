import * as vscode from 'vscode';
import { changeRoster } from '../language/rosterChanges.ts';
import { folderOf } from '../workspace/files.ts';
import { applicableRosters } from '../workspace/roster.ts';
import type { Documents } from './documents.ts';
import { openDocument } from './openDocument.ts';

/** The roster that something is written into. */
export interface RosterHome {
  /** In which it lies, or is to be made. */
  readonly folder: vscode.Uri;
  /** Undefined where it has to be made. */
  readonly document: vscode.TextDocument | undefined;
}

/**
 * The roster of a folder that people are written into: one that lists people, else any, else an empty file of such a
 * name. Where none has one, it is to be made in the last.
 * @param folders to look in, one after the other
 */
export async function rosterHome(
  documents: Documents,
  folders: readonly [...vscode.Uri[], vscode.Uri],
): Promise<RosterHome> {
  const { index } = documents;
  for (const folder of folders) {
    const uris = index
      .rosterUris()
      .filter((uri) => folderOf(uri) === `${folder.toString().replace(/\/$/, '')}/`);
    const ours = uris.filter((uri) => index.rosterLayer(uri) !== undefined);
    const best = ours.find((uri) => (index.rosterLayer(uri)?.people.size ?? 0) > 0) ?? ours[0];
    for (const uri of best === undefined ? uris : [best]) {
      const document = await openDocument(vscode.Uri.parse(uri));
      if (document && (best !== undefined || takesPeople(document.getText()))) return { folder, document };
    }
  }
  return { folder: folders.at(-1) ?? folders[0], document: undefined };
}

/** The nearest roster that applies to a folder; where there is none, one is to be made in the workspace folder. */
export async function homeAbove(
  documents: Documents,
  folder: vscode.Uri,
  root: vscode.Uri,
): Promise<RosterHome> {
  const inside = `${folder.toString().replace(/\/$/, '')}/x`;
  const rosters = applicableRosters(inside, documents.index.rosterUris(), root.toString()).reverse();
  const folders = rosters.map((uri) => vscode.Uri.joinPath(vscode.Uri.parse(uri), '..'));
  const home = await rosterHome(documents, [...folders, root]);
  return home.document ? home : { folder: root, document: undefined };
}

/** Whether somebody could be written into a roster: not where it is broken at that place. */
export function takesPeople(text: string): boolean {
  const handle = `x${'0'.repeat(12)}`;
  return changeRoster(text, [{ kind: 'person', handle, name: 'X' }]).refused.length === 0;
}
