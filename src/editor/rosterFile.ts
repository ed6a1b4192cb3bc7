import * as vscode from 'vscode';
import { addToRoster } from '../language/addToRoster.ts';
import type { Position } from '../text/position.ts';
import { sectionOf, type NewEntry } from '../workspace/newEntry.ts';
import { applicableRosters, type Roster } from '../workspace/roster.ts';
import type { Documents } from './documents.ts';
import { applyFileEdits, editsOf } from './editTasks.ts';

/** What a playbook sees, or what a file of its folder would. */
export function rosterAt(documents: Documents, uri: vscode.Uri): Roster {
  const { index } = documents;
  return index.view(uri.toString())?.roster ?? index.rosterAt(uri.toString());
}

/** As `writeToRoster`. @returns whether everything was written */
export async function addToRosterFile(
  documents: Documents,
  uri: vscode.Uri,
  entries: readonly NewEntry[],
): Promise<boolean> {
  return entries.length === 0 || (await writeToRoster(documents, uri, entries)) !== undefined;
}

/** Where something was written. */
export interface WrittenEntry {
  readonly document: vscode.TextDocument;
  /** Behind the last detail of the last entry. */
  readonly end: Position;
}

/**
 * Writes entries into the nearest roster of a file, and into a roster itself; where there is none, a new one is made in
 * the workspace folder. Tells the user when that is not possible.
 * @returns undefined when not everything was written
 */
export async function writeToRoster(
  documents: Documents,
  uri: vscode.Uri,
  entries: readonly NewEntry[],
): Promise<WrittenEntry | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open the folder of this playbook first: a roster speaks for a folder.'),
    );
    return undefined;
  }
  const target = await nearestRoster(documents, uri, folder, entries);
  const document = await vscode.workspace.openTextDocument(target ?? (await createRoster(folder)));
  const wasSaved = !document.isDirty;
  let end: Position = { line: 0, character: 0 };
  for (const entry of entries) {
    const added = addToRoster(document.getText(), entry);
    if (!added || !(await applyFileEdits([editsOf(document, added.edits)]))) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{name} could not be added to {file}. Look for mistakes in that file first.', {
          name: entry.kind === 'role' ? entry.handle : entry.name,
          file: vscode.workspace.asRelativePath(document.uri),
        }),
      );
      return undefined;
    }
    ({ end } = added);
  }
  // The user works somewhere else, and would not look for an unsaved change here.
  if (wasSaved) await saveOrSay(document);
  // Read now, so that whoever asks next sees what is new.
  await documents.viewOnceRead(document);
  return { document, end };
}

/** The roster itself, if the file is one; else the nearest that lists such entries, or people; else the nearest. */
async function nearestRoster(
  documents: Documents,
  uri: vscode.Uri,
  folder: vscode.Uri,
  entries: readonly NewEntry[],
): Promise<vscode.Uri | undefined> {
  await documents.whenReady();
  const { index } = documents;
  if (index.view(uri.toString())?.kind === 'roster') return uri;
  const near = applicableRosters(uri.toString(), index.rosterUris(), folder.toString()).reverse();
  const ours = near.filter((u) => index.rosterLayer(u) !== undefined);
  const lists = (section: Section) => ours.find((u) => (index.rosterLayer(u)?.[section].size ?? 0) > 0);
  const found = lists(homeOf(entries)) ?? lists('people') ?? ours[0];
  if (found !== undefined) return vscode.Uri.parse(found);
  // An empty file is a roster that nobody has filled yet.
  for (const u of near) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(u));
    if (addToRoster(document.getText(), { kind: 'team', handle: 'team', name: 'Team' })) return document.uri;
  }
  return undefined;
}

type Section = (typeof sectionOf)[NewEntry['kind']];

/** Teams and roles stand where their people do. */
function homeOf([entry]: readonly NewEntry[]): Section {
  const kind = entry?.kind ?? 'person';
  return kind === 'team' || kind === 'role' ? 'people' : sectionOf[kind];
}

/** First line of a new roster, which says what it is for. */
export function rosterComment(): string {
  return vscode.l10n.t(
    'Who is who. Playbooks in this folder and below it name these people and teams with an @.',
  );
}

/** Saves a roster; where that is not possible, shows it with what is new, and says so. */
export async function saveOrSay(document: vscode.TextDocument): Promise<void> {
  if (!document.isDirty || (await document.save())) return;
  await vscode.window.showTextDocument(document, { preview: false });
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      '{file} could not be saved. What is new is in the editor: save it once the file can be written.',
      {
        file: vscode.workspace.asRelativePath(document.uri),
      },
    ),
  );
}

/** @throws errors of the file system */
export async function createRoster(
  folder: vscode.Uri,
  text = `# ${rosterComment()}\n\n`,
): Promise<vscode.Uri> {
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
