import * as vscode from 'vscode';
import { addToRoster, type NewEntry } from '../language/addToRoster.ts';
import { applicableRosters, type Roster } from '../workspace/roster.ts';
import type { Documents } from './documents.ts';
import { applyFileEdits } from './editTasks.ts';

/** What a playbook sees, or what a file of its folder would. */
export function rosterAt(documents: Documents, uri: vscode.Uri): Roster {
  const { index } = documents;
  return index.view(uri.toString())?.roster ?? index.rosterAt(uri.toString());
}

/**
 * Writes people and teams into the nearest roster of a file; where there is none, a new one is made in the workspace
 * folder. Tells the user when neither is possible.
 * @returns whether everything was written
 */
export async function addToRosterFile(
  documents: Documents,
  uri: vscode.Uri,
  entries: readonly NewEntry[],
): Promise<boolean> {
  if (entries.length === 0) return true;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder of this playbook first: a roster speaks for a folder.'),
    );
    return false;
  }
  const target = await nearestRoster(documents, uri, folder);
  const document = await vscode.workspace.openTextDocument(target ?? (await createRoster(folder)));
  const wasSaved = !document.isDirty;
  for (const entry of entries) {
    const edits = addToRoster(document.getText(), entry);
    if (!edits || !(await applyFileEdits([{ document, edits }]))) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{name} could not be added to {file}. Look for mistakes in that file first.', {
          name: entry.name,
          file: vscode.workspace.asRelativePath(document.uri),
        }),
      );
      return false;
    }
  }
  // The user works somewhere else, and would not look for an unsaved change here.
  if (wasSaved) await document.save();
  // Read now, so that whoever asks next sees the new people.
  documents.view(document);
  return true;
}

/** The nearest roster that lists people; else the nearest one. */
async function nearestRoster(
  documents: Documents,
  uri: vscode.Uri,
  folder: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  await documents.whenReady();
  const { index } = documents;
  const near = applicableRosters(uri.toString(), index.rosterUris(), folder.toString()).reverse();
  const ours = near.filter((u) => index.rosterLayer(u) !== undefined);
  const found = ours.find((u) => (index.rosterLayer(u)?.people.size ?? 0) > 0) ?? ours[0];
  if (found !== undefined) return vscode.Uri.parse(found);
  // An empty file is a roster that nobody has filled yet.
  for (const u of near) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(u));
    if (addToRoster(document.getText(), { kind: 'team', handle: 'team', name: 'Team' })) return document.uri;
  }
  return undefined;
}

/** First line of a new roster, which says what it is for. */
export function rosterComment(): string {
  return vscode.l10n.t(
    'Who is who. Playbooks in this folder and below it name these people and teams with an @.',
  );
}

async function createRoster(folder: vscode.Uri): Promise<vscode.Uri> {
  const text = `# ${rosterComment()}\n\n`;
  for (const name of ['roster.yml', 'people.roster.yml']) {
    const uri = vscode.Uri.joinPath(folder, name);
    // A file of some other tool may have the first name.
    if (await exists(uri)) continue;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }
  throw new Error('Neither roster.yml nor people.roster.yml can be used');
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
