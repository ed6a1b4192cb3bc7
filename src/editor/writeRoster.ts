import * as vscode from 'vscode';
import { changeRoster, editBetween, type RosterChange } from '../language/rosterChanges.ts';
import type { Documents } from './documents.ts';
import { applyFileEdits, editsOf } from './editTasks.ts';
import { createRoster, rosterComment, saveOrSay } from './rosterFile.ts';
import type { RosterHome } from './rosterHome.ts';

/**
 * Writes all that a roster lacks in one step that one undo takes back, and saves it. What cannot be written is told, and
 * shown in a new file, so that nobody has to answer twice.
 * @returns the roster, when something was written
 */
export async function writeRoster(
  documents: Documents,
  home: RosterHome,
  changes: readonly RosterChange[],
): Promise<vscode.TextDocument | undefined> {
  const { document } = home;
  const done = document ? await change(document, changes) : await create(home.folder, changes);
  if (done.refused.length > 0) await showRefused(done.refused, done.document ?? document, done.reason);
  if (!done.document) return undefined;
  // Read now, so that whoever asks next sees what is new.
  documents.view(done.document);
  return done.document;
}

interface Written {
  readonly document?: vscode.TextDocument;
  readonly refused: readonly RosterChange[];
  readonly reason?: string;
}

async function create(folder: vscode.Uri, changes: readonly RosterChange[]): Promise<Written> {
  const { text, refused } = changeRoster(`# ${rosterComment()}\n\n`, changes);
  try {
    return { document: await vscode.workspace.openTextDocument(await createRoster(folder, text)), refused };
  } catch (error) {
    return { refused: changes, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function change(document: vscode.TextDocument, changes: readonly RosterChange[]): Promise<Written> {
  const before = document.getText();
  const { text, refused } = changeRoster(before, changes);
  if (text === before) return { refused };
  const wasSaved = !document.isDirty;
  if (!(await applyFileEdits([editsOf(document, editBetween(before, text))]))) return { refused: changes };
  if (wasSaved) await saveOrSay(document);
  return { document, refused };
}

async function showRefused(
  refused: readonly RosterChange[],
  roster: vscode.TextDocument | undefined,
  reason: string | undefined,
): Promise<void> {
  const content = changeRoster('', refused.map(asEntry)).text;
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'yaml', content }),
    {
      preview: false,
    },
  );
  if (!roster) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The roster could not be written: {reason}. What it would hold is in this new file.', {
        reason: reason ?? '',
      }),
    );
    return;
  }
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Not everything could be added to {file}. The rest is in this new file: copy it over.', {
      file: vscode.workspace.asRelativePath(roster.uri),
    }),
  );
}

/** Another name of somebody, where the roster is not there that lists the person. */
function asEntry(change: RosterChange): RosterChange {
  if (change.kind !== 'aliases') return change;
  const { handle, aliases } = change;
  return { kind: 'person', handle, name: handle, aliases };
}
